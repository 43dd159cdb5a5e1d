/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-ink-layer.h"

#include "render/leadup-ink.h"

struct _LeadupInkLayer
{
  GtkWidget parent_instance;

  LeadupShow *show;
};

G_DEFINE_FINAL_TYPE (LeadupInkLayer, leadup_ink_layer, GTK_TYPE_WIDGET)

static LeadupPoint
to_part (LeadupInkLayer *self,
         double          x,
         double          y)
{
  return (LeadupPoint) {
    x / MAX (1, gtk_widget_get_width (GTK_WIDGET (self))),
    y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self))),
  };
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  LeadupInkLayer *self = LEADUP_INK_LAYER (user_data);

  if (self->show != NULL)
    leadup_show_point_at (self->show, to_part (self, x, y));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  LeadupInkLayer *self = LEADUP_INK_LAYER (user_data);

  if (self->show != NULL)
    leadup_show_pen_down (self->show, to_part (self, x, y));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        user_data)
{
  LeadupInkLayer *self = LEADUP_INK_LAYER (user_data);
  double x;
  double y;

  if (self->show != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    leadup_show_pen_move (self->show, to_part (self, x + dx, y + dy));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  LeadupInkLayer *self = LEADUP_INK_LAYER (user_data);

  if (self->show != NULL)
    leadup_show_pen_up (self->show);
}

/* Without a tool the picture below gets the pointer. */
static void
state_changed_cb (LeadupInkLayer *self)
{
  LeadupShowTool tool = leadup_show_get_tool (self->show);
  gboolean hides_cursor = tool == LEADUP_SHOW_TOOL_POINTER || tool == LEADUP_SHOW_TOOL_SPOTLIGHT;

  gtk_widget_set_can_target (GTK_WIDGET (self), tool != LEADUP_SHOW_TOOL_NONE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hides_cursor ? "none" : "crosshair");
}

static LeadupInkMark
get_mark (LeadupShowTool tool)
{
  if (tool == LEADUP_SHOW_TOOL_POINTER)
    return LEADUP_INK_POINTER;

  return tool == LEADUP_SHOW_TOOL_SPOTLIGHT ? LEADUP_INK_SPOTLIGHT : LEADUP_INK_NO_MARK;
}

static void
leadup_ink_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LeadupInkLayer *self = LEADUP_INK_LAYER (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  LeadupInkMark mark = LEADUP_INK_NO_MARK;
  GPtrArray *strokes;
  LeadupPoint point;

  if (self->show == NULL || width < 1 || height < 1)
    return;

  strokes = leadup_show_get_strokes (self->show);
  if (leadup_show_get_point (self->show, &point))
    mark = get_mark (leadup_show_get_tool (self->show));
  if (strokes->len > 0 || mark != LEADUP_INK_NO_MARK)
    leadup_ink_paint (
        gtk_snapshot_append_cairo (
            snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height)),
        strokes, mark, point, width, height);
}

static void
leadup_ink_layer_dispose (GObject *object)
{
  g_clear_object (&LEADUP_INK_LAYER (object)->show);

  G_OBJECT_CLASS (leadup_ink_layer_parent_class)->dispose (object);
}

static void
leadup_ink_layer_class_init (LeadupInkLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_ink_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = leadup_ink_layer_snapshot;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
leadup_ink_layer_init (LeadupInkLayer *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* Controllers live as long as the widget. */
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
leadup_ink_layer_new (void)
{
  return g_object_new (LEADUP_TYPE_INK_LAYER, NULL);
}

void
leadup_ink_layer_set_show (LeadupInkLayer *self,
                           LeadupShow     *show)
{
  g_return_if_fail (LEADUP_IS_INK_LAYER (self));
  g_return_if_fail (LEADUP_IS_SHOW (show));

  if (!g_set_object (&self->show, show))
    return;

  g_signal_connect_object (show, "ink-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}
