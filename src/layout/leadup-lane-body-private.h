/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"

G_BEGIN_DECLS

/**
 * LeadupLaneReach:
 * @from: the earliest bound of an event, in time
 * @to: the latest one
 * @finest: the finest unit that a date claims
 */
typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
  LeadupUnit    finest;
} LeadupLaneReach;

#define LEADUP_LANE_REACH_NONE                                                                     \
  ((LeadupLaneReach) { LEADUP_INSTANT_MAX, LEADUP_INSTANT_MIN, LEADUP_UNIT_MILLENNIUM })

/**
 * LeadupLaneBody:
 * @key: of the lane
 * @entries: (array length=n_entries): sorted
 * @derived: what was computed of these; the only thing that changes
 * @category: the index of the one that all share, else −1
 *
 * The events of one lane, packed. Immutable, reference-counted (atomically): indexes of the same
 * snapshot share those that are the same in both. For the index alone.
 */
typedef struct
{
  gatomicrefcount      ref_count;
  char                *key;
  LeadupTimelineEntry *entries;
  guint                n_entries;
  LeadupLaneDensity   *density;
  LeadupDerived       *derived;
  int                  category;
  LeadupLaneReach      reach;
} LeadupLaneBody;

LeadupLaneBody *leadup_lane_body_new    (const char            *key,
                                         LeadupTimelineEntry   *entries,
                                         guint                  n_entries,
                                         const LeadupLaneReach *reach) G_GNUC_WARN_UNUSED_RESULT;
LeadupLaneBody *leadup_lane_body_ref    (LeadupLaneBody        *self);
void            leadup_lane_body_unref  (LeadupLaneBody        *self);
LeadupLaneBody *leadup_lane_body_filter (LeadupLaneBody        *self,
                                         LeadupSnapshot        *snapshot,
                                         const char            *zone,
                                         const guint32         *matches,
                                         LeadupLaneBody        *before) G_GNUC_WARN_UNUSED_RESULT;
LeadupLaneBody *leadup_lane_body_fold   (LeadupLaneBody        *self,
                                         LeadupSnapshot        *snapshot,
                                         const LeadupTimeFolds *folds) G_GNUC_WARN_UNUSED_RESULT;

void            leadup_lane_reach_add   (LeadupLaneReach        *self,
                                         const LeadupWhen       *when,
                                         const LeadupWhenBounds *bounds);
void            leadup_lane_reach_join  (LeadupLaneReach        *self,
                                         const LeadupLaneReach  *other);

G_END_DECLS
