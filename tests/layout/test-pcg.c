/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-pcg.h"

/* The numbers that the reference program prints for seed 42, stream 54. */
static void
test_numbers_are_those_of_the_reference (void)
{
  static const guint32 expected[]
      = { 0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e };
  LeadupPcg pcg;

  leadup_pcg_init (&pcg, 42, 54);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (leadup_pcg_next (&pcg), ==, expected[i]);
}

static void
test_numbers_below_a_bound_are_even (void)
{
  guint counts[6] = { 0 };
  LeadupPcg pcg;

  leadup_pcg_init (&pcg, 1, 1);
  for (guint i = 0; i < 60000; i++)
    {
      guint32 number = leadup_pcg_next_below (&pcg, 6);

      g_assert_cmpuint (number, <, 6);
      counts[number]++;
    }
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpuint (counts[i], >, 9600);
      g_assert_cmpuint (counts[i], <, 10400);
    }
  g_assert_cmpuint (leadup_pcg_next_below (&pcg, 1), ==, 0);
}

static void
test_units_are_from_0_to_1 (void)
{
  double sum = 0.0;
  LeadupPcg pcg;

  leadup_pcg_init (&pcg, 7, 0);
  for (guint i = 0; i < 10000; i++)
    {
      double unit = leadup_pcg_next_unit (&pcg);

      g_assert_cmpfloat (unit, >=, 0.0);
      g_assert_cmpfloat (unit, <, 1.0);
      sum += unit;
    }
  g_assert_cmpfloat_with_epsilon (sum / 10000.0, 0.5, 0.02);
}

static void
test_shuffling_keeps_all (void)
{
  guint values[100];
  gboolean is_seen[100] = { FALSE };
  gboolean has_moved = FALSE;
  LeadupPcg pcg;

  for (guint i = 0; i < 100; i++)
    values[i] = i;
  leadup_pcg_init (&pcg, 3, 0);
  leadup_pcg_shuffle (&pcg, values, 100);
  for (guint i = 0; i < 100; i++)
    {
      g_assert_false (is_seen[values[i]]);
      is_seen[values[i]] = TRUE;
      has_moved |= values[i] != i;
    }
  g_assert_true (has_moved);
  leadup_pcg_shuffle (&pcg, values, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pcg/numbers-are-those-of-the-reference", test_numbers_are_those_of_the_reference);
  g_test_add_func ("/pcg/numbers-below-a-bound-are-even", test_numbers_below_a_bound_are_even);
  g_test_add_func ("/pcg/units-are-from-0-to-1", test_units_are_from_0_to_1);
  g_test_add_func ("/pcg/shuffling-keeps-all", test_shuffling_keeps_all);

  return g_test_run ();
}
