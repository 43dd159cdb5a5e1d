/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupRecordList:
 *
 * The records of one kind, sorted by id. Immutable, reference-counted (atomically): an edit makes a
 * new list, which shares all but the touched chunks of some hundred records with the old one. So a
 * snapshot is a reference, an edit of one record among a million copies a few thousand pointers,
 * and an edit that is refused has nothing to undo.
 */
typedef struct _LeadupRecordList LeadupRecordList;

/**
 * LeadupRecordEdit:
 * @id: of the record
 * @before: (nullable): what the list must hold now, the very same object; %NULL where it must hold
 * nothing
 * @after: (nullable): what it will hold
 */
typedef struct
{
  const char   *id;
  LeadupRecord *before;
  LeadupRecord *after;
} LeadupRecordEdit;

LeadupRecordList *leadup_record_list_new   (LeadupRecord * const    *records,
                                            guint                    n_records,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupRecordList *leadup_record_list_ref   (LeadupRecordList        *self);
void              leadup_record_list_unref (LeadupRecordList        *self);

guint             leadup_record_list_get_n (const LeadupRecordList  *self);
LeadupRecord     *leadup_record_list_get   (const LeadupRecordList  *self,
                                            guint                    index);
LeadupRecord     *leadup_record_list_find  (const LeadupRecordList  *self,
                                            const char              *id,
                                            guint                   *position);
LeadupRecordList *leadup_record_list_edit  (const LeadupRecordList  *self,
                                            const LeadupRecordEdit  *edits,
                                            guint                    n_edits,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupRecordList, leadup_record_list_unref)

G_END_DECLS
