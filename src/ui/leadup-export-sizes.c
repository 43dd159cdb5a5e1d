/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-dialog-private.h"

#include <glib/gi18n.h>

static void
add_size (LeadupExportDialog       *self,
          GPtrArray                *labels,
          const LeadupExportPreset *preset,
          const char               *label)
{
  g_ptr_array_add (self->presets, (gpointer) preset);
  g_ptr_array_add (labels, (char *) label);
}

static void
load_own_presets (LeadupExportDialog *self)
{
  g_autofree char *path = leadup_own_presets_dup_path ();
  g_autoptr (GError) error = NULL;

  if (self->own_presets != NULL)
    return;

  self->own_presets = leadup_own_presets_load (path, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own_size_row), self->own_presets != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row),
                               error != NULL ? error->message : "");
}

/* Sizes of the program, behind them those of the house style, and what was kept last. */
void
leadup_export_dialog_fill_sizes (LeadupExportDialog *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n_presets;
  const LeadupExportPreset *presets = leadup_export_presets_get_all (&n_presets);

  g_ptr_array_set_size (self->presets, 0);
  for (guint i = 0; i < n_presets; i++)
    add_size (self, labels, &presets[i], leadup_export_preset_get_label (&presets[i]));
  presets = self->style != NULL ? leadup_house_style_get_presets (self->style, &n_presets) : NULL;
  for (guint i = 0; presets != NULL && i < n_presets; i++)
    add_size (self, labels, &presets[i], presets[i].label);
  load_own_presets (self);
  for (guint i = 0; self->own_presets != NULL && i < leadup_own_presets_get_n (self->own_presets);
       i++)
    {
      const LeadupExportPreset *own = leadup_own_presets_get (self->own_presets, i);

      add_size (self, labels, own, own->label);
    }
  leadup_export_dialog_set_labels (self->size_row, labels);
}

/* Returns: (nullable): the size in the list */
static const LeadupExportPreset *
get_selected (LeadupExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->size_row);

  return selected < self->presets->len ? g_ptr_array_index (self->presets, selected) : NULL;
}

/* Returns: (transfer full) (nullable): the id of the size in the list */
char *
leadup_export_dialog_dup_size (LeadupExportDialog *self)
{
  const LeadupExportPreset *preset = get_selected (self);

  return preset != NULL ? g_strdup (preset->id) : NULL;
}

/* Only what is one's own can be forgotten. */
static void
update_forget (LeadupExportDialog *self)
{
  const LeadupExportPreset *preset = get_selected (self);

  gtk_widget_set_visible (self->size_forget,
                          preset != NULL && self->own_presets != NULL &&
                              leadup_own_presets_find (self->own_presets, preset->id) == preset);
}

/* Chooses a size of the list by its id, which may be %NULL; the first one where it is not there. */
void
leadup_export_dialog_select_size (LeadupExportDialog *self,
                                  const char         *id)
{
  guint chosen = 0;

  for (guint i = 0; id != NULL && i < self->presets->len; i++)
    if (g_str_equal (((const LeadupExportPreset *) self->presets->pdata[i])->id, id))
      chosen = i;
  adw_combo_row_set_selected (self->size_row, chosen);
  update_forget (self);
}

/* A size is where one begins: each of its numbers can be changed afterwards. */
void
leadup_export_dialog_size_changed_cb (LeadupExportDialog *self)
{
  const LeadupExportPreset *preset = get_selected (self);
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  if (self->is_filling || preset == NULL)
    return;

  leadup_export_options_set_preset (&options, preset);
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->width_spin, options.width);
  gtk_spin_button_set_value (self->height_spin, options.height);
  adw_combo_row_set_selected (self->scale_row, (guint) options.scale - 1);
  gtk_spin_button_set_value (self->zoom_spin, options.zoom);
  adw_combo_row_set_selected (self->paper_row, options.paper);
  gtk_switch_set_active (self->texts_switch, !options.is_plain);
  update_forget (self);
  self->is_filling = FALSE;
  leadup_export_dialog_changed_cb (self);
}

/* Fills the list anew and chooses the one with the id; %NULL = the first one. */
static void
show_sizes (LeadupExportDialog *self,
            const char         *id)
{
  self->is_filling = TRUE;
  leadup_export_dialog_fill_sizes (self);
  leadup_export_dialog_select_size (self, id);
  self->is_filling = FALSE;
  leadup_export_dialog_size_changed_cb (self);
}

/* Keeps the numbers as they are now under the name that was typed. */
void
leadup_export_dialog_keep_size_cb (LeadupExportDialog *self)
{
  guint paper = adw_combo_row_get_selected (self->paper_row);
  LeadupExportPreset preset = {
    .width = gtk_spin_button_get_value (self->width_spin),
    .height = gtk_spin_button_get_value (self->height_spin),
    .scale = adw_combo_row_get_selected (self->scale_row) + 1,
    .zoom = gtk_spin_button_get_value (self->zoom_spin),
    .is_plain = !gtk_switch_get_active (self->texts_switch),
    .paper = paper != LEADUP_PAPER_NONE ? leadup_paper_to_string ((LeadupPaper) paper) : NULL,
  };
  const LeadupExportPreset *kept;
  g_autoptr (GError) error = NULL;

  if (self->own_presets == NULL)
    return;

  kept = leadup_own_presets_keep (self->own_presets, gtk_editable_get_text (self->own_size_row),
                                  &preset, &error);
  if (kept == NULL)
    {
      leadup_export_dialog_report (self, _ ("The Size Was Not Kept"), error->message);
      return;
    }

  gtk_editable_set_text (self->own_size_row, "");
  show_sizes (self, kept->id);
}

/* The list goes back to its first size. */
void
leadup_export_dialog_forget_size_cb (LeadupExportDialog *self)
{
  const LeadupExportPreset *preset = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (self->own_presets == NULL || preset == NULL)
    return;

  if (leadup_own_presets_forget (self->own_presets, preset->id, &error))
    show_sizes (self, NULL);
  else
    leadup_export_dialog_report (self, _ ("The Size Was Not Forgotten"), error->message);
}
