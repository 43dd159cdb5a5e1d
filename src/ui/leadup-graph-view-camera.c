/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-camera.h"
#include "ui/leadup-graph-view-private.h"

/* Pixels per unit where all actors are shown; 0 while none has a place. */
static double
get_fitted (LeadupGraphView *self,
            LeadupPoint     *centre)
{
  LeadupProjection *projection =
      leadup_workspace_get_projection (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  g_autofree LeadupPoint *positions = NULL;
  LeadupTies *ties;
  double width;
  double height;
  double zoom;

  if (projection == NULL)
    return 0;
  ties = leadup_projection_get_ties (projection);
  positions = leadup_graph_view_collect_positions (
      self, leadup_projection_get_snapshot (projection), ties);
  if (positions == NULL)
    return 0;

  leadup_canvas_get_size (LEADUP_CANVAS (self), &width, &height);
  leadup_graph_camera_fit (positions, leadup_ties_get_n_actors (ties), width, height, &centre->x,
                           &centre->y, &zoom);

  return zoom;
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
  *centre = (LeadupPoint) { self->camera_x, self->camera_y };
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
  self->camera_x = centre.x;
  self->camera_y = centre.y;
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}
