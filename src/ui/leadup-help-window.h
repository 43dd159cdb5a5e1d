/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LeadupHelpWindow:
 *
 * The essentials on one page, built into the program, so that help works without a network and
 * without a help viewer.
 */
#define LEADUP_TYPE_HELP_WINDOW (leadup_help_window_get_type ())

G_DECLARE_FINAL_TYPE (LeadupHelpWindow, leadup_help_window, LEADUP, HELP_WINDOW, AdwWindow)

LeadupHelpWindow *leadup_help_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
