/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How fast articles are read on one core, in MB of input a second: dates alone, everything, pages.
 */

#include "config.h"

#include "article/leadup-extract.h"
#include "article/leadup-html-reader.h"

#include <gio/gio.h>
#include <string.h>

#define MIN_SECONDS 1.0
/* About the size of a long article, so that what grows with a document shows. */
#define ARTICLE_BYTES (24 * 1024)

static char *
load (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "corpus", "articles", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  return text;
}

/* The texts of the corpus one after the other up to @size bytes. */
static GString *
make_article (gsize size)
{
  static const char *const names[] = {
    "wire-report.txt", "court-story.txt",          "opinion.txt",
    "chronology.txt",  "government-statement.txt",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < size; i = (i + 1) % G_N_ELEMENTS (names))
    {
      g_autofree char *part = load (names[i]);

      g_string_append (text, part);
      g_string_append (text, "\n\n");
    }

  return text;
}

static void
measure_text (const char         *label,
              const GString      *text,
              LeadupExtractStages stages)
{
  gint64 start = g_get_monotonic_time ();
  gsize bytes = 0;
  double seconds = 0;

  while (seconds < MIN_SECONDS)
    {
      g_autoptr (LeadupArticle) article = leadup_article_new (text->str, (gssize) text->len);

      article->published = g_strdup ("2025-12-19");
      (void) leadup_extract_run (article, stages, NULL, NULL);
      bytes += text->len;
      seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
    }

  g_print ("%-28s %8.1f MB/s\n", label, (double) bytes / 1e6 / seconds);
}

static void
measure_pages (void)
{
  g_autofree char *page = load ("page.html");
  g_autoptr (GString) html = g_string_new (page);
  char *end = strstr (html->str, "</article>");
  gsize at = (gsize) (end - html->str);
  gint64 start;
  gsize bytes = 0;
  double seconds = 0;

  while (html->len < 4 * ARTICLE_BYTES)
    g_string_insert (
        html, (gssize) at,
        "<p>Ships that were at sea, the ministry said, must <a href=\"/x\">ask</a> for leave to "
        "enter, which will be given to <b>those</b> that carry food.</p>\n");

  start = g_get_monotonic_time ();
  while (seconds < MIN_SECONDS)
    {
      g_autoptr (LeadupArticle) article = leadup_html_reader_read (html->str, html->len);

      bytes += html->len;
      seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
    }

  g_print ("%-28s %8.1f MB/s\n", "HTML to text", (double) bytes / 1e6 / seconds);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GString) text = make_article (ARTICLE_BYTES);

  measure_text ("dates alone", text, LEADUP_EXTRACT_DATES);
  measure_text ("everything", text, LEADUP_EXTRACT_ALL);
  measure_pages ();

  return 0;
}
