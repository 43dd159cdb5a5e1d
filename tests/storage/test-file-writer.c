/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-file-writer.h"

#include "base/leadup-error.h"
#include "storage/leadup-file-reader.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_BYTES 1000

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("leadup-writer-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "story.leadup", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_files (Fixture *fixture,
             gboolean removes)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      n++;
      if (removes)
        g_remove (path);
    }

  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  count_files (fixture, TRUE);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
write_text (Fixture          *fixture,
            const char       *text,
            const LeadupEtag *expected,
            LeadupEtag       *written,
            GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return leadup_file_writer_write (fixture->file, bytes, expected, written, NULL, error);
}

static void
must_write (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  write_text (fixture, text, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_text (const char *path,
             const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
put_text (const char *path,
          const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_new_file_gets_the_mask (Fixture      *fixture,
                             gconstpointer data)
{
  mode_t mask = umask (027);
  GStatBuf status;

  must_write (fixture, "new");
  umask (mask);
  assert_text (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

static void
test_mode_and_owner_stay (Fixture      *fixture,
                          gconstpointer data)
{
  GStatBuf before, after;

  put_text (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  /* Only root may give files away; for others it stays their own. */
  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->path, 12345, 23456), ==, 0);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  must_write (fixture, "new");
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  assert_text (fixture->path, "new");
  g_assert_cmphex (after.st_mode, ==, before.st_mode);
  g_assert_cmpint (after.st_uid, ==, before.st_uid);
  g_assert_cmpint (after.st_gid, ==, before.st_gid);
}

static void
test_symbolic_links_stay (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);
  g_autofree char *middle = g_build_filename (fixture->folder, "middle", NULL);

  /* To nothing yet, through a second one. */
  g_assert_cmpint (symlink ("middle", fixture->path), ==, 0);
  g_assert_cmpint (symlink (real, middle), ==, 0);
  must_write (fixture, "first");
  assert_text (real, "first");
  must_write (fixture, "second");
  assert_text (real, "second");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 3);
}

static void
test_link_to_itself_is_an_error (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("story.leadup", fixture->path), ==, 0);
  g_assert_false (write_text (fixture, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_hard_links_stay (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const texts[] = { "longer than before", "short", "" };
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  GStatBuf one, two;

  put_text (fixture->path, "first text");
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      must_write (fixture, texts[i]);
      assert_text (fixture->path, texts[i]);
      assert_text (other, texts[i]);
      g_assert_cmpint (g_stat (fixture->path, &one), ==, 0);
      g_assert_cmpint (g_stat (other, &two), ==, 0);
      g_assert_cmpuint (one.st_ino, ==, two.st_ino);
      g_assert_cmpuint (one.st_nlink, ==, 2);
    }
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);
}

static void
test_what_is_no_file_is_refused (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) web = g_file_new_for_uri ("https://example.org/story.leadup");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (write_text (fixture, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  /* Nobody writes into the pipe: this must not wait. */
  g_assert_null (leadup_file_reader_read (fixture->file, MAX_BYTES, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (leadup_file_writer_write (web, bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_null (leadup_file_reader_read (web, MAX_BYTES, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_protected_places_are_named (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is protected from root");
      return;
    }

  put_text (fixture->path, "old");
  g_chmod (fixture->path, 0400);
  g_assert_false (write_text (fixture, "new", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "save a copy"));
  assert_text (fixture->path, "old");
  g_clear_error (&error);

  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0500);
  g_assert_false (write_text (fixture, "new", NULL, NULL, &error));
  g_chmod (fixture->folder, 0700);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "save a copy"));
  assert_text (fixture->path, "old");
}

static void
test_etag_is_of_what_was_written (Fixture      *fixture,
                                  gconstpointer data)
{
  LeadupEtag written, read, now, again;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_assert_true (write_text (fixture, "one", NULL, &written, NULL));
  bytes = leadup_file_reader_read (fixture->file, MAX_BYTES, &read, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "one", 3);
  g_assert_true (leadup_etag_is_set (&written));
  g_assert_true (leadup_etag_same_file (&written, &read));
  g_assert_true (leadup_etag_same_content (&written, &read));

  g_assert_true (leadup_file_reader_stat (fixture->file, &now, NULL));
  g_assert_true (leadup_etag_same_file (&written, &now));
  g_assert_false (leadup_etag_is_set (&now));

  text = leadup_etag_to_string (&written);
  g_assert_true (leadup_etag_from_string (&again, text));
  g_assert_true (leadup_etag_same_file (&written, &again));
  g_assert_true (leadup_etag_same_content (&written, &again));
  g_assert_false (leadup_etag_from_string (&again, "1:2:3:4"));
  g_assert_false (leadup_etag_from_string (&again, "1:2:x:4:ab"));

  /* As written, the next save finds no conflict. */
  g_assert_true (write_text (fixture, "two", &written, &written, NULL));
  g_assert_true (write_text (fixture, "three", &written, &written, NULL));
}

static void
test_conflict_keeps_the_file (Fixture      *fixture,
                              gconstpointer data)
{
  LeadupEtag written, failed;
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture, "one", NULL, &written, NULL));
  put_text (fixture->path, "two");
  g_assert_false (write_text (fixture, "three", &written, &failed, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_assert_false (leadup_etag_is_set (&failed));
  assert_text (fixture->path, "two");
}

static void
test_large_files_are_refused_unread (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) fits = NULL;
  g_autofree char *text = g_strnfill (MAX_BYTES, 'x');

  put_text (fixture->path, text);
  fits = leadup_file_reader_read (fixture->file, MAX_BYTES, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (fits), ==, MAX_BYTES);
  g_assert_null (leadup_file_reader_read (fixture->file, MAX_BYTES - 1, NULL, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

static void
test_missing_places_are_named (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  LeadupEtag etag;

  g_assert_null (leadup_file_reader_read (fixture->file, MAX_BYTES, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_clear_error (&error);
  g_assert_false (leadup_file_reader_stat (fixture->file, &etag, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (leadup_file_reader_read (folder, MAX_BYTES, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static char *
put_beside (Fixture    *fixture,
            const char *target,
            const char *random)
{
  g_autofree char *name = g_strdup_printf (".leadup-%08x-%s", g_str_hash (target), random);
  char *path = g_build_filename (fixture->folder, name, NULL);

  put_text (path, "half of a st");

  return path;
}

static void
test_what_killed_saves_left_goes_with_the_next (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autofree char *stale = put_beside (fixture, "story.leadup", "abc123");
  g_autofree char *in_use = put_beside (fixture, "story.leadup", "def456");
  g_autofree char *longer = put_beside (fixture, "story.leadup", "abc1234");
  g_autofree char *others = put_beside (fixture, "other.leadup", "abc123");
  g_autofree char *linked = put_beside (fixture, "story.leadup", "fedcba");
  g_autofree char *precious = g_build_filename (fixture->folder, "precious", NULL);
  g_autoptr (GError) error = NULL;
  int fd = g_open (in_use, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  put_text (precious, "keep me");
  g_assert_cmpint (g_unlink (linked), ==, 0);
  g_assert_cmpint (symlink ("precious", linked), ==, 0);

  /* A save that fails leaves everything: nothing better is there yet. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (write_text (fixture, "new", NULL, NULL, &error));
  g_assert_true (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  must_write (fixture, "new");
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  assert_text (in_use, "half of a st");
  assert_text (longer, "half of a st");
  assert_text (others, "half of a st");
  g_assert_true (g_file_test (linked, G_FILE_TEST_IS_SYMLINK));
  assert_text (precious, "keep me");

  close (fd);
  must_write (fixture, "newer");
  g_assert_false (g_file_test (in_use, G_FILE_TEST_EXISTS));
}

static void
test_contents_are_told_apart (void)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  LeadupEtag first = { 0 };
  LeadupEtag second = { 0 };

  g_assert_false (leadup_etag_same_content (&first, &second));
  leadup_etag_set_content (&first, one);
  leadup_etag_set_content (&second, two);
  g_assert_false (leadup_etag_same_content (&first, &second));
  leadup_etag_set_content (&second, one);
  g_assert_true (leadup_etag_same_content (&first, &second));
  g_assert_cmpuint (first.size, ==, 3);
}

/* A digit that changed, wherever it stands, one that is missing, and two that changed places. */
static void
test_contents_are_told_apart_by_any_byte (void)
{
  for (gsize length = 1; length < 100; length++)
    {
      g_autofree char *text = g_malloc (length);
      g_autoptr (GBytes) bytes = NULL;
      LeadupEtag first = { 0 };

      for (gsize i = 0; i < length; i++)
        text[i] = (char) ('0' + i % 10);
      bytes = g_bytes_new (text, length);
      leadup_etag_set_content (&first, bytes);
      for (gsize i = 0; i < length; i++)
        {
          g_autoptr (GBytes) changed = NULL, shorter = g_bytes_new (text, i);
          LeadupEtag second = { 0 };

          text[i] ^= 1;
          changed = g_bytes_new (text, length);
          text[i] ^= 1;
          leadup_etag_set_content (&second, changed);
          g_assert_cmpstr (first.sum, !=, second.sum);
          leadup_etag_set_content (&second, shorter);
          g_assert_cmpstr (first.sum, !=, second.sum);
        }
      for (gsize i = 0; i + 32 < length; i++)
        {
          g_autoptr (GBytes) changed = NULL;
          LeadupEtag second = { 0 };
          char before = text[i];

          if (text[i] == text[i + 32])
            continue;
          text[i] = text[i + 32];
          text[i + 32] = before;
          changed = g_bytes_new (text, length);
          text[i + 32] = text[i];
          text[i] = before;
          leadup_etag_set_content (&second, changed);
          g_assert_cmpstr (first.sum, !=, second.sum);
        }
    }
}

#define ADD(name, test) g_test_add ("/file-writer/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-new-file-gets-the-mask", test_new_file_gets_the_mask);
  ADD ("mode-and-owner-stay", test_mode_and_owner_stay);
  ADD ("symbolic-links-stay", test_symbolic_links_stay);
  ADD ("a-link-to-itself-is-an-error", test_link_to_itself_is_an_error);
  ADD ("hard-links-stay", test_hard_links_stay);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("protected-places-are-named", test_protected_places_are_named);
  ADD ("the-etag-is-of-what-was-written", test_etag_is_of_what_was_written);
  ADD ("a-conflict-keeps-the-file", test_conflict_keeps_the_file);
  ADD ("large-files-are-refused-unread", test_large_files_are_refused_unread);
  ADD ("missing-places-are-named", test_missing_places_are_named);
  ADD ("what-killed-saves-left-goes-with-the-next", test_what_killed_saves_left_goes_with_the_next);
  g_test_add_func ("/file-writer/contents-are-told-apart", test_contents_are_told_apart);
  g_test_add_func ("/file-writer/contents-are-told-apart-by-any-byte",
                   test_contents_are_told_apart_by_any_byte);

  return g_test_run ();
}
