/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"
#include "ui/leadup-canvas.h"

G_BEGIN_DECLS

/* Where the arrow keys lead on a timeline, and what is said there. */

gboolean leadup_timeline_walk          (LeadupTimelineIndex *index,
                                        const char          *focused,
                                        LeadupCanvasMove     move,
                                        guint               *lane,
                                        guint               *entry);
char    *leadup_timeline_walk_describe (const LeadupLane    *lane,
                                        guint                entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
