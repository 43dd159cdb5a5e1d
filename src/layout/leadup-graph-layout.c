/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-layout.h"

#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-graph-packing.h"
#include "layout/leadup-graph-part.h"

#include <math.h>
#include <stdlib.h>

#define DEFAULT_ASPECT 1.5

/* Between components, in units of length. */
#define GAP 0.6

/* Between isolated nodes, which are docked in rows: beside and below each other. */
#define DOCK_GAP_X 0.25
#define DOCK_GAP_Y 0.08

/* Rows are at least so long, however narrow the map above them is. */
#define MIN_DOCK_COLUMNS 5

static gboolean
is_isolated (const LeadupGraphPart *part)
{
  return part->n == 1;
}

static void
move_part (LeadupGraphPart *part,
           double           dx,
           double           dy)
{
  for (guint i = 0; i < part->n; i++)
    {
      part->positions[i].x += dx;
      part->positions[i].y += dy;
    }
}

static LeadupRect
grow (LeadupRect rect,
      double     by)
{
  return (LeadupRect) { rect.x - by, rect.y - by, rect.width + 2.0 * by, rect.height + 2.0 * by };
}

/* What a component takes up: the boxes of its nodes, and its edges in pieces. */
static void
add_pieces (const LeadupGraphPart *part,
            GArray                *pieces)
{
  for (guint i = 0; i < part->n; i++)
    {
      LeadupPoint half =
          part->half_sizes != NULL ? part->half_sizes[i] : (LeadupPoint) { 0.0, 0.0 };
      LeadupRect box = { part->positions[i].x - half.x, part->positions[i].y - half.y, 2.0 * half.x,
                         2.0 * half.y };

      box = grow (box, GAP / 2.0);
      g_array_append_val (pieces, box);
    }
  for (guint i = 0; i < part->n_edges; i++)
    {
      const LeadupPoint *a = &part->positions[part->edges[i].a];
      const LeadupPoint *b = &part->positions[part->edges[i].b];
      double length = sqrt ((b->x - a->x) * (b->x - a->x) + (b->y - a->y) * (b->y - a->y));
      guint n = (guint) CLAMP (ceil (length / GAP), 1.0, 1000.0);

      for (guint k = 1; k < n; k++)
        {
          LeadupRect at = { a->x + k * (b->x - a->x) / n, a->y + k * (b->y - a->y) / n, 0.0, 0.0 };

          at = grow (at, GAP / 2.0);
          g_array_append_val (pieces, at);
        }
    }
}

/* Whether the part has a place of its own in the whole. */
static gboolean
is_fixed (const LeadupGraphPart *part)
{
  return part->has_pins || (part->anchors != NULL && !part->is_fresh);
}

/* Puts components side by side; those with pinned or anchored nodes stay. */
static void
pack_parts (GPtrArray *parts,
            double     aspect)
{
  g_autofree LeadupGraphShape *shapes = g_new0 (LeadupGraphShape, parts->len + 1);
  g_autofree guint *which = g_new (guint, parts->len + 1);
  g_autofree guint *first = g_new (guint, parts->len + 2);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  guint n_fixed = 0;
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < parts->len; i++)
        {
          const LeadupGraphPart *part = g_ptr_array_index (parts, i);

          if (is_fixed (part) != (pass == 0) || (is_isolated (part) && !part->has_pins))
            continue;
          first[n] = pieces->len;
          /* What is all there is has nobody to leave room for. */
          if (parts->len > 1)
            add_pieces (part, pieces);
          shapes[n].n_parts = pieces->len - first[n];
          shapes[n].bounds = grow (leadup_graph_part_get_bounds (part), GAP / 2.0);
          which[n++] = i;
        }
      if (pass == 0)
        n_fixed = n;
    }
  for (guint i = 0; i < n && pieces->len > 0; i++)
    shapes[i].parts = &g_array_index (pieces, LeadupRect, first[i]);

  leadup_graph_packing_place (shapes, n, n_fixed, aspect);
  for (guint i = n_fixed; i < n; i++)
    {
      LeadupGraphPart *part = g_ptr_array_index (parts, which[i]);
      LeadupRect bounds = leadup_graph_part_get_bounds (part);

      move_part (part, shapes[i].bounds.x + GAP / 2.0 - bounds.x,
                 shapes[i].bounds.y + GAP / 2.0 - bounds.y);
    }
}

static gboolean
join_bounds (GPtrArray  *parts,
             LeadupRect *whole)
{
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;
  gboolean is_empty = TRUE;

  *whole = (LeadupRect) { G_MAXDOUBLE, G_MAXDOUBLE, 0.0, 0.0 };
  for (guint i = 0; i < parts->len; i++)
    {
      const LeadupGraphPart *part = g_ptr_array_index (parts, i);
      LeadupRect bounds;

      if (is_isolated (part) && !part->has_pins)
        continue;
      bounds = leadup_graph_part_get_bounds (part);
      whole->x = MIN (whole->x, bounds.x);
      whole->y = MIN (whole->y, bounds.y);
      right = MAX (right, bounds.x + bounds.width);
      bottom = MAX (bottom, bounds.y + bounds.height);
      is_empty = FALSE;
    }
  if (is_empty)
    *whole = (LeadupRect) { 0.0, 0.0, 0.0, 0.0 };
  else
    {
      whole->width = right - whole->x;
      whole->height = bottom - whole->y;
    }

  return !is_empty;
}

/* The size of a cell that any of the isolated nodes fits into. */
static LeadupPoint
measure_cell (GPtrArray *isolated)
{
  LeadupPoint cell = { 0.5, 0.4 };

  for (guint i = 0; i < isolated->len; i++)
    {
      LeadupRect bounds = leadup_graph_part_get_bounds (g_ptr_array_index (isolated, i));

      cell.x = MAX (cell.x, bounds.width + DOCK_GAP_X);
      cell.y = MAX (cell.y, bounds.height + DOCK_GAP_Y);
    }

  return cell;
}

/* Isolated nodes go in rows below all others, as wide as these; they say something by having no
 * ties. */
static void
dock_isolated (GPtrArray *parts,
               double     aspect)
{
  g_autoptr (GPtrArray) isolated = g_ptr_array_new ();
  LeadupRect whole;
  LeadupPoint cell;
  gboolean has_others = join_bounds (parts, &whole);
  double width;
  guint n_columns;

  for (guint i = 0; i < parts->len; i++)
    {
      LeadupGraphPart *part = g_ptr_array_index (parts, i);

      if (is_isolated (part) && !part->has_pins)
        g_ptr_array_add (isolated, part);
    }
  if (isolated->len == 0)
    return;

  cell = measure_cell (isolated);
  width = MAX (whole.width,
               sqrt (isolated->len * cell.x * cell.y * aspect * (has_others ? 0.5 : 1.0)));
  width = MAX (width, MIN_DOCK_COLUMNS * cell.x);
  n_columns = (guint) CLAMP (floor (width / cell.x + 0.001), 1.0, (double) isolated->len);
  for (guint i = 0; i < isolated->len; i++)
    {
      LeadupGraphPart *part = g_ptr_array_index (isolated, i);
      guint row = i / n_columns;
      guint in_row = MIN (n_columns, isolated->len - row * n_columns);
      double left = whole.x + (whole.width - in_row * cell.x) / 2.0;

      part->positions[0].x = left + (i % n_columns + 0.5) * cell.x;
      part->positions[0].y
          = whole.y + whole.height + (has_others ? GAP : 0.0) + (row + 0.5) * cell.y;
    }
}

/* Around pinned nodes, components can have come to lie on each other. */
static gboolean
remove_last_overlaps (const LeadupGraphLayoutInput *input,
                      GPtrArray                    *parts,
                      LeadupPoint                  *positions,
                      GCancellable                 *cancellable,
                      GError                      **error)
{
  g_autofree gboolean *is_pinned = g_new0 (gboolean, input->n + 1);

  if (input->half_sizes == NULL)
    return TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      const LeadupGraphPart *part = g_ptr_array_index (parts, i);

      for (guint k = 0; k < part->n; k++)
        is_pinned[part->nodes[k]] = part->is_pinned[k];
    }

  return leadup_graph_overlap_remove (input->n, input->half_sizes, is_pinned, positions,
                                      cancellable, error);
}

static gboolean
is_valid (const LeadupGraphLayoutInput *input)
{
  for (guint i = 0; i < input->n_edges; i++)
    {
      const LeadupGraphEdge *edge = &input->edges[i];

      if (edge->a >= input->n || edge->b >= input->n || !(edge->length > 0.0)
          || !isfinite (edge->length))
        return FALSE;
    }

  return TRUE;
}

/* What it takes to show the way. */
typedef struct
{
  const LeadupGraphLayoutInput *input;
  const LeadupGraphPart        *part; /* that is being laid out */
  LeadupPoint                  *positions;
  gint64                        shown_at;
} Show;

/* The part that is being laid out, and all others in rows below it. */
static void
show (gpointer data)
{
  Show *self = data;
  const LeadupGraphPart *part = self->part;
  gint64 now = g_get_monotonic_time ();
  LeadupRect bounds;
  guint n_columns;
  guint n_rest = 0;

  if (self->shown_at != 0 && now - self->shown_at < G_USEC_PER_SEC / 30)
    return;

  self->shown_at = now;
  bounds = leadup_graph_part_get_bounds (part);
  n_columns = (guint) MAX (MIN_DOCK_COLUMNS, bounds.width);
  for (guint i = 0; i < self->input->n; i++)
    self->positions[i] = (LeadupPoint) { (double) NAN, (double) NAN };
  for (guint i = 0; i < part->n; i++)
    self->positions[part->nodes[i]] = part->positions[i];
  for (guint i = 0; i < self->input->n; i++)
    if (isnan (self->positions[i].x))
      {
        self->positions[i].x = bounds.x + n_rest % n_columns + 0.5;
        self->positions[i].y = bounds.y + bounds.height + GAP + 0.5 * (n_rest / n_columns);
        n_rest++;
      }
  self->input->progress (self->positions, self->input->data);
}

static gboolean
lay_out_parts (const LeadupGraphLayoutInput *input,
               GPtrArray                    *parts,
               LeadupPoint                  *positions,
               GCancellable                 *cancellable,
               GError                      **error)
{
  Show to_show = { input, NULL, positions, 0 };
  LeadupGraphPartRules rules = { input->seed, input->crossing_slack, input->anchoring,
                                 input->progress != NULL ? show : NULL, &to_show };

  for (guint i = 0; i < parts->len; i++)
    {
      to_show.part = g_ptr_array_index (parts, i);
      if (!leadup_graph_part_lay_out (g_ptr_array_index (parts, i), &rules, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * leadup_graph_layout_run:
 * @input: the graph; lengths are finite and positive
 * @cancellable: (nullable): to give up, within a few milliseconds
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Finds places for the nodes of a graph at which drawn distances are as the ideal ones as far as
 * the plane allows, with few crossings and with no two boxes on each other. Components lie side by
 * side, nodes without edges in rows below.
 *
 * Same input, same positions to the last bit, on every machine. What is pinned does not move at
 * all; new nodes (start NAN) find places near their partners; where all have a start and nothing is
 * pinned, the map is tidied up but stays recognizable. Any thread.
 *
 * Returns: (transfer full) (nullable) (array): positions of all nodes; %NULL when cancelled
 */
LeadupPoint *
leadup_graph_layout_run (const LeadupGraphLayoutInput *input,
                         GCancellable                 *cancellable,
                         GError                      **error)
{
  g_autofree LeadupPoint *positions = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  double aspect;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (is_valid (input), NULL);

  aspect = input->aspect > 0.0 ? input->aspect : DEFAULT_ASPECT;
  positions = g_new (LeadupPoint, input->n + 1);
  parts = leadup_graph_part_split (input);
  if (!lay_out_parts (input, parts, positions, cancellable, error))
    return NULL;

  pack_parts (parts, aspect);
  dock_isolated (parts, aspect);
  for (guint i = 0; i < parts->len; i++)
    {
      const LeadupGraphPart *part = g_ptr_array_index (parts, i);

      for (guint k = 0; k < part->n; k++)
        positions[part->nodes[k]] = part->positions[k];
    }
  if (!remove_last_overlaps (input, parts, positions, cancellable, error))
    return NULL;

  return g_steal_pointer (&positions);
}
