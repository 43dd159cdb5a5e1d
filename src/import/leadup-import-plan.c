/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-plan.h"

#include "storage/leadup-record-writer.h"

struct _LeadupImportPlan
{
  GObject parent_instance;

  char *label;
  GArray *rows;
  GPtrArray *support;
  GPtrArray *warnings; /* ends with NULL */
  guint counts[LEADUP_N_IMPORT_VERDICTS];
};

G_DEFINE_FINAL_TYPE (LeadupImportPlan, leadup_import_plan, G_TYPE_OBJECT)

static void
clear_row (gpointer data)
{
  LeadupImportRow *row = data;

  g_free (row->title);
  g_free (row->reason);
  g_clear_object (&row->before);
  g_clear_object (&row->after);
}

static gboolean
is_same_text (LeadupRecord *a,
              LeadupRecord *b)
{
  g_autoptr (GString) x = NULL;
  g_autoptr (GString) y = NULL;

  if (a == b)
    return TRUE;

  x = g_string_new (NULL);
  y = g_string_new (NULL);
  leadup_record_writer_append (x, a);
  leadup_record_writer_append (y, b);

  return g_string_equal (x, y);
}

/* Adds or replaces, once for each record. */
static void
put (LeadupTransaction *transaction,
     GHashTable        *seen[],
     LeadupSnapshot    *snapshot,
     LeadupRecord      *record)
{
  LeadupRecordKind kind = leadup_record_get_kind (record);
  const char *id = leadup_record_get_id (record);
  LeadupRecord *before = leadup_snapshot_lookup (snapshot, kind, id);

  if (seen[kind] == NULL)
    seen[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_add (seen[kind], (gpointer) id))
    return;

  if (before == NULL)
    leadup_transaction_add (transaction, record);
  else if (!is_same_text (before, record))
    leadup_transaction_replace (transaction, before, record);
}

static void
leadup_import_plan_finalize (GObject *object)
{
  LeadupImportPlan *self = LEADUP_IMPORT_PLAN (object);

  g_free (self->label);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->support);
  g_ptr_array_unref (self->warnings);

  G_OBJECT_CLASS (leadup_import_plan_parent_class)->finalize (object);
}

static void
leadup_import_plan_class_init (LeadupImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_import_plan_finalize;
}

static void
leadup_import_plan_init (LeadupImportPlan *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (LeadupImportRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->support = g_ptr_array_new_with_free_func (g_object_unref);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->warnings, NULL);
}

/**
 * leadup_import_plan_new:
 * @label: what the undo step is called
 *
 * Returns: (transfer full): a plan that does nothing yet
 */
LeadupImportPlan *
leadup_import_plan_new (const char *label)
{
  LeadupImportPlan *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (LEADUP_TYPE_IMPORT_PLAN, NULL);
  self->label = g_strdup (label);

  return self;
}

/**
 * leadup_import_plan_add_row:
 * @self: a plan that its importer is still filling
 * @verdict: what becomes of the row
 * @line: of the input, from 1; 0 = not known
 * @title: (nullable): what people know it by
 * @reason: (nullable): why it was rejected, or what was left out of it
 * @before: (nullable) (transfer none): what the story has
 * @after: (nullable) (transfer none): what it would have; %NULL where nothing changes
 */
void
leadup_import_plan_add_row (LeadupImportPlan   *self,
                            LeadupImportVerdict verdict,
                            guint               line,
                            const char         *title,
                            const char         *reason,
                            LeadupRecord       *before,
                            LeadupRecord       *after)
{
  LeadupImportRow row = {
    .verdict = verdict,
    .line = line,
  };

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (verdict < LEADUP_N_IMPORT_VERDICTS);

  row.title = g_strdup (title != NULL ? title : "");
  row.reason = g_strdup (reason);
  g_set_object (&row.before, before);
  g_set_object (&row.after, after);
  g_array_append_val (self->rows, row);
  self->counts[verdict]++;
}

/**
 * leadup_import_plan_add_support:
 * @self: a plan that its importer is still filling
 * @record: (transfer none): an actor, a source or another record that rows refer to
 */
void
leadup_import_plan_add_support (LeadupImportPlan *self,
                                LeadupRecord     *record)
{
  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (LEADUP_IS_RECORD (record));

  g_ptr_array_add (self->support, g_object_ref (record));
}

void
leadup_import_plan_add_warning (LeadupImportPlan *self,
                                const char       *message)
{
  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (message != NULL);

  g_ptr_array_insert (self->warnings, (int) self->warnings->len - 1, g_strdup (message));
}

const char *
leadup_import_plan_get_label (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);

  return self->label;
}

guint
leadup_import_plan_get_n_rows (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), 0);

  return self->rows->len;
}

/* Returns: (transfer none) (nullable): %NULL beyond the last one */
const LeadupImportRow *
leadup_import_plan_get_row (LeadupImportPlan *self,
                            guint             index)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);

  return index < self->rows->len ? &g_array_index (self->rows, LeadupImportRow, index) : NULL;
}

/* How many rows there are of @verdict. */
guint
leadup_import_plan_count (LeadupImportPlan   *self,
                          LeadupImportVerdict verdict)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), 0);
  g_return_val_if_fail (verdict < LEADUP_N_IMPORT_VERDICTS, 0);

  return self->counts[verdict];
}

/* Returns: (transfer none) (array zero-terminated=1): sentences about the input as a whole */
const char *const *
leadup_import_plan_get_warnings (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);

  return (const char *const *) self->warnings->pdata;
}

/**
 * leadup_import_plan_to_transaction:
 * @self: a finished plan
 * @snapshot: the story as it is now; it may have changed since the plan was made
 *
 * What the plan does, as one edit. What the story has already in the same words is left out, so
 * that the edit is empty where there is nothing to do.
 *
 * Returns: (transfer full): the edit
 */
LeadupTransaction *
leadup_import_plan_to_transaction (LeadupImportPlan *self,
                                   LeadupSnapshot   *snapshot)
{
  LeadupTransaction *transaction;
  GHashTable *seen[LEADUP_N_RECORD_KINDS] = {
    NULL,
  };

  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (snapshot != NULL, NULL);

  transaction = leadup_transaction_new (self->label);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LeadupImportRow *row = &g_array_index (self->rows, LeadupImportRow, i);

      if (row->after != NULL && row->verdict != LEADUP_IMPORT_UNCHANGED &&
          row->verdict != LEADUP_IMPORT_REJECTED)
        put (transaction, seen, snapshot, row->after);
    }
  /* What was added last says most. */
  for (guint i = self->support->len; i-- > 0;)
    put (transaction, seen, snapshot, g_ptr_array_index (self->support, i));

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_clear_pointer (&seen[i], g_hash_table_unref);

  return transaction;
}
