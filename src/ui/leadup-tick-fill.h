/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LeadupTickFillFunc:
 * @widget: what is being filled
 *
 * Adds one row to a list of @widget.
 *
 * Returns: %FALSE where there is none left
 */
typedef gboolean (*LeadupTickFillFunc) (GtkWidget *widget);

guint leadup_tick_fill (GtkWidget         *widget,
                        guint              n_first,
                        LeadupTickFillFunc add_one);

G_END_DECLS
