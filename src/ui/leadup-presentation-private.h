/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/leadup-audience-window.h"
#include "ui/leadup-presentation.h"
#include "ui/leadup-presenter-window.h"
#include "ui/leadup-show-prompt.h"

G_BEGIN_DECLS

/* What the line to type in asks for. */
typedef enum
{
  LEADUP_QUESTION_GO_TO,
  LEADUP_QUESTION_FOCUS,
} LeadupQuestion;

/* What the role files of the presentation share. */
struct _LeadupPresentation
{
  GObject parent_instance;

  GtkApplication *application;
  LeadupShow *show;
  LeadupWorkspace *workspace;      /* what the audience sees */
  LeadupWorkspace *next_workspace; /* what the step after this one shows */
  LeadupAudienceWindow *audience;
  LeadupPresenterWindow *presenter; /* (nullable) */
  GSimpleActionGroup *actions;
  LeadupQuestion question;
  guint opening; /* until the audience sees the first picture */
  gboolean has_second_monitor;
  guint inhibited;
  gboolean is_ending;

  gboolean is_applying; /* the camera, filter or selection changes by a step, not by a hand */
  AdwAnimation *move;
  LeadupInstant move_from[2];
  LeadupInstant move_to[2];
  GHashTable *seen; /* (nullable): ids at the step before, while its successor comes */
};

void leadup_presentation_install_actions (LeadupPresentation *self);
void leadup_presentation_share_actions   (LeadupPresentation *self,
                                          GActionMap         *window);
void leadup_presentation_unshare_actions (GActionMap *window);
void leadup_presentation_update_actions  (LeadupPresentation *self);
void leadup_presentation_watch_prompt    (LeadupPresentation *self,
                                          GtkWidget          *prompt);
GMenuModel *leadup_presentation_menu_new (LeadupPresentation *self) G_GNUC_WARN_UNUSED_RESULT;
void leadup_presentation_place           (GtkWindow          *window,
                                          guint               monitor);
void leadup_presentation_set_notes       (LeadupPresentation *self,
                                          gboolean            has_notes);
void leadup_presentation_show_step       (LeadupPresentation *self,
                                          gboolean            is_animated);

G_END_DECLS
