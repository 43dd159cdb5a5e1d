/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart.h"
#include "export/leadup-svg-writer.h"
#include "model/leadup-story.h"
#include "render/leadup-raster.h"
#include "storage/leadup-story-reader.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

/* The SVG of a chart as librsvg draws it, held against the picture of the same chart. */

/* Least structural similarity (Wang et al. 2004) of two pictures, and pixels by which the ends of a
 * text may lie apart. */
#define LEAST_SIMILARITY 0.98
#define TEXT_TOLERANCE 2

/* Side of the windows that are compared. */
#define WINDOW 8

/* Rows of the page on which texts stand alone. */
#define SPECIMEN_ROW 44
#define SPECIMEN_MARGIN 24
#define SPECIMEN_WIDTH 1600
#define MAX_SPECIMENS 60

typedef struct
{
  const char *view;
  const char *theme;
  double width;
  double height;
} Case;

static const Case cases[] = {
  { "timeline", "light", 1200, 0 },    { "timeline", "dark", 1200, 675 },
  { "timeline", "print", 1920, 1080 }, { "timeline", "high-contrast", 1080, 1080 },
  { "timeline", "light", 640, 450 },   { "timeline", "dark", 1080, 1920 },
  { "graph", "light", 1200, 0 },       { "graph", "dark", 1200, 675 },
  { "graph", "print", 1920, 1080 },    { "graph", "high-contrast-dark", 1080, 1350 },
  { "graph", "light", 640, 450 },      { "timeline", "light", 600, 0 },
};

static LeadupSnapshot *
read_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.leadup", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (LeadupStoryContents) contents = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (GError) error = NULL;

  contents = leadup_story_reader_read (bytes, G_MAXINT64 / 4, NULL, &error);
  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);

  return leadup_story_snapshot (story);
}

typedef struct
{
  const guint8 *next;
  gsize left;
} Source;

static cairo_status_t
read_source (void          *closure,
             unsigned char *data,
             unsigned int   length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->next, length);
  source->next += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (nullable): what librsvg draws; NULL where it is not installed */
static cairo_surface_t *
draw_svg (GBytes *svg)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  Source source;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, "rsvg-convert", "--unlimited", NULL);
  if (g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    return NULL;
  g_assert_no_error (error);
  g_subprocess_communicate (process, svg, NULL, &png, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  source.next = g_bytes_get_data (png, &source.left);
  surface = cairo_image_surface_create_from_png_stream (read_source, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

/* How light a pixel is, 0 … 255. */
static double
get_luma (const guint8 *row,
          int           x)
{
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return (77 * ((pixel >> 16) & 0xff) + 151 * ((pixel >> 8) & 0xff) + 28 * (pixel & 0xff)) / 256.0;
}

static double
compare_window (const guint8 *a,
                gsize         a_stride,
                const guint8 *b,
                gsize         b_stride,
                int           x)
{
  const double c1 = 6.5025, c2 = 58.5225; /* (0.01 × 255)², (0.03 × 255)² */
  const double n = WINDOW * WINDOW;
  double sum_a = 0, sum_b = 0, squares_a = 0, squares_b = 0, products = 0;
  double mean_a, mean_b, variance_a, variance_b, covariance;

  for (int i = 0; i < WINDOW; i++, a += a_stride, b += b_stride)
    for (int j = 0; j < WINDOW; j++)
      {
        double p = get_luma (a, x + j);
        double q = get_luma (b, x + j);

        sum_a += p;
        sum_b += q;
        squares_a += p * p;
        squares_b += q * q;
        products += p * q;
      }

  mean_a = sum_a / n;
  mean_b = sum_b / n;
  variance_a = squares_a / n - mean_a * mean_a;
  variance_b = squares_b / n - mean_b * mean_b;
  covariance = products / n - mean_a * mean_b;

  return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) /
         ((mean_a * mean_a + mean_b * mean_b + c1) * (variance_a + variance_b + c2));
}

static double
compare_pictures (const LeadupRaster *raster,
                  cairo_surface_t    *surface)
{
  const guint8 *a = g_bytes_get_data (raster->bytes, NULL);
  const guint8 *b = cairo_image_surface_get_data (surface);
  gsize b_stride = (gsize) cairo_image_surface_get_stride (surface);
  double sum = 0;
  guint n = 0;

  g_assert_cmpint (raster->width, ==, cairo_image_surface_get_width (surface));
  g_assert_cmpint (raster->height, ==, cairo_image_surface_get_height (surface));
  for (int y = 0; y + WINDOW <= raster->height; y += WINDOW)
    for (int x = 0; x + WINDOW <= raster->width; x += WINDOW, n++)
      sum += compare_window (a + (gsize) y * raster->stride, raster->stride,
                             b + (gsize) y * b_stride, b_stride, x);

  return sum / n;
}

static LeadupChart *
make_chart (const Case *chart)
{
  g_autoptr (LeadupSnapshot) snapshot = read_sample ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  LeadupChart *made;

  g_assert_true (leadup_picture_from_string (chart->view, &options.picture));
  options.theme = chart->theme;
  options.width = chart->width;
  options.height = chart->height;
  made = leadup_chart_new (snapshot, &options, NULL, &error);
  g_assert_no_error (error);

  return made;
}

static void
test_the_svg_looks_like_the_picture (gconstpointer data)
{
  g_autoptr (LeadupChart) chart = make_chart (data);
  g_autoptr (GBytes) svg =
      leadup_svg_writer_write (chart->scene, chart->zoom, chart->title, chart->alt);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *drawn = draw_svg (svg);
  LeadupRaster raster;
  double similarity;

  if (drawn == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }

  g_assert_true (leadup_raster_paint (chart->scene, 1, chart->measure, &raster, &error));
  g_assert_no_error (error);
  similarity = compare_pictures (&raster, drawn);
  g_test_message ("structural similarity %.4f", similarity);
  g_assert_cmpfloat (similarity, >=, LEAST_SIMILARITY);
  leadup_raster_clear (&raster);
  cairo_surface_destroy (drawn);
}

/* Every text of the chart alone in a row of a page. Returns: how many. */
static guint
add_specimens (LeadupScene       *page,
               const LeadupScene *scene)
{
  guint n = 0;

  leadup_scene_begin (page, LEADUP_SCENE_DECORATION, "texts", NULL, NULL, NULL);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items && n < MAX_SPECIMENS; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape != LEADUP_SHAPE_TEXT || *item->text == '\0')
            continue;
          leadup_scene_add_text (page, item->text, item->role, LEADUP_ANCHOR_START, SPECIMEN_MARGIN,
                                 n * SPECIMEN_ROW + 30, item->rect.width,
                                 leadup_scene_get_theme (scene)->text);
          n++;
        }
    }
  leadup_scene_end (page);

  return n;
}

/* The first and the last column of a row that are not as the ground is. */
static void
find_ink (const guint8 *pixels,
          gsize         stride,
          guint         row,
          int          *left,
          int          *right)
{
  *left = SPECIMEN_WIDTH;
  *right = -1;
  for (guint y = row * SPECIMEN_ROW; y < (row + 1) * SPECIMEN_ROW; y++)
    {
      const guint8 *line = pixels + (gsize) y * stride;
      double ground = get_luma (line, 0);

      for (int x = 0; x < SPECIMEN_WIDTH; x++)
        if (fabs (get_luma (line, x) - ground) > 24)
          {
            *left = MIN (*left, x);
            *right = MAX (*right, x);
          }
    }
}

static void
test_texts_are_as_wide_in_the_svg (gconstpointer data)
{
  g_autoptr (LeadupChart) chart = make_chart (data);
  g_autoptr (LeadupScene) page = leadup_scene_new (leadup_scene_get_theme (chart->scene),
                                                   SPECIMEN_WIDTH, MAX_SPECIMENS * SPECIMEN_ROW);
  guint n = add_specimens (page, chart->scene);
  g_autoptr (GBytes) svg = NULL;
  cairo_surface_t *drawn;
  LeadupRaster raster;

  leadup_scene_finish (page);
  svg = leadup_svg_writer_write (page, 1, NULL, NULL);
  drawn = draw_svg (svg);
  if (drawn == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }

  g_assert_true (leadup_raster_paint (page, 1, chart->measure, &raster, NULL));
  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    {
      int left[2], right[2];

      find_ink (g_bytes_get_data (raster.bytes, NULL), raster.stride, i, &left[0], &right[0]);
      find_ink (cairo_image_surface_get_data (drawn),
                (gsize) cairo_image_surface_get_stride (drawn), i, &left[1], &right[1]);
      g_assert_cmpint (ABS (left[0] - left[1]), <=, TEXT_TOLERANCE);
      g_assert_cmpint (ABS (right[0] - right[1]), <=, TEXT_TOLERANCE);
    }
  leadup_raster_clear (&raster);
  cairo_surface_destroy (drawn);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *chart = &cases[i];
      g_autofree char *looks =
          g_strdup_printf ("/svg-picture/%s-%s-%.0fx%.0f/looks-like-the-picture", chart->view,
                           chart->theme, chart->width, chart->height);
      g_autofree char *texts =
          g_strdup_printf ("/svg-picture/%s-%s-%.0fx%.0f/texts-are-as-wide", chart->view,
                           chart->theme, chart->width, chart->height);

      g_test_add_data_func (looks, chart, test_the_svg_looks_like_the_picture);
      g_test_add_data_func (texts, chart, test_texts_are_as_wide_in_the_svg);
    }

  return g_test_run ();
}
