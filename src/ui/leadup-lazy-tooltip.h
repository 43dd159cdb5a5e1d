/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tooltips of rows and cells of lists, which are bound by the hundred. */

void leadup_lazy_tooltip_set (GtkWidget  *widget,
                              const char *text);

G_END_DECLS
