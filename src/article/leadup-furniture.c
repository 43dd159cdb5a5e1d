/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-furniture.h"

#include "article/leadup-byline.h"
#include "article/leadup-furniture-repeat.h"
#include "article/leadup-lexicon.h"
#include "article/leadup-text-lines.h"
#include "article/leadup-tokens.h"

#include <string.h>

/* A line that starts like furniture is furniture up to this many tokens. */
#define MAX_LINE_TOKENS 60
/* A run of links that is glued into the text ends after at most so many tokens. */
#define MAX_RUN_TOKENS 160
/* Where author notes are looked for: tokens before the end of the text. */
#define TAIL_TOKENS 90
#define HEAD_LINES 12
#define MAX_AUTHOR_LINE 14
#define MAX_OUTLET_TOKENS 6

/**
 * Finder:
 * @phrases: table “furniture”: phrase, rule, scope (line = the whole line; start = the line begins
 *   with it; run = a run of links begins with it, even within a line)
 * @lines: (element-type LeadupTextLine)
 *
 * Marks tokens; passages are made of the marks at the end. @rules has the rule by token, or %NULL.
 */
typedef struct
{
  LeadupArticle *article;
  const LeadupLexiconTable *phrases;
  const LeadupLexiconTable *starters;
  const LeadupLexiconTable *author_words;
  guint rule_column;
  guint scope_column;
  GArray *lines;
  const char **rules;
} Finder;

static const LeadupToken *
get_token (const Finder *self,
           guint32       index)
{
  return &g_array_index (self->article->tokens, LeadupToken, index);
}

static const LeadupTextLine *
get_line (const Finder *self,
          guint         index)
{
  return &g_array_index (self->lines, LeadupTextLine, index);
}

static void
mark (Finder     *self,
      guint32     first,
      guint32     end,
      const char *rule)
{
  for (guint32 i = first; i < end; i++)
    if (self->rules[i] == NULL)
      self->rules[i] = rule;
}

static gboolean
ends_sentence (const LeadupToken *token)
{
  return token->kind == LEADUP_TOKEN_QUOTE_CLOSE ||
         (token->kind == LEADUP_TOKEN_PUNCTUATION && strchr (".!?", token->folded[0]) != NULL);
}

/* Whether a token can begin a passage that was glued in: it is capitalised and stands behind the
 * end of a sentence, at the beginning of a line, or behind another glued passage. */
static gboolean
is_fresh_start (const Finder *self,
                guint32       token)
{
  if (token == 0 || self->rules[token - 1] != NULL)
    return TRUE;

  return ends_sentence (get_token (self, token - 1)) ||
         memchr (self->article->text + get_token (self, token - 1)->span.end, '\n',
                 get_token (self, token)->span.start - get_token (self, token - 1)->span.end) !=
             NULL;
}

static const LeadupLexiconRow *
match_phrase (const Finder *self,
              guint32       token,
              guint32       end,
              const char   *scope)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->phrases, get_token (self, token), end - token);

  for (; row != NULL; row = leadup_lexicon_table_next_same (self->phrases, row))
    if (strcmp (row->columns[self->scope_column], scope) == 0)
      return row;

  return NULL;
}

/* Lines that are nothing but a label, or that begin as only furniture does. */
static void
mark_lines (Finder *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const LeadupTextLine *line = get_line (self, i);
      guint32 n_tokens = line->end_token - line->first_token;
      const LeadupLexiconRow *row;

      if (n_tokens > MAX_LINE_TOKENS)
        continue;

      row = match_phrase (self, line->first_token, line->end_token, "line");
      if (row != NULL &&
          (row->n_words == n_tokens ||
           (row->n_words + 1 == n_tokens &&
            get_token (self, line->end_token - 1)->kind == LEADUP_TOKEN_PUNCTUATION)))
        {
          mark (self, line->first_token, line->end_token, row->columns[self->rule_column]);
          continue;
        }

      row = match_phrase (self, line->first_token, line->end_token, "start");
      if (row != NULL)
        mark (self, line->first_token, line->end_token, row->columns[self->rule_column]);
    }
}

/* The token behind the clock that a line begins with: “16.42 Ministers meet”; the first one if it
 * begins with none. */
static guint32
find_clock_end (const Finder         *self,
                const LeadupTextLine *line)
{
  static const char *const zones[] = { "am", "pm", "gmt", "utc", "bst", "cet", "cest", "et", NULL };
  const guint32 start = get_token (self, line->first_token)->span.start;
  const char *text = self->article->text + start;
  const gsize length = self->article->length - start;
  gsize hours = 0, minutes = 0;
  guint32 end = line->first_token;
  guint32 stop;

  while (hours < length && g_ascii_isdigit (text[hours]))
    hours++;
  if (hours == 0 || hours > 2 || hours == length || (text[hours] != '.' && text[hours] != ':'))
    return end;
  while (hours + 1 + minutes < length && g_ascii_isdigit (text[hours + 1 + minutes]))
    minutes++;
  if (minutes != 2 || text[hours + 1] > '5' || g_ascii_strtoull (text, NULL, 10) > 24)
    return end;
  stop = start + (guint32) (hours + 1 + minutes);
  while (end < line->end_token && get_token (self, end)->span.start < stop)
    end++;
  if (end < line->end_token && g_strv_contains (zones, get_token (self, end)->folded))
    end++;
  if (end < line->end_token && get_token (self, end)->kind == LEADUP_TOKEN_PUNCTUATION)
    end++;

  return end;
}

/* When the entries of a live blog were written: “16.42 Ministers meet”. One line with a number in
 * front is none. */
static void
mark_clocks (Finder *self)
{
  guint n_clocks = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n_clocks += find_clock_end (self, get_line (self, i)) > get_line (self, i)->first_token;

  for (guint i = 0; i < self->lines->len && n_clocks > 1; i++)
    mark (self, get_line (self, i)->first_token, find_clock_end (self, get_line (self, i)),
          LEADUP_FURNITURE_CLOCK);
}

/* Whether the tokens are one line or more, all of it. */
static gboolean
is_whole_line (const Finder *self,
               guint32       first,
               guint32       end)
{
  guint32 last = self->article->tokens->len;
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_line (self, middle)->first_token < first)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->lines->len && get_line (self, low)->first_token == first)
    last = get_line (self, low)->end_token;

  if (last == self->article->tokens->len && end != last)
    return FALSE;

  /* The copy in the text may go on where the other stops. */
  while (end < last && get_token (self, end)->kind != LEADUP_TOKEN_WORD)
    end++;

  return end == last;
}

/* Whether the tokens stand glued between two passages: no stop before or behind them. */
static gboolean
is_glued (const Finder *self,
          guint32       first,
          guint32       end)
{
  const LeadupToken *before = first > 0 ? get_token (self, first - 1) : NULL;
  const LeadupToken *after = end < self->article->tokens->len ? get_token (self, end) : NULL;

  if (before == NULL || after == NULL || !get_token (self, first)->is_capitalised)
    return FALSE;

  return before->kind == LEADUP_TOKEN_WORD && after->is_capitalised &&
         get_token (self, end - 1)->kind == LEADUP_TOKEN_WORD;
}

/* Passages that stand again in the text: the copy that is a line of its own or glued in is the
 * pull quote. */
static void
mark_repeats (Finder *self)
{
  g_autoptr (GArray) repeats = leadup_furniture_repeat_find (self->article);

  for (guint i = 0; i < repeats->len; i++)
    {
      const LeadupRepeat *repeat = &g_array_index (repeats, LeadupRepeat, i);
      guint32 second_end = repeat->second + repeat->length;
      guint32 first_end = repeat->first + repeat->length;

      if (is_glued (self, repeat->first, first_end))
        mark (self, repeat->first, first_end, "pull-quote");
      else if (is_glued (self, repeat->second, second_end) ||
               is_whole_line (self, repeat->second, second_end))
        mark (self, repeat->second, second_end, "pull-quote");
      else if (is_whole_line (self, repeat->first, first_end))
        {
          while (first_end < self->article->tokens->len &&
                 get_token (self, first_end)->kind != LEADUP_TOKEN_WORD &&
                 get_token (self, first_end)->kind != LEADUP_TOKEN_QUOTE_OPEN &&
                 !is_fresh_start (self, first_end))
            first_end++;
          mark (self, repeat->first, first_end, "pull-quote");
        }
    }
}

/* Where a run of links that began at @first stops: at the next passage that is furniture already,
 * at the end of the line, or at the last word before the next stop that begins a sentence without
 * one before it. Gives @first if it does not look like links. */
static guint32
find_run_end (const Finder *self,
              guint32       first,
              guint32       line_end)
{
  guint32 limit = MIN (line_end, first + MAX_RUN_TOKENS);
  guint32 glue = first;
  guint32 n_words = 0;
  guint32 n_capitalised = 0;
  guint32 i;

  for (i = first + 1; i < limit; i++)
    {
      const LeadupToken *token = get_token (self, i);

      if (self->rules[i] != NULL)
        return i;

      if (token->kind == LEADUP_TOKEN_PUNCTUATION && strchr (".!?", token->folded[0]) != NULL)
        break;

      n_words += token->kind == LEADUP_TOKEN_WORD;
      n_capitalised += token->is_capitalised;
      if (token->is_capitalised && get_token (self, i - 1)->kind == LEADUP_TOKEN_WORD &&
          leadup_lexicon_table_find_word (self->starters, token->word) != NULL)
        glue = i;
    }

  if (i == line_end)
    return i;
  if (glue > first)
    return glue;

  return n_capitalised * 2 > n_words ? i : first;
}

/* “More from …”, “Must reads …” in running text: the headlines behind it. */
static void
mark_runs (Finder *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const LeadupTextLine *line = get_line (self, i);

      for (guint32 at = line->first_token; at < line->end_token; at++)
        {
          const LeadupLexiconRow *row;
          guint32 end;

          if (self->rules[at] != NULL || !get_token (self, at)->is_capitalised ||
              !is_fresh_start (self, at))
            continue;

          row = match_phrase (self, at, line->end_token, "run");
          if (row == NULL)
            continue;

          end = find_run_end (self, at, line->end_token);
          mark (self, at, end, row->columns[self->rule_column]);
          at = MAX (at, end > 0 ? end - 1 : 0);
        }
    }
}

static void
set_author (Finder *self,
            guint32 first,
            guint32 end)
{
  LeadupSpan span = { get_token (self, first)->span.start, get_token (self, end - 1)->span.end };

  if (self->article->author == NULL && end > first + 1)
    self->article->author = leadup_article_dup_span (self->article, span);
}

static gboolean
says (const Finder *self,
      guint32       token,
      guint32       end,
      const char   *kind)
{
  const LeadupLexiconRow *row =
      token < end
          ? leadup_lexicon_table_match (self->author_words, get_token (self, token), end - token)
          : NULL;

  return row != NULL && strcmp (row->columns[1], kind) == 0;
}

/* Whether the text names the author by the words from @at on, which a paragraph begins with. */
static gboolean
is_author (const Finder *self,
           guint32       at,
           guint32       n)
{
  LeadupSpan span = { get_token (self, at)->span.start, get_token (self, at + n - 1)->span.end };
  g_autofree char *name = leadup_article_dup_span (self->article, span);

  return self->article->author != NULL && strstr (self->article->author, name) != NULL;
}

/* “Jane Roe”, perhaps twice, “is a writer for …” near the end of the text; whoever the byline names
 * needs no such trade. */
static void
mark_author_notes (Finder *self)
{
  guint32 n_tokens = self->article->tokens->len;
  guint32 from = n_tokens > TAIL_TOKENS ? n_tokens - TAIL_TOKENS : 0;

  for (guint32 at = from; at < n_tokens; at++)
    {
      guint32 end = leadup_byline_name_end (self->article, at, n_tokens);
      guint32 n = end - at;

      /* “By Jane Roe, the Bay Post” above a short text is none. */
      if (n < 2 || self->rules[at] != NULL || !is_fresh_start (self, at) ||
          !says (self, end, n_tokens, "is"))
        continue;

      for (guint32 i = end; i < n_tokens && i < end + 12; i++)
        if (is_author (self, at, n) || says (self, i, n_tokens, "trade"))
          {
            guint32 name =
                n % 2 == 0 && n >= 4 &&
                        get_token (self, at)->folded == get_token (self, at + n / 2)->folded
                    ? n / 2
                    : n;

            set_author (self, at, at + name);
            mark (self, at, n_tokens, "author-note");
            return;
          }
    }
}

/* “Jane Roe | 3 May 2025 | 3 min read”: a line that is little more than the author that the page
 * names. */
static gboolean
is_author_line (const Finder         *self,
                const LeadupTextLine *line)
{
  guint32 end = leadup_byline_name_end (self->article, line->first_token, line->end_token);

  return line->end_token - line->first_token <= MAX_AUTHOR_LINE && end > line->first_token + 1 &&
         (end == line->end_token || get_token (self, end)->kind == LEADUP_TOKEN_PUNCTUATION) &&
         !ends_sentence (get_token (self, line->end_token - 1)) &&
         is_author (self, line->first_token, end - line->first_token);
}

/* Whether capitalised words have one with which papers and stations call themselves. */
static gboolean
is_outlet (const Finder *self,
           guint32       first,
           guint32       end)
{
  if (end < first + 2 || end > first + MAX_OUTLET_TOKENS)
    return FALSE;
  for (guint32 i = first; i < end; i++)
    {
      const LeadupToken *token = get_token (self, i);

      if (!token->is_capitalised && strcmp (token->folded, "of") != 0)
        return FALSE;
    }

  return leadup_byline_has_outlet_word (self->article, first, end);
}

/* “, Bay Dispatch, 22 August” behind the author: what stands between commas and is called as papers
 * are. */
static void
read_note_outlet (Finder *self,
                  guint32 first,
                  guint32 end)
{
  for (guint32 at = first; at < end && self->article->outlet == NULL; at++)
    {
      guint32 next = at + 1;

      while (next < end && get_token (self, next)->kind == LEADUP_TOKEN_WORD)
        next++;
      if (strcmp (get_token (self, at)->folded, ",") == 0 && is_outlet (self, at + 1, next))
        {
          LeadupSpan span = { get_token (self, at + 1)->span.start,
                              get_token (self, next - 1)->span.end };

          self->article->outlet = leadup_article_dup_span (self->article, span);
        }
    }
}

/* “By Jane Roe and John Doe” among the first lines. */
static void
mark_bylines (Finder *self)
{
  for (guint i = 0; i < self->lines->len && i < HEAD_LINES; i++)
    {
      const LeadupTextLine *line = get_line (self, i);
      guint32 names =
          leadup_byline_skip_opening (self->article, line->first_token, line->end_token);

      if (names > line->first_token &&
          leadup_byline_read (self->article, names, line->end_token))
        {
          read_note_outlet (self, line->first_token, line->end_token);
          mark (self, line->first_token, line->end_token, "byline");
        }
      else if (is_author_line (self, line))
        mark (self, line->first_token, line->end_token, "byline");
      else if (i > 0 && self->article->author == NULL &&
               leadup_byline_is_credit (self->article, line->first_token, line->end_token) &&
               leadup_byline_read (self->article, line->first_token, line->end_token))
        mark (self, line->first_token, line->end_token, "byline");
    }
}

/* Whether a line beside this one is of the header. */
static gboolean
is_in_header (const Finder *self,
              guint         i)
{
  for (guint j = MAX (i, 1) - 1; j < MIN (i + 2, self->lines->len); j++)
    {
      const char *rule = self->rules[get_line (self, j)->end_token - 1];

      if (rule != NULL &&
          (strcmp (rule, "byline") == 0 || strcmp (rule, LEADUP_FURNITURE_HEADER) == 0))
        return TRUE;
    }

  return FALSE;
}

/* “(Reporting by Jane Roe in Lome; …)” below a text without a byline. */
static void
read_note (Finder *self)
{
  for (guint i = 0; i < self->lines->len && self->article->author == NULL; i++)
    {
      const LeadupTextLine *line = get_line (self, i);
      const LeadupLexiconRow *row =
          leadup_lexicon_table_match (self->author_words, get_token (self, line->first_token),
                                      line->end_token - line->first_token);

      if (row == NULL || strcmp (row->columns[1], "note") != 0)
        continue;
      leadup_byline_read (self->article, line->first_token + row->n_words, line->end_token);
      read_note_outlet (self, line->first_token, line->end_token);
    }
}

/* The “|” that divides a line, @end if none does. */
static guint32
find_bar (const Finder *self,
          guint32       first,
          guint32       end)
{
  while (first < end && strcmp (get_token (self, first)->folded, "|") != 0)
    first++;

  return first;
}

/* “The Bay Post | 3 May 2025”, “By Jane Roe | The Bay Post” among the first lines: whose article it
 * is. */
static void
mark_outlet (Finder *self)
{
  for (guint i = 0; i < self->lines->len && i < HEAD_LINES; i++)
    {
      const LeadupTextLine *line = get_line (self, i);
      guint32 first = line->first_token, end = find_bar (self, first, line->end_token);
      LeadupSpan span;

      /* The first line is the title, unless it is divided. */
      if (self->article->outlet != NULL || self->article->is_html ||
          (i == 0 && end == line->end_token))
        continue;
      if (end < line->end_token && !is_outlet (self, first, end))
        {
          first = end + 1;
          end = find_bar (self, first, line->end_token);
        }
      if (!is_outlet (self, first, end) || (i > 0 && !is_in_header (self, i)))
        continue;
      span.start = get_token (self, first)->span.start;
      span.end = get_token (self, end - 1)->span.end;
      self->article->outlet = leadup_article_dup_span (self->article, span);
      if (first == line->first_token)
        mark (self, first, MIN (end + 1, line->end_token), LEADUP_FURNITURE_HEADER);
      return;
    }
}

static void
collect (Finder *self)
{
  GArray *tokens = self->article->tokens;

  for (guint32 i = 0; i < tokens->len;)
    {
      LeadupFurniture furniture = { .rule = self->rules[i] };
      guint32 end = i + 1;

      while (end < tokens->len && self->rules[end] == furniture.rule)
        end++;

      if (furniture.rule != NULL)
        {
          furniture.span.start = get_token (self, i)->span.start;
          furniture.span.end = get_token (self, end - 1)->span.end;
          g_array_append_val (self->article->furniture, furniture);
          for (guint32 j = i; j < end; j++)
            g_array_index (tokens, LeadupToken, j).is_furniture = TRUE;
        }

      i = end;
    }
}

/**
 * leadup_furniture_find:
 * @article: an article with its tokens, and with what the reader of its form marked already
 *
 * Stage 2: finds what belongs to the page and not to the article: labels, links, newsletters,
 * bylines, notes on authors, repeated passages. Nothing is taken out, tokens are only marked.
 */
void
leadup_furniture_find (LeadupArticle *article)
{
  Finder finder = { .article = article };
  GArray *given;

  g_return_if_fail (article != NULL);

  if (article->tokens->len == 0)
    return;

  finder.phrases = leadup_lexicon_get_table (article->lexicon, "furniture");
  finder.starters = leadup_lexicon_get_table (article->lexicon, "sentence-starters");
  finder.author_words = leadup_lexicon_get_table (article->lexicon, "author-words");
  finder.rule_column = leadup_lexicon_table_get_column (finder.phrases, "rule");
  finder.scope_column = leadup_lexicon_table_get_column (finder.phrases, "scope");
  finder.lines = leadup_text_lines_find (article);
  finder.rules = g_new0 (const char *, article->tokens->len);

  /* What is known already (the header) is put among the rest. */
  given = article->furniture;
  article->furniture = g_array_new (FALSE, TRUE, sizeof (LeadupFurniture));
  for (guint i = 0; i < given->len; i++)
    {
      const LeadupFurniture *furniture = &g_array_index (given, LeadupFurniture, i);

      for (guint32 j = leadup_tokens_at (article, furniture->span.start);
           j < article->tokens->len && get_token (&finder, j)->span.end <= furniture->span.end; j++)
        if (get_token (&finder, j)->span.start >= furniture->span.start)
          finder.rules[j] = furniture->rule;
    }
  g_array_unref (given);

  mark_lines (&finder);
  mark_clocks (&finder);
  mark_bylines (&finder);
  mark_outlet (&finder);
  read_note (&finder);
  mark_repeats (&finder);
  mark_runs (&finder);
  mark_author_notes (&finder);
  collect (&finder);

  g_array_unref (finder.lines);
  g_free (finder.rules);
}
