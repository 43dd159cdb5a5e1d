/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"
#include "model/leadup-tide.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

/**
 * LeadupGraphRow:
 *
 * A row of the table beside the graph: an actor, or what one did to another. Immutable.
 */
#define LEADUP_TYPE_GRAPH_ROW (leadup_graph_row_get_type ())

G_DECLARE_FINAL_TYPE (LeadupGraphRow, leadup_graph_row, LEADUP, GRAPH_ROW, GObject)

typedef enum
{
  LEADUP_GRAPH_CELL_NAME,
  LEADUP_GRAPH_CELL_OTHER, /* kind of an actor; on whom it acted */
  LEADUP_GRAPH_CELL_STATE, /* of a pair */
  LEADUP_GRAPH_CELL_TIES,
  LEADUP_GRAPH_CELL_EVENTS,
  LEADUP_GRAPH_CELL_DEEDS,
  LEADUP_GRAPH_CELL_LAST,
  LEADUP_GRAPH_CELL_PARTNERS,
  LEADUP_GRAPH_CELL_TIDE, /* a picture, by leadup_graph_row_create_tide() */
  LEADUP_N_GRAPH_CELLS,
} LeadupGraphCell;

/* (transfer full) (element-type LeadupGraphRow): of all actors, or of both directions of all ties
 * in which there is something in the window */
GListStore *leadup_graph_row_list_actors (LeadupSnapshot *snapshot,
                                          LeadupTies     *ties,
                                          LeadupInstant   from,
                                          LeadupInstant   to) G_GNUC_WARN_UNUSED_RESULT;
GListStore *leadup_graph_row_list_pairs  (LeadupSnapshot *snapshot,
                                          LeadupTies     *ties,
                                          LeadupInstant   from,
                                          LeadupInstant   to) G_GNUC_WARN_UNUSED_RESULT;

const char *leadup_graph_row_get_id     (LeadupGraphRow *self);
/* (nullable): of the other one of a pair */
const char *leadup_graph_row_get_other  (LeadupGraphRow *self);
const char *leadup_graph_row_get_text   (LeadupGraphRow *self,
                                         LeadupGraphCell cell);
double      leadup_graph_row_get_number (LeadupGraphRow *self,
                                         LeadupGraphCell cell);

/* (transfer full) (nullable): what a row of a pair did over the time of its table */
LeadupTide *leadup_graph_row_create_tide (LeadupGraphRow  *self,
                                          LeadupTideSides *sides) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
