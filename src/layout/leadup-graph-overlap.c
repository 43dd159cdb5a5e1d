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

/* Boxes that fill more than this part of the plane have hardly any way to go. */
#define MAX_FILL 0.6

/* Above so many, a near free place will do in place of the nearest. */
#define MAX_EXACT 1000

/* Cells of the grid, for each box. */
#define MAX_CELLS 4

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

/* All that a search for overlaps needs: boxes by the cell of a grid that their centres are in,
 * which are no smaller than any box.
 *
 * @order: boxes, cell by cell
 * @cells: for each cell the first of its boxes in @order; one more than there are
 */
typedef struct
{
  guint              n;
  const LeadupPoint *half_sizes;
  const gboolean    *is_pinned;
  LeadupPoint       *positions;
  LeadupPoint        largest;
  guint             *order;
  guint             *cell_of;
  guint             *cells;
  guint              n_columns;
  guint              n_rows;
} Boxes;

/* What to do with two boxes that overlap. Returns: how many overlaps that is */
typedef guint (*PairFunc) (Boxes             *boxes,
                           guint              a,
                           guint              b,
                           const LeadupPoint *overlap,
                           gpointer           data);

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

static LeadupRect
get_extent (const Boxes *boxes)
{
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  LeadupPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < boxes->n; i++)
    {
      low.x = MIN (low.x, boxes->positions[i].x);
      high.x = MAX (high.x, boxes->positions[i].x);
      low.y = MIN (low.y, boxes->positions[i].y);
      high.y = MAX (high.y, boxes->positions[i].y);
    }

  return (LeadupRect) { low.x, low.y, high.x - low.x, high.y - low.y };
}

static void
sort_into_cells (Boxes *boxes)
{
  LeadupRect extent = get_extent (boxes);
  LeadupPoint size = boxes->largest;
  guint n_cells;

  /* A wide plane with few boxes in it gets larger cells. */
  while ((extent.width / size.x + 1.0) * (extent.height / size.y + 1.0)
         > MAX_CELLS * boxes->n + 4.0)
    {
      if (extent.width / size.x > extent.height / size.y)
        size.x *= 2.0;
      else
        size.y *= 2.0;
    }
  boxes->n_columns = (guint) (extent.width / size.x) + 1;
  boxes->n_rows = (guint) (extent.height / size.y) + 1;
  n_cells = boxes->n_columns * boxes->n_rows;

  memset (boxes->cells, 0, (n_cells + 1) * sizeof *boxes->cells);
  for (guint i = 0; i < boxes->n; i++)
    {
      guint column = (guint) ((boxes->positions[i].x - extent.x) / size.x);
      guint row = (guint) ((boxes->positions[i].y - extent.y) / size.y);

      boxes->cell_of[i] = MIN (row, boxes->n_rows - 1) * boxes->n_columns
                          + MIN (column, boxes->n_columns - 1);
      boxes->cells[boxes->cell_of[i]]++;
    }
  for (guint cell = 0, n = 0; cell <= n_cells; cell++)
    {
      n += cell < n_cells ? boxes->cells[cell] : 0;
      boxes->cells[cell] = n;
    }
  for (guint i = boxes->n; i > 0; i--)
    boxes->order[--boxes->cells[boxes->cell_of[i - 1]]] = i - 1;
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

/* Calls @func for each box of @cell from @first on that overlaps box @a. */
static guint
visit_cell (Boxes   *boxes,
            guint    a,
            guint    cell,
            guint    first,
            double   gap,
            PairFunc func,
            gpointer data)
{
  guint n = 0;

  for (guint k = MAX (first, boxes->cells[cell]); k < boxes->cells[cell + 1]; k++)
    {
      LeadupPoint overlap;

      if (measure_overlap (boxes, a, boxes->order[k], gap, &overlap))
        n += func (boxes, a, boxes->order[k], &overlap, data);
    }

  return n;
}

/* Calls @func for each pair of boxes that overlap when it is their turn; each with those after it
 * in its cell, and with those in the cells to the right and in the next row. */
static guint
visit_overlaps (Boxes   *boxes,
                double   gap,
                PairFunc func,
                gpointer data)
{
  guint n = 0;

  sort_into_cells (boxes);
  for (guint k = 0; k < boxes->n; k++)
    {
      guint a = boxes->order[k];
      guint cell = boxes->cell_of[a];
      guint column = cell % boxes->n_columns;

      n += visit_cell (boxes, a, cell, k + 1, gap, func, data);
      if (column + 1 < boxes->n_columns)
        n += visit_cell (boxes, a, cell + 1, 0, gap, func, data);
      if (cell / boxes->n_columns + 1 == boxes->n_rows)
        continue;
      for (guint i = column > 0 ? 0 : 1; i < 3 && column + i <= boxes->n_columns; i++)
        n += visit_cell (boxes, a, cell + boxes->n_columns + i - 1, 0, gap, func, data);
    }

  return n;
}

/* Moves two boxes apart where that is shortest. */
static guint
push_apart (Boxes             *boxes,
            guint              a,
            guint              b,
            const LeadupPoint *overlap,
            gpointer           data)
{
  LeadupPoint *p = &boxes->positions[a];
  LeadupPoint *q = &boxes->positions[b];
  double share = is_fixed (boxes, a) || is_fixed (boxes, b) ? 1.0 : 0.5;
  LeadupPoint by = { 0.0, 0.0 };

  if (is_fixed (boxes, a) && is_fixed (boxes, b))
    return 0;

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
  return 1;
}

static void
make_room (Boxes *boxes,
           double growth)
{
  for (guint i = 0; i < boxes->n; i++)
    {
      boxes->positions[i].x *= growth;
      boxes->positions[i].y *= growth;
    }
}

/* Makes the whole so large that the boxes could lie in it without being in each other’s way. */
static void
make_first_room (Boxes *boxes)
{
  LeadupRect extent = get_extent (boxes);
  double area = 0.0;
  double room = (extent.width + boxes->largest.x) * (extent.height + boxes->largest.y);

  for (guint i = 0; i < boxes->n; i++)
    area += 4.0 * boxes->half_sizes[i].x * boxes->half_sizes[i].y;
  if (area > MAX_FILL * room)
    make_room (boxes, sqrt (area / (MAX_FILL * room)));
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

  if (may_grow && visit_overlaps (boxes, GAP, push_apart, NULL) > boxes->n / 20)
    make_first_room (boxes);
  for (guint step = 1; step <= MAX_ITERATIONS; step++)
    {
      guint n_overlaps;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_overlaps = visit_overlaps (boxes, GAP, push_apart, NULL);
      if (n_overlaps == 0)
        return TRUE;
      if (may_grow && step % ITERATIONS_PER_GROWTH == 0 && n_overlaps > boxes->n / 20)
        make_room (boxes, GROWTH);
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

/* Of two, the one that may move, else the later. */
static guint
mark_pair (Boxes             *boxes,
           guint              a,
           guint              b,
           const LeadupPoint *overlap,
           gpointer           data)
{
  gboolean *is_overlapping = data;

  if (!is_overlapping[a] && !is_overlapping[b])
    is_overlapping[is_fixed (boxes, b) ? a : b] = TRUE;

  return 1;
}

/* Which nodes have to go so that no two of the others overlap. */
static guint
mark_overlapping (Boxes    *boxes,
                  gboolean *is_overlapping)
{
  memset (is_overlapping, 0, boxes->n * sizeof *is_overlapping);

  return visit_overlaps (boxes, 0.0, mark_pair, is_overlapping);
}

/* Boxes by cell in a table that grows in all directions; other cells may share a slot. */
typedef struct
{
  guint *heads;
  guint *next;
  guint  mask;
} Table;

static guint
find_slot (const Table *table,
           int          column,
           int          row)
{
  guint hash = (guint) column * 2654435761u ^ (guint) row * 2246822519u;

  return (hash ^ hash >> 15) & table->mask;
}

static void
get_cell (const Boxes       *boxes,
          const LeadupPoint *place,
          int               *column,
          int               *row)
{
  *column = (int) floor (place->x / boxes->largest.x);
  *row = (int) floor (place->y / boxes->largest.y);
}

static void
put (const Boxes *boxes,
     Table       *table,
     guint        node)
{
  int column, row;
  guint slot;

  get_cell (boxes, &boxes->positions[node], &column, &row);
  slot = find_slot (table, column, row);
  table->next[node] = table->heads[slot];
  table->heads[slot] = node;
}

static gboolean
is_free_at (const Boxes       *boxes,
            const Table       *table,
            guint              node,
            const LeadupPoint *place)
{
  const LeadupPoint *half = &boxes->half_sizes[node];
  int column, row;

  get_cell (boxes, place, &column, &row);
  for (int i = 0; i < 9; i++)
    for (guint other = table->heads[find_slot (table, column + i % 3 - 1, row + i / 3 - 1)];
         other != G_MAXUINT; other = table->next[other])
      {
        const LeadupPoint *at = &boxes->positions[other];

        if (fabs (at->x - place->x) < boxes->half_sizes[other].x + half->x + GAP &&
            fabs (at->y - place->y) < boxes->half_sizes[other].y + half->y + GAP)
          return FALSE;
      }

  return TRUE;
}

/* Tries places on the sides of ever larger squares around where the node is. */
static void
place_near (Boxes       *boxes,
            const Table *table,
            guint        node)
{
  LeadupPoint wanted = boxes->positions[node];
  LeadupPoint step = { boxes->half_sizes[node].x + GAP, boxes->half_sizes[node].y + GAP };

  for (int ring = 1;; ring++)
    for (int k = -ring; k < ring; k++)
      {
        const LeadupPoint sides[] = { { k, -ring }, { ring, k }, { -k, ring }, { -ring, -k } };

        for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
          {
            LeadupPoint place = { wanted.x + step.x * sides[side].x,
                                  wanted.y + step.y * sides[side].y };

            if (is_free_at (boxes, table, node, &place))
              {
                boxes->positions[node] = place;
                return;
              }
          }
      }
}

static gboolean
place_many (Boxes          *boxes,
            const gboolean *is_placed,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autofree guint *next = g_new (guint, boxes->n);
  g_autofree guint *heads = NULL;
  Table table = { NULL, next, 1 };

  while (table.mask < boxes->n)
    table.mask = 2 * table.mask + 1;
  table.heads = heads = g_new (guint, table.mask + 1);
  for (guint i = 0; i <= table.mask; i++)
    heads[i] = G_MAXUINT;

  for (guint i = 0; i < boxes->n; i++)
    if (is_placed[i])
      put (boxes, &table, i);
  for (guint i = 0; i < boxes->n; i++)
    {
      if (is_placed[i])
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      place_near (boxes, &table, i);
      put (boxes, &table, i);
    }

  return TRUE;
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
  if (boxes->n > MAX_EXACT)
    return place_many (boxes, is_placed, cancellable, error);

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
  *boxes = (Boxes) { n, half_sizes, is_pinned, positions, { 1e-3, 1e-3 } };
  boxes->order = g_new (guint, n + 1);
  boxes->cell_of = g_new (guint, n + 1);
  boxes->cells = g_new (guint, MAX_CELLS * (gsize) n + 8);
  for (guint i = 0; i < n; i++)
    {
      boxes->largest.x = MAX (boxes->largest.x, 2.0 * half_sizes[i].x + 2.0 * GAP);
      boxes->largest.y = MAX (boxes->largest.y, 2.0 * half_sizes[i].y + 2.0 * GAP);
    }
}

static void
clear_boxes (Boxes *boxes)
{
  g_free (boxes->order);
  g_free (boxes->cell_of);
  g_free (boxes->cells);
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
  clear_boxes (&boxes);

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
  clear_boxes (&boxes);

  return is_done;
}
