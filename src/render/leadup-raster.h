/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupRaster:
 * @bytes: rows of premultiplied ARGB in the processor’s byte order (cairo’s ARGB32)
 * @width: pixels
 * @height: pixels
 * @stride: bytes from one row to the next
 */
typedef struct
{
  GBytes *bytes;
  int     width;
  int     height;
  gsize   stride;
} LeadupRaster;

gboolean leadup_raster_paint (const LeadupScene  *scene,
                              double              scale,
                              LeadupTextMeasure  *measure,
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
