/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-article.h"

#include "article/leadup-clauses.h"
#include "article/leadup-lexicon.h"

#include <string.h>

/* Bytes between two counts of code points. */
#define MARK_BYTES 256

static void
clear_date (gpointer data)
{
  LeadupDate *date = data;

  g_free (date->value);
  g_clear_pointer (&date->when, leadup_when_unref);
}

static void
clear_actor (gpointer data)
{
  LeadupArticleActor *actor = data;

  g_free (actor->name);
  g_free (actor->role);
  g_clear_pointer (&actor->aliases, g_ptr_array_unref);
  g_clear_pointer (&actor->member_of, g_array_unref);
}

static void
clear_event (gpointer data)
{
  LeadupArticleEvent *event = data;

  g_clear_pointer (&event->initiators, g_array_unref);
  g_clear_pointer (&event->targets, g_array_unref);
  g_clear_pointer (&event->values, g_array_unref);
  g_clear_pointer (&event->when, leadup_when_unref);
  g_free (event->title);
}

static guint32
count_characters (const char *text,
                  gsize       length)
{
  guint32 count = 0;

  for (gsize i = 0; i < length; i++)
    count += ((guchar) text[i] & 0xc0) != 0x80;

  return count;
}

static void
mark_characters (LeadupArticle *self)
{
  gsize n_blocks = self->length / MARK_BYTES + 1;
  guint32 count = 0;

  self->marks = g_new (guint32, n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    {
      gsize start = i * MARK_BYTES;

      self->marks[i] = count;
      count += count_characters (self->text + start, MIN (MARK_BYTES, self->length - start));
    }
}

/**
 * leadup_article_new:
 * @text: valid UTF-8
 * @length: its bytes, −1 up to the NUL
 *
 * Copies @text into an article in which nothing was found yet. Its language is English until it is
 * set together with its lexicon.
 *
 * Returns: (transfer full): the article
 */
LeadupArticle *
leadup_article_new (const char *text,
                    gssize      length)
{
  LeadupArticle *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (LeadupArticle, 1);
  self->issuer = -1;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->text = g_malloc (self->length + 1);
  memcpy (self->text, text, self->length);
  self->text[self->length] = '\0';
  mark_characters (self);

  self->lexicon = leadup_lexicon_get (NULL);
  self->words = leadup_word_pool_new (self->length / 32);
  self->furniture = g_array_new (FALSE, TRUE, sizeof (LeadupFurniture));
  self->sentences = g_array_new (FALSE, TRUE, sizeof (LeadupSentence));
  self->tokens = g_array_sized_new (FALSE, TRUE, sizeof (LeadupToken), (guint) (self->length / 5));
  self->grammar = g_array_new (FALSE, TRUE, sizeof (LeadupGrammar));
  self->parses = g_array_new (FALSE, FALSE, sizeof (LeadupParse));
  self->phrases = g_array_new (FALSE, FALSE, sizeof (LeadupPhrase));
  self->predicates = g_array_new (FALSE, FALSE, sizeof (LeadupPredicate));
  self->dates = g_array_new (FALSE, TRUE, sizeof (LeadupDate));
  self->lands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->mentions = g_array_new (FALSE, TRUE, sizeof (LeadupMention));
  self->actors = g_array_new (FALSE, TRUE, sizeof (LeadupArticleActor));
  self->statements = g_array_new (FALSE, TRUE, sizeof (LeadupStatement));
  self->events = g_array_new (FALSE, TRUE, sizeof (LeadupArticleEvent));
  g_array_set_clear_func (self->dates, clear_date);
  g_array_set_clear_func (self->actors, clear_actor);
  g_array_set_clear_func (self->events, clear_event);

  return self;
}

void
leadup_article_free (LeadupArticle *self)
{
  if (self == NULL)
    return;

  g_free (self->doc);
  g_free (self->text);
  g_free (self->title);
  g_free (self->author);
  g_free (self->outlet);
  g_free (self->url);
  g_free (self->language);
  g_free (self->published);
  g_free (self->presumed);
  g_free (self->marks);
  leadup_word_pool_free (self->words);
  g_array_unref (self->furniture);
  g_array_unref (self->sentences);
  g_array_unref (self->tokens);
  g_array_unref (self->grammar);
  g_array_unref (self->parses);
  g_array_unref (self->phrases);
  g_array_unref (self->predicates);
  g_array_unref (self->dates);
  g_hash_table_unref (self->lands);
  g_array_unref (self->mentions);
  g_array_unref (self->actors);
  g_array_unref (self->statements);
  g_array_unref (self->events);
  g_free (self);
}

/**
 * leadup_article_intern:
 * @self: an article
 * @string: valid UTF-8
 *
 * Returns: (transfer none): the one copy of @string that the article or its lexicon keeps
 */
const char *
leadup_article_intern (LeadupArticle *self,
                       const char    *string)
{
  gsize length;
  guint32 word;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (string != NULL, NULL);

  length = strlen (string);
  word = leadup_lexicon_find_word (self->lexicon, string, length);
  if (word != 0)
    return leadup_lexicon_get_word (self->lexicon, word);

  return leadup_word_pool_get (self->words, leadup_word_pool_add (self->words, string, length));
}

/**
 * leadup_article_dup_span:
 * @self: an article
 * @span: bytes of its text
 *
 * Returns: (transfer full): the text of @span, each run of white space as one space
 */
char *
leadup_article_dup_span (const LeadupArticle *self,
                         LeadupSpan           span)
{
  char *string, *end;
  gboolean after_space = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= self->length, NULL);

  string = end = g_malloc (span.end - span.start + 1);
  for (guint32 i = span.start; i < span.end; i++)
    {
      gboolean is_space = g_ascii_isspace (self->text[i]);

      if (!is_space)
        *end++ = self->text[i];
      else if (!after_space)
        *end++ = ' ';
      after_space = is_space;
    }
  *end = '\0';

  return string;
}

/**
 * leadup_article_character:
 * @self: an article
 * @byte: an offset into its text
 *
 * Returns: how many code points stand before @byte
 */
gint64
leadup_article_character (const LeadupArticle *self,
                          guint32              byte)
{
  gsize block;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (byte <= self->length, 0);

  block = byte / MARK_BYTES;

  return (gint64) self->marks[block] +
         count_characters (self->text + block * MARK_BYTES, byte - block * MARK_BYTES);
}

/**
 * leadup_article_count_mentions:
 * @self: an article with its mentions, which are in order
 * @token: index of a token; may be behind the last
 *
 * Returns: how many mentions begin before @token
 */
guint
leadup_article_count_mentions (const LeadupArticle *self,
                               guint32              token)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->mentions->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (leadup_article_get_mention (self, middle)->first_token < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * leadup_article_date_at:
 * @self: an article with its dates, which are in order
 * @token: index of a token; may be behind the last
 *
 * Returns: (transfer none) (nullable): the date that holds @token
 */
const LeadupDate *
leadup_article_date_at (const LeadupArticle *self,
                        guint32              token)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, NULL);

  if (token >= self->tokens->len || !g_array_index (self->tokens, LeadupToken, token).is_dated)
    return NULL;

  high = self->dates->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->dates, LeadupDate, middle).end_token <= token)
        low = middle + 1;
      else
        high = middle;
    }

  return &g_array_index (self->dates, LeadupDate, low);
}
