/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-info.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_SNAPSHOT (leadup_snapshot_get_type ())

/**
 * LeadupSnapshot:
 *
 * All records of a story at one moment, sorted by id within their kind. Immutable,
 * reference-counted (atomically): what a worker works on.
 */
typedef struct _LeadupSnapshot LeadupSnapshot;

GType           leadup_snapshot_get_type    (void);
LeadupSnapshot *leadup_snapshot_new         (GPtrArray * const    *records) G_GNUC_WARN_UNUSED_RESULT;
LeadupSnapshot *leadup_snapshot_ref         (LeadupSnapshot       *self);
void            leadup_snapshot_unref       (LeadupSnapshot       *self);

guint           leadup_snapshot_get_n       (const LeadupSnapshot *self,
                                             LeadupRecordKind      kind);
gpointer        leadup_snapshot_get         (const LeadupSnapshot *self,
                                             LeadupRecordKind      kind,
                                             guint                 index);
void            leadup_snapshot_look_ahead  (const LeadupSnapshot *self,
                                             guint                 index);
gboolean        leadup_snapshot_shares      (const LeadupSnapshot *self,
                                             const LeadupSnapshot *other,
                                             LeadupRecordKind      kind);
gpointer        leadup_snapshot_lookup      (const LeadupSnapshot *self,
                                             LeadupRecordKind      kind,
                                             const char           *id);
LeadupInfo     *leadup_snapshot_get_info    (const LeadupSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupSnapshot, leadup_snapshot_unref)

G_END_DECLS
