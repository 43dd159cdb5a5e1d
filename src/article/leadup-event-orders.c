/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-orders.h"

#include "article/leadup-verb-objects.h"

/* “ordered the army to raise its readiness”: it gets ready, and nobody demands it of another. */
static gboolean
is_to_own_army (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  static const char *const armies[] = { "army",     "navy",     "troops",   "forces", "military",
                                        "soldiers", "fleet",    "marines",  "units",  "reservists",
                                        "police",   NULL };
  static const char *const verbs[] = { "order", "orders", "ordered", "ordering", NULL };
  static const char *const aims[] = { "raise",   "heighten", "increase", "boost",  "prepare",
                                      "ready",   "be",       "stand",    "remain", "strengthen",
                                      "tighten", "patrol",   "guard",    "secure", NULL };
  const LeadupPhrase *object;

  if (predicate->object < 0 || predicate->is_passive ||
      !leadup_clauses_is_any (self, predicate->verb, verbs))
    return FALSE;
  object = leadup_clauses_get_phrase (self, predicate->object);
  if (!leadup_clauses_is_any (self, object->head, armies) ||
      !leadup_clauses_is (self, object->end, "to"))
    return FALSE;
  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *aim = leadup_clauses_get_predicate (self, i);

      if (aim->first >= object->end && aim->first <= object->end + 1)
        return aim->relation == LEADUP_RELATION_INFINITIVE &&
               leadup_clauses_is_any (self, aim->verb, aims) &&
               leadup_clauses_match_verb (self, self->facts->verbs, aim) == NULL &&
               (aim->object < 0 || leadup_event_composer_noun (self, aim->object) == NULL);
    }

  return FALSE;
}

/**
 * leadup_event_orders_set_demand:
 * @reading: (out caller-allocates): what becomes a demand
 * @targets: where the verb has whom it is made to
 */
void
leadup_event_orders_set_demand (LeadupReading *reading,
                                const char    *targets)
{
  leadup_event_meaning_init (&reading->class, "demand", "REQUEST", -1.0);
  reading->class.targets = targets;
  reading->words = MAX (reading->words, 1);
  reading->is_event = TRUE;
}

/**
 * leadup_event_orders_read:
 * @self: the parse of a sentence
 * @predicate: a predicate of it
 * @reading: what it says, filled where the answer is %TRUE
 *
 * “gave Togo three days to withdraw”, “ordered nine diplomats to leave”, which expels them,
 * “ordered the army to raise its readiness”, which asks nobody.
 *
 * Returns: whether it orders somebody to do what no verb of the lexicon says
 */
gboolean
leadup_event_orders_read (const LeadupClauses   *self,
                          const LeadupPredicate *predicate,
                          LeadupReading         *reading)
{
  gboolean is_expulsion = leadup_verb_objects_is_expulsion (self, predicate);

  if (is_to_own_army (self, predicate))
    {
      leadup_event_meaning_init (&reading->class, "deployment", "MOBILIZE", -6.5);
      reading->class.targets = "";
      reading->words = 1;
      reading->is_event = TRUE;
      return TRUE;
    }
  if (!is_expulsion && !leadup_clauses_is_ultimatum (self, predicate))
    return FALSE;
  leadup_event_orders_set_demand (reading, "o");
  if (is_expulsion)
    {
      leadup_event_meaning_init (&reading->class, "sanction", "SANCTION", -6.0);
      reading->class.targets = "o";
    }

  return TRUE;
}
