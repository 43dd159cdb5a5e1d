/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-data.h"

#include "leadup-import-resources.h"

#include <string.h>

/**
 * leadup_import_data_get:
 * @name: of a file among the resources
 *
 * Returns: (transfer full): what is in it
 */
GBytes *
leadup_import_data_get (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/leadup/Leadup/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (leadup_import_get_resource (), path, 0, NULL);

  g_assert (bytes != NULL);

  return bytes;
}

/**
 * leadup_import_data_read_rows:
 * @name: of a file of lines among the resources
 *
 * Reads the lines that are no comments and have a tab, or more of them, between their cells.
 *
 * Returns: (transfer full) (element-type GStrv): the cells of each, two or more
 */
GPtrArray *
leadup_import_data_read_rows (const char *name)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GBytes) bytes = leadup_import_data_get (name);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && strchr (lines[i], '\t') != NULL)
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}
