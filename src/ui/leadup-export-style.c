/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-dialog-private.h"
#include "ui/leadup-settings.h"

#include <glib/gi18n.h>

static gpointer
load_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return leadup_house_style_load (data, cancellable, error);
}

static void
loaded_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);

  if (result != NULL)
    {
      leadup_export_dialog_use_style (self, result);
      return;
    }

  leadup_settings_set_string ("house-style", "");
  leadup_export_dialog_report (self, _ ("The House Style Was Not Loaded"), error->message);
}

static void
load_file (LeadupExportDialog *self,
           GFile              *file)
{
  leadup_job_slot_start (self->loading, load_in_thread, g_object_ref (file), g_object_unref,
                         (GDestroyNotify) leadup_house_style_unref, loaded_cb, self);
}

/* The style that was used last. */
void
leadup_export_dialog_load_style (LeadupExportDialog *self)
{
  g_autofree char *uri = leadup_settings_dup_string ("house-style");
  g_autoptr (GFile) file = NULL;

  if (uri == NULL || *uri == '\0')
    return;

  file = g_file_new_for_uri (uri);
  load_file (self, file);
}

static void
style_chosen_cb (GtkNativeDialog *chooser,
                 int              response,
                 gpointer         user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *uri = g_file_get_uri (file);

      leadup_settings_set_string ("house-style", uri);
      load_file (self, file);
    }
  g_object_unref (chooser);
}

void
leadup_export_dialog_style_clicked_cb (LeadupExportDialog *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Choose a House Style"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_filter_set_name (filter, _ ("House styles"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (style_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
leadup_export_dialog_style_clear_cb (LeadupExportDialog *self)
{
  leadup_settings_set_string ("house-style", "");
  leadup_export_dialog_use_style (self, NULL);
}
