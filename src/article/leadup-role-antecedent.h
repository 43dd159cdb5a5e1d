/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

gint32 leadup_role_antecedent_find (const LeadupClauses *clauses, const LeadupPredicate *predicate);

G_END_DECLS
