/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"
#include "model/leadup-view.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_TIMELINE_INDEX (leadup_timeline_index_get_type ())

/**
 * LeadupTimelineIndex:
 *
 * The events of a story by lane, packed so that what a window shows is found at a cost that depends
 * on pixels and not on the number of events. Built in a worker, once per change of story, filter or
 * lanes. Immutable, reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupTimelineIndex LeadupTimelineIndex;

/**
 * LeadupTimelineEntry:
 * @start: where the mark begins: the earliest start; %LEADUP_INSTANT_MIN where nobody knows
 * @start_certain: where it has begun for certain
 * @end_certain: until when it lasted for certain; before @start_certain where nothing is certain
 * @end: where the mark ends: the latest end; %LEADUP_INSTANT_MAX where nobody knows, or where it
 * still lasts
 */
typedef struct
{
  LeadupInstant start;
  LeadupInstant start_certain;
  LeadupInstant end_certain;
  LeadupInstant end;
  LeadupEvent  *event;
  guint32       category;     /* index into the snapshot’s categories */
  float         importance;   /* 1 … 5 */
  guint8        verification;
  guint8        is_ongoing;
  guint8        lasted;
  guint8        is_vague;      /* drawn with soft ends: some time in the span, or “about” */
} LeadupTimelineEntry;

/**
 * LeadupLane:
 * @key: the record’s id or the value that makes the lane; “” for the unassigned one
 * @entries: (array length=n_entries): sorted by start
 * @max_ends: (array length=n_entries): the latest end up to and with each entry
 * @category: index into the snapshot’s categories where all events share one, else −1
 */
typedef struct
{
  const char                *key;
  const char                *name;
  const LeadupTimelineEntry *entries;
  const LeadupInstant       *max_ends;
  guint                      n_entries;
  int                        category;
} LeadupLane;

GType                leadup_timeline_index_get_type     (void);
LeadupTimelineIndex *leadup_timeline_index_new          (LeadupSnapshot             *snapshot,
                                                         const LeadupFilter         *filter,
                                                         LeadupLanesBy               lanes_by,
                                                         GCancellable               *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupTimelineIndex *leadup_timeline_index_ref          (LeadupTimelineIndex        *self);
void                 leadup_timeline_index_unref        (LeadupTimelineIndex        *self);

LeadupSnapshot      *leadup_timeline_index_get_snapshot (const LeadupTimelineIndex  *self);
guint                leadup_timeline_index_get_n_lanes  (const LeadupTimelineIndex  *self);
const LeadupLane    *leadup_timeline_index_get_lane     (const LeadupTimelineIndex  *self,
                                                         guint                       lane);
guint                leadup_timeline_index_get_n_shown  (const LeadupTimelineIndex  *self);
guint                leadup_timeline_index_get_n_all    (const LeadupTimelineIndex  *self);
LeadupLanesBy        leadup_timeline_index_get_lanes_by (const LeadupTimelineIndex  *self);
LeadupUnit           leadup_timeline_index_get_finest   (const LeadupTimelineIndex  *self);
guint                leadup_timeline_index_get_n_undated (const LeadupTimelineIndex *self);
LeadupEvent         *leadup_timeline_index_get_undated  (const LeadupTimelineIndex  *self,
                                                         guint                       index);
gpointer             leadup_timeline_index_ref_derived  (LeadupTimelineIndex        *self,
                                                         const char                 *key);
void                 leadup_timeline_index_keep_derived (LeadupTimelineIndex        *self,
                                                         const char                 *key,
                                                         gpointer                    derived,
                                                         GBoxedCopyFunc              ref,
                                                         GDestroyNotify              unref);
gboolean             leadup_timeline_index_get_range    (const LeadupTimelineIndex  *self,
                                                         LeadupInstant              *from,
                                                         LeadupInstant              *to);

guint                leadup_lane_find_first             (const LeadupLane           *lane,
                                                         LeadupInstant               from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTimelineIndex, leadup_timeline_index_unref)

G_END_DECLS
