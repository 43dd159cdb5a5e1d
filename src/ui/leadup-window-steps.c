/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-compare.h"
#include "ui/leadup-presentation.h"
#include "ui/leadup-step-edit.h"
#include "ui/leadup-view-state.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* What the window shows now, as a view. */
static void
store_view (LeadupWindow     *self,
            LeadupViewFields *fields,
            GStrv            *selection)
{
  LeadupPoint centre;
  LeadupPoint fitted;
  double zoom;

  leadup_view_state_store (self->workspace, fields, selection);
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "graph") == 0)
    fields->picture = LEADUP_PICTURE_GRAPH;
  if (!leadup_graph_view_get_camera (self->graph_view, &centre, &zoom, &fitted))
    {
      fields->graph_x = centre.x;
      fields->graph_y = centre.y;
      fields->graph_zoom = zoom;
    }
}

static LeadupStep *
get_step (LeadupWindow *self)
{
  const char *id = leadup_step_strip_get_current (self->step_strip);

  if (id == NULL)
    return NULL;

  return leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_STEP, id);
}

static void
set_strip_shown (LeadupWindow *self,
                 gboolean      is_shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-steps");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_shown));
  gtk_widget_set_visible (GTK_WIDGET (self->step_strip), is_shown);
}

static void
capture_step_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_auto (GStrv) selection = NULL;
  g_autofree char *id = NULL;
  LeadupViewFields fields;

  store_view (self, &fields, &selection);
  id = leadup_steps_capture (self->workspace, &fields,
                             leadup_step_strip_get_current (self->step_strip));
  if (id == NULL)
    return;

  set_strip_shown (self, TRUE);
  leadup_step_strip_set_current (self->step_strip, id);
  leadup_workspace_select (self->workspace, LEADUP_RECORD_STEP, id);
  if (leadup_story_get_n (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_STEP) ==
      LEADUP_STEPS_ADVISED + 1)
    leadup_window_add_message (
        self, _ ("More than 20 steps are hard to follow: consider splitting the story"));
}

static void
recapture_step_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_auto (GStrv) selection = NULL;
  LeadupStep *step = get_step (self);
  LeadupView *former;
  LeadupViewFields fields;

  if (step == NULL)
    return;

  former = leadup_steps_get_view (leadup_workspace_get_story (self->workspace), step);
  store_view (self, &fields, &selection);
  if (former != NULL)
    {
      const LeadupViewFields *former_fields = leadup_view_get_fields (former);

      /* Chosen in the inspector, not by looking. */
      fields.is_rest_faded = former_fields->is_rest_faded;
      if (former_fields->picture == LEADUP_PICTURE_BOTH)
        fields.picture = LEADUP_PICTURE_BOTH;
      /* While the step itself is selected, what it selects has not been touched. */
      if (fields.selection == NULL)
        fields.selection = former_fields->selection;
    }
  leadup_steps_recapture (self->workspace, step, &fields);
}

static void
delete_step_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupStep *step = get_step (self);

  if (step == NULL || !leadup_steps_remove (self->workspace, step))
    return;

  leadup_window_add_undo (self, _ ("Step deleted"));
}

/* The list beside the map says what the map shows. */
static void
show_changes (LeadupWindow *self)
{
  GAction *notes = g_action_map_lookup_action (G_ACTION_MAP (self), "graph-notes");
  g_autoptr (GVariant) shown = g_action_get_state (notes);
  gboolean are_shown = g_str_equal (g_variant_get_string (shown, NULL), "changes");

  if (leadup_compare_is_active (self->workspace) != are_shown)
    g_action_change_state (notes, g_variant_new_string (are_shown ? "none" : "changes"));
}

/* Shows what a step shows, to look at and to edit it. */
static void
step_activated_cb (LeadupWindow *self,
                   const char   *id)
{
  LeadupStep *step =
      leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_STEP, id);
  LeadupView *view;

  if (step == NULL)
    return;

  view = leadup_steps_get_view (leadup_workspace_get_story (self->workspace), step);
  leadup_view_state_show (self->workspace, view, leadup_step_get_fields (step)->as_of);
  if (view != NULL)
    {
      const LeadupViewFields *fields = leadup_view_get_fields (view);
      LeadupInstant from;
      LeadupInstant to;

      show_changes (self);
      leadup_window_show_view (self,
                               fields->picture == LEADUP_PICTURE_GRAPH ? "graph" : "timeline");
      if (leadup_view_state_get_window (view, &from, &to))
        leadup_workspace_jump_camera (self->workspace, from, to);
      leadup_graph_view_set_camera (self->graph_view,
                                    (LeadupPoint) { fields->graph_x, fields->graph_y },
                                    fields->graph_zoom);
    }
  leadup_workspace_select (self->workspace, LEADUP_RECORD_STEP, id);
}

static void
ended_cb (LeadupWindow       *self,
          LeadupPresentation *presentation)
{
  if (self->presentation == presentation)
    g_clear_object (&self->presentation);
  gtk_window_present (GTK_WINDOW (self));
}

/* Without steps, what is on the screen is the only one. */
static GPtrArray *
list_or_improvise (LeadupWindow *self)
{
  GPtrArray *steps = leadup_steps_list (leadup_workspace_get_story (self->workspace));

  if (steps->len == 0)
    {
      LeadupStepFields fields = { .id = "now", .view = "" };

      g_ptr_array_add (steps, leadup_step_new (&fields));
    }

  return steps;
}

static void
present_from (LeadupWindow *self,
              guint         index)
{
  g_autoptr (GPtrArray) steps = list_or_improvise (self);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *here = NULL;

  if (self->presentation != NULL)
    leadup_presentation_end (self->presentation);

  if (surface != NULL)
    here = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self)), surface);
  self->presentation =
      leadup_presentation_new (gtk_window_get_application (GTK_WINDOW (self)),
                               leadup_workspace_get_document (self->workspace), steps);
  g_signal_connect_object (self->presentation, "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  leadup_presentation_play (self->presentation, index, here);
}

static void
present_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  present_from (LEADUP_WINDOW (user_data), 0);
}

static void
present_from_here_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (GPtrArray) steps = leadup_steps_list (leadup_workspace_get_story (self->workspace));
  LeadupStep *step = get_step (self);
  guint index = 0;

  if (step == NULL || !g_ptr_array_find (steps, step, &index))
    index = 0;
  present_from (self, index);
}

static void
change_show_steps_cb (GSimpleAction *action,
                      GVariant      *state,
                      gpointer       user_data)
{
  set_strip_shown (LEADUP_WINDOW (user_data), g_variant_get_boolean (state));
}

static const GActionEntry entries[] = {
  { "capture-step", capture_step_cb },
  { "recapture-step", recapture_step_cb },
  { "delete-step", delete_step_cb },
  { "present", present_cb },
  { "present-from-here", present_from_here_cb },
  { "show-steps", NULL, NULL, "false", change_show_steps_cb },
};

/* A story that has steps shows them. */
static void
document_changed_cb (LeadupWindow *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);

  if (self->presentation != NULL)
    leadup_presentation_end (self->presentation);
  set_strip_shown (self, leadup_story_get_n (story, LEADUP_RECORD_STEP) > 0);
}

void
leadup_window_steps_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leadup_step_strip_set_workspace (self->step_strip, self->workspace);
  g_signal_connect_object (self->step_strip, "step-activated", G_CALLBACK (step_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::document", G_CALLBACK (document_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
leadup_window_steps_dispose (LeadupWindow *self)
{
  if (self->presentation != NULL)
    leadup_presentation_end (self->presentation);
  g_clear_object (&self->presentation);
}
