/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"

G_BEGIN_DECLS

guint    leadup_graph_overlap_count  (guint               n,
                                      const LeadupPoint  *half_sizes,
                                      const LeadupPoint  *positions);
gboolean leadup_graph_overlap_remove (guint               n,
                                      const LeadupPoint  *half_sizes,
                                      const gboolean     *is_pinned,
                                      LeadupPoint        *positions,
                                      GCancellable       *cancellable,
                                      GError            **error);

G_END_DECLS
