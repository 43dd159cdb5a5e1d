/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-distances.h"

#include <math.h>

/* The shortest edge is at least so many units long, the longest at most. */
#define MIN_UNITS 32.0
#define MAX_UNITS 8192.0

/* A node that waits in a bucket, and the one below it. */
typedef struct
{
  guint node;
  guint next;
} Entry;

/* @is_uniform: whether all edges are equally long, so that counting steps is enough. Otherwise
 * lengths are whole numbers of units, so that nodes can wait for their turn in buckets, which is
 * several times as fast as a heap; sums of them are exact.
 */
struct _LeadupGraphDistances
{
  guint                 n;
  guint                *offsets; /* n + 1 */
  LeadupGraphNeighbour *neighbours;
  gboolean              is_uniform;
  float                 length; /* where uniform */
  guint                *queue;  /* scratch of breadth-first search */
  float                 unit;   /* from here on where not uniform */
  guint                *units;  /* of each neighbour */
  guint                *heads;  /* scratch: the newest entry of each bucket, G_MAXUINT = none */
  guint                 n_heads;
  Entry                *entries; /* scratch */
};

/* Parallel edges become one, the shortest, in the order of their first mention. */
static guint
join_parallel (LeadupGraphNeighbour *neighbours,
               guint                 n_neighbours,
               guint                *seen_at)
{
  guint n = 0;

  for (guint i = 0; i < n_neighbours; i++)
    {
      guint other = neighbours[i].node;
      guint at = seen_at[other];

      if (at < n && neighbours[at].node == other)
        {
          neighbours[at].length = MIN (neighbours[at].length, neighbours[i].length);
          continue;
        }
      seen_at[other] = n;
      neighbours[n++] = neighbours[i];
    }

  return n;
}

static void
pack_neighbours (LeadupGraphDistances  *self,
                 const LeadupGraphEdge *edges,
                 guint                  n_edges)
{
  g_autofree guint *fill = g_new0 (guint, self->n + 1);
  g_autofree guint *seen_at = g_new0 (guint, self->n + 1);
  guint n = 0;

  for (guint i = 0; i < n_edges; i++)
    if (edges[i].a != edges[i].b)
      {
        fill[edges[i].a]++;
        fill[edges[i].b]++;
      }
  for (guint i = 0; i < self->n; i++)
    {
      self->offsets[i + 1] = self->offsets[i] + fill[i];
      fill[i] = self->offsets[i];
    }
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].a != edges[i].b)
      {
        self->neighbours[fill[edges[i].a]++]
            = (LeadupGraphNeighbour) { edges[i].b, (float) edges[i].length };
        self->neighbours[fill[edges[i].b]++]
            = (LeadupGraphNeighbour) { edges[i].a, (float) edges[i].length };
      }

  for (guint i = 0, start = 0; i < self->n; i++)
    {
      guint end = self->offsets[i + 1];
      guint kept = join_parallel (self->neighbours + start, end - start, seen_at);

      memmove (self->neighbours + n, self->neighbours + start, kept * sizeof *self->neighbours);
      self->offsets[i] = n;
      n += kept;
      start = end;
    }
  self->offsets[self->n] = n;
}

static void
measure_by_steps (LeadupGraphDistances *self,
                  guint                 source,
                  float                *distances)
{
  guint head = 0;
  guint tail = 0;

  self->queue[tail++] = source;
  while (head < tail)
    {
      guint node = self->queue[head++];
      float next = distances[node] + self->length;

      for (guint i = self->offsets[node]; i < self->offsets[node + 1]; i++)
        {
          guint other = self->neighbours[i].node;

          if (distances[other] < 0)
            {
              distances[other] = next;
              self->queue[tail++] = other;
            }
        }
    }
}

/* The distances in units, by a ring of buckets (Dial, 1969): one for each distance that the next
 * nodes can have. */
static void
measure_by_length (LeadupGraphDistances *self,
                   guint                 source,
                   float                *distances)
{
  guint mask = self->n_heads - 1;
  guint n_entries = 1;
  guint n_waiting = 1;

  self->entries[0] = (Entry) { source, G_MAXUINT };
  self->heads[0] = 0;
  for (guint now = 0; n_waiting > 0; now++)
    {
      guint at = self->heads[now & mask];

      self->heads[now & mask] = G_MAXUINT;
      for (; at != G_MAXUINT; at = self->entries[at].next)
        {
          guint node = self->entries[at].node;

          n_waiting--;
          /* It came nearer since, and had its turn then. */
          if (distances[node] < (float) now)
            continue;
          for (guint i = self->offsets[node]; i < self->offsets[node + 1]; i++)
            {
              guint other = self->neighbours[i].node;
              guint length = now + self->units[i];

              if (distances[other] >= 0 && distances[other] <= (float) length)
                continue;
              distances[other] = (float) length;
              self->entries[n_entries] = (Entry) { other, self->heads[length & mask] };
              self->heads[length & mask] = n_entries++;
              n_waiting++;
            }
        }
    }

  for (guint i = 0; i < self->n; i++)
    if (distances[i] > 0)
      distances[i] *= self->unit;
}

/* The unit is a power of two, so that the usual lengths are whole numbers of it. */
static void
count_units (LeadupGraphDistances *self)
{
  guint n_neighbours = self->offsets[self->n];
  double shortest = G_MAXDOUBLE;
  double longest = 0.0;
  double unit = 1.0;
  guint most = 1;

  for (guint i = 0; i < n_neighbours; i++)
    {
      shortest = MIN (shortest, (double) self->neighbours[i].length);
      longest = MAX (longest, (double) self->neighbours[i].length);
    }
  while (unit * MIN_UNITS > shortest)
    unit /= 2.0;
  while (unit * 2.0 * MIN_UNITS <= shortest)
    unit *= 2.0;
  while (unit * MAX_UNITS < longest)
    unit *= 2.0;

  self->unit = (float) unit;
  self->units = g_new (guint, n_neighbours + 1);
  for (guint i = 0; i < n_neighbours; i++)
    {
      self->units[i] = (guint) MAX (1.0, floor ((double) self->neighbours[i].length / unit + 0.5));
      most = MAX (most, self->units[i]);
    }
  for (self->n_heads = 2; self->n_heads <= most;)
    self->n_heads *= 2;
  self->heads = g_new (guint, self->n_heads);
  for (guint i = 0; i < self->n_heads; i++)
    self->heads[i] = G_MAXUINT;
  self->entries = g_new (Entry, (gsize) n_neighbours + 2);
}

/**
 * leadup_graph_distances_new:
 * @n: number of nodes
 * @edges: (array length=n_edges): lengths are finite and positive
 *
 * Returns: (transfer full): the graph
 */
LeadupGraphDistances *
leadup_graph_distances_new (guint                  n,
                            const LeadupGraphEdge *edges,
                            guint                  n_edges)
{
  LeadupGraphDistances *self = g_new0 (LeadupGraphDistances, 1);

  self->n = n;
  self->offsets = g_new0 (guint, n + 1);
  self->neighbours = g_new (LeadupGraphNeighbour, 2 * (gsize) n_edges + 1);
  self->queue = g_new (guint, n + 1);
  pack_neighbours (self, edges, n_edges);

  self->is_uniform = TRUE;
  self->length = self->offsets[n] > 0 ? self->neighbours[0].length : 1.0f;
  for (guint i = 1; i < self->offsets[n]; i++)
    if (self->neighbours[i].length < self->length || self->neighbours[i].length > self->length)
      self->is_uniform = FALSE;
  if (!self->is_uniform)
    count_units (self);

  return self;
}

void
leadup_graph_distances_free (LeadupGraphDistances *self)
{
  if (self == NULL)
    return;

  g_free (self->offsets);
  g_free (self->neighbours);
  g_free (self->queue);
  g_free (self->units);
  g_free (self->heads);
  g_free (self->entries);
  g_free (self);
}

guint
leadup_graph_distances_get_n (const LeadupGraphDistances *self)
{
  return self->n;
}

/* Returns: (array length=n_neighbours) (transfer none): who @node is tied to, each once */
const LeadupGraphNeighbour *
leadup_graph_distances_get_neighbours (const LeadupGraphDistances *self,
                                       guint                       node,
                                       guint                      *n_neighbours)
{
  g_return_val_if_fail (node < self->n, NULL);

  *n_neighbours = self->offsets[node + 1] - self->offsets[node];

  return self->neighbours + self->offsets[node];
}

/**
 * leadup_graph_distances_get_components:
 * @self: the graph
 * @components: (array) (out caller-allocates): for each node the number of its component, counted
 * from 0 in the order of their first nodes
 *
 * Returns: how many components there are
 */
guint
leadup_graph_distances_get_components (const LeadupGraphDistances *self,
                                       guint                      *components)
{
  guint n_components = 0;

  for (guint i = 0; i < self->n; i++)
    components[i] = G_MAXUINT;

  for (guint i = 0; i < self->n; i++)
    {
      guint head = 0;
      guint tail = 0;

      if (components[i] != G_MAXUINT)
        continue;

      components[i] = n_components;
      self->queue[tail++] = i;
      while (head < tail)
        {
          guint node = self->queue[head++];

          for (guint k = self->offsets[node]; k < self->offsets[node + 1]; k++)
            {
              guint other = self->neighbours[k].node;

              if (components[other] == G_MAXUINT)
                {
                  components[other] = n_components;
                  self->queue[tail++] = other;
                }
            }
        }
      n_components++;
    }

  return n_components;
}

/**
 * leadup_graph_distances_measure:
 * @self: the graph
 * @source: a node
 * @distances: (array) (out caller-allocates): length of the shortest way from @source, −1 where
 * there is none
 */
void
leadup_graph_distances_measure (LeadupGraphDistances *self,
                                guint                 source,
                                float                *distances)
{
  g_return_if_fail (source < self->n);

  for (guint i = 0; i < self->n; i++)
    distances[i] = -1.0f;
  distances[source] = 0.0f;

  if (self->is_uniform)
    measure_by_steps (self, source, distances);
  else
    measure_by_length (self, source, distances);
}

/**
 * leadup_graph_distances_measure_all:
 * @self: the graph
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): n × n distances, row by row; %NULL when cancelled
 */
float *
leadup_graph_distances_measure_all (LeadupGraphDistances *self,
                                    GCancellable         *cancellable,
                                    GError              **error)
{
  g_autofree float *distances = g_new (float, (gsize) self->n * self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      leadup_graph_distances_measure (self, i, distances + (gsize) i * self->n);
    }

  return g_steal_pointer (&distances);
}
