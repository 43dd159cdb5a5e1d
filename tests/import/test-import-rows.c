/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of random rows, good and bad, in all the ways in which spreadsheets write them: every row
 * is in exactly one list of the plan, in its place; a second reading changes nothing. */

#include "config.h"

#include "import/leadup-importer.h"
#include "model/leadup-event.h"
#include "model/leadup-story.h"

#include <string.h>

#define N_ROUNDS 60

/* More than are on their way between two threads. */
#define MAX_ROWS 1500

/* What a spreadsheet does to a table: how it separates cells and rows, what it writes in front, and
 * in which encoding (NULL: UTF-8). */
static const struct
{
  const char *separator;
  const char *line_end;
  const char *front;
  const char *encoding;
  gboolean is_ragged;
} sheets[] = {
  { ",", "\n", "", NULL, FALSE },
  { ";", "\r\n", "\xef\xbb\xbf", NULL, FALSE },
  { "\t", "\r\n", "\xef\xbb\xbf", "UTF-16LE", FALSE },
  { ";", "\r\n", "sep=;\r\n", "WINDOWS-1252", FALSE },
  { ",", "\r", "", NULL, FALSE },
  { ",", "\n", "", "WINDOWS-1252", TRUE },
  { "\t", "\n", "", NULL, TRUE },
  { ",", "\r\n", "\n\n", NULL, TRUE },
  { "|", "\n", "\xef\xbb\xbf", "UTF-16BE", FALSE },
};

typedef enum
{
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_LINES,
  N_FORMATS,
} Format;

static const char *const titles[] = {
  "A strike", "", "  ", "Talks \"held\"", "Ünïcode\nin two lines", "<b>Markup</b> &amp; more", "x",
};

static const char *const dates[] = {
  "2025-03-04", "2025-03", "", "no date at all", "2025-02-30", "2024-05-06T07:08Z", "4.3.2025",
  "2025-03-04/2025-03-09", "last Tuesday", "20250304", "99999999999999999999",
};

static const char *
pick (GRand               *random,
      const char * const  *words,
      guint                n)
{
  return words[g_rand_int_range (random, 0, (gint32) n)];
}

static void
append_cell (GString    *text,
             const char *cell,
             Format      format)
{
  g_autofree char *escaped = format != FORMAT_CSV ? g_strescape (cell, "Ünïcode") : NULL;
  g_auto (GStrv) parts = format == FORMAT_CSV ? g_strsplit (cell, "\"", -1) : NULL;
  g_autofree char *doubled = format == FORMAT_CSV ? g_strjoinv ("\"\"", parts) : NULL;

  g_string_append_printf (text, "\"%s\"", format == FORMAT_CSV ? doubled : escaped);
}

/* Rows whose ids mostly differ, in no order. */
static void
append_row (GString *text,
            GRand   *random,
            Format   format,
            gboolean is_last)
{
  g_autofree char *id = g_strdup_printf ("%d", g_rand_int_range (random, 0, MAX_ROWS));
  const char *cells[] = { id, pick (random, titles, G_N_ELEMENTS (titles)),
                          pick (random, dates, G_N_ELEMENTS (dates)) };
  static const char *const names[] = { "id", "title", "date" };
  int whim = g_rand_int_range (random, 0, 40);

  if (format != FORMAT_CSV && whim == 0)
    g_string_append (text, "17");
  else if (format == FORMAT_LINES && whim == 1)
    g_string_append (text, "{\"id\":");
  else if (format != FORMAT_CSV && whim == 2)
    g_string_append (text, "{}");
  else
    {
      if (format != FORMAT_CSV)
        g_string_append_c (text, '{');
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          if (format != FORMAT_CSV)
            g_string_append_printf (text, "\"%s\":", names[i]);
          append_cell (text, cells[i], format);
        }
      if (format != FORMAT_CSV)
        g_string_append_c (text, '}');
    }
  if (format == FORMAT_JSON && !is_last)
    g_string_append_c (text, ',');
  g_string_append_c (text, '\n');
}

/* The first row is a good one, so that the table is known for what it is. */
static GBytes *
make_table (GRand *random,
            Format format,
            guint  n_rows)
{
  static const char *const first[] = {
    "id,title,date\nfirst,The first,2025-01-01\n",
    "[{\"id\":\"first\",\"title\":\"The first\",\"date\":\"2025-01-01\"}",
    "{\"id\":\"first\",\"title\":\"The first\",\"date\":\"2025-01-01\"}\n",
  };
  GString *text = g_string_new (NULL);

  g_string_append (text, first[format]);
  if (format == FORMAT_JSON)
    g_string_append (text, n_rows > 1 ? ",\n" : "\n");
  for (guint i = 1; i < n_rows; i++)
    append_row (text, random, format, i + 1 == n_rows);
  if (format == FORMAT_JSON)
    g_string_append (text, "]\n");

  return g_string_free_to_bytes (text);
}

static void
append_sheet_row (GString *text,
                  GRand   *random,
                  guint    style)
{
  g_autofree char *id = g_strdup_printf ("%d", g_rand_int_range (random, 0, MAX_ROWS));
  const char *cells[] = { id, pick (random, titles, G_N_ELEMENTS (titles)),
                          pick (random, dates, G_N_ELEMENTS (dates)), "more", "and more" };
  guint n = sheets[style].is_ragged ? (guint) g_rand_int_range (random, 1, 6) : 3;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, sheets[style].separator);
      append_cell (text, cells[i], FORMAT_CSV);
    }
  g_string_append (text, sheets[style].line_end);
}

static GBytes *
make_sheet (GRand *random,
            guint  style,
            guint  n_rows)
{
  static const char *const first[] = { "id", "title", "date", "first", "The first", "2025-01-01" };
  g_autoptr (GString) text = g_string_new (sheets[style].front);
  char *converted;
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_string_append_printf (text, "%s%s", first[i],
                            i % 3 < 2 ? sheets[style].separator : sheets[style].line_end);
  for (guint i = 1; i < n_rows; i++)
    append_sheet_row (text, random, style);
  if (sheets[style].encoding == NULL)
    return g_bytes_new (text->str, text->len);

  converted = g_convert (text->str, (gssize) text->len, sheets[style].encoding, "UTF-8", NULL,
                         &size, NULL);
  g_assert_nonnull (converted);

  return g_bytes_new_take (converted, size);
}

static LeadupImportPlan *
read_table (GBytes       *bytes,
            Format        format,
            LeadupStory  *story,
            GCancellable *cancellable,
            GError      **error)
{
  const LeadupImporter *importer =
      leadup_importers_find (format == FORMAT_CSV ? "csv" : "json");
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  LeadupImportInput input = { .bytes = bytes, .name = "rows", .snapshot = snapshot };

  return importer->parse (&input, cancellable, error);
}

static guint
apply (LeadupImportPlan *plan,
       LeadupStory      *story)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);
  g_autoptr (GError) error = NULL;

  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);

  return leadup_transaction_get_n_changes (transaction);
}

/* What the plan counts along the way is what counting afterwards would find. */
static void
check_first_rows (LeadupImportPlan *plan)
{
  guint seen[LEADUP_N_IMPORT_VERDICTS] = { 0 };
  guint n_chosen = 0;

  for (guint i = 0; i < leadup_import_plan_get_n_rows (plan); i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (plan, i);
      guint n;
      const guint *first = leadup_import_plan_get_first (plan, row->verdict, &n);

      g_assert_cmpuint (n, ==,
                        MIN (leadup_import_plan_count (plan, row->verdict),
                             LEADUP_IMPORT_PLAN_FIRST));
      if (seen[row->verdict] < n)
        g_assert_cmpuint (first[seen[row->verdict]], ==, i);
      seen[row->verdict]++;
      n_chosen += row->is_chosen;
    }
  g_assert_cmpuint (leadup_import_plan_count_chosen (plan), ==, n_chosen);
}

static void
check_rows (LeadupImportPlan *plan,
            guint             n_rows)
{
  guint sum = 0, last = 0;

  g_assert_cmpuint (leadup_import_plan_get_n_rows (plan), ==, n_rows);
  for (guint i = 0; i < LEADUP_N_IMPORT_VERDICTS; i++)
    sum += leadup_import_plan_count (plan, (LeadupImportVerdict) i);
  g_assert_cmpuint (sum, ==, n_rows);
  check_first_rows (plan);
  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (plan, i);

      g_assert_cmpuint (row->line, >, last);
      last = row->line;
      if (row->verdict == LEADUP_IMPORT_REJECTED)
        g_assert_nonnull (row->reason);
      if (row->verdict == LEADUP_IMPORT_NEW)
        g_assert_nonnull (leadup_event_get_when (LEADUP_EVENT (row->after)));
    }
}

/* Reads a table, carries it out, and reads it again. */
static void
check_table (GBytes *bytes,
             Format  format,
             guint   n_rows)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportPlan) plan = read_table (bytes, format, story, NULL, &error);
  g_autoptr (LeadupImportPlan) again = NULL;

  g_assert_no_error (error);
  check_rows (plan, n_rows);
  g_assert_cmpuint (apply (plan, story), >, 0);

  again = read_table (bytes, format, story, NULL, &error);
  g_assert_no_error (error);
  check_rows (again, n_rows);
  g_assert_cmpuint (leadup_import_plan_count (again, LEADUP_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (leadup_import_plan_count (again, LEADUP_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (leadup_import_plan_count (again, LEADUP_IMPORT_UNDATED), ==, 0);
  g_assert_cmpuint (leadup_import_plan_count (again, LEADUP_IMPORT_REJECTED), ==,
                    leadup_import_plan_count (plan, LEADUP_IMPORT_REJECTED));
  g_assert_cmpuint (apply (again, story), ==, 0);
}

static void
test_every_row_is_in_exactly_one_list (void)
{
  for (guint seed = 0; seed < N_ROUNDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Format format = seed % N_FORMATS;
      guint n_rows = 1 + (guint) g_rand_int_range (random, 0, seed < 10 ? MAX_ROWS : 200);
      g_autoptr (GBytes) bytes = make_table (random, format, n_rows);

      check_table (bytes, format, n_rows);
    }
}

static void
test_every_row_of_a_spreadsheet_is_in_exactly_one_list (void)
{
  for (guint seed = 0; seed < 3 * G_N_ELEMENTS (sheets); seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n_rows = 2 + (guint) g_rand_int_range (random, 0, 300);
      g_autoptr (GBytes) bytes = make_sheet (random, seed % G_N_ELEMENTS (sheets), n_rows);

      check_table (bytes, FORMAT_CSV, n_rows);
    }
}

/* Its members are looked for among a hundred rows and more rows follow when it is stopped. */
static void
test_a_reading_that_is_stopped_says_so (void)
{
  for (guint format = 0; format < N_FORMATS; format++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (format);
      g_autoptr (GBytes) bytes = make_table (random, format, MAX_ROWS);
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupImportPlan) plan = NULL;

      g_cancellable_cancel (cancellable);
      plan = read_table (bytes, format, story, cancellable, &error);
      g_assert_null (plan);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-rows/every-row-is-in-exactly-one-list",
                   test_every_row_is_in_exactly_one_list);
  g_test_add_func ("/import-rows/every-row-of-a-spreadsheet-is-in-exactly-one-list",
                   test_every_row_of_a_spreadsheet_is_in_exactly_one_list);
  g_test_add_func ("/import-rows/a-reading-that-is-stopped-says-so",
                   test_a_reading_that_is_stopped_says_so);

  return g_test_run ();
}
