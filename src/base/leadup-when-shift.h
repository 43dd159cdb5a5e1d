/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/* What of a date is moved. */
typedef enum
{
  LEADUP_WHEN_WHOLE,
  LEADUP_WHEN_START,
  LEADUP_WHEN_END,
} LeadupWhenSide;

LeadupWhen *leadup_when_shift       (const LeadupWhen *self,
                                     LeadupWhenSide    side,
                                     gint64            distance,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_interval_format  (const LeadupWhen *from,
                                     const LeadupWhen *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
