/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-filter.h"
#include "model/leadup-graph-look.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupView:
 *
 * A saved camera: time window, lanes, filter, selection, graph camera.
 */
#define LEADUP_TYPE_VIEW (leadup_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupView, leadup_view, LEADUP, VIEW, LeadupRecord)

/* The field that lanes are made from. */
typedef enum
{
  LEADUP_LANES_BY_CATEGORY,
  LEADUP_LANES_BY_ACTOR,
  LEADUP_LANES_BY_SOURCE,
  LEADUP_LANES_BY_PLACE,
  LEADUP_LANES_BY_VERIFICATION,
  LEADUP_LANES_BY_TAG,
  LEADUP_LANES_NONE,
} LeadupLanesBy;

/* The order of lanes. Pinned ones come first, what is unassigned last. */
typedef enum
{
  LEADUP_LANES_ORDER_NATURAL, /* as the field itself is ordered, then by count */
  LEADUP_LANES_ORDER_HAND,
  LEADUP_LANES_ORDER_FIRST, /* by the first event */
  LEADUP_LANES_ORDER_COUNT,
  LEADUP_LANES_ORDER_NAME,
} LeadupLanesOrder;

#define LEADUP_LANE_MIN_HEIGHT 0.5
#define LEADUP_LANE_MAX_HEIGHT 4.0

/**
 * LeadupLaneOptions:
 * @key: the record’s id or the value that makes the lane
 * @is_collapsed: shown as a density strip alone
 * @colour: (nullable): “#rrggbb”, in place of the categories’ colours
 * @height: factor, 0.5 … 4; 0 = 1
 */
typedef struct
{
  const char *key;
  gboolean is_pinned;
  gboolean is_collapsed;
  gboolean is_hidden;
  const char *colour;
  double height;
  const char *extra;
} LeadupLaneOptions;

/* Which picture. Table, tides of pairs and maps of periods are for paper and pages: on a stage
 * their place is taken by the timeline. */
typedef enum
{
  LEADUP_PICTURE_TIMELINE,
  LEADUP_PICTURE_GRAPH,
  LEADUP_PICTURE_BOTH,
  LEADUP_PICTURE_TABLE,
  LEADUP_PICTURE_TIDES,
  LEADUP_PICTURE_PERIODS,
} LeadupPicture;

/* A stretch of time. */
typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
  const char   *extra;
} LeadupStretch;

/**
 * LeadupViewFields:
 * @from: left end of the time window
 * @to: right end
 * @lanes: (array length=n_lanes): what was set for single lanes, in the order made by hand
 * @top: how many of the most important events have titles; 0 = as many as there is room for
 * @second_zone: (nullable): an IANA name or an offset, whose clock stands below the ticks
 * @is_quiet_folded: long stretches without events are folded into breaks
 * @opened: (array length=n_opened): but not those that touch one of these
 * @filter: (nullable): %NULL lets everything pass
 * @selection: (nullable) (array zero-terminated=1): ids of events and actors
 * @graph_x: centre of the graph’s camera, in the units of placements
 * @graph_zoom: 1 shows all actors, 2 half of their width; 0 = fitted, whatever there is
 * @graph: how the graph is looked at, besides
 * @is_rest_faded: what is not selected stands back
 */
typedef struct
{
  const char         *id;
  const char         *name;
  LeadupPicture       picture;
  LeadupInstant       from;
  LeadupInstant       to;
  LeadupLanesBy       lanes_by;
  LeadupLanesOrder    lanes_order;
  const LeadupLaneOptions *lanes;
  guint               n_lanes;
  guint               top;
  const char         *second_zone;
  gboolean            is_quiet_folded;
  const LeadupStretch *opened;
  guint               n_opened;
  LeadupFilter       *filter;
  const char * const *selection;
  double              graph_x;
  double              graph_y;
  double              graph_zoom;
  LeadupGraphLook     graph;
  gboolean            is_rest_faded;
  const char         *extra;
} LeadupViewFields;

LeadupView *leadup_view_new (const LeadupViewFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupViewFields *leadup_view_get_fields (LeadupView *self);
gboolean leadup_view_has_lanes_of (LeadupView *self, LeadupView *other);

const char *leadup_lanes_by_to_string (LeadupLanesBy lanes_by);
gboolean leadup_lanes_by_from_string (const char *name, LeadupLanesBy *lanes_by);
const char *leadup_lanes_order_to_string (LeadupLanesOrder order);
gboolean leadup_lanes_order_from_string (const char *name, LeadupLanesOrder *order);
const char *leadup_picture_to_string (LeadupPicture picture);
gboolean leadup_picture_from_string (const char *name, LeadupPicture *picture);

G_END_DECLS
