/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LeadupApplication:
 *
 * The running program: opens windows, offers what a crash left behind, knows the recent files. One
 * a process.
 */
#define LEADUP_TYPE_APPLICATION (leadup_application_get_type ())

G_DECLARE_FINAL_TYPE (LeadupApplication, leadup_application, LEADUP, APPLICATION, AdwApplication)

LeadupApplication *leadup_application_new                 (void) G_GNUC_WARN_UNUSED_RESULT;

/* The folder of the journals, made when it is missing. */
GFile             *leadup_application_get_state_directory (LeadupApplication *self);

G_END_DECLS
