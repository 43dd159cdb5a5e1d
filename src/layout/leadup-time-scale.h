/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-time-folds.h"

G_BEGIN_DECLS

/**
 * LeadupTimeScale:
 * @folds: (nullable): borrowed; what of the time is folded
 * @from: left end of the window, in folded time
 * @to: right end
 * @x: of the left end, pixels
 * @width: pixels from @from to @to
 *
 * A window of time on a line of pixels: the one way from time to pixels and back.
 */
typedef struct
{
  const LeadupTimeFolds *folds;
  double                 from;
  double                 to;
  double                 x;
  double                 width;
} LeadupTimeScale;

void          leadup_time_scale_init       (LeadupTimeScale       *self,
                                            const LeadupTimeFolds *folds,
                                            LeadupInstant          from,
                                            LeadupInstant          to,
                                            double                 x,
                                            double                 width);
double        leadup_time_scale_to_x       (const LeadupTimeScale *self,
                                            LeadupInstant          time);
LeadupInstant leadup_time_scale_to_time    (const LeadupTimeScale *self,
                                            double                 x);
void          leadup_time_scale_pan        (LeadupTimeScale       *self,
                                            double                 dx);
void          leadup_time_scale_zoom       (LeadupTimeScale       *self,
                                            double                 x,
                                            double                 factor);
void          leadup_time_scale_mix        (LeadupTimeScale       *self,
                                            const LeadupTimeScale *other,
                                            double                 part);
gboolean      leadup_time_scale_get_window (const LeadupTimeScale *self,
                                            LeadupInstant         *from,
                                            LeadupInstant         *to);
const LeadupTimeFold *leadup_time_scale_find_break (const LeadupTimeScale *self,
                                            double                 x);

/* Pixels of a microsecond outside folds. */
static inline double
leadup_time_scale_get_density (const LeadupTimeScale *self)
{
  return self->width / (self->to - self->from);
}

/* Where a folded instant is. */
static inline double
leadup_time_scale_folded_to_x (const LeadupTimeScale *self,
                               double                 folded)
{
  return self->x + (folded - self->from) / (self->to - self->from) * self->width;
}

G_END_DECLS
