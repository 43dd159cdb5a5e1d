/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/**
 * LeadupEdtf:
 *
 * What an EDTF text says, without the words around it. Filled by leadup_edtf_parse().
 */
typedef struct
{
  LeadupWhenBounds bounds;
  LeadupPrecision  precision;
  guint            is_interval   : 1;
  guint            is_one_of     : 1; /* [a,b] or [a..b]: one moment out of several */
  guint            is_ongoing    : 1; /* open end: “2025-09-02/..” */
  guint            is_approximate : 1; /* ~ or % */
  guint            is_uncertain  : 1; /* ? or % */
  guint            has_zone      : 1; /* the time of day names its offset */
} LeadupEdtf;

gboolean leadup_edtf_parse     (const char  *text,
                                LeadupPart   part,
                                LeadupEdtf  *result,
                                GError     **error);
char    *leadup_edtf_from_days (gint64       first_day,
                                gint64       last_day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
