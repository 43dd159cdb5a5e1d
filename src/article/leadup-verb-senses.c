/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-verb-senses.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-verb-objects.h"

#include <string.h>

/* How far behind “called the attack” the word stands that says what it was called. */
#define MAX_NAMING_TOKENS 8

static const LeadupLexiconRow *
find_verb (const LeadupClauses *self,
           const char          *word)
{
  return leadup_lexicon_table_find_word (
      self->facts->verbs, leadup_lexicon_find_word (self->article->lexicon, word, strlen (word)));
}

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at < self->end ? (LeadupTag) self->grammar[at].tag : LEADUP_TAG_BREAK;
}

static gboolean
is_verb (const LeadupLexiconRow *verb,
         const char             *word)
{
  return g_str_equal (verb->columns[0], word);
}

/* “arrived in June”: the preposition is no part of the verb. */
static gboolean
takes_time (const LeadupClauses    *self,
            const LeadupPredicate  *predicate,
            const LeadupLexiconRow *verb)
{
  guint32 after = predicate->verb + verb->n_words;

  return verb->n_words > 1 && after < self->end &&
         g_str_equal (verb->columns[LEADUP_VERB_CATEGORY], "talks") &&
         self->grammar[after - 1].tag == LEADUP_TAG_PREPOSITION &&
         leadup_clauses_is_dated (self, after);
}

/* Whether a row of the verbs tells of force or of words against somebody. */
static gboolean
is_hostile (const LeadupLexiconRow *row,
            gboolean                is_force)
{
  LeadupEventMeaning meaning;

  if (row == NULL)
    return FALSE;
  leadup_event_meaning_init_verb (&meaning, row);

  return is_force ? meaning.quad == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT
                  : leadup_event_meaning_is_conflict (&meaning);
}

/* “would be consequences”, “would respond”, “will not tolerate”. */
static gboolean
tells_of_answer (const LeadupClauses *self,
                 guint32              first,
                 guint32              end)
{
  static const char *const words[] = {
    "consequence", "consequences", "retaliate",  "retaliation", "response", "respond", "reprisal",
    "reprisals",   "revenge",      "punish",     "regret",      "tolerate", "hesitate",
    "answer",      "escalation",   "countermeasures", "target", "targets",  "you",     "force",
    NULL,
  };

  static const char *const pay[] = { "pay", "paying", "paid", "exact", NULL };
  gboolean is_paid = FALSE;

  for (guint32 i = first; i < end; i++)
    {
      is_paid |= leadup_clauses_is_any (self, i, pay);
      if (leadup_clauses_is_any (self, i, words) || (is_paid && leadup_clauses_is (self, i, "price")))
        return TRUE;
    }

  return FALSE;
}

/* “that it will not end the strike”: the warner does not do what is wanted. */
static gboolean
is_refusal (const LeadupClauses   *self,
            const LeadupPredicate *content)
{
  return content->is_negated && content->subject >= 0 &&
         leadup_clauses_get_phrase (self, content->subject)->is_pronoun &&
         self->grammar[content->first].tag == LEADUP_TAG_MODAL;
}

/* “warned that hospitals would run out of fuel”, “warned of famine”: what is feared, not what is
 * threatened with. */
static gboolean
is_only_feared (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  gint32 index = predicate - leadup_clauses_get_predicate (self, 0);
  gint32 of;

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *content = leadup_clauses_get_predicate (self, i);

      if (content->governor != index || content->relation != LEADUP_RELATION_CONTENT)
        continue;

      return !is_refusal (self, content) &&
             !tells_of_answer (self, content->clause_first, content->clause_end) &&
             !is_hostile (leadup_clauses_match_verb (self, self->facts->verbs, content), FALSE);
    }

  of = leadup_clauses_is (self, predicate->end, "of")
         ? leadup_clauses_phrase_at (self, predicate->end + 1)
         : LEADUP_NONE;
  if (of >= 0)
    return leadup_event_composer_is_disaster (leadup_event_composer_noun (self, of));

  return FALSE;
}

/* “The heat threatens the harvest”, “The fire had threatened to sink the talks”: no thing has a
 * will. */
static gboolean
is_by_thing (const LeadupClauses   *self,
             const LeadupPredicate *predicate)
{
  const LeadupPhrase *subject;
  const LeadupWordFact *fact;

  if (predicate->subject < 0 || predicate->is_passive)
    return FALSE;
  subject = leadup_clauses_get_phrase (self, predicate->subject);
  fact = leadup_clauses_get_fact (self, subject->head);
  if (subject->is_pronoun || self->grammar[subject->head].tag != LEADUP_TAG_NOUN ||
      leadup_actors_at (self->article, subject->head, subject->head + 1) >= 0)
    return FALSE;

  /* “Bands of toughs threaten shopkeepers”. */
  if (leadup_clauses_is (self, subject->end, "of"))
    return FALSE;

  return (fact->classes & (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) == 0 ||
         leadup_event_composer_noun (self, predicate->subject) != NULL;
}

/* “sent jets to shadow the ship”, “sent men to attack the village”: those who are sent are to use
 * force. */
static gboolean
is_for_force (const LeadupClauses   *self,
              const LeadupPredicate *predicate)
{
  guint32 at;

  if (predicate->object < 0 || predicate->is_passive)
    return FALSE;
  at = leadup_clauses_get_phrase (self, predicate->object)->end;
  if (!leadup_clauses_is (self, at, "to"))
    return FALSE;
  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *aim = leadup_clauses_get_predicate (self, i);

      if (aim->relation == LEADUP_RELATION_INFINITIVE && aim->first >= at &&
          aim->first <= at + 1)
        return is_hostile (leadup_clauses_match_verb (self, self->facts->verbs, aim), TRUE);
    }

  return FALSE;
}

/* “sent officers after the gunmen”: to catch them. */
static gboolean
is_pursuit (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->preposition >= 0 &&
          leadup_clauses_is (self, (guint32) phrase->preposition, "after"))
        return (leadup_clauses_get_fact (self, phrase->head)->classes &
                (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) != 0;
    }

  return FALSE;
}

/* “was captured on video”. */
static gboolean
is_filmed (const LeadupClauses   *self,
           const LeadupPredicate *predicate)
{
  static const char *const media[] = { "video", "film",    "camera", "cameras", "tape",
                                       "cctv",  "footage", "phone",  "phones",  NULL };

  for (guint32 i = predicate->end; i + 1 < predicate->clause_end; i++)
    if (leadup_clauses_is (self, i, "on"))
      return leadup_clauses_is_any (self, i + 1, media);

  return FALSE;
}

/* “the treaty requires”, “2024 requires”: nobody demands it. */
static gboolean
is_by_rule (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  guint32 head;

  if (predicate->subject < 0 || predicate->is_passive)
    return FALSE;
  head = leadup_clauses_get_phrase (self, predicate->subject)->head;

  return self->tokens[head].kind == LEADUP_TOKEN_NUMBER || is_by_thing (self, predicate);
}

/* “An earlier count gave four”: what it found. */
static gboolean
is_by_count (const LeadupClauses   *self,
             const LeadupPredicate *predicate)
{
  static const char *const counts[] = { "count", "counts",   "tally",     "toll",   "estimate",
                                        "figure", "figures", "estimates", "survey", "poll",
                                        "polls", "census",   NULL };

  return predicate->subject >= 0 && !predicate->is_passive &&
         leadup_clauses_is_any (
           self, leadup_clauses_get_phrase (self, predicate->subject)->head, counts);
}

/* “Oxfam, which supports the clinic, left”: how they stand to each other, not what they did. */
static gboolean
is_standing (const LeadupClauses   *self,
             const LeadupPredicate *predicate)
{
  guint8 forms = self->grammar[predicate->verb].forms;

  return predicate->relation == LEADUP_RELATION_RELATIVE && !predicate->is_passive &&
         predicate->first == predicate->verb &&
         (forms & (LEADUP_FORM_BASE | LEADUP_FORM_THIRD)) != 0 &&
         (forms & (LEADUP_FORM_PAST | LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) == 0;
}

/* “stormed the jail, freeing 30 men”: whoever frees by force grants nothing; a court that jails one
 * and frees two does. */
static gboolean
is_break_in (const LeadupClauses   *self,
             const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row;

  if (predicate->relation != LEADUP_RELATION_PARTICIPLE || predicate->governor < 0)
    return FALSE;
  row = leadup_clauses_match_verb (self, self->facts->verbs,
                                   leadup_clauses_get_predicate (self, predicate->governor));

  return row != NULL && g_str_equal (row->columns[LEADUP_VERB_CATEGORY], "strike");
}

/* “Pilots do not fly to Accra”, “The farmers were not consulted”: what is not their habit, and
 * what nobody did to them, is no refusal of theirs. */
static gboolean
is_mere_lack (const LeadupClauses   *self,
              const LeadupPredicate *predicate)
{
  static const char *const helpers[] = { "do", "does", "don", "doesn", NULL };

  if (!predicate->is_negated)
    return FALSE;
  if (predicate->is_passive)
    return !leadup_clauses_is (self, predicate->end, "by");

  return leadup_clauses_is_any (self, predicate->first, helpers);
}

/* “had warned the police”: told them. */
static gboolean
is_alert (const LeadupClauses   *self,
          const LeadupPredicate *predicate)
{
  static const char *const told[] = { "authorities", "police",    "officials", "residents",
                                      "villagers",   "civilians", "public",    "people",
                                      "citizens",    "travellers", "farmers",  "sailors", NULL };
  const LeadupPhrase *object;

  if (predicate->object < 0 || predicate->is_passive)
    return FALSE;
  object = leadup_clauses_get_phrase (self, predicate->object);

  return leadup_clauses_is_any (self, object->head, told) &&
         leadup_actors_at (self->article, object->first, object->head) < 0 &&
         predicate->clause_end <= object->end + 1;
}

/* “sent 300 miners home”. */
static gboolean
is_dismissal (const LeadupClauses   *self,
              const LeadupPredicate *predicate)
{
  guint32 at;

  if (predicate->is_passive || predicate->object < 0)
    return leadup_clauses_is (self, predicate->end, "home");
  at = leadup_clauses_get_phrase (self, predicate->object)->end;

  return leadup_clauses_is (self, at, "home") || leadup_clauses_is (self, at - 1, "home");
}

/* “Our correspondent in Accra, Ada Roe, writes”: hands over to her. */
static gboolean
is_own_writer (const LeadupClauses   *self,
               const LeadupPredicate *predicate)
{
  static const char *const writers[] = { "correspondent", "reporter", "editor", "colleague",
                                         "correspondents", "reporters", "colleagues", NULL };

  for (gint32 i = predicate->subject; i >= 0 && i + 3 > predicate->subject; i--)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (leadup_clauses_is (self, phrase->first, "our") &&
          leadup_clauses_is_any (self, phrase->head, writers))
        return TRUE;
    }

  return FALSE;
}

/* “negotiating with one hand and firing with the other”. */
static gboolean
is_by_one_hand (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  guint32 at = predicate->end;

  return leadup_clauses_is (self, at, "with") &&
         ((leadup_clauses_is (self, at + 1, "one") && leadup_clauses_is (self, at + 2, "hand")) ||
          (leadup_clauses_is (self, at + 1, "the") && leadup_clauses_is (self, at + 2, "other") &&
           tag_at (self, at + 3) != LEADUP_TAG_NOUN));
}

/* Whether a verb only tells how things are. */
static gboolean
is_nothing_done (const LeadupClauses    *self,
                 const LeadupPredicate  *predicate,
                 const LeadupLexiconRow *verb)
{
  const char *category = verb->columns[LEADUP_VERB_CATEGORY];

  if (is_verb (verb, "require"))
    return is_by_rule (self, predicate);
  if (is_verb (verb, "give"))
    return is_by_count (self, predicate);
  if (g_str_equal (category, "support"))
    return is_standing (self, predicate);

  return g_str_equal (category, "talks") && is_mere_lack (self, predicate);
}

/**
 * leadup_verb_senses_get:
 * @self: the parse of a sentence
 * @predicate: one of its predicates
 * @verb: its row of the verbs
 *
 * Returns: (transfer none) (nullable): the verb that it is here, none if it is nothing that
 * happened
 */
const LeadupLexiconRow *
leadup_verb_senses_get (const LeadupClauses    *self,
                        const LeadupPredicate  *predicate,
                        const LeadupLexiconRow *verb)
{
  g_return_val_if_fail (verb != NULL, NULL);

  if (takes_time (self, predicate, verb) || is_by_one_hand (self, predicate))
    return NULL;
  if ((is_verb (verb, "threaten") || is_verb (verb, "threaten to")) &&
      is_by_thing (self, predicate))
    return NULL;
  /* “Speaking after the talks, she accused Chad”: what she said comes. */
  if (predicate->relation == LEADUP_RELATION_PARTICIPLE &&
      leadup_clauses_is (self, predicate->verb, "speaking"))
    return NULL;
  if (is_verb (verb, "warn") && (is_only_feared (self, predicate) || is_alert (self, predicate)))
    return find_verb (self, "say");
  if (is_verb (verb, "send") || is_verb (verb, "dispatch"))
    {
      if (is_dismissal (self, predicate))
        return NULL;
      if (is_for_force (self, predicate) || is_pursuit (self, predicate))
        return find_verb (self, "deploy");
    }
  if (is_verb (verb, "capture") && is_filmed (self, predicate))
    return NULL;
  if ((is_verb (verb, "free") || is_verb (verb, "release")) && is_break_in (self, predicate))
    return find_verb (self, "storm");
  if (is_nothing_done (self, predicate, verb))
    return NULL;
  if (g_str_equal (verb->columns[LEADUP_VERB_CATEGORY], "statement") &&
      is_own_writer (self, predicate))
    return NULL;

  return verb;
}

/* Whether a phrase names those who keep the peace: “UN peacekeepers”, “a peacekeeping force”. */
static gboolean
keeps_peace (const LeadupClauses *self,
             gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);

  for (guint32 i = here->first; i < here->end; i++)
    if (g_str_has_prefix (self->tokens[i].folded, "peacekeep") ||
        (leadup_clauses_is (self, i, "peace") && leadup_clauses_is (self, i + 1, "-") &&
         leadup_clauses_is (self, i + 2, "keeping")))
      return TRUE;

  return FALSE;
}

/**
 * leadup_verb_senses_is_for_peace:
 * @self: the parse of a sentence
 * @predicate: one of its predicates
 *
 * Returns: whether those who keep the peace do it, or it is done for them
 */
gboolean
leadup_verb_senses_is_for_peace (const LeadupClauses   *self,
                                 const LeadupPredicate *predicate)
{
  for (gint32 i = MAX (predicate->subject, 0); i < predicate->phrases_end; i++)
    if ((i == predicate->subject || i >= predicate->phrases) && keeps_peace (self, i))
      return TRUE;

  return FALSE;
}

/**
 * leadup_verb_senses_is_denial:
 * @self: the parse of a sentence
 * @predicate: a predicate that rejects
 *
 * Returns: whether it rejects what somebody says: “rejected the accusation”
 */
gboolean
leadup_verb_senses_is_denial (const LeadupClauses   *self,
                              const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row
    = predicate->object >= 0 ? leadup_event_composer_noun (self, predicate->object) : NULL;

  return row != NULL && (leadup_event_composer_is_noun_of (row, "accusation") ||
                         g_str_equal (row->columns[1], "charge"));
}

/* “the claim”, “accusations”, “charges”. */
static gboolean
is_words (const LeadupClauses *self,
          gint32               phrase)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self, phrase);

  return row != NULL && (leadup_event_composer_is_noun_of (row, "accusation") ||
                         g_str_equal (row->columns[1], "charge") ||
                         g_str_equal (row->columns[1], "claim") ||
                         g_str_equal (row->columns[1], "report"));
}

/* Whether a note is handed over: “lodged its third protest with Togo” is no march. */
static gboolean
is_complaint_made (const LeadupClauses   *self,
                   const LeadupPredicate *predicate)
{
  static const char *const verbs[] = { "lodge", "lodges",    "lodged",    "lodging", "file",
                                       "filed", "files",     "filing",    "submit",  "submitted",
                                       "deliver", "delivered", "register", "registered", NULL };
  static const char *const notes[] = { "protest", "protests", NULL };
  gint32 note = predicate->is_passive ? predicate->subject : predicate->object;

  return note >= 0 && leadup_clauses_is_any (self, predicate->verb, verbs) &&
         leadup_clauses_is_any (self, leadup_clauses_get_phrase (self, note)->head, notes);
}

/* “put the death toll at 27”, “raised the number of wounded to 12”: what is counted, (nullable). */
static const char *
get_count (const LeadupClauses   *self,
           const LeadupPredicate *predicate)
{
  static const char *const verbs[] = {
    "put",     "puts",    "putting", "raise",  "raised",  "raises",  "raising", "revise", "revised",
    "revises", "lowered", "lowers",  "placed", "places",  "updated", "updates", "set",    "sets",
    NULL,
  };
  static const char *const counts[] = { "toll", "tolls", "number", "count", "tally", "figure",
                                        NULL };
  const LeadupPhrase *object;
  const LeadupLexiconRow *row = NULL;
  guint32 end;

  if (predicate->is_passive || predicate->object < 0 ||
      !leadup_clauses_is_any (self, predicate->verb, verbs))
    return NULL;
  object = leadup_clauses_get_phrase (self, predicate->object);
  if (!leadup_clauses_is_any (self, object->head, counts))
    return NULL;
  /* “the number of dead at nine”. */
  for (end = object->first; end < predicate->clause_end &&
                            !leadup_clauses_is (self, end, "at") &&
                            !leadup_clauses_is (self, end, "to");
       end++)
    {
      const LeadupLexiconRow *here
        = leadup_lexicon_table_find_word (self->facts->tolls, self->tokens[end].word);

      row = here != NULL ? here : row;
    }
  if (end + 1 >= predicate->clause_end)
    return NULL;
  if (row != NULL)
    return row->columns[1];

  return leadup_clauses_is (self, object->head, "toll") ? "killed" : NULL;
}

/* “placed both men on its sanctions list”, “added ten firms to the blacklist”. */
static gboolean
read_listing (const LeadupClauses   *self,
              const LeadupPredicate *predicate,
              LeadupReading         *reading)
{
  static const char *const verbs[] = { "add",   "adds",   "added",   "adding", "place", "places",
                                       "placed", "placing", "put",   "puts",   "include", "included",
                                       NULL };
  static const char *const lists[] = { "list", "lists", "blacklist", "blacklists", NULL };
  static const char *const kinds[] = { "sanctions", "sanction", "terror", "terrorism", "terrorist",
                                       "black",     "watch",    NULL };

  if (!leadup_clauses_is_any (self, predicate->verb, verbs))
    return FALSE;
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);
      gboolean is_kind = g_str_has_prefix (self->tokens[phrase->head].folded, "black");

      for (guint32 at = phrase->first; at < phrase->head; at++)
        is_kind = is_kind || leadup_clauses_is_any (self, at, kinds);
      if (phrase->preposition < 0 || !is_kind ||
          !leadup_clauses_is_any (self, phrase->head, lists))
        continue;
      leadup_event_meaning_init (&reading->class, "sanction", "SANCTION", -6.0);
      reading->class.targets = "o";
      reading->words = 1;
      reading->is_event = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* Whether words say the worst of what they name: “a crime”, “illegal”, “baseless”. */
static gboolean
is_reproach (const LeadupClauses *self,
             guint32              first,
             guint32              end)
{
  static const char *const words[] = {
    "crime",        "crimes",      "criminal",      "illegal",       "unlawful",    "unacceptable",
    "outrage",      "outrageous",  "barbaric",      "cowardly",      "terrorist",   "terrorists",
    "terrorism",    "aggression",  "aggressive",    "provocation",   "provocative", "shameful",
    "disgrace",     "disgraceful", "sham",          "farce",         "coup",        "massacre",
    "genocide",     "blackmail",   "coercion",      "piracy",        "unjust",      "unjustified",
    "reckless",     "dangerous",   "irresponsible", "cruel",         "brutal",      "heinous",
    "liar",         "liars",       "murderer",      "murderers",     "dictator",    "traitor",
    "traitors",     "lie",         "lies",          "false",         "baseless",    "fabricated",
    "fabrication",  "absurd",      "ridiculous",    "nonsense",      "unfounded",   "groundless",
    "fiction",      "hypocrisy",   "hypocritical",  "undemocratic",  "hostile",     "violation",
    NULL,
  };

  for (guint32 i = first; i < end; i++)
    if (leadup_clauses_is_any (self, i, words))
      return TRUE;

  return FALSE;
}

/* “called the vote a sham”, “branded him a liar”, “called the claim baseless”: what somebody says
 * of something stands behind it. */
static gboolean
read_naming (const LeadupClauses   *self,
             const LeadupPredicate *predicate,
             LeadupReading         *reading)
{
  static const char *const verbs[] = { "call",    "calls",  "called",   "calling",  "brand",
                                       "brands",  "branded", "branding", "label",   "labels",
                                       "labelled", "labeled", "deem",    "deems",    "deemed",
                                       NULL };
  gint32 named = leadup_clauses_phrase_at (self, predicate->end);
  const LeadupPhrase *object;
  guint32 at, end;
  LeadupTag tag;

  if (predicate->is_passive || named < 0 || !leadup_clauses_is_any (self, predicate->verb, verbs))
    return FALSE;
  object = leadup_clauses_get_phrase (self, named);
  if (object->first != predicate->end || object->is_pronoun)
    return FALSE;
  at = object->end;
  /* “called the raid illegal”. */
  while (at > object->first + 1 && self->grammar[at - 1].tag == LEADUP_TAG_ADJECTIVE)
    at--;
  while (at < self->end && self->grammar[at].tag == LEADUP_TAG_QUOTE)
    at++;
  tag = at < self->end ? (LeadupTag) self->grammar[at].tag : LEADUP_TAG_BREAK;
  /* “called a meeting”, “called the minister on Monday”. */
  if (tag != LEADUP_TAG_ADJECTIVE && tag != LEADUP_TAG_DETERMINER &&
      !(at > object->end && (tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_VERB)))
    return FALSE;
  for (end = at; end < self->end && end < at + MAX_NAMING_TOKENS &&
                 self->grammar[end].tag != LEADUP_TAG_COMMA &&
                 self->grammar[end].tag != LEADUP_TAG_CONJUNCTION;)
    end++;
  if (!is_reproach (self, at, end))
    return FALSE;
  if (is_words (self, named))
    leadup_event_meaning_init (&reading->class, "rejection", "REJECT", -4.0);
  else
    leadup_event_meaning_init (&reading->class, "accusation", "ACCUSE", -4.0);
  reading->class.targets = "o";
  reading->words = 1;
  reading->is_event = TRUE;

  return TRUE;
}

/* “sent an envoy to Accra”: to talk. */
static gboolean
read_envoy (const LeadupClauses   *self,
            const LeadupPredicate *predicate,
            LeadupReading         *reading)
{
  static const char *const verbs[] = { "send", "sends",      "sent",       "sending",    "dispatch",
                                       "dispatches", "dispatched", "dispatching", NULL };
  static const char *const envoys[] = { "envoy",    "envoys",    "emissary",    "emissaries",
                                        "mediator", "mediators", "negotiator",  "negotiators",
                                        "diplomat", "diplomats", "delegation",  "delegations",
                                        NULL };
  gint32 envoy = predicate->is_passive ? predicate->subject : predicate->object;

  if (envoy < 0 || !leadup_clauses_is_any (self, predicate->verb, verbs) ||
      !leadup_clauses_is_any (self, leadup_clauses_get_phrase (self, envoy)->head, envoys))
    return FALSE;
  leadup_event_meaning_init (&reading->class, "talks", "CONSULT", 2.5);
  reading->class.targets = "to|into|in";

  return TRUE;
}

/* “Their helicopter crashed”, “The ferry sank”: nobody did it. */
static gboolean
read_accident (const LeadupClauses   *self,
               const LeadupPredicate *predicate,
               LeadupReading         *reading)
{
  static const char *const verbs[] = { "crash", "crashes",  "crashed",  "crashing", "sink",
                                       "sinks", "sank",     "sunk",     "sinking",  "capsize",
                                       "capsized", "capsizes", "overturned", "derailed", NULL };

  if (predicate->is_passive || predicate->object >= 0 || predicate->subject < 0 ||
      !leadup_clauses_is_any (self, predicate->verb, verbs) ||
      leadup_clauses_is (self, predicate->end, "into") ||
      !leadup_verb_objects_is_vehicle (self, predicate->subject))
    return FALSE;
  leadup_event_meaning_init (&reading->class, "humanitarian", NULL, 0.0);
  reading->class.targets = "";

  return TRUE;
}

/**
 * leadup_verb_senses_read:
 * @self: the parse of a sentence
 * @predicate: a predicate of it
 * @reading: what it says, filled where the answer is %TRUE
 *
 * “put the death toll at 27”, “lodged a third protest with Togo”, “called it a crime”: words,
 * though the verb alone or its object would be a deed.
 *
 * Returns: whether it says so
 */
gboolean
leadup_verb_senses_read (const LeadupClauses   *self,
                         const LeadupPredicate *predicate,
                         LeadupReading         *reading)
{
  gboolean is_complaint = is_complaint_made (self, predicate);

  if (read_naming (self, predicate, reading) || read_listing (self, predicate, reading))
    return TRUE;
  if (read_envoy (self, predicate, reading) || read_accident (self, predicate, reading))
    {
      reading->words = 1;
      reading->is_event = TRUE;
      return TRUE;
    }
  reading->counts = get_count (self, predicate);
  if (reading->counts == NULL && !is_complaint)
    return FALSE;
  leadup_event_meaning_init (&reading->class, is_complaint ? "accusation" : "statement",
                             is_complaint ? "ACCUSE" : NULL, is_complaint ? -3.0 : 0.0);
  reading->class.targets = is_complaint ? "with|against|to|over" : "";
  if (is_complaint)
    reading->noun = predicate->is_passive ? predicate->subject : predicate->object;
  reading->words = 1;
  reading->is_event = TRUE;

  return TRUE;
}
