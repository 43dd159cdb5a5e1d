/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-stage.h"

#include "ui/leadup-caption.h"
#include "ui/leadup-graph-view.h"
#include "ui/leadup-ink-layer.h"
#include "ui/leadup-picture-node.h"
#include "ui/leadup-timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* The size at which a stage draws at scale 1: what is larger is magnified, so that a chart says as
 * much on a wall as on a laptop, in letters that the last row can read. */
#define DESIGN_WIDTH  1024.0
#define DESIGN_HEIGHT 576.0

/* What a canvas keeps free around its chart at scale 1: the caption stands above its edge. */
#define CANVAS_PADDING 12.0

/* Parts of the stage's height. */
#define MARGIN       0.03
#define CAPTION_SIZE 0.042

#define MIN_CAPTION_PX 8.0

/* Some six frames. */
#define REHEARSAL_MS 100

/* Wider than this, timeline and graph stand side by side, and the timeline gets that much. */
#define MIN_WIDE_ASPECT 1.2
#define TIMELINE_PART   0.58

struct _LeadupStage
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
  double min_magnification;

  GtkWidget *caption;
  GtkWidget *timeline;
  GtkWidget *graph;
  GtkWidget *former; /* the picture before, going, or the frozen one */
  GtkWidget *blank;
  GtkWidget *ink;

  LeadupPicture picture;
  gboolean is_frozen;

  AdwAnimation *fade;
  AdwAnimation *graph_move;
  LeadupPoint graph_from;
  LeadupPoint graph_to;
  double zoom_from;
  double zoom_to; /* 0 = fitted in the end */
};

G_DEFINE_FINAL_TYPE (LeadupStage, leadup_stage, GTK_TYPE_WIDGET)

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (
      child, &(GtkAllocation) { x, y, MAX (1, width), MAX (1, height) }, -1);
}

static void
allocate_charts (LeadupStage *self,
                 int          x,
                 int          y,
                 int          width,
                 int          height)
{
  gboolean has_both = self->picture == LEADUP_PICTURE_BOTH;
  int first = width;

  if (!has_both)
    {
      allocate (self->timeline, x, y, width, height);
      allocate (self->graph, x, y, width, height);
    }
  else if (width > height * MIN_WIDE_ASPECT)
    {
      first = (int) (width * TIMELINE_PART);
      allocate (self->timeline, x, y, first, height);
      allocate (self->graph, x + first, y, width - first, height);
    }
  else
    {
      first = height / 2;
      allocate (self->timeline, x, y, width, first);
      allocate (self->graph, x, y + first, width, height - first);
    }
}

static void
leadup_stage_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  LeadupStage *self = LEADUP_STAGE (widget);
  double scale = MIN (width / DESIGN_WIDTH, height / DESIGN_HEIGHT);
  int margin = (int) (MARGIN * height);
  int top = margin;
  int side;
  int caption;

  scale = MAX (scale, self->min_magnification);
  leadup_canvas_set_magnification (LEADUP_CANVAS (self->timeline), scale);
  leadup_canvas_set_magnification (LEADUP_CANVAS (self->graph), scale);
  side = MAX (0, margin - (int) (CANVAS_PADDING * scale));

  caption = leadup_caption_lay_out (
      LEADUP_CAPTION (self->caption), width - 2 * margin,
      MAX (CAPTION_SIZE * MIN (height, width / MIN_WIDE_ASPECT), MIN_CAPTION_PX));
  gtk_widget_set_child_visible (self->caption, caption > 0);
  if (caption > 0)
    {
      allocate (self->caption, margin, margin, width - 2 * margin, caption);
      top += caption + margin / 2;
    }
  allocate_charts (self, side, top, width - 2 * side, height - top - margin / 2);
  allocate (self->former, 0, 0, width, height - 1);
  allocate (self->blank, 0, 0, width, height);
  allocate (self->ink, 0, 0, width, height);
}

static GtkSizeRequestMode
leadup_stage_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leadup_stage_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? 160 : 90;
  *natural = is_width ? 320 : MAX (90, (for_size > 0 ? for_size : 320) * 9 / 16);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
append_ground (LeadupStage *self,
               GtkSnapshot *snapshot,
               float        left,
               float        top,
               float        right,
               float        bottom)
{
  LeadupColour ground = leadup_canvas_get_theme (LEADUP_CANVAS (self->timeline))->background;
  GdkRGBA colour = { (float) ground.red / 255, (float) ground.green / 255,
                     (float) ground.blue / 255, 1 };

  if (right > left && bottom > top)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
}

/* Shows @chart if it is opaque, or if it is not, as is asked. @charts: grows by where it stands */
static void
append_chart (LeadupStage     *self,
              GtkWidget       *chart,
              gboolean         is_opaque,
              GtkSnapshot     *snapshot,
              graphene_rect_t *charts)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (chart) ||
      leadup_canvas_is_opaque (LEADUP_CANVAS (chart)) != is_opaque ||
      !gtk_widget_compute_bounds (chart, GTK_WIDGET (self), &bounds))
    return;

  if (!is_opaque)
    append_ground (self, snapshot, bounds.origin.x, bounds.origin.y,
                   bounds.origin.x + bounds.size.width, bounds.origin.y + bounds.size.height);
  gtk_widget_snapshot_child (GTK_WIDGET (self), chart, snapshot);
  if (charts->size.width > 0)
    graphene_rect_union (charts, &bounds, charts);
  else
    *charts = bounds;
}

/* The charts come first, and the ground only where they are not: they are nearly all that a frame
 * of a move draws, and what comes first cairo paints on a clear surface as it is; on anything else,
 * by way of another picture. Two charts leave no room between them. */
static void
leadup_stage_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  LeadupStage *self = LEADUP_STAGE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t charts = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  float left, top, right, bottom;

  append_chart (self, self->timeline, TRUE, snapshot, &charts);
  append_chart (self, self->graph, TRUE, snapshot, &charts);
  append_chart (self, self->timeline, FALSE, snapshot, &charts);
  append_chart (self, self->graph, FALSE, snapshot, &charts);
  left = charts.origin.x;
  top = charts.origin.y;
  right = left + charts.size.width;
  bottom = top + charts.size.height;
  append_ground (self, snapshot, 0, 0, width, top);
  append_ground (self, snapshot, 0, top, left, bottom);
  append_ground (self, snapshot, right, top, width, bottom);
  append_ground (self, snapshot, 0, bottom, width, height);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->timeline && child != self->graph)
      gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
fade_cb (double   value,
         gpointer user_data)
{
  LeadupStage *self = LEADUP_STAGE (user_data);

  gtk_widget_set_opacity (self->former, 1 - value);
}

static void
faded_cb (LeadupStage *self)
{
  if (self->is_frozen)
    return;

  gtk_widget_set_visible (self->former, FALSE);
  gtk_picture_set_paintable (GTK_PICTURE (self->former), NULL);
}

/* Keeps what the stage shows now as a picture above it, but for the row at the bottom, which is
 * empty: where an X11 window changes as a whole, cairo draws it through memory that is new in every
 * frame, which takes four times as long as all the rest. Returns: FALSE where nobody has seen it.
 */
static gboolean
keep_picture (LeadupStage *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (live);
  g_autoptr (GdkPaintable) most = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t part = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) MAX (1, height - 1));

  gtk_snapshot_push_clip (snapshot, &part);
  gdk_paintable_snapshot (still, GDK_SNAPSHOT (snapshot), width, height);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  node = leadup_picture_node_flatten (GTK_WIDGET (self), node, width, MAX (1, height - 1));
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
  most = gtk_snapshot_free_to_paintable (snapshot, &part.size);

  gtk_picture_set_paintable (GTK_PICTURE (self->former), most);
  gtk_widget_set_opacity (self->former, 1);
  gtk_widget_set_visible (self->former, TRUE);

  return TRUE;
}

/* What was shown goes while the new picture comes. */
static void
fade_over (LeadupStage *self,
           guint        duration_ms)
{
  if (self->is_frozen || !keep_picture (self))
    return;

  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->fade), duration_ms);
  adw_animation_reset (self->fade);
  adw_animation_play (self->fade);
}

static void
end_rehearsal (LeadupStage *self)
{
  if (adw_timed_animation_get_duration (ADW_TIMED_ANIMATION (self->fade)) == REHEARSAL_MS)
    adw_animation_skip (self->fade);
}

static void
graph_move_cb (double   value,
               gpointer user_data)
{
  LeadupStage *self = LEADUP_STAGE (user_data);
  double zoom_to = self->zoom_to > 0 ? self->zoom_to : 1;
  LeadupPoint centre = {
    self->graph_from.x + value * (self->graph_to.x - self->graph_from.x),
    self->graph_from.y + value * (self->graph_to.y - self->graph_from.y),
  };
  double zoom = self->zoom_from * pow (zoom_to / self->zoom_from, value);

  if (value >= 1 && self->zoom_to == 0)
    zoom = 0;
  leadup_graph_view_set_camera (LEADUP_GRAPH_VIEW (self->graph), centre, zoom);
}

static void
move_graph (LeadupStage *self,
            LeadupPoint  centre,
            double       zoom,
            gboolean     is_animated)
{
  LeadupGraphView *graph = LEADUP_GRAPH_VIEW (self->graph);
  LeadupPoint fitted;
  gboolean was_fitted;

  adw_animation_pause (self->graph_move);
  was_fitted = leadup_graph_view_get_camera (graph, &self->graph_from, &self->zoom_from, &fitted);
  if (!is_animated || (was_fitted && zoom == 0) || !gtk_widget_get_mapped (self->graph))
    {
      leadup_graph_view_set_camera (graph, centre, zoom);
      return;
    }

  self->graph_to = zoom > 0 ? centre : fitted;
  self->zoom_to = zoom;
  adw_animation_reset (self->graph_move);
  adw_animation_play (self->graph_move);
}

static void
leadup_stage_dispose (GObject *object)
{
  LeadupStage *self = LEADUP_STAGE (object);
  GtkWidget *child;

  if (self->fade != NULL)
    adw_animation_pause (self->fade);
  if (self->graph_move != NULL)
    adw_animation_pause (self->graph_move);
  g_clear_object (&self->fade);
  g_clear_object (&self->graph_move);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_stage_parent_class)->dispose (object);
}

static void
leadup_stage_class_init (LeadupStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_stage_dispose;
  widget_class->get_request_mode = leadup_stage_get_request_mode;
  widget_class->measure = leadup_stage_measure;
  widget_class->size_allocate = leadup_stage_size_allocate;
  widget_class->snapshot = leadup_stage_snapshot;

  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_stage_init (LeadupStage *self)
{
  self->caption = leadup_caption_new ();
  self->timeline = g_object_new (LEADUP_TYPE_TIMELINE_VIEW, NULL);
  self->graph = g_object_new (LEADUP_TYPE_GRAPH_VIEW, "visible", FALSE, NULL);
  self->former = g_object_new (GTK_TYPE_PICTURE, "can-target", FALSE, "visible", FALSE,
                               "keep-aspect-ratio", FALSE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->blank = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->blank, "leadup-blank");
  gtk_widget_set_visible (self->blank, FALSE);
  self->ink = leadup_ink_layer_new ();
  gtk_widget_set_parent (self->timeline, GTK_WIDGET (self));
  gtk_widget_set_parent (self->graph, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_parent (self->ink, GTK_WIDGET (self));
  gtk_widget_set_parent (self->former, GTK_WIDGET (self));
  gtk_widget_set_parent (self->blank, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, LEADUP_STAGE_MOVE_MS,
                                        adw_callback_animation_target_new (fade_cb, self, NULL));
  g_signal_connect_object (self->fade, "done", G_CALLBACK (faded_cb), self, G_CONNECT_SWAPPED);
  self->graph_move =
      adw_timed_animation_new (GTK_WIDGET (self), 0, 1, LEADUP_STAGE_MOVE_MS,
                               adw_callback_animation_target_new (graph_move_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->graph_move), ADW_EASE_IN_OUT_CUBIC);
}

/**
 * leadup_stage_new:
 * @workspace: (transfer none): whose filter, selection and time window are shown
 * @min_magnification: never draws smaller than this, however little room there is
 *
 * Returns: (transfer floating): a stage without a step
 */
GtkWidget *
leadup_stage_new (LeadupWorkspace *workspace,
                  double           min_magnification)
{
  LeadupStage *self;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (LEADUP_TYPE_STAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->min_magnification = min_magnification;
  leadup_timeline_view_set_workspace (LEADUP_TIMELINE_VIEW (self->timeline), workspace);
  leadup_graph_view_set_workspace (LEADUP_GRAPH_VIEW (self->graph), workspace);

  return GTK_WIDGET (self);
}

void
leadup_stage_set_show (LeadupStage *self,
                       LeadupShow  *show)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  leadup_ink_layer_set_show (LEADUP_INK_LAYER (self->ink), show);
}

/* Where a room looks on, nothing comes up that nobody asked for. */
void
leadup_stage_hide_tooltips (LeadupStage *self)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  gtk_widget_set_has_tooltip (self->timeline, FALSE);
  gtk_widget_set_has_tooltip (self->graph, FALSE);
}

/**
 * leadup_stage_show_step:
 * @self: a stage
 * @step: (nullable): %NULL shows an empty stage
 * @view: (nullable): what it shows; %NULL = everything
 * @change: how
 *
 * Arranges the stage for a step. The workspace is the caller's to change.
 */
void
leadup_stage_show_step (LeadupStage      *self,
                        LeadupStep       *step,
                        LeadupView       *view,
                        LeadupStageChange change)
{
  LeadupViewFields fields = { .picture = LEADUP_PICTURE_TIMELINE };

  g_return_if_fail (LEADUP_IS_STAGE (self));

  if (view != NULL)
    fields = *leadup_view_get_fields (view);
  /* A picture of the whole window over the other one costs each frame more than the move does. */
  if (change == LEADUP_STAGE_FADE ||
      (change == LEADUP_STAGE_MOVE && fields.picture != self->picture))
    fade_over (self, LEADUP_STAGE_MOVE_MS);
  else
    end_rehearsal (self);

  self->picture = fields.picture;
  leadup_caption_set_text (LEADUP_CAPTION (self->caption),
                           step != NULL ? leadup_step_get_fields (step)->caption : NULL);
  gtk_widget_set_visible (self->timeline,
                          step != NULL && fields.picture != LEADUP_PICTURE_GRAPH);
  gtk_widget_set_visible (self->graph,
                          step != NULL && (fields.picture == LEADUP_PICTURE_GRAPH ||
                                           fields.picture == LEADUP_PICTURE_BOTH));
  leadup_canvas_set_rest_faded (LEADUP_CANVAS (self->timeline), fields.is_rest_faded);
  leadup_canvas_set_rest_faded (LEADUP_CANVAS (self->graph), fields.is_rest_faded);
  move_graph (self, (LeadupPoint) { fields.graph_x, fields.graph_y }, fields.graph_zoom,
              change != LEADUP_STAGE_CUT);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * leadup_stage_draw_ahead:
 * @self: a stage that shows a step, in a window that is not shown yet
 * @width: that it is going to have
 * @height: likewise
 *
 * Has its pictures made before there is a window to show them in.
 */
void
leadup_stage_draw_ahead (LeadupStage *self,
                         int          width,
                         int          height)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &(GtkAllocation) { 0, 0, width, height }, -1);
  if (gtk_widget_get_visible (self->timeline))
    leadup_canvas_draw_ahead (LEADUP_CANVAS (self->timeline));
  if (gtk_widget_get_visible (self->graph))
    leadup_canvas_draw_ahead (LEADUP_CANVAS (self->graph));
}

/**
 * leadup_stage_rehearse:
 * @self: a stage whose first picture is on the screen
 *
 * Fades from what it shows to the same. The first frames of a move take several times as long as
 * those after them, for cairo gets the memory for them from X, and keeps it: here nobody sees them.
 */
void
leadup_stage_rehearse (LeadupStage *self)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  if (adw_get_enable_animations (GTK_WIDGET (self)))
    fade_over (self, REHEARSAL_MS);
}

gboolean
leadup_stage_is_drawn (LeadupStage *self)
{
  g_return_val_if_fail (LEADUP_IS_STAGE (self), FALSE);

  return (!gtk_widget_get_visible (self->timeline) ||
          leadup_canvas_get_scene (LEADUP_CANVAS (self->timeline)) != NULL) &&
         (!gtk_widget_get_visible (self->graph) ||
          leadup_canvas_get_scene (LEADUP_CANVAS (self->graph)) != NULL);
}

void
leadup_stage_set_blank (LeadupStage *self,
                        gboolean     is_blank)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  gtk_widget_set_visible (self->blank, is_blank);
}

/* A frozen stage keeps its picture whatever happens below it. */
void
leadup_stage_set_frozen (LeadupStage *self,
                         gboolean     is_frozen)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  if (self->is_frozen == is_frozen)
    return;

  if (is_frozen)
    {
      adw_animation_skip (self->fade);
      keep_picture (self);
      self->is_frozen = TRUE;
      return;
    }

  self->is_frozen = FALSE;
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->fade), LEADUP_STAGE_MOVE_MS);
  adw_animation_reset (self->fade);
  adw_animation_play (self->fade);
}

void
leadup_stage_greet (LeadupStage *self,
                    GHashTable  *arrivals)
{
  g_return_if_fail (LEADUP_IS_STAGE (self));

  leadup_canvas_greet (LEADUP_CANVAS (self->timeline), arrivals);
}
