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
#define PADDING 8.0
#define NARROW 560.0
#define ROW_BUDGET 42 /* rows of labels in a chart that may be as high as it likes */
#define MAX_ROWS 40u
#define FEW_EVENTS 60
#define MAX_HEIGHT 16384.0
#define CHART_GAP 14.0
#define MIN_PLOT 40.0
#define MAX_FITTINGS 4
#define MAX_FURNITURE 0.45 /* of a chart, before its texts are cut shorter */

/* A category as it looks in the theme. */
typedef struct
{
  LeadupColour colour;
  LeadupSymbol symbol;
} Look;

/* Where something in the index is, which keeps folded time. */
double
leadup_timeline_builder_to_x (const LeadupTimelineBuilder *self,
                              double                       folded)
{
  return leadup_time_scale_folded_to_x (&self->time, folded);
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

/* The colour of an event in a lane, which may have one of its own. */
LeadupColour
leadup_timeline_builder_get_lane_colour (const LeadupTimelineBuilder *self,
                                         const LeadupLane            *lane,
                                         guint32                      category)
{
  LeadupColour colour;

  if (lane->colour != NULL && leadup_colour_parse (lane->colour, &colour))
    return leadup_colour_readable (colour, self->theme->background,
                                   leadup_theme_get_mark_contrast (self->theme));

  return leadup_timeline_builder_get_colour (self, category);
}

/* Below the scale of the whole there may be more that has no label; beyond it the lane keeps its
 * height. */
gboolean
leadup_timeline_builder_needs_strip (const LeadupTimelineBuilder *self,
                                     guint                        lane)
{
  if (leadup_timeline_index_get_lane (self->index, lane)->is_collapsed)
    return TRUE;

  return leadup_lane_packing_get_highest_activation (g_ptr_array_index (self->packings, lane)) >
         MIN (self->scale, leadup_timeline_builder_fit_scale (self));
}

static void
init_looks (LeadupTimelineBuilder *self)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (self->index);
  double contrast = leadup_theme_get_mark_contrast (self->theme);

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
  const LeadupTimeFolds *folds = leadup_timeline_index_get_folds (self->index);
  LeadupInstant from = 0, to = 0;
  double room, least;

  if (!leadup_timeline_index_get_range (self->index, &from, &to))
    to = LEADUP_USEC_DAY;
  from = leadup_time_folds_fold (folds, from);
  to = leadup_time_folds_fold (folds, to);
  /* A few days stand in a fortnight, a few hours in half a day: alone, a moment has no scale. */
  room = ((double) to - (double) from) * 0.03;
  least = (double) LEADUP_USEC_DAY *
          (leadup_timeline_index_get_finest (self->index) < LEADUP_UNIT_DAY ? 0.5 : 14);
  room = MAX (room, (least - ((double) to - (double) from)) / 2);

  self->from_instant =
      self->options->from != LEADUP_INSTANT_MIN
          ? self->options->from
          : leadup_time_folds_unfold (folds, (LeadupInstant) ((double) from - room));
  self->to_instant = self->options->to != LEADUP_INSTANT_MAX
                         ? self->options->to
                         : leadup_time_folds_unfold (folds, (LeadupInstant) ((double) to + room));
  if (self->to_instant <= self->from_instant)
    self->to_instant = self->from_instant + LEADUP_USEC_SECOND;
}

/* The longest word of a name, which no line is to cut. */
static double
measure_word (const LeadupTimelineBuilder *self,
              const char                  *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LANE, words[i]));

  return width;
}

/* Room for the lanes’ names, by the longest of them; for one that is wrapped by its words. */
static double
get_column_width (const LeadupTimelineBuilder *self)
{
  gboolean is_wrapped = self->options->is_chart || self->options->is_still;
  double width = 0;
  double widest = CLAMP (self->area.width * 0.2, 110, 210);

  if (self->has_names_above ||
      leadup_timeline_index_get_lanes_by (self->index) == LEADUP_LANES_NONE)
    return 0;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (self->index) && width < widest; i++)
    {
      const char *name = leadup_timeline_index_get_lane (self->index, i)->name;

      width = MAX (width, leadup_text_measure_estimate (self->measure, LEADUP_TEXT_LANE, name));
      if (is_wrapped)
        widest = MAX (widest, MIN (measure_word (self, name) + 40, self->area.width * 0.3));
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
  leadup_time_scale_init (&self->time, leadup_timeline_index_get_folds (self->index),
                          self->from_instant, self->to_instant, self->plot.x, self->plot.width);
  self->from = self->time.from;
  self->to = self->time.to;
  self->scale = leadup_time_scale_get_density (&self->time);
  self->zone_height = leadup_timeline_builder_get_zone_height (self);
  self->axis_height = AXIS_HEIGHT + self->zone_height;
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  self->n_phase_rows = leadup_timeline_builder_count_phase_rows (self);
  self->phases_height = self->n_phase_rows * PHASE_ROW;
  self->tension_height = leadup_timeline_builder_get_tension_height (self);
}

/**
 * leadup_timeline_builder_find_levels:
 *
 * Finds how much each lane has room to show at this scale.
 */
void
leadup_timeline_builder_find_levels (LeadupTimelineBuilder *self)
{
  int exponent = CLAMP ((int) ceil (log2 (LEADUP_TIMELINE_BUCKET / self->scale)), 0, 61);

  g_array_set_size (self->levels, 0);
  for (guint i = 0; i < self->packings->len; i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, i);
      guint n_rows = leadup_lane_packing_get_n_rows (g_ptr_array_index (self->packings, i));
      double typical = leadup_lane_density_get_typical (lane->density, exponent);
      double span = (double) lane->entries[lane->n_entries - 1].start -
                    (double) lane->entries[0].start + LEADUP_TIMELINE_BUCKET / self->scale;
      double crowd = typical / (ldexp (1, exponent) * self->scale);
      LeadupTimelineLevel level;

      /* A bucket that counts is never emptier than one event: what is sparse is told from the
       * whole. */
      if (typical <= 2)
        crowd = MIN (crowd, 3 * lane->n_entries / (span * self->scale));
      level = self->options->levels != NULL
                  ? leadup_timeline_levels_update (self->options->levels, lane->key, crowd, n_rows)
                  : leadup_timeline_level_choose (crowd, n_rows);
      g_array_append_val (self->levels, level);
    }
}

static double
get_lanes_height (const LeadupTimelineBuilder *self)
{
  return g_array_index (self->tops, double, self->tops->len - 1);
}

/* Rows as the content needs, in a chart that may be as high as it likes. */
static void
pack_freely (LeadupTimelineBuilder *self)
{
  guint n_lanes = MAX (leadup_timeline_index_get_n_lanes (self->index), 1);
  guint rows;

  self->is_compact = FALSE;
  self->row_height = ROW_HEIGHT;
  self->lane_padding = PADDING;
  /* Where few are told, all of them are; many share what can be looked over. */
  rows = leadup_timeline_index_get_n_shown (self->index) <= FEW_EVENTS ? MAX_ROWS
                                                                       : ROW_BUDGET / n_lanes;
  leadup_timeline_builder_pack_with (self, CLAMP (rows, 3, MAX_ROWS));
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

static gboolean
has_dated (const LeadupTimelineBuilder *self)
{
  return leadup_timeline_index_get_n_all (self->index) >
         leadup_timeline_index_get_n_undated (self->index);
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

  /* Of a chart without any dated event an axis would tell something that nobody said. */
  if (!self->options->is_chart || self->packings->len > 0 || has_dated (self))
    leadup_timeline_builder_add_axis (self);
  leadup_timeline_builder_add_tension (self);
  leadup_timeline_builder_add_breaks (self);
  leadup_timeline_builder_add_now (self);

  leadup_timeline_builder_find_levels (self);
  leadup_scene_push_clip (self->scene, &self->plot);
  leadup_timeline_builder_add_ties (self);
  leadup_scene_pop_clip (self->scene);
  leadup_scene_push_clip (self->scene, &lanes);
  for (guint i = 0; i < self->packings->len; i++)
    leadup_timeline_builder_add_lane (self, i);
  leadup_scene_pop_clip (self->scene);
  leadup_scene_push_clip (self->scene, &self->plot);
  for (guint i = 0; i < self->packings->len; i++)
    leadup_timeline_builder_add_ghosts (self, i);
  leadup_scene_pop_clip (self->scene);

  if (self->packings->len == 0)
    add_empty_note (self);
  leadup_scene_set_plot (self->scene, &self->plot, get_lanes_height (self));
}

static guint
count_in_window (const LeadupTimelineBuilder *self)
{
  LeadupInstant from = (LeadupInstant) self->from, to = (LeadupInstant) self->to;
  guint n = 0;

  for (guint i = 0; i < self->packings->len; i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, i);

      for (guint j = leadup_lane_find_first (lane, from);
           j < lane->n_entries && lane->entries[j].start < to; j++)
        if (lane->entries[j].end > from || lane->entries[j].start >= from)
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
static void
append_undated (const LeadupTimelineBuilder *self,
                GString                     *note)
{
  guint n = leadup_timeline_index_get_n_undated (self->index);
  guint shown;

  if (n == 0)
    return;

  g_string_append (note, _ ("Without a date: "));
  for (shown = 0; shown < MIN (n, 6); shown++)
    {
      LeadupEvent *event = leadup_timeline_index_get_undated (self->index, shown);

      g_string_append_printf (note, "%s%s", shown > 0 ? "; " : "", leadup_event_get_title (event));
    }
  if (shown < n)
    g_string_append_printf (note, "; +%u", n - shown);
}

/* And so are the lanes that found no room. */
static void
append_left_out (const LeadupTimelineBuilder *self,
                 GString                     *note)
{
  guint n_lanes = leadup_timeline_index_get_n_lanes (self->index);
  guint n_events = 0;
  guint n = leadup_timeline_index_get_n_hidden_lanes (self->index, &n_events) + n_lanes -
            self->packings->len;

  if (n == 0)
    return;

  for (guint i = self->packings->len; i < n_lanes; i++)
    n_events += leadup_timeline_index_get_lane (self->index, i)->n_entries;
  g_string_append_printf (
      note, ngettext ("%u more lane is not shown", "%u more lanes are not shown", n), n);
  g_string_append_printf (note, ngettext (" (%u event)", " (%u events)", n_events), n_events);
}

static char *
make_note (const LeadupTimelineBuilder *self)
{
  GString *note = g_string_new (NULL);

  append_left_out (self, note);
  if (note->len > 0 && leadup_timeline_index_get_n_undated (self->index) > 0)
    g_string_append (note, ". ");
  append_undated (self, note);

  return g_string_free (note, FALSE);
}

/* What a chart is made of beside its lanes, with the heights of its parts. */
typedef struct
{
  LeadupChartTexts texts;
  GArray *legend;
  char *counts;
  char *note;
  double head;
  double foot; /* legend, footer and the room between them and the lanes */
} Chart;

static void
clear_chart (Chart *chart)
{
  g_clear_pointer (&chart->legend, g_array_unref);
  g_clear_pointer (&chart->counts, g_free);
  g_clear_pointer (&chart->note, g_free);
}

static double
add_legend (LeadupTimelineBuilder *self,
            const Chart           *chart,
            LeadupScene           *scene)
{
  return leadup_chart_add_legend (scene, self->measure, self->theme,
                                  (const LeadupLegendEntry *) (gconstpointer) chart->legend->data,
                                  chart->legend->len, &self->area);
}

/* What there is to explain and to tell depends on what found room. */
static void
describe_chart (LeadupTimelineBuilder *self,
                Chart                 *chart)
{
  clear_chart (chart);
  leadup_timeline_builder_find_levels (self);
  chart->legend = leadup_timeline_builder_make_legend (self);
  chart->counts = make_counts (self);
  chart->note = make_note (self);
  chart->texts.counts = chart->counts;
  chart->texts.note = chart->note;
  chart->head =
      leadup_chart_add_header (NULL, self->measure, self->theme, &chart->texts, &self->area) +
      self->axis_height + self->phases_height + self->tension_height;
  chart->foot =
      CHART_GAP + add_legend (self, chart, NULL) +
      leadup_chart_add_footer (NULL, self->measure, self->theme, &chart->texts, &self->area);
}

/* Fits the lanes into what @height leaves beside so much furniture. Returns: how much there is then
 */
static double
fit_beside (LeadupTimelineBuilder *self,
            Chart                 *chart,
            double                 height,
            double                 furniture)
{
  leadup_timeline_builder_fit_chart (self, MAX (height - furniture, MIN_PLOT));
  describe_chart (self, chart);
  if (!chart->texts.is_tight && chart->head + chart->foot > height * MAX_FURNITURE)
    {
      chart->texts.is_tight = TRUE;
      describe_chart (self, chart);
    }

  return chart->head + chart->foot;
}

/* The legend and the notes depend on what is crowded or left out, and that on the room that they
 * leave: each time there is more to tell, once more. Where in the end there is less to tell, the
 * lanes may have the rest. */
static void
fit_chart (LeadupTimelineBuilder *self,
           Chart                 *chart,
           double                 height)
{
  double taken = 0, furniture = 0;

  for (guint i = 0; i < MAX_FITTINGS; i++)
    {
      furniture = fit_beside (self, chart, height, taken);
      if (furniture <= taken)
        break;
      taken = furniture;
    }
  if (taken - furniture >= ROW_HEIGHT && fit_beside (self, chart, height, furniture) > furniture)
    fit_beside (self, chart, height, taken);
  leadup_timeline_builder_stretch_lanes (self, height - chart->head - chart->foot);
}

static void
build_chart (LeadupTimelineBuilder *self)
{
  const LeadupTimelineSceneOptions *options = self->options;
  Chart chart = { .texts = { .title = options->title,
                             .subtitle = options->subtitle,
                             .source_line = options->source_line,
                             .byline = options->byline,
                             .as_of = options->as_of } };
  double margin = self->area.x;
  double height = options->height;

  self->area.y = margin;
  if (height <= 0)
    {
      pack_freely (self);
      describe_chart (self, &chart);
      if (chart.head + get_lanes_height (self) + chart.foot + 2 * margin > MAX_HEIGHT)
        height = MAX_HEIGHT;
    }
  if (height > 0)
    fit_chart (self, &chart, height - 2 * margin);

  self->plot.y = margin + chart.head;
  self->plot.height = MAX (get_lanes_height (self), self->packings->len == 0 ? 160 : 0);
  if (height > 0)
    self->plot.height = MAX (height - 2 * margin - chart.head - chart.foot, 20);
  leadup_chart_add_header (self->scene, self->measure, self->theme, &chart.texts, &self->area);
  add_plot (self);

  self->area.y = self->plot.y + self->plot.height + CHART_GAP;
  self->area.y += add_legend (self, &chart, self->scene);
  self->area.y +=
      leadup_chart_add_footer (self->scene, self->measure, self->theme, &chart.texts, &self->area);
  if (options->height <= 0)
    leadup_scene_set_height (self->scene, ceil (self->area.y + margin));
  clear_chart (&chart);
}

/* Where the lanes lie on screen: below the axis, down to the end. */
static void
init_screen (LeadupTimelineBuilder *self)
{
  self->plot.y = self->axis_height + self->phases_height + self->tension_height;
  self->plot.height = MAX (self->options->height - self->plot.y, 20);
  leadup_timeline_builder_fit_screen (self, self->plot.height);
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
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->levels = g_array_new (FALSE, FALSE, sizeof (LeadupTimelineLevel));
  init_window (self);
  init_plot (self);
  init_looks (self);
}

static void
clear_builder (LeadupTimelineBuilder *self)
{
  g_clear_pointer (&self->packings, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->colours, g_array_unref);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->titled, g_hash_table_unref);
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
  leadup_timeline_builder_count_tension (&builder);
  *plot = builder.plot;
  *lanes_height = get_lanes_height (&builder);
  clear_builder (&builder);
}
