/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-story.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/* One actor of several, and several of one: edits that can be undone, and be taken apart at any
 * later time, for each mention keeps the words that it was made with. */

LeadupTransaction *leadup_actor_merge       (LeadupStory        *story,
                                             const char         *kept,
                                             const char * const *others,
                                             const char         *label) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction *leadup_actor_split       (LeadupStory        *story,
                                             const char         *actor,
                                             const char         *name,
                                             const char         *new_id,
                                             const char         *label) G_GNUC_WARN_UNUSED_RESULT;
guint              leadup_actor_count_mentions (LeadupStory     *story,
                                             const char         *actor,
                                             const char         *name);

G_END_DECLS
