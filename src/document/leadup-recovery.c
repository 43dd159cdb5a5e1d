/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-recovery.h"

#include "base/leadup-error.h"
#include "document/leadup-document-private.h"
#include "document/leadup-journal-contents.h"
#include "document/leadup-journal-line.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-story-reader.h"
#include "storage/leadup-transaction-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A whole story and many edits. */
#define MAX_BYTES (2 * LEADUP_JSON_MAX_BYTES)

/**
 * LeadupRecovery:
 * @fd: holds the lock, so that no second program offers the same
 */
struct _LeadupRecovery
{
  GObject parent_instance;

  char *path;
  char *title;
  GFile *file;
  guint n_edits;
  gint64 time;
  int fd;
};

G_DEFINE_FINAL_TYPE (LeadupRecovery, leadup_recovery, G_TYPE_OBJECT)

static LeadupJournalContents *
read_contents (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = leadup_file_reader_read (file, MAX_BYTES, NULL, NULL, error);
  LeadupJournalContents *contents;

  if (bytes == NULL)
    return NULL;

  contents = leadup_journal_contents_read (bytes);
  if (contents == NULL)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX,
                 _ ("The edits kept in %s cannot be read; the file stays where it is"), path);

  return contents;
}

/* Opens a journal that nobody has open; -1 where somebody has. */
static int
lock_journal (const char *path)
{
  int fd = g_open (path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC, 0);
  struct stat status;

  if (fd >= 0 &&
      (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || flock (fd, LOCK_EX | LOCK_NB) != 0))
    {
      close (fd);
      fd = -1;
    }

  return fd;
}

/* Returns: (transfer full) (nullable): what is worth offering */
static LeadupRecovery *
recovery_new (const char *path)
{
  g_autoptr (LeadupJournalContents) contents = NULL;
  LeadupRecovery *self;
  struct stat status;
  int fd = lock_journal (path);

  if (fd < 0)
    return NULL;

  /* What cannot be read stays for people to look at, and stops nobody. */
  contents = read_contents (path, NULL);
  if (contents == NULL || fstat (fd, &status) != 0)
    {
      close (fd);
      return NULL;
    }

  /* Nothing was edited, or the file is proven to hold it all. */
  if (contents->edits->len == 0 && !contents->is_modified)
    {
      g_unlink (path);
      close (fd);
      return NULL;
    }

  self = g_object_new (LEADUP_TYPE_RECOVERY, NULL);
  self->path = g_strdup (path);
  self->title = g_steal_pointer (&contents->title);
  self->file = g_steal_pointer (&contents->file);
  self->n_edits = contents->edits->len;
  self->time = (gint64) status.st_mtime;
  self->fd = fd;

  return self;
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const LeadupRecovery *first = a;
  const LeadupRecovery *second = b;

  return (second->time > first->time) - (second->time < first->time);
}

/* The story that the edits belong to; @warnings gets what people should know about it. */
static LeadupStory *
read_base (const LeadupJournalContents *contents,
           LeadupEtag                  *etag,
           GPtrArray                   *warnings,
           GError                     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LeadupStoryContents) base = NULL;
  g_autofree char *name = NULL;

  if (contents->file == NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("The kept edits do not say which story they belong to"));
      return NULL;
    }

  name = g_file_get_parse_name (contents->file);
  bytes = leadup_file_reader_read (contents->file, LEADUP_JSON_MAX_BYTES, etag, NULL, error);
  if (bytes != NULL)
    base = leadup_story_reader_read (bytes, g_get_real_time (), NULL, error);
  if (base == NULL)
    {
      g_prefix_error (
          error, _ ("The edits belong to a file that cannot be read; put it back and try again: "));
      return NULL;
    }

  if (contents->is_changed)
    {
      g_ptr_array_add (
          warnings,
          g_strdup_printf (_ ("%s was changed by somebody else after these edits were made; "
                              "look through the story before you save it"),
                           name));
      /* Saving is to ask: this is not the file that was edited. */
      *etag = contents->etag;
    }

  return leadup_story_new_from_records (base->records, error);
}

static LeadupStory *
read_full (const LeadupJournalContents *contents,
           GError                     **error)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupTransaction) transaction = NULL;

  transaction = leadup_transaction_text_read (contents->full, story, error);
  if (transaction == NULL || !leadup_story_apply (story, transaction, error))
    return NULL;

  return g_steal_pointer (&story);
}

/* Returns: how many edits could not be made again */
static guint
replay (LeadupDocument              *document,
        const LeadupJournalContents *contents)
{
  LeadupHistory *history = leadup_document_get_history (document);
  LeadupStory *story = leadup_document_get_story (document);
  guint n_failed = 0;

  for (guint i = 0; i < contents->edits->len; i++)
    {
      g_autoptr (LeadupTransaction) transaction =
          leadup_transaction_text_read (contents->edits->pdata[i], story, NULL);

      if (transaction == NULL || !leadup_history_push (history, transaction, NULL))
        n_failed++;
    }

  return n_failed;
}

static void
leadup_recovery_finalize (GObject *object)
{
  LeadupRecovery *self = LEADUP_RECOVERY (object);

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->title);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (leadup_recovery_parent_class)->finalize (object);
}

static void
leadup_recovery_class_init (LeadupRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_recovery_finalize;
}

static void
leadup_recovery_init (LeadupRecovery *self)
{
  self->fd = -1;
}

/**
 * leadup_recovery_list:
 * @directory: of all journals; may be missing
 *
 * Finds what crashed runs left. What cannot be read is passed over and stays; what holds nothing
 * that is not saved is deleted. As long as a #LeadupRecovery lives, no other program is offered the
 * same.
 *
 * Returns: (transfer full): the newest first
 */
GListModel *
leadup_recovery_list (GFile *directory)
{
  GListStore *list = g_list_store_new (LEADUP_TYPE_RECOVERY);
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (G_IS_FILE (directory), G_LIST_MODEL (list));

  path = g_file_get_path (directory);
  if (path != NULL)
    folder = g_dir_open (path, 0, NULL);

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *journal = g_build_filename (path, name, NULL);
      g_autoptr (LeadupRecovery) recovery = NULL;

      if (g_str_has_suffix (name, LEADUP_JOURNAL_SUFFIX))
        recovery = recovery_new (journal);
      if (recovery != NULL)
        g_list_store_insert_sorted (list, recovery, compare_times, NULL);
    }

  return G_LIST_MODEL (list);
}

/* Returns: (transfer none) (nullable): %NULL where the story was never saved */
GFile *
leadup_recovery_get_file (LeadupRecovery *self)
{
  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), NULL);

  return self->file;
}

const char *
leadup_recovery_get_title (LeadupRecovery *self)
{
  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), NULL);

  return self->title;
}

/* Edits that are in no file. 0 for a restored story that was not touched, nor saved. */
guint
leadup_recovery_get_n_edits (LeadupRecovery *self)
{
  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), 0);

  return self->n_edits;
}

/* Of the last edit, in seconds from 1970 (UTC). */
gint64
leadup_recovery_get_time (LeadupRecovery *self)
{
  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), 0);

  return self->time;
}

/**
 * leadup_recovery_restore:
 * @self: a recovery
 * @error: return location
 *
 * Makes the story as it was: the edits are steps of its history and can be undone. The journal
 * stays; call leadup_recovery_discard() when the document has a journal of its own.
 *
 * Returns: (transfer full) (nullable): a modified document; what could not be restored stands in
 * its warnings
 */
LeadupDocument *
leadup_recovery_restore (LeadupRecovery *self,
                         GError        **error)
{
  g_autoptr (LeadupJournalContents) contents = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  LeadupEtag etag = { 0 };
  LeadupStory *story;
  LeadupDocument *document;
  guint n_failed;

  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), NULL);

  contents = read_contents (self->path, error);
  if (contents == NULL)
    return NULL;

  etag = contents->etag;
  story = contents->full != NULL ? read_full (contents, error)
                                 : read_base (contents, &etag, warnings, error);
  if (story == NULL)
    return NULL;

  g_ptr_array_add (warnings, NULL);
  document = leadup_document_new_restored (story, contents->file, &etag,
                                           (const char *const *) warnings->pdata);
  n_failed = replay (document, contents);
  if (n_failed > 0)
    {
      g_autofree char *warning = g_strdup_printf (
          _ ("%u of %u edits could not be restored, because what they belong to is missing"),
          n_failed, contents->edits->len);

      leadup_document_add_warning (document, warning);
    }

  return document;
}

/* Deletes the journal: the question what to do with it was answered. */
gboolean
leadup_recovery_discard (LeadupRecovery *self,
                         GError        **error)
{
  g_return_val_if_fail (LEADUP_IS_RECOVERY (self), FALSE);

  if (g_unlink (self->path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", self->path,
               g_strerror (errno));

  return FALSE;
}
