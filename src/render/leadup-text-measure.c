/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-text-measure.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Pango overflows on very long texts, and marks without end pile up on one letter. */
#define MAX_CHARACTERS 300
#define MAX_MARKS 16
#define CACHE_SIZE 6000
#define N_ADVANCES 0x300
#define MAX_MASK 4096 /* pixels a side */
#define MAX_SPRITES 1000
#define ELLIPSIS "…"
#define FIRST_EMOJI 0x1f000

/* What a text of one role needs to be shaped. */
typedef struct
{
  PangoFontDescription *description;
  double ascent;
  double height;
  float advances[N_ADVANCES]; /* by character; −1 = not measured yet */
  GHashTable *more_advances;  /* character → width in 1/1024 pixels */
} Role;

/**
 * _LeadupTextMeasure:
 * @cut: role, width and text → what of the text fits
 * @sprites: (nullable): what a painter keeps from picture to picture
 * @layouts: role and text → Layout; the older half is dropped when it is full
 */
struct _LeadupTextMeasure
{
  const LeadupTheme *theme;
  gboolean is_fixed;
  gboolean is_exact;
  PangoContext *context;
  GHashTable *layouts;
  GHashTable *older_layouts;
  GHashTable *cut;
  GHashTable *sprites;
  Role roles[LEADUP_N_TEXT_ROLES];
};

/**
 * Layout:
 * @key: the role as a character, then the text
 */
typedef struct
{
  char *key;
  PangoLayout *layout;
  double width;
  LeadupTextMask mask;
  double mask_scale; /* 0 = none yet */
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_free (layout->key);
  g_clear_pointer (&layout->mask.surface, cairo_surface_destroy);
  g_object_unref (layout->layout);
  g_free (layout);
}

static GHashTable *
new_cache (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, layout_free);
}

/* The part of a text that may be drawn: one paragraph, bounded, without control characters. */
static char *
drawable_text (const char *text)
{
  GString *drawable = g_string_sized_new (64);
  guint n_characters = 0;
  guint n_marks = 0;

  while (*text != '\0' && n_characters < MAX_CHARACTERS)
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          g_string_append (drawable, "\xef\xbf\xbd");
          text++;
          n_characters++;
          continue;
        }

      text = g_utf8_next_char (text);
      if (g_unichar_ismark (character))
        {
          if (++n_marks > MAX_MARKS)
            continue;
        }
      else
        {
          n_marks = 0;
          n_characters++;
        }
      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        character = ' ';
      g_string_append_unichar (drawable, character);
    }

  return g_string_free (drawable, FALSE);
}

/* Advances that are the same on every machine, near to those of a common sans serif. */
static double
fixed_advance (gunichar character)
{
  if (g_unichar_ismark (character) || g_unichar_iszerowidth (character))
    return 0;
  if (g_unichar_iswide (character))
    return 1.0;
  if (character < 0x80 && strchr (" .,:;!|'iljtfrI()[]", (int) character) != NULL)
    return 0.3;
  if (g_unichar_isupper (character))
    return 0.66;

  return 0.54;
}

static double
fixed_width (LeadupTextMeasure *self,
             LeadupTextRole     role,
             const char        *text)
{
  const LeadupFont *font = &self->theme->fonts[role];
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += fixed_advance (g_utf8_get_char (p));

  return width * font->size * (font->weight >= 600 ? 1.06 : 1.0);
}

static Layout *
add_layout (LeadupTextMeasure *self,
            LeadupTextRole     role,
            char              *key,
            const char        *text)
{
  g_autofree char *drawable = drawable_text (text);
  Layout *layout = g_new0 (Layout, 1);
  PangoRectangle logical;

  layout->key = key;
  layout->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout->layout, self->roles[role].description);
  pango_layout_set_single_paragraph_mode (layout->layout, TRUE);
  pango_layout_set_text (layout->layout, drawable, -1);
  pango_layout_get_extents (layout->layout, NULL, &logical);
  layout->width =
      self->is_fixed ? fixed_width (self, role, drawable) : (double) logical.width / PANGO_SCALE;

  if (g_hash_table_size (self->layouts) >= CACHE_SIZE / 2)
    {
      g_hash_table_unref (self->older_layouts);
      self->older_layouts = self->layouts;
      self->layouts = new_cache ();
    }
  g_hash_table_insert (self->layouts, layout->key, layout);

  return layout;
}

static Layout *
get_layout (LeadupTextMeasure *self,
            LeadupTextRole     role,
            const char        *text)
{
  char buffer[512];
  gsize length = strlen (text);
  char *key = length + 2 <= sizeof buffer ? buffer : g_malloc (length + 2);
  Layout *layout;
  gpointer stolen_key, stolen;

  key[0] = (char) ('A' + role);
  memcpy (key + 1, text, length + 1);

  layout = g_hash_table_lookup (self->layouts, key);
  if (layout == NULL &&
      g_hash_table_steal_extended (self->older_layouts, key, &stolen_key, &stolen))
    {
      g_hash_table_insert (self->layouts, stolen_key, stolen);
      layout = stolen;
    }

  if (layout == NULL)
    return add_layout (self, role, key == buffer ? g_strdup (key) : key, text);

  if (key != buffer)
    g_free (key);

  return layout;
}

static void
init_role (LeadupTextMeasure *self,
           LeadupTextRole     role)
{
  const LeadupFont *font = &self->theme->fonts[role];
  Role *data = &self->roles[role];
  PangoFontMetrics *metrics;

  data->description = pango_font_description_new ();
  pango_font_description_set_family_static (data->description, font->family);
  pango_font_description_set_absolute_size (data->description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (data->description, (PangoWeight) font->weight);
  data->more_advances = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_ADVANCES; i++)
    data->advances[i] = -1;

  if (self->is_fixed)
    {
      data->ascent = font->size * 0.95;
      data->height = font->size * 1.3;
      return;
    }

  metrics = pango_context_get_metrics (self->context, data->description, NULL);
  data->ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  data->height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/* Before 1.17.4 cairo puts letters on whole pixels. */
static gboolean
has_subpixels (void)
{
  return cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 4);
}

static LeadupTextMeasure *
measure_new (const LeadupTheme *theme,
             gboolean           is_fixed,
             gboolean           is_exact)
{
  LeadupTextMeasure *self = g_new0 (LeadupTextMeasure, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  gboolean is_linear = is_exact || has_subpixels ();

  self->theme = theme;
  self->is_fixed = is_fixed;
  self->is_exact = is_exact;
  self->layouts = new_cache ();
  self->older_layouts = new_cache ();
  self->cut = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  /* The default map belongs to the calling thread. No hinting of shapes: a text is as wide at scale
   * 2, in a PDF and on the screen as it was when it was laid out. Where letters can only be put on
   * whole pixels, their widths have to be whole too, or else gaps come out uneven. */
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 96);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options,
                                       is_linear ? CAIRO_HINT_METRICS_OFF : CAIRO_HINT_METRICS_ON);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, !is_linear);
  cairo_font_options_destroy (options);

  for (guint role = 0; role < LEADUP_N_TEXT_ROLES; role++)
    init_role (self, role);

  return self;
}

/**
 * leadup_text_measure_new:
 * @theme: whose fonts to measure; has to outlive the measure
 *
 * Returns: (transfer full): a measure for the calling thread
 */
LeadupTextMeasure *
leadup_text_measure_new (const LeadupTheme *theme)
{
  g_return_val_if_fail (theme != NULL, NULL);

  return measure_new (theme, FALSE, FALSE);
}

/* The same for charts: the widths of the fonts’ designers, which SVG, PDF and browsers have too. */
LeadupTextMeasure *
leadup_text_measure_new_exact (const LeadupTheme *theme)
{
  g_return_val_if_fail (theme != NULL, NULL);

  return measure_new (theme, FALSE, TRUE);
}

/**
 * leadup_text_measure_new_fixed:
 * @theme: whose sizes to use
 *
 * For tests: widths that come from a table instead of from the installed fonts, the same on every
 * machine.
 */
LeadupTextMeasure *
leadup_text_measure_new_fixed (const LeadupTheme *theme)
{
  g_return_val_if_fail (theme != NULL, NULL);

  return measure_new (theme, TRUE, FALSE);
}

void
leadup_text_measure_free (LeadupTextMeasure *self)
{
  if (self == NULL)
    return;

  for (guint role = 0; role < LEADUP_N_TEXT_ROLES; role++)
    {
      pango_font_description_free (self->roles[role].description);
      g_hash_table_unref (self->roles[role].more_advances);
    }
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->older_layouts);
  g_hash_table_unref (self->cut);
  g_clear_pointer (&self->sprites, g_hash_table_unref);
  g_object_unref (self->context);
  g_free (self);
}

/* Returns: the width of @text in pixels, exactly as it is drawn */
double
leadup_text_measure_get_width (LeadupTextMeasure *self,
                               LeadupTextRole     role,
                               const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, 0);

  return get_layout (self, role, text)->width;
}

static double
get_advance (LeadupTextMeasure *self,
             LeadupTextRole     role,
             gunichar           character)
{
  Role *data = &self->roles[role];
  char text[8] = { 0 };
  gpointer known;
  double width;

  if (character < N_ADVANCES && data->advances[character] >= 0)
    return (double) data->advances[character];
  if (character >= N_ADVANCES &&
      g_hash_table_lookup_extended (data->more_advances, GUINT_TO_POINTER (character), NULL,
                                    &known))
    return GPOINTER_TO_INT (known) / 1024.0;

  g_unichar_to_utf8 (character, text);
  if (self->is_fixed)
    {
      width = fixed_width (self, role, text);
    }
  else
    {
      PangoLayout *layout = pango_layout_new (self->context);
      PangoRectangle logical;

      pango_layout_set_font_description (layout, data->description);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_extents (layout, NULL, &logical);
      width = (double) logical.width / PANGO_SCALE;
      g_object_unref (layout);
    }

  if (character < N_ADVANCES)
    data->advances[character] = (float) width;
  else
    g_hash_table_insert (data->more_advances, GUINT_TO_POINTER (character),
                         GINT_TO_POINTER ((int) (width * 1024)));

  return width;
}

/**
 * leadup_text_measure_estimate:
 *
 * Adds up the widths of the single characters, without shaping: a hundred times faster than
 * measuring, and within a few hundredths of it for most scripts. For deciding how much room to keep
 * for many texts.
 *
 * Returns: about the width of @text in pixels
 */
double
leadup_text_measure_estimate (LeadupTextMeasure *self,
                              LeadupTextRole     role,
                              const char        *text)
{
  double width = 0;
  guint n_characters = 0;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  for (const char *p = text; *p != '\0' && n_characters < MAX_CHARACTERS;
       p = g_utf8_next_char (p), n_characters++)
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_ismark (character))
        width += get_advance (self, role, character);
    }

  return width;
}

/* Returns: the height of a line */
double
leadup_text_measure_get_height (LeadupTextMeasure *self,
                                LeadupTextRole     role)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->roles[role].height;
}

/* Returns: from the top of a line to its baseline */
double
leadup_text_measure_get_ascent (LeadupTextMeasure *self,
                                LeadupTextRole     role)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->roles[role].ascent;
}

/* The first @n bytes of @text without the spaces and commas at their end, and an ellipsis. */
static char *
cut (const char *text,
     gsize       n)
{
  while (n > 0 && strchr (" ,;:-", text[n - 1]) != NULL)
    n--;

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) n, text);
}

/* The byte offsets at which a text can be cut without tearing a letter apart. */
static GArray *
cut_positions (LeadupTextMeasure *self,
               LeadupTextRole     role,
               const char        *text)
{
  PangoLayout *layout = get_layout (self, role, text)->layout;
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  const PangoLogAttr *attributes;
  const char *p = text;
  int n_attributes;

  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  for (int i = 0; i < n_attributes && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      guint offset = (guint) (p - text);

      if (attributes[i].is_cursor_position)
        g_array_append_val (positions, offset);
    }

  return positions;
}

static char *
ellipsize (LeadupTextMeasure *self,
           LeadupTextRole     role,
           const char        *drawable,
           double             max_width)
{
  g_autofree char *best = NULL;
  g_autoptr (GArray) positions = NULL;
  guint low = 0, high;

  positions = cut_positions (self, role, drawable);
  high = positions->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autofree char *candidate = cut (drawable, g_array_index (positions, guint, middle));

      if (leadup_text_measure_estimate (self, role, candidate) <= max_width)
        {
          low = middle + 1;
          g_free (best);
          best = g_steal_pointer (&candidate);
        }
      else
        {
          high = middle;
        }
    }

  /* The estimate knows no kerning; take back what is too much. */
  while (low-- > 0)
    {
      g_autofree char *candidate = cut (drawable, g_array_index (positions, guint, low));

      if (get_layout (self, role, candidate)->width <= max_width)
        return g_steal_pointer (&candidate);
    }

  return g_strdup ("");
}

/**
 * leadup_text_measure_ellipsize:
 * @max_width: pixels
 *
 * Returns: (transfer full): @text in one line, if need be cut and with an ellipsis, so that it
 * fits; “” where not even that fits
 */
char *
leadup_text_measure_ellipsize (LeadupTextMeasure *self,
                               LeadupTextRole     role,
                               const char        *text,
                               double             max_width)
{
  g_autofree char *drawable = NULL;
  g_autofree char *key = NULL;
  const char *known;
  char *cut_text;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  drawable = drawable_text (text);
  if (get_layout (self, role, drawable)->width <= max_width)
    return g_steal_pointer (&drawable);

  key = g_strdup_printf ("%u %.2f %s", role, max_width, drawable);
  known = g_hash_table_lookup (self->cut, key);
  if (known != NULL)
    return g_strdup (known);

  cut_text = ellipsize (self, role, drawable, max_width);
  if (g_hash_table_size (self->cut) >= CACHE_SIZE / 2)
    g_hash_table_remove_all (self->cut);
  g_hash_table_insert (self->cut, g_steal_pointer (&key), g_strdup (cut_text));

  return cut_text;
}

/**
 * leadup_text_measure_wrap:
 * @max_lines: the last of them is ellipsized
 *
 * Breaks a text into lines where its script allows it.
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines
 */
char **
leadup_text_measure_wrap (LeadupTextMeasure *self,
                          LeadupTextRole     role,
                          const char        *text,
                          double             max_width,
                          guint              max_lines)
{
  g_autofree char *drawable = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *rest;

  g_return_val_if_fail (self != NULL && text != NULL && max_lines > 0, NULL);

  drawable = drawable_text (text);
  rest = drawable;
  while (*rest != '\0')
    {
      PangoLayout *layout = get_layout (self, role, rest)->layout;
      const PangoLogAttr *attributes;
      const char *end = NULL;
      const char *p = rest;
      int n_attributes;

      if (lines->len + 1 == max_lines || get_layout (self, role, rest)->width <= max_width)
        {
          g_ptr_array_add (lines, leadup_text_measure_ellipsize (self, role, rest, max_width));
          break;
        }

      attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
      for (int i = 0; i < n_attributes && *p != '\0'; i++, p = g_utf8_next_char (p))
        {
          g_autofree char *line = NULL;

          if (i == 0 || !attributes[i].is_line_break)
            continue;
          line = g_strchomp (g_strndup (rest, (gsize) (p - rest)));
          if (leadup_text_measure_get_width (self, role, line) > max_width)
            break;
          end = p;
        }

      if (end == NULL)
        {
          g_ptr_array_add (lines, leadup_text_measure_ellipsize (self, role, rest, max_width));
          break;
        }
      g_ptr_array_add (lines, g_strchomp (g_strndup (rest, (gsize) (end - rest))));
      rest = end;
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

gboolean
leadup_text_measure_is_exact (const LeadupTextMeasure *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_exact;
}

/**
 * leadup_text_measure_has_outlines:
 * @self: a measure
 * @text: what is drawn
 *
 * Returns: whether @text has to be drawn in pixels by its outlines, so that its letters stand
 * exactly; coloured pictures (emoji) have none
 */
gboolean
leadup_text_measure_has_outlines (LeadupTextMeasure *self,
                                  const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!self->is_exact || has_subpixels ())
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= FIRST_EMOJI)
      return FALSE;

  return TRUE;
}

/**
 * leadup_text_measure_get_layout:
 *
 * Returns: (transfer none): the shaped text, valid until the next call
 */
PangoLayout *
leadup_text_measure_get_layout (LeadupTextMeasure *self,
                                LeadupTextRole     role,
                                const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return get_layout (self, role, text)->layout;
}

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
make_mask (Layout *layout,
           double  scale)
{
  PangoRectangle ink;
  double left, top, right, bottom;
  cairo_t *cr;

  g_clear_pointer (&layout->mask.surface, cairo_surface_destroy);
  layout->mask_scale = scale;
  if (may_have_colours (pango_layout_get_text (layout->layout)))
    return;

  pango_layout_get_extents (layout->layout, &ink, NULL);
  left = floor (ink.x * scale / PANGO_SCALE) - 1;
  right = ceil ((ink.x + ink.width) * scale / PANGO_SCALE) + 1;
  top = floor ((ink.y - pango_layout_get_baseline (layout->layout)) * scale / PANGO_SCALE) - 1;
  bottom = ceil ((ink.y + ink.height - pango_layout_get_baseline (layout->layout)) * scale /
                 PANGO_SCALE) +
           1;
  if (right - left > MAX_MASK || bottom - top > MAX_MASK)
    return;

  layout->mask.surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (right - left), (int) (bottom - top));
  layout->mask.x = (int) left;
  layout->mask.y = (int) top;
  cr = cairo_create (layout->mask.surface);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0, -(double) pango_layout_get_baseline (layout->layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout->layout);
  cairo_destroy (cr);
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
  Layout *layout;

  g_return_val_if_fail (self != NULL && text != NULL && scale > 0, ((LeadupTextMask) { NULL }));

  layout = get_layout (self, role, text);
  if (layout->mask_scale < scale || layout->mask_scale > scale)
    make_mask (layout, scale);

  return layout->mask;
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
