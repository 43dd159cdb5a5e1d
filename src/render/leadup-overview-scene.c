/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-overview-scene.h"

#include "base/leadup-when-format.h"

#include <math.h>

#define BAR_WIDTH 4.0
#define BAR_GAP 1.0
#define MARGIN 12.0
#define LABEL_ROOM 14.0

/* Events by bar: counted where they begin, for a density of what happened and not of how long it
 * lasted. */
static guint *
count_bars (LeadupTimelineIndex              *index,
            const LeadupOverviewSceneOptions *options,
            guint                             n_bars)
{
  guint *counts = g_new0 (guint, n_bars);
  const LeadupTimeFolds *folds = leadup_timeline_index_get_folds (index);
  double span = (double) (options->to - options->from);

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (index, i);

      for (guint j = 0; j < lane->n_entries; j++)
        {
          const LeadupTimelineEntry *entry = &lane->entries[j];
          /* What is only known to have happened by a day counts on that day. */
          LeadupInstant time = leadup_time_folds_unfold (
              folds, entry->start != LEADUP_INSTANT_MIN ? entry->start : entry->end - 1);
          double part = (double) (time - options->from) / span;

          if (part >= 0 && part <= 1)
            counts[MIN ((guint) (part * n_bars), n_bars - 1)]++;
        }
    }

  return counts;
}

static guint
find_maximum (const guint *counts,
              guint        n)
{
  guint maximum = 1;

  for (guint i = 0; i < n; i++)
    maximum = MAX (maximum, counts[i]);

  return maximum;
}

/* A square root, so that a single event is still seen beside a hundred. */
static void
add_bars (LeadupScene      *scene,
          const guint      *counts,
          guint             n_bars,
          guint             maximum,
          const LeadupRect *plot,
          LeadupColour      colour)
{
  LeadupPaint paint = { .fill = colour };

  for (guint i = 0; i < n_bars; i++)
    {
      double height = MAX (2, sqrt ((double) counts[i] / maximum) * plot->height);
      LeadupRect bar = {
        plot->x + i * (BAR_WIDTH + BAR_GAP),
        plot->y + plot->height - height,
        BAR_WIDTH,
        height,
      };

      if (counts[i] > 0)
        leadup_scene_add_rect (scene, &bar, 1, &paint);
    }
}

/* The first and the last moment, in words. */
static void
add_ends (LeadupScene                      *scene,
          const LeadupOverviewSceneOptions *options,
          const LeadupRect                 *plot,
          const LeadupTheme                *theme,
          LeadupTextMeasure                *measure)
{
  g_autofree char *first = leadup_instant_format (options->from, LEADUP_UNIT_DAY);
  g_autofree char *last = leadup_instant_format (options->to, LEADUP_UNIT_DAY);
  double first_width = leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, first);
  double last_width = leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, last);
  double baseline = options->height - 4;

  leadup_scene_add_text (scene, first, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, plot->x, baseline,
                         first_width, theme->text_dim);
  if (first_width + last_width + 2 * MARGIN < plot->width)
    leadup_scene_add_text (scene, last, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_END,
                           plot->x + plot->width, baseline, last_width, theme->text_dim);
}

/**
 * leadup_overview_scene_new:
 * @all: every event, whatever the filter
 * @shown: those that the filter lets through
 * @options: size and range
 * @theme: look
 * @measure: of the calling thread
 *
 * Composes the density of all events with that of the shown ones before it. The plot of the scene
 * is the range.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_overview_scene_new (LeadupTimelineIndex              *all,
                           LeadupTimelineIndex              *shown,
                           const LeadupOverviewSceneOptions *options,
                           const LeadupTheme                *theme,
                           LeadupTextMeasure                *measure)
{
  LeadupScene *scene;
  LeadupRect plot;
  guint n_bars;

  g_return_val_if_fail (all != NULL && shown != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->from < options->to, NULL);

  scene = leadup_scene_new (theme, options->width, options->height);
  n_bars = (guint) MAX (1, (options->width - 2 * MARGIN) / (BAR_WIDTH + BAR_GAP));
  plot = (LeadupRect) {
    MARGIN,
    6,
    n_bars * (BAR_WIDTH + BAR_GAP),
    MAX (4, options->height - LABEL_ROOM - 8),
  };

  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "overview", NULL, NULL, NULL);
  {
    g_autofree guint *all_counts = count_bars (all, options, n_bars);
    g_autofree guint *shown_counts = count_bars (shown, options, n_bars);
    guint maximum = find_maximum (all_counts, n_bars);

    add_bars (scene, all_counts, n_bars, maximum, &plot, theme->line);
    add_bars (scene, shown_counts, n_bars, maximum, &plot, theme->text_dim);
  }
  add_ends (scene, options, &plot, theme, measure);
  leadup_scene_end (scene);
  leadup_scene_set_plot (scene, &plot, plot.height);
  leadup_scene_finish (scene);

  return scene;
}
