/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-sort.h"

#include <stdlib.h>

#define FEW 256 /* so few are sorted as fast by comparing */
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define DIGIT_MASK (N_DIGITS - 1)

/* A million comparisons of events that lie all over the memory take longer than all else that an
 * index needs. Their starts are whole numbers: sorted digit by digit, only those that begin at the
 * same moment have to be compared. */
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

/* Returns: (transfer full): the order of the entries by their starts */
static Key *
sort_starts (const LeadupTimelineEntry *entries,
             guint                      n)
{
  Key *keys = g_new (Key, n);
  Key *other = g_new (Key, n);
  LeadupInstant first = LEADUP_INSTANT_MAX, last = LEADUP_INSTANT_MIN;

  for (guint i = 0; i < n; i++)
    {
      first = MIN (first, entries[i].start);
      last = MAX (last, entries[i].start);
    }
  for (guint i = 0; i < n; i++)
    keys[i] = (Key) { (guint64) entries[i].start - (guint64) first, i };

  for (guint shift = 0; shift < 64 && (((guint64) last - (guint64) first) >> shift) > 0;
       shift += DIGIT_BITS)
    if (sort_digit (keys, other, n, shift))
      {
        Key *swap = keys;

        keys = other;
        other = swap;
      }
  g_free (other);

  return keys;
}

static void
sort_equals (LeadupTimelineEntry *entries,
             guint                n)
{
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && entries[end].start == entries[i].start;)
        end++;
      if (end - i > 1)
        qsort (entries + i, end - i, sizeof *entries, leadup_timeline_entry_compare);
    }
}

/**
 * leadup_timeline_sort:
 * @entries: (array length=n)
 *
 * Returns: (transfer full): the same, sorted as leadup_timeline_entry_compare() says
 */
LeadupTimelineEntry *
leadup_timeline_sort (const LeadupTimelineEntry *entries,
                      guint                      n)
{
  g_autofree Key *keys = NULL;
  LeadupTimelineEntry *sorted;

  g_return_val_if_fail (entries != NULL || n == 0, NULL);

  sorted = g_new (LeadupTimelineEntry, MAX (n, 1));
  if (n < FEW)
    {
      for (guint i = 0; i < n; i++)
        sorted[i] = entries[i];
      qsort (sorted, n, sizeof *sorted, leadup_timeline_entry_compare);
      return sorted;
    }

  keys = sort_starts (entries, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = entries[keys[i].index];
  sort_equals (sorted, n);

  return sorted;
}
