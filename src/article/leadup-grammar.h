/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-word-facts.h"

G_BEGIN_DECLS

typedef enum
{
  LEADUP_TAG_OTHER,
  LEADUP_TAG_NOUN,
  LEADUP_TAG_NAME,
  LEADUP_TAG_PRONOUN,
  LEADUP_TAG_NUMBER,
  LEADUP_TAG_ADJECTIVE,
  LEADUP_TAG_ADVERB,
  LEADUP_TAG_DETERMINER,
  LEADUP_TAG_POSSESSIVE,
  LEADUP_TAG_PREPOSITION,
  LEADUP_TAG_TO,
  LEADUP_TAG_VERB,
  LEADUP_TAG_AUXILIARY,
  LEADUP_TAG_MODAL,
  LEADUP_TAG_NEGATION,
  LEADUP_TAG_CONJUNCTION,
  LEADUP_TAG_SUBORDINATOR,
  LEADUP_TAG_RELATIVE,
  LEADUP_TAG_HYPHEN,
  LEADUP_TAG_COMMA,
  LEADUP_TAG_BREAK,
  LEADUP_TAG_QUOTE,
} LeadupTag;

/* Whether it is a verb or what stands before one: “has”, “will”. */
static inline gboolean
leadup_tag_is_verbal (LeadupTag tag)
{
  return tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_MODAL;
}

/**
 * LeadupGrammar:
 * @tag: a #LeadupTag
 * @forms: of a verb, the #LeadupForms that it can be
 * @lemma: of a verb, the number of its lemma
 *
 * What a token does in its sentence; LeadupArticle.grammar has one for each token.
 */
typedef struct
{
  guint8 tag;
  guint8 forms;
  guint32 lemma;
} LeadupGrammar;

void leadup_grammar_find (LeadupArticle *article);

G_END_DECLS
