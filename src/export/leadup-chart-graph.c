/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart-graph.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "layout/leadup-graph-map.h"
#include "render/leadup-graph-periods.h"
#include "render/leadup-graph-scene.h"
#include "render/leadup-tides-scene.h"

#include <glib/gi18n.h>

/* Narrower than this a column of a tide is hardly seen. */
#define LEAST_BIN_WIDTH 7.0

/* More pairs than this for each actor that there is room for are a tangle. */
#define PAIRS_OF_ACTOR 1.5

/* A name in a chart is cut there at the latest. */
#define MAX_NAME 100

/* What each of these pictures starts from. One owner, one thread. */
typedef struct
{
  LeadupTies             *ties;
  LeadupTieSieve         *sieve;
  LeadupPoint            *positions;
  LeadupTieWindow         before;
  LeadupGraphSceneOptions scene;
} Material;

static void
material_clear (Material *self)
{
  g_clear_pointer (&self->ties, leadup_ties_unref);
  g_clear_pointer (&self->sieve, leadup_tie_sieve_unref);
  g_free (self->positions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

/* The range of the look counts before that of the picture. */
static LeadupTieWindow
get_window (const LeadupExportOptions *options)
{
  if (leadup_graph_look_has_range (&options->graph))
    return options->graph.range;

  return (LeadupTieWindow) { options->from, options->to };
}

static gboolean
is_still (const LeadupExportOptions *options)
{
  return options->still != NULL && options->graph.form == LEADUP_GRAPH_FORM_MAP;
}

static void
fill_scene_options (Material                  *self,
                    const LeadupExportOptions *options,
                    const LeadupChartWords    *words,
                    double                     width,
                    double                     height)
{
  const LeadupGraphLook *look = &options->graph;
  LeadupTieWindow window = get_window (options);

  self->scene = (LeadupGraphSceneOptions) {
    .width = width,
    .height = height,
    .from = window.from,
    .to = window.to,
    .is_chart = TRUE,
    .title = words->title,
    .subtitle = words->subtitle,
    .source_line = words->source_line,
    .byline = words->byline,
    .as_of = words->as_of,
    .form = look->form,
    .lines = look->lines,
    .outside = look->outside,
    .middle = look->middle,
    .sieve = self->sieve,
  };
  if (options->picture == LEADUP_PICTURE_PERIODS || is_still (options))
    self->scene.max_actors =
        look->sieve.top > 0 ? look->sieve.top : LEADUP_GRAPH_PERIODS_MAX_ACTORS;
  if (leadup_graph_look_get_before (look, &self->before))
    self->scene.before = &self->before;
}

/* Who is not shown is not placed: the map of those who are is made for them. Who has a place in the
 * story keeps it. */
static void
sieve (Material                  *self,
       const LeadupExportOptions *options)
{
  LeadupTieSieveFields fields = *leadup_tie_sieve_get_fields (self->sieve);
  guint most = leadup_graph_scene_get_max_actors (&self->scene);
  LeadupTieWindow window = { self->scene.from, self->scene.to };
  g_autoptr (LeadupTies) all = self->ties;
  LeadupTieSieve *finer; /* the fields borrow from the one before it */

  if (is_still (options))
    window = *options->still;
  else if (self->scene.before != NULL)
    window = (LeadupTieWindow) { MIN (window.from, self->before.from),
                                 MAX (window.to, self->before.to) };
  self->scene.n_all = leadup_ties_get_n_actors (all);
  if (most > 0 && (fields.top == 0 || fields.top > most) &&
      leadup_tie_sieve_count_tied (all, window.from, window.to) > most)
    fields.top = most;
  /* Rows and cells do not cross; lines do. */
  if (fields.min_events == 0 && self->scene.before == NULL &&
      (self->scene.form == LEADUP_GRAPH_FORM_MAP || self->scene.form == LEADUP_GRAPH_FORM_RINGS ||
       self->scene.form == LEADUP_GRAPH_FORM_BLOCS))
    fields.min_events = leadup_tie_sieve_choose_min_events (&fields, all, window.from, window.to,
                                                            (guint) (PAIRS_OF_ACTOR * most));
  finer = leadup_tie_sieve_new (&fields);
  leadup_tie_sieve_unref (self->sieve);
  self->scene.sieve = self->sieve = finer;
  self->ties = leadup_tie_sieve_apply (self->sieve, all, window.from, window.to);
}

/* Ties, and where each actor stands on the map of the whole time. */
static gboolean
gather (Material               *self,
        const LeadupChartParts *parts,
        const LeadupChartWords *words,
        double                  width,
        double                  height,
        GError                **error)
{
  const LeadupExportOptions *options = parts->options;
  g_autofree LeadupPoint *boxes = NULL;

  self->ties = leadup_ties_new (parts->snapshot, options->filter, parts->cancellable);
  self->sieve = leadup_tie_sieve_new (&options->graph.sieve);
  fill_scene_options (self, options, words, width, height);
  if (g_cancellable_set_error_if_cancelled (parts->cancellable, error))
    return FALSE;

  sieve (self, options);
  boxes = leadup_graph_scene_measure_boxes (parts->snapshot, self->ties, parts->measure);
  self->positions = leadup_graph_map_place (parts->snapshot, self->ties, boxes,
                                            LEADUP_GRAPH_MAP_KEEP, LEADUP_GRAPH_MAP_DEFAULT_PUSH,
                                            parts->cancellable, error);

  return self->positions != NULL || leadup_ties_get_n_actors (self->ties) == 0;
}

/* One of several maps of the same time. */
static LeadupScene *
compose_still (const LeadupChartParts *parts,
               Material               *material)
{
  LeadupTieWindow only = { material->scene.from, material->scene.to };

  material->scene.from = parts->options->still->from;
  material->scene.to = parts->options->still->to;

  return leadup_graph_periods_scene_new (parts->snapshot, material->ties, material->positions,
                                         &material->scene, LEADUP_UNIT_DAY, &only, parts->theme,
                                         parts->measure);
}

/* Returns: (transfer full): the graph in its form, or %NULL */
LeadupScene *
leadup_chart_graph_compose (const LeadupChartParts *parts,
                            const LeadupChartWords *words,
                            double                  width,
                            double                  height,
                            GError                **error)
{
  g_auto (Material) material = { NULL };

  if (!gather (&material, parts, words, width, height, error))
    return NULL;
  if (is_still (parts->options))
    return compose_still (parts, &material);

  return leadup_graph_scene_new (parts->snapshot, material.ties, material.positions,
                                 &material.scene, parts->theme, parts->measure);
}

/* Returns: (transfer full): a sheet with the map of each period, or %NULL */
LeadupScene *
leadup_chart_graph_compose_periods (const LeadupChartParts *parts,
                                    double                  width,
                                    double                  height,
                                    GError                **error)
{
  g_auto (Material) material = { NULL };
  LeadupUnit unit = parts->options->period;
  LeadupInstant from, to;

  if (!gather (&material, parts, parts->words, width, height, error))
    return NULL;

  if (leadup_ties_get_span (material.ties, &from, &to))
    {
      if (material.scene.from != LEADUP_INSTANT_MIN)
        from = material.scene.from;
      to = material.scene.to != LEADUP_INSTANT_MAX ? material.scene.to : to + 1;
      if (unit == 0)
        unit = leadup_graph_periods_choose_unit (from, to);
      if (leadup_graph_periods_count (from, to, unit) > LEADUP_GRAPH_PERIODS_MAX)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                       _ ("These are more than %d periods, too many for one sheet: choose longer "
                          "ones, or a shorter time."),
                       LEADUP_GRAPH_PERIODS_MAX);
          return NULL;
        }
    }

  return leadup_graph_periods_scene_new (parts->snapshot, material.ties, material.positions,
                                         &material.scene, MAX (unit, LEADUP_UNIT_DAY), NULL,
                                         parts->theme, parts->measure);
}

/* How many events of a tie are in the window and dated. */
static guint
count_dated (const LeadupTie *tie,
             LeadupTieWindow  window)
{
  LeadupTieSummary summary;
  LeadupTieSummary undated = { 0 };

  leadup_tie_summarize (tie, window.from, window.to, &summary);
  if (window.from == LEADUP_INSTANT_MIN)
    leadup_tie_summarize (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MIN + 1, &undated);

  return summary.n - MIN (undated.n, summary.n);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const LeadupTie *first = *(const LeadupTie *const *) a;
  const LeadupTie *second = *(const LeadupTie *const *) b;
  guint n = count_dated (first, *(LeadupTieWindow *) user_data);
  guint m = count_dated (second, *(LeadupTieWindow *) user_data);

  if (n != m)
    return n > m ? -1 : 1;

  return first->a != second->a ? (first->a < second->a ? -1 : 1)
                               : (first->b > second->b) - (first->b < second->b);
}

/**
 * leadup_chart_graph_list_pairs:
 * @ties: of the story
 * @options: which pairs, of which time
 *
 * Returns: (transfer container) (element-type LeadupTie): the pairs that were asked for, in their
 * order, else those with the most dated events; without those that have none; at most
 * %LEADUP_TIDES_SCENE_MAX_PAIRS
 */
GPtrArray *
leadup_chart_graph_list_pairs (LeadupTies                *ties,
                               const LeadupExportOptions *options)
{
  GPtrArray *pairs = g_ptr_array_new ();
  LeadupTieWindow window = get_window (options);

  for (guint i = 0; options->pairs != NULL && options->pairs[i] != NULL; i++)
    {
      const LeadupTie *tie = leadup_ties_find_pair (ties, options->pairs[i]);

      if (tie != NULL && count_dated (tie, window) > 0)
        g_ptr_array_add (pairs, (gpointer) tie);
    }
  for (guint i = 0; options->pairs == NULL && i < leadup_ties_get_n (ties); i++)
    if (count_dated (leadup_ties_get (ties, i), window) > 0)
      g_ptr_array_add (pairs, (gpointer) leadup_ties_get (ties, i));
  if (options->pairs == NULL)
    g_ptr_array_sort_with_data (pairs, compare_pairs, &window);
  if (pairs->len > LEADUP_TIDES_SCENE_MAX_PAIRS)
    g_ptr_array_set_size (pairs, LEADUP_TIDES_SCENE_MAX_PAIRS);

  return pairs;
}

/* The time of all events of the pairs, so that all have the same bins. */
static LeadupTieWindow
find_common_window (GPtrArray      *pairs,
                    LeadupTieWindow window)
{
  LeadupTieWindow common = { LEADUP_INSTANT_MAX, LEADUP_INSTANT_MIN };

  for (guint i = 0; i < pairs->len; i++)
    {
      const LeadupTie *tie = g_ptr_array_index (pairs, i);

      for (guint k = 0; k < tie->n_events; k++)
        {
          LeadupInstant time = tie->events[k].time;

          if (time == LEADUP_INSTANT_MIN || time < window.from || time >= window.to)
            continue;
          common.from = MIN (common.from, time);
          common.to = MAX (common.to, time + 1);
        }
    }
  if (window.from != LEADUP_INSTANT_MIN)
    common.from = window.from;
  if (window.to != LEADUP_INSTANT_MAX)
    common.to = window.to;

  return common;
}

/* Returns: (transfer full): how what is between pairs changed, over each other */
LeadupScene *
leadup_chart_graph_compose_tides (const LeadupChartParts *parts,
                                  double                  width,
                                  double                  height)
{
  const LeadupExportOptions *options = parts->options;
  g_autoptr (LeadupTies) ties =
      leadup_ties_new (parts->snapshot, options->filter, parts->cancellable);
  g_autoptr (GPtrArray) list = leadup_chart_graph_list_pairs (ties, options);
  LeadupTieWindow window = find_common_window (list, get_window (options));
  LeadupTidesScenePair pairs[LEADUP_TIDES_SCENE_MAX_PAIRS] = { { NULL } };
  const LeadupChartWords *words = parts->words;
  LeadupChartTexts texts = { .title = words->title,
                             .subtitle = words->subtitle,
                             .source_line = words->source_line,
                             .byline = words->byline,
                             .as_of = words->as_of };
  LeadupScene *scene;

  for (guint i = 0; i < list->len; i++)
    {
      const LeadupTie *tie = g_ptr_array_index (list, i);

      pairs[i] = (LeadupTidesScenePair) {
        .tide = leadup_tide_new (tie, window.from, window.to, (guint) (width / LEAST_BIN_WIDTH)),
        .first = leadup_text_single_line (leadup_ties_get_actor_name (ties, tie->a), MAX_NAME),
        .second = leadup_text_single_line (leadup_ties_get_actor_name (ties, tie->b), MAX_NAME),
      };
    }
  scene = leadup_tides_scene_new (pairs, list->len, &texts, width, height, parts->theme,
                                  parts->measure);
  for (guint i = 0; i < list->len; i++)
    {
      leadup_tide_unref ((LeadupTide *) pairs[i].tide);
      g_free ((char *) pairs[i].first);
      g_free ((char *) pairs[i].second);
    }

  return scene;
}
