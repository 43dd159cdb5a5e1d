/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-story.h"

#include "base/leadup-error.h"
#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-phase.h"
#include "model/leadup-placement.h"
#include "model/leadup-record-model.h"
#include "model/leadup-snapshot-private.h"
#include "model/leadup-source.h"
#include "model/leadup-step.h"
#include "model/leadup-story-private.h"
#include "model/leadup-view.h"

#include <glib/gi18n.h>

struct _LeadupStory
{
  GObject parent_instance;

  LeadupStoryState state;
  LeadupRecordModel *models[LEADUP_N_RECORD_KINDS];
  gboolean is_applying;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupStory, leadup_story, G_TYPE_OBJECT)

static GType
get_item_type (LeadupRecordKind kind)
{
  switch (kind)
    {
    case LEADUP_RECORD_INFO:
      return LEADUP_TYPE_INFO;
    case LEADUP_RECORD_CATEGORY:
      return LEADUP_TYPE_CATEGORY;
    case LEADUP_RECORD_ACTOR:
      return LEADUP_TYPE_ACTOR;
    case LEADUP_RECORD_SOURCE:
      return LEADUP_TYPE_SOURCE;
    case LEADUP_RECORD_EVENT:
      return LEADUP_TYPE_EVENT;
    case LEADUP_RECORD_CANDIDATE:
      return LEADUP_TYPE_CANDIDATE;
    case LEADUP_RECORD_PHASE:
      return LEADUP_TYPE_PHASE;
    case LEADUP_RECORD_VIEW:
      return LEADUP_TYPE_VIEW;
    case LEADUP_RECORD_STEP:
      return LEADUP_TYPE_STEP;
    case LEADUP_RECORD_PLACEMENT:
      return LEADUP_TYPE_PLACEMENT;
    default:
      g_return_val_if_reached (LEADUP_TYPE_RECORD);
    }
}

/* Where the lists of one kind begin and cease to differ. */
static void
emit_items_changed (LeadupStory            *self,
                    const LeadupStoryPlan  *plan,
                    const LeadupRecordList *old,
                    LeadupRecordKind        kind)
{
  const LeadupRecordEdit *last = leadup_story_plan_get (plan, kind, plan->n_edits[kind] - 1);
  guint first_position, last_position, n_same_after;
  gboolean is_held;

  leadup_record_list_find (old, leadup_story_plan_get (plan, kind, 0)->id, &first_position);
  is_held = leadup_record_list_find (old, last->id, &last_position) != NULL;
  n_same_after = leadup_record_list_get_n (old) - last_position - (is_held ? 1 : 0);

  leadup_record_model_set_list (self->models[kind], self->state.lists[kind], first_position,
                                n_same_after);
}

/* All lists are in place before anybody hears of it; each model follows when its own turn comes. */
static void
tell (LeadupStory               *self,
      const LeadupStoryPlan     *plan,
      LeadupRecordList * const  *old,
      LeadupTransaction         *transaction)
{
  self->is_applying = TRUE;
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (plan->n_edits[i] > 0)
      emit_items_changed (self, plan, old[i], i);

  g_signal_emit (self, signals[CHANGED], 0, transaction);
  self->is_applying = FALSE;
}

static void
commit (LeadupStory       *self,
        LeadupStoryPlan   *plan,
        LeadupTransaction *transaction)
{
  LeadupRecordList *old[LEADUP_N_RECORD_KINDS];

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      old[i] = self->state.lists[i];
      if (plan->lists[i] != NULL)
        self->state.lists[i] = g_steal_pointer (&plan->lists[i]);
    }
  tell (self, plan, old, transaction);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (old[i] != self->state.lists[i])
      leadup_record_list_unref (old[i]);
}

static void
exchange (LeadupStory       *self,
          LeadupStoryEdit   *edit,
          LeadupTransaction *transaction)
{
  LeadupStoryState before = self->state;

  self->state = edit->state;
  edit->state = before;
  edit->is_done = !edit->is_done;
  tell (self, &edit->plan, before.lists, transaction);
}

static void
leadup_story_finalize (GObject *object)
{
  LeadupStory *self = LEADUP_STORY (object);

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_clear_object (&self->models[i]);
  leadup_story_state_clear (&self->state);

  G_OBJECT_CLASS (leadup_story_parent_class)->finalize (object);
}

static void
leadup_story_class_init (LeadupStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = leadup_story_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", LEADUP_TYPE_STORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, LEADUP_TYPE_TRANSACTION | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
leadup_story_init (LeadupStory *self)
{
  leadup_story_state_init (&self->state);
}

static gboolean
check_info (GPtrArray *infos,
            GError   **error)
{
  if (infos->len == 0)
    {
      LeadupInfoFields fields = { .title = NULL };

      g_ptr_array_add (infos, leadup_info_new (&fields));
    }

  if (infos->len > 1)
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                           _ ("A story has exactly one record of general information"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
fill (LeadupStory        *self,
      GPtrArray * const  *records,
      GError            **error)
{
  if (!check_info (records[LEADUP_RECORD_INFO], error))
    return FALSE;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      self->state.lists[i] =
          leadup_record_list_new ((LeadupRecord **) records[i]->pdata, records[i]->len, error);
      if (self->state.lists[i] == NULL)
        return FALSE;
      self->models[i] = leadup_record_model_new (get_item_type (i), self->state.lists[i]);
    }

  return leadup_story_state_count_all (&self->state, error);
}

/**
 * leadup_story_new:
 *
 * Returns: (transfer full): a story with general information and nothing else, not even categories
 */
LeadupStory *
leadup_story_new (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return leadup_story_new_from_records (none, NULL);
}

/**
 * leadup_story_new_from_records:
 * @records: (element-type LeadupRecord) (transfer none): records of all kinds in any order
 * @error: return location; %LEADUP_ERROR_INTEGRITY, and which record is the matter, where an id
 * occurs twice within a kind or where a record refers to one that is not there
 *
 * General information is added where it is missing. The records are sorted and checked once, which
 * takes time O(n log n), or O(n) where each kind is in the order of ids, as in a file.
 *
 * Returns: (transfer full) (nullable): the story
 */
LeadupStory *
leadup_story_new_from_records (GPtrArray *records,
                               GError   **error)
{
  g_autoptr (LeadupStory) self = NULL;
  GPtrArray *by_kind[LEADUP_N_RECORD_KINDS];
  gboolean is_ok;

  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (LEADUP_TYPE_STORY, NULL);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    by_kind[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (by_kind[leadup_record_get_kind (records->pdata[i])],
                     g_object_ref (records->pdata[i]));

  is_ok = fill (self, by_kind, error);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_ptr_array_unref (by_kind[i]);

  return is_ok ? g_steal_pointer (&self) : NULL;
}

/**
 * leadup_story_apply:
 * @self: a story
 * @transaction: (transfer none): the edit
 * @error: return location; %LEADUP_ERROR_CONFLICT where the story does not hold what the edit
 * replaces or removes, %LEADUP_ERROR_INTEGRITY where an id is taken, a reference would lead
 * nowhere, or the transaction names a record twice
 *
 * Carries out all of @transaction or nothing of it. Then each list model that it touched emits
 * items-changed once, and the story emits changed. A transaction without changes does nothing.
 *
 * Takes time for the records that it names and for about a thousand pointers; the size of the story
 * enters only by its logarithm. May not be called from handlers of these signals.
 *
 * Returns: whether the edit was carried out
 */
gboolean
leadup_story_apply (LeadupStory       *self,
                    LeadupTransaction *transaction,
                    GError           **error)
{
  LeadupStoryPlan plan = { .edits = { NULL } };
  gboolean is_ok;

  g_return_val_if_fail (LEADUP_IS_STORY (self), FALSE);
  g_return_val_if_fail (transaction != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (!self->is_applying, FALSE);

  if (leadup_transaction_get_n_changes (transaction) == 0)
    return TRUE;

  is_ok = leadup_story_plan_init (&plan, self->state.lists, transaction, error) &&
          leadup_story_state_count (&self->state, &plan, transaction, error);
  if (is_ok)
    commit (self, &plan, transaction);
  leadup_story_plan_clear (&plan);

  return is_ok;
}

/**
 * leadup_story_apply_edit:
 * @self: a story
 * @edit: what a worker has prepared
 * @error: return location; %LEADUP_ERROR_CONFLICT where the story has changed since
 *
 * As leadup_story_apply(), in a time that does not depend on how much there is to do. @edit holds
 * the former state afterwards, for leadup_story_revert_edit().
 *
 * Returns: whether the edit was carried out
 */
gboolean
leadup_story_apply_edit (LeadupStory     *self,
                         LeadupStoryEdit *edit,
                         GError         **error)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), FALSE);
  g_return_val_if_fail (edit != NULL && !edit->is_done, FALSE);
  g_return_val_if_fail (!self->is_applying, FALSE);

  if (!leadup_snapshot_has_lists (edit->base, self->state.lists))
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
                           _ ("The story has been changed meanwhile"));
      return FALSE;
    }

  exchange (self, edit, edit->transaction);

  return TRUE;
}

/**
 * leadup_story_revert_edit:
 * @self: a story whose records are those that @edit left
 * @edit: was carried out
 *
 * Takes it back, or, called once more, carries it out again. Who edited in between has taken that
 * back before.
 *
 * Returns: (transfer none): what that came to, as long as @edit is there
 */
LeadupTransaction *
leadup_story_revert_edit (LeadupStory     *self,
                          LeadupStoryEdit *edit)
{
  LeadupTransaction *transaction;

  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);
  g_return_val_if_fail (edit != NULL && edit->inverse != NULL, NULL);
  g_return_val_if_fail (!self->is_applying, NULL);

  transaction = edit->is_done ? edit->inverse : edit->transaction;
  exchange (self, edit, transaction);

  return transaction;
}

/**
 * leadup_story_lookup:
 * @self: a story
 * @kind: which records
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with @id, of the type that belongs to @kind
 */
gpointer
leadup_story_lookup (LeadupStory     *self,
                     LeadupRecordKind kind,
                     const char      *id)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return leadup_record_list_find (self->state.lists[kind], id, NULL);
}

guint
leadup_story_get_n (LeadupStory     *self,
                    LeadupRecordKind kind)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), 0);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, 0);

  return leadup_record_list_get_n (self->state.lists[kind]);
}

/**
 * leadup_story_get_model:
 * @self: a story
 * @kind: which records
 *
 * A replaced record is one position that was removed and added. A transaction with several changes
 * of one kind is one signal from the first to the last of them.
 *
 * Returns: (transfer none): the records of @kind in the order of ids; the same object every time
 */
GListModel *
leadup_story_get_model (LeadupStory     *self,
                        LeadupRecordKind kind)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  return G_LIST_MODEL (self->models[kind]);
}

/**
 * leadup_story_get_info:
 * @self: a story
 *
 * Returns: (transfer none): what is said once
 */
LeadupInfo *
leadup_story_get_info (LeadupStory *self)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);

  return leadup_story_lookup (self, LEADUP_RECORD_INFO, LEADUP_INFO_ID);
}

/**
 * leadup_story_snapshot:
 * @self: a story
 *
 * Takes the same short time for any story.
 *
 * Returns: (transfer full): all records as they are now, for a worker
 */
LeadupSnapshot *
leadup_story_snapshot (LeadupStory *self)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);

  return leadup_snapshot_new_from_lists (self->state.lists);
}
