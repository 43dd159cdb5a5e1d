/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

guint32 leadup_statement_parting_find (const LeadupClauses   *self,
                                       gint32                 index,
                                       const LeadupPredicate *next);

G_END_DECLS
