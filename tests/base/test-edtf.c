/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-edtf.h"

#include "base/leadup-error.h"

#include <string.h>

/* Bounds are written as “first day/last day”; an open side is “..”. */
static void
assert_days (const char   *text,
             LeadupInstant from,
             LeadupInstant to,
             const char   *expected)
{
  g_autoptr (GString) actual = g_string_new (NULL);
  const LeadupInstant sides[] = { from, to };

  for (guint i = 0; i < 2; i++)
    {
      int y, m, d;

      if (i == 1)
        g_string_append_c (actual, '/');
      if (sides[i] == LEADUP_INSTANT_MIN || sides[i] == LEADUP_INSTANT_MAX)
        {
          g_string_append (actual, "..");
          continue;
        }

      g_assert_cmpint (sides[i] % LEADUP_USEC_DAY, ==, 0);
      leadup_calendar_from_day_number (sides[i] / LEADUP_USEC_DAY - i, &y, &m, &d);
      g_string_append_printf (actual, "%d-%02d-%02d", y, m, d);
    }

  if (!g_str_equal (actual->str, expected))
    g_error ("“%s” is bounded by %s, not %s", text, actual->str, expected);
}

static const struct
{
  const char *text;
  LeadupPrecision precision;
  const char *bounds;
  gboolean is_whole;
} dates[] = {
  { "2025", LEADUP_PRECISION_YEAR, "2025-01-01/2025-12-31", TRUE },
  { "0000", LEADUP_PRECISION_YEAR, "0-01-01/0-12-31", TRUE },
  { "-0043", LEADUP_PRECISION_YEAR, "-43-01-01/-43-12-31", TRUE },
  { "-9999", LEADUP_PRECISION_YEAR, "-9999-01-01/-9999-12-31", TRUE },
  { "Y12345", LEADUP_PRECISION_YEAR, "12345-01-01/12345-12-31", TRUE },
  { "Y-290000", LEADUP_PRECISION_YEAR, "-290000-01-01/-290000-12-31", TRUE },
  { "2025-03", LEADUP_PRECISION_MONTH, "2025-03-01/2025-03-31", TRUE },
  { "2024-02", LEADUP_PRECISION_MONTH, "2024-02-01/2024-02-29", TRUE },
  { "-0043-03-15", LEADUP_PRECISION_DAY, "-43-03-15/-43-03-15", TRUE },
  { "2025-12-31", LEADUP_PRECISION_DAY, "2025-12-31/2025-12-31", TRUE },
  { "2024-02-29", LEADUP_PRECISION_DAY, "2024-02-29/2024-02-29", TRUE },
  { "2025-W37", LEADUP_PRECISION_WEEK, "2025-09-08/2025-09-14", TRUE },
  { "2020-W53", LEADUP_PRECISION_WEEK, "2020-12-28/2021-01-03", TRUE },
  { "2025-W37-4", LEADUP_PRECISION_DAY, "2025-09-11/2025-09-11", TRUE },
  { "199X", LEADUP_PRECISION_DECADE, "1990-01-01/1999-12-31", TRUE },
  { "19XX", LEADUP_PRECISION_CENTURY, "1900-01-01/1999-12-31", TRUE },
  { "1XXX", LEADUP_PRECISION_CENTURY, "1000-01-01/1999-12-31", FALSE },
  { "-199X", LEADUP_PRECISION_DECADE, "-1999-01-01/-1990-12-31", TRUE },
  { "20X4", LEADUP_PRECISION_CENTURY, "2004-01-01/2094-12-31", FALSE },
  { "2004-XX", LEADUP_PRECISION_YEAR, "2004-01-01/2004-12-31", TRUE },
  { "2004-XX-XX", LEADUP_PRECISION_YEAR, "2004-01-01/2004-12-31", TRUE },
  { "2004-1X", LEADUP_PRECISION_YEAR, "2004-10-01/2004-12-31", FALSE },
  { "2004-06-XX", LEADUP_PRECISION_MONTH, "2004-06-01/2004-06-30", TRUE },
  { "2004-06-1X", LEADUP_PRECISION_MONTH, "2004-06-10/2004-06-19", FALSE },
  { "2004-XX-31", LEADUP_PRECISION_YEAR, "2004-01-31/2004-12-31", FALSE },
  { "200X-02-29", LEADUP_PRECISION_DECADE, "2000-02-29/2008-02-29", FALSE },
  { "XXXX-12-25", LEADUP_PRECISION_UNDATED, "0-12-25/9999-12-25", FALSE },
  { "2024-21", LEADUP_PRECISION_SEASON, "2024-03-01/2024-05-31", TRUE },
  { "2024-22", LEADUP_PRECISION_SEASON, "2024-06-01/2024-08-31", TRUE },
  { "2024-23", LEADUP_PRECISION_SEASON, "2024-09-01/2024-11-30", TRUE },
  { "2024-24", LEADUP_PRECISION_SEASON, "2024-12-01/2025-02-28", TRUE },
  { "2024-25", LEADUP_PRECISION_SEASON, "2024-03-01/2024-05-31", TRUE },
  { "2024-28", LEADUP_PRECISION_SEASON, "2024-12-01/2025-02-28", TRUE },
  { "2024-29", LEADUP_PRECISION_SEASON, "2024-09-01/2024-11-30", TRUE },
  { "2024-32", LEADUP_PRECISION_SEASON, "2024-06-01/2024-08-31", TRUE },
  { "2024-33", LEADUP_PRECISION_QUARTER, "2024-01-01/2024-03-31", TRUE },
  { "2024-36", LEADUP_PRECISION_QUARTER, "2024-10-01/2024-12-31", TRUE },
  { "2024-38", LEADUP_PRECISION_SEASON, "2024-05-01/2024-08-31", TRUE },
  { "2024-41", LEADUP_PRECISION_SEASON, "2024-07-01/2024-12-31", TRUE },
};

static void
test_a_date_has_the_bounds_of_its_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      LeadupEdtf edtf;

      leadup_edtf_parse (dates[i].text, LEADUP_PART_NONE, &edtf, &error);
      g_assert_no_error (error);
      assert_days (dates[i].text, edtf.bounds.start_earliest, edtf.bounds.start_latest,
                   dates[i].bounds);
      g_assert_cmpint (edtf.bounds.end_earliest, ==, edtf.bounds.start_earliest);
      g_assert_cmpint (edtf.bounds.end_latest, ==, edtf.bounds.start_latest);
      g_assert_cmpint (edtf.precision, ==, dates[i].precision);
      g_assert_cmpint (edtf.is_whole, ==, dates[i].is_whole);
      g_assert_false (edtf.is_interval || edtf.is_one_of || edtf.is_ongoing);
      g_assert_false (edtf.is_approximate || edtf.is_uncertain || edtf.has_zone);
    }
}

/* The slow way: look at every day whether its text matches. */
static void
test_bounds_of_unspecified_digits_agree_with_every_day (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (199);
  gint32 first = (gint32) leadup_calendar_day_number (1970, 1, 1);
  gint32 end = (gint32) leadup_calendar_day_number (2050, 1, 1);

  for (int i = 0; i < 300; i++)
    {
      gint64 earliest = G_MAXINT64, latest = G_MININT64;
      char pattern[40];
      LeadupEdtf edtf;
      int y, m, d;

      leadup_calendar_from_day_number (g_rand_int_range (random, first, end), &y, &m, &d);
      g_snprintf (pattern, sizeof pattern, "%04d-%02d-%02d", y, m, d);
      for (guint j = 3; j < 10; j++)
        {
          if (j != 4 && j != 7 && g_rand_int_range (random, 0, 3) == 0)
            pattern[j] = 'X';
        }

      /* The century and the tens are given, so that all matching days lie in these years. */
      for (gint64 day = first; day < end; day++)
        {
          char text[40];
          gboolean matches = TRUE;

          leadup_calendar_from_day_number (day, &y, &m, &d);
          g_snprintf (text, sizeof text, "%04d-%02d-%02d", y, m, d);
          for (guint j = 0; j < 10; j++)
            matches = matches && (pattern[j] == 'X' || pattern[j] == text[j]);
          if (matches)
            {
              earliest = MIN (earliest, day);
              latest = MAX (latest, day);
            }
        }

      g_assert_true (leadup_edtf_parse (pattern, LEADUP_PART_NONE, &edtf, NULL));
      g_assert_cmpint (edtf.bounds.start_earliest, ==, earliest * LEADUP_USEC_DAY);
      g_assert_cmpint (edtf.bounds.start_latest, ==, (latest + 1) * LEADUP_USEC_DAY);
    }
}

static void
test_parts_follow_their_table (void)
{
  static const struct
  {
    const char *text;
    const char *bounds[3];
  } cases[] = {
    { "2025-03", { "2025-03-01/2025-03-10", "2025-03-11/2025-03-20", "2025-03-21/2025-03-31" } },
    { "2025-02", { "2025-02-01/2025-02-10", "2025-02-11/2025-02-20", "2025-02-21/2025-02-28" } },
    { "2025-W37", { "2025-09-08/2025-09-09", "2025-09-10/2025-09-11", "2025-09-12/2025-09-14" } },
    { "2025", { "2025-01-01/2025-04-30", "2025-05-01/2025-08-31", "2025-09-01/2025-12-31" } },
    { "2024-22", { "2024-06-01/2024-06-30", "2024-07-01/2024-07-31", "2024-08-01/2024-08-31" } },
    { "2024-35", { "2024-07-01/2024-07-31", "2024-08-01/2024-08-31", "2024-09-01/2024-09-30" } },
    { "2024-40", { "2024-01-01/2024-02-29", "2024-03-01/2024-04-30", "2024-05-01/2024-06-30" } },
    { "199X", { "1990-01-01/1993-12-31", "1994-01-01/1996-12-31", "1997-01-01/1999-12-31" } },
    { "19XX", { "1900-01-01/1932-12-31", "1933-01-01/1966-12-31", "1967-01-01/1999-12-31" } },
  };
  static const char *const refused[] = { "2025-03-04T03:15", "2025/2026", "2004-1X", "[2025,2026]",
                                         "XXXX" };
  LeadupEdtf edtf;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < 3; j++)
        {
          g_assert_true (
              leadup_edtf_parse (cases[i].text, (LeadupPart) (LEADUP_PART_EARLY + j), &edtf, NULL));
          assert_days (cases[i].text, edtf.bounds.start_earliest, edtf.bounds.start_latest,
                       cases[i].bounds[j]);
        }
    }

  g_assert_true (leadup_edtf_parse ("2025-03-04", LEADUP_PART_LATE, &edtf, NULL));
  g_assert_cmpint (edtf.bounds.start_earliest, ==,
                   leadup_calendar_date_instant (2025, 3, 4) + 16 * LEADUP_USEC_HOUR);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (leadup_edtf_parse (refused[i], LEADUP_PART_MID, &edtf, &error));
      g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX);
    }
}

static void
test_intervals_bound_their_ends_apart (void)
{
  static const struct
  {
    const char *text;
    const char *start, *end;
    gboolean is_ongoing;
    LeadupPrecision precision;
  } cases[] = {
    { "2025-01-01/2025-12-19", "2025-01-01/2025-01-01", "2025-12-19/2025-12-19", FALSE,
      LEADUP_PRECISION_INTERVAL },
    { "2025-03/2025-05", "2025-03-01/2025-03-31", "2025-05-01/2025-05-31", FALSE,
      LEADUP_PRECISION_INTERVAL },
    { "2025/2025-05", "2025-01-01/2025-05-31", "2025-05-01/2025-05-31", FALSE,
      LEADUP_PRECISION_INTERVAL },
    { "2025-05/2025", "2025-05-01/2025-05-31", "2025-05-01/2025-12-31", FALSE,
      LEADUP_PRECISION_INTERVAL },
    { "2024-21/2024-22", "2024-03-01/2024-05-31", "2024-06-01/2024-08-31", FALSE,
      LEADUP_PRECISION_INTERVAL },
    { "2025-09-02/..", "2025-09-02/2025-09-02", "../..", TRUE, LEADUP_PRECISION_INTERVAL },
    { "2025-09-02/", "2025-09-02/2025-09-02", "2025-09-02/..", FALSE, LEADUP_PRECISION_INTERVAL },
    { "../2025-12-19", "../2025-12-19", "2025-12-19/2025-12-19", FALSE, LEADUP_PRECISION_INTERVAL },
    { "/2025-12-19", "../2025-12-19", "2025-12-19/2025-12-19", FALSE, LEADUP_PRECISION_INTERVAL },
    { "../..", "../..", "../..", FALSE, LEADUP_PRECISION_UNDATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LeadupEdtf edtf;

      leadup_edtf_parse (cases[i].text, LEADUP_PART_NONE, &edtf, &error);
      g_assert_no_error (error);
      assert_days (cases[i].text, edtf.bounds.start_earliest, edtf.bounds.start_latest,
                   cases[i].start);
      assert_days (cases[i].text, edtf.bounds.end_earliest, edtf.bounds.end_latest, cases[i].end);
      g_assert_true (edtf.is_interval);
      g_assert_cmpint (edtf.is_ongoing, ==, cases[i].is_ongoing);
      g_assert_cmpint (edtf.precision, ==, cases[i].precision);
    }
}

static void
test_lists_are_one_moment_out_of_several (void)
{
  static const struct
  {
    const char *text;
    const char *bounds;
  } cases[] = {
    { "[2025-03-01..2025-03-05]", "2025-03-01/2025-03-05" },
    { "[2025-03,2025-01,2025-02]", "2025-01-01/2025-03-31" },
    { "[2025-03-04]", "2025-03-04/2025-03-04" },
    { "[..2025-03-04]", "../2025-03-04" },
    { "[2025-03-04..]", "2025-03-04/.." },
    { "[1667,1668,1670..1672]", "1667-01-01/1672-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LeadupEdtf edtf;

      leadup_edtf_parse (cases[i].text, LEADUP_PART_NONE, &edtf, &error);
      g_assert_no_error (error);
      assert_days (cases[i].text, edtf.bounds.start_earliest, edtf.bounds.start_latest,
                   cases[i].bounds);
      assert_days (cases[i].text, edtf.bounds.end_earliest, edtf.bounds.end_latest,
                   cases[i].bounds);
      g_assert_true (edtf.is_one_of && !edtf.is_interval);
    }
}

static void
test_qualification_is_seen_wherever_it_stands (void)
{
  static const struct
  {
    const char *text;
    gboolean is_approximate, is_uncertain;
  } cases[] = {
    { "1984?", FALSE, TRUE },
    { "2004-06~", TRUE, FALSE },
    { "2004-06-11%", TRUE, TRUE },
    { "2004?-06-11", FALSE, TRUE },
    { "2004-~06-11", TRUE, FALSE },
    { "~-0043", TRUE, FALSE },
    { "2004-06~/2005", TRUE, FALSE },
    { "2004/2005?", FALSE, TRUE },
    { "[2004~,2005]", TRUE, FALSE },
    { "2024-21?", FALSE, TRUE },
    { "Y12345~", TRUE, FALSE },
    { "2025-W37?", FALSE, TRUE },
    { "2025-03-04T03:15~", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LeadupEdtf edtf;

      leadup_edtf_parse (cases[i].text, LEADUP_PART_NONE, &edtf, &error);
      g_assert_no_error (error);
      g_assert_cmpint (edtf.is_approximate, ==, cases[i].is_approximate);
      g_assert_cmpint (edtf.is_uncertain, ==, cases[i].is_uncertain);
    }
}

static void
test_times_are_taken_to_utc (void)
{
  static const struct
  {
    const char *text;
    const char *zone;
    const char *from; /* for GLib's reader */
    gint64 width;
    gboolean has_zone;
  } cases[] = {
    { "2025-03-04T03:15Z", NULL, "2025-03-04T03:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T03:15:30Z", NULL, "2025-03-04T03:15:30Z", LEADUP_USEC_SECOND, TRUE },
    { "2025-03-04T03:15:30.25Z", NULL, "2025-03-04T03:15:30.25Z", 10000, TRUE },
    { "2025-03-04T03:15:30.5000007Z", NULL, "2025-03-04T03:15:30.5Z", 1, TRUE },
    { "2025-03-04T03Z", NULL, "2025-03-04T03:00:00Z", LEADUP_USEC_HOUR, TRUE },
    { "2025-03-04T03:15+02:00", NULL, "2025-03-04T01:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T23:15-05", NULL, "2025-03-05T04:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T00:15+0530", NULL, "2025-03-03T18:45:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T24:00Z", NULL, "2025-03-05T00:00:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2016-12-31T23:59:60Z", NULL, "2017-01-01T00:00:00Z", LEADUP_USEC_SECOND, TRUE },
    { "2025-03-04T03:15", NULL, "2025-03-04T03:15:00Z", LEADUP_USEC_MINUTE, FALSE },
    { "2025-03-04T03:15", "Europe/Rome", "2025-03-04T02:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-07-04T03:15", "Europe/Rome", "2025-07-04T01:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T03:15", "+02:00", "2025-03-04T01:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T03:15Z", "Europe/Rome", "2025-03-04T03:15:00Z", LEADUP_USEC_MINUTE, TRUE },
    { "2025-03-04T03:15", "Nowhere/Land", "2025-03-04T03:15:00Z", LEADUP_USEC_MINUTE, FALSE },
    { "2025-03-04T03:15", "../../etc/passwd", "2025-03-04T03:15:00Z", LEADUP_USEC_MINUTE, FALSE },
    /* The clock shows this hour twice: 01:30 EDT and 01:30 EST. */
    { "2025-11-02T01:30", "America/New_York", "2025-11-02T05:30:00Z",
      LEADUP_USEC_HOUR + LEADUP_USEC_MINUTE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (cases[i].from, NULL);
      g_autoptr (GError) error = NULL;
      LeadupEdtf edtf;

      leadup_edtf_parse_in_zone (cases[i].text, LEADUP_PART_NONE, cases[i].zone, &edtf, &error);
      g_assert_no_error (error);
      g_assert_cmpint (edtf.bounds.start_earliest, ==,
                       g_date_time_to_unix (from) * LEADUP_USEC_SECOND +
                           g_date_time_get_microsecond (from));
      g_assert_cmpint (edtf.bounds.start_latest - edtf.bounds.start_earliest, ==, cases[i].width);
      g_assert_cmpint (edtf.precision, ==, LEADUP_PRECISION_TIME);
      g_assert_cmpint (edtf.has_zone, ==, cases[i].has_zone);
    }
}

static const struct
{
  const char *text;
  const char *reason;
} refusals[] = {
  { "2025-02-30", "month 02 of that year has 28 days" },
  { "2025-04-31", "has 30 days" },
  { "2025-13", "no month 13" },
  { "2025-00", "no month 00" },
  { "2025-03-00", "has 31 days" },
  { "2025-02-3X", "no day matches" },
  { "2025-21-04", "no month 21" },
  { "2025-42", "no month 42" },
  { "25-03-04", "four digits" },
  { "2025-3-4", "two digits" },
  { "2025-03-4", "two digits" },
  { "March 2025", "four digits" },
  { "20250304", "nothing may follow" },
  { "2025-03-04 03:15", "nothing may follow" },
  { "2025-03-04T25:00", "00:00 to 24:00" },
  { "2025-03-04T24:01", "00:00 to 24:00" },
  { "2025-03-04T03:60", "00:00 to 24:00" },
  { "2025-03-04T03:15+19:00", "up to 18 hours" },
  { "2025-03-04T03:15+2", "offset" },
  { "2025-03T03:15", "full date" },
  { "2025-03-XXT03:15", "full date" },
  { "2025-W53", "no week 53" },
  { "2025-W00", "no week 00" },
  { "2025-W37-8", "1 (Monday) to 7 (Sunday)" },
  { "Y2025", "more than four digits" },
  { "Y290001", "from -290000 to 290000" },
  { "Y99999999999999999999", "from -290000 to 290000" },
  { "-0000", "no sign" },
  { "2025-12/2025-03", "ends before it begins" },
  { "/", "at least one end" },
  { "/..", "at least one end" },
  { "2025/2026/2027", "nothing may follow" },
  { "[2025", "written like" },
  { "[]", "written like" },
  { "[2025,]", "four digits" },
  { "[..]", "needs a date" },
  { "[2026..2025]", "ends before it begins" },
  { "XXXX-02-30", "no day matches" },
  { "2025-03-04T03:15ZZ", "nothing may follow" },
  { "{2025,2026}", "set of dates" },
  { "", "empty" },
  { NULL, "empty" },
  { "\xff\xfe", "not text" },
  { "2025–03", "nothing may follow" },
};

static void
test_what_is_wrong_is_refused_with_a_reason (void)
{
  g_autofree char *long_text = g_strnfill (LEADUP_EDTF_MAX_BYTES + 1, '2');
  g_autoptr (GError) limit = NULL;
  LeadupEdtf edtf;

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (leadup_edtf_parse (refusals[i].text, LEADUP_PART_NONE, &edtf, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == LEADUP_ERROR);
      if (strstr (error->message, refusals[i].reason) == NULL)
        g_error ("“%s” is refused with: %s", refusals[i].text, error->message);
    }

  g_assert_false (leadup_edtf_parse (long_text, LEADUP_PART_NONE, &edtf, &limit));
  g_assert_error (limit, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

/* Whatever stands there, nothing breaks, and bounds are in order. */
static void
test_broken_text_is_read_or_refused (void)
{
  static const char alphabet[] = "0123456789X-/.~?%[],TZYW:+ ";
  static const char *const seeds[] = { "2025-03-04T03:15:00.5+02:00",
                                       "[2025-03..2025-05,2026]",
                                       "2025-09-02/..",
                                       "199X-0X-1X~",
                                       "2025-W37-2",
                                       "Y-12345" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint read = 0;

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *text = g_strdup (seeds[i % G_N_ELEMENTS (seeds)]);
      LeadupEdtf edtf;

      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        text[g_rand_int_range (random, 0, (gint32) strlen (text))] =
            alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];

      if (leadup_edtf_parse (text, LEADUP_PART_NONE, &edtf, NULL))
        {
          const LeadupWhenBounds *b = &edtf.bounds;

          read++;
          if (b->start_earliest > b->start_latest || b->end_earliest > b->end_latest ||
              b->start_earliest > b->end_earliest || b->start_latest > b->end_latest)
            g_error ("“%s” has bounds out of order", text);
        }
    }

  g_assert_cmpuint (read, >, 1000);
}

static void
test_days_are_written_in_the_shortest_way (void)
{
  static const struct
  {
    int y1, m1, d1, y2, m2, d2;
    const char *text;
  } cases[] = {
    { 2025, 3, 4, 2025, 3, 4, "2025-03-04" },
    { 2025, 3, 1, 2025, 3, 31, "2025-03" },
    { 2025, 12, 1, 2025, 12, 31, "2025-12" },
    { 2025, 1, 1, 2025, 12, 31, "2025" },
    { 2025, 2, 1, 2026, 1, 31, "2025-02-01/2026-01-31" },
    { 1990, 1, 1, 1999, 12, 31, "199X" },
    { 1991, 1, 1, 2000, 12, 31, "1991-01-01/2000-12-31" },
    { 1900, 1, 1, 1999, 12, 31, "19XX" },
    { 2025, 1, 1, 2025, 12, 19, "2025-01-01/2025-12-19" },
    { -43, 3, 15, -43, 3, 15, "-0043-03-15" },
    { -43, 3, 1, -43, 3, 31, "-0043-03" },
    { 9999, 1, 1, 9999, 12, 31, "9999" },
    { 12345, 6, 7, 12345, 8, 9, "Y12345" },
    { 12345, 6, 7, 12346, 8, 9, "Y12345/Y12346" },
    { -20000, 1, 1, -20000, 1, 31, "Y-20000" },
    { 400000, 1, 1, 400000, 1, 1, "Y290000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = leadup_edtf_from_days (
          leadup_calendar_day_number (cases[i].y1, cases[i].m1, cases[i].d1),
          leadup_calendar_day_number (cases[i].y2, cases[i].m2, cases[i].d2));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_written_days_are_read_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  gint32 first_number = (gint32) leadup_calendar_day_number (-9999, 1, 1);
  gint32 end_number = (gint32) leadup_calendar_day_number (10000, 1, 1);

  for (int i = 0; i < 50000; i++)
    {
      gint64 first = g_rand_int_range (random, first_number, end_number);
      gint64 last = first + g_rand_int_range (random, 0, 40);
      g_autofree char *text = NULL;
      LeadupEdtf edtf;

      /* Whole units now and then. */
      if (i % 3 == 0)
        {
          LeadupUnit unit =
              (LeadupUnit) g_rand_int_range (random, LEADUP_UNIT_DAY, LEADUP_UNIT_MILLENNIUM);
          LeadupInstant from = leadup_calendar_floor (first * LEADUP_USEC_DAY, unit, 1);

          first = from / LEADUP_USEC_DAY;
          last = leadup_calendar_add (from, unit, 1) / LEADUP_USEC_DAY - 1;
        }
      if (first < first_number || last >= end_number)
        continue;

      text = leadup_edtf_from_days (first, last);
      g_assert_true (leadup_edtf_parse (text, LEADUP_PART_NONE, &edtf, NULL));
      g_assert_cmpint (edtf.bounds.start_earliest, ==, first * LEADUP_USEC_DAY);
      g_assert_cmpint (edtf.bounds.end_latest, ==, (last + 1) * LEADUP_USEC_DAY);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/a-date-has-the-bounds-of-its-days",
                   test_a_date_has_the_bounds_of_its_days);
  g_test_add_func ("/edtf/bounds-of-unspecified-digits-agree-with-every-day",
                   test_bounds_of_unspecified_digits_agree_with_every_day);
  g_test_add_func ("/edtf/parts-follow-their-table", test_parts_follow_their_table);
  g_test_add_func ("/edtf/intervals-bound-their-ends-apart", test_intervals_bound_their_ends_apart);
  g_test_add_func ("/edtf/lists-are-one-moment-out-of-several",
                   test_lists_are_one_moment_out_of_several);
  g_test_add_func ("/edtf/qualification-is-seen-wherever-it-stands",
                   test_qualification_is_seen_wherever_it_stands);
  g_test_add_func ("/edtf/times-are-taken-to-utc", test_times_are_taken_to_utc);
  g_test_add_func ("/edtf/what-is-wrong-is-refused-with-a-reason",
                   test_what_is_wrong_is_refused_with_a_reason);
  g_test_add_func ("/edtf/broken-text-is-read-or-refused", test_broken_text_is_read_or_refused);
  g_test_add_func ("/edtf/days-are-written-in-the-shortest-way",
                   test_days_are_written_in_the_shortest_way);
  g_test_add_func ("/edtf/written-days-are-read-back", test_written_days_are_read_back);

  return g_test_run ();
}
