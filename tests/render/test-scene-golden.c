/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "render/leadup-timeline-scene.h"
#include "sample-story.h"

/* Scenes as texts, laid out with letters of fixed widths, so that no installed font matters. After
 * a wanted change run with LEADUP_UPDATE_GOLDEN=1, then read the difference. */

typedef struct
{
  const char *name;
  const char *theme;
  guint n_events;
  gboolean is_random;
  LeadupLanesBy lanes_by;
  double width;
  double height;
  gboolean is_chart;
  const char *from; /* EDTF day; NULL = all */
  const char *to;
  gboolean is_folded; /* of a story that is quiet for long */
} Golden;

static const Golden goldens[] = {
  { "one-event", "light", 1, FALSE, LEADUP_LANES_BY_CATEGORY, 600, 0, TRUE, NULL, NULL },
  { "story-by-category", "light", 36, FALSE, LEADUP_LANES_BY_CATEGORY, 1200, 0, TRUE, NULL, NULL },
  { "story-by-actor-dark", "dark", 36, FALSE, LEADUP_LANES_BY_ACTOR, 1200, 675, TRUE, NULL, NULL },
  { "story-narrow", "light", 12, FALSE, LEADUP_LANES_BY_CATEGORY, 360, 0, TRUE, NULL, NULL },
  { "zoom-year", "light", 120, TRUE, LEADUP_LANES_BY_CATEGORY, 900, 500, FALSE, "2023-01-01",
    "2024-01-01" },
  { "zoom-quarter", "light", 120, TRUE, LEADUP_LANES_BY_CATEGORY, 900, 500, FALSE, "2023-04-01",
    "2023-07-01" },
  { "zoom-month", "light", 120, TRUE, LEADUP_LANES_BY_CATEGORY, 900, 500, FALSE, "2023-06-01",
    "2023-07-01" },
  { "zoom-day", "light", 120, TRUE, LEADUP_LANES_BY_CATEGORY, 900, 500, FALSE, "2023-06-11",
    "2023-06-12" },
  { "folded", "light", 12, TRUE, LEADUP_LANES_BY_CATEGORY, 1000, 0, TRUE, NULL, NULL, TRUE },
  { "folded-zoom", "dark", 12, TRUE, LEADUP_LANES_BY_CATEGORY, 500, 400, FALSE, "2023-09-01",
    "2064-09-01", TRUE },
};

static LeadupInstant
instant_of (const char   *day,
            LeadupInstant otherwise)
{
  g_autoptr (LeadupWhen) when = NULL;

  if (day == NULL)
    return otherwise;
  when = leadup_when_new_from_edtf (day, NULL);

  return leadup_when_get_bounds (when)->start_earliest;
}

static char *
draw (const Golden *golden)
{
  const LeadupTheme *theme = leadup_theme_get (golden->theme);
  LeadupViewFields view = { .lanes_by = golden->lanes_by, .is_quiet_folded = golden->is_folded };
  g_autoptr (LeadupSnapshot) snapshot =
      golden->is_folded   ? sample_story_quiet (golden->n_events, 42)
      : golden->is_random ? sample_story_random (golden->n_events, 42, SAMPLE_LATIN)
                        : sample_story_written (golden->n_events);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new_for_view (snapshot, NULL, &view, NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  LeadupTimelineSceneOptions options = {
    .width = golden->width,
    .height = golden->height,
    .from = instant_of (golden->from, LEADUP_INSTANT_MIN),
    .to = instant_of (golden->to, LEADUP_INSTANT_MAX),
    .is_chart = golden->is_chart,
    .title = "The strait of Oram: from closure to war",
    .subtitle = "Strikes, policy and words between Karvia and Tessal",
    .source_line = "Sources: Oram Gazette, Hallen Courier",
    .byline = "Leadup",
    .as_of = "15 November 2025",
    .now = leadup_calendar_date_instant (2025, 11, 16),
  };
  g_autoptr (LeadupScene) scene = leadup_timeline_scene_new (index, &options, theme, measure);

  return leadup_scene_to_text (scene);
}

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *name = g_strconcat (golden->name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "render", "golden", name, NULL);
  g_autofree char *text = draw (golden);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("LEADUP_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (text, expected))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
      guint i = 0;

      while (lines[i] != NULL && g_strcmp0 (lines[i], expected_lines[i]) == 0)
        i++;
      g_test_message ("%s, line %u:\n- %s\n+ %s", path, i + 1,
                      expected_lines[i] != NULL ? expected_lines[i] : "(end)",
                      lines[i] != NULL ? lines[i] : "(end)");
      g_test_fail ();
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/scene-golden/%s-is-drawn-as-before", goldens[i].name);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }

  return g_test_run ();
}
