/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-json-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-date.h"
#include "import/leadup-import-json.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How many rows are read between two looks at the cancellable. */
#define STRIDE 256

typedef enum
{
  FIELD_ID,
  FIELD_DATE,
  FIELD_END,
  FIELD_TITLE,
  FIELD_SUMMARY,
  FIELD_CATEGORY,
  FIELD_ACTORS,
  FIELD_INITIATORS,
  FIELD_TARGETS,
  FIELD_SOURCE,
  FIELD_URL,
  FIELD_PLACE,
  FIELD_LATITUDE,
  FIELD_LONGITUDE,
  FIELD_TAGS,
  FIELD_VERIFICATION,
  N_FIELDS,
} Field;

/* The usual names, the best first. One that an earlier field took is not there for a later one. */
static const struct
{
  Field field;
  const char *name;
} names[] = {
  { FIELD_ID, "id" },
  { FIELD_ID, "unique_id" },
  { FIELD_ID, "uid" },
  { FIELD_ID, "event_id" },
  { FIELD_DATE, "date" },
  { FIELD_DATE, "start" },
  { FIELD_DATE, "when" },
  { FIELD_DATE, "start_date" },
  { FIELD_DATE, "startdate" },
  { FIELD_DATE, "datetime" },
  { FIELD_DATE, "begin" },
  { FIELD_END, "end" },
  { FIELD_END, "end_date" },
  { FIELD_END, "enddate" },
  { FIELD_TITLE, "title" },
  { FIELD_TITLE, "headline" },
  { FIELD_TITLE, "text" },
  { FIELD_TITLE, "content" },
  { FIELD_TITLE, "name" },
  { FIELD_TITLE, "event" },
  { FIELD_SUMMARY, "description" },
  { FIELD_SUMMARY, "summary" },
  { FIELD_SUMMARY, "body" },
  { FIELD_SUMMARY, "text" },
  { FIELD_SUMMARY, "content" },
  { FIELD_CATEGORY, "category" },
  { FIELD_CATEGORY, "type" },
  { FIELD_CATEGORY, "group" },
  { FIELD_ACTORS, "actors" },
  { FIELD_ACTORS, "who" },
  { FIELD_ACTORS, "actor" },
  { FIELD_ACTORS, "participants" },
  { FIELD_INITIATORS, "initiators" },
  { FIELD_INITIATORS, "initiator" },
  { FIELD_TARGETS, "targets" },
  { FIELD_TARGETS, "target" },
  { FIELD_SOURCE, "source" },
  { FIELD_SOURCE, "sources" },
  { FIELD_URL, "url" },
  { FIELD_URL, "link" },
  { FIELD_URL, "source_url" },
  { FIELD_PLACE, "place" },
  { FIELD_PLACE, "location" },
  { FIELD_PLACE, "where" },
  { FIELD_LATITUDE, "latitude" },
  { FIELD_LATITUDE, "lat" },
  { FIELD_LONGITUDE, "longitude" },
  { FIELD_LONGITUDE, "lon" },
  { FIELD_LONGITUDE, "lng" },
  { FIELD_TAGS, "tags" },
  { FIELD_TAGS, "keywords" },
  { FIELD_VERIFICATION, "verification" },
  { FIELD_VERIFICATION, "status" },
};

/**
 * Row:
 * @values: of the members by field; where @is_set
 */
typedef struct
{
  LeadupJsonValue values[N_FIELDS];
  gboolean is_set[N_FIELDS];
} Row;

static guint
sniff (const char *bytes,
       gsize       length)
{
  return leadup_import_json_starts (bytes, length) ? 60 : 0;
}

/* Sorts the members of @object by what they are; what is left is kept beside the event. */
static void
read_members (const LeadupJsonValue *object,
              LeadupImportDraft     *draft,
              Row                   *row)
{
  LeadupJsonValue found[G_N_ELEMENTS (names)];
  LeadupJsonValue key, value;
  LeadupJsonIter iter;

  memset (row, 0, sizeof *row);
  memset (found, 0, sizeof found);
  leadup_json_iter_init (&iter, object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);
      gboolean is_known = FALSE;

      if (leadup_json_value_get_type (&value) == LEADUP_JSON_NULL)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_ascii_strcasecmp (names[i].name, name) == 0)
          {
            /* The same member twice: the first counts, as everywhere. */
            is_known = found[i].start == NULL;
            if (is_known)
              found[i] = value;
          }
      if (!is_known)
        leadup_import_json_keep (draft, &key, &value);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Field field = names[i].field;

      if (found[i].start == NULL || row->is_set[field])
        continue;
      row->values[field] = found[i];
      row->is_set[field] = TRUE;
      for (guint j = i + 1; j < G_N_ELEMENTS (names); j++)
        if (found[j].start == found[i].start)
          found[j].start = NULL;
      found[i].start = NULL;
    }

  /* Further names of a field that is set already. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (found[i].start != NULL)
      {
        g_autofree char *quoted = g_strdup_printf ("\"%s\"", names[i].name);
        LeadupJsonValue name = { quoted, quoted + strlen (quoted) };

        leadup_import_json_keep (draft, &name, &found[i]);
        for (guint j = i + 1; j < G_N_ELEMENTS (names); j++)
          if (found[j].start == found[i].start)
            found[j].start = NULL;
      }
}

static char *
dup_field (const Row *row,
           Field      field)
{
  return row->is_set[field] ? leadup_import_json_dup_plain (&row->values[field]) : NULL;
}

static void
read_when (const Row               *row,
           const LeadupImportInput *input,
           LeadupImportDraft       *draft)
{
  g_autoptr (LeadupWhen) start = NULL;
  g_autoptr (LeadupWhen) end = NULL;
  g_autofree char *problem = NULL;
  LeadupJsonValue value;

  if (!row->is_set[FIELD_DATE])
    {
      draft->problem = g_strdup (_ ("It has no date"));
      return;
    }

  draft->date = leadup_import_json_dup_raw (&row->values[FIELD_DATE]);
  start =
      leadup_import_json_read_date (&row->values[FIELD_DATE], input->published, &draft->problem);
  if (start == NULL)
    return;

  if (row->is_set[FIELD_END])
    end = leadup_import_json_read_date (&row->values[FIELD_END], input->published, &problem);
  else if (leadup_import_json_get (&row->values[FIELD_DATE], "end", &value))
    end = leadup_import_json_read_date (&value, input->published, &problem);
  if (end != NULL)
    draft->when = leadup_import_date_join (start, end, &problem);
  if (draft->when == NULL)
    draft->when = g_steal_pointer (&start);
  draft->problem = g_steal_pointer (&problem);
}

/* The one of its separators that stands in it. */
static const char *
get_separator (const char *text)
{
  static const char *const separators[] = { ";", "|", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (text, separators[i]) != NULL)
      return separators[i];

  return ",";
}

typedef void (*TextFunc) (LeadupImportDraft *draft, char *text, int role);

/* Calls @func for each of the texts of a list, or of a text with separators. */
static void
split (const LeadupJsonValue *value,
       LeadupImportDraft     *draft,
       int                    role,
       TextFunc               func)
{
  g_autofree char *text = leadup_import_json_dup_plain (value);
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return;

  parts = g_strsplit (text, get_separator (text), LEADUP_STORY_MAX_LIST);
  for (guint i = 0; parts[i] != NULL; i++)
    func (draft, g_strdup (g_strstrip (parts[i])), role);
}

static void
take_tag (LeadupImportDraft *draft,
          char              *text,
          int                role)
{
  if (*text != '\0' && !g_ptr_array_find_with_equal_func (draft->tags, text, g_str_equal, NULL))
    g_ptr_array_add (draft->tags, text);
  else
    g_free (text);
}

static void
take_actor (LeadupImportDraft *draft,
            char              *text,
            int                role)
{
  leadup_import_draft_take_actor (draft, text, LEADUP_IMPORT_ANY_KIND, role);
}

/* {"name":…,"role":…,"kind":…} */
static void
read_actor (const LeadupJsonValue *object,
            LeadupImportDraft     *draft,
            int                    role)
{
  char *name = leadup_import_json_dup_member (object, "name");
  g_autofree char *role_name = leadup_import_json_dup_member (object, "role");
  g_autofree char *kind_name = leadup_import_json_dup_member (object, "kind");
  LeadupActorKind kind;
  LeadupRole own_role;

  if (name == NULL)
    name = leadup_import_json_dup_member (object, "actor");
  if (kind_name == NULL)
    kind_name = leadup_import_json_dup_member (object, "type");
  if (role_name != NULL && leadup_role_from_string (role_name, &own_role))
    role = (int) own_role;
  if (kind_name != NULL && leadup_actor_kind_from_string (kind_name, &kind))
    leadup_import_draft_take_actor (draft, name, (int) kind, role);
  else
    leadup_import_draft_take_actor (draft, name, LEADUP_IMPORT_ANY_KIND, role);
}

static void
read_list (const Row         *row,
           Field              field,
           LeadupImportDraft *draft,
           int                role,
           TextFunc           func)
{
  LeadupJsonValue value;
  LeadupJsonIter iter;

  if (!row->is_set[field])
    return;

  value = row->values[field];
  if (leadup_json_value_get_type (&value) != LEADUP_JSON_ARRAY)
    {
      if (leadup_json_value_get_type (&value) == LEADUP_JSON_OBJECT && func == take_actor)
        read_actor (&value, draft, role);
      else
        split (&value, draft, role, func);
      return;
    }

  leadup_json_iter_init (&iter, &row->values[field]);
  for (guint n = 0; n < LEADUP_STORY_MAX_LIST && leadup_json_iter_next (&iter, NULL, &value); n++)
    {
      if (leadup_json_value_get_type (&value) == LEADUP_JSON_OBJECT && func == take_actor)
        read_actor (&value, draft, role);
      else
        {
          char *text = leadup_import_json_dup_plain (&value);

          if (text != NULL)
            func (draft, text, role);
        }
    }
}

static gboolean
is_address (const char *text)
{
  return text != NULL &&
         (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"));
}

static void
read_source (const LeadupJsonValue *value,
             LeadupImportDraft     *draft,
             char                  *url)
{
  LeadupImportSource source = {
    .url = url,
  };

  if (leadup_json_value_get_type (value) == LEADUP_JSON_OBJECT)
    {
      if (source.url == NULL)
        source.url = leadup_import_json_dup_member (value, "url");
      source.outlet = leadup_import_json_dup_member (value, "outlet");
      source.title = leadup_import_json_dup_member (value, "title");
      source.author = leadup_import_json_dup_member (value, "author");
      source.published = leadup_import_json_dup_member (value, "date");
      source.quote = leadup_import_json_dup_member (value, "quote");
    }
  else
    {
      g_autofree char *text = leadup_import_json_dup_plain (value);

      if (source.url == NULL && is_address (text))
        source.url = g_steal_pointer (&text);
      else
        source.outlet = g_steal_pointer (&text);
    }

  leadup_import_draft_take_source (draft, &source);
}

static void
read_sources (const Row         *row,
              LeadupImportDraft *draft)
{
  g_autofree char *url = dup_field (row, FIELD_URL);
  LeadupJsonValue value;
  LeadupJsonIter iter;

  if (row->is_set[FIELD_SOURCE] &&
      leadup_json_value_get_type (&row->values[FIELD_SOURCE]) != LEADUP_JSON_ARRAY)
    {
      read_source (&row->values[FIELD_SOURCE], draft, g_steal_pointer (&url));
      return;
    }

  if (row->is_set[FIELD_SOURCE])
    {
      leadup_json_iter_init (&iter, &row->values[FIELD_SOURCE]);
      for (guint n = 0; n < LEADUP_STORY_MAX_LIST && leadup_json_iter_next (&iter, NULL, &value);
           n++)
        read_source (&value, draft, NULL);
    }
  if (url != NULL)
    {
      LeadupImportSource source = {
        .url = g_steal_pointer (&url),
      };

      leadup_import_draft_take_source (draft, &source);
    }
}

static void
read_place (const Row         *row,
            LeadupImportDraft *draft)
{
  LeadupJsonValue latitude = row->values[FIELD_LATITUDE];
  LeadupJsonValue longitude = row->values[FIELD_LONGITUDE];
  gboolean has_point = row->is_set[FIELD_LATITUDE] && row->is_set[FIELD_LONGITUDE];
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  if (row->is_set[FIELD_PLACE] &&
      leadup_json_value_get_type (&row->values[FIELD_PLACE]) == LEADUP_JSON_OBJECT)
    {
      const LeadupJsonValue *place = &row->values[FIELD_PLACE];

      draft->place = leadup_import_json_dup_member (place, "name");
      has_point = leadup_import_json_get (place, "lat", &latitude) &&
                  leadup_import_json_get (place, "lon", &longitude);
    }
  else
    draft->place = dup_field (row, FIELD_PLACE);

  if (!has_point)
    return;

  text = leadup_import_json_dup_text (&latitude);
  other = leadup_import_json_dup_text (&longitude);
  if (text == NULL || other == NULL)
    return;
  draft->latitude = g_ascii_strtod (text, NULL);
  draft->longitude = g_ascii_strtod (other, NULL);
  if (!(fabs (draft->latitude) <= 90) || !(fabs (draft->longitude) <= 180))
    draft->latitude = draft->longitude = NAN;
}

static void
read_row (const LeadupJsonValue   *object,
          const LeadupImportInput *input,
          LeadupImportDraft       *draft)
{
  g_autofree char *title = NULL;
  g_autofree char *verification = NULL;
  LeadupVerification known;
  Row row;

  read_members (object, draft, &row);
  draft->own_id = dup_field (&row, FIELD_ID);
  title = dup_field (&row, FIELD_TITLE);
  if (title != NULL)
    draft->title = leadup_text_single_line (title, LEADUP_STORY_MAX_TITLE);
  draft->summary = dup_field (&row, FIELD_SUMMARY);
  draft->category = dup_field (&row, FIELD_CATEGORY);
  read_when (&row, input, draft);
  read_list (&row, FIELD_INITIATORS, draft, LEADUP_ROLE_INITIATOR, take_actor);
  read_list (&row, FIELD_TARGETS, draft, LEADUP_ROLE_TARGET, take_actor);
  read_list (&row, FIELD_ACTORS, draft, LEADUP_ROLE_MENTIONED, take_actor);
  read_list (&row, FIELD_TAGS, draft, 0, take_tag);
  read_sources (&row, draft);
  read_place (&row, draft);

  verification = dup_field (&row, FIELD_VERIFICATION);
  if (verification != NULL && leadup_verification_from_string (verification, &known))
    draft->verification = (int) known;
}

static gboolean
find_rows (LeadupJsonScanner *scanner,
           LeadupJsonValue   *rows,
           GError           **error)
{
  static const char *const members[] = { "events", "items", "data", NULL };

  if (leadup_json_scanner_find_array (scanner, members, rows))
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
               _ ("There is no list of events in it: a list, or an object with a list “events”, "
                  "“items” or “data”"));

  return FALSE;
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_autoptr (LeadupJsonScanner) scanner = leadup_import_json_open (input, error);
  g_autoptr (LeadupImportRecords) records = NULL;
  g_auto (LeadupImportDraft) draft = {
    NULL,
  };
  LeadupJsonValue rows, row;
  LeadupJsonIter iter;

  if (scanner == NULL || !find_rows (scanner, &rows, error))
    return NULL;

  records = leadup_import_records_new (input->snapshot, _ ("Import events"));
  leadup_import_json_warn (scanner, leadup_import_records_get_plan (records));
  leadup_import_draft_init (&draft, leadup_json_importer.id);
  leadup_json_iter_init (&iter, &rows);
  for (guint n = 0; leadup_json_iter_next (&iter, NULL, &row); n++)
    {
      guint line = leadup_json_scanner_get_line (scanner, row.start);

      if (n >= LEADUP_STORY_MAX_EVENTS)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                       _ ("Line %u: more than %u events; split the file"), line,
                       (guint) LEADUP_STORY_MAX_EVENTS);
          return NULL;
        }
      if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (leadup_json_value_get_type (&row) != LEADUP_JSON_OBJECT)
        {
          leadup_import_plan_add_row (leadup_import_records_get_plan (records),
                                      LEADUP_IMPORT_REJECTED, line, NULL,
                                      _ ("It is no object in braces"), NULL, NULL);
          continue;
        }
      leadup_import_draft_reset (&draft, line);
      read_row (&row, input, &draft);
      leadup_import_draft_submit (&draft, records);
    }

  return leadup_import_records_finish (records);
}

static const char *const content_types[] = { "application/json", NULL };

const LeadupImporter leadup_json_importer = {
  .id = "json",
  .label = N_ ("Events as JSON"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
