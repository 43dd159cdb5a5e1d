/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"
#include "model/leadup-transaction.h"
#include "storage/leadup-etag.h"

G_BEGIN_DECLS

/**
 * LeadupJournal:
 *
 * The edits of one open document, on disk as soon as they are made: what a crash leaves behind. One
 * file, 0600 and locked as long as the document is open; a line each with its length and checksum,
 * so that a torn one loses only itself.
 *
 * Lines are made and written by a thread of its own, at once, and synced within a second. All
 * functions may be called from any thread; the owner keeps the order.
 */
typedef struct _LeadupJournal LeadupJournal;

LeadupJournal *leadup_journal_new           (GFile              *directory,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupJournal *leadup_journal_ref           (LeadupJournal      *self);
void           leadup_journal_unref         (LeadupJournal      *self);

void           leadup_journal_start         (LeadupJournal      *self,
                                             GFile              *file,
                                             const LeadupEtag   *base,
                                             const char         *title,
                                             LeadupSnapshot     *snapshot,
                                             gboolean            is_modified);
void           leadup_journal_append        (LeadupJournal      *self,
                                             LeadupTransaction  *transaction);
guint          leadup_journal_mark          (LeadupJournal      *self);
void           leadup_journal_mark_saving   (LeadupJournal      *self,
                                             guint               mark,
                                             GFile              *file,
                                             const LeadupEtag   *contents);
void           leadup_journal_flush         (LeadupJournal      *self);
char          *leadup_journal_dup_error     (LeadupJournal      *self) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_journal_discard       (LeadupJournal      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupJournal, leadup_journal_unref)

G_END_DECLS
