/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-packing.h"

#include "layout/leadup-lane-key.h"

#include <math.h>
#include <stdlib.h>

#define N_SCALES 40
#define DAY LEADUP_USEC_DAY

/* A lane of a random story. */
typedef struct
{
  LeadupLane lane;
  LeadupTimelineEntry *entries;
  LeadupLaneUnit *units;
} Random;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LeadupTimelineEntry *first = a;
  const LeadupTimelineEntry *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Days of ten years, some with an extent, in bursts. */
static void
random_init (Random *self,
             GRand  *random,
             guint   n)
{
  *self = (Random) { .entries = g_new0 (LeadupTimelineEntry, MAX (n, 1)),
                     .units = g_new0 (LeadupLaneUnit, MAX (n, 1)) };

  for (guint i = 0; i < n; i++)
    {
      LeadupTimelineEntry *entry = &self->entries[i];
      int kind = g_rand_int_range (random, 0, 20);

      entry->start = (LeadupInstant) (3650 * pow (g_rand_double (random), 2)) * DAY - 900 * DAY;
      if (kind > 9)
        entry->start += g_rand_int_range (random, 0, 86400) * LEADUP_USEC_SECOND;
      entry->end = kind > 9 ? entry->start : entry->start + DAY;
      if (kind == 0)
        entry->end = entry->start + g_rand_int_range (random, 2, 40) * DAY;
      else if (kind == 1)
        entry->end = LEADUP_INSTANT_MAX;
      entry->lasted = kind < 2;
      entry->is_ongoing = kind == 1;
      entry->verification = (guint8) g_rand_int_range (random, 0, LEADUP_N_VERIFICATIONS);
      entry->importance = (float) g_rand_int_range (random, 1, 6);
    }
  qsort (self->entries, n, sizeof *self->entries, compare_starts);

  for (guint i = 0; i < n; i++)
    {
      double width = g_rand_double_range (random, 20, 280);
      LeadupLaneUnit *unit = &self->units[i];

      self->entries[i].event = i;
      unit->left = unit->right = (float) g_rand_double_range (random, 6, 50);
      unit->labels[0] = (float) MIN (width, 92);
      unit->labels[1] = (float) MIN (width, 164);
      unit->labels[2] = (float) width;
      unit->labels[3] = (float) (width * g_rand_double_range (random, 1, 2));
      unit->importance = self->entries[i].importance;
      unit->is_left = g_rand_int_range (random, 0, 9) == 0;
      unit->is_untitled = g_rand_int_range (random, 0, 15) == 0;
    }
  self->lane = (LeadupLane) { .key = "", .name = "", .entries = self->entries, .n_entries = n };
}

static void
random_clear (Random *self)
{
  g_free (self->entries);
  g_free (self->units);
}

/* From a decade in thirty pixels to a minute in twenty. */
static double
scale_of (guint step)
{
  return 30 / (3650.0 * DAY) * pow (2, step * 0.43);
}

static double
extent (const LeadupLaneUnit *unit,
        LeadupLabelClass      label,
        gboolean              is_left)
{
  if (label == LEADUP_LABEL_NONE || unit->is_left != is_left)
    return (double) (is_left ? unit->left : unit->right);

  return (double) MAX (is_left ? unit->left : unit->right, unit->labels[label - 1]);
}

/* What is shown at a scale; label + 1 by entry, 0 = hidden. */
static gboolean
note_cb (guint            index,
         guint            row,
         LeadupLabelClass label,
         gpointer         data)
{
  ((guint *) data)[index] = label + 1;

  return TRUE;
}

static guint *
collect (const LeadupLanePacking *packing,
         guint                    n,
         double                   scale,
         double                   from,
         double                   to)
{
  guint *shown = g_new0 (guint, MAX (n, 1));

  leadup_lane_packing_visit (packing, scale, from, to, note_cb, shown);

  return shown;
}

typedef void (*PackingCheck) (const Random *story, const LeadupLanePacking *packing, GRand *random);

/* Runs a check on packings of many sizes and numbers of rows. */
static void
for_random_packings (gconstpointer data)
{
  PackingCheck check = *(const PackingCheck *) data;
  GRand *random = g_rand_new_with_seed (20251124);

  for (guint round = 0; round < 24; round++)
    {
      guint n = round < 5    ? round
                : round < 20 ? (guint) g_rand_int_range (random, 5, 500)
                             : 1250 * (round - 19);
      LeadupLanePackingOptions options = {
        .max_rows = (guint) g_rand_int_range (random, 1, 9),
        .fit_scale = scale_of ((guint) g_rand_int_range (random, 0, 10)),
      };
      Random story;
      g_autoptr (LeadupLanePacking) packing = NULL;

      random_init (&story, random, n);
      packing = leadup_lane_packing_new (&story.lane, story.units, &options, NULL);
      g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), <=, options.max_rows);
      check (&story, packing, random);
      leadup_lane_packing_unref (packing);

      options.most_scale = scale_of ((guint) g_rand_int_range (random, 0, N_SCALES));
      packing = leadup_lane_packing_new (&story.lane, story.units, &options, NULL);
      g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), <=, options.max_rows);
      check (&story, packing, random);
      random_clear (&story);
    }
  g_rand_free (random);
}

/* Half a thousandth of a pixel is what sums may be off by. */
static void
assert_free (const Random *story,
             guint         a,
             guint         a_shown,
             guint         b,
             guint         b_shown,
             double        scale)
{
  const LeadupTimelineEntry *first = &story->entries[a], *second = &story->entries[b];
  double right = extent (&story->units[a], a_shown - 1, FALSE);
  double left = extent (&story->units[b], b_shown - 1, TRUE);
  double first_anchor = (double) leadup_timeline_entry_get_anchor (first);
  double second_anchor = (double) leadup_timeline_entry_get_anchor (second);
  double slack = 1 - 1e-4;

  g_assert_cmpfloat ((second_anchor - first_anchor) * scale, >=, (right + left) * slack);
  g_assert_cmpfloat ((second_anchor - leadup_timeline_entry_get_end (first)) * scale, >=,
                     left * slack);
  g_assert_cmpfloat (((double) second->start - first_anchor) * scale, >=, right * slack);
  g_assert_cmpfloat ((double) second->start, >=, leadup_timeline_entry_get_end (first));
}

/* Whether the symbol of @index would hit, or stand too near, what is shown in a row. */
static gboolean
is_hit (const Random            *story,
        const LeadupLanePacking *packing,
        const guint             *shown,
        guint                    index,
        guint                    row,
        double                   scale)
{
  for (guint i = 0; i < story->lane.n_entries; i++)
    {
      guint a = MIN (i, index), b = MAX (i, index);
      const LeadupTimelineEntry *first = &story->entries[a], *second = &story->entries[b];
      double first_anchor = (double) leadup_timeline_entry_get_anchor (first);
      double second_anchor = (double) leadup_timeline_entry_get_anchor (second);
      double right, left, slack = 1 + 1e-2; /* a step of the scales */

      if (shown[i] == 0 || leadup_lane_packing_get_row (packing, i) != row)
        continue;
      right = extent (&story->units[a], a == i ? shown[i] - 1 : LEADUP_LABEL_NONE, FALSE) * slack;
      left = extent (&story->units[b], b == i ? shown[i] - 1 : LEADUP_LABEL_NONE, TRUE) * slack;
      if ((second_anchor - first_anchor) * scale < right + left ||
          (second_anchor - leadup_timeline_entry_get_end (first)) * scale < left ||
          ((double) second->start - first_anchor) * scale < right ||
          (double) second->start < leadup_timeline_entry_get_end (first))
        return TRUE;
    }

  return FALSE;
}

static void
check_no_overlap (const Random            *story,
                  const LeadupLanePacking *packing,
                  GRand                   *random)
{
  guint n = story->lane.n_entries;

  for (guint step = 0; step < N_SCALES; step++)
    {
      double scale = scale_of (step);
      g_autofree guint *shown = collect (packing, n, scale, -INFINITY, INFINITY);
      int last[LEADUP_LANE_MAX_ROWS];

      /* In order of the starts a neighbour in the row is the one that may be hit, or it hides what
       * lies behind it: then that has been hit before. */
      for (guint row = 0; row < LEADUP_LANE_MAX_ROWS; row++)
        last[row] = -1;
      for (guint i = 0; i < n; i++)
        {
          guint row = leadup_lane_packing_get_row (packing, i);

          if (shown[i] == 0)
            continue;
          if (last[row] >= 0)
            assert_free (story, (guint) last[row], shown[last[row]], i, shown[i], scale);
          last[row] = (int) i;
        }
    }
}

/* Panning shows and hides at the edges alone: what a window shows is what the whole shows there. */
static void
check_panning (const Random            *story,
               const LeadupLanePacking *packing,
               GRand                   *random)
{
  guint n = story->lane.n_entries;

  for (guint step = 0; step < N_SCALES; step++)
    {
      double scale = scale_of (step);
      double from = g_rand_double_range (random, -1000, 2800) * (double) DAY;
      double to = from + g_rand_double_range (random, 0.1, 900) * (double) DAY;
      g_autofree guint *all = collect (packing, n, scale, -INFINITY, INFINITY);
      g_autofree guint *window = collect (packing, n, scale, from, to);

      for (guint i = 0; i < n; i++)
        {
          const LeadupTimelineEntry *entry = &story->entries[i];
          double anchor = (double) leadup_timeline_entry_get_anchor (entry);
          double left = MIN ((double) entry->start,
                             anchor - extent (&story->units[i], LEADUP_LABEL_WHOLE, TRUE) / scale);
          double right = MAX (leadup_timeline_entry_get_end (entry),
                              anchor +
                                  extent (&story->units[i], LEADUP_LABEL_WHOLE, FALSE) / scale);

          if (left <= to && right >= from)
            g_assert_cmpuint (window[i], ==, all[i]);
          else if (window[i] != 0)
            g_assert_cmpuint (window[i], ==, all[i]);
        }
    }
}

/* A label may get wider while one zooms in, but nothing ever goes. */
static void
check_zooming (const Random            *story,
               const LeadupLanePacking *packing,
               GRand                   *random)
{
  guint n = story->lane.n_entries;
  g_autofree guint *before = collect (packing, n, scale_of (0), -INFINITY, INFINITY);

  for (guint step = 1; step < N_SCALES; step++)
    {
      g_autofree guint *after = collect (packing, n, scale_of (step), -INFINITY, INFINITY);

      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (after[i], >=, before[i]);
      g_free (before);
      before = g_steal_pointer (&after);
    }
}

static void
check_hidden (const Random            *story,
              const LeadupLanePacking *packing,
              GRand                   *random)
{
  guint n = story->lane.n_entries;

  for (guint step = 0; step < N_SCALES && n > 0; step++)
    {
      double scale = scale_of (step);
      guint first = (guint) g_rand_int_range (random, 0, (gint32) n);
      guint end = (guint) g_rand_int_range (random, (gint32) first, (gint32) n + 1);
      LeadupLaneHidden hidden = leadup_lane_packing_get_hidden (packing, scale, first, end);
      guint n_hidden = 0, least = G_MAXUINT;
      float importance = 0;

      for (guint i = first; i < end; i++)
        if (leadup_lane_packing_get_activation (packing, i, LEADUP_LABEL_NONE) > scale)
          {
            n_hidden++;
            importance = MAX (importance, story->entries[i].importance);
            least = MIN (least, leadup_verification_get_rank (
                                    (LeadupVerification) story->entries[i].verification));
          }
      g_assert_cmpuint (hidden.n, ==, n_hidden);
      g_assert_cmpuint (hidden.least, ==, least);
      if (n_hidden == 0)
        g_assert_cmpint (hidden.top, ==, -1);
      else
        g_assert_cmpfloat (story->entries[hidden.top].importance, ==, importance);
    }
}

static void
check_activations (const Random            *story,
                   const LeadupLanePacking *packing,
                   GRand                   *random)
{
  double highest = 0;

  for (guint i = 0; i < story->lane.n_entries; i++)
    {
      for (guint label = 1; label < LEADUP_N_LABEL_CLASSES; label++)
        g_assert_cmpfloat (leadup_lane_packing_get_activation (packing, i, label), >=,
                           leadup_lane_packing_get_activation (packing, i, label - 1));
      if (story->units[i].is_untitled)
        g_assert_true (isinf (leadup_lane_packing_get_activation (packing, i, LEADUP_LABEL_SHORT)));
      highest =
          MAX (highest, leadup_lane_packing_get_activation (packing, i, LEADUP_LABEL_NONE));
    }
  g_assert_cmpfloat (leadup_lane_packing_get_highest_activation (packing), ==, highest);
}

/* What has room at the one scale that is asked for is shown there: nothing is kept out by what is
 * shown only further in. */
static void
check_filled (const Random            *story,
              const LeadupLanePacking *unused,
              GRand                   *random)
{
  double scale = scale_of ((guint) g_rand_int_range (random, 0, N_SCALES));
  LeadupLanePackingOptions options = { .max_rows = 4, .fit_scale = scale, .most_scale = scale };
  g_autoptr (LeadupLanePacking) packing =
      leadup_lane_packing_new (&story->lane, story->units, &options, NULL);
  guint n = story->lane.n_entries;
  g_autofree guint *shown = collect (packing, n, scale, -INFINITY, INFINITY);

  for (guint i = 0; i < n; i++)
    for (guint row = 0; row < options.max_rows && shown[i] == 0; row++)
      g_assert_true (is_hit (story, packing, shown, i, row, scale));
  for (guint i = 0; i < n; i++)
    {
      double least = leadup_lane_packing_get_activation (packing, i, LEADUP_LABEL_NONE);

      g_assert_true (isinf (least) || (least <= scale && shown[i] != 0));
    }
}

/* A packing that is said to do for another number of rows is the one that this number gives. */
static void
check_enough (const Random            *story,
              const LeadupLanePacking *unused,
              GRand                   *random)
{
  LeadupLanePackingOptions options = { .fit_scale =
                                           scale_of ((guint) g_rand_int_range (random, 0, 4)) };
  LeadupLanePacking *packings[12];

  for (guint i = 0; i < G_N_ELEMENTS (packings); i++)
    {
      options.max_rows = i;
      packings[i] = leadup_lane_packing_new (&story->lane, story->units, &options, NULL);
      g_assert_true (leadup_lane_packing_is_enough (packings[i], i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (packings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (packings); j++)
      {
        if (!leadup_lane_packing_is_enough (packings[i], j))
          continue;
        g_assert_cmpuint (leadup_lane_packing_get_n_rows (packings[i]), ==,
                          leadup_lane_packing_get_n_rows (packings[j]));
        for (guint k = 0; k < story->lane.n_entries; k++)
          for (guint label = 0; label < LEADUP_N_LABEL_CLASSES; label++)
            g_assert_cmpfloat (leadup_lane_packing_get_activation (packings[i], k, label), ==,
                               leadup_lane_packing_get_activation (packings[j], k, label));
      }
  if (story->lane.n_entries == 1)
    g_assert_true (leadup_lane_packing_is_enough (packings[11], 1) &&
                   !leadup_lane_packing_is_enough (packings[1], 11));
  for (guint i = 0; i < G_N_ELEMENTS (packings); i++)
    leadup_lane_packing_unref (packings[i]);
}

/* A few moments with titles of 50 pixels. */
static LeadupLanePacking *
pack_moments (const LeadupInstant *moments,
              const float         *importances,
              guint                n,
              guint                max_rows,
              GCancellable        *cancellable)
{
  static LeadupTimelineEntry entries[8];
  LeadupLaneUnit units[8] = { 0 };
  LeadupLane lane = { .entries = entries, .n_entries = n };
  LeadupLanePackingOptions options = { .max_rows = max_rows, .fit_scale = 1 };

  for (guint i = 0; i < n; i++)
    {
      entries[i] = (LeadupTimelineEntry) { .start = moments[i],
                                           .end = moments[i],
                                           .importance = importances[i] };
      units[i] = (LeadupLaneUnit) {
        .left = 5, .right = 5, .labels = { 20, 30, 50, 80 }, .importance = importances[i]
      };
    }

  return leadup_lane_packing_new (&lane, units, &options, cancellable);
}

/* The most important is shown from the outset, and three that fit side by side share a row. */
static void
test_entries_that_fit_share_a_row (void)
{
  static const LeadupInstant moments[] = { 0, 100, 200 };
  static const float importances[] = { 1, 2, 3 };
  g_autoptr (LeadupLanePacking) packing = pack_moments (moments, importances, 3, 3, NULL);

  g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), ==, 1);
  g_assert_cmpfloat (leadup_lane_packing_get_activation (packing, 2, LEADUP_LABEL_LONG), ==, 0);
  /* The whole title of the first waits for the others, whose titles are shown sooner. */
  g_assert_cmpfloat_with_epsilon (
      leadup_lane_packing_get_activation (packing, 0, LEADUP_LABEL_WHOLE), 0.85, 0.005);
  g_assert_cmpfloat (leadup_lane_packing_get_activation (packing, 2, LEADUP_LABEL_WHOLE), ==, 0);
  g_assert_cmpfloat_with_epsilon (
      leadup_lane_packing_get_activation (packing, 1, LEADUP_LABEL_LONG), 0.55, 0.005);
  g_assert_cmpfloat_with_epsilon (
      leadup_lane_packing_get_activation (packing, 1, LEADUP_LABEL_SHORT), 0.25, 0.005);
  g_assert_cmpfloat_with_epsilon (
      leadup_lane_packing_get_activation (packing, 1, LEADUP_LABEL_NONE), 0.1, 0.005);
}

static void
test_entries_of_one_moment_need_rows_of_their_own (void)
{
  static const LeadupInstant moments[4] = { 0 };
  static const float importances[4] = { 1, 1, 1, 1 };
  g_autoptr (LeadupLanePacking) packing = pack_moments (moments, importances, 4, 3, NULL);

  g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), ==, 3);
  g_assert_true (isinf (leadup_lane_packing_get_highest_activation (packing)));
  g_assert_cmpuint (leadup_lane_packing_get_hidden (packing, 1e9, 0, 4).n, ==, 1);
}

static void
test_without_rows_all_are_hidden (void)
{
  static const LeadupInstant moments[] = { 0, 100, 200 };
  static const float importances[] = { 1, 3, 2 };
  g_autoptr (LeadupLanePacking) packing = pack_moments (moments, importances, 3, 0, NULL);
  LeadupLaneHidden hidden = leadup_lane_packing_get_hidden (packing, 1e9, 0, 3);

  g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), ==, 0);
  g_assert_cmpuint (hidden.n, ==, 3);
  g_assert_cmpint (hidden.top, ==, 1);
}

static void
test_cancelled_packing_gives_nothing (void)
{
  static const LeadupInstant moments[] = { 0 };
  static const float importances[] = { 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (pack_moments (moments, importances, 1, 1, cancellable));
}

/* A year of days, all as important: where there is room for a few titles, they are not all in
 * January. */
static void
test_titles_of_equals_are_spread (void)
{
  const guint n = 365;
  GRand *random = g_rand_new_with_seed (1);
  LeadupLanePackingOptions options = { .max_rows = 3, .fit_scale = 1000 / (365.0 * DAY) };
  g_autoptr (LeadupLanePacking) packing = NULL;
  g_autofree guint *shown = NULL;
  Random story;
  guint last = 0, widest = 0, n_titles = 0;

  random_init (&story, random, n);
  for (guint i = 0; i < n; i++)
    {
      LeadupTimelineEntry day = { .start = i * DAY, .end = (i + 1) * DAY, .importance = 2 };

      day.event = i;
      story.entries[i] = day;
      story.units[i] = (LeadupLaneUnit) { .left = 8, .right = 8, .labels = { 92, 164, 164 },
                                          .importance = 2 };
    }
  packing = leadup_lane_packing_new (&story.lane, story.units, &options, NULL);
  shown = collect (packing, n, options.fit_scale, -(double) DAY, 366.0 * DAY);
  for (guint i = 0; i < n; i++)
    if (shown[i] > 1)
      {
        n_titles++;
        widest = MAX (widest, i - last);
        last = i;
      }
  widest = MAX (widest, n - last);
  g_test_message ("%u titles, at most %u days without one", n_titles, widest);
  g_assert_cmpuint (n_titles, >=, 8);
  g_assert_cmpuint (widest, <, n / 4);
  random_clear (&story);
  g_rand_free (random);
}

int
main (int    argc,
      char **argv)
{
  static const PackingCheck no_overlap = check_no_overlap, panning = check_panning;
  static const PackingCheck zooming = check_zooming, hidden = check_hidden;
  static const PackingCheck activations = check_activations, filled = check_filled;
  static const PackingCheck enough = check_enough;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lane-packing/labels-in-a-row-never-overlap", &no_overlap,
                        for_random_packings);
  g_test_add_data_func ("/lane-packing/more-rows-than-are-needed-change-nothing", &enough,
                        for_random_packings);
  g_test_add_data_func ("/lane-packing/panning-changes-no-label", &panning, for_random_packings);
  g_test_add_data_func ("/lane-packing/zooming-in-only-adds", &zooming, for_random_packings);
  g_test_add_data_func ("/lane-packing/at-one-scale-all-is-shown-that-has-room", &filled,
                        for_random_packings);
  g_test_add_data_func ("/lane-packing/hidden-entries-are-counted-and-the-top-and-the-least-found",
                        &hidden, for_random_packings);
  g_test_add_data_func ("/lane-packing/a-wider-label-is-not-shown-earlier", &activations,
                        for_random_packings);
  g_test_add_func ("/lane-packing/titles-of-equals-are-spread", test_titles_of_equals_are_spread);
  g_test_add_func ("/lane-packing/entries-that-fit-share-a-row", test_entries_that_fit_share_a_row);
  g_test_add_func ("/lane-packing/entries-of-one-moment-need-rows-of-their-own",
                   test_entries_of_one_moment_need_rows_of_their_own);
  g_test_add_func ("/lane-packing/without-rows-all-are-hidden", test_without_rows_all_are_hidden);
  g_test_add_func ("/lane-packing/a-cancelled-packing-gives-nothing",
                   test_cancelled_packing_gives_nothing);

  return g_test_run ();
}
