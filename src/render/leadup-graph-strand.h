/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tie-changes.h"
#include "render/leadup-graph-node.h"
#include "render/leadup-theme.h"

G_BEGIN_DECLS

/**
 * LeadupGraphStrand:
 * @summary: of the events that it stands for
 * @has_deeds: whether at least half of them are deeds: then the arrowhead is filled
 * @dash: by certainty
 * @is_mutual: whether each acted on the other: then there is a head at both ends
 * @bend: how far its middle is from the straight line, in pixels to the left of its way
 * @start: where it leaves the outline of the first node
 * @control: of the quadratic curve
 * @end: where it meets the outline of the second one
 * @is_compared: whether two windows are compared, so that @change and @n_before say something
 * @shrink: how much smaller than usual symbols are seen from far away; 0 = 1
 * @is_drawn: whether there is room between the outlines
 *
 * One line of the map: what one actor did to another. Plain data.
 */
typedef struct
{
  guint            from;
  guint            to;
  LeadupTieSummary summary;
  gboolean         has_deeds;
  LeadupDash       dash;
  gboolean         is_mutual;
  double           bend;
  LeadupPoint      start;
  LeadupPoint      control;
  LeadupPoint      end;
  gboolean         is_compared;
  LeadupTieChangeKind change;
  guint            n_before;
  double           shrink;
  gboolean         is_drawn;
} LeadupGraphStrand;

double      leadup_graph_strand_get_width (const LeadupGraphStrand *self);
LeadupDash  leadup_graph_strand_choose_dash (double certainty);
void        leadup_graph_strand_route     (LeadupGraphStrand       *self,
                                           const LeadupGraphNode   *nodes,
                                           guint                    n_nodes,
                                           gboolean                 is_paired);
void        leadup_graph_strand_bend      (LeadupGraphStrand       *self,
                                           const LeadupGraphNode   *nodes,
                                           double                   bend);
LeadupPoint leadup_graph_strand_get_point (const LeadupGraphStrand *self,
                                           double                   t);
void        leadup_graph_strand_draw      (const LeadupGraphStrand *self,
                                           LeadupScene             *scene,
                                           const LeadupTheme       *theme);

G_END_DECLS
