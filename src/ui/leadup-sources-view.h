/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupSourcesView:
 *
 * The sources with their texts and the events that rest on them.
 */
#define LEADUP_TYPE_SOURCES_VIEW (leadup_sources_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupSourcesView, leadup_sources_view, LEADUP, SOURCES_VIEW, GtkWidget)

void leadup_sources_view_set_workspace (LeadupSourcesView *self, LeadupWorkspace *workspace);

/* Shows the source of an event's evidence, scrolled to its words. */
void leadup_sources_view_show_evidence (LeadupSourcesView *self, LeadupEvent *event, guint index);

/* Makes an event with the words that are marked as its evidence, and selects it; returns whether
 * there were such words. */
gboolean leadup_sources_view_create_event (LeadupSourcesView *self);

G_END_DECLS
