/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-grammar.h"

#include "article/leadup-verb-tagger.h"

#include <string.h>

/* How long “, a band of rebels,” is at most. */
#define MAX_APPOSITION 9

static const LeadupWordFact *
fact_of (const LeadupTagger *self,
         guint32             at)
{
  return leadup_tagger_get_fact (self, at);
}

static gboolean
is_word (const LeadupTagger *self,
         guint32             at,
         const char         *word)
{
  return leadup_tagger_is (self, at, word);
}

static LeadupTag
tag_to (const LeadupTagger *self,
        guint32             at)
{
  const LeadupWordFact *next;

  /* “threatened to ‘answer in kind’”, “decided to partly lift it”. */
  if (at + 1 < self->end && (self->tokens[at + 1].kind == LEADUP_TOKEN_QUOTE_OPEN ||
                             fact_of (self, at + 1)->primary == 'r'))
    at++;
  next = at + 1 < self->end ? fact_of (self, at + 1) : NULL;
  gboolean is_base =
      next != NULL && (next->forms & LEADUP_FORM_BASE) != 0 &&
      !self->tokens[at + 1].is_capitalised &&
      !(next->primary == 'n' && leadup_tagger_opens_phrase (self, at + 1) &&
        !leadup_tagger_opens_phrase (self, at + 2) && (next->classes & LEADUP_WORD_VERB) == 0);

  return is_base || is_word (self, at + 1, "be") || is_word (self, at + 1, "not")
             ? LEADUP_TAG_TO
             : LEADUP_TAG_PREPOSITION;
}

/* “told her that attacks on them”, “warned the envoy that strikes”: what is told, by a noun of many
 * that looks like a verb, not whom it tells of. */
static gboolean
brings_told (const LeadupTagger *self,
             guint32             at)
{
  static const char *const telling[] = { "tell",   "told",     "warn",     "warned",   "inform",
                                         "informed", "assured", "reminded", "notified", "convinced", NULL };
  static const char *const objects[] = { "him", "her", "them", "us", "me", NULL };

  if (at > self->first && leadup_token_is_any (&self->tokens[at - 1], objects))
    return TRUE;
  if (at + 1 >= self->end || (fact_of (self, at + 1)->forms & LEADUP_FORM_PAST) != 0 ||
      (fact_of (self, at + 1)->forms & LEADUP_FORM_THIRD) == 0)
    return FALSE;

  for (guint32 i = at; i > self->first && i + 6 > at; i--)
    if (leadup_token_is_any (&self->tokens[i - 1], telling))
      return TRUE;

  return FALSE;
}

static LeadupTag
tag_that (const LeadupTagger *self,
          guint32             at)
{
  LeadupTag before = leadup_tagger_tag_before (self, at);

  /* “provided that”: the two are one word. */
  if (is_word (self, at - 1, "provided") && before == LEADUP_TAG_SUBORDINATOR)
    return LEADUP_TAG_ADVERB;
  if (leadup_tagger_is_nominal (before) && !brings_told (self, at) && at + 1 < self->end &&
      ((fact_of (self, at + 1)->forms & ~LEADUP_FORM_BASE) != 0 ||
       (fact_of (self, at + 1)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL))))
    return LEADUP_TAG_RELATIVE;

  /* “responsibility for that fire”, but “of that they know”. */
  if (before == LEADUP_TAG_PREPOSITION && leadup_tagger_is_noun_like (self, at + 1) &&
      (fact_of (self, at + 1)->classes & LEADUP_WORD_NOUN) != 0)
    return LEADUP_TAG_DETERMINER;

  return before == LEADUP_TAG_PREPOSITION ? LEADUP_TAG_PRONOUN : LEADUP_TAG_SUBORDINATOR;
}

/* “as the country prepares for its vote”, but “as raids spread”. */
static gboolean
is_finite_verb (const LeadupTagger *self,
                guint32             at)
{
  const LeadupWordFact *fact = fact_of (self, at);
  const LeadupWordFact *lemma = &self->facts->words[fact->lemma];

  if (self->tokens[at].is_capitalised)
    return FALSE;
  /* “broke”, “went”: no participle. */
  if ((fact->forms & LEADUP_FORM_PAST) != 0 && (fact->forms & LEADUP_FORM_PARTICIPLE) == 0)
    return TRUE;
  /* “until demand recovers, said Ada Roe”: who says it is not to be taken for who recovers. */
  if ((fact->forms & LEADUP_FORM_THIRD) == 0 || is_word (self, at + 1, ","))
    return FALSE;
  /* “until it pays”. */
  if (is_word (self, at - 1, "it") || is_word (self, at - 1, "he") || is_word (self, at - 1, "she"))
    return TRUE;

  if (fact->primary == 'n' || lemma->primary != 'v')
    return FALSE;

  /* “as Chad warns of an attack”. */
  return self->tokens[at - 1].is_capitalised ||
         ((lemma->classes & LEADUP_WORD_NOUN) == 0 &&
          (fact_of (self, at - 1)->classes & LEADUP_WORD_NOUN) != 0);
}

/* “after police opened fire”: people, a past form and what they did. */
static gboolean
opens_deed (const LeadupTagger *self,
            guint32             at)
{
  return at + 1 < self->end && (fact_of (self, at - 1)->classes & LEADUP_WORD_PEOPLE) != 0 &&
         leadup_lexicon_table_find_word (self->facts->light_verbs, fact_of (self, at)->lemma) !=
             NULL &&
         leadup_tagger_is_noun_like (self, at + 1);
}

/* “after the front, a band of rebels, took”: whether a verb follows what stands between commas. */
static gboolean
follows_apposition (const LeadupTagger *self,
                    guint32             comma)
{
  guint32 end = comma + 1;

  if (end >= self->end || (fact_of (self, end)->classes & LEADUP_WORD_DETERMINER) == 0)
    return FALSE;
  while (end < self->end && end < comma + MAX_APPOSITION && !is_word (self, end, ","))
    end++;

  return end + 2 < self->end && is_word (self, end, ",") &&
         !self->tokens[end + 1].is_capitalised &&
         (fact_of (self, end + 1)->forms & LEADUP_FORM_PAST) != 0 &&
         (fact_of (self, end + 1)->classes & LEADUP_WORD_NOUN) == 0 &&
         (self->tokens[end + 2].is_capitalised ||
          (fact_of (self, end + 2)->classes & LEADUP_WORD_DETERMINER) != 0);
}

/* Whether a clause follows “after”, “as” and the like, or only a phrase. */
static gboolean
opens_clause (const LeadupTagger *self,
              guint32             at)
{
  for (guint32 i = at + 1; i < self->end && i < at + 9; i++)
    {
      if (is_word (self, i, ","))
        return follows_apposition (self, i);
      if (self->tokens[i].kind == LEADUP_TOKEN_PUNCTUATION && !is_word (self, i, "-"))
        break;
      if ((fact_of (self, i)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) &&
          !leadup_tagger_is_possessive (self, i))
        return TRUE;
      if (fact_of (self, i)->classes & (LEADUP_WORD_SUBORDINATOR | LEADUP_WORD_RELATIVE))
        break;
      if (i > at + 1 && is_finite_verb (self, i))
        return TRUE;
      /* “as Chad and Mali agree”, “as rebels advance”, “as mediators race to”. */
      if (i > at + 1 && (fact_of (self, i)->forms & LEADUP_FORM_BASE) != 0 &&
          (fact_of (self, i)->primary == 'v' || is_word (self, i + 1, "to")) &&
          !self->tokens[i].is_capitalised &&
          ((self->tokens[i - 1].is_capitalised && is_word (self, i - 2, "and")) ||
           ((fact_of (self, i - 1)->classes & LEADUP_WORD_PEOPLE) != 0 &&
            g_str_has_suffix (self->tokens[i - 1].folded, "s"))))
        return TRUE;
      /* “after the army left Accra”, but “after a failed raid”. */
      if (i > at + 1 && (fact_of (self, i)->forms & LEADUP_FORM_PAST) &&
          !self->tokens[i].is_capitalised &&
          (fact_of (self, i)->primary != 'a' || opens_deed (self, i) ||
           (i + 1 < self->end &&
            (fact_of (self, i - 1)->primary == 'n' || self->tokens[i - 1].is_capitalised) &&
            ((fact_of (self, i + 1)->classes & LEADUP_WORD_DETERMINER) != 0 ||
             is_word (self, i + 1, "to")))))
        return TRUE;
    }

  return FALSE;
}

/* “hid in a well”. */
static gboolean
is_noun_of_adverb (const LeadupTagger *self,
                   guint32             at,
                   guint32             classes)
{
  return (classes & LEADUP_WORD_ADVERB) != 0 && at > self->first &&
         (is_word (self, at - 1, "a") || is_word (self, at - 1, "the")) &&
         (at + 1 >= self->end || self->tokens[at + 1].kind == LEADUP_TOKEN_PUNCTUATION);
}

/* “handed over nine soldiers”: the verb is not “handed”. */
static gboolean
is_particle (const LeadupTagger *self,
             guint32             at)
{
  LeadupToken words[2];
  const LeadupLexiconRow *row;

  if (at == self->first || fact_of (self, at - 1)->forms == 0)
    return FALSE;
  words[0] = self->tokens[at - 1];
  words[1] = self->tokens[at];
  if (fact_of (self, at - 1)->lemma != 0)
    words[0].word = fact_of (self, at - 1)->lemma;
  row = leadup_lexicon_table_match (self->facts->verbs, words, G_N_ELEMENTS (words));

  return row != NULL && row->n_words == G_N_ELEMENTS (words);
}

/* Of the closed classes of a word, the one that what follows asks for. */
static LeadupTag
tag_function_word (const LeadupTagger *self,
                   guint32             at,
                   guint32             classes)
{
  gboolean noun_next = leadup_tagger_is_noun_like (self, at + 1);

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
    return is_word (self, at, "no") || (is_word (self, at, "neither") && noun_next)
               ? LEADUP_TAG_DETERMINER
               : LEADUP_TAG_NEGATION;
  if (classes & LEADUP_WORD_MODAL)
    return LEADUP_TAG_MODAL;
  if (classes & LEADUP_WORD_AUXILIARY)
    return LEADUP_TAG_AUXILIARY;
  if (classes & LEADUP_WORD_CONJUNCTION)
    return LEADUP_TAG_CONJUNCTION;
  /* “Chad and Togo each accused the other”. */
  if (is_word (self, at, "each") && at + 2 < self->end &&
      leadup_tagger_is_nominal (leadup_tagger_tag_before (self, at)) &&
      (fact_of (self, at + 1)->forms & LEADUP_FORM_PAST) != 0 &&
      (fact_of (self, at + 2)->classes & LEADUP_WORD_DETERMINER) != 0)
    return LEADUP_TAG_ADVERB;
  if (is_noun_of_adverb (self, at, classes))
    return LEADUP_TAG_NOUN;
  if ((classes & LEADUP_WORD_PREPOSITION) && (classes & LEADUP_WORD_DETERMINER) &&
      is_particle (self, at))
    return LEADUP_TAG_PREPOSITION;
  if ((classes & LEADUP_WORD_DETERMINER) &&
      (noun_next || is_word (self, at + 1, "$") || is_word (self, at + 1, "€") ||
       is_word (self, at + 1, "£") ||
       (at + 1 < self->end && self->tokens[at + 1].kind == LEADUP_TOKEN_NUMBER)))
    return LEADUP_TAG_DETERMINER;
  if (classes & LEADUP_WORD_RELATIVE)
    return LEADUP_TAG_RELATIVE;
  /* “has once again shelled it”, “must leave at once”, “Roe, once an aide, left” open nothing. */
  if ((classes & LEADUP_WORD_ADVERB) && is_word (self, at, "once") &&
      (is_word (self, at + 1, "again") || is_word (self, at + 1, "more") ||
       is_word (self, at - 1, "at") || !opens_clause (self, at)))
    return LEADUP_TAG_ADVERB;
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

/* “humanitarian and development aid”: an adjective that can be a noun belongs to the noun of the
 * one that it is joined to. */
static gboolean
is_joined_adjective (const LeadupTagger *self,
                     guint32             at)
{
  LeadupTag before = leadup_tagger_tag_before (self, at);

  /* “for local, legitimate forces”. */
  if (fact_of (self, at)->primary == 'a' && !self->tokens[at].is_capitalised &&
      is_word (self, at + 1, ",") && before == LEADUP_TAG_PREPOSITION && at + 3 < self->end &&
      fact_of (self, at + 2)->primary == 'a' && leadup_tagger_is_noun_like (self, at + 3))
    return TRUE;

  /* “to a free and open sea”, but “the rich and poor states”. */
  return fact_of (self, at)->primary == 'a' && !self->tokens[at].is_capitalised &&
         (before != LEADUP_TAG_DETERMINER || is_word (self, at - 1, "a") ||
          is_word (self, at - 1, "an")) && before != LEADUP_TAG_POSSESSIVE &&
         (is_word (self, at + 1, "and") || is_word (self, at + 1, "or")) &&
         leadup_tagger_is_noun_like (self, at + 2) && leadup_tagger_is_noun_like (self, at + 3) &&
         !self->tokens[at + 2].is_capitalised;
}

/* “The front, which groups several bodies”, “whose country currently chairs the bloc”: a word that
 * the tables know as a noun only, where the clause must have its verb. */
static gboolean
is_verb_of_relative (const LeadupTagger *self,
                     guint32             at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupGrammar *before = &self->grammar[at - 1];

  if (at < self->first + 3 || token->is_capitalised || !g_str_has_suffix (token->folded, "s") ||
      g_str_has_suffix (token->folded, "ss") || (fact_of (self, at)->forms & LEADUP_FORM_PAST) ||
      !leadup_tagger_opens_phrase (self, at + 1))
    return FALSE;
  if (before->tag == LEADUP_TAG_RELATIVE)
    return before[-1].tag == LEADUP_TAG_COMMA &&
           (is_word (self, at - 1, "which") || is_word (self, at - 1, "who"));

  return before->tag == LEADUP_TAG_ADVERB && g_str_has_suffix (token[-1].folded, "ly") &&
         is_word (self, at - 3, "whose");
}

static LeadupTag
tag_open_word (LeadupTagger *self,
               guint32       at)
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

  if (is_verb_of_relative (self, at))
    {
      grammar->forms = LEADUP_FORM_THIRD;
      grammar->lemma = fact->lemma;
      return LEADUP_TAG_VERB;
    }
  /* No noun looks like the future of a language whose verbs have one. */
  if (forms != 0 && ((forms & (LEADUP_FORM_FUTURE | LEADUP_FORM_CONDITIONAL)) ||
                     leadup_verb_tagger_is_verb (self, at, fact, forms)))
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
    return leadup_tagger_is_noun_like (self, at + 1) || is_word (self, at + 1, "-") ||
                   (fact->classes & LEADUP_WORD_NOUN) == 0 || is_joined_adjective (self, at)
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
is_plural_possessive (const LeadupTagger *self,
                      guint32             at)
{
  const LeadupToken *token = &self->tokens[at];

  return (token->kind == LEADUP_TOKEN_QUOTE_CLOSE || token->kind == LEADUP_TOKEN_PUNCTUATION) &&
         at > self->first && !token->is_quoted && is_word (self, at, "'") &&
         token[-1].span.end == token->span.start && g_str_has_suffix (token[-1].folded, "s") &&
         leadup_tagger_is_noun_like (self, at + 1);
}

/* “9 January - the king left”: a hyphen with space around it joins nothing. */
static gboolean
is_dash (const LeadupTagger *self,
         guint32             at)
{
  return is_word (self, at, "-") && at > self->first && at + 1 < self->end &&
         self->tokens[at - 1].span.end < self->tokens[at].span.start &&
         self->tokens[at].span.end < self->tokens[at + 1].span.start;
}

/* “has today summoned him”, “have first been freed”, “Chad first opened its borders in May”. */
static gboolean
is_time_in_group (const LeadupTagger *self,
                  guint32             at)
{
  static const char *const times[] = { "today", "yesterday", "tonight", "now", NULL };
  const LeadupWordFact *next;
  LeadupTag before;

  if (at == self->first || at + 1 >= self->end)
    return FALSE;
  before = (LeadupTag) self->grammar[at - 1].tag;
  next = fact_of (self, at + 1);
  if (is_word (self, at, "first"))
    return (before == LEADUP_TAG_AUXILIARY && (next->classes & LEADUP_WORD_AUXILIARY) != 0) ||
           (before == LEADUP_TAG_NAME && (next->forms & LEADUP_FORM_PAST) != 0);
  if (before != LEADUP_TAG_AUXILIARY ||
      (next->forms & (LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) == 0)
    return FALSE;

  return leadup_token_is_any (&self->tokens[at], times);
}

/* “was himself ousted”, “were themselves briefly held”: nobody else than the subject. */
static gboolean
is_emphasis (const LeadupTagger *self,
             guint32             at)
{
  static const char *const words[] = { "himself", "herself", "itself", "themselves", NULL };
  guint32 next = at + 1;

  if (at == self->first || !leadup_token_is_any (&self->tokens[at], words) ||
      (fact_of (self, at - 1)->classes & LEADUP_WORD_AUXILIARY) == 0)
    return FALSE;
  if (next < self->end && g_str_has_suffix (self->tokens[next].folded, "ly"))
    next++;

  return next < self->end && (fact_of (self, next)->forms & LEADUP_FORM_PARTICIPLE) != 0;
}

/* “a convoy south of Velm”: where it is, and no south. */
static gboolean
is_direction (const LeadupTagger *self,
              guint32             at)
{
  static const char *const directions[] = {
    "north",     "south",     "east",      "west", "northeast",  "northwest",
    "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", NULL,
  };

  return at > self->first && self->grammar[at - 1].tag == LEADUP_TAG_NOUN &&
         is_word (self, at + 1, "of") && leadup_token_is_any (&self->tokens[at], directions);
}

/* “has so far refused”: when, and no clause begins at “so”. */
static gboolean
is_so_far (const LeadupTagger *self,
           guint32             at)
{
  static const char *const words[] = { "so", "thus", NULL };

  return (leadup_token_is_any (&self->tokens[at], words) && is_word (self, at + 1, "far")) ||
         (at > self->first && is_word (self, at, "far") &&
          leadup_token_is_any (&self->tokens[at - 1], words));
}

static LeadupTag
tag_token (LeadupTagger *self,
           guint32       at)
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
    return leadup_tagger_is_possessive (self, at) ? LEADUP_TAG_POSSESSIVE : LEADUP_TAG_AUXILIARY;

  /* “two further cables”. */
  if (is_word (self, at, "further") && at > self->first &&
      (self->grammar[at - 1].tag == LEADUP_TAG_NUMBER ||
       self->grammar[at - 1].tag == LEADUP_TAG_DETERMINER))
    return LEADUP_TAG_ADJECTIVE;
  /* “near-daily raids”, “on-site talks”. */
  if ((closed & LEADUP_WORD_PREPOSITION) && at + 2 < self->end && is_word (self, at + 1, "-") &&
      token->span.end == token[1].span.start && token[1].span.end == token[2].span.start &&
      token[2].kind == LEADUP_TOKEN_WORD)
    return LEADUP_TAG_ADJECTIVE;
  if (is_word (self, at, "provided") && is_word (self, at + 1, "that"))
    return LEADUP_TAG_SUBORDINATOR;
  if (is_time_in_group (self, at) || is_so_far (self, at) || is_direction (self, at) ||
      is_emphasis (self, at))
    return LEADUP_TAG_ADVERB;
  /* “the following statement”. */
  if ((closed & LEADUP_WORD_PREPOSITION) && fact->forms != 0 && at > self->first &&
      self->grammar[at - 1].tag == LEADUP_TAG_DETERMINER &&
      leadup_tagger_is_noun_like (self, at + 1))
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
take_qualifier (LeadupTagger *self,
                guint32       at)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->facts->qualifiers, &self->tokens[at], self->end - at);
  guint32 next;

  if (row == NULL || is_particle (self, at))
    return at;
  next = at + row->n_words;
  if (next >= self->end ||
      (self->tokens[next].kind != LEADUP_TOKEN_NUMBER &&
       leadup_lexicon_table_match (self->facts->quantities, &self->tokens[next],
                                   self->end - next) == NULL))
    return at;

  while (at < next)
    self->grammar[at++].tag = LEADUP_TAG_DETERMINER;

  return next;
}

/* The token after a number with its factors: “1.3 million”; @at if there is none. */
static guint32
skip_number (const LeadupTagger *self,
             guint32             at)
{
  while (at < self->end && (self->tokens[at].kind == LEADUP_TOKEN_NUMBER ||
                            leadup_lexicon_table_find_word (self->facts->quantities,
                                                            self->tokens[at].word) != NULL))
    at++;

  return at;
}

/* “between 60 and 75 villagers”: one number of them, not what stands between two others. Returns:
 * the second number. */
static guint32
take_range (LeadupTagger *self,
            guint32       at)
{
  guint32 joint, next;

  if (!is_word (self, at, "between"))
    return at;
  joint = skip_number (self, at + 1);
  if (joint == at + 1 || !is_word (self, joint, "and"))
    return at;
  next = skip_number (self, joint + 1);
  if (next == joint + 1 || next >= self->end || self->tokens[next].kind != LEADUP_TOKEN_WORD ||
      self->tokens[next].is_capitalised ||
      (fact_of (self, next)->classes & (LEADUP_WORD_FUNCTION | LEADUP_WORD_CALENDAR)) != 0)
    return at;

  self->grammar[at++].tag = LEADUP_TAG_DETERMINER;
  while (at <= joint)
    self->grammar[at++].tag = LEADUP_TAG_NUMBER;

  return at;
}

/* Whether most words have a capital, so that it makes no name. A line that ends in a full stop is
 * a sentence, full of names. */
static gboolean
reads_as_headline (const LeadupTagger *self)
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
tag_sentence (LeadupTagger *self)
{
  gboolean before_quote = FALSE;

  self->has_finite = FALSE;
  self->is_headline = reads_as_headline (self);

  for (guint32 i = self->first; i < self->end; i++)
    {
      LeadupTag tag;

      i = take_range (self, take_qualifier (self, i));
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
      /* “called it “reckless” and left”: what stands after a few quoted words goes on. */
      else if (self->tokens[i].kind == LEADUP_TOKEN_QUOTE_OPEN)
        {
          before_quote = self->has_finite;
          self->has_finite = FALSE;
        }
      else if (self->tokens[i].kind == LEADUP_TOKEN_QUOTE_CLOSE)
        self->has_finite = before_quote;
      else if (tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_RELATIVE ||
               tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_QUOTE)
        self->has_finite = FALSE;
    }
}

/* The token after a day between the words of a verb: “has today spoken”, “was on Monday sentenced”;
 * @at if there is none. */
static guint32
skip_day (const LeadupTagger *self,
          guint32             helper,
          guint32             at)
{
  gboolean is_governed = at + 1 < self->end && self->grammar[at].tag == LEADUP_TAG_PREPOSITION;
  guint32 day = at + is_governed;

  /* “The deadline is Monday, said …”. */
  if (day + 1 >= self->end ||
      (!is_governed && !is_word (self, helper, "has") && !is_word (self, helper, "have") &&
       !is_word (self, helper, "had")))
    return at;

  return (is_word (self, day, "today") || is_word (self, day, "yesterday") ||
          ((fact_of (self, day)->classes & LEADUP_WORD_CALENDAR) != 0 &&
           self->tokens[day].is_capitalised)) &&
                 self->grammar[day + 1].tag == LEADUP_TAG_VERB &&
                 (self->grammar[day + 1].forms & LEADUP_FORM_PARTICIPLE) != 0
             ? day + 1
             : at;
}

/* “have” and “do” with a noun after them are verbs, not helpers. */
static void
promote_helpers (LeadupTagger *self)
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
      next = skip_day (self, i, next);
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
  LeadupTagger self = { 0 };

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
