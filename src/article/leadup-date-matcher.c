/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-matcher.h"

#include "base/leadup-calendar.h"

#include <string.h>

#define MAX_NUMBER 1000000000

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

static gboolean
is_digits (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return length > 0;
}

/* Reads at most @max_digits digits; returns how many. */
static guint
read_digits (const char *text,
             guint       max_digits,
             int        *value)
{
  guint n = 0;

  for (*value = 0; n < max_digits && g_ascii_isdigit (text[n]); n++)
    *value = *value * 10 + text[n] - '0';

  return g_ascii_isdigit (text[n]) ? 0 : n;
}

/* 2025-12-19, 2025/12/19, 12/19/2025, 12-19-2025, 19.12.2025, 12/19/25; the length in bytes or 0.
 * Where month and day could be either, the month comes first but between full stops. */
static guint
read_numeric_date (const char      *text,
                   LeadupDatePiece *piece)
{
  int values[3];
  guint lengths[3];
  guint at = 0;
  char separator = '\0';

  for (guint i = 0; i < 3; i++)
    {
      lengths[i] = read_digits (text + at, 4, &values[i]);
      if (lengths[i] == 0)
        return 0;
      at += lengths[i];
      if (i == 2)
        break;
      if (text[at] == '\0' || strchr ("-/.", text[at]) == NULL || (i == 1 && text[at] != separator))
        return 0;
      separator = text[at++];
    }

  if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    {
      piece->year = values[0];
      piece->month = values[1];
      piece->day = values[2];
    }
  else if (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2))
    {
      gboolean day_first = separator == '.' || values[0] > 12;

      if (lengths[2] == 2 && separator == '.')
        return 0;
      piece->year = lengths[2] == 4 ? values[2] : values[2] + (values[2] < 50 ? 2000 : 1900);
      piece->month = values[day_first ? 1 : 0];
      piece->day = values[day_first ? 0 : 1];
    }
  else
    return 0;

  return leadup_calendar_is_valid_date (piece->year, piece->month, piece->day) &&
                 piece->year >= 1000
             ? at
             : 0;
}

/* “am”, “p.m.”: 'a', 'p' or 0. */
static char
read_half (const char *text)
{
  char half = (char) g_ascii_tolower (*text);

  if (half != 'a' && half != 'p')
    return 0;
  text += text[1] == '.' ? 2 : 1;

  return g_ascii_tolower (*text) == 'm' && !g_ascii_isalnum (text[1]) ? half : 0;
}

/* 15:30, 3:05, 10:00:00, 3:05pm, “3.05” of “3.05 pm”; the length in bytes or 0. */
static guint
read_clock (const char      *text,
            LeadupDatePiece *piece)
{
  int second;
  guint n = read_digits (text, 2, &piece->hour);
  guint n_seconds;
  gboolean is_dotted = n > 0 && text[n] == '.';

  if (n == 0 || (text[n] != ':' && !is_dotted) ||
      read_digits (text + n + 1, 2, &piece->minute) != 2 || piece->hour > 24 || piece->minute > 59)
    return 0;

  n += 3;
  if (piece->hour > 0 && piece->hour <= 12 && read_half (text + n) != 0 && text[n + 1] != '.')
    {
      piece->hour = piece->hour % 12 + (read_half (text + n) == 'p' ? 12 : 0);
      return n + 2;
    }
  if (is_dotted)
    return text[n] == ' ' && read_half (text + n + 1) != 0 ? n : 0;
  if (text[n] == ':' && (n_seconds = read_digits (text + n + 1, 2, &second)) == 2 && second < 60)
    n += 3;

  return n;
}

/* The token behind the last one that starts before @byte. */
static guint32
end_of_tokens (const LeadupArticle *article,
               guint32              token,
               guint32              end,
               guint32              byte)
{
  while (token < end && get_token (article, token)->span.start < byte)
    token++;

  return token;
}

static gboolean
read_numeric (const LeadupArticle *article,
              guint32              token,
              guint32              end,
              LeadupDatePiece     *piece)
{
  guint32 start = get_token (article, token)->span.start;
  const char *text = article->text + start;
  guint length = read_numeric_date (text, piece);

  if (length > 0)
    {
      piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_FULL);
      /* ISO 8601 with a time. */
      if (text[length] == 'T' && read_clock (text + length + 1, piece) > 0)
        {
          piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_CLOCK);
          length += 1 + read_clock (text + length + 1, piece);
        }
    }
  else
    {
      length = read_clock (text, piece);
      if (length > 0)
        piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_CLOCK);
    }

  if (length == 0 || g_ascii_isalnum (text[length]))
    {
      piece->classes = 0;
      return FALSE;
    }

  piece->end_token = end_of_tokens (article, token, end, start + length);

  return piece->end_token > token;
}

/* A day that is called by its number: “9/11”. */
static gboolean
read_named_day (const LeadupDateGrammar *grammar,
                const LeadupArticle     *article,
                guint32                  end,
                LeadupDatePiece         *piece)
{
  const LeadupToken *first = get_token (article, piece->first_token);
  const char *text = NULL;
  LeadupDateWord word;

  if (!leadup_date_grammar_is_used (grammar, first->word) ||
      !leadup_date_grammar_find (grammar, first, end - piece->first_token, &word) ||
      (word.classes & LEADUP_DATE_BIT (LEADUP_DATE_FULL)) == 0)
    return FALSE;

  leadup_date_grammar_get_value (grammar, word.row, LEADUP_DATE_FULL, &text);
  if (text == NULL || read_numeric_date (text, piece) == 0)
    return FALSE;

  piece->classes = word.classes;
  piece->end_token = piece->first_token + word.row->n_words;

  return TRUE;
}

/* “19th”, “1980s”, “'03”, “10pm”, “15”, “2003”, “1,000”. */
static gboolean
read_number (const LeadupToken *token,
             LeadupDatePiece   *piece)
{
  const char *text = token->folded;
  gsize length = strlen (text);
  gsize n = strspn (text, "0123456789");
  const char *rest;

  if (*text == '\'')
    {
      int value;

      if (read_digits (text + 1, 2, &value) != 2 || length > 4)
        return FALSE;
      piece->number = 1900 + value + (value < 40 ? 100 : 0);
      piece->classes = LEADUP_DATE_BIT (length == 3 ? LEADUP_DATE_SHORTYEAR : LEADUP_DATE_DECADE);
      return length == 3 || text[3] == 's';
    }

  if (strchr (text, ',') != NULL || n == 0 || n > 9)
    return FALSE;

  (void) read_digits (text, 9, &piece->number);
  rest = text + n;

  if (*rest == '\0')
    {
      piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_NUM);
      if (n <= 2 && piece->number >= 1 && piece->number <= 31)
        piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_DAY);
      if (n == 4 && piece->number >= 1000 && piece->number <= 2199)
        piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_YEAR);
      if (n == 3 && piece->number >= 100)
        piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_OLDYEAR);
    }
  else if (n <= 2 && (strcmp (rest, "st") == 0 || strcmp (rest, "nd") == 0 ||
                      strcmp (rest, "rd") == 0 || strcmp (rest, "th") == 0))
    piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_ORD);
  else if (strcmp (rest, "s") == 0 && piece->number % 10 == 0 &&
           ((n == 4 && piece->number >= 1000 && piece->number < 2100) || n == 2))
    {
      piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_DECADE);
      if (n == 2)
        piece->number += 1900;
    }
  else if (n <= 2 && (strcmp (rest, "am") == 0 || strcmp (rest, "pm") == 0) && piece->number <= 12)
    {
      piece->hour = piece->number % 12 + (*rest == 'p' ? 12 : 0);
      piece->minute = -1;
      piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_CLOCK);
    }
  else if (*rest == '.' && is_digits (rest + 1, strlen (rest + 1)))
    piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_NUM);

  return piece->classes != 0;
}

/* The value of the number word at @token, −1 if there is none. */
static int
number_word (const LeadupDateGrammar *grammar,
             const LeadupArticle     *article,
             guint32                  token,
             guint32                  end,
             LeadupDateClass          class)
{
  LeadupDateWord word;

  if (token >= end || get_token (article, token)->kind != LEADUP_TOKEN_WORD ||
      !leadup_date_grammar_find (grammar, get_token (article, token), 1, &word) ||
      (word.classes & LEADUP_DATE_BIT (class)) == 0)
    return -1;

  return leadup_date_grammar_get_value (grammar, word.row, class, NULL);
}

/* Skips a hyphen or “and” between the words of a number. */
static guint32
skip_joint (const LeadupArticle *article,
            guint32              token,
            guint32              end)
{
  return token < end && strcmp (get_token (article, token)->folded, "-") == 0 ? token + 1 : token;
}

/* “twenty-five”, “two hundred”, “nineteen ninety-six”, “twenty-first”. The piece holds the first
 * word already. */
static void
read_number_words (const LeadupDateGrammar *grammar,
                   const LeadupArticle     *article,
                   guint32                  end,
                   LeadupDatePiece         *piece)
{
  gint64 value = piece->number;

  for (;;)
    {
      guint32 next = skip_joint (article, piece->end_token, end);
      int number = number_word (grammar, article, next, end, LEADUP_DATE_NUM);
      int ordinal = number_word (grammar, article, next, end, LEADUP_DATE_ORD);

      if (value >= 20 && value < 100 && value % 10 == 0 && ordinal > 0 && ordinal < 10)
        {
          piece->classes = LEADUP_DATE_BIT (LEADUP_DATE_ORD);
          piece->number = (int) value + ordinal;
          piece->end_token = next + 1;
          return;
        }

      if (number >= 100 && value < number && value > 0)
        value *= number;
      else if (number > 0 && number < 10 && value >= 20 && value % 10 == 0)
        value += number;
      else if (number >= 10 && number < 100 && value >= 10 && value <= 20)
        {
          value = value * 100 + number;
          piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_YEAR);
        }
      else
        break;

      piece->end_token = next + 1;
      if (value > MAX_NUMBER)
        value = MAX_NUMBER;
    }

  piece->number = (int) value;
  if (value >= 1900 && value <= 2100)
    piece->classes |= LEADUP_DATE_BIT (LEADUP_DATE_YEAR);
}

/**
 * leadup_date_piece_read:
 * @grammar: of the article's language
 * @article: an article with its tokens
 * @token: where to read
 * @end: of the sentence
 * @piece: (out): the piece, if there is one
 *
 * Returns: whether the token can be in an expression of time
 */
gboolean
leadup_date_piece_read (const LeadupDateGrammar *grammar,
                        const LeadupArticle     *article,
                        guint32                  token,
                        guint32                  end,
                        LeadupDatePiece         *piece)
{
  const LeadupToken *first = get_token (article, token);
  LeadupDateWord word;

  if (first->kind != LEADUP_TOKEN_NUMBER && !leadup_date_grammar_is_used (grammar, first->word))
    return FALSE;

  memset (piece, 0, sizeof *piece);
  piece->word = first->word;
  piece->first_token = token;
  piece->end_token = token + 1;
  piece->minute = -1;

  if (first->kind == LEADUP_TOKEN_NUMBER)
    return read_numeric (article, token, end, piece) ||
           read_named_day (grammar, article, end, piece) || read_number (first, piece);

  if (!leadup_date_grammar_find (grammar, first, end - token, &word))
    return TRUE;

  piece->row = word.row;
  piece->classes = word.classes;
  piece->end_token = token + word.row->n_words;

  if (word.classes & LEADUP_DATE_BIT (LEADUP_DATE_NUM))
    {
      piece->number = leadup_date_grammar_get_value (grammar, word.row, LEADUP_DATE_NUM, NULL);
      read_number_words (grammar, article, end, piece);
    }
  else if (word.classes & LEADUP_DATE_BIT (LEADUP_DATE_ORD))
    piece->number = leadup_date_grammar_get_value (grammar, word.row, LEADUP_DATE_ORD, NULL);
  else if (word.classes & LEADUP_DATE_BIT (LEADUP_DATE_DECADE))
    piece->number = leadup_date_grammar_get_value (grammar, word.row, LEADUP_DATE_DECADE, NULL);

  return TRUE;
}

static gboolean
fits (const LeadupDateElement *element,
      const LeadupDatePiece   *piece)
{
  if ((element->classes & piece->classes) != 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (element->words) && element->words[i] != 0; i++)
    if (element->words[i] == piece->word && piece->end_token == piece->first_token + 1)
      return TRUE;

  return FALSE;
}

/* Whether the elements from @element on fit the pieces from @at on; the longest way is kept in
 * @taken (piece + 1 by element). */
static guint
match_from (const LeadupDateRule  *rule,
            guint                  element,
            const LeadupDatePiece *pieces,
            guint                  n_pieces,
            guint                  at,
            guint8                *taken)
{
  guint end;

  if (element == rule->n_elements)
    return at;

  if (at < n_pieces && fits (&rule->elements[element], &pieces[at]))
    {
      taken[element] = (guint8) (at + 1);
      end = match_from (rule, element + 1, pieces, n_pieces, at + 1, taken);
      if (end > 0)
        return end;
    }

  taken[element] = 0;
  if (!rule->elements[element].is_optional)
    return 0;

  return match_from (rule, element + 1, pieces, n_pieces, at, taken);
}

static void
fill_match (LeadupDateMatch       *match,
            const LeadupDatePiece *pieces,
            guint                  end,
            const guint8          *taken)
{
  const LeadupDateRule *rule = match->rule;

  memset (match->piece, 0, sizeof match->piece);
  memset (match->second, 0, sizeof match->second);
  match->first_token = pieces[0].first_token;
  match->end_token = pieces[end - 1].end_token;

  for (guint i = 0; i < rule->n_elements; i++)
    {
      guint64 classes;

      if (taken[i] == 0)
        continue;

      classes = rule->elements[i].classes & pieces[taken[i] - 1].classes;
      for (guint class = 0; class < LEADUP_N_DATE_CLASSES; class ++)
        if (classes & LEADUP_DATE_BIT (class))
          {
            if (match->piece[class] == NULL)
              match->piece[class] = &pieces[taken[i] - 1];
            else
              match->second[class] = &pieces[taken[i] - 1];
            break;
          }
    }
}

/**
 * leadup_date_match_find:
 * @grammar: a grammar
 * @pieces: (array length=n_pieces): pieces without gaps, at most 200 of them are looked at
 * @n_pieces: how many
 * @after: (nullable): the rule of the match that was refused; then shorter ones and those of later
 *   rules are looked for
 * @match: (inout): the match; with @after the refused one
 *
 * Looks for the rule that takes most of the pieces from the first on; of several the first of the
 * table.
 *
 * Returns: whether there is one
 */
gboolean
leadup_date_match_find (const LeadupDateGrammar *grammar,
                        const LeadupDatePiece   *pieces,
                        guint                    n_pieces,
                        const LeadupDateRule    *after,
                        LeadupDateMatch         *match)
{
  const LeadupDateRule *rules = leadup_date_grammar_get_rules (grammar);
  guint8 best_taken[LEADUP_DATE_MAX_ELEMENTS];
  LeadupDateRuleSet starts;
  guint best = 0;
  guint limit = G_MAXUINT;

  if (after != NULL)
    for (limit = 0; limit < n_pieces && pieces[limit].first_token < match->end_token; limit++)
      ;

  n_pieces = MIN (n_pieces, 200);
  leadup_date_grammar_get_starts (grammar, pieces[0].classes, pieces[0].word, &starts);
  leadup_date_grammar_narrow (grammar, n_pieces > 1 ? pieces[1].classes : 0,
                              n_pieces > 1 ? pieces[1].word : 0, &starts);
  for (guint block = 0; block < G_N_ELEMENTS (starts.bits); block++)
    for (guint64 bits = starts.bits[block]; bits != 0; bits &= bits - 1)
      {
        const LeadupDateRule *rule = &rules[block * 64 + (guint) __builtin_ctzll (bits)];
        guint8 taken[LEADUP_DATE_MAX_ELEMENTS];
        guint end = match_from (rule, 0, pieces, n_pieces, 0, taken);

        if (end <= best || end > limit || (end == limit && rule <= after))
          continue;

        best = end;
        match->rule = rule;
        memcpy (best_taken, taken, sizeof taken);
      }

  if (best == 0)
    return FALSE;

  fill_match (match, pieces, best, best_taken);

  return TRUE;
}
