/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-tide-scene.h"

#include "base/leadup-when-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN     LEADUP_TIDE_SCENE_MARGIN
#define NAME_GAP   2.0
#define DATE_GAP   4.0
#define DOT        1.6
#define MAX_COLUMN 26.0

typedef struct
{
  const LeadupTide  *tide;
  const LeadupTheme *theme;
  LeadupTextMeasure *measure;
  LeadupScene       *scene;
  LeadupRect         plot; /* of one direction: the line is in its middle */
  double             most;
} Chart;

/* Where a bin begins; months are not all as long. */
static double
get_x (const Chart *self,
       guint        bin)
{
  const LeadupTide *tide = self->tide;
  double start = (double) tide->bins[0].start;
  double span = (double) tide->bins[tide->n_bins - 1].end - start;
  double at = bin < tide->n_bins ? (double) tide->bins[bin].start - start : span;

  return self->plot.x + self->plot.width * at / span;
}

/* Deeds next to the line, words beyond them. */
static void
add_column (LeadupScene *scene,
            double       x,
            double       width,
            double       line,
            double       direction,
            double       deeds,
            double       words,
            LeadupColour colour,
            LeadupColour ground)
{
  LeadupPaint strong = { .fill = colour };
  LeadupPaint light = { .fill = leadup_colour_mix (colour, ground, LEADUP_TIDE_SCENE_WORDS_PART) };
  LeadupRect rect = { x, direction < 0 ? line - deeds : line, width, deeds };

  if (deeds > 0)
    leadup_scene_add_rect (scene, &rect, 0, &strong);
  rect.y = direction < 0 ? line - deeds - words : line + deeds;
  rect.height = words;
  if (words > 0)
    leadup_scene_add_rect (scene, &rect, 0, &light);
}

static void
add_amounts (const Chart             *self,
             guint                    bin,
             const LeadupTideAmounts *amounts)
{
  double left = get_x (self, bin);
  double room = get_x (self, bin + 1) - left;
  double width = MIN (MAX_COLUMN, MAX (1.0, room - (room > 4 ? 1 : 0)));
  double x = left + (room - width) / 2;
  double line = self->plot.y + self->plot.height / 2;
  double scale = self->most > 0 ? (self->plot.height / 2 - 2 * DOT - 1) / self->most : 0;

  add_column (self->scene, x, width, line - DOT - 1, -1, scale * amounts->deeds_up,
              scale * amounts->words_up, self->theme->cooperative, self->theme->background);
  add_column (self->scene, x, width, line + DOT + 1, 1, scale * amounts->deeds_down,
              scale * amounts->words_down, self->theme->hostile, self->theme->background);
  if (amounts->n > 0)
    {
      LeadupPaint dot = { .fill = self->theme->text };
      LeadupRect rect = { left + room / 2 - DOT, line - DOT, 2 * DOT, 2 * DOT };

      leadup_scene_add_rect (self->scene, &rect, DOT, &dot);
    }
}

/* Where nothing is reported: hatched, for it is not peace. */
static void
add_gaps (const Chart *self)
{
  LeadupPaint hatch = { .fill = self->theme->line, .pattern = LEADUP_PATTERN_HATCH };

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, _ ("No reports"));
  for (guint i = 0, end; i < self->tide->n_bins; i = end)
    {
      LeadupRect rect = self->plot;

      for (end = i; end < self->tide->n_bins && self->tide->bins[end].n == 0; end++)
        ;
      if (end == i)
        {
          end++;
          continue;
        }
      rect.x = get_x (self, i);
      rect.width = get_x (self, end) - rect.x;
      rect.y += rect.height / 2 - 5;
      rect.height = 10;
      leadup_scene_add_rect (self->scene, &rect, 0, &hatch);
    }
  leadup_scene_end (self->scene);
}

static void
add_direction (const Chart *self,
               gboolean     forward,
               const char  *from,
               const char  *to)
{
  LeadupTextMeasure *measure = self->measure;
  LeadupPaint line = { .stroke = self->theme->line, .stroke_width = 1 };
  /* TRANSLATORS: who acted, and on whom */
  g_autofree char *name = g_strdup_printf (_ ("%s → %s"), from, to);
  g_autofree char *set = leadup_text_measure_ellipsize (measure, LEADUP_TEXT_CAPTION, name,
                                                        self->plot.width);
  double middle = round (self->plot.y + self->plot.height / 2) + 0.5;

  add_gaps (self);
  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, name);
  leadup_scene_add_line (self->scene, self->plot.x, middle, self->plot.x + self->plot.width, middle,
                         &line);
  for (guint i = 0; i < self->tide->n_bins; i++)
    add_amounts (self, i,
                 forward ? &self->tide->bins[i].forward : &self->tide->bins[i].backward);
  leadup_scene_add_text_full (self->scene, set, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                              self->plot.x, self->plot.y - NAME_GAP - 2,
                              leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, set), 0,
                              self->theme->text, self->theme->background);
  leadup_scene_end (self->scene);
}

/* A number at each turn, over both directions, and a line down. */
static void
add_turns (const Chart *self,
           double       top,
           double       bottom)
{
  LeadupPaint line = { .stroke = self->theme->text_dim, .stroke_width = 1,
                       .dash = LEADUP_DASH_DASHED };
  double former = -100;

  for (guint i = 0; i < self->tide->n_turns; i++)
    {
      const LeadupTideTurn *turn = &self->tide->turns[i];
      const char *id = leadup_record_get_id (LEADUP_RECORD (turn->event));
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      double x = round ((get_x (self, turn->bin) + get_x (self, turn->bin + 1)) / 2) + 0.5;
      double width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_BADGE, number);

      leadup_scene_begin (self->scene, LEADUP_SCENE_EVENT, "events", id, NULL,
                          leadup_event_get_title (turn->event));
      leadup_scene_add_line (self->scene, x, top, x, bottom, &line);
      if (x - width / 2 > former + 2)
        {
          leadup_scene_add_text (self->scene, number, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_MIDDLE, x,
                                 top - 2, width, self->theme->text);
          former = x + width / 2;
        }
      leadup_scene_end (self->scene);
    }
}

static void
add_dates (const Chart *self,
           double       y)
{
  const LeadupTide *tide = self->tide;
  LeadupTextMeasure *measure = self->measure;
  g_autofree char *first = leadup_instant_format (tide->bins[0].start, LEADUP_UNIT_DAY);
  g_autofree char *last =
      leadup_instant_format (tide->bins[tide->n_bins - 1].end - 1, LEADUP_UNIT_DAY);
  double ascent = leadup_text_measure_get_ascent (measure, LEADUP_TEXT_CAPTION);

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, NULL);
  leadup_scene_add_text (self->scene, first, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                         self->plot.x, y + ascent,
                         leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, first),
                         self->theme->text_dim);
  leadup_scene_add_text (self->scene, last, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_END,
                         self->plot.x + self->plot.width, y + ascent,
                         leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, last),
                         self->theme->text_dim);
  leadup_scene_end (self->scene);
}

/**
 * leadup_tide_scene_new:
 * @tide: of a pair
 * @options: how large, and who they are
 * @theme: how it looks; has to outlive the scene
 * @measure: of this thread, for @theme
 *
 * Draws how what is between two actors changed: each direction has a line, cooperation above it,
 * conflict below, deeds dark, words light, a dot for events, hatching where nothing is reported,
 * and a number at each turn. Any thread.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_tide_scene_new (const LeadupTide             *tide,
                       const LeadupTideSceneOptions *options,
                       const LeadupTheme            *theme,
                       LeadupTextMeasure            *measure)
{
  Chart chart = { .tide = tide, .theme = theme, .measure = measure };
  double text, dates, room;

  g_return_val_if_fail (tide != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL && measure != NULL, NULL);

  chart.scene = leadup_scene_new (theme, options->width, options->height);
  text = leadup_text_measure_get_height (measure, LEADUP_TEXT_CAPTION);
  dates = options->has_no_dates ? 0 : text + DATE_GAP;
  chart.most = MAX (options->most, tide->most);
  room = options->height - 2 * MARGIN - LEADUP_TIDE_SCENE_TURN_ROOM - dates;
  if (tide->n_bins > 0 && room > 4 * text)
    {
      double top = MARGIN + LEADUP_TIDE_SCENE_TURN_ROOM;

      LeadupTideSides sides = options->sides != 0 ? options->sides : LEADUP_TIDE_BOTH;
      double part = sides == LEADUP_TIDE_BOTH ? room / 2 : room;

      chart.plot = (LeadupRect) { MARGIN, top + text, MAX (1, options->width - 2 * MARGIN),
                                  part - text };
      add_turns (&chart, top - 2, top + room);
      if ((sides & LEADUP_TIDE_FORWARD) != 0)
        add_direction (&chart, TRUE, options->first, options->second);
      if (sides == LEADUP_TIDE_BOTH)
        chart.plot.y += part;
      if ((sides & LEADUP_TIDE_BACKWARD) != 0)
        add_direction (&chart, FALSE, options->second, options->first);
      if (!options->has_no_dates)
        add_dates (&chart, top + room + DATE_GAP);
    }
  leadup_scene_set_plot (chart.scene, &chart.plot, options->height);
  leadup_scene_finish (chart.scene);

  return chart.scene;
}

/* What both, or one of them, did in a bin. */
static LeadupTideAmounts
add_up (const LeadupTideBin *bin,
        LeadupTideSides      sides)
{
  LeadupTideAmounts sum = { 0 };
  const LeadupTideAmounts *parts[] = { &bin->forward, &bin->backward };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((sides & (i == 0 ? LEADUP_TIDE_FORWARD : LEADUP_TIDE_BACKWARD)) != 0)
      {
        sum.n += parts[i]->n;
        sum.words_up += parts[i]->words_up;
        sum.deeds_up += parts[i]->deeds_up;
        sum.words_down += parts[i]->words_down;
        sum.deeds_down += parts[i]->deeds_down;
      }

  return sum;
}

/**
 * leadup_tide_scene_add_sparkline:
 * @scene: with an open group
 * @tide: of a pair
 * @sides: what one did to the other, or what is between both
 * @rect: where to
 * @theme: how it looks
 *
 * The same in a few pixels: cooperation above the line, conflict below.
 */
void
leadup_tide_scene_add_sparkline (LeadupScene       *scene,
                                 const LeadupTide  *tide,
                                 LeadupTideSides    sides,
                                 const LeadupRect  *rect,
                                 const LeadupTheme *theme)
{
  LeadupPaint axis = { .stroke = theme->line, .stroke_width = 1 };
  double line, width, scale, most = 0;

  g_return_if_fail (scene != NULL && tide != NULL && rect != NULL && theme != NULL);

  if (tide->n_bins == 0)
    return;

  for (guint i = 0; i < tide->n_bins; i++)
    {
      LeadupTideAmounts sum = add_up (&tide->bins[i], sides);

      most = MAX (most, MAX (sum.words_up + sum.deeds_up, sum.words_down + sum.deeds_down));
    }
  line = floor (rect->y + rect->height / 2) + 0.5;
  width = MAX (1.5, rect->width / tide->n_bins - 0.5);
  scale = most > 0 ? (rect->height / 2 - 1) / most : 0;
  leadup_scene_add_line (scene, rect->x, line, rect->x + rect->width, line, &axis);
  for (guint i = 0; i < tide->n_bins; i++)
    {
      LeadupTideAmounts sum = add_up (&tide->bins[i], sides);
      double x = MIN (rect->x + rect->width * i / tide->n_bins, rect->x + rect->width - width);
      LeadupPaint tick = { .fill = theme->text_dim };
      LeadupRect dot = { x, line - 1, width, 2 };

      add_column (scene, x, width, line, -1, scale * sum.deeds_up, scale * sum.words_up,
                  theme->cooperative, theme->background);
      add_column (scene, x, width, line, 1, scale * sum.deeds_down, scale * sum.words_down,
                  theme->hostile, theme->background);
      if (sum.n > 0 && !(sum.words_up + sum.deeds_up + sum.words_down + sum.deeds_down > 0))
        leadup_scene_add_rect (scene, &dot, 0, &tick);
    }
}
