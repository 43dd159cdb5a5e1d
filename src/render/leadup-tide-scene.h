/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tide.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupTideSceneOptions:
 * @first: name of the pair’s first actor
 * @second: name of the other
 */
typedef struct
{
  double      width;
  double      height;
  const char *first;
  const char *second;
} LeadupTideSceneOptions;

LeadupScene *leadup_tide_scene_new           (const LeadupTide             *tide,
                                              const LeadupTideSceneOptions *options,
                                              const LeadupTheme            *theme,
                                              LeadupTextMeasure            *measure) G_GNUC_WARN_UNUSED_RESULT;
void         leadup_tide_scene_add_sparkline (LeadupScene                  *scene,
                                              const LeadupTide             *tide,
                                              LeadupTideSides               sides,
                                              const LeadupRect             *rect,
                                              const LeadupTheme            *theme);

G_END_DECLS
