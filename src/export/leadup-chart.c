/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart.h"

#include "base/leadup-error.h"
#include "base/leadup-when-format.h"
#include "export/leadup-chart-text.h"
#include "layout/leadup-graph-map.h"
#include "layout/leadup-timeline-index.h"
#include "model/leadup-event.h"
#include "render/leadup-graph-scene.h"
#include "render/leadup-timeline-scene.h"

#include <glib/gi18n.h>

/* The texts of a chart as they are shown: the options’, else the story’s, else a draft. */
typedef struct
{
  char *title;
  char *subtitle;
  char *source_line;
  char *byline;
  char *as_of;
} ChartTexts;

static void
chart_texts_clear (ChartTexts *texts)
{
  g_free (texts->title);
  g_free (texts->subtitle);
  g_free (texts->source_line);
  g_free (texts->byline);
  g_free (texts->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartTexts, chart_texts_clear)

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* NULL = not said; “” = wanted empty. */
static char *
choose (const char *wanted,
        const char *stored,
        const char *fallback)
{
  if (wanted != NULL)
    return g_strdup (wanted);

  return g_strdup (is_set (stored) ? stored : fallback);
}

static void
fill_texts (ChartTexts                *texts,
            LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options)
{
  const LeadupInfoFields *info = leadup_info_get_fields (leadup_snapshot_get_info (snapshot));
  g_autofree char *sources = NULL;

  texts->title = choose (options->title, info->chart_title, info->title);
  texts->subtitle = choose (options->subtitle, info->chart_subtitle, NULL);
  texts->byline = choose (options->byline, info->chart_byline, NULL);
  if (options->source_line == NULL && !is_set (info->chart_source_line))
    sources = leadup_chart_text_draft_source_line (snapshot, options);
  texts->source_line = choose (options->source_line, info->chart_source_line, sources);
}

static gboolean
is_embargoed (LeadupEvent *event)
{
  const char *embargo = leadup_event_get_fields (event)->embargo;
  g_autoptr (LeadupWhen) until = NULL;

  if (!is_set (embargo))
    return FALSE;

  until = leadup_when_new_from_edtf (embargo, NULL);

  /* What cannot be read holds for ever: better too little than too early. */
  return until == NULL || leadup_when_get_bounds (until)->start_earliest > g_get_real_time ();
}

/**
 * leadup_chart_make_public:
 * @snapshot: the story
 * @options: whether it is for insiders
 *
 * Returns: (transfer full): the story without what may not leave
 */
LeadupSnapshot *
leadup_chart_make_public (LeadupSnapshot            *snapshot,
                          const LeadupExportOptions *options)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  LeadupSnapshot *public;
  gboolean has_embargoed = FALSE;

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      guint n = leadup_snapshot_get_n (snapshot, (LeadupRecordKind) kind);

      records[kind] = g_ptr_array_new_full (n, g_object_unref);
      for (guint i = 0; i < n; i++)
        {
          gpointer record = leadup_snapshot_get (snapshot, (LeadupRecordKind) kind, i);

          if (kind == LEADUP_RECORD_EVENT && !options->for_insiders && is_embargoed (record))
            has_embargoed = TRUE;
          else
            g_ptr_array_add (records[kind], g_object_ref (record));
        }
    }

  public = has_embargoed ? leadup_snapshot_new (records) : leadup_snapshot_ref (snapshot);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (records[kind]);

  return public;
}

static LeadupScene *
compose_timeline (LeadupSnapshot            *snapshot,
                  const LeadupExportOptions *options,
                  const ChartTexts          *texts,
                  const LeadupTheme         *theme,
                  LeadupTextMeasure         *measure,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (LeadupTimelineIndex) index = NULL;
  LeadupTimelineSceneOptions scene = {
    .width = options->width,
    .height = options->height,
    .from = options->from,
    .to = options->to,
    .is_chart = TRUE,
    .title = texts->title,
    .subtitle = texts->subtitle,
    .source_line = texts->source_line,
    .byline = texts->byline,
    .as_of = texts->as_of,
    .now = LEADUP_INSTANT_MIN,
  };
  LeadupInstant first = 0;
  LeadupInstant last = LEADUP_USEC_DAY;
  LeadupInstant margin;

  index = leadup_timeline_index_new (snapshot, options->filter, options->lanes_by, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  /* Room for the marks and labels at both ends. */
  leadup_timeline_index_get_range (index, &first, &last);
  margin = MAX ((last - first) / 25, last - first < LEADUP_USEC_DAY ? LEADUP_USEC_DAY : 0);
  if (options->from == LEADUP_INSTANT_MIN)
    scene.from = first - margin;
  if (options->to == LEADUP_INSTANT_MAX)
    scene.to = last + 2 * margin;
  if (scene.from >= scene.to)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("The range of time to export is empty: it must begin before it ends."));
      return NULL;
    }

  return leadup_timeline_scene_new (index, &scene, theme, measure);
}

static LeadupScene *
compose_graph (LeadupSnapshot            *snapshot,
               const LeadupExportOptions *options,
               const ChartTexts          *texts,
               const LeadupTheme         *theme,
               LeadupTextMeasure         *measure,
               GCancellable              *cancellable,
               GError                   **error)
{
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, options->filter, cancellable);
  g_autofree LeadupPoint *boxes = NULL;
  g_autofree LeadupPoint *positions = NULL;
  LeadupGraphSceneOptions scene = {
    .width = options->width,
    .height = options->height,
    .from = options->from,
    .to = options->to,
    .is_chart = TRUE,
    .title = texts->title,
    .subtitle = texts->subtitle,
    .source_line = texts->source_line,
    .byline = texts->byline,
    .as_of = texts->as_of,
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  boxes = leadup_graph_scene_measure_boxes (snapshot, ties, measure);
  positions = leadup_graph_map_place (snapshot, ties, boxes, LEADUP_GRAPH_MAP_KEEP,
                                      LEADUP_GRAPH_MAP_DEFAULT_PUSH, cancellable, error);
  if (positions == NULL && leadup_ties_get_n_actors (ties) > 0)
    return NULL;

  return leadup_graph_scene_new (snapshot, ties, positions, &scene, theme, measure);
}

static const LeadupTheme *
find_theme (const char *id,
            GError    **error)
{
  const LeadupTheme *theme = leadup_theme_get (id != NULL ? id : "light");
  g_autofree char *known = NULL;

  if (theme != NULL)
    return theme;

  known = g_strjoinv (", ", (char **) leadup_theme_get_ids ());
  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
               _ ("There is no theme “%s”. Choose one of: %s."), id, known);

  return NULL;
}

/**
 * leadup_chart_new:
 * @snapshot: the story
 * @options: what of it, how large, how it looks
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Composes the chart that all picture formats write. Any thread.
 *
 * Returns: (transfer full): the chart, or %NULL
 */
LeadupChart *
leadup_chart_new (LeadupSnapshot            *snapshot,
                  const LeadupExportOptions *options,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (LeadupSnapshot) public = NULL;
  g_autoptr (LeadupTextMeasure) measure = NULL;
  g_auto (ChartTexts) texts = { NULL };
  const LeadupTheme *theme;
  const char *stored_alt;
  LeadupScene *scene;
  LeadupChart *self;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  theme = find_theme (options->theme, error);
  if (theme == NULL)
    return NULL;

  public = leadup_chart_make_public (snapshot, options);
  fill_texts (&texts, public, options);
  measure = leadup_text_measure_new_exact (theme);
  if (options->picture == LEADUP_PICTURE_GRAPH)
    scene = compose_graph (public, options, &texts, theme, measure, cancellable, error);
  else
    scene = compose_timeline (public, options, &texts, theme, measure, cancellable, error);
  if (scene == NULL)
    return NULL;

  self = g_new0 (LeadupChart, 1);
  self->scene = scene;
  self->measure = g_steal_pointer (&measure);
  self->title = g_steal_pointer (&texts.title);
  self->byline = g_steal_pointer (&texts.byline);
  stored_alt = leadup_info_get_fields (leadup_snapshot_get_info (public))->chart_alt;
  if (options->alt != NULL)
    self->alt = g_strdup (options->alt);
  else if (is_set (stored_alt) && options->picture != LEADUP_PICTURE_GRAPH)
    self->alt = g_strdup (stored_alt);
  else
    self->alt = leadup_chart_text_draft_alt (public, options, self->title);

  return self;
}

void
leadup_chart_free (LeadupChart *self)
{
  g_return_if_fail (self != NULL);

  leadup_scene_unref (self->scene);
  leadup_text_measure_free (self->measure);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->alt);
  g_free (self);
}
