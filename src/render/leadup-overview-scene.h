/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupOverviewSceneOptions:
 * @width: pixels
 * @height: pixels
 * @from: left end: the first moment of the story
 * @to: right end
 */
typedef struct
{
  double        width;
  double        height;
  LeadupInstant from;
  LeadupInstant to;
} LeadupOverviewSceneOptions;

LeadupScene *leadup_overview_scene_new (LeadupTimelineIndex              *all,
                                        LeadupTimelineIndex              *shown,
                                        const LeadupOverviewSceneOptions *options,
                                        const LeadupTheme                *theme,
                                        LeadupTextMeasure                *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
