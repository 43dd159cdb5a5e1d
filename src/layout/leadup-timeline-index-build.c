/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-pool.h"
#include "base/leadup-zone.h"
#include "layout/leadup-lane-key.h"
#include "layout/leadup-timeline-index-private.h"
#include "layout/leadup-timeline-sort.h"
#include "model/leadup-category.h"
#include "model/leadup-phase.h"

#include <math.h>
#include <stdlib.h>

#define CANCEL_STEP 1024

/* The calendar unit below which a date says nothing. */
static LeadupUnit
unit_of (LeadupPrecision precision)
{
  switch (precision)
    {
    case LEADUP_PRECISION_TIME:
      return LEADUP_UNIT_MILLISECOND;
    case LEADUP_PRECISION_MONTH:
    case LEADUP_PRECISION_SEASON:
    case LEADUP_PRECISION_QUARTER:
      return LEADUP_UNIT_MONTH;
    case LEADUP_PRECISION_YEAR:
    case LEADUP_PRECISION_DECADE:
    case LEADUP_PRECISION_CENTURY:
      return LEADUP_UNIT_YEAR;
    case LEADUP_PRECISION_DAY:
    case LEADUP_PRECISION_WEEK:
    case LEADUP_PRECISION_INTERVAL:
    case LEADUP_PRECISION_UNDATED: /* the day by which it was */
    default:
      return LEADUP_UNIT_DAY;
    }
}

/* The user’s word, or else what the event itself says: how strong, how well founded, how many are
 * in it. */
static double
importance_of (const LeadupEventFields *fields,
               LeadupCategory          *category)
{
  double tone = fields->tone;
  double importance = 2;

  if (fields->importance > 0)
    return MIN (fields->importance, 5);

  if (isnan (tone))
    tone = category != NULL ? leadup_category_get_fields (category)->tone : 0;
  if (!isnan (tone))
    importance += MIN (fabs (tone), 10) * 0.12;
  importance += MIN (fields->n_evidence, 4) * 0.2;
  importance += MIN (fields->n_participants, 4) * 0.1;
  if (fields->verification == LEADUP_VERIFICATION_VERIFIED)
    importance += 0.3;
  else if (fields->verification == LEADUP_VERIFICATION_UNVERIFIED ||
           fields->verification == LEADUP_VERIFICATION_RETRACTED)
    importance -= 0.5;

  return CLAMP (importance, 1, 5);
}

static gboolean
is_vague (const LeadupWhen *when)
{
  if (leadup_when_is_approximate (when) || leadup_when_is_uncertain (when))
    return TRUE;

  return !leadup_when_lasted (when) && leadup_when_get_precision (when) > LEADUP_PRECISION_DAY;
}

/* The ends of the mark where one of them is not known. */
static void
close_ends (LeadupTimelineEntry *entry)
{
  if (entry->is_open_start && entry->is_open_end)
    {
      /* As for what began before a day and still lasts: the known point is all there is. */
      entry->start =
          entry->start_certain != LEADUP_INSTANT_MAX ? entry->start_certain : entry->end_certain;
      entry->end = entry->is_ongoing ? LEADUP_INSTANT_MAX : entry->start;
    }
  else if (entry->is_open_start)
    {
      /* “By the 19th”: on that day, not at the midnight that ends it. */
      if (entry->end % LEADUP_USEC_DAY == 0)
        entry->end -= LEADUP_USEC_DAY / 2;
      entry->start = entry->end;
      if (entry->lasted && entry->start_certain != LEADUP_INSTANT_MAX)
        entry->start = MIN (entry->start_certain, entry->end);
    }
  else if (entry->is_open_end)
    {
      entry->end = entry->is_ongoing ? LEADUP_INSTANT_MAX : entry->start;
    }
  else
    {
      entry->end = MAX (entry->end, entry->start);
    }
}

/* “By 19 December” says something; an event without any bound has no place in time. */
static gboolean
has_place (const LeadupWhen *when)
{
  const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;

  if (bounds == NULL)
    return FALSE;

  return bounds->start_earliest != LEADUP_INSTANT_MIN || bounds->end_latest != LEADUP_INSTANT_MAX ||
         bounds->start_latest != LEADUP_INSTANT_MAX;
}

/* Fills what the time of an event says. Returns: whether it has a place in time */
gboolean
leadup_timeline_entry_init (LeadupTimelineEntry *entry,
                            LeadupEvent         *event,
                            const char          *zone,
                            LeadupWhenBounds    *bounds)
{
  const LeadupWhen *when = leadup_event_get_when (event);

  if (!has_place (when))
    return FALSE;
  leadup_zone_get_bounds (zone, when, bounds);

  *entry = (LeadupTimelineEntry) { .start = bounds->start_earliest,
                                   .start_certain = bounds->start_latest,
                                   .end_certain = bounds->end_earliest,
                                   .end = bounds->end_latest,
                                   .event = event,
                                   .is_ongoing = leadup_when_is_ongoing (when) != FALSE,
                                   .lasted = leadup_when_lasted (when) != FALSE,
                                   .is_vague = is_vague (when) };
  entry->is_open_start = entry->start == LEADUP_INSTANT_MIN;
  entry->is_open_end = entry->end == LEADUP_INSTANT_MAX;
  close_ends (entry);

  return TRUE;
}

/* Takes the entry from time to folded time. */
void
leadup_timeline_entry_fold (LeadupTimelineEntry   *entry,
                            const LeadupTimeFolds *folds)
{
  entry->start = leadup_time_folds_fold (folds, entry->start);
  entry->start_certain = leadup_time_folds_fold (folds, entry->start_certain);
  entry->end_certain = leadup_time_folds_fold (folds, entry->end_certain);
  entry->end = leadup_time_folds_fold (folds, entry->end);
}

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
  const LeadupLaneOptions *options = find_options (view, lane->key, &lane->position);

  lane->lane.height = options != NULL && options->height > 0 ? options->height : 1;
  if (options != NULL)
    {
      lane->lane.is_pinned = options->is_pinned;
      lane->lane.is_collapsed = options->is_collapsed;
      lane->lane.colour = g_strdup (options->colour);
    }
  g_ptr_array_add (options != NULL && options->is_hidden ? self->hidden_lanes : self->lanes, lane);
}

static LeadupIndexLane *
get_lane (LeadupTimelineIndex    *self,
          const LeadupViewFields *view,
          const char             *key)
{
  LeadupIndexLane *lane = g_hash_table_lookup (self->by_key, key);

  if (lane != NULL)
    return lane;

  lane = g_new0 (LeadupIndexLane, 1);
  lane->key = g_strdup (key);
  lane->name = leadup_lane_key_name (key, self->lanes_by, self->snapshot);
  lane->rank = leadup_lane_key_rank (key, self->lanes_by, self->snapshot);
  lane->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  lane->ghosts = g_array_new (FALSE, FALSE, sizeof (LeadupLaneGhost));
  lane->collate_key = g_utf8_collate_key (lane->name, -1);
  set_options (self, lane, view);
  g_hash_table_insert (self->by_key, lane->key, lane);

  return lane;
}

/* Category ids to their indices in the snapshot. */
static GHashTable *
number_categories (LeadupSnapshot *snapshot)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CATEGORY); i++)
    {
      LeadupRecord *category = leadup_snapshot_get (snapshot, LEADUP_RECORD_CATEGORY, i);

      g_hash_table_insert (numbers, (gpointer) leadup_record_get_id (category),
                           GUINT_TO_POINTER (i + 1));
    }

  return numbers;
}

static void
extend_range (LeadupTimelineIndex    *self,
              const LeadupWhenBounds *bounds)
{
  LeadupInstant times[4] = { bounds->start_earliest, bounds->start_latest, bounds->end_earliest,
                             bounds->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (times[i] == LEADUP_INSTANT_MIN || times[i] == LEADUP_INSTANT_MAX)
        continue;
      self->from = MIN (self->from, times[i]);
      self->to = MAX (self->to, times[i]);
    }
}

static void
add_event (LeadupTimelineIndex    *self,
           const LeadupViewFields *view,
           LeadupEvent            *event,
           GHashTable             *categories)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  LeadupTimelineEntry entry;
  LeadupWhenBounds bounds;
  LeadupCategory *category = NULL;
  guint number;

  if (!leadup_timeline_entry_init (&entry, event, self->zone, &bounds))
    {
      g_ptr_array_add (self->undated, event);
      return;
    }

  number = GPOINTER_TO_UINT (
      g_hash_table_lookup (categories, fields->category != NULL ? fields->category : ""));
  if (number > 0)
    category = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_CATEGORY, number - 1);
  entry.category = number > 0 && number - 1 < LEADUP_TIMELINE_NO_CATEGORY
                       ? (guint16) (number - 1)
                       : LEADUP_TIMELINE_NO_CATEGORY;
  entry.verification = (guint8) fields->verification;
  entry.importance = (float) importance_of (fields, category);

  self->n_shown++;
  self->finest = MIN (self->finest, unit_of (leadup_when_get_precision (fields->when)));
  extend_range (self, &bounds);
  self->collected[self->n_collected] = entry;
  g_array_append_val (get_lane (self, view, leadup_lane_key_of (event, self->lanes_by))->indices,
                      self->n_collected);
  self->n_collected++;
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

  return g_strcmp0 (leadup_record_get_id (LEADUP_RECORD (first->event)),
                    leadup_record_get_id (LEADUP_RECORD (second->event)));
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

  return g_strcmp0 (first->key, second->key);
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
  if (!is_by_hand && (first->key[0] == '\0') != (second->key[0] == '\0'))
    return first->key[0] == '\0' ? 1 : -1;

  order = compare_by_order (self, first, second);

  return order != 0 ? order : compare_naturally (self, first, second);
}

static void
describe_for_density (gconstpointer           data,
                      guint                   index,
                      LeadupLaneDensityEvent *event)
{
  const LeadupTimelineEntry *entry = (const LeadupTimelineEntry *) data + index;

  *event = (LeadupLaneDensityEvent) {
    .start = entry->start,
    .category = entry->category,
    .is_doubtful = leadup_verification_get_rank (entry->verification) <
                   leadup_verification_get_rank (LEADUP_VERIFICATION_SINGLE_SOURCE)
  };
}

static void
finish_lane (LeadupIndexLane           *lane,
             const LeadupTimelineEntry *collected)
{
  LeadupInstant max_end = LEADUP_INSTANT_MIN;

  lane->lane.key = lane->key;
  lane->lane.name = lane->name;
  lane->sorted = leadup_timeline_sort (collected, (const guint *) (gpointer) lane->indices->data,
                                       lane->lane.n_entries);
  g_clear_pointer (&lane->indices, g_array_unref);
  lane->max_ends = g_new (LeadupInstant, lane->lane.n_entries);
  lane->lane.entries = lane->sorted;
  lane->lane.max_ends = lane->max_ends;
  lane->lane.category = (int) lane->lane.entries[0].category;

  for (guint i = 0; i < lane->lane.n_entries; i++)
    {
      max_end = MAX (max_end, lane->lane.entries[i].end);
      lane->max_ends[i] = max_end;
      if ((int) lane->lane.entries[i].category != lane->lane.category)
        lane->lane.category = -1;
    }
  if (lane->lane.category == LEADUP_TIMELINE_NO_CATEGORY)
    lane->lane.category = -1;
  lane->density =
      leadup_lane_density_new (describe_for_density, lane->lane.entries, lane->lane.n_entries);
  lane->lane.density = lane->density;
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
          leadup_lane_key_for_others (lane->entries[j].event, self->lanes_by, add_ghost, &search);
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
append_entry_span (GArray                    *spans,
                   const LeadupTimelineEntry *entry)
{
  LeadupTimeSpan span = { entry->start, entry->end };

  if (entry->end == LEADUP_INSTANT_MAX)
    span.to = entry->start_certain != LEADUP_INSTANT_MAX ? MAX (entry->start, entry->start_certain)
                                                         : entry->start;
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
      const GArray *indices = ((LeadupIndexLane *) g_ptr_array_index (self->lanes, i))->indices;

      for (guint j = 0; j < indices->len; j++)
        append_entry_span (spans, &self->collected[g_array_index (indices, guint, j)]);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      first = MIN (first, g_array_index (spans, LeadupTimeSpan, i).from);
      last = MAX (last, g_array_index (spans, LeadupTimeSpan, i).to);
    }
  append_phase_spans (spans, self->snapshot, first, last);
  self->folds = leadup_time_folds_new ((LeadupTimeSpan *) (gpointer) spans->data, spans->len,
                                       view->opened, view->n_opened);

  for (guint i = 0; i < self->n_collected && self->folds != NULL; i++)
    leadup_timeline_entry_fold (&self->collected[i], self->folds);
}

static gboolean
finish (LeadupTimelineIndex *self,
        GCancellable        *cancellable)
{
  for (guint i = 0; i < self->hidden_lanes->len; i++)
    {
      LeadupIndexLane *lane = g_ptr_array_index (self->hidden_lanes, i);

      lane->lane.n_entries = lane->indices->len;
      self->n_shown -= lane->lane.n_entries;
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      LeadupIndexLane *lane = g_ptr_array_index (self->lanes, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      lane->lane.n_entries = lane->indices->len;
      finish_lane (lane, self->collected);
    }

  g_clear_pointer (&self->collected, leadup_pool_free);

  g_ptr_array_sort_with_data (self->lanes, compare_lanes, self);
  for (guint i = 0; i < self->lanes->len; i++)
    ((LeadupIndexLane *) g_ptr_array_index (self->lanes, i))->index = i;
  add_ghosts (self);

  return !g_cancellable_is_cancelled (cancellable);
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
  g_autoptr (LeadupTimelineIndex) self = NULL;
  g_autoptr (GHashTable) categories = NULL;

  g_return_val_if_fail (snapshot != NULL && view != NULL, NULL);

  self = leadup_timeline_index_alloc (snapshot, view);
  self->zone = leadup_timeline_index_get_zone (self);
  categories = number_categories (snapshot);

  self->collected = leadup_pool_alloc (
      MAX (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT), 1) * sizeof *self->collected);
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (filter == NULL || leadup_filter_matches (filter, event))
        add_event (self, view, event, categories);
    }

  if (view->is_quiet_folded)
    fold_quiet (self, view);

  return finish (self, cancellable) ? g_steal_pointer (&self) : NULL;
}
