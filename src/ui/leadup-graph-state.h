/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tie-sieve.h"
#include "render/leadup-graph-scene.h"

G_BEGIN_DECLS

/**
 * LeadupGraphState:
 *
 * What a graph shows of its ties, and how; shared by the graph, its strip and its table. Main
 * thread. Signal: `changed`.
 */
#define LEADUP_TYPE_GRAPH_STATE (leadup_graph_state_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphState, leadup_graph_state, LEADUP, GRAPH_STATE, GObject)

LeadupGraphState           *leadup_graph_state_new         (void) G_GNUC_WARN_UNUSED_RESULT;

LeadupTieSieve             *leadup_graph_state_get_sieve   (LeadupGraphState           *self);
void                        leadup_graph_state_set_sieve   (LeadupGraphState           *self,
                                                            const LeadupTieSieveFields *fields);
LeadupGraphOutside          leadup_graph_state_get_outside (LeadupGraphState           *self);
void                        leadup_graph_state_set_outside (LeadupGraphState           *self,
                                                            LeadupGraphOutside          outside);
/* How far conflict pushes apart when the map is tidied up: 0 … 1 */
double                      leadup_graph_state_get_push    (LeadupGraphState           *self);
void                        leadup_graph_state_set_push    (LeadupGraphState           *self,
                                                            double                      push);
/* Everything is shown again. */
void                        leadup_graph_state_reset       (LeadupGraphState           *self);

G_END_DECLS
