/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-forms.h"

#include <math.h>
#include <stdlib.h>

/* What a tie without a tone says about standing together, beside a friendly one. */
#define NEUTRAL_WORTH 0.25

#define MAX_PASSES 30
#define N_SWEEPS 12

/* Between rings and between neighbours on one; between columns and rows of blocs. */
#define RING_STEP 1.5
#define RING_ROOM 1.05
#define COLUMN_STEP 2.4
#define ROW_STEP 0.72
#define ASIDE 0.28

/* A number to sort an actor by. */
typedef struct
{
  double key;
  guint  actor;
} Sorted;

static int
compare_sorted (const void *a,
                const void *b)
{
  const Sorted *p = a;
  const Sorted *q = b;

  if (p->key < q->key)
    return -1;
  if (p->key > q->key)
    return 1;
  return p->actor < q->actor ? -1 : p->actor > q->actor;
}

/* How much each tie speaks for standing together (> 0) or against. */
static double *
weigh_ties (LeadupTies   *ties,
            LeadupInstant from,
            LeadupInstant to)
{
  guint n = leadup_ties_get_n (ties);
  double *weights = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      LeadupTieSummary summary;

      leadup_tie_summarize (leadup_ties_get (ties, i), from, to, &summary);
      weights[i] = isnan (summary.hostility) ? NEUTRAL_WORTH * summary.n
                                             : (1.0 - 2.0 * summary.hostility) * summary.n;
    }

  return weights;
}

/* Returns: (transfer full) (element-type guint): for each actor the numbers of its ties */
static GPtrArray *
collect_own_ties (LeadupTies *ties)
{
  guint n = leadup_ties_get_n_actors (ties);
  GPtrArray *own = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (own, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      GArray *of_a = g_ptr_array_index (own, tie->a);
      GArray *of_b = g_ptr_array_index (own, tie->b);

      g_array_append_val (of_a, i);
      g_array_append_val (of_b, i);
    }

  return own;
}

static guint
get_partner (LeadupTies *ties,
             guint       tie,
             guint       actor)
{
  const LeadupTie *found = leadup_ties_get (ties, tie);

  return found->a == actor ? found->b : found->a;
}

/* Moves @actor to the bloc that most speaks for. @scores are 0 before and after. Returns: whether
 * it went */
static gboolean
join_best (LeadupTies   *ties,
           const GArray *own,
           const double *weights,
           guint         actor,
           guint        *blocs,
           double       *scores)
{
  guint best = blocs[actor];
  gboolean has_moved;

  for (guint i = 0; i < own->len; i++)
    {
      guint tie = g_array_index (own, guint, i);

      scores[blocs[get_partner (ties, tie, actor)]] += weights[tie];
    }
  if (scores[best] < 0.0)
    best = actor;
  for (guint i = 0; i < own->len; i++)
    {
      guint bloc = blocs[get_partner (ties, g_array_index (own, guint, i), actor)];

      if (scores[bloc] > scores[best] + 1e-9)
        best = bloc;
    }
  for (guint i = 0; i < own->len; i++)
    scores[blocs[get_partner (ties, g_array_index (own, guint, i), actor)]] = 0.0;
  has_moved = best != blocs[actor];
  blocs[actor] = best;

  return has_moved;
}

/**
 * leadup_graph_forms_find_blocs:
 * @ties: ties
 * @from: start of the window
 * @to: its end, exclusive
 * @n_blocs: (out): how many
 *
 * Puts those together who are friendly to each other, with hostile ties counted against: each joins
 * the bloc that most speaks for until nobody wants to move.
 *
 * Returns: (transfer full) (array): the bloc of each actor, the largest first
 */
guint *
leadup_graph_forms_find_blocs (LeadupTies   *ties,
                               LeadupInstant from,
                               LeadupInstant to,
                               guint        *n_blocs)
{
  guint n = leadup_ties_get_n_actors (ties);
  guint *blocs = g_new (guint, n + 1);
  g_autofree double *weights = weigh_ties (ties, from, to);
  g_autoptr (GPtrArray) own = collect_own_ties (ties);
  g_autofree double *scores = g_new0 (double, n + 1);
  g_autofree Sorted *turns = g_new (Sorted, n + 1);
  g_autofree guint *numbers = g_new0 (guint, n + 1);
  gboolean has_changed = TRUE;

  for (guint i = 0; i < n; i++)
    {
      blocs[i] = i;
      turns[i] = (Sorted) { -(double) leadup_ties_get_actor_n_events (ties, i), i };
    }
  qsort (turns, n, sizeof *turns, compare_sorted);
  for (guint pass = 0; pass < MAX_PASSES && has_changed; pass++)
    {
      has_changed = FALSE;
      for (guint i = 0; i < n; i++)
        has_changed |= join_best (ties, g_ptr_array_index (own, turns[i].actor), weights,
                                  turns[i].actor, blocs, scores);
    }

  for (guint i = 0; i < n; i++)
    turns[i] = (Sorted) { 0.0, i };
  for (guint i = 0; i < n; i++)
    turns[blocs[i]].key -= 1.0;
  qsort (turns, n, sizeof *turns, compare_sorted);
  *n_blocs = 0;
  for (guint i = 0; i < n; i++)
    if (turns[i].key < 0.0)
      numbers[turns[i].actor] = (*n_blocs)++;
  for (guint i = 0; i < n; i++)
    blocs[i] = numbers[blocs[i]];

  return blocs;
}

/* Returns: the actor in most events, the first of equals */
guint
leadup_graph_forms_find_centre (LeadupTies *ties)
{
  guint best = 0;

  for (guint i = 1; i < leadup_ties_get_n_actors (ties); i++)
    if (leadup_ties_get_actor_n_events (ties, i) > leadup_ties_get_actor_n_events (ties, best))
      best = i;

  return best;
}

/* How many ties each actor is away from @focus; those that are not connected stand outside. */
static guint
count_steps (LeadupTies *ties,
             guint       focus,
             guint      *steps)
{
  guint n = leadup_ties_get_n_actors (ties);
  guint farthest = 0;
  gboolean has_changed = TRUE;

  for (guint i = 0; i < n; i++)
    steps[i] = G_MAXUINT;
  steps[focus] = 0;
  for (guint step = 0; has_changed; step++)
    {
      has_changed = FALSE;
      for (guint i = 0; i < leadup_ties_get_n (ties); i++)
        {
          const LeadupTie *tie = leadup_ties_get (ties, i);
          guint a = steps[tie->a];
          guint b = steps[tie->b];

          if (a == step && b == G_MAXUINT)
            steps[tie->b] = step + 1;
          else if (b == step && a == G_MAXUINT)
            steps[tie->a] = step + 1;
          else
            continue;
          farthest = step + 1;
          has_changed = TRUE;
        }
    }
  for (guint i = 0; i < n; i++)
    if (steps[i] == G_MAXUINT)
      steps[i] = farthest + 1;

  return farthest + 1;
}

/* Spreads a ring evenly, turned so that actors are near to where the map has them. */
static void
spread_ring (Sorted      *ring,
             guint        n,
             double       radius,
             LeadupPoint *places)
{
  double x = 0.0;
  double y = 0.0;
  double turn;

  qsort (ring, n, sizeof *ring, compare_sorted);
  for (guint i = 0; i < n; i++)
    {
      double off = ring[i].key - 2.0 * G_PI * i / n;

      x += cos (off);
      y += sin (off);
    }
  turn = atan2 (y, x);
  for (guint i = 0; i < n; i++)
    {
      double angle = turn + 2.0 * G_PI * i / n;

      places[ring[i].actor] = (LeadupPoint) { radius * cos (angle), radius * sin (angle) };
    }
}

/**
 * leadup_graph_forms_place_rings:
 * @ties: ties
 * @focus: the actor in the middle
 * @map: (array): where the map has the actors: they keep their directions from the middle
 *
 * Returns: (transfer full) (array): a place for each actor: on the ring of how many ties it is away
 */
LeadupPoint *
leadup_graph_forms_place_rings (LeadupTies        *ties,
                                guint              focus,
                                const LeadupPoint *map)
{
  guint n = leadup_ties_get_n_actors (ties);
  LeadupPoint *places = g_new0 (LeadupPoint, n + 1);
  g_autofree guint *steps = g_new (guint, n + 1);
  g_autofree Sorted *ring = g_new (Sorted, n + 1);
  double radius = 0.0;
  guint n_rings;

  if (n == 0)
    return places;

  n_rings = count_steps (ties, focus, steps);
  for (guint step = 1; step <= n_rings; step++)
    {
      guint n_ring = 0;

      for (guint i = 0; i < n; i++)
        if (steps[i] == step)
          ring[n_ring++]
              = (Sorted) { atan2 (map[i].y - map[focus].y, map[i].x - map[focus].x), i };
      if (n_ring == 0)
        continue;
      radius = MAX (radius + RING_STEP, n_ring * RING_ROOM / (2.0 * G_PI));
      spread_ring (ring, n_ring, radius, places);
    }

  return places;
}

/* The mean row of those an actor has to do with, its own row where there are none. */
static double
find_barycentre (LeadupTies   *ties,
                 const GArray *own,
                 guint         actor,
                 const double *rows)
{
  double sum = 0.0;

  for (guint i = 0; i < own->len; i++)
    sum += rows[get_partner (ties, g_array_index (own, guint, i), actor)];

  return own->len > 0 ? sum / own->len : rows[actor];
}

/* The column of each actor: blocs of two and more have one each, those who stand alone share one,
 * and so do those without a tie. */
static guint
choose_columns (LeadupTies   *ties,
                LeadupInstant from,
                LeadupInstant to,
                guint        *columns)
{
  guint n = leadup_ties_get_n_actors (ties);
  guint n_blocs;
  g_autofree guint *blocs = leadup_graph_forms_find_blocs (ties, from, to, &n_blocs);
  g_autofree guint *sizes = g_new0 (guint, n_blocs + 1);
  guint n_columns = 0;

  for (guint i = 0; i < n; i++)
    sizes[blocs[i]] += leadup_ties_get_actor_n_events (ties, i) > 0;
  while (n_columns < n_blocs && sizes[n_columns] > 1)
    n_columns++;
  for (guint i = 0; i < n; i++)
    columns[i] = leadup_ties_get_actor_n_events (ties, i) > 0 ? MIN (blocs[i], n_columns)
                                                              : n_columns + 1;

  return n_columns + 2;
}

/* Numbers the actors of a column from its middle, in the order of @keys. */
static void
number_rows (guint         n,
             guint         column,
             const guint  *columns,
             const double *keys,
             double       *rows)
{
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);
  guint n_rows = 0;

  for (guint i = 0; i < n; i++)
    if (columns[i] == column)
      sorted[n_rows++] = (Sorted) { keys[i], i };
  qsort (sorted, n_rows, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < n_rows; i++)
    rows[sorted[i].actor] = i - (n_rows - 1) / 2.0;
}

static double *
sort_columns (LeadupTies  *ties,
              const guint *columns,
              guint        n_columns)
{
  guint n = leadup_ties_get_n_actors (ties);
  double *rows = g_new0 (double, n + 1);
  g_autofree double *keys = g_new (double, n + 1);
  g_autoptr (GPtrArray) own = collect_own_ties (ties);

  for (guint i = 0; i < n; i++)
    keys[i] = -(double) leadup_ties_get_actor_n_events (ties, i);
  for (guint sweep = 0; sweep <= N_SWEEPS; sweep++)
    for (guint column = 0; column < n_columns; column++)
      {
        for (guint i = 0; i < n && sweep > 0; i++)
          if (columns[i] == column)
            keys[i] = find_barycentre (ties, g_ptr_array_index (own, i), i, rows);
        number_rows (n, column, columns, keys, rows);
      }

  return rows;
}

/**
 * leadup_graph_forms_place_blocs:
 * @ties: ties
 * @from: start of the window
 * @to: its end, exclusive
 *
 * Returns: (transfer full) (array): a place for each actor: a column for each bloc, the largest
 * first, and one for all who stand alone; in each, near to those they have to do with
 */
LeadupPoint *
leadup_graph_forms_place_blocs (LeadupTies   *ties,
                                LeadupInstant from,
                                LeadupInstant to)
{
  guint n = leadup_ties_get_n_actors (ties);
  LeadupPoint *places = g_new0 (LeadupPoint, n + 1);
  g_autofree guint *columns = g_new (guint, n + 1);
  guint n_columns = choose_columns (ties, from, to, columns);
  g_autofree double *rows = sort_columns (ties, columns, n_columns);

  for (guint i = 0; i < n; i++)
    {
      /* Not quite in line, or ties within a column would lie on each other. */
      double aside = ((int) floor (rows[i]) & 1) != 0 ? ASIDE : -ASIDE;

      places[i] = (LeadupPoint) { COLUMN_STEP * columns[i] + aside, ROW_STEP * rows[i] };
    }

  return places;
}

/**
 * leadup_graph_forms_order:
 * @ties: ties
 * @from: start of the window
 * @to: its end, exclusive
 *
 * Returns: (transfer full) (array): the actors in an order for rows and columns: bloc by bloc, and
 * in each by how much they are involved
 */
guint *
leadup_graph_forms_order (LeadupTies   *ties,
                          LeadupInstant from,
                          LeadupInstant to)
{
  guint n = leadup_ties_get_n_actors (ties);
  guint *order = g_new (guint, n + 1);
  g_autofree guint *columns = g_new (guint, n + 1);
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);

  choose_columns (ties, from, to, columns);
  for (guint i = 0; i < n; i++)
    sorted[i]
        = (Sorted) { columns[i] - leadup_ties_get_actor_n_events (ties, i) / 4294967296.0, i };
  qsort (sorted, n, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < n; i++)
    order[i] = sorted[i].actor;

  return order;
}
