/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-event-composer.h"

G_BEGIN_DECLS

void leadup_event_tolls_add (const LeadupClauses *clauses,
                             const LeadupPredicate *predicate,
                             const LeadupReading *reading,
                             GArray *values);
void leadup_event_tolls_add_single (const LeadupClauses *clauses,
                                    const LeadupPredicate *predicate,
                                    const LeadupReading *reading,
                                    GArray *values);
void leadup_event_tolls_add_noun (const LeadupClauses *clauses, gint32 noun, GArray *values);
void leadup_event_tolls_bound (const LeadupArticle *article,
                               const LeadupWordFacts *facts,
                               LeadupArticleEvent *event);
gboolean leadup_event_tolls_belongs (const LeadupClauses *clauses,
 const LeadupPredicate *predicate,
 const LeadupReading *reading,
 const LeadupPredicate *other,
 const GArray *values);
void leadup_event_tolls_set_agent (LeadupArticle *article,
 const LeadupClauses *clauses,
 const LeadupPredicate *predicate,
 LeadupArticleEvent *event);
gboolean leadup_event_tolls_has (const LeadupWordFacts *facts, const GArray *values);
void leadup_event_tolls_drop_unreal (const LeadupWordFacts *facts, LeadupArticleEvent *event);

G_END_DECLS
