/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-targets.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-role-limits.h"

#include <string.h>

static const LeadupPhrase *
phrase_of (const LeadupClauses *clauses,
           gint32               index)
{
  return leadup_clauses_get_phrase (clauses, index);
}

/* Whether a phrase is part of the verb: “free” of “let free the teacher”, “lodged a protest”. */
static gboolean
is_of_verb (const LeadupRoleFinder *self,
            gint32                  phrase)
{
  const LeadupPredicate *inner = self->frame->inner;
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  return here->first > inner->verb && here->head < inner->verb + self->frame->words;
}

/* “is willing to withdraw its troops from Mali”, “recalled its envoy from Chad”: what is one’s own
 * and moved is not whom it is done to. */
static gboolean
is_moved (const LeadupRoleFinder *self,
          gint32                  object)
{
  static const char *const ways[] = { "from", "to", "into", NULL };
  const LeadupPhrase *phrase = phrase_of (self->clauses, object);

  return leadup_role_argument_is_own (self->clauses, phrase) &&
         (leadup_role_finder_moves_troops (self) ||
          (leadup_clauses_is_any (self->clauses, phrase->end, ways) &&
           object + 1 < (gint32) self->clauses->phrases->len &&
           phrase_of (self->clauses, object + 1)->preposition == (gint32) phrase->end));
}

static gint32
object_of (const LeadupRoleFinder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  gint32 object = inner->object;

  if (object >= 0 && is_of_verb (self, object) && object + 1 < inner->phrases_end &&
      leadup_clauses_get_fact (self->clauses, phrase_of (self->clauses, object)->head)->primary ==
        'a' &&
      phrase_of (self->clauses, object + 1)->first == phrase_of (self->clauses, object)->end)
    object++;
  if (object < 0 || object == self->frame->noun || leadup_role_limits_is_weapon (self, object) ||
      is_of_verb (self, object) ||
      leadup_role_argument_is_money (self->clauses, object) ||
      leadup_role_finder_is_nobody (self, object) || is_moved (self, object))
    return LEADUP_NONE;

  return object;
}

/* “provided Egypt with loans”, “provided the government of Egypt with loans”. */
static gboolean
is_provided_with (const LeadupRoleFinder *self,
                  gint32                  object)
{
  gint32 last = object;
  guint32 head;

  if (object < 0)
    return FALSE;
  head = phrase_of (self->clauses, object)->head;
  if (!leadup_role_finder_has_somebody (self, object) &&
      (leadup_clauses_get_fact (self->clauses, head)->classes & LEADUP_WORD_PARTY) == 0)
    return FALSE;
  while (last + 1 < (gint32) self->clauses->phrases->len &&
         phrase_of (self->clauses, last + 1)->parent == last)
    last++;

  return leadup_clauses_is (self->clauses, phrase_of (self->clauses, last)->end, "with");
}

/* “gave Iran a warning”: the first of two objects; “provided millions in loans to Fiji”, “provided
 * Egypt with loans”. */
static gint32
receiver_of (const LeadupRoleFinder *self,
             gint32                  from,
             gint32                  to)
{
  const LeadupPredicate *inner = self->frame->inner;
  gint32 next = inner->phrases + 1;
  gint32 receiver;

  if (inner->object == inner->phrases && next < inner->phrases_end &&
      phrase_of (self->clauses, next)->preposition < 0 &&
      phrase_of (self->clauses, next)->first == phrase_of (self->clauses, inner->object)->end)
    return inner->object;

  receiver = leadup_role_finder_find_with (self, from, to, "to", 2);
  if (receiver >= 0 && leadup_role_finder_has_somebody (self, receiver))
    return receiver;

  return self->frame->noun < 0 && is_provided_with (self, inner->object) ? inner->object
                                                                         : LEADUP_NONE;
}

/* “raised it in a call”: when that was, not with whom. */
static gboolean
is_occasion (const LeadupRoleFinder *self,
             gint32                  phrase)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, phrase);

  return row != NULL && leadup_event_composer_is_deed (row) &&
         !leadup_event_composer_is_assault (row) &&
         leadup_role_finder_has_preposition (self->clauses, phrase_of (self->clauses, phrase), "in",
                                             2);
}

/* By the frame: the receiver or the object where these come first, the nearest phrase that one of
 * the prepositions governs, the object where it comes last. */
static gint32
find_target (const LeadupRoleFinder *self,
             gint32                  from,
             gint32                  to)
{
  static const char *const places[] = { "in", "at", NULL };
  const char *targets = self->frame->targets + (self->frame->targets[0] == '=');
  gboolean has_object = self->frame->noun < 0;
  gint32 found = LEADUP_NONE;

  /* “met the king at the palace”: with whom, else whom, else where. */
  if (self->frame->targets[0] == '=' && g_str_has_prefix (targets, "with|o"))
    {
      found = leadup_role_finder_find_with (self, from, to, "with", 4);
      if (found < 0 && has_object)
        found = object_of (self);
    }
  else if (targets[0] == 'd')
    found = receiver_of (self, from, to);
  else if (targets[0] == 'o' && (targets[1] == '|' || targets[1] == '\0') && has_object)
    found = object_of (self);

  /* “surrendered the last town in the north to the army”: where it is comes last. */
  for (guint pass = 0; found < 0 && pass < 2; pass++)
    for (gint32 i = from; found < 0 && i < to; i++)
      {
        const LeadupPhrase *phrase = phrase_of (self->clauses, i);

        if (pass == 0 && i > from &&
            phrase->preposition != (gint32) phrase_of (self->clauses, i - 1)->end)
          break;
        if (phrase->preposition >= 0 && !leadup_role_finder_is_nobody (self, i) &&
            !leadup_role_limits_suffers_blamed (self, i) &&
            !leadup_role_limits_is_wish (self, phrase) &&
            (pass == 1 ||
             !leadup_clauses_is_any (self->clauses, (guint32) phrase->preposition, places)) &&
            leadup_role_argument_takes (targets,
                                        self->clauses->tokens[phrase->preposition].folded) &&
            !is_occasion (self, i))
          found = i;
      }

  return found < 0 && has_object && g_str_has_suffix (targets, "|o") ? object_of (self) : found;
}

/* “two Egyptian envoys”, but no “Egyptian statue”. */
static gboolean
is_somebody_itself (const LeadupRoleFinder *self,
                    gint32                  phrase)
{
  guint32 head = phrase_of (self->clauses, phrase)->head;

  return leadup_actors_at (self->article, head, head + 1) >= 0 ||
         (leadup_clauses_get_fact (self->clauses, head)->classes & LEADUP_WORD_PEOPLE) != 0;
}

/* “returned the coin that was stolen in Mali to Chad”, “was returned by the police to Chad”: what
 * is given back goes to whom it is given. */
gint32
leadup_role_targets_find_destination (const LeadupRoleFinder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  guint32 end;

  if (!g_str_has_prefix (self->frame->targets, "to|") || self->frame->noun >= 0 ||
      (inner->object >= 0 && is_somebody_itself (self, inner->object)) ||
      (inner->is_passive && inner->subject >= 0 && is_somebody_itself (self, inner->subject)))
    return LEADUP_NONE;

  end = leadup_role_finder_end_of_reach (self);
  for (gint32 i = inner->phrases; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);

      if (phrase->first >= end)
        break;
      if (leadup_role_finder_has_preposition (self->clauses, phrase, "to", 2) &&
          leadup_role_finder_has_somebody (self, i) && !leadup_role_finder_is_nobody (self, i))
        return i;
    }

  return LEADUP_NONE;
}

/* Whether the object of blame is a deed of violence, which has victims. */
static gboolean
blames_deed (const LeadupRoleFinder *self,
             gint32                  object)
{
  return object >= 0 && g_str_equal (self->event->category, "accusation") &&
         leadup_event_composer_is_assault (leadup_event_composer_noun (self->clauses, object));
}

/* “to lift sanctions imposed on Peru”: a participle without an object right after a thing. */
static gboolean
hangs_on (const LeadupRoleFinder *self,
          const LeadupPredicate  *participle,
          gint32                  thing)
{
  return participle->first == phrase_of (self->clauses, thing)->end && participle->object < 0 &&
         participle->first == participle->verb &&
         (self->clauses->grammar[participle->verb].forms & LEADUP_FORM_PARTICIPLE) != 0;
}

/* “the plan drawn up by Peru”, “the sanctions imposed on Peru”: whom the participle that hangs on a
 * thing names. */
static gint32
find_behind_participle (const LeadupRoleFinder *self,
                        gint32                  thing)
{
  /* “protests led by Ada Roe”: they are not against her. */
  static const char *const leading[] = { "led", "organised", "organized", "staged", "headed", NULL };

  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *made = leadup_clauses_get_predicate (self->clauses, i);
      const LeadupPhrase *phrase;

      if (!((made->is_reduced && made->subject == thing) || hangs_on (self, made, thing)) ||
          thing + 1 >= (gint32) self->clauses->phrases->len ||
          leadup_clauses_is_any (self->clauses, made->verb, leading))
        continue;
      /* “drawn up by Peru”. */
      phrase = phrase_of (self->clauses, thing + 1);
      if (phrase->preposition >= (gint32) made->end &&
          phrase->preposition <= (gint32) made->end + 1 &&
          (leadup_role_finder_has_preposition (self->clauses, phrase, "by", 2) ||
           leadup_role_finder_has_preposition (self->clauses, phrase, "on", 2) ||
           leadup_role_finder_has_preposition (self->clauses, phrase, "against", 7)) &&
          leadup_role_finder_has_somebody (self, thing + 1))
        return thing + 1;
    }

  return LEADUP_NONE;
}

/* “rejected accusations by Peru”: an event is no target where somebody stands behind it. */
static gint32
prefer_actor (const LeadupRoleFinder *self,
              gint32                  object,
              gint32                  to)
{
  static const char *const behind[] = { "by", "from", "of", "against", "on", "to", "for" };
  const LeadupPhrase *phrase = phrase_of (self->clauses, object);
  /* “condemned the killing of Ada Roe”: she is not condemned. */
  guint n_behind = blames_deed (self, object) ? 2 : G_N_ELEMENTS (behind);
  gboolean is_blame = g_str_equal (self->event->category, "accusation") &&
                      leadup_event_composer_noun (self->clauses, object) != NULL;
  gint32 behind_participle;

  if (leadup_actors_at (self->article, phrase->first, phrase->end) >= 0 ||
      leadup_role_limits_takes_people (self))
    return object;
  /* “condemned the seizure of a ship by Chad”: whose deed it was. */
  for (gint32 i = object + 1; is_blame && i < MIN (to, object + 5); i++)
    if (leadup_role_finder_has_preposition (self->clauses, phrase_of (self->clauses, i), "by", 2) &&
        leadup_role_finder_has_somebody (self, i))
      return i;
  for (gint32 i = object + 1; i < MIN (to, object + 4); i++)
    {
      const LeadupPhrase *next = phrase_of (self->clauses, i);

      if (next->preposition < 0 || leadup_role_finder_is_nobody (self, i) ||
          !leadup_role_finder_has_somebody (self, i))
        continue;
      for (guint j = 0; j < n_behind; j++)
        if (leadup_role_finder_has_preposition (self->clauses, next, behind[j], strlen (behind[j])))
          return i;
    }
  /* “rejected the plan drawn up by Peru”. */
  behind_participle = find_behind_participle (self, object);
  if (behind_participle >= 0)
    return behind_participle;

  return object;
}

/* “provided millions in aid for those in Chad”, “lifted the emergency in four states”: a thing is
 * no target where somebody stands further on. */
static gint32
find_party (const LeadupRoleFinder *self,
            gint32                  after,
            gint32                  fallback)
{
  guint32 end = leadup_role_finder_end_of_reach (self);

  for (gint32 i = after + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);
      LeadupArgument argument;
      gboolean is_taken = FALSE;

      if (phrase->first >= end)
        break;
      /* “to help the people of Chad”. */
      if ((phrase->preposition < 0 &&
           (phrase->first < self->clauses->first + 2 ||
            self->clauses->grammar[phrase->first - 1].tag != LEADUP_TAG_VERB ||
            (phrase->first - 1 != self->frame->inner->verb &&
             self->clauses->grammar[phrase->first - 2].tag != LEADUP_TAG_TO))) ||
          leadup_role_limits_is_beside (self, phrase) ||
          leadup_role_limits_suffers_blamed (self, i) || is_of_verb (self, i) ||
          leadup_role_argument_is_own (self->clauses, phrase) ||
          leadup_role_finder_is_nobody (self, i) || !leadup_role_finder_is_party (self, i))
        continue;
      argument = leadup_role_argument_make (self->article, self->clauses, i);
      for (guint j = 0; j < self->event->initiators->len; j++)
        {
          const LeadupArgument *other = &g_array_index (self->event->initiators, LeadupArgument, j);

          is_taken = is_taken || leadup_role_finder_overlaps (other, &argument) ||
                     (argument.actor >= 0 && other->actor == argument.actor);
        }
      if (!is_taken)
        return i;
    }

  return fallback;
}

/* “the shelling of a suburb in the south”: what hangs on violence that is done to something. */
static gint32
find_undergone (const LeadupRoleFinder *self)
{
  gint32 noun = self->frame->noun;
  const LeadupPhrase *deed;
  const char *word;

  if (noun < 0 || noun + 1 >= (gint32) self->clauses->phrases->len ||
      !g_str_equal (self->event->plover, "ASSAULT"))
    return LEADUP_NONE;
  deed = phrase_of (self->clauses, noun);
  word = self->clauses->tokens[deed->head].folded;

  return (g_str_has_suffix (word, "ing") || g_str_has_suffix (word, "ment")) &&
                 phrase_of (self->clauses, noun + 1)->preposition == (gint32) deed->end &&
                 leadup_clauses_is (self->clauses, deed->end, "of") &&
                 !leadup_role_finder_is_nobody (self, noun + 1) &&
                 leadup_event_composer_noun (self->clauses, noun + 1) == NULL
             ? noun + 1
             : LEADUP_NONE;
}

/* “ambushed a convoy, wounding five”, “intensified its shelling of a suburb”: what is hit needs not
 * be somebody. */
static gboolean
is_hit (const LeadupRoleFinder *self,
        gint32                  found)
{
  gint32 noun = self->frame->noun;

  if (found >= 0 && noun < 0 && found == self->frame->inner->object &&
      leadup_role_limits_takes_people (self))
    return TRUE;
  if (found < 0 || !g_str_equal (self->event->plover, "ASSAULT"))
    return FALSE;
  /* “set fire to a depot near the town”. */
  if (noun < 0 && self->frame->words > 1 && phrase_of (self->clauses, found)->preposition >= 0 &&
      (guint32) phrase_of (self->clauses, found)->preposition ==
          self->frame->inner->verb + self->frame->words - 1)
    return TRUE;

  return noun < 0 ? found == self->frame->inner->object : found == find_undergone (self);
}

/* Who gets what is given: “to” or “for” further on, or whom it is to help. @fallback if nobody. */
static gint32
find_receiver (const LeadupRoleFinder *self,
               gint32                  fallback)
{
  const LeadupPredicate *inner = self->frame->inner;
  guint32 end = leadup_role_finder_end_of_reach (self);
  gint32 helped = LEADUP_NONE;

  if (fallback == inner->object && is_provided_with (self, fallback))
    return fallback;

  for (gint32 i = inner->phrases; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);

      if (leadup_role_finder_is_nobody (self, i))
        continue;
      if (phrase->preposition >= 0 &&
          (leadup_clauses_is (self->clauses, (guint32) phrase->preposition, "to") ||
           leadup_clauses_is (self->clauses, (guint32) phrase->preposition, "for")))
        return i;
      if (helped < 0 && i > inner->phrases && phrase->first < end &&
          leadup_role_finder_has_somebody (self, i))
        helped = i;
    }

  return helped >= 0 ? helped : fallback;
}

/* “carried out strikes using jets against the front”. */
static gint32
find_far (const LeadupRoleFinder *self,
          gint32                  from)
{
  gint32 found =
      leadup_role_finder_find_with (self, from, (gint32) self->clauses->phrases->len, "against", 7);

  return found >= 0 &&
                 phrase_of (self->clauses, found)->first < leadup_role_finder_end_of_reach (self)
             ? found
             : LEADUP_NONE;
}

/* “ordered the paper to close”, “called on Chad to press Mali to withdraw”: who is asked. */
static gint32
find_addressee (const LeadupRoleFinder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  const LeadupPredicate *inner = self->frame->inner;
  gint32 asked = outer->object;

  if (outer == inner)
    return LEADUP_NONE;
  if (inner->subject >= 0 && inner->subject == asked)
    return asked;
  if (!g_str_equal (self->event->modality, "requested"))
    return LEADUP_NONE;
  /* “call on”: the preposition belongs to the verb. */
  if (asked < 0 && outer->phrases < outer->phrases_end &&
      phrase_of (self->clauses, outer->phrases)->preposition == (gint32) outer->end)
    asked = outer->phrases;

  return asked >= 0 && phrase_of (self->clauses, asked)->first <= outer->end + 1 &&
                 leadup_role_finder_has_somebody (self, asked)
             ? asked
             : LEADUP_NONE;
}

/* What is told of things as well as of somebody: “optimism about the plan”, and “responsibility for
 * an attack on the base” stands for the base. */
static gint32
find_matter (const LeadupRoleFinder *self,
             gint32                  found)
{
  const char *targets = self->frame->targets;
  const LeadupLexiconRow *row;

  if (found < 0)
    return LEADUP_NONE;
  if (self->frame->noun >= 0)
    return leadup_role_argument_takes (targets, "over") ? found : LEADUP_NONE;

  row = leadup_event_composer_noun (self->clauses, found);
  if (self->frame->words < 2 || !g_str_equal (self->event->category, "statement") ||
      !leadup_event_composer_is_assault (row) ||
      found + 1 >= (gint32) self->clauses->phrases->len ||
      phrase_of (self->clauses, found + 1)->preposition !=
          (gint32) phrase_of (self->clauses, found)->end ||
      leadup_role_finder_has_preposition (self->clauses, phrase_of (self->clauses, found + 1), "by",
                                          2) ||
      leadup_role_finder_is_nobody (self, found + 1))
    return LEADUP_NONE;

  return found + 1;
}

/* Whether a phrase says no more of whom it means than where they are: people who are helped, a
 * force that helps, “three targets” that are hit. */
static gboolean
stands_for_place (const LeadupRoleFinder *self,
                  gint32                  phrase)
{
  static const char *const aims[] = { "target", "targets", "position", "positions",
                                      "site",   "sites",   NULL };
  static const char *const many[] = { "people", "children", "women", "men", NULL };
  static const char *const missions[] = { "force", "forces", "mission", "operation", NULL };
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  if (strstr (self->event->quad, "conflict") != NULL)
    {
      for (guint32 i = here->first; i < here->head; i++)
        if (self->clauses->grammar[i].tag == LEADUP_TAG_NOUN ||
            self->clauses->grammar[i].tag == LEADUP_TAG_NAME)
          return FALSE;
      return leadup_clauses_is_any (self->clauses, here->head, aims);
    }
  if (here->preposition >= 0 && leadup_clauses_is_any (self->clauses, here->head, missions))
    return TRUE;

  return (leadup_clauses_get_fact (self->clauses, here->head)->classes & LEADUP_WORD_PEOPLE) != 0 &&
         (g_str_has_suffix (self->clauses->tokens[here->head].folded, "s") ||
          leadup_clauses_is_any (self->clauses, here->head, many)) &&
         leadup_role_argument_make (self->article, self->clauses, phrase).actor < 0;
}

/* “told reporters in Lome”: Lome is not told. */
static gboolean
is_told (const LeadupRoleFinder *self,
         gint32                  phrase)
{
  const LeadupPredicate *inner = self->frame->inner;

  return phrase_of (self->clauses, phrase)->first == inner->end &&
         leadup_clauses_match_verb (self->clauses, self->clauses->facts->cues, inner) != NULL;
}

/* “to help people in Chad and Mali”, “joined the force in Mali”: the place that they stand for. */
static gint32
find_home (const LeadupRoleFinder *self,
           gint32                  phrase)
{
  static const char *const in[] = { "in", NULL };
  gint32 home = leadup_clauses_next_by (self->clauses, phrase, in);
  gint32 place;

  if (home < 0 || phrase_of (self->clauses, phrase)->is_pronoun ||
      !stands_for_place (self, phrase) || is_told (self, phrase))
    return LEADUP_NONE;
  place = leadup_actors_at (self->article, phrase_of (self->clauses, home)->first,
                            phrase_of (self->clauses, home)->end);

  return place >= 0 && !leadup_article_is_person (self->article, place) ? home : LEADUP_NONE;
}

static void
add_targets (const LeadupRoleFinder *self,
             gint32                  phrase)
{
  gint32 meant =
      leadup_role_argument_resolve_object (self->article, self->clauses, phrase, self->frame->noun);
  gint32 home = find_home (self, meant);
  guint n = self->event->targets->len;

  if (home >= 0)
    {
      leadup_role_finder_add_list (self, self->event->targets, home,
                                   leadup_role_finder_end_of_reach (self));
      if (self->event->targets->len > n)
        g_array_index (self->event->targets, LeadupArgument, n).span.start =
            self->clauses->tokens[phrase_of (self->clauses, meant)->first].span.start;
      return;
    }

  leadup_role_finder_add_list (self, self->event->targets, meant, self->clauses->end);
}

/* “lifted the restrictions between it and Mali”: the side that did not do it. */
static gint32
find_other_side (const LeadupRoleFinder *self,
                 gint32                  from,
                 gint32                  to)
{
  gint32 side = leadup_role_finder_find_with (self, from, to, "between", 7);
  LeadupArgument argument;

  if (side < 0 || side + 1 >= (gint32) self->clauses->phrases->len ||
      phrase_of (self->clauses, side + 1)->joined != side || self->event->initiators->len == 0)
    return LEADUP_NONE;
  argument = leadup_role_argument_make (self->article, self->clauses, side);

  return phrase_of (self->clauses, side)->is_pronoun ||
                 (argument.actor >= 0 &&
                  argument.actor ==
                    g_array_index (self->event->initiators, LeadupArgument, 0).actor)
             ? side + 1
             : LEADUP_NONE;
}

/* “In Chad, the army lifted the curfew”: where it is done opens the sentence. */
static gint32
find_scene (const LeadupRoleFinder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  const LeadupPhrase *opening;
  gint32 place;

  if (!g_str_has_prefix (self->event->quad, "material") ||
      outer->relation != LEADUP_RELATION_MAIN || outer->subject != 1)
    return LEADUP_NONE;
  opening = phrase_of (self->clauses, 0);
  if (opening->first != self->clauses->first + 1 ||
      !leadup_clauses_is (self->clauses, self->clauses->first, "in"))
    return LEADUP_NONE;
  place = leadup_actors_at (self->article, opening->head, opening->head + 1);

  return place >= 0 && (g_array_index (self->article->actors, LeadupArticleActor, place).kind ==
                            LEADUP_ACTOR_KIND_STATE ||
                        g_array_index (self->article->actors, LeadupArticleActor, place).kind ==
                            LEADUP_ACTOR_KIND_PLACE)
             ? 0
             : LEADUP_NONE;
}

/* The phrase after the noun that says what happened: after “siege” of “a state of siege”. */
static gint32
after_noun (const LeadupRoleFinder *self)
{
  gint32 noun = self->frame->noun;
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, noun);
  guint32 head = phrase_of (self->clauses, noun)->head;
  gint32 next = noun + 1;

  if (row == NULL || leadup_lexicon_table_match (self->clauses->facts->event_nouns,
                                                 &self->clauses->tokens[head],
                                                 self->clauses->end - head) != row)
    return next;
  while (next < (gint32) self->clauses->phrases->len &&
         phrase_of (self->clauses, next)->head < head + row->n_words)
    next++;

  return next;
}

/* What the frame says, in phrases [from, to); @found if something is found already. */
static gint32
find_by_frame (const LeadupRoleFinder *self,
               gint32                  from,
               gint32                  to,
               gint32                  found)
{
  const LeadupPredicate *inner = self->frame->inner;

  if (found < 0 && self->frame->noun < 0)
    found = leadup_role_argument_find_blamed (self->clauses, inner->object);
  if (found < 0)
    found = find_undergone (self);
  if (found < 0)
    found = find_target (self, from, to);
  if (self->frame->targets[0] == 'd' && (found < 0 || found == inner->object))
    found = find_receiver (self, found);
  if (found < 0 && self->frame->noun >= 0)
    found = find_target (self, inner->phrases, inner->phrases_end);
  if (found < 0 && self->frame->noun >= 0)
    found = find_behind_participle (self, self->frame->noun);
  if (found < 0)
    found = object_of (self);

  if (found >= 0 && found == inner->object && !phrase_of (self->clauses, found)->is_pronoun &&
      !leadup_role_finder_has_somebody (self, found))
    found = prefer_actor (self, found, to);

  return found;
}

/* Somebody where a thing was found, somebody further on, and nobody where only a thing is left. */
static gint32
settle (const LeadupRoleFinder *self,
        gint32                  from,
        gint32                  to,
        gint32                  found)
{
  const LeadupPredicate *inner = self->frame->inner;
  gboolean is_said = g_str_equal (self->event->category, "statement");

  if ((found < 0 || found == inner->object) && leadup_role_targets_find_destination (self) >= 0)
    found = leadup_role_targets_find_destination (self);
  if (!is_said && self->frame->targets[0] != '\0' && !blames_deed (self, inner->object) &&
      !is_hit (self, found) && (found < 0 || !leadup_role_finder_is_party (self, found)))
    found = find_party (self, found >= 0 ? found : inner->phrases - 1, found);
  if (found >= 0 && !leadup_role_finder_is_party (self, found) &&
      !(inner->object >= 0 && found == inner->object + 1 && is_moved (self, inner->object)) &&
      leadup_role_finder_is_no_target (self, found))
    found = find_matter (self, found);
  if (found < 0 && !is_said)
    found = find_other_side (self, from, to);
  if (found >= 0 && leadup_role_limits_is_what_is_meant (self, found))
    found = LEADUP_NONE;

  return found >= 0 ? found : find_scene (self);
}

void
leadup_role_targets_find (const LeadupRoleFinder *self)
{
  static const char *const fallbacks[] = { "against", "to",  "with", "about", "over",
                                           "on",      "for", "from", "in",    "at" };
  const LeadupPredicate *inner = self->frame->inner;
  gint32 from = inner->phrases, to = inner->phrases_end;
  gint32 found = LEADUP_NONE;
  /* “wrote on X”, “said in Paris”: where something is said is not whom it is said to. */
  gboolean is_said = g_str_equal (self->event->category, "statement");
  gboolean is_assault = g_str_equal (self->event->plover, "ASSAULT");
  /* “pleaded guilty in Lome”: nothing is done to anybody there. */
  gboolean has_target = self->frame->targets[0] != '\0';
  guint n_fallbacks = is_said ? 5 : G_N_ELEMENTS (fallbacks) - (has_target ? 0 : 2);

  if (self->event->targets->len > 0)
    return;
  found = find_addressee (self);
  if (found >= 0)
    {
      leadup_role_finder_add_list (self, self->event->targets, found, inner->first);
      return;
    }
  if (self->frame->noun >= from && self->frame->noun < to)
    {
      /* “gave Iran a warning”. */
      if (self->frame->noun == from + 1 && inner->object == from)
        found = from;
      from = after_noun (self);
    }
  if (self->frame->noun >= 0 && self->frame->noun < inner->phrases)
    to = MAX (to, from = after_noun (self));
  found = find_by_frame (self, from, to, found);
  if (found < 0 && is_assault)
    found = find_far (self, to);
  /* “launched from the valley”: nobody there is aimed at. */
  for (guint i = 0; found < 0 && i < n_fallbacks; i++)
    if (!is_assault || !g_str_equal (fallbacks[i], "from"))
      found = leadup_role_finder_find_with (self, from, to, fallbacks[i], strlen (fallbacks[i]));

  if (found >= 0 && (leadup_role_limits_suffers_blamed (self, found) ||
                     leadup_role_limits_is_wish (self, phrase_of (self->clauses, found))))
    found = LEADUP_NONE;
  found = settle (self, from, to, found);
  if (found >= 0 && leadup_role_limits_is_where_agreed (self, found))
    found = LEADUP_NONE;
  if (found >= 0)
    add_targets (self, found);
}
