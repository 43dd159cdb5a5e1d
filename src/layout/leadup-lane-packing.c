/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-packing.h"

#include "layout/leadup-lane-key.h"
#include "layout/leadup-lane-rows-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK LEADUP_LANE_BLOCK

/* What a stretch of entries has in common. */
typedef struct
{
  double  last_end;
  float   importance; /* of the most important */
  guint16 least_activation;
  guint16 highest_activation;
  guint8  least_rank;
} Node;

/**
 * _LeadupLanePacking:
 * @entries: of the lane
 * @places: (array length=n) (nullable): %NULL where nothing has one
 * @nodes: an implicit binary tree over blocks of entries: node 1 is the root, node i has children
 * 2i and 2i + 1
 * @size: number of leaves, a power of two
 */
struct _LeadupLanePacking
{
  gatomicrefcount            ref_count;
  const LeadupTimelineEntry *entries;
  guint                      n;
  guint                      max_rows;
  guint                      n_rows;
  guint                      size;
  LeadupLanePlace           *places;
  Node                      *nodes;
  double                     max_left;
  double                     max_right;
};

static inline guint16
get_activation (const LeadupLanePacking *self,
                guint                    index,
                LeadupLabelClass         label)
{
  return self->places != NULL ? self->places[index].activations[label] : LEADUP_LANE_NEVER;
}

static void
join_nodes (Node       *node,
            const Node *a,
            const Node *b)
{
  node->least_activation = MIN (a->least_activation, b->least_activation);
  node->highest_activation = MAX (a->highest_activation, b->highest_activation);
  node->last_end = MAX (a->last_end, b->last_end);
  node->importance = MAX (a->importance, b->importance);
  node->least_rank = MIN (a->least_rank, b->least_rank);
}

static void
init_leaf (LeadupLanePacking *self,
           guint              block)
{
  Node *leaf = &self->nodes[self->size + block];
  guint end = MIN ((block + 1) * BLOCK, self->n);

  *leaf = (Node) { .least_activation = LEADUP_LANE_NEVER,
                   .last_end = -INFINITY,
                   .importance = -G_MAXFLOAT,
                   .least_rank = G_MAXUINT8 };
  for (guint i = block * BLOCK; i < end; i++)
    {
      const LeadupTimelineEntry *entry = &self->entries[i];
      guint16 activation = get_activation (self, i, LEADUP_LABEL_NONE);
      Node one = { .last_end = leadup_timeline_entry_get_end (entry),
                   .importance = entry->importance,
                   .least_activation = activation,
                   .highest_activation = activation,
                   .least_rank = (guint8) leadup_verification_get_rank (entry->verification) };

      join_nodes (leaf, leaf, &one);
    }
}

static void
build_nodes (LeadupLanePacking *self)
{
  self->size = leadup_lane_leaves_for ((self->n + BLOCK - 1) / BLOCK);
  self->nodes = g_new (Node, self->size * 2);

  for (guint i = 0; i < self->size; i++)
    init_leaf (self, i);
  for (guint i = self->size; i-- > 1;)
    join_nodes (&self->nodes[i], &self->nodes[2 * i], &self->nodes[2 * i + 1]);
}

/* Returns: FALSE where it was cancelled */
static gboolean
place_all (LeadupLanePacking              *self,
           const LeadupLane               *lane,
           const LeadupLaneUnit           *units,
           const LeadupLanePackingOptions *options,
           GCancellable                   *cancellable)
{
  self->places = g_new (LeadupLanePlace, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      double left = leadup_lane_unit_get_left (&units[i], LEADUP_LABEL_WHOLE);
      double right = leadup_lane_unit_get_right (&units[i], LEADUP_LABEL_WHOLE);

      self->places[i] = LEADUP_LANE_PLACE_NONE;
      self->max_left = MAX (self->max_left, left);
      self->max_right = MAX (self->max_right, right);
    }

  return leadup_lane_rows_fill (lane, units, options, self->places, &self->n_rows, cancellable);
}

/**
 * leadup_lane_packing_new:
 * @units: (array): what each entry of @lane takes
 * @cancellable: (nullable): makes it return %NULL
 *
 * Gives each entry its row and activation scales, the more important first. O(n log n) for entries
 * that do not last; any thread.
 *
 * Returns: (transfer full) (nullable): the packing
 */
LeadupLanePacking *
leadup_lane_packing_new (const LeadupLane               *lane,
                         const LeadupLaneUnit           *units,
                         const LeadupLanePackingOptions *options,
                         GCancellable                   *cancellable)
{
  g_autoptr (LeadupLanePacking) self = NULL;

  g_return_val_if_fail (lane != NULL && options != NULL, NULL);
  g_return_val_if_fail (units != NULL || lane->n_entries == 0 || options->max_rows == 0, NULL);
  g_return_val_if_fail (options->max_rows <= LEADUP_LANE_MAX_ROWS, NULL);

  self = g_new0 (LeadupLanePacking, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entries = lane->entries;
  self->n = lane->n_entries;
  self->max_rows = options->max_rows;
  if (options->max_rows > 0 && !place_all (self, lane, units, options, cancellable))
    return NULL;
  build_nodes (self);

  return g_steal_pointer (&self);
}

LeadupLanePacking *
leadup_lane_packing_ref (LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_lane_packing_unref (LeadupLanePacking *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->places);
  g_free (self->nodes);
  g_free (self);
}

/* Returns: how many rows were needed, at most as many as allowed */
guint
leadup_lane_packing_get_n_rows (const LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * leadup_lane_packing_is_enough:
 * @max_rows: rows that are allowed
 *
 * Returns: whether the lane would be packed just so if @max_rows were its limit: it has been, or
 * both limits are beyond what it needs
 */
gboolean
leadup_lane_packing_is_enough (const LeadupLanePacking *self,
                               guint                    max_rows)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return max_rows == self->max_rows ||
         (self->n_rows < self->max_rows && self->n_rows <= max_rows);
}

/* Returns: the scale from which an entry is shown with such a label; %INFINITY where it never is */
double
leadup_lane_packing_get_activation (const LeadupLanePacking *self,
                                    guint                    index,
                                    LeadupLabelClass         label)
{
  g_return_val_if_fail (self != NULL && index < self->n, INFINITY);

  return leadup_lane_step_to_scale (get_activation (self, index, label));
}

guint
leadup_lane_packing_get_row (const LeadupLanePacking *self,
                             guint                    index)
{
  g_return_val_if_fail (self != NULL && index < self->n, 0);

  return self->places != NULL ? self->places[index].row : 0;
}

/* Returns: the scale from which all are shown; %INFINITY where some never are */
double
leadup_lane_packing_get_highest_activation (const LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n == 0 ? 0 : leadup_lane_step_to_scale (self->nodes[1].highest_activation);
}

typedef struct
{
  const LeadupLanePacking *packing;
  guint                    step;
  double                   from; /* with room for what reaches beyond the band */
  double                   to;
  LeadupLaneVisitFunc      func;
  gpointer                 data;
} Visit;

static gboolean
visit_block (const Visit *visit,
             guint        block)
{
  const LeadupLanePacking *self = visit->packing;
  guint end = MIN ((block + 1) * BLOCK, self->n);

  for (guint i = block * BLOCK; i < end; i++)
    {
      const LeadupLanePlace *place = &self->places[i];
      guint label = LEADUP_N_LABEL_CLASSES;

      while (label > 0 && place->activations[label - 1] > visit->step)
        label--;
      if (label == 0 || (double) self->entries[i].start > visit->to ||
          leadup_timeline_entry_get_end (&self->entries[i]) < visit->from)
        continue;
      if (!visit->func (i, place->row, (LeadupLabelClass) (label - 1), visit->data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
visit_node (const Visit *visit,
            guint        index,
            guint        first,
            guint        width)
{
  const LeadupLanePacking *self = visit->packing;
  const Node *node = &self->nodes[index];

  if (node->least_activation > visit->step || node->last_end < visit->from ||
      first * BLOCK >= self->n || (double) self->entries[first * BLOCK].start > visit->to)
    return TRUE;

  if (width == 1)
    return visit_block (visit, first);

  width /= 2;

  return visit_node (visit, 2 * index, first, width) &&
         visit_node (visit, 2 * index + 1, first + width, width);
}

/**
 * leadup_lane_packing_visit:
 * @scale: pixels per microsecond
 * @from: left end of the window, microseconds
 * @to: right end
 * @func: called for each entry that is shown at @scale and may reach into the window, in the order
 * of the lane, with the widest label that it has at this scale
 *
 * O(k log n) for k entries.
 */
void
leadup_lane_packing_visit (const LeadupLanePacking *self,
                           double                   scale,
                           double                   from,
                           double                   to,
                           LeadupLaneVisitFunc      func,
                           gpointer                 data)
{
  Visit visit = { .packing = self, .func = func, .data = data };

  g_return_if_fail (self != NULL && func != NULL);
  g_return_if_fail (scale > 0);

  visit.step = leadup_lane_scale_to_step_below (scale);
  visit.from = from - self->max_right / scale;
  visit.to = to + self->max_left / scale;
  if (self->places != NULL && self->n > 0)
    visit_node (&visit, 1, 0, self->size);
}

typedef struct
{
  const LeadupLanePacking *packing;
  guint                    step;
  guint                    first;
  guint                    end;
  LeadupLaneHidden         found;
  float                    importance;
} HiddenSearch;

static void
look_through (HiddenSearch *search,
              guint         first,
              guint         end)
{
  const LeadupLanePacking *self = search->packing;

  for (guint i = first; i < end; i++)
    {
      const LeadupTimelineEntry *entry = &self->entries[i];
      guint rank;

      if (get_activation (self, i, LEADUP_LABEL_NONE) <= search->step)
        continue;
      rank = leadup_verification_get_rank (entry->verification);
      search->found.n++;
      search->found.least = MIN (search->found.least, rank);
      if (entry->importance > search->importance)
        {
          search->importance = entry->importance;
          search->found.top = (int) i;
        }
    }
}

static void
search_hidden (HiddenSearch *search,
               guint         node,
               guint         first,
               guint         width)
{
  const LeadupLanePacking *self = search->packing;
  const Node *data = &self->nodes[node];
  guint from = first * BLOCK;
  guint to = MIN ((first + width) * BLOCK, self->n);

  if (from >= search->end || to <= search->first || data->highest_activation <= search->step)
    return;

  /* All of it is in the range and hidden, and nothing in it is more important. */
  if (from >= search->first && to <= search->end && data->least_activation > search->step &&
      data->importance <= search->importance)
    {
      search->found.n += to - from;
      search->found.least = MIN (search->found.least, data->least_rank);
      return;
    }
  if (width == 1)
    {
      look_through (search, MAX (from, search->first), MIN (to, search->end));
      return;
    }

  width /= 2;
  search_hidden (search, 2 * node, first, width);
  search_hidden (search, 2 * node + 1, first + width, width);
}

/**
 * leadup_lane_packing_get_hidden:
 * @first: index of an entry
 * @end: exclusive
 *
 * O(k + log n) for k entries that are shown.
 *
 * Returns: what the entries of a range that are not shown at @scale have in common
 */
LeadupLaneHidden
leadup_lane_packing_get_hidden (const LeadupLanePacking *self,
                                double                   scale,
                                guint                    first,
                                guint                    end)
{
  HiddenSearch search = { .packing = self,
                          .first = first,
                          .end = end,
                          .importance = -G_MAXFLOAT,
                          .found = { .top = -1, .least = G_MAXUINT } };

  g_return_val_if_fail (self != NULL && end <= self->n, search.found);

  search.step = leadup_lane_scale_to_step_below (scale);
  if (first < end)
    search_hidden (&search, 1, 0, self->size);

  return search.found;
}
