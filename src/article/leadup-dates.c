/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-dates.h"

#include "article/leadup-date-guard.h"
#include "article/leadup-date-resolver.h"
#include "article/leadup-furniture.h"
#include "article/leadup-tokens.h"
#include "base/leadup-edtf.h"

#include <stdio.h>
#include <string.h>

/* Longer runs of words of time are cut; no expression is so long. */
#define MAX_PIECES 200

/* What makes no date by itself. */
#define WEAK_CLASSES                                                                               \
  (LEADUP_DATE_BIT (LEADUP_DATE_NUM) | LEADUP_DATE_BIT (LEADUP_DATE_VAGUE) |                       \
   LEADUP_DATE_BIT (LEADUP_DATE_ORD) | LEADUP_DATE_BIT (LEADUP_DATE_DAY) |                         \
   LEADUP_DATE_BIT (LEADUP_DATE_APPROX) | LEADUP_DATE_BIT (LEADUP_DATE_EACH) |                     \
   LEADUP_DATE_BIT (LEADUP_DATE_PART) | LEADUP_DATE_BIT (LEADUP_DATE_HALF) |                       \
   LEADUP_DATE_BIT (LEADUP_DATE_DEICTIC) | LEADUP_DATE_BIT (LEADUP_DATE_NARRATIVE) |               \
   LEADUP_DATE_BIT (LEADUP_DATE_LATER) | LEADUP_DATE_BIT (LEADUP_DATE_RECENT))

static const LeadupToken *
get_token (const LeadupArticle *article,
           guint32              index)
{
  return &g_array_index (article->tokens, LeadupToken, index);
}

/* The part of its unit that a TIMEX3 modifier names. */
static LeadupPart
part_of_mod (const char *mod)
{
  if (mod == NULL)
    return LEADUP_PART_NONE;
  if (strcmp (mod, "START") == 0)
    return LEADUP_PART_EARLY;
  if (strcmp (mod, "MID") == 0)
    return LEADUP_PART_MID;

  return strcmp (mod, "END") == 0 ? LEADUP_PART_LATE : LEADUP_PART_NONE;
}

static char *
edtf_of_bounds (const LeadupDateReading *reading)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (reading->from == G_MININT64 && reading->to == G_MAXINT64)
    return NULL;

  if (reading->from == reading->to)
    return leadup_edtf_from_days (reading->from, reading->to);

  from = reading->from == G_MININT64 ? g_strdup ("..")
                                     : leadup_edtf_from_days (reading->from, reading->from);
  to = reading->to == G_MAXINT64 ? g_strdup ("..")
                                 : leadup_edtf_from_days (reading->to, reading->to);

  return g_strdup_printf ("%s/%s", from, to);
}

/* The bounds of a reading; %NULL where it has none or is outside of what is kept. */
static LeadupWhen *
make_when (const LeadupDateContext *context,
           const LeadupDate        *date,
           const LeadupDateReading *reading)
{
  LeadupWhenFields fields = {
    0,
  };
  g_autofree char *stated = NULL;
  g_autofree char *edtf = NULL;

  if (reading->period.kind != LEADUP_PERIOD_NONE)
    edtf = leadup_period_to_edtf (&reading->period);
  else if (reading->has_bounds)
    edtf = edtf_of_bounds (reading);

  if (edtf == NULL)
    return NULL;

  stated = leadup_article_dup_span (context->article, date->span);
  fields.stated = stated;
  fields.edtf = edtf;
  fields.rule = date->rule;
  fields.as_of = reading->is_relative ? context->article->published : NULL;
  fields.part = part_of_mod (date->mod);

  return leadup_when_new (&fields, NULL);
}

/* “On Monday it jailed him for a raid in 2014. He was tried in March”: the story is on that Monday,
 * not in the year that is named beside it. */
static gboolean
is_year_beside (const LeadupDateContext *context,
                const LeadupDateMatch   *match,
                const LeadupDateReading *reading)
{
  const GArray *dates = context->article->dates;

  if (!context->has_reference || reading->period.kind != LEADUP_PERIOD_YEAR ||
      !reading->is_explicit_year ||
      context->reference.kind > LEADUP_PERIOD_DAY ||
      reading->period.last >= context->reference.first)
    return FALSE;
  for (guint i = dates->len - 1; i > 0; i--)
    {
      const LeadupDate *before = &g_array_index (dates, LeadupDate, i - 1);

      if (get_token (context->article, before->first_token)->sentence !=
          get_token (context->article, match->first_token)->sentence)
        break;
      if (before->when != NULL)
        return g_str_has_prefix (before->rule, "relative:weekday");
    }

  return FALSE;
}

static void
add_date (LeadupDateContext     *context,
          const LeadupDateMatch *match,
          LeadupDateReading     *reading)
{
  LeadupArticle *article = context->article;
  LeadupDate date = {
    0,
  };

  date.first_token = match->first_token;
  date.end_token = match->end_token;
  date.span.start = get_token (article, match->first_token)->span.start;
  date.span.end = get_token (article, match->end_token - 1)->span.end;
  date.type = reading->type;
  date.value = g_steal_pointer (&reading->value);
  date.mod = reading->mod;
  date.rule = match->rule->name;
  date.when = make_when (context, &date, reading);
  g_array_append_val (article->dates, date);
  for (guint32 i = date.first_token; i < date.end_token; i++)
    g_array_index (article->tokens, LeadupToken, i).is_dated = TRUE;

  if (reading->period.kind == LEADUP_PERIOD_NONE)
    {
      /* “Two weeks later” is not told of what was said before a day that nobody can place. */
      if (g_str_has_prefix (date.value, "XXXX"))
        context->has_reference = FALSE;
      return;
    }

  if (!is_year_beside (context, match, reading))
    {
      context->reference = reading->period;
      context->has_reference = TRUE;
      context->reference_end = match->end_token;
    }
  /* “In January it seized a tug and was fined last week. In the same month …”. */
  if (match->piece[LEADUP_DATE_DEICTIC] == NULL && match->piece[LEADUP_DATE_DAYREF] == NULL &&
      match->piece[LEADUP_DATE_AGO] == NULL)
    {
      context->anchor = reading->period;
      context->has_anchor = TRUE;
    }
  if (reading->is_explicit_year && reading->period.kind <= LEADUP_PERIOD_YEAR)
    {
      context->year = leadup_period_get_year (&reading->period);
      context->year_sentence = get_token (article, match->first_token)->sentence;
    }
}

/* The piece of @match before which its second date begins: “3–5 March”, “March to May 2025”,
 * “Monday and Tuesday nights”. */
static const LeadupDatePiece *
find_second (const LeadupDateMatch *match)
{
  const LeadupDatePiece *month = match->second[LEADUP_DATE_MONTH];
  const LeadupDatePiece *day = match->second[LEADUP_DATE_DAY];

  if (day == NULL && month == NULL)
    return match->second[match->piece[LEADUP_DATE_WEEKDAY] != NULL ? LEADUP_DATE_WEEKDAY
                                                                   : LEADUP_DATE_OLDYEAR];
  if (day == NULL)
    return month;

  return month == NULL || day->first_token < month->first_token ? day : month;
}

/* Both ends of a range mean the whole of it. */
static void
join_range (LeadupDateContext *context)
{
  GArray *dates = context->article->dates;
  LeadupDate *from = &g_array_index (dates, LeadupDate, dates->len - 2);
  LeadupDate *to = &g_array_index (dates, LeadupDate, dates->len - 1);
  LeadupSpan span = { from->span.start, to->span.end };
  g_autofree char *stated = leadup_article_dup_span (context->article, span);
  g_autofree char *edtf = NULL;
  LeadupWhenFields fields = { .stated = stated, .rule = to->rule };
  LeadupWhen *when;

  if (from->when == NULL || to->when == NULL)
    return;

  edtf =
      g_strdup_printf ("%s/%s", leadup_when_get_edtf (from->when), leadup_when_get_edtf (to->when));
  fields.edtf = edtf;
  fields.as_of = leadup_when_get_as_of (to->when);
  when = leadup_when_new (&fields, NULL);
  if (when == NULL)
    return;

  leadup_when_unref (from->when);
  leadup_when_unref (to->when);
  from->when = leadup_when_ref (when);
  to->when = when;
}

/* A range is two expressions of time that share what one of them leaves out; so is a pair, whose
 * ends mean nothing between them. */
static gboolean
add_two (LeadupDateContext     *context,
         const LeadupDateMatch *match,
         gboolean               is_range)
{
  const LeadupDatePiece *second = find_second (match);
  LeadupDateMatch from = *match;
  LeadupDateMatch to = *match;
  LeadupDateReading readings[2];

  if (second == NULL)
    return FALSE;

  to.first_token = second->first_token;
  for (guint class = 0; class < LEADUP_N_DATE_CLASSES; class ++)
    if (match->second[class] != NULL)
      to.piece[class] = match->second[class];

  /* What joins the two belongs to neither: the first ends with its last own piece. */
  from.end_token = 0;
  for (guint class = 0; class < LEADUP_N_DATE_CLASSES; class ++)
    if (match->piece[class] != NULL && match->piece[class]->end_token <= second->first_token)
      from.end_token = MAX (from.end_token, match->piece[class]->end_token);

  if (from.end_token == 0 || !leadup_date_resolve (context, &from, &readings[0]))
    return FALSE;

  if (!leadup_date_resolve (context, &to, &readings[1]) ||
      (is_range && (readings[0].period.kind == LEADUP_PERIOD_NONE ||
                    readings[0].period.first >= readings[1].period.first)))
    {
      leadup_date_reading_clear (&readings[0]);
      leadup_date_reading_clear (&readings[1]);
      return FALSE;
    }

  add_date (context, &from, &readings[0]);
  add_date (context, &to, &readings[1]);
  if (is_range)
    join_range (context);
  leadup_date_reading_clear (&readings[0]);
  leadup_date_reading_clear (&readings[1]);

  return TRUE;
}

/* “1914–18”: the second year lacks its century. */
static gboolean
add_short_range (LeadupDateContext     *context,
                 const LeadupDateMatch *match)
{
  const LeadupDatePiece *year = match->piece[LEADUP_DATE_YEAR];
  const LeadupDatePiece *end = match->piece[LEADUP_DATE_DAY] != NULL
                                   ? match->piece[LEADUP_DATE_DAY]
                                   : match->piece[LEADUP_DATE_NUM];
  LeadupDateMatch from = *match;
  LeadupDateMatch to = *match;
  LeadupDateReading readings[2];
  LeadupDatePiece full;

  if (year == NULL || end == NULL)
    return FALSE;

  full = *end;
  full.number += year->number - year->number % 100;
  from.end_token = year->end_token;
  to.first_token = end->first_token;
  to.piece[LEADUP_DATE_YEAR] = &full;
  from.piece[LEADUP_DATE_DAY] = to.piece[LEADUP_DATE_DAY] = NULL;

  if (!leadup_date_resolve (context, &from, &readings[0]))
    return FALSE;
  if (!leadup_date_resolve (context, &to, &readings[1]))
    {
      leadup_date_reading_clear (&readings[0]);
      return FALSE;
    }

  add_date (context, &from, &readings[0]);
  add_date (context, &to, &readings[1]);
  join_range (context);

  return TRUE;
}

static gboolean
add_match (LeadupDateContext     *context,
           const LeadupDateMatch *match)
{
  LeadupDateReading reading;

  if (!leadup_date_guard_allows (context->grammar, context->article, match))
    return FALSE;

  if (strcmp (match->rule->argument, "split") == 0 ||
      (strcmp (match->rule->argument, "old") == 0 && match->second[LEADUP_DATE_OLDYEAR] != NULL))
    return add_two (context, match, TRUE);
  if (strcmp (match->rule->argument, "pair") == 0)
    return add_two (context, match, FALSE);
  if (strcmp (match->rule->argument, "short") == 0)
    return add_short_range (context, match);

  if (!leadup_date_resolve (context, match, &reading))
    return FALSE;

  add_date (context, match, &reading);
  leadup_date_reading_clear (&reading);

  return TRUE;
}

/* Takes the expressions out of a run of pieces, longest first from the left. */
static void
match_run (LeadupDateContext     *context,
           const LeadupDatePiece *pieces,
           guint                  n_pieces)
{
  for (guint at = 0; at < n_pieces;)
    {
      const LeadupDateRule *refused = NULL;
      LeadupDateMatch match;
      gboolean found = FALSE;

      /* What joins words of time opens none. */
      if (get_token (context->article, pieces[at].first_token)->kind == LEADUP_TOKEN_PUNCTUATION)
        {
          at++;
          continue;
        }

      for (guint tries = 0; tries < 8 && !found; tries++)
        {
          if (!leadup_date_match_find (context->grammar, pieces + at, n_pieces - at, refused,
                                       &match))
            break;

          refused = match.rule;
          found = add_match (context, &match);
        }

      if (!found)
        at++;
      else
        while (at < n_pieces && pieces[at].first_token < match.end_token)
          at++;
    }
}

/* “Two weeks back”, not “they came back”. */
static gboolean
follows_unit (const LeadupArticle     *article,
              const LeadupDateGrammar *grammar,
              guint32                  token)
{
  LeadupDatePiece piece;

  return token > 0 &&
         leadup_date_piece_read (grammar, article, token - 1, token, &piece) &&
         (piece.classes & LEADUP_DATE_BIT (LEADUP_DATE_UNIT)) != 0;
}

/* Whether the text tells a past of its own (a history, a biography): most of its years lie well
 * before the day it was published, and few words point at that day. @year is that of the published
 * day; 0 = unknown: then no word may point at it. @is_of_no_day: nothing but “today” points at one.
 */
static gboolean
tells_a_past (const LeadupArticle     *article,
              const LeadupDateGrammar *grammar,
              int                      year,
              gboolean                *is_of_no_day)
{
  guint n_days = 0;
  guint n_old = 0;
  guint n_new = 0;

  for (guint32 i = 0; i < article->tokens->len; i++)
    {
      const LeadupToken *token = get_token (article, i);
      LeadupDatePiece piece;

      if (token->is_furniture ||
          (token->kind != LEADUP_TOKEN_NUMBER &&
           !leadup_date_grammar_is_used (grammar, token->word)) ||
          !leadup_date_piece_read (grammar, article, i, i + 1, &piece))
        continue;

      if (piece.classes & LEADUP_DATE_BIT (LEADUP_DATE_YEAR))
        {
          n_old += year == 0 || piece.number < year - 1;
          n_new += year != 0 && piece.number >= year - 1 && piece.number <= year + 1;
        }
      else if (piece.classes &
               (LEADUP_DATE_BIT (LEADUP_DATE_WEEKDAY) | LEADUP_DATE_BIT (LEADUP_DATE_DAYREF)))
        {
          n_new++;
          n_days +=
              (piece.classes & LEADUP_DATE_BIT (LEADUP_DATE_DAYREF)) == 0 ||
              leadup_date_grammar_get_value (grammar, piece.row, LEADUP_DATE_DAYREF, NULL) != 0;
        }
      else if ((piece.classes & LEADUP_DATE_BIT (LEADUP_DATE_AGO)) != 0 &&
               (year != 0 || follows_unit (article, grammar, i)))
        {
          n_new++;
          n_days++;
        }
    }

  *is_of_no_day = year != 0 && n_old >= 2 && n_days == 0;
  if (year == 0)
    return n_old > 0 && n_new == 0;

  return (n_old >= 6 && n_old > 3 * n_new) || (n_old >= 4 && n_new == 0);
}

static void
prepare (LeadupDateContext *context,
         LeadupArticle     *article)
{
  int year = 0, month, day;

  memset (context, 0, sizeof *context);
  context->article = article;
  context->grammar = leadup_date_grammar_get (article->lexicon);

  if (article->published != NULL &&
      sscanf (article->published, "%4d-%2d-%2d", &year, &month, &day) == 3 &&
      leadup_calendar_is_valid_date (year, month, day))
    {
      context->published = leadup_calendar_day_number (year, month, day);
      context->has_published = TRUE;
    }

  context->is_narrative =
      tells_a_past (article, context->grammar, context->has_published ? year : 0,
                    &context->is_of_no_day);
}

/* Behind the header, whose date is one of the text. */
static guint32
find_header_end (const LeadupArticle *article)
{
  guint32 end = 0;

  for (guint i = 0; i < article->furniture->len; i++)
    {
      const LeadupFurniture *furniture = &g_array_index (article->furniture, LeadupFurniture, i);

      if (strcmp (furniture->rule, LEADUP_FURNITURE_HEADER) == 0)
        end = leadup_tokens_at (article, furniture->span.end);
    }

  return end;
}

/**
 * leadup_dates_find:
 * @article: an article with its sentences and furniture
 *
 * Stage 4: finds the expressions of time, their TIMEX3 values and their bounds.
 */
void
leadup_dates_find (LeadupArticle *article)
{
  LeadupDateContext context;
  LeadupDatePiece pieces[MAX_PIECES];
  guint32 header_end;

  g_return_if_fail (article != NULL);

  header_end = find_header_end (article);
  g_array_set_size (article->dates, 0);
  prepare (&context, article);

  for (guint s = 0; s < article->sentences->len; s++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, s);
      guint n_pieces = 0;
      guint64 classes = 0;

      for (guint32 i = sentence->first_token; i <= sentence->end_token;)
        {
          if (i < sentence->end_token && n_pieces < MAX_PIECES &&
              (i < header_end || !get_token (article, i)->is_furniture) &&
              leadup_date_piece_read (context.grammar, article, i, sentence->end_token,
                                      &pieces[n_pieces]))
            {
              classes |= pieces[n_pieces].classes;
              i = pieces[n_pieces].end_token;
              n_pieces++;
              continue;
            }

          if ((classes & ~WEAK_CLASSES) != 0)
            match_run (&context, pieces, n_pieces);
          i += n_pieces < MAX_PIECES ? 1 : 0;
          n_pieces = 0;
          classes = 0;
        }
    }
}

/**
 * leadup_dates_find_day:
 * @article: an article with its tokens
 * @from: first token to look at
 * @to: behind the last
 * @first_token: (out): of the expression
 * @end_token: (out): behind its last token
 * @day: (out): day number
 *
 * Looks for the first day that is said with its year. Needs no sentences and changes nothing.
 *
 * Returns: whether there is one
 */
gboolean
leadup_dates_find_day (LeadupArticle *article,
                       guint32        from,
                       guint32        to,
                       guint32       *first_token,
                       guint32       *end_token,
                       gint64        *day)
{
  LeadupDateContext context = { .article = article };

  g_return_val_if_fail (article != NULL, FALSE);
  g_return_val_if_fail (first_token != NULL && end_token != NULL && day != NULL, FALSE);

  context.grammar = leadup_date_grammar_get (article->lexicon);

  for (guint32 at = from; at < to; at++)
    {
      LeadupDatePiece pieces[16];
      LeadupDateMatch match;
      LeadupDateReading reading;
      guint n_pieces = 0;
      gboolean found;

      for (guint32 i = at;
           i < to && n_pieces < G_N_ELEMENTS (pieces) &&
           leadup_date_piece_read (context.grammar, article, i, to, &pieces[n_pieces]);)
        i = pieces[n_pieces++].end_token;

      if (n_pieces == 0 ||
          !leadup_date_match_find (context.grammar, pieces, n_pieces, NULL, &match) ||
          strcmp (match.rule->argument, "split") == 0 ||
          strcmp (match.rule->argument, "short") == 0 ||
          strcmp (match.rule->argument, "pair") == 0 ||
          !leadup_date_resolve (&context, &match, &reading))
        continue;

      found = reading.is_explicit_year && reading.period.kind != LEADUP_PERIOD_NONE &&
              reading.period.kind <= LEADUP_PERIOD_DAY;
      leadup_date_reading_clear (&reading);
      if (found)
        {
          *first_token = match.first_token;
          *end_token = match.end_token;
          *day = reading.period.first;
          return TRUE;
        }
    }

  return FALSE;
}
