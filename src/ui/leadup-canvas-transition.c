/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-canvas-transition.h"

#include <math.h>

/* So many are followed by an eye, if that. */
#define MAX_MOVERS 400
#define EDGE 2.0
#define MAX_SIDE 260.0

/* Something that stands in both pictures, as it looks in the new one. */
typedef struct
{
  GdkTexture *texture;
  LeadupRect to;
  double from_x;
  double from_y;
} Mover;

struct _LeadupCanvasTransition
{
  GArray *movers;
};

static void
clear_mover (gpointer data)
{
  g_clear_object (&((Mover *) data)->texture);
}

/* What lies all over a picture, as the two names of an actor of a matrix, only appears. */
static gboolean
is_movable (const LeadupRect *bounds)
{
  return bounds->width <= MAX_SIDE && bounds->height <= MAX_SIDE;
}

/* The part of a picture that a group covers, without copying it. */
static gboolean
cut_out (Mover              *mover,
         const LeadupRaster *raster,
         double              scale)
{
  g_autoptr (GBytes) part = NULL;
  int left = (int) floor ((mover->to.x - EDGE) * scale);
  int top = (int) floor ((mover->to.y - EDGE) * scale);
  int right = (int) ceil ((mover->to.x + mover->to.width + EDGE) * scale);
  int bottom = (int) ceil ((mover->to.y + mover->to.height + EDGE) * scale);
  gsize offset, size;

  left = MAX (left, 0);
  top = MAX (top, 0);
  right = MIN (right, raster->width);
  bottom = MIN (bottom, raster->height);
  if (right <= left || bottom <= top)
    return FALSE;

  offset = (gsize) top * raster->stride + (gsize) left * 4;
  size = (gsize) (bottom - top - 1) * raster->stride + (gsize) (right - left) * 4;
  part = g_bytes_new_from_bytes (raster->bytes, offset, size);
  mover->texture = gdk_memory_texture_new (right - left, bottom - top, GDK_MEMORY_DEFAULT, part,
                                           raster->stride);
  mover->from_x += left / scale - mover->to.x;
  mover->from_y += top / scale - mover->to.y;
  mover->to = (LeadupRect) { left / scale, top / scale, (right - left) / scale,
                             (bottom - top) / scale };

  return TRUE;
}

/**
 * leadup_canvas_transition_new:
 * @from: the scene that is shown
 * @to: the one that will be
 * @raster: the pixels of @to
 * @scale: of these
 */
LeadupCanvasTransition *
leadup_canvas_transition_new (LeadupScene        *from,
                              LeadupScene        *to,
                              const LeadupRaster *raster,
                              double              scale)
{
  LeadupCanvasTransition *self = g_new0 (LeadupCanvasTransition, 1);

  self->movers = g_array_new (FALSE, FALSE, sizeof (Mover));
  g_array_set_clear_func (self->movers, clear_mover);

  for (guint i = 0; i < leadup_scene_get_n_groups (to) && self->movers->len < MAX_MOVERS; i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (to, i);
      const LeadupSceneGroup *before;
      Mover mover = { .to = group->bounds };

      if ((group->kind != LEADUP_SCENE_EVENT && group->kind != LEADUP_SCENE_ACTOR) ||
          group->id == NULL)
        continue;
      before = leadup_scene_find (from, group->kind, group->id);
      if (before == NULL || (group->kind == LEADUP_SCENE_ACTOR &&
                             (!is_movable (&group->bounds) || !is_movable (&before->bounds))))
        continue;
      mover.from_x = before->bounds.x;
      mover.from_y = before->bounds.y;
      if (cut_out (&mover, raster, scale))
        g_array_append_val (self->movers, mover);
    }

  return self;
}

void
leadup_canvas_transition_free (LeadupCanvasTransition *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->movers);
  g_free (self);
}

/**
 * leadup_canvas_transition_snapshot:
 * @whole: the new picture
 * @progress: 0 … 1
 */
void
leadup_canvas_transition_snapshot (LeadupCanvasTransition *self,
                                   GtkSnapshot            *snapshot,
                                   GskRenderNode          *whole,
                                   double                  text_scale,
                                   double                  progress)
{
  g_return_if_fail (self != NULL);

  gtk_snapshot_push_opacity (snapshot, progress);
  gtk_snapshot_append_node (snapshot, whole);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < self->movers->len; i++)
    {
      const Mover *mover = &g_array_index (self->movers, Mover, i);
      double x = mover->from_x + progress * (mover->to.x - mover->from_x);
      double y = mover->from_y + progress * (mover->to.y - mover->from_y);

      gtk_snapshot_append_texture (
          snapshot, mover->texture,
          &GRAPHENE_RECT_INIT ((float) (x * text_scale), (float) (y * text_scale),
                               (float) (mover->to.width * text_scale),
                               (float) (mover->to.height * text_scale)));
    }
}
