/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document.h"

#include "base/leadup-error.h"
#include "document-fixture.h"
#include "storage/leadup-story-writer.h"

static GBytes *
make_story (void)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  for (guint i = 0; i < 3; i++)
    add_event (document, i);
  snapshot = leadup_story_snapshot (leadup_document_get_story (document));

  return leadup_story_writer_write (snapshot, NULL, NULL);
}

static void
test_a_story_of_bytes_has_no_file_and_nothing_to_save (void)
{
  g_autoptr (GBytes) bytes = make_story ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupDocument) document = leadup_document_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_events (document), ==, 3);
  g_assert_null (leadup_document_get_file (document));
  g_assert_false (leadup_document_is_modified (document));
  g_assert_cmpuint (g_strv_length ((char **) leadup_document_get_warnings (document)), ==, 0);

  add_event (document, 3);
  g_assert_true (leadup_document_is_modified (document));
}

static void
test_bytes_that_are_no_story_are_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"leadup\":", 10);
  g_autoptr (GError) error = NULL;

  g_assert_null (leadup_document_new_from_bytes (bytes, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-bytes/a-story-of-bytes-has-no-file-and-nothing-to-save",
                   test_a_story_of_bytes_has_no_file_and_nothing_to_save);
  g_test_add_func ("/document-bytes/bytes-that-are-no-story-are-refused",
                   test_bytes_that_are_no_story_are_refused);

  return g_test_run ();
}
