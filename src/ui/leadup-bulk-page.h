/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupBulkPage:
 *
 * The inspector's page of several events: what can be changed in all of them at once, each as one
 * undo step.
 */
#define LEADUP_TYPE_BULK_PAGE (leadup_bulk_page_get_type ())

G_DECLARE_FINAL_TYPE (LeadupBulkPage, leadup_bulk_page, LEADUP, BULK_PAGE, GtkWidget)

GtkWidget *leadup_bulk_page_new  (void);
/* Shows the selection of @workspace. */
void       leadup_bulk_page_show (LeadupBulkPage  *self,
                                  LeadupWorkspace *workspace);

G_END_DECLS
