/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"

#include <string.h>

static LeadupWhen *
read_when (const char *edtf,
           LeadupPart  part,
           const char *zone,
           const char *rule)
{
  LeadupWhenFields fields = { .edtf = edtf, .zone = zone, .rule = rule, .part = part };
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new (&fields, &error);

  g_assert_no_error (error);

  return when;
}

static const struct
{
  const char *edtf;
  const char *short_text;
  const char *long_text;
  const char *rule;
  LeadupPart part;
  const char *zone;
} dates[] = {
  { "2025-03-04", "4 Mar 2025", "4 March 2025" },
  { "2025-03-04T03:15Z", "4 Mar 2025, 03:15", "4 March 2025, 03:15 UTC" },
  { "2025-03-04T03:15:07Z", "4 Mar 2025, 03:15:07", "4 March 2025, 03:15:07 UTC" },
  { "2025-03-04T03:15-05:00", "4 Mar 2025, 03:15", "4 March 2025, 03:15 UTC-5" },
  { "2025-03-04T03:15+05:30", "4 Mar 2025, 03:15", "4 March 2025, 03:15 UTC+5:30" },
  { "2025-03-04T03:15", "4 Mar 2025, 03:15", "4 March 2025, 03:15 Rome", .zone = "Europe/Rome" },
  { "2025-03-04T03:15", "4 Mar 2025, 03:15", "4 March 2025, 03:15" },
  { "2025-03-04T03:15", "4 Mar 2025, 03:15", "4 March 2025, 03:15 New York",
    .zone = "America/New_York" },
  { "2025-03-04T03", "4 Mar 2025, 03:00–03:59", "4 March 2025, 03:00–03:59" },
  { "2025-03", "Mar 2025", "March 2025" },
  { "2025-03", "early Mar 2025", "early March 2025", .part = LEADUP_PART_EARLY },
  { "2025-03", "mid-Mar 2025", "mid-March 2025", .part = LEADUP_PART_MID },
  { "2025", "late 2025", "late 2025", .part = LEADUP_PART_LATE },
  { "2025-03-04", "end of 4 Mar 2025", "end of 4 March 2025", .part = LEADUP_PART_LATE },
  { "2025", "2025", "2025" },
  { "0044", "AD 44", "AD 44" },
  { "-0043-03-15", "15 Mar 44 BC", "15 March 44 BC" },
  { "0000", "1 BC", "1 BC" },
  { "Y12345", "12345", "12345" },
  { "Y-12345", "12346 BC", "12346 BC" },
  { "199X", "1990s", "1990s" },
  { "199X~", "c. 1990s", "about 1990s" },
  { "2025?", "2025?", "2025 (uncertain)" },
  { "2025-03%", "c. Mar 2025?", "about March 2025 (uncertain)" },
  { "19XX", "1900–1999", "1900–1999" },
  { "-199X", "2000 BC – 1991 BC", "2000 BC – 1991 BC" },
  { "2024-XX", "2024", "2024" },
  { "2024-06-1X", "between 10 and 19 Jun 2024", "between 10 and 19 June 2024" },
  { "20X4", "between 2004 and 2094", "between 2004 and 2094" },
  { "XXXX", "undated", "undated" },
  { "2025-W37", "week of 8 Sep 2025", "week of 8 September 2025" },
  { "2024-21", "Spring 2024", "Spring 2024" },
  { "2024-22", "Summer 2024", "Summer 2024" },
  { "2024-24", "Winter 2024–25", "Winter 2024–25" },
  { "2024-29", "Spring 2024 (southern hemisphere)", "Spring 2024 (southern hemisphere)" },
  { "2024-35", "Q3 2024", "Q3 2024" },
  { "2024-37", "Jan – Apr 2024", "January – April 2024" },
  { "2024-41", "second half of 2024", "second half of 2024" },
  { "2025-09-02/2025-09-04", "2–4 Sep 2025", "2–4 September 2025" },
  { "2025-09-02/2025-10-04", "2 Sep – 4 Oct 2025", "2 September – 4 October 2025" },
  { "2024-09-02/2025-09-04", "2 Sep 2024 – 4 Sep 2025", "2 September 2024 – 4 September 2025" },
  { "2025-09-02/2025-09-02", "2 Sep 2025", "2 September 2025" },
  { "2025-03/2025-05", "Mar – May 2025", "March – May 2025" },
  { "2024/2025", "2024–2025", "2024–2025" },
  { "2024~/2025", "c. 2024 – 2025", "about 2024 – 2025" },
  { "2024-03/2025-05-06", "Mar 2024 – 6 May 2025", "March 2024 – 6 May 2025" },
  { "2025-01-01/2025-12-19", "between 1 Jan and 19 Dec 2025",
    "between 1 January and 19 December 2025", "relative:earlier-this-year" },
  { "2024/2025", "between 2024 and 2025", "between 2024 and 2025", "vague" },
  { "../2025-12-19", "by 19 Dec 2025", "by 19 December 2025", "published-bound" },
  { "../2025-12-19", "until 19 Dec 2025", "until 19 December 2025" },
  { "2025-09-02/..", "since 2 Sep 2025", "since 2 September 2025" },
  { "2025-09-02/", "from 2 Sep 2025", "from 2 September 2025" },
  { "2025-09-02/..", "2 Sep 2025 or later", "2 September 2025 or later", "narrative" },
  { "../..", "undated", "undated" },
  { "[2024,2025]", "2024 or 2025", "2024 or 2025" },
  { "[..2025-03-04]", "by 4 Mar 2025", "by 4 March 2025" },
  { "[2025-03-04..]", "4 Mar 2025 or later", "4 March 2025 or later" },
  { "[2025-03-01..2025-03-05]", "between 1 and 5 Mar 2025", "between 1 and 5 March 2025" },
  { "[2021,2022,2023,2024]", "between 1 Jan 2021 and 31 Dec 2024",
    "between 1 January 2021 and 31 December 2024" },
};

static void
test_dates_are_written_no_finer_than_they_were_said (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (LeadupWhen) when =
          read_when (dates[i].edtf, dates[i].part, dates[i].zone, dates[i].rule);
      g_autofree char *short_text = leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT);
      g_autofree char *long_text = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);

      g_assert_cmpstr (short_text, ==, dates[i].short_text);
      g_assert_cmpstr (long_text, ==, dates[i].long_text);
    }
}

static void
test_instants_are_written_to_the_unit_asked_for (void)
{
  static const char *const texts[] = {
    [LEADUP_UNIT_MILLISECOND] = "11 Sep 2025, 17:47:12.345",
    [LEADUP_UNIT_SECOND] = "11 Sep 2025, 17:47:12",
    [LEADUP_UNIT_MINUTE] = "11 Sep 2025, 17:47",
    [LEADUP_UNIT_HOUR] = "11 Sep 2025, 17:00",
    [LEADUP_UNIT_DAY] = "11 Sep 2025",
    [LEADUP_UNIT_WEEK] = "week of 8 Sep 2025",
    [LEADUP_UNIT_MONTH] = "Sep 2025",
    [LEADUP_UNIT_QUARTER] = "Q3 2025",
    [LEADUP_UNIT_YEAR] = "2025",
    [LEADUP_UNIT_DECADE] = "2020s",
    [LEADUP_UNIT_CENTURY] = "2000–2099",
    [LEADUP_UNIT_MILLENNIUM] = "2000–2999",
  };
  const LeadupCivil civil = { 2025, 9, 11, 17, 47, 12, 345678 };
  g_autofree char *unbounded = leadup_instant_format (LEADUP_INSTANT_MIN, LEADUP_UNIT_DAY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text =
          leadup_instant_format (leadup_calendar_to_instant (&civil), (LeadupUnit) i);

      g_assert_cmpstr (text, ==, texts[i]);
    }

  g_assert_cmpstr (unbounded, ==, "…");
}

static LeadupInstant
at (int year,
    int month,
    int day,
    int hour,
    int minute,
    int second)
{
  const LeadupCivil civil = { year, month, day, hour, minute, second, 0 };

  return leadup_calendar_to_instant (&civil);
}

static void
test_ranges_are_as_fine_as_their_length_asks (void)
{
  const struct
  {
    LeadupInstant from, to;
    const char *text;
  } cases[] = {
    { at (2025, 1, 1, 0, 0, 0), at (2026, 1, 1, 0, 0, 0), "2025" },
    { at (2020, 1, 1, 0, 0, 0), at (2026, 1, 1, 0, 0, 0), "2020–2025" },
    { at (2025, 3, 1, 0, 0, 0), at (2025, 6, 1, 0, 0, 0), "Mar – May 2025" },
    { at (2025, 9, 2, 0, 0, 0), at (2025, 9, 5, 0, 0, 0), "2–4 Sep 2025" },
    { at (2025, 9, 2, 0, 0, 0), at (2025, 9, 3, 0, 0, 0), "2 Sep 2025" },
    { at (2025, 9, 2, 3, 15, 0), at (2025, 9, 20, 5, 0, 0), "2–20 Sep 2025" },
    { at (2015, 9, 2, 3, 15, 0), at (2025, 9, 20, 5, 0, 0), "Sep 2015 – Sep 2025" },
    { at (1815, 9, 2, 3, 15, 0), at (2025, 9, 20, 5, 0, 0), "1815–2025" },
    { at (-43, 9, 2, 3, 15, 0), at (2025, 9, 20, 5, 0, 0), "44 BC – 2025" },
    { at (2025, 9, 2, 3, 15, 0), at (2025, 9, 2, 5, 0, 0), "2 Sep 2025, 03:15–05:00" },
    { at (2025, 9, 2, 23, 15, 0), at (2025, 9, 3, 5, 0, 0),
      "2 Sep 2025, 23:15 – 3 Sep 2025, 05:00" },
    { at (2025, 9, 2, 3, 15, 7), at (2025, 9, 2, 3, 16, 0), "2 Sep 2025, 03:15:07–03:16:00" },
    { at (2025, 9, 2, 3, 15, 7), at (2025, 9, 2, 3, 15, 7), "2 Sep 2025, 03:15" },
    { LEADUP_INSTANT_MIN, at (2025, 9, 3, 0, 0, 0), "until 2 Sep 2025" },
    { at (2025, 9, 2, 0, 0, 0), LEADUP_INSTANT_MAX, "from 2 Sep 2025" },
    { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, "all time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = leadup_range_format (cases[i].from, cases[i].to);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Nothing that can be read fails to be written. */
static void
test_every_date_that_is_read_is_written (void)
{
  static const char alphabet[] = "0123456789X-/.~?%[],TZYW:+ ";
  static const char *const seeds[] = { "2025-03-04T03:15:00.5+02:00",
                                       "[2025-03..2025-05,2026]",
                                       "2025-09-02/..",
                                       "199X-0X-1X~",
                                       "2025-W37-2",
                                       "Y-12345",
                                       "2024-24/2025-40" };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *edtf = g_strdup (seeds[i % G_N_ELEMENTS (seeds)]);
      g_autoptr (LeadupWhen) when = NULL;
      g_autofree char *text = NULL;
      LeadupWhenFields fields = { .edtf = edtf, .rule = i % 2 == 0 ? "vague" : NULL };

      for (int j = g_rand_int_range (random, 0, 4); j > 0; j--)
        edtf[g_rand_int_range (random, 0, (gint32) strlen (edtf))] =
            alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];

      when = leadup_when_new (&fields, NULL);
      if (when == NULL)
        continue;
      text = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (text, !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/when-format/dates-are-written-no-finer-than-they-were-said",
                   test_dates_are_written_no_finer_than_they_were_said);
  g_test_add_func ("/when-format/instants-are-written-to-the-unit-asked-for",
                   test_instants_are_written_to_the_unit_asked_for);
  g_test_add_func ("/when-format/ranges-are-as-fine-as-their-length-asks",
                   test_ranges_are_as_fine_as_their_length_asks);
  g_test_add_func ("/when-format/every-date-that-is-read-is-written",
                   test_every_date_that_is_read_is_written);

  return g_test_run ();
}
