/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The lines of a journal: “E 27 0123456789abcdef {…}”: what it is, the payload’s length, the start
 * of the SHA-256 of type and payload, the payload. */

/**
 * LeadupJournalLineType:
 * @LEADUP_JOURNAL_START: the document: JSON with `uri`, `etag`, `title`, `modified`
 * @LEADUP_JOURNAL_FULL: the transaction that makes the whole story; the file is not needed
 * @LEADUP_JOURNAL_EDIT: a transaction
 * @LEADUP_JOURNAL_MARK: a number; what is saved under it holds the edits so far
 * @LEADUP_JOURNAL_SAVING: `mark`, `uri` and `etag` of what is about to be written
 */
typedef enum
{
  LEADUP_JOURNAL_START = 'S',
  LEADUP_JOURNAL_FULL = 'F',
  LEADUP_JOURNAL_EDIT = 'E',
  LEADUP_JOURNAL_MARK = 'M',
  LEADUP_JOURNAL_SAVING = 'W',
} LeadupJournalLineType;

#define LEADUP_JOURNAL_SUFFIX ".journal"

void     leadup_journal_line_append (GString                *text,
                                     LeadupJournalLineType   type,
                                     const char             *payload,
                                     gsize                   length);
gboolean leadup_journal_line_read   (const char            **at,
                                     const char             *end,
                                     LeadupJournalLineType  *type,
                                     const char            **payload,
                                     gsize                  *length);

G_END_DECLS
