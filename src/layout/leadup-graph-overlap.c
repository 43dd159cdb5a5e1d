/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-overlap.h"

#include <math.h>
#include <stdlib.h>

#define MAX_ITERATIONS 150

/* Where many boxes overlap there is too little room: the whole is made larger, again every few
 * steps, which keeps its shape better than pushing from the middle outwards.
 */
#define ITERATIONS_PER_GROWTH 8
#define GROWTH 1.12

/* Kept between boxes, so that rounding never lets them touch. */
#define GAP 1e-6

typedef struct
{
  double left;
  guint  node;
} Edge;

typedef struct
{
  double low;
  double high;
} Interval;

/* All that a search for overlaps needs. @order is kept from call to call, so that sorting it again
 * is quick. */
typedef struct
{
  guint              n;
  const LeadupPoint *half_sizes;
  const gboolean    *is_pinned;
  LeadupPoint       *positions;
  Edge              *order;
} Boxes;

static int
compare_edges (const void *a,
               const void *b)
{
  const Edge *p = a;
  const Edge *q = b;

  if (p->left < q->left)
    return -1;
  if (p->left > q->left)
    return 1;
  return p->node < q->node ? -1 : p->node > q->node;
}

static int
compare_intervals (const void *a,
                   const void *b)
{
  const Interval *p = a;
  const Interval *q = b;

  if (p->low < q->low)
    return -1;
  return p->low > q->low;
}

static void
sort_by_left (Boxes *boxes)
{
  for (guint i = 0; i < boxes->n; i++)
    {
      guint node = boxes->order[i].node;

      boxes->order[i].left = boxes->positions[node].x - boxes->half_sizes[node].x;
    }
  qsort (boxes->order, boxes->n, sizeof *boxes->order, compare_edges);
}

/* Returns: whether the boxes of @a and @b overlap, and by how much in each direction */
static gboolean
measure_overlap (const Boxes *boxes,
                 guint        a,
                 guint        b,
                 double       gap,
                 LeadupPoint *overlap)
{
  const LeadupPoint *p = &boxes->positions[a];
  const LeadupPoint *q = &boxes->positions[b];

  overlap->x = boxes->half_sizes[a].x + boxes->half_sizes[b].x + gap - fabs (q->x - p->x);
  overlap->y = boxes->half_sizes[a].y + boxes->half_sizes[b].y + gap - fabs (q->y - p->y);

  return overlap->x > 0.0 && overlap->y > 0.0;
}

static gboolean
is_fixed (const Boxes *boxes,
          guint        node)
{
  return boxes->is_pinned != NULL && boxes->is_pinned[node];
}

/* Moves two boxes apart where that is shortest. */
static void
push_apart (Boxes             *boxes,
            guint              a,
            guint              b,
            const LeadupPoint *overlap)
{
  LeadupPoint *p = &boxes->positions[a];
  LeadupPoint *q = &boxes->positions[b];
  double share = is_fixed (boxes, a) || is_fixed (boxes, b) ? 1.0 : 0.5;
  LeadupPoint by = { 0.0, 0.0 };

  if (overlap->x < overlap->y)
    by.x = (q->x < p->x || (q->x == p->x && b < a) ? -1.0 : 1.0) * (overlap->x + GAP) * share;
  else
    by.y = (q->y < p->y || (q->y == p->y && b < a) ? -1.0 : 1.0) * (overlap->y + GAP) * share;

  if (!is_fixed (boxes, a))
    {
      p->x -= by.x;
      p->y -= by.y;
    }
  if (!is_fixed (boxes, b))
    {
      q->x += by.x;
      q->y += by.y;
    }
}

/* One sweep over all pairs that overlapped when it began. Returns: how many still did when they had
 * their turn */
static guint
push_all (Boxes *boxes)
{
  guint n_overlaps = 0;

  sort_by_left (boxes);
  for (guint i = 0; i < boxes->n; i++)
    {
      guint a = boxes->order[i].node;
      double right = boxes->order[i].left + 2.0 * boxes->half_sizes[a].x + GAP;

      for (guint k = i + 1; k < boxes->n && boxes->order[k].left < right; k++)
        {
          guint b = boxes->order[k].node;
          LeadupPoint overlap;

          if ((is_fixed (boxes, a) && is_fixed (boxes, b)) ||
              !measure_overlap (boxes, a, b, GAP, &overlap))
            continue;
          push_apart (boxes, a, b, &overlap);
          n_overlaps++;
        }
    }

  return n_overlaps;
}

static void
make_room (Boxes *boxes)
{
  for (guint i = 0; i < boxes->n; i++)
    {
      boxes->positions[i].x *= GROWTH;
      boxes->positions[i].y *= GROWTH;
    }
}

static gboolean
has_fixed (const Boxes *boxes)
{
  for (guint i = 0; i < boxes->n; i++)
    if (is_fixed (boxes, i))
      return TRUE;

  return FALSE;
}

/* Returns: %FALSE when cancelled */
static gboolean
push_until_free (Boxes        *boxes,
                 GCancellable *cancellable,
                 GError      **error)
{
  gboolean may_grow = !has_fixed (boxes);

  for (guint step = 1; step <= MAX_ITERATIONS; step++)
    {
      guint n_overlaps;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_overlaps = push_all (boxes);
      if (n_overlaps == 0)
        return TRUE;
      if (may_grow && step % ITERATIONS_PER_GROWTH == 0 && n_overlaps > boxes->n / 20)
        make_room (boxes);
    }

  return TRUE;
}

/* The x nearest to @wanted that no interval holds. @intervals are sorted and get merged. */
static double
find_free_x (Interval *intervals,
             guint     n_intervals,
             double    wanted)
{
  for (guint i = 0; i < n_intervals;)
    {
      double low = intervals[i].low;
      double high = intervals[i].high;

      for (i++; i < n_intervals && intervals[i].low < high; i++)
        high = MAX (high, intervals[i].high);
      if (wanted > low && wanted < high)
        return wanted - low < high - wanted ? low : high;
    }

  return wanted;
}

/* What @node may not overlap when its centre is at height @y. */
static guint
collect_intervals (const Boxes    *boxes,
                   const gboolean *is_placed,
                   guint           node,
                   double          y,
                   Interval       *intervals)
{
  guint n_intervals = 0;

  for (guint i = 0; i < boxes->n; i++)
    {
      double reach_x = boxes->half_sizes[i].x + boxes->half_sizes[node].x + GAP;
      double reach_y = boxes->half_sizes[i].y + boxes->half_sizes[node].y + GAP / 2.0;

      if (!is_placed[i] || fabs (boxes->positions[i].y - y) >= reach_y)
        continue;
      intervals[n_intervals].low = boxes->positions[i].x - reach_x;
      intervals[n_intervals++].high = boxes->positions[i].x + reach_x;
    }
  qsort (intervals, n_intervals, sizeof *intervals, compare_intervals);

  return n_intervals;
}

/* Puts @node on the free place nearest to where it is. That place is at the node’s own height or
 * level with the upper or lower side of a box in the way, so that trying these heights, nearest
 * first, finds it.
 */
static void
place_exactly (Boxes          *boxes,
               const gboolean *is_placed,
               guint           node,
               Interval       *intervals,
               Edge           *heights)
{
  LeadupPoint wanted = boxes->positions[node];
  LeadupPoint best = wanted;
  double best_square = G_MAXDOUBLE;
  guint n_heights = 0;

  heights[n_heights++] = (Edge) { 0.0, G_MAXUINT };
  for (guint i = 0; i < boxes->n; i++)
    {
      double reach = boxes->half_sizes[i].y + boxes->half_sizes[node].y + GAP;

      if (!is_placed[i])
        continue;
      heights[n_heights++] = (Edge) { fabs (boxes->positions[i].y - reach - wanted.y), 2 * i };
      heights[n_heights++] = (Edge) { fabs (boxes->positions[i].y + reach - wanted.y), 2 * i + 1 };
    }
  qsort (heights, n_heights, sizeof *heights, compare_edges);

  for (guint k = 0; k < n_heights && heights[k].left * heights[k].left < best_square; k++)
    {
      LeadupPoint place = wanted;
      guint n_intervals;
      double square;

      if (heights[k].node != G_MAXUINT)
        {
          guint other = heights[k].node / 2;
          double reach = boxes->half_sizes[other].y + boxes->half_sizes[node].y + GAP;

          place.y = boxes->positions[other].y + (heights[k].node & 1 ? reach : -reach);
        }
      n_intervals = collect_intervals (boxes, is_placed, node, place.y, intervals);
      place.x = find_free_x (intervals, n_intervals, wanted.x);
      square = (place.x - wanted.x) * (place.x - wanted.x)
               + (place.y - wanted.y) * (place.y - wanted.y);
      if (square < best_square)
        {
          best_square = square;
          best = place;
        }
    }

  boxes->positions[node] = best;
}

/* Which nodes overlap another one; of two, the one that may move, else the later. */
static guint
mark_overlapping (Boxes    *boxes,
                  gboolean *is_overlapping)
{
  guint n_overlaps = 0;

  memset (is_overlapping, 0, boxes->n * sizeof *is_overlapping);
  sort_by_left (boxes);
  for (guint i = 0; i < boxes->n; i++)
    {
      guint a = boxes->order[i].node;
      double right = boxes->order[i].left + 2.0 * boxes->half_sizes[a].x;

      for (guint k = i + 1; k < boxes->n && boxes->order[k].left < right; k++)
        {
          guint b = boxes->order[k].node;
          LeadupPoint overlap;

          if (!measure_overlap (boxes, a, b, 0.0, &overlap))
            continue;
          n_overlaps++;
          if (is_overlapping[a] || is_overlapping[b])
            continue;
          is_overlapping[is_fixed (boxes, b) ? a : b] = TRUE;
        }
    }

  return n_overlaps;
}

static gboolean
place_rest (Boxes        *boxes,
            GCancellable *cancellable,
            GError      **error)
{
  g_autofree gboolean *is_placed = g_new (gboolean, boxes->n + 1);
  g_autofree Interval *intervals = g_new (Interval, boxes->n + 1);
  g_autofree Edge *heights = g_new (Edge, 2 * (gsize) boxes->n + 1);

  if (mark_overlapping (boxes, is_placed) == 0)
    return TRUE;

  for (guint i = 0; i < boxes->n; i++)
    is_placed[i] = !is_placed[i] || is_fixed (boxes, i);
  for (guint i = 0; i < boxes->n; i++)
    {
      if (is_placed[i])
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      place_exactly (boxes, is_placed, i, intervals, heights);
      is_placed[i] = TRUE;
    }

  return TRUE;
}

static void
init_boxes (Boxes             *boxes,
            guint              n,
            const LeadupPoint *half_sizes,
            const gboolean    *is_pinned,
            LeadupPoint       *positions)
{
  *boxes = (Boxes) { n, half_sizes, is_pinned, positions, g_new (Edge, n + 1) };
  for (guint i = 0; i < n; i++)
    boxes->order[i].node = i;
}

/**
 * leadup_graph_overlap_count:
 * @n: number of boxes
 * @half_sizes: (array length=n): half their widths and heights
 * @positions: (array length=n): their centres
 *
 * Returns: how many pairs of boxes overlap
 */
guint
leadup_graph_overlap_count (guint              n,
                            const LeadupPoint *half_sizes,
                            const LeadupPoint *positions)
{
  g_autofree LeadupPoint *copy = g_memdup2 (positions, n * sizeof *positions);
  g_autofree gboolean *is_overlapping = g_new (gboolean, n + 1);
  guint n_overlaps;
  Boxes boxes;

  init_boxes (&boxes, n, half_sizes, NULL, copy);
  n_overlaps = mark_overlapping (&boxes, is_overlapping);
  g_free (boxes.order);

  return n_overlaps;
}

/**
 * leadup_graph_overlap_remove:
 * @n: number of boxes
 * @half_sizes: (array length=n): half their widths and heights
 * @is_pinned: (nullable) (array length=n): boxes that do not move
 * @positions: (array length=n) (inout): their centres
 * @cancellable: (nullable): to give up
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Moves boxes until none overlaps another: first all of them a little, each pair along its shortest
 * way out; then what is left one by one to the nearest free place, which always exists. Only two
 * pinned boxes can still overlap.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
leadup_graph_overlap_remove (guint              n,
                             const LeadupPoint *half_sizes,
                             const gboolean    *is_pinned,
                             LeadupPoint       *positions,
                             GCancellable      *cancellable,
                             GError           **error)
{
  Boxes boxes;
  gboolean is_done;

  init_boxes (&boxes, n, half_sizes, is_pinned, positions);
  is_done = push_until_free (&boxes, cancellable, error);
  if (is_done)
    is_done = place_rest (&boxes, cancellable, error);
  g_free (boxes.order);

  return is_done;
}
