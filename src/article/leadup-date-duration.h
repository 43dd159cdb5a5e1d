/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-date-resolver.h"

G_BEGIN_DECLS

/**
 * LeadupDateAmount:
 * @count: how many; meaningless where @is_vague
 * @hundredths: of a unit, which are added: 50 for half of one
 *
 * So much of a unit of time: “several weeks”, “two and a half years”.
 */
typedef struct
{
  LeadupDateUnit unit;
  int            count;
  int            hundredths;
  gboolean       is_vague;
} LeadupDateAmount;

gboolean         leadup_date_amount_read     (const LeadupDateContext *context,
                                              const LeadupDateMatch   *match,
                                              LeadupDateAmount        *amount);
char            *leadup_date_amount_to_timex (const LeadupDateAmount  *self) G_GNUC_WARN_UNUSED_RESULT;
gint64           leadup_date_amount_move     (const LeadupDateAmount  *self,
                                              gint64                   day,
                                              int                      direction);
void             leadup_date_amount_bound    (const LeadupDateContext *context,
                                              const LeadupDateAmount  *self,
                                              int                      direction,
                                              LeadupDateReading       *reading);
LeadupPeriodKind leadup_date_unit_to_period  (LeadupDateUnit           unit);

G_END_DECLS
