/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-questions.h"

#include "layout/leadup-graph-forms.h"

#include <string.h>

/* So many are ranked; among more, nobody would ask. */
#define MAX_FOUND 100000

/* A tie of the window, seen from one end. */
typedef struct
{
  guint other;
  guint n;
  int sign; /* 0 = neither hostile nor cooperative, or too few events */
  LeadupInstant last;
} Side;

/**
 * Net:
 * @starts: (array length=n+1): where the sides of each actor begin in @sides
 */
typedef struct
{
  LeadupTies *ties;
  guint n;
  guint *starts;
  Side *sides;
} Net;

static int
get_sign (const LeadupTieSummary *summary)
{
  if (summary->n < LEADUP_GRAPH_QUESTION_ENOUGH)
    return 0;

  return summary->state == LEADUP_TIE_STATE_HOSTILE       ? -1
         : summary->state == LEADUP_TIE_STATE_COOPERATIVE ? 1
                                                          : 0;
}

static void
net_init (Net          *self,
          LeadupTies   *ties,
          LeadupInstant from,
          LeadupInstant to)
{
  guint n_ties = leadup_ties_get_n (ties);
  g_autofree LeadupTieSummary *summaries = g_new (LeadupTieSummary, n_ties + 1);
  g_autofree guint *filled = NULL;

  self->ties = ties;
  self->n = leadup_ties_get_n_actors (ties);
  self->starts = g_new0 (guint, self->n + 2);
  self->sides = g_new (Side, 2 * (gsize) n_ties + 1);
  for (guint i = 0; i < n_ties; i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);

      leadup_tie_summarize (tie, from, to, &summaries[i]);
      if (summaries[i].n == 0)
        continue;
      self->starts[tie->a + 1]++;
      self->starts[tie->b + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->starts[i + 1] += self->starts[i];
  filled = g_memdup2 (self->starts, (self->n + 1) * sizeof *filled);
  for (guint i = 0; i < n_ties; i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      Side side = { tie->b, summaries[i].n, get_sign (&summaries[i]), summaries[i].last };

      if (summaries[i].n == 0)
        continue;
      self->sides[filled[tie->a]++] = side;
      side.other = tie->a;
      self->sides[filled[tie->b]++] = side;
    }
}

static void
net_clear (Net *self)
{
  g_free (self->starts);
  g_free (self->sides);
}

static guint
get_degree (const Net *self,
            guint      actor)
{
  return self->starts[actor + 1] - self->starts[actor];
}

/* Sides are looked at from the end with fewer of them, so that a hub does not cost its square. */
static gboolean
goes_up (const Net *self,
         guint      from,
         guint      to)
{
  guint a = get_degree (self, from), b = get_degree (self, to);

  return a != b ? a < b : from < to;
}

static void
set_actors (LeadupGraphQuestion *question,
            guint                first,
            guint                second,
            guint                third)
{
  question->actors[0] = first;
  question->actors[1] = MIN (second, third);
  question->actors[2] = MAX (second, third);
}

static void
add_triangle (GArray     *found,
              guint       a,
              guint       b,
              guint       c,
              const Side *ab,
              const Side *ac,
              const Side *bc)
{
  LeadupGraphQuestion question = { .n_actors = 3 };

  if (ab->sign * ac->sign * bc->sign >= 0)
    return;

  question.kind = ab->sign < 0 && ac->sign < 0 ? LEADUP_GRAPH_QUESTION_ALL_HOSTILE
                                               : LEADUP_GRAPH_QUESTION_TORN;
  /* First who cooperates with both; the others in the order of the ties. */
  if (bc->sign < 0 || question.kind == LEADUP_GRAPH_QUESTION_ALL_HOSTILE)
    set_actors (&question, a, b, c);
  else if (ac->sign < 0)
    set_actors (&question, b, a, c);
  else
    set_actors (&question, c, a, b);
  question.n = MIN (ab->n, MIN (ac->n, bc->n));
  question.n_all = ab->n + ac->n + bc->n;
  question.last = MAX (ab->last, MAX (ac->last, bc->last));
  g_array_append_val (found, question);
}

static void
find_triangles (const Net *self,
                GArray    *found)
{
  g_autofree const Side **marks = g_new0 (const Side *, self->n + 1);

  for (guint a = 0; a < self->n; a++)
    {
      const Side *first = &self->sides[self->starts[a]];
      const Side *end = &self->sides[self->starts[a + 1]];

      for (const Side *side = first; side < end; side++)
        if (side->sign != 0 && goes_up (self, a, side->other))
          marks[side->other] = side;
      for (const Side *ab = first; ab < end; ab++)
        {
          guint b = ab->other;

          if (ab->sign == 0 || !goes_up (self, a, b))
            continue;
          for (guint k = self->starts[b]; k < self->starts[b + 1]; k++)
            {
              const Side *bc = &self->sides[k];

              if (bc->sign != 0 && goes_up (self, b, bc->other) && marks[bc->other] != NULL)
                add_triangle (found, a, b, bc->other, ab, marks[bc->other], bc);
            }
        }
      for (const Side *side = first; side < end; side++)
        marks[side->other] = NULL;
    }
}

typedef struct
{
  guint n;
  LeadupGraphQuestion question;
} Crossing;

static void
find_bridges (const Net    *self,
              LeadupInstant from,
              LeadupInstant to,
              GArray       *found)
{
  guint n_blocs = 0;
  g_autofree guint *blocs = leadup_graph_forms_find_blocs (self->ties, from, to, &n_blocs);
  g_autofree guint *sizes = g_new0 (guint, n_blocs + 1);
  g_autoptr (GHashTable) crossings =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->n; i++)
    sizes[blocs[i]]++;
  for (guint a = 0; a < self->n; a++)
    for (guint k = self->starts[a]; k < self->starts[a + 1]; k++)
      {
        const Side *side = &self->sides[k];
        guint low = MIN (blocs[a], blocs[side->other]), high = MAX (blocs[a], blocs[side->other]);
        gint64 key = (gint64) low << 32 | high;
        Crossing *crossing;

        if (a > side->other || side->sign <= 0 || low == high || sizes[low] < 2 || sizes[high] < 2)
          continue;
        crossing = g_hash_table_lookup (crossings, &key);
        if (crossing == NULL)
          {
            crossing = g_new0 (Crossing, 1);
            crossing->question.kind = LEADUP_GRAPH_QUESTION_BRIDGE;
            crossing->question.actors[0] = a;
            crossing->question.actors[1] = side->other;
            crossing->question.n_actors = 2;
            crossing->question.n = crossing->question.n_all = side->n;
            crossing->question.last = side->last;
            g_hash_table_insert (crossings, g_memdup2 (&key, sizeof key), crossing);
          }
        crossing->n++;
      }

  g_hash_table_iter_init (&iter, crossings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Crossing *) value)->n == 1)
      g_array_append_val (found, ((Crossing *) value)->question);
}

/* Counts partners in common by two steps from each actor. */
static void
find_silent (const Net *self,
             GArray    *found)
{
  g_autofree guint *counts = g_new0 (guint, self->n + 1);
  g_autofree guint *reached = g_new (guint, self->n + 1);

  for (guint a = 0; a < self->n; a++)
    {
      guint n_reached = 0;

      for (guint k = self->starts[a]; k < self->starts[a + 1]; k++)
        {
          guint b = self->sides[k].other;

          for (guint l = self->starts[b]; l < self->starts[b + 1]; l++)
            {
              guint c = self->sides[l].other;

              if (c > a && counts[c]++ == 0)
                reached[n_reached++] = c;
            }
        }
      /* Who has events with it is no silent neighbour. */
      for (guint k = self->starts[a]; k < self->starts[a + 1]; k++)
        counts[self->sides[k].other] = 0;
      for (guint i = 0; i < n_reached; i++)
        {
          guint c = reached[i];
          LeadupGraphQuestion question = { LEADUP_GRAPH_QUESTION_SILENT, { a, c }, 2, counts[c], 0,
                                           LEADUP_INSTANT_MIN };

          if (counts[c] >= LEADUP_GRAPH_QUESTION_COMMON && found->len < MAX_FOUND)
            g_array_append_val (found, question);
          counts[c] = 0;
        }
    }
}

/* By evidence, then by recency. */
static int
compare_questions (gconstpointer a,
                   gconstpointer b)
{
  const LeadupGraphQuestion *p = a, *q = b;

  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  if (p->n != q->n)
    return p->n > q->n ? -1 : 1;
  if (p->n_all != q->n_all)
    return p->n_all > q->n_all ? -1 : 1;
  if (p->last != q->last)
    return p->last > q->last ? -1 : 1;

  return memcmp (p->actors, q->actors, sizeof p->actors);
}

/**
 * leadup_graph_questions_find:
 * @ties: ties
 * @from: start of the window
 * @to: its end, exclusive
 * @max_of_kind: at most so many of each kind
 *
 * Looks for what an editor may want to ask about: triangles that are out of balance (the product of
 * their signs is negative), the only cooperative ties between blocs, and pairs that have partners
 * in common but no event. Takes time O(m√m) for the triangles, O(Σ degree²) for the silent.
 *
 * Returns: (transfer full) (element-type LeadupGraphQuestion): by kind, the best founded first
 */
GArray *
leadup_graph_questions_find (LeadupTies   *ties,
                             LeadupInstant from,
                             LeadupInstant to,
                             guint         max_of_kind)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LeadupGraphQuestion));
  GArray *best = g_array_new (FALSE, FALSE, sizeof (LeadupGraphQuestion));
  guint counts[LEADUP_GRAPH_QUESTION_SILENT + 1] = { 0 };
  Net net = { 0 };

  g_return_val_if_fail (ties != NULL, best);

  net_init (&net, ties, from, to);
  find_triangles (&net, found);
  find_bridges (&net, from, to, found);
  find_silent (&net, found);
  net_clear (&net);
  g_array_sort (found, compare_questions);
  for (guint i = 0; i < found->len; i++)
    {
      const LeadupGraphQuestion *question = &g_array_index (found, LeadupGraphQuestion, i);

      if (counts[question->kind]++ < max_of_kind)
        g_array_append_val (best, *question);
    }

  return best;
}
