/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-dates.h"

#include "article/leadup-clause-subject.h"
#include "article/leadup-event-pending.h"

#include <string.h>

/* Who owns a token: the last predicate before it, or the one whose subject it stands in. */
static gint32
owner_of (const LeadupClauses *self,
          guint32              token)
{
  gint32 owner = LEADUP_NONE;

  for (gint32 i = 0; i < (gint32) self->predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, i);

      if (predicate->first > token)
        break;
      owner = i;
    }

  return owner;
}

/* “has offered”. */
static gboolean
is_present_perfect (const LeadupClauses   *self,
                    const LeadupPredicate *predicate)
{
  return leadup_clauses_is (self, predicate->first, "has") ||
         leadup_clauses_is (self, predicate->first, "have");
}

/* “We left,” said Roe, who came in May: what is told in a quotation is not on the day of something
 * told of who says it. */
static gboolean
is_of_speaker (const LeadupClauses    *self,
               const LeadupEventPlace *place,
               const LeadupDate       *date)
{
  const GArray *statements = self->article->statements;

  if (!self->tokens[place->token].is_quoted || self->tokens[date->first_token].is_quoted)
    return FALSE;
  for (guint i = place->first_statement; i < statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (statements, LeadupStatement, i);

      if (statement->content.start > date->span.end)
        break;
      if (statement->content.start <= self->tokens[place->token].span.start &&
          self->tokens[place->token].span.start < statement->content.end &&
          statement->speaker.end <= date->span.start && statement->cue.end <= date->span.start &&
          statement->content.end <= date->span.start)
        return TRUE;
    }

  return FALSE;
}

/* “The siege began on 3 May, a day after talks collapsed”: these did not on that day. */
static gboolean
is_apart (const LeadupClauses    *self,
          const LeadupEventPlace *place,
          const LeadupDate       *date)
{
  static const char *const units[] = { "day", "week", "month", "year" };

  for (guint32 i = date->end_token + 1; i < place->token && i < self->end; i++)
    if (leadup_clauses_is (self, i, "after") || leadup_clauses_is (self, i, "before"))
      for (guint j = 0; j < G_N_ELEMENTS (units); j++)
        if (g_str_has_prefix (self->tokens[i - 1].folded, units[j]))
          return TRUE;

  return FALSE;
}

/* “Roe, whose shares fell on Monday, said”: what stands between the commas has its own day. */
static gboolean
is_in_insertion (const LeadupClauses    *self,
                 const LeadupEventPlace *place,
                 const LeadupDate       *date)
{
  guint32 first = date->first_token, end = date->end_token;

  while (first > self->first && self->grammar[first].tag != LEADUP_TAG_RELATIVE &&
         self->grammar[first].tag != LEADUP_TAG_COMMA)
    first--;
  /* “the league, from which Chad withdrew in May, has offered”. */
  if (first > self->first && self->grammar[first].tag == LEADUP_TAG_RELATIVE &&
      self->grammar[first - 1].tag == LEADUP_TAG_PREPOSITION)
    first--;
  if (first == self->first || self->grammar[first - 1].tag != LEADUP_TAG_COMMA ||
      (self->grammar[first].tag != LEADUP_TAG_RELATIVE &&
       self->grammar[first].tag != LEADUP_TAG_PREPOSITION))
    return FALSE;
  while (end < self->end && self->grammar[end].tag != LEADUP_TAG_COMMA)
    end++;

  return end < self->end && (place->token < first || place->token > end);
}

static gboolean
names_deed (const LeadupClauses *self,
            gint32               phrase)
{
  guint32 head = leadup_clauses_get_phrase (self, phrase)->head;

  return leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[head].word) !=
         NULL;
}

/* “Sunday's raid on the city of Mao, in which four died”: whether a clause tells of what a phrase
 * names, or of what hangs on it. */
static gboolean
is_bound_to (const LeadupClauses *self,
             gint32               predicate,
             gint32               phrase)
{
  gint32 whole = leadup_clause_subject_find_bound (
      self, leadup_clauses_get_predicate (self, predicate));

  while (whole > phrase && leadup_clauses_get_phrase (self, whole)->preposition >= 0)
    whole--;

  return whole == phrase && names_deed (self, phrase);
}

/* “Yesterday's bombing killed four”: who died in it died then. */
static gboolean
is_of_deed (const LeadupClauses      *self,
            const LeadupEventPlace   *place,
            const LeadupArticleEvent *event,
            gint32                    phrase)
{
  const LeadupPhrase *deed;

  if (phrase < 0 || place->inner < 0 || !g_str_has_prefix (event->quad, "material"))
    return FALSE;
  if (is_bound_to (self, place->inner, phrase))
    return TRUE;
  if (leadup_clauses_get_predicate (self, place->inner)->subject != phrase)
    return FALSE;
  deed = leadup_clauses_get_phrase (self, phrase);

  return leadup_lexicon_table_match (self->facts->event_nouns, &self->tokens[deed->head], 1) !=
         NULL;
}

/* “drowned one; in November it dropped flares”: the date of the other half is of what it tells.
 * Only where that stands first does what follows happen then too, and not if it is still to come or
 * goes on: “is set for May 3; prosecutors are seeking ten years”. */
static gboolean
is_over_semicolon (const LeadupClauses    *self,
                   const LeadupEventPlace *place,
                   const LeadupDate       *date)
{
  gboolean is_behind = date->first_token > place->token;
  guint32 from = is_behind ? place->token : date->end_token;
  guint32 to = is_behind ? date->first_token : place->token;
  gint32 told_by = place->inner >= 0 ? place->inner : place->predicate;
  const LeadupPredicate *predicate;

  while (from < to && !leadup_clauses_is (self, from, ";"))
    from++;
  if (from == to)
    return FALSE;
  if (is_behind || told_by < 0)
    return is_behind;
  predicate = leadup_clauses_get_predicate (self, told_by);

  return (self->grammar[predicate->first].forms & (LEADUP_FORM_PAST | LEADUP_FORM_BASE)) == 0 &&
         (self->grammar[predicate->verb].forms & LEADUP_FORM_ING) != 0;
}

/* “was arrested in 2022 and has been held since”: it goes on from that date. */
static gboolean
says_since (const LeadupClauses   *self,
            const LeadupPredicate *predicate)
{
  for (guint32 i = predicate->end; i < predicate->clause_end && i < self->end; i++)
    if (leadup_clauses_is (self, i, "since"))
      return TRUE;

  return FALSE;
}

/* “fined in 2022 and has offered”, “warned that it would act unless it left by noon”: the one is
 * not of that year, the other not at noon. */
static gboolean
is_beside_deed (const LeadupClauses    *self,
                const LeadupEventPlace *place,
                gint32                  owner,
                const LeadupDate       *date)
{
  const LeadupPredicate *of_date, *predicate;
  gint32 told_by = place->inner >= 0 ? place->inner : place->predicate;

  if (owner < 0 || told_by < 0 || owner == told_by)
    return FALSE;
  of_date = leadup_clauses_get_predicate (self, owner);
  predicate = leadup_clauses_get_predicate (self, told_by);
  if (of_date->is_conditional && !predicate->is_conditional && owner > told_by)
    return TRUE;

  return place->inner >= 0 && predicate->is_finite && is_present_perfect (self, predicate) &&
         !says_since (self, predicate) && owner < told_by && of_date->is_finite &&
         !is_present_perfect (self, of_date) &&
         date->first_token >= of_date->end && date->end_token <= predicate->first;
}

/* “convicted him on Friday of war crimes”, “charged on Monday with shelling the port”: of what
 * somebody is accused was not done on that day. */
static gboolean
is_day_of_charge (const LeadupClauses    *self,
                  const LeadupEventPlace *place,
                  const LeadupDate       *date)
{
  gint32 governor = LEADUP_NONE;
  const LeadupPredicate *charge;
  const LeadupLexiconRow *row;

  if (date->end_token > place->token)
    return FALSE;
  if (place->inner >= 0)
    {
      const LeadupPredicate *deed = leadup_clauses_get_predicate (self, place->inner);

      governor = deed->relation == LEADUP_RELATION_GERUND ? deed->governor : LEADUP_NONE;
    }
  else if (place->noun >= 0 && leadup_clauses_get_phrase (self, place->noun)->preposition >= 0)
    governor = owner_of (self, place->token);
  if (governor < 0)
    return FALSE;
  charge = leadup_clauses_get_predicate (self, governor);
  row = leadup_clauses_match_verb (self, self->facts->verbs, charge);

  return row != NULL && (strcmp (row->columns[LEADUP_VERB_CATEGORY], "legal-action") == 0 ||
                         strcmp (row->columns[LEADUP_VERB_CATEGORY], "accusation") == 0);
}

/* “whose sons were murdered testified in 2023”: what is told beside the subject was not then. */
static gboolean
is_behind_aside (const LeadupClauses    *self,
                 const LeadupEventPlace *place,
                 gint32                  owner,
                 const LeadupDate       *date)
{
  gint32 told_by = place->inner;
  const LeadupPredicate *aside;

  if (told_by < 0 || owner <= told_by)
    return FALSE;
  /* “soldiers who said the king had fled founded the front in 2012”. */
  while (leadup_clauses_get_predicate (self, told_by)->relation == LEADUP_RELATION_CONTENT &&
         leadup_clauses_get_predicate (self, told_by)->governor >= 0)
    told_by = leadup_clauses_get_predicate (self, told_by)->governor;
  aside = leadup_clauses_get_predicate (self, told_by);
  if (aside->relation != LEADUP_RELATION_RELATIVE || aside->is_reduced)
    return FALSE;
  for (gint32 i = owner; i >= 0; i = leadup_clauses_get_predicate (self, i)->governor)
    if (i == told_by)
      return FALSE;

  return date->first_token >= leadup_clauses_get_predicate (self, owner)->end &&
         (self->grammar[leadup_clauses_get_predicate (self, owner)->first].forms &
          LEADUP_FORM_PAST) != 0;
}

/* “wounding nine, and on 26 February a rocket hit”: the date opens what is told next. */
static gboolean
opens_next_clause (const LeadupClauses    *self,
                   const LeadupEventPlace *place,
                   gint32                  owner,
                   const LeadupDate       *date)
{
  const LeadupPredicate *next;
  guint32 at = date->first_token;

  if (owner < 0 || owner + 1 >= (gint32) self->predicates->len || place->token >= at)
    return FALSE;
  next = leadup_clauses_get_predicate (self, owner + 1);
  if (at > self->first && self->grammar[at - 1].tag == LEADUP_TAG_PREPOSITION)
    at--;

  return at >= self->first + 2 && self->grammar[at - 1].tag == LEADUP_TAG_CONJUNCTION &&
         self->grammar[at - 2].tag == LEADUP_TAG_COMMA && next->is_finite && !next->is_joined &&
         next->subject >= 0 &&
         leadup_clauses_get_phrase (self, next->subject)->first >= date->end_token &&
         leadup_clauses_get_phrase (self, next->subject)->first <= date->end_token + 1;
}

/* “hailed the news that Chad will deliver a boat in 2027”, “will supply its soldiers, and Togo will
 * attack next month”: the date of what is told later, with a subject of its own. */
static gboolean
is_in_later_clause (const LeadupClauses    *self,
                    const LeadupEventPlace *place,
                    gint32                  owner,
                    const LeadupDate       *date)
{
  gint32 told_by = place->inner >= 0 ? place->inner : owner_of (self, place->token);
  const LeadupPredicate *later, *former;
  const LeadupPhrase *subject;
  guint32 before;

  if (owner < 0 || told_by < 0 || owner <= told_by)
    return FALSE;
  former = leadup_clauses_get_predicate (self, told_by);
  later = leadup_clauses_get_predicate (self, owner);
  if (!later->is_finite || later->subject < 0 || date->first_token < later->end)
    return FALSE;
  subject = leadup_clauses_get_phrase (self, later->subject);
  /* “arrested ten men, and the arrests came on Monday”. */
  if (subject->first <= place->token || names_deed (self, later->subject))
    return FALSE;
  if (later->relation == LEADUP_RELATION_CONTENT)
    return former->relation != LEADUP_RELATION_CONTENT || former->governor != later->governor;
  before = leadup_clauses_word_before (self, subject->first);

  return later->relation == LEADUP_RELATION_MAIN && !later->is_joined && before < self->end &&
         before > self->first && self->grammar[before].tag == LEADUP_TAG_CONJUNCTION &&
         self->grammar[before - 1].tag == LEADUP_TAG_COMMA;
}

/* Whether an event is told of what another verb has after it: “a coup that ousted her”. */
static gboolean
tells_of_object (const LeadupClauses    *self,
                 const LeadupEventPlace *place,
                 const LeadupPredicate  *owner)
{
  const LeadupPredicate *predicate =
      place->inner >= 0 ? leadup_clauses_get_predicate (self, place->inner) : NULL;

  return predicate != NULL && predicate->relation == LEADUP_RELATION_RELATIVE &&
         !predicate->is_reduced && predicate->subject >= 0 &&
         leadup_clauses_get_phrase (self, predicate->subject)->first >= owner->end &&
         predicate->first > owner->first;
}

/* “On Monday Roe warned”, “on Monday rebels left”: the date is no part of what stands behind it. */
static gboolean
is_before_name (const LeadupClauses *self,
                const LeadupDate    *date)
{
  return date->first_token > self->first &&
         self->grammar[date->first_token - 1].tag == LEADUP_TAG_PREPOSITION &&
         (self->grammar[date->end_token].tag == LEADUP_TAG_NAME ||
          leadup_clauses_is (self, date->first_token - 1, "on"));
}

/* “gave it until Friday to leave”: the day is when it ends. */
static gboolean
is_deadline (const LeadupClauses    *self,
             const LeadupEventPlace *place,
             const LeadupDate       *date)
{
  if (place->inner < 0 || date->first_token == self->first ||
      !leadup_clauses_is (self, date->first_token - 1, "until"))
    return FALSE;

  return leadup_clauses_is_ultimatum (self, leadup_clauses_get_predicate (self, place->inner)) ||
         (place->outer >= 0 && leadup_clauses_is_ultimatum (
                                 self, leadup_clauses_get_predicate (self, place->outer)));
}

/* “was led by Bo Poe, whom the king sacked on Monday”, “in Lome, which was founded in 1902”: what
 * is told of a person or place, but not of a deed. */
static gboolean
is_in_bound (const LeadupClauses    *self,
             const LeadupEventPlace *place,
             const LeadupPredicate  *relative,
             const LeadupDate       *date)
{
  gint32 whole = leadup_clause_subject_find_bound (self, relative);
  guint32 at = relative->subject >= 0
                   ? leadup_clauses_get_phrase (self, relative->subject)->first
                   : self->first;

  if (date->first_token < relative->end || relative->first < place->token)
    return FALSE;
  /* “but which Chad held until 2018”. */
  if (whole < 0 && at > self->first && self->grammar[at - 1].tag == LEADUP_TAG_RELATIVE)
    return TRUE;
  if (whole < 0 && relative->is_passive && relative->subject >= 0 &&
      relative->first >= self->first + 2 &&
      self->grammar[relative->first - 1].tag == LEADUP_TAG_RELATIVE &&
      self->grammar[relative->first - 2].tag == LEADUP_TAG_COMMA)
    whole = relative->subject;

  return whole >= 0 && !names_deed (self, whole);
}

/* “convicted of killing two men in 2019”: they were killed then. */
static gboolean
is_of_charged (const LeadupClauses    *self,
               const LeadupEventPlace *place,
               gint32                  owner,
               const LeadupDate       *date)
{
  const LeadupPredicate *charged = owner >= 0 ? leadup_clauses_get_predicate (self, owner) : NULL;

  return charged != NULL && owner != place->inner && owner != place->outer &&
         (place->token < charged->first ||
          (place->inner >= 0 && leadup_clauses_get_predicate (self, place->inner)->relation ==
                                    LEADUP_RELATION_MAIN)) &&
         charged->relation == LEADUP_RELATION_GERUND && date->first_token >= charged->end &&
         leadup_event_pending_is_charged (self, charged);
}

/* “a rise on the month before”, “compared with May”, “than in 2019”: only what is compared with. */
static gboolean
is_compared (const LeadupClauses *self,
             const LeadupDate    *date)
{
  static const char *const changes[] = { "increase", "rise",    "fall", "decrease",
                                         "drop",     "decline", NULL };
  static const char *const words[] = { "compared", "than", NULL };
  guint32 at = date->first_token;

  if (at < self->first + 2)
    return FALSE;
  if (leadup_clauses_is_any (self, at - 1, words))
    return TRUE;
  if (self->grammar[at - 1].tag != LEADUP_TAG_PREPOSITION)
    return FALSE;

  return leadup_clauses_is_any (self, at - 2, words) ||
         ((leadup_clauses_is (self, at - 1, "on") || leadup_clauses_is (self, at - 1, "from")) &&
          leadup_clauses_is_any (self, at - 2, changes));
}

/* “expects to meet envoys on Monday who have offered help”: what has been done by now was not done
 * on the day of another clause. */
static gboolean
is_outside_perfect (const LeadupClauses    *self,
                    const LeadupEventPlace *place,
                    gint32                  owner,
                    const LeadupDate       *date)
{
  gint32 told_by = place->outer >= 0 ? place->outer : place->inner;
  const LeadupPredicate *predicate;

  if (told_by < 0 || owner == told_by || owner == place->inner)
    return FALSE;
  predicate = leadup_clauses_get_predicate (self, told_by);

  return predicate->relation == LEADUP_RELATION_RELATIVE && predicate->is_finite &&
         is_present_perfect (self, predicate) && !says_since (self, predicate) &&
         date->end_token <= predicate->first;
}

/* “jailed him on Monday for a raid in 2014, closing the case”: what is done with it is done when
 * the deed that governs it is, not on another date that stands between. */
static gboolean
is_between_deeds (const LeadupClauses    *self,
                  const LeadupEventPlace *place,
                  const LeadupDate       *date)
{
  const GArray *dates = self->article->dates;
  const LeadupPredicate *deed, *governor;
  guint32 away;

  if (place->inner < 0)
    return FALSE;
  deed = leadup_clauses_get_predicate (self, place->inner);
  if (deed->relation != LEADUP_RELATION_PARTICIPLE || deed->governor < 0)
    return FALSE;
  governor = leadup_clauses_get_predicate (self, deed->governor);
  if (date->first_token < governor->end || date->end_token > deed->first || !governor->is_finite)
    return FALSE;
  away = date->first_token - governor->end;
  for (guint i = 0; i < dates->len; i++)
    {
      const LeadupDate *other = &g_array_index (dates, LeadupDate, i);

      if (other->first_token >= deed->first)
        break;
      if (other == date || other->when == NULL || other->first_token < governor->clause_first)
        continue;
      if ((other->end_token <= governor->first && governor->first - other->end_token < away) ||
          (other->first_token >= governor->end && other->first_token - governor->end < away))
        return TRUE;
    }

  return FALSE;
}

/* “ended fighting in which nine died”, “over a ruling banning the party”: what had been done by
 * then was not done on the day of the other clause. */
static gboolean
is_past_thing (const LeadupClauses    *self,
               const LeadupEventPlace *place,
               gint32                  owner)
{
  static const char *const ends[] = { "ended", "halted", "stopped", "paused", NULL };
  static const char *const rules[] = { "ruling", "verdict", "law", "decree", "resolution", NULL };
  const LeadupPredicate *deed;

  if (place->inner <= 0 || owner == place->inner || owner == place->outer)
    return FALSE;
  deed = leadup_clauses_get_predicate (self, place->inner);
  if (deed->first == deed->verb && (self->grammar[deed->verb].forms & LEADUP_FORM_ING) != 0)
    {
      gint32 rule = leadup_clauses_phrase_at (self, deed->first - 1);

      return rule >= 0 && leadup_clauses_is_any (self, deed->first - 1, rules) &&
             leadup_clauses_get_phrase (self, rule)->preposition >= 0;
    }

  return deed->relation == LEADUP_RELATION_RELATIVE && deed->is_finite &&
         leadup_clause_subject_find_bound (self, deed) >= 0 &&
         leadup_clauses_is_any (self, leadup_clauses_get_predicate (self, place->inner - 1)->verb,
                                ends);
}

static gboolean
is_of_other_clause (const LeadupClauses    *self,
                    const LeadupEventPlace *place,
                    gint32                  owner,
                    const LeadupDate       *date)
{
  return is_over_semicolon (self, place, date) || is_in_insertion (self, place, date) ||
         is_beside_deed (self, place, owner, date) || is_day_of_charge (self, place, date) ||
         is_behind_aside (self, place, owner, date) ||
         is_in_later_clause (self, place, owner, date) ||
         opens_next_clause (self, place, owner, date) ||
         is_outside_perfect (self, place, owner, date) || is_between_deeds (self, place, date) ||
         is_past_thing (self, place, owner);
}

/* Whether a date is of a condition, or of what a relative clause tells: “If it is not met by 12
 * March, Chad will act”, “in breach of a truce signed last May”, “urged them to respect the truce
 * that began in May”, “shot a priest who had fled on Monday”. */
static gboolean
is_of_aside (const LeadupEventPlace *place,
             const LeadupPredicate  *owner,
             const LeadupDate       *date)
{
  if (date->first_token < owner->end)
    return FALSE;
  if (owner->is_conditional)
    return TRUE;
  if (owner->relation != LEADUP_RELATION_RELATIVE)
    return FALSE;
  if (owner->is_reduced)
    return date->first_token <= owner->end + 1;

  return owner->is_finite && owner->first > place->token &&
         (!place->is_deed || owner->is_perfect);
}

/* “The agreement of 2013 promised a council”: what it says it said then. */
static gboolean
is_of_document (const LeadupClauses      *self,
                const LeadupEventPlace   *place,
                const LeadupArticleEvent *event,
                const LeadupDate         *date)
{
  gint32 document = leadup_clauses_phrase_at (self, date->first_token - 2);

  return place->inner >= 0 && strcmp (event->category, "agreement") == 0 &&
         leadup_clauses_get_predicate (self, place->inner)->subject == document &&
         names_deed (self, document);
}

/* “Roe, who won in May in a vote held by the army, said”: the vote was in May. */
static gboolean
is_in_same_aside (const LeadupClauses    *self,
                  const LeadupEventPlace *place,
                  const LeadupDate       *date)
{
  if (place->inner < 0 || !leadup_clauses_get_predicate (self, place->inner)->is_reduced)
    return FALSE;
  for (guint32 i = date->end_token; i < place->token; i++)
    if (self->grammar[i].tag == LEADUP_TAG_COMMA)
      return FALSE;

  return TRUE;
}

/* “boarded a tanker owned by Chad on Tuesday, wounding two”. */
static gboolean
is_behind_reduced (const LeadupClauses    *self,
                   const LeadupEventPlace *place,
                   gint32                  owner,
                   const LeadupDate       *date)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, owner);

  return predicate->is_reduced && date->first_token > predicate->end + 1 && place->inner > owner &&
         leadup_clauses_get_predicate (self, place->inner)->relation ==
             LEADUP_RELATION_PARTICIPLE &&
         leadup_clauses_get_predicate (self, place->inner)->governor < owner;
}

/* “The front, which has held the city since July, said”: July is no date of what it said; nor is
 * the year of “the 2019 war” or “the war of 2019” the date of anything but the war. */
static gboolean
is_foreign_date (const LeadupClauses      *self,
                 const LeadupEventPlace   *place,
                 const LeadupArticleEvent *event,
                 const LeadupDate         *date)
{
  /* “in the early hours of 3 May”, “in the last days of May”. */
  static const char *const parts[] = { "hours", "morning", "evening", "night", "afternoon", "end",
                                       "start", "eve",     "dawn",    "beginning", "days", "day",
                                       "weeks", "week",    "months",  "middle", NULL };
  gint32 owner = owner_of (self, date->first_token);
  const LeadupPredicate *predicate;
  gint32 phrase = leadup_clauses_phrase_at (self, date->end_token - 1);

  if ((phrase >= 0 && phrase == place->noun) || is_of_deed (self, place, event, phrase))
    return FALSE;
  if (is_compared (self, date) || is_of_other_clause (self, place, owner, date))
    return TRUE;
  if (is_of_charged (self, place, owner, date) || is_deadline (self, place, date) ||
      is_of_speaker (self, place, date) || is_apart (self, place, date))
    return TRUE;
  if (phrase >= 0 && leadup_clauses_get_phrase (self, phrase)->end > date->end_token &&
      leadup_clauses_get_phrase (self, phrase)->head >= date->end_token &&
      !is_before_name (self, date))
    return TRUE;
  /* “jailed over 2019 shelling”. */
  if (date->end_token < self->end &&
      (self->grammar[date->end_token].forms & LEADUP_FORM_ING) != 0 &&
      self->tokens[date->first_token].kind == LEADUP_TOKEN_NUMBER)
    return TRUE;
  if (date->first_token > self->first + 1 &&
      leadup_clauses_is (self, date->first_token - 1, "of") &&
      !leadup_clauses_is_any (self, date->first_token - 2, parts) &&
      leadup_clauses_phrase_at (self, date->first_token - 2) >= 0)
    return !is_of_document (self, place, event, date) &&
           (place->noun < 0 ||
            leadup_clauses_get_phrase (self, place->noun)->end + 1 != date->first_token);
  if (owner < 0 || owner == place->inner || owner == place->outer ||
      (place->predicate < 0 && owner == owner_of (self, place->token)))
    return FALSE;

  predicate = leadup_clauses_get_predicate (self, owner);

  /* “who staged a coup in 2021 that ousted her”: it did then. */
  if (tells_of_object (self, place, predicate))
    return FALSE;

  if (is_of_aside (place, predicate, date) || is_in_bound (self, place, predicate, date))
    return TRUE;

  if (is_behind_reduced (self, place, owner, date))
    return FALSE;
  /* “looted by gangs who have held it since May”. */
  if (predicate->relation == LEADUP_RELATION_RELATIVE && !predicate->is_reduced &&
      date->first_token > self->first && leadup_clauses_is (self, date->first_token - 1, "since"))
    return TRUE;

  return predicate->relation == LEADUP_RELATION_RELATIVE &&
         !is_in_same_aside (self, place, date) &&
         (!predicate->is_reduced || date->end_token <= place->token) &&
         date->end_token <= predicate->clause_end + 4 && predicate->verb < place->token;
}

/* Whether a date stands behind the verb that tells the event, before any other. */
static gboolean
is_own_date (const LeadupClauses    *self,
             const LeadupEventPlace *place,
             const LeadupDate       *date)
{
  return date->when != NULL && place->inner >= 0 &&
         owner_of (self, date->first_token) == place->inner &&
         date->first_token >= leadup_clauses_get_predicate (self, place->inner)->end;
}

/* “in October, and Peru called on them”: a clause of its own, behind the date. */
static gboolean
is_behind_clause (const LeadupClauses *self,
                  const LeadupDate    *date,
                  gint32               index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (self, index);

  return predicate->is_finite && !predicate->is_joined && predicate->subject >= 0 &&
         predicate->relation == LEADUP_RELATION_MAIN &&
         date->end_token + 2 <= predicate->clause_first &&
         self->grammar[predicate->clause_first - 1].tag == LEADUP_TAG_CONJUNCTION &&
         self->grammar[predicate->clause_first - 2].tag == LEADUP_TAG_COMMA;
}

/* “suspended Chad in 2022 and froze its assets in 2023”, “It began at 2 a.m., said Ada Roe, who
 * warned of more”: what has a date of its own, or is only said beside what is told, is not on the
 * day of what another verb tells. */
static gboolean
is_of_another_verb (const LeadupClauses      *self,
                    const LeadupEventPlace   *place,
                    const LeadupDate         *date,
                    const LeadupArticleEvent *event,
                    gboolean                  has_own)
{
  gint32 owner = owner_of (self, date->first_token);
  const LeadupPredicate *predicate;

  if (place->inner < 0 || owner == place->inner || owner == place->outer)
    return FALSE;
  predicate = leadup_clauses_get_predicate (self, place->inner);
  /* “In May the court threw out a case in which Togo accused Chad”. */
  if (owner < 0)
    return place->inner > 0 && !g_str_has_prefix (event->quad, "material") &&
           leadup_clause_subject_find_bound (self, predicate) >= 0 &&
           (self->grammar[predicate->first].forms & LEADUP_FORM_PAST) != 0;
  /* “that it ruled on 3 May and that Chad refused”. */
  if (predicate->subordinator > (gint32) date->end_token &&
      self->grammar[predicate->subordinator - 1].tag == LEADUP_TAG_CONJUNCTION)
    return TRUE;

  if (is_behind_clause (self, date, place->outer >= 0 ? place->outer : place->inner))
    return TRUE;

  return has_own ||
         (predicate->relation == LEADUP_RELATION_RELATIVE && !predicate->is_reduced &&
          !g_str_has_prefix (event->quad, "material") && date->end_token < predicate->first);
}

/**
 * leadup_event_dates_find_foreign:
 * @clauses: the parse of a sentence
 * @place: where in it an event stands
 * @first_date: index of the first date of the sentence or later
 * @event: the event
 *
 * Marks the dates of the sentence that are dates of something else.
 */
void
leadup_event_dates_find_foreign (const LeadupClauses    *clauses,
                                 const LeadupEventPlace *place,
                                 guint                   first_date,
                                 LeadupArticleEvent     *event)
{
  const GArray *dates = clauses->article->dates;
  gboolean has_own = FALSE;

  for (guint i = first_date; i < dates->len && !has_own; i++)
    {
      const LeadupDate *date = &g_array_index (dates, LeadupDate, i);

      if (date->first_token >= clauses->end)
        break;
      has_own = date->first_token >= clauses->first && is_own_date (clauses, place, date) &&
                !is_foreign_date (clauses, place, event, date);
    }
  for (guint i = first_date, bit = 0; i < dates->len && bit < 32; i++, bit++)
    {
      const LeadupDate *date = &g_array_index (dates, LeadupDate, i);

      if (date->first_token >= clauses->end)
        break;
      if (date->first_token >= clauses->first &&
          (is_foreign_date (clauses, place, event, date) ||
           is_of_another_verb (clauses, place, date, event, has_own)))
        event->foreign_dates |= 1u << bit;
    }
  event->first_date = first_date;
  event->is_aside =
      place->inner >= 0 &&
      leadup_clauses_get_predicate (clauses, place->inner)->relation == LEADUP_RELATION_RELATIVE &&
      !leadup_clauses_get_predicate (clauses, place->inner)->is_reduced;
}
