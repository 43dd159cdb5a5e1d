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

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

static const LeadupTextLine *
get_line (const GArray *lines,
          guint         index)
{
  return &g_array_index (lines, LeadupTextLine, index);
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
  g_autoptr (GArray) lines = NULL;
  gboolean has_text = FALSE;
  guint at = 0;

  g_return_if_fail (article != NULL);

  if (article->title != NULL || article->is_html || article->tokens->len == 0)
    return;
  lines = leadup_text_lines_find (article);
  while (at < lines->len && is_furniture (article, get_line (lines, at)))
    at++;
  if (at + 1 >= lines->len || !is_headline (article, get_line (lines, at)) ||
      !stands_alone (article, get_line (lines, at), get_line (lines, at + 1)))
    return;

  for (guint i = at + 1; i < lines->len && !has_text; i++)
    has_text = !is_furniture (article, get_line (lines, i)) &&
               get_line (lines, i)->end_token - get_line (lines, i)->first_token >= TEXT_TOKENS &&
               (ends_with (article, get_line (lines, i), ".?!") ||
                get_token (article, get_line (lines, i)->end_token - 1)->kind ==
                    LEADUP_TOKEN_QUOTE_CLOSE);
  if (!has_text)
    return;

  article->headline.start = get_token (article, get_line (lines, at)->first_token)->span.start;
  article->headline.end = get_token (article, get_line (lines, at)->end_token - 1)->span.end;
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
