/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

GArray *leadup_values_new (void) G_GNUC_WARN_UNUSED_RESULT;
void leadup_values_find (
    const LeadupClauses *clauses, guint32 first, guint32 end, const char *counts, GArray *values);

G_END_DECLS
