/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-articles.h"

#include "article/leadup-extract.h"
#include "base/leadup-error.h"
#include "cli/leadup-cli-options.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define N_WORKERS 2
/* Documents that are read ahead of the one that is taken next. */
#define WINDOW 32
/* A line of a .jsonl file, and such a file as a whole. */
#define MAX_LINE_BYTES ((gsize) 48 << 20)

/* Goes through the files; @status turns 1 at what cannot be read. */
typedef struct
{
  const char *published;
  gboolean is_one; /* file, whose day the user knows better than the file */
  LeadupCliDocumentFunc take;
  gpointer user_data;
  int status;
} Walker;

/* One document on its way from reading to being taken. */
typedef struct
{
  LeadupCliDocument *document;
  gpointer result;
  GError *error;
  gboolean is_done;
} Job;

/**
 * Runner:
 *
 * Reads in order, works in two threads, hands on in order. @lock guards what jobs have done.
 */
typedef struct
{
  GThreadPool *pool;
  GQueue jobs;
  GMutex lock;
  GCond done;
  LeadupCliArticleFunc work;
  LeadupCliResultFunc take;
  gpointer user_data;
  int status;
} Runner;

static char *
dup_member (const LeadupJsonValue *object,
            const char            *name)
{
  LeadupJsonValue value;

  if (!leadup_json_value_get_member (object, name, &value) ||
      leadup_json_value_get_type (&value) != LEADUP_JSON_STRING)
    return NULL;

  return leadup_json_value_dup_string (&value);
}

/* {"doc","text","dct"} on one line. */
static LeadupCliDocument *
read_line (const char *line,
           gsize       length,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (line, length);
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autofree char *text = NULL;
  g_autofree char *published = NULL;
  LeadupJsonValue root;
  LeadupCliDocument *document;

  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES, error);
  if (scanner == NULL)
    return NULL;

  leadup_json_scanner_get_root (scanner, &root);
  if (leadup_json_value_get_type (&root) == LEADUP_JSON_OBJECT)
    text = dup_member (&root, "text");

  if (text == NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("a line needs an object with a string “text”"));
      return NULL;
    }

  published = dup_member (&root, "dct");
  document = g_new0 (LeadupCliDocument, 1);
  document->name = dup_member (&root, "doc");
  document->text = g_steal_pointer (&text);
  /* A time of day may follow. */
  if (published != NULL && strlen (published) > 10)
    published[10] = '\0';
  if (leadup_cli_is_day (published))
    document->published = g_steal_pointer (&published);

  return document;
}

static void
complain (Walker     *self,
          const char *place,
          const char *message)
{
  g_printerr ("leadup: %s: %s\n", place, message);
  self->status = 1;
}

static void
walk_lines (Walker     *self,
            GFile      *file,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, &error);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;
  gsize length;

  if (input == NULL)
    {
      complain (self, name, error->message);
      return;
    }

  lines = g_data_input_stream_new (G_INPUT_STREAM (input));
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (lines), 256 * 1024);
  for (guint number = 1;
       (line = g_data_input_stream_read_line (lines, &length, NULL, &error)) != NULL; number++)
    {
      g_autofree char *owned = line;
      g_autofree char *place = g_strdup_printf (_ ("%s, line %u"), name, number);
      g_autoptr (GError) line_error = NULL;
      LeadupCliDocument *document;

      if (length == 0)
        continue;
      if (length > MAX_LINE_BYTES)
        {
          complain (self, place, _ ("the line is too long"));
          continue;
        }

      document = read_line (line, length, &line_error);
      if (document == NULL)
        {
          complain (self, place, line_error->message);
          continue;
        }

      document->place = g_steal_pointer (&place);
      if (document->published == NULL)
        document->published = g_strdup (self->published);
      self->take (document, self->user_data);
    }

  if (error != NULL)
    complain (self, name, error->message);
}

static void
walk_file (Walker     *self,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LeadupCliDocument *document;

  if (g_str_has_suffix (path, ".jsonl"))
    {
      walk_lines (self, file, path);
      return;
    }

  bytes = leadup_file_reader_read (file, LEADUP_EXTRACT_MAX_BYTES, NULL, NULL, &error);
  if (bytes == NULL)
    {
      complain (self, path, error->message);
      return;
    }

  document = g_new0 (LeadupCliDocument, 1);
  document->bytes = g_steal_pointer (&bytes);
  document->name = g_path_get_basename (path);
  document->place = g_strdup (path);
  document->published = g_strdup (self->published);
  document->is_presumed = !self->is_one;
  self->take (document, self->user_data);
}

static void
work_in_thread (gpointer data,
                gpointer user_data)
{
  Job *job = data;
  Runner *runner = user_data;
  LeadupCliDocument *document = job->document;
  LeadupArticle *article;
  gpointer result = NULL;
  GError *error = NULL;

  if (document->bytes != NULL && document->is_presumed)
    article = leadup_article_read_presumed (document->bytes, document->name, document->published,
                                            NULL, &error);
  else if (document->bytes != NULL)
    article =
        leadup_article_read (document->bytes, document->name, document->published, NULL, &error);
  else
    article = leadup_article_read_text (document->text, strlen (document->text), document->name,
                                        document->published, NULL, &error);
  if (article != NULL)
    result = runner->work (article, runner->user_data);

  g_mutex_lock (&runner->lock);
  job->result = result;
  job->error = error;
  job->is_done = TRUE;
  g_cond_broadcast (&runner->done);
  g_mutex_unlock (&runner->lock);
}

/* Hands on the oldest documents until at most @n_left are left. */
static void
take_jobs (Runner *self,
           guint   n_left)
{
  while (self->jobs.length > n_left)
    {
      Job *job = g_queue_pop_head (&self->jobs);

      g_mutex_lock (&self->lock);
      while (!job->is_done)
        g_cond_wait (&self->done, &self->lock);
      g_mutex_unlock (&self->lock);

      if (job->error != NULL)
        {
          g_printerr ("leadup: %s: %s\n", job->document->place, job->error->message);
          self->status = 1;
        }
      else
        {
          self->take (job->result, self->user_data);
        }
      leadup_cli_document_free (job->document);
      g_clear_error (&job->error);
      g_free (job);
    }
}

static void
push (LeadupCliDocument *document,
      gpointer           user_data)
{
  Runner *self = user_data;
  Job *job = g_new0 (Job, 1);

  job->document = document;
  take_jobs (self, WINDOW - 1);
  g_queue_push_tail (&self->jobs, job);
  g_thread_pool_push (self->pool, job, NULL);
}

void
leadup_cli_document_free (LeadupCliDocument *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->text);
  g_free (self->name);
  g_free (self->published);
  g_free (self->place);
  g_free (self);
}

/**
 * leadup_cli_documents_each:
 * @files: articles (text, HTML) and .jsonl files with an article a line
 * @published: (nullable): ISO day of a single file, or of those of several that do not say theirs
 * @take: called with each, in order; owns what it gets
 * @user_data: for @take
 *
 * What cannot be read is told on standard error and passed over.
 *
 * Returns: 0, or 1 if something could not be read
 */
int
leadup_cli_documents_each (char                **files,
                           const char           *published,
                           LeadupCliDocumentFunc take,
                           gpointer              user_data)
{
  Walker walker = {
    .published = published,
    .is_one = g_strv_length (files) == 1,
    .take = take,
    .user_data = user_data,
  };

  for (guint i = 0; files[i] != NULL; i++)
    walk_file (&walker, files[i]);

  return walker.status;
}

/**
 * leadup_cli_articles_read:
 * @files: as for leadup_cli_documents_each()
 * @published: (nullable): ISO day of a single file, or of those of several that do not say theirs
 * @work: called with each article in one of two threads; owns what it gets
 * @take: called with each result, in order, in this thread
 * @user_data: for both
 *
 * Returns: 0, or 1 if something could not be read
 */
int
leadup_cli_articles_read (char               **files,
                          const char          *published,
                          LeadupCliArticleFunc work,
                          LeadupCliResultFunc  take,
                          gpointer             user_data)
{
  Runner self = { .work = work, .take = take, .user_data = user_data };
  int status;

  self.pool = g_thread_pool_new (work_in_thread, &self, N_WORKERS, TRUE, NULL);
  g_mutex_init (&self.lock);
  g_cond_init (&self.done);
  g_queue_init (&self.jobs);

  status = leadup_cli_documents_each (files, published, push, &self);
  take_jobs (&self, 0);

  g_thread_pool_free (self.pool, FALSE, TRUE);
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.done);

  return MAX (status, self.status);
}
