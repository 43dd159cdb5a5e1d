/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-actor.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupActorPage:
 *
 * The inspector's page of one actor: names, kind, membership, and the ties to others.
 */
#define LEADUP_TYPE_ACTOR_PAGE (leadup_actor_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupActorPage, leadup_actor_page, LEADUP, ACTOR_PAGE, GtkWidget)

GtkWidget *leadup_actor_page_new  (void);
void       leadup_actor_page_show (LeadupActorPage *self,
                                   LeadupWorkspace *workspace,
                                   LeadupActor     *actor);

G_END_DECLS
