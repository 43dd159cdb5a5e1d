/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-overview-strip.h"

#include "base/leadup-when-format.h"
#include "render/leadup-overview-scene.h"
#include "ui/leadup-canvas-private.h"
#include "ui/leadup-compare.h"
#include "ui/leadup-linked.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define STRIP_HEIGHT 60

/* How near to an end of the brush a drag takes it, pixels. */
#define HANDLE 7.0

typedef enum
{
  DRAG_NEW,
  DRAG_MOVE,
  DRAG_START,
  DRAG_END,
  DRAG_BEFORE, /* the range that the brushed one is compared with */
} DragKind;

struct _LeadupOverviewStrip
{
  LeadupCanvas parent_instance;

  GtkWidget *buttons;
  DragKind drag;
  double drag_x;
  LeadupInstant drag_from;
  LeadupInstant drag_to;
};

G_DEFINE_FINAL_TYPE (LeadupOverviewStrip, leadup_overview_strip, LEADUP_TYPE_CANVAS)

/* What the worker needs for one picture. */
typedef struct
{
  LeadupTimelineIndex *index;
  LeadupOverviewSceneOptions options;
  const LeadupTheme *theme;
} OverviewJob;

static void
overview_job_free (gpointer data)
{
  OverviewJob *job = data;

  leadup_timeline_index_unref (job->index);
  g_free (job);
}

static gboolean
get_range (LeadupOverviewStrip *self,
           LeadupInstant       *from,
           LeadupInstant       *to)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupTimelineIndex *index = workspace != NULL ? leadup_workspace_get_index (workspace) : NULL;

  if (index == NULL ||
      !leadup_timeline_index_get_range (leadup_timeline_index_get_all (index), from, to))
    return FALSE;

  if (*to - *from < LEADUP_USEC_DAY)
    {
      *from -= LEADUP_USEC_DAY;
      *to += LEADUP_USEC_DAY;
    }

  return TRUE;
}

static gpointer
leadup_overview_strip_prepare (LeadupCanvas      *canvas,
                               double             width,
                               double             height,
                               const LeadupTheme *theme)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (canvas);
  OverviewJob *job;
  LeadupInstant from;
  LeadupInstant to;

  if (!get_range (self, &from, &to))
    return NULL;

  job = g_new0 (OverviewJob, 1);
  job->index = leadup_timeline_index_ref (
      leadup_workspace_get_index (leadup_canvas_get_workspace (canvas)));
  job->options = (LeadupOverviewSceneOptions) { width, height, from, to };
  job->theme = theme;

  return job;
}

static LeadupScene *
leadup_overview_strip_compose (gpointer           data,
                               LeadupTextMeasure *measure)
{
  OverviewJob *job = data;

  return leadup_overview_scene_new (leadup_timeline_index_get_all (job->index), job->index,
                                    &job->options, job->theme, measure);
}

static gboolean
get_plot (LeadupOverviewStrip *self,
          LeadupRect          *plot)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));

  if (scene == NULL)
    return FALSE;

  *plot = *leadup_scene_get_plot (scene);

  return plot->width > 0;
}

static double
to_x (LeadupOverviewStrip *self,
      LeadupInstant        instant)
{
  LeadupRect plot = { 0, 0, 1, 1 };
  LeadupInstant from = 0;
  LeadupInstant to = 1;

  get_plot (self, &plot);
  get_range (self, &from, &to);

  return plot.x +
         CLAMP (((double) instant - (double) from) / (double) (to - from), 0, 1) * plot.width;
}

static LeadupInstant
to_instant (LeadupOverviewStrip *self,
            double               x)
{
  LeadupRect plot = { 0, 0, 1, 1 };
  LeadupInstant from = 0;
  LeadupInstant to = 1;

  get_plot (self, &plot);
  get_range (self, &from, &to);

  return from + (LeadupInstant) (CLAMP ((x - plot.x) / plot.width, 0, 1) * (double) (to - from));
}

/* Brushes whole days. */
static void
set_brush (LeadupOverviewStrip *self,
           LeadupInstant        a,
           LeadupInstant        b)
{
  LeadupInstant from = leadup_calendar_floor (MIN (a, b), LEADUP_UNIT_DAY, 1);
  LeadupInstant to = leadup_calendar_floor (MAX (a, b) + LEADUP_USEC_DAY - 1, LEADUP_UNIT_DAY, 1);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));

  leadup_workspace_set_brush (workspace, from, MAX (to, from + LEADUP_USEC_DAY));
}

static gboolean
is_shift_held (LeadupOverviewStrip *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (LEADUP_CANVAS (self));

  return (gtk_event_controller_get_current_event_state (priv->drag) & GDK_SHIFT_MASK) != 0;
}

/* In whole days, as the brush. */
static void
set_before (LeadupOverviewStrip *self,
            LeadupInstant        a,
            LeadupInstant        b)
{
  LeadupTieWindow before = {
    leadup_calendar_floor (MIN (a, b), LEADUP_UNIT_DAY, 1),
    leadup_calendar_floor (MAX (a, b), LEADUP_UNIT_DAY, 1) + LEADUP_USEC_DAY,
  };

  leadup_compare_set_before (leadup_canvas_get_workspace (LEADUP_CANVAS (self)), &before);
}

static gboolean
leadup_overview_strip_drag_begin (LeadupCanvas           *canvas,
                                  const LeadupSceneGroup *group,
                                  double                  x,
                                  double                  y)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (canvas);

  self->drag = DRAG_NEW;
  self->drag_x = x;
  if (leadup_compare_is_active (leadup_canvas_get_workspace (canvas)) && is_shift_held (self))
    self->drag = DRAG_BEFORE;
  else if (leadup_workspace_get_brush (leadup_canvas_get_workspace (canvas), &self->drag_from,
                                  &self->drag_to))
    {
      double start = to_x (self, self->drag_from);
      double end = to_x (self, self->drag_to);

      if (fabs (x - start) <= HANDLE)
        self->drag = DRAG_START;
      else if (fabs (x - end) <= HANDLE)
        self->drag = DRAG_END;
      else if (x > start && x < end)
        self->drag = DRAG_MOVE;
    }

  return TRUE;
}

static void
leadup_overview_strip_drag_update (LeadupCanvas *canvas,
                                   double        dx,
                                   double        dy)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (canvas);
  LeadupInstant now = to_instant (self, self->drag_x + dx);
  LeadupInstant shift = now - to_instant (self, self->drag_x);

  switch (self->drag)
    {
    case DRAG_MOVE:
      set_brush (self, self->drag_from + shift, self->drag_to + shift - 1);
      break;

    case DRAG_START:
      set_brush (self, now, self->drag_to - 1);
      break;

    case DRAG_END:
      set_brush (self, self->drag_from, now);
      break;

    case DRAG_BEFORE:
      set_before (self, to_instant (self, self->drag_x), now);
      break;

    case DRAG_NEW:
    default:
      set_brush (self, to_instant (self, self->drag_x), now);
      break;
    }
}

static void
leadup_overview_strip_pan (LeadupCanvas *canvas,
                           double        dx,
                           double        dy)
{
}

static void
leadup_overview_strip_zoom (LeadupCanvas *canvas,
                            double        x,
                            double        y,
                            double        factor)
{
}

/* Moves the brush by a hundredth of the whole; the first press makes one in the middle. */
static gboolean
move_brush (LeadupOverviewStrip *self,
            int                  direction,
            gboolean             is_resize)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupInstant from;
  LeadupInstant to;
  LeadupInstant first;
  LeadupInstant last;
  LeadupInstant by;

  if (!get_range (self, &first, &last))
    return FALSE;

  by = MAX ((last - first) / 100, LEADUP_USEC_DAY) * direction;
  if (!leadup_workspace_get_brush (workspace, &from, &to))
    set_brush (self, first + (last - first) / 3, last - (last - first) / 3);
  else if (is_resize && to + by > from)
    set_brush (self, from, to + by - 1);
  else if (!is_resize && from + by >= first - LEADUP_USEC_DAY &&
           to + by <= last + 2 * LEADUP_USEC_DAY)
    set_brush (self, from + by, to + by - 1);

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (user_data);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left)
    return move_brush (self, -1, (state & GDK_SHIFT_MASK) != 0);
  if (keyval == GDK_KEY_Right)
    return move_brush (self, 1, (state & GDK_SHIFT_MASK) != 0);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.brush-zoom", NULL);

  return GDK_EVENT_PROPAGATE;
}

static void
append_range (LeadupOverviewStrip *self,
              GtkSnapshot         *snapshot,
              LeadupInstant        from,
              LeadupInstant        to,
              double               alpha,
              gboolean             has_handles)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (LEADUP_CANVAS (self));
  LeadupColour accent = priv->theme->accent;
  GdkRGBA fill = { (float) accent.red / 255, (float) accent.green / 255, (float) accent.blue / 255,
                   (float) alpha };
  double scale = leadup_canvas_get_text_scale (LEADUP_CANVAS (self));
  double x1 = to_x (self, from) * scale;
  double x2 = MAX (to_x (self, to) * scale, x1 + 2);
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));

  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT ((float) x1, 0, (float) (x2 - x1), height));
  fill.alpha = has_handles ? 1 : 0.5f;
  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT ((float) x1, 0, has_handles ? 3 : 1, height));
  gtk_snapshot_append_color (
      snapshot, &fill,
      &GRAPHENE_RECT_INIT ((float) x2 - (has_handles ? 3 : 1), 0, has_handles ? 3 : 1, height));
}

/* When the events of the line or actor under the pointer were: a tick each, below the columns. */
static void
append_linked (LeadupOverviewStrip *self,
               GtkSnapshot         *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (LEADUP_CANVAS (self));
  g_autoptr (GPtrArray) events = leadup_linked_list_events (priv->workspace);
  LeadupColour accent = priv->theme->accent;
  GdkRGBA colour = { (float) accent.red / 255, (float) accent.green / 255,
                     (float) accent.blue / 255, 1 };
  double scale = leadup_canvas_get_text_scale (LEADUP_CANVAS (self));
  LeadupRect plot = { 0 };
  float last = -10;

  get_plot (self, &plot);
  for (guint i = 0; i < events->len; i++)
    {
      LeadupWhen *when = leadup_event_get_when (events->pdata[i]);
      LeadupInstant time = LEADUP_INSTANT_MIN;
      float x;

      if (when != NULL)
        time = leadup_when_get_bounds (when)->start_earliest;
      if (time == LEADUP_INSTANT_MIN)
        continue;
      x = (float) (to_x (self, time) * scale);
      if (x >= last && x < last + 2)
        continue;
      last = x;
      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT (x - 1.5f, (float) (plot.y * scale), 3,
                               (float) (plot.height * scale)));
    }
}

static void
leadup_overview_strip_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (widget);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupTieWindow before, after;
  LeadupInstant from;
  LeadupInstant to;
  LeadupRect plot;

  GTK_WIDGET_CLASS (leadup_overview_strip_parent_class)->snapshot (widget, snapshot);
  if (workspace == NULL || !get_plot (self, &plot))
    return;

  append_linked (self, snapshot);
  if (leadup_workspace_get_camera (workspace, &from, &to))
    append_range (self, snapshot, from, to, 0.08, FALSE);
  if (leadup_compare_get (workspace, &before, &after))
    append_range (self, snapshot, before.from, before.to, 0.12, FALSE);
  if (leadup_workspace_get_brush (workspace, &from, &to))
    {
      append_range (self, snapshot, from, to, 0.2, TRUE);
      gtk_widget_snapshot_child (widget, self->buttons, snapshot);
    }
}

static void
leadup_overview_strip_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  double scale = leadup_canvas_get_text_scale (LEADUP_CANVAS (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) (STRIP_HEIGHT * scale) : 0;
}

static void
leadup_overview_strip_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (widget);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  GtkAllocation allocation = { 0 };
  LeadupInstant from;
  LeadupInstant to;

  GTK_WIDGET_CLASS (leadup_overview_strip_parent_class)
      ->size_allocate (widget, width, height, baseline);

  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL,
                      NULL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL, -1, NULL, &allocation.height, NULL,
                      NULL);
  if (workspace != NULL && leadup_workspace_get_brush (workspace, &from, &to))
    {
      double scale = leadup_canvas_get_text_scale (LEADUP_CANVAS (self));
      double middle = (to_x (self, from) + to_x (self, to)) / 2 * scale;

      allocation.x =
          CLAMP ((int) middle - allocation.width / 2, 0, MAX (0, width - allocation.width));
      allocation.y = MAX (0, (height - allocation.height) / 2);
    }
  gtk_widget_size_allocate (self->buttons, &allocation, -1);
}

static void
brush_changed_cb (LeadupOverviewStrip *self)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupInstant from;
  LeadupInstant to;
  gboolean has_brush = leadup_workspace_get_brush (workspace, &from, &to);

  gtk_widget_set_child_visible (self->buttons, has_brush);
  if (has_brush)
    {
      g_autofree char *range = leadup_range_format (from, to);
      /* Translators: %s is the range of time that the brush covers. */
      g_autofree char *spoken = g_strdup_printf (_ ("Overview, brush from %s"), range);

      leadup_canvas_set_summary (LEADUP_CANVAS (self), spoken);
    }
  else
    {
      leadup_canvas_set_summary (LEADUP_CANVAS (self), _ ("Overview of all events"));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leadup_overview_strip_dispose (GObject *object)
{
  LeadupOverviewStrip *self = LEADUP_OVERVIEW_STRIP (object);

  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (leadup_overview_strip_parent_class)->dispose (object);
}

static void
leadup_overview_strip_class_init (LeadupOverviewStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LeadupCanvasClass *canvas_class = LEADUP_CANVAS_CLASS (klass);

  object_class->dispose = leadup_overview_strip_dispose;
  widget_class->snapshot = leadup_overview_strip_snapshot;
  widget_class->measure = leadup_overview_strip_measure;
  widget_class->size_allocate = leadup_overview_strip_size_allocate;
  canvas_class->prepare = leadup_overview_strip_prepare;
  canvas_class->compose = leadup_overview_strip_compose;
  canvas_class->job_free = overview_job_free;
  canvas_class->pan = leadup_overview_strip_pan;
  canvas_class->zoom = leadup_overview_strip_zoom;
  canvas_class->drag_begin = leadup_overview_strip_drag_begin;
  canvas_class->drag_update = leadup_overview_strip_drag_update;

  gtk_widget_class_set_css_name (widget_class, "overview");
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "osd");

  return button;
}

static void
leadup_overview_strip_init (LeadupOverviewStrip *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_add_css_class (self->buttons, "leadup-brush-buttons");
  gtk_box_append (GTK_BOX (self->buttons), make_button (_ ("_Zoom"), "win.brush-zoom"));
  gtk_box_append (GTK_BOX (self->buttons), make_button (_ ("_Filter"), "win.brush-filter"));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->buttons, FALSE);

  /* Before the canvas’ own keys. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

void
leadup_overview_strip_set_workspace (LeadupOverviewStrip *self,
                                     LeadupWorkspace     *workspace)
{
  g_return_if_fail (LEADUP_IS_OVERVIEW_STRIP (self));

  leadup_canvas_set_workspace (LEADUP_CANVAS (self), workspace);
  g_signal_connect_object (workspace, "index-changed", G_CALLBACK (leadup_canvas_queue_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "camera-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "brush-changed", G_CALLBACK (brush_changed_cb), self,
                           G_CONNECT_SWAPPED);
  brush_changed_cb (self);
}
