/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-rows-private.h"

#include <math.h>
#include <stdlib.h>

/* So many have a title each, or nearly. */
#define FEW_ENTRIES 40

#define CANCEL_STEP 1024
#define BLOCK LEADUP_LANE_BLOCK

/* Activation scales are kept as steps: so many to a doubling, the first at 2 to the power of minus
 * OCTAVES, which shows all the time there is in less than a pixel. Rounding up by half a hundredth
 * is not seen, and two bytes do where eight would not fit a million times. */
#define STEPS_AN_OCTAVE 128
#define OCTAVES 90

/* What was put below a node of one row: a row is a tree over blocks of entries while it fills up.
 */
typedef struct
{
  double end;       /* last */
  float activation; /* least */
} RowNode;

/* Which entries a row has, a bit each, and above them a bit for each word that is not empty, up to
 * one word: next to any place the nearest is found in as many steps as there are levels. */
#define WORD_BITS 64
#define MAX_LEVELS 6 /* more entries than there can be */

typedef struct
{
  RowNode *nodes;
  guint64 *levels[MAX_LEVELS];
} Row;

/**
 * Packer:
 * @rows_of: (array length=n): in which row an entry was put, or none
 * @activations: (array length=n): scales of each entry
 */
typedef struct
{
  const LeadupTimelineEntry *entries;
  const LeadupLaneUnit *units;
  guint8 *rows_of;
  float (*activations)[LEADUP_N_LABEL_CLASSES];
  guint n;
  guint size;
  double max_left;
  double max_right;
  double most_scale; /* of which is asked */
  Row rows[LEADUP_LANE_MAX_ROWS];
  guint n_rows;
  guint n_levels;
} Packer;

#define NO_ROW G_MAXUINT8

/* One search for the scales from which an entry is free in a row. */
typedef struct
{
  const Packer *packer;
  guint row;
  guint index;
  double start;
  double end;
  double anchor;
  double left[LEADUP_N_LABEL_CLASSES];
  double right[LEADUP_N_LABEL_CLASSES];
  double scales[LEADUP_N_LABEL_CLASSES]; /* so far */
  double limit;                          /* of no use from here on: of a short label */
  guint first;                           /* classes that are looked for */
  guint last;
} Search;

guint
leadup_lane_leaves_for (guint n)
{
  guint size = 1;

  while (size < n)
    size *= 2;

  return size;
}

guint16
leadup_lane_scale_to_step_above (double scale)
{
  double step;

  if (isinf (scale))
    return LEADUP_LANE_NEVER;
  if (scale <= 0)
    return 0;

  step = ceil ((log2 (scale) + OCTAVES) * STEPS_AN_OCTAVE - 1e-6);

  return (guint16) CLAMP (step, 0, LEADUP_LANE_NEVER - 1);
}

guint16
leadup_lane_scale_to_step_below (double scale)
{
  double step;

  if (scale <= 0)
    return 0;

  step = floor ((log2 (scale) + OCTAVES) * STEPS_AN_OCTAVE + 1e-6);

  return (guint16) CLAMP (step, 0, LEADUP_LANE_NEVER - 1);
}

double
leadup_lane_step_to_scale (guint step)
{
  if (step >= LEADUP_LANE_NEVER)
    return INFINITY;

  return step == 0 ? 0 : exp2 ((double) step / STEPS_AN_OCTAVE - OCTAVES);
}

/* By what pixels are multiplied to get the scale at which they fit into a time. */
static inline double
invert (double time)
{
  return time > 0 ? 1 / time : (double) INFINITY;
}

/* Also where none are needed. */
static inline double
fit_pixels (double pixels,
            double inverse)
{
  return pixels > 0 ? pixels * inverse : 0;
}

static inline double
get_anchor (const Packer *packer,
            guint         index)
{
  return (double) leadup_timeline_entry_get_anchor (&packer->entries[index]);
}

/* The inverse distances of two neighbours, of which the first has its anchor and its end, and the
 * second its start and its anchor. */
typedef struct
{
  double anchors;
  double from_end;
  double to_start;
} Distances;

/* The scale from which two are free of each other in one row: the first takes @right pixels after
 * its anchor, the second @left before its own. */
static inline double
clear_scale (const Distances *distances,
             double           right,
             double           left)
{
  double scale = fit_pixels (right + left, distances->anchors);

  scale = MAX (scale, fit_pixels (left, distances->from_end));

  return MAX (scale, fit_pixels (right, distances->to_start));
}

/* Two that overlap at the scale that is wanted, but for rounding: most do, and nothing more is to
 * be found out about them. */
static gboolean
is_surely_hit (const Search *search,
               guint         index)
{
  const Packer *packer = search->packer;
  const LeadupLaneUnit *unit = &packer->units[index];
  const float *activations = packer->activations[index];
  gboolean is_before = index < search->index;
  double distance = search->anchor - get_anchor (packer, index);
  guint its = LEADUP_LABEL_WHOLE;
  double pixels;

  while (its > LEADUP_LABEL_NONE && isinf (activations[its]))
    its--;
  pixels = is_before ? leadup_lane_unit_get_right (unit, its) + search->left[LEADUP_LABEL_NONE]
                     : leadup_lane_unit_get_left (unit, its) + search->right[LEADUP_LABEL_NONE];

  return pixels > (is_before ? distance : -distance) * packer->most_scale * (1 + 1e-9);
}

static void
find_none (Search *search)
{
  for (guint i = 0; i < LEADUP_N_LABEL_CLASSES; i++)
    search->scales[i] = INFINITY;
}

/* From which scale on is the search’s entry with a label clear of another in whatever label that
 * has? The other’s widest label that would be hit decides; what it does not show yet is not in the
 * way. */
static void
take_neighbour (Search *search,
                guint   index)
{
  const Packer *packer = search->packer;
  const LeadupTimelineEntry *other = &packer->entries[index];
  const LeadupLaneUnit *unit = &packer->units[index];
  const float *activations = packer->activations[index];
  double start = (double) other->start, end = leadup_timeline_entry_get_end (other);
  double anchor = get_anchor (packer, index);
  gboolean is_before = index < search->index;
  gboolean is_upon = is_before ? search->start < end : start < search->end;
  Distances distances = { INFINITY, INFINITY, INFINITY };

  if (is_before && !is_upon)
    distances = (Distances) { invert (search->anchor - anchor), invert (search->anchor - end),
                              invert (search->start - anchor) };
  else if (!is_upon)
    distances = (Distances) { invert (anchor - search->anchor), invert (anchor - search->end),
                              invert (start - search->anchor) };

  for (guint mine = search->first; mine <= search->last; mine++)
    for (int its = LEADUP_LABEL_WHOLE; its >= 0; its--)
      {
        double active = (double) activations[its];
        double scale = INFINITY;

        if (isinf (active))
          continue;
        if (!is_upon && is_before)
          scale = clear_scale (&distances, leadup_lane_unit_get_right (unit, its),
                               search->left[mine]);
        else if (!is_upon)
          scale = clear_scale (&distances, search->right[mine],
                               leadup_lane_unit_get_left (unit, its));
        if (scale <= active)
          continue;
        if (scale > packer->most_scale)
          {
            /* Nor is there then room for a wider label. */
            for (guint wider = mine; wider < LEADUP_N_LABEL_CLASSES; wider++)
              search->scales[wider] = INFINITY;
            return;
          }
        search->scales[mine] = MAX (search->scales[mine], scale);
        break;
      }
}

/* Can any entry below @node, whose blocks begin at @first, ask for more than was found so far? */
static gboolean
may_matter (const Search *search,
            guint         node,
            guint         first,
            guint         width)
{
  const Packer *packer = search->packer;
  const RowNode *found = &packer->rows[search->row].nodes[node];
  double least = (double) found->activation;
  const double *mine = search->left;
  double most_of_others = packer->max_right, inverse;
  gboolean is_after = first * BLOCK > search->index;

  if (isinf (least) || first * BLOCK >= packer->n)
    return FALSE;
  if (!is_after && (first + width) * BLOCK > search->index)
    return TRUE;

  if (is_after)
    {
      inverse = invert ((double) packer->entries[first * BLOCK].start - search->end);
      mine = search->right;
      most_of_others = packer->max_left;
    }
  else
    {
      inverse = invert (search->start - found->end);
    }
  for (guint label = search->first; label <= search->last; label++)
    {
      double most = fit_pixels (mine[label] + most_of_others, inverse);

      if (most > search->scales[label] && most > least)
        return TRUE;
    }

  return FALSE;
}

static void
search_node (Search *search,
             guint   node,
             guint   first,
             guint   width)
{
  gboolean is_left;

  if (search->scales[LEADUP_LABEL_SHORT] > search->limit ||
      isinf (search->scales[LEADUP_LABEL_NONE]) || !may_matter (search, node, first, width))
    return;

  if (width == 1)
    {
      guint end = MIN ((first + 1) * BLOCK, search->packer->n);

      for (guint i = first * BLOCK; i < end; i++)
        if (search->packer->rows_of[i] == search->row && i != search->index)
          take_neighbour (search, i);
      return;
    }

  /* The nearer half first: it is the one that asks for most. */
  width /= 2;
  is_left = search->index < (first + width) * BLOCK;
  search_node (search, 2 * node + (is_left ? 0 : 1), is_left ? first : first + width, width);
  search_node (search, 2 * node + (is_left ? 1 : 0), is_left ? first + width : first, width);
}

/* Returns: whether a row has an entry before @index, or after it, and the nearest in @found */
static gboolean
find_next (const Packer *packer,
           const Row    *row,
           guint         index,
           gboolean      is_before,
           guint        *found)
{
  for (guint level = 0; level < packer->n_levels; level++)
    {
      guint bit = index % WORD_BITS;
      guint64 word = row->levels[level][index / WORD_BITS];

      word &= is_before ? ((guint64) 1 << bit) - 1 : ~(guint64) 1 << bit;
      index /= WORD_BITS;
      if (word == 0)
        continue;

      for (;; level--)
        {
          bit = (guint) (is_before ? WORD_BITS - 1 - __builtin_clzll (word)
                                   : __builtin_ctzll (word));
          index = index * WORD_BITS + bit;
          if (level == 0)
            break;
          word = row->levels[level - 1][index];
        }
      *found = index;
      return TRUE;
    }

  return FALSE;
}

/* The nearest come first: what they ask for leaves little to look for, most often nothing. Entries
 * of a row are one behind the other at every scale at which they are shown. */
static void
search_row (Search *search,
            guint   number,
            double  limit)
{
  const Packer *packer = search->packer;
  const Row *row = &packer->rows[number];
  guint nearest[2]; /* before and after it */

  search->row = number;
  search->limit = limit;
  for (guint i = 0; i < LEADUP_N_LABEL_CLASSES; i++)
    search->scales[i] = 0;

  for (guint i = 0; i < G_N_ELEMENTS (nearest); i++)
    {
      if (!find_next (packer, row, search->index, i == 0, &nearest[i]))
        nearest[i] = search->index;
      else if (is_surely_hit (search, nearest[i]))
        {
          find_none (search);
          return;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (nearest); i++)
    if (nearest[i] != search->index)
      take_neighbour (search, nearest[i]);
  search_node (search, 1, 0, packer->size);
}

static void
add_row (Packer *packer)
{
  Row *row = &packer->rows[packer->n_rows++];

  row->nodes = g_new (RowNode, packer->size * 2);
  for (guint i = 0; i < packer->size * 2; i++)
    row->nodes[i] = (RowNode) { .end = -INFINITY, .activation = INFINITY };
  for (guint level = 0, n = packer->n; level < packer->n_levels; level++)
    {
      n = (n + WORD_BITS - 1) / WORD_BITS;
      row->levels[level] = g_new0 (guint64, n);
    }
}

static void
clear_row (Row *row)
{
  g_free (row->nodes);
  for (guint level = 0; level < MAX_LEVELS; level++)
    g_free (row->levels[level]);
}

static void
put (Packer          *packer,
     LeadupLanePlace *place,
     guint            index)
{
  Row *row = &packer->rows[place->row];
  double end = leadup_timeline_entry_get_end (&packer->entries[index]);
  float active;

  packer->rows_of[index] = place->row;
  for (guint i = 0; i < LEADUP_N_LABEL_CLASSES; i++)
    packer->activations[index][i] = (float) leadup_lane_step_to_scale (place->activations[i]);

  for (guint level = 0, bit = index; level < packer->n_levels; level++, bit /= WORD_BITS)
    row->levels[level][bit / WORD_BITS] |= (guint64) 1 << bit % WORD_BITS;

  active = packer->activations[index][LEADUP_LABEL_NONE];
  for (guint node = packer->size + index / BLOCK; node > 0; node /= 2)
    {
      row->nodes[node].activation = MIN (row->nodes[node].activation, active);
      row->nodes[node].end = MAX (row->nodes[node].end, end);
    }
}

static void
init_search (Search       *search,
             const Packer *packer,
             guint         index)
{
  const LeadupTimelineEntry *entry = &packer->entries[index];

  *search = (Search) { .packer = packer,
                       .index = index,
                       .start = (double) entry->start,
                       .end = leadup_timeline_entry_get_end (entry),
                       .anchor = get_anchor (packer, index),
                       .last = LEADUP_LABEL_LONG };
  for (guint i = 0; i < LEADUP_N_LABEL_CLASSES; i++)
    {
      search->left[i] = leadup_lane_unit_get_left (&packer->units[index], i);
      search->right[i] = leadup_lane_unit_get_right (&packer->units[index], i);
    }
}

static void
keep_scales (LeadupLanePlace *place,
             const Search    *search,
             guint            row)
{
  place->row = (guint8) row;
  for (guint i = 0; i <= LEADUP_LABEL_LONG; i++)
    {
      place->activations[i] = leadup_lane_scale_to_step_above (search->scales[i]);
      if (i > 0)
        place->activations[i] = MAX (place->activations[i], place->activations[i - 1]);
    }
}

/* Gives an entry its row: the first that is free where all is fitted in, else a new one, else the
 * one in which it has a label soonest. */
static void
place_entry (Packer                         *packer,
             guint                           index,
             const LeadupLanePackingOptions *options,
             LeadupLanePlace                *place)
{
  double best = INFINITY, best_long = INFINITY, best_none = INFINITY;
  Search search;

  init_search (&search, packer, index);
  for (guint row = 0; row < packer->n_rows; row++)
    {
      search_row (&search, row, best);
      if (search.scales[LEADUP_LABEL_SHORT] < best ||
          (search.scales[LEADUP_LABEL_SHORT] <= best &&
           (search.scales[LEADUP_LABEL_LONG] < best_long ||
            search.scales[LEADUP_LABEL_NONE] < best_none)))
        {
          best = search.scales[LEADUP_LABEL_SHORT];
          best_long = search.scales[LEADUP_LABEL_LONG];
          best_none = search.scales[LEADUP_LABEL_NONE];
          keep_scales (place, &search, row);
        }
      if (search.scales[LEADUP_LABEL_LONG] <= options->fit_scale)
        break;
    }

  if (best_long > options->fit_scale && packer->n_rows < options->max_rows)
    {
      for (guint i = 0; i < LEADUP_N_LABEL_CLASSES; i++)
        search.scales[i] = 0;
      keep_scales (place, &search, packer->n_rows);
      add_row (packer);
    }

  if (packer->units[index].is_untitled)
    for (guint i = LEADUP_LABEL_SHORT; i < LEADUP_N_LABEL_CLASSES; i++)
      place->activations[i] = LEADUP_LANE_NEVER;
  if (place->activations[LEADUP_LABEL_NONE] != LEADUP_LANE_NEVER)
    put (packer, place, index);
}

/* A whole title takes only room that nobody else wants: all the others have theirs by now. */
static void
widen_entry (Packer          *packer,
             guint            index,
             LeadupLanePlace *place)
{
  const LeadupLaneUnit *unit = &packer->units[index];
  guint16 *activation = &place->activations[LEADUP_LABEL_WHOLE];
  Search search;

  *activation = place->activations[LEADUP_LABEL_LONG];
  if (*activation == LEADUP_LANE_NEVER)
    return;

  if (unit->labels[LEADUP_LABEL_WHOLE - 1] > unit->labels[LEADUP_LABEL_LONG - 1])
    {
      init_search (&search, packer, index);
      search.first = search.last = LEADUP_LABEL_WHOLE;
      search_row (&search, place->row, INFINITY);
      *activation =
          MAX (*activation, leadup_lane_scale_to_step_above (search.scales[LEADUP_LABEL_WHOLE]));
    }
  packer->activations[index][LEADUP_LABEL_WHOLE] = (float) leadup_lane_step_to_scale (*activation);
}

/* Of many events of one importance the first are spread over the time, whatever is filtered:
 * multiples of the golden ratio, without their whole part, keep apart (Knuth, The Art of Computer
 * Programming 3, 6.4). Few come in their order, which leaves the fewest without a title. */
static guint32
get_turn (const Packer *packer,
          guint         index)
{
  return packer->n > FEW_ENTRIES ? (guint32) packer->entries[index].event * 2654435769u : 0;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Packer *packer = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  float left = packer->units[first].importance, right = packer->units[second].importance;
  guint32 turn, other;

  if (left != right)
    return left > right ? -1 : 1;

  turn = get_turn (packer, first);
  other = get_turn (packer, second);
  if (turn != other)
    return turn < other ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* The most that an entry takes with labels of a class. */
static void
find_widest (Packer          *packer,
             LeadupLabelClass label)
{
  for (guint i = 0; i < packer->n; i++)
    {
      packer->max_left =
          MAX (packer->max_left, leadup_lane_unit_get_left (&packer->units[i], label));
      packer->max_right =
          MAX (packer->max_right, leadup_lane_unit_get_right (&packer->units[i], label));
    }
}

static gboolean
place_entries (Packer                         *packer,
               const LeadupLanePackingOptions *options,
               LeadupLanePlace                *places,
               GCancellable                   *cancellable)
{
  g_autofree guint *order = g_new (guint, MAX (packer->n, 1));

  find_widest (packer, LEADUP_LABEL_LONG);
  for (guint i = 0; i < packer->n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) packer->n, sizeof (guint), compare_importance, packer);

  for (guint i = 0; i < packer->n; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (packer->units[order[i]].importance >= 0)
        place_entry (packer, order[i], options, &places[order[i]]);
    }

  find_widest (packer, LEADUP_LABEL_WHOLE);
  for (guint i = 0; i < packer->n; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      widen_entry (packer, order[i], &places[order[i]]);
    }

  return TRUE;
}

/* Finds places for the entries of a lane; @places says “never” before. Returns: whether it was not
 * cancelled */
gboolean
leadup_lane_rows_fill (const LeadupLane               *lane,
                       const LeadupLaneUnit           *units,
                       const LeadupLanePackingOptions *options,
                       LeadupLanePlace                *places,
                       guint                          *n_rows,
                       GCancellable                   *cancellable)
{
  Packer packer = { .entries = lane->entries,
                    .units = units,
                    .n = lane->n_entries,
                    .most_scale = INFINITY,
                    .size = leadup_lane_leaves_for ((lane->n_entries + BLOCK - 1) / BLOCK) };
  gboolean is_done;

  /* Rounded as what is visited will be. */
  if (options->most_scale > 0)
    packer.most_scale =
        leadup_lane_step_to_scale (leadup_lane_scale_to_step_below (options->most_scale));

  for (guint n = packer.n; packer.n_levels == 0 || n > 1; packer.n_levels++)
    n = (n + WORD_BITS - 1) / WORD_BITS;

  packer.rows_of = g_malloc (MAX (packer.n, 1));
  packer.activations = g_malloc (sizeof *packer.activations * MAX (packer.n, 1));
  for (guint i = 0; i < packer.n; i++)
    packer.rows_of[i] = NO_ROW;

  is_done = place_entries (&packer, options, places, cancellable);
  *n_rows = packer.n_rows;

  for (guint row = 0; row < packer.n_rows; row++)
    clear_row (&packer.rows[row]);
  g_free (packer.rows_of);
  g_free (packer.activations);

  return is_done;
}
