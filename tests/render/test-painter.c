/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-painter.h"
#include "render/leadup-raster.h"

#include <math.h>
#include <string.h>

#include "render/leadup-symbol-path.h"

#define SIZE 64

typedef struct
{
  cairo_surface_t *surface;
  const guint32 *pixels;
} Picture;

static Picture
paint_with (LeadupScene       *scene,
            LeadupTextMeasure *measure,
            const LeadupRect  *damage)
{
  Picture picture;
  cairo_t *cr;

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cr = cairo_create (picture.surface);
  leadup_painter_paint (scene, cr, measure, damage);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  g_assert_cmpint (cairo_image_surface_get_stride (picture.surface), ==, SIZE * 4);
  picture.pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (picture.surface);

  return picture;
}

static Picture
paint (LeadupScene      *scene,
       const LeadupRect *damage)
{
  return paint_with (scene, NULL, damage);
}

static guint32
pixel (const Picture *picture,
       int            x,
       int            y)
{
  return picture->pixels[y * SIZE + x] & 0xffffff;
}

static guint32
background (void)
{
  LeadupColour colour = leadup_theme_get (NULL)->background;

  return ((guint32) colour.red << 16) | ((guint32) colour.green << 8) | colour.blue;
}

static LeadupScene *
scene_with_rect (const LeadupRect  *rect,
                 const LeadupPaint *look)
{
  LeadupScene *scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);

  leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events", "x", NULL, NULL);
  leadup_scene_add_rect (scene, rect, 0, look);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);

  return scene;
}

static void
test_rect_is_filled_and_the_rest_is_background (void)
{
  LeadupRect rect = { 10, 10, 20, 20 };
  LeadupPaint look = { .fill = leadup_colour_rgb (0x336699) };
  g_autoptr (LeadupScene) scene = scene_with_rect (&rect, &look);
  Picture picture = paint (scene, NULL);

  g_assert_cmphex (pixel (&picture, 20, 20), ==, 0x336699);
  g_assert_cmphex (pixel (&picture, 40, 20), ==, background ());
  cairo_surface_destroy (picture.surface);
}

static void
test_only_the_damage_is_painted (void)
{
  LeadupRect rect = { 0, 0, SIZE, SIZE }, damage = { 0, 0, 30, SIZE };
  LeadupPaint look = { .fill = leadup_colour_rgb (0x336699) };
  g_autoptr (LeadupScene) scene = scene_with_rect (&rect, &look);
  Picture picture = paint (scene, &damage);

  g_assert_cmphex (pixel (&picture, 20, 20), ==, 0x336699);
  g_assert_cmphex (pixel (&picture, 40, 20), ==, 0);
  cairo_surface_destroy (picture.surface);
}

static void
test_fades_grow_towards_the_middle (void)
{
  LeadupRect rect = { 0, 0, SIZE, SIZE };
  LeadupPaint look = { .fill = leadup_colour_rgb (0), .fade_start = 32, .fade_end = 32 };
  g_autoptr (LeadupScene) scene = scene_with_rect (&rect, &look);
  Picture picture = paint (scene, NULL);

  for (int x = 1; x < 31; x++)
    {
      g_assert_cmpuint (pixel (&picture, x, 5), <=, pixel (&picture, x - 1, 5));
      g_assert_cmpuint (pixel (&picture, SIZE - 1 - x, 5), <=, pixel (&picture, SIZE - x, 5));
    }
  g_assert_cmpuint (pixel (&picture, 31, 5), <, 0x101010);
  cairo_surface_destroy (picture.surface);
}

static void
test_hatch_leaves_gaps (void)
{
  LeadupRect rect = { 0, 0, SIZE, SIZE };
  LeadupPaint look = { .fill = leadup_colour_rgb (0), .pattern = LEADUP_PATTERN_HATCH };
  g_autoptr (LeadupScene) scene = scene_with_rect (&rect, &look);
  Picture picture = paint (scene, NULL);
  guint n_blank = 0;

  for (int x = 0; x < SIZE; x++)
    n_blank += pixel (&picture, x, 32) == background ();
  g_assert_cmpuint (n_blank, >, SIZE / 4);
  g_assert_cmpuint (n_blank, <, SIZE * 9 / 10);
  cairo_surface_destroy (picture.surface);
}

static void
test_clips_cut_what_is_painted (void)
{
  LeadupRect rect = { 0, 0, SIZE, SIZE }, clip = { 0, 0, 30, SIZE };
  LeadupPaint look = { .fill = leadup_colour_rgb (0x336699) };
  g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);
  Picture picture;

  leadup_scene_push_clip (scene, &clip);
  leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events", "x", NULL, NULL);
  leadup_scene_add_rect (scene, &rect, 0, &look);
  leadup_scene_end (scene);
  leadup_scene_pop_clip (scene);
  leadup_scene_finish (scene);
  picture = paint (scene, NULL);

  g_assert_cmphex (pixel (&picture, 20, 20), ==, 0x336699);
  g_assert_cmphex (pixel (&picture, 40, 20), ==, background ());
  cairo_surface_destroy (picture.surface);
}

static Picture
paint_symbol (LeadupSymbol       symbol,
              LeadupVerification verification)
{
  LeadupRect rect = { 26, 26, 13, 13 };
  g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);

  leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events", "x", NULL, NULL);
  leadup_scene_add_symbol (scene, symbol, verification, &rect, leadup_colour_rgb (0x223388));
  leadup_scene_end (scene);
  leadup_scene_finish (scene);

  return paint (scene, NULL);
}

/* The mean difference of a channel over the mark’s box. */
static double
difference (const Picture *a,
            const Picture *b)
{
  double sum = 0;

  for (int y = 22; y < 43; y++)
    for (int x = 22; x < 43; x++)
      sum += fabs ((double) (pixel (a, x, y) >> 16) - (double) (pixel (b, x, y) >> 16));

  return sum / (21 * 21);
}

static void
test_every_verification_looks_different (void)
{
  for (guint symbol = 0; symbol < LEADUP_N_SYMBOLS; symbol++)
    {
      Picture pictures[LEADUP_N_VERIFICATIONS];

      for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
        pictures[i] = paint_symbol (symbol, i);
      for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpfloat (difference (&pictures[i], &pictures[j]), >, 2.5);
      for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
        cairo_surface_destroy (pictures[i].surface);
    }
}

static void
test_every_symbol_looks_different (void)
{
  Picture pictures[LEADUP_N_SYMBOLS];

  for (guint i = 0; i < LEADUP_N_SYMBOLS; i++)
    pictures[i] = paint_symbol (i, LEADUP_VERIFICATION_CORROBORATED);
  for (guint i = 0; i < LEADUP_N_SYMBOLS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (difference (&pictures[i], &pictures[j]), >, 1.5);
  for (guint i = 0; i < LEADUP_N_SYMBOLS; i++)
    cairo_surface_destroy (pictures[i].surface);
}

static void
test_marks_stay_near_their_box (void)
{
  LeadupRect rect = { 100, 100, 20, 20 };
  LeadupSymbolPath path;

  for (guint symbol = 0; symbol < LEADUP_N_SYMBOLS; symbol++)
    for (guint verification = 0; verification < LEADUP_N_VERIFICATIONS; verification++)
      {
        leadup_symbol_path_init (&path, symbol, verification, &rect);
        g_assert_cmpuint (path.n_parts, >, 0);
        for (guint i = 0; i < path.n_parts; i++)
          g_assert_cmpuint (path.parts[i].first_op + path.parts[i].n_ops, <=, path.n_ops);
        for (guint i = 0; i < path.n_ops; i++)
          if (leadup_path_op_get_n_points (&path.ops[i]) > 0)
            {
              g_assert_cmpfloat (fabs (path.ops[i].points[0].x - 110), <=, 12.5);
              g_assert_cmpfloat (fabs (path.ops[i].points[0].y - 110), <=, 12.5);
            }
      }
}

static void
test_text_stands_at_its_anchor (void)
{
  static const LeadupAnchor anchors[] = { LEADUP_ANCHOR_START, LEADUP_ANCHOR_MIDDLE,
                                          LEADUP_ANCHOR_END };
  int lefts[3];

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);
      Picture picture;
      int left = SIZE;

      leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "labels", "x", NULL, NULL);
      leadup_scene_add_text (scene, "mm", LEADUP_TEXT_LABEL, anchors[i], 32, 32, 20,
                             leadup_colour_rgb (0));
      leadup_scene_end (scene);
      leadup_scene_finish (scene);
      picture = paint (scene, NULL);
      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < left; x++)
          if (pixel (&picture, x, y) != background ())
            left = x;
      lefts[i] = left;
      cairo_surface_destroy (picture.surface);
    }
  g_assert_cmpint (lefts[0], >=, 31);
  g_assert_cmpint (lefts[1], <, lefts[0]);
  g_assert_cmpint (lefts[2], <, lefts[1]);
}

/* Over a ground that stays: the group itself, or a light around its line. */
static void
test_single_groups_are_painted_over_what_is_there (void)
{
  LeadupRect rect = { 10, 10, 20, 20 };
  LeadupPaint look = { .fill = leadup_colour_rgb (0x336699) };
  LeadupPaint line = { .stroke = leadup_colour_rgb (0x336699), .stroke_width = 2 };
  g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  Picture picture = { .surface = surface };
  cairo_t *cr = cairo_create (surface);
  LeadupRaster raster = { 0 };
  const guint8 *bytes;

  leadup_scene_begin (scene, LEADUP_SCENE_ACTOR, "actors", "x", NULL, NULL);
  leadup_scene_add_rect (scene, &rect, 0, &look);
  leadup_scene_end (scene);
  leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "x y", NULL, NULL);
  leadup_scene_add_line (scene, 0, 50, SIZE, 50, &line);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);

  g_hash_table_add (ids, (gpointer) "x");
  leadup_painter_paint_groups (scene, cr, measure, ids);
  g_hash_table_remove_all (ids);
  g_hash_table_add (ids, (gpointer) "x y");
  leadup_painter_paint_halos (scene, cr, ids, leadup_colour_rgb (0x112233));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  picture.pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixel (&picture, 20, 20), ==, 0x336699);
  g_assert_cmphex (pixel (&picture, 40, 20), ==, 0);
  g_assert_cmphex (pixel (&picture, 32, 50), ==, 0x112233);
  g_assert_cmphex (pixel (&picture, 32, 53), ==, 0x112233);
  g_assert_cmphex (pixel (&picture, 32, 60), ==, 0);
  cairo_surface_destroy (surface);

  g_assert_true (leadup_raster_paint_groups (scene, 2, measure, ids, NULL, &raster, NULL));
  g_assert_cmpint (raster.width, ==, 2 * SIZE);
  bytes = g_bytes_get_data (raster.bytes, NULL);
  /* Only the line, and nothing behind it. */
  g_assert_cmphex (*(const guint32 *) (gconstpointer) (bytes + 100 * raster.stride + 4 * 64), ==,
                   0xff336699);
  g_assert_cmphex (*(const guint32 *) (gconstpointer) (bytes + 40 * raster.stride + 4 * 40), ==, 0);
  leadup_raster_clear (&raster);
}

/* A shape of each kind that is painted without cairo, on whole pixels. */
static LeadupScene *
scene_with_plain_shapes (GRand *random)
{
  LeadupScene *scene = leadup_scene_new (leadup_theme_get (NULL), SIZE, SIZE);
  LeadupRect clip = { 4, 4, g_rand_int_range (random, 30, SIZE),
                      g_rand_int_range (random, 30, SIZE) };

  leadup_scene_push_clip (scene, &clip);
  leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events", "x", NULL, NULL);
  for (guint i = 0; i < 6; i++)
    {
      LeadupColour colour = leadup_colour_rgb (g_rand_int_range (random, 0, 0xffffff));
      double x = g_rand_int_range (random, -10, SIZE), y = g_rand_int_range (random, -10, SIZE);
      LeadupRect rect = { x, y, g_rand_int_range (random, 4, 60),
                          g_rand_int_range (random, 4, 30) };
      LeadupRect boxes[] = { { x, y, 4, 9 }, { x + 5, y + 3, 3, 6 } };
      LeadupPaint fill = { .fill = leadup_colour_with_alpha (colour, i % 2 == 0 ? 1 : 0.4) };
      LeadupPaint fades = { .fill = colour, .fade_start = 6, .fade_end = i * 4.0 };
      LeadupPaint line = { .stroke = colour, .stroke_width = 1 };
      LeadupPaint pill = { .fill = fill.fill, .stroke = colour, .stroke_width = 1 };
      LeadupRect mark = { x, y, 13, 13 };

      leadup_scene_add_rect (scene, &rect, 0, &fill);
      leadup_scene_add_rect (scene, &rect, 3, &fill);
      leadup_scene_add_rect (scene, &rect, 0, &fades);
      leadup_scene_add_rect (scene, &rect, 8, &pill);
      leadup_scene_add_line (scene, x + 0.5, y, x + 0.5, y + 20, &line);
      leadup_scene_add_line (scene, x, y + 0.5, x + 30, y + 0.5, &line);
      leadup_scene_add_boxes (scene, boxes, G_N_ELEMENTS (boxes), &fill);
      leadup_scene_add_symbol (scene, (LeadupSymbol) (i % LEADUP_N_SYMBOLS),
                               (LeadupVerification) (i % LEADUP_N_VERIFICATIONS), &mark, colour);
    }
  leadup_scene_end (scene);
  leadup_scene_pop_clip (scene);
  leadup_scene_finish (scene);

  return scene;
}

static int
channel_difference (guint32 a,
                    guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));

  return most;
}

/* What is painted straight into pixels looks as what cairo paints. */
static void
test_plain_shapes_look_the_same_without_cairo (void)
{
  const LeadupTheme *theme = leadup_theme_get (NULL);
  g_autoptr (LeadupTextMeasure) screen = leadup_text_measure_new (theme);
  g_autoptr (LeadupTextMeasure) exact = leadup_text_measure_new_exact (theme);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LeadupScene) scene = scene_with_plain_shapes (random);
      LeadupRect damage = { 10, 6, 40, 50 };
      Picture fast = paint_with (scene, screen, round % 2 == 0 ? NULL : &damage);
      Picture slow = paint_with (scene, exact, round % 2 == 0 ? NULL : &damage);

      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
          g_assert_cmpint (channel_difference (pixel (&fast, x, y), pixel (&slow, x, y)), <=, 40);
      cairo_surface_destroy (fast.surface);
      cairo_surface_destroy (slow.surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/a-rect-is-filled-and-the-rest-is-background",
                   test_rect_is_filled_and_the_rest_is_background);
  g_test_add_func ("/painter/only-the-damage-is-painted", test_only_the_damage_is_painted);
  g_test_add_func ("/painter/fades-grow-towards-the-middle", test_fades_grow_towards_the_middle);
  g_test_add_func ("/painter/a-hatch-leaves-gaps", test_hatch_leaves_gaps);
  g_test_add_func ("/painter/clips-cut-what-is-painted", test_clips_cut_what_is_painted);
  g_test_add_func ("/painter/plain-shapes-look-the-same-without-cairo",
                   test_plain_shapes_look_the_same_without_cairo);
  g_test_add_func ("/painter/text-stands-at-its-anchor", test_text_stands_at_its_anchor);
  g_test_add_func ("/painter/single-groups-are-painted-over-what-is-there",
                   test_single_groups_are_painted_over_what_is_there);
  g_test_add_func ("/symbol/every-verification-looks-different",
                   test_every_verification_looks_different);
  g_test_add_func ("/symbol/every-symbol-looks-different", test_every_symbol_looks_different);
  g_test_add_func ("/symbol/marks-stay-near-their-box", test_marks_stay_near_their_box);

  return g_test_run ();
}
