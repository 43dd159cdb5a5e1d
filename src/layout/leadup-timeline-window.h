/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"

G_BEGIN_DECLS

/* The window in time that shows all events, the titles of the last ones included. */
gboolean leadup_timeline_window_fit (const LeadupTimelineIndex *index,
                                     double                     width,
                                     LeadupInstant             *from,
                                     LeadupInstant             *to);

G_END_DECLS
