/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-graph-state.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupGraphNotes:
 *
 * Below the graph, in sentences: what changed between two windows of time, or what one may ask
 * about. Counted in a worker. Signal: `closed`.
 */
#define LEADUP_TYPE_GRAPH_NOTES (leadup_graph_notes_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphNotes, leadup_graph_notes, LEADUP, GRAPH_NOTES, GtkWidget)

typedef enum
{
  LEADUP_GRAPH_NOTES_NONE,
  LEADUP_GRAPH_NOTES_CHANGES,
  LEADUP_GRAPH_NOTES_QUESTIONS,
} LeadupGraphNotesKind;

GtkWidget *leadup_graph_notes_new           (void);
void       leadup_graph_notes_set_workspace (LeadupGraphNotes    *self,
                                             LeadupWorkspace     *workspace,
                                             LeadupGraphState    *state);
void       leadup_graph_notes_show          (LeadupGraphNotes    *self,
                                             LeadupGraphNotesKind kind);

G_END_DECLS
