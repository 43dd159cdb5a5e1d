/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-recovery.h"

#include "base/leadup-error.h"
#include "document-fixture.h"
#include "document/leadup-journal-contents.h"
#include "document/leadup-journal-line.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define N_KILLS 50

typedef struct
{
  char *path;
  GFile *directory;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *journals = NULL;
  g_autofree char *story = NULL;

  fixture->path = g_dir_make_tmp ("leadup-recovery-XXXXXX", NULL);
  journals = g_build_filename (fixture->path, "journals", NULL);
  story = g_build_filename (fixture->path, "story.leadup", NULL);
  fixture->directory = g_file_new_for_path (journals);
  fixture->file = g_file_new_for_path (story);
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->path);

  remove_all (folder);
  g_object_unref (fixture->directory);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static LeadupDocument *
open_document (Fixture *fixture)
{
  LeadupDocument *document = leadup_document_new ();
  g_autoptr (GError) error = NULL;

  if (g_file_query_exists (fixture->file, NULL))
    {
      leadup_document_load (document, fixture->file, NULL, &error);
      g_assert_no_error (error);
    }
  leadup_document_start_journal (document, fixture->directory, &error);
  g_assert_no_error (error);

  return document;
}

/* A document that goes as in a crash: the journal stays. */
static void
crash (LeadupDocument *document)
{
  leadup_document_flush_journal (document);
  g_assert_finalize_object (document);
}

/* Takes over the only recovery there is, or %NULL. */
static LeadupRecovery *
find_recovery (Fixture *fixture)
{
  g_autoptr (GListModel) list = leadup_recovery_list (fixture->directory);

  g_assert_cmpuint (g_list_model_get_n_items (list), <=, 1);

  return g_list_model_get_item (list, 0);
}

static LeadupDocument *
restore (LeadupRecovery *recovery)
{
  g_autoptr (GError) error = NULL;
  LeadupDocument *document = leadup_recovery_restore (recovery, &error);

  g_assert_no_error (error);
  g_assert_true (leadup_document_is_modified (document));

  return document;
}

/* The path of the only journal. */
static char *
find_journal (Fixture *fixture)
{
  g_autofree char *folder = g_file_get_path (fixture->directory);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
test_story_that_was_never_saved (Fixture      *fixture,
                                 gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autoptr (LeadupRecovery) recovery = NULL;
  g_autoptr (LeadupDocument) restored = NULL;
  g_autofree char *journal = NULL;
  GStatBuf status;

  add_event (document, 0);
  add_event (document, 1);
  crash (document);

  journal = find_journal (fixture);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);

  recovery = find_recovery (fixture);
  g_assert_null (leadup_recovery_get_file (recovery));
  g_assert_cmpuint (leadup_recovery_get_n_edits (recovery), ==, 2);
  g_assert_cmpstr (leadup_recovery_get_title (recovery), ==, "Untitled story");
  g_assert_cmpint (ABS (leadup_recovery_get_time (recovery) - g_get_real_time () / G_USEC_PER_SEC),
                   <, 60);

  restored = restore (recovery);
  g_assert_cmpuint (count_events (restored), ==, 2);
  g_assert_null (leadup_document_get_file (restored));
  g_assert_true (leadup_history_undo (leadup_document_get_history (restored)));
  g_assert_cmpuint (count_events (restored), ==, 1);
}

static void
test_edits_after_a_save (Fixture      *fixture,
                         gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autoptr (LeadupRecovery) recovery = NULL;
  g_autoptr (LeadupDocument) restored = NULL;
  g_autoptr (GError) error = NULL;

  add_event (document, 0);
  g_assert_true (leadup_document_save (document, fixture->file, FALSE, NULL, &error));
  add_event (document, 1);
  add_event (document, 2);
  leadup_history_undo (leadup_document_get_history (document));
  crash (document);

  recovery = find_recovery (fixture);
  g_assert_true (g_file_equal (leadup_recovery_get_file (recovery), fixture->file));
  g_assert_cmpuint (leadup_recovery_get_n_edits (recovery), ==, 3);
  restored = restore (recovery);
  g_assert_cmpuint (count_events (restored), ==, 2);
  g_assert_true (g_file_equal (leadup_document_get_file (restored), fixture->file));
  g_assert_null (leadup_document_get_warnings (restored)[0]);

  g_assert_true (leadup_document_save (restored, fixture->file, FALSE, NULL, &error));
  g_assert_false (leadup_document_is_modified (restored));
  g_assert_true (leadup_recovery_discard (recovery, &error));
  g_clear_object (&recovery);
  g_assert_null (find_recovery (fixture));
}

static void
test_nothing_to_restore_is_not_offered (Fixture      *fixture,
                                        gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autofree char *journal = NULL;

  crash (document);
  g_assert_null (find_recovery (fixture));
  journal = find_journal (fixture);
  g_assert_null (journal);
}

static void
test_open_document_is_not_offered (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (LeadupDocument) document = open_document (fixture);
  LeadupDocument *other = open_document (fixture);
  g_autoptr (LeadupRecovery) recovery = NULL;

  add_event (document, 0);
  leadup_document_flush_journal (document);
  g_assert_null (find_recovery (fixture));

  add_event (other, 0);
  crash (other);
  recovery = find_recovery (fixture);
  g_assert_nonnull (recovery);
  /* And not to two programs at once. */
  g_assert_null (find_recovery (fixture));
}

static void
test_discarded_journal_is_gone (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (LeadupDocument) document = open_document (fixture);
  g_autofree char *journal = find_journal (fixture);

  add_event (document, 0);
  leadup_document_discard_journal (document);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_restored_story_survives_the_next_crash (Fixture      *fixture,
                                             gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  LeadupRecovery *recovery;
  g_autoptr (LeadupRecovery) again = NULL;
  g_autoptr (LeadupDocument) restored = NULL;
  g_autoptr (GError) error = NULL;

  add_event (document, 0);
  crash (document);

  recovery = find_recovery (fixture);
  document = restore (recovery);
  g_assert_true (leadup_document_start_journal (document, fixture->directory, &error));
  leadup_document_flush_journal (document);
  g_assert_true (leadup_recovery_discard (recovery, &error));
  g_object_unref (recovery);
  crash (document);

  again = find_recovery (fixture);
  g_assert_cmpuint (leadup_recovery_get_n_edits (again), ==, 0);
  restored = restore (again);
  g_assert_cmpuint (count_events (restored), ==, 1);
}

static void
test_base_that_changed (Fixture      *fixture,
                        gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autoptr (LeadupDocument) other = NULL;
  g_autoptr (LeadupRecovery) recovery = NULL;
  g_autoptr (LeadupDocument) restored = NULL;
  g_autoptr (GError) error = NULL;

  add_event (document, 0);
  g_assert_true (leadup_document_save (document, fixture->file, FALSE, NULL, &error));
  add_event (document, 1);
  crash (document);

  other = leadup_document_new ();
  g_assert_true (leadup_document_save (other, fixture->file, TRUE, NULL, &error));

  recovery = find_recovery (fixture);
  restored = restore (recovery);
  /* The category of event 1 is no longer there. */
  g_assert_cmpuint (count_events (restored), ==, 0);
  g_assert_nonnull (
      strstr (leadup_document_get_warnings (restored)[0], "changed by somebody else"));
  g_assert_nonnull (strstr (leadup_document_get_warnings (restored)[1], "1 of 1 edits"));
  g_assert_null (leadup_document_get_warnings (restored)[2]);
  g_assert_false (leadup_document_save (restored, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
}

static void
test_base_that_is_gone (Fixture      *fixture,
                        gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autoptr (LeadupRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = NULL;

  add_event (document, 0);
  g_assert_true (leadup_document_save (document, fixture->file, FALSE, NULL, &error));
  add_event (document, 1);
  crash (document);
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));

  recovery = find_recovery (fixture);
  g_assert_null (leadup_recovery_restore (recovery, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  journal = find_journal (fixture);
  g_assert_nonnull (journal);
}

/* Cut at every byte, a journal gives the edits whose lines are whole. */
static void
test_journal_torn_at_every_byte (Fixture      *fixture,
                                 gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  gsize size;
  guint n_full = 0;

  for (guint i = 0; i < 4; i++)
    add_event (document, i);
  crash (document);
  journal = find_journal (fixture);
  g_assert_true (g_file_get_contents (journal, &text, &size, NULL));

  for (gsize cut = 0; cut <= size; cut++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, cut);
      g_autoptr (LeadupJournalContents) contents = leadup_journal_contents_read (bytes);
      guint n_lines = 0;

      for (gsize i = 0; i < cut; i++)
        n_lines += text[i] == '\n' ? 1 : 0;
      if (n_lines == 0)
        g_assert_null (contents);
      else
        g_assert_cmpuint (contents->edits->len, ==, n_lines < 2 ? 0 : n_lines - 2);
      n_full = contents != NULL ? contents->edits->len : 0;
    }
  g_assert_cmpuint (n_full, ==, 4);
}

/* With any one byte changed, nothing but the line of that byte and those behind it is lost. */
static void
test_journal_spoilt_at_every_byte (Fixture      *fixture,
                                   gconstpointer data)
{
  LeadupDocument *document = open_document (fixture);
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  gsize size;
  guint n_before = 0;

  for (guint i = 0; i < 3; i++)
    add_event (document, i);
  crash (document);
  journal = find_journal (fixture);
  g_assert_true (g_file_get_contents (journal, &text, &size, NULL));

  for (gsize at = 0; at < size; at++)
    {
      g_autofree char *spoilt = g_memdup2 (text, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (LeadupJournalContents) contents = NULL;

      spoilt[at] ^= 0x11;
      bytes = g_bytes_new (spoilt, size);
      contents = leadup_journal_contents_read (bytes);
      /* The first line says what it is about, the second holds the story; each of the others one
       * edit. */
      if (n_before == 0)
        g_assert_null (contents);
      else
        g_assert_cmpuint (contents->edits->len, ==, n_before < 2 ? 0 : n_before - 2);
      n_before += text[at] == '\n' ? 1 : 0;
    }
}

static void
test_spoilt_journal_stops_nobody (Fixture      *fixture,
                                  gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
  } spoilt[] = {
    { "empty.journal", "" },
    { "words.journal", "not a journal\n" },
    { "zeros.journal", "\n\n\n\n" },
    { "huge.journal", "S 999999999999999999 0123456789abcdef {}\n" },
  };
  g_autofree char *folder = g_file_get_path (fixture->directory);
  LeadupDocument *document = open_document (fixture);
  g_autoptr (LeadupRecovery) recovery = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_build_filename (folder, spoilt[i].name, NULL);

      g_assert_true (g_file_set_contents (path, spoilt[i].text, -1, NULL));
    }
  add_event (document, 0);
  crash (document);

  recovery = find_recovery (fixture);
  g_assert_nonnull (recovery);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_build_filename (folder, spoilt[i].name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_missing_folder_is_no_error (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GListModel) list = leadup_recovery_list (fixture->directory);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static void
test_lines_are_read_as_written (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LeadupJournalLineType type;
  const char *at, *payload;
  gsize length;

  leadup_journal_line_append (text, LEADUP_JOURNAL_EDIT, "{}", 2);
  leadup_journal_line_append (text, LEADUP_JOURNAL_MARK, "", 0);
  at = text->str;
  g_assert_true (leadup_journal_line_read (&at, text->str + text->len, &type, &payload, &length));
  g_assert_cmpint (type, ==, LEADUP_JOURNAL_EDIT);
  g_assert_cmpmem (payload, length, "{}", 2);
  g_assert_true (leadup_journal_line_read (&at, text->str + text->len, &type, &payload, &length));
  g_assert_cmpint (type, ==, LEADUP_JOURNAL_MARK);
  g_assert_cmpuint (length, ==, 0);
  g_assert_false (leadup_journal_line_read (&at, text->str + text->len, &type, &payload, &length));
}

/* Starts the editing program, reads how much it has on disk for a while, and kills it. */
static guint
edit_and_kill (Fixture    *fixture,
               const char *mode,
               guint       n_lines,
               gulong      wait_us)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "document", "edit-story", NULL);
  g_autofree char *directory = g_file_get_path (fixture->directory);
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  guint n_on_disk = 0;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, directory, path, mode,
                            NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      n_on_disk = (guint) atoi (line);
    }
  g_usleep (wait_us);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);

  return n_on_disk;
}

/* What there is after a crash: the restored story, saved, so that the next round goes on from
 * there. */
static guint
pick_up (Fixture *fixture)
{
  g_autoptr (LeadupRecovery) recovery = find_recovery (fixture);
  g_autoptr (LeadupDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (recovery == NULL)
    {
      document = leadup_document_new ();
      if (g_file_query_exists (fixture->file, NULL))
        leadup_document_load (document, fixture->file, NULL, &error);
      g_assert_no_error (error);
      return count_events (document);
    }

  document = restore (recovery);
  g_assert_null (leadup_document_get_warnings (document)[0]);
  n = count_events (document);
  g_assert_true (leadup_document_save (document, fixture->file, FALSE, NULL, &error));
  g_assert_true (leadup_recovery_discard (recovery, &error));

  return n;
}

static void
test_kill_at_any_time_loses_nothing_that_was_on_disk (Fixture      *fixture,
                                                      gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20251119);
  guint n_so_far = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint n_lines = (guint) g_rand_int_range (random, 1, 8);
      gulong wait_us = (gulong) g_rand_int_range (random, 0, 4000);
      guint n_on_disk = edit_and_kill (fixture, data, n_lines, wait_us);
      guint n = pick_up (fixture);

      g_assert_cmpuint (n, >=, n_on_disk);
      g_assert_cmpuint (n, >=, n_so_far);
      n_so_far = n;
    }
}

static void
test_kill_loses_at_most_two_seconds (Fixture      *fixture,
                                     gconstpointer data)
{
  /* Nobody asks for the disk here; the journal does so by itself. */
  guint n_told = edit_and_kill (fixture, "wait", 1, G_USEC_PER_SEC / 4);

  g_assert_cmpuint (pick_up (fixture), ==, n_told);
}

#define ADD(name, data, test) g_test_add ("/recovery/" name, Fixture, data, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-story-that-was-never-saved-is-restored", NULL, test_story_that_was_never_saved);
  ADD ("edits-after-a-save-are-restored", NULL, test_edits_after_a_save);
  ADD ("nothing-to-restore-is-not-offered", NULL, test_nothing_to_restore_is_not_offered);
  ADD ("an-open-document-is-not-offered", NULL, test_open_document_is_not_offered);
  ADD ("a-discarded-journal-is-gone", NULL, test_discarded_journal_is_gone);
  ADD ("a-restored-story-survives-the-next-crash", NULL,
       test_restored_story_survives_the_next_crash);
  ADD ("a-base-that-changed-is-said-so", NULL, test_base_that_changed);
  ADD ("a-base-that-is-gone-keeps-the-journal", NULL, test_base_that_is_gone);
  ADD ("a-journal-torn-at-every-byte-keeps-its-whole-lines", NULL, test_journal_torn_at_every_byte);
  ADD ("a-journal-spoilt-at-every-byte-keeps-what-is-before", NULL,
       test_journal_spoilt_at_every_byte);
  ADD ("a-spoilt-journal-stops-nobody-and-stays", NULL, test_spoilt_journal_stops_nobody);
  ADD ("a-missing-folder-is-no-error", NULL, test_missing_folder_is_no_error);
  g_test_add_func ("/recovery/lines-are-read-as-written", test_lines_are_read_as_written);
  ADD ("kill-while-editing-loses-nothing-that-was-on-disk", "edit",
       test_kill_at_any_time_loses_nothing_that_was_on_disk);
  ADD ("kill-while-saving-loses-nothing-that-was-on-disk", "save",
       test_kill_at_any_time_loses_nothing_that_was_on_disk);
  ADD ("kill-loses-at-most-two-seconds", NULL, test_kill_loses_at_most_two_seconds);

  return g_test_run ();
}
