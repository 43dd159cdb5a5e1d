/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"
#include "base/leadup-job-slot.h"
#include "layout/leadup-graph-metrics.h"
#include "model/leadup-tie-sieve.h"

G_BEGIN_DECLS

/* How good the map is that is shown, measured in a worker and put into words. */

guint leadup_graph_quality_hash  (LeadupTies               *ties,
                                  LeadupTieSieve           *sieve,
                                  const LeadupPoint        *positions);
/* Takes over @positions; the result is a sentence, a char pointer that the callback owns. */
void  leadup_graph_quality_start (LeadupJobSlot            *slot,
                                  LeadupSnapshot           *snapshot,
                                  LeadupTies               *ties,
                                  LeadupTieSieve           *sieve,
                                  LeadupPoint              *positions,
                                  LeadupJobDoneFunc         done,
                                  gpointer                  user_data);
char *leadup_graph_quality_describe (const LeadupGraphMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
