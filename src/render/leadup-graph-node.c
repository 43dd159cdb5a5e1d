/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-node.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of a quarter of a circle as a Bézier curve. */
#define KAPPA 0.5522847498

#define MAX_CORNERS 8

/**
 * Outline:
 * @n: corners; 0 is a circle
 * @rounding: part of each side that a corner takes
 */
typedef struct
{
  guint       n;
  double      rounding;
  LeadupPoint corners[MAX_CORNERS];
} Outline;

/* States are blocks, organisations hexagons, armed groups shields, media pages, places diamonds. */
static const Outline outlines[] = {
  [LEADUP_ACTOR_KIND_PERSON] = { 0 },
  [LEADUP_ACTOR_KIND_STATE] = { 4,
                                0.16,
                                { { -0.86, -0.86 },
                                  { 0.86, -0.86 },
                                  { 0.86, 0.86 },
                                  { -0.86, 0.86 } } },
  [LEADUP_ACTOR_KIND_ORGANISATION] = { 6,
                                       0.12,
                                       { { -0.5, -0.9 },
                                         { 0.5, -0.9 },
                                         { 1.02, 0 },
                                         { 0.5, 0.9 },
                                         { -0.5, 0.9 },
                                         { -1.02, 0 } } },
  [LEADUP_ACTOR_KIND_ARMED_GROUP] = { 5,
                                      0.14,
                                      { { -0.88, -0.85 },
                                        { 0.88, -0.85 },
                                        { 0.88, 0.25 },
                                        { 0, 1.08 },
                                        { -0.88, 0.25 } } },
  [LEADUP_ACTOR_KIND_MEDIA] = { 4,
                                0.1,
                                { { -1.05, -0.7 },
                                  { 1.05, -0.7 },
                                  { 1.05, 0.7 },
                                  { -1.05, 0.7 } } },
  [LEADUP_ACTOR_KIND_PLACE] = { 4, 0.1, { { 0, -1.08 }, { 1.08, 0 }, { 0, 1.08 }, { -1.08, 0 } } },
  [LEADUP_ACTOR_KIND_NATIONALITY] = { 0 },
  [LEADUP_ACTOR_KIND_UNATTRIBUTED] = { 0 },
};

static LeadupPoint
get_corner (const LeadupGraphNode *self,
            const Outline         *outline,
            guint                  index)
{
  const LeadupPoint *corner = &outline->corners[index % outline->n];

  return (LeadupPoint) { self->centre.x + self->radius * corner->x,
                         self->centre.y + self->radius * corner->y };
}

static LeadupPoint
go (LeadupPoint from,
    LeadupPoint to,
    double      part)
{
  return (LeadupPoint) { from.x + part * (to.x - from.x), from.y + part * (to.y - from.y) };
}

static guint
trace_polygon (const LeadupGraphNode *self,
               const Outline         *outline,
               LeadupPathOp          *path)
{
  guint n = 0;

  for (guint i = 0; i < outline->n; i++)
    {
      LeadupPoint before = get_corner (self, outline, i + outline->n - 1);
      LeadupPoint corner = get_corner (self, outline, i);
      LeadupPoint after = get_corner (self, outline, i + 1);

      path[n++] = (LeadupPathOp) { i == 0 ? 'M' : 'L', { go (corner, before, outline->rounding) } };
      path[n++] = (LeadupPathOp) { 'Q', { corner, go (corner, after, outline->rounding) } };
    }
  path[n++] = (LeadupPathOp) { .op = 'Z' };

  return n;
}

static guint
trace_circle (LeadupPoint   c,
              double        r,
              LeadupPathOp *path)
{
  double k = r * KAPPA;

  path[0] = (LeadupPathOp) { 'M', { { c.x + r, c.y } } };
  path[1] =
      (LeadupPathOp) { 'C', { { c.x + r, c.y + k }, { c.x + k, c.y + r }, { c.x, c.y + r } } };
  path[2] =
      (LeadupPathOp) { 'C', { { c.x - k, c.y + r }, { c.x - r, c.y + k }, { c.x - r, c.y } } };
  path[3] =
      (LeadupPathOp) { 'C', { { c.x - r, c.y - k }, { c.x - k, c.y - r }, { c.x, c.y - r } } };
  path[4] =
      (LeadupPathOp) { 'C', { { c.x + k, c.y - r }, { c.x + r, c.y - k }, { c.x + r, c.y } } };
  path[5] = (LeadupPathOp) { .op = 'Z' };

  return 6;
}

/* A line of type on a page, a second ring. */
static void
draw_inside (const LeadupGraphNode *self,
             LeadupScene           *scene,
             const LeadupPaint     *paint)
{
  LeadupPaint inside = { .stroke = paint->stroke,
                         .stroke_width = MAX (1.0, 0.7 * paint->stroke_width) };
  LeadupPathOp path[6];

  if (self->kind == LEADUP_ACTOR_KIND_MEDIA)
    for (int row = -1; row <= 1; row++)
      {
        double y = self->centre.y + 0.3 * row * self->radius;
        double end = row == 1 ? 0.1 : 0.65;

        leadup_scene_add_line (scene, self->centre.x - 0.65 * self->radius, y,
                               self->centre.x + end * self->radius, y, &inside);
      }
  if (self->kind == LEADUP_ACTOR_KIND_NATIONALITY)
    leadup_scene_add_path (scene, path, trace_circle (self->centre, 0.55 * self->radius, path),
                           &inside);
}

/**
 * leadup_graph_node_draw:
 * @self: where and what
 * @scene: an open group of it
 * @paint: of the outline
 */
void
leadup_graph_node_draw (const LeadupGraphNode *self,
                        LeadupScene           *scene,
                        const LeadupPaint     *paint)
{
  const Outline *outline = &outlines[MIN ((guint) self->kind, G_N_ELEMENTS (outlines) - 1)];
  LeadupPaint own = *paint;
  LeadupPathOp path[2 * MAX_CORNERS + 1];
  guint n_path = outline->n > 0 ? trace_polygon (self, outline, path)
                                : trace_circle (self->centre, 0.95 * self->radius, path);

  if (self->kind == LEADUP_ACTOR_KIND_UNATTRIBUTED)
    own.dash = LEADUP_DASH_DASHED;
  leadup_scene_add_path (scene, path, n_path, &own);
  draw_inside (self, scene, &own);
}

/**
 * leadup_graph_node_get_reach:
 * @self: a node
 * @dx: direction
 * @dy: direction, not both 0
 *
 * Returns: how far the outline is from the centre in that direction, so that arrows can end at it
 */
double
leadup_graph_node_get_reach (const LeadupGraphNode *self,
                             double                 dx,
                             double                 dy)
{
  const Outline *outline = &outlines[MIN ((guint) self->kind, G_N_ELEMENTS (outlines) - 1)];
  double length = hypot (dx, dy);

  if (!(length > 0.0) || outline->n == 0)
    return 0.95 * self->radius;

  dx /= length;
  dy /= length;
  for (guint i = 0; i < outline->n; i++)
    {
      const LeadupPoint *a = &outline->corners[i];
      const LeadupPoint *b = &outline->corners[(i + 1) % outline->n];
      double along = dx * (b->y - a->y) - dy * (b->x - a->x);
      double reach, part;

      if (fabs (along) < 1e-9)
        continue;
      reach = (a->x * (b->y - a->y) - a->y * (b->x - a->x)) / along;
      part = (a->x * dy - a->y * dx) / along;
      if (reach > 0.0 && part >= -1e-9 && part <= 1.0 + 1e-9)
        return reach * self->radius;
    }

  return self->radius;
}

/* Returns: (transfer none): what the kind is called, for people */
const char *
leadup_graph_node_name_kind (LeadupActorKind kind)
{
  switch (kind)
    {
    case LEADUP_ACTOR_KIND_PERSON:
      return _ ("person");
    case LEADUP_ACTOR_KIND_STATE:
      return _ ("state");
    case LEADUP_ACTOR_KIND_ORGANISATION:
      return _ ("organisation");
    case LEADUP_ACTOR_KIND_ARMED_GROUP:
      return _ ("armed group");
    case LEADUP_ACTOR_KIND_MEDIA:
      return _ ("media outlet");
    case LEADUP_ACTOR_KIND_PLACE:
      return _ ("place");
    case LEADUP_ACTOR_KIND_NATIONALITY:
      return _ ("nationality");
    case LEADUP_ACTOR_KIND_UNATTRIBUTED:
      return _ ("unattributed");
    default:
      return "";
    }
}
