/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"
#include "layout/leadup-graph-sgd.h"

G_BEGIN_DECLS

/**
 * LeadupGraphPart:
 * @nodes: (array length=n): which nodes of the whole graph
 * @edges: (array length=n_edges): among the part’s own numbers of nodes; may repeat
 * @positions: (array length=n): where they start (NAN = anywhere), where they end
 * @is_pinned: (array length=n): which of them stay
 * @half_sizes: (nullable) (array length=n): of their boxes
 * @anchors: (nullable) (array length=n): where they are drawn back to, NAN = nowhere
 * @has_pins: whether any of them stays
 * @has_start: whether all of them have a place already
 * @is_fresh: whether none of them has
 *
 * A connected component, laid out for itself. Owned by who makes it.
 */
typedef struct
{
  guint            n;
  guint           *nodes;
  LeadupGraphEdge *edges;
  guint            n_edges;
  LeadupPoint     *positions;
  gboolean        *is_pinned;
  LeadupPoint     *half_sizes;
  LeadupPoint     *anchors;
  gboolean         has_pins;
  gboolean         has_start;
  gboolean         is_fresh;
} LeadupGraphPart;

/**
 * LeadupGraphPartRules:
 * @seed: of the random numbers
 * @crossing_slack: see LeadupGraphLayoutInput
 * @anchoring: see LeadupGraphLayoutInput
 * @epoch_done: (nullable): called when the positions have become better
 */
typedef struct
{
  guint64            seed;
  double             crossing_slack;
  double             anchoring;
  LeadupGraphSgdFunc epoch_done;
  gpointer           data;
} LeadupGraphPartRules;

GPtrArray  *leadup_graph_part_split      (const LeadupGraphLayoutInput  *input) G_GNUC_WARN_UNUSED_RESULT;
void        leadup_graph_part_free       (LeadupGraphPart               *self);
gboolean    leadup_graph_part_lay_out    (LeadupGraphPart               *self,
                                          const LeadupGraphPartRules    *rules,
                                          GCancellable                  *cancellable,
                                          GError                       **error);
LeadupRect  leadup_graph_part_get_bounds (const LeadupGraphPart         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphPart, leadup_graph_part_free)

G_END_DECLS
