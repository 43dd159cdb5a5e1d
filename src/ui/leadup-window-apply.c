/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* What a worker makes of the change that is at the head of the window’s queue. */
typedef struct
{
  LeadupWindowChange *change;
  LeadupSnapshot *snapshot;
} Applying;

static void start_next (LeadupWindow *self);

/* A plan and the records that only it has may be a million. */
static void
change_clear (gpointer data)
{
  LeadupWindowChange *change = data;

  leadup_discard_in_thread (change->data, change->data_free);
}

static void
change_unref (gpointer change)
{
  g_atomic_rc_box_release_full (change, change_clear);
}

static void
applying_free (gpointer data)
{
  Applying *applying = data;

  change_unref (applying->change);
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
      applying->change->make (applying->change->data, applying->snapshot);

  return leadup_story_edit_prepare (applying->snapshot, transaction, cancellable, error);
}

static void
end_current (LeadupWindow *self)
{
  change_unref (g_queue_pop_head (self->accepted));
  start_next (self);
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
  const LeadupWindowChange *change = g_queue_peek_head (self->accepted);
  guint n;

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

  n = leadup_transaction_get_n_changes (leadup_story_edit_get_transaction (edit));
  if (n == 0)
    leadup_discard_in_thread (edit, (GDestroyNotify) leadup_story_edit_free);
  if (n == 0 || leadup_workspace_push_edit (self->workspace, edit))
    {
      change->done (self, change->data, n);
      if (n > 0)
        leadup_window_duplicates_check (self, before);
    }
  end_current (self);
}

static void
start_next (LeadupWindow *self)
{
  LeadupWindowChange *change = g_queue_peek_head (self->accepted);
  Applying *applying;

  if (change == NULL || self->is_closing)
    return;

  applying = g_new0 (Applying, 1);
  applying->change = g_atomic_rc_box_acquire (change);
  applying->snapshot = leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  leadup_job_slot_start (self->applying, prepare_in_thread, applying, applying_free,
                         (GDestroyNotify) leadup_story_edit_free, prepared_cb, self);
}

/**
 * leadup_window_apply:
 * @self: a window with a story
 * @change: what comes into the story; copied, and its data taken over
 *
 * Carries it out as one undo step. A worker does the work, so that a million events do not hold up
 * the window; one change after the other. Then looks for events that the story had already.
 */
void
leadup_window_apply (LeadupWindow             *self,
                     const LeadupWindowChange *change)
{
  LeadupWindowChange *own = g_atomic_rc_box_new (LeadupWindowChange);

  *own = *change;
  g_queue_push_tail (self->accepted, own);
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
    g_queue_free_full (self->accepted, change_unref);
  self->accepted = NULL;
}
