/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-raster.h"

#include "base/leadup-error.h"
#include "base/leadup-pool.h"
#include "render/leadup-painter.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A side that cairo still paints correctly, and an area that fits in memory (see the limits of
 * exports). */
#define MAX_SIDE   16384
#define MAX_PIXELS 100000000
#define POOL_SIZE  4

/**
 * _LeadupRasterPool:
 * @surfaces: those of which nobody else has a reference are free
 * @next: to be used
 */
struct _LeadupRasterPool
{
  cairo_surface_t *surfaces[POOL_SIZE];
  guint            next;
};

static gboolean
check_size (double   width,
            double   height,
            GError **error)
{
  if (width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE &&
      width * height <= MAX_PIXELS)
    return TRUE;

  g_set_error (error,
               LEADUP_ERROR,
               LEADUP_ERROR_LIMIT,
               _("A picture of %.0f × %.0f pixels is too large: at most %d pixels a side and %d megapixels "
                 "are drawn. Choose a smaller size or scale."),
               width,
               height,
               MAX_SIDE,
               MAX_PIXELS / 1000000);

  return FALSE;
}

typedef struct
{
  gpointer pixels;
  gsize    n_bytes;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  leadup_pool_drop (memory->pixels, memory->n_bytes);
  g_free (memory);
}

/* A clear surface. A picture has thousands of pages, and the faults of them would take longer than
 * painting most of what stands on them: its memory comes in large ones. */
static cairo_surface_t *
new_surface (int width,
             int height)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  gsize n_bytes = (gsize) stride * (gsize) height;
  Memory memory = { leadup_pool_try_array (n_bytes, FALSE), n_bytes };
  cairo_surface_t *surface;

  if (memory.pixels == NULL)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  memset (memory.pixels, 0, n_bytes);
  surface = cairo_image_surface_create_for_data (memory.pixels, CAIRO_FORMAT_ARGB32, width, height,
                                                 stride);
  cairo_surface_set_user_data (surface, &key, g_memdup2 (&memory, sizeof memory), memory_free);

  return surface;
}

LeadupRasterPool *
leadup_raster_pool_new (void)
{
  return g_new0 (LeadupRasterPool, 1);
}

void
leadup_raster_pool_free (LeadupRasterPool *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < POOL_SIZE; i++)
    g_clear_pointer (&self->surfaces[i], cairo_surface_destroy);
  g_free (self);
}

/* The memory that nobody has looked at for the longest time. */
static cairo_surface_t *
reuse_surface (LeadupRasterPool *self,
               int               width,
               int               height)
{
  for (guint i = 0; i < POOL_SIZE; i++)
    {
      cairo_surface_t **surface = &self->surfaces[(self->next + i) % POOL_SIZE];

      if (*surface != NULL && cairo_surface_get_reference_count (*surface) > 1)
        continue;
      if (*surface != NULL && (cairo_image_surface_get_width (*surface) != width ||
                               cairo_image_surface_get_height (*surface) != height))
        g_clear_pointer (surface, cairo_surface_destroy);
      if (*surface == NULL)
        *surface = new_surface (width, height);
      self->next = (self->next + i + 1) % POOL_SIZE;
      return cairo_surface_reference (*surface);
    }

  return new_surface (width, height);
}

/* Returns: (nullable): a surface that is as large as @scene; without a pool it is clear */
static cairo_surface_t *
create_surface (const LeadupScene *scene,
                double             scale,
                LeadupRasterPool  *pool,
                GError           **error)
{
  /* A side that was divided by the scale may be a little more than whole. */
  double width = ceil (leadup_scene_get_width (scene) * scale - 1e-6);
  double height = ceil (leadup_scene_get_height (scene) * scale - 1e-6);

  if (!check_size (width, height, error))
    return NULL;
  if (pool != NULL)
    return reuse_surface (pool, (int) width, (int) height);

  return new_surface ((int) width, (int) height);
}

/* Takes over @surface. */
static gboolean
take_surface (LeadupRaster    *raster,
              cairo_surface_t *surface,
              GError         **error)
{
  cairo_status_t status;

  cairo_surface_flush (surface);
  status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   LEADUP_ERROR,
                   LEADUP_ERROR_LIMIT,
                   _("The picture could not be painted: %s"),
                   cairo_status_to_string (status));
      cairo_surface_destroy (surface);
      return FALSE;
    }

  raster->width = cairo_image_surface_get_width (surface);
  raster->height = cairo_image_surface_get_height (surface);
  raster->stride = (gsize) cairo_image_surface_get_stride (surface);
  raster->bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                              raster->stride * (gsize) raster->height,
                                              (GDestroyNotify) cairo_surface_destroy,
                                              cairo_surface_reference (surface));
  raster->surface = surface;

  return TRUE;
}

/**
 * leadup_raster_paint_pooled:
 * @scene: what to paint
 * @scale: pixels per pixel of the scene
 * @measure: (nullable): shaped texts to use
 * @pool: (nullable): where the memory comes from, and where it goes back to when the last reference
 * to the bytes and the surface is gone
 * @raster: (out caller-allocates): the picture; free with leadup_raster_clear()
 * @error: return location for %LEADUP_ERROR_LIMIT or what cairo says
 *
 * Paints @scene into memory. Any thread that owns @measure and @pool.
 *
 * Returns: whether it was painted
 */
gboolean
leadup_raster_paint_pooled (const LeadupScene *scene,
                            double             scale,
                            LeadupTextMeasure *measure,
                            LeadupRasterPool  *pool,
                            LeadupRaster      *raster,
                            GError           **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (scene != NULL, FALSE);
  g_return_val_if_fail (raster != NULL, FALSE);

  surface = create_surface (scene, scale, pool, error);
  if (surface == NULL)
    return FALSE;

  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  leadup_painter_paint (scene, cr, measure, NULL);
  cairo_destroy (cr);

  return take_surface (raster, surface, error);
}

/* The same, in memory of its own. */
gboolean
leadup_raster_paint (const LeadupScene *scene,
                     double             scale,
                     LeadupTextMeasure *measure,
                     LeadupRaster      *raster,
                     GError           **error)
{
  return leadup_raster_paint_pooled (scene, scale, measure, NULL, raster, error);
}

/**
 * leadup_raster_draw:
 * @width: in pixels
 * @height: likewise
 * @scale: pixels per unit of what @draw draws
 * @draw: puts the picture there
 * @user_data: for it
 * @raster: (out caller-allocates): the picture; free with leadup_raster_clear()
 * @error: return location for %LEADUP_ERROR_LIMIT or what cairo says
 *
 * Keeps what is no scene. The surface is cairo’s own, which cairo knows to be clear, so that the
 * first recorded picture that is drawn there needs none in between.
 *
 * Returns: whether it was drawn
 */
gboolean
leadup_raster_draw (int              width,
                    int              height,
                    double           scale,
                    LeadupRasterDraw draw,
                    gpointer         user_data,
                    LeadupRaster    *raster,
                    GError         **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (draw != NULL, FALSE);
  g_return_val_if_fail (raster != NULL, FALSE);

  if (!check_size (width, height, error))
    return FALSE;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw (cr, user_data);
  cairo_destroy (cr);

  return take_surface (raster, surface, error);
}

/**
 * leadup_raster_paint_groups:
 * @scene: what to paint a part of
 * @scale: pixels per pixel of the scene
 * @measure: shaped texts to use
 * @ids: (element-type utf8 utf8): ids of the groups
 * @halo: (nullable): paints only a light of that colour around their lines
 * @raster: (out caller-allocates): the picture, clear where the groups are not
 * @error: return location
 *
 * Returns: whether it was painted
 */
gboolean
leadup_raster_paint_groups (const LeadupScene  *scene,
                            double              scale,
                            LeadupTextMeasure  *measure,
                            GHashTable         *ids,
                            const LeadupColour *halo,
                            LeadupRaster       *raster,
                            GError            **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (scene != NULL && ids != NULL, FALSE);
  g_return_val_if_fail (raster != NULL, FALSE);

  surface = create_surface (scene, scale, NULL, error);
  if (surface == NULL)
    return FALSE;

  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  if (halo != NULL)
    leadup_painter_paint_halos (scene, cr, ids, *halo);
  else
    leadup_painter_paint_groups (scene, cr, measure, ids);
  cairo_destroy (cr);

  return take_surface (raster, surface, error);
}

/* A raster source is asked for its surface when it is painted, and copies of it share that. */
static cairo_surface_t *
acquire_cb (cairo_pattern_t             *pattern,
            void                        *data,
            cairo_surface_t             *target,
            const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (data);
}

static void
release_cb (cairo_pattern_t *pattern,
            void            *data,
            cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t       *pattern,
         void                  *data,
         const cairo_pattern_t *other)
{
  cairo_surface_reference (data);

  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern,
           void            *data)
{
  cairo_surface_destroy (data);
}

/**
 * leadup_raster_show:
 * @cr: (transfer full): where to; freed
 * @scale: pixels of the picture per unit
 *
 * Puts the picture somewhere as it is. What @cr records shares its memory and keeps it from going
 * back to a pool. A pattern of the surface itself would be a snapshot, for which cairo copies the
 * whole picture as soon as the surface is painted anew, whether or not anybody still needs it.
 */
void
leadup_raster_show (const LeadupRaster *self,
                    cairo_t            *cr,
                    double              scale)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (
      cairo_surface_reference (self->surface), CAIRO_CONTENT_COLOR_ALPHA, self->width,
      self->height);

  cairo_raster_source_pattern_set_acquire (pattern, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (pattern, copy_cb);
  cairo_raster_source_pattern_set_finish (pattern, finish_cb);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source (cr, pattern);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
}

void
leadup_raster_clear (LeadupRaster *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}
