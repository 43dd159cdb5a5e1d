/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows that the inspector's pages and the sources view are made of. All are (transfer none):
 * owned by what they were added to. */

GtkWidget *leadup_form_add_group  (GtkWidget          *box,
                                   const char         *title);
GtkWidget *leadup_form_add_entry  (GtkWidget          *group,
                                   const char         *title);
GtkWidget *leadup_form_add_combo  (GtkWidget          *group,
                                   const char         *title);
GtkWidget *leadup_form_add_text   (GtkWidget          *box,
                                   const char         *title);
/* A row that can be clicked, with plain text in one line each. */
GtkWidget *leadup_form_add_link   (GtkWidget          *list,
                                   const char         *title,
                                   const char         *subtitle);
GtkWidget *leadup_form_add_list   (GtkWidget          *box,
                                   const char         *title,
                                   GtkWidget         **heading);
/* A row that holds widgets which are reached themselves, in place of the row. */
void       leadup_form_append_line (GtkWidget         *list,
                                   GtkWidget          *line);
GtkWidget *leadup_form_icon_button_new (const char     *icon,
                                   const char         *label);
void       leadup_form_clear      (GtkWidget          *list);
/* Shows @names in a combo row without a sign of a choice by the user when they are there already.
 */
void       leadup_form_set_names  (AdwComboRow        *row,
                                   const char * const *names,
                                   guint               selected);
/* Shows @text, nullable, where it is not there already: the place of the cursor stays. */
void       leadup_form_set_text   (GtkWidget          *entry,
                                   const char         *text);
GtkWidget *leadup_form_note_new   (const char         *text);

G_END_DECLS
