/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How fast articles are read on one core: dates alone, everything, pages, in MB of input a second
 * of processor time; the start, one article, and the memory of a long one. With files as arguments
 * the pages are these. */

#include "config.h"

#include "article/leadup-extract.h"
#include "article/leadup-html-filter.h"
#include "article/leadup-html-reader.h"
#include "article/leadup-html-tree.h"
#include "article/leadup-lexicon.h"

#include <gio/gio.h>
#include <gumbo.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#if HAVE_LIBXML
#include <libxml/HTMLparser.h>
#endif

#define MIN_SECONDS 1.0
/* About the size of a long article, so that what grows with a document shows. */
#define ARTICLE_BYTES (24 * 1024)
#define SHORT_BYTES (6 * 1024)
#define LONG_BYTES (1024 * 1024)

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

/* Of this process, so that others on the machine do not count. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
read_text (const char         *text,
           gsize               length,
           LeadupExtractStages stages)
{
  g_autoptr (LeadupArticle) article = leadup_article_new (text, (gssize) length);

  article->published = g_strdup ("2025-12-19");
  (void) leadup_extract_run (article, stages, NULL, NULL);
}

static void
measure_text (const char         *label,
              const GString      *text,
              LeadupExtractStages stages)
{
  double start = get_seconds ();
  gsize bytes = 0;

  while (get_seconds () - start < MIN_SECONDS)
    {
      read_text (text->str, text->len, stages);
      bytes += text->len;
    }

  g_print ("%-28s %8.1f MB/s\n", label, (double) bytes / 1e6 / (get_seconds () - start));
}

/* What the first article pays, and what each one does after it. */
static void
measure_start (void)
{
  g_autoptr (GString) text = make_article (SHORT_BYTES);
  double start = get_seconds ();
  double first, best = G_MAXDOUBLE;

  g_string_truncate (text, SHORT_BYTES);
  (void) leadup_lexicon_get (NULL);
  g_print ("%-28s %8.2f ms\n", "opening the lexicon", (get_seconds () - start) * 1e3);
  read_text (text->str, text->len, LEADUP_EXTRACT_ALL);
  first = get_seconds () - start;

  for (guint i = 0; i < 20; i++)
    {
      start = get_seconds ();
      read_text (text->str, text->len, LEADUP_EXTRACT_ALL);
      best = MIN (best, get_seconds () - start);
    }

  g_print ("%-28s %8.2f ms, the first %.2f ms\n", "an article of 6 KB", best * 1e3, first * 1e3);
}

static void
parse_with_gumbo (const char *html,
                  gsize       length)
{
  GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, html, length);

  gumbo_destroy_output (&kGumboDefaultOptions, output);
}

#if HAVE_LIBXML
static void
parse_with_libxml (const char *html,
                   gsize       length)
{
  xmlFreeDoc (htmlReadMemory (html, (int) length, NULL, "UTF-8",
                              HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
                                HTML_PARSE_NONET));
}
#endif

static void
make_tree (const char *html,
           gsize       length)
{
  leadup_html_tree_free (leadup_html_tree_new (html, length));
}

static void
read_page (const char *html,
           gsize       length)
{
  leadup_article_free (leadup_html_reader_read (html, length));
}

static void
filter_page (const char *html,
             gsize       length)
{
  LeadupHtmlFiltered page;

  leadup_html_filter (&page, html, length);
  leadup_html_filtered_clear (&page);
}

static void
measure_pages (const char *label,
               GPtrArray  *pages,
               void      (*read) (const char *html, gsize length))
{
  double start = get_seconds ();
  gsize bytes = 0;

  while (get_seconds () - start < MIN_SECONDS)
    for (guint i = 0; i < pages->len; i++)
      {
        const char *html = g_ptr_array_index (pages, i);
        gsize length = strlen (html);

        read (html, length);
        bytes += length;
      }

  g_print ("%-28s %8.1f MB/s\n", label, (double) bytes / 1e6 / (get_seconds () - start));
}

/* The page of the corpus grown to what pages of news have on average: 110 KB, of which scripts,
 * styles and the like are two thirds. */
static char *
make_page (void)
{
  g_autofree char *page = load ("page.html");
  g_autoptr (GString) html = g_string_new (page);
  char *end = strstr (html->str, "</article>");
  gsize at = (gsize) (end - html->str);

  while (html->len < ARTICLE_BYTES * 3 / 2)
    g_string_insert (
        html, (gssize) at,
        "<p class=\"story-body__paragraph\" data-track=\"p\">Ships that were at sea, the ministry "
        "said, must <a href=\"/x\" onclick=\"go(this)\">ask</a> for leave to "
        "enter, which will be given to <b>those</b> that carry food.</p>\n");
  while (html->len < ARTICLE_BYTES * 9 / 2)
    g_string_append (html, "<script>window.queue = window.queue || [];\n  queue.push ({ slot: "
                           "\"side\", sizes: [[300, 250], [300, 600]] });</script>\n"
                           "<style>.side > p { margin: 0 auto; color: #222 }</style>\n");

  return g_string_free (g_steal_pointer (&html), FALSE);
}

static GPtrArray *
load_pages (int    n_files,
            char **files)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (!g_file_get_contents (files[i], &bytes, &length, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (pages, g_utf8_make_valid (bytes, (gssize) length));
    }

  if (n_files == 0)
    g_ptr_array_add (pages, make_page ());

  return pages;
}

static void
measure_memory (void)
{
  g_autoptr (GString) text = make_article (LONG_BYTES);
  struct rusage usage;

  read_text (text->str, text->len, LEADUP_EXTRACT_ALL);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-28s %8.1f MB\n", "memory for 1 MB of text", (double) usage.ru_maxrss / 1024);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GString) text = make_article (ARTICLE_BYTES);
  g_autoptr (GPtrArray) pages = load_pages (argc - 1, argv + 1);

  measure_start ();
  measure_text ("dates alone", text, LEADUP_EXTRACT_DATES);
  measure_text ("everything", text, LEADUP_EXTRACT_ALL);
  measure_pages ("HTML to text", pages, read_page);
  measure_pages ("  filter", pages, filter_page);
  measure_pages ("  filter and libgumbo", pages, make_tree);
  measure_pages ("  libgumbo without filter", pages, parse_with_gumbo);
#if HAVE_LIBXML
  measure_pages ("  libxml2 without filter", pages, parse_with_libxml);
#endif
  measure_memory ();

  return 0;
}
