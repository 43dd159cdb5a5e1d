/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-builder.h"

#include <math.h>

/* An event that belongs to several lanes stands in one of them. In the others its ghost stands in a
 * row of its own, and a thin line joins the two. */

#define GHOST_SIZE 8.0
#define MOST_A_PIXEL 0.12 /* where there are more, they would be a smear */

typedef struct
{
  const LeadupTimelineBuilder *builder;
  const LeadupLaneGhost *ghost;
  const LeadupTimelineEntry *entry;
  double x;
  double y;
  double from_y; /* of the event itself */
} Ghost;

/* Returns: whether a lane has a row of ghosts at this scale */
gboolean
leadup_timeline_builder_shows_ghosts (const LeadupTimelineBuilder *self,
                                      guint                        lane_index)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, lane_index);
  double span;

  if (lane->n_ghosts == 0 || lane->is_collapsed)
    return FALSE;

  span = (double) lane->ghosts[lane->n_ghosts - 1].anchor - (double) lane->ghosts[0].anchor;

  return lane->n_ghosts <= 2 || lane->n_ghosts / (span * self->scale) < MOST_A_PIXEL ||
         lane->n_ghosts / (span * leadup_timeline_builder_fit_scale (self)) < MOST_A_PIXEL;
}

static double
get_row_y (const LeadupTimelineBuilder *self,
           guint                        lane)
{
  const LeadupLanePacking *packing = g_ptr_array_index (self->packings, lane);
  guint n_rows = leadup_lane_packing_get_n_rows (packing);
  double y = leadup_timeline_builder_get_rows_y (self, lane) + n_rows * self->row_height;

  if (leadup_timeline_builder_needs_strip (self, lane))
    y += LEADUP_TIMELINE_STRIP;

  return y + LEADUP_TIMELINE_GHOSTS / 2 - 1;
}

static guint
find_first (const LeadupLane *lane,
            double            time)
{
  guint low = 0, high = lane->n_ghosts;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((double) lane->ghosts[middle].anchor < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Calls for each ghost in the window whose event has a place in a row. */
static void
visit (LeadupTimelineBuilder *self,
       guint                  lane_index,
       void                 (*func) (const Ghost *ghost,
                                     gpointer     data),
       gpointer               data)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, lane_index);
  Ghost ghost = { .builder = self };

  if (!leadup_timeline_builder_shows_ghosts (self, lane_index))
    return;

  ghost.y = get_row_y (self, lane_index);
  for (guint i = find_first (lane, self->from - GHOST_SIZE / self->scale); i < lane->n_ghosts; i++)
    {
      const LeadupLanePacking *packing;
      guint row;

      ghost.ghost = &lane->ghosts[i];
      if ((double) ghost.ghost->anchor > self->to + GHOST_SIZE / self->scale)
        break;
      if (ghost.ghost->lane >= self->packings->len)
        continue;
      packing = g_ptr_array_index (self->packings, ghost.ghost->lane);
      if (leadup_lane_packing_get_activation (packing, ghost.ghost->entry, LEADUP_LABEL_NONE) >
          self->scale)
        continue;
      ghost.entry = &leadup_timeline_index_get_lane (self->index, ghost.ghost->lane)
                         ->entries[ghost.ghost->entry];
      ghost.x = leadup_timeline_builder_to_x (self, (double) ghost.ghost->anchor);
      row = leadup_lane_packing_get_row (packing, ghost.ghost->entry);
      ghost.from_y = leadup_timeline_builder_get_rows_y (self, ghost.ghost->lane);
      ghost.from_y += (row + 0.5) * self->row_height;
      func (&ghost, data);
    }
}

static void
append_tie (const Ghost *ghost,
            gpointer     data)
{
  GArray *path = data;
  double x = floor (ghost->x) + 0.5;
  double half = LEADUP_TIMELINE_SYMBOL / 2 + 1;
  double way = ghost->y > ghost->from_y ? 1 : -1;
  double top = ghost->builder->plot.y, bottom = top + ghost->builder->plot.height;
  double from = CLAMP (ghost->from_y + way * half, top, bottom);
  double to = CLAMP (ghost->y - way * GHOST_SIZE / 2, top, bottom);
  LeadupPathOp ops[] = { { 'M', { { x, from } } }, { 'L', { { x, to } } } };

  if (fabs (to - from) > 1)
    g_array_append_vals (path, ops, G_N_ELEMENTS (ops));
}

/**
 * leadup_timeline_builder_add_ties:
 *
 * Adds the lines between events and their ghosts, below both.
 */
void
leadup_timeline_builder_add_ties (LeadupTimelineBuilder *self)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (LeadupPathOp));
  LeadupPaint paint = { .stroke = leadup_colour_with_alpha (self->theme->neutral, 0.35),
                        .stroke_width = 1 };

  for (guint i = 0; i < self->packings->len; i++)
    visit (self, i, append_tie, path);
  if (path->len == 0)
    return;

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "ties", NULL, "tie", NULL);
  leadup_scene_add_path (self->scene, (const LeadupPathOp *) (gpointer) path->data, path->len,
                         &paint);
  leadup_scene_end (self->scene);
}

static void
add_ghost (const Ghost *ghost,
           gpointer     data)
{
  LeadupTimelineBuilder *self = data;
  LeadupColour colour = leadup_timeline_builder_get_lane_colour (
      self, leadup_timeline_index_get_lane (self->index, ghost->ghost->lane),
      ghost->entry->category);
  LeadupRect box = { ghost->x - GHOST_SIZE / 2, ghost->y - GHOST_SIZE / 2, GHOST_SIZE, GHOST_SIZE };

  leadup_timeline_builder_begin_event (self, ghost->entry);
  leadup_scene_add_symbol (self->scene,
                           leadup_timeline_builder_get_symbol (self, ghost->entry->category),
                           ghost->entry->verification, &box,
                           leadup_colour_mix (self->theme->background, colour, 0.6));
  leadup_scene_end (self->scene);
}

/* After all events, so that what is searched by its id is found where it stands. */
void
leadup_timeline_builder_add_ghosts (LeadupTimelineBuilder *self,
                                    guint                  lane)
{
  visit (self, lane, add_ghost, self);
}
