/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-date-grammar.h"

G_BEGIN_DECLS

/**
 * LeadupDatePiece:
 * @classes: bits of what it can be
 * @word: of its first token, for rules that name words
 * @row: (nullable): in date-words
 * @number: what digits and number words say (also of ordinals, years, decades)
 * @year: of a numeric date; @month, @day with it
 * @hour: of a clock time; @minute with it
 *
 * One or more tokens that are one thing in an expression of time: a number, a month, a phrase.
 */
typedef struct
{
  guint64                 classes;
  guint32                 word;
  guint32                 first_token;
  guint32                 end_token;
  const LeadupLexiconRow *row;
  int                     number;
  int                     year;
  int                     month;
  int                     day;
  int                     hour;
  int                     minute;
} LeadupDatePiece;

/**
 * LeadupDateMatch:
 * @piece: by class the piece that the rule took for it, %NULL = none
 * @second: the second piece of a class
 */
typedef struct
{
  const LeadupDateRule  *rule;
  guint32                first_token;
  guint32                end_token;
  const LeadupDatePiece *piece[LEADUP_N_DATE_CLASSES];
  const LeadupDatePiece *second[LEADUP_N_DATE_CLASSES];
} LeadupDateMatch;

gboolean leadup_date_piece_read (const LeadupDateGrammar *grammar,
                                 const LeadupArticle     *article,
                                 guint32                  token,
                                 guint32                  end,
                                 LeadupDatePiece         *piece);
gboolean leadup_date_match_find (const LeadupDateGrammar *grammar,
                                 const LeadupDatePiece   *pieces,
                                 guint                    n_pieces,
                                 const LeadupDateRule    *after,
                                 LeadupDateMatch         *match);

G_END_DECLS
