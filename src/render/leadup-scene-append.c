/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene-append.h"

static LeadupRect
shift (const LeadupRect *rect,
       double            x,
       double            y)
{
  return (LeadupRect) { rect->x + x, rect->y + y, rect->width, rect->height };
}

static void
append_path (LeadupScene           *self,
             const LeadupSceneItem *item,
             double                 x,
             double                 y)
{
  g_autofree LeadupPathOp *path = g_memdup2 (item->path, item->n_path * sizeof (LeadupPathOp));

  for (guint i = 0; i < item->n_path; i++)
    for (guint j = 0; j < leadup_path_op_get_n_points (&path[i]); j++)
      {
        path[i].points[j].x += x;
        path[i].points[j].y += y;
      }
  leadup_scene_add_path (self, path, item->n_path, &item->paint);
}

static void
append_boxes (LeadupScene           *self,
              const LeadupSceneItem *item,
              double                 x,
              double                 y)
{
  g_autofree LeadupRect *boxes = g_new (LeadupRect, item->n_boxes);

  for (guint i = 0; i < item->n_boxes; i++)
    boxes[i] = shift (&item->boxes[i], x, y);
  leadup_scene_add_boxes (self, boxes, item->n_boxes, &item->paint);
}

static void
append_item (LeadupScene           *self,
             const LeadupSceneItem *item,
             double                 x,
             double                 y)
{
  LeadupRect rect = shift (&item->rect, x, y);

  switch (item->shape)
    {
    case LEADUP_SHAPE_RECT:
      leadup_scene_add_rect (self, &rect, item->radius, &item->paint);
      break;

    case LEADUP_SHAPE_PATH:
      append_path (self, item, x, y);
      break;

    case LEADUP_SHAPE_BOXES:
      append_boxes (self, item, x, y);
      break;

    case LEADUP_SHAPE_TEXT:
      leadup_scene_add_text_full (self, item->text, item->role, item->anchor, rect.x, rect.y,
                                  rect.width, item->rotation, item->paint.fill,
                                  item->paint.stroke_width > 0 ? item->paint.stroke
                                                               : (LeadupColour) { 0 });
      break;

    case LEADUP_SHAPE_SYMBOL:
    default:
      leadup_scene_add_symbol (self, item->symbol, item->verification, &rect, item->paint.fill);
      break;
    }
}

/**
 * leadup_scene_append:
 * @self: a scene that is being built
 * @other: a finished scene of the same theme
 * @x: how far to the right its left end comes
 * @y: how far down its top comes
 */
void
leadup_scene_append (LeadupScene       *self,
                     const LeadupScene *other,
                     double             x,
                     double             y)
{
  const LeadupRect *clip = NULL;

  g_return_if_fail (self != NULL && other != NULL);

  for (guint i = 0; i < leadup_scene_get_n_groups (other); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (other, i);
      const LeadupRect *its_clip = leadup_scene_get_clip (other, i);

      if (its_clip != clip)
        {
          LeadupRect shifted = { 0 };

          if (clip != NULL)
            leadup_scene_pop_clip (self);
          if (its_clip != NULL)
            {
              shifted = shift (its_clip, x, y);
              leadup_scene_push_clip (self, &shifted);
            }
          clip = its_clip;
        }

      if (group->event != NULL)
        leadup_scene_begin_events (self, group->kind, group->layer, group->event, group->n_events,
                                   group->verification);
      else
        leadup_scene_begin (self, group->kind, group->layer, group->id, group->css_class,
                            group->title);
      for (guint j = 0; j < group->n_items; j++)
        append_item (self, leadup_scene_get_item (other, group->first_item + j), x, y);
      leadup_scene_end (self);
    }
  if (clip != NULL)
    leadup_scene_pop_clip (self);
}
