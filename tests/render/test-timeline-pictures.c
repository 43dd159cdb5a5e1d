/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "render/leadup-painter.h"
#include "render/leadup-timeline-scene.h"
#include "sample-story.h"

/* Pictures with the installed fonts. With LEADUP_PICTURES=FOLDER they are also written there, to be
 * looked at. */

typedef struct
{
  const char *name;
  const char *theme;
  guint n_events;
  SampleScript script;
  LeadupLanesBy lanes_by;
  double width;
  double height;
  gboolean is_chart;
  double zoom; /* 1 = all */
} Picture;

static const Picture pictures[] = {
  { "one", "light", 1, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 900, 0, TRUE, 1 },
  { "none", "light", 0, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 900, 0, TRUE, 1 },
  { "twelve", "light", 12, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1200, 0, TRUE, 1 },
  { "twelve-narrow", "light", 12, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 360, 0, TRUE, 1 },
  { "story", "light", 36, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1200, 0, TRUE, 1 },
  { "story-dark", "dark", 36, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1200, 675, TRUE, 1 },
  { "story-actors", "print", 36, SAMPLE_LATIN, LEADUP_LANES_BY_ACTOR, 1600, 900, TRUE, 1 },
  { "story-contrast", "high-contrast-dark", 36, SAMPLE_LATIN, LEADUP_LANES_NONE, 1080, 1080, TRUE,
    1 },
  { "story-screen", "light", 36, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1280, 600, FALSE, 1 },
  { "story-screen-zoomed", "dark", 36, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1280, 600, FALSE,
    6 },
  { "story-screen-narrow", "light", 36, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 360, 600, FALSE,
    1 },
  { "arabic", "light", 40, SAMPLE_ARABIC, LEADUP_LANES_BY_CATEGORY, 1200, 0, TRUE, 1 },
  { "chinese", "dark", 40, SAMPLE_CHINESE, LEADUP_LANES_BY_CATEGORY, 1200, 0, TRUE, 1 },
  { "three-hundred", "light", 300, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1920, 1080, TRUE, 1 },
  { "three-hundred-screen", "light", 300, SAMPLE_LATIN, LEADUP_LANES_BY_ACTOR, 1280, 700, FALSE,
    1 },
  { "ten-thousand", "light", 10000, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1920, 1080, FALSE, 1 },
  { "ten-thousand-zoomed", "dark", 10000, SAMPLE_LATIN, LEADUP_LANES_BY_CATEGORY, 1920, 1080, FALSE,
    30 },
};

static const char *
get_title (const Picture *picture)
{
  if (picture->script == SAMPLE_ARABIC)
    return "كيف تحوّل خلاف على مضيق إلى حرب";
  if (picture->script == SAMPLE_CHINESE)
    return "海峡之争如何升级为一场无人愿意的战争";
  if (picture->width < 400 || picture->height == 675)
    return "How a quarrel over a strait became a war that neither side says it wanted, told in "
           "the order in which it happened and with all that is still in doubt marked as such";

  return "The strait of Oram: from closure to war";
}

static LeadupScene *
build (const Picture     *picture,
       const LeadupTheme *theme,
       LeadupTextMeasure *measure)
{
  gboolean is_written = picture->n_events <= 36;
  g_autoptr (LeadupSnapshot) snapshot =
      is_written ? sample_story_written (picture->n_events)
                 : sample_story_random (picture->n_events, 7, picture->script);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, picture->lanes_by, NULL);
  LeadupTimelineSceneOptions options = {
    .width = picture->width,
    .height = picture->height,
    .from = LEADUP_INSTANT_MIN,
    .to = LEADUP_INSTANT_MAX,
    .is_chart = picture->is_chart,
    .title = get_title (picture),
    .subtitle = "Strikes, policy and words between Karvia and Tessal, January to December 2025",
    .source_line = "Sources: Oram Gazette, Hallen Courier, ministry statements",
    .byline = "Leadup",
    .as_of = "15 November 2025",
    .now = leadup_calendar_date_instant (2025, 11, 16),
  };
  LeadupInstant from, to;

  if (picture->zoom > 1 && leadup_timeline_index_get_range (index, &from, &to))
    {
      gint64 half = (gint64) ((double) (to - from) / picture->zoom / 2);

      options.from = from + (to - from) / 2 - half;
      options.to = from + (to - from) / 2 + half;
    }

  return leadup_timeline_scene_new (index, &options, theme, measure);
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  const LeadupTheme *theme = leadup_theme_get (picture->theme);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (theme);
  g_autoptr (LeadupScene) scene = build (picture, theme, measure);
  const char *folder = g_getenv ("LEADUP_PICTURES");
  int width = (int) leadup_scene_get_width (scene);
  int height = (int) leadup_scene_get_height (scene);
  cairo_surface_t *surface;
  cairo_t *cr;
  const guint8 *pixels;
  const guint32 *first_row;
  guint n_rows = 0;
  int stride;

  g_assert_cmpint (height, >, 0);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  leadup_painter_paint (scene, cr, measure, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* Something is drawn, and the edge of a chart is blank. */
  stride = cairo_image_surface_get_stride (surface);
  pixels = cairo_image_surface_get_data (surface);
  first_row = (const guint32 *) (gconstpointer) pixels;
  for (int y = 1; y < height && n_rows == 0; y++)
    n_rows += memcmp (pixels, pixels + (gsize) y * (gsize) stride, (gsize) width * 4) != 0;
  g_assert_cmpuint (n_rows, >, 0);
  for (int x = 1; x < width && picture->is_chart; x++)
    g_assert_cmpuint (first_row[x], ==, first_row[0]);

  if (folder != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s.png", folder, picture->name);

      g_assert_cmpint (cairo_surface_write_to_png (surface, name), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_surface_destroy (surface);
}

/* A chart is published as it is: its frame says all that it has to say. */
static void
test_names_of_lanes_and_the_subtitle_are_told_whole (void)
{
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (theme);
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 600, 0 }, { 640, 450 }, { 720, 720 }, { 720, 900 }, { 1200, 675 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Picture picture = { .theme = "light", .n_events = 36, .lanes_by = LEADUP_LANES_BY_ACTOR,
                          .width = sizes[i].width, .height = sizes[i].height, .is_chart = TRUE };
      g_autoptr (LeadupScene) scene = build (&picture, theme, measure);
      g_autofree char *text = leadup_scene_to_text (scene);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      guint n_names = 0;

      for (guint k = 0; lines[k] != NULL; k++)
        {
          gboolean is_name = g_str_has_prefix (lines[k], "  text lane ");

          n_names += is_name;
          if ((is_name || g_str_has_prefix (lines[k], "  text subtitle ")) &&
              strstr (lines[k], "…") != NULL)
            g_error ("%.0f×%.0f: %s", sizes[i].width, sizes[i].height, lines[k]);
        }
      g_assert_cmpuint (n_names, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/timeline-pictures/%s-is-painted", pictures[i].name);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }

  g_test_add_func ("/timeline-pictures/names-of-lanes-and-the-subtitle-are-told-whole",
                   test_names_of_lanes_and_the_subtitle_are_told_whole);

  return g_test_run ();
}
