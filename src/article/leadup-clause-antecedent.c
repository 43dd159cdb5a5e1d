/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-antecedent.h"

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

/* “in La Paz”: a name of where somebody is. */
static gboolean
is_place (const LeadupClauses *self,
          const LeadupPhrase  *phrase)
{
  guint n = leadup_article_count_mentions (self->article, phrase->end);
  const LeadupMention *name = n > 0 ? leadup_article_get_mention (self->article, n - 1) : NULL;

  return name != NULL && name->end_token > phrase->head &&
         (name->kind == LEADUP_ACTOR_KIND_PLACE || name->kind == LEADUP_ACTOR_KIND_STATE);
}

/* Who stands before a thing or a place that hangs on them by a preposition; @phrase itself if
 * nobody does. */
gint32
leadup_clause_antecedent_before_thing (const LeadupClauses *self,
                                       gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *before = leadup_clauses_get_phrase (self, phrase - 1);
  const guint32 people = LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY;

  return here->preposition == (gint32) before->end && here->parent < 0 &&
                 (tag_at (self, here->head) == LEADUP_TAG_NOUN || is_place (self, here)) &&
                 (leadup_clauses_get_fact (self, here->head)->classes & people) == 0 &&
                 (leadup_clauses_get_fact (self, before->head)->classes & people) != 0
             ? phrase - 1
             : phrase;
}

/* “Ada Roe, a former guard of the king who had left”: the name before the comma, of a phrase of
 * people that says no more than who that is; LEADUP_NONE if there is none. */
gint32
leadup_clause_antecedent_find_apposed (const LeadupClauses *self,
                                       gint32               phrase)
{
  gint32 whole = leadup_clauses_get_phrase (self, phrase)->parent;
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, whole >= 0 ? whole : phrase);
  const LeadupPhrase *name;
  gint32 found;

  if (here->first < self->first + 2 || tag_at (self, here->first - 1) != LEADUP_TAG_COMMA ||
      tag_at (self, here->first) != LEADUP_TAG_DETERMINER || here->preposition >= 0 ||
      (leadup_clauses_get_fact (self, here->head)->classes & LEADUP_WORD_PEOPLE) == 0)
    return LEADUP_NONE;
  found = leadup_clauses_phrase_at (self, here->first - 2);
  name = found >= 0 ? leadup_clauses_get_phrase (self, found) : NULL;

  return name != NULL && name->preposition < 0 && tag_at (self, name->head) == LEADUP_TAG_NAME
             ? found
             : LEADUP_NONE;
}

/* “the release of the journalist, who fell ill”: the journalist did. */
gboolean
leadup_clause_antecedent_is_of_person (const LeadupClauses *self,
                                       gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *whole = leadup_clauses_get_phrase (self, here->parent);
  const guint32 people = LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY;

  return (leadup_clauses_get_fact (self, here->head)->classes & people) != 0 &&
         (leadup_clauses_get_fact (self, whole->head)->classes & people) == 0;
}

/* “the members, all of whom”: the members; @phrase itself in any other case. */
gint32
leadup_clause_antecedent_before_whom (const LeadupClauses *self,
                                      gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  gint32 named = LEADUP_NONE;

  if (here->first >= self->first + 2 && leadup_clauses_is (self, here->end, "of") &&
      leadup_clauses_is (self, here->end + 1, "whom"))
    named = leadup_clauses_phrase_at (self, here->first - 2);

  return named >= 0 ? named : phrase;
}

/* “…, a claim that Togo denied”: what somebody makes of what was told. */
gboolean
leadup_clause_antecedent_is_comment (const LeadupClauses   *self,
                                     const LeadupPredicate *predicate,
                                     guint32                that)
{
  LeadupTag after = tag_at (self, predicate->end);

  return leadup_clauses_is (self, that, "that") && that >= self->first + 3 &&
         tag_at (self, that - 1) == LEADUP_TAG_NOUN &&
         tag_at (self, that - 2) == LEADUP_TAG_DETERMINER &&
         tag_at (self, that - 3) == LEADUP_TAG_COMMA &&
         (after == LEADUP_TAG_BREAK || after == LEADUP_TAG_COMMA);
}

/* Whether a pronoun and its verb stand right behind what a preposition governs. */
gboolean
leadup_clause_antecedent_hangs_on_thing (const LeadupClauses   *self,
                                         const LeadupPredicate *predicate,
                                         const LeadupPredicate *last)
{
  const LeadupPhrase *subject = leadup_clauses_get_phrase (self, predicate->subject);
  gint32 before = subject->first > self->first
                      ? leadup_clauses_phrase_at (self, subject->first - 1)
                      : LEADUP_NONE;

  return subject->is_pronoun && before >= 0 && subject->end == predicate->first &&
         predicate->object < 0 && !self->tokens[subject->first].is_quoted &&
         leadup_clauses_get_phrase (self, before)->preposition >= (gint32) last->end &&
         leadup_clauses_is (self, leadup_clauses_get_phrase (self, before)->first, "the");
}

/* “the Accra Front (AF), which”: the phrase before the brackets that end at @at. */
gint32
leadup_clause_antecedent_before_brackets (const LeadupClauses *self,
                                          guint32              at)
{
  if (!leadup_clauses_is (self, at, ")"))
    return LEADUP_NONE;
  while (at > self->first + 1 && !leadup_clauses_is (self, at, "("))
    at--;

  return leadup_clauses_phrase_at (self, at - 1);
}
