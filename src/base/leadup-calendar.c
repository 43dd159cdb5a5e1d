/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-calendar.h"

/* Day numbers whose year fits an int with room to spare. */
#define DAY_NUMBER_LIMIT (G_GINT64_CONSTANT (700000000000))

/* 400 years of the Gregorian calendar repeat exactly, weekdays included. */
#define DAYS_PER_ERA (146097)

static gint64
floor_div (gint64 a,
           gint64 b)
{
  gint64 quotient = a / b;

  if (a % b != 0 && (a < 0) != (b < 0))
    quotient--;

  return quotient;
}

static gint64
floor_mod (gint64 a,
           gint64 b)
{
  gint64 rest = a % b;

  return rest != 0 && (a < 0) != (b < 0) ? rest + b : rest;
}

static LeadupInstant
saturated_product (gint64 count,
                   gint64 width)
{
  gint64 product;

  if (__builtin_mul_overflow (count, width, &product))
    return (count < 0) != (width < 0) ? LEADUP_INSTANT_MIN : LEADUP_INSTANT_MAX;

  return product;
}

static LeadupInstant
saturated_sum (gint64 a,
               gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return a < 0 ? LEADUP_INSTANT_MIN : LEADUP_INSTANT_MAX;

  return sum;
}

/* The first day of a month, counted from year 0 without a limit on either number.
 *
 * After Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms” (days_from_civil): years
 * begin in March, so that the leap day is the last one. */
static gint64
month_start (gint64 year,
             gint64 month)
{
  gint64 y = year + floor_div (month - 1, 12);
  gint64 m = floor_mod (month - 1, 12) + 1;
  gint64 era, year_of_era, day_of_year;

  if (m <= 2)
    y--;
  era = floor_div (y, 400);
  year_of_era = y - era * 400;
  day_of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5;

  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - 719468;
}

static LeadupInstant
month_instant (gint64 months)
{
  gint64 year = CLAMP (floor_div (months, 12), -1000000, 1000000);

  return saturated_product (month_start (year, floor_mod (months, 12) + 1), LEADUP_USEC_DAY);
}

/* How many microseconds a unit of constant length has, or 0. */
static gint64
constant_width (LeadupUnit unit)
{
  static const gint64 widths[LEADUP_UNIT_MILLENNIUM + 1] = {
    [LEADUP_UNIT_MILLISECOND] = 1000,          [LEADUP_UNIT_SECOND] = LEADUP_USEC_SECOND,
    [LEADUP_UNIT_MINUTE] = LEADUP_USEC_MINUTE, [LEADUP_UNIT_HOUR] = LEADUP_USEC_HOUR,
    [LEADUP_UNIT_DAY] = LEADUP_USEC_DAY,       [LEADUP_UNIT_WEEK] = 7 * LEADUP_USEC_DAY,
  };

  return widths[unit];
}

/* How many months a longer unit has. */
static gint64
month_width (LeadupUnit unit)
{
  static const gint64 widths[LEADUP_UNIT_MILLENNIUM + 1] = {
    [LEADUP_UNIT_MONTH] = 1,    [LEADUP_UNIT_QUARTER] = 3,    [LEADUP_UNIT_YEAR] = 12,
    [LEADUP_UNIT_DECADE] = 120, [LEADUP_UNIT_CENTURY] = 1200, [LEADUP_UNIT_MILLENNIUM] = 12000,
  };

  return widths[unit];
}

static gint64
months_of (const LeadupCivil *civil)
{
  return (gint64) civil->year * 12 + civil->month - 1;
}

gboolean
leadup_calendar_is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * leadup_calendar_days_in_month:
 *
 * Returns: 28 to 31, or 0 where there is no such month
 */
int
leadup_calendar_days_in_month (int year,
                               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  if (month == 2 && leadup_calendar_is_leap_year (year))
    return 29;

  return days[month - 1];
}

/**
 * leadup_calendar_is_valid_date:
 *
 * Returns: whether there is such a day and its year lies within %LEADUP_YEAR_MIN and
 *   %LEADUP_YEAR_MAX
 */
gboolean
leadup_calendar_is_valid_date (int year,
                               int month,
                               int day)
{
  return year >= LEADUP_YEAR_MIN && year <= LEADUP_YEAR_MAX && day >= 1 &&
         day <= leadup_calendar_days_in_month (year, month);
}

/**
 * leadup_calendar_day_number:
 * @year: astronomical year: 0 is 1 BC, −43 is 44 BC
 * @month: counted from 1; more than 12 or less than 1 runs into the next or the last years
 * @day: counted from 1; runs over likewise
 *
 * Returns: days from 1970-01-01
 */
gint64
leadup_calendar_day_number (int year,
                            int month,
                            int day)
{
  return month_start (year, month) + day - 1;
}

/**
 * leadup_calendar_from_day_number:
 * @day_number: days from 1970-01-01; beyond ±700,000,000,000 it counts as that
 * @year: (out) (optional): astronomical year
 * @month: (out) (optional): counted from 1
 * @day: (out) (optional): counted from 1
 *
 * The reverse of leadup_calendar_day_number(), after the same paper (civil_from_days).
 */
void
leadup_calendar_from_day_number (gint64 day_number,
                                 int   *year,
                                 int   *month,
                                 int   *day)
{
  gint64 days = CLAMP (day_number, -DAY_NUMBER_LIMIT, DAY_NUMBER_LIMIT) + 719468;
  gint64 era = floor_div (days, DAYS_PER_ERA);
  gint64 day_of_era = days - era * DAYS_PER_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted = (5 * day_of_year + 2) / 153;
  gint64 m = shifted < 10 ? shifted + 3 : shifted - 9;

  if (year != NULL)
    *year = (int) (year_of_era + era * 400 + (m <= 2 ? 1 : 0));
  if (month != NULL)
    *month = (int) m;
  if (day != NULL)
    *day = (int) (day_of_year - (153 * shifted + 2) / 5 + 1);
}

/**
 * leadup_calendar_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
leadup_calendar_weekday (gint64 day_number)
{
  /* 1970-01-01 was a Thursday. The first remainder keeps the sum from running over. */
  return (int) (floor_mod (floor_mod (day_number, 7) + 3, 7) + 1);
}

/**
 * leadup_calendar_iso_week:
 * @iso_year: (out): the year that the week belongs to, that of its Thursday
 * @iso_week: (out): 1 to 53
 *
 * Returns: %FALSE where the day lies beyond the years that the calendar covers
 */
gboolean
leadup_calendar_iso_week (gint64 day_number,
                          int   *iso_year,
                          int   *iso_week)
{
  gint64 thursday;
  int year;

  if (day_number < month_start (LEADUP_YEAR_MIN, 1) ||
      day_number >= month_start (LEADUP_YEAR_MAX + 1, 1))
    return FALSE;

  thursday = day_number - leadup_calendar_weekday (day_number) + 4;
  leadup_calendar_from_day_number (thursday, &year, NULL, NULL);
  *iso_year = year;
  *iso_week = (int) ((thursday - month_start (year, 1)) / 7) + 1;

  return TRUE;
}

/**
 * leadup_calendar_iso_week_start:
 *
 * Returns: the day number of the Monday of that week
 */
gint64
leadup_calendar_iso_week_start (int iso_year,
                                int iso_week)
{
  /* The 4th of January always lies in week 1. */
  gint64 fourth = month_start (iso_year, 1) + 3;

  return fourth - leadup_calendar_weekday (fourth) + 1 + 7 * ((gint64) iso_week - 1);
}

/**
 * leadup_calendar_to_instant:
 *
 * Returns: the instant that @civil is in UTC; what lies beyond the range becomes
 *   %LEADUP_INSTANT_MIN or %LEADUP_INSTANT_MAX
 */
LeadupInstant
leadup_calendar_to_instant (const LeadupCivil *civil)
{
  gint64 time = civil->hour * LEADUP_USEC_HOUR + civil->minute * LEADUP_USEC_MINUTE +
                civil->second * LEADUP_USEC_SECOND + civil->microsecond;

  return saturated_sum (leadup_calendar_date_instant (civil->year, civil->month, civil->day), time);
}

/**
 * leadup_calendar_from_instant:
 * @civil: (out): the reading of a clock in UTC
 */
void
leadup_calendar_from_instant (LeadupInstant instant,
                              LeadupCivil  *civil)
{
  gint64 days = floor_div (instant, LEADUP_USEC_DAY);
  gint64 rest = floor_mod (instant, LEADUP_USEC_DAY);

  leadup_calendar_from_day_number (days, &civil->year, &civil->month, &civil->day);
  civil->hour = (int) (rest / LEADUP_USEC_HOUR);
  civil->minute = (int) (rest / LEADUP_USEC_MINUTE % 60);
  civil->second = (int) (rest / LEADUP_USEC_SECOND % 60);
  civil->microsecond = (int) (rest % LEADUP_USEC_SECOND);
}

/**
 * leadup_calendar_date_instant:
 *
 * Returns: 00:00 UTC of that day; arguments and limits are those of leadup_calendar_day_number()
 *   and leadup_calendar_to_instant()
 */
LeadupInstant
leadup_calendar_date_instant (int year,
                              int month,
                              int day)
{
  return saturated_product (leadup_calendar_day_number (year, month, day), LEADUP_USEC_DAY);
}

/**
 * leadup_calendar_floor:
 * @unit: what to round to
 * @step: how many of @unit, 1 to 1,000,000
 *
 * Rounds down to a multiple of @step units. Weeks begin on Monday; months, quarters and longer
 * units count from the year 0 (so decades begin in years that end in 0), shorter ones from
 * 1970-01-01.
 *
 * Returns: the beginning of the unit; the two unbounded instants stay what they are
 */
LeadupInstant
leadup_calendar_floor (LeadupInstant instant,
                       LeadupUnit    unit,
                       int           step)
{
  gint64 width;
  gint64 offset = unit == LEADUP_UNIT_WEEK ? 3 * LEADUP_USEC_DAY : 0;
  LeadupCivil civil;

  g_return_val_if_fail (unit <= LEADUP_UNIT_MILLENNIUM, instant);
  g_return_val_if_fail (step >= 1 && step <= 1000000, instant);

  if (instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX)
    return instant;

  width = constant_width (unit);
  if (width != 0)
    {
      gint64 past;

      width *= step;
      /* Remainders first: the instant plus the offset may run over. */
      past = floor_mod (floor_mod (instant, width) + floor_mod (offset, width), width);
      return saturated_sum (instant, -past);
    }

  leadup_calendar_from_instant (instant, &civil);
  width = month_width (unit) * step;

  return month_instant (floor_div (months_of (&civil), width) * width);
}

/**
 * leadup_calendar_add:
 * @count: how many of @unit; negative to go back
 *
 * The day of the month is kept where the month is long enough, else it becomes the last one
 * (31 January and a month is 28 or 29 February). The time of day is kept.
 *
 * Returns: the instant; what lies beyond the range becomes %LEADUP_INSTANT_MIN or
 *   %LEADUP_INSTANT_MAX, and these two stay what they are
 */
LeadupInstant
leadup_calendar_add (LeadupInstant instant,
                     LeadupUnit    unit,
                     gint64        count)
{
  gint64 width, months;
  LeadupCivil civil;

  g_return_val_if_fail (unit <= LEADUP_UNIT_MILLENNIUM, instant);

  if (instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX)
    return instant;

  width = constant_width (unit);
  if (width != 0)
    return saturated_sum (instant, saturated_product (count, width));

  leadup_calendar_from_instant (instant, &civil);
  months = saturated_sum (saturated_product (count, month_width (unit)), months_of (&civil));
  if (months < (gint64) LEADUP_YEAR_MIN * 12 - 12000)
    return LEADUP_INSTANT_MIN;
  if (months > (gint64) LEADUP_YEAR_MAX * 12 + 12000)
    return LEADUP_INSTANT_MAX;

  civil.year = (int) floor_div (months, 12);
  civil.month = (int) floor_mod (months, 12) + 1;
  civil.day = MIN (civil.day, leadup_calendar_days_in_month (civil.year, civil.month));

  return leadup_calendar_to_instant (&civil);
}
