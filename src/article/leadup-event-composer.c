/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-composer.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-doubts.h"
#include "article/leadup-event-negation.h"
#include "article/leadup-event-orders.h"
#include "article/leadup-event-pending.h"
#include "article/leadup-event-subject.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-verb-objects.h"
#include "article/leadup-verb-senses.h"

#include <string.h>

#define MAX_NOUN_WORDS 4

static gboolean
is_use (const LeadupLexiconRow *row,
        const char             *use)
{
  return row != NULL && g_str_equal (row->columns[LEADUP_NOUN_USE], use);
}

static gboolean
is_category (const LeadupLexiconRow *row,
             const char             *category)
{
  return row != NULL && g_str_equal (row->columns[1], category);
}

/* The same of a row of the event nouns. */
gboolean
leadup_event_composer_is_noun_of (const LeadupLexiconRow *row,
                                  const char             *category)
{
  return row != NULL && g_str_equal (row->columns[LEADUP_NOUN_CATEGORY], category);
}

/**
 * leadup_event_composer_noun:
 * @clauses: the parse of a sentence
 * @phrase: index of a phrase
 *
 * Returns: (transfer none) (nullable): the row of the longest event noun that ends at the head of
 * the phrase
 */
const LeadupLexiconRow *
leadup_event_composer_noun (const LeadupClauses *clauses,
                            gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);
  /* “exchange of prisoners” goes on after the head. */
  const LeadupLexiconRow *whole =
      leadup_clauses_is (clauses, here->head + 1, "of") ||
              leadup_clauses_is (clauses, here->head + 1, "with")
          ? leadup_lexicon_table_match (clauses->facts->event_nouns, &clauses->tokens[here->head],
                                        clauses->end - here->head)
          : NULL;

  if (whole != NULL && whole->n_words > 1)
    return whole;

  for (guint32 length = MAX_NOUN_WORDS; length > 0; length--)
    {
      guint32 first = here->head + 1 - length;
      const LeadupLexiconRow *row;

      if (here->head + 1 < here->first + length)
        continue;
      row =
          leadup_lexicon_table_match (clauses->facts->event_nouns, &clauses->tokens[first], length);
      if (row != NULL && row->n_words == length)
        return row;
    }

  return NULL;
}

gboolean
leadup_event_composer_is_deed (const LeadupLexiconRow *row)
{
  return is_use (row, "deed");
}

/* Whether a noun names violence itself, not what it left behind (“the deaths”). */
gboolean
leadup_event_composer_is_assault (const LeadupLexiconRow *row)
{
  return row != NULL && g_str_equal (row->columns[LEADUP_NOUN_PLOVER], "ASSAULT") &&
         !is_use (row, "toll");
}

/* Whether a noun names what happens without anybody doing it. */
gboolean
leadup_event_composer_is_disaster (const LeadupLexiconRow *row)
{
  return leadup_event_composer_is_noun_of (row, "humanitarian");
}

/* Whether a noun names what two have agreed on. */
gboolean
leadup_event_composer_is_agreement (const LeadupLexiconRow *row)
{
  return leadup_event_composer_is_noun_of (row, "agreement");
}

/* Whether a noun names a conflict that goes on, of which alone nothing is told. */
gboolean
leadup_event_composer_is_conflict (const LeadupLexiconRow *row)
{
  return is_use (row, "state") && g_str_equal (row->columns[LEADUP_NOUN_PLOVER], "ASSAULT");
}

/* Whether a noun is the subject of the main verb. */
gboolean
leadup_event_composer_leads (const LeadupClauses *clauses,
                             gint32               phrase)
{
  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);

      if (predicate->subject == phrase && predicate->relation == LEADUP_RELATION_MAIN)
        return TRUE;
    }

  return clauses->predicates->len == 0;
}

/* The event noun that a verb carries out or ends: its object, in the passive its subject, or what
 * follows a phrase that ends in a preposition (“engage in talks”). */
static gint32
find_noun (const LeadupClauses     *self,
           const LeadupPredicate   *predicate,
           const LeadupLexiconRow  *light,
           const LeadupLexiconRow **row)
{
  gint32 from = predicate->is_passive ? predicate->subject : predicate->phrases;
  gint32 to = predicate->is_passive ? from + 1 : MIN (predicate->phrases_end, from + 3);

  if (from < 0)
    return LEADUP_NONE;

  for (gint32 i = from; i < to; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      /* “announced $33 million in aid” goes on. */
      if (phrase->preposition >= 0 && !predicate->is_passive && phrase->parent < 0 &&
          !(i == from + 1 && leadup_role_argument_is_money (self, from) &&
            leadup_clauses_is (self, (guint32) phrase->preposition, "in")) &&
          !(light->n_words > 1 && (guint32) phrase->preposition < predicate->verb + light->n_words))
        break;
      *row = leadup_event_composer_noun (self, i);
      if (*row != NULL)
        return i;
    }

  return LEADUP_NONE;
}

/* A stance on an event is the stance: “condemned the attack”, “welcomed the deal”; but whoever
 * orders a mobilisation mobilises. */
static gboolean
is_stance (const LeadupLexiconRow *verb,
           const LeadupLexiconRow *noun)
{
  if (g_str_equal (verb->columns[0], "order") &&
      (g_str_equal (noun->columns[LEADUP_NOUN_PLOVER], "MOBILIZE") ||
       g_str_equal (noun->columns[LEADUP_NOUN_PLOVER], "RETREAT") ||
       g_str_equal (noun->columns[1], "evacuation") ||
       g_str_equal (noun->columns[1], "killing")))
    return FALSE;

  return is_category (verb, "support") || is_category (verb, "accusation") ||
         is_category (verb, "demand") || is_category (verb, "appeal") ||
         is_category (verb, "threat") || is_category (verb, "rejection");
}

/* “put the truce in doubt”, “has a policy”, and “broke off a visit”, which was made and nobody
 * refused. */
static gboolean
is_no_deed (const LeadupClauses    *self,
            const LeadupPredicate  *predicate,
            const LeadupLexiconRow *light,
            const LeadupLexiconRow *noun)
{
  static const char *const own[] = { "has", "have", "had", NULL };
  static const char *const journeys[] = { "visit", "trip", "tour", NULL };

  return is_use (noun, "cause") || leadup_event_pending_is_left_open (self, predicate) ||
         (is_use (noun, "policy") && leadup_clauses_is_any (self, predicate->verb, own)) ||
         (g_str_equal (light->columns[0], "break off") &&
          g_strv_contains (journeys, noun->columns[1]));
}

/* What a verb and its object say together, where the verb alone says little. */
static gboolean
compose (const LeadupClauses    *self,
         const LeadupPredicate  *predicate,
         const LeadupLexiconRow *verb,
         const LeadupLexiconRow *light,
         LeadupReading          *reading)
{
  const LeadupLexiconRow *row = NULL;
  gint32 noun = find_noun (self, predicate, light, &row);
  gboolean is_undo, is_breach;

  if (noun < 0 || is_no_deed (self, predicate, light, row))
    return FALSE;
  /* “struck a deal”, “fought a war”, but “struck a post”. */
  if (verb != NULL && verb->n_words == 1 && is_category (verb, "strike") &&
      !leadup_event_composer_is_agreement (row) && !leadup_event_composer_is_assault (row))
    return FALSE;
  /* “ending a visit”: that it was cancelled is not said. */
  is_breach = g_str_equal (light->columns[1], "breach");
  is_undo = g_str_equal (light->columns[1], "undo") || is_breach ||
            (g_str_equal (light->columns[1], "close") && !leadup_event_composer_is_noun_of (row, "talks"));
  if (is_use (row, "thing") && (g_str_equal (light->columns[1], "have") ||
                               g_str_equal (light->columns[1], "suffer")))
    return FALSE;
  if (is_use (row, "thing") && !is_undo && verb != NULL && !is_category (verb, "aid") &&
      verb->columns[2][0] != '\0' && !is_category (verb, "agreement"))
    return FALSE;
  /* “accepted the demands” makes none. */
  if (verb != NULL && is_category (verb, "agreement") && leadup_event_composer_is_noun_of (row, "demand"))
    return FALSE;
  if (verb != NULL && is_stance (verb, row) && !is_undo)
    return FALSE;

  leadup_event_meaning_init_noun (&reading->class, row);
  /* “faces an election”: that is nothing done to anybody. */
  if (g_str_equal (light->columns[1], "suffer") &&
      !leadup_event_meaning_is_conflict (&reading->class) && !is_use (row, "toll"))
    return FALSE;
  /* “violated the ban”: whoever does so grants nothing. */
  if (is_breach && leadup_event_meaning_is_conflict (&reading->class))
    leadup_event_meaning_init (&reading->class, "rejection", "REJECT", -4.0);
  else if (is_undo)
    leadup_event_meaning_reverse (&reading->class);
  /* “approved strikes on the port”: nobody has struck it. */
  if (g_str_equal (light->columns[1], "decide") &&
      g_str_equal (reading->class.plover, "ASSAULT"))
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_PLANNED);
  /* “suffered an attack”, “13 people suffered injuries”: it was done to the subject. */
  if (g_str_equal (light->columns[1], "suffer"))
    {
      const LeadupLexiconRow *toll = leadup_lexicon_table_find_word (
          self->facts->tolls, self->tokens[leadup_clauses_get_phrase (self, noun)->head].word);

      reading->class.targets = "s";
      reading->counts = toll != NULL ? toll->columns[1] : NULL;
    }
  reading->noun = noun;
  reading->is_event = TRUE;

  return TRUE;
}

static gboolean
holds_conflict (const LeadupClauses   *self,
                const LeadupPredicate *predicate)
{
  for (gint32 i = predicate->phrases; i < MIN (predicate->phrases_end, predicate->phrases + 2); i++)
    {
      const LeadupLexiconRow *row = leadup_event_composer_noun (self, i);
      LeadupEventMeaning class;

      if (row == NULL)
        continue;
      leadup_event_meaning_init_noun (&class, row);
      if (leadup_event_meaning_is_conflict (&class) || g_str_equal (class.category, "concession"))
        return TRUE;
    }

  return FALSE;
}

static LeadupEffect
effect_of (const LeadupClauses   *self,
           const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self, self->facts->modal_verbs, predicate);

  LeadupEffect effect = leadup_clauses_is_ultimatum (self, predicate) ? LEADUP_EFFECT_REQUESTED
                        : row != NULL ? leadup_effect_from_string (row->columns[1])
                                      : LEADUP_EFFECT_NONE;

  /* “told of a plan to seize it” asks nobody. */
  return effect == LEADUP_EFFECT_REQUESTED && leadup_clauses_is (self, predicate->end, "of")
             ? LEADUP_EFFECT_NONE
             : effect;
}

/**
 * leadup_event_composer_statement:
 * @clauses: the parse of a sentence
 * @verb: a token
 *
 * Returns: (transfer none) (nullable): the statement that this verb brings
 */
const LeadupStatement *
leadup_event_composer_statement (const LeadupClauses *clauses,
                                 guint32              verb)
{
  const GArray *statements = clauses->article->statements;
  LeadupSpan span = clauses->tokens[verb].span;

  for (guint i = clauses->first_statement; i < statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (statements, LeadupStatement, i);

      if (statement->cue.start <= span.start && span.end <= statement->cue.end)
        return statement;
    }

  return NULL;
}

/* “a man believed to be …”, “it was said”: nobody is told to say it. */
static gboolean
is_said_by_nobody (const LeadupClauses   *self,
                   const LeadupPredicate *predicate)
{
  const gboolean is_participle
    = (self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) != 0;
  gboolean is_passive = predicate->is_passive ||
                        (predicate->is_reduced && !predicate->is_finite && is_participle);

  if (leadup_clauses_match_verb (self, self->facts->cues, predicate) == NULL)
    return FALSE;
  /* “elements said to have links” say nothing. */
  if (is_participle && predicate->verb == predicate->first && predicate->end + 1 < self->end &&
      self->grammar[predicate->end].tag == LEADUP_TAG_TO &&
      self->grammar[predicate->end + 1].tag == LEADUP_TAG_AUXILIARY)
    return TRUE;

  return is_passive && !leadup_clauses_is (self, predicate->end, "by") &&
         leadup_event_composer_statement (self, predicate->verb) == NULL;
}

/* “the minister believes”, “they fear”: what somebody thinks is nothing that happened, but
 * for what they decide. */
static gboolean
is_only_thought (const LeadupClauses   *self,
                 const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row
    = leadup_clauses_match_verb (self, self->facts->cues, predicate);

  return row != NULL && g_str_equal (row->columns[1], "think") &&
         effect_of (self, predicate) != LEADUP_EFFECT_PLANNED;
}

/* Whether a verb only looks like one of the lexicon: “they fired him” is no shot, “he tried to
 * leave” no trial. */
static gboolean
is_other_sense (const LeadupClauses    *self,
                const LeadupPredicate  *predicate,
                const LeadupLexiconRow *verb)
{
  /* “Asked whether it would, Ada Roe said”. */
  if (predicate->verb == self->first && predicate->subject < 0 &&
      leadup_clauses_is (self, predicate->verb, "asked"))
    return TRUE;
  if (is_category (verb, "statement") &&
      (is_said_by_nobody (self, predicate) || is_only_thought (self, predicate)))
    return TRUE;
  /* “would be met with force”. */
  if (is_category (verb, "talks") && predicate->is_passive &&
      leadup_clauses_is (self, predicate->verb + 1, "with"))
    return TRUE;
  if (verb->n_words == 1 && is_category (verb, "legal-action") &&
      leadup_clauses_is (self, predicate->verb + 1, "to") &&
      effect_of (self, predicate) != LEADUP_EFFECT_NONE)
    return TRUE;

  return leadup_verb_objects_is_unfit (self, predicate, verb->n_words);
}

/* “hit Togo with sanctions”, “slapped them with a lawsuit”: it is done with words. */
static void
read_weapon (const LeadupClauses   *self,
             const LeadupPredicate *predicate,
             LeadupReading         *reading)
{
  if (!g_str_equal (reading->class.plover, "ASSAULT"))
    return;

  for (gint32 i = predicate->phrases; i < predicate->phrases_end; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);
      const LeadupLexiconRow *row;

      if (phrase->preposition < 0 ||
          !leadup_clauses_is (self, (guint32) phrase->preposition, "with"))
        continue;
      row = leadup_event_composer_noun (self, i);
      if (row == NULL || is_category (row, "strike") ||
          !(is_use (row, "state") || is_use (row, "law") || is_use (row, "talk")))
        continue;
      leadup_event_meaning_init_noun (&reading->class, row);
      reading->class.targets = "o";
      return;
    }
}

/* “Troops joined the peacekeeping mission in Mali”: they help, who elsewhere deploys threatens. */
static void
read_mission (const LeadupClauses   *self,
              const LeadupPredicate *predicate,
              LeadupReading         *reading)
{
  if (!g_str_equal (reading->class.plover, "MOBILIZE") ||
      !leadup_verb_senses_is_for_peace (self, predicate))
    return;

  leadup_event_meaning_init (&reading->class, "aid", "AID", 6.0);
  reading->class.targets = "in|to|into|for";
}

/* What the verb itself and its object say. */
static void
read_alone (const LeadupClauses   *self,
            const LeadupPredicate *predicate,
            LeadupReading         *reading)
{
  const LeadupLexiconRow *verb = leadup_clauses_match_verb (self, self->facts->verbs, predicate);
  const LeadupLexiconRow *light =
      leadup_clauses_match_verb (self, self->facts->light_verbs, predicate);

  if (verb == NULL || verb->n_words < 2)
    {
      const LeadupLexiconRow *around = leadup_verb_objects_match_around (self, predicate);

      if (around != NULL)
        {
          leadup_event_meaning_init_verb (&reading->class, around);
          reading->counts = around->columns[LEADUP_VERB_COUNTS];
          reading->words = 1;
          reading->is_event = TRUE;
          return;
        }
    }
  if (leadup_event_orders_read (self, predicate, reading) ||
      leadup_verb_senses_read (self, predicate, reading))
    return;
  if (verb != NULL)
    reading->counts = verb->columns[LEADUP_VERB_COUNTS];
  /* “Action was seen as unnecessary”: nobody took it. */
  if (light != NULL && predicate->is_passive &&
      effect_of (self, predicate) == LEADUP_EFFECT_POSSIBLE)
    return;
  if (light != NULL && light->columns[2][0] != '\0' &&
      leadup_event_subject_compose (self, predicate, light, reading))
    return;
  if (light != NULL && light->columns[1][0] != '\0' && (verb == NULL || verb->n_words <= 2) &&
      compose (self, predicate, verb, light, reading))
    return;
  if (verb != NULL && is_other_sense (self, predicate, verb))
    verb = leadup_verb_objects_get_verb (self, predicate);
  if (verb != NULL)
    verb = leadup_verb_senses_get (self, predicate, verb);
  if (verb == NULL || is_category (verb, "none"))
    return;

  leadup_event_meaning_init_verb (&reading->class, verb);
  reading->words = verb->n_words;
  read_weapon (self, predicate, reading);
  read_mission (self, predicate, reading);
  /* “rejected the accusation” is a denial, which is mere words. */
  if (is_category (verb, "rejection") && leadup_verb_senses_is_denial (self, predicate))
    leadup_event_meaning_deny (&reading->class);
  if (is_category (verb, "appeal"))
    {
      reading->class.category = "statement";
      if (holds_conflict (self, predicate))
        leadup_event_orders_set_demand (reading, verb->columns[4]);
    }
  reading->is_event = TRUE;
}

/* “X said that Y must do it” demands it of Y. */
static void
read_demand (const LeadupClauses *self,
             GArray              *readings,
             gint32               index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);
  LeadupReading *outer;

  if (predicate->relation != LEADUP_RELATION_CONTENT || predicate->governor < 0 ||
      predicate->is_conditional)
    return;
  outer = &g_array_index (readings, LeadupReading, predicate->governor);
  if (!outer->is_event || outer->class.quad != LEADUP_QUAD_CLASS_NEUTRAL || outer->noun >= 0)
    return;

  for (guint32 i = predicate->first; i < predicate->verb; i++)
    if (leadup_clauses_is (self, i, "must"))
      {
        leadup_event_meaning_init (&outer->class, "demand", "REQUEST", -1.0);
        outer->class.targets = "";
        g_array_index (readings, LeadupReading, index).is_consumed = TRUE;
        return;
      }
}

/* “will”, “may”, “would” in the group itself, “if” before the clause. */
static LeadupEffect
helper_of (const LeadupClauses   *self,
           const LeadupPredicate *predicate)
{
  LeadupEffect effect = LEADUP_EFFECT_NONE;
  guint8 forms = self->grammar[predicate->verb].forms;

  if (forms & LEADUP_FORM_FUTURE)
    effect = LEADUP_EFFECT_PLANNED;
  else if (forms & LEADUP_FORM_CONDITIONAL)
    effect = LEADUP_EFFECT_POSSIBLE;

  for (guint32 i = predicate->first; i < predicate->verb; i++)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_find_word (self->facts->hedges, self->tokens[i].word);

      if (self->grammar[i].tag != LEADUP_TAG_MODAL || row == NULL)
        continue;
      effect = leadup_effect_from_string (row->columns[1]);
      if (leadup_clauses_is (self, i, "would") && predicate->relation == LEADUP_RELATION_CONTENT)
        effect = LEADUP_EFFECT_PLANNED;
      if ((leadup_clauses_is (self, i, "must") || leadup_clauses_is (self, i, "should")))
        effect = predicate->relation == LEADUP_RELATION_CONTENT ? LEADUP_EFFECT_REQUESTED
                                                                : LEADUP_EFFECT_POSSIBLE;
      if (leadup_clauses_is (self, i + 1, "have") && effect == LEADUP_EFFECT_POSSIBLE)
        effect = LEADUP_EFFECT_HYPOTHETICAL;
    }

  return predicate->is_conditional || leadup_event_pending_is_case (self, predicate)
             ? LEADUP_EFFECT_HYPOTHETICAL
             : effect;
}

static void
apply_helpers (const LeadupClauses   *self,
               const LeadupPredicate *predicate,
               LeadupReading         *reading)
{
  LeadupEffect effect = reading->helper;

  if (leadup_event_doubts_is_aim (self, predicate) ||
      leadup_event_doubts_is_purpose (self, predicate))
    effect = LEADUP_EFFECT_POSSIBLE;
  if (leadup_event_negation_applies (self, predicate))
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_NEGATED);
  if (!(predicate->is_negated && effect == LEADUP_EFFECT_PLANNED))
    leadup_event_meaning_apply (&reading->class, effect);
}

/* “denied that it fired”, “feared that it would fire”: what was said not to be, or not known to be.
 */
static void
apply_stance (const LeadupClauses *self,
              GArray              *readings,
              gint32               index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);
  LeadupReading *reading = &g_array_index (readings, LeadupReading, index);
  LeadupEffect effect;

  if (predicate->relation != LEADUP_RELATION_CONTENT || predicate->governor < 0 ||
      !reading->is_event)
    return;
  effect = effect_of (self, leadup_clauses_get_predicate (self, predicate->governor));
  if (effect == LEADUP_EFFECT_DENIED)
    leadup_event_meaning_apply (&reading->class, effect);
  else if (effect == LEADUP_EFFECT_WANTED)
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_POSSIBLE);
}

/* “is believed to have fled” is told as a whole, and “is accused of bombing it” not twice. */
static void
tell_whole (LeadupReading *reading,
            LeadupReading *outer,
            gint32         at)
{
  if (outer->is_event && g_str_equal (outer->class.category, "accusation"))
    {
      reading->is_consumed = TRUE;
      return;
    }
  reading->outer = at;
  outer->is_consumed = TRUE;
}

/* “decided on Thursday to ease it”: nothing but the time stands between. */
static gboolean
is_right_after (const LeadupClauses   *self,
                const LeadupPredicate *governor,
                const LeadupPredicate *here)
{
  for (guint32 i = governor->end; i + 1 < here->first; i++)
    if (self->grammar[i].tag != LEADUP_TAG_ADVERB && !leadup_clauses_is_dated (self, i) &&
        !(self->grammar[i].tag == LEADUP_TAG_PREPOSITION && leadup_clauses_is_dated (self, i + 1)))
      return FALSE;

  return TRUE;
}

/* “called for sanctions, saying that it failed”: nobody is asked to say so. */
static LeadupEffect
effect_on (const LeadupClauses   *self,
           const LeadupPredicate *governor,
           const LeadupPredicate *here)
{
  LeadupEffect effect = effect_of (self, governor);

  return effect == LEADUP_EFFECT_REQUESTED && here->relation == LEADUP_RELATION_PARTICIPLE
             ? LEADUP_EFFECT_NONE
             : effect;
}

/* An infinitive says what is only meant to happen. */
static void
plan_aim (LeadupReading         *reading,
          const LeadupPredicate *aim)
{
  if (aim->relation == LEADUP_RELATION_INFINITIVE && reading->is_event &&
      g_str_equal (reading->class.modality, "asserted"))
    reading->class.modality = "planned";
}

/* “if Chad agreed to meet them”, “did not plan to leave”, “has yet to leave”. */
static void
limit (LeadupReading       *reading,
       const LeadupReading *outer,
       gboolean             is_negated)
{
  if (outer->helper == LEADUP_EFFECT_HYPOTHETICAL)
    leadup_event_meaning_apply (&reading->class, outer->helper);
  if (is_negated)
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_NEGATED);
}

/* The governor of an infinitive or gerund only colours it where it plans, starts, ends, refuses …
 */
static void
apply_governors (const LeadupClauses *self,
                 GArray              *readings,
                 gint32               index)
{
  LeadupReading *reading = &g_array_index (readings, LeadupReading, index);
  gint32 at = index;

  for (guint depth = 0; depth < 3; depth++)
    {
      const LeadupPredicate *here = leadup_clauses_get_predicate (self, at);
      const LeadupPredicate *governor;
      LeadupReading *outer;
      LeadupEffect effect;

      /* “The decision to invade”: meant to happen, like what hangs on a noun after a verb. */
      if (here->governor < 0)
        plan_aim (reading, here);
      if (here->governor < 0 || (here->relation != LEADUP_RELATION_INFINITIVE &&
                                 here->relation != LEADUP_RELATION_PARTICIPLE &&
                                 here->relation != LEADUP_RELATION_GERUND))
        return;
      governor = leadup_clauses_get_predicate (self, here->governor);
      outer = &g_array_index (readings, LeadupReading, here->governor);
      effect = leadup_event_pending_get_effect (outer->helper, effect_on (self, governor, here));

      /* What hangs on something that is only possible is no more than that. */
      if (reading->is_event &&
          (outer->helper == LEADUP_EFFECT_POSSIBLE || outer->helper == LEADUP_EFFECT_HYPOTHETICAL))
        leadup_event_meaning_apply (&reading->class, outer->helper);
      else if (reading->is_event && outer->is_event &&
               g_str_equal (outer->class.modality, "possible"))
        leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_POSSIBLE);
      /* “rejected an offer to extend”: the infinitive hangs on the noun. What it says is only
       * meant to happen. */
      if (effect == LEADUP_EFFECT_NONE ||
          (effect != LEADUP_EFFECT_REQUESTED && !is_right_after (self, governor, here)))
        {
          if (!leadup_event_pending_is_by_means (self, governor, &reading->class))
            plan_aim (reading, here);
          return;
        }

      at = here->governor;
      if (!reading->is_event)
        return;
      /* “accused them of killing” is an accusation; the killing is its content. */
      if (effect == LEADUP_EFFECT_CLAIMED || effect == LEADUP_EFFECT_DENIED)
        {
          leadup_event_meaning_apply (&reading->class, effect);
          if (effect == LEADUP_EFFECT_CLAIMED && governor->is_passive)
            tell_whole (reading, outer, at);
          return;
        }

      leadup_event_meaning_apply (&reading->class, effect);
      limit (reading, outer,
             governor->is_negated || leadup_clauses_is (self, here->first - 1, "yet"));
      reading->outer = at;
      outer->is_consumed = TRUE;
    }
}

/* “retaliated by expelling”: one deed, which the second verb tells. */
static void
tell_by_deed (const LeadupClauses *self,
              GArray              *readings,
              gint32               index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);
  const LeadupPredicate *governor;

  if (predicate->relation != LEADUP_RELATION_GERUND || predicate->governor < 0 ||
      !g_array_index (readings, LeadupReading, index).is_event)
    return;
  governor = leadup_clauses_get_predicate (self, predicate->governor);
  if (!governor->is_passive && governor->object < 0 && predicate->first > governor->end &&
      leadup_clauses_is (self, predicate->first - 1, "by") &&
      is_right_after (self, governor, predicate))
    g_array_index (readings, LeadupReading, predicate->governor).is_consumed = TRUE;
}

/* “Chad accused Togo of an attack, killing nine”: Togo is said to have killed them. */
static void
blame_accused (const LeadupClauses *self,
               const GArray        *readings,
               gint32               index)
{
  LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);
  const LeadupReading *reading = &g_array_index (readings, LeadupReading, index);
  const LeadupPredicate *accuser;

  if (predicate->relation != LEADUP_RELATION_PARTICIPLE || predicate->governor < 0 ||
      !reading->is_event || reading->class.quad != LEADUP_QUAD_CLASS_MATERIAL_CONFLICT)
    return;
  accuser = leadup_clauses_get_predicate (self, predicate->governor);
  if (g_array_index (readings, LeadupReading, predicate->governor).is_event &&
      g_str_equal (g_array_index (readings, LeadupReading, predicate->governor).class.category,
                   "accusation") &&
      accuser->object >= 0 && !accuser->is_passive)
    predicate->subject = accuser->object;
}

/**
 * leadup_event_composer_read:
 * @clauses: the parse of a sentence
 * @readings: (element-type LeadupReading): where to put one reading for each predicate
 *
 * Reads what each predicate says: the verb, or the event noun that a light verb carries out or
 * ends, then helpers, negation and conditions, then the verbs that govern it.
 */
void
leadup_event_composer_read (const LeadupClauses *clauses,
                            GArray              *readings)
{
  g_return_if_fail (clauses != NULL);
  g_return_if_fail (readings != NULL);

  g_array_set_size (readings, 0);
  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      LeadupReading reading = { .noun = LEADUP_NONE, .outer = i };
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);

      read_alone (clauses, predicate, &reading);
      reading.helper = helper_of (clauses, predicate);
      if (reading.is_event)
        apply_helpers (clauses, predicate, &reading);
      g_array_append_val (readings, reading);
    }

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      apply_governors (clauses, readings, i);
      apply_stance (clauses, readings, i);
      blame_accused (clauses, readings, i);
      tell_by_deed (clauses, readings, i);
      read_demand (clauses, readings, i);
      if (leadup_event_subject_is_told (clauses, readings, i))
        g_array_index (readings, LeadupReading, i).is_consumed = TRUE;
    }
}
