/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-roles.h"

#include "article/leadup-clause-subject.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-noun-arguments.h"
#include "article/leadup-role-antecedent.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-role-finder.h"
#include "article/leadup-role-targets.h"
#include "article/leadup-tokens.h"

#include <string.h>

static const LeadupPhrase *
phrase_of (const LeadupClauses *clauses,
           gint32               index)
{
  return leadup_clauses_get_phrase (clauses, index);
}

/* Who did the deed that a phrase names: “a bombing by rebels”, or claims to have. */
static void
add_doer (const LeadupRoleFinder *self,
          gint32                  deed)
{
  gint32 claimant = leadup_noun_arguments_find_claimant (self->clauses, deed);

  if (claimant >= 0 &&
      leadup_role_argument_make (self->article, self->clauses, claimant).actor >= 0)
    leadup_role_finder_add_list (self, self->event->initiators, claimant,
                                 phrase_of (self->clauses, claimant)->end);
  else if (deed + 1 < (gint32) self->clauses->phrases->len &&
      leadup_role_finder_has_preposition (self->clauses, phrase_of (self->clauses, deed + 1), "by",
                                          2) &&
      phrase_of (self->clauses, deed + 1)->preposition ==
          (gint32) phrase_of (self->clauses, deed)->end)
    leadup_role_finder_add_list (self, self->event->initiators, deed + 1, self->clauses->end);
}

/* By whom it was done; “were released after talks by elders” does not say. */
static gint32
find_doer (const LeadupRoleFinder *self)
{
  static const char *const occasions[] = { "in", "during", NULL };
  const LeadupPredicate *outer = self->frame->outer;
  gint32 by = leadup_role_finder_find_with (self, outer->phrases, outer->phrases_end, "by", 2);
  const LeadupLexiconRow *deed;
  const LeadupPhrase *before;

  if (by <= outer->phrases)
    return by;
  before = phrase_of (self->clauses, by - 1);
  if (before->preposition < 0 ||
      before->end != (guint32) phrase_of (self->clauses, by)->preposition)
    return by;
  deed = leadup_event_composer_noun (self->clauses, by - 1);
  /* “were killed in a raid by rebels”. */
  if (g_str_equal (self->event->plover, "ASSAULT") && leadup_event_composer_is_assault (deed) &&
      leadup_clauses_is_any (self->clauses, (guint32) before->preposition, occasions))
    return by;

  return leadup_event_composer_is_deed (deed) ? LEADUP_NONE : by;
}

/* “is committed to peace”, “is opposed to the deal”: nobody has done so to the subject. */
static gboolean
is_stance (const LeadupRoleFinder *self)
{
  static const char *const stances[] = { "committed", "opposed", "dedicated", "devoted", NULL };
  const LeadupPredicate *outer = self->frame->outer;

  return leadup_clauses_is_any (self->clauses, outer->verb, stances) &&
         leadup_clauses_is (self->clauses, outer->end, "to");
}

/* “shells fired from the hills”: nothing was done to the shells. */
static gboolean
is_fired (const LeadupRoleFinder *self,
          gint32                  phrase)
{
  static const char *const weapons[] = { "shells",  "rockets", "missiles", "bullets", "shots",
                                         "mortars", "rocket",  "missile",  "shell",   "bullet",
                                         "rounds",  NULL };
  static const char *const verbs[] = { "fired", "launched", "lobbed", NULL };

  return leadup_clauses_is_any (self->clauses, phrase_of (self->clauses, phrase)->head, weapons) &&
         leadup_clauses_is_any (self->clauses, self->frame->inner->verb, verbs);
}

static void
find_initiators (const LeadupRoleFinder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gboolean suffers = self->frame->targets[0] == 's' && !outer->is_passive;

  /* “The envoy is expected to meet the king”: she does so. */
  if (outer->is_passive && outer != self->frame->inner && !self->frame->inner->is_passive &&
      g_str_equal (self->event->modality, "planned") && outer->subject >= 0)
    {
      leadup_role_finder_add_list (self, self->event->initiators, outer->subject, outer->first);
      return;
    }
  if (outer->is_passive && !is_stance (self))
    {
      gint32 by = find_doer (self);

      /* “Two ships were sent to the strait”: who is sent comes, and nobody sends against them. */
      if (outer->subject >= 0 && by < 0 && g_str_equal (self->event->plover, "MOBILIZE"))
        leadup_role_finder_add_list (self, self->event->initiators, outer->subject, outer->first);
      else if (outer->subject >= 0 && self->frame->noun != outer->subject &&
               !is_fired (self, outer->subject) &&
               leadup_role_targets_find_destination (self) < 0)
        leadup_role_finder_add_list (self, self->event->targets, outer->subject, outer->first);
      /* “passed by 92 votes”. */
      if (by >= 0 &&
          (leadup_role_finder_is_party (self, by) || g_str_equal (self->event->plover, "ASSAULT")))
        leadup_role_finder_add_list (self, self->event->initiators, by, outer->clause_end);
      return;
    }

  if (outer->subject >= 0 && outer->subject != self->frame->noun)
    leadup_role_finder_add_list (self, suffers ? self->event->targets : self->event->initiators,
                                 leadup_role_antecedent_find (self->clauses, outer),
                                 outer->first);
  /* “faced shelling by the army”. */
  if (suffers && self->frame->noun >= 0 && self->event->initiators->len == 0)
    add_doer (self, self->frame->noun);
}

/* “accused each other”, “each accused the other”. */
static gboolean
is_each_other (const LeadupRoleFinder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  guint32 at = inner->end;

  if (leadup_clauses_is (self->clauses, at + 1, "other"))
    return leadup_clauses_is (self->clauses, at, "each") ||
           (leadup_clauses_is (self->clauses, at, "the") && inner->verb > self->clauses->first &&
            leadup_clauses_is (self->clauses, inner->verb - 1, "each"));

  return leadup_clauses_is (self->clauses, at, "one") &&
         leadup_clauses_is (self->clauses, at + 1, "another");
}

/* “Chad and Togo signed a deal” with each other, if nobody else is named. */
static gboolean
is_mutual (const LeadupRoleFinder *self)
{
  static const char *const between[] = { "broker",   "brokers", "brokered", "brokering",
                                         "mediated", "hosted",  NULL };
  /* “signed a truce”. */
  static const char *const agreeing[] = { "sign",    "signs",   "signed", "signing",
                                          "reached", "reaches", "struck", NULL };
  const LeadupPredicate *inner = self->frame->inner;
  const char *category = self->event->category;

  if (is_each_other (self))
    return TRUE;
  /* “Chad and Togo brokered a deal”: of others. */
  if (leadup_clauses_is_any (self->clauses, inner->verb, between))
    return FALSE;

  /* “A and B hosted ministers”, but “A and B discussed Mali”. */
  if (g_str_equal (category, "talks") && strstr (self->frame->targets, "|o") != NULL &&
      inner->object >= 0 && inner->object != self->frame->noun &&
      leadup_role_finder_has_somebody (self, inner->object))
    return FALSE;
  /* “agreed to lift the ban”: what both do is done to somebody else. */
  return (self->frame->targets[0] == '=' ||
          (self->frame->noun >= 0 && self->frame->outer == inner &&
           (g_str_equal (category, "agreement") || g_str_equal (category, "talks") ||
            g_str_equal (category, "cooperation") ||
            (g_str_equal (category, "withdrawal") &&
             leadup_clauses_is_any (self->clauses, inner->verb, agreeing))))) &&
         leadup_role_finder_find_with (self, inner->phrases, inner->phrases_end, "with", 4) < 0;
}

/* Two sides in the subject: “A and B met”. */
static void
split_sides (const LeadupRoleFinder *self)
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
split_between (const LeadupRoleFinder *self)
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

/* “A bombing by rebels killed nine”: who did the bombing did it; “Three strikes hit the port” does
 * not say who. */
static void
look_behind_deed (const LeadupRoleFinder *self,
                  gint32                  subject)
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
drop_things (const LeadupRoleFinder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gint32 subject;

  if (self->event->initiators->len != 1 || outer->is_passive || outer->subject < 0)
    return;
  subject = leadup_role_antecedent_find (self->clauses, outer);
  if (g_array_index (self->event->initiators, LeadupArgument, 0).actor >= 0)
    return;

  /* “The vote triggered protests”: it does not march. */
  if (g_str_equal (self->event->category, "protest") && self->frame->noun >= 0 &&
      !leadup_role_finder_is_party (self, subject))
    g_array_set_size (self->event->initiators, 0);
  else if (g_str_has_prefix (self->event->quad, "material conflict"))
    look_behind_deed (self, subject);
  else if (!leadup_role_finder_is_party (self, subject) &&
           !leadup_role_finder_has_somebody (self, subject))
    g_array_set_size (self->event->initiators, 0);
}

/* “The raids on the front killed nine men”: they were aimed at the front, where who was hit has no
 * name. */
static void
add_aim (const LeadupRoleFinder *self)
{
  static const char *const at[] = { "against", "on", NULL };
  const LeadupPredicate *outer = self->frame->outer;
  GArray *targets = self->event->targets;
  gint32 deed = outer->subject;
  LeadupArgument aim;

  if (deed < 0 || outer->is_passive || targets->len == 0 ||
      !g_str_equal (self->event->plover, "ASSAULT"))
    return;
  for (guint i = 0; i < targets->len; i++)
    if (g_array_index (targets, LeadupArgument, i).actor >= 0)
      return;

  while (deed + 1 < (gint32) self->clauses->phrases->len &&
         phrase_of (self->clauses, deed + 1)->parent == deed)
    deed++;
  if (deed + 1 >= (gint32) self->clauses->phrases->len ||
      !leadup_event_composer_is_assault (leadup_event_composer_noun (self->clauses, deed)) ||
      phrase_of (self->clauses, deed + 1)->preposition !=
          (gint32) phrase_of (self->clauses, deed)->end ||
      !leadup_clauses_is_any (self->clauses, phrase_of (self->clauses, deed)->end, at))
    return;
  aim = leadup_role_argument_make (self->article, self->clauses, deed + 1);
  if (aim.actor >= 0 && g_array_index (self->article->actors, LeadupArticleActor, aim.actor).kind !=
                            LEADUP_ACTOR_KIND_PLACE)
    g_array_append_val (targets, aim);
}

/* “Chad, along with Togo, voted”: both did. */
static void
add_companions (const LeadupRoleFinder *self)
{
  const LeadupPredicate *outer = self->frame->outer;
  gint32 next = outer->subject + 1;

  if (outer->subject < 0 || outer->is_passive || self->event->initiators->len == 0 ||
      next >= (gint32) self->clauses->phrases->len ||
      phrase_of (self->clauses, next)->first >= outer->first ||
      !leadup_clause_subject_is_beside (self->clauses, phrase_of (self->clauses, next)))
    return;
  leadup_role_finder_add_list (self, self->event->initiators, next, outer->first);
}

/* “The army said its soldiers had left”: it did. */
static void
name_owner (const LeadupRoleFinder *self)
{
  gint32 subject = self->frame->outer->subject;
  LeadupArgument *doer;

  if (self->event->initiators->len == 0 || subject < 0)
    return;
  doer = &g_array_index (self->event->initiators, LeadupArgument, 0);
  if (doer->actor < 0 &&
      doer->span.start ==
          self->clauses->tokens[phrase_of (self->clauses, subject)->first].span.start)
    doer->actor = leadup_role_argument_find_owner (self->article, self->clauses, subject);
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
  LeadupRoleFinder self = { article, clauses, frame, event };

  g_return_if_fail (article != NULL);
  g_return_if_fail (event != NULL);

  find_initiators (&self);
  drop_things (&self);
  name_owner (&self);
  add_companions (&self);
  split_sides (&self);
  leadup_role_targets_find (&self);
  split_between (&self);
  add_aim (&self);
}
