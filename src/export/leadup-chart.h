/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"
#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"

G_BEGIN_DECLS

/**
 * LeadupChart:
 * @snapshot: what of the story the chart may show
 * @style: (nullable): whose theme the scene uses
 * @zoom: pixels of the chart per unit of the scene
 *
 * A finished chart: its scene, what its texts were measured with, and the texts that stand in the
 * file beside it. One owner; belongs to the thread that made it.
 */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupHouseStyle *style;
  LeadupTextMeasure *measure;
  LeadupScene *scene;
  double zoom;
  char *title;
  char *byline;
  char *alt;
} LeadupChart;

LeadupChart *leadup_chart_new (LeadupSnapshot *snapshot,
                               const LeadupExportOptions *options,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void leadup_chart_free (LeadupChart *self);

/* What may be drawn: for outsiders without embargoed events. */
LeadupSnapshot *
leadup_chart_make_public (LeadupSnapshot *snapshot,
                          const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupChart, leadup_chart_free)

G_END_DECLS
