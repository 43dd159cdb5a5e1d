/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "base/leadup-typed-words-private.h"
#include "base/leadup-when.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define MAX_TOKENS (40)
#define MAX_DIGITS (9)

enum
{
  MORNING,
  AFTERNOON,
  EVENING,
  NIGHT,
};

/* The one table of what the parts of a day mean to the hour. */
const LeadupTypedDayPart leadup_typed_day_parts[] = {
  [MORNING] = { 6, 6 },
  [AFTERNOON] = { 12, 6 },
  [EVENING] = { 18, 5 },
  [NIGHT] = { 20, 10 },
};

typedef struct
{
  const char *word; /* folded, without a point at its end */
  LeadupTypedMeaning meaning;
  int number;
} Word;

/* English; the names of months and weekdays in the user's language are added to it. */
static const Word words[] = {
  { "january", LEADUP_TYPED_MONTH, 1 },
  { "jan", LEADUP_TYPED_MONTH, 1 },
  { "february", LEADUP_TYPED_MONTH, 2 },
  { "feb", LEADUP_TYPED_MONTH, 2 },
  { "march", LEADUP_TYPED_MONTH, 3 },
  { "mar", LEADUP_TYPED_MONTH, 3 },
  { "april", LEADUP_TYPED_MONTH, 4 },
  { "apr", LEADUP_TYPED_MONTH, 4 },
  { "may", LEADUP_TYPED_MONTH, 5 },
  { "june", LEADUP_TYPED_MONTH, 6 },
  { "jun", LEADUP_TYPED_MONTH, 6 },
  { "july", LEADUP_TYPED_MONTH, 7 },
  { "jul", LEADUP_TYPED_MONTH, 7 },
  { "august", LEADUP_TYPED_MONTH, 8 },
  { "aug", LEADUP_TYPED_MONTH, 8 },
  { "september", LEADUP_TYPED_MONTH, 9 },
  { "sep", LEADUP_TYPED_MONTH, 9 },
  { "sept", LEADUP_TYPED_MONTH, 9 },
  { "october", LEADUP_TYPED_MONTH, 10 },
  { "oct", LEADUP_TYPED_MONTH, 10 },
  { "november", LEADUP_TYPED_MONTH, 11 },
  { "nov", LEADUP_TYPED_MONTH, 11 },
  { "december", LEADUP_TYPED_MONTH, 12 },
  { "dec", LEADUP_TYPED_MONTH, 12 },
  { "monday", LEADUP_TYPED_WEEKDAY, 1 },
  { "mon", LEADUP_TYPED_WEEKDAY, 1 },
  { "tuesday", LEADUP_TYPED_WEEKDAY, 2 },
  { "tue", LEADUP_TYPED_WEEKDAY, 2 },
  { "tues", LEADUP_TYPED_WEEKDAY, 2 },
  { "wednesday", LEADUP_TYPED_WEEKDAY, 3 },
  { "wed", LEADUP_TYPED_WEEKDAY, 3 },
  { "thursday", LEADUP_TYPED_WEEKDAY, 4 },
  { "thu", LEADUP_TYPED_WEEKDAY, 4 },
  { "thur", LEADUP_TYPED_WEEKDAY, 4 },
  { "thurs", LEADUP_TYPED_WEEKDAY, 4 },
  { "friday", LEADUP_TYPED_WEEKDAY, 5 },
  { "fri", LEADUP_TYPED_WEEKDAY, 5 },
  { "saturday", LEADUP_TYPED_WEEKDAY, 6 },
  { "sat", LEADUP_TYPED_WEEKDAY, 6 },
  { "sunday", LEADUP_TYPED_WEEKDAY, 7 },
  { "sun", LEADUP_TYPED_WEEKDAY, 7 },
  { "spring", LEADUP_TYPED_SEASON, 21 },
  { "summer", LEADUP_TYPED_SEASON, 22 },
  { "autumn", LEADUP_TYPED_SEASON, 23 },
  { "fall", LEADUP_TYPED_SEASON, 23 },
  { "winter", LEADUP_TYPED_SEASON, 24 },
  { "early", LEADUP_TYPED_PART, LEADUP_PART_EARLY },
  { "beginning", LEADUP_TYPED_PART, LEADUP_PART_EARLY },
  { "start", LEADUP_TYPED_PART, LEADUP_PART_EARLY },
  { "mid", LEADUP_TYPED_PART, LEADUP_PART_MID },
  { "middle", LEADUP_TYPED_PART, LEADUP_PART_MID },
  { "late", LEADUP_TYPED_PART, LEADUP_PART_LATE },
  { "end", LEADUP_TYPED_PART, LEADUP_PART_LATE },
  { "half", LEADUP_TYPED_HALF, 0 },
  { "day", LEADUP_TYPED_UNIT, LEADUP_UNIT_DAY },
  { "days", LEADUP_TYPED_UNIT, LEADUP_UNIT_DAY },
  { "week", LEADUP_TYPED_UNIT, LEADUP_UNIT_WEEK },
  { "weeks", LEADUP_TYPED_UNIT, LEADUP_UNIT_WEEK },
  { "weekend", LEADUP_TYPED_UNIT, LEADUP_TYPED_WEEKEND },
  { "month", LEADUP_TYPED_UNIT, LEADUP_UNIT_MONTH },
  { "months", LEADUP_TYPED_UNIT, LEADUP_UNIT_MONTH },
  { "quarter", LEADUP_TYPED_UNIT, LEADUP_UNIT_QUARTER },
  { "year", LEADUP_TYPED_UNIT, LEADUP_UNIT_YEAR },
  { "years", LEADUP_TYPED_UNIT, LEADUP_UNIT_YEAR },
  { "decade", LEADUP_TYPED_UNIT, LEADUP_UNIT_DECADE },
  { "decades", LEADUP_TYPED_UNIT, LEADUP_UNIT_DECADE },
  { "century", LEADUP_TYPED_UNIT, LEADUP_UNIT_CENTURY },
  { "last", LEADUP_TYPED_TURN, -1 },
  { "previous", LEADUP_TYPED_TURN, -1 },
  { "past", LEADUP_TYPED_TURN, -1 },
  { "this", LEADUP_TYPED_TURN, 0 },
  { "next", LEADUP_TYPED_TURN, 1 },
  { "coming", LEADUP_TYPED_TURN, 1 },
  { "today", LEADUP_TYPED_DAY_REF, 0 },
  { "yesterday", LEADUP_TYPED_DAY_REF, -1 },
  { "tomorrow", LEADUP_TYPED_DAY_REF, 1 },
  { "ago", LEADUP_TYPED_AGO, -1 },
  { "hence", LEADUP_TYPED_AGO, 1 },
  { "morning", LEADUP_TYPED_DAY_PART, MORNING },
  { "afternoon", LEADUP_TYPED_DAY_PART, AFTERNOON },
  { "evening", LEADUP_TYPED_DAY_PART, EVENING },
  { "night", LEADUP_TYPED_DAY_PART, NIGHT },
  { "overnight", LEADUP_TYPED_DAY_PART, NIGHT },
  { "noon", LEADUP_TYPED_NOON, 12 },
  { "midday", LEADUP_TYPED_NOON, 12 },
  { "midnight", LEADUP_TYPED_NOON, 0 },
  { "am", LEADUP_TYPED_HALF_DAY, 0 },
  { "a.m", LEADUP_TYPED_HALF_DAY, 0 },
  { "pm", LEADUP_TYPED_HALF_DAY, 12 },
  { "p.m", LEADUP_TYPED_HALF_DAY, 12 },
  { "bc", LEADUP_TYPED_ERA, -1 },
  { "bce", LEADUP_TYPED_ERA, -1 },
  { "b.c", LEADUP_TYPED_ERA, -1 },
  { "b.c.e", LEADUP_TYPED_ERA, -1 },
  { "ad", LEADUP_TYPED_ERA, 1 },
  { "ce", LEADUP_TYPED_ERA, 1 },
  { "a.d", LEADUP_TYPED_ERA, 1 },
  { "about", LEADUP_TYPED_APPROXIMATE, 0 },
  { "around", LEADUP_TYPED_APPROXIMATE, 0 },
  { "approximately", LEADUP_TYPED_APPROXIMATE, 0 },
  { "approx", LEADUP_TYPED_APPROXIMATE, 0 },
  { "roughly", LEADUP_TYPED_APPROXIMATE, 0 },
  { "circa", LEADUP_TYPED_APPROXIMATE, 0 },
  { "c", LEADUP_TYPED_APPROXIMATE, 0 },
  { "ca", LEADUP_TYPED_APPROXIMATE, 0 },
  { "~", LEADUP_TYPED_APPROXIMATE, 0 },
  { "probably", LEADUP_TYPED_UNCERTAIN, 0 },
  { "possibly", LEADUP_TYPED_UNCERTAIN, 0 },
  { "perhaps", LEADUP_TYPED_UNCERTAIN, 0 },
  { "maybe", LEADUP_TYPED_UNCERTAIN, 0 },
  { "?", LEADUP_TYPED_UNCERTAIN, 0 },
  { "%", LEADUP_TYPED_UNCERTAIN, 1 },
  { "before", LEADUP_TYPED_RELATION, LEADUP_TYPED_BEFORE },
  { "<", LEADUP_TYPED_RELATION, LEADUP_TYPED_BEFORE },
  { "after", LEADUP_TYPED_RELATION, LEADUP_TYPED_AFTER },
  { ">", LEADUP_TYPED_RELATION, LEADUP_TYPED_AFTER },
  { "by", LEADUP_TYPED_RELATION, LEADUP_TYPED_BY },
  { "until", LEADUP_TYPED_RELATION, LEADUP_TYPED_UNTIL },
  { "till", LEADUP_TYPED_RELATION, LEADUP_TYPED_UNTIL },
  { "since", LEADUP_TYPED_RELATION, LEADUP_TYPED_SINCE },
  { "from", LEADUP_TYPED_RELATION, LEADUP_TYPED_FROM },
  { "between", LEADUP_TYPED_RELATION, LEADUP_TYPED_BETWEEN },
  { "to", LEADUP_TYPED_TO, 0 },
  { "through", LEADUP_TYPED_TO, 0 },
  { "-", LEADUP_TYPED_TO, 0 },
  { "–", LEADUP_TYPED_TO, 0 },
  { "—", LEADUP_TYPED_TO, 0 },
  { "or", LEADUP_TYPED_OR, 0 },
  { "and", LEADUP_TYPED_AND, 0 },
  { "&", LEADUP_TYPED_AND, 0 },
  { "of", LEADUP_TYPED_NOISE, 0 },
  { "the", LEADUP_TYPED_NOISE, 0 },
  { "on", LEADUP_TYPED_NOISE, 0 },
  { "at", LEADUP_TYPED_NOISE, 0 },
  { "in", LEADUP_TYPED_NOISE, 0 },
  { "during", LEADUP_TYPED_NOISE, 0 },
  { "sometime", LEADUP_TYPED_NOISE, 0 },
  { ",", LEADUP_TYPED_NOISE, 0 },
  { "(", LEADUP_TYPED_NOISE, 0 },
  { ")", LEADUP_TYPED_NOISE, 0 },
  { "uncertain", LEADUP_TYPED_UNCERTAIN, 0 },
  { "later", LEADUP_TYPED_OR_LATER, 1 },
  { "earlier", LEADUP_TYPED_OR_LATER, -1 },
  { "first", LEADUP_TYPED_ORDINAL, 1 },
  { "second", LEADUP_TYPED_ORDINAL, 2 },
  { "third", LEADUP_TYPED_ORDINAL, 3 },
  { "fourth", LEADUP_TYPED_ORDINAL, 4 },
  { "a", LEADUP_TYPED_NUMBER, 1 },
  { "an", LEADUP_TYPED_NUMBER, 1 },
  { "one", LEADUP_TYPED_NUMBER, 1 },
  { "two", LEADUP_TYPED_NUMBER, 2 },
  { "three", LEADUP_TYPED_NUMBER, 3 },
  { "four", LEADUP_TYPED_NUMBER, 4 },
  { "five", LEADUP_TYPED_NUMBER, 5 },
  { "six", LEADUP_TYPED_NUMBER, 6 },
  { "seven", LEADUP_TYPED_NUMBER, 7 },
  { "eight", LEADUP_TYPED_NUMBER, 8 },
  { "nine", LEADUP_TYPED_NUMBER, 9 },
  { "ten", LEADUP_TYPED_NUMBER, 10 },
  { "eleven", LEADUP_TYPED_NUMBER, 11 },
  { "twelve", LEADUP_TYPED_NUMBER, 12 },
};

static void
clear_token (gpointer data)
{
  g_free (((LeadupTypedToken *) data)->text);
}

static void
add_names (GHashTable        *table,
           const char        *pattern,
           LeadupTypedMeaning meaning)
{
  int n = meaning == LEADUP_TYPED_MONTH ? 12 : 7;

  for (int i = 1; i <= n; i++)
    {
      /* The 1st of January 2001 was a Monday. */
      g_autoptr (GDateTime) date = meaning == LEADUP_TYPED_MONTH
                                       ? g_date_time_new_utc (2001, i, 1, 0, 0, 0)
                                       : g_date_time_new_utc (2001, 1, i, 0, 0, 0);
      g_autofree char *name = g_date_time_format (date, pattern);
      g_autofree char *folded = leadup_text_fold (name);
      gsize length = strlen (folded);
      Word *word;

      if (length > 0 && folded[length - 1] == '.')
        folded[length - 1] = '\0';
      if (g_hash_table_contains (table, folded))
        continue;
      word = g_new0 (Word, 1);
      word->meaning = meaning;
      word->number = i;
      g_hash_table_insert (table, g_steal_pointer (&folded), word);
    }
}

static gpointer
make_table (gpointer data)
{
  static const char *const months[] = { "%B", "%OB", "%b", "%Ob" };
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_insert (table, (gpointer) words[i].word, (gpointer) &words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    add_names (table, months[i], LEADUP_TYPED_MONTH);
  add_names (table, "%A", LEADUP_TYPED_WEEKDAY);
  add_names (table, "%a", LEADUP_TYPED_WEEKDAY);

  return table;
}

static const Word *
find_word (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = leadup_text_fold (text);
  gsize length = strlen (folded);

  if (length > 1 && folded[length - 1] == '.')
    folded[length - 1] = '\0';

  return g_hash_table_lookup (g_once (&once, make_table, NULL), folded);
}

/* How many digits stand at @p, of which the value is put into @number. */
static int
scan_number (const char *p,
             gint64     *number)
{
  int digits = 0;

  *number = 0;
  for (; g_ascii_isdigit (p[digits]); digits++)
    if (digits < MAX_DIGITS)
      *number = *number * 10 + (p[digits] - '0');

  return digits;
}

/* Numbers joined by one sign, as in 2025-03-04 and 4.3.2025. Returns how many there are. */
static int
scan_joined (const char *p,
             char        sign,
             gint64      numbers[3],
             int         digits[3],
             gsize      *length)
{
  int n = 0;

  *length = 0;
  while (n < 3)
    {
      digits[n] = scan_number (p + *length, &numbers[n]);
      if (digits[n] == 0)
        return 0;
      *length += (gsize) digits[n];
      n++;
      if (p[*length] != sign || !g_ascii_isdigit (p[*length + 1]))
        break;
      (*length)++;
    }

  /* 3:15pm, 2025-03-04T03:15 */
  if (sign == ':' || p[*length] == 'T' || p[*length] == 't')
    return n;

  return g_ascii_isalnum (p[*length]) ? 0 : n;
}

static gboolean
set_date (LeadupTypedToken *token,
          gint64            year,
          gint64            month,
          gint64            day)
{
  token->meaning = LEADUP_TYPED_DATE;
  token->year = (int) year;
  token->month = (int) month;
  token->day = (int) day;

  return TRUE;
}

/* 3/4/2025 is the fourth of March or the third of April; with points the day stands first. */
static gboolean
take_day_first (LeadupTypedToken *token,
                char              sign,
                const gint64      numbers[3],
                GError          **error)
{
  if (sign == '.' || numbers[0] > 12 || numbers[0] == numbers[1])
    return set_date (token, numbers[2], numbers[1], numbers[0]);
  if (numbers[1] > 12)
    return set_date (token, numbers[2], numbers[0], numbers[1]);

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX,
               _ ("Which is the month, %d or %d? Write %04d-%02d-%02d or %04d-%02d-%02d"),
               (int) numbers[0], (int) numbers[1], (int) numbers[2], (int) numbers[0],
               (int) numbers[1], (int) numbers[2], (int) numbers[1], (int) numbers[0]);

  return FALSE;
}

/* A date of digits alone. Returns whether there is one or an error. */
static gboolean
take_date (const char      **p,
           LeadupTypedToken *token,
           GError          **error)
{
  static const char signs[] = "-/.";
  gint64 numbers[3];
  int digits[3];
  gsize length = 0;

  if (scan_number (*p, &numbers[0]) == 8 && !g_ascii_isalnum ((*p)[8]))
    {
      *p += 8;
      return set_date (token, numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
    }

  for (const char *sign = signs; *sign != '\0'; sign++)
    {
      int n = scan_joined (*p, *sign, numbers, digits, &length);

      if (n == 3 && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
        {
          *p += length;
          return set_date (token, numbers[0], numbers[1], numbers[2]);
        }
      if (n == 2 && digits[0] == 4 && digits[1] <= 2 && *sign != '.')
        {
          *p += length;
          return set_date (token, numbers[0], numbers[1], 0);
        }
      if (n == 2 && digits[0] <= 2 && digits[1] == 4 && *sign != '-')
        {
          *p += length;
          return set_date (token, numbers[1], numbers[0], 0);
        }
      if (n == 3 && digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
        {
          *p += length;
          take_day_first (token, *sign, numbers, error);
          return TRUE;
        }
    }

  return FALSE;
}

/* 03:15, 03:15:20, with or without T before it. */
static gboolean
take_time (const char      **p,
           LeadupTypedToken *token)
{
  const char *at = **p == 'T' || **p == 't' ? *p + 1 : *p;
  gint64 numbers[3] = { 0 };
  int digits[3];
  gsize length = 0;
  int n = scan_joined (at, ':', numbers, digits, &length);
  gint64 time;

  if (n < 2 || digits[0] > 2 || digits[1] != 2 || (n == 3 && digits[2] != 2) || numbers[0] > 24 ||
      numbers[1] > 59 || numbers[2] > 60)
    return FALSE;

  /* 24:00 is the last one. */
  time = numbers[0] * LEADUP_USEC_HOUR + numbers[1] * LEADUP_USEC_MINUTE +
         numbers[2] * LEADUP_USEC_SECOND;
  if (time > LEADUP_USEC_DAY)
    return FALSE;

  token->meaning = LEADUP_TYPED_TIME;
  token->number = time;
  token->unit = n == 3 ? LEADUP_UNIT_SECOND : LEADUP_UNIT_MINUTE;
  *p = at + length;

  return TRUE;
}

/* +02:00, +0200, +2, only behind a time or the name of a zone. */
static gboolean
take_offset (const char      **p,
             GArray           *tokens,
             LeadupTypedToken *token)
{
  const LeadupTypedToken *before =
      tokens->len > 0 ? &g_array_index (tokens, LeadupTypedToken, tokens->len - 1) : NULL;
  gint64 hours, minutes = 0;
  const char *at = *p + 1;
  int digits;

  if ((**p != '+' && **p != '-') || before == NULL ||
      !(before->meaning == LEADUP_TYPED_TIME ||
        (before->meaning == LEADUP_TYPED_OTHER && token->is_glued)))
    return FALSE;

  digits = scan_number (at, &hours);
  at += digits;
  if (digits == 4)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (digits == 2 && *at == ':' && scan_number (at + 1, &minutes) == 2)
    {
      at += 3;
    }
  else if (digits < 1 || digits > 2)
    {
      return FALSE;
    }
  if (hours > 18 || minutes > 59 || *at == ':')
    return FALSE;

  token->meaning = LEADUP_TYPED_OFFSET;
  token->number = (hours * 60 + minutes) * (**p == '-' ? -1 : 1);
  *p = at;

  return TRUE;
}

/* Winter 2024–25 is that of 2024. Returns whether the second year was there. */
static gboolean
skip_second_year (const char            **p,
                  GArray                 *tokens,
                  const LeadupTypedToken *token)
{
  static const char *const signs[] = { "–", "-", "/" };

  if (token->digits != 4 || tokens->len == 0 ||
      g_array_index (tokens, LeadupTypedToken, tokens->len - 1).meaning != LEADUP_TYPED_SEASON)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = *p + strlen (signs[i]);
      gint64 second;

      if (g_str_has_prefix (*p, signs[i]) && scan_number (at, &second) == 2 &&
          second == (token->number + 1) % 100)
        {
          *p = at + 2;
          return TRUE;
        }
    }

  return FALSE;
}

/* A number and what is glued to it: 4th, 1990s, 3pm. */
static void
take_number (const char      **p,
             GArray           *tokens,
             LeadupTypedToken *token)
{
  const char *at = *p;
  const char *end;
  g_autofree char *suffix = NULL;
  const Word *word;

  token->meaning = LEADUP_TYPED_NUMBER;
  token->digits = scan_number (at, &token->number);
  *p = at + token->digits;
  if (skip_second_year (p, tokens, token))
    return;
  for (end = *p; g_ascii_isalpha (*end); end++)
    ;
  suffix = g_ascii_strdown (*p, end - *p);
  if (*suffix == '\0')
    {
      /* The apostrophe of the 1990's. */
      if (strncmp (*p, "'s", 2) == 0)
        end = *p + 2;
      else if (strncmp (*p, "’s", 4) == 0)
        end = *p + 4;
      else
        return;
      token->meaning = LEADUP_TYPED_DECADE;
      *p = end;
      return;
    }

  word = find_word (suffix);
  if (g_str_equal (suffix, "s"))
    token->meaning = LEADUP_TYPED_DECADE;
  else if (g_str_equal (suffix, "st") || g_str_equal (suffix, "nd") || g_str_equal (suffix, "rd") ||
           g_str_equal (suffix, "th"))
    token->meaning = LEADUP_TYPED_ORDINAL;
  else if (word == NULL ||
           (word->meaning != LEADUP_TYPED_HALF_DAY && word->meaning != LEADUP_TYPED_ERA &&
            word->meaning != LEADUP_TYPED_MONTH))
    token->meaning = LEADUP_TYPED_OTHER;
  else
    return; /* the suffix is a word of its own */
  *p = end;
}

static gboolean
is_word_character (const char *p)
{
  return g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p));
}

/* A word, with points and apostrophes inside of it, or a single sign. */
static void
take_word (const char      **p,
           LeadupTypedToken *token)
{
  const char *start = *p;
  const char *at = start;
  const Word *word;

  while (*at != '\0' &&
         (is_word_character (at) || *at == '_' || (at > start && (*at == '.' || *at == '\'')) ||
          (at > start && *at == '/' && is_word_character (at + 1))))
    at = g_utf8_next_char (at);
  if (at == start)
    at = g_utf8_next_char (at);
  *p = at;

  token->text = g_strndup (start, (gsize) (at - start));
  word = find_word (token->text);
  if (word != NULL)
    {
      token->meaning = word->meaning;
      token->number = word->number;
    }
  else if (at - start == 1 && (*start == 'Q' || *start == 'q' || *start == 'H' || *start == 'h') &&
           g_ascii_isdigit (*at) && !g_ascii_isalnum (at[1]))
    {
      gboolean is_quarter = g_ascii_toupper (*start) == 'Q';
      int number = *at - '0';

      token->meaning =
          number >= 1 && number <= (is_quarter ? 4 : 2) ? LEADUP_TYPED_QUARTER : LEADUP_TYPED_OTHER;
      token->number = (is_quarter ? 32 : 39) + number;
      *p = at + 1;
    }
}

/**
 * leadup_typed_words_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (element-type LeadupTypedToken) (nullable): the words, signs and numbers
 *   with what they mean; %NULL with an error where there are too many or one has two meanings
 */
GArray *
leadup_typed_words_split (const char *text,
                          GError    **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, TRUE, sizeof (LeadupTypedToken));
  const char *p = text;

  g_array_set_clear_func (tokens, clear_token);
  while (*p != '\0')
    {
      LeadupTypedToken token = { 0 };
      const char *start;
      GError *local_error = NULL;

      token.is_glued = p > text;
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          token.is_glued = FALSE;
        }
      if (*p == '\0')
        break;

      start = p;
      if (!take_offset (&p, tokens, &token) && !take_time (&p, &token))
        {
          if (!g_ascii_isdigit (*p))
            take_word (&p, &token);
          else if (!take_date (&p, &token, &local_error))
            take_number (&p, tokens, &token);
        }
      if (token.text == NULL)
        token.text = g_strndup (start, (gsize) (p - start));
      g_array_append_val (tokens, token);
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
      if (tokens->len > MAX_TOKENS)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, _ ("A date has at most %d words"),
                       MAX_TOKENS);
          return NULL;
        }
    }

  return g_steal_pointer (&tokens);
}
