/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupStoryPage:
 *
 * The inspector's page while nothing is selected: what to do, and what is said once in a story.
 */
#define LEADUP_TYPE_STORY_PAGE (leadup_story_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStoryPage, leadup_story_page, LEADUP, STORY_PAGE, GtkWidget)

GtkWidget *leadup_story_page_new  (void);
void       leadup_story_page_show (LeadupStoryPage *self,
                                   LeadupWorkspace *workspace);

G_END_DECLS
