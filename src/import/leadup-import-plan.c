/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-plan.h"

#include "base/leadup-pool.h"
#include "import/leadup-extra.h"
#include "model/leadup-event.h"
#include "model/leadup-references.h"
#include "storage/leadup-record-writer.h"

static const char *const verdict_names[LEADUP_N_IMPORT_VERDICTS] = {
  "new", "changed", "unchanged", "undated", "rejected", "vanished",
};

/* Rows that there is room for at first. */
#define FIRST_ROOM 64

struct _LeadupImportPlan
{
  GObject parent_instance;

  char *label;
  LeadupImportRow *rows;
  guint n_rows;
  guint n_room;
  GPtrArray *support;
  GPtrArray *warnings; /* ends with NULL */
  guint counts[LEADUP_N_IMPORT_VERDICTS];
  GArray *first[LEADUP_N_IMPORT_VERDICTS]; /* indexes of the first rows of each */
  guint n_chosen;
  guint n_conflicts;
  gboolean is_unique;
};

G_DEFINE_FINAL_TYPE (LeadupImportPlan, leadup_import_plan, G_TYPE_OBJECT)

static void
clear_row (LeadupImportRow *row)
{
  if (row->owns_title)
    g_free ((char *) row->title);
  g_free (row->reason);
  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_clear_object (&row->theirs);
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

/* The row is the plan’s from now on. */
static void
append_row (LeadupImportPlan      *self,
            const LeadupImportRow *row)
{
  guint index = self->n_rows++;

  if (index == self->n_room)
    {
      gsize old_size = sizeof *row * self->n_room;

      self->n_room = MAX (2 * self->n_room, FIRST_ROOM);
      self->rows = leadup_pool_resize (self->rows, old_size, sizeof *row * self->n_room);
    }
  self->rows[index] = *row;
  if (self->counts[row->verdict]++ < LEADUP_IMPORT_PLAN_FIRST)
    g_array_append_val (self->first[row->verdict], index);
  self->n_chosen += row->is_chosen;
  self->n_conflicts += row->conflicts != 0 ? 1 : 0;
}

static void
leadup_import_plan_finalize (GObject *object)
{
  LeadupImportPlan *self = LEADUP_IMPORT_PLAN (object);

  g_free (self->label);
  for (guint i = 0; i < self->n_rows; i++)
    clear_row (&self->rows[i]);
  leadup_pool_drop (self->rows, sizeof *self->rows * self->n_room);
  for (guint i = 0; i < LEADUP_N_IMPORT_VERDICTS; i++)
    g_array_unref (self->first[i]);
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
  for (guint i = 0; i < LEADUP_N_IMPORT_VERDICTS; i++)
    self->first[i] = g_array_new (FALSE, FALSE, sizeof (guint));
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
    .is_chosen = verdict == LEADUP_IMPORT_NEW || verdict == LEADUP_IMPORT_CHANGED ||
                 verdict == LEADUP_IMPORT_UNDATED,
  };

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (verdict < LEADUP_N_IMPORT_VERDICTS);

  row.title = title != NULL ? title : "";
  row.owns_title = TRUE;
  if (after != NULL && LEADUP_IS_EVENT (after) &&
      leadup_event_get_title (LEADUP_EVENT (after)) == title)
    row.owns_title = FALSE; /* A million titles need no copies. */
  if (row.owns_title)
    row.title = g_strdup (row.title);
  row.reason = g_strdup (reason);
  g_set_object (&row.before, before);
  g_set_object (&row.after, after);
  append_row (self, &row);
}

/**
 * leadup_import_plan_take_new:
 * @self: a plan that its importer is still filling
 * @line: of the input, from 1; 0 = not known
 * @reason: (nullable) (transfer full): what was left out of it
 * @event: (transfer full): what the story does not have yet
 *
 * As leadup_import_plan_add_row(), for what there is a million of.
 */
void
leadup_import_plan_take_new (LeadupImportPlan *self,
                             guint             line,
                             char             *reason,
                             LeadupEvent      *event)
{
  LeadupImportRow row = { .line = line, .reason = reason, .is_chosen = TRUE };

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  row.verdict =
      leadup_event_get_when (event) != NULL ? LEADUP_IMPORT_NEW : LEADUP_IMPORT_UNDATED;
  row.title = leadup_event_get_title (event);
  row.after = (LeadupRecord *) event;
  append_row (self, &row);
}

/**
 * leadup_import_plan_set_unique:
 * @self: a plan that its importer is still filling
 *
 * Its importer promises that no two new rows have the same id, which then need not be looked for
 * among a million of them.
 */
void
leadup_import_plan_set_unique (LeadupImportPlan *self)
{
  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));

  self->is_unique = TRUE;
}

/* @before with those parts of @theirs that are in @taken. */
static LeadupRecord *
compose (LeadupRecord *before,
         LeadupRecord *theirs,
         guint         taken)
{
  LeadupEventFields fields = *leadup_event_get_fields (LEADUP_EVENT (before));
  const LeadupEventFields *new_fields = leadup_event_get_fields (LEADUP_EVENT (theirs));
  g_autofree char *imported = NULL;
  g_autofree char *extra = NULL;
  LeadupJsonValue value;

  /* What else is kept beside the event stays. */
  if (leadup_extra_get (new_fields->extra, "imported", &value))
    imported = g_strndup (value.start, leadup_json_value_get_size (&value));
  extra = leadup_extra_set (fields.extra, "imported", imported);
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if ((taken & 1u << i) != 0)
      leadup_import_part_copy ((LeadupImportPart) i, &fields, new_fields);
  fields.extra = extra;
  fields.verification = leadup_event_constrain_verification (&fields, g_get_real_time ());

  return LEADUP_RECORD (leadup_event_new (&fields));
}

/**
 * leadup_import_plan_add_update:
 * @self: a plan that its importer is still filling
 * @line: of the input
 * @reason: (nullable): what was left out
 * @before: the event as the story has it
 * @theirs: the event as the input says now
 * @offered: the parts in which the input has something new
 * @conflicts: those among them that people changed too; theirs is not taken unless it is chosen
 *
 * Adds a row for an event that an earlier reading brought and that the input has changed since.
 */
void
leadup_import_plan_add_update (LeadupImportPlan *self,
                               guint             line,
                               const char       *reason,
                               LeadupEvent      *before,
                               LeadupEvent      *theirs,
                               guint             offered,
                               guint             conflicts)
{
  LeadupImportRow row = {
    .verdict = LEADUP_IMPORT_CHANGED,
    .line = line,
    .offered = offered,
    .conflicts = conflicts & offered,
    .taken = offered & ~conflicts,
    .is_chosen = TRUE,
  };

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));
  g_return_if_fail (LEADUP_IS_EVENT (before) && LEADUP_IS_EVENT (theirs));

  row.before = LEADUP_RECORD (g_object_ref (before));
  row.theirs = LEADUP_RECORD (g_object_ref (theirs));
  row.after = compose (row.before, row.theirs, row.taken);
  row.title = leadup_event_get_title (theirs);
  row.reason = g_strdup (reason);
  append_row (self, &row);
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

  return self->n_rows;
}

/* Returns: (transfer none) (nullable): %NULL beyond the last one */
const LeadupImportRow *
leadup_import_plan_get_row (LeadupImportPlan *self,
                            guint             index)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);

  return index < self->n_rows ? &self->rows[index] : NULL;
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

/**
 * leadup_import_plan_get_first:
 * @self: a plan
 * @verdict: of the rows
 * @n: (out): how many there are, %LEADUP_IMPORT_PLAN_FIRST at most
 *
 * Returns: (array length=n): indexes of the first rows of @verdict; found at once among a million
 */
const guint *
leadup_import_plan_get_first (LeadupImportPlan   *self,
                              LeadupImportVerdict verdict,
                              guint              *n)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self) && n != NULL, NULL);
  g_return_val_if_fail (verdict < LEADUP_N_IMPORT_VERDICTS, NULL);

  *n = self->first[verdict]->len;

  return (const guint *) (gconstpointer) self->first[verdict]->data;
}

/* How many rows there are in which the input and people changed the same part. */
guint
leadup_import_plan_count_conflicts (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), 0);

  return self->n_conflicts;
}

/* Returns: (transfer none) (array zero-terminated=1): sentences about the input as a whole */
const char *const *
leadup_import_plan_get_warnings (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);

  return (const char *const *) self->warnings->pdata;
}

/* For files and scripts; not translated. */
const char *
leadup_import_verdict_to_string (LeadupImportVerdict verdict)
{
  g_return_val_if_fail (verdict < LEADUP_N_IMPORT_VERDICTS, NULL);

  return verdict_names[verdict];
}

static LeadupImportRow *
find_row (LeadupImportPlan *self,
          guint             index)
{
  return index < self->n_rows ? &self->rows[index] : NULL;
}

static gboolean
can_be_chosen (const LeadupImportRow *row)
{
  return row->verdict == LEADUP_IMPORT_VANISHED ||
         (row->after != NULL && row->verdict != LEADUP_IMPORT_UNCHANGED &&
          row->verdict != LEADUP_IMPORT_REJECTED);
}

/**
 * leadup_import_plan_choose:
 * @self: a finished plan
 * @index: of a row
 * @is_chosen: whether it is carried out
 *
 * New, changed and undated rows are chosen from the beginning. Choosing a vanished row removes its
 * event from the story.
 */
void
leadup_import_plan_choose (LeadupImportPlan *self,
                           guint             index,
                           gboolean          is_chosen)
{
  LeadupImportRow *row;

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));

  row = find_row (self, index);
  if (row == NULL || !can_be_chosen (row))
    return;

  self->n_chosen -= row->is_chosen;
  row->is_chosen = is_chosen ? 1 : 0;
  self->n_chosen += row->is_chosen;
}

/**
 * leadup_import_plan_take:
 * @self: a finished plan
 * @index: of a row that changed
 * @parts: bit n says whether part n is taken from the input
 *
 * Chooses among the parts that the input offers; the others stay as they are in the story.
 */
void
leadup_import_plan_take (LeadupImportPlan *self,
                         guint             index,
                         guint             parts)
{
  LeadupImportRow *row;
  LeadupRecord *after;

  g_return_if_fail (LEADUP_IS_IMPORT_PLAN (self));

  row = find_row (self, index);
  if (row == NULL || row->theirs == NULL)
    return;

  row->taken = parts & row->offered;
  after = compose (row->before, row->theirs, row->taken);
  g_object_unref (row->after);
  row->after = after;
}

/* How many rows would be carried out. */
guint
leadup_import_plan_count_chosen (LeadupImportPlan *self)
{
  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), 0);

  return self->n_chosen;
}

static void
note_reference (LeadupRecordKind kind,
                const char      *id,
                gpointer         data)
{
  GHashTable **needed = data;

  g_hash_table_add (needed[kind], (gpointer) id);
}

/* Actors, sources and categories for rows that are not carried out stay out too. */
static void
put_support (LeadupImportPlan  *self,
             LeadupTransaction *transaction,
             GHashTable        *seen[],
             LeadupSnapshot    *snapshot)
{
  GHashTable *needed[LEADUP_N_RECORD_KINDS];
  gboolean is_partial = FALSE;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    needed[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_rows && !is_partial; i++)
    {
      const LeadupImportRow *row = &self->rows[i];

      is_partial = row->verdict != LEADUP_IMPORT_VANISHED && can_be_chosen (row) && !row->is_chosen;
    }
  for (guint i = 0; i < self->n_rows && is_partial; i++)
    {
      const LeadupImportRow *row = &self->rows[i];

      if (row->is_chosen && row->after != NULL)
        leadup_references_visit (row->after, note_reference, needed);
    }

  /* What was added last says most. */
  for (guint i = self->support->len; i-- > 0;)
    {
      LeadupRecord *record = g_ptr_array_index (self->support, i);

      if (!is_partial || g_hash_table_contains (needed[leadup_record_get_kind (record)],
                                                leadup_record_get_id (record)))
        put (transaction, seen, snapshot, record);
    }

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_hash_table_unref (needed[i]);
}

/* What other events link to stays, for the story would refuse the whole edit. */
static void
remove_vanished (LeadupImportPlan  *self,
                 LeadupTransaction *transaction,
                 LeadupSnapshot    *snapshot)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_events = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const LeadupImportRow *row = &self->rows[i];

      if (row->verdict == LEADUP_IMPORT_VANISHED && row->is_chosen)
        g_hash_table_insert (removed, (gpointer) leadup_record_get_id (row->before), row->before);
    }

  /* What stays may keep others, which then keep others again. */
  for (guint n_before = 0;
       g_hash_table_size (removed) > 0 && n_before != g_hash_table_size (removed);)
    {
      n_before = g_hash_table_size (removed);
      for (guint i = 0; i < n_events; i++)
        {
          LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
          const LeadupEventFields *fields = leadup_event_get_fields (event);

          for (guint j = 0; j < fields->n_links; j++)
            if (!g_hash_table_contains (removed, fields->id))
              g_hash_table_remove (removed, fields->links[j].to);
        }
    }

  g_hash_table_iter_init (&iter, removed);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, leadup_record_get_id (record)) ==
        record)
      leadup_transaction_remove (transaction, record);
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
  gboolean has_no_events;
  GHashTable *seen[LEADUP_N_RECORD_KINDS] = {
    NULL,
  };

  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (snapshot != NULL, NULL);

  has_no_events = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT) == 0;
  transaction = leadup_transaction_new (self->label);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const LeadupImportRow *row = &self->rows[i];

      if (!row->is_chosen || row->after == NULL)
        continue;
      if (self->is_unique && has_no_events &&
          (row->verdict == LEADUP_IMPORT_NEW || row->verdict == LEADUP_IMPORT_UNDATED) &&
          LEADUP_IS_EVENT (row->after))
        leadup_transaction_add (transaction, row->after);
      else
        put (transaction, seen, snapshot, row->after);
    }
  if (self->counts[LEADUP_IMPORT_VANISHED] > 0)
    remove_vanished (self, transaction, snapshot);
  put_support (self, transaction, seen, snapshot);

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_clear_pointer (&seen[i], g_hash_table_unref);

  return transaction;
}
