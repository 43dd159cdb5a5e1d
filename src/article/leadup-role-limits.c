/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-limits.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"

static const LeadupPhrase *
phrase_of (const LeadupClauses *clauses,
           gint32               index)
{
  return leadup_clauses_get_phrase (clauses, index);
}

/* “launched nine missiles at the port”. */
gboolean
leadup_role_limits_is_weapon (const LeadupRoleFinder *self,
                              gint32                  object)
{
  static const char *const weapons[] = { "missile", "missiles", "rocket", "rockets", "drone", "drones",
                                         "shell",   "shells",   "mortar", "mortars", "bomb",  "bombs",
                                         "shots",   "rounds",   NULL };
  static const char *const verbs[] = { "launched", "launch",  "launches", "launching", "fired",
                                       "fire",     "fires",   "firing",   "lobbed",    "hurled",
                                       "dropped",  "unleashed", NULL };

  return g_str_equal (self->event->plover, "ASSAULT") &&
         leadup_clauses_is_any (self->clauses, self->frame->inner->verb, verbs) &&
         leadup_clauses_is_any (self->clauses, phrase_of (self->clauses, object)->head, weapons);
}

/* “complained of strikes on the port”: nobody there is blamed for them. */
gboolean
leadup_role_limits_suffers_blamed (const LeadupRoleFinder *self,
                                   gint32                  phrase)
{
  /* “blamed the attack on Chad”. */
  static const char *const pinning[] = { "blame", "blames", "blamed", "blaming", "pinned", NULL };
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  return phrase > self->frame->inner->phrases && here->preposition >= 0 &&
         g_str_equal (self->event->category, "accusation") &&
         !leadup_clauses_is (self->clauses, (guint32) here->preposition, "by") &&
         !leadup_clauses_is_any (self->clauses, self->frame->inner->verb, pinning) &&
         phrase_of (self->clauses, phrase - 1)->end == (guint32) here->preposition &&
         leadup_event_composer_is_assault (
             leadup_event_composer_noun (self->clauses, phrase - 1));
}

/* “at the request of Chad”, “at Chad’s request”: whose wish it was. */
gboolean
leadup_role_limits_is_wish (const LeadupRoleFinder *self,
                            const LeadupPhrase     *phrase)
{
  static const char *const wishes[] = { "request",    "invitation", "behalf", "insistence",
                                        "suggestion", "urging",     NULL };

  return (phrase->preposition >= 0 &&
          leadup_clauses_is_any (self->clauses, phrase->head, wishes)) ||
         (phrase->parent >= 0 &&
          leadup_clauses_is_any (self->clauses, phrase_of (self->clauses, phrase->parent)->head,
                                 wishes));
}

/* “fought alongside Chad”, “launched from the valley”, “met at the request of Chad”: nobody to whom
 * it is done. */
gboolean
leadup_role_limits_is_beside (const LeadupRoleFinder *self,
                              const LeadupPhrase     *phrase)
{
  static const char *const words[] = { "by",   "alongside", "beside", "besides", "despite",
                                       "like", "unlike",    "under",  "without", NULL };

  if (leadup_role_limits_is_wish (self, phrase))
    return TRUE;
  if (phrase->preposition < 0)
    return FALSE;

  return leadup_clauses_is_any (self->clauses, (guint32) phrase->preposition, words) ||
         (g_str_equal (self->event->plover, "ASSAULT") &&
          leadup_clauses_is (self->clauses, (guint32) phrase->preposition, "from"));
}

/* “abducted nine pupils from a school”, “freed nine pupils in Lome”: verbs of what is done to
 * persons, with a number of them. */
gboolean
leadup_role_limits_takes_people (const LeadupRoleFinder *self)
{
  static const char *const verbs[] = { "abducted", "abduct",  "kidnapped", "seized",   "detained",
                                       "arrested", "jailed",  "freed",     "released", "expelled",
                                       "deported", "rescued", "captured",  "took",     NULL };
  const LeadupPhrase *object = phrase_of (self->clauses, self->frame->inner->object);

  return leadup_clauses_is_any (self->clauses, self->frame->inner->verb, verbs) &&
         object->head > object->first &&
         self->clauses->grammar[object->first].tag == LEADUP_TAG_NUMBER &&
         g_str_has_suffix (self->clauses->tokens[object->head].folded, "s");
}

/* “threatened retaliation”, “scrambled jets”: what is threatened or moved, not at whom. */
gboolean
leadup_role_limits_is_what_is_meant (const LeadupRoleFinder *self,
                                     gint32                  found)
{
  const LeadupPhrase *here = phrase_of (self->clauses, found);
  gboolean is_bare = self->clauses->grammar[here->first].tag != LEADUP_TAG_DETERMINER ||
                     leadup_clauses_is (self->clauses, here->first, "a") ||
                     leadup_clauses_is (self->clauses, here->first, "an");

  if (here->preposition >= 0 || leadup_actors_at (self->article, here->first, here->end) >= 0)
    return FALSE;

  return (g_str_equal (self->event->plover, "MOBILIZE") &&
          found == self->frame->inner->object) ||
         (g_str_equal (self->event->category, "threat") && is_bare &&
          !leadup_role_finder_has_somebody (self, found));
}

/* “The truce was signed in Accra”: a place signs nothing. “Announced a truce in the valley” is of
 * the valley. */
gboolean
leadup_role_limits_is_where_agreed (const LeadupRoleFinder *self,
                                    gint32                  phrase)
{
  static const char *const places[] = { "in", "at", NULL };
  static const char *const doings[] = { "signed",     "sign",     "signs",     "reached",
                                        "concluded",  "made",     "struck",    "negotiated",
                                        "brokered",   "initialled", "initialed", "ratified", NULL };
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);
  gint32 actor;

  if (here->preposition < 0 ||
      !leadup_clauses_is_any (self->clauses, (guint32) here->preposition, places) ||
      !leadup_clauses_is_any (self->clauses, self->frame->inner->verb, doings) ||
      !(g_str_equal (self->event->category, "agreement") ||
        g_str_equal (self->event->category, "withdrawal") ||
        g_str_equal (self->event->category, "rejection")))
    return FALSE;
  actor = leadup_actors_at (self->article, here->first, here->end);

  return actor >= 0 && g_array_index (self->article->actors, LeadupArticleActor, actor).kind ==
                         LEADUP_ACTOR_KIND_PLACE;
}
