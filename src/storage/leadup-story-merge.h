/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-record.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/**
 * LeadupMergeConflict:
 * @kind: of the record
 * @id: of the record
 * @member: (nullable): name in the file; %NULL where one side removed the whole record
 * @ours: (nullable): its value as JSON; %NULL where it is not there
 * @theirs: (nullable): likewise
 * @takes_theirs: whether leadup_merge_to_transaction() takes @theirs; may be changed
 *
 * What both sides changed in different ways. The merged story has @ours, or the record that one
 * side removed and the other changed. Where neither value is there, one side removed what the other
 * refers to; it is kept.
 */
typedef struct
{
  LeadupRecordKind kind;
  char *id;
  char *member;
  char *ours;
  char *theirs;
  gboolean takes_theirs;
} LeadupMergeConflict;

/**
 * LeadupMergeChange:
 * @before: (nullable): what we have
 * @after: (nullable): what the merged story has
 * @members: (nullable) (array zero-terminated=1): names in the file of what differs, where both are
 * there
 * @is_taken: whether leadup_merge_to_transaction() carries it out; may be changed
 *
 * What comes in from the other side and contradicts nothing.
 */
typedef struct
{
  LeadupRecord *before;
  LeadupRecord *after;
  GStrv members;
  gboolean is_taken;
} LeadupMergeChange;

/**
 * LeadupMerge:
 * @records: (element-type LeadupRecord): the merged story
 * @conflicts: (element-type LeadupMergeConflict)
 * @changes: (element-type LeadupMergeChange): in the order of kinds and ids
 *
 * One thread at a time.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *conflicts;
  GPtrArray *changes;
  /*< private >*/
  GPtrArray *sides[3];
} LeadupMerge;

GPtrArray         *leadup_merge_read_side      (GBytes        *bytes,
                                                GCancellable  *cancellable,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupMerge       *leadup_merge_run            (GPtrArray     *base,
                                                GPtrArray     *ours,
                                                GPtrArray     *theirs,
                                                GCancellable  *cancellable,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction *leadup_merge_to_transaction (LeadupMerge   *self,
                                                const char    *label,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_merge_free           (LeadupMerge   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupMerge, leadup_merge_free)

G_END_DECLS
