/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-digest-notes.h"

#include "article/leadup-word-facts.h"
#include "base/leadup-calendar.h"

#include <stdio.h>
#include <string.h>

/* A sentence without a date that stands so near the head of its article tells of the day on which
 * that came out. */
#define HEAD_SENTENCES 4

/* A longer sentence is a table or a broken page. */
#define MAX_SENTENCE_BYTES 2000

#define MAX_DAYS 6

/* Shorter words carry no meaning of their own. */
#define MIN_LETTERS 3

void
leadup_digest_notes_init (LeadupDigestNotes *self)
{
  g_return_if_fail (self != NULL);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (16 * 1024);
  self->spreads = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->last_seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->notes = g_array_new (FALSE, FALSE, sizeof (LeadupDigestNote));
  self->documents = g_array_new (FALSE, FALSE, sizeof (LeadupDigestDocument));
  self->texts = g_string_new (NULL);
  self->shares = NULL;
}

void
leadup_digest_notes_clear (LeadupDigestNotes *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->spreads, g_array_unref);
  g_clear_pointer (&self->last_seen, g_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->documents, g_array_unref);
  g_string_free (self->texts, TRUE);
  self->texts = NULL;
  g_clear_pointer (&self->shares, g_free);
}

/* The number of an ISO day, what follows it being ignored; LEADUP_DIGEST_NO_DAY for anything else.
 */
gint32
leadup_digest_notes_read_day (const char *day)
{
  int year, month, number;
  int length = 0;

  if (day == NULL || sscanf (day, "%4d-%2d-%2d%n", &year, &month, &number, &length) != 3 ||
      length != 10 || !leadup_calendar_is_valid_date (year, month, number))
    return LEADUP_DIGEST_NO_DAY;

  return (gint32) leadup_calendar_day_number (year, month, number);
}

static guint32
number_word (LeadupDigestNotes *self,
             const char        *word)
{
  gpointer known = g_hash_table_lookup (self->numbers, word);
  guint32 none = 0;

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;

  g_hash_table_insert (self->numbers, g_string_chunk_insert (self->strings, word),
                       GUINT_TO_POINTER (self->spreads->len + 1));
  g_array_append_val (self->spreads, none);
  g_array_append_val (self->last_seen, none);

  return self->spreads->len - 1;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* The words of a sentence that carry meaning, each once, sorted; the number of them. */
static guint32
add_words (LeadupDigestNotes    *self,
           const LeadupArticle  *article,
           const LeadupSentence *sentence)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (article->lexicon);
  guint32 first = self->words->len;
  guint32 *words;
  guint32 n = 0;

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    {
      const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, i);
      guint32 classes = token->word <= facts->n_words ? facts->words[token->word].classes : 0;
      guint32 number;

      if (token->kind != LEADUP_TOKEN_WORD || strlen (token->folded) < MIN_LETTERS ||
          (classes & (LEADUP_WORD_FUNCTION | LEADUP_WORD_CALENDAR)) != 0)
        continue;

      number = number_word (self, token->folded);
      g_array_append_val (self->words, number);
      if (g_array_index (self->last_seen, guint32, number) != self->documents->len)
        {
          g_array_index (self->last_seen, guint32, number) = self->documents->len;
          g_array_index (self->spreads, guint32, number)++;
        }
    }

  words = (guint32 *) (gpointer) self->words->data + first;
  if (self->words->len > first)
    qsort (words, self->words->len - first, sizeof *words, compare_words);
  for (guint32 i = 0; i < self->words->len - first; i++)
    if (n == 0 || words[n - 1] != words[i])
      words[n++] = words[i];
  g_array_set_size (self->words, first + n);

  return n;
}

/* Adds a day unless it is there. */
static guint
add_day (gint32 *days,
         guint   n,
         gint32  day)
{
  if (day == LEADUP_DIGEST_NO_DAY || n == MAX_DAYS)
    return n;
  for (guint i = 0; i < n; i++)
    if (days[i] == day)
      return n;
  days[n] = day;

  return n + 1;
}

/* Only whole days; an interval names none. */
static gint32
day_of (const LeadupWhen *when)
{
  if (when == NULL || leadup_when_get_precision (when) > LEADUP_PRECISION_DAY ||
      strchr (leadup_when_get_edtf (when), '/') != NULL)
    return LEADUP_DIGEST_NO_DAY;

  return leadup_digest_notes_read_day (leadup_when_get_edtf (when));
}

/* The days that a sentence names. @next is the first date that can be in it. */
static guint
find_days (const LeadupArticle  *article,
           const LeadupSentence *sentence,
           guint                *next,
           gint32               *days)
{
  guint n = 0;

  while (*next < article->dates->len)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, *next);

      if (date->span.start >= sentence->span.end)
        break;
      if (date->span.start >= sentence->span.start)
        n = add_day (days, n, day_of (date->when));
      (*next)++;
    }

  return n;
}

/* The most certain event of a sentence that happened or is claimed to have. */
static float
find_event (const LeadupArticle *article,
            guint                sentence,
            guint               *next)
{
  double best = 0.0;

  while (*next < article->events->len &&
         g_array_index (article->events, LeadupArticleEvent, *next).sentence <= sentence)
    {
      const LeadupArticleEvent *event =
          &g_array_index (article->events, LeadupArticleEvent, *next);

      if (event->sentence == sentence && strcmp (event->modality, "hypothetical") != 0)
        best = MAX (best, event->confidence);
      (*next)++;
    }

  return (float) best;
}

/* One note for each day; the text and the words stand once. */
static void
add_notes (LeadupDigestNotes      *self,
           const LeadupArticle    *article,
           const LeadupSentence   *sentence,
           const LeadupDigestNote *model,
           const gint32           *days,
           guint                   n_days)
{
  LeadupDigestNote note = *model;

  note.text = self->texts->len;
  note.start = leadup_article_character (article, sentence->span.start);
  note.end = leadup_article_character (article, sentence->span.end);
  note.is_quote = g_array_index (article->tokens, LeadupToken, sentence->first_token).is_quoted;
  g_string_append_len (self->texts, article->text + sentence->span.start,
                       sentence->span.end - sentence->span.start);
  g_string_append_c (self->texts, '\0');

  for (guint i = 0; i < n_days; i++)
    {
      note.day = days[i];
      g_array_append_val (self->notes, note);
    }
}

/**
 * leadup_digest_notes_add:
 * @self: notes
 * @article: an article that was read to the end
 *
 * Takes down each sentence that names a day, and the first ones for the day of the article.
 */
void
leadup_digest_notes_add (LeadupDigestNotes   *self,
                         const LeadupArticle *article)
{
  LeadupDigestDocument document = { .published = leadup_digest_notes_read_day (article->published),
                                    .first_note = self->notes->len };
  guint next_date = 0, next_event = 0, position = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  g_array_append_val (self->documents, document);
  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);
      LeadupDigestNote note = { .document = self->documents->len - 1,
                                .first_word = self->words->len };
      gint32 days[MAX_DAYS];
      guint n = find_days (article, sentence, &next_date, days);

      note.event = find_event (article, i, &next_event);
      if (sentence->is_furniture || sentence->end_token == sentence->first_token)
        continue;

      note.n_words = add_words (self, article, sentence);
      note.position = position++;
      note.is_dated = n > 0;
      if (n == 0 && note.position < HEAD_SENTENCES)
        n = add_day (days, n, document.published);
      if (n > 0 && sentence->span.end - sentence->span.start <= MAX_SENTENCE_BYTES)
        add_notes (self, article, sentence, &note, days, n);
      else
        g_array_set_size (self->words, note.first_word);
    }
}

/* Works out what share of the articles has each word; to be called again after more were added. */
void
leadup_digest_notes_count (LeadupDigestNotes *self)
{
  guint n = MAX (1, self->documents->len);

  g_return_if_fail (self != NULL);

  g_free (self->shares);
  self->shares = g_new (float, MAX (1, self->spreads->len));
  for (guint i = 0; i < self->spreads->len; i++)
    self->shares[i] = (float) g_array_index (self->spreads, guint32, i) / (float) n;
}

/* What share of the articles has the word at place @word of the words, 0 … 1. */
double
leadup_digest_notes_get_spread (const LeadupDigestNotes *self,
                                guint                    word)
{
  return self->shares[g_array_index (self->words, guint32, word)];
}
