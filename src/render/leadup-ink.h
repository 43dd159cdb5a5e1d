/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "base/leadup-geometry.h"

G_BEGIN_DECLS

/* What stands where the presenter points. */
typedef enum
{
  LEADUP_INK_NO_MARK,
  LEADUP_INK_POINTER,
  LEADUP_INK_SPOTLIGHT,
} LeadupInkMark;

void leadup_ink_paint (cairo_t       *cr,
                       GPtrArray     *strokes,
                       LeadupInkMark  mark,
                       LeadupPoint    point,
                       double         width,
                       double         height);

G_END_DECLS
