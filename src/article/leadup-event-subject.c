/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-subject.h"

/* The phrase of the event noun that is the subject of a verb, which “a round of talks” has behind
 * its head; LEADUP_NONE if none is. */
static gint32
find_noun (const LeadupClauses     *clauses,
           gint32                   subject,
           const LeadupLexiconRow **row)
{
  static const char *const portions[] = { "round", "rounds", "series", "wave", "waves", "spate",
                                          "phase", NULL };
  gint32 whole = subject + 1;

  *row = leadup_event_composer_noun (clauses, subject);
  if (*row != NULL)
    return subject;
  if (whole >= (gint32) clauses->phrases->len ||
      leadup_clauses_get_phrase (clauses, whole)->parent != subject ||
      !leadup_clauses_is_any (clauses, leadup_clauses_get_phrase (clauses, subject)->head,
                              portions))
    return LEADUP_NONE;
  *row = leadup_event_composer_noun (clauses, whole);

  return *row != NULL ? whole : LEADUP_NONE;
}

/* Whether a noun names what happens, not a thing that is given or what is left of it. */
static gboolean
can_occur (const LeadupLexiconRow *row)
{
  static const char *const others[] = { "thing", "cause", "toll", NULL };
  const char *use = row->columns[LEADUP_NOUN_USE];

  if (g_str_equal (use, "talk"))
    return leadup_event_composer_is_agreement (row);

  return !g_strv_contains (others, use);
}

/**
 * leadup_event_subject_compose:
 * @clauses: the parse of a sentence
 * @predicate: a predicate of it
 * @light: the row of light verbs that has it, with what becomes of its subject
 * @reading: what it says, filled where the answer is %TRUE
 *
 * “Talks will begin”, “The truce collapsed”: what the subject of a verb without an object names
 * occurs, or comes to nothing, which no attack does that fails.
 *
 * Returns: whether it says so
 */
gboolean
leadup_event_subject_compose (const LeadupClauses    *clauses,
                              const LeadupPredicate  *predicate,
                              const LeadupLexiconRow *light,
                              LeadupReading          *reading)
{
  /* “took effect”: the noun is part of the verb. */
  gboolean has_object =
      predicate->object >= 0 && leadup_clauses_get_phrase (clauses, predicate->object)->first >=
                                    predicate->verb + light->n_words;
  const LeadupLexiconRow *row = NULL;
  LeadupEventMeaning meaning;
  gint32 noun;

  if (predicate->subject < 0 || predicate->is_passive || has_object)
    return FALSE;
  noun = find_noun (clauses, predicate->subject, &row);
  if (noun < 0 || !can_occur (row))
    return FALSE;
  leadup_event_meaning_init_noun (&meaning, row);
  if (g_str_equal (light->columns[2], "fail"))
    {
      if (!leadup_event_meaning_is_cooperation (&meaning))
        return FALSE;
      leadup_event_meaning_init (&meaning, "rejection", "REJECT", -4.0);
      meaning.targets = "=with|between";
    }
  reading->class = meaning;
  reading->noun = noun;
  reading->words = 1;
  reading->is_event = TRUE;

  return TRUE;
}

/**
 * leadup_event_subject_is_told:
 * @clauses: the parse of a sentence
 * @readings: (element-type LeadupReading): what its predicates say
 * @index: one of them
 *
 * “met for talks hosted by Chad”: what a participle says of talks that were told already.
 *
 * Returns: whether it is that
 */
gboolean
leadup_event_subject_is_told (const LeadupClauses *clauses,
                              const GArray        *readings,
                              gint32               index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, index);
  const LeadupReading *reading = &g_array_index (readings, LeadupReading, index);
  const LeadupLexiconRow *noun;

  if (!predicate->is_reduced || predicate->subject < 0 || !reading->is_event ||
      !leadup_event_meaning_is_cooperation (&reading->class))
    return FALSE;
  noun = leadup_event_composer_noun (clauses, predicate->subject);
  if (noun == NULL || !leadup_event_composer_is_noun_of (noun, "talks"))
    return FALSE;

  for (gint32 i = 0; i < index; i++)
    {
      const LeadupPredicate *other = leadup_clauses_get_predicate (clauses, i);
      const LeadupReading *told = &g_array_index (readings, LeadupReading, i);

      if (told->is_event && !told->is_consumed && g_str_equal (told->class.category, "talks") &&
          predicate->subject >= other->phrases && predicate->subject < other->phrases_end)
        return TRUE;
    }

  return FALSE;
}
