/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-role-antecedent.h"

#include "article/leadup-actors.h"

#include <string.h>

/* “her lawyer”. */
static gboolean
is_owned (const LeadupClauses *clauses,
          gint32               phrase)
{
  static const char *const owners[] = { "his", "her", "their", "its", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (clauses, phrase);

  return here->end > here->first + 1 && leadup_clauses_is_any (clauses, here->first, owners);
}

/* Whether a pronoun can mean the subject of who says something: “they say he left”, “it says they
 * left” and “Chad says they left” tell of others. */
static gboolean
agrees (const LeadupClauses *clauses,
        guint32              pronoun,
        gint32               who)
{
  static const char *const people[] = { "he", "she", NULL };
  static const char *const others[] = { "he", "she", "it", "they", "we", "i", NULL };
  const LeadupPhrase *subject = leadup_clauses_get_phrase (clauses, who);
  gint32 actor = leadup_actors_at (clauses->article, subject->first, subject->end);
  LeadupActorKind kind = LEADUP_ACTOR_KIND_ORGANISATION;
  /* “Ada Roe and Bo Poe said they”. */
  gboolean is_many = g_str_has_suffix (clauses->tokens[subject->head].folded, "s") ||
                     (who + 1 < (gint32) clauses->phrases->len &&
                      leadup_clauses_get_phrase (clauses, who + 1)->joined == who);
  gboolean is_person;

  if (subject->is_pronoun && leadup_clauses_is_any (clauses, subject->head, others) &&
      leadup_clauses_is_any (clauses, pronoun, others))
    return clauses->tokens[subject->head].word == clauses->tokens[pronoun].word;
  if (actor >= 0)
    kind = leadup_article_get_actor (clauses->article, actor)->kind;
  is_person = kind == LEADUP_ACTOR_KIND_PERSON;
  if (leadup_clauses_is_any (clauses, pronoun, people))
    return !is_many || is_person;
  /* One unknown word for a name is not surely a person’s. */
  if (leadup_clauses_is (clauses, pronoun, "it"))
    return !is_person ||
           strchr (leadup_article_get_actor (clauses->article, actor)->name, ' ') == NULL;

  return !leadup_clauses_is (clauses, pronoun, "they") || is_many ||
         (!is_person && kind != LEADUP_ACTOR_KIND_STATE);
}

/* “Chad promised steps, and on Monday it expelled an envoy”: “it” goes on with who acted before,
 * where nobody else is named between; LEADUP_NONE if it does not. */
static gint32
goes_on_with (const LeadupClauses   *clauses,
              const LeadupPredicate *predicate)
{
  guint32 it = leadup_clauses_get_phrase (clauses, predicate->subject)->first;
  guint32 conjunction = leadup_clauses_word_before (clauses, it);
  const LeadupPredicate *before = predicate - 1;
  const LeadupPhrase *who;

  if (predicate->relation != LEADUP_RELATION_MAIN || !leadup_clauses_is (clauses, it, "it") ||
      predicate <= leadup_clauses_get_predicate (clauses, 0) || before->subject < 0 ||
      before->relation != LEADUP_RELATION_MAIN || conjunction >= clauses->end ||
      clauses->grammar[conjunction].tag != LEADUP_TAG_CONJUNCTION || conjunction < before->end)
    return LEADUP_NONE;
  who = leadup_clauses_get_phrase (clauses, before->subject);

  return leadup_actors_at (clauses->article, who->first, who->end) >= 0 &&
                 leadup_actors_at (clauses->article, before->end, conjunction) < 0
             ? before->subject
             : LEADUP_NONE;
}

/* “arrested ten men, saying that they had fled”: others stand nearer. */
static gboolean
has_others_before (const LeadupClauses   *clauses,
                   const LeadupPredicate *saying,
                   guint32                pronoun)
{
  const LeadupPredicate *outer;

  if (saying->relation != LEADUP_RELATION_PARTICIPLE || saying->governor < 0 ||
      !leadup_clauses_is (clauses, pronoun, "they"))
    return FALSE;
  outer = leadup_clauses_get_predicate (clauses, saying->governor);
  for (gint32 i = outer->phrases; i < outer->phrases_end; i++)
    {
      guint32 head = leadup_clauses_get_phrase (clauses, i)->head;

      if (g_str_has_suffix (clauses->tokens[head].folded, "s") &&
          (leadup_clauses_get_fact (clauses, head)->classes & LEADUP_WORD_PEOPLE) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * leadup_role_antecedent_find:
 * @clauses: the parse of a sentence
 * @predicate: a predicate of it with a subject
 *
 * “The group said it will”: the pronoun in what is said is who says it, but for “nobody”, where the
 * two agree and nobody else stands nearer.
 *
 * Returns: the phrase that is meant, the subject itself if that is no such pronoun
 */
gint32
leadup_role_antecedent_find (const LeadupClauses   *clauses,
                             const LeadupPredicate *predicate)
{
  const LeadupPhrase *subject = leadup_clauses_get_phrase (clauses, predicate->subject);
  const LeadupPredicate *governor;

  if (subject->is_pronoun && goes_on_with (clauses, predicate) >= 0)
    return goes_on_with (clauses, predicate);
  /* “Chad said the others will be freed”. */
  if (leadup_clauses_is (clauses, subject->head, "others"))
    return predicate->subject;
  if (!subject->is_pronoun || predicate->relation != LEADUP_RELATION_CONTENT ||
      predicate->governor < 0 ||
      (leadup_clauses_get_fact (clauses, subject->head)->classes & LEADUP_WORD_NEGATION) != 0)
    return predicate->subject;

  governor = leadup_clauses_get_predicate (clauses, predicate->governor);
  /* “Her lawyer said she”: not the lawyer. */
  if (governor->subject < 0 || is_owned (clauses, governor->subject) ||
      !agrees (clauses, subject->head, governor->subject) ||
      has_others_before (clauses, governor, subject->head))
    return predicate->subject;

  return governor->subject;
}
