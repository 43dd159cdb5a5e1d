/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-shift.h"

#include "base/leadup-error.h"

#define DAY LEADUP_USEC_DAY

static LeadupWhen *
make (const char *edtf,
      const char *zone,
      const char *rule)
{
  LeadupWhenFields fields = { .edtf = edtf, .zone = zone, .rule = rule };
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new (&fields, &error);

  g_assert_no_error (error);

  return when;
}

static const struct
{
  const char *edtf;
  LeadupWhenSide side;
  double days;
  const char *moved;
} moves[] = {
  { "2025-03-04", LEADUP_WHEN_WHOLE, 3, "2025-03-07" },
  { "2025-03-04", LEADUP_WHEN_WHOLE, 2.6, "2025-03-07" },
  { "2025-03-04", LEADUP_WHEN_WHOLE, 0.4, "2025-03-04" },
  { "2025-03-04~", LEADUP_WHEN_WHOLE, -4, "2025-02-28~" },
  { "2025-03", LEADUP_WHEN_WHOLE, 50, "2025-05" },
  { "2025-03?", LEADUP_WHEN_WHOLE, 10, "2025-03?" },
  { "2025-11", LEADUP_WHEN_WHOLE, 60, "2026-01" },
  { "2025", LEADUP_WHEN_WHOLE, -700, "2023" },
  { "199X", LEADUP_WHEN_WHOLE, 3700, "200X" },
  { "-0043", LEADUP_WHEN_WHOLE, -365, "-0044" },
  { "2025-W10", LEADUP_WHEN_WHOLE, 15, "2025-W12" },
  { "2024-35", LEADUP_WHEN_WHOLE, 180, "2025-33" },
  { "2024-24", LEADUP_WHEN_WHOLE, -91, "2024-23" },
  { "2024-21", LEADUP_WHEN_WHOLE, -91, "2023-24" },
  { "2024-40", LEADUP_WHEN_WHOLE, 182, "2024-41" },
  { "2025-03-04T03:15Z", LEADUP_WHEN_WHOLE, 0.25, "2025-03-04T09:15Z" },
  { "2025-03-04T23+02:00", LEADUP_WHEN_WHOLE, 0.1, "2025-03-05T01+02:00" },
  { "2025-03-04T03:15:20", LEADUP_WHEN_WHOLE, 1, "2025-03-05T03:15:20" },
  { "2025-03-04/2025-03-09", LEADUP_WHEN_WHOLE, 2, "2025-03-06/2025-03-11" },
  { "2025-03-04/2025-03-09", LEADUP_WHEN_START, 2, "2025-03-06/2025-03-09" },
  { "2025-03-04/2025-03-09", LEADUP_WHEN_END, -3, "2025-03-04/2025-03-06" },
  { "2025-03-04/..", LEADUP_WHEN_WHOLE, 1, "2025-03-05/.." },
  { "../2025-03", LEADUP_WHEN_WHOLE, 31, "../2025-04" },
};

static void
test_a_date_moves_by_steps_of_its_own_precision (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (LeadupWhen) when = make (moves[i].edtf, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupWhen) moved =
          leadup_when_shift (when, moves[i].side, (gint64) (moves[i].days * (double) DAY), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (leadup_when_get_edtf (moved), ==, moves[i].moved);
    }
}

static void
test_a_clock_keeps_its_reading_where_the_offset_changes (void)
{
  g_autoptr (LeadupWhen) when = make ("2025-03-29T12:00", "Europe/Kyiv", NULL);
  g_autoptr (LeadupWhen) moved = leadup_when_shift (when, LEADUP_WHEN_WHOLE, 2 * DAY, NULL);

  g_assert_cmpstr (leadup_when_get_edtf (moved), ==, "2025-03-31T12:00");
  g_assert_cmpstr (leadup_when_get_zone (moved), ==, "Europe/Kyiv");
}

static void
test_what_lies_within_stays_within (void)
{
  g_autoptr (LeadupWhen) when = make ("2025-03-04/2025-03-09", NULL, "vague:typed");
  g_autoptr (LeadupWhen) moved = leadup_when_shift (when, LEADUP_WHEN_WHOLE, DAY, NULL);

  g_assert_true (leadup_when_is_within (moved));
}

static void
test_what_has_no_step_of_its_own_is_refused (void)
{
  static const struct
  {
    const char *edtf;
    LeadupWhenSide side;
    double days;
  } refused[] = {
    { "[2025-03-04,2025-03-05]", LEADUP_WHEN_WHOLE, 1 },
    { "2004-1X", LEADUP_WHEN_WHOLE, 1 },
    { "2025-03-04", LEADUP_WHEN_END, 1 },
    { "2025-03-04/2025-03-09", LEADUP_WHEN_END, -30 },
    { "9999-12-31T12:00Z", LEADUP_WHEN_WHOLE, 1 },
    { "XXXX-12-25", LEADUP_WHEN_WHOLE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (LeadupWhen) when = make (refused[i].edtf, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (leadup_when_shift (when, refused[i].side,
                                        (gint64) (refused[i].days * (double) DAY), &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, LEADUP_ERROR);
    }
}

/* There and back again. */
static void
test_moving_back_undoes_a_move (void)
{
  static const char *const kinds[] = {
    "2025-03-04",        "2025-03",           "2025",     "199X",
    "2025-W10",          "2024-35",           "2024-22?", "2024-38",
    "2025-03-04T03:15Z", "2025-03-04/2025-04"
  };

  for (guint i = 0; i < 2000; i++)
    {
      gint64 distance = g_test_rand_int_range (-100000, 100000) * DAY / 100;
      g_autoptr (LeadupWhen) when = make (kinds[i % G_N_ELEMENTS (kinds)], NULL, NULL);
      g_autoptr (LeadupWhen) there = leadup_when_shift (when, LEADUP_WHEN_WHOLE, distance, NULL);
      g_autoptr (LeadupWhen) back = leadup_when_shift (there, LEADUP_WHEN_WHOLE, -distance, NULL);

      g_assert_cmpstr (leadup_when_get_edtf (back), ==, leadup_when_get_edtf (when));
    }
}

static void
test_intervals_are_as_exact_as_their_ends (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *text;
  } intervals[] = {
    { "2025-03-04T03:15Z", "2025-03-07T07:15Z", "T + 3 d 4 h" },
    { "2025-03-07T07:15Z", "2025-03-04T03:15Z", "T − 3 d 4 h" },
    { "2025-03-04", "2025-03-04", "T + 0 d" },
    { "2025-03-04", "2025-03-14", "T + 10 d" },
    { "2023-03-04", "2025-03-14", "T + 2 y 10 d" },
    { "2025-03-04T03:15:00Z", "2025-03-04T03:16:10Z", "T + 1 min 10 s" },
    { "2025-03-04T12:00Z", "2025-03-06", "T + 1 d 12 h to 2 d 11 h" },
    { "2025-03-04", "2025-03", "T − 3 d 23 h to T + 27 d 23 h" },
    { "2025-03-04", "../2025-03-09", "T ± …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autoptr (LeadupWhen) from = make (intervals[i].from, NULL, NULL);
      g_autoptr (LeadupWhen) to = make (intervals[i].to, NULL, NULL);
      g_autofree char *text = leadup_interval_format (from, to);

      g_assert_cmpstr (text, ==, intervals[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/when-shift/a-date-moves-by-steps-of-its-own-precision",
                   test_a_date_moves_by_steps_of_its_own_precision);
  g_test_add_func ("/when-shift/a-clock-keeps-its-reading-where-the-offset-changes",
                   test_a_clock_keeps_its_reading_where_the_offset_changes);
  g_test_add_func ("/when-shift/what-lies-within-stays-within", test_what_lies_within_stays_within);
  g_test_add_func ("/when-shift/what-has-no-step-of-its-own-is-refused",
                   test_what_has_no_step_of_its_own_is_refused);
  g_test_add_func ("/when-shift/moving-back-undoes-a-move", test_moving_back_undoes_a_move);
  g_test_add_func ("/when-shift/intervals-are-as-exact-as-their-ends",
                   test_intervals_are_as_exact_as_their_ends);

  return g_test_run ();
}
