/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-text-lines.h"

#include <string.h>

/**
 * leadup_text_lines_find_end:
 * @article: an article with its tokens
 * @first: the first token of a line
 *
 * Returns: the token behind the last of the line
 */
guint32
leadup_text_lines_find_end (const LeadupArticle *article,
                            guint32              first)
{
  const LeadupToken *tokens;

  g_return_val_if_fail (article != NULL, first);

  tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  for (guint32 i = first + 1; i < article->tokens->len; i++)
    {
      /* Mostly one space, or nothing. */
      for (guint32 at = tokens[i - 1].span.end; at < tokens[i].span.start; at++)
        if (article->text[at] == '\n')
          return i;
    }

  return article->tokens->len;
}

/**
 * leadup_text_lines_find:
 * @article: an article with its tokens
 *
 * Returns: (transfer full) (element-type LeadupTextLine): the lines that have any token, in order
 */
GArray *
leadup_text_lines_find (const LeadupArticle *article)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (LeadupTextLine));
  LeadupTextLine line = { 0, 0 };

  g_return_val_if_fail (article != NULL, lines);

  for (; line.first_token < article->tokens->len; line.first_token = line.end_token)
    {
      line.end_token = leadup_text_lines_find_end (article, line.first_token);
      g_array_append_val (lines, line);
    }

  return lines;
}
