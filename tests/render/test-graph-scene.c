/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-map.h"
#include "layout/leadup-graph-labels.h"
#include "layout/leadup-graph-map.h"
#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-pcg.h"
#include "model/leadup-actor.h"
#include "model/leadup-placement.h"
#include "model/leadup-story.h"
#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"
#include "render/leadup-graph-scene.h"
#include "render/leadup-painter.h"

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

/* With LEADUP_UPDATE_GOLDEN set the file is written instead: look at the difference. */
static void
test_a_chart_of_five_actors_is_as_it_was (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "render", "golden", "graph-five.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autoptr (LeadupScene) scene = NULL;
  GraphMap map;

  graph_map_init (&map, 5, "light", TRUE);
  scene = graph_map_draw (&map, &chart);
  text = leadup_scene_to_text (scene);
  if (g_getenv ("LEADUP_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  graph_map_clear (&map);
}

/* Legend and names below it may not take the room of the map itself. */
static void
test_a_low_chart_is_for_its_map (void)
{
  static const double heights[] = { 450, 540, 600, 675, 800, 1080 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      LeadupGraphSceneOptions options = chart;
      g_autoptr (LeadupScene) scene = NULL;
      double lowest = 0.0;
      GraphMap map;

      graph_map_init (&map, 24, "light", TRUE);
      options.width = heights[i] * 1.5;
      options.height = heights[i];
      scene = graph_map_draw (&map, &options);
      g_assert_cmpfloat (leadup_scene_get_plot (scene)->height, >=, 0.45 * heights[i]);
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);

          lowest = MAX (lowest, group->bounds.y + group->bounds.height);
        }
      g_assert_cmpfloat (lowest, <=, heights[i]);
      graph_map_clear (&map);
    }
}

static void
test_every_form_shows_each_actor_once_and_each_tie (void)
{
  static const char *const themes[] = { "light", "dark", "high-contrast" };

  for (guint form = 0; form < LEADUP_N_GRAPH_FORMS; form++)
    {
      LeadupGraphSceneOptions options = form % 2 == 0 ? chart : screen;
      g_autoptr (LeadupScene) scene = NULL;
      guint n_ties = 0;
      GraphMap map;

      graph_map_init (&map, 24, themes[form % G_N_ELEMENTS (themes)], TRUE);
      options.form = (LeadupGraphForm) form;
      scene = graph_map_draw (&map, &options);
      for (guint i = 0; i < leadup_ties_get_n (map.ties); i++)
        {
          const LeadupTie *tie = leadup_ties_get (map.ties, i);
          LeadupTieSummary summary;

          leadup_tie_summarize (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &summary);
          n_ties += (summary.n_forward > 0) + (summary.n_backward > 0);
        }
      g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_ACTOR), ==,
                        leadup_ties_get_n_actors (map.ties));
      g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_TIE), >=, n_ties);
      graph_map_clear (&map);
    }
}

static void
test_every_actor_is_there_and_can_be_picked (void)
{
  g_autoptr (LeadupScene) scene = NULL;
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  scene = graph_map_draw (&map, &screen);
  for (guint i = 0; i < leadup_ties_get_n_actors (map.ties); i++)
    {
      const char *id = leadup_ties_get_actor (map.ties, i);
      const LeadupSceneGroup *group = leadup_scene_find (scene, LEADUP_SCENE_ACTOR, id);
      const LeadupSceneItem *symbol;
      const LeadupSceneGroup *picked;
      double x = 0.0, y = 0.0;

      g_assert_nonnull (group);
      symbol = leadup_scene_get_item (scene, group->first_item);
      for (guint k = 0; k + 1 < symbol->n_path; k++)
        {
          guint last = leadup_path_op_get_n_points (&symbol->path[k]) - 1;

          x += symbol->path[k].points[last].x / (symbol->n_path - 1);
          y += symbol->path[k].points[last].y / (symbol->n_path - 1);
        }
      picked = leadup_scene_pick (scene, x, y, 2.0);
      g_assert_nonnull (picked);
      g_assert_cmpstr (picked->id, ==, id);
    }
  graph_map_clear (&map);
}

/* Also the rule that a tone is never told without its count. */
static void
test_every_tie_tells_tone_and_count (void)
{
  g_autoptr (LeadupScene) scene = NULL;
  guint n_strands = 0;
  GraphMap map;

  graph_map_init (&map, 12, "light", TRUE);
  scene = graph_map_draw (&map, &screen);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (group->kind != LEADUP_SCENE_TIE)
        continue;
      n_strands++;
      g_assert_nonnull (strstr (group->title, " event"));
      g_assert_nonnull (strstr (group->title, " → "));
      g_assert_nonnull (strstr (group->title, ", last "));
      g_assert_nonnull (strchr (group->id, ' '));
    }
  g_assert_cmpuint (n_strands, >=, leadup_ties_get_n (map.ties));
  graph_map_clear (&map);
}

static void
test_a_chart_says_what_it_leaves_out (void)
{
  LeadupGraphSceneOptions options = chart;
  g_autoptr (LeadupScene) scene = NULL;
  g_autofree char *text = NULL;
  GraphMap map;

  graph_map_init (&map, 60, "light", TRUE);
  options.max_actors = 25;
  scene = graph_map_draw (&map, &options);
  text = leadup_scene_to_text (scene);
  g_assert_nonnull (strstr (text, "Showing 25 of 60 actors"));
  g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_ACTOR), ==, 25);
  graph_map_clear (&map);
}

static void
test_a_window_without_events_has_actors_but_no_ties (void)
{
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) scene = NULL;
  GraphMap map;

  graph_map_init (&map, 12, "dark", TRUE);
  options.from = leadup_calendar_date_instant (2040, 1, 1);
  options.to = leadup_calendar_date_instant (2041, 1, 1);
  scene = graph_map_draw (&map, &options);
  g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_ACTOR), ==,
                    leadup_ties_get_n_actors (map.ties));
  g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_TIE), ==, 0);
  graph_map_clear (&map);
}

static void
test_certainty_chooses_the_line (void)
{
  g_assert_cmpint (leadup_graph_strand_choose_dash (1.0), ==, LEADUP_DASH_SOLID);
  g_assert_cmpint (leadup_graph_strand_choose_dash (0.7), ==, LEADUP_DASH_DASHED);
  g_assert_cmpint (leadup_graph_strand_choose_dash (0.4), ==, LEADUP_DASH_DOTTED);
}

static void
test_a_story_without_actors_has_a_picture (void)
{
  g_autoptr (LeadupScene) on_screen = NULL;
  g_autoptr (LeadupScene) in_chart = NULL;
  GraphMap map;

  graph_map_init (&map, 0, "light", TRUE);
  on_screen = graph_map_draw (&map, &screen);
  in_chart = graph_map_draw (&map, &chart);
  g_assert_cmpuint (graph_map_count (on_screen, LEADUP_SCENE_ACTOR), ==, 0);
  g_assert_cmpfloat (leadup_scene_get_height (in_chart), >, 100.0);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = leadup_scene_to_text (i == 0 ? on_screen : in_chart);

      g_assert_nonnull (strstr (text, "“No actors to show”"));
    }
  graph_map_clear (&map);
}

static void
test_the_camera_decides_where_actors_are (void)
{
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) scene = NULL;
  const LeadupSceneGroup *group;
  GraphMap map;

  graph_map_init (&map, 12, "light", TRUE);
  options.camera_x = map.positions[3].x;
  options.camera_y = map.positions[3].y;
  options.camera_zoom = 200.0;
  scene = graph_map_draw (&map, &options);
  group = leadup_scene_pick (scene, 640.0, 400.0, 1.0);
  g_assert_nonnull (group);
  g_assert_cmpstr (group->id, ==, leadup_ties_get_actor (map.ties, 3));
  graph_map_clear (&map);
}

static void
test_a_builder_fits_all_symbols_into_the_area (void)
{
  LeadupGraphBuilder builder = { 0 };
  LeadupRect area = { 20, 30, 640, 480 };
  g_autoptr (LeadupScene) scene = NULL;
  double legend;
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  scene = leadup_scene_new (map.theme, 680, 600);
  builder = (LeadupGraphBuilder) { map.snapshot, map.ties,  map.positions, &screen,
                                   map.theme,    map.measure, scene };
  leadup_graph_builder_select (&builder, 0);
  g_assert_cmpuint (builder.n_actors, ==, 40);
  g_assert_cmpfloat (leadup_graph_builder_fit (&builder, &area, FALSE), >, 10.0);
  for (guint i = 0; i < builder.n_actors; i++)
    {
      const LeadupGraphNode *node = &builder.nodes[i];

      g_assert_cmpfloat (node->centre.x - node->radius, >=, 19.9);
      g_assert_cmpfloat (node->centre.x + node->radius, <=, 660.1);
      g_assert_cmpfloat (node->centre.y - node->radius, >=, 29.9);
      g_assert_cmpfloat (node->centre.y + node->radius, <=, 510.1);
    }
  leadup_graph_builder_draw (&builder, &area);

  /* Measuring a legend and drawing it must agree. */
  legend = leadup_graph_builder_add_legend (&builder, NULL, &area);
  g_assert_cmpfloat (legend, >, 40.0);
  g_assert_cmpfloat (leadup_graph_builder_add_legend (&builder, scene, &area), ==, legend);
  leadup_graph_builder_clear (&builder);
  leadup_scene_finish (scene);
  g_assert_cmpuint (graph_map_count (scene, LEADUP_SCENE_ACTOR), ==, 40);
  graph_map_clear (&map);
}

/* Symbols and lines stay within what their sizes say. */
static void
test_symbols_and_lines_are_drawn_where_they_are (void)
{
  const LeadupTheme *theme = leadup_theme_get ("light");
  LeadupPaint paint = { .stroke = theme->text, .stroke_width = 1.5 };

  for (guint kind = LEADUP_ACTOR_KIND_PERSON; kind <= LEADUP_ACTOR_KIND_UNATTRIBUTED; kind++)
    {
      LeadupGraphNode nodes[] = { { { 50, 50 }, 20.0, (LeadupActorKind) kind },
                                  { { 250, 50 }, 20.0, (LeadupActorKind) kind } };
      LeadupGraphStrand strand = { .from = 0, .to = 1, .summary = { .n = 9 } };
      g_autoptr (LeadupScene) scene = leadup_scene_new (theme, 300, 100);
      const LeadupSceneGroup *group;

      leadup_graph_strand_route (&strand, nodes, 2, FALSE);
      leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "a b", NULL, NULL);
      leadup_graph_strand_draw (&strand, scene, theme);
      leadup_scene_end (scene);
      leadup_scene_begin (scene, LEADUP_SCENE_ACTOR, "actors", "a", NULL, NULL);
      leadup_graph_node_draw (&nodes[0], scene, &paint);
      leadup_scene_end (scene);
      leadup_scene_finish (scene);

      group = leadup_scene_find (scene, LEADUP_SCENE_ACTOR, "a");
      g_assert_cmpfloat (group->bounds.x, >=, 28.0);
      g_assert_cmpfloat (group->bounds.x + group->bounds.width, <=, 73.0);
      g_assert_cmpfloat (group->bounds.y, >=, 28.0);
      g_assert_cmpfloat (group->bounds.y + group->bounds.height, <=, 73.0);
      group = leadup_scene_find (scene, LEADUP_SCENE_TIE, "a b");
      g_assert_cmpfloat (group->bounds.x, >=, 60.0);
      g_assert_cmpfloat (group->bounds.x + group->bounds.width, <=, 240.0);
    }
}

static void
test_arrows_end_at_the_outline (void)
{
  for (guint kind = LEADUP_ACTOR_KIND_PERSON; kind <= LEADUP_ACTOR_KIND_UNATTRIBUTED; kind++)
    for (guint turn = 0; turn < 24; turn++)
      {
        double x = 200.0 * cos (turn * G_PI / 12.0);
        double y = 200.0 * sin (turn * G_PI / 12.0);
        LeadupGraphNode nodes[] = { { { 0, 0 }, 16.0, (LeadupActorKind) kind },
                                    { { x, y }, 16.0, (LeadupActorKind) kind } };
        LeadupGraphStrand strand = { .from = 0, .to = 1, .summary = { .n = 4 } };
        double reach;

        leadup_graph_strand_route (&strand, nodes, 2, turn % 2 == 0);
        g_assert_true (strand.is_drawn);
        reach = leadup_graph_node_get_reach (&nodes[1], strand.end.x - x, strand.end.y - y);
        g_assert_cmpfloat (hypot (strand.end.x - x, strand.end.y - y), >=, reach);
        g_assert_cmpfloat (hypot (strand.end.x - x, strand.end.y - y), <, reach + 4.0);
      }
}

static void
test_lines_go_round_symbols_of_others (void)
{
  LeadupGraphNode nodes[] = { { { 0, 0 }, 12.0, LEADUP_ACTOR_KIND_PERSON },
                              { { 300, 0 }, 12.0, LEADUP_ACTOR_KIND_PERSON },
                              { { 150, 2 }, 12.0, LEADUP_ACTOR_KIND_STATE } };
  LeadupGraphStrand strand = { .from = 0, .to = 1, .summary = { .n = 4 } };

  leadup_graph_strand_route (&strand, nodes, 3, FALSE);
  for (guint i = 0; i <= 20; i++)
    {
      LeadupPoint p = leadup_graph_strand_get_point (&strand, i / 20.0);

      g_assert_cmpfloat (hypot (p.x - 150.0, p.y - 2.0), >, 14.0);
    }
}

static void
test_width_grows_by_the_root_and_few_events_are_thin (void)
{
  LeadupGraphStrand one = { .summary = { .n = 1 } };
  LeadupGraphStrand two = { .summary = { .n = 2 } };
  LeadupGraphStrand four = { .summary = { .n = 4 } };
  LeadupGraphStrand sixteen = { .summary = { .n = 16 } };

  g_assert_cmpfloat (leadup_graph_strand_get_width (&one), ==,
                     leadup_graph_strand_get_width (&two));
  g_assert_cmpfloat (leadup_graph_strand_get_width (&two), <,
                     leadup_graph_strand_get_width (&four));
  g_assert_cmpfloat_with_epsilon (leadup_graph_strand_get_width (&sixteen),
                                  2.0 * leadup_graph_strand_get_width (&four), 1e-9);
}

static void
test_texts_say_what_there_is (void)
{
  LeadupTieSummary summary = { .n = 9, .state = LEADUP_TIE_STATE_HOSTILE };
  g_autofree char *tie = NULL;
  g_autofree char *undated = NULL;
  g_autofree char *actor =
      leadup_graph_describe_actor ("Country A", LEADUP_ACTOR_KIND_STATE, 14, 31);

  summary.last = leadup_calendar_date_instant (2025, 6, 19);
  tie = leadup_graph_describe_tie ("Country A", "Country B", &summary);
  g_assert_cmpstr (tie, ==, "Country A → Country B: hostile, 9 events, last 19 Jun 2025");
  summary.last = LEADUP_INSTANT_MIN;
  undated = leadup_graph_describe_tie ("Country A", "Country B", &summary);
  g_assert_cmpstr (undated, ==, "Country A → Country B: hostile, 9 events");
  g_assert_cmpstr (actor, ==, "Country A, state, 14 ties, 31 events");
  g_assert_cmpstr (leadup_graph_describe_state (LEADUP_TIE_STATE_SILENT), ==, "silent");
  g_assert_cmpstr (leadup_graph_node_name_kind (LEADUP_ACTOR_KIND_MEDIA), ==, "media outlet");
}

static void
test_labels_do_not_overlap (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      LeadupGraphLabel labels[60];
      LeadupRect area = { 0, 0, 900, 700 };
      LeadupPcg random;

      leadup_pcg_init (&random, seed, 0);
      for (guint i = 0; i < 60; i++)
        labels[i] = (LeadupGraphLabel) {
          .centre = { 900.0 * leadup_pcg_next_unit (&random),
                      700.0 * leadup_pcg_next_unit (&random) },
          .radius = 8.0,
          .width = 40.0 + 60.0 * leadup_pcg_next_unit (&random),
          .height = 15.0,
          .priority = i,
        };
      leadup_graph_labels_place (labels, 60, NULL, 0, &area, TRUE);
      for (guint i = 0; i < 60; i++)
        for (guint k = 0; k < i; k++)
          g_assert_false (labels[i].rect.width > 0.0 && labels[k].rect.width > 0.0 &&
                          leadup_rect_intersects (&labels[i].rect, &labels[k].rect));
      g_assert_cmpfloat (labels[59].rect.width, >, 0.0);
    }
}

/* Symbols without names on all sides: a name that would be left out among named ones is there. */
static void
test_nameless_symbols_take_no_name_away (void)
{
  for (guint named = 0; named < 2; named++)
    {
      LeadupGraphLabel labels[25];
      LeadupRect area = { 0, 0, 400, 400 };

      for (guint i = 0; i < 25; i++)
        labels[i] = (LeadupGraphLabel) { .centre = { 200.0 + 20.0 * (i % 5 - 2.0),
                                                     200.0 + 20.0 * (double) (i / 5) - 40.0 },
                                         .radius = 7.0,
                                         .width = named ? 80.0 : 0.0,
                                         .height = named ? 15.0 : 0.0 };
      labels[12].width = 80.0;
      labels[12].height = 15.0;
      labels[12].priority = 1;
      leadup_graph_labels_place (labels, 25, NULL, 0, &area, TRUE);
      g_assert_cmpint (labels[12].rect.width > 0.0, ==, !named);
    }
}

static void
test_hostility_makes_ties_longer (void)
{
  static const struct
  {
    double hostility, push, length;
  } cases[] = {
    { 0.0, 1.0, 0.75 },  { 0.5, 1.0, 1.2 },   { 1.0, 1.0, 1.75 }, { NAN, 1.0, 1.0 },
    { 1.0, 0.5, 1.375 }, { 0.0, 0.5, 0.875 }, { 1.0, 0.0, 1.0 },
  };
  GraphMap map;
  g_autofree LeadupGraphEdge *edges = NULL;
  guint n_edges;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (leadup_graph_map_get_length (cases[i].hostility, cases[i].push),
                                    cases[i].length, 1e-12);

  graph_map_init (&map, 12, "light", TRUE);
  edges = leadup_graph_map_get_edges (map.ties, 1.0, &n_edges);
  g_assert_cmpuint (n_edges, ==, leadup_ties_get_n (map.ties));
  for (guint i = 0; i < n_edges; i++)
    {
      g_assert_cmpfloat (edges[i].length, >=, 0.75);
      g_assert_cmpfloat (edges[i].length, <=, 1.75);
    }
  graph_map_clear (&map);
}

/* Placements for the first @n actors of the map, added to its snapshot. */
static void
place_actors (GraphMap *map,
              guint     n,
              gboolean  are_pinned)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupStory) story = NULL;

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < leadup_snapshot_get_n (map->snapshot, (LeadupRecordKind) kind); i++)
      g_ptr_array_add (
          records, g_object_ref (leadup_snapshot_get (map->snapshot, (LeadupRecordKind) kind, i)));
  for (guint i = 0; i < n; i++)
    {
      LeadupPlacementFields fields = { leadup_ties_get_actor (map->ties, i), map->positions[i].x,
                                       map->positions[i].y, are_pinned };

      g_ptr_array_add (records, leadup_placement_new (&fields));
    }
  story = leadup_story_new_from_records (records, NULL);
  leadup_snapshot_unref (map->snapshot);
  map->snapshot = leadup_story_snapshot (story);
}

static void
test_who_has_a_place_keeps_it (void)
{
  g_autofree LeadupPoint *kept = NULL;
  g_autofree LeadupPoint *tidied = NULL;
  GraphMap map;
  guint n;

  graph_map_init (&map, 40, "light", TRUE);
  n = leadup_ties_get_n_actors (map.ties);
  place_actors (&map, n - 6, FALSE);
  kept = leadup_graph_map_place (map.snapshot, map.ties, map.boxes, LEADUP_GRAPH_MAP_KEEP, 0.5,
                                 NULL, NULL);
  g_assert_cmpmem (kept, (n - 6) * sizeof *kept, map.positions, (n - 6) * sizeof *kept);
  g_assert_cmpuint (leadup_graph_overlap_count (n, map.boxes, kept), ==, 0);
  graph_map_clear (&map);

  graph_map_init (&map, 12, "light", TRUE);
  place_actors (&map, 4, TRUE);
  tidied = leadup_graph_map_place (map.snapshot, map.ties, map.boxes, LEADUP_GRAPH_MAP_TIDY, 0.5,
                                   NULL, NULL);
  g_assert_cmpmem (tidied, 4 * sizeof *tidied, map.positions, 4 * sizeof *tidied);
  graph_map_clear (&map);
}

/* With the installed fonts; with LEADUP_PICTURES=FOLDER also written there, to be looked at. */
static void
test_pictures_can_be_painted (void)
{
  static const struct
  {
    const char *name;
    const char *theme;
    guint n;
    double width, height;
    gboolean is_chart;
    LeadupGraphLines lines;
    LeadupGraphForm form;
  } pictures[] = {
    { "twelve-pairs", "light", 12, 1000, 0, TRUE, LEADUP_GRAPH_LINES_PAIR, 0 },
    { "twelve-events", "light", 12, 1000, 0, TRUE, LEADUP_GRAPH_LINES_EVENT, 0 },
    { "forty-events", "dark", 40, 1600, 0, TRUE, LEADUP_GRAPH_LINES_EVENT, 0 },
    { "twelve-matrix", "light", 12, 1000, 0, TRUE, 0, LEADUP_GRAPH_FORM_MATRIX },
    { "five", "light", 5, 800, 0, TRUE },
    { "twelve", "light", 12, 1000, 0, TRUE },
    { "twelve-narrow", "light", 12, 360, 0, TRUE },
    { "twelve-dark", "dark", 12, 1200, 675, TRUE },
    { "forty", "print", 40, 1280, 0, TRUE },
    { "forty-wide", "dark", 40, 1920, 1080, TRUE },
    { "forty-screen", "light", 40, 1280, 700, FALSE },
    { "forty-contrast", "high-contrast-dark", 40, 1280, 0, TRUE },
    { "three-hundred", "light", 300, 1920, 1080, FALSE },
  };
  const char *folder = g_getenv ("LEADUP_PICTURES");

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      LeadupGraphSceneOptions options = pictures[i].is_chart ? chart : screen;
      g_autofree char *path = g_strdup_printf ("%s/graph-%s.png", folder, pictures[i].name);
      g_autoptr (LeadupScene) scene = NULL;
      cairo_surface_t *surface;
      cairo_t *cr;
      GraphMap map;

      graph_map_init (&map, pictures[i].n, pictures[i].theme, FALSE);
      options.lines = pictures[i].lines;
      options.form = pictures[i].form;
      options.width = pictures[i].width;
      options.height = pictures[i].height;
      scene = graph_map_draw (&map, &options);
      g_assert_cmpfloat (leadup_scene_get_width (scene), ==, pictures[i].width);
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) options.width,
                                            (int) leadup_scene_get_height (scene));
      cr = cairo_create (surface);
      leadup_painter_paint (scene, cr, map.measure, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      if (folder != NULL)
        g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
      graph_map_clear (&map);
    }
}

/* Lines of the former half that have ended are there, and marked. */
static void
test_two_windows_are_compared_on_one_map (void)
{
  LeadupGraphSceneOptions options = screen;
  LeadupTieWindow before;
  g_autoptr (LeadupScene) scene = NULL;
  g_autofree char *text = NULL;
  LeadupInstant first = LEADUP_INSTANT_MAX, last = LEADUP_INSTANT_MIN;
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  for (guint i = 0; i < leadup_ties_get_n (map.ties); i++)
    {
      LeadupTieSummary summary;

      leadup_tie_summarize (leadup_ties_get (map.ties, i), LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                            &summary);
      first = MIN (first, summary.first);
      last = MAX (last, summary.last);
    }
  before = (LeadupTieWindow) { first, first + (last - first) / 2 };
  options.from = before.to;
  options.to = last + 1;
  options.before = &before;
  scene = graph_map_draw (&map, &options);
  text = leadup_scene_to_text (scene);
  g_assert_nonnull (strstr (text, "→ 0"));
  g_assert_nonnull (strstr (text, "+ 0 →"));
  graph_map_clear (&map);
}

static void
test_a_sieve_takes_actors_and_says_so (void)
{
  LeadupTieSieveFields fields = { .top = 5 };
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  LeadupGraphSceneOptions options = screen;
  g_autoptr (LeadupScene) few = NULL;
  g_autoptr (LeadupScene) nobody = NULL;
  g_autofree char *counts = leadup_graph_describe_counts (5, 40, 0);
  g_autofree char *all = leadup_graph_describe_counts (40, 40, 1);
  g_autofree char *busy = leadup_graph_describe_counts (5, 40, 3);
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  options.sieve = sieve;
  few = graph_map_draw (&map, &options);
  g_assert_cmpuint (graph_map_count (few, LEADUP_SCENE_ACTOR), ==, 5);
  g_assert_cmpstr (counts, ==, "Showing 5 of 40 actors");
  g_assert_cmpstr (all, ==, "40 actors");
  g_assert_cmpstr (busy, ==, "Showing 5 of 40 actors, pairs with at least 3 events");

  /* Nothing happens in that window. */
  options.from = options.to - 1;
  options.outside = LEADUP_GRAPH_OUTSIDE_HIDE;
  nobody = graph_map_draw (&map, &options);
  g_assert_cmpuint (graph_map_count (nobody, LEADUP_SCENE_ACTOR), ==, 0);
  graph_map_clear (&map);
}

/* Of many actors those that a picture begins with stand as they would alone. */
static void
test_the_core_of_many_is_a_small_map (void)
{
  const LeadupTieSieveFields open = { 0 };
  LeadupTieSieveFields offer;
  g_autoptr (LeadupTieSieve) sieve = NULL;
  g_autoptr (LeadupTies) core = NULL;
  g_autofree LeadupPoint *sizes = NULL;
  g_autofree LeadupPoint *alone = NULL;
  g_autofree LeadupPoint *among = NULL;
  GraphMap map;

  graph_map_init (&map, 40, "light", TRUE);
  g_assert_false (leadup_tie_sieve_offer (&open, map.ties, &offer));
  graph_map_clear (&map);

  graph_map_init (&map, 200, "light", TRUE);
  g_assert_true (leadup_tie_sieve_offer (&open, map.ties, &offer));
  sieve = leadup_tie_sieve_new (&offer);
  core = leadup_tie_sieve_apply (sieve, map.ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  g_assert_cmpuint (leadup_ties_get_n_actors (core), <=, LEADUP_TIE_SIEVE_FEW);
  sizes = leadup_graph_map_sieve (map.ties, core, map.boxes);
  alone = leadup_graph_map_place (map.snapshot, core, sizes, LEADUP_GRAPH_MAP_FRESH,
                                  LEADUP_GRAPH_MAP_DEFAULT_PUSH, NULL, NULL);
  among = leadup_graph_map_sieve (map.ties, core, map.positions);
  for (guint i = 1; i < leadup_ties_get_n_actors (core); i++)
    {
      g_assert_cmpfloat_with_epsilon (among[i].x - among[0].x, alone[i].x - alone[0].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (among[i].y - among[0].y, alone[i].y - alone[0].y, 1e-6);
    }
  graph_map_clear (&map);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-scene/" name, test)
  add ("the-core-of-many-is-a-small-map", test_the_core_of_many_is_a_small_map);
  add ("nameless-symbols-take-no-name-away", test_nameless_symbols_take_no_name_away);
  add ("a-low-chart-is-for-its-map", test_a_low_chart_is_for_its_map);
  add ("a-chart-of-five-actors-is-as-it-was", test_a_chart_of_five_actors_is_as_it_was);
  add ("every-actor-is-there-and-can-be-picked", test_every_actor_is_there_and_can_be_picked);
  add ("every-form-shows-each-actor-once-and-each-tie", test_every_form_shows_each_actor_once_and_each_tie);
  add ("every-tie-tells-tone-and-count", test_every_tie_tells_tone_and_count);
  add ("a-chart-says-what-it-leaves-out", test_a_chart_says_what_it_leaves_out);
  add ("a-window-without-events-has-actors-but-no-ties",
       test_a_window_without_events_has_actors_but_no_ties);
  add ("certainty-chooses-the-line", test_certainty_chooses_the_line);
  add ("a-story-without-actors-has-a-picture", test_a_story_without_actors_has_a_picture);
  add ("the-camera-decides-where-actors-are", test_the_camera_decides_where_actors_are);
  add ("a-builder-fits-all-symbols-into-the-area", test_a_builder_fits_all_symbols_into_the_area);
  add ("symbols-and-lines-are-drawn-where-they-are", test_symbols_and_lines_are_drawn_where_they_are);
  add ("arrows-end-at-the-outline", test_arrows_end_at_the_outline);
  add ("lines-go-round-symbols-of-others", test_lines_go_round_symbols_of_others);
  add ("width-grows-by-the-root-and-few-events-are-thin",
       test_width_grows_by_the_root_and_few_events_are_thin);
  add ("texts-say-what-there-is", test_texts_say_what_there_is);
  add ("labels-do-not-overlap", test_labels_do_not_overlap);
  add ("hostility-makes-ties-longer", test_hostility_makes_ties_longer);
  add ("two-windows-are-compared-on-one-map", test_two_windows_are_compared_on_one_map);
  add ("a-sieve-takes-actors-and-says-so", test_a_sieve_takes_actors_and_says_so);
  add ("who-has-a-place-keeps-it", test_who_has_a_place_keeps_it);
  add ("pictures-can-be-painted", test_pictures_can_be_painted);
#undef add

  return g_test_run ();
}
