/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-help-window.h"

struct _LeadupHelpWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupHelpWindow, leadup_help_window, ADW_TYPE_WINDOW)

static void
leadup_help_window_class_init (LeadupHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-help-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_help_window_init (LeadupHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * leadup_help_window_new:
 * @parent: (nullable): the window that it stays above
 *
 * Returns: (transfer none): a window, to be presented; GTK owns it
 */
LeadupHelpWindow *
leadup_help_window_new (GtkWindow *parent)
{
  return g_object_new (LEADUP_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
}
