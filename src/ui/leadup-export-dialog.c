/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-dialog.h"

#include "base/leadup-job-slot.h"
#include "base/leadup-text.h"
#include "export/leadup-export-preset.h"
#include "export/leadup-exporter.h"
#include "render/leadup-theme.h"
#include "ui/leadup-export-job.h"

#include <glib/gi18n.h>

/* How long typing rests before the preview follows. */
#define PREVIEW_DELAY_MS 250

/* What of the story; in the order of the list. */
enum
{
  EVENTS_ALL,
  EVENTS_FILTERED,
  EVENTS_VISIBLE,
};

struct _LeadupExportDialog
{
  AdwWindow parent_instance;

  LeadupWorkspace *workspace;
  LeadupJobSlot *previewing;
  LeadupJobSlot *writing;
  guint delay;
  GFile *target;

  GtkPicture *preview;
  GtkLabel *notice;
  AdwComboRow *picture_row;
  AdwComboRow *events_row;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  AdwComboRow *scale_row;
  AdwComboRow *theme_row;
  GtkEditable *title_row;
  GtkEditable *subtitle_row;
  GtkEditable *source_row;
  GtkEditable *byline_row;
  GtkEditable *alt_row;
  GtkWidget *export_button;
};

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupExportDialog, leadup_export_dialog, ADW_TYPE_WINDOW)

static LeadupInfo *
get_info (LeadupExportDialog *self)
{
  return leadup_story_get_info (leadup_workspace_get_story (self->workspace));
}

static const LeadupExporter *
get_exporter (LeadupExportDialog *self)
{
  return leadup_exporters_get_all ()[adw_combo_row_get_selected (self->format_row)];
}

/* What was typed, or NULL where the draft shall stand. */
static const char *
get_text (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text != '\0' ? text : NULL;
}

/* The options borrow the rows’ texts; the job copies them. */
static void
collect_options (LeadupExportDialog  *self,
                 LeadupExportOptions *options)
{
  guint n_presets;
  const LeadupExportPreset *presets = leadup_export_presets_get_all (&n_presets);
  guint events = adw_combo_row_get_selected (self->events_row);

  *options = (LeadupExportOptions) LEADUP_EXPORT_OPTIONS_INIT;
  leadup_export_options_set_preset (options, &presets[adw_combo_row_get_selected (self->size_row)]);
  options->scale = adw_combo_row_get_selected (self->scale_row) + 1;
  options->picture = adw_combo_row_get_selected (self->picture_row) == 0 ? LEADUP_PICTURE_TIMELINE
                                                                         : LEADUP_PICTURE_GRAPH;
  options->lanes_by = leadup_workspace_get_lanes_by (self->workspace);
  options->theme = leadup_theme_get_ids ()[adw_combo_row_get_selected (self->theme_row)];
  if (events == EVENTS_FILTERED)
    options->filter = leadup_workspace_get_filter (self->workspace);
  if (events == EVENTS_VISIBLE)
    leadup_workspace_get_camera (self->workspace, &options->from, &options->to);
  options->title = get_text (self->title_row);
  options->subtitle = get_text (self->subtitle_row);
  options->source_line = get_text (self->source_row);
  options->byline = get_text (self->byline_row);
  options->alt = get_text (self->alt_row);
}

static LeadupExportJob *
make_job (LeadupExportDialog *self)
{
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  LeadupExportOptions options;

  collect_options (self, &options);

  return leadup_export_job_new (snapshot, &options);
}

static gpointer
preview_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  return leadup_export_job_preview (data, cancellable, error);
}

/* What an editor should know before the picture leaves. */
static void
show_notice (LeadupExportDialog        *self,
             const LeadupExportPreview *preview)
{
  const char *kept = _ ("Notes and embargoed events stay out.");
  g_autofree char *unsure = NULL;
  g_autofree char *text = NULL;

  if (preview->n_unsure > 0)
    unsure = g_strdup_printf (ngettext ("%u event in the picture is unverified or disputed.",
                                        "%u events in the picture are unverified or disputed.",
                                        preview->n_unsure),
                              preview->n_unsure);
  text = unsure != NULL ? g_strdup_printf ("%s %s", unsure, kept) : g_strdup (kept);
  gtk_label_set_label (self->notice, text);
}

static void
previewed_cb (gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);
  g_autoptr (LeadupExportPreview) preview = result;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_widget_set_sensitive (self->export_button, preview != NULL);
  if (preview == NULL)
    {
      gtk_picture_set_paintable (self->preview, NULL);
      gtk_label_set_label (self->notice, error->message);
      return;
    }

  texture =
      gdk_memory_texture_new (preview->raster.width, preview->raster.height, GDK_MEMORY_DEFAULT,
                              preview->raster.bytes, preview->raster.stride);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->preview, preview->alt);
  show_notice (self, preview);
}

static gboolean
preview_now_cb (gpointer user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);

  self->delay = 0;
  leadup_job_slot_start (self->previewing, preview_in_thread, make_job (self),
                         (GDestroyNotify) leadup_export_job_free,
                         (GDestroyNotify) leadup_export_preview_free, previewed_cb, self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (LeadupExportDialog *self)
{
  /* While the template is being filled there is nothing to show yet. */
  if (self->workspace == NULL)
    return;

  if (self->delay != 0)
    g_source_remove (self->delay);
  self->delay = g_timeout_add (PREVIEW_DELAY_MS, preview_now_cb, self);
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
  LeadupInfo *before = get_info (self);
  LeadupInfoFields fields = *leadup_info_get_fields (before);
  g_autoptr (LeadupInfo) after = NULL;

  if (g_strcmp0 (fields.chart_title, get_text (self->title_row)) == 0 &&
      g_strcmp0 (fields.chart_subtitle, get_text (self->subtitle_row)) == 0 &&
      g_strcmp0 (fields.chart_source_line, get_text (self->source_row)) == 0 &&
      g_strcmp0 (fields.chart_byline, get_text (self->byline_row)) == 0 &&
      g_strcmp0 (fields.chart_alt, get_text (self->alt_row)) == 0)
    return;

  fields.chart_title = get_text (self->title_row);
  fields.chart_subtitle = get_text (self->subtitle_row);
  fields.chart_source_line = get_text (self->source_row);
  fields.chart_byline = get_text (self->byline_row);
  fields.chart_alt = get_text (self->alt_row);
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
      GtkWidget *dialog = adw_message_dialog_new (
          GTK_WINDOW (self), _ ("The Picture Was Not Written"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }

  store_texts (self);
  g_signal_emit (self, signals[EXPORTED], 0, self->target);
  gtk_window_close (GTK_WINDOW (self));
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
      job = make_job (self);
      leadup_export_job_set_file (job, get_exporter (self), self->target);
      leadup_job_slot_start (self->writing, write_in_thread, job,
                             (GDestroyNotify) leadup_export_job_free, NULL, written_cb, self);
    }
  g_object_unref (chooser);
}

static void
export_clicked_cb (LeadupExportDialog *self)
{
  const LeadupExporter *exporter = get_exporter (self);
  const char *title = get_text (self->title_row);
  g_autofree char *slug = leadup_text_slug (
      title != NULL ? title : leadup_info_get_fields (get_info (self))->title, 60);
  g_autofree char *name =
      g_strdup_printf ("%s.%s", *slug != '\0' ? slug : "chart", exporter->extension);
  GtkFileChooserNative *chooser;

  chooser =
      gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
set_model (AdwComboRow *row,
           GPtrArray   *labels)
{
  g_autoptr (GtkStringList) model = NULL;

  g_ptr_array_add (labels, NULL);
  model = gtk_string_list_new ((const char *const *) labels->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static void
fill_choices (LeadupExportDialog *self)
{
  g_autoptr (GPtrArray) formats = g_ptr_array_new ();
  g_autoptr (GPtrArray) sizes = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();
  guint n_presets;
  const LeadupExportPreset *presets = leadup_export_presets_get_all (&n_presets);

  for (guint i = 0; leadup_exporters_get_all ()[i] != NULL; i++)
    g_ptr_array_add (formats, (char *) _ (leadup_exporters_get_all ()[i]->label));
  for (guint i = 0; i < n_presets; i++)
    g_ptr_array_add (sizes, (char *) leadup_export_preset_get_label (&presets[i]));
  for (guint i = 0; leadup_theme_get_ids ()[i] != NULL; i++)
    g_ptr_array_add (themes, (char *) leadup_theme_get_ids ()[i]);

  set_model (self->format_row, formats);
  set_model (self->size_row, sizes);
  set_model (self->theme_row, themes);
  adw_combo_row_set_selected (self->scale_row, 1);
  for (guint i = 0; i < n_presets; i++)
    if (g_str_equal (presets[i].id, "full"))
      adw_combo_row_set_selected (self->size_row, i);
}

static void
set_text (GtkEditable *row,
          const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
leadup_export_dialog_dispose (GObject *object)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (object);

  if (self->delay != 0)
    g_source_remove (self->delay);
  self->delay = 0;
  if (self->previewing != NULL)
    leadup_job_slot_cancel (self->previewing);
  if (self->writing != NULL)
    leadup_job_slot_cancel (self->writing);
  g_clear_object (&self->previewing);
  g_clear_object (&self->writing);
  g_clear_object (&self->workspace);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (leadup_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, picture_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, alt_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, export_button);
}

static void
leadup_export_dialog_class_init (LeadupExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_export_dialog_dispose;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_export_dialog_init (LeadupExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->previewing = leadup_job_slot_new ();
  self->writing = leadup_job_slot_new ();
  fill_choices (self);
}

/**
 * leadup_export_dialog_new:
 * @parent: the window that it belongs to
 * @workspace: (transfer none): the story, and what of it is shown
 * @picture: what to begin with
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupExportDialog *
leadup_export_dialog_new (GtkWindow       *parent,
                          LeadupWorkspace *workspace,
                          LeadupPicture    picture)
{
  LeadupExportDialog *self =
      g_object_new (LEADUP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  const LeadupInfoFields *info;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), self);

  adw_combo_row_set_selected (self->picture_row, picture == LEADUP_PICTURE_GRAPH ? 1 : 0);
  g_set_object (&self->workspace, workspace);
  info = leadup_info_get_fields (get_info (self));
  set_text (self->title_row, info->chart_title != NULL ? info->chart_title : info->title);
  set_text (self->subtitle_row, info->chart_subtitle);
  set_text (self->source_row, info->chart_source_line);
  set_text (self->byline_row, info->chart_byline);
  set_text (self->alt_row, info->chart_alt);
  changed_cb (self);

  return self;
}
