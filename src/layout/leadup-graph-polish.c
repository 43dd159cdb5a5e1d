/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-polish.h"

#include "layout/leadup-graph-metrics.h"

#include <math.h>

/* Tries per node, in all: as many as bring something, but in dense graphs, where each costs more
 * and crossings are many anyway, no more than about half a second takes.
 */
#define MAX_SWEEPS 400
#define MIN_SWEEPS 20
#define MAX_COMPARISONS 1e8

/* Where even the least number of tries takes longer than this, there are none: among so many edges
 * nobody counts crossings. */
#define MOST_COMPARISONS 4e8

/* What all of the allowed stress is worth, in crossings: between pictures with as many crossings,
 * the one with less stress is better.
 */
#define WORTH_OF_STRESS 1.0

/* Half a symbol with air around it: an edge nearer to a foreign node seems to be tied to it. */
#define CLEARANCE 0.16

/* The cost of a picture is Σ crossings and touched nodes + stress; kept as sums so that moving one
 * node costs O(n + degree · m).
 *
 * @sum: Σ drawn ∕ ideal over pairs
 * @square: Σ (drawn ∕ ideal)²
 */
typedef struct
{
  guint                  n;
  const LeadupGraphEdge *edges;
  guint                  n_edges;
  const float           *distances;
  LeadupPoint           *positions;
  guint                 *offsets;  /* n + 1 */
  guint                 *incident; /* edges of each node */
  double                 n_pairs;
  double                 sum;
  double                 square;
  double                 start_stress;
  double                 max_stress;
} Polish;

static double
measure_stress (const Polish *self,
                double        sum,
                double        square)
{
  return square > 0.0 ? 1.0 - sum * sum / (self->n_pairs * square) : 1.0;
}

/* Σ and Σ² of drawn ∕ ideal over the pairs of @node, were it at @place. */
static void
sum_pairs (const Polish      *self,
           guint              node,
           const LeadupPoint *place,
           double            *sum,
           double            *square)
{
  const float *row = self->distances + (gsize) node * self->n;

  *sum = 0.0;
  *square = 0.0;
  for (guint i = 0; i < self->n; i++)
    {
      double dx = self->positions[i].x - place->x;
      double dy = self->positions[i].y - place->y;
      double ideal = (double) row[i];
      double ratio_square;

      if (i == node)
        continue;
      ratio_square = (dx * dx + dy * dy) / (ideal * ideal);
      *sum += sqrt (ratio_square);
      *square += ratio_square;
    }
}

static gboolean
has_end (const LeadupGraphEdge *edge,
         guint                  node)
{
  return edge->a == node || edge->b == node;
}

/* Crossings of the edges of @node, nodes that they touch, and edges of others that touch the node,
 * were it at
 * @place. Gives up above @limit.
 */
static guint
count_faults (const Polish      *self,
              guint              node,
              const LeadupPoint *place,
              guint              limit)
{
  static const LeadupPoint clearance = { CLEARANCE, CLEARANCE };
  guint n_faults = 0;

  for (guint i = self->offsets[node]; i < self->offsets[node + 1] && n_faults <= limit; i++)
    {
      const LeadupGraphEdge *edge = &self->edges[self->incident[i]];
      guint other = edge->a == node ? edge->b : edge->a;
      const LeadupPoint *end = &self->positions[other];

      for (guint k = 0; k < self->n_edges; k++)
        {
          const LeadupGraphEdge *foreign = &self->edges[k];

          if (!has_end (foreign, node) && !has_end (foreign, other)
              && leadup_graph_segments_cross (place, end, &self->positions[foreign->a],
                                              &self->positions[foreign->b]))
            n_faults++;
        }
      for (guint k = 0; k < self->n; k++)
        if (k != node && k != other &&
            leadup_graph_segment_hits_box (place, end, &self->positions[k], &clearance))
          n_faults++;
    }
  for (guint k = 0; k < self->n_edges && n_faults <= limit; k++)
    if (!has_end (&self->edges[k], node)
        && leadup_graph_segment_hits_box (&self->positions[self->edges[k].a],
                                          &self->positions[self->edges[k].b], place, &clearance))
      n_faults++;

  return n_faults;
}

/* Where stress alone would have @node, all others fixed: one step of majorization (Gansner, Koren
 * and North, 2004). */
static LeadupPoint
find_restful_place (const Polish *self,
                    guint         node)
{
  const float *row = self->distances + (gsize) node * self->n;
  const LeadupPoint *at = &self->positions[node];
  double scale = self->square > 0.0 ? self->square / self->sum : 1.0;
  LeadupPoint place = { 0.0, 0.0 };
  double weights = 0.0;

  for (guint i = 0; i < self->n; i++)
    {
      double dx = at->x - self->positions[i].x;
      double dy = at->y - self->positions[i].y;
      double length = sqrt (dx * dx + dy * dy);
      double ideal = (double) row[i] * scale;
      double weight;
      double stretch;

      if (i == node)
        continue;
      weight = 1.0 / (ideal * ideal);
      stretch = length > 0.0 ? ideal / length : 0.0;
      place.x += weight * (self->positions[i].x + stretch * dx);
      place.y += weight * (self->positions[i].y + stretch * dy);
      weights += weight;
    }

  return weights > 0.0 ? (LeadupPoint) { place.x / weights, place.y / weights } : *at;
}

/* Three kinds of tries: to where the stress is least, near to the partners’ middle, and anywhere
 * around. */
static LeadupPoint
propose_place (const Polish *self,
               guint         node,
               double        reach,
               LeadupPcg    *random)
{
  guint kind = leadup_pcg_next_below (random, 8);
  guint degree = self->offsets[node + 1] - self->offsets[node];
  LeadupPoint place = self->positions[node];

  if (kind == 0)
    return find_restful_place (self, node);

  if (kind == 1 && degree > 0)
    {
      place = (LeadupPoint) { 0.0, 0.0 };
      for (guint i = self->offsets[node]; i < self->offsets[node + 1]; i++)
        {
          const LeadupGraphEdge *edge = &self->edges[self->incident[i]];
          const LeadupPoint *partner = &self->positions[edge->a == node ? edge->b : edge->a];

          place.x += partner->x / degree;
          place.y += partner->y / degree;
        }
    }

  place.x += (2.0 * leadup_pcg_next_unit (random) - 1.0) * reach;
  place.y += (2.0 * leadup_pcg_next_unit (random) - 1.0) * reach;

  return place;
}

/* Moves @node to @place unless that costs more than @threshold. Returns: the change of faults */
static int
try_place (Polish            *self,
           guint              node,
           const LeadupPoint *place,
           double             threshold)
{
  double old_sum, old_square, new_sum, new_square;
  double before, after, allowance, worth;
  guint old_faults, new_faults;

  sum_pairs (self, node, &self->positions[node], &old_sum, &old_square);
  sum_pairs (self, node, place, &new_sum, &new_square);
  new_sum += self->sum - old_sum;
  new_square += self->square - old_square;
  before = measure_stress (self, self->sum, self->square);
  after = measure_stress (self, new_sum, new_square);
  if (after > self->max_stress && after >= before)
    return 0;

  allowance = self->max_stress - self->start_stress;
  worth = allowance > 0.0 ? WORTH_OF_STRESS * (after - before) / allowance : 0.0;
  old_faults = count_faults (self, node, &self->positions[node], G_MAXUINT - 1);
  new_faults
      = count_faults (self, node, place, (guint) MAX (0.0, old_faults + threshold - worth + 1.0));
  if ((double) new_faults - (double) old_faults + worth >= threshold)
    return 0;

  self->positions[node] = *place;
  self->sum = new_sum;
  self->square = new_square;

  return (int) new_faults - (int) old_faults;
}

static void
init_polish (Polish *self)
{
  g_autofree guint *fill = g_new (guint, self->n + 1);

  self->offsets = g_new0 (guint, self->n + 1);
  self->incident = g_new (guint, 2 * (gsize) self->n_edges + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->offsets[self->edges[i].a]++;
      self->offsets[self->edges[i].b]++;
    }
  for (guint i = 0, n = 0; i <= self->n; i++)
    {
      guint degree = i < self->n ? self->offsets[i] : 0;

      self->offsets[i] = n;
      fill[i] = n;
      n += degree;
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->incident[fill[self->edges[i].a]++] = i;
      self->incident[fill[self->edges[i].b]++] = i;
    }

  self->n_pairs = 0.5 * (double) self->n * (double) (self->n - 1);
  for (guint i = 0; i < self->n; i++)
    {
      double sum, square;

      sum_pairs (self, i, &self->positions[i], &sum, &square);
      self->sum += 0.5 * sum;
      self->square += 0.5 * square;
    }
  self->start_stress = measure_stress (self, self->sum, self->square);
}

static guint
count_sweeps (const Polish *self)
{
  double n = self->n;
  double m = self->n_edges;
  double comparisons = n * (n + m) + 2.0 * m * (n + m);

  if (MIN_SWEEPS * comparisons > MOST_COMPARISONS)
    return 0;

  return (guint) CLAMP (MAX_COMPARISONS / comparisons, (double) MIN_SWEEPS, (double) MAX_SWEEPS);
}

/* Threshold accepting (Dueck and Scheuer, 1990): as simulated annealing, but needs no exponential
 * function, which differs between C libraries. The best picture seen is kept.
 */
static gboolean
anneal (Polish         *self,
        const gboolean *is_pinned,
        LeadupPcg      *random,
        LeadupPoint    *best,
        GCancellable   *cancellable,
        GError        **error)
{
  guint n_sweeps = count_sweeps (self);
  int faults = 0;
  int best_faults = 0;
  double best_stress = self->start_stress;

  for (guint sweep = 0; sweep < n_sweeps; sweep++)
    {
      double left = 1.0 - (double) sweep / n_sweeps;
      double threshold = sweep < n_sweeps * 9 / 10 ? 0.02 + 0.9 * left * left : 0.0;
      double reach = 0.05 + 1.5 * left;

      for (guint i = 0; i < self->n; i++)
        {
          guint node = leadup_pcg_next_below (random, self->n);
          LeadupPoint place;
          double stress;

          if (is_pinned != NULL && is_pinned[node])
            continue;
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          place = propose_place (self, node, reach, random);
          faults += try_place (self, node, &place, threshold);
          stress = measure_stress (self, self->sum, self->square);
          if (stress <= self->max_stress &&
              (faults < best_faults || (faults == best_faults && stress < best_stress)))
            {
              best_faults = faults;
              best_stress = stress;
              memcpy (best, self->positions, self->n * sizeof *best);
            }
        }
    }

  return TRUE;
}

/**
 * leadup_graph_polish_run:
 * @n: nodes of a connected graph, at most %LEADUP_GRAPH_POLISH_MAX_NODES
 * @edges: (array length=n_edges): each pair at most once
 * @distances: (array): n × n
 * @is_pinned: (nullable) (array length=n): nodes that do not move at all
 * @max_stress: what the result may have, after best scaling
 * @random: of the tries
 * @positions: (array length=n) (inout): the picture
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Fewer crossings, and fewer edges that run through foreign nodes, for a little more stress: single
 * nodes are moved.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
leadup_graph_polish_run (guint                  n,
                         const LeadupGraphEdge *edges,
                         guint                  n_edges,
                         const float           *distances,
                         const gboolean        *is_pinned,
                         double                 max_stress,
                         LeadupPcg             *random,
                         LeadupPoint           *positions,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autofree LeadupPoint *moving = g_memdup2 (positions, n * sizeof *positions);
  Polish self = { n, edges, n_edges, distances, moving, .max_stress = max_stress };
  gboolean is_done;

  if (n < 3)
    return TRUE;

  init_polish (&self);
  is_done = anneal (&self, is_pinned, random, positions, cancellable, error);
  g_free (self.offsets);
  g_free (self.incident);

  return is_done;
}
