/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-camera.h"

#include <math.h>

/* Room around the map when it is fitted, pixels: half a label. */
#define FIT_MARGIN_X 90.0
#define FIT_MARGIN_Y 50.0

/* A fitted map of two actors does not fill the window with one line. */
#define MAX_FIT_ZOOM 260.0

/* The camera that shows all positions. */
void
leadup_graph_camera_fit (const LeadupPoint *positions,
                         guint              n,
                         double             width,
                         double             height,
                         double            *x,
                         double            *y,
                         double            *zoom)
{
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, positions[i].x);
      right = MAX (right, positions[i].x);
      top = MIN (top, positions[i].y);
      bottom = MAX (bottom, positions[i].y);
    }

  *x = n > 0 ? (left + right) / 2 : 0;
  *y = n > 0 ? (top + bottom) / 2 : 0;
  *zoom = MAX_FIT_ZOOM;
  if (n > 0 && right > left)
    *zoom = MIN (*zoom, MAX (width - 2 * FIT_MARGIN_X, 40) / (right - left));
  if (n > 0 && bottom > top)
    *zoom = MIN (*zoom, MAX (height - 2 * FIT_MARGIN_Y, 40) / (bottom - top));
  *zoom = CLAMP (*zoom, LEADUP_GRAPH_CAMERA_MIN_ZOOM, LEADUP_GRAPH_CAMERA_MAX_ZOOM);
}
