/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-merge-words.h"

#include "base/leadup-text.h"
#include "import/leadup-import-identity.h"
#include "import/leadup-import-part.h"
#include "model/leadup-event.h"
#include "storage/leadup-json-value.h"
#include "storage/leadup-record-member.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of a value that are shown. */
#define MAX_SHOWN 300

/* Lists in objects in lists are shown so deep. */
#define MAX_DEPTH 4

static const char *const kinds[LEADUP_N_RECORD_KINDS] = {
  [LEADUP_RECORD_INFO] = N_ ("Story"),
  [LEADUP_RECORD_CATEGORY] = N_ ("Category"),
  [LEADUP_RECORD_ACTOR] = N_ ("Actor"),
  [LEADUP_RECORD_SOURCE] = N_ ("Source"),
  [LEADUP_RECORD_EVENT] = N_ ("Event"),
  [LEADUP_RECORD_CANDIDATE] = N_ ("Event to review"),
  [LEADUP_RECORD_PHASE] = N_ ("Phase"),
  [LEADUP_RECORD_VIEW] = N_ ("View"),
  [LEADUP_RECORD_STEP] = N_ ("Step"),
  [LEADUP_RECORD_PLACEMENT] = N_ ("Place in the graph"),
};

/* Other members are called as in the file. */
static const struct
{
  const char *name;
  const char *label;
} members[] = {
  { "actors", N_ ("Actors") },         { "aliases", N_ ("Other names") },
  { "author", N_ ("Author") },         { "byline", N_ ("Byline") },
  { "caption", N_ ("Caption") },       { "category", N_ ("Category") },
  { "chart", N_ ("Words of charts") }, { "colour", N_ ("Colour") },
  { "embargo", N_ ("Embargo") },       { "evidence", N_ ("Sources") },
  { "family", N_ ("Family") },         { "importance", N_ ("Importance") },
  { "kind", N_ ("Kind") },             { "language", N_ ("Language") },
  { "links", N_ ("Links") },           { "member_of", N_ ("Member of") },
  { "name", N_ ("Name") },             { "notes", N_ ("Notes") },
  { "outlet", N_ ("Outlet") },         { "place", N_ ("Place") },
  { "published", N_ ("Published") },   { "role", N_ ("Role") },
  { "summary", N_ ("Summary") },       { "symbol", N_ ("Symbol") },
  { "tags", N_ ("Tags") },             { "text", N_ ("Text") },
  { "title", N_ ("Title") },           { "tone", N_ ("Tone") },
  { "url", N_ ("Address") },           { "values", N_ ("Values") },
  { "verification", N_ ("Verification") }, { "when", N_ ("Date") },
  { "zone", N_ ("Time zone") },
};

/* Of a record, or of an object in it: what people know it by. */
static char *
find_name (const LeadupJsonValue *object)
{
  static const char *const names[] = { "title", "name", "caption", "outlet", "stated", "edtf",
                                       "actor", "url" };
  LeadupJsonValue value;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (leadup_json_value_get_member (object, names[i], &value) &&
        leadup_json_value_get_type (&value) == LEADUP_JSON_STRING)
      {
        g_autofree char *text = leadup_json_value_dup_string (&value);

        if (text != NULL && !leadup_text_is_blank (text))
          return g_steal_pointer (&text);
      }

  return NULL;
}

static void
append_value (GString               *text,
              const LeadupJsonValue *value,
              guint                  depth)
{
  LeadupJsonType type = leadup_json_value_get_type (value);
  LeadupJsonValue key, element;
  LeadupJsonIter iter;
  g_autofree char *name = NULL;
  const char *separator = "";

  if (text->len > MAX_SHOWN * 4 || depth > MAX_DEPTH)
    return;
  if (type == LEADUP_JSON_STRING)
    name = leadup_json_value_dup_string (value);
  else if (type == LEADUP_JSON_OBJECT)
    name = find_name (value);

  if (name != NULL)
    {
      g_string_append (text, name);
      return;
    }
  if (type != LEADUP_JSON_ARRAY && type != LEADUP_JSON_OBJECT)
    {
      g_string_append_len (text, value->start, (gssize) leadup_json_value_get_size (value));
      return;
    }

  leadup_json_iter_init (&iter, value);
  while (leadup_json_iter_next (&iter, &key, &element))
    {
      g_string_append (text, separator);
      separator = type == LEADUP_JSON_ARRAY ? ", " : "; ";
      if (type == LEADUP_JSON_OBJECT)
        {
          g_autofree char *member = leadup_json_value_dup_string (&key);
          g_autofree char *label = leadup_merge_words_dup_member (member);

          g_string_append_printf (text, "%s: ", label);
        }
      append_value (text, &element, depth + 1);
    }
}

static char *
describe_json (const char *json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LeadupJsonValue value = { json, json + strlen (json) };

  append_value (text, &value, 0);

  return leadup_text_single_line (text->str, MAX_SHOWN);
}

const char *
leadup_merge_words_get_kind (LeadupRecordKind kind)
{
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  return _ (kinds[kind]);
}

/* What people know a record by, on one line. */
char *
leadup_merge_words_dup_title (LeadupRecord *record)
{
  g_return_val_if_fail (LEADUP_IS_RECORD (record), NULL);

  if (leadup_record_get_kind (record) == LEADUP_RECORD_INFO)
    return g_strdup (_ ("The story as a whole"));

  return leadup_import_dup_title (record);
}

/* @member: as the file calls it */
char *
leadup_merge_words_dup_member (const char *member)
{
  char *label;

  g_return_val_if_fail (member != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, member))
      return g_strdup (_ (members[i].label));

  label = leadup_text_single_line (member, MAX_SHOWN);

  return g_strdelimit (label, "_", ' ');
}

/* “Event · new”, “Event · Title, Date”. */
char *
leadup_merge_words_dup_change (const LeadupMergeChange *change)
{
  LeadupRecord *subject;
  GString *text;

  g_return_val_if_fail (change != NULL, NULL);

  subject = change->before != NULL ? change->before : change->after;
  text = g_string_new (leadup_merge_words_get_kind (leadup_record_get_kind (subject)));
  g_string_append (text, " · ");
  if (change->before == NULL)
    g_string_append (text, _ ("new"));
  else if (change->after == NULL)
    g_string_append (text, _ ("removed there"));

  for (guint i = 0; change->members != NULL && change->members[i] != NULL; i++)
    {
      g_autofree char *label = leadup_merge_words_dup_member (change->members[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }

  return g_string_free (text, FALSE);
}

/**
 * leadup_merge_words_dup_value:
 * @conflict: of a merge
 * @is_theirs: whose value
 * @record: the record as either side has it
 * @snapshot: (nullable): knows the names of actors and sources
 *
 * Returns: (transfer full): the value, on one line; empty where there is none
 */
char *
leadup_merge_words_dup_value (const LeadupMergeConflict *conflict,
                              gboolean                   is_theirs,
                              LeadupRecord              *record,
                              LeadupSnapshot            *snapshot)
{
  const char *json;
  g_autoptr (LeadupRecord) changed = NULL;

  g_return_val_if_fail (conflict != NULL && LEADUP_IS_RECORD (record), NULL);

  json = is_theirs ? conflict->theirs : conflict->ours;
  if (conflict->member == NULL)
    return g_strdup (json != NULL ? _ ("Changed") : _ ("Removed"));
  if (json == NULL)
    return g_strdup ("");

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS && LEADUP_IS_EVENT (record); i++)
    if (g_str_equal (leadup_import_part_to_string ((LeadupImportPart) i), conflict->member))
      {
        changed = leadup_record_member_set (record, conflict->member, json, NULL);
        if (changed != NULL)
          return leadup_import_part_describe (
              (LeadupImportPart) i, leadup_event_get_fields (LEADUP_EVENT (changed)), snapshot);
      }

  return describe_json (json);
}
