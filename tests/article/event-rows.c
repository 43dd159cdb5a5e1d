/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

#include <string.h>

LeadupArticle *
event_rows_read (const char *text)
{
  g_autoptr (GError) error = NULL;
  LeadupArticle *article =
      leadup_article_read_text (text, strlen (text), "test", "2025-12-19", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);

  return article;
}

void
event_rows_append_arguments (GString             *line,
                             const LeadupArticle *article,
                             const GArray        *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    {
      g_autofree char *words =
          leadup_article_dup_span (article, g_array_index (arguments, LeadupArgument, i).span);

      g_string_append_printf (line, "%s%s", i > 0 ? " + " : "", words);
    }
}

/* “PLOVER quad modality: initiators > targets” of the main event. */
char *
event_rows_describe_main (const LeadupArticle *article)
{
  GString *line = g_string_new (NULL);
  const LeadupArticleEvent *event;

  if (article->events->len == 0)
    return g_string_free (line, FALSE);

  event = &g_array_index (article->events, LeadupArticleEvent, 0);
  g_string_append_printf (line, "%s %s %s: ", event->plover, event->quad, event->modality);
  event_rows_append_arguments (line, article, event->initiators);
  g_string_append (line, " > ");
  event_rows_append_arguments (line, article, event->targets);

  return g_string_free (line, FALSE);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LeadupArticleEvent *x = a;
  const LeadupArticleEvent *y = b;

  return x->trigger.start < y->trigger.start ? -1 : x->trigger.start > y->trigger.start;
}

/* “category modality: initiators > targets, when” of each event in the order of the text. */
static char *
describe_all (const LeadupArticle *article)
{
  g_autoptr (GArray) events = g_array_copy (article->events);
  GString *line = g_string_new (NULL);

  g_array_sort (events, compare_places);
  for (guint i = 0; i < events->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (events, LeadupArticleEvent, i);

      g_string_append_printf (line, "%s%s %s%s: ", i > 0 ? " | " : "", event->category,
                              g_str_equal (event->polarity, "negative") ? "not " : "",
                              event->modality);
      event_rows_append_arguments (line, article, event->initiators);
      g_string_append (line, " > ");
      event_rows_append_arguments (line, article, event->targets);
      g_string_append_printf (line, ", %s", leadup_when_get_edtf (event->when));
    }

  return g_string_free (line, FALSE);
}

void
event_rows_check (gconstpointer data)
{
  for (const EventRow *row = data; row->text != NULL; row++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (row->text);
      g_autofree char *line = event_rows_describe_main (article);

      g_assert_cmpstr (line, ==, row->expected);
    }
}

/* Checks all events of each of #EventRow by “category modality: initiators > targets, when”. */
void
event_rows_check_all (gconstpointer data)
{
  for (const EventRow *row = data; row->text != NULL; row++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (row->text);
      g_autofree char *line = describe_all (article);

      g_assert_cmpstr (line, ==, row->expected);
    }
}
