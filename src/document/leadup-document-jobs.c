/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What workers do for a document: reading and writing its file. */

#include "config.h"

#include "document/leadup-document-private.h"

#include "storage/leadup-file-reader.h"
#include "storage/leadup-file-writer.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-story-reader.h"
#include "storage/leadup-story-writer.h"

LeadupLoadJob *
leadup_load_job_new (GFile *file)
{
  LeadupLoadJob *job = g_new0 (LeadupLoadJob, 1);

  job->file = g_object_ref (file);

  return job;
}

/* In any thread. */
gboolean
leadup_load_job_run (LeadupLoadJob *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LeadupStoryContents) contents = NULL;
  LeadupInstant now = g_get_real_time ();

  bytes =
      leadup_file_reader_read (job->file, LEADUP_JSON_MAX_BYTES, &job->etag, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  contents = leadup_story_reader_read (bytes, now, cancellable, error);
  if (contents != NULL)
    job->story = leadup_story_new_from_records (contents->records, error);
  if (job->story == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (job->file);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  job->warnings = g_steal_pointer (&contents->warnings);
  job->is_newer = contents->is_newer;

  return TRUE;
}

void
leadup_load_job_free (LeadupLoadJob *job)
{
  g_clear_object (&job->file);
  g_clear_object (&job->story);
  g_clear_pointer (&job->warnings, g_strfreev);
  g_free (job);
}

/* In any thread. */
gboolean
leadup_save_job_run (LeadupSaveJob *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GBytes) bytes = leadup_story_writer_write (job->snapshot, cancellable, error);
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  LeadupEtag contents = { 0 };

  if (bytes == NULL)
    return FALSE;

  /* What cannot be read again must not replace what can. */
  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  if (scanner == NULL)
    return FALSE;

  if (job->journal != NULL)
    {
      leadup_etag_set_content (&contents, bytes);
      leadup_journal_mark_saving (job->journal, job->mark, job->file, &contents);
    }

  return leadup_file_writer_write (job->file, bytes, &job->expected, &job->written, cancellable,
                                   error);
}

void
leadup_save_job_free (LeadupSaveJob *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->snapshot, leadup_snapshot_unref);
  g_clear_pointer (&job->journal, leadup_journal_unref);
  g_free (job);
}
