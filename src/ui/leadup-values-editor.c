/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-values-editor.h"

#include "base/leadup-text.h"
#include "ui/leadup-form.h"

#include <glib/gi18n.h>
#include <math.h>

/* Rows that are shown. */
#define MAX_ROWS 50

#define MAX_WORDS 200

struct _LeadupValuesEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  LeadupWorkspace *workspace;
  LeadupEvent *event;
  gboolean is_saving;
};

/* The three texts of one row. */
typedef enum
{
  PART_NAME,
  PART_AMOUNT,
  PART_QUALIFIER,
} Part;

G_DEFINE_FINAL_TYPE (LeadupValuesEditor, leadup_values_editor, GTK_TYPE_WIDGET)

static char *
format_amount (const LeadupValue *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  leadup_text_append_number (text, value->low);
  if (value->high > value->low)
    {
      g_string_append (text, "–");
      leadup_text_append_number (text, value->high);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* “100” or “80–100”; a hyphen will do. */
static gboolean
parse_amount (const char *text,
              double     *low,
              double     *high)
{
  g_auto (GStrv) ends = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) dashes = g_strsplit (text, "–", 2);

  plain = g_strjoinv ("-", dashes);
  ends = g_strsplit (plain, "-", 2);
  if (ends[0] == NULL)
    return FALSE;

  for (guint i = 0; ends[i] != NULL; i++)
    {
      double *end = i == 0 ? low : high;
      char *rest;

      g_strstrip (ends[i]);
      *end = g_ascii_strtod (ends[i], &rest);
      if (rest == ends[i] || *rest != '\0' || !isfinite (*end) || *end < 0)
        return FALSE;
    }
  if (ends[1] == NULL)
    *high = *low;

  return *low <= *high;
}

static GArray *
dup_values (LeadupEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (LeadupValue));

  if (fields->n_values > 0)
    g_array_append_vals (copy, fields->values, fields->n_values);

  return copy;
}

static void
push (LeadupValuesEditor *self,
      GArray             *values,
      const char         *label,
      const char         *key)
{
  LeadupEventFields fields = *leadup_event_get_fields (self->event);

  fields.values = (const LeadupValue *) (gpointer) values->data;
  fields.n_values = values->len;
  leadup_workspace_replace_event (self->workspace, label, self->event, &fields, key);
}

static const char *
get_text (GtkWidget *row,
          Part       part)
{
  static const char *const names[] = { "name", "amount", "qualifier" };
  GtkWidget *entry = g_object_get_data (G_OBJECT (row), names[part]);

  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
mark (GtkWidget *entry,
      gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

/* A row is saved as soon as it says what and how many. */
static void
changed_cb (GtkWidget *entry,
            gpointer   user_data)
{
  LeadupValuesEditor *self = LEADUP_VALUES_EDITOR (user_data);
  GtkWidget *row = gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (GArray) values = dup_values (self->event);
  g_autofree char *name = leadup_text_single_line (get_text (row, PART_NAME), MAX_WORDS);
  g_autofree char *qualifier = leadup_text_single_line (get_text (row, PART_QUALIFIER), MAX_WORDS);
  g_autofree char *key = NULL;
  LeadupValue value = { 0 };
  gboolean has_amount;

  if (index < values->len)
    value = g_array_index (values, LeadupValue, index);
  has_amount = parse_amount (get_text (row, PART_AMOUNT), &value.low, &value.high);
  mark (g_object_get_data (G_OBJECT (row), "amount"), !has_amount);
  mark (g_object_get_data (G_OBJECT (row), "name"), leadup_text_is_blank (name));
  if (!has_amount || leadup_text_is_blank (name))
    return;

  value.name = name;
  value.qualifier = *qualifier != '\0' ? qualifier : NULL;
  if (index < values->len)
    g_array_index (values, LeadupValue, index) = value;
  else
    g_array_append_val (values, value);
  key = g_strdup_printf ("event/%s/values/%u", leadup_record_get_id (LEADUP_RECORD (self->event)),
                         index);
  self->is_saving = TRUE;
  push (self, values, _ ("Change figure"), key);
  self->is_saving = FALSE;
}

static void
remove_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  LeadupValuesEditor *self = LEADUP_VALUES_EDITOR (user_data);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (GArray) values = dup_values (self->event);

  if (index >= values->len)
    {
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      gtk_widget_set_visible (self->list, values->len > 0);
      return;
    }

  g_array_remove_index (values, index);
  push (self, values, _ ("Remove figure"), NULL);
}

static void
add_entry (LeadupValuesEditor *self,
           GtkWidget          *row,
           const char         *name,
           const char         *text,
           const char         *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_widget_set_tooltip_text (entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (row), name, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), entry);
}

/* @value: (nullable): %NULL adds a row that is still to be filled in */
static GtkWidget *
add_row (LeadupValuesEditor *self,
         const LeadupValue  *value)
{
  g_autofree char *amount = value != NULL ? format_amount (value) : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove =
      leadup_form_icon_button_new ("list-remove-symbolic", _ ("Remove this figure"));

  gtk_widget_add_css_class (line, "leadup-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  /* Translators: what a figure of an event counts, as “killed”. */
  add_entry (self, row, "name", value != NULL ? value->name : NULL, _ ("What"));
  /* Translators: the number of a figure of an event, as “100” or “80–100”. */
  add_entry (self, row, "amount", amount, _ ("How many"));
  /* Translators: the words before a number, as “almost”. */
  add_entry (self, row, "qualifier", value != NULL ? value->qualifier : NULL, _ ("Words"));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static void
add_clicked_cb (LeadupValuesEditor *self)
{
  if (self->event == NULL)
    return;

  gtk_widget_set_visible (self->list, TRUE);
  gtk_widget_child_focus (add_row (self, NULL), GTK_DIR_TAB_FORWARD);
}

static void
leadup_values_editor_dispose (GObject *object)
{
  LeadupValuesEditor *self = LEADUP_VALUES_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (leadup_values_editor_parent_class)->dispose (object);
}

static void
leadup_values_editor_class_init (LeadupValuesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_values_editor_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_values_editor_init (LeadupValuesEditor *self)
{
  GtkWidget *heading;
  GtkWidget *add = leadup_form_icon_button_new ("list-add-symbolic", _ ("Add a figure"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = leadup_form_add_list (self->box, _ ("Figures"), &heading);
  gtk_box_append (GTK_BOX (heading), add);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_values_editor_new (void)
{
  return g_object_new (LEADUP_TYPE_VALUES_EDITOR, NULL);
}

static gboolean
values_equal (LeadupEvent *a,
              LeadupEvent *b)
{
  const LeadupEventFields *first = leadup_event_get_fields (a);
  const LeadupEventFields *second = leadup_event_get_fields (b);

  if (!g_str_equal (first->id, second->id) || first->n_values != second->n_values)
    return FALSE;

  for (guint i = 0; i < first->n_values; i++)
    {
      const LeadupValue *one = &first->values[i];
      const LeadupValue *other = &second->values[i];

      if (!g_str_equal (one->name, other->name) ||
          g_strcmp0 (one->qualifier, other->qualifier) != 0 || one->low != other->low ||
          one->high != other->high)
        return FALSE;
    }

  return TRUE;
}

void
leadup_values_editor_show (LeadupValuesEditor *self,
                           LeadupWorkspace    *workspace,
                           LeadupEvent        *event)
{
  gboolean is_same;
  guint n;

  g_return_if_fail (LEADUP_IS_VALUES_EDITOR (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  /* What is being typed stays as it is typed. */
  is_same = self->event != NULL && (self->is_saving || values_equal (self->event, event));
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->event, event);
  if (is_same)
    return;

  leadup_form_clear (self->list);
  n = leadup_event_get_fields (event)->n_values;
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    add_row (self, &leadup_event_get_fields (event)->values[i]);
  gtk_widget_set_visible (self->list, n > 0);
}
