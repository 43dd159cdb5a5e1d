/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tide.h"
#include "render/leadup-chart-furniture.h"

G_BEGIN_DECLS

/* More pairs than this on one axis are no picture any more. */
#define LEADUP_TIDES_SCENE_MAX_PAIRS 6

/**
 * LeadupTidesScenePair:
 * @tide: over the same time as those of the other pairs, in the same bins
 * @first: name of the pair’s first actor
 * @second: name of the other
 */
typedef struct
{
  const LeadupTide *tide;
  const char       *first;
  const char       *second;
} LeadupTidesScenePair;

LeadupScene *leadup_tides_scene_new (const LeadupTidesScenePair *pairs,
                                     guint                       n_pairs,
                                     const LeadupChartTexts     *texts,
                                     double                      width,
                                     double                      height,
                                     const LeadupTheme          *theme,
                                     LeadupTextMeasure          *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
