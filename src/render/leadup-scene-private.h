/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/* How a scene is stored: shared by the files that build, pick and print it, and by no one else. */

#define LEADUP_SCENE_CHUNK 512
#define LEADUP_SCENE_NO_CLIP (-1)

typedef struct
{
  LeadupSceneGroup group;
  int              clip; /* index into the clips, or none */
} LeadupSceneNode;

/**
 * _LeadupScene:
 * @items: (element-type LeadupSceneItem): chunks of %LEADUP_SCENE_CHUNK, so that nothing is ever
 * moved
 * @nodes: (element-type LeadupSceneNode): likewise
 * @blocks: the memory of all strings and paths
 * @clips: (element-type LeadupRect)
 * @clip_stack: (element-type int): indices into @clips
 */
struct _LeadupScene
{
  gatomicrefcount    ref_count;
  const LeadupTheme *theme;
  double             width;
  double             height;
  LeadupRect         plot;
  double             content_height;
  GPtrArray         *items;
  guint              n_items;
  GPtrArray         *nodes;
  guint              n_nodes;
  GPtrArray         *blocks;
  gsize              block_used;
  gsize              block_size;
  GArray            *clips;
  GArray            *clip_stack;
  gboolean           is_open;
  gboolean           is_finished;
};

static inline LeadupSceneItem *
leadup_scene_peek_item (const LeadupScene *self,
                        guint              index)
{
  LeadupSceneItem *chunk = g_ptr_array_index (self->items, index / LEADUP_SCENE_CHUNK);

  return &chunk[index % LEADUP_SCENE_CHUNK];
}

static inline LeadupSceneNode *
leadup_scene_peek_node (const LeadupScene *self,
                        guint              index)
{
  LeadupSceneNode *chunk = g_ptr_array_index (self->nodes, index / LEADUP_SCENE_CHUNK);

  return &chunk[index % LEADUP_SCENE_CHUNK];
}

/* The box that an item covers, its stroke not included. */
LeadupRect leadup_scene_item_get_bounds (const LeadupSceneItem *item);

G_END_DECLS
