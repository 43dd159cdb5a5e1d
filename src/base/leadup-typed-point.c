/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-edtf.h"
#include "base/leadup-typed-point-private.h"
#include "base/leadup-when-format.h"
#include "base/leadup-zone.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
year_text (int year)
{
  if (year > 9999 || year < -9999)
    return g_strdup_printf ("Y%d", year);

  return year < 0 ? g_strdup_printf ("-%04d", -year) : g_strdup_printf ("%04d", year);
}

static int
year_of (gint64 day)
{
  int year;

  leadup_calendar_from_day_number (day, &year, NULL, NULL);

  return year;
}

/* Fills @point from plain EDTF text. */
static gboolean
set_point (const LeadupTypedReader *reader,
           LeadupTypedPoint        *point,
           char                    *edtf)
{
  LeadupEdtf read;
  GError *error = NULL;

  g_free (point->edtf);
  point->edtf = edtf;
  if (!leadup_edtf_parse (edtf, point->part, &read, &error))
    {
      leadup_typed_refuse (reader, "%s", error->message);
      g_error_free (error);
      return FALSE;
    }
  point->first =
      leadup_calendar_floor (read.bounds.start_earliest, LEADUP_UNIT_DAY, 1) / LEADUP_USEC_DAY;
  point->last =
      (leadup_calendar_floor (read.bounds.end_latest - 1, LEADUP_UNIT_DAY, 1)) / LEADUP_USEC_DAY;

  return TRUE;
}

static gboolean
set_days (const LeadupTypedReader *reader,
          LeadupTypedPoint        *point,
          gint64                   first,
          gint64                   last)
{
  return set_point (reader, point, leadup_edtf_from_days (first, last));
}

static gboolean
set_ago (LeadupTypedReader      *reader,
         const LeadupTypedSlots *slots,
         LeadupTypedPoint       *point)
{
  LeadupUnit unit = slots->unit >= 0 ? (LeadupUnit) slots->unit : LEADUP_UNIT_DAY;
  gint64 count = slots->number >= 0 ? slots->number : 1;
  LeadupInstant moment;
  LeadupCivil civil;

  if (slots->unit < 0 || slots->unit > LEADUP_UNIT_CENTURY)
    return leadup_typed_refuse (reader, _ ("Ago how many of what? Write, say, 3 days ago"));
  if (count > 100000)
    return leadup_typed_refuse (reader, _ ("That is too long ago"));

  reader->is_relative = TRUE;
  moment = leadup_calendar_add (reader->today * LEADUP_USEC_DAY, unit, slots->ago * count);
  leadup_calendar_from_instant (moment, &civil);
  if (unit <= LEADUP_UNIT_WEEK)
    {
      point->is_approximate = unit == LEADUP_UNIT_WEEK;
      return set_days (reader, point, moment / LEADUP_USEC_DAY, moment / LEADUP_USEC_DAY);
    }

  point->is_approximate = TRUE;
  if (unit <= LEADUP_UNIT_QUARTER && civil.year >= -9999 && civil.year <= 9999)
    {
      g_autofree char *year = year_text (civil.year);

      return set_point (reader, point, g_strdup_printf ("%s-%02d", year, civil.month));
    }

  return set_point (reader, point, year_text (civil.year));
}

/* last week, this year, next Tuesday, the past three months. */
static gboolean
set_turn (LeadupTypedReader      *reader,
          const LeadupTypedSlots *slots,
          LeadupTypedPoint       *point)
{
  LeadupInstant today = reader->today * LEADUP_USEC_DAY;
  LeadupInstant from, to;
  int unit = slots->unit == (int) LEADUP_TYPED_WEEKEND ? (int) LEADUP_UNIT_WEEK : slots->unit;

  reader->is_relative = TRUE;
  if (slots->number >= 0)
    {
      if (slots->number > 100000 || unit > LEADUP_UNIT_CENTURY)
        return leadup_typed_refuse (reader, _ ("That is too long"));
      point->is_within = TRUE;
      from = leadup_calendar_add (today, (LeadupUnit) unit, slots->turn * slots->number);
      return set_days (reader, point, MIN (from, today) / LEADUP_USEC_DAY,
                       MAX (from, today) / LEADUP_USEC_DAY);
    }

  from = leadup_calendar_floor (today, (LeadupUnit) unit, 1);
  from = leadup_calendar_add (from, (LeadupUnit) unit, slots->turn);
  to = leadup_calendar_add (from, (LeadupUnit) unit, 1);
  if (slots->unit == (int) LEADUP_TYPED_WEEKEND)
    {
      point->is_within = TRUE;
      from += 5 * LEADUP_USEC_DAY;
    }
  if (unit == LEADUP_UNIT_WEEK && slots->unit == unit)
    {
      int year, week;

      if (!leadup_calendar_iso_week (from / LEADUP_USEC_DAY, &year, &week) || year < 0 ||
          year > 9999)
        return leadup_typed_refuse (reader, _ ("That week is out of reach"));
      return set_point (reader, point, g_strdup_printf ("%04d-W%02d", year, week));
    }
  if (unit == LEADUP_UNIT_QUARTER)
    {
      LeadupCivil civil;
      g_autofree char *year = NULL;

      leadup_calendar_from_instant (from, &civil);
      year = year_text (civil.year);
      return set_point (reader, point,
                        g_strdup_printf ("%s-%02d", year, 33 + (civil.month - 1) / 3));
    }

  return set_days (reader, point, from / LEADUP_USEC_DAY, to / LEADUP_USEC_DAY - 1);
}

/* The latest such day: “Tuesday” may be today, “last Tuesday” may not. */
static gboolean
set_weekday (LeadupTypedReader      *reader,
             const LeadupTypedSlots *slots,
             LeadupTypedPoint       *point)
{
  int back = leadup_calendar_weekday (reader->today) - slots->weekday;
  gint64 day;

  reader->is_relative = TRUE;
  back += back < 0 ? 7 : 0;
  day = reader->today - back;
  if (slots->has_turn && slots->turn < 0 && back == 0)
    day -= 7;
  if (slots->has_turn && slots->turn > 0)
    day += 7;
  if (slots->has_turn && slots->turn == 0)
    day = reader->today - leadup_calendar_weekday (reader->today) + slots->weekday;

  return set_days (reader, point, day, day);
}

static int
get_year (LeadupTypedReader *reader,
          LeadupTypedSlots  *slots,
          int                month,
          int                day)
{
  int year;

  if (slots->has_year)
    return slots->era < 0 ? 1 - slots->year : slots->year;

  /* The last one that has begun. */
  reader->is_relative = TRUE;
  year = year_of (reader->today);
  if (leadup_calendar_day_number (year, month, MAX (day, 1)) > reader->today)
    year--;
  if (slots->has_turn)
    year = year_of (reader->today) + slots->turn;
  /* The 29th of February. */
  for (int i = 0; i < 8 && day > 28 && !leadup_calendar_is_valid_date (year, month, day) &&
                  day <= leadup_calendar_days_in_month (2000, month);
       i++)
    year--;

  return year;
}

static gboolean
check_weekday (const LeadupTypedReader *reader,
               const LeadupTypedSlots  *slots,
               const LeadupTypedPoint  *point)
{
  g_autofree char *day = NULL;

  if (slots->weekday == 0 || point->first != point->last ||
      leadup_calendar_weekday (point->first) == slots->weekday)
    return TRUE;

  day = leadup_instant_format (point->first * LEADUP_USEC_DAY, LEADUP_UNIT_DAY);

  return leadup_typed_refuse (reader,
                              _ ("%s is not that day of the week; leave out one of the two"), day);
}

static gboolean
set_date (LeadupTypedReader *reader,
          LeadupTypedSlots  *slots,
          LeadupTypedPoint  *point)
{
  g_autofree char *year = NULL;
  int y;

  if (slots->date.meaning == LEADUP_TYPED_DATE)
    {
      year = year_text (slots->date.year);
      return set_point (
                 reader, point,
                 slots->date.day != 0
                     ? g_strdup_printf ("%s-%02d-%02d", year, slots->date.month, slots->date.day)
                     : g_strdup_printf ("%s-%02d", year, slots->date.month)) &&
             check_weekday (reader, slots, point);
    }

  y = get_year (reader, slots, slots->month, slots->day);
  if (slots->has_year && slots->year == 0 && slots->era != 0)
    return leadup_typed_refuse (reader, _ ("There is no year 0 BC or AD 0"));
  if (y < -9999 || y > 9999)
    return leadup_typed_refuse (reader, _ ("Years of more than four digits stand alone"));
  year = year_text (y);
  if (slots->day >= 0)
    return set_point (reader, point,
                      g_strdup_printf ("%s-%02d-%02d", year, slots->month, MIN (slots->day, 99))) &&
           check_weekday (reader, slots, point);

  return set_point (reader, point, g_strdup_printf ("%s-%02d", year, slots->month));
}

/* Years and longer. */
static gboolean
set_years (LeadupTypedReader *reader,
           LeadupTypedSlots  *slots,
           LeadupTypedPoint  *point)
{
  int season_month = slots->season > 36   ? (slots->season == 41 ? 7 : 1)
                     : slots->season > 32 ? (slots->season - 33) * 3 + 1
                                          : (slots->season - 20) * 3;
  g_autofree char *year = NULL;

  if (slots->decade >= 0)
    {
      if (slots->decade % 10 != 0 || slots->decade > 9999)
        return leadup_typed_refuse (reader, _ ("A decade is written like 1990s"));
      return set_point (reader, point, g_strdup_printf ("%03dX", slots->decade / 10));
    }
  if (slots->century > 0)
    {
      if (slots->century > 100)
        return leadup_typed_refuse (reader, _ ("A century is written like 19th century"));
      return set_point (
          reader, point,
          g_strdup_printf ("%s%02dXX", slots->era < 0 ? "-" : "", slots->century - 1));
    }
  if (slots->era != 0 && slots->year == 0)
    return leadup_typed_refuse (reader, _ ("There is no year 0 BC or AD 0"));

  year = year_text (get_year (reader, slots, season_month, 1));
  if (slots->season > 0)
    return set_point (reader, point, g_strdup_printf ("%s-%02d", year, slots->season));
  if (slots->week > 0)
    return set_point (reader, point, g_strdup_printf ("%s-W%02d", year, MIN (slots->week, 99)));

  return set_point (reader, point, g_strdup (year));
}

/* The day, month, year or what else the words name, without the time of day. */
static gboolean
set_base (LeadupTypedReader *reader,
          LeadupTypedSlots  *slots,
          LeadupTypedPoint  *point)
{
  if (slots->ago != 0)
    return set_ago (reader, slots, point);
  if (slots->has_day_ref)
    {
      reader->is_relative = TRUE;
      return set_days (reader, point, reader->today + slots->day_ref,
                       reader->today + slots->day_ref);
    }
  if (slots->month > 0 || slots->date.meaning == LEADUP_TYPED_DATE)
    return set_date (reader, slots, point);
  if (slots->weekday > 0)
    return set_weekday (reader, slots, point);
  if (slots->has_turn && slots->unit >= 0)
    return set_turn (reader, slots, point);
  if (slots->season > 0 || slots->week > 0 || slots->decade >= 0 || slots->century > 0 ||
      slots->has_year)
    return set_years (reader, slots, point);
  if (slots->time >= 0 || slots->day_part >= 0)
    {
      /* last night, this morning */
      gint64 day = reader->today + (slots->has_turn ? slots->turn : 0);

      reader->is_relative = TRUE;
      return set_days (reader, point, day, day);
    }

  return leadup_typed_refuse (reader,
                              _ ("Write a date: 4 Mar 2025, ~2025-03, mid-2024, before 4 March"));
}

/* The week that a day lies in, with “week of” before it. */
static gboolean
apply_unit (LeadupTypedReader *reader,
            LeadupTypedSlots  *slots,
            LeadupTypedPoint  *point)
{
  int year, week;

  if (slots->unit < 0 || slots->ago != 0 || slots->has_turn)
    return TRUE;
  if (slots->unit != LEADUP_UNIT_WEEK || point->first != point->last ||
      !leadup_calendar_iso_week (point->first, &year, &week) || year < 0)
    return leadup_typed_refuse (reader,
                                _ ("Which one? Write, say, last week or week of 3 March 2025"));

  return set_point (reader, point, g_strdup_printf ("%04d-W%02d", year, week));
}

static char *
hour_text (gint64 day,
           int    hour)
{
  g_autofree char *date = leadup_edtf_from_days (day + hour / 24, day + hour / 24);

  return g_strdup_printf ("%sT%02d:00", date, hour % 24);
}

/* Somewhere in a part of the day. The end is the minute before the next part. */
static gboolean
apply_day_part (LeadupTypedReader *reader,
                LeadupTypedSlots  *slots,
                LeadupTypedPoint  *point)
{
  const LeadupTypedDayPart *part = &leadup_typed_day_parts[slots->day_part];
  int end = part->from_hour + part->n_hours - 1;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (point->first != point->last || point->is_within || year_of (point->first) < -9999 ||
      year_of (point->first) > 9998)
    return leadup_typed_refuse (reader, _ ("A morning, evening or night needs one day"));

  from = hour_text (point->first, part->from_hour);
  to = hour_text (point->first, end);
  to[strlen (to) - 2] = '5';
  to[strlen (to) - 1] = '9';
  point->is_within = TRUE;
  point->has_time = TRUE;

  return set_point (reader, point, g_strdup_printf ("%s/%s", from, to));
}

static gboolean
apply_time (LeadupTypedReader *reader,
            LeadupTypedSlots  *slots,
            LeadupTypedPoint  *point)
{
  int seconds = (int) (slots->time / LEADUP_USEC_SECOND);
  g_autofree char *clock = NULL;
  g_autofree char *offset = NULL;

  if (point->first != point->last || strchr (point->edtf, 'X') != NULL || point->part != 0)
    return leadup_typed_refuse (reader, _ ("A time needs the day: 4 March 2025 03:15"));

  if (slots->time_unit == LEADUP_UNIT_HOUR)
    clock = g_strdup_printf ("%02d", seconds / 3600);
  else if (slots->time_unit == LEADUP_UNIT_MINUTE)
    clock = g_strdup_printf ("%02d:%02d", seconds / 3600, seconds / 60 % 60);
  else
    clock = g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  if (slots->zone->len > 0)
    {
      point->zone = leadup_zone_find (slots->zone->str);
      if (point->zone == NULL)
        return leadup_typed_refuse (
            reader,
            _ ("The time zone “%s” is not known; write a city such as Kyiv, UTC, "
               "or +02:00"),
            slots->zone->str);
    }
  if (slots->has_offset && (point->zone == NULL || g_str_equal (point->zone, "UTC")))
    {
      g_clear_pointer (&point->zone, g_free);
      offset = g_strdup_printf ("%c%02d:%02d", slots->offset < 0 ? '-' : '+',
                                ABS (slots->offset) / 60, ABS (slots->offset) % 60);
    }
  else if (g_strcmp0 (point->zone, "UTC") == 0)
    {
      offset = g_strdup ("Z");
    }
  point->has_time = TRUE;

  return set_point (reader, point,
                    g_strdup_printf ("%sT%s%s", point->edtf, clock, offset != NULL ? offset : ""));
}

/* One date that takes all words from @from to @to. @defaults lends it month and year: “3” of “3 to
 * 9 March”. */
gboolean
leadup_typed_point_read (LeadupTypedReader *reader,
                         guint              from,
                         guint              to,
                         int                default_year,
                         int                default_month,
                         LeadupTypedPoint  *point)
{
  LeadupTypedSlots slots;
  gboolean is_read = from < to || leadup_typed_refuse (reader, _ ("A date is missing"));

  *point = (LeadupTypedPoint) { 0 };
  leadup_typed_slots_init (&slots);
  for (guint i = from; is_read && i < to; i++)
    is_read = leadup_typed_slots_put (reader, &slots, i);

  if (is_read && default_month > 0 && slots.month == 0 && slots.number > 0 && !slots.has_year)
    slots.month = default_month;
  if (is_read && default_year != G_MININT && !slots.has_year &&
      (slots.month > 0 || slots.season > 0))
    {
      slots.has_year = TRUE;
      slots.year = default_year;
    }
  point->part = slots.part;
  is_read = is_read && leadup_typed_slots_settle (reader, &slots) &&
            set_base (reader, &slots, point) && apply_unit (reader, &slots, point) &&
            (slots.day_part < 0 || apply_day_part (reader, &slots, point)) &&
            (slots.time < 0 || apply_time (reader, &slots, point));
  point->is_approximate |= slots.is_approximate;
  point->is_uncertain |= slots.is_uncertain;
  g_string_free (slots.zone, TRUE);

  return is_read;
}

void
leadup_typed_point_clear (LeadupTypedPoint *point)
{
  g_clear_pointer (&point->edtf, g_free);
  g_clear_pointer (&point->zone, g_free);
}
