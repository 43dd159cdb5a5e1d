/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-story.h"
#include "export/leadup-export-data.h"
#include "model/leadup-story.h"
#include "storage/leadup-story-reader.h"

#include <string.h>

static const char *const formats[] = { "csv", "json", "timelinejs", "ics", "markdown" };

static void
test_what_is_for_insiders_stays_here (void)
{
  /* In capitals in the story. */
  static const char *const secrets[] = { "EMBARGOED", "SECRET",  "REVIEWER",
                                         "SOMEBODY",  "SPEAKER", "WHOLE" };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = export_story_write (formats[i], &options);

      g_assert_nonnull (strstr (text, "Ministers meet"));
      for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
        if (strstr (text, secrets[j]) != NULL)
          g_error ("%s is in %s", secrets[j], formats[i]);
    }
}

static void
test_insiders_get_embargoed_events_and_notes (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = NULL;

  options.for_insiders = TRUE;
  text = export_story_write ("json", &options);
  g_assert_nonnull (strstr (text, "EMBARGOED RAID"));
  g_assert_nonnull (strstr (text, "SECRET NOTE"));
}

static void
test_a_range_of_time_holds_for_data_too (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  options.from = leadup_calendar_date_instant (2025, 5, 1);
  options.to = leadup_calendar_date_instant (2025, 6, 1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = export_story_write (formats[i], &options);

      g_assert_nonnull (strstr (text, "HYPERLINK"));
      g_assert_null (strstr (text, "Ministers meet"));
      g_assert_null (strstr (text, "Somewhen"));
    }
}

static void
test_csv_runs_no_formula_and_keeps_numbers (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_story_write ("csv", &options);

  g_assert_true (g_str_has_prefix (text, "\"id\",\"title\",\"date\","));
  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"x\"\")\""));
  g_assert_nonnull (strstr (text, ",-12.5,40.25,"));
  g_assert_nonnull (strstr (text, "\"Northland\",\"Southland\",,"));
  g_assert_nonnull (strstr (text, "\"https://example.org/fleet?a=1&b=2\"\r\n"));
}

static void
test_json_is_a_story_that_opens (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_story_write ("json", &options);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents =
      leadup_story_reader_read (bytes, G_MAXINT64 / 4, NULL, &error);

  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT), ==, 5);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_SOURCE), ==, 2);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_STEP), ==, 0);
}

static void
test_timelinejs_has_dates_as_fine_as_they_are_known (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_story_write ("timelinejs", &options);

  g_assert_nonnull (strstr (text, "\"start_date\":{\"year\":2025,\"month\":3,\"day\":4}"));
  g_assert_nonnull (strstr (text, "\"start_date\":{\"year\":2025,\"month\":4},"));
  g_assert_nonnull (strstr (text, "\"hour\":3,\"minute\":15"));
  g_assert_nonnull (strstr (text, "\"end_date\":{\"year\":2025,\"month\":5,\"day\":12}"));
  g_assert_nonnull (strstr (text, "The &lt;harbour&gt; &amp; the fleet"));
  g_assert_nonnull (strstr (text, "<a href=\\\"https://example.org/fleet?a=1&amp;b=2\\\">"));
  g_assert_nonnull (strstr (text, "\"eras\":["));
  /* It shows nothing that has no date. */
  g_assert_null (strstr (text, "Somewhen"));
}

static void
test_icalendar_lines_are_short_and_escaped (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_story_write ("ics", &options);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint depth = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
      if (g_str_has_prefix (lines[i], "BEGIN:"))
        depth++;
      if (g_str_has_prefix (lines[i], "END:"))
        depth--;
    }
  g_assert_cmpuint (depth, ==, 0);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20250304\r\nDTEND;VALUE=DATE:20250305\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART:20250509T031500Z\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20250510\r\nDTEND;VALUE=DATE:20250513\r\n"));
  g_assert_nonnull (strstr (text, "LOCATION:Harbour\\; old town\\, east\r\n"));
  g_assert_nonnull (strstr (text, "GEO:-12.500000;40.250000\r\n"));
  g_assert_nonnull (strstr (text, "STATUS:TENTATIVE\r\n"));
  /* Without a date it is no appointment. */
  g_assert_nonnull (strstr (text, "BEGIN:VJOURNAL\r\nUID:e6@leadup.org\r\n"));
}

static void
test_markdown_has_each_source_once_in_a_footnote (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_story_write ("markdown", &options);

  g_assert_true (g_str_has_prefix (text, "# The \\<harbour\\> & the fleet\n"));
  g_assert_nonnull (
      strstr (text, "- **4 March 2025** — Fleet shells the harbour *(single source)*.[^1]\n"));
  g_assert_nonnull (strstr (text, "Ministers meet *(disputed)*.[^2]\n"));
  g_assert_nonnull (strstr (text, "One Two \\[^1\\] \\*three\\*"));
  g_assert_nonnull (strstr (text, "\n[^1]: Harbour Post, 5 Mar 2025: “Fleet sails”. "
                                  "<https://example.org/fleet?a=1&b=2>\n"));
  g_assert_nonnull (strstr (text, "\n[^2]: Coast Radio, 30 Apr 2025\n"));
  g_assert_nonnull (strstr (text, "Without a date"));
  g_assert_nonnull (strstr (text, "*As of 30 April 2025*"));
}

static void
test_doubts_are_counted_for_whom_it_is (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  LeadupDoubts doubts;

  leadup_export_data_count_doubts (snapshot, &options, &doubts);
  g_assert_cmpuint (doubts.n_events, ==, 5);
  g_assert_cmpuint (doubts.n_unverified, ==, 3);
  g_assert_cmpuint (doubts.n_disputed, ==, 1);
  g_assert_cmpuint (doubts.n_embargoed, ==, 0);
  options.for_insiders = TRUE;
  leadup_export_data_count_doubts (snapshot, &options, &doubts);
  g_assert_cmpuint (doubts.n_embargoed, ==, 1);
}

/* A day holds for the picture, its texts and the data behind it alike. */
static void
test_a_day_holds_for_all_that_is_written (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) data = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *day = NULL;
  LeadupExportOptions own;
  LeadupDoubts doubts;

  options.as_of = "2025-03-31";
  events = leadup_export_data_list (snapshot, &options);
  g_assert_cmpuint (events->len, ==, 2); /* one has no date */
  g_assert_cmpstr (leadup_record_get_id (events->pdata[0]), ==, "e1");
  data = leadup_export_data_new (snapshot, &options, NULL, NULL);
  g_assert_cmpuint (leadup_snapshot_get_n (data, LEADUP_RECORD_EVENT), ==, 2);
  leadup_export_data_count_doubts (snapshot, &options, &doubts);
  g_assert_cmpuint (doubts.n_events, ==, 2);
  g_assert_cmpuint (doubts.n_disputed, ==, 0);
  day = leadup_export_data_get_as_of (snapshot, &options);
  g_assert_cmpstr (day, ==, "2025-03-05");

  /* Where nothing is asked for, nothing is filtered. */
  leadup_export_options_prepare (&options, snapshot, &own);
  g_assert_nonnull (own.filter);
  g_assert_null (own.as_of);
  leadup_filter_unref (own.filter);
  options.as_of = NULL;
  leadup_export_options_prepare (&options, snapshot, &own);
  g_assert_null (own.filter);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-data/what-is-for-insiders-stays-here",
                   test_what_is_for_insiders_stays_here);
  g_test_add_func ("/export-data/insiders-get-embargoed-events-and-notes",
                   test_insiders_get_embargoed_events_and_notes);
  g_test_add_func ("/export-data/a-range-of-time-holds-for-data-too",
                   test_a_range_of_time_holds_for_data_too);
  g_test_add_func ("/export-data/a-day-holds-for-all-that-is-written",
                   test_a_day_holds_for_all_that_is_written);
  g_test_add_func ("/export-data/csv-runs-no-formula-and-keeps-numbers",
                   test_csv_runs_no_formula_and_keeps_numbers);
  g_test_add_func ("/export-data/json-is-a-story-that-opens", test_json_is_a_story_that_opens);
  g_test_add_func ("/export-data/timelinejs-has-dates-as-fine-as-they-are-known",
                   test_timelinejs_has_dates_as_fine_as_they_are_known);
  g_test_add_func ("/export-data/icalendar-lines-are-short-and-escaped",
                   test_icalendar_lines_are_short_and_escaped);
  g_test_add_func ("/export-data/markdown-has-each-source-once-in-a-footnote",
                   test_markdown_has_each_source_once_in_a_footnote);
  g_test_add_func ("/export-data/doubts-are-counted-for-whom-it-is",
                   test_doubts_are_counted_for_whom_it_is);

  return g_test_run ();
}
