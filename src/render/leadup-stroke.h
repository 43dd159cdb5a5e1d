/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/* What strokes and hatches look like, for the painter and the SVG writer alike. */

/* The lines x + y = n × step, in pixels of the scene. */
#define LEADUP_HATCH_STEP  6.0
#define LEADUP_HATCH_WIDTH 1.3

gboolean leadup_dash_get_lengths (LeadupDash  dash,
                                  double      width,
                                  double     *on,
                                  double     *off);

G_END_DECLS
