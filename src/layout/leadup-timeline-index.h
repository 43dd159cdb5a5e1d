/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <math.h>

#include "base/leadup-derived.h"
#include "layout/leadup-lane-density.h"
#include "layout/leadup-time-folds.h"
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
 *
 * Its entries and all that is made of them keep folded time; see
 * leadup_timeline_index_get_folds().
 */
typedef struct _LeadupTimelineIndex LeadupTimelineIndex;

/**
 * LeadupTimelineEntry:
 * @start: where the mark begins: the earliest start, or what is known instead
 * @end: where the mark ends: the latest end; %LEADUP_INSTANT_MAX where it still lasts
 * @event: number of the event in the snapshot
 * @longest: index of the entry of the lane that ends last of all up to and with this one: events
 * overlap, and without it one that began long before the window would be lost
 * @importance: 1 … 5
 * @category: index into the snapshot’s categories, or %LEADUP_TIMELINE_NO_CATEGORY
 * @is_vague: drawn with soft ends: some time in the span, or “about”
 * @is_open_start: nobody knows since when; @start is the point that is known
 * @is_open_end: nobody knows until when
 * @is_told: has evidence, and so an order in its source
 *
 * 32 bytes: there may be a million.
 */
typedef struct
{
  LeadupInstant start;
  LeadupInstant end;
  guint32       event;
  guint32       longest;
  float         importance;
  guint16       category;
  guint16       verification : 4;
  guint16       is_ongoing : 1;
  guint16       lasted : 1;
  guint16       is_vague : 1;
  guint16       is_open_start : 1;
  guint16       is_open_end : 1;
  guint16       is_told : 1;
} LeadupTimelineEntry;

G_STATIC_ASSERT (sizeof (LeadupTimelineEntry) == 32);
G_STATIC_ASSERT (LEADUP_N_VERIFICATIONS <= 16);

#define LEADUP_TIMELINE_NO_CATEGORY G_MAXUINT16

/**
 * LeadupLaneGhost:
 * @anchor: where the event’s symbol stands
 * @lane: in which the event itself stands
 * @entry: its index there
 *
 * An event that also belongs to this lane.
 */
typedef struct
{
  LeadupInstant anchor;
  guint         lane;
  guint         entry;
} LeadupLaneGhost;

/**
 * LeadupLane:
 * @key: the record’s id or the value that makes the lane; “” for the unassigned one
 * @entries: (array length=n_entries): by earliest start, then by end, then in the order of their
 * source
 * @density: how many there are when
 * @derived: what was computed from @entries and lives no longer than they do
 * @ghosts: (array length=n_ghosts): sorted by anchor
 * @category: index into the snapshot’s categories where all events share one, else −1
 * @colour: (nullable): in place of the categories’ colours
 * @height: factor
 */
typedef struct
{
  const char                *key;
  const char                *name;
  const LeadupTimelineEntry *entries;
  guint                      n_entries;
  const LeadupLaneDensity   *density;
  LeadupDerived             *derived;
  const LeadupLaneGhost     *ghosts;
  guint                      n_ghosts;
  int                        category;
  gboolean                   is_pinned;
  gboolean                   is_collapsed;
  const char                *colour;
  double                     height;
} LeadupLane;

/* Where the symbol stands. */
static inline LeadupInstant
leadup_timeline_entry_get_anchor (const LeadupTimelineEntry *self)
{
  if (self->lasted || self->is_ongoing || self->is_open_start)
    return self->start;

  return self->start + (self->end - self->start) / 2;
}

/* Where the mark ends, %INFINITY where it still lasts. */
static inline double
leadup_timeline_entry_get_end (const LeadupTimelineEntry *self)
{
  return self->end == LEADUP_INSTANT_MAX ? (double) INFINITY : (double) self->end;
}

GType                leadup_timeline_index_get_type     (void);
LeadupTimelineIndex *leadup_timeline_index_new          (LeadupSnapshot             *snapshot,
                                                         const LeadupFilter         *filter,
                                                         LeadupLanesBy               lanes_by,
                                                         GCancellable               *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupTimelineIndex *leadup_timeline_index_new_for_view (LeadupSnapshot             *snapshot,
                                                         const LeadupFilter         *filter,
                                                         const LeadupViewFields     *view,
                                                         GCancellable               *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupTimelineIndex *leadup_timeline_index_update       (LeadupTimelineIndex        *before,
                                                         LeadupSnapshot             *snapshot,
                                                         const guint32              *matches,
                                                         const LeadupViewFields     *view,
                                                         int                        *permille,
                                                         GCancellable               *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupTimelineIndex *leadup_timeline_index_ref          (LeadupTimelineIndex        *self);
void                 leadup_timeline_index_unref        (LeadupTimelineIndex        *self);

LeadupTimelineIndex *leadup_timeline_index_get_all      (LeadupTimelineIndex        *self);
LeadupSnapshot      *leadup_timeline_index_get_snapshot (const LeadupTimelineIndex  *self);
const char          *leadup_timeline_index_get_zone     (const LeadupTimelineIndex  *self);
const LeadupTimeFolds *leadup_timeline_index_get_folds (const LeadupTimelineIndex *self);
guint                leadup_timeline_index_get_n_lanes  (const LeadupTimelineIndex  *self);
const LeadupLane    *leadup_timeline_index_get_lane     (const LeadupTimelineIndex  *self,
                                                         guint                       lane);
LeadupEvent         *leadup_timeline_index_get_event    (const LeadupTimelineIndex  *self,
                                                         const LeadupTimelineEntry  *entry);
void                 leadup_timeline_index_get_certain  (const LeadupTimelineIndex  *self,
                                                         const LeadupTimelineEntry  *entry,
                                                         LeadupInstant              *start,
                                                         LeadupInstant              *end);
gboolean             leadup_timeline_index_find         (const LeadupTimelineIndex  *self,
                                                         const char                 *id,
                                                         guint                      *lane,
                                                         guint                      *entry);
guint                leadup_timeline_index_get_n_hidden_lanes (const LeadupTimelineIndex *self,
                                                         guint                      *n_events);
guint                leadup_timeline_index_get_n_shown  (const LeadupTimelineIndex  *self);
guint                leadup_timeline_index_get_n_all    (const LeadupTimelineIndex  *self);
LeadupLanesBy        leadup_timeline_index_get_lanes_by (const LeadupTimelineIndex  *self);
LeadupUnit           leadup_timeline_index_get_finest   (const LeadupTimelineIndex  *self);
guint                leadup_timeline_index_get_n_undated (const LeadupTimelineIndex *self);
LeadupEvent         *leadup_timeline_index_get_undated  (const LeadupTimelineIndex  *self,
                                                         guint                       index);
LeadupDerived       *leadup_timeline_index_get_derived  (const LeadupTimelineIndex  *self);
gboolean             leadup_timeline_index_get_range    (const LeadupTimelineIndex  *self,
                                                         LeadupInstant              *from,
                                                         LeadupInstant              *to);

int                  leadup_timeline_entry_compare      (gconstpointer               a,
                                                         gconstpointer               b);
guint                leadup_lane_find_first             (const LeadupLane           *lane,
                                                         LeadupInstant               from);
guint                leadup_lane_find_start             (const LeadupLane           *lane,
                                                         LeadupInstant               start);
guint                leadup_lane_find_nearest           (const LeadupLane           *lane,
                                                         LeadupInstant               time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTimelineIndex, leadup_timeline_index_unref)

G_END_DECLS
