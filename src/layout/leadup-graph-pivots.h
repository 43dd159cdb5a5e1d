/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-distances.h"

G_BEGIN_DECLS

/**
 * LeadupGraphPivots:
 * @n_pivots: how many nodes were chosen
 * @nodes: (array length=n_pivots): which, each the farthest from those before it
 * @distances: (array): n_pivots × n, row by row: from each pivot to all nodes
 *
 * A few nodes spread over a connected graph that stand for all others. Owned by who makes it.
 */
typedef struct
{
  guint  n_pivots;
  guint *nodes;
  float *distances;
} LeadupGraphPivots;

LeadupGraphPivots *leadup_graph_pivots_new       (LeadupGraphDistances     *graph,
                                                  guint                     n_pivots,
                                                  GCancellable             *cancellable,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_graph_pivots_free      (LeadupGraphPivots        *self);
float             *leadup_graph_pivots_weigh     (const LeadupGraphPivots  *self,
                                                  guint                     n,
                                                  GCancellable             *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphPivots, leadup_graph_pivots_free)

G_END_DECLS
