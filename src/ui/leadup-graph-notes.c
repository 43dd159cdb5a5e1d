/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-notes.h"

#include "base/leadup-job-slot.h"
#include "base/leadup-when-format.h"
#include "model/leadup-source.h"
#include "render/leadup-graph-sentences.h"
#include "ui/leadup-compare.h"
#include "ui/leadup-form.h"

#include <glib/gi18n.h>

#define NOTES_HEIGHT 190
#define MAX_CHANGES  200
#define MAX_OF_KIND  10

/* Sources that are named for a sentence when it is copied. */
#define MAX_CITED 5

/* After the brush rests. */
#define RENEWAL_MS 150

/**
 * Note:
 * @actors: (array zero-terminated=1): two of a pair, three of a triangle
 */
typedef struct
{
  char *heading;
  char *text;
  char *citation; /* (nullable) */
  GStrv actors;
} Note;

struct _LeadupGraphNotes
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *empty;
  LeadupWorkspace *workspace;
  LeadupGraphState *state;
  LeadupJobSlot *counting;
  LeadupGraphNotesKind kind;
  GPtrArray *notes;
  guint renewal;
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupGraphNotes, leadup_graph_notes, GTK_TYPE_WIDGET)

typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupTies *ties;
  LeadupTieSieve *sieve;
  LeadupGraphNotesKind kind;
  LeadupTieWindow before;
  LeadupTieWindow after;
} NotesJob;

static void
notes_job_free (gpointer data)
{
  NotesJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  leadup_ties_unref (job->ties);
  leadup_tie_sieve_unref (job->sieve);
  g_free (job);
}

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->heading);
  g_free (note->text);
  g_free (note->citation);
  g_strfreev (note->actors);
  g_free (note);
}

static GStrv
dup_actors (LeadupTies  *ties,
            const guint *actors,
            guint        n)
{
  GStrv ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (leadup_ties_get_actor (ties, actors[i]));

  return ids;
}

/* Who tells of what one did to the other in a window: “Reuters, 5 Sep 2025; AP, 3 Sep 2025”. */
static char *
cite (NotesJob              *job,
      LeadupTies            *ties,
      const LeadupTieChange *change)
{
  const LeadupTieWindow *window = change->after.n > 0 ? &job->after : &job->before;
  const LeadupTie *tie = leadup_ties_find (ties, leadup_ties_get_actor (ties, change->from),
                                           leadup_ties_get_actor (ties, change->to));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; tie != NULL && i < tie->n_events; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (tie->events[i].event);

      if (tie->events[i].time < window->from || tie->events[i].time >= window->to)
        continue;
      for (guint k = 0; k < fields->n_evidence && g_hash_table_size (seen) < MAX_CITED; k++)
        {
          const char *id = leadup_evidence_get_fields (fields->evidence[k])->source;
          LeadupSource *source = leadup_snapshot_lookup (job->snapshot, LEADUP_RECORD_SOURCE, id);
          g_autofree char *label = NULL;

          if (source == NULL || !g_hash_table_add (seen, (gpointer) id))
            continue;
          label = leadup_source_dup_label (source);
          g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label);
        }
    }

  return g_string_free (text, FALSE);
}

static void
count_changes (NotesJob   *job,
               LeadupTies *ties,
               GPtrArray  *notes)
{
  g_autoptr (GArray) changes = leadup_tie_changes_list (ties, &job->before, &job->after);

  for (guint i = 0; i < changes->len && notes->len < MAX_CHANGES; i++)
    {
      LeadupTieChange *change = &g_array_index (changes, LeadupTieChange, i);
      guint actors[] = { change->from, change->to };
      Note *note;

      if (change->kind == LEADUP_TIE_CHANGE_NONE)
        break;
      leadup_tie_change_look_closer (change, ties, &job->before, &job->after);
      note = g_new0 (Note, 1);
      note->heading = g_strdup_printf ("%s %s", leadup_graph_sentences_sign_change (change->kind),
                                       leadup_graph_sentences_name_change (change->kind));
      note->text = leadup_graph_sentences_change (job->snapshot, ties, change);
      note->citation = cite (job, ties, change);
      note->actors = dup_actors (ties, actors, 2);
      g_ptr_array_add (notes, note);
    }
}

static void
count_questions (NotesJob   *job,
                 LeadupTies *ties,
                 GPtrArray  *notes)
{
  g_autoptr (GArray) questions =
      leadup_graph_questions_find (ties, job->after.from, job->after.to, MAX_OF_KIND);

  for (guint i = 0; i < questions->len; i++)
    {
      const LeadupGraphQuestion *question = &g_array_index (questions, LeadupGraphQuestion, i);
      Note *note = g_new0 (Note, 1);

      note->text = leadup_graph_sentences_question (job->snapshot, ties, question);
      note->actors = dup_actors (ties, question->actors, question->n_actors);
      g_ptr_array_add (notes, note);
    }
}

static gpointer
count_in_thread (gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  NotesJob *job = data;
  g_autoptr (LeadupTies) ties = leadup_tie_sieve_apply (job->sieve, job->ties, LEADUP_INSTANT_MIN,
                                                        LEADUP_INSTANT_MAX);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (note_free);

  if (job->kind == LEADUP_GRAPH_NOTES_CHANGES)
    count_changes (job, ties, notes);
  else
    count_questions (job, ties, notes);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&notes);
}

static void
row_entered_cb (GtkEventControllerMotion *motion,
                double                    x,
                double                    y,
                gpointer                  user_data)
{
  LeadupGraphNotes *self = LEADUP_GRAPH_NOTES (user_data);
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  const Note *note =
      g_ptr_array_index (self->notes, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  g_autofree char *pair = g_strjoinv (" ", note->actors);

  leadup_workspace_set_hover (self->workspace, LEADUP_RECORD_ACTOR, TRUE, pair);
}

static void
row_left_cb (GtkEventControllerMotion *motion,
             gpointer                  user_data)
{
  leadup_workspace_set_hover (LEADUP_GRAPH_NOTES (user_data)->workspace, LEADUP_RECORD_EVENT, FALSE,
                              NULL);
}

static void
row_activated_cb (LeadupGraphNotes *self,
                  GtkListBoxRow    *row)
{
  const Note *note = g_ptr_array_index (self->notes, gtk_list_box_row_get_index (row));

  if (g_strv_length (note->actors) == 2)
    {
      leadup_workspace_select_tie (self->workspace, note->actors[0], note->actors[1]);
      return;
    }
  leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR, note->actors[0]);
  for (guint i = 1; note->actors[i] != NULL; i++)
    leadup_workspace_select_add (self->workspace, LEADUP_RECORD_ACTOR, note->actors[i]);
}

static void
add_row (LeadupGraphNotes *self,
         const Note       *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (note->text);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (line, "leadup-note");
  if (note->heading != NULL)
    {
      GtkWidget *heading = gtk_label_new (note->heading);

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "caption-heading");
      gtk_box_append (GTK_BOX (line), heading);
    }
  gtk_box_append (GTK_BOX (line), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_left_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
tell_nothing (LeadupGraphNotes *self,
              const char       *text)
{
  leadup_form_clear (self->list);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  gtk_label_set_label (GTK_LABEL (self->empty), text);
  gtk_widget_set_visible (self->empty, TRUE);
}

static void
counted_cb (gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  LeadupGraphNotes *self = LEADUP_GRAPH_NOTES (user_data);

  if (result == NULL)
    return;

  tell_nothing (self, self->kind == LEADUP_GRAPH_NOTES_CHANGES
                          ? _ ("Nothing changed between the two ranges.")
                          : _ ("There is nothing that calls for a question in this range."));
  self->notes = result;
  gtk_widget_set_visible (self->empty, self->notes->len == 0);
  for (guint i = 0; i < self->notes->len; i++)
    add_row (self, g_ptr_array_index (self->notes, i));
}

static void
set_title (LeadupGraphNotes *self,
           const NotesJob   *job)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;

  if (self->kind != LEADUP_GRAPH_NOTES_CHANGES)
    {
      gtk_label_set_label (GTK_LABEL (self->title), _ ("Questions to Ask"));
      return;
    }

  before = leadup_range_format (job->before.from, job->before.to);
  after = leadup_range_format (job->after.from, job->after.to);
  /* TRANSLATORS: two ranges of time, the first one before the second one */
  title = g_strdup_printf (_ ("What Changed: %s → %s"), before, after);
  gtk_label_set_label (GTK_LABEL (self->title), title);
}

static void
count (LeadupGraphNotes *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  NotesJob *job;

  if (self->kind == LEADUP_GRAPH_NOTES_NONE || projection == NULL)
    return;

  job = g_new0 (NotesJob, 1);
  job->snapshot = leadup_snapshot_ref (leadup_projection_get_snapshot (projection));
  job->ties = leadup_ties_ref (leadup_projection_get_ties (projection));
  job->sieve = leadup_tie_sieve_ref (leadup_graph_state_get_sieve (self->state));
  job->kind = self->kind;
  job->after = (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
  if (self->kind == LEADUP_GRAPH_NOTES_QUESTIONS)
    leadup_workspace_get_brush (self->workspace, &job->after.from, &job->after.to);
  else if (!leadup_compare_get (self->workspace, &job->before, &job->after))
    {
      gtk_label_set_label (GTK_LABEL (self->title), _ ("What Changed"));
      tell_nothing (self, _ ("Drag over the overview at the bottom: that range is compared with the "
                             "one before it. Hold Shift and drag to choose another one."));
      notes_job_free (job);
      return;
    }
  if (job->after.from >= job->after.to)
    job->after = (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
  set_title (self, job);
  leadup_job_slot_start (self->counting, count_in_thread, job, notes_job_free,
                         (GDestroyNotify) g_ptr_array_unref, counted_cb, self);
}

static gboolean
renew_cb (gpointer user_data)
{
  LeadupGraphNotes *self = LEADUP_GRAPH_NOTES (user_data);

  self->renewal = 0;
  count (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (LeadupGraphNotes *self)
{
  g_clear_handle_id (&self->renewal, g_source_remove);
  if (self->kind != LEADUP_GRAPH_NOTES_NONE)
    self->renewal = g_timeout_add (RENEWAL_MS, renew_cb, self);
}

static void
copy_cb (LeadupGraphNotes *self)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (GTK_LABEL (self->title)));

  g_string_append_c (text, '\n');
  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    {
      const Note *note = g_ptr_array_index (self->notes, i);

      g_string_append_printf (text, "• %s%s%s", note->heading != NULL ? note->heading : "",
                              note->heading != NULL ? ": " : "", note->text);
      if (note->citation != NULL && *note->citation != '\0')
        g_string_append_printf (text, " [%s]", note->citation);
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
close_cb (LeadupGraphNotes *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
leadup_graph_notes_dispose (GObject *object)
{
  LeadupGraphNotes *self = LEADUP_GRAPH_NOTES (object);

  g_clear_handle_id (&self->renewal, g_source_remove);
  if (self->counting != NULL)
    leadup_job_slot_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (leadup_graph_notes_parent_class)->dispose (object);
}

static void
leadup_graph_notes_class_init (LeadupGraphNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_graph_notes_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leadup_graph_notes_init (LeadupGraphNotes *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = leadup_form_icon_button_new ("edit-copy-symbolic", _ ("Copy with Sources"));
  GtkWidget *close = leadup_form_icon_button_new ("window-close-symbolic", _ ("Close"));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->counting = leadup_job_slot_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "leadup-notes");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (header, "leadup-notes-header");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), copy);
  gtk_box_append (GTK_BOX (header), close);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "leadup-notes-list");
  self->empty = leadup_form_note_new ("");
  gtk_widget_add_css_class (self->empty, "leadup-note");
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, NOTES_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notes on the graph"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_graph_notes_new (void)
{
  return g_object_new (LEADUP_TYPE_GRAPH_NOTES, NULL);
}

void
leadup_graph_notes_set_workspace (LeadupGraphNotes *self,
                                  LeadupWorkspace  *workspace,
                                  LeadupGraphState *state)
{
  g_return_if_fail (LEADUP_IS_GRAPH_NOTES (self));

  g_set_object (&self->state, state);
  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "brush-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
leadup_graph_notes_show (LeadupGraphNotes    *self,
                         LeadupGraphNotesKind kind)
{
  g_return_if_fail (LEADUP_IS_GRAPH_NOTES (self));
  g_return_if_fail (self->workspace != NULL);

  self->kind = kind;
  leadup_compare_set_active (self->workspace, kind == LEADUP_GRAPH_NOTES_CHANGES);
  gtk_widget_set_visible (GTK_WIDGET (self), kind != LEADUP_GRAPH_NOTES_NONE);
  count (self);
}
