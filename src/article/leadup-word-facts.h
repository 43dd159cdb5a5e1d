/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-lexicon.h"

G_BEGIN_DECLS

/* Columns of the tables “verbs”, “event_nouns” and “cues” that are asked for by more than one file.
 */
#define LEADUP_VERB_CATEGORY 1
#define LEADUP_VERB_PLOVER 2
#define LEADUP_VERB_TARGETS 4
#define LEADUP_VERB_COUNTS 5
#define LEADUP_NOUN_CATEGORY 2
#define LEADUP_NOUN_PLOVER 3
#define LEADUP_NOUN_TARGETS 5
#define LEADUP_NOUN_USE 6
#define LEADUP_CUE_PLAIN 2
#define LEADUP_CUE_BRINGS 3

/* Closed classes that a word can belong to; the names are those of the table “function-words”. */
typedef enum
{
  LEADUP_WORD_DETERMINER = 1 << 0,
  LEADUP_WORD_PREPOSITION = 1 << 1,
  LEADUP_WORD_CONJUNCTION = 1 << 2,
  LEADUP_WORD_SUBORDINATOR = 1 << 3,
  LEADUP_WORD_CONDITIONAL = 1 << 4,
  LEADUP_WORD_RELATIVE = 1 << 5,
  LEADUP_WORD_AUXILIARY = 1 << 6,
  LEADUP_WORD_MODAL = 1 << 7,
  LEADUP_WORD_NEGATION = 1 << 8,
  LEADUP_WORD_PRONOUN = 1 << 9,
  LEADUP_WORD_ADVERB = 1 << 10,
  /* Open classes, from the common words. */
  LEADUP_WORD_NOUN = 1 << 11,
  LEADUP_WORD_VERB = 1 << 12,
  LEADUP_WORD_ADJECTIVE = 1 << 13,
  LEADUP_WORD_COMMON = 1 << 14,
  /* A noun of the tables of event nouns or of people. */
  LEADUP_WORD_PEOPLE = 1 << 15,
  /* “Friday”, “Sept”. */
  LEADUP_WORD_CALENDAR = 1 << 16,
  /* A noun that can mean somebody: people and groups of the tables and of WordNet. */
  LEADUP_WORD_PARTY = 1 << 17,
} LeadupWordClasses;

#define LEADUP_WORD_FUNCTION ((1 << 11) - 1)

typedef enum
{
  LEADUP_FORM_BASE = 1 << 0,
  LEADUP_FORM_THIRD = 1 << 1,
  LEADUP_FORM_PAST = 1 << 2,
  LEADUP_FORM_PARTICIPLE = 1 << 3,
  LEADUP_FORM_ING = 1 << 4,
  /* In languages whose verbs say it without a helper. */
  LEADUP_FORM_FUTURE = 1 << 5,
  LEADUP_FORM_CONDITIONAL = 1 << 6,
} LeadupForms;

/**
 * LeadupWordFact:
 * @classes: #LeadupWordClasses
 * @forms: #LeadupForms that it can be of @lemma
 * @primary: the letter of its most frequent open class: n, v, a, r, or 0
 * @past: of a lemma, number of its past form, 0 = not known
 * @lemma: number of the word of which it is a form, 0 = not a verb
 */
typedef struct
{
  guint32 classes;
  guint32 lemma;
  guint32 past;
  guint8 forms;
  char primary;
} LeadupWordFact;

/**
 * LeadupWordFacts:
 *
 * What the tables of a lexicon say of single words, by number of the word, so that grammar costs an
 * array access a token. One for a lexicon, made at its first use, read-only.
 */
typedef struct
{
  guint32 n_words;
  const LeadupWordFact *words; /* 0 … n_words */
  const LeadupLexiconTable *verbs;
  const LeadupLexiconTable *event_nouns;
  const LeadupLexiconTable *light_verbs;
  const LeadupLexiconTable *modal_verbs;
  const LeadupLexiconTable *verb_objects;
  const LeadupLexiconTable *affiliations;
  const LeadupLexiconTable *idle_nouns;
  const LeadupLexiconTable *date_words;
  const LeadupLexiconTable *cues;
  const LeadupLexiconTable *cue_prepositions;
  const LeadupLexiconTable *hedges;
  const LeadupLexiconTable *function_words;
  const LeadupLexiconTable *qualifiers;
  const LeadupLexiconTable *quantities;
  const LeadupLexiconTable *tolls;
  const LeadupLexiconTable *titles;
  const LeadupLexiconTable *tense;
  const LeadupLexiconTable *tense_endings;
  const LeadupLexiconTable *dateline;
  const LeadupLexiconTable *author_words;
} LeadupWordFacts;

const LeadupWordFacts *leadup_word_facts_get (const LeadupLexicon *lexicon);
guint8 leadup_word_facts_guess_forms (const char *folded);

G_END_DECLS
