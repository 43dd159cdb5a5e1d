/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The stories that were opened, in the desktop’s list of recent files. The user may have them not
 * remembered, and forgotten. Main thread. */

void        leadup_recent_files_add       (GFile *file);
/* Takes all stories off the list; other files stay. */
void        leadup_recent_files_forget    (void);
GMenuModel *leadup_recent_files_make_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
