/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-graph-notes.h"
#include "ui/leadup-graph-view.h"

G_BEGIN_DECLS

/**
 * LeadupGraphPage:
 *
 * The graph with its strip, what is known of its quality, and beside it, when asked for, the
 * timeline. Owned by the window.
 */
#define LEADUP_TYPE_GRAPH_PAGE (leadup_graph_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphPage, leadup_graph_page, LEADUP, GRAPH_PAGE, GtkWidget)

LeadupGraphView *leadup_graph_page_get_view      (LeadupGraphPage *self);
void             leadup_graph_page_set_workspace (LeadupGraphPage *self,
                                                  LeadupWorkspace *workspace);
/* Shows the timeline below the graph too. */
void             leadup_graph_page_set_is_split  (LeadupGraphPage *self,
                                                  gboolean         is_split);
/* Shows tables of actors and pairs in place of the graph. */
void             leadup_graph_page_set_is_table  (LeadupGraphPage *self,
                                                  gboolean         is_table);
/* Shows what changed, or what one may ask about, below the graph. */
void             leadup_graph_page_show_notes    (LeadupGraphPage *self,
                                                  LeadupGraphNotesKind kind);
/* Plays the story on the map. */
void             leadup_graph_page_set_is_played (LeadupGraphPage *self,
                                                  gboolean         is_played);

G_END_DECLS
