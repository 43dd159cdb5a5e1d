/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-settings.h"

/* Where the build puts the schema: a program that runs from there remembers things as well. */
static GSettingsSchema *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *schemas = NULL;
  GSettingsSchemaSource *source;
  GSettingsSchema *schema;

  if (folder == NULL)
    return NULL;

  schemas = g_build_filename (folder, "..", "data", NULL);
  source = g_settings_schema_source_new_from_directory (
      schemas, g_settings_schema_source_get_default (), TRUE, NULL);
  if (source == NULL)
    return NULL;

  schema = g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE);
  g_settings_schema_source_unref (source);

  return schema;
}

static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    schema = find_beside_program ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The settings, where they have @key: an older schema may be installed than this program’s. */
static GSettings *
find_settings (const char *key)
{
  GSettings *settings = leadup_settings_get ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key) ? settings : NULL;
}

/**
 * leadup_settings_get:
 *
 * g_settings_new() ends the program where the schema is not installed, as when it runs from the
 * folder that it was built in; this looks first.
 *
 * Returns: (transfer none) (nullable): the settings, or %NULL where there is no schema
 */
GSettings *
leadup_settings_get (void)
{
  static GSettings *settings;
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      settings = make_settings ();
      g_once_init_leave (&is_made, 1);
    }

  return settings;
}

gboolean
leadup_settings_get_boolean (const char *key,
                             gboolean    fallback)
{
  GSettings *settings = find_settings (key);

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

int
leadup_settings_get_int (const char *key,
                         int         fallback)
{
  GSettings *settings = find_settings (key);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/* Does nothing where there is no place to keep it. */
void
leadup_settings_set_boolean (const char *key,
                             gboolean    value)
{
  GSettings *settings = find_settings (key);

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

/* Does nothing where there is no place to keep it. */
void
leadup_settings_set_int (const char *key,
                         int         value)
{
  GSettings *settings = find_settings (key);

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

/* Gives @property the value that @key has now, and @key the values that the property gets from now
 * on; what other windows do changes nothing here. */
void
leadup_settings_follow (const char *key,
                        GObject    *object,
                        const char *property)
{
  GSettings *settings = find_settings (key);

  if (settings != NULL)
    g_settings_bind (settings, key, object, property,
                     G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
}

/* Returns: (transfer full) (nullable): the text; %NULL where there is no place to keep it */
char *
leadup_settings_dup_string (const char *key)
{
  GSettings *settings = find_settings (key);

  return settings != NULL ? g_settings_get_string (settings, key) : NULL;
}

void
leadup_settings_set_string (const char *key,
                            const char *value)
{
  GSettings *settings = find_settings (key);

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}
