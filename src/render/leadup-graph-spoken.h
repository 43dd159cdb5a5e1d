/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-graph-look.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

/* What those hear who do not see where something stands in a graph: behind its name and its counts,
 * what its place says in the form that is looked at. (nullable): nothing to say. */

char *leadup_graph_spoken_actor (LeadupSnapshot        *snapshot,
                                 LeadupTies            *ties,
                                 const LeadupGraphLook *look,
                                 const char            *actor) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_graph_spoken_tie   (LeadupTies            *ties,
                                 const LeadupGraphLook *look,
                                 const char            *from,
                                 const char            *to) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_graph_spoken_step  (GPtrArray             *events,
                                 LeadupInstant          from,
                                 LeadupInstant          to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
