/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-doubts.h"

#include "article/leadup-actors.h"
#include "article/leadup-clause-antecedent.h"
#include "article/leadup-event-pending.h"
#include "article/leadup-tokens.h"

#include <string.h>

/* A line without a verb that is no longer than this is a heading. */
#define MAX_HEADING_WORDS 5

static const LeadupReading *
reading_at (const GArray *readings,
            guint         index)
{
  return &g_array_index (readings, LeadupReading, index);
}

/**
 * leadup_event_doubts_is_unreal:
 * @clauses: the parse of a sentence
 * @readings: (element-type LeadupReading): what its predicates say
 * @token: where a deed is named
 *
 * Returns: whether the main verb, or the verb of the clause that the deed leads to (“the army
 * launching attacks would …”), says no more than what could be
 */
gboolean
leadup_event_doubts_is_unreal (const LeadupClauses *clauses,
                               const GArray        *readings,
                               guint32              token)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < readings->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, (gint32) i);
      LeadupEffect helper = reading_at (readings, i)->helper;

      if (predicate->relation == LEADUP_RELATION_MAIN &&
          (helper == LEADUP_EFFECT_POSSIBLE || helper == LEADUP_EFFECT_HYPOTHETICAL))
        return TRUE;
      if (is_first && predicate->is_finite && predicate->first > token)
        {
          is_first = FALSE;
          if (helper == LEADUP_EFFECT_POSSIBLE)
            return TRUE;
        }
    }

  return FALSE;
}

/* “called the curfew illegal”. */
static gboolean
names_it (const LeadupClauses   *clauses,
          const LeadupPredicate *predicate,
          gint32                 phrase)
{
  static const char *const verbs[] = { "call", "calls", "called", "calling",
                                       "consider", "considers", "considered", "deem", "deemed",
                                       NULL };
  guint32 end = leadup_clauses_get_phrase (clauses, phrase)->end;

  return predicate->object == phrase && end < clauses->end &&
         (clauses->grammar[end].tag == LEADUP_TAG_ADJECTIVE ||
          clauses->grammar[end - 1].tag == LEADUP_TAG_ADJECTIVE) &&
         leadup_clauses_is_any (clauses, predicate->verb, verbs);
}

/* “talks with Chad on a truce”: there is none yet. */
static gboolean
is_talked_about (const LeadupClauses *clauses,
                 gint32               phrase)
{
  static const char *const on[] = { "on", "about", "over", "for", NULL };
  gint32 preposition = leadup_clauses_get_phrase (clauses, phrase)->preposition;
  const LeadupLexiconRow *row = leadup_event_composer_noun (clauses, phrase);

  if (preposition < 0 || row == NULL ||
      !leadup_clauses_is_any (clauses, (guint32) preposition, on) ||
      !(leadup_event_composer_is_agreement (row) ||
        leadup_event_composer_is_noun_of (row, "withdrawal")))
    return FALSE;
  for (gint32 i = phrase - 1; i >= 0; i--)
    {
      const LeadupLexiconRow *talks = leadup_event_composer_noun (clauses, i);

      if (talks != NULL)
        return leadup_event_composer_is_noun_of (talks, "talks");
    }

  return FALSE;
}

/* Whether a deed is the subject of no more than a judgement: “An attack was considered unnecessary”
 * does not say that there was one, nor does “a step toward war”. */
static gboolean
is_only_judged (const LeadupClauses *clauses,
                gint32               phrase)
{
  gint32 preposition = leadup_clauses_get_phrase (clauses, phrase)->preposition;

  if (preposition >= 0 && (leadup_clauses_is (clauses, (guint32) preposition, "toward") ||
                           leadup_clauses_is (clauses, (guint32) preposition, "towards")))
    return TRUE;
  if (is_talked_about (clauses, phrase))
    return TRUE;

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupLexiconRow *row;

      if (names_it (clauses, predicate, phrase) ||
          (phrase == predicate->object && leadup_event_pending_is_left_open (clauses, predicate)))
        return TRUE;
      if (predicate->subject != phrase || !predicate->is_passive)
        continue;
      row = leadup_clauses_match_verb (clauses, clauses->facts->modal_verbs, predicate);

      return row != NULL && g_str_equal (row->columns[1], "possible");
    }

  return FALSE;
}

static gboolean
is_one_of (const LeadupClauses *clauses,
           guint32              at,
           const char * const  *words)
{
  return at >= clauses->first && leadup_clauses_is_any (clauses, at, words);
}

/* Words before “that” that say that somebody told so. */
static const char *const told[] = {
  "claim",       "claims",      "report",  "reports", "allegation",  "allegations", "accusation",
  "accusations", "rumour",      "rumours", "rumor",   "rumors",      "suggestion",  "suggestions",
  "assertion",   "assertions",  NULL,
};

/* Whether what is told is denied: “denied reports that”, “reports that it fell were false”. */
static gboolean
is_denied (const LeadupClauses *clauses)
{
  static const char *const words[] = {
    "denied",   "denies",   "deny",   "denying",  "rejected", "rejects",    "reject", "rejecting",
    "dismissed", "dismisses", "dismiss", "refuted", "verify", "no",         "not",    "untrue",
    "false",    "wrong",    "baseless", "unfounded", "fabricated", "nonsense", "lies", NULL,
  };

  for (guint32 i = clauses->first; i < clauses->end; i++)
    if (is_one_of (clauses, i, words))
      return TRUE;

  return FALSE;
}

/* “denied reports that it had fallen”, “no evidence that it had”, “it is false that it did”: what
 * stands before “that” leaves open whether it did. */
static gboolean
is_left_open (const LeadupClauses *clauses,
              guint32              that)
{
  static const char *const words[] = {
    "notion",    "idea",       "possibility", "speculation", "fear",     "fears",
    "hope",      "hopes",      "suspicion",   "suspicions",  "theory",   "theories",
    "chance",    "risk",       "false",       "untrue",      "unclear",  "unlikely",
    "possible",  "impossible", "doubtful",    "conceivable", "unthinkable", NULL,
  };
  static const char *const grounds[] = { "evidence", "proof", "indication", "indications",
                                         "sign",     "signs", NULL };
  static const char *const none[] = { "no", "little", "any", NULL };

  return is_one_of (clauses, that - 1, words) ||
         (is_one_of (clauses, that - 1, told) && is_denied (clauses)) ||
         (is_one_of (clauses, that - 1, grounds) && is_one_of (clauses, that - 2, none));
}

/* Where a clause begins: at its subject or its verb. */
static guint32
clause_start (const LeadupClauses   *clauses,
              const LeadupPredicate *predicate)
{
  return predicate->subject >= 0
           ? MIN (predicate->first, leadup_clauses_get_phrase (clauses, predicate->subject)->first)
           : predicate->first;
}

/* “It is unclear who”, “not known who”. */
static gboolean
is_unknown (const LeadupClauses *clauses,
            guint32              first)
{
  static const char *const words[] = { "unclear", "known", "clear", "certain", "unknown", NULL };

  return first >= clauses->first + 2 && leadup_clauses_is (clauses, first - 1, "who") &&
         leadup_clauses_is_any (clauses, first - 2, words);
}

/**
 * leadup_event_doubts_is_asked:
 * @clauses: the parse of a sentence
 * @predicate: a predicate
 *
 * Returns: whether it is only asked or left open: “did not say how many had been arrested”, “asked
 * whether it had shelled the port”, “denied claims that it had”
 */
gboolean
leadup_event_doubts_is_asked (const LeadupClauses   *clauses,
                              const LeadupPredicate *predicate)
{
  guint32 at = clause_start (clauses, predicate);

  if (at >= clauses->first + 2 && leadup_clauses_is (clauses, at - 1, "that") &&
      is_left_open (clauses, at - 1) &&
      !leadup_clause_antecedent_is_comment (clauses, predicate, at - 1))
    return TRUE;
  if (is_unknown (clauses, predicate->first))
    return TRUE;
  for (guint32 i = at; i > clauses->first && i + 2 > at; i--)
    if (leadup_clauses_is (clauses, i, "whether") ||
        leadup_clauses_is (clauses, i - 1, "whether") ||
        (leadup_clauses_is (clauses, i - 1, "how") && (leadup_clauses_is (clauses, i, "many") ||
                                                       leadup_clauses_is (clauses, i, "much"))))
      return TRUE;

  return FALSE;
}

/* “should Togo attack”: nobody says that it does. */
static gboolean
is_supposed (const LeadupClauses   *clauses,
             const LeadupPredicate *predicate)
{
  guint32 at = clause_start (clauses, predicate);

  return predicate->is_finite && predicate->subject >= 0 && at > clauses->first &&
         at < predicate->first && leadup_clauses_is (clauses, at - 1, "should");
}

/* “demands that Togo withdraw”: a verb of asking, and a bare form or “should”. */
gboolean
leadup_event_doubts_is_wish (const LeadupClauses   *clauses,
                             const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row;
  LeadupTag tag = (LeadupTag) clauses->grammar[predicate->first].tag;

  if (predicate->relation != LEADUP_RELATION_CONTENT || predicate->governor < 0 ||
      predicate->subordinator < 0 ||
      (tag != LEADUP_TAG_MODAL &&
       (predicate->first != predicate->verb ||
        (clauses->grammar[predicate->verb].forms & LEADUP_FORM_BASE) == 0) &&
       !leadup_clauses_is (clauses, predicate->first, "be")))
    return FALSE;
  row = leadup_clauses_match_verb (
      clauses, clauses->facts->modal_verbs,
      leadup_clauses_get_predicate (clauses, predicate->governor));

  return row != NULL && g_str_equal (row->columns[1], "requested");
}

/* “rejected the demand by Chad that Togo withdraw”: what is only asked for in what is told; “should
 * Togo withdraw”. */
gboolean
leadup_event_doubts_is_demanded (const LeadupClauses   *clauses,
                                 const LeadupPredicate *predicate)
{
  static const char *const words[] = { "demand",   "demands", "request",     "requests",
                                       "call",     "calls",   "proposal",    "proposals",
                                       "order",    "orders",  "requirement", "insistence",
                                       "condition", "appeal", "appeals",     NULL };
  guint32 at = clause_start (clauses, predicate);

  if (is_supposed (clauses, predicate))
    return TRUE;
  if (at < clauses->first + 2 || !leadup_clauses_is (clauses, at - 1, "that"))
    return FALSE;
  for (at--; at > clauses->first && clauses->grammar[at - 1].tag != LEADUP_TAG_COMMA &&
             clauses->grammar[at - 1].tag != LEADUP_TAG_VERB;
       at--)
    if (is_one_of (clauses, at - 1, words))
      return TRUE;

  return FALSE;
}

/* “any raid would be answered”: none that has been; “left in protest”: no march. */
gboolean
leadup_event_doubts_is_any (const LeadupClauses *clauses,
                            gint32               noun)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, noun);

  if (here->preposition >= 0 && leadup_clauses_is (clauses, (guint32) here->preposition, "in") &&
      here->first == here->head && leadup_clauses_is (clauses, here->head, "protest"))
    return TRUE;

  return leadup_clauses_is (clauses, leadup_clauses_get_phrase (clauses, noun)->first, "any");
}

/* “failed to agree on a truce”, “a planned visit was cancelled”: there is none. */
gboolean
leadup_event_doubts_is_refused (const LeadupClauses *clauses,
                                const GArray        *readings,
                                gint32               noun)
{
  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);

      if (((noun >= predicate->phrases && noun < predicate->phrases_end) ||
           leadup_event_pending_is_called_off (clauses, predicate, noun)) &&
          reading_at (readings, i)->is_event &&
          g_str_equal (reading_at (readings, i)->class.category, "rejection"))
        return TRUE;
    }

  return FALSE;
}

/* “demanded the release of the crew”, “called for a truce”, “wants a truce”: what is only asked
 * for.
 */
gboolean
leadup_event_doubts_is_asked_for (const LeadupClauses *clauses,
                                  gint32               noun)
{
  static const char *const wishes[] = { "want", "wants", "wanted", "seek", "seeks", "sought",
                                        "seeking", NULL };

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupLexiconRow *row;

      if (predicate->is_passive || noun != predicate->phrases || noun >= predicate->phrases_end)
        continue;
      row = leadup_clauses_match_verb (clauses, clauses->facts->modal_verbs, predicate);
      if (row != NULL &&
          (g_str_equal (row->columns[1], "requested") || leadup_clauses_is_any (clauses, predicate->verb, wishes)) &&
          (noun == predicate->object || leadup_clauses_is (clauses, predicate->end, "for")))
        return TRUE;
    }

  return FALSE;
}

/* “shocked by reports that it had fallen”: somebody told so. */
gboolean
leadup_event_doubts_is_told (const LeadupClauses   *clauses,
                             const LeadupPredicate *predicate)
{
  guint32 at = clause_start (clauses, predicate);
  gint32 phrase;

  if (leadup_event_pending_is_charged (clauses, predicate))
    return TRUE;
  /* “, a claim that Togo denied”: that Togo did. */
  if (at < clauses->first + 2 || !leadup_clauses_is (clauses, at - 1, "that") ||
      leadup_clause_antecedent_is_comment (clauses, predicate, at - 1))
    return FALSE;
  if (is_one_of (clauses, at - 2, told))
    return TRUE;
  /* “the claims of the ministry of defence that”. */
  for (phrase = leadup_clauses_phrase_at (clauses, at - 2);
       phrase >= 0 && leadup_clauses_get_phrase (clauses, phrase)->parent >= 0;)
    {
      phrase = leadup_clauses_get_phrase (clauses, phrase)->parent;
      if (is_one_of (clauses, leadup_clauses_get_phrase (clauses, phrase)->head, told))
        return TRUE;
    }

  return FALSE;
}

/* “Shelling the port would be wrong”: what is only spoken of as a thing. */
gboolean
leadup_event_doubts_is_idea (const LeadupClauses   *clauses,
                             const LeadupPredicate *predicate)
{
  LeadupTag before = predicate->first > clauses->first
                       ? (LeadupTag) clauses->grammar[predicate->first - 1].tag
                       : LEADUP_TAG_BREAK;

  if (!leadup_clauses_is_bare_ing (clauses, predicate) ||
      leadup_clauses_match_verb (clauses, clauses->facts->cues, predicate) != NULL ||
      (before != LEADUP_TAG_BREAK && before != LEADUP_TAG_SUBORDINATOR &&
       before != LEADUP_TAG_QUOTE && before != LEADUP_TAG_VERB))
    return FALSE;
  for (guint32 i = predicate->end; i < clauses->end; i++)
    {
      LeadupTag tag = (LeadupTag) clauses->grammar[i].tag;

      if (tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_MODAL || tag == LEADUP_TAG_VERB)
        return i > predicate->end;
      if (tag != LEADUP_TAG_PREPOSITION && tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_NUMBER &&
          leadup_clauses_phrase_at (clauses, i) < 0)
        return FALSE;
    }

  return FALSE;
}

/* “allegedly shelled”, “the alleged attack”: somebody says so, nobody knows. */
gboolean
leadup_event_doubts_is_hedged (const LeadupClauses *clauses,
                               guint32              first,
                               guint32              end)
{
  for (guint32 i = MAX (first, clauses->first); i < MIN (end, clauses->end); i++)
    {
      const LeadupLexiconRow *row
        = leadup_lexicon_table_find_word (clauses->facts->hedges, clauses->tokens[i].word);

      if (row != NULL && g_str_equal (row->columns[1], "hedged") &&
          clauses->grammar[i].tag != LEADUP_TAG_VERB)
        return TRUE;
    }

  return FALSE;
}

/* “Talks will begin”, “a round of talks is due to open”: what its verb makes of it. */
static LeadupEffect
effect_ahead (const LeadupClauses *clauses,
              const GArray        *readings,
              gint32               phrase)
{
  gint32 whole = leadup_clauses_get_phrase (clauses, phrase)->parent;

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupLexiconRow *row;
      LeadupEffect effect;

      if (predicate->subject < 0 || predicate->relation == LEADUP_RELATION_RELATIVE ||
          (predicate->subject != phrase && predicate->subject != whole))
        continue;
      row = leadup_clauses_match_verb (clauses, clauses->facts->modal_verbs, predicate);
      effect = g_array_index (readings, LeadupReading, i).helper;
      /* “The raid came a day after the talks” has been. */
      if (row != NULL && g_str_equal (row->columns[0], "come") &&
          !leadup_clauses_is (clauses, predicate->end, "to"))
        row = NULL;
      if (effect == LEADUP_EFFECT_NONE && row != NULL)
        effect = leadup_effect_from_string (row->columns[1]);
      if (effect == LEADUP_EFFECT_PLANNED || effect == LEADUP_EFFECT_POSSIBLE)
        return effect;
    }

  return LEADUP_EFFECT_NONE;
}

/**
 * leadup_event_doubts_find_effect:
 * @clauses: the parse of a sentence
 * @readings: (element-type LeadupReading): what its predicates say
 * @phrase: a phrase that names a deed
 *
 * Returns: what the words beside it make of it: “a planned assault” has not happened, “an alleged
 * attack” somebody claims
 */
LeadupEffect
leadup_event_doubts_find_effect (const LeadupClauses *clauses,
                                 const GArray        *readings,
                                 gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);

  if (leadup_event_doubts_is_unreal (clauses, readings, here->head) ||
      is_only_judged (clauses, phrase))
    return LEADUP_EFFECT_HYPOTHETICAL;
  if (leadup_event_doubts_is_hedged (clauses, here->first, here->head))
    return LEADUP_EFFECT_CLAIMED;
  for (guint32 i = here->first; i < here->head; i++)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_find_word (clauses->facts->hedges, clauses->tokens[i].word);
      LeadupEffect effect =
          row != NULL ? leadup_effect_from_string (row->columns[1]) : LEADUP_EFFECT_NONE;

      if (effect == LEADUP_EFFECT_PLANNED || effect == LEADUP_EFFECT_POSSIBLE)
        return effect;
    }

  return effect_ahead (clauses, readings, phrase);
}

/* “Has the army shelled the port?”, “Suppose it has”: nobody says that it has. */
gboolean
leadup_event_doubts_is_question (const LeadupClauses *clauses)
{
  static const char *const words[] = { "suppose", "supposing", "imagine", NULL };

  if (leadup_clauses_is_any (clauses, clauses->first, words) &&
      !clauses->tokens[clauses->first].is_quoted)
    return TRUE;

  return leadup_clauses_is (clauses, clauses->end - 1, "?") &&
         !clauses->tokens[clauses->end - 1].is_quoted;
}

/* “bombed what it described as a camp”: only what it is called. */
gboolean
leadup_event_doubts_is_paraphrase (const LeadupClauses   *clauses,
                                   const LeadupPredicate *predicate)
{
  guint32 at;

  if (predicate->subject <= 0)
    return FALSE;
  at = leadup_clauses_get_phrase (clauses, predicate->subject)->first;

  return at > clauses->first && leadup_clauses_is (clauses, at - 1, "what");
}

/* “the Office of Special Investigations”: part of a name. */
gboolean
leadup_event_doubts_is_name (const LeadupClauses *clauses,
                             guint32              token)
{
  gint32 actor = leadup_actors_at (clauses->article, token, token + 1);
  LeadupActorKind kind;

  if (actor < 0 || !clauses->tokens[token].is_capitalised)
    return FALSE;
  kind = g_array_index (clauses->article->actors, LeadupArticleActor, actor).kind;

  return kind == LEADUP_ACTOR_KIND_ORGANISATION || kind == LEADUP_ACTOR_KIND_MEDIA ||
         kind == LEADUP_ACTOR_KIND_ARMED_GROUP;
}

/* “Collapsed ceasefire” over a section tells nothing. */
gboolean
leadup_event_doubts_is_heading (const LeadupClauses *clauses)
{
  guint32 n_words = 0;

  if (clauses->predicates->len > 0)
    return FALSE;

  for (guint32 i = clauses->first; i < clauses->end && n_words <= MAX_HEADING_WORDS; i++)
    n_words += clauses->tokens[i].kind != LEADUP_TOKEN_PUNCTUATION;

  return n_words <= MAX_HEADING_WORDS;
}

static gboolean
is_assault (const LeadupReading *reading)
{
  return reading->is_event && g_str_equal (reading->class.plover, "ASSAULT");
}

/* Whether a sentence tells of violence apart from the deaths themselves. */
static gboolean
is_violent (const LeadupClauses *self,
            const GArray        *readings)
{
  for (guint i = 0; i < readings->len; i++)
    if (is_assault (reading_at (readings, i)) && reading_at (readings, i)->class.targets[0] != 's')
      return TRUE;
  for (gint32 i = 0; i < (gint32) self->phrases->len; i++)
    if (leadup_event_composer_is_assault (leadup_event_composer_noun (self, i)))
      return TRUE;

  return FALSE;
}

/* “died of the disease”, but not “of his wounds”. */
static gboolean
is_of_illness (const LeadupClauses   *self,
               const LeadupPredicate *predicate)
{
  gint32 cause;
  guint32 head;

  if (!leadup_clauses_is (self, predicate->end, "of"))
    return FALSE;
  cause = leadup_clauses_phrase_at (self, predicate->end + 1);
  if (cause < 0)
    return FALSE;
  head = leadup_clauses_get_phrase (self, cause)->head;

  return leadup_lexicon_table_find_word (self->facts->tolls, self->tokens[head].word) == NULL;
}

static gboolean
is_disaster (const LeadupClauses *self,
             gint32               phrase)
{
  return phrase >= 0 &&
         leadup_event_composer_is_disaster (leadup_event_composer_noun (self, phrase));
}

/* “The earthquake killed 40”, “was destroyed by floods”: nobody did it. */
static gboolean
is_by_nature (const LeadupClauses   *self,
              const LeadupPredicate *predicate)
{
  if (!predicate->is_passive)
    return is_disaster (self, predicate->subject);
  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    {
      gint32 preposition = leadup_clauses_get_phrase (self, i)->preposition;

      if (preposition >= 0 && (leadup_clauses_is (self, (guint32) preposition, "by") ||
                               leadup_clauses_is (self, (guint32) preposition, "in")) &&
          is_disaster (self, i))
        return TRUE;
    }

  return FALSE;
}

/* “died when their bus crashed”. */
static gboolean
is_in_accident (const LeadupClauses *self,
                const GArray        *readings,
                gint32               index)
{
  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      if (predicate->governor == index && predicate->relation == LEADUP_RELATION_ADVERBIAL &&
          reading_at (readings, i)->is_event &&
          g_str_equal (reading_at (readings, i)->class.category, "humanitarian") &&
          leadup_clauses_is (self, (guint32) MAX (predicate->subordinator, 0), "when"))
        return TRUE;
    }

  return FALSE;
}

static void
become_humanitarian (LeadupReading *reading)
{
  reading->class.category = "humanitarian";
  reading->class.plover = "";
  reading->class.quad = LEADUP_QUAD_CLASS_NEUTRAL;
  reading->class.tone = 0.0;
}

/**
 * leadup_event_doubts_violence:
 * @clauses: the parse of a sentence
 * @readings: (element-type LeadupReading): what its predicates say
 * @index: one of them
 * @follows_assault: whether the sentence before told of an attack
 *
 * A death is no attack where nothing says that there was one: “Eight people died of the disease”,
 * nor is what an earthquake does.
 */
void
leadup_event_doubts_violence (const LeadupClauses *clauses,
                              GArray              *readings,
                              gint32               index,
                              gboolean             follows_assault)
{
  LeadupReading *reading = &g_array_index (readings, LeadupReading, index);
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, index);

  if (!is_assault (reading))
    return;
  if (is_by_nature (clauses, predicate) || is_in_accident (clauses, readings, index))
    {
      become_humanitarian (reading);
      return;
    }
  if (reading->class.targets[0] != 's')
    return;
  if ((follows_assault || is_violent (clauses, readings)) &&
      !is_of_illness (clauses, predicate))
    return;

  become_humanitarian (reading);
}

/* “The goal is seizing the port”: nobody has seized it. */
gboolean
leadup_event_doubts_is_aim (const LeadupClauses   *self,
                            const LeadupPredicate *predicate)
{
  static const char *const aims[] = { "goal", "aim",  "purpose",   "objective",
                                      "plan", "idea", "intention", "vision",
                                      "hope", "task", "mission",   NULL };

  return predicate->subject >= 0 && predicate->verb != predicate->first &&
         (self->grammar[predicate->verb].forms & LEADUP_FORM_ING) != 0 &&
         leadup_clauses_is_any (
             self, leadup_clauses_get_phrase (self, predicate->subject)->head, aims);
}

/* “a step toward toppling him”, “reasons for attacking”: no deed, but for “by doing” and times. */
gboolean
leadup_event_doubts_is_purpose (const LeadupClauses   *self,
                                const LeadupPredicate *predicate)
{
  static const char *const facts[] = { "by",    "after",     "before", "since",
                                       "while", "following", "in",     NULL };

  if (predicate->relation != LEADUP_RELATION_GERUND || predicate->first == self->first ||
      leadup_clauses_is_any (self, predicate->first - 1, facts))
    return FALSE;

  /* “was successful enough at curbing it”, but not “an attempt at curbing it”. */
  return !(leadup_clauses_is (self, predicate->first - 1, "at") &&
           predicate->first >= self->first + 2 &&
           (self->grammar[predicate->first - 2].tag == LEADUP_TAG_ADJECTIVE ||
            self->grammar[predicate->first - 2].tag == LEADUP_TAG_ADVERB));
}

/* “a soft approach to quell migration”: what a way of doing things is for, which nobody has set
 * about; “a plan to” or “a bid to” is meant. */
gboolean
leadup_event_doubts_is_of_means (const LeadupClauses   *self,
                                 const LeadupPredicate *predicate)
{
  static const char *const means[] = {
    "ability",  "approach", "approaches", "authority",   "capability",    "capacity",  "chance",
    "concept",  "duty",     "framework",  "idea",        "ideas",         "method",    "methods",
    "model",    "need",     "obligation", "opportunity", "opportunities", "option",    "options",
    "philosophy", "policies", "policy",   "power",       "powers",        "right",     "room",
    "strategies", "strategy", "tool",     "tools",       "way",           "ways",      NULL,
  };

  return predicate->relation == LEADUP_RELATION_INFINITIVE && predicate->first > self->first &&
         self->grammar[predicate->first - 1].tag == LEADUP_TAG_NOUN &&
         leadup_clauses_is_any (self, predicate->first - 1, means);
}

/* “no group”, “nobody”, or no word of anybody. */
gboolean
leadup_event_doubts_names_nobody (const LeadupClauses      *clauses,
                                  const LeadupArticleEvent *event)
{
  const GArray *initiators = event->initiators;
  guint32 token;

  if (initiators->len == 0)
    return TRUE;
  token = leadup_tokens_at (clauses->article,
                            g_array_index (initiators, LeadupArgument, 0).span.start);

  return (leadup_clauses_get_fact (clauses, token)->classes & LEADUP_WORD_NEGATION) != 0;
}

/**
 * leadup_event_doubts_is_known:
 * @clauses: the parse of a sentence
 * @index: a predicate, LEADUP_NONE for a noun
 * @statement: what holds it
 *
 * Returns: whether it stands in a relative clause of what somebody only judges, who so claims
 * nothing: “condemned the raid that killed nine”
 */
gboolean
leadup_event_doubts_is_known (const LeadupClauses   *clauses,
                              gint32                 index,
                              const LeadupStatement *statement)
{
  const LeadupPredicate *predicate;
  const LeadupLexiconRow *cue;

  if (index < 0)
    return FALSE;
  predicate = leadup_clauses_get_predicate (clauses, index);
  if (predicate->relation != LEADUP_RELATION_RELATIVE ||
      clauses->tokens[predicate->verb].is_quoted)
    return FALSE;
  cue = leadup_lexicon_table_find_word (
    clauses->facts->cues,
    clauses->grammar[leadup_tokens_at (clauses->article, statement->cue.start)].lemma);

  return cue != NULL && g_str_equal (cue->columns[LEADUP_CUE_BRINGS], "known");
}
