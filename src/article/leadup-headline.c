/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline.h"

#include "article/leadup-headline-writer.h"
#include "article/leadup-pronouns.h"
#include "article/leadup-role-argument.h"

#include <string.h>

/* The characters of “: “”” around what somebody says in a title. */
#define QUOTE_MARKS 4
/* How much of it a title should have room for, before its speaker is named shorter. */
#define LEAST_QUOTED 36
/* How many bytes of it are worth a title where it is cut. */
#define LEAST_CUT 16

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

static gint32
phrase_from (const LeadupHeadlineWriter *self,
             guint32                     at)
{
  return leadup_headline_reader_phrase_from (&self->reader, at);
}

static guint32
unit_end (const LeadupHeadlineWriter *self,
          gint32                      phrase)
{
  return leadup_headline_reader_unit_end (&self->reader, phrase);
}

static guint32
core_end (LeadupHeadlineWriter *self,
          gint32                index,
          guint                 depth)
{
  return leadup_headline_reader_core_end (&self->reader, index, depth);
}

static guint32
verb_end (const LeadupHeadlineWriter *self,
          const LeadupPredicate      *predicate)
{
  return leadup_headline_reader_verb_end (&self->reader, predicate);
}

static gint32
find_complement (const LeadupHeadlineWriter *self,
                 gint32                      index,
                 guint32                     end)
{
  return leadup_headline_reader_find_complement (&self->reader, index, end);
}

/* “a man who she said had fled”: the clause that follows is about the man. Its predicate, and in
 * @antecedent the man; LEADUP_NONE if it is no such case. */
static gint32
find_gap (const LeadupHeadlineWriter *self,
          gint32                      outer,
          gint32                     *antecedent)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  const LeadupPredicate *next;
  guint32 first;

  if (predicate->subject < 0 || outer + 1 >= (gint32) self->reader.clauses->predicates->len)
    return LEADUP_NONE;
  first = phrase_at (self, predicate->subject)->first;
  next = predicate_at (self, outer + 1);
  if (first < self->reader.clauses->first + 2 ||
      leadup_headline_writer_tag_at (self, first - 1) != LEADUP_TAG_RELATIVE || !next->is_finite ||
      next->is_joined || next->subordinator >= 0 ||
      !leadup_headline_reader_is_plain_gap (&self->reader, predicate->end, next->first))
    return LEADUP_NONE;
  for (guint32 i = predicate->end; i < next->first; i++)
    if (leadup_headline_writer_tag_at (self, i) == LEADUP_TAG_COMMA ||
        (phrase_from (self, i) >= 0 &&
         leadup_headline_writer_tag_at (self, i - 1) != LEADUP_TAG_PREPOSITION))
      return LEADUP_NONE;

  first -= 2;
  if (leadup_headline_writer_tag_at (self, first) == LEADUP_TAG_COMMA)
    first--;
  *antecedent = leadup_clauses_phrase_at (self->reader.clauses, first);

  return *antecedent >= 0 ? outer + 1 : LEADUP_NONE;
}

/* Writes the longest title that fits; FALSE, with the text emptied, if none does. */
static gboolean
try_ends (LeadupHeadlineWriter *self,
          gint32                outer)
{
  for (guint i = self->reader.n_ends; i > 0; i--)
    {
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_predicate (self, outer, self->reader.ends[i - 1]);
      leadup_headline_writer_finish (self);
      if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }
  g_string_truncate (self->text, 0);

  return FALSE;
}

/* “Maduro, who he has claimed is running cartels”: “Trump claimed that Maduro is running cartels”.
 */
static gboolean
try_gap (LeadupHeadlineWriter *self,
         gint32                outer)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gint32 antecedent = LEADUP_NONE;
  gint32 next = find_gap (self, outer, &antecedent);

  if (next < 0)
    return FALSE;

  for (guint i = 0; i < LEADUP_HEADLINE_N_SHORT; i++)
    {
      self->shortness = (LeadupHeadlineShortness) i;
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_subject (self, predicate->subject);
      leadup_headline_writer_write_tokens (self, predicate->first,
                                           predicate_at (self, next)->first);
      if (i < LEADUP_HEADLINE_SHORT_ARTICLES)
        leadup_headline_writer_append_words (self, "that", strlen ("that"), TRUE);
      leadup_headline_writer_write_subject (self, antecedent);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_tokens (self, predicate_at (self, next)->first,
                                           core_end (self, next, 0));
      leadup_headline_writer_finish (self);
      if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }
  self->shortness = LEADUP_HEADLINE_SHORT_NONE;

  return FALSE;
}

/* “dismissed suggestions that”, “denied that”, “demands that”: what follows is not what is said. */
static gboolean
denies_or_demands (const LeadupHeadlineWriter *self,
                   const LeadupPredicate      *predicate)
{
  const LeadupLexiconRow *row = leadup_clauses_match_verb (
      self->reader.clauses, self->reader.clauses->facts->modal_verbs, predicate);

  return g_str_equal (self->event->category, "rejection") ||
         g_str_equal (self->event->category, "demand") ||
         (row != NULL && (strcmp (row->columns[1], "denied") == 0 ||
                          strcmp (row->columns[1], "requested") == 0 ||
                          strcmp (row->columns[1], "negated") == 0 ||
                          strcmp (row->columns[1], "refused") == 0));
}

/* Cuts a title that is too long inside the quotation that ends it, and says so; FALSE if none does.
 */
static gboolean
cut_quotation (LeadupHeadlineWriter *self)
{
  const char *end = self->text->str + self->text->len;
  const char *mark = end > self->text->str ? g_utf8_prev_char (end) : end;
  gboolean is_typed = *mark == '"';
  const char *open, *limit;
  g_autofree char *close = g_strdup (mark);

  if (!is_typed && !g_str_equal (mark, "”"))
    return FALSE;
  open = is_typed ? g_strrstr_len (self->text->str, mark - self->text->str, "\"")
                  : g_strrstr (self->text->str, "“");
  limit = g_utf8_offset_to_pointer (self->text->str, LEADUP_HEADLINE_CHARACTERS - 2);
  if (open == NULL || limit - open < LEAST_CUT)
    return FALSE;
  while (limit > open && *limit != ' ')
    limit--;
  if (limit - open < LEAST_CUT)
    return FALSE;
  g_string_truncate (self->text, (gsize) (limit - self->text->str));
  g_string_append_printf (self->text, "…%s", close);

  return TRUE;
}

/* “The Red Cross: its teams had been stopped”: no more than the verb of what is said. */
static gboolean
try_verb (LeadupHeadlineWriter *self,
          gint32                speaker,
          gint32                content)
{
  const LeadupPredicate *said = predicate_at (self, content);

  if (!said->is_passive || !said->is_finite)
    return FALSE;
  self->shortness = LEADUP_HEADLINE_SHORT_SUBJECT;
  g_string_truncate (self->text, 0);
  self->last = G_MAXUINT32 - 1;
  leadup_headline_writer_write_subject (self, speaker);
  g_string_append_c (self->text, ':');
  self->last = G_MAXUINT32 - 1;
  leadup_headline_writer_write_predicate (self, content, verb_end (self, said));
  leadup_headline_writer_finish (self);

  return leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS;
}

/* The content of a statement that is too long for a title: “Poe: …”, else “Poe on the shooting”. */
static gboolean
try_content (LeadupHeadlineWriter *self,
             gint32                outer)
{
  const LeadupPredicate *predicate = predicate_at (self, outer);
  gint32 content = find_complement (self, outer, verb_end (self, predicate));
  const LeadupPredicate *said;
  gboolean is_nested;

  if (content < 0)
    content = find_complement (self, outer, core_end (self, outer, LEADUP_HEADLINE_MAX_DEPTH));
  if (content < 0 || predicate->subject < 0 || denies_or_demands (self, predicate) ||
      predicate_at (self, content)->relation != LEADUP_RELATION_CONTENT ||
      predicate_at (self, content)->subject < 0)
    return FALSE;

  said = predicate_at (self, content);
  self->reader.is_broken = FALSE;
  is_nested = find_complement (self, content, verb_end (self, said)) >= 0;
  for (guint i = LEADUP_HEADLINE_SHORT_ARTICLES; i < LEADUP_HEADLINE_N_SHORT; i++)
    {
      self->shortness = (LeadupHeadlineShortness) i;
      g_string_truncate (self->text, 0);
      leadup_headline_writer_write_subject (self, predicate->subject);
      g_string_append_c (self->text, ':');
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_predicate (self, content, core_end (self, content, 0));
      leadup_headline_writer_finish (self);
      if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS &&
          !self->reader.is_broken)
        return TRUE;
    }
  if (cut_quotation (self) || try_verb (self, predicate->subject, content))
    return TRUE;

  g_string_truncate (self->text, 0);
  self->shortness = LEADUP_HEADLINE_SHORT_SUBJECT;
  leadup_headline_writer_write_subject (self, predicate->subject);
  if (is_nested)
    {
      leadup_headline_writer_append_words (self, "on what", strlen ("on what"), TRUE);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_predicate (self, content,
                                              core_end (self, content, LEADUP_HEADLINE_MAX_DEPTH));
    }
  else
    {
      leadup_headline_writer_append_words (self, "on", strlen ("on"), TRUE);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_tokens (self, phrase_at (self, said->subject)->first,
                                           unit_end (self, said->subject));
    }
  leadup_headline_writer_finish (self);

  return leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS &&
         (!phrase_at (self, said->subject)->is_pronoun ||
          leadup_pronouns_get_actor (self->reader.article, phrase_at (self, said->subject)->head) >=
              0);
}

/* The words of a quotation that @at is in, as they stand in the text, without the mark that opens
 * it and what closes it; cut at a word to @limit characters, and said so. */
static char *
quote_words (const LeadupHeadlineWriter *self,
             guint32                     at,
             glong                       limit)
{
  const LeadupClauses *clauses = self->reader.clauses;
  guint32 first = at, end = at + 1;
  GString *words = g_string_new (NULL);

  while (first > clauses->first && clauses->tokens[first - 1].is_quoted &&
         leadup_headline_writer_tag_at (self, first - 1) != LEADUP_TAG_QUOTE)
    first--;
  while (end < clauses->end && clauses->tokens[end].is_quoted &&
         clauses->tokens[end].kind != LEADUP_TOKEN_QUOTE_CLOSE)
    end++;
  while (end > first + 1 && (leadup_headline_writer_tag_at (self, end - 1) == LEADUP_TAG_COMMA ||
                             leadup_headline_writer_tag_at (self, end - 1) == LEADUP_TAG_BREAK))
    end--;

  for (guint32 i = first; i < end; i++)
    {
      LeadupSpan span = clauses->tokens[i].span;
      glong length = g_utf8_strlen (self->reader.article->text + span.start,
                                    (gssize) (span.end - span.start));

      if (i > first && clauses->tokens[i - 1].span.end < span.start)
        g_string_append_c (words, ' ');
      if (g_utf8_strlen (words->str, -1) + length > limit - (i + 1 < end))
        {
          while (words->len > 0 && strchr (" ,;:", words->str[words->len - 1]) != NULL)
            g_string_truncate (words, words->len - 1);
          g_string_append (words, "…");
          break;
        }
      g_string_append_len (words, self->reader.article->text + span.start,
                           (gssize) (span.end - span.start));
    }

  return g_string_free (words, FALSE);
}

/* “…,” said Poe: “Poe: “…””. Nobody's words are shortened but at their end. */
static gboolean
try_quotation (LeadupHeadlineWriter *self,
               gint32                speaker,
               guint32               at)
{
  g_autofree char *all = quote_words (self, at, G_MAXINT);
  g_autofree char *words = NULL;
  glong least = MIN (LEAST_QUOTED, g_utf8_strlen (all, -1)), left = 0;

  for (guint i = 0; i < LEADUP_HEADLINE_N_SHORT && left < least; i++)
    {
      g_string_truncate (self->text, 0);
      self->shortness = (LeadupHeadlineShortness) i;
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_subject (self, speaker);
      leadup_headline_writer_finish (self);
      left = LEADUP_HEADLINE_CHARACTERS - QUOTE_MARKS -
             (glong) leadup_headline_writer_count_characters (self);
    }
  if (left < least)
    return FALSE;
  words = quote_words (self, at, left);
  g_string_append_printf (self->text, ": “%s”", words);

  return TRUE;
}

/* “…,” said Poe: “Poe: …”. */
static gboolean
try_said (LeadupHeadlineWriter *self,
          gint32                speaker,
          gint32                said)
{
  gint32 subject = predicate_at (self, said)->subject;
  guint32 first =
      subject >= 0 ? phrase_at (self, subject)->first : predicate_at (self, said)->first;

  if (self->reader.clauses->tokens[first].is_quoted && try_quotation (self, speaker, first))
    return TRUE;
  leadup_headline_reader_find_ends (&self->reader, core_end (self, said, 0));
  for (guint i = 0; i < LEADUP_HEADLINE_N_SHORT * self->reader.n_ends; i++)
    {
      self->shortness = (LeadupHeadlineShortness) (i / self->reader.n_ends);
      g_string_truncate (self->text, 0);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_subject (self, speaker);
      g_string_append (self->text, ": ");
      self->is_after_open = TRUE;
      self->is_opened_by_person = TRUE;
      if (subject >= 0 && phrase_at (self, subject)->end <= predicate_at (self, said)->first)
        leadup_headline_writer_write_tokens (self, first, phrase_at (self, subject)->end);
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_tokens (
          self, predicate_at (self, said)->first,
          self->reader.ends[self->reader.n_ends - 1 - i % self->reader.n_ends]);
      leadup_headline_writer_finish (self);
      if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return TRUE;
    }

  /* What does not fit is named; who says it is never left out. */
  if (subject < 0 || phrase_at (self, subject)->is_pronoun)
    return FALSE;
  g_string_truncate (self->text, 0);
  self->shortness = LEADUP_HEADLINE_SHORT_SUBJECT;
  leadup_headline_writer_write_subject (self, speaker);
  leadup_headline_writer_append_words (self, "on", strlen ("on"), TRUE);
  self->last = G_MAXUINT32 - 1;
  leadup_headline_writer_write_tokens (self, first, unit_end (self, subject));
  leadup_headline_writer_finish (self);

  return leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS;
}

static gboolean
has_comma (const LeadupHeadlineWriter *self,
           guint32                     from,
           guint32                     to)
{
  for (guint32 i = from; i < to; i++)
    if (leadup_headline_writer_tag_at (self, i) == LEADUP_TAG_COMMA)
      return TRUE;

  return FALSE;
}

/* “Strikes on the port”: the noun and what hangs on it. */
static void
write_noun (LeadupHeadlineWriter *self,
            gint32                noun)
{
  const LeadupPhrase *phrase = phrase_at (self, noun);
  guint32 first = phrase->first + leadup_headline_writer_is_article (self, phrase->first);

  /* “blamed the attack on Togo”: no attack on Togo. */
  if (leadup_role_argument_find_blamed (self->reader.clauses, noun) >= 0)
    {
      self->last = G_MAXUINT32 - 1;
      leadup_headline_writer_write_tokens (self, first, phrase->end);
      leadup_headline_writer_append_words (self, "blamed", strlen ("blamed"), TRUE);
      leadup_headline_writer_write_tokens (self, phrase->end, unit_end (self, noun + 1));
      leadup_headline_writer_finish (self);
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
      leadup_headline_writer_write_tokens (self, first, self->reader.ends[i - 1]);
      leadup_headline_writer_finish (self);
      if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
        return;
    }
}

/* The last resort: cut at a word, and said so. */
static void
cut (LeadupHeadlineWriter *self)
{
  gsize limit;

  if (leadup_headline_writer_count_characters (self) <= LEADUP_HEADLINE_CHARACTERS)
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

/* At the least, who said something. */
static void
write_speaker (LeadupHeadlineWriter *self,
               gint32                speaker)
{
  g_string_truncate (self->text, 0);
  self->shortness = LEADUP_HEADLINE_SHORT_SUBJECT;
  self->last = G_MAXUINT32 - 1;
  leadup_headline_writer_write_subject (self, speaker);
  leadup_headline_writer_finish (self);
  cut (self);
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
  LeadupHeadlineWriter self = {
    .reader = { .clauses = clauses, .outer = frame != NULL ? MAX (frame->outer, 0) : 0 },
    .event = event,
  };
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
      write_speaker (&self, frame->speaker);
      return g_string_free (self.text, FALSE);
    }
  if (frame->inner < 0)
    {
      write_noun (&self, frame->noun);
      is_done = leadup_headline_writer_count_characters (&self) <= LEADUP_HEADLINE_CHARACTERS;
    }
  else
    {
      guint32 core = MAX (core_end (&self, frame->outer, 0), core_end (&self, frame->inner, 0));
      gboolean is_broken = self.reader.is_broken;

      leadup_headline_reader_find_ends (&self.reader, core);
      is_done = try_gap (&self, frame->outer);
      for (guint i = 0; i < LEADUP_HEADLINE_SHORT_ADJECTIVES && !is_done && !is_broken; i++)
        {
          self.shortness = (LeadupHeadlineShortness) i;
          is_done = try_ends (&self, frame->outer);
        }
      if (!is_done)
        is_done = try_content (&self, frame->outer);
      self.shortness = LEADUP_HEADLINE_SHORT_ADJECTIVES;
      if (!is_done)
        is_done = try_ends (&self, frame->outer);
      if (!is_done)
        {
          self.last = G_MAXUINT32 - 1;
          leadup_headline_writer_write_predicate (&self, frame->outer, core);
          leadup_headline_writer_finish (&self);
        }
    }
  if (!is_done)
    cut (&self);

  return g_string_free (self.text, FALSE);
}
