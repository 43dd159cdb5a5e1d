/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupParticipantsEditor:
 *
 * Who takes part in an event, and as what.
 */
#define LEADUP_TYPE_PARTICIPANTS_EDITOR (leadup_participants_editor_get_type ())

G_DECLARE_FINAL_TYPE (LeadupParticipantsEditor, leadup_participants_editor, LEADUP, PARTICIPANTS_EDITOR, GtkWidget)

GtkWidget *leadup_participants_editor_new  (void);
void       leadup_participants_editor_show (LeadupParticipantsEditor *self,
                                            LeadupWorkspace          *workspace,
                                            LeadupEvent              *event);

G_END_DECLS
