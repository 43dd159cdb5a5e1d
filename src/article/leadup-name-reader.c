/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-reader.h"

#include <string.h>

/* A common word longer than this in capitals is loud, not an acronym. */
#define MAX_ACRONYM 5

void
leadup_name_reader_init (LeadupNameReader *self,
                         LeadupArticle    *article)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  memset (self, 0, sizeof *self);
  self->article = article;
  self->facts = leadup_word_facts_get (article->lexicon);
  leadup_name_tables_init (&self->tables, article->lexicon);
  self->tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self->grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
}

void
leadup_name_reader_set_sentence (LeadupNameReader     *self,
                                 const LeadupSentence *sentence)
{
  guint32 capitals = 0, words = 0;

  self->first = sentence->first_token;
  self->end = sentence->end_token;

  for (guint32 i = self->first; i < self->end; i++)
    if (self->tokens[i].kind == LEADUP_TOKEN_WORD && strlen (self->tokens[i].folded) > 3)
      {
        words++;
        capitals += self->tokens[i].is_capitalised;
      }

  self->is_headline = words > 4 && capitals * 4 > words * 3;
}

const LeadupWordFact *
leadup_name_reader_get_fact (const LeadupNameReader *self,
                             guint32                 at)
{
  guint32 word = self->tokens[at].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

gboolean
leadup_name_reader_is (const LeadupNameReader *self,
                       guint32                 at,
                       const char             *word)
{
  return at >= self->first && at < self->end && leadup_token_is (&self->tokens[at], word);
}

gboolean
leadup_name_reader_has_row (const LeadupNameReader   *self,
                            const LeadupLexiconTable *table,
                            guint32                   at)
{
  return leadup_lexicon_table_find_word (table, self->tokens[at].word) != NULL;
}

static gboolean
is_known (const LeadupNameReader *self,
          guint32                 at)
{
  const LeadupLexiconRow *row;

  return leadup_name_tables_match (&self->tables, &self->tokens[at], self->end - at, &row) !=
         LEADUP_NAME_NONE;
}

static gboolean
is_numeral (const char *folded)
{
  return strspn (folded, "ivx") == strlen (folded);
}

/**
 * leadup_name_reader_is_name:
 * @self: a reader
 * @at: a token
 *
 * Returns: whether the capital of the word says that it can be part of a name
 */
gboolean
leadup_name_reader_is_name (const LeadupNameReader *self,
                            guint32                 at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact;

  if (at >= self->end || token->kind != LEADUP_TOKEN_WORD || !token->is_capitalised ||
      token->folded[0] == '\'')
    return FALSE;

  fact = leadup_name_reader_get_fact (self, at);
  if (fact->classes & LEADUP_WORD_CALENDAR)
    return (fact->classes & LEADUP_WORD_MODAL) != 0 && !token->starts_sentence &&
           at > self->first && leadup_name_reader_is_given_name (self, at - 1);
  /* “VERY”, “THESE”: loud, not a name; “US” and “WHO” are in the tables. */
  if (token->is_all_capitals && token->folded[1] != '\0')
    {
      if (is_numeral (token->folded))
        return at > self->first && leadup_name_reader_is_name (self, at - 1);

      /* “SITUATION OVERVIEW”. */
      return (fact->classes & (LEADUP_WORD_FUNCTION | LEADUP_WORD_COMMON)) == 0 ||
             (strlen (token->folded) <= MAX_ACRONYM &&
              (fact->classes & LEADUP_WORD_FUNCTION) == 0) ||
             is_known (self, at);
    }
  /* A letter is an initial or belongs to what stands before it. */
  if (token->folded[1] == '\0')
    return self->article->text[token->span.end - 1] == '.' ||
           (at > self->first && leadup_name_reader_is_given_name (self, at - 1));

  /* “East Belfast”; “May” and “Will”. */
  return (fact->classes & LEADUP_WORD_FUNCTION) == 0 ||
         (leadup_name_reader_has_row (self, self->tables.directions, at) && at + 1 < self->end &&
          self->tokens[at + 1].is_capitalised) ||
         ((fact->classes & LEADUP_WORD_MODAL) != 0 && !token->starts_sentence);
}

/* “3 May 2025 – Gunmen”: behind the date that heads an entry. */
static gboolean
follows_heading (const LeadupNameReader *self,
                 guint32                 at)
{
  return at > self->first + 1 && self->tokens[at - 1].folded[0] == '-' &&
         self->tokens[at - 2].kind == LEADUP_TOKEN_NUMBER &&
         self->tokens[at - 1].span.start > self->tokens[at - 2].span.end;
}

/**
 * leadup_name_reader_opens:
 * @self: a reader
 * @at: a token
 *
 * Returns: whether any word would have a capital here
 */
gboolean
leadup_name_reader_opens (const LeadupNameReader *self,
                          guint32                 at)
{
  return self->tokens[at].starts_sentence || self->is_headline || at == self->first ||
         self->grammar[at - 1].tag == LEADUP_TAG_QUOTE || leadup_name_reader_is (self, at - 1, ":") ||
         at == self->article->dateline_end || follows_heading (self, at) || leadup_name_reader_is (self, at - 1, "*") || leadup_name_reader_is (self, at - 1, "•");
}

/* “Tanks”, “Ferries”: more than one of a common word. */
static gboolean
is_plural (const LeadupNameReader *self,
           guint32                 at)
{
  const char *folded = self->tokens[at].folded;
  gsize length = strlen (folded);
  g_autofree char *single = NULL;
  guint32 word;

  if (length < 4 || folded[length - 1] != 's' || folded[length - 2] == 's')
    return FALSE;
  single = g_str_has_suffix (folded, "ies") ? g_strdup_printf ("%.*sy", (int) length - 3, folded)
                                            : g_strndup (folded, length - 1);
  word = leadup_lexicon_find_word (self->article->lexicon, single, strlen (single));

  return word != 0 && word <= self->facts->n_words &&
         (self->facts->words[word].classes & (LEADUP_WORD_COMMON | LEADUP_WORD_NOUN)) != 0;
}

/**
 * leadup_name_reader_is_plain:
 * @self: a reader
 * @at: a token
 *
 * Returns: whether the word is one of the language whose capital says nothing here
 */
gboolean
leadup_name_reader_is_plain (const LeadupNameReader *self,
                             guint32                 at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact = leadup_name_reader_get_fact (self, at);
  gsize length = strlen (token->folded);

  if (token->is_all_capitals && length > 1)
    return length > 3 && (fact->classes & LEADUP_WORD_COMMON) != 0;

  return leadup_name_reader_opens (self, at) &&
         ((fact->classes & (LEADUP_WORD_COMMON | LEADUP_WORD_NOUN)) != 0 || fact->forms != 0 ||
          leadup_name_reader_has_row (self, self->tables.starters, at) || is_plural (self, at) ||
          g_str_has_suffix (token->folded, "ing") || g_str_has_suffix (token->folded, "ly")) &&
         !leadup_name_reader_is_given_name (self, at);
}

/* Whether a token of the sentence is a number of rank: “7th”. */
gboolean
leadup_name_reader_is_ordinal (const LeadupNameReader *self,
                               guint32                 at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  const char *ending;

  if (at < self->first || at >= self->end)
    return FALSE;
  ending = self->tokens[at].folded + strspn (self->tokens[at].folded, "0123456789");
  for (guint i = 0; i < G_N_ELEMENTS (endings) && ending > self->tokens[at].folded; i++)
    if (g_str_equal (ending, endings[i]))
      return TRUE;

  return FALSE;
}

gboolean
leadup_name_reader_is_given_name (const LeadupNameReader *self,
                                  guint32                 at)
{
  return leadup_name_tables_is_given_name (&self->tables, &self->tokens[at]);
}

/**
 * leadup_name_reader_find_thing:
 * @self: a reader
 * @first: first token of a run of capitalised words
 * @end: token after its last
 *
 * Wars, prizes, laws, ships and the like have names, but do nothing.
 *
 * Returns: the first token of the part of the run that names a thing, which goes on up to its end;
 * @end if there is none
 */
guint32
leadup_name_reader_find_thing (const LeadupNameReader *self,
                               guint32                 first,
                               guint32                 end)
{
  guint32 last = end - 1;

  for (guint32 i = first; i < end; i++)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_match (self->tables.things, &self->tokens[i], self->end - i);

      if (row != NULL && strchr (row->columns[1], 'f') != NULL &&
          (i + row->n_words < end || g_str_has_suffix (row->phrase, " of") ||
           (i + row->n_words < self->end &&
            self->tokens[i + row->n_words].kind == LEADUP_TOKEN_NUMBER)))
        return i;
    }

  /* “World War II”. */
  while (last > first && (is_numeral (self->tokens[last].folded) ||
                          self->tokens[last].kind == LEADUP_TOKEN_NUMBER))
    last--;

  return leadup_name_reader_has_row (self, self->tables.things, last) &&
                 !leadup_name_reader_is_given_name (self, first) &&
                 strchr (leadup_lexicon_table_find_word (self->tables.things,
                                                         self->tokens[last].word)
                             ->columns[1],
                         'l') != NULL
             ? first
             : end;
}
