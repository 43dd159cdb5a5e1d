/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline-reader.h"

#include <string.h>

/* How deep clauses that hold clauses are followed. */
#define MAX_DEPTH LEADUP_HEADLINE_MAX_DEPTH

/* How far what is said may stand behind its verb (“told reporters on Monday that”). */
#define MAX_CONTENT_GAP 12

static LeadupTag
tag_at (const LeadupHeadlineReader *self,
        guint32                     at)
{
  return at >= self->clauses->first && at < self->clauses->end
             ? (LeadupTag) self->clauses->grammar[at].tag
             : LEADUP_TAG_BREAK;
}

static gboolean
is_word (const LeadupHeadlineReader *self,
         guint32                     at,
         const char                 *word)
{
  return leadup_clauses_is (self->clauses, at, word);
}

static const LeadupPhrase *
phrase_at (const LeadupHeadlineReader *self,
           gint32                      index)
{
  return leadup_clauses_get_phrase (self->clauses, index);
}

static const LeadupPredicate *
predicate_at (const LeadupHeadlineReader *self,
              gint32                      index)
{
  return leadup_clauses_get_predicate (self->clauses, index);
}

/* The phrase that starts at @at, LEADUP_NONE if none does. */
gint32
leadup_headline_reader_phrase_from (const LeadupHeadlineReader *self,
                                    guint32                     at)
{
  gint32 found = leadup_clauses_phrase_at (self->clauses, at);

  return found >= 0 && phrase_at (self, found)->first == at ? found : LEADUP_NONE;
}

/* Whether a phrase is who acts in a clause of its own, so that it ends what stands before. */
static gboolean
opens_clause (const LeadupHeadlineReader *self,
              gint32                      phrase)
{
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);

      if (predicate->subject == phrase && predicate->is_finite && !predicate->is_joined &&
          predicate->relation != LEADUP_RELATION_RELATIVE &&
          predicate->first >= phrase_at (self, phrase)->end)
        return TRUE;
    }

  return FALSE;
}

/* Whether commas join a phrase to a list that “and” closes. */
static gboolean
closes_list (const LeadupHeadlineReader *self,
             gint32                      phrase)
{
  for (gint32 i = phrase; i < (gint32) self->clauses->phrases->len && i < phrase + 6; i++)
    {
      const LeadupPhrase *here = phrase_at (self, i);

      if (here->joined < 0 && here->parent < 0)
        return FALSE;
      if (here->joined >= 0 && tag_at (self, here->first - 1) == LEADUP_TAG_CONJUNCTION)
        return !opens_clause (self, i);
    }

  return FALSE;
}

/* “hit a ship, a claim that Togo denies”: what somebody makes of it. */
static gboolean
is_comment (const LeadupHeadlineReader *self,
            const LeadupPhrase         *phrase)
{
  static const char *const words[] = { "claim", "charge",   "allegation", "accusation",
                                       "move",  "decision", "assertion",  NULL };

  return tag_at (self, phrase->first - 1) == LEADUP_TAG_COMMA &&
         tag_at (self, phrase->first) == LEADUP_TAG_DETERMINER &&
         leadup_clauses_is_any (self->clauses, phrase->head, words);
}

/* The end of a phrase with what “of” hangs on it and what “and” joins to it: one thing, which no
 * title cuts. */
guint32
leadup_headline_reader_unit_end (const LeadupHeadlineReader *self,
                                 gint32                      phrase)
{
  guint32 end = phrase_at (self, phrase)->end;

  for (gint32 i = phrase + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *next = phrase_at (self, i);

      if (next->parent >= 0 && next->first == end + 1)
        end = next->end;
      else if (next->joined >= 0 && next->preposition < 0 && next->first <= end + 2 &&
               !opens_clause (self, i) && closes_list (self, i) && !is_comment (self, next))
        end = next->end;
      else
        break;
    }

  return end;
}

/* The token after a date at @at that can go, with its preposition; @at if there is none. The day
 * stands beside the title, so it need not stand in it; but “since May” and “the 2019 war” say more
 * than when. */
guint32
leadup_headline_reader_skip_date (const LeadupHeadlineReader *self,
                                  guint32                     at)
{
  guint32 first = at;
  const LeadupDate *date;
  gint32 phrase;

  if (tag_at (self, at) == LEADUP_TAG_COMMA)
    first++;
  if (is_word (self, first, "on") || is_word (self, first, "in") || is_word (self, first, "at"))
    first++;
  date = first < self->clauses->end ? leadup_article_date_at (self->article, first) : NULL;
  if (date == NULL || date->first_token != first || date->end_token > self->clauses->end ||
      (strcmp (date->type, "DATE") != 0 && strcmp (date->type, "TIME") != 0))
    return at;
  phrase = leadup_clauses_phrase_at (self->clauses, date->end_token - 1);
  if (phrase >= 0 && phrase_at (self, phrase)->end != date->end_token)
    return at;
  if (first == at && at > self->clauses->first &&
      tag_at (self, at - 1) == LEADUP_TAG_PREPOSITION)
    return at;

  return date->end_token;
}

/* Where the clause of a predicate that depends on another one begins. */
static guint32
child_start (const LeadupHeadlineReader *self,
             const LeadupPredicate      *child)
{
  if (child->relation == LEADUP_RELATION_GERUND)
    return child->first - 1;
  if (child->relation == LEADUP_RELATION_CONTENT && child->subordinator >= 0)
    return (guint32) child->subordinator;
  if (child->relation == LEADUP_RELATION_CONTENT && child->subject >= 0)
    return MIN (child->first, phrase_at (self, child->subject)->first);

  return child->first;
}

/* Whether nothing but phrases stands between two tokens. */
gboolean
leadup_headline_reader_is_plain_gap (const LeadupHeadlineReader *self,
                                     guint32                     from,
                                     guint32                     to)
{
  for (guint32 i = from; i < to; i++)
    {
      LeadupTag tag = tag_at (self, i);

      if (tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_SUBORDINATOR ||
          tag == LEADUP_TAG_RELATIVE)
        return FALSE;
    }

  return TRUE;
}

/* The predicate without which that of @index says nothing: what is said, what is planned, what
 * somebody is accused of. */
gint32
leadup_headline_reader_find_complement (const LeadupHeadlineReader *self,
                                        gint32                      index,
                                        guint32                     end)
{
  for (gint32 i = index + 1; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *child = predicate_at (self, i);
      guint32 start = child_start (self, child);

      if (child->governor != index)
        continue;
      if (start + 1 < predicate_at (self, index)->end)
        continue;
      if (child->relation == LEADUP_RELATION_CONTENT && start <= end + MAX_CONTENT_GAP &&
          leadup_headline_reader_is_plain_gap (self, MIN (end, start), start))
        return i;
      /* “denied shelling the port”. */
      if ((child->relation == LEADUP_RELATION_INFINITIVE ||
           child->relation == LEADUP_RELATION_GERUND ||
           child->relation == LEADUP_RELATION_PARTICIPLE) &&
          (start == end || (start + 1 == end && tag_at (self, start) == LEADUP_TAG_TO)))
        return i;
    }

  return LEADUP_NONE;
}

static gboolean
opens_phrase (const LeadupHeadlineReader *self,
              guint32                     at)
{
  return leadup_headline_reader_phrase_from (self, at) >= 0;
}

/* The end of the words that belong to the verb itself: “carried out”, “was dead”. */
guint32
leadup_headline_reader_verb_end (const LeadupHeadlineReader *self,
                                 const LeadupPredicate      *predicate)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self->clauses, self->clauses->facts->verbs, predicate);
  guint32 end = predicate->end;

  if (row != NULL && row->n_words > 1 && predicate->verb + row->n_words <= self->clauses->end)
    end = MAX (end, predicate->verb + row->n_words);
  /* “would do so”. */
  if (is_word (self, end, "so") && is_word (self, predicate->verb, "do"))
    end++;
  while (end < self->clauses->end && end < predicate->verb + 5 &&
         leadup_headline_reader_skip_date (self, end) == end &&
         ((tag_at (self, end) == LEADUP_TAG_ADJECTIVE && !opens_phrase (self, end)) ||
          tag_at (self, end) == LEADUP_TAG_ADVERB ||
          tag_at (self, end) == LEADUP_TAG_NEGATION ||
          (tag_at (self, end) == LEADUP_TAG_PREPOSITION && !opens_phrase (self, end + 1) &&
           tag_at (self, end + 1) != LEADUP_TAG_VERB)))
    end++;

  return end;
}

/* A quotation that is the complement: the token after its closing mark. */
static guint32
quote_end (const LeadupHeadlineReader *self,
           guint32                     at)
{
  if (at >= self->clauses->end || self->clauses->tokens[at].kind != LEADUP_TOKEN_QUOTE_OPEN)
    return at;
  for (guint32 i = at + 1; i < self->clauses->end; i++)
    if (self->clauses->tokens[i].kind == LEADUP_TOKEN_QUOTE_CLOSE)
      return i + 1;

  return at;
}

static gboolean
is_copula (const LeadupHeadlineReader *self,
           const LeadupPredicate      *predicate)
{
  guint32 lemma = self->clauses->grammar[predicate->verb].lemma;

  return lemma != 0 &&
         strcmp (leadup_lexicon_get_word (self->article->lexicon, lemma), "be") == 0;
}

/* The end of the least that a predicate needs to say anything. */
guint32
leadup_headline_reader_core_end (LeadupHeadlineReader *self,
                                 gint32                index,
                                 guint                 depth)
{
  const LeadupPredicate *predicate = predicate_at (self, index);
  guint32 end = leadup_headline_reader_verb_end (self, predicate);
  guint32 dated = leadup_headline_reader_skip_date (self, end);
  gint32 complement, next;

  if (tag_at (self, dated) == LEADUP_TAG_QUOTE)
    dated++;
  next = leadup_headline_reader_phrase_from (self, dated);
  if (next < 0 && tag_at (self, dated) == LEADUP_TAG_PREPOSITION)
    next = leadup_headline_reader_phrase_from (self, dated + 1);
  if (next >= 0 && !opens_clause (self, next))
    {
      end = leadup_headline_reader_unit_end (self, next);
      /* “gave them a warning”. */
      next = leadup_headline_reader_phrase_from (self, end);
      if (next >= 0 && !opens_clause (self, next) && phrase_at (self, next)->preposition < 0 &&
          leadup_headline_reader_skip_date (self, end) == end)
        end = leadup_headline_reader_unit_end (self, next);
    }
  end = MAX (end, quote_end (self, end));
  complement = depth < MAX_DEPTH ? leadup_headline_reader_find_complement (self, index, end)
                                 : LEADUP_NONE;
  if (complement >= 0)
    {
      guint inner = leadup_headline_reader_core_end (self, complement, depth + 1);

      end = MAX (end, inner);
    }
  /* “was” and nothing that could be told: there is no title in it. */
  else if (is_copula (self, predicate) && end == predicate->end)
    self->is_broken = TRUE;

  return end;
}

/* The predicate with this first token that is no clause of its own. */
static gint32
find_follower (const LeadupHeadlineReader *self,
               guint32                     first,
               gboolean                    is_joined)
{
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);

      if (predicate->first == first &&
          (is_joined ? predicate->is_joined && predicate->is_finite : !predicate->is_finite))
        return i;
    }

  return LEADUP_NONE;
}

/* “were wounded when gunmen opened fire”: the predicate of violence that a “when” opens. */
static gint32
find_deed (const LeadupHeadlineReader *self,
           guint32                     when)
{
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);
      const LeadupLexiconRow *row;

      if (predicate->subordinator != (gint32) when || predicate->governor < 0 ||
          !predicate->is_finite)
        continue;
      row = leadup_clauses_match_verb (self->clauses, self->clauses->facts->verbs, predicate);

      return row != NULL && g_str_equal (row->columns[LEADUP_VERB_PLOVER], "ASSAULT")
               ? i
               : LEADUP_NONE;
    }

  return LEADUP_NONE;
}

/* “were killed and 40 wounded”: the predicate of the number, LEADUP_NONE if there is none. */
static gint32
find_elliptic (const LeadupHeadlineReader *self,
               guint32                     at)
{
  gint32 phrase = leadup_headline_reader_phrase_from (self, at);

  if (phrase < 0)
    return LEADUP_NONE;
  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);

      if (predicate->subject == phrase && predicate->first == phrase_at (self, phrase)->end &&
          predicate->first == predicate->verb && predicate->object < 0)
        return (self->clauses->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) != 0
                 ? i
                 : LEADUP_NONE;
    }

  return LEADUP_NONE;
}

/* One more thing that a title can go on with: the token after it, @at if nothing fits. */
static guint32
extend (LeadupHeadlineReader *self,
        guint32               at)
{
  guint32 dated = leadup_headline_reader_skip_date (self, at);
  gint32 phrase, follower;

  if (dated > at)
    return dated;
  if (tag_at (self, at) == LEADUP_TAG_ADVERB)
    return extend (self, at + 1) > at + 1 ? at + 1 : at;
  if (tag_at (self, at) == LEADUP_TAG_PREPOSITION)
    {
      phrase = leadup_headline_reader_phrase_from (self, at + 1);
      follower = phrase < 0 ? find_follower (self, at + 1, FALSE) : LEADUP_NONE;
      if (phrase >= 0 && !opens_clause (self, phrase))
        return leadup_headline_reader_unit_end (self, phrase);
      return follower >= 0 ? leadup_headline_reader_core_end (self, follower, 1) : at;
    }
  if (tag_at (self, at) == LEADUP_TAG_TO)
    {
      follower = find_follower (self, at, FALSE);
      return follower >= 0 ? leadup_headline_reader_core_end (self, follower, 1) : at;
    }
  if (tag_at (self, at) == LEADUP_TAG_SUBORDINATOR && is_word (self, at, "when"))
    {
      follower = find_deed (self, at);
      return follower >= 0 ? leadup_headline_reader_core_end (self, follower, 1) : at;
    }
  if (tag_at (self, at) == LEADUP_TAG_COMMA || tag_at (self, at) == LEADUP_TAG_CONJUNCTION)
    {
      follower =
          find_follower (self, at + 1, tag_at (self, at) == LEADUP_TAG_CONJUNCTION);
      if (follower < 0 && tag_at (self, at) == LEADUP_TAG_CONJUNCTION)
        follower = find_elliptic (self, at + 1);
      /* “students demanding bread, leaving nine dead”: what the police did. */
      if (follower >= 0 && tag_at (self, at) == LEADUP_TAG_COMMA &&
          !predicate_at (self, self->outer)->is_finite &&
          predicate_at (self, follower)->governor != self->outer)
        return at;
      return follower >= 0 && (tag_at (self, at) == LEADUP_TAG_CONJUNCTION ||
                               (self->clauses->grammar[at + 1].forms & LEADUP_FORM_ING) != 0)
                 ? leadup_headline_reader_core_end (self, follower, 1)
                 : at;
    }

  return at;
}

void
leadup_headline_reader_find_ends (LeadupHeadlineReader *self,
                                  guint32               core)
{
  guint32 at = core;

  self->n_ends = 0;
  self->ends[self->n_ends++] = core;
  while (self->n_ends < LEADUP_HEADLINE_MAX_ENDS)
    {
      guint32 next = extend (self, at);

      if (next <= at)
        return;
      at = next;
      if (tag_at (self, at - 1) != LEADUP_TAG_ADVERB)
        self->ends[self->n_ends++] = at;
    }
}

/* “the army’s plan to shell the port”, “attempts by rebels to take it”: where what is only meant to
 * happen begins, @verb where no noun says so. */
guint32
leadup_headline_reader_find_plan (const LeadupHeadlineReader *self,
                                  guint32                     verb)
{
  const LeadupClauses *clauses = self->clauses;
  gint32 plan = verb > clauses->first ? leadup_clauses_phrase_at (clauses, verb - 1) : LEADUP_NONE;
  const LeadupPhrase *phrase;

  if (plan < 0)
    return verb;
  phrase = leadup_clauses_get_phrase (clauses, plan);
  if (plan > 0 && phrase->preposition >= 0 &&
      leadup_clauses_get_phrase (clauses, plan - 1)->end == (guint32) phrase->preposition)
    phrase = leadup_clauses_get_phrase (clauses, plan - 1);

  return clauses->grammar[phrase->head].tag == LEADUP_TAG_NOUN ? phrase->first : verb;
}

/* Closes or drops a quotation that was cut. */
void
leadup_headline_reader_balance_quotes (GString *text)
{
  guint n_open = 0, n_close = 0, n_plain = 0;
  gssize last_open = -1; /* no pointer: what is appended moves the text */

  /* The first byte of “ and ”. */
  if (memchr (text->str, '"', text->len) == NULL && memchr (text->str, 0xe2, text->len) == NULL)
    return;

  for (char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);

      if (character == 0x201c)
        {
          n_open++;
          last_open = at - text->str;
        }
      n_close += character == 0x201d;
      n_plain += character == '"';
    }

  if (n_plain % 2 == 1)
    g_string_append_c (text, '"');

  if (n_open == n_close + 1)
    g_string_append (text, "”");
  else if (n_close > n_open)
    {
      char *close = strstr (text->str, "”");

      g_string_erase (text, close - text->str, (gssize) strlen ("”"));
    }
  if (last_open >= 0 && (gsize) last_open < text->len &&
      g_str_has_suffix (text->str + last_open, "“”"))
    g_string_truncate (text, (gsize) last_open);
}
