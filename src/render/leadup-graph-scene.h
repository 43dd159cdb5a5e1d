/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-forms.h"
#include "layout/leadup-graph-layout.h"
#include "model/leadup-graph-look.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-tie-changes.h"
#include "model/leadup-tie-sieve.h"
#include "model/leadup-ties.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/* Pixels per unit of placements at which a map of few actors looks well; boxes are measured for it.
 */
#define LEADUP_GRAPH_SCENE_UNIT 130.0

/**
 * LeadupGraphSceneOptions:
 * @width: of the whole scene, pixels
 * @height: of the whole scene; 0 = as high as looks well (exports)
 * @camera_x: centre, in units of placements
 * @camera_zoom: pixels per unit of placements; 0 = fit all
 * @from: events before are not counted
 * @to: exclusive
 * @is_chart: with title, subtitle, legend and footer around the map
 * @form: which of the ways to show it
 * @middle: (nullable): id of the actor in the middle of the rings; %NULL = who is in most events
 * @lines: of map, rings and blocs; while windows are compared there is one for each direction
 * @tie: (nullable): ids of two actors, whose tide stands on their line whatever is there
 * @magnify: how much larger than fitted the scene is drawn; 0 = 1. Only where all fit
 * @offset: and how far it is moved then, pixels
 * @max_actors: show only so many, those in most events; 0 = all on the screen, as many as stay
 * legible in a chart. The footer says so
 * @n_all: how many actors there are, where the ties are already sieved; 0 = those of the ties
 * @names_active: only who has a tie in the window is named
 * @before: (nullable): ties are drawn by what became of them since that window
 * @sieve: (nullable): which ties and actors are shown at all
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
  guint         max_actors;
  guint         n_all;
  gboolean      names_active;
  LeadupGraphForm form;
  LeadupGraphLines lines;
  const char   *middle;
  const char   *tie;
  double        magnify;
  LeadupPoint   offset;
  LeadupTieSieve *sieve;
  const LeadupTieWindow *before;
  LeadupGraphOutside outside;
} LeadupGraphSceneOptions;

LeadupScene *leadup_graph_scene_new (LeadupSnapshot                *snapshot,
                                     LeadupTies                    *ties,
                                     const LeadupPoint             *positions,
                                     const LeadupGraphSceneOptions *options,
                                     const LeadupTheme             *theme,
                                     LeadupTextMeasure             *measure) G_GNUC_WARN_UNUSED_RESULT;

guint        leadup_graph_scene_get_max_actors (const LeadupGraphSceneOptions *options);

/* For the layout: see LeadupGraphLayoutInput. */
LeadupPoint *leadup_graph_scene_measure_boxes (LeadupSnapshot    *snapshot,
                                               LeadupTies        *ties,
                                               LeadupTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
