/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-affiliations.h"

#include "article/leadup-actors.h"
#include "article/leadup-role-argument.h"

#include <string.h>

/* More members than this in one sentence are not asked for. */
#define MAX_MEMBERS 40

typedef struct
{
  LeadupArticle *article;
  const LeadupClauses *clauses;
} Finder;

static const LeadupPhrase *
phrase_at (const Finder *self,
           gint32        index)
{
  return leadup_clauses_get_phrase (self->clauses, index);
}

static LeadupArticleActor *
actor_at (const Finder *self,
          gint32        actor)
{
  return &g_array_index (self->article->actors, LeadupArticleActor, actor);
}

static gboolean
is_body (const Finder *self,
         gint32        actor)
{
  LeadupActorKind kind;

  if (actor < 0)
    return FALSE;
  kind = actor_at (self, actor)->kind;

  return kind == LEADUP_ACTOR_KIND_ORGANISATION || kind == LEADUP_ACTOR_KIND_ARMED_GROUP ||
         kind == LEADUP_ACTOR_KIND_MEDIA;
}

/* Who a phrase is; “a leader of the front” is nobody by name. */
static gint32
somebody_in (const Finder *self,
             gint32        phrase)
{
  const LeadupPhrase *here;

  if (phrase < 0 || phrase >= (gint32) self->clauses->phrases->len)
    return LEADUP_NONE;
  here = phrase_at (self, phrase);
  if (here->is_pronoun)
    return leadup_role_argument_make (self->article, self->clauses, phrase).actor;

  /* “Task Force 50” ends in no name. */
  return self->clauses->grammar[here->head].tag == LEADUP_TAG_NUMBER && here->head > here->first
             ? leadup_actors_at (self->article, here->head - 1, here->head)
             : leadup_actors_at (self->article, here->head, here->head + 1);
}

/* The body that a phrase is or, for “the head of the front”, that hangs on it. */
static gint32
body_in (const Finder *self,
         gint32        phrase)
{
  gint32 actor = somebody_in (self, phrase);

  return is_body (self, actor) ? actor : LEADUP_NONE;
}

static void
add_member (const Finder *self,
            gint32        member,
            gint32        body)
{
  GArray *of;

  if (member < 0 || member == body || !is_body (self, body))
    return;
  of = actor_at (self, member)->member_of;
  for (guint i = 0; i < of->len; i++)
    if (g_array_index (of, guint32, i) == (guint32) body)
      return;
  /* Nobody belongs to what belongs to them. */
  of = actor_at (self, body)->member_of;
  for (guint i = 0; i < of->len; i++)
    if (g_array_index (of, guint32, i) == (guint32) member)
      return;
  of = actor_at (self, member)->member_of;
  g_array_append_val (of, body);
}

static gboolean
has_preposition (const Finder *self,
                 gint32        phrase,
                 const char   *word)
{
  return phrase >= 0 && phrase < (gint32) self->clauses->phrases->len &&
         phrase_at (self, phrase)->preposition >= 0 &&
         leadup_clauses_is (self->clauses, (guint32) phrase_at (self, phrase)->preposition, word);
}

/* “Ada Roe leads the front”, “the front, led by Ada Roe,”. */
static void
read_leader (const Finder          *self,
             const LeadupPredicate *predicate)
{
  gint32 by = predicate->phrases;

  if (predicate->is_passive)
    {
      if (has_preposition (self, by, "by"))
        add_member (self, somebody_in (self, by), body_in (self, predicate->subject));
    }
  else if (predicate->subject >= 0 && predicate->object >= 0)
    {
      add_member (self, somebody_in (self, predicate->subject), body_in (self, predicate->object));
    }
}

/* “Ada Roe joined the front”, “served in the navy”. */
static void
read_member (const Finder          *self,
             const LeadupPredicate *predicate)
{
  gint32 body = predicate->object >= 0 ? predicate->object : predicate->phrases;

  if (predicate->subject >= 0 && body < predicate->phrases_end)
    add_member (self, somebody_in (self, predicate->subject), body_in (self, body));
}

/* “The league includes Chad, Mali and Togo”, “members of the league include Chad”. */
static void
read_whole (const Finder          *self,
            const LeadupPredicate *predicate)
{
  const LeadupPhrase *subject;
  gint32 body;

  if (predicate->subject < 0 || predicate->object < 0)
    return;
  subject = phrase_at (self, predicate->subject);
  body = leadup_role_argument_make (self->article, self->clauses, predicate->subject).actor;
  if (!is_body (self, body) || (subject->preposition >= 0))
    return;

  for (gint32 i = predicate->object;
       i < (gint32) self->clauses->phrases->len && i < predicate->object + MAX_MEMBERS; i++)
    {
      const LeadupPhrase *phrase = phrase_at (self, i);

      if (i > predicate->object &&
          (phrase->preposition >= 0 || phrase->joined != i - 1))
        break;
      add_member (self, somebody_in (self, i), body);
    }
}

/* “Ada Roe was a commander in the navy”, “is the head of the front”, “is part of the league”. */
static void
read_office (const Finder          *self,
             const LeadupPredicate *predicate)
{
  static const char *const ties[] = { "of", "in", "at", "for", "with" };
  static const char *const parts[] = { "part",    "member", "wing",      "branch",  "arm", "unit",
                                       "offshoot", "faction", "affiliate", "chapter", NULL };
  static const char *const former[] = { "former", "ex", "retired", NULL };
  gint32 office = predicate->phrases;
  const LeadupPhrase *here;

  if (predicate->subject < 0 || office + 1 >= predicate->phrases_end)
    return;
  here = phrase_at (self, office);
  if (here->preposition >= 0 || here->first != predicate->end ||
      ((leadup_clauses_get_fact (self->clauses, here->head)->classes & LEADUP_WORD_PEOPLE) == 0 &&
       !leadup_clauses_is_any (self->clauses, here->head, parts)) ||
      leadup_clauses_is_any (self->clauses, here->first + 1, former))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    if (has_preposition (self, office + 1, ties[i]) &&
        phrase_at (self, office + 1)->first == here->end + 1)
      add_member (self, somebody_in (self, predicate->subject), body_in (self, office + 1));
}

/* “Chad, as part of the league, sent troops”: what the clause tells of the league it tells of a
 * member. */
static void
read_parts (const Finder *self)
{
  for (gint32 i = 1; i + 1 < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *part = phrase_at (self, i);
      gint32 member = LEADUP_NONE;

      if (!has_preposition (self, i, "as") || !has_preposition (self, i + 1, "of") ||
          (!leadup_clauses_is (self->clauses, part->head, "part") &&
           !leadup_clauses_is (self->clauses, part->head, "member")))
        continue;
      if (phrase_at (self, i - 1)->end + 2 == part->first &&
          self->clauses->grammar[part->first - 2].tag == LEADUP_TAG_COMMA)
        member = somebody_in (self, i - 1);
      for (gint32 j = (gint32) self->clauses->predicates->len - 1; j >= 0 && member < 0; j--)
        {
          const LeadupPredicate *predicate = leadup_clauses_get_predicate (self->clauses, j);

          if (predicate->first < part->first && predicate->is_finite && predicate->subject >= 0)
            {
              member = somebody_in (self, predicate->subject);
              break;
            }
        }
      add_member (self, member, body_in (self, i + 1));
    }
}

static gboolean
is_real (const LeadupClauses   *clauses,
         const LeadupPredicate *predicate)
{
  if (predicate->is_negated || predicate->is_conditional ||
      predicate->relation == LEADUP_RELATION_INFINITIVE)
    return FALSE;
  for (guint32 i = predicate->first; i < predicate->verb; i++)
    if (clauses->grammar[i].tag == LEADUP_TAG_MODAL)
      return FALSE;

  return TRUE;
}

/**
 * leadup_affiliations_find:
 * @article: the article of @clauses, whose actors are completed
 * @clauses: the parse of a sentence
 *
 * Reads from verbs who leads, joins or is part of what. Only what is said to be so counts, and only
 * of those who are named.
 */
void
leadup_affiliations_find (LeadupArticle       *article,
                          const LeadupClauses *clauses)
{
  const Finder self = { article, clauses };

  g_return_if_fail (article != NULL);
  g_return_if_fail (clauses != NULL);

  for (gint32 i = 0; i < (gint32) clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (clauses, i);
      const LeadupLexiconRow *row
        = leadup_clauses_match_verb (clauses, clauses->facts->affiliations, predicate);

      if (row == NULL || !is_real (clauses, predicate))
        continue;
      if (g_str_equal (row->columns[1], "leads"))
        read_leader (&self, predicate);
      else if (g_str_equal (row->columns[1], "joins"))
        read_member (&self, predicate);
      else if (g_str_equal (row->columns[1], "holds"))
        read_whole (&self, predicate);
      else
        read_office (&self, predicate);
    }
  read_parts (&self);
}
