/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-map.h"
#include "ui/leadup-graph-camera.h"
#include "ui/leadup-graph-view-private.h"

/* The ties that pass the sieve, over all of the time; kept, for neither changes while a brush
 * moves.
 */
LeadupTies *
leadup_graph_view_sieve_ties (LeadupGraphView *self,
                              LeadupTies      *ties)
{
  LeadupTieSieve *sieve = leadup_graph_state_get_sieve (self->state);

  if (self->sieved != NULL && self->sieved_from == ties && self->sieved_by == sieve)
    return self->sieved;

  leadup_graph_view_forget_sieved (self);
  self->sieved = leadup_tie_sieve_apply (sieve, ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  self->sieved_from = leadup_ties_ref (ties);
  self->sieved_by = leadup_tie_sieve_ref (sieve);

  return self->sieved;
}

void
leadup_graph_view_forget_sieved (LeadupGraphView *self)
{
  g_clear_pointer (&self->sieved, leadup_ties_unref);
  g_clear_pointer (&self->sieved_from, leadup_ties_unref);
  g_clear_pointer (&self->sieved_by, leadup_tie_sieve_unref);
}

/**
 * leadup_graph_view_find_fit:
 * @self: a view
 * @ties: of the projection
 * @positions: (array): of their actors
 * @centre: (out): of those who are shown
 *
 * Returns: pixels per unit at which all who are shown fit
 */
double
leadup_graph_view_find_fit (LeadupGraphView   *self,
                            LeadupTies        *ties,
                            const LeadupPoint *positions,
                            LeadupPoint       *centre)
{
  g_autofree LeadupPoint *places = NULL;
  LeadupTies *shown = leadup_graph_view_sieve_ties (self, ties);
  double width, height, zoom;

  if (shown != ties)
    positions = places = leadup_graph_map_sieve (ties, shown, positions);
  leadup_canvas_get_size (LEADUP_CANVAS (self), &width, &height);
  leadup_graph_camera_fit (positions, leadup_ties_get_n_actors (shown), width, height, &centre->x,
                           &centre->y, &zoom);

  return zoom;
}

/* Pixels per unit where all who are shown fit; 0 while not all actors have a place. */
static double
get_fitted (LeadupGraphView *self,
            LeadupPoint     *centre)
{
  LeadupProjection *projection =
      leadup_workspace_get_projection (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  g_autofree LeadupPoint *positions = NULL;
  LeadupTies *ties;

  if (projection == NULL)
    return 0;
  ties = leadup_projection_get_ties (projection);
  positions = leadup_graph_view_collect_positions (
      self, leadup_projection_get_snapshot (projection), ties);
  if (positions == NULL)
    return 0;

  return leadup_graph_view_find_fit (self, ties, positions, centre);
}

gboolean
leadup_graph_view_get_camera (LeadupGraphView *self,
                              LeadupPoint     *centre,
                              double          *zoom,
                              LeadupPoint     *fitted_centre)
{
  double fitted;

  g_return_val_if_fail (LEADUP_IS_GRAPH_VIEW (self), TRUE);

  *fitted_centre = (LeadupPoint) { 0 };
  *zoom = 1;
  fitted = get_fitted (self, fitted_centre);
  *centre = *fitted_centre;
  if (self->zoom == 0 || fitted == 0)
    return TRUE;
  *centre = (LeadupPoint) { self->camera.x, self->camera.y };
  *zoom = self->zoom / fitted;

  return FALSE;
}

void
leadup_graph_view_set_camera (LeadupGraphView *self,
                              LeadupPoint      centre,
                              double           zoom)
{
  LeadupPoint ignored;
  double fitted;

  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  fitted = get_fitted (self, &ignored);
  self->zoom = 0;
  if (zoom > 0 && fitted > 0)
    self->zoom = CLAMP (zoom * fitted, LEADUP_GRAPH_CAMERA_MIN_ZOOM, LEADUP_GRAPH_CAMERA_MAX_ZOOM);
  self->camera.x = centre.x;
  self->camera.y = centre.y;
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}
