/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupTiePage:
 *
 * The inspector's page of two actors: what each did to the other, and the events behind it.
 */
#define LEADUP_TYPE_TIE_PAGE (leadup_tie_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTiePage, leadup_tie_page, LEADUP, TIE_PAGE, GtkWidget)

GtkWidget *leadup_tie_page_new  (void);
/* @id: of both actors, with a space between */
void       leadup_tie_page_show (LeadupTiePage   *self,
                                 LeadupWorkspace *workspace,
                                 const char      *id);

G_END_DECLS
