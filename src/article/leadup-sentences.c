/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-sentences.h"

#include "article/leadup-lexicon.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

/* A line this long that ends without a stop was broken by a machine, not by the author. */
#define MIN_WRAPPED_LINE 40
#define MAX_WRAPPED_LINE 100
/* Longer paragraphs are handed to ICU in pieces, so that memory stays bounded. */
#define MAX_PIECE (64 * 1024)

/**
 * Splitter:
 * @units: the piece in UTF-16, soft line breaks as spaces
 * @bytes: for each unit the byte of the article where it stands
 *
 * ICU's iterator proposes borders; tokens, which know abbreviations, decide.
 */
typedef struct
{
  LeadupArticle *article;
  UBreakIterator *iterator;
  GArray *units;
  GArray *bytes;
  const LeadupLexiconTable *abbreviations;
  const LeadupLexiconTable *starters;
  guint end_column;
  guint32 token; /* next token that is in no sentence yet */
  guint32 paragraph;
} Splitter;

static void
close_iterator (gpointer data)
{
  ubrk_close (data);
}

/* Opening an iterator reads rules; each thread does so once. */
static UBreakIterator *
get_iterator (void)
{
  static GPrivate private = G_PRIVATE_INIT (close_iterator);
  UBreakIterator *iterator = g_private_get (&private);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator == NULL)
    {
      iterator = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no sentence rules: %s", u_errorName (status));
      g_private_set (&private, iterator);
    }

  return iterator;
}

static LeadupToken *
get_token (const Splitter *self,
           guint32         index)
{
  return &g_array_index (self->article->tokens, LeadupToken, index);
}

static gboolean
is_closing (const LeadupToken *token)
{
  return token->kind == LEADUP_TOKEN_QUOTE_CLOSE ||
         (token->kind == LEADUP_TOKEN_PUNCTUATION &&
          (token->folded[0] == ')' || token->folded[0] == ']'));
}

static gboolean
is_stop (const LeadupToken *token)
{
  return token->kind == LEADUP_TOKEN_PUNCTUATION && strchr (".!?", token->folded[0]) != NULL;
}

/* The word before a border whose own stop made ICU propose it, skipping what closes. */
static const LeadupToken *
find_abbreviation (const Splitter *self,
                   guint32         next)
{
  const LeadupToken *token = next > self->token ? get_token (self, next - 1) : NULL;

  if (token != NULL && token->kind == LEADUP_TOKEN_WORD &&
      self->article->text[token->span.end - 1] == '.')
    return token;

  return NULL;
}

/* Whether an abbreviation's stop also ends its sentence, given the capitalised word after it. */
static gboolean
abbreviation_ends (const Splitter    *self,
                   const LeadupToken *abbreviation,
                   const LeadupToken *next)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_find_word (self->abbreviations, abbreviation->word);

  if (row != NULL && strcmp (row->columns[self->end_column], "never") == 0)
    return FALSE;

  /* An initial: J. Edgar Hoover. */
  if (row == NULL && abbreviation->span.end - abbreviation->span.start <= 2)
    return FALSE;

  return next->kind == LEADUP_TOKEN_QUOTE_OPEN ||
         leadup_lexicon_table_find_word (self->starters, next->word) != NULL;
}

/* Where furniture begins or ends, so does a sentence. */
static gboolean
is_furniture_border (const Splitter *self,
                     guint32         next)
{
  return get_token (self, next)->is_furniture != get_token (self, next - 1)->is_furniture;
}

/* Whether a border that ICU proposes before token @next stands. */
static gboolean
is_border (const Splitter *self,
           guint32         next)
{
  const LeadupToken *after = get_token (self, next);
  const LeadupToken *before = get_token (self, next - 1);
  const LeadupToken *abbreviation = find_abbreviation (self, next);

  if (abbreviation != NULL)
    return abbreviation_ends (self, abbreviation, after);

  /* “No!” he said.   … (Applause.) */
  if (after->kind == LEADUP_TOKEN_WORD && !after->is_capitalised && is_closing (before))
    return FALSE;

  /* Nothing but marks would be left. */
  return !is_closing (after) && !is_stop (after);
}

/* “• ” before an item of a list. */
static gboolean
opens_item (const char *text)
{
  return g_str_has_prefix (text, "•") || g_str_has_prefix (text, "‣") ||
         g_str_has_prefix (text, "▪") || g_str_has_prefix (text, "* ");
}

/* Borders that ICU does not see: a stop glued between two words (“deportation.The next”), the
 * sign of an item. */
static gboolean
is_glued_border (const Splitter *self,
                 guint32         next)
{
  const LeadupToken *stop = get_token (self, next - 1);
  const LeadupToken *after = get_token (self, next);
  const LeadupToken *before;

  if (opens_item (self->article->text + after->span.start))
    return after->folded[0] != '*';
  if (next < self->token + 2 || !is_stop (stop) || stop->span.end != after->span.start ||
      after->kind != LEADUP_TOKEN_WORD || !after->is_capitalised ||
      after->span.end - after->span.start < 2)
    return FALSE;

  before = get_token (self, next - 2);

  return before->kind == LEADUP_TOKEN_WORD && before->span.end == stop->span.start &&
         before->span.end - before->span.start >= 3 && !before->is_capitalised;
}

static void
add_sentence (Splitter *self,
              guint32   end)
{
  LeadupSentence sentence = {
    0,
  };

  if (end <= self->token)
    return;

  sentence.span.start = get_token (self, self->token)->span.start;
  sentence.span.end = get_token (self, end - 1)->span.end;
  sentence.first_token = self->token;
  sentence.end_token = end;
  sentence.paragraph = self->paragraph;
  sentence.is_furniture = TRUE;

  for (guint32 i = self->token; i < end; i++)
    {
      get_token (self, i)->sentence = self->article->sentences->len;
      get_token (self, i)->starts_sentence = i == self->token;
      sentence.is_furniture = sentence.is_furniture && get_token (self, i)->is_furniture;
    }

  g_array_append_val (self->article->sentences, sentence);
  self->token = end;
}

/* The token that starts at or behind @byte. */
static guint32
skip_tokens (const Splitter *self,
             guint32         from,
             guint32         byte)
{
  while (from < self->article->tokens->len && get_token (self, from)->span.start < byte)
    from++;

  return from;
}

/* Fills the buffers with the text of [start, end). */
static void
convert_piece (Splitter *self,
               guint32   start,
               guint32   end)
{
  const char *text = self->article->text;

  UChar *units;
  guint32 *bytes;
  guint n = 0;

  /* Never more units than bytes. */
  g_array_set_size (self->units, end - start);
  g_array_set_size (self->bytes, end - start);
  units = (UChar *) (gpointer) self->units->data;
  bytes = (guint32 *) (gpointer) self->bytes->data;

  for (guint32 i = start; i < end;)
    {
      guchar byte = (guchar) text[i];
      gunichar character = byte < 0x80 ? byte : g_utf8_get_char (text + i);

      bytes[n] = i;
      if (character >= 0x10000)
        {
          units[n++] = U16_LEAD (character);
          bytes[n] = i;
          units[n++] = U16_TRAIL (character);
        }
      else
        units[n++] = (UChar) (byte < ' ' ? ' ' : character);

      i += byte < 0x80 ? 1 : (guint32) g_utf8_skip[byte];
    }

  g_array_set_size (self->units, n);
  g_array_set_size (self->bytes, n);
}

/* Whether a sentence can end before the last word of [start, end). Scripts other than Latin have
 * stops of their own. */
static gboolean
can_end_inside (const Splitter *self,
                guint32         start,
                guint32         end)
{
  const guchar *text = (const guchar *) self->article->text;

  while (end > start && !g_ascii_isalnum (text[end - 1]) && text[end - 1] < 0x80)
    end--;
  for (guint32 i = start; i < end; i++)
    if (text[i] == '.' || text[i] == '?' || text[i] == '!' || (text[i] >= 0xc4 && text[i] != 0xe2))
      return TRUE;

  return FALSE;
}

static void
split_at_borders (Splitter *self,
                  guint32   from,
                  guint32   to)
{
  for (guint32 i = MAX (from, self->token + 1); i < to; i++)
    if (is_glued_border (self, i) || is_furniture_border (self, i))
      add_sentence (self, i);
}

/* Sentences of [start, end), part of one paragraph. */
static void
split_piece (Splitter *self,
             guint32   start,
             guint32   end)
{
  UErrorCode status = U_ZERO_ERROR;
  guint32 last = skip_tokens (self, self->token, end);
  guint32 glued = self->token;

  if (last == self->token)
    return;
  if (!can_end_inside (self, start, end))
    {
      split_at_borders (self, glued, last);
      add_sentence (self, last);
      return;
    }

  convert_piece (self, start, end);
  ubrk_setText (self->iterator, (const UChar *) (gpointer) self->units->data,
                (int32_t) self->units->len, &status);
  if (U_FAILURE (status))
    {
      add_sentence (self, last);
      return;
    }

  for (int32_t at = ubrk_next (self->iterator); at != UBRK_DONE; at = ubrk_next (self->iterator))
    {
      guint32 byte =
          at < (int32_t) self->bytes->len ? g_array_index (self->bytes, guint32, at) : end;
      guint32 next = skip_tokens (self, glued, byte);

      split_at_borders (self, glued, next);
      glued = next;

      if (next >= last)
        break;
      if (next > self->token && is_border (self, next))
        add_sentence (self, next);
    }

  add_sentence (self, last);
}

static void
split_paragraph (Splitter *self,
                 guint32   start,
                 guint32   end)
{
  const char *text = self->article->text;

  while (end - start > MAX_PIECE)
    {
      guint32 middle = start + MAX_PIECE;

      while (middle > start + MAX_PIECE / 2 && text[middle] != ' ')
        middle--;
      while (middle > start && ((guchar) text[middle] & 0xc0) == 0x80)
        middle--;

      split_piece (self, start, middle);
      start = middle;
    }

  split_piece (self, start, end);
  self->paragraph++;
}

/* The longest line of those from @start up to the next empty line; 0 where most lines end long
 * before it, so that none was broken for want of room. */
static guint32
measure_block (const LeadupArticle *article,
               guint32              start)
{
  const char *text = article->text;
  guint32 width = 0, n_lines = 0, n_full = 0;
  guint32 first = start;

  while (start < article->length)
    {
      const char *stop = memchr (text + start, '\n', article->length - start);
      guint32 end = stop != NULL ? (guint32) (stop - text) : (guint32) article->length;
      guint32 length = end - start;

      while (length > 0 && g_ascii_isspace (text[start + length - 1]))
        length--;
      if (length == 0)
        break;
      width = MAX (width, length);
      n_lines++;
      start = end + 1;
    }

  for (guint32 line = 0; line + 1 < n_lines; line++)
    {
      guint32 length = (guint32) strcspn (text + first, "\n");

      n_full += 4 * length > 3 * width;
      first += length + 1;
    }

  return n_lines > 2 && 2 * n_full <= n_lines - 1 ? 0 : width;
}

/* Whether the line break at @at only wraps a line: the next line goes on in lower case, or its
 * first word had no room in a block of lines that are all @width wide at most. */
static gboolean
is_soft_break (const LeadupArticle *article,
               guint32              line_start,
               guint32              at,
               guint32              width)
{
  const char *text = article->text;
  guint32 next = at + 1;
  guint32 end = at;
  guint32 word;

  while (end > line_start && g_ascii_isspace (text[end - 1]))
    end--;
  while (next < article->length && (text[next] == ' ' || text[next] == '\t'))
    next++;

  if (end == line_start || next >= article->length || text[next] == '\n' || text[next] == '\r')
    return FALSE;

  if (g_ascii_islower (text[next]))
    return TRUE;
  if (opens_item (text + next))
    return FALSE;

  for (word = next; word < article->length && !g_ascii_isspace (text[word]);)
    word++;

  return end - line_start >= MIN_WRAPPED_LINE && width > 0 && width <= MAX_WRAPPED_LINE &&
         end - line_start + 1 + word - next > width && next == at + 1 &&
         strchr (".!?:\"'", text[end - 1]) == NULL && (guchar) text[end - 1] < 0x80;
}

/**
 * leadup_sentences_find:
 * @article: an article with its tokens
 *
 * Stage 3b: groups the tokens into paragraphs and sentences. Every token is in one sentence.
 */
void
leadup_sentences_find (LeadupArticle *article)
{
  Splitter splitter = { .article = article };
  guint32 start = 0;
  guint32 line_start = 0;
  guint32 width;

  g_return_if_fail (article != NULL);

  g_array_set_size (article->sentences, 0);
  splitter.iterator = get_iterator ();
  splitter.units = g_array_new (FALSE, FALSE, sizeof (UChar));
  splitter.bytes = g_array_new (FALSE, FALSE, sizeof (guint32));
  splitter.abbreviations = leadup_lexicon_get_table (article->lexicon, "abbreviations");
  splitter.starters = leadup_lexicon_get_table (article->lexicon, "sentence-starters");
  splitter.end_column = leadup_lexicon_table_get_column (splitter.abbreviations, "end");

  width = measure_block (article, 0);
  for (guint32 i = 0; i < article->length; i++)
    {
      if (article->text[i] != '\n')
        continue;

      if (i == line_start)
        width = measure_block (article, i + 1);
      if (!is_soft_break (article, line_start, i, width))
        {
          split_paragraph (&splitter, start, i);
          start = i + 1;
        }
      line_start = i + 1;
    }

  split_paragraph (&splitter, start, (guint32) article->length);
  g_array_unref (splitter.units);
  g_array_unref (splitter.bytes);
}
