/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"

G_BEGIN_DECLS

/* How the index is stored: shared by the files that build and read it, and by no one else. */

typedef struct
{
  LeadupLane lane;
  char *key;
  char *name;
  GArray *indices; /* guint: into what was collected, while that is so */
  LeadupTimelineEntry *sorted;
  LeadupInstant *max_ends;
  GArray *ghosts;
  LeadupLaneDensity *density;
  char *collate_key;
  int rank;
  guint position; /* made by hand */
  guint index;
} LeadupIndexLane;

/**
 * _LeadupTimelineIndex:
 * @by_key: (element-type LeadupIndexLane): shown or hidden
 * @lock: guards @derived, the only thing that changes
 */
struct _LeadupTimelineIndex
{
  gatomicrefcount ref_count;
  LeadupSnapshot *snapshot;
  LeadupLanesBy lanes_by;
  const char *zone; /* (nullable): of the story */
  LeadupLanesOrder order;
  GPtrArray *lanes;
  GPtrArray *hidden_lanes;
  GHashTable *by_key;
  GPtrArray *undated;
  guint n_shown;
  LeadupUnit finest;
  LeadupInstant from;
  LeadupInstant to;
  LeadupTimeFolds *folds; /* (nullable) */
  LeadupTimelineEntry *collected; /* in the order of ids, until they are sorted into lanes */
  guint n_collected;
  GMutex lock;
  GQueue derived;
};

LeadupTimelineIndex *leadup_timeline_index_alloc       (LeadupSnapshot            *snapshot,
                                                         const LeadupViewFields    *view) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_timeline_entry_fold         (LeadupTimelineEntry       *self,
                                                         const LeadupTimeFolds     *folds);
gboolean             leadup_timeline_entry_init         (LeadupTimelineEntry       *self,
                                                         LeadupEvent               *event,
                                                         const char                *zone,
                                                         LeadupWhenBounds          *bounds);

G_END_DECLS
