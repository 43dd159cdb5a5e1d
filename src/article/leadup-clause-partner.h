/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

gint32 leadup_clause_partner_find (const LeadupClauses *self,
                                   const LeadupPredicate *predicate,
                                   gint32 index,
                                   guint32 at);

G_END_DECLS
