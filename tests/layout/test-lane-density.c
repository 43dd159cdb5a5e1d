/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-density.h"

#include "layout/leadup-timeline-level.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
tell (gconstpointer           data,
      guint                   index,
      LeadupLaneDensityEvent *event)
{
  *event = ((const LeadupLaneDensityEvent *) data)[index];
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LeadupLaneDensityEvent *first = a;
  const LeadupLaneDensityEvent *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static LeadupLaneDensityEvent *
make_events (GRand *random,
             guint  n)
{
  LeadupLaneDensityEvent *events = g_new0 (LeadupLaneDensityEvent, n);

  for (guint i = 0; i < n; i++)
    events[i] = (LeadupLaneDensityEvent) {
      .start = (gint64) (pow (g_rand_double (random), 3) * 1e15) - (gint64) 3e14,
      .category = (guint16) (g_rand_int_range (random, 0, 15) % 14),
      .is_doubtful = g_rand_boolean (random),
    };
  qsort (events, n, sizeof *events, compare_starts);

  return events;
}

/* Which number of a bin an event adds to, told without the density. */
static guint
find_kind (const LeadupLaneDensity *density,
           guint16                  category)
{
  guint n = leadup_lane_density_get_n_kinds (density);

  for (guint i = 0; i < n; i++)
    if (leadup_lane_density_get_kind (density, i) == category)
      return i;

  return n - 1;
}

static void
test_counts_are_those_of_the_events (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 30; round++)
    {
      guint n = round < 3 ? round + 1 : (guint) g_rand_int_range (random, 4, 3000);
      g_autofree LeadupLaneDensityEvent *events = make_events (random, n);
      g_autoptr (LeadupLaneDensity) density = leadup_lane_density_new (tell, events, n);
      guint width = leadup_lane_density_get_n_kinds (density) + 1;

      g_assert_cmpuint (width, <=, LEADUP_LANE_MAX_KINDS + 1);
      for (int exponent = 34; exponent < 62; exponent += 3)
        {
          guint n_bins = (guint) g_rand_int_range (random, 1, 60);
          gint64 first = ((gint64) -3e14 >> exponent) + g_rand_int_range (random, -3, 30);
          g_autofree guint *counts = g_new (guint, n_bins * width);
          g_autofree guint *expected = g_new0 (guint, n_bins * width);
          guint n_before = 0;

          while (n_before < n &&
                 floor (ldexp ((double) events[n_before].start, -exponent)) < (double) first)
            n_before++;
          g_assert_cmpuint (leadup_lane_density_find (density, exponent, first), ==, n_before);
          leadup_lane_density_count (density, exponent, first, n_bins, counts);
          for (guint i = 0; i < n; i++)
            {
              gint64 bin = (gint64) floor (ldexp ((double) events[i].start, -exponent)) - first;

              if (bin < 0 || bin >= n_bins)
                continue;
              expected[bin * width + find_kind (density, events[i].category)]++;
              expected[bin * width + width - 1] += events[i].is_doubtful ? 1 : 0;
            }
          g_assert_cmpmem (counts, sizeof (guint) * n_bins * width, expected,
                           sizeof (guint) * n_bins * width);
        }
    }
  g_rand_free (random);
}

static void
test_wider_bins_are_typically_fuller (void)
{
  GRand *random = g_rand_new_with_seed (8);
  g_autofree LeadupLaneDensityEvent *events = make_events (random, 5000);
  g_autoptr (LeadupLaneDensity) density = leadup_lane_density_new (tell, events, 5000);

  for (int exponent = 1; exponent < 62; exponent++)
    g_assert_cmpfloat (leadup_lane_density_get_typical (density, exponent), >=,
                       leadup_lane_density_get_typical (density, exponent - 1));
  g_assert_cmpfloat (leadup_lane_density_get_typical (density, 0), ==, 1);
  g_assert_cmpfloat (leadup_lane_density_get_typical (density, 61), >=, 2500);
  g_rand_free (random);
}

static void
test_levels_follow_the_crowd (void)
{
  static const struct
  {
    double events_per_pixel;
    guint n_rows;
    LeadupTimelineLevel level;
  } cases[] = {
    { 4, 5, LEADUP_TIMELINE_LEVEL_DENSITY },     { 0.2, 1, LEADUP_TIMELINE_LEVEL_CLUSTERS },
    { 0.2, 5, LEADUP_TIMELINE_LEVEL_GLYPHS },    { 0.02, 1, LEADUP_TIMELINE_LEVEL_GLYPHS },
    { 0.02, 5, LEADUP_TIMELINE_LEVEL_TITLES },   { 0.0001, 5, LEADUP_TIMELINE_LEVEL_CARDS },
    { 0.0001, 0, LEADUP_TIMELINE_LEVEL_CARDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        leadup_timeline_level_choose (cases[i].events_per_pixel, cases[i].n_rows), ==,
        cases[i].level);
}

/* Zooming to and fro by less than half as much again about a limit changes nothing. */
static void
test_a_level_lasts_beyond_where_it_began (void)
{
  g_autoptr (LeadupTimelineLevels) levels = leadup_timeline_levels_new ();
  double limit = 0;

  for (double crowd = 1; crowd > 0.01 && limit <= 0; crowd *= 0.99)
    if (leadup_timeline_levels_update (levels, "a", crowd, 3) != LEADUP_TIMELINE_LEVEL_DENSITY)
      limit = crowd;
  g_assert_cmpfloat (limit, >, 0);

  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpint (leadup_timeline_levels_update (levels, "a", limit * 1.45, 3), ==,
                       LEADUP_TIMELINE_LEVEL_CLUSTERS);
      g_assert_cmpint (leadup_timeline_levels_update (levels, "a", limit * 0.99, 3), ==,
                       LEADUP_TIMELINE_LEVEL_CLUSTERS);
    }
  g_assert_cmpint (leadup_timeline_levels_update (levels, "a", limit * 1.55, 3), ==,
                   LEADUP_TIMELINE_LEVEL_DENSITY);
  g_assert_cmpint (leadup_timeline_levels_update (levels, "a", limit * 1.45, 3), ==,
                   LEADUP_TIMELINE_LEVEL_DENSITY);
  /* Another lane knows nothing of it. */
  g_assert_cmpint (leadup_timeline_levels_update (levels, "b", limit * 0.99, 3), ==,
                   LEADUP_TIMELINE_LEVEL_CLUSTERS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-density/counts-are-those-of-the-events",
                   test_counts_are_those_of_the_events);
  g_test_add_func ("/lane-density/wider-bins-are-typically-fuller",
                   test_wider_bins_are_typically_fuller);
  g_test_add_func ("/timeline-level/levels-follow-the-crowd", test_levels_follow_the_crowd);
  g_test_add_func ("/timeline-level/a-level-lasts-beyond-where-it-began",
                   test_a_level_lasts_beyond_where_it_began);

  return g_test_run ();
}
