/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-axis.h"

#include <math.h>

#define LETTER 6.5 /* pixels */

static double
measure (const char *text,
         gboolean    is_context,
         gpointer    data)
{
  return (double) g_utf8_strlen (text, -1) * LETTER * (is_context ? 1.1 : 1.0);
}

static LeadupAxis *
make_axis (LeadupInstant from,
           LeadupInstant to,
           double        width,
           LeadupUnit    finest)
{
  LeadupAxisOptions options = { .finest = finest, .measure = measure };

  leadup_time_scale_init (&options.scale, NULL, from, to, 0, width);

  return leadup_axis_new (&options);
}

static void
assert_rows_are_clear (const LeadupAxis *axis,
                       double            width)
{
  double end = -INFINITY;

  for (guint i = 0; i < leadup_axis_get_n_ticks (axis); i++)
    {
      const LeadupAxisTick *tick = leadup_axis_get_tick (axis, i);

      g_assert_cmpfloat (tick->x, >=, end);
      g_assert_cmpfloat (tick->x, <=, width + 1e-6);
      end = tick->x + measure (tick->label, FALSE, NULL);
    }
  for (guint i = 0; i < leadup_axis_get_n_contexts (axis); i++)
    {
      const LeadupAxisContext *context = leadup_axis_get_context (axis, i);

      g_assert_cmpfloat (context->x, >=, 0);
      g_assert_cmpfloat (context->end, <=, width + 1e-6);
      if (context->label != NULL)
        g_assert_cmpfloat (context->x + measure (context->label, TRUE, NULL), <=, context->end);
    }
}

static void
test_labels_never_overlap (void)
{
  GRand *random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 3000; round++)
    {
      /* From a tenth of a second to sixty thousand years, anywhere in twenty thousand. */
      double span = pow (10, g_rand_double_range (random, 5, 18.2));
      LeadupInstant from =
          leadup_calendar_date_instant (g_rand_int_range (random, -9999, 9999), 3, 4);
      double width = g_rand_double_range (random, 60, 2500);
      g_autoptr (LeadupAxis) axis =
          make_axis (from, from + (LeadupInstant) span, width, LEADUP_UNIT_MILLISECOND);

      assert_rows_are_clear (axis, width);
      g_assert_cmpuint (leadup_axis_get_n_contexts (axis), >, 0);
    }
  g_rand_free (random);
}

static void
test_panning_changes_no_label (void)
{
  LeadupInstant from = leadup_calendar_date_instant (2025, 1, 1);
  LeadupInstant span = 200 * LEADUP_USEC_DAY;
  g_autoptr (LeadupAxis) first = make_axis (from, from + span, 1000, LEADUP_UNIT_DAY);

  for (int day = 1; day < 150; day++)
    {
      g_autoptr (LeadupAxis) axis = make_axis (
          from + day * LEADUP_USEC_DAY, from + day * LEADUP_USEC_DAY + span, 1000, LEADUP_UNIT_DAY);

      g_assert_cmpint (leadup_axis_get_unit (axis), ==, leadup_axis_get_unit (first));
      for (guint i = 0; i < leadup_axis_get_n_ticks (axis); i++)
        for (guint j = 0; j < leadup_axis_get_n_ticks (first); j++)
          if (leadup_axis_get_tick (axis, i)->time == leadup_axis_get_tick (first, j)->time)
            g_assert_cmpstr (leadup_axis_get_tick (axis, i)->label, ==,
                             leadup_axis_get_tick (first, j)->label);
    }
}

static void
test_ticks_are_never_finer_than_asked (void)
{
  static const LeadupUnit units[] = { LEADUP_UNIT_HOUR, LEADUP_UNIT_DAY, LEADUP_UNIT_MONTH,
                                      LEADUP_UNIT_YEAR };
  LeadupInstant from = leadup_calendar_date_instant (2025, 6, 1);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (LeadupAxis) axis = make_axis (from, from + LEADUP_USEC_MINUTE, 1000, units[i]);

      g_assert_cmpint (leadup_axis_get_unit (axis), >=, units[i]);
    }
}

/* The unit, the first label below and the first above, for windows of many lengths. */
static void
test_units_suit_the_window (void)
{
  static const struct
  {
    LeadupInstant span;
    LeadupUnit unit;
    const char *tick;
    const char *context;
  } cases[] = {
    { LEADUP_USEC_SECOND / 2, LEADUP_UNIT_MILLISECOND, "00.000", "5 March 2025, 00:00:00" },
    { 20 * LEADUP_USEC_SECOND, LEADUP_UNIT_SECOND, "00:00:00", "5 March 2025" },
    { 10 * LEADUP_USEC_MINUTE, LEADUP_UNIT_MINUTE, "00:00", "5 March 2025" },
    { 20 * LEADUP_USEC_HOUR, LEADUP_UNIT_HOUR, "00:00", "5 March 2025" },
    { 20 * LEADUP_USEC_DAY, LEADUP_UNIT_DAY, "5", "March 2025" },
    { 80 * LEADUP_USEC_DAY, LEADUP_UNIT_WEEK, "10", "March 2025" },
    { 600 * LEADUP_USEC_DAY, LEADUP_UNIT_MONTH, "Apr", "2025" },
    { 15 * 365 * LEADUP_USEC_DAY, LEADUP_UNIT_YEAR, "2026", "2020–2029" },
    { 900 * 365 * LEADUP_USEC_DAY, LEADUP_UNIT_YEAR, "2050", "2000–2999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupInstant from = leadup_calendar_date_instant (2025, 3, 5);
      g_autoptr (LeadupAxis) axis =
          make_axis (from, from + cases[i].span, 1000, LEADUP_UNIT_MILLISECOND);

      g_assert_cmpint (leadup_axis_get_unit (axis), ==, cases[i].unit);
      g_assert_cmpstr (leadup_axis_get_tick (axis, 0)->label, ==, cases[i].tick);
      g_assert_cmpstr (leadup_axis_get_context (axis, 0)->label, ==, cases[i].context);
    }
}

/* However far one zooms in, there is no finer tick than what dates claim: then only the upper row
 * can say where one is. */
static void
test_a_window_within_one_unit_says_which (void)
{
  static const struct
  {
    double span_days;
    LeadupUnit finest;
    const char *context;
  } cases[] = {
    { 0.2, LEADUP_UNIT_DAY, "5 March 2025" },
    { 0.9, LEADUP_UNIT_DAY, "5 March 2025" },
    { 9, LEADUP_UNIT_DAY, "March 2025" },
    { 9, LEADUP_UNIT_MONTH, "March 2025" },
    { 60, LEADUP_UNIT_YEAR, "2025" },
    { 0.2, LEADUP_UNIT_MILLISECOND, "5 March 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupInstant from = leadup_calendar_date_instant (2025, 3, 5) + LEADUP_USEC_MINUTE;
      g_autoptr (LeadupAxis) axis =
          make_axis (from, from + (LeadupInstant) (cases[i].span_days * (double) LEADUP_USEC_DAY),
                     1000, cases[i].finest);

      g_assert_cmpstr (leadup_axis_get_context (axis, 0)->label, ==, cases[i].context);
    }
}

static void
test_years_before_christ_are_named (void)
{
  g_autoptr (LeadupAxis) axis =
      make_axis (leadup_calendar_date_instant (-50, 1, 1), leadup_calendar_date_instant (-38, 1, 1),
                 1000, LEADUP_UNIT_YEAR);

  g_assert_cmpstr (leadup_axis_get_tick (axis, 0)->label, ==, "51 BC");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/labels-never-overlap", test_labels_never_overlap);
  g_test_add_func ("/axis/panning-changes-no-label", test_panning_changes_no_label);
  g_test_add_func ("/axis/ticks-are-never-finer-than-asked", test_ticks_are_never_finer_than_asked);
  g_test_add_func ("/axis/units-suit-the-window", test_units_suit_the_window);
  g_test_add_func ("/axis/a-window-within-one-unit-says-which",
                   test_a_window_within_one_unit_says_which);
  g_test_add_func ("/axis/years-before-christ-are-named", test_years_before_christ_are_named);

  return g_test_run ();
}
