/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-sort.h"

#include "base/leadup-pool.h"
#include "model/leadup-event-order.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 16

#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define DIGIT_MASK (N_DIGITS - 1)

/* A million comparisons of events that lie all over the memory take longer than all else that an
 * index needs. Their starts are whole numbers: they are sorted digit by digit, which leaves those
 * that begin at the same moment in the order that they had. */
typedef struct
{
  guint64 start; /* from the earliest one */
  guint32 index;
} Key;

/* Returns: whether @to has the keys now; else they are all the same in this digit */
static gboolean
sort_digit (const Key *from,
            Key       *to,
            guint      n,
            guint      shift)
{
  guint counts[N_DIGITS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    counts[(from[i].start >> shift) & DIGIT_MASK]++;
  if (counts[(from[0].start >> shift) & DIGIT_MASK] == n)
    return FALSE;

  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint count = counts[i];

      counts[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    to[counts[(from[i].start >> shift) & DIGIT_MASK]++] = from[i];

  return TRUE;
}

/* Returns: (transfer full): the order of the entries by their starts, of the pool */
static Key *
sort_starts (const LeadupTimelineEntry *entries,
             const guint               *indices,
             guint                      n)
{
  Key *keys = leadup_pool_alloc (n * sizeof *keys);
  Key *other = leadup_pool_alloc (n * sizeof *other);
  LeadupInstant first = LEADUP_INSTANT_MAX, last = LEADUP_INSTANT_MIN;

  for (guint i = 0; i < n; i++)
    {
      guint index = indices != NULL ? indices[i] : i;
      LeadupInstant start = entries[index].start;

      keys[i] = (Key) { (guint64) start, index };
      first = MIN (first, start);
      last = MAX (last, start);
    }
  for (guint i = 0; i < n; i++)
    keys[i].start -= (guint64) first;

  for (guint shift = 0; shift < 64 && (((guint64) last - (guint64) first) >> shift) > 0;
       shift += DIGIT_BITS)
    if (sort_digit (keys, other, n, shift))
      {
        Key *swap = keys;

        keys = other;
        other = swap;
      }
  leadup_pool_free (other);

  return keys;
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const LeadupTimelineEntry *first = a, *second = b;

  if (first->end != second->end)
    return first->end < second->end ? -1 : 1;

  return first->event < second->event ? -1 : first->event > second->event;
}

/* Those of one time in the order in which they are told. */
static void
sort_told (LeadupTimelineEntry *entries,
           guint                n,
           LeadupSnapshot      *snapshot)
{
  g_autofree LeadupTimelineEntry *sorted = g_new (LeadupTimelineEntry, n);
  g_autofree LeadupEvent **events = g_new (LeadupEvent *, n);
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    events[i] = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, entries[i].event);
  leadup_event_order_told (events, order, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = entries[order[i]];
  memcpy (entries, sorted, n * sizeof *entries);
}

/* Those of one start, which are in the order of ids, by their ends and then as they are told. */
static void
sort_equals (LeadupTimelineEntry *entries,
             guint                n,
             LeadupSnapshot      *snapshot)
{
  for (guint i = 0, end; i < n; i = end)
    {
      gboolean is_sorted = TRUE;

      for (end = i + 1; end < n && entries[end].start == entries[i].start; end++)
        is_sorted &= entries[end].end >= entries[end - 1].end;
      if (!is_sorted)
        qsort (entries + i, end - i, sizeof *entries, compare_ends);
    }

  for (guint i = 0, end; i < n; i = end)
    {
      guint n_told = entries[i].is_told;

      for (end = i + 1; end < n && entries[end].start == entries[i].start &&
                        entries[end].end == entries[i].end;
           end++)
        n_told += entries[end].is_told;
      if (n_told > 1)
        sort_told (entries + i, end - i, snapshot);
    }
}

/**
 * leadup_timeline_sort:
 * @entries: those to sort and others, in the order of their events’ ids
 * @indices: (nullable) (array length=n): which of them, from the first to the last; %NULL = all
 * @snapshot: whose events they are
 *
 * By the earliest start, the latest end, and the order in the source.
 *
 * Returns: (transfer full): these in their order, of the pool
 */
LeadupTimelineEntry *
leadup_timeline_sort (const LeadupTimelineEntry *entries,
                      const guint               *indices,
                      guint                      n,
                      LeadupSnapshot            *snapshot)
{
  LeadupTimelineEntry *sorted;
  Key *keys;

  g_return_val_if_fail (entries != NULL && n > 0, NULL);

  sorted = leadup_pool_alloc (n * sizeof *sorted);
  keys = sort_starts (entries, indices, n);
  for (guint i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        __builtin_prefetch (&entries[keys[i + AHEAD].index]);
      sorted[i] = entries[keys[i].index];
    }
  leadup_pool_free (keys);
  sort_equals (sorted, n, snapshot);

  return sorted;
}
