/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-story.h"
#include "storage/leadup-story-reader.h"
#include "storage/leadup-story-writer.h"

/* Any moment after the last event: what lies in the future would be marked as announced. */
#define LATER G_MAXINT64

static GBytes *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.leadup", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
test_the_sample_reads_without_a_warning (void)
{
  g_autoptr (GBytes) bytes = load_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = leadup_story_reader_read (bytes, LATER, NULL, &error);
  g_autofree char *warnings = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (contents);
  g_assert_false (contents->is_newer);
  warnings = contents->warnings != NULL ? g_strjoinv ("\n", contents->warnings) : g_strdup ("");
  g_assert_cmpstr (warnings, ==, "");
}

static void
test_saving_the_sample_changes_nothing (void)
{
  g_autoptr (GBytes) bytes = load_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = leadup_story_reader_read (bytes, LATER, NULL, &error);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  written = leadup_story_writer_write (snapshot, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (written, NULL),
                   g_bytes_get_size (written),
                   g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/reads-without-a-warning", test_the_sample_reads_without_a_warning);
  g_test_add_func ("/sample/saving-it-changes-nothing", test_saving_the_sample_changes_nothing);

  return g_test_run ();
}
