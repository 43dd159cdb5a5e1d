/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LeadupTextRow:
 *
 * A titled text of several lines. What is typed is handed on by `committed` when the typing rests
 * or the focus leaves, so that a long text is not an edit per letter.
 *
 * Properties: `title`. Signals: `committed`.
 */
#define LEADUP_TYPE_TEXT_ROW (leadup_text_row_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTextRow, leadup_text_row, LEADUP, TEXT_ROW, GtkWidget)

GtkWidget *leadup_text_row_new      (const char    *title);

char      *leadup_text_row_dup_text (LeadupTextRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): shown unless the user is typing something that is not committed yet */
void       leadup_text_row_set_text (LeadupTextRow *self,
                                     const char    *text);
/* Commits now what is not committed yet. */
void       leadup_text_row_flush    (LeadupTextRow *self);

G_END_DECLS
