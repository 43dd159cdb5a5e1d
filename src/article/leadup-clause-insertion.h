/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

gint32 leadup_clause_insertion_find (const LeadupClauses   *self,
                                     const LeadupPredicate *predicate,
                                     gint32                 index);

G_END_DECLS
