/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-byline.h"

#include "article/leadup-name-tables.h"
#include "article/leadup-word-facts.h"

#include <string.h>

/* The longest name of an author. */
#define MAX_WORDS 6
/* With several authors, where they are, their outlet and a day. */
#define MAX_LINE_TOKENS 30
/* What an author is called beside the name. */
#define MAX_TRADE_WORDS 4

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

static gboolean
is_name_word (const LeadupArticle *article,
              guint32              at,
              guint32              end)
{
  const LeadupToken *token;

  if (at >= end)
    return FALSE;
  token = get_token (article, at);

  return token->kind == LEADUP_TOKEN_WORD && token->is_capitalised &&
         (!token->is_all_capitals || strlen (token->folded) < 3);
}

/* Whether a word of another kind stands at @at: “staff”, “correspondent”. */
static gboolean
says (const LeadupArticle *article,
      guint32              at,
      guint32              end,
      const char          *kind)
{
  const LeadupLexiconTable *table = leadup_word_facts_get (article->lexicon)->author_words;
  const LeadupLexiconRow *row = leadup_lexicon_table_match (table, get_token (article, at),
                                                            end - at);

  return row != NULL && strcmp (row->columns[1], kind) == 0;
}

/**
 * leadup_byline_name_end:
 * @article: an article with its tokens
 * @at: a token
 * @end: where to stop
 *
 * Returns: the token behind the name that begins at @at, with what joins its words (“van der”,
 * hyphens); @at if there is none
 */
guint32
leadup_byline_name_end (const LeadupArticle *article,
                        guint32              at,
                        guint32              end)
{
  guint32 n_words = 0;

  while (is_name_word (article, at, end) && n_words++ < MAX_WORDS)
    {
      guint32 next = ++at;

      while (next < end && leadup_name_tables_is_particle (get_token (article, next)))
        next++;
      if (next == at && next < end && leadup_token_is (get_token (article, next), "-") &&
          get_token (article, next)->span.start == get_token (article, next - 1)->span.end)
        next++;
      if (next > at && is_name_word (article, next, end))
        at = next;
    }

  return at;
}

/* Whether the words name a desk, an agency or a trade, and nobody. */
static gboolean
is_nobody (const LeadupArticle *article,
           guint32              first,
           guint32              end)
{
  LeadupNameTables tables;
  const LeadupLexiconRow *row;
  LeadupNameType type;

  leadup_name_tables_init (&tables, article->lexicon);
  type = leadup_name_tables_match (&tables, get_token (article, first), end - first, &row);
  if (type == LEADUP_NAME_MEDIA || type == LEADUP_NAME_ORGANISATION || end < first + 2)
    return TRUE;
  for (guint32 i = first; i < end; i++)
    if (says (article, i, end, "team") || says (article, i, end, "trade"))
      return TRUE;

  return FALSE;
}

/**
 * leadup_byline_skip_opening:
 * @article: an article with its tokens
 * @at: the first token of a line
 * @end: the end of its line
 *
 * Returns: the token behind the words that open a byline (“By”, “Written by”); @at if none do, or
 * if the line is too long for one
 */
guint32
leadup_byline_skip_opening (const LeadupArticle *article,
                            guint32              at,
                            guint32              end)
{
  const LeadupLexiconTable *table = leadup_word_facts_get (article->lexicon)->author_words;
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (table, get_token (article, at), end - at);

  return row != NULL && strcmp (row->columns[1], "by") == 0 && end - at <= MAX_LINE_TOKENS
             ? at + row->n_words
             : at;
}

/**
 * leadup_byline_has_outlet_word:
 * @article: an article with its tokens
 * @first: a token
 * @end: behind the last
 *
 * Returns: whether one of the words is one with which papers and stations call themselves: “Post”
 */
gboolean
leadup_byline_has_outlet_word (const LeadupArticle *article,
                               guint32              first,
                               guint32              end)
{
  const LeadupLexiconTable *words = leadup_lexicon_get_table (article->lexicon, "outlet-words");

  for (guint32 i = first; i < end; i++)
    if (leadup_lexicon_table_find_word (words, get_token (article, i)->word) != NULL)
      return TRUE;

  return FALSE;
}

/* “in Lome, ”, “ and ”, “, ”: the token at which another author can be named, @end if there is
 * none. */
static guint32
find_next (const LeadupArticle *article,
           guint32              at,
           guint32              end,
           gboolean            *is_joined)
{
  gboolean has_place = FALSE;

  *is_joined = FALSE;
  if (at < end && leadup_token_is (get_token (article, at), "in"))
    {
      guint32 place = leadup_byline_name_end (article, at + 1, end);

      has_place = place > at + 1;
      at = has_place ? place : at;
    }
  while (at < end)
    {
      const LeadupToken *token = get_token (article, at);

      if (leadup_token_is (token, "and") || leadup_token_is (token, "&") ||
          leadup_token_is (token, ";") || (has_place && leadup_token_is (token, ",")))
        *is_joined = TRUE;
      else if (!leadup_token_is (token, ","))
        break;
      at++;
    }

  return is_name_word (article, at, end) ? at : end;
}

/* “Ada Roe, Bo Poe and Cy Noe”: whether the names go on to an “and”. */
static gboolean
is_list (const LeadupArticle *article,
         guint32              at,
         guint32              end)
{
  gboolean is_joined = FALSE;

  while (at < end && !is_joined)
    {
      guint32 name = leadup_byline_name_end (article, at, end);

      at = name > at ? find_next (article, name, end, &is_joined) : end;
    }

  return is_joined;
}

/* “Africa editor”: a few words, of which one is a trade, up to the end of a line. */
static gboolean
is_trade (const LeadupArticle *article,
          guint32              at,
          guint32              end)
{
  gboolean has_trade = FALSE;

  for (guint32 i = at; i < end; i++)
    {
      if (get_token (article, i)->kind != LEADUP_TOKEN_WORD)
        return FALSE;
      has_trade = has_trade || (i + 1 == end && says (article, i, end, "trade"));
    }

  return has_trade && end - at <= MAX_TRADE_WORDS;
}

/**
 * leadup_byline_is_credit:
 * @article: an article with its tokens
 * @at: the first token of a line
 * @end: the end of its line
 *
 * Returns: whether the line names who wrote it without a “By”: “Ada Roe, Africa editor”, “Ada Roe
 * in Lome and Bo Poe in Accra”
 */
gboolean
leadup_byline_is_credit (const LeadupArticle *article,
                         guint32              at,
                         guint32              end)
{
  guint n_names = 0;

  while (at < end)
    {
      guint32 name = leadup_byline_name_end (article, at, end);

      if (name < at + 2 || is_nobody (article, at, name))
        return FALSE;
      n_names++;
      if (name < end && leadup_token_is (get_token (article, name), ",") &&
          is_trade (article, name + 1, end))
        return TRUE;
      if (name + 1 >= end || !leadup_token_is (get_token (article, name), "in"))
        return FALSE;
      at = leadup_byline_name_end (article, name + 1, end);
      if (at == name + 1 || (at < end && !leadup_token_is (get_token (article, at), "and") &&
                             !leadup_token_is (get_token (article, at), ",")))
        return FALSE;
      at++;
    }

  return n_names > 1;
}

/**
 * leadup_byline_read:
 * @article: an article with its tokens
 * @at: the token behind “By”
 * @end: the end of its line
 *
 * Reads who wrote an article, unless that is known: “Ada Roe, Bo Poe and Cy Noe in Lome”. A desk
 * or an agency is no author, but who is named behind it (“Our live desk: Ada Roe”) is.
 *
 * Returns: whether it is a byline
 */
gboolean
leadup_byline_read (LeadupArticle *article,
                    guint32        at,
                    guint32        end)
{
  g_autoptr (GString) authors = g_string_new (NULL);
  gboolean is_joined = TRUE, is_byline = FALSE;

  for (guint32 i = at; i < end; i++)
    {
      if (says (article, i, end, "team"))
        is_byline = TRUE;
      if (leadup_token_is (get_token (article, i), ":") && is_byline)
        at = i + 1;
    }

  while (at < end)
    {
      guint32 name = leadup_byline_name_end (article, at, end);

      if (name == at || !(is_joined || is_list (article, at, end)))
        break;
      if (!is_nobody (article, at, name) &&
          (authors->len == 0 || !(leadup_token_is (get_token (article, at), "the") ||
                                  leadup_byline_has_outlet_word (article, at, name))))
        {
          LeadupSpan span = { get_token (article, at)->span.start,
                              get_token (article, name - 1)->span.end };
          g_autofree char *author = leadup_article_dup_span (article, span);

          g_string_append_printf (authors, "%s%s", authors->len > 0 ? ", " : "", author);
          is_byline = TRUE;
        }
      at = find_next (article, name, end, &is_joined);
    }
  if (article->author == NULL && authors->len > 0)
    article->author = g_strdup (authors->str);

  return is_byline;
}
