/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-pending.h"

/* Tokens between what somebody is charged with and the word that says so. */
#define MAX_CHARGE 16

/* “If convicted, Bo Poe faces”: a case that may come. */
gboolean
leadup_event_pending_is_case (const LeadupClauses   *clauses,
                              const LeadupPredicate *predicate)
{
  return predicate->first > clauses->first && predicate->first == predicate->verb &&
         (clauses->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) != 0 &&
         (leadup_clauses_get_fact (clauses, predicate->first - 1)->classes &
          LEADUP_WORD_CONDITIONAL) != 0;
}

/* “charges of”, “suspected of”, “accused of”, which stand before what somebody is to have done. */
static gboolean
is_charge (const LeadupClauses *clauses,
           guint32              at)
{
  static const char *const nouns[] = { "charge",     "charges",    "count",      "counts",
                                       "suspicion",  "allegation", "allegations", "accusation",
                                       "accusations", NULL };
  static const char *const verbs[] = { "accused",   "charged",   "convicted", "suspected",
                                       "acquitted", "indicted",  "guilty",    "wanted", NULL };

  if (leadup_clauses_is (clauses, at + 1, "of"))
    return leadup_clauses_is_any (clauses, at, nouns) ||
           leadup_clauses_is_any (clauses, at, verbs);

  return (leadup_clauses_is (clauses, at + 1, "with") ||
          leadup_clauses_is (clauses, at + 1, "for")) &&
         leadup_clauses_is_any (clauses, at, verbs);
}

/* Whether “charges of fraud, theft and” stands before a token. */
static gboolean
follows_charge (const LeadupClauses *clauses,
                guint32              before)
{
  for (guint32 i = before; i > clauses->first + 1 && i + MAX_CHARGE > before; i--)
    {
      LeadupTag tag = (LeadupTag) clauses->grammar[i - 1].tag;

      if (is_charge (clauses, i - 2))
        return TRUE;
      if (tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_RELATIVE || tag == LEADUP_TAG_SUBORDINATOR ||
          tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_MODAL ||
          (tag == LEADUP_TAG_VERB && (clauses->grammar[i - 1].forms & LEADUP_FORM_ING) == 0))
        return FALSE;
    }

  return FALSE;
}

/* “wanted on charges of fraud and shelling the port”: that somebody has is what is charged. */
gboolean
leadup_event_pending_is_charged (const LeadupClauses   *clauses,
                                 const LeadupPredicate *predicate)
{
  LeadupTag before = predicate->first > clauses->first
                         ? (LeadupTag) clauses->grammar[predicate->first - 1].tag
                         : LEADUP_TAG_BREAK;

  return leadup_clauses_is_bare_ing (clauses, predicate) &&
         (before == LEADUP_TAG_CONJUNCTION || before == LEADUP_TAG_PREPOSITION ||
          before == LEADUP_TAG_COMMA) &&
         follows_charge (clauses, predicate->first);
}

/* “accused of plotting to blow it up”: the charge tells it. */
static gboolean
is_plotted (const LeadupClauses   *clauses,
            const LeadupPredicate *predicate)
{
  return predicate->relation == LEADUP_RELATION_INFINITIVE &&
         predicate->first > clauses->first + 2 &&
         g_str_has_suffix (clauses->tokens[predicate->first - 1].folded, "ing") &&
         follows_charge (clauses, predicate->first - 1);
}

/* “has two months to sign it”: nobody has. */
static gboolean
has_time (const LeadupClauses   *clauses,
          const LeadupPredicate *outer)
{
  static const char *const have[] = { "has", "have", "had", NULL };
  static const char *const times[] = { "hours", "days",  "weeks", "months", "years", "hour",
                                       "day",   "week",  "month", "year",   "time",  "right",
                                       "power", "option", NULL };

  return outer->first == outer->verb && leadup_clauses_is_any (clauses, outer->verb, have) &&
         outer->phrases < outer->phrases_end &&
         leadup_clauses_get_phrase (clauses, outer->phrases)->first == outer->end &&
         leadup_clauses_is_any (
           clauses, leadup_clauses_get_phrase (clauses, outer->phrases)->head, times);
}

/* “blocked a statement condemning the raid”: nobody has made it. */
static gboolean
is_blocked (const LeadupClauses   *clauses,
            const LeadupPredicate *predicate)
{
  static const char *const verbs[] = { "block",   "blocks",   "blocked",   "veto",    "vetoes",
                                       "vetoed",  "reject",   "rejects",   "rejected", "oppose",
                                       "opposes", "opposed",  "withdrew",  "withdraws", "drops",
                                       "dropped", "blocking", "vetoing",   NULL };
  static const char *const texts[] = { "statement", "resolution", "motion",     "bill",
                                       "draft",     "text",       "declaration", "proposal",
                                       "amendment", "measure",    "law",        NULL };
  guint32 at = predicate->first;
  const LeadupPhrase *text;

  if (predicate->is_finite || predicate->first != predicate->verb || at < clauses->first + 2 ||
      !leadup_clauses_is_any (clauses, at - 1, texts) ||
      leadup_clauses_phrase_at (clauses, at - 1) < 0)
    return FALSE;
  text = leadup_clauses_get_phrase (clauses, leadup_clauses_phrase_at (clauses, at - 1));

  return text->first > clauses->first && leadup_clauses_is_any (clauses, text->first - 1, verbs);
}

/**
 * leadup_event_pending_is_untold:
 * @clauses: the parse of a sentence
 * @outer: what governs a deed
 * @predicate: the deed
 *
 * Returns: whether nobody says that it has been done, or is meant to be: what a blocked statement
 * says, what somebody has a month to do, what the accused are to have plotted
 */
gboolean
leadup_event_pending_is_untold (const LeadupClauses   *clauses,
                                const LeadupPredicate *outer,
                                const LeadupPredicate *predicate)
{
  return has_time (clauses, outer) || is_blocked (clauses, predicate) ||
         is_plotted (clauses, predicate);
}

/* “A planned visit to Lome by the king was cancelled”: there is none. */
gboolean
leadup_event_pending_is_called_off (const LeadupClauses   *clauses,
                                    const LeadupPredicate *predicate,
                                    gint32                 noun)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, noun);

  return predicate->is_passive && predicate->is_finite && here->preposition < 0 &&
         here->first < predicate->first &&
         (predicate == leadup_clauses_get_predicate (clauses, 0) ||
          (predicate - 1)->end <= here->first) &&
         (noun == predicate->subject || noun == 0);
}

/* “will continue to supply them”: what goes on then is as much to come. */
LeadupEffect
leadup_event_pending_get_effect (LeadupEffect helper,
                                 LeadupEffect effect)
{
  return effect == LEADUP_EFFECT_ASSERTED && helper == LEADUP_EFFECT_PLANNED ? helper : effect;
}

/* “put the truce in doubt”, “put talks at risk”: neither was made nor broken. */
gboolean
leadup_event_pending_is_left_open (const LeadupClauses   *clauses,
                                   const LeadupPredicate *predicate)
{
  static const char *const verbs[] = { "put", "puts", "putting", "place", "placed", "places", NULL };
  static const char *const doubts[] = { "doubt",    "risk",     "jeopardy", "danger", "question",
                                        "peril",    "strain",   "pressure", NULL };

  if (!leadup_clauses_is_any (clauses, predicate->verb, verbs))
    return FALSE;
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    if (leadup_clauses_get_phrase (clauses, i)->preposition >= 0 &&
        leadup_clauses_is_any (clauses, leadup_clauses_get_phrase (clauses, i)->head, doubts))
      return TRUE;

  return FALSE;
}

/**
 * leadup_event_pending_is_by_means:
 * @self: the parse of a sentence
 * @governor: what governs an infinitive
 * @aim: what the infinitive tells
 *
 * Returns: whether who used something by force has reached the aim, too: “used gas to scatter them”
 */
gboolean
leadup_event_pending_is_by_means (const LeadupClauses      *self,
                                  const LeadupPredicate    *governor,
                                  const LeadupEventMeaning *aim)
{
  return (g_strcmp0 (aim->plover, "ASSAULT") == 0 || g_strcmp0 (aim->plover, "COERCE") == 0) &&
         leadup_clauses_is (self, governor->verb, "used") && !governor->is_passive &&
         !governor->is_negated && governor->object >= 0;
}
