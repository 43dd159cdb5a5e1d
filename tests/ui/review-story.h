/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/leadup-document.h"

G_BEGIN_DECLS

/* A document with an article, one event and three candidates, for tests of the review: “c1” (0.9,
 * proposes an actor that the story has as “a1”), “c2” (0.7, proposes a new one), “c3” (0.4). */
LeadupDocument *review_story_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define REVIEW_STORY_TEXT                                                                          \
  "Avaria struck a harbour in Borland on 2 March 2025. The Borland Guard vowed to answer on "    \
  "Tuesday. More from Our Desk Ten things to know. Talks may follow.\n"

G_END_DECLS
