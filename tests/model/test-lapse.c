/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-lapse.h"

static GPtrArray *
make_events (void)
{
  static const char *const dates[] = { "2025-03-10", "2025-03-01T13:00", "2025-03-10T08:00", NULL,
                                       "2025-04-02" };
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_ptr_array_add (events, make_event (id, id, dates[i]));
    }

  return events;
}

static void
test_steps (void)
{
  static const struct
  {
    int month;
    int day;
    LeadupLapseStep step;
    gboolean is_forward;
    int to_month;
    int to_day;
  } rows[] = {
    { 3, 2, LEADUP_LAPSE_BY_DAY, TRUE, 3, 3 },
    { 3, 1, LEADUP_LAPSE_BY_DAY, FALSE, 2, 28 },
    { 3, 2, LEADUP_LAPSE_BY_WEEK, TRUE, 3, 9 },
    { 3, 9, LEADUP_LAPSE_BY_WEEK, FALSE, 3, 2 },
    { 3, 2, LEADUP_LAPSE_BY_EVENT, TRUE, 3, 11 },
    { 3, 11, LEADUP_LAPSE_BY_EVENT, TRUE, 4, 3 },
    { 4, 3, LEADUP_LAPSE_BY_EVENT, TRUE, 4, 3 },
    { 4, 3, LEADUP_LAPSE_BY_EVENT, FALSE, 3, 11 },
    { 3, 2, LEADUP_LAPSE_BY_EVENT, FALSE, 3, 2 },
  };
  g_autoptr (GPtrArray) events = make_events ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (
        leadup_lapse_step (events, leadup_calendar_date_instant (2025, rows[i].month, rows[i].day),
                           rows[i].step, rows[i].is_forward),
        ==, leadup_calendar_date_instant (2025, rows[i].to_month, rows[i].to_day));
}

static void
test_range (void)
{
  g_autoptr (GPtrArray) events = make_events ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  LeadupInstant start, end;

  g_assert_true (leadup_lapse_range (events, &start, &end));
  g_assert_cmpint (start, ==, leadup_calendar_date_instant (2025, 3, 2));
  g_assert_cmpint (end, ==, leadup_calendar_date_instant (2025, 4, 3));
  g_assert_false (leadup_lapse_range (none, &start, &end));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lapse/goes-by-day-week-or-event", test_steps);
  g_test_add_func ("/lapse/ends-with-the-last-event", test_range);

  return g_test_run ();
}
