/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* What a worker makes of the plan that is at the head of the window’s queue. */
typedef struct
{
  LeadupImportPlan *plan;
  LeadupSnapshot *snapshot;
} Applying;

static void start_next (LeadupWindow *self);

/* The plan and the records that only it has may be a million. */
static void
applying_free (gpointer data)
{
  Applying *applying = data;

  leadup_discard_in_thread (applying->plan, g_object_unref);
  leadup_discard_in_thread (applying->snapshot, (GDestroyNotify) leadup_snapshot_unref);
  g_free (applying);
}

static gpointer
prepare_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Applying *applying = data;
  g_autoptr (LeadupTransaction) transaction =
      leadup_import_plan_to_transaction (applying->plan, applying->snapshot);

  return leadup_story_edit_prepare (applying->snapshot, transaction, cancellable, error);
}

static void
end_current (LeadupWindow *self)
{
  leadup_discard_in_thread (g_queue_pop_head (self->accepted), g_object_unref);
  start_next (self);
}

static void
tell (LeadupWindow   *self,
      LeadupSnapshot *before,
      guint           n)
{
  g_autofree char *message =
      g_strdup_printf (ngettext ("%u row imported", "%u rows imported", n), n);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  leadup_window_duplicates_check (self, before);
}

static void
prepared_cb (gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupStoryEdit *edit = result;
  g_autoptr (LeadupSnapshot) before =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  guint n = leadup_import_plan_count_chosen (g_queue_peek_head (self->accepted));

  if (edit == NULL)
    {
      leadup_window_add_message (self, error->message);
      end_current (self);
      return;
    }
  if (!leadup_story_edit_fits (edit, before))
    {
      /* Somebody edited meanwhile: once more, on what there is now. */
      leadup_discard_in_thread (edit, (GDestroyNotify) leadup_story_edit_free);
      start_next (self);
      return;
    }

  if (leadup_transaction_get_n_changes (leadup_story_edit_get_transaction (edit)) == 0)
    leadup_discard_in_thread (edit, (GDestroyNotify) leadup_story_edit_free);
  else if (leadup_workspace_push_edit (self->workspace, edit))
    tell (self, before, n);
  end_current (self);
}

static void
start_next (LeadupWindow *self)
{
  LeadupImportPlan *plan = g_queue_peek_head (self->accepted);
  Applying *applying;

  if (plan == NULL || self->is_closing)
    return;

  applying = g_new0 (Applying, 1);
  applying->plan = g_object_ref (plan);
  applying->snapshot = leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  leadup_job_slot_start (self->applying, prepare_in_thread, applying, applying_free,
                         (GDestroyNotify) leadup_story_edit_free, prepared_cb, self);
}

/**
 * leadup_window_apply:
 * @self: a window with a story
 * @plan: a plan that was accepted
 *
 * Carries it out as one undo step. A worker does the work, so that a million events do not hold up
 * the window; one plan after the other.
 */
void
leadup_window_apply (LeadupWindow     *self,
                     LeadupImportPlan *plan)
{
  g_queue_push_tail (self->accepted, g_object_ref (plan));
  if (g_queue_get_length (self->accepted) == 1)
    start_next (self);
}

void
leadup_window_apply_install (LeadupWindow *self)
{
  self->accepted = g_queue_new ();
  self->applying = leadup_job_slot_new ();
}

/* Called once, when the window goes. */
void
leadup_window_apply_dispose (LeadupWindow *self)
{
  if (self->applying != NULL)
    leadup_job_slot_cancel (self->applying);
  g_clear_object (&self->applying);
  if (self->accepted != NULL)
    g_queue_free_full (self->accepted, g_object_unref);
  self->accepted = NULL;
}
