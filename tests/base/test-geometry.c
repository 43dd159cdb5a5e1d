/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-geometry.h"

static void
assert_rect (LeadupRect rect,
             double     x,
             double     y,
             double     width,
             double     height)
{
  g_assert_cmpfloat (rect.x, ==, x);
  g_assert_cmpfloat (rect.y, ==, y);
  g_assert_cmpfloat (rect.width, ==, width);
  g_assert_cmpfloat (rect.height, ==, height);
}

static void
test_the_right_and_lower_edge_do_not_belong_to_it (void)
{
  const LeadupRect rect = { 10.0, 20.0, 30.0, 40.0 };

  g_assert_true (leadup_rect_contains (&rect, 10.0, 20.0));
  g_assert_true (leadup_rect_contains (&rect, 39.5, 59.5));
  g_assert_false (leadup_rect_contains (&rect, 40.0, 30.0));
  g_assert_false (leadup_rect_contains (&rect, 20.0, 60.0));
  g_assert_false (leadup_rect_contains (&rect, 9.5, 30.0));
  g_assert_false (leadup_rect_contains (&rect, 20.0, 19.5));
}

static void
test_only_a_shared_area_intersects (void)
{
  const LeadupRect rect = { 0.0, 0.0, 10.0, 10.0 };
  static const struct
  {
    LeadupRect other;
    gboolean intersects;
  } cases[] = {
    { { 5.0, 5.0, 10.0, 10.0 }, TRUE }, { { 2.0, 2.0, 1.0, 1.0 }, TRUE },
    { { -5.0, 4.0, 20.0, 1.0 }, TRUE }, { { 10.0, 0.0, 5.0, 5.0 }, FALSE },
    { { 0.0, -5.0, 5.0, 5.0 }, FALSE }, { { 20.0, 20.0, 5.0, 5.0 }, FALSE },
    { { 5.0, 5.0, 0.0, 10.0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (leadup_rect_intersects (&rect, &cases[i].other), ==, cases[i].intersects);
      g_assert_cmpint (leadup_rect_intersects (&cases[i].other, &rect), ==, cases[i].intersects);
    }
}

static void
test_the_union_is_the_smallest_around_both (void)
{
  const LeadupRect a = { 0.0, 5.0, 10.0, 10.0 };
  const LeadupRect b = { 20.0, 0.0, 5.0, 8.0 };
  const LeadupRect empty = { 100.0, 100.0, 0.0, 5.0 };

  assert_rect (leadup_rect_union (&a, &b), 0.0, 0.0, 25.0, 15.0);
  assert_rect (leadup_rect_union (&b, &a), 0.0, 0.0, 25.0, 15.0);
  assert_rect (leadup_rect_union (&a, &empty), 0.0, 5.0, 10.0, 10.0);
  assert_rect (leadup_rect_union (&empty, &a), 0.0, 5.0, 10.0, 10.0);
}

static void
test_an_inset_never_turns_inside_out (void)
{
  const LeadupRect rect = { 0.0, 0.0, 10.0, 4.0 };

  assert_rect (leadup_rect_inset (&rect, 1.0), 1.0, 1.0, 8.0, 2.0);
  assert_rect (leadup_rect_inset (&rect, -1.0), -1.0, -1.0, 12.0, 6.0);
  assert_rect (leadup_rect_inset (&rect, 3.0), 3.0, 2.0, 4.0, 0.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/the-right-and-lower-edge-do-not-belong-to-it",
                   test_the_right_and_lower_edge_do_not_belong_to_it);
  g_test_add_func ("/geometry/only-a-shared-area-intersects", test_only_a_shared_area_intersects);
  g_test_add_func ("/geometry/the-union-is-the-smallest-around-both",
                   test_the_union_is_the_smallest_around_both);
  g_test_add_func ("/geometry/an-inset-never-turns-inside-out",
                   test_an_inset_never_turns_inside_out);

  return g_test_run ();
}
