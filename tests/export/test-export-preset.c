/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-story.h"
#include "export/leadup-export-preset.h"
#include "export/leadup-pages.h"

#include <string.h>

static void
test_every_preset_is_found_by_its_id (void)
{
  guint n;
  const LeadupExportPreset *presets = leadup_export_presets_get_all (&n);

  g_assert_cmpuint (n, >=, 8);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (leadup_export_presets_find (presets[i].id) == &presets[i]);
      g_assert_nonnull (leadup_export_preset_get_label (&presets[i]));
      g_assert_cmpfloat (presets[i].width, >=, 600);
      g_assert_cmpfloat (presets[i].scale, >=, 1);
      g_assert_cmpfloat (presets[i].scale, <=, 4);
    }
  g_assert_null (leadup_export_presets_find ("poster"));
}

static void
test_a_preset_sets_the_size_alone (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  options.title = "A title";
  leadup_export_options_set_preset (&options, leadup_export_presets_find ("link-card"));

  g_assert_cmpfloat (options.width, ==, 1200);
  g_assert_cmpfloat (options.height, ==, 675);
  g_assert_cmpfloat (options.scale, ==, 1);
  g_assert_cmpstr (options.title, ==, "A title");
  g_assert_cmpstr (options.theme, ==, "light");
}

/* Larger letters change nothing about the size of the picture. */
static void
test_every_preset_gives_exactly_its_pixels (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  guint n;
  const LeadupExportPreset *presets = leadup_export_presets_get_all (&n);

  for (guint i = 0; i < 2 * n; i++)
    {
      const LeadupExportPreset *preset = &presets[i / 2];
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (LeadupPages) pages = NULL;
      const guint8 *data;
      double width, height;

      leadup_export_options_set_preset (&options, preset);
      if (i % 2 == 1)
        options.zoom = 1.3;
      options.paper = LEADUP_PAPER_NONE;
      png = leadup_exporters_find ("png")->write (snapshot, &options, NULL, NULL);
      data = g_bytes_get_data (png, NULL);
      g_assert_cmpuint (GUINT32_FROM_BE (*(const guint32 *) (gconstpointer) (data + 16)), ==,
                        (guint32) (preset->width * preset->scale));
      if (preset->height > 0)
        g_assert_cmpuint (GUINT32_FROM_BE (*(const guint32 *) (gconstpointer) (data + 20)), ==,
                          (guint32) (preset->height * preset->scale));

      pages = leadup_pages_new (snapshot, &options, 0, 0, NULL, NULL);
      leadup_pages_get_size (pages, 0, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, preset->width * 0.75, 0.01);
      if (preset->height > 0)
        g_assert_cmpfloat_with_epsilon (height, preset->height * 0.75, 0.01);
    }
}

static void
test_zoom_makes_letters_larger (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  double units[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupChart) chart = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autofree char *text = NULL;

      options.zoom = 1 + i;
      chart = leadup_chart_new (snapshot, &options, NULL, NULL);
      units[i] = leadup_scene_get_width (chart->scene);
      svg = leadup_exporters_find ("svg")->write (snapshot, &options, NULL, NULL);
      text = g_strndup (g_bytes_get_data (svg, NULL), 200);
      g_assert_nonnull (strstr (text, " width=\"1200\""));
      g_assert_nonnull (strstr (text, i == 0 ? "viewBox=\"0 0 1200" : "viewBox=\"0 0 600"));
    }
  g_assert_cmpfloat (units[0], ==, 2 * units[1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-preset/every-preset-is-found-by-its-id",
                   test_every_preset_is_found_by_its_id);
  g_test_add_func ("/export-preset/a-preset-sets-the-size-alone",
                   test_a_preset_sets_the_size_alone);
  g_test_add_func ("/export-preset/every-preset-gives-exactly-its-pixels",
                   test_every_preset_gives_exactly_its_pixels);
  g_test_add_func ("/export-preset/zoom-makes-letters-larger", test_zoom_makes_letters_larger);

  return g_test_run ();
}
