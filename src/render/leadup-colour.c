/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-colour.h"

#include <math.h>

static guint8
to_byte (double value)
{
  return (guint8) (CLAMP (value, 0.0, 255.0) + 0.5);
}

/* WCAG 2.1, “relative luminance”. */
static double
linear (guint8 channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (LeadupColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) +
         0.0722 * linear (colour.blue);
}

static gboolean
is_hex (const char *text,
        guint       n_digits)
{
  for (guint i = 0; i < n_digits; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[n_digits] == '\0';
}

/**
 * leadup_colour_rgb:
 * @rgb: 0xrrggbb
 *
 * Returns: an opaque colour
 */
LeadupColour
leadup_colour_rgb (guint32 rgb)
{
  return (LeadupColour) {
    .red = (guint8) (rgb >> 16), .green = (guint8) (rgb >> 8), .blue = (guint8) rgb, .alpha = 255
  };
}

/**
 * leadup_colour_parse:
 * @text: (nullable): “#rrggbb” or “#rgb”
 * @colour: (out): set only where @text is a colour
 *
 * Returns: whether @text is a colour
 */
gboolean
leadup_colour_parse (const char   *text,
                     LeadupColour *colour)
{
  guint32 value;

  g_return_val_if_fail (colour != NULL, FALSE);

  if (text == NULL || text[0] != '#')
    return FALSE;

  if (is_hex (text + 1, 6))
    {
      *colour = leadup_colour_rgb ((guint32) g_ascii_strtoull (text + 1, NULL, 16));
      return TRUE;
    }

  if (is_hex (text + 1, 3))
    {
      value = (guint32) g_ascii_strtoull (text + 1, NULL, 16);
      value = ((value & 0xf00) << 8) | ((value & 0x0f0) << 4) | (value & 0x00f);
      *colour = leadup_colour_rgb (value * 0x11);
      return TRUE;
    }

  return FALSE;
}

LeadupColour
leadup_colour_with_alpha (LeadupColour self,
                          double       alpha)
{
  self.alpha = to_byte (alpha * 255.0);

  return self;
}

/**
 * leadup_colour_mix:
 * @t: 0 gives @a, 1 gives @b
 *
 * Mixes in sRGB, which is what a translucent layer of @b over @a looks like.
 */
LeadupColour
leadup_colour_mix (LeadupColour a,
                   LeadupColour b,
                   double       t)
{
  return (LeadupColour) { .red = to_byte (a.red + (b.red - a.red) * t),
                          .green = to_byte (a.green + (b.green - a.green) * t),
                          .blue = to_byte (a.blue + (b.blue - a.blue) * t),
                          .alpha = to_byte (a.alpha + (b.alpha - a.alpha) * t) };
}

/**
 * leadup_colour_contrast:
 *
 * Returns: the contrast ratio of WCAG 2.1, 1 … 21; the alphas do not count
 */
double
leadup_colour_contrast (LeadupColour a,
                        LeadupColour b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * leadup_colour_readable:
 * @contrast: the ratio to reach, for instance 3 for marks and 4.5 for text
 *
 * Keeps the hue and goes towards black or white only as far as it takes to be told from
 * @background.
 *
 * Returns: @self, or the nearest such colour
 */
LeadupColour
leadup_colour_readable (LeadupColour self,
                        LeadupColour background,
                        double       contrast)
{
  LeadupColour black = leadup_colour_rgb (0x000000);
  LeadupColour white = leadup_colour_rgb (0xffffff);
  LeadupColour end;

  if (leadup_colour_contrast (self, background) >= contrast)
    return self;

  end = leadup_colour_contrast (black, background) > leadup_colour_contrast (white, background)
            ? black
            : white;
  end.alpha = self.alpha;

  for (int i = 1; i < 20; i++)
    {
      LeadupColour mixed = leadup_colour_mix (self, end, i / 20.0);

      if (leadup_colour_contrast (mixed, background) >= contrast)
        return mixed;
    }

  return end;
}

/**
 * leadup_colour_to_string:
 *
 * Returns: (transfer full): “#rrggbb”; the alpha is not in it
 */
char *
leadup_colour_to_string (LeadupColour self)
{
  return g_strdup_printf ("#%02x%02x%02x", self.red, self.green, self.blue);
}
