/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-extra.h"

#include "base/leadup-text.h"

#include <string.h>

/**
 * leadup_extra_get:
 * @extra: (nullable): of a record; lives as long as @value
 * @name: of the member
 * @value: (out caller-allocates): its place
 *
 * Returns: whether there is such a member
 */
gboolean
leadup_extra_get (const char      *extra,
                  const char      *name,
                  LeadupJsonValue *value)
{
  LeadupJsonValue all;

  g_return_val_if_fail (name != NULL && value != NULL, FALSE);

  if (extra == NULL || *extra != '{')
    return FALSE;

  all = (LeadupJsonValue) { extra, extra + strlen (extra) };

  return leadup_json_value_get_member (&all, name, value);
}

/**
 * leadup_extra_set:
 * @extra: (nullable): of a record
 * @name: of the member
 * @json: (nullable): its value; %NULL takes the member out
 *
 * Returns: (transfer full) (nullable): @extra with the member; %NULL where nothing is left
 */
char *
leadup_extra_set (const char *extra,
                  const char *name,
                  const char *json)
{
  GString *text = g_string_new ("{");

  g_return_val_if_fail (name != NULL, NULL);

  if (extra != NULL && *extra == '{')
    {
      LeadupJsonValue all = { extra, extra + strlen (extra) };
      LeadupJsonValue key, value;
      LeadupJsonIter iter;

      leadup_json_iter_init (&iter, &all);
      while (leadup_json_iter_next (&iter, &key, &value))
        {
          if (leadup_json_value_is_string (&key, name))
            continue;
          if (text->len > 1)
            g_string_append_c (text, ',');
          leadup_json_value_append (&key, text);
          g_string_append_c (text, ':');
          leadup_json_value_append (&value, text);
        }
    }
  if (json != NULL)
    {
      if (text->len > 1)
        g_string_append_c (text, ',');
      leadup_text_append_json (text, name);
      g_string_append_c (text, ':');
      g_string_append (text, json);
    }
  g_string_append_c (text, '}');

  return g_string_free (text, text->len == 2);
}
