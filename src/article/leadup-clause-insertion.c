/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-insertion.h"

#include "article/leadup-clause-antecedent.h"
#include "article/leadup-clause-subject.h"

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

/* “The blast that killed sailors was heard far away”: the sailors were not heard. */
static gboolean
closes_relative (const LeadupClauses   *self,
                 const LeadupPredicate *predicate,
                 gint32                 last)
{
  const LeadupPredicate *relative = leadup_clauses_get_predicate (self, last);
  guint32 at = leadup_clauses_word_before (self, relative->first);
  gint32 object = leadup_clauses_phrase_at (self, relative->end);
  gboolean is_sure = predicate->verb > predicate->first || relative->is_perfect ||
                     !(self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE);

  if (relative->relation != LEADUP_RELATION_RELATIVE || relative->is_reduced ||
      relative->is_joined || relative->is_passive || relative->subject < 0 || object < 0 ||
      at == G_MAXUINT32 || self->grammar[at].tag != LEADUP_TAG_RELATIVE || !is_sure ||
      leadup_clauses_takes_content (self, relative))
    return FALSE;
  if (predicate->verb > predicate->first &&
      leadup_clauses_get_phrase (self, object)->end == predicate->first)
    return last == 0 ||
           leadup_clauses_takes_content (self, leadup_clauses_get_predicate (self, last - 1));

  /* “Towns which have held votes in May include Accra”: nothing else can include it. */
  for (guint32 i = relative->end; i < predicate->first; i++)
    if (self->grammar[i].tag != LEADUP_TAG_PREPOSITION &&
        self->grammar[i].tag != LEADUP_TAG_NUMBER && !leadup_clauses_is_dated (self, i) &&
        leadup_clauses_phrase_at (self, i) < 0)
      return FALSE;

  return last == 0;
}

/* Whether the clause tells of a name before the comma, and a phrase of people that says who that is
 * stands between. */
static gboolean
follows_apposed (const LeadupClauses   *self,
                 const LeadupPredicate *inserted,
                 guint32                relative)
{
  gint32 phrase = leadup_clauses_phrase_at (self, relative - 1);

  return phrase >= 0 && phrase != inserted->subject &&
         leadup_clause_antecedent_find_apposed (self, phrase) == inserted->subject;
}

/* “The front, which has held the city since July, said”: the commas close the insertion, so that
 * its antecedent acts. The first predicate of the insertion, LEADUP_NONE if there is none. */
gint32
leadup_clause_insertion_find (const LeadupClauses   *self,
                              const LeadupPredicate *predicate,
                              gint32                 index)
{
  guint32 at = predicate->first;
  const LeadupPredicate *inserted;

  while (at > self->first + 1 &&
         (leadup_clauses_is_dated (self, at - 1) || tag_at (self, at - 1) == LEADUP_TAG_ADVERB))
    at--;
  if (index > 0 && closes_relative (self, predicate, index - 1))
    return index - 1;
  if (tag_at (self, at - 1) != LEADUP_TAG_COMMA || index == 0)
    return LEADUP_NONE;

  for (gint32 i = index - 1; i >= 0; i--)
    {
      inserted = leadup_clauses_get_predicate (self, i);
      if (leadup_clause_subject_find_whose (self, inserted) >= 0 ||
          leadup_clause_subject_find_aside (self, inserted) >= 0 ||
          leadup_clause_subject_is_aside (self, inserted))
        return i;
      if (inserted->relation == LEADUP_RELATION_RELATIVE && !inserted->is_joined)
        {
          guint32 relative = leadup_clauses_word_before (self, inserted->first);

          /* “the members, all of whom agreed, met”. */
          if (relative != G_MAXUINT32 && relative >= self->first + 3 &&
              leadup_clauses_is (self, relative, "whom") &&
              leadup_clauses_is (self, relative - 1, "of") &&
              tag_at (self, relative - 3) == LEADUP_TAG_COMMA &&
              leadup_clauses_phrase_at (self, relative - 4) >= 0)
            return i;

          if (inserted->is_reduced && tag_at (self, inserted->first - 1) == LEADUP_TAG_COMMA &&
              leadup_clause_subject_has_agent (self, inserted))
            return inserted->subject >= 0 ? i : LEADUP_NONE;

          /* “Ada Roe, who won a vote boycotted by the front, left”. */
          if (i > 0 && inserted->is_reduced &&
              tag_at (self, inserted->first - 1) != LEADUP_TAG_COMMA)
            continue;
          /* “Chad, which broke a truce that held for weeks, left”: one within the other. */
          if (i > 0 && !inserted->is_reduced && relative != G_MAXUINT32 &&
              relative > self->first && tag_at (self, relative - 1) != LEADUP_TAG_COMMA &&
              !follows_apposed (self, inserted, relative))
            continue;

          /* The name of “Ada Roe, a guard who had left, was”, which the subject is already. */
          return inserted->subject >= 0 && !inserted->is_reduced && relative != G_MAXUINT32 &&
                         relative > self->first &&
                         self->grammar[relative].tag == LEADUP_TAG_RELATIVE &&
                         (tag_at (self, relative - 1) == LEADUP_TAG_COMMA ||
                          follows_apposed (self, inserted, relative))
                     ? i
                     : LEADUP_NONE;
        }
      if (inserted->relation == LEADUP_RELATION_MAIN)
        return LEADUP_NONE;
    }

  return LEADUP_NONE;
}
