/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-step.h"
#include "model/leadup-view.h"
#include "ui/leadup-show.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupStage:
 *
 * What the audience sees of a step: its caption, and timeline, graph or both, as large as the room
 * allows. Filter, selection and time window are those of the workspace, which several stages may
 * share; caption, arrangement and the graph's camera are the stage's own.
 */
#define LEADUP_TYPE_STAGE (leadup_stage_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStage, leadup_stage, LEADUP, STAGE, GtkWidget)

/* How long the camera and what comes and goes may take between two steps. */
#define LEADUP_STAGE_MOVE_MS 550

/* How a stage comes from what it shows to a step. A move fades too where the picture is another. */
typedef enum
{
  LEADUP_STAGE_CUT,  /* at once */
  LEADUP_STAGE_MOVE, /* the cameras go there */
  LEADUP_STAGE_FADE, /* and what was shown goes while the new picture comes */
} LeadupStageChange;

GtkWidget *leadup_stage_new        (LeadupWorkspace *workspace,
                                    double           min_magnification);

/* Takes what ink and tools need from it. */
void       leadup_stage_set_show   (LeadupStage     *self,
                                    LeadupShow      *show);
void       leadup_stage_hide_tooltips (LeadupStage  *self);
void       leadup_stage_show_step  (LeadupStage     *self,
                                    LeadupStep      *step,
                                    LeadupView      *view,
                                    LeadupStageChange change);
void       leadup_stage_draw_ahead (LeadupStage     *self,
                                    int              width,
                                    int              height);
void       leadup_stage_rehearse   (LeadupStage     *self);
/* Whether every chart that it shows has its picture. */
gboolean   leadup_stage_is_drawn   (LeadupStage     *self);
void       leadup_stage_set_blank  (LeadupStage     *self,
                                    gboolean         is_blank);
void       leadup_stage_set_frozen (LeadupStage     *self,
                                    gboolean         is_frozen);
void       leadup_stage_greet      (LeadupStage     *self,
                                    GHashTable      *arrivals);

G_END_DECLS
