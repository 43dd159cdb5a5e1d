/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

/* Moments in files: “2025-03-04T03:15:00Z”, with a fraction where there is one, and with a sign
 * before years that do not have four digits. */

void     leadup_time_text_append (GString       *text,
                                  LeadupInstant  instant);
gboolean leadup_time_text_parse  (const char    *text,
                                  LeadupInstant *instant);

G_END_DECLS
