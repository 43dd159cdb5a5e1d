/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline-writer.h"

#include "article/leadup-actors.h"
#include "article/leadup-pronouns.h"
#include "article/leadup-role-antecedent.h"
#include "article/leadup-role-argument.h"
#include "base/leadup-ascii.h"

#include <string.h>

/* A longer subject gives way to the name of who acts. */
#define LONG_SUBJECT 40

LeadupTag
leadup_headline_writer_tag_at (const LeadupHeadlineWriter *self,
                               guint32                     at)
{
  return at >= self->reader.clauses->first && at < self->reader.clauses->end
             ? (LeadupTag) self->reader.clauses->grammar[at].tag
             : LEADUP_TAG_BREAK;
}

static gboolean
is_word (const LeadupHeadlineWriter *self,
         guint32                     at,
         const char                 *word)
{
  return leadup_clauses_is (self->reader.clauses, at, word);
}

static const LeadupPhrase *
phrase_at (const LeadupHeadlineWriter *self,
           gint32                      index)
{
  return leadup_clauses_get_phrase (self->reader.clauses, index);
}

static const LeadupPredicate *
predicate_at (const LeadupHeadlineWriter *self,
              gint32                      index)
{
  return leadup_clauses_get_predicate (self->reader.clauses, index);
}

static guint32
unit_end (const LeadupHeadlineWriter *self,
          gint32                      phrase)
{
  return leadup_headline_reader_unit_end (&self->reader, phrase);
}

void
leadup_headline_writer_append_words (LeadupHeadlineWriter *self,
                                     const char           *words,
                                     gsize                 length,
                                     gboolean              has_space)
{
  if (self->text->len > 0 && has_space && !self->is_after_open &&
      self->text->str[self->text->len - 1] != ' ')
    g_string_append_c (self->text, ' ');
  g_string_append_len (self->text, words, (gssize) length);
  self->is_after_open = FALSE;
}

static void
append_token (LeadupHeadlineWriter *self,
              guint32               at)
{
  LeadupSpan span = self->reader.clauses->tokens[at].span;
  gboolean has_space =
      at == 0 || self->last + 1 != at || self->reader.clauses->tokens[at - 1].span.end < span.start;

  if (self->reader.clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_CLOSE ||
      leadup_headline_writer_tag_at (self, at) == LEADUP_TAG_COMMA)
    has_space = has_space && self->last + 1 == at;
  leadup_headline_writer_append_words (self, self->reader.article->text + span.start,
                                       span.end - span.start, has_space);
  self->is_after_open = self->reader.clauses->tokens[at].kind == LEADUP_TOKEN_QUOTE_OPEN;
  self->last = at;
}

/* People are called by their last name, everybody else in full. */
static void
append_actor (LeadupHeadlineWriter *self,
              gint32                index)
{
  const LeadupArticleActor *actor =
      &g_array_index (self->reader.article->actors, LeadupArticleActor, index);
  const char *name = actor->name;

  if (actor->kind == LEADUP_ACTOR_KIND_PERSON && strrchr (name, ' ') != NULL)
    name = strrchr (name, ' ') + 1;
  leadup_headline_writer_append_words (self, name, strlen (name), TRUE);
}

/* “Her lawyer said she denied it”: who is meant is not who speaks, and nobody can tell who. */
static gboolean
speaks_for_another (const LeadupHeadlineWriter *self,
                    guint32                     at)
{
  static const char *const agents[] = { "lawyer",    "lawyers",     "attorney",
                                        "spokesman", "spokeswoman", "spokesperson" };

  for (guint32 i = self->reader.clauses->first; i < at; i++)
    for (guint j = 0; j < G_N_ELEMENTS (agents); j++)
      if (is_word (self, i, agents[j]))
        return TRUE;

  return FALSE;
}

/* The pronoun at @at gives way to the name of who is meant, if that is known. One inside a title
 * that somebody opens may mean them or another, as in the text, and stays. */
static gboolean
write_pronoun (LeadupHeadlineWriter *self,
               guint32               at)
{
  LeadupSpan words;
  gint32 actor;

  if (leadup_headline_writer_tag_at (self, at) != LEADUP_TAG_PRONOUN ||
      (self->text->len > 0 && self->is_opened_by_person))
    return FALSE;
  if (speaks_for_another (self, at))
    return FALSE;
  actor = leadup_pronouns_get_actor (self->reader.article, at);
  if (actor < 0 && self->text->len == 0 &&
      leadup_pronouns_find_nameless (self->reader.article, at, &words))
    {
      leadup_headline_writer_append_words (self, self->reader.article->text + words.start,
                                           words.end - words.start, TRUE);
      self->last = at;
      return TRUE;
    }
  if (actor < 0 ||
      ((is_word (self, at, "he") || is_word (self, at, "she")) &&
       g_array_index (self->reader.article->actors, LeadupArticleActor, actor).kind !=
           LEADUP_ACTOR_KIND_PERSON) ||
      is_word (self, at, "others") || is_word (self, at, "himself") || is_word (self, at, "herself") ||
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

gboolean
leadup_headline_writer_is_article (const LeadupHeadlineWriter *self,
                                   guint32                     at)
{
  return leadup_headline_writer_tag_at (self, at) == LEADUP_TAG_DETERMINER &&
         (is_word (self, at, "the") || is_word (self, at, "a") || is_word (self, at, "an"));
}

/* Whether a quotation is open in the title: nobody's words are shortened. */
static gboolean
is_quoting (const LeadupHeadlineWriter *self,
            guint32                     at)
{
  guint n_marks = 0;

  if (!self->reader.clauses->tokens[at].is_quoted)
    return FALSE;
  for (const char *c = self->text->str; *c != '\0'; c = g_utf8_next_char (c))
    n_marks += g_utf8_get_char (c) == 0x201C || g_utf8_get_char (c) == 0x201D || *c == '"';

  return n_marks % 2 == 1;
}

/* What can go for the sake of shortness. */
static gboolean
is_dropped (const LeadupHeadlineWriter *self,
            guint32                     at)
{
  if (is_quoting (self, at))
    return FALSE;
  if (self->shortness >= LEADUP_HEADLINE_SHORT_ARTICLES &&
      (leadup_headline_writer_is_article (self, at) ||
       (leadup_headline_writer_tag_at (self, at) == LEADUP_TAG_SUBORDINATOR &&
        is_word (self, at, "that"))))
    return TRUE;

  return self->shortness >= LEADUP_HEADLINE_SHORT_ADJECTIVES &&
         leadup_headline_writer_tag_at (self, at) == LEADUP_TAG_ADJECTIVE && at > 0 &&
         leadup_headline_writer_tag_at (self, at - 1) != LEADUP_TAG_HYPHEN &&
         (leadup_headline_writer_tag_at (self, at + 1) == LEADUP_TAG_NOUN ||
          leadup_headline_writer_tag_at (self, at + 1) == LEADUP_TAG_NAME ||
          leadup_headline_writer_tag_at (self, at + 1) == LEADUP_TAG_ADJECTIVE);
}

static const LeadupWordFact *
fact_of_lemma (const LeadupHeadlineWriter *self,
               guint32                     verb)
{
  guint32 lemma = self->reader.clauses->grammar[verb].lemma;

  return lemma != 0 ? &self->reader.clauses->facts->words[lemma] : NULL;
}

/* The past of a verb in place of its form in the text; FALSE where that is not known. */
static gboolean
write_past (LeadupHeadlineWriter *self,
            guint32               verb)
{
  const LeadupWordFact *fact = fact_of_lemma (self, verb);
  const char *past;

  if (fact == NULL || fact->past == 0)
    return FALSE;
  /* “has cancelled” and “has canceled” stay as they are spelt. */
  if (self->reader.clauses->grammar[verb].forms & LEADUP_FORM_PAST)
    return FALSE;
  past = leadup_lexicon_get_word (self->reader.article->lexicon, fact->past);
  leadup_headline_writer_append_words (self, past, strlen (past), TRUE);
  self->last = verb;

  return TRUE;
}

/* “has killed” is “killed” in a headline: the predicate of which @at is such a helper. */
static const LeadupPredicate *
find_perfect (const LeadupHeadlineWriter *self,
              guint32                     at)
{
  if (leadup_headline_writer_tag_at (self, at) != LEADUP_TAG_AUXILIARY ||
      !(is_word (self, at, "has") || is_word (self, at, "have")))
    return NULL;

  for (gint32 i = 0; i < (gint32) self->reader.clauses->predicates->len; i++)
    {
      const LeadupPredicate *predicate = predicate_at (self, i);
      const LeadupWordFact *fact;

      if (predicate->first != at)
        continue;
      fact = fact_of_lemma (self, predicate->verb);
      if (!predicate->is_finite || predicate->is_passive || predicate->is_negated || fact == NULL ||
          fact->past == 0 ||
          leadup_headline_writer_tag_at (self, predicate->verb) != LEADUP_TAG_VERB ||
          !(self->reader.clauses->grammar[predicate->verb].forms & LEADUP_FORM_PARTICIPLE))
        return NULL;
      for (guint32 j = at + 1; j < predicate->verb; j++)
        if (leadup_headline_writer_tag_at (self, j) == LEADUP_TAG_AUXILIARY)
          return NULL;
      return predicate;
    }

  return NULL;
}

/* Whether the subject right before a verb is a “we” that gives way to the name of one body. */
static gboolean
is_of_issuer (const LeadupHeadlineWriter *self,
              guint32                     at)
{
  guint32 before = at;

  /* “We reject and deny”. */
  if (before > self->reader.clauses->first + 2 &&
      leadup_headline_writer_tag_at (self, before - 1) == LEADUP_TAG_CONJUNCTION &&
      leadup_headline_writer_tag_at (self, before - 2) == LEADUP_TAG_VERB)
    before -= 2;
  while (before > self->reader.clauses->first &&
         leadup_headline_writer_tag_at (self, before - 1) == LEADUP_TAG_ADVERB)
    before--;

  return before > self->reader.clauses->first && is_word (self, before - 1, "we") &&
         leadup_pronouns_get_actor (self->reader.article, before - 1) >= 0;
}

/* “We condemn”, “we have”: “Chad condemns”, “Chad has”; FALSE for any other verb. */
static gboolean
write_singular (LeadupHeadlineWriter *self,
                guint32               at)
{
  static const char *const irregular[][2] = { { "have", "has" },
                                              { "are", "is" },
                                              { "were", "was" },
                                              { "do", "does" },
                                              { "go", "goes" } };
  const char *word = self->reader.clauses->tokens[at].folded;
  LeadupTag tag = leadup_headline_writer_tag_at (self, at);
  gsize length = strlen (word);
  g_autofree char *third = NULL;

  if ((tag != LEADUP_TAG_VERB && tag != LEADUP_TAG_AUXILIARY) || !is_of_issuer (self, at))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (g_str_equal (word, irregular[i][0]))
      third = g_strdup (irregular[i][1]);
  if (third == NULL && (tag == LEADUP_TAG_AUXILIARY ||
                        !(self->reader.clauses->grammar[at].forms & LEADUP_FORM_BASE) ||
                        (self->reader.clauses->grammar[at].forms & LEADUP_FORM_PAST)))
    return FALSE;
  if (third == NULL && length > 2 && word[length - 1] == 'y' &&
      strchr ("aeiou", word[length - 2]) == NULL)
    third = g_strdup_printf ("%.*sies", (int) length - 1, word);
  else if (third == NULL)
    third = g_strconcat (word,
                         g_str_has_suffix (word, "s") || g_str_has_suffix (word, "x") ||
                                 g_str_has_suffix (word, "ch") || g_str_has_suffix (word, "sh")
                             ? "es"
                             : "s",
                         NULL);
  leadup_headline_writer_append_words (self, third, strlen (third), TRUE);
  self->last = at;

  return TRUE;
}

/* Tokens [first, end), without dates and what can go. */
void
leadup_headline_writer_write_tokens (LeadupHeadlineWriter *self,
                                     guint32               first,
                                     guint32               end)
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
      else if (!is_dropped (self, at) && !write_pronoun (self, at) && !write_singular (self, at))
        append_token (self, at);
      at++;
    }
}

/* “19:40 Minister threatens fines”: the hour before a subject is none of it. */
static guint32
skip_heading (const LeadupHeadlineWriter *self,
              guint32                     first,
              guint32                     end)
{
  const LeadupDate *date;

  if (self->reader.clauses->tokens[first].kind != LEADUP_TOKEN_NUMBER)
    return first;
  if (first + 1 < end && first >= self->reader.clauses->first + 2 &&
      is_word (self, first - 1, ":") &&
      self->reader.clauses->tokens[first - 2].kind == LEADUP_TOKEN_NUMBER)
    return first + 1;

  date = leadup_article_date_at (self->reader.article, first);

  return date != NULL && date->end_token < end &&
                 leadup_headline_writer_tag_at (self, date->end_token) != LEADUP_TAG_POSSESSIVE
             ? date->end_token
             : first;
}

/* “The ‘war’ began”: a quotation mark that the words open is closed behind them. */
static guint32
close_quote (const LeadupHeadlineWriter *self,
             guint32                     first,
             guint32                     end)
{
  guint n_quotes = 0;

  for (guint32 at = first; at < end; at++)
    n_quotes += leadup_headline_writer_tag_at (self, at) == LEADUP_TAG_QUOTE;

  if (n_quotes % 2 == 1 && leadup_headline_writer_tag_at (self, end) == LEADUP_TAG_QUOTE)
    return end + 1;

  return end;
}

/* Who acts, without the article that opens it. */
void
leadup_headline_writer_write_subject (LeadupHeadlineWriter *self,
                                      gint32                subject)
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
  if (leadup_headline_writer_is_article (self, first))
    first++;
  end = close_quote (self, first, end);
  if (self->shortness >= LEADUP_HEADLINE_SHORT_SUBJECT && actor >= 0 && !phrase->is_pronoun)
    {
      append_actor (self, actor);
      return;
    }

  leadup_headline_writer_write_tokens (self, first, end);
  if (self->text->len - length > LONG_SUBJECT && actor >= 0 &&
      self->shortness >= LEADUP_HEADLINE_SHORT_ARTICLES)
    {
      g_string_truncate (self->text, length);
      append_actor (self, actor);
    }
}

/* Whether the words happened or are claimed to have: only then may a form that says nothing of it
 * (“seizing”) become one that does (“seized”). */
static gboolean
is_told_as_fact (const LeadupHeadlineWriter *self)
{
  return strcmp (self->event->modality, "asserted") == 0 ||
         strcmp (self->event->modality, "claimed") == 0 ||
         (self->is_governed && (strcmp (self->event->modality, "threatened") == 0 ||
                                strcmp (self->event->modality, "planned") == 0));
}

/* “None of this has freed anybody”: where a clause begins that has no phrase for its subject. */
static guint32
find_opening (const LeadupHeadlineWriter *self,
              guint32                     at)
{
  guint32 first = at;

  while (first > self->reader.clauses->first && at - first < 6)
    {
      LeadupTag tag = leadup_headline_writer_tag_at (self, first - 1);

      if (tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_SUBORDINATOR ||
          tag == LEADUP_TAG_RELATIVE || tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_CONJUNCTION ||
          tag == LEADUP_TAG_QUOTE)
        break;
      first--;
    }

  return first;
}

void
leadup_headline_writer_write_predicate (LeadupHeadlineWriter *self,
                                        gint32                outer,
                                        guint32               end)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gboolean is_bare = leadup_clauses_is_bare_ing (self->reader.clauses, predicate);
  gboolean has_subject = predicate->subject >= 0 && (!is_bare || is_told_as_fact (self)) &&
                         predicate->relation != LEADUP_RELATION_INFINITIVE &&
                         phrase_at (self, predicate->subject)->end <= predicate->first;

  /* “after being freed by rebels, Ada Roe left”: “Ada Roe freed by rebels”. */
  if (predicate->subject >= 0 && !predicate->is_negated && is_told_as_fact (self) &&
      leadup_clauses_is (self->reader.clauses, predicate->first, "being"))
    {
      leadup_headline_writer_write_subject (self, predicate->subject);
      leadup_headline_writer_write_tokens (self, predicate->first + 1, end);
      return;
    }
  if (has_subject)
    leadup_headline_writer_write_subject (
        self, self->text->len == 0
                  ? leadup_role_antecedent_find (self->reader.clauses, predicate)
                  : predicate->subject);
  else if (predicate->is_finite && predicate->subject < 0)
    leadup_headline_writer_write_tokens (self, find_opening (self, predicate->first),
                                         predicate->first);
  else if (predicate->relation == LEADUP_RELATION_INFINITIVE && self->text->len == 0)
    {
      const LeadupPredicate *governor =
          predicate->governor >= 0 ? predicate_at (self, predicate->governor) : NULL;
      guint32 first = leadup_headline_reader_find_plan (&self->reader, predicate->first);

      /* “Police used gas to disperse the crowd”. */
      if (governor != NULL && governor->is_finite && governor->subject >= 0 &&
          governor->object >= 0 && phrase_at (self, governor->object)->end == predicate->first)
        {
          leadup_headline_writer_write_subject (self, governor->subject);
          first = governor->first;
        }
      leadup_headline_writer_write_tokens (
          self, first + leadup_headline_writer_is_article (self, first), predicate->first);
    }
  if (is_bare && has_subject && write_past (self, predicate->verb))
    leadup_headline_writer_write_tokens (self, predicate->verb + 1, end);
  else
    leadup_headline_writer_write_tokens (self, predicate->first, end);
}

gsize
leadup_headline_writer_count_characters (const LeadupHeadlineWriter *self)
{
  gsize plain = leadup_ascii_measure (self->text->str, self->text->len);

  return plain + (gsize) g_utf8_strlen (self->text->str + plain,
                                        (gssize) (self->text->len - plain));
}

static void
drop_end (GString *text)
{
  while (text->len > 0 && strchr (" ,;:-(", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

void
leadup_headline_writer_finish (LeadupHeadlineWriter *self)
{
  /* What opens the next clause is none of this one. */
  static const char *const openings[] = { ", and", ", but", ", or", ", while", ", according" };
  g_autofree char *capital = NULL;
  gsize quote;
  gsize first;

  drop_end (self->text);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_suffix (self->text->str, openings[i]))
      {
        g_string_truncate (self->text, self->text->len - strlen (openings[i]));
        drop_end (self->text);
      }
  leadup_headline_reader_balance_quotes (self->text);
  if (self->text->len == 0)
    return;
  if ((guchar) self->text->str[0] < 0x80)
    {
      self->text->str[0] = g_ascii_toupper (self->text->str[0]);
      return;
    }

  quote = g_str_has_prefix (self->text->str, "“") ? (gsize) strlen ("“") : 0;
  first = (gsize) (g_utf8_next_char (self->text->str + quote) - self->text->str);
  capital = g_utf8_strup (self->text->str, (gssize) first);
  g_string_erase (self->text, 0, (gssize) first);
  g_string_prepend (self->text, capital);
}
