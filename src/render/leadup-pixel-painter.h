/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupPixelPainter:
 *
 * Paints the plain shapes of a scene straight into the pixels of an image: surfaces, lines along
 * the axes, bands, marks and texts that were set before. A picture has hundreds of them, and each
 * costs more on its way through cairo than its pixels do. What stands between pixels is moved to
 * them. Everything else is left to cairo.
 */
typedef struct _LeadupPixelPainter LeadupPixelPainter;

/* Draws a mark’s paths at the given place: what is kept as pixels afterwards. */
typedef void (*LeadupPixelTraceFunc) (cairo_t               *cr,
                                      const LeadupSceneItem *item,
                                      const LeadupTheme     *theme);

/* Returns: (transfer full) (nullable): %NULL where pixels are not all there is */
LeadupPixelPainter *leadup_pixel_painter_new      (cairo_t               *cr,
                                                   LeadupTextMeasure     *measure,
                                                   const LeadupTheme     *theme,
                                                   LeadupPixelTraceFunc   trace) G_GNUC_WARN_UNUSED_RESULT;
void                leadup_pixel_painter_free     (LeadupPixelPainter    *self);
void                leadup_pixel_painter_set_clip (LeadupPixelPainter    *self,
                                                   const LeadupRect      *clip);
/* Returns: whether it was painted */
gboolean            leadup_pixel_painter_paint    (LeadupPixelPainter    *self,
                                                   const LeadupSceneItem *item);

G_END_DECLS
