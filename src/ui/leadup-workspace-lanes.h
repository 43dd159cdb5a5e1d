/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* What is done to single lanes; it is view state, so it is kept in views and not undone. */
typedef enum
{
  LEADUP_LANE_EDIT_PIN,
  LEADUP_LANE_EDIT_COLLAPSE,
  LEADUP_LANE_EDIT_HIDE,
  LEADUP_LANE_EDIT_UP,
  LEADUP_LANE_EDIT_DOWN,
  LEADUP_LANE_EDIT_TALLER,
  LEADUP_LANE_EDIT_LOWER,
} LeadupLaneEdit;

void leadup_workspace_edit_lane       (LeadupWorkspace  *self,
                                       const char       *key,
                                       LeadupLaneEdit    edit);
void leadup_workspace_set_lane_colour (LeadupWorkspace  *self,
                                       const char       *key,
                                       const char       *colour);
void leadup_workspace_show_all_lanes  (LeadupWorkspace  *self);
void leadup_workspace_set_lanes_order (LeadupWorkspace  *self,
                                       LeadupLanesOrder  order);
void leadup_workspace_set_top         (LeadupWorkspace  *self,
                                       guint             top);
void leadup_workspace_set_second_zone (LeadupWorkspace  *self,
                                       const char       *zone);
/* Folds what is quiet for long, all of it anew, or nothing. */
void leadup_workspace_set_quiet_folded (LeadupWorkspace *self,
                                      gboolean           is_folded);
/* What of it is quiet stays open. */
void leadup_workspace_open_stretch   (LeadupWorkspace   *self,
                                      LeadupInstant      from,
                                      LeadupInstant      to);

G_END_DECLS
