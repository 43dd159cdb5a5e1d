/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-map.h"
#include "render/leadup-graph-periods.h"
#include "render/leadup-tides-scene.h"

#include <string.h>

#define FIRST LEADUP_INSTANT_MIN
#define LAST  LEADUP_INSTANT_MAX

static const LeadupChartTexts texts = { .title = "How it went", .source_line = "Harbour Post" };

/* The first pairs of a story over the same time. */
static guint
make_pairs (const GraphMap       *map,
            LeadupTidesScenePair *pairs,
            guint                 n)
{
  LeadupInstant from, to;

  n = MIN (n, leadup_ties_get_n (map->ties));
  leadup_ties_get_span (map->ties, &from, &to);
  for (guint i = 0; i < n; i++)
    {
      const LeadupTide *tide = leadup_tide_new (leadup_ties_get (map->ties, i), from, to + 1, 60);

      pairs[i] = (LeadupTidesScenePair) { tide, "Velden", "Ostmark" };
    }

  return n;
}

static void
free_pairs (LeadupTidesScenePair *pairs,
            guint                 n)
{
  for (guint i = 0; i < n; i++)
    leadup_tide_unref ((LeadupTide *) pairs[i].tide);
}

static guint
count_texts (const LeadupScene *scene,
             const char        *start)
{
  g_autofree char *text = leadup_scene_to_text (scene);
  guint n = 0;

  for (const char *at = text; (at = strstr (at, start)) != NULL; at++)
    n++;

  return n;
}

static void
test_tides_stay_within_their_picture (void)
{
  static const struct
  {
    double width;
    double height;
    guint n;
  } cases[] = { { 1200, 0, 6 },   { 600, 0, 1 },     { 1920, 1080, 6 }, { 1080, 1920, 3 },
                { 1200, 675, 4 }, { 360, 640, 2 },   { 640, 450, 6 },   { 1200, 0, 0 },
                { 600, 300, 0 },  { 1080, 1080, 5 } };
  GraphMap map = { NULL };

  graph_map_init (&map, 12, "light", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupTidesScenePair pairs[LEADUP_TIDES_SCENE_MAX_PAIRS];
      guint n = make_pairs (&map, pairs, cases[i].n);
      g_autoptr (LeadupScene) scene = leadup_tides_scene_new (
          pairs, n, &texts, cases[i].width, cases[i].height, map.theme, map.measure);
      double height = leadup_scene_get_height (scene);

      g_test_message ("%g × %g, %u pairs", cases[i].width, cases[i].height, n);
      if (cases[i].height > 0)
        g_assert_cmpfloat (height, ==, cases[i].height);
      for (guint k = 0; k < leadup_scene_get_n_groups (scene); k++)
        {
          const LeadupRect *bounds = &leadup_scene_get_group (scene, k)->bounds;

          g_assert_cmpfloat (bounds->y, >=, -1);
          g_assert_cmpfloat (bounds->y + bounds->height, <=, height + 1);
        }
      g_assert_cmpint (count_texts (scene, "No two actors") > 0, ==, n == 0);
      free_pairs (pairs, n);
    }
  graph_map_clear (&map);
}

/* The height of the first column in @colour. */
static double
find_column (const LeadupScene *scene,
             LeadupColour       colour)
{
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint k = 0; k < group->n_items; k++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + k);

          if (item->shape == LEADUP_SHAPE_RECT &&
              memcmp (&item->paint.fill, &colour, sizeof colour) == 0)
            return item->rect.height;
        }
    }

  return 0;
}

/* One pair alone and beside a busier one: its columns get lower, for all have one scale. */
static void
test_pairs_share_one_scale (void)
{
  LeadupTideAmounts few = { .n = 1, .deeds_down = 2 }, many = { .n = 5, .deeds_down = 20 };
  LeadupTideBin calm[] = { { 0, LEADUP_USEC_DAY, 1, few, { 0 } } };
  LeadupTideBin busy[] = { { 0, LEADUP_USEC_DAY, 5, many, { 0 } } };
  LeadupTide tides[] = { { .bins = calm, .n_bins = 1, .most = 2 },
                         { .bins = busy, .n_bins = 1, .most = 20 } };
  const LeadupTidesScenePair pairs[] = { { &tides[0], "A", "B" }, { &tides[1], "C", "D" } };
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  double heights[2] = { 0 };

  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr (LeadupScene) scene =
          leadup_tides_scene_new (pairs, n, &texts, 600, 0, theme, measure);

      heights[n - 1] = find_column (scene, theme->hostile);
      /* Nobody acted back: no empty row says so. */
      g_assert_cmpuint (count_texts (scene, "B → A"), ==, 0);
    }
  g_assert_cmpfloat (heights[1], >, 0);
  g_assert_cmpfloat_with_epsilon (heights[0] / heights[1], 10, 1e-6);
}

static void
test_periods_are_calendar_periods (void)
{
  static const struct
  {
    int days;
    LeadupUnit unit;
    guint n;
  } cases[] = { { 1, LEADUP_UNIT_DAY, 1 },      { 12, LEADUP_UNIT_DAY, 12 },
                { 60, LEADUP_UNIT_WEEK, 9 },    { 365, LEADUP_UNIT_MONTH, 12 },
                { 900, LEADUP_UNIT_QUARTER, 10 }, { 3650, LEADUP_UNIT_YEAR, 10 } };
  LeadupInstant from = leadup_calendar_date_instant (2025, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupInstant to = from + cases[i].days * LEADUP_USEC_DAY;
      LeadupUnit unit = leadup_graph_periods_choose_unit (from, to);

      g_assert_cmpint (unit, ==, cases[i].unit);
      g_assert_cmpuint (leadup_graph_periods_count (from, to, unit), ==, cases[i].n);
    }
  g_assert_cmpuint (
      leadup_graph_periods_count (from, from + 5000 * LEADUP_USEC_DAY, LEADUP_UNIT_DAY), ==,
      LEADUP_GRAPH_PERIODS_MAX + 1);
}

/* All maps of a sheet have each actor in the same place, whatever happens in a period. */
static void
test_nobody_moves_from_map_to_map (void)
{
  GraphMap map = { NULL };
  LeadupGraphSceneOptions options = {
    .width = 1200, .from = FIRST, .to = LAST, .is_chart = TRUE, .title = "Who against whom"
  };
  g_autoptr (LeadupScene) scene = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  LeadupInstant from, to;
  LeadupUnit unit;
  guint n_again = 0;

  graph_map_init (&map, 12, "light", TRUE);
  leadup_ties_get_span (map.ties, &from, &to);
  unit = leadup_graph_periods_choose_unit (from, to + 1);
  g_assert_cmpuint (leadup_graph_periods_count (from, to + 1, unit), >, 2);
  scene = leadup_graph_periods_scene_new (map.snapshot, map.ties, map.positions, &options, unit,
                                          NULL, map.theme, map.measure);
  /* Within a row of maps, the same actor is at the same height in each. */
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      const LeadupSceneItem *item;
      double *former, middle;

      if (group->kind != LEADUP_SCENE_ACTOR || group->n_items == 0 ||
          !g_str_equal (group->layer, "actors") || group->bounds.y > 250)
        continue;
      item = leadup_scene_get_item (scene, group->first_item);
      if (item->shape != LEADUP_SHAPE_PATH || item->path[1].op != 'C')
        continue;
      middle = item->path[0].points[0].y;
      former = g_hash_table_lookup (places, group->id);
      if (former == NULL)
        {
          g_hash_table_insert (places, (char *) group->id, g_memdup2 (&middle, sizeof middle));
          continue;
        }
      n_again++;
      g_assert_cmpfloat_with_epsilon (*former, middle, 0.6);
    }
  g_assert_cmpuint (n_again, >, 0);
  graph_map_clear (&map);
}

static void
test_who_does_nothing_is_not_named (void)
{
  LeadupGraphSceneOptions options = {
    .width = 360, .from = FIRST, .to = LAST, .is_chart = TRUE, .title = "Who against whom"
  };
  g_autoptr (LeadupScene) scene = NULL;
  GraphMap map;
  LeadupInstant from, to;
  guint n_named = 0;

  graph_map_init (&map, 12, "light", TRUE);
  leadup_ties_get_span (map.ties, &from, &to);
  scene = leadup_graph_periods_scene_new (map.snapshot, map.ties, map.positions, &options,
                                          leadup_graph_periods_choose_unit (from, to), NULL,
                                          map.theme, map.measure);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      gboolean has_text = FALSE;

      if (group->kind != LEADUP_SCENE_ACTOR || !g_str_equal (group->layer, "actors"))
        continue;
      for (guint k = 0; k < group->n_items; k++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + k);

          has_text |= item->shape == LEADUP_SHAPE_TEXT;
        }
      n_named += has_text;
      if (strstr (group->title, ", 0 ties") != NULL)
        g_assert_false (has_text);
    }
  g_assert_cmpuint (n_named, >, 0);
  graph_map_clear (&map);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tides-scene/tides-stay-within-their-picture",
                   test_tides_stay_within_their_picture);
  g_test_add_func ("/tides-scene/pairs-share-one-scale", test_pairs_share_one_scale);
  g_test_add_func ("/graph-periods/periods-are-calendar-periods",
                   test_periods_are_calendar_periods);
  g_test_add_func ("/graph-periods/who-does-nothing-is-not-named",
                   test_who_does_nothing_is_not_named);
  g_test_add_func ("/graph-periods/nobody-moves-from-map-to-map",
                   test_nobody_moves_from_map_to_map);

  return g_test_run ();
}
