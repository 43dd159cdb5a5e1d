/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-sgd.h"

#include <math.h>

/* So many nodes have their turn at once against one target. A constant, so that compilers use
 * vectors; the result does not depend on whether they do. */
#define LANES 32

/* Nearer than this, two nodes have no direction from one to the other. */
#define COINCIDENT 1e-9f

/* The square of the way on which an anchor holds as a spring would; beyond, it lets go. */
#define LEASH 0.1f

/**
 * Field:
 * @n: nodes
 * @order: (array length=n): the node of each place; places are what nodes are called in here
 * @places: (array length=n): the place of each node
 * @x: by place, with empty lanes at the end
 * @mobility: by place: 1, 0 for those that stay
 * @targets: (array length=n_targets): places of what nodes are kept at a distance from
 * @distances: for each LANES places all targets, and for each of these LANES distances
 * @weights: likewise
 *
 * Nodes in single precision and in a random order, and what each wants of the targets, in the order
 * in which it is read.
 */
typedef struct
{
  guint         n;
  guint         n_blocks;
  guint         n_targets;
  guint        *order;
  guint        *places;
  float        *x;
  float        *y;
  float        *mobility;
  guint        *targets;
  float        *distances;
  float        *weights;
  LeadupPoint  *positions;
  LeadupPcg    *random;
  GCancellable *cancellable;
  GError      **error;
} Field;

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

static guint *
count_up (guint n)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  return order;
}

static void
init_field (Field          *self,
            guint           n,
            guint           n_targets,
            const gboolean *is_pinned)
{
  self->n = n;
  self->n_blocks = (n + LANES - 1) / LANES;
  self->n_targets = n_targets;
  self->order = count_up (n);
  self->places = g_new (guint, n + 1);
  self->x = g_new0 (float, (gsize) self->n_blocks *LANES + 1);
  self->y = g_new0 (float, (gsize) self->n_blocks *LANES + 1);
  self->mobility = g_new0 (float, (gsize) self->n_blocks *LANES + 1);
  self->targets = g_new (guint, n_targets + 1);
  self->distances = g_new0 (float, (gsize) self->n_blocks *n_targets *LANES + 1);
  self->weights = g_new0 (float, (gsize) self->n_blocks *n_targets *LANES + 1);

  leadup_pcg_shuffle (self->random, self->order, n);
  for (guint i = 0; i < n; i++)
    {
      guint node = self->order[i];

      self->places[node] = i;
      self->x[i] = (float) self->positions[node].x;
      self->y[i] = (float) self->positions[node].y;
      self->mobility[i] = is_pinned != NULL && is_pinned[node] ? 0.0f : 1.0f;
    }
}

static void
clear_field (Field *self)
{
  g_free (self->order);
  g_free (self->places);
  g_free (self->x);
  g_free (self->y);
  g_free (self->mobility);
  g_free (self->targets);
  g_free (self->distances);
  g_free (self->weights);
}

/* Fills in what the node at @place wants of @target. */
static inline void
set_term (Field *self,
          guint  place,
          guint  target,
          float  distance,
          float  weight)
{
  gsize at = ((gsize) (place / LANES) * self->n_targets + target) * LANES + place % LANES;

  self->distances[at] = distance;
  self->weights[at] = weight;
}

/* Pinned nodes keep their places to the last bit. */
static void
write_back (const Field *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->mobility[i] > 0.0f)
      self->positions[self->order[i]]
          = (LeadupPoint) { (double) self->x[i], (double) self->y[i] };
}

/* Moves LANES nodes towards, or away from, a target. They go half the way, since the target comes
 * towards them in its own turn; unless it is pinned. */
static inline void
move_block (float *restrict       x,
            float *restrict       y,
            const float *restrict mobility,
            const float *restrict distances,
            const float *restrict weights,
            float                 target_x,
            float                 target_y,
            float                 share,
            float                 step)
{
  for (guint i = 0; i < LANES; i++)
    {
      float dx = target_x - x[i];
      float dy = target_y - y[i];
      float length = sqrtf (dx * dx + dy * dy);
      float part = step * weights[i];
      float pull;

      part = part < 1.0f ? part : 1.0f;
      pull = (length - distances[i]) / (length > COINCIDENT ? length : COINCIDENT);
      pull *= share * mobility[i] * part;
      x[i] += pull * dx;
      y[i] += pull * dy;
    }
}

/* Each node against each target, both in another order each epoch. */
static gboolean
run_targets (Field *self,
             guint *block_order,
             guint *target_order,
             double step)
{
  leadup_pcg_shuffle (self->random, block_order, self->n_blocks);
  for (guint b = 0; b < self->n_blocks; b++)
    {
      gsize first = (gsize) block_order[b] * LANES;
      gsize terms = first * self->n_targets;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
        return FALSE;
      if (b % 8 == 0)
        leadup_pcg_shuffle (self->random, target_order, self->n_targets);
      for (guint t = 0; t < self->n_targets; t++)
        {
          gsize at = terms + (gsize) target_order[t] * LANES;
          guint target = self->targets[target_order[t]];

          move_block (self->x + first, self->y + first, self->mobility + first,
                      self->distances + at, self->weights + at, self->x[target], self->y[target],
                      self->mobility[target] > 0.0f ? 0.5f : 1.0f, (float) step);
        }
    }

  return TRUE;
}

static inline void
move_pair (Field *self,
           guint  p,
           guint  q,
           float  distance,
           float  step)
{
  float dx = self->x[q] - self->x[p];
  float dy = self->y[q] - self->y[p];
  float length = sqrtf (dx * dx + dy * dy);
  float part = step / (distance * distance);
  float both = self->mobility[p] + self->mobility[q];
  float pull;

  if (both <= 0.0f)
    return;

  /* Two at one point part in a direction that chance has chosen. */
  if (G_UNLIKELY (length < COINCIDENT))
    {
      dx = (float) (leadup_pcg_next_unit (self->random) - 0.5);
      dy = (float) (leadup_pcg_next_unit (self->random) - 0.5) + COINCIDENT;
      length = sqrtf (dx * dx + dy * dy);
      distance += length;
    }
  pull = (length - distance) / length * (part < 1.0f ? part : 1.0f) / both;
  self->x[p] += self->mobility[p] * pull * dx;
  self->y[p] += self->mobility[p] * pull * dy;
  self->x[q] -= self->mobility[q] * pull * dx;
  self->y[q] -= self->mobility[q] * pull * dy;
}

static void
run_edges (Field                      *self,
           const LeadupGraphDistances *graph,
           double                      step)
{
  for (guint p = 0; p < self->n; p++)
    {
      guint n_neighbours;
      const LeadupGraphNeighbour *neighbours
          = leadup_graph_distances_get_neighbours (graph, self->order[p], &n_neighbours);

      for (guint k = 0; k < n_neighbours; k++)
        if (self->places[neighbours[k].node] > p)
          move_pair (self, p, self->places[neighbours[k].node], neighbours[k].length, (float) step);
    }
}

/* Who has strong reasons to be elsewhere is let go, so that the others can stay where they were. */
static void
draw_back (Field                     *self,
           const LeadupGraphSchedule *schedule,
           double                     step)
{
  float most = (float) (schedule->anchor_weight * step);

  for (guint i = 0; i < self->n; i++)
    {
      const LeadupPoint *anchor = &schedule->anchors[self->order[i]];
      float dx = (float) anchor->x - self->x[i];
      float dy = (float) anchor->y - self->y[i];
      float part = most * LEASH / (LEASH + dx * dx + dy * dy);

      if (!(isfinite (anchor->x) && isfinite (anchor->y)))
        continue;
      part = self->mobility[i] * (part < 1.0f ? part : 1.0f);
      self->x[i] += part * dx;
      self->y[i] += part * dy;
    }
}

static gboolean
descend (Field                      *self,
         const LeadupGraphDistances *graph,
         const LeadupGraphSchedule  *schedule)
{
  g_autofree guint *block_order = count_up (self->n_blocks);
  g_autofree guint *target_order = count_up (self->n_targets);
  double ratio = find_ratio (schedule);
  double step = schedule->first;

  for (guint epoch = 0; epoch < schedule->n_epochs && self->n > 1; epoch++, step *= ratio)
    {
      if (graph != NULL)
        run_edges (self, graph, step);
      if (!run_targets (self, block_order, target_order, step))
        return FALSE;
      if (schedule->anchors != NULL)
        draw_back (self, schedule, step);
      if (schedule->epoch_done != NULL)
        {
          write_back (self);
          schedule->epoch_done (schedule->data);
        }
    }
  write_back (self);

  return TRUE;
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
  Field self = { .positions = positions, .random = random, .cancellable = cancellable,
                 .error = error };
  gboolean is_done;

  init_field (&self, n, n, is_pinned);
  for (guint target = 0; target < n && !g_cancellable_is_cancelled (cancellable); target++)
    {
      const float *row = distances + (gsize) self.order[target] * n;

      self.targets[target] = target;
      for (guint place = 0; place < n; place++)
        {
          float distance = row[self.order[place]];

          if (place != target)
            set_term (&self, place, target, distance, 1.0f / (distance * distance));
        }
    }
  is_done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
            descend (&self, NULL, schedule);
  clear_field (&self);

  return is_done;
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
  Field self = { .positions = positions, .random = random, .cancellable = cancellable,
                 .error = error };
  guint n = leadup_graph_distances_get_n (graph);
  g_autofree float *weights = leadup_graph_pivots_weigh (pivots, n, cancellable);
  gboolean is_done;

  init_field (&self, n, pivots->n_pivots, is_pinned);
  for (guint p = 0; p < pivots->n_pivots && !g_cancellable_is_cancelled (cancellable); p++)
    {
      self.targets[p] = self.places[pivots->nodes[p]];
      for (guint place = 0; place < n; place++)
        {
          gsize at = (gsize) p * n + self.order[place];

          set_term (&self, place, p, pivots->distances[at], weights[at]);
        }
    }
  g_clear_pointer (&weights, g_free);
  is_done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
            descend (&self, graph, schedule);
  clear_field (&self);

  return is_done;
}
