/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-lane-packing.h"
#include "layout/leadup-time-scale.h"
#include "layout/leadup-timeline-level.h"
#include "render/leadup-chart-furniture.h"
#include "render/leadup-timeline-scene.h"

G_BEGIN_DECLS

/* What the files that build a timeline’s scene share, and no one else. */

#define LEADUP_TIMELINE_SYMBOL 13.0 /* pixels */
#define LEADUP_TIMELINE_LABEL_GAP 4.5
#define LEADUP_TIMELINE_LABEL_ROOM 10.0 /* kept free behind a label */
#define LEADUP_TIMELINE_STRIP 20.0
#define LEADUP_TIMELINE_OPEN_TAIL 46.0 /* length of an end that nobody knows */
#define LEADUP_TIMELINE_GHOSTS 12.0     /* height of the row of ghosts */
#define LEADUP_TIMELINE_BUCKET 44.0 /* pixels of a pill’s bucket, to twice as many */

/**
 * LeadupTimelineBuilder:
 * @time: the window on the plot
 * @from: left end of the plot, microseconds of folded time
 * @to: right end, likewise
 * @scale: pixels per microsecond, outside folds
 * @area: the chart without its margins
 * @plot: the lanes: x and width are those of the time axis
 * @axis_height: of the two calendar rows, and of a second clock
 * @zone_height: of the row of the second clock, or 0
 * @phases_height: of the rows of the phases’ names
 * @tension_height: of the curve of conflict and cooperation, between them and the lanes
 * @packings: (element-type LeadupLanePacking): one a lane
 * @packed_scale: at which they were made by this builder, 0 where they were not
 * @units: (nullable) (element-type LeadupLaneUnit): the room that events take at @units_scale
 * @tops: y of each lane from the top of the first, and the end of the last
 * @has_names_above: whether lanes have their names above instead of at their left
 * @row_height: of one row of labels
 * @levels: (element-type LeadupTimelineLevel): one a lane
 * @titled: (nullable) (element-type LeadupTimelineEntry): those that may have a title; %NULL = all
 * @is_compact: whether lanes have no line for their counts: in charts that are too low for it
 */
typedef struct
{
  LeadupTimelineIndex *index;
  const LeadupTimelineSceneOptions *options;
  const LeadupTheme *theme;
  LeadupTextMeasure *measure;
  LeadupScene *scene;
  LeadupInstant from_instant;
  LeadupInstant to_instant;
  LeadupTimeScale time;
  double from;
  double to;
  double scale;
  LeadupRect area;
  LeadupRect plot;
  double axis_height;
  double zone_height;
  double phases_height;
  double tension_height;
  guint n_phase_rows;
  GPtrArray *units;
  double units_scale;
  GPtrArray *packings;
  double packed_scale;
  GArray *tops;
  GArray *colours;
  GArray *levels;
  gboolean has_names_above;
  double row_height;
  double lane_padding;
  gboolean is_compact;
  GHashTable *titled;
} LeadupTimelineBuilder;

/* What stands for several events in a lane’s strip. */
typedef enum
{
  LEADUP_TIMELINE_STRIP_SINGLE, /* nothing does */
  LEADUP_TIMELINE_STRIP_PILLS,
  LEADUP_TIMELINE_STRIP_DENSITY,
} LeadupTimelineStripKind;

double leadup_timeline_builder_to_x (const LeadupTimelineBuilder *self, double folded);
LeadupColour leadup_timeline_builder_get_colour (const LeadupTimelineBuilder *self,
                                                 guint32 category);
LeadupSymbol leadup_timeline_builder_get_symbol (const LeadupTimelineBuilder *self,
                                                 guint32 category);
LeadupColour leadup_timeline_builder_get_lane_colour (const LeadupTimelineBuilder *self,
                                                      const LeadupLane *lane,
                                                      guint32 category);
gboolean leadup_timeline_builder_needs_strip (const LeadupTimelineBuilder *self, guint lane);
gboolean leadup_timeline_builder_shows_ghosts (const LeadupTimelineBuilder *self, guint lane);
double leadup_timeline_builder_get_max_label (const LeadupTimelineBuilder *self);
char *
leadup_timeline_builder_dup_label_key (const LeadupTimelineBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
double leadup_timeline_builder_get_name_height (const LeadupTimelineBuilder *self, guint lane);
double leadup_timeline_builder_get_rows_y (const LeadupTimelineBuilder *self, guint lane);
void leadup_timeline_builder_init_unit (const LeadupTimelineBuilder *self,
                                        const LeadupTimelineEntry *entry,
                                        LeadupLaneUnit *unit);
void leadup_timeline_builder_find_levels (LeadupTimelineBuilder *self);
double leadup_timeline_builder_fit_scale (const LeadupTimelineBuilder *self);

GPtrArray *leadup_timeline_builder_pack (LeadupTimelineBuilder *self,
                                         guint max_rows) G_GNUC_WARN_UNUSED_RESULT;
guint leadup_timeline_builder_count_phase_rows (const LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_phases (LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_axis (LeadupTimelineBuilder *self);
double leadup_timeline_builder_get_zone_height (const LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_breaks (LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_now (LeadupTimelineBuilder *self);
double leadup_timeline_builder_get_tension_height (const LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_tension (LeadupTimelineBuilder *self);
void leadup_timeline_builder_count_tension (const LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_tension_legend (const LeadupTimelineBuilder *self,
                                                 GArray *entries);
void leadup_timeline_builder_add_lane (LeadupTimelineBuilder *self, guint lane);
void leadup_timeline_builder_add_ties (LeadupTimelineBuilder *self);
void leadup_timeline_builder_add_ghosts (LeadupTimelineBuilder *self, guint lane);
void leadup_timeline_builder_begin_event (LeadupTimelineBuilder *self,
                                          const LeadupTimelineEntry *entry);
void leadup_timeline_builder_add_strip (LeadupTimelineBuilder *self, guint lane, double top);
LeadupTimelineStripKind leadup_timeline_builder_get_strip_kind (const LeadupTimelineBuilder *self,
                                                                guint lane);
gboolean leadup_timeline_builder_find_band (const LeadupTimelineBuilder *self,
                                            const LeadupTimelineEntry *entry,
                                            LeadupColour colour,
                                            LeadupRect *band,
                                            LeadupPaint *paint);
void leadup_timeline_builder_stretch_lanes (LeadupTimelineBuilder *self,
                                            double                 height);
double leadup_timeline_builder_stack_lanes (LeadupTimelineBuilder *self);
double leadup_timeline_builder_pack_with (LeadupTimelineBuilder *self, guint max_rows);
void leadup_timeline_builder_fit_screen (LeadupTimelineBuilder *self, double height);
void leadup_timeline_builder_fit_chart (LeadupTimelineBuilder *self, double height);
GArray *
leadup_timeline_builder_make_legend (const LeadupTimelineBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
