/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-window-lanes.h"

#include "ui/leadup-window-private.h"
#include "ui/leadup-workspace-lanes.h"

#include <glib/gi18n.h>

/* Lanes: their order, what is done to single ones, and how many events have titles. A single lane
 * is that whose menu was opened, or else that of the selected event. */

#define LANE_KEY "leadup-lane-key"

/* Returns: (nullable): the key of the lane that is meant */
static const char *
get_lane_key (LeadupWindow *self)
{
  const char *key = g_object_get_data (G_OBJECT (self), LANE_KEY);
  const LeadupSelected *selected = leadup_workspace_get_primary (self->workspace);
  LeadupTimelineIndex *index = leadup_workspace_get_index (self->workspace);
  guint lane, entry;

  if (key != NULL || index == NULL || selected == NULL ||
      selected->kind != LEADUP_RECORD_EVENT ||
      !leadup_timeline_index_find (index, selected->id, &lane, &entry))
    return key;

  return leadup_timeline_index_get_lane (index, lane)->key;
}

static void
edit_lane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char *const names[] = { "lane-pin",  "lane-collapse", "lane-hide", "lane-up",
                                       "lane-down", "lane-taller",   "lane-lower" };
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autofree char *key = g_strdup (get_lane_key (self));

  if (key == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), names[i]))
      leadup_workspace_edit_lane (self->workspace, key, (LeadupLaneEdit) i);
}

static void
lane_colour_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  const char *colour = g_variant_get_string (parameter, NULL);
  g_autofree char *key = g_strdup (get_lane_key (self));

  if (key != NULL)
    leadup_workspace_set_lane_colour (self->workspace, key, *colour != '\0' ? colour : NULL);
}

static void
show_all_lanes_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  leadup_workspace_show_all_lanes (LEADUP_WINDOW (user_data)->workspace);
}

static void
change_order_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupLanesOrder order;

  if (!leadup_lanes_order_from_string (g_variant_get_string (state, NULL), &order))
    return;

  g_simple_action_set_state (action, state);
  leadup_workspace_set_lanes_order (LEADUP_WINDOW (user_data)->workspace, order);
}

static void
change_top_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  guint64 top;

  if (!g_ascii_string_to_unsigned (g_variant_get_string (state, NULL), 10, 0, G_MAXINT, &top, NULL))
    return;

  g_simple_action_set_state (action, state);
  leadup_workspace_set_top (LEADUP_WINDOW (user_data)->workspace, (guint) top);
}

/* Off by default; where nothing is long enough, somebody has to say so. */
static void
folded_cb (LeadupWorkspace *workspace,
           gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_signal_handlers_disconnect_by_func (workspace, folded_cb, user_data);
  if (leadup_workspace_get_lanes (workspace)->is_quiet_folded &&
      leadup_time_folds_get_n (leadup_workspace_get_folds (workspace)) == 0)
    adw_toast_overlay_add_toast (
        self->toasts,
        adw_toast_new (_ ("No stretch without events is long enough to be folded.")));
}

static void
change_folds_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  g_signal_handlers_disconnect_by_func (self->workspace, folded_cb, self);
  g_signal_connect_object (self->workspace, "index-changed", G_CALLBACK (folded_cb), self, 0);
  leadup_workspace_set_quiet_folded (self->workspace, g_variant_get_boolean (state));
}

static void
open_break_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (!leadup_timeline_view_open_break (self->timeline_view, -1))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static const GActionEntry entries[] = {
  { "lane-pin", edit_lane_cb },
  { "lane-collapse", edit_lane_cb },
  { "lane-hide", edit_lane_cb },
  { "lane-up", edit_lane_cb },
  { "lane-down", edit_lane_cb },
  { "lane-taller", edit_lane_cb },
  { "lane-lower", edit_lane_cb },
  { "lane-colour", lane_colour_cb, "s" },
  { "show-all-lanes", show_all_lanes_cb },
  { "lanes-order", NULL, "s", "'natural'", change_order_cb },
  { "top", NULL, "s", "'0'", change_top_cb },
  { "fold-quiet", NULL, NULL, "false", change_folds_cb },
  { "open-break", open_break_cb },
};

static void
set_state (LeadupWindow *self,
           const char   *name,
           GVariant     *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), state);
}

/* Each field has its own order. */
static void
lanes_changed_cb (LeadupWindow *self)
{
  const LeadupViewFields *lanes = leadup_workspace_get_lanes (self->workspace);

  set_state (self, "lanes-order",
             g_variant_new_string (leadup_lanes_order_to_string (lanes->lanes_order)));
  set_state (self, "fold-quiet", g_variant_new_boolean (lanes->is_quiet_folded));
  set_state (self, "top", g_variant_new_take_string (g_strdup_printf ("%u", lanes->top)));
}

static void
menu_closed_cb (GtkPopover *popover,
                gpointer    user_data)
{
  /* An action of the menu runs after it was closed. */
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

static void
open_lane_menu (LeadupWindow           *self,
                const LeadupSceneGroup *group,
                double                  x,
                double                  y)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/leadup/Leadup/ui/leadup-lane-menu.ui");
  GtkWidget *popover =
      gtk_popover_menu_new_from_model_full (
          G_MENU_MODEL (gtk_builder_get_object (builder, "lane_menu")), GTK_POPOVER_MENU_NESTED);

  g_object_set_data_full (G_OBJECT (self), LANE_KEY, g_strdup (group->id), g_free);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->timeline_view));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  /* Lives and dies with the popover. */
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
secondary_click_cb (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    gpointer         user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self->timeline_view));
  const LeadupSceneGroup *picked;
  double width, height, scale;

  if (scene == NULL)
    return;

  leadup_canvas_get_size (LEADUP_CANVAS (self->timeline_view), &width, &height);
  scale = gtk_widget_get_width (GTK_WIDGET (self->timeline_view)) / MAX (width, 1);
  picked = leadup_scene_pick (scene, x / scale, y / scale, 0);
  if (picked != NULL && picked->kind == LEADUP_SCENE_EVENT)
    return;
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (group->kind != LEADUP_SCENE_LANE)
        continue;
      /* A lane’s group reaches from its name to the line at its end. */
      if (y / scale >= group->bounds.y - 12 && y / scale <= group->bounds.y + group->bounds.height)
        {
          open_lane_menu (self, group, x, y);
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
          return;
        }
    }
}

static void
selection_changed_cb (LeadupWindow *self)
{
  g_object_set_data (G_OBJECT (self), LANE_KEY, NULL);
}

void
leadup_window_install_lanes (LeadupWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->workspace, "notify::lanes-by", G_CALLBACK (lanes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_widget_add_controller (GTK_WIDGET (self->timeline_view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_click_cb), self, 0);
}
