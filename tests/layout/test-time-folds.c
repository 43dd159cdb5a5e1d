/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-time-folds.h"
#include "layout/leadup-time-scale.h"

#include <math.h>

#define DAY LEADUP_USEC_DAY
#define YEAR (365 * DAY)

/* Three crowded times with long gaps between them, a day each span. */
static LeadupTimeFolds *
make_folds (const LeadupStretch *opened,
            guint                n_opened)
{
  LeadupTimeSpan spans[] = { { 50 * YEAR, 50 * YEAR + DAY },
                             { 0, DAY },
                             { 20 * DAY, 30 * DAY },
                             { 50 * YEAR + 40 * DAY, 50 * YEAR + 41 * DAY },
                             { 62 * YEAR, 62 * YEAR + 100 * DAY },
                             { 62 * YEAR + 10 * DAY, 62 * YEAR + 11 * DAY } };

  return leadup_time_folds_new (spans, G_N_ELEMENTS (spans), opened, n_opened);
}

static void
test_what_is_long_and_quiet_is_folded (void)
{
  g_autoptr (LeadupTimeFolds) folds = make_folds (NULL, 0);
  const LeadupTimeFold *first, *second;

  g_assert_cmpuint (leadup_time_folds_get_n (folds), ==, 2);
  first = leadup_time_folds_get (folds, 0);
  second = leadup_time_folds_get (folds, 1);
  g_assert_cmpint (first->quiet.from, ==, 30 * DAY);
  g_assert_cmpint (first->quiet.to, ==, 50 * YEAR);
  g_assert_cmpint (second->quiet.from, ==, 50 * YEAR + 41 * DAY);
  g_assert_cmpint (second->quiet.to, ==, 62 * YEAR);
  for (guint i = 0; i < 2; i++)
    {
      const LeadupTimeFold *fold = leadup_time_folds_get (folds, i);

      g_assert_cmpint (fold->cut.from, >, fold->quiet.from);
      g_assert_cmpint (fold->cut.to, <, fold->quiet.to);
      g_assert_cmpint (fold->folded.to - fold->folded.from, <, 20 * DAY);
      g_assert_true (leadup_time_folds_find (folds, fold->cut.from + DAY) == fold);
      g_assert_null (leadup_time_folds_find (folds, fold->quiet.from));
    }
}

static void
test_what_was_opened_stays_open (void)
{
  const LeadupStretch opened[] = { { .from = 51 * YEAR, .to = 52 * YEAR } };
  g_autoptr (LeadupTimeFolds) folds = make_folds (opened, 1);

  g_assert_cmpuint (leadup_time_folds_get_n (folds), ==, 1);
  g_assert_cmpint (leadup_time_folds_get (folds, 0)->quiet.to, ==, 50 * YEAR);
}

static void
test_even_time_is_not_folded (void)
{
  LeadupTimeSpan spans[40];

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = (LeadupTimeSpan) { i * YEAR, i * YEAR + DAY };

  g_assert_null (leadup_time_folds_new (spans, G_N_ELEMENTS (spans), NULL, 0));
  g_assert_null (leadup_time_folds_new (spans, 4, NULL, 0));
  g_assert_null (leadup_time_folds_new (spans, 1, NULL, 0));
  g_assert_null (leadup_time_folds_new (NULL, 0, NULL, 0));
}

static void
test_moments_alone_can_be_folded (void)
{
  LeadupTimeSpan spans[] = { { 0, 0 }, { 4 * YEAR, 4 * YEAR } };
  g_autoptr (LeadupTimeFolds) folds =
      leadup_time_folds_new (spans, G_N_ELEMENTS (spans), NULL, 0);

  g_assert_cmpuint (leadup_time_folds_get_n (folds), ==, 1);
  g_assert_cmpint (leadup_time_folds_fold (folds, 4 * YEAR), >, 0);
  g_assert_cmpint (leadup_time_folds_fold (folds, 4 * YEAR), <, 10 * DAY);
}

static void
test_without_folds_time_is_time (void)
{
  const LeadupInstant times[] = { LEADUP_INSTANT_MIN, -5 * YEAR, 0, YEAR, LEADUP_INSTANT_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_assert_cmpint (leadup_time_folds_fold (NULL, times[i]), ==, times[i]);
      g_assert_cmpint (leadup_time_folds_unfold (NULL, times[i]), ==, times[i]);
    }
  g_assert_cmpuint (leadup_time_folds_get_n (NULL), ==, 0);
}

/* Random spans, of which many folds come. */
static LeadupTimeFolds *
random_folds (GRand *random)
{
  LeadupTimeSpan spans[30];
  guint n = (guint) g_rand_int_range (random, 2, G_N_ELEMENTS (spans));

  for (guint i = 0; i < n; i++)
    {
      spans[i].from = (LeadupInstant) (pow (g_rand_double (random), 6) * 400 * (double) YEAR) -
                      100 * YEAR;
      spans[i].to = spans[i].from + g_rand_int_range (random, 0, 400) * DAY;
    }

  return leadup_time_folds_new (spans, n, NULL, 0);
}

static void
test_folding_keeps_order_and_can_be_undone (void)
{
  GRand *random = g_rand_new_with_seed (20251128);
  guint n_folds = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (LeadupTimeFolds) folds = random_folds (random);
      LeadupInstant before = LEADUP_INSTANT_MIN, folded_before = LEADUP_INSTANT_MIN;

      n_folds += leadup_time_folds_get_n (folds);
      for (LeadupInstant time = -120 * YEAR; time < 420 * YEAR;
           time += g_rand_int_range (random, 1, 900) * DAY)
        {
          LeadupInstant folded = leadup_time_folds_fold (folds, time);
          LeadupInstant back = leadup_time_folds_unfold (folds, folded);
          const LeadupTimeFold *fold = leadup_time_folds_find (folds, time);

          g_assert_cmpint (folded, >=, folded_before);
          if (fold == NULL)
            g_assert_cmpint (back, ==, time);
          else
            g_assert_cmpint (ABS (back - time), <=,
                             2 + (fold->cut.to - fold->cut.from) /
                                     (fold->folded.to - fold->folded.from));
          /* Between folds it keeps pace; nowhere does it run slower than time. */
          if (before != LEADUP_INSTANT_MIN)
            g_assert_cmpint (folded - folded_before, <=, time - before);
          if (before != LEADUP_INSTANT_MIN && fold == NULL &&
              folded - folded_before == time - before)
            g_assert_null (leadup_time_folds_find (folds, before));
          before = time;
          folded_before = folded;
        }
    }
  g_assert_cmpuint (n_folds, >, 150);
  g_rand_free (random);
}

static void
test_pixels_lead_to_time_and_back (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (LeadupTimeFolds) folds = random_folds (random);
      LeadupTimeScale scale;

      leadup_time_scale_init (&scale, folds, -100 * YEAR, 310 * YEAR, 40, 1200);
      for (double x = 40; x <= 1240; x += 7.5)
        {
          LeadupInstant time = leadup_time_scale_to_time (&scale, x);

          g_assert_cmpfloat_with_epsilon (leadup_time_scale_to_x (&scale, time), x, 1e-3);
          g_assert_cmpfloat_with_epsilon (
              leadup_time_scale_folded_to_x (
                  &scale, (double) leadup_time_folds_fold (folds, time)),
              x, 1e-3);
        }
    }
  g_rand_free (random);
}

static void
test_a_window_moves_over_folds (void)
{
  g_autoptr (LeadupTimeFolds) folds = make_folds (NULL, 0);
  LeadupTimeScale scale, moved, other;
  LeadupInstant from, to;
  double density;

  leadup_time_scale_init (&scale, folds, 0, 62 * YEAR, 100, 800);
  density = leadup_time_scale_get_density (&scale);

  /* Panning changes no distance, wherever it leads. */
  moved = scale;
  leadup_time_scale_pan (&moved, -333);
  g_assert_true (leadup_time_scale_get_window (&moved, &from, &to));
  leadup_time_scale_init (&other, folds, from, to, 100, 800);
  g_assert_cmpfloat_with_epsilon (leadup_time_scale_get_density (&other) / density, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (leadup_time_scale_to_x (&other, 50 * YEAR),
                                  leadup_time_scale_to_x (&scale, 50 * YEAR) - 333, 1e-3);

  /* Zooming leaves what is under the pointer there. */
  moved = scale;
  leadup_time_scale_zoom (&moved, 500, 3);
  g_assert_cmpfloat_with_epsilon (leadup_time_scale_get_density (&moved) / density, 3, 1e-6);
  g_assert_cmpint (ABS (leadup_time_scale_to_time (&moved, 500) -
                        leadup_time_scale_to_time (&scale, 500)),
                   <, LEADUP_USEC_SECOND);

  /* Half of the way is half of the factors. */
  other = scale;
  leadup_time_scale_mix (&other, &moved, 0.5);
  g_assert_cmpfloat_with_epsilon (leadup_time_scale_get_density (&other) / density, sqrt (3), 1e-6);
  leadup_time_scale_mix (&other, &moved, 1);
  g_assert_cmpfloat_with_epsilon (other.from, moved.from, 1);
  leadup_time_scale_zoom (&moved, 500, 1e30);
  g_assert_true (leadup_time_scale_get_window (&moved, &from, &to));
  g_assert_cmpint (to, >, from);
  moved.from = moved.to;
  g_assert_false (leadup_time_scale_get_window (&moved, &from, &to));
}

static void
test_a_break_is_found_where_it_is_or_near (void)
{
  g_autoptr (LeadupTimeFolds) folds = make_folds (NULL, 0);
  const LeadupTimeFold *first, *second;
  LeadupTimeScale scale;
  double x;

  g_assert_nonnull (folds);
  first = leadup_time_folds_get (folds, 0);
  second = leadup_time_folds_get (folds, 1);
  leadup_time_scale_init (&scale, folds, 0, 62 * YEAR + 100 * DAY, 0, 1000);
  x = leadup_time_scale_to_x (&scale, second->cut.from);
  g_assert_true (leadup_time_scale_find_break (&scale, x + 3) == second);
  g_assert_true (leadup_time_scale_find_break (&scale, 0) == first);
  leadup_time_scale_init (&scale, folds, 62 * YEAR, 62 * YEAR + DAY, 0, 1000);
  g_assert_null (leadup_time_scale_find_break (&scale, 500));
}

static void
test_folds_are_shared (void)
{
  LeadupTimeFolds *folds = make_folds (NULL, 0);

  g_assert_true (leadup_time_folds_ref (folds) == folds);
  leadup_time_folds_unref (folds);
  g_assert_cmpuint (leadup_time_folds_get_n (folds), ==, 2);
  leadup_time_folds_unref (folds);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-folds/what-is-long-and-quiet-is-folded",
                   test_what_is_long_and_quiet_is_folded);
  g_test_add_func ("/time-folds/what-was-opened-stays-open", test_what_was_opened_stays_open);
  g_test_add_func ("/time-folds/even-time-is-not-folded", test_even_time_is_not_folded);
  g_test_add_func ("/time-folds/moments-alone-can-be-folded", test_moments_alone_can_be_folded);
  g_test_add_func ("/time-folds/without-folds-time-is-time", test_without_folds_time_is_time);
  g_test_add_func ("/time-folds/folding-keeps-order-and-can-be-undone",
                   test_folding_keeps_order_and_can_be_undone);
  g_test_add_func ("/time-folds/pixels-lead-to-time-and-back", test_pixels_lead_to_time_and_back);
  g_test_add_func ("/time-folds/a-window-moves-over-folds", test_a_window_moves_over_folds);
  g_test_add_func ("/time-folds/a-break-is-found-where-it-is-or-near",
                   test_a_break_is_found_where_it_is_or_near);
  g_test_add_func ("/time-folds/they-are-shared", test_folds_are_shared);

  return g_test_run ();
}
