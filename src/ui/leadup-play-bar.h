/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupPlayBar:
 *
 * Plays the story on the map of its whole time: moves the brush by a day, a week or an event.
 * Nobody moves. Signal: `stepped (GHashTable *actors)`: those of the events that came with the
 * step.
 */
#define LEADUP_TYPE_PLAY_BAR (leadup_play_bar_get_type ())

G_DECLARE_FINAL_TYPE (LeadupPlayBar, leadup_play_bar, LEADUP, PLAY_BAR, GtkWidget)

GtkWidget *leadup_play_bar_new           (void);
void       leadup_play_bar_set_workspace (LeadupPlayBar   *self,
                                          LeadupWorkspace *workspace);
void       leadup_play_bar_set_active    (LeadupPlayBar   *self,
                                          gboolean         is_active);
void       leadup_play_bar_set_playing   (LeadupPlayBar   *self,
                                          gboolean         is_playing);
gboolean   leadup_play_bar_is_playing    (LeadupPlayBar   *self);
/* Whether there was another step to go. */
gboolean   leadup_play_bar_step          (LeadupPlayBar   *self,
                                          gboolean         is_forward);

G_END_DECLS
