/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-ical-exporter.h"

#include "base/leadup-when-format.h"
#include "export/leadup-export-data.h"
#include "model/leadup-category.h"
#include "model/leadup-event-parties.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* iCalendar, RFC 5545. */

/* Octets of a line without its end. */
#define MAX_LINE 75

/* Ends a line of content: folded so that none is too long, and never within a character. */
static void
append_line (GString    *out,
             const char *line)
{
  gsize room = MAX_LINE;

  while (strlen (line) > room)
    {
      gsize length = room;

      while (length > 1 && ((guint8) line[length] & 0xc0) == 0x80)
        length--;
      g_string_append_len (out, line, (gssize) length);
      g_string_append (out, "\r\n ");
      line += length;
      room = MAX_LINE - 1;
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

/* TEXT: what would end it is escaped. */
static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr (GString) line = NULL;

  if (text == NULL || *text == '\0')
    return;

  line = g_string_new (name);
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (line, "\\n");
          continue;
        }
      if (g_ascii_iscntrl (*p))
        continue;
      if (strchr ("\\;,", *p) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_c (line, *p);
    }
  append_line (out, line->str);
}

/* A value that needs no escaping. */
static void
append_plain (GString    *out,
              const char *name,
              const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);

  append_line (out, line);
}

/* Years of four digits are all that the format has. */
static gboolean
has_year (LeadupInstant instant)
{
  return instant >= leadup_calendar_date_instant (1, 1, 1) &&
         instant < leadup_calendar_date_instant (10000, 1, 1);
}

static void
append_instant (GString      *out,
                const char   *name,
                LeadupInstant instant,
                gboolean      is_day,
                gboolean      has_zone)
{
  g_autofree char *line = NULL;
  LeadupCivil civil;

  leadup_calendar_from_instant (instant, &civil);
  if (is_day)
    line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, civil.year, civil.month, civil.day);
  else
    line = g_strdup_printf ("%s:%04d%02d%02dT%02d%02d%02d%s", name, civil.year, civil.month,
                            civil.day, civil.hour, civil.minute, civil.second, has_zone ? "Z" : "");
  append_line (out, line);
}

/* A moment is a moment, a day is all-day, and what is less certain lasts as long as it may have
 * been; the description says so. Returns: whether there is a place in the calendar */
static gboolean
append_when (GString    *out,
             LeadupWhen *when)
{
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);
  gboolean is_day = leadup_when_get_precision (when) != LEADUP_PRECISION_TIME;
  LeadupInstant start = bounds->start_earliest;
  LeadupInstant end = bounds->end_latest;

  if (!has_year (start))
    start = has_year (end) ? end - LEADUP_USEC_DAY : LEADUP_INSTANT_MIN;
  if (!has_year (start))
    return FALSE;

  append_instant (out, "DTSTART", start, is_day, leadup_when_has_zone (when));
  if (is_day && has_year (end) && end - start >= LEADUP_USEC_DAY)
    append_instant (out, "DTEND", end, TRUE, FALSE);

  return TRUE;
}

static const char *
get_status (LeadupVerification verification)
{
  switch (verification)
    {
    case LEADUP_VERIFICATION_UNVERIFIED:
    case LEADUP_VERIFICATION_DISPUTED:
    case LEADUP_VERIFICATION_ANNOUNCED:
      return "TENTATIVE";

    case LEADUP_VERIFICATION_RETRACTED:
      return "CANCELLED";

    case LEADUP_VERIFICATION_SINGLE_SOURCE:
    case LEADUP_VERIFICATION_CORROBORATED:
    case LEADUP_VERIFICATION_VERIFIED:
    default:
      return "CONFIRMED";
    }
}

static void
append_description (GString        *out,
                    LeadupSnapshot *snapshot,
                    LeadupEvent    *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (snapshot, event);
  g_autoptr (GString) text = g_string_new (NULL);

  if (fields->when != NULL)
    {
      g_autofree char *date = leadup_when_format (fields->when, LEADUP_WHEN_STYLE_LONG);

      g_string_append (text, date);
    }
  if (fields->summary != NULL && *fields->summary != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", fields->summary);
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *label = leadup_source_dup_label (g_ptr_array_index (sources, i));
      const char *url = leadup_export_data_get_url (g_ptr_array_index (sources, i));

      g_string_append_printf (text, "%s%s%s%s", i == 0 ? "\n\n" : "\n", label,
                              url != NULL ? " " : "", url != NULL ? url : "");
    }
  append_text (out, "DESCRIPTION", text->str);
}

static void
append_place (GString           *out,
              const LeadupPlace *place)
{
  g_autoptr (GString) position = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (place == NULL)
    return;

  append_text (out, "LOCATION", place->name);
  if (!(fabs (place->latitude) <= 90 && fabs (place->longitude) <= 180))
    return;

  position = g_string_new (g_ascii_formatd (buffer, sizeof buffer, "%.6f", place->latitude));
  g_string_append_c (position, ';');
  g_string_append (position, g_ascii_formatd (buffer, sizeof buffer, "%.6f", place->longitude));
  append_plain (out, "GEO", position->str);
}

/* An event without a place in time is a journal entry, which may go without. */
static void
append_event (GString        *out,
              LeadupSnapshot *snapshot,
              LeadupEvent    *event,
              LeadupInstant   stamp)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autoptr (GString) when = g_string_new (NULL);
  gboolean is_dated = fields->when != NULL && append_when (when, fields->when);
  g_autofree char *uid = g_strdup_printf ("%s@leadup.org", fields->id);
  LeadupCategory *category = NULL;

  if (fields->category != NULL)
    category = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, fields->category);
  append_plain (out, "BEGIN", is_dated ? "VEVENT" : "VJOURNAL");
  append_text (out, "UID", uid);
  append_instant (out, "DTSTAMP", stamp, FALSE, TRUE);
  g_string_append (out, when->str);
  append_text (out, "SUMMARY", fields->title);
  append_description (out, snapshot, event);
  if (category != NULL)
    append_text (out, "CATEGORIES", leadup_category_get_fields (category)->name);
  if (is_dated)
    {
      append_place (out, fields->place);
      append_plain (out, "STATUS", get_status (fields->verification));
      append_plain (out, "TRANSP", "TRANSPARENT");
    }
  if (fields->when != NULL)
    append_text (out, "X-LEADUP-EDTF", leadup_when_get_edtf (fields->when));
  append_plain (out, "X-LEADUP-VERIFICATION", leadup_verification_to_string (fields->verification));
  append_plain (out, "END", is_dated ? "VEVENT" : "VJOURNAL");
}

/* The clock would make two runs differ: a calendar is as old as its newest source. */
static LeadupInstant
get_stamp (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options)
{
  g_autofree char *as_of = leadup_export_data_get_as_of (snapshot, options);
  g_autoptr (LeadupWhen) when = as_of != NULL ? leadup_when_new_from_edtf (as_of, NULL) : NULL;
  LeadupInstant stamp = when != NULL ? leadup_when_get_bounds (when)->start_earliest : 0;

  return has_year (stamp) ? stamp : 0;
}

static GBytes *
write_ical (LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            GCancellable              *cancellable,
            GError                   **error)
{
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);
  g_autoptr (GPtrArray) events = NULL;
  const LeadupInfoFields *info;
  LeadupInstant stamp;
  GString *out;

  if (data == NULL)
    return NULL;

  events = leadup_export_data_list (data, options);
  info = leadup_info_get_fields (leadup_snapshot_get_info (data));
  stamp = get_stamp (data, options);
  out = g_string_new (NULL);
  append_plain (out, "BEGIN", "VCALENDAR");
  append_plain (out, "VERSION", "2.0");
  append_plain (out, "PRODID", "-//Leadup//Leadup " PACKAGE_VERSION "//EN");
  append_plain (out, "CALSCALE", "GREGORIAN");
  append_text (out, "X-WR-CALNAME", options->title != NULL ? options->title : info->title);
  for (guint i = 0; i < events->len && !g_cancellable_is_cancelled (cancellable); i++)
    append_event (out, data, g_ptr_array_index (events, i), stamp);
  append_plain (out, "END", "VCALENDAR");

  return g_string_free_to_bytes (out);
}

const LeadupExporter leadup_ical_exporter = {
  .id = "ics",
  .label = N_ ("iCalendar"),
  .extension = "ics",
  .content_type = "text/calendar",
  .write = write_ical,
};
