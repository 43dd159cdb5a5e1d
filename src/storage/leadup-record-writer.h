/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/leadup-record-shape.h"

G_BEGIN_DECLS

/* Records as JSON, each on one line: a pure function of the record. */

/* Writes a member that the shape of a file leaves to whoever writes the whole: its value, or
 * nothing and %FALSE. */
typedef gboolean (*LeadupRecordWriterFunc) (GString    *text,
                                            const char *name,
                                            gpointer    user_data);

void  leadup_record_writer_append      (GString                *text,
                                        LeadupRecord           *record);
void  leadup_record_writer_append_with (GString                *text,
                                        LeadupRecord           *record,
                                        LeadupRecordWriterFunc  elsewhere,
                                        gpointer                user_data);

G_END_DECLS
