/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "ui/leadup-application.h"
#include "ui/leadup-recent-files.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

#define SAMPLE_RESOURCE "/org/leadup/Leadup/sample.leadup"

/* What to do once the file was saved. */
typedef struct
{
  LeadupWindow *window;
  GFile *file;
  gboolean close_after;
} SaveRun;

static void save_to (LeadupWindow *self, GFile *file, gboolean overwrite, gboolean close_after);
static void choose_and_save (LeadupWindow *self, gboolean close_after);

/* A dialogue is gone once it was closed; who looks for what happened finds it in the log of the
 * session. */
void
leadup_window_files_show_error (LeadupWindow *self,
                                const char   *heading,
                                const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
  g_message ("%s: %s", heading, error->message);
}

static void
close_for_good (LeadupWindow *self)
{
  leadup_document_discard_journal (leadup_workspace_get_document (self->workspace));
  self->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
conflict_response_cb (LeadupWindow     *self,
                      const char       *response,
                      AdwMessageDialog *dialog)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  gboolean close_after = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "close-after"));

  if (g_str_equal (response, "merge"))
    leadup_window_versions_merge (self, file, TRUE);
  else if (g_str_equal (response, "overwrite"))
    save_to (self, file, TRUE, close_after);
  else if (g_str_equal (response, "copy"))
    choose_and_save (self, close_after);
}

/* Somebody else changed the file since it was read. */
static void
ask_about_conflict (LeadupWindow *self,
                    GFile        *file,
                    gboolean      close_after,
                    const GError *error)
{
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The File Has Changed"), error->message));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "copy", _ ("Save a _Copy…"),
                                    "overwrite", _ ("_Overwrite"), "merge", _ ("_Merge…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "merge");
  /* A file that is gone has nothing to merge. */
  adw_message_dialog_set_response_enabled (dialog, "merge", g_file_query_exists (file, NULL));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), "close-after", GINT_TO_POINTER (close_after));
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  g_message ("%s", error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SaveRun *run = user_data;
  g_autoptr (LeadupWindow) self = run->window;
  g_autoptr (GFile) file = run->file;
  gboolean close_after = run->close_after;
  LeadupDocument *document = LEADUP_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  g_free (run);
  if (leadup_document_save_finish (document, result, &error))
    {
      leadup_recent_files_add (leadup_document_get_file (document));
      /* What was edited while the disk was busy is not saved, and the window asks again. */
      if (close_after)
        gtk_window_close (GTK_WINDOW (self));
      else
        leadup_window_add_message (self, _ ("Saved"));
    }
  else if (g_error_matches (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT))
    {
      ask_about_conflict (self, file, close_after, error);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      leadup_window_files_show_error (self, _ ("The Story Was Not Saved"), error);
    }
}

static void
save_to (LeadupWindow *self,
         GFile        *file,
         gboolean      overwrite,
         gboolean      close_after)
{
  SaveRun *run = g_new0 (SaveRun, 1);

  run->window = g_object_ref (self);
  run->file = g_object_ref (file);
  run->close_after = close_after;
  if (!leadup_document_is_busy (leadup_workspace_get_document (self->workspace)))
    leadup_graph_view_store_places (self->graph_view);
  leadup_document_save_async (leadup_workspace_get_document (self->workspace), file, overwrite,
                              NULL, saved_cb, run);
}

static void
save_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  gboolean close_after = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chooser), "close-after"));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      /* The chooser has asked about replacing. */
      save_to (self, file, TRUE, close_after);
    }
  g_object_unref (chooser);
}

static void
choose_and_save (LeadupWindow *self,
                 gboolean      close_after)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  GtkFileChooserNative *chooser;
  g_autofree char *title = leadup_document_dup_title (document);
  g_autofree char *slug = leadup_text_slug (title, 60);
  g_autofree char *name = g_strconcat (*slug != '\0' ? slug : "story", ".leadup", NULL);

  chooser = gtk_file_chooser_native_new (_ ("Save Story"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  leadup_window_files_add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "close-after", GINT_TO_POINTER (close_after));
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save (LeadupWindow *self,
      gboolean      close_after)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  GFile *file = leadup_document_get_file (document);

  if (file == NULL || leadup_document_is_read_only (document))
    choose_and_save (self, close_after);
  else
    save_to (self, file, FALSE, close_after);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  save (LEADUP_WINDOW (user_data), FALSE);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  choose_and_save (LEADUP_WINDOW (user_data), FALSE);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (user_data));

  return G_SOURCE_CONTINUE;
}

void
leadup_window_files_show_warnings (LeadupWindow   *self,
                                   LeadupDocument *document)
{
  const char *const *warnings = leadup_document_get_warnings (document);
  guint n = warnings != NULL ? g_strv_length ((char **) warnings) : 0;

  if (n == 1)
    {
      leadup_window_add_message (self, warnings[0]);
    }
  else if (n > 1)
    {
      g_autofree char *message = NULL;

      message =
          g_strdup_printf (ngettext ("%s (and %u more remark)", "%s (and %u more remarks)", n - 1),
                           warnings[0], n - 1);
      leadup_window_add_message (self, message);
    }
}

/* An open story and the window that waits for it. */
typedef struct
{
  LeadupWindow *window;
  guint pulse;
} OpenRun;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OpenRun *run = user_data;
  g_autoptr (LeadupWindow) self = run->window;
  LeadupDocument *document = LEADUP_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  g_source_remove (run->pulse);
  g_free (run);
  if (leadup_document_load_finish (document, result, &error))
    {
      leadup_recent_files_add (leadup_document_get_file (document));
      leadup_window_show_document (self, document);
      return;
    }

  leadup_window_show_content (self, "empty");
  if (!leadup_window_is_pristine (self))
    leadup_window_show_content (self, "story");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    leadup_window_files_show_error (self, _ ("The File Could Not Be Opened"), error);
}

void
leadup_window_open (LeadupWindow *self,
                    GFile        *file)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  OpenRun *run = g_new0 (OpenRun, 1);

  g_return_if_fail (LEADUP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  run->window = g_object_ref (self);
  run->pulse = g_timeout_add (100, pulse_cb, self->progress);
  leadup_window_show_content (self, "loading");
  leadup_document_load_async (document, file, self->cancellable, opened_cb, run);
}

static void
open_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      GFile *files[] = { file };

      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1,
                          "");
    }
  g_object_unref (chooser);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (_ ("Open Story"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  leadup_window_files_add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  GFile *files[] = { file };

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1, "");
}

/* The sample becomes a story without a file, to play with. */
static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LeadupDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  bytes = g_resources_lookup_data (SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    document = leadup_document_new_from_bytes (bytes, &error);
  if (document == NULL)
    {
      leadup_window_files_show_error (self, _ ("The Sample Could Not Be Opened"), error);
      return;
    }

  if (!leadup_window_is_pristine (self))
    {
      self = leadup_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (self));
    }
  leadup_window_show_document (self, document);
}

static void
close_response_cb (LeadupWindow     *self,
                   const char       *response,
                   AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "discard"))
    close_for_good (self);
  else if (g_str_equal (response, "save"))
    save (self, TRUE);
}

/* Whether the window may close at once; otherwise it asks and closes itself later. */
gboolean
leadup_window_files_may_close (LeadupWindow *self)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  AdwMessageDialog *dialog;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (self->is_closing || !leadup_document_is_modified (document))
    {
      leadup_document_discard_journal (document);
      return TRUE;
    }

  title = leadup_document_dup_title (document);
  /* Translators: %s is the title of the story. */
  body = g_strdup_printf (
      _ ("“%s” has changes that are not saved. They are lost if you discard them."), title);
  dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return FALSE;
}

static void
fill_recent (GtkMenuButton *button,
             gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = leadup_recent_files_make_menu ();

  gtk_menu_button_set_menu_model (button, menu);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-recent", open_recent_cb, "s" },
  { "open-sample", open_sample_cb },
  { "save", save_cb },
  { "save-as", save_as_cb },
};

void
leadup_window_files_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (self->recent_button, fill_recent, NULL, NULL);
}

/* Without a journal a crash loses what was not saved, and the user should know; a test that has no
 * application has none. Returns whether there is one. */
gboolean
leadup_window_files_start_journal (LeadupWindow   *self,
                                   LeadupDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) directory = NULL;
  g_autofree char *failure = NULL;
  g_autoptr (GError) error = NULL;

  if (!LEADUP_IS_APPLICATION (application))
    return FALSE;

  directory = leadup_application_get_state_directory (LEADUP_APPLICATION (application));
  if (directory == NULL || !leadup_document_start_journal (document, directory, &error))
    {
      leadup_window_add_message (
          self, _ ("Edits cannot be kept for recovery after a crash; save often."));
      return FALSE;
    }

  if (!leadup_document_is_modified (document))
    return TRUE;

  /* A restored story: it must be safe before its former journal goes. */
  leadup_document_flush_journal (document);
  failure = leadup_document_dup_journal_error (document);

  return failure == NULL;
}

void
leadup_window_files_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) stories = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (stories, _ ("Leadup stories"));
  gtk_file_filter_add_pattern (stories, "*.leadup");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, stories);
  gtk_file_chooser_add_filter (chooser, all);
}

/* What is in @file as @etag says has been merged into the story, which now takes its place. */
void
leadup_window_files_save_merged (LeadupWindow     *self,
                                 GFile            *file,
                                 const LeadupEtag *etag)
{
  leadup_document_accept_file (leadup_workspace_get_document (self->workspace), etag);
  save_to (self, file, FALSE, FALSE);
}
