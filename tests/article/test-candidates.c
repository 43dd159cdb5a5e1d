/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

#include "article/leadup-candidates.h"
#include "article/leadup-extract.h"
#include "article/leadup-headline.h"

#include <glib.h>
#include <string.h>

static void
test_each_event_has_a_date_and_a_reason (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
    const char *family;
  } rows[] = {
    { "On 2 September 2025, Brazil bombed a camp.", "2025-09-02", "" },
    { "Brazil bombed a camp.", "../2025-12-19", "published-bound" },
    { "Police in Chile said on 12 December 2025 that Peru bombed a camp.", "../2025-12-12",
      "published-bound" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, 0);

      g_assert_cmpstr (event->plover, ==, "ASSAULT");
      g_assert_nonnull (event->when);
      g_assert_cmpstr (leadup_when_get_edtf (event->when), ==, rows[i].edtf);
      g_assert_true (g_str_has_prefix (leadup_when_get_rule (event->when), rows[i].family));
    }
}

static void
test_titles_are_short_headlines (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } rows[] = {
    { "The Brazilian navy bombed a camp on 2 September 2025.", "Brazilian navy bombed a camp" },
    { "Lula Prado arrived. He condemned the raid.", "Prado condemned the raid" },
    { "The army denied losing the port.", "Army denied losing the port" },
    /* Nobody's words are shortened but at their end, and said so. */
    { "“Neither of them wants a war,” said Ada Roe.", "Ada Roe: “Neither of them wants a war”" },
    { "“If the men are not freed within 72 hours, there will be a high price to pay,” said Ada Roe "
      "of Lome.",
      "Ada Roe of Lome: “If the men are not freed within 72 hours, there will be a…”" },
    { "Ada Roe said the attack was “a criminal attempt to break the constitutional order of the "
      "land”.",
      "Roe: attack was “a criminal attempt to break the constitutional order of the…”" },
    { "At least nine people were killed and 40 wounded on Monday when rebels shelled a market.",
      "At least nine people were killed and 40 wounded when rebels shelled a market" },
    { "The rebels handed over nine hostages.", "Rebels handed over nine hostages" },
    { "Shelling along the border kills nine", "Shelling kills nine" },
    { "A baker escaped by hiding in a well.", "Baker escaped by hiding in a well" },
    { "Chad said that the others will be freed.", "Others will be freed" },
    { "The minister replied that he would do so “the day Peru opens its files”.",
      "Minister replied that he would do so “the day Peru opens its files”" },
    { "The International Committee of the Red Cross said its doctors had been prevented by "
      "Chadian soldiers from reaching two hamlets on the northern side.",
      "International Committee of Red Cross: its doctors had been prevented" },
    { "The “war” killed nine people.", "“War” killed nine people" },
    { "The “war” in the north, the third of its kind, killed nine people.",
      "“War” killed nine people" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleEvent *event = NULL;

      /* The main event of the last sentence. */
      for (guint j = article->events->len; j > 0; j--)
        if (event == NULL ||
            event->sentence == g_array_index (article->events, LeadupArticleEvent, j - 1).sentence)
          event = &g_array_index (article->events, LeadupArticleEvent, j - 1);

      g_assert_cmpstr (event != NULL ? event->title : NULL, ==, rows[i].title);
    }
}

static void
test_no_title_is_longer_than_a_line (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read (
      "The government of Brazil on Monday condemned, in words that nobody had heard from the "
      "capital "
      "in many years of quiet diplomacy between the two neighbours of the great river, the raid.");

  for (guint i = 0; i < article->events->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      g_assert_cmpint (g_utf8_strlen (event->title, -1), <=, LEADUP_HEADLINE_CHARACTERS);
    }
}

static void
test_one_event_told_twice_is_one_candidate (void)
{
  g_autoptr (LeadupArticle) article =
      event_rows_read ("Brazil bombed a camp in Peru. A day passed. Brazil bombed a camp in Peru.");
  g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);

  g_assert_cmpuint (list->len, ==, 1);
}

static void
test_the_text_tells_what_the_headline_does (void)
{
  static const char *const texts[] = {
    "Brazil bombs camp\n\nBy Ada Poe\n\nBrazilian jets bombed a camp in Peru on Tuesday.",
    "Tanker boarded off Oman\n\nBy Ada Poe\n\nArmed men boarded a tanker on Tuesday.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);
      g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);

      g_assert_cmpuint (list->len, ==, 1);
      g_assert_cmpstr (leadup_when_get_edtf (g_array_index (article->events, LeadupArticleEvent,
                                                            g_array_index (list, guint32, 0))
                                                 .when),
                       ==, "2025-12-16");
    }
}

static void
test_candidates_are_in_order_of_time (void)
{
  g_autoptr (LeadupArticle) article =
      event_rows_read ("On 9 May 2025, Brazil bombed Peru. On 3 March 2025, Chile attacked Bolivia. "
                    "On 4 April 2025, Cuba invaded Haiti.");
  g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);

  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 1; i < list->len; i++)
    {
      const LeadupArticleEvent *before = &g_array_index (article->events, LeadupArticleEvent,
                                                         g_array_index (list, guint32, i - 1));
      const LeadupArticleEvent *after =
          &g_array_index (article->events, LeadupArticleEvent, g_array_index (list, guint32, i));

      g_assert_cmpint (leadup_when_collate (before->when, after->when), <, 0);
    }
}

static void
test_opinions_are_no_candidates (void)
{
  static const char *const texts[] = { "Over village massacre",
                                       "War causes refugees. Period.",
                                       "It is a cruel bit of irony.",
                                       "On a basic level, there is some logic to it.",
                                       "If the conflict escalates, many people could be killed." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);
      g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);

      g_assert_cmpuint (list->len, ==, 0);
    }
}

static void
test_confidences_are_whole_hundredths (void)
{
  g_autoptr (LeadupArticle) article =
      event_rows_read ("“Chad has shelled a port,” the army said. It was unclear whether Peru would "
                       "attack. Officials denied that 20 men had been shot.");

  g_assert_cmpuint (article->events->len, >, 1);
  for (guint i = 0; i < article->events->len; i++)
    {
      double hundredths =
          g_array_index (article->events, LeadupArticleEvent, i).confidence * 100.0;

      g_assert_cmpfloat_with_epsilon (hundredths, (double) (int) (hundredths + 0.5), 1e-9);
    }
}

/* What is said is worth a look, and who says it stands there: that he speaks is none of its own. */
static void
test_who_says_what_is_told_is_one_candidate (void)
{
  static const struct
  {
    const char *text;
    guint n_candidates;
  } rows[] = {
    { "Chad said that Peru had bombed a camp.", 1 },
    { "Peru had bombed a camp, Chad said.", 1 },
    { "Officials said that Peru had bombed a camp.", 1 },
    { "Chad said that the truce was dead.", 1 },
    /* More than saying it. */
    { "Chad admitted that it had bombed a camp.", 2 },
    { "Chad accused Peru of bombing a camp.", 1 },
    /* Till when it happened is told by when it was said. */
    { "Chad said on 12 December 2025 that Peru had bombed a camp.", 1 },
    { "Chad reported on Monday that Peru had bombed a camp.", 1 },
    { "Chad announced that it would expel nine envoys.", 1 },
    { "The rebels claimed they had shot down a Peruvian jet.", 1 },
    { "Chad announced a new budget and said Peru had bombed a camp.", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      g_autoptr (GArray) list = leadup_candidates_list (article, LEADUP_CANDIDATES_FLOOR);

      g_assert_cmpuint (list->len, ==, rows[i].n_candidates);
    }
}

static void
test_no_text_breaks_it (void)
{
  static const char *const texts[] = { "",
                                       " ",
                                       ".",
                                       "“”",
                                       "and and and",
                                       "'s 's 's",
                                       "to to to be",
                                       "$ $ $ 5",
                                       "A.",
                                       "Of of of of",
                                       "THE THE THE THE THE" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);

      g_assert_nonnull (article->events);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/candidates/each-event-has-a-date-and-a-reason",
                   test_each_event_has_a_date_and_a_reason);
  g_test_add_func ("/candidates/titles-are-short-headlines", test_titles_are_short_headlines);
  g_test_add_func ("/candidates/no-title-is-longer-than-a-line",
                   test_no_title_is_longer_than_a_line);
  g_test_add_func ("/candidates/one-event-told-twice-is-one-candidate",
                   test_one_event_told_twice_is_one_candidate);
  g_test_add_func ("/candidates/the-text-tells-what-the-headline-does",
                   test_the_text_tells_what_the_headline_does);
  g_test_add_func ("/candidates/candidates-are-in-order-of-time",
                   test_candidates_are_in_order_of_time);
  g_test_add_func ("/candidates/opinions-are-no-candidates", test_opinions_are_no_candidates);
  g_test_add_func ("/candidates/confidences-are-whole-hundredths",
                   test_confidences_are_whole_hundredths);
  g_test_add_func ("/candidates/who-says-what-is-told-is-one-candidate",
                   test_who_says_what_is_told_is_one_candidate);
  g_test_add_func ("/candidates/no-text-breaks-it", test_no_text_breaks_it);

  return g_test_run ();
}
