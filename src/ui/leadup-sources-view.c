/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-sources-view.h"

struct _LeadupSourcesView
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupSourcesView, leadup_sources_view, GTK_TYPE_WIDGET)

static void
leadup_sources_view_dispose (GObject *object)
{
  LeadupSourcesView *self = LEADUP_SOURCES_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_sources_view_parent_class)->dispose (object);
}

static void
leadup_sources_view_class_init (LeadupSourcesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_sources_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_sources_view_init (LeadupSourcesView *self)
{
}

void
leadup_sources_view_set_workspace (LeadupSourcesView *self,
                                   LeadupWorkspace   *workspace)
{
  g_return_if_fail (LEADUP_IS_SOURCES_VIEW (self));

  g_set_object (&self->workspace, workspace);
}
