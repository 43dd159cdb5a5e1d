/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-lane-body-private.h"

G_BEGIN_DECLS

/* How the index is stored: shared by the files that build and read it, and by no one else. */

typedef struct
{
  LeadupLane lane;
  LeadupLaneBody *body;
  char *name;
  char *colour;
  char *collate_key;
  GArray *ghosts;
  int rank;
  guint position; /* made by hand */
  guint index;
  gboolean is_shown;
} LeadupIndexLane;

/**
 * _LeadupTimelineIndex:
 * @all: (nullable): of the same snapshot, with every event and nothing folded; %NULL is the index
 * itself
 * @by_key: (element-type LeadupIndexLane): shown or hidden
 * @undated: (element-type guint): numbers of events
 * @derived: the only thing that changes
 */
struct _LeadupTimelineIndex
{
  gatomicrefcount ref_count;
  LeadupSnapshot *snapshot;
  LeadupTimelineIndex *all;
  LeadupLanesBy lanes_by;
  const char *zone; /* (nullable): of the story */
  LeadupLanesOrder order;
  GPtrArray *lanes;
  GPtrArray *hidden_lanes;
  GHashTable *by_key;
  GArray *undated;
  guint n_shown;
  LeadupLaneReach reach;
  LeadupTimeFolds *folds; /* (nullable) */
  LeadupDerived *derived;
};

LeadupTimelineIndex *leadup_timeline_index_alloc       (LeadupSnapshot            *snapshot,
                                                         const LeadupViewFields    *view) G_GNUC_WARN_UNUSED_RESULT;
gboolean             leadup_timeline_entry_init         (LeadupTimelineEntry       *self,
                                                         LeadupEvent               *event,
                                                         const char                *zone,
                                                         LeadupWhenBounds          *bounds);

G_END_DECLS
