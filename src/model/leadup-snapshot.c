/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-snapshot.h"

#include "model/leadup-event.h"
#include "model/leadup-snapshot-private.h"

/* So far ahead a walk asks for an event, then for what it holds, then for its time. */
#define AHEAD 16

struct _LeadupSnapshot
{
  gatomicrefcount refs;
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS];
};

G_DEFINE_BOXED_TYPE (LeadupSnapshot, leadup_snapshot, leadup_snapshot_ref, leadup_snapshot_unref)

/**
 * leadup_snapshot_new:
 * @records: (array fixed-size=10): for each kind an array of records in any order, or %NULL for
 * none
 *
 * For what has no story, such as an import before it is merged. References are not checked. An id
 * that occurs twice within a kind is a programmer’s mistake.
 *
 * Returns: (transfer full) (nullable): the snapshot
 */
LeadupSnapshot *
leadup_snapshot_new (GPtrArray *const *records)
{
  LeadupSnapshot *self;

  g_return_val_if_fail (records != NULL, NULL);

  self = g_new0 (LeadupSnapshot, 1);
  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_autoptr (GError) error = NULL;

      self->lists[i] =
          leadup_record_list_new (records[i] != NULL ? (LeadupRecord **) records[i]->pdata : NULL,
                                  records[i] != NULL ? records[i]->len : 0, &error);
      if (self->lists[i] == NULL)
        {
          g_critical ("leadup_snapshot_new: %s", error->message);
          leadup_snapshot_unref (self);
          return NULL;
        }
    }

  return self;
}

LeadupSnapshot *
leadup_snapshot_new_from_lists (LeadupRecordList *const *lists)
{
  LeadupSnapshot *self = g_new (LeadupSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    self->lists[i] = leadup_record_list_ref (lists[i]);

  return self;
}

LeadupRecordList *const *
leadup_snapshot_get_lists (const LeadupSnapshot *self)
{
  return self->lists;
}

/* Whether it is a snapshot of just these. */
gboolean
leadup_snapshot_has_lists (const LeadupSnapshot      *self,
                           LeadupRecordList * const  *lists)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (self->lists[i] != lists[i])
      return FALSE;

  return TRUE;
}

LeadupSnapshot *
leadup_snapshot_ref (LeadupSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_snapshot_unref (LeadupSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->lists[i], leadup_record_list_unref);
  g_free (self);
}

guint
leadup_snapshot_get_n (const LeadupSnapshot *self,
                       LeadupRecordKind      kind)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, 0);

  return leadup_record_list_get_n (self->lists[kind]);
}

/**
 * leadup_snapshot_get:
 * @self: a snapshot
 * @kind: which records
 * @index: in the order of ids, less than leadup_snapshot_get_n()
 *
 * Returns: (transfer none): the record, of the type that belongs to @kind
 */
gpointer
leadup_snapshot_get (const LeadupSnapshot *self,
                     LeadupRecordKind      kind,
                     guint                 index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  return leadup_record_list_get (self->lists[kind], index);
}

/* Returns: whether all records of a kind are the very same in both */
gboolean
leadup_snapshot_shares (const LeadupSnapshot *self,
                        const LeadupSnapshot *other,
                        LeadupRecordKind      kind)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, FALSE);

  return self->lists[kind] == other->lists[kind];
}

/**
 * leadup_snapshot_look_ahead:
 * @self: a snapshot
 * @index: of the event that a walk over all of them has come to
 *
 * In the order of ids events lie all over the memory, which takes longer to come than they take to
 * be looked at. This asks for the next ones, so that they are there by then.
 */
void
leadup_snapshot_look_ahead (const LeadupSnapshot *self,
                            guint                 index)
{
  const LeadupRecordList *list;
  guint n_left;

  g_return_if_fail (self != NULL);

  list = self->lists[LEADUP_RECORD_EVENT];
  n_left = leadup_record_list_get_n (list) - index;
  if (n_left > 3 * AHEAD)
    __builtin_prefetch (leadup_record_list_get (list, index + 3 * AHEAD));
  if (n_left > 2 * AHEAD)
    {
      const char *block = leadup_record_list_get (list, index + 2 * AHEAD)->block;

      __builtin_prefetch (block);
      __builtin_prefetch (block + 64);
    }
  if (n_left > AHEAD)
    __builtin_prefetch (
        leadup_event_get_when (LEADUP_EVENT (leadup_record_list_get (list, index + AHEAD))));
}

/**
 * leadup_snapshot_lookup:
 * @self: a snapshot
 * @kind: which records
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with @id
 */
gpointer
leadup_snapshot_lookup (const LeadupSnapshot *self,
                        LeadupRecordKind      kind,
                        const char           *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return leadup_record_list_find (self->lists[kind], id, NULL);
}

/**
 * leadup_snapshot_get_info:
 * @self: a snapshot
 *
 * Returns: (transfer none) (nullable): what is said once; never %NULL in a snapshot of a story
 */
LeadupInfo *
leadup_snapshot_get_info (const LeadupSnapshot *self)
{
  return leadup_snapshot_lookup (self, LEADUP_RECORD_INFO, LEADUP_INFO_ID);
}
