/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

gint32 leadup_clause_antecedent_before_thing (const LeadupClauses *self, gint32 phrase);
gboolean leadup_clause_antecedent_is_of_person (const LeadupClauses *self, gint32 phrase);
gint32 leadup_clause_antecedent_before_whom (const LeadupClauses *self, gint32 phrase);
gboolean leadup_clause_antecedent_is_comment (const LeadupClauses *self, const LeadupPredicate *predicate, guint32 that);
gboolean leadup_clause_antecedent_hangs_on_thing (const LeadupClauses *self, const LeadupPredicate *predicate, const LeadupPredicate *last);
gint32 leadup_clause_antecedent_before_brackets (const LeadupClauses *self, guint32 at);

gint32 leadup_clause_antecedent_find_apposed (const LeadupClauses *self, gint32 phrase);

G_END_DECLS
