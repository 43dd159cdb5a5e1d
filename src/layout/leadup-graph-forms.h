/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"
#include "model/leadup-graph-look.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

guint       *leadup_graph_forms_find_blocs (LeadupTies          *ties,
                                            LeadupInstant        from,
                                            LeadupInstant        to,
                                            guint               *n_blocs) G_GNUC_WARN_UNUSED_RESULT;
LeadupPoint *leadup_graph_forms_place_rings (LeadupTies         *ties,
                                             guint               focus,
                                             const LeadupPoint  *map) G_GNUC_WARN_UNUSED_RESULT;
LeadupPoint *leadup_graph_forms_place_blocs (LeadupTies         *ties,
                                             LeadupInstant       from,
                                             LeadupInstant       to) G_GNUC_WARN_UNUSED_RESULT;
guint       *leadup_graph_forms_order       (LeadupTies         *ties,
                                             LeadupInstant       from,
                                             LeadupInstant       to) G_GNUC_WARN_UNUSED_RESULT;
guint        leadup_graph_forms_find_centre (LeadupTies         *ties);

G_END_DECLS
