/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupInspector:
 *
 * Shows and edits what is selected: an event, an actor, a pair of actors, or several events.
 */
#define LEADUP_TYPE_INSPECTOR (leadup_inspector_get_type ())

G_DECLARE_FINAL_TYPE (LeadupInspector, leadup_inspector, LEADUP, INSPECTOR, GtkWidget)

void leadup_inspector_set_workspace (LeadupInspector *self, LeadupWorkspace *workspace);

/* Adds an event (at @when, or to be dated), selects it and focuses its title. */
void leadup_inspector_create_event (LeadupInspector *self, LeadupWhen *when);

G_END_DECLS
