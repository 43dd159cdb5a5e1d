/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-canvas-private.h"

#include <adwaita.h>
#include <math.h>

/* One notch of the wheel. */
#define NOTCH_ZOOM 1.2
#define NOTCH_PAN 60.0

/* How far from a mark the pointer may be, pixels. */
#define PICK_TOLERANCE 4.0

/* A pan that ends in motion goes on: it loses speed by a factor e in KINETIC_S, unless it was
 * slower than MIN_SPEED, pixels per second, or had stopped before it ended. */
#define KINETIC_S 0.1
#define MIN_SPEED 120.0
#define STOPPED_US 60000

/* A press of A, D, W or S. */
#define KEY_PAN 80.0
#define KEY_ZOOM 1.2

static const LeadupSceneGroup *
pick (LeadupCanvas *self,
      double        x,
      double        y)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);

  if (priv->scene == NULL)
    return NULL;

  return leadup_scene_pick (priv->scene, x / scale, y / scale, PICK_TOLERANCE);
}

/**
 * leadup_canvas_group_record:
 * @group: of a scene
 * @kind: (out): kind of the record that it stands for
 * @is_tie: (out): whether it stands for a pair of actors
 *
 * Returns: whether the group stands for something that can be selected
 */
gboolean
leadup_canvas_group_record (const LeadupSceneGroup *group,
                            LeadupRecordKind       *kind,
                            gboolean               *is_tie)
{
  *is_tie = FALSE;

  switch (group->kind)
    {
    case LEADUP_SCENE_EVENT:
      *kind = LEADUP_RECORD_EVENT;
      return TRUE;

    case LEADUP_SCENE_ACTOR:
      *kind = LEADUP_RECORD_ACTOR;
      return TRUE;

    case LEADUP_SCENE_TIE:
      *kind = LEADUP_RECORD_ACTOR;
      *is_tie = TRUE;
      return TRUE;

    case LEADUP_SCENE_DECORATION:
    case LEADUP_SCENE_CLUSTER:
    case LEADUP_SCENE_LANE:
    case LEADUP_SCENE_PHASE:
    case LEADUP_SCENE_AXIS:
    case LEADUP_SCENE_BREAK:
    default:
      return FALSE;
    }
}

static void
select_tie (LeadupWorkspace        *workspace,
            const LeadupSceneGroup *group)
{
  g_auto (GStrv) ends = g_strsplit (group->id, " ", 2);

  if (ends[0] != NULL && ends[1] != NULL)
    leadup_workspace_select_tie (workspace, ends[0], ends[1]);
}

/* All that is shown in time from the first selected event to the one that was clicked. */
static void
select_range (LeadupWorkspace *workspace,
              const char      *id)
{
  LeadupStory *story = leadup_workspace_get_story (workspace);
  LeadupProjection *projection = leadup_workspace_get_projection (workspace);
  const LeadupSelected *primary = leadup_workspace_get_primary (workspace);
  LeadupEvent *last = leadup_story_lookup (story, LEADUP_RECORD_EVENT, id);
  LeadupEvent *first = NULL;
  g_autoptr (GPtrArray) range = g_ptr_array_new ();
  LeadupWhen *from, *to;

  if (primary != NULL && primary->kind == LEADUP_RECORD_EVENT && !primary->is_tie)
    first = leadup_story_lookup (story, LEADUP_RECORD_EVENT, primary->id);
  from = first != NULL ? leadup_event_get_when (first) : NULL;
  to = last != NULL ? leadup_event_get_when (last) : NULL;
  if (from == NULL || to == NULL || projection == NULL)
    {
      leadup_workspace_select_add (workspace, LEADUP_RECORD_EVENT, id);
      return;
    }

  for (guint i = 0; i < leadup_projection_get_events (projection)->len; i++)
    {
      LeadupEvent *event = g_ptr_array_index (leadup_projection_get_events (projection), i);
      LeadupWhen *when = leadup_event_get_when (event);

      if (when != NULL && event != first &&
          leadup_when_collate (when, leadup_when_collate (from, to) < 0 ? from : to) >= 0 &&
          leadup_when_collate (when, leadup_when_collate (from, to) < 0 ? to : from) <= 0)
        g_ptr_array_add (range, event);
    }
  /* It stays the primary one, from which the next range goes. */
  g_ptr_array_add (range, first);
  leadup_workspace_select_events (workspace, range);
}

void
leadup_canvas_select_group (LeadupCanvas           *self,
                            const LeadupSceneGroup *group,
                            GdkModifierType         state)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  g_autofree char *title = NULL;
  LeadupRecordKind kind;
  gboolean is_tie;

  if (group == NULL || group->id == NULL || !leadup_canvas_group_record (group, &kind, &is_tie))
    {
      if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        leadup_workspace_select_none (priv->workspace);
      return;
    }

  title = leadup_scene_group_dup_title (group);
  leadup_canvas_set_focus_item (self, group->kind, group->id, title);
  if (is_tie)
    select_tie (priv->workspace, group);
  else if ((state & GDK_CONTROL_MASK) != 0)
    leadup_workspace_select_toggle (priv->workspace, kind, group->id);
  else if ((state & GDK_SHIFT_MASK) != 0 && kind == LEADUP_RECORD_EVENT)
    select_range (priv->workspace, group->id);
  else if ((state & GDK_SHIFT_MASK) != 0)
    leadup_workspace_select_add (priv->workspace, kind, group->id);
  else
    leadup_workspace_select (priv->workspace, kind, group->id);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double scale = leadup_canvas_get_text_scale (self);
  const LeadupSceneGroup *group = pick (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (klass->activate != NULL &&
      n_press == (group != NULL && group->kind == LEADUP_SCENE_BREAK ? 1 : 2))
    klass->activate (self, group, x / scale, y / scale);
  else if (n_press == 1)
    leadup_canvas_select_group (self, group, state);
}

static void
set_hover (LeadupCanvas           *self,
           const LeadupSceneGroup *group)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupRecordKind kind = LEADUP_RECORD_EVENT;
  gboolean is_tie = FALSE;

  if (group != NULL && group->id != NULL && leadup_canvas_group_record (group, &kind, &is_tie))
    leadup_workspace_set_hover (priv->workspace, kind, is_tie, group->id);
  else
    leadup_workspace_set_hover (priv->workspace, LEADUP_RECORD_EVENT, FALSE, NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  const LeadupSceneGroup *group = pick (self, x, y);

  priv->pointer_x = x;
  priv->pointer_y = y;
  set_hover (self, group);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   group != NULL && group->id != NULL ? "pointer" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          gpointer                  user_data)
{
  set_hover (LEADUP_CANVAS (user_data), NULL);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    is_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  const LeadupSceneGroup *group = NULL;
  g_autofree char *title = NULL;

  if (!is_keyboard)
    group = pick (LEADUP_CANVAS (widget), x, y);
  /* Phases and lanes lie under everything and say their names themselves. */
  if (group == NULL || group->kind == LEADUP_SCENE_PHASE || group->kind == LEADUP_SCENE_LANE)
    return FALSE;

  title = leadup_scene_group_dup_title (group);
  if (title == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, title);

  return TRUE;
}

static void
zoom_at (LeadupCanvas *self,
         double        x,
         double        y,
         double        factor)
{
  double scale = leadup_canvas_get_text_scale (self);

  LEADUP_CANVAS_GET_CLASS (self)->zoom (self, x / scale, y / scale, factor);
}

static void
pan_by (LeadupCanvas *self,
        double        dx,
        double        dy)
{
  double scale = leadup_canvas_get_text_scale (self);

  LEADUP_CANVAS_GET_CLASS (self)->pan (self, dx / scale, dy / scale);
}

static void
stop_kinetic (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (priv->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->kinetic_tick);
  priv->kinetic_tick = 0;
}

static gboolean
kinetic_tick_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (widget);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = CLAMP ((double) (now - priv->motion_time) / G_USEC_PER_SEC, 0, 0.1);
  double rest = exp (-seconds / KINETIC_S);

  pan_by (self, priv->speed_x * KINETIC_S * (1 - rest), priv->speed_y * KINETIC_S * (1 - rest));
  priv->motion_time = now;
  priv->speed_x *= rest;
  priv->speed_y *= rest;
  if (hypot (priv->speed_x, priv->speed_y) > MIN_SPEED / 4)
    return G_SOURCE_CONTINUE;

  priv->kinetic_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start_kinetic (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (!adw_get_enable_animations (GTK_WIDGET (self)) ||
      g_get_monotonic_time () - priv->motion_time > STOPPED_US ||
      hypot (priv->speed_x, priv->speed_y) < MIN_SPEED)
    return;

  priv->motion_time = g_get_monotonic_time ();
  priv->kinetic_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_tick_cb, NULL, NULL);
}

/* How fast the pointer moves, smoothed over the last few steps. */
static void
track_speed (LeadupCanvas *self,
             double        dx,
             double        dy)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - priv->motion_time) / G_USEC_PER_SEC;
  double weight = CLAMP (seconds / 0.03, 0.1, 1);

  if (seconds <= 0)
    return;

  priv->speed_x += weight * (dx / MAX (seconds, 0.001) - priv->speed_x);
  priv->speed_y += weight * (dy / MAX (seconds, 0.001) - priv->speed_y);
  priv->motion_time = now;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           gpointer                  user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_smooth = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double step = is_smooth ? 1 : NOTCH_PAN;

  stop_kinetic (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    zoom_at (self, priv->pointer_x, priv->pointer_y,
             pow (NOTCH_ZOOM, is_smooth ? -dy / NOTCH_PAN : -dy));
  else if ((state & GDK_SHIFT_MASK) != 0)
    pan_by (self, -(dx + dy) * step, 0);
  else if (klass->wheel != NULL)
    klass->wheel (self, dx * step, dy * step, !is_smooth);
  else
    pan_by (self, -dx * step, -dy * step);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          user_data)
{
  leadup_canvas_get_private (LEADUP_CANVAS (user_data))->pinch_scale = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          gpointer        user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double x = priv->pointer_x;
  double y = priv->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  zoom_at (self, x, y, scale / priv->pinch_scale);
  priv->pinch_scale = scale;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  double scale = leadup_canvas_get_text_scale (self);

  stop_kinetic (self);
  priv->motion_time = g_get_monotonic_time ();
  priv->speed_x = 0;
  priv->speed_y = 0;
  priv->drag_x = x;
  priv->drag_y = y;
  priv->last_dx = 0;
  priv->last_dy = 0;
  priv->is_rubber_banding = FALSE;
  priv->is_pan_drag = FALSE;
  priv->is_own_drag = FALSE;

  if (button == GDK_BUTTON_MIDDLE)
    priv->is_pan_drag = TRUE;
  else if (klass->drag_begin != NULL &&
           klass->drag_begin (self, pick (self, x, y), x / scale, y / scale))
    priv->is_own_drag = TRUE;
  else if ((state & GDK_SHIFT_MASK) != 0)
    priv->is_rubber_banding = TRUE;
  else
    priv->is_pan_drag = TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);

  /* A click that trembles is still a click. */
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy) &&
      priv->last_dx == 0 && priv->last_dy == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (priv->is_own_drag)
    LEADUP_CANVAS_GET_CLASS (self)->drag_update (self, dx / scale, dy / scale);
  else if (priv->is_pan_drag)
    {
      pan_by (self, dx - priv->last_dx, dy - priv->last_dy);
      track_speed (self, dx - priv->last_dx, dy - priv->last_dy);
    }
  else if (priv->is_rubber_banding)
    priv->rubber_band = (LeadupRect) {
      MIN (priv->drag_x, priv->drag_x + dx),
      MIN (priv->drag_y, priv->drag_y + dy),
      fabs (dx),
      fabs (dy),
    };
  priv->last_dx = dx;
  priv->last_dy = dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Selects what the rubber band touches. */
static void
select_in_rubber_band (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);
  LeadupRect band = {
    priv->rubber_band.x / scale,
    priv->rubber_band.y / scale,
    priv->rubber_band.width / scale,
    priv->rubber_band.height / scale,
  };

  if (priv->scene == NULL)
    return;

  for (guint i = 0; i < leadup_scene_get_n_groups (priv->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (priv->scene, i);
      LeadupRecordKind kind;
      gboolean is_tie;

      if (group->id != NULL && leadup_canvas_group_record (group, &kind, &is_tie) && !is_tie &&
          leadup_rect_intersects (&group->bounds, &band))
        leadup_workspace_select_add (priv->workspace, kind, group->id);
    }
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  gboolean has_moved = priv->last_dx != 0 || priv->last_dy != 0;

  if (priv->is_rubber_banding && has_moved)
    select_in_rubber_band (self);
  priv->is_rubber_banding = FALSE;
  if (priv->is_own_drag && klass->drag_end != NULL)
    klass->drag_end (self, FALSE);
  else if (priv->is_pan_drag && has_moved)
    start_kinetic (self);
  priv->is_own_drag = FALSE;
  priv->is_pan_drag = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Escape, or another gesture that took over. */
static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);

  if (priv->is_own_drag && klass->drag_end != NULL)
    klass->drag_end (self, TRUE);
  priv->is_own_drag = FALSE;
  priv->is_pan_drag = FALSE;
  priv->is_rubber_banding = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
activate_focus (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  const LeadupSceneGroup *group = NULL;

  if (priv->scene != NULL && priv->focus_id != NULL)
    group = leadup_scene_find (priv->scene, priv->focus_kind, priv->focus_id);
  if (group == NULL || klass->activate == NULL)
    return GDK_EVENT_PROPAGATE;

  klass->activate (self, group, group->bounds.x + group->bounds.width / 2,
                   group->bounds.y + group->bounds.height / 2);

  return GDK_EVENT_STOP;
}

static gboolean
move_focus (LeadupCanvas    *self,
            LeadupCanvasMove move)
{
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);

  if (klass->move_focus == NULL)
    return GDK_EVENT_PROPAGATE;

  klass->move_focus (self, move);

  return GDK_EVENT_STOP;
}

/* Letters without modifiers belong to the canvas; they never reach it while a text is being typed.
 */
static gboolean
press_letter (LeadupCanvas *self,
              guint         keyval)
{
  double middle_x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double middle_y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  switch (keyval)
    {
    case GDK_KEY_a:
      pan_by (self, KEY_PAN, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_d:
      pan_by (self, -KEY_PAN, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_w:
      zoom_at (self, middle_x, middle_y, KEY_ZOOM);
      return GDK_EVENT_STOP;

    case GDK_KEY_s:
      zoom_at (self, middle_x, middle_y, 1 / KEY_ZOOM);
      return GDK_EVENT_STOP;

    case GDK_KEY_f:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.centre-selection", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_question:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-help-overlay", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Delete:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (leadup_canvas_get_private (self)->is_own_drag)
        {
          gtk_event_controller_reset (leadup_canvas_get_private (self)->drag);
          return GDK_EVENT_STOP;
        }
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back-out", NULL);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);

  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);

  /* Who goes by the keyboard looks elsewhere than where the pointer was left. */
  set_hover (self, NULL);
  if (klass->key != NULL && klass->key (self, keyval, state))
    return GDK_EVENT_STOP;
  if ((state & GDK_CONTROL_MASK) != 0 && keyval == GDK_KEY_a)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.select-all", NULL);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      return move_focus (self, LEADUP_CANVAS_MOVE_LEFT);

    case GDK_KEY_Right:
      return move_focus (self, LEADUP_CANVAS_MOVE_RIGHT);

    case GDK_KEY_Up:
      return move_focus (self, LEADUP_CANVAS_MOVE_UP);

    case GDK_KEY_Down:
      return move_focus (self, LEADUP_CANVAS_MOVE_DOWN);

    case GDK_KEY_Home:
      return move_focus (self, LEADUP_CANVAS_MOVE_FIRST);

    case GDK_KEY_End:
      return move_focus (self, LEADUP_CANVAS_MOVE_LAST);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return activate_focus (self);

    default:
      return press_letter (self, keyval);
    }
}

static void
add_gestures (LeadupCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  leadup_canvas_get_private (self)->drag = GTK_EVENT_CONTROLLER (drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* Called once, when the canvas is made. */
void
leadup_canvas_install_input (LeadupCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();

  add_gestures (self);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* On itself: lives as long as it. */
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
