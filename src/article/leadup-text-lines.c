/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-text-lines.h"

#include <string.h>

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

  for (guint32 i = 1; i <= article->tokens->len; i++)
    {
      if (i < article->tokens->len)
        {
          guint32 end = g_array_index (article->tokens, LeadupToken, i - 1).span.end;
          guint32 start = g_array_index (article->tokens, LeadupToken, i).span.start;

          if (memchr (article->text + end, '\n', start - end) == NULL)
            continue;
        }

      line.end_token = i;
      g_array_append_val (lines, line);
      line.first_token = i;
    }

  return lines;
}
