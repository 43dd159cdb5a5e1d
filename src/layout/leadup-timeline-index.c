/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-index.h"

#include "base/leadup-zone.h"
#include "layout/leadup-lane-key.h"
#include "layout/leadup-timeline-index-private.h"

#define MAX_DERIVED 3

G_DEFINE_BOXED_TYPE (LeadupTimelineIndex,
                     leadup_timeline_index,
                     leadup_timeline_index_ref,
                     leadup_timeline_index_unref)

static void
lane_free (gpointer data)
{
  LeadupIndexLane *lane = data;

  leadup_lane_body_unref (lane->body);
  g_free (lane->name);
  g_free (lane->collate_key);
  g_free (lane->colour);
  g_array_unref (lane->ghosts);
  g_free (lane);
}

/* An index without events. */
LeadupTimelineIndex *
leadup_timeline_index_alloc (LeadupSnapshot         *snapshot,
                             const LeadupViewFields *view)
{
  LeadupTimelineIndex *self;

  self = g_new0 (LeadupTimelineIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->derived = leadup_derived_new (MAX_DERIVED);
  self->snapshot = leadup_snapshot_ref (snapshot);
  self->lanes_by = view->lanes_by;
  self->order = view->lanes_order;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->hidden_lanes = g_ptr_array_new_with_free_func (lane_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->undated = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reach = LEADUP_LANE_REACH_NONE;
  self->zone = leadup_timeline_index_get_zone (self);

  return self;
}

LeadupTimelineIndex *
leadup_timeline_index_ref (LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_timeline_index_unref (LeadupTimelineIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  leadup_derived_free (self->derived);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->hidden_lanes);
  g_array_unref (self->undated);
  g_clear_pointer (&self->all, leadup_timeline_index_unref);
  g_clear_pointer (&self->folds, leadup_time_folds_unref);
  leadup_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * leadup_timeline_index_get_all:
 *
 * Returns: (transfer none): an index of the same snapshot, with every event and nothing folded. Its
 * lanes have no order and no ghosts
 */
LeadupTimelineIndex *
leadup_timeline_index_get_all (LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->all != NULL ? self->all : self;
}

LeadupSnapshot *
leadup_timeline_index_get_snapshot (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->snapshot;
}

LeadupLanesBy
leadup_timeline_index_get_lanes_by (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_LANES_NONE);

  return self->lanes_by;
}

guint
leadup_timeline_index_get_n_lanes (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

/* Returns: (transfer none): a lane; every lane has an entry */
const LeadupLane *
leadup_timeline_index_get_lane (const LeadupTimelineIndex *self,
                                guint                      lane)
{
  g_return_val_if_fail (self != NULL && lane < self->lanes->len, NULL);

  return &((LeadupIndexLane *) g_ptr_array_index (self->lanes, lane))->lane;
}

LeadupEvent *
leadup_timeline_index_get_event (const LeadupTimelineIndex *self,
                                 const LeadupTimelineEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  return leadup_snapshot_get (self->snapshot, LEADUP_RECORD_EVENT, entry->event);
}

/**
 * leadup_timeline_index_get_certain:
 * @start: (out): where it has begun for certain
 * @end: (out): until when it lasted for certain; before @start where nothing is certain
 *
 * In folded time, as the entry itself.
 */
void
leadup_timeline_index_get_certain (const LeadupTimelineIndex *self,
                                   const LeadupTimelineEntry *entry,
                                   LeadupInstant             *start,
                                   LeadupInstant             *end)
{
  LeadupWhenBounds bounds;

  g_return_if_fail (self != NULL && entry != NULL && start != NULL && end != NULL);

  leadup_zone_get_bounds (
      self->zone, leadup_event_get_when (leadup_timeline_index_get_event (self, entry)), &bounds);
  *start = leadup_time_folds_fold (self->folds, bounds.start_latest);
  *end = leadup_time_folds_fold (self->folds, bounds.end_earliest);
}

/**
 * leadup_timeline_index_find:
 * @id: of an event
 * @lane: (out): in which it stands
 * @entry: (out): its index there
 *
 * O(log n), and a look at those that begin at the same moment.
 *
 * Returns: whether it is shown; the two are set only then
 */
gboolean
leadup_timeline_index_find (const LeadupTimelineIndex *self,
                            const char                *id,
                            guint                     *lane,
                            guint                     *entry)
{
  LeadupEvent *event;
  LeadupTimelineEntry wanted;
  LeadupWhenBounds bounds;
  const LeadupIndexLane *found;
  LeadupInstant start;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  event = leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_EVENT, id);
  if (event == NULL || !leadup_timeline_entry_init (&wanted, event, self->zone, &bounds))
    return FALSE;
  found = g_hash_table_lookup (self->by_key, leadup_lane_key_of (event, self->lanes_by));
  if (found == NULL || !found->is_shown)
    return FALSE;

  start = leadup_time_folds_fold (self->folds, wanted.start);
  for (guint i = leadup_lane_find_start (&found->lane, start);
       i < found->lane.n_entries && found->lane.entries[i].start == start; i++)
    if (leadup_timeline_index_get_event (self, &found->lane.entries[i]) == event)
      {
        *lane = found->index;
        *entry = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * leadup_timeline_index_get_n_hidden_lanes:
 * @n_events: (out): how many events are in them
 *
 * Returns: how many lanes the view hides
 */
guint
leadup_timeline_index_get_n_hidden_lanes (const LeadupTimelineIndex *self,
                                          guint                     *n_events)
{
  g_return_val_if_fail (self != NULL && n_events != NULL, 0);

  *n_events = 0;
  for (guint i = 0; i < self->hidden_lanes->len; i++)
    *n_events += ((LeadupIndexLane *) g_ptr_array_index (self->hidden_lanes, i))->lane.n_entries;

  return self->hidden_lanes->len;
}

/* Returns: how many dated events the filter lets pass */
guint
leadup_timeline_index_get_n_shown (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_shown;
}

/* Returns: how many events the story has */
guint
leadup_timeline_index_get_n_all (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return leadup_snapshot_get_n (self->snapshot, LEADUP_RECORD_EVENT);
}

/* Returns: the finest unit that a date of the shown events claims; days where there is none */
LeadupUnit
leadup_timeline_index_get_finest (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_UNIT_DAY);

  return self->n_shown > 0 ? self->reach.finest : LEADUP_UNIT_DAY;
}

/* Returns: how many events the filter lets pass that have no place in time yet */
guint
leadup_timeline_index_get_n_undated (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->undated->len;
}

LeadupEvent *
leadup_timeline_index_get_undated (const LeadupTimelineIndex *self,
                                   guint                      index)
{
  g_return_val_if_fail (self != NULL && index < self->undated->len, NULL);

  return leadup_snapshot_get (self->snapshot, LEADUP_RECORD_EVENT,
                              g_array_index (self->undated, guint, index));
}

/**
 * leadup_timeline_index_get_range:
 * @from: (out): the earliest bound of a shown event, in time
 * @to: (out): the latest one
 *
 * Returns: whether there is a dated event; the two are set only then
 */
gboolean
leadup_timeline_index_get_range (const LeadupTimelineIndex *self,
                                 LeadupInstant             *from,
                                 LeadupInstant             *to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->reach.from > self->reach.to)
    return FALSE;

  *from = self->reach.from;
  *to = self->reach.to;

  return TRUE;
}

/**
 * leadup_timeline_index_get_folds:
 *
 * Returns: (transfer none) (nullable): the clock of its entries
 */
const LeadupTimeFolds *
leadup_timeline_index_get_folds (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->folds;
}

/**
 * leadup_timeline_index_get_derived:
 *
 * Returns: (transfer none): what was computed from the index as a whole
 */
LeadupDerived *
leadup_timeline_index_get_derived (const LeadupTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->derived;
}

/**
 * leadup_lane_find_first:
 *
 * Returns: the index of the first entry that can reach beyond @from; all before it have ended by
 * then
 */
guint
leadup_lane_find_first (const LeadupLane *lane,
                        LeadupInstant     from)
{
  guint low = 0, high;

  g_return_val_if_fail (lane != NULL, 0);

  high = lane->n_entries;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lane->entries[lane->entries[middle].longest].end <= from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: the index of the first entry that does not begin before @start */
guint
leadup_lane_find_start (const LeadupLane *lane,
                        LeadupInstant     start)
{
  guint low = 0, high;

  g_return_val_if_fail (lane != NULL, 0);

  high = lane->n_entries;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lane->entries[middle].start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: the index of the entry of a lane that begins nearest to @time */
guint
leadup_lane_find_nearest (const LeadupLane *lane,
                          LeadupInstant     time)
{
  guint next;

  g_return_val_if_fail (lane != NULL && lane->n_entries > 0, 0);

  next = leadup_lane_find_start (lane, time);
  if (next == lane->n_entries ||
      (next > 0 && (double) time - (double) lane->entries[next - 1].start <
                       (double) lane->entries[next].start - (double) time))
    return next - 1;

  return next;
}

/**
 * leadup_timeline_index_get_zone:
 *
 * Returns: (nullable): in which times of day are shown; %NULL is UTC
 */
const char *
leadup_timeline_index_get_zone (const LeadupTimelineIndex *self)
{
  LeadupInfo *info;

  g_return_val_if_fail (self != NULL, NULL);

  info = leadup_snapshot_get_info (self->snapshot);

  return info != NULL ? leadup_info_get_fields (info)->zone : NULL;
}
