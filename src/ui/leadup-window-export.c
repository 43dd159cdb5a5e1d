/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-dialog.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

static void
exported_cb (LeadupWindow       *self,
             GFile              *file,
             LeadupExportDialog *dialog)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("Exported to %s"), shown);

  leadup_window_add_message (self, message);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  gboolean is_graph = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "graph") == 0;
  LeadupExportDialog *dialog;

  dialog = leadup_export_dialog_new (GTK_WINDOW (self), self->workspace,
                                     is_graph ? LEADUP_PICTURE_GRAPH : LEADUP_PICTURE_TIMELINE);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "export", export_cb },
};

void
leadup_window_export_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
