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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/clocks-are-taken-to-utc", test_clocks_are_taken_to_utc);
  g_test_add_func ("/zone/names-that-are-none-are-refused", test_names_that_are_none_are_refused);
  g_test_add_func ("/zone/many-names-do-not-confuse-the-table",
                   test_many_names_do_not_confuse_the_table);

  return g_test_run ();
}
