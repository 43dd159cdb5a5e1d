/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-painter.h"
#include "ui/leadup-canvas-private.h"

/* What belongs to the thing under the pointer, in whichever view that is, stays as it is while all
 * else stands back. The picture is not made anew for it. */

/* How much of the picture is left of what stands back. */
#define FADED_ALPHA 0.15

/* Of the light around the lines of a selected pair, of 255. */
#define HALO_ALPHA 90

/* The pointer has to rest that long, so that a picture does not flicker while it is crossed. */
#define REST_MS 120

static void
drop_node (LeadupCanvasPrivate *priv)
{
  g_clear_pointer (&priv->lit_node, gsk_render_node_unref);
}

static void
set_lit (LeadupCanvas *self,
         GHashTable   *lit)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (lit == NULL && priv->lit == NULL)
    return;

  g_clear_pointer (&priv->lit, g_hash_table_unref);
  priv->lit = lit;
  drop_node (priv);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
rested_cb (gpointer user_data)
{
  LeadupCanvas *self = LEADUP_CANVAS (user_data);
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  priv->lit_timeout = 0;
  if (leadup_workspace_get_hover (priv->workspace) != NULL)
    set_lit (self, LEADUP_CANVAS_GET_CLASS (self)->list_lit (self));

  return G_SOURCE_REMOVE;
}

static void
hover_changed_cb (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_handle_id (&priv->lit_timeout, g_source_remove);
  if (leadup_workspace_get_hover (priv->workspace) == NULL)
    set_lit (self, NULL);
  else if (priv->lit != NULL)
    set_lit (self, LEADUP_CANVAS_GET_CLASS (self)->list_lit (self));
  else
    priv->lit_timeout = g_timeout_add (REST_MS, rested_cb, self);
}

/* Called once the workspace is known. */
void
leadup_canvas_install_lit (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  if (LEADUP_CANVAS_GET_CLASS (self)->list_lit != NULL)
    g_signal_connect_object (priv->workspace, "hover-changed", G_CALLBACK (hover_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

void
leadup_canvas_dispose_lit (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  g_clear_handle_id (&priv->lit_timeout, g_source_remove);
  g_clear_pointer (&priv->lit, g_hash_table_unref);
  g_clear_pointer (&priv->lit_measure, leadup_text_measure_free);
  drop_node (priv);
}

/* Another scene: its groups stand elsewhere, and others may be there. */
void
leadup_canvas_renew_lit (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  drop_node (priv);
  if (priv->lit != NULL)
    set_lit (self, LEADUP_CANVAS_GET_CLASS (self)->list_lit (self));
}

/* Returns: (transfer full) (nullable): ids of the lines of the pair that is selected */
static GHashTable *
list_selected_ties (LeadupWorkspace *workspace)
{
  const LeadupSelected *selected = leadup_workspace_get_primary (workspace);
  g_auto (GStrv) ends = NULL;
  GHashTable *ids;

  if (selected == NULL || !selected->is_tie)
    return NULL;

  ends = g_strsplit (selected->id, " ", 2);
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (ids, g_strdup (selected->id));
  if (ends[0] != NULL && ends[1] != NULL)
    g_hash_table_add (ids, g_strdup_printf ("%s %s", ends[1], ends[0]));

  return ids;
}

/* A light around the lines of the selected pair. */
void
leadup_canvas_append_halos (LeadupCanvas *self,
                            GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  g_autoptr (GHashTable) ids = list_selected_ties (priv->workspace);
  double scale = leadup_canvas_get_text_scale (self);
  LeadupColour colour = priv->theme->accent;
  cairo_t *cr;

  if (ids == NULL)
    return;

  colour.alpha = HALO_ALPHA;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                     (float) gtk_widget_get_height (GTK_WIDGET (self))));
  cairo_scale (cr, scale, scale);
  leadup_painter_paint_halos (priv->scene, cr, ids, colour);
  cairo_destroy (cr);
}

static GskRenderNode *
make_node (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale = leadup_canvas_get_text_scale (self);
  GskRenderNode *node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (priv->lit_measure == NULL)
    priv->lit_measure = leadup_text_measure_new (leadup_scene_get_theme (priv->scene));
  cairo_scale (cr, scale, scale);
  leadup_painter_paint_groups (priv->scene, cr, priv->lit_measure, priv->lit);
  cairo_destroy (cr);

  return node;
}

void
leadup_canvas_append_lit (LeadupCanvas *self,
                          GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  LeadupColour ground = priv->theme->background;
  GdkRGBA veil = { (float) ground.red / 255, (float) ground.green / 255, (float) ground.blue / 255,
                   (float) (1 - FADED_ALPHA) };

  if (priv->lit == NULL)
    return;

  gtk_snapshot_append_color (
      snapshot, &veil,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))));
  if (priv->lit_node == NULL)
    priv->lit_node = make_node (self);
  gtk_snapshot_append_node (snapshot, priv->lit_node);
}
