/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupStepStrip:
 *
 * The steps of a story in a row: choosing one shows it, dragging or Alt+↑ ↓ moves it. Where it only
 * lists the steps of a running show, nothing can be moved.
 *
 * Signals: `step-activated (const char *id)`.
 */
#define LEADUP_TYPE_STEP_STRIP (leadup_step_strip_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStepStrip, leadup_step_strip, LEADUP, STEP_STRIP, GtkWidget)

void       leadup_step_strip_set_workspace (LeadupStepStrip *self,
                                            LeadupWorkspace *workspace);
/* Nothing can be moved from now on. */
void       leadup_step_strip_set_fixed     (LeadupStepStrip *self);
void       leadup_step_strip_set_current   (LeadupStepStrip *self,
                                            const char      *id);
/* (nullable): %NULL where none is chosen */
const char *leadup_step_strip_get_current  (LeadupStepStrip *self);

G_END_DECLS
