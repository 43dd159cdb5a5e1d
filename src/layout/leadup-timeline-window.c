/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-timeline-window.h"

#define LATE_ENTRIES 200 /* of a lane, whose titles may reach beyond the end */
#define N_STEPS 6
#define LETTER 6.6 /* pixels; a wide one is twice as wide */
#define BESIDE 34.0 /* symbol, and room on both sides */
#define MAX_TITLE 280.0
#define MAX_PART 0.3 /* of the window that a title takes */

static double
guess_width (const char *title)
{
  double width = 0;

  for (const char *p = title; *p != '\0' && width < MAX_TITLE; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      width += g_unichar_ismark (letter) ? 0 : g_unichar_iswide (letter) ? 2 * LETTER : LETTER;
    }

  return MIN (width, MAX_TITLE) + BESIDE;
}

/* How late the titles of a lane end where a pixel is so many microseconds. */
static double
find_last_end (const LeadupTimelineIndex *index,
               const LeadupLane          *lane,
               double                     width,
               double                     pixel,
               double                     last)
{
  guint first = lane->n_entries > LATE_ENTRIES ? lane->n_entries - LATE_ENTRIES : 0;

  for (guint i = first; i < lane->n_entries; i++)
    {
      LeadupEvent *event = leadup_timeline_index_get_event (index, &lane->entries[i]);
      double room = MIN (guess_width (leadup_event_get_title (event)), width * MAX_PART);

      last = MAX (last, (double) leadup_timeline_entry_get_anchor (&lane->entries[i]) +
                            room * pixel);
    }

  return last;
}

/**
 * leadup_timeline_window_fit:
 * @width: of the plot, pixels
 * @from: (out): where the window begins
 * @to: (out): where it ends
 *
 * Returns: whether there is a dated event; the two are set only then
 */
gboolean
leadup_timeline_window_fit (const LeadupTimelineIndex *index,
                            double                     width,
                            LeadupInstant             *from,
                            LeadupInstant             *to)
{
  const LeadupTimeFolds *folds;
  LeadupInstant first, last;
  double margin, end;

  g_return_val_if_fail (index != NULL && from != NULL && to != NULL, FALSE);

  if (!leadup_timeline_index_get_range (index, &first, &last))
    return FALSE;

  folds = leadup_timeline_index_get_folds (index);
  first = leadup_time_folds_fold (folds, first);
  last = leadup_time_folds_fold (folds, last);
  /* A single moment gets the days around it. */
  margin = (double) (last - first) / 30;
  if (last - first < LEADUP_USEC_DAY)
    margin = MAX (margin, (double) LEADUP_USEC_DAY);
  end = (double) last + margin;
  width = MAX (width, 100);
  /* More room makes a pixel longer; that ends because a title takes only a part of the whole. */
  for (guint step = 0; step < N_STEPS; step++)
    {
      double pixel = (end - (double) first + margin) / width;

      for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
        end = find_last_end (index, leadup_timeline_index_get_lane (index, i), width, pixel, end);
    }

  *from = leadup_time_folds_unfold (folds, (LeadupInstant) ((double) first - margin));
  *to = leadup_time_folds_unfold (folds, (LeadupInstant) end);

  return TRUE;
}
