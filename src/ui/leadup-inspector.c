/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-inspector.h"

struct _LeadupInspector
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupInspector, leadup_inspector, GTK_TYPE_WIDGET)

static void
leadup_inspector_dispose (GObject *object)
{
  LeadupInspector *self = LEADUP_INSPECTOR (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_inspector_parent_class)->dispose (object);
}

static void
leadup_inspector_class_init (LeadupInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_inspector_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_inspector_init (LeadupInspector *self)
{
}

void
leadup_inspector_set_workspace (LeadupInspector *self,
                                LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_INSPECTOR (self));

  g_set_object (&self->workspace, workspace);
}

void
leadup_inspector_create_event (LeadupInspector *self,
                               LeadupWhen      *when)
{
}
