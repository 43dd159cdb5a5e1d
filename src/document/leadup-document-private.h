/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/leadup-document.h"
#include "document/leadup-journal.h"

G_BEGIN_DECLS

/* For leadup-recovery.c. @story is taken over; @file and @etag may be missing. The document is
 * modified until it is saved. */
LeadupDocument *leadup_document_new_restored (LeadupStory        *story,
                                              GFile              *file,
                                              const LeadupEtag   *etag,
                                              const char * const *warnings) G_GNUC_WARN_UNUSED_RESULT;
/* @story is taken over. The document is as if it was saved, but has no file. */
LeadupDocument *leadup_document_new_for_story (LeadupStory       *story) G_GNUC_WARN_UNUSED_RESULT;
void            leadup_document_add_warning  (LeadupDocument     *self,
                                              const char         *warning);

/**
 * LeadupLoadJob:
 *
 * What a worker reads.
 */
typedef struct
{
  GFile *file;
  LeadupEtag etag;
  LeadupStory *story;
  GStrv warnings;
  gboolean is_newer;
} LeadupLoadJob;

/**
 * LeadupSaveJob:
 * @expected: unset where whatever is there is overwritten
 * @written: set where the file has the new contents, whatever came after
 * @n_edits: of the document when the snapshot was taken
 *
 * What a worker writes.
 */
typedef struct
{
  GFile *file;
  LeadupSnapshot *snapshot;
  LeadupEtag expected;
  LeadupEtag written;
  LeadupJournal *journal;
  guint mark;
  guint n_edits;
} LeadupSaveJob;

LeadupLoadJob  *leadup_load_job_new          (GFile              *file) G_GNUC_WARN_UNUSED_RESULT;
gboolean        leadup_load_job_run          (LeadupLoadJob      *job,
                                              GCancellable       *cancellable,
                                              GError            **error);
void            leadup_load_job_free         (LeadupLoadJob      *job);

gboolean        leadup_save_job_run          (LeadupSaveJob      *job,
                                              GCancellable       *cancellable,
                                              GError            **error);
void            leadup_save_job_free         (LeadupSaveJob      *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupLoadJob, leadup_load_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupSaveJob, leadup_save_job_free)

G_END_DECLS
