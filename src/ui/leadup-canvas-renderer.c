/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-canvas-renderer.h"

/* Who has not drawn for that long is not moving. */
#define REST_US (G_USEC_PER_SEC / 2)

/* Main thread. */
static GPtrArray *places;           /* (element-type LeadupCanvasRenderer*) */
static LeadupCanvasRenderer *spare; /* (nullable): of the canvas that went last */

LeadupCanvasRenderer *
leadup_canvas_renderer_new (void)
{
  LeadupCanvasRenderer *self = g_new0 (LeadupCanvasRenderer, 1);

  self->pool = leadup_raster_pool_new ();

  return self;
}

void
leadup_canvas_renderer_free (LeadupCanvasRenderer *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->measure, leadup_text_measure_free);
  g_clear_pointer (&self->pool, leadup_raster_pool_free);
  g_free (self);
}

/**
 * leadup_canvas_renderer_enroll:
 * @place: until it is withdrawn: where a canvas keeps its renderer; %NULL there while a worker has
 * it
 */
void
leadup_canvas_renderer_enroll (LeadupCanvasRenderer **place)
{
  if (places == NULL)
    places = g_ptr_array_new ();
  g_ptr_array_add (places, place);
  *place = leadup_canvas_renderer_new ();
}

/* What the canvas leaves is kept for the next one, as long as there is another. */
void
leadup_canvas_renderer_withdraw (LeadupCanvasRenderer **place)
{
  LeadupCanvasRenderer *left = g_steal_pointer (place);

  g_ptr_array_remove_fast (places, place);
  if (left != NULL && left->measure != NULL)
    {
      LeadupCanvasRenderer *older = spare;

      spare = left;
      left = older;
    }
  leadup_canvas_renderer_free (left);
  if (places->len > 0)
    return;

  g_clear_pointer (&spare, leadup_canvas_renderer_free);
  g_clear_pointer (&places, g_ptr_array_unref);
}

/* The place whose renderer knows @theme and has rested longest; %NULL where there is none. */
static LeadupCanvasRenderer **
find_resting (const LeadupTheme *theme)
{
  LeadupCanvasRenderer **found = NULL;
  gint64 used_us = g_get_monotonic_time () - REST_US;

  for (guint i = 0; i < places->len; i++)
    {
      LeadupCanvasRenderer **place = places->pdata[i];

      if (*place == NULL || (*place)->measure == NULL || (*place)->theme != theme ||
          (*place)->used_us >= used_us)
        continue;
      found = place;
      used_us = (*place)->used_us;
    }

  return found;
}

/**
 * leadup_canvas_renderer_take_over:
 * @place: of a canvas that is about to draw
 * @theme: in which
 *
 * Where its renderer never drew, it gets one that did.
 */
void
leadup_canvas_renderer_take_over (LeadupCanvasRenderer **place,
                                  const LeadupTheme     *theme)
{
  LeadupCanvasRenderer **other;

  g_return_if_fail (place != NULL && *place != NULL);

  if ((*place)->measure != NULL)
    return;

  other = spare != NULL && spare->theme == theme ? &spare : find_resting (theme);
  if (other != NULL)
    {
      LeadupCanvasRenderer *fresh = *place;

      *place = *other;
      *other = fresh;
    }
}

void
leadup_canvas_renderer_set_theme (LeadupCanvasRenderer *self,
                                  const LeadupTheme    *theme)
{
  if (self->theme == theme)
    return;

  g_clear_pointer (&self->measure, leadup_text_measure_free);
  self->measure = leadup_text_measure_new (theme);
  self->theme = theme;
}
