/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-map.h"
#include "render/leadup-graph-builder.h"

#include <math.h>
#include <string.h>

static const LeadupGraphSceneOptions chart = {
  .width = 900,
  .from = LEADUP_INSTANT_MIN,
  .to = LEADUP_INSTANT_MAX,
  .is_chart = TRUE,
  .title = "Who did what to whom before the closure of the Lissen strait",
  .subtitle = "Events between the actors of the conflict, January to December 2031",
  .source_line = "Source: Harbour Gazette, Northern Wire, own reporting",
  .as_of = "31 December 2031",
};

static const LeadupGraphSceneOptions screen = {
  .width = 1280,
  .height = 800,
  .from = LEADUP_INSTANT_MIN,
  .to = LEADUP_INSTANT_MAX,
};

/* Whatever the lines are, the events on them are the same, and each kind has its picture. */
static void
test_lines_are_of_directions_pairs_or_events (void)
{
  static const char *const names[] = { "graph-directions.txt", "graph-pairs.txt",
                                       "graph-events.txt" };
  guint n_ties[3], n_events[3];
  GraphMap map;

  graph_map_init (&map, 5, "light", TRUE);
  for (guint lines = 0; lines < LEADUP_N_GRAPH_LINES; lines++)
    {
      LeadupGraphSceneOptions options = chart;
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "render", "golden", names[lines], NULL);
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;
      g_autoptr (LeadupScene) scene = NULL;

      options.width = 700;
      options.lines = (LeadupGraphLines) lines;
      scene = graph_map_draw (&map, &options);
      n_ties[lines] = graph_map_count (scene, LEADUP_SCENE_TIE);
      n_events[lines] = graph_map_count (scene, LEADUP_SCENE_EVENT);
      text = leadup_scene_to_text (scene);
      if (g_getenv ("LEADUP_UPDATE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
      g_assert_cmpstr (text, ==, expected);
    }
  g_assert_cmpuint (n_ties[LEADUP_GRAPH_LINES_PAIR], <, n_ties[LEADUP_GRAPH_LINES_DIRECTION]);
  g_assert_cmpuint (n_events[LEADUP_GRAPH_LINES_PAIR], ==, 0);
  g_assert_cmpuint (n_events[LEADUP_GRAPH_LINES_EVENT], >, n_ties[LEADUP_GRAPH_LINES_PAIR]);
  graph_map_clear (&map);
}

/* Each event of each pair has one line, however many directions it has; more than there is room
 * for are told as a number. */
static void
test_a_bundle_has_a_line_for_each_event (void)
{
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) scene = NULL;
  guint n_expected = 0;
  GraphMap map;

  graph_map_init (&map, 12, "light", TRUE);
  options.lines = LEADUP_GRAPH_LINES_EVENT;
  scene = graph_map_draw (&map, &options);
  for (guint i = 0; i < leadup_ties_get_n (map.ties); i++)
    {
      LeadupTieSummary summary;

      leadup_tie_summarize (leadup_ties_get (map.ties, i), LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                            &summary);
      n_expected += MIN (summary.n, LEADUP_GRAPH_BUILDER_MAX_BUNDLE);
    }
  g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_EVENT), ==, n_expected);

  /* Lines side by side: no two of a pair have the same middle. */
  for (guint i = 1; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *one = leadup_scene_get_group (scene, i - 1);
      const LeadupSceneGroup *two = leadup_scene_get_group (scene, i);

      if (one->kind == LEADUP_SCENE_EVENT && two->kind == LEADUP_SCENE_EVENT)
        g_assert_true (fabs (one->bounds.x - two->bounds.x) > 1e-6 ||
                       fabs (one->bounds.y - two->bounds.y) > 1e-6 ||
                       fabs (one->bounds.width - two->bounds.width) > 1e-6 ||
                       fabs (one->bounds.height - two->bounds.height) > 1e-6);
    }
  graph_map_clear (&map);
}

/* Two windows are compared direction by direction. */
static void
test_a_comparison_has_a_line_for_each_direction (void)
{
  LeadupTieWindow before = { 0, 1 };
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) directions = NULL;
  g_autoptr (LeadupScene) pairs = NULL;
  GraphMap map;

  graph_map_init (&map, 12, "light", TRUE);
  options.before = &before;
  directions = graph_map_draw (&map, &options);
  options.lines = LEADUP_GRAPH_LINES_PAIR;
  pairs = graph_map_draw (&map, &options);
  g_assert_cmpuint (graph_map_count (pairs, LEADUP_SCENE_TIE), ==,
                    graph_map_count (directions, LEADUP_SCENE_TIE));
  graph_map_clear (&map);
}

/* The tide of the selected tie stands on its line even where there is no room. */
static void
test_the_selected_tie_shows_its_tide (void)
{
  LeadupGraphSceneOptions options = screen;
  const LeadupTie *tie;
  g_autofree char *id = NULL;
  g_autofree char *back = NULL;
  g_autofree char *without_text = NULL;
  g_autofree char *with_text = NULL;
  g_autoptr (LeadupScene) without = NULL;
  g_autoptr (LeadupScene) with = NULL;
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  tie = leadup_ties_get (map.ties, 0);
  id = g_strdup_printf ("%s %s", leadup_ties_get_actor (map.ties, tie->a),
                        leadup_ties_get_actor (map.ties, tie->b));
  back = g_strdup_printf ("%s %s", leadup_ties_get_actor (map.ties, tie->b),
                          leadup_ties_get_actor (map.ties, tie->a));
  options.lines = LEADUP_GRAPH_LINES_PAIR;
  without = graph_map_draw (&map, &options);
  options.tie = id;
  with = graph_map_draw (&map, &options);
  with_text = leadup_scene_to_text (with);
  without_text = leadup_scene_to_text (without);
  g_assert_cmpuint (strlen (with_text), >, strlen (without_text));
  g_clear_pointer (&with, leadup_scene_unref);
  g_clear_pointer (&without_text, g_free);

  /* Of a pair it does not matter who is named first. */
  options.tie = back;
  with = graph_map_draw (&map, &options);
  without_text = leadup_scene_to_text (with);
  g_assert_cmpstr (with_text, ==, without_text);
  graph_map_clear (&map);
}

/* No axis of a time that nothing happened in. */
static void
test_lanes_without_a_date_say_so (void)
{
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) dated = NULL;
  g_autoptr (LeadupScene) undated = NULL;
  g_autofree char *dated_text = NULL;
  g_autofree char *undated_text = NULL;
  GraphMap map;

  graph_map_init (&map, 12, "light", TRUE);
  options.form = LEADUP_GRAPH_FORM_LANES;
  dated = graph_map_draw (&map, &options);
  dated_text = leadup_scene_to_text (dated);
  g_assert_null (strstr (dated_text, "No event with a date"));
  options.from = options.to - 1;
  undated = graph_map_draw (&map, &options);
  undated_text = leadup_scene_to_text (undated);
  g_assert_nonnull (strstr (undated_text, "No event with a date"));
  g_assert_null (strstr (undated_text, "1970"));
  graph_map_clear (&map);
}

/* A chart of rows has no more of them than it has room for, and says so. */
static void
test_rows_fit_into_their_chart (void)
{
  static const struct
  {
    LeadupGraphForm form;
    double width;
    double height;
  } cases[] = { { LEADUP_GRAPH_FORM_LANES, 1280, 800 },   { LEADUP_GRAPH_FORM_MATRIX, 1280, 800 },
                { LEADUP_GRAPH_FORM_LANES, 640, 450 },    { LEADUP_GRAPH_FORM_MATRIX, 640, 450 },
                { LEADUP_GRAPH_FORM_MATRIX, 1080, 1920 }, { LEADUP_GRAPH_FORM_LANES, 1200, 675 } };
  GraphMap map;

  graph_map_init (&map, 120, "light", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupGraphSceneOptions options = { .width = cases[i].width, .height = cases[i].height,
                                          .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX,
                                          .is_chart = TRUE, .form = cases[i].form,
                                          .title = "Who acted on whom", .byline = "Leadup" };
      guint most = leadup_graph_scene_get_max_actors (&options);
      g_autoptr (LeadupScene) scene = graph_map_draw (&map, &options);
      double bottom = 0, legend = cases[i].height;

      for (guint k = 0; k < leadup_scene_get_n_groups (scene); k++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, k);

          if (group->kind == LEADUP_SCENE_ACTOR)
            bottom = MAX (bottom, group->bounds.y + group->bounds.height);
          if (g_str_equal (group->layer, "legend") || g_str_equal (group->layer, "footer"))
            legend = MIN (legend, group->bounds.y);
        }
      g_test_message ("case %u: %u rows, down to %g of %g", i, most, bottom, legend);
      g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_ACTOR), ==, most);
      g_assert_cmpfloat (bottom, <=, legend + 1);
      g_assert_true (leadup_graph_scene_get_max_actors (&options) <= 70);
    }
  graph_map_clear (&map);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-lines/" name, test)
  add ("rows-fit-into-their-chart", test_rows_fit_into_their_chart);
  add ("lines-are-of-directions-pairs-or-events", test_lines_are_of_directions_pairs_or_events);
  add ("a-bundle-has-a-line-for-each-event", test_a_bundle_has_a_line_for_each_event);
  add ("a-comparison-has-a-line-for-each-direction",
       test_a_comparison_has_a_line_for_each_direction);
  add ("the-selected-tie-shows-its-tide", test_the_selected_tie_shows_its_tide);
  add ("lanes-without-a-date-say-so", test_lanes_without_a_date_say_so);
#undef add

  return g_test_run ();
}
