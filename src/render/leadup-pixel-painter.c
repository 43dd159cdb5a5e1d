/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-pixel-painter.h"

#include <math.h>
#include <pixman.h>
#include <string.h>

#define N_SOLIDS 16
#define MAX_BOX_SPRITE 320.0 /* pixels a side */
#define N_SAMPLES 4          /* a side of a pixel that a rounded corner crosses */

/**
 * Sprite:
 *
 * A mark or a pill as pixels. A picture has hundreds of them but few different ones, and tracing
 * them anew costs more than all else in a frame.
 */
typedef struct
{
  LeadupShape shape;
  LeadupSymbol symbol;
  LeadupVerification verification;
  LeadupDash dash;
  LeadupColour fill;
  LeadupColour stroke;
  LeadupColour background;
  float stroke_width;
  float width;
  float height;
  float radius;
  float scale;
} SpriteKey;

typedef struct
{
  SpriteKey key;
  pixman_image_t *image;
  int edge; /* pixels around the box: its stroke and what a crack or a strike adds */
} Sprite;

typedef struct
{
  LeadupColour colour;
  pixman_image_t *image;
} Solid;

/**
 * _LeadupPixelPainter:
 * @base: the pixels that may be touched at all
 * @clip: those that may be touched now
 */
struct _LeadupPixelPainter
{
  cairo_surface_t *target;
  pixman_image_t *image;
  guint32 *pixels;
  int stride; /* pixels */
  LeadupTextMeasure *measure;
  const LeadupTheme *theme;
  LeadupPixelTraceFunc trace;
  GHashTable *sprites;
  double scale;
  double x0;
  double y0;
  pixman_box32_t base;
  pixman_box32_t clip;
  Solid solids[N_SOLIDS];
  guint next_solid;
  GArray *boxes;
  GByteArray *scratch;
};

static int
to_pixel (double value)
{
  /* Far outside is far outside. */
  return (int) CLAMP (floor (value + 0.5), -1e6, 1e6);
}

static int
to_x (const LeadupPixelPainter *self,
      double                    x)
{
  return to_pixel (x * self->scale + self->x0);
}

static int
to_y (const LeadupPixelPainter *self,
      double                    y)
{
  return to_pixel (y * self->scale + self->y0);
}

static pixman_box32_t
to_box (const LeadupPixelPainter *self,
        const LeadupRect         *rect)
{
  return (pixman_box32_t) { to_x (self, rect->x), to_y (self, rect->y),
                            to_x (self, rect->x + rect->width),
                            to_y (self, rect->y + rect->height) };
}

/* Returns: whether anything is left of it */
static gboolean
cut_box (pixman_box32_t       *box,
         const pixman_box32_t *to)
{
  box->x1 = MAX (box->x1, to->x1);
  box->y1 = MAX (box->y1, to->y1);
  box->x2 = MIN (box->x2, to->x2);
  box->y2 = MIN (box->y2, to->y2);

  return box->x1 < box->x2 && box->y1 < box->y2;
}

static gboolean
is_same_colour (LeadupColour a,
                LeadupColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static pixman_color_t
to_pixman (LeadupColour colour)
{
  guint alpha = colour.alpha * 257u;

  return (pixman_color_t) { (guint16) (colour.red * alpha / 255),
                            (guint16) (colour.green * alpha / 255),
                            (guint16) (colour.blue * alpha / 255), (guint16) alpha };
}

static pixman_image_t *
get_solid (LeadupPixelPainter *self,
           LeadupColour        colour)
{
  pixman_color_t pixman_colour;
  Solid *solid;

  for (guint i = 0; i < N_SOLIDS; i++)
    if (self->solids[i].image != NULL && is_same_colour (self->solids[i].colour, colour))
      return self->solids[i].image;

  pixman_colour = to_pixman (colour);
  solid = &self->solids[self->next_solid];
  self->next_solid = (self->next_solid + 1) % N_SOLIDS;
  g_clear_pointer (&solid->image, pixman_image_unref);
  solid->image = pixman_image_create_solid_fill (&pixman_colour);
  solid->colour = colour;

  return solid->image;
}

/* Inside the clip. */
static void
fill_boxes (LeadupPixelPainter   *self,
            LeadupColour          colour,
            const pixman_box32_t *boxes,
            guint                 n_boxes)
{
  guint32 pixel = 0xff000000 | ((guint32) colour.red << 16) | ((guint32) colour.green << 8) |
                  colour.blue;

  if (n_boxes > 0 && colour.alpha != 255)
    {
      pixman_color_t pixman_colour = to_pixman (colour);

      pixman_image_fill_boxes (PIXMAN_OP_OVER, self->image, &pixman_colour, (int) n_boxes, boxes);
      return;
    }

  for (guint i = 0; i < n_boxes; i++)
    for (int y = boxes[i].y1; y < boxes[i].y2; y++)
      {
        guint32 *row = self->pixels + y * self->stride;

        for (int x = boxes[i].x1; x < boxes[i].x2; x++)
          row[x] = pixel;
      }
}

static gboolean
fill_box (LeadupPixelPainter *self,
          LeadupColour        colour,
          pixman_box32_t      box)
{
  /* What is thinner than a pixel is still there. */
  box.x2 = MAX (box.x2, box.x1 + 1);
  box.y2 = MAX (box.y2, box.y1 + 1);
  if (cut_box (&box, &self->clip))
    fill_boxes (self, colour, &box, 1);

  return TRUE;
}

/* How strong a band is at a place, which is given from its left end. */
static double
get_fade (double at,
          double width,
          double start,
          double end)
{
  double strength = 1;

  if (start + end > width)
    {
      start *= width / (start + end);
      end = width - start;
    }
  if (start > 0)
    strength = MIN (strength, at / start);
  if (end > 0)
    strength = MIN (strength, (width - at) / end);

  return CLAMP (strength, 0, 1);
}

/* How much of a pixel lies inside a corner whose circle has its centre at the given distance. */
static double
get_corner_coverage (double dx,
                     double dy,
                     double radius)
{
  guint n = 0;

  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint j = 0; j < N_SAMPLES; j++)
      {
        double x = dx + (i + 0.5) / N_SAMPLES - 0.5;
        double y = dy + (j + 0.5) / N_SAMPLES - 0.5;

        if (x <= 0 || y <= 0 || x * x + y * y <= radius * radius)
          n++;
      }

  return (double) n / (N_SAMPLES * N_SAMPLES);
}

static guint32
get_premultiplied (LeadupColour colour,
                   double       strength)
{
  double alpha = colour.alpha * strength / 255;

  return ((guint32) (colour.alpha * strength + 0.5) << 24) |
         ((guint32) (colour.red * alpha + 0.5) << 16) |
         ((guint32) (colour.green * alpha + 0.5) << 8) | (guint32) (colour.blue * alpha + 0.5);
}

/* Fills @row, which begins at the pixel @x. */
static void
fill_row (guint32              *row,
          const pixman_box32_t *box,
          int                   x,
          int                   end,
          const LeadupPaint    *paint,
          double                scale)
{
  double width = box->x2 - box->x1;
  guint32 full = get_premultiplied (paint->fill, 1);

  for (int i = x; i < end; i++)
    {
      double strength = get_fade (i + 0.5 - box->x1, width, paint->fade_start * scale,
                                  paint->fade_end * scale);

      row[i - x] = strength >= 1 ? full : get_premultiplied (paint->fill, strength);
    }
}

static guint32
weaken (guint32 pixel,
        double  strength)
{
  guint32 result = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    result |= (guint32) (((pixel >> shift) & 0xff) * strength + 0.5) << shift;

  return result;
}

static void
round_corners (guint32              *pixels,
               const pixman_box32_t *part,
               const pixman_box32_t *box,
               double                radius)
{
  int reach = (int) ceil (radius);
  int width = part->x2 - part->x1;

  for (int y = part->y1; y < part->y2; y++)
    {
      double dy = MAX (box->y1 + radius - y - 0.5, y + 0.5 - box->y2 + radius);

      if (dy <= -0.5)
        continue;
      for (int x = part->x1; x < part->x2; x++)
        {
          double dx = MAX (box->x1 + radius - x - 0.5, x + 0.5 - box->x2 + radius);
          guint32 *pixel = &pixels[(y - part->y1) * width + x - part->x1];

          if (dx > -0.5)
            *pixel = weaken (*pixel, get_corner_coverage (dx, dy, radius));
          else
            x = MAX (x, MIN (part->x2, box->x2 - reach) - 2);
        }
    }
}

/* A rect whose ends fade, or whose corners are round. */
static gboolean
paint_band (LeadupPixelPainter    *self,
            const LeadupSceneItem *item)
{
  pixman_box32_t box = to_box (self, &item->rect);
  double radius = MIN (item->radius, MIN (item->rect.width, item->rect.height) / 2) * self->scale;
  pixman_box32_t part;
  pixman_image_t *image;
  guint32 *pixels;
  int width, height;

  box.x2 = MAX (box.x2, box.x1 + 1);
  box.y2 = MAX (box.y2, box.y1 + 1);
  part = box;
  if (!cut_box (&part, &self->clip))
    return TRUE;

  width = part.x2 - part.x1;
  height = part.y2 - part.y1;
  g_byte_array_set_size (self->scratch, (guint) (width * height) * sizeof (guint32));
  pixels = (guint32 *) (gpointer) self->scratch->data;
  fill_row (pixels, &box, part.x1, part.x2, &item->paint, self->scale);
  for (int y = 1; y < height; y++)
    memcpy (pixels + y * width, pixels, (gsize) width * sizeof (guint32));
  if (radius > 0)
    round_corners (pixels, &part, &box, radius);

  image = pixman_image_create_bits_no_clear (PIXMAN_a8r8g8b8, width, height, pixels,
                                             width * (int) sizeof (guint32));
  pixman_image_composite32 (PIXMAN_OP_OVER, image, NULL, self->image, 0, 0, 0, 0, part.x1, part.y1,
                            width, height);
  pixman_image_unref (image);

  return TRUE;
}

static guint
sprite_hash (gconstpointer data)
{
  const guint32 *words = data;
  guint hash = 5381;

  for (guint i = 0; i < sizeof (SpriteKey) / sizeof (guint32); i++)
    hash = hash * 31 + words[i];

  return hash ^ (hash >> 15);
}

static gboolean
sprite_equal (gconstpointer a,
              gconstpointer b)
{
  return memcmp (a, b, sizeof (SpriteKey)) == 0;
}

static void
sprite_free (gpointer data)
{
  Sprite *sprite = data;

  pixman_image_unref (sprite->image);
  g_free (sprite);
}

static GHashTable *
make_sprites (void)
{
  return g_hash_table_new_full (sprite_hash, sprite_equal, sprite_free, NULL);
}

static Sprite *
make_sprite (LeadupPixelPainter    *self,
             const SpriteKey       *key,
             const LeadupSceneItem *item)
{
  LeadupSceneItem moved = *item;
  Sprite *sprite = g_new0 (Sprite, 1);
  cairo_surface_t *surface;
  int width, height;
  cairo_t *cr;

  sprite->key = *key;
  sprite->edge = (int) ceil ((item->shape == LEADUP_SHAPE_SYMBOL
                                  ? item->rect.width * 0.2 + 3
                                  : item->paint.stroke_width / 2 + 1) *
                             self->scale);
  width = (int) ceil (item->rect.width * self->scale) + 2 * sprite->edge;
  height = (int) ceil (item->rect.height * self->scale) + 2 * sprite->edge;
  sprite->image = pixman_image_create_bits (PIXMAN_a8r8g8b8, width, height, NULL, 0);
  surface = cairo_image_surface_create_for_data (
      (guchar *) pixman_image_get_data (sprite->image), CAIRO_FORMAT_ARGB32, width, height,
      pixman_image_get_stride (sprite->image));
  cr = cairo_create (surface);
  cairo_scale (cr, self->scale, self->scale);
  moved.rect.x = moved.rect.y = sprite->edge / self->scale;
  self->trace (cr, &moved, self->theme);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_hash_table_add (self->sprites, sprite);

  return sprite;
}

static gboolean
paint_sprite (LeadupPixelPainter    *self,
              const LeadupSceneItem *item)
{
  SpriteKey key;
  Sprite *sprite;
  int x = to_x (self, item->rect.x), y = to_y (self, item->rect.y);

  memset (&key, 0, sizeof key);
  key.shape = item->shape;
  key.fill = item->paint.fill;
  key.background = self->theme->background;
  key.width = (float) item->rect.width;
  key.height = (float) item->rect.height;
  key.scale = (float) self->scale;
  if (item->shape == LEADUP_SHAPE_SYMBOL)
    {
      key.symbol = item->symbol;
      key.verification = item->verification;
    }
  else
    {
      key.stroke = item->paint.stroke;
      key.stroke_width = (float) item->paint.stroke_width;
      key.dash = item->paint.dash;
      key.radius = (float) item->radius;
    }

  sprite = g_hash_table_lookup (self->sprites, &key);
  if (sprite == NULL)
    sprite = make_sprite (self, &key, item);
  pixman_image_composite32 (PIXMAN_OP_OVER, sprite->image, NULL, self->image, 0, 0, 0, 0,
                            x - sprite->edge, y - sprite->edge,
                            pixman_image_get_width (sprite->image),
                            pixman_image_get_height (sprite->image));

  return TRUE;
}

static gboolean
paint_rect (LeadupPixelPainter    *self,
            const LeadupSceneItem *item)
{
  const LeadupPaint *paint = &item->paint;
  gboolean is_fading = paint->fade_start > 0 || paint->fade_end > 0;

  if (paint->pattern != LEADUP_PATTERN_NONE)
    return FALSE;
  if (paint->stroke_width > 0 && paint->stroke.alpha > 0)
    return !is_fading && item->rect.width * self->scale <= MAX_BOX_SPRITE &&
           item->rect.height * self->scale <= MAX_BOX_SPRITE && paint_sprite (self, item);
  if (paint->fill.alpha == 0)
    return TRUE;
  if (is_fading || item->radius > 0)
    return paint_band (self, item);

  return fill_box (self, paint->fill, to_box (self, &item->rect));
}

/* A line along one of the axes. */
static gboolean
paint_line (LeadupPixelPainter    *self,
            const LeadupSceneItem *item)
{
  double half = item->paint.stroke_width / 2;
  const LeadupPoint *from, *to;
  LeadupRect rect;
  pixman_box32_t box;

  if (item->n_path != 2 || item->path[0].op != 'M' || item->path[1].op != 'L' ||
      item->paint.fill.alpha > 0 || item->paint.dash != LEADUP_DASH_SOLID ||
      item->paint.stroke_width <= 0)
    return FALSE;

  from = &item->path[0].points[0];
  to = &item->path[1].points[0];
  rect = (LeadupRect) { MIN (from->x, to->x), MIN (from->y, to->y), fabs (to->x - from->x),
                        fabs (to->y - from->y) };
  if (rect.width > 0 && rect.height > 0)
    return FALSE;

  if (rect.height > 0)
    {
      rect.x -= half;
      box = to_box (self, &rect);
      box.x2 = box.x1 + MAX (to_pixel (item->paint.stroke_width * self->scale), 1);
    }
  else
    {
      rect.y -= half;
      box = to_box (self, &rect);
      box.y2 = box.y1 + MAX (to_pixel (item->paint.stroke_width * self->scale), 1);
    }

  return fill_box (self, item->paint.stroke, box);
}

static gboolean
paint_boxes (LeadupPixelPainter    *self,
             const LeadupSceneItem *item)
{
  if (item->paint.pattern != LEADUP_PATTERN_NONE || item->paint.stroke_width > 0)
    return FALSE;

  g_array_set_size (self->boxes, 0);
  for (guint i = 0; i < item->n_boxes; i++)
    {
      pixman_box32_t box = to_box (self, &item->boxes[i]);

      if (cut_box (&box, &self->clip))
        g_array_append_val (self->boxes, box);
    }
  fill_boxes (self, item->paint.fill, (const pixman_box32_t *) (gpointer) self->boxes->data,
              self->boxes->len);

  return TRUE;
}

static gboolean
paint_text (LeadupPixelPainter    *self,
            const LeadupSceneItem *item)
{
  double x = item->rect.x;
  LeadupTextMask mask;

  if (item->rotation != 0 || item->paint.stroke_width > 0)
    return FALSE;
  if (item->text[0] == '\0')
    return TRUE;

  mask = leadup_text_measure_get_mask (self->measure, item->role, item->text, self->scale);
  if (mask.image == NULL)
    return FALSE;
  if (item->anchor != LEADUP_ANCHOR_START)
    {
      double width = leadup_text_measure_get_width (self->measure, item->role, item->text);

      x -= item->anchor == LEADUP_ANCHOR_MIDDLE ? width / 2 : width;
    }
  pixman_image_composite32 (PIXMAN_OP_OVER, get_solid (self, item->paint.fill), mask.image,
                            self->image, 0, 0, 0, 0, to_x (self, x) + mask.x,
                            to_y (self, item->rect.y) + mask.y,
                            pixman_image_get_width (mask.image),
                            pixman_image_get_height (mask.image));

  return TRUE;
}

/* In a PDF marks stay paths, in a chart they stand where they belong, and where the picture is
 * turned or clipped to a shape they would not fit. */
static gboolean
find_place (LeadupPixelPainter *self,
            cairo_t            *cr)
{
  cairo_rectangle_list_t *clips = cairo_copy_clip_rectangle_list (cr);
  cairo_rectangle_t clip = { 0 };
  gboolean is_plain = clips->status == CAIRO_STATUS_SUCCESS && clips->num_rectangles <= 1;
  double dx, dy, x_scale, y_scale;
  cairo_matrix_t matrix;

  if (is_plain && clips->num_rectangles == 1)
    clip = clips->rectangles[0];
  cairo_rectangle_list_destroy (clips);
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (self->target, &x_scale, &y_scale);
  cairo_surface_get_device_offset (self->target, &dx, &dy);
  if (!is_plain || matrix.xy < 0 || matrix.xy > 0 || matrix.yx < 0 || matrix.yx > 0 ||
      matrix.xx < matrix.yy || matrix.xx > matrix.yy || matrix.xx <= 0 || x_scale > 1 ||
      y_scale > 1)
    return FALSE;

  self->scale = matrix.xx;
  self->x0 = matrix.x0 + dx;
  self->y0 = matrix.y0 + dy;
  self->base = to_box (self, &(LeadupRect) { clip.x, clip.y, clip.width, clip.height });

  return TRUE;
}

static pixman_image_t *
wrap_surface (cairo_surface_t *surface)
{
  cairo_format_t its_format = cairo_image_surface_get_format (surface);
  pixman_format_code_t format =
      its_format == CAIRO_FORMAT_RGB24 ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8;

  if (its_format != CAIRO_FORMAT_RGB24 && its_format != CAIRO_FORMAT_ARGB32)
    return NULL;

  return pixman_image_create_bits_no_clear (
      format, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
      (guint32 *) (gpointer) cairo_image_surface_get_data (surface),
      cairo_image_surface_get_stride (surface));
}

LeadupPixelPainter *
leadup_pixel_painter_new (cairo_t             *cr,
                          LeadupTextMeasure   *measure,
                          const LeadupTheme   *theme,
                          LeadupPixelTraceFunc trace)
{
  LeadupPixelPainter *self;

  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE ||
      leadup_text_measure_is_exact (measure))
    return NULL;

  self = g_new0 (LeadupPixelPainter, 1);
  self->target = cairo_surface_reference (cairo_get_group_target (cr));
  self->measure = measure;
  self->theme = theme;
  self->trace = trace;
  self->sprites = leadup_text_measure_get_sprites (measure, make_sprites);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (pixman_box32_t));
  self->scratch = g_byte_array_new ();
  cairo_surface_flush (self->target);
  if (find_place (self, cr))
    self->image = wrap_surface (self->target);
  if (self->image == NULL)
    {
      g_clear_pointer (&self, leadup_pixel_painter_free);
      return NULL;
    }
  self->pixels = pixman_image_get_data (self->image);
  self->stride = pixman_image_get_stride (self->image) / (int) sizeof (guint32);
  self->base.x1 = MAX (self->base.x1, 0);
  self->base.y1 = MAX (self->base.y1, 0);
  self->base.x2 = MIN (self->base.x2, pixman_image_get_width (self->image));
  self->base.y2 = MIN (self->base.y2, pixman_image_get_height (self->image));
  leadup_pixel_painter_set_clip (self, NULL);

  return self;
}

void
leadup_pixel_painter_free (LeadupPixelPainter *self)
{
  if (self == NULL)
    return;

  cairo_surface_mark_dirty (self->target);
  cairo_surface_destroy (self->target);
  g_clear_pointer (&self->image, pixman_image_unref);
  for (guint i = 0; i < N_SOLIDS; i++)
    g_clear_pointer (&self->solids[i].image, pixman_image_unref);
  g_array_unref (self->boxes);
  g_byte_array_unref (self->scratch);
  g_free (self);
}

/**
 * leadup_pixel_painter_set_clip:
 * @clip: (nullable): nothing outside of it is touched from here on
 */
void
leadup_pixel_painter_set_clip (LeadupPixelPainter *self,
                               const LeadupRect   *clip)
{
  pixman_region32_t region;

  self->clip = self->base;
  if (clip != NULL)
    {
      pixman_box32_t box = to_box (self, clip);

      cut_box (&self->clip, &box);
    }
  self->clip.x2 = MAX (self->clip.x2, self->clip.x1);
  self->clip.y2 = MAX (self->clip.y2, self->clip.y1);
  pixman_region32_init_rect (&region, self->clip.x1, self->clip.y1,
                             (guint) (self->clip.x2 - self->clip.x1),
                             (guint) (self->clip.y2 - self->clip.y1));
  pixman_image_set_clip_region32 (self->image, &region);
  pixman_region32_fini (&region);
}

gboolean
leadup_pixel_painter_paint (LeadupPixelPainter    *self,
                            const LeadupSceneItem *item)
{
  switch (item->shape)
    {
    case LEADUP_SHAPE_RECT:
      return paint_rect (self, item);
    case LEADUP_SHAPE_PATH:
      return paint_line (self, item);
    case LEADUP_SHAPE_BOXES:
      return paint_boxes (self, item);
    case LEADUP_SHAPE_TEXT:
      return paint_text (self, item);
    case LEADUP_SHAPE_SYMBOL:
      return paint_sprite (self, item);
    default:
      return FALSE;
    }
}
