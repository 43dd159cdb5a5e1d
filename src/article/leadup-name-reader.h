/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-grammar.h"
#include "article/leadup-name-tables.h"

G_BEGIN_DECLS

/**
 * LeadupNameReader:
 * @first: first token of the sentence
 * @end: token after the last of the sentence
 * @is_headline: whether most words of the sentence have a capital, so that it says nothing
 *
 * What those who look for names ask of the words of a sentence. A plain struct on the stack of its
 * user.
 */
typedef struct
{
  LeadupArticle         *article;
  const LeadupWordFacts *facts;
  LeadupNameTables       tables;
  const LeadupToken     *tokens;
  const LeadupGrammar   *grammar;
  guint32                first;
  guint32                end;
  gboolean               is_headline;
} LeadupNameReader;

void                  leadup_name_reader_init          (LeadupNameReader         *self,
                                                        LeadupArticle            *article);
void                  leadup_name_reader_set_sentence  (LeadupNameReader         *self,
                                                        const LeadupSentence     *sentence);

const LeadupWordFact *leadup_name_reader_get_fact      (const LeadupNameReader   *self,
                                                        guint32                   at);
gboolean              leadup_name_reader_is            (const LeadupNameReader   *self,
                                                        guint32                   at,
                                                        const char               *word);
gboolean              leadup_name_reader_has_row       (const LeadupNameReader   *self,
                                                        const LeadupLexiconTable *table,
                                                        guint32                   at);
gboolean              leadup_name_reader_is_name       (const LeadupNameReader   *self,
                                                        guint32                   at);
gboolean              leadup_name_reader_is_plain      (const LeadupNameReader   *self,
                                                        guint32                   at);
gboolean              leadup_name_reader_is_ordinal    (const LeadupNameReader   *self,
                                                        guint32                   at);
gboolean              leadup_name_reader_is_given_name (const LeadupNameReader   *self,
                                                        guint32                   at);
gboolean              leadup_name_reader_opens         (const LeadupNameReader   *self,
                                                        guint32                   at);
guint32               leadup_name_reader_find_thing    (const LeadupNameReader   *self,
                                                        guint32                   first,
                                                        guint32                   end);

G_END_DECLS
