/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene-private.h"
#include "render/leadup-scene.h"

#include <math.h>

#define CURVE_STEPS 16

/* What is small and in front wins over what it lies on, even where the pointer only comes near it.
 */
static int
get_rank (LeadupSceneKind kind)
{
  switch (kind)
    {
    case LEADUP_SCENE_EVENT:
    case LEADUP_SCENE_CLUSTER:
    case LEADUP_SCENE_ACTOR:
      return 3;
    case LEADUP_SCENE_TIE:
      return 2;
    case LEADUP_SCENE_LANE:
    case LEADUP_SCENE_PHASE:
    case LEADUP_SCENE_AXIS:
    case LEADUP_SCENE_BREAK:
      return 1;
    case LEADUP_SCENE_DECORATION:
    default:
      return 0;
    }
}

static double
rect_distance (const LeadupRect *rect,
               double            x,
               double            y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

static double
segment_distance (const LeadupPoint *a,
                  const LeadupPoint *b,
                  double             x,
                  double             y)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a->x) * dx + (y - a->y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);

  return hypot (a->x + t * dx - x, a->y + t * dy - y);
}

/* A point of the segment that starts at @from. */
static LeadupPoint
curve_point (const LeadupPathOp *op,
             const LeadupPoint  *from,
             double              t)
{
  const LeadupPoint *p = op->points;
  double u = 1 - t;

  if (op->op == 'Q')
    return (LeadupPoint) { u * u * from->x + 2 * u * t * p[0].x + t * t * p[1].x,
                           u * u * from->y + 2 * u * t * p[0].y + t * t * p[1].y };

  return (LeadupPoint) {
    u * u * u * from->x + 3 * u * u * t * p[0].x + 3 * u * t * t * p[1].x + t * t * t * p[2].x,
    u * u * u * from->y + 3 * u * u * t * p[0].y + 3 * u * t * t * p[1].y + t * t * t * p[2].y
  };
}

typedef struct
{
  double x;
  double y;
  double distance;
  gboolean is_inside; /* by the even-odd rule */
} PathProbe;

static void
probe_segment (PathProbe         *probe,
               const LeadupPoint *a,
               const LeadupPoint *b)
{
  probe->distance = MIN (probe->distance, segment_distance (a, b, probe->x, probe->y));
  if ((a->y > probe->y) != (b->y > probe->y) &&
      probe->x < (b->x - a->x) * (probe->y - a->y) / (b->y - a->y) + a->x)
    probe->is_inside = !probe->is_inside;
}

static double
path_distance (const LeadupSceneItem *item,
               double                 x,
               double                 y)
{
  PathProbe probe = { .x = x, .y = y, .distance = G_MAXDOUBLE };
  LeadupPoint start = { 0 }, at = { 0 };

  for (guint i = 0; i < item->n_path; i++)
    {
      const LeadupPathOp *op = &item->path[i];

      switch (op->op)
        {
        case 'M':
          start = at = op->points[0];
          break;
        case 'L':
          probe_segment (&probe, &at, &op->points[0]);
          at = op->points[0];
          break;
        case 'Q':
        case 'C':
          {
            LeadupPoint from = at;

            for (int step = 1; step <= CURVE_STEPS; step++)
              {
                LeadupPoint next = curve_point (op, &from, (double) step / CURVE_STEPS);

                probe_segment (&probe, &at, &next);
                at = next;
              }
          }
          break;
        default:
          probe_segment (&probe, &at, &start);
          at = start;
          break;
        }
    }

  if (item->paint.fill.alpha != 0 && probe.is_inside)
    return 0;

  return MAX (probe.distance - item->paint.stroke_width / 2, 0);
}

static double
group_distance (const LeadupScene      *self,
                const LeadupSceneGroup *group,
                double                  x,
                double                  y)
{
  double distance = G_MAXDOUBLE;

  for (guint i = 0; i < group->n_items; i++)
    {
      const LeadupSceneItem *item = leadup_scene_peek_item (self, group->first_item + i);

      if (item->shape == LEADUP_SHAPE_PATH)
        {
          distance = MIN (distance, path_distance (item, x, y));
        }
      else
        {
          LeadupRect bounds = leadup_scene_item_get_bounds (item);

          distance = MIN (distance, rect_distance (&bounds, x, y));
        }
    }

  return distance;
}

/**
 * leadup_scene_pick:
 * @tolerance: pixels by which the pointer may miss
 *
 * Finds what a pointer means: of what stands for a record the nearest within @tolerance, of the
 * equally near the one in front. Marks come before ties, and ties before lanes and phases, which
 * fill the ground.
 *
 * Returns: (transfer none) (nullable): the group
 */
const LeadupSceneGroup *
leadup_scene_pick (const LeadupScene *self,
                   double             x,
                   double             y,
                   double             tolerance)
{
  const LeadupSceneGroup *best = NULL;
  double best_distance = G_MAXDOUBLE;
  int best_rank = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->n_nodes; i-- > 0;)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (self, i);
      const LeadupRect *clip = leadup_scene_get_clip (self, i);
      int rank = get_rank (group->kind);
      double distance;

      if (rank == 0 || rank < best_rank || group->n_items == 0 ||
          rect_distance (&group->bounds, x, y) > tolerance + 4 ||
          (clip != NULL && rect_distance (clip, x, y) > 0))
        continue;

      distance = group_distance (self, group, x, y);
      if (distance <= tolerance && (rank > best_rank || distance < best_distance))
        {
          best = group;
          best_distance = distance;
          best_rank = rank;
        }
    }

  return best;
}

/**
 * leadup_scene_find:
 * @id: of the record
 *
 * Returns: (transfer none) (nullable): the first group that stands for the record
 */
const LeadupSceneGroup *
leadup_scene_find (const LeadupScene *self,
                   LeadupSceneKind    kind,
                   const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (self, i);

      if (group->kind == kind && g_strcmp0 (group->id, id) == 0)
        return group;
    }

  return NULL;
}
