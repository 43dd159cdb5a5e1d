/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-import-dialog.h"

#include "base/leadup-text.h"

#include <glib/gi18n.h>

/* Rows that the list shows; the counts above it are of all. */
#define MAX_ROWS 500

struct _LeadupImportDialog
{
  AdwWindow         parent_instance;

  LeadupImportPlan *plan;
  GtkListBox       *rows;
  GtkLabel         *summary;
  GtkButton        *import_button;
};

enum
{
  ACCEPTED,
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

static const char *const icons[] = {
  [LEADUP_IMPORT_NEW] = "list-add-symbolic",
  [LEADUP_IMPORT_CHANGED] = "document-edit-symbolic",
  [LEADUP_IMPORT_UNCHANGED] = "emblem-ok-symbolic",
  [LEADUP_IMPORT_UNDATED] = "x-office-calendar-symbolic",
  [LEADUP_IMPORT_REJECTED] = "dialog-warning-symbolic",
  [LEADUP_IMPORT_VANISHED] = "list-remove-symbolic",
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
      g_string_append_printf (text, _("%u %s"), n, _(verdicts[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_row (const LeadupImportRow *row)
{
  g_autoptr (GString) text = g_string_new (_(verdicts[row->verdict]));

  if (row->line > 0)
    g_string_append_printf (text, _(", line %u"), row->line);
  if (row->reason != NULL)
    g_string_append_printf (text, ": %s", row->reason);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (const LeadupImportRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *title = leadup_text_single_line (row->title, 200);
  g_autofree char *subtitle = describe_row (row);
  g_autofree char *shown_subtitle = NULL;
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[row->verdict]);

  /* Foreign text is never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  shown_subtitle = leadup_text_single_line (subtitle, 300);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget),
                                 leadup_text_is_blank (title) ? _("Untitled") : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), shown_subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);

  return widget;
}

/* What needs a look comes first. */
static void
fill_rows (LeadupImportDialog *self)
{
  static const LeadupImportVerdict order[] = {
    LEADUP_IMPORT_REJECTED, LEADUP_IMPORT_UNDATED, LEADUP_IMPORT_CHANGED,
    LEADUP_IMPORT_VANISHED, LEADUP_IMPORT_NEW,     LEADUP_IMPORT_UNCHANGED,
  };
  guint n_shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < leadup_import_plan_get_n_rows (self->plan) && n_shown < MAX_ROWS; j++)
      {
        const LeadupImportRow *row = leadup_import_plan_get_row (self->plan, j);

        if (row->verdict == order[i])
          {
            gtk_list_box_append (self->rows, make_row (row));
            n_shown++;
          }
      }
}

static void
update_summary (LeadupImportDialog *self)
{
  const char *const *warnings = leadup_import_plan_get_warnings (self->plan);
  g_autofree char *counts = describe_counts (self->plan);
  g_autoptr (GString) text = g_string_new (*counts != '\0' ? counts : _("Nothing was found in it."));
  guint n_useful = leadup_import_plan_count (self->plan, LEADUP_IMPORT_NEW) +
                   leadup_import_plan_count (self->plan, LEADUP_IMPORT_CHANGED) +
                   leadup_import_plan_count (self->plan, LEADUP_IMPORT_UNDATED);

  for (guint i = 0; warnings != NULL && warnings[i] != NULL && i < 5; i++)
    g_string_append_printf (text, "\n%s", warnings[i]);
  if (leadup_import_plan_get_n_rows (self->plan) > MAX_ROWS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("The first %d rows are listed."), MAX_ROWS);
    }

  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n_useful > 0);
}

static void
import_clicked_cb (LeadupImportDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
leadup_import_dialog_dispose (GObject *object)
{
  LeadupImportDialog *self = LEADUP_IMPORT_DIALOG (object);

  g_clear_object (&self->plan);

  G_OBJECT_CLASS (leadup_import_dialog_parent_class)->dispose (object);
}

static void
leadup_import_dialog_class_init (LeadupImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_import_dialog_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/leadup/Leadup/ui/leadup-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LeadupImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
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
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupImportDialog *
leadup_import_dialog_new (GtkWindow        *parent,
                          LeadupImportPlan *plan)
{
  LeadupImportDialog *self;

  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (plan), NULL);

  self = g_object_new (LEADUP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->plan = g_object_ref (plan);
  fill_rows (self);
  update_summary (self);

  return self;
}

LeadupImportPlan *
leadup_import_dialog_get_plan (LeadupImportDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_DIALOG (self), NULL);

  return self->plan;
}
