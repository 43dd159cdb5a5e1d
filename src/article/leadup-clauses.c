/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clauses.h"

#include "article/leadup-clause-links.h"
#include "article/leadup-clause-phrases.h"
#include "article/leadup-clause-subject.h"

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
  /* “denied having fired”, “after being held”. */
  gboolean is_having = first < verb && (leadup_clauses_is (self, first, "having") ||
                                        leadup_clauses_is (self, first, "being"));

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
                       : (!has_helper && (forms & LEADUP_FORM_ING)) || is_having
                           ? LEADUP_RELATION_PARTICIPLE
                                                                  : LEADUP_RELATION_MAIN;
  predicate.is_finite = predicate.relation == LEADUP_RELATION_MAIN;
  /* “never attacked”: the group says that it did not happen. */
  if (predicate.is_finite && first > self->first && tag_at (self, first - 1) == LEADUP_TAG_NEGATION)
    predicate.first = first - 1;
  g_array_append_val (self->predicates, predicate);
}

/* “was on Monday sentenced”: a date between the words of a verb. */
static gboolean
is_date_inside (const LeadupClauses *self,
                guint32              first,
                guint32              at)
{
  LeadupTag helper = tag_at (self, first);
  gboolean is_governed = tag_at (self, at) == LEADUP_TAG_PREPOSITION;

  if (at + 1 >= self->end || !leadup_clauses_is_dated (self, at + is_governed))
    return FALSE;

  return helper == LEADUP_TAG_MODAL ||
         (helper == LEADUP_TAG_AUXILIARY &&
          (is_governed || tag_at (self, at - 1) == LEADUP_TAG_PREPOSITION ||
           !is_be (self, first)));
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
          else if (at > i && is_date_inside (self, i, at))
            continue;
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
          !leadup_clauses_is_dated (self, phrase->head) &&
          (i == predicate->phrases || phrase->first - predicate->end < 3))
        predicate->object = i;
    }

  predicate->phrases_end = i;
  predicate->clause_end =
      i > predicate->phrases ? leadup_clauses_get_phrase (self, i - 1)->end : predicate->end;
}

/* “was arrested and extradited to Chad”: what needs an object and has none is done to the same. */
static gboolean
shares_passive (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  const LeadupPredicate *first = predicate - 1;

  return predicate->is_joined && predicate > leadup_clauses_get_predicate (self, 0) &&
         predicate->first == predicate->verb && predicate->subject == first->subject &&
         first->is_passive && !first->is_reduced &&
         leadup_clauses_match_verb (self, self->facts->cues, predicate) == NULL;
}

/* “Militia chief found guilty of treason”: a verdict without its object. */
static gboolean
is_verdict (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  return leadup_clauses_is (self, predicate->verb, "found") &&
         leadup_clauses_is (self, predicate->end, "guilty") && predicate->object >= 0 &&
         leadup_clauses_get_phrase (self, predicate->object)->first == predicate->end;
}

/* “Hostages freed as talks begin”: in a headline, where no full stop ends it, people to whom
 * something is done by force or grace. */
static gboolean
is_headline_passive (const LeadupClauses    *self,
                     const LeadupPredicate  *predicate,
                     const LeadupLexiconRow *row)
{
  gint32 sufferer = leadup_clauses_phrase_at (self, predicate->first - 1);
  guint32 head = sufferer >= 0 ? leadup_clauses_get_phrase (self, sufferer)->head : self->end;

  return self->tokens[self->end - 1].kind == LEADUP_TOKEN_WORD && sufferer >= 0 &&
         predicate->relation == LEADUP_RELATION_MAIN &&
         strchr (row->columns[LEADUP_VERB_TARGETS], 'o') != NULL &&
         (leadup_clauses_get_fact (self, head)->classes & LEADUP_WORD_PEOPLE) != 0 &&
         (strcmp (row->columns[1], "concession") == 0 ||
          strcmp (row->columns[1], "legal-action") == 0);
}

/* “Former mayor charged with fraud”, “went on trial, accused of theft”: done to who is told of. */
static gboolean
is_accused (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  static const char *const forces[] = { "police", "officers", "troops", "soldiers", "crowd", NULL };

  return predicate->subject >= 0 &&
         ((leadup_clauses_is (self, predicate->verb, "charged") &&
           leadup_clauses_is (self, predicate->end, "with")) ||
          (leadup_clauses_is (self, predicate->verb, "accused") &&
           leadup_clauses_is (self, predicate->end, "of"))) &&
         !leadup_clauses_is_any (
             self, leadup_clauses_get_phrase (self, predicate->subject)->head, forces);
}

/* “Seven fighters killed in blasts”, “the men arrested on Monday”: a verb that must have an object
 * and has none is told of who suffers it, who stands right before it; “they tried to leave” is not.
 */
static void
turn_passive (const LeadupClauses *self,
              LeadupPredicate     *predicate)
{
  const LeadupLexiconRow *row;
  gboolean has_agent;
  gint32 sufferer;
  guint32 before;

  if (is_verdict (self, predicate))
    predicate->object = LEADUP_NONE;
  if (predicate->is_passive || predicate->object >= 0 || predicate->first != predicate->verb ||
      predicate->first == self->first ||
      (predicate->end < self->end && self->grammar[predicate->end].tag == LEADUP_TAG_TO) ||
      !(self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
    return;
  if (is_accused (self, predicate))
    {
      predicate->is_passive = TRUE;
      return;
    }
  row = leadup_clauses_match_verb (self, self->facts->verbs, predicate);
  if (row != NULL && predicate->is_joined && strchr (row->columns[4], 'o') != NULL)
    predicate->is_passive = shares_passive (self, predicate);
  /* “Nine soldiers captured by Chad remain in jail”. */
  has_agent = row != NULL && row->columns[4][0] == 'o' &&
              leadup_clause_subject_has_agent (self, predicate);
  if (row == NULL || predicate->is_joined ||
      (!has_agent && !is_headline_passive (self, predicate, row) &&
       !leadup_clauses_is (self, predicate->end, "guilty") &&
       (row->n_words > 1 || row->columns[4][0] != 'o' ||
        (row->columns[4][1] != '\0' && row->columns[5][0] == '\0'))))
    return;
  sufferer = leadup_clauses_phrase_at (self, predicate->first - 1);
  if (sufferer < 0 || leadup_clauses_get_phrase (self, sufferer)->is_pronoun)
    return;
  /* “Ada Roe, whom the junta jailed”: it did. */
  before = leadup_clauses_get_phrase (self, sufferer)->first;
  if (before > self->first + 1 && leadup_clauses_is (self, before - 1, "whom"))
    {
      predicate->subject = sufferer;
      predicate->object = sufferer - 1;
      return;
    }

  predicate->is_passive = TRUE;
  predicate->subject = sufferer;
}

/* “the port, which Togo seized in May”: the port is what was seized. */
static void
give_antecedent (const LeadupClauses *self,
                 LeadupPredicate     *predicate)
{
  guint32 at;

  if (!predicate->is_finite || predicate->is_passive || predicate->object >= 0 ||
      predicate->subject < 0)
    return;
  at = leadup_clauses_get_phrase (self, predicate->subject)->first;
  if (at < self->first + 2 || at >= predicate->first ||
      !(leadup_clauses_is (self, at - 1, "which") || leadup_clauses_is (self, at - 1, "whom")) ||
      (leadup_clauses_is (self, at - 1, "which") &&
       leadup_clauses_match_verb (self, self->facts->cues, predicate) != NULL))
    return;
  at -= tag_at (self, at - 2) == LEADUP_TAG_COMMA ? 3 : 2;
  if (at >= self->first)
    predicate->object = leadup_clauses_phrase_at (self, at);
}

/* “rejects and condemns the decision”: the object of both. */
static void
share_objects (LeadupClauses *self)
{
  for (gint32 i = (gint32) self->predicates->len - 1; i > 0; i--)
    {
      LeadupPredicate *first = leadup_clauses_get_predicate (self, i - 1);
      const LeadupPredicate *second = leadup_clauses_get_predicate (self, i);

      if (first->phrases < first->phrases_end || first->is_passive || second->is_passive ||
          !second->is_joined || second->first != second->verb ||
          first->end + 1 != second->first || tag_at (self, first->end) != LEADUP_TAG_CONJUNCTION)
        continue;
      first->object = second->object;
      first->phrases = second->phrases;
      first->phrases_end = second->phrases_end;
    }
}

/* “To take the port, Chad sent”, “In its campaign to take the port, Chad sent”. */
static gboolean
opens_with_purpose (const LeadupClauses   *self,
                    const LeadupPredicate *predicate)
{
  gint32 before;

  if (predicate->relation != LEADUP_RELATION_INFINITIVE)
    return FALSE;
  if (predicate->first == self->first)
    return TRUE;
  before = leadup_clauses_phrase_at (self, predicate->first - 1);

  return before == 0 && leadup_clauses_is (self, self->first, "in") &&
         leadup_clauses_get_phrase (self, before)->first == self->first + 1;
}

/* Whether a group stands without a subject of its own: “while meeting”, “after being freed”. */
static gboolean
lacks_subject (const LeadupClauses   *self,
               const LeadupPredicate *predicate)
{
  return predicate->subject < 0 &&
         (leadup_clauses_is (self, predicate->first, "being") ||
          opens_with_purpose (self, predicate) ||
          (!predicate->is_finite && (predicate->relation == LEADUP_RELATION_GERUND ||
                                     predicate->relation == LEADUP_RELATION_PARTICIPLE)));
}

/* “While meeting his adviser, he was shot”, “Ada Roe left after being freed by rebels”: who does or
 * suffers it is the subject beside. */
static void
share_subjects (LeadupClauses *self)
{
  static const char *const times[] = { "after", "before", "since", "while", NULL };

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      LeadupPredicate *here = leadup_clauses_get_predicate (self, i);
      const LeadupPredicate *last = i > 0 ? leadup_clauses_get_predicate (self, i - 1) : NULL;
      const LeadupPredicate *next = i + 1 < (gint32) self->predicates->len
                                        ? leadup_clauses_get_predicate (self, i + 1)
                                        : NULL;

      if (!lacks_subject (self, here))
        continue;
      if (next != NULL && next->is_finite && next->subject >= 0)
        {
          guint32 first = leadup_clauses_get_phrase (self, next->subject)->first;

          if (first > here->end && self->grammar[first - 1].tag == LEADUP_TAG_COMMA &&
              (here->first <= self->first + 1 || opens_with_purpose (self, here) ||
               self->grammar[here->first - 2].tag == LEADUP_TAG_COMMA))
            here->subject = next->subject;
        }
      if (here->subject < 0 && last != NULL && last->is_finite && last->subject >= 0 &&
          here->first > last->end && leadup_clauses_is_any (self, here->first - 1, times))
        here->subject = last->subject;
    }
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
      leadup_clause_links_find (self, i);

      /* Objects are needed to link what comes next. */
      give_phrases (self, i);
    }

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      predicate->object = LEADUP_NONE;
      give_phrases (self, i);
    }
  share_objects (self);
  share_subjects (self);

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      give_antecedent (self, predicate);
      turn_passive (self, predicate);
      predicate->clause_first = predicate->first;
      if (predicate->subject >= 0)
        predicate->clause_first = MIN (predicate->clause_first,
                                       leadup_clauses_get_phrase (self, predicate->subject)->first);
    }
}

/**
 * leadup_clauses_keep:
 * @self: a parser that has read tokens of @article
 * @article: its article
 *
 * Keeps what was read, so that another stage need not read it again.
 */
void
leadup_clauses_keep (const LeadupClauses *self,
                     LeadupArticle       *article)
{
  LeadupParse parse = { .first = self->first,
                        .end = self->end,
                        .phrases = article->phrases->len,
                        .n_phrases = self->phrases->len,
                        .predicates = article->predicates->len,
                        .n_predicates = self->predicates->len };

  g_array_append_val (article->parses, parse);
  g_array_append_vals (article->phrases, self->phrases->data, self->phrases->len);
  g_array_append_vals (article->predicates, self->predicates->data, self->predicates->len);
}

/* Drops what was kept, with the memory that it takes. */
void
leadup_clauses_forget (LeadupArticle *article)
{
  g_array_unref (article->parses);
  g_array_unref (article->phrases);
  g_array_unref (article->predicates);
  article->parses = g_array_new (FALSE, FALSE, sizeof (LeadupParse));
  article->phrases = g_array_new (FALSE, FALSE, sizeof (LeadupPhrase));
  article->predicates = g_array_new (FALSE, FALSE, sizeof (LeadupPredicate));
}

/**
 * leadup_clauses_recall:
 * @self: a parser
 * @parse: one of those that its article keeps
 *
 * Takes what was kept as if it had been read just now.
 */
void
leadup_clauses_recall (LeadupClauses     *self,
                       const LeadupParse *parse)
{
  const GArray *phrases = self->article->phrases;
  const GArray *predicates = self->article->predicates;

  self->first = parse->first;
  self->end = parse->end;
  g_array_set_size (self->phrases, 0);
  g_array_set_size (self->predicates, 0);
  if (parse->n_phrases > 0)
    g_array_append_vals (self->phrases, &g_array_index (phrases, LeadupPhrase, parse->phrases),
                         parse->n_phrases);
  if (parse->n_predicates > 0)
    g_array_append_vals (self->predicates,
                         &g_array_index (predicates, LeadupPredicate, parse->predicates),
                         parse->n_predicates);
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
  self->first_statement = 0;
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

static gboolean
is_date_word (const LeadupClauses *self,
              guint32              at,
              const char          *class)
{
  const LeadupLexiconRow *row =
      at >= self->first && at < self->end
          ? leadup_lexicon_table_find_word (self->facts->date_words, self->tokens[at].word)
          : NULL;

  return row != NULL && strcmp (row->columns[1], class) == 0;
}

/* “this week”, “today”: no day that is known where it is not known when the article came out, but
 * nobody who acts either. */
static gboolean
is_relative_date (const LeadupClauses *self,
                  guint32              at)
{
  if (self->article->published != NULL)
    return FALSE;

  return is_date_word (self, at, "dayref") || is_date_word (self, at, "weekday") ||
         (is_date_word (self, at, "unit") && is_date_word (self, at - 1, "deictic")) ||
         (is_date_word (self, at, "deictic") && is_date_word (self, at + 1, "unit"));
}

/* Whether a token is part of a date. */
gboolean
leadup_clauses_is_dated (const LeadupClauses *self,
                         guint32              at)
{
  return (at < self->article->tokens->len && self->tokens[at].is_dated) ||
         is_relative_date (self, at);
}

/**
 * leadup_clauses_next_by:
 * @self: a parser that has read a sentence
 * @phrase: a phrase of it
 * @words: prepositions; NULL ends them
 *
 * Returns: the phrase right behind @phrase that one of @words joins to it, as “for Mali” of
 * “support for Mali”; %LEADUP_NONE if there is none
 */
gint32
leadup_clauses_next_by (const LeadupClauses *self,
                        gint32               phrase,
                        const char * const  *words)
{
  guint32 end = leadup_clauses_get_phrase (self, phrase)->end;

  return phrase + 1 < (gint32) self->phrases->len &&
                 leadup_clauses_get_phrase (self, phrase + 1)->preposition == (gint32) end &&
                 leadup_clauses_is_any (self, end, words)
             ? phrase + 1
             : LEADUP_NONE;
}

/* The first token before @at that is no adverb, and no time: “shelled it and on Tuesday fired”;
 * %G_MAXUINT32 if there is none. */
guint32
leadup_clauses_word_before (const LeadupClauses *self,
                            guint32              at)
{
  guint32 start = at;

  while (start > self->first + 1 &&
         (leadup_clauses_is_dated (self, start - 1) ||
          (start < at && tag_at (self, start - 1) == LEADUP_TAG_PREPOSITION)))
    start--;
  if (start < at && tag_at (self, start - 1) == LEADUP_TAG_CONJUNCTION)
    at = start;

  while (at > self->first)
    {
      LeadupTag tag = self->grammar[--at].tag;

      if (tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_QUOTE)
        return at;
    }

  return G_MAXUINT32;
}

/**
 * leadup_clauses_is_ultimatum:
 * @self: a parser
 * @predicate: a predicate
 *
 * Returns: whether it gives somebody a time to do something: “gave Togo three days to withdraw”
 */
gboolean
leadup_clauses_is_ultimatum (const LeadupClauses   *self,
                             const LeadupPredicate *predicate)
{
  static const char *const giving[] = { "give", "gives", "gave", "given", "giving", NULL };
  static const char *const units[] = { "minutes", "hours", "days", "weeks", "months",
                                       "hour",    "day",   "week", "month", NULL };
  gint32 time = predicate->is_passive ? predicate->phrases : predicate->object + 1;
  const LeadupPhrase *phrase;

  if ((!predicate->is_passive && predicate->object < 0) ||
      time >= (gint32) self->phrases->len ||
      !leadup_clauses_is_any (self, predicate->verb, giving))
    return FALSE;
  /* “gave it until midnight to resign”. */
  if (!predicate->is_passive)
    {
      guint32 at = leadup_clauses_get_phrase (self, predicate->object)->end;

      if (leadup_clauses_is (self, at, "until"))
        for (guint32 i = at + 1; i < self->end && i < at + 6; i++)
          if (tag_at (self, i) == LEADUP_TAG_TO)
            return TRUE;
    }
  phrase = leadup_clauses_get_phrase (self, time);

  return phrase->preposition < 0 && leadup_clauses_is_any (self, phrase->head, units) &&
         tag_at (self, phrase->end) == LEADUP_TAG_TO &&
         phrase->first == (predicate->is_passive
                               ? predicate->end
                               : leadup_clauses_get_phrase (self, predicate->object)->end);
}

/* Whether a verb can bring what is said or thought. */
gboolean
leadup_clauses_takes_content (const LeadupClauses   *self,
                              const LeadupPredicate *predicate)
{
  /* “Adding fuel would …”: a participle that opens the sentence says nothing. */
  if (predicate->relation == LEADUP_RELATION_PARTICIPLE && predicate->governor < 0)
    return FALSE;

  return leadup_clauses_match_verb (self, self->facts->cues, predicate) != NULL;
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
  const LeadupToken *verb = &self->tokens[predicate->verb];
  guint32 lemma = self->grammar[predicate->verb].lemma;
  const LeadupLexiconRow *row;

  if (predicate->verb >= self->end)
    return NULL;

  row = leadup_lexicon_table_match_as (table, lemma != 0 ? lemma : verb->word, verb,
                                       MIN (self->end - predicate->verb, MAX_VERB_PHRASE));
  if (predicate->is_passive && predicate->verb > predicate->first &&
      (row == NULL || row->n_words == 1))
    {
      static const char be[] = "be";
      guint32 word = leadup_lexicon_find_word (self->article->lexicon, be, strlen (be));
      const LeadupLexiconRow *passive = leadup_lexicon_table_match_as (table, word, verb - 1, 2);

      if (passive != NULL && passive->n_words == 2)
        return passive;
    }

  return row;
}
