/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-extract.h"

#include "article/leadup-extract-json.h"
#include "article/leadup-extract.h"
#include "base/leadup-error.h"
#include "cli/leadup-cli-options.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define N_WORKERS 2
/* Documents that are read ahead of the one that is printed next. */
#define WINDOW 32
/* A line of a .jsonl file, and such a file as a whole. */
#define MAX_LINE_BYTES ((gsize) 48 << 20)

/**
 * Job:
 * @bytes: (nullable): a whole file; or else
 * @text: (nullable): the text of one line
 * @json: (nullable): the result, where @is_done; %NULL with @error set
 *
 * One document on its way from reading to printing.
 */
typedef struct
{
  GBytes *bytes;
  char *text;
  char *doc;
  char *published;
  char *place; /* for messages */
  GString *json;
  GError *error;
  gboolean is_done;
} Job;

/**
 * Runner:
 *
 * Reads in order, works in two threads, prints in order. @lock guards what jobs have done.
 */
typedef struct
{
  GThreadPool *pool;
  GQueue jobs;
  GMutex lock;
  GCond done;
  const char *published;
  int status;
} Runner;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->text);
  g_free (job->doc);
  g_free (job->published);
  g_free (job->place);
  if (job->json != NULL)
    g_string_free (job->json, TRUE);
  g_clear_error (&job->error);
  g_free (job);
}

static void
complain (Runner     *self,
          const char *place,
          const char *message)
{
  g_printerr ("leadup: %s: %s\n", place, message);
  self->status = 1;
}

static void
work_in_thread (gpointer data,
                gpointer user_data)
{
  Job *job = data;
  Runner *runner = user_data;
  g_autoptr (LeadupArticle) article = NULL;
  GString *json = NULL;
  GError *error = NULL;

  if (job->bytes != NULL)
    article = leadup_article_read (job->bytes, job->doc, job->published, NULL, &error);
  else
    article = leadup_article_read_text (job->text, strlen (job->text), job->doc, job->published,
                                        NULL, &error);

  if (article != NULL)
    {
      json = g_string_new (NULL);
      leadup_extract_json_append (article, json);
      g_string_append_c (json, '\n');
    }

  g_mutex_lock (&runner->lock);
  job->json = json;
  job->error = error;
  job->is_done = TRUE;
  g_cond_broadcast (&runner->done);
  g_mutex_unlock (&runner->lock);
}

/* Prints the oldest documents until at most @n_left are left. */
static void
print_jobs (Runner *self,
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
        complain (self, job->place, job->error->message);
      else if (fwrite (job->json->str, 1, job->json->len, stdout) != job->json->len)
        self->status = 1;
      job_free (job);
    }
}

static void
push (Runner *self,
      Job    *job)
{
  print_jobs (self, WINDOW - 1);
  g_queue_push_tail (&self->jobs, job);
  g_thread_pool_push (self->pool, job, NULL);
}

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
static Job *
read_line (const char *line,
           gsize       length,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (line, length);
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autofree char *text = NULL;
  g_autofree char *published = NULL;
  LeadupJsonValue root;
  Job *job;

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
  job = g_new0 (Job, 1);
  job->doc = dup_member (&root, "doc");
  job->text = g_steal_pointer (&text);
  /* A time of day may follow. */
  if (published != NULL && strlen (published) > 10)
    published[10] = '\0';
  if (leadup_cli_is_day (published))
    job->published = g_steal_pointer (&published);

  return job;
}

static void
add_lines (Runner     *self,
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
      Job *job;

      if (length == 0)
        continue;
      if (length > MAX_LINE_BYTES)
        {
          complain (self, place, _ ("the line is too long"));
          continue;
        }

      job = read_line (line, length, &line_error);
      if (job == NULL)
        {
          complain (self, place, line_error->message);
          continue;
        }

      job->place = g_steal_pointer (&place);
      if (job->published == NULL)
        job->published = g_strdup (self->published);
      push (self, job);
    }

  if (error != NULL)
    complain (self, name, error->message);
}

static void
add_file (Runner     *self,
          const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Job *job;

  if (g_str_has_suffix (path, ".jsonl"))
    {
      add_lines (self, file, path);
      return;
    }

  bytes = leadup_file_reader_read (file, LEADUP_EXTRACT_MAX_BYTES, NULL, NULL, &error);
  if (bytes == NULL)
    {
      complain (self, path, error->message);
      return;
    }

  job = g_new0 (Job, 1);
  job->bytes = g_steal_pointer (&bytes);
  job->doc = g_path_get_basename (path);
  job->place = g_strdup (path);
  job->published = g_strdup (self->published);
  push (self, job);
}

/* A broken name is none of ours: documents are named in UTF-8. */
static void
run (Runner *self,
     char  **files)
{
  self->pool = g_thread_pool_new (work_in_thread, self, N_WORKERS, TRUE, NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  g_queue_init (&self->jobs);

  for (guint i = 0; files[i] != NULL; i++)
    add_file (self, files[i]);

  print_jobs (self, 0);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);

  if (fflush (stdout) != 0)
    complain (self, _ ("output"), g_strerror (errno));
}

/**
 * leadup_cli_extract:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup extract [--date YYYY-MM-DD] [--format json] FILE…`
 *
 * Returns: exit status: 0, 1 if a file could not be read, 2 if the command line is wrong
 */
int
leadup_cli_extract (int    argc,
                    char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  Runner runner = {
    0,
  };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, _ ("Day on which the articles were published"),
      "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, _ ("Form of the output: json"), "json" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (
          &argc, &argv, _ ("FILE…"),
          _ ("Print what is found in articles (text, HTML, .jsonl), one JSON object a line."),
          entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL)
    return leadup_cli_misused ("extract", "%s", _ ("which file?"));
  if (date != NULL && !leadup_cli_is_day (date))
    return leadup_cli_misused ("extract", "--date %s: %s", date, _ ("not a day; write YYYY-MM-DD"));
  if (format != NULL && strcmp (format, "json") != 0)
    return leadup_cli_misused ("extract", "--format %s: %s", format, _ ("unknown; there is json"));

  runner.published = date;
  run (&runner, files);

  return runner.status;
}
