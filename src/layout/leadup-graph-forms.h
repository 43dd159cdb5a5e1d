/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-geometry.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

/**
 * LeadupGraphForm:
 * @LEADUP_GRAPH_FORM_MAP: actors where the map has them
 * @LEADUP_GRAPH_FORM_RINGS: around one actor, by how many ties away they are
 * @LEADUP_GRAPH_FORM_BLOCS: in columns of those who stand together
 * @LEADUP_GRAPH_FORM_MATRIX: who acts in rows, on whom in columns
 * @LEADUP_GRAPH_FORM_LANES: a lane of time for each actor, events as lines between them
 *
 * The ways to show who did what to whom.
 */
typedef enum
{
  LEADUP_GRAPH_FORM_MAP,
  LEADUP_GRAPH_FORM_RINGS,
  LEADUP_GRAPH_FORM_BLOCS,
  LEADUP_GRAPH_FORM_MATRIX,
  LEADUP_GRAPH_FORM_LANES,
} LeadupGraphForm;

#define LEADUP_N_GRAPH_FORMS (LEADUP_GRAPH_FORM_LANES + 1)

const char  *leadup_graph_form_to_string   (LeadupGraphForm      form);
gboolean     leadup_graph_form_from_string (const char          *name,
                                            LeadupGraphForm     *form);

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
