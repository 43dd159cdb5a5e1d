/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-zone.h"

#include <string.h>

#define MAX_NAME_BYTES (64)

/* GLib forgets a zone with its last reference and then reads the file again. A story uses a handful
 * of zones, so a small table of them saves a million reads. */
#define MAX_CACHED (64)

static GMutex cache_lock;
static GHashTable *cache; /* name → GTimeZone, or NULL where there is no such zone */

/* Only names of the tz database and offsets: GLib would also open any path that it is given. */
static gboolean
is_plain_name (const char *zone)
{
  gsize length = strlen (zone);

  if (length == 0 || length > MAX_NAME_BYTES || zone[0] == '/' || strstr (zone, "..") != NULL)
    return FALSE;

  for (const char *p = zone; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_+-/:", *p) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GTimeZone *
find_zone (const char *zone)
{
  GTimeZone *found = NULL;
  gpointer value;

  g_mutex_lock (&cache_lock);

  if (cache == NULL)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_hash_table_lookup_extended (cache, zone, NULL, &value))
    {
      found = value;
    }
  else
    {
      if (g_hash_table_size (cache) >= MAX_CACHED)
        {
          GHashTableIter iter;

          g_hash_table_iter_init (&iter, cache);
          while (g_hash_table_iter_next (&iter, NULL, &value))
            {
              if (value != NULL)
                g_time_zone_unref (value);
              g_hash_table_iter_remove (&iter);
            }
        }

      found = g_time_zone_new_identifier (zone);
      g_hash_table_insert (cache, g_strdup (zone), found);
    }

  if (found != NULL)
    g_time_zone_ref (found);

  g_mutex_unlock (&cache_lock);

  return found;
}

/**
 * leadup_zone_to_utc:
 * @zone: an IANA name (“Europe/Kyiv”) or an offset (“+02:00”)
 * @civil: the reading of a clock there, as if it were UTC
 * @earliest: (out): the first instant at which the clock showed that
 * @latest: (out): the last one; differs from @earliest only in the hour that a clock shows twice
 *
 * Safe to call from any thread.
 *
 * Returns: %FALSE where this system knows no such zone
 */
gboolean
leadup_zone_to_utc (const char    *zone,
                    LeadupInstant  civil,
                    LeadupInstant *earliest,
                    LeadupInstant *latest)
{
  static const GTimeType types[] = { G_TIME_TYPE_STANDARD, G_TIME_TYPE_DAYLIGHT };
  g_autoptr (GTimeZone) time_zone = NULL;
  LeadupInstant found[G_N_ELEMENTS (types)];

  g_return_val_if_fail (zone != NULL, FALSE);

  if (civil == LEADUP_INSTANT_MIN || civil == LEADUP_INSTANT_MAX || !is_plain_name (zone))
    return FALSE;

  time_zone = find_zone (zone);
  if (time_zone == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gint64 seconds = leadup_calendar_floor (civil, LEADUP_UNIT_SECOND, 1) / LEADUP_USEC_SECOND;
      int interval = g_time_zone_adjust_time (time_zone, types[i], &seconds);

      found[i] = civil - g_time_zone_get_offset (time_zone, interval) * LEADUP_USEC_SECOND;
    }

  *earliest = MIN (found[0], found[1]);
  *latest = MAX (found[0], found[1]);

  return TRUE;
}
