/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-csv-exporter.h"

#include "base/leadup-text.h"
#include "export/leadup-export-data.h"
#include "model/leadup-category.h"
#include "model/leadup-event-parties.h"
#include "storage/leadup-time-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Between the values of one cell. */
#define JOINT "; "

/* A row in the making. */
typedef struct
{
  GString *out;
  guint n_cells;
} Row;

static void
end_row (Row *row)
{
  g_string_append (row->out, "\r\n");
  row->n_cells = 0;
}

static void
add_separator (Row *row)
{
  if (row->n_cells++ > 0)
    g_string_append_c (row->out, ',');
}

/* RFC 4180. Spreadsheets take what begins with one of these for a formula, and run it. */
static void
add_cell (Row        *row,
          const char *text)
{
  add_separator (row);
  if (text == NULL || *text == '\0')
    return;

  g_string_append_c (row->out, '"');
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    g_string_append_c (row->out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row->out, '"');
      g_string_append_c (row->out, *p);
    }
  g_string_append_c (row->out, '"');
}

/* A number that begins with “-” is no formula. */
static void
add_number (Row   *row,
            double number)
{
  add_separator (row);
  if (isfinite (number))
    leadup_text_append_number (row->out, number);
}

static void
join (GString    *joined,
      const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (joined->len > 0)
    g_string_append (joined, JOINT);
  g_string_append (joined, text);
}

static void
add_instant (Row          *row,
             LeadupInstant instant)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (instant != LEADUP_INSTANT_MIN && instant != LEADUP_INSTANT_MAX)
    leadup_time_text_append (text, instant);
  add_cell (row, text->str);
}

static void
add_when (Row        *row,
          LeadupWhen *when)
{
  const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;

  add_cell (row, when != NULL ? leadup_when_get_edtf (when) : NULL);
  add_cell (row, when != NULL ? leadup_when_get_stated (when) : NULL);
  add_instant (row, bounds != NULL ? bounds->start_earliest : LEADUP_INSTANT_MIN);
  add_instant (row, bounds != NULL ? bounds->end_latest : LEADUP_INSTANT_MAX);
  add_cell (row,
            when != NULL ? leadup_precision_to_string (leadup_when_get_precision (when)) : NULL);
}

static void
add_participants (Row            *row,
                  LeadupSnapshot *snapshot,
                  LeadupEvent    *event,
                  guint           roles)
{
  g_autoptr (GPtrArray) names = leadup_event_parties_list_names (snapshot, event, roles);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    join (joined, g_ptr_array_index (names, i));
  add_cell (row, joined->str);
}

static void
add_sources (Row            *row,
             LeadupSnapshot *snapshot,
             LeadupEvent    *event)
{
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (snapshot, event);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) urls = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *label = leadup_source_dup_label (g_ptr_array_index (sources, i));

      join (labels, label);
      join (urls, leadup_export_data_get_url (g_ptr_array_index (sources, i)));
    }
  add_cell (row, labels->str);
  add_cell (row, urls->str);
}

static void
add_event (Row            *row,
           LeadupSnapshot *snapshot,
           LeadupEvent    *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autofree char *tags = NULL;
  LeadupCategory *category = NULL;

  if (fields->category != NULL)
    category = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, fields->category);
  if (fields->tags != NULL)
    tags = g_strjoinv (JOINT, (char **) fields->tags);

  add_cell (row, fields->id);
  add_cell (row, fields->title);
  add_when (row, fields->when);
  add_cell (row, category != NULL ? leadup_category_get_fields (category)->name : fields->category);
  add_cell (row, leadup_verification_to_string (fields->verification));
  add_participants (row, snapshot, event, LEADUP_EVENT_PARTIES_ACTING);
  add_participants (row, snapshot, event, 1u << LEADUP_ROLE_TARGET);
  add_participants (row, snapshot, event,
                    1u << LEADUP_ROLE_MENTIONED | 1u << LEADUP_ROLE_INSTRUMENT);
  add_cell (row, fields->place != NULL ? fields->place->name : NULL);
  add_cell (row, fields->place != NULL ? fields->place->country : NULL);
  add_number (row, fields->place != NULL ? fields->place->latitude : (double) NAN);
  add_number (row, fields->place != NULL ? fields->place->longitude : (double) NAN);
  add_cell (row, tags);
  add_number (row, fields->importance > 0 ? fields->importance : (double) NAN);
  add_cell (row, fields->summary);
  add_sources (row, snapshot, event);
  end_row (row);
}

static GBytes *
write_csv (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  static const char *const columns[] = {
    "id",       "title",        "date",       "date_stated", "start",     "end",     "precision",
    "category", "verification", "initiators", "targets",     "mentioned", "place",   "country",
    "latitude", "longitude",    "tags",       "importance",  "summary",   "sources", "urls",
  };
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);
  g_autoptr (GPtrArray) events = NULL;
  Row row = { NULL };

  if (data == NULL)
    return NULL;

  events = leadup_export_data_list (data, options);
  row.out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (&row, columns[i]);
  end_row (&row);
  for (guint i = 0; i < events->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_event (&row, data, g_ptr_array_index (events, i));

  return g_string_free_to_bytes (row.out);
}

const LeadupExporter leadup_csv_exporter = {
  .id = "csv",
  .label = N_ ("CSV table of events"),
  .extension = "csv",
  .content_type = "text/csv",
  .write = write_csv,
};
