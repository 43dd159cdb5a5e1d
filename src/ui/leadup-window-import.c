/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"
#include "import/leadup-import-memory.h"
#include "import/leadup-importer.h"
#include "model/leadup-source.h"
#include "storage/leadup-file-reader.h"
#include "ui/leadup-import-dialog.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The largest file that any format reads; each has its own smaller limits. */
#define MAX_IMPORT_BYTES ((gsize) 512 << 20)

/* How often a person sees how far a reading is. */
#define PROGRESS_MS 250

/**
 * Import:
 * @file: (nullable): what to read, or else
 * @bytes: (nullable): what was pasted or dropped
 * @format: (nullable): id of the importer, where it is not to be found out
 * @progress: how far the worker is; atomic, counted by references
 * @published: (nullable): ISO day that the user gave
 * @snapshot: (nullable): the story that it goes into
 * @mapping: (nullable): what the user said of its columns
 *
 * One thing to import. It waits in the window’s queue; the worker gets a copy of its own.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  const char *format;
  char *name;
  char *published;
  LeadupImportProgress *progress;
  gboolean has_asked;
  LeadupSnapshot *snapshot;
  LeadupImportMapping *mapping;
} Import;

/* What the worker hands back. */
typedef struct
{
  LeadupImportPlan *plan;
  LeadupImportSample *sample; /* (nullable): of a table */
  gboolean is_article;
} Outcome;

static void start_next (LeadupWindow *self);

static Import *
import_new (const char *name)
{
  Import *import = g_new0 (Import, 1);

  import->name = g_strdup (name);
  import->progress = g_atomic_rc_box_new0 (LeadupImportProgress);

  return import;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->file);
  /* Giving back the memory of a large file takes its time too. */
  leadup_discard_in_thread (import->bytes, (GDestroyNotify) g_bytes_unref);
  g_clear_pointer (&import->snapshot, leadup_snapshot_unref);
  g_clear_pointer (&import->mapping, leadup_import_mapping_unref);
  g_atomic_rc_box_release (import->progress);
  g_free (import->name);
  g_free (import->published);
  g_free (import);
}

static Import *
import_copy (const Import *import)
{
  Import *copy = g_new0 (Import, 1);

  g_set_object (&copy->file, import->file);
  copy->bytes = import->bytes != NULL ? g_bytes_ref (import->bytes) : NULL;
  copy->format = import->format;
  copy->name = g_strdup (import->name);
  copy->progress = g_atomic_rc_box_acquire (import->progress);
  copy->published = g_strdup (import->published);
  copy->snapshot = import->snapshot != NULL ? leadup_snapshot_ref (import->snapshot) : NULL;
  copy->mapping = import->mapping != NULL ? leadup_import_mapping_ref (import->mapping) : NULL;

  return copy;
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_object (&outcome->plan);
  g_clear_pointer (&outcome->sample, leadup_import_sample_free);
  g_free (outcome);
}

/* What is known of the columns of a table: what the user says now, which is remembered, or what was
 * said of an earlier one. */
static LeadupImportSample *
look_at_columns (const LeadupImporter *importer,
                 LeadupImportInput    *input,
                 Import               *import,
                 GCancellable         *cancellable)
{
  g_autoptr (LeadupImportSample) sample = NULL;

  if (importer->sample == NULL)
    return NULL;

  sample = importer->sample (input, cancellable, NULL);
  if (sample == NULL)
    return NULL;

  if (import->mapping != NULL)
    leadup_import_memory_save (sample->fingerprint, import->mapping, NULL);
  else
    import->mapping = leadup_import_memory_load (sample->fingerprint);
  if (import->mapping != NULL && input->mapping == NULL)
    {
      input->mapping = import->mapping;
      g_clear_pointer (&sample, leadup_import_sample_free);
      sample = importer->sample (input, cancellable, NULL);
    }

  return g_steal_pointer (&sample);
}

/* Runs in a worker. */
static gpointer
import_in_thread (gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  Import *import = data;
  LeadupImportInput input = { 0 };
  g_autoptr (LeadupImportSample) sample = NULL;
  const LeadupImporter *importer;
  LeadupImportPlan *plan;
  Outcome *outcome;

  if (import->bytes == NULL)
    import->bytes =
        leadup_file_reader_read (import->file, MAX_IMPORT_BYTES, NULL, cancellable, error);
  if (import->bytes == NULL)
    return NULL;

  importer = import->format != NULL ? leadup_importers_find (import->format)
                                    : leadup_importers_detect (import->bytes);
  if (importer == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   leadup_importers_advise (import->bytes));
      return NULL;
    }

  input.bytes = import->bytes;
  input.name = import->name;
  input.published = import->published;
  input.snapshot = import->snapshot;
  input.mapping = import->mapping;
  input.progress = import->progress;

  sample = look_at_columns (importer, &input, import, cancellable);
  plan = importer->parse (&input, cancellable, error);
  if (plan == NULL)
    return NULL;

  outcome = g_new0 (Outcome, 1);
  outcome->plan = plan;
  outcome->sample = g_steal_pointer (&sample);
  outcome->is_article = g_str_equal (importer->id, "article");

  return outcome;
}

static void
end_current (LeadupWindow *self)
{
  Import *import = g_queue_pop_head (self->imports);

  if (import != NULL)
    import_free (import);
  if (self->import_toast != NULL)
    adw_toast_dismiss (self->import_toast);
  g_clear_object (&self->import_toast);
  g_clear_handle_id (&self->import_timeout, g_source_remove);
  start_next (self);
}

static gboolean
apply (LeadupWindow     *self,
       LeadupImportPlan *plan)
{
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);

  if (leadup_transaction_get_n_changes (transaction) == 0)
    return FALSE;

  return leadup_workspace_push (self->workspace, transaction, NULL);
}

static guint
count_candidates (LeadupImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < leadup_import_plan_get_n_rows (plan); i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (plan, i);

      n += row->verdict == LEADUP_IMPORT_NEW && row->after != NULL &&
           leadup_record_get_kind (row->after) == LEADUP_RECORD_CANDIDATE;
    }

  return n;
}

static LeadupTransaction *
make_transaction (gpointer        plan,
                  LeadupSnapshot *snapshot)
{
  return leadup_import_plan_to_transaction (plan, snapshot);
}

static void
carried_out_cb (LeadupWindow *self,
                gpointer      plan,
                guint         n_changes)
{
  guint n = leadup_import_plan_count_chosen (plan);
  g_autofree char *message = NULL;

  if (n_changes == 0)
    return;

  message = g_strdup_printf (ngettext ("%u row imported", "%u rows imported", n), n);
  leadup_window_add_undo (self, message);
}

static void
plan_accepted_cb (LeadupWindow       *self,
                  LeadupImportDialog *dialog)
{
  const LeadupWindowChange change = {
    make_transaction,
    carried_out_cb,
    g_object_ref (leadup_import_dialog_get_plan (dialog)),
    g_object_unref,
  };

  leadup_window_apply (self, &change);
}

/* What was read out of an article waits in the review; the article itself is a source at once. */
static void
take_candidates (LeadupWindow     *self,
                 LeadupImportPlan *plan,
                 guint             n)
{
  g_autofree char *message = NULL;

  if (!apply (self, plan))
    {
      leadup_window_add_message (self,
                                 _ ("This article has been read before; nothing in it is new."));
      return;
    }

  message =
      g_strdup_printf (ngettext ("%u event found to review", "%u events found to review", n), n);
  leadup_window_add_message (self, message);
  leadup_window_show_view (self, n > 0 ? "review" : "sources");
}

/* Whether the plan brings an article that does not say its day. */
static gboolean
has_undated_source (LeadupImportPlan *plan,
                    LeadupSnapshot   *snapshot)
{
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);

  for (guint i = 0; i < leadup_transaction_get_n_changes (transaction); i++)
    {
      LeadupRecord *after = leadup_transaction_get_change (transaction, i)->after;

      if (after != NULL && LEADUP_IS_SOURCE (after) &&
          leadup_source_get_fields (LEADUP_SOURCE (after))->published == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
published_response_cb (LeadupWindow     *self,
                       const char       *response,
                       AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  Import *import = g_queue_peek_head (self->imports);

  if (import == NULL)
    return;
  if (g_str_equal (response, "cancel"))
    {
      end_current (self);
      return;
    }

  if (g_str_equal (response, "set"))
    import->published = g_strdup (gtk_editable_get_text (entry));
  start_next (self);
}

static void
published_changed_cb (AdwMessageDialog *dialog,
                      GtkEditable      *entry)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (gtk_editable_get_text (entry), NULL);

  adw_message_dialog_set_response_enabled (
      dialog, "set", when != NULL && leadup_when_get_precision (when) == LEADUP_PRECISION_DAY);
}

/* “Tuesday” says nothing without the day of the article. */
static void
ask_published (LeadupWindow *self,
               Import       *import)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (today, "%Y-%m-%d");

  import->has_asked = TRUE;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("When Was It Published?"),
      _ ("The article does not say its date. With it, words like “on Tuesday” can be dated.")));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), day);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of publication, as year-month-day"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "skip", _ ("_Not Known"),
                                    "set", _ ("_Continue"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "set", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "set", FALSE);
  adw_message_dialog_set_default_response (dialog, "set");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (published_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (published_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Reads it again with what the user says of its columns. */
static void
plan_remapped_cb (LeadupWindow       *self,
                  LeadupImportDialog *dialog)
{
  Import *import = g_object_steal_data (G_OBJECT (dialog), "leadup-import");

  if (import == NULL)
    return;

  g_clear_pointer (&import->mapping, leadup_import_mapping_unref);
  import->mapping = leadup_import_mapping_ref (leadup_import_dialog_get_mapping (dialog));
  g_queue_push_head (self->imports, import);
  if (g_queue_get_length (self->imports) == 1)
    start_next (self);
}

static void
show_plan (LeadupWindow *self,
           Import       *import,
           Outcome      *outcome)
{
  if (outcome->is_article)
    {
      take_candidates (self, outcome->plan, count_candidates (outcome->plan));
    }
  else
    {
      LeadupImportDialog *dialog = leadup_import_dialog_new (
          GTK_WINDOW (self), outcome->plan, import->name, g_steal_pointer (&outcome->sample));

      g_object_set_data_full (G_OBJECT (dialog), "leadup-import", import_copy (import),
                              import_free);
      g_signal_connect_object (dialog, "remapped", G_CALLBACK (plan_remapped_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (dialog, "accepted", G_CALLBACK (plan_accepted_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (dialog));
    }
}

static void
imported_cb (gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  Outcome *outcome = result;
  Import *import = g_queue_peek_head (self->imports);

  if (outcome == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s: %s", import->name, error->message);

      /* A message at the edge of the window is too short for advice; of many files it has to do. */
      if (self->n_imports <= 1)
        leadup_window_files_show_error (self, _ ("The File Could Not Be Imported"), error);
      else
        leadup_window_add_message (self, message);
      end_current (self);
      return;
    }

  if (outcome->is_article && !import->has_asked &&
      has_undated_source (outcome->plan, import->snapshot))
    {
      ask_published (self, import);
    }
  else
    {
      show_plan (self, import, outcome);
      end_current (self);
    }
  outcome_free (outcome);
}

/* What is being read, and how much of the batch it is. */
static char *
describe_progress (LeadupWindow *self,
                   Import       *import)
{
  g_autofree char *escaped = g_markup_escape_text (import->name, -1);
  guint n_left = g_queue_get_length (self->imports);
  int permille = g_atomic_int_get (&import->progress->permille);

  if (self->n_imports > 1)
    /* Translators: number of the file, number of files, name of the file. */
    return g_strdup_printf (_ ("Reading %u of %u: %s…"), self->n_imports - n_left + 1,
                            self->n_imports, escaped);
  if (permille > 0)
    /* Translators: the name of a file, and how much of it has been read. */
    return g_strdup_printf (_ ("Reading %s… %d %%"), escaped, permille / 10);

  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("Reading %s…"), escaped);
}

static gboolean
show_progress_cb (gpointer data)
{
  LeadupWindow *self = data;
  Import *import = g_queue_peek_head (self->imports);
  g_autofree char *message = NULL;

  if (import == NULL || self->import_toast == NULL)
    return G_SOURCE_CONTINUE;

  message = describe_progress (self, import);
  if (g_strcmp0 (message, adw_toast_get_title (self->import_toast)) != 0)
    adw_toast_set_title (self->import_toast, message);

  return G_SOURCE_CONTINUE;
}

static void
start_next (LeadupWindow *self)
{
  Import *import = g_queue_peek_head (self->imports);
  g_autofree char *message = NULL;

  if (import == NULL || self->is_closing)
    return;

  g_clear_pointer (&import->snapshot, leadup_snapshot_unref);
  import->snapshot = leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  if (self->import_toast == NULL)
    {
      message = describe_progress (self, import);
      self->import_toast = g_object_ref (adw_toast_new (message));
      adw_toast_set_timeout (self->import_toast, 0);
      adw_toast_set_button_label (self->import_toast, _ ("_Cancel"));
      adw_toast_set_action_name (self->import_toast, "win.cancel-import");
      adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->import_toast));
    }
  if (self->import_timeout == 0)
    self->import_timeout = g_timeout_add (PROGRESS_MS, show_progress_cb, self);

  leadup_job_slot_start (self->importing, import_in_thread, import_copy (import), import_free,
                         outcome_free, imported_cb, self);
}

static void
queue_import (LeadupWindow *self,
              Import       *import)
{
  if (g_queue_is_empty (self->imports))
    self->n_imports = 0;
  self->n_imports++;
  g_queue_push_tail (self->imports, import);
  if (g_queue_get_length (self->imports) == 1)
    {
      start_next (self);
    }
  else if (self->import_toast != NULL)
    {
      g_autofree char *message = describe_progress (self, g_queue_peek_head (self->imports));

      adw_toast_set_title (self->import_toast, message);
    }
}

static void
import_bytes (LeadupWindow *self,
              GBytes       *bytes,
              const char   *name,
              const char   *format)
{
  Import *import = import_new (name);

  import->bytes = g_bytes_ref (bytes);
  import->format = format;
  queue_import (self, import);
}

void
leadup_window_import_bytes (LeadupWindow *self,
                            GBytes       *bytes,
                            const char   *name)
{
  g_return_if_fail (LEADUP_IS_WINDOW (self));

  import_bytes (self, bytes, name, NULL);
}

void
leadup_window_import_file (LeadupWindow *self,
                           GFile        *file)
{
  Import *import;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = NULL;

  g_return_if_fail (LEADUP_IS_WINDOW (self));

  /* A story into an empty window is simply opened. */
  if (g_str_has_suffix (name, ".leadup") && leadup_window_is_pristine (self))
    {
      leadup_window_open (self, file);
      return;
    }

  shown = g_filename_display_name (name);
  import = import_new (shown);
  import->file = g_object_ref (file);
  queue_import (self, import);
}

static void
cancel_import_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  /* What was asked for together is given up together; what was read is kept. */
  leadup_job_slot_cancel (self->importing);
  while (g_queue_get_length (self->imports) > 1)
    import_free (g_queue_pop_tail (self->imports));
  end_current (self);
}

static void
files_chosen_cb (GtkNativeDialog *chooser,
                 int              response,
                 gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          leadup_window_import_file (self, file);
        }
    }
  g_object_unref (chooser);
}

static void
import_file_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  GtkFileChooserNative *chooser;

  chooser =
      gtk_file_chooser_native_new (_ ("Import Files"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LeadupWindow) self = LEADUP_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || *text == '\0')
    {
      leadup_window_add_message (
          self,
          _ ("There is no text on the clipboard. Copy an article first, then paste it here."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  leadup_window_import_bytes (self, bytes, _ ("pasted text"));
}

static void
paste_article_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static void
table_pasted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LeadupWindow) self = LEADUP_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || strchr (text, '\n') == NULL)
    {
      leadup_window_add_message (
          self, _ ("There is no table on the clipboard. Copy rows of a spreadsheet first, with the "
                   "names of their columns, then paste them here."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  import_bytes (self, bytes, _ ("pasted table"), "csv");
}

/* Rows of a spreadsheet, which come with tabs between their cells. */
static void
paste_table_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 table_pasted_cb, g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      for (GSList *l = files; l != NULL; l = l->next)
        leadup_window_import_file (self, l->data);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      g_autoptr (GBytes) bytes =
          g_bytes_new (g_value_get_string (value), strlen (g_value_get_string (value)));

      leadup_window_import_bytes (self, bytes, _ ("dropped text"));
      return TRUE;
    }

  return FALSE;
}

static const GActionEntry entries[] = {
  { "import-file", import_file_cb },
  { "paste-article", paste_article_cb },
  { "paste-table", paste_table_cb },
  { "cancel-import", cancel_import_cb },
};

void
leadup_window_import_install (LeadupWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->imports = g_queue_new ();
  self->importing = leadup_job_slot_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Called once, when the window goes. */
void
leadup_window_import_dispose (LeadupWindow *self)
{
  if (self->importing != NULL)
    leadup_job_slot_cancel (self->importing);
  g_clear_object (&self->importing);
  g_clear_object (&self->import_toast);
  g_clear_handle_id (&self->import_timeout, g_source_remove);
  if (self->imports != NULL)
    g_queue_free_full (self->imports, import_free);
  self->imports = NULL;
}
