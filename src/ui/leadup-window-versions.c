/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-versions-dialog.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/**
 * Merging:
 * @file: the other version
 * @saves_then: whether the merged story is saved over it
 */
typedef struct
{
  LeadupTransaction *transaction;
  GFile *file;
  LeadupEtag etag;
  gboolean saves_then;
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  leadup_transaction_unref (merging->transaction);
  g_object_unref (merging->file);
  g_free (merging);
}

/* It was composed for the story as it was compared: whoever changed the same meanwhile is told. */
static LeadupTransaction *
get_transaction (gpointer        data,
                 LeadupSnapshot *snapshot)
{
  Merging *merging = data;

  return leadup_transaction_ref (merging->transaction);
}

static void
merged_cb (LeadupWindow *self,
           gpointer      data,
           guint         n)
{
  Merging *merging = data;

  if (n > 0)
    {
      g_autofree char *message =
          g_strdup_printf (ngettext ("%u record merged", "%u records merged", n), n);

      leadup_window_add_undo (self, message);
    }
  if (merging->saves_then)
    leadup_window_files_save_merged (self, merging->file, &merging->etag);
}

static void
chosen_cb (LeadupWindow         *self,
           LeadupTransaction    *transaction,
           LeadupVersionsDialog *dialog)
{
  LeadupWindowChange change = { get_transaction, merged_cb, NULL, merging_free };
  Merging *merging = g_new0 (Merging, 1);

  merging->transaction = leadup_transaction_ref (transaction);
  merging->file = g_object_ref (leadup_versions_dialog_get_file (dialog));
  merging->etag = *leadup_versions_dialog_get_etag (dialog);
  merging->saves_then = g_object_get_data (G_OBJECT (dialog), "saves-then") != NULL;
  change.data = merging;
  leadup_window_apply (self, &change);
}

/**
 * leadup_window_versions_merge:
 * @self: a window with a story
 * @file: another version of it
 * @saves_then: whether the merged story is saved over @file
 *
 * Asks what of it comes in.
 */
void
leadup_window_versions_merge (LeadupWindow *self,
                              GFile        *file,
                              gboolean      saves_then)
{
  LeadupVersionsDialog *dialog =
      leadup_versions_dialog_new (GTK_WINDOW (self), self->workspace, file, saves_then);

  g_object_set_data (G_OBJECT (dialog), "saves-then", GINT_TO_POINTER (saves_then));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
version_chosen_cb (GtkNativeDialog *chooser,
                   int              response,
                   gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      leadup_window_versions_merge (self, file, FALSE);
    }
  g_object_unref (chooser);
}

static void
merge_version_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Merge With Another Version"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Compare"), _ ("_Cancel"));

  leadup_window_files_add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (version_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
leadup_window_versions_install (LeadupWindow *self)
{
  static const GActionEntry entries[] = {
    { "merge-version", merge_version_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
