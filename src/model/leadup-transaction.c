/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-transaction.h"

#include "base/leadup-pool.h"
#include "model/leadup-record-private.h"

/* Changes that there is room for at first. */
#define FIRST_ROOM 4

struct _LeadupTransaction
{
  gatomicrefcount refs;
  char *label;
  LeadupChange *changes;
  guint n_changes;
  guint n_room;
  guint kinds; /* bit n: a record of kind n is among them */
};

G_DEFINE_BOXED_TYPE (LeadupTransaction,
                     leadup_transaction,
                     leadup_transaction_ref,
                     leadup_transaction_unref)

static void
clear_change (LeadupChange *change)
{
  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

static void
append (LeadupTransaction *self,
        LeadupRecord      *before,
        LeadupRecord      *after)
{
  LeadupChange change = {
    .before = before != NULL ? g_object_ref (before) : NULL,
    .after = after != NULL ? g_object_ref (after) : NULL,
  };

  if (self->n_changes == self->n_room)
    {
      gsize old_size = sizeof change * self->n_room;

      self->n_room = MAX (2 * self->n_room, FIRST_ROOM);
      self->changes = leadup_pool_resize (self->changes, old_size, sizeof change * self->n_room);
    }
  self->changes[self->n_changes++] = change;
  self->kinds |= 1u << leadup_record_peek_kind (before != NULL ? before : after);
}

static guint
hash_record (gconstpointer key)
{
  gpointer record = (gpointer) key;

  return g_str_hash (leadup_record_peek_id (record)) * LEADUP_N_RECORD_KINDS +
         leadup_record_get_kind (record);
}

static gboolean
is_same_record (gconstpointer a,
                gconstpointer b)
{
  gpointer first = (gpointer) a, second = (gpointer) b;

  return leadup_record_get_kind (first) == leadup_record_get_kind (second) &&
         g_str_equal (leadup_record_peek_id (first), leadup_record_peek_id (second));
}

static LeadupRecord *
get_subject (const LeadupChange *change)
{
  return change->before != NULL ? change->before : change->after;
}

/**
 * leadup_transaction_new:
 * @label: what the edit does, for the undo button (“Rename event”)
 *
 * Returns: (transfer full): a transaction without changes
 */
LeadupTransaction *
leadup_transaction_new (const char *label)
{
  LeadupTransaction *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (LeadupTransaction, 1);
  g_atomic_ref_count_init (&self->refs);
  self->label = g_strdup (label);

  return self;
}

LeadupTransaction *
leadup_transaction_ref (LeadupTransaction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_transaction_unref (LeadupTransaction *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < self->n_changes; i++)
    clear_change (&self->changes[i]);
  leadup_pool_drop (self->changes, sizeof *self->changes * self->n_room);
  g_free (self->label);
  g_free (self);
}

/**
 * leadup_transaction_add:
 * @self: a transaction
 * @record: (transfer none): a new record
 *
 * A transaction names each record once; to edit what an earlier edit made, join two transactions.
 */
void
leadup_transaction_add (LeadupTransaction *self,
                        LeadupRecord      *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (LEADUP_IS_RECORD (record));

  append (self, NULL, record);
}

void
leadup_transaction_remove (LeadupTransaction *self,
                           LeadupRecord      *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (LEADUP_IS_RECORD (record));

  append (self, record, NULL);
}

/**
 * leadup_transaction_replace:
 * @self: a transaction
 * @before: (transfer none): the record as the story holds it
 * @after: (transfer none): another of the same kind and id
 */
void
leadup_transaction_replace (LeadupTransaction *self,
                            LeadupRecord      *before,
                            LeadupRecord      *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (LEADUP_IS_RECORD (before));
  g_return_if_fail (LEADUP_IS_RECORD (after));
  g_return_if_fail (is_same_record (before, after));

  append (self, before, after);
}

const char *
leadup_transaction_get_label (const LeadupTransaction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

guint
leadup_transaction_get_n_changes (const LeadupTransaction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_changes;
}

/* Whether a record of @kind is among the changes; at once, however many there are. */
gboolean
leadup_transaction_touches (const LeadupTransaction *self,
                            LeadupRecordKind         kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->kinds & 1u << kind) != 0;
}

/**
 * leadup_transaction_get_change:
 * @self: a transaction
 * @index: less than the number of changes
 *
 * Returns: (transfer none): the change; valid until another one is added
 */
const LeadupChange *
leadup_transaction_get_change (const LeadupTransaction *self,
                               guint                    index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_changes, NULL);

  return &self->changes[index];
}

/**
 * leadup_transaction_invert:
 * @self: a transaction
 *
 * Returns: (transfer full): what takes @self back, with the same label
 */
LeadupTransaction *
leadup_transaction_invert (const LeadupTransaction *self)
{
  LeadupTransaction *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = leadup_transaction_new (self->label);
  for (guint i = self->n_changes; i > 0; i--)
    {
      const LeadupChange *change = &self->changes[i - 1];

      append (inverse, change->after, change->before);
    }

  return inverse;
}

/**
 * leadup_transaction_join:
 * @first: an edit
 * @second: the edit after it
 *
 * One edit that does what both do. What the second one takes back disappears, so that the result
 * can be empty. Each transaction must name a record once.
 *
 * Returns: (transfer full): the joined edit, with the label of @first
 */
LeadupTransaction *
leadup_transaction_join (const LeadupTransaction *first,
                         const LeadupTransaction *second)
{
  g_autoptr (GHashTable) positions = NULL;
  LeadupTransaction *joined;
  guint kept = 0;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);

  joined = leadup_transaction_new (first->label);
  positions = g_hash_table_new (hash_record, is_same_record);
  for (guint i = 0; i < first->n_changes; i++)
    {
      const LeadupChange *change = &first->changes[i];

      append (joined, change->before, change->after);
      g_hash_table_insert (positions, get_subject (change), GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < second->n_changes; i++)
    {
      const LeadupChange *change = &second->changes[i];
      gpointer position;

      if (g_hash_table_lookup_extended (positions, get_subject (change), NULL, &position))
        g_set_object (&joined->changes[GPOINTER_TO_UINT (position)].after, change->after);
      else
        append (joined, change->before, change->after);
    }

  /* Neither what came and went nor what is as it was. */
  for (guint i = 0; i < joined->n_changes; i++)
    {
      LeadupChange change = joined->changes[i];

      if (change.before == change.after)
        clear_change (&joined->changes[i]);
      else
        joined->changes[kept++] = change;
    }
  joined->n_changes = kept;
  joined->kinds = 0;
  for (guint i = 0; i < kept; i++)
    joined->kinds |= 1u << leadup_record_get_kind (
                         get_subject (&joined->changes[i]));

  return joined;
}
