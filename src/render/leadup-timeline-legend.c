/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-key.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>

/* What a chart uses, and so has to explain. */
typedef struct
{
  guint verifications; /* bit set */
  gboolean has_vague;
  gboolean has_lasting;
  gboolean has_ongoing;
  gboolean has_pills;
  gboolean has_density;
  GHashTable *categories; /* (element-type guint32): index + 1 */
} Use;

/* A lane while what it shows is looked at. */
typedef struct
{
  const LeadupTimelineBuilder *builder;
  const LeadupLane *lane;
  Use *use;
} LaneUse;

static gboolean
collect_band_cb (guint            index,
                 guint            row,
                 LeadupLabelClass label,
                 gpointer         data)
{
  LaneUse *self = data;
  const LeadupTimelineEntry *entry = &self->lane->entries[index];
  LeadupPaint paint;
  LeadupRect band;

  if (!leadup_timeline_builder_find_band (self->builder, entry, self->builder->theme->neutral,
                                          &band, &paint))
    return TRUE;

  self->use->has_ongoing |= entry->is_ongoing;
  self->use->has_lasting |= entry->lasted && !entry->is_ongoing;
  self->use->has_vague |=
      !entry->lasted && !entry->is_ongoing && paint.fade_start + paint.fade_end > 0;

  return TRUE;
}

static void
collect_lane (const LeadupTimelineBuilder *self,
              guint                        lane,
              Use                         *use)
{
  LaneUse lane_use = { self, leadup_timeline_index_get_lane (self->index, lane), use };
  LeadupTimelineStripKind strip = leadup_timeline_builder_get_strip_kind (self, lane);

  leadup_lane_packing_visit (g_ptr_array_index (self->packings, lane), self->scale, self->from,
                             self->to, collect_band_cb, &lane_use);
  use->has_pills |= strip == LEADUP_TIMELINE_STRIP_PILLS;
  use->has_density |= strip == LEADUP_TIMELINE_STRIP_DENSITY;
}

static void
collect_use (const LeadupTimelineBuilder *self,
             Use                         *use)
{
  LeadupInstant from = (LeadupInstant) self->from, to = (LeadupInstant) self->to;

  for (guint i = 0; i < self->packings->len; i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, i);

      collect_lane (self, i, use);
      for (guint j = leadup_lane_find_first (lane, from); j < lane->n_entries; j++)
        {
          const LeadupTimelineEntry *entry = &lane->entries[j];

          if (entry->start >= to)
            break;
          if (entry->end <= from)
            continue;
          use->verifications |= 1u << entry->verification;
          if (entry->category != LEADUP_TIMELINE_NO_CATEGORY)
            g_hash_table_add (use->categories, GUINT_TO_POINTER (entry->category + 1u));
        }
    }
}

static void
add_categories (const LeadupTimelineBuilder *self,
                const Use                   *use,
                GArray                      *entries)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (self->index);

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CATEGORY); i++)
    {
      LeadupCategory *category = leadup_snapshot_get (snapshot, LEADUP_RECORD_CATEGORY, i);
      LeadupLegendEntry entry = { .mark = LEADUP_LEGEND_SYMBOL,
                                  .label = leadup_category_get_fields (category)->name,
                                  .symbol = leadup_timeline_builder_get_symbol (self, i),
                                  .verification = LEADUP_VERIFICATION_CORROBORATED,
                                  .colour = leadup_timeline_builder_get_colour (self, i) };

      if (g_hash_table_contains (use->categories, GUINT_TO_POINTER (i + 1)))
        g_array_append_val (entries, entry);
    }
}

/* From the weakest to the strongest, then what is different in kind. */
static void
add_verifications (const LeadupTimelineBuilder *self,
                   const Use                   *use,
                   GArray                      *entries)
{
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    {
      LeadupLegendEntry entry = { .mark = LEADUP_LEGEND_SYMBOL,
                                  .label = leadup_verification_get_label (i),
                                  .symbol = LEADUP_SYMBOL_CIRCLE,
                                  .verification = i,
                                  .colour = self->theme->neutral };

      if ((use->verifications & (1u << i)) != 0)
        g_array_append_val (entries, entry);
    }
}

static void
add_shapes (const LeadupTimelineBuilder *self,
            const Use                   *use,
            GArray                      *entries)
{
  LeadupColour colour = self->theme->neutral;
  LeadupLegendEntry vague = {
    .mark = LEADUP_LEGEND_BAND,
    .label = _ ("Some time in this span"),
    .paint = { .fill = leadup_colour_with_alpha (colour, 0.45), .fade_start = 12, .fade_end = 12 }
  };
  LeadupLegendEntry lasting = { .mark = LEADUP_LEGEND_BAND,
                                .label = _ ("Lasting"),
                                .paint = { .fill = leadup_colour_with_alpha (colour, 0.35) } };
  LeadupLegendEntry ongoing = { .mark = LEADUP_LEGEND_CHEVRON,
                                .label = _ ("Still going on"),
                                .colour = colour,
                                .paint = { .fill = leadup_colour_with_alpha (colour, 0.35) } };
  LeadupLegendEntry pill = {
    .mark = LEADUP_LEGEND_PILL,
    .label = _ ("Several events"),
    .paint = { .fill = self->theme->surface, .stroke = colour, .stroke_width = 1 }
  };
  LeadupLegendEntry density = { .mark = LEADUP_LEGEND_BARS,
                                .label = _ ("How many events"),
                                .paint = { .fill = colour } };

  if (use->has_vague)
    g_array_append_val (entries, vague);
  if (use->has_lasting)
    g_array_append_val (entries, lasting);
  if (use->has_ongoing)
    g_array_append_val (entries, ongoing);
  if (use->has_pills)
    g_array_append_val (entries, pill);
  if (use->has_density)
    g_array_append_val (entries, density);
}

/**
 * leadup_timeline_builder_make_legend:
 *
 * Returns: (transfer full) (element-type LeadupLegendEntry): what the chart uses; the labels belong
 * to the snapshot and to the program
 */
GArray *
leadup_timeline_builder_make_legend (const LeadupTimelineBuilder *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LeadupLegendEntry));
  g_autoptr (GHashTable) categories = g_hash_table_new (NULL, NULL);
  Use use = { .categories = categories };

  collect_use (self, &use);
  /* Lanes by category carry the marks beside their names. */
  if (leadup_timeline_index_get_lanes_by (self->index) != LEADUP_LANES_BY_CATEGORY)
    add_categories (self, &use, entries);
  add_verifications (self, &use, entries);
  add_shapes (self, &use, entries);
  leadup_timeline_builder_add_tension_legend (self, entries);

  return entries;
}
