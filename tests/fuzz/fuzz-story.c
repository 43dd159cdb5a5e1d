/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a story: refused with a message, or read, and then written and read again as the
 * same. */

#include "config.h"

#include "fuzz.h"

#include "model/leadup-story.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-story-reader.h"
#include "storage/leadup-story-writer.h"

/* 2026-01-01, so that a find can be repeated on any day. */
#define NOW (G_GINT64_CONSTANT (1767225600) * LEADUP_USEC_SECOND)

static GBytes *
rewrite (GBytes  *bytes,
         gboolean must_be_right)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = leadup_story_reader_read (bytes, NOW, NULL, &error);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  GBytes *written;

  g_assert_true ((contents != NULL) == (error == NULL));
  if (contents != NULL)
    story = leadup_story_new_from_records (contents->records, &error);
  if (story == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (must_be_right)
        g_error ("What was written cannot be read: %s", error->message);
      return NULL;
    }

  snapshot = leadup_story_snapshot (story);
  written = leadup_story_writer_write (snapshot, NULL, &error);
  g_assert_no_error (error);

  return written;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (LeadupJsonScanner) lenient = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;

  lenient =
      leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES | LEADUP_JSON_ALLOW_NUL, NULL);
  once = rewrite (bytes, FALSE);
  if (once == NULL)
    return 0;

  /* What is right is right for the lenient one too. */
  g_assert_nonnull (lenient);
  twice = rewrite (once, TRUE);
  g_assert_true (g_bytes_equal (once, twice));

  return 0;
}
