/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-events.h"

#include "article/leadup-actors.h"
#include "article/leadup-affiliations.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-event-dates.h"
#include "article/leadup-event-doubts.h"
#include "article/leadup-event-pending.h"
#include "article/leadup-event-tolls.h"
#include "article/leadup-headline.h"
#include "article/leadup-noun-arguments.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-role-fallback.h"
#include "article/leadup-roles.h"
#include "article/leadup-statements.h"
#include "article/leadup-tokens.h"
#include "article/leadup-values.h"

#include <string.h>

typedef struct
{
  LeadupArticleEvent event;
  LeadupHeadlineFrame frame;
  double rank;
  gint32 predicate;
  guint32 event_token; /* first of the trigger */
} Draft;

typedef struct
{
  LeadupArticle *article;
  LeadupClauses clauses;
  GArray *readings; /* (element-type LeadupReading): one for each predicate */
  GArray *drafts;   /* (element-type Draft): of the sentence */
  guint32 sentence;
  guint first_date;     /* first date of the sentence or later */
  guint first_statement; /* those before it end before the sentence */
  GHashTable *speakers; /* who has spoken so far: actors + 1 */
  guint32 said;         /* sentence in which somebody spoke last, G_MAXUINT32 = none */
  guint32 last_assault; /* sentence that told of an attack last */
} Finder;

static LeadupReading *
reading_at (const Finder *self,
            gint32        index)
{
  return &g_array_index (self->readings, LeadupReading, index);
}

static LeadupSpan
span_of (const Finder *self,
         guint32       first,
         guint32       end)
{
  return (LeadupSpan) { self->clauses.tokens[first].span.start,
                        self->clauses.tokens[end - 1].span.end };
}

static Draft
new_draft (const Finder             *self,
           const LeadupEventMeaning *class,
           guint32                   first,
           guint32                   end)
{
  Draft draft = { .predicate = LEADUP_NONE,
                  .frame = { LEADUP_NONE, LEADUP_NONE, LEADUP_NONE, LEADUP_NONE, LEADUP_NONE } };
  LeadupArticleEvent *event = &draft.event;

  draft.event_token = first;
  event->sentence = self->sentence;
  event->trigger = span_of (self, first, end);
  event->span = event->trigger;
  event->category = class->category;
  event->plover = class->plover;
  event->quad = leadup_event_meaning_get_quad (class);
  event->tone = class->tone;
  event->modality = class->modality;
  event->polarity = class->is_negative ? "negative" : "positive";
  event->speaker = -1;
  event->date = -1;
  event->initiators = g_array_new (FALSE, TRUE, sizeof (LeadupArgument));
  event->targets = g_array_new (FALSE, TRUE, sizeof (LeadupArgument));
  event->values = leadup_values_new ();

  return draft;
}

/* “carried out strikes in the west, killing rebels”: who was hit, where so far only a place is
 * named.
 */
static void
set_victim (Finder                *self,
            Draft                 *draft,
            const LeadupPredicate *predicate)
{
  LeadupArgument victim;

  if (predicate->object < 0)
    return;
  if (draft->event.targets->len > 0)
    {
      LeadupSpan span = g_array_index (draft->event.targets, LeadupArgument, 0).span;
      guint32 token = leadup_tokens_at (self->article, span.start);

      if (token == 0 || (!leadup_clauses_is (&self->clauses, token - 1, "in") &&
                         !leadup_clauses_is (&self->clauses, token - 1, "at")))
        return;
    }

  victim = leadup_role_argument_make (self->article, &self->clauses, predicate->object);
  g_array_set_size (draft->event.targets, 0);
  g_array_append_val (draft->event.targets, victim);
}

/* Two predicates of one deed: “…, killing at least 17 soldiers”, “attacked a base and killed nine”,
 * “nine were killed and 40 wounded when rebels shelled it”. */
static gboolean
merge_into (Finder                *self,
            const LeadupPredicate *predicate,
            const LeadupReading   *reading)
{
  for (guint i = self->drafts->len; i > 0; i--)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i - 1);
      const LeadupPredicate *other;

      /* “started a hunger strike, protesting the law”. */
      if (draft->predicate < 0 || !g_str_equal (draft->event.plover, reading->class.plover) ||
          !g_str_equal (draft->event.modality, reading->class.modality) ||
          !(g_str_equal (draft->event.plover, "ASSAULT") ||
            (g_str_equal (draft->event.plover, "PROTEST") && draft->event.targets->len == 0)))
        continue;
      other = leadup_clauses_get_predicate (&self->clauses, draft->predicate);
      if (predicate->relation != LEADUP_RELATION_PARTICIPLE &&
          !(predicate->is_joined && predicate->subject == other->subject) &&
          !leadup_event_tolls_belongs (&self->clauses, predicate, reading, other,
                                       draft->event.values))
        continue;
      leadup_event_tolls_add (&self->clauses, predicate, reading, draft->event.values);
      set_victim (self, draft, predicate);
      leadup_event_tolls_set_agent (self->article, &self->clauses, predicate, &draft->event);
      draft->event.span.end =
          MAX (draft->event.span.end, self->clauses.tokens[predicate->clause_end - 1].span.end);
      return TRUE;
    }

  return FALSE;
}

/* “…,” said the minister: the speaker stands behind the verb, where else a target does. */
static void
set_said_by (Finder                *self,
             Draft                 *draft,
             const LeadupPredicate *predicate)
{
  const LeadupStatement *statement;

  if (strcmp (draft->event.category, "statement") != 0)
    return;

  statement = leadup_event_composer_statement (&self->clauses, predicate->verb);
  if (statement == NULL || statement->speaker.end <= statement->speaker.start ||
      statement->speaker.start < self->clauses.tokens[predicate->verb].span.end ||
      leadup_tokens_at (self->article, statement->speaker.start) >= self->clauses.end)
    return;

  g_array_set_size (draft->event.targets, 0);
  g_array_set_size (draft->event.initiators, 1);
  g_array_index (draft->event.initiators, LeadupArgument, 0)
    = (LeadupArgument) { statement->speaker, statement->actor };
}

/* “clashed, leaving three dead”, “the blast left nine wounded”: what came of a deed told before, or
 * of the one that the noun names. */
static void
leave_toll (Finder *self,
            gint32  index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  LeadupReading *reading = reading_at (self, index);
  g_autoptr (GArray) values = NULL;

  if (reading->is_event || predicate->is_negated || reading->helper != LEADUP_EFFECT_NONE ||
      !(leadup_clauses_is (&self->clauses, predicate->verb, "left") ||
        leadup_clauses_is (&self->clauses, predicate->verb, "leaving")))
    return;
  values = leadup_values_new ();
  leadup_values_find (&self->clauses, predicate->end, predicate->clause_end, NULL, values);
  if (!leadup_event_tolls_has (self->clauses.facts, values))
    return;

  for (guint i = self->drafts->len; i > 0 && predicate->relation == LEADUP_RELATION_PARTICIPLE; i--)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i - 1);

      if (g_str_equal (draft->event.plover, "ASSAULT") && draft->event.values->len == 0)
        {
          leadup_values_find (&self->clauses, predicate->end, predicate->clause_end, NULL,
                              draft->event.values);
          return;
        }
    }
  if (predicate->subject < 0 || predicate->is_passive ||
      !leadup_event_composer_is_assault (leadup_event_composer_noun (&self->clauses,
                                                                     predicate->subject)))
    return;
  leadup_event_meaning_init (&reading->class, "strike", "ASSAULT", -9.0);
  reading->class.targets = "o";
  reading->words = 1;
  reading->is_event = TRUE;
}

/* What stands around makes of what a predicate says. Returns: whether it is told at all. */
static gboolean
temper (const Finder *self,
        gint32        index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  LeadupReading *reading = reading_at (self, index);
  const LeadupPredicate *outer = leadup_clauses_get_predicate (&self->clauses, reading->outer);

  if (leadup_event_doubts_is_demanded (&self->clauses, outer) ||
      leadup_event_pending_is_untold (&self->clauses, outer, predicate))
    return FALSE;
  /* “demands that Togo withdraw” is told as a demand, “proposes that they meet” as a wish. */
  if (leadup_event_doubts_is_wish (&self->clauses, outer))
    {
      if (reading_at (self, outer->governor)->is_event)
        return FALSE;
      leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_PLANNED);
    }
  if (leadup_event_doubts_is_asked (&self->clauses, outer) ||
      leadup_event_doubts_is_idea (&self->clauses, predicate))
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_HYPOTHETICAL);
  else if (g_str_equal (reading->class.modality, "asserted") &&
           (leadup_event_doubts_is_told (&self->clauses, outer) ||
            leadup_event_doubts_is_hedged (&self->clauses, MAX (outer->first, 1) - 1,
                                           predicate->end + 1)))
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_CLAIMED);
  if (!predicate->is_finite && reading->outer == index &&
      leadup_event_doubts_is_unreal (&self->clauses, self->readings, predicate->verb))
    leadup_event_meaning_apply (&reading->class, LEADUP_EFFECT_HYPOTHETICAL);

  return TRUE;
}

static void
draft_predicate (Finder *self,
                 gint32  index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  LeadupReading *reading = reading_at (self, index);
  const LeadupPredicate *outer;
  LeadupRoleFrame frame;
  Draft draft;
  guint32 first;

  leave_toll (self, index);
  if (!reading->is_event || reading->is_consumed ||
      (g_str_equal (reading->class.category, "statement") &&
       leadup_event_doubts_is_paraphrase (&self->clauses, predicate)))
    return;
  /* “rejects the claims made by Togo” tells of them already. */
  if (predicate->is_reduced && reading->noun >= 0 &&
      reading->class.quad == LEADUP_QUAD_CLASS_NEUTRAL)
    return;
  leadup_event_doubts_violence (&self->clauses, self->readings, index,
                                self->last_assault + 1 == self->sentence);
  if (merge_into (self, predicate, reading))
    return;

  outer = leadup_clauses_get_predicate (&self->clauses, reading->outer);
  if (!temper (self, index))
    return;
  frame.outer = outer;
  frame.inner = predicate;
  frame.noun = reading->noun;
  frame.words = reading->words;
  frame.targets = reading->class.targets;
  first = MIN (outer->verb, predicate->verb);
  draft = new_draft (self, &reading->class, first, predicate->verb + 1);
  draft.predicate = index;
  draft.frame.outer = reading->outer;
  draft.frame.inner = index;
  draft.rank = leadup_event_meaning_get_rank (&reading->class, outer->relation);
  draft.event.span = span_of (self, MIN (outer->clause_first, predicate->clause_first),
                              MAX (predicate->clause_end, predicate->end));
  /* “Strikes by the army continued”: who stands at the noun. */
  if (reading->noun >= 0 && reading->noun < predicate->phrases && !predicate->is_passive)
    leadup_noun_arguments_find (self->article, &self->clauses, &reading->class, reading->noun,
                                &draft.event);
  else
    leadup_roles_find (self->article, &self->clauses, &frame, &draft.event);
  set_said_by (self, &draft, predicate);
  leadup_role_fallback_find (self->article, &self->clauses, index, &draft.event);
  leadup_event_tolls_add (&self->clauses, predicate, reading, draft.event.values);
  if (reading->noun < 0 && !reading->class.is_negative &&
      (g_str_equal (reading->class.modality, "asserted") ||
       g_str_equal (reading->class.modality, "claimed")))
    leadup_event_tolls_add_single (&self->clauses, predicate, reading, draft.event.values);
  leadup_event_tolls_bound (self->article, self->clauses.facts, &draft.event);
  g_array_append_val (self->drafts, draft);
}

/* Whether an event of the sentence is of the same class; a meeting with somebody is not what is
 * said in it. */
static gboolean
is_drafted (const Finder             *self,
            const LeadupEventMeaning *class,
            gboolean                  has_partner,
            gboolean                  has_sides)
{
  /* “welcomed the raid and supports Mali in its fight against Chad”. */
  if (has_sides && class->quad == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT)
    return FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (self->drafts, Draft, i).event;

      if (g_str_equal (event->plover, class->plover) &&
          !(has_partner && g_str_equal (class->category, "talks") &&
            g_str_equal (event->category, "statement")))
        return TRUE;
    }

  return FALSE;
}

/* Whether a verb says what becomes of the deed that a phrase names: “approved strikes”. */
static gboolean
is_composed (const Finder *self,
             gint32        phrase)
{
  guint32 head = leadup_clauses_get_phrase (&self->clauses, phrase)->head;

  for (gint32 i = 0; i < (gint32) self->readings->len; i++)
    {
      const LeadupReading *reading = reading_at (self, i);
      guint32 verb = leadup_clauses_get_predicate (&self->clauses, i)->verb;

      /* “lodged a protest”. */
      if (reading->is_event &&
          (reading->noun == phrase || (head > verb && head < verb + reading->words)))
        return TRUE;
    }

  return FALSE;
}

/* Nouns that name a deed by themselves, unless a verb of the sentence already tells it. */
static void
draft_nouns (Finder *self)
{
  for (gint32 i = 0; i < (gint32) self->clauses.phrases->len; i++)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (&self->clauses, i);
      const LeadupLexiconRow *row = leadup_event_composer_noun (&self->clauses, i);
      LeadupEventMeaning class;
      LeadupArgument side;
      gboolean has_sides, is_owned_to;
      Draft draft;

      if (row == NULL ||
          (is_composed (self, i) && leadup_noun_arguments_find_bidden (&self->clauses, i) < 0))
        continue;
      has_sides = leadup_noun_arguments_name_sides (self->article, &self->clauses, row, i, &side);
      is_owned_to = leadup_noun_arguments_is_of_responsible (&self->clauses, phrase);
      if (!(leadup_event_composer_is_deed (row) || has_sides) ||
          leadup_event_doubts_is_heading (&self->clauses) ||
          leadup_clauses_is_dated (&self->clauses, phrase->head) ||
          leadup_event_doubts_is_name (&self->clauses, phrase->head) ||
          leadup_event_doubts_is_any (&self->clauses, i) ||
          leadup_event_doubts_is_asked_for (&self->clauses, i))
        continue;
      leadup_event_meaning_init_noun (&class, row);
      if (leadup_event_meaning_is_cooperation (&class) &&
          leadup_event_doubts_is_refused (&self->clauses, self->readings, i))
        continue;
      if (is_drafted (self, &class,
                      leadup_clauses_is (&self->clauses, phrase->head + 1, "with"),
                      has_sides || is_owned_to))
        continue;
      leadup_event_meaning_apply (
          &class, leadup_event_doubts_find_effect (&self->clauses, self->readings, i));

      draft = new_draft (self, &class, phrase->head, phrase->head + 1);
      draft.frame.noun = i;
      draft.rank = leadup_event_composer_leads (&self->clauses, i) ? 1.2 : 3.0;
      draft.event.span = span_of (self, phrase->first, phrase->end);
      leadup_noun_arguments_find (self->article, &self->clauses, &class, i, &draft.event);
      if (is_owned_to && draft.event.initiators->len > 0)
        draft.rank = 0.0;
      if (has_sides && side.actor >= 0 && draft.event.initiators->len == 0)
        g_array_append_val (draft.event.initiators, side);
      leadup_event_tolls_add_noun (&self->clauses, i, draft.event.values);
      g_array_append_val (self->drafts, draft);
    }
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const Draft *x = a;
  const Draft *y = b;

  if (x->rank < y->rank || x->rank > y->rank)
    return x->rank < y->rank ? -1 : 1;

  return x->event.trigger.start < y->event.trigger.start   ? -1
         : x->event.trigger.start > y->event.trigger.start ? 1
                                                           : 0;
}

/* Whose claim an event is: the statement whose content holds it. */
static void
set_speaker (const Finder *self,
             Draft        *draft)
{
  LeadupArticleEvent *event = &draft->event;
  const LeadupStatement *statement =
      leadup_statements_get_holding (self->article, self->first_statement, event->trigger);

  if (statement == NULL ||
      leadup_event_doubts_is_known (&self->clauses, draft->predicate, statement))
    return;

  event->speaker = statement->actor;
  if (g_str_equal (event->modality, "asserted"))
    event->modality = "claimed";
}

/* Whether an earlier event of the sentence already tells what is said, with its speaker. */
static gboolean
is_told_already (const Finder          *self,
                 const LeadupStatement *statement,
                 guint                  index)
{
  for (guint i = 0; i < index; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (self->drafts, Draft, i).event;

      if (event->trigger.start >= statement->content.start &&
          event->trigger.start < statement->content.end &&
          (event->trigger.start < statement->cue.start ||
           leadup_statements_is_quoted (self->article, event->trigger.start)))
        return TRUE;
    }

  return FALSE;
}

/* “They will not listen,” she said: the headline is what she said. */
static void
point_at_said (const Finder          *self,
               const LeadupStatement *statement,
               Draft                 *draft)
{
  const LeadupToken *tokens = self->clauses.tokens;

  draft->frame.speaker =
      leadup_clauses_phrase_at (&self->clauses, leadup_tokens_at (self->article,
                                                                  statement->speaker.start));
  for (gint32 i = 0; i < (gint32) self->clauses.predicates->len && draft->frame.said < 0; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, i);

      /* “Sailors who fled have returned, they said”. */
      if (predicate->is_finite && predicate->relation != LEADUP_RELATION_RELATIVE &&
          tokens[predicate->first].span.start >= statement->content.start &&
          tokens[predicate->verb].span.end <= statement->content.end &&
          !leadup_event_doubts_is_asked (&self->clauses, predicate) &&
          !leadup_event_doubts_is_told (&self->clauses, predicate))
        draft->frame.said = i;
    }
}

static void
drop_draft (Draft *draft)
{
  g_array_unref (draft->event.initiators);
  g_array_unref (draft->event.targets);
  g_array_unref (draft->event.values);
}

/* Whether what is said tells of somebody by name. */
static gboolean
tells_of_somebody (const Finder *self,
                   const Draft  *draft)
{
  gint32 subject = draft->frame.said >= 0
                       ? leadup_clauses_get_predicate (&self->clauses, draft->frame.said)->subject
                       : LEADUP_NONE;

  return subject >= 0 &&
         leadup_role_argument_make (self->article, &self->clauses, subject).actor >= 0;
}

/* “…, according to a report”: whose account it is. Only what it tells of somebody is a statement of
 * its own, unless that is an event already. */
static void
draft_attributions (Finder *self)
{
  const GArray *statements = self->article->statements;
  LeadupSpan here = span_of (self, self->clauses.first, self->clauses.end);

  for (guint i = self->first_statement; i < statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (statements, LeadupStatement, i);
      LeadupArgument who = { statement->speaker, statement->actor };
      LeadupEventMeaning class;
      Draft draft;
      guint32 cue;

      if (statement->cue.start >= here.end)
        break;
      if (statement->cue.start < here.start)
        continue;
      cue = leadup_tokens_at (self->article, statement->cue.start);
      if (leadup_lexicon_table_match (self->clauses.facts->cue_prepositions,
                                      &self->clauses.tokens[cue],
                                      self->clauses.end - cue) == NULL ||
          is_told_already (self, statement, self->drafts->len))
        continue;

      leadup_event_meaning_init (&class, "statement", "CONSULT", 0.0);
      class.quad = LEADUP_QUAD_CLASS_NEUTRAL;
      draft = new_draft (self, &class, cue, cue + 1);
      draft.event.trigger = statement->cue;
      draft.event.span = statement->content;
      draft.rank = 1.5;
      g_array_append_val (draft.event.initiators, who);
      point_at_said (self, statement, &draft);
      if (draft.frame.speaker >= 0 && tells_of_somebody (self, &draft))
        {
          draft.frame.outer = draft.frame.inner = draft.frame.said;
          g_array_append_val (self->drafts, draft);
        }
      else
        {
          drop_draft (&draft);
        }
    }
}

/* “used the wealth to launch programmes”, “the chance to cancel the vote”: what words are for, not
 * that anybody planned them. Where nothing else is told, Roe who “came in to sign the deal” did. */
static gboolean
is_mere_purpose (const Finder *self,
                 const Draft  *draft)
{
  const LeadupPredicate *predicate;

  if (draft->predicate < 0 || draft->frame.outer != draft->frame.inner ||
      !g_str_equal (draft->event.modality, "planned"))
    return FALSE;
  predicate = leadup_clauses_get_predicate (&self->clauses, draft->predicate);
  /* “a strategy to defeat the front” is aimed at somebody. */
  if (leadup_event_doubts_is_of_means (&self->clauses, predicate) &&
      (draft->event.targets->len == 0 ||
       g_array_index (draft->event.targets, LeadupArgument, 0).actor < 0))
    return TRUE;
  if (strncmp (draft->event.quad, "material", strlen ("material")) == 0 ||
      (self->drafts->len == 1 && !g_str_equal (draft->event.quad, "neutral") &&
       draft->event.initiators->len > 0 &&
       g_array_index (draft->event.initiators, LeadupArgument, 0).actor >= 0))
    return FALSE;

  return predicate->relation == LEADUP_RELATION_INFINITIVE && !predicate->is_joined;
}

/* How much a verb of saying says by itself: “plain” of “he said”, “more” of “he added”, nothing of
 * “he denied”. */
static const char *
get_plainness (const Finder *self,
               const Draft  *draft)
{
  const LeadupLexiconRow *row;

  /* What somebody else says that she said is another saying. */
  if (draft->predicate < 0 ||
      leadup_clauses_get_predicate (&self->clauses, draft->predicate)->relation ==
        LEADUP_RELATION_CONTENT)
    return "";
  row = leadup_clauses_match_verb (&self->clauses, self->clauses.facts->cues,
                                   leadup_clauses_get_predicate (&self->clauses, draft->predicate));

  return row != NULL ? row->columns[2] : "";
}

/* What only could be done, or would be if something else were: nothing has happened, and nobody has
 * said that it has. Only where a sentence is about nothing else is it kept, as possible. */
static gboolean
is_idle (const Finder *self,
         const Draft  *draft)
{
  const char *modality = draft->event.modality;

  if (is_mere_purpose (self, draft))
    return TRUE;
  /* “It is not clear who carried it out”, “no group claimed it”, “the army has not commented”:
   * nothing is told of anybody. */
  if (g_str_equal (draft->event.polarity, "negative") &&
      g_str_equal (draft->event.category, "statement") &&
      (leadup_event_doubts_names_nobody (&self->clauses, &draft->event) ||
       *get_plainness (self, draft) != '\0'))
    return TRUE;
  if (!g_str_equal (modality, "possible") && !g_str_equal (modality, "hypothetical"))
    return FALSE;

  return draft->frame.outer < 0 || draft->event.initiators->len == 0 ||
         g_array_index (draft->event.initiators, LeadupArgument, 0).actor < 0 ||
         leadup_clauses_get_predicate (&self->clauses, draft->frame.outer)->relation !=
             LEADUP_RELATION_MAIN;
}

static gboolean
is_mere_saying (const LeadupArticleEvent *event)
{
  return g_str_equal (event->quad, "neutral") && g_str_equal (event->category, "statement") &&
         event->initiators->len == 1 && event->values->len == 0;
}

static gboolean
has_own_date (const Finder *self)
{
  return self->first_date < self->article->dates->len &&
         g_array_index (self->article->dates, LeadupDate, self->first_date).first_token <
             self->clauses.end;
}

/* “…, he added”, “she said” again: goes on with what the same speaker was told to have said; only
 * on another day it is another saying. */
static gboolean
goes_on (const Finder *self,
         const Draft  *draft)
{
  const LeadupArticleEvent *event = &draft->event;
  const char *plainness;
  gint32 speaker;

  if (!is_mere_saying (event) || self->said == G_MAXUINT32 || has_own_date (self))
    return FALSE;
  plainness = get_plainness (self, draft);
  speaker = g_array_index (event->initiators, LeadupArgument, 0).actor;

  return g_str_equal (plainness, "more") ||
         (*plainness != '\0' && speaker >= 0 &&
          g_hash_table_contains (self->speakers, GINT_TO_POINTER (speaker + 1)));
}

static void
remember_speaker (Finder                   *self,
                  const LeadupArticleEvent *event)
{
  gint32 speaker;

  if (!is_mere_saying (event))
    return;
  speaker = g_array_index (event->initiators, LeadupArgument, 0).actor;
  if (speaker >= 0)
    g_hash_table_add (self->speakers, GINT_TO_POINTER (speaker + 1));
  self->said = self->sentence;
}

static void
flush_drafts (Finder *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (is_idle (self, &g_array_index (self->drafts, Draft, i)))
      {
        drop_draft (&g_array_index (self->drafts, Draft, i));
        g_array_remove_index (self->drafts, i--);
      }
  g_array_sort (self->drafts, compare_drafts);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i);
      const LeadupStatement *said = NULL;
      gboolean is_more = goes_on (self, draft);

      if (g_str_equal (draft->event.category, "statement"))
        said = leadup_statements_get_before (self->article, self->first_statement,
                                             draft->event.trigger.start);
      remember_speaker (self, &draft->event);
      if (g_str_equal (draft->event.plover, "ASSAULT"))
        self->last_assault = self->sentence;
      if (is_more || (said != NULL && is_told_already (self, said, i)))
        {
          drop_draft (draft);
          g_array_remove_index (self->drafts, i--);
          continue;
        }
      if (said != NULL)
        point_at_said (self, said, draft);
      set_speaker (self, draft);
      leadup_event_tolls_drop_unreal (self->clauses.facts, &draft->event);
      leadup_event_dates_find_foreign (&self->clauses,
                                       &(LeadupEventPlace) { draft->frame.inner,
                                                             draft->frame.outer,
                                                             draft->frame.noun,
                                                             draft->predicate,
                                                             draft->event_token,
                                                             self->first_statement,
                                                             g_str_has_prefix (
                                                               draft->event.quad, "material") },
                                       self->first_date, &draft->event);
      draft->event.title = leadup_headline_make (&self->clauses, &draft->frame, &draft->event);
      g_array_append_val (self->article->events, draft->event);
    }
  g_array_set_size (self->drafts, 0);
}

/* What lies before a piece of text, which no later piece asks for. */
static void
skip_what_is_over (Finder *self,
                   guint32 first)
{
  const GArray *dates = self->article->dates, *statements = self->article->statements;
  guint32 start = self->clauses.tokens[first].span.start;

  while (self->first_date < dates->len &&
         g_array_index (dates, LeadupDate, self->first_date).end_token <= first)
    self->first_date++;
  while (self->first_statement < statements->len)
    {
      const LeadupStatement *statement
          = &g_array_index (statements, LeadupStatement, self->first_statement);

      if (statement->content.end > start || statement->cue.end > start)
        break;
      self->first_statement++;
    }
}

static void
read_piece (Finder            *self,
            const LeadupParse *parse)
{
  self->sentence = self->clauses.tokens[parse->first].sentence;
  skip_what_is_over (self, parse->first);
  leadup_clauses_recall (&self->clauses, parse);
  self->clauses.first_statement = self->first_statement;
  if (leadup_event_doubts_is_question (&self->clauses))
    return;
  leadup_affiliations_find (self->article, &self->clauses);
  leadup_event_composer_read (&self->clauses, self->readings);
  for (gint32 i = 0; i < (gint32) self->clauses.predicates->len; i++)
    draft_predicate (self, i);
  draft_nouns (self);
  draft_attributions (self);
  flush_drafts (self);
}

/**
 * leadup_events_find:
 * @article: an article with tokens, grammar, actors, dates, statements and parses
 *
 * Finds what happened or was said in each sentence that is no furniture, the main event of a
 * sentence first: class by lexicon and composition, who did it to whom, tolls and sums, whose claim
 * it is.
 */
void
leadup_events_find (LeadupArticle *article)
{
  Finder self = { .article = article, .said = G_MAXUINT32, .last_assault = G_MAXUINT32 - 1 };

  g_return_if_fail (article != NULL);

  g_array_set_size (article->events, 0);
  leadup_clauses_init (&self.clauses, article);
  self.readings = g_array_new (FALSE, TRUE, sizeof (LeadupReading));
  self.drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  self.speakers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < article->parses->len; i++)
    read_piece (&self, &g_array_index (article->parses, LeadupParse, i));

  leadup_clauses_forget (article);
  g_hash_table_unref (self.speakers);
  g_array_unref (self.drafts);
  g_array_unref (self.readings);
  leadup_clauses_clear (&self.clauses);
}
