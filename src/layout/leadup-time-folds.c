/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-time-folds.h"

#include <stdlib.h>

/* The stretches that are folded are long beside all that is not, and beside the longest of those
 * that are not: where all are alike, none is quieter than others. */
#define LONG_PART 0.5
#define LONG_FACTOR 2.5
#define MAX_FOLDS 5

/* Of all that is not folded: how long a fold looks, and what is left at both ends of it. */
#define FOLD_PART 0.1
#define EDGE_PART 0.02

/* Beside the stretch itself, where nothing else lasts. */
#define LEAST_PART 1e-3

struct _LeadupTimeFolds
{
  gatomicrefcount ref_count;
  guint n;
  LeadupTimeFold folds[MAX_FOLDS];
};

static double
get_length (const LeadupTimeSpan *stretch)
{
  return (double) stretch->to - (double) stretch->from;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LeadupTimeSpan *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  double first = get_length (a), second = get_length (b);

  if (first > second || first < second)
    return first > second ? -1 : 1;

  return compare_starts (a, b);
}

static int
compare_folds (gconstpointer a,
               gconstpointer b)
{
  return compare_starts (&((const LeadupTimeFold *) a)->quiet,
                         &((const LeadupTimeFold *) b)->quiet);
}

/* Returns: (element-type LeadupTimeSpan): what lies between spans in order of their starts */
static GArray *
find_gaps (const LeadupTimeSpan *spans,
           guint                 n_spans)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (LeadupTimeSpan));
  LeadupInstant end = spans[0].to;

  for (guint i = 1; i < n_spans; i++)
    {
      LeadupTimeSpan gap = { end, spans[i].from };

      if (gap.from < gap.to)
        g_array_append_val (gaps, gap);
      end = MAX (end, spans[i].to);
    }

  return gaps;
}

static gboolean
is_open (const LeadupTimeSpan *gap,
         const LeadupStretch  *opened,
         guint                 n_opened)
{
  for (guint i = 0; i < n_opened; i++)
    if (opened[i].from < gap->to && opened[i].to > gap->from)
      return TRUE;

  return FALSE;
}

/* Returns: how many of the longest gaps to fold, of gaps by length in a time of @length */
static guint
choose_n (const GArray *gaps,
          double        length)
{
  double rest = length;
  guint n = 0;

  for (guint i = 0; i < MIN (gaps->len, MAX_FOLDS); i++)
    {
      double shortest = get_length (&g_array_index (gaps, LeadupTimeSpan, i));
      gboolean is_last = i + 1 == gaps->len;
      double next = is_last ? 0 : get_length (&g_array_index (gaps, LeadupTimeSpan, i + 1));

      rest -= shortest;
      if (shortest >= rest * LONG_PART && shortest >= next * LONG_FACTOR && (i == 0 || !is_last))
        n = i + 1;
    }

  return n;
}

/* Returns: how long all is that is not folded */
static double
choose (LeadupTimeFolds     *self,
        GArray              *gaps,
        double               length,
        const LeadupStretch *opened,
        guint                n_opened)
{
  double rest = length;
  guint n;

  g_array_sort (gaps, compare_lengths);
  n = choose_n (gaps, length);
  for (guint i = 0; i < n; i++)
    {
      const LeadupTimeSpan *gap = &g_array_index (gaps, LeadupTimeSpan, i);

      if (is_open (gap, opened, n_opened))
        continue;
      rest -= get_length (gap);
      self->folds[self->n++].quiet = *gap;
    }
  qsort (self->folds, self->n, sizeof *self->folds, compare_folds);

  return rest;
}

static void
cut_out (LeadupTimeFolds *self,
         double           rest)
{
  LeadupInstant removed = 0;

  for (guint i = 0; i < self->n; i++)
    {
      LeadupTimeFold *fold = &self->folds[i];
      double beside = MAX (rest, get_length (&fold->quiet) * LEAST_PART);
      LeadupInstant edge = (LeadupInstant) (beside * EDGE_PART);
      LeadupInstant length = MAX ((LeadupInstant) (beside * FOLD_PART), 1);

      fold->cut = (LeadupTimeSpan) { fold->quiet.from + edge, fold->quiet.to - edge };
      length = MIN (length, fold->cut.to - fold->cut.from);
      fold->folded.from = fold->cut.from - removed;
      fold->folded.to = fold->folded.from + length;
      removed = fold->cut.to - fold->folded.to;
    }
}

/**
 * leadup_time_folds_new:
 * @spans: (array length=n_spans): when there is something; they get into order here
 * @opened: (array length=n_opened): a stretch that touches one of these is not folded
 *
 * O(n log n); any thread.
 *
 * Returns: (transfer full) (nullable): %NULL where no stretch is long enough
 */
LeadupTimeFolds *
leadup_time_folds_new (LeadupTimeSpan      *spans,
                       guint                n_spans,
                       const LeadupStretch *opened,
                       guint                n_opened)
{
  LeadupTimeFolds *self;
  g_autoptr (GArray) gaps = NULL;
  LeadupInstant end;

  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);
  g_return_val_if_fail (opened != NULL || n_opened == 0, NULL);

  if (n_spans < 2)
    return NULL;

  qsort (spans, n_spans, sizeof *spans, compare_starts);
  gaps = find_gaps (spans, n_spans);
  end = spans[0].to;
  for (guint i = 1; i < n_spans; i++)
    end = MAX (end, spans[i].to);

  self = g_new0 (LeadupTimeFolds, 1);
  g_atomic_ref_count_init (&self->ref_count);
  cut_out (self, choose (self, gaps, (double) end - (double) spans[0].from, opened, n_opened));
  if (self->n == 0)
    g_clear_pointer (&self, g_free);

  return self;
}

LeadupTimeFolds *
leadup_time_folds_ref (LeadupTimeFolds *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_time_folds_unref (LeadupTimeFolds *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

guint
leadup_time_folds_get_n (const LeadupTimeFolds *self)
{
  return self != NULL ? self->n : 0;
}

const LeadupTimeFold *
leadup_time_folds_get (const LeadupTimeFolds *self,
                       guint                  index)
{
  g_return_val_if_fail (index < leadup_time_folds_get_n (self), NULL);

  return &self->folds[index];
}

/* Where @time is, between two ends, between two others. */
static LeadupInstant
map (LeadupInstant         time,
     const LeadupTimeSpan *from,
     const LeadupTimeSpan *to)
{
  double part = ((double) time - (double) from->from) / get_length (from);

  return CLAMP (to->from + (LeadupInstant) (part * get_length (to)), to->from, to->to);
}

/**
 * leadup_time_folds_fold:
 * @self: (nullable): a clock
 *
 * Returns: the folded instant of @time; what is not known stays so
 */
LeadupInstant
leadup_time_folds_fold (const LeadupTimeFolds *self,
                        LeadupInstant          time)
{
  LeadupInstant removed = 0;

  if (self == NULL || time == LEADUP_INSTANT_MIN || time == LEADUP_INSTANT_MAX)
    return time;

  for (guint i = 0; i < self->n && time > self->folds[i].cut.from; i++)
    {
      const LeadupTimeFold *fold = &self->folds[i];

      if (time < fold->cut.to)
        return map (time, &fold->cut, &fold->folded);
      removed = fold->cut.to - fold->folded.to;
    }

  return time - removed;
}

/**
 * leadup_time_folds_unfold:
 * @self: (nullable): a clock
 *
 * Returns: the instant whose folded one is @folded; in a fold, about that
 */
LeadupInstant
leadup_time_folds_unfold (const LeadupTimeFolds *self,
                          LeadupInstant          folded)
{
  LeadupInstant removed = 0;

  if (self == NULL || folded == LEADUP_INSTANT_MIN || folded == LEADUP_INSTANT_MAX)
    return folded;

  for (guint i = 0; i < self->n && folded > self->folds[i].folded.from; i++)
    {
      const LeadupTimeFold *fold = &self->folds[i];

      if (folded < fold->folded.to)
        return map (folded, &fold->folded, &fold->cut);
      removed = fold->cut.to - fold->folded.to;
    }

  return folded + removed;
}

/**
 * leadup_time_folds_find:
 * @self: (nullable): a clock
 *
 * Returns: (nullable): the fold inside which @time lies
 */
const LeadupTimeFold *
leadup_time_folds_find (const LeadupTimeFolds *self,
                        LeadupInstant          time)
{
  for (guint i = 0; i < leadup_time_folds_get_n (self); i++)
    if (time > self->folds[i].cut.from && time < self->folds[i].cut.to)
      return &self->folds[i];

  return NULL;
}
