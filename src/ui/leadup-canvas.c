/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-canvas.h"

#include "render/leadup-raster.h"
#include "ui/leadup-canvas-private.h"
#include "ui/leadup-picture-node.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* In the shortest time in which an eye can follow. */
#define TRANSITION_MS 300

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LeadupCanvas, leadup_canvas, GTK_TYPE_WIDGET)

/* A picture in the making. */
typedef struct
{
  LeadupCanvasClass *klass;
  gpointer job;
  LeadupCanvasRenderer *renderer;
  const LeadupTheme *theme;
  double scale;
  LeadupScene *scene;
  LeadupRaster raster;
} Picture;

static void render (LeadupCanvas *self);

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->job, picture->klass->job_free);
  g_clear_pointer (&picture->scene, leadup_scene_unref);
  g_clear_pointer (&picture->renderer, leadup_canvas_renderer_free);
  leadup_raster_clear (&picture->raster);
  g_free (picture);
}

static void
render_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Picture *picture = task_data;
  LeadupCanvasRenderer *renderer = picture->renderer;
  g_autoptr (GError) error = NULL;

  leadup_canvas_renderer_set_theme (renderer, picture->theme);
  if (picture->job != NULL)
    picture->scene = picture->klass->compose (picture->job, renderer->measure);
  if (picture->scene != NULL &&
      !leadup_raster_paint_pooled (picture->scene, picture->scale, renderer->measure,
                                   renderer->pool, &picture->raster, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_boolean (task, TRUE);
}

static void
transition_cb (double   value,
               gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

static void
transition_done_cb (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_clear_pointer (&priv->transition, leadup_canvas_transition_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Things glide to where they stand in the new picture; at once where animations are off. */
static void
begin_transition (LeadupCanvas *self,
                  Picture      *picture)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  LeadupScene *before = priv->scene;

  g_clear_pointer (&priv->transition, leadup_canvas_transition_free);
  if (!priv->wants_transition || before == NULL || picture->scene == NULL ||
      picture->raster.bytes == NULL || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  priv->transition = leadup_canvas_transition_new (before, picture->scene, &picture->raster,
                                                   picture->scale);
  if (priv->transition_animation == NULL)
    {
      priv->transition_animation =
          adw_timed_animation_new (GTK_WIDGET (self), 0, 1, TRANSITION_MS,
                                   adw_callback_animation_target_new (transition_cb, self, NULL));
      g_signal_connect_object (priv->transition_animation, "done", G_CALLBACK (transition_done_cb),
                               self, G_CONNECT_SWAPPED);
    }
  adw_animation_reset (priv->transition_animation);
  adw_animation_play (priv->transition_animation);
}

static void
show_picture (LeadupCanvas *self,
              Picture      *picture)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);

  begin_transition (self, picture);
  priv->wants_transition = FALSE;
  g_clear_pointer (&priv->scene, leadup_scene_unref);
  g_clear_pointer (&priv->node, gsk_render_node_unref);
  leadup_raster_clear (&priv->raster);
  priv->scene = g_steal_pointer (&picture->scene);
  priv->raster = picture->raster;
  picture->raster = (LeadupRaster) { 0 };
  if (priv->raster.bytes != NULL)
    priv->node = leadup_picture_node_new (GTK_WIDGET (self), &priv->raster);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  leadup_canvas_renew_lit (self);
  if (klass->scene_changed != NULL)
    klass->scene_changed (self);
}

/* Counts the frames of the surface that it is on. */
static gint64
get_frame (LeadupCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (source);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  Picture *picture = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  priv->is_rendering = FALSE;
  priv->renderer = g_steal_pointer (&picture->renderer);
  priv->renderer->used_us = g_get_monotonic_time ();
  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_picture (self, picture);
  else
    g_message ("No picture: %s", error->message);

  if (!priv->needs_render)
    return;

  /* Nobody would see a second picture of one frame. */
  if (priv->rendered_frame == get_frame (self))
    leadup_canvas_queue_scene (self);
  else
    render (self);
}

const LeadupTheme *
leadup_canvas_choose_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return leadup_theme_get (is_dark ? "high-contrast-dark" : "high-contrast");

  return leadup_theme_get (is_dark ? "dark" : "light");
}

/* Whether there is a place for a picture, and nobody at work on one. */
static gboolean
can_render (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  double width, height;

  leadup_canvas_get_size (self, &width, &height);

  return !priv->is_rendering && width >= 1 && height >= 1 &&
         (priv->is_ahead || gtk_widget_get_mapped (GTK_WIDGET (self)));
}

/* Begins to make a picture. Where there is nothing to show yet, the fonts are there by the time
 * when there is. */
static void
begin_picture (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (self);
  Picture *picture = g_new0 (Picture, 1);
  g_autoptr (GTask) task = NULL;
  double width;
  double height;

  priv->needs_render = FALSE;
  priv->rendered_frame = get_frame (self);
  priv->theme = leadup_canvas_choose_theme ();
  leadup_canvas_get_size (self, &width, &height);
  picture->klass = klass;
  picture->theme = priv->theme;
  picture->scale =
      gtk_widget_get_scale_factor (GTK_WIDGET (self)) * leadup_canvas_get_text_scale (self);
  picture->job = klass->prepare (self, width, height, priv->theme);
  leadup_canvas_renderer_take_over (&priv->renderer, priv->theme);
  picture->renderer = g_steal_pointer (&priv->renderer);
  priv->is_rendering = TRUE;
  task = g_task_new (self, NULL, rendered_cb, NULL);
  g_task_set_source_tag (task, begin_picture);
  g_task_set_task_data (task, picture, picture_free);
  g_task_run_in_thread (task, render_in_thread);
}

static void
render (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  if (can_render (self))
    begin_picture (self);
  else
    priv->needs_render = TRUE;
}

/* The first picture is begun while the window is still painted without one. */
static void
render_at_once (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  if (!can_render (self))
    return;

  begin_picture (self);
  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick);
  priv->tick = 0;
}

static gboolean
render_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (widget);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  priv->tick = 0;
  render (self);

  return G_SOURCE_REMOVE;
}

/* A window that is not shown has no frames to wait for. */
static gboolean
render_ahead_cb (gpointer user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  priv->ahead_source = 0;
  render (self);

  return G_SOURCE_REMOVE;
}

void
leadup_canvas_append_picture (LeadupCanvas *self,
                              GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  if (priv->transition != NULL)
    leadup_canvas_transition_snapshot (priv->transition, snapshot, priv->node,
                                       leadup_canvas_get_text_scale (self),
                                       adw_animation_get_value (priv->transition_animation));
  else
    gtk_snapshot_append_node (snapshot, priv->node);
}

static void
leadup_canvas_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  LeadupCanvas *self = LEADUP_CANVAS (widget);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  if (priv->node == NULL || priv->scene == NULL)
    return;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  leadup_canvas_append_picture (self, snapshot);
  leadup_canvas_append_marks (self, snapshot);
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (leadup_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
allocate_focus (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  double scale = leadup_canvas_get_text_scale (self);
  GtkAllocation allocation = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)) };
  const LeadupSceneGroup *group = NULL;

  if (priv->scene != NULL && priv->focus_id != NULL)
    group = leadup_scene_find (priv->scene, priv->focus_kind, priv->focus_id);
  if (group != NULL)
    allocation = (GtkAllocation) {
      (int) floor (group->bounds.x * scale),
      (int) floor (group->bounds.y * scale),
      MAX (1, (int) ceil (group->bounds.width * scale)),
      MAX (1, (int) ceil (group->bounds.height * scale)),
    };
  gtk_widget_size_allocate (priv->focus_widget, &allocation, -1);
}

static void
leadup_canvas_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  LeadupCanvas *self = LEADUP_CANVAS (widget);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  allocate_focus (self);
  if (priv->shown_width != width || priv->shown_height != height)
    {
      leadup_canvas_queue_scene (self);
      if (priv->scene == NULL)
        render_at_once (self);
    }
  priv->shown_width = width;
  priv->shown_height = height;
}

/* What was drawn ahead, or is being drawn, is what is shown, in the way that is the cheapest on
 * this surface; what changed meanwhile follows. */
static void
leadup_canvas_map (GtkWidget *widget)
{
  LeadupCanvas *self = LEADUP_CANVAS (widget);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  gboolean is_drawn = priv->is_ahead && (priv->scene != NULL || priv->is_rendering);

  GTK_WIDGET_CLASS (leadup_canvas_parent_class)->map (widget);
  priv->is_ahead = FALSE;
  g_clear_handle_id (&priv->ahead_source, g_source_remove);
  if (!is_drawn || priv->needs_render)
    leadup_canvas_queue_scene (self);
  if (!is_drawn)
    return;

  g_clear_pointer (&priv->node, gsk_render_node_unref);
  if (priv->raster.bytes != NULL)
    priv->node = leadup_picture_node_new (GTK_WIDGET (self), &priv->raster);
}

static gboolean
leadup_canvas_grab_focus (GtkWidget *widget)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (LEADUP_CANVAS (widget));

  return gtk_widget_grab_focus (priv->focus_widget);
}

static void
leadup_canvas_dispose (GObject *object)
{
  LeadupCanvas *self = LEADUP_CANVAS (object);
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick);
  priv->tick = 0;
  if (priv->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->kinetic_tick);
  priv->kinetic_tick = 0;
  g_clear_handle_id (&priv->ahead_source, g_source_remove);
  if (priv->transition_animation != NULL)
    adw_animation_pause (priv->transition_animation);
  g_clear_object (&priv->transition_animation);
  g_clear_pointer (&priv->transition, leadup_canvas_transition_free);
  g_clear_pointer (&priv->focus_widget, gtk_widget_unparent);
  g_clear_object (&priv->greeting);
  leadup_canvas_dispose_lit (self);
  g_clear_pointer (&priv->arrivals, g_hash_table_unref);
  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->node, gsk_render_node_unref);
  leadup_raster_clear (&priv->raster);
  g_clear_pointer (&priv->scene, leadup_scene_unref);

  G_OBJECT_CLASS (leadup_canvas_parent_class)->dispose (object);
}

static void
leadup_canvas_finalize (GObject *object)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (LEADUP_CANVAS (object));

  leadup_canvas_renderer_withdraw (&priv->renderer);
  g_clear_pointer (&priv->focus_id, g_free);

  G_OBJECT_CLASS (leadup_canvas_parent_class)->finalize (object);
}

static void
leadup_canvas_class_init (LeadupCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_canvas_dispose;
  object_class->finalize = leadup_canvas_finalize;
  widget_class->snapshot = leadup_canvas_snapshot;
  widget_class->size_allocate = leadup_canvas_size_allocate;
  widget_class->map = leadup_canvas_map;
  widget_class->grab_focus = leadup_canvas_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_canvas_init (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  priv->theme = leadup_canvas_choose_theme ();
  leadup_canvas_renderer_enroll (&priv->renderer);
  priv->focus_widget = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_LIST_ITEM, "focusable", TRUE, NULL);
  gtk_widget_set_parent (priv->focus_widget, GTK_WIDGET (self));
  gtk_widget_set_can_target (priv->focus_widget, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (leadup_canvas_queue_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (leadup_canvas_queue_scene),
                           self, G_CONNECT_SWAPPED);
  /* On itself: lives as long as it. */
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (leadup_canvas_queue_scene), NULL);
  g_signal_connect_object (priv->focus_widget, "notify::has-focus",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  leadup_canvas_install_input (self);
}

LeadupCanvasPrivate *
leadup_canvas_get_private (LeadupCanvas *self)
{
  return leadup_canvas_get_instance_private (self);
}

/* How much larger than usual the user wants text: 2 at “200 %”; on a stage, how large it makes
 * everything. */
double
leadup_canvas_get_text_scale (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  int dpi = 0;

  if (priv->magnification > 0)
    return priv->magnification;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 4.0) : 1;
}

LeadupScene *
leadup_canvas_get_scene (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), NULL);

  return priv->scene;
}

LeadupWorkspace *
leadup_canvas_get_workspace (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), NULL);

  return priv->workspace;
}

/* What is lit or marked goes by the projection also where the picture does not. */
static void
projection_changed_cb (LeadupCanvas *self)
{
  if (LEADUP_CANVAS_GET_CLASS (self)->draws_ties)
    leadup_canvas_queue_scene (self);
  leadup_canvas_renew_lit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
leadup_canvas_set_workspace (LeadupCanvas    *self,
                             LeadupWorkspace *workspace)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&priv->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (projection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  leadup_canvas_install_lit (self);
}

const LeadupTheme *
leadup_canvas_get_theme (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), NULL);

  return priv->theme;
}

/* Whether it shows steps to an audience, and nobody pans it. */
gboolean
leadup_canvas_is_on_stage (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), FALSE);

  return priv->magnification > 0;
}

/* Whether its picture leaves nothing of what is below it to be seen. */
gboolean
leadup_canvas_is_opaque (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  int pixel = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), FALSE);

  return priv->node != NULL && priv->scene != NULL && priv->transition == NULL &&
         priv->raster.width >= gtk_widget_get_width (GTK_WIDGET (self)) * pixel &&
         priv->raster.height >= gtk_widget_get_height (GTK_WIDGET (self)) * pixel;
}

void
leadup_canvas_set_magnification (LeadupCanvas *self,
                                 double        magnification)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));
  g_return_if_fail (magnification >= 0);

  if (priv->magnification == magnification)
    return;

  priv->magnification = magnification;
  leadup_canvas_queue_scene (self);
}

void
leadup_canvas_queue_scene (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  priv->needs_render = TRUE;
  if (priv->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), render_tick_cb, NULL, NULL);
  else if (priv->is_ahead && priv->ahead_source == 0)
    priv->ahead_source = g_idle_add_full (G_PRIORITY_DEFAULT, render_ahead_cb, self, NULL);
}

/**
 * leadup_canvas_draw_ahead:
 * @self: a canvas that has a size, and is not shown yet
 *
 * From now on makes pictures as if it were shown, so that the first frame of its window has one.
 */
void
leadup_canvas_draw_ahead (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->is_ahead = TRUE;
  leadup_canvas_queue_scene (self);
}

void
leadup_canvas_animate_next (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  priv->wants_transition = TRUE;
}

void
leadup_canvas_get_size (LeadupCanvas *self,
                        double       *width,
                        double       *height)
{
  double scale = leadup_canvas_get_text_scale (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  *width = gtk_widget_get_width (GTK_WIDGET (self)) / scale;
  *height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;
}

void
leadup_canvas_set_focus_item (LeadupCanvas   *self,
                              LeadupSceneKind kind,
                              const char     *id,
                              const char     *title)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);
  char *copy = g_strdup (id);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  g_free (priv->focus_id);
  priv->focus_id = copy;
  priv->focus_kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus_widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
leadup_canvas_tell_focus_item (LeadupCanvas *self,
                               const char   *title)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));
  g_return_if_fail (title != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus_widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

const char *
leadup_canvas_get_focus_id (LeadupCanvas    *self,
                            LeadupSceneKind *kind)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_val_if_fail (LEADUP_IS_CANVAS (self), NULL);

  if (kind != NULL)
    *kind = priv->focus_kind;

  return priv->focus_id;
}

void
leadup_canvas_set_summary (LeadupCanvas *self,
                           const char   *summary)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_instance_private (self);

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  if (priv->focus_id == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus_widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
