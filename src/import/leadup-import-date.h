/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/* Dates as tables hold them. Each returns %NULL and a sentence in @problem where there is none; a
 * date is never made up for what cannot be read. */

/* Of 3/4/2025: which number is the day? */
typedef enum
{
  LEADUP_IMPORT_ORDER_UNKNOWN,
  LEADUP_IMPORT_ORDER_DAY_FIRST,
  LEADUP_IMPORT_ORDER_MONTH_FIRST,
} LeadupImportOrder;

/**
 * LeadupImportDateStyle:
 * @as_of: (nullable): ISO day that words such as “Tuesday” are relative to
 * @zone: (nullable): of the clock that times of day are from
 * @order: of numbers with slashes, points or dashes
 */
typedef struct
{
  const char        *as_of;
  const char        *zone;
  LeadupImportOrder  order;
} LeadupImportDateStyle;

/**
 * LeadupImportDateEvidence:
 * @n_day_first: dates whose first number can only be the day
 * @n_month_first: dates whose second number can only be the day
 * @n_open: dates that can be read both ways
 * @day_first: one that proves it, or empty
 * @month_first: likewise
 * @open: likewise
 *
 * What the dates of a column say about their own order.
 */
typedef struct
{
  guint n_day_first;
  guint n_month_first;
  guint n_open;
  char  day_first[24];
  char  month_first[24];
  char  open[24];
} LeadupImportDateEvidence;

LeadupWhen       *leadup_import_date_read         (const char                      *text,
                                                   const LeadupImportDateStyle     *style,
                                                   char                           **problem) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen       *leadup_import_date_read_standard (const char                     *start,
                                                   const char                      *end,
                                                   const LeadupImportDateStyle     *style) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen       *leadup_import_date_from_number  (double                           number,
                                                   char                           **problem) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen       *leadup_import_date_join         (LeadupWhen                      *start,
                                                   LeadupWhen                      *end,
                                                   char                           **problem) G_GNUC_WARN_UNUSED_RESULT;
char             *leadup_import_date_read_time    (const char                      *text) G_GNUC_WARN_UNUSED_RESULT;

void              leadup_import_date_look         (LeadupImportDateEvidence        *self,
                                                   const char                      *text);
LeadupImportOrder leadup_import_date_decide       (const LeadupImportDateEvidence  *self);
const char       *leadup_import_order_to_string   (LeadupImportOrder                order);
gboolean          leadup_import_order_from_string (const char                      *name,
                                                   LeadupImportOrder               *order);

G_END_DECLS
