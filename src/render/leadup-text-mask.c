/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-text-measure-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MAX_MASK 4096 /* pixels a side */
#define MAX_SPRITES 1000

/* Letters that may bring colours of their own, which a mask would lose. */
static gboolean
may_have_colours (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character >= 0x1f000 || (character >= 0x2300 && character < 0x2c00) ||
          character == 0xfe0f)
        return TRUE;
    }

  return FALSE;
}

static void
draw_mask (PangoLayout          *layout,
           double                scale,
           const LeadupTextMask *mask)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      (guchar *) pixman_image_get_data (mask->image), CAIRO_FORMAT_A8,
      pixman_image_get_width (mask->image), pixman_image_get_height (mask->image),
      pixman_image_get_stride (mask->image));
  cairo_t *cr = cairo_create (surface);

  /* Onto nothing the same as over it, but far faster for one byte a pixel. */
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  cairo_translate (cr, -mask->x, -mask->y);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
make_mask (LeadupTextMeasure *self,
           LeadupShapedText  *shaped,
           double             scale)
{
  LeadupTextMask *mask = &shaped->mask;
  PangoLayout *layout = leadup_text_measure_ensure_layout (self, shaped);
  PangoRectangle ink;
  double left, top, right, bottom;

  g_clear_pointer (&mask->image, pixman_image_unref);
  shaped->mask_scale = scale;
  if (may_have_colours (pango_layout_get_text (layout)))
    return;

  pango_layout_get_extents (layout, &ink, NULL);
  ink.y -= pango_layout_get_baseline (layout);
  left = floor (ink.x * scale / PANGO_SCALE) - 1;
  right = ceil ((ink.x + ink.width) * scale / PANGO_SCALE) + 1;
  top = floor (ink.y * scale / PANGO_SCALE) - 1;
  bottom = ceil ((ink.y + ink.height) * scale / PANGO_SCALE) + 1;
  if (right - left > MAX_MASK || bottom - top > MAX_MASK)
    return;

  mask->image =
      pixman_image_create_bits (PIXMAN_a8, (int) (right - left), (int) (bottom - top), NULL, 0);
  if (mask->image == NULL)
    return;
  mask->x = (int) left;
  mask->y = (int) top;
  draw_mask (layout, scale, mask);
  self->n_bytes +=
      (gsize) (pixman_image_get_stride (mask->image) * pixman_image_get_height (mask->image));
  g_clear_object (&shaped->layout);
}

/**
 * leadup_text_measure_get_mask:
 * @scale: pixels per pixel
 *
 * Shaping is dear, and so is setting letter by letter; a picture that moves sets the same titles
 * sixty times a second.
 *
 * Returns: the text as pixels; valid until the next call
 */
LeadupTextMask
leadup_text_measure_get_mask (LeadupTextMeasure *self,
                              LeadupTextRole     role,
                              const char        *text,
                              double             scale)
{
  LeadupShapedText *shaped;

  g_return_val_if_fail (self != NULL && text != NULL && scale > 0, ((LeadupTextMask) { NULL }));

  shaped = leadup_text_measure_shape (self, role, text);
  if (shaped->mask_scale < scale || shaped->mask_scale > scale)
    make_mask (self, shaped, scale);

  return shaped->mask;
}

/**
 * leadup_text_measure_get_sprites:
 * @make: makes an empty table
 *
 * Returns: (transfer none): what a painter keeps with the texts from picture to picture
 */
GHashTable *
leadup_text_measure_get_sprites (LeadupTextMeasure *self,
                                 GHashTable      *(*make) (void))
{
  g_return_val_if_fail (self != NULL && make != NULL, NULL);

  if (self->sprites != NULL && g_hash_table_size (self->sprites) >= MAX_SPRITES)
    g_clear_pointer (&self->sprites, g_hash_table_unref);
  if (self->sprites == NULL)
    self->sprites = make ();

  return self->sprites;
}
