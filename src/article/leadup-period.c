/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-period.h"

#include "base/leadup-edtf.h"

/* Meteorological seasons of the northern half, spring first. */
static const char *const season_names[] = { "SP", "SU", "FA", "WI" };

static int
floor_to (int value,
          int step)
{
  return value - ((value % step) + step) % step;
}

static LeadupPeriod
months (LeadupPeriodKind kind,
        int              year,
        int              month,
        int              n_months)
{
  LeadupPeriod period = { .kind = kind, .hour = -1, .minute = -1 };
  int end = month - 1 + n_months;

  period.first = leadup_calendar_day_number (year, month, 1);
  period.last = leadup_calendar_day_number (year + end / 12, end % 12 + 1, 1) - 1;

  return period;
}

static LeadupPeriod
days (LeadupPeriodKind kind,
      gint64           first,
      gint64           last)
{
  LeadupPeriod period = { .kind = kind, .first = first, .last = last, .hour = -1, .minute = -1 };

  return period;
}

/* Index of the season that holds a month, and the year in which that season begins. */
static int
find_season (int  month,
             int *year)
{
  if (month <= 2)
    *year -= 1;

  return ((month + 9) % 12) / 3;
}

/**
 * leadup_period_season:
 * @year: in which it begins
 * @season: 0 spring … 3 winter
 *
 * Returns: the season
 */
LeadupPeriod
leadup_period_season (int year,
                      int season)
{
  return months (LEADUP_PERIOD_SEASON, year, 3 + 3 * CLAMP (season, 0, 3), 3);
}

/**
 * leadup_period_containing:
 * @kind: of the period; not %LEADUP_PERIOD_NONE
 * @day: a day number
 *
 * Returns: the period of that kind that @day is in
 */
LeadupPeriod
leadup_period_containing (LeadupPeriodKind kind,
                          gint64           day)
{
  int year, month, in_month, weekday;

  leadup_calendar_from_day_number (day, &year, &month, &in_month);
  weekday = leadup_calendar_weekday (day);

  switch (kind)
    {
    case LEADUP_PERIOD_WEEKEND:
      return days (kind, day - weekday + 6, day - weekday + 7);
    case LEADUP_PERIOD_WEEK:
      return days (kind, day - weekday + 1, day - weekday + 7);
    case LEADUP_PERIOD_MONTH:
      return months (kind, year, month, 1);
    case LEADUP_PERIOD_SEASON:
      {
        int season = find_season (month, &year);

        return leadup_period_season (year, season);
      }
    case LEADUP_PERIOD_QUARTER:
      return months (kind, year, floor_to (month - 1, 3) + 1, 3);
    case LEADUP_PERIOD_HALF:
      return months (kind, year, floor_to (month - 1, 6) + 1, 6);
    case LEADUP_PERIOD_YEAR:
      return months (kind, year, 1, 12);
    case LEADUP_PERIOD_DECADE:
      return months (kind, floor_to (year, 10), 1, 120);
    case LEADUP_PERIOD_CENTURY:
      return months (kind, floor_to (year, 100), 1, 1200);
    case LEADUP_PERIOD_NONE:
    case LEADUP_PERIOD_TIME:
    case LEADUP_PERIOD_DAY:
    default:
      return days (LEADUP_PERIOD_DAY, day, day);
    }
}

/**
 * leadup_day_add:
 * @day: a day number
 * @unit: of @count
 * @count: how many, may be negative
 *
 * Returns: the day so much later; in a shorter month its last day
 */
gint64
leadup_day_add (gint64           day,
                LeadupPeriodKind unit,
                gint64           count)
{
  static const int unit_months[] = {
    [LEADUP_PERIOD_MONTH] = 1,      [LEADUP_PERIOD_SEASON] = 3, [LEADUP_PERIOD_QUARTER] = 3,
    [LEADUP_PERIOD_HALF] = 6,       [LEADUP_PERIOD_YEAR] = 12,  [LEADUP_PERIOD_DECADE] = 120,
    [LEADUP_PERIOD_CENTURY] = 1200,
  };
  int year, month, in_month;
  gint64 total;

  count = CLAMP (count, -100000, 100000);
  if (unit <= LEADUP_PERIOD_DAY)
    return day + count;
  if (unit <= LEADUP_PERIOD_WEEK)
    return day + 7 * count;

  leadup_calendar_from_day_number (day, &year, &month, &in_month);
  total = (gint64) year * 12 + month - 1 + count * unit_months[unit];
  total = CLAMP (total, -9999 * 12, 9999 * 12 + 11);
  month = (int) (total % 12);
  if (month < 0)
    month += 12;
  year = (int) ((total - month) / 12);

  return leadup_calendar_day_number (
      year, month + 1, MIN (in_month, leadup_calendar_days_in_month (year, month + 1)));
}

/**
 * leadup_period_shift:
 * @self: a period
 * @count: how many periods of its kind
 *
 * Returns: the period of the same kind so much later
 */
LeadupPeriod
leadup_period_shift (const LeadupPeriod *self,
                     gint64              count)
{
  g_return_val_if_fail (self != NULL, days (LEADUP_PERIOD_DAY, 0, 0));

  return leadup_period_containing (self->kind, leadup_day_add (self->first, self->kind, count));
}

int
leadup_period_get_year (const LeadupPeriod *self)
{
  int year, month, day;

  g_return_val_if_fail (self != NULL, 0);

  leadup_calendar_from_day_number (self->first, &year, &month, &day);

  return year;
}

/* Without a format: articles have thousands of dates. */
static void
append_number (GString *string,
               int      number,
               int      n_digits)
{
  char digits[8];

  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    digits[i] = (char) ('0' + number % 10);
  g_string_append_len (string, digits, n_digits);
}

static void
append_year (GString *string,
             int      year)
{
  /* TIMEX3 counts years before Christ from 1, the calendar has a year 0. */
  if (year <= 0)
    g_string_append_printf (string, "BC%04d", 1 - year);
  else if (year <= 9999)
    append_number (string, year, 4);
  else
    g_string_append_printf (string, "%04d", year);
}

static void
append_time (GString            *string,
             const LeadupPeriod *self)
{
  g_string_append_c (string, 'T');
  if (self->hour < 0)
    g_string_append (string, self->day_part != NULL ? self->day_part : "");
  else if (self->minute < 0)
    g_string_append_printf (string, "%02d", self->hour);
  else
    g_string_append_printf (string, "%02d:%02d", self->hour, self->minute);
}

/**
 * leadup_period_to_timex:
 * @self: a period
 *
 * Returns: (transfer full): its TIMEX3 value
 */
char *
leadup_period_to_timex (const LeadupPeriod *self)
{
  GString *string = g_string_new (NULL);
  int year, month, day, iso_year, iso_week;

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  leadup_calendar_from_day_number (self->first, &year, &month, &day);

  switch (self->kind)
    {
    case LEADUP_PERIOD_WEEK:
    case LEADUP_PERIOD_WEEKEND:
      if (leadup_calendar_iso_week (self->first, &iso_year, &iso_week))
        g_string_append_printf (string, "%04d-W%02d%s", iso_year, iso_week,
                                self->kind == LEADUP_PERIOD_WEEKEND ? "-WE" : "");
      break;
    case LEADUP_PERIOD_DECADE:
    case LEADUP_PERIOD_CENTURY:
      append_year (string, year);
      if (year > 0)
        g_string_truncate (string, self->kind == LEADUP_PERIOD_DECADE ? 3 : 2);
      break;
    case LEADUP_PERIOD_NONE:
    case LEADUP_PERIOD_TIME:
    case LEADUP_PERIOD_DAY:
    case LEADUP_PERIOD_MONTH:
    case LEADUP_PERIOD_SEASON:
    case LEADUP_PERIOD_QUARTER:
    case LEADUP_PERIOD_HALF:
    case LEADUP_PERIOD_YEAR:
    default:
      append_year (string, year);
      if (self->kind == LEADUP_PERIOD_SEASON)
        g_string_append_printf (string, "-%s", season_names[find_season (month, &year)]);
      else if (self->kind == LEADUP_PERIOD_QUARTER)
        g_string_append_printf (string, "-Q%d", (month - 1) / 3 + 1);
      else if (self->kind == LEADUP_PERIOD_HALF)
        g_string_append_printf (string, "-H%d", (month - 1) / 6 + 1);
      else if (self->kind != LEADUP_PERIOD_YEAR)
        {
          g_string_append_c (string, '-');
          append_number (string, month, 2);
          if (self->kind != LEADUP_PERIOD_MONTH)
            {
              g_string_append_c (string, '-');
              append_number (string, day, 2);
            }
        }
      if (self->kind == LEADUP_PERIOD_TIME)
        append_time (string, self);
      break;
    }

  return g_string_free (string, FALSE);
}

/**
 * leadup_period_holds_next:
 * @self: when something was
 * @kind: how long a step is
 *
 * Returns: whether what came a step after something of @self mostly was in @self as well: the day
 * after a raid in May, the month after one in 2019
 */
gboolean
leadup_period_holds_next (const LeadupPeriod *self,
                          LeadupPeriodKind    kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == LEADUP_PERIOD_YEAR ? kind <= LEADUP_PERIOD_MONTH
                                          : self->kind == LEADUP_PERIOD_MONTH &&
                                                kind == LEADUP_PERIOD_DAY;
}

/**
 * leadup_period_to_edtf:
 * @self: a period
 *
 * Returns: (transfer full): EDTF text that leadup_edtf_parse() reads
 */
char *
leadup_period_to_edtf (const LeadupPeriod *self)
{
  int year, month, day;

  g_return_val_if_fail (self != NULL, NULL);

  leadup_calendar_from_day_number (self->first, &year, &month, &day);

  if (self->kind == LEADUP_PERIOD_TIME && self->hour >= 0 && year >= 0 && year <= 9999)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00%s", year, month, day, self->hour % 24,
                            MAX (self->minute, 0), self->zone != NULL ? self->zone : "");
  if (self->kind == LEADUP_PERIOD_SEASON && year >= 0 && year <= 9999)
    return g_strdup_printf ("%04d-%02d", year, 21 + find_season (month, &year));
  if (self->kind == LEADUP_PERIOD_QUARTER && year >= 0 && year <= 9999)
    return g_strdup_printf ("%04d-%02d", year, 33 + (month - 1) / 3);

  return leadup_edtf_from_days (self->first, self->last);
}

/**
 * leadup_period_begins_in_year_before:
 * @self: a period
 * @day: a day number
 *
 * Returns: whether a history that has come to @self is told as news on @day, from where its “last
 * month” counts
 */
gboolean
leadup_period_begins_in_year_before (const LeadupPeriod *self,
                                     gint64              day)
{
  return self->first <= day && self->first > day - 366;
}
