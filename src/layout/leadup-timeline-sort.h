/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"

G_BEGIN_DECLS

LeadupTimelineEntry *leadup_timeline_sort (const LeadupTimelineEntry *entries,
                                           const guint               *indices,
                                           guint                      n,
                                           LeadupSnapshot            *snapshot);

G_END_DECLS
