/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-resolver.h"

#include "article/leadup-date-duration.h"
#include "article/leadup-date-pick.h"
#include "article/leadup-date-tense.h"

#include <string.h>

/* Classes whose number was read with the piece; those of the others stand in the table. */
#define COMPUTED_CLASSES                                                                           \
  (LEADUP_DATE_BIT (LEADUP_DATE_NUM) | LEADUP_DATE_BIT (LEADUP_DATE_ORD) |                         \
   LEADUP_DATE_BIT (LEADUP_DATE_DAY) | LEADUP_DATE_BIT (LEADUP_DATE_YEAR) |                        \
   LEADUP_DATE_BIT (LEADUP_DATE_SHORTYEAR) | LEADUP_DATE_BIT (LEADUP_DATE_OLDYEAR) |               \
   LEADUP_DATE_BIT (LEADUP_DATE_DECADE))

/* The value of a class in a match, as number; 0 where the rule did not take one. */
static int
value_of (const LeadupDateContext *context,
          const LeadupDateMatch   *match,
          LeadupDateClass          class)
{
  const LeadupDatePiece *piece = match->piece[class];

  if (piece == NULL)
    return 0;

  if (COMPUTED_CLASSES & LEADUP_DATE_BIT (class))
    return piece->number;

  return leadup_date_grammar_get_value (context->grammar, piece->row, class, NULL);
}

static const char *
text_of (const LeadupDateContext *context,
         const LeadupDateMatch   *match,
         LeadupDateClass          class)
{
  const char *text = NULL;

  if (match->piece[class] != NULL)
    leadup_date_grammar_get_value (context->grammar, match->piece[class]->row, class, &text);

  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
has (const LeadupDateMatch *match,
     LeadupDateClass        class)
{
  return match->piece[class] != NULL;
}

static gboolean
set_period (LeadupDateReading *reading,
            LeadupPeriod       period)
{
  reading->type = period.kind == LEADUP_PERIOD_TIME ? "TIME" : "DATE";
  reading->period = period;

  return TRUE;
}

static gboolean
set_text (LeadupDateReading *reading,
          const char        *type,
          const char        *value)
{
  reading->type = type;
  reading->value = g_strdup (value);

  return TRUE;
}

/* Year of a match with its era, FALSE if there is none. */
static gboolean
find_year (const LeadupDateContext *context,
           const LeadupDateMatch   *match,
           int                     *year)
{
  if (has (match, LEADUP_DATE_YEAR))
    *year = value_of (context, match, LEADUP_DATE_YEAR);
  else if (has (match, LEADUP_DATE_SHORTYEAR))
    *year = value_of (context, match, LEADUP_DATE_SHORTYEAR);
  else if (has (match, LEADUP_DATE_OLDYEAR))
    *year = value_of (context, match, LEADUP_DATE_OLDYEAR);
  else if (has (match, LEADUP_DATE_NUM) &&
           (has (match, LEADUP_DATE_ERA) || strcmp (match->rule->argument, "old") == 0))
    *year = value_of (context, match, LEADUP_DATE_NUM);
  else
    return FALSE;

  if (value_of (context, match, LEADUP_DATE_ERA) < 0)
    *year = 1 - *year;

  return *year >= -9999 && *year <= 9999;
}

/* Days of the month stand in digits or as ordinals. */
static int
find_day (const LeadupDateContext *context,
          const LeadupDateMatch   *match)
{
  if (has (match, LEADUP_DATE_DAY))
    return value_of (context, match, LEADUP_DATE_DAY);

  return has (match, LEADUP_DATE_ORD) ? value_of (context, match, LEADUP_DATE_ORD) : 0;
}

/* Explicit and partial calendar dates: whatever the rule took of full date, year, month, day. */
static gboolean
read_date (const LeadupDateContext *context,
           const LeadupDateMatch   *match,
           LeadupDateReading       *reading)
{
  int year;
  int month = value_of (context, match, LEADUP_DATE_MONTH);
  int day = find_day (context, match);
  gboolean has_year = find_year (context, match, &year);

  if (has (match, LEADUP_DATE_FULL))
    {
      const LeadupDatePiece *full = match->piece[LEADUP_DATE_FULL];

      year = full->year;
      month = full->month;
      day = full->day;
      has_year = TRUE;
    }

  reading->is_explicit_year = has_year;
  if (has_year && month == 0)
    return set_period (reading, leadup_period_containing (LEADUP_PERIOD_YEAR,
                                                          leadup_calendar_day_number (year, 1, 1)));

  if (month != 0 && has (match, LEADUP_DATE_UNIT) &&
      leadup_date_unit_to_period (value_of (context, match, LEADUP_DATE_UNIT)) !=
          LEADUP_PERIOD_WEEK)
    return FALSE;
  if (month != 0 &&
      !leadup_date_pick_month_day (context, match, has_year ? &year : NULL, month, day, reading))
    return FALSE;
  /* “The week of 6 March”. */
  if (month != 0 && has (match, LEADUP_DATE_UNIT) && reading->period.kind == LEADUP_PERIOD_DAY)
    reading->period = leadup_period_containing (LEADUP_PERIOD_WEEK, reading->period.first);
  if (month != 0)
    return TRUE;

  return leadup_date_pick_day (context, match, day, reading);
}

static gboolean
read_weekday (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  reading->is_relative = TRUE;

  return leadup_date_pick_weekday (
      context, match, value_of (context, match, LEADUP_DATE_WEEKDAY),
      text_of (context, match,
               has (match, LEADUP_DATE_NARRATIVE) ? LEADUP_DATE_NARRATIVE : LEADUP_DATE_DEICTIC),
      reading);
}

/* Whether “ended” or “ending” follows. */
static gboolean
has_closing (const LeadupDateContext *context,
             const LeadupDateMatch   *match)
{
  const LeadupToken *next;

  if (match->end_token >= context->article->tokens->len)
    return FALSE;
  next = &g_array_index (context->article->tokens, LeadupToken, match->end_token);

  return strstr (leadup_date_grammar_get_context (context->grammar, next->word), "closing") != NULL;
}

/* “last March”, “this summer”, “next Thanksgiving”, “last week”, “the following year”. */
static gboolean
read_deictic (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  gboolean is_narrative = has (match, LEADUP_DATE_NARRATIVE);
  LeadupDateContext told = *context;
  LeadupDateClass class = is_narrative ? LEADUP_DATE_NARRATIVE : LEADUP_DATE_DEICTIC;
  int step = value_of (context, match, class);
  int unit = -1;

  reading->is_relative = TRUE;
  if (has (match, LEADUP_DATE_UNIT))
    unit = value_of (context, match, LEADUP_DATE_UNIT);
  else if (has (match, LEADUP_DATE_UNITS))
    unit = value_of (context, match, LEADUP_DATE_UNITS);

  if (match->rule->argument[0] == 't')
    {
      /* “The year ended June 30” is as long as any. */
      if (unit == LEADUP_DATE_UNIT_YEAR && has_closing (context, match))
        return set_text (reading, "DURATION", "P1Y");
      is_narrative = !leadup_date_pick_is_ahead (context, match);
      step = 0;
    }
  else if (match->rule->argument[0] == 'f')
    unit = LEADUP_DATE_UNIT_YEAR;
  else if (match->rule->argument[0] == 'b' || match->rule->argument[0] == 'a')
    {
      /* “They had met the day before.” */
      is_narrative = TRUE;
      step = match->rule->argument[0] == 'b' ? -1 : 1;
    }

  if (has (match, LEADUP_DATE_SEASON))
    return leadup_date_pick_season (context, match, NULL,
                                    value_of (context, match, LEADUP_DATE_SEASON), &step, reading);
  if (has (match, LEADUP_DATE_HOLIDAY))
    return leadup_date_pick_holiday (context, match, text_of (context, match, LEADUP_DATE_HOLIDAY),
                                     NULL, &step, reading);
  if (has (match, LEADUP_DATE_MONTH))
    return leadup_date_pick_relative_month (
        context, is_narrative, value_of (context, match, LEADUP_DATE_MONTH),
        find_day (context, match), step, unit == LEADUP_DATE_UNIT_YEAR, reading);
  if (unit == LEADUP_DATE_UNIT_WEEKEND && step == 0)
    return leadup_date_pick_weekend (context, match, reading);
  if (unit < 0)
    return FALSE;
  /* “the same month”, “that week”: of what the story tells, not of “last week”. */
  if (has (match, LEADUP_DATE_NARRATIVE) && step == 0 && context->has_anchor &&
      context->has_reference &&
      context->anchor.kind <= leadup_date_unit_to_period ((LeadupDateUnit) unit))
    told.reference = context->anchor;

  return leadup_date_pick_unit (&told, is_narrative, unit, step, reading);
}

static gboolean
read_season (const LeadupDateContext *context,
             const LeadupDateMatch   *match,
             LeadupDateReading       *reading)
{
  int year;
  gboolean has_year = find_year (context, match, &year);

  reading->is_explicit_year = has_year;

  return leadup_date_pick_season (context, match, has_year ? &year : NULL,
                                  value_of (context, match, LEADUP_DATE_SEASON), NULL, reading);
}

static gboolean
read_holiday (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  int year;
  gboolean has_year = find_year (context, match, &year);

  reading->is_explicit_year = has_year;

  return leadup_date_pick_holiday (
      context, match,
      text_of (context, match,
               has (match, LEADUP_DATE_YEAREND) ? LEADUP_DATE_YEAREND : LEADUP_DATE_HOLIDAY),
      has_year ? &year : NULL, NULL, reading);
}

/* “the third quarter”, “Q3 1998”, “the first half of the year”. */
static gboolean
read_quarter (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  gboolean is_half = has (match, LEADUP_DATE_HALF);
  int number = has (match, LEADUP_DATE_QUARTER) ? value_of (context, match, LEADUP_DATE_QUARTER)
                                                : value_of (context, match, LEADUP_DATE_ORD);
  int year;
  gboolean has_year = find_year (context, match, &year);

  if (!has_year && has (match, LEADUP_DATE_DEICTIC) && context->has_published)
    {
      LeadupPeriod now = leadup_period_containing (LEADUP_PERIOD_YEAR, context->published);

      year = leadup_period_get_year (&now) + value_of (context, match, LEADUP_DATE_DEICTIC);
      has_year = TRUE;
      reading->is_relative = TRUE;
    }

  return leadup_date_pick_quarter (context, match, is_half, number, has_year ? &year : NULL,
                                   reading);
}

static gboolean
read_decade (const LeadupDateContext *context,
             const LeadupDateMatch   *match,
             LeadupDateReading       *reading)
{
  int year = has (match, LEADUP_DATE_DECADE) ? value_of (context, match, LEADUP_DATE_DECADE)
             : has (match, LEADUP_DATE_YEAR) ? value_of (context, match, LEADUP_DATE_YEAR)
                                             : value_of (context, match, LEADUP_DATE_SHORTYEAR);

  if (year % 10 != 0)
    return FALSE;

  reading->is_explicit_year = TRUE;

  /* “The 1600s” are a century, “the 1900s” may be ten years. */
  return set_period (reading, leadup_period_containing (year % 100 == 0 && year < 1900
                                                            ? LEADUP_PERIOD_CENTURY
                                                            : LEADUP_PERIOD_DECADE,
                                                        leadup_calendar_day_number (year, 1, 1)));
}

static gboolean
read_century (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  int number = value_of (context, match, LEADUP_DATE_ORD);
  gboolean is_before_christ = value_of (context, match, LEADUP_DATE_ERA) < 0;

  if (number < 1 || number > 30)
    return FALSE;

  if (is_before_christ)
    {
      reading->type = "DATE";
      reading->value = g_strdup_printf ("BC%02d", number - 1);
      return TRUE;
    }

  return set_period (
      reading, leadup_period_containing (LEADUP_PERIOD_CENTURY,
                                         leadup_calendar_day_number ((number - 1) * 100, 1, 1)));
}

/* “Still in use today”, “known today as”, “what is today Germany”: these times, not this day. */
static gboolean
means_these_times (const LeadupDateContext *context,
                   const LeadupDateMatch   *match)
{
  const LeadupToken *first =
      &g_array_index (context->article->tokens, LeadupToken, match->first_token);

  if (match->end_token != match->first_token + 1 ||
      value_of (context, match, LEADUP_DATE_DAYREF) != 0 ||
      strcmp (leadup_date_grammar_get_context (context->grammar, first->word), "era") != 0)
    return FALSE;
  if (context->is_narrative ||
      (context->is_of_no_day &&
       leadup_date_tense_find (context->article, match->first_token, match->end_token) == 0))
    return TRUE;

  for (guint32 i = 1; i <= 8 && i <= match->first_token; i++)
    {
      const LeadupToken *token = first - i;
      const char *kind = leadup_date_grammar_get_context (context->grammar, token->word);

      if (token->sentence != first->sentence || token->kind == LEADUP_TOKEN_PUNCTUATION)
        break;
      if (strcmp (kind, "lasting") == 0 || (i == 1 && strcmp (kind, "state") == 0))
        return TRUE;
    }

  return FALSE;
}

/* “yesterday”, “tonight”: days from the published day, or from the last date in a narrative. */
static gboolean
read_day_reference (const LeadupDateContext *context,
                    const LeadupDateMatch   *match,
                    LeadupDateReading       *reading)
{
  LeadupPeriod day;

  reading->is_relative = TRUE;
  if (means_these_times (context, match))
    return set_text (reading, "DATE", "PRESENT_REF");
  if (!context->has_published)
    return set_text (reading, "DATE", "XXXX-XX-XX");

  day = leadup_period_containing (
      LEADUP_PERIOD_DAY, context->published + value_of (context, match, LEADUP_DATE_DAYREF));

  return set_period (reading, day);
}

static gboolean
read_reference (const LeadupDateContext *context,
                const LeadupDateMatch   *match,
                LeadupDateReading       *reading)
{
  const char *value = text_of (
      context, match, has (match, LEADUP_DATE_BYGONE) ? LEADUP_DATE_BYGONE : LEADUP_DATE_REF);

  if (value == NULL)
    return FALSE;

  if (context->has_published && !context->is_narrative)
    {
      gboolean is_past = strcmp (value, "PAST_REF") == 0;
      gboolean is_future = strcmp (value, "FUTURE_REF") == 0;

      reading->has_bounds = TRUE;
      reading->from = is_past ? G_MININT64 : context->published;
      reading->to = is_future ? G_MAXINT64 : context->published;
    }

  return set_text (reading, "DATE", value);
}

/* Clock times with the day that the rule took, else the day that the text is at. */
static void
add_clock (const LeadupDateContext *context,
           const LeadupDateMatch   *match,
           LeadupDateReading       *reading)
{
  const LeadupDatePiece *clock = match->piece[LEADUP_DATE_CLOCK];
  int hour = clock != NULL ? clock->hour : value_of (context, match, LEADUP_DATE_NUM);
  int minute = clock != NULL ? MAX (clock->minute, 0) : 0;

  if (has (match, LEADUP_DATE_AMPM) && hour <= 12)
    hour = hour % 12 + value_of (context, match, LEADUP_DATE_AMPM);

  reading->period.kind = LEADUP_PERIOD_TIME;
  reading->period.hour = hour;
  reading->period.minute = minute;
  reading->period.zone = text_of (context, match, LEADUP_DATE_ZONE);
  reading->type = "TIME";
}

static void
add_day_part (const LeadupDateContext *context,
              const LeadupDateMatch   *match,
              LeadupDateReading       *reading)
{
  const char *part = text_of (context, match, LEADUP_DATE_DAYPART);

  if (part == NULL || reading->period.kind != LEADUP_PERIOD_DAY)
    return;

  reading->period.kind = LEADUP_PERIOD_TIME;
  reading->type = "TIME";
  if (g_ascii_isdigit (*part))
    {
      reading->period.hour = (int) g_ascii_strtoll (part, NULL, 10);
      reading->period.minute = 0;
    }
  else
    reading->period.day_part = part;
}

static gboolean
read_time (const LeadupDateContext *context,
           const LeadupDateMatch   *match,
           LeadupDateReading       *reading)
{
  gboolean found;

  if (has (match, LEADUP_DATE_CLOCK) && match->piece[LEADUP_DATE_CLOCK]->hour > 24)
    return FALSE;
  if (has (match, LEADUP_DATE_AMPM) && has (match, LEADUP_DATE_NUM) &&
      (value_of (context, match, LEADUP_DATE_NUM) > 12 ||
       value_of (context, match, LEADUP_DATE_NUM) < 1))
    return FALSE;

  if (has (match, LEADUP_DATE_FULL) || has (match, LEADUP_DATE_MONTH))
    found = read_date (context, match, reading);
  else if (has (match, LEADUP_DATE_WEEKDAY))
    found = read_weekday (context, match, reading);
  else if (has (match, LEADUP_DATE_DAYREF))
    found = read_day_reference (context, match, reading);
  else if (has (match, LEADUP_DATE_NARRATIVE) && context->has_reference &&
           context->reference.kind <= LEADUP_PERIOD_DAY)
    found = leadup_date_pick_unit (context, TRUE, LEADUP_DATE_UNIT_DAY,
                                   value_of (context, match, LEADUP_DATE_NARRATIVE), reading);
  else if (has (match, LEADUP_DATE_DEICTIC) && context->has_published)
    {
      int step = value_of (context, match, LEADUP_DATE_DEICTIC);

      reading->is_relative = TRUE;
      found = set_period (reading,
                          leadup_period_containing (LEADUP_PERIOD_DAY, context->published + step));
    }
  else
    found = leadup_date_pick_current_day (context, match, reading);

  if (!found || reading->period.kind != LEADUP_PERIOD_DAY)
    {
      if (found && has (match, LEADUP_DATE_DAYPART) && reading->value != NULL &&
          g_str_has_prefix (reading->value, "XXXX"))
        {
          g_autofree char *day = g_steal_pointer (&reading->value);

          reading->type = "TIME";
          reading->value =
              g_strconcat (day, "T", text_of (context, match, LEADUP_DATE_DAYPART), NULL);
        }
      return found;
    }

  if (has (match, LEADUP_DATE_CLOCK) || has (match, LEADUP_DATE_AMPM))
    add_clock (context, match, reading);
  else
    add_day_part (context, match, reading);

  return TRUE;
}

static gboolean
read_ago (const LeadupDateContext *context,
          const LeadupDateMatch   *match,
          LeadupDateReading       *reading)
{
  LeadupDateAmount amount;
  gboolean is_narrative = has (match, LEADUP_DATE_LATER);
  int direction = value_of (context, match, is_narrative ? LEADUP_DATE_LATER : LEADUP_DATE_AGO);

  reading->is_relative = TRUE;
  if (!leadup_date_amount_read (context, match, &amount))
    return FALSE;

  if (match->rule->argument[0] == 'q')
    {
      amount.count = 1;
      is_narrative = TRUE;
    }

  return leadup_date_pick_away (context, &amount, direction, is_narrative, reading);
}

static gboolean
read_duration (const LeadupDateContext *context,
               const LeadupDateMatch   *match,
               LeadupDateReading       *reading)
{
  LeadupDateAmount amount;

  if (!leadup_date_amount_read (context, match, &amount))
    return FALSE;

  reading->type = "DURATION";
  reading->value = leadup_date_amount_to_timex (&amount);
  if (has (match, LEADUP_DATE_DEICTIC) || has (match, LEADUP_DATE_RECENT))
    {
      int direction = has (match, LEADUP_DATE_DEICTIC)
                          ? value_of (context, match, LEADUP_DATE_DEICTIC)
                          : value_of (context, match, LEADUP_DATE_RECENT);

      leadup_date_amount_bound (context, &amount, direction, reading);
    }

  return TRUE;
}

static gboolean
read_set (const LeadupDateContext *context,
          const LeadupDateMatch   *match,
          LeadupDateReading       *reading)
{
  LeadupDateAmount amount;
  int weekday = value_of (context, match, LEADUP_DATE_WEEKDAY) +
                value_of (context, match, LEADUP_DATE_WEEKDAYS);
  const char *part =
      text_of (context, match,
               has (match, LEADUP_DATE_DAYPARTS) ? LEADUP_DATE_DAYPARTS : LEADUP_DATE_DAYPART);

  reading->type = "SET";
  if (has (match, LEADUP_DATE_SET))
    reading->value = g_strdup (text_of (context, match, LEADUP_DATE_SET));
  else if (weekday != 0)
    reading->value = g_strdup_printf ("XXXX-WXX-%d%s%s", weekday, part != NULL ? "T" : "",
                                      part != NULL ? part : "");
  else if (has (match, LEADUP_DATE_MONTH))
    reading->value = g_strdup_printf ("XXXX-%02d", value_of (context, match, LEADUP_DATE_MONTH));
  else if (part != NULL)
    reading->value = g_strdup_printf ("XXXX-XX-XXT%s", part);
  else if (has (match, LEADUP_DATE_SEASON))
    {
      static const char *const names[] = { "SP", "SU", "FA", "WI" };

      reading->value = g_strdup_printf (
          "XXXX-%s", names[CLAMP (value_of (context, match, LEADUP_DATE_SEASON), 0, 3)]);
    }
  else if (leadup_date_amount_read (context, match, &amount))
    reading->value = leadup_date_amount_to_timex (&amount);

  return reading->value != NULL;
}

/* “The day before last Tuesday”, “the week after Easter”. */
static gboolean
read_beside (const LeadupDateContext *context,
             const LeadupDateMatch   *match,
             LeadupDateReading       *reading)
{
  LeadupDateUnit unit = (LeadupDateUnit) value_of (context, match, LEADUP_DATE_UNIT);
  LeadupPeriodKind kind = leadup_date_unit_to_period (unit);
  LeadupDateMatch date = *match;
  gboolean found;

  date.piece[LEADUP_DATE_UNIT] = NULL;
  if (has (match, LEADUP_DATE_MONTH))
    found = read_date (context, &date, reading);
  else if (has (match, LEADUP_DATE_HOLIDAY))
    {
      int step = value_of (context, match, LEADUP_DATE_DEICTIC);

      reading->is_relative = TRUE;
      found =
          leadup_date_pick_holiday (context, match, text_of (context, match, LEADUP_DATE_HOLIDAY),
                                    NULL, step != 0 ? &step : NULL, reading);
    }
  else
    found = read_weekday (context, &date, reading);

  if (!found || reading->period.kind != LEADUP_PERIOD_DAY || kind == LEADUP_PERIOD_TIME)
    return FALSE;

  reading->period = leadup_period_containing (kind, reading->period.first);
  reading->period =
      leadup_period_shift (&reading->period, match->rule->argument[0] == 'b' ? -1 : 1);
  if (unit == LEADUP_DATE_UNIT_NIGHT)
    {
      reading->period.kind = LEADUP_PERIOD_TIME;
      reading->period.day_part = "NI";
      reading->type = "TIME";
    }

  return TRUE;
}

/* “The second half of 2024”: half a year; of anything else its beginning or its end. */
static void
take_part (const LeadupDateContext *context,
           const LeadupDateMatch   *match,
           LeadupDateReading       *reading)
{
  const char *part = text_of (context, match, LEADUP_DATE_PART);
  gboolean is_second;

  if (part == NULL || part[0] != 'H')
    {
      reading->mod = part;
      return;
    }

  is_second = part[1] == '2';
  if (reading->period.kind == LEADUP_PERIOD_YEAR)
    reading->period = leadup_period_containing (LEADUP_PERIOD_HALF,
                                                reading->period.first + (is_second ? 200 : 0));
  else
    reading->mod = is_second ? "END" : "START";
}

static const struct
{
  const char *name;
  gboolean (*read) (const LeadupDateContext *context,
                    const LeadupDateMatch *match,
                    LeadupDateReading *reading);
} actions[] = {
  { "date", read_date },         { "weekday", read_weekday }, { "deictic", read_deictic },
  { "season", read_season },     { "holiday", read_holiday }, { "quarter", read_quarter },
  { "decade", read_decade },     { "century", read_century }, { "dayref", read_day_reference },
  { "ref", read_reference },     { "time", read_time },       { "ago", read_ago },
  { "duration", read_duration }, { "set", read_set },         { "beside", read_beside },
};

void
leadup_date_reading_clear (LeadupDateReading *self)
{
  g_clear_pointer (&self->value, g_free);
}

/**
 * leadup_date_resolve:
 * @context: what the expression is relative to
 * @match: the words
 * @reading: (out): what they mean, to be cleared with leadup_date_reading_clear()
 *
 * Returns: whether the words are an expression of time after all
 */
gboolean
leadup_date_resolve (const LeadupDateContext *context,
                     const LeadupDateMatch   *match,
                     LeadupDateReading       *reading)
{
  memset (reading, 0, sizeof *reading);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (strcmp (actions[i].name, match->rule->action) != 0)
        continue;

      if (!actions[i].read (context, match, reading))
        {
          leadup_date_reading_clear (reading);
          return FALSE;
        }

      if (has (match, LEADUP_DATE_PART))
        take_part (context, match, reading);
      if (reading->period.kind != LEADUP_PERIOD_NONE && reading->value == NULL)
        reading->value = leadup_period_to_timex (&reading->period);
      if (!has (match, LEADUP_DATE_PART) && has (match, LEADUP_DATE_APPROX))
        reading->mod = text_of (context, match, LEADUP_DATE_APPROX);

      return reading->value != NULL;
    }

  return FALSE;
}
