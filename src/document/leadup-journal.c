/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-journal.h"

#include "base/leadup-text.h"
#include "document/leadup-journal-line.h"
#include "storage/leadup-transaction-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* How long written lines may wait for the disk. */
#define SYNC_DELAY_US (G_USEC_PER_SEC / 2)

struct _LeadupJournal
{
  gatomicrefcount ref_count;
  char *path;
  GThread *thread;
  GAsyncQueue *queue;
  guint last_mark;

  /* The thread’s. */
  int fd;
  off_t length;
  gboolean is_dirty;
  gboolean is_broken;

  GMutex mutex;
  GCond flushed;
  char *error;
};

typedef enum
{
  ITEM_START,
  ITEM_LINE,
  ITEM_EDIT,
  ITEM_FLUSH,
  ITEM_DISCARD,
  ITEM_QUIT,
} ItemType;

/**
 * Item:
 * @line: (nullable): a payload that is ready
 * @snapshot: (nullable): of a start
 * @transaction: (nullable): of an edit, put into words by the thread
 * @is_done: (nullable): set when a flush has reached the disk
 *
 * What the thread is to do next.
 */
typedef struct
{
  ItemType type;
  LeadupJournalLineType line_type;
  char *line;
  LeadupSnapshot *snapshot;
  LeadupTransaction *transaction;
  gboolean *is_done;
} Item;

static void
item_free (Item *item)
{
  g_clear_pointer (&item->line, g_free);
  g_clear_pointer (&item->snapshot, leadup_snapshot_unref);
  g_clear_pointer (&item->transaction, leadup_transaction_unref);
  g_free (item);
}

static Item *
new_item (ItemType type)
{
  Item *item = g_new0 (Item, 1);

  item->type = type;

  return item;
}

static void
set_broken (LeadupJournal *self,
            int            code)
{
  g_mutex_lock (&self->mutex);
  g_free (self->error);
  self->error =
      g_strdup_printf (_ ("Edits cannot be kept for the case of a crash (%s: %s); save the story"),
                       self->path, g_strerror (code));
  g_mutex_unlock (&self->mutex);
  self->is_broken = TRUE;
}

/* Appends all of @text or nothing: behind half a line no further one would be found. */
static void
write_text (LeadupJournal *self,
            const GString *text)
{
  gsize done = 0;

  while (done < text->len)
    {
      gssize n = write (self->fd, text->str + done, text->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          set_broken (self, n < 0 ? errno : EIO);
          if (ftruncate (self->fd, self->length) != 0)
            g_debug ("A torn line stays in the journal");
          return;
        }
      done += (gsize) n;
    }

  self->length += (off_t) text->len;
  self->is_dirty = TRUE;
}

static void
append_edit (GString              *text,
             LeadupJournalLineType type,
             LeadupTransaction    *transaction,
             LeadupSnapshot       *snapshot)
{
  g_autoptr (GString) payload = g_string_new (NULL);

  if (snapshot != NULL)
    leadup_transaction_text_append_snapshot (payload, snapshot);
  else
    leadup_transaction_text_append (payload, transaction);
  leadup_journal_line_append (text, type, payload->str, payload->len);
}

static void
start (LeadupJournal *self,
       const Item    *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  leadup_journal_line_append (text, LEADUP_JOURNAL_START, item->line, strlen (item->line));
  if (item->snapshot != NULL)
    append_edit (text, LEADUP_JOURNAL_FULL, NULL, item->snapshot);

  if (ftruncate (self->fd, 0) != 0)
    {
      set_broken (self, errno);
      return;
    }

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->error, g_free);
  g_mutex_unlock (&self->mutex);
  self->is_broken = FALSE;
  self->length = 0;
  write_text (self, text);
}

static void
append (LeadupJournal *self,
        const Item    *item)
{
  g_autoptr (GString) text = NULL;

  /* Without the edit that could not be written the later ones may make no sense. */
  if (self->is_broken)
    return;

  text = g_string_new (NULL);
  if (item->transaction != NULL)
    append_edit (text, item->line_type, item->transaction, NULL);
  else
    leadup_journal_line_append (text, item->line_type, item->line, strlen (item->line));
  write_text (self, text);
}

static void
sync_file (LeadupJournal *self)
{
  if (self->is_dirty && fsync (self->fd) != 0)
    set_broken (self, errno);
  self->is_dirty = FALSE;
}

static void
discard (LeadupJournal *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  self->is_broken = TRUE;
  self->is_dirty = FALSE;
}

static void
answer_flush (LeadupJournal *self,
              Item          *item)
{
  g_mutex_lock (&self->mutex);
  *item->is_done = TRUE;
  g_cond_broadcast (&self->flushed);
  g_mutex_unlock (&self->mutex);
}

/* Returns: whether to go on */
static gboolean
carry_out (LeadupJournal *self,
           Item          *item)
{
  switch (item->type)
    {
    case ITEM_START:
      start (self, item);
      return TRUE;
    case ITEM_LINE:
    case ITEM_EDIT:
      append (self, item);
      return TRUE;
    case ITEM_FLUSH:
      sync_file (self);
      answer_flush (self, item);
      return TRUE;
    case ITEM_DISCARD:
      discard (self);
      return TRUE;
    case ITEM_QUIT:
    default:
      sync_file (self);
      return FALSE;
    }
}

static gpointer
run_thread (gpointer data)
{
  LeadupJournal *self = data;
  gint64 dirty_since = 0;
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      Item *item = self->is_dirty ? g_async_queue_timeout_pop (self->queue, SYNC_DELAY_US)
                                  : g_async_queue_pop (self->queue);
      gboolean was_dirty = self->is_dirty;

      if (item != NULL)
        {
          goes_on = carry_out (self, item);
          item_free (item);
        }
      if (self->is_dirty && !was_dirty)
        dirty_since = g_get_monotonic_time ();
      if (item == NULL ||
          (self->is_dirty && g_get_monotonic_time () - dirty_since >= SYNC_DELAY_US))
        sync_file (self);
    }

  return NULL;
}

static char *
describe (guint             mark,
          GFile            *file,
          const LeadupEtag *etag,
          const char       *title,
          gboolean          is_modified)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"mark\":%u", mark);
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_string_append (text, ",\"uri\":");
      leadup_text_append_json (text, uri);
    }
  if (etag != NULL && leadup_etag_is_set (etag))
    {
      g_autofree char *tag = leadup_etag_to_string (etag);

      g_string_append_printf (text, ",\"etag\":\"%s\"", tag);
    }
  if (title != NULL)
    {
      g_string_append (text, ",\"title\":");
      leadup_text_append_json (text, title);
    }
  g_string_append (text, is_modified ? ",\"modified\":true}" : "}");

  return g_string_free (text, FALSE);
}

static void
push_line (LeadupJournal        *self,
           LeadupJournalLineType type,
           char                 *line)
{
  Item *item = new_item (ITEM_LINE);

  item->line_type = type;
  item->line = line;
  g_async_queue_push (self->queue, item);
}

/**
 * leadup_journal_new:
 * @directory: of all journals; made where it is missing
 * @error: return location
 *
 * Makes an empty journal that nobody else has; leadup_journal_start() begins it.
 *
 * Returns: (transfer full) (nullable): the journal
 */
LeadupJournal *
leadup_journal_new (GFile   *directory,
                    GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *path = NULL;
  LeadupJournal *self;
  int fd = -1;

  g_return_val_if_fail (G_IS_FILE (directory), NULL);

  folder = g_file_get_path (directory);
  name = g_strconcat (uuid, LEADUP_JOURNAL_SUFFIX, NULL);
  if (folder != NULL)
    {
      path = g_build_filename (folder, name, NULL);
      if (g_mkdir_with_parents (folder, 0700) == 0)
        fd = g_open (path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
  /* The lock says that the document is open, and falls with the process. */
  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      int code = folder != NULL ? errno : ENOTSUP;

      if (fd >= 0)
        close (fd);
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("Edits cannot be kept for the case of a crash (%s: %s)"),
                   folder != NULL ? folder : "", g_strerror (code));
      return NULL;
    }

  self = g_new0 (LeadupJournal, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_steal_pointer (&path);
  self->fd = fd;
  self->queue = g_async_queue_new_full ((GDestroyNotify) item_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->flushed);
  self->thread = g_thread_new ("journal", run_thread, self);

  return self;
}

LeadupJournal *
leadup_journal_ref (LeadupJournal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/* The last one waits until all is on disk; the file stays. */
void
leadup_journal_unref (LeadupJournal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_async_queue_push (self->queue, new_item (ITEM_QUIT));
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  close (self->fd);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->flushed);
  g_free (self->error);
  g_free (self->path);
  g_free (self);
}

/**
 * leadup_journal_start:
 * @self: a journal
 * @file: (nullable): of the document
 * @base: (nullable): which contents of @file the edits that follow belong to
 * @title: for the offer to restore
 * @snapshot: (nullable): the whole story, where it is not what @file holds
 * @is_modified: whether @snapshot alone is worth restoring
 *
 * Begins anew: what was in the journal is in @file or in @snapshot.
 */
void
leadup_journal_start (LeadupJournal    *self,
                      GFile            *file,
                      const LeadupEtag *base,
                      const char       *title,
                      LeadupSnapshot   *snapshot,
                      gboolean          is_modified)
{
  Item *item;

  g_return_if_fail (self != NULL && title != NULL);

  item = new_item (ITEM_START);
  item->line = describe (0, file, base, title, is_modified);
  item->snapshot = snapshot != NULL ? leadup_snapshot_ref (snapshot) : NULL;
  g_async_queue_push (self->queue, item);
}

void
leadup_journal_append (LeadupJournal     *self,
                       LeadupTransaction *transaction)
{
  Item *item;

  g_return_if_fail (self != NULL && transaction != NULL);

  item = new_item (ITEM_EDIT);
  item->line_type = LEADUP_JOURNAL_EDIT;
  item->transaction = leadup_transaction_ref (transaction);
  g_async_queue_push (self->queue, item);
}

/* Marks the moment at which a snapshot for saving is taken, and returns its number. */
guint
leadup_journal_mark (LeadupJournal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  self->last_mark++;
  push_line (self, LEADUP_JOURNAL_MARK, describe (self->last_mark, NULL, NULL, NULL, FALSE));

  return self->last_mark;
}

/* Says, before it happens, what will stand in @file when the story as of @mark is saved. Waits for
 * the disk, so that a crash on the way finds out which of the edits are in the file. */
void
leadup_journal_mark_saving (LeadupJournal    *self,
                            guint             mark,
                            GFile            *file,
                            const LeadupEtag *contents)
{
  g_return_if_fail (self != NULL && G_IS_FILE (file) && contents != NULL);

  push_line (self, LEADUP_JOURNAL_SAVING, describe (mark, file, contents, NULL, FALSE));
  leadup_journal_flush (self);
}

/* Waits until all that was appended is on disk, or cannot be. */
void
leadup_journal_flush (LeadupJournal *self)
{
  gboolean is_done = FALSE;
  Item *item;

  g_return_if_fail (self != NULL);

  item = new_item (ITEM_FLUSH);
  item->is_done = &is_done;
  g_async_queue_push (self->queue, item);

  g_mutex_lock (&self->mutex);
  while (!is_done)
    g_cond_wait (&self->flushed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Returns: (transfer full) (nullable): why edits are not kept, in a sentence */
char *
leadup_journal_dup_error (LeadupJournal *self)
{
  char *error;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  error = g_strdup (self->error);
  g_mutex_unlock (&self->mutex);

  return error;
}

/* Deletes the file and waits for it: the edits are saved or given up. */
void
leadup_journal_discard (LeadupJournal *self)
{
  g_return_if_fail (self != NULL);

  g_async_queue_push (self->queue, new_item (ITEM_DISCARD));
  leadup_journal_flush (self);
}
