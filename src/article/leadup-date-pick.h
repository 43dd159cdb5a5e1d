/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-date-duration.h"

G_BEGIN_DECLS

/* Which of the days, months, years that fit the words is meant: by tense, by the dates before, by
 * the published day. Each fills a reading and says whether there is any. */

gboolean leadup_date_pick_is_ahead       (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match);
gboolean leadup_date_pick_month_day      (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          const int               *year,
                                          int                      month,
                                          int                      day,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_day            (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          int                      day,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_weekday        (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          int                      weekday,
                                          const char              *step,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_season         (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          const int               *year,
                                          int                      season,
                                          const int               *step,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_holiday        (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          const char              *definition,
                                          const int               *year,
                                          const int               *step,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_unit           (const LeadupDateContext *context,
                                          gboolean                 is_narrative,
                                          int                      unit,
                                          int                      step,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_relative_month (const LeadupDateContext *context,
                                          gboolean                 is_narrative,
                                          int                      month,
                                          int                      day,
                                          int                      step,
                                          gboolean                 of_year,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_weekend        (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_quarter        (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          gboolean                 is_half,
                                          int                      number,
                                          const int               *year,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_current_day    (const LeadupDateContext *context,
                                          const LeadupDateMatch   *match,
                                          LeadupDateReading       *reading);
gboolean leadup_date_pick_away           (const LeadupDateContext *context,
                                          const LeadupDateAmount  *amount,
                                          int                      direction,
                                          gboolean                 is_narrative,
                                          LeadupDateReading       *reading);

G_END_DECLS
