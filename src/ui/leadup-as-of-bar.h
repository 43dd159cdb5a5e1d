/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_AS_OF_BAR (leadup_as_of_bar_get_type ())

/**
 * LeadupAsOfBar:
 *
 * A slider over the days on which the sources were published: what was not known by then is hidden.
 * It sets the filter, which views store. Main thread.
 */
G_DECLARE_FINAL_TYPE (LeadupAsOfBar, leadup_as_of_bar, LEADUP, AS_OF_BAR, GtkWidget)

void leadup_as_of_bar_set_workspace (LeadupAsOfBar   *self,
                                     LeadupWorkspace *workspace);
/* Shown, it begins with all that is known; hidden, it hides nothing. */
void leadup_as_of_bar_set_active    (LeadupAsOfBar   *self,
                                     gboolean         is_active);

G_END_DECLS
