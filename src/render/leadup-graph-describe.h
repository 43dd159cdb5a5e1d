/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"
#include "model/leadup-tide.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

const char *leadup_graph_describe_state (LeadupTieState          state);
char       *leadup_graph_describe_tie   (const char             *from,
                                         const char             *to,
                                         const LeadupTieSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_graph_describe_actor (const char             *name,
                                         LeadupActorKind         kind,
                                         guint                   n_ties,
                                         guint                   n_events) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_graph_describe_counts (guint                  n_shown,
                                         guint                   n_all,
                                         guint                   min_events) G_GNUC_WARN_UNUSED_RESULT;

char       *leadup_graph_describe_tide  (const LeadupTide       *tide,
                                         LeadupTideSides         sides) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
