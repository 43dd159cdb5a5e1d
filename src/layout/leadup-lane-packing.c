/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-packing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CANCEL_STEP 1024

/* What a stretch of units, in order of their anchors, has in common. */
typedef struct
{
  double least_activation;
  double highest_activation;
  double first_start;
  double last_end;
  float importance; /* of the most important */
} Node;

/**
 * _LeadupLanePacking:
 * @units: (array length=n): by anchor
 * @places: (array length=n)
 * @nodes: an implicit binary tree over them: node 1 is the root, node i has children 2i and 2i + 1
 * @size: number of leaves, a power of two
 */
struct _LeadupLanePacking
{
  gatomicrefcount ref_count;
  guint n;
  guint n_rows;
  guint size;
  LeadupLaneUnit *units;
  LeadupLanePlace *places;
  Node *nodes;
  double max_left;
  double max_right;
};

/* One row while it fills up: a tree over all units in order of their starts; only what was put in
 * counts. */
typedef struct
{
  double *activation; /* least, of what is in */
  double *end;        /* last, of what is in */
} Row;

typedef struct
{
  const LeadupLaneUnit *units; /* by start */
  double *activations;
  guint n;
  guint size;
  double max_left;
  double max_right;
  Row rows[64];
  guint n_rows;
} Packer;

/* One search for the scale from which a unit is free in a row. */
typedef struct
{
  const Packer *packer;
  const Row *row;
  const LeadupLaneUnit *unit;
  guint index;
  double scale; /* so far */
  double limit; /* of no use from here on */
} Search;

static guint
leaves_for (guint n)
{
  guint size = 1;

  while (size < n)
    size *= 2;

  return size;
}

static double
divide (double pixels,
        double time)
{
  if (pixels <= 0)
    return 0;

  return time > 0 ? pixels / time : (double) INFINITY;
}

/* The scale from which @a, that starts first, and @b are free of each other in one row. */
static double
clear_scale (const LeadupLaneUnit *a,
             const LeadupLaneUnit *b)
{
  double scale;

  if (b->start < a->end)
    return INFINITY;

  scale = divide ((double) a->right + (double) b->left, b->anchor - a->anchor);
  scale = MAX (scale, divide ((double) b->left, b->anchor - a->end));

  return MAX (scale, divide ((double) a->right, b->start - a->anchor));
}

static void
take_neighbour (Search *search,
                guint   index)
{
  const LeadupLaneUnit *other = &search->packer->units[index];
  double scale =
      index < search->index ? clear_scale (other, search->unit) : clear_scale (search->unit, other);

  /* Where the other is not shown yet, it is not in the way. */
  if (scale > search->packer->activations[index])
    search->scale = MAX (search->scale, scale);
}

/* Can any unit below @node, which starts at leaf @first, ask for more than was found so far? */
static gboolean
may_matter (const Search *search,
            guint         node,
            guint         first,
            guint         width)
{
  const Packer *packer = search->packer;
  double least = search->row->activation[node];
  double most;

  if (isinf (least) || first >= packer->n)
    return FALSE;

  if (first > search->index)
    most = divide ((double) search->unit->right + packer->max_left,
                   packer->units[first].start - search->unit->end);
  else if (first + width <= search->index)
    most = divide (packer->max_right + (double) search->unit->left,
                   search->unit->start - search->row->end[node]);
  else
    return TRUE;

  return most > search->scale && most > least;
}

static void
search_node (Search *search,
             guint   node,
             guint   first,
             guint   width)
{
  gboolean is_left;

  if (search->scale >= search->limit || !may_matter (search, node, first, width))
    return;

  if (width == 1)
    {
      if (first != search->index)
        take_neighbour (search, first);
      return;
    }

  /* The nearer half first: it is the one that asks for most. */
  width /= 2;
  is_left = search->index < first + width;
  search_node (search, 2 * node + (is_left ? 0 : 1), is_left ? first : first + width, width);
  search_node (search, 2 * node + (is_left ? 1 : 0), is_left ? first + width : first, width);
}

static double
scale_in_row (const Packer *packer,
              guint         row,
              guint         index,
              double        limit)
{
  Search search = { .packer = packer,
                    .row = &packer->rows[row],
                    .unit = &packer->units[index],
                    .index = index,
                    .limit = limit };

  search_node (&search, 1, 0, packer->size);

  return search.scale;
}

static void
add_row (Packer *packer)
{
  Row *row = &packer->rows[packer->n_rows++];

  row->activation = g_new (double, packer->size * 2);
  row->end = g_new (double, packer->size * 2);
  for (guint i = 0; i < packer->size * 2; i++)
    {
      row->activation[i] = INFINITY;
      row->end[i] = -INFINITY;
    }
}

static void
put (Packer *packer,
     guint   row_index,
     guint   index,
     double  activation)
{
  Row *row = &packer->rows[row_index];

  packer->activations[index] = activation;
  for (guint node = packer->size + index; node > 0; node /= 2)
    {
      row->activation[node] = MIN (row->activation[node], activation);
      row->end[node] = MAX (row->end[node], packer->units[index].end);
    }
}

/* Gives a unit its row: the first that is free where all is fitted in, else a new one, else the
 * best. */
static LeadupLanePlace
place_unit (Packer                         *packer,
            guint                           index,
            const LeadupLanePackingOptions *options)
{
  LeadupLanePlace best = { .activation = INFINITY };

  for (guint row = 0; row < packer->n_rows; row++)
    {
      double scale = scale_in_row (packer, row, index, best.activation);

      if (scale < best.activation)
        best = (LeadupLanePlace) { .activation = scale, .row = row };
      if (scale <= options->fit_scale)
        break;
    }

  if (best.activation > options->fit_scale && packer->n_rows < options->max_rows)
    {
      best = (LeadupLanePlace) { .activation = 0, .row = packer->n_rows };
      add_row (packer);
    }

  if (!isinf (best.activation))
    put (packer, best.row, index, best.activation);

  return best;
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const LeadupLaneUnit *first = a;
  const LeadupLaneUnit *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->entry < second->entry ? -1 : first->entry > second->entry;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const LeadupLaneUnit *units = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (units[first].importance != units[second].importance)
    return units[first].importance > units[second].importance ? -1 : 1;

  return first < second ? -1 : first > second;
}

static int
compare_anchor (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const LeadupLaneUnit *units = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (units[first].anchor != units[second].anchor)
    return units[first].anchor < units[second].anchor ? -1 : 1;

  return first < second ? -1 : first > second;
}

static guint *
make_order (const LeadupLaneUnit *units,
            guint                 n,
            GCompareDataFunc      compare)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare, (gpointer) units);

  return order;
}

static gboolean
place_units (Packer                         *packer,
             const LeadupLanePackingOptions *options,
             LeadupLanePlace                *places,
             GCancellable                   *cancellable)
{
  g_autofree guint *order = make_order (packer->units, packer->n, compare_importance);

  for (guint i = 0; i < packer->n; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      places[order[i]] = place_unit (packer, order[i], options);
    }

  return TRUE;
}

static void
join_nodes (Node       *node,
            const Node *a,
            const Node *b)
{
  node->least_activation = MIN (a->least_activation, b->least_activation);
  node->highest_activation = MAX (a->highest_activation, b->highest_activation);
  node->first_start = MIN (a->first_start, b->first_start);
  node->last_end = MAX (a->last_end, b->last_end);
  node->importance = MAX (a->importance, b->importance);
}

static void
build_nodes (LeadupLanePacking *self)
{
  self->size = leaves_for (self->n);
  self->nodes = g_new (Node, self->size * 2);

  for (guint i = 0; i < self->size; i++)
    {
      Node *leaf = &self->nodes[self->size + i];

      *leaf = (Node) { .least_activation = INFINITY,
                       .highest_activation = -INFINITY,
                       .first_start = INFINITY,
                       .last_end = -INFINITY,
                       .importance = -G_MAXFLOAT };
      if (i >= self->n)
        continue;
      leaf->least_activation = leaf->highest_activation = self->places[i].activation;
      leaf->first_start = self->units[i].start;
      leaf->last_end = self->units[i].end;
      leaf->importance = self->units[i].importance;
    }

  for (guint i = self->size; i-- > 1;)
    join_nodes (&self->nodes[i], &self->nodes[2 * i], &self->nodes[2 * i + 1]);
}

/* Takes over what the packer found, in order of the anchors. */
static void
fill (LeadupLanePacking     *self,
      const Packer          *packer,
      const LeadupLanePlace *places)
{
  g_autofree guint *order = make_order (packer->units, packer->n, compare_anchor);

  self->n = packer->n;
  self->n_rows = packer->n_rows;
  self->max_left = packer->max_left;
  self->max_right = packer->max_right;
  self->units = g_new (LeadupLaneUnit, MAX (self->n, 1));
  self->places = g_new (LeadupLanePlace, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      self->units[i] = packer->units[order[i]];
      self->places[i] = places[order[i]];
    }
  build_nodes (self);
}

/**
 * leadup_lane_packing_new:
 * @units: (array length=n_units): in any order; copied
 * @cancellable: (nullable): makes it return %NULL
 *
 * Gives each unit its row and activation scale, the more important first. O(n log n) for units that
 * do not last; any thread.
 *
 * Returns: (transfer full) (nullable): the packing
 */
LeadupLanePacking *
leadup_lane_packing_new (const LeadupLaneUnit           *units,
                         guint                           n_units,
                         const LeadupLanePackingOptions *options,
                         GCancellable                   *cancellable)
{
  g_autofree LeadupLaneUnit *sorted = NULL;
  g_autofree LeadupLanePlace *places = NULL;
  g_autofree double *activations = NULL;
  LeadupLanePacking *self = NULL;
  Packer packer = { .n = n_units, .size = leaves_for (n_units) };

  g_return_val_if_fail (units != NULL || n_units == 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->max_rows <= G_N_ELEMENTS (packer.rows), NULL);

  sorted = g_new (LeadupLaneUnit, MAX (n_units, 1));
  if (n_units > 0)
    memcpy (sorted, units, sizeof (LeadupLaneUnit) * n_units);
  qsort (sorted, n_units, sizeof (LeadupLaneUnit), compare_start);
  places = g_new (LeadupLanePlace, MAX (n_units, 1));
  activations = g_new (double, MAX (n_units, 1));

  packer.units = sorted;
  packer.activations = activations;
  for (guint i = 0; i < n_units; i++)
    {
      activations[i] = INFINITY;
      packer.max_left = MAX (packer.max_left, (double) sorted[i].left);
      packer.max_right = MAX (packer.max_right, (double) sorted[i].right);
    }

  if (place_units (&packer, options, places, cancellable))
    {
      self = g_new0 (LeadupLanePacking, 1);
      g_atomic_ref_count_init (&self->ref_count);
      fill (self, &packer, places);
    }

  for (guint row = 0; row < packer.n_rows; row++)
    {
      g_free (packer.rows[row].activation);
      g_free (packer.rows[row].end);
    }

  return self;
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

  g_free (self->units);
  g_free (self->places);
  g_free (self->nodes);
  g_free (self);
}

guint
leadup_lane_packing_get_n (const LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/* Returns: how many rows were needed, at most as many as allowed */
guint
leadup_lane_packing_get_n_rows (const LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/* The units are in order of their anchors. */
const LeadupLaneUnit *
leadup_lane_packing_get_unit (const LeadupLanePacking *self,
                              guint                    index)
{
  g_return_val_if_fail (self != NULL && index < self->n, NULL);

  return &self->units[index];
}

const LeadupLanePlace *
leadup_lane_packing_get_place (const LeadupLanePacking *self,
                               guint                    index)
{
  g_return_val_if_fail (self != NULL && index < self->n, NULL);

  return &self->places[index];
}

/* Returns: the scale from which all are shown; %INFINITY where some never are */
double
leadup_lane_packing_get_highest_activation (const LeadupLanePacking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n == 0 ? 0 : self->nodes[1].highest_activation;
}

typedef struct
{
  const LeadupLanePacking *packing;
  double scale;
  double from;
  double to;
  LeadupLaneVisitFunc func;
  gpointer data;
} Visit;

static gboolean
visit_node (const Visit *visit,
            guint        index)
{
  const LeadupLanePacking *self = visit->packing;
  const Node *node = &self->nodes[index];

  if (node->least_activation > visit->scale || isinf (node->least_activation) ||
      node->first_start - self->max_left / visit->scale > visit->to ||
      node->last_end + self->max_right / visit->scale < visit->from)
    return TRUE;

  if (index >= self->size)
    {
      const LeadupLaneUnit *unit = &self->units[index - self->size];
      double right = unit->anchor + (double) unit->right / visit->scale;
      double left = unit->anchor - (double) unit->left / visit->scale;

      if (MIN (unit->start, left) > visit->to || MAX (unit->end, right) < visit->from)
        return TRUE;

      return visit->func (unit, &self->places[index - self->size], visit->data);
    }

  return visit_node (visit, 2 * index) && visit_node (visit, 2 * index + 1);
}

/**
 * leadup_lane_packing_visit:
 * @scale: pixels per microsecond
 * @from: left end of the window, microseconds
 * @to: right end
 * @func: called for each unit that is shown at @scale and reaches into the window, in order of the
 * anchors
 *
 * O(k log n) for k units.
 */
void
leadup_lane_packing_visit (const LeadupLanePacking *self,
                           double                   scale,
                           double                   from,
                           double                   to,
                           LeadupLaneVisitFunc      func,
                           gpointer                 data)
{
  Visit visit = {
    .packing = self, .scale = scale, .from = from, .to = to, .func = func, .data = data
  };

  g_return_if_fail (self != NULL && func != NULL);
  g_return_if_fail (scale > 0);

  if (self->n > 0)
    visit_node (&visit, 1);
}

/* Returns: the index of the first unit whose anchor is not before @anchor */
guint
leadup_lane_packing_find (const LeadupLanePacking *self,
                          double                   anchor)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->units[middle].anchor < anchor)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
count_shown (const LeadupLanePacking *self,
             double                   scale,
             guint                    node,
             guint                    node_first,
             guint                    width,
             guint                    first,
             guint                    end)
{
  const Node *data = &self->nodes[node];

  if (node_first >= end || node_first + width <= first || data->least_activation > scale ||
      isinf (data->least_activation))
    return 0;
  if (width == 1)
    return 1;

  width /= 2;

  return count_shown (self, scale, 2 * node, node_first, width, first, end) +
         count_shown (self, scale, 2 * node + 1, node_first + width, width, first, end);
}

/**
 * leadup_lane_packing_count_hidden:
 * @first: index of a unit
 * @end: exclusive
 *
 * Costs as much as there are units shown, not as there are hidden ones.
 *
 * Returns: how many of the units are not shown at @scale
 */
guint
leadup_lane_packing_count_hidden (const LeadupLanePacking *self,
                                  double                   scale,
                                  guint                    first,
                                  guint                    end)
{
  g_return_val_if_fail (self != NULL && end <= self->n, 0);

  if (first >= end)
    return 0;

  return end - first - count_shown (self, scale, 1, 0, self->size, first, end);
}

typedef struct
{
  const LeadupLanePacking *packing;
  double scale;
  guint first;
  guint end;
  int best;
  float importance;
} TopSearch;

static void
search_top (TopSearch *search,
            guint      node,
            guint      first,
            guint      width)
{
  const Node *data = &search->packing->nodes[node];

  if (first >= search->end || first + width <= search->first ||
      data->highest_activation <= search->scale || data->importance <= search->importance)
    return;

  if (width == 1)
    {
      search->best = (int) first;
      search->importance = data->importance;
      return;
    }

  width /= 2;
  search_top (search, 2 * node, first, width);
  search_top (search, 2 * node + 1, first + width, width);
}

/* Returns: the index of the most important unit of a range that is not shown at @scale, or −1 */
int
leadup_lane_packing_top_hidden (const LeadupLanePacking *self,
                                double                   scale,
                                guint                    first,
                                guint                    end)
{
  TopSearch search = { .packing = self,
                       .scale = scale,
                       .first = first,
                       .end = end,
                       .best = -1,
                       .importance = -G_MAXFLOAT };

  g_return_val_if_fail (self != NULL && end <= self->n, -1);

  if (first < end)
    search_top (&search, 1, 0, self->size);

  return search.best;
}
