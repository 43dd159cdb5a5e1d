/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupExportDialog:
 *
 * Asks what to export, how large and how it looks, with a live preview, and writes it. The texts
 * that are typed are the story’s: they go into it as one undo step.
 *
 * Emits `exported (GFile *file)` when a file was written.
 */
#define LEADUP_TYPE_EXPORT_DIALOG (leadup_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupExportDialog, leadup_export_dialog, LEADUP, EXPORT_DIALOG, AdwWindow)

LeadupExportDialog *leadup_export_dialog_new (GtkWindow *parent,
                                              LeadupWorkspace *workspace,
                                              LeadupPicture picture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
