/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-view.h"

struct _LeadupGraphView
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupGraphView, leadup_graph_view, GTK_TYPE_WIDGET)

static void
leadup_graph_view_dispose (GObject *object)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_graph_view_parent_class)->dispose (object);
}

static void
leadup_graph_view_class_init (LeadupGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_graph_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_graph_view_init (LeadupGraphView *self)
{
}

void
leadup_graph_view_set_workspace (LeadupGraphView *self,
                    LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  g_set_object (&self->workspace, workspace);
}

void
leadup_graph_view_zoom (LeadupGraphView *self, double factor)
{
}

void
leadup_graph_view_fit (LeadupGraphView *self)
{
}

void
leadup_graph_view_centre_selection (LeadupGraphView *self)
{
}

void
leadup_graph_view_tidy (LeadupGraphView *self)
{
}
