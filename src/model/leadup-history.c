/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-history.h"

#include "base/leadup-discard.h"
#include "model/leadup-story-private.h"

typedef struct
{
  LeadupTransaction *transaction;
  char *key;     /* (nullable): edits with the same key join this step */
  guint64 state; /* of the story after this step */
  LeadupStoryEdit *edit; /* (nullable): goes to and fro at once, where a worker prepared it */
} Step;

struct _LeadupHistory
{
  GObject parent_instance;

  LeadupStory *story;
  GPtrArray *steps;
  guint n_done; /* steps that are in the story; those after them can be redone */

  /* Each state has a number of its own, never used again: so it is enough to compare numbers to
   * know whether the story is as it was saved, also after the saved state was cut off. */
  guint64 newest_state;
  guint64 first_state;
  guint64 saved_state;

  gboolean can_coalesce;
};

/* What the properties say, to notify those that change. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  char *undo_label;
  char *redo_label;
  gboolean modified;
} Properties;

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  APPLIED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupHistory, leadup_history, G_TYPE_OBJECT)

static void
step_free (Step *step)
{
  leadup_transaction_unref (step->transaction);
  leadup_discard_in_thread (step->edit, (GDestroyNotify) leadup_story_edit_free);
  g_free (step->key);
  g_free (step);
}

static Step *
get_newest (LeadupHistory *self)
{
  return self->n_done > 0 ? self->steps->pdata[self->n_done - 1] : NULL;
}

static Properties
read_properties (LeadupHistory *self)
{
  return (Properties) {
    .can_undo = leadup_history_get_can_undo (self),
    .can_redo = leadup_history_get_can_redo (self),
    .undo_label = g_strdup (leadup_history_get_undo_label (self)),
    .redo_label = g_strdup (leadup_history_get_redo_label (self)),
    .modified = leadup_history_get_modified (self),
  };
}

/* Notifies what differs from @before, and frees that. */
static void
notify_properties (LeadupHistory *self,
                   Properties    *before)
{
  GObject *object = G_OBJECT (self);
  Properties now = read_properties (self);

  if (now.can_undo != before->can_undo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if (now.can_redo != before->can_redo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (g_strcmp0 (now.undo_label, before->undo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (now.redo_label, before->redo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REDO_LABEL]);
  if (now.modified != before->modified)
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);

  g_free (now.undo_label);
  g_free (now.redo_label);
  g_free (before->undo_label);
  g_free (before->redo_label);
}

static Step *
append_step (LeadupHistory     *self,
             LeadupTransaction *transaction,
             const char        *key)
{
  Step *step = g_new0 (Step, 1);

  step->transaction = leadup_transaction_ref (transaction);
  step->key = g_strdup (key);
  step->state = ++self->newest_state;
  g_ptr_array_add (self->steps, step);
  self->n_done++;

  return step;
}

static void
join_step (LeadupHistory     *self,
           Step              *step,
           LeadupTransaction *transaction)
{
  LeadupTransaction *joined = leadup_transaction_join (step->transaction, transaction);

  leadup_transaction_unref (step->transaction);
  step->transaction = joined;
  step->state = ++self->newest_state;

  /* Typed and deleted again: as if it had not been. */
  if (leadup_transaction_get_n_changes (joined) == 0)
    g_ptr_array_set_size (self->steps, (int) --self->n_done);
}

static gboolean
push (LeadupHistory     *self,
      LeadupTransaction *transaction,
      const char        *key,
      GError           **error)
{
  Properties before;
  Step *newest;

  if (leadup_transaction_get_n_changes (transaction) == 0)
    return TRUE;

  before = read_properties (self);
  if (!leadup_story_apply (self->story, transaction, error))
    {
      g_free (before.undo_label);
      g_free (before.redo_label);
      return FALSE;
    }

  g_ptr_array_set_size (self->steps, (int) self->n_done);
  newest = get_newest (self);
  if (key != NULL && self->can_coalesce && newest != NULL && g_strcmp0 (newest->key, key) == 0)
    join_step (self, newest, transaction);
  else
    append_step (self, transaction, key);
  self->can_coalesce = key != NULL;

  notify_properties (self, &before);
  g_signal_emit (self, signals[APPLIED], 0, transaction);

  return TRUE;
}

/* Makes a change part of the state that the story is in, which goes and comes with it. */
static void
amend_step (Step              *step,
            LeadupTransaction *transaction)
{
  LeadupTransaction *joined = leadup_transaction_join (step->transaction, transaction);

  /* The states that a worker made lack the change. */
  leadup_discard_in_thread (g_steal_pointer (&step->edit),
                            (GDestroyNotify) leadup_story_edit_free);
  leadup_transaction_unref (step->transaction);
  step->transaction = joined;
}

/* What a worker prepared needs no work to be taken back or done again. */
static gboolean
move_at_once (LeadupHistory *self,
              Step          *step,
              guint          n_done)
{
  Properties before = read_properties (self);
  LeadupTransaction *transaction = leadup_story_revert_edit (self->story, step->edit);

  self->can_coalesce = FALSE;
  self->n_done = n_done;
  notify_properties (self, &before);
  g_signal_emit (self, signals[APPLIED], 0, transaction);

  return TRUE;
}

/* Carries out what undo and redo do to the story. */
static gboolean
move (LeadupHistory     *self,
      LeadupTransaction *transaction,
      guint              n_done)
{
  Properties before = read_properties (self);
  g_autoptr (GError) error = NULL;

  self->can_coalesce = FALSE;
  if (!leadup_story_apply (self->story, transaction, &error))
    {
      /* Somebody edited the story behind the back of its history. */
      g_warning ("Undo step does not fit the story: %s", error->message);
      g_free (before.undo_label);
      g_free (before.redo_label);
      return FALSE;
    }

  self->n_done = n_done;
  notify_properties (self, &before);
  g_signal_emit (self, signals[APPLIED], 0, transaction);

  return TRUE;
}

static void
leadup_history_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LeadupHistory *self = LEADUP_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, leadup_history_get_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, leadup_history_get_can_redo (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, leadup_history_get_undo_label (self));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, leadup_history_get_redo_label (self));
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, leadup_history_get_modified (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
leadup_history_dispose (GObject *object)
{
  LeadupHistory *self = LEADUP_HISTORY (object);

  g_clear_object (&self->story);

  G_OBJECT_CLASS (leadup_history_parent_class)->dispose (object);
}

static void
leadup_history_finalize (GObject *object)
{
  LeadupHistory *self = LEADUP_HISTORY (object);

  g_ptr_array_unref (self->steps);

  G_OBJECT_CLASS (leadup_history_parent_class)->finalize (object);
}

static void
leadup_history_class_init (LeadupHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = leadup_history_get_property;
  object_class->dispose = leadup_history_dispose;
  object_class->finalize = leadup_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[APPLIED] =
      g_signal_new ("applied", LEADUP_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, LEADUP_TYPE_TRANSACTION | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
leadup_history_init (LeadupHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

/**
 * leadup_history_new:
 * @story: (transfer none): the story, which counts as saved as it is
 *
 * Returns: (transfer full): a history without steps
 */
LeadupHistory *
leadup_history_new (LeadupStory *story)
{
  LeadupHistory *self;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);

  self = g_object_new (LEADUP_TYPE_HISTORY, NULL);
  self->story = g_object_ref (story);

  return self;
}

/**
 * leadup_history_get_story:
 * @self: a history
 *
 * Returns: (transfer none): the story that it changes
 */
LeadupStory *
leadup_history_get_story (LeadupHistory *self)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), NULL);

  return self->story;
}

gboolean
leadup_history_push (LeadupHistory     *self,
                     LeadupTransaction *transaction,
                     GError           **error)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (transaction != NULL, FALSE);

  return push (self, transaction, NULL, error);
}

/**
 * leadup_history_push_coalesced:
 * @self: a history
 * @transaction: (transfer none): the edit to carry out
 * @key: (nullable): what is being edited, such as the id of an event and the name of its field
 * @error: return location for why the story refused it
 *
 * `applied` is emitted with @transaction alone, as the journal needs it. A step that joining left
 * without any change disappears.
 *
 * Returns: whether it was applied
 */
gboolean
leadup_history_push_coalesced (LeadupHistory     *self,
                               LeadupTransaction *transaction,
                               const char        *key,
                               GError           **error)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (transaction != NULL, FALSE);

  return push (self, transaction, key, error);
}

/**
 * leadup_history_push_edit:
 * @self: a history
 * @edit: (transfer full): what a worker has prepared; it is freed where it is refused
 * @error: return location; %LEADUP_ERROR_CONFLICT where the story has changed since
 *
 * As leadup_history_push(), but neither doing it nor undo and redo take time, however many records
 * it touches.
 *
 * Returns: whether it was applied
 */
gboolean
leadup_history_push_edit (LeadupHistory   *self,
                          LeadupStoryEdit *edit,
                          GError         **error)
{
  LeadupTransaction *transaction;
  Properties before;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  before = read_properties (self);
  if (!leadup_story_apply_edit (self->story, edit, error))
    {
      leadup_story_edit_free (edit);
      g_free (before.undo_label);
      g_free (before.redo_label);
      return FALSE;
    }

  transaction = leadup_story_edit_get_transaction (edit);
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  append_step (self, transaction, NULL)->edit = edit;
  self->can_coalesce = FALSE;
  notify_properties (self, &before);
  g_signal_emit (self, signals[APPLIED], 0, transaction);

  return TRUE;
}

/* The next edit is a step of its own, whatever its key: called when an entry loses the focus. */
gboolean
leadup_history_amend (LeadupHistory     *self,
                      LeadupTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  Step *newest;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (transaction != NULL, FALSE);

  if (leadup_transaction_get_n_changes (transaction) == 0)
    return TRUE;
  /* What can be redone must still fit. */
  if (leadup_history_get_can_redo (self))
    return FALSE;
  if (!leadup_story_apply (self->story, transaction, &error))
    {
      g_debug ("A computed change does not fit the story: %s", error->message);
      return FALSE;
    }

  newest = get_newest (self);
  if (newest != NULL)
    amend_step (newest, transaction);
  g_signal_emit (self, signals[APPLIED], 0, transaction);

  return TRUE;
}

void
leadup_history_end_coalescing (LeadupHistory *self)
{
  g_return_if_fail (LEADUP_IS_HISTORY (self));

  self->can_coalesce = FALSE;
}

/* Returns whether there was something to undo. */
gboolean
leadup_history_undo (LeadupHistory *self)
{
  g_autoptr (LeadupTransaction) inverse = NULL;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);

  if (self->n_done == 0)
    return FALSE;
  if (get_newest (self)->edit != NULL)
    return move_at_once (self, get_newest (self), self->n_done - 1);

  inverse = leadup_transaction_invert (get_newest (self)->transaction);

  return move (self, inverse, self->n_done - 1);
}

/* Returns whether there was something to redo. */
gboolean
leadup_history_redo (LeadupHistory *self)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  Step *step;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);

  if (self->n_done == self->steps->len)
    return FALSE;

  step = self->steps->pdata[self->n_done];
  if (step->edit != NULL)
    return move_at_once (self, step, self->n_done + 1);

  transaction = leadup_transaction_ref (step->transaction);

  return move (self, transaction, self->n_done + 1);
}

gboolean
leadup_history_get_can_undo (LeadupHistory *self)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

gboolean
leadup_history_get_can_redo (LeadupHistory *self)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);

  return self->n_done < self->steps->len;
}

/**
 * leadup_history_get_undo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what undo would take back; %NULL where there is nothing
 */
const char *
leadup_history_get_undo_label (LeadupHistory *self)
{
  Step *step;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), NULL);

  step = get_newest (self);

  return step != NULL ? leadup_transaction_get_label (step->transaction) : NULL;
}

/**
 * leadup_history_get_redo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what redo would do again; %NULL where there is nothing
 */
const char *
leadup_history_get_redo_label (LeadupHistory *self)
{
  Step *step;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), NULL);

  if (self->n_done == self->steps->len)
    return NULL;

  step = self->steps->pdata[self->n_done];

  return leadup_transaction_get_label (step->transaction);
}

/* The story as it is now is what the file holds. */
void
leadup_history_mark_saved (LeadupHistory *self)
{
  g_return_if_fail (LEADUP_IS_HISTORY (self));

  leadup_history_mark_state_saved (self, leadup_history_get_state (self));
}

guint64
leadup_history_get_state (LeadupHistory *self)
{
  Step *step;

  g_return_val_if_fail (LEADUP_IS_HISTORY (self), 0);

  step = get_newest (self);

  return step != NULL ? step->state : self->first_state;
}

/**
 * leadup_history_mark_state_saved:
 * @self: a history
 * @state: what leadup_history_get_state() said when the snapshot that was saved was taken
 *
 * Typing that goes on is a new step, so that undo can come back to what was saved.
 */
void
leadup_history_mark_state_saved (LeadupHistory *self,
                                 guint64        state)
{
  Properties before;

  g_return_if_fail (LEADUP_IS_HISTORY (self));
  g_return_if_fail (state <= self->newest_state);

  before = read_properties (self);
  self->saved_state = state;
  self->can_coalesce = FALSE;
  notify_properties (self, &before);
}

/* Whether the story differs from what the file holds. */
gboolean
leadup_history_get_modified (LeadupHistory *self)
{
  g_return_val_if_fail (LEADUP_IS_HISTORY (self), FALSE);

  return leadup_history_get_state (self) != self->saved_state;
}
