/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-tension.h"

#include "base/leadup-zone.h"

/* A bin is at least so wide. */
#define MIN_BIN_PX (18.0)

/* When an event began. */
typedef struct
{
  LeadupInstant earliest;
  LeadupInstant latest; /* exclusive */
  gconstpointer event;
  LeadupQuadClass quad_class;
} Beginning;

struct _LeadupTension
{
  gatomicrefcount ref_count;
  GArray *beginnings; /* (element-type Beginning): by time */
  GMutex lock;        /* guards the rest */
  GArray *bins[LEADUP_UNIT_MILLENNIUM + 1];
  guint peaks[LEADUP_UNIT_MILLENNIUM + 1];
  guint n_vague[LEADUP_UNIT_MILLENNIUM + 1];
};

G_DEFINE_BOXED_TYPE (LeadupTension, leadup_tension, leadup_tension_ref, leadup_tension_unref)

/* Which bins there are, with the least length of one in seconds. */
static const struct
{
  LeadupUnit unit;
  double seconds;
} units[] = {
  { LEADUP_UNIT_HOUR, 3600.0 },
  { LEADUP_UNIT_DAY, 86400.0 },
  { LEADUP_UNIT_WEEK, 7 * 86400.0 },
  { LEADUP_UNIT_MONTH, 28 * 86400.0 },
  { LEADUP_UNIT_QUARTER, 90 * 86400.0 },
  { LEADUP_UNIT_YEAR, 365 * 86400.0 },
  { LEADUP_UNIT_DECADE, 3652 * 86400.0 },
  { LEADUP_UNIT_CENTURY, 36524 * 86400.0 },
  { LEADUP_UNIT_MILLENNIUM, 365242 * 86400.0 },
};

static int
compare_beginnings (gconstpointer a,
                    gconstpointer b)
{
  const Beginning *first = a, *second = b;

  if (first->earliest != second->earliest)
    return first->earliest < second->earliest ? -1 : 1;

  return (first->event > second->event) - (first->event < second->event);
}

static void
add_entry (LeadupTension             *self,
           LeadupTimelineIndex       *index,
           LeadupSnapshot            *snapshot,
           const LeadupTimelineEntry *entry)
{
  LeadupEvent *event = leadup_timeline_index_get_event (index, entry);
  LeadupWhen *when = leadup_event_get_when (event);
  Beginning beginning = { .earliest = LEADUP_INSTANT_MIN, .latest = LEADUP_INSTANT_MAX };

  if (when != NULL && leadup_when_get_precision (when) != LEADUP_PRECISION_UNDATED)
    {
      LeadupWhenBounds bounds;

      leadup_zone_get_bounds (leadup_timeline_index_get_zone (index), when, &bounds);
      beginning.earliest = bounds.start_earliest;
      beginning.latest = bounds.start_latest;
    }
  beginning.event = event;
  if (entry->category < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CATEGORY))
    beginning.quad_class = leadup_category_get_quad_class (
        leadup_snapshot_get (snapshot, LEADUP_RECORD_CATEGORY, entry->category));
  g_array_append_val (self->beginnings, beginning);
}

/* An event may stand in several lanes. */
static void
remove_copies (GArray *beginnings)
{
  guint n = 0;

  g_array_sort (beginnings, compare_beginnings);
  for (guint i = 0; i < beginnings->len; i++)
    {
      Beginning *next = &g_array_index (beginnings, Beginning, i);

      if (n == 0 || g_array_index (beginnings, Beginning, n - 1).event != next->event)
        g_array_index (beginnings, Beginning, n++) = *next;
    }
  g_array_set_size (beginnings, n);
}

/**
 * leadup_tension_new:
 *
 * Returns: (transfer full): the counts of the events in @index
 */
LeadupTension *
leadup_tension_new (LeadupTimelineIndex *index)
{
  LeadupTension *self;
  LeadupSnapshot *snapshot;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_new0 (LeadupTension, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->beginnings = g_array_new (FALSE, FALSE, sizeof (Beginning));
  snapshot = leadup_timeline_index_get_snapshot (index);
  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (index, i);

      for (guint j = 0; j < lane->n_entries; j++)
        add_entry (self, index, snapshot, &lane->entries[j]);
    }
  remove_copies (self->beginnings);

  return self;
}

LeadupTension *
leadup_tension_ref (LeadupTension *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_tension_unref (LeadupTension *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i <= LEADUP_UNIT_MILLENNIUM; i++)
    g_clear_pointer (&self->bins[i], g_array_unref);
  g_array_unref (self->beginnings);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
fill_bins (LeadupTension *self,
           LeadupUnit     unit)
{
  GArray *bins = g_array_new (FALSE, FALSE, sizeof (LeadupTensionBin));
  LeadupTensionBin *bin = NULL;

  for (guint i = 0; i < self->beginnings->len; i++)
    {
      const Beginning *next = &g_array_index (self->beginnings, Beginning, i);
      LeadupTensionBin fresh = { 0 };
      gboolean is_new = bin == NULL || next->earliest >= bin->end;

      if (is_new && next->earliest != LEADUP_INSTANT_MIN)
        {
          fresh.start = leadup_calendar_floor (next->earliest, unit, 1);
          fresh.end = leadup_calendar_add (fresh.start, unit, 1);
        }
      if (next->earliest == LEADUP_INSTANT_MIN || next->latest > (is_new ? fresh.end : bin->end))
        {
          self->n_vague[unit]++;
          continue;
        }
      if (is_new)
        {
          g_array_append_val (bins, fresh);
          bin = &g_array_index (bins, LeadupTensionBin, bins->len - 1);
        }
      bin->n++;
      bin->counts[next->quad_class]++;
      self->peaks[unit] = MAX (self->peaks[unit], MAX (leadup_tension_bin_conflict (bin),
                                                       leadup_tension_bin_cooperation (bin)));
    }
  self->bins[unit] = bins;
}

/**
 * leadup_tension_count:
 * @unit: how long a bin is
 * @counts: (out): lives as long as @self
 *
 * An event counts in the bin in which it began. One that may have begun in either of two counts in
 * none, but in the number of vague ones.
 */
void
leadup_tension_count (LeadupTension       *self,
                      LeadupUnit           unit,
                      LeadupTensionCounts *counts)
{
  g_return_if_fail (self != NULL && counts != NULL);
  g_return_if_fail (unit <= LEADUP_UNIT_MILLENNIUM);

  g_mutex_lock (&self->lock);
  if (self->bins[unit] == NULL)
    fill_bins (self, unit);
  *counts = (LeadupTensionCounts) {
    .bins = (const LeadupTensionBin *) (gconstpointer) self->bins[unit]->data,
    .n_bins = self->bins[unit]->len,
    .peak = self->peaks[unit],
    .n_vague = self->n_vague[unit],
  };
  g_mutex_unlock (&self->lock);
}

/**
 * leadup_tension_find:
 *
 * Returns: the first bin that ends after @from, or the number of bins
 */
guint
leadup_tension_find (const LeadupTensionCounts *counts,
                     LeadupInstant              from)
{
  guint low = 0, high;

  g_return_val_if_fail (counts != NULL, 0);

  high = counts->n_bins;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (counts->bins[middle].end <= from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
leadup_tension_bin_conflict (const LeadupTensionBin *bin)
{
  g_return_val_if_fail (bin != NULL, 0);

  return bin->counts[LEADUP_QUAD_CLASS_VERBAL_CONFLICT] +
         bin->counts[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT];
}

guint
leadup_tension_bin_cooperation (const LeadupTensionBin *bin)
{
  g_return_val_if_fail (bin != NULL, 0);

  return bin->counts[LEADUP_QUAD_CLASS_VERBAL_COOPERATION] +
         bin->counts[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION];
}

/**
 * leadup_tension_choose_unit:
 * @pixels_per_second: the zoom
 * @finest: as fine as the data are; bins are days where that is finer only if times are known
 *
 * Returns: the shortest calendar bin that is wide enough to be seen
 */
LeadupUnit
leadup_tension_choose_unit (double     pixels_per_second,
                            LeadupUnit finest)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit >= MIN (finest, LEADUP_UNIT_MILLENNIUM) &&
        units[i].seconds * pixels_per_second >= MIN_BIN_PX)
      return units[i].unit;

  return LEADUP_UNIT_MILLENNIUM;
}
