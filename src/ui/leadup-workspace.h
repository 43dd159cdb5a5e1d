/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "document/leadup-document.h"
#include "model/leadup-event.h"
#include "model/leadup-record.h"
#include "model/leadup-view.h"
#include "ui/leadup-projection.h"
#include "ui/leadup-selection.h"

G_BEGIN_DECLS

/**
 * LeadupWorkspace:
 *
 * What all views of a window share: the document, one filter, one selection, one camera in time,
 * one brush, what the pointer is over, and the projection of the story through the filter, computed
 * in a worker. Owned by the window, main thread.
 *
 * Properties: `document`, `filter`, `lanes-by`. Signals: `index-changed`, `projection-changed`,
 * `progress-changed`, `selection-changed`, `camera-changed`, `brush-changed`, `hover-changed`, and
 * `edit-failed (const char *message)`.
 */
#define LEADUP_TYPE_WORKSPACE (leadup_workspace_get_type ())

G_DECLARE_FINAL_TYPE (LeadupWorkspace, leadup_workspace, LEADUP, WORKSPACE, GObject)

LeadupWorkspace  *leadup_workspace_new            (void) G_GNUC_WARN_UNUSED_RESULT;

LeadupDocument   *leadup_workspace_get_document   (LeadupWorkspace    *self);
void              leadup_workspace_set_document   (LeadupWorkspace    *self,
                                                   LeadupDocument     *document);
LeadupStory      *leadup_workspace_get_story      (LeadupWorkspace    *self);
LeadupHistory    *leadup_workspace_get_history    (LeadupWorkspace    *self);

/* (nullable): %NULL until the first one was computed */
LeadupProjection *leadup_workspace_get_projection (LeadupWorkspace    *self);
/* (nullable): the newest index, which is there before the projection that it is part of: enough for
 * a picture of the timeline */
LeadupTimelineIndex *leadup_workspace_get_index   (LeadupWorkspace    *self);
const LeadupTimeFolds *leadup_workspace_get_folds (LeadupWorkspace    *self);
/* How far it is while a large one is made, 0 … 1, else −1. */
double            leadup_workspace_get_progress   (LeadupWorkspace    *self);
LeadupFilter     *leadup_workspace_get_filter     (LeadupWorkspace    *self);
void              leadup_workspace_set_filter     (LeadupWorkspace    *self,
                                                   LeadupFilter       *filter);
LeadupLanesBy     leadup_workspace_get_lanes_by   (LeadupWorkspace    *self);
void              leadup_workspace_set_lanes_by   (LeadupWorkspace    *self,
                                                   LeadupLanesBy       lanes_by);
/* What a view says of lanes: the field, their order, what was set for single ones, how many titles.
 * Kept for each field. Of the fields of a view nothing else is filled or looked at. */
const LeadupViewFields *leadup_workspace_get_lanes (LeadupWorkspace   *self);
LeadupView       *leadup_workspace_get_lanes_view (LeadupWorkspace    *self);
void              leadup_workspace_set_lanes      (LeadupWorkspace    *self,
                                                   const LeadupViewFields *lanes);

/* Selection, in the order in which it was made; the last one is the primary. */
guint             leadup_workspace_get_n_selected (LeadupWorkspace    *self);
const LeadupSelected *leadup_workspace_get_selected (LeadupWorkspace  *self,
                                                   guint               index);
const LeadupSelected *leadup_workspace_get_primary (LeadupWorkspace   *self);
gboolean          leadup_workspace_is_selected    (LeadupWorkspace    *self,
                                                   LeadupRecordKind    kind,
                                                   const char         *id);
void              leadup_workspace_select         (LeadupWorkspace    *self,
                                                   LeadupRecordKind    kind,
                                                   const char         *id);
void              leadup_workspace_select_tie     (LeadupWorkspace    *self,
                                                   const char         *actor,
                                                   const char         *other);
void              leadup_workspace_select_add     (LeadupWorkspace    *self,
                                                   LeadupRecordKind    kind,
                                                   const char         *id);
void              leadup_workspace_select_toggle  (LeadupWorkspace    *self,
                                                   LeadupRecordKind    kind,
                                                   const char         *id);
void              leadup_workspace_select_none    (LeadupWorkspace    *self);

/* The timeline's window; returns whether there is one (a story with dated events). */
gboolean          leadup_workspace_get_camera     (LeadupWorkspace    *self,
                                                   LeadupInstant      *from,
                                                   LeadupInstant      *to);
void              leadup_workspace_set_camera     (LeadupWorkspace    *self,
                                                   LeadupInstant       from,
                                                   LeadupInstant       to);
/* As set_camera, and remembers the former one for going back. */
void              leadup_workspace_jump_camera    (LeadupWorkspace    *self,
                                                   LeadupInstant       from,
                                                   LeadupInstant       to);
void              leadup_workspace_fit_camera     (LeadupWorkspace    *self);
void              leadup_workspace_set_plot_width (LeadupWorkspace    *self,
                                                   double              width);
gboolean          leadup_workspace_camera_back    (LeadupWorkspace    *self);
gboolean          leadup_workspace_camera_forward (LeadupWorkspace    *self);

/* The brushed range; returns whether there is one. */
gboolean          leadup_workspace_get_brush      (LeadupWorkspace    *self,
                                                   LeadupInstant      *from,
                                                   LeadupInstant      *to);
void              leadup_workspace_set_brush      (LeadupWorkspace    *self,
                                                   LeadupInstant       from,
                                                   LeadupInstant       to);
void              leadup_workspace_clear_brush    (LeadupWorkspace    *self);

/* (nullable): what the pointer is over in any view */
const LeadupSelected *leadup_workspace_get_hover  (LeadupWorkspace    *self);
void              leadup_workspace_set_hover      (LeadupWorkspace    *self,
                                                   LeadupRecordKind    kind,
                                                   gboolean            is_tie,
                                                   const char         *id);

/* From now on nothing is edited through this workspace: it only shows. */
void              leadup_workspace_set_view_only  (LeadupWorkspace    *self);
gboolean          leadup_workspace_is_view_only   (LeadupWorkspace    *self);

/* Edits: through the history; a refusal is told by `edit-failed`. */
gboolean          leadup_workspace_push           (LeadupWorkspace    *self,
                                                   LeadupTransaction  *transaction,
                                                   const char         *coalesce_key);
gboolean          leadup_workspace_push_edit      (LeadupWorkspace    *self,
                                                   LeadupStoryEdit    *edit);
gboolean          leadup_workspace_replace        (LeadupWorkspace    *self,
                                                   const char         *label,
                                                   LeadupRecord       *before,
                                                   LeadupRecord       *after,
                                                   const char         *coalesce_key);
gboolean          leadup_workspace_replace_event  (LeadupWorkspace    *self,
                                                   const char         *label,
                                                   LeadupEvent        *before,
                                                   const LeadupEventFields *fields,
                                                   const char         *coalesce_key);
gboolean          leadup_workspace_delete_selected (LeadupWorkspace   *self);

/* Selects exactly @events (element-type LeadupEvent). */
void              leadup_workspace_select_events  (LeadupWorkspace    *self,
                                                   GPtrArray          *events);

G_END_DECLS
