/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/* What the files that measure, cut and set texts share, and no one else. */

#define LEADUP_TEXT_N_ADVANCES 0x300
/* Pango overflows on very long texts. */
#define LEADUP_TEXT_MAX_CHARACTERS 300

/**
 * LeadupShapedText:
 * @text: as it was asked for
 * @layout: (nullable): may be made anew by leadup_text_measure_ensure_layout()
 * @mask_scale: pixels per pixel of @mask; 0 = none yet
 */
typedef struct
{
  char          *text;
  LeadupTextRole role;
  guint          hash;
  PangoLayout   *layout;
  double         width;
  LeadupTextMask mask;
  double         mask_scale;
} LeadupShapedText;

/**
 * LeadupCutText:
 * @text: the whole
 * @cut: what of it fits
 */
typedef struct
{
  char          *text;
  LeadupTextRole role;
  guint          hash;
  double         max_width;
  char          *cut;
  double         width;
} LeadupCutText;

/**
 * LeadupTextRoleData:
 * @height: of a line; −1 = neither it nor @ascent has been measured yet; 0 = no font said
 *
 * What a text of one role needs to be shaped.
 */
typedef struct
{
  PangoFontDescription *description;
  PangoAttrList        *attributes; /* that one alone */
  double                ascent;
  double                height;
  float                 advances[LEADUP_TEXT_N_ADVANCES]; /* by character; −1 = not measured yet */
  GHashTable           *more_advances; /* character → width in 1/1024 pixels */
} LeadupTextRoleData;

/**
 * _LeadupTextMeasure:
 * @texts: (element-type LeadupShapedText): by role and text; the older half is dropped when it is
 * full
 * @n_bytes: about how much memory the newer half takes
 * @cuts: (element-type LeadupCutText): by role, text and width
 * @sprites: (nullable): what a painter keeps from picture to picture
 */
struct _LeadupTextMeasure
{
  const LeadupTheme *theme;
  gboolean           is_fixed;
  gboolean           is_exact;
  PangoContext      *context;
  GHashTable        *texts;
  GHashTable        *older_texts;
  gsize              n_bytes;
  GHashTable        *cuts;
  GHashTable        *older_cuts;
  GHashTable        *sprites;
  LeadupTextRoleData roles[LEADUP_N_TEXT_ROLES];
};

LeadupShapedText *leadup_text_measure_shape         (LeadupTextMeasure *self,
                                                     LeadupTextRole     role,
                                                     const char        *text);
PangoLayout      *leadup_text_measure_ensure_layout (LeadupTextMeasure *self,
                                                     LeadupShapedText  *shaped);
char             *leadup_text_get_drawable          (const char        *text) G_GNUC_WARN_UNUSED_RESULT;

/* Where a cut text that was found before is kept. */
GHashTable       *leadup_text_cuts_new              (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
