/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-typed-date.h"

#include "base/leadup-edtf.h"
#include "base/leadup-error.h"
#include "base/leadup-when-format.h"

#include <string.h>

/* A Wednesday. */
#define TODAY "2025-03-12"

static const struct
{
  const char *typed;
  const char *edtf;
  const char *part; /* NULL = none */
  const char *zone;
  gboolean is_relative;
  gboolean is_within;
} dates[] = {
  { "~mar 2025", "2025-03~", NULL, NULL, FALSE, FALSE },
  { "2025-03-04 03:15 Kyiv", "2025-03-04T03:15", NULL, "Europe/Kyiv", FALSE, FALSE },
  { "mid-2024", "2024", "mid", NULL, FALSE, FALSE },
  { "before 4 March", "../2025-03-03", NULL, NULL, TRUE, TRUE },
  { "overnight 3-4 Mar", "2025-03-03T20:00/2025-03-04T05:59", NULL, NULL, TRUE, TRUE },
  { "last Tuesday", "2025-03-11", NULL, NULL, TRUE, FALSE },
  { "Q3 2024", "2024-35", NULL, NULL, FALSE, FALSE },
  { "1990s", "199X", NULL, NULL, FALSE, FALSE },
  { "44 BC", "-0043", NULL, NULL, FALSE, FALSE },
  /* EDTF stays what it is. */
  { "2025-03?", "2025-03?", NULL, NULL, FALSE, FALSE },
  { " 2025-09-02/.. ", "2025-09-02/..", NULL, NULL, FALSE, FALSE },
  { "2025-03-04T03:15Z", "2025-03-04T03:15Z", NULL, NULL, FALSE, FALSE },
  /* Days. */
  { "4 March 2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "4 Mar 2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "March 4, 2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "the 4th of March 2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "Tuesday 4 March 2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "2025 Mar. 4", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "4mar2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "20250304", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "2025/03/04", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "4.3.2025", "2025-03-04", NULL, NULL, FALSE, FALSE },
  { "31/12/2024", "2024-12-31", NULL, NULL, FALSE, FALSE },
  { "12/31/2024", "2024-12-31", NULL, NULL, FALSE, FALSE },
  { "15 March 44 BC", "-0043-03-15", NULL, NULL, FALSE, FALSE },
  { "AD 79", "0079", NULL, NULL, FALSE, FALSE },
  { "24 August AD 79", "0079-08-24", NULL, NULL, FALSE, FALSE },
  { "perhaps 4 March 2025", "2025-03-04?", NULL, NULL, FALSE, FALSE },
  { "about 4 March 2025?", "2025-03-04%", NULL, NULL, FALSE, FALSE },
  /* Without a year: the last one that has begun. */
  { "4 March", "2025-03-04", NULL, NULL, TRUE, FALSE },
  { "13 March", "2024-03-13", NULL, NULL, TRUE, FALSE },
  { "29 February", "2024-02-29", NULL, NULL, TRUE, FALSE },
  { "August", "2024-08", NULL, NULL, TRUE, FALSE },
  { "next August", "2026-08", NULL, NULL, TRUE, FALSE },
  { "early March", "2025-03", "early", NULL, TRUE, FALSE },
  /* Months, years and longer. */
  { "March 2025", "2025-03", NULL, NULL, FALSE, FALSE },
  { "03/2025", "2025-03", NULL, NULL, FALSE, FALSE },
  { "late Feb 2025", "2025-02", "late", NULL, FALSE, FALSE },
  { "the end of 2024", "2024", "late", NULL, FALSE, FALSE },
  { "beginning of the 1990s", "199X", "early", NULL, FALSE, FALSE },
  { "spring 2024", "2024-21", NULL, NULL, FALSE, FALSE },
  { "second half of 2024", "2024-41", NULL, NULL, FALSE, FALSE },
  { "H1 2024", "2024-40", NULL, NULL, FALSE, FALSE },
  { "third quarter of 2024", "2024-35", NULL, NULL, FALSE, FALSE },
  { "19th century", "18XX", NULL, NULL, FALSE, FALSE },
  { "late 5th century BC", "-04XX", "late", NULL, FALSE, FALSE },
  { "c. 1815", "1815~", NULL, NULL, FALSE, FALSE },
  { "week of 3 March 2025", "2025-W10", NULL, NULL, FALSE, FALSE },
  { "week 37 2025", "2025-W37", NULL, NULL, FALSE, FALSE },
  /* Relative to the day. */
  { "today", "2025-03-12", NULL, NULL, TRUE, FALSE },
  { "yesterday", "2025-03-11", NULL, NULL, TRUE, FALSE },
  { "3 days ago", "2025-03-09", NULL, NULL, TRUE, FALSE },
  { "two weeks ago", "2025-02-26~", NULL, NULL, TRUE, FALSE },
  { "a month ago", "2025-02~", NULL, NULL, TRUE, FALSE },
  { "2 years ago", "2023~", NULL, NULL, TRUE, FALSE },
  { "Wednesday", "2025-03-12", NULL, NULL, TRUE, FALSE },
  { "last Wednesday", "2025-03-05", NULL, NULL, TRUE, FALSE },
  { "next Friday", "2025-03-14", NULL, NULL, TRUE, FALSE },
  { "last week", "2025-W10", NULL, NULL, TRUE, FALSE },
  { "last month", "2025-02", NULL, NULL, TRUE, FALSE },
  { "this year", "2025", NULL, NULL, TRUE, FALSE },
  { "last quarter", "2024-36", NULL, NULL, TRUE, FALSE },
  { "last weekend", "2025-03-08/2025-03-09", NULL, NULL, TRUE, TRUE },
  { "the past 3 days", "2025-03-09/2025-03-12", NULL, NULL, TRUE, TRUE },
  /* Times. */
  { "4 March 2025 3 pm", "2025-03-04T15", NULL, NULL, FALSE, FALSE },
  { "3:15pm on 4 March 2025", "2025-03-04T15:15", NULL, NULL, FALSE, FALSE },
  { "4 March 2025 12 am", "2025-03-04T00", NULL, NULL, FALSE, FALSE },
  { "noon, 4 March 2025", "2025-03-04T12:00", NULL, NULL, FALSE, FALSE },
  { "2025-03-04 03:15:20 UTC", "2025-03-04T03:15:20Z", NULL, "UTC", FALSE, FALSE },
  { "2025-03-04 03:15 +02:00", "2025-03-04T03:15+02:00", NULL, NULL, FALSE, FALSE },
  { "2025-03-04 03:15 UTC+2", "2025-03-04T03:15+02:00", NULL, NULL, FALSE, FALSE },
  { "2025-03-04 03:15 New York", "2025-03-04T03:15", NULL, "America/New_York", FALSE, FALSE },
  { "2025-03-04 03:15 america/caracas", "2025-03-04T03:15", NULL, "America/Caracas", FALSE, FALSE },
  { "2025-03-04 03:15 CET", "2025-03-04T03:15", NULL, "+01:00", FALSE, FALSE },
  { "yesterday 03:15", "2025-03-11T03:15", NULL, NULL, TRUE, FALSE },
  { "morning of 4 March 2025", "2025-03-04T06:00/2025-03-04T11:59", NULL, NULL, FALSE, TRUE },
  { "night of 3 March 2025", "2025-03-03T20:00/2025-03-04T05:59", NULL, NULL, FALSE, TRUE },
  { "last night", "2025-03-11T20:00/2025-03-12T05:59", NULL, NULL, TRUE, TRUE },
  /* Open ends and ranges. */
  { "after 4 March 2025", "2025-03-05/", NULL, NULL, FALSE, TRUE },
  { "by 4 March 2025", "../2025-03-04", NULL, NULL, FALSE, TRUE },
  { "until March 2025", "../2025-03", NULL, NULL, FALSE, FALSE },
  { "4 March 2025 or later", "2025-03-04/", NULL, NULL, FALSE, TRUE },
  { "March 2025 or earlier", "../2025-03", NULL, NULL, FALSE, TRUE },
  { "from March 2025", "2025-03/", NULL, NULL, FALSE, FALSE },
  { "winter 2024–25", "2024-24", NULL, NULL, FALSE, FALSE },
  { "since August", "2024-08/..", NULL, NULL, TRUE, FALSE },
  { "since early March 2025", "2025-03-01~/..", NULL, NULL, FALSE, FALSE },
  { "3-9 March 2025", "2025-03-03/2025-03-09", NULL, NULL, FALSE, FALSE },
  { "from 3 to 9 March 2025", "2025-03-03/2025-03-09", NULL, NULL, FALSE, FALSE },
  { "28 Feb – 4 March 2025", "2025-02-28/2025-03-04", NULL, NULL, FALSE, FALSE },
  { "Dec to Feb 2025", "2024-12/2025-02", NULL, NULL, FALSE, FALSE },
  { "between 3 and 9 March 2025", "2025-03-03/2025-03-09", NULL, NULL, FALSE, TRUE },
  { "1914-1918", "1914/1918", NULL, NULL, FALSE, FALSE },
  { "4 or 5 March 2025", "[2025-03-04,2025-03-05]", NULL, NULL, FALSE, FALSE },
};

static void
test_what_people_type_is_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupWhen) when = leadup_typed_date_read (dates[i].typed, TODAY, &error);
      LeadupPart part = LEADUP_PART_NONE;

      if (when == NULL)
        g_error ("“%s”: %s", dates[i].typed, error->message);
      if (dates[i].part != NULL)
        g_assert_true (leadup_part_from_string (dates[i].part, &part));
      g_test_message ("%s: %s", dates[i].typed, leadup_when_get_edtf (when));
      g_assert_cmpstr (leadup_when_get_edtf (when), ==, dates[i].edtf);
      g_assert_cmpint (leadup_when_get_part (when), ==, part);
      g_assert_cmpstr (leadup_when_get_zone (when), ==, dates[i].zone);
      g_assert_cmpstr (leadup_when_get_as_of (when), ==, dates[i].is_relative ? TODAY : NULL);
      g_assert_cmpint (leadup_when_is_within (when), ==, dates[i].is_within);
    }
}

static const struct
{
  const char *typed;
  const char *hint;
} refused[] = {
  { "", "Write a date" },
  { "   ", "Write a date" },
  { "fooday", "“fooday”" },
  { "12", "“12”" },
  { "3/4/2025", "2025-03-04" },
  { "31 February 2025", "28 days" },
  { "2025-13-01", "month 13" },
  { "Monday 4 March 2025", "day of the week" },
  { "0 BC", "0 BC" },
  { "2025-03 03:15", "needs the day" },
  { "early 4 March 2025 03:15", "needs the day" },
  { "2025-03-04 03:15 Atlantis", "“Atlantis”" },
  { "between March", "Between what" },
  { "3 to", "missing" },
  { "13 pm", "1 to 12" },
  { "before", "missing" },
  { "ago", "3 days ago" },
  { "week", "Write a date" },
  { "overnight 3-7 March", "follow each other" },
  { "9999999999", "no year" },
  { "2025-03-04 24:20", "“:”" },
  { "1:25-3-1:25cst", "ends before it begins" },
};

static void
test_what_is_not_understood_is_told_with_a_way_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i].typed);
      g_assert_null (leadup_typed_date_read (refused[i].typed, TODAY, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, LEADUP_ERROR);
      if (strstr (error->message, refused[i].hint) == NULL)
        g_error ("“%s”: %s", refused[i].typed, error->message);
    }
}

static void
test_too_long_a_text_and_no_utf_8_are_refused (void)
{
  g_autofree char *longest = g_strnfill (LEADUP_TYPED_DATE_MAX_BYTES + 1, '1');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (leadup_typed_date_read (longest, TODAY, NULL));
  g_assert_null (leadup_typed_date_read ("\xff\xfe", TODAY, NULL));
  g_assert_null (leadup_typed_date_read (NULL, TODAY, NULL));
  for (guint i = 0; i < 60; i++)
    g_string_append (many, "a ");
  g_assert_null (leadup_typed_date_read (many->str, TODAY, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

static void
test_the_echo_names_bounds_and_the_day_it_is_seen_from (void)
{
  static const struct
  {
    const char *typed;
    const char *echo;
  } echoes[] = {
    { "4 Mar 2025", "4 March 2025" },
    { "mid-2024", "mid-2024\nsome time from 1 May 2024 to 31 Aug 2024" },
    { "last Tuesday", "11 March 2025\nseen from 12 March 2025" },
    { "3-9 March 2025", "3–9 March 2025\nfrom 3 Mar 2025 to 9 Mar 2025" },
    { "before 4 March",
      "by 3 March 2025\nsome time from … to 3 Mar 2025\nseen from 12 March 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
    {
      g_autoptr (LeadupWhen) when = leadup_typed_date_read (echoes[i].typed, TODAY, NULL);
      g_autofree char *echo = leadup_typed_date_echo (when);

      g_assert_cmpstr (echo, ==, echoes[i].echo);
    }
}

/* What a random day is typed like. */
static char *
type_day (int   year,
          int   month,
          int   day,
          guint form)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  static const char *const forms[] = { "%-e %B %Y", "%B %-e, %Y", "%-e %b %Y", "%Y-%m-%d",
                                       "%Y/%m/%d",  "%-d.%-m.%Y", "%Y%m%d",    "%A %-e %B %Y",
                                       "%b %-e %Y", "%Y %b %-e" };

  return g_date_time_format (date, forms[form % G_N_ELEMENTS (forms)]);
}

static void
test_days_in_every_form_are_read_back (void)
{
  for (guint i = 0; i < 4000; i++)
    {
      int year = g_test_rand_int_range (1000, 9999), month = g_test_rand_int_range (1, 13);
      int day = g_test_rand_int_range (1, leadup_calendar_days_in_month (year, month) + 1);
      g_autofree char *typed = type_day (year, month, day, i);
      g_autofree char *edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupWhen) when = leadup_typed_date_read (typed, TODAY, &error);

      if (when == NULL)
        g_error ("“%s”: %s", typed, error->message);
      g_assert_cmpstr (leadup_when_get_edtf (when), ==, edtf);
    }
}

/* EDTF text of some kind with random numbers. */
static char *
make_edtf (guint kind)
{
  static const char *const marks[] = { "", "", "~", "?", "%" };
  const char *mark = marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))];
  int year = g_test_rand_int_range (1000, 9900), month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, 28);

  switch (kind % 16)
    {
    case 0:
      return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, mark);
    case 1:
      return g_strdup_printf ("%04d-%02d%s", year, month, mark);
    case 2:
      return g_strdup_printf ("%04d%s", year, mark);
    case 3:
      return g_strdup_printf ("-%04d%s", year, mark);
    case 4:
      return g_strdup_printf ("%04d-%d%s", year, g_test_rand_int_range (21, 25), mark);
    case 5:
      return g_strdup_printf ("%04d-%d%s", year, g_test_rand_int_range (33, 37), mark);
    case 6:
      return g_strdup_printf ("%04d-%d%s", year, g_test_rand_int_range (40, 42), mark);
    case 7:
      return g_strdup_printf ("%03dX", year / 10);
    case 8:
      return g_strdup_printf ("%04d-W%02d", year, g_test_rand_int_range (1, 53));
    case 9:
      return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, year,
                              MIN (month + 1, 12), 28);
    case 10:
      return g_strdup_printf ("%04d-%02d/%04d-%02d%s", year, month, year + 1, month, mark);
    case 11:
      return g_strdup_printf ("%04d/%04d", year, year + day);
    case 12:
      return g_strdup_printf ("%04d-%02d-%02d%s/..", year, month, day, mark);
    case 13:
      return g_strdup_printf ("../%04d-%02d%s", year, month, mark);
    case 14:
      return g_strdup_printf ("[%04d-%02d-%02d,%04d-%02d-28]", year, month, day, year, month);
    default:
      return g_strdup_printf ("%04d-%02d-%02dT%02d:%02dZ", year, month, day,
                              g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
    }
}

static void
assert_same_meaning (const LeadupWhen *a,
                     const LeadupWhen *b,
                     const char       *words)
{
  const LeadupWhenBounds *first = leadup_when_get_bounds (a);
  const LeadupWhenBounds *last = leadup_when_get_bounds (b);

  if (first->start_earliest != last->start_earliest || first->start_latest != last->start_latest ||
      first->end_earliest != last->end_earliest || first->end_latest != last->end_latest ||
      leadup_when_is_approximate (a) != leadup_when_is_approximate (b) ||
      leadup_when_is_uncertain (a) != leadup_when_is_uncertain (b) ||
      leadup_when_is_ongoing (a) != leadup_when_is_ongoing (b))
    g_error ("%s → “%s” → %s", leadup_when_get_edtf (a), words, leadup_when_get_edtf (b));
}

/* parse ∘ format: what is said in words means, typed, what it was said of. */
static void
test_words_of_random_dates_mean_them_when_typed (void)
{
  for (guint i = 0; i < 8000; i++)
    {
      g_autofree char *edtf = make_edtf (i);
      LeadupWhenFields fields = { .edtf = edtf };
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupWhen) when = NULL;
      g_autoptr (LeadupWhen) again = NULL;
      g_autofree char *words = NULL;

      if (strpbrk (edtf, "/[T") == NULL && g_test_rand_int_range (0, 3) == 0)
        fields.part = (LeadupPart) g_test_rand_int_range (0, 4);
      if (strchr (edtf, '/') != NULL && strstr (edtf, "..") == NULL &&
          strpbrk (edtf, "~?%") == NULL)
        fields.rule = i % 2 == 0 ? "vague:x" : NULL;
      when = leadup_when_new (&fields, &error);
      g_assert_no_error (error);
      words = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
      again = leadup_typed_date_read (words, TODAY, &error);
      if (again == NULL)
        g_error ("%s → “%s”: %s", edtf, words, error->message);
      assert_same_meaning (when, again, words);
    }
}

/* What is echoed and stored is EDTF, and EDTF is taken as it stands: reading what was read changes
 * nothing. */
static void
test_reading_its_own_edtf_changes_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (LeadupWhen) when = leadup_typed_date_read (dates[i].typed, TODAY, NULL);
      g_autoptr (LeadupWhen) again =
          when != NULL ? leadup_typed_date_read (leadup_when_get_edtf (when), TODAY, NULL) : NULL;

      if (when == NULL)
        continue;
      g_assert_nonnull (again);
      g_assert_cmpstr (leadup_when_get_edtf (again), ==, leadup_when_get_edtf (when));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-date/what-people-type-is-understood",
                   test_what_people_type_is_understood);
  g_test_add_func ("/typed-date/what-is-not-understood-is-told-with-a-way-out",
                   test_what_is_not_understood_is_told_with_a_way_out);
  g_test_add_func ("/typed-date/too-long-a-text-and-no-utf-8-are-refused",
                   test_too_long_a_text_and_no_utf_8_are_refused);
  g_test_add_func ("/typed-date/the-echo-names-bounds-and-the-day-it-is-seen-from",
                   test_the_echo_names_bounds_and_the_day_it_is_seen_from);
  g_test_add_func ("/typed-date/days-in-every-form-are-read-back",
                   test_days_in_every_form_are_read_back);
  g_test_add_func ("/typed-date/words-of-random-dates-mean-them-when-typed",
                   test_words_of_random_dates_mean_them_when_typed);
  g_test_add_func ("/typed-date/reading-its-own-edtf-changes-nothing",
                   test_reading_its_own_edtf_changes_nothing);

  return g_test_run ();
}
