/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-grammar.h"

G_BEGIN_DECLS

#define LEADUP_NONE (-1)

/**
 * LeadupPhrase:
 * @preposition: index of the token before it that governs it, LEADUP_NONE = none
 * @head: index of its last noun, name, number or pronoun
 * @joined: index of the phrase that it is joined to by “and” or a comma, LEADUP_NONE = none
 * @parent: index of the phrase that an “of” hangs it on, LEADUP_NONE = none
 *
 * A noun phrase without what hangs on it: tokens [first, end).
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 head;
  gint32 preposition;
  gint32 joined;
  gint32 parent;
  guint is_pronoun : 1;
} LeadupPhrase;

typedef enum
{
  LEADUP_RELATION_MAIN,
  LEADUP_RELATION_CONTENT,    /* what a verb of saying or thinking says */
  LEADUP_RELATION_INFINITIVE, /* “to lift” */
  LEADUP_RELATION_GERUND,     /* “of killing” */
  LEADUP_RELATION_PARTICIPLE, /* “, killing” */
  LEADUP_RELATION_RELATIVE,   /* “who fled” */
  LEADUP_RELATION_ADVERBIAL,  /* “after it fled” */
} LeadupRelation;

/**
 * LeadupPredicate:
 * @first: first token of the group (“has not been”)
 * @end: token after the group
 * @verb: token of the verb itself
 * @subject: index of a phrase, LEADUP_NONE = none
 * @object: index of the first phrase after it without a preposition, LEADUP_NONE = none
 * @phrases: index of the first phrase after it
 * @phrases_end: index after the last phrase that belongs to its clause
 * @governor: index of the predicate that it depends on, LEADUP_NONE = none
 * @subordinator: token that opens its clause, LEADUP_NONE = none
 * @clause: tokens of its clause
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 verb;
  guint32 clause_first;
  guint32 clause_end;
  gint32 subject;
  gint32 object;
  gint32 phrases;
  gint32 phrases_end;
  gint32 governor;
  gint32 subordinator;
  LeadupRelation relation;
  guint is_passive : 1;
  guint is_negated : 1;
  guint is_finite : 1;
  guint is_perfect : 1;
  guint is_joined : 1;
  guint is_conditional : 1;
  guint is_reduced : 1;
} LeadupPredicate;

/**
 * LeadupParse:
 *
 * Where the article keeps what was read of tokens [first, end).
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint phrases;
  guint n_phrases;
  guint predicates;
  guint n_predicates;
} LeadupParse;

/**
 * LeadupClauses:
 *
 * The shallow parse of one sentence at a time; keeps its arrays from sentence to sentence. One
 * thread.
 *
 * @first_statement: of the article: those before it end before the sentence; 0 where nobody says
 */
typedef struct
{
  const LeadupArticle *article;
  const LeadupWordFacts *facts;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  guint32 first;
  guint32 end;
  guint first_statement;
  GArray *phrases;    /* (element-type LeadupPhrase) */
  GArray *predicates; /* (element-type LeadupPredicate) */
} LeadupClauses;

void leadup_clauses_init (LeadupClauses *self, const LeadupArticle *article);
void leadup_clauses_clear (LeadupClauses *self);
void leadup_clauses_read (LeadupClauses *self, guint32 first, guint32 end);
void leadup_clauses_keep (const LeadupClauses *self, LeadupArticle *article);
void leadup_clauses_forget (LeadupArticle *article);
void leadup_clauses_recall (LeadupClauses *self, const LeadupParse *parse);

gint32 leadup_clauses_phrase_at (const LeadupClauses *self, guint32 token);
gint32 leadup_clauses_next_by (const LeadupClauses *self, gint32 phrase, const char *const *words);
gboolean leadup_clauses_is_dated (const LeadupClauses *self, guint32 token);
guint32 leadup_clauses_word_before (const LeadupClauses *self, guint32 at);
gboolean leadup_clauses_is_ultimatum (const LeadupClauses *self, const LeadupPredicate *predicate);
gboolean leadup_clauses_takes_content (const LeadupClauses *self, const LeadupPredicate *predicate);
const LeadupLexiconRow *leadup_clauses_match_verb (const LeadupClauses *self,
                                                   const LeadupLexiconTable *table,
                                                   const LeadupPredicate *predicate);

/* What every rule asks many times a sentence. */
static inline LeadupPhrase *
leadup_clauses_get_phrase (const LeadupClauses *self,
                           gint32               index)
{
  g_assert ((guint) index < self->phrases->len);

  return &g_array_index (self->phrases, LeadupPhrase, index);
}

static inline LeadupPredicate *
leadup_clauses_get_predicate (const LeadupClauses *self,
                              gint32               index)
{
  g_assert ((guint) index < self->predicates->len);

  return &g_array_index (self->predicates, LeadupPredicate, index);
}

static inline gboolean
leadup_clauses_is (const LeadupClauses *self,
                   guint32              token,
                   const char          *word)
{
  return token < self->end && leadup_token_is (&self->tokens[token], word);
}

/* “shelling the port”, with nothing before the verb that makes it finite. */
static inline gboolean
leadup_clauses_is_bare_ing (const LeadupClauses   *self,
                            const LeadupPredicate *predicate)
{
  return !predicate->is_finite && predicate->first == predicate->verb &&
         (self->grammar[predicate->verb].forms & LEADUP_FORM_ING) != 0;
}

/* @words: %NULL-terminated */
static inline gboolean
leadup_clauses_is_any (const LeadupClauses *self,
                       guint32              token,
                       const char * const  *words)
{
  return token < self->end && leadup_token_is_any (&self->tokens[token], words);
}

static inline const LeadupWordFact *
leadup_clauses_get_fact (const LeadupClauses *self,
                         guint32              token)
{
  guint32 word = self->tokens[token].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

G_END_DECLS
