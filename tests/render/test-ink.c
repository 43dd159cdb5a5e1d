/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-ink.h"

#define SIZE 100

/* The colour of a pixel of a white picture of 100 × 100 on which the ink was painted. */
static guint32
paint (GPtrArray    *strokes,
       LeadupInkMark mark,
       LeadupPoint   point,
       int           x,
       int           y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  guint32 colour;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  leadup_ink_paint (cr, strokes, mark, point, SIZE, SIZE);
  cairo_surface_flush (surface);
  colour = ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                    + y * cairo_image_surface_get_stride (surface)))[x];
  cairo_surface_destroy (surface);

  return colour & 0xffffff;
}

static GPtrArray *
create_strokes (void)
{
  GPtrArray *strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *stroke = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));
  const LeadupPoint points[] = { { 0.1, 0.505 }, { 0.9, 0.505 } };

  g_array_append_vals (stroke, points, G_N_ELEMENTS (points));
  g_ptr_array_add (strokes, stroke);

  return strokes;
}

static gboolean
is_reddish (guint32 colour)
{
  return (colour >> 16) > 0x90 && (colour >> 8 & 0xff) < 0xb0;
}

static void
test_the_pen_leaves_a_line_and_nothing_else (void)
{
  g_autoptr (GPtrArray) strokes = create_strokes ();
  LeadupPoint nowhere = { 0, 0 };

  g_assert_true (is_reddish (paint (strokes, LEADUP_INK_NO_MARK, nowhere, 50, 50)));
  g_assert_cmphex (paint (strokes, LEADUP_INK_NO_MARK, nowhere, 50, 60), ==, 0xffffff);
}

static void
test_the_pointer_is_where_it_points (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new ();
  LeadupPoint point = { 0.255, 0.755 };

  g_assert_true (is_reddish (paint (strokes, LEADUP_INK_POINTER, point, 25, 75)));
  g_assert_cmphex (paint (strokes, LEADUP_INK_POINTER, point, 75, 25), ==, 0xffffff);
}

static void
test_the_light_darkens_all_but_its_circle (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new ();
  LeadupPoint point = { 0.5, 0.5 };

  g_assert_cmphex (paint (strokes, LEADUP_INK_SPOTLIGHT, point, 50, 50), ==, 0xffffff);
  g_assert_cmphex (paint (strokes, LEADUP_INK_SPOTLIGHT, point, 5, 5) & 0xff, <, 0x60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink/the-pen-leaves-a-line-and-nothing-else",
                   test_the_pen_leaves_a_line_and_nothing_else);
  g_test_add_func ("/ink/the-pointer-is-where-it-points", test_the_pointer_is_where_it_points);
  g_test_add_func ("/ink/the-light-darkens-all-but-its-circle",
                   test_the_light_darkens_all_but_its_circle);

  return g_test_run ();
}
