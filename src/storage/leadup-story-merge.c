/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-merge.h"

#include "base/leadup-error.h"
#include "model/leadup-references.h"
#include "storage/leadup-json-value.h"
#include "storage/leadup-record-member.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"
#include "storage/leadup-story-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* Records between two looks at whether to stop. */
#define STRIDE 1024

enum
{
  BASE,
  OURS,
  THEIRS,
  N_SIDES,
};

/**
 * Merging:
 * @tables: for each side and kind: id → record
 * @merged: for each kind: id → record
 * @result: (nullable): to which conflicts are told
 *
 * Works on records as the file has them: so nothing that a file can hold is left out, and no kind
 * of record needs code of its own.
 */
typedef struct
{
  GHashTable *tables[N_SIDES][LEADUP_N_RECORD_KINDS];
  GHashTable *merged[LEADUP_N_RECORD_KINDS];
  LeadupMerge *result;
  GQueue missing;
} Merging;

/* One record as text, or nothing. */
typedef struct
{
  GString *text;
  LeadupJsonValue value;
} Side;

static void
conflict_free (gpointer data)
{
  LeadupMergeConflict *conflict = data;

  g_free (conflict->id);
  g_free (conflict->member);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

static void
change_free (gpointer data)
{
  LeadupMergeChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_strfreev (change->members);
  g_free (change);
}

static void
side_init (Side         *self,
           LeadupRecord *record)
{
  *self = (Side) { NULL };
  if (record == NULL)
    return;

  self->text = g_string_new (NULL);
  leadup_record_writer_append (self->text, record);
  self->value = (LeadupJsonValue) { self->text->str, self->text->str + self->text->len };
}

static void
side_clear (Side *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}

static gboolean
is_same_side (const Side *a,
              const Side *b)
{
  if (a->text == NULL || b->text == NULL)
    return a->text == b->text;

  return g_string_equal (a->text, b->text);
}

static gboolean
is_same (const LeadupJsonValue *a,
         const LeadupJsonValue *b)
{
  gsize length;

  if (a->start == NULL || b->start == NULL)
    return a->start == b->start;

  length = leadup_json_value_get_size (a);

  return length == leadup_json_value_get_size (b) && memcmp (a->start, b->start, length) == 0;
}

static char *
dup_text (const LeadupJsonValue *value)
{
  return value->start != NULL ? g_strndup (value->start, leadup_json_value_get_size (value)) : NULL;
}

static void
tell (Merging               *self,
      LeadupRecordKind       kind,
      const char            *id,
      const char            *member,
      const LeadupJsonValue *ours,
      const LeadupJsonValue *theirs)
{
  LeadupMergeConflict *conflict;

  if (self->result == NULL)
    return;

  conflict = g_new0 (LeadupMergeConflict, 1);
  conflict->kind = kind;
  conflict->id = g_strdup (id);
  conflict->member = g_strdup (member);
  conflict->ours = dup_text (ours);
  conflict->theirs = dup_text (theirs);
  conflict->takes_theirs = member == NULL && ours->start == NULL && theirs->start != NULL;
  g_ptr_array_add (self->result->conflicts, conflict);
}

static gboolean
is_list (const LeadupJsonValue *value)
{
  return value->start == NULL || *value->start == '[';
}

static gboolean
has_element (const LeadupJsonValue *list,
             const LeadupJsonValue *wanted)
{
  LeadupJsonIter iter;
  LeadupJsonValue element;

  if (list->start == NULL)
    return FALSE;

  leadup_json_iter_init (&iter, list);
  while (leadup_json_iter_next (&iter, NULL, &element))
    if (is_same (&element, wanted))
      return TRUE;

  return FALSE;
}

/* Elements of one list, but those that @without has and those that both others tell to go. */
static void
append_elements (GString               *text,
                 const LeadupJsonValue *list,
                 const LeadupJsonValue *base,
                 const LeadupJsonValue *other,
                 const LeadupJsonValue *without)
{
  LeadupJsonIter iter;
  LeadupJsonValue element;

  if (list->start == NULL)
    return;

  leadup_json_iter_init (&iter, list);
  while (leadup_json_iter_next (&iter, NULL, &element))
    {
      gboolean was_removed = has_element (base, &element) && !has_element (other, &element);

      if (was_removed || (without != NULL && has_element (without, &element)))
        continue;
      if (text->str[text->len - 1] != '[')
        g_string_append_c (text, ',');
      g_string_append_len (text, element.start, element.end - element.start);
    }
}

/* Lists are merged by their elements: what either side added is there, what either removed is not.
 */
static void
append_list (GString               *text,
             const LeadupJsonValue *values)
{
  g_string_append_c (text, '[');
  append_elements (text, &values[OURS], &values[BASE], &values[THEIRS], NULL);
  append_elements (text, &values[THEIRS], &values[BASE], &values[OURS], &values[OURS]);
  g_string_append_c (text, ']');
}

static void
append_member (Merging               *self,
               GString               *text,
               LeadupRecordKind       kind,
               const char            *id,
               const LeadupJsonValue *key,
               const LeadupJsonValue *values)
{
  const LeadupJsonValue *chosen = &values[OURS];
  g_autofree char *name = leadup_json_value_dup_string (key);
  gboolean is_merged_list = FALSE;

  if (is_same (&values[OURS], &values[BASE]))
    chosen = &values[THEIRS];
  else if (!is_same (&values[OURS], &values[THEIRS]) && !is_same (&values[THEIRS], &values[BASE]))
    {
      is_merged_list =
          is_list (&values[BASE]) && is_list (&values[OURS]) && is_list (&values[THEIRS]);
      if (!is_merged_list)
        tell (self, kind, id, name, &values[OURS], &values[THEIRS]);
    }

  if (chosen->start == NULL && !is_merged_list)
    return;

  g_string_append (text, text->len > 1 ? "," : "");
  g_string_append_len (text, key->start, key->end - key->start);
  g_string_append_c (text, ':');
  if (is_merged_list)
    append_list (text, values);
  else
    g_string_append_len (text, chosen->start, chosen->end - chosen->start);
}

static void
find_members (const Side      *sides,
              const char      *name,
              LeadupJsonValue *values)
{
  for (guint i = 0; i < N_SIDES; i++)
    {
      values[i] = (LeadupJsonValue) { NULL, NULL };
      if (sides[i].text != NULL)
        leadup_json_value_get_member (&sides[i].value, name, &values[i]);
    }
}

/* Both sides have it, and both differ from what it was. */
static LeadupRecord *
merge_members (Merging         *self,
               LeadupRecordKind kind,
               const char      *id,
               const Side      *sides,
               GError         **error)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const guint order[] = { OURS, THEIRS };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      LeadupJsonValue key, value;
      LeadupJsonIter iter;

      leadup_json_iter_init (&iter, &sides[order[i]].value);
      while (leadup_json_iter_next (&iter, &key, &value))
        {
          char *name = leadup_json_value_dup_string (&key);
          LeadupJsonValue values[N_SIDES];

          find_members (sides, name, values);
          if (g_hash_table_add (seen, name))
            append_member (self, text, kind, id, &key, values);
        }
    }
  g_string_append_c (text, '}');

  return leadup_record_reader_read_text (kind, text->str, error);
}

/* Returns: whether it could be merged; the record itself may be gone */
static gboolean
merge_record (Merging         *self,
              LeadupRecordKind kind,
              const char      *id,
              GError         **error)
{
  LeadupRecord *records[N_SIDES];
  g_autoptr (LeadupRecord) merged = NULL;
  Side sides[N_SIDES];
  gboolean is_ok = TRUE;

  for (guint i = 0; i < N_SIDES; i++)
    {
      records[i] = g_hash_table_lookup (self->tables[i][kind], id);
      side_init (&sides[i], records[i]);
    }

  /* Ours where it says the same, so that it is no change. */
  if (is_same_side (&sides[OURS], &sides[THEIRS]) || is_same_side (&sides[THEIRS], &sides[BASE]))
    g_set_object (&merged, records[OURS]);
  else if (is_same_side (&sides[OURS], &sides[BASE]))
    g_set_object (&merged, records[THEIRS]);
  else if (records[OURS] == NULL || records[THEIRS] == NULL)
    {
      /* Removed here, changed there: what somebody worked on stays. */
      merged = g_object_ref (records[records[OURS] != NULL ? OURS : THEIRS]);
      tell (self, kind, id, NULL, &sides[OURS].value, &sides[THEIRS].value);
    }
  else
    {
      merged = merge_members (self, kind, id, sides, error);
      is_ok = merged != NULL;
    }

  if (merged != NULL)
    g_hash_table_insert (self->merged[kind], (gpointer) leadup_record_get_id (merged),
                         g_object_ref (merged));
  for (guint i = 0; i < N_SIDES; i++)
    side_clear (&sides[i]);

  return is_ok;
}

/* What one side removed and a record of the other one refers to stays. */
static void
check_reference (LeadupRecordKind kind,
                 const char      *id,
                 gpointer         data)
{
  Merging *self = data;
  LeadupRecord *kept = NULL;

  if (*id == '\0' || g_hash_table_contains (self->merged[kind], id))
    return;

  for (guint i = N_SIDES; i-- > 0 && kept == NULL;)
    kept = g_hash_table_lookup (self->tables[i][kind], id);
  if (kept == NULL)
    return;

  g_hash_table_insert (self->merged[kind], (gpointer) leadup_record_get_id (kept),
                       g_object_ref (kept));
  g_queue_push_tail (&self->missing, kept);
}

static void
keep_references (Merging *self)
{
  LeadupRecord *record;

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GList) records = g_hash_table_get_values (self->merged[kind]);

      for (GList *l = records; l != NULL; l = l->next)
        leadup_references_visit (l->data, check_reference, self);
    }
  while ((record = g_queue_pop_head (&self->missing)) != NULL)
    {
      const LeadupJsonValue none = { NULL, NULL };

      tell (self, leadup_record_get_kind (record), leadup_record_get_id (record), NULL, &none,
            &none);
      leadup_references_visit (record, check_reference, self);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
merge_kind (Merging         *self,
            LeadupRecordKind kind,
            GCancellable    *cancellable,
            GError         **error)
{
  guint n_done = 0;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) sorted = NULL;

  for (guint i = 0; i < N_SIDES; i++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, self->tables[i][kind]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (ids, id);
    }
  sorted = g_list_sort (g_hash_table_get_keys (ids), compare_ids);
  for (GList *l = sorted; l != NULL; l = l->next)
    if ((n_done++ % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
        !merge_record (self, kind, l->data, error))
      return FALSE;

  return TRUE;
}

static void
merging_init (Merging            *self,
              GPtrArray * const  *sides)
{
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      self->merged[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
      for (guint i = 0; i < N_SIDES; i++)
        self->tables[i][kind] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; i < N_SIDES; i++)
    for (guint j = 0; j < sides[i]->len; j++)
      {
        LeadupRecord *record = g_ptr_array_index (sides[i], j);

        g_hash_table_insert (self->tables[i][leadup_record_get_kind (record)],
                             (gpointer) leadup_record_get_id (record), record);
      }
  g_queue_init (&self->missing);
}

static void
merging_clear (Merging *self)
{
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (self->merged[kind]);
      for (guint i = 0; i < N_SIDES; i++)
        g_hash_table_unref (self->tables[i][kind]);
    }
  g_queue_clear (&self->missing);
}

/* Names of members in which the two differ. */
static GStrv
list_members (LeadupRecord *before,
              LeadupRecord *after)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LeadupRecord *records[] = { before, after };
  Side sides[2];

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    side_init (&sides[i], records[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      LeadupJsonValue key, value, other;
      LeadupJsonIter iter;

      leadup_json_iter_init (&iter, &sides[i].value);
      while (leadup_json_iter_next (&iter, &key, &value))
        {
          g_autofree char *name = leadup_json_value_dup_string (&key);

          other = (LeadupJsonValue) { NULL, NULL };
          leadup_json_value_get_member (&sides[1 - i].value, name, &other);
          /* What both have is looked at once. */
          if (!is_same (&value, &other) && (i == 0 || other.start == NULL))
            g_ptr_array_add (names, g_steal_pointer (&name));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    side_clear (&sides[i]);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}

/* Ids of whole records that are conflicts, with their kind in front. */
static GHashTable *
find_whole_conflicts (LeadupMerge *self)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const LeadupMergeConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->member == NULL && (conflict->ours != NULL || conflict->theirs != NULL))
        g_hash_table_add (found, g_strdup_printf ("%d %s", (int) conflict->kind, conflict->id));
    }

  return found;
}

static void
list_change (LeadupMerge     *self,
             GHashTable      *conflicts,
             LeadupRecordKind kind,
             const char      *id,
             LeadupRecord    *before,
             LeadupRecord    *after)
{
  g_autofree char *key = NULL;
  LeadupMergeChange *change;

  if (before == after)
    return;

  key = g_strdup_printf ("%d %s", (int) kind, id);
  if (g_hash_table_contains (conflicts, key))
    return;

  change = g_new0 (LeadupMergeChange, 1);
  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  change->is_taken = TRUE;
  if (before != NULL && after != NULL)
    change->members = list_members (before, after);

  /* A conflict alone leaves ours as it is. */
  if (change->members != NULL && change->members[0] == NULL)
    change_free (change);
  else
    g_ptr_array_add (self->changes, change);
}

static void
merging_finish (Merging *self)
{
  LeadupMerge *result = self->result;
  g_autoptr (GHashTable) conflicts = find_whole_conflicts (result);

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      GHashTable *ours = self->tables[OURS][kind];
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GList) sorted = NULL;
      GHashTable *tables[] = { ours, self->merged[kind] };

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          GHashTableIter iter;
          gpointer id;

          g_hash_table_iter_init (&iter, tables[i]);
          while (g_hash_table_iter_next (&iter, &id, NULL))
            g_hash_table_add (ids, id);
        }
      sorted = g_list_sort (g_hash_table_get_keys (ids), compare_ids);
      for (GList *l = sorted; l != NULL; l = l->next)
        {
          LeadupRecord *merged = g_hash_table_lookup (self->merged[kind], l->data);

          if (merged != NULL)
            g_ptr_array_add (result->records, g_object_ref (merged));
          list_change (result, conflicts, kind, l->data, g_hash_table_lookup (ours, l->data),
                       merged);
        }
    }
}

static LeadupMerge *
merge_new (GPtrArray * const  *sides)
{
  LeadupMerge *self = g_new0 (LeadupMerge, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < N_SIDES; i++)
    self->sides[i] = g_ptr_array_ref (sides[i]);

  return self;
}

static void
put (Merging         *self,
     LeadupRecordKind kind,
     const char      *id,
     LeadupRecord    *record)
{
  /* A story has its general information, whatever a file had. */
  if (record != NULL)
    g_hash_table_replace (self->merged[kind], (gpointer) leadup_record_get_id (record),
                          g_object_ref (record));
  else if (kind != LEADUP_RECORD_INFO)
    g_hash_table_remove (self->merged[kind], id);
}

static gboolean
put_conflict (Merging                   *self,
              const LeadupMergeConflict *conflict,
              GError                   **error)
{
  g_autoptr (LeadupRecord) changed = NULL;
  LeadupRecord *record;

  if (conflict->ours == NULL && conflict->theirs == NULL)
    return TRUE;

  if (conflict->member == NULL)
    {
      record = g_hash_table_lookup (
          self->tables[conflict->takes_theirs ? THEIRS : OURS][conflict->kind], conflict->id);
      put (self, conflict->kind, conflict->id, record);
      return TRUE;
    }

  record = g_hash_table_lookup (self->merged[conflict->kind], conflict->id);
  if (!conflict->takes_theirs || record == NULL)
    return TRUE;

  changed = leadup_record_member_set (record, conflict->member, conflict->theirs, error);
  if (changed == NULL)
    return FALSE;
  put (self, conflict->kind, conflict->id, changed);

  return TRUE;
}

static gboolean
compose (Merging     *self,
         LeadupMerge *merge,
         GError     **error)
{
  for (guint i = 0; i < merge->sides[OURS]->len; i++)
    {
      LeadupRecord *record = g_ptr_array_index (merge->sides[OURS], i);

      put (self, leadup_record_get_kind (record), leadup_record_get_id (record), record);
    }
  for (guint i = 0; i < merge->changes->len; i++)
    {
      const LeadupMergeChange *change = g_ptr_array_index (merge->changes, i);
      LeadupRecord *subject = change->before != NULL ? change->before : change->after;

      if (change->is_taken)
        put (self, leadup_record_get_kind (subject), leadup_record_get_id (subject), change->after);
    }
  for (guint i = 0; i < merge->conflicts->len; i++)
    if (!put_conflict (self, g_ptr_array_index (merge->conflicts, i), error))
      return FALSE;
  keep_references (self);

  return TRUE;
}

/**
 * leadup_merge_read_side:
 * @bytes: of a file
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * An empty file is a story that nobody had yet: what version control gives for one that both sides
 * added. A story that a newer program wrote is refused, for merging could lose something.
 *
 * Returns: (transfer full) (nullable) (element-type LeadupRecord): the records of a story
 */
GPtrArray *
leadup_merge_read_side (GBytes       *bytes,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (LeadupStoryContents) contents = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  contents = leadup_story_reader_read (bytes, g_get_real_time (), cancellable, error);
  if (contents == NULL)
    return NULL;
  if (contents->is_newer)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                   _ ("a newer version of Leadup wrote it; merging it here could lose something"));
      return NULL;
    }

  return g_steal_pointer (&contents->records);
}

/**
 * leadup_merge_run:
 * @base: (element-type LeadupRecord): the story that both sides began with
 * @ours: (element-type LeadupRecord): one of its descendants
 * @theirs: (element-type LeadupRecord): the other one
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Merges by record and member. What one side changed is taken; of what both changed differently
 * ours stays and the conflict is told; lists are merged by their elements. What is still referred
 * to is kept.
 *
 * Returns: (transfer full) (nullable): the merged story
 */
LeadupMerge *
leadup_merge_run (GPtrArray    *base,
                  GPtrArray    *ours,
                  GPtrArray    *theirs,
                  GCancellable *cancellable,
                  GError      **error)
{
  GPtrArray *sides[N_SIDES] = { base, ours, theirs };
  Merging merging = { { { NULL } } };
  LeadupMerge *result;
  gboolean is_ok = TRUE;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  result = merge_new (sides);
  merging_init (&merging, sides);
  merging.result = result;
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS && is_ok; kind++)
    is_ok = merge_kind (&merging, kind, cancellable, error);
  if (is_ok)
    {
      keep_references (&merging);
      merging_finish (&merging);
    }
  merging_clear (&merging);
  if (!is_ok)
    g_clear_pointer (&result, leadup_merge_free);

  return result;
}

/**
 * leadup_merge_to_transaction:
 * @self: a merge, with what is chosen of its changes and conflicts
 * @label: of the undo step
 * @error: return location
 *
 * What makes our story the merged one, as one edit. What is chosen brings along what it refers to,
 * whether that was chosen or not.
 *
 * Returns: (transfer full) (nullable): the edit; without changes where nothing is chosen
 */
LeadupTransaction *
leadup_merge_to_transaction (LeadupMerge *self,
                             const char  *label,
                             GError     **error)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  Merging merging = { { { NULL } } };
  gboolean is_ok;

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  transaction = leadup_transaction_new (label);
  merging_init (&merging, self->sides);
  is_ok = compose (&merging, self, error);
  for (guint i = 0; i < self->sides[OURS]->len && is_ok; i++)
    {
      LeadupRecord *ours = g_ptr_array_index (self->sides[OURS], i);
      LeadupRecord *merged = g_hash_table_lookup (merging.merged[leadup_record_get_kind (ours)],
                                                  leadup_record_get_id (ours));

      if (merged == NULL)
        leadup_transaction_remove (transaction, ours);
      else if (merged != ours)
        leadup_transaction_replace (transaction, ours, merged);
    }
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS && is_ok; kind++)
    {
      g_autoptr (GList) ids =
          g_list_sort (g_hash_table_get_keys (merging.merged[kind]), compare_ids);

      for (GList *l = ids; l != NULL; l = l->next)
        if (!g_hash_table_contains (merging.tables[OURS][kind], l->data))
          leadup_transaction_add (transaction, g_hash_table_lookup (merging.merged[kind], l->data));
    }
  merging_clear (&merging);

  return is_ok ? g_steal_pointer (&transaction) : NULL;
}

void
leadup_merge_free (LeadupMerge *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->changes);
  for (guint i = 0; i < N_SIDES; i++)
    g_ptr_array_unref (self->sides[i]);
  g_free (self);
}
