/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document.h"

#include "base/leadup-error.h"
#include "document-fixture.h"
#include "storage/leadup-file-reader.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  LeadupDocument *document;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("leadup-document-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "story.leadup", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = leadup_document_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  /* A worker that has just answered may hold it for a moment. */
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  g_object_unref (fixture->document);
  for (guint i = 0; i < 1000 && fixture->document != NULL; i++)
    g_usleep (1000);
  g_assert_null (fixture->document);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (leadup_document_is_modified (fixture->document));
}

static void
overwrite (const char *path,
           const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_new_document_is_clean (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *title = leadup_document_dup_title (fixture->document);

  g_assert_cmpstr (title, ==, "Untitled story");
  g_assert_null (leadup_document_get_file (fixture->document));
  g_assert_false (leadup_document_is_modified (fixture->document));
  g_assert_false (leadup_document_is_read_only (fixture->document));
  g_assert_false (leadup_document_is_busy (fixture->document));
  g_assert_null (leadup_document_get_warnings (fixture->document)[0]);
}

static void
test_saved_is_loaded (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (LeadupDocument) other = leadup_document_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_modified = 0;

  g_signal_connect (fixture->document, "notify::is-modified", G_CALLBACK (count_cb), &n_modified);
  add_event (fixture->document, 0);
  g_assert_true (leadup_document_is_modified (fixture->document));
  g_assert_cmpuint (n_modified, >=, 1);
  save (fixture);
  g_assert_true (g_file_equal (leadup_document_get_file (fixture->document), fixture->file));
  title = leadup_document_dup_title (fixture->document);
  g_assert_cmpstr (title, ==, "story.leadup");

  g_assert_true (leadup_document_load (other, fixture->file, NULL, &error));
  g_assert_cmpuint (count_events (other), ==, 1);
  g_assert_false (leadup_document_is_modified (other));
}

static void
test_failed_load_changes_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_event (fixture->document, 0);
  overwrite (fixture->path, "{\"format\":\"leadup\",\"events\":[{\"id\":7}]}");
  g_assert_false (leadup_document_load (fixture->document, fixture->file, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_cmpuint (count_events (fixture->document), ==, 1);
  g_assert_true (leadup_document_is_modified (fixture->document));
}

static void
test_changed_file_is_a_conflict (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  save (fixture);
  overwrite (fixture->path, "somebody else’s");
  add_event (fixture->document, 0);
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_assert_true (leadup_document_is_modified (fixture->document));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "somebody else’s");

  g_clear_error (&error);
  g_assert_true (leadup_document_save (fixture->document, fixture->file, TRUE, NULL, &error));
  g_assert_false (leadup_document_is_modified (fixture->document));
  add_event (fixture->document, 1);
  save (fixture);
}

static void
test_deleted_file_is_a_conflict (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save (fixture);
  g_remove (fixture->path);
  add_event (fixture->document, 0);
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (leadup_document_save (fixture->document, fixture->file, TRUE, NULL, &error));
}

static void
test_moved_file_is_a_conflict (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.leadup", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  add_event (fixture->document, 0);
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (elsewhere, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

static void
test_replaced_file_of_the_same_size_is_a_conflict (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.leadup", NULL);
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  add_event (fixture->document, 0);
  save (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  text[length - 3] = ' ';
  overwrite (elsewhere, text);
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  add_event (fixture->document, 1);
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_touched_file_is_no_conflict (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *text = NULL;

  save (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_remove (fixture->path);
  overwrite (fixture->path, text);
  add_event (fixture->document, 0);
  save (fixture);
}

static void
test_open_twice_is_a_conflict (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (LeadupDocument) other = leadup_document_new ();
  g_autoptr (GError) error = NULL;

  save (fixture);
  g_assert_true (leadup_document_load (other, fixture->file, NULL, &error));
  add_event (fixture->document, 0);
  add_event (other, 0);
  add_event (other, 1);
  save (fixture);
  g_assert_false (leadup_document_save (other, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
}

static void
test_save_as_goes_on_with_the_new_file (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.leadup", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  save (fixture);
  overwrite (path, "in the way, and confirmed");
  g_signal_connect (fixture->document, "notify::file", G_CALLBACK (count_cb), &n_files);
  add_event (fixture->document, 0);
  g_assert_true (leadup_document_save (fixture->document, other, FALSE, NULL, &error));
  g_assert_true (g_file_equal (leadup_document_get_file (fixture->document), other));
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_failed_save_leaves_the_work_dirty (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no-such-folder", "x.leadup", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  add_event (fixture->document, 0);
  g_assert_false (leadup_document_save (fixture->document, nowhere, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (leadup_document_is_modified (fixture->document));
  g_assert_null (leadup_document_get_file (fixture->document));
}

static void
test_newer_version_is_read_only (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  overwrite (fixture->path, "{\"format\":\"leadup\",\"version\":2,\"title\":\"From later\"}");
  g_assert_true (leadup_document_load (fixture->document, fixture->file, NULL, &error));
  g_assert_true (leadup_document_is_read_only (fixture->document));
  g_assert_nonnull (strstr (leadup_document_get_warnings (fixture->document)[0], "newer version"));
  g_assert_false (leadup_document_save (fixture->document, fixture->file, TRUE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

static void
test_async_saves_and_loads (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (LeadupDocument) other = leadup_document_new ();
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  add_event (fixture->document, 0);
  leadup_document_save_async (fixture->document, fixture->file, FALSE, NULL, result_cb, &slot);
  g_assert_true (leadup_document_is_busy (fixture->document));
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  saved = wait_for (&slot);
  g_assert_true (leadup_document_save_finish (fixture->document, saved, &error));
  g_assert_false (leadup_document_is_busy (fixture->document));
  g_assert_false (leadup_document_is_modified (fixture->document));

  leadup_document_load_async (other, fixture->file, NULL, result_cb, &slot);
  loaded = wait_for (&slot);
  g_assert_true (leadup_document_load_finish (other, loaded, &error));
  g_assert_cmpuint (count_events (other), ==, 1);
}

static void
test_edit_during_a_save_stays_unsaved (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (LeadupDocument) other = leadup_document_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  add_event (fixture->document, 0);
  leadup_document_save_async (fixture->document, fixture->file, FALSE, NULL, result_cb, &slot);
  add_event (fixture->document, 1);
  saved = wait_for (&slot);
  g_assert_true (leadup_document_save_finish (fixture->document, saved, &error));
  g_assert_true (leadup_document_is_modified (fixture->document));

  g_assert_true (leadup_document_load (other, fixture->file, NULL, &error));
  g_assert_cmpuint (count_events (other), ==, 1);
  save (fixture);
}

/* What the file held is known, however much was edited since; what somebody else wrote into it can
 * be taken as known too. */
static void
test_what_somebody_else_wrote_can_be_accepted (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (LeadupDocument) other = leadup_document_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LeadupEtag etag;

  g_assert_null (leadup_document_get_saved (fixture->document));
  add_event (fixture->document, 0);
  save (fixture);
  g_assert_true (leadup_document_load (other, fixture->file, NULL, &error));
  add_event (fixture->document, 1);
  g_assert_cmpuint (
      leadup_snapshot_get_n (leadup_document_get_saved (fixture->document), LEADUP_RECORD_EVENT),
      ==, 1);
  g_assert_cmpuint (leadup_snapshot_get_n (leadup_document_get_saved (other), LEADUP_RECORD_EVENT),
                    ==, 1);

  add_event (other, 2);
  g_assert_true (leadup_document_save (other, fixture->file, FALSE, NULL, &error));
  g_assert_false (leadup_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_clear_error (&error);

  bytes = leadup_file_reader_read (fixture->file, G_MAXINT, &etag, NULL, &error);
  g_assert_no_error (error);
  leadup_document_accept_file (fixture->document, &etag);
  save (fixture);
  g_assert_cmpuint (
      leadup_snapshot_get_n (leadup_document_get_saved (fixture->document), LEADUP_RECORD_EVENT),
      ==, 2);
}

static void
test_cancelled_work_changes_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  add_event (fixture->document, 0);
  g_assert_false (
      leadup_document_save (fixture->document, fixture->file, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  g_clear_error (&error);
  save (fixture);
  g_assert_false (leadup_document_load (fixture->document, fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_journal_that_cannot_be_made_is_an_error (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "journals", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  overwrite (fixture->path, "a file where the folder should be");
  g_assert_false (leadup_document_start_journal (fixture->document, directory, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_null (leadup_document_dup_journal_error (fixture->document));
}

#define ADD(name, test) g_test_add ("/document/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-new-document-is-clean", test_new_document_is_clean);
  ADD ("what-was-saved-is-loaded", test_saved_is_loaded);
  ADD ("a-failed-load-changes-nothing", test_failed_load_changes_nothing);
  ADD ("a-changed-file-is-a-conflict", test_changed_file_is_a_conflict);
  ADD ("a-deleted-file-is-a-conflict", test_deleted_file_is_a_conflict);
  ADD ("a-moved-file-is-a-conflict", test_moved_file_is_a_conflict);
  ADD ("a-replaced-file-of-the-same-size-is-a-conflict",
       test_replaced_file_of_the_same_size_is_a_conflict);
  ADD ("a-touched-file-is-no-conflict", test_touched_file_is_no_conflict);
  ADD ("a-story-open-twice-is-a-conflict", test_open_twice_is_a_conflict);
  ADD ("save-as-goes-on-with-the-new-file", test_save_as_goes_on_with_the_new_file);
  ADD ("a-failed-save-leaves-the-work-dirty", test_failed_save_leaves_the_work_dirty);
  ADD ("a-newer-version-is-read-only", test_newer_version_is_read_only);
  ADD ("async-saves-and-loads", test_async_saves_and_loads);
  ADD ("an-edit-during-a-save-stays-unsaved", test_edit_during_a_save_stays_unsaved);
  ADD ("what-somebody-else-wrote-can-be-accepted", test_what_somebody_else_wrote_can_be_accepted);
  ADD ("cancelled-work-changes-nothing", test_cancelled_work_changes_nothing);
  ADD ("a-journal-that-cannot-be-made-is-an-error", test_journal_that_cannot_be_made_is_an_error);

  return g_test_run ();
}
