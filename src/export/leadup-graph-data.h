/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"
#include "model/leadup-actor.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

/**
 * LeadupGraphDataNode:
 * @record: (nullable): the actor
 * @has_place: whether the story says where it stands on the map
 */
typedef struct
{
  const char  *id;
  const char  *name;
  const char  *kind;
  LeadupActor *record;
  guint        n_events;
  gboolean     has_place;
  LeadupPoint  place;
} LeadupGraphDataNode;

/**
 * LeadupGraphDataEdge:
 * @from: number of a node
 * @to: number of another
 * @summary: of the events that make it up
 * @certainty: their mean weight, 0.4 … 1
 * @events: (element-type LeadupEvent): in order of time
 *
 * What one actor did to another, for those who compute with it.
 */
typedef struct
{
  guint            from;
  guint            to;
  LeadupTieSummary summary;
  double           certainty;
  GPtrArray       *events;
} LeadupGraphDataEdge;

/**
 * LeadupGraphData:
 * @nodes: (element-type LeadupGraphDataNode)
 * @edges: (element-type LeadupGraphDataEdge): one per direction, none without an event
 *
 * The graph of a story as data, with its filter and window, and without what may not leave.
 */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupTies     *ties;
  char           *title;
  GArray         *nodes;
  GArray         *edges;
} LeadupGraphData;

LeadupGraphData *leadup_graph_data_new         (LeadupSnapshot             *snapshot,
                                                const LeadupExportOptions  *options,
                                                GCancellable               *cancellable,
                                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void             leadup_graph_data_free        (LeadupGraphData            *self);

char            *leadup_graph_data_format_day  (LeadupInstant               instant) G_GNUC_WARN_UNUSED_RESULT;
char            *leadup_graph_data_list_events (const LeadupGraphDataEdge  *edge) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphData, leadup_graph_data_free)

G_END_DECLS
