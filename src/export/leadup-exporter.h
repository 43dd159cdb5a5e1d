/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-filter.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-view.h"

G_BEGIN_DECLS

/**
 * LeadupExportOptions:
 * @picture: which picture (%LEADUP_PICTURE_TIMELINE or %LEADUP_PICTURE_GRAPH)
 * @from: %LEADUP_INSTANT_MIN = the first event
 * @to: exclusive; %LEADUP_INSTANT_MAX = the last event
 * @width: pixels at scale 1
 * @height: 0 = as high as the content needs
 * @scale: 1 … 4, pixels of the picture per pixel (PNG)
 * @theme: id of a theme
 * @title, @subtitle, @source_line, @byline, @alt: (nullable): %NULL = the story’s, or drafted from
 * it; “” = none
 * @for_insiders: whether embargoed events may leave
 */
typedef struct
{
  LeadupPicture picture;
  LeadupFilter *filter;
  LeadupLanesBy lanes_by;
  LeadupInstant from;
  LeadupInstant to;
  double width;
  double height;
  double scale;
  const char *theme;
  const char *title;
  const char *subtitle;
  const char *source_line;
  const char *byline;
  const char *alt;
  gboolean for_insiders;
} LeadupExportOptions;

#define LEADUP_EXPORT_OPTIONS_INIT                                                                 \
  { .from = LEADUP_INSTANT_MIN,                                                                    \
    .to = LEADUP_INSTANT_MAX,                                                                      \
    .width = 1200,                                                                                 \
    .scale = 1,                                                                                    \
    .theme = "light" }

/**
 * LeadupExporter:
 * @id: on the command line
 * @label: for people, translatable
 * @extension: of the file, without the dot
 * @is_picture: drawn from a scene
 * @write: runs in a worker; returns the finished bytes
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *extension;
  const char *content_type;
  gboolean is_picture;
  GBytes *(*write) (LeadupSnapshot *snapshot,
                    const LeadupExportOptions *options,
                    GCancellable *cancellable,
                    GError **error);
} LeadupExporter;

const LeadupExporter *const *leadup_exporters_get_all (void);
const LeadupExporter *leadup_exporters_find (const char *id);
const LeadupExporter *leadup_exporters_for_name (const char *file_name);

G_END_DECLS
