/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clauses.h"

#include "article/leadup-clause-phrases.h"

#include <string.h>

#define MAX_VERB_PHRASE 6

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

static gboolean
is_be (const LeadupClauses *self,
       guint32              at)
{
  guint32 word = self->grammar[at].lemma;
  const char *lemma = word != 0 ? leadup_lexicon_get_word (self->article->lexicon, word) : NULL;

  if (leadup_clauses_is (self, at, "was") || leadup_clauses_is (self, at, "were") ||
      leadup_clauses_is (self, at, "been"))
    return TRUE;

  return lemma != NULL && (strcmp (lemma, "be") == 0 || strcmp (lemma, "get") == 0);
}

static void
add_predicate (LeadupClauses *self,
               guint32        first,
               guint32        verb)
{
  LeadupPredicate predicate = { .first = first,
                                .verb = verb,
                                .end = verb + 1,
                                .subject = LEADUP_NONE,
                                .object = LEADUP_NONE,
                                .governor = LEADUP_NONE,
                                .subordinator = LEADUP_NONE };
  guint8 forms = self->grammar[verb].forms;
  gboolean has_be = FALSE, has_helper = FALSE, has_to = FALSE;

  /* “not to have said”. */
  predicate.is_negated = tag_at (self, first - 1) == LEADUP_TAG_NEGATION && first > self->first;

  for (guint32 i = first; i < verb; i++)
    {
      LeadupTag tag = self->grammar[i].tag;

      has_be = has_be || (tag == LEADUP_TAG_AUXILIARY && is_be (self, i));
      has_helper = has_helper || tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_MODAL;
      has_to = has_to || tag == LEADUP_TAG_TO;
      predicate.is_negated = predicate.is_negated || tag == LEADUP_TAG_NEGATION ||
                             (leadup_clauses_get_fact (self, i)->classes & LEADUP_WORD_NEGATION);
      predicate.is_perfect = predicate.is_perfect || leadup_clauses_is (self, i, "has") ||
                             leadup_clauses_is (self, i, "have") ||
                             leadup_clauses_is (self, i, "had");
    }

  predicate.is_passive = has_be && (forms & LEADUP_FORM_PARTICIPLE) != 0;
  predicate.relation = has_to                                     ? LEADUP_RELATION_INFINITIVE
                       : !has_helper && (forms & LEADUP_FORM_ING) ? LEADUP_RELATION_PARTICIPLE
                                                                  : LEADUP_RELATION_MAIN;
  predicate.is_finite = predicate.relation == LEADUP_RELATION_MAIN;
  /* “never attacked”: the group says that it did not happen. */
  if (predicate.is_finite && first > self->first && tag_at (self, first - 1) == LEADUP_TAG_NEGATION)
    predicate.first = first - 1;
  g_array_append_val (self->predicates, predicate);
}

static void
find_predicates (LeadupClauses *self)
{
  for (guint32 i = self->first; i < self->end; i++)
    {
      LeadupTag tag = self->grammar[i].tag;
      guint32 at = i;
      gint32 verb = -1;

      if (tag != LEADUP_TAG_AUXILIARY && tag != LEADUP_TAG_MODAL && tag != LEADUP_TAG_TO &&
          tag != LEADUP_TAG_VERB)
        continue;

      for (; at < self->end && verb < 0; at++)
        {
          tag = self->grammar[at].tag;
          if (tag == LEADUP_TAG_VERB)
            verb = (gint32) at;
          else if (tag != LEADUP_TAG_AUXILIARY && tag != LEADUP_TAG_MODAL && tag != LEADUP_TAG_TO &&
                   tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_NEGATION &&
                   tag != LEADUP_TAG_QUOTE)
            break;
        }

      if (verb < 0)
        continue;
      add_predicate (self, i, (guint32) verb);
      i = (guint32) verb;
    }
}

/* The first token before @at that is no adverb. */
static guint32
before (const LeadupClauses *self,
        guint32              at)
{
  while (at > self->first)
    {
      LeadupTag tag = self->grammar[--at].tag;

      if (tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_QUOTE)
        return at;
    }

  return G_MAXUINT32;
}

/* Whether a token is part of a date. */
gboolean
leadup_clauses_is_dated (const LeadupClauses *self,
                         guint32              at)
{
  const GArray *dates = self->article->dates;
  guint low = 0, high = dates->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (dates, LeadupDate, middle).end_token <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low < dates->len && g_array_index (dates, LeadupDate, low).first_token <= at;
}

/* The phrase in [from, to) that a verb after it can have as its subject: the last one that no
 * preposition governs and that is not an apposition between commas. */
static gint32
subject_between (const LeadupClauses *self,
                 guint32              from,
                 guint32              to)
{
  gint32 found = LEADUP_NONE;

  /* “The minister, Ada Poe, today announced”. */
  while (to > from && (leadup_clauses_is_dated (self, to - 1) ||
                       tag_at (self, to - 1) == LEADUP_TAG_ADVERB))
    to--;

  for (gint32 i = (gint32) self->phrases->len - 1; i >= 0; i--)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->first >= to)
        continue;
      if (phrase->first < from)
        break;
      if (phrase->preposition >= 0 || leadup_clauses_is_dated (self, phrase->head))
        continue;
      if (found == LEADUP_NONE)
        found = i;
      else if (tag_at (self, phrase->end) == LEADUP_TAG_COMMA &&
               tag_at (self, leadup_clauses_get_phrase (self, found)->first - 1) ==
                   LEADUP_TAG_COMMA)
        found = i;
      else
        break;
      /* An apposition: “Flavia Nardelli, head of the board, said”. Its first comma must follow a
       * phrase. */
      if (tag_at (self, phrase->first - 1) != LEADUP_TAG_COMMA)
        break;
      if (tag_at (self, to - 1) != LEADUP_TAG_COMMA)
        break;
    }

  /* The first of a list that “and” closes. */
  if (found >= 0 && tag_at (self, leadup_clauses_get_phrase (self, found)->first - 1) !=
                      LEADUP_TAG_CONJUNCTION)
    return found;
  while (found >= 0)
    {
      gint32 joined = leadup_clauses_get_phrase (self, found)->joined;

      if (joined < 0 || leadup_clauses_get_phrase (self, joined)->preposition >= 0 ||
          leadup_clauses_get_phrase (self, joined)->first < from)
        break;
      found = joined;
    }

  return found;
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
takes_content (const LeadupClauses   *self,
               const LeadupPredicate *predicate)
{
  /* “Adding fuel would …”: a participle that opens the sentence says nothing. */
  if (predicate->relation == LEADUP_RELATION_PARTICIPLE && predicate->governor < 0)
    return FALSE;

  return leadup_clauses_match_verb (self, self->facts->cues, predicate) != NULL;
}

static void
link_nonfinite (LeadupClauses   *self,
                LeadupPredicate *predicate,
                gint32           index)
{
  guint32 at = before (self, predicate->first);

  predicate->governor = index - 1;
  if (predicate->relation == LEADUP_RELATION_PARTICIPLE && at != G_MAXUINT32 &&
      self->grammar[at].tag == LEADUP_TAG_PREPOSITION)
    predicate->relation = LEADUP_RELATION_GERUND;
  else if (predicate->relation == LEADUP_RELATION_PARTICIPLE && at != G_MAXUINT32 &&
           leadup_clauses_phrase_at (self, at) >= 0)
    {
      /* “footage of the minister asking”. */
      predicate->relation = LEADUP_RELATION_RELATIVE;
      predicate->subject = leadup_clauses_phrase_at (self, at);
      return;
    }

  if (index > 0)
    {
      const LeadupPredicate *last = leadup_clauses_get_predicate (self, index - 1);

      predicate->subject = last->subject;
      /* “urged Iran to stop”: the object does it. */
      if (predicate->relation == LEADUP_RELATION_INFINITIVE && last->object >= 0 &&
          leadup_clauses_get_phrase (self, last->object)->end == predicate->first)
        {
          const LeadupLexiconRow *row =
              leadup_clauses_match_verb (self, self->facts->modal_verbs, last);

          if (row != NULL && (strcmp (row->columns[1], "requested") == 0 ||
                              strcmp (row->columns[1], "wanted") == 0))
            predicate->subject = last->object;
        }
    }
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
  if (self->grammar[at].tag != LEADUP_TAG_CONJUNCTION && self->grammar[at].tag != LEADUP_TAG_COMMA)
    return FALSE;

  last = leadup_clauses_get_predicate (self, index - 1);
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

/* “The missiles fired by the army struck a depot”: the first is no verb of the clause. */
static gboolean
takes_over (LeadupClauses   *self,
            LeadupPredicate *last,
            LeadupPredicate *predicate)
{
  guint8 forms = self->grammar[last->verb].forms;

  if (!last->is_finite || last->verb != last->first || !(forms & LEADUP_FORM_PARTICIPLE) ||
      last->subject < 0 || last->is_joined ||
      leadup_clauses_get_phrase (self, last->subject)->is_pronoun)
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

/* A participle after the phrase that it tells of is no verb of the clause. */
static gboolean
reduces (const LeadupClauses *self,
         LeadupPredicate     *predicate,
         gint32               subject)
{
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

/* “the boats that carried it”: what the relative word stands for. */
static void
link_relative (LeadupClauses   *self,
               LeadupPredicate *predicate,
               gint32           index,
               guint32          at)
{
  gint32 phrase = leadup_clauses_phrase_at (self, before (self, at));

  if (phrase < 0 && before (self, at) != G_MAXUINT32)
    phrase = leadup_clauses_phrase_at (self, before (self, before (self, at)));
  predicate->relation = LEADUP_RELATION_RELATIVE;
  predicate->governor = index - 1;
  predicate->subject = phrase;
  if (phrase >= 0 && leadup_clauses_get_phrase (self, phrase)->parent >= 0)
    predicate->subject = leadup_clauses_get_phrase (self, phrase)->parent;
}

/* No phrase before it can be its subject: it shares one. */
static void
link_without_subject (LeadupClauses   *self,
                      LeadupPredicate *predicate,
                      gint32           index,
                      guint32          at)
{
  if (link_joined (self, predicate, index, at))
    return;
  if (index > 0 &&
      takes_over (self, leadup_clauses_get_predicate (self, index - 1), predicate))
    return;

  /* After a relative clause or an insertion: the subject of an earlier verb. */
  for (gint32 i = index - 1; i >= 0; i--)
    {
      const LeadupPredicate *other = leadup_clauses_get_predicate (self, i);

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

  return last->object >= 0 ||
         self->tokens[last->verb].is_quoted != self->tokens[first].is_quoted;
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

/* How a clause with a subject of its own depends on the verb before it. */
static void
relate (LeadupClauses         *self,
        LeadupPredicate       *predicate,
        const LeadupPredicate *last,
        gint32                 index)
{
  guint32 first = leadup_clauses_get_phrase (self, predicate->subject)->first;

  predicate->subordinator =
      subordinator_between (self, last != NULL ? last->end : self->first, first);
  if (predicate->subordinator >= 0)
    {
      guint32 token = (guint32) predicate->subordinator;

      predicate->governor = index - 1;
      predicate->is_conditional =
          (leadup_clauses_get_fact (self, token)->classes & LEADUP_WORD_CONDITIONAL) != 0;
      predicate->relation = leadup_clauses_is (self, token, "that") && last != NULL
                                ? LEADUP_RELATION_CONTENT
                                : LEADUP_RELATION_ADVERBIAL;
    }
  else if (last == NULL)
    return;
  else if (takes_content (self, last) && last->end <= first &&
           tag_at (self, first - 1) != LEADUP_TAG_CONJUNCTION &&
           !is_parted (self, last, first) && !is_said_before (self, last, first))
    {
      predicate->governor = index - 1;
      predicate->relation = LEADUP_RELATION_CONTENT;
    }
  else if (last->relation != LEADUP_RELATION_RELATIVE)
    {
      predicate->governor = last->governor;
      predicate->relation =
          last->relation == LEADUP_RELATION_CONTENT ? last->relation : LEADUP_RELATION_MAIN;
    }
}

/* “The front, which has held the city since July, said”: the commas close the insertion, so that
 * its antecedent acts. The first predicate of the insertion, LEADUP_NONE if there is none. */
static gint32
find_insertion (const LeadupClauses   *self,
                const LeadupPredicate *predicate,
                gint32                 index)
{
  guint32 at = predicate->first;
  const LeadupPredicate *inserted;

  while (at > self->first + 1 &&
         (leadup_clauses_is_dated (self, at - 1) || tag_at (self, at - 1) == LEADUP_TAG_ADVERB))
    at--;
  if (tag_at (self, at - 1) != LEADUP_TAG_COMMA || index == 0)
    return LEADUP_NONE;

  for (gint32 i = index - 1; i >= 0; i--)
    {
      inserted = leadup_clauses_get_predicate (self, i);
      if (inserted->relation == LEADUP_RELATION_RELATIVE && !inserted->is_joined)
        {
          guint32 relative = before (self, inserted->first);

          return inserted->subject >= 0 && !inserted->is_reduced && relative != G_MAXUINT32 &&
                         relative > self->first &&
                         self->grammar[relative].tag == LEADUP_TAG_RELATIVE &&
                         tag_at (self, relative - 1) == LEADUP_TAG_COMMA
                     ? i
                     : LEADUP_NONE;
        }
      if (inserted->relation == LEADUP_RELATION_MAIN)
        return LEADUP_NONE;
    }

  return LEADUP_NONE;
}

static void
link_finite (LeadupClauses   *self,
             LeadupPredicate *predicate,
             gint32           index)
{
  LeadupPredicate *last = index > 0 ? leadup_clauses_get_predicate (self, index - 1) : NULL;
  guint32 from = last != NULL ? last->end : self->first;
  guint32 at = before (self, predicate->first);
  gint32 subject, inserted;

  if (at == G_MAXUINT32)
    return;
  if (self->grammar[at].tag == LEADUP_TAG_RELATIVE)
    {
      link_relative (self, predicate, index, at);
      return;
    }
  /* “attacked the base and killed two”. */
  if (self->grammar[at].tag == LEADUP_TAG_CONJUNCTION && link_joined (self, predicate, index, at))
    return;

  inserted = find_insertion (self, predicate, index);
  if (inserted >= 0)
    {
      predicate->subject = leadup_clauses_get_predicate (self, inserted)->subject;
      relate (self, predicate,
              inserted > 0 ? leadup_clauses_get_predicate (self, inserted - 1) : NULL, inserted);
      return;
    }

  subject = subject_between (self, from, predicate->first);
  /* “The road was bad,” said the minister: who says it follows. */
  if (subject >= 0 && self->tokens[leadup_clauses_get_phrase (self, subject)->head].is_quoted &&
      !self->tokens[predicate->verb].is_quoted && tag_at (self, at) == LEADUP_TAG_COMMA)
    return;
  if (subject < 0)
    {
      link_without_subject (self, predicate, index, at);
      return;
    }
  /* The object of the verb before is not the subject of this one unless that verb brings a clause:
   * “deported seekers registered with the agency”. */
  if (last != NULL && !takes_content (self, last) &&
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

/* What follows a verb until the next one is its own, but for the subject of the next. */
static void
give_phrases (LeadupClauses *self,
              gint32         index)
{
  LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);
  const LeadupPredicate *next = index + 1 < (gint32) self->predicates->len
                                    ? leadup_clauses_get_predicate (self, index + 1)
                                    : NULL;
  guint32 end = next != NULL ? next->first : self->end;
  gint32 i = 0;

  for (guint32 at = predicate->end; at < end; at++)
    if (self->grammar[at].tag == LEADUP_TAG_SUBORDINATOR ||
        self->grammar[at].tag == LEADUP_TAG_BREAK)
      end = at;

  while (i < (gint32) self->phrases->len &&
         leadup_clauses_get_phrase (self, i)->first < predicate->end)
    i++;
  predicate->phrases = i;

  for (; i < (gint32) self->phrases->len; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->first >= end)
        break;
      if (next != NULL && next->is_finite && next->subject == i && !next->is_joined &&
          next->relation != LEADUP_RELATION_RELATIVE)
        break;
      if (predicate->object < 0 && phrase->preposition < 0 &&
          (i == predicate->phrases || phrase->first - predicate->end < 3))
        predicate->object = i;
    }

  predicate->phrases_end = i;
  predicate->clause_end =
      i > predicate->phrases ? leadup_clauses_get_phrase (self, i - 1)->end : predicate->end;
}

/* “Seven fighters killed in blasts”, “the men arrested on Monday”: a verb that must have an object
 * and has none is told of who suffers it, who stands right before it. */
static void
turn_passive (const LeadupClauses *self,
              LeadupPredicate     *predicate)
{
  const LeadupLexiconRow *row;
  gint32 sufferer;

  if (predicate->is_passive || predicate->object >= 0 || predicate->first != predicate->verb ||
      predicate->first == self->first || predicate->is_joined ||
      !(self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
    return;
  row = leadup_clauses_match_verb (self, self->facts->verbs, predicate);
  if (row == NULL || row->n_words > 1 || row->columns[4][0] != 'o' ||
      (row->columns[4][1] != '\0' && row->columns[5][0] == '\0'))
    return;
  sufferer = leadup_clauses_phrase_at (self, predicate->first - 1);
  if (sufferer < 0 || leadup_clauses_get_phrase (self, sufferer)->is_pronoun)
    return;

  predicate->is_passive = TRUE;
  predicate->subject = sufferer;
}

/**
 * leadup_clauses_read:
 * @self: a parser
 * @first: first token of a sentence
 * @end: token after the sentence
 *
 * Finds noun phrases, verbs with subject and what follows them, and how the verbs depend on each
 * other. What was read before is dropped.
 */
void
leadup_clauses_read (LeadupClauses *self,
                     guint32        first,
                     guint32        end)
{
  g_return_if_fail (self != NULL);

  self->first = first;
  self->end = end;
  g_array_set_size (self->phrases, 0);
  g_array_set_size (self->predicates, 0);
  leadup_clause_phrases_find (self);
  find_predicates (self);

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      if (predicate->is_finite)
        link_finite (self, predicate, i);
      else
        link_nonfinite (self, predicate, i);

      /* Objects are needed to link what comes next. */
      give_phrases (self, i);
    }

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      predicate->object = LEADUP_NONE;
      give_phrases (self, i);
      turn_passive (self, predicate);
      predicate->clause_first = predicate->first;
      if (predicate->subject >= 0)
        predicate->clause_first = MIN (predicate->clause_first,
                                       leadup_clauses_get_phrase (self, predicate->subject)->first);
    }
}

void
leadup_clauses_init (LeadupClauses       *self,
                     const LeadupArticle *article)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  self->article = article;
  self->facts = leadup_word_facts_get (article->lexicon);
  self->tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self->grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self->first = self->end = 0;
  self->phrases = g_array_new (FALSE, FALSE, sizeof (LeadupPhrase));
  self->predicates = g_array_new (FALSE, FALSE, sizeof (LeadupPredicate));
}

void
leadup_clauses_clear (LeadupClauses *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->phrases, g_array_unref);
  g_clear_pointer (&self->predicates, g_array_unref);
}

LeadupPhrase *
leadup_clauses_get_phrase (const LeadupClauses *self,
                           gint32               index)
{
  g_return_val_if_fail (index >= 0 && (guint) index < self->phrases->len, NULL);

  return &g_array_index (self->phrases, LeadupPhrase, index);
}

LeadupPredicate *
leadup_clauses_get_predicate (const LeadupClauses *self,
                              gint32               index)
{
  g_return_val_if_fail (index >= 0 && (guint) index < self->predicates->len, NULL);

  return &g_array_index (self->predicates, LeadupPredicate, index);
}

/* The phrase that holds a token, LEADUP_NONE if none does. */
gint32
leadup_clauses_phrase_at (const LeadupClauses *self,
                          guint32              token)
{
  for (gint32 i = 0; i < (gint32) self->phrases->len; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (token >= phrase->first && token < phrase->end)
        return i;
    }

  return LEADUP_NONE;
}

gboolean
leadup_clauses_is (const LeadupClauses *self,
                   guint32              token,
                   const char          *word)
{
  return token < self->end && strcmp (self->tokens[token].folded, word) == 0;
}

const LeadupWordFact *
leadup_clauses_get_fact (const LeadupClauses *self,
                         guint32              token)
{
  guint32 word = self->tokens[token].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

/**
 * leadup_clauses_match_verb:
 * @self: a parser
 * @table: a table of verbs in their base form, perhaps with words after them
 * @predicate: a predicate
 *
 * Looks a verb up by its lemma, whatever its form; “be ready” and the like are found by the last
 * word of the group.
 *
 * Returns: (transfer none) (nullable): the row with the longest phrase
 */
const LeadupLexiconRow *
leadup_clauses_match_verb (const LeadupClauses      *self,
                           const LeadupLexiconTable *table,
                           const LeadupPredicate    *predicate)
{
  LeadupToken words[MAX_VERB_PHRASE];
  guint n_words = 0;
  const LeadupLexiconRow *row;

  for (guint32 i = predicate->verb; i < self->end && n_words < MAX_VERB_PHRASE; i++)
    words[n_words++] = self->tokens[i];
  if (n_words == 0)
    return NULL;

  if (self->grammar[predicate->verb].lemma != 0)
    words[0].word = self->grammar[predicate->verb].lemma;

  row = leadup_lexicon_table_match (table, words, n_words);
  if (predicate->is_passive && predicate->verb > predicate->first &&
      (row == NULL || row->n_words == 1))
    {
      static const char be[] = "be";
      const LeadupLexiconRow *passive;

      words[1] = self->tokens[predicate->verb];
      words[0].word = leadup_lexicon_find_word (self->article->lexicon, be, strlen (be));
      passive = leadup_lexicon_table_match (table, words, 2);
      if (passive != NULL && passive->n_words == 2)
        return passive;
    }

  return row;
}
