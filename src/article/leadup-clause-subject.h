/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

gint32 leadup_clause_subject_find (const LeadupClauses *self, guint32 from, guint32 to);
gint32 leadup_clause_subject_part_list (LeadupClauses *self,
                                        const LeadupPredicate *predicate,
                                        gint32 subject,
                                        gboolean needs_comma);
gboolean leadup_clause_subject_is_all_nouns (const LeadupClauses *self, guint32 from, guint32 to);
gboolean leadup_clause_subject_is_list (const LeadupClauses *self, guint32 from, guint32 to);
gboolean leadup_clause_subject_can_part (const LeadupClauses *self, guint32 from, guint32 to);
gboolean leadup_clause_subject_has_agent (const LeadupClauses *self,
                                          const LeadupPredicate *predicate);
gint32 leadup_clause_subject_find_list (const LeadupClauses *self, gint32 phrase);
void leadup_clause_subject_leave_list (LeadupClauses *self, gint32 subject);
gboolean leadup_clause_subject_is_agent_list (const LeadupClauses *self,
                                              const LeadupPredicate *last,
                                              gint32 subject);
gboolean leadup_clause_subject_is_naming (const LeadupClauses *self,
                                          const LeadupPredicate *last,
                                          gint32 subject);
gint32 leadup_clause_subject_find_whose (const LeadupClauses *self,
                                         const LeadupPredicate *predicate);
gboolean leadup_clause_subject_is_aside (const LeadupClauses *self,
                                         const LeadupPredicate *predicate);
gboolean leadup_clause_subject_is_inserted (const LeadupClauses *self,
                                            const LeadupPredicate *saying);
gint32 leadup_clause_subject_find_bound (const LeadupClauses   *self,
                                         const LeadupPredicate *predicate);
gint32 leadup_clause_subject_find_aside (const LeadupClauses *self,
                                         const LeadupPredicate *predicate);
gboolean leadup_clause_subject_is_beside (const LeadupClauses *self, const LeadupPhrase *phrase);
gint32 leadup_clause_subject_find_saying (const LeadupClauses *self, gint32 index, guint32 that);

G_END_DECLS
