/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-geometry.h"

/**
 * leadup_rect_contains:
 *
 * Returns: whether the point lies in the rectangle; the right and the lower edge do not belong to
 * it
 */
gboolean
leadup_rect_contains (const LeadupRect *self,
                      double            x,
                      double            y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

/**
 * leadup_rect_intersects:
 *
 * Returns: whether both share an area; touching edges do not count, nor does an empty rectangle
 */
gboolean
leadup_rect_intersects (const LeadupRect *a,
                        const LeadupRect *b)
{
  return MAX (a->x, b->x) < MIN (a->x + a->width, b->x + b->width) &&
         MAX (a->y, b->y) < MIN (a->y + a->height, b->y + b->height);
}

/**
 * leadup_rect_union:
 *
 * Returns: the smallest rectangle around both; an empty one does not count
 */
LeadupRect
leadup_rect_union (const LeadupRect *a,
                   const LeadupRect *b)
{
  LeadupRect result;

  if (a->width <= 0.0 || a->height <= 0.0)
    return *b;
  if (b->width <= 0.0 || b->height <= 0.0)
    return *a;

  result.x = MIN (a->x, b->x);
  result.y = MIN (a->y, b->y);
  result.width = MAX (a->x + a->width, b->x + b->width) - result.x;
  result.height = MAX (a->y + a->height, b->y + b->height) - result.y;

  return result;
}

/**
 * leadup_rect_inset:
 * @by: pixels to take off at each side; negative values grow the rectangle
 *
 * Returns: the smaller rectangle around the same centre, never with a negative size
 */
LeadupRect
leadup_rect_inset (const LeadupRect *self,
                   double            by)
{
  double dx = MIN (by, self->width / 2.0);
  double dy = MIN (by, self->height / 2.0);
  LeadupRect result = {
    .x = self->x + dx,
    .y = self->y + dy,
    .width = self->width - 2.0 * dx,
    .height = self->height - 2.0 * dy,
  };

  return result;
}
