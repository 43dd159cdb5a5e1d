/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of a running show, those of pdfpc and of clickers: each is an action of the window. They
 * win over what the widgets below would do with them, except where text is typed. */
void     leadup_show_keys_install  (GtkWidget       *window);
gboolean leadup_show_keys_activate (GtkWidget       *window,
                                    guint            keyval,
                                    GdkModifierType  state);

G_END_DECLS
