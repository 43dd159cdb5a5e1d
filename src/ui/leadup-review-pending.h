/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-candidate.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

GPtrArray *leadup_review_pending_list (LeadupStory *story,
                                       const char  *source,
                                       double       least) G_GNUC_WARN_UNUSED_RESULT;

LeadupEvent *leadup_review_pending_find_same (LeadupStory *story,
                                              LeadupEvent *event);

G_END_DECLS
