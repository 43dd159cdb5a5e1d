/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-argument.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-pronouns.h"

#include <string.h>

/* The end of a phrase with what “of” hangs on it. */
static guint32
full_end (const LeadupClauses *clauses,
          gint32               index)
{
  guint32 end = leadup_clauses_get_phrase (clauses, index)->end;

  for (gint32 i = index + 1; i < (gint32) clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, i);

      if (phrase->parent < 0 || phrase->parent < index || phrase->first > end + 1)
        break;
      end = phrase->end;
    }

  return end;
}

/* “He” is a person, and nothing is attributed to anybody else. */
static gboolean
can_mean (const LeadupArticle *article,
          const LeadupClauses *clauses,
          guint32              pronoun,
          gint32               actor)
{
  static const char *const personal[] = { "he", "she", "him", "her", "i", NULL };

  return actor >= 0 && (!leadup_clauses_is_any (clauses, pronoun, personal) ||
                        leadup_article_is_person (article, actor));
}

/* “A former U.S. official” is not the United States. */
static gboolean
speaks_for_nobody (const LeadupArticle *article,
                   const LeadupClauses *clauses,
                   const LeadupPhrase  *phrase,
                   gint32               actor)
{
  static const char *const words[] = { "former", "ex", "retired", "exiled", "dissident", NULL };
  LeadupActorKind kind = g_array_index (article->actors, LeadupArticleActor, actor).kind;

  if (kind == LEADUP_ACTOR_KIND_PERSON || clauses->grammar[phrase->head].tag != LEADUP_TAG_NOUN)
    return FALSE;
  for (guint32 i = phrase->first; i < phrase->head; i++)
    if (leadup_clauses_is_any (clauses, i, words))
      return TRUE;

  return FALSE;
}

/* “a Chadian criminal gang”, “Chadian television”: nobody who acts for Chad. */
static gboolean
is_private (const LeadupClauses *clauses,
            const LeadupPhrase  *phrase)
{
  static const char *const bands[] = { "gang",       "gangs",    "cartel",      "cartels", "mafia",
                                       "smugglers",  "traffickers", "criminals", "gangsters",
                                       "mobsters",   "television", "tv",     "radio", "newspaper",
                                       "newspapers", "media",    "daily",    "magazine",
                                       "broadcaster", NULL };

  return leadup_clauses_is_any (clauses, phrase->head, bands) &&
         leadup_actors_at (clauses->article, phrase->head, phrase->head + 1) < 0;
}

/* “Chadian-backed rebels”: not Chad. */
static gboolean
only_backs (const LeadupClauses *clauses,
            const LeadupPhrase  *phrase)
{
  static const char *const words[] = { "backed",  "supported", "funded",    "sponsored", "armed",
                                       "trained", "financed",  "supplied",  "equipped",  "aligned",
                                       "allied",  "linked",    "affiliated", NULL };

  for (guint32 i = phrase->first; i + 2 < phrase->end; i++)
    if (clauses->tokens[i].is_capitalised && leadup_clauses_is (clauses, i + 1, "-") &&
        leadup_clauses_is_any (clauses, i + 2, words))
      return TRUE;

  return FALSE;
}

/* “his Paris accounts”, “residents of Gaza”: the place does nothing. */
static gboolean
only_stands_there (const LeadupArticle *article,
                   const LeadupClauses *clauses,
                   gint32               phrase,
                   gint32               actor)
{
  static const char *const owners[] = { "his", "her", "their", "its", NULL };
  static const char *const crowds[] = { "residents", "inhabitants", "villagers", "survivors",
                                        "families",  "relatives",   "witnesses", "protesters",
                                        "people",    "citizens",    "natives",   NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  LeadupActorKind kind = g_array_index (article->actors, LeadupArticleActor, actor).kind;

  if (kind == LEADUP_ACTOR_KIND_PLACE && here->head > here->first + 1 &&
      leadup_clauses_is_any (clauses, here->first, owners) &&
      leadup_actors_at (article, here->head, here->head + 1) < 0)
    return TRUE;

  return (kind == LEADUP_ACTOR_KIND_PLACE || kind == LEADUP_ACTOR_KIND_STATE ||
          leadup_clauses_is (clauses, here->head, "residents") ||
          leadup_clauses_is (clauses, here->head, "villagers")) &&
         leadup_clauses_is_any (clauses, here->head, crowds) &&
         leadup_clauses_is (clauses, here->end, "of") &&
         leadup_actors_at (article, here->first, here->end) < 0;
}

/**
 * leadup_role_argument_is_scene:
 * @article: the article
 * @clauses: the parse of the sentence
 * @phrase: a phrase
 *
 * “the Lome talks”, “the Abyei dispute”, “the Chad conflict”: a name that says where they were held
 * or what they are about. “The Chadian talks” and “Chad’s talks” are Chad’s.
 *
 * Returns: whether the name before its head is that of nobody who acts there
 */
gboolean
leadup_role_argument_is_scene (const LeadupArticle *article,
                               const LeadupClauses *clauses,
                               const LeadupPhrase  *phrase)
{
  static const char *const occasions[] = {
    "talks",     "negotiations", "summit",  "summits",  "conference", "agreement", "agreements",
    "accord",    "accords",      "treaty",  "pact",     "protocol",   "truce",     "ceasefire",
    "dispute",   "disputes",     "conflict", "conflicts", "crisis",   "crises",    "war",
    "process",   NULL,
  };
  const LeadupMention *name;
  LeadupActorKind kind;
  guint n;

  if (phrase->head <= phrase->first || !leadup_clauses_is_any (clauses, phrase->head, occasions))
    return FALSE;
  n = leadup_article_count_mentions (article, phrase->head);
  name = n > 0 ? leadup_article_get_mention (article, n - 1) : NULL;
  if (name == NULL || name->actor < 0 || name->first_token < phrase->first ||
      (name->end_token != phrase->head &&
       !leadup_clauses_is (clauses, phrase->head - 1, "peace")))
    return FALSE;
  kind = leadup_article_get_actor (article, name->actor)->kind;

  return kind == LEADUP_ACTOR_KIND_PLACE ||
         (kind == LEADUP_ACTOR_KIND_STATE && name->kind != LEADUP_ACTOR_KIND_NATIONALITY) ||
         (kind == LEADUP_ACTOR_KIND_ORGANISATION && name->end_token == name->first_token + 1 &&
          !clauses->tokens[name->first_token].is_all_capitals);
}

/* “the Red Sea port of Velm”: it is Velm, and the sea says where. */
static gboolean
names_place_behind (const LeadupArticle *article,
                    const LeadupClauses *clauses,
                    gint32               phrase)
{
  static const char *const places[] = { "port",   "town",     "city",   "village", "district",
                                        "region", "province", "island", "capital", "suburb",
                                        "area",   NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  const LeadupPhrase *next;

  if (!leadup_clauses_is_any (clauses, here->head, places) ||
      phrase + 1 >= (gint32) clauses->phrases->len)
    return FALSE;
  next = leadup_clauses_get_phrase (clauses, phrase + 1);

  return next->parent == phrase && clauses->grammar[next->head].tag == LEADUP_TAG_NAME &&
         leadup_actors_at (article, next->head, next->head + 1) >= 0;
}

/* “a friend of Ada Roe”, “the front’s critics”: not those who are named. */
static gboolean
is_another (const LeadupClauses *clauses,
            guint32              head)
{
  static const char *const others[] = {
    "friend",    "wife",     "husband",  "brother",  "sister",      "son",         "daughter",
    "father",    "mother",   "parent",   "widow",    "family",      "relative",    "cousin",
    "uncle",     "aunt",     "nephew",   "niece",    "neighbour",   "neighbor",    "colleague",
    "critic",    "opponent", "rival",    "enemy",    "enemies",     "victim",      "killer",
    "follower",  "ally",     "allies",   "lawyer",   "attorney",    "successor",   "predecessor",
    "heir",      "partner",  "survivor", "accuser",  "attacker",    "bodyguard",   "driver",
    "teacher",   "boss",     "murderer", "assassin", "captor",      "classmate",   "schoolmate",
    "supporter", "fan",      "admirer",  "loyalist", "sympathiser", "sympathizer",
    "associate", "accomplice", "henchman", "protege", "confidant",
  };
  const char *word = clauses->tokens[head].folded;
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize n = word[0] == others[i][0] ? strlen (others[i]) : 0;

      if (n > 0 && strncmp (word, others[i], n) == 0 &&
          (length == n || (length == n + 1 && word[n] == 's')))
        return TRUE;
    }

  return FALSE;
}

/* What follows the name between commas: “, Ada Roe, said”, “, Ada Roe, in Lome”. */
static gboolean
closes_apposition (const LeadupClauses *clauses,
                   const LeadupPhrase  *name,
                   gboolean             is_person)
{
  LeadupTag next;

  if (leadup_clauses_is (clauses, name->end, "."))
    return TRUE;
  if (!leadup_clauses_is (clauses, name->end, ","))
    return FALSE;
  if (name->end + 1 >= clauses->end)
    return TRUE;
  next = (LeadupTag) clauses->grammar[name->end + 1].tag;

  /* “the militia, the front, and the army” is a list. */
  return leadup_tag_is_verbal (next) || next == LEADUP_TAG_ADVERB ||
         (is_person && (next == LEADUP_TAG_PREPOSITION || next == LEADUP_TAG_CONJUNCTION));
}

/* “the federation, the NFI”: a noun for a body, and a name that can be its own. */
static gboolean
is_body (const LeadupArticle *article,
         const LeadupClauses *clauses,
         const LeadupPhrase  *noun,
         gint32               actor)
{
  LeadupActorKind kind = g_array_index (article->actors, LeadupArticleActor, actor).kind;

  return (kind == LEADUP_ACTOR_KIND_ORGANISATION || kind == LEADUP_ACTOR_KIND_ARMED_GROUP) &&
         clauses->grammar[noun->head].tag == LEADUP_TAG_NOUN &&
         !g_str_has_suffix (clauses->tokens[noun->head].folded, "s") &&
         leadup_actors_at (article, noun->head, noun->head + 1) < 0;
}

/* “His lawyer, Ada Roe, said”, “met her counterpart, Ada Roe, in Lome”, “the federation, the NFI,
 * warned”: who it is stands between commas; −1 if nobody does. */
static gint32
named_beside (const LeadupArticle *article,
              const LeadupClauses *clauses,
              gint32               phrase)
{
  static const char *const of[] = { "of", "to", "for", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  const LeadupPhrase *next;
  gint32 actor;

  if ((leadup_clauses_get_fact (clauses, here->head)->classes &
       (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) == 0 &&
      !leadup_clauses_is (clauses, here->head, "accused"))
    return -1;
  /* “the envoy of Chad, Ada Roe”. */
  if (phrase + 1 < (gint32) clauses->phrases->len &&
      leadup_clauses_get_phrase (clauses, phrase + 1)->preposition == (gint32) here->end &&
      leadup_clauses_is_any (clauses, here->end, of))
    here = leadup_clauses_get_phrase (clauses, ++phrase);
  if (phrase + 1 >= (gint32) clauses->phrases->len)
    return -1;
  next = leadup_clauses_get_phrase (clauses, phrase + 1);
  if (next->first != here->end + 1 || !leadup_clauses_is (clauses, here->end, ","))
    return -1;
  actor = leadup_actors_at (article, next->head, next->head + 1);
  if (actor < 0)
    return -1;
  if (leadup_article_is_person (article, actor))
    return closes_apposition (clauses, next, TRUE) ? actor : -1;

  return is_body (article, clauses, here, actor) && closes_apposition (clauses, next, FALSE)
             ? actor
             : -1;
}

/* “U.S. Secretary of State Ada Roe”: the office is hers; −1 if nobody’s. */
static gint32
find_holder (const LeadupArticle *article,
             const LeadupClauses *clauses,
             gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  const LeadupPhrase *next;
  gint32 actor;

  if (phrase + 1 >= (gint32) clauses->phrases->len ||
      (leadup_clauses_get_fact (clauses, here->head)->classes & LEADUP_WORD_PEOPLE) == 0)
    return -1;
  next = leadup_clauses_get_phrase (clauses, phrase + 1);
  if (next->parent != phrase || next->first == next->head ||
      leadup_actors_at (article, next->first, next->first + 1) >= 0)
    return -1;
  actor = leadup_actors_at (article, next->head, next->head + 1);

  return leadup_article_is_person (article, actor) ? actor : -1;
}

/* Who acts for a state or a body. */
static const char *const offices[] = {
  "official",   "officials",    "officer",         "officers",  "minister",  "ministers",
  "diplomat",   "diplomats",    "envoy",           "envoys",    "spokesman", "spokeswoman",
  "spokespeople", "spokesperson", "representative", "representatives", "negotiator",
  "negotiators", "delegates",   "soldier",         "soldiers",  "troops",    "forces",
  "police",     "lawmakers",    "peacekeepers",    "warplanes", "jets",      NULL,
};

/* Who acts for a body alone: where they come from says nothing. */
static const char *const members[] = {
  "fighter", "fighters", "militant", "militants", "gunman", "gunmen", "rebels", "member",
  "members", "guards",   "agents",   "commander", "commanders", "militiamen", NULL,
};

/* “militants from the front”, “a spokesman for Chad”: whom they act for, −1 if that is not said.
 * Who comes from a state acts for it only with an office or in its uniform. */
static gint32
find_represented (const LeadupArticle *article,
                  const LeadupClauses *clauses,
                  gint32               phrase)
{
  static const char *const ties[] = { "from", "with", "at", "for", NULL };
  static const char *const bonds[] = { "loyal", "belonging", "affiliated", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  gboolean is_office = leadup_clauses_is_any (clauses, here->head, offices);
  const LeadupPhrase *next;
  LeadupActorKind kind;
  gint32 actor;

  if ((!is_office && !leadup_clauses_is_any (clauses, here->head, members)) ||
      phrase + 1 >= (gint32) clauses->phrases->len)
    return -1;
  next = leadup_clauses_get_phrase (clauses, phrase + 1);
  /* “fighters loyal to General Roe”. */
  if (next->preposition != (gint32) here->end ||
      (!leadup_clauses_is_any (clauses, here->end, ties) &&
       !leadup_clauses_is_any (clauses, here->end - 1, bonds)))
    return -1;
  actor = leadup_actors_at (article, next->head, next->head + 1);
  if (actor < 0)
    return -1;

  kind = g_array_index (article->actors, LeadupArticleActor, actor).kind;
  if (kind == LEADUP_ACTOR_KIND_ORGANISATION || kind == LEADUP_ACTOR_KIND_ARMED_GROUP ||
      kind == LEADUP_ACTOR_KIND_MEDIA || leadup_clauses_is (clauses, here->end - 1, "loyal"))
    return actor;

  return kind == LEADUP_ACTOR_KIND_STATE && is_office &&
                 (leadup_clauses_is (clauses, here->end, "from") ||
                  leadup_clauses_is (clauses, here->end, "for"))
             ? actor
             : -1;
}

/* Who is the subject of the last verb before a phrase that “its” or “their” can mean. */
static gint32
last_body (LeadupArticle       *article,
           const LeadupClauses *clauses,
           guint32              at)
{
  for (gint32 i = (gint32) clauses->predicates->len - 1; i >= 0; i--)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupPhrase *subject;
      gint32 actor;

      if (predicate->first >= at || predicate->subject < 0)
        continue;
      subject = leadup_clauses_get_phrase (clauses, predicate->subject);
      actor = leadup_actors_at (article, subject->head, subject->head + 1);
      if (subject->first >= at || actor < 0 ||
          leadup_article_get_actor (article, actor)->kind == LEADUP_ACTOR_KIND_PERSON)
        return -1;

      return actor;
    }

  return -1;
}

/**
 * leadup_role_argument_find_owner:
 * @article: the article
 * @clauses: the parse of the sentence
 * @phrase: index of a phrase
 *
 * “The army said its soldiers had left”, “Ada Roe said her men had”: those who act for somebody.
 *
 * Returns: whom they act for, −1 if they are nobody's or it is not known whose
 */
gint32
leadup_role_argument_find_owner (LeadupArticle       *article,
                                 const LeadupClauses *clauses,
                                 gint32               phrase)
{
  static const char *const bodies[] = { "its", "their", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);

  if (!leadup_clauses_is_any (clauses, here->head, offices) &&
      !leadup_clauses_is_any (clauses, here->head, members) &&
      !leadup_clauses_is (clauses, here->head, "men") &&
      !leadup_clauses_is (clauses, here->head, "units") &&
      !leadup_clauses_is (clauses, here->head, "drones"))
    return -1;
  if (leadup_clauses_is_any (clauses, here->first, bodies))
    return last_body (article, clauses, here->first);

  return leadup_role_argument_is_own (clauses, here)
             ? leadup_pronouns_get_actor (article, here->first)
             : -1;
}

/* “Militants”, who are an actor only as long as nobody says whose they are. */
static gboolean
is_bare_group (const LeadupArticle *article,
               const LeadupClauses *clauses,
               const LeadupPhrase  *phrase,
               gint32               actor)
{
  return g_ascii_strcasecmp (g_array_index (article->actors, LeadupArticleActor, actor).name,
                             clauses->tokens[phrase->head].folded) == 0;
}

/* Whom the words of a phrase name, or its pronoun or title means; −1 if nobody. */
static gint32
read_named (LeadupArticle       *article,
            const LeadupClauses *clauses,
            gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  gint32 actor = leadup_actors_at (article, here->first, here->end);

  if (actor >= 0 && leadup_article_get_actor (article, actor)->kind == LEADUP_ACTOR_KIND_PLACE &&
      names_place_behind (article, clauses, phrase))
    {
      const LeadupPhrase *named = leadup_clauses_get_phrase (clauses, phrase + 1);

      return leadup_actors_at (article, named->first, named->end);
    }
  if (here->is_pronoun && !can_mean (article, clauses, here->head, actor))
    actor = -1;
  if (actor >= 0 || (!here->is_pronoun && !leadup_clauses_is (clauses, here->first, "the")))
    return actor;
  actor = leadup_pronouns_get_actor (article, here->head);

  return here->is_pronoun && !can_mean (article, clauses, here->head, actor) ? -1 : actor;
}

/**
 * leadup_role_argument_make:
 * @article: the article
 * @clauses: the parse of the sentence
 * @phrase: index of a phrase
 *
 * Returns: the phrase with what hangs on it, and the actor that it means
 */
LeadupArgument
leadup_role_argument_make (LeadupArticle       *article,
                           const LeadupClauses *clauses,
                           gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  guint32 end = full_end (clauses, phrase);
  LeadupArgument argument = { .actor = -1 };

  /* “took 20 people hostage”: they are the people. */
  if (end == here->end && here->head + 1 < end &&
      (clauses->grammar[end - 1].tag == LEADUP_TAG_NOUN ||
       clauses->grammar[end - 1].tag == LEADUP_TAG_ADJECTIVE))
    end = here->head + 1;
  argument.span.start = clauses->tokens[here->first].span.start;
  argument.span.end = clauses->tokens[end - 1].span.end;
  argument.actor = read_named (article, clauses, phrase);
  if (argument.actor < 0 && here->is_pronoun &&
      leadup_pronouns_find_nameless (article, here->head, &argument.span))
    return argument;
  if (argument.actor >= 0 && only_backs (clauses, here))
    argument.actor = leadup_actors_at (article, here->head, here->head + 1);
  if (argument.actor >= 0 && is_another (clauses, here->head) &&
      leadup_actors_at (article, here->head, here->head + 1) < 0)
    argument.actor = -1;
  /* “one of the rebels”, “the killing of Ada Roe”, “some of its laws”: not they. */
  if (argument.actor < 0 && end > here->end &&
      !leadup_role_argument_is_own (clauses, leadup_clauses_get_phrase (clauses, phrase + 1)) &&
      !is_another (clauses, here->head) &&
      !leadup_clauses_is (clauses, here->head, "one") &&
      !is_private (clauses, leadup_clauses_get_phrase (clauses, phrase + 1)) &&
      !leadup_event_composer_is_deed (leadup_event_composer_noun (clauses, phrase)))
    argument.actor = leadup_actors_at (article, here->end, end);
  /* “The rebels’ leader, Bo Poe, left”: he did. */
  if (argument.actor < 0 || leadup_actors_at (article, here->head, here->head + 1) < 0)
    {
      gint32 holder = find_holder (article, clauses, phrase);
      gint32 named = holder >= 0 ? holder : named_beside (article, clauses, phrase);

      if (named >= 0)
        argument.actor = named;
    }
  if (!here->is_pronoun &&
      (argument.actor < 0 || is_bare_group (article, clauses, here, argument.actor)))
    {
      gint32 represented = find_represented (article, clauses, phrase);

      if (represented >= 0)
        argument.actor = represented;
    }
  if (argument.actor >= 0 && ((is_private (clauses, here) &&
                               !leadup_article_is_person (article, argument.actor)) ||
                              leadup_role_argument_is_scene (article, clauses, here) ||
                              speaks_for_nobody (article, clauses, here, argument.actor) ||
                              only_stands_there (article, clauses, phrase, argument.actor)))
    argument.actor = -1;

  return argument;
}

/* Whether a phrase is a date or a mere number: nobody acts there. */
gboolean
leadup_role_argument_is_nobody (const LeadupClauses *clauses,
                                gint32               index)
{
  static const char *const units[] = { "minutes", "hours", "days", "weeks",
                                       "months",  "years", NULL };
  static const char *const lengths[] = { "metres", "meters",     "kilometres", "kilometers", "km",
                                         "miles",  "yards",      "feet",       NULL };
  static const char *const sides[] = { "after", "before", "later", "ago", NULL };
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, index);

  /* “the future of the airline”, “Fiji’s future”, but “in the near future”. */
  if (leadup_clauses_is_dated (clauses, phrase->head) &&
      !(leadup_clauses_is (clauses, phrase->head, "future") &&
        (leadup_clauses_is (clauses, phrase->end, "of") ||
         (phrase->head > phrase->first &&
          clauses->grammar[phrase->head - 1].tag == LEADUP_TAG_POSSESSIVE))))
    return TRUE;
  /* “hours after they agreed”. */
  if (leadup_clauses_is_any (clauses, phrase->head, units) &&
      leadup_clauses_is_any (clauses, phrase->end, sides))
    return TRUE;
  /* “exploded 300 metres away”. */
  if (leadup_clauses_is_any (clauses, phrase->head, lengths) && phrase->head > phrase->first &&
      clauses->grammar[phrase->head - 1].tag != LEADUP_TAG_DETERMINER)
    return TRUE;
  if (phrase->preposition >= 0 && !clauses->tokens[phrase->head].is_capitalised &&
      leadup_lexicon_table_find_word (clauses->facts->idle_nouns,
                                      clauses->tokens[phrase->head].word) != NULL)
    return TRUE;

  if (leadup_clauses_get_fact (clauses, phrase->head)->classes & LEADUP_WORD_CALENDAR)
    return clauses->tokens[phrase->head].is_capitalised;

  return clauses->grammar[phrase->head].tag == LEADUP_TAG_NUMBER &&
         phrase->end - phrase->first == 1 && phrase->preposition >= 0;
}

/* Whether an actor or a noun of people stands in a phrase. */
gboolean
leadup_role_argument_is_somebody (const LeadupArticle *article,
                                  const LeadupClauses *clauses,
                                  gint32               index)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, index);

  return leadup_actors_at (article, here->first, here->end) >= 0 ||
         (leadup_clauses_get_fact (clauses, here->head)->classes & LEADUP_WORD_PEOPLE) != 0;
}

/* “called the king and urged him”: the pronoun is the object of a verb before, if that can be
 * meant. */
gint32
leadup_role_argument_resolve_object (const LeadupArticle *article,
                                     const LeadupClauses *clauses,
                                     gint32               phrase,
                                     gint32               noun)
{
  /* “ordered them to leave the country, accusing them”. */
  static const char *const countries[] = { "country", "nation", "state", "region", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);

  if (!here->is_pronoun || !(leadup_clauses_is (clauses, here->first, "him") ||
                             leadup_clauses_is (clauses, here->first, "her") ||
                             leadup_clauses_is (clauses, here->first, "them")))
    return phrase;

  for (gint32 i = (gint32) clauses->predicates->len - 1; i >= 0; i--)
    {
      const LeadupPredicate *before = leadup_clauses_get_predicate (clauses, i);
      const LeadupPhrase *object;

      if (before->first >= here->first || before->object < 0 || before->object >= phrase ||
          before->object == noun)
        continue;
      object = leadup_clauses_get_phrase (clauses, before->object);
      if (!object->is_pronoun && !leadup_role_argument_is_nobody (clauses, before->object) &&
          !leadup_clauses_is_any (clauses, object->head, countries) &&
          (leadup_actors_at (article, object->first, object->end) >= 0 ||
           (leadup_clauses_get_fact (clauses, object->head)->classes & LEADUP_WORD_PEOPLE)))
        return before->object;
    }

  return phrase;
}

/* Whether a phrase is a sum of money. */
gboolean
leadup_role_argument_is_money (const LeadupClauses *clauses,
                               gint32               index)
{
  const LeadupPhrase *phrase = leadup_clauses_get_phrase (clauses, index);

  /* “nearly $33 million”. */
  for (guint32 i = phrase->first;
       i < phrase->end && clauses->grammar[i].tag == LEADUP_TAG_DETERMINER; i++)
    if (clauses->tokens[i].kind == LEADUP_TOKEN_PUNCTUATION)
      return TRUE;

  return FALSE;
}

/* Whether “o|against|in” has this preposition. */
gboolean
leadup_role_argument_takes (const char *targets,
                            const char *preposition)
{
  gsize length = strlen (preposition);

  for (const char *at = strstr (targets, preposition); length > 1 && at != NULL;
       at = strstr (at + 1, preposition))
    if ((at == targets || at[-1] == '|' || at[-1] == '=') &&
        (at[length] == '\0' || at[length] == '|'))
      return TRUE;

  return FALSE;
}

/* “its ambassador”: somebody of those who act. */
gboolean
leadup_role_argument_is_own (const LeadupClauses *clauses,
                             const LeadupPhrase  *phrase)
{
  static const char *const own[] = { "its", "their", "his", "her", "our", "my", NULL };

  return phrase->end > phrase->first + 1 && leadup_clauses_is_any (clauses, phrase->first, own);
}

/* “blamed the attack on Togo”: who stands after “on” did it; LEADUP_NONE if nobody is blamed. */
gint32
leadup_role_argument_find_blamed (const LeadupClauses *clauses,
                                  gint32               deed)
{
  static const char *const verbs[] = { "blame", "blames", "blamed", "blaming", NULL };
  guint32 end;

  if (deed < 0 || deed + 1 >= (gint32) clauses->phrases->len)
    return LEADUP_NONE;
  end = leadup_clauses_get_phrase (clauses, deed)->end;
  if (!leadup_clauses_is (clauses, end, "on") ||
      leadup_clauses_get_phrase (clauses, deed + 1)->preposition != (gint32) end ||
      leadup_event_composer_noun (clauses, deed) == NULL)
    return LEADUP_NONE;
  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);

      if (predicate->object == deed && leadup_clauses_is_any (clauses, predicate->verb, verbs))
        return deed + 1;
    }

  return LEADUP_NONE;
}

/**
 * leadup_role_argument_cut_charge:
 * @clauses: the parse of a sentence
 * @phrase: who is accused
 * @category: of the event
 * @argument: (inout): the argument that was made of @phrase
 *
 * “accused the army of the killing of men and women”: what somebody is accused of, with all whom it
 * names, is no part of whom.
 *
 * Returns: whether @argument was cut
 */
gboolean
leadup_role_argument_cut_charge (const LeadupClauses *clauses,
                                 gint32               phrase,
                                 const char          *category,
                                 LeadupArgument      *argument)
{
  if ((!g_str_equal (category, "accusation") && !g_str_equal (category, "legal-action")) ||
      !leadup_role_argument_is_somebody (clauses->article, clauses, phrase))
    return FALSE;

  for (gint32 i = phrase + 1; i < (gint32) clauses->phrases->len; i++)
    {
      const LeadupPhrase *part = leadup_clauses_get_phrase (clauses, i);

      if (part->parent < phrase || part->preposition < 1 ||
          clauses->tokens[part->preposition].span.start >= argument->span.end)
        return FALSE;
      if (leadup_clauses_is (clauses, (guint32) part->preposition, "of") &&
          leadup_event_composer_noun (clauses, phrase) == NULL &&
          leadup_event_composer_noun (clauses, i) != NULL &&
          /* “convicted the leaders of the plot”. */
          (g_str_equal (category, "accusation") ||
           (clauses->grammar[part->first].tag != LEADUP_TAG_DETERMINER &&
            clauses->tokens[part->first].kind == LEADUP_TOKEN_WORD)))
        {
          argument->span.end = clauses->tokens[part->preposition - 1].span.end;
          return TRUE;
        }
    }

  return FALSE;
}
