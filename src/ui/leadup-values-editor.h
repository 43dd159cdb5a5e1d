/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupValuesEditor:
 *
 * The figures of an event: what, how many, and how sure the words are.
 */
#define LEADUP_TYPE_VALUES_EDITOR (leadup_values_editor_get_type ())

G_DECLARE_FINAL_TYPE (LeadupValuesEditor, leadup_values_editor, LEADUP, VALUES_EDITOR, GtkWidget)

GtkWidget *leadup_values_editor_new  (void);
void       leadup_values_editor_show (LeadupValuesEditor *self,
                                      LeadupWorkspace    *workspace,
                                      LeadupEvent        *event);

G_END_DECLS
