/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupInstant:
 *
 * Microseconds from 1970-01-01T00:00Z, proleptic Gregorian, years −290,000 … +290,000; the year 0
 * exists. The two bounds stand for “not known, before everything” and “… after everything”.
 */
typedef gint64 LeadupInstant;

#define LEADUP_INSTANT_MIN   (G_MININT64)
#define LEADUP_INSTANT_MAX   (G_MAXINT64)
#define LEADUP_USEC_SECOND   (G_GINT64_CONSTANT (1000000))
#define LEADUP_USEC_MINUTE   (60 * LEADUP_USEC_SECOND)
#define LEADUP_USEC_HOUR     (60 * LEADUP_USEC_MINUTE)
#define LEADUP_USEC_DAY      (24 * LEADUP_USEC_HOUR)
#define LEADUP_YEAR_MIN      (-290000)
#define LEADUP_YEAR_MAX      (290000)

/**
 * LeadupCivil:
 *
 * A wall-clock reading without a zone. @month and @day count from 1.
 */
typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int microsecond;
} LeadupCivil;

/**
 * LeadupUnit:
 *
 * Calendar units, from fine to coarse.
 */
typedef enum
{
  LEADUP_UNIT_MILLISECOND,
  LEADUP_UNIT_SECOND,
  LEADUP_UNIT_MINUTE,
  LEADUP_UNIT_HOUR,
  LEADUP_UNIT_DAY,
  LEADUP_UNIT_WEEK,
  LEADUP_UNIT_MONTH,
  LEADUP_UNIT_QUARTER,
  LEADUP_UNIT_YEAR,
  LEADUP_UNIT_DECADE,
  LEADUP_UNIT_CENTURY,
  LEADUP_UNIT_MILLENNIUM,
} LeadupUnit;

gboolean      leadup_calendar_is_leap_year   (int                year);
int           leadup_calendar_days_in_month  (int                year,
                                              int                month);
gboolean      leadup_calendar_is_valid_date  (int                year,
                                              int                month,
                                              int                day);
gint64        leadup_calendar_day_number     (int                year,
                                              int                month,
                                              int                day);
void          leadup_calendar_from_day_number (gint64            day_number,
                                              int               *year,
                                              int               *month,
                                              int               *day);
int           leadup_calendar_weekday        (gint64             day_number);
gboolean      leadup_calendar_iso_week       (gint64             day_number,
                                              int               *iso_year,
                                              int               *iso_week);
gint64        leadup_calendar_iso_week_start (int                iso_year,
                                              int                iso_week);
LeadupInstant leadup_calendar_to_instant     (const LeadupCivil *civil);
void          leadup_calendar_from_instant   (LeadupInstant      instant,
                                              LeadupCivil       *civil);
LeadupInstant leadup_calendar_date_instant   (int                year,
                                              int                month,
                                              int                day);
LeadupInstant leadup_calendar_floor          (LeadupInstant      instant,
                                              LeadupUnit         unit,
                                              int                step);
LeadupInstant leadup_calendar_add            (LeadupInstant      instant,
                                              LeadupUnit         unit,
                                              gint64             count);

G_END_DECLS
