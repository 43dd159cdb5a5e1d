/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-view.h"

#include "base/leadup-edtf.h"
#include "render/leadup-timeline-scene.h"
#include "ui/leadup-canvas-private.h"
#include "ui/leadup-linked.h"
#include "ui/leadup-timeline-edit.h"
#include "ui/leadup-timeline-labels.h"
#include "ui/leadup-timeline-moments.h"
#include "ui/leadup-timeline-walk.h"
#include "ui/leadup-workspace-lanes.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* A camera move, in the shortest time that shows where it goes. */
#define CAMERA_MS 250

struct _LeadupTimelineView
{
  LeadupCanvas parent_instance;

  double scroll_y;
  double drag_from_x;
  gboolean is_brushing;
  LeadupInstant brush_anchor;

  LeadupTimelineEdit *edit;
  gboolean has_tension;
  char *wanted_lane; /* to scroll to as soon as it is drawn */
  LeadupTimelineLabels *labels;
  gboolean has_new_lanes; /* events move to them in the first picture of the next index */
  LeadupTimelineIndex *drawn;

  AdwAnimation *animation;
  LeadupInstant move_from[2];
  LeadupInstant move_to[2];
};

G_DEFINE_FINAL_TYPE (LeadupTimelineView, leadup_timeline_view, LEADUP_TYPE_CANVAS)

/* What the worker needs for one picture. */
typedef struct
{
  LeadupTimelineIndex *index;
  LeadupTimelineLabels *labels;
  LeadupTimelineSceneOptions options;
  const LeadupTheme *theme;
} TimelineJob;

static void
timeline_job_free (gpointer data)
{
  TimelineJob *job = data;

  leadup_timeline_index_unref (job->index);
  g_object_unref (job->labels);
  g_free ((char *) job->options.second_zone);
  g_free (job);
}

/* What decides where labels are; its strings are those of the workspace. */
static LeadupTimelineSceneOptions
get_options (LeadupTimelineView *self)
{
  LeadupCanvas *canvas = LEADUP_CANVAS (self);
  const LeadupViewFields *lanes
      = leadup_workspace_get_lanes (leadup_canvas_get_workspace (canvas));
  LeadupTimelineSceneOptions options = { .top = lanes->top,
                                         .second_zone = lanes->second_zone,
                                         .has_tension = self->has_tension,
                                         .is_still = leadup_canvas_is_on_stage (canvas) };

  leadup_canvas_get_size (canvas, &options.width, &options.height);

  return options;
}

static gpointer
leadup_timeline_view_prepare (LeadupCanvas      *canvas,
                              double             width,
                              double             height,
                              const LeadupTheme *theme)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  LeadupTimelineIndex *index = workspace != NULL ? leadup_workspace_get_index (workspace) : NULL;
  TimelineJob *job;

  if (index == NULL)
    return NULL;

  job = g_new0 (TimelineJob, 1);
  job->index = leadup_timeline_index_ref (index);
  if (self->has_new_lanes && job->index != self->drawn)
    {
      self->has_new_lanes = FALSE;
      leadup_canvas_animate_next (canvas);
    }
  g_clear_pointer (&self->drawn, leadup_timeline_index_unref);
  self->drawn = leadup_timeline_index_ref (job->index);
  job->theme = theme;
  job->options = get_options (self);
  job->options.scroll_y = self->scroll_y;
  leadup_timeline_moments_fill (workspace, job->index, &job->options);
  job->options.second_zone = g_strdup (job->options.second_zone);
  job->labels = g_object_ref (self->labels);
  leadup_timeline_labels_fill (self->labels, &job->options);
  if (!leadup_workspace_get_camera (workspace, &job->options.from, &job->options.to))
    {
      job->options.from = g_get_real_time () - 30 * LEADUP_USEC_DAY;
      job->options.to = g_get_real_time () + LEADUP_USEC_DAY;
    }

  return job;
}

static LeadupScene *
leadup_timeline_view_compose (gpointer           data,
                              LeadupTextMeasure *measure)
{
  TimelineJob *job = data;

  return leadup_timeline_scene_new (job->index, &job->options, job->theme, measure);
}

/* Where the time window is drawn; the whole canvas until there is a picture. */
static LeadupRect
get_plot (LeadupTimelineView *self)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));
  LeadupRect plot = { 0, 0, 1, 1 };

  if (scene != NULL && leadup_scene_get_plot (scene)->width > 0)
    return *leadup_scene_get_plot (scene);

  leadup_canvas_get_size (LEADUP_CANVAS (self), &plot.width, &plot.height);
  plot.width = MAX (plot.width, 1);

  return plot;
}

static double
get_max_scroll (LeadupTimelineView *self)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));

  if (scene == NULL)
    return 0;

  return MAX (0, leadup_scene_get_content_height (scene) - leadup_scene_get_plot (scene)->height);
}

static gboolean
get_camera (LeadupTimelineView *self,
            LeadupInstant      *from,
            LeadupInstant      *to)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));

  return workspace != NULL && leadup_workspace_get_camera (workspace, from, to);
}

/* The window of time on the plot. Returns: whether there is one */
static gboolean
get_time_scale (LeadupTimelineView *self,
                LeadupTimeScale    *scale)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  const LeadupTimeFolds *folds = workspace != NULL ? leadup_workspace_get_folds (workspace) : NULL;
  LeadupRect plot = get_plot (self);
  LeadupInstant from, to;
  gboolean has_camera = get_camera (self, &from, &to) && from < to;

  if (!has_camera)
    {
      from = 0;
      to = 1;
    }
  leadup_time_scale_init (scale, folds, from, to, plot.x, plot.width);

  return has_camera;
}

static LeadupInstant
to_instant (LeadupTimelineView *self,
            double              x)
{
  LeadupTimeScale scale;

  get_time_scale (self, &scale);

  return leadup_time_scale_to_time (&scale, x);
}

static void
set_camera (LeadupTimelineView    *self,
            const LeadupTimeScale *scale)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupInstant from, to;

  if (leadup_time_scale_get_window (scale, &from, &to))
    leadup_workspace_set_camera (workspace, from, to);
}

static void
stop_moving (LeadupTimelineView *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
}

static void
move_camera_cb (double   value,
                gpointer user_data)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (user_data);
  LeadupTimeScale scale, start, end;

  get_time_scale (self, &scale);
  leadup_time_scale_init (&start, scale.folds, self->move_from[0], self->move_from[1], scale.x,
                          scale.width);
  leadup_time_scale_init (&end, scale.folds, self->move_to[0], self->move_to[1], scale.x,
                          scale.width);
  leadup_time_scale_mix (&start, &end, value);
  set_camera (self, &start);
}

/* Remembers where the camera was and glides to the new window; at once where animations are off. */
static void
glide_to (LeadupTimelineView *self,
          LeadupInstant       from,
          LeadupInstant       to)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupInstant now_from;
  LeadupInstant now_to;

  if (!leadup_workspace_get_camera (workspace, &now_from, &now_to) ||
      !adw_get_enable_animations (GTK_WIDGET (self)))
    {
      leadup_workspace_jump_camera (workspace, from, to);
      return;
    }

  stop_moving (self);
  leadup_workspace_jump_camera (workspace, from, to);
  leadup_workspace_set_camera (workspace, now_from, now_to);
  self->move_from[0] = now_from;
  self->move_from[1] = now_to;
  self->move_to[0] = from;
  self->move_to[1] = to;
  if (self->animation == NULL)
    self->animation =
        adw_timed_animation_new (GTK_WIDGET (self), 0, 1, CAMERA_MS,
                                 adw_callback_animation_target_new (move_camera_cb, self, NULL));
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static void
leadup_timeline_view_pan (LeadupCanvas *canvas,
                          double        dx,
                          double        dy)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  double scroll_y = CLAMP (self->scroll_y - dy, 0, get_max_scroll (self));
  LeadupTimeScale scale;

  stop_moving (self);
  if (get_time_scale (self, &scale) && dx != 0)
    {
      leadup_time_scale_pan (&scale, dx);
      set_camera (self, &scale);
    }
  if (scroll_y != self->scroll_y)
    {
      self->scroll_y = scroll_y;
      leadup_canvas_queue_scene (canvas);
    }
}

static void
leadup_timeline_view_zoom_at (LeadupCanvas *canvas,
                              double        x,
                              double        y,
                              double        factor)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupTimeScale scale;

  stop_moving (self);
  if (!get_time_scale (self, &scale))
    return;

  leadup_time_scale_zoom (&scale, x, factor);
  set_camera (self, &scale);
}

/* A wheel scrolls the lanes, and pans in time where all lanes fit. */
static void
leadup_timeline_view_wheel (LeadupCanvas *canvas,
                            double        dx,
                            double        dy,
                            gboolean      is_discrete)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);

  if (get_max_scroll (self) > 0)
    leadup_timeline_view_pan (canvas, -dx, -dy);
  else
    leadup_timeline_view_pan (canvas, -(dx + dy), 0);
}

static void
get_window (LeadupTimelineView   *self,
            LeadupTimelineWindow *window)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));

  *window = (LeadupTimelineWindow) { .plot = get_plot (self) };
  window->scale = leadup_canvas_get_text_scale (LEADUP_CANVAS (self));
  if (workspace != NULL && leadup_workspace_get_story (workspace) != NULL)
    window->zone =
        leadup_info_get_fields (leadup_story_get_info (leadup_workspace_get_story (workspace)))
            ->zone;
  get_time_scale (self, &window->time);
}

static gboolean
leadup_timeline_view_drag_begin (LeadupCanvas           *canvas,
                                 const LeadupSceneGroup *group,
                                 double                  x,
                                 double                  y)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupRect plot = get_plot (self);
  LeadupTimelineWindow window;

  stop_moving (self);
  get_window (self, &window);
  self->is_brushing = FALSE;
  if (leadup_timeline_edit_begin (self->edit, leadup_canvas_get_workspace (canvas), group, x,
                                  &window))
    return TRUE;
  /* The ruler brushes. */
  self->is_brushing = y < plot.y || y > plot.y + plot.height;
  self->drag_from_x = x;
  self->brush_anchor = to_instant (self, x);

  return self->is_brushing;
}

static void
leadup_timeline_view_drag_update (LeadupCanvas *canvas,
                                  double        dx,
                                  double        dy)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupInstant end = to_instant (self, self->drag_from_x + dx);
  LeadupTimelineWindow window;

  if (!self->is_brushing)
    {
      get_window (self, &window);
      leadup_timeline_edit_update (self->edit, dx, &window);
      return;
    }

  leadup_workspace_set_brush (leadup_canvas_get_workspace (canvas), MIN (self->brush_anchor, end),
                              MAX (self->brush_anchor, end));
}

static void
leadup_timeline_view_drag_end (LeadupCanvas *canvas,
                               gboolean      is_cancelled)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);

  if (is_cancelled)
    leadup_timeline_edit_cancel (self->edit);
  else
    leadup_timeline_edit_finish (self->edit, leadup_canvas_get_workspace (canvas));
}

static void
zoom_into (LeadupTimelineView *self,
           const LeadupRect   *bounds)
{
  LeadupInstant from = to_instant (self, bounds->x - bounds->width / 2);
  LeadupInstant to = to_instant (self, bounds->x + bounds->width * 1.5);
  LeadupInstant margin = MAX (LEADUP_USEC_SECOND / 100 - (to - from) / 2, 0);

  glide_to (self, from - margin, to + margin);
}

gboolean
leadup_timeline_view_open_break (LeadupTimelineView *self,
                                 double              x)
{
  const LeadupTimeFold *fold;
  LeadupTimeScale scale;

  g_return_val_if_fail (LEADUP_IS_TIMELINE_VIEW (self), FALSE);

  get_time_scale (self, &scale);
  fold = leadup_time_scale_find_break (&scale, x < 0 ? scale.x + scale.width / 2 : x);
  if (fold == NULL)
    return FALSE;

  leadup_workspace_open_stretch (leadup_canvas_get_workspace (LEADUP_CANVAS (self)),
                                 fold->quiet.from, fold->quiet.to);

  return TRUE;
}

static void
leadup_timeline_view_activate (LeadupCanvas           *canvas,
                               const LeadupSceneGroup *group,
                               double                  x,
                               double                  y)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);

  if (group != NULL && group->kind == LEADUP_SCENE_BREAK)
    {
      leadup_timeline_view_open_break (self, x);
    }
  else if (group != NULL && group->kind == LEADUP_SCENE_CLUSTER)
    {
      zoom_into (self, &group->bounds);
    }
  else if (group != NULL && group->kind == LEADUP_SCENE_EVENT)
    {
      leadup_workspace_select (leadup_canvas_get_workspace (canvas), LEADUP_RECORD_EVENT,
                               group->id);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-selection", NULL);
    }
  else if (group == NULL)
    {
      LeadupCivil civil;
      g_autofree char *edtf = NULL;
      gint64 day;

      leadup_calendar_from_instant (to_instant (self, x), &civil);
      day = leadup_calendar_day_number (civil.year, civil.month, civil.day);
      edtf = leadup_edtf_from_days (day, day);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.new-event-at", "s", edtf);
    }
}

/* Pans just far enough that the event is in view. */
static void
bring_into_view (LeadupTimelineView        *self,
                 const LeadupTimelineEntry *entry)
{
  LeadupTimeScale scale;
  LeadupInstant from, to;
  double span, start = (double) entry->start;

  if (!get_time_scale (self, &scale))
    return;

  span = scale.to - scale.from;
  if (start < scale.from + span / 20)
    scale.from = start - span / 5;
  else if (start > scale.to - span / 8)
    scale.from = start + span / 5 - span;
  else
    return;

  scale.to = scale.from + span;
  if (leadup_time_scale_get_window (&scale, &from, &to))
    glide_to (self, from, to);
}

static void
leadup_timeline_view_move_focus (LeadupCanvas    *canvas,
                                 LeadupCanvasMove move)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  LeadupTimelineIndex *index = leadup_workspace_get_index (workspace);
  const char *focused = leadup_canvas_get_focus_id (canvas, NULL);
  const LeadupLane *in_lane;
  g_autofree char *spoken = NULL;
  const char *id;
  guint lane = 0;
  guint entry = 0;

  if (index == NULL)
    return;

  if (!leadup_timeline_walk (index, focused, move, &lane, &entry))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  in_lane = leadup_timeline_index_get_lane (index, lane);
  id = leadup_record_get_id (
      LEADUP_RECORD (leadup_timeline_index_get_event (index, &in_lane->entries[entry])));
  spoken = leadup_timeline_walk_describe (index, lane, entry);
  leadup_canvas_set_focus_item (canvas, LEADUP_SCENE_EVENT, id, spoken);
  leadup_workspace_select (workspace, LEADUP_RECORD_EVENT, id);
  bring_into_view (self, &in_lane->entries[entry]);
}

/* Scrolls to the lane that is wanted; one that is not drawn is looked for where it should be. */
static void
find_wanted_lane (LeadupTimelineView *self)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));
  const LeadupSceneGroup *group = NULL;
  LeadupRect plot = get_plot (self);
  double scroll_y;

  if (self->wanted_lane == NULL || scene == NULL)
    return;

  group = leadup_scene_find (scene, LEADUP_SCENE_LANE, self->wanted_lane);
  if (group == NULL)
    return;

  scroll_y = CLAMP (self->scroll_y + group->bounds.y - plot.y, 0, get_max_scroll (self));
  g_clear_pointer (&self->wanted_lane, g_free);
  if (scroll_y != self->scroll_y)
    {
      self->scroll_y = scroll_y;
      leadup_canvas_queue_scene (LEADUP_CANVAS (self));
    }
}

static void
leadup_timeline_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (widget);
  LeadupColour accent = leadup_canvas_get_private (LEADUP_CANVAS (self))->theme->accent;
  GdkRGBA rgba = { (float) accent.red / 255, (float) accent.green / 255, (float) accent.blue / 255,
                   1 };
  LeadupTimelineWindow window;

  get_window (self, &window);
  GTK_WIDGET_CLASS (leadup_timeline_view_parent_class)->snapshot (widget, snapshot);
  leadup_timeline_edit_snapshot (self->edit, snapshot, &window, &rgba);
}

static void
leadup_timeline_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  GTK_WIDGET_CLASS (leadup_timeline_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  leadup_timeline_edit_allocate (LEADUP_TIMELINE_VIEW (widget)->edit, width, height);
}

static void
pointed_at_cb (LeadupTimelineView *self)
{
  leadup_timeline_edit_tell (self->edit, leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
}

static void
leadup_timeline_view_scene_changed (LeadupCanvas *canvas)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (canvas);
  LeadupTimelineIndex *index = leadup_workspace_get_index (leadup_canvas_get_workspace (canvas));
  LeadupTimelineSceneOptions options = get_options (self);
  double max_scroll = get_max_scroll (self);

  /* Not before there is a picture, which does not wait for them. */
  if (self->drawn != NULL)
    leadup_timeline_labels_place (self->labels, self->drawn, &options,
                                  leadup_canvas_get_theme (canvas));
  find_wanted_lane (self);
  if (self->scroll_y > max_scroll)
    {
      self->scroll_y = max_scroll;
      leadup_canvas_queue_scene (canvas);
    }

  leadup_workspace_set_plot_width (leadup_canvas_get_workspace (canvas), get_plot (self).width);

  if (index != NULL)
    {
      g_autofree char *summary = leadup_timeline_walk_summarise (index);

      leadup_canvas_set_summary (canvas, summary);
    }
}

static void
leadup_timeline_view_dispose (GObject *object)
{
  LeadupTimelineView *self = LEADUP_TIMELINE_VIEW (object);

  stop_moving (self);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->edit, leadup_timeline_edit_free);
  g_clear_pointer (&self->wanted_lane, g_free);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->drawn, leadup_timeline_index_unref);

  G_OBJECT_CLASS (leadup_timeline_view_parent_class)->dispose (object);
}

static void
leadup_timeline_view_class_init (LeadupTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LeadupCanvasClass *canvas_class = LEADUP_CANVAS_CLASS (klass);

  object_class->dispose = leadup_timeline_view_dispose;
  canvas_class->prepare = leadup_timeline_view_prepare;
  canvas_class->compose = leadup_timeline_view_compose;
  canvas_class->job_free = timeline_job_free;
  canvas_class->scene_changed = leadup_timeline_view_scene_changed;
  canvas_class->pan = leadup_timeline_view_pan;
  canvas_class->zoom = leadup_timeline_view_zoom_at;
  canvas_class->wheel = leadup_timeline_view_wheel;
  canvas_class->list_lit = leadup_linked_list_lit;
  canvas_class->activate = leadup_timeline_view_activate;
  canvas_class->move_focus = leadup_timeline_view_move_focus;
  canvas_class->drag_begin = leadup_timeline_view_drag_begin;
  canvas_class->drag_update = leadup_timeline_view_drag_update;
  canvas_class->drag_end = leadup_timeline_view_drag_end;
  widget_class->snapshot = leadup_timeline_view_snapshot;
  widget_class->size_allocate = leadup_timeline_view_size_allocate;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeline");
}

static void
leadup_timeline_view_init (LeadupTimelineView *self)
{
  self->edit = leadup_timeline_edit_new (GTK_WIDGET (self));
  self->has_tension = TRUE;
  self->labels = leadup_timeline_labels_new ();
  g_signal_connect_object (self->labels, "placed", G_CALLBACK (leadup_canvas_queue_scene), self,
                           G_CONNECT_SWAPPED);
}

static void
lanes_changed_cb (LeadupTimelineView *self)
{
  self->has_new_lanes = TRUE;
}

void
leadup_timeline_view_set_workspace (LeadupTimelineView *self,
                                    LeadupWorkspace    *workspace)
{
  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  leadup_canvas_set_workspace (LEADUP_CANVAS (self), workspace);
  g_signal_connect_object (workspace, "index-changed", G_CALLBACK (leadup_canvas_queue_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "camera-changed", G_CALLBACK (leadup_canvas_queue_scene),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "hover-changed", G_CALLBACK (pointed_at_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (pointed_at_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::lanes-by", G_CALLBACK (lanes_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
leadup_timeline_view_zoom (LeadupTimelineView *self,
                           double              factor)
{
  LeadupRect plot;
  double x;

  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  plot = get_plot (self);
  x = plot.x + plot.width / 2;
  leadup_timeline_view_zoom_at (LEADUP_CANVAS (self), x, plot.y, factor);
}

void
leadup_timeline_view_fit (LeadupTimelineView *self)
{
  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  stop_moving (self);
  self->scroll_y = 0;
  leadup_workspace_fit_camera (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
}

void
leadup_timeline_view_centre_selection (LeadupTimelineView *self)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupTimeScale scale;
  LeadupInstant first, last;
  double middle, half, length;

  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  if (!leadup_timeline_walk_get_selected (workspace, &first, &last) ||
      !get_time_scale (self, &scale))
    return;

  first = leadup_time_folds_fold (scale.folds, first);
  last = leadup_time_folds_fold (scale.folds, last);
  length = (double) last - (double) first;
  middle = (double) first + length / 2;
  half = (scale.to - scale.from) / 2;
  if (fabs (middle - (scale.from + half)) < (scale.to - scale.from) / 100)
    half = MAX (length, 2 * (double) LEADUP_USEC_DAY);
  scale.from = middle - half;
  scale.to = middle + half;
  if (leadup_time_scale_get_window (&scale, &first, &last))
    glide_to (self, first, last);
}

void
leadup_timeline_view_go_to (LeadupTimelineView *self,
                            LeadupInstant       from,
                            LeadupInstant       to)
{
  LeadupInstant first = from != LEADUP_INSTANT_MIN ? from : to;
  LeadupInstant last = to != LEADUP_INSTANT_MAX ? to : first;
  LeadupInstant room;

  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  if (first == LEADUP_INSTANT_MIN || first == LEADUP_INSTANT_MAX)
    return;

  room = MAX ((last - first) / 2, LEADUP_USEC_HOUR);
  glide_to (self, first - room, last + room);
}

void
leadup_timeline_view_go_to_lane (LeadupTimelineView *self,
                                 const char         *key)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupTimelineIndex *index = leadup_workspace_get_index (workspace);
  guint n;

  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));
  g_return_if_fail (key != NULL);

  if (index == NULL)
    return;

  n = leadup_timeline_index_get_n_lanes (index);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (leadup_timeline_index_get_lane (index, i)->key, key))
      {
        LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));
        double height = scene != NULL ? leadup_scene_get_content_height (scene) : 0;

        g_free (self->wanted_lane);
        self->wanted_lane = g_strdup (key);
        self->scroll_y = CLAMP (height * i / n, 0, get_max_scroll (self));
        leadup_canvas_queue_scene (LEADUP_CANVAS (self));
        return;
      }
}

void
leadup_timeline_view_measure (LeadupTimelineView *self)
{
  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  if (!leadup_timeline_edit_measure (self->edit,
                                     leadup_canvas_get_workspace (LEADUP_CANVAS (self))))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
leadup_timeline_view_set_has_tension (LeadupTimelineView *self,
                                      gboolean            has_tension)
{
  g_return_if_fail (LEADUP_IS_TIMELINE_VIEW (self));

  self->has_tension = has_tension;
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}
