/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-table-view.h"

struct _LeadupTableView
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupTableView, leadup_table_view, GTK_TYPE_WIDGET)

static void
leadup_table_view_dispose (GObject *object)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_table_view_parent_class)->dispose (object);
}

static void
leadup_table_view_class_init (LeadupTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_table_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_table_view_init (LeadupTableView *self)
{
}

void
leadup_table_view_set_workspace (LeadupTableView *self,
                                 LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_TABLE_VIEW (self));

  g_set_object (&self->workspace, workspace);
}
