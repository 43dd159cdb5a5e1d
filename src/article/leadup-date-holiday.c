/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-holiday.h"

#include "base/leadup-calendar.h"

/* Western Easter Sunday, by the anonymous Gregorian computus. */
static gint64
find_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

  return leadup_calendar_day_number (year, f / 31, f % 31 + 1);
}

/**
 * leadup_date_holiday_find:
 * @definition: “12-25”, “11-4-4” (month, fourth Thursday; 9 = the last), “E-2” (days from Easter)
 * @year: a year
 *
 * Returns: the number of the day in that year
 */
gint64
leadup_date_holiday_find (const char *definition,
                          int         year)
{
  g_auto (GStrv) parts = g_strsplit (definition, "-", 3);
  guint n_parts = g_strv_length (parts);
  int numbers[3] = { 0, 0, 0 };
  gint64 first;

  for (guint i = 0; i < n_parts; i++)
    numbers[i] = (int) g_ascii_strtoll (parts[i], NULL, 10);

  if (definition[0] == 'E')
    return find_easter (MAX (year, 1)) + g_ascii_strtoll (definition + 1, NULL, 10);

  numbers[0] = CLAMP (numbers[0], 1, 12);
  if (n_parts < 3)
    return leadup_calendar_day_number (year, numbers[0],
                                       CLAMP (numbers[1], 1, 28 + 3 * (numbers[0] != 2)));

  first = leadup_calendar_day_number (year, numbers[0], 1);
  first += (numbers[1] - leadup_calendar_weekday (first) + 7) % 7;
  if (numbers[2] < 9)
    return first + 7 * (numbers[2] - 1);

  while (first + 7 < leadup_calendar_day_number (year, numbers[0], 1) +
                         leadup_calendar_days_in_month (year, numbers[0]))
    first += 7;

  return first;
}
