/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "document/leadup-document-private.h"
#include "document/leadup-journal.h"
#include "storage/leadup-default-categories.h"

#include <glib/gi18n.h>

/* As many characters as a window’s title or a list of journals shows. */
#define TITLE_LENGTH 200

struct _LeadupDocument
{
  GObject parent_instance;

  LeadupStory *story;
  LeadupHistory *history;
  GFile *file;
  LeadupEtag etag;
  LeadupSnapshot *saved; /* (nullable): what the file held when it was read or written last */
  GPtrArray *warnings;
  LeadupJournal *journal;

  /* Counts edits, to see whether there were some while a save was under way. */
  guint n_edits;
  gboolean is_restored;
  gboolean is_read_only;
  gboolean is_busy;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_TITLE,
  PROP_IS_MODIFIED,
  PROP_IS_READ_ONLY,
  PROP_IS_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeadupDocument, leadup_document, G_TYPE_OBJECT)

static void
applied_cb (LeadupHistory *history, LeadupTransaction *transaction, gpointer user_data)
{
  LeadupDocument *self = user_data;

  self->n_edits++;
  if (self->journal != NULL)
    leadup_journal_append (self->journal, transaction);

  if (leadup_transaction_touches (transaction, LEADUP_RECORD_INFO))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
notify_modified_cb (LeadupHistory *history,
                    GParamSpec    *pspec,
                    gpointer       user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_IS_MODIFIED]);
}

static void
take_story (LeadupDocument *self,
            LeadupStory    *story)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->story);

  self->story = story;
  self->history = leadup_history_new (story);
  g_signal_connect_object (self->history, "applied", G_CALLBACK (applied_cb), self, 0);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (notify_modified_cb), self,
                           0);
}

static void
take_saved (LeadupDocument *self,
            LeadupSnapshot *snapshot)
{
  g_clear_pointer (&self->saved, leadup_snapshot_unref);
  self->saved = snapshot;
}

static void
set_warnings (LeadupDocument      *self,
              const char * const  *warnings)
{
  g_ptr_array_set_size (self->warnings, 0);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    g_ptr_array_add (self->warnings, g_strdup (warnings[i]));
  g_ptr_array_add (self->warnings, NULL);
}

static void
set_busy (LeadupDocument *self,
          gboolean        is_busy)
{
  if (self->is_busy == is_busy)
    return;

  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BUSY]);
}

static gboolean
check_idle (LeadupDocument *self,
            GError        **error)
{
  if (!self->is_busy)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING,
               _ ("The story is being read or written; wait a moment"));

  return FALSE;
}

static void
notify_all (LeadupDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
start_journal (LeadupDocument *self)
{
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autofree char *title = NULL;

  if (self->journal == NULL)
    return;

  title = leadup_document_dup_title (self);
  if (self->file == NULL || leadup_document_is_modified (self))
    snapshot = leadup_story_snapshot (self->story);
  leadup_journal_start (self->journal, self->file, &self->etag, title, snapshot,
                        leadup_document_is_modified (self));
}

static void
load_job_complete (LeadupDocument *self,
                   LeadupLoadJob  *job)
{
  take_story (self, g_steal_pointer (&job->story));
  take_saved (self, leadup_story_snapshot (self->story));
  g_set_object (&self->file, job->file);
  self->etag = job->etag;
  self->is_read_only = job->is_newer;
  self->is_restored = FALSE;
  set_warnings (self, (const char *const *) job->warnings);
  start_journal (self);
  notify_all (self);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (leadup_load_job_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Back in the main thread; @user_data is the caller’s task. */
static void
load_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LeadupDocument *self = LEADUP_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  load_job_complete (self, g_task_get_task_data (G_TASK (result)));
  g_task_return_boolean (task, TRUE);
}

static LeadupSaveJob *
save_job_new (LeadupDocument *self,
              GFile          *file,
              gboolean        overwrite)
{
  LeadupSaveJob *job = g_new0 (LeadupSaveJob, 1);

  job->file = g_object_ref (file);
  job->snapshot = leadup_story_snapshot (self->story);
  job->n_edits = self->n_edits;
  if (!overwrite && self->file != NULL && g_file_equal (file, self->file))
    job->expected = self->etag;
  if (self->journal != NULL)
    {
      job->journal = leadup_journal_ref (self->journal);
      job->mark = leadup_journal_mark (self->journal);
    }

  return job;
}

static void
save_job_complete (LeadupDocument *self,
                   LeadupSaveJob  *job,
                   gboolean        is_confirmed)
{
  if (!leadup_etag_is_set (&job->written))
    return;

  /* Even where the disk has not confirmed it: the file is ours now, and no conflict. */
  self->etag = job->written;
  take_saved (self, leadup_snapshot_ref (job->snapshot));
  if (g_set_object (&self->file, job->file))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (!is_confirmed || self->n_edits != job->n_edits)
    return;

  self->is_restored = FALSE;
  leadup_history_mark_saved (self->history);
  start_journal (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_MODIFIED]);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (leadup_save_job_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
save_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LeadupDocument *self = LEADUP_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  set_busy (self, FALSE);
  save_job_complete (self, g_task_get_task_data (G_TASK (result)), done);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
check_writable (LeadupDocument *self,
                GError        **error)
{
  if (!check_idle (self, error))
    return FALSE;
  if (!self->is_read_only)
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
               _ ("A newer version of Leadup wrote this story; saving it here could lose what this "
                  "version does not know"));

  return FALSE;
}

static void
leadup_document_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LeadupDocument *self = LEADUP_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_take_string (value, leadup_document_dup_title (self));
      break;
    case PROP_IS_MODIFIED:
      g_value_set_boolean (value, leadup_document_is_modified (self));
      break;
    case PROP_IS_READ_ONLY:
      g_value_set_boolean (value, self->is_read_only);
      break;
    case PROP_IS_BUSY:
      g_value_set_boolean (value, self->is_busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
leadup_document_dispose (GObject *object)
{
  LeadupDocument *self = LEADUP_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->story);
  g_clear_object (&self->file);
  g_clear_pointer (&self->saved, leadup_snapshot_unref);
  g_clear_pointer (&self->journal, leadup_journal_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (leadup_document_parent_class)->dispose (object);
}

static void
leadup_document_class_init (LeadupDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = leadup_document_get_property;
  object_class->dispose = leadup_document_dispose;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_IS_MODIFIED] = g_param_spec_boolean ("is-modified", NULL, NULL, FALSE, flags);
  properties[PROP_IS_READ_ONLY] = g_param_spec_boolean ("is-read-only", NULL, NULL, FALSE, flags);
  properties[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leadup_document_init (LeadupDocument *self)
{
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  set_warnings (self, NULL);
}

/* A story without a file that has the default categories and nothing else. */
LeadupDocument *
leadup_document_new (void)
{
  LeadupStory *story = leadup_story_new_from_records (leadup_default_categories_get (), NULL);

  /* Categories refer to nothing and their ids differ. */
  g_assert (story != NULL);

  return leadup_document_new_for_story (story);
}

LeadupDocument *
leadup_document_new_for_story (LeadupStory *story)
{
  LeadupDocument *self = g_object_new (LEADUP_TYPE_DOCUMENT, NULL);

  take_story (self, story);

  return self;
}

LeadupDocument *
leadup_document_new_restored (LeadupStory         *story,
                              GFile               *file,
                              const LeadupEtag    *etag,
                              const char * const  *warnings)
{
  LeadupDocument *self;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);

  self = g_object_new (LEADUP_TYPE_DOCUMENT, NULL);
  take_story (self, story);
  g_set_object (&self->file, file);
  if (etag != NULL)
    self->etag = *etag;
  self->is_restored = TRUE;
  set_warnings (self, warnings);

  return self;
}

void
leadup_document_add_warning (LeadupDocument *self,
                             const char     *warning)
{
  g_return_if_fail (LEADUP_IS_DOCUMENT (self) && warning != NULL);

  g_ptr_array_insert (self->warnings, (int) self->warnings->len - 1, g_strdup (warning));
}

/* Until the next load. */
LeadupStory *
leadup_document_get_story (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return self->story;
}

/* Until the next load. */
LeadupHistory *
leadup_document_get_history (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return self->history;
}

/* Returns: (transfer none) (nullable): %NULL where it was never saved */
GFile *
leadup_document_get_file (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return self->file;
}

/* Returns: (transfer none) (nullable): the story as its file was read or written last; %NULL where
 * it has none, or was restored */
LeadupSnapshot *
leadup_document_get_saved (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return self->saved;
}

/**
 * leadup_document_accept_file:
 * @self: a document
 * @etag: of its file as somebody else wrote it
 *
 * What somebody else saved has been looked at and taken into the story: saving over it is no
 * conflict any more.
 */
void
leadup_document_accept_file (LeadupDocument   *self,
                             const LeadupEtag *etag)
{
  g_return_if_fail (LEADUP_IS_DOCUMENT (self) && etag != NULL);

  self->etag = *etag;
}

/* What people call it: the story’s title, or else the name of the file. One line. */
char *
leadup_document_dup_title (LeadupDocument *self)
{
  const LeadupInfoFields *fields;
  g_autofree char *path = NULL;

  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  fields = leadup_info_get_fields (leadup_story_get_info (self->story));
  if (!leadup_text_is_blank (fields->title))
    return leadup_text_single_line (fields->title, TITLE_LENGTH);
  if (self->file == NULL)
    return g_strdup (_ ("Untitled story"));

  path = g_file_get_parse_name (self->file);

  return g_path_get_basename (path);
}

gboolean
leadup_document_is_modified (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), FALSE);

  return self->is_restored || leadup_history_get_modified (self->history);
}

/* Whether a newer program wrote the file, so that saving is refused. */
gboolean
leadup_document_is_read_only (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), FALSE);

  return self->is_read_only;
}

gboolean
leadup_document_is_busy (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), FALSE);

  return self->is_busy;
}

/* Returns: (transfer none) (array zero-terminated=1): sentences about what was put right on loading
 * or restoring */
const char *const *
leadup_document_get_warnings (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return (const char *const *) self->warnings->pdata;
}

/* Reads @file in place of the story so far. If it fails, nothing has changed. */
gboolean
leadup_document_load (LeadupDocument *self,
                      GFile          *file,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (LeadupLoadJob) job = NULL;

  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self) && G_IS_FILE (file), FALSE);

  if (!check_idle (self, error))
    return FALSE;

  job = leadup_load_job_new (file);
  if (!leadup_load_job_run (job, cancellable, error))
    return FALSE;
  load_job_complete (self, job);

  return TRUE;
}

void
leadup_document_load_async (LeadupDocument     *self,
                            GFile              *file,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_return_if_fail (LEADUP_IS_DOCUMENT (self) && G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, leadup_document_load_async);
  if (!check_idle (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  set_busy (self, TRUE);
  work = g_task_new (self, cancellable, load_done_cb, g_steal_pointer (&task));
  g_task_set_source_tag (work, load_in_thread);
  g_task_set_task_data (work, leadup_load_job_new (file), (GDestroyNotify) leadup_load_job_free);
  g_task_run_in_thread (work, load_in_thread);
}

gboolean
leadup_document_load_finish (LeadupDocument *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
leadup_document_save (LeadupDocument *self,
                      GFile          *file,
                      gboolean        overwrite,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (LeadupSaveJob) job = NULL;
  gboolean done;

  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self) && G_IS_FILE (file), FALSE);

  if (!check_writable (self, error))
    return FALSE;

  job = save_job_new (self, file, overwrite);
  done = leadup_save_job_run (job, cancellable, error);
  save_job_complete (self, job, done);

  return done;
}

void
leadup_document_save_async (LeadupDocument     *self,
                            GFile              *file,
                            gboolean            overwrite,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_return_if_fail (LEADUP_IS_DOCUMENT (self) && G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, leadup_document_save_async);
  if (!check_writable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  set_busy (self, TRUE);
  work = g_task_new (self, cancellable, save_done_cb, g_steal_pointer (&task));
  g_task_set_source_tag (work, save_in_thread);
  /* What was written counts, even where the cancel came too late. */
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, save_job_new (self, file, overwrite),
                        (GDestroyNotify) leadup_save_job_free);
  g_task_run_in_thread (work, save_in_thread);
}

gboolean
leadup_document_save_finish (LeadupDocument *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* @directory is made where it is missing. */
gboolean
leadup_document_start_journal (LeadupDocument *self,
                               GFile          *directory,
                               GError        **error)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self) && G_IS_FILE (directory), FALSE);

  if (self->journal != NULL)
    return TRUE;

  self->journal = leadup_journal_new (directory, error);
  if (self->journal == NULL)
    return FALSE;
  start_journal (self);

  return TRUE;
}

/* Waits until all edits so far are in the journal and on disk. */
void
leadup_document_flush_journal (LeadupDocument *self)
{
  g_return_if_fail (LEADUP_IS_DOCUMENT (self));

  if (self->journal != NULL)
    leadup_journal_flush (self->journal);
}

/* Returns: (transfer full) (nullable): a sentence, where a crash would now lose edits, as on a full
 * disk */
char *
leadup_document_dup_journal_error (LeadupDocument *self)
{
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (self), NULL);

  return self->journal != NULL ? leadup_journal_dup_error (self->journal) : NULL;
}

void
leadup_document_discard_journal (LeadupDocument *self)
{
  g_return_if_fail (LEADUP_IS_DOCUMENT (self));

  if (self->journal == NULL)
    return;

  leadup_journal_discard (self->journal);
  g_clear_pointer (&self->journal, leadup_journal_unref);
}
