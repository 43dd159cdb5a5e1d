/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupFacetPanel:
 *
 * The facets with live counts, which make the filter.
 */
#define LEADUP_TYPE_FACET_PANEL (leadup_facet_panel_get_type ())

G_DECLARE_FINAL_TYPE (LeadupFacetPanel, leadup_facet_panel, LEADUP, FACET_PANEL, GtkWidget)

void leadup_facet_panel_set_workspace (LeadupFacetPanel *self, LeadupWorkspace *workspace);

G_END_DECLS
