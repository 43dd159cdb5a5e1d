/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-grammar.h"

#include <string.h>

/* An apposition longer than this is a clause. */
#define MAX_APPOSITION 16

typedef struct
{
  const LeadupWordFacts *facts;
  const LeadupToken *tokens;
  LeadupGrammar *grammar;
  guint32 first;
  guint32 end;
  gboolean has_finite; /* in the clause so far */
  gboolean               is_headline; /* capitals say nothing */
} Tagger;

static const LeadupWordFact *
fact_of (const Tagger *self,
         guint32       at)
{
  guint32 word = self->tokens[at].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

static LeadupTag
tag_before (const Tagger *self,
            guint32       at)
{
  while (at > self->first)
    {
      LeadupTag tag = self->grammar[--at].tag;

      if (tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_NEGATION && tag != LEADUP_TAG_QUOTE)
        return tag;
    }

  return LEADUP_TAG_BREAK;
}

static gboolean
is_word (const Tagger *self,
         guint32       at,
         const char   *word)
{
  return at < self->end && leadup_token_is (&self->tokens[at], word);
}

static gboolean
is_nominal (LeadupTag tag)
{
  return tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_NAME || tag == LEADUP_TAG_NUMBER ||
         tag == LEADUP_TAG_PRONOUN;
}

/* Whether what stands at @at can begin or go on a noun phrase. */
static gboolean
opens_phrase (const Tagger *self,
              guint32       at)
{
  const LeadupWordFact *fact;

  if (at >= self->end)
    return FALSE;

  if (self->tokens[at].kind != LEADUP_TOKEN_WORD)
    return self->tokens[at].kind == LEADUP_TOKEN_NUMBER || is_word (self, at, "$");

  fact = fact_of (self, at);
  if (self->tokens[at].is_capitalised ||
      (fact->classes & (LEADUP_WORD_DETERMINER | LEADUP_WORD_PRONOUN)) != 0)
    return TRUE;
  if (fact->classes & LEADUP_WORD_FUNCTION)
    return FALSE;

  return fact->primary == 'n' || fact->primary == 'a' || fact->primary == 0 ||
         (fact->classes & LEADUP_WORD_PEOPLE) != 0;
}

static gboolean
is_noun_like (const Tagger *self,
              guint32       at)
{
  const LeadupWordFact *fact;

  if (at >= self->end || self->tokens[at].kind != LEADUP_TOKEN_WORD)
    return FALSE;

  fact = fact_of (self, at);
  if (fact->classes & (LEADUP_WORD_FUNCTION & ~LEADUP_WORD_ADVERB))
    return FALSE;
  return self->tokens[at].is_capitalised || (fact->classes & LEADUP_WORD_NOUN) != 0 ||
         (fact->classes & LEADUP_WORD_ADJECTIVE) != 0 || fact->classes == 0;
}

static LeadupTag
tag_to (const Tagger *self,
        guint32       at)
{
  const LeadupWordFact *next;

  /* “threatened to ‘answer in kind’”, “decided to partly lift it”. */
  if (at + 1 < self->end && (self->tokens[at + 1].kind == LEADUP_TOKEN_QUOTE_OPEN ||
                             fact_of (self, at + 1)->primary == 'r'))
    at++;
  next = at + 1 < self->end ? fact_of (self, at + 1) : NULL;
  gboolean is_base = next != NULL && (next->forms & LEADUP_FORM_BASE) != 0 &&
                     !self->tokens[at + 1].is_capitalised &&
                     !(next->primary == 'n' && opens_phrase (self, at + 1) &&
                       !opens_phrase (self, at + 2) && (next->classes & LEADUP_WORD_VERB) == 0);

  return is_base || is_word (self, at + 1, "be") || is_word (self, at + 1, "not")
             ? LEADUP_TAG_TO
             : LEADUP_TAG_PREPOSITION;
}

static LeadupTag
tag_that (const Tagger *self,
          guint32       at)
{
  LeadupTag before = tag_before (self, at);

  if (is_nominal (before) && at + 1 < self->end &&
      ((fact_of (self, at + 1)->forms & ~LEADUP_FORM_BASE) != 0 ||
       (fact_of (self, at + 1)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL))))
    return LEADUP_TAG_RELATIVE;

  return before == LEADUP_TAG_PREPOSITION ? LEADUP_TAG_PRONOUN : LEADUP_TAG_SUBORDINATOR;
}

/* “Monday's talks”, not “Monday's over”. */
static gboolean
is_possessive (const Tagger *self,
               guint32       at)
{
  return (is_word (self, at, "'s") || is_word (self, at, "'")) &&
         (is_noun_like (self, at + 1) || opens_phrase (self, at + 1));
}

/* Whether a clause follows “after”, “as” and the like, or only a phrase. */
static gboolean
opens_clause (const Tagger *self,
              guint32       at)
{
  for (guint32 i = at + 1; i < self->end && i < at + 9; i++)
    {
      if (self->tokens[i].kind == LEADUP_TOKEN_PUNCTUATION && !is_word (self, i, "-"))
        break;
      if ((fact_of (self, i)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) &&
          !is_possessive (self, i))
        return TRUE;
      if (fact_of (self, i)->classes & (LEADUP_WORD_SUBORDINATOR | LEADUP_WORD_RELATIVE))
        break;
      /* “after the army left Accra”, but “after a failed raid”. */
      if (i > at + 1 && (fact_of (self, i)->forms & LEADUP_FORM_PAST) &&
          !self->tokens[i].is_capitalised &&
          (fact_of (self, i)->primary != 'a' ||
           (i + 1 < self->end &&
            (fact_of (self, i - 1)->primary == 'n' || self->tokens[i - 1].is_capitalised) &&
            (fact_of (self, i + 1)->classes & LEADUP_WORD_DETERMINER) != 0)))
        return TRUE;
    }

  return FALSE;
}

/* Of the closed classes of a word, the one that what follows asks for. */
static LeadupTag
tag_function_word (const Tagger *self,
                   guint32       at,
                   guint32       classes)
{
  gboolean noun_next = is_noun_like (self, at + 1);

  if (is_word (self, at, "to"))
    return tag_to (self, at);
  if (is_word (self, at, "that"))
    return tag_that (self, at);
  if (is_word (self, at, "her") || is_word (self, at, "his"))
    return noun_next ? LEADUP_TAG_DETERMINER : LEADUP_TAG_PRONOUN;
  /* “Nobody has come”: who does it, though nobody does. */
  if ((classes & LEADUP_WORD_NEGATION) && (classes & LEADUP_WORD_PRONOUN) && at + 1 < self->end &&
      (fact_of (self, at + 1)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) != 0)
    return LEADUP_TAG_PRONOUN;
  if (is_word (self, at, "none") && is_word (self, at + 1, "of"))
    return LEADUP_TAG_PRONOUN;
  if ((classes & LEADUP_WORD_NEGATION) &&
      !(classes & (LEADUP_WORD_MODAL | LEADUP_WORD_AUXILIARY | LEADUP_WORD_PREPOSITION)))
    return is_word (self, at, "no") ? LEADUP_TAG_DETERMINER : LEADUP_TAG_NEGATION;
  if (classes & LEADUP_WORD_MODAL)
    return LEADUP_TAG_MODAL;
  if (classes & LEADUP_WORD_AUXILIARY)
    return LEADUP_TAG_AUXILIARY;
  if (classes & LEADUP_WORD_CONJUNCTION)
    return LEADUP_TAG_CONJUNCTION;
  if ((classes & LEADUP_WORD_DETERMINER) &&
      (noun_next ||
       (at + 1 < self->end && self->tokens[at + 1].kind == LEADUP_TOKEN_NUMBER)))
    return LEADUP_TAG_DETERMINER;
  if (classes & LEADUP_WORD_RELATIVE)
    return LEADUP_TAG_RELATIVE;
  if (classes & LEADUP_WORD_SUBORDINATOR)
    return (classes & LEADUP_WORD_PREPOSITION) && !opens_clause (self, at)
               ? LEADUP_TAG_PREPOSITION
               : LEADUP_TAG_SUBORDINATOR;
  if (classes & LEADUP_WORD_PREPOSITION)
    return LEADUP_TAG_PREPOSITION;
  if (classes & LEADUP_WORD_PRONOUN)
    return LEADUP_TAG_PRONOUN;

  return classes & LEADUP_WORD_DETERMINER ? LEADUP_TAG_DETERMINER : LEADUP_TAG_ADVERB;
}

static gboolean
begins_verb_phrase (const Tagger *self,
                    guint32       at)
{
  const LeadupLexiconRow *row
    = leadup_lexicon_table_match (self->facts->verbs, &self->tokens[at], self->end - at);

  return row != NULL && row->n_words > 1;
}

/* “policies leaving poor people behind”: in a clause that has its verb, what follows a plural and
 * has an object of its own tells of it, though “leaving” can be a noun. */
static gboolean
tells_of_plural (const Tagger *self,
                 guint32       at)
{
  const char *before = at > self->first ? self->tokens[at - 1].folded : "";

  return self->has_finite && self->grammar[at - 1].tag == LEADUP_TAG_NOUN &&
         g_str_has_suffix (before, "s") && !g_str_has_suffix (before, "ss") &&
         at + 2 < self->end &&
         (opens_phrase (self, at + 1) ||
          ((fact_of (self, at + 1)->forms & LEADUP_FORM_PARTICIPLE) != 0 &&
           is_noun_like (self, at + 2)));
}

/* “is the path to more trade or reduced tension”: beside a verb of the present, no past is joined
 * to a noun; the participle belongs to the noun after it. */
static gboolean
is_joined_to_present (const Tagger *self,
                      guint32       at)
{
  if (at < self->first + 2 || self->grammar[at - 1].tag != LEADUP_TAG_CONJUNCTION ||
      self->grammar[at - 2].tag != LEADUP_TAG_NOUN || self->tokens[at + 1].is_capitalised)
    return FALSE;

  for (guint32 i = at - 2; i > self->first; i--)
    switch ((guint) self->grammar[i - 1].tag)
      {
      case LEADUP_TAG_VERB:
        return (self->grammar[i - 1].forms & (LEADUP_FORM_THIRD | LEADUP_FORM_PAST)) ==
               LEADUP_FORM_THIRD;

      case LEADUP_TAG_AUXILIARY:
        return is_word (self, i - 1, "is") || is_word (self, i - 1, "are");

      case LEADUP_TAG_SUBORDINATOR:
      case LEADUP_TAG_RELATIVE:
      case LEADUP_TAG_BREAK:
      case LEADUP_TAG_QUOTE:
      case LEADUP_TAG_COMMA:
        return FALSE;

      default:
        break;
      }

  return FALSE;
}

/* “the 12 strikes”, “Near Mosul, three attacks”, but not “Flight 12 leaves”. */
static gboolean
is_counted (const Tagger *self,
            guint32       at)
{
  LeadupTag before;

  if (at == self->first || self->grammar[at - 1].tag != LEADUP_TAG_NUMBER ||
      is_word (self, at - 1, "one") || is_word (self, at - 1, "1"))
    return FALSE;
  before = at - 1 > self->first ? (LeadupTag) self->grammar[at - 2].tag : LEADUP_TAG_BREAK;

  return before != LEADUP_TAG_NOUN && before != LEADUP_TAG_NAME && before != LEADUP_TAG_HYPHEN;
}

/* “strikes killed”, “rebels loyal to him” are nouns; “attacks armed civilians” has none. */
static gboolean
is_told_of_next (const Tagger *self,
                 guint32       at)
{
  const LeadupWordFact *next, *lemma;

  if (at + 1 >= self->end || self->tokens[at + 1].is_capitalised)
    return FALSE;
  next = fact_of (self, at + 1);
  if ((fact_of (self, at)->classes & LEADUP_WORD_PEOPLE) &&
      (next->primary == 'a' || (next->forms & LEADUP_FORM_PAST)))
    return TRUE;
  /* “remains committed”: the noun “remains” is none of the verb. */
  lemma = &self->facts->words[fact_of (self, at)->lemma];

  return (next->forms & LEADUP_FORM_PAST) != 0 &&
         ((next->classes & LEADUP_WORD_ADJECTIVE) == 0 ||
          (!is_noun_like (self, at + 2) && (lemma->classes & LEADUP_WORD_NOUN) != 0));
}

/* “a drone attack blamed on them”: no bare form is the verb of one thing; “police” are many. */
static gboolean
is_singular (const Tagger *self,
             guint32       at)
{
  static const char *const many[] = { "people",   "police", "men",   "women", "children",  "militia",
                                      "military", "staff",  "youth", "media", "personnel", "crew" };

  if (self->grammar[at].tag != LEADUP_TAG_NOUN || self->tokens[at].is_capitalised ||
      (fact_of (self, at)->classes & LEADUP_WORD_NOUN) == 0 ||
      g_str_has_suffix (self->tokens[at].folded, "s") || at == self->first ||
      self->grammar[at - 1].tag == LEADUP_TAG_CONJUNCTION)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    if (is_word (self, at, many[i]) || g_str_has_suffix (self->tokens[at].folded, "men"))
      return FALSE;

  return TRUE;
}

/* A bare form: after a plural, or joined to a verb before it; “hand over” is nothing else. */
static gboolean
is_bare_verb (const Tagger         *self,
              guint32               at,
              const LeadupWordFact *fact,
              LeadupTag             before)
{
  gboolean only_verb = (fact->classes & (LEADUP_WORD_NOUN | LEADUP_WORD_ADJECTIVE)) == 0;

  if (is_nominal (before) && !self->has_finite && begins_verb_phrase (self, at))
    return TRUE;
  /* “to fund terror and flood the streets”: no noun stands before a determiner. */
  if (before == LEADUP_TAG_CONJUNCTION && at + 1 < self->end &&
      (fact->classes & LEADUP_WORD_VERB) != 0 &&
      (fact_of (self, at + 1)->classes & LEADUP_WORD_FUNCTION) == LEADUP_WORD_DETERMINER)
    return TRUE;
  /* “two aid workers”. */
  if (before == LEADUP_TAG_NUMBER && !only_verb && at + 1 < self->end &&
      (fact_of (self, at + 1)->classes & LEADUP_WORD_FUNCTION) == 0)
    return FALSE;
  if (at > self->first && (is_singular (self, at - 1) || (is_word (self, at - 1, "one") && !only_verb)))
    return FALSE;
  return (is_nominal (before) || before == LEADUP_TAG_CONJUNCTION) && fact->primary == 'v' &&
         (opens_phrase (self, at + 1) || only_verb || is_word (self, at + 1, "to")) &&
         (!self->has_finite || only_verb || before == LEADUP_TAG_CONJUNCTION);
}

/* “accused of pushing migrants”, but “following devastating floods”. */
static gboolean
takes_gerund (const Tagger *self,
              guint32       preposition)
{
  static const char *const words[] = { "of", "for",     "by",    "from",   "in",   "at",
                                       "on", "without", "after", "before", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (self, preposition, words[i]))
      return TRUE;

  return FALSE;
}

/* “of pushing migrants”: a verb with its object, where “the shelling of” is a noun and “devastating
 * floods” has an adjective. */
static gboolean
governs_gerund (const Tagger         *self,
                guint32               at,
                const LeadupWordFact *fact)
{
  gboolean is_gerund = takes_gerund (self, at - 1);

  if (!opens_phrase (self, at + 1))
    return FALSE;
  /* “of planting the bomb”: no noun stands before an article. */
  if (fact->primary == 'n' && (fact_of (self, at + 1)->classes & LEADUP_WORD_DETERMINER) != 0)
    return is_gerund;
  if (fact->primary == 'n')
    return is_gerund && (fact_of (self, at + 1)->classes & LEADUP_WORD_PEOPLE) != 0 &&
           g_str_has_suffix (self->tokens[at + 1].folded, "s");

  return is_gerund || fact->primary != 'a' || !is_noun_like (self, at + 1) ||
         self->tokens[at + 1].is_capitalised;
}

/* “rebels holding the city”: no noun goes on so, but “the car bombing the front claimed”. */
static gboolean
has_object_after (const Tagger *self,
                  guint32       at)
{
  return at + 1 < self->end &&
         (fact_of (self, at + 1)->classes & LEADUP_WORD_DETERMINER) != 0 &&
         leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[at].word) == NULL;
}

/* “faced shelling by the army” has one verb, “began shelling the town” two. */
static gboolean
is_gerund_here (const Tagger         *self,
                guint32               at,
                const LeadupWordFact *fact,
                LeadupTag             before)
{
  gboolean noun_next = is_noun_like (self, at + 1);

  /* “as fighting spread”, “after shelling had stopped”. */
  if ((fact->classes & LEADUP_WORD_NOUN) != 0 && at + 1 < self->end &&
      (((before == LEADUP_TAG_SUBORDINATOR || before == LEADUP_TAG_BREAK) &&
        (fact_of (self, at + 1)->forms & LEADUP_FORM_PAST) != 0) ||
       ((fact_of (self, at + 1)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) != 0 &&
        !is_possessive (self, at + 1))))
    return FALSE;

  return before == LEADUP_TAG_COMMA || before == LEADUP_TAG_SUBORDINATOR ||
           before == LEADUP_TAG_BREAK ||
           (is_nominal (before) && (fact->primary != 'n' || tells_of_plural (self, at) ||
                                    has_object_after (self, at))) ||
           (before == LEADUP_TAG_VERB &&
            (noun_next || opens_phrase (self, at + 1) ||
             (fact->classes & LEADUP_WORD_NOUN) == 0)) ||
           before == LEADUP_TAG_CONJUNCTION;
}

/* “Ada Roe, 26, died after”. */
static gboolean
is_after_age (const Tagger *self,
              guint32       at)
{
  return at >= self->first + 4 && self->tokens[at - 2].kind == LEADUP_TOKEN_NUMBER &&
         is_word (self, at - 3, ",") && self->grammar[at - 4].tag == LEADUP_TAG_NAME;
}

/* “Ada Roe, the minister, threatened to leave”: the comma before it closes an apposition. */
static gboolean
closes_apposition (const Tagger *self,
                   guint32       at)
{
  for (guint32 i = at - 1; i > self->first + 1 && i + MAX_APPOSITION > at; i--)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i - 1].tag;

      if (tag == LEADUP_TAG_COMMA)
        return i + 1 < at && is_nominal ((LeadupTag) self->grammar[i - 2].tag) &&
               is_nominal ((LeadupTag) self->grammar[at - 2].tag);
      if (tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_BREAK ||
          tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_RELATIVE)
        return FALSE;
    }

  return FALSE;
}

/* A past or a participle: no verb where it belongs to the noun after it. */
static gboolean
is_past_here (const Tagger *self,
              guint32       at,
              guint8        forms,
              LeadupTag     before,
              gboolean      only_verb)
{
  gboolean noun_next = is_noun_like (self, at + 1);

  /* “after leaked letters showed it”. */
  if (before == LEADUP_TAG_VERB || (before == LEADUP_TAG_SUBORDINATOR && noun_next) ||
      (noun_next && is_joined_to_present (self, at)))
    return FALSE;
  /* “evacuated 26 wounded”, but “left 26 wounded”. */
  if (before == LEADUP_TAG_NUMBER && at >= self->first + 2 &&
      self->grammar[at - 2].tag == LEADUP_TAG_VERB && !is_word (self, at - 2, "left") &&
      !opens_phrase (self, at + 1))
    return FALSE;
  if (before == LEADUP_TAG_BREAK)
    return !noun_next;
  /* “went” is no participle. */
  if (before == LEADUP_TAG_COMMA && !(forms & LEADUP_FORM_PARTICIPLE) && only_verb)
    return TRUE;
  if (before == LEADUP_TAG_CONJUNCTION || before == LEADUP_TAG_COMMA)
    return self->has_finite || is_word (self, at + 1, "by") || opens_phrase (self, at + 1) ||
           at == self->first + 1 || is_after_age (self, at) ||
           (before == LEADUP_TAG_COMMA && !noun_next && closes_apposition (self, at));
  return TRUE;
}

/* A word that can be a verb and something else. */
static gboolean
is_verb_here (const Tagger         *self,
              guint32               at,
              const LeadupWordFact *fact,
              guint8                forms)
{
  LeadupTag before = tag_before (self, at);
  gboolean noun_next = is_noun_like (self, at + 1);
  gboolean only_verb;

  /* The tables have “camp”, not “camps”, and “remains” is more often the verb. */
  if ((forms & LEADUP_FORM_THIRD) && fact->lemma != 0 &&
      (fact->primary == 0 ||
       (self->facts->words[fact->lemma].classes & (LEADUP_WORD_NOUN | LEADUP_WORD_VERB)) ==
           LEADUP_WORD_VERB))
    fact = &self->facts->words[fact->lemma];
  only_verb = (fact->classes & (LEADUP_WORD_NOUN | LEADUP_WORD_ADJECTIVE)) == 0;

  if (before == LEADUP_TAG_TO || before == LEADUP_TAG_MODAL)
    return (forms & LEADUP_FORM_BASE) != 0;
  if (before == LEADUP_TAG_AUXILIARY)
    return (forms & (LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) != 0 ||
           ((forms & LEADUP_FORM_BASE) && only_verb);
  /* “the army’s armed wing”, “forces launched”, “strikes killed”: no verb, though it could be. */
  if (before == LEADUP_TAG_HYPHEN || (noun_next && is_word (self, at, "armed")))
    return FALSE;
  if ((forms & LEADUP_FORM_THIRD) && !only_verb &&
      (is_nominal (before) || before == LEADUP_TAG_COMMA) &&
      (is_counted (self, at) || is_told_of_next (self, at)))
    return FALSE;
  if (before == LEADUP_TAG_DETERMINER || before == LEADUP_TAG_POSSESSIVE ||
      before == LEADUP_TAG_ADJECTIVE)
    return FALSE;
  if (before == LEADUP_TAG_PREPOSITION)
    return (forms & LEADUP_FORM_ING) && governs_gerund (self, at, fact);
  if (forms & LEADUP_FORM_ING)
    return is_gerund_here (self, at, fact, before);
  if (forms & (LEADUP_FORM_PAST | LEADUP_FORM_PARTICIPLE))
    return is_past_here (self, at, forms, before, only_verb);
  if (before == LEADUP_TAG_PRONOUN || before == LEADUP_TAG_RELATIVE)
    return TRUE;
  if (forms & LEADUP_FORM_THIRD)
    return (is_nominal (before) || before == LEADUP_TAG_COMMA ||
            before == LEADUP_TAG_CONJUNCTION) &&
           (!self->has_finite || only_verb || fact->primary == 'v') &&
           (only_verb || opens_phrase (self, at + 1) || is_word (self, at + 1, "to") ||
            is_word (self, at + 1, "that")) &&
           (before != LEADUP_TAG_CONJUNCTION || only_verb || self->has_finite);

  return is_bare_verb (self, at, fact, before);
}

static LeadupTag
tag_open_word (Tagger *self,
               guint32 at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact = fact_of (self, at);
  LeadupGrammar *grammar = &self->grammar[at];
  guint8 forms = fact->forms != 0 ? fact->forms : leadup_word_facts_guess_forms (token->folded);

  if (token->is_capitalised && !token->starts_sentence && !token->is_quoted &&
      (!self->is_headline || (fact->classes & LEADUP_WORD_COMMON) == 0) &&
      !(self->is_headline && fact->forms != 0))
    return LEADUP_TAG_NAME;
  if (token->is_capitalised && fact->classes == 0 && fact->forms == 0)
    return LEADUP_TAG_NAME;

  /* No noun looks like the future of a language whose verbs have one. */
  if (forms != 0 && ((forms & (LEADUP_FORM_FUTURE | LEADUP_FORM_CONDITIONAL)) ||
                     is_verb_here (self, at, fact, forms)))
    {
      grammar->forms = forms;
      grammar->lemma = fact->lemma;
      return LEADUP_TAG_VERB;
    }

  if (fact->primary == 'r' ||
      (fact->classes == 0 && strlen (token->folded) > 4 && g_str_has_suffix (token->folded, "ly")))
    return LEADUP_TAG_ADVERB;
  /* “The general threatened”: people before a verb. */
  if ((fact->classes & LEADUP_WORD_PEOPLE) && at + 1 < self->end &&
      (fact_of (self, at + 1)->forms & (LEADUP_FORM_PAST | LEADUP_FORM_THIRD)) != 0)
    return LEADUP_TAG_NOUN;
  if (fact->primary == 'a' || (forms & LEADUP_FORM_PARTICIPLE) != 0)
    return is_noun_like (self, at + 1) || is_word (self, at + 1, "-") ||
                   (fact->classes & LEADUP_WORD_NOUN) == 0
               ? LEADUP_TAG_ADJECTIVE
               : LEADUP_TAG_NOUN;

  return token->is_capitalised ? LEADUP_TAG_NAME : LEADUP_TAG_NOUN;
}

static LeadupTag
tag_punctuation (const LeadupToken *token)
{
  const char *mark = token->folded;

  if (token->kind == LEADUP_TOKEN_QUOTE_OPEN || token->kind == LEADUP_TOKEN_QUOTE_CLOSE)
    return LEADUP_TAG_QUOTE;
  if (strcmp (mark, "-") == 0 || strcmp (mark, "/") == 0)
    return LEADUP_TAG_HYPHEN;
  if (strcmp (mark, "--") == 0 || (*mark != '\0' && mark[1] == '\0' && strchr (",()", *mark)))
    return LEADUP_TAG_COMMA;
  if (strcmp (mark, "&") == 0)
    return LEADUP_TAG_CONJUNCTION;
  if (strcmp (mark, "$") == 0 || strcmp (mark, "€") == 0 || strcmp (mark, "£") == 0)
    return LEADUP_TAG_DETERMINER;
  if (strcmp (mark, "%") == 0)
    return LEADUP_TAG_NOUN;

  return LEADUP_TAG_BREAK;
}

/* “the dockers’ union”: no quotation ends here. */
static gboolean
is_plural_possessive (const Tagger *self,
                      guint32       at)
{
  const LeadupToken *token = &self->tokens[at];

  return (token->kind == LEADUP_TOKEN_QUOTE_CLOSE || token->kind == LEADUP_TOKEN_PUNCTUATION) &&
         at > self->first && !token->is_quoted &&
         is_word (self, at, "'") && token[-1].span.end == token->span.start &&
         g_str_has_suffix (token[-1].folded, "s") && is_noun_like (self, at + 1);
}

/* “9 January - the king left”: a hyphen with space around it joins nothing. */
static gboolean
is_dash (const Tagger *self,
         guint32       at)
{
  return is_word (self, at, "-") && at > self->first && at + 1 < self->end &&
         self->tokens[at - 1].span.end < self->tokens[at].span.start &&
         self->tokens[at].span.end < self->tokens[at + 1].span.start;
}

static LeadupTag
tag_token (Tagger *self,
           guint32 at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact = fact_of (self, at);
  guint32 closed = fact->classes & LEADUP_WORD_FUNCTION;

  if (token->kind == LEADUP_TOKEN_NUMBER)
    return LEADUP_TAG_NUMBER;
  if (is_plural_possessive (self, at))
    return LEADUP_TAG_POSSESSIVE;
  if (is_dash (self, at))
    return LEADUP_TAG_COMMA;
  if (token->kind != LEADUP_TOKEN_WORD)
    return tag_punctuation (token);
  if (is_word (self, at, "'s") || is_word (self, at, "'"))
    return is_possessive (self, at) ? LEADUP_TAG_POSSESSIVE : LEADUP_TAG_AUXILIARY;

  /* “the following statement”. */
  if ((closed & LEADUP_WORD_PREPOSITION) && fact->forms != 0 && at > self->first &&
      self->grammar[at - 1].tag == LEADUP_TAG_DETERMINER && is_noun_like (self, at + 1))
    return LEADUP_TAG_ADJECTIVE;
  /* “Doctors Without Borders”. */
  if (token->is_capitalised && (closed & LEADUP_WORD_PREPOSITION) && !self->is_headline &&
      at > self->first && at + 1 < self->end && self->grammar[at - 1].tag == LEADUP_TAG_NAME &&
      token[1].is_capitalised)
    return LEADUP_TAG_NAME;
  /* “May” and “Will” as names; “US”. */
  if (token->is_capitalised && !token->starts_sentence && closed != 0 &&
      (token->is_all_capitals || (closed & LEADUP_WORD_MODAL)) && strlen (token->folded) > 1)
    return LEADUP_TAG_NAME;
  if (leadup_lexicon_table_find_word (self->facts->quantities, token->word) != NULL &&
      !is_word (self, at, "m") && !is_word (self, at, "another"))
    return LEADUP_TAG_NUMBER;
  if (closed != 0 && (closed != LEADUP_WORD_ADVERB || fact->primary == 'r' || fact->primary == 0))
    return tag_function_word (self, at, closed);

  return tag_open_word (self, at);
}

/* “more than 40”, “at least two”: the words before a number belong to it. */
static guint32
take_qualifier (Tagger *self,
                guint32 at)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->facts->qualifiers, &self->tokens[at], self->end - at);
  guint32 next;

  if (row == NULL)
    return at;
  next = at + row->n_words;
  if (next >= self->end ||
      (self->tokens[next].kind != LEADUP_TOKEN_NUMBER &&
       leadup_lexicon_table_find_word (self->facts->quantities, self->tokens[next].word) == NULL))
    return at;

  while (at < next)
    self->grammar[at++].tag = LEADUP_TAG_DETERMINER;

  return next;
}

/* Whether most words have a capital, so that it makes no name. A line that ends in a full stop is
 * a sentence, full of names. */
static gboolean
reads_as_headline (const Tagger *self)
{
  guint32 capitals = 0, words = 0;

  for (guint32 i = self->first; i < self->end; i++)
    if (self->tokens[i].kind == LEADUP_TOKEN_WORD && strlen (self->tokens[i].folded) > 3)
      {
        words++;
        capitals += self->tokens[i].is_capitalised;
      }

  return words > 2 && capitals * 5 > words * 4 && !is_word (self, self->end - 1, ".");
}

static void
tag_sentence (Tagger *self)
{
  self->has_finite = FALSE;
  self->is_headline = reads_as_headline (self);

  for (guint32 i = self->first; i < self->end; i++)
    {
      LeadupTag tag;

      i = take_qualifier (self, i);
      tag = tag_token (self, i);

      self->grammar[i].tag = (guint8) tag;
      if (tag == LEADUP_TAG_AUXILIARY)
        {
          self->grammar[i].lemma = fact_of (self, i)->lemma;
          self->grammar[i].forms = fact_of (self, i)->forms;
        }

      if (tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_MODAL ||
          (tag == LEADUP_TAG_VERB && !(self->grammar[i].forms & LEADUP_FORM_ING)))
        self->has_finite = TRUE;
      else if (tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_RELATIVE ||
               tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_QUOTE)
        self->has_finite = FALSE;
    }
}

/* “have” and “do” with a noun after them are verbs, not helpers. */
static void
promote_helpers (Tagger *self)
{
  for (guint32 i = self->first; i < self->end; i++)
    {
      guint32 next = i + 1;

      if (self->grammar[i].tag != LEADUP_TAG_AUXILIARY)
        continue;

      while (next < self->end && (self->grammar[next].tag == LEADUP_TAG_ADVERB ||
                                  self->grammar[next].tag == LEADUP_TAG_NEGATION ||
                                  self->grammar[next].tag == LEADUP_TAG_QUOTE))
        next++;
      if (next < self->end && (self->grammar[next].tag == LEADUP_TAG_VERB ||
                               self->grammar[next].tag == LEADUP_TAG_AUXILIARY))
        continue;
      self->grammar[i].tag = LEADUP_TAG_VERB;
    }
}

/**
 * leadup_grammar_find:
 * @article: an article with tokens and sentences
 *
 * Tags each token with what it does in its sentence, by closed classes, forms of verbs and what
 * stands around: good enough to find noun phrases, groups of verbs and the borders of clauses.
 */
void
leadup_grammar_find (LeadupArticle *article)
{
  Tagger self = { 0 };

  g_return_if_fail (article != NULL);

  self.facts = leadup_word_facts_get (article->lexicon);
  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  g_array_set_size (article->grammar, 0);
  g_array_set_size (article->grammar, article->tokens->len);
  self.grammar = (LeadupGrammar *) (gpointer) article->grammar->data;
  if (article->tokens->len > 0)
    memset (self.grammar, 0, sizeof (LeadupGrammar) * article->tokens->len);

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);

      self.first = sentence->first_token;
      self.end = sentence->end_token;
      tag_sentence (&self);
      promote_helpers (&self);
    }
}
