/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-memory.h"

#include "storage/leadup-file-writer.h"

#include <gio/gio.h>
#include <string.h>

/* Larger files are none of ours. */
#define MAX_BYTES ((gsize) 1 << 20)

static char *
make_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "leadup", "mappings", NULL);
}

static char *
make_path (const char *fingerprint)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *name = g_strconcat (fingerprint, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * leadup_import_memory_load:
 * @fingerprint: of the columns of a table
 *
 * Returns: (transfer full) (nullable): what was said of a table with the same columns; %NULL where
 * nothing was, or where it cannot be read any more
 */
LeadupImportMapping *
leadup_import_memory_load (const char *fingerprint)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (fingerprint != NULL, NULL);

  path = make_path (fingerprint);
  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_BYTES)
    return NULL;

  return leadup_import_mapping_from_json (text, length, NULL);
}

gboolean
leadup_import_memory_save (const char                *fingerprint,
                           const LeadupImportMapping *mapping,
                           GError                   **error)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_return_val_if_fail (fingerprint != NULL && mapping != NULL, FALSE);

  path = make_path (fingerprint);
  text = leadup_import_mapping_to_json (mapping);
  length = strlen (text);
  g_mkdir_with_parents (folder, 0700);

  file = g_file_new_for_path (path);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  return leadup_file_writer_write (file, bytes, NULL, NULL, NULL, error);
}
