/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-map.h"

#include "model/leadup-tie-sieve.h"

#include <math.h>

/* Edge lengths by hostility, where conflict pushes as far as it may. */
#define COOPERATIVE_LENGTH 0.75
#define MIXED_LENGTH 1.2
#define HOSTILE_LENGTH 1.75

#define CROSSING_SLACK 0.05
#define SEED 1

/**
 * leadup_graph_map_get_length:
 * @hostility: 0 … 1, NAN where there is no tone
 * @push: how far conflict pushes apart and cooperation draws together, 0 … 1
 *
 * Returns: the ideal length of a tie; 1 is that of a neutral one
 */
double
leadup_graph_map_get_length (double hostility,
                             double push)
{
  double length;

  if (isnan (hostility))
    return 1.0;

  hostility = CLAMP (hostility, 0.0, 1.0);
  if (hostility < 0.5)
    length = COOPERATIVE_LENGTH + 2.0 * hostility * (MIXED_LENGTH - COOPERATIVE_LENGTH);
  else
    length = MIXED_LENGTH + (2.0 * hostility - 1.0) * (HOSTILE_LENGTH - MIXED_LENGTH);

  return 1.0 + CLAMP (push, 0.0, 1.0) * (length - 1.0);
}

/**
 * leadup_graph_map_get_edges:
 * @ties: ties of all events
 * @push: see leadup_graph_map_get_length()
 * @n_edges: (out): how many
 *
 * Returns: (transfer full) (array length=n_edges): an edge for each tie, between the numbers of its
 * actors
 */
LeadupGraphEdge *
leadup_graph_map_get_edges (LeadupTies *ties,
                            double      push,
                            guint      *n_edges)
{
  guint n = leadup_ties_get_n (ties);
  LeadupGraphEdge *edges = g_new (LeadupGraphEdge, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      LeadupTieSummary summary;

      leadup_tie_summarize (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &summary);
      edges[i].a = tie->a;
      edges[i].b = tie->b;
      edges[i].length = leadup_graph_map_get_length (summary.hostility, push);
    }
  *n_edges = n;

  return edges;
}

/* Returns: whether any actor has a place already */
static gboolean
read_placements (LeadupSnapshot    *snapshot,
                 LeadupTies        *ties,
                 LeadupGraphMapMode mode,
                 LeadupPoint       *start,
                 gboolean          *is_pinned)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    {
      LeadupPlacement *placement = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_PLACEMENT,
                                                           leadup_ties_get_actor (ties, i));
      const LeadupPlacementFields *fields;

      start[i] = (LeadupPoint) { NAN, NAN };
      is_pinned[i] = FALSE;
      if (placement == NULL)
        continue;
      fields = leadup_placement_get_fields (placement);
      if (!isfinite (fields->x) || !isfinite (fields->y))
        continue;
      if (mode == LEADUP_GRAPH_MAP_FRESH && !fields->is_pinned)
        continue;
      start[i] = (LeadupPoint) { fields->x, fields->y };
      is_pinned[i] = fields->is_pinned || mode == LEADUP_GRAPH_MAP_KEEP;
      has_any = TRUE;
    }

  return has_any;
}

/* Of many, those that a picture begins with get their places first, as if they were alone: it is
 * then as legible as a small map, and the others are put between them. Returns: whether it did */
static gboolean
place_core (LeadupSnapshot    *snapshot,
            LeadupTies        *ties,
            const LeadupPoint *half_sizes,
            double             push,
            LeadupPoint       *start,
            gboolean          *is_pinned)
{
  const LeadupTieSieveFields open = { 0 };
  LeadupTieSieveFields offer;
  g_autoptr (LeadupTieSieve) sieve = NULL;
  g_autoptr (LeadupTies) core = NULL;
  g_autofree LeadupPoint *sizes = NULL;
  g_autofree LeadupPoint *points = NULL;

  if (!leadup_tie_sieve_offer (&open, ties, &offer))
    return FALSE;

  sieve = leadup_tie_sieve_new (&offer);
  core = leadup_tie_sieve_apply (sieve, ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  sizes = half_sizes != NULL ? leadup_graph_map_sieve (ties, core, half_sizes) : NULL;
  points = leadup_graph_map_place (snapshot, core, sizes, LEADUP_GRAPH_MAP_FRESH, push, NULL, NULL);
  if (points == NULL)
    return FALSE;

  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    {
      guint index = leadup_ties_get_sieved (core, i);

      if (index == G_MAXUINT)
        continue;
      start[i] = points[index];
      is_pinned[i] = TRUE;
    }

  return TRUE;
}

/**
 * leadup_graph_map_place:
 * @snapshot: a story, for its placements
 * @ties: of all its events: a map is that of the whole story, not of a window
 * @half_sizes: (nullable): as leadup_graph_scene_measure_boxes() returns them
 * @mode: who may move
 * @push: how far conflict pushes apart, 0 … 1; %LEADUP_GRAPH_MAP_DEFAULT_PUSH
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Finds a place for each actor. Any thread; takes less than a second up to some thousand actors.
 *
 * Returns: (transfer full) (nullable) (array): positions in the order of the actors of @ties, in
 * units of the length of a neutral tie, y down; %NULL when cancelled
 */
LeadupPoint *
leadup_graph_map_place (LeadupSnapshot    *snapshot,
                        LeadupTies        *ties,
                        const LeadupPoint *half_sizes,
                        LeadupGraphMapMode mode,
                        double             push,
                        GCancellable      *cancellable,
                        GError           **error)
{
  guint n;
  g_autofree LeadupGraphEdge *edges = NULL;
  g_autofree LeadupPoint *start = NULL;
  g_autofree gboolean *is_pinned = NULL;
  LeadupGraphLayoutInput input = { .seed = SEED, .crossing_slack = CROSSING_SLACK };

  g_return_val_if_fail (snapshot != NULL && ties != NULL, NULL);

  n = leadup_ties_get_n_actors (ties);
  start = g_new (LeadupPoint, n + 1);
  is_pinned = g_new (gboolean, n + 1);
  edges = leadup_graph_map_get_edges (ties, push, &input.n_edges);
  input.n = n;
  input.edges = edges;
  input.half_sizes = half_sizes;
  if (read_placements (snapshot, ties, mode, start, is_pinned) ||
      place_core (snapshot, ties, half_sizes, push, start, is_pinned))
    {
      input.start = start;
      input.is_pinned = is_pinned;
      input.anchoring = mode == LEADUP_GRAPH_MAP_TIDY ? LEADUP_GRAPH_ANCHORING : 0.0;
    }

  return leadup_graph_layout_run (&input, cancellable, error);
}

/**
 * leadup_graph_map_sieve:
 * @all: ties
 * @sieved: what a sieve left of them
 * @positions: (array): for each actor of @all
 *
 * Nobody moves because of a sieve. A group that is nowhere itself stands in the middle of the
 * members that it stands for.
 *
 * Returns: (transfer full) (array): places for the actors of @sieved
 */
LeadupPoint *
leadup_graph_map_sieve (LeadupTies        *all,
                        LeadupTies        *sieved,
                        const LeadupPoint *positions)
{
  LeadupPoint *places;
  g_autofree guint *counts = NULL;

  g_return_val_if_fail (all != NULL && sieved != NULL, NULL);

  places = g_new0 (LeadupPoint, leadup_ties_get_n_actors (sieved) + 1);
  counts = g_new0 (guint, leadup_ties_get_n_actors (sieved) + 1);
  for (guint i = 0; i < leadup_ties_get_n_actors (all); i++)
    {
      guint index = leadup_ties_get_sieved (sieved, i);

      if (index == G_MAXUINT || counts[index] == G_MAXUINT)
        continue;
      if (g_str_equal (leadup_ties_get_actor (all, i), leadup_ties_get_actor (sieved, index)))
        {
          places[index] = positions[i];
          counts[index] = G_MAXUINT;
          continue;
        }
      counts[index]++;
      places[index].x += (positions[i].x - places[index].x) / counts[index];
      places[index].y += (positions[i].y - places[index].y) / counts[index];
    }

  return places;
}
