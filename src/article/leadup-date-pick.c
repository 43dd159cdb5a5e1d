/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-pick.h"

#include "article/leadup-date-holiday.h"
#include "article/leadup-date-tense.h"

#include <string.h>

/* In text without a tense, a day or month may lie this many days ahead of the published day. */
#define AHEAD_DAYS 90
/* So near that the other year is not meant, whatever the tense. */
#define NEAR_DAYS 45
/* In a narrative, what seems to lie so far back is of the next year. */
#define BACK_DAYS 240
/* How far from “until Thursday” its verb may stand. */
#define LIMIT_REACH 12
/* How many sentences later a clock is still of the day that was mentioned. */
#define MAX_DAY_SENTENCES 5
/* How far apart the months of a list may stand. */
#define LIST_REACH 10

static gboolean
set_period (LeadupDateReading *reading,
            LeadupPeriod       period)
{
  reading->type = period.kind == LEADUP_PERIOD_TIME ? "TIME" : "DATE";
  reading->period = period;

  return TRUE;
}

static gboolean
set_value (LeadupDateReading *reading,
           const char        *type,
           char              *value)
{
  reading->type = type;
  reading->value = value;

  return TRUE;
}

static int
year_of_day (gint64 day)
{
  int year, month, in_month;

  leadup_calendar_from_day_number (day, &year, &month, &in_month);

  return year;
}

static gboolean
says_perfect (const LeadupDateContext *context,
              guint32                  token)
{
  guint32 word = g_array_index (context->article->tokens, LeadupToken, token).word;

  return strcmp (leadup_date_grammar_get_context (context->grammar, word), "perfect") == 0;
}

/* Whether a perfect stands by a limit, and no infinitive between them that has the limit for
 * itself: “they had decided to wait until Monday”. */
static gboolean
is_of_perfect (const LeadupDateContext *context,
               const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;
  const LeadupToken *first = &tokens[match->first_token];

  for (guint32 i = match->first_token;
       i > 0 && i + LIMIT_REACH > match->first_token && tokens[i - 1].sentence == first->sentence;
       i--)
    {
      if (says_perfect (context, i - 1))
        return TRUE;
      if (leadup_token_is (&tokens[i - 1], "to"))
        return FALSE;
    }
  for (guint32 i = match->end_token;
       i < match->end_token + LIMIT_REACH && i < context->article->tokens->len &&
       tokens[i].sentence == first->sentence;
       i++)
    if (says_perfect (context, i))
      return TRUE;

  return FALSE;
}

/* “Until Thursday they had not answered”, “by Friday rebels held the town”: up to a day that is
 * gone. */
static gboolean
is_limit_of_past (const LeadupDateContext *context,
                  const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;

  return is_of_perfect (context, match) ||
         (tokens[match->first_token - 1].starts_sentence &&
          leadup_date_tense_find (context->article, match->first_token, match->end_token) < 0);
}

/* What the word beside a weekday says of it: “until Friday”, “Friday's vote”; 0 nothing. */
static int
find_hint (const LeadupDateContext *context,
           const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;
  const LeadupToken *first = &tokens[match->first_token];

  if (!first->starts_sentence && match->first_token > 0 &&
      strstr (leadup_date_grammar_get_context (context->grammar, first[-1].word), "ahead") != NULL)
    return is_limit_of_past (context, match) ? -1 : 1;
  if (!first->starts_sentence && match->first_token > 0 &&
      strstr (leadup_date_grammar_get_context (context->grammar, first[-1].word), "behind") != NULL)
    return -1;

  if (match->end_token < context->article->tokens->len &&
      strstr (leadup_date_grammar_get_context (context->grammar, tokens[match->end_token].word),
              "possessive") != NULL)
    return -1;

  return 0;
}

/**
 * leadup_date_pick_is_ahead:
 * @context: what it is relative to
 * @match: the words
 *
 * Returns: whether the word before says that it is to come: “by the end of the year”
 */
gboolean
leadup_date_pick_is_ahead (const LeadupDateContext *context,
                           const LeadupDateMatch   *match)
{
  return find_hint (context, match) > 0;
}

static int
find_tense (const LeadupDateContext *context,
            const LeadupDateMatch   *match)
{
  int hint = find_hint (context, match);

  if (hint != 0)
    return hint;

  return leadup_date_tense_find (context->article, match->first_token, match->end_token);
}

/* What makes the period of a year: a month and a day, a season, a quarter. */
typedef LeadupPeriod (*MakePeriod) (int year, int a, int b);

static LeadupPeriod
make_month_day (int year,
                int month,
                int day)
{
  if (day == 0)
    return leadup_period_containing (LEADUP_PERIOD_MONTH,
                                     leadup_calendar_day_number (year, month, 1));

  day = MIN (day, leadup_calendar_days_in_month (year, month));

  return leadup_period_containing (LEADUP_PERIOD_DAY,
                                   leadup_calendar_day_number (year, month, day));
}

static LeadupPeriod
make_season (int year,
             int season,
             int unused)
{
  return leadup_period_season (year, season);
}

static LeadupPeriod
make_quarter (int year,
              int number,
              int is_half)
{
  int months = is_half ? 6 : 3;

  return leadup_period_containing (is_half ? LEADUP_PERIOD_HALF : LEADUP_PERIOD_QUARTER,
                                   leadup_calendar_day_number (year, (number - 1) * months + 1, 1));
}

static gboolean
is_in_sentence_of_year (const LeadupDateContext *context,
                        const LeadupDateMatch   *match)
{
  return context->year != 0 && context->has_reference &&
         g_array_index (context->article->tokens, LeadupToken, match->first_token).sentence ==
             context->year_sentence;
}

/* Without a published day, a year that was said somewhere is the year of what follows only in a
 * text that tells a past, or in the same sentence. */
static gboolean
knows_year (const LeadupDateContext *context,
            const LeadupDateMatch   *match)
{
  return context->has_published || (context->has_reference && context->is_narrative) ||
         is_in_sentence_of_year (context, match);
}

/* “Rome in November, Oslo in December, Bern in January”: months of a list that lies ahead. */
static gboolean
goes_on_a_list (const LeadupDateContext *context,
                const LeadupDateMatch   *match,
                const LeadupPeriod      *period)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;

  return period->kind == LEADUP_PERIOD_MONTH && context->has_reference &&
         context->reference.kind == LEADUP_PERIOD_MONTH &&
         context->reference.first > context->published &&
         context->reference_end + LIST_REACH > match->first_token &&
         tokens[context->reference_end - 1].sentence == tokens[match->first_token].sentence;
}

/* “froze its assets on 20 February 2024. Togo broke off relations, on 17 March”: soon after a day
 * of another year that the sentence, or the one before it in the paragraph, says. */
static gboolean
follows_day (const LeadupDateContext *context,
             const LeadupDateMatch   *match,
             const LeadupPeriod      *period)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;
  guint32 here = tokens[match->first_token].sentence;
  const LeadupSentence *sentences =
      (const LeadupSentence *) (gpointer) context->article->sentences->data;

  return period->kind == LEADUP_PERIOD_DAY && context->year != 0 && context->has_reference &&
         here <= context->year_sentence + 1 &&
         sentences[here].paragraph == sentences[context->year_sentence].paragraph &&
         context->reference.kind <= LEADUP_PERIOD_MONTH &&
         leadup_period_get_year (&context->reference) == context->year &&
         period->first > context->reference.first &&
         period->first <= context->reference.first + NEAR_DAYS &&
         leadup_date_tense_find (context->article, match->first_token, match->end_token) < 0;
}

/* Picks the year of something that comes once a year. The year is known. */
static LeadupPeriod
pick_in_year (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              MakePeriod               make,
              int                      a,
              int                      b)
{
  LeadupPeriod period;
  gint64 ahead, behind;
  int tense;

  if ((context->is_narrative || !context->has_published) &&
      is_in_sentence_of_year (context, match))
    return make (context->year, a, b);

  /* But “She plans to meet them on 3 May” in a story of the past: after the published day. */
  if (context->is_narrative && context->has_reference &&
      !(context->has_published && leadup_date_tense_is_planned (
                                    context->article, match->first_token, match->end_token)))
    {
      period = make (leadup_period_get_year (&context->reference), a, b);
      if (context->reference.kind <= LEADUP_PERIOD_MONTH &&
          period.last + BACK_DAYS < context->reference.first &&
          year_of_day (context->published) != leadup_period_get_year (&context->reference))
        period = make (leadup_period_get_year (&context->reference) + 1, a, b);
      return period;
    }

  if (context->has_published && context->year != 0)
    {
      period = make (context->year, a, b);
      if (follows_day (context, match, &period))
        return period;
    }
  tense = find_tense (context, match);
  period = make (year_of_day (context->published), a, b);

  if (tense == 0 && goes_on_a_list (context, match, &period))
    {
      int year = leadup_period_get_year (&context->reference);

      period = make (year, a, b);
      return period.first < context->reference.first ? make (year + 1, a, b) : period;
    }

  behind = context->published - period.last;
  ahead = period.first - context->published;
  /* The nearest, unless the tense is against it and the other is not much farther away. */
  if (ahead > (tense < 0 ? NEAR_DAYS : (tense > 0 ? 365 : AHEAD_DAYS)))
    return make (year_of_day (context->published) - 1, a, b);
  if (behind > (tense > 0 ? NEAR_DAYS : (tense < 0 ? 365 : 365 - AHEAD_DAYS)))
    return make (year_of_day (context->published) + 1, a, b);

  return period;
}

/* The period of a year that is so many steps away: “last March”, “next summer”. */
static LeadupPeriod
step_in_year (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              MakePeriod               make,
              int                      a,
              int                      b,
              int                      step)
{
  int year = year_of_day (context->published);
  LeadupPeriod period = make (year, a, b);

  if (step < 0)
    {
      if (period.last >= context->published)
        period = make (year - 1, a, b);
      if (step < -1)
        period = make (leadup_period_get_year (&period) + step + 1, a, b);
    }
  else if (step > 0 && period.first <= context->published)
    period = make (year + 1, a, b);
  else if (step == 0 && match != NULL && find_tense (context, match) < 0 &&
           period.first > context->published)
    period = make (year - 1, a, b);

  return period;
}

/**
 * leadup_date_pick_month_day:
 * @context: what it is relative to
 * @match: the words
 * @year: (nullable): where it is said
 * @month: 1 … 12
 * @day: of the month, 0 = the month alone
 * @reading: (out): the reading
 *
 * Returns: whether there is such a day
 */
gboolean
leadup_date_pick_month_day (const LeadupDateContext *context,
                            const LeadupDateMatch   *match,
                            const int               *year,
                            int                      month,
                            int                      day,
                            LeadupDateReading       *reading)
{
  if (month < 1 || month > 12 || day < 0 || day > leadup_calendar_days_in_month (2000, month))
    return FALSE;

  if (year != NULL)
    {
      if (day > leadup_calendar_days_in_month (*year, month))
        return FALSE;
      return set_period (reading, make_month_day (*year, month, day));
    }

  reading->is_relative = TRUE;
  if (!knows_year (context, match) ||
      (day == 0 && leadup_date_tense_is_habit (context->article, match->first_token)))
    return set_value (reading, "DATE",
                      day > 0 ? g_strdup_printf ("XXXX-%02d-%02d", month, day)
                              : g_strdup_printf ("XXXX-%02d", month));

  return set_period (reading, pick_in_year (context, match, make_month_day, month, day));
}

/**
 * leadup_date_pick_day:
 * @context: what it is relative to
 * @match: the words
 * @day: of a month that is not said (“the 15th”)
 * @reading: (out): the reading
 *
 * Returns: whether there is such a day
 */
gboolean
leadup_date_pick_day (const LeadupDateContext *context,
                      const LeadupDateMatch   *match,
                      int                      day,
                      LeadupDateReading       *reading)
{
  LeadupPeriod month;
  gint64 base;

  if (day < 1 || day > 31)
    return FALSE;

  reading->is_relative = TRUE;
  if (context->has_reference &&
      (context->is_narrative || context->reference.kind <= LEADUP_PERIOD_MONTH))
    base = context->reference.first;
  else if (context->has_published)
    base = context->published;
  else
    return FALSE;

  month = leadup_period_containing (LEADUP_PERIOD_MONTH, base);
  if (month.first + day - 1 > month.last)
    return FALSE;

  return set_period (reading, leadup_period_containing (LEADUP_PERIOD_DAY, month.first + day - 1));
}

/* “On a Monday”: any of them. */
static gboolean
is_any_weekday (const LeadupDateContext *context,
                const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;
  const LeadupToken *first = &tokens[match->first_token];

  return match->first_token >= 2 && first[-2].sentence == first->sentence &&
         strcmp (leadup_date_grammar_get_context (context->grammar, first[-1].word),
                 "indefinite") == 0 &&
         strstr (leadup_date_grammar_get_context (context->grammar, first[-2].word), "time") !=
             NULL;
}

/**
 * leadup_date_pick_weekday:
 * @context: what it is relative to
 * @match: the words
 * @weekday: 1 Monday … 7 Sunday
 * @step: (nullable): −1 last, 0 this, 1 next, as text
 * @reading: (out): the reading
 *
 * Returns: %TRUE
 */
gboolean
leadup_date_pick_weekday (const LeadupDateContext *context,
                          const LeadupDateMatch   *match,
                          int                      weekday,
                          const char              *step,
                          LeadupDateReading       *reading)
{
  gboolean from_reference = context->has_reference && context->is_narrative &&
                            context->reference.kind <= LEADUP_PERIOD_WEEK;
  gint64 base = from_reference ? context->reference.first : context->published;
  int direction = step != NULL ? (int) g_ascii_strtoll (step, NULL, 10) : 0;
  gint64 back, ahead;

  if ((!from_reference && !context->has_published) || is_any_weekday (context, match))
    return set_value (reading, "DATE", g_strdup_printf ("XXXX-WXX-%d", weekday));

  back = (leadup_calendar_weekday (base) - weekday + 7) % 7;
  ahead = (7 - back) % 7;

  if (direction < 0)
    base -= back > 0 ? back : 7;
  else if (direction > 0)
    base += ahead > 0 ? ahead : 7;
  else if (from_reference)
    base += ahead;
  else if (step != NULL || find_tense (context, match) > 0)
    base += ahead;
  else
    base -= back;

  return set_period (reading, leadup_period_containing (LEADUP_PERIOD_DAY, base));
}

/**
 * leadup_date_pick_season:
 * @context: what it is relative to
 * @match: the words
 * @year: (nullable): where it is said
 * @season: 0 spring … 3 winter
 * @step: (nullable): −1 last, 0 this, 1 next
 * @reading: (out): the reading
 *
 * Returns: %TRUE
 */
gboolean
leadup_date_pick_season (const LeadupDateContext *context,
                         const LeadupDateMatch   *match,
                         const int               *year,
                         int                      season,
                         const int               *step,
                         LeadupDateReading       *reading)
{
  static const char *const names[] = { "SP", "SU", "FA", "WI" };

  if (year != NULL)
    return set_period (reading, leadup_period_season (*year, season));

  reading->is_relative = TRUE;
  if (!knows_year (context, match) ||
      (step == NULL && leadup_date_tense_is_habit (context->article, match->first_token)))
    return set_value (reading, "DATE", g_strdup_printf ("XXXX-%s", names[CLAMP (season, 0, 3)]));

  if (step != NULL && context->has_published)
    return set_period (reading, step_in_year (context, match, make_season, season, 0, *step));

  return set_period (reading, pick_in_year (context, match, make_season, season, 0));
}

gboolean
leadup_date_pick_holiday (const LeadupDateContext *context,
                          const LeadupDateMatch   *match,
                          const char              *definition,
                          const int               *year,
                          const int               *step,
                          LeadupDateReading       *reading)
{
  gint64 day;
  int base;
  int tense = year == NULL ? find_tense (context, match) : 0;

  if (definition == NULL || (year == NULL && !knows_year (context, match)))
    return FALSE;

  if (year != NULL)
    return set_period (reading,
                       leadup_period_containing (LEADUP_PERIOD_DAY,
                                                 leadup_date_holiday_find (definition, *year)));

  reading->is_relative = TRUE;
  if ((context->is_narrative && context->has_reference) || !context->has_published)
    base = leadup_period_get_year (&context->reference);
  else
    base = year_of_day (context->published);

  day = leadup_date_holiday_find (definition, base);
  if (context->has_published && !context->is_narrative)
    {
      gint64 ahead = day - context->published;

      if ((step != NULL && *step < 0 && ahead >= 0) || (tense < 0 && ahead > 0) ||
          (tense <= 0 && ahead > 180))
        day = leadup_date_holiday_find (definition, base - 1);
      else if ((step != NULL && *step > 0 && ahead <= 0) || (tense > 0 && ahead < 0) ||
               ahead < -330)
        day = leadup_date_holiday_find (definition, base + 1);
    }

  return set_period (reading, leadup_period_containing (LEADUP_PERIOD_DAY, day));
}

/**
 * leadup_date_pick_unit:
 * @context: what it is relative to
 * @is_narrative: relative to the date before rather than to the published day
 * @unit: a #LeadupDateUnit
 * @step: −1 last, 0 this, 1 next
 * @reading: (out): the reading
 *
 * “Last week”, “this month”, “the following year”.
 *
 * Returns: whether it is a piece of the calendar
 */
gboolean
leadup_date_pick_unit (const LeadupDateContext *context,
                       gboolean                 is_narrative,
                       int                      unit,
                       int                      step,
                       LeadupDateReading       *reading)
{
  LeadupPeriodKind kind = leadup_date_unit_to_period ((LeadupDateUnit) unit);
  gboolean is_news =
      context->has_published &&
      leadup_period_begins_in_year_before (&context->reference, context->published);
  gboolean from_reference =
      context->has_reference && (is_narrative || (context->is_narrative && !is_news));
  LeadupPeriod period;
  gint64 base = from_reference ? context->reference.first : context->published;

  if ((!from_reference && !context->has_published) || kind == LEADUP_PERIOD_TIME)
    return FALSE;
  if (from_reference && step == 1 && leadup_period_holds_next (&context->reference, kind))
    return set_period (reading, context->reference);
  /* The day after a decade is not the week after its first. */
  if (from_reference && context->reference.kind > kind && step > 0)
    base = context->reference.last;

  period = leadup_period_containing (kind, base);
  period = leadup_period_shift (&period, step);
  if (unit == LEADUP_DATE_UNIT_NIGHT)
    {
      period.kind = LEADUP_PERIOD_TIME;
      period.day_part = "NI";
    }

  return set_period (reading, period);
}

/**
 * leadup_date_pick_relative_month:
 * @context: what it is relative to
 * @is_narrative: from the last date rather than from the published day
 * @month: 1 … 12
 * @day: of the month, 0 = the month alone
 * @step: −1 last, 0 this, 1 next
 * @of_year: @step counts years (“October last year”), not months of that name (“last October”)
 * @reading: (out): the reading
 *
 * Returns: whether there is one
 */
gboolean
leadup_date_pick_relative_month (const LeadupDateContext *context,
                                 gboolean                 is_narrative,
                                 int                      month,
                                 int                      day,
                                 int                      step,
                                 gboolean                 of_year,
                                 LeadupDateReading       *reading)
{
  gboolean from_reference = context->has_reference && (is_narrative || context->is_narrative);
  LeadupDateContext base = *context;

  if ((!context->has_published && !from_reference) || month < 1 || month > 12)
    return FALSE;

  /* “this August” is of the published day, whatever was told before. */
  if (from_reference && !(step == 0 && !is_narrative && !of_year && context->has_published))
    base.published = context->reference.first;

  return set_period (reading, of_year
                                  ? make_month_day (year_of_day (base.published) + step, month, day)
                                  : step_in_year (&base, NULL, make_month_day, month, day, step));
}

/**
 * leadup_date_pick_weekend:
 * @context: what it is relative to
 * @match: the words
 * @reading: (out): the reading
 *
 * “The weekend” is the next one where the clause is of the future, else the last or present one.
 *
 * Returns: whether there is one
 */
gboolean
leadup_date_pick_weekend (const LeadupDateContext *context,
                          const LeadupDateMatch   *match,
                          LeadupDateReading       *reading)
{
  LeadupPeriod weekend;

  if (!context->has_published)
    return FALSE;

  weekend = leadup_period_containing (LEADUP_PERIOD_WEEKEND, context->published);
  if (find_tense (context, match) <= 0 && weekend.first > context->published)
    weekend = leadup_period_shift (&weekend, -1);

  return set_period (reading, weekend);
}

/* “The 1988 quarter”, “the 1988 period”: the one that is compared with that just told. */
static gboolean
pick_quarter_of_year (const LeadupDateContext *context,
                      const LeadupDateMatch   *match,
                      int                      year,
                      LeadupDateReading       *reading)
{
  gboolean has_quarter = context->has_reference && context->reference.kind == LEADUP_PERIOD_QUARTER;
  int of_year, month, day;

  if (!has_quarter && (match->piece[LEADUP_DATE_UNIT] == NULL || !context->has_published))
    return FALSE;

  leadup_calendar_from_day_number (has_quarter ? context->reference.first : context->published - 91,
                                   &of_year, &month, &day);

  return set_period (reading, make_quarter (year, (month + 2) / 3, FALSE));
}

gboolean
leadup_date_pick_quarter (const LeadupDateContext *context,
                          const LeadupDateMatch   *match,
                          gboolean                 is_half,
                          int                      number,
                          const int               *year,
                          LeadupDateReading       *reading)
{
  if (number == 0 && year != NULL)
    return pick_quarter_of_year (context, match, *year, reading);
  if (number == 0 && context->has_published)
    {
      /* “The quarter” of a report is the last that ended. */
      LeadupPeriod now = leadup_period_containing (LEADUP_PERIOD_QUARTER, context->published);

      reading->is_relative = TRUE;
      return set_period (reading, leadup_period_shift (&now, -1));
    }

  if (number < 1 || number > (is_half ? 2 : 4))
    return FALSE;
  if (year != NULL)
    return set_period (reading, make_quarter (*year, number, is_half));

  reading->is_relative = TRUE;
  if (!knows_year (context, match))
    return set_value (reading, "DATE", g_strdup_printf ("XXXX-%c%d", is_half ? 'H' : 'Q', number));

  return set_period (reading, pick_in_year (context, match, make_quarter, number, is_half));
}

/* Whether a story can still be on the day that it mentioned last, or on which it was published. */
static gboolean
is_near (const LeadupDateContext *context,
         const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) context->article->tokens->data;

  return context->reference_end == 0 ||
         (context->has_published && context->reference.first == context->published) ||
         tokens[match->first_token].sentence <=
             tokens[context->reference_end - 1].sentence + MAX_DAY_SENTENCES;
}

/**
 * leadup_date_pick_current_day:
 * @context: what it is relative to
 * @match: the words
 * @reading: (out): the reading
 *
 * The day of a time that stands alone: the last day mentioned, else the published one.
 *
 * Returns: whether there is one
 */
gboolean
leadup_date_pick_current_day (const LeadupDateContext *context,
                              const LeadupDateMatch   *match,
                              LeadupDateReading       *reading)
{
  gboolean has_day = context->has_reference && context->reference.kind <= LEADUP_PERIOD_DAY;

  reading->is_relative = TRUE;
  if (has_day && is_near (context, match))
    return set_period (reading,
                       leadup_period_containing (LEADUP_PERIOD_DAY, context->reference.first));
  if (!has_day && context->has_published && !context->is_narrative)
    return set_period (reading, leadup_period_containing (LEADUP_PERIOD_DAY, context->published));

  return set_value (reading, "TIME", g_strdup ("XXXX-XX-XX"));
}

/**
 * leadup_date_pick_away:
 * @context: what it is relative to
 * @amount: how far
 * @direction: −1 or 1
 * @is_narrative: from the last date rather than from the published day
 * @reading: (out): the reading
 *
 * “Two years ago”, “three days later”.
 *
 * Returns: %TRUE
 */
gboolean
leadup_date_pick_away (const LeadupDateContext *context,
                       const LeadupDateAmount  *amount,
                       int                      direction,
                       gboolean                 is_narrative,
                       LeadupDateReading       *reading)
{
  LeadupPeriodKind kind = leadup_date_unit_to_period (amount->unit);
  gboolean from_reference = context->has_reference && is_narrative;
  gint64 base = from_reference ? context->reference.first : context->published;
  gint64 day;

  if (amount->is_vague)
    {
      if (context->has_published && !is_narrative && !context->is_narrative)
        {
          reading->has_bounds = TRUE;
          reading->from = direction < 0 ? G_MININT64 : context->published;
          reading->to = direction < 0 ? context->published : G_MAXINT64;
        }
      return set_value (reading, "DATE", g_strdup (direction < 0 ? "PAST_REF" : "FUTURE_REF"));
    }
  if ((!from_reference && !context->has_published) || kind == LEADUP_PERIOD_TIME)
    return set_value (reading, "DURATION", leadup_date_amount_to_timex (amount));

  /* Compared with a quarter, “a year ago” is the same quarter of that year. */
  if (amount->unit == LEADUP_DATE_UNIT_YEAR && amount->count == 1 && context->has_reference &&
      context->reference.kind == LEADUP_PERIOD_QUARTER)
    return set_period (reading, leadup_period_shift (&context->reference, 4 * direction));

  day = leadup_date_amount_move (amount, base, direction);
  if (kind > LEADUP_PERIOD_YEAR)
    kind = LEADUP_PERIOD_YEAR;
  if (kind == LEADUP_PERIOD_SEASON || kind == LEADUP_PERIOD_QUARTER || kind == LEADUP_PERIOD_HALF)
    kind = LEADUP_PERIOD_QUARTER;

  /* What is not finer than the reference is as coarse as the reference. */
  if (from_reference && context->reference.kind > kind &&
      context->reference.kind <= LEADUP_PERIOD_YEAR)
    kind = context->reference.kind;

  return set_period (reading, leadup_period_containing (kind, day));
}
