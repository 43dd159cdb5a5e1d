/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LeadupCaption:
 *
 * The caption of a step on a stage, in letters of a size that the stage chooses: a label cannot
 * have a font that depends on the room it gets.
 */
#define LEADUP_TYPE_CAPTION (leadup_caption_get_type ())

G_DECLARE_FINAL_TYPE (LeadupCaption, leadup_caption, LEADUP, CAPTION, GtkWidget)

GtkWidget *leadup_caption_new      (void);
void       leadup_caption_set_text (LeadupCaption *self,
                                    const char    *text);
/* Lays the text out for that room and returns the height that it takes, 0 where there is none. */
int        leadup_caption_lay_out  (LeadupCaption *self,
                                    int            width_px,
                                    double         font_px);

G_END_DECLS
