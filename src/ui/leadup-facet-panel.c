/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-facet-panel.h"

struct _LeadupFacetPanel
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupFacetPanel, leadup_facet_panel, GTK_TYPE_WIDGET)

static void
leadup_facet_panel_dispose (GObject *object)
{
  LeadupFacetPanel *self = LEADUP_FACET_PANEL (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_facet_panel_parent_class)->dispose (object);
}

static void
leadup_facet_panel_class_init (LeadupFacetPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_facet_panel_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_facet_panel_init (LeadupFacetPanel *self)
{
}

void
leadup_facet_panel_set_workspace (LeadupFacetPanel *self,
                                  LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_FACET_PANEL (self));

  g_set_object (&self->workspace, workspace);
}
