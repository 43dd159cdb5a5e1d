/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "export/leadup-export-options.h"

G_BEGIN_DECLS

/**
 * LeadupExporter:
 * @id: on the command line
 * @label: for people, translatable
 * @extension: of the file, without the dot
 * @is_picture: drawn from a scene
 * @has_pages: can hold several pictures
 * @write: runs in a worker; returns the finished bytes
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *extension;
  const char *content_type;
  gboolean is_picture;
  gboolean has_pages;
  GBytes *(*write) (LeadupSnapshot *snapshot,
                    const LeadupExportOptions *options,
                    GCancellable *cancellable,
                    GError **error);
} LeadupExporter;

const LeadupExporter *const *leadup_exporters_get_all (void);
const LeadupExporter *leadup_exporters_find (const char *id);
const LeadupExporter *leadup_exporters_for_name (const char *file_name);

G_END_DECLS
