/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-scene.h"

#include "layout/leadup-graph-map.h"
#include "render/leadup-chart-furniture.h"
#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#define SCREEN_MARGIN 24.0

#define EMPTY_HEIGHT 160.0

/* Of the height of a chart that is for its map. */
#define LEAST_MAP_SHARE 0.55

/* Of rows: how low one is at least, what stands above them all, and what part of the height is
 * theirs where the names of columns are turned. */
#define LEAST_ROW 15.0
#define ROWS_HEAD 40.0
#define ROWS_OF_MATRIX 0.72

/* How high a chart is beside its width where nobody says so; how much of its height blocs are
 * stretched to, and how far at most. */
#define CHART_ASPECT 0.6
#define STRETCH_PART 0.8
#define MAX_STRETCH 2.5

/* How many actors stay legible in a chart of a width. */
static guint
get_most_in_width (double width)
{
  return width < 520.0 ? 16 : width < 900.0 ? 30 : width < 1500.0 ? 45 : 70;
}

/**
 * leadup_graph_scene_get_max_actors:
 * @options: of a scene
 *
 * Returns: how many actors it shows at most, those in most events; 0 = all. A chart has as many as
 * stay legible in its width, and rows as there is room for in its height
 */
guint
leadup_graph_scene_get_max_actors (const LeadupGraphSceneOptions *options)
{
  double rows = LEAST_MAP_SHARE * options->height - ROWS_HEAD;
  guint most;

  if (options->max_actors > 0)
    return options->max_actors;
  if (!options->is_chart)
    return 0;

  most = get_most_in_width (options->width);
  if (options->height <= 0.0 || (options->form != LEADUP_GRAPH_FORM_LANES &&
                                 options->form != LEADUP_GRAPH_FORM_MATRIX))
    return most;
  if (options->form == LEADUP_GRAPH_FORM_MATRIX)
    rows *= ROWS_OF_MATRIX;

  return CLAMP ((guint) MAX (rows / LEAST_ROW, 0.0), 4, most);
}

/* “Showing 25 of 140 actors, pairs with at least 3 events” */
static char *
make_counts (const LeadupGraphBuilder *builder)
{
  guint least = builder->options->sieve != NULL
                    ? leadup_tie_sieve_get_fields (builder->options->sieve)->min_events
                    : 0;
  g_autofree char *counts =
      leadup_graph_describe_counts (builder->n_actors, builder->n_unsieved, least);
  guint n_untied = builder->n_actors - builder->n_mapped;

  if (builder->brevity < LEADUP_GRAPH_BREVITY_COUNTED || n_untied == 0)
    return g_steal_pointer (&counts);

  /* Translators: “26 actors, 9 of them without a direct tie” */
  return g_strdup_printf (
      ngettext ("%s, %u of them without a direct tie", "%s, %u of them without a direct tie", n_untied),
      counts, n_untied);
}

/* Many short columns use the height that there is, so that names and lines have room. */
static void
stretch (LeadupPoint                   *places,
         guint                          n,
         const LeadupGraphSceneOptions *options)
{
  double aspect = options->height > 0.0 ? options->height / options->width : CHART_ASPECT;
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE }, high = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double by;

  for (guint i = 0; i < n; i++)
    {
      low = (LeadupPoint) { MIN (low.x, places[i].x), MIN (low.y, places[i].y) };
      high = (LeadupPoint) { MAX (high.x, places[i].x), MAX (high.y, places[i].y) };
    }
  if (!(high.y > low.y))
    return;

  by = CLAMP (STRETCH_PART * aspect * (high.x - low.x) / (high.y - low.y), 1.0, MAX_STRETCH);
  for (guint i = 0; i < n; i++)
    places[i].y *= by;
}

/* Returns: (transfer full) (nullable): places for a form that does not take those of the map */
static LeadupPoint *
place_form (LeadupGraphBuilder *builder)
{
  const LeadupGraphSceneOptions *options = builder->options;
  guint focus;

  if (options->form == LEADUP_GRAPH_FORM_BLOCS)
    {
      LeadupPoint *places =
          leadup_graph_forms_place_blocs (builder->ties, options->from, options->to);

      stretch (places, leadup_ties_get_n_actors (builder->ties), options);
      return places;
    }
  if (options->form != LEADUP_GRAPH_FORM_RINGS)
    return NULL;

  if (options->middle == NULL || !leadup_ties_find_actor (builder->ties, options->middle, &focus))
    focus = leadup_graph_forms_find_centre (builder->ties);

  return leadup_graph_forms_place_rings (builder->ties, focus, builder->positions);
}

/* An empty picture says that it is meant to be. */
static void
add_empty_note (LeadupGraphBuilder *builder,
                LeadupRect         *area,
                gboolean            may_grow)
{
  const char *text = _ ("No actors to show");
  double width = leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_SUBTITLE, text);

  if (may_grow)
    area->height = EMPTY_HEIGHT;
  leadup_scene_begin (builder->scene, LEADUP_SCENE_DECORATION, "actors", NULL, NULL, text);
  leadup_scene_add_text (builder->scene, text, LEADUP_TEXT_SUBTITLE, LEADUP_ANCHOR_START,
                         round (area->x + (area->width - width) / 2),
                         round (area->y + area->height / 2), width, builder->theme->text_dim);
  leadup_scene_end (builder->scene);
}

/* Draws whatever form it is into @area. */
static void
draw_form (LeadupGraphBuilder *builder,
           LeadupRect         *area,
           gboolean            may_grow)
{
  if (builder->n_actors == 0)
    {
      add_empty_note (builder, area, may_grow);
      return;
    }

  if (builder->options->form == LEADUP_GRAPH_FORM_MATRIX)
    {
      leadup_graph_builder_draw_matrix (builder, area, may_grow);
      return;
    }

  if (builder->options->form == LEADUP_GRAPH_FORM_LANES)
    {
      leadup_graph_builder_draw_lanes (builder, area, may_grow);
      return;
    }

  leadup_graph_builder_fit (builder, area, may_grow);
  leadup_graph_builder_draw (builder, area);
}

static void
draw_screen (LeadupGraphBuilder *builder)
{
  LeadupRect whole = { 0, 0, builder->options->width, builder->options->height };
  LeadupRect area = leadup_rect_inset (&whole, SCREEN_MARGIN);

  leadup_scene_push_clip (builder->scene, &whole);
  draw_form (builder, &area, FALSE);
  leadup_scene_pop_clip (builder->scene);
  leadup_scene_set_plot (builder->scene, &whole, whole.height);
}

/* The room that the map has between the header and what stands below it. */
static double
get_map_height (LeadupGraphBuilder     *builder,
                const LeadupChartTexts *texts,
                const LeadupRect       *column)
{
  return builder->options->height - 3 * column->y -
         leadup_chart_add_header (NULL, builder->measure, builder->theme, texts, column) -
         leadup_graph_builder_add_legend (builder, NULL, column) -
         leadup_graph_builder_add_untied (builder, NULL, column) -
         leadup_chart_add_footer (NULL, builder->measure, builder->theme, texts, column);
}

/* A low picture is for its map: it first counts those without a tie instead of naming them, and
 * then explains less. */
static void
find_brevity (LeadupGraphBuilder     *builder,
              const LeadupChartTexts *texts,
              const LeadupRect       *column)
{
  double least = LEAST_MAP_SHARE * builder->options->height;

  if (builder->options->height <= 0.0)
    return;

  while (builder->brevity < LEADUP_GRAPH_BREVITY_BARE &&
         get_map_height (builder, texts, column) < least)
    builder->brevity++;
}

/* Header, map, legend, footer, from top to bottom; the map takes what the others leave. */
static void
draw_chart (LeadupGraphBuilder *builder)
{
  const LeadupGraphSceneOptions *options = builder->options;
  double margin = leadup_chart_get_margin (options->width);
  LeadupRect column = { margin, margin, MAX (options->width - 2.0 * margin, 1.0), 0.0 };
  LeadupRect area = column;
  g_autofree char *counts = NULL;
  LeadupChartTexts texts = {
    .title = options->title,
    .subtitle = options->subtitle,
    .source_line = options->source_line,
    .byline = options->byline,
    .as_of = options->as_of,
    .counts = "0",
  };
  double legend, untied, footer;

  find_brevity (builder, &texts, &column);
  texts.counts = counts = make_counts (builder);
  legend = leadup_graph_builder_add_legend (builder, NULL, &column);
  untied = leadup_graph_builder_add_untied (builder, NULL, &column);
  footer = leadup_chart_add_footer (NULL, builder->measure, builder->theme, &texts, &column);
  area.y +=
      leadup_chart_add_header (builder->scene, builder->measure, builder->theme, &texts, &column);
  area.height = MAX (options->height - margin - footer - legend - untied - margin - area.y, 1.0);
  draw_form (builder, &area, options->height <= 0.0);

  column.y = area.y + area.height + margin;
  leadup_graph_builder_add_untied (builder, builder->scene, &column);
  column.y += untied;
  leadup_graph_builder_add_legend (builder, builder->scene, &column);
  column.y += legend;
  leadup_chart_add_footer (builder->scene, builder->measure, builder->theme, &texts, &column);
  leadup_scene_set_height (
      builder->scene, options->height > 0.0 ? options->height : ceil (column.y + footer + margin));
  leadup_scene_set_plot (builder->scene, &area, area.height);
}

/**
 * leadup_graph_scene_new:
 * @snapshot: a story
 * @ties: of it
 * @positions: (array): for each actor of @ties, in its order, in units of the length of a neutral
 * tie, y down; as leadup_graph_map_place() returns them
 * @options: what to show
 * @theme: how it looks; has to outlive the scene
 * @measure: of this thread, for @theme
 *
 * Draws the map of who did what to whom in a window: symbols by kind and involvement, one line per
 * direction, by tone, number, kind and certainty of the events behind it. Any thread.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_graph_scene_new (LeadupSnapshot                *snapshot,
                        LeadupTies                    *ties,
                        const LeadupPoint             *positions,
                        const LeadupGraphSceneOptions *options,
                        const LeadupTheme             *theme,
                        LeadupTextMeasure             *measure)
{
  LeadupGraphBuilder builder = { snapshot, ties, positions, options, theme, measure };
  g_autofree LeadupPoint *places = NULL;
  g_autofree LeadupPoint *sieved_places = NULL;
  g_autoptr (LeadupTies) sieved = NULL;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL && measure != NULL, NULL);

  builder.n_unsieved = MAX (options->n_all, leadup_ties_get_n_actors (ties));
  if (options->sieve != NULL && !leadup_tie_sieve_is_open (options->sieve))
    {
      sieved = leadup_tie_sieve_apply (options->sieve, ties, options->from, options->to);
      sieved_places = leadup_graph_map_sieve (ties, sieved, positions);
      builder.ties = sieved;
      builder.positions = sieved_places;
    }
  builder.scene = leadup_scene_new (theme, options->width, options->height);
  places = place_form (&builder);
  if (places != NULL)
    builder.positions = places;
  leadup_graph_builder_select (&builder, leadup_graph_scene_get_max_actors (options));
  if (options->is_chart)
    draw_chart (&builder);
  else
    draw_screen (&builder);
  leadup_graph_builder_clear (&builder);
  leadup_scene_finish (builder.scene);

  return builder.scene;
}
