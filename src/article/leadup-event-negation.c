/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-negation.h"

/* “On neither occasion was a shot fired”, “At no point did they fire”. */
static gboolean
opens_negatively (const LeadupClauses   *self,
                  const LeadupPredicate *predicate)
{
  static const char *const helpers[] = { "was", "were", "is",  "are",   "did", "does", "do", "has",
                                         "had", "have", "will", "would", NULL };
  const LeadupPhrase *opening =
      self->phrases->len > 0 ? leadup_clauses_get_phrase (self, 0) : NULL;

  return opening != NULL && opening->preposition == (gint32) self->first &&
         (leadup_clauses_get_fact (self, opening->first)->classes & LEADUP_WORD_NEGATION) != 0 &&
         leadup_clauses_is_any (self, opening->end, helpers) &&
         (predicate->relation == LEADUP_RELATION_MAIN || predicate->is_reduced);
}

/* “No agreement was reached”, “none of this freed anybody”. */
static gboolean
has_negative_subject (const LeadupClauses   *self,
                      const LeadupPredicate *predicate)
{
  guint32 first = predicate->first > self->first + 6 ? predicate->first - 6 : self->first;
  guint32 end = predicate->first;

  if (predicate->subject >= 0)
    {
      const LeadupPhrase *subject = leadup_clauses_get_phrase (self, predicate->subject);

      if (subject->parent >= 0)
        subject = leadup_clauses_get_phrase (self, subject->parent);
      first = subject->first > self->first + 2 ? subject->first - 2 : self->first;
      end = MIN (subject->first + 1, predicate->first);
    }

  for (guint32 i = end; i > first; i--)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i - 1].tag;

      if (leadup_clauses_get_fact (self, i - 1)->classes & LEADUP_WORD_NEGATION)
        return TRUE;
      if (tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_COMMA)
        return FALSE;
    }

  return FALSE;
}

/* “struck nothing”, but “said nobody was hurt”. */
static gboolean
has_negative_object (const LeadupClauses   *clauses,
                     const LeadupPredicate *predicate)
{
  static const char *const nothing[] = { "nothing", "nobody", NULL };
  LeadupTag after = predicate->end + 1 < clauses->end
                        ? (LeadupTag) clauses->grammar[predicate->end + 1].tag
                        : LEADUP_TAG_BREAK;

  return !predicate->is_passive && leadup_clauses_is_any (clauses, predicate->end, nothing) &&
         !leadup_tag_is_verbal (after) &&
         !leadup_clauses_is (clauses, predicate->end + 1, "but");
}

/* “was vetoed by no one”, “was claimed by none of them”. */
static gboolean
has_negative_agent (const LeadupClauses   *clauses,
                    const LeadupPredicate *predicate)
{
  static const char *const nobody[] = { "nobody", "none", "neither", NULL };

  return predicate->is_passive && leadup_clauses_is (clauses, predicate->end, "by") &&
         (leadup_clauses_is_any (clauses, predicate->end + 1, nobody) ||
          (leadup_clauses_is (clauses, predicate->end + 1, "no") &&
           predicate->end + 2 < clauses->end &&
           !leadup_clauses_is (clauses, predicate->end + 2, "less")));
}

/* Whether a verb says that something did not happen. */
gboolean
leadup_event_negation_applies (const LeadupClauses   *clauses,
                               const LeadupPredicate *predicate)
{
  return predicate->is_negated || has_negative_object (clauses, predicate) ||
         has_negative_subject (clauses, predicate) ||
         has_negative_agent (clauses, predicate) || opens_negatively (clauses, predicate);
}
