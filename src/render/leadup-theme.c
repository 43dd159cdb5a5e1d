/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-theme.h"

#define FAMILY "Cantarell, Inter, Noto Sans, sans-serif"

#define RGB(hex)                                                                                   \
  { (guint8) ((hex) >> 16), (guint8) (((hex) >> 8) & 0xff), (guint8) ((hex) & 0xff), 255 }

#define FONT(size, weight) { FAMILY, size, weight }

/* One hierarchy for all looks: what differs between them is colour alone. */
#define FONTS                                                                                      \
  {                                                                                                \
    [LEADUP_TEXT_TITLE] = FONT (25, 700),   [LEADUP_TEXT_SUBTITLE] = FONT (14.5, 400),             \
    [LEADUP_TEXT_LABEL] = FONT (12.5, 400), [LEADUP_TEXT_LABEL_STRONG] = FONT (12.5, 700),         \
    [LEADUP_TEXT_LANE] = FONT (13, 700),    [LEADUP_TEXT_CONTEXT] = FONT (12.5, 700),              \
    [LEADUP_TEXT_TICK] = FONT (11.5, 400),  [LEADUP_TEXT_CAPTION] = FONT (11.5, 400),              \
    [LEADUP_TEXT_BADGE] = FONT (10.5, 700),                                                        \
  }

/* Hostile and cooperative are vermillion and blue of M. Okabe and K. Ito’s palette (2008), which
 * hold apart for all common kinds of colour vision; as they are wherever that gives 3:1 to the
 * ground, and in the high-contrast looks moved just so far that it gives 4.5:1. */
static const LeadupTheme themes[] = {
  {
      .id = "light",
      .background = RGB (0xfdfdfc),
      .surface = RGB (0xf1f1ef),
      .text = RGB (0x1e1e22),
      .text_dim = RGB (0x5d5d66),
      .line = RGB (0xc6c6cb),
      .line_faint = RGB (0xebebec),
      .phase = RGB (0xeef0f4),
      .accent = RGB (0x1c71d8),
      .hostile = RGB (0xd55e00),
      .cooperative = RGB (0x0072b2),
      .neutral = RGB (0x73737d),
      .fonts = FONTS,
  },
  {
      .id = "dark",
      .background = RGB (0x1d1d20),
      .surface = RGB (0x2c2c30),
      .text = RGB (0xf3f3f4),
      .text_dim = RGB (0xb3b3bb),
      .line = RGB (0x4e4e56),
      .line_faint = RGB (0x2d2d32),
      .phase = RGB (0x27282e),
      .accent = RGB (0x78aeed),
      .hostile = RGB (0xd55e00),
      .cooperative = RGB (0x2e90d1),
      .neutral = RGB (0xa3a3ad),
      .fonts = FONTS,
  },
  {
      .id = "print",
      .background = RGB (0xffffff),
      .surface = RGB (0xf4f4f4),
      .text = RGB (0x000000),
      .text_dim = RGB (0x4a4a4a),
      .line = RGB (0xb4b4b4),
      .line_faint = RGB (0xe6e6e6),
      .phase = RGB (0xf0f0f0),
      .accent = RGB (0x1a5fb4),
      .hostile = RGB (0xd55e00),
      .cooperative = RGB (0x0072b2),
      .neutral = RGB (0x66666e),
      .fonts = FONTS,
  },
  {
      .id = "high-contrast",
      .background = RGB (0xffffff),
      .surface = RGB (0xffffff),
      .text = RGB (0x000000),
      .text_dim = RGB (0x1c1c1c),
      .line = RGB (0x3c3c3c),
      .line_faint = RGB (0xcfcfcf),
      .phase = RGB (0xe4e4e4),
      .accent = RGB (0x003e92),
      .hostile = RGB (0xc25600),
      .cooperative = RGB (0x0072b2),
      .neutral = RGB (0x3f3f46),
      .fonts = FONTS,
  },
  {
      .id = "high-contrast-dark",
      .background = RGB (0x000000),
      .surface = RGB (0x000000),
      .text = RGB (0xffffff),
      .text_dim = RGB (0xe6e6e6),
      .line = RGB (0xc4c4c4),
      .line_faint = RGB (0x3a3a3a),
      .phase = RGB (0x242424),
      .accent = RGB (0x9cc8ff),
      .hostile = RGB (0xd55e00),
      .cooperative = RGB (0x1a80b9),
      .neutral = RGB (0xd0d0d6),
      .fonts = FONTS,
  },
};

static const char *const ids[] = {
  "light", "dark", "print", "high-contrast", "high-contrast-dark", NULL,
};

/**
 * leadup_theme_get:
 * @id: (nullable): name of a theme; %NULL for the first
 *
 * Returns: (transfer none) (nullable): the theme, or %NULL where there is none of that name
 */
const LeadupTheme *
leadup_theme_get (const char *id)
{
  if (id == NULL)
    return &themes[0];

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i].id, id))
      return &themes[i];

  return NULL;
}

/* Returns: (transfer none) (array zero-terminated=1): the names of all themes */
const char *const *
leadup_theme_get_ids (void)
{
  return ids;
}

/**
 * leadup_theme_get_mark_contrast:
 *
 * On a dark ground colours need more light to be told apart; high contrast asks for it.
 *
 * Returns: by how much the colour of a mark has to stand out from the background
 */
double
leadup_theme_get_mark_contrast (const LeadupTheme *self)
{
  if (g_str_has_prefix (self->id, "high-contrast"))
    return 6;

  return leadup_colour_contrast (self->background, leadup_colour_rgb (0xffffff)) > 8 ? 4.5 : 3.2;
}
