/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-tide-chart.h"

#include "base/leadup-text.h"
#include "render/leadup-tide-scene.h"

#include <glib/gi18n.h>

#define MAX_NAME 100
#define CHART_HEIGHT 190

/* Of the panel that it stands in, before it is known. */
#define PANEL_WIDTH 296

/* Columns are at least so many pixels wide. */
#define MIN_COLUMN 5.0

struct _LeadupTideChart
{
  LeadupCanvas parent_instance;

  char *pair;
  LeadupTide *tide; /* (nullable): that of the picture */
  LeadupProjection *projection; /* that its events belong to */
  double drag_x;
};

G_DEFINE_FINAL_TYPE (LeadupTideChart, leadup_tide_chart, LEADUP_TYPE_CANVAS)

/* What the worker needs for one picture. */
typedef struct
{
  LeadupProjection *projection;
  LeadupTide *tide;
  LeadupTideSceneOptions options;
  char *first;
  char *second;
  const LeadupTheme *theme;
} TideJob;

static void
tide_job_free (gpointer data)
{
  TideJob *job = data;

  leadup_tide_unref (job->tide);
  leadup_projection_unref (job->projection);
  g_free (job->first);
  g_free (job->second);
  g_free (job);
}

static gpointer
leadup_tide_chart_prepare (LeadupCanvas      *canvas,
                           double             width,
                           double             height,
                           const LeadupTheme *theme)
{
  LeadupTideChart *self = LEADUP_TIDE_CHART (canvas);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  LeadupProjection *projection =
      workspace != NULL ? leadup_workspace_get_projection (workspace) : NULL;
  LeadupTies *ties;
  const LeadupTie *tie;
  TideJob *job;

  if (projection == NULL || self->pair == NULL)
    return NULL;

  ties = leadup_projection_get_ties (projection);
  tie = leadup_ties_find_pair (ties, self->pair);
  if (tie == NULL)
    return NULL;

  job = g_new0 (TideJob, 1);
  job->projection = leadup_projection_ref (projection);
  job->tide =
      leadup_tide_new (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                       leadup_tide_chart_get_max_bins (self));
  job->first = leadup_text_single_line (leadup_ties_get_actor_name (ties, tie->a), MAX_NAME);
  job->second = leadup_text_single_line (leadup_ties_get_actor_name (ties, tie->b), MAX_NAME);
  job->options = (LeadupTideSceneOptions) {
    .width = width, .height = height, .first = job->first, .second = job->second
  };
  job->theme = theme;

  g_clear_pointer (&self->tide, leadup_tide_unref);
  self->tide = leadup_tide_ref (job->tide);
  g_clear_pointer (&self->projection, leadup_projection_unref);
  self->projection = leadup_projection_ref (projection);

  return job;
}

static LeadupScene *
leadup_tide_chart_compose (gpointer           data,
                           LeadupTextMeasure *measure)
{
  TideJob *job = data;

  return leadup_tide_scene_new (job->tide, &job->options, job->theme, measure);
}

/* Neither moves; a wheel over it scrolls what it stands in. */
static void
leadup_tide_chart_pan (LeadupCanvas *canvas,
                       double        dx,
                       double        dy)
{
}

static void
leadup_tide_chart_zoom (LeadupCanvas *canvas,
                        double        x,
                        double        y,
                        double        factor)
{
}

static gboolean
leadup_tide_chart_drag_begin (LeadupCanvas           *canvas,
                              const LeadupSceneGroup *group,
                              double                  x,
                              double                  y)
{
  LEADUP_TIDE_CHART (canvas)->drag_x = x;

  return TRUE;
}

static guint
find_bin (LeadupTideChart *self,
          double           x)
{
  const LeadupRect *plot = leadup_scene_get_plot (leadup_canvas_get_scene (LEADUP_CANVAS (self)));
  double part = CLAMP ((x - plot->x) / MAX (plot->width, 1), 0, 1);
  LeadupInstant start = self->tide->bins[0].start;
  LeadupInstant end = self->tide->bins[self->tide->n_bins - 1].end;
  LeadupInstant time = start + (LeadupInstant) (part * ((double) end - (double) start));

  return leadup_tide_find_bin (self->tide, MIN (time, end - 1));
}

/* Brushes whole columns. */
static void
leadup_tide_chart_drag_update (LeadupCanvas *canvas,
                               double        dx,
                               double        dy)
{
  LeadupTideChart *self = LEADUP_TIDE_CHART (canvas);
  guint a, b;

  if (self->tide == NULL || self->tide->n_bins == 0 || leadup_canvas_get_scene (canvas) == NULL)
    return;

  a = find_bin (self, self->drag_x);
  b = find_bin (self, self->drag_x + dx);
  leadup_workspace_set_brush (leadup_canvas_get_workspace (canvas),
                              self->tide->bins[MIN (a, b)].start,
                              self->tide->bins[MAX (a, b)].end);
}

static void
leadup_tide_chart_scene_changed (LeadupCanvas *canvas)
{
  LeadupTideChart *self = LEADUP_TIDE_CHART (canvas);
  g_autoptr (GString) spoken = g_string_new (_ ("How it changed"));

  for (guint i = 0; self->tide != NULL && i < self->tide->n_turns; i++)
    g_string_append_printf (spoken, ". %u: %s", i + 1,
                            leadup_event_get_title (self->tide->turns[i].event));
  leadup_canvas_set_summary (canvas, spoken->str);
}

static void
leadup_tide_chart_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? CHART_HEIGHT : 0;
}

static void
leadup_tide_chart_finalize (GObject *object)
{
  LeadupTideChart *self = LEADUP_TIDE_CHART (object);

  g_free (self->pair);
  g_clear_pointer (&self->tide, leadup_tide_unref);
  g_clear_pointer (&self->projection, leadup_projection_unref);

  G_OBJECT_CLASS (leadup_tide_chart_parent_class)->finalize (object);
}

static void
leadup_tide_chart_class_init (LeadupTideChartClass *klass)
{
  LeadupCanvasClass *canvas_class = LEADUP_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leadup_tide_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = leadup_tide_chart_measure;
  canvas_class->prepare = leadup_tide_chart_prepare;
  canvas_class->compose = leadup_tide_chart_compose;
  canvas_class->draws_ties = TRUE;
  canvas_class->job_free = tide_job_free;
  canvas_class->scene_changed = leadup_tide_chart_scene_changed;
  canvas_class->pan = leadup_tide_chart_pan;
  canvas_class->zoom = leadup_tide_chart_zoom;
  canvas_class->drag_begin = leadup_tide_chart_drag_begin;
  canvas_class->drag_update = leadup_tide_chart_drag_update;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tide");
}

static void
leadup_tide_chart_init (LeadupTideChart *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
}

GtkWidget *
leadup_tide_chart_new (void)
{
  return g_object_new (LEADUP_TYPE_TIDE_CHART, NULL);
}

void
leadup_tide_chart_show (LeadupTideChart *self,
                        LeadupWorkspace *workspace,
                        const char      *pair)
{
  g_return_if_fail (LEADUP_IS_TIDE_CHART (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  leadup_canvas_set_workspace (LEADUP_CANVAS (self), workspace);
  g_free (self->pair);
  self->pair = g_strdup (pair);
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

guint
leadup_tide_chart_get_max_bins (LeadupTideChart *self)
{
  int width;

  g_return_val_if_fail (LEADUP_IS_TIDE_CHART (self), 0);

  width = gtk_widget_get_width (GTK_WIDGET (self));

  return (guint) ((width > 0 ? width : PANEL_WIDTH) / MIN_COLUMN);
}
