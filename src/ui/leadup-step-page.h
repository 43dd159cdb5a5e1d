/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-step.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupStepPage:
 *
 * The inspector’s page of a step: caption, notes, time, what it shows and how it enters.
 */
#define LEADUP_TYPE_STEP_PAGE (leadup_step_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStepPage, leadup_step_page, LEADUP, STEP_PAGE, GtkWidget)

GtkWidget *leadup_step_page_new  (void);
void       leadup_step_page_show (LeadupStepPage  *self,
                                  LeadupWorkspace *workspace,
                                  LeadupStep      *step);

G_END_DECLS
