/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-when-heading.h"

#include "article/leadup-date-tense.h"
#include "article/leadup-furniture.h"
#include "article/leadup-tokens.h"
#include "base/leadup-calendar.h"

#include <stdio.h>
#include <string.h>

/* Two paragraphs may begin with a date by chance. */
#define MIN_ENTRIES 3

#define DAY_MINUTES (24 * 60)

static const LeadupSentence *
get_sentence (const LeadupArticle *article,
              guint                index)
{
  return &g_array_index (article->sentences, LeadupSentence, index);
}

static gboolean
starts_paragraph (const LeadupArticle *article,
                  guint                index)
{
  return index == 0 || get_sentence (article, index)->paragraph !=
                           get_sentence (article, index - 1)->paragraph;
}

/* Behind the last sentence of the paragraph of @index. */
static guint32
find_paragraph_end (const LeadupArticle *article,
                    guint32              index)
{
  guint32 paragraph = get_sentence (article, index)->paragraph;

  while (index < article->sentences->len && get_sentence (article, index)->paragraph == paragraph)
    index++;

  return index;
}

/* “Feb. 3 – Rebels took”, “3 February: rebels took”. */
static gboolean
is_entry (const LeadupArticle  *article,
          const LeadupDate     *date,
          const LeadupSentence *sentence)
{
  const LeadupToken *next;

  if (date->when == NULL || strcmp (date->type, "DATE") != 0 ||
      date->first_token != sentence->first_token || date->end_token + 1 >= sentence->end_token)
    return FALSE;
  next = &g_array_index (article->tokens, LeadupToken, date->end_token);

  return next->kind == LEADUP_TOKEN_PUNCTUATION && strchr ("-:", next->folded[0]) != NULL &&
         next->span.start <= date->span.end + 3;
}

static void
find_dates (const LeadupArticle *article,
            GArray              *entries)
{
  guint date = 0;

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = get_sentence (article, i);

      while (date < article->dates->len &&
             g_array_index (article->dates, LeadupDate, date).first_token < sentence->first_token)
        date++;
      if (date < article->dates->len && starts_paragraph (article, i) &&
          is_entry (article, &g_array_index (article->dates, LeadupDate, date), sentence))
        {
          LeadupWhenHeading entry = { .sentence = i,
                                      .end = find_paragraph_end (article, i),
                                      .date = (gint32) date };

          g_array_append_val (entries, entry);
        }
    }
}

/* Minutes from midnight of the clock that a passage begins with. */
static int
read_clock (const char *text)
{
  int hour = 0, minute = 0;
  char dot, half = 0;

  if (sscanf (text, "%2d%c%2d", &hour, &dot, &minute) != 3)
    return -1;
  while (g_ascii_isdigit (*text) || *text == '.' || *text == ':' || *text == ' ')
    text++;
  half = g_ascii_tolower (*text);
  if ((half == 'a' || half == 'p') && g_ascii_tolower (text[1]) == 'm' && hour <= 12)
    hour = hour % 12 + (half == 'p' ? 12 : 0);

  return hour * 60 + minute;
}

/* Which way the clocks go: the one in which all the entries are of less time. */
static gboolean
goes_down (const GArray *minutes)
{
  int up = 0, down = 0;

  for (guint i = 1; i < minutes->len; i++)
    {
      int step = g_array_index (minutes, int, i) - g_array_index (minutes, int, i - 1);

      up += step < 0 ? step + DAY_MINUTES : step;
      down += step > 0 ? DAY_MINUTES - step : -step;
    }

  return down < up;
}

/* The newest entry is of the published day; a step against the way the clocks go is over midnight.
 */
static void
date_clocks (GArray     *entries,
             GArray     *minutes,
             const char *published)
{
  gboolean down = goes_down (minutes);
  int year, month, day;
  gint64 number;

  if (sscanf (published, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !leadup_calendar_is_valid_date (year, month, day))
    {
      g_array_set_size (entries, 0);
      return;
    }
  number = leadup_calendar_day_number (year, month, day);
  for (guint i = 0; i < minutes->len; i++)
    {
      guint at = down ? i : minutes->len - 1 - i;
      int now = g_array_index (minutes, int, at);

      if (i > 0 && now > g_array_index (minutes, int, down ? at - 1 : at + 1))
        number--;
      leadup_calendar_from_day_number (number, &year, &month, &day);
      g_snprintf (g_array_index (entries, LeadupWhenHeading, at).edtf,
                  sizeof g_array_index (entries, LeadupWhenHeading, at).edtf,
                  "%04d-%02d-%02dT%02d:%02d:00", CLAMP (year, 0, 9999), CLAMP (month, 1, 12),
                  CLAMP (day, 1, 31), CLAMP (now / 60, 0, 23), CLAMP (now % 60, 0, 59));
    }
}

/* “At 11:20 rebels left” below “06:15”: from there on the text has clocks of its own. */
static void
end_at_clocks (const LeadupArticle *article,
               GArray              *entries)
{
  guint at = 0;

  for (guint i = 0; i < article->dates->len && at < entries->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);
      guint32 sentence =
          g_array_index (article->tokens, LeadupToken, date->first_token).sentence;
      LeadupWhenHeading *entry;

      while (at < entries->len && g_array_index (entries, LeadupWhenHeading, at).end <= sentence)
        at++;
      if (at == entries->len)
        return;
      entry = &g_array_index (entries, LeadupWhenHeading, at);
      if (sentence > entry->sentence && date->when != NULL && strcmp (date->type, "TIME") == 0 &&
          date->first_token <=
              g_array_index (article->sentences, LeadupSentence, sentence).first_token + 1 &&
          strcmp (leadup_when_get_edtf (date->when), entry->edtf) > 0 &&
          leadup_date_tense_find (article, date->first_token, date->end_token) <= 0)
        entry->end = sentence;
    }
}

static void
find_clocks (const LeadupArticle *article,
             GArray              *entries)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < article->furniture->len && article->published != NULL; i++)
    {
      const LeadupFurniture *clock = &g_array_index (article->furniture, LeadupFurniture, i);
      LeadupWhenHeading entry = { .date = -1 };
      int minute;

      if (strcmp (clock->rule, LEADUP_FURNITURE_CLOCK) != 0)
        continue;
      minute = read_clock (article->text + clock->span.start);
      if (minute < 0 || minute >= DAY_MINUTES)
        continue;
      entry.sentence = g_array_index (article->tokens, LeadupToken,
                                      leadup_tokens_at (article, clock->span.start))
                           .sentence;
      entry.end = article->sentences->len;
      if (entries->len > 0)
        g_array_index (entries, LeadupWhenHeading, entries->len - 1).end = entry.sentence;
      g_array_append_val (entries, entry);
      g_array_append_val (minutes, minute);
    }
  if (minutes->len < MIN_ENTRIES)
    return;
  date_clocks (entries, minutes, article->published);
  end_at_clocks (article, entries);
}

/**
 * leadup_when_heading_find:
 * @article: an article with its furniture, sentences and dates
 *
 * Finds the entries of a chronology, each with the date in front of it, or of a live blog, whose
 * clocks are of the published day and of those before it.
 *
 * Returns: (transfer full) (element-type LeadupWhenHeading): the entries in the order of the text
 */
GArray *
leadup_when_heading_find (const LeadupArticle *article)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (LeadupWhenHeading));

  g_return_val_if_fail (article != NULL, entries);

  find_dates (article, entries);
  if (entries->len < MIN_ENTRIES)
    {
      g_array_set_size (entries, 0);
      find_clocks (article, entries);
    }
  if (entries->len < MIN_ENTRIES)
    g_array_set_size (entries, 0);

  return entries;
}
