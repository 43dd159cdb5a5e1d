/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-typed-date.h"

#include "base/leadup-edtf.h"
#include "base/leadup-error.h"
#include "base/leadup-typed-point-private.h"
#include "base/leadup-when-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* No year or month is lent. */
#define NO_YEAR (G_MININT)

/* The whole answer: EDTF text and how it is meant. */
typedef struct
{
  char *edtf;
  char *zone;
  LeadupPart part;
  gboolean is_within;
} Answer;

static LeadupTypedMeaning
meaning_at (const LeadupTypedReader *reader,
            guint                    index)
{
  return g_array_index (reader->tokens, LeadupTypedToken, index).meaning;
}

static const char *
qualifier (const LeadupTypedPoint *point)
{
  if (point->is_approximate && point->is_uncertain)
    return "%";

  return point->is_approximate ? "~" : point->is_uncertain ? "?" : "";
}

/* As one end of an interval: parts of units are told by a day, about. */
static char *
end_text (const LeadupTypedPoint *point,
          gboolean                is_last)
{
  gint64 day = is_last ? point->last : point->first;
  g_autofree char *edtf = NULL;

  if (point->part == LEADUP_PART_NONE && !point->is_within)
    return g_strconcat (point->edtf, qualifier (point), NULL);

  edtf = leadup_edtf_from_days (day, day);

  return g_strconcat (edtf, point->part != LEADUP_PART_NONE ? "~" : qualifier (point), NULL);
}

static gboolean
take_zone (const LeadupTypedReader *reader,
           Answer                  *answer,
           LeadupTypedPoint        *point)
{
  if (point->zone == NULL)
    return TRUE;
  if (answer->zone != NULL && !g_str_equal (answer->zone, point->zone))
    return leadup_typed_refuse (reader, _ ("Both ends need one time zone; write +02:00 or the like "
                                           "behind each time"));

  g_free (answer->zone);
  answer->zone = g_steal_pointer (&point->zone);

  return TRUE;
}

static gboolean
answer_point (LeadupTypedReader *reader,
              guint              from,
              guint              to,
              Answer            *answer)
{
  g_auto (LeadupTypedPoint) point = { 0 };

  if (!leadup_typed_point_read (reader, from, to, NO_YEAR, 0, &point))
    return FALSE;

  answer->part = point.part;
  answer->is_within = point.is_within;
  answer->edtf = strchr (point.edtf, '/') != NULL
                     ? g_strdup (point.edtf)
                     : g_strconcat (point.edtf, qualifier (&point), NULL);

  return take_zone (reader, answer, &point);
}

/* before, after, by, until, since: one end is open. */
static gboolean
answer_relation (LeadupTypedReader  *reader,
                 LeadupTypedRelation relation,
                 guint               from,
                 guint               to,
                 Answer             *answer)
{
  g_auto (LeadupTypedPoint) point = { 0 };
  g_autofree char *end = NULL;

  if (!leadup_typed_point_read (reader, from, to, NO_YEAR, 0, &point) ||
      !take_zone (reader, answer, &point))
    return FALSE;

  if (relation == LEADUP_TYPED_BEFORE && !point.has_time)
    end = leadup_edtf_from_days (point.first - 1, point.first - 1);
  else if (relation == LEADUP_TYPED_AFTER && !point.has_time)
    end = leadup_edtf_from_days (point.last + 1, point.last + 1);
  else
    end = end_text (&point, relation != LEADUP_TYPED_SINCE && relation != LEADUP_TYPED_FROM);

  answer->is_within = relation == LEADUP_TYPED_BEFORE || relation == LEADUP_TYPED_AFTER ||
                      relation == LEADUP_TYPED_BY;
  if (relation == LEADUP_TYPED_BEFORE || relation == LEADUP_TYPED_BY ||
      relation == LEADUP_TYPED_UNTIL)
    answer->edtf = g_strdup_printf ("../%s", end);
  else
    answer->edtf = g_strdup_printf ("%s/%s", end, relation == LEADUP_TYPED_SINCE ? ".." : "");

  return TRUE;
}

/* 4 March or later, or earlier. */
static gboolean
answer_or_later (LeadupTypedReader *reader,
                 guint              from,
                 guint              to,
                 Answer            *answer)
{
  gboolean is_later = g_array_index (reader->tokens, LeadupTypedToken, to + 1).number > 0;

  if (!answer_relation (reader, is_later ? LEADUP_TYPED_FROM : LEADUP_TYPED_BY, from, to, answer))
    return FALSE;
  answer->is_within = TRUE;

  return TRUE;
}

/* The night from one day to the next. */
static gboolean
answer_night (LeadupTypedReader      *reader,
              const LeadupTypedPoint *first,
              const LeadupTypedPoint *last,
              Answer                 *answer)
{
  const LeadupTypedDayPart *night = &leadup_typed_day_parts[3];
  g_autofree char *from = leadup_edtf_from_days (first->first, first->first);
  g_autofree char *to = leadup_edtf_from_days (last->last, last->last);

  if (first->first != first->last || last->first != first->first + 1 || last->last != last->first ||
      first->has_time || last->has_time || *from == 'Y' || *to == 'Y')
    return leadup_typed_refuse (reader, _ ("A night lies between two days that follow each other"));

  answer->is_within = TRUE;
  answer->edtf = g_strdup_printf ("%sT%02d:00/%sT%02d:59", from, night->from_hour, to,
                                  night->from_hour + night->n_hours - 25);

  return TRUE;
}

/* Two dates around the word at @middle. What the first leaves out is that of the last. */
static gboolean
answer_range (LeadupTypedReader *reader,
              guint              from,
              guint              middle,
              guint              to,
              gboolean           is_night,
              Answer            *answer)
{
  g_auto (LeadupTypedPoint) first = { 0 };
  g_auto (LeadupTypedPoint) last = { 0 };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int year = NO_YEAR, month = 0;

  if (!leadup_typed_point_read (reader, middle + 1, to, NO_YEAR, 0, &last))
    return FALSE;

  leadup_calendar_from_day_number (last.first, &year, &month, NULL);
  if (last.first != last.last && last.last - last.first > 31)
    month = 0;
  if (!leadup_typed_point_read (reader, from, middle, year, month, &first) ||
      !take_zone (reader, answer, &first) || !take_zone (reader, answer, &last))
    return FALSE;
  if (first.first > last.first)
    {
      /* December to February: the first one lies in the year before. */
      leadup_typed_point_clear (&first);
      if (!leadup_typed_point_read (reader, from, middle, year - 1, month, &first))
        return FALSE;
    }
  if (is_night)
    return answer_night (reader, &first, &last, answer);

  start = end_text (&first, FALSE);
  end = end_text (&last, TRUE);
  if (meaning_at (reader, middle) == LEADUP_TYPED_OR)
    answer->edtf = g_strdup_printf ("[%s,%s]", start, end);
  else
    answer->edtf = g_strdup_printf ("%s/%s", start, end);

  return TRUE;
}

/* Where two dates meet: at the last “to” or “or” with something on both sides. “Mid-2024” has none.
 */
static gboolean
find_middle (const LeadupTypedReader *reader,
             guint                    from,
             guint                    to,
             gboolean                 is_between,
             guint                   *middle)
{
  for (guint i = from + 1; i + 1 < to; i++)
    {
      LeadupTypedMeaning meaning = meaning_at (reader, i);

      if ((meaning == LEADUP_TYPED_TO && meaning_at (reader, i - 1) != LEADUP_TYPED_PART) ||
          meaning == LEADUP_TYPED_OR || (is_between && meaning == LEADUP_TYPED_AND))
        {
          *middle = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
answer_all (LeadupTypedReader *reader,
            Answer            *answer)
{
  const LeadupTypedToken *first = &g_array_index (reader->tokens, LeadupTypedToken, 0);
  guint n = reader->tokens->len;
  guint from = 0, middle;
  gboolean is_night = first->meaning == LEADUP_TYPED_DAY_PART && first->number == 3;
  gboolean is_between;

  if (first->meaning == LEADUP_TYPED_RELATION)
    {
      gboolean is_span =
          first->number == LEADUP_TYPED_BETWEEN || first->number == LEADUP_TYPED_FROM;

      from = 1;
      if (!is_span || !find_middle (reader, from, n, TRUE, &middle))
        {
          if (first->number == LEADUP_TYPED_BETWEEN)
            return leadup_typed_refuse (reader, _ ("Between what and what?"));
          return answer_relation (reader, (LeadupTypedRelation) first->number, from, n, answer);
        }
    }

  if (n > from + 2 && meaning_at (reader, n - 1) == LEADUP_TYPED_OR_LATER &&
      meaning_at (reader, n - 2) == LEADUP_TYPED_OR)
    return answer_or_later (reader, from, n - 2, answer);

  is_between = from == 1 && first->number == LEADUP_TYPED_BETWEEN;
  if (!find_middle (reader, from, n, is_between || is_night, &middle))
    return answer_point (reader, from, n, answer);
  if (!answer_range (reader, is_night ? 1 : from, middle, n, is_night, answer))
    return FALSE;
  answer->is_within |= is_between;

  return TRUE;
}

/* What the program itself writes is taken as it is. */
static LeadupWhen *
read_edtf (const char *text)
{
  return leadup_when_new_from_edtf (text, NULL);
}

static gboolean
check (const char *text,
       GError    **error)
{
  const char *problem = NULL;

  if (text == NULL || *text == '\0')
    problem = _ ("Write a date: 4 Mar 2025, ~2025-03, mid-2024, before 4 March");
  else if (strlen (text) > LEADUP_TYPED_DATE_MAX_BYTES)
    problem = _ ("That is too long for a date");
  else if (!g_utf8_validate (text, -1, NULL))
    problem = _ ("That is not text");
  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, problem);

  return FALSE;
}

static LeadupWhen *
make_when (const LeadupTypedReader *reader,
           const Answer            *answer,
           const char              *text,
           const char              *as_of)
{
  LeadupWhenFields fields = {
    .stated = text,
    .edtf = answer->edtf,
    .zone = answer->zone,
    /* The family says whether an interval lasted or is where something lies. */
    .rule = answer->is_within ? "vague:typed" : "typed",
    .as_of = reader->is_relative ? as_of : NULL,
    .part = answer->part,
  };
  g_autoptr (LeadupWhen) alone = NULL;

  /* The date has to make sense without the zone that stands beside it: 1:25-3 – 1:25 CST, with two
   * zones, does not. */
  if (answer->zone != NULL)
    alone = leadup_when_new_from_edtf (answer->edtf, reader->error);
  if (answer->zone != NULL && alone == NULL)
    return NULL;

  return leadup_when_new (&fields, reader->error);
}

/**
 * leadup_typed_date_read:
 * @text: (nullable): what somebody typed; may come from anywhere
 * @as_of: ISO day that “last Tuesday” and a day without a year are relative to
 * @error: return location
 *
 * Reads EDTF, days and times in digits or English words, with names of months and weekdays in the
 * language of the user too: `~mar 2025`, `2025-03-04 03:15 Kyiv`, `mid-2024`, `before 4 March`,
 * `overnight 3-4 Mar`, `last Tuesday`, `3 to 9 March`, `Q3 2024`, `1990s`, `44 BC`. A day without a
 * year is the last one that has begun. A night is from 20:00 to 06:00, a morning from 6, an
 * afternoon from 12, an evening from 18 to 23.
 *
 * Returns: (transfer full) (nullable): what was understood, for leadup_typed_date_echo() to tell;
 * its stated words are @text, unless that is EDTF; %NULL with a %LEADUP_ERROR_SYNTAX or _LIMIT that
 *   says what to write
 */
LeadupWhen *
leadup_typed_date_read (const char *text,
                        const char *as_of,
                        GError    **error)
{
  g_autofree char *line = NULL;
  g_autoptr (GError) local_error = NULL;
  LeadupTypedReader reader = { .error = &local_error };
  Answer answer = { 0 };
  LeadupEdtf today;
  LeadupWhen *when;

  g_return_val_if_fail (as_of != NULL, NULL);

  if (!check (text, error))
    return NULL;
  if (!leadup_edtf_parse (as_of, LEADUP_PART_NONE, &today, error))
    return NULL;

  line = g_strstrip (g_strdup (text));
  when = read_edtf (line);
  if (when != NULL)
    return when;

  reader.today =
      leadup_calendar_floor (today.bounds.start_earliest, LEADUP_UNIT_DAY, 1) / LEADUP_USEC_DAY;
  reader.tokens = leadup_typed_words_split (line, &local_error);
  if (reader.tokens != NULL && reader.tokens->len == 0)
    leadup_typed_refuse (&reader,
                         _ ("Write a date: 4 Mar 2025, ~2025-03, mid-2024, before 4 March"));
  else if (reader.tokens != NULL && answer_all (&reader, &answer))
    when = make_when (&reader, &answer, line, as_of);

  g_clear_pointer (&reader.tokens, g_array_unref);
  g_free (answer.edtf);
  g_free (answer.zone);
  if (when == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return when;
}

/* The day of a bound, as people write it. */
static char *
format_bound (LeadupInstant instant,
              LeadupUnit    unit)
{
  if (instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX)
    return g_strdup ("…");

  return leadup_instant_format (instant, unit);
}

/**
 * leadup_typed_date_echo:
 * @when: a date
 *
 * Returns: (transfer full): what the program has understood, to be read before it is taken: the
 *   date in words, the bounds it stands for, and the day that it is relative to
 */
char *
leadup_typed_date_echo (const LeadupWhen *when)
{
  const LeadupWhenBounds *bounds;
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GString) echo = NULL;
  LeadupInstant latest;
  LeadupUnit unit;

  g_return_val_if_fail (when != NULL, NULL);

  bounds = leadup_when_get_bounds (when);
  words = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
  echo = g_string_new (words);
  if (leadup_when_get_precision (when) > LEADUP_PRECISION_DAY)
    {
      unit =
          strchr (leadup_when_get_edtf (when), 'T') != NULL ? LEADUP_UNIT_MINUTE : LEADUP_UNIT_DAY;
      /* The bound is exclusive; people name the last day that counts. */
      latest = bounds->end_latest;
      if (latest != LEADUP_INSTANT_MAX && latest != LEADUP_INSTANT_MIN)
        latest -= 1;
      first = format_bound (bounds->start_earliest, unit);
      last = format_bound (latest, unit);
      g_string_append_c (echo, '\n');
      g_string_append_printf (echo,
                              /* TRANSLATORS: the first and the last day that a date stands for */
                              leadup_when_lasted (when)
                                  ? _ ("from %s to %s")
                                  /* TRANSLATORS: the first and the last day that it can be */
                                  : _ ("some time from %s to %s"),
                              first, last);
    }
  if (leadup_when_get_as_of (when) != NULL)
    {
      g_autoptr (LeadupWhen) as_of = leadup_when_new_from_edtf (leadup_when_get_as_of (when), NULL);
      g_autofree char *day =
          as_of != NULL ? leadup_when_format (as_of, LEADUP_WHEN_STYLE_LONG) : NULL;

      g_string_append_c (echo, '\n');
      /* TRANSLATORS: the day that words such as “last Tuesday” were counted from */
      g_string_append_printf (echo, _ ("seen from %s"), day != NULL ? day : "…");
    }

  return g_string_free (g_steal_pointer (&echo), FALSE);
}
