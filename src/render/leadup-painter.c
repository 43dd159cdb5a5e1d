/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-painter.h"

#include "render/leadup-pixel-painter.h"
#include "render/leadup-stroke.h"
#include "render/leadup-symbol-path.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* How much wider than a line the light around it is. */
#define HALO_WIDTH 8.0

/**
 * Painter:
 * @pixels: (nullable): what paints plain shapes faster
 * @clip: (nullable): of the group that is painted
 * @cairo_clip: (nullable): the clip that cairo knows of
 */
typedef struct
{
  cairo_t *cr;
  LeadupTextMeasure *measure;
  const LeadupTheme *theme;
  LeadupPixelPainter *pixels;
  const LeadupRect *clip;
  const LeadupRect *cairo_clip;
  gboolean is_raster;
} Painter;

static void
set_colour (cairo_t     *cr,
            LeadupColour colour)
{
  cairo_set_source_rgba (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                         colour.alpha / 255.0);
}

static void
set_dash (cairo_t   *cr,
          LeadupDash dash,
          double     width)
{
  double lengths[2];

  if (leadup_dash_get_lengths (dash, width, &lengths[0], &lengths[1]))
    cairo_set_dash (cr, lengths, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
trace_path (cairo_t            *cr,
            const LeadupPathOp *path,
            guint               n_path)
{
  for (guint i = 0; i < n_path; i++)
    {
      const LeadupPoint *p = path[i].points;
      double x, y;

      switch (path[i].op)
        {
        case 'M':
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case 'L':
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case 'Q':
          cairo_get_current_point (cr, &x, &y);
          cairo_curve_to (cr, x + (p[0].x - x) * 2 / 3, y + (p[0].y - y) * 2 / 3,
                          p[1].x + (p[0].x - p[1].x) * 2 / 3, p[1].y + (p[0].y - p[1].y) * 2 / 3,
                          p[1].x, p[1].y);
          break;
        case 'C':
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
trace_rect (cairo_t          *cr,
            const LeadupRect *rect,
            double            radius)
{
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_stop (cairo_pattern_t *pattern,
          double           offset,
          LeadupColour     colour,
          double           strength)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, colour.red / 255.0, colour.green / 255.0,
                                     colour.blue / 255.0, colour.alpha / 255.0 * strength);
}

/* A colour that comes in from the left and goes out to the right. */
static cairo_pattern_t *
fade_pattern (const LeadupSceneItem *item,
              LeadupColour           colour)
{
  const LeadupRect *rect = &item->rect;
  double width = MAX (rect->width, 1e-6);
  double start = CLAMP (item->paint.fade_start / width, 0, 1);
  double end = 1 - CLAMP (item->paint.fade_end / width, 0, 1);
  cairo_pattern_t *pattern;

  pattern = cairo_pattern_create_linear (rect->x, 0, rect->x + width, 0);
  if (start > end)
    start = end = start / (start + 1 - end);
  add_stop (pattern, 0, colour, start > 0 ? 0.0 : 1.0);
  add_stop (pattern, start, colour, 1.0);
  add_stop (pattern, end, colour, 1.0);
  add_stop (pattern, 1, colour, end < 1 ? 0.0 : 1.0);

  return pattern;
}

static void
paint_hatch (cairo_t     *cr,
             LeadupColour colour)
{
  double left, top, right, bottom;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  /* Lines lie on a grid of the whole picture, so that neighbours join. */
  for (double c = floor ((left + top) / LEADUP_HATCH_STEP) * LEADUP_HATCH_STEP; c < right + bottom;
       c += LEADUP_HATCH_STEP)
    {
      cairo_move_to (cr, c - top, top);
      cairo_line_to (cr, c - bottom, bottom);
    }
  set_colour (cr, colour);
  set_dash (cr, LEADUP_DASH_SOLID, 1);
  cairo_set_line_width (cr, LEADUP_HATCH_WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_stroke (cairo_t               *cr,
              const LeadupSceneItem *item,
              gboolean               is_fading)
{
  cairo_pattern_t *pattern;

  set_dash (cr, item->paint.dash, item->paint.stroke_width);
  cairo_set_line_width (cr, item->paint.stroke_width);
  if (is_fading)
    {
      pattern = fade_pattern (item, item->paint.stroke);
      cairo_set_source (cr, pattern);
      cairo_pattern_destroy (pattern);
    }
  else
    {
      set_colour (cr, item->paint.stroke);
    }
  cairo_stroke_preserve (cr);
}

/* Fills and strokes the current path. */
static void
paint_shape (cairo_t               *cr,
             const LeadupSceneItem *item)
{
  const LeadupPaint *paint = &item->paint;
  gboolean is_fading =
      item->shape == LEADUP_SHAPE_RECT && (paint->fade_start > 0 || paint->fade_end > 0);
  cairo_pattern_t *pattern;

  if (paint->fill.alpha != 0)
    {
      if (paint->pattern == LEADUP_PATTERN_HATCH)
        {
          cairo_path_t *path = cairo_copy_path (cr);

          paint_hatch (cr, paint->fill);
          cairo_new_path (cr);
          cairo_append_path (cr, path);
          cairo_path_destroy (path);
        }
      else
        {
          if (is_fading)
            {
              pattern = fade_pattern (item, paint->fill);
              cairo_set_source (cr, pattern);
              cairo_pattern_destroy (pattern);
            }
          else
            {
              set_colour (cr, paint->fill);
            }
          cairo_fill_preserve (cr);
        }
    }

  if (paint->stroke_width > 0 && paint->stroke.alpha != 0)
    paint_stroke (cr, item, is_fading);

  cairo_new_path (cr);
}

static void
paint_text (Painter               *painter,
            const LeadupSceneItem *item)
{
  cairo_t *cr = painter->cr;
  PangoLayout *layout;
  double width, dx = 0, baseline;

  if (item->text[0] == '\0')
    return;

  layout = leadup_text_measure_get_layout (painter->measure, item->role, item->text);
  if (item->anchor != LEADUP_ANCHOR_START)
    {
      width = leadup_text_measure_get_width (painter->measure, item->role, item->text);
      dx = item->anchor == LEADUP_ANCHOR_MIDDLE ? -width / 2 : -width;
    }
  baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  if (item->rotation != 0)
    {
      cairo_save (cr);
      cairo_translate (cr, item->rect.x, item->rect.y);
      cairo_rotate (cr, item->rotation * G_PI / 180);
      cairo_move_to (cr, dx, -baseline);
    }
  else
    {
      cairo_move_to (cr, item->rect.x + dx, item->rect.y - baseline);
    }

  if (item->paint.stroke_width > 0)
    {
      double x, y;

      cairo_get_current_point (cr, &x, &y);
      pango_cairo_layout_path (cr, layout);
      set_colour (cr, item->paint.stroke);
      set_dash (cr, LEADUP_DASH_SOLID, 1);
      cairo_set_line_width (cr, item->paint.stroke_width);
      cairo_stroke (cr);
      cairo_move_to (cr, x, y);
    }
  set_colour (cr, item->paint.fill);
  if (painter->is_raster && leadup_text_measure_has_outlines (painter->measure, item->text))
    {
      pango_cairo_layout_path (cr, layout);
      cairo_fill (cr);
    }
  else
    {
      pango_cairo_show_layout (cr, layout);
    }
  cairo_new_path (cr);

  if (item->rotation != 0)
    cairo_restore (cr);
}

static void
trace_symbol (cairo_t               *cr,
              const LeadupSceneItem *item,
              const LeadupTheme     *theme)
{
  LeadupColour inks[] = { [LEADUP_INK_NONE] = { 0 },
                          [LEADUP_INK_MARK] = item->paint.fill,
                          [LEADUP_INK_BACKGROUND] = theme->background };
  LeadupSymbolPath path;

  leadup_symbol_path_init (&path, item->symbol, item->verification, &item->rect);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < path.n_parts; i++)
    {
      const LeadupSymbolPart *part = &path.parts[i];

      trace_path (cr, path.ops + part->first_op, part->n_ops);
      if (part->fill != LEADUP_INK_NONE)
        {
          set_colour (cr, inks[part->fill]);
          cairo_fill_preserve (cr);
        }
      if (part->stroke != LEADUP_INK_NONE)
        {
          set_colour (cr, inks[part->stroke]);
          set_dash (cr, part->dash, part->stroke_width);
          cairo_set_line_width (cr, part->stroke_width);
          cairo_stroke_preserve (cr);
        }
      cairo_new_path (cr);
    }
}

static void
paint_rect (cairo_t               *cr,
            const LeadupSceneItem *item)
{
  if (item->paint.fill.alpha == 0 && item->paint.stroke_width <= 0)
    return;

  trace_rect (cr, &item->rect, item->radius);
  paint_shape (cr, item);
}

/* What the pixel painter keeps as pixels. */
static void
trace_mark (cairo_t               *cr,
            const LeadupSceneItem *item,
            const LeadupTheme     *theme)
{
  if (item->shape == LEADUP_SHAPE_SYMBOL)
    trace_symbol (cr, item, theme);
  else
    paint_rect (cr, item);
}

/* Changing the clip is dear; most shapes never come to cairo. */
static void
apply_clip (Painter *painter)
{
  cairo_t *cr = painter->cr;

  if (painter->cairo_clip == painter->clip)
    return;

  if (painter->cairo_clip != NULL)
    cairo_restore (cr);
  if (painter->clip != NULL)
    {
      cairo_save (cr);
      cairo_rectangle (cr, painter->clip->x, painter->clip->y, painter->clip->width,
                       painter->clip->height);
      cairo_clip (cr);
    }
  painter->cairo_clip = painter->clip;
}

static void
paint_item (Painter               *painter,
            const LeadupSceneItem *item)
{
  if (painter->pixels != NULL && leadup_pixel_painter_paint (painter->pixels, item))
    return;

  apply_clip (painter);
  switch (item->shape)
    {
    case LEADUP_SHAPE_RECT:
      paint_rect (painter->cr, item);
      break;
    case LEADUP_SHAPE_BOXES:
      for (guint i = 0; i < item->n_boxes; i++)
        trace_rect (painter->cr, &item->boxes[i], 0);
      paint_shape (painter->cr, item);
      break;
    case LEADUP_SHAPE_PATH:
      trace_path (painter->cr, item->path, item->n_path);
      paint_shape (painter->cr, item);
      break;
    case LEADUP_SHAPE_TEXT:
      paint_text (painter, item);
      break;
    case LEADUP_SHAPE_SYMBOL:
      trace_symbol (painter->cr, item, painter->theme);
      break;
    default:
      break;
    }
}

static void
paint_groups (Painter           *painter,
              const LeadupScene *scene,
              const LeadupRect  *damage,
              GHashTable        *ids)
{
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      const LeadupRect *clip = leadup_scene_get_clip (scene, i);
      LeadupRect bounds = leadup_rect_inset (&group->bounds, -4);

      if (group->n_items == 0 || (damage != NULL && !leadup_rect_intersects (&bounds, damage)) ||
          (ids != NULL && (group->id == NULL || !g_hash_table_contains (ids, group->id))))
        continue;

      if (clip != painter->clip && painter->pixels != NULL)
        leadup_pixel_painter_set_clip (painter->pixels, clip);
      painter->clip = clip;
      for (guint j = 0; j < group->n_items; j++)
        paint_item (painter, leadup_scene_get_item (scene, group->first_item + j));
    }

  painter->clip = NULL;
  apply_clip (painter);
}

void
leadup_painter_paint (const LeadupScene *scene,
                      cairo_t           *cr,
                      LeadupTextMeasure *measure,
                      const LeadupRect  *damage)
{
  g_autoptr (LeadupTextMeasure) own_measure = NULL;
  Painter painter = { .cr = cr, .measure = measure };

  g_return_if_fail (scene != NULL && cr != NULL);

  painter.theme = leadup_scene_get_theme (scene);
  if (measure == NULL)
    painter.measure = own_measure = leadup_text_measure_new_exact (painter.theme);

  painter.is_raster =
      cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  cairo_save (cr);
  if (damage != NULL)
    {
      cairo_rectangle (cr, damage->x, damage->y, damage->width, damage->height);
      cairo_clip (cr);
    }
  set_colour (cr, painter.theme->background);
  cairo_paint (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  painter.pixels = leadup_pixel_painter_new (cr, painter.measure, painter.theme, trace_mark);
  paint_groups (&painter, scene, damage, NULL);
  g_clear_pointer (&painter.pixels, leadup_pixel_painter_free);

  cairo_restore (cr);
}

void
leadup_painter_paint_groups (const LeadupScene *scene,
                             cairo_t           *cr,
                             LeadupTextMeasure *measure,
                             GHashTable        *ids)
{
  Painter painter = { .cr = cr, .measure = measure };

  g_return_if_fail (scene != NULL && cr != NULL && measure != NULL && ids != NULL);

  painter.theme = leadup_scene_get_theme (scene);
  painter.is_raster =
      cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  painter.pixels = leadup_pixel_painter_new (cr, painter.measure, painter.theme, trace_mark);
  paint_groups (&painter, scene, NULL, ids);
  g_clear_pointer (&painter.pixels, leadup_pixel_painter_free);
  cairo_restore (cr);
}

void
leadup_painter_paint_halos (const LeadupScene *scene,
                            cairo_t           *cr,
                            GHashTable        *ids,
                            LeadupColour       colour)
{
  g_return_if_fail (scene != NULL && cr != NULL && ids != NULL);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  set_colour (cr, colour);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (group->id == NULL || !g_hash_table_contains (ids, group->id))
        continue;
      for (guint j = 0; j < group->n_items; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape != LEADUP_SHAPE_PATH || item->paint.stroke_width <= 0 ||
              item->paint.fill.alpha > 0)
            continue;
          trace_path (cr, item->path, item->n_path);
          cairo_set_line_width (cr, item->paint.stroke_width + HALO_WIDTH);
          cairo_stroke (cr);
        }
    }
  cairo_restore (cr);
}
