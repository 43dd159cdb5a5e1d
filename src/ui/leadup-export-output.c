/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-job-slot.h"
#include "export/leadup-file-name.h"
#include "ui/leadup-export-dialog-private.h"
#include "ui/leadup-export-print.h"

#include <glib/gi18n.h>

void
leadup_export_dialog_report (LeadupExportDialog *self,
                             const char         *heading,
                             const char         *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
write_in_thread (gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  return leadup_export_job_write (data, cancellable, error) ? GINT_TO_POINTER (1) : NULL;
}

/* The texts are the story’s, so that the next export has them. */
static void
store_texts (LeadupExportDialog *self)
{
  LeadupInfo *before = leadup_export_dialog_get_info (self);
  LeadupInfoFields fields = *leadup_info_get_fields (before);
  g_autoptr (LeadupInfo) after = NULL;

  if (g_strcmp0 (fields.chart_title, leadup_export_dialog_get_text (self->title_row)) == 0 &&
      g_strcmp0 (fields.chart_subtitle, leadup_export_dialog_get_text (self->subtitle_row)) == 0 &&
      g_strcmp0 (fields.chart_source_line, leadup_export_dialog_get_text (self->source_row)) == 0 &&
      g_strcmp0 (fields.chart_byline, leadup_export_dialog_get_text (self->byline_row)) == 0 &&
      g_strcmp0 (fields.chart_alt, leadup_export_dialog_get_text (self->alt_row)) == 0)
    return;

  fields.chart_title = leadup_export_dialog_get_text (self->title_row);
  fields.chart_subtitle = leadup_export_dialog_get_text (self->subtitle_row);
  fields.chart_source_line = leadup_export_dialog_get_text (self->source_row);
  fields.chart_byline = leadup_export_dialog_get_text (self->byline_row);
  fields.chart_alt = leadup_export_dialog_get_text (self->alt_row);
  after = leadup_info_new (&fields);
  leadup_workspace_replace (self->workspace, _ ("Change the chart’s texts"), LEADUP_RECORD (before),
                            LEADUP_RECORD (after), NULL);
}

static void
written_cb (gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);

  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (result == NULL)
    {
      leadup_export_dialog_report (self, _ ("The Picture Was Not Written"), error->message);
      return;
    }

  store_texts (self);
  leadup_export_dialog_exported (self);
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                gpointer         user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);
  LeadupExportJob *job;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_clear_object (&self->target);
      self->target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      gtk_widget_set_sensitive (self->export_button, FALSE);
      job = leadup_export_dialog_make_job (self);
      leadup_export_job_set_file (job, self->target);
      leadup_job_slot_start (self->writing, write_in_thread, job,
                             (GDestroyNotify) leadup_export_job_free, NULL, written_cb, self);
    }
  g_object_unref (chooser);
}

/* Returns: (transfer full): a name that says what the file is */
static char *
suggest_name (LeadupExportDialog *self)
{
  const LeadupExporter *exporter = leadup_export_dialog_get_exporter (self);
  const char *title = leadup_export_dialog_get_text (self->title_row);
  guint size = adw_combo_row_get_selected (self->size_row);
  const LeadupExportPreset *preset = g_ptr_array_index (self->presets, size);
  LeadupFileNameParts parts = {
    .title = title != NULL ? title
                           : leadup_info_get_fields (leadup_export_dialog_get_info (self))->title,
    .preset = preset->id,
    .format = exporter->extension,
    .picture = (LeadupPicture) adw_combo_row_get_selected (self->picture_row),
    .scale = adw_combo_row_get_selected (self->scale_row) + 1,
    .step = leadup_export_dialog_get_choice (self)->step,
  };

  if (!exporter->is_picture)
    return leadup_file_name_expand ("{slug}-{date}.{format}", &parts, NULL);
  if (parts.step > 0)
    return leadup_file_name_expand ("{slug}-{date}-{step}-{preset}@{scale}x.{format}", &parts,
                                    NULL);

  return leadup_file_name_expand ("{slug}-{date}-{preset}@{scale}x.{format}", &parts, NULL);
}

static void
choose_file (LeadupExportDialog *self)
{
  g_autofree char *name = suggest_name (self);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
asked_cb (AdwMessageDialog   *dialog,
          const char         *response,
          LeadupExportDialog *self)
{
  if (g_str_equal (response, "cancel"))
    return;

  self->is_cleared = g_str_equal (response, "clear");
  if (self->is_cleared)
    leadup_export_dialog_preview (self);
  choose_file (self);
}

/* While something in the picture is in doubt, somebody has to answer for it. */
void
leadup_export_dialog_export_clicked_cb (LeadupExportDialog *self)
{
  g_autofree char *doubts = leadup_export_dialog_describe_doubts (&self->doubts);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (*doubts == '\0' || !leadup_export_dialog_get_exporter (self)->is_picture)
    {
      choose_file (self);
      return;
    }

  body = g_strdup_printf (_ ("In the picture are: %s. Marked as a draft, nobody takes it for the "
                             "finished chart."),
                          doubts);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Publish What Is in Doubt?"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "clear",
                                    _ ("Export _Without the Mark"), "mark", _ ("Export as _Draft"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "clear", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "mark");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
copy_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return leadup_export_job_copy (data, cancellable, error);
}

/* Each program takes the form that it understands. */
static void
copied_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);
  g_autoptr (LeadupExportCopy) copy = result;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *forms[3];

  if (copy == NULL)
    {
      leadup_export_dialog_report (self, _ ("The Picture Was Not Copied"), error->message);
      return;
    }

  forms[0] = gdk_content_provider_new_for_bytes ("image/png", copy->png);
  forms[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", copy->svg);
  forms[2] = gdk_content_provider_new_typed (G_TYPE_STRING, copy->alt);
  provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  gtk_label_set_label (
      self->notice, _ ("Copied: as a picture, as a drawing and as the text for people who cannot "
                       "see it."));
}

void
leadup_export_dialog_copy_cb (GtkWidget  *widget,
                              const char *name,
                              GVariant   *parameter)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (widget);

  leadup_job_slot_start (self->copying, copy_in_thread, leadup_export_dialog_make_job (self),
                         (GDestroyNotify) leadup_export_job_free,
                         (GDestroyNotify) leadup_export_copy_free, copied_cb, self);
}

void
leadup_export_dialog_print_cb (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (widget);
  g_autoptr (LeadupSnapshot) snapshot = leadup_export_dialog_take_snapshot (self);
  g_autoptr (GError) error = NULL;
  LeadupExportOptions options;

  leadup_export_dialog_collect (self, snapshot, &options);
  options.has_steps = leadup_export_dialog_get_choice (self)->events == LEADUP_EXPORT_STEPS;
  if (!leadup_export_print (GTK_WINDOW (self), snapshot, &options, &error))
    leadup_export_dialog_report (self, _ ("The Chart Was Not Printed"), error->message);
}
