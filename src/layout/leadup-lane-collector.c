/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-collector.h"

#include "base/leadup-pool.h"
#include "base/leadup-zone.h"
#include "layout/leadup-lane-key.h"
#include "layout/leadup-timeline-index-private.h"
#include "layout/leadup-timeline-sort.h"
#include "model/leadup-category.h"

#include <math.h>

#define CANCEL_STEP 1024

/* Threads in all; below so many events each, another one is not worth its start. */
#define MAX_WORKERS 4
#define MIN_EVENTS 32768

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

/**
 * Draft:
 * @first: of its own among the indices of all lanes
 *
 * A lane while its events are collected.
 */
typedef struct
{
  char *key;
  guint n;
  guint first;
  LeadupLaneReach reach;
  LeadupLaneBody *body;
} Draft;

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_free (draft->key);
  if (draft->body != NULL)
    leadup_lane_body_unref (draft->body);
}

/**
 * Drafts:
 * @list: (element-type Draft): in the order in which their first events come
 * @numbers: key of a lane → number of its draft + 1
 */
typedef struct
{
  GArray *list;
  GHashTable *numbers;
} Drafts;

static void
drafts_init (Drafts *self)
{
  self->list = g_array_new (FALSE, FALSE, sizeof (Draft));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (self->list, clear_draft);
}

static void
drafts_clear (Drafts *self)
{
  g_array_unref (self->list);
  g_hash_table_unref (self->numbers);
}

static guint
drafts_find (Drafts     *self,
             const char *key)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  Draft draft = { .reach = LEADUP_LANE_REACH_NONE };

  if (number > 0)
    return number - 1;

  draft.key = g_strdup (key);
  g_array_append_val (self->list, draft);
  g_hash_table_insert (self->numbers, draft.key, GUINT_TO_POINTER (self->list->len));

  return self->list->len - 1;
}

/* What all threads look at, and none changes. */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupLanesBy lanes_by;
  const char *zone;
  GHashTable *categories;
  LeadupTimelineEntry *entries;
  GCancellable *cancellable;
} Source;

/**
 * Slice:
 * @from: number of its first event
 * @to: behind its last one
 * @n_entries: from @from in the entries of the source, in the order of ids; @longest is the number
 * of the draft of the lane meanwhile
 * @permille: (nullable): tells how far it is
 *
 * The events that one thread collects.
 */
typedef struct
{
  const Source *source;
  guint from;
  guint to;
  guint n_entries;
  Drafts drafts;
  GArray *undated;
  int *permille;
  gboolean is_done;
} Slice;

static void
collect_event (Slice *self,
               guint  event_number)
{
  const Source *source = self->source;
  LeadupEvent *event = leadup_snapshot_get (source->snapshot, LEADUP_RECORD_EVENT, event_number);
  LeadupTimelineEntry *entry = &source->entries[self->from + self->n_entries];
  const LeadupEventFields *fields;
  LeadupWhenBounds bounds;
  LeadupCategory *category = NULL;
  Draft *draft;
  guint number;

  if (!leadup_timeline_entry_init (entry, event, source->zone, &bounds))
    {
      g_array_append_val (self->undated, event_number);
      return;
    }

  fields = leadup_event_get_fields (event);
  number = GPOINTER_TO_UINT (
      g_hash_table_lookup (source->categories, fields->category != NULL ? fields->category : ""));
  if (number > 0)
    category = leadup_snapshot_get (source->snapshot, LEADUP_RECORD_CATEGORY, number - 1);
  entry->event = event_number;
  entry->category = number > 0 && number - 1 < LEADUP_TIMELINE_NO_CATEGORY
                        ? (guint16) (number - 1)
                        : LEADUP_TIMELINE_NO_CATEGORY;
  entry->verification = (guint8) fields->verification & 15;
  entry->importance = (float) importance_of (fields, category);
  entry->is_told = fields->n_evidence > 0;

  entry->longest = drafts_find (&self->drafts, leadup_lane_key_of (event, source->lanes_by));
  draft = &g_array_index (self->drafts.list, Draft, entry->longest);
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

static gpointer
collect_slice (gpointer data)
{
  Slice *self = data;

  for (guint i = self->from; i < self->to; i++)
    {
      if (i % CANCEL_STEP == 0)
        {
          if (g_cancellable_is_cancelled (self->source->cancellable))
            return NULL;
          tell (self->permille, i - self->from, 2 * (guint64) (self->to - self->from));
        }
      leadup_snapshot_look_ahead (self->source->snapshot, i);
      collect_event (self, i);
    }
  self->is_done = TRUE;

  return NULL;
}

/* Runs @func @n times, all but the first in threads of their own, and waits for them. @size: of an
 * item, 0 where all are at the same one. */
static void
run_each (GThreadFunc func,
          gpointer    items,
          gsize       size,
          guint       n)
{
  GThread *threads[MAX_WORKERS] = { NULL };

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_try_new ("index", func, (char *) items + i * size, NULL);
  for (guint i = 0; i < n; i++)
    if (threads[i] == NULL)
      func ((char *) items + i * size);
  for (guint i = 1; i < n; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/**
 * Bodies:
 * @next: number of the draft that nobody has taken
 *
 * The making of lanes, of which each thread takes one after the other.
 */
typedef struct
{
  const Source *source;
  Drafts *drafts;
  const guint *indices;
  guint n_entries;
  gint next;
  gint n_made; /* entries */
  int *permille;
} Bodies;

static gpointer
make_bodies (gpointer data)
{
  Bodies *self = data;
  const Source *source = self->source;
  guint i;

  while ((i = (guint) g_atomic_int_add (&self->next, 1)) < self->drafts->list->len)
    {
      Draft *draft = &g_array_index (self->drafts->list, Draft, i);
      const guint *own = &self->indices[draft->first - draft->n];

      if (g_cancellable_is_cancelled (source->cancellable))
        return NULL;
      draft->body = leadup_lane_body_new (
          draft->key, leadup_timeline_sort (source->entries, own, draft->n, source->snapshot),
          draft->n, &draft->reach);
      tell (self->permille,
            self->n_entries + (guint) g_atomic_int_add (&self->n_made, (gint) draft->n) + draft->n,
            2 * (guint64) self->n_entries);
    }

  return NULL;
}

/* Makes the drafts of all slices those of the first one, and adds them up. Returns: (transfer
 * full): the entries by lane, and in each in the order of ids; of the pool */
static guint *
join_slices (Slice *slices,
             guint  n_slices,
             guint *n_entries)
{
  Drafts *drafts = &slices[0].drafts;
  GArray *list = drafts->list;
  guint *indices;
  guint first = 0;

  *n_entries = slices[0].n_entries;
  for (guint s = 1; s < n_slices; s++)
    {
      g_autofree guint *numbers = g_new (guint, slices[s].drafts.list->len + 1);

      for (guint i = 0; i < slices[s].drafts.list->len; i++)
        {
          const Draft *other = &g_array_index (slices[s].drafts.list, Draft, i);
          Draft *draft;

          numbers[i] = drafts_find (drafts, other->key);
          draft = &g_array_index (list, Draft, numbers[i]);
          draft->n += other->n;
          leadup_lane_reach_join (&draft->reach, &other->reach);
        }
      for (guint i = 0; i < slices[s].n_entries; i++)
        {
          LeadupTimelineEntry *entry = &slices[s].source->entries[slices[s].from + i];

          entry->longest = numbers[entry->longest];
        }
      *n_entries += slices[s].n_entries;
    }

  for (guint i = 0; i < list->len; i++)
    {
      g_array_index (list, Draft, i).first = first;
      first += g_array_index (list, Draft, i).n;
    }
  indices = leadup_pool_alloc (MAX (*n_entries, 1) * sizeof *indices);
  for (guint s = 0; s < n_slices; s++)
    for (guint i = slices[s].from; i < slices[s].from + slices[s].n_entries; i++)
      indices[g_array_index (list, Draft, slices[s].source->entries[i].longest).first++] = i;

  return indices;
}

/* Returns: (transfer full) (nullable): the bodies; %NULL where it was cancelled */
static GPtrArray *
new_bodies (Slice *slices,
            guint  n_slices)
{
  g_autoptr (GPtrArray) bodies =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_lane_body_unref);
  guint *indices;
  Bodies making = { .source = slices[0].source,
                    .drafts = &slices[0].drafts,
                    .permille = slices[0].permille };

  indices = join_slices (slices, n_slices, &making.n_entries);
  making.indices = indices;
  run_each (make_bodies, &making, 0, n_slices);
  leadup_pool_free (indices);

  for (guint i = 0; i < making.drafts->list->len; i++)
    {
      LeadupLaneBody *body = g_array_index (making.drafts->list, Draft, i).body;

      if (body == NULL)
        return NULL;
      g_ptr_array_add (bodies, leadup_lane_body_ref (body));
    }
  tell (making.permille, 1, 1);

  return g_steal_pointer (&bodies);
}

/**
 * leadup_lane_bodies_collect:
 * @zone: (nullable): in which times of day are shown
 * @undated: (element-type guint): takes the numbers of events without a place in time
 * @permille: (nullable): how far it is; may be read by another thread with g_atomic_int_get()
 * @cancellable: (nullable): makes it return %NULL
 *
 * Divides the events of a story into lanes. Of a large story several threads read a part each: the
 * events lie all over the memory, and waiting for them is most of the work. What comes out does not
 * depend on how many threads there are. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type LeadupLaneBody): in the order in which their
 * first events come
 */
GPtrArray *
leadup_lane_bodies_collect (LeadupSnapshot *snapshot,
                            LeadupLanesBy   lanes_by,
                            const char     *zone,
                            GArray         *undated,
                            int            *permille,
                            GCancellable   *cancellable)
{
  g_autoptr (GHashTable) categories = number_categories (snapshot);
  Source source = { snapshot, lanes_by, zone, categories, NULL, cancellable };
  Slice slices[MAX_WORKERS] = { 0 };
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  guint n_slices = CLAMP (n / MIN_EVENTS, 1, MAX_WORKERS);
  GPtrArray *bodies = NULL;
  gboolean is_done = TRUE;

  n_slices = MIN (n_slices, g_get_num_processors ());
  source.entries = leadup_pool_alloc (MAX (n, 1) * sizeof *source.entries);
  for (guint i = 0; i < n_slices; i++)
    {
      slices[i] = (Slice) { .source = &source,
                            .from = (guint) ((guint64) n * i / n_slices),
                            .to = (guint) ((guint64) n * (i + 1) / n_slices),
                            .undated = g_array_new (FALSE, FALSE, sizeof (guint)),
                            .permille = i == 0 ? permille : NULL };
      drafts_init (&slices[i].drafts);
    }

  run_each (collect_slice, slices, sizeof *slices, n_slices);
  for (guint i = 0; i < n_slices; i++)
    {
      is_done &= slices[i].is_done;
      g_array_append_vals (undated, slices[i].undated->data, slices[i].undated->len);
    }
  if (is_done)
    bodies = new_bodies (slices, n_slices);

  for (guint i = 0; i < n_slices; i++)
    {
      drafts_clear (&slices[i].drafts);
      g_array_unref (slices[i].undated);
    }
  leadup_pool_free (source.entries);

  return bodies;
}
