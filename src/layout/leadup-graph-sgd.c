/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-sgd.h"

#include <math.h>

/* Pairs between two looks at the cancellable: about 0.2 ms. */
#define PAIRS_PER_CHECK 16384

/* Nearer than this, two nodes have no direction from one to the other. */
#define COINCIDENT 1e-9

typedef struct
{
  LeadupPoint    *positions;
  const gboolean *is_pinned;
  LeadupPcg      *random;
  GCancellable   *cancellable;
  GError        **error;
  guint           n_unchecked;
} Run;

static gboolean
may_go_on (Run  *run,
           guint n_pairs)
{
  run->n_unchecked += n_pairs;
  if (run->n_unchecked < PAIRS_PER_CHECK)
    return TRUE;

  run->n_unchecked = 0;
  return !g_cancellable_set_error_if_cancelled (run->cancellable, run->error);
}

/* The (n − 1)th root of @last / @first, by bisection: pow() differs between C libraries. */
static double
find_ratio (const LeadupGraphSchedule *schedule)
{
  double target = schedule->last / schedule->first;
  double low = 0.0;
  double high = 1.0;

  if (schedule->n_epochs < 2 || target >= 1.0)
    return 1.0;

  for (guint step = 0; step < 60; step++)
    {
      double middle = (low + high) / 2.0;
      double power = 1.0;

      for (guint i = 1; i < schedule->n_epochs; i++)
        power *= middle;
      if (power < target)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/* What one node has to move, as a part of the way between the two, so that they come @distance
 * apart. */
static inline double
find_pull (Run    *run,
           double  distance,
           double *dx,
           double *dy)
{
  double length = sqrt (*dx * *dx + *dy * *dy);

  if (G_UNLIKELY (length < COINCIDENT))
    {
      *dx = leadup_pcg_next_unit (run->random) - 0.5;
      *dy = leadup_pcg_next_unit (run->random) - 0.5 + COINCIDENT;
      length = sqrt (*dx * *dx + *dy * *dy);
      return -distance / length;
    }

  return (length - distance) / length;
}

static inline void
move_pair (Run   *run,
           guint  a,
           guint  b,
           double distance,
           double step)
{
  LeadupPoint *p = &run->positions[a];
  LeadupPoint *q = &run->positions[b];
  double dx = q->x - p->x;
  double dy = q->y - p->y;
  double part = step / (distance * distance);
  double pull = find_pull (run, distance, &dx, &dy) * (part < 1.0 ? part : 1.0);
  gboolean a_stays = run->is_pinned != NULL && run->is_pinned[a];
  gboolean b_stays = run->is_pinned != NULL && run->is_pinned[b];

  /* A pinned node does not move: its partner takes the whole way. */
  if (!a_stays && !b_stays)
    pull *= 0.5;
  if (!a_stays)
    {
      p->x += pull * dx;
      p->y += pull * dy;
    }
  if (!b_stays)
    {
      q->x -= pull * dx;
      q->y -= pull * dy;
    }
}

/* The nodes in another order each epoch, and then all pairs as in a tournament: a round is a set of
 * pairs without a common node. Mixes as well as shuffling all pairs, without keeping an array of
 * them.
 */
static gboolean
run_epoch (Run         *run,
           guint        n,
           const float *distances,
           guint       *order,
           double       step)
{
  guint even = n + (n & 1);
  guint n_rounds = even - 1;

  leadup_pcg_shuffle (run->random, order, n);
  for (guint round = 0; round < n_rounds; round++)
    {
      guint up = round;
      guint down = round;

      /* With an odd number of nodes the last place is empty, and who meets it rests. */
      if (even == n)
        move_pair (run, order[n - 1], order[round],
                   (double) distances[(gsize) order[n - 1] * n + order[round]], step);
      for (guint k = 1; k < even / 2; k++)
        {
          up = up + 1 == n_rounds ? 0 : up + 1;
          down = down == 0 ? n_rounds - 1 : down - 1;
          move_pair (run, order[up], order[down],
                     (double) distances[(gsize) order[up] * n + order[down]], step);
        }
      if (!may_go_on (run, even / 2))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_edges (Run                        *run,
           const LeadupGraphDistances *graph,
           const guint                *order,
           double                      step)
{
  guint n = leadup_graph_distances_get_n (graph);

  for (guint i = 0; i < n; i++)
    {
      guint n_neighbours;
      const LeadupGraphNeighbour *neighbours
          = leadup_graph_distances_get_neighbours (graph, order[i], &n_neighbours);

      for (guint k = 0; k < n_neighbours; k++)
        if (neighbours[k].node > order[i])
          move_pair (run, order[i], neighbours[k].node, (double) neighbours[k].length, step);
      if (!may_go_on (run, n_neighbours))
        return FALSE;
    }

  return TRUE;
}

/* Each node against each pivot, in rounds in which all nodes meet different ones as far as there
 * are enough. Only the node moves: the pivot’s own place follows from its own pivots and
 * neighbours.
 */
static gboolean
run_pivots (Run                     *run,
            const LeadupGraphPivots *pivots,
            const float             *weights,
            guint                    n,
            const guint             *order,
            const guint             *pivot_order,
            double                   step)
{
  for (guint round = 0; round < pivots->n_pivots; round++)
    {
      guint turn = round;

      for (guint i = 0; i < n; i++)
        {
          guint node = order[i];
          guint pivot = pivot_order[turn];
          gsize at = (gsize) pivot * n + node;
          double part = step * (double) weights[at];

          turn = turn + 1 == pivots->n_pivots ? 0 : turn + 1;
          if (part > 0.0 && !(run->is_pinned != NULL && run->is_pinned[node]))
            {
              LeadupPoint *p = &run->positions[node];
              const LeadupPoint *q = &run->positions[pivots->nodes[pivot]];
              double dx = q->x - p->x;
              double dy = q->y - p->y;
              double pull = find_pull (run, (double) pivots->distances[at], &dx, &dy);

              pull *= 0.5 * (part < 1.0 ? part : 1.0);
              p->x += pull * dx;
              p->y += pull * dy;
            }
        }
      if (!may_go_on (run, n))
        return FALSE;
    }

  return TRUE;
}

static guint *
count_up (guint n)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  return order;
}

/**
 * leadup_graph_sgd_run:
 * @n: nodes of a connected graph
 * @distances: (array): n × n
 * @schedule: the steps
 * @is_pinned: (nullable) (array length=n): nodes that do not move at all
 * @random: where the order of pairs comes from
 * @positions: (array length=n) (inout): from where, to where
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Makes drawn distances as the ideal ones, pair by pair (Zheng, Pawar and Goodman, “Graph drawing
 * by stochastic gradient descent”, 2019). Only sums, products, quotients and square roots, so that
 * the result is the same on every machine.
 *
 * Returns: %FALSE when cancelled; @positions are then somewhere on the way
 */
gboolean
leadup_graph_sgd_run (guint                      n,
                      const float               *distances,
                      const LeadupGraphSchedule *schedule,
                      const gboolean            *is_pinned,
                      LeadupPcg                 *random,
                      LeadupPoint               *positions,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  Run run = { positions, is_pinned, random, cancellable, error, 0 };
  double ratio = find_ratio (schedule);
  double step = schedule->first;
  g_autofree guint *order = count_up (n);

  for (guint epoch = 0; epoch < schedule->n_epochs && n > 1; epoch++, step *= ratio)
    if (!run_epoch (&run, n, distances, order, step))
      return FALSE;

  return TRUE;
}

/**
 * leadup_graph_sgd_run_sparse:
 * @graph: a connected graph
 * @pivots: of it
 * @schedule: the steps
 * @is_pinned: (nullable) (array length=n): nodes that do not move at all
 * @random: where the order of pairs comes from
 * @positions: (array length=n) (inout): from where, to where
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * As leadup_graph_sgd_run(), but only with edges and with pivots that stand for all others.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
leadup_graph_sgd_run_sparse (const LeadupGraphDistances *graph,
                             const LeadupGraphPivots    *pivots,
                             const LeadupGraphSchedule  *schedule,
                             const gboolean             *is_pinned,
                             LeadupPcg                  *random,
                             LeadupPoint                *positions,
                             GCancellable               *cancellable,
                             GError                    **error)
{
  Run run = { positions, is_pinned, random, cancellable, error, 0 };
  guint n = leadup_graph_distances_get_n (graph);
  double ratio = find_ratio (schedule);
  double step = schedule->first;
  g_autofree float *weights = leadup_graph_pivots_weigh (pivots, n);
  g_autofree guint *order = count_up (n);
  g_autofree guint *pivot_order = count_up (pivots->n_pivots);

  for (guint epoch = 0; epoch < schedule->n_epochs; epoch++, step *= ratio)
    {
      leadup_pcg_shuffle (random, order, n);
      leadup_pcg_shuffle (random, pivot_order, pivots->n_pivots);
      if (!run_edges (&run, graph, order, step) ||
          !run_pivots (&run, pivots, weights, n, order, pivot_order, step))
        return FALSE;
    }

  return TRUE;
}
