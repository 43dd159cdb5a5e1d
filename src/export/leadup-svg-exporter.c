/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-svg-exporter.h"

#include "export/leadup-chart.h"
#include "export/leadup-svg-writer.h"

#include <glib/gi18n.h>

static GBytes *
write_svg (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (LeadupChart) chart = leadup_chart_new (snapshot, options, cancellable, error);

  if (chart == NULL)
    return NULL;

  return leadup_svg_writer_write (chart->scene, chart->zoom, chart->title, chart->alt);
}

const LeadupExporter leadup_svg_exporter = {
  .id = "svg",
  .label = N_ ("SVG drawing"),
  .extension = "svg",
  .content_type = "image/svg+xml",
  .is_picture = TRUE,
  .write = write_svg,
};
