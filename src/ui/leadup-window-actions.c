/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-settings.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* The zoom of one press of a key: a notch of the wheel, three times. */
#define KEY_ZOOM 1.728

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupHistory *history = leadup_workspace_get_history (self->workspace);
  g_autofree char *label = g_strdup (leadup_history_get_undo_label (history));
  g_autofree char *message = NULL;

  if (!leadup_history_undo (history))
    return;

  /* Translators: %s is the name of the edit that was undone. */
  message = g_strdup_printf (_ ("Undone: %s"), label);
  leadup_window_add_message (self, message);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  leadup_history_redo (leadup_workspace_get_history (self->workspace));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  guint n = leadup_workspace_get_n_selected (self->workspace);
  g_autofree char *message = NULL;

  if (!leadup_workspace_delete_selected (self->workspace))
    return;

  message = g_strdup_printf (ngettext ("%u event deleted", "%u events deleted", n), n);
  leadup_window_add_undo (self, message);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);

  if (projection != NULL)
    leadup_workspace_select_events (self->workspace, leadup_projection_get_events (projection));
}

static void
select_none_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  leadup_workspace_select_none (LEADUP_WINDOW (user_data)->workspace);
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupFilterFields everything = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = leadup_filter_new (&everything);

  leadup_workspace_set_filter (self->workspace, filter);
}

static void
brush_zoom_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupInstant from;
  LeadupInstant to;

  if (leadup_workspace_get_brush (self->workspace, &from, &to) && from < to)
    leadup_workspace_jump_camera (self->workspace, from, to);
}

static void
brush_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupFilterFields fields =
      *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autoptr (LeadupFilter) filter = NULL;

  if (!leadup_workspace_get_brush (self->workspace, &fields.from, &fields.to))
    return;

  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

static void
zoom_by (LeadupWindow *self,
         double        factor)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "graph") == 0)
    leadup_graph_view_zoom (self->graph_view, factor);
  else
    leadup_timeline_view_zoom (self->timeline_view, factor);
}

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  zoom_by (LEADUP_WINDOW (user_data), KEY_ZOOM);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  zoom_by (LEADUP_WINDOW (user_data), 1 / KEY_ZOOM);
}

static void
zoom_fit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "graph") == 0)
    leadup_graph_view_fit (self->graph_view);
  else
    leadup_timeline_view_fit (self->timeline_view);
}

static void
centre_selection_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "graph") == 0)
    leadup_graph_view_centre_selection (self->graph_view);
  else
    leadup_timeline_view_centre_selection (self->timeline_view);
}

static void
camera_back_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  leadup_workspace_camera_back (LEADUP_WINDOW (user_data)->workspace);
}

static void
camera_forward_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  leadup_workspace_camera_forward (LEADUP_WINDOW (user_data)->workspace);
}

static void
tidy_graph_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  leadup_graph_view_tidy (LEADUP_WINDOW (user_data)->graph_view);
}

static void
new_event_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  leadup_window_show_content (self, "story");
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  leadup_inspector_create_event (self->inspector, NULL);
}

static void
new_event_at_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (LeadupWhen) when =
      leadup_when_new_from_edtf (g_variant_get_string (parameter, NULL), NULL);

  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  leadup_inspector_create_event (self->inspector, when);
}

static void
edit_selection_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
back_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupInstant from;
  LeadupInstant to;

  if (leadup_workspace_get_n_selected (self->workspace) > 0)
    leadup_workspace_select_none (self->workspace);
  else if (leadup_workspace_get_brush (self->workspace, &from, &to))
    leadup_workspace_clear_brush (self->workspace);
}

static void
change_search_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  gtk_search_bar_set_search_mode (self->search_bar, g_variant_get_boolean (state));
  if (g_variant_get_boolean (state))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
change_flap_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));
  AdwFlap *flap = g_str_equal (name, "show-facets") ? self->facet_flap : self->inspector_flap;

  g_simple_action_set_state (action, state);
  adw_flap_set_reveal_flap (flap, g_variant_get_boolean (state));
  /* Over a narrow window a panel comes and goes; beside a wide one it is where the user wants it.
   */
  if (!adw_flap_get_folded (flap))
    leadup_settings_set_boolean (name, g_variant_get_boolean (state));
}

static void
change_view_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  const char *name = g_variant_get_string (state, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) == NULL)
    return;

  g_simple_action_set_state (action, state);
  adw_view_stack_set_visible_child_name (self->views, name);
}

static void
change_lanes_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupLanesBy lanes_by;

  if (!leadup_lanes_by_from_string (g_variant_get_string (state, NULL), &lanes_by))
    return;

  g_simple_action_set_state (action, state);
  leadup_workspace_set_lanes_by (self->workspace, lanes_by);
}

/* The list of all shortcuts is long: it is made when it is asked for. From then on the window has
 * an action of its own for it. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (user_data);
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/leadup/Leadup/ui/leadup-shortcuts.ui");
  GtkShortcutsWindow *shortcuts
      = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (window, shortcuts);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static const GActionEntry entries[] = {
  { "show-help-overlay", show_help_overlay_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "delete", delete_cb },
  { "new-event", new_event_cb },
  { "new-event-at", new_event_at_cb, "s" },
  { "edit-selection", edit_selection_cb },
  { "select-all", select_all_cb },
  { "select-none", select_none_cb },
  { "clear-filter", clear_filter_cb },
  { "brush-zoom", brush_zoom_cb },
  { "brush-filter", brush_filter_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom-fit", zoom_fit_cb },
  { "centre-selection", centre_selection_cb },
  { "camera-back", camera_back_cb },
  { "camera-forward", camera_forward_cb },
  { "tidy-graph", tidy_graph_cb },
  { "back-out", back_out_cb },
  { "search", NULL, NULL, "false", change_search_cb },
  { "show-facets", NULL, NULL, "true", change_flap_cb },
  { "show-inspector", NULL, NULL, "true", change_flap_cb },
  { "view", NULL, "s", "'timeline'", change_view_cb },
  { "lanes-by", NULL, "s", "'category'", change_lanes_cb },
};

static void
set_enabled (LeadupWindow *self,
             const char   *name,
             gboolean      is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
set_state (LeadupWindow *self,
           const char   *name,
           GVariant     *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
flap_revealed_cb (LeadupWindow *self)
{
  set_state (self, "show-facets",
             g_variant_new_boolean (adw_flap_get_reveal_flap (self->facet_flap)));
  set_state (self, "show-inspector",
             g_variant_new_boolean (adw_flap_get_reveal_flap (self->inspector_flap)));
}

static void
search_mode_changed_cb (LeadupWindow *self)
{
  set_state (self, "search",
             g_variant_new_boolean (gtk_search_bar_get_search_mode (self->search_bar)));
}

void
leadup_window_install_actions (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->facet_flap, "notify::reveal-flap", G_CALLBACK (flap_revealed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_flap, "notify::reveal-flap",
                           G_CALLBACK (flap_revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Enables what can be done now and shows what is on. */
void
leadup_window_update_actions (LeadupWindow *self)
{
  LeadupHistory *history = leadup_workspace_get_history (self->workspace);
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  gboolean has_selection = leadup_workspace_get_n_selected (self->workspace) > 0;
  LeadupInstant from;
  LeadupInstant to;
  gboolean has_brush = leadup_workspace_get_brush (self->workspace, &from, &to);

  if (history == NULL || g_action_map_lookup_action (G_ACTION_MAP (self), "undo") == NULL)
    return;

  set_enabled (self, "undo", leadup_history_get_can_undo (history));
  set_enabled (self, "redo", leadup_history_get_can_redo (history));
  set_enabled (self, "delete", has_selection);
  set_enabled (self, "select-none", has_selection);
  set_enabled (self, "centre-selection", has_selection);
  set_enabled (self, "brush-zoom", has_brush);
  set_enabled (self, "brush-filter", has_brush);
  set_enabled (self, "clear-filter",
               !leadup_filter_is_empty (leadup_workspace_get_filter (self->workspace)));
  if (view != NULL)
    set_state (self, "view", g_variant_new_string (view));
  set_state (self, "lanes-by",
             g_variant_new_string (
                 leadup_lanes_by_to_string (leadup_workspace_get_lanes_by (self->workspace))));
}
