/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-lapse.h"

/* The end of the day on which an event began; %LEADUP_INSTANT_MIN of one without a date. */
static LeadupInstant
get_moment (LeadupEvent *event)
{
  LeadupWhen *when = leadup_event_get_when (event);
  LeadupInstant start;

  if (when == NULL)
    return LEADUP_INSTANT_MIN;
  start = leadup_when_get_bounds (when)->start_earliest;
  if (start == LEADUP_INSTANT_MIN)
    return LEADUP_INSTANT_MIN;

  start = leadup_calendar_floor (start, LEADUP_UNIT_DAY, 1);

  return leadup_calendar_add (start, LEADUP_UNIT_DAY, 1);
}

static LeadupInstant
step_by_event (GPtrArray    *events,
               LeadupInstant now,
               gboolean      is_forward)
{
  LeadupInstant best = now;

  for (guint i = 0; i < events->len; i++)
    {
      LeadupInstant moment = get_moment (events->pdata[i]);

      if (moment == LEADUP_INSTANT_MIN)
        continue;
      if (is_forward && moment > now && (best == now || moment < best))
        best = moment;
      if (!is_forward && moment < now && (best == now || moment > best))
        best = moment;
    }

  return best;
}

/**
 * leadup_lapse_step:
 * @events: (element-type LeadupEvent): that are shown
 * @now: where the time-lapse is: the end of a day, exclusive
 * @step: how far it goes
 * @is_forward: and where to
 *
 * Returns: where it is then; by events that is the next day with one, or @now where there is none
 */
LeadupInstant
leadup_lapse_step (GPtrArray      *events,
                   LeadupInstant   now,
                   LeadupLapseStep step,
                   gboolean        is_forward)
{
  g_return_val_if_fail (events != NULL, now);

  if (step == LEADUP_LAPSE_BY_EVENT)
    return step_by_event (events, now, is_forward);

  return leadup_calendar_add (
      now, step == LEADUP_LAPSE_BY_WEEK ? LEADUP_UNIT_WEEK : LEADUP_UNIT_DAY, is_forward ? 1 : -1);
}

/**
 * leadup_lapse_range:
 * @events: (element-type LeadupEvent): that are shown
 * @start: (out): the end of the day of the first one
 * @end: (out): the end of the day of the last one
 *
 * Returns: whether there are any with a date
 */
gboolean
leadup_lapse_range (GPtrArray     *events,
                    LeadupInstant *start,
                    LeadupInstant *end)
{
  g_return_val_if_fail (events != NULL, FALSE);

  *start = LEADUP_INSTANT_MAX;
  *end = LEADUP_INSTANT_MIN;
  for (guint i = 0; i < events->len; i++)
    {
      LeadupInstant moment = get_moment (events->pdata[i]);

      if (moment == LEADUP_INSTANT_MIN)
        continue;
      *start = MIN (*start, moment);
      *end = MAX (*end, moment);
    }

  return *start <= *end;
}
