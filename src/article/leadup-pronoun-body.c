/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-pronoun-body.h"

#include "article/leadup-actors.h"
#include "article/leadup-grammar.h"

#include <string.h>

/* “It … It … It …”: how many sentences may go on about one body. */
#define MAX_CHAIN 3
/* “On Monday, ”: what may stand before the subject of a sentence. */
#define MAX_OPENING_TOKENS 8
/* No token. */
#define NO_TOKEN G_MAXUINT32

typedef struct
{
  const LeadupArticle *article;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  const LeadupWordFacts *facts;
} Reader;

static const LeadupSentence *
sentence_of (const Reader *self,
             guint32       token)
{
  return &g_array_index (self->article->sentences, LeadupSentence, self->tokens[token].sentence);
}

static gboolean
is_calendar_word (const Reader *self,
                  guint32       at)
{
  const guint32 word = self->tokens[at].word;

  return self->tokens[at].kind == LEADUP_TOKEN_NUMBER ||
         (word <= self->facts->n_words &&
          (self->facts->words[word].classes & LEADUP_WORD_CALENDAR) != 0);
}

/* Where the subject of a sentence can begin: behind “But”, “Meanwhile,” and “On Monday”. */
static guint32
skip_opening (const Reader         *self,
              const LeadupSentence *sentence)
{
  guint32 at = sentence->first_token;
  guint32 day;

  if (self->grammar[at].tag == LEADUP_TAG_CONJUNCTION)
    at++;
  if (at >= sentence->end_token || (self->grammar[at].tag != LEADUP_TAG_PREPOSITION &&
                                    self->grammar[at].tag != LEADUP_TAG_ADVERB))
    return at;
  for (guint32 i = at + 1; i < sentence->end_token && i < at + MAX_OPENING_TOKENS; i++)
    if (self->grammar[i].tag == LEADUP_TAG_COMMA)
      return i + 1;
    else if (leadup_tag_is_verbal ((LeadupTag) self->grammar[i].tag))
      break;
  for (day = at + 1; day < sentence->end_token && is_calendar_word (self, day);)
    day++;

  return day > at + 1 || self->grammar[at].tag == LEADUP_TAG_ADVERB ? day : at;
}

/* The main verb from @at on, NO_TOKEN if that is none: of “has also accused” the last. */
static guint32
find_verb (const Reader *self,
           guint32       at,
           guint32       end)
{
  while (at < end && (self->grammar[at].tag == LEADUP_TAG_ADVERB ||
                      self->grammar[at].tag == LEADUP_TAG_AUXILIARY))
    at++;

  return at < end && self->grammar[at].tag == LEADUP_TAG_VERB ? at : NO_TOKEN;
}

/* Whether the verb is one by which only somebody acts: a missile hits and rain displaces, but
 * neither accuses, summons or expels. */
static gboolean
needs_somebody (const Reader *self,
                guint32       verb)
{
  static const char *const blind[] = { "strike", "report", "none", NULL };
  const guint32 lemma = self->grammar[verb].lemma;
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (self->facts->verbs, lemma);

  if (leadup_lexicon_table_find_word (self->facts->cues, lemma) != NULL)
    return TRUE;

  return row != NULL && !g_strv_contains (blind, row->columns[LEADUP_VERB_CATEGORY]) &&
         (!g_str_equal (row->columns[LEADUP_VERB_CATEGORY], "migration") ||
          g_str_equal (row->columns[LEADUP_VERB_PLOVER], "COERCE"));
}

/* “It has urged”, not “It was urged”, which tells of a thing as well. */
static gboolean
is_active (const Reader *self,
           guint32       first,
           guint32       verb)
{
  static const char *const forms[] = { "is", "was", "are", "were", "be", "been", NULL };

  if ((self->grammar[verb].forms & LEADUP_FORM_ING) != 0)
    return TRUE;
  for (guint32 i = first; i < verb; i++)
    if (leadup_token_is_any (&self->tokens[i], forms))
      return FALSE;

  return TRUE;
}

/* “Chad rejected the report. It said …”: the paper may say it as well. */
static gboolean
has_paper (const Reader         *self,
           const LeadupSentence *sentence,
           guint32               from)
{
  static const char *const papers[] = {
    "report",   "article",     "statement", "letter",   "resolution", "document", "law",
    "bill",     "text",        "draft",     "decree",   "order",      "note",     "message",
    "video",    "post",        "tweet",     "ruling",   "verdict",    "treaty",   "agreement",
    "deal",     "pact",        "accord",    "plan",     "study",      "book",     "indictment",
    "website",  "declaration", "communique", "paper",   "newspaper",  "channel",  "station",
    "warrant",  "complaint",   "petition",  "proposal", "offer",      "move",     "step",
    NULL,
  };

  for (guint32 i = from; i < sentence->end_token; i++)
    if (leadup_token_is_any (&self->tokens[i], papers))
      return TRUE;

  return FALSE;
}

/* Whether the noun means one body, not its people: “army”, not “soldiers” and not “minister”. */
static gboolean
is_body_noun (const Reader *self,
              guint32       at)
{
  static const char *const bodies[] = { "government", "ministry", "army",       "military", "navy",
                                        "regime",     "junta",    "parliament", "embassy",  "coalition",
                                        "cabinet",    "presidency", "command",  "force",    "group",
                                        "movement",   "militia",  "party",      "bloc",     "alliance",
                                        "company",    "council",  "commission", "agency",   "mission",
                                        "court",      "opposition", "union",    "committee", NULL };

  return leadup_token_is_any (&self->tokens[at], bodies);
}

/* A state, a body, or a name of one word of which nothing says that it is a person’s. */
static gboolean
can_be_body (const LeadupArticleActor *actor)
{
  if (actor->kind == LEADUP_ACTOR_KIND_PERSON)
    return actor->pronoun == '\0' && actor->role == NULL && strchr (actor->name, ' ') == NULL;

  return actor->kind == LEADUP_ACTOR_KIND_STATE || actor->kind == LEADUP_ACTOR_KIND_ORGANISATION ||
         actor->kind == LEADUP_ACTOR_KIND_ARMED_GROUP || actor->kind == LEADUP_ACTOR_KIND_MEDIA;
}

/* The body that a phrase names, −1 if that is a person, many or a thing. */
static gint32
read_body (const Reader *self,
           guint32       first,
           guint32       end)
{
  const LeadupMention *last;
  guint n = leadup_article_count_mentions (self->article, end);

  last = n > 0 ? leadup_article_get_mention (self->article, n - 1) : NULL;
  if (last == NULL || last->first_token < first || last->actor < 0 ||
      !can_be_body (leadup_article_get_actor (self->article, last->actor)))
    return -1;
  if (last->end_token == end && self->tokens[end - 1].is_capitalised &&
      self->grammar[end - 1].tag == LEADUP_TAG_NAME)
    return last->kind == LEADUP_ACTOR_KIND_NATIONALITY ? -1 : last->actor;

  return is_body_noun (self, end - 1) ? last->actor : -1;
}

/* The end of a phrase of nouns that begins at @first. */
static guint32
skip_nouns (const Reader *self,
            guint32       first,
            guint32       end)
{
  guint32 at = first;

  while (at < end)
    {
      guint n = leadup_article_count_mentions (self->article, at + 1);
      const LeadupMention *name = n > 0 ? leadup_article_get_mention (self->article, n - 1) : NULL;
      LeadupTag tag = (LeadupTag) self->grammar[at].tag;

      if (name != NULL && name->first_token <= at && name->end_token > at)
        at = name->end_token;
      else if (tag == LEADUP_TAG_DETERMINER || tag == LEADUP_TAG_ADJECTIVE ||
               tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_NAME || tag == LEADUP_TAG_POSSESSIVE ||
               tag == LEADUP_TAG_HYPHEN)
        at++;
      else
        break;
    }

  return MIN (at, end);
}

/* The body that is the subject of a sentence, and where its verb can stand in @end. */
static gint32
read_subject (const Reader         *self,
              const LeadupSentence *sentence,
              guint32              *end)
{
  guint32 first = skip_opening (self, sentence);
  guint32 head = skip_nouns (self, first, sentence->end_token);

  if (head == first)
    return -1;
  *end = head;
  /* “The ministry in Velm”. */
  if (leadup_token_is (&self->tokens[head], "in") || leadup_token_is (&self->tokens[head], "of"))
    *end = skip_nouns (self, head + 1, sentence->end_token);
  if (*end >= sentence->end_token ||
      (!leadup_tag_is_verbal ((LeadupTag) self->grammar[*end].tag) &&
       self->grammar[*end].tag != LEADUP_TAG_ADVERB))
    return -1;

  return read_body (self, first, head);
}

/* “It accused Chad of …”: whoever accuses himself, it is not Chad. */
static gboolean
is_named_behind (const Reader *self,
                 guint32       verb,
                 guint32       end,
                 gint32        actor)
{
  for (guint i = leadup_article_count_mentions (self->article, verb + 1);
       i < self->article->mentions->len; i++)
    {
      const LeadupMention *mention = leadup_article_get_mention (self->article, i);

      if (mention->first_token >= end)
        break;
      if (mention->actor == actor &&
          self->grammar[mention->end_token - 1].tag != LEADUP_TAG_ADJECTIVE)
        return TRUE;
    }

  return FALSE;
}

/**
 * leadup_pronoun_body_find:
 * @article: an article with actors
 * @token: “it”
 *
 * “Chad denied it. It accused Mali of …”: where a sentence begins with “it” and only somebody can
 * do what it tells, the state or body that is the subject of the sentence before.
 *
 * Returns: the actor, −1 if that is not clear
 */
gint32
leadup_pronoun_body_find (const LeadupArticle *article,
                          guint32              token)
{
  Reader self = { .article = article };
  const LeadupSentence *here;
  guint32 verb;

  g_return_val_if_fail (article != NULL, -1);
  g_return_val_if_fail (token < article->tokens->len, -1);

  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self.facts = leadup_word_facts_get (article->lexicon);
  here = sentence_of (&self, token);
  if (skip_opening (&self, here) != token)
    return -1;
  verb = find_verb (&self, token + 1, here->end_token);
  if (verb == NO_TOKEN || !needs_somebody (&self, verb) || !is_active (&self, token, verb))
    return -1;

  for (guint n = 0; n < MAX_CHAIN && here->first_token > 0; n++)
    {
      const LeadupSentence *before = sentence_of (&self, here->first_token - 1);
      guint32 end = before->first_token;
      guint32 subject = skip_opening (&self, before);
      gint32 actor;

      if (self.tokens[subject].is_quoted != self.tokens[token].is_quoted ||
          self.tokens[subject].is_furniture)
        return -1;
      if (subject < before->end_token && leadup_token_is (&self.tokens[subject], "it"))
        {
          here = before;
          continue;
        }
      actor = read_subject (&self, before, &end);
      if (actor < 0 || has_paper (&self, before, end) ||
          is_named_behind (&self, verb, sentence_of (&self, token)->end_token, actor))
        return -1;

      return actor;
    }

  return -1;
}
