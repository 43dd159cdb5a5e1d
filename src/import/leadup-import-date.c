/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-date.h"

#include "article/leadup-article.h"
#include "article/leadup-extract.h"
#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Longer texts are no dates. */
#define MAX_CHARACTERS 120

/* Numbers from here on are seconds or milliseconds from 1970: 2001-09-09 in seconds, 1973-03-03 in
 * milliseconds. */
#define MIN_SECONDS 1e9
#define MIN_MILLISECONDS 1e11
#define MAX_YEAR 9999

static void
set_problem (char      **problem,
             const char *sentence)
{
  if (problem != NULL)
    *problem = g_strdup (sentence);
}

static LeadupWhen *
make (const char *edtf,
      const char *stated,
      GError    **error)
{
  LeadupWhenFields fields = {
    .edtf = edtf,
    .stated = g_strcmp0 (edtf, stated) != 0 ? stated : NULL,
    .rule = "import",
  };

  return leadup_when_new (&fields, error);
}

/* “2025-03-04 03:15” and “2025/03/04” are written as often as what the standard asks for. */
static char *
make_standard (const char *text)
{
  int year, month, day, length = 0;

  if (sscanf (text, "%4d-%2d-%2d %n", &year, &month, &day, &length) == 3 && length == 11 &&
      g_ascii_isdigit (text[length]))
    {
      char *standard = g_strdup (text);

      standard[10] = 'T';
      return standard;
    }
  if (sscanf (text, "%4d/%2d/%2d%n", &year, &month, &day, &length) == 3 &&
      (gsize) length == strlen (text) && text[4] == '/')
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return g_strdup (text);
}

/* 3/4/2025 is the fourth of March or the third of April; with points the day stands first. Returns
 * whether it is of this form at all. */
static gboolean
read_numeric (const char *text,
              char      **edtf,
              char      **problem)
{
  int first, second, year, length = 0;
  gboolean has_points;

  if (sscanf (text, "%2d%*1[/.]%2d%*1[/.]%4d%n", &first, &second, &year, &length) != 3 ||
      length == 0 || strlen (text) != (gsize) length || year < 1000)
    return FALSE;

  has_points = strchr (text, '.') != NULL;
  if (has_points || first > 12)
    *edtf = g_strdup_printf ("%04d-%02d-%02d", year, second, first);
  else if (second > 12 || first == second)
    *edtf = g_strdup_printf ("%04d-%02d-%02d", year, first, second);
  else
    *problem = g_strdup_printf (_ ("“%s”: which is the month? Write it as year-month-day"), text);

  return TRUE;
}

/* An expression that fills the whole text. */
static LeadupWhen *
read_words (const char *text,
            const char *as_of)
{
  g_autoptr (LeadupArticle) article = leadup_article_new (text, -1);
  const LeadupDate *date;

  article->published = g_strdup (as_of);
  if (!leadup_extract_run (article, LEADUP_EXTRACT_DATES, NULL, NULL) || article->dates->len != 1)
    return NULL;

  date = &g_array_index (article->dates, LeadupDate, 0);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint32 offset = (guint32) (at - text);

      if ((offset < date->span.start || offset >= date->span.end) &&
          g_unichar_isalnum (g_utf8_get_char (at)))
        return NULL;
    }

  return date->when != NULL ? leadup_when_ref (date->when) : NULL;
}

/**
 * leadup_import_date_read:
 * @text: (nullable): a date as it stands in a table: EDTF, ISO 8601, numbers with points or
 * slashes, or English words
 * @as_of: (nullable): ISO day that words such as “Tuesday” are relative to
 * @problem: (out) (optional): why there is none
 *
 * Returns: (transfer full) (nullable): when it is
 */
LeadupWhen *
leadup_import_date_read (const char *text,
                         const char *as_of,
                         char      **problem)
{
  g_autofree char *line = leadup_text_single_line (text, MAX_CHARACTERS);
  g_autofree char *standard = NULL;
  g_autofree char *numeric = NULL;
  g_autofree char *ambiguous = NULL;
  g_autoptr (GError) error = NULL;
  LeadupWhen *when;

  if (*line == '\0')
    {
      set_problem (problem, _ ("It has no date"));
      return NULL;
    }

  if (read_numeric (line, &numeric, &ambiguous))
    {
      when = numeric != NULL ? make (numeric, line, &error) : NULL;
      if (when == NULL)
        set_problem (problem, ambiguous != NULL ? ambiguous : error->message);
      return when;
    }

  standard = make_standard (line);
  when = make (standard, line, &error);
  if (when == NULL)
    when = read_words (line, as_of);
  if (when == NULL && problem != NULL)
    *problem = g_strdup_printf (_ ("“%s” is not read as a date"), line);

  return when;
}

/**
 * leadup_import_date_from_number:
 * @number: a year, a day such as 20250304, or seconds or milliseconds from 1970
 * @problem: (out) (optional): why it is none of them
 *
 * Returns: (transfer full) (nullable): when it is
 */
LeadupWhen *
leadup_import_date_from_number (double number,
                                char **problem)
{
  g_autofree char *edtf = NULL;
  g_autofree char *stated = NULL;
  double size = fabs (number);
  LeadupWhen *when = NULL;

  if (isfinite (number) && number == floor (number) && size >= 1 && size <= MAX_YEAR)
    edtf = g_strdup_printf ("%s%04d", number < 0 ? "-" : "", (int) size);
  else if (isfinite (number) && number == floor (number) && number >= 10000101 &&
           number <= 99991231)
    edtf = g_strdup_printf ("%04d-%02d-%02d", (int) number / 10000, (int) number / 100 % 100,
                            (int) number % 100);
  else if (isfinite (number) && size >= MIN_SECONDS)
    {
      double seconds = floor (size >= MIN_MILLISECONDS ? number / 1000 : number);
      g_autoptr (GDateTime) moment = NULL;

      if (fabs (seconds) < 2.5e11)
        moment = g_date_time_new_from_unix_utc ((gint64) seconds);
      if (moment != NULL)
        edtf = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
    }

  stated = g_strdup_printf ("%.15g", number);
  if (edtf != NULL)
    when = make (edtf, stated, NULL);
  if (when == NULL && problem != NULL)
    *problem = g_strdup_printf (_ ("The number %s is not read as a date"), stated);

  return when;
}

/**
 * leadup_import_date_join:
 * @start: when it began
 * @end: when it ended
 * @problem: (out) (optional): why the two make no interval
 *
 * Returns: (transfer full) (nullable): from the one to the other; @start itself where both are the
 * same
 */
LeadupWhen *
leadup_import_date_join (LeadupWhen *start,
                         LeadupWhen *end,
                         char      **problem)
{
  const char *first, *last;
  g_autofree char *edtf = NULL;
  g_autofree char *stated = NULL;
  LeadupWhen *when = NULL;

  g_return_val_if_fail (start != NULL && end != NULL, NULL);

  first = leadup_when_get_edtf (start);
  last = leadup_when_get_edtf (end);
  if (g_str_equal (first, last))
    return leadup_when_ref (start);

  if (strchr (first, '/') == NULL && strchr (last, '/') == NULL)
    {
      edtf = g_strdup_printf ("%s/%s", first, last);
      if (leadup_when_get_stated (start) != NULL && leadup_when_get_stated (end) != NULL)
        stated = g_strdup_printf ("%s – %s", leadup_when_get_stated (start),
                                  leadup_when_get_stated (end));
      when = make (edtf, stated, NULL);
    }
  if (when == NULL && problem != NULL)
    *problem =
        g_strdup_printf (_ ("The end, %s, was left out: it does not follow the start"), last);

  return when;
}
