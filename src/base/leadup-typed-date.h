/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/* Longer texts are refused. */
#define LEADUP_TYPED_DATE_MAX_BYTES (256)

LeadupWhen *leadup_typed_date_read  (const char       *text,
                                     const char       *as_of,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_typed_date_echo  (const LeadupWhen *when) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
