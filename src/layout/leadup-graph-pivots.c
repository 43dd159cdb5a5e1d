/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-pivots.h"

#include <stdlib.h>

static int
compare_floats (const void *a,
                const void *b)
{
  float x = *(const float *) a;
  float y = *(const float *) b;

  return (x > y) - (x < y);
}

/* Nodes from one look at whether it is still wanted to the next. */
#define CANCEL_STEP 4096

/* For each node the pivot that is nearest, the first of equals. */
static void
assign_regions (const LeadupGraphPivots *self,
                guint                    n,
                guint                   *regions,
                GCancellable            *cancellable)
{
  for (guint i = 0; i < n; i++)
    {
      guint nearest = 0;

      regions[i] = 0;
      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      for (guint p = 1; p < self->n_pivots; p++)
        if (self->distances[(gsize) p * n + i] < self->distances[(gsize) nearest * n + i])
          nearest = p;
      regions[i] = nearest;
    }
}

/**
 * leadup_graph_pivots_new:
 * @graph: a connected graph of at least one node
 * @n_pivots: how many to choose; no more than there are nodes are
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pivots; %NULL when cancelled
 */
LeadupGraphPivots *
leadup_graph_pivots_new (LeadupGraphDistances *graph,
                         guint                 n_pivots,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_autoptr (LeadupGraphPivots) self = g_new0 (LeadupGraphPivots, 1);
  guint n = leadup_graph_distances_get_n (graph);
  g_autofree float *nearest = g_new (float, n + 1);
  guint farthest = 0;

  self->n_pivots = MIN (n_pivots, n);
  self->nodes = g_new (guint, self->n_pivots + 1);
  self->distances = g_new (float, (gsize) self->n_pivots *n + 1);

  /* The end of a longest way from the first node lies at the rim. */
  leadup_graph_distances_measure (graph, 0, nearest);
  for (guint i = 1; i < n; i++)
    if (nearest[i] > nearest[farthest])
      farthest = i;
  for (guint i = 0; i < n; i++)
    nearest[i] = G_MAXFLOAT;

  for (guint p = 0; p < self->n_pivots; p++)
    {
      float *row = self->distances + (gsize) p * n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      self->nodes[p] = farthest;
      leadup_graph_distances_measure (graph, farthest, row);
      farthest = 0;
      for (guint i = 0; i < n; i++)
        {
          nearest[i] = MIN (nearest[i], row[i]);
          if (nearest[i] > nearest[farthest])
            farthest = i;
        }
    }

  return g_steal_pointer (&self);
}

void
leadup_graph_pivots_free (LeadupGraphPivots *self)
{
  if (self == NULL)
    return;

  g_free (self->nodes);
  g_free (self->distances);
  g_free (self);
}

/**
 * leadup_graph_pivots_weigh:
 * @self: pivots
 * @n: nodes of the graph
 * @cancellable: (nullable): to give up
 *
 * A pivot stands for the nodes nearest to it: seen from a node, for as many of them as are no
 * farther from the pivot than half the way (Ortmann, Klimenta and Brandes, “A sparse stress model”,
 * 2016).
 *
 * Returns: (transfer full): n_pivots × n weights, already divided by the squared distance; 0 for
 * the pivot itself. Where @cancellable was cancelled they are anything
 */
float *
leadup_graph_pivots_weigh (const LeadupGraphPivots *self,
                           guint                    n,
                           GCancellable            *cancellable)
{
  float *weights = g_new0 (float, (gsize) self->n_pivots *n + 1);
  g_autofree guint *regions = g_new (guint, n + 1);
  g_autofree float *region = g_new (float, n + 1);

  assign_regions (self, n, regions, cancellable);
  for (guint p = 0; p < self->n_pivots && !g_cancellable_is_cancelled (cancellable); p++)
    {
      const float *row = self->distances + (gsize) p * n;
      guint n_region = 0;

      for (guint i = 0; i < n; i++)
        if (regions[i] == p)
          region[n_region++] = row[i];
      qsort (region, n_region, sizeof *region, compare_floats);

      for (guint i = 0; i < n; i++)
        {
          guint low = 0;
          guint high = n_region;

          if (i == self->nodes[p])
            continue;
          while (low < high)
            {
              guint middle = (low + high) / 2;

              if (2.0f * region[middle] <= row[i])
                low = middle + 1;
              else
                high = middle;
            }
          /* Pivots are distinct and lengths positive, so the distance is not 0. */
          weights[(gsize) p * n + i] = (float) MAX (low, 1) / (row[i] * row[i]);
        }
    }

  return weights;
}
