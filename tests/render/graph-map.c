/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-map.h"

#include "layout/leadup-graph-map.h"

void
graph_map_init (GraphMap   *self,
                guint       n,
                const char *theme,
                gboolean    has_fixed_fonts)
{
  self->theme = leadup_theme_get (theme);
  self->snapshot = graph_story_new (n);
  self->ties = leadup_ties_new (self->snapshot, NULL, NULL);
  self->measure = has_fixed_fonts ? leadup_text_measure_new_fixed (self->theme)
                                  : leadup_text_measure_new (self->theme);
  self->boxes = leadup_graph_scene_measure_boxes (self->snapshot, self->ties, self->measure);
  self->positions =
      leadup_graph_map_place (self->snapshot, self->ties, self->boxes, LEADUP_GRAPH_MAP_FRESH,
                              LEADUP_GRAPH_MAP_DEFAULT_PUSH, NULL, NULL);
}

void
graph_map_clear (GraphMap *self)
{
  g_free (self->positions);
  g_free (self->boxes);
  leadup_text_measure_free (self->measure);
  leadup_ties_unref (self->ties);
  leadup_snapshot_unref (self->snapshot);
}

LeadupScene *
graph_map_draw (const GraphMap                *map,
                const LeadupGraphSceneOptions *options)
{
  return leadup_graph_scene_new (map->snapshot, map->ties, map->positions, options, map->theme,
                                 map->measure);
}

guint
graph_map_count (const LeadupScene *scene,
                 LeadupSceneKind    kind)
{
  guint n = 0;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    n += leadup_scene_get_group (scene, i)->kind == kind;

  return n;
}
