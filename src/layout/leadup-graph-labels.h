/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"

G_BEGIN_DECLS

/**
 * LeadupGraphLabel:
 * @centre: of the symbol that the label belongs to
 * @radius: half of the symbol
 * @width: of the text
 * @height: of the text
 * @priority: who has more chooses first
 * @rect: (out): where the text goes; of width 0 where there is no room
 */
typedef struct
{
  LeadupPoint centre;
  double      radius;
  double      width;
  double      height;
  double      priority;
  LeadupRect  rect;
} LeadupGraphLabel;

void leadup_graph_labels_place (LeadupGraphLabel  *labels,
                                guint              n_labels,
                                const LeadupPoint *line_points,
                                guint              n_line_points,
                                const LeadupRect  *area,
                                gboolean           may_drop);

G_END_DECLS
