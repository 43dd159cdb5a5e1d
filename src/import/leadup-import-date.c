/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-date.h"

#include "article/leadup-article.h"
#include "article/leadup-extract.h"
#include "base/leadup-calendar.h"
#include "base/leadup-text.h"
#include "base/leadup-typed-date.h"
#include "import/leadup-import-month.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Longer texts are no dates. */
#define MAX_CHARACTERS 120

/* Numbers from here on are seconds, milliseconds or microseconds from 1970: 2001-09-09 in seconds,
 * 1973-03-03 in the others. */
#define MIN_SECONDS 1e9
#define MIN_MILLISECONDS 1e11
#define MIN_MICROSECONDS 1e14
#define MAX_YEAR 9999

/* Days of spreadsheets, counted from 1899-12-30: 1927 to 2173. */
#define MIN_SERIAL 10000
#define MAX_SERIAL 99999

/* Years of two digits up to this are of our century. */
#define LAST_SHORT_YEAR 68

static const LeadupImportDateStyle no_style = { NULL, NULL, LEADUP_IMPORT_ORDER_UNKNOWN };

static const char *const order_names[] = { "auto", "dmy", "mdy" };

/**
 * Numeric:
 * @length: of what was read
 *
 * 3/4/2025, 3.4.2025 or 3-4-2025, with or without a time behind it.
 */
typedef struct
{
  int first;
  int second;
  int year;
  char mark;
  int length;
} Numeric;

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
      const char *zone,
      GError    **error)
{
  LeadupWhenFields fields = {
    .edtf = edtf,
    .stated = g_strcmp0 (edtf, stated) != 0 ? stated : NULL,
    .rule = "import",
  };

  /* A zone says something of times of day alone. */
  if (zone != NULL && strchr (edtf, 'T') != NULL)
    fields.zone = zone;

  return leadup_when_new (&fields, error);
}

/* What most tables write: nothing but digits and the marks of ISO 8601, after a year of four
 * digits. */
static gboolean
is_standard (const char *text)
{
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[4] != '-')
    return FALSE;
  for (const char *at = text + 5; *at != '\0'; at++)
    switch (*at)
      {
      case '-':
      case ':':
      case 'T':
      case 'Z':
      case '+':
      case '.':
        break;
      default:
        if (!g_ascii_isdigit (*at))
          return FALSE;
        break;
      }

  return TRUE;
}

static gboolean
append_clock (GString    *clock,
              int         hour,
              int         minute,
              int         second,
              const char *rest)
{
  g_autofree char *word = g_ascii_strdown (rest, -1);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at++)
    if (*at != ' ' && *at != '.')
      g_string_append_c (letters, *at);
  if (g_str_equal (letters->str, "pm") || g_str_equal (letters->str, "am"))
    {
      if (hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (*letters->str == 'p' ? 12 : 0);
    }
  else if (letters->len > 0 && !g_str_equal (letters->str, "z") &&
           !g_str_equal (letters->str, "utc"))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;

  g_string_append_printf (clock, second >= 0 ? "T%02d:%02d:%02d" : "T%02d:%02d", hour, minute,
                          second);
  if (*letters->str == 'z' || *letters->str == 'u')
    g_string_append_c (clock, 'Z');

  return TRUE;
}

/**
 * leadup_import_date_read_time:
 * @text: “9:30 PM”, “21:30:05.25”, “9.30”, “0930”, “16:20”
 *
 * Returns: (transfer full) (nullable): as EDTF has it behind the day: “T21:30”
 */
char *
leadup_import_date_read_time (const char *text)
{
  g_autoptr (GString) clock = g_string_new (NULL);
  g_autofree char *line = leadup_text_single_line (text, MAX_CHARACTERS);
  int hour, minute, second = -1, length = 0;
  const char *rest;

  if (sscanf (line, "%2d:%2d:%2d%n", &hour, &minute, &second, &length) == 3 && length > 0)
    rest = line + length;
  else if (second = -1, length = 0,
           (sscanf (line, "%2d:%2d%n", &hour, &minute, &length) == 2 ||
            sscanf (line, "%2d.%2d%n", &hour, &minute, &length) == 2) &&
               length > 0)
    rest = line + length;
  else if (strspn (line, "0123456789") == 4 &&
           sscanf (line, "%2d%2d%n", &hour, &minute, &length) == 2)
    rest = line + length;
  else if (sscanf (line, "%2d%n", &hour, &length) == 1 && length > 0 && line[length] != '\0')
    rest = line + length, minute = 0;
  else
    return NULL;

  /* Parts of a second tell nothing here. */
  if (second >= 0 && *rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (hour < 0 || minute < 0 || !append_clock (clock, hour, minute, second, rest))
    return NULL;

  return g_string_free (g_steal_pointer (&clock), FALSE);
}

/* “2025-03-04 03:15” and “2025/03/04” are written as often as what the standard asks for. */
static char *
make_standard (const char *text)
{
  int year, month, day, length = 0;

  /* Before our era, as what stands behind the sign. */
  if (*text == '-' && g_ascii_isdigit (text[1]) && strchr (text, ':') != NULL)
    {
      g_autofree char *positive = make_standard (text + 1);

      return g_strdup_printf ("-%s", positive);
    }

  /* 2024-Q1, which EDTF has among the seasons */
  if (strspn (text, "0123456789") == 4 && text[4] == '-' && g_ascii_toupper (text[5]) == 'Q' &&
      text[6] >= '1' && text[6] <= '4' && text[7] == '\0')
    return g_strdup_printf ("%.4s-%d", text, 32 + g_ascii_digit_value (text[6]));

  /* 20250304T031500Z */
  if (strspn (text, "0123456789") == 8 && text[8] == 'T' && strspn (text + 9, "0123456789") == 6 &&
      g_str_equal (text + 15, "Z"))
    return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", text, text + 4, text + 6, text + 9,
                            text + 11, text + 13);

  /* The Timeline Project wrote 2011-2-3 4:5:6. */
  if ((sscanf (text, "%4d-%2d-%2d %n", &year, &month, &day, &length) == 3 && length >= 9 &&
       text[4] == '-' && text[length - 1] == ' ') ||
      (length = 0, sscanf (text, "%4d/%2d/%2d%n", &year, &month, &day, &length) == 3 &&
                       length >= 8 && text[4] == '/'))
    {
      g_autofree char *time =
          text[length] != '\0' ? leadup_import_date_read_time (text + length) : NULL;
      const char *offset = text + length + strcspn (text + length, "+Z");

      /* With an offset it only lacks the letter in the middle. */
      if (text[4] == '-' && length == 11 && *offset == '+')
        {
          char *standard = g_strdup (text);

          standard[10] = 'T';
          return standard;
        }
      if (text[length] == '\0' || time != NULL)
        return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, time != NULL ? time : "");
    }

  return g_strdup (text);
}

/* “Wed May 01 1963 00:00:00 GMT-0600”, as browsers write it; midnight says nothing of the time. */
static char *
make_from_browser (const char *text)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char name[4] = "", zone[6] = "";
  int day, year, hour, minute, second, length = 0;
  const char *month;

  if (g_ascii_isalpha (*text) && text[3] == ' ' && g_ascii_isalpha (text[4]))
    text += 4;
  if (sscanf (text, "%3s %2d %4d %2d:%2d:%2d GMT%n", name, &day, &year, &hour, &minute, &second,
              &length) != 6 ||
      length == 0)
    return NULL;

  month = strstr (months, name);
  if (month == NULL || strlen (name) != 3 || (month - months) % 3 != 0)
    return NULL;
  if (hour == 0 && minute == 0 && second == 0)
    return g_strdup_printf ("%04d-%02d-%02d", year, (int) (month - months) / 3 + 1, day);
  if (text[length] == '+' || text[length] == '-')
    g_strlcpy (zone, text + length, sizeof zone);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s%.3s%s%s", year,
                          (int) (month - months) / 3 + 1, day, hour, minute, second, "",
                          *zone != '\0' ? zone : "Z", *zone != '\0' ? ":" : "",
                          *zone != '\0' ? zone + 3 : "");
}

static gboolean
scan_numeric (const char *text,
              Numeric    *numeric)
{
  char other;
  int digits;
  int n_year = 0;

  numeric->length = 0;
  if (sscanf (text, "%2d%c%2d%c%n%4d%n", &numeric->first, &numeric->mark, &numeric->second, &other,
              &digits, &numeric->year, &numeric->length) != 5 ||
      numeric->length == 0 || other != numeric->mark || strchr ("/.-", numeric->mark) == NULL)
    return FALSE;

  n_year = numeric->length - digits;
  if (numeric->first < 0 || numeric->second < 0 || !g_ascii_isdigit (text[digits]))
    return FALSE;
  if (n_year == 2)
    numeric->year += numeric->year <= LAST_SHORT_YEAR ? 2000 : 1900;
  else if (n_year != 4)
    return FALSE;

  return text[numeric->length] == '\0' || text[numeric->length] == ' ' ||
         text[numeric->length] == ',' || text[numeric->length] == 'T';
}

/* 3/4/2025 is the fourth of March or the third of April; with points the day stands first. Returns
 * whether it is of this form at all. */
static gboolean
read_numeric (const char       *text,
              LeadupImportOrder order,
              char            **edtf,
              char            **problem)
{
  g_autofree char *time = NULL;
  Numeric numeric;
  gboolean is_day_first;

  if (!scan_numeric (text, &numeric))
    return FALSE;

  if (text[numeric.length] != '\0')
    {
      time = leadup_import_date_read_time (text + numeric.length + 1);
      if (time == NULL)
        return FALSE;
    }

  if (numeric.mark == '.' || numeric.first > 12)
    is_day_first = TRUE;
  else if (numeric.second > 12 || numeric.first == numeric.second)
    is_day_first = FALSE;
  else if (order == LEADUP_IMPORT_ORDER_UNKNOWN)
    {
      *problem = g_strdup_printf (
          _ ("“%s”: which is the month? Say whether the day stands first in the dates"), text);
      return TRUE;
    }
  else
    is_day_first = order == LEADUP_IMPORT_ORDER_DAY_FIRST;

  *edtf = g_strdup_printf ("%04d-%02d-%02d%s", numeric.year,
                           is_day_first ? numeric.second : numeric.first,
                           is_day_first ? numeric.first : numeric.second, time != NULL ? time : "");

  return TRUE;
}

/* “04-March-2021”, as older exports have it, is what “04 March 2021” is. */
static char *
part_words (const char *text)
{
  g_autofree char *parted = g_strdup (text);

  if (g_ascii_isdigit (*text) && strcspn (text, "-") <= 2)
    g_strdelimit (parted, "-", ' ');

  return g_steal_pointer (&parted);
}

/* Whether three numbers follow each other as in 3/4/2025: which of them is the month is found out
 * by other means, or asked. */
static gboolean
has_numeric (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      gsize n_digits = strspn (at, "0123456789");

      if (n_digits == 0)
        continue;
      n = at - text >= 2 && strchr ("./-", at[-1]) != NULL && g_ascii_isdigit (at[-2]) ? n + 1 : 1;
      if (n == 3)
        return TRUE;
      at += n_digits - 1;
    }

  return FALSE;
}

/* What people type in the editor can stand in a table too, unless it is relative to a day that
 * nobody knows. */
static LeadupWhen *
read_typed (const char *text,
            const char *as_of)
{
  g_autoptr (LeadupWhen) when = NULL;

  if (has_numeric (text))
    return NULL;

  when = leadup_typed_date_read (text, as_of != NULL ? as_of : "2000-01-01", NULL);
  if (when != NULL && as_of == NULL && leadup_when_get_as_of (when) != NULL)
    return NULL;

  return g_steal_pointer (&when);
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

  /* An article has no sign for “about”, what is typed has one. */
  if (g_strcmp0 (date->mod, "APPROX") == 0)
    return read_typed (text, as_of);

  return date->when != NULL ? leadup_when_ref (date->when) : NULL;
}

/* Words of another language, which stay what the table says. */
static LeadupWhen *
read_foreign (const char                  *line,
              const LeadupImportDateStyle *style)
{
  g_autofree char *english = leadup_import_month_translate (line);
  g_autoptr (LeadupWhen) when =
      english != NULL ? read_words (english, style->as_of) : NULL;

  return when != NULL && leadup_when_get_part (when) == LEADUP_PART_NONE
             ? make (leadup_when_get_edtf (when), line, style->zone, NULL)
             : NULL;
}

static LeadupWhen *
read_line (const char                  *line,
           const LeadupImportDateStyle *style,
           char                       **problem)
{
  g_autofree char *standard = NULL;
  g_autofree char *numeric = NULL;
  g_autofree char *ambiguous = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  LeadupWhen *when;

  if (read_numeric (line, style->order, &numeric, &ambiguous))
    {
      when = numeric != NULL ? make (numeric, line, style->zone, &error) : NULL;
      if (when == NULL)
        set_problem (problem, ambiguous != NULL ? ambiguous : error->message);
      return when;
    }

  if (strlen (line) > 4 && strspn (line, "0123456789") == strlen (line))
    return leadup_import_date_from_number (g_ascii_strtod (line, NULL), problem);

  standard = make_from_browser (line);
  if (standard == NULL)
    standard = make_standard (line);
  when = make (standard, line, style->zone, &error);
  if (when == NULL)
    {
      words = part_words (line);
      when = read_words (words, style->as_of);
    }
  if (when == NULL)
    when = read_typed (line, style->as_of);
  if (when == NULL)
    when = read_foreign (line, style);
  if (when == NULL && problem != NULL)
    *problem = g_strdup_printf (_ ("“%s” is not read as a date"), line);

  return when;
}

/* What machines write where no time is known: the moment from which they count. */
static gboolean
is_zero (const char *text)
{
  static const char *const rests[] = { "Z", "+00:00", "+0000", " UTC", "" };
  const char *at = text + strlen ("1970-01-01");

  if (!g_str_has_prefix (text, "1970-01-01") || (*at != 'T' && *at != ' ') ||
      !g_str_has_prefix (at + 1, "00:00:00"))
    return FALSE;

  at += strlen ("T00:00:00");
  if (*at == '.')
    at += 1 + strspn (at + 1, "0");
  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    if (g_str_equal (at, rests[i]))
      return TRUE;

  return FALSE;
}

/**
 * leadup_import_date_read_standard:
 * @start: when it was or began, as it stands in a table
 * @end: (nullable): when it ended, likewise
 * @style: (nullable): how the table writes dates
 *
 * What most tables write, in one step: as leadup_import_date_join() of the two.
 *
 * Returns: (transfer full) (nullable): from the one to the other; %NULL where they have to be read
 * in other ways
 */
LeadupWhen *
leadup_import_date_read_standard (const char                  *start,
                                  const char                  *end,
                                  const LeadupImportDateStyle *style)
{
  const char *zone;
  g_autofree char *edtf = NULL;

  g_return_val_if_fail (start != NULL, NULL);

  if (!is_standard (start) || is_zero (start) || (end != NULL && !is_standard (end)))
    return NULL;

  /* Of both it is the beginning that tells the zone. */
  zone = style != NULL && strchr (start, 'T') != NULL ? style->zone : NULL;
  if (end != NULL && !g_str_equal (start, end))
    edtf = g_strconcat (start, "/", end, NULL);

  return make (edtf != NULL ? edtf : start, NULL, zone, NULL);
}

/**
 * leadup_import_date_read:
 * @text: (nullable): a date as it stands in a table: EDTF, ISO 8601, numbers with points or
 * slashes, days as spreadsheets count them, or English words
 * @style: (nullable): how the table writes dates
 * @problem: (out) (optional): why there is none
 *
 * Returns: (transfer full) (nullable): when it is
 */
LeadupWhen *
leadup_import_date_read (const char                  *text,
                         const LeadupImportDateStyle *style,
                         char                       **problem)
{
  g_autofree char *line = NULL;
  LeadupWhen *when = NULL;

  if (style == NULL)
    style = &no_style;
  if (text != NULL)
    when = leadup_import_date_read_standard (text, NULL, style);
  if (when != NULL)
    return when;

  line = leadup_text_single_line (text, MAX_CHARACTERS);
  if (is_zero (line))
    {
      if (problem != NULL)
        *problem = g_strdup_printf (_ ("“%s” is what machines write where no time is known"), line);
      return NULL;
    }
  if (*line != '\0')
    return read_line (line, style, problem);

  set_problem (problem, _ ("It has no date"));

  return NULL;
}

/**
 * leadup_import_date_from_number:
 * @number: a year, a day such as 20250304, a day as spreadsheets count, or seconds, milliseconds or
 * microseconds from 1970
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
  gboolean is_whole = isfinite (number) && number == floor (number);
  LeadupWhen *when = NULL;

  if (is_whole && size >= 1 && size <= MAX_YEAR)
    edtf = g_strdup_printf ("%s%04d", number < 0 ? "-" : "", (int) size);
  else if (isfinite (number) && number >= MIN_SERIAL && number <= MAX_SERIAL)
    {
      int year, month, day;

      leadup_calendar_from_day_number (
          leadup_calendar_day_number (1899, 12, 30) + (gint64) floor (number), &year, &month, &day);
      edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
  else if (is_whole && number >= 10000101 && number <= 99991231)
    edtf = g_strdup_printf ("%04d-%02d-%02d", (int) number / 10000, (int) number / 100 % 100,
                            (int) number % 100);
  else if (is_whole && number >= 10000101000000.0 && number <= 99991231235959.0 &&
           fmod (floor (number / 1e6), 100) >= 1 && fmod (floor (number / 1e6), 100) <= 31 &&
           fmod (floor (number / 1e8), 100) <= 12 && fmod (number, 1e6) <= 235959 &&
           number >= 19000101000000.0 && number <= 21000101000000.0)
    edtf = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", (int) (number / 1e10),
                            (int) fmod (number / 1e8, 100), (int) fmod (number / 1e6, 100),
                            (int) fmod (number / 1e4, 100), (int) fmod (number / 100, 100),
                            (int) fmod (number, 100));
  else if (isfinite (number) && size >= MIN_SECONDS)
    {
      double unit = size >= MIN_MICROSECONDS ? 1e6 : size >= MIN_MILLISECONDS ? 1e3 : 1;
      double seconds = floor (number / unit);
      g_autoptr (GDateTime) moment = NULL;

      if (fabs (seconds) < 2.5e11)
        moment = g_date_time_new_from_unix_utc ((gint64) seconds);
      if (moment != NULL)
        edtf = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
    }

  stated = g_strdup_printf ("%.15g", number);
  if (edtf != NULL)
    when = make (edtf, stated, NULL, NULL);
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
      when = make (edtf, stated, leadup_when_get_zone (start), NULL);
    }
  if (when == NULL && problem != NULL)
    *problem =
        g_strdup_printf (_ ("The end, %s, was left out: it does not follow the start"), last);

  return when;
}

static void
note (guint      *count,
      char       *example,
      gsize       size,
      const char *text)
{
  if ((*count)++ == 0)
    g_strlcpy (example, text, size);
}

/* @text: (nullable): one more cell of the column */
void
leadup_import_date_look (LeadupImportDateEvidence *self,
                         const char               *text)
{
  Numeric numeric;

  g_return_if_fail (self != NULL);

  if (text == NULL)
    return;
  while (g_ascii_isspace (*text))
    text++;
  if (!scan_numeric (text, &numeric) || numeric.mark == '.')
    return;

  if (numeric.first > 12 && numeric.second <= 12)
    note (&self->n_day_first, self->day_first, sizeof self->day_first, text);
  else if (numeric.second > 12 && numeric.first <= 12)
    note (&self->n_month_first, self->month_first, sizeof self->month_first, text);
  else if (numeric.first != numeric.second)
    note (&self->n_open, self->open, sizeof self->open, text);
}

/* Returns: the order, where the dates tell it and do not contradict one another */
LeadupImportOrder
leadup_import_date_decide (const LeadupImportDateEvidence *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_IMPORT_ORDER_UNKNOWN);

  if (self->n_day_first > 0 && self->n_month_first == 0)
    return LEADUP_IMPORT_ORDER_DAY_FIRST;
  if (self->n_month_first > 0 && self->n_day_first == 0)
    return LEADUP_IMPORT_ORDER_MONTH_FIRST;

  return LEADUP_IMPORT_ORDER_UNKNOWN;
}

/* In mappings and on the command line. */
const char *
leadup_import_order_to_string (LeadupImportOrder order)
{
  g_return_val_if_fail (order < G_N_ELEMENTS (order_names), NULL);

  return order_names[order];
}

gboolean
leadup_import_order_from_string (const char        *name,
                                 LeadupImportOrder *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (g_strcmp0 (name, order_names[i]) == 0)
      {
        *order = (LeadupImportOrder) i;
        return TRUE;
      }

  return FALSE;
}
