/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"
#include "layout/leadup-timeline-level.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupTimelineSceneOptions:
 * @width: of the whole scene, pixels
 * @height: of the whole scene; 0 = as high as the content needs (exports)
 * @from: left end of the time window; %LEADUP_INSTANT_MIN = a little before the first event
 * @to: right end; %LEADUP_INSTANT_MAX = a little after the last event
 * @scroll_y: pixels by which the lanes are scrolled up
 * @is_chart: with title, subtitle, legend and footer around the plot; otherwise the plot alone
 * (screen)
 * @title, @subtitle, @source_line, @byline, @as_of: (nullable): texts of the chart
 * @top: how many of the most important events have titles; 0 = as many as there is room for
 * @levels: (nullable): what the lanes’ levels were in the last picture
 * @is_draft: whether to do without what takes long in a large story: the places of labels, and the
 * counts of the curve of conflict
 * @now: for the line of the present day; %LEADUP_INSTANT_MIN draws none
 * @known_until: for the line up to which the sources tell; 0 or %LEADUP_INSTANT_MIN draws none
 * @second_zone: (nullable): an IANA name or an offset: a second row of ticks shows its clock, where
 * ticks are finer than days
 * @is_still: nobody moves the window: titles that its right edge would cut say less instead
 * @has_tension: whether the curve of conflict and cooperation stands above the lanes
 */
typedef struct
{
  double        width;
  double        height;
  LeadupInstant from;
  LeadupInstant to;
  double        scroll_y;
  gboolean      is_chart;
  const char   *title;
  const char   *subtitle;
  const char   *source_line;
  const char   *byline;
  const char   *as_of;
  guint         top;
  LeadupTimelineLevels *levels;
  gboolean      is_draft;
  LeadupInstant now;
  LeadupInstant known_until;
  const char   *second_zone;
  gboolean      is_still;
  gboolean      has_tension;
} LeadupTimelineSceneOptions;

/* From more than that many events on a draft has no labels. */
#define LEADUP_TIMELINE_MANY_EVENTS 30000

LeadupScene *leadup_timeline_scene_new (LeadupTimelineIndex              *index,
                                        const LeadupTimelineSceneOptions *options,
                                        const LeadupTheme                *theme,
                                        LeadupTextMeasure                *measure) G_GNUC_WARN_UNUSED_RESULT;
void         leadup_timeline_scene_measure (LeadupTimelineIndex         *index,
                                        const LeadupTimelineSceneOptions *options,
                                        const LeadupTheme                *theme,
                                        LeadupTextMeasure                *measure,
                                        LeadupRect                       *plot,
                                        double                           *lanes_height);

G_END_DECLS
