/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/leadup-recovery.h"

G_BEGIN_DECLS

/**
 * LeadupRecoveryDialog:
 *
 * Offers what a crashed run left behind. Nothing is deleted before the user said so; what is left
 * alone is offered again at the next start.
 *
 * Emits `gboolean restored (LeadupDocument *document)` for each story that is brought back. Who
 * shows it returns whether it has a journal of its own now, so that the old one may go.
 */
#define LEADUP_TYPE_RECOVERY_DIALOG (leadup_recovery_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupRecoveryDialog, leadup_recovery_dialog, LEADUP, RECOVERY_DIALOG, AdwWindow)

LeadupRecoveryDialog *leadup_recovery_dialog_new (GtkWindow  *parent,
                                                  GListModel *recoveries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
