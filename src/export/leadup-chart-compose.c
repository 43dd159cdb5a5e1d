/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart-compose.h"

#include "base/leadup-error.h"
#include "export/leadup-chart-graph.h"
#include "export/leadup-export-data.h"
#include "layout/leadup-timeline-index.h"
#include "render/leadup-chart-furniture.h"
#include "render/leadup-scene-append.h"
#include "render/leadup-table-scene.h"
#include "render/leadup-timeline-scene.h"

#include <glib/gi18n.h>
#include <math.h>

/* Beside each other where the chart is wide; the timeline needs more room than the map. */
#define LEAST_WIDTH_BESIDE 1000.0
#define LEAST_ASPECT_BESIDE 1.25
#define TIMELINE_SHARE 0.58

static LeadupScene *
compose_timeline (const LeadupChartParts *parts,
                  const LeadupChartWords *words,
                  double                  width,
                  double                  height,
                  GError                **error)
{
  const LeadupExportOptions *options = parts->options;
  g_autoptr (LeadupTimelineIndex) index = NULL;
  LeadupViewFields view = { .lanes_by = options->lanes_by };
  const LeadupViewFields *lanes =
      options->lanes != NULL ? leadup_view_get_fields (options->lanes) : &view;
  LeadupTimelineSceneOptions scene = {
    .width = width,
    .height = height,
    .from = options->from,
    .to = options->to,
    .is_chart = TRUE,
    .title = words->title,
    .subtitle = words->subtitle,
    .source_line = words->source_line,
    .byline = words->byline,
    .as_of = words->as_of,
    .now = LEADUP_INSTANT_MIN,
    .has_tension = options->has_tension,
  };
  const LeadupTimeFolds *folds;
  LeadupInstant first = 0;
  LeadupInstant last = LEADUP_USEC_DAY;
  LeadupInstant margin;

  if (lanes->lanes_by == options->lanes_by)
    view = *lanes;
  view.is_quiet_folded = lanes->is_quiet_folded || options->is_quiet_folded;
  view.opened = lanes->opened;
  view.n_opened = lanes->n_opened;
  scene.top = view.top;
  scene.second_zone = view.second_zone;
  index = leadup_timeline_index_new_for_view (parts->snapshot, options->filter, &view,
                                              parts->cancellable);
  if (g_cancellable_set_error_if_cancelled (parts->cancellable, error))
    return NULL;

  /* Room for the marks and labels at both ends. */
  folds = leadup_timeline_index_get_folds (index);
  leadup_timeline_index_get_range (index, &first, &last);
  first = leadup_time_folds_fold (folds, first);
  last = leadup_time_folds_fold (folds, last);
  margin = MAX ((last - first) / 25, last - first < LEADUP_USEC_DAY ? LEADUP_USEC_DAY : 0);
  if (options->from == LEADUP_INSTANT_MIN)
    scene.from = leadup_time_folds_unfold (folds, first - margin);
  if (options->to == LEADUP_INSTANT_MAX)
    scene.to = leadup_time_folds_unfold (folds, last + 2 * margin);
  if (scene.from >= scene.to)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("The range of time to export is empty: it must begin before it ends."));
      return NULL;
    }

  return leadup_timeline_scene_new (index, &scene, parts->theme, parts->measure);
}

static LeadupScene *
compose_table (const LeadupChartParts *parts,
               const LeadupChartWords *words,
               double                  width,
               double                  height)
{
  g_autoptr (GPtrArray) events = leadup_export_data_list (parts->snapshot, parts->options);
  LeadupTableSceneOptions scene = {
    .width = width,
    .height = height,
    .n_all = leadup_snapshot_get_n (parts->snapshot, LEADUP_RECORD_EVENT),
    .is_paged = parts->options->is_paged,
    .first = parts->options->first_row,
    .title = words->title,
    .subtitle = words->subtitle,
    .source_line = words->source_line,
    .byline = words->byline,
    .as_of = words->as_of,
  };

  return leadup_table_scene_new (parts->snapshot, events, &scene, parts->theme, parts->measure);
}

/* Where the two pictures lie between the header above and the footer below them. Each has an edge
 * of its own, so its box sticks out of the margin by so much that their contents stand in line. */
static void
place_both (double      width,
            double      room,
            double      top,
            LeadupRect *timeline,
            LeadupRect *graph)
{
  double margin = leadup_chart_get_margin (width);
  gboolean is_beside =
      width >= LEAST_WIDTH_BESIDE && room > 0 && width > LEAST_ASPECT_BESIDE * room;
  double share = round ((is_beside ? width : room) * TIMELINE_SHARE);
  double edge;

  if (!is_beside)
    {
      *timeline = (LeadupRect) { 0, top, width, share };
      *graph = (LeadupRect) { 0, top + share, width, room - share };
      return;
    }

  edge = margin - leadup_chart_get_margin (share);
  *timeline = (LeadupRect) { edge, top, share - edge, room };
  edge = margin - leadup_chart_get_margin (width - share);
  *graph = (LeadupRect) { share, top, width - share - edge, room };
}

/* Both pictures with one header above and one footer below them. */
static LeadupScene *
compose_both (const LeadupChartParts *parts,
              double                  width,
              double                  height,
              GError                **error)
{
  const LeadupChartWords none = { NULL };
  const LeadupChartWords *words = parts->words;
  const LeadupChartTexts texts = { .title = words->title,
                                   .subtitle = words->subtitle,
                                   .source_line = words->source_line,
                                   .byline = words->byline,
                                   .as_of = words->as_of };
  double margin = leadup_chart_get_margin (width);
  LeadupRect area = { margin, margin, width - 2 * margin, 0 };
  double head = leadup_chart_add_header (NULL, parts->measure, parts->theme, &texts, &area);
  double foot = leadup_chart_add_footer (NULL, parts->measure, parts->theme, &texts, &area);
  double room = height > 0 ? MAX (height - head - foot - margin / 2, 200) : 0;
  g_autoptr (LeadupScene) timeline = NULL;
  g_autoptr (LeadupScene) graph = NULL;
  LeadupRect left, right;
  LeadupScene *both;

  place_both (width, room, head, &left, &right);
  timeline = compose_timeline (parts, &none, left.width, left.height, error);
  if (timeline == NULL)
    return NULL;
  graph = leadup_chart_graph_compose (parts, &none, right.width, right.height, error);
  if (graph == NULL)
    return NULL;

  if (height <= 0)
    right.y = head + leadup_scene_get_height (timeline);
  both = leadup_scene_new (parts->theme, width, height);
  leadup_chart_add_header (both, parts->measure, parts->theme, &texts, &area);
  leadup_scene_append (both, timeline, left.x, left.y);
  leadup_scene_append (both, graph, right.x, right.y);
  area.y = right.y + leadup_scene_get_height (graph) - margin / 2;
  area.y += leadup_chart_add_footer (both, parts->measure, parts->theme, &texts, &area);
  if (height <= 0)
    leadup_scene_set_height (both, ceil (area.y + margin));
  leadup_scene_finish (both);

  return both;
}

/**
 * leadup_chart_compose:
 * @parts: what the chart is made of
 * @width: pixels
 * @height: pixels; 0 = as high as the content needs
 * @error: return location
 *
 * Returns: (transfer full): the picture that the options ask for with the texts around it, or %NULL
 */
LeadupScene *
leadup_chart_compose (const LeadupChartParts *parts,
                      double                  width,
                      double                  height,
                      GError                **error)
{
  g_return_val_if_fail (parts != NULL, NULL);

  switch (parts->options->picture)
    {
    case LEADUP_PICTURE_GRAPH:
      return leadup_chart_graph_compose (parts, parts->words, width, height, error);

    case LEADUP_PICTURE_BOTH:
      return compose_both (parts, width, height, error);

    case LEADUP_PICTURE_TABLE:
      return compose_table (parts, parts->words, width, height);

    case LEADUP_PICTURE_TIDES:
      return leadup_chart_graph_compose_tides (parts, width, height);

    case LEADUP_PICTURE_PERIODS:
      return leadup_chart_graph_compose_periods (parts, width, height, error);

    case LEADUP_PICTURE_TIMELINE:
    default:
      return compose_timeline (parts, parts->words, width, height, error);
    }
}
