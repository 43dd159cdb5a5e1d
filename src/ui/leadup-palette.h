/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEADUP_TYPE_PALETTE (leadup_palette_get_type ())

/**
 * LeadupPalette:
 *
 * A field to type in and a list of what that finds; Enter does the first one. Commands, actors and
 * lanes, and dates to go to all use it. Main thread; lives until it is closed.
 */
G_DECLARE_FINAL_TYPE (LeadupPalette, leadup_palette, LEADUP, PALETTE, GtkWindow)

/**
 * LeadupPaletteFill:
 * @palette: where to put what is found, with leadup_palette_add()
 * @text: what was typed, “” at first
 */
typedef void (*LeadupPaletteFill) (LeadupPalette *palette,
                                   const char    *text,
                                   gpointer       data);

LeadupPalette *leadup_palette_new     (GtkWindow         *parent,
                                       const char        *title,
                                       const char        *hint,
                                       LeadupPaletteFill  fill,
                                       gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
gboolean       leadup_palette_add     (LeadupPalette     *self,
                                       const char        *label,
                                       const char        *detail,
                                       const char        *action,
                                       GVariant          *target);
void           leadup_palette_tell    (LeadupPalette     *self,
                                       const char        *text);
gboolean       leadup_palette_matches (const char        *label,
                                       const char        *typed);

G_END_DECLS
