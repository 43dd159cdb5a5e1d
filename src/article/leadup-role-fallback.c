/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-fallback.h"

#include "article/leadup-actors.h"
#include "article/leadup-clause-subject.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-role-argument.h"

#include <string.h>

/* “said it would spend $4 million”, “the ban that it imposed, 3 May 2021,”: no sum and no day. */
static gboolean
can_be_target (const LeadupClauses *clauses,
               gint32               phrase)
{
  return !leadup_role_argument_is_money (clauses, phrase) &&
         !leadup_role_argument_is_nobody (clauses, phrase);
}

/* “it is skeptical about the plan”: the first phrase that is more than an adjective. */
static gint32
first_thing (const LeadupClauses   *clauses,
             const LeadupPredicate *predicate)
{
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    if (clauses->grammar[leadup_clauses_get_phrase (clauses, i)->head].tag !=
          LEADUP_TAG_ADJECTIVE &&
        can_be_target (clauses, i))
      return i;

  return LEADUP_NONE;
}

static gboolean
is_somebody (LeadupArticle       *article,
             const LeadupClauses *clauses,
             gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  const LeadupWordFact *fact = leadup_clauses_get_fact (clauses, here->head);

  return here->is_pronoun || (fact->classes & (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) != 0 ||
         leadup_role_argument_make (article, clauses, phrase).actor >= 0;
}

/* The first in a clause that is somebody. */
static gint32
first_party (LeadupArticle         *article,
             const LeadupClauses   *clauses,
             const LeadupPredicate *predicate)
{
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    if (is_somebody (article, clauses, i))
      return i;

  return LEADUP_NONE;
}

/* “condemned what its ministry called a massacre”: the ministry is not condemned. */
static gboolean
tells_what (const LeadupClauses   *clauses,
            const LeadupPredicate *predicate)
{
  guint32 first = predicate->subject >= 0
                      ? leadup_clauses_get_phrase (clauses, predicate->subject)->first
                      : clauses->first;

  return first > clauses->first && leadup_clauses_is (clauses, first - 1, "what");
}

/* The first behind a phrase that is somebody, before the next clause; LEADUP_NONE if nobody is. */
static gint32
next_party (LeadupArticle       *article,
            const LeadupClauses *clauses,
            gint32               phrase)
{
  for (gint32 i = phrase + 1; i < (gint32) clauses->phrases->len; i++)
    {
      const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, i);

      if (here->preposition != (gint32) leadup_clauses_get_phrase (clauses, i - 1)->end)
        break;
      if (is_somebody (article, clauses, i))
        return i;
    }

  return LEADUP_NONE;
}

/* Who acts in what a verb says: “said that Chad would”, “said they hoped that Chad would”, “issued
 * a statement calling on Chad to”. @is_judged: it may be a thing as well: “it is skeptical about
 * the plan”. */
static gint32
find_told_of (LeadupArticle       *article,
              const LeadupClauses *clauses,
              gint32               index,
              guint                depth,
              gboolean            *is_judged)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, index);

  for (gint32 i = index + 1; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *next = leadup_clauses_get_predicate (clauses, i);
      const gboolean is_cue
        = leadup_clauses_match_verb (clauses, clauses->facts->cues, next) != NULL;
      gint32 found = LEADUP_NONE;

      /* “said in a letter seen by Reuters”: not of Reuters; nor of “, which Chad blamed on Togo”.
       */
      if (next->governor != index || tells_what (clauses, next) ||
          leadup_clause_subject_find_aside (clauses, next) >= 0 ||
          (next->is_reduced && leadup_clauses_is (clauses, next->end, "by")))
        continue;
      if (next->relation == LEADUP_RELATION_CONTENT && next->subject >= 0 &&
          next->subject != predicate->subject &&
          !leadup_clauses_get_phrase (clauses, next->subject)->is_pronoun)
        return next->subject;
      if (next->relation == LEADUP_RELATION_CONTENT && is_cue && depth > 0)
        found = find_told_of (article, clauses, i, depth - 1, is_judged);
      if (found < 0 && next->relation == LEADUP_RELATION_CONTENT)
        {
          found = first_thing (clauses, next);
          *is_judged = TRUE;
        }
      else if (next->relation == LEADUP_RELATION_INFINITIVE ||
               (next->is_reduced && next->relation == LEADUP_RELATION_RELATIVE &&
                (clauses->grammar[next->verb].forms & LEADUP_FORM_ING) != 0))
        found = next->object >= 0                    ? next->object
                : next->phrases < next->phrases_end ? next->phrases
                                                    : LEADUP_NONE;
      else if (found < 0 && is_cue && next->relation != LEADUP_RELATION_MAIN && depth > 0)
        found = first_party (article, clauses, next);
      if (found >= 0 && (next->relation != LEADUP_RELATION_INFINITIVE ||
                         is_somebody (article, clauses, found)))
        return found;
    }

  return LEADUP_NONE;
}

/* “the rebels”, but no “rebel bomb”. */
static gboolean
is_headed_by_somebody (const LeadupArticle *article,
                       const LeadupClauses *clauses,
                       gint32               phrase)
{
  guint32 head = leadup_clauses_get_phrase (clauses, phrase)->head;

  return (leadup_clauses_get_fact (clauses, head)->classes &
          (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) != 0 ||
         leadup_actors_at (article, head, head + 1) >= 0;
}

/* “hopes that Chad and Mali will act”: of both. */
static void
add_joined (LeadupArticle       *article,
            const LeadupClauses *clauses,
            gint32               phrase,
            GArray              *targets)
{
  gint32 next = phrase + 1;
  LeadupArgument argument;

  if (next >= (gint32) clauses->phrases->len ||
      leadup_clauses_get_phrase (clauses, next)->joined != phrase ||
      leadup_clauses_get_phrase (clauses, next)->preposition >= 0 ||
      clauses->grammar[leadup_clauses_get_phrase (clauses, next)->first - 1].tag !=
        LEADUP_TAG_CONJUNCTION ||
      !is_headed_by_somebody (article, clauses, phrase) ||
      !is_headed_by_somebody (article, clauses, next))
    return;
  argument = leadup_role_argument_make (article, clauses, next);
  g_array_append_val (targets, argument);
}

/* “expressed optimism that the plan would work”: what is hoped of may be a thing. */
static gboolean
is_judgement (const LeadupClauses   *clauses,
              const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *noun = predicate->object >= 0
                                     ? leadup_event_composer_noun (clauses, predicate->object)
                                     : NULL;

  return noun != NULL && strstr (noun->columns[LEADUP_NOUN_TARGETS], "about") != NULL;
}

/* “launched an attack on the port”, “shelled the port”. */
static gboolean
tells_of_attack (const LeadupClauses   *clauses,
                 const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *verb
    = leadup_clauses_match_verb (clauses, clauses->facts->verbs, predicate);

  if (predicate->object >= 0 &&
      leadup_clauses_match_verb (clauses, clauses->facts->light_verbs, predicate) != NULL &&
      leadup_event_composer_is_assault (leadup_event_composer_noun (clauses, predicate->object)))
    return TRUE;

  return verb != NULL && g_str_equal (verb->columns[LEADUP_VERB_PLOVER], "ASSAULT") &&
         predicate->object >= 0;
}

/* “Nine people were killed when rebels shelled the town”: those who did so killed them. Who is
 * killed as fighters may be one of the attackers. */
static void
find_attacker (LeadupArticle         *article,
               const LeadupClauses   *clauses,
               const LeadupPredicate *killing,
               LeadupArticleEvent    *event)
{
  static const char *const bystanders[] = {
    "people",  "person",     "civilian", "civilians", "children",  "child", "women",
    "woman",   "worshipper", "villagers", "residents", "passengers", "worshippers", NULL,
  };
  static const char *const times[] = { "when", "as", "after", NULL };

  if (!g_str_equal (event->plover, "ASSAULT") || !killing->is_passive || killing->subject < 0 ||
      event->initiators->len > 0 || !g_str_equal (event->polarity, "positive") ||
      !leadup_clauses_is_any (
        clauses, leadup_clauses_get_phrase (clauses, killing->subject)->head, bystanders))
    return;

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *attack = leadup_clauses_get_predicate (clauses, i);
      LeadupArgument attacker;

      if (attack->first < killing->end || attack->relation != LEADUP_RELATION_ADVERBIAL ||
          !attack->is_finite || attack->is_passive || attack->is_negated ||
          attack->is_conditional || attack->subordinator < 0 || attack->subject < 0 ||
          !leadup_clauses_is_any (clauses, (guint32) attack->subordinator, times) ||
          leadup_clauses_get_phrase (clauses, attack->subject)->is_pronoun ||
          clauses->grammar[attack->first].tag == LEADUP_TAG_MODAL ||
          !is_headed_by_somebody (article, clauses, attack->subject) ||
          !tells_of_attack (clauses, attack))
        continue;
      attacker = leadup_role_argument_make (article, clauses, attack->subject);
      g_array_append_val (event->initiators, attacker);
      return;
    }
}

/* “The oppression of the farmers must end”: the farmers, who hang on the deed; @deed itself if
 * nobody does. */
static gint32
find_hanging (LeadupArticle       *article,
              const LeadupClauses *clauses,
              gint32               deed)
{
  const LeadupPhrase *next;

  if (deed < 0 || deed + 1 >= (gint32) clauses->phrases->len ||
      is_somebody (article, clauses, deed))
    return deed;
  next = leadup_clauses_get_phrase (clauses, deed + 1);

  return next->preposition == (gint32) leadup_clauses_get_phrase (clauses, deed)->end &&
                 !leadup_clauses_is (clauses, (guint32) next->preposition, "by") &&
                 is_somebody (article, clauses, deed + 1)
             ? deed + 1
             : deed;
}

/* “dismissed as “false” his claim that he was in Lome”: what is rejected is a claim. */
static gboolean
is_claim_rejected (const LeadupClauses      *clauses,
                   const LeadupPredicate    *predicate,
                   const LeadupArticleEvent *event)
{
  static const char *const words[] = { "claim",   "claims",      "allegation",  "allegations",
                                       "report",  "reports",     "accusation",  "accusations",
                                       "charge",  "suggestions", "speculation", "rumours",
                                       "rumors",  NULL };

  if (!g_str_equal (event->category, "rejection") ||
      !leadup_clauses_is (clauses, predicate->end, "as"))
    return FALSE;
  for (gint32 i = predicate->phrases; i < MIN (predicate->phrases_end, predicate->phrases + 3); i++)
    if (leadup_clauses_is_any (clauses, leadup_clauses_get_phrase (clauses, i)->head, words))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_speaker (const LeadupArticleEvent *event,
               const LeadupArgument     *argument)
{
  return event->initiators->len > 0 && argument->actor >= 0 &&
         g_array_index (event->initiators, LeadupArgument, 0).actor == argument->actor;
}

/**
 * leadup_role_fallback_find:
 * @article: the article
 * @clauses: the parse of the sentence
 * @index: a predicate
 * @event: what it says, whose target is filled where it has none
 *
 * A verb whose content is a clause is aimed at who acts there, one with an infinitive at its
 * object; a killing without a killer is the deed of who attacks in a clause of its time.
 */
void
leadup_role_fallback_find (LeadupArticle       *article,
                           const LeadupClauses *clauses,
                           gint32               index,
                           LeadupArticleEvent  *event)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, index);
  gint32 target = LEADUP_NONE;
  /* “it is skeptical about the plan”: what is thought of may be a thing. */
  gboolean is_judged = FALSE, is_thing;

  find_attacker (article, clauses, predicate, event);
  /* “condemned the attack, in which two died”: the dead are not condemned. */
  if (event->targets->len > 0 ||
      (g_str_equal (event->category, "accusation") && predicate->object >= 0))
    return;

  target = is_claim_rejected (clauses, predicate, event)
               ? LEADUP_NONE
               : find_told_of (article, clauses, index, 1, &is_judged);
  /* “warned that it could cut off gas to Togo”: Togo is warned. */
  if (target >= 0 && g_str_equal (event->category, "threat") &&
      !is_somebody (article, clauses, target))
    target = next_party (article, clauses, target);
  /* “warned that his government would answer”: that is no threat against it. */
  if (target >= 0 && g_str_equal (event->category, "threat") &&
      leadup_role_argument_is_own (clauses, leadup_clauses_get_phrase (clauses, target)))
    target = LEADUP_NONE;
  is_thing = is_judged && target >= 0 && !is_somebody (article, clauses, target);
  is_judged = is_judged || is_judgement (clauses, predicate);
  if (g_str_equal (event->category, "demand"))
    target = find_hanging (article, clauses, target);
  if (target >= 0 && can_be_target (clauses, target) &&
      (is_judged || is_somebody (article, clauses, target)))
    {
      LeadupArgument argument = leadup_role_argument_make (article, clauses, target);

      /* “China said Beijing would buy grain”, “said it had stopped deliveries”. */
      if (g_str_equal (event->category, "statement") &&
          (is_of_speaker (event, &argument) ||
           (is_thing && !is_judgement (clauses, predicate))))
        return;

      g_array_append_val (event->targets, argument);
      add_joined (article, clauses, target, event->targets);
    }
}
