/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-verb-objects.h"

#include "article/leadup-actors.h"

#include <string.h>

/* “declare … persona non grata”. */
#define MAX_AROUND_WORDS 4

/* “killing seven soldiers and capturing two”: a number of those who were counted before. */
static gboolean
counts_some_of (const LeadupClauses *self,
                gint32               phrase)
{
  for (gint32 i = phrase - 1; i >= 0; i--)
    {
      const LeadupPhrase *before = leadup_clauses_get_phrase (self, i);

      if (self->grammar[before->first].tag == LEADUP_TAG_NUMBER && before->head > before->first)
        return (leadup_clauses_get_fact (self, before->head)->classes & LEADUP_WORD_PEOPLE) != 0;
    }

  return FALSE;
}

static gboolean
is_people (const LeadupClauses *self,
           gint32               phrase)
{
  guint32 head;
  gint32 actor;

  if (phrase < 0)
    return FALSE;
  head = leadup_clauses_get_phrase (self, phrase)->head;
  if (leadup_clauses_is (self, head, "others"))
    return TRUE;
  if (leadup_clauses_get_phrase (self, phrase)->is_pronoun)
    return !leadup_clauses_is (self, head, "it");
  if (leadup_clauses_get_fact (self, head)->classes & LEADUP_WORD_PEOPLE)
    return TRUE;
  if (self->grammar[head].tag == LEADUP_TAG_NUMBER && !leadup_clauses_is_dated (self, head))
    return counts_some_of (self, phrase);
  actor = leadup_actors_at (self->article, head, head + 1);

  return actor >= 0 && g_array_index (self->article->actors, LeadupArticleActor, actor).kind ==
                           LEADUP_ACTOR_KIND_PERSON;
}

/* The kind of actor that the head of a phrase names, UNATTRIBUTED if none. */
static LeadupActorKind
get_kind (const LeadupClauses *self,
          gint32               phrase)
{
  guint32 head = leadup_clauses_get_phrase (self, phrase)->head;
  gint32 actor = leadup_actors_at (self->article, head, head + 1);

  return actor >= 0 ? g_array_index (self->article->actors, LeadupArticleActor, actor).kind
                    : LEADUP_ACTOR_KIND_UNATTRIBUTED;
}

static gboolean
is_place (const LeadupClauses *self,
          gint32               phrase)
{
  LeadupActorKind kind = get_kind (self, phrase);

  return kind == LEADUP_ACTOR_KIND_PLACE || kind == LEADUP_ACTOR_KIND_STATE;
}

/* The word of a phrase that says what it is: “the frigates” of “the frigates Roe and Poe”. */
static guint32
get_kind_word (const LeadupClauses *self,
               gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  guint32 at = here->head;

  while (at > here->first && self->grammar[at].tag == LEADUP_TAG_NAME)
    at--;

  return self->grammar[at].tag == LEADUP_TAG_NOUN ? at : here->head;
}

/* Whether a phrase is one of the words of a list, in which “people” stands for all persons,
 * “armed” for armed groups and “place” for places and states, but those words that a “-” excepts.
 */
static gboolean
is_one_of (const LeadupClauses *self,
           gint32               phrase,
           const char          *list)
{
  const char *word = self->tokens[get_kind_word (self, phrase)].folded;
  gsize length = strlen (word);
  gboolean is_kind = FALSE;

  for (const char *at = list; *at != '\0';)
    {
      gboolean is_exception = *at == '-';
      gsize n = strcspn (at += is_exception, " ");

      if (n == strlen ("armed") && strncmp (at, "armed", n) == 0)
        is_kind |= get_kind (self, phrase) == LEADUP_ACTOR_KIND_ARMED_GROUP;
      else if (n == strlen ("place") && strncmp (at, "place", n) == 0)
        is_kind |= is_place (self, phrase);
      else if (n == strlen ("people") && strncmp (at, "people", n) == 0)
        is_kind |= is_people (self, phrase);
      else if (strncmp (at, word, n) == 0 && (length == n || (length == n + 1 && word[n] == 's')))
        return !is_exception;
      at += n + (at[n] == ' ');
    }

  return is_kind;
}

/* “helicopter”, “bus”, “the trawler”. */
gboolean
leadup_verb_objects_is_vehicle (const LeadupClauses *self,
                                gint32               phrase)
{
  static const char vehicles[] = "helicopter chopper plane airliner aircraft jet drone bus coach "
                                 "truck lorry car van vehicle train minibus tanker ferry boat "
                                 "dinghy raft ship vessel trawler yacht freighter barge frigate "
                                 "submarine warship convoy glider balloon bomber fighter";

  return is_one_of (self, phrase, vehicles);
}

/* What is done to: the object, in the passive the subject, or what a participle hangs on. */
static gint32
patient_of (const LeadupClauses   *self,
            const LeadupPredicate *predicate,
            guint                  n_words)
{
  /* “poured into the streets”. */
  if (n_words > 1 && predicate->object < 0 && !predicate->is_passive &&
      predicate->phrases < predicate->phrases_end &&
      leadup_clauses_get_phrase (self, predicate->phrases)->preposition + 1 ==
          (gint32) (predicate->verb + n_words))
    return predicate->phrases;
  /* “in a statement sent to editors”. */
  if (predicate->is_reduced && predicate->object < 0 && predicate->first > self->first &&
      (self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) != 0 &&
      leadup_clauses_phrase_at (self, predicate->first - 1) >= 0)
    return leadup_clauses_phrase_at (self, predicate->first - 1);
  if (!predicate->is_passive)
    return predicate->object;
  if (predicate->subject < 0 && predicate->first > self->first)
    return leadup_clauses_phrase_at (self, predicate->first - 1);

  return predicate->subject;
}

/* “returned to Brazil last Wednesday 21 frogs”. */
static gboolean
has_late_object (const LeadupClauses   *self,
                 const LeadupPredicate *predicate)
{
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->preposition < 0 && phrase->joined < 0 &&
          !leadup_clauses_is_dated (self, phrase->head))
        return TRUE;
    }

  return FALSE;
}

/* “demonstrated that”, “how”. */
static gboolean
opens_content (const LeadupClauses *self,
               guint32              at)
{
  return at < self->end && (self->grammar[at].tag == LEADUP_TAG_SUBORDINATOR ||
                            self->grammar[at].tag == LEADUP_TAG_RELATIVE);
}

/* The objects with which alone a verb is another one: “fire=rocket missile”; empty if they are
 * those of the rule. */
static const char *
get_other_objects (const LeadupLexiconRow *row)
{
  const char *objects = strchr (row->columns[3], '=');

  return objects != NULL ? objects + 1 : "";
}

/**
 * leadup_verb_objects_is_unfit:
 * @self: the parse of a sentence
 * @predicate: one of its predicates
 * @n_words: how many words its verb has
 *
 * Returns: whether what it is done to, or who does it, makes the verb another one
 */
gboolean
leadup_verb_objects_is_unfit (const LeadupClauses   *self,
                              const LeadupPredicate *predicate,
                              guint                  n_words)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self, self->facts->verb_objects, predicate);
  gint32 object;

  if (row == NULL || row->n_words != n_words)
    return FALSE;
  object = patient_of (self, predicate, row->n_words);
  if (g_str_equal (row->columns[1], "doer"))
    return predicate->subject >= 0 &&
           (is_one_of (self, predicate->subject, row->columns[2]) ||
            /* “a volley of missiles”. */
            (predicate->subject + 1 < (gint32) self->phrases->len &&
             leadup_clauses_get_phrase (self, predicate->subject + 1)->parent ==
                 predicate->subject &&
             is_one_of (self, predicate->subject + 1, row->columns[2])));
  if (g_str_equal (row->columns[1], "intransitive"))
    return !predicate->is_passive && (object >= 0 || opens_content (self, predicate->end));
  if (g_str_equal (row->columns[1], "transitive"))
    return object >= 0 ? is_one_of (self, object, row->columns[2])
                       : !has_late_object (self, predicate);
  if (g_str_equal (row->columns[1], "needs"))
    return object < 0 || !is_one_of (self, object, row->columns[2]);

  /* “gave him 72 hours”: the second object says what it is. */
  if (object >= 0 && object == predicate->phrases && object + 1 < predicate->phrases_end &&
      leadup_clauses_get_phrase (self, object + 1)->preposition < 0 &&
      leadup_clauses_get_phrase (self, object + 1)->first ==
          leadup_clauses_get_phrase (self, object)->end &&
      is_one_of (self, object + 1, row->columns[2]))
    return TRUE;

  return object >= 0 && (is_one_of (self, object, row->columns[2]) ||
                         is_one_of (self, object, get_other_objects (row)));
}

/**
 * leadup_verb_objects_get_verb:
 * @self: the parse of a sentence
 * @predicate: a predicate whose object or doer is unfit
 *
 * Returns: (transfer none) (nullable): the verb that it is then: “liberated the town” says that it
 * was retaken
 */
const LeadupLexiconRow *
leadup_verb_objects_get_verb (const LeadupClauses   *self,
                              const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self, self->facts->verb_objects, predicate);
  const char *word = row != NULL ? row->columns[3] : "";
  const char *objects = row != NULL ? get_other_objects (row) : "";
  gint32 object = LEADUP_NONE;

  if (row != NULL && g_str_equal (row->columns[1], "transitive"))
    objects = row->columns[2];
  if (*objects != '\0')
    object = patient_of (self, predicate, row->n_words);
  if (*objects != '\0' && (object < 0 || !is_one_of (self, object, objects)))
    return NULL;

  return *word != '\0' ? leadup_lexicon_table_find_word (
                             self->facts->verbs,
                             leadup_lexicon_find_word (self->article->lexicon, word,
                                                       strcspn (word, "=")))
                       : NULL;
}

static gboolean
is_noun (const LeadupClauses *self,
         guint32              at)
{
  LeadupTag tag = self->grammar[at].tag;

  return tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_NAME || tag == LEADUP_TAG_PRONOUN;
}

/* Not “welcomed the offer to mediate”. */
static gboolean
can_close (const LeadupClauses *self,
           guint32              at)
{
  LeadupTag tag = self->grammar[at].tag;

  return tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_ADJECTIVE || tag == LEADUP_TAG_ADVERB;
}

/**
 * leadup_verb_objects_match_around:
 * @self: the parse of a sentence
 * @predicate: a predicate
 *
 * “Took 20 people hostage”, “found Ada Roe, 61, guilty”: looks for a phrase of the lexicon around
 * the object, whose head is then its last noun but that phrase.
 *
 * Returns: (transfer none) (nullable): its row
 */
const LeadupLexiconRow *
leadup_verb_objects_match_around (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row;
  LeadupPhrase *object;
  LeadupToken words[MAX_AROUND_WORDS];
  guint32 at;

  if (predicate->is_passive || predicate->object < 0)
    return NULL;
  words[0] = self->tokens[predicate->verb];
  if (self->grammar[predicate->verb].lemma != 0)
    words[0].word = self->grammar[predicate->verb].lemma;

  /* The word can be taken for the last one of the object: “20 people hostage”. */
  object = leadup_clauses_get_phrase (self, predicate->object);
  at = object->end;
  if (at + 3 < self->end && leadup_clauses_is (self, at, ",") &&
      self->tokens[at + 1].kind == LEADUP_TOKEN_NUMBER && leadup_clauses_is (self, at + 2, ","))
    at += 3;
  for (guint32 i = at; i + MAX_AROUND_WORDS > at && i > predicate->end; i--)
    if (i < self->end && (i == at ? can_close (self, i) : is_noun (self, i - 1)))
      {
        guint n_words = MIN (self->end - i, MAX_AROUND_WORDS - 1);

        memcpy (&words[1], &self->tokens[i], n_words * sizeof *words);
        row = leadup_lexicon_table_match (self->facts->verbs, words, 1 + n_words);
        if (row == NULL || row->n_words < 2 || i + row->n_words - 1 < object->end ||
            g_str_equal (row->columns[1], "none"))
          continue;
        if (i + row->n_words - 1 == object->end && i > object->first)
          object->head = i - 1;
        return row;
      }

  return NULL;
}

/**
 * leadup_verb_objects_is_expulsion:
 * @self: the parse of a sentence
 * @predicate: a predicate
 *
 * Returns: whether envoys are told to go: “ordered nine diplomats to leave”, “gave the envoy 48
 * hours to leave”
 */
gboolean
leadup_verb_objects_is_expulsion (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate)
{
  static const char *const verbs[] = { "ordered", "orders", "told", "asked", NULL };
  static const char *const guests[] = { "diplomat",    "diplomats", "ambassador", "envoy",
                                        "envoys",      "ambassadors", "attache",  "attaché",
                                        "attachés",    "consul",    "consuls",    NULL };
  const LeadupPhrase *object;
  guint32 end;

  if (predicate->object < 0 || predicate->is_passive)
    return FALSE;
  object = leadup_clauses_get_phrase (self, predicate->object);
  end = object->end;
  if (leadup_clauses_is_ultimatum (self, predicate) &&
      predicate->object + 1 < (gint32) self->phrases->len)
    end = leadup_clauses_get_phrase (self, predicate->object + 1)->end;
  else if (!leadup_clauses_is_any (self, predicate->verb, verbs))
    return FALSE;
  /* “the attaché, Colonel Bo Poe, to leave”. */
  if (leadup_clauses_is (self, end, ",") && predicate->object + 1 < (gint32) self->phrases->len)
    {
      guint32 after = leadup_clauses_get_phrase (self, predicate->object + 1)->end;

      if (leadup_clauses_is (self, after, ","))
        end = after + 1;
    }

  return leadup_clauses_is (self, end, "to") && leadup_clauses_is (self, end + 1, "leave") &&
         leadup_clauses_is_any (self, object->head, guests);
}
