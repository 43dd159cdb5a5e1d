/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupTableView:
 *
 * The events as a table; the list twin of the canvases with the same selection.
 */
#define LEADUP_TYPE_TABLE_VIEW (leadup_table_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTableView, leadup_table_view, LEADUP, TABLE_VIEW, GtkWidget)

void leadup_table_view_set_workspace (LeadupTableView *self, LeadupWorkspace *workspace);

G_END_DECLS
