/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

gboolean leadup_zone_to_utc (const char    *zone,
                             LeadupInstant  civil,
                             LeadupInstant *earliest,
                             LeadupInstant *latest);

G_END_DECLS
