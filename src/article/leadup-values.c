/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-values.h"

#include "article/leadup-actors.h"

#include <string.h>

/* How far after a number the word stands that says what it counts. */
#define MAX_TOLL_DISTANCE 4

static gboolean
read_digits (const char *text,
             double     *value)
{
  g_autofree char *plain = g_strdup (text);
  char *end;
  char *to = plain;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != ',')
      *to++ = *from;
  *to = '\0';

  *value = g_ascii_strtod (plain, &end);

  return end != plain && *end == '\0';
}

/* A number that starts at @at, with factors (“2.5 million”); the token after it, @at if there is
 * none. */
static guint32
read_number (const LeadupClauses *self,
             guint32              at,
             guint32              end,
             double              *value,
             gboolean            *is_vague)
{
  guint32 next = at;
  gboolean has_value = FALSE;

  *is_vague = FALSE;
  while (next < end)
    {
      const LeadupToken *token = &self->tokens[next];
      const LeadupLexiconRow *row =
          leadup_lexicon_table_match (self->facts->quantities, token, end - next);
      double number;

      if (token->kind == LEADUP_TOKEN_NUMBER)
        {
          if (has_value || !read_digits (token->folded, value))
            break;
          has_value = TRUE;
          next++;
        }
      else if (row == NULL)
        break;
      else if (row->columns[1][0] == 'x')
        {
          number = g_ascii_strtod (row->columns[1] + 1, NULL);
          *value = has_value ? *value * number : number;
          has_value = TRUE;
          next += row->n_words;
        }
      else if (has_value)
        break;
      else
        {
          *is_vague = row->columns[1][0] == '?';
          *value = g_ascii_strtod (row->columns[1] + *is_vague, NULL);
          has_value = TRUE;
          next += row->n_words;
        }
    }

  return has_value ? next : at;
}

/* “between 1.2 and 1.3 million”: the second number, from whose factor the first has its own.
 * Returns: the token after it, @at if the number before ends no such range. */
static guint32
read_other_end (const LeadupClauses *self,
                guint32              first,
                guint32              at,
                guint32              end,
                LeadupArticleValue  *value)
{
  double plain, other;
  gboolean is_vague;
  guint32 next;

  if (first == self->first || !leadup_clauses_is (self, first - 1, "between") ||
      !leadup_clauses_is (self, at, "and"))
    return at;
  next = read_number (self, at + 1, end, &other, &is_vague);
  if (next == at + 1)
    return at;
  if (value->low < other && next > at + 2 && at == first + 1 &&
      read_number (self, at + 1, at + 2, &plain, &is_vague) == at + 2 && plain > 0.0)
    value->low *= other / plain;
  value->high = MAX (other, value->low);

  return next;
}

static const char *
qualifier_before (const LeadupClauses *self,
                  guint32              first,
                  guint32              at)
{
  for (guint32 length = 4; length > 0; length--)
    if (at >= first + length)
      {
        const LeadupLexiconRow *row = leadup_lexicon_table_match (
            self->facts->qualifiers, &self->tokens[at - length], length);

        if (row != NULL && row->n_words == length)
          return row->columns[1];
      }

  return NULL;
}

static const char *
toll_after (const LeadupClauses *self,
            guint32              at,
            guint32              end)
{
  for (guint32 i = at; i < MIN (self->end, at + MAX_TOLL_DISTANCE); i++)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_find_word (self->facts->tolls, self->tokens[i].word);

      /* Another clause, but “nine still missing” is none. */
      if (i >= end && !leadup_clauses_is (self, i, "missing") &&
          self->grammar[i].tag != LEADUP_TAG_ADVERB)
        break;
      if (row != NULL)
        return row->columns[1];
      if (self->grammar[i].tag == LEADUP_TAG_COMMA || self->grammar[i].tag == LEADUP_TAG_NUMBER ||
          self->grammar[i].tag == LEADUP_TAG_PREPOSITION ||
          self->grammar[i].tag == LEADUP_TAG_CONJUNCTION)
        break;
    }

  return NULL;
}

static gboolean
is_money (const LeadupClauses *self,
          guint32              at)
{
  return at > self->first &&
         (leadup_clauses_is (self, at - 1, "$") || leadup_clauses_is (self, at - 1, "€") ||
          leadup_clauses_is (self, at - 1, "£"));
}

/* A year or a day, or an age (“Penn, 61, was arrested”), counts nothing. */
static gboolean
is_no_count (const LeadupClauses *self,
             guint32              at,
             guint32              next)
{
  return self->tokens[at].is_dated ||
         (at > self->first && next < self->end &&
          self->grammar[at - 1].tag == LEADUP_TAG_COMMA &&
          self->grammar[next].tag == LEADUP_TAG_COMMA);
}

/* “among them three children”, “two of them children”, “a man of 45”: counted already, or an age.
 */
static gboolean
is_part_or_age (const LeadupClauses *self,
                guint32              at,
                guint32              next)
{
  static const char *const people[] = { "man", "woman", "boy", "girl", "child", NULL };

  if (leadup_clauses_is (self, next, "of") && leadup_clauses_is (self, next + 1, "them") &&
      at > self->first && self->grammar[at - 1].tag == LEADUP_TAG_COMMA)
    return TRUE;

  return at >= self->first + 2 &&
         ((leadup_clauses_is (self, at - 1, "them") && leadup_clauses_is (self, at - 2, "among")) ||
          (leadup_clauses_is (self, at - 1, "of") &&
           leadup_clauses_is_any (self, at - 2, people)));
}

/* “nine Palestinians”. */
static gboolean
is_nation (const LeadupClauses *self,
           guint32              at)
{
  gint32 actor;

  if (self->grammar[at].tag != LEADUP_TAG_NAME || !g_str_has_suffix (self->tokens[at].folded, "s"))
    return FALSE;
  actor = leadup_actors_at (self->article, at, at + 1);

  return actor >= 0 && g_array_index (self->article->actors, LeadupArticleActor, actor).kind ==
                         LEADUP_ACTOR_KIND_NATIONALITY;
}

/* “killing 14 dockers”: no thing is killed or hurt, so that a noun that looks like one of people is
 * one, though no table has it. */
static gboolean
are_harmed (const LeadupClauses *self,
            guint32              number,
            guint32              at)
{
  static const char *const ends[] = { "ers", "ors", "men", "ees", "ists", "ians", "ants" };
  guint32 before = number;

  while (before > self->first && self->grammar[before - 1].tag == LEADUP_TAG_DETERMINER)
    before--;
  if (before == self->first || self->grammar[before - 1].tag != LEADUP_TAG_VERB ||
      self->grammar[at].tag != LEADUP_TAG_NOUN)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (self->tokens[at].folded, ends[i]))
      return TRUE;

  return FALSE;
}

/* “killed nine in a fight between two clans”, “killed nine, and 40 refugees fled”: said of another
 * verb or of what only stands by. */
static gboolean
is_beside (const LeadupClauses *self,
           guint32              at)
{
  gint32 phrase = leadup_clauses_phrase_at (self, at);
  gint32 preposition
    = phrase >= 0 ? leadup_clauses_get_phrase (self, phrase)->preposition : LEADUP_NONE;
  static const char *const aside[] = { "between", "against", "by", "from", "near", NULL };

  return preposition >= 0 && leadup_clauses_is_any (self, (guint32) preposition, aside);
}

/* What a number counts, NULL for what is no toll and no sum. */
static const char *
name_number (const LeadupClauses *self,
             guint32              at,
             guint32              next,
             guint32              end,
             const char          *counts)
{
  const char *toll;

  if (is_money (self, at))
    return "amount";
  if (is_no_count (self, at, next) || is_part_or_age (self, at, next))
    return NULL;
  toll = toll_after (self, next, end);
  /* “six wounded soldiers died”: who they were, not what is told of them. */
  if (toll != NULL && counts != NULL && *counts != '\0' && next + 1 < end &&
      self->grammar[next].tag == LEADUP_TAG_ADJECTIVE &&
      (leadup_clauses_get_fact (self, next + 1)->classes & LEADUP_WORD_PEOPLE) != 0)
    return counts;
  if (toll != NULL)
    return toll;
  if (counts == NULL || *counts == '\0' || is_beside (self, at))
    return NULL;

  /* “killed 12 soldiers”, “killed two”: a noun of people, or nothing more. */
  for (guint32 i = next; i < MIN (end, next + MAX_TOLL_DISTANCE); i++)
    {
      const LeadupWordFact *fact = leadup_clauses_get_fact (self, i);

      if ((fact->classes & LEADUP_WORD_PEOPLE) != 0 || is_nation (self, i) ||
          are_harmed (self, at, i))
        return counts;
      if (self->grammar[i].tag != LEADUP_TAG_NOUN && self->grammar[i].tag != LEADUP_TAG_ADJECTIVE &&
          self->grammar[i].tag != LEADUP_TAG_NAME && self->grammar[i].tag != LEADUP_TAG_HYPHEN)
        return i == next ? counts : NULL;
    }

  return next >= end ? counts : NULL;
}

/* “in the previous one”: stands for a noun. */
static gboolean
is_pronoun (const LeadupClauses *self,
            guint32              at,
            guint32              next)
{
  LeadupTag before = at > self->first ? (LeadupTag) self->grammar[at - 1].tag : LEADUP_TAG_BREAK;

  return next == at + 1 && leadup_clauses_is (self, at, "one") &&
         qualifier_before (self, self->first, at) == NULL &&
         (before == LEADUP_TAG_ADJECTIVE || before == LEADUP_TAG_DETERMINER ||
          before == LEADUP_TAG_NOUN);
}

/* “up from six”, “down from the six”. */
static gboolean
is_old_count (const LeadupClauses *self,
              guint32              at)
{
  static const char *const ways[] = { "up", "down", "revised", "rising", "falling", NULL };

  while (at > self->first && self->grammar[at - 1].tag == LEADUP_TAG_DETERMINER)
    at--;

  return at >= self->first + 2 && leadup_clauses_is (self, at - 1, "from") &&
         leadup_clauses_is_any (self, at - 2, ways);
}

/* “killing four soldiers and a driver”: one more. */
static void
add_companion (const LeadupClauses *self,
               guint32              number,
               guint32              end,
               LeadupArticleValue  *value)
{
  static const char *const single[] = { "a", "an", "another", "one", NULL };
  gint32 here = leadup_clauses_phrase_at (self, number);
  const LeadupPhrase *next;

  if (here < 0 || here + 1 >= (gint32) self->phrases->len)
    return;
  next = leadup_clauses_get_phrase (self, here + 1);
  if (next->joined != here || next->end > end || next->preposition >= 0 ||
      next->first != leadup_clauses_get_phrase (self, here)->end + 1 ||
      !leadup_clauses_is_any (self, next->first, single) ||
      (leadup_clauses_get_fact (self, next->head)->classes & LEADUP_WORD_PEOPLE) == 0)
    return;
  value->low += 1.0;
  value->high += 1.0;
  value->is_sum = TRUE;
}

/* “nine soldiers and two guards”: both were counted. */
static gboolean
is_added_to (const LeadupClauses *self,
             guint32              number,
             guint32              last)
{
  gint32 here = leadup_clauses_phrase_at (self, number);
  gint32 before = leadup_clauses_phrase_at (self, last);

  return here > 0 && here == before + 1 &&
         leadup_clauses_get_phrase (self, here)->joined == before &&
         leadup_clauses_get_phrase (self, here)->preposition < 0 &&
         leadup_clauses_get_phrase (self, here)->first ==
             leadup_clauses_get_phrase (self, before)->end + 1 &&
         leadup_clauses_is (self, leadup_clauses_get_phrase (self, before)->end, "and");
}

static void
clear_value (gpointer data)
{
  LeadupArticleValue *value = data;

  g_free (value->qualifier);
}

/* Returns: (transfer full) (element-type LeadupArticleValue): an array that frees what it has */
GArray *
leadup_values_new (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (LeadupArticleValue));

  g_array_set_clear_func (values, clear_value);

  return values;
}

/**
 * leadup_values_find:
 * @clauses: the parse of the sentence
 * @first: first token to look at
 * @end: token after the last
 * @counts: (nullable): what the verb counts in its object (“killed”)
 * @values: (element-type LeadupArticleValue): where to add
 *
 * Reads tolls and sums with their qualifiers. A number that is kept twice under one name widens the
 * range.
 */
void
leadup_values_find (const LeadupClauses *clauses,
                    guint32              first,
                    guint32              end,
                    const char          *counts,
                    GArray              *values)
{
  guint32 last = first;

  g_return_if_fail (clauses != NULL);
  g_return_if_fail (values != NULL);

  for (guint32 i = first; i < end;)
    {
      LeadupArticleValue value = { 0 };
      gboolean is_vague;
      guint32 next = read_number (clauses, i, end, &value.low, &is_vague);
      const char *qualifier;

      if (next == i)
        {
          i++;
          continue;
        }

      /* “nine people, up from the six counted before”. */
      if (is_old_count (clauses, i) || is_pronoun (clauses, i, next))
        {
          i = next;
          continue;
        }
      /* “nine people, including two children”: counted already. */
      if (i > first && values->len > 0 && leadup_clauses_is (clauses, i - 1, "including"))
        {
          i = next;
          continue;
        }
      value.high = value.low;
      next = read_other_end (clauses, i, next, end, &value);
      value.name = name_number (clauses, i, next, end, counts);
      qualifier = qualifier_before (clauses, clauses->first, is_money (clauses, i) ? i - 1 : i);
      if (value.name != NULL && values->len < 8)
        {
          LeadupArticleValue *other =
              values->len > 0 ? &g_array_index (values, LeadupArticleValue, values->len - 1) : NULL;

          if (value.name == counts)
            add_companion (clauses, i, end, &value);
          if (other != NULL && value.name == counts && other->name == counts &&
              is_added_to (clauses, i, last))
            {
              other->low += value.low;
              other->high += value.high;
              other->is_sum = TRUE;
              last = i;
              i = next;
              continue;
            }
          last = i;
          value.qualifier = g_strdup (qualifier != NULL ? qualifier : is_vague ? "at least" : NULL);
          g_array_append_val (values, value);
        }
      i = next;
    }
}
