/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-text-measure-private.h"

#include <string.h>

#define MAX_CUTS 12000
#define ELLIPSIS "…"
#define SLACK 1.12 /* more than kerning takes from the width of a text in letters of ASCII */

/* The first @n bytes of @text without the spaces and commas at their end, and an ellipsis. */
static char *
cut (const char *text,
     gsize       n)
{
  while (n > 0 && strchr (" ,;:-", text[n - 1]) != NULL)
    n--;

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) n, text);
}

static void
cut_text_free (gpointer data)
{
  LeadupCutText *cut_text = data;

  g_free (cut_text->text);
  g_free (cut_text->cut);
  g_free (cut_text);
}

static guint
cut_text_hash (gconstpointer data)
{
  return ((const LeadupCutText *) data)->hash;
}

static gboolean
cut_text_equal (gconstpointer a,
                gconstpointer b)
{
  const LeadupCutText *first = a;
  const LeadupCutText *second = b;

  return first->hash == second->hash && first->role == second->role &&
         first->max_width >= second->max_width && first->max_width <= second->max_width &&
         strcmp (first->text, second->text) == 0;
}

GHashTable *
leadup_text_cuts_new (void)
{
  return g_hash_table_new_full (cut_text_hash, cut_text_equal, cut_text_free, NULL);
}

static gboolean
is_ascii (const char *text)
{
  while (*text > 0)
    text++;

  return *text == '\0';
}

/* The byte offsets at which a text can be cut without tearing a letter apart. */
static GArray *
cut_positions (LeadupTextMeasure *self,
               LeadupTextRole     role,
               const char        *text)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  const PangoLogAttr *attributes;
  const char *p = text;
  PangoLayout *layout;
  int n_attributes;

  if (is_ascii (text))
    {
      for (guint i = 0; text[i] != '\0'; i++)
        g_array_append_val (positions, i);
      return positions;
    }

  layout =
      leadup_text_measure_ensure_layout (self, leadup_text_measure_shape (self, role, text));
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
  g_autoptr (GArray) positions = cut_positions (self, role, drawable);
  guint low = 0, high = positions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autofree char *candidate = cut (drawable, g_array_index (positions, guint, middle));

      if (leadup_text_measure_estimate (self, role, candidate) <= max_width)
        low = middle + 1;
      else
        high = middle;
    }

  /* The estimate knows no kerning; take back what is too much. */
  while (low-- > 0)
    {
      g_autofree char *candidate = cut (drawable, g_array_index (positions, guint, low));

      if (leadup_text_measure_shape (self, role, candidate)->width <= max_width)
        return g_steal_pointer (&candidate);
    }

  return g_strdup ("");
}

/* Shaping is dear: a text that is far too wide is not shaped to learn that. */
static gboolean
fits (LeadupTextMeasure *self,
      LeadupTextRole     role,
      const char        *drawable,
      double             max_width)
{
  if (is_ascii (drawable) &&
      leadup_text_measure_estimate (self, role, drawable) > max_width * SLACK)
    return FALSE;

  return leadup_text_measure_shape (self, role, drawable)->width <= max_width;
}

static void
add_cut (LeadupTextMeasure *self,
         LeadupCutText     *cut_text)
{
  g_autofree char *drawable = leadup_text_get_drawable (cut_text->text);

  if (fits (self, cut_text->role, drawable, cut_text->max_width))
    cut_text->cut = g_steal_pointer (&drawable);
  else
    cut_text->cut = ellipsize (self, cut_text->role, drawable, cut_text->max_width);
  cut_text->width = leadup_text_measure_shape (self, cut_text->role, cut_text->cut)->width;

  if (g_hash_table_size (self->cuts) >= MAX_CUTS)
    {
      g_hash_table_unref (self->older_cuts);
      self->older_cuts = self->cuts;
      self->cuts = leadup_text_cuts_new ();
    }
  g_hash_table_add (self->cuts, cut_text);
}

/**
 * leadup_text_measure_fit:
 * @max_width: pixels
 * @width: (out) (optional): of what is returned
 *
 * Finds what of a text fits in a line. What it found is kept: a picture that moves asks for the
 * same titles sixty times a second.
 *
 * Returns: (transfer none): @text in one line, if need be cut and with an ellipsis, so that it
 * fits; “” where not even that fits; valid until the next call
 */
const char *
leadup_text_measure_fit (LeadupTextMeasure *self,
                         LeadupTextRole     role,
                         const char        *text,
                         double             max_width,
                         double            *width)
{
  LeadupCutText key = { .text = (char *) text, .role = role, .max_width = max_width };
  LeadupCutText *cut_text;
  gpointer stolen;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  key.hash = g_str_hash (text) + role + (guint) max_width * 31;
  cut_text = g_hash_table_lookup (self->cuts, &key);
  if (cut_text == NULL && g_hash_table_steal_extended (self->older_cuts, &key, &stolen, NULL))
    {
      cut_text = stolen;
      g_hash_table_add (self->cuts, cut_text);
    }
  if (cut_text == NULL)
    {
      key.text = g_strdup (text);
      cut_text = g_memdup2 (&key, sizeof key);
      add_cut (self, cut_text);
    }
  if (width != NULL)
    *width = cut_text->width;

  return cut_text->cut;
}

/* Returns: (transfer full): the same, to keep */
char *
leadup_text_measure_ellipsize (LeadupTextMeasure *self,
                               LeadupTextRole     role,
                               const char        *text,
                               double             max_width)
{
  return g_strdup (leadup_text_measure_fit (self, role, text, max_width, NULL));
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

  drawable = leadup_text_get_drawable (text);
  rest = drawable;
  while (*rest != '\0')
    {
      LeadupShapedText *shaped = leadup_text_measure_shape (self, role, rest);
      const PangoLogAttr *attributes;
      const char *end = NULL;
      const char *p = rest;
      int n_attributes;

      if (lines->len + 1 == max_lines || shaped->width <= max_width)
        {
          g_ptr_array_add (lines, leadup_text_measure_ellipsize (self, role, rest, max_width));
          break;
        }

      attributes = pango_layout_get_log_attrs_readonly (
          leadup_text_measure_ensure_layout (self, shaped), &n_attributes);
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
