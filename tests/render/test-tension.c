/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-tension.h"

#include <string.h>

#include "render/leadup-timeline-scene.h"
#include "sample-story.h"

#define N_EVENTS 400

static LeadupTimelineIndex *
make_index (guint32       seed,
            LeadupLanesBy lanes_by)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (N_EVENTS, seed, SAMPLE_LATIN);

  return leadup_timeline_index_new (snapshot, NULL, lanes_by, NULL);
}

/* Counts one bin event by event. */
static guint
count_slowly (LeadupTimelineIndex    *index,
              const LeadupTensionBin *bin,
              guint                  *counts)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (index);
  guint n = 0;

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
      const LeadupEventFields *fields = leadup_event_get_fields (event);
      LeadupCategory *category =
          fields->category != NULL
              ? leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, fields->category)
              : NULL;

      if (fields->when == NULL ||
          leadup_when_get_precision (fields->when) == LEADUP_PRECISION_UNDATED ||
          leadup_when_get_bounds (fields->when)->start_earliest < bin->start ||
          leadup_when_get_bounds (fields->when)->start_latest > bin->end)
        continue;
      n++;
      counts[category != NULL ? leadup_category_get_quad_class (category)
                              : LEADUP_QUAD_CLASS_NEUTRAL]++;
    }

  return n;
}

static void
test_bins_count_what_began_in_them (void)
{
  static const LeadupUnit units[] = { LEADUP_UNIT_DAY, LEADUP_UNIT_WEEK, LEADUP_UNIT_MONTH,
                                      LEADUP_UNIT_QUARTER, LEADUP_UNIT_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (LeadupTimelineIndex) index = make_index (i, LEADUP_LANES_BY_CATEGORY);
      g_autoptr (LeadupTension) tension = leadup_tension_new (index);
      LeadupTensionCounts counts;
      guint sum = 0, peak = 0;

      leadup_tension_count (tension, units[i], &counts);
      g_assert_cmpuint (counts.n_bins, >, 0);
      for (guint j = 0; j < counts.n_bins; j++)
        {
          const LeadupTensionBin *bin = &counts.bins[j];
          guint expected[LEADUP_N_QUAD_CLASSES] = { 0 };

          g_assert_cmpint (leadup_calendar_floor (bin->start, units[i], 1), ==, bin->start);
          g_assert_cmpint (leadup_calendar_add (bin->start, units[i], 1), ==, bin->end);
          if (j > 0)
            g_assert_cmpint (bin[-1].end, <=, bin->start);
          g_assert_cmpuint (bin->n, ==, count_slowly (index, bin, expected));
          g_assert_cmpmem (bin->counts, sizeof bin->counts, expected, sizeof expected);
          peak = MAX (
              peak, MAX (leadup_tension_bin_conflict (bin), leadup_tension_bin_cooperation (bin)));
          sum += bin->n;
        }
      g_assert_cmpuint (counts.peak, ==, peak);
      g_assert_cmpuint (sum + counts.n_vague, ==,
                        leadup_timeline_index_get_n_shown (index) -
                            leadup_timeline_index_get_n_undated (index));
    }
}

static void
test_an_event_counts_once_whatever_the_lanes_are (void)
{
  g_autoptr (LeadupTimelineIndex) one = make_index (3, LEADUP_LANES_NONE);
  g_autoptr (LeadupTension) all = leadup_tension_new (one);
  LeadupTensionCounts expected;

  leadup_tension_count (all, LEADUP_UNIT_MONTH, &expected);
  for (guint lanes_by = 0; lanes_by < LEADUP_LANES_NONE; lanes_by++)
    {
      g_autoptr (LeadupTimelineIndex) index = make_index (3, (LeadupLanesBy) lanes_by);
      g_autoptr (LeadupTension) tension = leadup_tension_new (index);
      LeadupTensionCounts counts;

      leadup_tension_count (tension, LEADUP_UNIT_MONTH, &counts);
      g_assert_cmpmem (counts.bins, counts.n_bins * sizeof *counts.bins, expected.bins,
                       expected.n_bins * sizeof *expected.bins);
    }
}

static void
test_a_bin_is_found_by_time (void)
{
  g_autoptr (LeadupTimelineIndex) index = make_index (5, LEADUP_LANES_NONE);
  g_autoptr (LeadupTension) tension = leadup_tension_new (index);
  g_autoptr (LeadupTension) same = leadup_tension_ref (tension);
  LeadupTensionCounts counts;

  leadup_tension_count (same, LEADUP_UNIT_WEEK, &counts);
  for (guint i = 0; i < counts.n_bins; i++)
    {
      g_assert_cmpuint (leadup_tension_find (&counts, counts.bins[i].start), ==, i);
      g_assert_cmpuint (leadup_tension_find (&counts, counts.bins[i].end - 1), ==, i);
      g_assert_cmpuint (leadup_tension_find (&counts, counts.bins[i].end), ==, i + 1);
    }
  g_assert_cmpuint (leadup_tension_find (&counts, LEADUP_INSTANT_MIN), ==, 0);
}

static void
test_bins_fit_the_zoom (void)
{
  static const struct
  {
    double pixels_per_day;
    LeadupUnit finest;
    LeadupUnit unit;
  } zooms[] = {
    { 600, LEADUP_UNIT_DAY, LEADUP_UNIT_DAY },
    { 600, LEADUP_UNIT_MINUTE, LEADUP_UNIT_HOUR },
    { 20, LEADUP_UNIT_MINUTE, LEADUP_UNIT_DAY },
    { 5, LEADUP_UNIT_DAY, LEADUP_UNIT_WEEK },
    { 1, LEADUP_UNIT_DAY, LEADUP_UNIT_MONTH },
    { 0.1, LEADUP_UNIT_DAY, LEADUP_UNIT_YEAR },
    { 1e-9, LEADUP_UNIT_DAY, LEADUP_UNIT_MILLENNIUM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    g_assert_cmpint (leadup_tension_choose_unit (zooms[i].pixels_per_day / 86400, zooms[i].finest),
                     ==, zooms[i].unit);
}

static LeadupScene *
draw (LeadupTimelineIndex *index,
      gboolean             has_tension,
      double               height)
{
  const LeadupTheme *theme = leadup_theme_get (NULL);
  LeadupTextMeasure *measure = leadup_text_measure_new_fixed (theme);
  LeadupTimelineSceneOptions options = { .width = 1100,
                                         .height = height,
                                         .from = LEADUP_INSTANT_MIN,
                                         .to = LEADUP_INSTANT_MAX,
                                         .now = LEADUP_INSTANT_MIN,
                                         .has_tension = has_tension };
  LeadupScene *scene = leadup_timeline_scene_new (index, &options, theme, measure);

  leadup_text_measure_free (measure);

  return scene;
}

/* What of a scene belongs to the curve. */
static guint
count_groups (const LeadupScene *scene,
              const char        *css_class)
{
  guint n = 0;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (g_strcmp0 (group->layer, "tension") == 0 && g_strcmp0 (group->css_class, css_class) == 0)
        n++;
    }

  return n;
}

static void
test_the_curve_can_be_switched_off_and_needs_room (void)
{
  g_autoptr (LeadupTimelineIndex) index = make_index (1, LEADUP_LANES_BY_CATEGORY);
  g_autoptr (LeadupScene) with = draw (index, TRUE, 620);
  g_autoptr (LeadupScene) without = draw (index, FALSE, 620);
  g_autoptr (LeadupScene) low = draw (index, TRUE, 200);

  g_assert_cmpuint (count_groups (with, "labels"), ==, 1);
  g_assert_cmpuint (count_groups (with, "bin"), >, 2);
  g_assert_cmpuint (count_groups (without, "labels"), ==, 0);
  g_assert_cmpuint (count_groups (low, "labels"), ==, 0);
  g_assert_cmpfloat (leadup_scene_get_plot (with)->y, >, leadup_scene_get_plot (without)->y);
}

static void
test_a_pointer_on_a_bin_is_told_its_counts (void)
{
  g_autoptr (LeadupTimelineIndex) index = make_index (1, LEADUP_LANES_BY_CATEGORY);
  g_autoptr (LeadupScene) scene = draw (index, TRUE, 620);

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      const LeadupSceneGroup *found;

      if (g_strcmp0 (group->layer, "tension") != 0 || g_strcmp0 (group->css_class, "bin") != 0)
        continue;
      g_assert_nonnull (strstr (group->title, "Conflict:"));
      g_assert_nonnull (strstr (group->title, "Cooperation:"));
      found = leadup_scene_pick (scene, group->bounds.x + group->bounds.width / 2,
                                 group->bounds.y + group->bounds.height / 2, 2);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->title, ==, group->title);
    }
}

/* Of very many events a first picture does not wait for the curve; the index keeps it for the next.
 */
static void
test_a_draft_does_not_wait_for_the_curve (void)
{
  g_autoptr (LeadupSnapshot) snapshot =
      sample_story_random (LEADUP_TIMELINE_MANY_EVENTS + 1, 3, SAMPLE_LATIN);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  const LeadupTheme *theme = leadup_theme_get (NULL);
  LeadupTextMeasure *measure = leadup_text_measure_new (theme);
  LeadupTimelineSceneOptions options = { .width = 900,
                                         .height = 600,
                                         .from = LEADUP_INSTANT_MIN,
                                         .to = LEADUP_INSTANT_MAX,
                                         .now = LEADUP_INSTANT_MIN,
                                         .has_tension = TRUE,
                                         .is_draft = TRUE };
  LeadupRect plot;
  double height;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupScene) scene = leadup_timeline_scene_new (index, &options, theme, measure);
      g_autofree char *text = leadup_scene_to_text (scene);

      g_assert_true ((strstr (text, "baseline") != NULL) == (i == 1));
      options.is_draft = FALSE;
      leadup_timeline_scene_measure (index, &options, theme, measure, &plot, &height);
      options.is_draft = TRUE;
    }
  leadup_text_measure_free (measure);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tension/bins-count-what-began-in-them", test_bins_count_what_began_in_them);
  g_test_add_func ("/tension/an-event-counts-once-whatever-the-lanes-are",
                   test_an_event_counts_once_whatever_the_lanes_are);
  g_test_add_func ("/tension/a-bin-is-found-by-time", test_a_bin_is_found_by_time);
  g_test_add_func ("/tension/bins-fit-the-zoom", test_bins_fit_the_zoom);
  g_test_add_func ("/tension/the-curve-can-be-switched-off-and-needs-room",
                   test_the_curve_can_be_switched_off_and_needs_room);
  g_test_add_func ("/tension/a-pointer-on-a-bin-is-told-its-counts",
                   test_a_pointer_on_a_bin_is_told_its_counts);

  g_test_add_func ("/tension/a-draft-does-not-wait-for-the-curve",
                   test_a_draft_does_not_wait_for_the_curve);

  return g_test_run ();
}
