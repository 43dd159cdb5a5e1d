/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-time-text.h"

#define MAX_YEAR_DIGITS 6

/* Reads a number of @least to @most digits and moves @text behind it. */
static gboolean
read_digits (const char **text,
             guint        least,
             guint        most,
             int         *number)
{
  guint n = 0;

  for (*number = 0; n < most && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + g_ascii_digit_value (**text);

  return n >= least;
}

static gboolean
read_after (const char **text,
            char         mark,
            int         *number)
{
  if (**text != mark)
    return FALSE;
  (*text)++;

  return read_digits (text, 2, 2, number);
}

static gboolean
read_fraction (const char **text,
               int         *microsecond)
{
  const char *start;

  *microsecond = 0;
  if (**text != '.')
    return TRUE;

  start = ++*text;
  if (!read_digits (text, 1, 6, microsecond))
    return FALSE;
  for (gsize n = (gsize) (*text - start); n < 6; n++)
    *microsecond *= 10;

  return TRUE;
}

static gboolean
read_year (const char **text,
           int         *year)
{
  gboolean is_signed = **text == '+' || **text == '-';
  gboolean is_negative = **text == '-';

  if (is_signed)
    (*text)++;
  if (!read_digits (text, 4, is_signed ? MAX_YEAR_DIGITS : 4, year))
    return FALSE;
  if (is_negative)
    *year = -*year;

  return TRUE;
}

/* Appends the text of a moment that is not one of the bounds. */
void
leadup_time_text_append (GString      *text,
                         LeadupInstant instant)
{
  LeadupCivil civil;

  g_return_if_fail (text != NULL);
  g_return_if_fail (instant != LEADUP_INSTANT_MIN && instant != LEADUP_INSTANT_MAX);

  leadup_calendar_from_instant (instant, &civil);
  if (civil.year < 0 || civil.year > 9999)
    g_string_append_c (text, civil.year < 0 ? '-' : '+');
  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", ABS (civil.year), civil.month,
                          civil.day, civil.hour, civil.minute, civil.second);
  if (civil.microsecond != 0)
    g_string_append_printf (text, ".%06d", civil.microsecond);
  g_string_append_c (text, 'Z');
}

/* Returns: whether @text is a moment of the calendar */
gboolean
leadup_time_text_parse (const char    *text,
                        LeadupInstant *instant)
{
  LeadupCivil civil = { 0 };

  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  if (!read_year (&text, &civil.year) || !read_after (&text, '-', &civil.month)
      || !read_after (&text, '-', &civil.day) || !read_after (&text, 'T', &civil.hour)
      || !read_after (&text, ':', &civil.minute) || !read_after (&text, ':', &civil.second)
      || !read_fraction (&text, &civil.microsecond) || text[0] != 'Z' || text[1] != '\0')
    return FALSE;
  if (civil.year < LEADUP_YEAR_MIN || civil.year > LEADUP_YEAR_MAX
      || !leadup_calendar_is_valid_date (civil.year, civil.month, civil.day) || civil.hour > 23
      || civil.minute > 59 || civil.second > 59)
    return FALSE;

  *instant = leadup_calendar_to_instant (&civil);

  return TRUE;
}
