/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupMergeConflict:
 * @kind: of the record
 * @id: of the record
 * @member: (nullable): name in the file; %NULL where one side removed the whole record
 * @ours: (nullable): its value as JSON; %NULL where it is not there
 * @theirs: (nullable): likewise
 *
 * What both sides changed in different ways. The merged story has @ours, or the record that one
 * side removed and the other changed.
 */
typedef struct
{
  LeadupRecordKind kind;
  char *id;
  char *member;
  char *ours;
  char *theirs;
} LeadupMergeConflict;

/**
 * LeadupMerge:
 * @records: (element-type LeadupRecord): the merged story
 * @conflicts: (element-type LeadupMergeConflict)
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *conflicts;
} LeadupMerge;

LeadupMerge *leadup_merge_run (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void leadup_merge_free (LeadupMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupMerge, leadup_merge_free)

G_END_DECLS
