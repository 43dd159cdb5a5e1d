/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"
#include "model/leadup-step.h"

G_BEGIN_DECLS

/**
 * LeadupShow:
 *
 * A meeting in progress: which step is on, what the audience sees of it, the tool in the
 * presenter’s hand, what was drawn, and the clock. Knows no widgets and no clock of its own, so
 * that all of it can be tested; the windows of the presentation show it. Main thread.
 *
 * Signals: `step-changed` (another step is on), `state-changed` (blank, frozen, tool, exploring,
 * size of notes), `ink-changed` (pen, pointer or spotlight), `clock-changed` (started or paused).
 */
#define LEADUP_TYPE_SHOW (leadup_show_get_type ())

G_DECLARE_FINAL_TYPE (LeadupShow, leadup_show, LEADUP, SHOW, GObject)

typedef enum
{
  LEADUP_SHOW_TOOL_NONE,
  LEADUP_SHOW_TOOL_POINTER,
  LEADUP_SHOW_TOOL_PEN,
  LEADUP_SHOW_TOOL_ERASER,
  LEADUP_SHOW_TOOL_SPOTLIGHT,
} LeadupShowTool;

#define LEADUP_N_SHOW_TOOLS (LEADUP_SHOW_TOOL_SPOTLIGHT + 1)

/* How far the plan is ahead of or behind the clock. */
typedef enum
{
  LEADUP_SHOW_PACE_UNPLANNED,
  LEADUP_SHOW_PACE_ON_TIME,
  LEADUP_SHOW_PACE_LATE, /* the steps up to here took longer than planned */
  LEADUP_SHOW_PACE_OVER, /* longer than the whole plan */
} LeadupShowPace;

LeadupShow     *leadup_show_new             (GPtrArray      *steps) G_GNUC_WARN_UNUSED_RESULT;

guint           leadup_show_get_n_steps     (LeadupShow     *self);
guint           leadup_show_get_index       (LeadupShow     *self);
LeadupStep     *leadup_show_get_step        (LeadupShow     *self,
                                             guint           index);
gboolean        leadup_show_go_to           (LeadupShow     *self,
                                             guint           index);
gboolean        leadup_show_go_by           (LeadupShow     *self,
                                             int             steps);
guint           leadup_show_find            (LeadupShow     *self,
                                             const char     *text);

gboolean        leadup_show_is_blank        (LeadupShow     *self);
void            leadup_show_set_blank       (LeadupShow     *self,
                                             gboolean        is_blank);
gboolean        leadup_show_is_frozen       (LeadupShow     *self);
void            leadup_show_set_frozen      (LeadupShow     *self,
                                             gboolean        is_frozen);
gboolean        leadup_show_is_exploring    (LeadupShow     *self);
void            leadup_show_set_exploring   (LeadupShow     *self,
                                             gboolean        is_exploring);
gboolean        leadup_show_is_overview     (LeadupShow     *self);
void            leadup_show_set_overview    (LeadupShow     *self,
                                             gboolean        is_overview);
gboolean        leadup_show_back_out        (LeadupShow     *self);

double          leadup_show_get_notes_scale (LeadupShow     *self);
void            leadup_show_zoom_notes      (LeadupShow     *self,
                                             int             steps);

LeadupShowTool  leadup_show_get_tool        (LeadupShow     *self);
void            leadup_show_set_tool        (LeadupShow     *self,
                                             LeadupShowTool  tool);
/* Points are parts of the stage, 0 … 1 from its left upper corner. */
void            leadup_show_point_at        (LeadupShow     *self,
                                             LeadupPoint     point);
gboolean        leadup_show_get_point       (LeadupShow     *self,
                                             LeadupPoint    *point);
void            leadup_show_pen_down        (LeadupShow     *self,
                                             LeadupPoint     point);
void            leadup_show_pen_move        (LeadupShow     *self,
                                             LeadupPoint     point);
void            leadup_show_pen_up          (LeadupShow     *self);
void            leadup_show_clear_ink       (LeadupShow     *self);
GPtrArray      *leadup_show_get_strokes     (LeadupShow     *self);

void            leadup_show_start_clock     (LeadupShow     *self,
                                             gint64          now_us);
void            leadup_show_pause_clock     (LeadupShow     *self,
                                             gint64          now_us);
gboolean        leadup_show_is_clock_paused (LeadupShow     *self);
gint64          leadup_show_get_elapsed_us  (LeadupShow     *self,
                                             gint64          now_us);
guint           leadup_show_get_planned_s   (LeadupShow     *self);
LeadupShowPace  leadup_show_get_pace        (LeadupShow     *self,
                                             gint64          now_us);

G_END_DECLS
