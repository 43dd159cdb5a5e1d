/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-graph-state.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupGraphTable:
 *
 * The graph as two tables that can be sorted: who there is, and who acted on whom. For those who
 * cannot see the graph, and those who want numbers.
 */
#define LEADUP_TYPE_GRAPH_TABLE (leadup_graph_table_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphTable, leadup_graph_table, LEADUP, GRAPH_TABLE, GtkWidget)

GtkWidget *leadup_graph_table_new           (void);
void       leadup_graph_table_set_workspace (LeadupGraphTable *self,
                                             LeadupWorkspace  *workspace,
                                             LeadupGraphState *state);

G_END_DECLS
