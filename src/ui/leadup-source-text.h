/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-source.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupSourceText:
 *
 * The text of a source, read-only, with the words that events rest on underlined. A click on such
 * words selects the event. Long texts are shown in parts.
 */
#define LEADUP_TYPE_SOURCE_TEXT (leadup_source_text_get_type ())

G_DECLARE_FINAL_TYPE (LeadupSourceText, leadup_source_text, LEADUP, SOURCE_TEXT, GtkWidget)

GtkWidget *leadup_source_text_new (void);

/* @source: (nullable) */
void
leadup_source_text_show (LeadupSourceText *self, LeadupWorkspace *workspace, LeadupSource *source);
/* Scrolls to the first words of @event (the evidence at @index where there is such a one). */
void leadup_source_text_scroll_to (LeadupSourceText *self, LeadupEvent *event, guint index);
/* What is marked by hand, in code points of the source's text; returns the words or %NULL. */
char *leadup_source_text_dup_selection (LeadupSourceText *self,
                                        gint64 *start,
                                        gint64 *end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
