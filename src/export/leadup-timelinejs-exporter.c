/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-timelinejs-exporter.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "export/leadup-export-data.h"
#include "model/leadup-category.h"
#include "model/leadup-event-parties.h"
#include "model/leadup-phase.h"

#include <glib/gi18n.h>

/* The JSON that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html). Its
 * texts are HTML. */

static void
append_name (GString    *out,
             const char *name)
{
  g_string_append_printf (out, "\"%s\":", name);
}

static void
append_member (GString    *out,
               const char *name,
               const char *text)
{
  append_name (out, name);
  leadup_text_append_json (out, text);
}

static void
append_html_member (GString    *out,
                    const char *name,
                    const char *text)
{
  g_autoptr (GString) html = g_string_new (NULL);

  leadup_text_append_xml (html, text != NULL ? text : "");
  append_member (out, name, html->str);
}

/* How many of year, month, day, hour, minute, second the source gave. */
static guint
count_parts (LeadupWhen *when)
{
  switch (leadup_when_get_precision (when))
    {
    case LEADUP_PRECISION_TIME:
      return 6;

    case LEADUP_PRECISION_YEAR:
    case LEADUP_PRECISION_DECADE:
    case LEADUP_PRECISION_CENTURY:
      return 1;

    case LEADUP_PRECISION_MONTH:
      return leadup_when_get_part (when) == LEADUP_PART_NONE ? 2 : 3;

    case LEADUP_PRECISION_SEASON:
    case LEADUP_PRECISION_QUARTER:
      return 2;

    case LEADUP_PRECISION_DAY:
    case LEADUP_PRECISION_WEEK:
    case LEADUP_PRECISION_INTERVAL:
    case LEADUP_PRECISION_UNDATED:
    default:
      return 3;
    }
}

static void
append_date (GString      *out,
             const char   *name,
             LeadupInstant instant,
             guint         n_parts)
{
  static const char *const names[] = { "year", "month", "day", "hour", "minute", "second" };
  LeadupCivil civil;
  int parts[6];

  leadup_calendar_from_instant (instant, &civil);
  parts[0] = civil.year;
  parts[1] = civil.month;
  parts[2] = civil.day;
  parts[3] = civil.hour;
  parts[4] = civil.minute;
  parts[5] = civil.second;

  append_name (out, name);
  g_string_append_c (out, '{');
  for (guint i = 0; i < n_parts; i++)
    g_string_append_printf (out, "%s\"%s\":%d", i > 0 ? "," : "", names[i], parts[i]);
  g_string_append_c (out, '}');
}

/* Returns: whether there is a day to begin with, without which TimelineJS shows nothing */
static gboolean
append_when (GString    *out,
             LeadupWhen *when)
{
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);
  g_autofree char *shown = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
  guint n_parts = count_parts (when);
  LeadupInstant start = bounds->start_earliest;
  LeadupInstant end = bounds->end_latest;

  if (start == LEADUP_INSTANT_MIN)
    start = end != LEADUP_INSTANT_MAX ? end - LEADUP_USEC_DAY : LEADUP_INSTANT_MIN;
  if (start == LEADUP_INSTANT_MIN)
    return FALSE;

  append_date (out, "start_date", start, n_parts);
  if (end != LEADUP_INSTANT_MAX && n_parts == 3 && end - start > LEADUP_USEC_DAY)
    {
      g_string_append_c (out, ',');
      append_date (out, "end_date", end - LEADUP_USEC_DAY, n_parts);
    }
  g_string_append_c (out, ',');
  append_html_member (out, "display_date", shown);

  return TRUE;
}

static char *
make_text (LeadupSnapshot *snapshot,
           LeadupEvent    *event)
{
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (snapshot, event);
  const char *summary = leadup_event_get_fields (event)->summary;
  g_autoptr (GString) html = g_string_new (NULL);

  if (summary != NULL && *summary != '\0')
    {
      g_string_append (html, "<p>");
      leadup_text_append_xml (html, summary);
      g_string_append (html, "</p>");
    }
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *label = leadup_source_dup_label (g_ptr_array_index (sources, i));
      const char *url = leadup_export_data_get_url (g_ptr_array_index (sources, i));

      g_string_append (html, i == 0 ? "<p>" : "; ");
      if (url != NULL)
        {
          g_string_append (html, "<a href=\"");
          leadup_text_append_xml (html, url);
          g_string_append (html, "\">");
        }
      leadup_text_append_xml (html, label);
      if (url != NULL)
        g_string_append (html, "</a>");
    }
  if (sources->len > 0)
    g_string_append (html, "</p>");

  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* Returns: whether it was written */
static gboolean
append_event (GString        *out,
              LeadupSnapshot *snapshot,
              LeadupEvent    *event,
              gboolean        is_first)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autofree char *text = make_text (snapshot, event);
  gsize before = out->len;
  LeadupCategory *category = NULL;

  g_string_append (out, is_first ? "\n{" : ",\n{");
  append_member (out, "unique_id", fields->id);
  g_string_append_c (out, ',');
  if (fields->when == NULL || !append_when (out, fields->when))
    {
      g_string_truncate (out, before);
      return FALSE;
    }

  if (fields->category != NULL)
    category = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, fields->category);
  g_string_append (out, ",\"text\":{");
  append_html_member (out, "headline", fields->title);
  g_string_append_c (out, ',');
  append_member (out, "text", text);
  g_string_append_c (out, '}');
  if (category != NULL)
    {
      g_string_append_c (out, ',');
      append_html_member (out, "group", leadup_category_get_fields (category)->name);
    }
  g_string_append_c (out, '}');

  return TRUE;
}

static void
append_eras (GString        *out,
             LeadupSnapshot *snapshot)
{
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_PHASE);
  guint n_written = 0;

  for (guint i = 0; i < n; i++)
    {
      const LeadupPhaseFields *fields =
          leadup_phase_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_PHASE, i));
      const LeadupWhenBounds *bounds;

      if (fields->when == NULL)
        continue;
      bounds = leadup_when_get_bounds (fields->when);
      if (bounds->start_earliest == LEADUP_INSTANT_MIN || bounds->end_latest == LEADUP_INSTANT_MAX)
        continue;

      g_string_append (out, n_written++ == 0 ? ",\n\"eras\":[\n{" : ",\n{");
      append_date (out, "start_date", bounds->start_earliest, 3);
      g_string_append_c (out, ',');
      append_date (out, "end_date", bounds->end_latest - LEADUP_USEC_DAY, 3);
      g_string_append (out, ",\"text\":{");
      append_html_member (out, "headline", fields->title);
      g_string_append (out, "}}");
    }
  if (n_written > 0)
    g_string_append_c (out, ']');
}

static void
append_title (GString                   *out,
              LeadupSnapshot            *snapshot,
              const LeadupExportOptions *options)
{
  const LeadupInfoFields *info = leadup_info_get_fields (leadup_snapshot_get_info (snapshot));
  const char *title = info->chart_title != NULL ? info->chart_title : info->title;
  const char *subtitle = info->chart_subtitle;

  g_string_append (out, "{\"title\":{\"text\":{");
  append_html_member (out, "headline", options->title != NULL ? options->title : title);
  g_string_append_c (out, ',');
  append_html_member (out, "text", options->subtitle != NULL ? options->subtitle : subtitle);
  g_string_append (out, "}},\n");
}

static GBytes *
write_timelinejs (LeadupSnapshot            *snapshot,
                  const LeadupExportOptions *options,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);
  g_autoptr (GPtrArray) events = NULL;
  GString *out;
  gboolean is_first = TRUE;

  if (data == NULL)
    return NULL;

  events = leadup_export_data_list (data, options);
  out = g_string_new (NULL);
  append_title (out, data, options);
  g_string_append (out, "\"events\":[");
  for (guint i = 0; i < events->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (append_event (out, data, g_ptr_array_index (events, i), is_first))
      is_first = FALSE;
  g_string_append_c (out, ']');
  append_eras (out, data);
  g_string_append (out, "}\n");

  return g_string_free_to_bytes (out);
}

const LeadupExporter leadup_timelinejs_exporter = {
  .id = "timelinejs",
  .label = N_ ("TimelineJS data"),
  .extension = "json",
  .content_type = "application/json",
  .write = write_timelinejs,
};
