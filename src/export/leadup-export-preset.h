/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What sizes may be: the narrowest that is kept under a name, the longest side of a picture, pixels
 * of the picture per pixel, and how large letters and marks are. */
#define LEADUP_EXPORT_MIN_WIDTH 100.0
#define LEADUP_EXPORT_MAX_SIDE 16384.0
#define LEADUP_EXPORT_MAX_SCALE 4.0
#define LEADUP_EXPORT_MIN_ZOOM 0.5
#define LEADUP_EXPORT_MAX_ZOOM 4.0

/**
 * LeadupExportPreset:
 * @id: on the command line
 * @label: for people; translate with leadup_export_preset_get_label()
 * @width: pixels at scale 1
 * @height: pixels at scale 1, 0 = as high as the content needs
 * @scale: pixels of the picture per pixel
 * @is_plain: without texts around the picture: the page that it goes on says them
 * @zoom: letters and marks are that many times as large: for what is looked at on a telephone or
 * from the last row
 * @paper: (nullable): name of the paper that a PDF of it is printed on
 *
 * A size that editors ask for by name. Constant rows of one table, which the window and the command
 * line share. Any thread.
 */
typedef struct
{
  const char *id;
  const char *label;
  double      width;
  double      height;
  double      scale;
  double      zoom;
  gboolean    is_plain;
  const char *paper;
} LeadupExportPreset;

const LeadupExportPreset *leadup_export_presets_get_all  (guint                    *n_presets);
const LeadupExportPreset *leadup_export_presets_find     (const char               *id);
const char               *leadup_export_preset_get_label (const LeadupExportPreset *self);

G_END_DECLS
