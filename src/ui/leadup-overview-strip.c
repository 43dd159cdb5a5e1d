/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-overview-strip.h"

struct _LeadupOverviewStrip
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupOverviewStrip, leadup_overview_strip, GTK_TYPE_WIDGET)

static void
leadup_overview_strip_dispose (GObject *object)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_overview_strip_parent_class)->dispose (object);
}

static void
leadup_overview_strip_class_init (LeadupOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_overview_strip_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_overview_strip_init (LeadupOverviewStrip *self)
{
}

void
leadup_overview_strip_set_workspace (LeadupOverviewStrip *self,
                    LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_OVERVIEW_STRIP (self));

  g_set_object (&self->workspace, workspace);
}
