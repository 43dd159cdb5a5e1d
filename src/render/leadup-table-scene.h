/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/* No row is lower, in pixels. */
#define LEADUP_TABLE_SCENE_LEAST_ROW 16.0

/**
 * LeadupTableSceneOptions:
 * @width: pixels
 * @height: 0 = as high as all rows need; else what has no room is counted in the footer
 * @n_all: how many events the story has, for the footer
 * @is_paged: what has no room goes on on a page of its own, from row @first on; each page has at
 * least one row, and the first one has the subtitle
 */
typedef struct
{
  double      width;
  double      height;
  guint       n_all;
  gboolean    is_paged;
  guint       first;
  const char *title;
  const char *subtitle;
  const char *source_line;
  const char *byline;
  const char *as_of;
} LeadupTableSceneOptions;

LeadupScene *leadup_table_scene_new (LeadupSnapshot                *snapshot,
                                     GPtrArray                     *events,
                                     const LeadupTableSceneOptions *options,
                                     const LeadupTheme             *theme,
                                     LeadupTextMeasure             *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
