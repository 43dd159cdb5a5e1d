/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-dialog.h"

#include "base/leadup-job-slot.h"
#include "export/leadup-export-preset.h"
#include "render/leadup-theme.h"
#include "ui/leadup-export-dialog-private.h"
#include "ui/leadup-linked.h"
#include "ui/leadup-view-state.h"

#include <glib/gi18n.h>

/* How long typing rests before the preview follows. */
#define PREVIEW_DELAY_MS 250

/* In the order of the list. */
static const LeadupUnit periods[] = { 0, LEADUP_UNIT_DAY, LEADUP_UNIT_WEEK, LEADUP_UNIT_MONTH,
                                      LEADUP_UNIT_QUARTER, LEADUP_UNIT_YEAR };

/* From this width on the preview is beside the options. */
#define WIDE 900

#define MAX_STEPS_LISTED 100

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupExportDialog, leadup_export_dialog, ADW_TYPE_WINDOW)

LeadupInfo *
leadup_export_dialog_get_info (LeadupExportDialog *self)
{
  return leadup_story_get_info (leadup_workspace_get_story (self->workspace));
}

const LeadupExporter *
leadup_export_dialog_get_exporter (LeadupExportDialog *self)
{
  return leadup_exporters_get_all ()[adw_combo_row_get_selected (self->format_row)];
}

/* What was typed, or NULL where the draft shall stand. */
const char *
leadup_export_dialog_get_text (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text != '\0' ? text : NULL;
}

const LeadupExportChoice *
leadup_export_dialog_get_choice (LeadupExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->events_row);

  return &g_array_index (self->choices, LeadupExportChoice, MIN (selected, self->choices->len - 1));
}

/* What is made of ties has the range of the graph, the others that of the timeline. */
static gboolean
has_graph_range (LeadupPicture picture)
{
  return picture == LEADUP_PICTURE_GRAPH || picture == LEADUP_PICTURE_PERIODS ||
         picture == LEADUP_PICTURE_TIDES;
}

static void
collect_events (LeadupExportDialog  *self,
                LeadupSnapshot      *snapshot,
                LeadupExportOptions *options)
{
  const LeadupExportChoice *choice = leadup_export_dialog_get_choice (self);

  leadup_view_state_get_look (self->workspace, &options->graph);
  /* The whole story has no range, and nothing that it could be compared with. */
  if (choice->events != LEADUP_EXPORT_VISIBLE)
    options->graph.range = options->graph.before =
        (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
  else if (has_graph_range (options->picture))
    {
      options->from = options->graph.range.from;
      options->to = options->graph.range.to;
    }
  if (choice->events == LEADUP_EXPORT_FILTERED)
    options->filter = leadup_workspace_get_filter (self->workspace);
  else if (choice->events == LEADUP_EXPORT_VISIBLE && !has_graph_range (options->picture))
    leadup_workspace_get_camera (self->workspace, &options->from, &options->to);
  else if (choice->events == LEADUP_EXPORT_STEP)
    leadup_export_options_set_step (options, snapshot, choice->step);
  else if (choice->events == LEADUP_EXPORT_STEPS &&
           leadup_export_dialog_get_exporter (self)->has_pages)
    options->has_steps = TRUE;
}

/* The options borrow the rows’ texts; the job copies them. */
void
leadup_export_dialog_collect (LeadupExportDialog  *self,
                              LeadupSnapshot      *snapshot,
                              LeadupExportOptions *options)
{
  *options = (LeadupExportOptions) LEADUP_EXPORT_OPTIONS_INIT;
  options->width = gtk_spin_button_get_value (self->width_spin);
  options->height = gtk_spin_button_get_value (self->height_spin);
  options->scale = adw_combo_row_get_selected (self->scale_row) + 1;
  options->zoom = gtk_spin_button_get_value (self->zoom_spin);
  options->picture = (LeadupPicture) adw_combo_row_get_selected (self->picture_row);
  if (options->picture == LEADUP_PICTURE_PERIODS)
    options->period = periods[adw_combo_row_get_selected (self->period_row)];
  g_clear_pointer (&self->pairs, g_strfreev);
  if (options->picture == LEADUP_PICTURE_TIDES)
    self->pairs = leadup_linked_list_pairs (self->workspace);
  options->pairs = (const char *const *) self->pairs;
  options->lanes_by = leadup_workspace_get_lanes_by (self->workspace);
  options->lanes = leadup_workspace_get_lanes_view (self->workspace);
  options->theme = leadup_theme_get_ids ()[adw_combo_row_get_selected (self->theme_row)];
  options->style = self->style;
  options->paper = (LeadupPaper) adw_combo_row_get_selected (self->paper_row);
  options->is_tiled = gtk_switch_get_active (self->tile_switch);
  options->is_plain = !gtk_switch_get_active (self->texts_switch);
  options->for_insiders = gtk_switch_get_active (self->insiders_switch);
  options->is_cleared = self->is_cleared;
  options->title = leadup_export_dialog_get_text (self->title_row);
  options->subtitle = leadup_export_dialog_get_text (self->subtitle_row);
  options->source_line = leadup_export_dialog_get_text (self->source_row);
  options->byline = leadup_export_dialog_get_text (self->byline_row);
  options->alt = leadup_export_dialog_get_text (self->alt_row);
  collect_events (self, snapshot, options);
}

/* Returns: (transfer full): the story, or what of it is selected */
LeadupSnapshot *
leadup_export_dialog_take_snapshot (LeadupExportDialog *self)
{
  g_autoptr (LeadupSnapshot) all =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  LeadupSnapshot *selected;

  if (leadup_export_dialog_get_choice (self)->events != LEADUP_EXPORT_SELECTED)
    return g_steal_pointer (&all);

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      records[kind] = g_ptr_array_new ();
      for (guint i = 0; i < leadup_snapshot_get_n (all, (LeadupRecordKind) kind); i++)
        {
          gpointer record = leadup_snapshot_get (all, (LeadupRecordKind) kind, i);

          if (kind != LEADUP_RECORD_EVENT ||
              leadup_workspace_is_selected (self->workspace, LEADUP_RECORD_EVENT,
                                            leadup_record_get_id (record)))
            g_ptr_array_add (records[kind], record);
        }
    }
  selected = leadup_snapshot_new (records);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (records[kind]);

  return selected;
}

LeadupExportJob *
leadup_export_dialog_make_job (LeadupExportDialog *self)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_export_dialog_take_snapshot (self);
  LeadupExportOptions options;
  LeadupExportJob *job;

  leadup_export_dialog_collect (self, snapshot, &options);
  job = leadup_export_job_new (snapshot, &options);
  leadup_export_job_set_exporter (job, leadup_export_dialog_get_exporter (self));

  return job;
}

static gpointer
preview_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  return leadup_export_job_preview (data, cancellable, error);
}

static void
append_doubt (GString    *text,
              guint       n,
              const char *what)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "%u %s", n, what);
}

/* “2 unverified, 1 disputed”; “” where nothing is in doubt */
char *
leadup_export_dialog_describe_doubts (const LeadupDoubts *doubts)
{
  GString *text = g_string_new (NULL);

  append_doubt (text, doubts->n_unverified, _ ("unverified"));
  append_doubt (text, doubts->n_disputed, _ ("disputed"));
  append_doubt (text, doubts->n_embargoed, _ ("embargoed"));

  return g_string_free (text, FALSE);
}

/* What an editor should know before the picture leaves. */
static void
show_notice (LeadupExportDialog        *self,
             const LeadupExportPreview *preview)
{
  g_autofree char *doubts = leadup_export_dialog_describe_doubts (&preview->doubts);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u event", "%u events", preview->doubts.n_events),
                          preview->doubts.n_events);
  if (*doubts != '\0')
    g_string_append_printf (text, " · %s", doubts);
  if (leadup_export_dialog_get_exporter (self)->has_pages)
    g_string_append_printf (text, ngettext (" · %u page", " · %u pages", preview->n_pages),
                            preview->n_pages);
  g_string_append_printf (text, "\n%s",
                          gtk_switch_get_active (self->insiders_switch)
                              ? _ ("With embargoed events. Not for outsiders.")
                              : _ ("Notes, embargoed and rejected events, names of reviewers, "
                                   "whole articles and paths of files stay out."));
  gtk_label_set_label (self->notice, text->str);
}

/* A draft shows where nothing was typed. */
static void
show_drafts (LeadupExportDialog        *self,
             const LeadupExportPreview *preview)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->alt_row), preview->alt);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source_row), preview->source_line);
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
  gtk_widget_set_sensitive (self->copy_button, preview != NULL);
  gtk_widget_set_sensitive (self->print_button, preview != NULL);
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
  self->doubts = preview->doubts;
  show_notice (self, preview);
  show_drafts (self, preview);
}

static gboolean
preview_now_cb (gpointer user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);

  self->delay = 0;
  leadup_job_slot_start (self->previewing, preview_in_thread, leadup_export_dialog_make_job (self),
                         (GDestroyNotify) leadup_export_job_free,
                         (GDestroyNotify) leadup_export_preview_free, previewed_cb, self);

  return G_SOURCE_REMOVE;
}

/* What the format does not know cannot be chosen. */
static void
update_rows (LeadupExportDialog *self)
{
  const LeadupExporter *exporter = leadup_export_dialog_get_exporter (self);
  gboolean has_paper =
      exporter->has_pages && adw_combo_row_get_selected (self->paper_row) != LEADUP_PAPER_NONE;
  gboolean has_size =
      exporter->is_picture && (!has_paper || gtk_switch_get_active (self->tile_switch));

  gtk_widget_set_visible (GTK_WIDGET (self->period_row),
                          adw_combo_row_get_selected (self->picture_row) == LEADUP_PICTURE_PERIODS);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale_row), g_str_equal (exporter->id, "png"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_row), exporter->has_pages);
  gtk_widget_set_sensitive (self->tile_row, has_paper);
  gtk_widget_set_sensitive (GTK_WIDGET (self->size_row), exporter->is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->width_spin), has_size);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height_spin), has_size);
  gtk_widget_set_sensitive (GTK_WIDGET (self->zoom_spin), has_size);
  gtk_widget_set_sensitive (GTK_WIDGET (self->theme_row), self->style == NULL);
}

void
leadup_export_dialog_preview (LeadupExportDialog *self)
{
  if (self->delay != 0)
    g_source_remove (self->delay);
  self->delay = g_timeout_add (PREVIEW_DELAY_MS, preview_now_cb, self);
}

void
leadup_export_dialog_changed_cb (LeadupExportDialog *self)
{
  /* While the template is being filled there is nothing to show yet. */
  if (self->workspace == NULL || self->is_filling)
    return;

  self->is_cleared = FALSE;
  update_rows (self);
  leadup_export_dialog_preview (self);
}

void
leadup_export_dialog_set_labels (AdwComboRow *row,
                                 GPtrArray   *labels)
{
  g_autoptr (GtkStringList) model = NULL;

  g_ptr_array_add (labels, NULL);
  model = gtk_string_list_new ((const char *const *) labels->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static const char *
get_theme_label (const char *id)
{
  static const struct
  {
    const char *id;
    const char *label;
  } labels[] = {
    { "light", N_ ("Light") },
    { "dark", N_ ("Dark") },
    { "print", N_ ("For print") },
    { "high-contrast", N_ ("High contrast") },
    { "high-contrast-dark", N_ ("High contrast, dark") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].id, id))
      return _ (labels[i].label);

  return id;
}

static void
fill_choices (LeadupExportDialog *self)
{
  g_autoptr (GPtrArray) formats = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();

  for (guint i = 0; leadup_exporters_get_all ()[i] != NULL; i++)
    g_ptr_array_add (formats, (char *) _ (leadup_exporters_get_all ()[i]->label));
  for (guint i = 0; leadup_theme_get_ids ()[i] != NULL; i++)
    g_ptr_array_add (themes, (char *) get_theme_label (leadup_theme_get_ids ()[i]));

  self->is_filling = TRUE;
  leadup_export_dialog_set_labels (self->format_row, formats);
  leadup_export_dialog_set_labels (self->theme_row, themes);
  leadup_export_dialog_fill_sizes (self);
  self->is_filling = FALSE;
  leadup_export_dialog_size_changed_cb (self);
}

static void
add_choice (LeadupExportDialog *self,
            GPtrArray          *labels,
            LeadupExportEvents  events,
            guint               step,
            char               *label)
{
  LeadupExportChoice choice = { events, step };

  g_array_append_val (self->choices, choice);
  g_ptr_array_add (labels, label);
}

static gboolean
has_selected_events (LeadupExportDialog *self)
{
  for (guint i = 0; i < leadup_workspace_get_n_selected (self->workspace); i++)
    if (leadup_workspace_get_selected (self->workspace, i)->kind == LEADUP_RECORD_EVENT)
      return TRUE;

  return FALSE;
}

/* What there is to choose from depends on the story and on what was done with it. */
static void
fill_events (LeadupExportDialog *self)
{
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint n_steps = leadup_export_options_count_steps (snapshot);

  add_choice (self, labels, LEADUP_EXPORT_ALL, 0, g_strdup (_ ("The whole story")));
  add_choice (self, labels, LEADUP_EXPORT_FILTERED, 0, g_strdup (_ ("What the filter shows")));
  add_choice (self, labels, LEADUP_EXPORT_VISIBLE, 0, g_strdup (_ ("The visible range")));
  if (has_selected_events (self))
    add_choice (self, labels, LEADUP_EXPORT_SELECTED, 0, g_strdup (_ ("The selected events")));
  if (n_steps > 0)
    add_choice (self, labels, LEADUP_EXPORT_STEPS, 0,
                g_strdup (_ ("All steps, a page each (PDF)")));
  for (guint i = 1; i <= MIN (n_steps, MAX_STEPS_LISTED); i++)
    {
      LeadupExportOptions step = LEADUP_EXPORT_OPTIONS_INIT;

      leadup_export_options_set_step (&step, snapshot, i);
      add_choice (self, labels, LEADUP_EXPORT_STEP, i,
                  step.subtitle != NULL ? g_strdup_printf (_ ("Step %u: %s"), i, step.subtitle)
                                        : g_strdup_printf (_ ("Step %u"), i));
    }
  leadup_export_dialog_set_labels (self->events_row, labels);
}

void
leadup_export_dialog_use_style (LeadupExportDialog *self,
                                LeadupHouseStyle   *style)
{
  g_autofree char *size = leadup_export_dialog_dup_size (self);

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->presets, 0);
  g_clear_pointer (&self->style, leadup_house_style_unref);
  self->style = style;
  leadup_export_dialog_fill_sizes (self);
  leadup_export_dialog_select_size (self, size);
  adw_action_row_set_subtitle (self->style_row,
                               style != NULL ? leadup_house_style_get_name (style) : _ ("None"));
  gtk_widget_set_visible (self->style_clear, style != NULL);
  self->is_filling = FALSE;
  leadup_export_dialog_changed_cb (self);
}

/* Side by side where there is room. */
static gboolean
turn_cb (gpointer user_data)
{
  LeadupExportDialog *self = LEADUP_EXPORT_DIALOG (user_data);
  int width, height; /* GTK 4.8 wants both */

  self->turning = 0;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), width >= WIDE
                                                                      ? GTK_ORIENTATION_HORIZONTAL
                                                                      : GTK_ORIENTATION_VERTICAL);

  return G_SOURCE_REMOVE;
}

/* The window says so while it gives its children their places, which is no time to change them. */
static void
width_changed_cb (LeadupExportDialog *self)
{
  if (self->turning == 0)
    self->turning = g_idle_add (turn_cb, self);
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
  if (self->turning != 0)
    g_source_remove (self->turning);
  self->turning = 0;
  if (self->previewing != NULL)
    leadup_job_slot_cancel (self->previewing);
  if (self->writing != NULL)
    leadup_job_slot_cancel (self->writing);
  if (self->copying != NULL)
    leadup_job_slot_cancel (self->copying);
  if (self->loading != NULL)
    leadup_job_slot_cancel (self->loading);
  g_clear_object (&self->previewing);
  g_clear_object (&self->writing);
  g_clear_object (&self->copying);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  g_clear_pointer (&self->own_presets, leadup_own_presets_free);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->style, leadup_house_style_unref);
  g_clear_pointer (&self->pairs, g_strfreev);
  g_clear_object (&self->workspace);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (leadup_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, picture_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, size_forget);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, own_size_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, zoom_spin);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, style_clear);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, tile_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, tile_switch);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, texts_switch);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, insiders_switch);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, alt_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupExportDialog, print_button);
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
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_keep_size_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_forget_size_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_style_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leadup_export_dialog_style_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, leadup_export_dialog_copy_cb);
  gtk_widget_class_install_action (widget_class, "export.print", NULL,
                                   leadup_export_dialog_print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "export.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_export_dialog_init (LeadupExportDialog *self)
{
  self->presets = g_ptr_array_new ();
  self->choices = g_array_new (FALSE, TRUE, sizeof (LeadupExportChoice));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  /* Enter goes on; the first button of the bar would give it up. */
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  self->previewing = leadup_job_slot_new ();
  self->writing = leadup_job_slot_new ();
  self->copying = leadup_job_slot_new ();
  self->loading = leadup_job_slot_new ();
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

  adw_combo_row_set_selected (self->picture_row, picture);
  g_set_object (&self->workspace, workspace);
  fill_events (self);
  info = leadup_info_get_fields (leadup_export_dialog_get_info (self));
  set_text (self->title_row, info->chart_title != NULL ? info->chart_title : info->title);
  set_text (self->subtitle_row, info->chart_subtitle);
  set_text (self->source_row, info->chart_source_line);
  set_text (self->byline_row, info->chart_byline);
  set_text (self->alt_row, info->chart_alt);
  leadup_export_dialog_changed_cb (self);
  leadup_export_dialog_load_style (self);

  return self;
}

/* Tells the window that the file is written, and closes. */
void
leadup_export_dialog_exported (LeadupExportDialog *self)
{
  g_signal_emit (self, signals[EXPORTED], 0, self->target);
  gtk_window_close (GTK_WINDOW (self));
}
