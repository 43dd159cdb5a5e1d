/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"
#include "storage/leadup-json-scanner.h"

G_BEGIN_DECLS

/**
 * LeadupRecordReader:
 *
 * Makes records out of the values of one scanned text. Lenient about what is absent, strict about
 * what is wrong; members that it does not know go into the record’s `extra`. One thread at a time.
 */
typedef struct _LeadupRecordReader LeadupRecordReader;

LeadupRecordReader *leadup_record_reader_new       (LeadupJsonScanner      *scanner) G_GNUC_WARN_UNUSED_RESULT;
void                leadup_record_reader_free      (LeadupRecordReader     *self);
void                leadup_record_reader_set_known (LeadupRecordReader     *self,
                                                    const LeadupJsonValue  *values,
                                                    guint                   n_values);

LeadupRecord       *leadup_record_reader_read      (LeadupRecordReader     *self,
                                                    LeadupRecordKind        kind,
                                                    const LeadupJsonValue  *value,
                                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupRecord       *leadup_record_reader_read_at   (LeadupRecordReader     *self,
                                                    LeadupRecordKind        kind,
                                                    const char             *start,
                                                    const char            **end,
                                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupRecord       *leadup_record_reader_read_text (LeadupRecordKind        kind,
                                                    const char             *text,
                                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupRecordReader, leadup_record_reader_free)

G_END_DECLS
