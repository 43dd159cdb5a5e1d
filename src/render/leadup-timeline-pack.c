/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-builder.h"

#include <math.h>

#define HALF_SYMBOL (LEADUP_TIMELINE_SYMBOL / 2)
#define TEXT_OFFSET (HALF_SYMBOL + LEADUP_TIMELINE_LABEL_GAP)

/* The fewer there are, the more of its title each may show. */
static double
max_label_width (const LeadupTimelineBuilder *self)
{
  guint n = leadup_timeline_index_get_n_shown (self->index);

  if (!self->options->is_chart)
    return 260;
  if (n <= 15)
    return CLAMP (self->plot.width * 0.62, 120, 520);

  return CLAMP (self->plot.width * (self->has_names_above ? 0.62
                                    : n <= 60             ? 0.42
                                                          : 0.36),
                120, n <= 60 ? 430 : 380);
}

/* Where an event is drawn: a band in time, and within it the point of the symbol. */
static void
init_times (LeadupLaneUnit            *unit,
            const LeadupTimelineEntry *entry)
{
  gboolean is_open_start = entry->start == LEADUP_INSTANT_MIN;
  gboolean is_open_end = entry->end == LEADUP_INSTANT_MAX;

  if (is_open_start && is_open_end)
    {
      /* Both ends open, as for what began before a day and still lasts: the known point is all
       * there is. */
      unit->anchor = (double) (entry->start_certain != LEADUP_INSTANT_MAX ? entry->start_certain
                                                                          : entry->end_certain);
      unit->start = unit->anchor;
      unit->end = entry->is_ongoing ? (double) INFINITY : unit->anchor;
    }
  else if (is_open_start)
    {
      /* “By the 19th”: on that day, not at the midnight that ends it. */
      unit->end =
          (double) entry->end - (entry->end % LEADUP_USEC_DAY == 0 ? LEADUP_USEC_DAY / 2.0 : 0);
      unit->start = unit->anchor = unit->end;
      if (entry->lasted && entry->start_certain != LEADUP_INSTANT_MAX)
        unit->start = unit->anchor = (double) MIN (entry->start_certain, entry->end);
    }
  else if (is_open_end)
    {
      unit->start = unit->anchor = (double) entry->start;
      unit->end = entry->is_ongoing ? (double) INFINITY : unit->start;
    }
  else
    {
      unit->start = (double) entry->start;
      unit->end = (double) MAX (entry->end, entry->start);
      unit->anchor = unit->start + (entry->lasted ? 0 : (unit->end - unit->start) / 2);
    }
}

/* A chart has one scale and right edge: there a label goes to the left of its symbol. */
static void
set_side (const LeadupTimelineBuilder *self,
          LeadupLaneUnit              *unit,
          double                       width,
          double                       edge)
{
  double x = (unit->anchor - self->from) * self->scale;
  double after = self->plot.width - x - TEXT_OFFSET - edge;
  double before = x - TEXT_OFFSET - 2;
  double taken = TEXT_OFFSET + LEADUP_TIMELINE_LABEL_ROOM;

  if (!self->options->is_chart || width <= after || after >= before)
    {
      if (self->options->is_chart)
        width = MIN (width, MAX (after, 0));
      unit->right = (float) (width + taken);
    }
  else
    {
      unit->left = (float) (MIN (width, before) + taken);
    }
}

static void
add_unit (const LeadupTimelineBuilder *self,
          GArray                      *units,
          const LeadupTimelineEntry   *entry,
          guint                        index,
          double                       max_width)
{
  LeadupLaneUnit unit = { .left = (float) (HALF_SYMBOL + 3),
                          .right = (float) (HALF_SYMBOL + 3),
                          .importance = entry->importance,
                          .entry = index };
  double width;

  init_times (&unit, entry);
  if (self->options->is_chart &&
      ((double) entry->start >= self->to || (double) entry->end <= self->from))
    return;

  width = leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LABEL,
                                        leadup_event_get_title (entry->event));
  /* The estimate may be short by kerning. */
  /* …and the chevron of what still lasts needs its place. */
  set_side (self, &unit, MIN (ceil (width * 1.03 + 2), max_width), entry->is_ongoing ? 16 : 0);
  if (entry->start == LEADUP_INSTANT_MIN)
    unit.left = MAX (unit.left, (float) LEADUP_TIMELINE_OPEN_TAIL);
  if (entry->end == LEADUP_INSTANT_MAX && !entry->is_ongoing)
    unit.right = MAX (unit.right, (float) LEADUP_TIMELINE_OPEN_TAIL);
  g_array_append_val (units, unit);
}

static LeadupLanePacking *
pack_lane (const LeadupTimelineBuilder    *self,
           const LeadupLane               *lane,
           const LeadupLanePackingOptions *options)
{
  g_autoptr (GArray) units =
      g_array_sized_new (FALSE, FALSE, sizeof (LeadupLaneUnit), lane->n_entries);
  double max_width = max_label_width (self);

  for (guint i = 0; i < lane->n_entries; i++)
    add_unit (self, units, &lane->entries[i], i, max_width);

  return leadup_lane_packing_new ((const LeadupLaneUnit *) (gpointer) units->data, units->len,
                                  options, NULL);
}

/**
 * leadup_timeline_builder_fit_scale:
 *
 * Returns: the scale at which all is to be seen: the chart’s own; on screen that of a window of
 * common width, so that rows do not depend on how far one has zoomed
 */
double
leadup_timeline_builder_fit_scale (const LeadupTimelineBuilder *self)
{
  LeadupInstant from, to;

  if (self->options->is_chart || !leadup_timeline_index_get_range (self->index, &from, &to) ||
      to <= from)
    return self->scale;

  return 640 / ((double) to - (double) from);
}

/**
 * leadup_timeline_builder_pack:
 *
 * Gives every event of every lane its row and activation scale.
 *
 * Returns: (transfer full) (element-type LeadupLanePacking): one a lane
 */
GPtrArray *
leadup_timeline_builder_pack (const LeadupTimelineBuilder *self,
                              guint                        max_rows)
{
  LeadupLanePackingOptions options = { .max_rows = max_rows,
                                       .fit_scale = leadup_timeline_builder_fit_scale (self) };
  GPtrArray *packings = g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_lane_packing_unref);

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index); i++)
    g_ptr_array_add (packings,
                     pack_lane (self, leadup_timeline_index_get_lane (self->index, i), &options));

  return packings;
}
