/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-dateline.h"

#include "article/leadup-byline.h"
#include "article/leadup-date-grammar.h"
#include "article/leadup-date-matcher.h"
#include "article/leadup-dates.h"
#include "article/leadup-furniture.h"
#include "article/leadup-lexicon.h"
#include "article/leadup-name-tables.h"
#include "article/leadup-text-lines.h"
#include "article/leadup-word-facts.h"
#include "base/leadup-calendar.h"

#include <string.h>

/* Where a header is looked for. */
#define HEAD_LINES 12
#define HEAD_TOKENS 200
/* How far behind “published” its date may stand. */
#define REACH 6
/* A line with a date and not much else is a header. */
#define MAX_HEADER_TOKENS 14
#define MAX_PLACE_WORDS 4
/* A line of fewer tokens than these is no sentence with a place in front. */
#define MIN_SENTENCE 10

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

static void
set_published (LeadupArticle *article,
               gint64         day)
{
  int year, month, in_month;

  if (article->published != NULL)
    return;

  leadup_calendar_from_day_number (day, &year, &month, &in_month);
  if (year > 0 && year < 10000)
    article->published = g_strdup_printf ("%04d-%02d-%02d", year, month, in_month);
}

static void
add_header (LeadupArticle *article,
            guint32        first,
            guint32        end)
{
  LeadupFurniture furniture = { .rule = LEADUP_FURNITURE_HEADER };

  furniture.span.start = get_token (article, first)->span.start;
  furniture.span.end = get_token (article, end - 1)->span.end;
  g_array_append_val (article->furniture, furniture);
}

/* “Published Dec. 19, 2025”, “Updated …”, “date 2025-12-19” at the beginning of a line. The words
 * of the table “dateline” have a rank, the lowest of the text wins. */
static gboolean
read_cue (LeadupArticle        *article,
          const LeadupTextLine *line,
          int                  *best)
{
  const LeadupLexiconTable *table = leadup_word_facts_get (article->lexicon)->dateline;
  const LeadupLexiconRow *row = leadup_lexicon_table_match (
      table, get_token (article, line->first_token), line->end_token - line->first_token);
  guint32 from, end;
  gint64 day;
  int rank;

  if (row == NULL)
    return FALSE;

  from = line->first_token + row->n_words;
  if (!leadup_dates_find_day (article, from, MIN (line->end_token, from + REACH + 8), &from, &end,
                              &day) ||
      from > line->first_token + row->n_words + REACH)
    return FALSE;

  rank = (int) g_ascii_strtoll (row->columns[1], NULL, 10);
  if (rank < *best)
    {
      *best = rank;
      g_clear_pointer (&article->published, g_free);
      set_published (article, day);
    }

  /* The whole of a short line; of running text the cue and the date alone. */
  add_header (article, line->first_token,
              line->end_token - line->first_token <= MAX_HEADER_TOKENS ? line->end_token : end);

  return TRUE;
}

/* “The Bay Post | Updated May 3, 2025”: the part of a line that has a cue. */
static gboolean
read_part (LeadupArticle        *article,
           const LeadupTextLine *line,
           int                  *best)
{
  for (guint32 i = line->first_token; i + 1 < line->end_token; i++)
    {
      LeadupTextLine part = { i + 1, line->end_token };

      if (get_token (article, i)->folded[0] == '|' && read_cue (article, &part, best))
        return TRUE;
    }

  return FALSE;
}

/* “By Ada Roe and Bo Poe in Lome, The Bay Post, Monday 3 May 2025”: a byline, whose names begin at
 * @names, that ends with its day. */
static gboolean
is_dated_byline (const LeadupArticle  *article,
                 const LeadupTextLine *line,
                 guint32               names,
                 guint32               date,
                 guint32               date_end)
{
  return names > line->first_token && date > names + 1 && date_end == line->end_token &&
         (strchr (",|-(", get_token (article, date - 1)->folded[0]) != NULL ||
          leadup_token_is (get_token (article, date), ","));
}

/* A short line that is hardly more than a date, or a text that begins with one. */
static void
read_bare (LeadupArticle        *article,
           const LeadupTextLine *line,
           int                  *best)
{
  guint32 first, end;
  gint64 day;
  gboolean is_short = line->end_token - line->first_token <= MAX_HEADER_TOKENS;
  guint32 names = leadup_byline_skip_opening (article, line->first_token, line->end_token);

  if (*best < G_MAXINT || (!is_short && names == line->first_token) ||
      !leadup_dates_find_day (article, line->first_token, line->end_token, &first, &end, &day))
    return;

  /* A headline may end with a date as well; a header has few other words. */
  if (!is_dated_byline (article, line, names, first, end) &&
      (!is_short || (first - line->first_token) + (line->end_token - end) > 6))
    return;

  *best = G_MAXINT - 1;
  set_published (article, day);
  add_header (article, line->first_token, line->end_token);
}

/* “CARACAS, Dec. 3, 2025 (Reuters) —”: the day is when it was written, of no event in it. */
static void
set_dateline (LeadupArticle *article,
              guint32        first,
              guint32        end,
              int           *best)
{
  guint32 from, to;
  gint64 day;

  article->dateline_first = first;
  article->dateline_end = end;
  if (*best < G_MAXINT || !leadup_dates_find_day (article, first, end, &from, &to, &day))
    return;
  *best = G_MAXINT - 1;
  set_published (article, day);
}

/* “CARACAS, Dec 3 (Reuters) —”: the agency in brackets before a dash. */
static void
read_agency (LeadupArticle        *article,
             const LeadupTextLine *line,
             int                  *best)
{
  guint32 end = MIN (line->end_token, line->first_token + 16);

  if (article->outlet != NULL || !get_token (article, line->first_token)->is_all_capitals)
    return;

  for (guint32 i = line->first_token + 1; i + 2 < end; i++)
    {
      guint32 close = i + 1;
      LeadupSpan span;

      if (strcmp (get_token (article, i)->folded, "(") != 0)
        continue;

      while (close < end && get_token (article, close)->is_capitalised)
        close++;
      if (close == i + 1 || close + 1 >= end ||
          strcmp (get_token (article, close)->folded, ")") != 0 ||
          strchr ("-_", get_token (article, close + 1)->folded[0]) == NULL)
        return;

      span.start = get_token (article, i + 1)->span.start;
      span.end = get_token (article, close - 1)->span.end;
      article->outlet = leadup_article_dup_span (article, span);
      set_dateline (article, line->first_token, close + 2, best);
      return;
    }
}

/* Whether a month, a weekday or a whole date begins at @at. */
static gboolean
is_date (const LeadupArticle *article,
         guint32              at,
         guint32              end)
{
  LeadupDatePiece piece;

  return leadup_date_piece_read (leadup_date_grammar_get (article->lexicon), article, at, end,
                                 &piece) &&
         (piece.classes &
          (LEADUP_DATE_BIT (LEADUP_DATE_MONTH) | LEADUP_DATE_BIT (LEADUP_DATE_WEEKDAY) |
           LEADUP_DATE_BIT (LEADUP_DATE_FULL))) != 0;
}

/* Whether the words are all of a place that is known, or loud: “Addis Ababa”, “PORT AMSA”. */
static gboolean
is_place (const LeadupArticle *article,
          guint32              first,
          guint32              end)
{
  LeadupNameTables tables;
  const LeadupLexiconRow *row;
  LeadupNameType type;
  gboolean is_loud = TRUE;

  for (guint32 i = first; i < end; i++)
    {
      if (!get_token (article, i)->is_capitalised)
        return FALSE;
      is_loud = is_loud && get_token (article, i)->is_all_capitals &&
                strlen (get_token (article, i)->folded) > 3;
    }
  leadup_name_tables_init (&tables, article->lexicon);
  type = leadup_name_tables_match (&tables, get_token (article, first), end - first, &row);

  return is_loud || ((type == LEADUP_NAME_PLACE || type == LEADUP_NAME_SEAT) &&
                     row->n_words == end - first);
}

/* “Addis Ababa — The envoys met”: the place alone, in front of a dash and a sentence. */
static void
read_place_alone (LeadupArticle        *article,
                  const LeadupTextLine *line)
{
  const LeadupToken *last = get_token (article, line->end_token - 1);
  guint32 end = line->first_token + 1;

  if (article->dateline_end > 0 || line->end_token < line->first_token + MIN_SENTENCE ||
      last->kind == LEADUP_TOKEN_WORD)
    return;
  while (end < line->first_token + MAX_PLACE_WORDS && get_token (article, end)->is_capitalised)
    end++;
  if (get_token (article, end)->folded[0] == '-' &&
      get_token (article, end)->span.start > get_token (article, end - 1)->span.end &&
      get_token (article, end)->span.end < get_token (article, end + 1)->span.start &&
      get_token (article, end + 1)->is_capitalised &&
      is_place (article, line->first_token, end))
    {
      article->dateline_first = line->first_token;
      article->dateline_end = end + 1;
    }
}

/* “NAIROBI, March 9, 2026 —”, “LOME/ACCRA, 9 March 2026 –”: a place in capitals and a date, and
 * nothing else, before a dash. */
static void
read_place (LeadupArticle        *article,
            const LeadupTextLine *line,
            int                  *best)
{
  guint32 end = MIN (line->end_token, line->first_token + 16);
  gboolean has_date = FALSE;

  if (article->dateline_end > 0 || !get_token (article, line->first_token)->is_all_capitals ||
      strlen (get_token (article, line->first_token)->folded) < 3 ||
      is_date (article, line->first_token, end))
    return;

  for (guint32 i = line->first_token + 1; i + 1 < end; i++)
    {
      const LeadupToken *token = get_token (article, i);

      if (token->folded[0] == '-' && token->span.start > token[-1].span.end &&
          token->span.end < token[1].span.start)
        {
          if (has_date)
            set_dateline (article, line->first_token, i + 1, best);
          return;
        }
      if (is_date (article, i, end))
        has_date = TRUE;
      /* Numbers are of the date, and what stands in front of that is set off from it. */
      else if (!has_date && token->kind == LEADUP_TOKEN_NUMBER &&
               !is_date (article, i + 1, end))
        return;
      else if (!token->is_capitalised && token->kind != LEADUP_TOKEN_NUMBER &&
               strchr (",.-/()", token->folded[0]) == NULL)
        return;
    }
}

/**
 * leadup_dateline_find:
 * @article: an article with its tokens
 *
 * Looks in the first lines for the day on which the text was published and for the agency that it
 * came from. What the article has already wins; what it is only presumed to be holds where the text
 * says nothing.
 */
void
leadup_dateline_find (LeadupArticle *article)
{
  g_autoptr (GArray) lines = NULL;
  g_autofree char *given = NULL;
  int best = G_MAXINT;

  g_return_if_fail (article != NULL);

  lines = leadup_text_lines_find (article);
  given = g_steal_pointer (&article->published);

  for (guint i = 0; i < lines->len && i < HEAD_LINES; i++)
    {
      const LeadupTextLine *line = &g_array_index (lines, LeadupTextLine, i);

      if (line->first_token > HEAD_TOKENS)
        break;
      if (!read_cue (article, line, &best) && !read_part (article, line, &best))
        read_bare (article, line, &best);
      read_agency (article, line, &best);
      read_place (article, line, &best);
      read_place_alone (article, line);
    }

  if (given != NULL)
    {
      g_free (article->published);
      article->published = g_steal_pointer (&given);
    }
  else if (article->published == NULL)
    article->published = g_strdup (article->presumed);
}

/**
 * leadup_dateline_skip:
 * @article: an article whose dateline was looked for
 * @first: the first token of a sentence
 *
 * Returns: the first of its tokens that tells something: “LOME, May 3 (Bay Wire) – Rebels took it”
 */
guint32
leadup_dateline_skip (const LeadupArticle *article,
                      guint32              first)
{
  g_return_val_if_fail (article != NULL, first);

  return first == article->dateline_first && article->dateline_end > first ? article->dateline_end
                                                                          : first;
}
