/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>
#include <pixman.h>

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/**
 * LeadupTextMeasure:
 *
 * Measures and shapes text for a theme through Pango, with a bounded cache of layouts. One per
 * thread.
 *
 * An exact one is for charts: letters stand wherever they belong, and a text is as wide in a
 * picture, in an SVG, in a PDF and on paper. The other is for the screen, where letters may stand
 * on whole pixels because that is drawn faster.
 */
typedef struct _LeadupTextMeasure LeadupTextMeasure;

LeadupTextMeasure *leadup_text_measure_new        (const LeadupTheme    *theme) G_GNUC_WARN_UNUSED_RESULT;
LeadupTextMeasure *leadup_text_measure_new_exact  (const LeadupTheme    *theme) G_GNUC_WARN_UNUSED_RESULT;
LeadupTextMeasure *leadup_text_measure_new_fixed  (const LeadupTheme    *theme) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_text_measure_free       (LeadupTextMeasure    *self);

double             leadup_text_measure_get_width  (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text);
double             leadup_text_measure_estimate   (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text);
double             leadup_text_measure_get_height (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role);
double             leadup_text_measure_get_ascent (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role);
char              *leadup_text_measure_ellipsize  (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text,
                                                   double                max_width) G_GNUC_WARN_UNUSED_RESULT;
const char        *leadup_text_measure_fit        (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text,
                                                   double                max_width,
                                                   double               *width);
char             **leadup_text_measure_wrap       (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text,
                                                   double                max_width,
                                                   guint                 max_lines) G_GNUC_WARN_UNUSED_RESULT;
gboolean           leadup_text_measure_is_exact   (const LeadupTextMeasure *self);
gboolean           leadup_text_measure_has_outlines (LeadupTextMeasure  *self,
                                                   const char           *text);
PangoLayout       *leadup_text_measure_get_layout (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text);

/**
 * LeadupTextMask:
 * @image: (nullable): of one byte a pixel; %NULL where the text has to be drawn as it is
 * @x: pixels from the left end of the text to that of the image
 * @y: pixels from the baseline to its top
 */
typedef struct
{
  pixman_image_t *image;
  int             x;
  int             y;
} LeadupTextMask;

LeadupTextMask     leadup_text_measure_get_mask   (LeadupTextMeasure    *self,
                                                   LeadupTextRole        role,
                                                   const char           *text,
                                                   double                scale);
GHashTable        *leadup_text_measure_get_sprites (LeadupTextMeasure   *self,
                                                   GHashTable        *(*make) (void));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTextMeasure, leadup_text_measure_free)

G_END_DECLS
