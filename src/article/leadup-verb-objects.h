/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

/* What the object of a verb, or who does it, makes of the verb: “they fired him” is no shot. */

gboolean leadup_verb_objects_is_vehicle (const LeadupClauses *self, gint32 phrase);
gboolean leadup_verb_objects_is_unfit (const LeadupClauses *self,
                                       const LeadupPredicate *predicate,
                                       guint n_words);
const LeadupLexiconRow *leadup_verb_objects_match_around (const LeadupClauses *self,
                                                          const LeadupPredicate *predicate);
const LeadupLexiconRow *leadup_verb_objects_get_verb (const LeadupClauses *self,
                                                      const LeadupPredicate *predicate);
gboolean leadup_verb_objects_is_expulsion (const LeadupClauses *self,
                                           const LeadupPredicate *predicate);

G_END_DECLS
