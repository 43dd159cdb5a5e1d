/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-when-away.h"

#include "article/leadup-grammar.h"
#include "base/leadup-calendar.h"

#include <stdio.h>
#include <string.h>

/* Months away are no count of days any more. */
#define MAX_DAYS 31

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

/* Days of “a day” or “three days”, 0 of anything else. */
static int
count_days (const LeadupDate *date)
{
  int days = 0;
  char unit = 0, more;

  if (strcmp (date->type, "DURATION") != 0 ||
      sscanf (date->value, "P%3d%c%c", &days, &unit, &more) != 2 || unit != 'D' ||
      days > MAX_DAYS)
    return 0;

  return days;
}

/* Where the clause that begins at @first ends: at a comma or a stop. */
static guint32
find_clause_end (const LeadupArticle *article,
                 guint32              first,
                 guint32              end,
                 gboolean            *has_verb)
{
  *has_verb = FALSE;
  for (; first < end; first++)
    {
      const LeadupGrammar *grammar = &g_array_index (article->grammar, LeadupGrammar, first);

      if (grammar->tag == LEADUP_TAG_COMMA || grammar->tag == LEADUP_TAG_BREAK)
        break;
      *has_verb = *has_verb || grammar->tag == LEADUP_TAG_VERB;
    }

  return first;
}

/* The one day that the sentence says within the clause, or outside of it; NULL if there is none or
 * there are two. */
static const LeadupDate *
find_day (const LeadupArticle  *article,
          const LeadupWhenAway *away,
          guint                 first_date,
          gboolean              inside)
{
  const LeadupDate *found = NULL;
  guint32 sentence = get_token (article, away->first_token)->sentence;

  for (guint i = first_date; i < article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);

      if (get_token (article, date->first_token)->sentence > sentence)
        break;
      if (date->first_token == away->first_token || date->when == NULL ||
          leadup_when_away_is_inside (away, date->first_token) != inside ||
          (date->first_token >= article->dateline_first &&
           date->end_token <= article->dateline_end))
        continue;
      if (found != NULL)
        return NULL;
      found = date;
    }

  return found;
}

/* “seized it on 3 May and left after two days”, “took a driver, who was freed after two days”: the
 * second verb with what it is told with is a clause so far behind the first. */
static gboolean
find_later (const LeadupArticle *article,
            guint                first_date,
            guint                duration,
            LeadupWhenAway      *away)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupDate *date = &g_array_index (article->dates, LeadupDate, duration);
  const LeadupDate *from;
  guint32 at = date->first_token;
  int days = count_days (date);

  if (days == 0 || at < 4 || date->end_token >= article->grammar->len ||
      !leadup_token_is (get_token (article, at - 1), "after") ||
      (grammar[date->end_token].tag != LEADUP_TAG_BREAK &&
       grammar[date->end_token].tag != LEADUP_TAG_COMMA))
    return FALSE;
  at--;
  /* “was freed unharmed”, “left Lome”. */
  if (grammar[at - 1].tag != LEADUP_TAG_VERB)
    at--;
  if (grammar[at - 1].tag != LEADUP_TAG_VERB)
    return FALSE;
  while (at > 0 &&
         (grammar[at - 1].tag == LEADUP_TAG_VERB || grammar[at - 1].tag == LEADUP_TAG_AUXILIARY ||
          grammar[at - 1].tag == LEADUP_TAG_ADVERB))
    at--;
  away->first_token = date->first_token;
  away->days = -days;
  away->clause[0] = at;
  away->clause[1] = date->end_token;
  from = find_day (article, away, first_date, FALSE);

  return at > 0 && from != NULL && from->end_token < at &&
         (grammar[at - 1].tag == LEADUP_TAG_RELATIVE ||
          grammar[at - 1].tag == LEADUP_TAG_CONJUNCTION) &&
         strlen (leadup_when_get_edtf (from->when)) == strlen ("2025-12-19");
}

/**
 * leadup_when_away_find:
 * @article: an article with dates and grammar
 * @first_date: index of the first date of the sentence or before
 * @sentence: index of the sentence
 * @away: (out): the clause
 *
 * Returns: whether the sentence has a clause that is so many days after or before the rest of it
 */
gboolean
leadup_when_away_find (const LeadupArticle *article,
                       guint                first_date,
                       guint32              sentence,
                       LeadupWhenAway      *away)
{
  const LeadupSentence *whole = &g_array_index (article->sentences, LeadupSentence, sentence);

  for (guint i = first_date; i < article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);
      guint32 next = date->end_token;
      gboolean has_verb;
      int days;

      if (date->first_token >= whole->end_token)
        break;
      if (find_later (article, first_date, i, away))
        return TRUE;
      days = count_days (date);
      if (days == 0 || next + 1 >= whole->end_token ||
          (!leadup_token_is (get_token (article, next), "after") &&
           !leadup_token_is (get_token (article, next), "before")))
        continue;
      away->first_token = date->first_token;
      away->days = leadup_token_is (get_token (article, next), "after") ? days : -days;
      away->clause[0] = next + 1;
      away->clause[1] = find_clause_end (article, next + 1, whole->end_token, &has_verb);
      if (has_verb)
        return TRUE;
    }

  return FALSE;
}

/**
 * leadup_when_away_move:
 * @article: the article
 * @away: what leadup_when_away_find() found
 * @first_date: index of the first date of the sentence
 * @token: of what happened
 * @other: (out): the date from which it was counted
 *
 * Counts the day of what has none of its own from that of the other: “struck on Friday, two days
 * after talks failed”.
 *
 * Returns: (transfer full) (nullable): when it happened, %NULL where the sentence does not say
 */
LeadupWhen *
leadup_when_away_move (const LeadupArticle  *article,
                       const LeadupWhenAway *away,
                       guint                 first_date,
                       guint32               token,
                       const LeadupDate    **other)
{
  gboolean inside = leadup_when_away_is_inside (away, token);
  const LeadupDate *from = find_day (article, away, first_date, !inside);
  const char *edtf = from != NULL ? leadup_when_get_edtf (from->when) : "";
  LeadupWhenFields fields = { .rule = "relative:days-apart", .as_of = article->published };
  g_autofree char *moved = NULL;
  int year, month, day;
  char more;

  *other = from;
  if (find_day (article, away, first_date, inside) != NULL ||
      sscanf (edtf, "%4d-%2d-%2d%c", &year, &month, &day, &more) < 3 ||
      (edtf[10] != '\0' && edtf[10] != 'T') || !leadup_calendar_is_valid_date (year, month, day))
    return NULL;
  leadup_calendar_from_day_number (leadup_calendar_day_number (year, month, day) +
                                       (inside ? -away->days : away->days),
                                   &year, &month, &day);
  moved = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  fields.edtf = moved;

  return leadup_when_new (&fields, NULL);
}
