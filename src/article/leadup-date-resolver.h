/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-date-matcher.h"
#include "article/leadup-period.h"

G_BEGIN_DECLS

/**
 * LeadupDateContext:
 * @has_published: whether @published (a day number) is known
 * @is_narrative: the text tells of a past of its own: dates follow from dates before them, not
 *   from the published day
 * @is_of_no_day: it is about no day of its own: “today” means these times
 * @has_reference: whether @reference, the last piece of the calendar that was mentioned, is known
 * @reference_end: behind the words of @reference
 * @anchor: the last one that is not counted from the published day, if @has_anchor
 * @year_sentence: sentence of the last explicit year, which is @year
 *
 * What an expression of time is relative to. Changes as the text goes on.
 */
typedef struct
{
  LeadupArticle           *article;
  const LeadupDateGrammar *grammar;
  gint64                   published;
  gboolean                 has_published;
  gboolean                 is_narrative;
  gboolean                 is_of_no_day;
  LeadupPeriod             reference;
  gboolean                 has_reference;
  guint32                  reference_end;
  LeadupPeriod             anchor;
  gboolean                 has_anchor;
  int                      year;
  guint32                  year_sentence;
} LeadupDateContext;

/**
 * LeadupDateReading:
 * @type: static
 * @value: TIMEX3 value; the reading owns it
 * @mod: (nullable): static
 * @period: kind %LEADUP_PERIOD_NONE if it is no piece of the calendar
 * @from: first day, where @has_bounds says that the expression is bounded without being a period;
 *   %G_MININT64 = open. @to: last day, %G_MAXINT64 = open
 * @is_explicit_year: the words name the year
 */
typedef struct
{
  const char   *type;
  char         *value;
  const char   *mod;
  LeadupPeriod  period;
  gboolean      has_bounds;
  gint64        from;
  gint64        to;
  gboolean      is_explicit_year;
  gboolean      is_relative;
} LeadupDateReading;

gboolean leadup_date_resolve       (const LeadupDateContext *context,
                                    const LeadupDateMatch   *match,
                                    LeadupDateReading       *reading);
void     leadup_date_reading_clear (LeadupDateReading       *self);

G_END_DECLS
