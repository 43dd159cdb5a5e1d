/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-collector.h"
#include "layout/leadup-lane-key.h"
#include "layout/leadup-timeline-index-private.h"
#include "model/leadup-filter.h"
#include "model/leadup-phase.h"

/* Where the lane was put by hand; the ones that were not come after them. */
static const LeadupLaneOptions *
find_options (const LeadupViewFields *view,
              const char             *key,
              guint                  *position)
{
  for (*position = 0; *position < view->n_lanes; (*position)++)
    if (g_str_equal (view->lanes[*position].key, key))
      return &view->lanes[*position];

  return NULL;
}

static void
set_options (LeadupTimelineIndex    *self,
             LeadupIndexLane        *lane,
             const LeadupViewFields *view)
{
  const LeadupLaneOptions *options = find_options (view, lane->body->key, &lane->position);

  lane->lane.height = options != NULL && options->height > 0 ? options->height : 1;
  lane->is_shown = options == NULL || !options->is_hidden;
  if (options != NULL)
    {
      lane->lane.is_pinned = options->is_pinned;
      lane->lane.is_collapsed = options->is_collapsed;
      lane->colour = g_strdup (options->colour);
      lane->lane.colour = lane->colour;
    }
  g_ptr_array_add (lane->is_shown ? self->lanes : self->hidden_lanes, lane);
}

/* @body: (transfer full): what now makes up the lane */
static void
set_body (LeadupIndexLane *lane,
          LeadupLaneBody  *body)
{
  if (lane->body != NULL)
    leadup_lane_body_unref (lane->body);
  lane->body = body;
  lane->lane.key = body->key;
  lane->lane.entries = body->entries;
  lane->lane.n_entries = body->n_entries;
  lane->lane.density = body->density;
  lane->lane.derived = body->derived;
  lane->lane.category = body->category;
}

/* @body: (transfer full): what the lane is made of */
static void
add_lane (LeadupTimelineIndex    *self,
          const LeadupViewFields *view,
          LeadupLaneBody         *body)
{
  LeadupIndexLane *lane = g_new0 (LeadupIndexLane, 1);

  set_body (lane, body);
  lane->name = leadup_lane_key_name (body->key, self->lanes_by, self->snapshot);
  lane->lane.name = lane->name;
  lane->rank = leadup_lane_key_rank (body->key, self->lanes_by, self->snapshot);
  lane->ghosts = g_array_new (FALSE, FALSE, sizeof (LeadupLaneGhost));
  lane->collate_key = g_utf8_collate_key (lane->name, -1);
  set_options (self, lane, view);
  g_hash_table_insert (self->by_key, body->key, lane);
  leadup_lane_reach_join (&self->reach, &body->reach);
  if (lane->is_shown)
    self->n_shown += body->n_entries;
}

/* Returns: (transfer full) (nullable): every event, nothing folded; %NULL where it was cancelled */
static LeadupTimelineIndex *
new_all (LeadupSnapshot *snapshot,
         LeadupLanesBy   lanes_by,
         int            *permille,
         GCancellable   *cancellable)
{
  LeadupViewFields view = { .lanes_by = lanes_by };
  g_autoptr (LeadupTimelineIndex) self = leadup_timeline_index_alloc (snapshot, &view);
  g_autoptr (GPtrArray) bodies = leadup_lane_bodies_collect (snapshot, lanes_by, self->zone,
                                                             self->undated, permille, cancellable);

  if (bodies == NULL)
    return NULL;

  for (guint i = 0; i < bodies->len; i++)
    add_lane (self, &view, leadup_lane_body_ref (g_ptr_array_index (bodies, i)));

  return g_steal_pointer (&self);
}

int
leadup_timeline_entry_compare (gconstpointer a,
                               gconstpointer b)
{
  const LeadupTimelineEntry *first = a;
  const LeadupTimelineEntry *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end < second->end ? -1 : 1;

  return first->event < second->event ? -1 : first->event > second->event;
}

static int
compare_naturally (const LeadupTimelineIndex *self,
                   const LeadupIndexLane     *first,
                   const LeadupIndexLane     *second)
{
  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (self->lanes_by != LEADUP_LANES_BY_CATEGORY && first->lane.n_entries != second->lane.n_entries)
    return first->lane.n_entries > second->lane.n_entries ? -1 : 1;

  return g_strcmp0 (first->body->key, second->body->key);
}

static int
compare_by_order (const LeadupTimelineIndex *self,
                  const LeadupIndexLane     *first,
                  const LeadupIndexLane     *second)
{
  switch (self->order)
    {
    case LEADUP_LANES_ORDER_HAND:
      return first->position < second->position ? -1 : first->position > second->position;
    case LEADUP_LANES_ORDER_FIRST:
      return first->lane.entries[0].start < second->lane.entries[0].start
                 ? -1
                 : first->lane.entries[0].start > second->lane.entries[0].start;
    case LEADUP_LANES_ORDER_COUNT:
      return first->lane.n_entries > second->lane.n_entries
                 ? -1
                 : first->lane.n_entries < second->lane.n_entries;
    case LEADUP_LANES_ORDER_NAME:
      return g_strcmp0 (first->collate_key, second->collate_key);
    case LEADUP_LANES_ORDER_NATURAL:
    default:
      return 0;
    }
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const LeadupTimelineIndex *self = data;
  const LeadupIndexLane *first = *(LeadupIndexLane *const *) a;
  const LeadupIndexLane *second = *(LeadupIndexLane *const *) b;
  gboolean is_by_hand = self->order == LEADUP_LANES_ORDER_HAND;
  int order;

  if (first->lane.is_pinned != second->lane.is_pinned)
    return first->lane.is_pinned ? -1 : 1;
  if (!is_by_hand && (first->body->key[0] == '\0') != (second->body->key[0] == '\0'))
    return first->body->key[0] == '\0' ? 1 : -1;

  order = compare_by_order (self, first, second);

  return order != 0 ? order : compare_naturally (self, first, second);
}

typedef struct
{
  LeadupTimelineIndex *index;
  LeadupLaneGhost ghost;
} GhostSearch;

static void
add_ghost (const char *key,
           gpointer    data)
{
  GhostSearch *search = data;
  LeadupIndexLane *lane = g_hash_table_lookup (search->index->by_key, key);

  if (lane != NULL)
    g_array_append_val (lane->ghosts, search->ghost);
}

static int
compare_ghosts (gconstpointer a,
                gconstpointer b)
{
  const LeadupLaneGhost *first = a;
  const LeadupLaneGhost *second = b;

  if (first->anchor != second->anchor)
    return first->anchor < second->anchor ? -1 : 1;
  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return first->entry < second->entry ? -1 : first->entry > second->entry;
}

/* An event stands once; in the other lanes to which it belongs there is only its ghost. */
static void
add_ghosts (LeadupTimelineIndex *self)
{
  GhostSearch search = { .index = self };

  if (self->lanes_by != LEADUP_LANES_BY_ACTOR && self->lanes_by != LEADUP_LANES_BY_SOURCE &&
      self->lanes_by != LEADUP_LANES_BY_TAG)
    return;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self, i);

      for (guint j = 0; j < lane->n_entries; j++)
        {
          search.ghost = (LeadupLaneGhost) {
            .anchor = leadup_timeline_entry_get_anchor (&lane->entries[j]), .lane = i, .entry = j
          };
          leadup_lane_key_for_others (leadup_timeline_index_get_event (self, &lane->entries[j]),
                                      self->lanes_by, add_ghost, &search);
        }
    }

  for (guint i = 0; i < self->lanes->len; i++)
    {
      LeadupIndexLane *lane = g_ptr_array_index (self->lanes, i);

      g_array_sort (lane->ghosts, compare_ghosts);
      lane->lane.ghosts = (const LeadupLaneGhost *) (gpointer) lane->ghosts->data;
      lane->lane.n_ghosts = lane->ghosts->len;
    }
}

/* Of what still lasts only the beginning is an event. */
static void
append_entry_span (const LeadupTimelineIndex *self,
                   GArray                    *spans,
                   const LeadupTimelineEntry *entry)
{
  LeadupTimeSpan span = { entry->start, entry->end };

  if (entry->end == LEADUP_INSTANT_MAX)
    {
      LeadupInstant start, end;

      leadup_timeline_index_get_certain (self, entry, &start, &end);
      span.to = start != LEADUP_INSTANT_MAX ? MAX (entry->start, start) : entry->start;
    }
  g_array_append_val (spans, span);
}

/* Phases do not make time less quiet, but where they begin and end is not folded away. */
static void
append_phase_spans (GArray         *spans,
                    LeadupSnapshot *snapshot,
                    LeadupInstant   first,
                    LeadupInstant   last)
{
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_PHASE); i++)
    {
      LeadupWhen *when =
          leadup_phase_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_PHASE, i))->when;
      const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;
      LeadupTimeSpan ends[2];

      if (bounds == NULL)
        continue;
      ends[0] = (LeadupTimeSpan) { bounds->start_earliest, bounds->start_latest };
      ends[1] = (LeadupTimeSpan) { bounds->end_earliest, bounds->end_latest };
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        if (ends[j].from > first && ends[j].from <= ends[j].to && ends[j].to < last)
          g_array_append_val (spans, ends[j]);
    }
}

/* What is long and quiet in all lanes that are shown. */
static void
fold_quiet (LeadupTimelineIndex    *self,
            const LeadupViewFields *view)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LeadupTimeSpan));
  LeadupInstant first = LEADUP_INSTANT_MAX, last = LEADUP_INSTANT_MIN;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self, i);

      for (guint j = 0; j < lane->n_entries; j++)
        append_entry_span (self, spans, &lane->entries[j]);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      first = MIN (first, g_array_index (spans, LeadupTimeSpan, i).from);
      last = MAX (last, g_array_index (spans, LeadupTimeSpan, i).to);
    }
  append_phase_spans (spans, self->snapshot, first, last);
  self->folds = leadup_time_folds_new ((LeadupTimeSpan *) (gpointer) spans->data, spans->len,
                                       view->opened, view->n_opened);

  for (guint i = 0; i < self->lanes->len && self->folds != NULL; i++)
    {
      LeadupIndexLane *lane = g_ptr_array_index (self->lanes, i);

      set_body (lane, leadup_lane_body_fold (lane->body, self->snapshot, self->folds));
      /* The table does not own its keys. */
      g_hash_table_replace (self->by_key, lane->body->key, lane);
    }
}

/* Whether the lanes of two indexes are made of the same. */
static gboolean
is_alike (const LeadupTimelineIndex *self,
          const LeadupTimelineIndex *other)
{
  return self->lanes_by == other->lanes_by && g_strcmp0 (self->zone, other->zone) == 0 &&
         leadup_snapshot_shares (self->snapshot, other->snapshot, LEADUP_RECORD_EVENT) &&
         leadup_snapshot_shares (self->snapshot, other->snapshot, LEADUP_RECORD_CATEGORY);
}

/* Returns: (transfer none) (nullable): what stood in a lane, unless it keeps another time */
static LeadupLaneBody *
find_body (LeadupTimelineIndex *self,
           const char          *key)
{
  LeadupIndexLane *lane = self->folds == NULL ? g_hash_table_lookup (self->by_key, key) : NULL;

  return lane != NULL ? lane->body : NULL;
}

/* Takes what passes from the index of all events, as much of it as possible as it stands there or
 * in @before, which is nullable. */
static void
take_matching (LeadupTimelineIndex    *self,
               LeadupTimelineIndex    *before,
               const guint32          *matches,
               const LeadupViewFields *view)
{
  for (guint i = 0; i < self->all->lanes->len; i++)
    {
      LeadupLaneBody *body = ((LeadupIndexLane *) g_ptr_array_index (self->all->lanes, i))->body;
      LeadupLaneBody *known = before != NULL ? find_body (before, body->key) : NULL;
      LeadupLaneBody *passed =
          matches != NULL
              ? leadup_lane_body_filter (body, self->snapshot, self->zone, matches, known)
              : leadup_lane_body_ref (body);

      if (passed != NULL)
        add_lane (self, view, passed);
    }
  for (guint i = 0; i < self->all->undated->len; i++)
    {
      guint event = g_array_index (self->all->undated, guint, i);

      if (matches == NULL || leadup_filter_has_matched (matches, event))
        g_array_append_val (self->undated, event);
    }
}

/**
 * leadup_timeline_index_new:
 * @filter: (nullable): which events are shown
 * @lanes_by: the field that lanes are made from
 * @cancellable: (nullable): makes it return %NULL
 *
 * Returns: (transfer full) (nullable): the index, with lanes in their natural order
 */
LeadupTimelineIndex *
leadup_timeline_index_new (LeadupSnapshot     *snapshot,
                           const LeadupFilter *filter,
                           LeadupLanesBy       lanes_by,
                           GCancellable       *cancellable)
{
  LeadupViewFields view = { .lanes_by = lanes_by };

  return leadup_timeline_index_new_for_view (snapshot, filter, &view, cancellable);
}

/**
 * leadup_timeline_index_new_for_view:
 * @filter: (nullable): which events are shown
 * @view: what it says of lanes counts, and nothing else
 * @cancellable: (nullable): makes it return %NULL
 *
 * O(n log n); any thread.
 *
 * Returns: (transfer full) (nullable): the index
 */
LeadupTimelineIndex *
leadup_timeline_index_new_for_view (LeadupSnapshot         *snapshot,
                                    const LeadupFilter     *filter,
                                    const LeadupViewFields *view,
                                    GCancellable           *cancellable)
{
  g_autofree guint32 *matches = NULL;

  g_return_val_if_fail (snapshot != NULL && view != NULL, NULL);

  if (filter != NULL && !leadup_filter_is_empty (filter))
    {
      matches = leadup_filter_match_all (filter, snapshot, cancellable);
      if (matches == NULL)
        return NULL;
    }

  return leadup_timeline_index_update (NULL, snapshot, matches, view, NULL, cancellable);
}

/**
 * leadup_timeline_index_update:
 * @before: (nullable): an index from which as much as possible is taken over
 * @matches: (nullable): which events are shown, of leadup_filter_match_all(); %NULL = all
 * @view: what it says of lanes counts, and nothing else
 * @permille: (nullable): how far it is; may be read by another thread with g_atomic_int_get()
 * @cancellable: (nullable): makes it return %NULL
 *
 * As leadup_timeline_index_new_for_view(). Where @before is of the same events and has lanes of
 * the same kind, no event is looked at that the filter leaves where it was; a lane of which
 * everything passes is the one that there was.
 *
 * Returns: (transfer full) (nullable): the index
 */
LeadupTimelineIndex *
leadup_timeline_index_update (LeadupTimelineIndex    *before,
                              LeadupSnapshot         *snapshot,
                              const guint32          *matches,
                              const LeadupViewFields *view,
                              int                    *permille,
                              GCancellable           *cancellable)
{
  g_autoptr (LeadupTimelineIndex) self = NULL;

  g_return_val_if_fail (snapshot != NULL && view != NULL, NULL);

  self = leadup_timeline_index_alloc (snapshot, view);
  if (before != NULL && !is_alike (before, self))
    before = NULL;
  if (before != NULL)
    self->all = leadup_timeline_index_ref (leadup_timeline_index_get_all (before));
  else
    self->all = new_all (snapshot, view->lanes_by, permille, cancellable);
  if (self->all == NULL)
    return NULL;

  take_matching (self, before, matches, view);
  if (view->is_quiet_folded)
    fold_quiet (self, view);
  g_ptr_array_sort_with_data (self->lanes, compare_lanes, self);
  for (guint i = 0; i < self->lanes->len; i++)
    ((LeadupIndexLane *) g_ptr_array_index (self->lanes, i))->index = i;
  add_ghosts (self);

  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}
