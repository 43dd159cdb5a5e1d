/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-pivots.h"
#include "layout/leadup-pcg.h"

G_BEGIN_DECLS

/* Called after each epoch, with the positions reached. */
typedef void (*LeadupGraphSgdFunc) (gpointer data);

/**
 * LeadupGraphSchedule:
 * @first: step size of the first epoch, as a squared length: what is up to √@first apart moves all
 * the way
 * @last: step size of the last one
 * @n_epochs: how often each pair of nodes has its turn
 * @anchors: (nullable) (array): where nodes are drawn back to after each epoch; NAN = nowhere
 * @anchor_weight: how strongly, beside a weight of 1 ∕ distance² of a pair
 * @epoch_done: (nullable): called after each epoch
 */
typedef struct
{
  double             first;
  double             last;
  guint              n_epochs;
  const LeadupPoint *anchors;
  double             anchor_weight;
  LeadupGraphSgdFunc epoch_done;
  gpointer           data;
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
