/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"
#include "render/leadup-scene.h"

G_BEGIN_DECLS

/**
 * LeadupGraphNode:
 * @radius: of the circle around the symbol
 *
 * The symbol of an actor: what kind it is shows in its outline, never in colour alone. Plain data.
 */
typedef struct
{
  LeadupPoint     centre;
  double          radius;
  LeadupActorKind kind;
} LeadupGraphNode;

void        leadup_graph_node_draw     (const LeadupGraphNode *self,
                                        LeadupScene           *scene,
                                        const LeadupPaint     *paint);
double      leadup_graph_node_get_reach (const LeadupGraphNode *self,
                                        double                 dx,
                                        double                 dy);
const char *leadup_graph_node_name_kind (LeadupActorKind       kind);

G_END_DECLS
