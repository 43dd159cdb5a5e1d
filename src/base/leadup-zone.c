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

/* Whether clocks in @zone (nullable) are those of UTC. */
gboolean
leadup_zone_is_utc (const char *zone)
{
  return zone == NULL || *zone == '\0' || g_str_equal (zone, "UTC") || g_str_equal (zone, "Z") ||
         g_str_equal (zone, "Etc/UTC");
}

/**
 * leadup_zone_to_civil:
 * @zone: an IANA name or an offset
 * @utc: an instant
 * @civil: (out): what a clock there shows then, as if it were UTC
 *
 * Safe to call from any thread.
 *
 * Returns: %FALSE where this system knows no such zone
 */
gboolean
leadup_zone_to_civil (const char    *zone,
                      LeadupInstant  utc,
                      LeadupInstant *civil)
{
  g_autoptr (GTimeZone) time_zone = NULL;
  gint64 seconds;
  int interval;

  g_return_val_if_fail (zone != NULL && civil != NULL, FALSE);

  if (utc == LEADUP_INSTANT_MIN || utc == LEADUP_INSTANT_MAX || !is_plain_name (zone))
    return FALSE;

  time_zone = find_zone (zone);
  if (time_zone == NULL)
    return FALSE;

  seconds = leadup_calendar_floor (utc, LEADUP_UNIT_SECOND, 1) / LEADUP_USEC_SECOND;
  interval = g_time_zone_find_interval (time_zone, G_TIME_TYPE_UNIVERSAL, seconds);
  *civil = utc + g_time_zone_get_offset (time_zone, interval) * LEADUP_USEC_SECOND;

  return TRUE;
}

/**
 * leadup_zone_get_bounds:
 * @zone: (nullable): in which times of day are shown
 * @when: a date
 * @bounds: (out): where it lies on a calendar of that zone
 *
 * Only a time of day whose own zone is known moves. A day is a day, wherever it is looked at.
 */
void
leadup_zone_get_bounds (const char       *zone,
                        const LeadupWhen *when,
                        LeadupWhenBounds *bounds)
{
  LeadupInstant *times[4];

  g_return_if_fail (when != NULL && bounds != NULL);

  *bounds = *leadup_when_get_bounds (when);
  if (leadup_zone_is_utc (zone) || !leadup_when_has_zone (when))
    return;

  times[0] = &bounds->start_earliest;
  times[1] = &bounds->start_latest;
  times[2] = &bounds->end_earliest;
  times[3] = &bounds->end_latest;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      LeadupInstant civil;

      if (leadup_zone_to_civil (zone, *times[i], &civil))
        *times[i] = civil;
    }
}
