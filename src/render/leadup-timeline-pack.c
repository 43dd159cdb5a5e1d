/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-builder.h"

#include <math.h>

#define HALF_SYMBOL (LEADUP_TIMELINE_SYMBOL / 2)
#define TEXT_OFFSET (HALF_SYMBOL + LEADUP_TIMELINE_LABEL_GAP)
#define SHORT_LABEL 92.0 /* pixels: where the whole title finds no room */
#define MEDIUM_LABEL 164.0
#define WHOLE_LABEL 560.0 /* where nobody else needs the room */
#define FIT_WIDTH 400.0 /* of all events where all is shown: the last titles need room besides */
#define FIT_STEP 1.25   /* factor between two scales at which all may be shown */

/* The fewer there are, the more of its title each may show. */
double
leadup_timeline_builder_get_max_label (const LeadupTimelineBuilder *self)
{
  guint n = leadup_timeline_index_get_n_shown (self->index);

  if (!self->options->is_chart)
    {
      double share = n <= 15 || (n <= 60 && self->has_names_above) ? 0.55 : n <= 60 ? 0.38 : 0.27;
      double most = n <= 15 ? 520 : n <= 60 ? 400 : 280;

      /* In steps, so that not every pixel of a window made larger sets all labels anew. */
      return CLAMP (floor (self->plot.width * share / 20) * 20, MEDIUM_LABEL - 24, most);
    }
  if (n <= 15)
    return CLAMP (self->plot.width * 0.62, 120, 520);

  /* As high as it needs: a title that is not cut is worth a row. */
  if (self->options->height <= 0 && n <= 60)
    return CLAMP (self->plot.width * 0.8, 120, 430);

  return CLAMP (self->plot.width * (self->has_names_above || n <= 60 ? 0.62 : 0.36), 120,
                n <= 60 ? 430 : 380);
}

/* A chart has one scale and right edge: there a label goes to the left of its symbol. */
static double
find_side (const LeadupTimelineBuilder *self,
           const LeadupTimelineEntry   *entry,
           LeadupLaneUnit              *unit,
           double                       width)
{
  double x = ((double) leadup_timeline_entry_get_anchor (entry) - self->from) * self->scale;
  /* The chevron of what still lasts needs its place. */
  double after = self->plot.width - x - TEXT_OFFSET - 6 - (entry->is_ongoing ? 16 : 0);
  double before = x - TEXT_OFFSET - 2;

  unit->is_left = width > after && after < before;

  return MAX (MIN (width, unit->is_left ? before : after), 0);
}

/**
 * leadup_timeline_builder_init_unit:
 *
 * Tells how much room an event takes: its symbol, and its label at each of three widths.
 */
void
leadup_timeline_builder_init_unit (const LeadupTimelineBuilder *self,
                                   const LeadupTimelineEntry   *entry,
                                   LeadupLaneUnit              *unit)
{
  static const double classes[] = { SHORT_LABEL, MEDIUM_LABEL };
  double max_width = leadup_timeline_builder_get_max_label (self);
  double taken = TEXT_OFFSET + LEADUP_TIMELINE_LABEL_ROOM;
  double width, whole;

  *unit = (LeadupLaneUnit) { .left = (float) (HALF_SYMBOL + 3),
                             .right = (float) (HALF_SYMBOL + 3),
                             .importance = entry->importance,
                             .is_untitled = self->titled != NULL &&
                                            !g_hash_table_contains (self->titled, entry) };
  if (self->options->is_chart && ((double) entry->start >= self->to ||
                                  leadup_timeline_entry_get_end (entry) <= self->from))
    {
      unit->importance = -1;
      return;
    }

  width = leadup_text_measure_estimate (
      self->measure, LEADUP_TEXT_LABEL,
      leadup_event_get_title (leadup_timeline_index_get_event (self->index, entry)));
  /* The estimate may be short by kerning. */
  width = ceil (width * 1.03 + 2);
  whole = MIN (width, MAX (max_width, WHOLE_LABEL));
  width = MIN (width, max_width);
  if (self->options->is_chart)
    whole = width = find_side (self, entry, unit, width);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    unit->labels[i] = (float) (MIN (width, classes[i]) + taken);
  unit->labels[LEADUP_LABEL_LONG - 1] = (float) (width + taken);
  unit->labels[LEADUP_LABEL_WHOLE - 1] = (float) (whole + taken);
  if (entry->is_open_start)
    unit->left = MAX (unit->left, (float) LEADUP_TIMELINE_OPEN_TAIL);
  if (entry->is_open_end && !entry->is_ongoing)
    unit->right = MAX (unit->right, (float) LEADUP_TIMELINE_OPEN_TAIL);
}

/* Returns: (transfer full): how much room each event of a lane takes */
static LeadupLaneUnit *
make_units (const LeadupTimelineBuilder *self,
            const LeadupLane            *lane)
{
  LeadupLaneUnit *units = g_new (LeadupLaneUnit, MAX (lane->n_entries, 1));

  for (guint i = 0; i < lane->n_entries; i++)
    leadup_timeline_builder_init_unit (self, &lane->entries[i], &units[i]);

  return units;
}

/* The same for as long as the scale is: a chart is packed several times over, and most of that
 * would go into its titles. */
static const LeadupLaneUnit *
get_units (LeadupTimelineBuilder *self,
           guint                  lane)
{
  if (self->units == NULL || self->units_scale != self->scale)
    {
      g_clear_pointer (&self->units, g_ptr_array_unref);
      self->units = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_set_size (self->units,
                            (int) leadup_timeline_index_get_n_lanes (self->index));
      self->units_scale = self->scale;
    }
  if (g_ptr_array_index (self->units, lane) == NULL)
    g_ptr_array_index (self->units, lane) =
        make_units (self, leadup_timeline_index_get_lane (self->index, lane));

  return g_ptr_array_index (self->units, lane);
}

/* Returns: (transfer full): the lane packed; @own is the lane’s own options */
static LeadupLanePacking *
pack_units (LeadupTimelineBuilder          *self,
            guint                           number,
            const LeadupLanePackingOptions *own)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, number);
  gboolean is_once = !self->options->is_chart && leadup_timeline_index_get_n_shown (self->index) >
                                                     LEADUP_TIMELINE_MANY_EVENTS;
  g_autofree LeadupLaneUnit *units = NULL;

  if (!is_once)
    return leadup_lane_packing_new (lane, get_units (self, number), own, NULL);

  units = make_units (self, lane);

  return leadup_lane_packing_new (lane, units, own, NULL);
}

/* Returns: (transfer full): all that the width of labels on screen depends on beside their titles
 */
char *
leadup_timeline_builder_dup_label_key (const LeadupTimelineBuilder *self)
{
  const LeadupFont *font = &self->theme->fonts[LEADUP_TEXT_LABEL];
  double probe = leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LABEL, "Wim");

  return g_strdup_printf ("%s %g %g %g", font->family, font->size, probe,
                          leadup_timeline_builder_get_max_label (self));
}

/* All that a packing on screen depends on beside the events of its lane. */
static char *
make_lane_key (const LeadupTimelineBuilder    *self,
               const LeadupLanePackingOptions *own)
{
  g_autofree char *labels = leadup_timeline_builder_dup_label_key (self);

  return g_strdup_printf ("rows %u %a %s", own->max_rows, own->fit_scale, labels);
}

/* A lane that a filter leaves as it was, or that comes back whole, keeps its rows and labels with
 * its events. Returns: (transfer full): the lane packed */
static LeadupLanePacking *
pack_once (LeadupTimelineBuilder          *self,
           guint                           number,
           const LeadupLanePackingOptions *own)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, number);
  g_autofree char *key = make_lane_key (self, own);
  LeadupLanePacking *packing = leadup_derived_ref (lane->derived, key);

  if (packing != NULL)
    return packing;

  packing = pack_units (self, number, own);
  leadup_derived_keep (lane->derived, key, packing, (GBoxedCopyFunc) leadup_lane_packing_ref,
                       (GDestroyNotify) leadup_lane_packing_unref);

  return packing;
}

static LeadupLanePacking *
pack_lane (LeadupTimelineBuilder          *self,
           guint                           number,
           const LeadupLanePackingOptions *options,
           LeadupLanePacking              *before)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, number);
  LeadupLanePackingOptions own = *options;

  own.max_rows = lane->is_collapsed
                     ? 0
                     : (guint) CLAMP (own.max_rows * lane->height + 0.5, own.max_rows > 0 ? 1 : 0,
                                      LEADUP_LANE_MAX_ROWS);
  if (before != NULL && leadup_lane_packing_is_enough (before, own.max_rows))
    return leadup_lane_packing_ref (before);
  if (own.max_rows == 0)
    return leadup_lane_packing_new (lane, NULL, &own, NULL);
  if (self->options->is_chart || self->titled != NULL)
    return pack_units (self, number, &own);

  return pack_once (self, number, &own);
}

/**
 * leadup_timeline_builder_fit_scale:
 *
 * Returns: the scale at which all is to be seen: the chart’s own; on screen that of a window of
 * small width, so that rows do not depend on how far one has zoomed; in steps, so that an event
 * more or less seldom changes the rows of all lanes
 */
double
leadup_timeline_builder_fit_scale (const LeadupTimelineBuilder *self)
{
  const LeadupTimeFolds *folds;
  LeadupInstant from, to;
  double scale;

  if (self->options->is_chart || !leadup_timeline_index_get_range (self->index, &from, &to) ||
      to <= from)
    return self->scale;

  folds = leadup_timeline_index_get_folds (self->index);
  scale = FIT_WIDTH / ((double) leadup_time_folds_fold (folds, to) -
                       (double) leadup_time_folds_fold (folds, from));

  return pow (FIT_STEP, ceil (log (scale) / log (FIT_STEP)));
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const LeadupTimelineEntry *first = *(const LeadupTimelineEntry *const *) a;
  const LeadupTimelineEntry *second = *(const LeadupTimelineEntry *const *) b;

  if (first->importance != second->importance)
    return first->importance > second->importance ? -1 : 1;

  return leadup_timeline_entry_compare (first, second);
}

/* The most important events of a chart or of the whole story, as many as the user wants to read. */
static GHashTable *
find_titled (const LeadupTimelineBuilder *self)
{
  guint top = self->options->top;
  g_autoptr (GPtrArray) entries = NULL;
  GHashTable *titled;

  if (top == 0 || top >= leadup_timeline_index_get_n_shown (self->index))
    return NULL;

  entries = g_ptr_array_sized_new (leadup_timeline_index_get_n_shown (self->index));
  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, i);

      for (guint j = 0; j < lane->n_entries; j++)
        if (!self->options->is_chart ||
            ((double) lane->entries[j].start < self->to &&
             leadup_timeline_entry_get_end (&lane->entries[j]) > self->from))
          g_ptr_array_add (entries, (gpointer) &lane->entries[j]);
    }
  g_ptr_array_sort (entries, compare_importance);

  titled = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < MIN (top, entries->len); i++)
    g_hash_table_add (titled, g_ptr_array_index (entries, i));

  return titled;
}

/**
 * leadup_timeline_builder_pack:
 *
 * Gives every event of every lane its row and activation scale. A lane that would be packed as it
 * is keeps its packing.
 *
 * Returns: (transfer full) (element-type LeadupLanePacking): one a lane
 */
GPtrArray *
leadup_timeline_builder_pack (LeadupTimelineBuilder *self,
                              guint                  max_rows)
{
  LeadupLanePackingOptions options = { .max_rows = max_rows,
                                       .fit_scale = leadup_timeline_builder_fit_scale (self),
                                       .most_scale = self->options->is_chart ? self->scale : 0 };
  GPtrArray *packings = g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_lane_packing_unref);

  if (self->titled == NULL)
    self->titled = find_titled (self);
  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index); i++)
    {
      gboolean is_known =
          self->packings != NULL && self->packed_scale == self->scale && i < self->packings->len;

      g_ptr_array_add (packings,
                       pack_lane (self, i, &options,
                                  is_known ? g_ptr_array_index (self->packings, i) : NULL));
    }
  self->packed_scale = self->scale;

  return packings;
}
