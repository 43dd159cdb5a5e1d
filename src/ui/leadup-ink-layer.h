/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-show.h"

G_BEGIN_DECLS

/**
 * LeadupInkLayer:
 *
 * Lies over a stage: shows pen, pointer and spotlight of a show and, while a tool is in the hand,
 * takes the pointer for it.
 */
#define LEADUP_TYPE_INK_LAYER (leadup_ink_layer_get_type ())

G_DECLARE_FINAL_TYPE (LeadupInkLayer, leadup_ink_layer, LEADUP, INK_LAYER, GtkWidget)

GtkWidget *leadup_ink_layer_new      (void);
void       leadup_ink_layer_set_show (LeadupInkLayer *self,
                                      LeadupShow     *show);

G_END_DECLS
