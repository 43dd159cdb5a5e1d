/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupWhenEditor:
 *
 * The date of an event as it is typed: what is understood is told at every letter, and what cannot
 * be read is never saved.
 */
#define LEADUP_TYPE_WHEN_EDITOR (leadup_when_editor_get_type ())

G_DECLARE_FINAL_TYPE (LeadupWhenEditor, leadup_when_editor, LEADUP, WHEN_EDITOR, GtkWidget)

GtkWidget *leadup_when_editor_new  (void);
void       leadup_when_editor_show (LeadupWhenEditor *self,
                                    LeadupWorkspace  *workspace,
                                    LeadupEvent      *event);

G_END_DECLS
