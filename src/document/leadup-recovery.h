/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "document/leadup-document.h"

G_BEGIN_DECLS

/**
 * LeadupRecovery:
 *
 * A journal that a crashed run left behind. Immutable.
 */
#define LEADUP_TYPE_RECOVERY (leadup_recovery_get_type ())

G_DECLARE_FINAL_TYPE (LeadupRecovery, leadup_recovery, LEADUP, RECOVERY, GObject)

/* All journals in @directory that hold edits and that no running program owns: (element-type
 * LeadupRecovery). */
GListModel     *leadup_recovery_list          (GFile           *directory) G_GNUC_WARN_UNUSED_RESULT;

GFile          *leadup_recovery_get_file      (LeadupRecovery  *self);
const char     *leadup_recovery_get_title     (LeadupRecovery  *self);
guint           leadup_recovery_get_n_edits   (LeadupRecovery  *self);
gint64          leadup_recovery_get_time      (LeadupRecovery  *self);
/* An unsaved document with the edits replayed; it remembers its file but is modified. */
LeadupDocument *leadup_recovery_restore       (LeadupRecovery  *self,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        leadup_recovery_discard       (LeadupRecovery  *self,
                                               GError         **error);

G_END_DECLS
