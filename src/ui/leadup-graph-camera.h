/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"

G_BEGIN_DECLS

/* Pixels per unit of placements. */
#define LEADUP_GRAPH_CAMERA_MIN_ZOOM 2.0
#define LEADUP_GRAPH_CAMERA_MAX_ZOOM 2000.0

void leadup_graph_camera_fit (const LeadupPoint *positions,
                              guint              n,
                              double             width,
                              double             height,
                              double            *x,
                              double            *y,
                              double            *zoom);

G_END_DECLS
