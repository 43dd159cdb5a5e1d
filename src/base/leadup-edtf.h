/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/* Longer texts are refused. */
#define LEADUP_EDTF_MAX_BYTES (256)

/**
 * LeadupEdtf:
 * @bounds: what the text and the part bound; the start and the end are equal unless @is_interval
 * @precision: how fine it is
 * @time_unit: hour, minute, second or millisecond, if @precision is %LEADUP_PRECISION_TIME
 * @utc_offset_s: how many seconds the clock was ahead of UTC, if @has_zone
 * @season: the number of the season, quarter or other part of the year (21 to 41), or 0
 * @is_interval: the text is `a/b`
 * @is_one_of: `[a,b]` or `[a..b]`: one moment out of several
 * @is_ongoing: the interval has an open end (“2025-09-02/..”)
 * @is_whole: the bounds are those of one whole unit of @precision
 * @is_approximate: `~` or `%` stands somewhere
 * @is_uncertain: `?` or `%` stands somewhere
 * @has_zone: it is a time of day whose offset from UTC is known
 *
 * What an EDTF text says, without the words around it. Filled by leadup_edtf_parse().
 */
typedef struct
{
  LeadupWhenBounds bounds;
  LeadupPrecision  precision;
  LeadupUnit       time_unit;
  int              utc_offset_s;
  int              season;
  guint            is_interval    : 1;
  guint            is_one_of      : 1;
  guint            is_ongoing     : 1;
  guint            is_whole       : 1;
  guint            is_approximate : 1;
  guint            is_uncertain   : 1;
  guint            has_zone       : 1;
} LeadupEdtf;

gboolean leadup_edtf_parse         (const char  *text,
                                    LeadupPart   part,
                                    LeadupEdtf  *result,
                                    GError     **error);
gboolean leadup_edtf_parse_in_zone (const char  *text,
                                    LeadupPart   part,
                                    const char  *zone,
                                    LeadupEdtf  *result,
                                    GError     **error);
char    *leadup_edtf_from_days     (gint64       first_day,
                                    gint64       last_day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
