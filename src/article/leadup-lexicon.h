/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/**
 * LeadupLexicon:
 *
 * All words of one language: the tables of resources/lexicon/<language>/, one a file, compiled
 * into the program as a #LeadupLexiconImage, so that opening one parses nothing. Read-only, any
 * thread.
 *
 * A table is a text file of lines `phrase TAB column TAB column …`. Lines that start with # are
 * comments; the first
 * other line names the columns (the name of the first is “phrase”). A phrase is split and folded
 * by the same
 * tokeniser as an article is, so it is written as it stands in a text: “Lt. Gen.”, “vice-
 * president”, “carry out”.
 * Folded words are in lower case and have no final full stop (“u.s”, “sept”, “a.m”), and ’ is '.
 *
 * Each word of the lexicon has a number, which tokens carry (LeadupToken.word; 0 = not in the
 * lexicon), so that
 * looking up a phrase at a token costs an array access and, rarely, a few comparisons of numbers.
 */

/**
 * LeadupLexiconTable:
 *
 * One table; owned by its lexicon, read-only, any thread.
 */
typedef struct _LeadupLexiconTable LeadupLexiconTable;

/**
 * LeadupLexiconRow:
 * @phrase: as it stands in the file
 * @columns: the values of the columns, the phrase being column 0; never %NULL, empty where the
 *   line ends early
 * @words: numbers of the words of the phrase
 */
typedef struct
{
  const char         *phrase;
  const char * const *columns;
  const guint32      *words;
  guint               n_words;
  guint               line;
} LeadupLexiconRow;

const LeadupLexicon      *leadup_lexicon_get              (const char               *language);
const char *const        *leadup_lexicon_get_languages    (void);
guint32                   leadup_lexicon_find_word        (const LeadupLexicon      *self,
                                                           const char               *folded,
                                                           gsize                     length);
const char               *leadup_lexicon_get_word         (const LeadupLexicon      *self,
                                                           guint32                   word);
guint32                   leadup_lexicon_get_n_words      (const LeadupLexicon      *self);
gconstpointer             leadup_lexicon_get_facts        (const LeadupLexicon      *self);
guint64                   leadup_lexicon_get_starts       (const LeadupLexicon      *self,
                                                           guint32                   word);
const LeadupLexiconTable *leadup_lexicon_get_table        (const LeadupLexicon      *self,
                                                           const char               *name);

guint64                   leadup_lexicon_table_get_bit    (const LeadupLexiconTable *self);
guint                     leadup_lexicon_table_get_n_rows (const LeadupLexiconTable *self);
const LeadupLexiconRow   *leadup_lexicon_table_get_row    (const LeadupLexiconTable *self,
                                                           guint                     index);
guint                     leadup_lexicon_table_get_column (const LeadupLexiconTable *self,
                                                           const char               *name);
const LeadupLexiconRow   *leadup_lexicon_table_match      (const LeadupLexiconTable *self,
                                                           const LeadupToken        *tokens,
                                                           gsize                     n_tokens);
const LeadupLexiconRow   *leadup_lexicon_table_match_as   (const LeadupLexiconTable *self,
                                                           guint32                   word,
                                                           const LeadupToken        *tokens,
                                                           gsize                     n_tokens);
const LeadupLexiconRow   *leadup_lexicon_table_next_same  (const LeadupLexiconTable *self,
                                                           const LeadupLexiconRow   *row);
const LeadupLexiconRow   *leadup_lexicon_table_find_word  (const LeadupLexiconTable *self,
                                                           guint32                   word);

G_END_DECLS
