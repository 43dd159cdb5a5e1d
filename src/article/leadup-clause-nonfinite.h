/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

void leadup_clause_nonfinite_link (LeadupClauses *self, LeadupPredicate *predicate, gint32 index);

G_END_DECLS
