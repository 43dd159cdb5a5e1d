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

G_END_DECLS
