/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/**
 * LeadupWhenStyle:
 * @LEADUP_WHEN_STYLE_SHORT: for labels on a chart (“4 Mar 2025”, “early Mar 2025”, “by 19 Dec
 * 2025”)
 * @LEADUP_WHEN_STYLE_LONG: for the inspector and for screen readers (“4 March 2025, 03:15 Kyiv”)
 */
typedef enum
{
  LEADUP_WHEN_STYLE_SHORT,
  LEADUP_WHEN_STYLE_LONG,
} LeadupWhenStyle;

char *leadup_when_format       (const LeadupWhen *self,
                                LeadupWhenStyle   style) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_instant_format    (LeadupInstant     instant,
                                LeadupUnit        finest) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_range_format      (LeadupInstant     from,
                                LeadupInstant     to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
