/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"

G_BEGIN_DECLS

/**
 * LeadupGraphShape:
 * @bounds: of the whole shape
 * @parts: (nullable) (array length=n_parts): what of it is not empty, where @bounds is now
 *
 * Something to be packed. What lies in the empty parts of its bounds is no matter.
 */
typedef struct
{
  LeadupRect        bounds;
  const LeadupRect *parts;
  guint             n_parts;
} LeadupGraphShape;

void leadup_graph_packing_place (LeadupGraphShape *shapes,
                                 guint             n_shapes,
                                 guint             n_fixed,
                                 double            aspect);

G_END_DECLS
