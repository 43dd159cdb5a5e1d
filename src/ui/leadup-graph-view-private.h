/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-job-slot.h"
#include "render/leadup-graph-scene.h"
#include "ui/leadup-graph-places.h"
#include "ui/leadup-graph-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the role files of the graph view share. */
struct _LeadupGraphView
{
  LeadupCanvas parent_instance;

  LeadupJobSlot *mapping;
  LeadupGraphPlaces *places; /* who the story has not placed, or who moves */
  gboolean is_tidying;

  LeadupPoint camera;
  double zoom; /* pixels per unit; 0 = fitted */

  /* Forms other than the map are fitted, and looked at through a lens. */
  LeadupGraphForm form; /* that of the state, when it was last looked at */
  double magnify;
  LeadupPoint offset;

  char *dragged;
  LeadupPoint dragged_from;

  LeadupGraphState *state; /* the workspace’s; %NULL before there is one */
  char *walked; /* (nullable): the actor whose ties are being gone through */

  LeadupTies *sieved; /* who is shown, of which ties, by which sieve */
  LeadupTies *sieved_from;
  LeadupTieSieve *sieved_by;

  char *tide_of; /* (nullable): the tie whose tide is shown */

  AdwAnimation *animation;
  LeadupGraphPlaces *tidy_from;
  LeadupGraphPlaces *tidy_to;
};

LeadupPoint *leadup_graph_view_collect_positions (LeadupGraphView *self,
                                                  LeadupSnapshot  *snapshot,
                                                  LeadupTies      *ties) G_GNUC_WARN_UNUSED_RESULT;

LeadupTies *leadup_graph_view_sieve_ties (LeadupGraphView  *self,
                                          LeadupTies       *ties);
void        leadup_graph_view_tell_focus (LeadupGraphView  *self);
void        leadup_graph_view_forget_sieved (LeadupGraphView *self);
double      leadup_graph_view_find_fit (LeadupGraphView   *self,
                                        LeadupTies        *ties,
                                        const LeadupPoint *positions,
                                        LeadupPoint       *centre);

void        leadup_graph_view_move_focus (LeadupCanvas    *canvas,
                                          LeadupCanvasMove move);
gboolean    leadup_graph_view_key        (LeadupCanvas    *canvas,
                                          guint            keyval,
                                          GdkModifierType  modifiers);
GHashTable *leadup_graph_view_list_lit   (LeadupCanvas    *canvas);

G_END_DECLS
