/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-density.h"

#include <math.h>
#include <string.h>

#define MAX_BINS 4096
#define MAX_CATEGORIES 64 /* that are looked at */
#define EVENTS_A_BIN 8 /* at least, on average, in the finest level */

/* Bins of one width, counted beforehand. */
typedef struct
{
  gint64 first;      /* which multiple of the width the first bin is */
  guint  n_bins;
  guint  n_occupied;
  guint *counts;     /* by bin, then by kind, and last the doubtful ones */
} Level;

/**
 * _LeadupLaneDensity:
 * @exponent: of the finest level
 * @levels: (element-type Level): from the finest
 * @firsts: (array): how many events lie before each bin of the finest level, and before its end
 */
struct _LeadupLaneDensity
{
  LeadupLaneDensityFunc func;
  gconstpointer         data;
  guint                 n_events;
  guint                 n_kinds;
  guint16               kinds[LEADUP_LANE_MAX_KINDS];
  int                   exponent;
  GArray               *levels;
  guint                *firsts;
};

static void
clear_level (gpointer data)
{
  g_free (((Level *) data)->counts);
}

static inline gint64
bin_of (gint64 start,
        int    exponent)
{
  /* Right shifts of negative numbers round down with all compilers that GLib works with. */
  return exponent >= 63 ? (start < 0 ? -1 : 0) : start >> exponent;
}

static guint
find_kind (const LeadupLaneDensity *self,
           guint16                  category)
{
  for (guint i = 0; i + 1 < self->n_kinds; i++)
    if (self->kinds[i] == category)
      return i;

  /* The last one also stands for the rare ones that have none of their own. */
  return self->n_kinds - 1;
}

static void
add_event (const LeadupLaneDensity      *self,
           const LeadupLaneDensityEvent *event,
           guint                        *counts)
{
  counts[find_kind (self, event->category)]++;
  if (event->is_doubtful)
    counts[self->n_kinds]++;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) *(const guint16 *) a - (int) *(const guint16 *) b;
}

typedef struct
{
  guint n;
  guint16 category;
} Kind;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Kind *first = a;
  const Kind *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return (int) first->category - (int) second->category;
}

/* The categories that the lane has, in their order; the most frequent where there are too many. */
static void
find_kinds (LeadupLaneDensity *self)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Kind));

  for (guint i = 0; i < self->n_events; i++)
    {
      LeadupLaneDensityEvent event;
      guint j = 0;

      self->func (self->data, i, &event);
      while (j < kinds->len && g_array_index (kinds, Kind, j).category != event.category)
        j++;
      if (j == kinds->len)
        {
          Kind kind = { .category = event.category };

          if (j == MAX_CATEGORIES)
            continue;
          g_array_append_val (kinds, kind);
        }
      g_array_index (kinds, Kind, j).n++;
    }

  g_array_sort (kinds, compare_counts);
  self->n_kinds = MIN (kinds->len, LEADUP_LANE_MAX_KINDS);
  for (guint i = 0; i < self->n_kinds; i++)
    self->kinds[i] = g_array_index (kinds, Kind, i).category;
  qsort (self->kinds, self->n_kinds, sizeof (guint16), compare_kinds);
}

static Level
new_level (const LeadupLaneDensity *self,
           gint64                   first,
           gint64                   last)
{
  Level level = { .first = first, .n_bins = (guint) (last - first + 1) };

  level.counts = g_new0 (guint, (gsize) level.n_bins * (self->n_kinds + 1));

  return level;
}

static void
count_occupied (const LeadupLaneDensity *self,
                Level                   *level)
{
  for (guint i = 0; i < level->n_bins; i++)
    {
      const guint *counts = &level->counts[i * (self->n_kinds + 1)];
      guint n = 0;

      for (guint j = 0; j < self->n_kinds; j++)
        n += counts[j];
      level->n_occupied += n > 0;
    }
}

static void
add_finest (LeadupLaneDensity *self,
            gint64             first,
            gint64             last)
{
  Level level = new_level (self, bin_of (first, self->exponent), bin_of (last, self->exponent));
  LeadupLaneDensityEvent event;

  for (guint i = 0; i < self->n_events; i++)
    {
      self->func (self->data, i, &event);
      add_event (self, &event,
                 &level.counts[(bin_of (event.start, self->exponent) - level.first) *
                               (self->n_kinds + 1)]);
    }
  count_occupied (self, &level);
  g_array_append_val (self->levels, level);

  self->firsts = g_new0 (guint, level.n_bins + 1);
  for (guint i = 0; i < level.n_bins; i++)
    {
      self->firsts[i + 1] = self->firsts[i];
      for (guint j = 0; j < self->n_kinds; j++)
        self->firsts[i + 1] += level.counts[i * (self->n_kinds + 1) + j];
    }
}

/* Two bins become one, until there is one. */
static void
add_coarser (LeadupLaneDensity *self)
{
  guint width = self->n_kinds + 1;

  while (self->exponent + (int) self->levels->len < 64)
    {
      Level fine = g_array_index (self->levels, Level, self->levels->len - 1);
      Level level;

      if (fine.n_bins <= 1)
        return;
      level = new_level (self, fine.first >> 1, (fine.first + fine.n_bins - 1) >> 1);
      for (guint i = 0; i < fine.n_bins; i++)
        for (guint j = 0; j < width; j++)
          level.counts[(((fine.first + i) >> 1) - level.first) * width + j] +=
              fine.counts[i * width + j];
      count_occupied (self, &level);
      g_array_append_val (self->levels, level);
    }
}

/**
 * leadup_lane_density_new:
 * @func: tells of the events, in the order of their starts; has to work as long as the density
 * lives
 *
 * Returns: (transfer full): the density of at least one event
 */
LeadupLaneDensity *
leadup_lane_density_new (LeadupLaneDensityFunc func,
                         gconstpointer         data,
                         guint                 n_events)
{
  LeadupLaneDensity *self;
  LeadupLaneDensityEvent first = { 0 }, last = { 0 };
  gint64 max_bins = CLAMP (n_events / EVENTS_A_BIN, 1, MAX_BINS);

  g_return_val_if_fail (func != NULL && n_events > 0, NULL);

  self = g_new0 (LeadupLaneDensity, 1);
  self->func = func;
  self->data = data;
  self->n_events = n_events;
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, clear_level);
  find_kinds (self);
  func (data, 0, &first);
  func (data, n_events - 1, &last);
  while (self->exponent < 63 &&
         bin_of (last.start, self->exponent) - bin_of (first.start, self->exponent) >= max_bins)
    self->exponent++;
  add_finest (self, first.start, last.start);
  add_coarser (self);

  return self;
}

void
leadup_lane_density_free (LeadupLaneDensity *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->levels);
  g_free (self->firsts);
  g_free (self);
}

/* Returns: how many categories are counted one by one */
guint
leadup_lane_density_get_n_kinds (const LeadupLaneDensity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_kinds;
}

/* Returns: the category of a kind; the last kind also counts all that have none of their own */
guint16
leadup_lane_density_get_kind (const LeadupLaneDensity *self,
                              guint                    index)
{
  g_return_val_if_fail (self != NULL && index < self->n_kinds, 0);

  return self->kinds[index];
}

/* Returns: how many events a bin has on average, of those that have any */
double
leadup_lane_density_get_typical (const LeadupLaneDensity *self,
                                 int                      exponent)
{
  const Level *level;
  int index;

  g_return_val_if_fail (self != NULL, 0);

  index = CLAMP (exponent - self->exponent, 0, (int) self->levels->len - 1);
  level = &g_array_index (self->levels, Level, index);

  return MAX (ldexp ((double) self->n_events / level->n_occupied,
                     MIN (exponent - self->exponent, 0)),
              1);
}

/**
 * leadup_lane_density_find:
 * @exponent: bins are two to the power of that many microseconds wide
 * @bin: which multiple of the width it is
 *
 * Where bins were counted beforehand there is nothing to search.
 *
 * Returns: the index of the first event that begins in or after a bin
 */
guint
leadup_lane_density_find (const LeadupLaneDensity *self,
                          int                      exponent,
                          gint64                   bin)
{
  const Level *finest;
  int shift;
  gint64 fine;
  guint low, high;

  g_return_val_if_fail (self != NULL && exponent >= 0, 0);

  finest = &g_array_index (self->levels, Level, 0);
  shift = exponent - self->exponent;
  if (shift >= 0)
    {
      gint64 first = finest->first >> MIN (shift, 63);
      gint64 last = (finest->first + finest->n_bins - 1) >> MIN (shift, 63);

      if (bin <= first || bin > last)
        return bin <= first ? 0 : self->n_events;
      return self->firsts[bin * ((gint64) 1 << shift) - finest->first];
    }

  fine = (bin >> -shift) - finest->first;
  if (fine < 0 || fine >= finest->n_bins)
    return fine < 0 ? 0 : self->n_events;
  low = self->firsts[fine];
  high = self->firsts[fine + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      LeadupLaneDensityEvent event;

      self->func (self->data, middle, &event);
      if (bin_of (event.start, exponent) < bin)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
count_one_by_one (const LeadupLaneDensity *self,
                  int                      exponent,
                  gint64                   first_bin,
                  guint                    n_bins,
                  guint                   *counts)
{
  LeadupLaneDensityEvent event;

  for (guint i = leadup_lane_density_find (self, exponent, first_bin); i < self->n_events; i++)
    {
      gint64 bin;

      self->func (self->data, i, &event);
      bin = bin_of (event.start, exponent) - first_bin;
      if (bin >= n_bins)
        break;
      add_event (self, &event, &counts[bin * (self->n_kinds + 1)]);
    }
}

/**
 * leadup_lane_density_count:
 * @exponent: bins are two to the power of that many microseconds wide
 * @first_bin: which multiple of the width the first bin is
 * @counts: (array): for each bin as many numbers as there are kinds, and one more, how many of all
 * are doubtful
 *
 * Costs as much as there are bins, times a small number of events.
 */
void
leadup_lane_density_count (const LeadupLaneDensity *self,
                           int                      exponent,
                           gint64                   first_bin,
                           guint                    n_bins,
                           guint                   *counts)
{
  guint width;
  const Level *level;
  int shift;

  g_return_if_fail (self != NULL && counts != NULL);
  g_return_if_fail (exponent >= 0 && exponent < 63);

  width = self->n_kinds + 1;
  memset (counts, 0, sizeof (guint) * width * n_bins);
  if (exponent < self->exponent)
    {
      count_one_by_one (self, exponent, first_bin, n_bins, counts);
      return;
    }

  level = &g_array_index (self->levels, Level,
                          MIN ((guint) (exponent - self->exponent), self->levels->len - 1));
  shift = exponent - self->exponent - (int) self->levels->len + 1;
  for (guint i = 0; i < level->n_bins; i++)
    {
      gint64 bin = (level->first + i) >> MAX (shift, 0);

      if (bin < first_bin)
        {
          /* Skip to the window where bins are bins. */
          if (shift <= 0)
            i += (guint) MIN (first_bin - bin - 1, level->n_bins);
          continue;
        }
      if (bin >= first_bin + n_bins)
        break;
      for (guint j = 0; j < width; j++)
        counts[(bin - first_bin) * width + j] += level->counts[i * width + j];
    }
}
