/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline.h"

#include "article/leadup-actors.h"
#include "article/leadup-grammar.h"
#include "article/leadup-tokens.h"

#include <string.h>

/* How far a title may reach past the clause to finish a phrase. */
#define MAX_TITLE_TOKENS 40

typedef struct
{
  const LeadupArticle *article;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  GString *text;
  gsize characters;
  gsize good_length; /* bytes up to the end of the last whole phrase */
} Writer;

static LeadupTag
tag_at (const Writer *self,
        guint32       at)
{
  return at < self->article->tokens->len ? (LeadupTag) self->grammar[at].tag : LEADUP_TAG_BREAK;
}

static gboolean
is_word (const Writer *self,
         guint32       at,
         const char   *word)
{
  return at < self->article->tokens->len && strcmp (self->tokens[at].folded, word) == 0;
}

/* The token after a date at @at that the event is linked to, with its preposition; @at if there is
 * none. */
static guint32
skip_date (const Writer *self,
           guint32       at)
{
  guint32 first = at;

  if (tag_at (self, at) == LEADUP_TAG_PREPOSITION &&
      (is_word (self, at, "on") || is_word (self, at, "in")))
    first++;
  for (guint i = 0; i < self->article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (self->article->dates, LeadupDate, i);

      if (date->first_token == first && strcmp (date->type, "DATE") == 0)
        return date->end_token;
      if (date->first_token > first)
        break;
    }

  return at;
}

/* Whether a title can end before @at. */
static gboolean
is_border (const Writer *self,
           guint32       at)
{
  LeadupTag before = tag_at (self, at - 1);
  LeadupTag next = tag_at (self, at);

  if (before != LEADUP_TAG_NOUN && before != LEADUP_TAG_NAME && before != LEADUP_TAG_PRONOUN &&
      before != LEADUP_TAG_NUMBER && before != LEADUP_TAG_VERB && before != LEADUP_TAG_QUOTE)
    return FALSE;

  return next == LEADUP_TAG_PREPOSITION || next == LEADUP_TAG_COMMA || next == LEADUP_TAG_BREAK ||
         next == LEADUP_TAG_SUBORDINATOR || next == LEADUP_TAG_RELATIVE ||
         next == LEADUP_TAG_CONJUNCTION || next == LEADUP_TAG_TO;
}

static void
append_words (Writer     *self,
              const char *words,
              gsize       length,
              gboolean    has_space)
{
  if (self->text->len > 0 && has_space)
    {
      g_string_append_c (self->text, ' ');
      self->characters++;
    }
  g_string_append_len (self->text, words, (gssize) length);
  self->characters += (gsize) g_utf8_strlen (words, (gssize) length);
}

static void
append_token (Writer *self,
              guint32 at,
              guint32 last)
{
  LeadupSpan span = self->tokens[at].span;
  gboolean has_space =
      at == 0 || last + 1 != at || self->tokens[at - 1].span.end < self->tokens[at].span.start;

  append_words (self, self->article->text + span.start, span.end - span.start, has_space);
}

/* The pronoun that opens a title gives way to the name. */
static gboolean
write_subject (Writer                   *self,
               const LeadupArticleEvent *event,
               guint32                   first)
{
  const LeadupArticleActor *actor;
  const char *name;

  if (tag_at (self, first) != LEADUP_TAG_PRONOUN || event->initiators->len == 0)
    return FALSE;
  if (g_array_index (event->initiators, LeadupArgument, 0).actor < 0)
    return FALSE;

  actor = &g_array_index (self->article->actors, LeadupArticleActor,
                          g_array_index (event->initiators, LeadupArgument, 0).actor);
  name = actor->name;
  if (actor->kind == LEADUP_ACTOR_KIND_PERSON && strrchr (name, ' ') != NULL)
    name = strrchr (name, ' ') + 1;
  append_words (self, name, strlen (name), FALSE);

  return TRUE;
}

/* “… by proposing aid”: “Biden proposed aid”. The token after the verb, @first if it is no such
 * case. */
static guint32
write_gerund (Writer                   *self,
              const LeadupArticleEvent *event,
              guint32                   first)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (self->article->lexicon);
  guint32 verb = leadup_tokens_at (self->article, event->trigger.start);
  const LeadupArticleActor *actor;
  const char *past;
  guint32 lemma;

  if (verb >= self->article->tokens->len || tag_at (self, verb) != LEADUP_TAG_VERB ||
      !(self->grammar[verb].forms & LEADUP_FORM_ING) || verb == 0 ||
      tag_at (self, verb - 1) != LEADUP_TAG_PREPOSITION || event->initiators->len == 0 ||
      g_array_index (event->initiators, LeadupArgument, 0).actor < 0)
    return first;
  lemma = self->grammar[verb].lemma;
  if (lemma == 0 || facts->words[lemma].past == 0)
    return first;

  actor = &g_array_index (self->article->actors, LeadupArticleActor,
                          g_array_index (event->initiators, LeadupArgument, 0).actor);
  past = leadup_lexicon_get_word (self->article->lexicon, facts->words[lemma].past);
  append_words (self, actor->name, strlen (actor->name), FALSE);
  append_words (self, past, strlen (past), TRUE);

  return verb + 1;
}

/* Where the title ends at the latest: the clause, and of a statement what was said. */
static guint32
last_byte (const LeadupArticle      *article,
           const LeadupArticleEvent *event)
{
  guint32 end = event->span.end;

  for (guint i = 0; i < article->statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (article->statements, LeadupStatement, i);

      if (statement->content.start > event->span.end + 4096)
        break;
      if (statement->cue.start <= event->trigger.start &&
          statement->cue.end >= event->trigger.end &&
          statement->content.start >= event->trigger.end)
        end = MAX (end, statement->content.end);
    }

  return end;
}

static void
write_tokens (Writer *self,
              guint32 first,
              guint32 end_byte)
{
  guint32 last = G_MAXUINT32 - 1;
  guint32 at = first;

  for (guint n = 0; n < MAX_TITLE_TOKENS && at < self->article->tokens->len; n++)
    {
      guint32 next;

      if (self->tokens[at].span.start >= end_byte)
        break;
      next = skip_date (self, at);
      if (next > at)
        {
          at = next;
          continue;
        }
      if (tag_at (self, at) == LEADUP_TAG_BREAK && self->text->len > 0)
        break;
      append_token (self, at, last);
      last = at;
      at++;
      if (self->characters > LEADUP_HEADLINE_CHARACTERS)
        break;
      if (is_border (self, at) ||
          self->tokens[MIN (at, self->article->tokens->len - 1)].span.start >= end_byte)
        self->good_length = self->text->len;
    }
}

/* Drops what makes no title at the end, closes or drops quotes that were cut. */
static void
finish (Writer *self)
{
  const char *open;

  if (self->characters > LEADUP_HEADLINE_CHARACTERS)
    {
      gsize limit =
          (gsize) (g_utf8_offset_to_pointer (self->text->str, LEADUP_HEADLINE_CHARACTERS - 1) -
                   self->text->str);

      if (self->good_length > 20 && self->good_length <= limit)
        g_string_truncate (self->text, self->good_length);
      else
        {
          g_string_truncate (self->text, limit);
          while (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
            g_string_truncate (self->text, self->text->len - 1);
          g_strchomp (self->text->str);
          self->text->len = strlen (self->text->str);
          g_string_append (self->text, "…");
        }
    }

  while (self->text->len > 0 && strchr (" ,;:-(", self->text->str[self->text->len - 1]) != NULL)
    g_string_truncate (self->text, self->text->len - 1);
  open = strstr (self->text->str, "“");
  if (open != NULL && strstr (open, "”") == NULL)
    g_string_erase (self->text, open - self->text->str, (gssize) strlen ("“"));
}

/**
 * leadup_headline_make:
 * @article: the article
 * @event: one of its events
 *
 * Returns: (transfer full): the clause of the event as a headline of at most
 * LEADUP_HEADLINE_CHARACTERS characters: without the article it opens with, its date and what can
 * be cut at its end; a pronoun gives way to the name
 */
char *
leadup_headline_make (const LeadupArticle      *article,
                      const LeadupArticleEvent *event)
{
  Writer self = { .article = article };
  guint32 first, gerund;
  char *capital;

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self.text = g_string_new (NULL);

  first = leadup_tokens_at (article, event->span.start);
  while (tag_at (&self, first) == LEADUP_TAG_SUBORDINATOR ||
         tag_at (&self, first) == LEADUP_TAG_CONJUNCTION ||
         tag_at (&self, first) == LEADUP_TAG_COMMA || tag_at (&self, first) == LEADUP_TAG_QUOTE)
    first++;
  gerund = write_gerund (&self, event, first);
  if (gerund != first)
    first = gerund;
  else if (is_word (&self, first, "the") || is_word (&self, first, "a") ||
           is_word (&self, first, "an") || write_subject (&self, event, first))
    first++;

  write_tokens (&self, first, last_byte (article, event));
  finish (&self);
  if (self.text->len > 0)
    {
      capital = g_utf8_strup (self.text->str,
                              (gssize) (g_utf8_next_char (self.text->str) - self.text->str));
      g_string_erase (self.text, 0, g_utf8_next_char (self.text->str) - self.text->str);
      g_string_prepend (self.text, capital);
      g_free (capital);
    }

  return g_string_free (self.text, FALSE);
}
