/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-pivots.h"
#include "layout/leadup-pcg.h"

G_BEGIN_DECLS

/**
 * LeadupGraphSchedule:
 * @first: step size of the first epoch, as a squared length: what is up to √@first apart moves all
 * the way
 * @last: step size of the last one
 * @n_epochs: how often each pair of nodes has its turn
 */
typedef struct
{
  double first;
  double last;
  guint  n_epochs;
} LeadupGraphSchedule;

gboolean leadup_graph_sgd_run        (guint                       n,
                                      const float                *distances,
                                      const LeadupGraphSchedule  *schedule,
                                      const gboolean             *is_pinned,
                                      LeadupPcg                  *random,
                                      LeadupPoint                *positions,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean leadup_graph_sgd_run_sparse (const LeadupGraphDistances *graph,
                                      const LeadupGraphPivots    *pivots,
                                      const LeadupGraphSchedule  *schedule,
                                      const gboolean             *is_pinned,
                                      LeadupPcg                  *random,
                                      LeadupPoint                *positions,
                                      GCancellable               *cancellable,
                                      GError                    **error);

G_END_DECLS
