/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-symbol-path.h"

#include <math.h>

#define MAX_POINTS 40
#define CIRCLE_STEPS 32

/* An outline in the box −1 … 1, y down. */
typedef struct
{
  LeadupPoint points[MAX_POINTS];
  guint n;
} Outline;

static void
add_point (Outline *outline,
           double   x,
           double   y)
{
  g_assert (outline->n < MAX_POINTS);

  outline->points[outline->n++] = (LeadupPoint) { x, y };
}

static void
add_points (Outline           *outline,
            const LeadupPoint *points,
            guint              n)
{
  for (guint i = 0; i < n; i++)
    add_point (outline, points[i].x, points[i].y);
}

/* A regular polygon or, where @inner is not @outer, a star. */
static void
add_star (Outline *outline,
          guint    n,
          double   outer,
          double   inner,
          double   centre_y)
{
  guint steps = outer == inner ? n : 2 * n;

  for (guint i = 0; i < steps; i++)
    {
      double radius = i % 2 == 0 || outer == inner ? outer : inner;
      double angle = 2 * G_PI * i / steps;

      add_point (outline, radius * sin (angle), centre_y - radius * cos (angle));
    }
}

static const LeadupPoint square[] = {
  { -0.82, -0.82 }, { 0.82, -0.82 }, { 0.82, 0.82 }, { -0.82, 0.82 }
};
static const LeadupPoint diamond[] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
static const LeadupPoint triangle[] = { { 0, -0.95 }, { 1, 0.82 }, { -1, 0.82 } };
static const LeadupPoint triangle_down[] = { { -1, -0.82 }, { 1, -0.82 }, { 0, 0.95 } };
static const LeadupPoint speech[] = { { -0.75, -0.85 }, { 0.75, -0.85 }, { 0.93, -0.78 },
                                      { 1, -0.6 },      { 1, 0.22 },     { 0.93, 0.4 },
                                      { 0.75, 0.47 },   { -0.05, 0.47 }, { -0.55, 1 },
                                      { -0.55, 0.47 },  { -0.75, 0.47 }, { -0.93, 0.4 },
                                      { -1, 0.22 },     { -1, -0.6 },    { -0.93, -0.78 } };
static const LeadupPoint cross[] = { { -0.34, -0.95 }, { 0.34, -0.95 },  { 0.34, -0.34 },
                                     { 0.95, -0.34 },  { 0.95, 0.34 },   { 0.34, 0.34 },
                                     { 0.34, 0.95 },   { -0.34, 0.95 },  { -0.34, 0.34 },
                                     { -0.95, 0.34 },  { -0.95, -0.34 }, { -0.34, -0.34 } };
static const LeadupPoint flag[] = { { -0.8, -1 },  { 0.95, -0.9 }, { 0.55, -0.35 }, { 0.95, 0.2 },
                                    { -0.5, 0.2 }, { -0.5, 1 },    { -0.8, 1 } };

/**
 * Shape:
 * @points: (nullable): the outline; %NULL for a star or regular polygon
 * @n: number of points, or of the star’s tips
 * @waist: height at which the mark is cut to be half filled; halves its area
 */
typedef struct
{
  const LeadupPoint *points;
  guint n;
  double outer;
  double inner;
  double centre_y;
  double waist;
} Shape;

static const Shape shapes[LEADUP_N_SYMBOLS] = {
  [LEADUP_SYMBOL_CIRCLE] = { NULL, CIRCLE_STEPS, 0.9, 0.9, 0, 0.02 },
  [LEADUP_SYMBOL_BURST] = { NULL, 8, 1.05, 0.6, 0, 0.02 },
  [LEADUP_SYMBOL_SQUARE] = { square, G_N_ELEMENTS (square), .waist = 0.02 },
  [LEADUP_SYMBOL_DIAMOND] = { diamond, G_N_ELEMENTS (diamond), .waist = 0.02 },
  [LEADUP_SYMBOL_TRIANGLE] = { triangle, G_N_ELEMENTS (triangle), .waist = 0.28 },
  [LEADUP_SYMBOL_TRIANGLE_DOWN] = { triangle_down, G_N_ELEMENTS (triangle_down), .waist = -0.28 },
  [LEADUP_SYMBOL_SPEECH] = { speech, G_N_ELEMENTS (speech), .waist = -0.15 },
  [LEADUP_SYMBOL_CROSS] = { cross, G_N_ELEMENTS (cross), .waist = 0.02 },
  [LEADUP_SYMBOL_HEXAGON] = { NULL, 6, 0.98, 0.98, 0, 0.02 },
  [LEADUP_SYMBOL_PENTAGON] = { NULL, 5, 1.0, 1.0, 0.06, 0.02 },
  [LEADUP_SYMBOL_FLAG] = { flag, G_N_ELEMENTS (flag), .waist = -0.35 },
  [LEADUP_SYMBOL_STAR] = { NULL, 5, 1.1, 0.5, 0.08, 0.02 },
};

static void
init_outline (Outline     *outline,
              const Shape *shape)
{
  outline->n = 0;
  if (shape->points != NULL)
    add_points (outline, shape->points, shape->n);
  else
    add_star (outline, shape->n, shape->outer, shape->inner, shape->centre_y);
}

/* Sutherland and Hodgman (1974), one edge: the part of an outline on one side of a·x + b·y = c. */
static void
cut_outline (const Outline *outline,
             double         a,
             double         b,
             double         c,
             Outline       *part)
{
  part->n = 0;
  for (guint i = 0; i < outline->n; i++)
    {
      const LeadupPoint *p = &outline->points[i];
      const LeadupPoint *q = &outline->points[(i + 1) % outline->n];
      double dp = a * p->x + b * p->y - c;
      double dq = a * q->x + b * q->y - c;

      if (dp <= 0 && part->n < MAX_POINTS)
        add_point (part, p->x, p->y);
      if ((dp < 0) != (dq < 0) && dp != dq && part->n < MAX_POINTS)
        {
          double t = dp / (dp - dq);

          add_point (part, p->x + t * (q->x - p->x), p->y + t * (q->y - p->y));
        }
    }
}

static LeadupSymbolPart *
add_part (LeadupSymbolPath *self,
          const Outline    *outline,
          const LeadupRect *rect,
          gboolean          is_closed)
{
  LeadupSymbolPart *part;
  double rx = rect->width / 2;
  double ry = rect->height / 2;

  g_assert (self->n_parts < LEADUP_SYMBOL_MAX_PARTS);
  g_assert (self->n_ops + outline->n + 1 <= LEADUP_SYMBOL_MAX_OPS);

  part = &self->parts[self->n_parts++];
  *part = (LeadupSymbolPart) { .first_op = self->n_ops };
  for (guint i = 0; i < outline->n; i++)
    self->ops[self->n_ops++] =
        (LeadupPathOp) { .op = i == 0 ? 'M' : 'L',
                         .points = { { rect->x + rx + outline->points[i].x * rx,
                                       rect->y + ry + outline->points[i].y * ry } } };
  if (is_closed)
    self->ops[self->n_ops++] = (LeadupPathOp) { .op = 'Z' };
  part->n_ops = self->n_ops - part->first_op;

  return part;
}

/* The whole outline, filled with @fill and stroked in the mark’s colour. */
static LeadupSymbolPart *
add_outline (LeadupSymbolPath *self,
             const Outline    *outline,
             const LeadupRect *rect,
             LeadupInk         fill,
             double            stroke_width)
{
  LeadupSymbolPart *part = add_part (self, outline, rect, TRUE);

  part->fill = fill;
  part->stroke = LEADUP_INK_MARK;
  part->stroke_width = stroke_width;

  return part;
}

static void
add_filled (LeadupSymbolPath *self,
            const Outline    *outline,
            const LeadupRect *rect)
{
  LeadupSymbolPart *part;

  if (outline->n < 3)
    return;
  part = add_part (self, outline, rect, TRUE);
  part->fill = LEADUP_INK_MARK;
}

static void
add_line (LeadupSymbolPath  *self,
          const LeadupPoint *points,
          guint              n,
          const LeadupRect  *rect,
          LeadupInk          ink,
          double             width)
{
  Outline outline = { .n = 0 };
  LeadupSymbolPart *part;

  add_points (&outline, points, n);
  part = add_part (self, &outline, rect, FALSE);
  part->stroke = ink;
  part->stroke_width = width;
}

static void
add_disputed (LeadupSymbolPath *self,
              const Outline    *outline,
              const LeadupRect *rect)
{
  LeadupRect shifted = *rect;
  Outline half;

  /* Two halves that have slipped along a slanted crack. */
  cut_outline (outline, 1, 0.35, -0.16, &half);
  shifted.y += rect->height * 0.06;
  add_filled (self, &half, &shifted);

  cut_outline (outline, -1, -0.35, -0.16, &half);
  shifted.y = rect->y - rect->height * 0.06;
  add_filled (self, &half, &shifted);
}

/**
 * leadup_symbol_path_init:
 * @self: (out caller-allocates): filled
 * @symbol: the shape, which says the category
 * @verification: drawn by pattern: hollow, half, solid, solid with a tick, split, struck through,
 * dotted
 * @rect: the box of the mark; its stroke stays within
 */
void
leadup_symbol_path_init (LeadupSymbolPath  *self,
                         LeadupSymbol       symbol,
                         LeadupVerification verification,
                         const LeadupRect  *rect)
{
  static const LeadupPoint tick[] = { { -0.45, 0.02 }, { -0.1, 0.38 }, { 0.48, -0.32 } };
  static const LeadupPoint strike[] = { { -1.15, 0 }, { 1.15, 0 } };
  double stroke = CLAMP (rect->width * 0.125, 1.2, 2.4);
  LeadupRect inner = leadup_rect_inset (rect, stroke / 2);
  const Shape *shape = &shapes[MIN ((guint) symbol, LEADUP_N_SYMBOLS - 1)];
  Outline outline, half;
  LeadupSymbolPart *part;

  self->n_ops = 0;
  self->n_parts = 0;
  init_outline (&outline, shape);

  switch (verification)
    {
    case LEADUP_VERIFICATION_SINGLE_SOURCE:
      add_outline (self, &outline, &inner, LEADUP_INK_BACKGROUND, stroke);
      cut_outline (&outline, 0, -1, -shape->waist, &half);
      add_filled (self, &half, &inner);
      break;
    case LEADUP_VERIFICATION_CORROBORATED:
      add_outline (self, &outline, &inner, LEADUP_INK_MARK, stroke);
      break;
    case LEADUP_VERIFICATION_VERIFIED:
      add_outline (self, &outline, &inner, LEADUP_INK_MARK, stroke);
      add_line (self, tick, G_N_ELEMENTS (tick), &inner, LEADUP_INK_BACKGROUND, stroke * 1.1);
      break;
    case LEADUP_VERIFICATION_DISPUTED:
      add_disputed (self, &outline, rect);
      break;
    case LEADUP_VERIFICATION_RETRACTED:
      add_outline (self, &outline, &inner, LEADUP_INK_BACKGROUND, stroke);
      add_line (self, strike, G_N_ELEMENTS (strike), rect, LEADUP_INK_MARK, stroke);
      break;
    case LEADUP_VERIFICATION_ANNOUNCED:
      part = add_outline (self, &outline, &inner, LEADUP_INK_BACKGROUND, stroke);
      part->dash = LEADUP_DASH_DOTTED;
      break;
    case LEADUP_VERIFICATION_UNVERIFIED:
    default:
      add_outline (self, &outline, &inner, LEADUP_INK_BACKGROUND, stroke);
      break;
    }
}
