/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "graph-story.h"
#include "render/leadup-graph-scene.h"

G_BEGIN_DECLS

/* A story, its map and what is needed to draw it. */
typedef struct
{
  const LeadupTheme *theme;
  LeadupSnapshot *snapshot;
  LeadupTies *ties;
  LeadupTextMeasure *measure;
  LeadupPoint *boxes;
  LeadupPoint *positions;
} GraphMap;

void         graph_map_init  (GraphMap                      *self,
                              guint                          n,
                              const char                    *theme,
                              gboolean                       has_fixed_fonts);
void         graph_map_clear (GraphMap                      *self);
LeadupScene *graph_map_draw  (const GraphMap                *map,
                              const LeadupGraphSceneOptions *options) G_GNUC_WARN_UNUSED_RESULT;
guint        graph_map_count (const LeadupScene             *scene,
                              LeadupSceneKind                kind);

G_END_DECLS
