/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-text-measure.h"

#include "render/leadup-text-measure-private.h"

#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MAX_MARKS 16 /* without end they pile up on one letter */
#define MAX_TEXTS 12000
#define MAX_BYTES (16 * 1024 * 1024)
#define TEXT_BYTES 1500 /* of one that is not a mask */
#define FIRST_EMOJI 0x1f000

/* Of a line, in parts of the size of its letters, where no font is asked. */
#define FIXED_ASCENT 0.95
#define FIXED_HEIGHT 1.3

static void
shaped_text_free (gpointer data)
{
  LeadupShapedText *shaped = data;

  g_free (shaped->text);
  g_clear_pointer (&shaped->mask.image, pixman_image_unref);
  g_clear_object (&shaped->layout);
  g_free (shaped);
}

static guint
shaped_text_hash (gconstpointer data)
{
  return ((const LeadupShapedText *) data)->hash;
}

static gboolean
shaped_text_equal (gconstpointer a,
                   gconstpointer b)
{
  const LeadupShapedText *first = a;
  const LeadupShapedText *second = b;

  return first->hash == second->hash && first->role == second->role &&
         strcmp (first->text, second->text) == 0;
}

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (shaped_text_hash, shaped_text_equal, shaped_text_free, NULL);
}

/* The part of a text that may be drawn: one paragraph, bounded, without control characters. */
char *
leadup_text_get_drawable (const char *text)
{
  GString *drawable = g_string_sized_new (64);
  guint n_characters = 0;
  guint n_marks = 0;

  while (*text != '\0' && n_characters < LEADUP_TEXT_MAX_CHARACTERS)
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

/* By shaping alone. A layout wants the height of its line as well, for which Pango sorts all fonts
 * once more, and makes two threads, at every size of letters: longer than setting a thousand texts.
 * A chart that is written and not drawn needs no layout. */
static double
get_shaped_width (LeadupTextMeasure *self,
                  LeadupTextRole     role,
                  const char        *drawable)
{
  int length = (int) strlen (drawable);
  GList *items = pango_itemize (self->context, drawable, 0, length,
                                self->roles[role].attributes, NULL);
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  double width = 0;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;

      pango_shape_with_flags (drawable + item->offset, item->length, drawable, length,
                              &item->analysis, glyphs, PANGO_SHAPE_NONE);
      width += (double) pango_glyph_string_get_width (glyphs) / PANGO_SCALE;
    }
  pango_glyph_string_free (glyphs);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);

  return width;
}

static double
get_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static void
add_text (LeadupTextMeasure *self,
          LeadupShapedText  *shaped)
{
  if (self->is_exact)
    {
      g_autofree char *drawable = leadup_text_get_drawable (shaped->text);

      shaped->width = get_shaped_width (self, shaped->role, drawable);
    }
  else
    {
      leadup_text_measure_ensure_layout (self, shaped);
      shaped->width = self->is_fixed
                          ? fixed_width (self, shaped->role, pango_layout_get_text (shaped->layout))
                          : get_layout_width (shaped->layout);
    }

  self->n_bytes += TEXT_BYTES;
  if (g_hash_table_size (self->texts) >= MAX_TEXTS || self->n_bytes >= MAX_BYTES)
    {
      g_hash_table_unref (self->older_texts);
      self->older_texts = self->texts;
      self->texts = new_texts ();
      self->n_bytes = TEXT_BYTES;
    }
  g_hash_table_add (self->texts, shaped);
}

/* Returns: (transfer none): what is known of a text; valid until the next call */
LeadupShapedText *
leadup_text_measure_shape (LeadupTextMeasure *self,
                           LeadupTextRole     role,
                           const char        *text)
{
  LeadupShapedText key = { .text = (char *) text, .role = role, .hash = g_str_hash (text) + role };
  LeadupShapedText *shaped = g_hash_table_lookup (self->texts, &key);
  gpointer stolen;

  if (shaped == NULL && g_hash_table_steal_extended (self->older_texts, &key, &stolen, NULL))
    {
      shaped = stolen;
      g_hash_table_add (self->texts, shaped);
    }
  if (shaped == NULL)
    {
      key.text = g_strdup (text);
      shaped = g_memdup2 (&key, sizeof key);
      add_text (self, shaped);
    }

  return shaped;
}

/* What was set as a mask has no layout any more, and seldom needs one again. */
PangoLayout *
leadup_text_measure_ensure_layout (LeadupTextMeasure *self,
                                   LeadupShapedText  *shaped)
{
  g_autofree char *drawable = NULL;

  if (shaped->layout != NULL)
    return shaped->layout;

  drawable = leadup_text_get_drawable (shaped->text);
  shaped->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (shaped->layout, self->roles[shaped->role].description);
  pango_layout_set_single_paragraph_mode (shaped->layout, TRUE);
  pango_layout_set_text (shaped->layout, drawable, -1);

  return shaped->layout;
}

static void
init_role (LeadupTextMeasure *self,
           LeadupTextRole     role)
{
  const LeadupFont *font = &self->theme->fonts[role];
  LeadupTextRoleData *data = &self->roles[role];

  data->description = pango_font_description_new ();
  pango_font_description_set_family_static (data->description, font->family);
  pango_font_description_set_absolute_size (data->description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (data->description, (PangoWeight) font->weight);
  data->attributes = pango_attr_list_new ();
  pango_attr_list_insert (data->attributes, pango_attr_font_desc_new (data->description));
  data->more_advances = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < LEADUP_TEXT_N_ADVANCES; i++)
    data->advances[i] = -1;

  data->height = -1;
}

/* The height of a line as the designers of the font gave it, which is what Pango says of a font
 * that it need not draw. */
static void
measure_font (LeadupTextMeasure  *self,
              LeadupTextRoleData *data)
{
  GList *items = pango_itemize (self->context, "x", 0, 1, data->attributes, NULL);
  const PangoItem *item = items != NULL ? items->data : NULL;
  hb_font_extents_t extents;

  if (item != NULL && item->analysis.font != NULL)
    {
      hb_font_get_extents_for_direction (pango_font_get_hb_font (item->analysis.font),
                                         HB_DIRECTION_LTR, &extents);
      data->ascent = (double) extents.ascender / PANGO_SCALE;
      data->height =
          (double) (extents.ascender - extents.descender + extents.line_gap) / PANGO_SCALE;
    }
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

/* The same of a font that is drawn. Pango has no metrics where it can load no font. */
static void
ask_for_metrics (LeadupTextMeasure  *self,
                 LeadupTextRoleData *data)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, data->description, NULL);

  if (metrics == NULL)
    return;

  data->ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  data->height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/* Measured only for roles that are used: Pango looks a font up several times for that, which takes
 * longer than setting a hundred texts in it. Where it finds none, as happens when there is no
 * memory or no file to be had at the moment, the table of fixed measures stands in for this time,
 * and whoever wants to know next asks again: a line always has a height to divide by. */
static void
get_line (LeadupTextMeasure *self,
          LeadupTextRole     role,
          double            *ascent,
          double            *height)
{
  LeadupTextRoleData *data = &self->roles[role];

  if (data->height <= 0 && !self->is_fixed)
    {
      if (self->is_exact)
        measure_font (self, data);
      else
        ask_for_metrics (self, data);
    }

  *ascent = data->height > 0 ? data->ascent : self->theme->fonts[role].size * FIXED_ASCENT;
  *height = data->height > 0 ? data->height : self->theme->fonts[role].size * FIXED_HEIGHT;
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
  self->texts = new_texts ();
  self->older_texts = new_texts ();
  self->cuts = leadup_text_cuts_new ();
  self->older_cuts = leadup_text_cuts_new ();

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
      pango_attr_list_unref (self->roles[role].attributes);
      g_hash_table_unref (self->roles[role].more_advances);
    }
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->older_texts);
  g_hash_table_unref (self->cuts);
  g_hash_table_unref (self->older_cuts);
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

  return leadup_text_measure_shape (self, role, text)->width;
}

static double
get_advance (LeadupTextMeasure *self,
             LeadupTextRole     role,
             gunichar           character)
{
  LeadupTextRoleData *data = &self->roles[role];
  char text[8] = { 0 };
  gpointer known;
  double width;

  if (character < LEADUP_TEXT_N_ADVANCES && data->advances[character] >= 0)
    return (double) data->advances[character];
  if (character >= LEADUP_TEXT_N_ADVANCES &&
      g_hash_table_lookup_extended (data->more_advances, GUINT_TO_POINTER (character), NULL,
                                    &known))
    return GPOINTER_TO_INT (known) / 1024.0;

  g_unichar_to_utf8 (character, text);
  if (self->is_fixed)
    {
      width = fixed_width (self, role, text);
    }
  else if (self->is_exact)
    {
      width = get_shaped_width (self, role, text);
    }
  else
    {
      PangoLayout *layout = pango_layout_new (self->context);

      pango_layout_set_font_description (layout, data->description);
      pango_layout_set_text (layout, text, -1);
      width = get_layout_width (layout);
      g_object_unref (layout);
    }

  if (character < LEADUP_TEXT_N_ADVANCES)
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
  const char *p = text;
  double width = 0;
  guint n_characters = 0;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  for (; *p != '\0' && n_characters < LEADUP_TEXT_MAX_CHARACTERS; n_characters++)
    {
      gunichar character = (guchar) *p;

      if (character < 0x80)
        {
          width += get_advance (self, role, character);
          p++;
          continue;
        }
      character = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
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
  double ascent, height;

  g_return_val_if_fail (self != NULL, 0);

  get_line (self, role, &ascent, &height);

  return height;
}

/* Returns: from the top of a line to its baseline */
double
leadup_text_measure_get_ascent (LeadupTextMeasure *self,
                                LeadupTextRole     role)
{
  double ascent, height;

  g_return_val_if_fail (self != NULL, 0);

  get_line (self, role, &ascent, &height);

  return ascent;
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

  return leadup_text_measure_ensure_layout (self, leadup_text_measure_shape (self, role, text));
}
