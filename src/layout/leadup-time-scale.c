/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-time-scale.h"

#include <math.h>

/* The widest window is all the time that can be told; one narrower than the least shows nothing
 * that a calendar can label. */
#define MAX_SPAN ((double) G_MAXINT64 / 4)
#define MIN_SPAN ((double) LEADUP_USEC_SECOND / 100)
#define LIMIT ((double) G_MAXINT64 / 2)

/**
 * leadup_time_scale_init:
 * @folds: (nullable): lives as long as @self is used
 * @to: later than @from
 */
void
leadup_time_scale_init (LeadupTimeScale       *self,
                        const LeadupTimeFolds *folds,
                        LeadupInstant          from,
                        LeadupInstant          to,
                        double                 x,
                        double                 width)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from < to && width > 0);

  *self = (LeadupTimeScale) { .folds = folds,
                              .from = (double) leadup_time_folds_fold (folds, from),
                              .to = (double) leadup_time_folds_fold (folds, to),
                              .x = x,
                              .width = width };
  /* Both ends in one fold, as close as nothing can be. */
  self->to = MAX (self->to, self->from + 1);
}

double
leadup_time_scale_to_x (const LeadupTimeScale *self,
                        LeadupInstant          time)
{
  g_return_val_if_fail (self != NULL, 0);

  return leadup_time_scale_folded_to_x (self, (double) leadup_time_folds_fold (self->folds, time));
}

LeadupInstant
leadup_time_scale_to_time (const LeadupTimeScale *self,
                           double                 x)
{
  double folded;

  g_return_val_if_fail (self != NULL, 0);

  folded = self->from + (x - self->x) / self->width * (self->to - self->from);

  return leadup_time_folds_unfold (self->folds, (LeadupInstant) CLAMP (folded, -LIMIT, LIMIT));
}

/* Moves what is seen by @dx pixels. */
void
leadup_time_scale_pan (LeadupTimeScale *self,
                       double           dx)
{
  double shift;

  g_return_if_fail (self != NULL);

  shift = dx / self->width * (self->to - self->from);
  self->from -= shift;
  self->to -= shift;
}

/* Shows more closely what is around @x, which stays where it is. */
void
leadup_time_scale_zoom (LeadupTimeScale *self,
                        double           x,
                        double           factor)
{
  double part, fixed, span;

  g_return_if_fail (self != NULL && factor > 0);

  part = CLAMP ((x - self->x) / self->width, 0, 1);
  fixed = self->from + part * (self->to - self->from);
  span = CLAMP ((self->to - self->from) / factor, MIN_SPAN, MAX_SPAN);
  self->from = fixed - part * span;
  self->to = fixed + (1 - part) * span;
}

/* Goes a part of the way to another window, which narrows and widens by factors, so that a zoom
 * looks even. The centre goes with the span: what is common to both windows stays in sight. */
void
leadup_time_scale_mix (LeadupTimeScale       *self,
                       const LeadupTimeScale *other,
                       double                 part)
{
  double first, last, span, way, middle;

  g_return_if_fail (self != NULL && other != NULL);

  first = self->to - self->from;
  last = other->to - other->from;
  span = first * pow (last / first, part);
  way = fabs (last - first) > first * 1e-9 ? (span - first) / (last - first) : part;
  middle = (self->from + self->to) / 2;
  middle += way * ((other->from + other->to) / 2 - middle);
  self->from = middle - span / 2;
  self->to = middle + span / 2;
}

/**
 * leadup_time_scale_get_window:
 * @from: (out): left end, in time
 * @to: (out): right end
 *
 * Returns: whether that is a window that can be shown; the two are set only then
 */
gboolean
leadup_time_scale_get_window (const LeadupTimeScale *self,
                              LeadupInstant         *from,
                              LeadupInstant         *to)
{
  double span;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, FALSE);

  /* Sums of large numbers are off by a little. */
  span = self->to - self->from;
  if (span < MIN_SPAN * 0.999 || span > MAX_SPAN * 1.001 || self->from < -LIMIT ||
      self->to > LIMIT)
    return FALSE;

  *from = leadup_time_folds_unfold (self->folds, (LeadupInstant) self->from);
  *to = leadup_time_folds_unfold (self->folds, (LeadupInstant) self->to);

  return TRUE;
}

/**
 * leadup_time_scale_find_break:
 *
 * Returns: (nullable): of the folds in the window that at @x, or the nearest
 */
const LeadupTimeFold *
leadup_time_scale_find_break (const LeadupTimeScale *self,
                              double                 x)
{
  const LeadupTimeFold *nearest = NULL;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < leadup_time_folds_get_n (self->folds); i++)
    {
      const LeadupTimeFold *fold = leadup_time_folds_get (self->folds, i);
      double left = leadup_time_scale_folded_to_x (self, (double) fold->folded.from);
      double right = leadup_time_scale_folded_to_x (self, (double) fold->folded.to);
      double distance = MAX (MAX (left - x, x - right), 0);

      if (right <= self->x || left >= self->x + self->width || distance >= least)
        continue;
      least = distance;
      nearest = fold;
    }

  return nearest;
}
