/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-links.h"

#include "article/leadup-clause-antecedent.h"
#include "article/leadup-clause-insertion.h"
#include "article/leadup-clause-nonfinite.h"
#include "article/leadup-clause-partner.h"
#include "article/leadup-clause-subject.h"

#include <string.h>

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

static gint32
subordinator_between (const LeadupClauses *self,
                      guint32              from,
                      guint32              to)
{
  for (guint32 i = to; i > from; i--)
    if (self->grammar[i - 1].tag == LEADUP_TAG_SUBORDINATOR)
      return (gint32) i - 1;

  return LEADUP_NONE;
}

static gboolean
link_joined (LeadupClauses   *self,
             LeadupPredicate *predicate,
             gint32           index,
             guint32          at)
{
  const LeadupPredicate *last;

  if (index == 0)
    return FALSE;
  if (self->grammar[at].tag != LEADUP_TAG_CONJUNCTION &&
      self->grammar[at].tag != LEADUP_TAG_COMMA && !leadup_clauses_is (self, at, ";"))
    return FALSE;

  last = leadup_clauses_get_predicate (self,
                                       leadup_clause_partner_find (self, predicate, index, at));
  predicate->is_joined = TRUE;
  predicate->subject = last->subject;
  predicate->governor = last->governor;
  predicate->relation = last->relation;
  predicate->subordinator = last->subordinator;
  predicate->is_conditional = last->is_conditional;
  if (predicate->first == predicate->verb && last->is_passive &&
      !(self->grammar[predicate->verb].forms & LEADUP_FORM_PAST))
    predicate->is_passive = TRUE;

  return TRUE;
}

/* “that Togo” of “the port that Togo shelled”. */
static gboolean
is_after_that (const LeadupClauses *self,
               gint32               phrase)
{
  guint32 first = leadup_clauses_get_phrase (self, phrase)->first;

  return first > self->first && (leadup_clauses_is (self, first - 1, "that") ||
                                 leadup_clauses_is (self, first - 1, "which") ||
                                 leadup_clauses_is (self, first - 1, "whom"));
}

/* “The missiles fired by the army struck a depot”: the first is no verb of the clause. */
static gboolean
takes_over (LeadupClauses   *self,
            LeadupPredicate *last,
            LeadupPredicate *predicate)
{
  guint8 forms = self->grammar[last->verb].forms;

  if (!last->is_finite || last->verb != last->first || !(forms & LEADUP_FORM_PARTICIPLE) ||
      last->subject < 0 || last->is_joined || is_after_that (self, last->subject) ||
      leadup_clauses_get_phrase (self, last->subject)->is_pronoun ||
      (last->relation == LEADUP_RELATION_RELATIVE &&
       tag_at (self, last->first - 1) == LEADUP_TAG_RELATIVE))
    return FALSE;

  last->is_reduced = TRUE;
  last->is_finite = FALSE;
  last->is_passive = TRUE;
  predicate->subject = last->subject;
  predicate->governor = last->governor;
  predicate->relation = last->relation;
  predicate->subordinator = last->subordinator;
  last->relation = LEADUP_RELATION_RELATIVE;

  return TRUE;
}

/* A participle after the phrase that it tells of is no verb of the clause: “broke the truce signed
 * in May”, “in breach of a truce signed in May”. */
static gboolean
reduces (const LeadupClauses *self,
         LeadupPredicate     *predicate,
         gint32               subject)
{
  gint32 nearest = predicate->first > self->first
                       ? leadup_clauses_phrase_at (self, predicate->first - 1)
                       : LEADUP_NONE;

  if (nearest >= 0)
    subject = nearest;
  if (predicate->first != predicate->verb ||
      !(self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) ||
      leadup_clauses_get_phrase (self, subject)->is_pronoun)
    return FALSE;
  predicate->is_reduced = TRUE;
  predicate->is_finite = FALSE;
  predicate->is_passive = TRUE;
  predicate->relation = LEADUP_RELATION_RELATIVE;
  predicate->subject = subject;

  return TRUE;
}

/* “the attack on the camp that killed”: not the camp did. */
static gboolean
stands_at_deed (const LeadupClauses *self,
                gint32               phrase)
{
  static const char *const places[] = { "on", "in", "at", "against", "near", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *deed = leadup_clauses_get_phrase (self, phrase - 1);

  if (here->preposition < 0 || deed->end != (guint32) here->preposition ||
      leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[deed->head].word) ==
          NULL)
    return FALSE;

  return leadup_clauses_is_any (self, (guint32) here->preposition, places);
}

/* “the boats that carried it”: what the relative word stands for. */
static void
link_relative (LeadupClauses   *self,
               LeadupPredicate *predicate,
               gint32           index,
               guint32          at)
{
  gint32 phrase = leadup_clauses_phrase_at (self, leadup_clauses_word_before (self, at));

  if (phrase < 0 && leadup_clauses_word_before (self, at) != G_MAXUINT32)
    phrase = leadup_clauses_phrase_at (
        self, leadup_clauses_word_before (self, leadup_clauses_word_before (self, at)));
  if (phrase < 0 && tag_at (self, at - 1) == LEADUP_TAG_COMMA)
    phrase = leadup_clause_antecedent_before_brackets (self, at - 2);
  /* “men on motorcycles who fled”. */
  if (phrase > 0 && leadup_clauses_is (self, at, "who"))
    phrase = leadup_clause_antecedent_before_thing (self, phrase);
  predicate->relation = LEADUP_RELATION_RELATIVE;
  predicate->governor = index - 1;
  predicate->subject = phrase;
  if (phrase > 0 && leadup_clauses_is (self, at, "who") &&
      tag_at (self, at - 1) != LEADUP_TAG_COMMA &&
      leadup_clause_antecedent_find_apposed (self, phrase) >= 0)
    {
      predicate->subject = leadup_clause_antecedent_find_apposed (self, phrase);
      return;
    }
  if (phrase > 0 && stands_at_deed (self, phrase))
    {
      predicate->subject = phrase - 1;
      return;
    }
  /* “the strikes on the port of Lome that killed”. */
  if (phrase > 0 && leadup_clauses_get_phrase (self, phrase)->parent > 0 &&
      stands_at_deed (self, leadup_clauses_get_phrase (self, phrase)->parent))
    {
      predicate->subject = leadup_clauses_get_phrase (self, phrase)->parent - 1;
      return;
    }
  /* “the successor of Hugo Roe, who died”: it is the name that “who” goes on from. */
  if (phrase >= 0 && leadup_clauses_get_phrase (self, phrase)->parent >= 0 &&
      !leadup_clauses_is (
          self,
          leadup_clauses_get_phrase (self, leadup_clauses_get_phrase (self, phrase)->parent)->head,
          "one") &&
      !(leadup_clauses_is (self, at, "who") &&
        (tag_at (self, leadup_clauses_get_phrase (self, phrase)->head) == LEADUP_TAG_NAME ||
         leadup_clause_antecedent_is_of_person (self, phrase))))
    predicate->subject = leadup_clauses_get_phrase (self, phrase)->parent;
  else if (phrase >= 0 && tag_at (self, at - 1) == LEADUP_TAG_COMMA)
    predicate->subject = leadup_clause_subject_find_list (self, phrase);
}

/* “The marchers, angry at the fall of mayors elected in May, left”: what was elected stands before
 * the participle, and the marchers are the subject of what follows the comma. */
static gboolean
link_behind_participle (LeadupClauses   *self,
                        LeadupPredicate *predicate,
                        gint32           index,
                        guint32          at)
{
  LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  gint32 nearest = last != NULL && last->first > self->first
                       ? leadup_clauses_phrase_at (self, last->first - 1)
                       : LEADUP_NONE;

  if (nearest < 0 || self->grammar[at].tag != LEADUP_TAG_COMMA || last->object >= 0 ||
      nearest == last->subject || leadup_clauses_get_phrase (self, nearest)->preposition < 0 ||
      !takes_over (self, last, predicate))
    return FALSE;
  last->subject = nearest;

  return TRUE;
}

/* No phrase before it can be its subject: it shares one. */
static void
link_without_subject (LeadupClauses   *self,
                      LeadupPredicate *predicate,
                      gint32           index,
                      guint32          at)
{
  if (link_behind_participle (self, predicate, index, at) ||
      link_joined (self, predicate, index, at))
    return;
  if (index > 0 && takes_over (self, leadup_clauses_get_predicate (self, index - 1), predicate))
    return;

  /* After a relative clause or an insertion: the subject of an earlier verb. */
  for (gint32 i = index - 1; i >= 0; i--)
    {
      const LeadupPredicate *other = leadup_clauses_get_predicate (self, i);

      /* “The soldiers who had refused to fire were jailed”. */
      if (other->relation == LEADUP_RELATION_INFINITIVE && i > 0)
        continue;
      /* “Shells fired from hills held by Chad landed”: the shells did. */
      if (i + 1 < index && leadup_clauses_get_predicate (self, i + 1)->is_reduced &&
          takes_over (self, leadup_clauses_get_predicate (self, i), predicate))
        return;
      if (other->relation != LEADUP_RELATION_RELATIVE &&
          other->relation != LEADUP_RELATION_PARTICIPLE)
        break;
      predicate->subject = other->subject;
    }
}

/* “will meet to discuss the crisis, diplomats said”, “we warned them,” she said: what stands before
 * the comma is what was said, not who says it. */
static gboolean
is_said_before (const LeadupClauses   *self,
                const LeadupPredicate *last,
                guint32                first)
{
  guint32 at = first - 1;

  if (tag_at (self, at) == LEADUP_TAG_QUOTE && at > self->first)
    at--;
  if (tag_at (self, at) != LEADUP_TAG_COMMA)
    return FALSE;

  return last->object >= 0 || self->tokens[last->verb].is_quoted != self->tokens[first].is_quoted;
}

/* “spoke of a thousand; the police counted ten”: what follows the semicolon is told by somebody
 * else, unless both are in the quotation. */
static gboolean
is_parted (const LeadupClauses   *self,
           const LeadupPredicate *last,
           guint32                first)
{
  for (guint32 i = last->end; i < first; i++)
    if (leadup_clauses_is (self, i, ";") && !self->tokens[i].is_quoted)
      return TRUE;

  return FALSE;
}

/* “They held it until police came”: police came, where “they will hold it until police come” leaves
 * that open. */
static gboolean
has_come_about (const LeadupClauses   *self,
                const LeadupPredicate *predicate,
                const LeadupPredicate *last,
                guint32                subordinator)
{
  return leadup_clauses_is (self, subordinator, "until") && last != NULL && last->is_finite &&
         last->first == last->verb && predicate->first == predicate->verb &&
         (self->grammar[last->verb].forms & self->grammar[predicate->verb].forms &
          LEADUP_FORM_PAST) != 0;
}

/* How a clause with a subject of its own depends on the verb before it. */
static void
relate (LeadupClauses         *self,
        LeadupPredicate       *predicate,
        const LeadupPredicate *last,
        gint32                 index)
{
  guint32 first = leadup_clauses_get_phrase (self, predicate->subject)->first;

  /* “a doctor whose brothers”, “the church in which they”. */
  if (leadup_clause_subject_find_bound (self, predicate) >= 0)
    {
      predicate->relation = LEADUP_RELATION_RELATIVE;
      predicate->governor = index - 1;
      return;
    }
  predicate->subordinator =
      subordinator_between (self, last != NULL ? last->end : self->first, first);
  if (predicate->subordinator >= 0)
    {
      guint32 token = (guint32) predicate->subordinator;

      predicate->governor = leadup_clause_subject_find_saying (self, index, token);
      predicate->is_conditional =
          ((leadup_clauses_get_fact (self, token)->classes & LEADUP_WORD_CONDITIONAL) != 0 ||
           leadup_clauses_is (self, token, "provided")) &&
          !has_come_about (self, predicate, last, token);
      predicate->relation = leadup_clauses_is (self, token, "that") && last != NULL
                                ? LEADUP_RELATION_CONTENT
                                : LEADUP_RELATION_ADVERBIAL;
      if (leadup_clause_antecedent_is_comment (self, predicate, token))
        predicate->relation = LEADUP_RELATION_RELATIVE;
    }
  /* “Should it fail, Chad will act”. */
  else if (first == self->first + 1 && leadup_clauses_is (self, first - 1, "should"))
    {
      predicate->is_conditional = TRUE;
      predicate->relation = LEADUP_RELATION_ADVERBIAL;
    }
  else if (last == NULL)
    return;
  /* “demands withdrawal from the positions they took”. */
  else if (leadup_clause_antecedent_hangs_on_thing (self, predicate, last))
    {
      predicate->governor = index - 1;
      predicate->relation = LEADUP_RELATION_RELATIVE;
    }
  else if (leadup_clauses_takes_content (self, last) && last->end <= first &&
           tag_at (self, leadup_clauses_word_before (self, first)) != LEADUP_TAG_CONJUNCTION &&
           !is_parted (self, last, first) && !is_said_before (self, last, first))
    {
      predicate->governor = index - 1;
      predicate->relation = LEADUP_RELATION_CONTENT;
    }
  else if (last->relation != LEADUP_RELATION_RELATIVE && !is_parted (self, last, first))
    {
      predicate->governor = last->governor;
      predicate->relation =
          last->relation == LEADUP_RELATION_CONTENT ? last->relation : LEADUP_RELATION_MAIN;
    }
}

/* “The strikes hit a convoy, destroyed two mortars and …”: a second deed of the same subject. */
static gboolean
goes_on (const LeadupClauses   *self,
         const LeadupPredicate *predicate,
         const LeadupPredicate *last,
         gint32                 subject)
{
  const LeadupPhrase *object = leadup_clauses_get_phrase (self, subject);
  /* “shut down newspapers”. */
  guint32 next = predicate->end + (tag_at (self, predicate->end) == LEADUP_TAG_ADVERB ||
                                   (tag_at (self, predicate->end) == LEADUP_TAG_PREPOSITION &&
                                    !leadup_clauses_is (self, predicate->end, "by")));

  return last->is_finite && last->subject >= 0 && !last->is_passive &&
         last->relation != LEADUP_RELATION_RELATIVE && predicate->first == predicate->verb &&
         (self->grammar[predicate->verb].forms & self->grammar[last->verb].forms &
          (LEADUP_FORM_PAST | LEADUP_FORM_THIRD)) != 0 &&
         tag_at (self, predicate->first - 1) == LEADUP_TAG_COMMA && object->first == last->end &&
         leadup_clause_subject_is_all_nouns (self, object->end, predicate->first - 1) &&
         leadup_clauses_phrase_at (self, next) >= 0 && !leadup_clauses_takes_content (self, last);
}

/* “Reports that Togo shelled the port are false”: the reports are, not the port. */
static gboolean
link_after_content (LeadupClauses   *self,
                    LeadupPredicate *predicate,
                    gint32           index)
{
  const LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  const LeadupPredicate *outer = index > 1 ? leadup_clauses_get_predicate (self, index - 2) : NULL;
  guint32 from = outer != NULL ? outer->end : self->first;
  guint32 that;

  if (last == NULL || !last->is_finite || last->subject < 0 ||
      (outer != NULL && !leadup_clauses_takes_content (self, outer)) ||
      leadup_clauses_takes_content (self, last) ||
      (predicate->first == predicate->verb && leadup_clause_subject_has_agent (self, predicate)))
    return FALSE;
  that = leadup_clauses_get_phrase (self, last->subject)->first;
  if (that <= from + 1 || !is_after_that (self, last->subject) ||
      leadup_clauses_phrase_at (self, that - 2) < 0 ||
      leadup_clauses_get_phrase (self, leadup_clauses_phrase_at (self, that - 2))->first < from ||
      !leadup_clause_subject_is_all_nouns (self, last->end, predicate->first))
    return FALSE;
  predicate->subject = leadup_clause_subject_find (self, from, that - 1);
  if (predicate->subject < 0)
    return FALSE;
  relate (self, predicate, outer, index - 1);

  return TRUE;
}

/* “the government, led by Ada Roe, met”: what stands between commas, and what goes on after it. */
static gboolean
link_inserted (LeadupClauses   *self,
               LeadupPredicate *predicate,
               gint32           index)
{
  gint32 inserted, named, whole;

  if (tag_at (self, predicate->first - 1) == LEADUP_TAG_COMMA &&
      leadup_clause_subject_has_agent (self, predicate) && predicate->first >= self->first + 2)
    {
      gint32 subject = leadup_clauses_phrase_at (self, predicate->first - 2);

      if (subject >= 0 && reduces (self, predicate, subject))
        {
          predicate->governor = index - 1;
          return TRUE;
        }
    }

  /* “shot down nine drones launched by Chad”: the drones were launched. */
  if (index > 0 && leadup_clauses_get_predicate (self, index - 1)->is_finite &&
      leadup_clause_subject_has_agent (self, predicate) && predicate->first > self->first)
    {
      gint32 subject = leadup_clauses_phrase_at (self, predicate->first - 1);

      if (subject >= 0 &&
          leadup_clauses_get_phrase (self, subject)->first >=
              leadup_clauses_get_predicate (self, index - 1)->end &&
          reduces (self, predicate, subject))
        {
          predicate->governor = index - 1;
          return TRUE;
        }
    }

  inserted = leadup_clause_insertion_find (self, predicate, index);
  if (inserted < 0)
    return FALSE;

  named = leadup_clause_subject_find_whose (self, leadup_clauses_get_predicate (self, inserted));
  if (named < 0)
    named = leadup_clause_subject_find_aside (self, leadup_clauses_get_predicate (self, inserted));
  if (named < 0)
    named = leadup_clauses_get_predicate (self, inserted)->subject;
  named = leadup_clause_antecedent_before_whom (self, named);
  whole = leadup_clauses_get_phrase (self, named)->parent;
  predicate->subject = whole >= 0 ? whole : named;
  relate (self, predicate, inserted > 0 ? leadup_clauses_get_predicate (self, inserted - 1) : NULL,
          inserted);

  return TRUE;
}

/* “troops sent to guard it”: whether a verb before an infinitive can say what was done to its
 * subject. */
static gboolean
is_done_to (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self, self->facts->modal_verbs, predicate);

  return row != NULL &&
         (strcmp (row->columns[1], "requested") == 0 || strcmp (row->columns[1], "enabled") == 0);
}

/* Whether a verb can bring a clause that nothing opens: “fearing the port would fall”, but not
 * “describing the port”. */
static gboolean
brings_bare_clause (const LeadupClauses   *self,
                    const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row = leadup_clauses_match_verb (self, self->facts->cues, predicate);

  return row != NULL && row->columns[LEADUP_CUE_BRINGS][0] == '\0';
}

/* The subject without the object of the verb before it, if “and” joins them. */
static gint32
part_list (LeadupClauses         *self,
           const LeadupPredicate *predicate,
           const LeadupPredicate *last,
           gint32                 subject)
{
  gboolean is_infinitive = last != NULL && last->relation == LEADUP_RELATION_INFINITIVE;

  /* “announced a strike, and banks closed”, “to part the crowd and nine men were hurt”. */
  return last != NULL && leadup_clauses_get_phrase (self, subject)->first == last->end &&
                 (last->is_finite || is_infinitive || last->relation == LEADUP_RELATION_PARTICIPLE)
             ? leadup_clause_subject_part_list (self, predicate, subject,
                                                (!last->is_finite && !is_infinitive) ||
                                                    leadup_clauses_takes_content (self, last))
             : subject;
}

/* “expressed condolences to the families of the sailors found at sea”: what is said is a noun, and
 * the participle hangs on who stands before it. */
static gboolean
hangs_on_addressee (const LeadupClauses   *self,
                    const LeadupPredicate *last,
                    LeadupPredicate       *predicate,
                    gint32                 subject)
{
  gint32 before_it = leadup_clauses_phrase_at (self, predicate->first - 1);

  return before_it > subject && leadup_clauses_get_phrase (self, subject)->first == last->end &&
         tag_at (self, leadup_clauses_get_phrase (self, subject)->end) != LEADUP_TAG_COMMA &&
         leadup_clauses_takes_content (self, last) &&
         leadup_clauses_get_phrase (self, before_it)->preposition >= 0 &&
         leadup_lexicon_table_find_word (
           self->facts->event_nouns,
           self->tokens[leadup_clauses_get_phrase (self, subject)->head].word) != NULL &&
         reduces (self, predicate, before_it);
}

/* “Soldiers guarding the port fired”, “the plan to shell the port failed”, “troops sent to guard it
 * fired”: what a participle or infinitive has after it does nothing; what these tell of does. */
static gboolean
link_after_modifier (LeadupClauses   *self,
                     LeadupPredicate *predicate,
                     gint32           index,
                     gint32           object)
{
  gint32 at = index - 1;
  const LeadupPredicate *modifier = at >= 0 ? leadup_clauses_get_predicate (self, at) : NULL;
  LeadupPredicate *outer;
  guint32 from;

  if (modifier != NULL && hangs_on_addressee (self, modifier, predicate, object))
    {
      predicate->governor = at;
      return TRUE;
    }
  if (modifier == NULL || modifier->is_finite || modifier->is_reduced ||
      leadup_clauses_get_phrase (self, object)->first != modifier->end ||
      !leadup_clause_subject_is_list (self, modifier->end, predicate->first) ||
      brings_bare_clause (self, modifier) ||
      (predicate->first == predicate->verb && leadup_clause_subject_has_agent (self, predicate)))
    return FALSE;

  /* “asked it to say whether the plan to shell the port failed”: the plan did. */
  while (at > 0 && !leadup_clauses_get_predicate (self, at - 1)->is_finite &&
         subordinator_between (self, leadup_clauses_get_predicate (self, at - 1)->end,
                               leadup_clauses_get_predicate (self, at)->first) < 0)
    at--;
  modifier = leadup_clauses_get_predicate (self, at);
  outer = at > 0 ? leadup_clauses_get_predicate (self, at - 1) : NULL;
  from = outer != NULL ? outer->end : self->first;
  /* “men suspected of planting the bomb were held”, “talks aimed at ending the war”. */
  if (outer != NULL && tag_at (self, outer->end) == LEADUP_TAG_PREPOSITION &&
      outer->end + 1 == modifier->first && takes_over (self, outer, predicate))
    return TRUE;
  if (outer != NULL && !leadup_clauses_takes_content (self, outer) &&
      !leadup_clause_subject_can_part (self, outer->end, modifier->first))
    return (is_done_to (self, outer) || leadup_clause_subject_has_agent (self, outer)) &&
           takes_over (self, outer, predicate);

  predicate->subject = leadup_clause_subject_find (self, from, modifier->first);
  if (predicate->subject >= 0)
    {
      predicate->subject = part_list (self, predicate, outer, predicate->subject);
      relate (self, predicate, outer, at);
    }
  else if (outer != NULL && leadup_clauses_takes_content (self, outer))
    {
      predicate->governor = at - 1;
      predicate->relation = LEADUP_RELATION_CONTENT;
    }

  return TRUE;
}

/* “The road was bad,” said the minister: who says it follows, and nobody in the quotation does; of
 * “The ‘war’ in the north, the third, ended” only a word is quoted. */
static gboolean
follows_quotation (const LeadupClauses   *self,
                   const LeadupPredicate *predicate,
                   guint32                at,
                   gint32                 subject)
{
  const LeadupPhrase *phrase = subject >= 0 ? leadup_clauses_get_phrase (self, subject) : NULL;
  guint32 quoted = phrase != NULL && tag_at (self, phrase->end) != LEADUP_TAG_QUOTE ? phrase->head
                                                                                    : at;

  return tag_at (self, at) == LEADUP_TAG_COMMA && !self->tokens[predicate->verb].is_quoted &&
         self->tokens[quoted].is_quoted;
}

/* “A doctor whose brothers were killed told”, “the ministers whom Chad accused were held”: who
 * stands before the relative word. */
static gboolean
link_behind_bound (LeadupClauses   *self,
                   LeadupPredicate *predicate,
                   gint32           index)
{
  const LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  gint32 bound = last != NULL && last->is_finite ? leadup_clause_subject_find_bound (self, last)
                                                 : LEADUP_NONE;

  if (bound < 0)
    return FALSE;
  /* “raids, which he said were over”: he said that they were. */
  if (predicate->first == last->end && leadup_clauses_takes_content (self, last))
    {
      predicate->subject = bound;
      predicate->governor = index - 1;
      predicate->relation = LEADUP_RELATION_CONTENT;
      return TRUE;
    }
  if (leadup_clauses_get_phrase (self, bound)->preposition >= 0)
    return FALSE;
  predicate->subject = bound;
  relate (self, predicate, index > 1 ? leadup_clauses_get_predicate (self, index - 2) : NULL,
          index - 1);

  return TRUE;
}

/* “Hamas, mediators said, has rejected it”: Hamas has. */
static gboolean
link_behind_saying (LeadupClauses   *self,
                    LeadupPredicate *predicate,
                    gint32           index)
{
  const LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  const LeadupPredicate *outer = index > 1 ? leadup_clauses_get_predicate (self, index - 2) : NULL;
  gint32 subject;
  guint32 at;

  if (last == NULL || !leadup_clause_subject_is_inserted (self, last) ||
      predicate->first != last->end + 1)
    return FALSE;
  at = leadup_clauses_get_phrase (self, last->subject)->first;
  subject = at >= self->first + 2 ? leadup_clauses_phrase_at (self, at - 2) : LEADUP_NONE;
  if (subject >= 0 && leadup_clauses_get_phrase (self, subject)->parent >= 0)
    subject = leadup_clauses_get_phrase (self, subject)->parent;
  if (subject < 0 || leadup_clauses_get_phrase (self, subject)->preposition >= 0 ||
      (outer != NULL && outer->end > leadup_clauses_get_phrase (self, subject)->first))
    return FALSE;
  predicate->subject = subject;

  return TRUE;
}

/* “up from the 19 reported before”: a participle behind a number that a preposition governs. */
static gboolean
hangs_on_number (LeadupClauses   *self,
                 LeadupPredicate *predicate,
                 guint32          at)
{
  gint32 phrase = leadup_clauses_phrase_at (self, at);

  return at + 1 == predicate->first && self->grammar[at].tag == LEADUP_TAG_NUMBER &&
         !leadup_clauses_is_dated (self, at) && phrase >= 0 &&
         leadup_clauses_get_phrase (self, phrase)->preposition >= 0 &&
         reduces (self, predicate, phrase);
}

/* “demands the return of the men held in Lome”: the men are held, nobody demands that they are. */
static gboolean
hangs_behind_object (const LeadupClauses   *self,
                     const LeadupPredicate *last,
                     guint32                at)
{
  gint32 nearest = leadup_clauses_phrase_at (self, at);

  return nearest >= 0 && leadup_clauses_get_phrase (self, nearest)->parent >= 0 &&
         !brings_bare_clause (self, last);
}

static void
link_finite (LeadupClauses   *self,
             LeadupPredicate *predicate,
             gint32           index)
{
  LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  guint32 from = last != NULL ? last->end : self->first;
  guint32 at = leadup_clauses_word_before (self, predicate->first);
  gint32 subject;

  if (at == G_MAXUINT32)
    return;
  if (self->grammar[at].tag == LEADUP_TAG_RELATIVE)
    {
      link_relative (self, predicate, index, at);
      return;
    }
  /* “attacked the base and killed two”, “hit the bridge; destroyed two boats”. */
  if ((self->grammar[at].tag == LEADUP_TAG_CONJUNCTION ||
       (leadup_clauses_is (self, at, ";") && predicate->first == predicate->verb)) &&
      link_joined (self, predicate, index, at))
    return;

  if (hangs_on_number (self, predicate, at) || link_behind_saying (self, predicate, index) ||
      link_inserted (self, predicate, index))
    return;

  subject = leadup_clause_subject_find (self, from, predicate->first);
  if (follows_quotation (self, predicate, at, subject) ||
      link_after_content (self, predicate, index) ||
      (subject < 0 && link_behind_bound (self, predicate, index)))
    return;
  if (subject < 0)
    {
      link_without_subject (self, predicate, index, at);
      return;
    }
  if (link_after_modifier (self, predicate, index, subject) ||
      (last != NULL && goes_on (self, predicate, last, subject) &&
       link_joined (self, predicate, index, at)) ||
      (last != NULL &&
       (leadup_clause_subject_is_agent_list (self, last, subject) ||
        leadup_clause_subject_is_naming (self, last, subject)) &&
       takes_over (self, last, predicate)))
    return;
  subject = part_list (self, predicate, last, subject);
  leadup_clause_subject_leave_list (self, subject);
  /* The object of the verb before is not the subject of this one unless that verb brings a clause:
   * “deported seekers registered with the agency”. */
  if (last != NULL &&
      (!leadup_clauses_takes_content (self, last) || hangs_behind_object (self, last, at)) &&
      subordinator_between (self, from, predicate->first) < 0 &&
      leadup_clauses_get_phrase (self, subject)->first == last->end &&
      (reduces (self, predicate, subject) || takes_over (self, last, predicate)))
    {
      if (predicate->is_reduced)
        predicate->governor = index - 1;
      return;
    }

  predicate->subject = subject;
  relate (self, predicate, last, index);
}

/* Finds the subject of a predicate and how it depends on those before it, which are linked. */
void
leadup_clause_links_find (LeadupClauses *self,
                          gint32         index)
{
  LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);

  if (predicate->is_finite)
    link_finite (self, predicate, index);
  else
    leadup_clause_nonfinite_link (self, predicate, index);
}
