/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-ties.h"

#include "model/leadup-actor.h"
#include "model/leadup-ties-private.h"

#include <math.h>
#include <string.h>

/* How many events are read between two looks at the cancellable. */
#define CHECK_EVERY 1024

/* An event that names more actors than this on one side ties only the first of them: the pairs of a
 * list of thousands, as a hostile file may hold, would fill the memory. */
#define MAX_SIDE 64

/* Absorbs the rounding of sums, so that three of four is three quarters. */
#define EPSILON 1e-9

/* Shares of hostility from which on, and up to which, a tie is not mixed. */
#define HOSTILE_FROM 0.75
#define COOPERATIVE_TO 0.25

/* What is known of an actor of the snapshot while events are read. The stamps are numbers of
 * events, from 1: whatever one event says twice counts once. */
typedef struct
{
  guint index; /* among the actors of the ties, once they are known */
  guint n_events;
  guint n_participations;
  guint participation_stamp;
  guint acting_stamp;
  guint target_stamp;
  guint tied_stamp;
} Tally;

typedef struct
{
  LeadupSnapshot *snapshot;
  GHashTable *indices; /* id of an actor → index into @tallies */
  Tally *tallies;
  GArray *entries; /* of LeadupTieEntry */
} Builder;

/* Who did what to whom in one event: indices into the tallies. */
typedef struct
{
  guint acting[MAX_SIDE];
  guint targets[MAX_SIDE];
  guint n_acting;
  guint n_initiators; /* they come first in @acting */
  guint n_targets;
} Sides;

static const char *const state_names[] = { "silent", "hostile", "mixed", "cooperative", "neutral" };

G_DEFINE_BOXED_TYPE (LeadupTies, leadup_ties, leadup_ties_ref, leadup_ties_unref)

static double
get_weight (LeadupVerification verification)
{
  switch (verification)
    {
    case LEADUP_VERIFICATION_VERIFIED:
    case LEADUP_VERIFICATION_CORROBORATED:
      return 1.0;
    case LEADUP_VERIFICATION_SINGLE_SOURCE:
    case LEADUP_VERIFICATION_ANNOUNCED:
      return 0.7;
    case LEADUP_VERIFICATION_UNVERIFIED:
    case LEADUP_VERIFICATION_DISPUTED:
      return 0.4;
    case LEADUP_VERIFICATION_RETRACTED:
      return 0.0;
    default:
      g_return_val_if_reached (0.0);
    }
}

static LeadupInstant
get_time (LeadupWhen *when)
{
  const LeadupWhenBounds *bounds;

  if (when == NULL)
    return LEADUP_INSTANT_MIN;

  bounds = leadup_when_get_bounds (when);
  if (bounds->start_earliest != LEADUP_INSTANT_MIN)
    return bounds->start_earliest;

  /* The latest bound is exclusive. */
  return bounds->start_latest != LEADUP_INSTANT_MAX ? bounds->start_latest - 1 : LEADUP_INSTANT_MIN;
}

static gboolean
is_conflict (LeadupQuadClass quad_class)
{
  return quad_class == LEADUP_QUAD_CLASS_VERBAL_CONFLICT ||
         quad_class == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT;
}

static void
add_side (Builder                 *self,
          const LeadupEventFields *fields,
          LeadupRole               role,
          guint                    stamp,
          Sides                   *sides)
{
  for (guint i = 0; i < fields->n_participants; i++)
    {
      gpointer value;
      Tally *tally;
      guint index;

      if (fields->participants[i].role != role ||
          !g_hash_table_lookup_extended (self->indices, fields->participants[i].actor, NULL,
                                         &value))
        continue;

      index = GPOINTER_TO_UINT (value);
      tally = &self->tallies[index];
      if (role == LEADUP_ROLE_TARGET)
        {
          if (tally->target_stamp != stamp && sides->n_targets < MAX_SIDE)
            sides->targets[sides->n_targets++] = index;
          tally->target_stamp = stamp;
        }
      else
        {
          if (tally->acting_stamp != stamp && sides->n_acting < MAX_SIDE)
            sides->acting[sides->n_acting++] = index;
          tally->acting_stamp = stamp;
        }
    }
}

static void
count_participants (Builder                 *self,
                    const LeadupEventFields *fields,
                    guint                    stamp)
{
  for (guint i = 0; i < fields->n_participants; i++)
    {
      gpointer value;
      Tally *tally;

      if (!g_hash_table_lookup_extended (self->indices, fields->participants[i].actor, NULL,
                                         &value))
        continue;

      tally = &self->tallies[GPOINTER_TO_UINT (value)];
      if (tally->participation_stamp != stamp)
        tally->n_participations++;
      tally->participation_stamp = stamp;
    }
}

static void
count_tied (Builder *self,
            guint    index,
            guint    stamp)
{
  Tally *tally = &self->tallies[index];

  if (tally->tied_stamp != stamp)
    tally->n_events++;
  tally->tied_stamp = stamp;
}

/* @entry holds what does not depend on the pair. */
static void
tie (Builder        *self,
     LeadupTieEntry *entry,
     guint           acting,
     guint           target)
{
  if (acting == target)
    return;

  entry->a = MIN (acting, target);
  entry->b = MAX (acting, target);
  entry->event.forward = acting < target;
  g_array_append_val (self->entries, *entry);
  count_tied (self, acting, entry->sequence + 1);
  count_tied (self, target, entry->sequence + 1);
}

static void
read_event (Builder     *self,
            LeadupEvent *event,
            guint        sequence)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  LeadupCategory *category =
      leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_CATEGORY, fields->category);
  LeadupTieEntry entry = { .sequence = sequence };
  Sides sides;

  count_participants (self, fields, sequence + 1);
  sides.n_acting = sides.n_targets = 0;
  add_side (self, fields, LEADUP_ROLE_INITIATOR, sequence + 1, &sides);
  sides.n_initiators = sides.n_acting;
  add_side (self, fields, LEADUP_ROLE_SPEAKER, sequence + 1, &sides);
  add_side (self, fields, LEADUP_ROLE_TARGET, sequence + 1, &sides);

  entry.event.event = event;
  entry.event.time = get_time (fields->when);
  entry.event.weight = get_weight (fields->verification);
  entry.event.tone = fields->tone;
  if (category != NULL)
    {
      entry.event.quad_class = leadup_category_get_quad_class (category);
      if (isnan (fields->tone))
        entry.event.tone = leadup_category_get_fields (category)->tone;
    }

  for (guint i = 0; i < sides.n_acting; i++)
    for (guint j = 0; j < sides.n_targets; j++)
      tie (self, &entry, sides.acting[i], sides.targets[j]);

  /* Those who meet, trade or agree act on each other. Those who strike or accuse somebody who is
   * not named act together, which says nothing about what is between them. */
  if (sides.n_targets == 0 && !is_conflict (entry.event.quad_class))
    for (guint i = 0; i < sides.n_initiators; i++)
      for (guint j = 0; j < sides.n_initiators; j++)
        tie (self, &entry, sides.acting[i], sides.acting[j]);
}

static gboolean
read_events (Builder            *self,
             const LeadupFilter *filter,
             GCancellable       *cancellable)
{
  guint n = leadup_snapshot_get_n (self->snapshot, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_EVENT, i);

      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      if (leadup_event_get_fields (event)->verification == LEADUP_VERIFICATION_RETRACTED ||
          (filter != NULL && !leadup_filter_matches (filter, event)))
        continue;

      read_event (self, event, i);
    }

  return TRUE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LeadupTieEntry *first = a, *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  if (first->b != second->b)
    return first->b < second->b ? -1 : 1;
  if (first->event.time != second->event.time)
    return first->event.time < second->event.time ? -1 : 1;
  if (first->sequence != second->sequence)
    return first->sequence < second->sequence ? -1 : 1;

  return second->event.forward - first->event.forward;
}

static void
collect_actors (Builder    *self,
                LeadupTies *ties)
{
  guint n = leadup_snapshot_get_n (self->snapshot, LEADUP_RECORD_ACTOR);

  for (guint i = 0; i < n; i++)
    {
      LeadupRecord *record = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_ACTOR, i);
      Tally *tally = &self->tallies[i];
      LeadupTiesActor actor = { leadup_record_get_id (record), tally->n_events,
                                tally->n_participations, 0 };

      if (tally->n_participations == 0)
        continue;

      tally->index = ties->actors->len;
      g_array_append_val (ties->actors, actor);
    }
}

/* Makes ties of events that stand in the order of their pairs. */
void
leadup_ties_collect (LeadupTies           *self,
                     const LeadupTieEntry *entries,
                     guint                 n_entries)
{
  const LeadupTieEvent *events;
  LeadupTie *last = NULL;

  for (guint i = 0; i < n_entries; i++)
    g_array_append_val (self->events, entries[i].event);

  /* Only now, since growing moves the events. */
  events = &g_array_index (self->events, LeadupTieEvent, 0);
  for (guint i = 0; i < n_entries; i++)
    {
      LeadupTie tie = { entries[i].a, entries[i].b, &events[i], 1 };

      if (last != NULL && last->a == tie.a && last->b == tie.b)
        {
          last->n_events++;
          continue;
        }

      g_array_append_val (self->ties, tie);
      last = &g_array_index (self->ties, LeadupTie, self->ties->len - 1);
    }
}

static void
number_entries (Builder *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      LeadupTieEntry *entry = &g_array_index (self->entries, LeadupTieEntry, i);

      entry->a = self->tallies[entry->a].index;
      entry->b = self->tallies[entry->b].index;
    }
}

/* Index of the first event at or after @time. */
static guint
find_time (const LeadupTie *self,
           LeadupInstant    time)
{
  guint low = 0, high = self->n_events;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->events[middle].time < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static LeadupTieState
get_state (guint  n,
           double hostility)
{
  if (n == 0)
    return LEADUP_TIE_STATE_SILENT;
  if (isnan (hostility))
    return LEADUP_TIE_STATE_NEUTRAL;
  if (hostility >= HOSTILE_FROM - EPSILON)
    return LEADUP_TIE_STATE_HOSTILE;
  if (hostility <= COOPERATIVE_TO + EPSILON)
    return LEADUP_TIE_STATE_COOPERATIVE;

  return LEADUP_TIE_STATE_MIXED;
}

/* Returns: (transfer full): ties without anything in them */
LeadupTies *
leadup_ties_alloc (LeadupSnapshot *snapshot,
                   guint           n_events)
{
  LeadupTies *self = g_new0 (LeadupTies, 1);

  g_atomic_ref_count_init (&self->refs);
  self->snapshot = leadup_snapshot_ref (snapshot);
  self->actors = g_array_new (FALSE, FALSE, sizeof (LeadupTiesActor));
  self->events = g_array_sized_new (FALSE, FALSE, sizeof (LeadupTieEvent), n_events);
  self->ties = g_array_new (FALSE, FALSE, sizeof (LeadupTie));

  return self;
}

/**
 * leadup_ties_new:
 * @snapshot: (transfer none): a story
 * @filter: (nullable): which events count; %NULL for all
 * @cancellable: (nullable): tested every thousand events
 *
 * Reads who acted on whom out of the events. Each initiator and speaker is tied with each target.
 * In an event without a target whose category is not one of conflict (a meeting, an agreement), the
 * initiators are tied with each other, in both directions. Who is only mentioned, or an instrument,
 * is tied with nobody. Retracted events do not count at all. Unattributed actors are tied as others
 * are.
 *
 * Listed are all actors that take part in an event that counts, in any role, in the order of their
 * ids. Takes time O(n log n); meant for a worker.
 *
 * Returns: (transfer full) (nullable): the ties; %NULL where @cancellable was cancelled
 */
LeadupTies *
leadup_ties_new (LeadupSnapshot     *snapshot,
                 const LeadupFilter *filter,
                 GCancellable       *cancellable)
{
  LeadupTies *self = NULL;
  Builder builder = { .snapshot = snapshot };
  guint n_actors;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  n_actors = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR);
  builder.indices = g_hash_table_new (g_str_hash, g_str_equal);
  builder.tallies = g_new0 (Tally, n_actors);
  builder.entries = g_array_new (FALSE, FALSE, sizeof (LeadupTieEntry));
  for (guint i = 0; i < n_actors; i++)
    {
      LeadupRecord *record = leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, i);

      g_hash_table_insert (builder.indices, (gpointer) leadup_record_get_id (record),
                           GUINT_TO_POINTER (i));
    }

  if (read_events (&builder, filter, cancellable))
    {
      self = leadup_ties_alloc (snapshot, builder.entries->len);
      g_array_sort (builder.entries, compare_entries);
      collect_actors (&builder, self);
      number_entries (&builder);
      leadup_ties_collect (self, (LeadupTieEntry *) (gpointer) builder.entries->data,
                           builder.entries->len);
    }

  g_array_unref (builder.entries);
  g_free (builder.tallies);
  g_hash_table_unref (builder.indices);

  return self;
}

LeadupTies *
leadup_ties_ref (LeadupTies *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_ties_unref (LeadupTies *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->ties);
  g_array_unref (self->events);
  g_array_unref (self->actors);
  leadup_snapshot_unref (self->snapshot);
  g_free (self->sieved);
  g_free (self);
}

guint
leadup_ties_get_n_actors (const LeadupTies *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->actors->len;
}

/**
 * leadup_ties_get_actor:
 * @self: ties
 * @index: less than the number of actors
 *
 * Returns: (transfer none): id of the actor
 */
const char *
leadup_ties_get_actor (const LeadupTies *self,
                       guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->actors->len, NULL);

  return g_array_index (self->actors, LeadupTiesActor, index).id;
}

/* What the story calls the actor; who is not in it has the id for a name. */
const char *
leadup_ties_get_actor_name (const LeadupTies *self,
                            guint             index)
{
  const char *id = leadup_ties_get_actor (self, index);
  LeadupActor *actor = leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_ACTOR, id);

  return actor != NULL ? leadup_actor_get_name (actor) : id;
}

/* Events that tie the actor with somebody; 0 for an isolated one. */
guint
leadup_ties_get_actor_n_events (const LeadupTies *self,
                                guint             index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->actors->len, 0);

  return g_array_index (self->actors, LeadupTiesActor, index).n_events;
}

/* Events that the actor takes part in, in any role; at least 1. */
guint
leadup_ties_get_actor_n_participations (const LeadupTies *self,
                                        guint             index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->actors->len, 0);

  return g_array_index (self->actors, LeadupTiesActor, index).n_participations;
}

/**
 * leadup_ties_find_actor:
 * @self: ties
 * @actor: id of an actor
 * @index: (out) (optional): its index
 *
 * Returns: whether it takes part in an event that counts
 */
gboolean
leadup_ties_find_actor (const LeadupTies *self,
                        const char       *actor,
                        guint            *index)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);

  high = self->actors->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (g_array_index (self->actors, LeadupTiesActor, middle).id, actor);

      if (order == 0)
        {
          if (index != NULL)
            *index = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

guint
leadup_ties_get_n (const LeadupTies *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ties->len;
}

/**
 * leadup_ties_get:
 * @self: ties
 * @index: less than the number of ties; they are sorted by their first actor, then by their second
 *
 * Returns: (transfer none): the tie
 */
const LeadupTie *
leadup_ties_get (const LeadupTies *self,
                 guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->ties->len, NULL);

  return &g_array_index (self->ties, LeadupTie, index);
}

/**
 * leadup_ties_find:
 * @self: ties
 * @actor: id of an actor
 * @other: id of another; the order does not matter
 *
 * Returns: (transfer none) (nullable): the tie between both
 */
const LeadupTie *
leadup_ties_find (const LeadupTies *self,
                  const char       *actor,
                  const char       *other)
{
  guint first, second, a, b, low = 0, high;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL && other != NULL, NULL);

  if (!leadup_ties_find_actor (self, actor, &first) ||
      !leadup_ties_find_actor (self, other, &second))
    return NULL;

  a = MIN (first, second);
  b = MAX (first, second);
  high = self->ties->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const LeadupTie *found = &g_array_index (self->ties, LeadupTie, middle);

      if (found->a == a && found->b == b)
        return found;
      if (found->a < a || (found->a == a && found->b < b))
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Returns: (nullable): the tie that @id names: the ids of both actors with a space between */
const LeadupTie *
leadup_ties_find_pair (const LeadupTies *self,
                       const char       *id)
{
  g_auto (GStrv) ends = g_strsplit (id, " ", 2);

  return g_strv_length (ends) == 2 ? leadup_ties_find (self, ends[0], ends[1]) : NULL;
}

/**
 * leadup_ties_get_span:
 * @self: ties
 * @from: (out): of the first dated event
 * @to: (out): just behind the last one
 *
 * Returns: whether there is a dated event; if not, both stay as they are
 */
gboolean
leadup_ties_get_span (const LeadupTies *self,
                      LeadupInstant    *from,
                      LeadupInstant    *to)
{
  LeadupInstant first = LEADUP_INSTANT_MAX, last = LEADUP_INSTANT_MIN;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  for (guint i = 0; i < self->ties->len; i++)
    {
      const LeadupTie *tie = &g_array_index (self->ties, LeadupTie, i);

      /* They are in order of time, those without one first. */
      for (guint k = 0; k < tie->n_events; k++)
        if (tie->events[k].time != LEADUP_INSTANT_MIN)
          {
            first = MIN (first, tie->events[k].time);
            last = MAX (last, tie->events[tie->n_events - 1].time);
            break;
          }
    }
  if (last == LEADUP_INSTANT_MIN)
    return FALSE;

  *from = first;
  *to = last + 1;

  return TRUE;
}

/**
 * leadup_tie_summarize:
 * @tie: a tie
 * @from: start of the window, %LEADUP_INSTANT_MIN = open
 * @to: end of the window, exclusive, %LEADUP_INSTANT_MAX = open
 * @summary: (out): what happened between both in the window
 *
 * The state of a pair: hostile where at least three quarters of the weighted tone are below zero,
 * cooperative where at most one quarter is, mixed between, neutral where no event has a tone,
 * silent where there is no event. Events of unknown time count only where the window is open on
 * both sides. @first and @last are times of dated events, %LEADUP_INSTANT_MIN where there is none.
 */
void
leadup_tie_summarize (const LeadupTie  *tie,
                      LeadupInstant     from,
                      LeadupInstant     to,
                      LeadupTieSummary *summary)
{
  double weights = 0.0, tones = 0.0, hostile = 0.0, all = 0.0;
  guint start, end;

  g_return_if_fail (tie != NULL);
  g_return_if_fail (summary != NULL);

  *summary = (LeadupTieSummary) { .first = LEADUP_INSTANT_MIN, .last = LEADUP_INSTANT_MIN };
  start = find_time (tie, from == LEADUP_INSTANT_MIN && to != LEADUP_INSTANT_MAX ? from + 1 : from);
  end = to == LEADUP_INSTANT_MAX ? tie->n_events : find_time (tie, to);

  for (guint i = start; i < end; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];

      if (event->forward)
        summary->n_forward++;
      else
        summary->n_backward++;

      /* The other direction of the same event. */
      if (i > start && event[-1].event == event->event)
        continue;

      summary->n++;
      summary->n_by_quad[event->quad_class]++;
      if (event->time != LEADUP_INSTANT_MIN && summary->first == LEADUP_INSTANT_MIN)
        summary->first = event->time;
      summary->last = event->time;
      if (isnan (event->tone))
        continue;

      weights += event->weight;
      tones += event->weight * event->tone;
      all += event->weight * fabs (event->tone);
      if (event->tone < 0.0)
        hostile += event->weight * -event->tone;
    }

  summary->tone = weights > 0.0 ? tones / weights : 0.0;
  summary->hostility = all > 0.0 ? hostile / all : (double) NAN;
  summary->state = get_state (summary->n, summary->hostility);
}

/* In files and on the command line. */
const char *
leadup_tie_state_to_string (LeadupTieState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/* Returns: how many events of a window were deeds, for good or bad */
guint
leadup_tie_summary_count_deeds (const LeadupTieSummary *summary)
{
  g_return_val_if_fail (summary != NULL, 0);

  return summary->n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT] +
         summary->n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION];
}
