/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-tense.h"

#include "article/leadup-date-grammar.h"
#include "article/leadup-lexicon.h"
#include "article/leadup-word-facts.h"

#include <string.h>

/* How far from the expression a verb may stand. */
#define REACH 14
/* Verbs that say nothing: is, be. */
#define NEUTRAL 2

/* The time that one word speaks for: −1 past, 1 future, 0 none. The table “tense” has words; the
 * ending, also from there, decides for the others. */
static int
tense_of (const LeadupLexiconTable *table,
          const LeadupLexiconTable *endings,
          const LeadupToken        *tokens,
          gsize                     n_tokens)
{
  const LeadupLexiconRow *row = leadup_lexicon_table_match (table, tokens, n_tokens);
  gsize length;

  if (row != NULL)
    return (int) g_ascii_strtoll (row->columns[1], NULL, 10);

  if (tokens[0].kind != LEADUP_TOKEN_WORD || tokens[0].is_capitalised)
    return 0;

  length = strlen (tokens[0].folded);
  for (guint i = 0; i < leadup_lexicon_table_get_n_rows (endings); i++)
    {
      row = leadup_lexicon_table_get_row (endings, i);
      if (length > strlen (row->phrase) + 2 && g_str_has_suffix (tokens[0].folded, row->phrase))
        return (int) g_ascii_strtoll (row->columns[1], NULL, 10);
    }

  return 0;
}

/* “Behind closed doors”, “the promised talks”, “closed-door talks”,
 * “the long-delayed talks”: what describes a noun tells no
 * time. */
static gboolean
is_attribute (const LeadupWordFacts *facts,
              const LeadupToken     *tokens,
              guint32                from,
              guint32                at,
              guint32                end)
{
  guint32 before;

  if ((at + 2 < end && leadup_token_is (&tokens[at + 1], "-") &&
       tokens[at + 1].span.start == tokens[at].span.end) ||
      (at > from && leadup_token_is (&tokens[at - 1], "-") &&
       tokens[at - 1].span.end == tokens[at].span.start))
    return TRUE;

  if (at <= from || at + 1 >= end || tokens[at + 1].kind != LEADUP_TOKEN_WORD ||
      (facts->words[tokens[at + 1].word].classes & LEADUP_WORD_FUNCTION) != 0)
    return FALSE;
  before = facts->words[tokens[at - 1].word].classes;

  return (before & LEADUP_WORD_PREPOSITION) != 0 &&
         (before & (LEADUP_WORD_SUBORDINATOR | LEADUP_WORD_CONJUNCTION)) == 0;
}

/* “Will be held”, “would still be there”: the participle says nothing and neither does “be” at
 * @at, but what stands before it does. */
static gboolean
is_future_before (const LeadupLexiconTable *table,
                  const LeadupLexiconTable *endings,
                  const LeadupToken        *tokens,
                  guint32                   from,
                  guint32                   at)
{
  if (at <= from || tense_of (table, endings, &tokens[at], 1) != NEUTRAL)
    return FALSE;
  if (tense_of (table, endings, &tokens[at - 1], 2) == 1)
    return TRUE;

  return at > from + 1 && tokens[at - 1].kind == LEADUP_TOKEN_WORD &&
         tense_of (table, endings, &tokens[at - 1], 1) == 0 &&
         tense_of (table, endings, &tokens[at - 2], 1) == 1;
}

/* “has invited her to Lima for talks on Monday”: whoever is asked to come has not come yet. */
static gboolean
is_invitation (const LeadupLexiconTable *table,
               const LeadupLexiconTable *endings,
               const LeadupToken        *tokens,
               guint32                   from,
               guint32                   end)
{
  static const char *const verbs[] = { "invited", "invites", "invite", "inviting", NULL };
  gboolean has_aim = FALSE;

  for (guint32 i = end; i > from; i--)
    {
      if (leadup_token_is_any (&tokens[i - 1], verbs))
        return has_aim;
      if (tense_of (table, endings, &tokens[i - 1], end - (i - 1)) != 0)
        return FALSE;
      has_aim = has_aim || leadup_token_is (&tokens[i - 1], "to") ||
                leadup_token_is (&tokens[i - 1], "for");
    }

  return FALSE;
}

/* “agreed to send envoys to Lima on Monday”: what somebody binds himself to is to come. */
static gboolean
is_undertaken (const LeadupToken *tokens,
               guint32            verb,
               guint32            end)
{
  static const char *const verbs[] = { "agreed",  "promised", "pledged",   "vowed",
                                       "offered", "undertook", "committed", NULL };

  return verb + 2 < end && leadup_token_is_any (&tokens[verb], verbs) &&
         leadup_token_is (&tokens[verb + 1], "to") &&
         tokens[verb + 2].kind == LEADUP_TOKEN_WORD && !tokens[verb + 2].is_capitalised;
}

/**
 * leadup_date_tense_find:
 * @article: an article with its sentences
 * @first_token: first of the expression
 * @end_token: behind its last
 *
 * Looks for the verb that governs an expression of time: the nearest before it in the sentence,
 * else the nearest after it.
 *
 * Returns: −1 for the past, 1 for the future, 0 if it does not show
 */
int
leadup_date_tense_find (const LeadupArticle *article,
                        guint32              first_token,
                        guint32              end_token)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupWordFacts *facts = leadup_word_facts_get (article->lexicon);
  const LeadupLexiconTable *table = facts->tense;
  const LeadupLexiconTable *endings = facts->tense_endings;
  const LeadupSentence *sentence;
  guint32 from, to;
  int tense = 0;

  if (article->sentences->len == 0)
    return 0;

  sentence = &g_array_index (article->sentences, LeadupSentence, tokens[first_token].sentence);
  /* “Wednesday's ruling” was made, “as early as Tuesday” is to come. */
  if (end_token < sentence->end_token && strcmp (tokens[end_token].folded, "'s") == 0)
    return -1;
  if (first_token >= sentence->first_token + 3 &&
      strcmp (tokens[first_token - 1].folded, "as") == 0 &&
      strcmp (tokens[first_token - 3].folded, "as") == 0 &&
      strcmp (tokens[first_token - 2].folded, "recently") != 0)
    return 1;
  if (is_invitation (table, endings, tokens, sentence->first_token, first_token))
    return 1;
  from = MAX (sentence->first_token + REACH, first_token) - REACH;
  to = MIN (sentence->end_token, end_token + REACH);

  for (guint32 i = first_token; i > from && tense == 0; i--)
    {
      tense = tense_of (table, endings, &tokens[i - 1], first_token - (i - 1));

      if (tense < 0 && is_attribute (facts, tokens, from, i - 1, first_token))
        tense = 0;
      else if (tense < 0 && is_undertaken (tokens, i - 1, first_token))
        tense = 1;
      /* “Is expected in Accra”. */
      else if (tense < 0 && i > from + 1 && tense_of (table, endings, &tokens[i - 2], 2) == 1)
        tense = 1;
      else if (tense < 0 && i > from + 2 && is_future_before (table, endings, tokens, from, i - 2))
        tense = 1;
      else if (tense == NEUTRAL && is_future_before (table, endings, tokens, from, i - 1))
        tense = 1;
    }

  for (guint32 i = end_token; i < to && tense == 0; i++)
    tense = tense_of (table, endings, &tokens[i], to - i);

  return tense == NEUTRAL ? 0 : tense;
}

/**
 * leadup_date_tense_is_planned:
 * @article: an article with its sentences
 * @first_token: first of the expression
 * @end_token: behind its last
 *
 * Tells “She plans to meet them on 3 May”, which is to come, from “They would meet on 3 May”, which
 * a story of the past says as well.
 *
 * Returns: whether the sentence speaks of what is to come and of nothing that was
 */
gboolean
leadup_date_tense_is_planned (const LeadupArticle *article,
                              guint32              first_token,
                              guint32              end_token)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupLexiconTable *table = leadup_lexicon_get_table (article->lexicon, "tense");
  const LeadupLexiconTable *endings = leadup_lexicon_get_table (article->lexicon, "tense-endings");
  const LeadupSentence *sentence;

  if (article->sentences->len == 0 ||
      leadup_date_tense_find (article, first_token, end_token) <= 0)
    return FALSE;
  sentence = &g_array_index (article->sentences, LeadupSentence, tokens[first_token].sentence);
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    if (leadup_token_is (&tokens[i], "would") ||
        tense_of (table, endings, &tokens[i], sentence->end_token - i) < 0)
      return FALSE;

  return TRUE;
}

/* Whether the participle at @at is of no past: “can be limited”, “are considered”. */
static gboolean
is_passive (const LeadupLexiconTable *table,
            const LeadupLexiconTable *endings,
            const LeadupToken        *tokens,
            guint32                   from,
            guint32                   at)
{
  for (guint32 i = at; i > from && i + 2 >= at; i--)
    if (i < at && tense_of (table, endings, &tokens[i], 1) == NEUTRAL)
      return TRUE;

  return at > from && tense_of (table, endings, &tokens[at - 1], 1) == NEUTRAL;
}

/**
 * leadup_date_tense_is_habit:
 * @article: an article with its sentences
 * @token: a word of a month or season without its year
 *
 * Tells what comes again every year (“from May to September it is usually dry”) from what happened
 * or will: a word of climate or custom, and no verb of another time.
 *
 * Returns: whether the sentence says what is usual
 */
gboolean
leadup_date_tense_is_habit (const LeadupArticle *article,
                            guint32              token)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupLexiconTable *table = leadup_word_facts_get (article->lexicon)->tense;
  const LeadupLexiconTable *endings = leadup_word_facts_get (article->lexicon)->tense_endings;
  const LeadupDateGrammar *grammar = leadup_date_grammar_get (article->lexicon);
  const LeadupSentence *sentence;
  gboolean is_usual = FALSE;

  if (article->sentences->len == 0)
    return FALSE;

  sentence = &g_array_index (article->sentences, LeadupSentence, tokens[token].sentence);
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    {
      int tense;

      is_usual = is_usual ||
                 strcmp (leadup_date_grammar_get_context (grammar, tokens[i].word), "usual") == 0;
      if (tokens[i].kind == LEADUP_TOKEN_NUMBER && strlen (tokens[i].folded) == 4)
        return FALSE;

      tense = tense_of (table, endings, &tokens[i], sentence->end_token - i);
      if (tense == 1 ||
          (tense == -1 && !is_passive (table, endings, tokens, sentence->first_token, i)))
        return FALSE;
    }

  return is_usual;
}
