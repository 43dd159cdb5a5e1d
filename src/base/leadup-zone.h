/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

gboolean leadup_zone_to_utc (const char    *zone,
                             LeadupInstant  civil,
                             LeadupInstant *earliest,
                             LeadupInstant *latest);
gboolean leadup_zone_to_civil (const char  *zone,
                               LeadupInstant utc,
                               LeadupInstant *civil);
gboolean leadup_zone_is_utc (const char *zone);
void     leadup_zone_get_bounds (const char       *zone,
                                 const LeadupWhen *when,
                                 LeadupWhenBounds *bounds);
char    *leadup_zone_find (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
