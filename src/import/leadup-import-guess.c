/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "import/leadup-import-mapping.h"
#include "leadup-import-resources.h"
#include "model/leadup-event.h"

#include <string.h>

/**
 * Name:
 * @text: as simplify() makes it
 * @extra: (nullable): the role of an actor, or what a value is called
 */
typedef struct
{
  LeadupImportField field;
  char *text;
  char *extra;
} Name;

static LeadupImportField
find_field (const char *name)
{
  guint field = 0;

  while (!g_str_equal (leadup_import_field_to_string ((LeadupImportField) field), name))
    field++;

  return (LeadupImportField) field;
}

/* The usual names, the best first. */
static GArray *
load_names (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;

  bytes = g_resource_lookup_data (leadup_import_get_resource (),
                                  "/org/leadup/Leadup/import-columns.tsv", 0, NULL);
  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], "\t", 3);
      Name name;

      if (*lines[i] == '#' || words[0] == NULL || words[1] == NULL)
        continue;

      name = (Name) { find_field (words[0]), g_strdup (words[1]), g_strdup (words[2]) };
      g_array_append_val (names, name);
    }

  return names;
}

static GArray *
get_names (void)
{
  static GArray *names;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, load_names ());

  return names;
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
  const GArray *names = get_names ();

  g_return_val_if_fail (columns != NULL, NULL);

  mapping = leadup_import_mapping_new ();
  mapping->id = g_strdup ("table");
  for (guint i = 0; columns[i] != NULL; i++)
    g_ptr_array_add (simple, simplify (columns[i]));

  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < simple->len; j++)
      {
        const Name *name = &g_array_index (names, Name, i);
        LeadupImportRule *rule;
        LeadupRole role;

        if (!g_str_equal (name->text, g_ptr_array_index (simple, j)))
          continue;

        rule = leadup_import_mapping_add (mapping, name->field, columns[j]);
        if (name->field == LEADUP_IMPORT_FIELD_ACTORS &&
            leadup_role_from_string (name->extra, &role))
          rule->role = (int) role;
        if (name->field == LEADUP_IMPORT_FIELD_VALUE)
          rule->name = g_strdup (name->extra);
      }

  return mapping;
}
