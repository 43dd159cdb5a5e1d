/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "render/leadup-overview-scene.h"
#include "render/leadup-raster.h"
#include "render/leadup-stroke.h"
#include "sample-story.h"

#include <string.h>

static LeadupScene *
compose_overview (guint  n_events,
                  double width)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_written (n_events);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  LeadupOverviewSceneOptions options = { .width = width, .height = 60 };

  g_assert_true (leadup_timeline_index_get_range (index, &options.from, &options.to));

  return leadup_overview_scene_new (index, index, &options, theme, measure);
}

/* How many bars stand in the scene, and how far right the last one reaches. */
static guint
count_bars (LeadupScene *scene,
            double      *right)
{
  guint n = 0;

  *right = 0;
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape != LEADUP_SHAPE_RECT)
            continue;
          n++;
          *right = MAX (*right, item->rect.x + item->rect.width);
        }
    }

  return n;
}

static void
test_every_event_has_a_bar_within_the_plot (void)
{
  static const guint sizes[] = { 1, 5, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LeadupScene) scene = compose_overview (sizes[i], 600);
      const LeadupRect *plot = leadup_scene_get_plot (scene);
      double right;

      /* Once for all and once for the shown ones. */
      g_assert_cmpuint (count_bars (scene, &right), >=, 2);
      g_assert_cmpfloat (right, <=, plot->x + plot->width + 0.01);
      g_assert_cmpfloat (plot->x + plot->width, <=, 600);
    }
}

static void
test_a_narrow_strip_says_only_where_it_begins (void)
{
  g_autoptr (LeadupScene) narrow = compose_overview (12, 120);
  g_autoptr (LeadupScene) wide = compose_overview (12, 800);
  g_autofree char *narrow_text = leadup_scene_to_text (narrow);
  g_autofree char *wide_text = leadup_scene_to_text (wide);

  g_assert_cmpuint (strlen (narrow_text), <, strlen (wide_text));
}

static void
test_dashes_follow_the_width_of_the_stroke (void)
{
  static const struct
  {
    LeadupDash dash;
    double width;
    gboolean is_broken;
    double on;
  } cases[] = {
    { LEADUP_DASH_SOLID, 2, FALSE, 0 },
    { LEADUP_DASH_DASHED, 2, TRUE, 8 },
    { LEADUP_DASH_DOTTED, 2, TRUE, 2 },
    { LEADUP_DASH_DOTTED, 3, TRUE, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double on;
      double off;

      g_assert_cmpint (leadup_dash_get_lengths (cases[i].dash, cases[i].width, &on, &off), ==,
                       cases[i].is_broken);
      g_assert_cmpfloat (on, ==, cases[i].on);
      g_assert_true ((off > 0) == cases[i].is_broken);
    }
}

static void
test_a_raster_has_the_size_of_scene_and_scale (void)
{
  g_autoptr (LeadupScene) scene = compose_overview (5, 300);
  LeadupRaster raster;
  g_autoptr (GError) error = NULL;
  const guint32 *pixels;

  g_assert_true (leadup_raster_paint (scene, 2, NULL, &raster, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raster.width, ==, 600);
  g_assert_cmpint (raster.height, ==, 120);
  g_assert_cmpuint (g_bytes_get_size (raster.bytes), ==, raster.stride * 120);

  /* The ground is opaque: no pixel is left unpainted. */
  pixels = g_bytes_get_data (raster.bytes, NULL);
  g_assert_cmphex (pixels[0] >> 24, ==, 0xff);
  leadup_raster_clear (&raster);
  g_assert_null (raster.bytes);
}

/* What nobody looks at any more is painted anew; what somebody does is not. */
static void
test_the_memory_of_rasters_is_used_again (void)
{
  g_autoptr (LeadupScene) scene = compose_overview (5, 300);
  LeadupRasterPool *pool = leadup_raster_pool_new ();
  LeadupRaster kept = { NULL };
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 60);
  const void *first = NULL;
  gboolean is_found = FALSE;

  g_assert_true (leadup_raster_paint_pooled (scene, 1, NULL, pool, &kept, NULL));
  first = g_bytes_get_data (kept.bytes, NULL);
  for (guint i = 0; i < 12; i++)
    {
      LeadupRaster raster = { NULL };

      g_assert_true (leadup_raster_paint_pooled (scene, 1, NULL, pool, &raster, NULL));
      if (i < 6)
        g_assert_true (g_bytes_get_data (raster.bytes, NULL) != first);
      else
        is_found = is_found || g_bytes_get_data (raster.bytes, NULL) == first;
      leadup_raster_clear (&raster);
      if (i == 5)
        {
          leadup_raster_show (&kept, cairo_create (shown), 1);
          cairo_surface_flush (shown);
          g_assert_cmpmem (cairo_image_surface_get_data (shown), kept.stride * 60,
                           g_bytes_get_data (kept.bytes, NULL), kept.stride * 60);
          leadup_raster_clear (&kept);
        }
    }
  g_assert_true (is_found);
  cairo_surface_destroy (shown);
  leadup_raster_pool_free (pool);
}

static gboolean
is_used_again (LeadupRasterPool *pool,
               LeadupScene      *scene,
               const void       *memory)
{
  gboolean is_used = FALSE;

  for (guint i = 0; i < 8; i++)
    {
      LeadupRaster raster = { NULL };

      g_assert_true (leadup_raster_paint_pooled (scene, 1, NULL, pool, &raster, NULL));
      is_used = is_used || g_bytes_get_data (raster.bytes, NULL) == memory;
      leadup_raster_clear (&raster);
    }

  return is_used;
}

static void
test_what_is_recorded_keeps_its_memory_to_itself (void)
{
  g_autoptr (LeadupScene) scene = compose_overview (5, 300);
  g_autoptr (LeadupScene) other = compose_overview (50, 300);
  LeadupRasterPool *pool = leadup_raster_pool_new ();
  LeadupRaster raster = { NULL };
  cairo_surface_t *recorded = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 60);
  g_autoptr (GBytes) before = NULL;
  const void *memory;
  cairo_t *cr;

  g_assert_true (leadup_raster_paint_pooled (scene, 1, NULL, pool, &raster, NULL));
  memory = g_bytes_get_data (raster.bytes, NULL);
  before = g_bytes_new (memory, raster.stride * 60);
  leadup_raster_show (&raster, cairo_create (recorded), 1);
  leadup_raster_clear (&raster);
  g_assert_false (is_used_again (pool, other, memory));

  cr = cairo_create (shown);
  cairo_set_source_surface (cr, recorded, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (shown);
  g_assert_cmpmem (cairo_image_surface_get_data (shown), g_bytes_get_size (before),
                   g_bytes_get_data (before, NULL), g_bytes_get_size (before));

  cairo_surface_destroy (recorded);
  g_assert_true (is_used_again (pool, other, memory));
  cairo_surface_destroy (shown);
  leadup_raster_pool_free (pool);
}

static void
test_a_raster_too_large_is_refused (void)
{
  g_autoptr (LeadupScene) scene = compose_overview (5, 9000);
  LeadupRaster raster = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (leadup_raster_paint (scene, 4, NULL, &raster, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  g_assert_null (raster.bytes);
}

static void
draw_square (cairo_t *cr,
             gpointer user_data)
{
  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_rectangle (cr, 1, 1, 1, 1);
  cairo_fill (cr);
  (*(guint *) user_data)++;
}

static void
test_anything_becomes_a_picture (void)
{
  LeadupRaster raster = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_drawn = 0;

  g_assert_true (leadup_raster_draw (6, 4, 2, draw_square, &n_drawn, &raster, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_drawn, ==, 1);
  g_assert_cmpint (raster.width, ==, 6);
  g_assert_cmpint (raster.height, ==, 4);
  for (int y = 0; y < 4; y++)
    for (int x = 0; x < 6; x++)
      {
        const guint32 *row = (const guint32 *) (gpointer) (
            (const char *) g_bytes_get_data (raster.bytes, NULL) + y * raster.stride);

        g_assert_cmphex (row[x], ==, x / 2 == 1 && y / 2 == 1 ? 0xff00ff00 : 0);
      }
  leadup_raster_clear (&raster);

  g_assert_false (leadup_raster_draw (100000, 4, 1, draw_square, &n_drawn, &raster, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  g_assert_cmpuint (n_drawn, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overview/every-event-has-a-bar-within-the-plot",
                   test_every_event_has_a_bar_within_the_plot);
  g_test_add_func ("/overview/a-narrow-strip-says-only-where-it-begins",
                   test_a_narrow_strip_says_only_where_it_begins);
  g_test_add_func ("/stroke/dashes-follow-the-width-of-the-stroke",
                   test_dashes_follow_the_width_of_the_stroke);
  g_test_add_func ("/raster/has-the-size-of-scene-and-scale",
                   test_a_raster_has_the_size_of_scene_and_scale);
  g_test_add_func ("/raster/the-memory-is-used-again", test_the_memory_of_rasters_is_used_again);
  g_test_add_func ("/raster/what-is-recorded-keeps-its-memory-to-itself",
                   test_what_is_recorded_keeps_its_memory_to_itself);
  g_test_add_func ("/raster/too-large-is-refused", test_a_raster_too_large_is_refused);
  g_test_add_func ("/raster/anything-becomes-a-picture", test_anything_becomes_a_picture);

  return g_test_run ();
}
