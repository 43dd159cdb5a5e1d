/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-partner.h"

#include "article/leadup-clause-subject.h"

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

/* Whether a bare past goes on from the verb that a relative clause in the past perfect hangs on. */
static gboolean
goes_on_before (const LeadupClauses   *self,
                const LeadupPredicate *predicate,
                const LeadupPredicate *relative)
{
  const LeadupPredicate *outer = relative->governor >= 0
                                     ? leadup_clauses_get_predicate (self, relative->governor)
                                     : NULL;

  return outer != NULL && relative->relation == LEADUP_RELATION_RELATIVE && relative->is_perfect &&
         !predicate->is_perfect && predicate->first == predicate->verb && outer->is_finite &&
         !outer->is_perfect && !outer->is_passive && outer->subject >= 0 &&
         (self->grammar[outer->verb].forms & LEADUP_FORM_PAST) != 0 &&
         (self->grammar[predicate->verb].forms & LEADUP_FORM_PAST) != 0;
}

/* “blamed the front, which signed the truce, and vowed to end it”: what “, and” joins after an
 * insertion goes on from what stands before it. */
static gint32
find_partner (const LeadupClauses   *self,
              const LeadupPredicate *predicate,
              gint32                 index,
              guint32                at)
{
  const LeadupPredicate *last = leadup_clauses_get_predicate (self, index - 1);
  guint32 word;

  /* “stopped two cars belonging to Chad, robbed the drivers”: who stopped them robbed them. */
  if (index >= 2 && self->grammar[at].tag == LEADUP_TAG_COMMA && !last->is_finite &&
      !last->is_reduced && last->relation == LEADUP_RELATION_RELATIVE && last->governor >= 0 &&
      predicate->first == predicate->verb &&
      leadup_clauses_get_predicate (self, last->governor)->is_finite &&
      leadup_clauses_get_predicate (self, last->governor)->object == last->subject &&
      (self->grammar[predicate->verb].forms &
       self->grammar[leadup_clauses_get_predicate (self, last->governor)->verb].forms &
       LEADUP_FORM_PAST) != 0)
    return last->governor;
  /* “freed hostages, officials said, but demand a ransom”: who freed them does. */
  if (index >= 2 && leadup_clause_subject_is_inserted (self, last))
    return index - 2;
  /* “burned the church in which they had hidden and shot them”: who burned it did. */
  if (index >= 2 && self->grammar[at].tag == LEADUP_TAG_CONJUNCTION &&
      goes_on_before (self, predicate, last))
    return last->governor;
  if (index < 2 || self->grammar[at].tag != LEADUP_TAG_CONJUNCTION ||
      tag_at (self, at - 1) != LEADUP_TAG_COMMA || last->relation != LEADUP_RELATION_RELATIVE ||
      last->is_joined || last->is_reduced)
    return index - 1;
  word = leadup_clauses_word_before (self, last->first);
  if (word == G_MAXUINT32 || self->grammar[word].tag != LEADUP_TAG_RELATIVE ||
      tag_at (self, word - 1) != LEADUP_TAG_COMMA ||
      leadup_clauses_get_predicate (self, index - 2)->relation == LEADUP_RELATION_RELATIVE)
    return index - 1;

  return index - 2;
}

/* “would”, “had left”, “was”: a clause in which a bare past goes on badly, or one whose subject is
 * who tells it. */
static gboolean
is_told_apart (const LeadupClauses   *self,
               const LeadupPredicate *content)
{
  static const char *const states[] = { "was", "were", "had", NULL };

  return content->is_perfect || tag_at (self, content->first) == LEADUP_TAG_MODAL ||
         leadup_clauses_is_any (self, content->first, states) ||
         (content->subject >= 0 &&
          leadup_clauses_is (self, leadup_clauses_get_phrase (self, content->subject)->first - 1,
                             "what")) ||
         (content->subject >= 0 && leadup_clauses_get_phrase (self, content->subject)->is_pronoun);
}

/* “Chad says it left; Togo denies this and insists”: the second half is told by somebody else. */
static gboolean
is_parted (const LeadupClauses   *self,
           const LeadupPredicate *told,
           const LeadupPredicate *predicate)
{
  for (guint32 i = told->end; i < predicate->first; i++)
    if (leadup_clauses_is (self, i, ";") && !self->tokens[i].is_quoted)
      return TRUE;

  return FALSE;
}

/* “said Togo had a right to shell it, but urged restraint”, “said it had hit a depot and accused
 * Togo”: a second verb of saying goes on from the first, not from what that says. LEADUP_NONE if
 * there is no such. */
static gint32
find_saying (const LeadupClauses   *self,
             const LeadupPredicate *predicate,
             gint32                 index)
{
  guint8 tense =
      self->grammar[predicate->verb].forms & (LEADUP_FORM_PAST | LEADUP_FORM_THIRD);

  if (leadup_clauses_match_verb (self, self->facts->cues, predicate) == NULL ||
      tense == 0 || predicate->is_perfect || tag_at (self, predicate->end) == LEADUP_TAG_PRONOUN)
    return LEADUP_NONE;

  for (gint32 i = index - 1; i >= 0;)
    {
      const LeadupPredicate *told = leadup_clauses_get_predicate (self, i);
      const LeadupPredicate *saying;

      if (told->governor < 0 || told->governor >= i || is_parted (self, told, predicate))
        return LEADUP_NONE;
      saying = leadup_clauses_get_predicate (self, told->governor);
      if (told->relation == LEADUP_RELATION_CONTENT)
        return saying->is_finite && saying->subject >= 0 &&
                       (self->grammar[saying->verb].forms & tense) != 0 &&
                       self->tokens[saying->verb].is_quoted ==
                           self->tokens[predicate->verb].is_quoted &&
                       leadup_clauses_match_verb (self, self->facts->cues, saying) != NULL &&
                       is_told_apart (self, told)
                   ? told->governor
                   : LEADUP_NONE;
      i = told->governor;
    }

  return LEADUP_NONE;
}

/* “called it ‘a crime that will be answered’ and summoned the envoy”: what goes on behind a
 * quotation goes on from before it. LEADUP_NONE where nothing is quoted before. */
static gint32
find_before_quotation (const LeadupClauses   *self,
                       const LeadupPredicate *predicate,
                       gint32                 index)
{
  gint32 i = index - 1;

  if (i < 0 || self->tokens[predicate->verb].is_quoted ||
      !self->tokens[leadup_clauses_get_predicate (self, i)->verb].is_quoted)
    return LEADUP_NONE;
  while (i >= 0 && self->tokens[leadup_clauses_get_predicate (self, i)->verb].is_quoted)
    i--;

  return i >= 0 && leadup_clauses_get_predicate (self, i)->is_finite &&
                 leadup_clauses_get_predicate (self, i)->subject >= 0
             ? i
             : LEADUP_NONE;
}

/* The index of the verb before @index that a verb joined to it by the token @at goes on from. */
gint32
leadup_clause_partner_find (const LeadupClauses   *self,
                            const LeadupPredicate *predicate,
                            gint32                 index,
                            guint32                at)
{
  gint32 partner = LEADUP_NONE;

  if (self->grammar[at].tag == LEADUP_TAG_CONJUNCTION)
    partner = find_saying (self, predicate, index);
  if (partner < 0 && self->grammar[at].tag == LEADUP_TAG_CONJUNCTION)
    partner = find_before_quotation (self, predicate, index);

  return partner >= 0 ? partner : find_partner (self, predicate, index, at);
}
