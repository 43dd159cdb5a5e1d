/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-metrics.h"

#include "layout/leadup-graph-distances.h"
#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-pcg.h"

#include <math.h>
#include <stdlib.h>

#define N_SOURCES 100
#define MAX_FULL 2000

/* Up to so many edges each is compared with each; above, only some with all others. */
#define MAX_EXACT_EDGES 6000
#define N_SAMPLED_EDGES 2000

/* Nodes whose neighbourhood is looked at, and distances that are sorted for it. */
#define MAX_COUNTED 1000
#define MAX_SORTED 1e7

/* Looks at boxes and edges. */
#define MAX_LOOKS 1e8

typedef struct
{
  double left;
  double right;
  guint  edge;
} Span;

static int
compare_spans (const void *a,
               const void *b)
{
  const Span *p = a;
  const Span *q = b;

  if (p->left < q->left)
    return -1;
  if (p->left > q->left)
    return 1;
  return p->edge < q->edge ? -1 : p->edge > q->edge;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
turn (const LeadupPoint *a,
      const LeadupPoint *b,
      const LeadupPoint *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

static double
distance_between (const LeadupPoint *a,
                  const LeadupPoint *b)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;

  return sqrt (dx * dx + dy * dy);
}

static void
measure_stress (LeadupGraphMetrics   *self,
                LeadupGraphDistances *graph,
                const LeadupPoint    *positions)
{
  guint n = leadup_graph_distances_get_n (graph);
  guint n_sources = n <= MAX_FULL ? n : N_SOURCES;
  g_autofree float *distances = g_new (float, n + 1);
  g_autofree guint *sources = g_new (guint, n + 1);
  double sum = 0.0;
  double square = 0.0;
  guint64 n_pairs = 0;
  LeadupPcg random;

  for (guint i = 0; i < n; i++)
    sources[i] = i;
  leadup_pcg_init (&random, 1, 0);
  if (n_sources < n)
    leadup_pcg_shuffle (&random, sources, n);

  for (guint s = 0; s < n_sources; s++)
    {
      leadup_graph_distances_measure (graph, sources[s], distances);
      for (guint i = 0; i < n; i++)
        if (distances[i] > 0)
          {
            double ratio
                = distance_between (&positions[i], &positions[sources[s]]) / (double) distances[i];

            sum += ratio;
            square += ratio * ratio;
            n_pairs++;
          }
    }

  /* The least of mean (s·ratio − 1)² over s. */
  self->scale = square > 0.0 ? sum / square : 1.0;
  self->stress = n_pairs == 0   ? 0.0
                 : square > 0.0 ? MAX (0.0, 1.0 - sum * sum / ((double) n_pairs * square))
                                : 1.0;
}

static gboolean
edges_cross (const LeadupGraphEdge *e,
             const LeadupGraphEdge *f,
             const LeadupPoint     *positions)
{
  return e->a != f->a && e->a != f->b && e->b != f->a && e->b != f->b &&
         leadup_graph_segments_cross (&positions[e->a], &positions[e->b], &positions[f->a],
                                      &positions[f->b]);
}

static guint
reckon_crossings (const LeadupGraphEdge *edges,
                  guint                  n_edges,
                  const LeadupPoint     *positions)
{
  guint64 n_found = 0;
  LeadupPcg random;

  leadup_pcg_init (&random, 1, 0);
  for (guint i = 0; i < N_SAMPLED_EDGES; i++)
    {
      const LeadupGraphEdge *e = &edges[leadup_pcg_next_below (&random, n_edges)];

      for (guint k = 0; k < n_edges; k++)
        n_found += edges_cross (e, &edges[k], positions);
    }

  return (guint) MIN ((double) n_found * n_edges / (2.0 * N_SAMPLED_EDGES), (double) G_MAXUINT);
}

static void
count_on_edges (LeadupGraphMetrics    *self,
                guint                  n,
                const LeadupGraphEdge *edges,
                guint                  n_edges,
                const LeadupPoint     *positions,
                const LeadupPoint     *half_sizes)
{
  if ((double) n * n_edges > MAX_LOOKS)
    return;

  for (guint e = 0; e < n_edges; e++)
    for (guint i = 0; i < n; i++)
      if (i != edges[e].a && i != edges[e].b &&
          leadup_graph_segment_hits_box (&positions[edges[e].a], &positions[edges[e].b],
                                         &positions[i], &half_sizes[i]))
        self->n_on_edges++;
}

/* For each node: as many nearest nodes as it has partners, and how many of them are partners. */
static void
measure_neighbourhood (LeadupGraphMetrics         *self,
                       const LeadupGraphDistances *graph,
                       const LeadupPoint          *positions)
{
  guint n = leadup_graph_distances_get_n (graph);
  g_autofree double *sorted = g_new (double, n + 1);
  double sum = 0.0;
  guint n_counted = 0;

  for (guint i = 0; i < n && n_counted < MAX_COUNTED && n_counted * (double) n < MAX_SORTED; i++)
    {
      guint n_partners;
      const LeadupGraphNeighbour *partners
          = leadup_graph_distances_get_neighbours (graph, i, &n_partners);
      guint n_near = 0;
      guint n_both = 0;

      if (n_partners == 0 || n_partners > n / 2)
        continue;
      for (guint k = 0; k < n; k++)
        sorted[k] = k == i ? G_MAXDOUBLE : distance_between (&positions[i], &positions[k]);
      qsort (sorted, n, sizeof *sorted, compare_doubles);
      for (guint k = 0; k < n && sorted[k] <= sorted[n_partners - 1]; k++)
        n_near++;
      for (guint k = 0; k < n_partners; k++)
        if (distance_between (&positions[i], &positions[partners[k].node])
            <= sorted[n_partners - 1])
          n_both++;
      sum += (double) n_both / (n_partners + n_near - n_both);
      n_counted++;
    }

  self->neighbourhood = n_counted > 0 ? sum / n_counted : 1.0;
}

/**
 * leadup_graph_metrics_count_crossings:
 * @edges: (array length=n_edges): each pair at most once
 * @n_edges: how many
 * @positions: (array): the map
 *
 * Returns: how many pairs of edges without a common end cross; above 6,000 edges about so many
 */
guint
leadup_graph_metrics_count_crossings (const LeadupGraphEdge *edges,
                                      guint                  n_edges,
                                      const LeadupPoint     *positions)
{
  g_autofree Span *spans = NULL;
  guint n_crossings = 0;

  if (n_edges > MAX_EXACT_EDGES)
    return reckon_crossings (edges, n_edges, positions);

  spans = g_new (Span, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      double a = positions[edges[i].a].x;
      double b = positions[edges[i].b].x;

      spans[i] = (Span) { MIN (a, b), MAX (a, b), i };
    }
  qsort (spans, n_edges, sizeof *spans, compare_spans);

  for (guint i = 0; i < n_edges; i++)
    for (guint k = i + 1; k < n_edges && spans[k].left <= spans[i].right; k++)
      n_crossings += edges_cross (&edges[spans[i].edge], &edges[spans[k].edge], positions);

  return n_crossings;
}

/* Returns: the stress of a connected graph whose @distances, n × n, are known */
double
leadup_graph_metrics_measure_stress (guint              n,
                                     const float       *distances,
                                     const LeadupPoint *positions)
{
  double n_pairs = 0.5 * n * (n - 1.0);
  double sum = 0.0;
  double square = 0.0;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        double ratio = distance_between (&positions[i], &positions[k])
                       / (double) distances[(gsize) i * n + k];

        sum += ratio;
        square += ratio * ratio;
      }

  return square > 0.0 ? MAX (0.0, 1.0 - sum * sum / (n_pairs * square)) : 1.0;
}

double
leadup_graph_metrics_get_fidelity (const LeadupGraphMetrics *self)
{
  return 1.0 - CLAMP (self->stress, 0.0, 1.0);
}

/* Returns: whether the inner parts of ab and cd have a point in common */
gboolean
leadup_graph_segments_cross (const LeadupPoint *a,
                             const LeadupPoint *b,
                             const LeadupPoint *c,
                             const LeadupPoint *d)
{
  if (MAX (a->x, b->x) < MIN (c->x, d->x) || MAX (c->x, d->x) < MIN (a->x, b->x) ||
      MAX (a->y, b->y) < MIN (c->y, d->y) || MAX (c->y, d->y) < MIN (a->y, b->y))
    return FALSE;

  return (turn (a, b, c) > 0.0) != (turn (a, b, d) > 0.0) &&
         (turn (c, d, a) > 0.0) != (turn (c, d, b) > 0.0);
}

/* Returns: whether the segment ab has a point inside the box */
gboolean
leadup_graph_segment_hits_box (const LeadupPoint *a,
                               const LeadupPoint *b,
                               const LeadupPoint *centre,
                               const LeadupPoint *half_size)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double reach;

  if (MAX (a->x, b->x) <= centre->x - half_size->x || MIN (a->x, b->x) >= centre->x + half_size->x
      || MAX (a->y, b->y) <= centre->y - half_size->y
      || MIN (a->y, b->y) >= centre->y + half_size->y)
    return FALSE;

  /* The box lies on both sides of the line if its extent across the line is larger than its
   * distance from it. */
  reach = fabs (dx) * half_size->y + fabs (dy) * half_size->x;

  return fabs (dx * (centre->y - a->y) - dy * (centre->x - a->x)) < reach;
}

/**
 * leadup_graph_metrics_measure:
 * @self: (out caller-allocates): the result
 * @n: nodes
 * @edges: (array length=n_edges): each pair at most once
 * @positions: (array length=n): the map
 * @half_sizes: (nullable) (array length=n): of the nodes’ boxes
 */
void
leadup_graph_metrics_measure (LeadupGraphMetrics    *self,
                              guint                  n,
                              const LeadupGraphEdge *edges,
                              guint                  n_edges,
                              const LeadupPoint     *positions,
                              const LeadupPoint     *half_sizes)
{
  g_autoptr (LeadupGraphDistances) graph = leadup_graph_distances_new (n, edges, n_edges);

  *self = (LeadupGraphMetrics) { .scale = 1.0 };
  measure_stress (self, graph, positions);
  self->n_crossings = leadup_graph_metrics_count_crossings (edges, n_edges, positions);
  measure_neighbourhood (self, graph, positions);
  if (half_sizes != NULL)
    {
      self->n_overlaps = leadup_graph_overlap_count (n, half_sizes, positions);
      count_on_edges (self, n, edges, n_edges, positions, half_sizes);
    }
}

/* Returns: the median way that a node has gone, as a part of the diagonal of the map @before */
double
leadup_graph_metrics_displace (guint              n,
                               const LeadupPoint *before,
                               const LeadupPoint *after)
{
  g_autofree double *ways = g_new (double, n + 1);
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  LeadupPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double diagonal;

  if (n == 0)
    return 0.0;

  for (guint i = 0; i < n; i++)
    {
      ways[i] = distance_between (&before[i], &after[i]);
      low.x = MIN (low.x, before[i].x);
      low.y = MIN (low.y, before[i].y);
      high.x = MAX (high.x, before[i].x);
      high.y = MAX (high.y, before[i].y);
    }
  qsort (ways, n, sizeof *ways, compare_doubles);
  diagonal = distance_between (&low, &high);

  return diagonal > 0.0 ? ways[n / 2] / diagonal : ways[n / 2];
}
