/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-layout.h"

G_BEGIN_DECLS

/* How far apart conflict pushes where nobody said otherwise. */
#define LEADUP_GRAPH_MAP_DEFAULT_PUSH 0.5

/**
 * LeadupGraphMapMode:
 * @LEADUP_GRAPH_MAP_KEEP: who has a place keeps it, pinned or not; only new actors get one
 * @LEADUP_GRAPH_MAP_TIDY: who is pinned stays; all others move from where they are
 * @LEADUP_GRAPH_MAP_FRESH: who is pinned stays; all others are placed anew
 */
typedef enum
{
  LEADUP_GRAPH_MAP_KEEP,
  LEADUP_GRAPH_MAP_TIDY,
  LEADUP_GRAPH_MAP_FRESH,
} LeadupGraphMapMode;

double           leadup_graph_map_get_length (double               hostility,
                                              double               push);
LeadupGraphEdge *leadup_graph_map_get_edges  (LeadupTies          *ties,
                                              double               push,
                                              guint               *n_edges) G_GNUC_WARN_UNUSED_RESULT;
LeadupPoint     *leadup_graph_map_place      (LeadupSnapshot      *snapshot,
                                              LeadupTies          *ties,
                                              const LeadupPoint   *half_sizes,
                                              LeadupGraphMapMode   mode,
                                              double               push,
                                              GCancellable        *cancellable,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupPoint     *leadup_graph_map_sieve      (LeadupTies          *all,
                                              LeadupTies          *sieved,
                                              const LeadupPoint   *positions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
