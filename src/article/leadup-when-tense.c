/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-when-tense.h"

#include "article/leadup-grammar.h"
#include "article/leadup-tokens.h"

/* Tokens of a verb before the one that says what is done: “have still not been”. */
#define MAX_HELPERS 6
/* Tokens from a verb to “the war that followed”. */
#define MAX_SEQUEL 8

static LeadupTag
tag_at (const LeadupArticle *article,
        guint32              at)
{
  return (LeadupTag) g_array_index (article->grammar, LeadupGrammar, at).tag;
}

static gboolean
is_word (const LeadupArticle *article,
         guint32              at,
         const char          *word)
{
  return leadup_token_is (&g_array_index (article->tokens, LeadupToken, at), word);
}

/* “has been accused”, “have still not been freed”. */
gboolean
leadup_when_tense_is_perfect (const LeadupArticle *article,
                              guint32              verb)
{
  for (guint32 i = verb; i > 0 && i + MAX_HELPERS > verb; i--)
    {
      if (is_word (article, i - 1, "has") || is_word (article, i - 1, "have"))
        return TRUE;
      if (i + 2 <= verb && tag_at (article, i - 1) != LEADUP_TAG_ADVERB &&
          tag_at (article, i - 1) != LEADUP_TAG_AUXILIARY)
        break;
    }

  return FALSE;
}

/* “will leave”, “shall soon be freed”. */
gboolean
leadup_when_tense_is_future (const LeadupArticle *article,
                             guint32              verb)
{
  guint32 at = verb;

  while (at > 0 && (tag_at (article, at - 1) == LEADUP_TAG_ADVERB ||
                    tag_at (article, at - 1) == LEADUP_TAG_AUXILIARY))
    at--;

  return at > 0 && (is_word (article, at - 1, "will") || is_word (article, at - 1, "shall"));
}

/* “gunners then pounded”, “was later accused”, but not “hours later”; “died in the war that
 * followed”. */
gboolean
leadup_when_tense_comes_later (const LeadupArticle *article,
                               guint32              verb)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;

  for (guint32 i = verb + 1; i + 1 < article->tokens->len && i < verb + MAX_SEQUEL &&
                             tokens[i].sentence == tokens[verb].sentence;
       i++)
    if (is_word (article, i, "ensuing") ||
        (is_word (article, i, "that") && (is_word (article, i + 1, "followed") ||
                                          is_word (article, i + 1, "ensued"))))
      return TRUE;
  for (guint32 i = verb; i > 1 && i + 3 > verb; i--)
    if (is_word (article, i - 1, "then") || is_word (article, i - 1, "afterwards") ||
        is_word (article, i - 1, "subsequently") ||
        (is_word (article, i - 1, "later") && tag_at (article, i - 2) == LEADUP_TAG_AUXILIARY))
      return TRUE;

  return FALSE;
}
