/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-view.h"

#include "base/leadup-job-slot.h"
#include "base/leadup-text.h"
#include "model/leadup-review-edit.h"
#include "ui/leadup-review-passage.h"
#include "ui/leadup-review-pending.h"
#include "ui/leadup-review-reader.h"
#include "ui/leadup-review-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Rows that the list shows; the next ones come up as these are dealt with. */
#define MAX_ROWS 300

struct _LeadupReviewView
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
  LeadupStory *story;
  LeadupJobSlot *slot;
  GPtrArray *source_ids;
  char *source;
  char *wanted;
  gboolean is_filling;

  GtkStack *pages;
  AdwLeaflet *leaflet;
  GtkLabel *source_label;
  LeadupReviewReader *reader;
  GtkDropDown *source_choice;
  GtkListBox *list;
  GtkLabel *all_label;
  GtkSpinButton *threshold;
  GtkLabel *same_label;
};

/* What the worker reads to make a candidate by hand. */
typedef struct
{
  LeadupSnapshot *snapshot;
  char *source;
  gint64 start;
  gint64 end;
} Passage;

enum
{
  STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupReviewView, leadup_review_view, GTK_TYPE_WIDGET)

static void
passage_free (gpointer data)
{
  Passage *passage = data;

  leadup_snapshot_unref (passage->snapshot);
  g_free (passage->source);
  g_free (passage);
}

static void
notify_state (LeadupReviewView *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static char *
label_source (LeadupReviewView *self,
              const char       *id)
{
  LeadupSource *source = leadup_story_lookup (self->story, LEADUP_RECORD_SOURCE, id);
  g_autofree char *label = source != NULL ? leadup_source_dup_label (source) : NULL;

  return leadup_text_single_line (label != NULL ? label : id, 100);
}

static void
add_source_choice (LeadupReviewView *self,
                   GtkStringList    *labels,
                   const char       *id,
                   guint             n)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  /* Translators: an article and how many events of it wait. */
  label = id != NULL ? label_source (self, id) : g_strdup (_ ("All articles"));
  text = g_strdup_printf (_ ("%s (%u)"), label, n);
  gtk_string_list_append (labels, text);
  g_ptr_array_add (self->source_ids, g_strdup (id));
}

/* The sources that have something pending, under “all”. */
static void
fill_sources (LeadupReviewView *self,
              GPtrArray        *pending)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) ids = NULL;
  guint selected = 0;

  for (guint i = 0; i < pending->len; i++)
    {
      const char *source = leadup_candidate_get_fields (g_ptr_array_index (pending, i))->source;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, source));

      g_hash_table_insert (counts, (gpointer) source, GUINT_TO_POINTER (n + 1));
    }

  g_ptr_array_set_size (self->source_ids, 0);
  add_source_choice (self, labels, NULL, pending->len);
  ids = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      if (g_strcmp0 (l->data, self->source) == 0)
        selected = self->source_ids->len;
      add_source_choice (self, labels, l->data,
                         GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)));
    }

  if (selected == 0)
    g_clear_pointer (&self->source, g_free);
  gtk_drop_down_set_model (self->source_choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->source_choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->source_choice), g_hash_table_size (counts) > 1);
}

static void
update_threshold (LeadupReviewView *self)
{
  guint n = leadup_review_view_count_above (self);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Accept %u _Sure Enough", "Accept %u _Sure Enough", n), n);
  gtk_label_set_label (self->all_label, text);
  notify_state (self);
}

/* Whether the story seems to have the selected event already. */
static void
show_same (LeadupReviewView *self,
           LeadupCandidate  *candidate)
{
  LeadupEvent *same = candidate != NULL
                          ? leadup_review_pending_find_same (
                                self->story, leadup_candidate_get_fields (candidate)->event)
                          : NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (same != NULL)
    {
      title = leadup_text_single_line (leadup_event_get_title (same), 80);
      /* Translators: %s is the title of an event of the story. */
      text = g_strdup_printf (_ ("Looks like “%s”, which the story has. M merges them."), title);
    }
  gtk_label_set_label (self->same_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->same_label), text != NULL);
}

/* The text beside the list is that of the selected candidate. */
static void
show_selected (LeadupReviewView *self)
{
  LeadupCandidate *candidate = leadup_review_view_get_selected (self);
  const char *id = candidate != NULL ? leadup_candidate_get_fields (candidate)->source : NULL;
  LeadupSource *source = NULL;
  g_autofree char *label = NULL;

  if (id != NULL)
    {
      source = leadup_story_lookup (self->story, LEADUP_RECORD_SOURCE, id);
      label = label_source (self, id);
    }
  gtk_label_set_label (self->source_label, label != NULL ? label : "");
  if (self->story != NULL)
    leadup_review_reader_show (self->reader, self->story, source);
  leadup_review_reader_select (self->reader, candidate);
  show_same (self, candidate);
  notify_state (self);
}

static GtkListBoxRow *
find_row (LeadupReviewView *self,
          const char       *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      LeadupCandidate *candidate = leadup_review_row_get_candidate (LEADUP_REVIEW_ROW (row));

      if (g_str_equal (leadup_record_get_id (LEADUP_RECORD (candidate)), id))
        return row;
    }

  return NULL;
}

static gboolean
has_focus (LeadupReviewView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* Selects the wanted one, else the one that had @index, and keeps the keyboard in the list. */
static void
select_near (LeadupReviewView *self,
             int               index,
             gboolean          grabs_focus)
{
  GtkListBoxRow *row = self->wanted != NULL ? find_row (self, self->wanted) : NULL;

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, index);
  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  g_clear_pointer (&self->wanted, g_free);

  gtk_list_box_select_row (self->list, row);
  if (row != NULL && grabs_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Takes out the rows that are gone and puts in those that are new; the others stay as they are. */
static void
fill_list (LeadupReviewView *self,
           GPtrArray        *shown)
{
  guint n = MIN (shown->len, MAX_ROWS);
  GtkListBoxRow *row;
  guint i = 0;

  while (i < n)
    {
      LeadupCandidate *candidate = g_ptr_array_index (shown, i);

      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row != NULL && leadup_review_row_get_candidate (LEADUP_REVIEW_ROW (row)) == candidate)
        {
          i++;
        }
      else if (row != NULL &&
               !g_ptr_array_find (shown, leadup_review_row_get_candidate (LEADUP_REVIEW_ROW (row)),
                                  NULL))
        {
          gtk_list_box_remove (self->list, GTK_WIDGET (row));
        }
      else
        {
          gtk_list_box_insert (
              self->list, GTK_WIDGET (leadup_review_row_new (self->story, candidate)), (int) i);
          i++;
        }
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
refresh (LeadupReviewView *self)
{
  g_autoptr (GPtrArray) pending = leadup_review_pending_list (self->story, NULL, 0);
  g_autoptr (GPtrArray) shown = NULL;
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean had_focus = has_focus (self);

  if (self->wanted == NULL && selected != NULL)
    self->wanted = g_strdup (leadup_record_get_id (
        LEADUP_RECORD (leadup_review_row_get_candidate (LEADUP_REVIEW_ROW (selected)))));

  self->is_filling = TRUE;
  fill_sources (self, pending);
  shown = leadup_review_pending_list (self->story, self->source, 0);
  fill_list (self, shown);
  gtk_stack_set_visible_child_name (self->pages, pending->len > 0 ? "review" : "done");
  select_near (self, index, had_focus);
  self->is_filling = FALSE;

  update_threshold (self);
  show_selected (self);
}

static gboolean
is_pending (LeadupRecord *record)
{
  return record != NULL && LEADUP_IS_CANDIDATE (record) &&
         leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->state == LEADUP_CANDIDATE_PENDING;
}

/* Whether the list has to change. What comes back by an undo is what the user looks for. */
static gboolean
concerns_review (LeadupReviewView  *self,
                 LeadupTransaction *transaction)
{
  gboolean has_candidates = leadup_transaction_touches (transaction, LEADUP_RECORD_CANDIDATE);

  for (guint i = 0; i < leadup_transaction_get_n_changes (transaction) && has_candidates; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      if (change->before != NULL && !is_pending (change->before) && is_pending (change->after))
        {
          g_free (self->wanted);
          self->wanted = g_strdup (leadup_record_get_id (change->after));
        }
    }

  return has_candidates || leadup_transaction_touches (transaction, LEADUP_RECORD_SOURCE);
}

static void
story_changed_cb (LeadupReviewView  *self,
                  LeadupTransaction *transaction)
{
  if (concerns_review (self, transaction))
    refresh (self);
}

/* A loaded document has another story. */
static void
document_changed_cb (LeadupReviewView *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);

  if (story == self->story)
    return;

  if (self->story != NULL)
    g_signal_handlers_disconnect_by_data (self->story, self);
  g_set_object (&self->story, story);
  leadup_job_slot_cancel (self->slot);
  gtk_list_box_select_row (self->list, NULL);
  if (story != NULL)
    g_signal_connect_object (story, "changed", G_CALLBACK (story_changed_cb), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}

static void
row_selected_cb (LeadupReviewView *self,
                 GtkListBoxRow    *row)
{
  if (!self->is_filling)
    show_selected (self);
}

static void
row_activated_cb (LeadupReviewView *self,
                  GtkListBoxRow    *row)
{
  g_autofree char *id = leadup_review_view_accept (self);
}

static void
source_chosen_cb (LeadupReviewView *self)
{
  guint selected = gtk_drop_down_get_selected (self->source_choice);

  if (self->is_filling || selected >= self->source_ids->len)
    return;

  g_free (self->source);
  self->source = g_strdup (g_ptr_array_index (self->source_ids, selected));
  refresh (self);
}

static void
candidate_clicked_cb (LeadupReviewView *self,
                      const char       *id)
{
  leadup_review_view_select (self, id);
}

static void
show_list_cb (LeadupReviewView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
show_text_cb (LeadupReviewView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "text");
}

static void
passage_read_cb (gpointer      result,
                 const GError *error,
                 gpointer      user_data)
{
  LeadupReviewView *self = user_data;
  g_autoptr (LeadupCandidate) candidate = result;

  if (candidate == NULL)
    {
      g_signal_emit_by_name (self->workspace, "edit-failed", error->message);
      return;
    }

  g_free (self->wanted);
  self->wanted = g_strdup (leadup_record_get_id (LEADUP_RECORD (candidate)));
  leadup_workspace_replace (self->workspace, _ ("Propose event from text"), NULL,
                            LEADUP_RECORD (candidate), NULL);
}

static gpointer
read_passage_in_thread (gpointer      data,
                        GCancellable *cancellable,
                        GError      **error)
{
  Passage *passage = data;

  return leadup_review_passage_read (passage->snapshot, passage->source, passage->start,
                                     passage->end, cancellable, error);
}

static void
passage_chosen_cb (LeadupReviewView *self,
                   gint64            start,
                   gint64            end)
{
  LeadupCandidate *candidate = leadup_review_view_get_selected (self);
  Passage *passage;

  if (candidate == NULL)
    return;

  passage = g_new0 (Passage, 1);
  passage->snapshot = leadup_story_snapshot (self->story);
  passage->source = g_strdup (leadup_candidate_get_fields (candidate)->source);
  passage->start = start;
  passage->end = end;
  leadup_job_slot_start (self->slot, read_passage_in_thread, passage, passage_free, g_object_unref,
                         passage_read_cb, self);
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  leadup_review_view_move (user_data, g_variant_get_int32 (arguments));

  return TRUE;
}

/* The keys of the review hold only while the list has the focus, so that they never type over text
 * or surprise another view. */
static void
add_keys (LeadupReviewView *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, 0, "win.review-accept" },
    { GDK_KEY_KP_Enter, 0, "win.review-accept" },
    { GDK_KEY_e, 0, "win.review-edit" },
    { GDK_KEY_m, 0, "win.review-merge" },
    { GDK_KEY_x, 0, "win.review-reject" },
    { GDK_KEY_z, 0, "win.undo" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "win.review-accept-all" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the list’s own keys. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  for (int step = -1; step <= 1; step += 2)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (step < 0 ? GDK_KEY_k : GDK_KEY_j, 0),
                            gtk_callback_action_new (move_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
leadup_review_view_dispose (GObject *object)
{
  LeadupReviewView *self = LEADUP_REVIEW_VIEW (object);

  if (self->slot != NULL)
    leadup_job_slot_cancel (self->slot);
  self->is_filling = TRUE;
  g_clear_pointer ((GtkWidget **) &self->pages, gtk_widget_unparent);
  g_clear_object (&self->slot);
  g_clear_object (&self->story);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->source_ids, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (leadup_review_view_parent_class)->dispose (object);
}

static gboolean
leadup_review_view_grab_focus (GtkWidget *widget)
{
  LeadupReviewView *self = LEADUP_REVIEW_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
leadup_review_view_class_init (LeadupReviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_review_view_dispose;
  widget_class->grab_focus = leadup_review_view_grab_focus;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEADUP_TYPE_REVIEW_READER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, pages);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, source_label);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, reader);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, source_choice);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, list);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, all_label);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, threshold);
  gtk_widget_class_bind_template_child (widget_class, LeadupReviewView, same_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, candidate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_state);
  gtk_widget_class_bind_template_callback (widget_class, update_threshold);
}

static void
leadup_review_view_init (LeadupReviewView *self)
{
  self->slot = leadup_job_slot_new ();
  self->source_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Folded, the list is what is worked with. */
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  add_keys (self);
}

void
leadup_review_view_set_workspace (LeadupReviewView *self,
                                  LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

/* Returns: (transfer none) (nullable): the candidate that the keys are about */
LeadupCandidate *
leadup_review_view_get_selected (LeadupReviewView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (LEADUP_IS_REVIEW_VIEW (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? leadup_review_row_get_candidate (LEADUP_REVIEW_ROW (row)) : NULL;
}

/* Selects a pending candidate; another source than @id’s is left where it must be. */
void
leadup_review_view_select (LeadupReviewView *self,
                           const char       *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));
  g_return_if_fail (id != NULL);

  row = find_row (self, id);
  if (row == NULL && self->source != NULL)
    {
      g_clear_pointer (&self->source, g_free);
      refresh (self);
      row = find_row (self, id);
    }
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Moves the selection by @step rows. */
void
leadup_review_view_move (LeadupReviewView *self,
                         int               step)
{
  GtkListBoxRow *row;
  int index = -1;

  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    index = gtk_list_box_row_get_index (row);
  row = gtk_list_box_get_row_at_index (self->list, MAX (index + step, 0));
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

gboolean
leadup_review_view_has_text_selection (LeadupReviewView *self)
{
  gint64 start;
  gint64 end;

  g_return_val_if_fail (LEADUP_IS_REVIEW_VIEW (self), FALSE);

  return leadup_review_reader_get_selection (self->reader, &start, &end);
}

/* Those of the chosen source, whether the list shows them or not. */
static GPtrArray *
list_above (LeadupReviewView *self)
{
  return leadup_review_pending_list (self->story, self->source,
                                     gtk_spin_button_get_value (self->threshold) / 100);
}

/* How many leadup_review_view_accept_all() would accept. */
guint
leadup_review_view_count_above (LeadupReviewView *self)
{
  g_autoptr (GPtrArray) above = NULL;

  g_return_val_if_fail (LEADUP_IS_REVIEW_VIEW (self), 0);

  above = list_above (self);

  return above->len;
}

/* @threshold: confidence, 0 … 1 */
void
leadup_review_view_set_threshold (LeadupReviewView *self,
                                  double            threshold)
{
  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  gtk_spin_button_set_value (self->threshold, threshold * 100);
}

static char *
accept (LeadupReviewView *self,
        GPtrArray        *candidates)
{
  g_autoptr (LeadupTransaction) transaction = NULL;

  if (candidates->len == 0)
    return NULL;

  transaction = leadup_review_edit_accept (self->story, candidates, g_get_real_time ());
  if (!leadup_workspace_push (self->workspace, transaction, NULL))
    return NULL;

  for (guint i = 0; i < leadup_transaction_get_n_changes (transaction); i++)
    {
      LeadupRecord *after = leadup_transaction_get_change (transaction, i)->after;

      if (after != NULL && LEADUP_IS_EVENT (after))
        return g_strdup (leadup_record_get_id (after));
    }

  return NULL;
}

/* Makes an event of the selected candidate. Returns: (nullable): its id */
char *
leadup_review_view_accept (LeadupReviewView *self)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_object_unref);
  LeadupCandidate *candidate;

  g_return_val_if_fail (LEADUP_IS_REVIEW_VIEW (self), NULL);

  candidate = leadup_review_view_get_selected (self);
  if (candidate != NULL)
    g_ptr_array_add (candidates, g_object_ref (candidate));

  return accept (self, candidates);
}

/* Makes events of all that are sure enough: one undo step. */
void
leadup_review_view_accept_all (LeadupReviewView *self)
{
  g_autoptr (GPtrArray) above = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  above = list_above (self);
  id = accept (self, above);
}

void
leadup_review_view_reject (LeadupReviewView *self)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  LeadupCandidate *candidate;

  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  candidate = leadup_review_view_get_selected (self);
  if (candidate == NULL)
    return;

  transaction = leadup_review_edit_reject (self->story, candidate);
  leadup_workspace_push (self->workspace, transaction, NULL);
}

/* Adds what the selected candidate rests on to @event of the story. */
void
leadup_review_view_merge_into (LeadupReviewView *self,
                               LeadupEvent      *event)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  LeadupCandidate *candidate;

  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  candidate = leadup_review_view_get_selected (self);
  if (candidate == NULL)
    return;

  transaction = leadup_review_edit_merge (self->story, candidate, event, g_get_real_time ());
  leadup_workspace_push (self->workspace, transaction, NULL);
}

/* Proposes an event from the text that is selected by hand. */
void
leadup_review_view_choose_text (LeadupReviewView *self)
{
  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  leadup_review_reader_choose_selection (self->reader);
}
