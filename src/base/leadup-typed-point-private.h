/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-typed-words-private.h"
#include "base/leadup-when.h"

G_BEGIN_DECLS

/* Reads a run of words. Whatever refuses sets @error once. */
typedef struct
{
  GArray *tokens;
  gint64 today;
  gboolean is_relative; /* the answer depends on @today */
  GError **error;
} LeadupTypedReader;

/* What a run of words says, in any order; what was not said is 0, or −1 for numbers. */
typedef struct
{
  LeadupTypedToken date; /* meaning OTHER = none */
  int year;
  gboolean has_year;
  int era;
  int month;
  int day;
  int weekday;
  int week;
  int season;
  int decade;
  int century;
  int number; /* that waits for what follows it */
  int number_digits;
  int unit;
  gboolean has_turn;
  int turn;
  gboolean has_day_ref;
  int day_ref;
  int ago;
  int day_part;
  gint64 time;
  LeadupUnit time_unit;
  GString *zone;
  int offset;
  gboolean has_offset;
  LeadupPart part;
  gboolean is_half;
  gboolean is_approximate;
  gboolean is_uncertain;
} LeadupTypedSlots;

/* One date: EDTF text without qualifiers and what it covers. */
typedef struct
{
  char *edtf;
  char *zone;
  gint64 first; /* days */
  gint64 last;
  gboolean has_time;
  gboolean is_within; /* the text is an interval in which it lies somewhere */
  LeadupPart part;
  gboolean is_approximate;
  gboolean is_uncertain;
} LeadupTypedPoint;

void     leadup_typed_slots_init   (LeadupTypedSlots *slots);
gboolean leadup_typed_slots_put    (const LeadupTypedReader *reader,
                                    LeadupTypedSlots *slots,
                                    guint index);
gboolean leadup_typed_slots_settle (const LeadupTypedReader *reader,
                                    LeadupTypedSlots *slots);
void     leadup_typed_point_clear  (LeadupTypedPoint *point);
gboolean leadup_typed_point_read   (LeadupTypedReader *reader,
                                    guint from,
                                    guint to,
                                    int default_year,
                                    int default_month,
                                    LeadupTypedPoint *point);
gboolean leadup_typed_refuse       (const LeadupTypedReader *reader,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupTypedPoint, leadup_typed_point_clear)

G_END_DECLS
