/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-statements.h"

#include "article/leadup-dateline.h"
#include "article/leadup-role-argument.h"
#include "article/leadup-statement-parting.h"
#include "article/leadup-tokens.h"

#include <string.h>

#define MAX_SENTENCE_TOKENS 400

/* Bytes between what is said and the verb of saying. */
#define MAX_CUE_DISTANCE 4096

/* Tokens of a quotation of several sentences. */
#define MAX_QUOTATION 400

typedef struct
{
  LeadupArticle *article;
  LeadupClauses clauses;
  guint n_before; /* statements found before this sentence */
} Finder;

static LeadupTag
tag_at (const Finder *self,
        guint32       at)
{
  return at >= self->clauses.first && at < self->clauses.end
             ? (LeadupTag) self->clauses.grammar[at].tag
             : LEADUP_TAG_BREAK;
}

/* Tokens [first, end) without marks at both ends, but for quotes. */
static gboolean
trim (const Finder *self,
      guint32      *first,
      guint32      *end)
{
  while (*first < *end && tag_at (self, *first) == LEADUP_TAG_COMMA)
    (*first)++;
  while (*end > *first && (tag_at (self, *end - 1) == LEADUP_TAG_COMMA ||
                           (tag_at (self, *end - 1) == LEADUP_TAG_BREAK &&
                            self->clauses.tokens[*end - 1].kind == LEADUP_TOKEN_PUNCTUATION)))
    (*end)--;

  return *first < *end;
}

static gboolean
says_nothing (const Finder *self,
              gint32        speaker)
{
  guint32 first = leadup_clauses_get_phrase (&self->clauses, speaker)->first;

  return (leadup_clauses_get_fact (&self->clauses, first)->classes & LEADUP_WORD_NEGATION) != 0;
}

/* “He knew of it. He paid for it,” the judge said: the whole of a quotation that an earlier
 * sentence opens, which none of those who spoke before it says. */
static void
reach_back (Finder          *self,
            guint32          first,
            LeadupStatement *statement)
{
  const LeadupToken *tokens = self->clauses.tokens;
  guint32 at = first;

  if (first != self->clauses.first || !tokens[first].is_quoted ||
      tokens[first].kind == LEADUP_TOKEN_QUOTE_OPEN)
    return;
  while (at > 0 && first - at < MAX_QUOTATION && tokens[at].kind != LEADUP_TOKEN_QUOTE_OPEN &&
         tokens[at - 1].is_quoted)
    at--;
  if (at > 0 && tokens[at - 1].kind == LEADUP_TOKEN_QUOTE_OPEN)
    at--;
  if (tokens[at].kind != LEADUP_TOKEN_QUOTE_OPEN)
    return;

  statement->content.start = tokens[at].span.start;
  for (guint i = self->n_before; i > 0; i--)
    {
      LeadupStatement *other = &g_array_index (self->article->statements, LeadupStatement, i - 1);

      if (other->content.end <= statement->content.start)
        break;
      if (other->content.start < statement->content.start)
        other->content.end = statement->content.start;
    }
}

static void
add_statement (Finder *self,
               gint32  speaker,
               guint32 cue_first,
               guint32 cue_end,
               guint32 first,
               guint32 end)
{
  LeadupStatement statement = { .actor = -1 };
  LeadupArgument who;

  /* “No group claimed it”: nobody says anything. */
  if (!trim (self, &first, &end) || says_nothing (self, speaker))
    return;

  who = leadup_role_argument_make (self->article, &self->clauses, speaker);
  statement.speaker = who.span;
  statement.actor = who.actor;
  statement.cue = (LeadupSpan) { self->clauses.tokens[cue_first].span.start,
                                 self->clauses.tokens[cue_end - 1].span.end };
  statement.content = (LeadupSpan) { self->clauses.tokens[first].span.start,
                                     self->clauses.tokens[end - 1].span.end };

  reach_back (self, first, &statement);

  /* The longest account of the same words stays. */
  for (guint i = self->n_before; i < self->article->statements->len; i++)
    {
      const LeadupStatement *other = &g_array_index (self->article->statements, LeadupStatement, i);

      if (other->content.start == statement.content.start &&
          other->content.end == statement.content.end)
        return;
    }

  g_array_append_val (self->article->statements, statement);
}

static gboolean
is_open_quote (const Finder *self,
               guint32       at)
{
  return at < self->clauses.end && self->clauses.tokens[at].kind == LEADUP_TOKEN_QUOTE_OPEN;
}

/* Whether what stands before @at ends something that was said: a comma, a quote. */
static gboolean
follows_content (const Finder *self,
                 guint32       at)
{
  LeadupTag tag;

  if (at <= self->clauses.first + 1)
    return FALSE;
  tag = tag_at (self, at - 1);

  return tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_QUOTE ||
         leadup_clauses_is (&self->clauses, at - 1, "?") ||
         leadup_clauses_is (&self->clauses, at - 1, "!");
}

/* Whether nothing that could be said follows: the end, a date, a new quote. */
static gboolean
is_trailing (const Finder          *self,
             const LeadupPredicate *predicate)
{
  for (guint32 i = predicate->end; i < self->clauses.end; i++)
    {
      LeadupTag tag = tag_at (self, i);

      if (tag == LEADUP_TAG_SUBORDINATOR && !leadup_clauses_is (&self->clauses, i, "as") &&
          i < predicate->end + 3)
        return FALSE;
      if (tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_QUOTE)
        return TRUE;
      if (tag == LEADUP_TAG_VERB && i < predicate->end + 6)
        return FALSE;
    }

  return TRUE;
}

/* Whether somebody can have said these tokens: a clause or a quote, not “On Friday,”. */
static gboolean
can_be_said (const Finder *self,
             guint32       first,
             guint32       end)
{
  for (guint32 i = first; i < end; i++)
    if (tag_at (self, i) == LEADUP_TAG_VERB || tag_at (self, i) == LEADUP_TAG_QUOTE ||
        tag_at (self, i) == LEADUP_TAG_AUXILIARY)
      return TRUE;

  return FALSE;
}

/* The start of the content that ends before @at: the sentence, or after an earlier statement. */
static guint32
content_before (const Finder *self,
                guint32       at)
{
  guint32 first = self->clauses.first;

  for (guint i = self->n_before; i < self->article->statements->len; i++)
    {
      const LeadupStatement *other = &g_array_index (self->article->statements, LeadupStatement, i);

      /* “The rebels agreed to leave, mediators said”: all of it. */
      if (other->content.start >= other->cue.end)
        continue;
      while (first < at && self->clauses.tokens[first].span.start < other->cue.end &&
             other->cue.end <= self->clauses.tokens[at].span.start)
        first++;
    }

  return first;
}

/* “With his plans in ruins, she found partners”: the object is what follows, not what stands
 * before. */
static gboolean
has_object (const Finder          *self,
            const LeadupPredicate *predicate,
            const LeadupPhrase    *subject)
{
  const LeadupPhrase *object;

  if (predicate->object < 0 || tag_at (self, subject->first - 1) == LEADUP_TAG_QUOTE)
    return FALSE;
  object = leadup_clauses_get_phrase (&self->clauses, predicate->object);

  return object->first == predicate->end &&
         (leadup_clauses_get_fact (&self->clauses, object->head)->classes &
          (LEADUP_WORD_CALENDAR | LEADUP_WORD_PEOPLE)) == 0 &&
         self->clauses.grammar[object->head].tag == LEADUP_TAG_NOUN;
}

/* “…, said the minister”, “…,” warned the minister, but not “Roe, who led it, called the verdict a
 * victory”. */
static gboolean
can_stand_before_speaker (const Finder          *self,
                          const LeadupPredicate *predicate)
{
  const LeadupLexiconRow *cue
    = leadup_clauses_match_verb (&self->clauses, self->clauses.facts->cues, predicate);

  return predicate->subject < 0 || tag_at (self, predicate->first - 1) == LEADUP_TAG_QUOTE ||
         (cue != NULL && cue->columns[2][0] != '\0');
}

/* “…,” she said. / …, said the minister. */
static gboolean
read_trailing (Finder                *self,
               const LeadupPredicate *predicate)
{
  const LeadupPhrase *subject = predicate->subject >= 0
                                    ? leadup_clauses_get_phrase (&self->clauses, predicate->subject)
                                    : NULL;
  guint32 end, resume;

  /* “After the raid, Ada Roe said: “It is over.””: what follows is said. */
  if (leadup_clauses_is (&self->clauses, predicate->end, ":") &&
      is_open_quote (self, predicate->end + 1))
    return FALSE;
  if (subject != NULL && subject->first < predicate->first &&
      follows_content (self, subject->first) && is_trailing (self, predicate) &&
      !has_object (self, predicate, subject))
    {
      end = subject->first;
      resume = predicate->clause_end;
      if (!can_be_said (self, content_before (self, end), end))
        return FALSE;
    }
  else if (follows_content (self, predicate->first) && predicate->object >= 0 &&
           leadup_clauses_get_phrase (&self->clauses, predicate->object)->first == predicate->end &&
           (predicate->subject < 0 || subject->end < predicate->first) &&
           can_stand_before_speaker (self, predicate) &&
           can_be_said (self, content_before (self, predicate->first), predicate->first))
    {
      add_statement (self, predicate->object, predicate->first, predicate->end,
                     content_before (self, predicate->first), predicate->first);
      return TRUE;
    }
  else
    return FALSE;

  /* “A,” he said, “B.” */
  while (resume < self->clauses.end && resume < predicate->clause_end + 3 &&
         !is_open_quote (self, resume))
    resume++;
  add_statement (
      self, predicate->subject, predicate->first, predicate->end, content_before (self, end),
      is_open_quote (self, resume) && tag_at (self, end - 1) == LEADUP_TAG_QUOTE ? self->clauses.end
                                                                                 : end);
  /* “It was dark, he said, when they came”. */
  if (tag_at (self, predicate->end) == LEADUP_TAG_COMMA &&
      tag_at (self, predicate->end + 1) == LEADUP_TAG_SUBORDINATOR &&
      tag_at (self, end - 1) != LEADUP_TAG_QUOTE)
    add_statement (self, predicate->subject, predicate->first, predicate->end, predicate->end + 1,
                   self->clauses.end);

  return TRUE;
}

/* “declared a state of emergency, banning rallies”: what was done as well, not said. */
static gboolean
is_further_deed (const Finder          *self,
                 gint32                 index,
                 const LeadupPredicate *next)
{
  static const char *const deeds[] = { "declare",   "declared",  "declares",  "announce",
                                       "announced", "announces", "proclaimed", "proclaims",
                                       "ordered",   "orders",    NULL };
  const LeadupPredicate *cue = leadup_clauses_get_predicate (&self->clauses, index);

  return cue->object >= 0 && next->relation == LEADUP_RELATION_PARTICIPLE &&
         next->subject == cue->subject && tag_at (self, next->first - 1) == LEADUP_TAG_COMMA &&
         !self->clauses.tokens[next->first].is_quoted &&
         leadup_clauses_is_any (&self->clauses, cue->verb, deeds);
}

/* The end of what is said after a cue: the sentence, or a later “, he said”. */
static guint32
content_end (const Finder *self,
             gint32        index)
{
  for (gint32 i = index + 1; i < (gint32) self->clauses.predicates->len; i++)
    {
      const LeadupPredicate *next = leadup_clauses_get_predicate (&self->clauses, i);

      guint32 parting = leadup_statement_parting_find (&self->clauses, index, next);

      if (i == index + 1 && is_further_deed (self, index, next))
        return next->first - 1;
      if (parting > 0)
        return parting;
      if (next->relation == LEADUP_RELATION_MAIN && next->is_finite && next->subject >= 0 &&
          !next->is_joined &&
          leadup_clauses_match_verb (&self->clauses, self->clauses.facts->cues, next) != NULL &&
          is_trailing (self, next))
        {
          const LeadupPhrase *subject = leadup_clauses_get_phrase (&self->clauses, next->subject);

          if (subject->first > leadup_clauses_get_predicate (&self->clauses, index)->end &&
              follows_content (self, subject->first))
            return subject->first;
        }
      if (next->is_joined &&
          next->governor == leadup_clauses_get_predicate (&self->clauses, index)->governor &&
          next->relation == leadup_clauses_get_predicate (&self->clauses, index)->relation)
        return next->first - 1;
    }

  return self->clauses.end;
}

/* “urged Togo, which expelled nine envoys, to leave”: the first token behind what is told beside,
 * %G_MAXUINT32 if nothing is. */
static guint32
skip_insertion (const Finder *self,
                guint32       at)
{
  if (tag_at (self, at) != LEADUP_TAG_COMMA || tag_at (self, at + 1) != LEADUP_TAG_RELATIVE)
    return G_MAXUINT32;
  for (at++; at < self->clauses.end && tag_at (self, at) != LEADUP_TAG_COMMA; at++)
    if (tag_at (self, at) == LEADUP_TAG_QUOTE || tag_at (self, at) == LEADUP_TAG_BREAK)
      return G_MAXUINT32;

  return tag_at (self, at + 1) == LEADUP_TAG_TO || tag_at (self, at + 1) == LEADUP_TAG_SUBORDINATOR
             ? at + 1
             : G_MAXUINT32;
}

/* “told reporters that …”, “said on Friday that …”: the content starts at what opens it. */
static guint32
find_content (const Finder *self,
              guint32       first,
              guint32       end)
{
  guint32 last = MIN (end, first + 12);

  for (guint32 at = first; at < last; at++)
    {
      guint32 behind = skip_insertion (self, at);

      if (behind < end)
        return behind;
      if ((tag_at (self, at) == LEADUP_TAG_SUBORDINATOR &&
           !leadup_clauses_is (&self->clauses, at, "as")) ||
          is_open_quote (self, at) || tag_at (self, at) == LEADUP_TAG_TO ||
          leadup_clauses_is (&self->clauses, at, ":"))
        return at;
      if (leadup_tag_is_verbal (tag_at (self, at)))
        break;
    }

  return first;
}

/* “responds by closing its port”: what is done, not said. */
static gboolean
tells_only_how (const Finder *self,
                guint32       at)
{
  while (leadup_clauses_is_dated (&self->clauses, at))
    at++;

  return leadup_clauses_is (&self->clauses, at, "by") &&
         tag_at (self, at + 1) == LEADUP_TAG_VERB &&
         (self->clauses.grammar[at + 1].forms & LEADUP_FORM_ING) != 0;
}

static void
read_after (Finder                 *self,
            gint32                  index,
            const LeadupLexiconRow *cue)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  guint32 first = predicate->verb + cue->n_words;
  guint32 end = content_end (self, index);
  guint32 at;

  at = find_content (self, first, end);
  if (tells_only_how (self, at))
    return;
  /* “said that the court ruled on 3 May and that Chad refused”: the court did not say so. */
  if (predicate->relation == LEADUP_RELATION_CONTENT && at > first &&
      leadup_clauses_is (&self->clauses, at, "that") &&
      tag_at (self, at - 1) == LEADUP_TAG_CONJUNCTION)
    return;
  if (leadup_clauses_is (&self->clauses, at, ":"))
    at++;
  /* “offered to mediate, an offer that Chad rejected”: nobody offered that. */
  if (tag_at (self, at) == LEADUP_TAG_TO && !is_open_quote (self, at + 1))
    for (guint32 i = at; i + 1 < end; i++)
      if (tag_at (self, i) == LEADUP_TAG_COMMA && tag_at (self, i + 1) == LEADUP_TAG_DETERMINER)
        end = i;
  if (predicate->subject >= 0 && end > at)
    add_statement (self, predicate->subject, predicate->first, predicate->verb + cue->n_words, at,
                   end);
}

/* “He said:” at the end of a paragraph: the quotation that the next one opens, which grows as that
 * is read. */
static gboolean
read_announced (Finder                *self,
                const LeadupPredicate *predicate)
{
  LeadupStatement statement = { .actor = -1 };
  LeadupArgument who;
  guint32 next = self->clauses.end;

  if (predicate->subject < 0 || predicate->end + 1 != next ||
      !leadup_clauses_is (&self->clauses, predicate->end, ":") ||
      next >= self->article->tokens->len ||
      self->clauses.tokens[next].kind != LEADUP_TOKEN_QUOTE_OPEN)
    return FALSE;
  who = leadup_role_argument_make (self->article, &self->clauses, predicate->subject);
  statement.speaker = who.span;
  statement.actor = who.actor;
  statement.cue = (LeadupSpan) { self->clauses.tokens[predicate->first].span.start,
                                 self->clauses.tokens[predicate->verb].span.end };
  statement.content.start = statement.content.end = self->clauses.tokens[next].span.start;
  g_array_append_val (self->article->statements, statement);

  return TRUE;
}

/* “quoted the army as saying”: what the army said. */
static gboolean
is_only_quoting (const Finder *self,
                 gint32        index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  const LeadupPredicate *next;

  if (index + 1 >= (gint32) self->clauses.predicates->len)
    return FALSE;
  next = leadup_clauses_get_predicate (&self->clauses, index + 1);

  return predicate->object >= 0 && next->subject == predicate->object &&
         next->relation == LEADUP_RELATION_PARTICIPLE &&
         leadup_clauses_is (&self->clauses, next->first - 1, "as");
}

static void
read_predicate (Finder *self,
                gint32  index)
{
  const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, index);
  const LeadupLexiconRow *cue =
      leadup_clauses_match_verb (&self->clauses, self->clauses.facts->cues, predicate);

  if (cue == NULL || predicate->is_passive || is_only_quoting (self, index))
    return;
  /* “known to his men as the Wolf”. */
  if (predicate->first == predicate->verb &&
      (self->clauses.grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE) != 0 &&
      (self->clauses.grammar[predicate->verb].forms & LEADUP_FORM_PAST) == 0)
    return;
  /* “I think” inside a quote is part of what is said. */
  if (self->clauses.tokens[predicate->verb].is_quoted)
    return;
  if (predicate->relation == LEADUP_RELATION_INFINITIVE ||
      predicate->relation == LEADUP_RELATION_GERUND)
    return;
  if (read_announced (self, predicate) || read_trailing (self, predicate))
    return;
  read_after (self, index, cue);
}

/* “a toll from the ministry”: who counts says nothing else. */
static gboolean
is_count (const LeadupClauses *clauses,
          gint32               speaker)
{
  static const char *const counts[] = { "toll",     "count",     "tally", "figures", "figure",
                                        "estimate", "estimates", "data",  NULL };

  return leadup_clauses_is_any (clauses, leadup_clauses_get_phrase (clauses, speaker)->head,
                                counts);
}

/* The first token of the last clause before @at, whose number is told. */
static guint32
counted_from (const Finder *self,
              guint32       at)
{
  guint32 first = content_before (self, at);

  for (gint32 i = 0; i < (gint32) self->clauses.predicates->len; i++)
    {
      const LeadupPredicate *predicate = leadup_clauses_get_predicate (&self->clauses, i);

      if (predicate->first > first && predicate->end <= at)
        first = predicate->first;
    }

  return first;
}

/* “according to …”. */
static void
read_prepositions (Finder *self)
{
  const LeadupClauses *clauses = &self->clauses;

  for (guint32 i = clauses->first; i < clauses->end; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_match (
          clauses->facts->cue_prepositions, &clauses->tokens[i], clauses->end - i);
      gint32 speaker;
      guint32 end;

      if (row == NULL)
        continue;
      speaker = leadup_clauses_phrase_at (clauses, i + row->n_words);
      if (speaker < 0)
        continue;
      end = leadup_clauses_get_phrase (clauses, speaker)->end;
      while (end < clauses->end && tag_at (self, end) != LEADUP_TAG_COMMA &&
             tag_at (self, end) != LEADUP_TAG_BREAK)
        end++;
      if (i - clauses->first >= 3)
        add_statement (self, speaker, i, i + row->n_words,
                       is_count (clauses, speaker) ? counted_from (self, i)
                                                   : content_before (self, i),
                       i);
      else
        add_statement (self, speaker, i, i + row->n_words, end, clauses->end);
    }
}

/* “Miller: …” at the start of a line, but no “19 January: …”. */
static void
read_colon (Finder *self)
{
  const LeadupPhrase *phrase;

  if (self->clauses.phrases->len == 0)
    return;
  phrase = leadup_clauses_get_phrase (&self->clauses, 0);
  if (phrase->first == self->clauses.first && phrase->end - phrase->first <= 5 &&
      leadup_clauses_is (&self->clauses, phrase->end, ":") &&
      tag_at (self, phrase->head) == LEADUP_TAG_NAME &&
      !leadup_clauses_is_dated (&self->clauses, phrase->head) &&
      (leadup_clauses_get_fact (&self->clauses, phrase->head)->classes & LEADUP_WORD_CALENDAR) == 0)
    add_statement (self, 0, phrase->end, phrase->end + 1, phrase->end + 1, self->clauses.end);
}

/* Whether a line without a word, the time of the next entry of a live blog, stands after token
 * @from and before the sentence. */
static gboolean
is_next_entry (const Finder *self,
               guint32       from)
{
  const LeadupToken *tokens = self->clauses.tokens;

  for (guint32 i = tokens[from].sentence + 1; i < tokens[self->clauses.first].sentence; i++)
    {
      const LeadupSentence *line = &g_array_index (self->article->sentences, LeadupSentence, i);
      gboolean has_word = FALSE;

      for (guint32 j = line->first_token; j < line->end_token; j++)
        has_word = has_word || tokens[j].kind == LEADUP_TOKEN_WORD;
      if (!has_word)
        return TRUE;
    }

  return FALSE;
}

/* A sentence that only goes on with a quote belongs to who spoke before it. */
static void
extend_quote (Finder *self)
{
  LeadupStatement *last;

  if (self->n_before == 0 || self->clauses.end <= self->clauses.first + 2 ||
      self->article->statements->len > self->n_before)
    return;
  if (!self->clauses.tokens[self->clauses.first].is_quoted &&
      !is_open_quote (self, self->clauses.first))
    return;
  if (!self->clauses.tokens[self->clauses.end - 2].is_quoted)
    return;

  last = &g_array_index (self->article->statements, LeadupStatement, self->n_before - 1);
  if (is_next_entry (self, leadup_tokens_at (self->article,
                                             MAX (last->content.end, last->cue.end) - 1)))
    return;
  if (last->content.end > self->clauses.tokens[self->clauses.first].span.start ||
      self->clauses.tokens[self->clauses.first].span.start -
              MAX (last->content.end, last->cue.end) >
          120)
    return;
  last->content.end = self->clauses.tokens[self->clauses.end - 1].span.end;
}

static void
read_piece (Finder *self,
            guint32 first,
            guint32 end)
{
  leadup_clauses_read (&self->clauses, first, end);
  leadup_clauses_keep (&self->clauses, self->article);
  self->n_before = self->article->statements->len;
  for (gint32 i = 0; i < (gint32) self->clauses.predicates->len; i++)
    read_predicate (self, i);
  read_prepositions (self);
  read_colon (self);
  extend_quote (self);
}

static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  const LeadupStatement *x = a;
  const LeadupStatement *y = b;

  if (x->content.start != y->content.start)
    return x->content.start < y->content.start ? -1 : 1;

  return x->cue.start < y->cue.start ? -1 : x->cue.start > y->cue.start;
}

/**
 * leadup_statements_find:
 * @article: an article with tokens, grammar and mentions
 *
 * Finds who said what: by cues before, after and inside what was said, “according to”, lines that
 * begin with a name and a colon, and quotes that go on. Keeps the parse of each sentence.
 */
void
leadup_statements_find (LeadupArticle *article)
{
  Finder self = { .article = article };

  g_return_if_fail (article != NULL);

  g_array_set_size (article->statements, 0);
  leadup_clauses_forget (article);
  leadup_clauses_init (&self.clauses, article);

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);

      for (guint32 first = leadup_dateline_skip (article, sentence->first_token);
           !sentence->is_furniture && first < sentence->end_token; first += MAX_SENTENCE_TOKENS)
        read_piece (&self, first, MIN (first + MAX_SENTENCE_TOKENS, sentence->end_token));
    }

  g_array_sort (article->statements, compare_statements);
  leadup_clauses_clear (&self.clauses);
}

/* Returns: whether what stands at a place of the text is quoted, or begins to be */
gboolean
leadup_statements_is_quoted (const LeadupArticle *article,
                             guint32              at)
{
  const LeadupToken *token
      = &g_array_index (article->tokens, LeadupToken, leadup_tokens_at (article, at));

  return token->is_quoted || token->kind == LEADUP_TOKEN_QUOTE_OPEN;
}

/**
 * leadup_statements_get_holding:
 * @first: number of a statement: those before it end before @span
 * @span: of what is told
 *
 * Returns: (nullable): the statement whose content it is
 */
const LeadupStatement *
leadup_statements_get_holding (const LeadupArticle *article,
                               guint                first,
                               LeadupSpan           span)
{
  for (guint i = first; i < article->statements->len; i++)
    {
      const LeadupStatement *statement
          = &g_array_index (article->statements, LeadupStatement, i);

      if (statement->content.start > span.start)
        {
          if (statement->cue.start > span.end + MAX_CUE_DISTANCE)
            break;
          continue;
        }
      /* “We left,” said Roe, who was hurt. “It was dark.”: what stands between is not said. */
      if (span.start >= statement->content.end ||
          (statement->cue.start >= statement->content.start &&
           statement->cue.end <= statement->content.end &&
           leadup_statements_is_quoted (article, statement->content.start) &&
           !leadup_statements_is_quoted (article, span.start)))
        continue;
      return statement;
    }

  return NULL;
}

/**
 * leadup_statements_get_before:
 * @first: number of a statement: those before it end before @at
 * @at: where a verb of saying begins
 *
 * Returns: (nullable): the statement whose verb that is, where it begins before the verb
 */
const LeadupStatement *
leadup_statements_get_before (const LeadupArticle *article,
                              guint                first,
                              guint32              at)
{
  for (guint i = first; i < article->statements->len; i++)
    {
      const LeadupStatement *statement
          = &g_array_index (article->statements, LeadupStatement, i);

      if (statement->content.start > at)
        break;
      if (statement->cue.start <= at && at < statement->cue.end &&
          statement->content.start < statement->cue.start)
        return statement;
    }

  return NULL;
}
