/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-ink.h"

/* Parts of the picture's height. */
#define PEN_WIDTH        0.006
#define HALO_WIDTH       0.010
#define POINTER_RADIUS   0.012
#define SPOTLIGHT_RADIUS 0.16

/* A red that is seen on light and dark grounds alike, with a white rim for the rest. */
#define INK_RED   0.84
#define INK_GREEN 0.07
#define INK_BLUE  0.26

#define HALO_ALPHA   0.75
#define SHADOW_ALPHA 0.72

static void
trace (cairo_t      *cr,
       const GArray *stroke,
       double        width,
       double        height)
{
  for (guint i = 0; i < stroke->len; i++)
    {
      LeadupPoint point = g_array_index (stroke, LeadupPoint, i);

      cairo_line_to (cr, point.x * width, point.y * height);
    }

  /* A dot is a line that goes nowhere. */
  if (stroke->len == 1)
    cairo_close_path (cr);
}

/* Lines of the pen, each with a rim that sets it off from any ground. */
static void
paint_strokes (cairo_t   *cr,
               GPtrArray *strokes,
               double     width,
               double     height)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < strokes->len; i++)
    {
      cairo_new_path (cr);
      trace (cr, strokes->pdata[i], width, height);
      cairo_set_source_rgba (cr, 1, 1, 1, HALO_ALPHA);
      cairo_set_line_width (cr, HALO_WIDTH * height);
      cairo_stroke_preserve (cr);
      cairo_set_source_rgb (cr, INK_RED, INK_GREEN, INK_BLUE);
      cairo_set_line_width (cr, PEN_WIDTH * height);
      cairo_stroke (cr);
    }
}

/* A dot with a rim. */
static void
paint_pointer (cairo_t    *cr,
               LeadupPoint point,
               double      width,
               double      height)
{
  double radius = POINTER_RADIUS * height;

  cairo_new_path (cr);
  cairo_arc (cr, point.x * width, point.y * height, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, INK_RED, INK_GREEN, INK_BLUE, 0.9);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, HALO_ALPHA);
  cairo_set_line_width (cr, radius / 4);
  cairo_stroke (cr);
}

/* Darkens all but a circle. */
static void
paint_spotlight (cairo_t    *cr,
                 LeadupPoint point,
                 double      width,
                 double      height)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_new_sub_path (cr);
  cairo_arc (cr, point.x * width, point.y * height, SPOTLIGHT_RADIUS * height, 0, 2 * G_PI);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, 0, 0, 0, SHADOW_ALPHA);
  cairo_fill (cr);
}

/**
 * leadup_ink_paint:
 * @cr: (transfer full): where to paint; destroyed
 * @strokes: (element-type GArray): lines of the pen, each an array of #LeadupPoint
 * @mark: what stands at @point
 * @point: as the points of the lines, in parts of the picture, 0 … 1 from its left upper corner
 * @width: of the picture, pixels
 * @height: of the picture, pixels
 *
 * Paints what a presenter puts over a picture.
 */
void
leadup_ink_paint (cairo_t      *cr,
                  GPtrArray    *strokes,
                  LeadupInkMark mark,
                  LeadupPoint   point,
                  double        width,
                  double        height)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (strokes != NULL);

  paint_strokes (cr, strokes, width, height);
  if (mark == LEADUP_INK_POINTER)
    paint_pointer (cr, point, width, height);
  else if (mark == LEADUP_INK_SPOTLIGHT)
    paint_spotlight (cr, point, width, height);
  cairo_destroy (cr);
}
