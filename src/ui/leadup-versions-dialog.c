/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-versions-dialog.h"

#include "base/leadup-discard.h"
#include "base/leadup-job-slot.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"
#include "ui/leadup-merge-rows.h"
#include "ui/leadup-tick-fill.h"

#include <glib/gi18n.h>

/* So many of each list are shown; what is said of all counts for the others too. */
#define MAX_SHOWN 200
#define FIRST_SHOWN 8 /* at once */

/* What there is in a merge: it may be a million, and is counted by the worker. */
typedef struct
{
  guint n_shown, n_places, n_choices, n_taken;
} Counts;

/* What of a merge is in the lists so far: they grow with the frames. */
typedef struct
{
  guint conflict, change; /* to be looked at next */
  guint n_conflicts, n_changes;
  guint tick;
} Listed;

/**
 * LeadupVersionsDialog:
 * @base_file: (nullable): what somebody chose as the common beginning
 * @merge: (nullable): once both were read; a job that makes an edit of it has it meanwhile
 * @saves_then: whether whoever opened the dialogue saves afterwards, also if nothing comes in
 * @is_filling: whether the choice of the beginning is being set by the program
 */
struct _LeadupVersionsDialog
{
  AdwWindow parent_instance;

  LeadupWorkspace *workspace;
  LeadupJobSlot *job;
  GFile *file;
  GFile *base_file;
  LeadupVersionsBase base;
  LeadupSnapshot *snapshot;
  LeadupMerge *merge;
  Counts counts;
  Listed listed;
  LeadupEtag etag;
  gboolean saves_then;
  gboolean is_filling;

  AdwWindowTitle *heading;
  GtkStack *stack;
  AdwStatusPage *failure;
  AdwComboRow *base_row;
  GtkLabel *summary;
  AdwPreferencesGroup *conflict_group;
  AdwPreferencesGroup *change_group;
  GtkBox *conflicts;
  GtkListBox *changes;
  GtkWidget *merge_button;
};

/* What a worker reads and compares. */
typedef struct
{
  GFile *file;
  GFile *base_file;
  LeadupSnapshot *base; /* (nullable) */
  LeadupSnapshot *ours;
} Reading;

typedef struct
{
  LeadupMerge *merge;
  Counts counts;
  LeadupEtag etag;
} Compared;

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupVersionsDialog, leadup_versions_dialog, ADW_TYPE_WINDOW)

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->file);
  g_clear_object (&reading->base_file);
  g_clear_pointer (&reading->base, leadup_snapshot_unref);
  g_clear_pointer (&reading->ours, leadup_snapshot_unref);
  g_free (reading);
}

static void
compared_free (gpointer data)
{
  Compared *compared = data;

  leadup_merge_free (compared->merge);
  g_free (compared);
}

static GPtrArray *
list_records (LeadupSnapshot *snapshot)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint kind = 0; snapshot != NULL && kind < LEADUP_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < leadup_snapshot_get_n (snapshot, kind); i++)
      g_ptr_array_add (records, g_object_ref (leadup_snapshot_get (snapshot, kind, i)));

  return records;
}

static GPtrArray *
read_records (GFile        *file,
              LeadupEtag   *etag,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GBytes) bytes =
      leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, etag, cancellable, error);
  GPtrArray *records = bytes != NULL ? leadup_merge_read_side (bytes, cancellable, error) : NULL;

  if (records == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      g_prefix_error (error, "%s: ", name);
    }

  return records;
}

/* Places in the graph are nobody’s words: ours stay where both moved an actor. */
static gboolean
is_shown (LeadupRecordKind kind)
{
  return kind != LEADUP_RECORD_PLACEMENT;
}

static LeadupRecordKind
get_kind (const LeadupMergeChange *change)
{
  return leadup_record_get_kind (change->before != NULL ? change->before : change->after);
}

static gboolean
is_choice (const LeadupMergeConflict *conflict)
{
  return is_shown (conflict->kind) && (conflict->ours != NULL || conflict->theirs != NULL);
}

static Counts
count (LeadupMerge *merge)
{
  Counts counts = { 0 };

  for (guint i = 0; i < merge->changes->len; i++)
    {
      const LeadupMergeChange *change = g_ptr_array_index (merge->changes, i);

      counts.n_shown += is_shown (get_kind (change)) ? 1 : 0;
      counts.n_taken += change->is_taken ? 1 : 0;
    }
  counts.n_places = merge->changes->len - counts.n_shown;
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const LeadupMergeConflict *conflict = g_ptr_array_index (merge->conflicts, i);

      counts.n_choices += is_choice (conflict) ? 1 : 0;
      counts.n_taken += conflict->takes_theirs ? 1 : 0;
    }

  return counts;
}

static gpointer
compare_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Reading *reading = data;
  LeadupEtag etag = { 0 };
  g_autoptr (GPtrArray) theirs = read_records (reading->file, &etag, cancellable, error);
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) base = NULL;
  LeadupMerge *merge;
  Compared *compared;

  if (theirs == NULL)
    return NULL;

  if (reading->base_file != NULL)
    base = read_records (reading->base_file, NULL, cancellable, error);
  else
    base = list_records (reading->base);
  if (base == NULL)
    return NULL;

  ours = list_records (reading->ours);
  merge = leadup_merge_run (base, ours, theirs, cancellable, error);
  if (merge == NULL)
    return NULL;

  compared = g_new0 (Compared, 1);
  compared->merge = merge;
  compared->counts = count (merge);
  compared->etag = etag;

  return compared;
}

static void
update_button (LeadupVersionsDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.merge",
                                 self->merge != NULL &&
                                     (self->counts.n_taken > 0 || self->saves_then));
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
update_summary (LeadupVersionsDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = self->counts.n_shown, n_places = self->counts.n_places;
  guint n_choices = self->counts.n_choices;

  if (n_shown > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u change comes in.", "%u changes come in.",
                                                      n_shown),
                                            n_shown));
  if (n_choices > 0)
    append_sentence (
        text, g_strdup_printf (ngettext ("%u difference is for you to decide.",
                                         "%u differences are for you to decide.", n_choices),
                               n_choices));
  if (n_places > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u actor gets a place in the graph.",
                                                      "%u actors get a place in the graph.",
                                                      n_places),
                                            n_places));
  if (text->len == 0)
    g_string_append (text, _ ("Nothing comes in: the other version has nothing that yours lacks."));
  if (MAX (n_shown, n_choices) > MAX_SHOWN)
    append_sentence (text, g_strdup_printf (_ ("The first %d of each are listed."), MAX_SHOWN));

  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_group), n_choices > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->change_group), n_shown > 0);
  update_button (self);
}

static void
conflict_toggled_cb (LeadupVersionsDialog *self,
                     GtkCheckButton       *button)
{
  LeadupMergeConflict *conflict = g_object_get_data (G_OBJECT (button), "conflict");

  self->counts.n_taken -= conflict->takes_theirs ? 1 : 0;
  conflict->takes_theirs = gtk_check_button_get_active (button);
  self->counts.n_taken += conflict->takes_theirs ? 1 : 0;
  update_button (self);
}

static void
change_toggled_cb (LeadupVersionsDialog *self,
                   GtkCheckButton       *button)
{
  LeadupMergeChange *change = g_object_get_data (G_OBJECT (button), "change");

  self->counts.n_taken -= change->is_taken ? 1 : 0;
  change->is_taken = gtk_check_button_get_active (button);
  self->counts.n_taken += change->is_taken ? 1 : 0;
  update_button (self);
}

static LeadupRecord *
find_record (LeadupVersionsDialog      *self,
             const LeadupMergeConflict *conflict)
{
  LeadupRecord *record = leadup_snapshot_lookup (self->snapshot, conflict->kind, conflict->id);

  /* Where we removed it, the merged story has theirs. */
  for (guint i = 0; i < self->merge->records->len && record == NULL; i++)
    {
      LeadupRecord *merged = g_ptr_array_index (self->merge->records, i);

      if (leadup_record_get_kind (merged) == conflict->kind &&
          g_str_equal (leadup_record_get_id (merged), conflict->id))
        record = merged;
    }

  return record;
}

static void
add_conflict (LeadupVersionsDialog *self,
              LeadupMergeConflict  *conflict)
{
  LeadupRecord *record = find_record (self, conflict);
  GtkWidget *group, *theirs;

  g_return_if_fail (record != NULL);

  group = leadup_merge_rows_make_conflict (conflict, record, self->snapshot);
  theirs = leadup_merge_rows_get_choice (group, TRUE);
  g_object_set_data (G_OBJECT (theirs), "conflict", conflict);
  g_signal_connect_object (theirs, "toggled", G_CALLBACK (conflict_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->conflicts, group);
}

static void
add_change (LeadupVersionsDialog *self,
            LeadupMergeChange    *change)
{
  GtkWidget *row = leadup_merge_rows_make_change (change);
  GtkWidget *check = leadup_merge_rows_get_choice (row, TRUE);

  g_object_set_data (G_OBJECT (check), "change", change);
  g_signal_connect_object (check, "toggled", G_CALLBACK (change_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->changes, row);
}

/* What is to be decided comes before what only comes in. */
static gboolean
add_next (GtkWidget *widget)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (widget);
  Listed *listed = &self->listed;

  if (self->merge == NULL)
    return FALSE;

  while (listed->n_conflicts < MAX_SHOWN && listed->conflict < self->merge->conflicts->len)
    {
      LeadupMergeConflict *conflict =
          g_ptr_array_index (self->merge->conflicts, listed->conflict++);

      if (!is_choice (conflict))
        continue;
      add_conflict (self, conflict);
      listed->n_conflicts++;
      return TRUE;
    }
  while (listed->n_changes < MAX_SHOWN && listed->change < self->merge->changes->len)
    {
      LeadupMergeChange *change = g_ptr_array_index (self->merge->changes, listed->change++);

      if (!is_shown (get_kind (change)))
        continue;
      add_change (self, change);
      listed->n_changes++;
      return TRUE;
    }

  return FALSE;
}

static void
fill (LeadupVersionsDialog *self)
{
  GtkWidget *child;

  if (self->listed.tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->listed.tick);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts))) != NULL)
    gtk_box_remove (self->conflicts, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_list_box_remove (self->changes, child);
  self->listed = (Listed) { 0 };
  self->listed.tick = leadup_tick_fill (GTK_WIDGET (self), FIRST_SHOWN, add_next);
}

static void
fail (LeadupVersionsDialog *self,
      const GError         *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
discard_merge (gpointer merge)
{
  leadup_discard_in_thread (merge, (GDestroyNotify) leadup_merge_free);
}

/* The lists point into the merge. */
static void
take_merge (LeadupVersionsDialog *self,
            LeadupMerge          *merge)
{
  LeadupMerge *before = self->merge;

  self->merge = merge;
  fill (self);
  discard_merge (before);
}

static void
compared_cb (gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (user_data);
  g_autofree Compared *compared = result;

  if (compared == NULL)
    {
      fail (self, error);
      return;
    }

  self->etag = compared->etag;
  self->counts = compared->counts;
  take_merge (self, compared->merge);
  update_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "merge");
  gtk_window_set_focus (GTK_WINDOW (self), self->merge_button);
}

static void
start (LeadupVersionsDialog *self)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  LeadupSnapshot *saved = leadup_document_get_saved (document);
  Reading *reading = g_new0 (Reading, 1);

  take_merge (self, NULL);
  update_button (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_clear_pointer (&self->snapshot, leadup_snapshot_unref);
  self->snapshot = leadup_story_snapshot (leadup_document_get_story (document));
  reading->file = g_object_ref (self->file);
  reading->ours = leadup_snapshot_ref (self->snapshot);
  if (self->base == LEADUP_VERSIONS_FILE)
    g_set_object (&reading->base_file, self->base_file);
  else if (self->base == LEADUP_VERSIONS_SAVED && saved != NULL)
    reading->base = leadup_snapshot_ref (saved);
  leadup_job_slot_start (self->job, compare_in_thread, reading, reading_free, compared_free,
                         compared_cb, self);
}

/* Shows what is chosen; the list has the saved state only where there is one. */
static void
show_base (LeadupVersionsDialog *self)
{
  static const char *const explanations[] = {
    [LEADUP_VERSIONS_SAVED] = N_ ("What only one side changed since then is taken from it."),
    [LEADUP_VERSIONS_FILE] = N_ ("What only one side changed since then is taken from it."),
    [LEADUP_VERSIONS_NONE] =
        N_ ("Nothing is removed, and you decide wherever the two differ."),
  };
  gboolean has_saved =
      leadup_document_get_saved (leadup_workspace_get_document (self->workspace)) != NULL;
  g_autofree char *name =
      self->base_file != NULL ? g_file_get_basename (self->base_file) : NULL;
  const char *words[4] = { NULL };
  g_autoptr (GtkStringList) list = NULL;
  guint n = 0;

  if (has_saved)
    words[n++] = _ ("As last opened or saved");
  words[n++] = name != NULL ? name : _ ("Another file…");
  words[n++] = _ ("Not known");
  list = gtk_string_list_new (words);
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->base_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->base_row, (guint) self->base - (has_saved ? 0 : 1));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->base_row), _ (explanations[self->base]));
  self->is_filling = FALSE;
}

static void
base_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                gpointer         user_data)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      leadup_versions_dialog_set_base (self, LEADUP_VERSIONS_FILE, file);
    }
  else
    {
      show_base (self);
    }
  g_object_unref (chooser);
}

static void
choose_base (LeadupVersionsDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("What Both Began As"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"),
      _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (base_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
base_selected_cb (LeadupVersionsDialog *self)
{
  gboolean has_saved;
  LeadupVersionsBase base;

  if (self->is_filling || self->workspace == NULL)
    return;

  has_saved = leadup_document_get_saved (leadup_workspace_get_document (self->workspace)) != NULL;
  base = (LeadupVersionsBase) (adw_combo_row_get_selected (self->base_row) + (has_saved ? 0 : 1));
  if (base == LEADUP_VERSIONS_FILE)
    choose_base (self);
  else if (base != self->base)
    leadup_versions_dialog_set_base (self, base, NULL);
}

static void
take_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (widget);
  gboolean takes_theirs = g_str_equal (name, "versions.take-theirs");

  for (guint i = 0; self->merge != NULL && i < self->merge->conflicts->len; i++)
    {
      LeadupMergeConflict *conflict = g_ptr_array_index (self->merge->conflicts, i);

      if (is_choice (conflict) && conflict->takes_theirs != takes_theirs)
        {
          self->counts.n_taken += takes_theirs ? 1 : -1u;
          conflict->takes_theirs = takes_theirs;
        }
    }
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (leadup_merge_rows_get_choice (group, takes_theirs)), TRUE);
  update_button (self);
}

static gpointer
compose_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  return leadup_merge_to_transaction (data, _ ("Merge with another version"), error);
}

static void
composed_cb (gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (user_data);
  g_autoptr (LeadupTransaction) transaction = result;

  if (transaction == NULL)
    {
      fail (self, error);
      return;
    }

  g_signal_emit (self, signals[CHOSEN], 0, transaction);
  gtk_window_close (GTK_WINDOW (self));
}

static void
merge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (widget);
  LeadupMerge *merge = g_steal_pointer (&self->merge);

  if (merge == NULL)
    return;

  /* The lists point into it. */
  fill (self);
  update_button (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  leadup_job_slot_start (self->job, compose_in_thread, merge, discard_merge,
                         (GDestroyNotify) leadup_transaction_unref, composed_cb, self);
}

static void
leadup_versions_dialog_dispose (GObject *object)
{
  LeadupVersionsDialog *self = LEADUP_VERSIONS_DIALOG (object);

  if (self->job != NULL)
    leadup_job_slot_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_object (&self->base_file);
  g_clear_pointer (&self->snapshot, leadup_snapshot_unref);
  discard_merge (g_steal_pointer (&self->merge));

  G_OBJECT_CLASS (leadup_versions_dialog_parent_class)->dispose (object);
}

static void
leadup_versions_dialog_class_init (LeadupVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_versions_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, LEADUP_TYPE_TRANSACTION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, base_row);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, conflict_group);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, change_group);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, conflicts);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, LeadupVersionsDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, base_selected_cb);
  gtk_widget_class_install_action (widget_class, "versions.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "versions.take-ours", NULL, take_all_cb);
  gtk_widget_class_install_action (widget_class, "versions.take-theirs", NULL, take_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_versions_dialog_init (LeadupVersionsDialog *self)
{
  self->job = leadup_job_slot_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Somebody who saved over our file began with what we opened. Of another file nobody knows: it may
 * have begun before our last save, and then what we did since would look as if they had removed it.
 */
static LeadupVersionsBase
guess_base (LeadupVersionsDialog *self)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  GFile *own = leadup_document_get_file (document);

  if (leadup_document_get_saved (document) == NULL)
    return LEADUP_VERSIONS_NONE;
  if (own != NULL && g_file_equal (own, self->file))
    return LEADUP_VERSIONS_SAVED;

  return leadup_document_is_modified (document) ? LEADUP_VERSIONS_SAVED : LEADUP_VERSIONS_NONE;
}

/**
 * leadup_versions_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: whose story is merged
 * @file: the other version
 * @saves_then: whether the story is saved over @file afterwards
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupVersionsDialog *
leadup_versions_dialog_new (GtkWindow       *parent,
                            LeadupWorkspace *workspace,
                            GFile           *file,
                            gboolean         saves_then)
{
  LeadupVersionsDialog *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);

  self = g_object_new (LEADUP_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);
  self->file = g_object_ref (file);
  self->saves_then = saves_then;
  name = g_file_get_basename (file);
  adw_window_title_set_subtitle (self->heading, name);
  if (saves_then)
    gtk_button_set_label (GTK_BUTTON (self->merge_button), _ ("_Merge and Save"));
  self->workspace = g_object_ref (workspace);
  self->base = guess_base (self);
  show_base (self);
  start (self);

  return self;
}

/* Returns: (transfer none): the other version */
GFile *
leadup_versions_dialog_get_file (LeadupVersionsDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_VERSIONS_DIALOG (self), NULL);

  return self->file;
}

/* Which contents of that file were read. */
const LeadupEtag *
leadup_versions_dialog_get_etag (LeadupVersionsDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_VERSIONS_DIALOG (self), NULL);

  return &self->etag;
}

/* Returns: (transfer none) (nullable): what is shown; %NULL while it is being read or made an edit
 */
LeadupMerge *
leadup_versions_dialog_get_merge (LeadupVersionsDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_VERSIONS_DIALOG (self), NULL);

  return self->merge;
}

LeadupVersionsBase
leadup_versions_dialog_get_base (LeadupVersionsDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_VERSIONS_DIALOG (self), LEADUP_VERSIONS_NONE);

  return self->base;
}

/**
 * leadup_versions_dialog_set_base:
 * @self: a dialog
 * @base: what both are taken to have begun as
 * @file: (nullable): for %LEADUP_VERSIONS_FILE
 *
 * Compares again.
 */
void
leadup_versions_dialog_set_base (LeadupVersionsDialog *self,
                                 LeadupVersionsBase    base,
                                 GFile                *file)
{
  g_return_if_fail (LEADUP_IS_VERSIONS_DIALOG (self));
  g_return_if_fail (base != LEADUP_VERSIONS_FILE || file != NULL);

  self->base = base;
  if (file != NULL)
    g_set_object (&self->base_file, file);
  show_base (self);
  start (self);
}
