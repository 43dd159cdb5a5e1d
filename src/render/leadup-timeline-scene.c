/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-scene.h"

#include "model/leadup-category.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

#define AXIS_HEIGHT 44.0
#define PHASE_ROW 20.0
#define ROW_HEIGHT 24.0
#define TIGHT_ROW 20.0
#define TIGHT_PAD 4.0
#define PADDING 8.0
#define FEW_EVENTS 5000 /* so few can be packed several times over */
#define MAX_ROW 32.0
#define NAME_HEIGHT 20.0 /* of a name above its lane */
#define MIN_LANE 52.0
#define NARROW 560.0
#define ROW_BUDGET 42 /* rows of labels in a chart that may be as high as it likes */
#define MAX_HEIGHT 16384.0

/* Numbers of rows that a lane may have: few steps, so that resizing a window seldom packs anew. */
static const guint row_steps[] = { 48, 36, 28, 22, 17, 14, 12, 10, 8, 6, 5, 4, 3, 2, 1 };

/* A category as it looks in the theme. */
typedef struct
{
  LeadupColour colour;
  LeadupSymbol symbol;
} Look;

double
leadup_timeline_builder_to_x (const LeadupTimelineBuilder *self,
                              double                       time)
{
  return self->plot.x + (time - self->from) * self->scale;
}

LeadupColour
leadup_timeline_builder_get_colour (const LeadupTimelineBuilder *self,
                                    guint32                      category)
{
  return category < self->colours->len ? g_array_index (self->colours, Look, category).colour
                                       : self->theme->neutral;
}

LeadupSymbol
leadup_timeline_builder_get_symbol (const LeadupTimelineBuilder *self,
                                    guint32                      category)
{
  return category < self->colours->len ? g_array_index (self->colours, Look, category).symbol
                                       : LEADUP_SYMBOL_CIRCLE;
}

/* Below the scale of the whole there may be more that has no label; beyond it the lane keeps its
 * height. */
gboolean
leadup_timeline_builder_needs_strip (const LeadupTimelineBuilder *self,
                                     guint                        lane)
{
  return leadup_lane_packing_get_highest_activation (g_ptr_array_index (self->packings, lane)) >
         MIN (self->scale, leadup_timeline_builder_fit_scale (self));
}

static void
init_looks (LeadupTimelineBuilder *self)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (self->index);
  double contrast;

  /* On a dark ground colours need more light to be told apart; high contrast asks for it. */
  contrast = leadup_colour_contrast (self->theme->background, leadup_colour_rgb (0xffffff)) > 8
                 ? 4.5
                 : 3.2;
  if (g_str_has_prefix (self->theme->id, "high-contrast"))
    contrast = 6;

  self->colours = g_array_new (FALSE, FALSE, sizeof (Look));
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CATEGORY); i++)
    {
      const LeadupCategoryFields *fields =
          leadup_category_get_fields (leadup_snapshot_get (snapshot, LEADUP_RECORD_CATEGORY, i));
      Look look = { .colour = self->theme->neutral, .symbol = fields->symbol };

      if (leadup_colour_parse (fields->colour, &look.colour))
        look.colour = leadup_colour_readable (look.colour, self->theme->background, contrast);
      g_array_append_val (self->colours, look);
    }
}

/* The window, or all there is with a little room at the ends. */
static void
init_window (LeadupTimelineBuilder *self)
{
  LeadupInstant from = 0, to = 0;
  double room, least;

  if (!leadup_timeline_index_get_range (self->index, &from, &to))
    to = LEADUP_USEC_DAY;
  /* A few days stand in a fortnight, a few hours in half a day: alone, a moment has no scale. */
  room = ((double) to - (double) from) * 0.03;
  least = (double) LEADUP_USEC_DAY *
          (leadup_timeline_index_get_finest (self->index) < LEADUP_UNIT_DAY ? 0.5 : 14);
  room = MAX (room, (least - ((double) to - (double) from)) / 2);

  self->from_instant = self->options->from != LEADUP_INSTANT_MIN
                           ? self->options->from
                           : (LeadupInstant) ((double) from - room);
  self->to_instant = self->options->to != LEADUP_INSTANT_MAX ? self->options->to
                                                             : (LeadupInstant) ((double) to + room);
  if (self->to_instant <= self->from_instant)
    self->to_instant = self->from_instant + LEADUP_USEC_SECOND;
  self->from = (double) self->from_instant;
  self->to = (double) self->to_instant;
}

/* Room for the lanes’ names, by the longest of them. */
static double
get_column_width (const LeadupTimelineBuilder *self)
{
  double width = 0;
  double widest = CLAMP (self->area.width * 0.2, 110, 210);

  if (self->has_names_above ||
      leadup_timeline_index_get_lanes_by (self->index) == LEADUP_LANES_NONE)
    return 0;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index) && width < widest; i++)
    {
      const char *name = leadup_timeline_index_get_lane (self->index, i)->name;

      width = MAX (width, leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LANE, name));
    }

  return CLAMP (ceil (width) + 40, 84, widest);
}

static void
init_plot (LeadupTimelineBuilder *self)
{
  double margin = self->options->is_chart ? leadup_chart_get_margin (self->options->width) : 12;
  double column;

  self->area = (LeadupRect) { margin, 0, MAX (self->options->width - 2 * margin, 40), 0 };
  self->has_names_above = self->options->width < NARROW;
  column = get_column_width (self);
  self->plot.x = self->area.x + column;
  self->plot.width = MAX (self->area.width - column + (self->options->is_chart ? 0 : margin), 20);
  self->scale = self->plot.width / (self->to - self->from);
  self->axis_height = AXIS_HEIGHT;
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  self->n_phase_rows = leadup_timeline_builder_count_phase_rows (self);
  self->phases_height = self->n_phase_rows * PHASE_ROW;
}

static double
get_lane_height (const LeadupTimelineBuilder *self,
                 guint                        lane)
{
  const LeadupLanePacking *packing = g_ptr_array_index (self->packings, lane);
  double height =
      2 * self->lane_padding + leadup_lane_packing_get_n_rows (packing) * self->row_height;

  if (leadup_timeline_builder_needs_strip (self, lane))
    height += LEADUP_TIMELINE_STRIP;
  if (self->has_names_above)
    return height + NAME_HEIGHT;

  return MAX (height, MIN_LANE);
}

/* Returns: the height of all lanes */
static double
stack_lanes (LeadupTimelineBuilder *self)
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

static double
get_lanes_height (const LeadupTimelineBuilder *self)
{
  return g_array_index (self->tops, double, self->tops->len - 1);
}

static double
pack_with (LeadupTimelineBuilder *self,
           guint                  max_rows)
{
  g_clear_pointer (&self->packings, g_ptr_array_unref);
  self->packings = leadup_timeline_builder_pack (self, max_rows);

  return stack_lanes (self);
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

  for (guint i = 0; i < G_N_ELEMENTS (row_steps); i++)
    if (row_steps[i] <= rows)
      return row_steps[i];

  return 1;
}

/* Packs the lanes into a height: as many rows as there is room for, if need be a little tighter. */
static void
fit_lanes (LeadupTimelineBuilder *self,
           double                 height,
           guint                  least)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_steps); i++)
    {
      self->row_height = ROW_HEIGHT;
      self->lane_padding = PADDING;
      if (pack_with (self, row_steps[i]) <= height || row_steps[i] <= least)
        return;

      self->row_height = TIGHT_ROW;
      self->lane_padding = TIGHT_PAD;
      if (stack_lanes (self) <= height)
        return;
    }
}

/* What is left over goes into the lanes rather than under them. */
static void
stretch_lanes (LeadupTimelineBuilder *self,
               double                 height)
{
  double total = get_lanes_height (self);
  double rows = 0;

  for (guint i = 0; i < self->packings->len; i++)
    rows += leadup_lane_packing_get_n_rows (g_ptr_array_index (self->packings, i));
  if (rows < 1 || total > height)
    return;

  self->row_height = MIN (self->row_height + (height - total) / rows, MAX_ROW);
  total = stack_lanes (self);
  self->lane_padding += CLAMP ((height - total) / (2 * self->packings->len), 0, 14);
  stack_lanes (self);
}

/* All that the rows on screen depend on beside the index: not the window in time, nor small changes
 * of height. */
static char *
make_key (const LeadupTimelineBuilder *self,
          guint                        height_step)
{
  const LeadupFont *font = &self->theme->fonts[LEADUP_TEXT_LABEL];
  double probe = leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LABEL, "Wim");

  return g_strdup_printf ("rows %u %d %s %g %g", height_step, self->has_names_above, font->family,
                          font->size, probe);
}

/* On screen the rows are found once for an index and a height, then kept. */
static void
pack_screen (LeadupTimelineBuilder *self,
             double                 height)
{
  gboolean is_small = leadup_timeline_index_get_n_shown (self->index) <= FEW_EVENTS;
  guint guess = MAX (guess_rows (self, height), 3);
  g_autofree char *key = make_key (self, is_small ? (guint) (height / 24) : guess);
  double scale = self->scale;

  self->packings = leadup_timeline_index_ref_derived (self->index, key);
  /* Rows and their height are those of the whole, so that nothing moves while one zooms in. */
  self->scale = leadup_timeline_builder_fit_scale (self);
  if (self->packings == NULL)
    {
      if (is_small)
        fit_lanes (self, floor (height / 24) * 24, 3);
      else
        pack_with (self, guess);
      leadup_timeline_index_keep_derived (self->index, key, self->packings,
                                          (GBoxedCopyFunc) g_ptr_array_ref,
                                          (GDestroyNotify) g_ptr_array_unref);
    }
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  if (stack_lanes (self) > height)
    {
      self->row_height = TIGHT_ROW;
      self->lane_padding = TIGHT_PAD;
      stack_lanes (self);
    }
  stretch_lanes (self, height);
  self->scale = scale;
  stack_lanes (self);
}

static void
pack_lanes (LeadupTimelineBuilder *self,
            double                 height)
{
  guint n_lanes = MAX (leadup_timeline_index_get_n_lanes (self->index), 1);

  g_clear_pointer (&self->tops, g_array_unref);
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  if (!self->options->is_chart)
    {
      pack_screen (self, height);
    }
  else if (height > 0)
    {
      fit_lanes (self, height, 1);
      stretch_lanes (self, height);
    }
  else
    {
      pack_with (self, CLAMP (ROW_BUDGET / n_lanes, 3, 40));
    }
}

static void
add_empty_note (LeadupTimelineBuilder *self)
{
  const char *text = _ ("No dated events to show");

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "events", NULL, NULL, text);
  leadup_scene_add_text (self->scene, text, LEADUP_TEXT_SUBTITLE, LEADUP_ANCHOR_MIDDLE,
                         self->plot.x + self->plot.width / 2,
                         round (self->plot.y + self->plot.height / 2),
                         leadup_text_measure_get_width (self->measure, LEADUP_TEXT_SUBTITLE, text),
                         self->theme->text_dim);
  leadup_scene_end (self->scene);
}

/* Phases, axis and lanes: what a window shows. */
static void
add_plot (LeadupTimelineBuilder *self)
{
  LeadupRect across = { self->plot.x, 0, self->plot.width, self->plot.y + self->plot.height };
  LeadupRect lanes = { self->area.x, self->plot.y, self->area.width + 12, self->plot.height };

  leadup_scene_push_clip (self->scene, &across);
  leadup_timeline_builder_add_phases (self);
  leadup_scene_pop_clip (self->scene);

  leadup_timeline_builder_add_axis (self);
  leadup_timeline_builder_add_now (self);

  leadup_scene_push_clip (self->scene, &lanes);
  for (guint i = 0; i < self->packings->len; i++)
    leadup_timeline_builder_add_lane (self, i);
  leadup_scene_pop_clip (self->scene);

  if (self->packings->len == 0)
    add_empty_note (self);
  leadup_scene_set_plot (self->scene, &self->plot, get_lanes_height (self));
}

static guint
count_in_window (const LeadupTimelineBuilder *self)
{
  guint n = 0;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, i);

      for (guint j = leadup_lane_find_first (lane, self->from_instant);
           j < lane->n_entries && lane->entries[j].start < self->to_instant; j++)
        if (lane->entries[j].end > self->from_instant)
          n++;
    }

  return n;
}

static char *
make_counts (const LeadupTimelineBuilder *self)
{
  guint n = count_in_window (self);
  guint all = leadup_timeline_index_get_n_all (self->index);

  if (n == all)
    return g_strdup_printf (ngettext ("%u event", "%u events", all), all);

  return g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", all), n, all);
}

/* What has no place in time is named, not dropped. */
static char *
make_note (const LeadupTimelineBuilder *self)
{
  guint n = leadup_timeline_index_get_n_undated (self->index);
  g_autoptr (GString) titles = g_string_new (NULL);
  guint shown;

  if (n == 0)
    return NULL;

  for (shown = 0; shown < MIN (n, 6); shown++)
    {
      LeadupEvent *event = leadup_timeline_index_get_undated (self->index, shown);

      g_string_append_printf (titles, "%s%s", shown > 0 ? "; " : "",
                              leadup_event_get_title (event));
    }
  if (shown < n)
    g_string_append_printf (titles, "; +%u", n - shown);

  return g_strdup_printf (_ ("Without a date: %s"), titles->str);
}

static double
get_legend_height (const LeadupTimelineBuilder *self,
                   const GArray                *legend)
{
  return leadup_chart_add_legend (NULL, self->measure, self->theme,
                                  (const LeadupLegendEntry *) (gconstpointer) legend->data,
                                  legend->len, &self->area);
}

static void
build_chart (LeadupTimelineBuilder *self)
{
  const LeadupTimelineSceneOptions *options = self->options;
  g_autofree char *counts = make_counts (self);
  g_autofree char *note = make_note (self);
  g_autoptr (GArray) legend = NULL;
  LeadupChartTexts texts = { .title = options->title,
                             .subtitle = options->subtitle,
                             .note = note,
                             .source_line = options->source_line,
                             .byline = options->byline,
                             .as_of = options->as_of,
                             .counts = counts };
  double margin = self->area.x;
  double legend_height, footer_height, head, lanes;

  self->area.y = margin;
  head = leadup_chart_add_header (self->scene, self->measure, self->theme, &texts, &self->area) +
         self->axis_height + self->phases_height;
  footer_height = leadup_chart_add_footer (NULL, self->measure, self->theme, &texts, &self->area);

  /* The legend depends on what is crowded, and that on the room that the legend leaves: ask with
   * the most. */
  pack_lanes (self, options->height > 0 ? 1 : 0);
  legend = leadup_timeline_builder_make_legend (self);
  legend_height = get_legend_height (self, legend);
  if (options->height > 0)
    {
      pack_lanes (
          self, MAX (options->height - 2 * margin - head - footer_height - legend_height - 14, 40));
      g_array_unref (legend);
      legend = leadup_timeline_builder_make_legend (self);
      legend_height = get_legend_height (self, legend);
    }

  lanes = MAX (get_lanes_height (self), self->packings->len == 0 ? 160 : 0);
  self->plot.y = margin + head;
  self->plot.height = MIN (lanes, MAX_HEIGHT - 2 * margin - head - footer_height - legend_height);
  if (options->height > 0)
    self->plot.height =
        MAX (options->height - 2 * margin - head - footer_height - legend_height - 14, 20);
  add_plot (self);

  self->area.y = self->plot.y + self->plot.height + 14;
  leadup_chart_add_legend (self->scene, self->measure, self->theme,
                           (LeadupLegendEntry *) (gpointer) legend->data, legend->len, &self->area);
  self->area.y += legend_height;
  leadup_chart_add_footer (self->scene, self->measure, self->theme, &texts, &self->area);
  if (options->height <= 0)
    leadup_scene_set_height (self->scene, ceil (self->area.y + footer_height + margin));
}

/* Where the lanes lie on screen: below the axis, down to the end. */
static void
init_screen (LeadupTimelineBuilder *self)
{
  self->plot.y = self->axis_height + self->phases_height;
  self->plot.height = MAX (self->options->height - self->plot.y, 20);
  pack_lanes (self, self->plot.height);
  if (self->options->height <= 0)
    self->plot.height = get_lanes_height (self);
}

static void
init_builder (LeadupTimelineBuilder            *self,
              LeadupTimelineIndex              *index,
              const LeadupTimelineSceneOptions *options,
              const LeadupTheme                *theme,
              LeadupTextMeasure                *measure)
{
  *self = (LeadupTimelineBuilder) {
    .index = index, .options = options, .theme = theme, .measure = measure
  };
  init_window (self);
  init_plot (self);
  init_looks (self);
}

static void
clear_builder (LeadupTimelineBuilder *self)
{
  g_clear_pointer (&self->packings, g_ptr_array_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->colours, g_array_unref);
}

/**
 * leadup_timeline_scene_new:
 *
 * Builds what a window of the timeline shows. The first scene of an index gives every event its
 * row, which takes as long as there are events; what it found is kept with the index, and from then
 * on the cost depends on the pixels. Any thread that owns @measure.
 *
 * Returns: (transfer full): a finished scene
 */
LeadupScene *
leadup_timeline_scene_new (LeadupTimelineIndex              *index,
                           const LeadupTimelineSceneOptions *options,
                           const LeadupTheme                *theme,
                           LeadupTextMeasure                *measure)
{
  LeadupTimelineBuilder builder;

  g_return_val_if_fail (index != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL && measure != NULL, NULL);

  init_builder (&builder, index, options, theme, measure);
  builder.scene = leadup_scene_new (theme, options->width, options->height);
  if (options->is_chart)
    {
      build_chart (&builder);
    }
  else
    {
      init_screen (&builder);
      add_plot (&builder);
      if (options->height <= 0)
        leadup_scene_set_height (builder.scene, builder.plot.y + builder.plot.height);
    }
  clear_builder (&builder);
  leadup_scene_finish (builder.scene);

  return builder.scene;
}

/**
 * leadup_timeline_scene_measure:
 * @options: of a picture on screen
 * @plot: (out): the lanes; its left and right ends are the ends of the time window
 * @lanes_height: (out): of all lanes, scrolled out or not
 *
 * Tells where things lie, for pointers and scrollbars. Also of use in a worker, to compute there
 * what the first scene of an index would otherwise wait for.
 */
void
leadup_timeline_scene_measure (LeadupTimelineIndex              *index,
                               const LeadupTimelineSceneOptions *options,
                               const LeadupTheme                *theme,
                               LeadupTextMeasure                *measure,
                               LeadupRect                       *plot,
                               double                           *lanes_height)
{
  LeadupTimelineBuilder builder;

  g_return_if_fail (index != NULL && options != NULL && !options->is_chart);
  g_return_if_fail (theme != NULL && measure != NULL);
  g_return_if_fail (plot != NULL && lanes_height != NULL);

  init_builder (&builder, index, options, theme, measure);
  init_screen (&builder);
  *plot = builder.plot;
  *lanes_height = get_lanes_height (&builder);
  clear_builder (&builder);
}
