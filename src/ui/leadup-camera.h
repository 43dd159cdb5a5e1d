/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

/**
 * LeadupCamera:
 *
 * The timeline’s window with its history. Owned by a workspace, main thread.
 */
typedef struct _LeadupCamera LeadupCamera;

LeadupCamera *leadup_camera_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void          leadup_camera_free    (LeadupCamera       *self);

/* Whether there is a window at all. */
gboolean      leadup_camera_get     (const LeadupCamera *self,
                                     LeadupInstant      *from,
                                     LeadupInstant      *to);
/* These say whether the window is another one now. */
gboolean      leadup_camera_set     (LeadupCamera       *self,
                                     LeadupInstant       from,
                                     LeadupInstant       to);
/* As set, and remembers the former window for going back. */
gboolean      leadup_camera_jump    (LeadupCamera       *self,
                                     LeadupInstant       from,
                                     LeadupInstant       to);
gboolean      leadup_camera_back    (LeadupCamera       *self);
gboolean      leadup_camera_forward (LeadupCamera       *self);
void          leadup_camera_reset   (LeadupCamera       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupCamera, leadup_camera_free)

G_END_DECLS
