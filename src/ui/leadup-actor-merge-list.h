/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-actor.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupActorMergeList:
 *
 * Of the page of an actor: who may be the same and can be merged into it, and the other names that
 * can become actors of their own. Nothing happens by itself.
 */
#define LEADUP_TYPE_ACTOR_MERGE_LIST (leadup_actor_merge_list_get_type ())

G_DECLARE_FINAL_TYPE (LeadupActorMergeList, leadup_actor_merge_list, LEADUP, ACTOR_MERGE_LIST,
                      GtkWidget)

GtkWidget *leadup_actor_merge_list_new  (void);
void       leadup_actor_merge_list_show (LeadupActorMergeList *self,
                                         LeadupWorkspace      *workspace,
                                         LeadupActor          *actor);

G_END_DECLS
