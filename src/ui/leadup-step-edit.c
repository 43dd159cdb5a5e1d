/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-step-edit.h"

#include <glib/gi18n.h>

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const LeadupStepFields *first = leadup_step_get_fields (*(LeadupStep **) a);
  const LeadupStepFields *second = leadup_step_get_fields (*(LeadupStep **) b);

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return strcmp (first->id, second->id);
}

/**
 * leadup_steps_list:
 * @story: a story
 *
 * Returns: (transfer full) (element-type LeadupStep): the steps in the order of presenting
 */
GPtrArray *
leadup_steps_list (LeadupStory *story)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model;

  g_return_val_if_fail (LEADUP_IS_STORY (story), steps);

  model = leadup_story_get_model (story, LEADUP_RECORD_STEP);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (steps, g_list_model_get_item (model, i));
  g_ptr_array_sort (steps, compare_steps);

  return steps;
}

/* Returns: (transfer none) (nullable): what the step shows */
LeadupView *
leadup_steps_get_view (LeadupStory *story,
                       LeadupStep  *step)
{
  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (LEADUP_IS_STEP (step), NULL);

  return leadup_story_lookup (story, LEADUP_RECORD_VIEW, leadup_step_get_fields (step)->view);
}

static guint
find_step (GPtrArray  *steps,
           const char *id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (leadup_record_get_id (steps->pdata[i]), id) == 0)
      return i;

  return steps->len;
}

/* Numbers @steps from 0, changing only those that stand elsewhere now. */
static void
add_positions (LeadupTransaction *transaction,
               GPtrArray         *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      LeadupStepFields fields = *leadup_step_get_fields (steps->pdata[i]);
      g_autoptr (LeadupStep) moved = NULL;

      if (fields.position == i)
        continue;

      fields.position = i;
      moved = leadup_step_new (&fields);
      leadup_transaction_replace (transaction, steps->pdata[i], LEADUP_RECORD (moved));
    }
}

/**
 * leadup_steps_capture:
 * @workspace: a workspace with a document
 * @present: what the step shall show; its id is not looked at
 * @after: (nullable): id of the step that it follows; %NULL or an unknown one = the last
 *
 * Returns: (transfer full) (nullable): id of the new step; %NULL where the story refused it
 */
char *
leadup_steps_capture (LeadupWorkspace        *workspace,
                      const LeadupViewFields *present,
                      const char             *after)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Capture step"));
  g_autofree char *view_id = leadup_record_make_id (LEADUP_RECORD_VIEW);
  g_autofree char *id = leadup_record_make_id (LEADUP_RECORD_STEP);
  LeadupViewFields view_fields;
  LeadupStepFields fields = { .id = id, .view = view_id };
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (LeadupView) view = NULL;
  g_autoptr (LeadupStep) step = NULL;
  guint index;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (present != NULL, NULL);

  steps = leadup_steps_list (leadup_workspace_get_story (workspace));
  index = after != NULL ? find_step (steps, after) : steps->len;
  fields.position = MIN (index + 1, steps->len);
  if (after == NULL || index == steps->len)
    fields.position = steps->len;

  view_fields = *present;
  view_fields.id = view_id;
  view = leadup_view_new (&view_fields);
  step = leadup_step_new (&fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (view));
  leadup_transaction_add (transaction, LEADUP_RECORD (step));
  for (guint i = fields.position; i < steps->len; i++)
    {
      LeadupStepFields later = *leadup_step_get_fields (steps->pdata[i]);
      g_autoptr (LeadupStep) moved = NULL;

      later.position = i + 1;
      moved = leadup_step_new (&later);
      leadup_transaction_replace (transaction, steps->pdata[i], LEADUP_RECORD (moved));
    }
  if (!leadup_workspace_push (workspace, transaction, NULL))
    return NULL;

  return g_steal_pointer (&id);
}

static gboolean
replace_view (LeadupWorkspace        *workspace,
              LeadupStep             *step,
              const LeadupViewFields *fields,
              const char             *label)
{
  LeadupView *before = leadup_steps_get_view (leadup_workspace_get_story (workspace), step);
  LeadupViewFields changed = *fields;
  g_autoptr (LeadupView) after = NULL;

  if (before == NULL)
    return FALSE;

  changed.id = leadup_view_get_fields (before)->id;
  changed.name = leadup_view_get_fields (before)->name;
  changed.extra = leadup_view_get_fields (before)->extra;
  after = leadup_view_new (&changed);

  return leadup_workspace_replace (workspace, label, LEADUP_RECORD (before), LEADUP_RECORD (after),
                                   NULL);
}

/**
 * leadup_steps_recapture:
 * @workspace: a workspace with a document
 * @step: one of its story
 * @present: what it shall show from now on
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_steps_recapture (LeadupWorkspace        *workspace,
                        LeadupStep             *step,
                        const LeadupViewFields *present)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (LEADUP_IS_STEP (step), FALSE);
  g_return_val_if_fail (present != NULL, FALSE);

  return replace_view (workspace, step, present, _ ("Capture step anew"));
}

/**
 * leadup_steps_set_picture:
 * @workspace: a workspace with a document
 * @step: one of its story
 * @picture: timeline, graph or both
 * @is_rest_faded: whether what is not selected stands back
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_steps_set_picture (LeadupWorkspace *workspace,
                          LeadupStep      *step,
                          LeadupPicture    picture,
                          gboolean         is_rest_faded)
{
  LeadupViewFields fields;
  LeadupView *view;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (LEADUP_IS_STEP (step), FALSE);

  view = leadup_steps_get_view (leadup_workspace_get_story (workspace), step);
  if (view == NULL)
    return FALSE;

  fields = *leadup_view_get_fields (view);
  if (fields.picture == picture && fields.is_rest_faded == is_rest_faded)
    return TRUE;

  fields.picture = picture;
  fields.is_rest_faded = is_rest_faded;

  return replace_view (workspace, step, &fields, _ ("Change what a step shows"));
}

/**
 * leadup_steps_move:
 * @workspace: a workspace with a document
 * @step: one of its story
 * @to: the place that it shall have, from 0; beyond the end = the last
 *
 * Returns: whether anything was moved
 */
gboolean
leadup_steps_move (LeadupWorkspace *workspace,
                   LeadupStep      *step,
                   guint            to)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Move step"));
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (LeadupStep) moved = NULL;
  guint from;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (LEADUP_IS_STEP (step), FALSE);

  steps = leadup_steps_list (leadup_workspace_get_story (workspace));
  from = find_step (steps, leadup_record_get_id (LEADUP_RECORD (step)));
  if (from == steps->len)
    return FALSE;

  to = MIN (to, steps->len - 1);
  if (from == to)
    return FALSE;

  moved = g_ptr_array_steal_index (steps, from);
  g_ptr_array_insert (steps, (int) to, g_object_ref (moved));
  add_positions (transaction, steps);

  return leadup_transaction_get_n_changes (transaction) > 0 &&
         leadup_workspace_push (workspace, transaction, NULL);
}

/* Whether a step other than @step shows @view. */
static gboolean
is_shown_elsewhere (GPtrArray  *steps,
                    LeadupStep *step,
                    const char *view)
{
  for (guint i = 0; i < steps->len; i++)
    if (steps->pdata[i] != (gpointer) step &&
        g_strcmp0 (leadup_step_get_fields (steps->pdata[i])->view, view) == 0)
      return TRUE;

  return FALSE;
}

/**
 * leadup_steps_remove:
 * @workspace: a workspace with a document
 * @step: one of its story
 *
 * Removes the step, and its view where no other step shows it.
 *
 * Returns: whether it was carried out
 */
gboolean
leadup_steps_remove (LeadupWorkspace *workspace,
                     LeadupStep      *step)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Delete step"));
  g_autoptr (GPtrArray) steps = NULL;
  LeadupView *view;
  guint index;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (LEADUP_IS_STEP (step), FALSE);

  steps = leadup_steps_list (leadup_workspace_get_story (workspace));
  view = leadup_steps_get_view (leadup_workspace_get_story (workspace), step);
  index = find_step (steps, leadup_record_get_id (LEADUP_RECORD (step)));
  if (index == steps->len)
    return FALSE;

  leadup_transaction_remove (transaction, steps->pdata[index]);
  if (view != NULL &&
      !is_shown_elsewhere (steps, steps->pdata[index],
                           leadup_record_get_id (LEADUP_RECORD (view))))
    leadup_transaction_remove (transaction, LEADUP_RECORD (view));
  g_ptr_array_remove_index (steps, index);
  add_positions (transaction, steps);

  return leadup_workspace_push (workspace, transaction, NULL);
}
