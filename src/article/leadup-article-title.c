/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-article-title.h"

#include "article/leadup-text-lines.h"

#include <string.h>

/* How long a headline is. */
#define MIN_TOKENS 3
#define MAX_TOKENS 36
/* A line of so many tokens that ends as a sentence does is text. */
#define TEXT_TOKENS 8
#define MAX_LETTERHEAD 5

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

/* The line that begins at @first; an empty one behind the last. */
static LeadupTextLine
get_line (const LeadupArticle *article,
          guint32              first)
{
  LeadupTextLine line = { first, first };

  if (first < article->tokens->len)
    line.end_token = leadup_text_lines_find_end (article, first);

  return line;
}

static gboolean
is_furniture (const LeadupArticle  *article,
              const LeadupTextLine *line)
{
  return get_token (article, line->first_token)->is_furniture &&
         get_token (article, line->end_token - 1)->is_furniture;
}

static gboolean
ends_with (const LeadupArticle  *article,
           const LeadupTextLine *line,
           const char           *marks)
{
  const LeadupToken *last = get_token (article, line->end_token - 1);

  return last->kind == LEADUP_TOKEN_PUNCTUATION && strchr (marks, last->folded[0]) != NULL;
}

/* Whether a blank line, or what is no text, follows. */
static gboolean
stands_alone (const LeadupArticle  *article,
              const LeadupTextLine *line,
              const LeadupTextLine *next)
{
  guint n_breaks = 0;

  for (guint32 i = get_token (article, line->end_token - 1)->span.end;
       i < get_token (article, next->first_token)->span.start; i++)
    n_breaks += article->text[i] == '\n';

  return n_breaks > 1 || is_furniture (article, next);
}

static gboolean
is_headline (const LeadupArticle  *article,
             const LeadupTextLine *line)
{
  guint32 n_tokens = line->end_token - line->first_token;
  const LeadupToken *last = get_token (article, line->end_token - 1);

  return n_tokens >= MIN_TOKENS && n_tokens <= MAX_TOKENS &&
         !ends_with (article, line, ".:;,") &&
         article->text[last->span.end - 1] != '.' &&
         (article->dateline_end == 0 || article->dateline_first >= line->end_token ||
          article->dateline_end <= line->first_token);
}

/* “MINISTRY OF TRADE”, “Republic of Togo”: a line of a letterhead, in which nothing is told. */
static gboolean
is_letterhead (const LeadupArticle  *article,
               const LeadupTextLine *line)
{
  static const char *const small[] = { "of", "the", "and", "for", NULL };

  for (guint32 i = line->first_token; i < line->end_token; i++)
    {
      const LeadupToken *token = get_token (article, i);

      if (token->kind != LEADUP_TOKEN_WORD ||
          (!token->is_capitalised && !leadup_token_is_any (token, small)))
        return FALSE;
    }

  return TRUE;
}

/* The line behind “Explainer”, or behind a letterhead of some lines; @title itself if neither is
 * there. */
static LeadupTextLine
skip_kicker (const LeadupArticle  *article,
             const LeadupTextLine *title)
{
  LeadupTextLine line = *title, next = get_line (article, line.end_token);

  if (next.first_token == next.end_token || !is_letterhead (article, &line))
    return *title;
  if (line.end_token - line.first_token < MIN_TOKENS)
    return next;
  if (stands_alone (article, &line, &next))
    return *title;
  for (guint n_lines = 0; n_lines < MAX_LETTERHEAD && is_letterhead (article, &line); n_lines++)
    {
      gboolean is_over;

      next = get_line (article, line.end_token);
      if (next.first_token == next.end_token)
        break;
      is_over = stands_alone (article, &line, &next);
      line = next;
      while (line.first_token < line.end_token && is_furniture (article, &line))
        line = get_line (article, line.end_token);
      if (line.first_token == line.end_token)
        break;
      if (is_over)
        return line;
    }

  return *title;
}

/**
 * leadup_article_title_find:
 * @article: a text with its tokens and furniture
 *
 * Takes for the title the first line of a plain text, where it stands alone above a text and does
 * not end as a sentence does.
 */
void
leadup_article_title_find (LeadupArticle *article)
{
  LeadupTextLine title, line;
  gboolean has_text = FALSE;

  g_return_if_fail (article != NULL);

  if (article->title != NULL || article->is_html || article->tokens->len == 0)
    return;
  title = get_line (article, 0);
  while (title.first_token < title.end_token && is_furniture (article, &title))
    title = get_line (article, title.end_token);
  if (title.first_token < title.end_token)
    title = skip_kicker (article, &title);
  line = get_line (article, title.end_token);
  if (line.first_token == line.end_token || !is_headline (article, &title) ||
      !stands_alone (article, &title, &line))
    return;

  for (; line.first_token < line.end_token && !has_text; line = get_line (article, line.end_token))
    has_text = !is_furniture (article, &line) &&
               line.end_token - line.first_token >= TEXT_TOKENS &&
               (ends_with (article, &line, ".?!") ||
                get_token (article, line.end_token - 1)->kind == LEADUP_TOKEN_QUOTE_CLOSE);
  if (!has_text)
    return;

  article->headline.start = get_token (article, title.first_token)->span.start;
  article->headline.end = get_token (article, title.end_token - 1)->span.end;
  article->title = leadup_article_dup_span (article, article->headline);
}

/**
 * leadup_article_title_has:
 * @article: an article
 * @span: of something in it
 *
 * Returns: whether it stands in the headline above the text
 */
gboolean
leadup_article_title_has (const LeadupArticle *article,
                          LeadupSpan           span)
{
  g_return_val_if_fail (article != NULL, FALSE);

  return span.start >= article->headline.start && span.end <= article->headline.end;
}
