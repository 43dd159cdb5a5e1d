/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-workspace-lanes.h"

#define HEIGHT_STEP 0.5

static gboolean
find_lane (GArray     *lanes,
           const char *key,
           guint      *index)
{
  for (*index = 0; *index < lanes->len; (*index)++)
    if (g_str_equal (g_array_index (lanes, LeadupLaneOptions, *index).key, key))
      return TRUE;

  return FALSE;
}

/* The lanes of which something was set; their texts belong to @fields. */
static GArray *
copy_lanes (const LeadupViewFields *fields)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (LeadupLaneOptions));

  if (fields->n_lanes > 0)
    g_array_append_vals (lanes, fields->lanes, fields->n_lanes);

  return lanes;
}

static void
set_lanes (LeadupWorkspace *self,
           GArray          *lanes,
           LeadupLanesOrder order)
{
  LeadupViewFields fields = *leadup_workspace_get_lanes (self);

  fields.lanes = (const LeadupLaneOptions *) (gpointer) lanes->data;
  fields.n_lanes = lanes->len;
  fields.lanes_order = order;
  leadup_workspace_set_lanes (self, &fields);
}

/* All lanes that are shown, in their order, and behind them those that are not. */
static GArray *
order_lanes (LeadupWorkspace *self,
             GArray          *lanes)
{
  LeadupTimelineIndex *index = leadup_workspace_get_index (self);
  GArray *ordered = g_array_new (FALSE, FALSE, sizeof (LeadupLaneOptions));
  guint position;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      LeadupLaneOptions lane = { .key = leadup_timeline_index_get_lane (index, i)->key };

      if (find_lane (lanes, lane.key, &position))
        lane = g_array_index (lanes, LeadupLaneOptions, position);
      g_array_append_val (ordered, lane);
    }
  for (guint i = 0; i < lanes->len; i++)
    if (!find_lane (ordered, g_array_index (lanes, LeadupLaneOptions, i).key, &position))
      g_array_append_val (ordered, g_array_index (lanes, LeadupLaneOptions, i));

  return ordered;
}

static void
move_lane (LeadupWorkspace *self,
           const char      *key,
           int              direction)
{
  g_autoptr (GArray) lanes = copy_lanes (leadup_workspace_get_lanes (self));
  g_autoptr (GArray) ordered = NULL;
  LeadupLaneOptions moved;
  guint position;
  guint next;

  if (leadup_workspace_get_projection (self) == NULL)
    return;

  ordered = order_lanes (self, lanes);
  if (!find_lane (ordered, key, &position) || (direction < 0 && position == 0) ||
      (direction > 0 && position + 1 >= ordered->len))
    return;

  next = direction < 0 ? position - 1 : position + 1;
  moved = g_array_index (ordered, LeadupLaneOptions, position);
  g_array_index (ordered, LeadupLaneOptions, position) =
      g_array_index (ordered, LeadupLaneOptions, next);
  g_array_index (ordered, LeadupLaneOptions, next) = moved;
  set_lanes (self, ordered, LEADUP_LANES_ORDER_HAND);
}

/**
 * leadup_workspace_edit_lane:
 * @self: a workspace
 * @key: of a lane, as its field makes them
 * @edit: what to do to it; pinning, collapsing and hiding also undo themselves
 */
void
leadup_workspace_edit_lane (LeadupWorkspace *self,
                            const char      *key,
                            LeadupLaneEdit   edit)
{
  g_autoptr (GArray) lanes = NULL;
  LeadupLaneOptions *lane;
  LeadupLaneOptions fresh = { .key = key };
  double height;
  guint index;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (key != NULL);

  if (edit == LEADUP_LANE_EDIT_UP || edit == LEADUP_LANE_EDIT_DOWN)
    {
      move_lane (self, key, edit == LEADUP_LANE_EDIT_UP ? -1 : 1);
      return;
    }

  lanes = copy_lanes (leadup_workspace_get_lanes (self));
  if (!find_lane (lanes, key, &index))
    g_array_append_val (lanes, fresh);
  lane = &g_array_index (lanes, LeadupLaneOptions, index);
  height = lane->height > 0 ? lane->height : 1;
  if (edit == LEADUP_LANE_EDIT_PIN)
    lane->is_pinned = !lane->is_pinned;
  else if (edit == LEADUP_LANE_EDIT_COLLAPSE)
    lane->is_collapsed = !lane->is_collapsed;
  else if (edit == LEADUP_LANE_EDIT_HIDE)
    lane->is_hidden = !lane->is_hidden;
  else if (edit == LEADUP_LANE_EDIT_TALLER)
    lane->height = MIN (height + HEIGHT_STEP, LEADUP_LANE_MAX_HEIGHT);
  else if (edit == LEADUP_LANE_EDIT_LOWER)
    lane->height = MAX (height - HEIGHT_STEP, LEADUP_LANE_MIN_HEIGHT);
  set_lanes (self, lanes, leadup_workspace_get_lanes (self)->lanes_order);
}

/**
 * leadup_workspace_set_lane_colour:
 * @self: a workspace
 * @key: of a lane
 * @colour: (nullable): “#rrggbb”; %NULL for those of the categories
 */
void
leadup_workspace_set_lane_colour (LeadupWorkspace *self,
                                  const char      *key,
                                  const char      *colour)
{
  g_autoptr (GArray) lanes = NULL;
  LeadupLaneOptions fresh = { .key = key };
  guint index;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (key != NULL);

  lanes = copy_lanes (leadup_workspace_get_lanes (self));
  if (!find_lane (lanes, key, &index))
    g_array_append_val (lanes, fresh);
  g_array_index (lanes, LeadupLaneOptions, index).colour = colour;
  set_lanes (self, lanes, leadup_workspace_get_lanes (self)->lanes_order);
}

/* Nothing is hidden any longer. */
void
leadup_workspace_show_all_lanes (LeadupWorkspace *self)
{
  g_autoptr (GArray) lanes = NULL;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  lanes = copy_lanes (leadup_workspace_get_lanes (self));
  for (guint i = 0; i < lanes->len; i++)
    g_array_index (lanes, LeadupLaneOptions, i).is_hidden = FALSE;
  set_lanes (self, lanes, leadup_workspace_get_lanes (self)->lanes_order);
}

void
leadup_workspace_set_lanes_order (LeadupWorkspace *self,
                                  LeadupLanesOrder order)
{
  g_autoptr (GArray) lanes = NULL;
  g_autoptr (GArray) ordered = NULL;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  lanes = copy_lanes (leadup_workspace_get_lanes (self));
  /* By hand begins with what there is. */
  if (order == LEADUP_LANES_ORDER_HAND && leadup_workspace_get_projection (self) != NULL)
    ordered = order_lanes (self, lanes);
  set_lanes (self, ordered != NULL ? ordered : lanes, order);
}

/* How many of the most important events have titles; 0 = as many as there is room for. */
void
leadup_workspace_set_top (LeadupWorkspace *self,
                          guint            top)
{
  LeadupViewFields fields;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  fields = *leadup_workspace_get_lanes (self);
  fields.top = top;
  leadup_workspace_set_lanes (self, &fields);
}

/* The clock below the ticks; %NULL for none. */
void
leadup_workspace_set_second_zone (LeadupWorkspace *self,
                                  const char      *zone)
{
  LeadupViewFields fields;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  fields = *leadup_workspace_get_lanes (self);
  fields.second_zone = zone;
  leadup_workspace_set_lanes (self, &fields);
}

void
leadup_workspace_set_quiet_folded (LeadupWorkspace *self,
                                   gboolean         is_folded)
{
  LeadupViewFields fields;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  fields = *leadup_workspace_get_lanes (self);
  fields.is_quiet_folded = is_folded;
  fields.opened = NULL;
  fields.n_opened = 0;
  leadup_workspace_set_lanes (self, &fields);
}

void
leadup_workspace_open_stretch (LeadupWorkspace *self,
                               LeadupInstant    from,
                               LeadupInstant    to)
{
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (LeadupStretch));
  LeadupStretch stretch = { .from = from, .to = to };
  LeadupViewFields fields;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  fields = *leadup_workspace_get_lanes (self);
  if (fields.n_opened > 0)
    g_array_append_vals (opened, fields.opened, fields.n_opened);
  g_array_append_val (opened, stretch);
  fields.opened = (const LeadupStretch *) (gpointer) opened->data;
  fields.n_opened = opened->len;
  leadup_workspace_set_lanes (self, &fields);
}
