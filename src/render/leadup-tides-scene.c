/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-tides-scene.h"

#include "base/leadup-when-format.h"
#include "render/leadup-scene-append.h"
#include "render/leadup-scene-axis.h"
#include "render/leadup-tide-scene.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of one pair: how high it looks well, and how low it can be read. */
#define ROW 190.0
#define LEAST_ROW 84.0
#define ROW_GAP 14.0
#define AXIS_GAP 4.0

/* Of each pair, what its directions do not share. */
#define ENDS (LEADUP_TIDE_SCENE_TURN_ROOM + 2 * LEADUP_TIDE_SCENE_MARGIN)

/* How many turning points are told below a pair. */
#define MAX_TOLD 4

typedef struct
{
  const LeadupTidesScenePair *pairs;
  guint                       n_pairs;
  const LeadupChartTexts     *texts;
  const LeadupTheme          *theme;
  LeadupTextMeasure          *measure;
  LeadupScene                *scene;
  LeadupRect                  column;
  double                      most;
  double                      row;
  guint                       n_told; /* below each pair at most */
} Stack;

static double
get_line_height (const Stack *self)
{
  return ceil (leadup_text_measure_get_height (self->measure, LEADUP_TEXT_CAPTION) * 1.1);
}

static double
add_legend (const Stack      *self,
            LeadupScene      *scene,
            const LeadupRect *area)
{
  const LeadupTheme *theme = self->theme;
  LeadupColour ground = theme->background;
  double part = LEADUP_TIDE_SCENE_WORDS_PART;
  LeadupLegendEntry entries[] = {
    { .label = _ ("cooperative deeds"), .paint = { .fill = theme->cooperative } },
    { .label = _ ("cooperative words"),
      .paint = { .fill = leadup_colour_mix (theme->cooperative, ground, part) } },
    { .label = _ ("hostile deeds"), .paint = { .fill = theme->hostile } },
    { .label = _ ("hostile words"),
      .paint = { .fill = leadup_colour_mix (theme->hostile, ground, part) } },
    { .label = _ ("no reports, which is not peace"),
      .paint = { .fill = theme->line, .pattern = LEADUP_PATTERN_HATCH } },
    { .label = _ ("events"), .paint = { .fill = theme->text } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i].mark = i + 1 < G_N_ELEMENTS (entries) ? LEADUP_LEGEND_BAND : LEADUP_LEGEND_DOT;

  return leadup_chart_add_legend (scene, self->measure, theme, entries, G_N_ELEMENTS (entries),
                                  area);
}

/* “1 · 14 Jun 2025 · Fleet shells the harbour”, a line for each turning point. */
static void
tell_turns (const Stack      *self,
            const LeadupTide *tide,
            double            y)
{
  LeadupTextMeasure *measure = self->measure;
  double ascent = leadup_text_measure_get_ascent (measure, LEADUP_TEXT_CAPTION);

  for (guint i = 0; i < MIN (tide->n_turns, self->n_told); i++, y += get_line_height (self))
    {
      LeadupEvent *event = tide->turns[i].event;
      g_autofree char *date =
          leadup_when_format (leadup_event_get_when (event), LEADUP_WHEN_STYLE_SHORT);
      g_autofree char *line =
          g_strdup_printf ("%u · %s · %s", i + 1, date, leadup_event_get_title (event));
      g_autofree char *set = NULL;

      if (i + 1 == self->n_told && tide->n_turns > self->n_told)
        {
          g_free (line);
          /* Translators: turning points of a relation that are not listed. */
          line = g_strdup_printf (ngettext ("and %u more turning point", "and %u more turning points",
                                            tide->n_turns - i),
                                  tide->n_turns - i);
        }
      set = leadup_text_measure_ellipsize (measure, LEADUP_TEXT_CAPTION, line, self->column.width);
      leadup_scene_begin (self->scene, LEADUP_SCENE_EVENT, "events",
                          leadup_record_get_id (LEADUP_RECORD (event)), NULL,
                          leadup_event_get_title (event));
      leadup_scene_add_text_full (self->scene, set, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                                  self->column.x + LEADUP_TIDE_SCENE_MARGIN, round (y + ascent),
                                  leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, set),
                                  0, self->theme->text_dim, self->theme->background);
      leadup_scene_end (self->scene);
    }
}

/* The directions in which something was done. */
static LeadupTideSides
get_sides (const LeadupTide *tide)
{
  guint sides = 0;

  for (guint i = 0; i < tide->n_bins; i++)
    sides |= (tide->bins[i].forward.n > 0 ? LEADUP_TIDE_FORWARD : 0) |
             (tide->bins[i].backward.n > 0 ? LEADUP_TIDE_BACKWARD : 0);

  return (LeadupTideSides) sides;
}

/* A direction with nothing in it takes no room. */
static double
get_row_height (const Stack      *self,
                const LeadupTide *tide)
{

  return get_sides (tide) == LEADUP_TIDE_BOTH ? self->row : ENDS + (self->row - ENDS) / 2;
}

static double
get_told_height (const Stack      *self,
                 const LeadupTide *tide)
{
  return MIN (tide->n_turns, self->n_told) * get_line_height (self);
}

/* Draws all pairs from @y on, or only measures. Returns: where the last one ENDS */
static double
add_pairs (const Stack *self,
           double       y,
           gboolean     is_drawn)
{
  for (guint i = 0; i < self->n_pairs; i++)
    {
      const LeadupTidesScenePair *pair = &self->pairs[i];
      double height = floor (get_row_height (self, pair->tide));

      if (is_drawn)
        {
          LeadupTideSceneOptions options = { .width = self->column.width, .height = height,
                                             .first = pair->first, .second = pair->second,
                                             .most = self->most, .has_no_dates = TRUE,
                                             .sides = get_sides (pair->tide) };
          g_autoptr (LeadupScene) tide =
              leadup_tide_scene_new (pair->tide, &options, self->theme, self->measure);

          leadup_scene_append (self->scene, tide, self->column.x, y);
          tell_turns (self, pair->tide, y + height);
        }
      y += height + get_told_height (self, pair->tide) + (i + 1 < self->n_pairs ? ROW_GAP : 0);
    }

  return y;
}

/* Rows take what there is; where that is little, fewer turning points are told. */
static void
fit_rows (Stack *self,
          double room)
{
  guint n_directions = 0;

  for (guint i = 0; i < self->n_pairs; i++)
    n_directions += get_sides (self->pairs[i].tide) == LEADUP_TIDE_BOTH ? 2 : 1;
  self->row = ROW;
  self->n_told = MAX_TOLD;
  if (room <= 0)
    return;

  for (;;)
    {
      double told = 0;

      for (guint i = 0; i < self->n_pairs; i++)
        told += get_told_height (self, self->pairs[i].tide);
      told += ROW_GAP * (self->n_pairs - 1) + ENDS * self->n_pairs;
      self->row = floor (ENDS + 2 * (room - told) / n_directions);
      if (self->row >= LEAST_ROW || self->n_told == 0)
        return;
      self->n_told--;
    }
}

static void
add_note (const Stack *self,
          double       y)
{
  const char *note = _ ("No two actors with a dated event between them");

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, note);
  leadup_scene_add_text (self->scene, note, LEADUP_TEXT_SUBTITLE, LEADUP_ANCHOR_START,
                         self->column.x, y,
                         leadup_text_measure_get_width (self->measure, LEADUP_TEXT_SUBTITLE, note),
                         self->theme->text_dim);
  leadup_scene_end (self->scene);
}

/* Returns: where what was drawn ENDS */
static double
draw_plot (Stack *self,
           double y,
           double room)
{
  double axis = leadup_scene_axis_get_height (self->measure) + AXIS_GAP;
  const LeadupTide *tide;
  LeadupSceneAxis calendar;
  double bottom;

  if (self->n_pairs == 0)
    {
      add_note (self, y + 40);
      return y + MAX (room, 80);
    }

  fit_rows (self, room > 0 ? room - axis : 0);
  bottom = add_pairs (self, y, FALSE);
  tide = self->pairs[0].tide;
  calendar = (LeadupSceneAxis) {
    .from = tide->bins[0].start,
    .to = tide->bins[tide->n_bins - 1].end,
    .finest = LEADUP_UNIT_DAY,
    .plot = { self->column.x + LEADUP_TIDE_SCENE_MARGIN, y,
              MAX (1, self->column.width - 2 * LEADUP_TIDE_SCENE_MARGIN), bottom - y },
    .top = bottom + AXIS_GAP,
  };
  leadup_scene_add_axis (self->scene, self->measure, self->theme, &calendar);
  add_pairs (self, y, TRUE);
  leadup_scene_set_plot (self->scene, &calendar.plot, calendar.plot.height);

  return bottom + axis;
}

/**
 * leadup_tides_scene_new:
 * @pairs: (array length=n_pairs): at most %LEADUP_TIDES_SCENE_MAX_PAIRS
 * @texts: what stands around them
 * @width: pixels
 * @height: pixels; 0 = as high as needed
 * @theme: how it looks; has to outlive the scene
 * @measure: of this thread, for @theme
 *
 * Draws how what is between several pairs changed, over each other on one axis of time and on one
 * scale of amounts, with their turning points in words. Any thread.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_tides_scene_new (const LeadupTidesScenePair *pairs,
                        guint                       n_pairs,
                        const LeadupChartTexts     *texts,
                        double                      width,
                        double                      height,
                        const LeadupTheme          *theme,
                        LeadupTextMeasure          *measure)
{
  double margin = leadup_chart_get_margin (width);
  Stack stack = { pairs, n_pairs, texts, theme, measure };
  double head, legend, foot, room, y;

  g_return_val_if_fail (texts != NULL && theme != NULL && measure != NULL, NULL);
  g_return_val_if_fail (n_pairs <= LEADUP_TIDES_SCENE_MAX_PAIRS, NULL);

  stack.column = (LeadupRect) { margin, margin, MAX (width - 2 * margin, 1), 0 };
  for (guint i = 0; i < n_pairs; i++)
    stack.most = MAX (stack.most, pairs[i].tide->most);
  head = leadup_chart_add_header (NULL, measure, theme, texts, &stack.column);
  legend = n_pairs > 0 ? add_legend (&stack, NULL, &stack.column) : 0;
  foot = leadup_chart_add_footer (NULL, measure, theme, texts, &stack.column);
  room = height > 0 ? MAX (height - head - legend - foot - 2.5 * margin, 1) : 0;

  stack.scene = leadup_scene_new (theme, width, height);
  leadup_chart_add_header (stack.scene, measure, theme, texts, &stack.column);
  y = draw_plot (&stack, margin + head, room);
  stack.column.y = y + margin / 2;
  if (n_pairs > 0)
    add_legend (&stack, stack.scene, &stack.column);
  stack.column.y += legend;
  leadup_chart_add_footer (stack.scene, measure, theme, texts, &stack.column);
  if (height <= 0)
    leadup_scene_set_height (stack.scene, ceil (stack.column.y + foot + margin));
  leadup_scene_finish (stack.scene);

  return stack.scene;
}
