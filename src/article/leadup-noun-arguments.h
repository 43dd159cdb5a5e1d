/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"
#include "article/leadup-event-meaning.h"

G_BEGIN_DECLS

gboolean leadup_noun_arguments_is_of_responsible (const LeadupClauses *clauses,
                                                  const LeadupPhrase *phrase);
void leadup_noun_arguments_find (LeadupArticle *article,
                                 const LeadupClauses *clauses,
                                 const LeadupEventMeaning *class,
                                 gint32 noun,
                                 LeadupArticleEvent *event);
gboolean leadup_noun_arguments_name_sides (LeadupArticle *article,
                                           const LeadupClauses *clauses,
                                           const LeadupLexiconRow *row,
                                           gint32 noun,
                                           LeadupArgument *side);
gint32 leadup_noun_arguments_find_claimant (const LeadupClauses *clauses, gint32 noun);
gint32 leadup_noun_arguments_find_bidden (const LeadupClauses *clauses, gint32 noun);

G_END_DECLS
