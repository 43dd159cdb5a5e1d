/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-level.h"

/* A level lasts until it is by this factor more crowded than where it began. */
#define HYSTERESIS 1.5

/* From how many events a pixel on a lane is at the level before: of a density whatever its rows,
 * of the others for each row. */
static const double limits[LEADUP_N_TIMELINE_LEVELS - 1] = {
  0.27,       /* a dozen in a pill’s bucket */
  1 / 20.0,   /* a symbol */
  1 / 120.0,  /* a short title */
  1 / 800.0,  /* more room than a card takes */
};

struct _LeadupTimelineLevels
{
  GHashTable *by_key; /* key of the lane → level */
};

static LeadupTimelineLevel
choose (double events_per_pixel,
        guint  n_rows,
        int    former)
{
  guint level = 0;

  while (level < G_N_ELEMENTS (limits))
    {
      double limit = limits[level] * (level == 0 ? 1 : MAX (n_rows, 1));

      /* What was past a limit stays there for a while. */
      if (former > (int) level)
        limit *= HYSTERESIS;
      if (events_per_pixel > limit)
        break;
      level++;
    }

  return (LeadupTimelineLevel) level;
}

LeadupTimelineLevels *
leadup_timeline_levels_new (void)
{
  LeadupTimelineLevels *self = g_new0 (LeadupTimelineLevels, 1);

  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
leadup_timeline_levels_free (LeadupTimelineLevels *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_free (self);
}

/**
 * leadup_timeline_levels_update:
 * @key: of a lane
 * @events_per_pixel: where it has events
 * @n_rows: that it has for them
 *
 * Returns: its level from now on
 */
LeadupTimelineLevel
leadup_timeline_levels_update (LeadupTimelineLevels *self,
                               const char           *key,
                               double                events_per_pixel,
                               guint                 n_rows)
{
  gpointer former;
  LeadupTimelineLevel level;
  gboolean is_known;

  g_return_val_if_fail (self != NULL && key != NULL, LEADUP_TIMELINE_LEVEL_TITLES);

  is_known = g_hash_table_lookup_extended (self->by_key, key, NULL, &former);
  level = choose (events_per_pixel, n_rows, is_known ? GPOINTER_TO_INT (former) : -1);
  if (!is_known || level != (LeadupTimelineLevel) GPOINTER_TO_INT (former))
    g_hash_table_insert (self->by_key, g_strdup (key), GINT_TO_POINTER (level));

  return level;
}

LeadupTimelineLevel
leadup_timeline_level_choose (double events_per_pixel,
                              guint  n_rows)
{
  return choose (events_per_pixel, n_rows, -1);
}
