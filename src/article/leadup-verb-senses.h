/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-event-composer.h"

G_BEGIN_DECLS

/* What the rest of the clause, and who speaks, make of a verb: a warning of hunger is no threat. */

const LeadupLexiconRow *leadup_verb_senses_get (const LeadupClauses    *self,
                                                const LeadupPredicate  *predicate,
                                                const LeadupLexiconRow *verb);
gboolean leadup_verb_senses_is_denial (const LeadupClauses *self, const LeadupPredicate *predicate);
gboolean leadup_verb_senses_is_for_peace (const LeadupClauses   *self,
                                          const LeadupPredicate *predicate);
gboolean leadup_verb_senses_read (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate,
                                  LeadupReading         *reading);

G_END_DECLS
