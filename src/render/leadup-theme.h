/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "render/leadup-colour.h"

G_BEGIN_DECLS

/* What a text is for; the theme says how it looks. */
typedef enum
{
  LEADUP_TEXT_TITLE,
  LEADUP_TEXT_SUBTITLE,
  LEADUP_TEXT_LABEL,
  LEADUP_TEXT_LABEL_STRONG,
  LEADUP_TEXT_LANE,
  LEADUP_TEXT_CONTEXT, /* the axis’ upper row */
  LEADUP_TEXT_TICK,
  LEADUP_TEXT_CAPTION, /* legend, footer */
  LEADUP_TEXT_BADGE,   /* counts in pills */
} LeadupTextRole;

#define LEADUP_N_TEXT_ROLES (LEADUP_TEXT_BADGE + 1)

/**
 * LeadupFont:
 * @family: a font stack, as Pango and CSS read it
 * @size: pixels at scale 1
 * @weight: 100 … 900
 */
typedef struct
{
  const char *family;
  double      size;
  int         weight;
} LeadupFont;

/**
 * LeadupTheme:
 *
 * Colours and fonts of one look. Plain data with static life time for the built-in ones; scenes and
 * painters only read it.
 */
typedef struct
{
  const char   *id; /* “light”, “dark”, “print”, “high-contrast” … */
  LeadupColour  background;
  LeadupColour  surface;     /* panels, pills, label halos */
  LeadupColour  text;
  LeadupColour  text_dim;
  LeadupColour  line;        /* separators */
  LeadupColour  line_faint;  /* grid */
  LeadupColour  phase;
  LeadupColour  accent;      /* selection, focus */
  LeadupColour  hostile;
  LeadupColour  cooperative;
  LeadupColour  neutral;
  LeadupFont    fonts[LEADUP_N_TEXT_ROLES];
} LeadupTheme;

const LeadupTheme *leadup_theme_get (const char *id);
const char * const *leadup_theme_get_ids (void);
double leadup_theme_get_mark_contrast (const LeadupTheme *self);

G_END_DECLS
