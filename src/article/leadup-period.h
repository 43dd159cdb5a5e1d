/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

/* Pieces of the calendar, from fine to coarse. */
typedef enum
{
  LEADUP_PERIOD_NONE,
  LEADUP_PERIOD_TIME,
  LEADUP_PERIOD_DAY,
  LEADUP_PERIOD_WEEKEND,
  LEADUP_PERIOD_WEEK,
  LEADUP_PERIOD_MONTH,
  LEADUP_PERIOD_SEASON,
  LEADUP_PERIOD_QUARTER,
  LEADUP_PERIOD_HALF,
  LEADUP_PERIOD_YEAR,
  LEADUP_PERIOD_DECADE,
  LEADUP_PERIOD_CENTURY,
} LeadupPeriodKind;

/**
 * LeadupPeriod:
 * @first: day number of its first day
 * @last: day number of its last day
 * @hour: of a time, −1 where only @day_part is known
 * @minute: −1 = not said
 * @day_part: (nullable): TIMEX3 name of a part of the day (“MO”, “NI”)
 * @zone: (nullable): offset of a time, “Z” or “+05:30”
 *
 * A piece of the calendar that a date expression means. A plain value; a winter has the year in
 * which it begins.
 */
typedef struct
{
  LeadupPeriodKind  kind;
  gint64            first;
  gint64            last;
  int               hour;
  int               minute;
  const char       *day_part;
  const char       *zone;
} LeadupPeriod;

LeadupPeriod leadup_period_containing (LeadupPeriodKind    kind,
                                       gint64              day);
gboolean leadup_period_holds_next (const LeadupPeriod *self,
                                   LeadupPeriodKind kind);
LeadupPeriod leadup_period_shift      (const LeadupPeriod *self,
                                       gint64              count);
LeadupPeriod leadup_period_season     (int                 year,
                                       int                 season);
int          leadup_period_get_year   (const LeadupPeriod *self);
gint64       leadup_day_add           (gint64              day,
                                       LeadupPeriodKind    unit,
                                       gint64              count);
char        *leadup_period_to_timex   (const LeadupPeriod *self) G_GNUC_WARN_UNUSED_RESULT;
char        *leadup_period_to_edtf    (const LeadupPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean leadup_period_begins_in_year_before (const LeadupPeriod *self,
                                              gint64              day);

G_END_DECLS
