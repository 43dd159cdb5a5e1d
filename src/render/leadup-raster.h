/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupRaster:
 * @bytes: rows of premultiplied ARGB in the processor’s byte order (cairo’s ARGB32)
 * @width: pixels
 * @height: pixels
 * @stride: bytes from one row to the next
 * @surface: the same memory
 */
typedef struct
{
  GBytes          *bytes;
  int              width;
  int              height;
  gsize            stride;
  cairo_surface_t *surface;
} LeadupRaster;

/**
 * LeadupRasterPool:
 *
 * The memory of pictures that are not shown any more. A moving picture needs megabytes sixty times
 * a second; asking the system for them each time costs more than what is painted. One painter at a
 * time.
 */
typedef struct _LeadupRasterPool LeadupRasterPool;

/* Draws anything; @cr is not to be kept. */
typedef void (*LeadupRasterDraw) (cairo_t *cr, gpointer user_data);

LeadupRasterPool *leadup_raster_pool_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              leadup_raster_pool_free (LeadupRasterPool *self);

gboolean leadup_raster_paint_pooled (const LeadupScene  *scene,
                                     double              scale,
                                     LeadupTextMeasure  *measure,
                                     LeadupRasterPool   *pool,
                                     LeadupRaster       *raster,
                                     GError            **error);
void     leadup_raster_show  (const LeadupRaster *self,
                              cairo_t            *cr,
                              double              scale);
gboolean leadup_raster_paint (const LeadupScene  *scene,
                              double              scale,
                              LeadupTextMeasure  *measure,
                              LeadupRaster       *raster,
                              GError            **error);
gboolean leadup_raster_draw  (int                 width,
                              int                 height,
                              double              scale,
                              LeadupRasterDraw    draw,
                              gpointer            user_data,
                              LeadupRaster       *raster,
                              GError            **error);
gboolean leadup_raster_paint_groups (const LeadupScene  *scene,
                                     double              scale,
                                     LeadupTextMeasure  *measure,
                                     GHashTable         *ids,
                                     const LeadupColour *halo,
                                     LeadupRaster       *raster,
                                     GError            **error);
void     leadup_raster_clear (LeadupRaster       *self);

G_END_DECLS
