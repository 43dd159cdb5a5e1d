/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-import.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "cli/leadup-cli-keep.h"
#include "cli/leadup-cli-options.h"
#include "document/leadup-document.h"
#include "import/leadup-duplicates.h"
#include "import/leadup-import-plan-json.h"
#include "import/leadup-importer.h"
#include "model/leadup-source.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows that are told one by one. */
#define MAX_TOLD 20

/* Pairs that are told one by one. */
#define MAX_PAIRS 5

typedef struct
{
  LeadupDocument *document;
  const LeadupImporter *importer; /* NULL: by content */
  const char *date;
  LeadupImportMapping *mapping; /* NULL: as the columns tell */
  LeadupImportOrder order;
  gboolean is_dry;
  gboolean is_json;
} Run;

static void
run_clear (Run *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->mapping, leadup_import_mapping_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* The bytes of a file; a pipe might never end. */
static GBytes *
read_input (const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, NULL, NULL, error);
}

static LeadupImportPlan *
make_plan (Run        *self,
           const char *path,
           GError    **error)
{
  g_autoptr (GBytes) bytes = read_input (path, error);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autofree char *name = NULL;
  g_autofree char *base = g_path_get_basename (path);
  const LeadupImporter *importer = self->importer;
  LeadupImportInput input = {
    .bytes = bytes,
    .published = self->date,
    .accept_all = TRUE,
    .mapping = self->mapping,
    .order = self->order,
  };

  if (bytes == NULL)
    return NULL;

  if (importer == NULL)
    importer = leadup_importers_detect (bytes);
  if (importer == NULL)
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                           leadup_importers_advise (bytes));
      return NULL;
    }

  name = g_filename_display_name (base);
  snapshot = leadup_story_snapshot (leadup_document_get_story (self->document));
  input.name = name;
  input.snapshot = snapshot;

  return importer->parse (&input, NULL, error);
}

static char *
list_conflicts (const LeadupImportRow *row)
{
  GString *text = g_string_new (_ ("kept as you changed it:"));

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if ((row->conflicts & 1u << i) != 0)
      g_string_append_printf (text, " %s", leadup_import_part_get_label ((LeadupImportPart) i));

  return g_string_free (text, FALSE);
}

static void
tell_row (const char            *path,
          const LeadupImportRow *row)
{
  const char *verdict = row->verdict == LEADUP_IMPORT_REJECTED  ? _ ("rejected")
                        : row->verdict == LEADUP_IMPORT_VANISHED ? _ ("vanished")
                        : row->verdict == LEADUP_IMPORT_UNDATED  ? _ ("undated")
                                                                 : _ ("conflict");
  const char *title = row->title != NULL ? row->title : "";
  g_autofree char *conflicts = row->conflicts != 0 ? list_conflicts (row) : NULL;
  const char *reason = conflicts != NULL ? conflicts : row->reason != NULL ? row->reason : "";

  if (row->line > 0)
    g_printerr (_ ("leadup: %s, line %u: %s: “%s”: %s\n"), path, row->line, verdict, title, reason);
  else
    g_printerr ("leadup: %s: %s: “%s”: %s\n", path, verdict, title, reason);
}

/* One line of counts; before it what needs a person’s look. */
static void
tell (const char       *path,
      LeadupImportPlan *plan)
{
  const char *const *warnings = leadup_import_plan_get_warnings (plan);
  guint n_told = 0;

  for (guint i = 0; warnings[i] != NULL; i++)
    leadup_cli_complain (path, warnings[i]);

  for (guint i = 0; i < leadup_import_plan_get_n_rows (plan) && n_told < MAX_TOLD; i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (plan, i);

      if (row->verdict != LEADUP_IMPORT_REJECTED && row->verdict != LEADUP_IMPORT_UNDATED &&
          row->verdict != LEADUP_IMPORT_VANISHED && row->conflicts == 0)
        continue;
      tell_row (path, row);
      n_told++;
    }

  g_printerr (_ ("%s: %u new, %u changed, %u unchanged, %u undated, %u rejected, %u vanished\n"), path,
              leadup_import_plan_count (plan, LEADUP_IMPORT_NEW),
              leadup_import_plan_count (plan, LEADUP_IMPORT_CHANGED),
              leadup_import_plan_count (plan, LEADUP_IMPORT_UNCHANGED),
              leadup_import_plan_count (plan, LEADUP_IMPORT_UNDATED),
              leadup_import_plan_count (plan, LEADUP_IMPORT_REJECTED),
              leadup_import_plan_count (plan, LEADUP_IMPORT_VANISHED));
}

/* What came with a file and may be in the story already, or twice in the file. */
static GArray *
find_duplicates (Run            *self,
                 LeadupSnapshot *before)
{
  g_autoptr (LeadupSnapshot) after =
      leadup_story_snapshot (leadup_document_get_story (self->document));

  return leadup_duplicates_find (after, before, NULL, NULL);
}

static void
tell_duplicates (const char *path,
                 GArray     *found)
{
  if (found->len == 0)
    return;

  g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %u pair of events may be the same event\n",
                           "%s: %u pairs of events may be the same event\n", found->len),
              path, found->len);
  for (guint i = 0; i < found->len && i < MAX_PAIRS; i++)
    {
      const LeadupDuplicate *pair = &g_array_index (found, LeadupDuplicate, i);

      g_printerr (_ ("leadup: %s: the same? “%s” and “%s”\n"), path,
                  leadup_event_get_title (pair->first), leadup_event_get_title (pair->second));
    }
}

/* One object of JSON for each file: what became, or would become, of each of its rows. */
static void
print_plan (const char       *path,
            LeadupImportPlan *plan,
            GArray           *duplicates)
{
  g_autofree char *text = leadup_import_plan_to_json (plan, path, duplicates);

  g_print ("%s\n", text);
}

static gboolean
import_file (Run        *self,
             const char *path,
             GError    **error)
{
  g_autoptr (LeadupImportPlan) plan = make_plan (self, path, error);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (GArray) duplicates = NULL;

  if (plan == NULL)
    return FALSE;

  snapshot = leadup_story_snapshot (leadup_document_get_story (self->document));
  transaction = leadup_import_plan_to_transaction (plan, snapshot);
  if (leadup_transaction_get_n_changes (transaction) > 0 &&
      !leadup_history_push (leadup_document_get_history (self->document), transaction, error))
    return FALSE;

  duplicates = leadup_transaction_get_n_changes (transaction) > 0
                   ? find_duplicates (self, snapshot)
                   : g_array_new (FALSE, FALSE, sizeof (LeadupDuplicate));
  if (self->is_json)
    print_plan (path, plan, duplicates);
  else
    tell (path, plan);
  tell_duplicates (path, duplicates);

  return TRUE;
}

static gboolean
set_title (LeadupDocument *document,
           const char     *title,
           GError        **error)
{
  LeadupInfo *before = leadup_story_get_info (leadup_document_get_story (document));
  LeadupInfoFields fields = *leadup_info_get_fields (before);
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (LeadupInfo) info = NULL;
  g_autofree char *line = NULL;

  if (title == NULL || g_strcmp0 (fields.title, title) == 0)
    return TRUE;

  line = leadup_text_single_line (title, 10000);
  fields.title = line;
  info = leadup_info_new (&fields);
  transaction = leadup_transaction_new (_ ("Change title"));
  leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (info));

  return leadup_history_push (leadup_document_get_history (document), transaction, error);
}

/* A new story is called after its first article that has a title, or else after the first file. */
static char *
choose_title (LeadupDocument *document,
              char          **files)
{
  LeadupStory *story = leadup_document_get_story (document);
  GListModel *sources = leadup_story_get_model (story, LEADUP_RECORD_SOURCE);
  const char *title = leadup_info_get_fields (leadup_story_get_info (story))->title;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  char *dot;

  if (title != NULL && *title != '\0')
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LeadupSource) source = g_list_model_get_item (sources, i);

      title = leadup_source_get_fields (source)->title;
      if (title != NULL && *title != '\0')
        return g_strdup (title);
    }

  name = g_path_get_basename (files[0]);
  shown = g_filename_display_name (name);
  dot = strrchr (shown, '.');
  if (dot != NULL && dot != shown)
    *dot = '\0';

  return g_steal_pointer (&shown);
}

/* A file that is not there yet is made. */
static gboolean
open_story (LeadupDocument *document,
            GFile          *file,
            GError        **error)
{
  g_autoptr (GError) problem = NULL;

  if (leadup_document_load (document, file, NULL, &problem) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/* What is there already is not written again. */
static gboolean
save (LeadupDocument *document,
      GFile          *file,
      GError        **error)
{
  if (leadup_document_get_file (document) != NULL && !leadup_document_is_modified (document))
    return TRUE;

  return leadup_document_save (document, file, FALSE, NULL, error);
}

static int
run (Run        *self,
     char      **files,
     const char *output,
     const char *title)
{
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  g_autofree char *chosen = NULL;
  g_autoptr (GError) error = NULL;

  self->document = leadup_document_new ();
  if (file != NULL && !open_story (self->document, file, &error))
    {
      leadup_cli_complain (output, error->message);
      return LEADUP_CLI_FAILED;
    }

  /* All or nothing: what is written is never half of what was asked for. */
  for (guint i = 0; files[i] != NULL; i++)
    if (!import_file (self, files[i], &error))
      {
        leadup_cli_complain (files[i], error->message);
        return LEADUP_CLI_FAILED;
      }

  leadup_cli_keep (leadup_story_snapshot (leadup_document_get_story (self->document)));
  if (self->is_dry)
    return LEADUP_CLI_OK;

  if (title == NULL)
    title = chosen = choose_title (self->document, files);
  if (!set_title (self->document, title, &error) || !save (self->document, file, &error))
    {
      leadup_cli_complain (output, error->message);
      return LEADUP_CLI_FAILED;
    }

  return LEADUP_CLI_OK;
}

static char *
list_formats (void)
{
  const LeadupImporter *const *importers = leadup_importers_get_all ();
  GString *list = g_string_new (NULL);

  for (guint i = 0; importers[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", importers[i]->id);

  return g_string_free (list, FALSE);
}

static gboolean
load_mapping (Run        *self,
              const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  if (path == NULL)
    return TRUE;

  bytes = read_input (path, &error);
  if (bytes != NULL)
    {
      text = g_bytes_get_data (bytes, &length);
      self->mapping = leadup_import_mapping_from_json (text, length, &error);
    }
  if (self->mapping == NULL)
    leadup_cli_complain (path, error->message);

  return self->mapping != NULL;
}

/**
 * leadup_cli_import:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup import FILE… -o STORY [--date YYYY-MM-DD] [--format ID] [--title TEXT] [--map FILE]
 * [--date-order dmy|mdy] [--dry-run] [--json]`
 *
 * Returns: exit status
 */
int
leadup_cli_import (int    argc,
                   char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *date = NULL;
  g_autofree char *format = NULL;
  g_autofree char *title = NULL;
  g_autofree char *map = NULL;
  g_autofree char *order = NULL;
  g_autofree char *formats = list_formats ();
  g_auto (GStrv) files = NULL;
  g_auto (Run) self = {
    NULL,
  };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      _ ("Story that is added to, or made where there is none"), _ ("STORY") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, _ ("Day on which the articles were published"),
      "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      _ ("Format of the files, in place of finding it out"), formats },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, _ ("Title of the story"), _ ("TEXT") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, _ ("What the columns of tables are, as JSON"),
      _ ("FILE") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &order,
      _ ("Which number of a date such as 3/4/2025 is the day, where a table does not tell"),
      "dmy|mdy" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &self.is_dry, _ ("Tell what would be done, write nothing"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self.is_json,
      _ ("Print what becomes of each row to standard output, as JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (&argc, &argv, _ ("FILE… -o STORY"),
                         _ ("Read articles (text, HTML) and tables of events (JSON, CSV, "
                            "TimelineJS, Leadup) into a story."),
                         entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL)
    return leadup_cli_misused ("import", "%s", _ ("which file?"));
  if (output == NULL && !self.is_dry)
    return leadup_cli_misused ("import", "%s", _ ("which story? Say -o STORY"));
  if (order != NULL && !leadup_import_order_from_string (order, &self.order))
    return leadup_cli_misused ("import", "--date-order %s: %s", order, _ ("write dmy or mdy"));
  if (date != NULL && !leadup_cli_is_day (date))
    return leadup_cli_misused ("import", "--date %s: %s", date, _ ("not a day; write YYYY-MM-DD"));

  self.importer = format != NULL ? leadup_importers_find (format) : NULL;
  if (format != NULL && self.importer == NULL)
    return leadup_cli_misused ("import", _ ("--format %s: unknown; there are %s"), format, formats);

  if (!load_mapping (&self, map))
    return LEADUP_CLI_FAILED;

  self.date = date;

  return run (&self, files, output, title);
}
