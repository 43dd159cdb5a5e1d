/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-packing.h"

#include <stdlib.h>

/* Above this many, rectangles are small parts, and going along the corners of the latest ones is
 * enough. */
#define MAX_CORNERS 400

typedef struct
{
  double area;
  guint  rect;
} Turn;

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
  return p->rect < q->rect ? -1 : p->rect > q->rect;
}

static gboolean
is_free (const LeadupRect *rects,
         const guint      *placed,
         guint             n_placed,
         const LeadupRect *rect)
{
  for (guint i = 0; i < n_placed; i++)
    {
      const LeadupRect *other = &rects[placed[i]];

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

/* Tries @rect with each of its corners on each corner of those placed. */
static void
place_one (LeadupRect       *rects,
           const guint      *placed,
           guint             n_placed,
           guint             index,
           const GArray     *corners,
           const LeadupRect *whole,
           double            aspect)
{
  LeadupRect best = rects[index];
  double best_cost = G_MAXDOUBLE;

  /* Beside everything is always free. */
  best.x = whole->x + whole->width;
  best.y = whole->y;
  if (n_placed > 0)
    best_cost = judge (whole, &best, aspect);

  for (guint i = 0; i < corners->len; i++)
    for (guint side = 0; side < 4; side++)
      {
        LeadupRect rect = rects[index];
        double cost;

        rect.x = g_array_index (corners, LeadupPoint, i).x - (side & 1 ? rect.width : 0.0);
        rect.y = g_array_index (corners, LeadupPoint, i).y - (side & 2 ? rect.height : 0.0);
        cost = judge (whole, &rect, aspect);
        if (cost < best_cost && is_free (rects, placed, n_placed, &rect))
          {
            best_cost = cost;
            best = rect;
          }
      }

  rects[index] = best;
}

/**
 * leadup_graph_packing_place:
 * @rects: (array length=n_rects) (inout): where they lie, where they come to lie
 * @n_fixed: the first of them stay where they are; these may overlap each other
 * @aspect: of the whole that is wanted, width ∕ height
 *
 * Puts rectangles side by side, the largest first, so that the whole gets small and near to
 * @aspect.
 */
void
leadup_graph_packing_place (LeadupRect *rects,
                            guint       n_rects,
                            guint       n_fixed,
                            double      aspect)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));
  g_autofree guint *placed = g_new (guint, n_rects + 1);
  g_autofree Turn *turns = g_new (Turn, n_rects + 1);
  LeadupRect whole = { 0 };

  for (guint i = 0; i < n_rects; i++)
    turns[i] = (Turn) { i < n_fixed ? G_MAXDOUBLE : rects[i].width * rects[i].height, i };
  qsort (turns, n_rects, sizeof *turns, compare_turns);

  for (guint i = 0; i < n_rects; i++)
    {
      guint index = turns[i].rect;

      if (index >= n_fixed && i > 0)
        place_one (rects, placed, i, index, corners, &whole, aspect);
      whole = i == 0 ? rects[index] : join (&whole, &rects[index]);
      placed[i] = index;
      add_corners (corners, &rects[index]);
    }
}
