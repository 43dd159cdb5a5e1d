/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-timelinejs-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-cell.h"
#include "import/leadup-import-date.h"
#include "import/leadup-import-json.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many rows are read between two looks at the cancellable. */
#define STRIDE 256

/* The file’s member names, as in website/docs/json-format of TimelineJS 3. */
static const char *const known_members[] = {
  "unique_id", "start_date", "end_date", "text", "media", "group", "display_date",
};

static guint
sniff (const char *bytes,
       gsize       length)
{
  if (!leadup_import_json_starts (bytes, length))
    return 0;

  return g_strstr_len (bytes, (gssize) length, "\"start_date\"") != NULL &&
                 g_strstr_len (bytes, (gssize) length, "\"headline\"") != NULL
             ? 90
             : 0;
}

/* When, from the parts; what the reader was to see is what was stated. */
static LeadupWhen *
read_when (const LeadupJsonValue *object,
           char                 **problem)
{
  g_autoptr (LeadupWhen) start = NULL;
  g_autoptr (LeadupWhen) end = NULL;
  g_autoptr (LeadupWhen) when = NULL;
  g_autofree char *stated = NULL;
  LeadupJsonValue value;

  if (!leadup_import_json_get (object, "start_date", &value))
    {
      *problem = g_strdup (_ ("It has no date"));
      return NULL;
    }

  start = leadup_import_json_read_date (&value, NULL, problem);
  if (start == NULL)
    return NULL;

  stated = leadup_import_json_dup_member (&value, "display_date");
  if (stated == NULL)
    stated = leadup_import_json_dup_member (object, "display_date");
  if (leadup_import_json_get (object, "end_date", &value))
    end = leadup_import_json_read_date (&value, NULL, problem);
  if (end != NULL)
    when = leadup_import_date_join (start, end, problem);
  if (when == NULL)
    when = g_steal_pointer (&start);

  if (stated != NULL)
    {
      LeadupWhenFields fields = {
        .edtf = leadup_when_get_edtf (when),
        .stated = stated,
        .rule = leadup_when_get_rule (when),
      };

      return leadup_when_new (&fields, NULL);
    }

  return g_steal_pointer (&when);
}

static const char *
keep (LeadupImportDraft     *draft,
      const LeadupJsonValue *object,
      const char            *name)
{
  return leadup_import_draft_keep (draft, leadup_import_json_dup_member (object, name));
}

static void
read_media (const LeadupJsonValue *media,
            LeadupImportDraft     *draft)
{
  LeadupImportSource source = {
    .url = keep (draft, media, "link"),
    .title = keep (draft, media, "caption"),
    .outlet = keep (draft, media, "credit"),
  };

  if (source.url == NULL)
    source.url = keep (draft, media, "url");
  /* A picture shows something; whether it proves it is for people to say. */
  draft->verification = LEADUP_VERIFICATION_UNVERIFIED;
  leadup_import_draft_add_source (draft, &source);
}

static void
keep_others (const LeadupJsonValue *object,
             LeadupImportDraft     *draft)
{
  LeadupJsonValue key, value;
  LeadupJsonIter iter;

  leadup_json_iter_init (&iter, object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (known_members); i++)
        is_known |= leadup_json_value_is_string (&key, known_members[i]);
      if (!is_known)
        {
          LeadupImportCell cell = { .json = value };
          g_autofree char *name = leadup_json_value_dup_string (&key);

          if (leadup_import_cell_is_there (&cell))
            leadup_import_cell_keep (&cell, draft, name);
        }
    }
}

static void
read_row (const LeadupJsonValue *object,
          LeadupImportDraft     *draft)
{
  LeadupJsonValue value;
  char *problem = NULL;

  draft->own_id = keep (draft, object, "unique_id");
  draft->category = keep (draft, object, "group");
  draft->when = read_when (object, &problem);
  draft->problem = leadup_import_draft_keep (draft, problem);
  if (leadup_import_json_get (object, "start_date", &value))
    draft->date = leadup_import_draft_keep (draft, leadup_import_json_dup_raw (&value));
  if (leadup_import_json_get (object, "text", &value))
    {
      leadup_import_draft_set_title (draft, keep (draft, &value, "headline"));
      draft->summary = keep (draft, &value, "text");
    }
  if (leadup_import_json_get (object, "media", &value))
    read_media (&value, draft);
  keep_others (object, draft);
}

static void
add_era (LeadupImportRecords   *records,
         const LeadupJsonValue *era,
         guint                  line)
{
  g_autofree char *problem = NULL;
  g_autofree char *title = NULL;
  g_autoptr (LeadupWhen) when = NULL;
  LeadupJsonValue text;

  if (leadup_import_json_get (era, "text", &text))
    title = leadup_import_json_dup_member (&text, "headline");
  when = read_when (era, &problem);
  leadup_import_records_add_era (records, line, title, when, problem);
}

/* The title slide names a story that has no name yet. */
static void
add_title (LeadupImportRecords   *records,
           LeadupSnapshot        *snapshot,
           const LeadupJsonValue *root)
{
  LeadupInfoFields fields = *leadup_info_get_fields (leadup_snapshot_get_info (snapshot));
  g_autofree char *headline = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autoptr (LeadupInfo) info = NULL;
  LeadupJsonValue slide, text;

  if (!leadup_text_is_blank (fields.title) || !leadup_import_json_get (root, "title", &slide) ||
      !leadup_import_json_get (&slide, "text", &text))
    return;

  headline = leadup_import_json_dup_member (&text, "headline");
  if (headline == NULL)
    return;

  title = leadup_text_single_line (headline, LEADUP_STORY_MAX_TITLE);
  subtitle = leadup_import_json_dup_member (&text, "text");
  fields.title = title;
  if (leadup_text_is_blank (fields.chart_subtitle))
    fields.chart_subtitle = subtitle;
  info = leadup_info_new (&fields);
  leadup_import_plan_add_support (leadup_import_records_get_plan (records), LEADUP_RECORD (info));
}

static gboolean
add_rows (LeadupImportRecords   *records,
          LeadupJsonScanner     *scanner,
          const LeadupJsonValue *list,
          gboolean               are_eras,
          GCancellable          *cancellable,
          GError               **error)
{
  LeadupImportPlan *plan = leadup_import_records_get_plan (records);
  g_auto (LeadupImportDraft) draft = {
    NULL,
  };
  LeadupJsonValue row;
  LeadupJsonIter iter;

  leadup_import_draft_init (&draft, leadup_timelinejs_importer.id, NULL);
  leadup_json_iter_init (&iter, list);
  for (guint n = 0; leadup_json_iter_next (&iter, NULL, &row); n++)
    {
      guint line = leadup_json_scanner_get_line (scanner, row.start);

      if (n >= LEADUP_STORY_MAX_EVENTS)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                       _ ("Line %u: more than %u events; split the file"), line,
                       (guint) LEADUP_STORY_MAX_EVENTS);
          return FALSE;
        }
      if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (leadup_json_value_get_type (&row) != LEADUP_JSON_OBJECT)
        leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, line, NULL,
                                    _ ("It is no object in braces"), NULL, NULL);
      else if (are_eras)
        add_era (records, &row, line);
      else
        {
          leadup_import_draft_reset (&draft, line);
          read_row (&row, &draft);
          leadup_import_draft_submit (&draft, records);
        }
    }

  return TRUE;
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  static const char *const members[] = { "events", NULL };
  g_autoptr (LeadupJsonScanner) scanner = leadup_import_json_open (input, error);
  g_autoptr (LeadupImportRecords) records = NULL;
  LeadupJsonValue root, list;

  if (scanner == NULL)
    return NULL;

  if (!leadup_json_scanner_find_array (scanner, members, &list))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("There is no list “events” in it"));
      return NULL;
    }

  records = leadup_import_records_new (input->snapshot, _ ("Import TimelineJS"));
  leadup_import_records_set_origin (records, leadup_timelinejs_importer.id, input->name);
  leadup_import_json_warn (scanner, leadup_import_records_get_plan (records));
  if (!add_rows (records, scanner, &list, FALSE, cancellable, error))
    return NULL;

  leadup_json_scanner_get_root (scanner, &root);
  if (leadup_import_json_get (&root, "eras", &list) &&
      leadup_json_value_get_type (&list) == LEADUP_JSON_ARRAY &&
      !add_rows (records, scanner, &list, TRUE, cancellable, error))
    return NULL;
  add_title (records, input->snapshot, &root);

  return leadup_import_records_finish (records);
}

static const char *const content_types[] = { "application/json", NULL };

const LeadupImporter leadup_timelinejs_importer = {
  .id = "timelinejs",
  .label = N_ ("TimelineJS (JSON)"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
