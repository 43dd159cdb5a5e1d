/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-forms.h"
#include "ui/leadup-canvas.h"
#include "ui/leadup-graph-state.h"

G_BEGIN_DECLS

/**
 * LeadupGraphView:
 *
 * The interactive actor graph: a canvas over the projection’s ties. Where actors stand comes from
 * the story; who has no place yet gets one in a worker while all others stay. A drag pins. Nothing
 * else moves the map but tidying up. Signal `shown`: another picture is on the screen.
 */
#define LEADUP_TYPE_GRAPH_VIEW (leadup_graph_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphView, leadup_graph_view, LEADUP, GRAPH_VIEW, LeadupCanvas)

void leadup_graph_view_set_workspace    (LeadupGraphView *self,
                                         LeadupWorkspace *workspace);
/* (transfer none): what it shows of the ties, and how */
LeadupGraphState *leadup_graph_view_get_state (LeadupGraphView *self);
LeadupGraphForm leadup_graph_view_get_form  (LeadupGraphView *self);
/* (transfer full) (nullable): “Showing 25 of 140 actors” */
char *leadup_graph_view_dup_counts      (LeadupGraphView *self) G_GNUC_WARN_UNUSED_RESULT;
/* Zooms about the middle. */
void leadup_graph_view_zoom             (LeadupGraphView *self,
                                         double           factor);
/* Shows all actors. */
void leadup_graph_view_fit              (LeadupGraphView *self);
/* Shows the graph as a map, rings around the selected actor, blocs or a matrix. */
void leadup_graph_view_set_form         (LeadupGraphView *self,
                                         LeadupGraphForm  form);
/* Centres the selected actor or pair. */
void leadup_graph_view_centre_selection (LeadupGraphView *self);
/* Lays out again all that is not pinned, animated, as one undo step. */
void leadup_graph_view_tidy             (LeadupGraphView *self);
/* Before a save: what is shown is what the story keeps. */
void leadup_graph_view_store_places     (LeadupGraphView *self);

/* The camera, with a zoom that holds on a canvas of any size: 1 shows all actors. Returns whether
 * it is fitted, so that it follows what there is; @fitted_centre is where it would be then. */
gboolean leadup_graph_view_get_camera (LeadupGraphView *self,
                                       LeadupPoint     *centre,
                                       double          *zoom,
                                       LeadupPoint     *fitted_centre);
/* @zoom 0 = fitted */
void     leadup_graph_view_set_camera (LeadupGraphView *self,
                                       LeadupPoint      centre,
                                       double           zoom);

G_END_DECLS
