/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-part.h"

#include "layout/leadup-graph-distances.h"
#include "layout/leadup-graph-metrics.h"
#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-graph-pivot-mds.h"
#include "layout/leadup-graph-polish.h"

#include <math.h>

/* Up to here all distances are kept: 16 MB. */
#define MAX_FULL 2000
#define N_SPARSE_PIVOTS 200
#define N_START_PIVOTS 50

/* By size: few nodes need more epochs to find the best of many pictures that are nearly as good,
 * and pivots say less at a time than all others do. */
#define N_EPOCHS 15
#define N_EPOCHS_SPARSE 30
#define N_EPOCHS_SMALL 45
#define N_ATTEMPTS_SMALL 8

/* The last step of the descent, as a part of the shortest ideal distance squared. */
#define LAST_STEP 0.01

/* All that is known of a component while it is laid out. @all or @pivots, by its size. */
typedef struct
{
  LeadupGraphPart      *part;
  LeadupGraphDistances *graph;
  LeadupGraphPivots    *pivots;
  float                *all;
  LeadupGraphSchedule   schedule;
  const LeadupGraphPartRules *rules;
  GCancellable         *cancellable;
  GError              **error;
} Work;

static void
clear_work (Work *work)
{
  leadup_graph_distances_free (work->graph);
  leadup_graph_pivots_free (work->pivots);
  g_free (work->all);
}

/* Each pair once, for what counts edges. */
static void
drop_parallel_edges (Work *work)
{
  guint n_edges = 0;

  for (guint i = 0; i < work->part->n; i++)
    {
      guint n_neighbours;
      const LeadupGraphNeighbour *neighbours
          = leadup_graph_distances_get_neighbours (work->graph, i, &n_neighbours);

      for (guint k = 0; k < n_neighbours; k++)
        if (neighbours[k].node > i)
          work->part->edges[n_edges++]
              = (LeadupGraphEdge) { i, neighbours[k].node, (double) neighbours[k].length };
    }
  work->part->n_edges = n_edges;
}

static gboolean
is_known (const LeadupPoint *position)
{
  return isfinite (position->x) && isfinite (position->y);
}

/* How strongly all others together hold a node, on the mean. */
static double
measure_pull (const Work *work)
{
  guint n = work->part->n;
  guint n_rows = work->all != NULL ? n : work->pivots->n_pivots;
  const float *distances = work->all != NULL ? work->all : work->pivots->distances;
  double sum = 0.0;

  for (gsize i = 0; i < (gsize) n * n_rows; i++)
    if (distances[i] > 0.0f)
      sum += 1.0 / ((double) distances[i] * (double) distances[i]);

  return sum / n_rows;
}

static void
set_schedule (Work *work)
{
  guint n = work->part->n;
  const float *distances = work->all != NULL ? work->all : work->pivots->distances;
  gsize n_distances = (gsize) n * (work->all != NULL ? n : work->pivots->n_pivots);
  float longest = 0.0f;
  float shortest = G_MAXFLOAT;

  for (gsize i = 0; i < n_distances; i++)
    longest = MAX (longest, distances[i]);
  for (guint i = 0; i < work->part->n_edges; i++)
    shortest = MIN (shortest, (float) work->part->edges[i].length);

  /* Whoever is laid out again has a place already: only what is near may move it. */
  work->schedule.first = (double) longest * (double) longest;
  if (!work->part->is_fresh && !work->part->has_pins)
    work->schedule.first = MIN (work->schedule.first, 2.0);
  work->schedule.last = LAST_STEP * (double) shortest * (double) shortest;
  work->schedule.n_epochs = n <= LEADUP_GRAPH_POLISH_MAX_NODES ? N_EPOCHS_SMALL
                            : work->all != NULL                ? N_EPOCHS
                                                               : N_EPOCHS_SPARSE;
  work->schedule.anchors = work->part->anchors;
  work->schedule.anchor_weight = work->rules->anchoring * measure_pull (work);
  work->schedule.epoch_done = n > LEADUP_GRAPH_POLISH_MAX_NODES ? work->rules->epoch_done : NULL;
  work->schedule.data = work->rules->data;
}

static gboolean
measure_distances (Work *work)
{
  guint n = work->part->n;

  if (n <= MAX_FULL)
    {
      work->all = leadup_graph_distances_measure_all (work->graph, work->cancellable, work->error);
      return work->all != NULL;
    }

  work->pivots
      = leadup_graph_pivots_new (work->graph, N_SPARSE_PIVOTS, work->cancellable, work->error);
  return work->pivots != NULL;
}

/* Who has no place yet starts amid the partners that have one; what is left after that, anywhere
 * near. */
static void
start_near_partners (Work      *work,
                     LeadupPcg *random)
{
  LeadupGraphPart *part = work->part;
  gboolean has_changed = TRUE;

  while (has_changed)
    {
      has_changed = FALSE;
      for (guint i = 0; i < part->n; i++)
        {
          LeadupPoint middle = { 0.0, 0.0 };
          guint n_known = 0;
          guint n_neighbours;
          const LeadupGraphNeighbour *neighbours;

          if (is_known (&part->positions[i]))
            continue;
          neighbours = leadup_graph_distances_get_neighbours (work->graph, i, &n_neighbours);
          for (guint k = 0; k < n_neighbours; k++)
            if (is_known (&part->positions[neighbours[k].node]))
              {
                middle.x += part->positions[neighbours[k].node].x;
                middle.y += part->positions[neighbours[k].node].y;
                n_known++;
              }
          if (n_known == 0)
            continue;
          part->positions[i].x = middle.x / n_known + leadup_pcg_next_unit (random) - 0.5;
          part->positions[i].y = middle.y / n_known + leadup_pcg_next_unit (random) - 0.5;
          has_changed = TRUE;
        }
    }
}

/* Nodes on one line would stay on it. */
static void
shake (LeadupGraphPart *part,
       LeadupPcg       *random)
{
  for (guint i = 0; i < part->n; i++)
    if (!part->is_pinned[i])
      {
        part->positions[i].x += 0.01 * (leadup_pcg_next_unit (random) - 0.5);
        part->positions[i].y += 0.01 * (leadup_pcg_next_unit (random) - 0.5);
      }
}

static gboolean
start_fresh (Work *work)
{
  g_autoptr (LeadupGraphPivots) pivots = NULL;

  pivots = leadup_graph_pivots_new (work->graph, N_START_PIVOTS, work->cancellable, work->error);
  if (pivots == NULL)
    return FALSE;
  leadup_graph_pivot_mds_place (pivots, work->part->n, work->part->positions, work->cancellable);

  return !g_cancellable_set_error_if_cancelled (work->cancellable, work->error);
}

static gboolean
descend (Work        *work,
         LeadupPcg   *random,
         LeadupPoint *positions)
{
  const gboolean *is_pinned = work->part->has_pins ? work->part->is_pinned : NULL;

  if (work->all != NULL)
    return leadup_graph_sgd_run (work->part->n, work->all, &work->schedule, is_pinned, random,
                                 positions, work->cancellable, work->error);

  return leadup_graph_sgd_run_sparse (work->graph, work->pivots, &work->schedule, is_pinned, random,
                                      positions, work->cancellable, work->error);
}

/* Several descents; of those that have little stress, the one with the fewest crossings. */
static gboolean
descend_and_polish (Work      *work,
                    LeadupPcg *random,
                    double     slack)
{
  LeadupGraphPart *part = work->part;
  gsize size = part->n * sizeof *part->positions;
  g_autofree LeadupPoint *attempts = g_malloc (N_ATTEMPTS_SMALL * size);
  double stresses[N_ATTEMPTS_SMALL];
  guint crossings[N_ATTEMPTS_SMALL];
  double least = G_MAXDOUBLE;
  guint best = 0;

  for (guint i = 0; i < N_ATTEMPTS_SMALL; i++)
    {
      LeadupPoint *attempt = attempts + (gsize) i * part->n;

      memcpy (attempt, part->positions, size);
      if (!descend (work, random, attempt))
        return FALSE;
      stresses[i] = leadup_graph_metrics_measure_stress (part->n, work->all, attempt);
      crossings[i] = leadup_graph_metrics_count_crossings (part->edges, part->n_edges, attempt);
      least = MIN (least, stresses[i]);
    }
  for (guint i = 0; i < N_ATTEMPTS_SMALL; i++)
    {
      gboolean is_fit = stresses[i] <= least * (1.0 + slack);
      gboolean was_fit = stresses[best] <= least * (1.0 + slack);

      if (is_fit && (!was_fit || crossings[i] < crossings[best] ||
                     (crossings[i] == crossings[best] && stresses[i] < stresses[best])))
        best = i;
    }
  memcpy (part->positions, attempts + (gsize) best * part->n, size);

  /* Whoever keeps a map wants nobody to jump for the sake of a crossing. */
  return slack <= 0.0 || part->anchors != NULL
         || leadup_graph_polish_run (part->n, part->edges, part->n_edges, work->all,
                                     part->has_pins ? part->is_pinned : NULL, least * (1.0 + slack),
                                     random, part->positions, work->cancellable, work->error);
}

/* Turns the picture so that it is as wide as it can be, and so that the first nodes are in the
 * upper left: pages and windows are wide, and labels too.
 */
static void
lie_down (LeadupGraphPart *part)
{
  LeadupPoint mean = { 0.0, 0.0 };
  double xx = 0.0, xy = 0.0, yy = 0.0;
  double half, root, along, across, length;

  for (guint i = 0; i < part->n; i++)
    {
      mean.x += part->positions[i].x / part->n;
      mean.y += part->positions[i].y / part->n;
    }
  for (guint i = 0; i < part->n; i++)
    {
      double dx = part->positions[i].x -= mean.x;
      double dy = part->positions[i].y -= mean.y;

      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }

  /* The larger eigenvector of the matrix of second moments. */
  half = (xx - yy) / 2.0;
  root = sqrt (half * half + xy * xy);
  along = half >= 0.0 ? half + root : xy;
  across = half >= 0.0 ? xy : root - half;
  length = sqrt (along * along + across * across);
  if (!(length > 1e-12 * (xx + yy)))
    return;
  along /= length;
  across /= length;

  for (guint i = 0; i < part->n; i++)
    {
      LeadupPoint *p = &part->positions[i];

      *p = (LeadupPoint) { along * p->x + across * p->y, along * p->y - across * p->x };
    }
  for (guint i = 0; i < part->n; i++)
    {
      double x = part->positions[0].x <= 0.0 ? 1.0 : -1.0;
      double y = part->positions[0].y <= 0.0 ? 1.0 : -1.0;

      /* The first node last: it tells the sides. */
      part->positions[part->n - 1 - i].x *= x;
      part->positions[part->n - 1 - i].y *= y;
    }
}

static LeadupGraphPart *
new_part (const LeadupGraphLayoutInput *input,
          guint                         n,
          guint                         n_edges)
{
  LeadupGraphPart *self = g_new0 (LeadupGraphPart, 1);

  self->nodes = g_new (guint, n);
  self->positions = g_new (LeadupPoint, n);
  self->is_pinned = g_new0 (gboolean, n);
  self->edges = g_new (LeadupGraphEdge, n_edges + 1);
  self->has_start = TRUE;
  self->is_fresh = TRUE;
  if (input->anchoring > 0.0 && input->start != NULL)
    self->anchors = g_new (LeadupPoint, n);
  if (input->half_sizes != NULL)
    self->half_sizes = g_new (LeadupPoint, n);

  return self;
}

static void
add_node (LeadupGraphPart              *self,
          const LeadupGraphLayoutInput *input,
          guint                         node)
{
  guint i = self->n++;

  self->nodes[i] = node;
  self->positions[i] = input->start != NULL ? input->start[node] : (LeadupPoint) { NAN, NAN };
  self->is_pinned[i]
      = input->is_pinned != NULL && input->is_pinned[node] && is_known (&self->positions[i]);
  self->has_pins |= self->is_pinned[i];
  self->has_start &= is_known (&self->positions[i]);
  self->is_fresh &= !is_known (&self->positions[i]);
  if (self->anchors != NULL)
    self->anchors[i] = self->positions[i];
  if (input->half_sizes != NULL)
    self->half_sizes[i] = input->half_sizes[node];
}

/**
 * leadup_graph_part_split:
 * @input: a graph
 *
 * Returns: (transfer full) (element-type LeadupGraphPart): its connected components, in the order
 * of their first nodes
 */
GPtrArray *
leadup_graph_part_split (const LeadupGraphLayoutInput *input)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_graph_part_free);
  g_autoptr (LeadupGraphDistances) graph
      = leadup_graph_distances_new (input->n, input->edges, input->n_edges);
  g_autofree guint *components = g_new (guint, input->n + 1);
  g_autofree guint *numbers = g_new (guint, input->n + 1);
  guint n_parts = leadup_graph_distances_get_components (graph, components);
  g_autofree guint *n_nodes = g_new0 (guint, n_parts + 1);
  g_autofree guint *n_edges = g_new0 (guint, n_parts + 1);

  for (guint i = 0; i < input->n; i++)
    n_nodes[components[i]]++;
  for (guint i = 0; i < input->n_edges; i++)
    n_edges[components[input->edges[i].a]]++;
  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (parts, new_part (input, n_nodes[i], n_edges[i]));

  for (guint i = 0; i < input->n; i++)
    {
      LeadupGraphPart *part = g_ptr_array_index (parts, components[i]);

      numbers[i] = part->n;
      add_node (part, input, i);
    }
  for (guint i = 0; i < input->n_edges; i++)
    {
      const LeadupGraphEdge *edge = &input->edges[i];
      LeadupGraphPart *part = g_ptr_array_index (parts, components[edge->a]);

      part->edges[part->n_edges++]
          = (LeadupGraphEdge) { numbers[edge->a], numbers[edge->b], edge->length };
    }

  return parts;
}

void
leadup_graph_part_free (LeadupGraphPart *self)
{
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->positions);
  g_free (self->is_pinned);
  g_free (self->half_sizes);
  g_free (self->anchors);
  g_free (self);
}

static gboolean
place (Work *work)
{
  LeadupGraphPart *part = work->part;
  double slack = work->rules->crossing_slack;
  LeadupPcg random;

  leadup_pcg_init (&random, work->rules->seed, part->nodes[0]);
  if (part->is_fresh && !start_fresh (work))
    return FALSE;
  if (!part->is_fresh)
    start_near_partners (work, &random);
  shake (part, &random);
  if (work->rules->epoch_done != NULL && part->n > LEADUP_GRAPH_POLISH_MAX_NODES)
    work->rules->epoch_done (work->rules->data);
  if (!measure_distances (work))
    return FALSE;
  set_schedule (work);

  if (part->n <= LEADUP_GRAPH_POLISH_MAX_NODES)
    {
      if (!descend_and_polish (work, &random, slack))
        return FALSE;
    }
  else if (!descend (work, &random, part->positions))
    return FALSE;
  if (part->is_fresh)
    lie_down (part);

  return part->half_sizes == NULL ||
         leadup_graph_overlap_remove (part->n, part->half_sizes, part->is_pinned, part->positions,
                                      work->cancellable, work->error);
}

/**
 * leadup_graph_part_lay_out:
 * @self: a connected component
 * @rules: how
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Fills in the positions. Where nothing is pinned and nothing had a place, the middle is near 0, 0.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
leadup_graph_part_lay_out (LeadupGraphPart            *self,
                           const LeadupGraphPartRules *rules,
                           GCancellable               *cancellable,
                           GError                    **error)
{
  Work work = { self, .rules = rules, .cancellable = cancellable, .error = error };
  gboolean is_done;

  if (self->n == 1)
    {
      if (!is_known (&self->positions[0]))
        self->positions[0] = (LeadupPoint) { 0.0, 0.0 };
      return TRUE;
    }

  work.graph = leadup_graph_distances_new (self->n, self->edges, self->n_edges);
  drop_parallel_edges (&work);
  is_done = place (&work);
  clear_work (&work);

  return is_done;
}

/* Returns: what the component’s boxes, or without sizes its points, take up */
LeadupRect
leadup_graph_part_get_bounds (const LeadupGraphPart *self)
{
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  LeadupPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->n; i++)
    {
      LeadupPoint half
          = self->half_sizes != NULL ? self->half_sizes[i] : (LeadupPoint) { 0.0, 0.0 };

      low.x = MIN (low.x, self->positions[i].x - half.x);
      low.y = MIN (low.y, self->positions[i].y - half.y);
      high.x = MAX (high.x, self->positions[i].x + half.x);
      high.y = MAX (high.y, self->positions[i].y + half.y);
    }

  return (LeadupRect) { low.x, low.y, high.x - low.x, high.y - low.y };
}
