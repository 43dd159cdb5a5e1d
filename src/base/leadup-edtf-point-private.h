/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-edtf.h"

G_BEGIN_DECLS

/**
 * LeadupEdtfCursor:
 *
 * Where the parser stands. Everything that it reads lies between @p and @end. Private to the two
 * files that read EDTF.
 */
typedef struct
{
  const char *p;
  const char *end;
  const char *text; /* the whole text, for messages */
  const char *zone; /* of times without an offset, or NULL */
} LeadupEdtfCursor;

static inline gboolean
leadup_edtf_at_end (const LeadupEdtfCursor *cursor)
{
  return cursor->p >= cursor->end;
}

gboolean leadup_edtf_refuse        (const LeadupEdtfCursor  *cursor,
                                    GError                 **error,
                                    const char              *format,
                                    ...) G_GNUC_PRINTF (3, 4);
void     leadup_edtf_set_bounds    (LeadupEdtf              *out,
                                    LeadupInstant            from,
                                    LeadupInstant            to);
int      leadup_edtf_season_months (int                      season);
gboolean leadup_edtf_parse_point   (LeadupEdtfCursor        *cursor,
                                    LeadupEdtf              *out,
                                    GError                 **error);

G_END_DECLS
