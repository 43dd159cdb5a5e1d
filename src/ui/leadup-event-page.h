/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupEventPage:
 *
 * The inspector's page of one event: all its fields, each edit a named undo step.
 */
#define LEADUP_TYPE_EVENT_PAGE (leadup_event_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupEventPage, leadup_event_page, LEADUP, EVENT_PAGE, GtkWidget)

GtkWidget *leadup_event_page_new         (void);
void       leadup_event_page_show        (LeadupEventPage *self,
                                          LeadupWorkspace *workspace,
                                          LeadupEvent     *event);
void       leadup_event_page_focus_title (LeadupEventPage *self);

G_END_DECLS
