/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-transaction-text.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"

#include <glib/gi18n.h>

static void
append_change (GString      *text,
               gboolean      is_first,
               LeadupRecord *before,
               LeadupRecord *after)
{
  LeadupRecord *record = after != NULL ? after : before;

  if (!is_first)
    g_string_append_c (text, ',');
  g_string_append (text, "{\"kind\":");
  leadup_text_append_json (text, leadup_record_kind_to_string (leadup_record_get_kind (record)));
  g_string_append (text, ",\"id\":");
  leadup_text_append_json (text, leadup_record_get_id (record));
  if (after != NULL)
    {
      g_string_append (text, ",\"after\":");
      leadup_record_writer_append (text, after);
    }
  g_string_append_c (text, '}');
}

static gboolean
find_kind (const LeadupJsonValue *value,
           LeadupRecordKind      *kind)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      if (leadup_json_value_is_string (value, leadup_record_kind_to_string (i)))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Adds the change to @transaction, as seen from how @story is now. */
static gboolean
read_change (LeadupRecordReader    *reader,
             const LeadupJsonValue *value,
             LeadupStory           *story,
             LeadupTransaction     *transaction,
             GError               **error)
{
  LeadupJsonValue kind_value, id_value, after_value;
  g_autoptr (LeadupRecord) after = NULL;
  g_autofree char *id = NULL;
  LeadupRecordKind kind;
  LeadupRecord *before;

  if (leadup_json_value_get_member (value, "id", &id_value))
    id = leadup_json_value_dup_string (&id_value);
  if (id == NULL || !leadup_json_value_get_member (value, "kind", &kind_value)
      || !find_kind (&kind_value, &kind))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("An edit names no record"));
      return FALSE;
    }

  before = leadup_story_lookup (story, kind, id);
  if (leadup_json_value_get_member (value, "after", &after_value))
    {
      after = leadup_record_reader_read (reader, kind, &after_value, error);
      if (after == NULL)
        return FALSE;
      if (g_strcmp0 (leadup_record_get_id (after), id) != 0)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                       _ ("An edit names another record"));
          return FALSE;
        }
    }

  if (before != NULL && after != NULL)
    leadup_transaction_replace (transaction, before, after);
  else if (after != NULL)
    leadup_transaction_add (transaction, after);
  else if (before != NULL)
    leadup_transaction_remove (transaction, before);

  return TRUE;
}

void
leadup_transaction_text_append (GString                 *text,
                                const LeadupTransaction *transaction)
{
  g_return_if_fail (text != NULL && transaction != NULL);

  g_string_append (text, "{\"label\":");
  leadup_text_append_json (text, leadup_transaction_get_label (transaction));
  g_string_append (text, ",\"changes\":[");
  for (guint i = 0; i < leadup_transaction_get_n_changes (transaction); i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      append_change (text, i == 0, change->before, change->after);
    }
  g_string_append (text, "]}");
}

/* Appends the transaction that makes an empty story what @snapshot is. */
void
leadup_transaction_text_append_snapshot (GString        *text,
                                         LeadupSnapshot *snapshot)
{
  gboolean is_first = TRUE;

  g_return_if_fail (text != NULL && snapshot != NULL);

  g_string_append (text, "{\"label\":\"\",\"changes\":[");
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      for (guint i = 0; i < leadup_snapshot_get_n (snapshot, kind); i++)
        {
          append_change (text, is_first, NULL, leadup_snapshot_get (snapshot, kind, i));
          is_first = FALSE;
        }
    }
  g_string_append (text, "]}");
}

/**
 * leadup_transaction_text_read:
 * @text: what leadup_transaction_text_append() made
 * @story: the story as it was before; looked up, not changed
 * @error: return location
 *
 * A record that @story already lacks or has is no error: the change then adds, replaces or does
 * nothing.
 *
 * Returns: (transfer full) (nullable): the transaction that does the same to @story
 */
LeadupTransaction *
leadup_transaction_text_read (GBytes      *text,
                              LeadupStory *story,
                              GError     **error)
{
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autoptr (LeadupRecordReader) reader = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autofree char *label = NULL;
  LeadupJsonValue root, member, changes, change;
  LeadupJsonIter iter;

  g_return_val_if_fail (text != NULL && LEADUP_IS_STORY (story), NULL);

  scanner = leadup_json_scanner_new (text, LEADUP_JSON_STRICT, error);
  if (scanner == NULL)
    return NULL;

  leadup_json_scanner_get_root (scanner, &root);
  if (!leadup_json_value_get_member (&root, "changes", &changes)
      || leadup_json_value_get_type (&changes) != LEADUP_JSON_ARRAY)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("An edit holds no changes"));
      return NULL;
    }
  if (leadup_json_value_get_member (&root, "label", &member))
    label = leadup_json_value_dup_string (&member);

  transaction = leadup_transaction_new (label != NULL ? label : "");
  reader = leadup_record_reader_new (scanner);
  leadup_json_iter_init (&iter, &changes);
  while (leadup_json_iter_next (&iter, NULL, &change))
    if (!read_change (reader, &change, story, transaction, error))
      return NULL;

  return g_steal_pointer (&transaction);
}
