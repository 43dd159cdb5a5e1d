/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tide.h"

#include <math.h>

/* Bins of which the mean tells whether a pair is above or below the line. */
#define MEAN_OF 3

/* On the stair of deeds for, words for, words against, deeds against. */
#define LEAP 2

/* A mean this near to nothing has no sign. */
#define EPSILON 1e-9

LeadupTide *
leadup_tide_ref (LeadupTide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_tide_unref (LeadupTide *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->bins);
  g_free (self->turns);
  g_free (self);
}

/* The first and the last moment of dated events in the window; whether there are any. */
static gboolean
find_range (const LeadupTie *tie,
            LeadupInstant   *from,
            LeadupInstant   *to)
{
  LeadupInstant first = LEADUP_INSTANT_MAX;
  LeadupInstant last = LEADUP_INSTANT_MIN;

  for (guint i = 0; i < tie->n_events; i++)
    {
      LeadupInstant time = tie->events[i].time;

      if (time == LEADUP_INSTANT_MIN || time < *from || time >= *to)
        continue;
      first = MIN (first, time);
      last = MAX (last, time);
    }
  if (*from == LEADUP_INSTANT_MIN)
    *from = first;
  if (*to == LEADUP_INSTANT_MAX)
    *to = last != LEADUP_INSTANT_MIN ? last + 1 : last;

  return *from != LEADUP_INSTANT_MAX && *from < *to;
}

/* The smallest unit that makes no more bins than wanted. */
static LeadupUnit
choose_unit (LeadupInstant from,
             LeadupInstant to,
             guint         max_bins)
{
  static const struct
  {
    LeadupUnit unit;
    double days;
  } units[] = {
    { LEADUP_UNIT_DAY, 1 },        { LEADUP_UNIT_WEEK, 7 },      { LEADUP_UNIT_MONTH, 30 },
    { LEADUP_UNIT_YEAR, 365 },     { LEADUP_UNIT_DECADE, 3652 }, { LEADUP_UNIT_CENTURY, 36524 },
    { LEADUP_UNIT_MILLENNIUM, 0 },
  };
  double days = ((double) to - (double) from) / (double) LEADUP_USEC_DAY;

  for (guint i = 0; i < G_N_ELEMENTS (units) - 1; i++)
    if (days / units[i].days + 2 <= max_bins)
      return units[i].unit;

  return LEADUP_UNIT_MILLENNIUM;
}

static void
make_bins (LeadupTide   *self,
           LeadupInstant from,
           LeadupInstant to,
           guint         max_bins)
{
  LeadupInstant start = leadup_calendar_floor (from, self->unit, 1);

  self->bins = g_new0 (LeadupTideBin, max_bins);
  while (start < to && self->n_bins < max_bins)
    {
      LeadupInstant end = leadup_calendar_add (start, self->unit, 1);

      if (end <= start)
        break;
      self->bins[self->n_bins].start = start;
      self->bins[self->n_bins++].end = end;
      start = end;
    }
}

static void
add (LeadupTideAmounts    *amounts,
     const LeadupTieEvent *event)
{
  double amount = isnan (event->tone) ? 0.0 : event->weight * fabs (event->tone);
  gboolean is_deed = leadup_quad_class_is_deed (event->quad_class);

  amounts->n++;
  if (event->tone > 0)
    *(is_deed ? &amounts->deeds_up : &amounts->words_up) += amount;
  else if (event->tone < 0)
    *(is_deed ? &amounts->deeds_down : &amounts->words_down) += amount;
}

/* What is known of a bin while turns are looked for. */
typedef struct
{
  double net;
  int step; /* of the strongest event, 0 … 3; −1 without any */
  const LeadupTieEvent *up;
  const LeadupTieEvent *down;
} Reading;

static int
get_step (const LeadupTieEvent *event)
{
  switch (event->quad_class)
    {
    case LEADUP_QUAD_CLASS_MATERIAL_COOPERATION:
      return 0;
    case LEADUP_QUAD_CLASS_VERBAL_COOPERATION:
      return 1;
    case LEADUP_QUAD_CLASS_VERBAL_CONFLICT:
      return 2;
    case LEADUP_QUAD_CLASS_MATERIAL_CONFLICT:
      return 3;
    case LEADUP_QUAD_CLASS_NEUTRAL:
    default:
      return event->tone > 0 ? 1 : 2;
    }
}

static double
get_force (const LeadupTieEvent *event)
{
  return event != NULL ? event->weight * fabs (event->tone) : 0.0;
}

static void
read_event (Reading              *reading,
            const LeadupTieEvent *event)
{
  const LeadupTieEvent *strongest;

  if (isnan (event->tone) || get_force (event) < EPSILON)
    return;

  reading->net += event->weight * event->tone;
  if (event->tone > 0 && get_force (event) > get_force (reading->up))
    reading->up = event;
  if (event->tone < 0 && get_force (event) > get_force (reading->down))
    reading->down = event;
  strongest = get_force (reading->down) >= get_force (reading->up) ? reading->down : reading->up;
  if (strongest != NULL)
    reading->step = get_step (strongest);
}

static int
get_sign (const Reading *readings,
          guint          bin)
{
  double sum = 0.0;

  for (guint i = 0; i < MEAN_OF && i <= bin; i++)
    sum += readings[bin - i].net;

  return sum > EPSILON ? 1 : sum < -EPSILON ? -1 : 0;
}

static void
find_turns (LeadupTide    *self,
            const Reading *readings)
{
  int sign = 0;
  int step = -1;

  self->turns = g_new0 (LeadupTideTurn, self->n_bins + 1);
  for (guint i = 0; i < self->n_bins; i++)
    {
      int now = get_sign (readings, i);
      int direction = 0;
      const LeadupTieEvent *event;

      if (now != 0 && sign != 0 && now != sign)
        direction = now;
      else if (readings[i].step >= 0 && step >= 0 && abs (readings[i].step - step) >= LEAP)
        direction = readings[i].step < step ? 1 : -1;
      event = direction > 0 ? readings[i].up : readings[i].down;
      if (direction != 0 && event != NULL)
        self->turns[self->n_turns++] = (LeadupTideTurn) { i, event->event, direction < 0 };

      if (now != 0)
        sign = now;
      if (readings[i].step >= 0)
        step = readings[i].step;
    }
}

/* Returns: the number of the bin that @time is in, or %G_MAXUINT */
guint
leadup_tide_find_bin (const LeadupTide *self,
                      LeadupInstant     time)
{
  guint low = 0, high = self->n_bins;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->bins[middle].end <= time)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n_bins && self->bins[low].start <= time ? low : G_MAXUINT;
}

static double
get_most (const LeadupTideAmounts *amounts)
{
  return MAX (amounts->words_up + amounts->deeds_up, amounts->words_down + amounts->deeds_down);
}

/**
 * leadup_tide_new:
 * @tie: a tie
 * @from: start of the time that is looked at, %LEADUP_INSTANT_MIN = its first event
 * @to: its end, exclusive, %LEADUP_INSTANT_MAX = its last event
 * @max_bins: at most so many, 3 … %LEADUP_TIDE_MAX_BINS: days, or weeks, months, years …
 *
 * Sums up by time what two actors did to each other. Events without a date do not count. Takes time
 * O(n).
 *
 * Returns: (transfer full): the tide; without bins where there is no event
 */
LeadupTide *
leadup_tide_new (const LeadupTie *tie,
                 LeadupInstant    from,
                 LeadupInstant    to,
                 guint            max_bins)
{
  LeadupTide *self;
  g_autofree Reading *readings = NULL;

  g_return_val_if_fail (tie != NULL, NULL);

  max_bins = CLAMP (max_bins, 3, LEADUP_TIDE_MAX_BINS);
  self = g_new0 (LeadupTide, 1);
  g_atomic_ref_count_init (&self->refs);
  if (!find_range (tie, &from, &to))
    return self;

  self->unit = choose_unit (from, to, max_bins);
  make_bins (self, from, to, max_bins);
  readings = g_new0 (Reading, self->n_bins + 1);
  for (guint i = 0; i < self->n_bins; i++)
    readings[i].step = -1;
  for (guint i = 0; i < tie->n_events; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];
      guint bin;

      if (event->time == LEADUP_INSTANT_MIN || event->time < from || event->time >= to)
        continue;
      bin = leadup_tide_find_bin (self, event->time);
      if (bin == G_MAXUINT)
        continue;
      add (event->forward ? &self->bins[bin].forward : &self->bins[bin].backward, event);
      /* The other direction of the same event. */
      if (i > 0 && event[-1].event == event->event)
        continue;
      self->bins[bin].n++;
      read_event (&readings[bin], event);
    }
  for (guint i = 0; i < self->n_bins; i++)
    self->most = MAX (self->most, MAX (get_most (&self->bins[i].forward),
                                       get_most (&self->bins[i].backward)));
  find_turns (self, readings);

  return self;
}
