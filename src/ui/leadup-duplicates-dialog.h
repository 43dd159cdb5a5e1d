/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupDuplicatesDialog:
 *
 * Looks for events that may be the same and shows them, two at a time, side by side: merge them
 * part by part, say that they are not the same, or leave them. Each is one undo step, which can be
 * taken back from here.
 */
#define LEADUP_TYPE_DUPLICATES_DIALOG (leadup_duplicates_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupDuplicatesDialog, leadup_duplicates_dialog, LEADUP, DUPLICATES_DIALOG, AdwWindow)

LeadupDuplicatesDialog *leadup_duplicates_dialog_new (GtkWindow       *parent,
                                                      LeadupWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

guint leadup_duplicates_dialog_count (LeadupDuplicatesDialog *self);

G_END_DECLS
