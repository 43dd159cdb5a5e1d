/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What importers make of whole files: tests/import/golden (LEADUP_UPDATE_GOLDEN=1 writes it). */

#include "config.h"

#include "import/leadup-importer.h"
#include "model/leadup-candidate.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"
#include "model/leadup-story.h"
#include "storage/leadup-record-writer.h"

#include <string.h>

/* How many rows are found in an article is for the reading of articles to say. */
#define ANY G_MAXUINT

static const struct
{
  const char *file;
  const char *format;
  const char *golden;
  guint n_rows;
} files[] = {
  { "json/usual-names.json", "json", "usual-names.txt", 7 },
  { "json/troubled.json", "json", "troubled.txt", 15 },
  { "json/items.json", "json", "items.txt", 2 },
  { "csv/acled-2024.csv", "csv", "csv-acled-2024.txt", 4 },
  { "csv/acled-older.csv", "csv", "csv-acled-older.txt", 3 },
  { "csv/acled-update.csv", "csv", "csv-acled-update.txt", 4 },
  { "csv/datawrapper.csv", "csv", "csv-datawrapper.txt", 3 },
  { "csv/excel-sep.csv", "csv", "csv-excel-sep.txt", 3 },
  { "csv/gdelt-1.csv", "csv", "csv-gdelt-1.txt", 5 },
  { "csv/gdelt-2.csv", "csv", "csv-gdelt-2.txt", 5 },
  { "csv/gdelt-short.csv", "csv", "csv-gdelt-short.txt", 2 },
  { "csv/german-notes-above.csv", "csv", "csv-german-notes-above.txt", 8 },
  { "csv/german-semicolons.csv", "csv", "csv-german-semicolons.txt", 3 },
  { "csv/timeline-setter.csv", "csv", "csv-timeline-setter.txt", 3 },
  { "csv/timelinejs-before-alt.csv", "csv", "csv-timelinejs-before-alt.txt", 2 },
  { "csv/timelinejs-first-version.csv", "csv", "csv-timelinejs-first-version.txt", 2 },
  { "csv/timelinejs-harbour.csv", "csv", "csv-timelinejs-harbour.txt", 8 },
  { "csv/timesketch.csv", "csv", "csv-timesketch.txt", 4 },
  { "csv/troubled.csv", "csv", "csv-troubled.txt", 9 },
  { "csv/unicode-text.csv", "csv", "csv-unicode-text.txt", 2 },
  { "json/acled-api.json", "json", "json-acled-api.txt", 1 },
  { "json/evidence-first.json", "json", "json-evidence-first.txt", 2 },
  { "json/ftm.jsonl", "json", "json-ftm.txt", 3 },
  { "json/gdelt-articles.json", "json", "json-gdelt-articles.txt", 1 },
  { "json/simile.json", "json", "json-simile.txt", 2 },
  { "json/timemap.json", "json", "json-timemap.txt", 2 },
  { "json/timesketch.jsonl", "json", "json-timesketch.txt", 4 },
  { "json/vis.json", "json", "json-vis.txt", 3 },
  { "timelinejs/full.json", "timelinejs", "timelinejs.txt", 9 },
  { "timelinejs/empty.json", "timelinejs", "timelinejs-empty.txt", 0 },
  { "ical/days.ics", "ical", "ical-days.txt", 3 },
  { "ical/times.ics", "ical", "ical-times.txt", 2 },
  { "ical/troubled.ics", "ical", "ical-troubled.txt", 3 },
  { "xml/project.timeline", "xml", "xml-project.txt", 3 },
  { "xml/simile.xml", "xml", "xml-simile.txt", 3 },
  { "xml/empty.timeline", "xml", "xml-empty.txt", 0 },
  { "markwhen/dates.mw", "markwhen", "markwhen-dates.txt", 5 },
  { "markwhen/american.mw", "markwhen", "markwhen-american.txt", 3 },
  { "markwhen/plain.mw", "markwhen", "markwhen-plain.txt", 3 },
  { "json/acled-api-nothing.json", "json", "json-acled-api-nothing.txt", 0 },
  { "json/acled-api-numbers.json", "json", "json-acled-api-numbers.txt", 2 },
  { "json/evidence-first-one.json", "json", "json-evidence-first-one.txt", 1 },
  { "json/evidence-first-several.json", "json", "json-evidence-first-several.txt", 3 },
  { "json/ftm-bare.jsonl", "json", "json-ftm-bare.txt", 3 },
  { "json/ftm-entities.jsonl", "json", "json-ftm-entities.txt", 4 },
  { "json/gdelt-articles-empty.json", "json", "json-gdelt-articles-empty.txt", 0 },
  { "json/gdelt-articles-several.json", "json", "json-gdelt-articles-several.txt", 3 },
  { "json/simile-dates.json", "json", "json-simile-dates.txt", 3 },
  { "json/simile-life.json", "json", "json-simile-life.txt", 3 },
  { "json/timemap-beside.json", "json", "json-timemap-beside.txt", 3 },
  { "json/timemap-sheet.json", "json", "json-timemap-sheet.txt", 3 },
  { "json/timesketch-browser.jsonl", "json", "json-timesketch-browser.txt", 3 },
  { "json/timesketch-plain.jsonl", "json", "json-timesketch-plain.txt", 3 },
  { "json/vis-bare.json", "json", "json-vis-bare.txt", 3 },
  { "csv/datawrapper-events.csv", "csv", "csv-datawrapper-events.txt", 3 },
  { "csv/datawrapper-quarters.csv", "csv", "csv-datawrapper-quarters.txt", 3 },
  { "csv/timeline-setter-crlf.csv", "csv", "csv-timeline-setter-crlf.txt", 3 },
  { "csv/timeline-setter-numbers.csv", "csv", "csv-timeline-setter-numbers.txt", 3 },
  { "csv/timesketch-crlf.csv", "csv", "csv-timesketch-crlf.txt", 3 },
  { "csv/timesketch-mapped.csv", "csv", "csv-timesketch-mapped.txt", 3 },
  { "xml/fuzzy.timeline", "xml", "xml-fuzzy-timeline.txt", 3 },
  { "xml/old.timeline", "xml", "xml-old-timeline.txt", 2 },
  { "xml/simile-iso.xml", "xml", "xml-simile-iso.txt", 3 },
  { "xml/simile-mixed.xml", "xml", "xml-simile-mixed.txt", 3 },
  { "timelinejs/ada.json", "timelinejs", "timelinejs-ada.txt", 4 },
  { "graph/cytoscape.json", "graph", "graph-cytoscape.txt", 3 },
  { "graph/d3-indexes.json", "graph", "graph-d3-indexes.txt", 5 },
  { "graph/empty.gexf", "graph", "graph-empty.txt", 0 },
  { "graph/hello.gexf", "graph", "graph-hello.txt", 4 },
  { "graph/jgf.json", "graph", "graph-jgf.txt", 4 },
  { "graph/nested.graphml", "graph", "graph-nested.txt", 4 },
  { "graph/node-link.json", "graph", "graph-node-link.txt", 5 },
  { "graph/old.gexf", "graph", "graph-old.txt", 5 },
  { "graph/plain.graphml", "graph", "graph-plain.txt", 6 },
  { "graph/ties.graphml", "graph", "graph-ties.txt", 6 },
  { "csv/gdelt-1-talks.csv", "csv", "csv-gdelt-1-talks.txt", 4 },
  { "csv/gdelt-1-dates.csv", "csv", "csv-gdelt-1-dates.txt", 2 },
  { "csv/gdelt-2-quarter-hour.csv", "csv", "csv-gdelt-2-quarter-hour.txt", 4 },
  { "csv/gdelt-2-same-day.csv", "csv", "csv-gdelt-2-same-day.txt", 3 },
  { "csv/acled-older-days.csv", "csv", "csv-acled-older-days.txt", 3 },
  { "csv/acled-older-few-columns.csv", "csv", "csv-acled-older-few-columns.txt", 2 },
  { "csv/acled-2025-words.csv", "csv", "csv-acled-2025-words.txt", 3 },
  { "json/vis-groups.json", "json", "json-vis-groups.txt", 4 },
  { "stories/every-member.leadup", "leadup", "stories-every-member.txt", 10 },
  { "stories/absent-members.leadup", "leadup", "stories-absent-members.txt", 3 },
  { "stories/empty.leadup", "leadup", "stories-empty.txt", 0 },
  { "articles/chronology-2.txt", "article", "articles-chronology-2.txt", ANY },
  { "articles/chronology.txt", "markwhen", "articles-chronology.txt", 8 },
  { "articles/court-story-2.txt", "article", "articles-court-story-2.txt", ANY },
  { "articles/court-story.txt", "article", "articles-court-story.txt", ANY },
  { "articles/explainer.txt", "article", "articles-explainer.txt", ANY },
  { "articles/reportage.txt", "article", "articles-reportage.txt", ANY },
  { "articles/situation-report.txt", "article", "articles-situation-report.txt", ANY },
  { "articles/government-statement-2.txt", "article", "articles-government-statement-2.txt", ANY },
  { "articles/government-statement.txt", "article", "articles-government-statement.txt", ANY },
  { "articles/live-blog-2.txt", "article", "articles-live-blog-2.txt", ANY },
  { "articles/live-blog.txt", "article", "articles-live-blog.txt", ANY },
  { "articles/opinion-2.txt", "article", "articles-opinion-2.txt", ANY },
  { "articles/opinion.txt", "article", "articles-opinion.txt", ANY },
  { "articles/page.html", "article", "articles-page.txt", ANY },
  { "articles/wire-report-2.txt", "article", "articles-wire-report-2.txt", ANY },
  { "articles/wire-report.txt", "article", "articles-wire-report.txt", ANY },
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static LeadupImportPlan *
plan_bytes (GBytes      *bytes,
            LeadupStory *story,
            gboolean     accept_all)
{
  const LeadupImporter *importer = leadup_importers_detect (bytes);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GError) error = NULL;
  LeadupImportInput input = {
    .bytes = bytes,
    .name = "input.txt",
    .accept_all = accept_all,
    .snapshot = snapshot,
  };
  LeadupImportPlan *plan;

  g_assert_nonnull (importer);
  plan = importer->parse (&input, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

/* Returns how many changes it made. */
static guint
carry_out (LeadupImportPlan *plan,
           LeadupStory      *story)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);
  g_autoptr (GError) error = NULL;
  guint n = leadup_transaction_get_n_changes (transaction);

  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);

  return n;
}

/* Of an article only what importing makes of it: the source, and what is said of it as a whole. */
static char *
describe (LeadupImportPlan *plan,
          gboolean          is_article)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);
  const char *const *warnings = leadup_import_plan_get_warnings (plan);
  GString *text = g_string_new (leadup_import_plan_get_label (plan));

  g_string_append_c (text, '\n');
  for (guint i = 0; warnings[i] != NULL; i++)
    g_string_append_printf (text, "! %s\n", warnings[i]);
  for (guint i = 0; i < leadup_import_plan_get_n_rows (plan) && !is_article; i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (plan, i);

      g_string_append_printf (
          text, "line %u %s “%s”%s%s\n", row->line, leadup_import_verdict_to_string (row->verdict),
          row->title, row->reason != NULL ? ": " : "", row->reason != NULL ? row->reason : "");
    }
  for (guint i = 0; i < leadup_transaction_get_n_changes (transaction); i++)
    {
      LeadupRecord *record = leadup_transaction_get_change (transaction, i)->after;

      if (is_article && !LEADUP_IS_SOURCE (record))
        continue;
      leadup_record_writer_append (text, record);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_plans_are_as_they_were (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (GBytes) bytes = load (files[i].file);
      g_autoptr (LeadupImportPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *wanted = NULL;
      g_autofree char *got = NULL;

      plan = plan_bytes (bytes, story, TRUE);
      got = describe (plan, g_str_equal (files[i].format, "article"));
      path = g_test_build_filename (G_TEST_DIST, "import", "golden", files[i].golden, NULL);
      if (g_getenv ("LEADUP_UPDATE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, got, -1, NULL));
      g_file_get_contents (path, &wanted, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, wanted);
    }
}

/* So that no file is left out of what every file is tested for. */
static void
test_every_file_has_its_plan (void)
{
  static const char *const folders[] = {
    "articles", "csv", "graph", "ical", "json", "markwhen", "stories", "timelinejs", "xml",
  };
  guint n_seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", folders[i], NULL);
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *file = g_build_filename (folders[i], name, NULL);
          const char *golden = NULL;

          for (guint j = 0; j < G_N_ELEMENTS (files); j++)
            if (g_str_equal (files[j].file, file))
              golden = files[j].golden;
          if (golden == NULL)
            g_error ("%s has no plan among those that are compared", file);
          n_seen++;
        }
    }
  g_assert_cmpuint (n_seen, >, 95);
}

static void
test_contents_tell_the_format (void)
{
  static const struct
  {
    const char *text;
    const char *format;
  } table[] = {
    { "[]", "json" },
    { " \n[ {\"date\":\"2024\"}]", "json" },
    { "{\"events\":[]}", "json" },
    { "\xef\xbb\xbf[{\"a\":1}]", "json" },
    { "{\"version\":1, \"format\" : \"leadup\"}", "leadup" },
    { "{\"events\":[{\"start_date\":{\"year\":\"1\"},\"text\":{\"headline\":\"a\"}}]}",
      "timelinejs" },
    { "[Updated] The port was closed on Tuesday.", "article" },
    { "<!DOCTYPE html><title>A</title><p>The port was closed.", "article" },
    { "The port was closed.", "article" },
    { "%PDF-1.7 …", NULL },
    { "PK\x03\x04 and so on", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));
      const LeadupImporter *importer = leadup_importers_detect (bytes);

      g_assert_cmpstr (importer != NULL ? importer->id : NULL, ==, table[i].format);
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = load (files[i].file);

      g_assert_cmpstr (leadup_importers_detect (bytes)->id, ==, files[i].format);
    }
}

static void
test_formats_are_found_by_id (void)
{
  const LeadupImporter *const *all = leadup_importers_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    g_assert_true (leadup_importers_find (all[i]->id) == all[i]);
  g_assert_null (leadup_importers_find ("docx"));
}

static void
test_every_row_is_in_one_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (GBytes) bytes = load (files[i].file);
      g_autoptr (LeadupImportPlan) plan = plan_bytes (bytes, story, TRUE);
      guint n = 0;

      for (guint j = 0; j < LEADUP_N_IMPORT_VERDICTS; j++)
        n += leadup_import_plan_count (plan, (LeadupImportVerdict) j);
      g_assert_cmpuint (n, ==, leadup_import_plan_get_n_rows (plan));
      if (files[i].n_rows != ANY)
        g_assert_cmpuint (n, ==, files[i].n_rows);

      for (guint j = 0; j < n; j++)
        {
          const LeadupImportRow *row = leadup_import_plan_get_row (plan, j);

          if (row->verdict == LEADUP_IMPORT_REJECTED || row->verdict == LEADUP_IMPORT_UNDATED)
            g_assert_nonnull (row->reason);
          if (row->verdict == LEADUP_IMPORT_UNDATED && LEADUP_IS_EVENT (row->after))
            g_assert_null (leadup_event_get_when (LEADUP_EVENT (row->after)));
          if (row->verdict == LEADUP_IMPORT_NEW || row->verdict == LEADUP_IMPORT_UNDATED)
            g_assert_true (row->before == NULL && row->after != NULL);
        }
    }
}

static void
test_a_second_import_changes_nothing (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (files); i++)
    {
      gboolean accept_all = i % 2 == 0;
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (GBytes) bytes = load (files[i / 2].file);
      g_autoptr (LeadupImportPlan) first = plan_bytes (bytes, story, accept_all);
      g_autoptr (LeadupImportPlan) second = NULL;

      carry_out (first, story);
      second = plan_bytes (bytes, story, accept_all);
      g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_NEW), ==, 0);
      g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_CHANGED), ==, 0);
      g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_UNDATED), ==, 0);
      g_assert_cmpuint (leadup_import_plan_get_n_rows (second), ==,
                        leadup_import_plan_get_n_rows (first));
      g_assert_cmpuint (carry_out (second, story), ==, 0);
    }
}

static LeadupImportPlan *
plan_text (const char  *text,
           LeadupStory *story)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return plan_bytes (bytes, story, FALSE);
}

static void
test_a_row_that_changed_keeps_what_people_added (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupImportPlan) first =
      plan_text ("[{\"id\":\"7\",\"date\":\"2024-03-04\",\"title\":\"Closed\"}]", story);
  g_autoptr (LeadupImportPlan) second = NULL;
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Edit");
  g_autoptr (LeadupEvent) edited = NULL;
  LeadupRecord *event = leadup_import_plan_get_row (first, 0)->after;
  LeadupEventFields fields = *leadup_event_get_fields (LEADUP_EVENT (event));
  const LeadupEventFields *after;

  carry_out (first, story);
  fields.notes = "Call the port again";
  fields.importance = 5;
  edited = leadup_event_new (&fields);
  leadup_transaction_replace (edit, event, LEADUP_RECORD (edited));
  g_assert_true (leadup_story_apply (story, edit, NULL));

  second = plan_text ("[{\"id\":\"7\",\"date\":\"2024-03-05\",\"title\":\"Closed\"}]", story);
  g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_CHANGED), ==, 1);
  after = leadup_event_get_fields (LEADUP_EVENT (leadup_import_plan_get_row (second, 0)->after));
  g_assert_cmpstr (leadup_when_get_edtf (after->when), ==, "2024-03-05");
  g_assert_cmpstr (after->notes, ==, "Call the port again");
  g_assert_cmpuint (after->importance, ==, 5);
}

/* What people changed is theirs; what the input changed comes along; both at once is a conflict. */
static void
test_the_edits_of_people_win (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupImportPlan) first = plan_text (
      "[{\"id\":\"7\",\"date\":\"2024-03-04\",\"title\":\"Closed\",\"place\":\"Suhar\"}]", story);
  g_autoptr (LeadupImportPlan) second = NULL;
  g_autoptr (LeadupImportPlan) third = NULL;
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Edit");
  g_autoptr (LeadupEvent) edited = NULL;
  LeadupRecord *event = leadup_import_plan_get_row (first, 0)->after;
  LeadupEventFields fields = *leadup_event_get_fields (LEADUP_EVENT (event));
  const LeadupImportRow *row;
  const LeadupEventFields *after;
  const guint title = 1u << LEADUP_IMPORT_PART_TITLE, when = 1u << LEADUP_IMPORT_PART_WHEN;

  carry_out (first, story);
  fields.title = "The port was closed";
  edited = leadup_event_new (&fields);
  leadup_transaction_replace (edit, event, LEADUP_RECORD (edited));
  g_assert_true (leadup_story_apply (story, edit, NULL));

  second = plan_text (
      "[{\"id\":\"7\",\"date\":\"2024-03-05\",\"title\":\"Shut\",\"place\":\"Suhar\"}]", story);
  row = leadup_import_plan_get_row (second, 0);
  g_assert_cmpuint (row->verdict, ==, LEADUP_IMPORT_CHANGED);
  g_assert_cmpuint (row->offered, ==, title | when);
  g_assert_cmpuint (row->conflicts, ==, title);
  g_assert_cmpuint (row->taken, ==, when);
  g_assert_cmpuint (leadup_import_plan_count_conflicts (second), ==, 1);
  after = leadup_event_get_fields (LEADUP_EVENT (row->after));
  g_assert_cmpstr (after->title, ==, "The port was closed");
  g_assert_cmpstr (leadup_when_get_edtf (after->when), ==, "2024-03-05");

  /* Unless they choose otherwise, part by part. */
  leadup_import_plan_take (second, 0, title);
  after = leadup_event_get_fields (LEADUP_EVENT (leadup_import_plan_get_row (second, 0)->after));
  g_assert_cmpstr (after->title, ==, "Shut");
  g_assert_cmpstr (leadup_when_get_edtf (after->when), ==, "2024-03-04");
  leadup_import_plan_take (second, 0, when);
  carry_out (second, story);

  /* A conflict that was decided is not shown again. */
  third = plan_text (
      "[{\"id\":\"7\",\"date\":\"2024-03-05\",\"title\":\"Shut\",\"place\":\"Suhar\"}]", story);
  g_assert_cmpuint (leadup_import_plan_count (third, LEADUP_IMPORT_UNCHANGED), ==, 1);
}

static void
test_rows_that_are_gone_are_told_and_stay_unless_chosen (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupImportPlan) first =
      plan_text ("[{\"id\":\"1\",\"date\":\"2024\",\"title\":\"One\"},"
                 "{\"id\":\"2\",\"date\":\"2024\",\"title\":\"Two\"}]",
                 story);
  g_autoptr (LeadupImportPlan) second = NULL;
  guint n;

  carry_out (first, story);
  second = plan_text ("[{\"id\":\"2\",\"date\":\"2024\",\"title\":\"Two\"}]", story);
  g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_VANISHED), ==, 1);
  g_assert_cmpuint (leadup_import_plan_count_chosen (second), ==, 0);
  n = leadup_import_plan_get_n_rows (second);
  g_assert_cmpstr (leadup_import_plan_get_row (second, n - 1)->title, ==, "One");

  g_assert_cmpuint (carry_out (second, story), ==, 0);
  leadup_import_plan_choose (second, n - 1, TRUE);
  g_assert_cmpuint (carry_out (second, story), ==, 1);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, 1);
}

static void
test_rows_that_are_not_chosen_bring_nothing (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupImportPlan) plan =
      plan_text ("[{\"date\":\"2024\",\"title\":\"One\",\"who\":\"Iran\",\"source\":\"A\"},"
                 "{\"date\":\"2024\",\"title\":\"Two\",\"who\":\"Oman\",\"source\":\"B\"}]",
                 story);

  leadup_import_plan_choose (plan, 0, FALSE);
  g_assert_cmpuint (leadup_import_plan_count_chosen (plan), ==, 1);
  carry_out (plan, story);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, 1);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_ACTOR), ==, 1);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_SOURCE), ==, 1);
}

static void
append_cell (GString *text,
             GRand   *random,
             guint    row,
             guint    column)
{
  static const char *const cells[] = { "a",          "\"x,y\"",     "\"two\nlines\"",
                                       "2024-03-04", "3/4/2024",    "",
                                       "\"q\"\"q\"", "<b>bold</b>", "ü",
                                       "31.2.2024",  "\"48,85\"",   "soon",
                                       "-",          "\"\r\n\"",    "NULL" };

  if (column == 0)
    g_string_append_printf (text, "row %u", row);
  else
    g_string_append (text, cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))]);
}

static LeadupImportPlan *
plan_table (const char  *text,
            LeadupStory *story)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  LeadupImportInput input = { .bytes = bytes, .snapshot = snapshot };

  return leadup_importers_find ("csv")->parse (&input, NULL, NULL);
}

/* Tables of all kinds of cells: no row is lost, none is in two lists, each has its line. */
static void
test_no_row_of_any_table_is_lost (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200; i++)
    {
      guint n_rows = (guint) g_rand_int_range (random, 1, 30);
      g_autoptr (GString) text = g_string_new ("notes,date,title,who,category,end\n");
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (LeadupImportPlan) plan = NULL;
      guint last = 1, n = 0;

      for (guint row = 0; row < n_rows; row++)
        for (guint column = 0; column < 6; column++)
          {
            append_cell (text, random, row, column);
            g_string_append_c (text, column < 5 ? ',' : '\n');
          }
      plan = plan_table (text->str, story);
      g_assert_cmpuint (leadup_import_plan_get_n_rows (plan), ==, n_rows);
      for (guint j = 0; j < LEADUP_N_IMPORT_VERDICTS; j++)
        n += leadup_import_plan_count (plan, (LeadupImportVerdict) j);
      g_assert_cmpuint (n, ==, n_rows);
      for (guint j = 0; j < n_rows; j++)
        {
          g_assert_cmpuint (leadup_import_plan_get_row (plan, j)->line, >, last);
          last = leadup_import_plan_get_row (plan, j)->line;
        }
    }
}

static void
test_actors_are_found_by_alias (void)
{
  const LeadupActorFields fields = {
    .id = "a-iran",
    .name = "Iran",
    .aliases = (const char *const[]) { "Tehran", NULL },
    .kind = LEADUP_ACTOR_KIND_STATE,
  };
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add");
  g_autoptr (LeadupActor) actor = leadup_actor_new (&fields);
  g_autoptr (LeadupImportPlan) plan = NULL;
  const LeadupEventFields *event;

  leadup_transaction_add (transaction, LEADUP_RECORD (actor));
  g_assert_true (leadup_story_apply (story, transaction, NULL));

  plan = plan_text ("[{\"date\":\"2024\",\"title\":\"Talks\",\"actors\":\"TEHRAN; Jane Roe\"}]",
                    story);
  event = leadup_event_get_fields (LEADUP_EVENT (leadup_import_plan_get_row (plan, 0)->after));
  g_assert_cmpuint (event->n_participants, ==, 2);
  g_assert_cmpstr (event->participants[0].actor, ==, "a-iran");
  g_assert_cmpstr (event->participants[0].as, ==, "TEHRAN");
  carry_out (plan, story);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_ACTOR), ==, 2);
}

/* All the events of an article, each with the words that it was read from at their place. */
static void
test_quotes_stand_where_they_say (void)
{
  static const char *const names[] = { "articles/wire-report.txt", "articles/page.html",
                                       "articles/court-story.txt" };
  guint n_events = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (GBytes) bytes = load (names[i]);
      g_autoptr (LeadupImportPlan) plan = plan_bytes (bytes, story, TRUE);
      g_autoptr (LeadupSnapshot) snapshot = NULL;
      const LeadupSourceFields *source;

      carry_out (plan, story);
      snapshot = leadup_story_snapshot (story);
      g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_SOURCE), ==, 1);
      source = leadup_source_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_SOURCE, 0));
      g_assert_cmpuint (strlen (source->sha256), ==, 64);

      for (guint j = 0; j < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); j++)
        {
          const LeadupEventFields *event =
              leadup_event_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, j));

          n_events++;
          g_assert_cmpuint (event->n_evidence, >=, 1);
          for (guint k = 0; k < event->n_evidence; k++)
            {
              const LeadupEvidenceFields *evidence =
                  leadup_evidence_get_fields (event->evidence[k]);
              g_autofree char *there =
                  g_utf8_substring (source->text, evidence->span_start, evidence->span_end);

              g_assert_cmpstr (there, ==, evidence->quote);
            }
        }
    }

  g_assert_cmpuint (n_events, >=, 3);
}

static LeadupRecord *
first_candidate (LeadupStory *story)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);

  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CANDIDATE), >, 0);

  return leadup_snapshot_get (snapshot, LEADUP_RECORD_CANDIDATE, 0);
}

static void
test_what_was_rejected_is_not_proposed_again (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GBytes) bytes = load ("articles/wire-report.txt");
  g_autoptr (LeadupImportPlan) first = plan_bytes (bytes, story, FALSE);
  g_autoptr (LeadupImportPlan) second = NULL;
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Reject");
  g_autoptr (LeadupCandidate) rejected = NULL;
  LeadupCandidateFields fields;
  LeadupRecord *candidate;
  guint n_candidates;

  carry_out (first, story);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, 0);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_ACTOR), ==, 0);
  n_candidates = leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE);
  candidate = first_candidate (story);
  fields = *leadup_candidate_get_fields (LEADUP_CANDIDATE (candidate));
  fields.state = LEADUP_CANDIDATE_REJECTED;
  rejected = leadup_candidate_new (&fields);
  leadup_transaction_replace (edit, candidate, LEADUP_RECORD (rejected));
  g_assert_true (leadup_story_apply (story, edit, NULL));

  /* Neither for review nor from the command line. */
  second = plan_bytes (bytes, story, TRUE);
  g_assert_cmpuint (leadup_import_plan_count (second, LEADUP_IMPORT_UNCHANGED), >, 0);
  carry_out (second, story);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE), ==, n_candidates);
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_EVENT,
                                      leadup_record_get_id (LEADUP_RECORD (fields.event))));
}

static void
test_an_article_in_another_wording_keeps_the_first (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autofree char *other = NULL;
  g_autoptr (GBytes) bytes = load ("articles/page.html");
  g_autoptr (GBytes) later = NULL;
  g_autoptr (LeadupImportPlan) first = plan_bytes (bytes, story, TRUE);
  g_autoptr (LeadupImportPlan) second = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n_events;

  carry_out (first, story);
  snapshot = leadup_story_snapshot (story);
  if (leadup_source_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_SOURCE, 0))->url ==
      NULL)
    {
      g_test_skip ("the page of the corpus names no address");
      return;
    }

  n_events = leadup_story_get_n (story, LEADUP_RECORD_EVENT);
  other = g_strdup_printf ("%.*s<!-- served again -->", (int) length, data);
  later = g_bytes_new_static (other, strlen (other));
  second = plan_bytes (later, story, TRUE);
  carry_out (second, story);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_SOURCE), ==, 1);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, n_events);
}

static void
test_what_cannot_be_read_says_why (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } table[] = {
    { "[{\"date\":\"2024\",}]", "Line 1*" },
    { "{\"rows\":[]}", "*events*items*data*" },
    { "{\"format\":\"leadup\",\"version\":1,\"events\":[{}]}", "Line 1*id*" },
    { "   \n  ", "*no text*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (GError) error = NULL;
      LeadupImportInput input = {
        .bytes = bytes,
        .snapshot = snapshot,
      };

      g_assert_null (leadup_importers_detect (bytes)->parse (&input, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (g_pattern_match_simple (table[i].message, error->message));
    }
}

static void
test_a_cancelled_import_gives_no_plan (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = load (files[i].file);
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (GError) error = NULL;
      LeadupImportInput input = {
        .bytes = bytes,
        .snapshot = snapshot,
      };
      g_autoptr (LeadupImportPlan) plan = NULL;

      if (g_str_has_suffix (files[i].file, "/empty.json"))
        continue;
      plan = leadup_importers_detect (bytes)->parse (&input, cancellable, &error);
      g_assert_null (plan);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/every-file-has-its-plan", test_every_file_has_its_plan);
  g_test_add_func ("/import/plans-are-as-they-were", test_plans_are_as_they_were);
  g_test_add_func ("/import/contents-tell-the-format", test_contents_tell_the_format);
  g_test_add_func ("/import/formats-are-found-by-id", test_formats_are_found_by_id);
  g_test_add_func ("/import/every-row-is-in-one-list", test_every_row_is_in_one_list);
  g_test_add_func ("/import/the-edits-of-people-win", test_the_edits_of_people_win);
  g_test_add_func ("/import/rows-that-are-gone-are-told-and-stay-unless-chosen",
                   test_rows_that_are_gone_are_told_and_stay_unless_chosen);
  g_test_add_func ("/import/rows-that-are-not-chosen-bring-nothing",
                   test_rows_that_are_not_chosen_bring_nothing);
  g_test_add_func ("/import/no-row-of-any-table-is-lost", test_no_row_of_any_table_is_lost);
  g_test_add_func ("/import/a-second-import-changes-nothing", test_a_second_import_changes_nothing);
  g_test_add_func ("/import/a-row-that-changed-keeps-what-people-added",
                   test_a_row_that_changed_keeps_what_people_added);
  g_test_add_func ("/import/actors-are-found-by-alias", test_actors_are_found_by_alias);
  g_test_add_func ("/import/quotes-stand-where-they-say", test_quotes_stand_where_they_say);
  g_test_add_func ("/import/what-was-rejected-is-not-proposed-again",
                   test_what_was_rejected_is_not_proposed_again);
  g_test_add_func ("/import/an-article-in-another-wording-keeps-the-first",
                   test_an_article_in_another_wording_keeps_the_first);
  g_test_add_func ("/import/what-cannot-be-read-says-why", test_what_cannot_be_read_says_why);
  g_test_add_func ("/import/a-cancelled-import-gives-no-plan",
                   test_a_cancelled_import_gives_no_plan);

  return g_test_run ();
}
