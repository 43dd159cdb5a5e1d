/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"
#include "ui/leadup-workspace.h"

#include <glib/gi18n.h>

/* Whether the user may edit; a refusal is told. */
static gboolean
may_edit (LeadupWorkspace *self)
{
  LeadupDocument *document = leadup_workspace_get_document (self);

  g_return_val_if_fail (document != NULL, FALSE);

  if (leadup_workspace_is_view_only (self))
    return FALSE;
  if (!leadup_document_is_read_only (document))
    return TRUE;

  g_signal_emit_by_name (self, "edit-failed",
                         _ ("This story is open for reading only. Save a copy to edit it."));

  return FALSE;
}

/**
 * leadup_workspace_push:
 * @self: a workspace with a document
 * @transaction: (transfer none): the edit
 * @coalesce_key: (nullable): joins edits with the same key to one undo step
 *
 * Carries out an edit of the user. A refusal is told by `edit-failed`.
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_workspace_push (LeadupWorkspace   *self,
                       LeadupTransaction *transaction,
                       const char        *coalesce_key)
{
  g_autoptr (GError) error = NULL;
  LeadupHistory *history;
  gboolean is_done;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  if (!may_edit (self))
    return FALSE;

  history = leadup_workspace_get_history (self);
  if (coalesce_key != NULL)
    is_done = leadup_history_push_coalesced (history, transaction, coalesce_key, &error);
  else
    is_done = leadup_history_push (history, transaction, &error);

  if (!is_done)
    g_signal_emit_by_name (self, "edit-failed", error->message);

  return is_done;
}

/**
 * leadup_workspace_push_edit:
 * @self: a workspace with a document
 * @edit: (transfer full): what a worker has prepared
 *
 * As leadup_workspace_push(), for an edit of many records.
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_workspace_push_edit (LeadupWorkspace *self,
                            LeadupStoryEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  if (!may_edit (self))
    {
      leadup_discard_in_thread (edit, (GDestroyNotify) leadup_story_edit_free);
      return FALSE;
    }
  if (leadup_history_push_edit (leadup_workspace_get_history (self), edit, &error))
    return TRUE;

  g_signal_emit_by_name (self, "edit-failed", error->message);

  return FALSE;
}

/**
 * leadup_workspace_replace:
 * @self: a workspace with a document
 * @label: name of the undo step
 * @before: (nullable): %NULL adds @after
 * @after: (nullable): %NULL removes @before
 * @coalesce_key: (nullable): joins edits with the same key
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_workspace_replace (LeadupWorkspace *self,
                          const char      *label,
                          LeadupRecord    *before,
                          LeadupRecord    *after,
                          const char      *coalesce_key)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (label);

  g_return_val_if_fail (before != NULL || after != NULL, FALSE);

  if (before == NULL)
    leadup_transaction_add (transaction, after);
  else if (after == NULL)
    leadup_transaction_remove (transaction, before);
  else
    leadup_transaction_replace (transaction, before, after);

  return leadup_workspace_push (self, transaction, coalesce_key);
}

/**
 * leadup_workspace_replace_event:
 * @self: a workspace with a document
 * @label: name of the undo step
 * @before: an event of the story
 * @fields: what it shall be
 * @coalesce_key: (nullable): joins edits with the same key
 *
 * As leadup_workspace_replace(); an edit of the date, of the evidence or of the verification itself
 * leaves a verification that the rules allow.
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_workspace_replace_event (LeadupWorkspace         *self,
                                const char              *label,
                                LeadupEvent             *before,
                                const LeadupEventFields *fields,
                                const char              *coalesce_key)
{
  const LeadupEventFields *former;
  LeadupEventFields changed;
  g_autoptr (LeadupEvent) after = NULL;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (LEADUP_IS_EVENT (before), FALSE);
  g_return_val_if_fail (fields != NULL, FALSE);

  former = leadup_event_get_fields (before);
  changed = *fields;
  if (changed.when != former->when || changed.evidence != former->evidence ||
      changed.n_evidence != former->n_evidence || changed.verification != former->verification)
    changed.verification = leadup_event_constrain_verification (&changed, g_get_real_time ());
  after = leadup_event_new (&changed);

  return leadup_workspace_replace (
    self, label, LEADUP_RECORD (before), LEADUP_RECORD (after), coalesce_key);
}

/**
 * leadup_workspace_delete_selected:
 * @self: a workspace with a document
 *
 * Removes the selected events, as one undo step.
 *
 * Returns: whether anything was removed
 */
gboolean
leadup_workspace_delete_selected (LeadupWorkspace *self)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  LeadupStory *story;
  guint n = 0;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  story = leadup_workspace_get_story (self);
  if (story == NULL)
    return FALSE;

  for (guint i = 0; i < leadup_workspace_get_n_selected (self); i++)
    n += leadup_workspace_get_selected (self, i)->kind == LEADUP_RECORD_EVENT;
  if (n == 0)
    return FALSE;

  transaction = leadup_transaction_new (ngettext ("Delete event", "Delete events", n));
  for (guint i = 0; i < leadup_workspace_get_n_selected (self); i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (self, i);
      LeadupRecord *event = NULL;

      if (selected->kind == LEADUP_RECORD_EVENT)
        event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, selected->id);
      if (event != NULL)
        leadup_transaction_remove (transaction, event);
    }

  return leadup_workspace_push (self, transaction, NULL);
}
