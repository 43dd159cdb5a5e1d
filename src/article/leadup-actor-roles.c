/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-actor-roles.h"

#include "article/leadup-grammar.h"

#include <string.h>

/* A role longer than this is a clause. */
#define MAX_ROLE_TOKENS 12

typedef struct
{
  LeadupArticle *article;
  const LeadupWordFacts *facts;
  const LeadupLexiconTable *bodies;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
} Reader;

static gboolean
is_office (const Reader *self,
           guint32       at)
{
  guint32 word = self->tokens[at].word;
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (self->facts->titles, word);

  if (row != NULL && !g_str_equal (row->columns[1], "address"))
    return TRUE;

  return word <= self->facts->n_words &&
         (self->facts->words[word].classes & LEADUP_WORD_PEOPLE) != 0;
}

/* “the prosecution of minister Roe” is no office of hers. */
static gboolean
is_deed (const Reader *self,
         guint32       at)
{
  return leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[at].word) != NULL;
}

static gboolean
belongs (const Reader *self,
         guint32       at)
{
  switch ((LeadupTag) self->grammar[at].tag)
    {
    case LEADUP_TAG_NOUN:
    case LEADUP_TAG_NAME:
    case LEADUP_TAG_ADJECTIVE:
    case LEADUP_TAG_POSSESSIVE:
    case LEADUP_TAG_HYPHEN:
      return TRUE;

    case LEADUP_TAG_PREPOSITION:
      return strcmp (self->tokens[at].folded, "of") == 0 ||
             strcmp (self->tokens[at].folded, "for") == 0;

    case LEADUP_TAG_CONJUNCTION:
    case LEADUP_TAG_OTHER:
    case LEADUP_TAG_PRONOUN:
    case LEADUP_TAG_NUMBER:
    case LEADUP_TAG_ADVERB:
    case LEADUP_TAG_DETERMINER:
    case LEADUP_TAG_TO:
    case LEADUP_TAG_VERB:
    case LEADUP_TAG_AUXILIARY:
    case LEADUP_TAG_MODAL:
    case LEADUP_TAG_NEGATION:
    case LEADUP_TAG_SUBORDINATOR:
    case LEADUP_TAG_RELATIVE:
    case LEADUP_TAG_COMMA:
    case LEADUP_TAG_BREAK:
    case LEADUP_TAG_QUOTE:
    default:
      return FALSE;
    }
}

static void
add_bodies (const Reader       *self,
            LeadupArticleActor *actor,
            guint32             first,
            guint32             end)
{
  for (guint i = leadup_article_count_mentions (self->article, first);
       i < self->article->mentions->len; i++)
    {
      const LeadupMention *mention = &g_array_index (self->article->mentions, LeadupMention, i);
      gboolean is_known = FALSE;
      guint32 body = (guint32) mention->actor;

      if (mention->first_token >= end)
        break;
      if (mention->actor < 0 ||
          (mention->kind != LEADUP_ACTOR_KIND_ORGANISATION &&
           mention->kind != LEADUP_ACTOR_KIND_STATE &&
           mention->kind != LEADUP_ACTOR_KIND_ARMED_GROUP &&
           mention->kind != LEADUP_ACTOR_KIND_MEDIA))
        continue;
      for (guint j = 0; j < actor->member_of->len; j++)
        is_known = is_known || g_array_index (actor->member_of, guint32, j) == body;
      if (!is_known)
        g_array_append_val (actor->member_of, body);
    }
}

/* “a former member of the council”. */
static gboolean
is_over (const Reader *self,
         guint32       first,
         guint32       end)
{
  static const char *const words[] = { "former", "ex", "retired", "ousted", "deposed", NULL };

  for (guint32 i = first > 0 ? first - 1 : 0; i < end; i++)
    if (leadup_token_is_any (&self->tokens[i], words))
      return TRUE;

  return FALSE;
}

static void
set_role (const Reader  *self,
          LeadupMention *person,
          guint32        first,
          guint32        end)
{
  LeadupArticleActor *actor =
      &g_array_index (self->article->actors, LeadupArticleActor, person->actor);
  LeadupSpan span = { self->tokens[first].span.start, self->tokens[end - 1].span.end };

  /* “her Peruvian counterpart” says where he belongs alone. */
  if (actor->role == NULL && strcmp (self->tokens[end - 1].folded, "counterpart") != 0)
    actor->role = leadup_article_dup_span (self->article, span);

  /* Bodies and states named in the role are what the person belongs to, or has belonged to. */
  if (!is_over (self, first, end))
    add_bodies (self, actor, first, end);
}

/* “President” of “the wife of President Bo Poe”: no part of what she is. */
static gboolean
is_title_of (const Reader *self,
             guint32       first,
             guint32       name)
{
  const LeadupLexiconRow *row =
    leadup_lexicon_table_match (self->facts->titles, &self->tokens[first], name - first);

  return row != NULL && first + row->n_words == name && self->tokens[first].is_capitalised;
}

/* Whether words between commas say who somebody is: “the envoy”, “Chad’s envoy”, but not
 * “ministers”, who are many, “the company”, “the young man”, or “his wife”, which says nothing
 * without him. */
static gboolean
opens_role (const Reader         *self,
            const LeadupSentence *sentence,
            guint32               first,
            guint32               head)
{
  static const char *const kin[] = {
    "wife",   "husband", "son",    "daughter", "brother", "sister",  "father", "mother",
    "widow",  "friend",  "cousin", "uncle",    "aunt",    "nephew",  "niece",  "partner",
    "critic", "rival",   "opponent", "author",  "parent", "neighbour", "neighbor",
    "man",    "woman",   "boy",    "girl", NULL,
  };

  if (leadup_token_is_any (&self->tokens[head], kin) ||
      (g_str_has_suffix (self->tokens[head].folded, "s") &&
       !g_str_has_suffix (self->tokens[head].folded, "ss")) ||
      leadup_lexicon_table_find_word (self->bodies, self->tokens[head].word) != NULL)
    return FALSE;
  if (first > sentence->first_token && self->grammar[first - 1].tag == LEADUP_TAG_DETERMINER)
    return TRUE;
  for (guint32 i = first; i < sentence->end_token && i < first + MAX_ROLE_TOKENS; i++)
    if (self->grammar[i].tag == LEADUP_TAG_POSSESSIVE || self->grammar[i].tag == LEADUP_TAG_COMMA)
      return self->grammar[i].tag == LEADUP_TAG_POSSESSIVE;

  return FALSE;
}

/* Whether a name stands between commas behind an office, and what follows does not go on with a
 * list: “The envoy of Chad, Ada Roe, left”. */
static gboolean
is_between_commas (const Reader         *self,
                   const LeadupSentence *sentence,
                   const LeadupMention  *person)
{
  guint32 after = person->end_token + 1;
  LeadupTag tag;

  if (person->first_token < sentence->first_token + 2 || after >= sentence->end_token ||
      self->grammar[person->first_token - 1].tag != LEADUP_TAG_COMMA ||
      self->grammar[after - 1].tag != LEADUP_TAG_COMMA)
    return FALSE;

  tag = (LeadupTag) self->grammar[after].tag;
  /* “The envoy, Ada Roe, and her aide left”. */
  if (tag == LEADUP_TAG_CONJUNCTION)
    return after + 1 < sentence->end_token &&
           self->grammar[after + 1].tag == LEADUP_TAG_DETERMINER;

  return leadup_tag_is_verbal (tag) || tag == LEADUP_TAG_ADVERB || tag == LEADUP_TAG_PREPOSITION ||
         tag == LEADUP_TAG_RELATIVE || tag == LEADUP_TAG_SUBORDINATOR;
}

/* Whether a role goes on before @at: “of” only inside an office, so “chief of staff”, not “the work
 * of minister …”. Between commas its body may have an article: “head of the union, Ada Roe,”. */
static gboolean
goes_on (const Reader         *self,
         const LeadupSentence *sentence,
         guint32               at,
         guint32               end,
         guint32               name)
{
  LeadupTag tag = (LeadupTag) self->grammar[at - 1].tag;

  if (tag == LEADUP_TAG_DETERMINER)
    return end < name && at > sentence->first_token + 2 &&
           self->grammar[at - 2].tag == LEADUP_TAG_PREPOSITION && belongs (self, at - 2) &&
           is_office (self, at - 3);
  if (!belongs (self, at - 1))
    return FALSE;

  return tag != LEADUP_TAG_PREPOSITION ||
         (at > sentence->first_token + 1 &&
          is_office (self, at - 2) && !is_deed (self, at - 2) && !is_title_of (self, at, name));
}

/* “White House deputy chief of staff Stephen Miller”, “Chad’s envoy, Ada Roe, left”. */
static void
read_before (const Reader         *self,
             const LeadupSentence *sentence,
             LeadupMention        *person)
{
  guint32 end = person->first_token - is_between_commas (self, sentence, person);
  guint32 first = end, head = end - 1;

  if (first == sentence->first_token)
    return;
  while (first > sentence->first_token && end - first < MAX_ROLE_TOKENS &&
         goes_on (self, sentence, first, end, person->first_token))
    first--;
  while (first < end && (self->grammar[first].tag == LEADUP_TAG_POSSESSIVE ||
                         self->grammar[first].tag == LEADUP_TAG_PREPOSITION ||
                         self->grammar[first].tag == LEADUP_TAG_HYPHEN))
    first++;
  /* “Head” of “head of the union”. */
  for (guint32 i = first + 1; i < end && end < person->first_token; i++)
    if (self->grammar[i].tag == LEADUP_TAG_PREPOSITION)
      {
        head = i - 1;
        break;
      }
  if (first < end && is_office (self, head) &&
      (end == person->first_token || opens_role (self, sentence, first, head)))
    set_role (self, person, first, end);
}

/* “Hayes Brown, a writer for the paper,”. */
static void
read_after (const Reader         *self,
            const LeadupSentence *sentence,
            LeadupMention        *person)
{
  guint32 at = person->end_token;
  guint32 first, end;
  gboolean has_office = FALSE;

  if (at + 2 >= sentence->end_token || strcmp (self->tokens[at].folded, ",") != 0)
    return;
  first = at + 1;
  /* “Ada Roe, and the government” joins, and says nothing of her. */
  if (self->grammar[first].tag == LEADUP_TAG_CONJUNCTION)
    return;
  if (self->grammar[first].tag == LEADUP_TAG_DETERMINER)
    first++;

  for (end = first; end < sentence->end_token && end - first < MAX_ROLE_TOKENS; end++)
    {
      LeadupTag tag = self->grammar[end].tag;

      has_office = has_office || is_office (self, end);
      if (!belongs (self, end) && tag != LEADUP_TAG_DETERMINER && tag != LEADUP_TAG_CONJUNCTION &&
          !(tag == LEADUP_TAG_PREPOSITION && has_office))
        break;
    }

  if (end == first || !has_office || end >= sentence->end_token)
    return;
  if (self->grammar[end].tag != LEADUP_TAG_COMMA && self->grammar[end].tag != LEADUP_TAG_BREAK &&
      self->grammar[end].tag != LEADUP_TAG_RELATIVE)
    return;
  /* A list of people is no apposition. */
  if (self->grammar[first].tag == LEADUP_TAG_NAME && !is_office (self, first) &&
      !is_office (self, end - 1))
    return;

  set_role (self, person, first, end);
  /* “Ada Roe, commander, Northern Command, met”: the office without an article has its body behind
   * the comma. */
  if (first == at + 1 && end == first + 1 && self->grammar[end].tag == LEADUP_TAG_COMMA &&
      end + 1 < sentence->end_token && self->tokens[end + 1].is_capitalised)
    add_bodies (self, leadup_article_get_actor (self->article, person->actor), end + 1, end + 2);
}

/**
 * leadup_actor_roles_find:
 * @article: an article with actors
 *
 * Reads what people are from the words beside their names, and where they belong from the bodies
 * and states that these words name.
 */
void
leadup_actor_roles_find (LeadupArticle *article)
{
  Reader self = { .article = article };

  g_return_if_fail (article != NULL);

  self.facts = leadup_word_facts_get (article->lexicon);
  self.bodies = leadup_lexicon_get_table (article->lexicon, "organisation-nouns");
  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      LeadupMention *mention = &g_array_index (article->mentions, LeadupMention, i);
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence,
                                                       self.tokens[mention->first_token].sentence);

      if (mention->kind != LEADUP_ACTOR_KIND_PERSON || mention->actor < 0)
        continue;
      read_before (&self, sentence, mention);
      read_after (&self, sentence, mention);
    }
}
