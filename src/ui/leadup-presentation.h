/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-show.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupPresentation:
 *
 * Plays the steps of a story: opens the windows of audience and presenter, takes their commands,
 * and brings what the steps say onto the stages. Ends when the audience’s window closes. Owned by
 * whoever started it.
 *
 * Signals: `ended`.
 */
#define LEADUP_TYPE_PRESENTATION (leadup_presentation_get_type ())

G_DECLARE_FINAL_TYPE (LeadupPresentation, leadup_presentation, LEADUP, PRESENTATION, GObject)

LeadupPresentation *leadup_presentation_new  (GtkApplication     *application,
                                              LeadupDocument     *document,
                                              GPtrArray          *steps) G_GNUC_WARN_UNUSED_RESULT;
void                leadup_presentation_play (LeadupPresentation *self,
                                              guint               index,
                                              GdkMonitor         *here);
LeadupShow         *leadup_presentation_get_show (LeadupPresentation *self);
void                leadup_presentation_end  (LeadupPresentation *self);

G_END_DECLS
