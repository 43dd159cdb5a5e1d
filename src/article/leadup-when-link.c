/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-when-link.h"

#include "article/leadup-grammar.h"
#include "article/leadup-tokens.h"

#include <string.h>

/* A date just outside the clause still belongs to it (“killed two, police said on Monday” does
 * not). */
#define CLAUSE_MARGIN 40

/* How much later than where it is told an event of the same paragraph may still be on the day told
 * before. */
#define MAX_PARAGRAPH_SENTENCES 1

typedef struct
{
  LeadupArticle *article;
  guint first_date;      /* first date of the sentence of the event or later */
  guint first_statement; /* those before it end before the sentence */
} Linker;

static const LeadupDate *
date_at (const Linker *self,
         guint         index)
{
  return &g_array_index (self->article->dates, LeadupDate, index);
}

static gboolean
is_moment (const LeadupDate *date)
{
  return date->when != NULL &&
         (strcmp (date->type, "DATE") == 0 || strcmp (date->type, "TIME") == 0) &&
         !g_str_has_suffix (date->value, "_REF");
}

/* “date 2025-12-19 …” at the head of a text says when it was published. */
static gboolean
is_dateline (const Linker     *self,
             const LeadupDate *date)
{
  const LeadupToken *token = &g_array_index (self->article->tokens, LeadupToken, date->first_token);

  if (token->is_furniture || (date->first_token >= self->article->dateline_first &&
                              date->end_token <= self->article->dateline_end))
    return TRUE;

  return date->first_token < 4 && self->article->published != NULL &&
         strcmp (leadup_when_get_edtf (date->when), self->article->published) == 0;
}

static guint32
distance (LeadupSpan a,
          LeadupSpan b)
{
  if (a.end <= b.start)
    return b.start - a.end;
  if (b.end <= a.start)
    return a.start - b.end;

  return 0;
}

/* Whether what tells an event is said in a clause that has the date, which is no part of what is
 * said. */
static gboolean
dates_its_statement (const Linker             *self,
                     const LeadupArticleEvent *event,
                     const LeadupDate         *date)
{
  const GArray *statements = self->article->statements;

  for (guint i = self->first_statement; i < statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (statements, LeadupStatement, i);

      if (statement->content.start > date->span.end + 4096)
        break;
      if ((date->span.start >= statement->content.start &&
           date->span.end <= statement->content.end) ||
          event->trigger.start < statement->content.start ||
          event->trigger.end > statement->content.end)
        continue;
      if (distance (statement->cue, date->span) <= CLAUSE_MARGIN)
        return TRUE;
    }

  return FALSE;
}

/* “killed on 2 September, the ministry said”: a date in the content is not the statement's. */
static gboolean
is_in_content (const Linker             *self,
               const LeadupArticleEvent *event,
               const LeadupDate         *date)
{
  const GArray *statements = self->article->statements;

  for (guint i = self->first_statement; i < statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (statements, LeadupStatement, i);

      if (statement->content.start > event->trigger.end + 4096)
        break;
      if (statement->cue.start <= event->trigger.start &&
          statement->cue.end >= event->trigger.end &&
          date->span.start >= statement->content.start && date->span.end <= statement->content.end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_foreign (const LeadupArticleEvent *event,
            guint                     date)
{
  return date >= event->first_date && date - event->first_date < 32 &&
         (event->foreign_dates & (1u << (date - event->first_date))) != 0;
}

static gint32
nearest (const Linker             *self,
         const LeadupArticleEvent *event,
         LeadupSpan                within)
{
  guint32 best_distance = G_MAXUINT32;
  gint32 best = -1;

  for (guint i = self->first_date; i < self->article->dates->len; i++)
    {
      const LeadupDate *date = date_at (self, i);

      if (date->span.start >= within.end)
        break;
      if (date->span.end <= within.start ||
          distance (date->span, event->trigger) >= best_distance || !is_moment (date) ||
          is_dateline (self, date) || is_foreign (event, i) || is_in_content (self, event, date))
        continue;
      best = (gint32) i;
      best_distance = distance (date->span, event->trigger);
    }

  return best;
}

static void
set_when (LeadupArticleEvent *event,
          const char         *edtf,
          const char         *rule,
          const char         *as_of)
{
  LeadupWhenFields fields = { .edtf = edtf, .rule = rule, .as_of = as_of };

  event->when = leadup_when_new (&fields, NULL);
}

/* Nobody said when: it had happened when it was published. */
static void
bound_by_publication (const Linker       *self,
                      LeadupArticleEvent *event)
{
  const char *published = self->article->published;
  g_autofree char *edtf = NULL;

  if (published == NULL)
    return;
  edtf = g_strdup_printf ("../%s", published);
  set_when (event, edtf, "published-bound", published);
}

/* “The ministry said on Friday that …”: it had happened by Friday. */
static void
bound_by_statement (const Linker       *self,
                    LeadupArticleEvent *event,
                    gint32              date)
{
  const LeadupWhen *when = date_at (self, (guint) date)->when;
  g_autofree char *edtf = NULL;

  if (leadup_when_get_precision (when) == LEADUP_PRECISION_DAY &&
      strchr (leadup_when_get_edtf (when), '/') == NULL)
    {
      edtf = g_strdup_printf ("../%s", leadup_when_get_edtf (when));
      event->date = date;
      set_when (event, edtf, "published-bound:statement", self->article->published);
    }
  if (event->when == NULL)
    bound_by_publication (self, event);
}

/* “from 1987 to 1991”, “between May and July”: the time from the one to the other, NULL if there is
 * no other. */
static char *
get_range (const Linker     *self,
           const LeadupDate *date)
{
  static const char *const words[][2] = {
    { "from", "to" },      { "from", "until" },   { "from", "till" },
    { "from", "through" }, { "between", "and" },
  };
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  const GArray *dates = self->article->dates;
  const LeadupDate *next = date + 1;
  gboolean is_range = FALSE;

  if (date == &g_array_index (dates, LeadupDate, dates->len - 1) ||
      date->first_token == 0 || next->first_token != date->end_token + 1 || !is_moment (next))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    is_range = is_range || (strcmp (tokens[date->first_token - 1].folded, words[i][0]) == 0 &&
                            strcmp (tokens[date->end_token].folded, words[i][1]) == 0);
  if (!is_range || strpbrk (leadup_when_get_edtf (date->when), "/T") != NULL ||
      strpbrk (leadup_when_get_edtf (next->when), "/T") != NULL ||
      strcmp (leadup_when_get_edtf (date->when), leadup_when_get_edtf (next->when)) >= 0)
    return NULL;

  return g_strdup_printf ("%s/%s", leadup_when_get_edtf (date->when),
                          leadup_when_get_edtf (next->when));
}

/* “since September”: somewhere between then and the day of the article; “by Friday”: before it.
 * Anything else is on the date itself. */
static LeadupWhen *
bound_by_preposition (const Linker     *self,
                      const LeadupDate *date)
{
  const LeadupToken *before = date->first_token > 0
                                  ? &g_array_index (self->article->tokens, LeadupToken,
                                                    date->first_token - 1)
                                  : NULL;
  const char *edtf = leadup_when_get_edtf (date->when);
  const char *published = self->article->published;
  g_autofree char *bounded = NULL;
  LeadupWhenFields fields = { .as_of = published, .stated = leadup_when_get_stated (date->when) };
  LeadupWhen *when = NULL;

  if (before == NULL || strchr (edtf, '/') != NULL || strlen (edtf) > 10)
    return leadup_when_ref (date->when);

  bounded = get_range (self, date);
  if (bounded == NULL && date > &g_array_index (self->article->dates, LeadupDate, 0) &&
      date[-1].when != NULL)
    bounded = get_range (self, date - 1);
  if (bounded != NULL)
    fields.rule = "range:from-to";
  else if (strcmp (before->folded, "since") == 0 && published != NULL &&
           strcmp (edtf, published) < 0)
    {
      bounded = g_strdup_printf ("%s/%s", edtf, published);
      fields.rule = "relative:since";
    }
  else if (strcmp (before->folded, "by") == 0 || strcmp (before->folded, "before") == 0 ||
           strcmp (before->folded, "until") == 0)
    {
      bounded = g_strdup_printf ("../%s", edtf);
      fields.rule = "relative:by";
    }
  fields.edtf = bounded;
  if (bounded != NULL)
    when = leadup_when_new (&fields, NULL);

  return when != NULL ? when : leadup_when_ref (date->when);
}

/* “has been accused”, “have said”. */
static gboolean
is_present_perfect (const Linker *self,
                    guint32       verb)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;

  for (guint32 i = verb; i > 0 && i + 3 > verb; i--)
    if (leadup_token_is (&tokens[i - 1], "has") || leadup_token_is (&tokens[i - 1], "have"))
      return TRUE;

  return FALSE;
}

/* “Togo shelled the port. Chad accuses it”, “Chad has accused it”: what is told in the present is
 * no more on that day, but for a chronology, which tells everything so. */
static gboolean
has_moved_on (const Linker             *self,
              const LeadupArticleEvent *event,
              const LeadupArticleEvent *before)
{
  const GArray *grammar = self->article->grammar;
  guint32 token = leadup_tokens_at (self->article, event->trigger.start);
  guint32 former = leadup_tokens_at (self->article, before->trigger.start);
  const LeadupGrammar *here = &g_array_index (grammar, LeadupGrammar, token);
  const LeadupGrammar *there = &g_array_index (grammar, LeadupGrammar, former);

  return here->tag == LEADUP_TAG_VERB && there->tag == LEADUP_TAG_VERB &&
         ((here->forms & (LEADUP_FORM_PAST | LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) == 0 ||
          (is_present_perfect (self, token) && !is_present_perfect (self, former))) &&
         (there->forms & LEADUP_FORM_PAST) != 0;
}

/* The date that governed the main event of the sentence before, in the same paragraph. */
static gint32
date_of_paragraph (const Linker             *self,
                   const LeadupArticleEvent *event,
                   guint                     index)
{
  const GArray *sentences = self->article->sentences;
  guint32 paragraph = g_array_index (sentences, LeadupSentence, event->sentence).paragraph;

  for (guint i = index; i > 0; i--)
    {
      const LeadupArticleEvent *other =
          &g_array_index (self->article->events, LeadupArticleEvent, i - 1);

      if (other->sentence + MAX_PARAGRAPH_SENTENCES < event->sentence ||
          g_array_index (sentences, LeadupSentence, other->sentence).paragraph != paragraph)
        break;
      /* What else it tells of may have been long before. */
      if (i > 1 && g_array_index (self->article->events, LeadupArticleEvent, i - 2).sentence ==
                     other->sentence)
        continue;
      if (has_moved_on (self, event, other))
        continue;
      if (other->sentence < event->sentence && other->date >= 0 && other->when != NULL &&
          other->when == date_at (self, (guint) other->date)->when)
        return other->date;
    }

  return -1;
}

/* What ends before a sentence, which no later one asks for. */
static void
skip_what_is_over (Linker               *self,
                   const LeadupSentence *sentence)
{
  const GArray *statements = self->article->statements;

  while (self->first_date < self->article->dates->len &&
         date_at (self, self->first_date)->span.end <= sentence->span.start)
    self->first_date++;
  while (self->first_statement < statements->len &&
         g_array_index (statements, LeadupStatement, self->first_statement).content.end <=
             sentence->span.start)
    self->first_statement++;
}

static void
link_event (Linker             *self,
            LeadupArticleEvent *event,
            guint               index)
{
  const LeadupSentence *sentence =
      &g_array_index (self->article->sentences, LeadupSentence, event->sentence);
  LeadupSpan clause = { MAX (sentence->span.start + CLAUSE_MARGIN, event->span.start) -
                            CLAUSE_MARGIN,
                        MIN (sentence->span.end, event->span.end + CLAUSE_MARGIN) };
  gboolean is_words = strcmp (event->category, "statement") == 0;
  gint32 date;

  skip_what_is_over (self, sentence);
  date = nearest (self, event, clause);
  if (date < 0)
    date = nearest (self, event, sentence->span);
  if (date >= 0)
    {
      /* The day of the statement is not the day of what it tells. */
      if (!is_words && strcmp (event->modality, "claimed") == 0 &&
          dates_its_statement (self, event, date_at (self, (guint) date)))
        {
          bound_by_statement (self, event, date);
          return;
        }
      event->date = date;
      event->when = bound_by_preposition (self, date_at (self, (guint) date));
      return;
    }

  if (!is_words && strcmp (event->modality, "asserted") == 0)
    {
      date = date_of_paragraph (self, event, index);
      if (date >= 0)
        {
          set_when (event, leadup_when_get_edtf (date_at (self, (guint) date)->when),
                    "narrative:paragraph", self->article->published);
          event->date = date;
          if (event->when != NULL)
            return;
        }
    }

  bound_by_publication (self, event);
}

/**
 * leadup_when_link:
 * @article: an article with dates, statements and events
 *
 * Gives each event the date that governs it: of its clause, of its sentence, of the sentence before
 * in its paragraph; else it had happened by the day on which it was said or published. The rule of
 * its #LeadupWhen says which. An event stays without one only where the published day is not known
 * either.
 */
void
leadup_when_link (LeadupArticle *article)
{
  Linker self = { .article = article };

  g_return_if_fail (article != NULL);

  for (guint i = 0; i < article->events->len; i++)
    {
      LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      g_clear_pointer (&event->when, leadup_when_unref);
      event->date = -1;
      link_event (&self, event, i);
    }
}
