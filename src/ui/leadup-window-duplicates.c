/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-duplicates.h"
#include "import/leadup-event-merge.h"
#include "ui/leadup-duplicates-dialog.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* What the worker compares. */
typedef struct
{
  LeadupSnapshot *before;
  LeadupSnapshot *after;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  leadup_snapshot_unref (comparison->before);
  leadup_snapshot_unref (comparison->after);
  g_free (comparison);
}

static gpointer
find_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Comparison *comparison = data;

  return leadup_duplicates_find (comparison->after, comparison->before, cancellable, error);
}

static void
found_cb (gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (GArray) found = result;
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (found == NULL || found->len == 0)
    return;

  message = g_strdup_printf (ngettext ("%u pair of events may be the same event",
                                       "%u pairs of events may be the same event", found->len),
                             found->len);
  toast = adw_toast_new (message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("_Look"));
  adw_toast_set_action_name (toast, "win.find-duplicates");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Looks, in a worker, whether what came into the story since @before was there already. */
void
leadup_window_duplicates_check (LeadupWindow   *self,
                                LeadupSnapshot *before)
{
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->before = leadup_snapshot_ref (before);
  comparison->after = leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  leadup_job_slot_start (self->comparing, find_in_thread, comparison, comparison_free,
                         (GDestroyNotify) g_array_unref, found_cb, self);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupDuplicatesDialog *dialog =
      leadup_duplicates_dialog_new (GTK_WINDOW (self), self->workspace);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
part_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  const LeadupSelected *selected = leadup_workspace_get_primary (self->workspace);
  LeadupEvent *event = NULL;
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  if (selected != NULL && selected->kind == LEADUP_RECORD_EVENT)
    event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, selected->id);
  if (event == NULL || !leadup_event_merge_is_joined (event))
    {
      leadup_window_add_message (
          self, _ ("Select an event that was merged; then it can be made two again."));
      return;
    }

  transaction = leadup_event_merge_part (snapshot, event, g_get_real_time (), &error);
  if (transaction == NULL)
    leadup_window_add_message (self, error->message);
  else if (leadup_workspace_push (self->workspace, transaction, NULL))
    leadup_window_add_message (self, _ ("The events are two again"));
}

void
leadup_window_duplicates_install (LeadupWindow *self)
{
  static const GActionEntry entries[] = {
    { "find-duplicates", find_cb },
    { "part-event", part_cb },
  };

  self->comparing = leadup_job_slot_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Called once, when the window goes. */
void
leadup_window_duplicates_dispose (LeadupWindow *self)
{
  if (self->comparing != NULL)
    leadup_job_slot_cancel (self->comparing);
  g_clear_object (&self->comparing);
}
