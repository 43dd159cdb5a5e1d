/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"

G_BEGIN_DECLS

void leadup_graph_packing_place (LeadupRect *rects,
                                 guint       n_rects,
                                 guint       n_fixed,
                                 double      aspect);

G_END_DECLS
