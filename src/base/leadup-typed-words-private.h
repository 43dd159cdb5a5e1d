/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

/* What a word of a typed date means; its number says which. */
typedef enum
{
  LEADUP_TYPED_OTHER,
  LEADUP_TYPED_NUMBER,
  LEADUP_TYPED_ORDINAL,
  LEADUP_TYPED_DECADE,      /* 1990s */
  LEADUP_TYPED_QUARTER,     /* Q3: the number of EDTF */
  LEADUP_TYPED_DATE,        /* 2025-03-04, 2025-03, 4.3.2025 */
  LEADUP_TYPED_TIME,        /* 03:15, 3pm: microseconds from midnight */
  LEADUP_TYPED_OFFSET,      /* +02:00: minutes */
  LEADUP_TYPED_MARK,        /* a single sign */
  LEADUP_TYPED_NOISE,
  LEADUP_TYPED_MONTH,
  LEADUP_TYPED_WEEKDAY,
  LEADUP_TYPED_SEASON,      /* the number of EDTF */
  LEADUP_TYPED_PART,        /* LeadupPart */
  LEADUP_TYPED_HALF,        /* of a year */
  LEADUP_TYPED_UNIT,        /* LeadupUnit; LEADUP_TYPED_WEEKEND */
  LEADUP_TYPED_TURN,        /* last −1, this 0, next 1 */
  LEADUP_TYPED_DAY_REF,     /* days from today */
  LEADUP_TYPED_AGO,         /* −1 ago, 1 hence */
  LEADUP_TYPED_DAY_PART,    /* index of leadup_typed_day_parts */
  LEADUP_TYPED_NOON,        /* hour */
  LEADUP_TYPED_HALF_DAY,    /* am 0, pm 12 */
  LEADUP_TYPED_ERA,         /* BC −1, AD 1 */
  LEADUP_TYPED_APPROXIMATE,
  LEADUP_TYPED_UNCERTAIN,
  LEADUP_TYPED_OR_LATER,    /* or later 1, or earlier −1 */
  LEADUP_TYPED_RELATION,    /* LeadupTypedRelation */
  LEADUP_TYPED_TO,
  LEADUP_TYPED_OR,
  LEADUP_TYPED_AND,
} LeadupTypedMeaning;

typedef enum
{
  LEADUP_TYPED_BEFORE,
  LEADUP_TYPED_AFTER,
  LEADUP_TYPED_BY,
  LEADUP_TYPED_UNTIL,
  LEADUP_TYPED_SINCE,
  LEADUP_TYPED_FROM,
  LEADUP_TYPED_BETWEEN,
} LeadupTypedRelation;

/* Beside the units of the calendar. */
#define LEADUP_TYPED_WEEKEND (LEADUP_UNIT_MILLENNIUM + 1)

/**
 * LeadupTypedToken:
 * @text: as it was typed
 * @digits: how many digits a number has
 * @year, @month, @day: of a date; @day is 0 where it is a month
 * @unit: how finely a time was typed
 * @is_glued: no space stands before it
 */
typedef struct
{
  LeadupTypedMeaning  meaning;
  gint64              number;
  char               *text;
  int                 digits;
  int                 year;
  int                 month;
  int                 day;
  LeadupUnit          unit;
  gboolean            is_glued;
} LeadupTypedToken;

/* Parts of a day: from which hour, for how many. A night runs into the next day. */
typedef struct
{
  int from_hour;
  int n_hours;
} LeadupTypedDayPart;

extern const LeadupTypedDayPart leadup_typed_day_parts[];

GArray *leadup_typed_words_split     (const char  *text,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
