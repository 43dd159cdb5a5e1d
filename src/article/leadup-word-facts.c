/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-word-facts.h"

#include <string.h>

static const struct
{
  const char *name;
  LeadupWordClasses class;
} closed_classes[] = {
  { "determiner", LEADUP_WORD_DETERMINER },   { "preposition", LEADUP_WORD_PREPOSITION },
  { "conjunction", LEADUP_WORD_CONJUNCTION }, { "subordinator", LEADUP_WORD_SUBORDINATOR },
  { "conditional", LEADUP_WORD_CONDITIONAL }, { "relative", LEADUP_WORD_RELATIVE },
  { "auxiliary", LEADUP_WORD_AUXILIARY },     { "modal", LEADUP_WORD_MODAL },
  { "negation", LEADUP_WORD_NEGATION },       { "pronoun", LEADUP_WORD_PRONOUN },
  { "adverb", LEADUP_WORD_ADVERB },
};

static guint32
closed_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (closed_classes); i++)
    if (g_str_equal (closed_classes[i].name, name))
      return closed_classes[i].class;

  return 0;
}

static void
read_function_words (LeadupWordFacts *self)
{
  guint n_rows = leadup_lexicon_table_get_n_rows (self->function_words);

  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_get_row (self->function_words, i);

      if (row->n_words == 1)
        self->words[row->words[0]].classes |= closed_class (row->columns[1]);
    }
}

static void
read_common_words (LeadupWordFacts     *self,
                   const LeadupLexicon *lexicon)
{
  const LeadupLexiconTable *table = leadup_lexicon_get_table (lexicon, "common-words");
  guint n_rows = leadup_lexicon_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_get_row (table, i);
      LeadupWordFact *word = &self->words[row->words[0]];

      if (row->n_words != 1)
        continue;

      word->primary = row->columns[1][0];
      word->classes |= LEADUP_WORD_COMMON;
      for (const char *letter = row->columns[1]; *letter != '\0'; letter++)
        word->classes |= *letter == 'n'   ? LEADUP_WORD_NOUN
                         : *letter == 'v' ? LEADUP_WORD_VERB
                         : *letter == 'a' ? LEADUP_WORD_ADJECTIVE
                                          : LEADUP_WORD_ADVERB;
    }
}

static guint8
read_forms (const char *letters)
{
  static const char names[] = "bsdng";
  guint8 forms = 0;

  for (; *letters != '\0'; letters++)
    {
      const char *at = strchr (names, *letters);

      if (at != NULL)
        forms |= (guint8) (1 << (at - names));
    }

  return forms;
}

static void
read_verb_forms (LeadupWordFacts     *self,
                 const LeadupLexicon *lexicon)
{
  const LeadupLexiconTable *table = leadup_lexicon_get_table (lexicon, "verb-forms");
  guint n_rows = leadup_lexicon_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_get_row (table, i);
      LeadupWordFact *word = &self->words[row->words[0]];
      guint32 lemma = leadup_lexicon_find_word (lexicon, row->columns[1], strlen (row->columns[1]));

      if (lemma != 0 && self->words[lemma].past == 0 && strchr (row->columns[2], 'd') != NULL)
        self->words[lemma].past = row->words[0];
      /* The first row of a form is the verb that the lexicons of events know. */
      if (row->n_words != 1 || word->lemma != 0 || lemma == 0)
        continue;

      word->lemma = lemma;
      word->forms = read_forms (row->columns[2]);
    }
}

static void
mark_nouns (LeadupWordFacts          *self,
            const LeadupLexiconTable *table,
            guint32                   classes)
{
  guint n_rows = leadup_lexicon_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_get_row (table, i);

      self->words[row->words[row->n_words - 1]].classes |= classes;
    }
}

static LeadupWordFacts *
read_facts (const LeadupLexicon *lexicon)
{
  LeadupWordFacts *self = g_new0 (LeadupWordFacts, 1);

  self->n_words = leadup_lexicon_get_n_words (lexicon);
  self->words = g_new0 (LeadupWordFact, self->n_words + 1);
  self->verbs = leadup_lexicon_get_table (lexicon, "verbs");
  self->event_nouns = leadup_lexicon_get_table (lexicon, "event-nouns");
  self->light_verbs = leadup_lexicon_get_table (lexicon, "light-verbs");
  self->modal_verbs = leadup_lexicon_get_table (lexicon, "modal-verbs");
  self->cues = leadup_lexicon_get_table (lexicon, "cues");
  self->cue_prepositions = leadup_lexicon_get_table (lexicon, "cue-prepositions");
  self->hedges = leadup_lexicon_get_table (lexicon, "hedges");
  self->function_words = leadup_lexicon_get_table (lexicon, "function-words");
  self->qualifiers = leadup_lexicon_get_table (lexicon, "qualifiers");
  self->quantities = leadup_lexicon_get_table (lexicon, "quantities");
  self->tolls = leadup_lexicon_get_table (lexicon, "tolls");
  self->titles = leadup_lexicon_get_table (lexicon, "titles");

  read_function_words (self);
  read_common_words (self, lexicon);
  read_verb_forms (self, lexicon);
  mark_nouns (self, self->event_nouns, LEADUP_WORD_NOUN);
  mark_nouns (self, leadup_lexicon_get_table (lexicon, "people-nouns"),
              LEADUP_WORD_NOUN | LEADUP_WORD_PEOPLE);
  mark_nouns (self, leadup_lexicon_get_table (lexicon, "calendar-names"), LEADUP_WORD_CALENDAR);

  return self;
}

/**
 * leadup_word_facts_get:
 * @lexicon: a lexicon
 *
 * Any thread; the facts of a lexicon are made once.
 *
 * Returns: (transfer none): the facts, which live as long as the lexicon
 */
const LeadupWordFacts *
leadup_word_facts_get (const LeadupLexicon *lexicon)
{
  static GMutex mutex;
  static GHashTable *all;
  LeadupWordFacts *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  g_mutex_lock (&mutex);

  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);

  self = g_hash_table_lookup (all, lexicon);
  if (self == NULL)
    {
      self = read_facts (lexicon);
      g_hash_table_insert (all, (gpointer) lexicon, self);
    }

  g_mutex_unlock (&mutex);

  return self;
}
