/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"
#include "layout/leadup-pcg.h"

G_BEGIN_DECLS

/* Larger graphs are not polished: it would take long, and crossings cannot be followed there
 * anyway. */
#define LEADUP_GRAPH_POLISH_MAX_NODES 300

gboolean leadup_graph_polish_run (guint                   n,
                                  const LeadupGraphEdge  *edges,
                                  guint                   n_edges,
                                  const float            *distances,
                                  const gboolean         *is_pinned,
                                  double                  max_stress,
                                  LeadupPcg              *random,
                                  LeadupPoint            *positions,
                                  GCancellable           *cancellable,
                                  GError                **error);

G_END_DECLS
