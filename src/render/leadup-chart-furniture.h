/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/* What stands around every picture: header above it, legend and footer below. Each function lays
 * out and, where
 * @scene is not %NULL, adds; without one it only tells the height, so that a picture can be fitted
 * in. */

typedef enum
{
  LEADUP_LEGEND_SYMBOL,
  LEADUP_LEGEND_BAND,    /* a bar in @paint */
  LEADUP_LEGEND_CHEVRON, /* a bar that goes on */
  LEADUP_LEGEND_PILL,    /* a count */
  LEADUP_LEGEND_LINE,    /* a line in @paint */
  LEADUP_LEGEND_BARS,    /* a density */
  LEADUP_LEGEND_DOT,     /* a small one in @paint */
} LeadupLegendMark;

/**
 * LeadupLegendEntry:
 * @label: owned by the caller
 * @colour: of a symbol
 * @paint: of the other marks
 */
typedef struct
{
  LeadupLegendMark mark;
  const char *label;
  LeadupSymbol symbol;
  LeadupVerification verification;
  LeadupColour colour;
  LeadupPaint paint;
} LeadupLegendEntry;

/**
 * LeadupChartTexts:
 * @note: (nullable): what the picture cannot show
 * @source_line: (nullable): as it is to be printed
 * @as_of: (nullable): a day
 * @counts: (nullable): “42 of 318 events”
 * @is_tight: whether the picture needs the room more: each text gets few lines
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *note;
  const char *source_line;
  const char *byline;
  const char *as_of;
  const char *counts;
  gboolean is_tight;
} LeadupChartTexts;

double leadup_chart_get_margin (double width);
double leadup_chart_add_header (LeadupScene *scene,
                                LeadupTextMeasure *measure,
                                const LeadupTheme *theme,
                                const LeadupChartTexts *texts,
                                const LeadupRect *area);
double leadup_chart_add_legend (LeadupScene *scene,
                                LeadupTextMeasure *measure,
                                const LeadupTheme *theme,
                                const LeadupLegendEntry *entries,
                                guint n_entries,
                                const LeadupRect *area);
double leadup_chart_add_footer (LeadupScene *scene,
                                LeadupTextMeasure *measure,
                                const LeadupTheme *theme,
                                const LeadupChartTexts *texts,
                                const LeadupRect *area);

G_END_DECLS
