/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-packing.h"

#include <stdlib.h>

/* Above this many, rectangles are small parts, and going along the corners of the latest ones is
 * enough. */
#define MAX_CORNERS 400

/* Above this many parts, looking into gaps takes too long. */
#define MAX_TAKEN 6000

/* Places tried inside of what is placed already, each way. */
#define N_INSIDE 48

typedef struct
{
  double area;
  guint  shape;
} Turn;

/* @taken: what is not empty of the shapes placed so far */
typedef struct
{
  GArray    *taken;
  GArray    *corners;
  LeadupRect whole;
  double     aspect;
} Packing;

static int
compare_turns (const void *a,
               const void *b)
{
  const Turn *p = a;
  const Turn *q = b;

  if (p->area > q->area)
    return -1;
  if (p->area < q->area)
    return 1;
  return p->shape < q->shape ? -1 : p->shape > q->shape;
}

static gboolean
is_free (const GArray     *taken,
         const LeadupRect *rect)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const LeadupRect *other = &g_array_index (taken, LeadupRect, i);

      if (rect->x < other->x + other->width && other->x < rect->x + rect->width &&
          rect->y < other->y + other->height && other->y < rect->y + rect->height)
        return FALSE;
    }

  return TRUE;
}

static LeadupRect
join (const LeadupRect *a,
      const LeadupRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (LeadupRect) { x, y, MAX (a->x + a->width, b->x + b->width) - x,
                        MAX (a->y + a->height, b->y + b->height) - y };
}

/* How badly @rect fits to what is there: the size of the whole first, then how far it is from the
 * middle. */
static double
judge (const LeadupRect *whole,
       const LeadupRect *rect,
       double            aspect)
{
  LeadupRect joined = join (whole, rect);
  double size = MAX (joined.width, joined.height * aspect);
  double dx = rect->x + rect->width / 2.0 - whole->x - whole->width / 2.0;
  double dy = rect->y + rect->height / 2.0 - whole->y - whole->height / 2.0;

  return size * size + 0.01 * (dx * dx + dy * dy * aspect * aspect)
         + 0.001 * joined.width * joined.height;
}

static void
add_corners (GArray           *corners,
             const LeadupRect *rect)
{
  LeadupPoint points[] = {
    { rect->x + rect->width, rect->y },
    { rect->x, rect->y + rect->height },
    { rect->x, rect->y },
    { rect->x + rect->width, rect->y + rect->height },
  };

  g_array_append_vals (corners, points, G_N_ELEMENTS (points));
  if (corners->len > MAX_CORNERS)
    g_array_remove_range (corners, 0, corners->len - MAX_CORNERS);
}

static void
try_place (const Packing    *self,
           const LeadupRect *rect,
           LeadupRect       *best,
           double           *best_cost)
{
  double cost = judge (&self->whole, rect, self->aspect);

  if (cost < *best_cost && is_free (self->taken, rect))
    {
      *best_cost = cost;
      *best = *rect;
    }
}

/* Tries @rect with each of its corners on each corner of those placed, and in the gaps between
 * their parts. */
static LeadupRect
find_place (const Packing    *self,
            const LeadupRect *size)
{
  LeadupRect rect = *size;
  LeadupRect best = *size;
  double best_cost;

  /* Beside everything is always free. */
  best.x = self->whole.x + self->whole.width;
  best.y = self->whole.y;
  best_cost = judge (&self->whole, &best, self->aspect);

  for (guint i = 0; i < self->corners->len; i++)
    for (guint side = 0; side < 4; side++)
      {
        rect.x = g_array_index (self->corners, LeadupPoint, i).x - (side & 1 ? rect.width : 0.0);
        rect.y = g_array_index (self->corners, LeadupPoint, i).y - (side & 2 ? rect.height : 0.0);
        try_place (self, &rect, &best, &best_cost);
      }

  for (guint i = 0; i <= N_INSIDE && self->taken->len <= MAX_TAKEN; i++)
    for (guint k = 0; k <= N_INSIDE; k++)
      {
        rect.x = self->whole.x + i * (self->whole.width - rect.width) / N_INSIDE;
        rect.y = self->whole.y + k * (self->whole.height - rect.height) / N_INSIDE;
        try_place (self, &rect, &best, &best_cost);
      }

  return best;
}

static void
take (Packing                *self,
      const LeadupGraphShape *shape,
      double                  dx,
      double                  dy)
{
  if (shape->n_parts == 0)
    g_array_append_val (self->taken, shape->bounds);
  for (guint i = 0; i < shape->n_parts; i++)
    {
      LeadupRect part = shape->parts[i];

      part.x += dx;
      part.y += dy;
      g_array_append_val (self->taken, part);
    }
  add_corners (self->corners, &shape->bounds);
}

/**
 * leadup_graph_packing_place:
 * @shapes: (array length=n_shapes) (inout): where they lie, where they come to lie
 * @n_fixed: the first of them stay where they are; these may overlap each other
 * @aspect: of the whole that is wanted, width ∕ height
 *
 * Puts shapes side by side, the largest first, so that the whole gets small and near to @aspect;
 * small ones also into the empty parts of large ones.
 */
void
leadup_graph_packing_place (LeadupGraphShape *shapes,
                            guint             n_shapes,
                            guint             n_fixed,
                            double            aspect)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  g_autofree Turn *turns = g_new (Turn, n_shapes + 1);
  Packing self = { taken, corners, .aspect = aspect };

  for (guint i = 0; i < n_shapes; i++)
    {
      const LeadupRect *bounds = &shapes[i].bounds;

      turns[i] = (Turn) { i < n_fixed ? G_MAXDOUBLE : bounds->width * bounds->height, i };
    }
  qsort (turns, n_shapes, sizeof *turns, compare_turns);

  for (guint i = 0; i < n_shapes; i++)
    {
      LeadupGraphShape *shape = &shapes[turns[i].shape];
      LeadupRect before = shape->bounds;

      if (turns[i].shape >= n_fixed && i > 0)
        shape->bounds = find_place (&self, &before);
      self.whole = i == 0 ? shape->bounds : join (&self.whole, &shape->bounds);
      take (&self, shape, shape->bounds.x - before.x, shape->bounds.y - before.y);
    }
}
