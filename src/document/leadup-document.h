/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-history.h"
#include "model/leadup-story.h"
#include "storage/leadup-etag.h"

G_BEGIN_DECLS

/**
 * LeadupDocument:
 *
 * A story with its file, its history and its recovery journal. Main thread; reading and writing run
 * in workers on snapshots.
 *
 * Properties: `file`, `title`, `is-modified`, `is-read-only`, `is-busy`.
 */
#define LEADUP_TYPE_DOCUMENT (leadup_document_get_type ())

G_DECLARE_FINAL_TYPE (LeadupDocument, leadup_document, LEADUP, DOCUMENT, GObject)

LeadupDocument *leadup_document_new             (void) G_GNUC_WARN_UNUSED_RESULT;
LeadupDocument *leadup_document_new_from_bytes  (GBytes               *bytes,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

LeadupStory    *leadup_document_get_story       (LeadupDocument       *self);
LeadupHistory  *leadup_document_get_history     (LeadupDocument       *self);
GFile          *leadup_document_get_file        (LeadupDocument       *self);
LeadupSnapshot *leadup_document_get_saved       (LeadupDocument       *self);
void            leadup_document_accept_file     (LeadupDocument       *self,
                                                 const LeadupEtag     *etag);
char           *leadup_document_dup_title       (LeadupDocument       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        leadup_document_is_modified     (LeadupDocument       *self);
gboolean        leadup_document_is_read_only    (LeadupDocument       *self);
gboolean        leadup_document_is_busy         (LeadupDocument       *self);
const char * const *leadup_document_get_warnings (LeadupDocument      *self);

/* Loading fills a new document: the story and the history are others afterwards. */
gboolean        leadup_document_load            (LeadupDocument       *self,
                                                 GFile                *file,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void            leadup_document_load_async      (LeadupDocument       *self,
                                                 GFile                *file,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        leadup_document_load_finish     (LeadupDocument       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* Saving. Fails with LEADUP_ERROR_CONFLICT where the file was changed by somebody else since it was
 * read; with
 * @overwrite it is written all the same. With another @file than before this is “save as”. */
gboolean        leadup_document_save            (LeadupDocument       *self,
                                                 GFile                *file,
                                                 gboolean              overwrite,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void            leadup_document_save_async      (LeadupDocument       *self,
                                                 GFile                *file,
                                                 gboolean              overwrite,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        leadup_document_save_finish     (LeadupDocument       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* Starts the journal in @directory; without it nothing is journalled (command line). */
gboolean        leadup_document_start_journal   (LeadupDocument       *self,
                                                 GFile                *directory,
                                                 GError              **error);
void            leadup_document_flush_journal   (LeadupDocument       *self);
char           *leadup_document_dup_journal_error (LeadupDocument     *self) G_GNUC_WARN_UNUSED_RESULT;
/* The story is closed or given up for good: its journal is deleted. */
void            leadup_document_discard_journal (LeadupDocument       *self);

G_END_DECLS
