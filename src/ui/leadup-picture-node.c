/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-picture-node.h"

/* Whether the processor draws all that the window of @widget shows. */
static gboolean
is_drawn_by_processor (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/**
 * leadup_picture_node_new:
 * @widget: where it is shown
 * @raster: the picture, in pixels of the device
 *
 * What is cheapest differs: drawn in software, a new texture is copied once more than memory that
 * is painted as it is; on a GPU that would be painted in memory and then become a texture. Where GL
 * is software, GSK’s linear sampling of a texture takes longer than these two copies (8 ms more of
 * a 1920×1080 frame, on other threads); they would be made on this one, and on every GPU.
 *
 * Returns: (transfer full): the node, whose origin is that of @widget
 */
GskRenderNode *
leadup_picture_node_new (GtkWidget          *widget,
                         const LeadupRaster *raster)
{
  double pixel = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (raster->width / pixel),
                                               (float) (raster->height / pixel));
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  if (is_drawn_by_processor (widget))
    {
      node = gsk_cairo_node_new (&bounds);
      leadup_raster_show (raster, gsk_cairo_node_get_draw_context (node), pixel);
      return node;
    }

  texture = gdk_memory_texture_new (raster->width, raster->height, GDK_MEMORY_DEFAULT,
                                    raster->bytes, raster->stride);

  return gsk_texture_node_new (texture, &bounds);
}

static void
draw_node (cairo_t *cr,
           gpointer user_data)
{
  gsk_render_node_draw (user_data, cr);
}

/**
 * leadup_picture_node_flatten:
 * @widget: where it is shown
 * @node: (transfer full): something that is shown again and again as it is, in full or faded
 * @width: of what is shown of it, from the origin of @widget
 * @height: likewise
 *
 * Where the processor draws, draws @node here and now, so that every frame has but to copy it; a
 * GPU draws it as fast as it would its picture.
 *
 * Returns: (transfer full): a node that looks the same
 */
GskRenderNode *
leadup_picture_node_flatten (GtkWidget     *widget,
                             GskRenderNode *node,
                             int            width,
                             int            height)
{
  int pixel = gtk_widget_get_scale_factor (widget);
  LeadupRaster raster = { 0 };
  g_autoptr (GError) error = NULL;

  if (!is_drawn_by_processor (widget))
    return node;

  if (!leadup_raster_draw (width * pixel, height * pixel, pixel, draw_node, node, &raster, &error))
    {
      g_message ("No picture: %s", error->message);
      return node;
    }

  gsk_render_node_unref (node);
  node = leadup_picture_node_new (widget, &raster);
  leadup_raster_clear (&raster);

  return node;
}
