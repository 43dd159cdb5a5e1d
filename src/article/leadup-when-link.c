/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-when-link.h"

#include "article/leadup-grammar.h"
#include "article/leadup-tokens.h"
#include "article/leadup-when-away.h"
#include "article/leadup-when-heading.h"
#include "article/leadup-when-tense.h"

#include <string.h>

/* A date just outside the clause still belongs to it (“killed two, police said on Monday” does
 * not). */
#define CLAUSE_MARGIN 40

/* How much later than where it is told an event of the same paragraph may still be on the day told
 * before. */
#define MAX_PARAGRAPH_SENTENCES 1

/* Tokens from “since” to the date of what happened then, and around a verb where it can be said
 * that it is told of more than a day. */
#define MAX_SINCE 12
#define MAX_SPREAD 8

typedef struct
{
  LeadupArticle *article;
  guint first_date;      /* first date of the sentence of the event or later */
  guint first_statement; /* those before it end before the sentence */
  LeadupInstant tomorrow; /* the end of the published day */
  LeadupWhen *published;  /* (nullable) */
  GArray *headings;       /* (element-type LeadupWhenHeading) */
  guint heading;          /* of the sentence of the event or later */
  LeadupWhenAway away;    /* of @away_sentence */
  guint32 away_sentence;
  gboolean has_away;
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

/* “date 2025-12-19 …” at the head of a text says when it was published, not “On Friday rebels”. */
static gboolean
is_dateline (const Linker     *self,
             const LeadupDate *date)
{
  const LeadupToken *token = &g_array_index (self->article->tokens, LeadupToken, date->first_token);

  if (token->is_furniture || (date->first_token >= self->article->dateline_first &&
                              date->end_token <= self->article->dateline_end))
    return TRUE;

  if (date->first_token > 0 &&
      g_array_index (self->article->grammar, LeadupGrammar, date->first_token - 1).tag ==
          LEADUP_TAG_PREPOSITION)
    return FALSE;

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

/* “condemned the raid”: a deed that somebody only judges was done before. */
static gboolean
is_judged (const Linker             *self,
           const LeadupArticleEvent *event,
           const LeadupStatement    *statement)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) self->article->grammar->data;
  guint32 verb = leadup_tokens_at (self->article, statement->cue.start);
  const LeadupLexiconRow *cue = leadup_lexicon_table_find_word (
      leadup_word_facts_get (self->article->lexicon)->cues, grammar[verb].lemma);

  return grammar[leadup_tokens_at (self->article, event->trigger.start)].tag == LEADUP_TAG_NOUN &&
         statement->cue.end <= event->trigger.start && cue != NULL &&
         strcmp (cue->columns[LEADUP_CUE_BRINGS], "known") == 0;
}

/* Whether what tells an event is said in a clause that has the date, which is no part of what is
 * said; “saying on Monday that” is the day of all that is said there. */
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
      if (date->span.start >= statement->cue.end && date->span.end <= statement->content.start)
        return TRUE;
      if ((date->span.start >= statement->content.start &&
           date->span.end <= statement->content.end) ||
          event->trigger.start < statement->content.start ||
          event->trigger.end > statement->content.end)
        continue;
      if (distance (statement->cue, date->span) <= CLAUSE_MARGIN ||
          is_judged (self, event, statement))
        return TRUE;
    }

  return FALSE;
}

/* Whether another event of its sentence is told in @span. */
static gboolean
has_event_in (const Linker             *self,
              const LeadupArticleEvent *event,
              LeadupSpan                span)
{
  const GArray *events = self->article->events;
  const LeadupArticleEvent *first = (const LeadupArticleEvent *) (gpointer) events->data;
  const LeadupArticleEvent *told = event;

  while (told > first && told[-1].sentence == event->sentence)
    told--;
  for (; told < first + events->len && told->sentence == event->sentence; told++)
    if (told->trigger.start >= span.start && told->trigger.end <= span.end)
      return TRUE;

  return FALSE;
}

/* “accused Togo on Monday”, not “of shelling the port on Monday” or “of a raid on Monday”: nothing
 * is told between the word and the date that could have been then. */
static gboolean
tells_nothing_before (const Linker             *self,
                      const LeadupArticleEvent *event,
                      const LeadupStatement    *statement,
                      const LeadupDate         *date)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) self->article->grammar->data;
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  guint32 n_tokens = self->article->tokens->len;
  guint32 first = leadup_tokens_at (self->article, statement->content.start);

  if (statement->content.start < statement->cue.end)
    return FALSE;
  for (guint32 i = first; i < date->first_token; i++)
    if (grammar[i].tag == LEADUP_TAG_VERB || grammar[i].tag == LEADUP_TAG_SUBORDINATOR ||
        grammar[i].tag == LEADUP_TAG_QUOTE)
      return FALSE;
  /* “said on Monday it had failed”, but “said the talks on Monday had failed”. */
  if (date->first_token <= first + 1)
    return TRUE;
  for (guint32 i = date->end_token;
       i < n_tokens && tokens[i].span.start < statement->content.end; i++)
    if (grammar[i].tag == LEADUP_TAG_AUXILIARY || grammar[i].tag == LEADUP_TAG_MODAL ||
        (grammar[i].tag == LEADUP_TAG_VERB && (grammar[i].forms & LEADUP_FORM_PAST) != 0))
      return FALSE;
  return !has_event_in (self, event, (LeadupSpan) { statement->content.start, date->span.start });
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
        return !tells_nothing_before (self, event, statement, date);
      /* “According to papers leaked to it, rebels took the port in 2023”: not leaked then. */
      if (statement->cue.end <= event->trigger.start &&
          event->trigger.end <= statement->content.start &&
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

/* What was done, or has been, was not done on a day after the article: that is the day of something
 * else that the sentence speaks of. */
static gboolean
is_to_come (const Linker             *self,
            const LeadupArticleEvent *event,
            const LeadupDate         *date)
{
  guint32 token = leadup_tokens_at (self->article, event->trigger.start);
  const LeadupGrammar *verb = &g_array_index (self->article->grammar, LeadupGrammar, token);

  return (strcmp (event->modality, "asserted") == 0 ||
          strcmp (event->modality, "claimed") == 0) &&
         verb->tag == LEADUP_TAG_VERB &&
         (verb->forms & LEADUP_FORM_PAST) != 0 &&
         leadup_when_get_bounds (date->when)->start_earliest >= self->tomorrow;
}

/* “will leave the pact concluded in 2019”: what will be done is not done in a time that is over. */
static gboolean
is_over (const Linker             *self,
         const LeadupArticleEvent *event,
         const LeadupDate         *date)
{
  return strcmp (event->modality, "planned") == 0 && self->published != NULL &&
         leadup_when_get_bounds (date->when)->end_latest <=
             leadup_when_get_bounds (self->published)->start_earliest &&
         leadup_when_tense_is_future (self->article,
                                      leadup_tokens_at (self->article, event->trigger.start));
}

/* “imposed tariffs on Friday, a day after talks failed”: Friday is on the other side of “after”. */
static gboolean
is_across (const Linker             *self,
           const LeadupArticleEvent *event,
           const LeadupDate         *date)
{
  return self->has_away &&
         leadup_when_away_is_inside (&self->away,
                                     leadup_tokens_at (self->article, event->trigger.start)) !=
             leadup_when_away_is_inside (&self->away, date->first_token);
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
          is_dateline (self, date) || is_foreign (event, i) || is_in_content (self, event, date) ||
          is_to_come (self, event, date) || is_over (self, event, date) ||
          is_across (self, event, date))
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
      leadup_when_get_bounds (when)->start_earliest < self->tomorrow &&
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

/* Where “since” opens a clause that the date ends: “since the force arrived in June”, 0 if none
 * does. */
static guint32
find_since (const Linker     *self,
            const LeadupDate *date)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) self->article->grammar->data;
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  gboolean has_verb = FALSE;

  for (guint32 i = date->first_token; i > 0 && i + MAX_SINCE > date->first_token; i--)
    {
      if (leadup_token_is (&tokens[i - 1], "since"))
        return has_verb ? i - 1 : 0;
      if (grammar[i - 1].tag == LEADUP_TAG_COMMA || grammar[i - 1].tag == LEADUP_TAG_BREAK)
        break;
      has_verb = has_verb || grammar[i - 1].tag == LEADUP_TAG_VERB;
    }

  return 0;
}

/* “have been fighting since 11 June, when troops crossed”: these did on that day. */
static gboolean
is_when_it_began (const Linker             *self,
                  const LeadupArticleEvent *event,
                  const LeadupDate         *date)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  guint32 at = date->end_token;

  if (event->trigger.start < date->span.end || at + 1 >= self->article->tokens->len)
    return FALSE;
  if (leadup_token_is (&tokens[at], ","))
    at++;

  return leadup_token_is (&tokens[at], "when");
}

/* “since September”: somewhere between then and the day of the article; “by Friday”: before it.
 * Anything else is on the date itself. */
static LeadupWhen *
bound_by_preposition (const Linker             *self,
                      const LeadupArticleEvent *event,
                      const LeadupDate         *date)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  guint32 trigger = leadup_tokens_at (self->article, event->trigger.start);
  const LeadupToken *before = date->first_token > 0 ? &tokens[date->first_token - 1] : NULL;
  const char *edtf = leadup_when_get_edtf (date->when);
  const char *published = self->article->published;
  g_autofree char *bounded = NULL;
  LeadupWhenFields fields = { .as_of = published, .stated = leadup_when_get_stated (date->when) };
  LeadupWhen *when = NULL;

  /* “Before dawn on Friday” is on that day. */
  if (before == NULL || strchr (edtf, '/') != NULL || strlen (edtf) > 10 ||
      (strcmp (before->folded, "before") == 0 && strchr (date->value, 'T') != NULL))
    return leadup_when_ref (date->when);

  bounded = get_range (self, date);
  if (bounded == NULL && date > &g_array_index (self->article->dates, LeadupDate, 0) &&
      date[-1].when != NULL)
    bounded = get_range (self, date - 1);
  if (bounded != NULL)
    fields.rule = "range:from-to";
  else if (published != NULL && strcmp (edtf, published) < 0 &&
           ((strcmp (before->folded, "since") == 0 && !is_when_it_began (self, event, date)) ||
            (trigger < find_since (self, date) &&
             leadup_when_tense_is_perfect (self->article, trigger))))
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
          (leadup_when_tense_is_perfect (self->article, token) &&
           !leadup_when_tense_is_perfect (self->article, former))) &&
         (there->forms & LEADUP_FORM_PAST) != 0;
}

/* “13,000 died in the war”, “was refused bail twice”: not on the day or in the month told before.
 */
static gboolean
is_spread (const Linker             *self,
           const LeadupArticleEvent *event,
           const LeadupDate         *date)
{
  static const char *const long_times[] = { "war",        "wars",     "conflict", "insurgency",
                                            "occupation", "genocide", "uprising", "siege",
                                            "campaign",   NULL };
  static const char *const often[] = { "twice", "thrice", "times", "repeatedly", "often", NULL };
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) self->article->tokens->data;
  guint32 trigger = leadup_tokens_at (self->article, event->trigger.start);
  const LeadupSentence *whole =
      &g_array_index (self->article->sentences, LeadupSentence, event->sentence);

  if (leadup_when_get_precision (date->when) > LEADUP_PRECISION_MONTH)
    return FALSE;
  for (guint32 i = trigger; i < whole->end_token && i < trigger + MAX_SPREAD; i++)
    if (leadup_token_is_any (&tokens[i], often))
      return TRUE;
  for (guint32 i = whole->first_token + 2; i < whole->end_token; i++)
    if (leadup_token_is_any (&tokens[i], long_times) && leadup_token_is (&tokens[i - 1], "the") &&
        (leadup_token_is (&tokens[i - 2], "in") || leadup_token_is (&tokens[i - 2], "during")))
      return TRUE;

  return FALSE;
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
      if (other->is_aside || has_moved_on (self, event, other) ||
          (other->date >= 0 && is_to_come (self, event, date_at (self, (guint) other->date))))
        continue;
      if (other->sentence < event->sentence && other->date >= 0 && other->when != NULL &&
          other->when == date_at (self, (guint) other->date)->when)
        return is_spread (self, event, date_at (self, (guint) other->date)) ? -1 : other->date;
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

/* “gunners then pounded the town”: after what was told before, nobody says how long. */
static LeadupWhen *
follow (const Linker             *self,
        const LeadupArticleEvent *event,
        const LeadupDate         *date)
{
  const char *edtf = leadup_when_get_edtf (date->when);
  const char *published = self->article->published;
  guint32 trigger = leadup_tokens_at (self->article, event->trigger.start);
  LeadupWhenFields fields = { .edtf = edtf, .rule = "narrative:paragraph", .as_of = published };
  g_autofree char *open = NULL;

  if (published != NULL && strpbrk (edtf, "/T") == NULL && strcmp (edtf, published) < 0 &&
      leadup_when_tense_comes_later (self->article, trigger))
    open = g_strdup_printf ("%s/%s", edtf, published);
  if (open != NULL)
    {
      fields.edtf = open;
      fields.rule = "narrative:then";
    }

  return leadup_when_new (&fields, NULL);
}

/* The entry of a chronology or a live blog that the event is told in, NULL if there is none. */
static const LeadupWhenHeading *
find_heading (Linker                   *self,
              const LeadupArticleEvent *event)
{
  const LeadupWhenHeading *heading = NULL;

  while (self->heading < self->headings->len)
    {
      heading = &g_array_index (self->headings, LeadupWhenHeading, self->heading);
      if (heading->end > event->sentence)
        return heading->sentence <= event->sentence ? heading : NULL;
      self->heading++;
    }

  return NULL;
}

/* “09:30 Shelling began before dawn”: not at the time at which it is told. */
static gboolean
says_part_of_day (const Linker             *self,
                  const LeadupArticleEvent *event)
{
  static const char *const parts[] = { "dawn",    "dusk",  "daybreak", "sunrise",  "nightfall",
                                       "morning", "noon",  "evening",  "midnight", "overnight",
                                       "night",   "midday", "afternoon", NULL };
  const LeadupSentence *sentence =
      &g_array_index (self->article->sentences, LeadupSentence, event->sentence);

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    {
      const LeadupToken *token = &g_array_index (self->article->tokens, LeadupToken, i);

      if (leadup_token_is_any (token, parts) && (!token->is_capitalised || token->starts_sentence))
        return TRUE;
    }

  return FALSE;
}

/* “Feb. 3 – Rebels took the town. Chad protests.”, “21:40 Chad protests.” What somebody only tells
 * there had happened by then. */
static void
date_by_heading (const Linker            *self,
                 LeadupArticleEvent      *event,
                 const LeadupWhenHeading *heading,
                 gboolean                 is_words)
{
  gboolean is_asserted = strcmp (event->modality, "asserted") == 0;
  g_autofree char *bound = NULL;
  g_autofree char *day = g_strndup (heading->edtf, strlen ("2025-12-19"));

  if (heading->date >= 0)
    {
      set_when (event, leadup_when_get_edtf (date_at (self, (guint) heading->date)->when),
                "narrative:entry", self->article->published);
      event->date = heading->date;
    }
  else if (is_words || is_asserted)
    set_when (event, !is_words && says_part_of_day (self, event) ? day : heading->edtf,
              "narrative:clock", self->article->published);
  else
    {
      bound = g_strconcat ("../", day, NULL);
      set_when (event, bound, "published-bound", self->article->published);
    }
}

/* The clause of the sentence that counts days from another. */
static void
find_away (Linker                   *self,
           const LeadupArticleEvent *event)
{
  if (self->away_sentence == event->sentence)
    return;
  self->away_sentence = event->sentence;
  self->has_away =
      leadup_when_away_find (self->article, self->first_date, event->sentence, &self->away);
}

/* Not from the day on which somebody told it, nor to where it is only meant to be. */
static void
count_days (const Linker       *self,
            LeadupArticleEvent *event)
{
  guint32 token = leadup_tokens_at (self->article, event->trigger.start);
  const LeadupDate *other = NULL;
  gboolean is_claimed = strcmp (event->modality, "claimed") == 0;

  if (strcmp (event->modality, "asserted") != 0 && !is_claimed)
    return;
  event->when =
      leadup_when_away_move (self->article, &self->away, self->first_date, token, &other);
  if (event->when != NULL && is_claimed && dates_its_statement (self, event, other))
    g_clear_pointer (&event->when, leadup_when_unref);
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
  gboolean is_asserted = strcmp (event->modality, "asserted") == 0;
  const LeadupWhenHeading *heading;
  gint32 date;

  skip_what_is_over (self, sentence);
  find_away (self, event);
  if (self->has_away)
    count_days (self, event);
  if (event->when != NULL)
    return;

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
      event->when = bound_by_preposition (self, event, date_at (self, (guint) date));
      return;
    }

  if (!is_words && is_asserted)
    {
      date = date_of_paragraph (self, event, index);
      if (date >= 0)
        {
          event->when = follow (self, event, date_at (self, (guint) date));
          event->date = date;
          if (event->when != NULL)
            return;
        }
    }

  heading = find_heading (self, event);
  if (heading != NULL)
    date_by_heading (self, event, heading, is_words);
  if (event->when == NULL)
    bound_by_publication (self, event);
}

/**
 * leadup_when_link:
 * @article: an article with dates, statements and events
 *
 * Gives each event the date that governs it: of its clause, of its sentence, of the sentence before
 * in its paragraph, of the entry of a chronology or live blog that it is told in; else it had
 * happened by the day on which it was said or published. The rule of its #LeadupWhen says which. An
 * event stays without one only where the published day is not known either.
 */
void
leadup_when_link (LeadupArticle *article)
{
  Linker self = { .article = article, .tomorrow = G_MAXINT64, .away_sentence = G_MAXUINT32 };
  g_autoptr (LeadupWhen) published = NULL;

  g_return_if_fail (article != NULL);

  if (article->published != NULL)
    published = leadup_when_new_from_edtf (article->published, NULL);
  self.published = published;
  if (published != NULL)
    self.tomorrow = leadup_when_get_bounds (published)->end_latest;
  self.headings = leadup_when_heading_find (article);

  for (guint i = 0; i < article->events->len; i++)
    {
      LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      g_clear_pointer (&event->when, leadup_when_unref);
      event->date = -1;
      link_event (&self, event, i);
    }
  g_array_unref (self.headings);
}
