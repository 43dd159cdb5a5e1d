/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-pivots.h"

G_BEGIN_DECLS

void leadup_graph_pivot_mds_place (const LeadupGraphPivots *pivots,
                                   guint                    n,
                                   LeadupPoint             *positions,
                                   GCancellable            *cancellable);

G_END_DECLS
