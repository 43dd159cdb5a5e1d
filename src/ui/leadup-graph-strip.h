/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/leadup-graph-forms.h"
#include "ui/leadup-graph-state.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupGraphStrip:
 *
 * Above the graph: which way to show it, how much of it, and what is shown. Owned by the page of
 * the graph.
 */
#define LEADUP_TYPE_GRAPH_STRIP (leadup_graph_strip_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphStrip, leadup_graph_strip, LEADUP, GRAPH_STRIP, GtkWidget)

GtkWidget *leadup_graph_strip_new        (void);
void       leadup_graph_strip_set_state  (LeadupGraphStrip *self,
                                          LeadupGraphState *state,
                                          LeadupWorkspace  *workspace);
void       leadup_graph_strip_set_form   (LeadupGraphStrip *self,
                                          LeadupGraphForm   form);
/* @counts: “Showing 25 of 140 actors” */
void       leadup_graph_strip_tell       (LeadupGraphStrip *self,
                                          const char       *counts,
                                          const char       *quality);

G_END_DECLS
