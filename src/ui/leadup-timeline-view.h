/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-canvas.h"

G_BEGIN_DECLS

/**
 * LeadupTimelineView:
 *
 * The interactive timeline: a canvas over the projection’s index. Its camera is the workspace’s.
 */
#define LEADUP_TYPE_TIMELINE_VIEW (leadup_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTimelineView, leadup_timeline_view, LEADUP, TIMELINE_VIEW, LeadupCanvas)

void leadup_timeline_view_set_workspace    (LeadupTimelineView *self,
                                            LeadupWorkspace    *workspace);
/* Zooms about the middle of the window, or the focused event; @factor > 1 shows less time. */
void leadup_timeline_view_zoom             (LeadupTimelineView *self,
                                            double              factor);
/* Shows all events. */
void leadup_timeline_view_fit              (LeadupTimelineView *self);
/* Centres the selection; where it is centred already, fits it. */
void leadup_timeline_view_centre_selection (LeadupTimelineView *self);
/* Glides to a span of time, with room at its sides. */
void       leadup_timeline_view_go_to       (LeadupTimelineView *self,
                                             LeadupInstant       from,
                                             LeadupInstant       to);
void       leadup_timeline_view_go_to_lane  (LeadupTimelineView *self,
                                             const char         *key);
/* Measures intervals from the selected event, or stops. */
void       leadup_timeline_view_measure     (LeadupTimelineView *self);
void       leadup_timeline_view_set_has_tension (LeadupTimelineView *self,
                                             gboolean            has_tension);
/* Opens the break at @x, or the nearest one in the window; less than 0 is the middle. Returns
 * whether there is one. */
gboolean   leadup_timeline_view_open_break  (LeadupTimelineView *self,
                                             double              x);

G_END_DECLS
