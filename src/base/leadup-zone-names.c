/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "base/leadup-zone.h"

#include <string.h>

/* Zones that people call by something else than the tz database does. */
static const struct
{
  const char *name; /* folded */
  const char *zone;
} zone_names[] = {
  { "utc", "UTC" },
  { "gmt", "UTC" },
  { "z", "UTC" },
  { "est", "-05:00" },
  { "edt", "-04:00" },
  { "cst", "-06:00" },
  { "cdt", "-05:00" },
  { "mst", "-07:00" },
  { "mdt", "-06:00" },
  { "pst", "-08:00" },
  { "pdt", "-07:00" },
  { "et", "America/New_York" },
  { "ct", "America/Chicago" },
  { "pt", "America/Los_Angeles" },
  { "wet", "+00:00" },
  { "west", "+01:00" },
  { "bst", "+01:00" },
  { "cet", "+01:00" },
  { "cest", "+02:00" },
  { "eet", "+02:00" },
  { "eest", "+03:00" },
  { "msk", "+03:00" },
  { "jst", "+09:00" },
  { "kst", "+09:00" },
  { "washington", "America/New_York" },
  { "beijing", "Asia/Shanghai" },
  { "tel aviv", "Asia/Jerusalem" },
  { "delhi", "Asia/Kolkata" },
  { "mumbai", "Asia/Kolkata" },
  { "geneva", "Europe/Zurich" },
  { "kharkiv", "Europe/Kyiv" },
  { "st petersburg", "Europe/Moscow" },
  { "islamabad", "Asia/Karachi" },
  { "hanoi", "Asia/Bangkok" },
  { "abuja", "Africa/Lagos" },
  { "ankara", "Europe/Istanbul" },
  { "ottawa", "America/Toronto" },
  { "canberra", "Australia/Sydney" },
};

static const char *const zone_areas[] = {
  "Europe",     "Asia",     "Africa", "America",           "Australia",
  "Pacific",    "Atlantic", "Indian", "America/Argentina", "America/Indiana",
  "Antarctica",
};

/**
 * leadup_zone_find:
 * @name: a place (“Kyiv”, “New York”), an abbreviation (“CET”) or a name of the tz database
 *
 * Returns: (transfer full) (nullable): the zone as leadup_zone_to_utc() takes it, or %NULL
 */
char *
leadup_zone_find (const char *name)
{
  g_autofree char *folded = leadup_text_fold (name);
  g_autofree char *city = g_strdelimit (g_strdup (name), " ", '_');
  LeadupInstant earliest, latest;
  gboolean starts_word = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (zone_names); i++)
    if (g_str_equal (zone_names[i].name, folded))
      return g_strdup (zone_names[i].zone);

  for (char *p = city; *p != '\0'; p++)
    {
      *p = starts_word ? g_ascii_toupper (*p) : g_ascii_tolower (*p);
      starts_word = strchr ("_-/", *p) != NULL;
    }
  if (strchr (city, '/') != NULL)
    return leadup_zone_to_utc (city, 0, &earliest, &latest) ? g_steal_pointer (&city) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (zone_areas); i++)
    {
      g_autofree char *zone = g_strdup_printf ("%s/%s", zone_areas[i], city);

      if (leadup_zone_to_utc (zone, 0, &earliest, &latest))
        return g_steal_pointer (&zone);
    }

  return NULL;
}
