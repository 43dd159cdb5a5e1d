/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-guard.h"

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

/* “May” the verb, “March” the act, “April” the person. */
static gboolean
allows_month (const Neighbours *self)
{
  gboolean is_introduced = says (self->before_context, "time");

  if (!self->first->is_capitalised)
    return FALSE;

  /* A name: April Smith. */
  if (!is_introduced && self->after != NULL && self->after->kind == LEADUP_TOKEN_WORD &&
      self->after->is_capitalised && self->before != NULL && !self->first->starts_sentence &&
      self->before->is_capitalised)
    return FALSE;

  if (strlen (self->first->folded) > 5 && strcmp (self->first->folded, "august") != 0)
    return TRUE;

  if (says (self->after_context, "possessive") ||
      self->match->end_token > self->match->first_token + 1)
    return TRUE;

  /* Words that are something else as well need more. */
  if (strcmp (self->first->folded, "may") == 0 || strcmp (self->first->folded, "march") == 0 ||
      strcmp (self->first->folded, "mar") == 0 || strcmp (self->first->folded, "august") == 0 ||
      strcmp (self->first->folded, "april") == 0 || strcmp (self->first->folded, "june") == 0)
    return is_introduced || (self->before != NULL && says (self->before_context, "joint"));

  return TRUE;
}

/* Years that are counts, prices, numbers of rooms. */
static gboolean
allows_year (const Neighbours *self)
{
  const char *digits = self->first->folded;
  gboolean is_usual =
      digits[0] == '2' ? strcmp (digits, "2100") < 0 : (digits[0] == '1' && digits[1] >= '5');

  if (self->before != NULL && self->before->span.end == self->first->span.start &&
      strchr ("$#/.:+=", self->before->folded[0]) != NULL)
    return FALSE;
  if (says (self->before_context, "money") || says (self->before_context, "count"))
    return FALSE;
  if (self->after != NULL && self->after->span.start == self->match->end_token &&
      strchr ("%/.:", self->after->folded[0]) != NULL)
    return FALSE;
  if (says (self->after_context, "measure"))
    return FALSE;

  if (says (self->before_context, "time") || says (self->before_context, "joint"))
    return is_usual || says (self->before_context, "time");
  if (!is_usual)
    return FALSE;

  /* 2000 soldiers: a small plural noun follows and nothing of time stands before. */
  if (self->after != NULL && self->after->kind == LEADUP_TOKEN_WORD &&
      !self->after->is_capitalised && g_str_has_suffix (self->after->folded, "s") &&
      strlen (self->after->folded) > 3 && self->after_context[0] == '\0' &&
      !says (self->before_context, "the"))
    return FALSE;

  return TRUE;
}

/* “Spring” and “fall” are seasons only where the words before say so. */
static gboolean
allows_season (const Neighbours *self)
{
  return says (self->before_context, "time") || says (self->before_context, "the");
}

/* Bare plurals: “years” of what is said before or after. */
static gboolean
allows_units (const Neighbours *self)
{
  return says (self->before_context, "time") || says (self->before_context, "span") ||
         self->before_context[0] == '\0';
}

/* Amounts that are ages. */
static gboolean
allows_amount (const Neighbours *self)
{
  if (self->after != NULL && says (self->after_context, "old"))
    return FALSE;
  if (self->after != NULL && strcmp (self->after->folded, "-") == 0)
    {
      const LeadupToken *next = self->after + 1;

      if (next->sentence == self->after->sentence && strcmp (next->folded, "old") == 0)
        return FALSE;
    }

  return !says (self->before_context, "money");
}

/* A clock time alone: scores and ratios have no word of time before. */
static gboolean
allows_clock (const Neighbours *self)
{
  return says (self->before_context, "time") || says (self->before_context, "at");
}

static const struct
{
  const char *name;
  gboolean (*allows) (const Neighbours *self);
} guards[] = {
  { "month", allows_month }, { "year", allows_year },     { "season", allows_season },
  { "units", allows_units }, { "amount", allows_amount }, { "clock", allows_clock },
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
  Neighbours self = {
    .article = article, .match = match, .before_context = "", .after_context = ""
  };

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
