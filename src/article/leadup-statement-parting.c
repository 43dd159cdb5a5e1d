/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-statement-parting.h"

static LeadupTag
tag_at (const LeadupClauses *self,
        guint32              at)
{
  return at >= self->first && at < self->end ? (LeadupTag) self->grammar[at].tag
                                             : LEADUP_TAG_BREAK;
}

/* Whether the subject of @next stands before a cue that only tells of it. */
static gboolean
closes (const LeadupClauses   *self,
        gint32                 index,
        const LeadupPredicate *next)
{
  const LeadupPredicate *cue = leadup_clauses_get_predicate (self, index);

  return (!cue->is_finite || cue->relation == LEADUP_RELATION_RELATIVE) && !next->is_joined &&
         next->relation != LEADUP_RELATION_RELATIVE &&
         !(next->relation == LEADUP_RELATION_CONTENT && next->governor == index) &&
         leadup_clauses_get_phrase (self, next->subject)->first < cue->first;
}

/* “asked Togo to free them, which it refused”, “agreed a truce in May, which was extended”: what
 * became of what somebody asks or agrees is not in what he says. */
static gboolean
is_outcome (const LeadupClauses   *self,
            gint32                 index,
            const LeadupPredicate *next,
            guint32                which)
{
  static const char *const deals[] = { "agree", "agreed", "agrees", NULL };
  const LeadupPredicate *cue = leadup_clauses_get_predicate (self, index);
  gboolean is_asked = cue->object >= 0 && leadup_clauses_is_any (self, cue->verb, deals);

  if (which < cue->end + 2 || !leadup_clauses_is (self, which, "which") ||
      tag_at (self, which - 1) != LEADUP_TAG_COMMA ||
      (self->grammar[next->first].forms & LEADUP_FORM_PAST) == 0)
    return FALSE;
  /* “said he hoped to leave, which he did”: all of it is said. */
  for (gint32 i = index + 1; leadup_clauses_get_predicate (self, i) < next; i++)
    if (leadup_clauses_get_predicate (self, i)->is_finite)
      return FALSE;
  for (guint32 i = cue->end; i < which; i++)
    {
      LeadupTag tag = tag_at (self, i);

      if (tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_QUOTE || tag == LEADUP_TAG_MODAL)
        return FALSE;
      is_asked = is_asked || tag == LEADUP_TAG_TO;
    }

  return is_asked;
}

/* “, hours after Togo fired”, “, which Togo denied”: what the writer tells beside. */
static gboolean
is_told_beside (const LeadupClauses   *self,
                const LeadupPredicate *next,
                guint32                at)
{
  static const char *const units[] = { "minutes", "hours", "days", "weeks", "months",
                                       "hour",    "day",   "week", "month", NULL };
  static const char *const denials[] = { "denied",  "denies",  "rejected", "rejects", "dismissed",
                                         "disputed", "disputes", "refuted", NULL };

  if (leadup_clauses_is (self, at - 1, "which"))
    return tag_at (self, at - 2) == LEADUP_TAG_COMMA &&
           leadup_clauses_is_any (self, next->verb, denials);
  if (!leadup_clauses_is (self, at - 1, "after") &&
      !leadup_clauses_is (self, at - 1, "before"))
    return FALSE;

  return leadup_clauses_is_any (self, at - 2, units) &&
         (tag_at (self, at - 3) == LEADUP_TAG_COMMA || tag_at (self, at - 4) == LEADUP_TAG_COMMA);
}

/* Where a clause begins whose subject stands at @at: at what says when, if that opens it: “, and on
 * Monday night it expelled”, “; within days, Togo sent”. */
static guint32
find_opening (const LeadupClauses *self,
              guint32              at)
{
  guint32 start = at;

  if (tag_at (self, start - 1) == LEADUP_TAG_COMMA &&
      leadup_clauses_is_dated (self, start - 2))
    start--;
  while (start > self->first + 1 && (leadup_clauses_is_dated (self, start - 1) ||
                                     tag_at (self, start - 1) == LEADUP_TAG_PREPOSITION))
    start--;

  return tag_at (self, start - 1) == LEADUP_TAG_CONJUNCTION ||
                 leadup_clauses_is (self, start - 1, ";")
             ? start
             : at;
}

/* “called it a lie, while Mali said”, “Chad reports a raid as Togo closes its port” over an
 * article: two things that are told beside one another. */
static gboolean
is_told_alongside (const LeadupClauses   *self,
                   gint32                 index,
                   const LeadupPredicate *next,
                   guint32                at)
{
  const LeadupPredicate *cue = leadup_clauses_get_predicate (self, index);
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self, self->facts->cues, next);

  if (leadup_clauses_is (self, at - 1, "while"))
    return row != NULL && tag_at (self, at - 2) == LEADUP_TAG_COMMA;
  /* “says thousands flee as rebels advance”: that they flee so is said. */
  for (gint32 i = index + 1; leadup_clauses_get_predicate (self, i) < next; i++)
    {
      const LeadupPredicate *said = leadup_clauses_get_predicate (self, i);

      if (said->is_finite && said->relation == LEADUP_RELATION_CONTENT &&
          (said->first != said->verb ||
           (self->grammar[said->verb].forms & LEADUP_FORM_PARTICIPLE) == 0))
        return FALSE;
    }

  return leadup_clauses_is (self, at - 1, "as") &&
         !leadup_clauses_is (self, self->end - 1, ".") &&
         (self->grammar[cue->first].forms & LEADUP_FORM_THIRD) != 0 &&
         (self->grammar[next->first].forms & LEADUP_FORM_PAST) == 0;
}

/* “closed a case in which Togo accused Chad, saying that”: the court says so. */
static gboolean
goes_on_outside (const LeadupClauses   *self,
                 gint32                 index,
                 const LeadupPredicate *next)
{
  const LeadupPredicate *cue = leadup_clauses_get_predicate (self, index);

  return cue->relation == LEADUP_RELATION_RELATIVE &&
         next->relation == LEADUP_RELATION_PARTICIPLE && next->subject != cue->subject &&
         tag_at (self, next->first - 1) == LEADUP_TAG_COMMA &&
         leadup_clauses_get_phrase (self, next->subject)->first < cue->first;
}

/* “, a claim”, “, an offer”: a noun for what was just said. */
static gboolean
is_naming (const LeadupClauses *self,
           guint32              at)
{
  static const char *const names[] = { "claim",    "allegation", "charge", "accusation",
                                       "assertion", "account",   "version", "figure",
                                       "report",   "offer",      "proposal", "demand",
                                       "request",  "threat",     "plan",   "move", NULL };

  return leadup_clauses_is_any (self, at, names) &&
         tag_at (self, at - 1) == LEADUP_TAG_DETERMINER &&
         tag_at (self, at - 2) == LEADUP_TAG_COMMA;
}

/**
 * leadup_statement_parting_find:
 * @self: the parse of a sentence
 * @index: a verb of saying
 * @next: a predicate after it
 *
 * “Chad accused Togo of lying; Mali said it left”, “rebels say they hold the port, a claim the army
 * denies”: where somebody else goes on.
 *
 * Returns: where what @next tells begins, 0 if that was said as well
 */
guint32
leadup_statement_parting_find (const LeadupClauses   *self,
                               gint32                 index,
                               const LeadupPredicate *next)
{
  guint32 from = leadup_clauses_get_predicate (self, index)->end;
  guint32 at;

  if (next->subject >= 0 && goes_on_outside (self, index, next))
    return next->first - 1;
  if (next->subject < 0 || !next->is_finite)
    return 0;
  /* “Protesters demanding his resignation blocked the bridge”: that they did. */
  if (closes (self, index, next))
    return next->first;
  if (is_outcome (self, index, next, next->first - 1))
    return next->first - 2;
  at = leadup_clauses_get_phrase (self, next->subject)->first;
  if (at <= from + 1 || self->tokens[at].is_quoted)
    return 0;
  if (is_outcome (self, index, next, at - 1))
    return at - 2;
  at = find_opening (self, at);
  /* “a claim that the army denies”. */
  if (next->relation == LEADUP_RELATION_RELATIVE && at > from + 2 &&
      leadup_clauses_is (self, at - 1, "that"))
    at--;
  if (leadup_clauses_is (self, at - 1, ";"))
    return at - 1;
  /* “Chad said it won, but Togo said it lost”. */
  if (tag_at (self, at - 1) == LEADUP_TAG_CONJUNCTION &&
      tag_at (self, at - 2) == LEADUP_TAG_COMMA &&
      (next->relation == LEADUP_RELATION_MAIN ||
       leadup_clauses_match_verb (self, self->facts->cues, next) != NULL))
    return at - 2;
  /* “accused it, hours after Togo fired”, “…, which Togo denied”. */
  if (is_told_beside (self, next, at) || is_told_alongside (self, index, next, at))
    return at - 1;
  if (is_naming (self, at - 1) && at >= from + 3)
    return at - 3;
  /* “, an offer Chad's ministry said it was studying”: both are read as one phrase. */
  if (is_naming (self, at + 1) && tag_at (self, at + 2) == LEADUP_TAG_NAME)
    return at - 1;

  return 0;
}
