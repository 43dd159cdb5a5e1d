/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-issuer.h"

#include "article/leadup-grammar.h"

/* How many lines a letterhead and a title have at most, and how many tokens such a line. */
#define MAX_LINES 6
#define MAX_LINE_TOKENS 24

/* What a letterhead names. */
static const char *const bodies[] = { "ministry",   "department", "government", "embassy",
                                        "republic",   "kingdom",    "presidency", "secretariat",
                                        "office",     "commission", "council",    "union",
                                        "federation", "mission",    NULL };

static gboolean
has_word (const LeadupArticle  *article,
          const LeadupSentence *line,
          const char  * const  *words)
{
  for (guint32 i = line->first_token; i < line->end_token; i++)
    if (leadup_token_is_any (&g_array_index (article->tokens, LeadupToken, i), words))
      return TRUE;

  return FALSE;
}

/* A line of a letterhead or a title is no sentence. */
static gboolean
is_line (const LeadupArticle  *article,
         const LeadupSentence *sentence)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;

  if (sentence->end_token - sentence->first_token > MAX_LINE_TOKENS)
    return FALSE;
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    if (leadup_tag_is_verbal ((LeadupTag) grammar[i].tag) &&
        (grammar[i].forms & LEADUP_FORM_PARTICIPLE) == 0)
      return FALSE;

  return TRUE;
}

/* Whom the lines before @end name last: a state, else a body. */
static gint32
last_body (const LeadupArticle  *article,
           const LeadupSentence *line,
           gint32                before)
{
  gint32 found = before;

  for (guint i = leadup_article_count_mentions (article, line->first_token);
       i < article->mentions->len; i++)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, i);
      LeadupActorKind kind;

      if (mention->first_token >= line->end_token)
        break;
      if (mention->actor < 0)
        continue;
      kind = leadup_article_get_actor (article, mention->actor)->kind;
      if (kind == LEADUP_ACTOR_KIND_STATE ||
          (kind == LEADUP_ACTOR_KIND_ORGANISATION &&
           (found < 0 ||
            leadup_article_get_actor (article, found)->kind != LEADUP_ACTOR_KIND_STATE)))
        found = mention->actor;
    }

  return found;
}

/* “Statement by the Ministry of Foreign Affairs of Chad on the raid”: who follows “by”. */
static gint32
read_author (const LeadupArticle  *article,
             const LeadupSentence *line)
{
  static const char *const by[] = { "by", "from", "of", NULL };
  static const char *const on[] = { "on", "regarding", "concerning", "about", "following", NULL };
  LeadupSentence author = *line;

  while (author.first_token < line->end_token &&
         !leadup_token_is_any (
             &g_array_index (article->tokens, LeadupToken, author.first_token), by))
    author.first_token++;
  for (guint32 i = author.first_token; i < line->end_token; i++)
    if (leadup_token_is_any (&g_array_index (article->tokens, LeadupToken, i), on))
      {
        author.end_token = i;
        break;
      }

  return has_word (article, &author, bodies) ? last_body (article, &author, -1) : -1;
}

/**
 * leadup_issuer_find:
 * @article: an article with actors
 *
 * Whose statement a text is that begins with a letterhead (“Ministry of Foreign Affairs / Republic
 * of Chad”) and says that it is a statement: there “we” is the state, or the body, that issues it.
 *
 * Returns: the actor, −1 if the text is no such statement
 */
gint32
leadup_issuer_find (const LeadupArticle *article)
{
  static const char *const genres[] = { "statement", "communiqué", "communique", "release",
                                        "declaration", NULL };
  gboolean is_statement = FALSE;
  gint32 issuer = -1;

  g_return_val_if_fail (article != NULL, -1);

  for (guint i = 0; i < article->sentences->len && i < MAX_LINES; i++)
    {
      const LeadupSentence *line = &g_array_index (article->sentences, LeadupSentence, i);

      if (!is_line (article, line))
        break;
      if (has_word (article, line, genres))
        {
          if (!is_statement && issuer < 0)
            issuer = read_author (article, line);
          is_statement = TRUE;
        }
      /* “Statement on the raid of the Republic of Togo”: that is what it is about. */
      else if (!is_statement && has_word (article, line, bodies))
        issuer = last_body (article, line, issuer);
    }

  return is_statement ? issuer : -1;
}
