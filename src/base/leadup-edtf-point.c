/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-edtf-point-private.h"

#include "base/leadup-error.h"
#include "base/leadup-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_PATTERN (4)

/* Digits of one component, some of which may be “X”. */
typedef struct
{
  char digits[MAX_PATTERN];
  int length;
  gboolean is_negative;
} Pattern;

/* Which months the numbers 21 to 41 of ISO 8601-2 stand for. Seasons without a hemisphere are read
 * as the northern ones. A winter belongs to the year in which it begins. */
static const struct
{
  int number;
  int first_month;
  int months;
  LeadupPrecision precision;
} seasons[] = {
  { 21, 3, 3, LEADUP_PRECISION_SEASON },  { 22, 6, 3, LEADUP_PRECISION_SEASON },
  { 23, 9, 3, LEADUP_PRECISION_SEASON },  { 24, 12, 3, LEADUP_PRECISION_SEASON },
  { 25, 3, 3, LEADUP_PRECISION_SEASON },  { 26, 6, 3, LEADUP_PRECISION_SEASON },
  { 27, 9, 3, LEADUP_PRECISION_SEASON },  { 28, 12, 3, LEADUP_PRECISION_SEASON },
  { 29, 9, 3, LEADUP_PRECISION_SEASON },  { 30, 12, 3, LEADUP_PRECISION_SEASON },
  { 31, 3, 3, LEADUP_PRECISION_SEASON },  { 32, 6, 3, LEADUP_PRECISION_SEASON },
  { 33, 1, 3, LEADUP_PRECISION_QUARTER }, { 34, 4, 3, LEADUP_PRECISION_QUARTER },
  { 35, 7, 3, LEADUP_PRECISION_QUARTER }, { 36, 10, 3, LEADUP_PRECISION_QUARTER },
  { 37, 1, 4, LEADUP_PRECISION_SEASON },  { 38, 5, 4, LEADUP_PRECISION_SEASON },
  { 39, 9, 4, LEADUP_PRECISION_SEASON },  { 40, 1, 6, LEADUP_PRECISION_SEASON },
  { 41, 7, 6, LEADUP_PRECISION_SEASON },
};

static gboolean
take (LeadupEdtfCursor *cursor,
      char              c)
{
  if (leadup_edtf_at_end (cursor) || *cursor->p != c)
    return FALSE;

  cursor->p++;

  return TRUE;
}

/* Level 1 has “?”, “~” and “%” behind the date, level 2 also beside a component. */
static void
take_qualifiers (LeadupEdtfCursor *cursor,
                 LeadupEdtf       *out)
{
  while (!leadup_edtf_at_end (cursor) && strchr ("?~%", *cursor->p) != NULL)
    {
      if (*cursor->p != '~')
        out->is_uncertain = TRUE;
      if (*cursor->p != '?')
        out->is_approximate = TRUE;
      cursor->p++;
    }
}

static gboolean
take_pattern (LeadupEdtfCursor *cursor,
              int               length,
              Pattern          *pattern)
{
  if (cursor->end - cursor->p < length)
    return FALSE;

  pattern->length = length;
  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (cursor->p[i]) && cursor->p[i] != 'X')
        return FALSE;
      pattern->digits[i] = cursor->p[i];
    }
  cursor->p += length;

  return TRUE;
}

/* Reads exactly @length digits. */
static gboolean
take_number (LeadupEdtfCursor *cursor,
             int               length,
             int              *number)
{
  int sum = 0;

  if (cursor->end - cursor->p < length)
    return FALSE;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (cursor->p[i]))
        return FALSE;
      sum = sum * 10 + (cursor->p[i] - '0');
    }
  cursor->p += length;
  *number = sum;

  return TRUE;
}

static int
count_unspecified (const Pattern *pattern)
{
  int count = 0;

  for (int i = 0; i < pattern->length; i++)
    count += pattern->digits[i] == 'X' ? 1 : 0;

  return count;
}

/* How many of the last digits are “X”. */
static int
count_unspecified_tail (const Pattern *pattern)
{
  int count = 0;

  while (count < pattern->length && pattern->digits[pattern->length - 1 - count] == 'X')
    count++;

  return count;
}

/* How many numbers match. */
static int
pattern_size (const Pattern *pattern)
{
  int size = 1;

  for (int i = count_unspecified (pattern); i > 0; i--)
    size *= 10;

  return size;
}

/* The number at @index of those that match, in ascending order. */
static int
pattern_value (const Pattern *pattern,
               int            index)
{
  int rest = pattern->is_negative ? pattern_size (pattern) - 1 - index : index;
  int place = 1;
  int value = 0;

  for (int i = pattern->length - 1; i >= 0; i--)
    {
      if (pattern->digits[i] == 'X')
        {
          value += rest % 10 * place;
          rest /= 10;
        }
      else
        {
          value += (pattern->digits[i] - '0') * place;
        }
      place *= 10;
    }

  return pattern->is_negative ? -value : value;
}

/* The first (or the last) day that matches all three patterns. */
static gboolean
find_matching_day (const Pattern *year,
                   const Pattern *month,
                   const Pattern *day,
                   gboolean       last,
                   gint64        *day_number)
{
  int years = pattern_size (year);
  /* No more of “XX” than there can be: 00 to 12, 00 to 31. */
  int months = MIN (pattern_size (month), 13), days = MIN (pattern_size (day), 32);

  for (int i = 0; i < years; i++)
    {
      int y = pattern_value (year, last ? years - 1 - i : i);

      for (int j = 0; j < months; j++)
        {
          int m = pattern_value (month, last ? months - 1 - j : j);

          for (int k = 0; m >= 1 && m <= 12 && k < days; k++)
            {
              int d = pattern_value (day, last ? days - 1 - k : k);

              if (leadup_calendar_is_valid_date (y, m, d))
                {
                  *day_number = leadup_calendar_day_number (y, m, d);
                  return TRUE;
                }
            }
        }
    }

  return FALSE;
}

static LeadupPrecision
year_precision (const Pattern *year)
{
  switch (count_unspecified (year))
    {
    case 0:
      return LEADUP_PRECISION_YEAR;
    case 1:
      return count_unspecified_tail (year) == 1 ? LEADUP_PRECISION_DECADE
                                                : LEADUP_PRECISION_CENTURY;
    case 4:
      return LEADUP_PRECISION_UNDATED;
    default:
      return LEADUP_PRECISION_CENTURY;
    }
}

/* How fine a date is of which some digits are unspecified, and whether it is one whole unit. */
static void
set_precision (LeadupEdtf    *out,
               const Pattern *year,
               const Pattern *month,
               const Pattern *day)
{
  int in_year = count_unspecified (year);
  int in_month = count_unspecified (month);
  int in_day = count_unspecified (day);

  out->is_whole = in_year == 0;
  if (in_year > 0)
    {
      out->precision = year_precision (year);
      out->is_whole =
          in_year <= 2 && count_unspecified_tail (year) == in_year && in_month == 2 && in_day == 2;
    }
  else if (in_month > 0)
    {
      out->precision = LEADUP_PRECISION_YEAR;
      out->is_whole = in_month == 2 && in_day == 2;
    }
  else if (in_day > 0)
    {
      out->precision = LEADUP_PRECISION_MONTH;
      out->is_whole = in_day == 2;
    }
  else
    {
      out->precision = LEADUP_PRECISION_DAY;
    }
}

static gboolean
resolve_date (const LeadupEdtfCursor *cursor,
              const Pattern          *year,
              const Pattern          *month,
              const Pattern          *day,
              LeadupEdtf             *out,
              GError                **error)
{
  gint64 first, last;
  gboolean is_one_day;
  int m = pattern_value (month, 0);

  if (count_unspecified (month) == 0 && (m < 1 || m > 12))
    return leadup_edtf_refuse (
        cursor, error, _ ("there is no month %02d; months are 01 to 12, seasons 21 to 41"), m);

  is_one_day =
    count_unspecified (year) + count_unspecified (month) + count_unspecified (day) == 0;
  if (!find_matching_day (year, month, day, FALSE, &first) ||
      (!is_one_day && !find_matching_day (year, month, day, TRUE, &last)))
    {
      if (!is_one_day)
        return leadup_edtf_refuse (cursor, error, _ ("no day matches it"));

      return leadup_edtf_refuse (cursor, error, _ ("month %02d of that year has %d days"), m,
                                 leadup_calendar_days_in_month (pattern_value (year, 0), m));
    }

  if (is_one_day)
    last = first;
  leadup_edtf_set_bounds (out, first * LEADUP_USEC_DAY, (last + 1) * LEADUP_USEC_DAY);
  set_precision (out, year, month, day);

  return TRUE;
}

static gboolean
resolve_season (const LeadupEdtfCursor *cursor,
                int                     year,
                int                     number,
                LeadupEdtf             *out,
                GError                **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      if (seasons[i].number == number)
        {
          int first = seasons[i].first_month;

          leadup_edtf_set_bounds (
              out, leadup_calendar_date_instant (year, first, 1),
              leadup_calendar_date_instant (year, first + seasons[i].months, 1));
          out->precision = seasons[i].precision;
          out->season = number;
          out->is_whole = TRUE;
          return TRUE;
        }
    }

  return leadup_edtf_refuse (
      cursor, error, _ ("there is no month %02d; months are 01 to 12, seasons 21 to 41"), number);
}

/* “Y12345”, “Y-12345”: years of more than four digits. */
static gboolean
parse_long_year (LeadupEdtfCursor *cursor,
                 LeadupEdtf       *out,
                 GError          **error)
{
  gboolean is_negative = take (cursor, '-');
  gint64 year = 0;
  int digits = 0;

  for (; !leadup_edtf_at_end (cursor) && g_ascii_isdigit (*cursor->p); cursor->p++, digits++)
    year = MIN (year * 10 + (*cursor->p - '0'), G_MAXINT);

  if (digits < 5)
    return leadup_edtf_refuse (cursor, error,
                               _ ("“Y” stands before a year of more than four digits"));
  if (year > LEADUP_YEAR_MAX)
    return leadup_edtf_refuse (cursor, error, _ ("years reach from %d to %d"), LEADUP_YEAR_MIN,
                               LEADUP_YEAR_MAX);
  if (is_negative)
    year = -year;

  leadup_edtf_set_bounds (out, leadup_calendar_date_instant ((int) year, 1, 1),
                          leadup_calendar_date_instant ((int) year + 1, 1, 1));
  out->precision = LEADUP_PRECISION_YEAR;
  out->is_whole = TRUE;
  take_qualifiers (cursor, out);

  return TRUE;
}

/* “2025-W37” and “2025-W37-2”, behind the W. */
static gboolean
parse_week (LeadupEdtfCursor *cursor,
            int               year,
            LeadupEdtf       *out,
            GError          **error)
{
  int week, weekday;
  gint64 first;

  if (!take_number (cursor, 2, &week))
    return leadup_edtf_refuse (cursor, error, _ ("a week is written like 2025-W37"));

  first = leadup_calendar_iso_week_start (year, week);
  if (week < 1 || first >= leadup_calendar_iso_week_start (year + 1, 1))
    return leadup_edtf_refuse (cursor, error, _ ("that year has no week %02d"), week);

  out->is_whole = TRUE;
  out->precision = LEADUP_PRECISION_WEEK;
  if (take (cursor, '-'))
    {
      if (!take_number (cursor, 1, &weekday) || weekday < 1 || weekday > 7)
        return leadup_edtf_refuse (cursor, error,
                                   _ ("a day of a week is 1 (Monday) to 7 (Sunday)"));
      out->precision = LEADUP_PRECISION_DAY;
      first += weekday - 1;
      leadup_edtf_set_bounds (out, first * LEADUP_USEC_DAY, (first + 1) * LEADUP_USEC_DAY);
    }
  else
    {
      leadup_edtf_set_bounds (out, first * LEADUP_USEC_DAY, (first + 7) * LEADUP_USEC_DAY);
    }
  take_qualifiers (cursor, out);

  return TRUE;
}

/* The time of day in microseconds and how long the finest named unit lasts. */
static gboolean
parse_clock (LeadupEdtfCursor *cursor,
             gint64           *time,
             gint64           *width,
             LeadupUnit       *unit)
{
  int hour, minute = 0, second = 0;
  gint64 fraction = 0;

  if (!take_number (cursor, 2, &hour))
    return FALSE;
  *width = LEADUP_USEC_HOUR;
  *unit = LEADUP_UNIT_HOUR;

  if (take (cursor, ':'))
    {
      if (!take_number (cursor, 2, &minute))
        return FALSE;
      *width = LEADUP_USEC_MINUTE;
      *unit = LEADUP_UNIT_MINUTE;

      if (take (cursor, ':'))
        {
          if (!take_number (cursor, 2, &second))
            return FALSE;
          *width = LEADUP_USEC_SECOND;
          *unit = LEADUP_UNIT_SECOND;

          if (take (cursor, '.') || take (cursor, ','))
            {
              if (leadup_edtf_at_end (cursor) || !g_ascii_isdigit (*cursor->p))
                return FALSE;
              *unit = LEADUP_UNIT_MILLISECOND;
              for (; !leadup_edtf_at_end (cursor) && g_ascii_isdigit (*cursor->p); cursor->p++)
                {
                  /* What is finer than a microsecond is dropped. */
                  if (*width == 1)
                    continue;
                  *width /= 10;
                  fraction += (*cursor->p - '0') * *width;
                }
            }
        }
    }

  *time = hour * LEADUP_USEC_HOUR + minute * LEADUP_USEC_MINUTE + second * LEADUP_USEC_SECOND +
          fraction;

  /* ISO 8601 has 24:00 for the end of a day and a 60th second where one is inserted. */
  return (hour <= 23 || *time == LEADUP_USEC_DAY) && minute <= 59 &&
         (second <= 59 || (second == 60 && minute == 59));
}

static gboolean
parse_offset (LeadupEdtfCursor *cursor,
              LeadupEdtf       *out)
{
  int hours, minutes = 0;
  gboolean is_negative;

  out->has_zone = TRUE;
  if (take (cursor, 'Z'))
    return TRUE;

  is_negative = take (cursor, '-');
  if (!is_negative && !take (cursor, '+'))
    return FALSE;
  if (!take_number (cursor, 2, &hours))
    return FALSE;
  if (!leadup_edtf_at_end (cursor) && (*cursor->p == ':' || g_ascii_isdigit (*cursor->p)))
    {
      take (cursor, ':');
      if (!take_number (cursor, 2, &minutes))
        return FALSE;
    }

  out->utc_offset_s = (hours * 60 + minutes) * (is_negative ? -60 : 60);

  return hours <= 18 && minutes <= 59;
}

/* What stands behind the T. @out has the bounds of the day. */
static gboolean
parse_time (LeadupEdtfCursor *cursor,
            LeadupEdtf       *out,
            GError          **error)
{
  LeadupInstant from, to;
  gint64 time, width;

  if (out->precision != LEADUP_PRECISION_DAY)
    return leadup_edtf_refuse (cursor, error,
                               _ ("a time of day needs a full date, as in 2025-03-04T03:15Z"));

  if (!parse_clock (cursor, &time, &width, &out->time_unit))
    return leadup_edtf_refuse (cursor, error,
                               _ ("a time is written like T03:15 or T03:15:00, 00:00 to 24:00"));

  from = out->bounds.start_earliest + time;
  to = from + width;

  if (!leadup_edtf_at_end (cursor) && strchr ("Z+-", *cursor->p) != NULL)
    {
      if (!parse_offset (cursor, out))
        return leadup_edtf_refuse (
            cursor, error,
            _ ("the offset from UTC is written as Z or like +02:00, up to 18 hours"));
      from -= out->utc_offset_s * LEADUP_USEC_SECOND;
      to -= out->utc_offset_s * LEADUP_USEC_SECOND;
    }
  else if (cursor->zone != NULL)
    {
      LeadupInstant earliest, latest;

      if (leadup_zone_to_utc (cursor->zone, from, &earliest, &latest))
        {
          out->has_zone = TRUE;
          out->utc_offset_s = (int) ((from - earliest) / LEADUP_USEC_SECOND);
          from = earliest;
          to = latest + width;
        }
    }

  out->precision = LEADUP_PRECISION_TIME;
  out->is_whole = TRUE;
  leadup_edtf_set_bounds (out, from, to);
  take_qualifiers (cursor, out);

  return TRUE;
}

/* Month, season or week, day and time, behind the year. */
static gboolean
parse_after_year (LeadupEdtfCursor *cursor,
                  const Pattern    *year,
                  LeadupEdtf       *out,
                  GError          **error)
{
  Pattern month = { .digits = "XX", .length = 2 };
  Pattern day = { .digits = "XX", .length = 2 };

  if (take (cursor, '-'))
    {
      if (count_unspecified (year) == 0 && take (cursor, 'W'))
        return parse_week (cursor, pattern_value (year, 0), out, error);

      take_qualifiers (cursor, out);
      if (!take_pattern (cursor, 2, &month))
        return leadup_edtf_refuse (cursor, error, _ ("the month has two digits, as in 2025-03"));
      take_qualifiers (cursor, out);

      if (count_unspecified (year) + count_unspecified (&month) == 0 &&
          pattern_value (&month, 0) > 12 && leadup_edtf_at_end (cursor))
        return resolve_season (cursor, pattern_value (year, 0), pattern_value (&month, 0), out,
                               error);

      if (take (cursor, '-'))
        {
          take_qualifiers (cursor, out);
          if (!take_pattern (cursor, 2, &day))
            return leadup_edtf_refuse (cursor, error,
                                       _ ("the day has two digits, as in 2025-03-04"));
          take_qualifiers (cursor, out);
        }
    }

  if (!resolve_date (cursor, year, &month, &day, out, error))
    return FALSE;

  return take (cursor, 'T') ? parse_time (cursor, out, error) : TRUE;
}

/* What most dates are: a day with nothing unspecified, alone or before a time. Takes nothing where
 * it is anything else. */
static gboolean
take_day (LeadupEdtfCursor *cursor,
          LeadupEdtf       *out)
{
  LeadupEdtfCursor ahead = *cursor;
  int year, month, day;
  gint64 number;

  if (!take_number (&ahead, 4, &year) || !take (&ahead, '-') || !take_number (&ahead, 2, &month) ||
      !take (&ahead, '-') || !take_number (&ahead, 2, &day) ||
      (!leadup_edtf_at_end (&ahead) && *ahead.p != 'T') ||
      !leadup_calendar_is_valid_date (year, month, day))
    return FALSE;

  number = leadup_calendar_day_number (year, month, day);
  leadup_edtf_set_bounds (out, number * LEADUP_USEC_DAY, (number + 1) * LEADUP_USEC_DAY);
  out->precision = LEADUP_PRECISION_DAY;
  out->is_whole = TRUE;
  cursor->p = ahead.p;

  return TRUE;
}

/**
 * leadup_edtf_refuse:
 * @format: why, and how it should look
 *
 * Sets an error that quotes the whole text.
 *
 * Returns: %FALSE
 */
gboolean
leadup_edtf_refuse (const LeadupEdtfCursor *cursor,
                    GError                **error,
                    const char             *format,
                    ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("The date “%s” cannot be read: %s"),
               cursor->text, reason);

  return FALSE;
}

void
leadup_edtf_set_bounds (LeadupEdtf   *out,
                        LeadupInstant from,
                        LeadupInstant to)
{
  out->bounds.start_earliest = from;
  out->bounds.start_latest = to;
  out->bounds.end_earliest = from;
  out->bounds.end_latest = to;
}

/**
 * leadup_edtf_season_months:
 * @season: 21 to 41
 *
 * Returns: how many months it has, or 0 where there is no such part of the year
 */
int
leadup_edtf_season_months (int season)
{
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      if (seasons[i].number == season)
        return seasons[i].months;
    }

  return 0;
}

/**
 * leadup_edtf_parse_point:
 * @cursor: at the beginning of a date; its end is the end of the date
 * @out: (out): what the date says
 *
 * Reads one date: everything but intervals and lists.
 */
gboolean
leadup_edtf_parse_point (LeadupEdtfCursor *cursor,
                         LeadupEdtf       *out,
                         GError          **error)
{
  Pattern year = { 0 };

  memset (out, 0, sizeof *out);
  take_qualifiers (cursor, out);

  if (take_day (cursor, out))
    {
      if (take (cursor, 'T') && !parse_time (cursor, out, error))
        return FALSE;
    }
  else if (take (cursor, 'Y'))
    {
      if (!parse_long_year (cursor, out, error))
        return FALSE;
    }
  else
    {
      year.is_negative = take (cursor, '-');
      if (!take_pattern (cursor, 4, &year))
        return leadup_edtf_refuse (
            cursor, error,
            _ ("a date begins with a year of four digits, as in 2025, 2025-03 or 2025-03-04"));
      if (year.is_negative && count_unspecified (&year) == 0 && pattern_value (&year, 0) == 0)
        return leadup_edtf_refuse (cursor, error, _ ("the year 0000 has no sign"));
      take_qualifiers (cursor, out);

      if (!parse_after_year (cursor, &year, out, error))
        return FALSE;
    }

  if (!leadup_edtf_at_end (cursor))
    return leadup_edtf_refuse (cursor, error, _ ("nothing may follow at character %d"),
                               (int) (cursor->p - cursor->text) + 1);

  return TRUE;
}
