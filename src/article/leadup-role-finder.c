/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-finder.h"

#include "article/leadup-actors.h"
#include "article/leadup-clause-subject.h"
#include "article/leadup-event-composer.h"
#include "article/leadup-role-argument.h"

#include <string.h>

#define MAX_ARGUMENTS 4

static const LeadupPhrase *
phrase_of (const LeadupClauses *clauses,
           gint32               index)
{
  return leadup_clauses_get_phrase (clauses, index);
}

gboolean
leadup_role_finder_is_nobody (const LeadupRoleFinder *self,
                              gint32                  phrase)
{
  return leadup_role_argument_is_nobody (self->clauses, phrase);
}

gboolean
leadup_role_finder_has_somebody (const LeadupRoleFinder *self,
                                 gint32                  phrase)
{
  return leadup_role_argument_is_somebody (self->article, self->clauses, phrase);
}

gboolean
leadup_role_finder_overlaps (const LeadupArgument *a,
                             const LeadupArgument *b)
{
  return a->span.start < b->span.end && b->span.start < a->span.end;
}

/* “him”, not “himself”. */
static gboolean
is_other (const LeadupRoleFinder *self,
          gint32                  phrase)
{
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  return here->is_pronoun && !g_str_has_suffix (self->clauses->tokens[here->head].folded, "self");
}

static gboolean
follows_comma (const LeadupRoleFinder *self,
               gint32                  phrase)
{
  guint32 first = phrase_of (self->clauses, phrase)->first;

  return first > self->clauses->first &&
         self->clauses->grammar[first - 1].tag == LEADUP_TAG_COMMA;
}

/* Whether a charge follows, so that what comes then is joined to something else. */
static gboolean
add_argument (const LeadupRoleFinder *self,
              GArray                 *arguments,
              gint32                  phrase)
{
  LeadupArgument argument;
  gboolean is_cut;

  if (arguments->len >= MAX_ARGUMENTS || leadup_role_finder_is_nobody (self, phrase))
    return FALSE;

  argument = leadup_role_argument_make (self->article, self->clauses, phrase);
  is_cut =
      arguments == self->event->targets &&
      leadup_role_argument_cut_charge (self->clauses, phrase, self->event->category, &argument);
  /* “the minister, Ada Roe, and”: once. */
  for (guint i = 0; argument.actor >= 0 && follows_comma (self, phrase) && i < arguments->len; i++)
    if (g_array_index (arguments, LeadupArgument, i).actor == argument.actor)
      return FALSE;
  for (guint i = 0; i < self->event->initiators->len; i++)
    if (leadup_role_finder_overlaps (&g_array_index (self->event->initiators, LeadupArgument, i),
                                     &argument))
      return FALSE;
  for (guint i = 0; i < self->event->targets->len; i++)
    if (leadup_role_finder_overlaps (&g_array_index (self->event->targets, LeadupArgument, i),
                                     &argument))
      return FALSE;

  /* “Her aide, Bo Poe, and …”: he is named already. */
  for (guint i = 0; i < arguments->len && argument.actor >= 0; i++)
    if (g_array_index (arguments, LeadupArgument, i).actor == argument.actor &&
        leadup_article_get_actor (self->article, argument.actor)->kind == LEADUP_ACTOR_KIND_PERSON)
      return FALSE;

  /* “Ada Roe urged him”: whoever that is, not herself. */
  if (arguments == self->event->targets && is_other (self, phrase))
    for (guint i = 0; i < self->event->initiators->len; i++)
      if (g_array_index (self->event->initiators, LeadupArgument, i).actor == argument.actor)
        argument.actor = -1;

  g_array_append_val (arguments, argument);

  return is_cut;
}

gboolean
leadup_role_finder_has_preposition (const LeadupClauses *clauses,
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
gint32
leadup_role_finder_find_with (const LeadupRoleFinder *self,
                              gint32                  from,
                              gint32                  to,
                              const char             *name,
                              gsize                   length)
{
  for (gint32 i = from; i < to; i++)
    if (leadup_role_finder_has_preposition (self->clauses, phrase_of (self->clauses, i), name,
                                            length) &&
        !leadup_role_finder_is_nobody (self, i))
      return i;

  return LEADUP_NONE;
}

/* “withdrew its troops from the valley”: they are what is moved. */
gboolean
leadup_role_finder_moves_troops (const LeadupRoleFinder *self)
{
  return g_str_equal (self->event->plover, "MOBILIZE") ||
         g_str_equal (self->event->category, "withdrawal");
}

/* Whether a phrase means somebody, not something that happened or a thing. */
gboolean
leadup_role_finder_is_party (const LeadupRoleFinder *self,
                             gint32                  phrase)
{
  static const char *const directions[] = { "north", "south", "east", "west", NULL };
  const LeadupPhrase *here = phrase_of (self->clauses, phrase);

  if (leadup_role_finder_moves_troops (self) &&
      leadup_actors_at (self->article, here->first, here->end) < 0)
    return FALSE;

  /* “some of its laws”, “some of them”. */
  if (here->is_pronoun && phrase + 1 < (gint32) self->clauses->phrases->len &&
      phrase_of (self->clauses, phrase + 1)->parent == phrase)
    return leadup_role_finder_is_party (self, phrase + 1);
  if (here->is_pronoun)
    return !leadup_clauses_is (self->clauses, here->head, "it");
  if (leadup_actors_at (self->article, here->first, here->end) >= 0)
    return TRUE;
  if (leadup_event_composer_noun (self->clauses, phrase) != NULL)
    return FALSE;

  /* “sanctions against the North”, “both sides”, “some of the peacekeepers”. */
  return (self->clauses->tokens[here->head].is_capitalised &&
          leadup_clauses_is_any (self->clauses, here->head, directions)) ||
         leadup_clauses_is (self->clauses, here->first, "both") ||
         (leadup_clauses_get_fact (self->clauses, here->head)->classes & LEADUP_WORD_PARTY) != 0 ||
         leadup_role_argument_make (self->article, self->clauses, phrase).actor >= 0;
}

/* What happened, a sum, and in words and help any thing: nobody to whom it was done. */
gboolean
leadup_role_finder_is_no_target (const LeadupRoleFinder *self,
                                 gint32                  phrase)
{
  const LeadupLexiconRow *row = leadup_event_composer_noun (self->clauses, phrase);

  return leadup_role_argument_is_money (self->clauses, phrase) ||
         leadup_event_composer_is_assault (row) ||
         (row != NULL && leadup_event_composer_is_deed (row)) ||
         (!g_str_has_prefix (self->event->quad, "material conflict") &&
          !g_str_equal (self->event->category, "withdrawal") &&
          !g_str_equal (self->event->plover, "THREATEN"));
}

/* “envoys from Chad and Mali”: of both, where the first is whom they act for. */
static void
add_represented (const LeadupRoleFinder *self,
                 GArray                 *arguments,
                 gint32                  phrase)
{
  const LeadupPhrase *first, *second;
  gint32 actor;

  if (phrase + 2 >= (gint32) self->clauses->phrases->len || arguments->len == 0)
    return;
  first = phrase_of (self->clauses, phrase + 1);
  second = phrase_of (self->clauses, phrase + 2);
  actor = g_array_index (arguments, LeadupArgument, arguments->len - 1).actor;
  if (actor < 0 || first->preposition != (gint32) phrase_of (self->clauses, phrase)->end ||
      second->joined != phrase + 1 || second->preposition >= 0 ||
      self->clauses->grammar[second->first - 1].tag != LEADUP_TAG_CONJUNCTION ||
      leadup_actors_at (self->article, first->head, first->head + 1) != actor ||
      leadup_actors_at (self->article, phrase_of (self->clauses, phrase)->first,
                        phrase_of (self->clauses, phrase)->end) == actor ||
      leadup_actors_at (self->article, second->head, second->head + 1) < 0)
    return;
  add_argument (self, arguments, phrase + 2);
}

/* “spoke to Chad and to Mali”, “leaders of the army and of the front”: who stands behind the same
 * preposition again. */
static void
add_repeated (const LeadupRoleFinder *self,
              GArray                 *arguments,
              gint32                  phrase,
              guint32                 end)
{
  gint32 preposition = phrase_of (self->clauses, phrase)->preposition;
  gint32 last = phrase;
  const LeadupPhrase *next;
  guint32 word;

  while (last + 1 < (gint32) self->clauses->phrases->len &&
         phrase_of (self->clauses, last + 1)->parent == last)
    last++;
  if (last + 1 >= (gint32) self->clauses->phrases->len)
    return;
  next = phrase_of (self->clauses, last + 1);
  if (next->first >= end ||
      next->preposition != (gint32) phrase_of (self->clauses, last)->end + 1 ||
      self->clauses->grammar[next->preposition - 1].tag != LEADUP_TAG_CONJUNCTION)
    return;
  word = self->clauses->tokens[next->preposition].word;
  if (((preposition >= 0 && self->clauses->tokens[preposition].word == word) ||
       (last > phrase &&
        self->clauses->tokens[phrase_of (self->clauses, last)->preposition].word == word)) &&
      leadup_role_finder_has_somebody (self, last + 1))
    add_argument (self, arguments, last + 1);
}

/* “killing ten farmers, residents and an official said”: who tells it was not killed. */
static gboolean
tells (const LeadupRoleFinder *self,
       gint32                  phrase)
{
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *saying = leadup_clauses_get_predicate (self->clauses, i);

      if (saying->subject == phrase && saying->is_finite &&
          saying->first > phrase_of (self->clauses, phrase)->first &&
          leadup_clauses_match_verb (self->clauses, self->clauses->facts->cues, saying) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A phrase and those that “and” joins to it. */
void
leadup_role_finder_add_list (const LeadupRoleFinder *self,
                             GArray                 *arguments,
                             gint32                  phrase,
                             guint32                 end)
{
  gint32 last = phrase;
  gint32 list_end = phrase;

  /* Commas join only what an “and” closes; else an apposition follows. */
  for (gint32 i = phrase + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *next = phrase_of (self->clauses, i);

      if (next->first >= end || (next->joined < 0 && next->parent < 0) || tells (self, i))
        break;
      if (next->joined >= 0 &&
          self->clauses->grammar[next->first - 1].tag == LEADUP_TAG_CONJUNCTION)
        list_end = i;
    }

  if (add_argument (self, arguments, phrase))
    return;
  add_represented (self, arguments, phrase);
  add_repeated (self, arguments, phrase, end);
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
      if (next->preposition >= 0 || tells (self, i))
        break;
      /* “reiterates its support for Chad and its hopes”. */
      if ((arguments != self->event->targets || leadup_role_finder_is_party (self, i) ||
           !leadup_role_finder_is_no_target (self, i)) &&
          add_argument (self, arguments, i))
        return;
      last = i;
    }
}

/* Where the clause of a verb ends at the latest: at the next verb with a subject of its own. */
guint32
leadup_role_finder_end_of_reach (const LeadupRoleFinder *self)
{
  const LeadupPredicate *inner = self->frame->inner;
  guint32 end = self->clauses->end;

  /* “…, according to the ministry”: who says so, not whom it is done to. */
  for (guint32 i = inner->end; i < end; i++)
    if (leadup_clauses_is (self->clauses, i, "according"))
      end = i;
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *next = leadup_clauses_get_predicate (self->clauses, i);

      /* “following the raid, which Chad blamed on Togo”. */
      if (next->first > inner->verb && next->first < end && next->is_finite &&
          (next->relation != LEADUP_RELATION_RELATIVE ||
           leadup_clause_subject_find_aside (self->clauses, next) >= 0))
        /* “suspended aid to Chad and threatened to”: the subject is that of the first. */
        return next->subject >= 0 &&
                       phrase_of (self->clauses, next->subject)->first >= inner->end
                   ? phrase_of (self->clauses, next->subject)->first
                   : MAX (inner->end, next->first);
    }

  return end;
}
