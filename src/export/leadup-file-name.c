/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-file-name.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SLUG 60

/* Returns: whether the name holds something to fill in */
gboolean
leadup_file_name_is_pattern (const char *name)
{
  const char *brace;

  g_return_val_if_fail (name != NULL, FALSE);

  brace = strchr (name, '{');

  return brace != NULL && strchr (brace, '}') != NULL;
}

/* Returns: (transfer full) (nullable): what stands for a key, or %NULL where there is none such */
static char *
look_up (const char                *key,
         const LeadupFileNameParts *parts)
{
  if (g_str_equal (key, "slug"))
    {
      g_autofree char *slug = leadup_text_slug (parts->title != NULL ? parts->title : "", MAX_SLUG);

      return g_strdup (*slug != '\0' ? slug : "chart");
    }
  if (g_str_equal (key, "date"))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      return g_date_time_format (now, "%Y-%m-%d");
    }
  if (g_str_equal (key, "preset"))
    return g_strdup (parts->preset != NULL ? parts->preset : "custom");
  if (g_str_equal (key, "theme"))
    return leadup_text_slug (parts->theme != NULL ? parts->theme : "light", MAX_SLUG);
  if (g_str_equal (key, "format"))
    return g_strdup (parts->format);
  if (g_str_equal (key, "view"))
    return g_strdup (leadup_picture_to_string (parts->picture));
  if (g_str_equal (key, "scale"))
    return g_strdup_printf ("%g", parts->scale);
  if (g_str_equal (key, "step"))
    return g_strdup_printf ("%02u", parts->step);
  if (g_str_equal (key, "period"))
    return g_strdup (parts->period != NULL ? parts->period : "all");

  return NULL;
}

/**
 * leadup_file_name_expand:
 * @pattern: a name or a path, in which “{slug}”, “{date}”, “{preset}”, “{theme}”, “{format}”,
 * “{view}”, “{scale}”, “{step}” and “{period}” are filled in
 * @parts: with what
 * @error: return location
 *
 * Returns: (transfer full): the name, or %NULL where the pattern asks for something unknown
 */
char *
leadup_file_name_expand (const char                *pattern,
                         const LeadupFileNameParts *parts,
                         GError                   **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *rest = pattern;

  g_return_val_if_fail (pattern != NULL && parts != NULL, NULL);

  for (;;)
    {
      const char *open = strchr (rest, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (close == NULL)
        break;

      g_string_append_len (name, rest, open - rest);
      key = g_strndup (open + 1, (gsize) (close - open - 1));
      value = look_up (key, parts);
      if (value == NULL)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                       _ ("There is nothing to put in place of {%s}. Use {slug}, {date}, {preset}, "
                          "{theme}, {format}, {view}, {scale}, {step} and {period}."),
                       key);
          return NULL;
        }
      g_string_append (name, value);
      rest = close + 1;
    }
  g_string_append (name, rest);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
