/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-raster.h"
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
drop_pictures (LeadupCanvasPrivate *priv)
{
  g_clear_object (&priv->lit_texture);
  g_clear_object (&priv->halo_texture);
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
  g_clear_object (&priv->lit_texture);
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
  g_clear_pointer (&priv->halo_id, g_free);
  drop_pictures (priv);
}

/* Another scene: its groups stand elsewhere, and others may be there. */
void
leadup_canvas_renew_lit (LeadupCanvas *self)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);

  drop_pictures (priv);
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

/* Some groups of the scene on clear ground. */
static GdkTexture *
paint (LeadupCanvas       *self,
       GHashTable         *ids,
       const LeadupColour *halo)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  double scale =
      gtk_widget_get_scale_factor (GTK_WIDGET (self)) * leadup_canvas_get_text_scale (self);
  g_autoptr (GError) error = NULL;
  LeadupRaster raster = { 0 };
  GdkTexture *texture = NULL;

  if (priv->lit_measure == NULL)
    priv->lit_measure = leadup_text_measure_new (leadup_scene_get_theme (priv->scene));
  if (leadup_raster_paint_groups (priv->scene, scale, priv->lit_measure, ids, halo, &raster,
                                  &error))
    texture = gdk_memory_texture_new (raster.width, raster.height, GDK_MEMORY_DEFAULT, raster.bytes,
                                      raster.stride);
  else
    g_message ("No picture: %s", error->message);
  leadup_raster_clear (&raster);

  return texture;
}

static void
append (LeadupCanvas *self,
        GtkSnapshot  *snapshot,
        GdkTexture   *texture)
{
  double pixel = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (texture != NULL)
    gtk_snapshot_append_texture (
        snapshot, texture,
        &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (texture) / pixel),
                             (float) (gdk_texture_get_height (texture) / pixel)));
}

/* A light around the lines of the selected pair. */
void
leadup_canvas_append_halos (LeadupCanvas *self,
                            GtkSnapshot  *snapshot)
{
  LeadupCanvasPrivate *priv = leadup_canvas_get_private (self);
  const LeadupSelected *selected = leadup_workspace_get_primary (priv->workspace);
  const char *id = selected != NULL && selected->is_tie ? selected->id : NULL;
  g_autoptr (GHashTable) ids = NULL;
  LeadupColour colour = priv->theme->accent;

  if (g_strcmp0 (id, priv->halo_id) != 0)
    {
      g_clear_object (&priv->halo_texture);
      g_free (priv->halo_id);
      priv->halo_id = g_strdup (id);
    }
  if (id == NULL)
    return;

  colour.alpha = HALO_ALPHA;
  ids = list_selected_ties (priv->workspace);
  if (priv->halo_texture == NULL)
    priv->halo_texture = paint (self, ids, &colour);
  append (self, snapshot, priv->halo_texture);
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
  if (priv->lit_texture == NULL)
    priv->lit_texture = paint (self, priv->lit, NULL);
  append (self, snapshot, priv->lit_texture);
}
