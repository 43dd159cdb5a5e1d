/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-nonfinite.h"

#include <string.h>

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

/* “quoted the army as saying”. */
static gboolean
is_quoted_as (const LeadupClauses   *self,
              const LeadupPredicate *last,
              const LeadupPredicate *predicate)
{
  return predicate->first > self->first && leadup_clauses_is (self, predicate->first - 1, "as") &&
         leadup_clauses_takes_content (self, last) &&
         leadup_clauses_takes_content (self, predicate);
}

/* Whose a plan or an effort is that an infinitive hangs on; @fallback where nobody owns it. */
static gint32
find_owner (const LeadupClauses   *self,
            const LeadupPredicate *predicate,
            gint32                 fallback)
{
  static const char *const others[] = { "threat", "warning", "order",   "demand", "ultimatum",
                                        "call",   "appeal",  "request", NULL };
  gint32 plan = predicate->first > self->first
                    ? leadup_clauses_phrase_at (self, predicate->first - 1)
                    : LEADUP_NONE;
  const LeadupPhrase *here;

  if (plan < 0)
    return fallback;
  here = leadup_clauses_get_phrase (self, plan);
  /* “summoned Togo’s envoy to protest”: that is no plan of Togo. */
  if (leadup_clauses_get_fact (self, here->head)->classes & LEADUP_WORD_PEOPLE)
    return fallback;
  for (guint32 i = here->first; i < here->head; i++)
    if (self->grammar[i].tag == LEADUP_TAG_POSSESSIVE)
      return plan;
  /* “took the remark as a threat to invade it”: somebody else’s. */
  if (here->preposition >= 0 && leadup_clauses_is (self, (guint32) here->preposition, "as") &&
      leadup_clauses_is_any (self, here->head, others))
    return LEADUP_NONE;
  /* “attempts by the army to shell it”. */
  if (plan > 0 && here->preposition >= 0 &&
      leadup_clauses_is (self, (guint32) here->preposition, "by") &&
      leadup_clauses_get_phrase (self, plan - 1)->end == (guint32) here->preposition)
    return plan;

  if (plan > 0 && here->preposition >= 0 &&
      leadup_clauses_is (self, (guint32) here->preposition, "in") &&
      (leadup_clauses_is (self, here->first, "its") ||
       leadup_clauses_is (self, here->first, "their")) &&
      leadup_clauses_get_phrase (self, plan - 1)->end == (guint32) here->preposition)
    return plan - 1;

  return fallback;
}

/* “sentenced the colonel for shelling the port”, “for plotting to shell it”, “accused Togo of
 * shelling it”, “kept Togo from shelling it”: the object did. */
static gboolean
is_done_by_object (const LeadupClauses   *self,
                   const LeadupPredicate *last,
                   const LeadupPredicate *predicate)
{
  guint32 at = predicate->first;
  const LeadupPhrase *object;
  gboolean is_party;

  if (last->object < 0 || last->is_passive || !last->is_finite || at < self->first + 2 ||
      (predicate->relation != LEADUP_RELATION_GERUND &&
       predicate->relation != LEADUP_RELATION_INFINITIVE))
    return FALSE;
  if (predicate->relation == LEADUP_RELATION_INFINITIVE)
    at--;
  object = leadup_clauses_get_phrase (self, last->object);
  is_party = (leadup_clauses_get_fact (self, object->head)->classes & LEADUP_WORD_PARTY) != 0;
  if (predicate->relation == LEADUP_RELATION_GERUND &&
      (leadup_clauses_is (self, at - 1, "of") || leadup_clauses_is (self, at - 1, "from")) &&
      object->end == at - 1 && object->preposition < 0)
    return is_party || object->is_pronoun || tag_at (self, object->head) == LEADUP_TAG_NAME;

  return leadup_clauses_is (self, at - 1, "for") && object->end < at && is_party;
}

/* “urged Iran to stop”, “gave Togo three days to withdraw”: the object does it. */
static gboolean
is_asked_of_object (const LeadupClauses   *self,
                    const LeadupPredicate *last,
                    const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row;

  if (!last->is_passive && leadup_clauses_is_ultimatum (self, last))
    return TRUE;
  if (last->object < 0 ||
      leadup_clauses_get_phrase (self, last->object)->end != predicate->first)
    return FALSE;
  row = leadup_clauses_match_verb (self, self->facts->modal_verbs, last);

  return row != NULL &&
         (strcmp (row->columns[1], "requested") == 0 || strcmp (row->columns[1], "wanted") == 0 ||
          strcmp (row->columns[1], "enabled") == 0);
}

/* “ordered them to leave, accusing them of spying”: who ordered it does. */
static gboolean
accuses_aside (const LeadupClauses   *self,
               const LeadupPredicate *last,
               const LeadupPredicate *predicate)
{
  return predicate->relation == LEADUP_RELATION_PARTICIPLE &&
         last->relation == LEADUP_RELATION_INFINITIVE && last->governor >= 0 &&
         tag_at (self, predicate->first - 1) == LEADUP_TAG_COMMA &&
         leadup_clauses_match_verb (self, self->facts->cues, predicate) != NULL;
}

/* “shelled a town held by Togo, killing nine”, “threw out a case in which Togo accused it, saying”:
 * what stands behind a comma is of the verb on whose object the clause before it hangs. The subject
 * of that verb, LEADUP_NONE if there is no such clause. */
static gint32
find_outer_subject (const LeadupClauses   *self,
                    const LeadupPredicate *last,
                    const LeadupPredicate *predicate)
{
  const LeadupPredicate *outer;
  guint32 opening = last->first;

  if (predicate->relation != LEADUP_RELATION_PARTICIPLE ||
      last->relation != LEADUP_RELATION_RELATIVE || last->governor < 0 || last->subject < 0 ||
      tag_at (self, predicate->first - 1) != LEADUP_TAG_COMMA)
    return LEADUP_NONE;
  outer = leadup_clauses_get_predicate (self, last->governor);
  /* “Chad, which shelled the town, killing nine”: Chad did both. */
  while (opening > outer->end && tag_at (self, opening) != LEADUP_TAG_RELATIVE &&
         !last->is_reduced)
    opening--;
  if (!outer->is_finite || outer->is_passive || tag_at (self, opening - 1) == LEADUP_TAG_COMMA)
    return LEADUP_NONE;

  return outer->subject;
}

/* “A source in the army, speaking”: the source does. */
static gint32
whole_of (const LeadupClauses *self,
          gint32               phrase)
{
  while (phrase > 0 && leadup_clauses_get_phrase (self, phrase)->preposition ==
                           (gint32) leadup_clauses_get_phrase (self, phrase - 1)->end)
    phrase--;

  return phrase;
}

/* Whether a verb of saying stands behind the place of what its subject does. */
static gboolean
speaks_at_place (const LeadupClauses   *self,
                 gint32                 index,
                 const LeadupPredicate *predicate,
                 gint32                 phrase)
{
  static const char *const places[] = { "outside", "in",     "at",    "near",   "on",   "through",
                                        "along",   "across", "round", "around", "into", NULL };
  const LeadupPhrase *place = leadup_clauses_get_phrase (self, phrase);
  const LeadupPredicate *last;

  if (place->parent >= 0)
    place = leadup_clauses_get_phrase (self, place->parent);
  if (index == 0 || place->preposition < 0 ||
      !leadup_clauses_is_any (self, (guint32) place->preposition, places) ||
      leadup_clauses_match_verb (self, self->facts->cues, predicate) == NULL)
    return FALSE;
  last = leadup_clauses_get_predicate (self, index - 1);

  return last->is_finite && last->subject >= 0 && !last->is_passive && last->object < 0 &&
         (guint32) place->preposition >= last->end;
}

/* “It is vital to stop the front”: “it” is nobody. */
static gboolean
is_empty (const LeadupClauses *self,
          gint32               subject)
{
  static const char *const be[] = { "is", "was", "be", "been", "remains", "becomes", NULL };
  guint32 at = leadup_clauses_get_phrase (self, subject)->end;

  if (!leadup_clauses_is (self, at - 1, "it"))
    return FALSE;
  while (at + 1 < self->end && (tag_at (self, at) == LEADUP_TAG_MODAL ||
                                leadup_clauses_is_any (self, at, be) ||
                                tag_at (self, at) == LEADUP_TAG_ADVERB))
    at++;

  return (tag_at (self, at) == LEADUP_TAG_ADJECTIVE || tag_at (self, at) == LEADUP_TAG_NOUN) &&
         leadup_clauses_is_any (self, at - 1, be) &&
         (tag_at (self, at + 1) == LEADUP_TAG_TO || leadup_clauses_is (self, at + 1, "for") ||
          leadup_clauses_is (self, at + 1, "that"));
}

/* Takes the subject of the verb before it, or of the one on which that depends. */
static void
inherit_subject (const LeadupClauses   *self,
                 const LeadupPredicate *last,
                 LeadupPredicate       *predicate)
{
  gint32 outer = find_outer_subject (self, last, predicate);

  predicate->subject =
      last->subject >= 0 && is_empty (self, last->subject) ? LEADUP_NONE : last->subject;
  if (accuses_aside (self, last, predicate))
    predicate->subject = leadup_clauses_get_predicate (self, last->governor)->subject;
  else if (outer >= 0)
    {
      predicate->subject = outer;
      predicate->governor = last->governor;
    }
}

/* Finds whom an infinitive, gerund or participle tells of, and what it depends on. */
void
leadup_clause_nonfinite_link (LeadupClauses   *self,
                              LeadupPredicate *predicate,
                              gint32           index)
{
  guint32 at = leadup_clauses_word_before (self, predicate->first);

  predicate->governor = index - 1;
  if (predicate->relation == LEADUP_RELATION_PARTICIPLE && at != G_MAXUINT32 &&
      self->grammar[at].tag == LEADUP_TAG_PREPOSITION)
    predicate->relation = LEADUP_RELATION_GERUND;
  else if (predicate->relation == LEADUP_RELATION_PARTICIPLE && at != G_MAXUINT32 &&
           leadup_clauses_phrase_at (self, at) >= 0)
    {
      /* “rallied outside the court demanding his release”: they do, not the court. */
      if (speaks_at_place (self, index, predicate, leadup_clauses_phrase_at (self, at)))
        {
          predicate->subject = leadup_clauses_get_predicate (self, index - 1)->subject;
          return;
        }
      /* “footage of the minister asking”. */
      predicate->relation = LEADUP_RELATION_RELATIVE;
      predicate->subject = leadup_clauses_phrase_at (self, at);
      return;
    }

  if (index == 0 && predicate->relation == LEADUP_RELATION_INFINITIVE)
    predicate->subject = find_owner (self, predicate, LEADUP_NONE);
  if (index == 0 && predicate->relation == LEADUP_RELATION_PARTICIPLE &&
      predicate->first >= self->first + 2)
    predicate->subject = whole_of (self, leadup_clauses_phrase_at (self, predicate->first - 2));
  if (index > 0)
    {
      const LeadupPredicate *last = leadup_clauses_get_predicate (self, index - 1);

      inherit_subject (self, last, predicate);
      /* “asked the court whether the plan to shell the port”: that is none of the court. */
      for (guint32 i = last->end; i < predicate->first; i++)
        if (self->grammar[i].tag == LEADUP_TAG_SUBORDINATOR &&
            predicate->relation == LEADUP_RELATION_INFINITIVE)
          predicate->subject = LEADUP_NONE;
      /* “quoted the army as saying”, “was quoted as saying”: whom is quoted says it. */
      if (is_quoted_as (self, last, predicate))
        {
          predicate->relation = LEADUP_RELATION_PARTICIPLE;
          if (last->object >= 0 && !last->is_passive)
            predicate->subject = last->object;
        }
      if (is_done_by_object (self, last, predicate))
        predicate->subject = last->object;
      /* “the army’s plan to shell the port”, “in its efforts to shell it”. */
      else if (predicate->relation == LEADUP_RELATION_INFINITIVE)
        predicate->subject = find_owner (self, predicate, predicate->subject);
      if (predicate->relation == LEADUP_RELATION_INFINITIVE &&
          is_asked_of_object (self, last, predicate))
        predicate->subject = last->object;
    }
}
