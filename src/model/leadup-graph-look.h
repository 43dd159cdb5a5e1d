/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tie-changes.h"
#include "model/leadup-tie-sieve.h"

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

/* How many lines there are between two actors of map, rings and blocs. */
typedef enum
{
  LEADUP_GRAPH_LINES_DIRECTION,
  LEADUP_GRAPH_LINES_PAIR,
  LEADUP_GRAPH_LINES_EVENT,
} LeadupGraphLines;

#define LEADUP_N_GRAPH_LINES (LEADUP_GRAPH_LINES_EVENT + 1)

/* What becomes of actors without a tie in the window. */
typedef enum
{
  LEADUP_GRAPH_OUTSIDE_DIM,
  LEADUP_GRAPH_OUTSIDE_SHOW,
  LEADUP_GRAPH_OUTSIDE_HIDE,
} LeadupGraphOutside;

#define LEADUP_N_GRAPH_OUTSIDES (LEADUP_GRAPH_OUTSIDE_HIDE + 1)

/**
 * LeadupGraphLook:
 * @middle: (nullable): id of the actor in the middle of the rings; %NULL = who is in most events
 * @range: events outside are not counted; open where there is none
 * @is_compared: whether ties are drawn by what became of them since @before
 * @before: open = as long as @range, and just before it
 *
 * How a graph is looked at, but for the camera. Plain data.
 */
typedef struct
{
  LeadupGraphForm      form;
  LeadupGraphLines     lines;
  LeadupGraphOutside   outside;
  const char          *middle;
  LeadupTieSieveFields sieve;
  LeadupTieWindow      range;
  gboolean             is_compared;
  LeadupTieWindow      before;
} LeadupGraphLook;

void        leadup_graph_look_settle           (LeadupGraphLook       *self);
gboolean    leadup_graph_look_has_range        (const LeadupGraphLook *self);
gboolean    leadup_graph_look_get_before       (const LeadupGraphLook *self,
                                                LeadupTieWindow       *before);
const char *leadup_graph_form_to_string        (LeadupGraphForm        form);
gboolean    leadup_graph_form_from_string      (const char            *name,
                                                LeadupGraphForm       *form);
const char *leadup_graph_lines_to_string       (LeadupGraphLines       lines);
gboolean    leadup_graph_lines_from_string     (const char            *name,
                                                LeadupGraphLines      *lines);
const char *leadup_graph_outside_to_string     (LeadupGraphOutside     outside);
gboolean    leadup_graph_outside_from_string   (const char            *name,
                                                LeadupGraphOutside    *outside);

G_END_DECLS
