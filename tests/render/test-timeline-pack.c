/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-filter.h"
#include "render/leadup-timeline-builder.h"
#include "sample-story.h"

/* Returns: (transfer full): the packings of an index, as a window of one size has them */
static GPtrArray *
pack (LeadupTimelineIndex *index,
      gboolean             is_chart)
{
  LeadupTimelineSceneOptions options = { .width = 1100, .height = 620, .is_chart = is_chart };
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  LeadupTimelineBuilder builder = { .index = index,
                                    .options = &options,
                                    .theme = leadup_theme_get (NULL),
                                    .measure = measure,
                                    .scale = 1e-9,
                                    .to = (double) LEADUP_INSTANT_MAX,
                                    .plot = { 0, 0, 1000, 600 } };
  GPtrArray *packings = leadup_timeline_builder_pack (&builder, 6);

  g_clear_pointer (&builder.units, g_ptr_array_unref);

  return packings;
}

/* Returns: (transfer full): what remains of a story without some events from the middle of its
 * first lane; the range of time stays what it was */
static LeadupTimelineIndex *
narrow (LeadupTimelineIndex *index)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (index);
  LeadupViewFields view = { .lanes_by = leadup_timeline_index_get_lanes_by (index) };
  const LeadupLane *lane = leadup_timeline_index_get_lane (index, 0);
  guint n_events = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  g_autofree guint32 *matches = g_new (guint32, n_events / 32 + 1);
  LeadupInstant from = 0, to = 0, narrow_from = 0, narrow_to = 0;
  LeadupTimelineIndex *narrowed;

  for (guint i = 0; i <= n_events / 32; i++)
    matches[i] = G_MAXUINT32;
  for (guint i = lane->n_entries / 3; i < lane->n_entries / 2; i++)
    matches[lane->entries[i].event / 32] &= ~(1u << lane->entries[i].event % 32);

  narrowed = leadup_timeline_index_update (index, snapshot, matches, &view, NULL, NULL);
  leadup_timeline_index_get_range (index, &from, &to);
  leadup_timeline_index_get_range (narrowed, &narrow_from, &narrow_to);
  g_assert_cmpint (from, ==, narrow_from);
  g_assert_cmpint (to, ==, narrow_to);

  return narrowed;
}

/* Returns: how many lanes have the same packing in both */
static guint
count_shared (LeadupTimelineIndex *first,
              LeadupTimelineIndex *second,
              gboolean             is_chart)
{
  g_autoptr (GPtrArray) before = pack (first, is_chart);
  g_autoptr (GPtrArray) now = pack (second, is_chart);
  guint n = 0;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (first); i++)
    for (guint j = 0; j < leadup_timeline_index_get_n_lanes (second); j++)
      if (g_ptr_array_index (before, i) == g_ptr_array_index (now, j))
        {
          g_assert_cmpstr (leadup_timeline_index_get_lane (first, i)->key, ==,
                           leadup_timeline_index_get_lane (second, j)->key);
          n++;
        }

  return n;
}

static void
test_a_filter_places_labels_only_in_lanes_that_it_touches (void)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (600, 3, SAMPLE_LATIN);
  g_autoptr (LeadupTimelineIndex) whole =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  g_autoptr (LeadupTimelineIndex) narrowed = narrow (whole);
  guint n_lanes = leadup_timeline_index_get_n_lanes (whole);

  g_assert_cmpuint (n_lanes, >, 2);
  g_assert_cmpuint (leadup_timeline_index_get_n_lanes (narrowed), ==, n_lanes);
  g_assert_cmpuint (count_shared (whole, narrowed, FALSE), ==, n_lanes - 1);
}

static void
test_what_comes_back_whole_keeps_its_labels (void)
{
  LeadupViewFields view = { .lanes_by = LEADUP_LANES_BY_CATEGORY };
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (600, 3, SAMPLE_LATIN);
  g_autoptr (LeadupTimelineIndex) whole =
      leadup_timeline_index_new_for_view (snapshot, NULL, &view, NULL);
  g_autoptr (LeadupTimelineIndex) narrowed = narrow (whole);
  g_autoptr (LeadupTimelineIndex) again =
      leadup_timeline_index_update (narrowed, snapshot, NULL, &view, NULL, NULL);

  g_assert_cmpuint (count_shared (whole, again, FALSE), ==,
                    leadup_timeline_index_get_n_lanes (whole));
}

/* It has one scale, which is its own. */
static void
test_a_chart_is_packed_for_itself (void)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (600, 3, SAMPLE_LATIN);
  g_autoptr (LeadupTimelineIndex) whole =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);

  g_assert_cmpuint (count_shared (whole, whole, TRUE), ==, 0);
}

/* Returns: how many titles of strips stand before their marks; all are within the plot */
static guint
count_before (const LeadupScene *scene)
{
  const LeadupRect *plot = leadup_scene_get_plot (scene);
  guint n = 0;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items && group->kind != LEADUP_SCENE_LANE; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape != LEADUP_SHAPE_TEXT || item->role != LEADUP_TEXT_CAPTION ||
              item->anchor != LEADUP_ANCHOR_END)
            continue;
          g_assert_cmpfloat (item->rect.x - item->rect.width, >=, plot->x);
          n++;
        }
    }

  return n;
}

/* Nothing moves there, so that a title may change its side. */
static void
test_only_on_a_stage_titles_of_a_strip_stand_before_their_marks (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  guint n_still = 0;

  for (guint seed = 0; seed < 12; seed++)
    {
      LeadupTimelineSceneOptions options = { .width = 900,
                                             .height = 300,
                                             .from = LEADUP_INSTANT_MIN,
                                             .to = LEADUP_INSTANT_MAX,
                                             .now = LEADUP_INSTANT_MIN };
      g_autoptr (LeadupSnapshot) snapshot = sample_story_random (30, seed, SAMPLE_LATIN);
      g_autoptr (LeadupTimelineIndex) index =
          leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
      g_autoptr (LeadupScene) moving =
          leadup_timeline_scene_new (index, &options, leadup_theme_get (NULL), measure);
      g_autoptr (LeadupScene) still = NULL;

      options.is_still = TRUE;
      still = leadup_timeline_scene_new (index, &options, leadup_theme_get (NULL), measure);
      g_assert_cmpuint (count_before (moving), ==, 0);
      n_still += count_before (still);
    }
  g_assert_cmpuint (n_still, >, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-pack/a-filter-places-labels-only-in-lanes-that-it-touches",
                   test_a_filter_places_labels_only_in_lanes_that_it_touches);
  g_test_add_func ("/timeline-pack/what-comes-back-whole-keeps-its-labels",
                   test_what_comes_back_whole_keeps_its_labels);
  g_test_add_func ("/timeline-pack/a-chart-is-packed-for-itself",
                   test_a_chart_is_packed_for_itself);
  g_test_add_func ("/timeline-strip/only-on-a-stage-titles-stand-before-their-marks",
                   test_only_on_a_stage_titles_of_a_strip_stand_before_their_marks);

  return g_test_run ();
}
