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
close_ends (LeadupTimelineEntry    *entry,
            const LeadupWhenBounds *bounds)
{
  LeadupInstant certain = bounds->start_latest;

  if (entry->is_open_start && entry->is_open_end)
    {
      /* As for what began before a day and still lasts: the known point is all there is. */
      entry->start = certain != LEADUP_INSTANT_MAX ? certain : bounds->end_earliest;
      entry->end = entry->is_ongoing ? LEADUP_INSTANT_MAX : entry->start;
    }
  else if (entry->is_open_start)
    {
      /* “By the 19th”: on that day, not at the midnight that ends it. */
      if (entry->end % LEADUP_USEC_DAY == 0)
        entry->end -= LEADUP_USEC_DAY / 2;
      entry->start = entry->end;
      if (entry->lasted && certain != LEADUP_INSTANT_MAX)
        entry->start = MIN (certain, entry->end);
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
                                   .end = bounds->end_latest,
                                   .is_ongoing = leadup_when_is_ongoing (when) != FALSE,
                                   .lasted = leadup_when_lasted (when) != FALSE,
                                   .is_vague = is_vague (when) };
  entry->is_open_start = entry->start == LEADUP_INSTANT_MIN;
  entry->is_open_end = entry->end == LEADUP_INSTANT_MAX;
  close_ends (entry, bounds);

  return TRUE;
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

/* A lane while its events are collected. */
typedef struct
{
  char *key;
  guint n;
  guint first; /* of its own among the indices of all lanes */
  LeadupLaneReach reach;
} Draft;

static void
clear_draft (gpointer data)
{
  g_free (((Draft *) data)->key);
}

/**
 * Collector:
 * @entries: in the order of ids; @longest is the number of the draft of the lane meanwhile
 * @numbers: key of a lane → number of its draft + 1
 */
typedef struct
{
  LeadupTimelineIndex *index;
  LeadupTimelineEntry *entries;
  guint n_entries;
  GArray *drafts;
  GHashTable *numbers;
  GHashTable *categories;
} Collector;

static guint
find_draft (Collector  *self,
            const char *key)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  Draft draft = { .reach = LEADUP_LANE_REACH_NONE };

  if (number > 0)
    return number - 1;

  draft.key = g_strdup (key);
  g_array_append_val (self->drafts, draft);
  g_hash_table_insert (self->numbers, draft.key, GUINT_TO_POINTER (self->drafts->len));

  return self->drafts->len - 1;
}

static void
collect_event (Collector *self,
               guint      event_number)
{
  LeadupTimelineIndex *index = self->index;
  LeadupEvent *event = leadup_snapshot_get (index->snapshot, LEADUP_RECORD_EVENT, event_number);
  LeadupTimelineEntry *entry = &self->entries[self->n_entries];
  const LeadupEventFields *fields;
  LeadupWhenBounds bounds;
  LeadupCategory *category = NULL;
  Draft *draft;
  guint number;

  if (!leadup_timeline_entry_init (entry, event, index->zone, &bounds))
    {
      g_array_append_val (index->undated, event_number);
      return;
    }

  fields = leadup_event_get_fields (event);
  number = GPOINTER_TO_UINT (
      g_hash_table_lookup (self->categories, fields->category != NULL ? fields->category : ""));
  if (number > 0)
    category = leadup_snapshot_get (index->snapshot, LEADUP_RECORD_CATEGORY, number - 1);
  entry->event = event_number;
  entry->category = number > 0 && number - 1 < LEADUP_TIMELINE_NO_CATEGORY
                        ? (guint16) (number - 1)
                        : LEADUP_TIMELINE_NO_CATEGORY;
  entry->verification = (guint8) fields->verification & 15;
  entry->importance = (float) importance_of (fields, category);
  entry->is_told = fields->n_evidence > 0;

  entry->longest = find_draft (self, leadup_lane_key_of (event, index->lanes_by));
  draft = &g_array_index (self->drafts, Draft, entry->longest);
  draft->n++;
  leadup_lane_reach_add (&draft->reach, fields->when, &bounds);
  self->n_entries++;
}

/* Tells how far the work is, in thousandths. */
static void
tell (int    *permille,
      guint64 done,
      guint64 all)
{
  if (permille != NULL)
    g_atomic_int_set (permille, (int) (done * 1000 / MAX (all, 1)));
}

/* Returns: FALSE where it was cancelled */
static gboolean
collect_events (Collector    *self,
                int          *permille,
                GCancellable *cancellable)
{
  guint n = leadup_snapshot_get_n (self->index->snapshot, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      if (i % CANCEL_STEP == 0)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          tell (permille, i, 2 * (guint64) n);
        }
      leadup_snapshot_look_ahead (self->index->snapshot, i);
      collect_event (self, i);
    }

  return TRUE;
}

/* Returns: FALSE where it was cancelled */
static gboolean
add_bodies (Collector    *self,
            int          *permille,
            GCancellable *cancellable)
{
  LeadupViewFields view = { .lanes_by = self->index->lanes_by };
  g_autofree guint *indices = g_new (guint, MAX (self->n_entries, 1));
  guint first = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      g_array_index (self->drafts, Draft, i).first = first;
      first += g_array_index (self->drafts, Draft, i).n;
    }
  for (guint i = 0; i < self->n_entries; i++)
    indices[g_array_index (self->drafts, Draft, self->entries[i].longest).first++] = i;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (self->drafts, Draft, i);
      const guint *own = &indices[draft->first - draft->n];

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      add_lane (self->index, &view,
                leadup_lane_body_new (
                    draft->key,
                    leadup_timeline_sort (self->entries, own, draft->n, self->index->snapshot),
                    draft->n, &draft->reach));
      tell (permille, self->n_entries + draft->first, 2 * (guint64) self->n_entries);
    }

  return TRUE;
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
  g_autoptr (GHashTable) categories = number_categories (snapshot);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  Collector collector = {
    .index = self, .drafts = drafts, .numbers = numbers, .categories = categories
  };
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  gboolean is_done;

  g_array_set_clear_func (drafts, clear_draft);
  collector.entries = leadup_pool_alloc (MAX (n, 1) * sizeof *collector.entries);
  is_done = collect_events (&collector, permille, cancellable) &&
            add_bodies (&collector, permille, cancellable);
  leadup_pool_free (collector.entries);

  return is_done ? g_steal_pointer (&self) : NULL;
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

/* Takes what passes from the index of all events, as much of it as possible as it stands. */
static void
take_matching (LeadupTimelineIndex    *self,
               const guint32          *matches,
               const LeadupViewFields *view)
{
  for (guint i = 0; i < self->all->lanes->len; i++)
    {
      LeadupLaneBody *body = ((LeadupIndexLane *) g_ptr_array_index (self->all->lanes, i))->body;
      LeadupLaneBody *passed =
          matches != NULL ? leadup_lane_body_filter (body, self->snapshot, self->zone, matches)
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
  if (before != NULL && is_alike (before, self))
    self->all = leadup_timeline_index_ref (leadup_timeline_index_get_all (before));
  else
    self->all = new_all (snapshot, view->lanes_by, permille, cancellable);
  if (self->all == NULL)
    return NULL;

  take_matching (self, matches, view);
  if (view->is_quiet_folded)
    fold_quiet (self, view);
  g_ptr_array_sort_with_data (self->lanes, compare_lanes, self);
  for (guint i = 0; i < self->lanes->len; i++)
    ((LeadupIndexLane *) g_ptr_array_index (self->lanes, i))->index = i;
  add_ghosts (self);

  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}
