/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "storage/leadup-etag.h"

G_BEGIN_DECLS

/**
 * LeadupJournalContents:
 * @title: of the story
 * @file: (nullable): of the document
 * @etag: which contents of @file the edits belong to; unset where @full is what they belong to
 * @full: (nullable): the transaction that makes the whole story
 * @edits: (element-type GBytes): transactions that are not in @file or @full, in order
 * @is_modified: whether @full is worth restoring without edits
 * @is_changed: whether @file is no longer what the edits belong to
 *
 * What a journal says, as far as it is whole.
 */
typedef struct
{
  char       *title;
  GFile      *file;
  LeadupEtag  etag;
  GBytes     *full;
  GPtrArray  *edits;
  gboolean    is_modified;
  gboolean    is_changed;
} LeadupJournalContents;

LeadupJournalContents *leadup_journal_contents_read (GBytes                *journal) G_GNUC_WARN_UNUSED_RESULT;
void                   leadup_journal_contents_free (LeadupJournalContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupJournalContents, leadup_journal_contents_free)

G_END_DECLS
