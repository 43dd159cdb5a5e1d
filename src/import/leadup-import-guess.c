/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "import/leadup-import-data.h"
#include "import/leadup-import-mapping.h"
#include "model/leadup-event.h"

#include <string.h>

/* The usual names, the best first: field, name as simplify() makes it, and the role of an actor or
 * what a value is called. */
static GPtrArray *
get_names (void)
{
  static GPtrArray *names;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, leadup_import_data_read_rows ("import-columns.tsv"));

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
  const GPtrArray *names = get_names ();

  g_return_val_if_fail (columns != NULL, NULL);

  mapping = leadup_import_mapping_new ();
  mapping->id = g_strdup ("table");
  for (guint i = 0; columns[i] != NULL; i++)
    g_ptr_array_add (simple, simplify (columns[i]));

  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < simple->len; j++)
      {
        char **name = g_ptr_array_index (names, i); /* field, name, extra */
        LeadupImportField field;
        LeadupImportRule *rule;
        LeadupRole role;

        if (!g_str_equal (name[1], g_ptr_array_index (simple, j)) ||
            !leadup_import_field_from_string (name[0], &field))
          continue;

        rule = leadup_import_mapping_add (mapping, field, columns[j]);
        if (field == LEADUP_IMPORT_FIELD_ACTORS && leadup_role_from_string (name[2], &role))
          rule->role = (int) role;
        if (field == LEADUP_IMPORT_FIELD_VALUE)
          rule->name = g_strdup (name[2]);
      }

  return mapping;
}
