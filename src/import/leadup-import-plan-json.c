/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-plan-json.h"

#include "base/leadup-text.h"
#include "model/leadup-event.h"

#include <math.h>

static void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (text, ",\"%s\":", name);
  leadup_text_append_json (text, value);
}

static void
append_parts (GString    *text,
              const char *name,
              guint       parts)
{
  const char *comma = "";

  if (parts == 0)
    return;

  g_string_append_printf (text, ",\"%s\":[", name);
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if ((parts & 1u << i) != 0)
      {
        g_string_append_printf (text, "%s\"%s\"", comma,
                                leadup_import_part_to_string ((LeadupImportPart) i));
        comma = ",";
      }
  g_string_append_c (text, ']');
}

static void
append_row (GString               *text,
            const LeadupImportRow *row)
{
  LeadupRecord *record = row->after != NULL ? row->after : row->before;

  g_string_append_printf (text, "{\"line\":%u,\"verdict\":\"%s\"", row->line,
                          leadup_import_verdict_to_string (row->verdict));
  append_text (text, "title", row->title);
  append_text (text, "reason", row->reason);
  if (record != NULL)
    {
      append_text (text, "kind", leadup_record_kind_to_string (leadup_record_get_kind (record)));
      append_text (text, "id", leadup_record_get_id (record));
    }
  if (record != NULL && LEADUP_IS_EVENT (record) &&
      leadup_event_get_when (LEADUP_EVENT (record)) != NULL)
    append_text (text, "when",
                 leadup_when_get_edtf (leadup_event_get_when (LEADUP_EVENT (record))));
  append_parts (text, "changes", row->taken);
  append_parts (text, "conflicts", row->conflicts);
  g_string_append_c (text, '}');
}

static void
append_pair (GString               *text,
             const LeadupDuplicate *pair)
{
  g_string_append (text, "{\"first\":");
  leadup_text_append_json (text, leadup_record_get_id (LEADUP_RECORD (pair->first)));
  g_string_append (text, ",\"second\":");
  leadup_text_append_json (text, leadup_record_get_id (LEADUP_RECORD (pair->second)));
  g_string_append (text, ",\"likeness\":");
  leadup_text_append_number (text, round (pair->likeness * 1000) / 1000);
  g_string_append_c (text, '}');
}

/**
 * leadup_import_plan_to_json:
 * @self: a finished plan
 * @name: of the input
 * @duplicates: (element-type LeadupDuplicate): what it would bring and may be in the story, or
 * twice in the input
 *
 * Returns: (transfer full): for scripts: counts, warnings and what becomes of each row
 */
char *
leadup_import_plan_to_json (LeadupImportPlan *self,
                            const char       *name,
                            GArray           *duplicates)
{
  GString *text = g_string_new ("{\"input\":");
  const char *const *warnings;

  g_return_val_if_fail (LEADUP_IS_IMPORT_PLAN (self) && name != NULL && duplicates != NULL, NULL);

  leadup_text_append_json (text, name);
  g_string_append (text, ",\"counts\":{");
  for (guint i = 0; i < LEADUP_N_IMPORT_VERDICTS; i++)
    g_string_append_printf (text, "%s\"%s\":%u", i > 0 ? "," : "",
                            leadup_import_verdict_to_string ((LeadupImportVerdict) i),
                            leadup_import_plan_count (self, (LeadupImportVerdict) i));
  g_string_append_printf (text, "},\"conflicts\":%u,\"duplicates\":%u,\"warnings\":[",
                          leadup_import_plan_count_conflicts (self), duplicates->len);
  warnings = leadup_import_plan_get_warnings (self);
  for (guint i = 0; warnings[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      leadup_text_append_json (text, warnings[i]);
    }
  g_string_append (text, "],\"rows\":[");
  for (guint i = 0; i < leadup_import_plan_get_n_rows (self); i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "\n");
      append_row (text, leadup_import_plan_get_row (self, i));
    }
  g_string_append (text, "],\"pairs\":[");
  for (guint i = 0; i < duplicates->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "\n");
      append_pair (text, &g_array_index (duplicates, LeadupDuplicate, i));
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}
