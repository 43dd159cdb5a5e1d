/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"
#include "model/leadup-event.h"

G_BEGIN_DECLS

/* How far a time-lapse goes at a time. */
typedef enum
{
  LEADUP_LAPSE_BY_DAY,
  LEADUP_LAPSE_BY_WEEK,
  LEADUP_LAPSE_BY_EVENT,
} LeadupLapseStep;

LeadupInstant leadup_lapse_step  (GPtrArray       *events,
                                  LeadupInstant    now,
                                  LeadupLapseStep  step,
                                  gboolean         is_forward);
gboolean      leadup_lapse_range (GPtrArray       *events,
                                  LeadupInstant   *start,
                                  LeadupInstant   *end);

G_END_DECLS
