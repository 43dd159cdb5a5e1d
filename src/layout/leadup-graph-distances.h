/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"

G_BEGIN_DECLS

/**
 * LeadupGraphDistances:
 *
 * A graph made ready for shortest ways: neighbours packed in one array, repeated edges joined (the
 * shortest counts), loops left out. Owned by who makes it; one thread.
 */
typedef struct _LeadupGraphDistances LeadupGraphDistances;

/**
 * LeadupGraphNeighbour:
 * @length: ideal length of the edge
 */
typedef struct
{
  guint node;
  float length;
} LeadupGraphNeighbour;

LeadupGraphDistances       *leadup_graph_distances_new            (guint                       n,
                                                                   const LeadupGraphEdge      *edges,
                                                                   guint                       n_edges) G_GNUC_WARN_UNUSED_RESULT;
void                        leadup_graph_distances_free           (LeadupGraphDistances       *self);

guint                       leadup_graph_distances_get_n          (const LeadupGraphDistances *self);
const LeadupGraphNeighbour *leadup_graph_distances_get_neighbours (const LeadupGraphDistances *self,
                                                                   guint                       node,
                                                                   guint                      *n_neighbours);
guint                       leadup_graph_distances_get_components (const LeadupGraphDistances *self,
                                                                   guint                      *components);
void                        leadup_graph_distances_measure        (LeadupGraphDistances       *self,
                                                                   guint                       source,
                                                                   float                      *distances);
float                      *leadup_graph_distances_measure_all    (LeadupGraphDistances       *self,
                                                                   GCancellable               *cancellable,
                                                                   GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphDistances, leadup_graph_distances_free)

G_END_DECLS
