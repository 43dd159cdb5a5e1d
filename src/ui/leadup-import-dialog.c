/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-import-dialog.h"

#include "base/leadup-discard.h"
#include "base/leadup-text.h"
#include "ui/leadup-import-columns.h"
#include "ui/leadup-import-row.h"
#include "ui/leadup-tick-fill.h"

#include <glib/gi18n.h>

/* Rows that the list shows; the counts above it are of all. */
#define MAX_ROWS LEADUP_IMPORT_PLAN_FIRST

/* As many as are seen at first. */
#define FIRST_ROWS 10

struct _LeadupImportDialog
{
  AdwWindow parent_instance;

  LeadupImportPlan *plan;
  guint n_listed; /* rows that are in the list */
  GtkListBox *rows;
  AdwWindowTitle *heading;
  GtkLabel *summary;
  GtkButton *import_button;
  GtkToggleButton *columns_button;
  GtkStack *stack;
  AdwBin *columns_page;

  LeadupImportColumns *columns; /* (nullable): of a table */
  LeadupImportMapping *mapping; /* (nullable): what the user says of its columns */
};

enum
{
  ACCEPTED,
  REMAPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupImportDialog, leadup_import_dialog, ADW_TYPE_WINDOW)

static const char *const verdicts[] = {
  [LEADUP_IMPORT_NEW] = N_ ("new"),
  [LEADUP_IMPORT_CHANGED] = N_ ("changed"),
  [LEADUP_IMPORT_UNCHANGED] = N_ ("unchanged"),
  [LEADUP_IMPORT_UNDATED] = N_ ("without a date"),
  [LEADUP_IMPORT_REJECTED] = N_ ("rejected"),
  [LEADUP_IMPORT_VANISHED] = N_ ("no longer there"),
};

static char *
describe_counts (LeadupImportPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LEADUP_N_IMPORT_VERDICTS; i++)
    {
      guint n = leadup_import_plan_count (plan, (LeadupImportVerdict) i);

      if (n == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: how many rows, and what becomes of them: “12 new”. */
      g_string_append_printf (text, _ ("%u %s"), n, _ (verdicts[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_button (LeadupImportDialog *self)
{
  gboolean is_mapping;

  if (self->plan == NULL)
    return;

  is_mapping = gtk_toggle_button_get_active (self->columns_button);
  gtk_button_set_label (self->import_button, is_mapping ? _ ("_Read Again") : _ ("_Import"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            is_mapping || leadup_import_plan_count_chosen (self->plan) > 0);
}

/* The row that is listed at @position; what needs a look comes first. */
static gboolean
find_row (LeadupImportDialog *self,
          guint               position,
          guint              *index)
{
  static const LeadupImportVerdict order[] = {
    LEADUP_IMPORT_REJECTED, LEADUP_IMPORT_UNDATED, LEADUP_IMPORT_CHANGED,
    LEADUP_IMPORT_VANISHED, LEADUP_IMPORT_NEW,     LEADUP_IMPORT_UNCHANGED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order) && self->n_listed < MAX_ROWS; i++)
    {
      guint n;
      const guint *first = leadup_import_plan_get_first (self->plan, order[i], &n);

      if (position < n)
        {
          *index = first[position];
          return TRUE;
        }
      position -= n;
    }

  return FALSE;
}

static gboolean
add_row (GtkWidget *widget)
{
  LeadupImportDialog *self = LEADUP_IMPORT_DIALOG (widget);
  const LeadupImportRow *row;
  GtkWidget *listed;
  guint index = 0;

  if (!find_row (self, self->n_listed, &index))
    return FALSE;

  self->n_listed++;
  row = leadup_import_plan_get_row (self->plan, index);
  listed = leadup_import_row_new (self->plan, index, _ (verdicts[row->verdict]));
  g_signal_connect_object (listed, "notify::sensitive", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, listed);

  return TRUE;
}

static void
update_summary (LeadupImportDialog *self)
{
  const char *const *warnings = leadup_import_plan_get_warnings (self->plan);
  g_autofree char *counts = describe_counts (self->plan);
  g_autoptr (GString) text =
      g_string_new (*counts != '\0' ? counts : _ ("Nothing was found in it."));
  guint n_conflicts = leadup_import_plan_count_conflicts (self->plan);

  for (guint i = 0; warnings != NULL && warnings[i] != NULL && i < 5; i++)
    g_string_append_printf (text, "\n%s", warnings[i]);
  if (leadup_import_plan_get_n_rows (self->plan) > MAX_ROWS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("The first %d rows are listed."), MAX_ROWS);
    }

  if (n_conflicts > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          ngettext ("In %u row you changed what the input changes too: yours stays, unless you "
                    "choose otherwise.",
                    "In %u rows you changed what the input changes too: yours stays, unless you "
                    "choose otherwise.",
                    n_conflicts),
          n_conflicts);
    }

  gtk_label_set_label (self->summary, text->str);
  update_button (self);
}

/* What is being imported, and what kind of table it is taken for. */
static void
show_name (LeadupImportDialog       *self,
           const char               *name,
           const LeadupImportSample *sample)
{
  const char *kind =
      sample != NULL && sample->is_known && !sample->is_given ? sample->mapping->label : NULL;
  g_autofree char *text = kind != NULL ? g_strdup_printf ("%s · %s", kind, name) : g_strdup (name);

  adw_window_title_set_subtitle (self->heading, text);
}

static void
import_clicked_cb (LeadupImportDialog *self)
{
  if (gtk_toggle_button_get_active (self->columns_button))
    {
      self->mapping = leadup_import_columns_dup_mapping (self->columns);
      g_signal_emit (self, signals[REMAPPED], 0);
    }
  else
    g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
columns_toggled_cb (LeadupImportDialog *self)
{
  gboolean is_mapping = gtk_toggle_button_get_active (self->columns_button);

  gtk_stack_set_visible_child_name (self->stack, is_mapping ? "columns" : "plan");
  update_button (self);
}

static void
leadup_import_dialog_dispose (GObject *object)
{
  LeadupImportDialog *self = LEADUP_IMPORT_DIALOG (object);

  g_clear_pointer (&self->mapping, leadup_import_mapping_unref);

  G_OBJECT_CLASS (leadup_import_dialog_parent_class)->dispose (object);

  /* Its rows, which are gone now, had the plan too. */
  leadup_discard_in_thread (g_steal_pointer (&self->plan), g_object_unref);
}

static void
leadup_import_dialog_class_init (LeadupImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_import_dialog_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[REMAPPED] = g_signal_new ("remapped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, columns_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, columns_page);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_import_dialog_init (LeadupImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * leadup_import_dialog_new:
 * @parent: the window that it belongs to
 * @plan: (transfer none): what to show
 * @name: of the input
 * @sample: (transfer full) (nullable): of a table, what its columns are
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupImportDialog *
leadup_import_dialog_new (GtkWindow          *parent,
                          LeadupImportPlan   *plan,
                          const char         *name,
                          LeadupImportSample *sample)
{
  LeadupImportDialog *self;

  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (plan), NULL);

  self = g_object_new (LEADUP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->plan = g_object_ref (plan);
  show_name (self, name, sample);
  leadup_tick_fill (GTK_WIDGET (self), FIRST_ROWS, add_row);
  update_summary (self);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), sample != NULL);
  if (sample != NULL)
    {
      self->columns = leadup_import_columns_new (sample);
      adw_bin_set_child (self->columns_page, GTK_WIDGET (self->columns));
      /* What cannot be told from the table is asked first. */
      gtk_toggle_button_set_active (self->columns_button,
                                    !leadup_import_columns_is_clear (self->columns));
    }
  /* Return imports; it must not give up what has just been read. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->import_button));

  return self;
}

LeadupImportPlan *
leadup_import_dialog_get_plan (LeadupImportDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_DIALOG (self), NULL);

  return self->plan;
}

/* Returns: (transfer none) (nullable): what the user says of the columns, once “remapped” was
 * emitted */
LeadupImportMapping *
leadup_import_dialog_get_mapping (LeadupImportDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_DIALOG (self), NULL);

  return self->mapping;
}
