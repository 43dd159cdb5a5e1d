/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "base/leadup-typed-point-private.h"

#include <glib/gi18n.h>

static const LeadupTypedToken *
token_at (const LeadupTypedReader *reader,
          guint                    index)
{
  return &g_array_index (reader->tokens, LeadupTypedToken, index);
}

gboolean
leadup_typed_refuse (const LeadupTypedReader *reader,
                     const char              *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (reader->error == NULL || *reader->error != NULL)
    return FALSE;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (reader->error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, message);

  return FALSE;
}

/* Numbers are days, years, hours or counts, as what stands beside them says. */
static gboolean
put_number (const LeadupTypedReader *reader,
            LeadupTypedSlots        *slots,
            const LeadupTypedToken  *token)
{
  if (token->number > LEADUP_YEAR_MAX)
    return leadup_typed_refuse (reader, _ ("There is no year “%s”"), token->text);
  if ((token->digits >= 3 || slots->era != 0) && !slots->has_year && slots->century == 0)
    {
      slots->year = (int) token->number;
      slots->has_year = TRUE;
      return TRUE;
    }
  if (slots->number >= 0 && slots->day < 0)
    {
      slots->day = slots->number;
      slots->number = -1;
    }
  if (slots->number >= 0)
    return leadup_typed_refuse (reader, _ ("What is “%s”?"), token->text);

  slots->number = (int) token->number;
  slots->number_digits = token->digits;

  return TRUE;
}

static gboolean
put_half_day (const LeadupTypedReader *reader,
              LeadupTypedSlots        *slots,
              gint64                   add)
{
  gint64 hour;

  if (slots->time < 0 && slots->number >= 1 && slots->number <= 12)
    {
      slots->time = slots->number * LEADUP_USEC_HOUR;
      slots->time_unit = LEADUP_UNIT_HOUR;
      slots->number = -1;
    }
  hour = slots->time / LEADUP_USEC_HOUR;
  if (slots->time < 0 || hour < 1 || hour > 12)
    return leadup_typed_refuse (reader, _ ("An hour of 1 to 12 stands before am and pm"));

  slots->time += (hour == 12 ? add - 12 : add) * LEADUP_USEC_HOUR;

  return TRUE;
}

static gboolean
put_unit (const LeadupTypedReader *reader,
          LeadupTypedSlots        *slots,
          const LeadupTypedToken  *token)
{
  if (token->number == LEADUP_UNIT_CENTURY && slots->number > 0)
    {
      slots->century = slots->number;
      slots->number = -1;
      return TRUE;
    }
  if (token->number == LEADUP_UNIT_QUARTER && slots->number >= 1 && slots->number <= 4)
    {
      slots->season = 32 + slots->number;
      slots->number = -1;
      return TRUE;
    }
  if (slots->unit >= 0)
    return leadup_typed_refuse (reader, _ ("What is “%s”?"), token->text);
  slots->unit = (int) token->number;

  return TRUE;
}

/* What is no word of the calendar is part of the name of a zone, behind a time. */
static gboolean
put_other (const LeadupTypedReader *reader,
           LeadupTypedSlots        *slots,
           const LeadupTypedToken  *token)
{
  if (slots->time < 0)
    return leadup_typed_refuse (
        reader,
        _ ("“%s” is not understood. Write, say, 4 Mar 2025, ~2025-03, mid-2024 "
           "or before 4 March"),
        token->text);
  if (slots->zone->len > 0)
    g_string_append_c (slots->zone, ' ');
  g_string_append (slots->zone, token->text);

  return TRUE;
}

static gboolean
put_turn (LeadupTypedSlots *slots,
          gint64            turn)
{
  slots->has_turn = TRUE;
  slots->turn = (int) turn;

  return TRUE;
}

static gboolean
put_day_ref (LeadupTypedSlots *slots,
             gint64            days)
{
  slots->has_day_ref = TRUE;
  slots->day_ref = (int) days;

  return TRUE;
}

static gboolean
put_clock (LeadupTypedSlots       *slots,
           const LeadupTypedToken *token)
{
  switch ((int) token->meaning)
    {
    case LEADUP_TYPED_NOON:
      slots->time = token->number * LEADUP_USEC_HOUR;
      slots->time_unit = LEADUP_UNIT_MINUTE;
      return TRUE;
    case LEADUP_TYPED_TIME:
      slots->time = token->number;
      slots->time_unit = token->unit;
      return TRUE;
    case LEADUP_TYPED_OFFSET:
      slots->offset = (int) token->number;
      slots->has_offset = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* The plain words. */
static gboolean
put_word (LeadupTypedSlots       *slots,
          const LeadupTypedToken *token)
{
  int number = (int) token->number;

  switch ((int) token->meaning)
    {
    case LEADUP_TYPED_APPROXIMATE:
      slots->is_approximate = TRUE;
      return TRUE;
    case LEADUP_TYPED_UNCERTAIN:
      slots->is_uncertain = TRUE;
      slots->is_approximate |= number != 0;
      return TRUE;
    case LEADUP_TYPED_MONTH:
      slots->month = number;
      return TRUE;
    case LEADUP_TYPED_WEEKDAY:
      slots->weekday = number;
      return TRUE;
    case LEADUP_TYPED_SEASON:
    case LEADUP_TYPED_QUARTER:
      slots->season = number;
      return TRUE;
    case LEADUP_TYPED_PART:
      slots->part = (LeadupPart) number;
      return TRUE;
    case LEADUP_TYPED_DECADE:
      slots->decade = number;
      return TRUE;
    case LEADUP_TYPED_DATE:
      slots->date = *token;
      return TRUE;
    case LEADUP_TYPED_TURN:
      return put_turn (slots, number);
    case LEADUP_TYPED_DAY_REF:
      return put_day_ref (slots, number);
    case LEADUP_TYPED_AGO:
      slots->ago = number;
      return TRUE;
    case LEADUP_TYPED_DAY_PART:
      slots->day_part = number;
      return TRUE;
    case LEADUP_TYPED_HALF:
      slots->is_half = TRUE;
      return TRUE;
    case LEADUP_TYPED_NOISE:
      return TRUE;
    default:
      return put_clock (slots, token);
    }
}

/* Behind its year, or before it: 79 AD, AD 79. */
static void
put_era (const LeadupTypedReader *reader,
         LeadupTypedSlots        *slots,
         guint                    index)
{
  slots->era = (int) token_at (reader, index)->number;
  if (index + 1 < reader->tokens->len &&
      token_at (reader, index + 1)->meaning == LEADUP_TYPED_NUMBER)
    return;

  if (!slots->has_year && slots->number >= 0 && slots->century == 0)
    {
      slots->year = slots->number;
      slots->has_year = TRUE;
      slots->number = -1;
    }
}

gboolean
leadup_typed_slots_put (const LeadupTypedReader *reader,
                        LeadupTypedSlots        *slots,
                        guint                    index)
{
  const LeadupTypedToken *token = token_at (reader, index);

  switch ((int) token->meaning)
    {
    case LEADUP_TYPED_NUMBER:
    case LEADUP_TYPED_ORDINAL:
      return put_number (reader, slots, token);
    case LEADUP_TYPED_HALF_DAY:
      return put_half_day (reader, slots, token->number);
    case LEADUP_TYPED_UNIT:
      return put_unit (reader, slots, token);
    case LEADUP_TYPED_ERA:
      put_era (reader, slots, index);
      return TRUE;
    case LEADUP_TYPED_TO:
      /* mid-2024 */
      if (index > 0 && token_at (reader, index - 1)->meaning == LEADUP_TYPED_PART)
        return TRUE;
      return leadup_typed_refuse (reader, _ ("A date is missing beside “%s”"), token->text);
    case LEADUP_TYPED_OTHER:
    case LEADUP_TYPED_MARK:
      return put_other (reader, slots, token);
    default:
      return put_word (slots, token) ||
             leadup_typed_refuse (reader, _ ("“%s” is out of place"), token->text);
    }
}

void
leadup_typed_slots_init (LeadupTypedSlots *slots)
{
  *slots = (LeadupTypedSlots) { .day = -1, .decade = -1, .number = -1, .unit = -1 };
  slots->day_part = -1;
  slots->time = -1;
  slots->zone = g_string_new (NULL);
}

/* Gives the number that is left a meaning: the day beside a month, the hour of a day. */
gboolean
leadup_typed_slots_settle (const LeadupTypedReader *reader,
                           LeadupTypedSlots        *slots)
{
  if (slots->number < 0)
    return TRUE;

  if (slots->is_half && slots->number <= 2 && slots->number >= 1)
    {
      slots->season = 39 + slots->number;
      slots->is_half = FALSE;
    }
  else if (slots->unit == LEADUP_UNIT_WEEK && slots->month == 0 && slots->ago == 0 &&
           !slots->has_turn)
    {
      slots->week = slots->number;
      slots->unit = -1;
    }
  else if (slots->ago != 0 || (slots->has_turn && slots->unit >= 0))
    {
      return TRUE;
    }
  else if (slots->month > 0 && slots->day < 0)
    {
      slots->day = slots->number;
    }
  else
    {
      return leadup_typed_refuse (
          reader,
          _ ("What is “%d”? A year has four digits or BC or AD beside it, and a "
             "day a month"),
          slots->number);
    }
  slots->number = -1;

  return TRUE;
}
