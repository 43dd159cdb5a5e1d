/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline.h"

#include "article/leadup-actors.h"
#include "article/leadup-headline-reader.h"
#include "article/leadup-pronouns.h"
#include "article/leadup-role-argument.h"

#include <string.h>

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
 * @is_governed: whether its verb brings another: “threatening to bomb”
 * @is_opened_by_person: whether a person, or nobody that is known, acts in it
 *
 * A title in the making.
 */
typedef struct
{
  LeadupHeadlineReader reader;
  const LeadupArticleEvent *event;
  Shortness shortness;
  gboolean is_governed;
  gboolean is_opened_by_person;
  gboolean is_after_open; /* the last token opened a quotation */
  GString *text;
  guint32 last; /* token written last */
} Writer;

static LeadupTag
tag_at (const Writer *self,
        guint32       at)
{
  return at >= self->reader.clauses->first && at < self->reader.clauses->end
             ? (LeadupTag) self->reader.clauses->grammar[at].tag
             : LEADUP_TAG_BREAK;
}

static gboolean
is_word (const Writer *self,
         guint32       at,
         const char   *word)
{
  return leadup_clauses_is (self->reader.clauses, at, word);
}

static const LeadupPhrase *
phrase_at (const Writer *self,
           gint32        index)
{
  return leadup_clauses_get_phrase (self->reader.clauses, index);
}

static const LeadupPredicate *
predicate_at (const Writer *self,
              gint32        index)
{
  return leadup_clauses_get_predicate (self->reader.clauses, index);
}

static gint32
phrase_from (const Writer *self,
             guint32       at)
{
  return leadup_headline_reader_phrase_from (&self->reader, at);
}

static guint32
unit_end (const Writer *self,
          gint32        phrase)
{
  return leadup_headline_reader_unit_end (&self->reader, phrase);
}

static guint32
core_end (Writer *self,
          gint32  index,
          guint   depth)
{
  return leadup_headline_reader_core_end (&self->reader, index, depth);
}

static guint32
verb_end (const Writer          *self,
          const LeadupPredicate *predicate)
{
  return leadup_headline_reader_verb_end (&self->reader, predicate);
}

static gint32
find_complement (const Writer *self,
                 gint32        index,
                 guint32       end)
{
  return leadup_headline_reader_find_complement (&self->reader, index, end);
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
  LeadupSpan span = self->reader.clauses->tokens[at].span;
  gboolean has_space = at == 0 || self->last + 1 != at ||
                       self->reader.clauses->tokens[at - 1].span.end < span.start;

  if (self->reader.clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_CLOSE ||
      tag_at (self, at) == LEADUP_TAG_COMMA)
    has_space = has_space && self->last + 1 == at;
  append_words (self, self->reader.article->text + span.start, span.end - span.start, has_space);
  self->is_after_open = self->reader.clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_OPEN;
  self->last = at;
}

/* People are called by their last name, everybody else in full. */
static void
append_actor (Writer *self,
              gint32  index)
{
  const LeadupArticleActor *actor =
      &g_array_index (self->reader.article->actors, LeadupArticleActor, index);
  const char *name = actor->name;

  if (actor->kind == LEADUP_ACTOR_KIND_PERSON && strrchr (name, ' ') != NULL)
    name = strrchr (name, ' ') + 1;
  append_words (self, name, strlen (name), TRUE);
}

/* “Her lawyer said she denied it”: who is meant is not who speaks, and nobody can tell who. */
static gboolean
speaks_for_another (const Writer *self,
                    guint32       at)
{
  static const char *const agents[] = { "lawyer", "lawyers", "attorney", "spokesman",
                                        "spokeswoman", "spokesperson" };

  for (guint32 i = self->reader.clauses->first; i < at; i++)
    for (guint j = 0; j < G_N_ELEMENTS (agents); j++)
      if (is_word (self, i, agents[j]))
        return TRUE;

  return FALSE;
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
  if (speaks_for_another (self, at))
    return FALSE;
  actor = leadup_pronouns_get_actor (self->reader.article, at);
  if (actor < 0 ||
      ((is_word (self, at, "he") || is_word (self, at, "she")) &&
       g_array_index (self->reader.article->actors, LeadupArticleActor, actor).kind !=
           LEADUP_ACTOR_KIND_PERSON) ||
      is_word (self, at, "himself") || is_word (self, at, "herself") ||
      is_word (self, at, "itself") || is_word (self, at, "themselves"))
    return FALSE;
  /* “banned them”: whoever that is, not who did it, and nobody is named twice. */
  if (strstr (self->text->str,
              g_array_index (self->reader.article->actors, LeadupArticleActor, actor).name) != NULL)
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
  guint32 lemma = self->reader.clauses->grammar[verb].lemma;

  return lemma != 0 ? &self->reader.clauses->facts->words[lemma] : NULL;
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
  /* “has cancelled” and “has canceled” stay as they are spelt. */
  if (self->reader.clauses->grammar[verb].forms & LEADUP_FORM_PAST)
    return FALSE;
  past = leadup_lexicon_get_word (self->reader.article->lexicon, fact->past);
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

  for (gint32 i = 0; i < (gint32) self->reader.clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);
      const LeadupWordFact *fact;

      if (predicate->first != at)
        continue;
      fact = fact_of_lemma (self, predicate->verb);
      if (!predicate->is_finite || predicate->is_passive || predicate->is_negated ||
          fact == NULL || fact->past == 0 || tag_at (self, predicate->verb) != LEADUP_TAG_VERB ||
          !(self->reader.clauses->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
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
      guint32 dated = leadup_headline_reader_skip_date (&self->reader, at);

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
  if (self->reader.clauses->tokens[first].kind != LEADUP_TOKEN_NUMBER)
    return first;
  if (first + 1 < end && first >= self->reader.clauses->first + 2 && is_word (self, first - 1, ":") &&
      self->reader.clauses->tokens[first - 2].kind == LEADUP_TOKEN_NUMBER)
    return first + 1;

  for (guint i = 0; i < self->reader.article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (self->reader.article->dates, LeadupDate, i);

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
  gint32 actor = leadup_actors_at (self->reader.article, phrase->first, phrase->end);
  gsize length = self->text->len;

  if (length == 0)
    self->is_opened_by_person =
        actor < 0 || g_array_index (self->reader.article->actors, LeadupArticleActor, actor).kind ==
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
         strcmp (self->event->modality, "claimed") == 0 ||
         (self->is_governed && (strcmp (self->event->modality, "threatened") == 0 ||
                                strcmp (self->event->modality, "planned") == 0));
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

  if (predicate->subject < 0 || outer + 1 >= (gint32) self->reader.clauses->predicates->len)
    return LEADUP_NONE;
  first = phrase_at (self, predicate->subject)->first;
  next = predicate_at (self, outer + 1);
  if (first < self->reader.clauses->first + 2 || tag_at (self, first - 1) != LEADUP_TAG_RELATIVE ||
      !next->is_finite || next->is_joined || next->subordinator >= 0 ||
      !leadup_headline_reader_is_plain_gap (&self->reader, predicate->end, next->first))
    return LEADUP_NONE;
  for (guint32 i = predicate->end; i < next->first; i++)
    if (tag_at (self, i) == LEADUP_TAG_COMMA ||
        (phrase_from (self, i) >= 0 && tag_at (self, i - 1) != LEADUP_TAG_PREPOSITION))
      return LEADUP_NONE;

  first -= 2;
  if (tag_at (self, first) == LEADUP_TAG_COMMA)
    first--;
  *antecedent = leadup_clauses_phrase_at (self->reader.clauses, first);

  return *antecedent >= 0 ? outer + 1 : LEADUP_NONE;
}

/* “None of this has freed anybody”: where a clause begins that has no phrase for its subject. */
static guint32
find_opening (const Writer *self,
              guint32       at)
{
  guint32 first = at;

  while (first > self->reader.clauses->first && at - first < 6)
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
                     (self->reader.clauses->grammar[predicate->verb].forms & LEADUP_FORM_ING) != 0;
  gboolean has_subject = predicate->subject >= 0 && (!is_bare || is_told_as_fact (self)) &&
                         predicate->relation != LEADUP_RELATION_INFINITIVE &&
                         phrase_at (self, predicate->subject)->end <= predicate->first;

  if (has_subject)
    write_subject (self, self->text->len == 0
                           ? leadup_role_argument_antecedent (self->reader.clauses, predicate)
                           : predicate->subject);
  else if (predicate->is_finite && predicate->subject < 0)
    write_tokens (self, find_opening (self, predicate->first), predicate->first);
  else if (predicate->relation == LEADUP_RELATION_INFINITIVE && self->text->len == 0)
    {
      const LeadupPredicate *governor
        = predicate->governor >= 0 ? predicate_at (self, predicate->governor) : NULL;
      guint32 first = leadup_headline_reader_find_plan (&self->reader, predicate->first);

      /* “Police used gas to disperse the crowd”. */
      if (governor != NULL && governor->is_finite && governor->subject >= 0 &&
          governor->object >= 0 && phrase_at (self, governor->object)->end == predicate->first)
        {
          write_subject (self, governor->subject);
          first = governor->first;
        }
      write_tokens (self, first + is_article (self, first), predicate->first);
    }
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

static void
finish (Writer *self)
{
  g_autofree char *capital = NULL;
  gsize first;

  while (self->text->len > 0 &&
         strchr (" ,;:-(", self->text->str[self->text->len - 1]) != NULL)
    g_string_truncate (self->text, self->text->len - 1);
  leadup_headline_reader_balance_quotes (self->text);
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
  for (guint i = self->reader.n_ends; i > 0; i--)
    {
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_predicate (self, outer, self->reader.ends[i - 1]);
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
    content = find_complement (self, outer, core_end (self, outer, LEADUP_HEADLINE_MAX_DEPTH));
  if (content < 0 || predicate->subject < 0 ||
      predicate_at (self, content)->relation != LEADUP_RELATION_CONTENT ||
      predicate_at (self, content)->subject < 0)
    return FALSE;

  said = predicate_at (self, content);
  self->reader.is_broken = FALSE;
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
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS && !self->reader.is_broken)
        return TRUE;
    }

  g_string_truncate (self->text, 0);
  self->shortness = SHORT_SUBJECT;
  write_subject (self, predicate->subject);
  if (is_nested)
    {
      append_words (self, "on what", strlen ("on what"), TRUE);
      self->last = G_MAXUINT32 - 1;
      write_predicate (self, content, core_end (self, content, LEADUP_HEADLINE_MAX_DEPTH));
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
          leadup_pronouns_get_actor (self->reader.article,
                                     phrase_at (self, said->subject)->head) >= 0);
}

/* “…,” said Poe: “Poe: …”. */
static gboolean
try_said (Writer *self,
          gint32  speaker,
          gint32  said)
{
  gint32 subject = predicate_at (self, said)->subject;
  guint32 first =
      subject >= 0 ? phrase_at (self, subject)->first : predicate_at (self, said)->first;
  gboolean is_quote = self->reader.clauses->tokens[first].is_quoted;

  leadup_headline_reader_find_ends (&self->reader, core_end (self, said, 0));
  for (guint i = 0; i < N_SHORT * self->reader.n_ends; i++)
    {
      self->shortness = (Shortness) (i / self->reader.n_ends);
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
                    self->reader.ends[self->reader.n_ends - 1 - i % self->reader.n_ends]);
      finish (self);
      if (count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }

  /* What does not fit is named; who says it is never left out. */
  if (subject < 0 || phrase_at (self, subject)->is_pronoun)
    return FALSE;
  g_string_truncate (self->text, 0);
  self->shortness = SHORT_SUBJECT;
  write_subject (self, speaker);
  append_words (self, "on", strlen ("on"), TRUE);
  self->last = G_MAXUINT32 - 1;
  write_tokens (self, first, unit_end (self, subject));
  finish (self);

  return count_characters (self) <= LEADUP_HEADLINE_CHARACTERS;
}

static gboolean
has_comma (const Writer *self,
           guint32       from,
           guint32       to)
{
  for (guint32 i = from; i < to; i++)
    if (tag_at (self, i) == LEADUP_TAG_COMMA)
      return TRUE;

  return FALSE;
}

/* “Strikes on the port”: the noun and what hangs on it. */
static void
write_noun (Writer *self,
            gint32  noun)
{
  const LeadupPhrase *phrase = phrase_at (self, noun);
  guint32 first = phrase->first + is_article (self, phrase->first);

  /* “blamed the attack on Togo”: no attack on Togo. */
  if (leadup_role_argument_find_blamed (self->reader.clauses, noun) >= 0)
    {
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, first, phrase->end);
      append_words (self, "blamed", strlen ("blamed"), TRUE);
      write_tokens (self, phrase->end, unit_end (self, noun + 1));
      finish (self);
      return;
    }

  leadup_headline_reader_find_ends (&self->reader, unit_end (self, noun));
  for (guint i = self->reader.n_ends; i > 0; i--)
    {
      /* No more than one thing hangs on it for sure, and none after a comma. */
      if (i > 2 || (i > 1 && has_comma (self, first, self->reader.ends[i - 1])))
        continue;
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      write_tokens (self, first, self->reader.ends[i - 1]);
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
  Writer self = { .reader = { .clauses = clauses }, .event = event };
  gboolean is_done = FALSE;

  g_return_val_if_fail (clauses != NULL, NULL);
  g_return_val_if_fail (frame != NULL, NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self.reader.article = clauses->article;
  self.is_governed = frame->outer != frame->inner;
  self.text = g_string_new (NULL);
  if (frame->said >= 0 && frame->speaker >= 0)
    is_done = try_said (&self, frame->speaker, frame->said);
  if (is_done)
    return g_string_free (self.text, FALSE);
  if (frame->said >= 0 && frame->speaker >= 0)
    {
      /* At the least, who said something. */
      g_string_truncate (self.text, 0);
      self.shortness = SHORT_SUBJECT;
      self.last = G_MAXUINT32 - 1;
      write_subject (&self, frame->speaker);
      finish (&self);
      cut (&self);
      return g_string_free (self.text, FALSE);
    }
  if (frame->inner < 0)
    {
      write_noun (&self, frame->noun);
      is_done = count_characters (&self) <= LEADUP_HEADLINE_CHARACTERS;
    }
  else
    {
      guint32 core = MAX (core_end (&self, frame->outer, 0), core_end (&self, frame->inner, 0));
      gboolean is_broken = self.reader.is_broken;

      leadup_headline_reader_find_ends (&self.reader, core);
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
