/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-periods.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-graph-map.h"
#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"
#include "render/leadup-scene-append.h"

#include <glib/gi18n.h>
#include <math.h>

/* As many maps as are looked over with ease. */
#define GOOD_NUMBER 12

/* Width of a map where the height is free, and how high a map may be beside its width. */
#define CELL_WIDTH 300.0
#define MIN_ASPECT 0.5
#define MAX_ASPECT 1.1

#define CELL_GAP 14.0
#define CELL_MARGIN 18.0
#define NAME_GAP 4.0

/* What all maps of a sheet share. */
typedef struct
{
  LeadupGraphBuilder builder; /* of the whole time */
  const LeadupTieWindow *only;
  LeadupUnit         unit;
  LeadupInstant      from;
  LeadupInstant      to;
  guint              n;
  guint              n_columns;
  guint              n_rows;
  double             aspect; /* height of a map beside its width */
  double             cell_width;
  double             cell_height; /* with the name above */
  LeadupPoint        camera;
  double             zoom;
} Sheet;

/**
 * leadup_graph_periods_count:
 * @from: any moment of the first period
 * @to: exclusive
 * @unit: how long they are
 *
 * Returns: how many calendar periods the time touches; one more than %LEADUP_GRAPH_PERIODS_MAX
 * stands for all above it
 */
guint
leadup_graph_periods_count (LeadupInstant from,
                            LeadupInstant to,
                            LeadupUnit    unit)
{
  guint n = 0;

  for (LeadupInstant start = leadup_calendar_floor (from, unit, 1);
       start < to && n <= LEADUP_GRAPH_PERIODS_MAX; n++)
    {
      LeadupInstant next = leadup_calendar_add (start, unit, 1);

      if (next <= start)
        break;
      start = next;
    }

  return n;
}

/* Returns: the finest unit that makes few enough periods to be looked over */
LeadupUnit
leadup_graph_periods_choose_unit (LeadupInstant from,
                                  LeadupInstant to)
{
  LeadupUnit unit = LEADUP_UNIT_DAY;

  while (unit < LEADUP_UNIT_MILLENNIUM &&
         leadup_graph_periods_count (from, to, unit) > GOOD_NUMBER)
    unit++;

  return unit;
}

static double
get_name_height (const Sheet *self)
{
  return leadup_text_measure_get_height (self->builder.measure, LEADUP_TEXT_LABEL) + NAME_GAP;
}

/* As high as the map is, names included as far as can be told yet. */
static void
find_aspect (Sheet *self)
{
  const LeadupGraphBuilder *builder = &self->builder;
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE }, high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < builder->n_mapped; i++)
    {
      const LeadupPoint *at = &builder->positions[builder->actors[i].index];

      low = (LeadupPoint) { MIN (low.x, at->x), MIN (low.y, at->y) };
      high = (LeadupPoint) { MAX (high.x, at->x), MAX (high.y, at->y) };
    }
  self->aspect = builder->n_mapped > 0 ? (high.y - low.y + 0.5) / (high.x - low.x + 0.5) : 1.0;
  self->aspect = CLAMP (self->aspect, MIN_ASPECT, MAX_ASPECT);
}

/* The grid whose maps are nearest to their best shape, and as large as can be. */
static void
lay_out (Sheet *self,
         double width,
         double height)
{
  double name = get_name_height (self);
  double best = -1.0;

  if (height <= 0.0)
    {
      self->n_columns = CLAMP ((guint) (width / CELL_WIDTH), 1, MAX (self->n, 1));
      self->n_rows = (self->n + self->n_columns - 1) / self->n_columns;
      self->cell_width = floor ((width - CELL_GAP * (self->n_columns - 1)) / self->n_columns);
      self->cell_height = ceil (self->cell_width * self->aspect + name);
      return;
    }

  for (guint columns = 1; columns <= self->n; columns++)
    {
      guint rows = (self->n + columns - 1) / columns;
      double w = floor ((width - CELL_GAP * (columns - 1)) / columns);
      double h = floor ((height - CELL_GAP * (rows - 1)) / rows);
      double size = MIN (w, (h - name) / self->aspect);

      if (size <= best)
        continue;
      best = size;
      self->n_columns = columns;
      self->n_rows = rows;
      self->cell_width = w;
      self->cell_height = MAX (h, name + 1);
    }
}

/* “Mar 2025 · 4 events” */
static void
add_name (const Sheet *self,
          const Sheet *cell,
          double       x,
          double       y)
{
  LeadupTextMeasure *measure = self->builder.measure;
  g_autofree char *period = self->unit <= LEADUP_UNIT_DAY && self->only == NULL
                                ? leadup_instant_format (cell->from, LEADUP_UNIT_DAY)
                                : leadup_range_format (cell->from, cell->to);
  g_autofree char *name = NULL;
  g_autofree char *set = NULL;
  guint n = 0;

  for (guint i = 0; i < leadup_ties_get_n (self->builder.ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (self->builder.ties, i);
      LeadupTieSummary summary;

      leadup_tie_summarize (tie, cell->from, cell->to, &summary);
      n += summary.n;
    }
  /* Translators: a month or another period, and how many events are on its map; an event between
   * several pairs counts for each. */
  name = n > 0 ? g_strdup_printf (ngettext ("%s · %u", "%s · %u", n), period, n)
               : g_strdup_printf (_ ("%s · nothing reported"), period);
  set = leadup_text_measure_ellipsize (measure, LEADUP_TEXT_LABEL, name, self->cell_width);
  leadup_scene_begin (self->builder.scene, LEADUP_SCENE_DECORATION, "periods", NULL, NULL, name);
  leadup_scene_add_text (self->builder.scene, set, LEADUP_TEXT_LABEL, LEADUP_ANCHOR_START, x,
                         round (y + leadup_text_measure_get_ascent (measure, LEADUP_TEXT_LABEL)),
                         leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, set),
                         n > 0 ? self->builder.theme->text : self->builder.theme->text_dim);
  leadup_scene_end (self->builder.scene);
}

static void
add_cell (const Sheet *self,
          const Sheet *cell,
          double       x,
          double       y)
{
  const LeadupGraphBuilder *builder = &self->builder;
  double name = get_name_height (self);
  LeadupPaint frame = { .stroke = builder->theme->line_faint, .stroke_width = 1.0 };
  LeadupRect box = { x + 0.5, y + name + 0.5, self->cell_width - 1, self->cell_height - name - 1 };
  LeadupGraphSceneOptions options = *builder->options;
  g_autoptr (LeadupScene) map = NULL;

  options.width = self->cell_width;
  options.height = self->cell_height - name;
  options.from = MAX (cell->from, builder->options->from);
  options.to = MIN (cell->to, builder->options->to);
  options.is_chart = FALSE;
  options.max_actors = 0;
  options.sieve = NULL;
  options.before = NULL;
  options.names_active = TRUE;
  options.outside = LEADUP_GRAPH_OUTSIDE_DIM;
  options.camera_x = self->camera.x;
  options.camera_y = self->camera.y;
  options.camera_zoom = self->zoom;
  map = leadup_graph_scene_new (builder->snapshot, builder->ties, builder->positions, &options,
                                builder->theme, builder->measure);
  add_name (self, cell, x, y);
  leadup_scene_begin (builder->scene, LEADUP_SCENE_DECORATION, "periods", NULL, NULL, NULL);
  leadup_scene_add_rect (builder->scene, &box, 3, &frame);
  leadup_scene_end (builder->scene);
  leadup_scene_append (builder->scene, map, x, y + name);
}

/* One camera for all, at which everybody fits in with the name. */
static void
find_camera (Sheet *self)
{
  LeadupGraphBuilder *builder = &self->builder;
  LeadupRect whole = { 0, 0, self->cell_width, self->cell_height - get_name_height (self) };
  LeadupRect area = leadup_rect_inset (&whole, CELL_MARGIN);
  const LeadupPoint *position;

  if (builder->n_mapped == 0)
    return;

  self->zoom = leadup_graph_builder_fit (builder, &area, FALSE);
  position = &builder->positions[builder->actors[0].index];
  self->camera.x =
      position->x - (builder->nodes[0].centre.x - (area.x + area.width / 2.0)) / self->zoom;
  self->camera.y =
      position->y - (builder->nodes[0].centre.y - (area.y + area.height / 2.0)) / self->zoom;
}

static void
add_cells (const Sheet *self,
           double       x,
           double       y)
{
  Sheet cell = { .to = leadup_calendar_floor (self->from, self->unit, 1) };

  if (self->only != NULL)
    {
      cell.from = self->only->from;
      cell.to = self->only->to;
      add_cell (self, &cell, x, y);
    }
  for (guint i = 0; self->only == NULL && i < self->n; i++)
    {
      cell.from = cell.to;
      cell.to = leadup_calendar_add (cell.from, self->unit, 1);
      add_cell (self, &cell, x + (i % self->n_columns) * (self->cell_width + CELL_GAP),
                y + (i / self->n_columns) * (self->cell_height + CELL_GAP));
    }
}

/* The time that there is something to show of. */
static gboolean
find_span (Sheet *self)
{
  const LeadupGraphSceneOptions *options = self->builder.options;
  LeadupInstant first, last;

  if (!leadup_ties_get_span (self->builder.ties, &first, &last))
    return FALSE;

  self->from = options->from != LEADUP_INSTANT_MIN ? options->from : first;
  self->to = options->to != LEADUP_INSTANT_MAX ? options->to : last + 1;

  return self->from < self->to;
}

static void
draw_sheet (Sheet *self)
{
  LeadupGraphBuilder *builder = &self->builder;
  const LeadupGraphSceneOptions *options = builder->options;
  double margin = leadup_chart_get_margin (options->width);
  LeadupRect column = { margin, margin, MAX (options->width - 2.0 * margin, 1.0), 0.0 };
  guint least = options->sieve != NULL
                    ? leadup_tie_sieve_get_fields (options->sieve)->min_events
                    : 0;
  g_autofree char *counts =
      leadup_graph_describe_counts (builder->n_actors, builder->n_unsieved, least);
  LeadupChartTexts texts = { .title = options->title,
                             .subtitle = options->subtitle,
                             .source_line = options->source_line,
                             .byline = options->byline,
                             .as_of = options->as_of,
                             .counts = counts };
  double head = leadup_chart_add_header (builder->scene, builder->measure, builder->theme, &texts,
                                         &column);
  double legend = leadup_graph_builder_add_legend (builder, NULL, &column);
  double foot = leadup_chart_add_footer (NULL, builder->measure, builder->theme, &texts, &column);
  double room = options->height - 2.5 * margin - head - legend - foot;

  find_aspect (self);
  lay_out (self, column.width, options->height > 0.0 ? MAX (room, 1.0) : 0.0);
  find_camera (self);
  add_cells (self, column.x, margin + head);
  column.y = margin + head + self->n_rows * (self->cell_height + CELL_GAP) - CELL_GAP + margin / 2;
  leadup_graph_builder_add_legend (builder, builder->scene, &column);
  column.y += legend;
  leadup_chart_add_footer (builder->scene, builder->measure, builder->theme, &texts, &column);
  if (options->height <= 0.0)
    leadup_scene_set_height (builder->scene, ceil (column.y + foot + margin));
}

/* Who has no tie in all of the time has none on any map. */
static LeadupTies *
drop_untied (const LeadupGraphSceneOptions *options,
             LeadupTies                    *ties)
{
  guint n = leadup_tie_sieve_count_tied (ties, options->from, options->to);
  LeadupTieSieveFields fields = { .top = MAX (n, 1) };
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);

  return leadup_tie_sieve_apply (sieve, ties, options->from, options->to);
}

/**
 * leadup_graph_periods_scene_new:
 * @snapshot: a story
 * @ties: of it, already sieved: the sieve of @options is only told of
 * @positions: (array): as for leadup_graph_scene_new()
 * @options: of the whole sheet; a sheet is always a chart
 * @unit: a map for each of these, at most %LEADUP_GRAPH_PERIODS_MAX
 * @only: (nullable): in place of them one map of this time, as it would stand among others
 * @theme: how it looks; has to outlive the scene
 * @measure: of this thread, for @theme
 *
 * Draws the same map for each day, week, month … of a time: nobody moves from one to the next, and
 * who has no tie in a period stands back. Any thread.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_graph_periods_scene_new (LeadupSnapshot                *snapshot,
                                LeadupTies                    *ties,
                                const LeadupPoint             *positions,
                                const LeadupGraphSceneOptions *options,
                                LeadupUnit                     unit,
                                const LeadupTieWindow         *only,
                                const LeadupTheme             *theme,
                                LeadupTextMeasure             *measure)
{
  Sheet sheet = { { snapshot, ties, positions, options, theme, measure }, only, .unit = unit };
  LeadupGraphBuilder *builder = &sheet.builder;
  g_autoptr (LeadupTies) sieved = NULL;
  g_autofree LeadupPoint *places = NULL;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL && measure != NULL, NULL);

  builder->n_unsieved = MAX (options->n_all, leadup_ties_get_n_actors (ties));
  sieved = drop_untied (options, ties);
  places = leadup_graph_map_sieve (ties, sieved, positions);
  builder->ties = sieved;
  builder->positions = places;
  builder->scene = leadup_scene_new (theme, options->width, options->height);
  leadup_graph_builder_select (builder, 0);
  if (only != NULL)
    {
      sheet.n = 1;
    }
  else if (find_span (&sheet))
    {
      guint n = leadup_graph_periods_count (sheet.from, sheet.to, unit);

      sheet.n = MIN (n, LEADUP_GRAPH_PERIODS_MAX);
    }
  draw_sheet (&sheet);
  leadup_graph_builder_clear (builder);
  leadup_scene_finish (builder->scene);

  return builder->scene;
}
