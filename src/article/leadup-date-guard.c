/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-guard.h"

#include "article/leadup-word-facts.h"

#include <string.h>

/**
 * Neighbours:
 * @before: (nullable): the token before the expression, in its sentence
 * @after: (nullable): the token behind it
 * @before_context: what the table date-context says of @before, "" if nothing
 * @after_context: of @after
 */
typedef struct
{
  const LeadupArticle *article;
  const LeadupDateGrammar *grammar;
  const LeadupDateMatch *match;
  const LeadupToken *first;
  const LeadupToken *before;
  const LeadupToken *after;
  const char *before_context;
  const char *after_context;
} Neighbours;

static gboolean
says (const char *context,
      const char *what)
{
  gsize length = strlen (what);

  for (const char *at = context; (at = strstr (at, what)) != NULL; at += length)
    if ((at == context || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

/* Whether a word of the match has one of the units. */
static gboolean
has_unit (const Neighbours *self,
          LeadupDateUnit    low,
          LeadupDateUnit    high)
{
  const LeadupDatePiece *pieces[] = { self->match->piece[LEADUP_DATE_UNIT],
                                      self->match->second[LEADUP_DATE_UNIT],
                                      self->match->piece[LEADUP_DATE_UNITS] };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (pieces[i] != NULL)
      {
        int unit = leadup_date_grammar_get_value (
            self->grammar, pieces[i]->row, i < 2 ? LEADUP_DATE_UNIT : LEADUP_DATE_UNITS, NULL);

        if (unit >= (int) low && unit <= (int) high)
          return TRUE;
      }

  return FALSE;
}

static const LeadupToken *
get_token (const Neighbours *self,
           guint32           token)
{
  return &g_array_index (self->article->tokens, LeadupToken, token);
}

/* “May” the verb, “March” the act, “April” the person, “Jan” the other person. */
static gboolean
allows_month (const Neighbours *self)
{
  const LeadupToken *month = &g_array_index (self->article->tokens, LeadupToken,
                                             self->match->piece[LEADUP_DATE_MONTH]->first_token);
  gboolean is_alone = self->match->end_token == self->match->first_token + 1;
  gboolean is_introduced = !is_alone || says (self->before_context, "time");

  /* A name: April Smith, Jan Roe. */
  if (self->after != NULL && self->after->kind == LEADUP_TOKEN_WORD &&
      self->after->is_capitalised &&
      ((!is_introduced && self->before != NULL && self->before->is_capitalised) ||
       (strlen (month->folded) <= 3 && self->article->text[month->span.end - 1] != '.' &&
        strcmp (month->folded, "may") != 0)))
    return FALSE;

  /* “The SEP said”: letters that stand for something else. */
  if (!is_introduced && month->is_all_capitals && strlen (month->folded) <= 3)
    return FALSE;
  if (!says (leadup_date_grammar_get_context (self->grammar, month->word), "ambiguous"))
    return TRUE;

  return is_introduced || says (self->after_context, "possessive") ||
         says (self->before_context, "joint");
}

/* “2000 soldiers”, “2000 years”: a small plural noun follows, or a unit. */
static gboolean
counts_something (const Neighbours *self)
{
  if (self->after == NULL || self->after->kind != LEADUP_TOKEN_WORD || self->after->is_capitalised)
    return FALSE;
  if (strcmp (self->after->folded, "year") == 0 || strcmp (self->after->folded, "children") == 0 ||
      g_str_has_suffix (self->after->folded, "children"))
    return TRUE;

  return g_str_has_suffix (self->after->folded, "s") && strlen (self->after->folded) > 3 &&
         self->after_context[0] == '\0';
}

/* “1696 Bergen Boulevard”, “461-1776”: numbers of houses and of telephones. */
static gboolean
is_address (const Neighbours *self)
{
  if (self->before != NULL && strcmp (self->before->folded, "-") == 0 &&
      self->before->span.end == self->first->span.start && self->match->first_token >= 2 &&
      self->before[-1].kind == LEADUP_TOKEN_NUMBER &&
      self->before[-1].span.end == self->before->span.start &&
      strlen (self->before[-1].folded) != 4)
    return TRUE;

  for (guint32 i = 0; i < 3 && self->match->end_token + i < self->article->tokens->len; i++)
    {
      const LeadupToken *token = get_token (self, self->match->end_token + i);

      if (!token->is_capitalised || token->sentence != self->first->sentence)
        break;
      if (i > 0 && says (leadup_date_grammar_get_context (self->grammar, token->word), "street"))
        return TRUE;
    }

  return FALSE;
}

/* Years that are counts, prices, numbers of rooms. */
static gboolean
allows_year (const Neighbours *self)
{
  const LeadupToken *year = &g_array_index (self->article->tokens, LeadupToken,
                                            self->match->piece[LEADUP_DATE_YEAR]->first_token);
  const char *digits = year->folded;
  gboolean is_usual =
      digits[0] == '2' ? strcmp (digits, "2100") < 0 : (digits[0] == '1' && digits[1] >= '5');

  if (year->kind == LEADUP_TOKEN_WORD)
    return TRUE;

  if (self->before != NULL && self->before->span.end == self->first->span.start &&
      strchr ("$#/.:+=", self->before->folded[0]) != NULL)
    return FALSE;
  if (says (self->before_context, "money") || says (self->before_context, "count") ||
      is_address (self))
    return FALSE;
  if (self->after != NULL && self->after->span.start == self->after[-1].span.end &&
      strchr ("%/", self->after->folded[0]) != NULL)
    return FALSE;
  if (says (self->after_context, "measure"))
    return FALSE;
  if (self->match->piece[LEADUP_DATE_APPROX] != NULL && counts_something (self))
    return FALSE;

  if (says (self->before_context, "time") || says (self->before_context, "joint"))
    return is_usual || says (self->before_context, "time");
  if (!is_usual)
    return FALSE;

  if (counts_something (self) && !says (self->before_context, "the"))
    return FALSE;

  return TRUE;
}

/* “Spring” and “fall” are seasons only where the words before say so, and never “of” something. */
static gboolean
allows_season (const Neighbours *self)
{
  if (says (self->after_context, "of"))
    return FALSE;

  return self->match->end_token > self->match->first_token + 1 ||
         says (self->before_context, "time") || says (self->before_context, "the");
}

/* Bare plurals: “years” of what is said before or after. */
static gboolean
allows_units (const Neighbours *self)
{
  if (says (self->after_context, "old") ||
      has_unit (self, LEADUP_DATE_UNIT_SECOND, LEADUP_DATE_UNIT_MINUTE) ||
      has_unit (self, LEADUP_DATE_UNIT_QUARTER, LEADUP_DATE_UNIT_QUARTER) ||
      (self->before != NULL && self->before->kind == LEADUP_TOKEN_NUMBER))
    return FALSE;

  if (says (self->before_context, "the"))
    return says (self->after_context, "relation");

  return says (self->before_context, "time") || says (self->before_context, "span") ||
         self->before_context[0] == '\0' || says (self->before_context, "indefinite");
}

/* Amounts that are ages, prices, or years (“the 2018 season”). */
static gboolean
allows_amount (const Neighbours *self)
{
  const LeadupDatePiece *number = self->match->piece[LEADUP_DATE_NUM];

  if (says (self->after_context, "old"))
    return FALSE;
  if (self->after != NULL && strcmp (self->after->folded, "-") == 0 &&
      self->match->end_token + 1 < self->article->tokens->len &&
      strcmp (self->after[1].folded, "old") == 0)
    return FALSE;
  /* “Two thousand years” and “about 2000 years” are no year; “in 2018 days of …” may be one. */
  if (number != NULL && (number->classes & LEADUP_DATE_BIT (LEADUP_DATE_YEAR)) != 0 &&
      self->match->second[LEADUP_DATE_NUM] == NULL &&
      (self->match->piece[LEADUP_DATE_UNITS] == NULL ||
       (get_token (self, number->first_token)->kind == LEADUP_TOKEN_NUMBER &&
        self->match->piece[LEADUP_DATE_APPROX] == NULL)))
    return FALSE;

  return !says (self->before_context, "money");
}

/* “The past decade” ends now, “the last decade” was the one before this. */
static gboolean
allows_rolling (const Neighbours *self)
{
  return has_unit (self, LEADUP_DATE_UNIT_DECADE, LEADUP_DATE_UNIT_DECADE) &&
         strcmp (get_token (self, self->match->end_token - 2)->folded, "past") == 0;
}

/* “40 a week”, “four flights a day”: how much in each. */
static gboolean
is_rate (const Neighbours *self)
{
  const LeadupToken *before = self->before;
  LeadupDateWord word;

  if (before == NULL || self->match->end_token != self->match->first_token + 2)
    return FALSE;
  if (before->kind == LEADUP_TOKEN_NUMBER)
    return TRUE;
  if (before->kind != LEADUP_TOKEN_WORD || before->is_capitalised ||
      !g_str_has_suffix (before->folded, "s") || self->match->first_token < 2 ||
      before[-1].sentence != before->sentence)
    return FALSE;

  return before[-1].kind == LEADUP_TOKEN_NUMBER ||
         (leadup_date_grammar_find (self->grammar, &before[-1], 1, &word) &&
          (word.classes & LEADUP_DATE_BIT (LEADUP_DATE_NUM)) != 0);
}

/* “A quarter” is a share, “a second” another one, “a season” of sports. */
static gboolean
allows_article (const Neighbours *self)
{
  return allows_amount (self) && !is_rate (self) &&
         !has_unit (self, LEADUP_DATE_UNIT_SECOND, LEADUP_DATE_UNIT_SECOND) &&
         !has_unit (self, LEADUP_DATE_UNIT_QUARTER, LEADUP_DATE_UNIT_SEASON) &&
         !has_unit (self, LEADUP_DATE_UNIT_NIGHT, LEADUP_DATE_UNIT_NIGHT);
}

static gboolean
allows_quarter (const Neighbours *self)
{
  return has_unit (self, LEADUP_DATE_UNIT_QUARTER, LEADUP_DATE_UNIT_QUARTER);
}

/* “The quarter” or “the latest period” of a business; “a quarter of the votes” is none. */
static gboolean
allows_the_quarter (const Neighbours *self)
{
  if (says (self->after_context, "of"))
    return FALSE;
  if (self->match->piece[LEADUP_DATE_UNIT] == NULL)
    return self->match->piece[LEADUP_DATE_DEICTIC] != NULL ||
           self->match->end_token > self->match->first_token + 2;

  return allows_quarter (self);
}

/* “Player of the year”: what somebody is called, but “the end of the year”. */
static gboolean
is_title_of (const Neighbours *self)
{
  static const char *const parts[] = { "end",     "start",   "beginning", "rest", "remainder",
                                       "part",    "half",    "course",    "time", "close",
                                       "middle",  "most",    "much",      "all",  "some",
                                       "quarter", "portion", "bulk" };
  const LeadupToken *noun;

  if (self->before == NULL || strcmp (self->before->folded, "of") != 0 ||
      self->match->first_token < 2)
    return FALSE;
  noun = self->before - 1;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (noun->folded, parts[i]) == 0)
      return FALSE;

  return noun->kind == LEADUP_TOKEN_WORD && !g_str_has_suffix (noun->folded, "s") &&
         leadup_word_facts_get (self->article->lexicon)->n_words >= noun->word &&
         (leadup_word_facts_get (self->article->lexicon)->words[noun->word].classes &
          LEADUP_WORD_NOUN) != 0;
}

/* “The weekend”, “the week”, “the year”; “the day” and “the second” say nothing. */
static gboolean
allows_the_unit (const Neighbours *self)
{
  /* “Player of the Year”, “open throughout the year”. */
  if (self->match->piece[LEADUP_DATE_UNIT] != NULL &&
      self->first[self->match->piece[LEADUP_DATE_UNIT]->first_token - self->match->first_token]
          .is_capitalised)
    return FALSE;
  if (self->before != NULL && strcmp (self->before->folded, "throughout") == 0)
    return FALSE;
  if (is_title_of (self))
    return FALSE;

  return !says (self->after_context, "of") &&
         (has_unit (self, LEADUP_DATE_UNIT_WEEKEND, LEADUP_DATE_UNIT_WEEK) ||
          has_unit (self, LEADUP_DATE_UNIT_YEAR, LEADUP_DATE_UNIT_YEAR));
}

/* “In the morning” is a time; “the night of the hunter” is none. */
static gboolean
allows_day_part (const Neighbours *self)
{
  return says (self->before_context, "within") && !says (self->after_context, "of");
}

/* Words of no date by themselves that are capitalised behind a capitalised word: Example Daily. */
static gboolean
is_name (const Neighbours *self)
{
  return self->before != NULL && self->before->is_capitalised && self->first->is_capitalised &&
         !self->first->starts_sentence;
}

static gboolean
allows_set (const Neighbours *self)
{
  return !is_name (self);
}

/* “Will soon”, “soon may”, “to soon”. */
static gboolean
is_modal (const Neighbours  *self,
          const LeadupToken *token)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (self->article->lexicon);

  return token != NULL && token->word <= facts->n_words &&
         ((facts->words[token->word].classes & LEADUP_WORD_MODAL) != 0 ||
          strcmp (token->folded, "to") == 0);
}

/* Of words that are also something else: “as soon as”, “soon after”. */
static gboolean
allows_reference (const Neighbours *self)
{
  if (is_name (self))
    return FALSE;

  /* “The future of the party” is no time. */
  if (says (leadup_date_grammar_get_context (self->grammar, self->first->word), "the") &&
      says (self->after_context, "of"))
    return FALSE;
  if (!says (leadup_date_grammar_get_context (self->grammar, self->first->word), "ambiguous") ||
      self->match->end_token > self->match->first_token + 1)
    return !says (self->before_context, "as");

  return self->after == NULL || self->after->kind != LEADUP_TOKEN_WORD ||
         is_modal (self, self->before) || is_modal (self, self->after);
}

/* “In the past, …”; “the past two years” is more than that. */
static gboolean
allows_the_past (const Neighbours *self)
{
  return says (self->before_context, "within") &&
         (self->after == NULL || self->after->kind == LEADUP_TOKEN_PUNCTUATION ||
          (self->after->kind == LEADUP_TOKEN_WORD &&
           !leadup_date_grammar_is_used (self->grammar, self->after->word)));
}

/* A clock time alone: scores and ratios have no word of time before. */
static gboolean
allows_clock (const Neighbours *self)
{
  return says (self->before_context, "time") || says (self->before_context, "at");
}

/* “A month earlier than usual” is no month. */
static gboolean
allows_later (const Neighbours *self)
{
  return self->after == NULL || strcmp (self->after->folded, "than") != 0;
}

/* “The day before” of what was told; “the day before the vote” is of something else. */
static gboolean
allows_alone (const Neighbours *self)
{
  return self->after == NULL || self->after->kind != LEADUP_TOKEN_WORD;
}

/* A number of three digits that a day, a month or “circa” makes a year; “the year 71”. */
static gboolean
allows_old_year (const Neighbours *self)
{
  if (self->after != NULL && self->after->kind != LEADUP_TOKEN_PUNCTUATION)
    return FALSE;
  if (self->match->piece[LEADUP_DATE_NUM] != NULL)
    return get_token (self, self->match->end_token - 1)->kind == LEADUP_TOKEN_NUMBER &&
           self->match->piece[LEADUP_DATE_NUM]->number >= 10 &&
           self->match->piece[LEADUP_DATE_NUM]->number <= 999;

  return self->match->piece[LEADUP_DATE_APPROX] == NULL ||
         g_str_has_prefix (self->first->folded, "c");
}

/* “Aurel (314–368)”, “(c. 314–368)”: from birth to death. */
static gboolean
allows_old_years (const Neighbours *self)
{
  const LeadupDatePiece *from = self->match->piece[LEADUP_DATE_OLDYEAR];
  const LeadupDatePiece *to = self->match->second[LEADUP_DATE_OLDYEAR];

  return self->before != NULL && self->after != NULL && to != NULL &&
         self->match->first_token >= 2 && self->before[-1].is_capitalised &&
         self->before->folded[0] == '(' && self->after->folded[0] == ')' &&
         from->number < to->number && to->number - from->number < 110;
}

/* “The 1988 period” of a business, “the 1988 quarter”. */
static gboolean
allows_period_of_year (const Neighbours *self)
{
  return self->match->piece[LEADUP_DATE_UNIT] == NULL || allows_quarter (self);
}

/* “SAT scores”, “the Sun”: letters and names that are no day. */
static gboolean
allows_weekday (const Neighbours *self)
{
  const LeadupToken *day = get_token (self, self->match->piece[LEADUP_DATE_WEEKDAY]->first_token);

  return !day->is_all_capitals || strlen (day->folded) > 3;
}

/* “1914–18”: two digits that go on from the year; “in 2003 – 10 people died” is none. */
static gboolean
allows_short_year (const Neighbours *self)
{
  const LeadupDatePiece *year = self->match->piece[LEADUP_DATE_YEAR];
  const LeadupToken *last = &self->first[self->match->end_token - 1 - self->match->first_token];
  gboolean is_tight =
      last[-1].span.start == last[-2].span.end && last[-1].span.end == last->span.start;

  return strlen (last->folded) == 2 && g_ascii_isdigit (last->folded[0]) &&
         g_ascii_strtoll (last->folded, NULL, 10) > year->number % 100 &&
         (self->after == NULL || (is_tight ? strcmp (self->after->folded, "-") != 0
                                           : self->after->kind == LEADUP_TOKEN_PUNCTUATION));
}

/* “In her 20s”: an age. */
static gboolean
allows_decade (const Neighbours *self)
{
  static const char *const owners[] = { "his", "her", "their", "my", "your", "our" };
  const LeadupToken *at = self->before;

  for (guint back = 0; back < 2 && at != NULL; back++, at--)
    {
      for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
        if (strcmp (at->folded, owners[i]) == 0)
          return FALSE;
      if (at->starts_sentence)
        break;
    }

  return self->after == NULL || strcmp (self->after->folded, "°") != 0;
}

static const struct
{
  const char *name;
  gboolean (*allows) (const Neighbours *self);
} guards[] = {
  { "month", allows_month },      { "year", allows_year },
  { "season", allows_season },    { "units", allows_units },
  { "amount", allows_amount },    { "article", allows_article },
  { "quarter", allows_quarter },  { "thequarter", allows_the_quarter },
  { "theunit", allows_the_unit }, { "daypart", allows_day_part },
  { "ref", allows_reference },    { "set", allows_set },
  { "clock", allows_clock },      { "later", allows_later },
  { "alone", allows_alone },      { "shortyear", allows_short_year },
  { "decade", allows_decade },    { "rolling", allows_rolling },
  { "oldyear", allows_old_year }, { "oldyears", allows_old_years },
  { "weekday", allows_weekday },  { "quarterperiod", allows_period_of_year },
  { "thepast", allows_the_past },
};

/**
 * leadup_date_guard_allows:
 * @grammar: a grammar
 * @article: an article with its sentences
 * @match: words that look like a date
 *
 * Returns: whether the words around them let them be one
 */
gboolean
leadup_date_guard_allows (const LeadupDateGrammar *grammar,
                          const LeadupArticle     *article,
                          const LeadupDateMatch   *match)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  Neighbours self = { .article = article,
                      .grammar = grammar,
                      .match = match,
                      .before_context = "",
                      .after_context = "" };

  if (match->rule->guard[0] == '\0')
    return TRUE;

  self.first = &tokens[match->first_token];
  if (match->first_token > 0 && tokens[match->first_token - 1].sentence == self.first->sentence)
    {
      self.before = &tokens[match->first_token - 1];
      self.before_context = leadup_date_grammar_get_context (grammar, self.before->word);
    }
  if (match->end_token < article->tokens->len &&
      tokens[match->end_token].sentence == self.first->sentence)
    {
      self.after = &tokens[match->end_token];
      self.after_context = leadup_date_grammar_get_context (grammar, self.after->word);
    }

  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    if (strcmp (guards[i].name, match->rule->guard) == 0)
      return guards[i].allows (&self);

  return TRUE;
}
