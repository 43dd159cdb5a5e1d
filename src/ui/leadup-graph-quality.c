/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-quality.h"

#include "layout/leadup-graph-map.h"
#include "render/leadup-graph-scene.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupTies *ties;
  LeadupTieSieve *sieve;
  LeadupPoint *positions;
} QualityJob;

static void
quality_job_free (gpointer data)
{
  QualityJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  leadup_ties_unref (job->ties);
  leadup_tie_sieve_unref (job->sieve);
  g_free (job->positions);
  g_free (job);
}

/* Returns: (transfer full): “Map fidelity 94 %, 6 crossings, 0 overlaps” */
char *
leadup_graph_quality_describe (const LeadupGraphMetrics *metrics)
{
  int percent = (int) floor (100 * leadup_graph_metrics_get_fidelity (metrics) + 0.5);
  g_autofree char *crossings = NULL;
  g_autofree char *overlaps = NULL;

  crossings = g_strdup_printf (ngettext ("%u crossing", "%u crossings", metrics->n_crossings),
                               metrics->n_crossings);
  overlaps = g_strdup_printf (ngettext ("%u overlap", "%u overlaps", metrics->n_overlaps),
                              metrics->n_overlaps);

  /* TRANSLATORS: how well the map keeps distances, as a share, then “6 crossings” and “0 overlaps”
   */
  return g_strdup_printf (_ ("Map fidelity %d %%, %s, %s"), percent, crossings, overlaps);
}

static gpointer
measure_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  QualityJob *job = data;
  g_autoptr (LeadupTies) ties = leadup_tie_sieve_apply (job->sieve, job->ties, LEADUP_INSTANT_MIN,
                                                        LEADUP_INSTANT_MAX);
  g_autofree LeadupPoint *positions = leadup_graph_map_sieve (job->ties, ties, job->positions);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get ("light"));
  g_autofree LeadupPoint *boxes =
      leadup_graph_scene_measure_boxes (job->snapshot, ties, measure);
  g_autofree LeadupGraphEdge *edges = NULL;
  LeadupGraphMetrics metrics;
  guint n_edges;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  /* Nobody is kept apart as they should be: that says nothing. */
  if (leadup_ties_get_n_actors (ties) == 0)
    return g_strdup ("");

  edges = leadup_graph_map_get_edges (ties, LEADUP_GRAPH_MAP_DEFAULT_PUSH, &n_edges);
  leadup_graph_metrics_measure (&metrics, leadup_ties_get_n_actors (ties), edges, n_edges,
                                positions, boxes);

  return leadup_graph_quality_describe (&metrics);
}

/* Two maps that look the same have the same hash. */
guint
leadup_graph_quality_hash (LeadupTies        *ties,
                           LeadupTieSieve    *sieve,
                           const LeadupPoint *positions)
{
  const guint8 *bytes = (const guint8 *) positions;
  gsize n_bytes = leadup_ties_get_n_actors (ties) * sizeof (LeadupPoint);
  guint hash = 2166136261u ^ GPOINTER_TO_UINT (ties) ^ (GPOINTER_TO_UINT (sieve) << 1);

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ bytes[i]) * 16777619u;

  return hash;
}

void
leadup_graph_quality_start (LeadupJobSlot    *slot,
                            LeadupSnapshot   *snapshot,
                            LeadupTies       *ties,
                            LeadupTieSieve   *sieve,
                            LeadupPoint      *positions,
                            LeadupJobDoneFunc done,
                            gpointer          user_data)
{
  QualityJob *job = g_new0 (QualityJob, 1);

  job->snapshot = leadup_snapshot_ref (snapshot);
  job->ties = leadup_ties_ref (ties);
  job->sieve = leadup_tie_sieve_ref (sieve);
  job->positions = positions;
  leadup_job_slot_start (slot, measure_in_thread, job, quality_job_free, g_free, done, user_data);
}
