/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-snapshot-private.h"
#include "model/leadup-story-private.h"

/**
 * leadup_story_edit_prepare:
 * @snapshot: the story
 * @transaction: (transfer none): the edit
 * @cancellable: (nullable): to stop it between two steps
 * @error: return location, as of leadup_story_apply()
 *
 * Does in any thread all that takes time: sorting, checking, and making the lists of the story as
 * it will be. Looks at all records of the story, so that it is meant for edits of many of them.
 *
 * Returns: (transfer full) (nullable): what leadup_story_apply_edit() carries out
 */
LeadupStoryEdit *
leadup_story_edit_prepare (LeadupSnapshot    *snapshot,
                           LeadupTransaction *transaction,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (LeadupStoryEdit) self = NULL;
  LeadupRecordList *const *lists;

  g_return_val_if_fail (snapshot != NULL && transaction != NULL, NULL);

  lists = leadup_snapshot_get_lists (snapshot);
  self = g_new0 (LeadupStoryEdit, 1);
  self->base = leadup_snapshot_ref (snapshot);
  self->transaction = leadup_transaction_ref (transaction);
  leadup_story_state_init (&self->state);
  if (!leadup_story_plan_init (&self->plan, lists, transaction, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    self->state.lists[i] = self->plan.lists[i] != NULL ? g_steal_pointer (&self->plan.lists[i])
                                                       : leadup_record_list_ref (lists[i]);
  if (!leadup_story_state_count_all (&self->state, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self->inverse = leadup_transaction_invert (transaction);

  return g_steal_pointer (&self);
}

LeadupTransaction *
leadup_story_edit_get_transaction (LeadupStoryEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->transaction;
}

/* Whether @snapshot is the story that it was prepared for. */
gboolean
leadup_story_edit_fits (LeadupStoryEdit *self,
                        LeadupSnapshot  *snapshot)
{
  g_return_val_if_fail (self != NULL && snapshot != NULL, FALSE);

  return leadup_snapshot_has_lists (self->base, leadup_snapshot_get_lists (snapshot));
}

/* Takes the longer the more records nobody else has. */
void
leadup_story_edit_free (LeadupStoryEdit *self)
{
  if (self == NULL)
    return;

  leadup_story_plan_clear (&self->plan);
  leadup_story_state_clear (&self->state);
  leadup_snapshot_unref (self->base);
  leadup_transaction_unref (self->transaction);
  g_clear_pointer (&self->inverse, leadup_transaction_unref);
  g_free (self);
}
