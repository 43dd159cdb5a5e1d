/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tie-sieve.h"

#include "model/leadup-actor.h"
#include "model/leadup-source.h"
#include "model/leadup-tie-rank.h"
#include "model/leadup-ties-private.h"

#include <stdlib.h>
#include <string.h>

/* Groups in groups in groups; in a story that was made by hand they may go in a circle. */
#define MAX_DEPTH 32

/* Absorbs the rounding of weights. */
#define EPSILON 1e-9

struct _LeadupTieSieve
{
  gatomicrefcount refs;
  LeadupTieSieveFields fields;
  GStrv focus;
  GStrv folded;
};

/**
 * Sifting:
 * @ids: (array length=n): of the actors there may be, in their order
 * @numbers: (array): for each actor that goes in, its number among @ids
 * @is_kept: (array length=n)
 * @n_events: (array length=n): in ties that pass
 * @n_folded: (array length=n)
 * @entries: of LeadupTieEntry, of all events that pass
 */
typedef struct
{
  const LeadupTieSieveFields *fields;
  LeadupTies *ties;
  guint n;
  const char **ids;
  guint *numbers;
  gboolean *is_kept;
  guint *n_events;
  guint *n_participations;
  guint *n_folded;
  GArray *entries;
} Sifting;

G_DEFINE_BOXED_TYPE (LeadupTieSieve, leadup_tie_sieve, leadup_tie_sieve_ref, leadup_tie_sieve_unref)

LeadupTieSieve *
leadup_tie_sieve_new (const LeadupTieSieveFields *fields)
{
  LeadupTieSieve *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_new0 (LeadupTieSieve, 1);
  g_atomic_ref_count_init (&self->refs);
  self->fields = *fields;
  self->focus = g_strdupv ((GStrv) fields->focus);
  self->folded = g_strdupv ((GStrv) fields->folded);
  self->fields.focus = (const char *const *) self->focus;
  self->fields.folded = (const char *const *) self->folded;
  self->fields.hops = MIN (fields->hops, LEADUP_TIE_SIEVE_MAX_HOPS);

  return self;
}

LeadupTieSieve *
leadup_tie_sieve_ref (LeadupTieSieve *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_tie_sieve_unref (LeadupTieSieve *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_strfreev (self->focus);
  g_strfreev (self->folded);
  g_free (self);
}

const LeadupTieSieveFields *
leadup_tie_sieve_get_fields (const LeadupTieSieve *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->fields;
}

static gboolean
has_focus (const LeadupTieSieveFields *fields)
{
  return fields->hops > 0 && fields->focus != NULL && fields->focus[0] != NULL;
}

static gboolean
has_threshold (const LeadupTieSieveFields *fields)
{
  return fields->min_events > 1 || fields->min_outlets > 1 || fields->min_weight > 0 ||
         fields->quad_classes != 0;
}

/* Whether everything passes as it is. */
gboolean
leadup_tie_sieve_is_open (const LeadupTieSieve *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !has_threshold (&self->fields) && !has_focus (&self->fields) && self->fields.top == 0 &&
         (self->folded == NULL || self->folded[0] == NULL);
}

GStrv
leadup_tie_sieve_list_groups (LeadupSnapshot *snapshot)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();

  g_return_val_if_fail (snapshot != NULL, NULL);

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR); i++)
    {
      LeadupActor *actor = leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, i);
      const char *const *groups_of = leadup_actor_get_fields (actor)->member_of;

      for (guint k = 0; groups_of != NULL && groups_of[k] != NULL; k++)
        if (leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, groups_of[k]) != NULL &&
            g_hash_table_add (seen, (gpointer) groups_of[k]))
          g_strv_builder_add (groups, groups_of[k]);
    }

  return g_strv_builder_end (groups);
}

/* The id under which an actor is shown: its own, or that of the outermost group into which it is
 * folded. */
static const char *
fold (const Sifting *self,
      const char    *id)
{
  const char *const *folded = self->fields->folded;

  for (guint depth = 0; folded != NULL && depth < MAX_DEPTH; depth++)
    {
      LeadupActor *actor = leadup_snapshot_lookup (self->ties->snapshot, LEADUP_RECORD_ACTOR, id);
      const char *const *groups =
          actor != NULL ? leadup_actor_get_fields (actor)->member_of : NULL;
      LeadupRecord *group = NULL;

      for (guint i = 0; groups != NULL && groups[i] != NULL && group == NULL; i++)
        if (g_strv_contains (folded, groups[i]))
          group = leadup_snapshot_lookup (self->ties->snapshot, LEADUP_RECORD_ACTOR, groups[i]);
      if (group == NULL)
        break;
      id = leadup_record_get_id (group);
    }

  return id;
}

static int
compare_ids (const void *a,
             const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static guint
find_id (const Sifting *self,
         const char    *id)
{
  const char **found = bsearch (&id, self->ids, self->n, sizeof *self->ids, compare_ids);

  return found != NULL ? (guint) (found - self->ids) : G_MAXUINT;
}

static void
list_actors (Sifting *self)
{
  GArray *actors = self->ties->actors;
  guint n = 0;

  self->ids = g_new (const char *, actors->len + 1);
  self->numbers = g_new (guint, actors->len + 1);
  for (guint i = 0; i < actors->len; i++)
    self->ids[i] = fold (self, g_array_index (actors, LeadupTiesActor, i).id);
  qsort (self->ids, actors->len, sizeof *self->ids, compare_ids);
  for (guint i = 0; i < actors->len; i++)
    if (n == 0 || !g_str_equal (self->ids[n - 1], self->ids[i]))
      self->ids[n++] = self->ids[i];
  self->n = n;

  self->is_kept = g_new0 (gboolean, n + 1);
  self->n_events = g_new0 (guint, n + 1);
  self->n_participations = g_new0 (guint, n + 1);
  self->n_folded = g_new0 (guint, n + 1);
  for (guint i = 0; i < actors->len; i++)
    {
      const LeadupTiesActor *actor = &g_array_index (actors, LeadupTiesActor, i);
      const char *id = fold (self, actor->id);
      guint number = find_id (self, id);

      self->numbers[i] = number;
      self->n_folded[number] += !g_str_equal (id, actor->id);
      self->n_participations[number] =
          MAX (self->n_participations[number], actor->n_participations);
    }
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
  if (first->event.event != second->event.event)
    return strcmp (leadup_record_get_id (LEADUP_RECORD (first->event.event)),
                   leadup_record_get_id (LEADUP_RECORD (second->event.event)));

  return second->event.forward - first->event.forward;
}

static gboolean
is_same (const LeadupTieEntry *a,
         const LeadupTieEntry *b)
{
  return a->a == b->a && a->b == b->b && a->event.event == b->event.event &&
         !a->event.forward == !b->event.forward;
}

/* All events that are certain enough and of the kinds that count, by pairs of those that are shown.
 * What several members of a group did together is one event of the group. */
static void
list_entries (Sifting *self)
{
  guint n = 0;

  self->entries =
      g_array_sized_new (FALSE, FALSE, sizeof (LeadupTieEntry), self->ties->events->len);
  for (guint i = 0; i < self->ties->ties->len; i++)
    {
      const LeadupTie *tie = &g_array_index (self->ties->ties, LeadupTie, i);
      guint a = self->numbers[tie->a];
      guint b = self->numbers[tie->b];

      for (guint k = 0; a != b && k < tie->n_events; k++)
        {
          LeadupTieEntry entry = { MIN (a, b), MAX (a, b), 0, tie->events[k] };

          if (entry.event.weight + EPSILON < self->fields->min_weight ||
              (self->fields->quad_classes != 0 &&
               (self->fields->quad_classes & (1u << entry.event.quad_class)) == 0))
            continue;
          if (a > b)
            entry.event.forward = !entry.event.forward;
          g_array_append_val (self->entries, entry);
        }
    }
  if (self->fields->folded == NULL || self->fields->folded[0] == NULL)
    return;

  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LeadupTieEntry entry = g_array_index (self->entries, LeadupTieEntry, i);

      if (n == 0 || !is_same (&entry, &g_array_index (self->entries, LeadupTieEntry, n - 1)))
        g_array_index (self->entries, LeadupTieEntry, n++) = entry;
    }
  g_array_set_size (self->entries, n);
}

static guint
find_end (const Sifting *self,
          guint          start)
{
  const LeadupTieEntry *entries = (const LeadupTieEntry *) (gconstpointer) self->entries->data;
  guint end = start;

  while (end < self->entries->len && entries[end].a == entries[start].a &&
         entries[end].b == entries[start].b)
    end++;

  return end;
}

/**
 * leadup_ties_add_outlets:
 * @snapshot: a story
 * @event: an event of it
 * @outlets: (element-type utf8 utf8): gets who tells of @event; the names belong to @snapshot
 *
 * Of a source without an outlet its id counts: two that nobody is named for are two.
 */
void
leadup_ties_add_outlets (LeadupSnapshot *snapshot,
                         LeadupEvent    *event,
                         GHashTable     *outlets)
{
  const LeadupEventFields *fields;

  g_return_if_fail (snapshot != NULL && outlets != NULL);
  g_return_if_fail (LEADUP_IS_EVENT (event));

  fields = leadup_event_get_fields (event);
  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const char *id = leadup_evidence_get_fields (fields->evidence[i])->source;
      LeadupSource *source = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, id);
      const char *outlet = source != NULL ? leadup_source_get_fields (source)->outlet : NULL;

      g_hash_table_add (outlets, (gpointer) (outlet != NULL ? outlet : id));
    }
}

/* Whether the events of a pair, those in a window, are enough; @n_events are all of them. */
static gboolean
passes (const Sifting *self,
        guint          start,
        guint          end,
        LeadupInstant  from,
        LeadupInstant  to,
        guint         *n_events)
{
  g_autoptr (GHashTable) outlets = NULL;
  LeadupEvent *former = NULL;
  guint n = 0;

  if (self->fields->min_outlets > 1)
    outlets = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = start; i < end; i++)
    {
      const LeadupTieEvent *event = &g_array_index (self->entries, LeadupTieEntry, i).event;

      if (event->event == former ||
          (event->time == LEADUP_INSTANT_MIN &&
           (from != LEADUP_INSTANT_MIN || to != LEADUP_INSTANT_MAX)) ||
          event->time < from || event->time >= to)
        continue;
      former = event->event;
      n++;
      if (outlets != NULL)
        leadup_ties_add_outlets (self->ties->snapshot, former, outlets);
    }

  if (n_events != NULL)
    *n_events = n;

  return n >= MAX (self->fields->min_events, 1) &&
         (outlets == NULL || g_hash_table_size (outlets) >= self->fields->min_outlets);
}

/* Pairs without enough events, in all of the time, are gone; who has no pair left goes with them.
 */
static void
sift_pairs (Sifting *self)
{
  guint n = 0;

  for (guint start = 0, end; start < self->entries->len; start = end)
    {
      LeadupTieEntry entry = g_array_index (self->entries, LeadupTieEntry, start);
      guint n_events;

      end = find_end (self, start);
      if (!passes (self, start, end, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &n_events))
        continue;

      self->is_kept[entry.a] = self->is_kept[entry.b] = TRUE;
      self->n_events[entry.a] += n_events;
      self->n_events[entry.b] += n_events;
      for (guint i = start; i < end; i++)
        g_array_index (self->entries, LeadupTieEntry, n++) =
            g_array_index (self->entries, LeadupTieEntry, i);
    }
  g_array_set_size (self->entries, n);

  for (guint i = 0; i < self->n && !has_threshold (self->fields); i++)
    self->is_kept[i] = TRUE;
}

/* Keeps who is near the focus, by ties that pass. */
static void
sift_focus (Sifting *self)
{
  g_autofree guint *distances = g_new (guint, self->n + 1);
  gboolean has_any = FALSE;

  if (!has_focus (self->fields))
    return;

  for (guint i = 0; i < self->n; i++)
    distances[i] = G_MAXUINT;
  for (guint i = 0; self->fields->focus[i] != NULL; i++)
    {
      guint number = find_id (self, fold (self, self->fields->focus[i]));

      if (number == G_MAXUINT)
        continue;
      distances[number] = 0;
      self->is_kept[number] = TRUE;
      has_any = TRUE;
    }
  /* Who has vanished from the story leaves no empty picture behind. */
  if (!has_any)
    return;

  for (guint hop = 0; hop < self->fields->hops; hop++)
    for (guint i = 0; i < self->entries->len; i++)
      {
        const LeadupTieEntry *entry = &g_array_index (self->entries, LeadupTieEntry, i);

        if (distances[entry->a] == hop && distances[entry->b] > hop + 1)
          distances[entry->b] = hop + 1;
        if (distances[entry->b] == hop && distances[entry->a] > hop + 1)
          distances[entry->a] = hop + 1;
      }
  for (guint i = 0; i < self->n; i++)
    self->is_kept[i] = self->is_kept[i] && distances[i] != G_MAXUINT;
}

static void
sift_top (Sifting *self)
{
  g_autofree LeadupTieRank *ranks = g_new (LeadupTieRank, self->n + 1);
  guint n = 0;

  if (self->fields->top == 0)
    return;

  for (guint i = 0; i < self->n; i++)
    if (self->is_kept[i])
      ranks[n++] = (LeadupTieRank) { i, self->n_events[i], self->n_participations[i], 0 };
  leadup_tie_rank_sort (ranks, n);
  for (guint i = self->fields->top; i < n; i++)
    self->is_kept[ranks[i].actor] = FALSE;
}

typedef struct
{
  guint actor;
  LeadupEvent *event;
} Tied;

static int
compare_tied (const void *a,
              const void *b)
{
  const Tied *p = a, *q = b;

  if (p->actor != q->actor)
    return p->actor < q->actor ? -1 : 1;

  return p->event < q->event ? -1 : p->event > q->event;
}

/* Events that tie an actor with somebody: one between many counts once. */
static void
count_events (Sifting      *self,
              const GArray *kept,
              LeadupTies   *out)
{
  g_autofree Tied *tied = g_new (Tied, 2 * (gsize) kept->len + 1);
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    {
      const LeadupTieEntry *entry = &g_array_index (kept, LeadupTieEntry, i);

      tied[n++] = (Tied) { entry->a, entry->event.event };
      tied[n++] = (Tied) { entry->b, entry->event.event };
    }
  qsort (tied, n, sizeof *tied, compare_tied);
  for (guint i = 0; i < n; i++)
    if (i == 0 || compare_tied (&tied[i - 1], &tied[i]) != 0)
      g_array_index (out->actors, LeadupTiesActor, tied[i].actor).n_events++;
}

static LeadupTies *
gather (Sifting      *self,
        LeadupInstant from,
        LeadupInstant to)
{
  LeadupTies *out = leadup_ties_alloc (self->ties->snapshot, self->entries->len);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LeadupTieEntry));
  g_autofree guint *numbers = g_new (guint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      LeadupTiesActor actor = { self->ids[i], 0, self->n_participations[i], self->n_folded[i] };

      numbers[i] = self->is_kept[i] ? out->actors->len : G_MAXUINT;
      if (self->is_kept[i])
        g_array_append_val (out->actors, actor);
    }
  for (guint start = 0, end; start < self->entries->len; start = end)
    {
      const LeadupTieEntry *first = &g_array_index (self->entries, LeadupTieEntry, start);

      end = find_end (self, start);
      if (!self->is_kept[first->a] || !self->is_kept[first->b] ||
          !passes (self, start, end, from, to, NULL))
        continue;
      for (guint i = start; i < end; i++)
        {
          LeadupTieEntry entry = g_array_index (self->entries, LeadupTieEntry, i);

          entry.a = numbers[entry.a];
          entry.b = numbers[entry.b];
          g_array_append_val (kept, entry);
        }
    }
  leadup_ties_collect (out, (LeadupTieEntry *) (gpointer) kept->data, kept->len);
  count_events (self, kept, out);

  out->n_unsieved = self->ties->actors->len;
  out->sieved = g_new (guint, out->n_unsieved + 1);
  for (guint i = 0; i < out->n_unsieved; i++)
    out->sieved[i] = numbers[self->numbers[i]];

  return out;
}

/**
 * leadup_tie_sieve_apply:
 * @self: a sieve
 * @ties: (transfer none): what goes in
 * @from: start of the window that is shown
 * @to: its end, exclusive
 *
 * Who is shown is decided over all of the time, so that nobody comes and goes while the window
 * moves; whether a pair has events enough is asked for all of the time and again for the window.
 * Of a folded group the number of participations is that of the one that takes part in most: it is
 * at least that.
 *
 * Returns: (transfer full): what passes; leadup_ties_get_sieved() tells who became whom
 */
LeadupTies *
leadup_tie_sieve_apply (LeadupTieSieve *self,
                        LeadupTies     *ties,
                        LeadupInstant   from,
                        LeadupInstant   to)
{
  Sifting sifting = { 0 };
  LeadupTies *out;

  g_return_val_if_fail (self != NULL && ties != NULL, NULL);

  if (leadup_tie_sieve_is_open (self))
    return leadup_ties_ref (ties);

  sifting.fields = &self->fields;
  sifting.ties = ties;
  list_actors (&sifting);
  list_entries (&sifting);
  sift_pairs (&sifting);
  sift_focus (&sifting);
  sift_top (&sifting);
  out = gather (&sifting, from, to);

  g_array_unref (sifting.entries);
  g_free (sifting.ids);
  g_free (sifting.numbers);
  g_free (sifting.is_kept);
  g_free (sifting.n_events);
  g_free (sifting.n_participations);
  g_free (sifting.n_folded);

  return out;
}

/* How many actors an actor stands for besides itself. */
guint
leadup_ties_get_actor_n_folded (const LeadupTies *self,
                                guint             index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->actors->len, 0);

  return g_array_index (self->actors, LeadupTiesActor, index).n_folded;
}

/**
 * leadup_ties_get_sieved:
 * @self: ties
 * @index: of an actor of the ties that went into the sieve
 *
 * Returns: its index here, or that of the group it was folded into; %G_MAXUINT where it is left
 * out. Of ties that went through no sieve, @index itself
 */
guint
leadup_ties_get_sieved (const LeadupTies *self,
                        guint             index)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);

  if (self->sieved == NULL)
    return index < self->actors->len ? index : G_MAXUINT;

  g_return_val_if_fail (index < self->n_unsieved, G_MAXUINT);

  return self->sieved[index];
}

/**
 * leadup_tie_sieve_choose_min_events:
 * @fields: of a sieve that does not say how many events a pair needs
 * @ties: what would be sieved
 * @from: start of a window
 * @to: its end, exclusive
 * @max_pairs: more than this are too many to be told apart
 *
 * Returns: how many events a pair needs, so that there are not too many of them; 1 = any, and never
 * more than %LEADUP_TIE_SIEVE_MOST_LEAST
 */
guint
leadup_tie_sieve_choose_min_events (const LeadupTieSieveFields *fields,
                                    LeadupTies                 *ties,
                                    LeadupInstant               from,
                                    LeadupInstant               to,
                                    guint                       max_pairs)
{
  g_autoptr (LeadupTieSieve) sieve = NULL;
  g_autoptr (LeadupTies) shown = NULL;
  guint counts[LEADUP_TIE_SIEVE_MOST_LEAST + 1] = { 0 };
  guint n = 0, least = LEADUP_TIE_SIEVE_MOST_LEAST;

  g_return_val_if_fail (fields != NULL && ties != NULL, 1);

  sieve = leadup_tie_sieve_new (fields);
  shown = leadup_tie_sieve_apply (sieve, ties, from, to);
  for (guint i = 0; i < leadup_ties_get_n (shown); i++)
    {
      LeadupTieSummary summary;

      leadup_tie_summarize (leadup_ties_get (shown, i), from, to, &summary);
      counts[MIN (summary.n, LEADUP_TIE_SIEVE_MOST_LEAST)]++;
    }
  for (; least > 1; least--)
    {
      n += counts[least];
      if (n + counts[least - 1] > max_pairs)
        break;
    }

  return least;
}

/**
 * leadup_tie_sieve_offer:
 * @fields: of a sieve that is open
 * @ties: of all of the story
 * @offer: (out): the same with less let through; borrows from @fields
 *
 * Returns: whether there are so many actors that a picture better begins with the most involved
 */
gboolean
leadup_tie_sieve_offer (const LeadupTieSieveFields *fields,
                        LeadupTies                 *ties,
                        LeadupTieSieveFields       *offer)
{
  g_return_val_if_fail (fields != NULL && ties != NULL && offer != NULL, FALSE);

  *offer = *fields;
  if (leadup_ties_get_n_actors (ties) <= LEADUP_TIE_SIEVE_MANY)
    return FALSE;

  offer->top = LEADUP_TIE_SIEVE_FEW;
  offer->min_events = leadup_tie_sieve_choose_min_events (
      offer, ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, LEADUP_TIE_SIEVE_PAIRS);

  return TRUE;
}

/* Returns: how many actors have a tie with an event in the window */
guint
leadup_tie_sieve_count_tied (LeadupTies   *ties,
                             LeadupInstant from,
                             LeadupInstant to)
{
  g_autofree gboolean *is_tied = g_new0 (gboolean, leadup_ties_get_n_actors (ties) + 1);
  guint n = 0;

  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      LeadupTieSummary summary;

      leadup_tie_summarize (tie, from, to, &summary);
      if (summary.n == 0)
        continue;
      n += !is_tied[tie->a] + !is_tied[tie->b];
      is_tied[tie->a] = is_tied[tie->b] = TRUE;
    }

  return n;
}
