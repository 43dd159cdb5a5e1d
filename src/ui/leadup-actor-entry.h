/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-actor.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupActorEntry:
 *
 * An entry for the name of an actor: completes the names and aliases of the story's actors. Emits
 * `chosen (const char *name)` when a name was entered; it may be new.
 */
#define LEADUP_TYPE_ACTOR_ENTRY (leadup_actor_entry_get_type ())

G_DECLARE_FINAL_TYPE (LeadupActorEntry, leadup_actor_entry, LEADUP, ACTOR_ENTRY, GtkWidget)

GtkWidget *leadup_actor_entry_new           (const char       *placeholder);

void       leadup_actor_entry_set_workspace (LeadupActorEntry *self,
                                             LeadupWorkspace  *workspace);

/* (transfer full): the story's actor of that name or alias, or a new one of it that has not been
 * added yet; @is_new tells which */
LeadupActor *leadup_actor_entry_find        (LeadupActorEntry *self,
                                             const char       *name,
                                             gboolean         *is_new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
