/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "import/leadup-import-mapping.h"
#include "model/leadup-event.h"

#include <string.h>

#define F(name) LEADUP_IMPORT_FIELD_##name

/* The usual names, the best first. */
static const struct
{
  LeadupImportField field;
  int role;
  const char *name;
} names[] = {
  { F (ID), 0, "id" },
  { F (ID), 0, "unique_id" },
  { F (ID), 0, "uid" },
  { F (ID), 0, "event_id" },
  { F (ID), 0, "eventid" },
  { F (DATE), 0, "date" },
  { F (DATE), 0, "quarter" },
  { F (DATE), 0, "start" },
  { F (DATE), 0, "when" },
  { F (DATE), 0, "start_date" },
  { F (DATE), 0, "startdate" },
  { F (DATE), 0, "event_date" },
  { F (DATE), 0, "datetime" },
  { F (DATE), 0, "begin" },
  { F (DATE), 0, "from" },
  { F (DATE), 0, "day" },
  { F (DATE), 0, "datum" },
  { F (DATE), 0, "fecha" },
  { F (DATE), 0, "timestamp" },
  { F (TIME), 0, "time" },
  { F (END), 0, "end" },
  { F (END), 0, "end_date" },
  { F (END), 0, "enddate" },
  { F (END), 0, "until" },
  { F (END), 0, "to" },
  { F (TITLE), 0, "title" },
  { F (TITLE), 0, "headline" },
  { F (TITLE), 0, "text" },
  { F (TITLE), 0, "content" },
  { F (TITLE), 0, "name" },
  { F (TITLE), 0, "event" },
  { F (TITLE), 0, "label" },
  { F (TITLE), 0, "what" },
  { F (TITLE), 0, "titel" },
  { F (SUMMARY), 0, "description" },
  { F (SUMMARY), 0, "summary" },
  { F (SUMMARY), 0, "body" },
  { F (SUMMARY), 0, "text" },
  { F (SUMMARY), 0, "content" },
  { F (SUMMARY), 0, "details" },
  { F (NOTES), 0, "notes" },
  { F (NOTES), 0, "comments" },
  { F (CATEGORY), 0, "category" },
  { F (CATEGORY), 0, "type" },
  { F (CATEGORY), 0, "group" },
  { F (CATEGORY), 0, "event_type" },
  { F (CATEGORY), 0, "kategorie" },
  { F (ACTORS), LEADUP_ROLE_INITIATOR, "initiators" },
  { F (ACTORS), LEADUP_ROLE_INITIATOR, "initiator" },
  { F (ACTORS), LEADUP_ROLE_TARGET, "targets" },
  { F (ACTORS), LEADUP_ROLE_TARGET, "target" },
  { F (ACTORS), LEADUP_ROLE_SPEAKER, "speaker" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "actors" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "who" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "actor" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "actor1" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "actor2" },
  { F (ACTORS), LEADUP_ROLE_MENTIONED, "participants" },
  { F (SOURCES), 0, "source" },
  { F (SOURCES), 0, "sources" },
  { F (SOURCES), 0, "outlet" },
  { F (SOURCES), 0, "quelle" },
  { F (SOURCES), 0, "fuente" },
  { F (URL), 0, "url" },
  { F (URL), 0, "link" },
  { F (URL), 0, "source_url" },
  { F (QUOTE), 0, "quote" },
  { F (PLACE), 0, "place" },
  { F (PLACE), 0, "location" },
  { F (PLACE), 0, "where" },
  { F (PLACE), 0, "city" },
  { F (PLACE), 0, "ort" },
  { F (PLACE), 0, "lugar" },
  { F (COUNTRY), 0, "country" },
  { F (LATITUDE), 0, "latitude" },
  { F (LATITUDE), 0, "lat" },
  { F (LONGITUDE), 0, "longitude" },
  { F (LONGITUDE), 0, "lon" },
  { F (LONGITUDE), 0, "lng" },
  { F (LONGITUDE), 0, "long" },
  { F (TAGS), 0, "tags" },
  { F (TAGS), 0, "keywords" },
  { F (VERIFICATION), 0, "verification" },
  { F (VERIFICATION), 0, "status" },
  { F (IMPORTANCE), 0, "importance" },
  { F (VALUE), 0, "killed" },
  { F (VALUE), 0, "fatalities" },
  { F (VALUE), 0, "deaths" },
  { F (VALUE), 0, "injured" },
  { F (VALUE), 0, "wounded" },
  { F (VALUE), 0, "detained" },
};

static const char *const *
name_value (const char *column)
{
  static const char *const words[][2] = {
    { "fatalities", "killed" }, { "deaths", "killed" }, { "wounded", "injured" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i][0], column) == 0)
      return &words[i][1];

  return NULL;
}

/* “Start Date” and “start_date” are the same to people. */
static char *
simplify (const char *column)
{
  g_autofree char *folded = leadup_text_fold (column);

  g_strstrip (folded);
  g_strdelimit (folded, " -.", '_');

  return g_steal_pointer (&folded);
}

/**
 * leadup_import_mapping_guess:
 * @columns: (array zero-terminated=1): of a table
 *
 * Returns: (transfer full): what the columns are by their names
 */
LeadupImportMapping *
leadup_import_mapping_guess (const char *const *columns)
{
  LeadupImportMapping *mapping;
  g_autoptr (GPtrArray) simple = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (columns != NULL, NULL);

  mapping = leadup_import_mapping_new ();
  mapping->id = g_strdup ("table");
  for (guint i = 0; columns[i] != NULL; i++)
    g_ptr_array_add (simple, simplify (columns[i]));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < simple->len; j++)
      if (g_str_equal (names[i].name, g_ptr_array_index (simple, j)))
        {
          LeadupImportRule *rule = leadup_import_mapping_add (mapping, names[i].field, columns[j]);

          if (names[i].field == LEADUP_IMPORT_FIELD_ACTORS)
            rule->role = names[i].role;
          if (names[i].field == LEADUP_IMPORT_FIELD_VALUE)
            {
              const char *const *name = name_value (names[i].name);

              rule->name = g_strdup (name != NULL ? *name : names[i].name);
            }
        }

  return mapping;
}
