/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-draft.h"
#include "model/leadup-review-edit.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

#define MAX_DAYS 365
#define MAX_SENTENCES 20

/* What the worker reads. */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupDigestLimits limits;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  leadup_snapshot_unref (draft->snapshot);
  g_free (draft);
}

static gpointer
choose_in_thread (gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  Draft *draft = data;

  return leadup_draft_choose (draft->snapshot, &draft->limits, cancellable, error);
}

/* Those that are still pending: the user may have gone on while the worker read. */
static void
drop_dealt_with (LeadupStory *story,
                 GPtrArray   *candidates)
{
  for (guint i = candidates->len; i > 0; i--)
    {
      const char *id = leadup_record_get_id (candidates->pdata[i - 1]);
      LeadupCandidate *now = leadup_story_lookup (story, LEADUP_RECORD_CANDIDATE, id);

      if (now == NULL || leadup_candidate_get_fields (now)->state != LEADUP_CANDIDATE_PENDING)
        g_ptr_array_remove_index (candidates, i - 1);
      else if (now != candidates->pdata[i - 1])
        {
          g_object_unref (candidates->pdata[i - 1]);
          candidates->pdata[i - 1] = g_object_ref (now);
        }
    }
}

static void
chosen_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  g_autoptr (GPtrArray) chosen = result;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autofree char *message = NULL;

  if (chosen == NULL)
    {
      leadup_window_add_message (self, error->message);
      return;
    }
  drop_dealt_with (story, chosen);
  if (chosen->len == 0)
    {
      leadup_window_add_message (
          self, _ ("Nothing is left to draft from: import articles, or review what was found."));
      return;
    }

  transaction = leadup_review_edit_accept (story, chosen, g_get_real_time ());
  if (!leadup_workspace_push (self->workspace, transaction, NULL))
    return;

  message =
      g_strdup_printf (ngettext ("%u event in the draft; the rest waits for review",
                                 "%u events in the draft; the rest waits for review", chosen->len),
                       chosen->len);
  leadup_window_add_undo (self, message);
  leadup_window_show_view (self, "timeline");
}

static GtkSpinButton *
add_number (GtkGrid    *grid,
            int         row,
            const char *text,
            guint       value,
            guint       most)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_hexpand (spin, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, spin, 1, row, 1, 1);

  return GTK_SPIN_BUTTON (spin);
}

static void
response_cb (LeadupWindow     *self,
             const char       *response,
             AdwMessageDialog *dialog)
{
  Draft *draft;

  if (!g_str_equal (response, "draft"))
    return;

  draft = g_new0 (Draft, 1);
  draft->snapshot = leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  draft->limits.n_days = (guint) gtk_spin_button_get_value_as_int (
      GTK_SPIN_BUTTON (g_object_get_data (G_OBJECT (dialog), "days")));
  draft->limits.n_sentences = (guint) gtk_spin_button_get_value_as_int (
      GTK_SPIN_BUTTON (g_object_get_data (G_OBJECT (dialog), "sentences")));
  leadup_job_slot_start (self->drafting, choose_in_thread, draft, draft_free,
                         (GDestroyNotify) g_ptr_array_unref, chosen_cb, self);
}

static void
draft_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Draft a Story From These Articles"),
      _ ("The days that matter most and the events that tell them are taken into the story. "
         "Everything else that was found waits for review.")));

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  g_object_set_data (G_OBJECT (dialog), "days",
                     add_number (grid, 0, _ ("_Days"), LEADUP_DIGEST_DAYS, MAX_DAYS));
  g_object_set_data (
      G_OBJECT (dialog), "sentences",
      add_number (grid, 1, _ ("_Events a day"), LEADUP_DIGEST_SENTENCES, MAX_SENTENCES));
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (grid));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "draft", _ ("_Draft"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "draft", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "draft");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
leadup_window_draft_install (LeadupWindow *self)
{
  static const GActionEntry entries[] = { { "draft-story", draft_cb } };

  self->drafting = leadup_job_slot_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Called once, when the window goes. */
void
leadup_window_draft_dispose (LeadupWindow *self)
{
  if (self->drafting != NULL)
    leadup_job_slot_cancel (self->drafting);
  g_clear_object (&self->drafting);
}
