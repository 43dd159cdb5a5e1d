/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-recovery-dialog.h"

#include "base/leadup-text.h"

#include <glib/gi18n.h>

struct _LeadupRecoveryDialog
{
  AdwWindow parent_instance;

  GtkListBox *rows;
  guint n_open;
};

enum
{
  RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupRecoveryDialog, leadup_recovery_dialog, ADW_TYPE_WINDOW)

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time of day, as g_date_time_format() takes it. */
  return local != NULL ? g_date_time_format (local, _ ("%-e %B %Y, %H:%M")) : g_strdup ("");
}

static char *
describe (LeadupRecovery *recovery)
{
  GFile *file = leadup_recovery_get_file (recovery);
  guint n = leadup_recovery_get_n_edits (recovery);
  g_autofree char *edits = g_strdup_printf (ngettext ("%u edit", "%u edits", n), n);
  g_autofree char *time = format_time (leadup_recovery_get_time (recovery));
  g_autofree char *path = file != NULL ? g_file_get_parse_name (file) : NULL;

  return g_strdup_printf ("%s · %s\n%s", edits, time, path != NULL ? path : _ ("Never saved"));
}

static void
finish_row (LeadupRecoveryDialog *self,
            GtkWidget            *row)
{
  gtk_list_box_remove (self->rows, row);
  self->n_open--;
  if (self->n_open == 0)
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_error (LeadupRecoveryDialog *self,
            const char           *heading,
            const GError         *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_cb (GtkButton *button,
            gpointer   user_data)
{
  GtkWidget *row = user_data;
  LeadupRecoveryDialog *self = LEADUP_RECOVERY_DIALOG (gtk_widget_get_root (row));
  LeadupRecovery *recovery = g_object_get_data (G_OBJECT (row), "recovery");
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupDocument) document = leadup_recovery_restore (recovery, &error);
  gboolean has_journal = FALSE;

  if (document == NULL)
    {
      show_error (self, _ ("The Story Could Not Be Restored"), error);
      return;
    }

  /* The old journal goes only when the story has a new one; otherwise it is offered again. */
  g_signal_emit (self, signals[RESTORED], 0, document, &has_journal);
  if (has_journal && !leadup_recovery_discard (recovery, &error))
    g_debug ("An answered journal stays: %s", error->message);
  finish_row (self, row);
}

static void
discard_response_cb (GtkWidget        *row,
                     const char       *response,
                     AdwMessageDialog *dialog)
{
  LeadupRecoveryDialog *self = LEADUP_RECOVERY_DIALOG (gtk_widget_get_root (row));
  LeadupRecovery *recovery = g_object_get_data (G_OBJECT (row), "recovery");
  g_autoptr (GError) error = NULL;

  if (self == NULL || !g_str_equal (response, "discard"))
    return;

  if (leadup_recovery_discard (recovery, &error))
    finish_row (self, row);
  else
    show_error (self, _ ("The Edits Could Not Be Discarded"), error);
}

/* The one thing here that cannot be undone. */
static void
discard_cb (GtkButton *button,
            gpointer   user_data)
{
  GtkWidget *row = user_data;
  LeadupRecovery *recovery = g_object_get_data (G_OBJECT (row), "recovery");
  guint n = leadup_recovery_get_n_edits (recovery);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  body = g_strdup_printf (ngettext ("%u edit that was never saved will be lost.",
                                    "%u edits that were never saved will be lost.", n),
                          n);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)),
                                                       _ ("Discard for Good?"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_button (GtkWidget  *row,
             const char *label,
             const char *title,
             GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = NULL;

  /* Translators: a command and what it is for, for screen readers: “Restore: My story”. */
  name = g_strdup_printf (
      _ ("%s: %s"), gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))),
      title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, row, 0);

  return button;
}

static GtkWidget *
make_row (LeadupRecovery *recovery)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = leadup_text_single_line (leadup_recovery_get_title (recovery), 200);
  g_autofree char *text = describe (recovery);
  GtkWidget *heading = gtk_label_new (*title != '\0' ? title : _ ("Untitled story"));
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *restore;

  g_object_set_data_full (G_OBJECT (row), "recovery", g_object_ref (recovery), g_object_unref);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);

  restore = make_button (row, _ ("_Restore"), title, G_CALLBACK (restore_cb));
  gtk_widget_add_css_class (restore, "suggested-action");
  gtk_box_append (GTK_BOX (buttons),
                  make_button (row, _ ("_Discard…"), title, G_CALLBACK (discard_cb)));
  gtk_box_append (GTK_BOX (buttons), restore);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "leadup-recovery");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
leadup_recovery_dialog_class_init (LeadupRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_BOOLEAN, 1, LEADUP_TYPE_DOCUMENT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupRecoveryDialog, rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_recovery_dialog_init (LeadupRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * leadup_recovery_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @recoveries: (element-type LeadupRecovery): what to offer, at least one
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupRecoveryDialog *
leadup_recovery_dialog_new (GtkWindow  *parent,
                            GListModel *recoveries)
{
  LeadupRecoveryDialog *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (recoveries), NULL);

  self = g_object_new (LEADUP_TYPE_RECOVERY_DIALOG, "transient-for", parent, NULL);
  self->n_open = g_list_model_get_n_items (recoveries);
  for (guint i = 0; i < self->n_open; i++)
    {
      g_autoptr (LeadupRecovery) recovery = g_list_model_get_item (recoveries, i);

      gtk_list_box_append (self->rows, make_row (recovery));
    }

  return self;
}
