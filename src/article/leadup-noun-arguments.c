/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-noun-arguments.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-role-argument.h"

#include <string.h>

/* How long a list of targets can be. */
#define MAX_OTHERS 3

static LeadupSpan
span_of (const LeadupClauses *self,
         guint32              first,
         guint32              end)
{
  return (LeadupSpan) { self->tokens[first].span.start, self->tokens[end - 1].span.end };
}

/* “raised it in a call with Mali”: who did so called. */
static void
add_caller (LeadupArticle            *article,
            const LeadupClauses      *clauses,
            const LeadupEventMeaning *class,
            const LeadupPhrase       *phrase,
            LeadupArticleEvent       *event)
{
  static const char *const times[] = { "in", "during", "after", "before", "at", NULL };

  if (!g_str_equal (class->category, "talks") || event->initiators->len > 0 ||
      event->targets->len == 0 || phrase->preposition < 0 ||
      !leadup_clauses_is (clauses, phrase->end, "with") ||
      !leadup_clauses_is_any (clauses, (guint32) phrase->preposition, times))
    return;

  for (gint32 i = (gint32) clauses->predicates->len - 1; i >= 0; i--)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      LeadupArgument caller;

      if (predicate->first > phrase->first || !predicate->is_finite)
        continue;
      if (predicate->subject < 0 || predicate->is_passive)
        return;
      caller = leadup_role_argument_make (article, clauses, predicate->subject);
      if (caller.actor >= 0 &&
          caller.actor != g_array_index (event->targets, LeadupArgument, 0).actor)
        g_array_append_val (event->initiators, caller);
      return;
    }
}

/* The last phrase of the list that “and” closes, @phrase itself if none does: a comma alone is an
 * apposition. */
static gint32
list_end (const LeadupClauses *clauses,
          gint32               phrase)
{
  gint32 end = phrase;

  for (gint32 i = phrase + 1; i < (gint32) clauses->phrases->len && i <= phrase + MAX_OTHERS; i++)
    {
      const LeadupPhrase *next = leadup_clauses_get_phrase (clauses, i);

      LeadupTag after = next->end < clauses->end
                            ? (LeadupTag) clauses->grammar[next->end].tag
                            : LEADUP_TAG_BREAK;

      /* “on the port of Accra and its farmers”. */
      if (next->parent >= phrase && next->parent == i - 1)
        continue;
      if (next->joined != i - 1 || next->preposition >= 0 || leadup_tag_is_verbal (after))
        break;
      if (clauses->grammar[next->first - 1].tag == LEADUP_TAG_CONJUNCTION)
        end = i;
    }

  return end;
}

/* “attacks on Accra, the port and its farmers”: the others of a list that are somebody. */
static void
add_others (LeadupArticle       *article,
            const LeadupClauses *clauses,
            gint32               phrase,
            GArray              *arguments)
{
  for (gint32 i = phrase + 1; i <= list_end (clauses, phrase); i++)
    if (leadup_clauses_get_phrase (clauses, i)->parent < phrase &&
        leadup_role_argument_is_somebody (article, clauses, i))
      {
        LeadupArgument other = leadup_role_argument_make (article, clauses, i);

        g_array_append_val (arguments, other);
      }
}

/* Whether somebody is told to be responsible for what a phrase names. */
gboolean
leadup_noun_arguments_is_of_responsible (const LeadupClauses *clauses,
                                         const LeadupPhrase  *phrase)
{
  return phrase->preposition > 0 &&
         leadup_clauses_is (clauses, (guint32) phrase->preposition, "for") &&
         leadup_clauses_is (clauses, (guint32) phrase->preposition - 1, "responsible");
}

/* “The cartel has been responsible for killings”: it did them; who denies it did not. */
static void
add_responsible (LeadupArticle       *article,
                 const LeadupClauses *clauses,
                 const LeadupPhrase  *phrase,
                 LeadupArticleEvent  *event)
{
  if (event->initiators->len > 0 || !leadup_noun_arguments_is_of_responsible (clauses, phrase))
    return;

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      LeadupArgument argument;

      if (predicate->end + 1 != (guint32) phrase->preposition || predicate->is_negated ||
          predicate->is_conditional || predicate->subject < 0 ||
          predicate->relation != LEADUP_RELATION_MAIN ||
          !leadup_clauses_is_any (clauses, predicate->verb,
                                  (const char *const[]) { "is", "are", "was", "were", "been", NULL }))
        continue;
      argument = leadup_role_argument_make (article, clauses, predicate->subject);
      g_array_append_val (event->initiators, argument);
    }
}

/* “the Sokode massacre”: where it was, unless somebody is known to be a state or to fight. */
static gboolean
names_scene (const LeadupArticle *article,
             const LeadupClauses *clauses,
             const LeadupPhrase  *phrase,
             gint32               actor)
{
  static const char *const deeds[] = { "massacre", "massacres", "bombing", "bombings", "shooting",
                                       "siege",    "blast",     "blasts",  "killings", "explosion",
                                       "attack",   "attacks",   "raid",    "raids",    NULL };
  LeadupActorKind kind = g_array_index (article->actors, LeadupArticleActor, actor).kind;

  return kind != LEADUP_ACTOR_KIND_STATE && kind != LEADUP_ACTOR_KIND_ARMED_GROUP &&
         kind != LEADUP_ACTOR_KIND_NATIONALITY && phrase->head > phrase->first &&
         clauses->grammar[phrase->head - 1].tag == LEADUP_TAG_NAME &&
         leadup_clauses_is_any (clauses, phrase->head, deeds);
}

/* “Israeli strikes”: who did it stands before the noun. */
static void
add_owner (const LeadupArticle *article,
           const LeadupClauses *clauses,
           const LeadupPhrase  *phrase,
           LeadupArticleEvent  *event)
{
  LeadupArgument owner = { .actor = leadup_actors_at (article, phrase->first, phrase->end) };

  if (owner.actor < 0 || phrase->head <= phrase->first ||
      leadup_role_argument_is_scene (article, clauses, phrase) ||
      g_array_index (article->actors, LeadupArticleActor, owner.actor).kind ==
          LEADUP_ACTOR_KIND_PLACE)
    return;
  owner.span = span_of (clauses, phrase->first, phrase->end);
  g_array_append_val (names_scene (article, clauses, phrase, owner.actor) ? event->targets
                                                                          : event->initiators,
                      owner);
}

/**
 * leadup_noun_arguments_find_claimant:
 * @clauses: the parse of a sentence
 * @noun: a phrase that names a deed
 *
 * Returns: the phrase of who claims responsibility for it or is blamed for it, LEADUP_NONE if
 * nobody is
 */
gint32
leadup_noun_arguments_find_claimant (const LeadupClauses *clauses,
                                     gint32               noun)
{
  static const char *const claims[] = { "claimed", "claims", "claiming", "claim",
                                        "took",    "taken",  "accepted", NULL };
  static const char *const blames[] = { "blamed", "blames", "blaming", "blame", NULL };
  gint32 preposition = leadup_clauses_get_phrase (clauses, noun)->preposition;

  if (preposition < 1 || !leadup_clauses_is (clauses, (guint32) preposition, "for"))
    return LEADUP_NONE;
  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupPhrase *object;

      if (predicate->object < 0 || predicate->is_negated || predicate->is_conditional)
        continue;
      object = leadup_clauses_get_phrase (clauses, predicate->object);
      if (object->end != (guint32) preposition)
        continue;
      if (leadup_clauses_is_any (clauses, predicate->verb, blames))
        return predicate->object;
      if (leadup_clauses_is (clauses, object->head, "responsibility") &&
          leadup_clauses_is_any (clauses, predicate->verb, claims))
        return predicate->subject;
    }

  return LEADUP_NONE;
}

/* Whom “between Chad and Mali”, “between Chad, led by Ada Roe, and Mali” names after the first. */
static gint32
find_other_side (const LeadupClauses *clauses,
                 gint32               first)
{
  gint32 last = first;

  while (last + 1 < (gint32) clauses->phrases->len &&
         leadup_clauses_get_phrase (clauses, last + 1)->parent == last)
    last++;
  if (last + 1 >= (gint32) clauses->phrases->len)
    return LEADUP_NONE;
  if (leadup_clauses_get_phrase (clauses, last + 1)->joined == last)
    return last + 1;
  if (!leadup_clauses_is (clauses, leadup_clauses_get_phrase (clauses, last)->end, ","))
    return LEADUP_NONE;

  for (gint32 i = last + 2;
       i < (gint32) clauses->phrases->len && i <= last + MAX_OTHERS; i++)
    {
      guint32 at = leadup_clauses_get_phrase (clauses, i)->first;

      if (leadup_clauses_is (clauses, at - 1, "and") && leadup_clauses_is (clauses, at - 2, ","))
        return i;
    }

  return LEADUP_NONE;
}

/* Who is asked by a verb to do what an infinitive says: “urged the army to”, “called on it to”. */
static gint32
find_asked (const LeadupClauses   *clauses,
            const LeadupPredicate *asking,
            const LeadupPredicate *infinitive)
{
  const LeadupLexiconRow *row =
    leadup_clauses_match_verb (clauses, clauses->facts->modal_verbs, asking);
  gint32 asked = asking->object >= 0 ? asking->object : asking->phrases;

  return row != NULL && g_str_equal (row->columns[1], "requested") && !asking->is_passive &&
                 asked < asking->phrases_end &&
                 leadup_clauses_get_phrase (clauses, asked)->end == infinitive->first
             ? asked
             : LEADUP_NONE;
}

/**
 * leadup_noun_arguments_find_bidden:
 * @clauses: the parse of a sentence
 * @noun: a phrase that names a deed
 *
 * “urged the army to stop its raids on the port”: who is asked to end it is said to do it.
 *
 * Returns: the phrase of who is asked, LEADUP_NONE if nobody is or nobody is named to whom it is
 * done
 */
gint32
leadup_noun_arguments_find_bidden (const LeadupClauses *clauses,
                                   gint32               noun)
{
  static const char *const against[] = { "on", "against", NULL };
  const LeadupPhrase *deed = leadup_clauses_get_phrase (clauses, noun);

  if (deed->preposition >= 0 || !leadup_clauses_is_any (clauses, deed->end, against))
    return LEADUP_NONE;
  for (gint32 i = 1; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *end = leadup_clauses_get_predicate (clauses, i);
      const LeadupLexiconRow *light;

      if (end->relation != LEADUP_RELATION_INFINITIVE || end->is_passive || end->object != noun ||
          end->governor < 0)
        continue;
      light = leadup_clauses_match_verb (clauses, clauses->facts->light_verbs, end);
      if (light != NULL &&
          (g_str_equal (light->columns[1], "undo") || g_str_equal (light->columns[1], "close")))
        return find_asked (clauses, leadup_clauses_get_predicate (clauses, end->governor), end);
    }

  return LEADUP_NONE;
}

/* Who is asked to end a deed, claims it or is blamed for it. */
static void
add_said_doer (LeadupArticle       *article,
               const LeadupClauses *clauses,
               gint32               noun,
               LeadupArticleEvent  *event)
{
  gint32 phrase = leadup_noun_arguments_find_bidden (clauses, noun);
  LeadupArgument doer;

  if (phrase < 0)
    phrase = leadup_noun_arguments_find_claimant (clauses, noun);
  if (phrase < 0 || event->initiators->len > 0)
    return;
  doer = leadup_role_argument_make (article, clauses, phrase);
  if (doer.actor >= 0)
    g_array_append_val (event->initiators, doer);
}

/* To whom it was done, or both sides: “the meeting between Chad and Mali”. */
static void
add_party (LeadupArticle       *article,
           const LeadupClauses *clauses,
           gint32               phrase,
           gboolean             is_between,
           LeadupArticleEvent  *event)
{
  LeadupArgument target = leadup_role_argument_make (article, clauses, phrase);
  gint32 side = find_other_side (clauses, phrase);

  if (is_between && event->initiators->len == 0 && side >= 0)
    {
      g_array_append_val (event->initiators, target);
      target = leadup_role_argument_make (article, clauses, side);
    }
  g_array_append_val (event->targets, target);
  if (!is_between)
    add_others (article, clauses, phrase, event->targets);
}

/* Who did a deed that a noun names, and to whom. */
void
leadup_noun_arguments_find (LeadupArticle            *article,
                            const LeadupClauses      *clauses,
                            const LeadupEventMeaning *class,
                            gint32                    noun,
                            LeadupArticleEvent       *event)
{
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, noun);

  add_owner (article, clauses, phrase, event);
  for (gint32 i = noun + 1, end = noun + 3;
       i < (gint32) clauses->phrases->len && i < end; i++)
    {
      const LeadupPhrase *next = leadup_clauses_get_phrase (clauses, i);
      const char *preposition;

      /* “killings and beheadings in the north”. */
      if (next->preposition < 0 && i == noun + 1 && next->joined == noun &&
          leadup_event_composer_is_deed (leadup_event_composer_noun (clauses, i)))
        continue;
      if (next->preposition < 0 ||
          (guint32) next->preposition != leadup_clauses_get_phrase (clauses, i - 1)->end)
        break;
      /* “the seizure on 5 March of a ship by Chad”. */
      if (leadup_clauses_is_dated (clauses, next->head))
        {
          end++;
          continue;
        }
      preposition = clauses->tokens[next->preposition].folded;
      if (i == noun + 1 && event->initiators->len == 0 &&
          leadup_role_argument_find_blamed (clauses, noun) >= 0)
        preposition = "by";
      if (event->targets->len == 0 && strstr (class->targets, preposition) != NULL &&
          strlen (preposition) > 1 && !leadup_role_argument_is_nobody (clauses, i) &&
          !leadup_role_argument_is_money (clauses, i))
        add_party (article, clauses, i, g_str_equal (preposition, "between"), event);
      else if (g_str_equal (preposition, "by") && event->initiators->len == 0)
        {
          LeadupArgument by = leadup_role_argument_make (article, clauses, i);

          g_array_append_val (event->initiators, by);
        }
    }
  add_caller (article, clauses, class, phrase, event);
  add_responsible (article, clauses, phrase, event);
  add_said_doer (article, clauses, noun, event);
}

/* “the agreement between Chad and Mali”, “the agreement on 2 May between Chad and Mali”. */
static gboolean
is_between_sides (const LeadupArticle    *article,
                  const LeadupClauses    *clauses,
                  const LeadupLexiconRow *row,
                  gint32                  noun)
{
  const LeadupPhrase *deed = leadup_clauses_get_phrase (clauses, noun);
  guint32 end = deed->end;
  gint32 first = noun + 1, second;
  const LeadupPhrase *here, *other;

  if (!leadup_event_composer_is_agreement (row) || first >= (gint32) clauses->phrases->len ||
      (leadup_clauses_get_fact (clauses, deed->first)->classes & LEADUP_WORD_NEGATION) != 0)
    return FALSE;
  if (leadup_clauses_is_dated (clauses, leadup_clauses_get_phrase (clauses, first)->head))
    end = leadup_clauses_get_phrase (clauses, first++)->end;
  if (first >= (gint32) clauses->phrases->len || !leadup_clauses_is (clauses, end, "between"))
    return FALSE;
  second = find_other_side (clauses, first);
  if (second < 0)
    return FALSE;
  here = leadup_clauses_get_phrase (clauses, first);
  other = leadup_clauses_get_phrase (clauses, second);

  return here->preposition == (gint32) end &&
         leadup_actors_at (article, here->first, here->end) >= 0 &&
         leadup_actors_at (article, other->first, other->end) >= 0;
}

/* “the government of Mali” for “Mali”: the body of people that an “of” hangs a phrase on. */
static gint32
find_whole (const LeadupClauses *clauses,
            gint32               part)
{
  gint32 whole = leadup_clauses_get_phrase (clauses, part)->parent;

  return whole >= 0 && (leadup_clauses_get_fact (
                          clauses, leadup_clauses_get_phrase (clauses, whole)->head)->classes &
                        (LEADUP_WORD_PARTY | LEADUP_WORD_PEOPLE)) != 0
             ? whole
             : part;
}

/* “Chad stands firm in its support of Mali”, “remains in support of Mali”, “Chad’s support for
 * Mali”: whose support it is; −1 if that is not said. */
static LeadupArgument
find_supporter (LeadupArticle       *article,
                const LeadupClauses *clauses,
                gint32               noun)
{
  static const char *const own[] = { "its", "their", "his", "her", "our", "my", NULL };
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, noun);
  LeadupArgument supporter = { .actor = leadup_actors_at (article, phrase->first, phrase->head) };

  if (supporter.actor >= 0)
    {
      supporter.span = span_of (clauses, phrase->first, phrase->end);
      return supporter;
    }
  if (phrase->preposition < 0 || !leadup_clauses_is (clauses, (guint32) phrase->preposition, "in") ||
      (phrase->head > phrase->first && !leadup_clauses_is_any (clauses, phrase->first, own)))
    return supporter;

  for (gint32 i = (gint32) clauses->predicates->len - 1; i >= 0; i--)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);

      if (predicate->first > phrase->first)
        continue;
      if (predicate->subject >= 0 && predicate->is_finite && !predicate->is_passive &&
          !predicate->is_negated && noun < predicate->phrases_end)
        return leadup_role_argument_make (article, clauses, predicate->subject);
      break;
    }

  return supporter;
}

/* Whether a noun of support names both who gives it and to whom. */
static gboolean
is_of_supporter (LeadupArticle          *article,
                 const LeadupClauses    *clauses,
                 const LeadupLexiconRow *row,
                 gint32                  noun,
                 LeadupArgument         *side)
{
  static const char *const ties[] = { "of", "for", NULL };
  gint32 supported = leadup_clauses_next_by (clauses, noun, ties);

  if (!leadup_event_composer_is_noun_of (row, "support") || supported < 0 ||
      leadup_role_argument_make (article, clauses, supported).actor < 0)
    return FALSE;
  *side = find_supporter (article, clauses, noun);

  return side->span.end > side->span.start;
}

/* “Chad supports Mali in its fight against the front”: a state of conflict or an agreement is told
 * of where both sides are named: whose it is by the word before it, or by who stands before “in”.
 */
gboolean
leadup_noun_arguments_name_sides (LeadupArticle          *article,
                                  const LeadupClauses    *clauses,
                                  const LeadupLexiconRow *row,
                                  gint32                  noun,
                                  LeadupArgument         *side)
{
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, noun);
  static const char *const against[] = { "against", "with", NULL };
  gint32 other = leadup_clauses_next_by (clauses, noun, against);

  side->actor = -1;
  if (is_between_sides (article, clauses, row, noun) ||
      is_of_supporter (article, clauses, row, noun, side))
    return TRUE;
  if (!leadup_event_composer_is_conflict (row) || other < 0 ||
      leadup_actors_at (article, leadup_clauses_get_phrase (clauses, other)->first,
                        leadup_clauses_get_phrase (clauses, other)->end) < 0)
    return FALSE;

  side->actor = leadup_actors_at (article, phrase->first, phrase->head);
  side->span = span_of (clauses, phrase->first, phrase->end);
  if (side->actor < 0 && noun > 0 && phrase->preposition >= 0 &&
      leadup_clauses_is (clauses, (guint32) phrase->preposition, "in") &&
      leadup_clauses_get_phrase (clauses, noun - 1)->end == (guint32) phrase->preposition)
    *side = leadup_role_argument_make (article, clauses, find_whole (clauses, noun - 1));

  return side->actor >= 0;
}
