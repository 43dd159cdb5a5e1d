/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Articles of our own, and what is read out of them, judged line by line as a reporter would. After
 * a wanted change run with LEADUP_UPDATE_GOLDEN=1, then read the difference: each line is what a
 * person would be asked about. */

#include "config.h"

#include "article/leadup-candidates.h"
#include "article/leadup-extract.h"
#include "article/leadup-headline.h"

#include <glib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *published; /* where the text does not say it */
} articles[] = {
  { "wire-report", "2025-12-03" },
  { "wire-report-2", "2025-11-14" },
  { "live-blog", NULL },
  { "live-blog-2", NULL },
  { "opinion", "2025-12-12" },
  { "opinion-2", "2025-06-10" },
  { "government-statement", NULL },
  { "government-statement-2", NULL },
  { "court-story", NULL },
  { "court-story-2", NULL },
  { "chronology", "2025-12-19" },
  { "chronology-2", "2024-12-19" },
  { "reportage", NULL },
  { "situation-report", NULL },
  { "explainer", NULL },
};

static char *
find_file (const char *folder,
           const char *inner,
           const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  return g_test_build_filename (G_TEST_DIST, folder, inner, file, NULL);
}

static LeadupArticle *
read_article (guint index)
{
  g_autofree char *path = find_file ("corpus", "articles", articles[index].name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;
  LeadupArticle *article;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  article = leadup_article_read (bytes, articles[index].name, articles[index].published, NULL,
                                 &error);
  g_assert_no_error (error);

  return article;
}

static void
append_actors (GString             *line,
               const LeadupArticle *article,
               const GArray        *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    {
      const LeadupArgument *argument = &g_array_index (arguments, LeadupArgument, i);
      g_autofree char *words = leadup_article_dup_span (article, argument->span);

      if (i > 0)
        g_string_append (line, ", ");
      if (argument->actor >= 0)
        g_string_append (line, g_array_index (article->actors, LeadupArticleActor,
                                              argument->actor).name);
      else
        g_string_append_printf (line, "(%s)", words);
    }
}

/* “2025-12-02 strike claimed: Headline | who > whom | by speaker | killed at least 3”. */
static void
append_event (GString                  *list,
              const LeadupArticle      *article,
              const LeadupArticleEvent *event)
{
  g_string_append_printf (list, "%s %s %s%s: %s",
                          event->when != NULL ? leadup_when_get_edtf (event->when) : "undated",
                          event->category, event->modality,
                          g_str_equal (event->polarity, "negative") ? " negative" : "",
                          event->title);
  g_string_append (list, " | ");
  append_actors (list, article, event->initiators);
  g_string_append (list, " > ");
  append_actors (list, article, event->targets);
  if (event->speaker >= 0)
    g_string_append_printf (
        list, " | says %s",
        g_array_index (article->actors, LeadupArticleActor, event->speaker).name);
  for (guint i = 0; i < event->values->len; i++)
    {
      const LeadupArticleValue *value = &g_array_index (event->values, LeadupArticleValue, i);

      g_string_append_printf (list, " | %s %s%s%g", value->name,
                              value->qualifier != NULL ? value->qualifier : "",
                              value->qualifier != NULL ? " " : "", value->low);
    }
  g_string_append_c (list, '\n');
}

static void
test_articles_are_read_as_a_reporter_would (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (LeadupArticle) article = read_article (i);
      g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);
      g_autofree char *path = find_file ("article", "golden", articles[i].name);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *wanted = NULL;

      for (guint j = 0; j < list->len; j++)
        append_event (found, article,
                      &g_array_index (article->events, LeadupArticleEvent,
                                      g_array_index (list, guint32, j)));

      if (g_getenv ("LEADUP_UPDATE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, found->str, (gssize) found->len, NULL));
      g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
      if (strcmp (found->str, wanted) != 0)
        {
          g_test_message ("%s reads:\n%s", articles[i].name, found->str);
          g_test_fail ();
        }
    }
}

/* Whatever it is worth, no event has a title that is none, and none is without bounds and reason.
 */
static void
test_every_event_has_a_title_bounds_and_a_reason (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (LeadupArticle) article = read_article (i);

      for (guint j = 0; j < article->events->len; j++)
        {
          const LeadupArticleEvent *event =
              &g_array_index (article->events, LeadupArticleEvent, j);

          g_assert_cmpint (g_utf8_strlen (event->title, -1), >, 0);
          g_assert_cmpint (g_utf8_strlen (event->title, -1), <=, LEADUP_HEADLINE_CHARACTERS);
          g_assert_nonnull (event->when);
          g_assert_nonnull (leadup_when_get_rule (event->when));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus/articles-are-read-as-a-reporter-would",
                   test_articles_are_read_as_a_reporter_would);
  g_test_add_func ("/corpus/every-event-has-a-title-bounds-and-a-reason",
                   test_every_event_has_a_title_bounds_and_a_reason);

  return g_test_run ();
}
