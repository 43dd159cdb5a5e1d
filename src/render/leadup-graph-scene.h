/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-ties.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupGraphSceneOptions:
 * @width: of the whole scene, pixels
 * @height: of the whole scene; 0 = as high as looks well (exports)
 * @camera_x: centre, in units of placements
 * @camera_zoom: pixels per unit of placements; 0 = fit all
 * @from: events before are not counted
 * @to: exclusive
 * @is_chart: with title, subtitle, legend and footer around the map
 */
typedef struct
{
  double        width;
  double        height;
  double        camera_x;
  double        camera_y;
  double        camera_zoom;
  LeadupInstant from;
  LeadupInstant to;
  gboolean      is_chart;
  const char   *title;
  const char   *subtitle;
  const char   *source_line;
  const char   *byline;
  const char   *as_of;
} LeadupGraphSceneOptions;

/* @positions: x, y for each actor of @ties, in its order. */
LeadupScene *leadup_graph_scene_new (LeadupSnapshot                *snapshot,
                                     LeadupTies                    *ties,
                                     const LeadupPoint             *positions,
                                     const LeadupGraphSceneOptions *options,
                                     const LeadupTheme             *theme,
                                     LeadupTextMeasure             *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
