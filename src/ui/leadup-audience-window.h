/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/leadup-stage.h"

G_BEGIN_DECLS

/**
 * LeadupAudienceWindow:
 *
 * What is projected: a stage and nothing else. While there is no window for the presenter, the line
 * to type in and the overview come up here.
 */
#define LEADUP_TYPE_AUDIENCE_WINDOW (leadup_audience_window_get_type ())

G_DECLARE_FINAL_TYPE (LeadupAudienceWindow, leadup_audience_window, LEADUP, AUDIENCE_WINDOW,
                      AdwApplicationWindow)

GtkWidget   *leadup_audience_window_new          (GtkApplication       *application,
                                                  LeadupWorkspace      *workspace);
LeadupStage *leadup_audience_window_get_stage    (LeadupAudienceWindow *self);
GtkWidget   *leadup_audience_window_get_prompt   (LeadupAudienceWindow *self);
GtkWidget   *leadup_audience_window_get_overview (LeadupAudienceWindow *self);
void         leadup_audience_window_set_menu     (LeadupAudienceWindow *self,
                                                  GMenuModel           *menu);

G_END_DECLS
