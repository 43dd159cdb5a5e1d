/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

/**
 * LeadupRoleFrame:
 * @outer: predicate whose subject acts
 * @inner: predicate whose object suffers, may be @outer
 * @noun: phrase of the event noun that says what happened, LEADUP_NONE = the verb says it
 * @words: how many words of @inner, from its verb, the lexicon's phrase covers
 * @targets: how the target stands: “o” object, “s” the subject suffers, “=” both sides,
 * prepositions
 *
 * Where to look for who did it to whom.
 */
typedef struct
{
  const LeadupPredicate *outer;
  const LeadupPredicate *inner;
  gint32 noun;
  guint                  words;
  const char *targets;
} LeadupRoleFrame;

void leadup_roles_find (LeadupArticle *article,
                        const LeadupClauses *clauses,
                        const LeadupRoleFrame *frame,
                        LeadupArticleEvent *event);

G_END_DECLS
