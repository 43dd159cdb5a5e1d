/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-candidate.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/* What the review does to a story, as transactions that its window pushes. Main thread. */
LeadupTransaction *leadup_review_edit_accept (LeadupStory     *story,
                                              GPtrArray       *candidates,
                                              LeadupInstant    now) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction *leadup_review_edit_reject (LeadupStory     *story,
                                              LeadupCandidate *candidate) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction *leadup_review_edit_merge  (LeadupStory     *story,
                                              LeadupCandidate *candidate,
                                              LeadupEvent     *event,
                                              LeadupInstant    now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
