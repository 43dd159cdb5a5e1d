/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-zone.h"

static void
test_clocks_are_taken_to_utc (void)
{
  static const struct
  {
    const char *zone;
    LeadupCivil clock;
    LeadupCivil earliest, latest; /* in UTC */
  } cases[] = {
    { "UTC", { 2025, 3, 4, 3, 15 }, { 2025, 3, 4, 3, 15 }, { 2025, 3, 4, 3, 15 } },
    { "+05:30", { 2025, 3, 4, 3, 15 }, { 2025, 3, 3, 21, 45 }, { 2025, 3, 3, 21, 45 } },
    { "Europe/Rome", { 2025, 3, 4, 3, 15 }, { 2025, 3, 4, 2, 15 }, { 2025, 3, 4, 2, 15 } },
    { "Europe/Rome", { 2025, 7, 4, 3, 15 }, { 2025, 7, 4, 1, 15 }, { 2025, 7, 4, 1, 15 } },
    /* the hour that the clock shows twice */
    { "America/New_York", { 2025, 11, 2, 1, 30 }, { 2025, 11, 2, 5, 30 }, { 2025, 11, 2, 6, 30 } },
    /* before 1970 and with parts of a second */
    { "Asia/Tokyo",
      { 1960, 1, 1, 8, 0, 0, 500000 },
      { 1959, 12, 31, 23, 0, 0, 500000 },
      { 1959, 12, 31, 23, 0, 0, 500000 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupInstant earliest, latest;

      g_assert_true (leadup_zone_to_utc (
          cases[i].zone, leadup_calendar_to_instant (&cases[i].clock), &earliest, &latest));
      g_assert_cmpint (earliest, ==, leadup_calendar_to_instant (&cases[i].earliest));
      g_assert_cmpint (latest, ==, leadup_calendar_to_instant (&cases[i].latest));
    }
}

static void
test_names_that_are_none_are_refused (void)
{
  static const char *const names[] = {
    "",    "Nowhere/Land", "/etc/localtime", "../zoneinfo/UTC", "EST5EDT,M3.2.0", "Europe/Rome\n",
    "Kyiv"
  };
  g_autofree char *long_name = g_strnfill (300, 'A');
  LeadupInstant earliest = 1, latest = 2;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (leadup_zone_to_utc (names[i], 0, &earliest, &latest));
  g_assert_false (leadup_zone_to_utc (long_name, 0, &earliest, &latest));
  g_assert_false (leadup_zone_to_utc ("UTC", LEADUP_INSTANT_MAX, &earliest, &latest));
  g_assert_true (earliest == 1 && latest == 2);
}

/* More names than the table of zones holds, and known ones between them. */
static void
test_many_names_do_not_confuse_the_table (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *unknown = g_strdup_printf ("Nowhere/Land%u", i);
      LeadupInstant earliest, latest;

      g_assert_false (leadup_zone_to_utc (unknown, 0, &earliest, &latest));
      g_assert_true (leadup_zone_to_utc ("Asia/Tokyo", 0, &earliest, &latest));
      g_assert_cmpint (earliest, ==, -9 * LEADUP_USEC_HOUR);
    }
}

static void
test_instants_are_shown_on_a_clock (void)
{
  static const struct
  {
    const char *zone;
    int utc_hour;
    int month;
    int civil_hour;
  } rows[] = {
    { "Europe/Kyiv", 12, 1, 14 },     { "Europe/Kyiv", 12, 7, 15 }, { "-05:00", 12, 7, 7 },
    { "America/New_York", 12, 7, 8 }, { "UTC", 12, 7, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupInstant day = leadup_calendar_date_instant (2025, rows[i].month, 10);
      LeadupInstant civil;

      g_assert_true (
          leadup_zone_to_civil (rows[i].zone, day + rows[i].utc_hour * LEADUP_USEC_HOUR, &civil));
      g_assert_cmpint (civil, ==, day + rows[i].civil_hour * LEADUP_USEC_HOUR);
    }
  g_assert_false (leadup_zone_to_civil ("Nowhere/Land", 0, &(LeadupInstant) { 0 }));
  g_assert_true (leadup_zone_is_utc (NULL) && leadup_zone_is_utc ("UTC"));
  g_assert_false (leadup_zone_is_utc ("Europe/Kyiv"));
}

/* Only times of day whose zone is known move; days, months and open ends stay. */
static void
test_civil_dates_never_shift (void)
{
  static const struct
  {
    const char *edtf;
    gboolean moves;
  } rows[] = {
    { "2025-07-10T12:00Z", TRUE }, { "2025-07-10T12:00Z/..", TRUE },
    { "2025-07-10T12:00", FALSE }, { "2025-07-10", FALSE },
    { "2025-07", FALSE },          { "2025-07-10/2025-07-12", FALSE },
    { "../2025-07-10", FALSE },    { "199X", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (rows[i].edtf, NULL);
      const LeadupWhenBounds *own = leadup_when_get_bounds (when);
      LeadupWhenBounds shown;

      leadup_zone_get_bounds ("Europe/Kyiv", when, &shown);
      g_assert_cmpint (shown.start_earliest - own->start_earliest, ==,
                       rows[i].moves ? 3 * LEADUP_USEC_HOUR : 0);
      if (own->end_latest == LEADUP_INSTANT_MAX)
        g_assert_cmpint (shown.end_latest, ==, LEADUP_INSTANT_MAX);
      leadup_zone_get_bounds (NULL, when, &shown);
      g_assert_cmpint (shown.start_earliest, ==, own->start_earliest);
    }
}

static void
test_zones_are_found_by_what_people_call_them (void)
{
  static const struct
  {
    const char *name;
    const char *zone;
  } rows[] = {
    { "Kyiv", "Europe/Kyiv" },
    { "new york", "America/New_York" },
    { "Washington", "America/New_York" },
    { "CET", "+01:00" },
    { "utc", "UTC" },
    { "europe/paris", "Europe/Paris" },
    { "Atlantis", NULL },
    { "../../etc/passwd", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *zone = leadup_zone_find (rows[i].name);

      g_assert_cmpstr (zone, ==, rows[i].zone);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/clocks-are-taken-to-utc", test_clocks_are_taken_to_utc);
  g_test_add_func ("/zone/names-that-are-none-are-refused", test_names_that_are_none_are_refused);
  g_test_add_func ("/zone/instants-are-shown-on-a-clock", test_instants_are_shown_on_a_clock);
  g_test_add_func ("/zone/civil-dates-never-shift", test_civil_dates_never_shift);
  g_test_add_func ("/zone/zones-are-found-by-what-people-call-them",
                   test_zones_are_found_by_what_people_call_them);
  g_test_add_func ("/zone/many-names-do-not-confuse-the-table",
                   test_many_names_do_not_confuse_the_table);

  return g_test_run ();
}
