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
 * @most: what the tallest column would stand for; 0 = the largest there is. Charts with the same
 * can be compared
 * @has_no_dates: an axis below has them
 * @sides: the directions that are drawn; 0 = both
 */
typedef struct
{
  double      width;
  double      height;
  const char *first;
  const char *second;
  double      most;
  gboolean    has_no_dates;
  LeadupTideSides sides;
} LeadupTideSceneOptions;

/* How much of its colour words have; deeds have all of it. */
#define LEADUP_TIDE_SCENE_WORDS_PART 0.5

/* Above the columns, for the numbers of turning points. */
#define LEADUP_TIDE_SCENE_TURN_ROOM 16.0

/* Blank edge at the left and the right of the columns. */
#define LEADUP_TIDE_SCENE_MARGIN 4.0

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
