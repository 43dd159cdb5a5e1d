/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-chart-furniture.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARK_SIZE 13.0
#define MARK_WIDTH 26.0 /* of bars and lines */
#define DOT_SIZE 3.2
#define MARK_GAP 6.0
#define ENTRY_GAP 20.0
#define LEGEND_LINE 22.0

/* Where the next line of text goes. */
typedef struct
{
  LeadupScene *scene;
  LeadupTextMeasure *measure;
  double x;
  double y;
  double width;
} Column;

static gboolean
is_set (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* Adds wrapped lines. Returns: the width of the last one. */
static double
add_lines (Column        *column,
           const char    *text,
           LeadupTextRole role,
           LeadupColour   colour,
           guint          max_lines,
           double         leading)
{
  g_auto (GStrv) lines = NULL;
  double height = ceil (leadup_text_measure_get_height (column->measure, role) * leading);
  double ascent = leadup_text_measure_get_ascent (column->measure, role);
  double width = 0;

  lines = leadup_text_measure_wrap (column->measure, role, text, column->width, max_lines);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      width = leadup_text_measure_get_width (column->measure, role, lines[i]);
      if (column->scene != NULL)
        leadup_scene_add_text (column->scene, lines[i], role, LEADUP_ANCHOR_START, column->x,
                               round (column->y + ascent), width, colour);
      column->y += height;
    }

  return width;
}

static void
begin (LeadupScene *scene,
       const char  *layer,
       const char  *css_class,
       const char  *title)
{
  if (scene != NULL)
    leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, layer, NULL, css_class, title);
}

static void
end (LeadupScene *scene)
{
  if (scene != NULL)
    leadup_scene_end (scene);
}

/**
 * leadup_chart_get_margin:
 * @width: of the whole chart
 *
 * Returns: the blank edge around everything
 */
double
leadup_chart_get_margin (double width)
{
  return width < 520 ? 16 : width < 700 ? 20 : width < 1500 ? 28 : 40;
}

/**
 * leadup_chart_add_header:
 * @scene: (nullable): %NULL only measures
 * @area: x, y and width count
 *
 * Returns: the height of title and subtitle with the room below them; 0 where there is neither
 */
double
leadup_chart_add_header (LeadupScene            *scene,
                         LeadupTextMeasure      *measure,
                         const LeadupTheme      *theme,
                         const LeadupChartTexts *texts,
                         const LeadupRect       *area)
{
  Column column = { scene, measure, area->x, area->y, area->width };

  if (!is_set (texts->title) && !is_set (texts->subtitle))
    return 0;

  if (is_set (texts->title))
    {
      begin (scene, "header", "title", texts->title);
      add_lines (&column, texts->title, LEADUP_TEXT_TITLE, theme->text,
                 texts->is_tight       ? 2
                 : area->width < 500.0 ? 6
                                       : 3,
                 1.02);
      end (scene);
      column.y += 3;
    }
  if (is_set (texts->subtitle))
    {
      begin (scene, "header", "subtitle", texts->subtitle);
      add_lines (&column, texts->subtitle, LEADUP_TEXT_SUBTITLE, theme->text_dim,
                 texts->is_tight ? 2 : 3, 1.12);
      end (scene);
    }

  return column.y - area->y + (texts->is_tight ? 10 : 18);
}

static double
get_mark_width (const LeadupLegendEntry *entry)
{
  return entry->mark == LEADUP_LEGEND_SYMBOL ? MARK_SIZE
         : entry->mark == LEADUP_LEGEND_DOT  ? DOT_SIZE
                                             : MARK_WIDTH;
}

static void
add_chevron (LeadupScene *scene,
             double       x,
             double       y,
             LeadupColour colour)
{
  LeadupPathOp path[] = { { 'M', { { x, y - 5 } } },
                          { 'L', { { x + 4.5, y } } },
                          { 'L', { { x, y + 5 } } } };
  LeadupPaint paint = { .stroke = colour, .stroke_width = 1.8 };

  leadup_scene_add_path (scene, path, G_N_ELEMENTS (path), &paint);
}

static void
add_mark (LeadupScene             *scene,
          LeadupTextMeasure       *measure,
          const LeadupTheme       *theme,
          const LeadupLegendEntry *entry,
          double                   x,
          double                   middle)
{
  static const double bars[] = { 3, 7, 12, 9, 5 };
  LeadupRect rect = { x, middle - 6, MARK_WIDTH, 12 };

  switch (entry->mark)
    {
    case LEADUP_LEGEND_SYMBOL:
      rect = (LeadupRect) { x, middle - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE };
      leadup_scene_add_symbol (scene, entry->symbol, entry->verification, &rect, entry->colour);
      break;
    case LEADUP_LEGEND_CHEVRON:
      rect.width -= 7;
      leadup_scene_add_rect (scene, &rect, 2, &entry->paint);
      add_chevron (scene, x + MARK_WIDTH - 6, middle, entry->colour);
      break;
    case LEADUP_LEGEND_PILL:
      rect = (LeadupRect) { x + 3, middle - 7.5, MARK_WIDTH - 6, 15 };
      leadup_scene_add_rect (scene, &rect, 7.5, &entry->paint);
      leadup_scene_add_text (scene, "5", LEADUP_TEXT_BADGE, LEADUP_ANCHOR_MIDDLE,
                             x + MARK_WIDTH / 2, round (middle + 4),
                             leadup_text_measure_get_width (measure, LEADUP_TEXT_BADGE, "5"),
                             theme->text);
      break;
    case LEADUP_LEGEND_LINE:
      leadup_scene_add_line (scene, x, middle, x + MARK_WIDTH, middle, &entry->paint);
      break;
    case LEADUP_LEGEND_BARS:
      for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
        {
          rect = (LeadupRect) { x + i * MARK_WIDTH / G_N_ELEMENTS (bars), middle + 6 - bars[i],
                                MARK_WIDTH / G_N_ELEMENTS (bars) - 1, bars[i] };
          leadup_scene_add_rect (scene, &rect, 0, &entry->paint);
        }
      break;
    case LEADUP_LEGEND_DOT:
      rect = (LeadupRect) { x, middle - DOT_SIZE / 2, DOT_SIZE, DOT_SIZE };
      leadup_scene_add_rect (scene, &rect, DOT_SIZE / 2, &entry->paint);
      break;
    case LEADUP_LEGEND_BAND:
    default:
      leadup_scene_add_rect (scene, &rect, 2, &entry->paint);
      break;
    }
}

/**
 * leadup_chart_add_legend:
 * @scene: (nullable): %NULL only measures
 * @area: x, y and width count
 *
 * Sets the entries one after the other, in as many lines as it takes.
 *
 * Returns: the height, with the room below; 0 without entries
 */
double
leadup_chart_add_legend (LeadupScene             *scene,
                         LeadupTextMeasure       *measure,
                         const LeadupTheme       *theme,
                         const LeadupLegendEntry *entries,
                         guint                    n_entries,
                         const LeadupRect        *area)
{
  double x = area->x;
  double y = area->y;

  if (n_entries == 0)
    return 0;

  for (guint i = 0; i < n_entries; i++)
    {
      const LeadupLegendEntry *entry = &entries[i];
      double mark = get_mark_width (entry);
      g_autofree char *label = NULL;
      double width;

      label = leadup_text_measure_ellipsize (measure, LEADUP_TEXT_CAPTION, entry->label,
                                             area->width - mark - MARK_GAP);
      width = leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, label);
      if (x > area->x && x + mark + MARK_GAP + width > area->x + area->width)
        {
          x = area->x;
          y += LEGEND_LINE;
        }
      if (scene != NULL)
        {
          leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "legend", NULL, NULL, entry->label);
          add_mark (scene, measure, theme, entry, x, y + LEGEND_LINE / 2);
          leadup_scene_add_text (scene, label, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                                 x + mark + MARK_GAP, round (y + LEGEND_LINE / 2 + 4), width,
                                 theme->text);
          leadup_scene_end (scene);
        }
      x += mark + MARK_GAP + width + ENTRY_GAP;
    }

  return y + LEGEND_LINE - area->y + 10;
}

/* “As of 19 December 2025 · Jane Doe” */
static char *
make_credits (const LeadupChartTexts *texts)
{
  g_autofree char *as_of = NULL;

  if (is_set (texts->as_of))
    as_of = g_strdup_printf (_ ("As of %s"), texts->as_of);

  if (as_of != NULL && is_set (texts->byline))
    return g_strdup_printf ("%s · %s", texts->byline, as_of);

  return as_of != NULL ? g_steal_pointer (&as_of) : g_strdup (texts->byline);
}

/**
 * leadup_chart_add_footer:
 * @scene: (nullable): %NULL only measures
 * @area: x, y and width count
 *
 * Returns: the height; 0 where there is nothing to say
 */
double
leadup_chart_add_footer (LeadupScene            *scene,
                         LeadupTextMeasure      *measure,
                         const LeadupTheme      *theme,
                         const LeadupChartTexts *texts,
                         const LeadupRect       *area)
{
  Column column = { scene, measure, area->x, area->y + 10, area->width };
  LeadupPaint line = { .stroke = theme->line, .stroke_width = 1 };
  g_autofree char *credits = make_credits (texts);
  double last = 0, counts_width = 0, height;
  guint max_lines = texts->is_tight ? 1 : 3;

  if (!is_set (texts->note) && !is_set (texts->source_line) && !is_set (credits) &&
      !is_set (texts->counts))
    return 0;

  begin (scene, "footer", NULL, NULL);
  if (scene != NULL)
    leadup_scene_add_line (scene, area->x, floor (area->y) + 0.5, area->x + area->width,
                           floor (area->y) + 0.5, &line);
  if (is_set (texts->note))
    last = add_lines (&column, texts->note, LEADUP_TEXT_CAPTION, theme->text, max_lines, 1.18);
  if (is_set (texts->source_line))
    last = add_lines (&column, texts->source_line, LEADUP_TEXT_CAPTION, theme->text_dim, max_lines,
                      1.18);
  if (is_set (credits))
    last = add_lines (&column, credits, LEADUP_TEXT_CAPTION, theme->text_dim, MIN (max_lines, 2),
                      1.18);

  if (is_set (texts->counts))
    {
      height = ceil (leadup_text_measure_get_height (measure, LEADUP_TEXT_CAPTION) * 1.18);
      counts_width = leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, texts->counts);
      /* On the last line where there is room beside it. */
      if (last == 0 || last + counts_width + ENTRY_GAP > area->width)
        column.y += height;
      if (scene != NULL)
        leadup_scene_add_text (
            scene, texts->counts, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_END, area->x + area->width,
            round (column.y - height +
                   leadup_text_measure_get_ascent (measure, LEADUP_TEXT_CAPTION)),
            counts_width, theme->text_dim);
    }
  end (scene);

  return column.y - area->y;
}
