/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-story-importer.h"

#include "base/leadup-text.h"
#include "import/leadup-import-records.h"
#include "model/leadup-event.h"
#include "storage/leadup-story-reader.h"

#include <glib/gi18n.h>
#include <string.h>

static guint
sniff (const char *bytes,
       gsize       length)
{
  g_autofree char *head = g_strndup (bytes, length);
  const char *member;

  if (*g_strchug (head) != '{')
    return 0;

  member = strstr (head, "\"format\"");
  if (member == NULL)
    return 0;

  member += strlen ("\"format\"");
  member += strspn (member, " \t\r\n:");

  return g_str_has_prefix (member, "\"leadup\"") ? 100 : 0;
}

/* A story that says nothing of itself yet takes over what the file says. */
static void
add_info (LeadupImportRecords *records,
          LeadupSnapshot      *snapshot,
          LeadupRecord        *info)
{
  const LeadupInfoFields *own = leadup_info_get_fields (leadup_snapshot_get_info (snapshot));

  if (leadup_text_is_blank (own->title) && leadup_text_is_blank (own->chart_title))
    leadup_import_plan_add_support (leadup_import_records_get_plan (records), info);
}

static gboolean
is_undated (LeadupRecord *record)
{
  return LEADUP_IS_EVENT (record) && leadup_event_get_when (LEADUP_EVENT (record)) == NULL;
}

static void
add_record (LeadupImportRecords *records,
            LeadupSnapshot      *snapshot,
            LeadupRecord        *record)
{
  LeadupRecordKind kind = leadup_record_get_kind (record);
  LeadupImportPlan *plan = leadup_import_records_get_plan (records);
  LeadupRecord *before = leadup_snapshot_lookup (snapshot, kind, leadup_record_get_id (record));

  if (kind == LEADUP_RECORD_INFO)
    add_info (records, snapshot, record);
  else if (kind == LEADUP_RECORD_PLACEMENT && before == NULL)
    leadup_import_plan_add_support (plan, record);
  else if (kind == LEADUP_RECORD_CATEGORY && before != NULL)
    {
      g_autofree char *title = leadup_import_dup_title (before);

      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, 0, title, NULL, before, NULL);
    }
  else if (kind != LEADUP_RECORD_PLACEMENT)
    leadup_import_records_add_row (records, 0, is_undated (record) ? _ ("It has no date") : NULL,
                                   record);
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_autoptr (LeadupStoryContents) contents = NULL;
  g_autoptr (LeadupImportRecords) records = NULL;

  contents = leadup_story_reader_read (input->bytes, g_get_real_time (), cancellable, error);
  if (contents == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  records = leadup_import_records_new (input->snapshot, _ ("Import story"));
  for (guint i = 0; contents->warnings != NULL && contents->warnings[i] != NULL; i++)
    leadup_import_plan_add_warning (leadup_import_records_get_plan (records),
                                    contents->warnings[i]);
  for (guint i = 0; i < contents->records->len; i++)
    add_record (records, input->snapshot, g_ptr_array_index (contents->records, i));

  return leadup_import_records_finish (records);
}

static const char *const content_types[] = { "application/vnd.leadup+json", NULL };

const LeadupImporter leadup_story_importer = {
  .id = "leadup",
  .label = N_ ("Leadup story"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
