/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-unnamed.h"

#include "article/leadup-grammar.h"

#include <string.h>

/* How far from a number the word stands that says what happened to so many. */
#define MAX_TOLL_TOKENS 5
/* How far from a number those stand of whom it counts some. */
#define MAX_PEOPLE_TOKENS 12
/* A title is no longer. */
#define MAX_TITLE_TOKENS 4

typedef struct
{
  const LeadupArticle *article;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  const LeadupWordFacts *facts;
  const LeadupLexiconTable *words;
  const LeadupLexiconTable *people;
  guint32 first;
  guint32 end;
} Reader;

/* Whether the table of words that stand for somebody has the token as such a word. */
static gboolean
is_kind (const Reader *self,
         guint32       at,
         const char   *kind)
{
  const LeadupLexiconRow *row;

  if (at < self->first || at >= self->end)
    return FALSE;

  row = leadup_lexicon_table_find_word (self->words, self->tokens[at].word);
  for (; row != NULL; row = leadup_lexicon_table_next_same (self->words, row))
    if (g_str_equal (row->columns[1], kind))
      return TRUE;

  return FALSE;
}

static gboolean
is_toll (const Reader *self,
         guint32       at)
{
  return leadup_lexicon_table_find_word (self->facts->tolls, self->tokens[at].word) != NULL;
}

static gboolean
is_of_people (const Reader *self,
              guint32       at)
{
  return self->grammar[at].tag == LEADUP_TAG_NOUN &&
         leadup_lexicon_table_find_word (self->people, self->tokens[at].word) != NULL;
}

static gboolean
is_verb (const Reader *self,
         guint32       at)
{
  return at < self->end && leadup_tag_is_verbal ((LeadupTag) self->grammar[at].tag);
}

/* Whether a noun follows, which says what the number counts: “15 ships”, “three more deaths”. */
static gboolean
has_noun (const Reader *self,
          guint32       at)
{
  guint32 next = at + 1;

  while (next < self->end && is_kind (self, next, "more"))
    next++;
  if (next >= self->end)
    return FALSE;
  if (self->grammar[next].tag == LEADUP_TAG_ADJECTIVE)
    return !is_toll (self, next) ||
           (next + 1 < self->end && self->grammar[next + 1].tag == LEADUP_TAG_NOUN);

  return self->grammar[next].tag == LEADUP_TAG_NOUN || self->grammar[next].tag == LEADUP_TAG_NAME ||
         self->grammar[next].tag == LEADUP_TAG_NUMBER ||
         self->grammar[next].tag == LEADUP_TAG_HYPHEN;
}

/* “Injured another 15”, “496 had been killed”. */
static gboolean
has_toll (const Reader *self,
          guint32       at)
{
  guint32 before = at;

  while (is_kind (self, before - 1, "more") && before > self->first)
    before--;
  if (before > self->first && is_toll (self, before - 1))
    return TRUE;

  for (guint32 i = at + 1; i < self->end && i <= at + MAX_TOLL_TOKENS; i++)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i].tag;

      if (is_toll (self, i))
        return TRUE;
      if (tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_NOUN ||
          tag == LEADUP_TAG_CONJUNCTION || tag == LEADUP_TAG_PREPOSITION ||
          tag == LEADUP_TAG_DETERMINER)
        return FALSE;
    }

  return FALSE;
}

/* “13 people were hurt, but 11 were …”: of whom it counts some. */
static gboolean
has_people (const Reader *self,
            guint32       at)
{
  for (guint32 i = at; i > self->first && i + MAX_PEOPLE_TOKENS > at; i--)
    if (is_of_people (self, i - 1) || is_toll (self, i - 1) ||
        (is_kind (self, i - 1, "them") && i - 1 > self->first &&
         strcmp (self->tokens[i - 2].folded, "of") == 0))
      return TRUE;

  /* “77 were women”. */
  return at + 2 < self->end && self->grammar[at + 1].tag != LEADUP_TAG_PREPOSITION &&
         is_of_people (self, at + 2);
}

/* “One of the men”, “two of the 12 killed”: whom a number takes some of. */
static gboolean
is_of_them (const Reader *self,
            guint32       at)
{
  guint32 i = at + 2;

  if (i >= self->end || strcmp (self->tokens[at + 1].folded, "of") != 0 ||
      !is_kind (self, i, "them"))
    return FALSE;
  if (strcmp (self->tokens[i].folded, "them") == 0)
    return has_people (self, at);

  for (i++;
       i < self->end &&
       (self->grammar[i].tag == LEADUP_TAG_ADJECTIVE || self->grammar[i].tag == LEADUP_TAG_NOUN ||
        self->grammar[i].tag == LEADUP_TAG_NAME || self->grammar[i].tag == LEADUP_TAG_NUMBER);
       i++)
    if (is_toll (self, i))
      return TRUE;

  return is_of_people (self, i - 1) ||
         (self->tokens[i - 1].kind == LEADUP_TOKEN_NUMBER && has_toll (self, i - 1));
}

/* “Others say”, “scores died”: what is told of a few without a noun is told of people. */
static gboolean
does_as_people (const Reader *self,
                guint32       at)
{
  return at + 1 < self->end && self->grammar[at + 1].tag == LEADUP_TAG_VERB &&
         ((self->grammar[at + 1].forms & LEADUP_FORM_PAST) != 0 || is_toll (self, at + 1) ||
          leadup_lexicon_table_find_word (self->facts->cues, self->grammar[at + 1].lemma) != NULL);
}

/* A number or “others” for so many people: “injured another 15”, “one of the men”, “others say”. */
static gboolean
counts_people (const Reader *self,
               guint32       at)
{
  gboolean is_word = is_kind (self, at, "quantity");

  if (!is_word &&
      (self->tokens[at].kind != LEADUP_TOKEN_NUMBER ||
       self->tokens[at].folded[strspn (self->tokens[at].folded, "0123456789,")] != '\0'))
    return FALSE;
  if (has_noun (self, at) || self->tokens[at].is_dated ||
      (at > self->first && is_kind (self, at - 1, "money")))
    return FALSE;
  if (at + 1 < self->end && strcmp (self->tokens[at + 1].folded, "of") == 0)
    return is_of_them (self, at);
  if (!is_word)
    return has_toll (self, at) ||
           (is_verb (self, at + 1) && has_people (self, at) &&
            (at == self->first || self->grammar[at - 1].tag != LEADUP_TAG_DETERMINER));

  return strcmp (self->tokens[at].folded, "one") != 0 &&
         (has_toll (self, at) || (at == self->first && does_as_people (self, at)));
}

/* “Judge Ada Roe”: the office before the name of its bearer. */
static gint32
find_bearer (const Reader        *self,
             const LeadupMention *next,
             guint32              at,
             guint32             *end)
{
  const LeadupLexiconRow *row;

  if (next == NULL || next->kind != LEADUP_ACTOR_KIND_PERSON || next->actor < 0 ||
      next->first_token <= at || next->first_token > at + MAX_TITLE_TOKENS ||
      !self->tokens[at].is_capitalised || self->tokens[at].starts_sentence)
    return -1;

  row = leadup_lexicon_table_match (self->facts->titles, &self->tokens[at], next->first_token - at);
  if (row == NULL || at + row->n_words != next->first_token ||
      g_str_equal (row->columns[1], "address"))
    return -1;

  *end = next->first_token;

  return next->actor;
}

static gboolean
stands_for_somebody (const Reader *self,
                     guint32       at)
{
  const LeadupToken *token = &self->tokens[at];

  if (token->kind == LEADUP_TOKEN_NUMBER)
    return counts_people (self, at);
  /* “US” is no “us”. */
  if (token->kind != LEADUP_TOKEN_WORD || (token->is_all_capitals && token->folded[1] != '\0') ||
      leadup_lexicon_table_find_word (self->words, token->word) == NULL)
    return FALSE;

  return is_kind (self, at, "person") || (token->is_quoted && is_kind (self, at, "speaker")) ||
         counts_people (self, at);
}

/* The mentions with those of @found between them, in order. */
static GArray *
merge (GArray *mentions,
       GArray *found)
{
  GArray *all = g_array_sized_new (FALSE, TRUE, sizeof (LeadupMention), mentions->len + found->len);
  guint next = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const LeadupMention *mention = &g_array_index (found, LeadupMention, i);

      while (next < mentions->len &&
             g_array_index (mentions, LeadupMention, next).first_token < mention->first_token)
        g_array_append_val (all, g_array_index (mentions, LeadupMention, next++));
      g_array_append_val (all, *mention);
    }
  if (next < mentions->len)
    g_array_append_vals (all, &g_array_index (mentions, LeadupMention, next), mentions->len - next);

  return all;
}

/**
 * leadup_unnamed_find:
 * @article: an article with its events
 *
 * Adds the mentions that are no names: the titles of people, pronouns that can mean two or mean
 * people without a name, and numbers of people. But for titles they have no actor, and no event
 * comes from them.
 */
void
leadup_unnamed_find (LeadupArticle *article)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (LeadupMention));
  Reader self = { .article = article };
  GArray *all;
  guint next = 0;

  g_return_if_fail (article != NULL);

  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self.facts = leadup_word_facts_get (article->lexicon);
  self.words = leadup_lexicon_get_table (article->lexicon, "unnamed");
  self.people = leadup_lexicon_get_table (article->lexicon, "people-nouns");

  for (guint s = 0; s < article->sentences->len; s++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, s);

      self.first = sentence->first_token;
      self.end = sentence->end_token;
      for (guint32 i = self.first; i < self.end; i++)
        {
          const LeadupMention *name;
          LeadupMention mention = { .first_token = i,
                                    .end_token = i + 1,
                                    .span = self.tokens[i].span,
                                    .kind = LEADUP_ACTOR_KIND_PERSON,
                                    .actor = -1 };

          while (next < article->mentions->len &&
                 leadup_article_get_mention (article, next)->end_token <= i)
            next++;
          name = next < article->mentions->len ? leadup_article_get_mention (article, next) : NULL;
          if (self.tokens[i].is_furniture || (name != NULL && name->first_token <= i))
            continue;
          mention.actor = find_bearer (&self, name, i, &mention.end_token);
          if (mention.actor < 0 && !stands_for_somebody (&self, i))
            continue;
          mention.span.end = self.tokens[mention.end_token - 1].span.end;
          g_array_append_val (found, mention);
          i = mention.end_token - 1;
        }
    }

  all = merge (article->mentions, found);
  g_array_unref (article->mentions);
  article->mentions = all;
}
