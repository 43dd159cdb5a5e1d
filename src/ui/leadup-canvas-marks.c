/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-canvas-private.h"

/* What lies over the picture of a canvas as native nodes, so that it costs next to nothing: hover,
 * selection, focus, rubber band, and what a presenter points out. */

/* How much of the picture is left of what stands back. */
#define FADED_ALPHA 0.22

/* How long what is new is pointed at, and how far the ring opens. */
#define GREETING_MS     1400
#define GREETING_GAP_PX 14.0

static LeadupColour
get_accent (LeadupCanvasPrivate *priv)
{
  return priv->theme->accent;
}

static GdkRGBA
to_rgba (LeadupColour colour,
         double       alpha)
{
  return (GdkRGBA) {
    (float) colour.red / 255,
    (float) colour.green / 255,
    (float) colour.blue / 255,
    (float) alpha,
  };
}

static void
append_outline (GtkSnapshot      *snapshot,
                const LeadupRect *bounds,
                double            text_scale,
                double            gap,
                double            width,
                GdkRGBA           colour)
{
  GskRoundedRect outline;
  float widths[4];
  GdkRGBA colours[4] = { colour, colour, colour, colour };
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (bounds->x * text_scale - gap),
                                             (float) (bounds->y * text_scale - gap),
                                             (float) (bounds->width * text_scale + 2 * gap),
                                             (float) (bounds->height * text_scale + 2 * gap));

  for (guint i = 0; i < 4; i++)
    widths[i] = (float) width;
  gsk_rounded_rect_init_from_rect (&outline, &rect, 5);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* An event may reach further than the plot: what is drawn around it ends there too. */
static void
append_group_outline (LeadupCanvas           *self,
                      GtkSnapshot            *snapshot,
                      const LeadupSceneGroup *group,
                      double                  gap,
                      double                  width,
                      GdkRGBA                 colour)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  const LeadupRect *plot = leadup_scene_get_plot (priv->scene);
  double scale = leadup_canvas_get_text_scale (self);
  gboolean is_clipped = group->kind == LEADUP_SCENE_EVENT && plot->width > 0;

  if (is_clipped)
    gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT ((float) (plot->x * scale), (float) (plot->y * scale),
                                       (float) (plot->width * scale),
                                       (float) (plot->height * scale)));
  append_outline (snapshot, &group->bounds, scale, gap, width, colour);
  if (is_clipped)
    gtk_snapshot_pop (snapshot);
}

static void
append_outlines (LeadupCanvas *self,
                 GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  const LeadupSelected *hover = leadup_workspace_get_hover (priv->workspace);
  GdkRGBA strong = to_rgba (get_accent (priv), 1);
  GdkRGBA faint = to_rgba (get_accent (priv), 0.5);

  for (guint i = 0; i < leadup_scene_get_n_groups (priv->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (priv->scene, i);
      LeadupRecordKind kind;
      gboolean is_tie;

      if (group->id == NULL || !leadup_canvas_group_record (group, &kind, &is_tie) || is_tie)
        continue;
      if (leadup_workspace_is_selected (priv->workspace, kind, group->id))
        append_group_outline (self, snapshot, group, 3, 2, strong);
      else if (hover != NULL && !hover->is_tie && hover->kind == kind &&
               g_str_equal (hover->id, group->id))
        append_group_outline (self, snapshot, group, 3, 1, faint);
    }
}

static void
append_focus (LeadupCanvas *self,
              GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  const LeadupSceneGroup *group = NULL;

  if (priv->focus_id == NULL || !gtk_widget_has_visible_focus (priv->focus_widget))
    return;

  group = leadup_scene_find (priv->scene, priv->focus_kind, priv->focus_id);
  if (group != NULL)
    append_group_outline (self, snapshot, group, 6, 2, to_rgba (priv->theme->text, 0.8));
}

/* What is not selected stands back behind a veil; the picture shows again where something is. */
static void
append_veil (LeadupCanvas *self,
             GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);
  GdkRGBA veil = to_rgba (priv->theme->background, 1 - FADED_ALPHA);

  gtk_snapshot_append_color (
      snapshot, &veil,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))));
  for (guint i = 0; i < leadup_scene_get_n_groups (priv->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (priv->scene, i);
      const LeadupRect *bounds = &group->bounds;
      LeadupRecordKind kind;
      gboolean is_tie;

      if (group->id == NULL || !leadup_canvas_group_record (group, &kind, &is_tie) || is_tie ||
          !leadup_workspace_is_selected (priv->workspace, kind, group->id))
        continue;

      gtk_snapshot_push_clip (
          snapshot,
          &GRAPHENE_RECT_INIT ((float) (bounds->x * scale), (float) (bounds->y * scale),
                               (float) (bounds->width * scale), (float) (bounds->height * scale)));
      leadup_canvas_append_picture (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
}

/* A ring that opens around each thing that is new and goes. */
static void
append_arrivals (LeadupCanvas *self,
                 GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);
  double part = adw_animation_get_value (priv->greeting);
  GdkRGBA colour = to_rgba (get_accent (priv), 1 - part);

  for (guint i = 0; i < leadup_scene_get_n_groups (priv->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (priv->scene, i);

      if (group->id != NULL && g_hash_table_contains (priv->arrivals, group->id))
        append_group_outline (self, snapshot, group, 2 + part * GREETING_GAP_PX * scale,
                              2 * MAX (1, scale), colour);
    }
}

static void
append_rubber_band (LeadupCanvas *self,
                    GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  GdkRGBA fill = to_rgba (get_accent (priv), 0.12);

  gtk_snapshot_append_color (
      snapshot, &fill,
      &GRAPHENE_RECT_INIT ((float) priv->rubber_band.x, (float) priv->rubber_band.y,
                           (float) priv->rubber_band.width, (float) priv->rubber_band.height));
  append_outline (snapshot, &priv->rubber_band, 1, 0, 1, to_rgba (get_accent (priv), 0.8));
}

void
leadup_canvas_append_marks (LeadupCanvas *self,
                            GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (priv->is_rest_faded && leadup_workspace_get_n_selected (priv->workspace) > 0)
    append_veil (self, snapshot);
  leadup_canvas_append_lit (self, snapshot);
  leadup_canvas_append_halos (self, snapshot);
  append_outlines (self, snapshot);
  if (priv->arrivals != NULL)
    append_arrivals (self, snapshot);
  append_focus (self, snapshot);
  if (priv->is_rubber_banding)
    append_rubber_band (self, snapshot);
}

void
leadup_canvas_set_rest_faded (LeadupCanvas *self,
                              gboolean      is_rest_faded)
{
  LeadupCanvasPrivate *priv;

  g_return_if_fail (LEADUP_IS_CANVAS (self));

  priv = leadup_canvas_get_private (self);
  if (priv->is_rest_faded == is_rest_faded)
    return;

  priv->is_rest_faded = is_rest_faded;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
greeted_cb (LeadupCanvas *self)
{
  g_clear_pointer (&leadup_canvas_get_private (self)->arrivals, g_hash_table_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
greet_cb (double   value,
          gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

void
leadup_canvas_greet (LeadupCanvas *self,
                     GHashTable   *arrivals)
{
  LeadupCanvasPrivate *priv;

  g_return_if_fail (LEADUP_IS_CANVAS (self));
  g_return_if_fail (arrivals != NULL);

  priv = leadup_canvas_get_private (self);
  g_clear_pointer (&priv->arrivals, g_hash_table_unref);
  if (g_hash_table_size (arrivals) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (priv->greeting == NULL)
    {
      priv->greeting =
          adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GREETING_MS,
                                   adw_callback_animation_target_new (greet_cb, self, NULL));
      g_signal_connect_object (priv->greeting, "done", G_CALLBACK (greeted_cb), self,
                               G_CONNECT_SWAPPED);
    }
  priv->arrivals = g_hash_table_ref (arrivals);
  adw_animation_reset (priv->greeting);
  adw_animation_play (priv->greeting);
}
