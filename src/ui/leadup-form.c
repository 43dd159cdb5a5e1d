/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-form.h"

#include "base/leadup-text.h"
#include "ui/leadup-text-row.h"

/* Longest foreign text of a row, in characters. */
#define MAX_ROW_TEXT 300

static void
set_accessible_label (GtkWidget  *widget,
                      const char *label)
{
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
leadup_form_add_group (GtkWidget  *box,
                       const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);

  return group;
}

GtkWidget *
leadup_form_add_entry (GtkWidget  *group,
                       const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  set_accessible_label (row, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

GtkWidget *
leadup_form_add_combo (GtkWidget  *group,
                       const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  set_accessible_label (row, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

GtkWidget *
leadup_form_add_text (GtkWidget  *box,
                      const char *title)
{
  GtkWidget *row = leadup_text_row_new (title);

  gtk_box_append (GTK_BOX (box), row);

  return row;
}

GtkWidget *
leadup_form_add_link (GtkWidget  *list,
                      const char *title,
                      const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = leadup_text_single_line (title, MAX_ROW_TEXT);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (subtitle != NULL)
    {
      g_autofree char *below = leadup_text_single_line (subtitle, MAX_ROW_TEXT);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, line);
  set_accessible_label (row, line);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

/**
 * leadup_form_add_list:
 * @box: a vertical box
 * @title: its heading
 * @heading: (out) (optional) (transfer none): the line of the heading, for a button at its end
 *
 * Returns: (transfer none): a list box that looks like a group of rows
 */
GtkWidget *
leadup_form_add_list (GtkWidget  *box,
                      const char *title,
                      GtkWidget **heading)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (line), label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  set_accessible_label (list, title);
  gtk_box_append (GTK_BOX (section), line);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (GTK_BOX (box), section);
  if (heading != NULL)
    *heading = line;

  return list;
}

GtkWidget *
leadup_form_icon_button_new (const char *icon,
                             const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  set_accessible_label (button, label);

  return button;
}

void
leadup_form_clear (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

void
leadup_form_set_names (AdwComboRow         *row,
                       const char * const  *names,
                       guint                selected)
{
  GListModel *model = adw_combo_row_get_model (row);
  guint n = g_strv_length ((char **) names);
  gboolean is_same = GTK_IS_STRING_LIST (model) && g_list_model_get_n_items (model) == n;

  for (guint i = 0; is_same && i < n; i++)
    is_same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]);
  if (!is_same)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (names);

      adw_combo_row_set_model (row, G_LIST_MODEL (list));
    }
  if (adw_combo_row_get_selected (row) != selected)
    adw_combo_row_set_selected (row, selected);
}

void
leadup_form_append_line (GtkWidget *list,
                         GtkWidget *line)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

void
leadup_form_set_text (GtkWidget  *entry,
                      const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

GtkWidget *
leadup_form_note_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}
