/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-calendar.h"

/* Days of the known calendar, counted one by one: no formula of the code under test. */
static void
test_dates_and_day_numbers_agree_with_counting (void)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gint64 number = leadup_calendar_day_number (-801, 1, 1);
  int weekday = leadup_calendar_weekday (number);

  for (int year = -801; year <= 3200; year++)
    {
      gboolean is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);

      g_assert_cmpint (leadup_calendar_is_leap_year (year), ==, is_leap);

      for (int month = 1; month <= 12; month++)
        {
          int length = month == 2 && is_leap ? 29 : lengths[month - 1];

          g_assert_cmpint (leadup_calendar_days_in_month (year, month), ==, length);

          for (int day = 1; day <= length; day++)
            {
              int y, m, d;

              g_assert_cmpint (leadup_calendar_day_number (year, month, day), ==, number);
              leadup_calendar_from_day_number (number, &y, &m, &d);
              g_assert_true (y == year && m == month && d == day);
              g_assert_cmpint (leadup_calendar_weekday (number), ==, weekday);

              number++;
              weekday = weekday % 7 + 1;
            }
        }
    }
}

static void
test_known_days_have_their_numbers (void)
{
  static const struct
  {
    int year, month, day;
    gint64 number;
    int weekday;
  } cases[] = {
    { 1970, 1, 1, 0, 4 },      { 1969, 12, 31, -1, 3 },    { 2000, 2, 29, 11016, 2 },
    { 2025, 3, 4, 20151, 2 },  { 1600, 1, 1, -135140, 6 }, { 0, 1, 1, -719528, 6 },
    { 2025, 13, 1, 20454, 4 }, { 2026, 0, 31, 20453, 3 },  { 2025, 1, 366, 20454, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = leadup_calendar_day_number (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpint (number, ==, cases[i].number);
      g_assert_cmpint (leadup_calendar_weekday (number), ==, cases[i].weekday);
    }
}

static void
test_impossible_dates_are_known (void)
{
  g_assert_true (leadup_calendar_is_valid_date (2024, 2, 29));
  g_assert_true (leadup_calendar_is_valid_date (LEADUP_YEAR_MIN, 1, 1));
  g_assert_true (leadup_calendar_is_valid_date (LEADUP_YEAR_MAX, 12, 31));
  g_assert_false (leadup_calendar_is_valid_date (2025, 2, 29));
  g_assert_false (leadup_calendar_is_valid_date (1900, 2, 29));
  g_assert_false (leadup_calendar_is_valid_date (2025, 0, 1));
  g_assert_false (leadup_calendar_is_valid_date (2025, 13, 1));
  g_assert_false (leadup_calendar_is_valid_date (2025, 4, 31));
  g_assert_false (leadup_calendar_is_valid_date (2025, 4, 0));
  g_assert_false (leadup_calendar_is_valid_date (LEADUP_YEAR_MAX + 1, 1, 1));
  g_assert_cmpint (leadup_calendar_days_in_month (2025, 13), ==, 0);
}

/* GLib's own calendar is the oracle. */
static void
test_iso_weeks_agree_with_glib (void)
{
  for (gint64 number = leadup_calendar_day_number (1890, 1, 1);
       number < leadup_calendar_day_number (2110, 1, 1); number++)
    {
      g_autoptr (GDateTime) date = NULL;
      int year, month, day, iso_year, iso_week;

      leadup_calendar_from_day_number (number, &year, &month, &day);
      date = g_date_time_new_utc (year, month, day, 0, 0, 0.0);
      g_assert_true (leadup_calendar_iso_week (number, &iso_year, &iso_week));
      g_assert_cmpint (iso_year, ==, g_date_time_get_week_numbering_year (date));
      g_assert_cmpint (iso_week, ==, g_date_time_get_week_of_year (date));
      g_assert_cmpint (leadup_calendar_iso_week_start (iso_year, iso_week), ==,
                       number - leadup_calendar_weekday (number) + 1);
    }

  g_assert_false (leadup_calendar_iso_week (G_MAXINT64, &(int) { 0 }, &(int) { 0 }));
  g_assert_false (leadup_calendar_iso_week (G_MININT64, &(int) { 0 }, &(int) { 0 }));
}

static void
test_instants_and_clock_readings_agree (void)
{
  static const LeadupCivil cases[] = {
    { 1970, 1, 1, 0, 0, 0, 0 },
    { 2025, 3, 4, 3, 15, 59, 999999 },
    { 1969, 12, 31, 23, 59, 59, 999999 },
    { -43, 3, 15, 12, 0, 0, 0 },
    { LEADUP_YEAR_MIN, 1, 1, 0, 0, 0, 0 },
    { LEADUP_YEAR_MAX, 12, 31, 23, 59, 59, 999999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupCivil civil;

      leadup_calendar_from_instant (leadup_calendar_to_instant (&cases[i]), &civil);
      g_assert_cmpmem (&civil, sizeof civil, &cases[i], sizeof cases[i]);
    }

  g_assert_cmpint (leadup_calendar_date_instant (2025, 3, 4), ==, 20151 * LEADUP_USEC_DAY);
}

static void
test_what_is_out_of_range_saturates (void)
{
  LeadupCivil civil;

  g_assert_cmpint (leadup_calendar_date_instant (1000000, 1, 1), ==, LEADUP_INSTANT_MAX);
  g_assert_cmpint (leadup_calendar_date_instant (-1000000, 1, 1), ==, LEADUP_INSTANT_MIN);
  g_assert_cmpint (leadup_calendar_date_instant (G_MAXINT, 12, 31), ==, LEADUP_INSTANT_MAX);
  g_assert_cmpint (leadup_calendar_date_instant (G_MININT, 1, 1), ==, LEADUP_INSTANT_MIN);

  for (int unit = LEADUP_UNIT_MILLISECOND; unit <= LEADUP_UNIT_MILLENNIUM; unit++)
    {
      g_assert_cmpint (leadup_calendar_add (0, unit, G_MAXINT64), ==, LEADUP_INSTANT_MAX);
      g_assert_cmpint (leadup_calendar_add (0, unit, G_MININT64), ==, LEADUP_INSTANT_MIN);
      g_assert_cmpint (leadup_calendar_add (LEADUP_INSTANT_MAX, unit, -1), ==, LEADUP_INSTANT_MAX);
      g_assert_cmpint (leadup_calendar_floor (LEADUP_INSTANT_MIN, unit, 3), ==, LEADUP_INSTANT_MIN);
      g_assert_cmpint (leadup_calendar_floor (LEADUP_INSTANT_MAX, unit, 3), ==, LEADUP_INSTANT_MAX);
      g_assert_cmpint (leadup_calendar_floor (LEADUP_INSTANT_MIN + 1, unit, 7), <, 0);
      g_assert_cmpint (leadup_calendar_floor (LEADUP_INSTANT_MAX - 1, unit, 7), >, 0);
    }

  leadup_calendar_from_instant (LEADUP_INSTANT_MIN, &civil);
  g_assert_cmpint (civil.year, <, LEADUP_YEAR_MIN);
  leadup_calendar_from_instant (LEADUP_INSTANT_MAX, &civil);
  g_assert_cmpint (civil.year, >, LEADUP_YEAR_MAX);
  leadup_calendar_from_day_number (G_MAXINT64, &civil.year, NULL, NULL);
  g_assert_cmpint (civil.year, >, 1000000000);
}

static LeadupInstant
at (int year,
    int month,
    int day,
    int hour,
    int minute)
{
  LeadupCivil civil = { year, month, day, hour, minute, 0, 0 };

  return leadup_calendar_to_instant (&civil);
}

static void
test_floor_finds_the_beginning_of_the_unit (void)
{
  static const struct
  {
    LeadupUnit unit;
    int step;
    int year, month, day, hour, minute;
  } cases[] = {
    { LEADUP_UNIT_MINUTE, 1, 2025, 9, 11, 17, 47 },
    { LEADUP_UNIT_MINUTE, 15, 2025, 9, 11, 17, 45 },
    { LEADUP_UNIT_HOUR, 1, 2025, 9, 11, 17, 0 },
    { LEADUP_UNIT_HOUR, 6, 2025, 9, 11, 12, 0 },
    { LEADUP_UNIT_DAY, 1, 2025, 9, 11, 0, 0 },
    { LEADUP_UNIT_WEEK, 1, 2025, 9, 8, 0, 0 },
    { LEADUP_UNIT_MONTH, 1, 2025, 9, 1, 0, 0 },
    { LEADUP_UNIT_MONTH, 6, 2025, 7, 1, 0, 0 },
    { LEADUP_UNIT_QUARTER, 1, 2025, 7, 1, 0, 0 },
    { LEADUP_UNIT_YEAR, 1, 2025, 1, 1, 0, 0 },
    { LEADUP_UNIT_YEAR, 2, 2024, 1, 1, 0, 0 },
    { LEADUP_UNIT_DECADE, 1, 2020, 1, 1, 0, 0 },
    { LEADUP_UNIT_DECADE, 5, 2000, 1, 1, 0, 0 },
    { LEADUP_UNIT_CENTURY, 1, 2000, 1, 1, 0, 0 },
    { LEADUP_UNIT_MILLENNIUM, 1, 2000, 1, 1, 0, 0 },
  };
  LeadupInstant instant = at (2025, 9, 11, 17, 47) + 12345678;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        leadup_calendar_floor (instant, cases[i].unit, cases[i].step), ==,
        at (cases[i].year, cases[i].month, cases[i].day, cases[i].hour, cases[i].minute));

  g_assert_cmpint (leadup_calendar_floor (instant, LEADUP_UNIT_MILLISECOND, 1), ==, instant - 678);
  g_assert_cmpint (leadup_calendar_floor (at (-1, 5, 5, 5, 5), LEADUP_UNIT_DECADE, 1), ==,
                   at (-10, 1, 1, 0, 0));
  g_assert_cmpint (leadup_calendar_floor (at (1969, 12, 28, 5, 5), LEADUP_UNIT_WEEK, 1), ==,
                   at (1969, 12, 22, 0, 0));
}

static void
test_the_floor_is_the_last_tick_before (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250304);

  for (int i = 0; i < 20000; i++)
    {
      LeadupUnit unit = (LeadupUnit) g_rand_int_range (random, 0, LEADUP_UNIT_MILLENNIUM + 1);
      int step = g_rand_int_range (random, 1, 30);
      LeadupInstant instant =
          (LeadupInstant) (g_rand_double_range (random, -8e18, 8e18) / (i % 2 == 0 ? 1.0 : 1e4));
      LeadupInstant tick = leadup_calendar_floor (instant, unit, step);

      g_assert_cmpint (tick, <=, instant);
      g_assert_cmpint (leadup_calendar_floor (tick, unit, step), ==, tick);
      g_assert_cmpint (leadup_calendar_add (tick, unit, step), >, instant);
      g_assert_cmpint (leadup_calendar_floor (leadup_calendar_add (tick, unit, step), unit, step),
                       ==, leadup_calendar_add (tick, unit, step));
    }
}

static void
test_adding_months_keeps_the_day_where_it_can (void)
{
  g_assert_cmpint (leadup_calendar_add (at (2025, 1, 31, 3, 15), LEADUP_UNIT_MONTH, 1), ==,
                   at (2025, 2, 28, 3, 15));
  g_assert_cmpint (leadup_calendar_add (at (2024, 2, 29, 0, 0), LEADUP_UNIT_YEAR, 1), ==,
                   at (2025, 2, 28, 0, 0));
  g_assert_cmpint (leadup_calendar_add (at (2024, 2, 29, 0, 0), LEADUP_UNIT_YEAR, -4), ==,
                   at (2020, 2, 29, 0, 0));
  g_assert_cmpint (leadup_calendar_add (at (2025, 1, 15, 0, 0), LEADUP_UNIT_MONTH, -1), ==,
                   at (2024, 12, 15, 0, 0));
  g_assert_cmpint (leadup_calendar_add (at (2025, 3, 4, 0, 0), LEADUP_UNIT_WEEK, -1), ==,
                   at (2025, 2, 25, 0, 0));
  g_assert_cmpint (leadup_calendar_add (at (2025, 3, 4, 0, 0), LEADUP_UNIT_CENTURY, -21), ==,
                   at (-75, 3, 4, 0, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/dates-and-day-numbers-agree-with-counting",
                   test_dates_and_day_numbers_agree_with_counting);
  g_test_add_func ("/calendar/known-days-have-their-numbers", test_known_days_have_their_numbers);
  g_test_add_func ("/calendar/impossible-dates-are-known", test_impossible_dates_are_known);
  g_test_add_func ("/calendar/iso-weeks-agree-with-glib", test_iso_weeks_agree_with_glib);
  g_test_add_func ("/calendar/instants-and-clock-readings-agree",
                   test_instants_and_clock_readings_agree);
  g_test_add_func ("/calendar/what-is-out-of-range-saturates", test_what_is_out_of_range_saturates);
  g_test_add_func ("/calendar/floor-finds-the-beginning-of-the-unit",
                   test_floor_finds_the_beginning_of_the_unit);
  g_test_add_func ("/calendar/the-floor-is-the-last-tick-before",
                   test_the_floor_is_the_last_tick_before);
  g_test_add_func ("/calendar/adding-months-keeps-the-day-where-it-can",
                   test_adding_months_keeps_the_day_where_it_can);

  return g_test_run ();
}
