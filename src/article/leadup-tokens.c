/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-tokens.h"

#include "article/leadup-lexicon.h"
#include "article/leadup-token-scanner.h"

#include <string.h>

/**
 * Finder:
 * @quote: the kind of quotation that is open: ", ' or 0
 *
 * Turns what the scanner gives into tokens: words looked up, abbreviations with their stops, quotes
 * paired.
 */
typedef struct
{
  LeadupArticle *article;
  LeadupTokenScanner scanner;
  const LeadupLexiconTable *abbreviations;
  const LeadupLexiconTable *counterparts;
  guint column;
  char quote;
  guint32 last_end;
} Finder;

static gboolean
is_space_or_end (const Finder *self,
                 gsize         at)
{
  return at >= self->article->length || g_ascii_isspace (self->article->text[at]);
}

/* Whether the stop at @at belongs to the word before it. The column “when” says under which
 * condition: always; capital: if the word is capitalised (Sept.); number: if a number follows
 * (No.). */
static gboolean
owns_stop (const Finder *self,
           guint32       word)
{
  const LeadupTokenScanner *scanner = &self->scanner;
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (self->abbreviations, word);
  const char *when;
  gsize next = scanner->at + 1;

  if (row == NULL)
    return FALSE;

  when = row->columns[self->column];
  if (strcmp (when, "capital") == 0)
    return scanner->is_capitalised;
  if (strcmp (when, "number") != 0)
    return TRUE;

  while (next < self->article->length && self->article->text[next] == ' ')
    next++;

  return next < self->article->length && g_ascii_isdigit (self->article->text[next]);
}

/* Double quotes: typographic ones say what they are; straight ones open after a space and before
 * none. */
static void
mark_double_quote (Finder      *self,
                   LeadupToken *token)
{
  const char *bytes = self->article->text + token->span.start;
  gunichar character = g_utf8_get_char (bytes);
  gboolean opens;

  switch (character)
    {
    case 0x201c:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case '`':
      opens = TRUE;
      break;
    case 0x201d:
    case 0xbb:
    case '\'':
      opens = FALSE;
      break;
    default:
      opens = self->quote != '"' && !is_space_or_end (self, token->span.end);
      break;
    }

  token->kind = opens ? LEADUP_TOKEN_QUOTE_OPEN : LEADUP_TOKEN_QUOTE_CLOSE;
  self->quote = opens ? '"' : 0;
}

/* Single quotes only count as quotation where they cannot be apostrophes. */
static void
mark_single_quote (Finder      *self,
                   LeadupToken *token)
{
  gboolean after_space = token->span.start == 0 || token->span.start > self->last_end;

  if (self->quote == 0 && after_space && !is_space_or_end (self, token->span.end))
    {
      token->kind = LEADUP_TOKEN_QUOTE_OPEN;
      self->quote = '\'';
    }
  else if (self->quote == '\'' && !after_space)
    {
      token->kind = LEADUP_TOKEN_QUOTE_CLOSE;
      self->quote = 0;
    }
}

static void
mark_quotes (Finder      *self,
             LeadupToken *token)
{
  if (leadup_token_is (token, "\"") || leadup_token_is (token, "``") ||
      leadup_token_is (token, "''"))
    mark_double_quote (self, token);
  else if (leadup_token_is (token, "'") || leadup_token_is (token, "`"))
    mark_single_quote (self, token);
}

/* A quotation ends with its paragraph at the latest; where the next opens with a quote it goes on
 * by itself. */
static void
close_quote_at_paragraph (Finder       *self,
                          const guint32 start)
{
  guint n_newlines = 0;

  for (guint32 i = self->last_end; i < start; i++)
    n_newlines += self->article->text[i] == '\n';

  if (n_newlines >= 2 || (n_newlines == 1 && self->quote == '\''))
    self->quote = 0;
}

static void
add_token (Finder *self)
{
  LeadupTokenScanner *scanner = &self->scanner;
  LeadupToken token = { .span = scanner->span, .kind = scanner->kind };
  LeadupWordPool *words = self->article->words;

  token.word =
      leadup_lexicon_find_word (self->article->lexicon, scanner->folded, scanner->folded_length);
  if (token.word != 0)
    token.folded = leadup_lexicon_get_word (self->article->lexicon, token.word);
  else
    token.folded = leadup_word_pool_get (
        words, leadup_word_pool_add (words, scanner->folded, scanner->folded_length));

  /* “por” is what the rules call “by”. */
  if (self->counterparts != NULL && token.word != 0)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_find_word (self->counterparts, token.word);

      if (row != NULL)
        token.folded = row->columns[1];
    }

  token.is_capitalised = scanner->is_capitalised != FALSE;
  token.is_all_capitals = scanner->is_all_capitals != FALSE;

  if (token.kind == LEADUP_TOKEN_WORD && !scanner->has_stop &&
      scanner->at < self->article->length && self->article->text[scanner->at] == '.' &&
      token.word != 0 && owns_stop (self, token.word))
    token.span.end = (guint32) ++scanner->at;

  if (self->quote != 0 && token.span.start > self->last_end)
    close_quote_at_paragraph (self, token.span.start);

  token.is_quoted = self->quote != 0;
  if (token.kind == LEADUP_TOKEN_PUNCTUATION)
    mark_quotes (self, &token);

  self->last_end = token.span.end;
  g_array_append_val (self->article->tokens, token);
}

/**
 * leadup_tokens_find:
 * @article: an article with its text
 *
 * Stage 3a: splits the text into tokens. Sentences are not known yet.
 */
void
leadup_tokens_find (LeadupArticle *article)
{
  Finder finder = { .article = article };

  g_return_if_fail (article != NULL);

  g_array_set_size (article->tokens, 0);
  finder.abbreviations = leadup_lexicon_get_table (article->lexicon, "abbreviations");
  finder.counterparts = leadup_lexicon_get_table (article->lexicon, "counterparts");
  finder.column = leadup_lexicon_table_get_column (finder.abbreviations, "when");
  leadup_token_scanner_init (&finder.scanner, article->text, article->length);

  while (leadup_token_scanner_next (&finder.scanner))
    add_token (&finder);
}

/**
 * leadup_tokens_at:
 * @article: an article with its tokens
 * @byte: an offset into its text
 *
 * Returns: the index of the first token that ends behind @byte; the number of tokens if there is
 * none
 */
guint32
leadup_tokens_at (const LeadupArticle *article,
                  guint32              byte)
{
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (article != NULL, 0);

  high = article->tokens->len;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (g_array_index (article->tokens, LeadupToken, middle).span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
