/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"
#include "ui/leadup-canvas.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* Where the arrow keys lead on a timeline, and what is said there. */

gboolean leadup_timeline_walk          (LeadupTimelineIndex *index,
                                        const char          *focused,
                                        LeadupCanvasMove     move,
                                        guint               *lane,
                                        guint               *entry);
char    *leadup_timeline_walk_describe (LeadupTimelineIndex *index,
                                        guint                lane_number,
                                        guint                entry);
char    *leadup_timeline_walk_summarise (LeadupTimelineIndex *index);
/* From the earliest start to the latest end of the selected events; FALSE where none is dated. */
gboolean leadup_timeline_walk_get_selected (LeadupWorkspace *workspace,
                                        LeadupInstant       *from,
                                        LeadupInstant       *to);

G_END_DECLS
