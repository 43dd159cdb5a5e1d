/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/* The texts of a chart as they are shown: the options’, else the story’s, else a draft. */
typedef struct
{
  char *title;
  char *subtitle;
  char *source_line;
  char *byline;
  char *as_of;
} LeadupChartWords;

/* What a chart is composed of. Borrowed by one thread while it composes. */
typedef struct
{
  LeadupSnapshot            *snapshot;
  const LeadupExportOptions *options;
  const LeadupTheme         *theme;
  LeadupTextMeasure         *measure;
  const LeadupChartWords    *words;
  GCancellable              *cancellable;
} LeadupChartParts;

LeadupScene *leadup_chart_compose (const LeadupChartParts  *parts,
                                   double                   width,
                                   double                   height,
                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
