/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-sparkline.h"

#include "render/leadup-raster.h"
#include "render/leadup-tide-scene.h"
#include "ui/leadup-canvas.h"

#include <adwaita.h>

#define WIDTH  72
#define HEIGHT 18

struct _LeadupSparkline
{
  GtkWidget parent_instance;

  LeadupTide *tide; /* (nullable) */
  LeadupTideSides sides;
};

G_DEFINE_FINAL_TYPE (LeadupSparkline, leadup_sparkline, GTK_TYPE_WIDGET)

static void
leadup_sparkline_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* The bars alone: the row, selected or not, is the ground. */
static void
leadup_sparkline_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LeadupSparkline *self = LEADUP_SPARKLINE (widget);
  const LeadupTheme *theme = leadup_canvas_choose_theme ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  LeadupRect rect = { 0, MAX (0, (height - HEIGHT) / 2), width, MIN (height, HEIGHT) };
  double scale = gtk_widget_get_scale_factor (widget);
  g_autoptr (LeadupScene) scene = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (LeadupTextMeasure) measure = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  LeadupRaster raster = { 0 };

  if (self->tide == NULL || width <= 0 || height <= 0)
    return;

  scene = leadup_scene_new (theme, width, height);
  leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "tide", NULL, NULL);
  leadup_tide_scene_add_sparkline (scene, self->tide, self->sides, &rect, theme);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (ids, (gpointer) "tide");
  measure = leadup_text_measure_new_fixed (theme);
  if (!leadup_raster_paint_groups (scene, scale, measure, ids, NULL, &raster, NULL))
    return;

  texture = gdk_memory_texture_new (raster.width, raster.height, GDK_MEMORY_DEFAULT, raster.bytes,
                                    raster.stride);
  gtk_snapshot_append_texture (
      snapshot, texture,
      &GRAPHENE_RECT_INIT (0, 0, (float) (raster.width / scale), (float) (raster.height / scale)));
  leadup_raster_clear (&raster);
}

static void
leadup_sparkline_finalize (GObject *object)
{
  g_clear_pointer (&LEADUP_SPARKLINE (object)->tide, leadup_tide_unref);

  G_OBJECT_CLASS (leadup_sparkline_parent_class)->finalize (object);
}

static void
leadup_sparkline_class_init (LeadupSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leadup_sparkline_finalize;
  widget_class->measure = leadup_sparkline_measure;
  widget_class->snapshot = leadup_sparkline_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
leadup_sparkline_init (LeadupSparkline *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_sparkline_new (void)
{
  return g_object_new (LEADUP_TYPE_SPARKLINE, NULL);
}

void
leadup_sparkline_set_tide (LeadupSparkline *self,
                           LeadupTide      *tide,
                           LeadupTideSides  sides)
{
  g_return_if_fail (LEADUP_IS_SPARKLINE (self));

  if (tide != NULL)
    leadup_tide_ref (tide);
  g_clear_pointer (&self->tide, leadup_tide_unref);
  self->tide = tide;
  self->sides = sides;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
