/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Around each child of a GtkFlowBox, by its theme. */
#define LEADUP_CHOICE_CARDS_PADDING (3)

/* Texts that are compared, each in a card: side by side where there is room, one below the other
 * where there is none. */

GtkWidget *leadup_choice_cards_make_text   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *leadup_choice_cards_make_choice (const char *caption,
                                            const char *text,
                                            const char *label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *leadup_choice_cards_make_card   (GtkWidget  *child) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *leadup_choice_cards_make_pair   (GtkWidget  *first,
                                            GtkWidget  *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
