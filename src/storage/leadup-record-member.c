/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-member.h"

#include "base/leadup-text.h"
#include "storage/leadup-json-value.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"

static void
append_key (GString               *text,
            const LeadupJsonValue *key)
{
  g_string_append (text, text->len > 1 ? "," : "");
  g_string_append_len (text, key->start, key->end - key->start);
  g_string_append_c (text, ':');
}

/**
 * leadup_record_member_set:
 * @record: a record
 * @member: its name in the file
 * @json: (nullable): its new value, which is correct JSON; %NULL takes it away
 * @error: return location; where the value is not allowed there
 *
 * Returns: (transfer full) (nullable): @record with that value
 */
LeadupRecord *
leadup_record_member_set (LeadupRecord *record,
                          const char   *member,
                          const char   *json,
                          GError      **error)
{
  g_autoptr (GString) before = NULL;
  g_autoptr (GString) text = NULL;
  gboolean is_set = json == NULL;
  LeadupJsonValue object, key, value;
  LeadupJsonIter iter;

  g_return_val_if_fail (LEADUP_IS_RECORD (record) && member != NULL, NULL);

  before = g_string_new (NULL);
  text = g_string_new ("{");
  leadup_record_writer_append (before, record);
  object = (LeadupJsonValue) { before->str, before->str + before->len };
  leadup_json_iter_init (&iter, &object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      gboolean is_member = leadup_json_value_is_string (&key, member);

      if (is_member && json == NULL)
        continue;

      append_key (text, &key);
      if (is_member)
        g_string_append (text, json);
      else
        g_string_append_len (text, value.start, value.end - value.start);
      is_set |= is_member;
    }
  if (!is_set)
    {
      g_string_append (text, text->len > 1 ? "," : "");
      leadup_text_append_json (text, member);
      g_string_append_printf (text, ":%s", json);
    }
  g_string_append_c (text, '}');

  return leadup_record_reader_read_text (leadup_record_get_kind (record), text->str, error);
}
