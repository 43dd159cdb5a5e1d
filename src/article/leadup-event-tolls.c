/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-tolls.h"

#include "article/leadup-actors.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-values.h"

#include <string.h>

/* Where the counted stand: after the verb, or before it where they suffer it. */
static guint32
counted_from (const LeadupClauses   *self,
              const LeadupPredicate *predicate,
              const LeadupReading   *reading)
{
  gint32 before;

  if (predicate->subject >= 0 && (predicate->is_passive || reading->class.targets[0] == 's'))
    return leadup_clauses_get_phrase (self, predicate->subject)->first;
  /* “the six soldiers killed”. */
  before = predicate->first > self->first
               ? leadup_clauses_phrase_at (self, predicate->first - 1)
               : LEADUP_NONE;
  if (before >= 0 && !predicate->is_finite &&
      (self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
    return leadup_clauses_get_phrase (self, before)->first;

  return predicate->end;
}

/* “killed and wounded 40”: how many of each is not told. */
static gboolean
is_of_both (const LeadupClauses   *self,
            const LeadupPredicate *predicate,
            const char            *counts)
{
  if (counts == NULL || *counts == '\0' || predicate->object < 0)
    return FALSE;

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *other = leadup_clauses_get_predicate (self, i);
      const LeadupLexiconRow *row;

      if (other->verb == predicate->verb || other->object != predicate->object)
        continue;
      row = leadup_clauses_match_verb (self, self->facts->verbs, other);
      if (row != NULL && row->columns[LEADUP_VERB_COUNTS][0] != '\0' &&
          strcmp (row->columns[LEADUP_VERB_COUNTS], counts) != 0)
        return TRUE;
    }

  return FALSE;
}

/* Where a clause ends for a count: before who does something else. “in which nine were slain, 40
 * refugees fled”. */
static guint32
counted_to (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  guint32 end = predicate->clause_end;

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *other = leadup_clauses_get_predicate (self, i);
      guint32 first = other->subject >= 0
                        ? leadup_clauses_get_phrase (self, other->subject)->first
                        : 0;

      if (other->is_finite && other->relation != LEADUP_RELATION_RELATIVE &&
          first >= predicate->end && first < end && other->first > first &&
          other->verb != predicate->verb)
        end = first;
    }

  return end;
}

/**
 * leadup_event_tolls_add:
 * @clauses: the parse of a sentence
 * @predicate: a predicate of it
 * @reading: what it says
 * @values: (element-type LeadupArticleValue): where to add
 *
 * Adds the tolls and sums of a clause.
 */
void
leadup_event_tolls_add (const LeadupClauses   *clauses,
                        const LeadupPredicate *predicate,
                        const LeadupReading   *reading,
                        GArray                *values)
{
  guint32 from = counted_from (clauses, predicate, reading);

  if (is_of_both (clauses, predicate, reading->counts))
    return;
  leadup_values_find (clauses, from, MAX (counted_to (clauses, predicate), from), reading->counts,
                      values);
}

/* “a general”, “another man”, and in a headline “Russian general”. */
static gboolean
is_one_person (const LeadupClauses *self,
               const LeadupPhrase  *phrase)
{
  static const char *const singular[] = { "a", "an", "another", "one", NULL };
  const LeadupWordFact *head = leadup_clauses_get_fact (self, phrase->head);
  gint32 actor;

  if ((head->classes & LEADUP_WORD_PEOPLE) != 0 &&
      leadup_clauses_is_any (self, phrase->first, singular))
    return TRUE;
  actor = leadup_actors_at (self->article, phrase->head, phrase->head + 1);

  return actor >= 0 && g_array_index (self->article->actors, LeadupArticleActor, actor).kind ==
                         LEADUP_ACTOR_KIND_PERSON;
}

/* Who suffers it: the object, or the subject; for “who died” whoever that is said of; for “Ali, 26,
 * died” the name before the age. */
static gint32
find_victim (const LeadupClauses   *self,
             const LeadupPredicate *predicate,
             const LeadupReading   *reading)
{
  gint32 victim = predicate->is_passive || reading->class.targets[0] == 's' ? predicate->subject
                                                                            : predicate->object;
  const LeadupPhrase *phrase;

  if (victim <= 0)
    return victim;
  phrase = leadup_clauses_get_phrase (self, victim);
  if (self->grammar[phrase->head].tag == LEADUP_TAG_NUMBER && phrase->first == phrase->head &&
      phrase->first > self->first && self->grammar[phrase->first - 1].tag == LEADUP_TAG_COMMA)
    return leadup_clauses_phrase_at (self, phrase->first - 2);

  return victim;
}

/**
 * leadup_event_tolls_add_single:
 * @clauses: the parse of a sentence
 * @predicate: a predicate of it
 * @reading: what it says
 * @values: (element-type LeadupArticleValue): where to add
 *
 * “a general was killed”: one person, unless a number is there already.
 */
void
leadup_event_tolls_add_single (const LeadupClauses   *clauses,
                               const LeadupPredicate *predicate,
                               const LeadupReading   *reading,
                               GArray                *values)
{
  gint32 victim = find_victim (clauses, predicate, reading);
  LeadupArticleValue value = { .name = reading->counts, .low = 1, .high = 1 };

  if (value.name == NULL || *value.name == '\0' || values->len > 0 || victim < 0 ||
      is_of_both (clauses, predicate, value.name) ||
      leadup_event_composer_noun (clauses, victim) != NULL ||
      !is_one_person (clauses, leadup_clauses_get_phrase (clauses, victim)))
    return;
  g_array_append_val (values, value);
}

/**
 * leadup_event_tolls_add_noun:
 * @clauses: the parse of a sentence
 * @noun: phrase of a noun that names a deed
 * @values: (element-type LeadupArticleValue): where to add
 *
 * “the 12 killings”, “the killing of 12 soldiers”.
 */
void
leadup_event_tolls_add_noun (const LeadupClauses *clauses,
                             gint32               noun,
                             GArray              *values)
{
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, noun);
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (
      clauses->facts->tolls, clauses->tokens[phrase->head].word);
  guint32 end = phrase->end;

  leadup_values_find (clauses, phrase->first, end, NULL, values);
  if (row == NULL || values->len > 0 || noun + 1 >= (gint32) clauses->phrases->len ||
      !leadup_clauses_is (clauses, end, "of"))
    return;
  phrase = leadup_clauses_get_phrase (clauses, noun + 1);
  if (phrase->preposition == (gint32) end)
    leadup_values_find (clauses, phrase->first, phrase->end, row->columns[1], values);
}

static gboolean
is_toll (const LeadupWordFacts *facts,
         const char            *name)
{
  for (guint i = 0; i < leadup_lexicon_table_get_n_rows (facts->tolls); i++)
    if (g_str_equal (leadup_lexicon_table_get_row (facts->tolls, i)->columns[1], name))
      return TRUE;

  return FALSE;
}

/* Whether some of the values count people that came to harm. */
gboolean
leadup_event_tolls_has (const LeadupWordFacts *facts,
                        const GArray          *values)
{
  for (guint i = 0; i < values->len; i++)
    if (is_toll (facts, g_array_index (values, LeadupArticleValue, i).name))
      return TRUE;

  return FALSE;
}

/* “were killed”, “more than 40 wounded”, “died”: whether a verb counts who suffers it. */
static gboolean
counts_victims (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row = leadup_clauses_match_verb (self, self->facts->verbs, predicate);

  return row != NULL && row->columns[LEADUP_VERB_COUNTS][0] != '\0' && predicate->subject >= 0 &&
         predicate->object < 0 && !leadup_clauses_is (self, predicate->end, "by") &&
         (predicate->is_passive || row->columns[LEADUP_VERB_TARGETS][0] == 's' ||
          !predicate->is_finite);
}

/* “40”, “two others”: no more than a number says who they are. */
static gboolean
is_bare_number (const LeadupClauses *self,
                gint32               phrase)
{
  static const char *const more[] = { "others", "more", "another", NULL };
  guint32 head = leadup_clauses_get_phrase (self, phrase)->head;

  return self->grammar[head].tag == LEADUP_TAG_NUMBER || leadup_clauses_is_any (self, head, more);
}

/**
 * leadup_event_tolls_belongs:
 * @clauses: the parse of a sentence
 * @predicate: a predicate that tells of violence
 * @reading: what it says
 * @other: one before it that does
 * @values: (element-type LeadupArticleValue): what was counted there
 *
 * Returns: whether both tell of one deed: “nine were killed and 40 wounded”, “six were wounded when
 * gunmen opened fire”
 */
gboolean
leadup_event_tolls_belongs (const LeadupClauses   *clauses,
                            const LeadupPredicate *predicate,
                            const LeadupReading   *reading,
                            const LeadupPredicate *other,
                            const GArray          *values)
{
  if (predicate->verb <= other->verb || !leadup_event_tolls_has (clauses->facts, values) ||
      !counts_victims (clauses, other))
    return FALSE;
  if (predicate->relation == LEADUP_RELATION_ADVERBIAL)
    return predicate->governor >= 0 && predicate->subordinator >= 0 &&
           leadup_clauses_is (clauses, (guint32) predicate->subordinator, "when") &&
           (reading->counts == NULL || *reading->counts == '\0') &&
           counts_victims (clauses, leadup_clauses_get_predicate (clauses, predicate->governor));

  return counts_victims (clauses, predicate) && is_bare_number (clauses, predicate->subject) &&
         leadup_clauses_get_phrase (clauses, predicate->subject)->first > other->verb;
}

/* “Six were wounded when gunmen opened fire”: by them. */
void
leadup_event_tolls_set_agent (LeadupArticle         *article,
                              const LeadupClauses   *clauses,
                              const LeadupPredicate *predicate,
                              LeadupArticleEvent    *event)
{
  LeadupArgument agent;

  if (predicate->relation != LEADUP_RELATION_ADVERBIAL || predicate->subject < 0 ||
      predicate->is_passive || event->initiators->len > 0 ||
      (leadup_clauses_get_fact (
         clauses, leadup_clauses_get_phrase (clauses, predicate->subject)->head)
           ->classes &
       (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) == 0)
    return;
  agent = leadup_role_argument_make (article, clauses, predicate->subject);
  g_array_append_val (event->initiators, agent);
}

/**
 * leadup_event_tolls_drop_unreal:
 * @facts: the words of the language
 * @event: an event with its values
 *
 * “vowed to kill 100 soldiers”: nobody has been killed. Only what is told or claimed to have
 * happened has a toll; sums stay, for they are offered.
 */
void
leadup_event_tolls_drop_unreal (const LeadupWordFacts *facts,
                                LeadupArticleEvent    *event)
{
  if (g_str_equal (event->polarity, "positive") && (g_str_equal (event->modality, "asserted") ||
                                                    g_str_equal (event->modality, "claimed")))
    return;

  for (guint i = event->values->len; i > 0; i--)
    if (is_toll (facts, g_array_index (event->values, LeadupArticleValue, i - 1).name))
      g_array_remove_index (event->values, i - 1);
}

static gboolean
are_persons (const LeadupArticle *article,
             const GArray        *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    {
      gint32 actor = g_array_index (arguments, LeadupArgument, i).actor;

      if (actor < 0 || g_array_index (article->actors, LeadupArticleActor, actor).kind !=
                         LEADUP_ACTOR_KIND_PERSON)
        return FALSE;
    }

  return TRUE;
}

/**
 * leadup_event_tolls_bound:
 * @article: the article
 * @facts: the words of the language
 * @event: an event with its values and targets
 *
 * “The chief and his two sons were killed”: two at least.
 */
void
leadup_event_tolls_bound (const LeadupArticle   *article,
                          const LeadupWordFacts *facts,
                          LeadupArticleEvent    *event)
{
  LeadupArticleValue *value;

  if (event->targets->len < 2 || event->values->len != 1 ||
      !leadup_event_tolls_has (facts, event->values))
    return;
  value = &g_array_index (event->values, LeadupArticleValue, 0);
  if (value->is_sum)
    return;
  /* “Ada Roe and Bo Poe were killed”: two. */
  if (value->low == 1 && value->high == 1 && are_persons (article, event->targets))
    {
      value->low = value->high = event->targets->len;
      return;
    }
  if (value->qualifier == NULL)
    value->qualifier = g_strdup ("at least");
}
