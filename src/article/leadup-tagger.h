/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-grammar.h"

G_BEGIN_DECLS

/**
 * LeadupTagger:
 * @first: first token of the sentence
 * @end: token after it
 * @has_finite: whether the clause has its finite verb so far
 * @is_headline: whether capitals say nothing
 *
 * A sentence whose tokens are being tagged from left to right: what is known of the words around
 * the next one.
 */
typedef struct
{
  const LeadupWordFacts *facts;
  const LeadupToken *tokens;
  LeadupGrammar *grammar;
  guint32 first;
  guint32 end;
  gboolean has_finite;
  gboolean is_headline;
} LeadupTagger;

static inline const LeadupWordFact *
leadup_tagger_get_fact (const LeadupTagger *self,
                        guint32             at)
{
  guint32 word = self->tokens[at].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

static inline gboolean
leadup_tagger_is (const LeadupTagger *self,
                  guint32             at,
                  const char         *word)
{
  return at < self->end && leadup_token_is (&self->tokens[at], word);
}

LeadupTag leadup_tagger_tag_before (const LeadupTagger *self, guint32 at);
gboolean leadup_tagger_is_nominal (LeadupTag tag);
gboolean leadup_tagger_opens_phrase (const LeadupTagger *self, guint32 at);
gboolean leadup_tagger_is_noun_like (const LeadupTagger *self, guint32 at);
gboolean leadup_tagger_is_possessive (const LeadupTagger *self, guint32 at);

G_END_DECLS
