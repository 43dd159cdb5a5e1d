/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * leadup_painter_paint:
 * @scene: what to paint
 * @cr: where to; one unit is one pixel at scale 1
 * @measure: (nullable): shaped texts to use; %NULL makes its own
 * @damage: (nullable): the part to paint
 *
 * Paints @scene. There is no other drawing code in the program. Any thread that owns @cr and
 * @measure.
 */
void leadup_painter_paint (const LeadupScene *scene,
                           cairo_t           *cr,
                           LeadupTextMeasure *measure,
                           const LeadupRect  *damage);

/**
 * leadup_painter_paint_groups:
 * @scene: what to paint a part of
 * @cr: where to; its ground stays
 * @measure: shaped texts to use
 * @ids: (element-type utf8 utf8): ids of the groups to paint
 *
 * Paints some groups of @scene once more, over what stands back.
 */
void leadup_painter_paint_groups (const LeadupScene *scene,
                                  cairo_t           *cr,
                                  LeadupTextMeasure *measure,
                                  GHashTable        *ids);

/**
 * leadup_painter_paint_halos:
 * @scene: what is painted already
 * @cr: where to
 * @ids: (element-type utf8 utf8): ids of the groups
 * @colour: of the light around their lines
 *
 * Marks lines and cells as chosen.
 */
void leadup_painter_paint_halos  (const LeadupScene *scene,
                                  cairo_t           *cr,
                                  GHashTable        *ids,
                                  LeadupColour       colour);

G_END_DECLS
