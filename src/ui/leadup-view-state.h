/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* Between what a workspace shows and what a view stores of it. The picture and the graph’s camera
 * are the window’s to add. Main thread. */

void leadup_view_state_get_look (LeadupWorkspace *workspace,
                                 LeadupGraphLook *look);
void leadup_view_state_store (LeadupWorkspace  *workspace,
                              LeadupViewFields *fields,
                              GStrv            *selection);
gboolean leadup_view_state_get_window (LeadupView    *view,
                                       LeadupInstant *from,
                                       LeadupInstant *to);
void leadup_view_state_show  (LeadupWorkspace  *workspace,
                              LeadupView       *view,
                              const char       *as_of);

G_END_DECLS
