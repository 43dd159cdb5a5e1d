/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/leadup-json-value.h"

G_BEGIN_DECLS

/* Members of what a record keeps beside its fields: the text of one JSON object, or %NULL. */

gboolean leadup_extra_get (const char      *extra,
                           const char      *name,
                           LeadupJsonValue *value);
char    *leadup_extra_set (const char      *extra,
                           const char      *name,
                           const char      *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
