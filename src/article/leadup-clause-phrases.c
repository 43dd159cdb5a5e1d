/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-phrases.h"

#include <string.h>

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

static gboolean
is_content (LeadupTag tag)
{
  return tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_NAME || tag == LEADUP_TAG_NUMBER;
}

static gboolean
goes_on (LeadupTag tag)
{
  return is_content (tag) || tag == LEADUP_TAG_ADJECTIVE;
}

/* Whether a day with its year ends before @end, and words of something else follow. */
static gboolean
closes_day (const LeadupClauses *self,
            guint32              at,
            guint32              end)
{
  return end > at + 1 && tag_at (self, at) != LEADUP_TAG_DETERMINER &&
         tag_at (self, end - 1) == LEADUP_TAG_NUMBER && leadup_clauses_is_dated (self, at) &&
         leadup_clauses_is_dated (self, end - 2) && leadup_clauses_is_dated (self, end - 1) &&
         !leadup_clauses_is_dated (self, end) && self->tokens[end].kind == LEADUP_TOKEN_WORD;
}

/* “a small but strong country”, “for humanitarian and development aid”. */
static gboolean
joins_adjectives (const LeadupClauses *self,
                  guint32              at,
                  guint32              conjunction)
{
  LeadupTag next = tag_at (self, conjunction + 1);

  return tag_at (self, conjunction - 1) == LEADUP_TAG_ADJECTIVE &&
         goes_on (tag_at (self, conjunction + 2)) &&
         (next == LEADUP_TAG_ADJECTIVE || (next == LEADUP_TAG_NOUN && conjunction == at + 1));
}

/* “a missile and drone attack”, “the trade and travel restrictions”: what is told comes last, and
 * no person or deed stands before. */
static gboolean
joins_modifiers (const LeadupClauses *self,
                 guint32              conjunction)
{
  const LeadupLexiconRow *first, *last;

  if (tag_at (self, conjunction - 1) != LEADUP_TAG_NOUN ||
      tag_at (self, conjunction + 1) != LEADUP_TAG_NOUN ||
      tag_at (self, conjunction + 2) != LEADUP_TAG_NOUN ||
      leadup_clauses_is (self, conjunction, "but") ||
      (leadup_clauses_get_fact (self, conjunction - 1)->classes & LEADUP_WORD_PEOPLE) != 0)
    return FALSE;
  first = leadup_lexicon_table_find_word (self->facts->event_nouns,
                                          self->tokens[conjunction - 1].word);
  last = leadup_lexicon_table_find_word (self->facts->event_nouns,
                                         self->tokens[conjunction + 2].word);

  return last != NULL && (first == NULL || strcmp (first->columns[LEADUP_NOUN_USE], "deed") != 0 ||
                          strcmp (first->columns[LEADUP_NOUN_PLOVER], "COOPERATE") == 0);
}

/* “On Monday rebels left”, “; in May Togo left”, but not “hurt in Monday clashes”: whether a time
 * of one word ends at that word. */
static gboolean
is_day_alone (const LeadupClauses *self,
              guint32              at)
{
  static const char *const prepositions[] = { "in", "by", "since", "until", NULL };
  LeadupTag before;

  if (at <= self->first || (self->tokens[at].kind != LEADUP_TOKEN_NUMBER &&
                            (leadup_clauses_get_fact (self, at)->classes &
                             LEADUP_WORD_CALENDAR) == 0))
    return FALSE;
  if (leadup_clauses_is (self, at - 1, "on"))
    return TRUE;
  /* “At 7.30am Chadian guns fired”. */
  if (!leadup_clauses_is_any (self, at - 1, prepositions) &&
      !(self->tokens[at].kind == LEADUP_TOKEN_NUMBER && leadup_clauses_is (self, at - 1, "at")))
    return FALSE;
  before = at - 1 > self->first ? tag_at (self, at - 2) : LEADUP_TAG_BREAK;

  return tag_at (self, at + 1) == LEADUP_TAG_NAME || before == LEADUP_TAG_BREAK ||
         before == LEADUP_TAG_COMMA || before == LEADUP_TAG_CONJUNCTION ||
         before == LEADUP_TAG_QUOTE;
}

/* Whether a day ends before @end, or begins there, so that what stands there is another phrase. */
static gboolean
is_parted_by_day (const LeadupClauses *self,
                  guint32              at,
                  guint32              end)
{
  static const char *const units[] = { "minutes",     "hours",  "days",     "weeks", "months",
                                       "retaliation", "return", "response", "turn",  "reply",
                                       "addition",    NULL };
  static const char *const steps[] = { "last", "this", "next", "earlier", NULL };
  static const char *const parts[] = { "dawn", "morning", "noon",     "midday", "afternoon",
                                       "dusk", "evening", "midnight", "sunset", NULL };

  /* “the man Friday”: a day closes what stands before it. */
  if (end > at && self->tokens[end].is_capitalised &&
      (leadup_clauses_get_fact (self, end)->classes & LEADUP_WORD_CALENDAR) != 0 &&
      tag_at (self, end - 1) != LEADUP_TAG_NUMBER &&
      tag_at (self, end - 1) != LEADUP_TAG_DETERMINER &&
      tag_at (self, end - 1) != LEADUP_TAG_ADJECTIVE)
    return TRUE;
  /* “On 5 November armed men”: they are no part of the day. */
  if (end > at && self->tokens[end].kind == LEADUP_TOKEN_WORD &&
      tag_at (self, at - 1) == LEADUP_TAG_PREPOSITION &&
      (end > at + 1 || is_day_alone (self, at)) && leadup_clauses_is_dated (self, at) &&
      leadup_clauses_is_dated (self, end - 1) && !leadup_clauses_is_dated (self, end))
    return TRUE;
  /* “Last month police arrested”, but not “last month's raid”. */
  if (end == at + 2 && leadup_clauses_is_any (self, at, steps) &&
      leadup_clauses_is_dated (self, at) && leadup_clauses_is_dated (self, end - 1) &&
      !leadup_clauses_is_dated (self, end) && self->tokens[end].kind == LEADUP_TOKEN_WORD &&
      tag_at (self, end) != LEADUP_TAG_POSSESSIVE)
    return TRUE;
  /* “By mid-morning armed men had left”. */
  if (end > at && tag_at (self, at - 1) == LEADUP_TAG_PREPOSITION &&
      self->tokens[end].kind == LEADUP_TOKEN_WORD && leadup_clauses_is (self, at - 1, "by") &&
      leadup_clauses_is_any (self, end - 1, parts))
    return TRUE;
  /* “Within hours Chad bombed it”, “On Sunday Chadian troops left”. */
  if (end == at + 1 && self->tokens[end].is_capitalised && tag_at (self, end) == LEADUP_TAG_NAME &&
      tag_at (self, at - 1) == LEADUP_TAG_PREPOSITION && !leadup_clauses_is_dated (self, end) &&
      (leadup_clauses_is_any (self, at, units) ||
       (self->tokens[at].is_capitalised && leadup_clauses_is_dated (self, at))))
    return TRUE;
  /* “raids early Monday”, “to Brazil last Monday”. */
  if (end > at &&
      (tag_at (self, end - 1) == LEADUP_TAG_NOUN ||
       (tag_at (self, end - 1) == LEADUP_TAG_NAME && !self->tokens[end].is_capitalised)) &&
      leadup_clauses_is_dated (self, end) && !leadup_clauses_is_dated (self, end - 1))
    return TRUE;

  /* “On 12 June 1994 soldiers shot”, but not “the 12 June 1994 massacre”. */
  return closes_day (self, at, end);
}

/* Whether a comma or “and” stands within a phrase: “local, legitimate forces”. */
static gboolean
joins_words (const LeadupClauses *self,
             guint32              at,
             guint32              joint)
{
  if (tag_at (self, joint) == LEADUP_TAG_CONJUNCTION)
    return joins_adjectives (self, at, joint) || joins_modifiers (self, joint);

  return leadup_clauses_is (self, joint, ",") &&
         tag_at (self, joint + 1) == LEADUP_TAG_ADJECTIVE && joins_adjectives (self, at, joint);
}

/* Whether a number opens a phrase of its own: “on Eritrea nine years ago”, “fine the dockers’ union
 * 2 million crowns”, “returned to the government eight coins”. */
static gboolean
opens_with_number (const LeadupClauses *self,
                   guint32              at,
                   guint32              number)
{
  LeadupTag last = tag_at (self, number - 1);
  LeadupTag next = tag_at (self, number + 1);

  if (last == LEADUP_TAG_NAME)
    return next == LEADUP_TAG_NOUN && !leadup_clauses_is_dated (self, number - 1);

  return last == LEADUP_TAG_NOUN &&
         (next == LEADUP_TAG_NUMBER ||
          (self->tokens[number].kind == LEADUP_TOKEN_WORD && goes_on (next) &&
           tag_at (self, at) == LEADUP_TAG_DETERMINER));
}

/* “a charge Chad denies”, “the port Togo shelled”: no thing has a name behind it. */
static gboolean
begins_clause (const LeadupClauses *self,
               guint32              at,
               guint32              name)
{
  guint32 end = name;

  if (name < at + 2 || tag_at (self, at) != LEADUP_TAG_DETERMINER ||
      tag_at (self, name - 1) != LEADUP_TAG_NOUN || tag_at (self, name) != LEADUP_TAG_NAME ||
      (leadup_clauses_get_fact (self, name - 1)->classes &
       (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) != 0)
    return FALSE;
  while (tag_at (self, end) == LEADUP_TAG_NAME)
    end++;

  if (tag_at (self, end) == LEADUP_TAG_AUXILIARY)
    return TRUE;

  return tag_at (self, end) == LEADUP_TAG_VERB &&
         (self->grammar[end].forms & (LEADUP_FORM_THIRD | LEADUP_FORM_PAST)) != 0 &&
         tag_at (self, end + 1) != LEADUP_TAG_DETERMINER &&
         tag_at (self, end + 1) != LEADUP_TAG_NAME && tag_at (self, end + 1) != LEADUP_TAG_NOUN;
}

/* The token after the phrase that starts at @at; @at itself if none starts there. */
static guint32
phrase_end (const LeadupClauses *self,
            guint32              at)
{
  guint32 end = at;

  if (tag_at (self, at) == LEADUP_TAG_PRONOUN)
    return at + 1;

  while (tag_at (self, end) == LEADUP_TAG_DETERMINER)
    end++;
  /* Most words open none. */
  if (end == at && !goes_on (tag_at (self, at)) && tag_at (self, at) != LEADUP_TAG_POSSESSIVE)
    return at;
  while (end < self->end)
    {
      LeadupTag tag = tag_at (self, end);
      LeadupTag next = tag_at (self, end + 1);

      if (is_parted_by_day (self, at, end) || begins_clause (self, at, end))
        break;
      if (end > at && tag == LEADUP_TAG_NUMBER && opens_with_number (self, at, end))
        break;
      if (goes_on (tag) || tag == LEADUP_TAG_POSSESSIVE ||
          /* “17 others”. */
          (end > at && tag_at (self, end - 1) == LEADUP_TAG_NUMBER &&
           leadup_clauses_is (self, end, "others")))
        end++;
      else if (end > at && joins_words (self, at, end))
        end += 2;
      else if (tag == LEADUP_TAG_HYPHEN && end > at && next != LEADUP_TAG_BREAK)
        end += 2;
      else if ((tag == LEADUP_TAG_QUOTE || tag == LEADUP_TAG_ADVERB) && end > at &&
               goes_on (next) && tag_at (self, end - 1) != LEADUP_TAG_NAME &&
               tag_at (self, end - 1) != LEADUP_TAG_NOUN)
        end++;
      else if (tag == LEADUP_TAG_DETERMINER && end > at &&
               tag_at (self, end - 1) == LEADUP_TAG_DETERMINER)
        end++;
      else
        break;
    }

  return MIN (end, self->end);
}

static gint32
joins (const LeadupClauses *self,
       guint32              first)
{
  static const char *const subjects[] = { "i", "we", "he", "she", "they", NULL };
  const LeadupPhrase *last;
  gint32 index = (gint32) self->phrases->len - 1;

  if (index < 0)
    return LEADUP_NONE;

  last = leadup_clauses_get_phrase (self, index);
  for (guint32 i = last->end; i < first; i++)
    if ((self->grammar[i].tag != LEADUP_TAG_CONJUNCTION &&
         self->grammar[i].tag != LEADUP_TAG_COMMA) ||
        leadup_clauses_is (self, i, "but"))
      return LEADUP_NONE;
  if (first - last->end > 2 || first == last->end)
    return LEADUP_NONE;
  /* “hit no port, and we regret it”: who does something is no part of what was done to. */
  if (leadup_clauses_is_any (self, first, subjects))
    return LEADUP_NONE;

  return index;
}

/* “accused Togo of firing shells”, “acquitted him of treason”: nobody is the Togo of that. */
static gboolean
is_charge (const LeadupClauses *self,
           guint32              first)
{
  static const char *const personal[] = { "him", "her", "them", "us", "me", NULL };
  static const char *const telling[] = { "warn",     "warns",    "warned",    "warning",
                                         "informed", "notified", "reminded",  "informing",
                                         "assured",  "deprived", "convinced", "robbed",
                                         "stripped", NULL };
  static const char *const accusing[] = { "accuse",    "accuses",   "accused",   "accusing",
                                          "suspected", "convicted", "acquitted", "suspects",
                                          NULL };
  const LeadupPhrase *last =
    leadup_clauses_get_phrase (self, (gint32) self->phrases->len - 1);

  if (leadup_clauses_is_any (self, first - 2, personal))
    return TRUE;
  /* “warned Togo of a raid”. */
  if (tag_at (self, first - 2) == LEADUP_TAG_NAME && last->first > self->first &&
      leadup_clauses_is_any (self, last->first - 1, telling))
    return TRUE;

  return (tag_at (self, first - 2) == LEADUP_TAG_NAME ||
          (last->first > self->first &&
           leadup_clauses_is_any (self, last->first - 1, accusing))) &&
         !self->tokens[first].is_capitalised &&
         g_str_has_suffix (self->tokens[first].folded, "ing") &&
         (tag_at (self, first + 1) == LEADUP_TAG_NOUN ||
          tag_at (self, first + 1) == LEADUP_TAG_NUMBER);
}

static void
add_phrase (LeadupClauses *self,
            guint32        first,
            guint32        end)
{
  LeadupPhrase phrase = { .first = first,
                          .end = end,
                          .head = end - 1,
                          .preposition = LEADUP_NONE,
                          .joined = LEADUP_NONE,
                          .parent = LEADUP_NONE };

  for (guint32 i = end; i > first; i--)
    if ((i == end && i > first + 2 && self->grammar[i - 2].tag == LEADUP_TAG_HYPHEN) ||
        is_content (self->grammar[i - 1].tag) || self->grammar[i - 1].tag == LEADUP_TAG_PRONOUN)
      {
        phrase.head = i - 1;
        break;
      }

  /* “those protecting us”: what only points stands for somebody too. */
  phrase.is_pronoun = self->grammar[first].tag == LEADUP_TAG_PRONOUN ||
                      (end == first + 1 && self->grammar[first].tag == LEADUP_TAG_DETERMINER &&
                       (leadup_clauses_get_fact (self, first)->classes &
                        (LEADUP_WORD_PRONOUN | LEADUP_WORD_NEGATION)) == LEADUP_WORD_PRONOUN);
  if (tag_at (self, first - 1) == LEADUP_TAG_PREPOSITION && first > self->first)
    phrase.preposition = (gint32) first - 1;
  phrase.joined = joins (self, first);

  if (phrase.preposition >= 0 && strcmp (self->tokens[first - 1].folded, "of") == 0 &&
      self->phrases->len > 0 &&
      leadup_clauses_get_phrase (self, (gint32) self->phrases->len - 1)->end == first - 1 &&
      !is_charge (self, first))
    phrase.parent = (gint32) self->phrases->len - 1;

  g_array_append_val (self->phrases, phrase);
}

/* “By midday Chad had left”: the hour is no part of the name behind it. */
static guint32
end_of_hour (const LeadupClauses *self,
             guint32              first,
             guint32              end)
{
  static const char *const hours[] = { "midday", "noon",    "midnight", "dawn",    "dusk",
                                       "sunset", "sunrise", "nightfall", "daybreak", NULL };

  return end > first + 1 && first > self->first &&
                 tag_at (self, first - 1) == LEADUP_TAG_PREPOSITION &&
                 leadup_clauses_is_any (self, first, hours)
             ? first + 1
             : end;
}

/* “The marchers, furious at the vote, left”: how they are, and nobody beside them. */
static gboolean
is_state_of_subject (const LeadupClauses *self,
                     guint32              first,
                     guint32              end)
{
  return end == first + 1 && first > self->first && tag_at (self, first) == LEADUP_TAG_ADJECTIVE &&
         tag_at (self, first - 1) == LEADUP_TAG_COMMA &&
         tag_at (self, end) == LEADUP_TAG_PREPOSITION;
}

/* Finds the noun phrases of the sentence of @self. */
void
leadup_clause_phrases_find (LeadupClauses *self)
{
  for (guint32 i = self->first; i < self->end;)
    {
      guint32 end = end_of_hour (self, i, phrase_end (self, i));
      gboolean has_content = FALSE;

      for (guint32 j = i; j < end && !has_content; j++)
        has_content = self->grammar[j].tag != LEADUP_TAG_POSSESSIVE;

      if (end > i && has_content && !is_state_of_subject (self, i, end))
        add_phrase (self, i, end);
      i = MAX (end, i + 1);
    }
}
