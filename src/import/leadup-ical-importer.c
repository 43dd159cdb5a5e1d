/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-ical-importer.h"

#include "base/leadup-calendar.h"
#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-date.h"
#include "import/leadup-import-draft.h"
#include "import/leadup-import-text.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

/* libical keeps all of it in memory, many times over. */
#define MAX_BYTES ((gsize) 32 << 20)

static guint
sniff (const char *bytes,
       gsize       length)
{
  const char *found = g_strstr_len (bytes, (gssize) MIN (length, 1024), "BEGIN:VCALENDAR");

  return found != NULL && found - bytes <= 3 ? 100 : 0;
}

/* Lines on which events begin, for libical does not tell. */
static GArray *
find_lines (const char *text,
            gsize       length)
{
  static const char begin[] = "BEGIN:VEVENT";
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *end = text + length;
  guint line = 1;

  for (const char *at = text; at < end; line++)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));

      if ((gsize) (end - at) >= strlen (begin) &&
          g_ascii_strncasecmp (at, begin, strlen (begin)) == 0)
        g_array_append_val (lines, line);
      at = newline != NULL ? newline + 1 : end;
    }

  return lines;
}

static const char *
keep (LeadupImportDraft *draft,
      const char        *text)
{
  g_autofree char *valid =
      text != NULL ? g_strstrip (leadup_text_make_valid (text, -1, LEADUP_STORY_MAX_STRING)) : NULL;

  return leadup_text_is_blank (valid) ? NULL
                                      : leadup_import_draft_keep (draft, g_steal_pointer (&valid));
}

static LeadupWhen *
make_when (struct icaltimetype time,
           const char         *zone)
{
  LeadupWhenFields fields = { .rule = "import" };
  g_autofree char *edtf = NULL;

  if (time.is_date)
    edtf = g_strdup_printf ("%04d-%02d-%02d", time.year, time.month, time.day);
  else
    edtf = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", time.year, time.month, time.day,
                            time.hour, time.minute, time.second, icaltime_is_utc (time) ? "Z" : "");
  fields.edtf = edtf;
  fields.zone = time.is_date ? NULL : zone;

  return leadup_when_new (&fields, NULL);
}

static const char *
get_zone (icalproperty *property)
{
  icalparameter *parameter =
      property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;

  return parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
}

/* The end of days is the next day; what has a duration ends when it is over. */
static struct icaltimetype
find_end (icalcomponent      *event,
          struct icaltimetype start)
{
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  struct icaltimetype time = icaltime_null_time ();

  if (end != NULL)
    time = icalproperty_get_dtend (end);
  else if (duration != NULL)
    time = icaltime_add (start, icalproperty_get_duration (duration));
  if (!icaltime_is_null_time (time) && time.is_date)
    icaltime_adjust (&time, -1, 0, 0, 0);

  return time;
}

static void
read_when (icalcomponent     *event,
           LeadupImportDraft *draft)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  g_autoptr (LeadupWhen) start = NULL;
  g_autoptr (LeadupWhen) end = NULL;
  struct icaltimetype first, last;
  char *problem = NULL;

  if (property == NULL)
    {
      draft->problem = _ ("It has no date");
      return;
    }

  first = icalproperty_get_dtstart (property);
  start = icaltime_is_null_time (first) ? NULL : make_when (first, get_zone (property));
  if (start == NULL)
    {
      draft->problem = _ ("Its start is not a date");
      draft->date = keep (draft, icalproperty_get_value_as_string (property));
      return;
    }

  last = find_end (event, first);
  if (!icaltime_is_null_time (last) && icaltime_compare (last, first) > 0)
    end = make_when (last, get_zone (property));
  if (end != NULL)
    draft->when = leadup_import_date_join (start, end, &problem);
  if (draft->when == NULL)
    draft->when = leadup_when_ref (start);
  draft->problem = leadup_import_draft_keep (draft, problem);
  if (draft->problem == NULL &&
      icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL)
    draft->problem = _ ("It repeats; only its first time is read");
}

static void
add_person (icalproperty      *property,
            const char        *address,
            LeadupImportDraft *draft)
{
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);
  const char *text = name != NULL ? icalparameter_get_cn (name) : address;

  if (name == NULL && text != NULL && g_ascii_strncasecmp (text, "mailto:", 7) == 0)
    text += 7;
  leadup_import_draft_add_actor (draft, keep (draft, text), LEADUP_IMPORT_ANY_KIND,
                                 LEADUP_ROLE_MENTIONED);
}

static void
read_lists (icalcomponent     *event,
            LeadupImportDraft *draft)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ANY_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_ANY_PROPERTY))
    {
      LeadupImportSource source = { NULL };
      const char *text;

      switch ((int) icalproperty_isa (property))
        {
        case ICAL_CATEGORIES_PROPERTY:
          text = keep (draft, icalproperty_get_categories (property));
          if (draft->category == NULL)
            draft->category = text;
          else
            leadup_import_draft_add_tag (draft, text);
          break;
        case ICAL_ORGANIZER_PROPERTY:
          add_person (property, icalproperty_get_organizer (property), draft);
          break;
        case ICAL_ATTENDEE_PROPERTY:
          add_person (property, icalproperty_get_attendee (property), draft);
          break;
        case ICAL_URL_PROPERTY:
          source.url = keep (draft, icalproperty_get_url (property));
          leadup_import_draft_add_source (draft, &source);
          break;
        case ICAL_STATUS_PROPERTY:
          if (icalproperty_get_status (property) == ICAL_STATUS_CANCELLED)
            leadup_import_draft_add_tag (draft, "cancelled");
          else if (icalproperty_get_status (property) == ICAL_STATUS_TENTATIVE)
            leadup_import_draft_add_tag (draft, "tentative");
          break;
        case ICAL_GEO_PROPERTY:
          draft->latitude = icalproperty_get_geo (property).lat;
          draft->longitude = icalproperty_get_geo (property).lon;
          break;
        default:
          break;
        }
    }
}

static void
read_event (icalcomponent     *event,
            LeadupImportDraft *draft)
{
  icalproperty *again = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
  const char *uid = keep (draft, icalcomponent_get_uid (event));

  draft->own_id = uid;
  if (uid != NULL && again != NULL)
    draft->own_id = leadup_import_draft_keep (
        draft, g_strconcat (uid, " ", icalproperty_get_value_as_string (again), NULL));
  leadup_import_draft_set_title (draft, keep (draft, icalcomponent_get_summary (event)));
  draft->summary = keep (draft, icalcomponent_get_description (event));
  draft->place = keep (draft, icalcomponent_get_location (event));
  read_when (event, draft);
  read_lists (event, draft);
}

static LeadupImportPlan *
read_calendar (const LeadupImportInput *input,
               icalcomponent           *calendar,
               GArray                  *lines,
               GCancellable            *cancellable,
               GError                 **error)
{
  g_autoptr (LeadupImportRecords) records =
      leadup_import_records_new (input->snapshot, _ ("Import calendar"));
  g_auto (LeadupImportDraft) draft = { NULL };
  guint n = 0;

  leadup_import_records_set_origin (records, leadup_ical_importer.id, input->name);
  leadup_import_draft_init (&draft, leadup_ical_importer.id, NULL);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      if (n % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      leadup_import_draft_reset (&draft, n < lines->len ? g_array_index (lines, guint, n) : 0);
      read_event (event, &draft);
      leadup_import_draft_submit (&draft, records);
      n++;
    }
  /* None is lost without a word, not even one that libical cannot make sense of. */
  for (; n < lines->len; n++)
    leadup_import_plan_add_row (leadup_import_records_get_plan (records), LEADUP_IMPORT_REJECTED,
                                g_array_index (lines, guint, n), NULL,
                                _ ("It cannot be understood: perhaps its end is missing"), NULL,
                                NULL);

  return leadup_import_records_finish (records);
}

/* A calendar that was cut off is read as far as it goes. */
static icalcomponent *
read_text (const char *data,
           gsize       length)
{
  static const char *const ends[] = { "", "\r\nEND:VCALENDAR\r\n",
                                      "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" };
  g_autofree char *start = g_strndup (data, length);
  icalcomponent *calendar = NULL;

  icalerror_set_errors_are_fatal (0);
  for (guint i = 0; i < G_N_ELEMENTS (ends) && calendar == NULL; i++)
    {
      g_autofree char *text = g_strconcat (start, ends[i], NULL);

      calendar = icalparser_parse_string (text);
    }

  return calendar;
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_autoptr (GBytes) bytes = leadup_import_text_decode (input->bytes, error);
  g_autoptr (GArray) lines = NULL;
  icalcomponent *calendar;
  LeadupImportPlan *plan;
  const char *data;
  gsize length;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length > MAX_BYTES)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("The calendar is larger than 32 MB; split it"));
      return NULL;
    }

  lines = find_lines (data, length);
  calendar = read_text (data, length);
  if (calendar == NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("This is no calendar"));
      return NULL;
    }

  plan = read_calendar (input, calendar, lines, cancellable, error);
  icalcomponent_free (calendar);

  return plan;
}

static const char *const content_types[] = { "text/calendar", NULL };

const LeadupImporter leadup_ical_importer = {
  .id = "ical",
  .label = N_ ("Calendar (iCalendar)"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
