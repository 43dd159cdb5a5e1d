/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-step-overview.h"

#include "base/leadup-job-slot.h"
#include "base/leadup-text.h"
#include "export/leadup-chart.h"
#include "render/leadup-raster.h"
#include "ui/leadup-step-edit.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A small picture is a chart of the size of a stage, seen from afar. */
#define CHART_WIDTH  1024.0
#define CHART_HEIGHT 576.0
#define PICTURE_SCALE 0.25

/* Longest caption below a picture, in characters. */
#define MAX_CAPTION 80

struct _LeadupStepOverview
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *flow;
  GPtrArray *pictures; /* GtkPicture of each step */
  LeadupShow *show;
  LeadupWorkspace *workspace;
  LeadupJobSlot *drawing;
  guint next; /* whose picture is made now */
};

enum
{
  STEP_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupStepOverview, leadup_step_overview, GTK_TYPE_WIDGET)

/* What the worker needs for one small picture. */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupView *view;
  const char *theme;
} DrawJob;

static void draw_next (LeadupStepOverview *self);

static void
draw_job_free (gpointer data)
{
  DrawJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  g_clear_object (&job->view);
  g_free (job);
}

static gpointer
draw_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  DrawJob *job = data;
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  LeadupRaster raster = { 0 };
  g_autoptr (LeadupChart) chart = NULL;
  GdkTexture *texture;

  options.width = CHART_WIDTH;
  options.height = CHART_HEIGHT;
  options.theme = job->theme;
  options.title = options.subtitle = options.source_line = options.byline = options.alt = "";
  if (job->view != NULL)
    {
      const LeadupViewFields *fields = leadup_view_get_fields (job->view);

      options.picture = fields->picture == LEADUP_PICTURE_GRAPH ? LEADUP_PICTURE_GRAPH
                                                                : LEADUP_PICTURE_TIMELINE;
      options.from = fields->from;
      options.to = fields->to;
      options.filter = fields->filter;
      options.lanes_by = fields->lanes_by;
      options.lanes = job->view;
    }
  chart = leadup_chart_new (job->snapshot, &options, cancellable, error);
  if (chart == NULL ||
      !leadup_raster_paint (chart->scene, PICTURE_SCALE, NULL, &raster, error))
    return NULL;

  texture = gdk_memory_texture_new (raster.width, raster.height, GDK_MEMORY_DEFAULT, raster.bytes,
                                    raster.stride);
  leadup_raster_clear (&raster);

  return texture;
}

static void
drawn_cb (gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  LeadupStepOverview *self = LEADUP_STEP_OVERVIEW (user_data);
  g_autoptr (GdkTexture) texture = result;

  /* A step without events has no picture; its caption is enough. */
  if (texture != NULL && self->next < self->pictures->len)
    gtk_picture_set_paintable (self->pictures->pdata[self->next], GDK_PAINTABLE (texture));
  self->next++;
  draw_next (self);
}

static void
draw_next (LeadupStepOverview *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  LeadupStep *step = leadup_show_get_step (self->show, self->next);
  LeadupView *view;
  DrawJob *job;

  if (step == NULL || story == NULL)
    return;

  view = leadup_steps_get_view (story, step);
  job = g_new0 (DrawJob, 1);
  job->snapshot = leadup_story_snapshot (story);
  job->view = view != NULL ? g_object_ref (view) : NULL;
  job->theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "dark" : "light";
  leadup_job_slot_start (self->drawing, draw_in_thread, job, draw_job_free, g_object_unref,
                         drawn_cb, self);
}

static void
activated_cb (LeadupStepOverview *self,
              GtkFlowBoxChild    *child)
{
  g_signal_emit (self, signals[STEP_CHOSEN], 0, (guint) gtk_flow_box_child_get_index (child));
}

static void
add_step (LeadupStepOverview *self,
          guint               index)
{
  const char *caption = leadup_step_get_fields (leadup_show_get_step (self->show, index))->caption;
  g_autofree char *line = leadup_text_single_line (caption != NULL ? caption : "", MAX_CAPTION);
  g_autofree char *title = g_strdup_printf ("%u  %s", index + 1, line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_size_request (picture, (int) (CHART_WIDTH * PICTURE_SCALE),
                               (int) (CHART_HEIGHT * PICTURE_SCALE));
  gtk_widget_add_css_class (picture, "leadup-preview");
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_ptr_array_add (self->pictures, picture);
}

static void
leadup_step_overview_dispose (GObject *object)
{
  LeadupStepOverview *self = LEADUP_STEP_OVERVIEW (object);

  if (self->drawing != NULL)
    leadup_job_slot_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_object (&self->show);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_step_overview_parent_class)->dispose (object);
}

static void
leadup_step_overview_class_init (LeadupStepOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_step_overview_dispose;

  signals[STEP_CHOSEN] = g_signal_new ("step-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_step_overview_init (LeadupStepOverview *self)
{
  self->pictures = g_ptr_array_new ();
  self->drawing = leadup_job_slot_new ();
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_BROWSE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 8);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->flow, "leadup-panel");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the steps"), -1);
  g_signal_connect_object (self->flow, "child-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->flow);
  gtk_widget_add_css_class (self->scroller, "background");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
leadup_step_overview_new (void)
{
  return g_object_new (LEADUP_TYPE_STEP_OVERVIEW, NULL);
}

void
leadup_step_overview_show (LeadupStepOverview *self,
                           LeadupShow         *show,
                           LeadupWorkspace    *workspace)
{
  GtkFlowBoxChild *current;
  GtkWidget *child;

  g_return_if_fail (LEADUP_IS_STEP_OVERVIEW (self));
  g_return_if_fail (LEADUP_IS_SHOW (show));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  leadup_job_slot_cancel (self->drawing);
  g_set_object (&self->show, show);
  g_set_object (&self->workspace, workspace);
  g_ptr_array_set_size (self->pictures, 0);
  while ((child = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), child);
  for (guint i = 0; i < leadup_show_get_n_steps (show); i++)
    add_step (self, i);

  current = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow),
                                             (int) leadup_show_get_index (show));
  gtk_flow_box_select_child (GTK_FLOW_BOX (self->flow), current);
  gtk_widget_grab_focus (GTK_WIDGET (current));
  self->next = 0;
  draw_next (self);
}
