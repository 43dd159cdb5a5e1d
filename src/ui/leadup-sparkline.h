/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-tide.h"

G_BEGIN_DECLS

/**
 * LeadupSparkline:
 *
 * The tide of a pair in a cell of a table. What it shows is said in words beside it.
 */
#define LEADUP_TYPE_SPARKLINE (leadup_sparkline_get_type ())

G_DECLARE_FINAL_TYPE (LeadupSparkline, leadup_sparkline, LEADUP, SPARKLINE, GtkWidget)

GtkWidget *leadup_sparkline_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* @tide: (nullable): shows nothing */
void       leadup_sparkline_set_tide (LeadupSparkline *self,
                                      LeadupTide      *tide,
                                      LeadupTideSides  sides);

G_END_DECLS
