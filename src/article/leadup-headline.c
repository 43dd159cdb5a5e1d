/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline.h"

#include "article/leadup-actors.h"

#include <string.h>

/* How deep clauses that hold clauses are followed. */
#define MAX_DEPTH 4

/* Places where a title could end. */
#define MAX_ENDS 32

/* How far what is said may stand behind its verb (“told reporters on Monday that”). */
#define MAX_CONTENT_GAP 12

/* A longer subject gives way to the name of who acts. */
#define LONG_SUBJECT 40

/* How much is left out, each step on top of those before. */
typedef enum
{
  SHORT_NONE,
  SHORT_ARTICLES,   /* “the”, “a”, and “that” */
  SHORT_SUBJECT,    /* the name alone */
  SHORT_ADJECTIVES, /* what stands before a noun */
  N_SHORT,
} Shortness;

/**
 * Writer:
 * @ends: tokens before which the title can end, in order
 * @is_opened_by_person: whether a person, or nobody that is known, acts in it
 *
 * A title in the making.
 */
typedef struct
{
  const LeadupClauses *clauses;
  const LeadupArticle *article;
  const LeadupArticleEvent *event;
  guint32 ends[MAX_ENDS];
  guint n_ends;
  Shortness shortness;
  gboolean is_opened_by_person;
  gboolean is_broken;     /* what was read last lacks what it says */
  gboolean is_after_open; /* the last token opened a quotation */
  GString *text;
  guint32 last; /* token written last */
} Writer;

static LeadupTag
tag_at (const Writer *self,
        guint32       at)
{
  return at >= self->clauses->first && at < self->clauses->end
             ? (LeadupTag) self->clauses->grammar[at].tag
             : LEADUP_TAG_BREAK;
}

static gboolean
is_word (const Writer *self,
         guint32       at,
         const char   *word)
{
  return leadup_clauses_is (self->clauses, at, word);
}

static const LeadupPhrase *
phrase_at (const Writer *self,
           gint32        index)
{
  return leadup_clauses_get_phrase (self->clauses, index);
}

static const LeadupPredicate *
predicate_at (const Writer *self,
              gint32        index)
{
  return leadup_clauses_get_predicate (self->clauses, index);
}

/* The phrase that starts at @at, LEADUP_NONE if none does. */
static gint32
phrase_from (const Writer *self,
             guint32       at)
{
  gint32 found = leadup_clauses_phrase_at (self->clauses, at);

  return found >= 0 && phrase_at (self, found)->first == at ? found : LEADUP_NONE;
}

/* Whether a phrase is who acts in a clause of its own, so that it ends what stands before. */
static gboolean
opens_clause (const Writer *self,
              gint32        phrase)
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
closes_list (const Writer *self,
             gint32        phrase)
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

/* The end of a phrase with what “of” hangs on it and what “and” joins to it: one thing, which no
 * title cuts. */
static guint32
unit_end (const Writer *self,
          gint32        phrase)
{
  guint32 end = phrase_at (self, phrase)->end;

  for (gint32 i = phrase + 1; i < (gint32) self->clauses->phrases->len; i++)
    {
      const LeadupPhrase *next = phrase_at (self, i);

      if (next->parent >= 0 && next->first == end + 1)
        end = next->end;
      else if (next->joined >= 0 && next->preposition < 0 && next->first <= end + 2 &&
               !opens_clause (self, i) && closes_list (self, i))
        end = next->end;
      else
        break;
    }

  return end;
}

/* The token after a date at @at that can go, with its preposition; @at if there is none. The day
 * stands beside the title, so it need not stand in it; but “since May” and “the 2019 war” say more
 * than when. */
static guint32
skip_date (const Writer *self,
           guint32       at)
{
  guint32 first = at;
  guint low = 0, high = self->article->dates->len;
  const LeadupDate *date;
  gint32 phrase;

  if (tag_at (self, at) == LEADUP_TAG_COMMA)
    first++;
  if (is_word (self, first, "on") || is_word (self, first, "in") || is_word (self, first, "at"))
    first++;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->article->dates, LeadupDate, middle).first_token < first)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->article->dates->len || first >= self->clauses->end)
    return at;

  date = &g_array_index (self->article->dates, LeadupDate, low);
  if (date->first_token != first || date->end_token > self->clauses->end ||
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
child_start (const Writer          *self,
             const LeadupPredicate *child)
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
static gboolean
is_plain_gap (const Writer *self,
              guint32       from,
              guint32       to)
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
static gint32
find_complement (const Writer *self,
                 gint32        index,
                 guint32       end)
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
          is_plain_gap (self, MIN (end, start), start))
        return i;
      if ((child->relation == LEADUP_RELATION_INFINITIVE ||
           child->relation == LEADUP_RELATION_GERUND) &&
          start == end)
        return i;
    }

  return LEADUP_NONE;
}

/* The end of the words that belong to the verb itself: “carried out”, “was dead”. */
static guint32
verb_end (const Writer          *self,
          const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *row =
      leadup_clauses_match_verb (self->clauses, self->clauses->facts->verbs, predicate);
  guint32 end = predicate->end;

  if (row != NULL && row->n_words > 1 && predicate->verb + row->n_words <= self->clauses->end)
    end = MAX (end, predicate->verb + row->n_words);
  while (end < self->clauses->end && end < predicate->verb + 5 &&
         ((tag_at (self, end) == LEADUP_TAG_ADJECTIVE && phrase_from (self, end) < 0) ||
          tag_at (self, end) == LEADUP_TAG_ADVERB ||
          tag_at (self, end) == LEADUP_TAG_NEGATION ||
          (tag_at (self, end) == LEADUP_TAG_PREPOSITION && phrase_from (self, end + 1) < 0 &&
           tag_at (self, end + 1) != LEADUP_TAG_VERB && skip_date (self, end) == end)))
    end++;

  return end;
}

/* A quotation that is the complement: the token after its closing mark. */
static guint32
quote_end (const Writer *self,
           guint32       at)
{
  if (at >= self->clauses->end || self->clauses->tokens[at].kind != LEADUP_TOKEN_QUOTE_OPEN)
    return at;
  for (guint32 i = at + 1; i < self->clauses->end; i++)
    if (self->clauses->tokens[i].kind == LEADUP_TOKEN_QUOTE_CLOSE)
      return i + 1;

  return at;
}

static gboolean
is_copula (const Writer          *self,
           const LeadupPredicate *predicate)
{
  guint32 lemma = self->clauses->grammar[predicate->verb].lemma;

  return lemma != 0 &&
         strcmp (leadup_lexicon_get_word (self->article->lexicon, lemma), "be") == 0;
}

/* The end of the least that a predicate needs to say anything. */
static guint32
core_end (Writer *self,
          gint32  index,
          guint   depth)
{
  const LeadupPredicate *predicate = predicate_at (self, index);
  guint32 end = verb_end (self, predicate);
  guint32 dated = skip_date (self, end);
  gint32 complement, next;

  if (tag_at (self, dated) == LEADUP_TAG_QUOTE)
    dated++;
  next = phrase_from (self, dated);
  if (next < 0 && tag_at (self, dated) == LEADUP_TAG_PREPOSITION)
    next = phrase_from (self, dated + 1);
  if (next >= 0 && !opens_clause (self, next))
    {
      end = unit_end (self, next);
      /* “gave them a warning”. */
      next = phrase_from (self, end);
      if (next >= 0 && !opens_clause (self, next) && phrase_at (self, next)->preposition < 0 &&
          skip_date (self, end) == end)
        end = unit_end (self, next);
    }
  end = MAX (end, quote_end (self, end));
  /* “was” and nothing that could be told: there is no title in it. */
  if (is_copula (self, predicate) && end == predicate->end)
    self->is_broken = TRUE;

  complement = depth < MAX_DEPTH ? find_complement (self, index, end) : LEADUP_NONE;
  if (complement >= 0)
    end = MAX (end, core_end (self, complement, depth + 1));

  return end;
}

/* The predicate with this first token that is no clause of its own. */
static gint32
find_follower (const Writer *self,
               guint32       first,
               gboolean      is_joined)
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

/* One more thing that a title can go on with: the token after it, @at if nothing fits. */
static guint32
extend (Writer *self,
        guint32 at)
{
  guint32 dated = skip_date (self, at);
  gint32 phrase, follower;

  if (dated > at)
    return dated;
  if (tag_at (self, at) == LEADUP_TAG_ADVERB)
    return extend (self, at + 1) > at + 1 ? at + 1 : at;
  if (tag_at (self, at) == LEADUP_TAG_PREPOSITION)
    {
      phrase = phrase_from (self, at + 1);
      follower = phrase < 0 ? find_follower (self, at + 1, FALSE) : LEADUP_NONE;
      if (phrase >= 0 && !opens_clause (self, phrase))
        return unit_end (self, phrase);
      return follower >= 0 ? core_end (self, follower, 1) : at;
    }
  if (tag_at (self, at) == LEADUP_TAG_TO)
    {
      follower = find_follower (self, at, FALSE);
      return follower >= 0 ? core_end (self, follower, 1) : at;
    }
  if (tag_at (self, at) == LEADUP_TAG_COMMA || tag_at (self, at) == LEADUP_TAG_CONJUNCTION)
    {
      follower =
          find_follower (self, at + 1, tag_at (self, at) == LEADUP_TAG_CONJUNCTION);
      return follower >= 0 && (tag_at (self, at) == LEADUP_TAG_CONJUNCTION ||
                               (self->clauses->grammar[at + 1].forms & LEADUP_FORM_ING) != 0)
                 ? core_end (self, follower, 1)
                 : at;
    }

  return at;
}

static void
find_ends (Writer *self,
           guint32 core)
{
  guint32 at = core;

  self->n_ends = 0;
  self->ends[self->n_ends++] = core;
  while (self->n_ends < MAX_ENDS)
    {
      guint32 next = extend (self, at);

      if (next <= at)
        return;
      at = next;
      if (tag_at (self, at - 1) != LEADUP_TAG_ADVERB)
        self->ends[self->n_ends++] = at;
    }
}

static void
append_words (Writer     *self,
              const char *words,
              gsize       length,
              gboolean    has_space)
{
  if (self->text->len > 0 && has_space && !self->is_after_open &&
      !g_str_has_suffix (self->text->str, " "))
    g_string_append_c (self->text, ' ');
  g_string_append_len (self->text, words, (gssize) length);
  self->is_after_open = FALSE;
}

static void
append_token (Writer *self,
              guint32 at)
{
  LeadupSpan span = self->clauses->tokens[at].span;
  gboolean has_space = at == 0 || self->last + 1 != at ||
                       self->clauses->tokens[at - 1].span.end < span.start;

  if (self->clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_CLOSE ||
      tag_at (self, at) == LEADUP_TAG_COMMA)
    has_space = has_space && self->last + 1 == at;
  append_words (self, self->article->text + span.start, span.end - span.start, has_space);
  self->is_after_open = self->clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_OPEN;
  self->last = at;
}

/* People are called by their last name, everybody else in full. */
static void
append_actor (Writer *self,
              gint32  index)
{
  const LeadupArticleActor *actor =
      &g_array_index (self->article->actors, LeadupArticleActor, index);
  const char *name = actor->name;

  if (actor->kind == LEADUP_ACTOR_KIND_PERSON && strrchr (name, ' ') != NULL)
    name = strrchr (name, ' ') + 1;
  append_words (self, name, strlen (name), TRUE);
}

/* The pronoun at @at gives way to the name of who is meant, if that is known. One inside a title
 * that somebody opens may mean them or another, as in the text, and stays. */
static gboolean
write_pronoun (Writer *self,
               guint32 at)
{
  gint32 actor;

  if (tag_at (self, at) != LEADUP_TAG_PRONOUN || (self->text->len > 0 && self->is_opened_by_person))
    return FALSE;
  actor = leadup_actors_behind (self->article, at);
  if (actor < 0 ||
      ((is_word (self, at, "he") || is_word (self, at, "she")) &&
       g_array_index (self->article->actors, LeadupArticleActor, actor).kind !=
           LEADUP_ACTOR_KIND_PERSON) ||
      is_word (self, at, "himself") || is_word (self, at, "herself") ||
      is_word (self, at, "itself") || is_word (self, at, "themselves"))
    return FALSE;
  append_actor (self, actor);
  self->last = at;

  return TRUE;
}

static gboolean
is_article (const Writer *self,
            guint32       at)
{
  return tag_at (self, at) == LEADUP_TAG_DETERMINER &&
         (is_word (self, at, "the") || is_word (self, at, "a") || is_word (self, at, "an"));
}

/* What can go for the sake of shortness. */
static gboolean
is_dropped (const Writer *self,
            guint32       at)
{
  if (self->shortness >= SHORT_ARTICLES &&
      (is_article (self, at) || (tag_at (self, at) == LEADUP_TAG_SUBORDINATOR &&
                                 is_word (self, at, "that"))))
    return TRUE;

  return self->shortness >= SHORT_ADJECTIVES && tag_at (self, at) == LEADUP_TAG_ADJECTIVE &&
         (tag_at (self, at + 1) == LEADUP_TAG_NOUN || tag_at (self, at + 1) == LEADUP_TAG_NAME ||
          tag_at (self, at + 1) == LEADUP_TAG_ADJECTIVE);
}

static const LeadupWordFact *
fact_of_lemma (const Writer *self,
               guint32       verb)
{
  guint32 lemma = self->clauses->grammar[verb].lemma;

  return lemma != 0 ? &self->clauses->facts->words[lemma] : NULL;
}

/* The past of a verb in place of its form in the text; FALSE where that is not known. */
static gboolean
write_past (Writer *self,
            guint32 verb)
{
  const LeadupWordFact *fact = fact_of_lemma (self, verb);
  const char *past;

  if (fact == NULL || fact->past == 0)
    return FALSE;
  past = leadup_lexicon_get_word (self->article->lexicon, fact->past);
  append_words (self, past, strlen (past), TRUE);
  self->last = verb;

  return TRUE;
}

/* “has killed” is “killed” in a headline: the predicate of which @at is such a helper. */
static const LeadupPredicate *
find_perfect (const Writer *self,
              guint32       at)
{
  if (tag_at (self, at) != LEADUP_TAG_AUXILIARY ||
      !(is_word (self, at, "has") || is_word (self, at, "have")))
    return NULL;

  for (gint32 i = 0; i < (gint32) self->clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);
      const LeadupWordFact *fact;

      if (predicate->first != at)
        continue;
      fact = fact_of_lemma (self, predicate->verb);
      if (!predicate->is_finite || predicate->is_passive || predicate->is_negated ||
          fact == NULL || fact->past == 0 || tag_at (self, predicate->verb) != LEADUP_TAG_VERB ||
          !(self->clauses->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
        return NULL;
      for (guint32 j = at + 1; j < predicate->verb; j++)
        if (tag_at (self, j) == LEADUP_TAG_AUXILIARY)
          return NULL;
      return predicate;
    }

  return NULL;
}

/* Tokens [first, end), without dates and what can go. */
static void
write_tokens (Writer *self,
              guint32 first,
              guint32 end)
{
  const LeadupPredicate *perfect = NULL;
  guint32 at = first;

  while (at < end)
    {
      guint32 dated = skip_date (self, at);

      if (dated > at && dated <= end)
        {
          at = dated;
          continue;
        }
      if (find_perfect (self, at) != NULL)
        perfect = find_perfect (self, at);
      else if (perfect != NULL && at == perfect->verb && write_past (self, at))
        perfect = NULL;
      else if (!is_dropped (self, at) && !write_pronoun (self, at))
        append_token (self, at);
      at++;
    }
}

/* “19:40 Minister threatens fines”: the hour before a subject is none of it. */
static guint32
skip_heading (const Writer *self,
              guint32       first,
              guint32       end)
{
  if (self->clauses->tokens[first].kind != LEADUP_TOKEN_NUMBER)
    return first;
  if (first + 1 < end && first >= self->clauses->first + 2 && is_word (self, first - 1, ":") &&
      self->clauses->tokens[first - 2].kind == LEADUP_TOKEN_NUMBER)
    return first + 1;

  for (guint i = 0; i < self->article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (self->article->dates, LeadupDate, i);

      if (date->first_token > first)
        break;
      if (date->end_token > first && date->end_token < end &&
          tag_at (self, date->end_token) != LEADUP_TAG_POSSESSIVE)
        return date->end_token;
    }

  return first;
}

/* Who acts, without the article that opens it. */
static void
write_subject (Writer *self,
               gint32  subject)
{
  const LeadupPhrase *phrase = phrase_at (self, subject);
  guint32 end = unit_end (self, subject);
  guint32 first = phrase->first;
  gint32 actor = leadup_actors_at (self->article, phrase->first, phrase->end);
  gsize length = self->text->len;

  if (length == 0)
    self->is_opened_by_person =
        actor < 0 || g_array_index (self->article->actors, LeadupArticleActor, actor).kind ==
                         LEADUP_ACTOR_KIND_PERSON;
  if (write_pronoun (self, first))
    return;
  first = skip_heading (self, first, end);
  if (is_article (self, first))
    first++;
  if (self->shortness >= SHORT_SUBJECT && actor >= 0 && !phrase->is_pronoun)
    {
      append_actor (self, actor);
      return;
    }

  write_tokens (self, first, end);
  if (self->text->len - length > LONG_SUBJECT && actor >= 0 && self->shortness >= SHORT_ARTICLES)
    {
      g_string_truncate (self->text, length);
      append_actor (self, actor);
    }
}

/* Whether the words happened or are claimed to have: only then may a form that says nothing of it
 * (“seizing”) become one that does (“seized”). */
static gboolean
is_told_as_fact (const Writer *self)
{
  return strcmp (self->event->modality, "asserted") == 0 ||
         strcmp (self->event->modality, "claimed") == 0;
}

/* “a man who she said had fled”: the clause that follows is about the man. Its predicate, and in
 * @antecedent the man; LEADUP_NONE if it is no such case. */
static gint32
find_gap (const Writer *self,
          gint32        outer,
          gint32       *antecedent)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  const LeadupPredicate *next;
  guint32 first;

  if (predicate->subject < 0 || outer + 1 >= (gint32) self->clauses->predicates->len)
    return LEADUP_NONE;
  first = phrase_at (self, predicate->subject)->first;
  next = predicate_at (self, outer + 1);
  if (first < self->clauses->first + 2 || tag_at (self, first - 1) != LEADUP_TAG_RELATIVE ||
      !next->is_finite || next->is_joined || next->subordinator >= 0 ||
      !is_plain_gap (self, predicate->end, next->first))
    return LEADUP_NONE;
  for (guint32 i = predicate->end; i < next->first; i++)
    if (tag_at (self, i) == LEADUP_TAG_COMMA || phrase_from (self, i) >= 0)
      if (tag_at (self, i) == LEADUP_TAG_COMMA || tag_at (self, i - 1) != LEADUP_TAG_PREPOSITION)
        return LEADUP_NONE;

  first -= 2;
  if (tag_at (self, first) == LEADUP_TAG_COMMA)
    first--;
  *antecedent = leadup_clauses_phrase_at (self->clauses, first);

  return *antecedent >= 0 ? outer + 1 : LEADUP_NONE;
}

/* “None of this has freed anybody”: where a clause begins that has no phrase for its subject. */
static guint32
find_opening (const Writer *self,
              guint32       at)
{
  guint32 first = at;

  while (first > self->clauses->first && at - first < 6)
    {
      LeadupTag tag = tag_at (self, first - 1);

      if (tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_SUBORDINATOR ||
          tag == LEADUP_TAG_RELATIVE || tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_CONJUNCTION ||
          tag == LEADUP_TAG_QUOTE)
        break;
      first--;
    }

  return first;
}

static void
write_predicate (Writer *self,
                 gint32  outer,
                 guint32 end)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gboolean is_bare = !predicate->is_finite && predicate->first == predicate->verb &&
                     (self->clauses->grammar[predicate->verb].forms & LEADUP_FORM_ING) != 0;
  gboolean has_subject = predicate->subject >= 0 && (!is_bare || is_told_as_fact (self)) &&
                         predicate->relation != LEADUP_RELATION_INFINITIVE &&
                         phrase_at (self, predicate->subject)->end <= predicate->first;

  if (has_subject)
    write_subject (self, predicate->subject);
  else if (predicate->is_finite && predicate->subject < 0)
    write_tokens (self, find_opening (self, predicate->first), predicate->first);
  if (is_bare && has_subject && write_past (self, predicate->verb))
    write_tokens (self, predicate->verb + 1, end);
  else
    write_tokens (self, predicate->first, end);
}

static gsize
count_characters (const Writer *self)
{
  return (gsize) g_utf8_strlen (self->text->str, (gssize) self->text->len);
}

/* Closes or drops a quotation that was cut. */
static void
balance_quotes (Writer *self)
{
  guint n_open = 0, n_close = 0, n_plain = 0;
  char *last_open = NULL;

  for (char *at = self->text->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_str_has_prefix (at, "“"))
        {
          n_open++;
          last_open = at;
        }
      n_close += g_str_has_prefix (at, "”");
      n_plain += *at == '"';
    }

  if (n_plain % 2 == 1)
    g_string_append_c (self->text, '"');

  if (n_open == n_close + 1)
    g_string_append (self->text, "”");
  else if (n_close > n_open)
    {
      char *close = strstr (self->text->str, "”");

      g_string_erase (self->text, close - self->text->str, (gssize) strlen ("”"));
    }
  if (last_open != NULL && g_str_has_suffix (last_open, "“”"))
    g_string_truncate (self->text, (gsize) (last_open - self->text->str));
}

static void
finish (Writer *self)
{
  g_autofree char *capital = NULL;
  gsize first;

  while (self->text->len > 0 &&
         strchr (" ,;:-(", self->text->str[self->text->len - 1]) != NULL)
    g_string_truncate (self->text, self->text->len - 1);
  balance_quotes (self);
  if (self->text->len == 0)
    return;

  first = (gsize) (g_utf8_next_char (self->text->str) - self->text->str);
  capital = g_utf8_strup (self->text->str, (gssize) first);
  g_string_erase (self->text, 0, (gssize) first);
  g_string_prepend (self->text, capital);
}

/* Writes the longest title that fits; FALSE, with the text emptied, if none does. */
static gboolean
try_ends (Writer *self,
          gint32  outer)
{
  for (guint i = self->n_ends; i > 0; i--)
    {
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_predicate (self, outer, self->ends[i - 1]);
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }
  g_string_truncate (self->text, 0);

  return FALSE;
}

/* “Maduro, who he has claimed is running cartels”: “Trump claimed that Maduro is running cartels”.
 */
static gboolean
try_gap (Writer *self,
         gint32  outer)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gint32 antecedent = LEADUP_NONE;
  gint32 next = find_gap (self, outer, &antecedent);

  if (next < 0)
    return FALSE;

  for (guint i = 0; i < N_SHORT; i++)
    {
      self->shortness = (Shortness) i;
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_subject (self, predicate->subject);
      write_tokens (self, predicate->first, predicate_at (self, next)->first);
      if (i < SHORT_ARTICLES)
        append_words (self, "that", strlen ("that"), TRUE);
      write_subject (self, antecedent);
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, predicate_at (self, next)->first, core_end (self, next, 0));
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }
  self->shortness = SHORT_NONE;

  return FALSE;
}

/* The content of a statement that is too long for a title: “Poe: …”, else “Poe on the shooting”. */
static gboolean
try_content (Writer *self,
             gint32  outer)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gint32 content = find_complement (self, outer, verb_end (self, predicate));
  const LeadupPredicate *said;
  gboolean is_nested;

  if (content < 0)
    content = find_complement (self, outer, core_end (self, outer, MAX_DEPTH));
  if (content < 0 || predicate->subject < 0 ||
      predicate_at (self, content)->relation != LEADUP_RELATION_CONTENT ||
      predicate_at (self, content)->subject < 0)
    return FALSE;

  said = predicate_at (self, content);
  self->is_broken = FALSE;
  is_nested = find_complement (self, content, verb_end (self, said)) >= 0;
  for (guint i = SHORT_ARTICLES; i < N_SHORT; i++)
    {
      self->shortness = (Shortness) i;
      g_string_truncate (self->text, 0);
      write_subject (self, predicate->subject);
      g_string_append_c (self->text, ':');
      self->last = G_MAXUINT32 - 1;
      write_predicate (self, content, core_end (self, content, 0));
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS && !self->is_broken)
        return TRUE;
    }

  g_string_truncate (self->text, 0);
  self->shortness = SHORT_SUBJECT;
  write_subject (self, predicate->subject);
  if (is_nested)
    {
      append_words (self, "on what", strlen ("on what"), TRUE);
      self->last = G_MAXUINT32 - 1;
      write_predicate (self, content, core_end (self, content, MAX_DEPTH));
    }
  else
    {
      append_words (self, "on", strlen ("on"), TRUE);
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, phrase_at (self, said->subject)->first, unit_end (self, said->subject));
    }
  finish (self);

  return count_characters (self) <= LEADUP_HEADLINE_CHARACTERS &&
         (!phrase_at (self, said->subject)->is_pronoun ||
          leadup_actors_behind (self->article, phrase_at (self, said->subject)->head) >= 0);
}

/* “…,” said Poe: “Poe: …”. */
static gboolean
try_said (Writer *self,
          gint32  speaker,
          gint32  said)
{
  gint32 subject = predicate_at (self, said)->subject;
  guint32 first = subject >= 0 ? phrase_at (self, subject)->first : predicate_at (self, said)->first;
  gboolean is_quote = self->clauses->tokens[first].is_quoted;

  find_ends (self, core_end (self, said, 0));
  for (guint i = 0; i < N_SHORT * self->n_ends; i++)
    {
      self->shortness = (Shortness) (i / self->n_ends);
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_subject (self, speaker);
      g_string_append (self->text, is_quote ? ": “" : ": ");
      self->is_after_open = TRUE;
      self->is_opened_by_person = TRUE;
      if (subject >= 0 && phrase_at (self, subject)->end <= predicate_at (self, said)->first)
        write_tokens (self, first, phrase_at (self, subject)->end);
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, predicate_at (self, said)->first,
                    self->ends[self->n_ends - 1 - i % self->n_ends]);
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }

  return FALSE;
}

/* “Strikes on the port”: the noun and what hangs on it. */
static void
write_noun (Writer *self,
            gint32  noun)
{
  const LeadupPhrase *phrase = phrase_at (self, noun);
  guint32 first = phrase->first + is_article (self, phrase->first);

  find_ends (self, unit_end (self, noun));
  for (guint i = self->n_ends; i > 0; i--)
    {
      /* No more than one thing hangs on it for sure. */
      if (i > 2)
        continue;
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, first, self->ends[i - 1]);
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return;
    }
}

/* The last resort: cut at a word, and said so. */
static void
cut (Writer *self)
{
  gsize limit;

  if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
    return;
  limit = (gsize) (g_utf8_offset_to_pointer (self->text->str, LEADUP_HEADLINE_CHARACTERS - 1) -
                   self->text->str);
  g_string_truncate (self->text, limit);
  while (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
    g_string_truncate (self->text, self->text->len - 1);
  while (self->text->len > 0 && strchr (" ,;:", self->text->str[self->text->len - 1]) != NULL)
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append (self->text, "…");
}

/**
 * leadup_headline_make:
 * @clauses: the parse of the sentence
 * @frame: where in it the event stands
 * @event: the event
 *
 * Makes a headline of the words of the text: who acts, what they do, and as much of the rest as
 * fits, cut only where a thing ends. Left out are the day, the article at its head, “has” of “has
 * killed”; a pronoun gives way to the name. What does not fit is shortened step by step; of a
 * statement that is too long its subject is told.
 *
 * Returns: (transfer full): at most LEADUP_HEADLINE_CHARACTERS characters
 */
char *
leadup_headline_make (const LeadupClauses       *clauses,
                      const LeadupHeadlineFrame *frame,
                      const LeadupArticleEvent  *event)
{
  Writer self = { .clauses = clauses, .event = event };
  gboolean is_done = FALSE;

  g_return_val_if_fail (clauses != NULL, NULL);
  g_return_val_if_fail (frame != NULL, NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self.article = clauses->article;
  self.text = g_string_new (NULL);
  if (frame->said >= 0 && frame->speaker >= 0)
    is_done = try_said (&self, frame->speaker, frame->said);
  if (is_done)
    return g_string_free (self.text, FALSE);
  if (frame->inner < 0)
    {
      write_noun (&self, frame->noun);
      is_done = count_characters (&self) <= LEADUP_HEADLINE_CHARACTERS;
    }
  else
    {
      guint32 core = MAX (core_end (&self, frame->outer, 0), core_end (&self, frame->inner, 0));

      gboolean is_broken = self.is_broken;

      find_ends (&self, core);
      is_done = try_gap (&self, frame->outer);
      for (guint i = 0; i < SHORT_ADJECTIVES && !is_done && !is_broken; i++)
        {
          self.shortness = (Shortness) i;
          is_done = try_ends (&self, frame->outer);
        }
      if (!is_done)
        is_done = try_content (&self, frame->outer);
      self.shortness = SHORT_ADJECTIVES;
      if (!is_done)
        is_done = try_ends (&self, frame->outer);
      if (!is_done)
        {
          self.last = G_MAXUINT32 - 1;
          write_predicate (&self, frame->outer, core);
          finish (&self);
        }
    }
  if (!is_done)
    cut (&self);

  return g_string_free (self.text, FALSE);
}
