/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-show.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupStepOverview:
 *
 * All steps of a show as small pictures, made in a worker one after another, to choose from.
 *
 * Signals: `step-chosen (guint index)`.
 */
#define LEADUP_TYPE_STEP_OVERVIEW (leadup_step_overview_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStepOverview, leadup_step_overview, LEADUP, STEP_OVERVIEW, GtkWidget)

GtkWidget *leadup_step_overview_new  (void);
/* Shows the steps with the one that is on chosen, and gives it the keyboard. */
void       leadup_step_overview_show (LeadupStepOverview *self,
                                      LeadupShow         *show,
                                      LeadupWorkspace    *workspace);

G_END_DECLS
