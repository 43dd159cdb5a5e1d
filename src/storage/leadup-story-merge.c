/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-merge.h"

#include "model/leadup-references.h"
#include "storage/leadup-json-value.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"

#include <string.h>

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
  LeadupMergeConflict *conflict = g_new0 (LeadupMergeConflict, 1);

  conflict->kind = kind;
  conflict->id = g_strdup (id);
  conflict->member = g_strdup (member);
  conflict->ours = dup_text (ours);
  conflict->theirs = dup_text (theirs);
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

  if (is_same_side (&sides[OURS], &sides[BASE]))
    g_set_object (&merged, records[THEIRS]);
  else if (is_same_side (&sides[THEIRS], &sides[BASE]) ||
           is_same_side (&sides[OURS], &sides[THEIRS]))
    g_set_object (&merged, records[OURS]);
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
            GError         **error)
{
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
    if (!merge_record (self, kind, l->data, error))
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
  self->result = g_new0 (LeadupMerge, 1);
  self->result->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->result->conflicts = g_ptr_array_new_with_free_func (conflict_free);
}

static LeadupMerge *
merging_finish (Merging *self)
{
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (self->merged[kind]), compare_ids);

      for (GList *l = ids; l != NULL; l = l->next)
        g_ptr_array_add (self->result->records,
                         g_object_ref (g_hash_table_lookup (self->merged[kind], l->data)));
      g_hash_table_unref (self->merged[kind]);
      for (guint i = 0; i < N_SIDES; i++)
        g_hash_table_unref (self->tables[i][kind]);
    }
  g_queue_clear (&self->missing);

  return self->result;
}

/**
 * leadup_merge_run:
 * @base: (element-type LeadupRecord): the story that both sides began with
 * @ours: (element-type LeadupRecord): one of its descendants
 * @theirs: (element-type LeadupRecord): the other one
 * @error: return location
 *
 * Merges by record and member. What one side changed is taken; of what both changed differently
 * ours stays and the conflict is told; lists are merged by their elements. What is still referred
 * to is kept.
 *
 * Returns: (transfer full) (nullable): the merged story
 */
LeadupMerge *
leadup_merge_run (GPtrArray *base,
                  GPtrArray *ours,
                  GPtrArray *theirs,
                  GError   **error)
{
  GPtrArray *sides[N_SIDES] = { base, ours, theirs };
  Merging merging = { { { NULL } } };
  LeadupMerge *result;
  gboolean is_ok = TRUE;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  merging_init (&merging, sides);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS && is_ok; kind++)
    is_ok = merge_kind (&merging, kind, error);
  if (is_ok)
    keep_references (&merging);
  result = merging_finish (&merging);
  if (!is_ok)
    g_clear_pointer (&result, leadup_merge_free);

  return result;
}

void
leadup_merge_free (LeadupMerge *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
