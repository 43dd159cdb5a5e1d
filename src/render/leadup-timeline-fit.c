/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-builder.h"

#include <math.h>

/* How lanes are fitted into a height: with fewer rows of labels first, then without the lines that
 * are only good to have, then without labels, and at last not all of them. */

#define ROW_HEIGHT 24.0
#define TIGHT_ROW 20.0
#define COMPACT_ROW 18.0
#define TIGHT_PAD 4.0
#define COMPACT_PAD 2.0
#define PADDING 8.0
#define FEW_EVENTS 5000 /* so few can be packed several times over */
#define MAX_ROW 36.0
#define NAME_HEIGHT 20.0 /* of a name above its lane */
#define MIN_LANE 52.0
#define COMPACT_LANE 24.0
#define COMPACT_ROWS 3
#define MAX_EXTRA_ROWS 8

/* Numbers of rows that a lane may have: few steps, so that resizing a window seldom packs anew. */
static const guint row_steps[] = { 48, 36, 28, 22, 17, 14, 12, 10, 8, 6, 5, 4, 3, 2, 1 };

static double
get_lane_height (const LeadupTimelineBuilder *self,
                 guint                        lane)
{
  const LeadupLanePacking *packing = g_ptr_array_index (self->packings, lane);
  double height =
      2 * self->lane_padding + leadup_lane_packing_get_n_rows (packing) * self->row_height;

  if (leadup_timeline_builder_needs_strip (self, lane))
    height += LEADUP_TIMELINE_STRIP;
  if (leadup_timeline_builder_shows_ghosts (self, lane))
    height += LEADUP_TIMELINE_GHOSTS;
  if (self->has_names_above)
    return height + NAME_HEIGHT;
  height = MAX (height, leadup_timeline_builder_get_name_height (self, lane));
  if (leadup_timeline_index_get_lane (self->index, lane)->is_collapsed)
    return MAX (height, COMPACT_LANE);

  return MAX (height, self->is_compact ? COMPACT_LANE : MIN_LANE);
}

/* Returns: the height of all lanes */
double
leadup_timeline_builder_stack_lanes (LeadupTimelineBuilder *self)
{
  double y = 0;

  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < self->packings->len; i++)
    {
      g_array_append_val (self->tops, y);
      y += get_lane_height (self, i);
    }
  g_array_append_val (self->tops, y);

  return y;
}

double
leadup_timeline_builder_pack_with (LeadupTimelineBuilder *self,
                                   guint                  max_rows)
{
  GPtrArray *packings = leadup_timeline_builder_pack (self, max_rows);

  g_clear_pointer (&self->packings, g_ptr_array_unref);
  self->packings = packings;

  return leadup_timeline_builder_stack_lanes (self);
}

/* The first number of rows that is no larger. */
static guint
find_step (guint rows)
{
  guint step = 0;

  while (step < G_N_ELEMENTS (row_steps) - 1 && row_steps[step] > rows)
    step++;

  return step;
}

/* How many rows a lane may have where lanes share @height, from the number of lanes alone. */
static guint
guess_rows (const LeadupTimelineBuilder *self,
            double                       height)
{
  guint n_lanes = MAX (leadup_timeline_index_get_n_lanes (self->index), 1);
  double rows = (height / n_lanes - 2 * self->lane_padding - LEADUP_TIMELINE_STRIP -
                 (self->has_names_above ? NAME_HEIGHT : 0)) /
                ROW_HEIGHT;

  return row_steps[find_step ((guint) MAX (rows, 1))];
}

/* Whether lanes with so many rows fit into a height, if need be a little tighter. */
static gboolean
try_rows (LeadupTimelineBuilder *self,
          double                 height,
          guint                  rows)
{
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  if (leadup_timeline_builder_pack_with (self, rows) <= height)
    return TRUE;

  self->row_height = TIGHT_ROW;
  self->lane_padding = TIGHT_PAD;

  return leadup_timeline_builder_stack_lanes (self) <= height;
}

/* Packs the lanes into a height: as many rows as there is room for, found by halving, since more
 * rows are never lower. It begins at what is likely, for every try packs all events. Returns:
 * whether they fit */
static gboolean
fit_lanes (LeadupTimelineBuilder *self,
           double                 height,
           guint                  least)
{
  guint n = find_step (least) + 1; /* steps that may be taken */
  guint near = find_step (guess_rows (self, height));
  guint first = 0, end = n;
  g_autoptr (GPtrArray) best = NULL;
  double row_height = 0, lane_padding = 0;

  for (guint i = 0; first < end; i++)
    {
      guint tried = i < 2 ? CLAMP (near, first, end - 1) : first + (end - first) / 2;

      if (!try_rows (self, height, row_steps[tried]))
        {
          first = near = tried + 1;
          continue;
        }
      end = tried;
      near = tried > 0 ? tried - 1 : 0;
      g_clear_pointer (&best, g_ptr_array_unref);
      best = g_ptr_array_ref (self->packings);
      row_height = self->row_height;
      lane_padding = self->lane_padding;
    }
  if (best == NULL)
    return FALSE;

  g_ptr_array_unref (self->packings);
  self->packings = g_steal_pointer (&best);
  self->row_height = row_height;
  self->lane_padding = lane_padding;
  leadup_timeline_builder_stack_lanes (self);

  return TRUE;
}

/* What is left over goes into the lanes rather than under them. */
void
leadup_timeline_builder_stretch_lanes (LeadupTimelineBuilder *self,
                                       double                 height)
{
  double total = leadup_timeline_builder_stack_lanes (self);
  double rows = 0;

  for (guint i = 0; i < self->packings->len; i++)
    rows += leadup_lane_packing_get_n_rows (g_ptr_array_index (self->packings, i));
  if (self->packings->len == 0 || total > height)
    return;

  if (rows > 0)
    self->row_height = MIN (self->row_height + (height - total) / rows, MAX_ROW);
  total = leadup_timeline_builder_stack_lanes (self);
  self->lane_padding += CLAMP ((height - total) / (2 * self->packings->len), 0, 14);
  leadup_timeline_builder_stack_lanes (self);
}

/* All that the rows on screen depend on beside the index: not the window in time, nor small changes
 * of height. */
static char *
make_key (const LeadupTimelineBuilder *self,
          guint                        height_step)
{
  g_autofree char *labels = leadup_timeline_builder_dup_label_key (self);

  return g_strdup_printf ("rows %u %d %d %u %s", height_step, self->has_names_above,
                          self->options->is_still, self->options->top, labels);
}

/* Lanes as low as they can be. Returns: whether all fit */
static gboolean
pack_compact (LeadupTimelineBuilder *self,
              double                 height)
{
  self->is_compact = TRUE;
  self->row_height = COMPACT_ROW;
  self->lane_padding = COMPACT_PAD;
  for (int rows = COMPACT_ROWS; rows >= 0; rows--)
    if (leadup_timeline_builder_pack_with (self, (guint) rows) <= height)
      return TRUE;

  return FALSE;
}

/* Nobody scrolls on a stage: there the lanes may have as few rows as it takes to show all. */
static void
pack_screen (LeadupTimelineBuilder *self,
             double                 height)
{
  gboolean is_still = self->options->is_still;

  if (!fit_lanes (self, height, is_still ? 1 : 3) && is_still)
    pack_compact (self, height);
}

/* As much air between the rows as the height allows. */
static void
space_rows (LeadupTimelineBuilder *self,
            double                 height)
{
  self->is_compact = FALSE;
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  if (leadup_timeline_builder_stack_lanes (self) <= height)
    return;

  self->row_height = TIGHT_ROW;
  self->lane_padding = TIGHT_PAD;
  if (leadup_timeline_builder_stack_lanes (self) <= height || !self->options->is_still)
    return;

  self->is_compact = TRUE;
  self->row_height = COMPACT_ROW;
  self->lane_padding = COMPACT_PAD;
  leadup_timeline_builder_stack_lanes (self);
}

/* On screen the rows are found once for an index and a height, then kept. */
void
leadup_timeline_builder_fit_screen (LeadupTimelineBuilder *self,
                                    double                 height)
{
  gboolean is_small = leadup_timeline_index_get_n_shown (self->index) <= FEW_EVENTS;
  gboolean is_large = leadup_timeline_index_get_n_shown (self->index) > LEADUP_TIMELINE_MANY_EVENTS;
  guint guess = MAX (guess_rows (self, height), 3);
  g_autofree char *key = make_key (self, is_small ? (guint) (height / 24) : guess);
  LeadupDerived *derived = leadup_timeline_index_get_derived (self->index);
  double scale = self->scale;
  gboolean fits;

  self->packings = leadup_derived_ref (derived, key);
  /* Rows and their height are those of the whole, so that nothing moves while one zooms in. */
  self->scale = leadup_timeline_builder_fit_scale (self);
  if (self->packings == NULL && self->options->is_draft && is_large)
    {
      leadup_timeline_builder_pack_with (self, 0);
    }
  else if (self->packings == NULL)
    {
      if (is_small)
        pack_screen (self, floor (height / 24) * 24);
      else
        leadup_timeline_builder_pack_with (self, guess);
      leadup_derived_keep (derived, key, self->packings, (GBoxedCopyFunc) g_ptr_array_ref,
                           (GDestroyNotify) g_ptr_array_unref);
    }
  space_rows (self, height);
  leadup_timeline_builder_stretch_lanes (self, height);
  fits = leadup_timeline_builder_stack_lanes (self) <= height;
  self->scale = scale;
  /* Further out lanes may need a strip more: what fitted goes on to fit. */
  if (leadup_timeline_builder_stack_lanes (self) > height && fits)
    {
      space_rows (self, height);
      leadup_timeline_builder_stretch_lanes (self, height);
    }
}

/* Gives lanes that have room for one more row than all can have just that. Returns: whether one did
 */
static gboolean
add_rows (LeadupTimelineBuilder *self,
          double                 height,
          guint                  max_rows)
{
  g_autoptr (GPtrArray) richer = leadup_timeline_builder_pack (self, max_rows);
  gboolean has_added = FALSE;

  for (guint i = 0; i < self->packings->len; i++)
    {
      LeadupLanePacking *packing = g_ptr_array_index (richer, i);

      if (leadup_lane_packing_get_n_rows (packing) < max_rows)
        continue;
      g_ptr_array_index (richer, i) = g_ptr_array_index (self->packings, i);
      g_ptr_array_index (self->packings, i) = packing;
      if (leadup_timeline_builder_stack_lanes (self) <= height)
        {
          has_added = TRUE;
          continue;
        }
      g_ptr_array_index (self->packings, i) = g_ptr_array_index (richer, i);
      g_ptr_array_index (richer, i) = packing;
    }
  leadup_timeline_builder_stack_lanes (self);

  return has_added;
}

static guint
get_most_rows (const LeadupTimelineBuilder *self)
{
  guint most = 0;

  for (guint i = 0; i < self->packings->len; i++)
    most = MAX (most, leadup_lane_packing_get_n_rows (g_ptr_array_index (self->packings, i)));

  return most;
}

/* Lanes as low as they can be, and no more of them than there is room for. */
static void
fit_compact (LeadupTimelineBuilder *self,
             double                 height)
{
  if (pack_compact (self, height))
    return;

  while (self->packings->len > 1 && leadup_timeline_builder_stack_lanes (self) > height)
    g_ptr_array_set_size (self->packings, (int) self->packings->len - 1);
}

/**
 * leadup_timeline_builder_fit_chart:
 * @height: of all lanes together
 *
 * Fits the lanes of a chart. Those that find no room even so are left out of the packings, from the
 * last.
 */
void
leadup_timeline_builder_fit_chart (LeadupTimelineBuilder *self,
                                   double                 height)
{
  self->is_compact = FALSE;
  if (!fit_lanes (self, height, 1))
    fit_compact (self, height);

  if (leadup_timeline_index_get_n_shown (self->index) <= FEW_EVENTS)
    for (guint i = 0, rows = get_most_rows (self) + 1; i < MAX_EXTRA_ROWS && rows <= row_steps[0];
         i++, rows++)
      if (!add_rows (self, height, rows))
        break;
  leadup_timeline_builder_stretch_lanes (self, height);
}
