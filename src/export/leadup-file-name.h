/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-export-options.h"

G_BEGIN_DECLS

/* Names of files from a pattern such as “{slug}-{date}-{preset}@{scale}x.png”. */

/**
 * LeadupFileNameParts:
 * @title: (nullable): of the chart; “{slug}” is made from it
 * @preset: (nullable): id of the size
 * @format: ending of the file, without the dot
 * @step: number; 0 = none
 * @period: (nullable): of the time that is shown
 */
typedef struct
{
  const char    *title;
  const char    *preset;
  const char    *theme;
  const char    *format;
  LeadupPicture  picture;
  double         scale;
  guint          step;
  const char    *period;
} LeadupFileNameParts;

gboolean leadup_file_name_is_pattern (const char                 *name);
char    *leadup_file_name_expand     (const char                 *pattern,
                                      const LeadupFileNameParts  *parts,
                                      GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
