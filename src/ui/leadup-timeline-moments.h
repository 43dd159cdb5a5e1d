/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-timeline-scene.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* Fills in now, on the clock of the story, and the day up to which the filter shows what was known.
 */
void leadup_timeline_moments_fill (LeadupWorkspace            *workspace,
                                   LeadupTimelineIndex        *index,
                                   LeadupTimelineSceneOptions *options);

G_END_DECLS
