/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-packing.h"

#include <math.h>
#include <stdlib.h>

/* Above this many, rectangles are small parts, and going along the corners of the latest ones is
 * enough. */
#define MAX_CORNERS 400

/* Above this many parts, looking into gaps takes too long. */
#define MAX_TAKEN 6000

/* Squares of the ground, by hash; and how many a rectangle may touch. */
#define N_BUCKETS 16384
#define MAX_SQUARES 64

/* Places tried inside of what is placed already, each way. */
#define N_INSIDE 48

typedef struct
{
  double area;
  guint  shape;
} Turn;

/* A rectangle in a square of the ground that it touches; the next one of the same bucket follows.
 */
typedef struct
{
  gint32 column;
  gint32 row;
  guint  rect;
  guint  next;
} Entry;

/**
 * Taken:
 * @rects: what is not empty of the shapes placed so far
 * @large: numbers of those that touch very many squares
 * @entries: of Entry, from 1
 * @buckets: (array length=N_BUCKETS): first entry of squares with a hash; 0 = none
 * @square: how wide a square is
 *
 * Where something lies already, so that whether a place is free takes no look at all of it.
 */
typedef struct
{
  GArray *rects;
  GArray *large;
  GArray *entries;
  guint  *buckets;
  double  square;
} Taken;

typedef struct
{
  Taken      taken;
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

static void
taken_init (Taken *self,
            double square)
{
  Entry none = { 0 };

  self->rects = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  self->large = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->buckets = g_new0 (guint, N_BUCKETS);
  self->square = square > 0.0 ? square : 1.0;
  g_array_append_val (self->entries, none);
}

static void
taken_clear (Taken *self)
{
  g_array_unref (self->rects);
  g_array_unref (self->large);
  g_array_unref (self->entries);
  g_free (self->buckets);
}

static gint32
get_square (const Taken *self,
            double       at)
{
  return (gint32) CLAMP (floor (at / self->square), -1e9, 1e9);
}

static guint
hash_square (gint32 column,
             gint32 row)
{
  return ((guint32) column * 73856093u ^ (guint32) row * 19349663u) % N_BUCKETS;
}

/* Returns: whether there are so few squares that they are gone through */
static gboolean
find_squares (const Taken      *self,
              const LeadupRect *rect,
              gint32           *low,
              gint32           *high)
{
  low[0] = get_square (self, rect->x);
  low[1] = get_square (self, rect->y);
  high[0] = get_square (self, rect->x + rect->width);
  high[1] = get_square (self, rect->y + rect->height);

  return (high[0] - (gint64) low[0] + 1) * (high[1] - (gint64) low[1] + 1) <= MAX_SQUARES;
}

static void
taken_add (Taken            *self,
           const LeadupRect *rect)
{
  guint number = self->rects->len;
  gint32 low[2], high[2];

  g_array_append_val (self->rects, *rect);
  if (!find_squares (self, rect, low, high))
    {
      g_array_append_val (self->large, number);
      return;
    }
  for (gint32 column = low[0]; column <= high[0]; column++)
    for (gint32 row = low[1]; row <= high[1]; row++)
      {
        guint *bucket = &self->buckets[hash_square (column, row)];
        Entry entry = { column, row, number, *bucket };

        *bucket = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
}

static gboolean
do_overlap (const LeadupRect *a,
            const LeadupRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
is_square_free (const Taken      *self,
                gint32            column,
                gint32            row,
                const LeadupRect *rect)
{
  const Entry *entries = (const Entry *) (gconstpointer) self->entries->data;

  for (guint i = self->buckets[hash_square (column, row)]; i != 0; i = entries[i].next)
    if (entries[i].column == column && entries[i].row == row &&
        do_overlap (rect, &g_array_index (self->rects, LeadupRect, entries[i].rect)))
      return FALSE;

  return TRUE;
}

static gboolean
is_free (const Taken      *self,
         const LeadupRect *rect)
{
  gint32 low[2], high[2];

  if (!find_squares (self, rect, low, high))
    {
      for (guint i = 0; i < self->rects->len; i++)
        if (do_overlap (rect, &g_array_index (self->rects, LeadupRect, i)))
          return FALSE;
      return TRUE;
    }

  for (guint i = 0; i < self->large->len; i++)
    if (do_overlap (rect, &g_array_index (self->rects, LeadupRect,
                                          g_array_index (self->large, guint, i))))
      return FALSE;
  for (gint32 column = low[0]; column <= high[0]; column++)
    for (gint32 row = low[1]; row <= high[1]; row++)
      if (!is_square_free (self, column, row, rect))
        return FALSE;

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

  if (cost < *best_cost && is_free (&self->taken, rect))
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

  for (guint i = 0; i <= N_INSIDE && self->taken.rects->len <= MAX_TAKEN; i++)
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
    taken_add (&self->taken, &shape->bounds);
  for (guint i = 0; i < shape->n_parts; i++)
    {
      LeadupRect part = shape->parts[i];

      part.x += dx;
      part.y += dy;
      taken_add (&self->taken, &part);
    }
  add_corners (self->corners, &shape->bounds);
}

/* As wide as parts are in the mean. */
static double
choose_square (const LeadupGraphShape *shapes,
               guint                   n_shapes)
{
  double sum = 0.0;
  gsize n = 0;

  for (guint i = 0; i < n_shapes; i++)
    {
      for (guint k = 0; k < shapes[i].n_parts; k++)
        sum += shapes[i].parts[k].width + shapes[i].parts[k].height;
      if (shapes[i].n_parts == 0)
        sum += shapes[i].bounds.width + shapes[i].bounds.height;
      n += MAX (shapes[i].n_parts, 1);
    }

  return n > 0 ? sum / (2.0 * n) : 1.0;
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
  g_autofree Turn *turns = g_new (Turn, n_shapes + 1);
  Packing self = { .corners = corners, .aspect = aspect };

  taken_init (&self.taken, choose_square (shapes, n_shapes));
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
      /* Nobody comes after the last one. */
      if (i + 1 < n_shapes)
        take (&self, shape, shape->bounds.x - before.x, shape->bounds.y - before.y);
    }
  taken_clear (&self.taken);
}
