/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-journal.h"

#include "document/leadup-journal-contents.h"
#include "model/leadup-actor.h"
#include "model/leadup-story.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-transaction-text.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define MAX_BYTES (1 << 20)

typedef struct
{
  char          *path;
  GFile         *folder;
  GFile         *file;
  LeadupJournal *journal;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *story = NULL;
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("leadup-journal-XXXXXX", NULL);
  story = g_build_filename (fixture->path, "story.leadup", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->file = g_file_new_for_path (story);
  fixture->journal = leadup_journal_new (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  leadup_journal_discard (fixture->journal);
  leadup_journal_unref (fixture->journal);
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_true (g_file_delete (fixture->folder, NULL, NULL));
  g_object_unref (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static void
append (Fixture    *fixture,
        const char *id)
{
  LeadupActorFields fields = { .id = id, .name = id };
  g_autoptr (LeadupRecord) actor = LEADUP_RECORD (leadup_actor_new (&fields));
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (id);

  leadup_transaction_add (transaction, actor);
  leadup_journal_append (fixture->journal, transaction);
}

/* Writes @text where the document is, and says what stands there. */
static LeadupEtag
put (Fixture    *fixture,
     const char *text)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GBytes) bytes = NULL;
  LeadupEtag etag;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  bytes = leadup_file_reader_read (fixture->file, MAX_BYTES, &etag, NULL, NULL);
  g_assert_nonnull (bytes);

  return etag;
}

static LeadupEtag
describe (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LeadupEtag etag = { 0 };

  leadup_etag_set_content (&etag, bytes);

  return etag;
}

static LeadupJournalContents *
read_journal (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  leadup_journal_flush (fixture->journal);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->path, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize size;

      if (!g_str_has_suffix (name, ".journal"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      bytes = g_bytes_new (text, size);
      return leadup_journal_contents_read (bytes);
    }

  return NULL;
}

static void
assert_edits (Fixture    *fixture,
              const char *labels,
              gboolean    is_changed)
{
  g_autoptr (LeadupJournalContents) contents = read_journal (fixture);
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (contents);
  for (guint i = 0; i < contents->edits->len; i++)
    {
      g_autoptr (LeadupTransaction) transaction =
          leadup_transaction_text_read (contents->edits->pdata[i], story, NULL);

      g_string_append (found, leadup_transaction_get_label (transaction));
    }
  g_assert_cmpstr (found->str, ==, labels);
  g_assert_cmpint (contents->is_changed, ==, is_changed);
}

static void
test_edits_stand_in_order (Fixture      *fixture,
                           gconstpointer data)
{
  LeadupEtag base = put (fixture, "as opened");
  g_autoptr (LeadupJournalContents) contents = NULL;

  leadup_journal_start (fixture->journal, fixture->file, &base, "A “title”", NULL, FALSE);
  append (fixture, "a");
  append (fixture, "b");
  assert_edits (fixture, "ab", FALSE);

  contents = read_journal (fixture);
  g_assert_cmpstr (contents->title, ==, "A “title”");
  g_assert_true (g_file_equal (contents->file, fixture->file));
  g_assert_true (leadup_etag_same_content (&contents->etag, &base));
  g_assert_null (contents->full);
  g_assert_false (contents->is_modified);
  g_assert_null (leadup_journal_dup_error (fixture->journal));
}

static void
test_start_forgets_what_was_before (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupJournalContents) contents = NULL;

  leadup_journal_start (fixture->journal, NULL, NULL, "", NULL, FALSE);
  append (fixture, "a");
  leadup_journal_start (fixture->journal, NULL, NULL, "", snapshot, TRUE);
  append (fixture, "b");
  assert_edits (fixture, "b", FALSE);
  contents = read_journal (fixture);
  g_assert_nonnull (contents->full);
  g_assert_true (contents->is_modified);
}

/* Saves: “a” before the snapshot, “b” while it is written. */
static void
announce (Fixture *fixture)
{
  LeadupEtag base = put (fixture, "as opened");
  LeadupEtag saved = describe ("as saved");
  guint mark;

  leadup_journal_start (fixture->journal, fixture->file, &base, "", NULL, FALSE);
  append (fixture, "a");
  mark = leadup_journal_mark (fixture->journal);
  append (fixture, "b");
  leadup_journal_mark_saving (fixture->journal, mark, fixture->file, &saved);
}

static void
test_crash_before_the_save_keeps_all (Fixture      *fixture,
                                      gconstpointer data)
{
  announce (fixture);
  assert_edits (fixture, "ab", FALSE);
}

static void
test_crash_behind_the_save_keeps_the_rest (Fixture      *fixture,
                                           gconstpointer data)
{
  announce (fixture);
  put (fixture, "as saved");
  assert_edits (fixture, "b", FALSE);
  append (fixture, "c");
  assert_edits (fixture, "bc", FALSE);
}

static void
test_file_of_somebody_else_keeps_all_and_says_so (Fixture      *fixture,
                                                  gconstpointer data)
{
  announce (fixture);
  put (fixture, "as nobody knows it");
  assert_edits (fixture, "ab", TRUE);
}

static void
test_full_disk_is_told_until_the_next_start (Fixture      *fixture,
                                             gconstpointer data)
{
  struct rlimit before, small;
  g_autofree char *told = NULL;
  g_autofree char *filler = g_strnfill (4000, 'x');

  leadup_journal_start (fixture->journal, NULL, NULL, "", NULL, FALSE);
  append (fixture, "a");
  leadup_journal_flush (fixture->journal);

  /* As good as a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 2000;
  setrlimit (RLIMIT_FSIZE, &small);
  append (fixture, filler);
  leadup_journal_flush (fixture->journal);
  setrlimit (RLIMIT_FSIZE, &before);

  told = leadup_journal_dup_error (fixture->journal);
  g_assert_nonnull (told);
  /* Behind the edit that is missing there is none, and before it nothing is lost. */
  append (fixture, "c");
  assert_edits (fixture, "a", FALSE);

  leadup_journal_start (fixture->journal, NULL, NULL, "", NULL, FALSE);
  append (fixture, "d");
  assert_edits (fixture, "d", FALSE);
  g_assert_null (leadup_journal_dup_error (fixture->journal));
}

static void
test_discarded_stays_away (Fixture      *fixture,
                           gconstpointer data)
{
  LeadupJournal *shared = leadup_journal_ref (fixture->journal);

  leadup_journal_start (shared, NULL, NULL, "", NULL, FALSE);
  leadup_journal_discard (shared);
  append (fixture, "a");
  leadup_journal_unref (shared);
  g_assert_null (read_journal (fixture));
}

#define ADD(name, test) g_test_add ("/journal/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("edits-stand-in-order", test_edits_stand_in_order);
  ADD ("a-start-forgets-what-was-before", test_start_forgets_what_was_before);
  ADD ("a-crash-before-the-save-keeps-all", test_crash_before_the_save_keeps_all);
  ADD ("a-crash-behind-the-save-keeps-the-rest", test_crash_behind_the_save_keeps_the_rest);
  ADD ("a-file-of-somebody-else-keeps-all-and-says-so",
       test_file_of_somebody_else_keeps_all_and_says_so);
  ADD ("a-full-disk-is-told-until-the-next-start", test_full_disk_is_told_until_the_next_start);
  ADD ("what-was-discarded-stays-away", test_discarded_stays_away);

  return g_test_run ();
}
