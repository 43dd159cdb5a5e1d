/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-exporter.h"

#include "export/leadup-csv-exporter.h"
#include "export/leadup-graph-exporter.h"
#include "export/leadup-ical-exporter.h"
#include "export/leadup-json-exporter.h"
#include "export/leadup-markdown-exporter.h"
#include "export/leadup-pdf-exporter.h"
#include "export/leadup-png-exporter.h"
#include "export/leadup-svg-exporter.h"
#include "export/leadup-timelinejs-exporter.h"

/* The one place to add a format. */
static const LeadupExporter *const exporters[] = {
  &leadup_png_exporter,        &leadup_svg_exporter,  &leadup_pdf_exporter,
  &leadup_markdown_exporter,   &leadup_csv_exporter,  &leadup_json_exporter,
  &leadup_timelinejs_exporter, &leadup_ical_exporter,
  &leadup_graphml_exporter,    &leadup_gexf_exporter, &leadup_dot_exporter,
  &leadup_nodes_csv_exporter,  &leadup_edges_csv_exporter, NULL,
};

/**
 * leadup_exporters_get_all:
 *
 * Returns: (array zero-terminated=1): all formats, in the order in which they are offered
 */
const LeadupExporter *const *
leadup_exporters_get_all (void)
{
  return exporters;
}

/**
 * leadup_exporters_find:
 * @id: of a format
 *
 * Returns: (nullable): the format
 */
const LeadupExporter *
leadup_exporters_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_str_equal (exporters[i]->id, id))
      return exporters[i];

  return NULL;
}

/**
 * leadup_exporters_for_name:
 * @file_name: of the file to write
 *
 * Returns: (nullable): the format that its extension asks for, whatever the case
 */
const LeadupExporter *
leadup_exporters_for_name (const char *file_name)
{
  const char *dot;

  g_return_val_if_fail (file_name != NULL, NULL);

  dot = strrchr (file_name, '.');
  if (dot == NULL)
    return NULL;

  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_ascii_strcasecmp (exporters[i]->extension, dot + 1) == 0)
      return exporters[i];

  return NULL;
}
