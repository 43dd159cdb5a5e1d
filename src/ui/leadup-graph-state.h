/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-graph-look.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupGraphState:
 *
 * What the graph of a workspace shows of its ties, and how: shared by the graph, its strip, its
 * table, views that are stored, and exports. The range and what it is compared with are the
 * workspace’s. Main thread. Signal: `changed`.
 */
#define LEADUP_TYPE_GRAPH_STATE (leadup_graph_state_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphState, leadup_graph_state, LEADUP, GRAPH_STATE, GObject)

/* (transfer none): the one of @workspace */
LeadupGraphState           *leadup_graph_state_get         (LeadupWorkspace            *workspace);

LeadupTieSieve             *leadup_graph_state_get_sieve   (LeadupGraphState           *self);
void                        leadup_graph_state_set_sieve   (LeadupGraphState           *self,
                                                            const LeadupTieSieveFields *fields);
LeadupGraphOutside          leadup_graph_state_get_outside (LeadupGraphState           *self);
void                        leadup_graph_state_set_outside (LeadupGraphState           *self,
                                                            LeadupGraphOutside          outside);
LeadupGraphLines            leadup_graph_state_get_lines   (LeadupGraphState           *self);
void                        leadup_graph_state_set_lines   (LeadupGraphState           *self,
                                                            LeadupGraphLines            lines);
LeadupGraphForm             leadup_graph_state_get_form    (LeadupGraphState           *self);
/* @middle: (nullable): who the rings are around; %NULL leaves it */
void                        leadup_graph_state_set_form    (LeadupGraphState           *self,
                                                            LeadupGraphForm             form,
                                                            const char                 *middle);
/* All of it; strings are borrowed. Range and comparison are not its own. */
const LeadupGraphLook      *leadup_graph_state_get_look    (LeadupGraphState           *self);
void                        leadup_graph_state_set_look    (LeadupGraphState           *self,
                                                            const LeadupGraphLook      *look);
/* How far conflict pushes apart when the map is tidied up: 0 … 1 */
double                      leadup_graph_state_get_push    (LeadupGraphState           *self);
void                        leadup_graph_state_set_push    (LeadupGraphState           *self,
                                                            double                      push);
/* Everything is shown again. */
void                        leadup_graph_state_reset       (LeadupGraphState           *self);
/* Whether only the most involved are shown without anybody having asked for it. */
gboolean                    leadup_graph_state_is_thinned  (LeadupGraphState           *self);
/* Of a crowd that nobody has thinned yet the most involved are shown, and of very many pairs those
 * with the most events. */
void                        leadup_graph_state_offer       (LeadupGraphState           *self,
                                                            LeadupTies                 *ties);

G_END_DECLS
