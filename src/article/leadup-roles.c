/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-roles.h"

#include "article/leadup-actors.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-tokens.h"

#include <string.h>

#define MAX_ARGUMENTS 4

typedef struct
{
  LeadupArticle *article;
  const LeadupClauses *clauses;
  const LeadupRoleFrame *frame;
  LeadupArticleEvent *event;
} Finder;

static const LeadupPhrase *
phrase_of (const LeadupClauses *clauses,
           gint32               index)
{
  return leadup_clauses_get_phrase (clauses, index);
}

static gboolean
is_nobody (const Finder *self,
           gint32        phrase)
{
  return leadup_role_argument_is_nobody (self->clauses, phrase);
}

static gboolean
has_somebody (const Finder *self,
              gint32        phrase)
{
  return leadup_role_argument_is_somebody (self->article, self->clauses, phrase);
}

static gboolean
overlaps (const LeadupArgument *a,
          const LeadupArgument *b)
{
  return a->span.start < b->span.end && b->span.start < a->span.end;
}

/* “him”, not “himself”. */
static gboolean
is_other (const Finder *self,
          gint32        phrase)
{
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  return here->is_pronoun && !g_str_has_suffix (self->clauses->tokens[here->head].folded, "self");
}

/* Whether a charge follows, so that what comes then is joined to something else. */
static gboolean
add_argument (const Finder *self,
              GArray       *arguments,
              gint32        phrase)
{
  LeadupArgument argument;
  gboolean is_cut;

  if (arguments->len >= MAX_ARGUMENTS || is_nobody (self, phrase))
    return FALSE;

  argument = leadup_role_argument_make (self->article, self->clauses, phrase);
  is_cut = arguments == self->event->targets &&
           leadup_role_argument_cut_charge (self->clauses, phrase, self->event->category,
                                            &argument);
  for (guint i = 0; i < self->event->initiators->len; i++)
    if (overlaps (&g_array_index (self->event->initiators, LeadupArgument, i), &argument))
      return FALSE;
  for (guint i = 0; i < self->event->targets->len; i++)
    if (overlaps (&g_array_index (self->event->targets, LeadupArgument, i), &argument))
      return FALSE;

  /* “Ada Roe urged him”: whoever that is, not herself. */
  if (arguments == self->event->targets && is_other (self, phrase))
    for (guint i = 0; i < self->event->initiators->len; i++)
      if (g_array_index (self->event->initiators, LeadupArgument, i).actor == argument.actor)
        argument.actor = -1;

  g_array_append_val (arguments, argument);

  return is_cut;
}

static gboolean
has_preposition (const LeadupClauses *clauses,
                 const LeadupPhrase  *phrase,
                 const char          *name,
                 gsize                length)
{
  const char *word;

  if (phrase->preposition < 0)
    return FALSE;
  word = clauses->tokens[phrase->preposition].folded;

  return strlen (word) == length && strncmp (word, name, length) == 0;
}

/* The first phrase in [from, to) that this preposition governs. */
static gint32
find_with (const Finder *self,
           gint32        from,
           gint32        to,
           const char   *name,
           gsize         length)
{
  for (gint32 i = from; i < to; i++)
    if (has_preposition (self->clauses, phrase_of (self->clauses, i), name, length) &&
        !is_nobody (self, i))
      return i;

  return LEADUP_NONE;
}

/* “withdrew its troops from the valley”: they are what is moved. */
static gboolean
moves_troops (const Finder *self)
{
  return g_str_equal (self->event->plover, "MOBILIZE") ||
         g_str_equal (self->event->category, "withdrawal");
}

static gint32
object_of (const Finder *self)
{
  const LeadupPredicate *inner = self->frame->inner;

  if (inner->object < 0 || inner->object == self->frame->noun ||
      phrase_of (self->clauses, inner->object)->head < inner->verb + self->frame->words ||
      leadup_role_argument_is_money (self->clauses, inner->object) ||
      is_nobody (self, inner->object) ||
      (moves_troops (self) &&
       leadup_role_argument_is_own (self->clauses, phrase_of (self->clauses, inner->object))))
    return LEADUP_NONE;

  return inner->object;
}

/* “gave Iran a warning”: the first of two objects; “provided millions in loans to Fiji”, “provided
 * Egypt with loans”. */
static gint32
receiver_of (const Finder *self,
             gint32        from,
             gint32        to)
{
  const LeadupPredicate *inner = self->frame->inner;
  gint32 next = inner->phrases + 1;
  gint32 receiver;

  if (inner->object == inner->phrases && next < inner->phrases_end &&
      phrase_of (self->clauses, next)->preposition < 0 &&
      phrase_of (self->clauses, next)->first == phrase_of (self->clauses, inner->object)->end)
    return inner->object;

  receiver = find_with (self, from, to, "to", 2);
  if (receiver >= 0 && has_somebody (self, receiver))
    return receiver;

  return self->frame->noun < 0 && inner->object >= 0 && has_somebody (self, inner->object) &&
                 leadup_clauses_is (self->clauses, phrase_of (self->clauses, inner->object)->end,
                                    "with")
             ? inner->object
             : LEADUP_NONE;
}

/* “raised it in a call”: when that was, not with whom. */
static gboolean
is_occasion (const Finder *self,
             gint32        phrase)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, phrase);

  return row != NULL && leadup_event_composer_is_deed (row) &&
         !leadup_event_composer_is_assault (row) &&
         has_preposition (self->clauses, phrase_of (self->clauses, phrase), "in", 2);
}

/* By the frame: the receiver or the object where these come first, the nearest phrase that one of
 * the prepositions governs, the object where it comes last. */
static gint32
find_target (const Finder *self,
             gint32        from,
             gint32        to)
{
  const char *targets = self->frame->targets + (self->frame->targets[0] == '=');
  gboolean has_object = self->frame->noun < 0;
  gint32 found = LEADUP_NONE;

  /* “met the king at the palace”: with whom, else whom, else where. */
  if (self->frame->targets[0] == '=' && g_str_has_prefix (targets, "with|o"))
    {
      found = find_with (self, from, to, "with", 4);
      if (found < 0 && has_object)
        found = object_of (self);
    }
  else if (targets[0] == 'd')
    found = receiver_of (self, from, to);
  else if (targets[0] == 'o' && (targets[1] == '|' || targets[1] == '\0') && has_object)
    found = object_of (self);

  for (gint32 i = from; found < 0 && i < to; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);

      if (phrase->preposition >= 0 && !is_nobody (self, i) &&
          leadup_role_argument_takes (targets,
                                      self->clauses->tokens[phrase->preposition].folded) &&
          !is_occasion (self, i))
        found = i;
    }

  return found < 0 && has_object && g_str_has_suffix (targets, "|o") ? object_of (self) : found;
}

/* Whether a phrase means somebody, not something that happened or a thing. */
static gboolean
is_party (const Finder *self,
          gint32        phrase)
{
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  if (moves_troops (self) &&
      leadup_actors_at (self->article, here->first, here->end) < 0)
    return FALSE;

  if (here->is_pronoun)
    return !leadup_clauses_is (self->clauses, here->head, "it");
  if (leadup_actors_at (self->article, here->first, here->end) >= 0)
    return TRUE;
  if (leadup_event_composer_noun (self->clauses, phrase) != NULL)
    return FALSE;

  /* “both sides”, “some of the peacekeepers”. */
  return leadup_clauses_is (self->clauses, here->first, "both") ||
         (leadup_clauses_get_fact (self->clauses, here->head)->classes & LEADUP_WORD_PARTY) != 0 ||
         leadup_role_argument_make (self->article, self->clauses, phrase).actor >= 0;
}

/* What happened, a sum, and in words and help any thing: nobody to whom it was done. */
static gboolean
is_no_target (const Finder *self,
              gint32        phrase)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, phrase);

  return leadup_role_argument_is_money (self->clauses, phrase) ||
         leadup_event_composer_is_assault (row) ||
         (row != NULL && leadup_event_composer_is_deed (row)) ||
         (!g_str_has_prefix (self->event->quad, "material conflict") &&
          !g_str_equal (self->event->category, "withdrawal") &&
          !g_str_equal (self->event->plover, "THREATEN"));
}

/* A phrase and those that “and” joins to it. */
static void
add_list (const Finder *self,
          GArray       *arguments,
          gint32        phrase,
          guint32       end)
{
  gint32 last = phrase;
  gint32 list_end = phrase;

  /* Commas join only what an “and” closes; else an apposition follows. */
  for (gint32 i = phrase + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *next = phrase_of (self->clauses, i);

      if (next->first >= end || (next->joined < 0 && next->parent < 0))
        break;
      if (next->joined >= 0 &&
          self->clauses->grammar[next->first - 1].tag == LEADUP_TAG_CONJUNCTION)
        list_end = i;
    }

  if (add_argument (self, arguments, phrase))
    return;
  for (gint32 i = phrase + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *next = phrase_of (self->clauses, i);

      if (next->first >= end || i > list_end)
        break;
      if (next->joined < 0 || next->joined < last)
        {
          if (next->parent >= 0)
            {
              last = i;
              continue;
            }
          break;
        }
      if (next->preposition >= 0)
        break;
      /* “reiterates its support for Chad and its hopes”. */
      if ((arguments != self->event->targets || is_party (self, i) || !is_no_target (self, i)) &&
          add_argument (self, arguments, i))
        return;
      last = i;
    }
}

/* Who did the deed that a phrase names: “a bombing by rebels”. */
static void
add_doer (const Finder *self,
          gint32        deed)
{
  if (deed + 1 < (gint32) self->clauses->phrases->len &&
      has_preposition (self->clauses, phrase_of (self->clauses, deed + 1), "by", 2) &&
      phrase_of (self->clauses, deed + 1)->preposition ==
        (gint32) phrase_of (self->clauses, deed)->end)
    add_list (self, self->event->initiators, deed + 1, self->clauses->end);
}

/* Where the clause of a verb ends at the latest: at the next verb with a subject of its own. */
static guint32
end_of_reach (const Finder *self)
{
  const LeadupPredicate *inner = self->frame->inner;

  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *next = leadup_clauses_get_predicate (self->clauses, i);

      if (next->first > inner->verb && next->is_finite &&
          next->relation != LEADUP_RELATION_RELATIVE)
        return next->subject >= 0
                   ? MAX (inner->end, phrase_of (self->clauses, next->subject)->first)
                   : next->first;
    }

  return self->clauses->end;
}

/* “returned the coin that was stolen in Mali to Chad”, “was returned by the police to Chad”: what
 * is given back goes to whom it is given. */
static gint32
find_destination (const Finder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  guint32 end;

  if (!g_str_has_prefix (self->frame->targets, "to|") || self->frame->noun >= 0 ||
      (inner->object >= 0 && has_somebody (self, inner->object)) ||
      (inner->is_passive && inner->subject >= 0 && has_somebody (self, inner->subject)))
    return LEADUP_NONE;

  end = end_of_reach (self);
  for (gint32 i = inner->phrases; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);

      if (phrase->first >= end)
        break;
      if (has_preposition (self->clauses, phrase, "to", 2) && has_somebody (self, i) &&
          !is_nobody (self, i))
        return i;
    }

  return LEADUP_NONE;
}

/* By whom it was done; “were released after talks by elders” does not say. */
static gint32
find_doer (const Finder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gint32 by = find_with (self, outer->phrases, outer->phrases_end, "by", 2);
  const LeadupPhrase *before;

  if (by <= outer->phrases)
    return by;
  before = phrase_of (self->clauses, by - 1);

  return before->preposition >= 0 &&
                 before->end == (guint32) phrase_of (self->clauses, by)->preposition &&
                 leadup_event_composer_is_deed (leadup_event_composer_noun (self->clauses, by - 1))
             ? LEADUP_NONE
             : by;
}

static void
find_initiators (const Finder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gboolean suffers = self->frame->targets[0] == 's' && !outer->is_passive;

  /* “The envoy is expected to meet the king”: she does so. */
  if (outer->is_passive && outer != self->frame->inner && !self->frame->inner->is_passive &&
      g_str_equal (self->event->modality, "planned") && outer->subject >= 0)
    {
      add_list (self, self->event->initiators, outer->subject, outer->first);
      return;
    }
  if (outer->is_passive)
    {
      gint32 by = find_doer (self);

      if (outer->subject >= 0 && self->frame->noun != outer->subject &&
          find_destination (self) < 0)
        add_list (self, self->event->targets, outer->subject, outer->first);
      /* “passed by 92 votes”. */
      if (by >= 0 && (is_party (self, by) || g_str_equal (self->event->plover, "ASSAULT")))
        add_list (self, self->event->initiators, by, outer->clause_end);
      return;
    }

  if (outer->subject >= 0 && outer->subject != self->frame->noun)
    add_list (self, suffers ? self->event->targets : self->event->initiators,
              leadup_role_argument_antecedent (self->clauses, outer), outer->first);
  /* “faced shelling by the army”. */
  if (suffers && self->frame->noun >= 0 && self->event->initiators->len == 0)
    add_doer (self, self->frame->noun);
}

/* “Chad and Togo signed a deal” with each other, if nobody else is named. */
static gboolean
is_mutual (const Finder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  const char *category = self->event->category;

  /* “agreed to lift the ban”: what both do is done to somebody else. */
  return (self->frame->targets[0] == '=' ||
          (self->frame->noun >= 0 && self->frame->outer == inner &&
           (g_str_equal (category, "agreement") || g_str_equal (category, "talks") ||
            g_str_equal (category, "cooperation")))) &&
         find_with (self, inner->phrases, inner->phrases_end, "with", 4) < 0;
}

/* Two sides in the subject: “A and B met”. */
static void
split_sides (const Finder *self)
{
  GArray *initiators = self->event->initiators;

  if (initiators->len < 2 || self->event->targets->len > 0 || !is_mutual (self))
    return;

  for (guint i = 1; i < initiators->len; i++)
    {
      LeadupArgument side = g_array_index (initiators, LeadupArgument, i);

      g_array_append_val (self->event->targets, side);
    }
  g_array_set_size (initiators, 1);
}

/* “Talks between Chad and Mali began”: both do it, with each other. */
static void
split_between (const Finder *self)
{
  GArray *targets = self->event->targets;
  guint32 token;

  if (self->frame->noun < 0 || self->event->initiators->len > 0 || targets->len < 2)
    return;
  token = leadup_tokens_at (self->article, g_array_index (targets, LeadupArgument, 0).span.start);
  if (token == 0 || !leadup_clauses_is (self->clauses, token - 1, "between"))
    return;

  g_array_append_val (self->event->initiators, g_array_index (targets, LeadupArgument, 0));
  g_array_remove_index (targets, 0);
}

/* Whether the object of blame is a deed of violence, which has victims. */
static gboolean
blames_deed (const Finder *self,
             gint32        object)
{
  return object >= 0 && g_str_equal (self->event->category, "accusation") &&
         leadup_event_composer_is_assault (leadup_event_composer_noun (self->clauses, object));
}

/* “rejected accusations by Peru”: an event is no target where somebody stands behind it. */
static gint32
prefer_actor (const Finder *self,
              gint32        object,
              gint32        to)
{
  static const char *const behind[] = { "by", "from", "of", "against", "on", "to", "for" };
  const LeadupPhrase *phrase = phrase_of (self->clauses, object);
  /* “condemned the killing of Ada Roe”: she is not condemned. */
  guint n_behind = blames_deed (self, object) ? 2 : G_N_ELEMENTS (behind);

  if (leadup_actors_at (self->article, phrase->first, phrase->end) >= 0)
    return object;
  for (gint32 i = object + 1; i < MIN (to, object + 4); i++)
    {
      const LeadupPhrase *next = phrase_of (self->clauses, i);

      if (next->preposition < 0 || is_nobody (self, i) ||
          !has_somebody (self, i))
        continue;
      for (guint j = 0; j < n_behind; j++)
        if (has_preposition (self->clauses, next, behind[j], strlen (behind[j])))
          return i;
    }
  /* “rejected the plan drawn up by Peru”. */
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *made = leadup_clauses_get_predicate (self->clauses, i);

      if (made->is_reduced && made->subject == object && made->phrases < made->phrases_end &&
          has_preposition (self->clauses, phrase_of (self->clauses, made->phrases), "by", 2) &&
          has_somebody (self, made->phrases))
        return made->phrases;
    }

  return object;
}

/* “provided millions in aid for those in Chad”, “lifted the emergency in four states”: a thing is
 * no target where somebody stands further on. */
static gint32
find_party (const Finder *self,
            gint32        after,
            gint32        fallback)
{
  guint32 end = end_of_reach (self);

  for (gint32 i = after + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);
      LeadupArgument argument;
      gboolean is_taken = FALSE;

      if (phrase->first >= end)
        break;
      /* “to help the people of Chad”. */
      if ((phrase->preposition < 0 &&
           (phrase->first == self->clauses->first ||
            self->clauses->grammar[phrase->first - 1].tag != LEADUP_TAG_VERB)) ||
          has_preposition (self->clauses, phrase, "by", 2) ||
          leadup_role_argument_is_own (self->clauses, phrase) ||
          is_nobody (self, i) || !is_party (self, i))
        continue;
      argument = leadup_role_argument_make (self->article, self->clauses, i);
      for (guint j = 0; j < self->event->initiators->len; j++)
        {
          const LeadupArgument *other
            = &g_array_index (self->event->initiators, LeadupArgument, j);

          is_taken = is_taken || overlaps (other, &argument) ||
                     (argument.actor >= 0 && other->actor == argument.actor);
        }
      if (!is_taken)
        return i;
    }

  return fallback;
}

/* “A bombing by rebels killed nine”: who did the bombing did it; “Three strikes hit the port” does
 * not say who. */
static void
look_behind_deed (const Finder *self,
                  gint32        subject)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, subject);

  if (row == NULL || !leadup_event_composer_is_deed (row) ||
      !leadup_event_composer_is_assault (row))
    return;

  g_array_set_size (self->event->initiators, 0);
  add_doer (self, subject);
}

/* “This guarantee will support Iraq”: a thing does nothing to anybody, but for “the bomb killed”.
 */
static void
drop_things (const Finder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gint32 subject;

  if (self->event->initiators->len != 1 || outer->is_passive || outer->subject < 0)
    return;
  subject = leadup_role_argument_antecedent (self->clauses, outer);
  if (g_array_index (self->event->initiators, LeadupArgument, 0).actor >= 0)
    return;

  if (g_str_has_prefix (self->event->quad, "material conflict"))
    look_behind_deed (self, subject);
  else if (!is_party (self, subject))
    g_array_set_size (self->event->initiators, 0);
}

/* “ambushed a convoy, wounding five”: what is hit needs not be somebody. */
static gboolean
is_hit (const Finder *self,
        gint32        found)
{
  return found >= 0 && found == self->frame->inner->object && self->frame->noun < 0 &&
         g_str_equal (self->event->plover, "ASSAULT");
}

/* Who gets what is given: “to” or “for” further on, or whom it is to help. @fallback if nobody. */
static gint32
find_receiver (const Finder *self,
               gint32        fallback)
{
  const LeadupPredicate *inner = self->frame->inner;
  gint32 helped = LEADUP_NONE;

  for (gint32 i = inner->phrases; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *phrase = phrase_of (self->clauses, i);

      if (is_nobody (self, i))
        continue;
      if (phrase->preposition >= 0 &&
          (leadup_clauses_is (self->clauses, (guint32) phrase->preposition, "to") ||
           leadup_clauses_is (self->clauses, (guint32) phrase->preposition, "for")))
        return i;
      if (helped < 0 && i > inner->phrases && has_somebody (self, i))
        helped = i;
    }

  return helped >= 0 ? helped : fallback;
}

/* “carried out strikes using jets against the front”. */
static gint32
find_far (const Finder *self,
          gint32        from)
{
  gint32 found = find_with (self, from, (gint32) self->clauses->phrases->len, "against", 7);

  return found >= 0 && phrase_of (self->clauses, found)->first < end_of_reach (self)
           ? found
           : LEADUP_NONE;
}

/* “ordered the paper to close”, “called on Chad to press Mali to withdraw”: who is asked. */
static gint32
find_addressee (const Finder *self)
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
                 has_somebody (self, asked)
             ? asked
             : LEADUP_NONE;
}

/* What is told of things as well as of somebody: “optimism about the plan”, and “responsibility for
 * an attack on the base” stands for the base. */
static gint32
find_matter (const Finder *self,
             gint32        found)
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
      has_preposition (self->clauses, phrase_of (self->clauses, found + 1), "by", 2) ||
      is_nobody (self, found + 1))
    return LEADUP_NONE;

  return found + 1;
}

static void
add_targets (const Finder *self,
             gint32        phrase)
{
  gint32 meant = leadup_role_argument_resolve_object (self->article, self->clauses, phrase,
                                                      self->frame->noun);

  add_list (self, self->event->targets, meant, self->clauses->end);
}

static void
find_targets (const Finder *self)
{
  static const char *const fallbacks[] = {
    "against", "to", "with", "about", "over", "on", "for", "from", "in", "at"
  };
  const LeadupPredicate *inner = self->frame->inner;
  gint32 from = inner->phrases, to = inner->phrases_end;
  gint32 found = LEADUP_NONE;
  /* “wrote on X”, “said in Paris”: where something is said is not whom it is said to. */
  gboolean is_said = g_str_equal (self->event->category, "statement");
  guint n_fallbacks = is_said ? 5 : G_N_ELEMENTS (fallbacks);

  if (self->event->targets->len > 0)
    return;
  found = find_addressee (self);
  if (found >= 0)
    {
      add_list (self, self->event->targets, found, inner->first);
      return;
    }
  if (self->frame->noun >= from && self->frame->noun < to)
    {
      /* “gave Iran a warning”. */
      if (self->frame->noun == from + 1 && inner->object == from)
        found = from;
      from = self->frame->noun + 1;
    }
  if (self->frame->noun >= 0 && self->frame->noun < inner->phrases)
    to = MAX (to, from = self->frame->noun + 1);
  if (found < 0 && self->frame->noun < 0)
    found = leadup_role_argument_find_blamed (self->clauses, inner->object);
  if (found < 0)
    found = find_target (self, from, to);
  if (self->frame->targets[0] == 'd' && (found < 0 || found == inner->object))
    found = find_receiver (self, found);
  if (found < 0 && self->frame->noun >= 0)
    found = find_target (self, inner->phrases, inner->phrases_end);
  if (found < 0)
    found = object_of (self);

  if (found >= 0 && found == inner->object && !phrase_of (self->clauses, found)->is_pronoun &&
      !has_somebody (self, found))
    found = prefer_actor (self, found, to);
  if (found < 0 && g_str_equal (self->event->plover, "ASSAULT"))
    found = find_far (self, to);
  for (guint i = 0; found < 0 && i < n_fallbacks; i++)
    found = find_with (self, from, to, fallbacks[i], strlen (fallbacks[i]));

  if ((found < 0 || found == inner->object) && find_destination (self) >= 0)
    found = find_destination (self);
  if (!is_said && !blames_deed (self, inner->object) && !is_hit (self, found) &&
      (found < 0 || !is_party (self, found)))
    found = find_party (self, found >= 0 ? found : inner->phrases - 1, found);
  if (found >= 0 && !is_party (self, found) && is_no_target (self, found))
    found = find_matter (self, found);

  if (found >= 0)
    add_targets (self, found);
}

/**
 * leadup_roles_find:
 * @article: the article
 * @clauses: the parse of the sentence
 * @frame: where to look
 * @event: the event whose initiators and targets are filled
 *
 * Who did it to whom: the subject, or what “by” names in the passive; the object or what the
 * prepositions of the frame name; both sides of what is done together.
 */
void
leadup_roles_find (LeadupArticle         *article,
                   const LeadupClauses   *clauses,
                   const LeadupRoleFrame *frame,
                   LeadupArticleEvent    *event)
{
  Finder self = { article, clauses, frame, event };

  g_return_if_fail (article != NULL);
  g_return_if_fail (event != NULL);

  find_initiators (&self);
  drop_things (&self);
  split_sides (&self);
  find_targets (&self);
  split_between (&self);
}
