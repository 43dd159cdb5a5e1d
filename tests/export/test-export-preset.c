/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-export-options.h"
#include "export/leadup-export-preset.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-preset/every-preset-is-found-by-its-id",
                   test_every_preset_is_found_by_its_id);
  g_test_add_func ("/export-preset/a-preset-sets-the-size-alone",
                   test_a_preset_sets_the_size_alone);

  return g_test_run ();
}
