/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-index.h"

#include "layout/leadup-lane-key.h"
#include "model/leadup-category.h"

#include <math.h>
#include <stdlib.h>

#define CANCEL_STEP 1024
#define MAX_DERIVED 3

/* Something dear that was computed from the index, kept for whoever asks next. */
typedef struct
{
  char *key;
  gpointer data;
  GBoxedCopyFunc ref;
  GDestroyNotify unref;
} Derived;

typedef struct
{
  LeadupLane lane;
  char *key;
  char *name;
  GArray *entries;
  GArray *max_ends;
  int rank;
} Lane;

/**
 * _LeadupTimelineIndex:
 * @lock: guards @derived, the only thing that changes
 */
struct _LeadupTimelineIndex
{
  gatomicrefcount ref_count;
  LeadupSnapshot *snapshot;
  LeadupLanesBy lanes_by;
  GPtrArray *lanes;
  GPtrArray *undated;
  guint n_shown;
  LeadupUnit finest;
  LeadupInstant from;
  LeadupInstant to;
  GMutex lock;
  GQueue derived;
};

G_DEFINE_BOXED_TYPE (LeadupTimelineIndex,
                     leadup_timeline_index,
                     leadup_timeline_index_ref,
                     leadup_timeline_index_unref)

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->key);
  g_free (lane->name);
  g_array_unref (lane->entries);
  g_array_unref (lane->max_ends);
  g_free (lane);
}

static void
derived_free (gpointer data)
{
  Derived *derived = data;

  derived->unref (derived->data);
  g_free (derived->key);
  g_free (derived);
}

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

static void
init_entry (LeadupTimelineEntry *entry,
            LeadupEvent         *event,
            const LeadupWhen    *when)
{
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);

  *entry = (LeadupTimelineEntry) { .start = bounds->start_earliest,
                                   .start_certain = bounds->start_latest,
                                   .end_certain = bounds->end_earliest,
                                   .end = bounds->end_latest,
                                   .event = event,
                                   .is_ongoing = leadup_when_is_ongoing (when) != FALSE,
                                   .lasted = leadup_when_lasted (when) != FALSE,
                                   .is_vague = is_vague (when) };
}

static Lane *
get_lane (LeadupTimelineIndex *self,
          GHashTable          *by_key,
          const char          *key)
{
  Lane *lane = g_hash_table_lookup (by_key, key);

  if (lane != NULL)
    return lane;

  lane = g_new0 (Lane, 1);
  lane->key = g_strdup (key);
  lane->name = leadup_lane_key_name (key, self->lanes_by, self->snapshot);
  lane->rank = leadup_lane_key_rank (key, self->lanes_by, self->snapshot);
  lane->entries = g_array_new (FALSE, FALSE, sizeof (LeadupTimelineEntry));
  lane->max_ends = g_array_new (FALSE, FALSE, sizeof (LeadupInstant));
  g_ptr_array_add (self->lanes, lane);
  g_hash_table_insert (by_key, lane->key, lane);

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
extend_range (LeadupTimelineIndex       *self,
              const LeadupTimelineEntry *entry)
{
  LeadupInstant times[4] = { entry->start, entry->start_certain, entry->end_certain, entry->end };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (times[i] == LEADUP_INSTANT_MIN || times[i] == LEADUP_INSTANT_MAX)
        continue;
      self->from = MIN (self->from, times[i]);
      self->to = MAX (self->to, times[i]);
    }
}

static void
add_event (LeadupTimelineIndex *self,
           LeadupEvent         *event,
           GHashTable          *lanes,
           GHashTable          *categories)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  LeadupTimelineEntry entry;
  LeadupCategory *category = NULL;
  LeadupPrecision precision;
  guint number;

  if (fields->when == NULL)
    {
      g_ptr_array_add (self->undated, event);
      return;
    }
  precision = leadup_when_get_precision (fields->when);
  init_entry (&entry, event, fields->when);
  /* “By 19 December” says something; an event without any bound has no place in time. */
  if (entry.start == LEADUP_INSTANT_MIN && entry.end == LEADUP_INSTANT_MAX &&
      entry.start_certain == LEADUP_INSTANT_MAX)
    {
      g_ptr_array_add (self->undated, event);
      return;
    }

  number = GPOINTER_TO_UINT (
      g_hash_table_lookup (categories, fields->category != NULL ? fields->category : ""));
  if (number > 0)
    category = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_CATEGORY, number - 1);
  entry.category = number > 0 ? number - 1 : G_MAXUINT32;
  entry.verification = (guint8) fields->verification;
  entry.importance = (float) importance_of (fields, category);

  self->n_shown++;
  self->finest = MIN (self->finest, unit_of (precision));
  extend_range (self, &entry);
  g_array_append_val (get_lane (self, lanes, leadup_lane_key_of (event, self->lanes_by))->entries,
                      entry);
}

static int
compare_entries (gconstpointer a,
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
compare_lanes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const LeadupTimelineIndex *self = data;
  const Lane *first = *(Lane *const *) a;
  const Lane *second = *(Lane *const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (self->lanes_by != LEADUP_LANES_BY_CATEGORY && first->entries->len != second->entries->len)
    return first->entries->len > second->entries->len ? -1 : 1;

  return g_strcmp0 (first->key, second->key);
}

static void
finish_lane (Lane *lane)
{
  LeadupInstant max_end = LEADUP_INSTANT_MIN;

  g_array_sort (lane->entries, compare_entries);
  g_array_set_size (lane->max_ends, lane->entries->len);
  lane->lane.key = lane->key;
  lane->lane.name = lane->name;
  lane->lane.entries = (const LeadupTimelineEntry *) (gpointer) lane->entries->data;
  lane->lane.n_entries = lane->entries->len;
  lane->lane.max_ends = (const LeadupInstant *) (gpointer) lane->max_ends->data;
  lane->lane.category = (int) lane->lane.entries[0].category;

  for (guint i = 0; i < lane->entries->len; i++)
    {
      max_end = MAX (max_end, lane->lane.entries[i].end);
      g_array_index (lane->max_ends, LeadupInstant, i) = max_end;
      if ((int) lane->lane.entries[i].category != lane->lane.category)
        lane->lane.category = -1;
    }
}

/**
 * leadup_timeline_index_new:
 * @filter: (nullable): which events are shown
 * @lanes_by: the field that lanes are made from
 * @cancellable: (nullable): makes it return %NULL
 *
 * O(n log n); any thread.
 *
 * Returns: (transfer full) (nullable): the index
 */
LeadupTimelineIndex *
leadup_timeline_index_new (LeadupSnapshot     *snapshot,
                           const LeadupFilter *filter,
                           LeadupLanesBy       lanes_by,
                           GCancellable       *cancellable)
{
  g_autoptr (LeadupTimelineIndex) self = NULL;
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) categories = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_new0 (LeadupTimelineIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_queue_init (&self->derived);
  self->snapshot = leadup_snapshot_ref (snapshot);
  self->lanes_by = lanes_by;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->undated = g_ptr_array_new ();
  self->finest = LEADUP_UNIT_MILLENNIUM;
  self->from = LEADUP_INSTANT_MAX;
  self->to = LEADUP_INSTANT_MIN;
  categories = number_categories (snapshot);

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (filter == NULL || leadup_filter_matches (filter, event))
        add_event (self, event, lanes, categories);
    }

  for (guint i = 0; i < self->lanes->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      finish_lane (g_ptr_array_index (self->lanes, i));
    }
  g_ptr_array_sort_with_data (self->lanes, compare_lanes, self);

  return g_steal_pointer (&self);
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

  g_queue_clear_full (&self->derived, derived_free);
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->undated);
  leadup_snapshot_unref (self->snapshot);
  g_free (self);
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

  return &((Lane *) g_ptr_array_index (self->lanes, lane))->lane;
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

  return self->n_shown > 0 ? self->finest : LEADUP_UNIT_DAY;
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

  return g_ptr_array_index (self->undated, index);
}

/**
 * leadup_timeline_index_get_range:
 * @from: (out): the earliest bound of a shown event
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

  if (self->from > self->to)
    return FALSE;

  *from = self->from;
  *to = self->to;

  return TRUE;
}

/**
 * leadup_timeline_index_ref_derived:
 *
 * Returns: (transfer full) (nullable): what was kept under @key, with a reference of its own
 */
gpointer
leadup_timeline_index_ref_derived (LeadupTimelineIndex *self,
                                   const char          *key)
{
  gpointer found = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  g_mutex_lock (&self->lock);
  for (GList *link = self->derived.head; link != NULL; link = link->next)
    {
      Derived *derived = link->data;

      if (!g_str_equal (derived->key, key))
        continue;
      g_queue_unlink (&self->derived, link);
      g_queue_push_head_link (&self->derived, link);
      found = derived->ref (derived->data);
      break;
    }
  g_mutex_unlock (&self->lock);

  return found;
}

/**
 * leadup_timeline_index_keep_derived:
 * @derived: (transfer none): what was computed from the index and @key alone
 *
 * Keeps the result of a dear computation as long as the index lives, or until newer ones push it
 * out. Any thread.
 */
void
leadup_timeline_index_keep_derived (LeadupTimelineIndex *self,
                                    const char          *key,
                                    gpointer             derived,
                                    GBoxedCopyFunc       ref,
                                    GDestroyNotify       unref)
{
  Derived *kept = g_new0 (Derived, 1);
  Derived *old = NULL;

  g_return_if_fail (self != NULL && key != NULL && derived != NULL);

  kept->key = g_strdup (key);
  kept->data = ref (derived);
  kept->ref = ref;
  kept->unref = unref;

  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->derived, kept);
  if (g_queue_get_length (&self->derived) > MAX_DERIVED)
    old = g_queue_pop_tail (&self->derived);
  g_mutex_unlock (&self->lock);

  if (old != NULL)
    derived_free (old);
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

      if (lane->max_ends[middle] <= from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
