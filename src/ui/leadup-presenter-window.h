/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/leadup-stage.h"

G_BEGIN_DECLS

/**
 * LeadupPresenterWindow:
 *
 * What only the presenter sees: the step that is on, the next one, the notes, the clock and all
 * steps.
 *
 * Signals: `step-chosen (guint index)`.
 */
#define LEADUP_TYPE_PRESENTER_WINDOW (leadup_presenter_window_get_type ())

G_DECLARE_FINAL_TYPE (LeadupPresenterWindow, leadup_presenter_window, LEADUP, PRESENTER_WINDOW,
                      AdwApplicationWindow)

GtkWidget   *leadup_presenter_window_new          (GtkApplication        *application,
                                                   LeadupWorkspace       *workspace,
                                                   LeadupWorkspace       *next_workspace,
                                                   LeadupShow            *show);
LeadupStage *leadup_presenter_window_get_stage    (LeadupPresenterWindow *self);
LeadupStage *leadup_presenter_window_get_next     (LeadupPresenterWindow *self);
GtkWidget   *leadup_presenter_window_get_prompt   (LeadupPresenterWindow *self);
GtkWidget   *leadup_presenter_window_get_overview (LeadupPresenterWindow *self);
void         leadup_presenter_window_set_menu     (LeadupPresenterWindow *self,
                                                   GMenuModel            *menu);
void         leadup_presenter_window_set_aspect   (LeadupPresenterWindow *self,
                                                   double                 aspect);

G_END_DECLS
