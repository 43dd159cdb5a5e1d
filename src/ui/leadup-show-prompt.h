/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LeadupShowPrompt:
 *
 * A line to type in during a show, hidden until it is asked for: where to go, or what to look at.
 *
 * Signals: `answered (const char *text)`.
 */
#define LEADUP_TYPE_SHOW_PROMPT (leadup_show_prompt_get_type ())

G_DECLARE_FINAL_TYPE (LeadupShowPrompt, leadup_show_prompt, LEADUP, SHOW_PROMPT, GtkWidget)

GtkWidget *leadup_show_prompt_new      (void);
void       leadup_show_prompt_ask      (LeadupShowPrompt *self,
                                        const char       *question);
void       leadup_show_prompt_complain (LeadupShowPrompt *self);

G_END_DECLS
