/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-word-facts.h"

#include <string.h>

static LeadupWordFacts *
read_facts (const LeadupLexicon *lexicon)
{
  LeadupWordFacts *self = g_new0 (LeadupWordFacts, 1);

  self->n_words = leadup_lexicon_get_n_words (lexicon);
  self->words = leadup_lexicon_get_facts (lexicon);
  self->verbs = leadup_lexicon_get_table (lexicon, "verbs");
  self->event_nouns = leadup_lexicon_get_table (lexicon, "event-nouns");
  self->light_verbs = leadup_lexicon_get_table (lexicon, "light-verbs");
  self->modal_verbs = leadup_lexicon_get_table (lexicon, "modal-verbs");
  self->verb_objects = leadup_lexicon_get_table (lexicon, "verb-objects");
  self->affiliations = leadup_lexicon_get_table (lexicon, "affiliations");
  self->idle_nouns = leadup_lexicon_get_table (lexicon, "idle-nouns");
  self->date_words = leadup_lexicon_get_table (lexicon, "date-words");
  self->cues = leadup_lexicon_get_table (lexicon, "cues");
  self->cue_prepositions = leadup_lexicon_get_table (lexicon, "cue-prepositions");
  self->hedges = leadup_lexicon_get_table (lexicon, "hedges");
  self->function_words = leadup_lexicon_get_table (lexicon, "function-words");
  self->qualifiers = leadup_lexicon_get_table (lexicon, "qualifiers");
  self->quantities = leadup_lexicon_get_table (lexicon, "quantities");
  self->tolls = leadup_lexicon_get_table (lexicon, "tolls");
  self->titles = leadup_lexicon_get_table (lexicon, "titles");
  self->tense = leadup_lexicon_get_table (lexicon, "tense");
  self->tense_endings = leadup_lexicon_get_table (lexicon, "tense-endings");
  self->dateline = leadup_lexicon_get_table (lexicon, "dateline");
  self->author_words = leadup_lexicon_get_table (lexicon, "author-words");

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

/* The #LeadupForms that the ending of a word that no table has says. */
guint8
leadup_word_facts_guess_forms (const char *folded)
{
  gsize length = strlen (folded);

  if (length > 4 && g_str_has_suffix (folded, "ed"))
    return LEADUP_FORM_PAST | LEADUP_FORM_PARTICIPLE;
  if (length > 5 && g_str_has_suffix (folded, "ing"))
    return LEADUP_FORM_ING;

  return 0;
}
