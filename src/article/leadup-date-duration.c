/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-duration.h"

#include <string.h>

static const struct
{
  const char *prefix;
  const char *letter;
  int factor;
  LeadupPeriodKind period;
  const char *half; /* of one, in smaller units */
} units[] = {
  [LEADUP_DATE_UNIT_SECOND] = { "PT", "S", 1, LEADUP_PERIOD_TIME },
  [LEADUP_DATE_UNIT_MINUTE] = { "PT", "M", 1, LEADUP_PERIOD_TIME, "30S" },
  [LEADUP_DATE_UNIT_HOUR] = { "PT", "H", 1, LEADUP_PERIOD_TIME, "30M" },
  [LEADUP_DATE_UNIT_NIGHT] = { "P", "D", 1, LEADUP_PERIOD_DAY },
  [LEADUP_DATE_UNIT_DAY] = { "P", "D", 1, LEADUP_PERIOD_DAY },
  [LEADUP_DATE_UNIT_WEEKEND] = { "P", "WE", 1, LEADUP_PERIOD_WEEKEND },
  [LEADUP_DATE_UNIT_WEEK] = { "P", "W", 1, LEADUP_PERIOD_WEEK },
  [LEADUP_DATE_UNIT_FORTNIGHT] = { "P", "W", 2, LEADUP_PERIOD_WEEK },
  [LEADUP_DATE_UNIT_MONTH] = { "P", "M", 1, LEADUP_PERIOD_MONTH },
  [LEADUP_DATE_UNIT_QUARTER] = { "P", "Q", 1, LEADUP_PERIOD_QUARTER },
  [LEADUP_DATE_UNIT_SEASON] = { "P", "M", 3, LEADUP_PERIOD_SEASON },
  [LEADUP_DATE_UNIT_YEAR] = { "P", "Y", 1, LEADUP_PERIOD_YEAR, "6M" },
  [LEADUP_DATE_UNIT_DECADE] = { "P", "DE", 1, LEADUP_PERIOD_DECADE },
  [LEADUP_DATE_UNIT_CENTURY] = { "P", "CE", 1, LEADUP_PERIOD_CENTURY },
  [LEADUP_DATE_UNIT_MILLENNIUM] = { "P", "ML", 1, LEADUP_PERIOD_CENTURY },
};

LeadupPeriodKind
leadup_date_unit_to_period (LeadupDateUnit unit)
{
  return units[MIN (unit, LEADUP_DATE_UNIT_MILLENNIUM)].period;
}

/* What is no part of one, as in “2 3/2”, adds nothing. */
static int
read_hundredths (const LeadupDatePiece *numerator,
                 const LeadupDatePiece *denominator)
{
  if (denominator == NULL || numerator->number <= 0 || numerator->number >= denominator->number)
    return 0;

  return (int) ((gint64) numerator->number * 100 / denominator->number);
}

/**
 * leadup_date_amount_read:
 * @context: with the grammar
 * @match: with a unit and perhaps a number
 * @amount: (out): the amount; one where no number is said, a vague number of bare plurals
 *
 * Returns: whether @match has a unit
 */
gboolean
leadup_date_amount_read (const LeadupDateContext *context,
                         const LeadupDateMatch   *match,
                         LeadupDateAmount        *amount)
{
  LeadupDateClass class =
      match->piece[LEADUP_DATE_UNIT] != NULL ? LEADUP_DATE_UNIT : LEADUP_DATE_UNITS;
  const LeadupDatePiece *number = match->piece[LEADUP_DATE_NUM];

  if (match->piece[class] == NULL)
    return FALSE;

  amount->unit = (LeadupDateUnit) CLAMP (
      leadup_date_grammar_get_value (context->grammar, match->piece[class]->row, class, NULL),
      LEADUP_DATE_UNIT_SECOND, LEADUP_DATE_UNIT_MILLENNIUM);
  amount->hundredths = match->piece[LEADUP_DATE_HALF] != NULL ? 50 : 0;
  amount->count = 1;
  amount->is_vague = FALSE;

  /* “2 1/2”: pieces have no gaps. */
  if (number != NULL && strcmp (match->rule->argument, "fraction") == 0)
    amount->hundredths = read_hundredths (&number[1], match->second[LEADUP_DATE_NUM]);

  if (match->piece[LEADUP_DATE_VAGUE] != NULL)
    amount->is_vague = TRUE;
  else if (number != NULL)
    amount->count = number->number;
  else if (amount->hundredths != 0 && match->rule->argument[0] == 'h')
    amount->count = 0;
  else if (match->piece[LEADUP_DATE_ORD] != NULL)
    amount->count = match->piece[LEADUP_DATE_ORD]->number;
  else if (class == LEADUP_DATE_UNITS)
    amount->is_vague = TRUE;

  return TRUE;
}

/**
 * leadup_date_amount_to_timex:
 * @self: an amount
 *
 * Returns: (transfer full): its TIMEX3 value
 */
char *
leadup_date_amount_to_timex (const LeadupDateAmount *self)
{
  const char *prefix = units[self->unit].prefix;
  const char *letter = units[self->unit].letter;
  gint64 count = (gint64) self->count * units[self->unit].factor;

  if (self->is_vague)
    return g_strdup_printf ("%sX%s", prefix, letter);
  /* “Two decades” are counted in years, “a decade” is one. */
  if (self->unit == LEADUP_DATE_UNIT_DECADE && self->hundredths == 0 && count > 1)
    return g_strdup_printf ("P%" G_GINT64_FORMAT "Y", count * 10);
  if (self->hundredths == 50 && units[self->unit].factor == 1 && units[self->unit].half != NULL)
    return count == 0 ? g_strdup_printf ("%s%s", prefix, units[self->unit].half)
                      : g_strdup_printf ("%s%" G_GINT64_FORMAT "%s%s", prefix, count, letter,
                                         units[self->unit].half);
  if (self->hundredths % 10 != 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d%s", prefix, count, self->hundredths,
                            letter);
  if (self->hundredths != 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d%s", prefix, count, self->hundredths / 10,
                            letter);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", prefix, count, letter);
}

/**
 * leadup_date_amount_move:
 * @self: an amount, not vague
 * @day: a day number
 * @direction: −1 or 1
 *
 * Returns: the day so much away
 */
gint64
leadup_date_amount_move (const LeadupDateAmount *self,
                         gint64                  day,
                         int                     direction)
{
  gint64 count = (gint64) self->count * units[self->unit].factor * direction;

  if (units[self->unit].period == LEADUP_PERIOD_TIME)
    {
      static const int per_day[] = { 86400, 1440, 24 };

      return day + count / per_day[self->unit];
    }

  if (self->unit == LEADUP_DATE_UNIT_MILLENNIUM)
    count *= 10;

  return leadup_day_add (day, units[self->unit].period, count);
}

/**
 * leadup_date_amount_bound:
 * @context: with the published day
 * @self: an amount
 * @direction: below 0 up to now, above 0 from now on
 * @reading: gets the bounds
 *
 * “Over the last 20 years” has bounds, “in recent months” only one.
 */
void
leadup_date_amount_bound (const LeadupDateContext *context,
                          const LeadupDateAmount  *self,
                          int                      direction,
                          LeadupDateReading       *reading)
{
  gint64 other;

  if (!context->has_published || context->is_narrative || direction == 0)
    return;

  other = self->is_vague
              ? (direction < 0 ? G_MININT64 : G_MAXINT64)
              : leadup_date_amount_move (self, context->published, direction < 0 ? -1 : 1);
  reading->has_bounds = TRUE;
  reading->is_relative = TRUE;
  reading->from = direction < 0 ? other : context->published;
  reading->to = direction < 0 ? context->published : other;
}
