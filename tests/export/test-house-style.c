/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "export-story.h"
#include "export/leadup-file-name.h"
#include "export/leadup-path-data.h"

#include <string.h>

static LeadupHouseStyle *
read_style (const char *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return leadup_house_style_new (bytes, error);
}

static void
test_the_example_loads_and_is_used (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "house-style.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupHouseStyle) style = leadup_house_style_load (file, NULL, &error);
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *svg = NULL;
  guint n_presets;

  g_assert_no_error (error);
  g_assert_cmpstr (leadup_house_style_get_name (style), ==, "Harbour Post (example)");
  g_assert_nonnull (leadup_house_style_get_presets (style, &n_presets));
  g_assert_cmpuint (n_presets, ==, 2);
  g_assert_null (leadup_house_style_find_preset (style, "nothing"));
  g_assert_cmpfloat (leadup_house_style_get_logo_height (style), ==, 20);

  options.style = style;
  leadup_export_options_set_preset (&options, leadup_house_style_find_preset (style, "front-page"));
  svg = export_story_write ("svg", &options);
  g_assert_nonnull (strstr (svg, "width=\"1480\" height=\"833\""));
  g_assert_nonnull (strstr (svg, "fill=\"#fbf7f0\""));
  g_assert_nonnull (strstr (svg, "DejaVu Serif"));
  g_assert_nonnull (strstr (svg, "class=\"logo\""));
}

static void
test_the_logo_ends_where_it_shall (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupHouseStyle) style = read_style (
      "{\"format\":\"leadup-house-style\",\"logo\":{\"width\":10,\"height\":8,\"paths\":[{\"d\":"
      "\"M0 0h10v8z\"}]}}",
      &error);
  g_autoptr (LeadupHouseStyle) again = leadup_house_style_ref (style);
  g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_house_style_get_theme (again), 100, 100);
  const LeadupSceneGroup *group;

  g_assert_no_error (error);
  leadup_house_style_add_logo (style, scene, 90, 20);
  leadup_scene_finish (scene);
  group = leadup_scene_get_group (scene, 0);
  g_assert_cmpfloat (group->bounds.x, ==, 80);
  g_assert_cmpfloat (group->bounds.y, ==, 20);
  g_assert_cmpfloat (group->bounds.width, ==, 10);
}

static void
test_what_is_wrong_is_told (void)
{
#define HEAD "{\"format\":\"leadup-house-style\","
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "[]", "no house style" },
    { "{\"format\":\"leadup\"}", "no house style" },
    { HEAD "\"base\":\"mauve\"}", "“mauve”" },
    { HEAD "\"colours\":{\"txt\":\"#000000\"}}", "“txt”" },
    { HEAD "\"colours\":{\"text\":\"black\"}}", "#rrggbb" },
    { HEAD "\"colours\":{\"text\":\"#999999\"}}", "4.5:1" },
    { HEAD "\"colours\":{\"hostile\":\"#ffe0d0\"}}", "“hostile”" },
    { HEAD "\"colours\":{\"surface\":\"#1e1e22\"}}", "“surface”" },
    { HEAD "\"fonts\":{\"title\":{\"size\":900}}}", "“size”" },
    { HEAD "\"logo\":{\"width\":10}}", "“height”" },
    { HEAD "\"logo\":{\"width\":9,\"height\":9,\"paths\":[{\"d\":\"M0 0A1 1 0 0 0 1 1\"}]}}",
      "character 6" },
    { HEAD "\"sizes\":[{\"width\":100}]}", "“id”" },
    { HEAD "\"sizes\":[{\"id\":\"x\"}]}", "“width”" },
    { HEAD "\"sizes\":[7]}", "object" },
  };
#undef HEAD

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_style (cases[i].text, &error));
      g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].says);
    }
}

static void
test_path_data_is_read_as_drawing_programs_write_it (void)
{
  static const struct
  {
    const char *data;
    const char *ops; /* NULL = refused */
    double x;        /* of the last point */
    double y;
  } cases[] = {
    { "M0 0L4,5", "ML", 4, 5 },
    { "m1 1 2 2 3-3", "MLL", 6, 0 },
    { "M0 0h4v5H1V2z", "MLLLLZ", 1, 2 },
    { "M0 0C1 1 2 2 3 3S5 5 6 6", "MCC", 6, 6 },
    { "M0 0q1 1 2 0t2 0", "MQQ", 4, 0 },
    { "M.5.5 1e1 0", "ML", 10, 0 },
    { "", NULL, 0, 0 },
    { "L1 1", NULL, 0, 0 },
    { "M0", NULL, 0, 0 },
    { "M0 0A1 1 0 0 0 2 2", NULL, 0, 0 },
    { "M0 0L1e9 0", NULL, 0, 0 },
    { "M0 0 x", NULL, 0, 0 },
    { "M0 0z1 1", NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ops = leadup_path_data_parse (cases[i].data, &error);
      LeadupPoint last = { 0, 0 };

      if (cases[i].ops == NULL)
        {
          g_assert_null (ops);
          g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (ops->len, ==, strlen (cases[i].ops));
      for (guint j = 0; j < ops->len; j++)
        {
          const LeadupPathOp *op = &g_array_index (ops, LeadupPathOp, j);
          guint n = leadup_path_op_get_n_points (op);

          g_assert_cmpint (op->op, ==, cases[i].ops[j]);
          if (n > 0)
            last = op->points[n - 1];
        }
      g_assert_cmpfloat_with_epsilon (last.x, cases[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (last.y, cases[i].y, 1e-9);
    }
}

static void
test_file_names_are_filled_in (void)
{
  LeadupFileNameParts parts = { .title = "The <harbour> & the fleet",
                                .preset = "slide",
                                .theme = "dark",
                                .format = "png",
                                .picture = LEADUP_PICTURE_GRAPH,
                                .scale = 2,
                                .step = 3 };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = leadup_file_name_expand (
      "out/{slug}-{view}-{preset}-{theme}-{step}@{scale}x.{format}", &parts, &error);
  g_autofree char *dated = leadup_file_name_expand ("{date}", &parts, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "out/the-harbour-the-fleet-graph-slide-dark-03@2x.png");
  g_assert_cmpuint (strlen (dated), ==, 10);
  g_assert_true (leadup_file_name_is_pattern ("a{slug}"));
  g_assert_false (leadup_file_name_is_pattern ("a.png"));
  g_assert_null (leadup_file_name_expand ("{nothing}", &parts, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/house-style/the-example-loads-and-is-used",
                   test_the_example_loads_and_is_used);
  g_test_add_func ("/house-style/the-logo-ends-where-it-shall", test_the_logo_ends_where_it_shall);
  g_test_add_func ("/house-style/what-is-wrong-is-told", test_what_is_wrong_is_told);
  g_test_add_func ("/path-data/is-read-as-drawing-programs-write-it",
                   test_path_data_is_read_as_drawing_programs_write_it);
  g_test_add_func ("/file-name/is-filled-in", test_file_names_are_filled_in);

  return g_test_run ();
}
