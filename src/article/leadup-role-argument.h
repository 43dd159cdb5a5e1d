/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

LeadupArgument
leadup_role_argument_make (LeadupArticle *article, const LeadupClauses *clauses, gint32 phrase);
gint32 leadup_role_argument_find_owner (LeadupArticle *article,
                                        const LeadupClauses *clauses,
                                        gint32 phrase);
gboolean leadup_role_argument_is_nobody (const LeadupClauses *clauses, gint32 index);
gboolean leadup_role_argument_is_somebody (const LeadupArticle *article,
                                           const LeadupClauses *clauses,
                                           gint32 index);
gint32 leadup_role_argument_resolve_object (const LeadupArticle *article,
                                            const LeadupClauses *clauses,
                                            gint32 phrase,
                                            gint32 noun);
gint32 leadup_role_argument_find_blamed (const LeadupClauses *clauses, gint32 deed);
gboolean leadup_role_argument_is_money (const LeadupClauses *clauses, gint32 index);
gboolean leadup_role_argument_takes (const char *targets, const char *preposition);
gboolean leadup_role_argument_is_own (const LeadupClauses *clauses, const LeadupPhrase *phrase);
gboolean leadup_role_argument_cut_charge (const LeadupClauses *clauses,
                                          gint32 phrase,
                                          const char *category,
                                          LeadupArgument *argument);

gboolean leadup_role_argument_is_scene (const LeadupArticle *article,
                                        const LeadupClauses *clauses,
                                        const LeadupPhrase *phrase);

G_END_DECLS
