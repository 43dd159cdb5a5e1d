/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-event-composer.h"

G_BEGIN_DECLS

gboolean leadup_event_doubts_is_unreal (const LeadupClauses *clauses,
                                        const GArray *readings,
                                        guint32 token);
gboolean leadup_event_doubts_is_asked (const LeadupClauses *clauses,
                                       const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_idea (const LeadupClauses *clauses,
                                      const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_demanded (const LeadupClauses *clauses, const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_asked_for (const LeadupClauses *clauses, gint32 noun);
gboolean leadup_event_doubts_is_wish (const LeadupClauses   *clauses,
                                      const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_refused (const LeadupClauses *clauses,
                                         const GArray *readings,
                                         gint32 noun);
gboolean leadup_event_doubts_is_any (const LeadupClauses *clauses, gint32 noun);
gboolean leadup_event_doubts_is_told (const LeadupClauses *clauses,
                                      const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_hedged (const LeadupClauses *clauses,
                                        guint32 first,
                                        guint32 end);
LeadupEffect leadup_event_doubts_find_effect (const LeadupClauses *clauses,
                                              const GArray *readings,
                                              gint32 phrase);
gboolean leadup_event_doubts_is_question (const LeadupClauses *clauses);
gboolean leadup_event_doubts_is_paraphrase (const LeadupClauses *clauses,
                                            const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_name (const LeadupClauses *clauses, guint32 token);
gboolean leadup_event_doubts_is_heading (const LeadupClauses *clauses);
void leadup_event_doubts_violence (const LeadupClauses *clauses,
                                   GArray *readings,
                                   gint32 index,
                                   gboolean follows_assault);
gboolean leadup_event_doubts_is_aim (const LeadupClauses *self, const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_purpose (const LeadupClauses   *self,
                                         const LeadupPredicate *predicate);
gboolean leadup_event_doubts_is_of_means (const LeadupClauses   *self,
                                          const LeadupPredicate *predicate);
gboolean leadup_event_doubts_names_nobody (const LeadupClauses      *clauses,
                                           const LeadupArticleEvent *event);
gboolean leadup_event_doubts_is_known (const LeadupClauses *clauses,
                                       gint32 index,
                                       const LeadupStatement *statement);

G_END_DECLS
