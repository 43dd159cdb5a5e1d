/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* sRGB, not premultiplied; alpha 0 paints nothing. */
typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
  guint8 alpha;
} LeadupColour;

LeadupColour leadup_colour_rgb        (guint32              rgb);
gboolean     leadup_colour_parse      (const char          *text,
                                       LeadupColour        *colour);
LeadupColour leadup_colour_with_alpha (LeadupColour         self,
                                       double               alpha);
LeadupColour leadup_colour_mix        (LeadupColour         a,
                                       LeadupColour         b,
                                       double               t);
double       leadup_colour_contrast   (LeadupColour         a,
                                       LeadupColour         b);
LeadupColour leadup_colour_readable   (LeadupColour         self,
                                       LeadupColour         background,
                                       double               contrast);
char        *leadup_colour_to_string  (LeadupColour         self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
