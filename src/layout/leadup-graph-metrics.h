/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"

G_BEGIN_DECLS

/**
 * LeadupGraphMetrics:
 * @stress: mean of ((s·drawn − ideal) ∕ ideal)² over connected pairs with the best scale s: 0 is
 * perfect, 1 a picture in one point. Above 2,000 nodes from 100 of them to all others
 * @scale: that s
 * @n_crossings: pairs of edges without a common end that cross; above 6,000 edges reckoned from
 * some
 * @n_overlaps: pairs of boxes that overlap, 0 without sizes
 * @n_on_edges: pairs of a box and an edge of others that runs through it; 0 where there are too
 * many to look at
 * @neighbourhood: how many of the nearest nodes are partners: mean Jaccard index, 0 … 1
 *
 * How good a map is. Scale and position do not count: raw stress could be cheated by scaling.
 */
typedef struct
{
  double stress;
  double scale;
  guint  n_crossings;
  guint  n_overlaps;
  guint  n_on_edges;
  double neighbourhood;
} LeadupGraphMetrics;

gboolean leadup_graph_segments_cross   (const LeadupPoint      *a,
                                        const LeadupPoint      *b,
                                        const LeadupPoint      *c,
                                        const LeadupPoint      *d);
gboolean leadup_graph_segment_hits_box (const LeadupPoint      *a,
                                        const LeadupPoint      *b,
                                        const LeadupPoint      *centre,
                                        const LeadupPoint      *half_size);
void     leadup_graph_metrics_measure  (LeadupGraphMetrics     *self,
                                        guint                   n,
                                        const LeadupGraphEdge  *edges,
                                        guint                   n_edges,
                                        const LeadupPoint      *positions,
                                        const LeadupPoint      *half_sizes);
/* Returns: how much of what the map should say about distances it says, 0 … 1 */
double   leadup_graph_metrics_get_fidelity    (const LeadupGraphMetrics *self);
double   leadup_graph_metrics_measure_stress  (guint                     n,
                                               const float              *distances,
                                               const LeadupPoint        *positions);
guint    leadup_graph_metrics_count_crossings (const LeadupGraphEdge    *edges,
                                               guint                     n_edges,
                                               const LeadupPoint        *positions);
double   leadup_graph_metrics_displace (guint                   n,
                                        const LeadupPoint      *before,
                                        const LeadupPoint      *after);

G_END_DECLS
