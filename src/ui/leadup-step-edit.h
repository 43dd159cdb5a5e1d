/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-step.h"
#include "model/leadup-view.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* More steps than this are hard to follow in a meeting. */
#define LEADUP_STEPS_ADVISED 20

/* The edits of a row of steps, each one undo step of the workspace’s document; and what a step
 * shows. Main thread. */

GPtrArray  *leadup_steps_list        (LeadupStory            *story) G_GNUC_WARN_UNUSED_RESULT;
LeadupView *leadup_steps_get_view    (LeadupStory            *story,
                                      LeadupStep             *step);

char       *leadup_steps_capture     (LeadupWorkspace        *workspace,
                                      const LeadupViewFields *present,
                                      const char             *after) G_GNUC_WARN_UNUSED_RESULT;
gboolean    leadup_steps_recapture   (LeadupWorkspace        *workspace,
                                      LeadupStep             *step,
                                      const LeadupViewFields *present);
gboolean    leadup_steps_set_picture (LeadupWorkspace        *workspace,
                                      LeadupStep             *step,
                                      LeadupPicture           picture,
                                      gboolean                is_rest_faded);
gboolean    leadup_steps_move        (LeadupWorkspace        *workspace,
                                      LeadupStep             *step,
                                      guint                   to);
gboolean    leadup_steps_remove      (LeadupWorkspace        *workspace,
                                      LeadupStep             *step);

G_END_DECLS
