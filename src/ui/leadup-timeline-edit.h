/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"
#include "layout/leadup-time-scale.h"
#include "render/leadup-scene.h"
#include "ui/leadup-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LeadupTimelineEdit:
 *
 * What hands do to the timeline itself: a selected event is dragged to another date, or one of its
 * ends, with a label that tells old and new; and intervals are measured from an event. Owned by the
 * timeline, whose children the labels are. Main thread.
 */
typedef struct _LeadupTimelineEdit LeadupTimelineEdit;

/**
 * LeadupTimelineWindow:
 * @plot: where the time window is drawn
 * @time: the window
 * @zone: (nullable): in which times of day are shown
 * @scale: pixels of the widget per pixel of the scene
 */
typedef struct
{
  LeadupRect      plot;
  LeadupTimeScale time;
  const char     *zone;
  double          scale;
} LeadupTimelineWindow;

LeadupTimelineEdit *leadup_timeline_edit_new      (GtkWidget                  *parent) G_GNUC_WARN_UNUSED_RESULT;
void                leadup_timeline_edit_free     (LeadupTimelineEdit         *self);

gboolean            leadup_timeline_edit_begin    (LeadupTimelineEdit         *self,
                                                   LeadupWorkspace            *workspace,
                                                   const LeadupSceneGroup     *group,
                                                   double                      x,
                                                   const LeadupTimelineWindow *window);
void                leadup_timeline_edit_update   (LeadupTimelineEdit         *self,
                                                   double                      dx,
                                                   const LeadupTimelineWindow *window);
void                leadup_timeline_edit_finish   (LeadupTimelineEdit         *self,
                                                   LeadupWorkspace            *workspace);
void                leadup_timeline_edit_cancel   (LeadupTimelineEdit         *self);
gboolean            leadup_timeline_edit_is_active (LeadupTimelineEdit        *self);

gboolean            leadup_timeline_edit_measure  (LeadupTimelineEdit         *self,
                                                   LeadupWorkspace            *workspace);
void                leadup_timeline_edit_tell     (LeadupTimelineEdit         *self,
                                                   LeadupWorkspace            *workspace);

void                leadup_timeline_edit_snapshot (LeadupTimelineEdit         *self,
                                                   GtkSnapshot                *snapshot,
                                                   const LeadupTimelineWindow *window,
                                                   const GdkRGBA              *accent);
void                leadup_timeline_edit_allocate (LeadupTimelineEdit         *self,
                                                   int                         width,
                                                   int                         height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTimelineEdit, leadup_timeline_edit_free)

G_END_DECLS
