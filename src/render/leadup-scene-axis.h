/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupSceneAxis:
 * @from: time at the left of @plot
 * @to: time at its right
 * @finest: no tick is finer than this
 * @plot: ticks are lines through all of it
 * @top: of the two rows of text, above or below @plot
 *
 * A calendar beside a picture that has no camera: contexts above ticks, as on the timeline.
 */
typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
  LeadupUnit    finest;
  LeadupRect    plot;
  double        top;
} LeadupSceneAxis;

double leadup_scene_axis_get_height (LeadupTextMeasure     *measure);
void   leadup_scene_add_axis        (LeadupScene           *scene,
                                     LeadupTextMeasure     *measure,
                                     const LeadupTheme     *theme,
                                     const LeadupSceneAxis *axis);

G_END_DECLS
