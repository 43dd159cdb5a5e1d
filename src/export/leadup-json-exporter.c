/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-json-exporter.h"

#include "export/leadup-export-data.h"
#include "storage/leadup-story-writer.h"

#include <glib/gi18n.h>

/* A story of its own, which opens again. */
static GBytes *
write_json (LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            GCancellable              *cancellable,
            GError                   **error)
{
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);

  return data != NULL ? leadup_story_writer_write (data, cancellable, error) : NULL;
}

const LeadupExporter leadup_json_exporter = {
  .id = "json",
  .label = N_ ("JSON data"),
  .extension = "json",
  .content_type = "application/json",
  .write = write_json,
};
