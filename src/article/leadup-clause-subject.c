/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-clause-subject.h"

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? self->grammar[at].tag : LEADUP_TAG_BREAK;
}

/* “General Ada Roe, commander, Northern Command recently met”: the office and the body are hers. */
static gint32
before_office (const LeadupClauses *self,
               gint32               phrase,
               guint32              from)
{
  const LeadupPhrase *office, *name;

  if (phrase < 2)
    return phrase;
  office = leadup_clauses_get_phrase (self, phrase - 1);
  name = leadup_clauses_get_phrase (self, phrase - 2);
  if (name->first < from || name->preposition >= 0 || office->end != office->first + 1 ||
      tag_at (self, name->head) != LEADUP_TAG_NAME || name->end + 1 != office->first ||
      tag_at (self, name->end) != LEADUP_TAG_COMMA ||
      office->end + 1 != leadup_clauses_get_phrase (self, phrase)->first ||
      tag_at (self, office->end) != LEADUP_TAG_COMMA ||
      (leadup_clauses_get_fact (self, office->head)->classes & LEADUP_WORD_PEOPLE) == 0)
    return phrase;

  return phrase - 2;
}

/* “along with Togo”, “together with Togo”. */
gboolean
leadup_clause_subject_is_beside (const LeadupClauses *self,
                                 const LeadupPhrase  *phrase)
{
  return phrase->preposition > (gint32) self->first &&
         leadup_clauses_is (self, (guint32) phrase->preposition, "with") &&
         (leadup_clauses_is (self, (guint32) phrase->preposition - 1, "along") ||
          leadup_clauses_is (self, (guint32) phrase->preposition - 1, "together"));
}

/* Whether “and” joins a phrase to one that stands with a preposition after a phrase of its own. */
static gboolean
is_governed (const LeadupClauses *self,
             gint32               phrase,
             guint32              from)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *first, *owner;

  if (here->joined < 1 || tag_at (self, here->first - 1) != LEADUP_TAG_CONJUNCTION)
    return FALSE;
  first = leadup_clauses_get_phrase (self, here->joined);
  owner = leadup_clauses_get_phrase (self, here->joined - 1);

  /* “Many states, including Chad and Togo, voted”, “Peru, along with Chad and Togo, voted”. */
  if (first->preposition > 0 && first->end + 1 == here->first &&
      (leadup_clauses_is (self, (guint32) first->preposition, "including") ||
       leadup_clause_subject_is_beside (self, first)))
    return TRUE;

  /* What follows a verb is its own, and “, and” begins a clause. */
  return first->preposition >= 0 && first->end + 1 == here->first &&
         (owner->first > from || (owner->first == from && from == self->first)) &&
         owner->end == (guint32) first->preposition && owner->preposition < 0;
}

/* “of State Ada Roe”, behind an office. */
static gboolean
ends_in_name (const LeadupClauses *self,
              gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *office;

  if (here->parent < 0 || here->head < here->first + 2 ||
      tag_at (self, here->first) != LEADUP_TAG_NAME || tag_at (self, here->head) != LEADUP_TAG_NAME)
    return FALSE;
  office = leadup_clauses_get_phrase (self, here->parent);

  return office->preposition < 0 &&
         (leadup_clauses_get_fact (self, office->head)->classes & LEADUP_WORD_PEOPLE) != 0;
}

/* “Nine sailors, among them two boys, are held”. */
static gboolean
is_part (const LeadupClauses *self,
         const LeadupPhrase  *phrase,
         guint32              from)
{
  guint32 at = phrase->first;

  if (at >= from + 3 && leadup_clauses_is (self, at - 2, "among") &&
      leadup_clauses_is (self, at - 1, "them"))
    return TRUE;
  /* “, most of them girls under 14,”. */
  while (at > from + 1 && phrase->first - at < 8 && tag_at (self, at) != LEADUP_TAG_COMMA &&
         tag_at (self, at) != LEADUP_TAG_VERB)
    at--;

  return tag_at (self, at) == LEADUP_TAG_COMMA && leadup_clauses_is (self, at + 2, "of") &&
         leadup_clauses_is (self, at + 3, "them");
}

/* The first of a list that “and” closes; @phrase itself if it closes none. */
static gint32
first_of_list (const LeadupClauses *self,
               gint32               phrase,
               guint32              from)
{
  if (phrase >= 0 && tag_at (self, leadup_clauses_get_phrase (self, phrase)->first - 1) !=
                         LEADUP_TAG_CONJUNCTION)
    return phrase;
  while (phrase >= 0)
    {
      gint32 joined = leadup_clauses_get_phrase (self, phrase)->joined;

      /* “the Secretary of State Ada Roe and the minister”: she comes first. */
      if (joined >= 0 && ends_in_name (self, joined))
        joined = leadup_clauses_get_phrase (self, joined)->parent;
      if (joined < 0 || leadup_clauses_get_phrase (self, joined)->preposition >= 0 ||
          leadup_clauses_get_phrase (self, joined)->first < from)
        break;
      phrase = joined;
    }

  return phrase;
}

/* “, head of the board”, “, once an aide”. */
static gboolean
follows_comma (const LeadupClauses *self,
               gint32               phrase)
{
  static const char *const times[] = { "once",      "formerly", "now",  "then",
                                       "currently", "already",  "also", NULL };
  guint32 at = leadup_clauses_get_phrase (self, phrase)->first;

  if (at > self->first && leadup_clauses_is_any (self, at - 1, times))
    at--;

  return tag_at (self, at - 1) == LEADUP_TAG_COMMA;
}

static gboolean
is_people (const LeadupClauses *self,
           gint32               phrase)
{
  guint32 head = leadup_clauses_get_phrase (self, phrase)->head;

  return (leadup_clauses_get_fact (self, head)->classes & LEADUP_WORD_PEOPLE) != 0;
}

/* “The ‘war’ against”. */
static guint32
after_quote (const LeadupClauses *self,
             guint32              at)
{
  return tag_at (self, at) == LEADUP_TAG_QUOTE ? at + 1 : at;
}

/* The token after a phrase, with what hangs on it by “of”, and by another preposition where a thing
 * stands beside a thing, unless that is a name: “Two of the mediators, both old men, spoke”, “The
 * raid on the village, the third in a week, killed”. */
static guint32
end_before (const LeadupClauses *self,
            gint32               phrase,
            gint32               beside)
{
  guint32 end = leadup_clauses_get_phrase (self, phrase)->end;
  gboolean is_thing = !is_people (self, phrase) && !is_people (self, beside);

  if (tag_at (self, leadup_clauses_get_phrase (self, beside)->head) == LEADUP_TAG_NAME)
    return after_quote (self, end);

  for (gint32 i = phrase + 1; i < (gint32) self->phrases->len; i++)
    {
      const LeadupPhrase *next = leadup_clauses_get_phrase (self, i);

      if (next->first != after_quote (self, end) + 1 ||
          (next->parent < phrase && (next->preposition < 0 || !is_thing)))
        break;
      end = next->end;
    }

  return after_quote (self, end);
}

/* “three miles off the port, its owner, Ada Roe, said”: the owner is no apposition of the miles. */
static gboolean
is_owned_by_other (const LeadupClauses *self,
                   gint32               thing,
                   gint32               owner)
{
  static const char *const own[] = { "its", "his", "her", "their", NULL };
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, thing);

  return leadup_clauses_is_any (self, leadup_clauses_get_phrase (self, owner)->first, own) &&
         tag_at (self, here->head) == LEADUP_TAG_NOUN &&
         (leadup_clauses_get_fact (self, here->head)->classes &
          (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) == 0;
}

/* “by the envoy, Ada Roe, was”: whether a name between commas says who somebody is whom a
 * preposition governs. */
static gboolean
names_governed (const LeadupClauses *self,
                gint32               phrase,
                guint32              to)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  const LeadupPhrase *before = phrase > 0 ? leadup_clauses_get_phrase (self, phrase - 1) : NULL;

  return before != NULL && before->preposition >= 0 && before->end + 1 == here->first &&
         here->end + 1 == to && tag_at (self, here->end) == LEADUP_TAG_COMMA &&
         tag_at (self, before->end) == LEADUP_TAG_COMMA &&
         tag_at (self, here->head) == LEADUP_TAG_NAME && is_people (self, phrase - 1) &&
         leadup_clauses_is (self, (guint32) before->preposition, "by");
}

/* The phrase in [from, to) that a verb after it can have as its subject: the last one that no
 * preposition governs and that is not an apposition between commas. */
gint32
leadup_clause_subject_find (const LeadupClauses *self,
                            guint32              from,
                            guint32              to)
{
  gint32 found = LEADUP_NONE, governed = LEADUP_NONE;

  /* “The minister, Ada Poe, today announced”. */
  while (to > from &&
         (leadup_clauses_is_dated (self, to - 1) || tag_at (self, to - 1) == LEADUP_TAG_ADVERB))
    to--;

  for (gint32 i = (gint32) self->phrases->len - 1; i >= 0; i--)
    {
      const LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->first >= to)
        continue;
      if (phrase->first < from)
        break;
      if (phrase->preposition >= 0 || leadup_clauses_is_dated (self, phrase->head) ||
          is_part (self, phrase, from))
        continue;
      /* “Clashes between the army and rebels killed”: the rebels are what clashed. */
      if (found == LEADUP_NONE && governed == LEADUP_NONE && is_governed (self, i, from))
        {
          governed = i;
          continue;
        }
      /* “A visit by the envoy, Ada Roe, was cancelled”: the visit was. */
      if (found == LEADUP_NONE && governed == LEADUP_NONE && names_governed (self, i, to))
        continue;
      if (found == LEADUP_NONE)
        found = i;
      else if (tag_at (self, end_before (self, i, found)) == LEADUP_TAG_COMMA &&
               follows_comma (self, found) && !is_owned_by_other (self, i, found))
        found = i;
      else
        break;
      /* An apposition: “Flavia Nardelli, head of the board, said”. Its first comma must follow a
       * phrase. */
      if (!follows_comma (self, i) || tag_at (self, to - 1) != LEADUP_TAG_COMMA)
        break;
    }

  if (found < 0)
    found = governed;
  found = before_office (self, found, from);

  return first_of_list (self, found, from);
}

/* Whether only words that belong to noun phrases stand in [from, to). */
gboolean
leadup_clause_subject_is_all_nouns (const LeadupClauses *self,
                                    guint32              from,
                                    guint32              to)
{
  for (guint32 i = from; i < to; i++)
    {
      LeadupTag tag = self->grammar[i].tag;

      if (leadup_clauses_phrase_at (self, i) < 0 && !leadup_clauses_is_dated (self, i) &&
          tag != LEADUP_TAG_PREPOSITION &&
          tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_CONJUNCTION && tag != LEADUP_TAG_NUMBER)
        return FALSE;
    }

  return TRUE;
}

/* Whether nothing else stands in [from, to) than noun phrases, which commas may join. */
gboolean
leadup_clause_subject_is_list (const LeadupClauses *self,
                               guint32              from,
                               guint32              to)
{
  for (guint32 i = from; i < to; i++)
    {
      gint32 next = tag_at (self, i) == LEADUP_TAG_COMMA ? leadup_clauses_phrase_at (self, i + 1)
                                                         : LEADUP_NONE;

      if (next >= 0 && leadup_clauses_get_phrase (self, next)->joined >= 0)
        continue;
      if (!leadup_clause_subject_is_all_nouns (self, i, i + 1))
        return FALSE;
    }

  return TRUE;
}

/* Whether a clause of its own can begin between the tokens. */
gboolean
leadup_clause_subject_can_part (const LeadupClauses *self,
                                guint32              from,
                                guint32              to)
{
  for (guint32 i = from; i < to; i++)
    {
      LeadupTag tag = self->grammar[i].tag;

      if (tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_CONJUNCTION ||
          tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_BREAK)
        return TRUE;
    }

  return FALSE;
}

/* “shelled the town, and soldiers fired”: what a verb has done it to does not do what a second verb
 * tells, the phrase after “and” does. @needs_comma: only after “, and”. */
gint32
leadup_clause_subject_part_list (LeadupClauses         *self,
                                 const LeadupPredicate *predicate,
                                 gint32                 subject,
                                 gboolean               needs_comma)
{
  gboolean is_sure = !needs_comma &&
                     (predicate->verb > predicate->first ||
                      !(self->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE));

  for (gint32 i = subject + 1; i < (gint32) self->phrases->len; i++)
    {
      LeadupPhrase *phrase = leadup_clauses_get_phrase (self, i);

      if (phrase->first >= predicate->first)
        break;
      if (phrase->preposition >= 0 || phrase->joined != i - 1 ||
          tag_at (self, phrase->first - 1) != LEADUP_TAG_CONJUNCTION ||
          (!is_sure && tag_at (self, phrase->first - 2) != LEADUP_TAG_COMMA))
        continue;
      phrase->joined = LEADUP_NONE;
      return i;
    }

  return subject;
}

/* “launched by Chad”, not “retaliated by launching” or “returned by Friday”. */
gboolean
leadup_clause_subject_has_agent (const LeadupClauses   *self,
                                 const LeadupPredicate *predicate)
{
  static const char *const means[] = { "telephone", "phone", "email", "radio", "text", "letter",
                                       "video",     "post",  "fax",   NULL };
  guint32 by = predicate->end, at;

  /* “published on Tuesday by Chad”. */
  if (leadup_clauses_is (self, by, "on") && leadup_clauses_is_dated (self, by + 1))
    for (by++; by < self->end && leadup_clauses_is_dated (self, by);)
      by++;
  at = by + 1;

  return leadup_clauses_is (self, by, "by") && at < self->end &&
         !leadup_clauses_is_any (self, at, means) &&
         !(tag_at (self, at) == LEADUP_TAG_VERB &&
           (self->grammar[at].forms & LEADUP_FORM_ING) != 0) &&
         !leadup_clauses_is_dated (self, at);
}

/* “imposed sanctions on Togo, and Togo retaliated”: what follows “, and” is no second Togo of the
 * clause before. */
void
leadup_clause_subject_leave_list (LeadupClauses *self,
                                  gint32         subject)
{
  LeadupPhrase *phrase = leadup_clauses_get_phrase (self, subject);

  if (phrase->joined >= 0 && leadup_clauses_get_phrase (self, phrase->joined)->preposition >= 0 &&
      tag_at (self, phrase->first - 1) == LEADUP_TAG_CONJUNCTION &&
      tag_at (self, phrase->first - 2) == LEADUP_TAG_COMMA)
    phrase->joined = LEADUP_NONE;
}

/* “Norway and Peru, which drafted it”: the first of a list of names that “and” closes. */
gint32
leadup_clause_subject_find_list (const LeadupClauses *self,
                                 gint32               phrase)
{
  const LeadupPhrase *here = leadup_clauses_get_phrase (self, phrase);
  gint32 first = here->joined;

  if (first < 0 || tag_at (self, here->first - 1) != LEADUP_TAG_CONJUNCTION ||
      tag_at (self, here->head) != LEADUP_TAG_NAME ||
      tag_at (self, leadup_clauses_get_phrase (self, first)->head) != LEADUP_TAG_NAME)
    return phrase;
  while (leadup_clauses_get_phrase (self, first)->joined >= 0)
    first = leadup_clauses_get_phrase (self, first)->joined;

  return first;
}

/* “a proposal drafted by Norway and Peru would”: both drafted it. */
gboolean
leadup_clause_subject_is_agent_list (const LeadupClauses   *self,
                                     const LeadupPredicate *last,
                                     gint32                 subject)
{
  if (!leadup_clause_subject_has_agent (self, last))
    return FALSE;
  for (gint32 i = leadup_clauses_get_phrase (self, subject)->joined; i >= 0;
       i = leadup_clauses_get_phrase (self, i)->joined)
    if (leadup_clauses_get_phrase (self, i)->preposition == (gint32) last->end)
      return TRUE;

  return FALSE;
}

/* “a sailor called Bruno said”. */
gboolean
leadup_clause_subject_is_naming (const LeadupClauses   *self,
                                 const LeadupPredicate *last,
                                 gint32                 subject)
{
  static const char *const words[] = { "called", "named", "nicknamed", "dubbed", NULL };

  return leadup_clauses_get_phrase (self, subject)->first == last->end &&
         tag_at (self, last->end) == LEADUP_TAG_NAME &&
         leadup_clauses_is_any (self, last->verb, words);
}

/* “the minister, whose party lost, left”: whose it is, LEADUP_NONE if nobody’s. */
gint32
leadup_clause_subject_find_whose (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate)
{
  guint32 at;

  if (predicate->subject < 0)
    return LEADUP_NONE;
  at = leadup_clauses_get_phrase (self, predicate->subject)->first;
  if (!leadup_clauses_is (self, at, "whose") && at > self->first)
    at--;

  return leadup_clauses_is (self, at, "whose") && at >= self->first + 2 &&
                 tag_at (self, at - 1) == LEADUP_TAG_COMMA
             ? leadup_clauses_phrase_at (self, at - 2)
             : LEADUP_NONE;
}

/* “The king, speaking in Accra, blamed”: what stands between commas after who blamed. */
gboolean
leadup_clause_subject_is_aside (const LeadupClauses   *self,
                                const LeadupPredicate *predicate)
{
  return predicate->relation == LEADUP_RELATION_PARTICIPLE && !predicate->is_joined &&
         predicate->subject >= 0 && predicate->first >= self->first + 2 &&
         tag_at (self, predicate->first - 1) == LEADUP_TAG_COMMA &&
         leadup_clauses_phrase_at (self, predicate->first - 2) == predicate->subject;
}

/* “a doctor whose brothers”, “the ministers whom Chad”, “the church in which they”, “the bloc, from
 * which Chad”: whom a clause with a subject of its own tells of, LEADUP_NONE if that is no such
 * clause. */
gint32
leadup_clause_subject_find_bound (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate)
{
  static const char *const words[] = { "whose", "whom", "which", NULL };
  guint32 at = predicate->subject >= 0
                   ? leadup_clauses_get_phrase (self, predicate->subject)->first
                   : self->first;

  if (at < self->first + 2 || !leadup_clauses_is_any (self, at - 1, words))
    return LEADUP_NONE;
  at -= 2;
  if (tag_at (self, at) == LEADUP_TAG_PREPOSITION && at > self->first)
    at--;
  if (tag_at (self, at) == LEADUP_TAG_COMMA && at > self->first)
    at--;

  return leadup_clauses_phrase_at (self, at);
}

/* “The bloc, from which Chad withdrew, has”: whom a clause between commas tells of. */
gint32
leadup_clause_subject_find_aside (const LeadupClauses   *self,
                                  const LeadupPredicate *predicate)
{
  gint32 bound = predicate->is_joined ? LEADUP_NONE
                                      : leadup_clause_subject_find_bound (self, predicate);

  return bound >= 0 && tag_at (self, leadup_clauses_get_phrase (self, bound)->end) ==
                           LEADUP_TAG_COMMA
             ? bound
             : LEADUP_NONE;
}

/* Whether a clause is what a verb of saying brings, not “that Togo began” of “ended the work that
 * Togo began”. */
static gboolean
is_brought (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  const LeadupPredicate *governor;
  const LeadupPhrase *object;

  if (predicate->relation != LEADUP_RELATION_CONTENT || predicate->governor < 0)
    return FALSE;
  governor = leadup_clauses_get_predicate (self, predicate->governor);
  if (!leadup_clauses_takes_content (self, governor))
    return FALSE;
  if (governor->object < 0 || predicate->subordinator < 0)
    return TRUE;
  object = leadup_clauses_get_phrase (self, governor->object);

  return object->end != (guint32) predicate->subordinator || object->is_pronoun ||
         (leadup_clauses_get_fact (self, object->head)->classes &
          (LEADUP_WORD_PARTY | LEADUP_WORD_PEOPLE)) != 0 ||
         tag_at (self, object->head) == LEADUP_TAG_NAME;
}

/* “hopes that it ends the work that Togo began and that they meet”: “and that” goes on from the
 * verb of saying, if there is one. */
gint32
leadup_clause_subject_find_saying (const LeadupClauses *self,
                                   gint32               index,
                                   guint32              that)
{
  if (!leadup_clauses_is (self, that, "that") || tag_at (self, that - 1) != LEADUP_TAG_CONJUNCTION)
    return index - 1;
  for (gint32 i = index - 1; i >= 0; i--)
    if (is_brought (self, leadup_clauses_get_predicate (self, i)))
      return leadup_clauses_get_predicate (self, i)->governor;

  return LEADUP_NONE;
}

/* “, officials said,”: who says it stands between commas in what is said. */
gboolean
leadup_clause_subject_is_inserted (const LeadupClauses   *self,
                                   const LeadupPredicate *saying)
{
  const LeadupPhrase *who;
  guint32 end = saying->end;

  /* “, officials said on Tuesday,”. */
  while (leadup_clauses_is_dated (self, end) ||
         (tag_at (self, end) == LEADUP_TAG_PREPOSITION && leadup_clauses_is_dated (self, end + 1)))
    end++;
  if (!saying->is_finite || saying->subject < 0 || tag_at (self, end) != LEADUP_TAG_COMMA ||
      leadup_clauses_match_verb (self, self->facts->cues, saying) == NULL)
    return FALSE;
  who = leadup_clauses_get_phrase (self, saying->subject);

  return who->end == saying->first && who->first > self->first &&
         tag_at (self, who->first - 1) == LEADUP_TAG_COMMA;
}
