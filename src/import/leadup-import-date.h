/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/* Dates as tables hold them. Each returns %NULL and a sentence in @problem where there is none; a
 * date is never made up for what cannot be read. */

LeadupWhen *leadup_import_date_read       (const char  *text,
                                           const char  *as_of,
                                           char       **problem) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen *leadup_import_date_from_number (double      number,
                                           char       **problem) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen *leadup_import_date_join       (LeadupWhen  *start,
                                           LeadupWhen  *end,
                                           char       **problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
