/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-graph-look.h"
#include "model/leadup-tie-rank.h"
#include "model/leadup-view.h"

#include <math.h>

static void
test_names_are_read_as_they_are_written (void)
{
  LeadupGraphForm form;
  LeadupGraphLines lines;
  LeadupGraphOutside outside;
  LeadupQuadClass quad_class;

  for (guint i = 0; i < LEADUP_N_GRAPH_FORMS; i++)
    {
      g_assert_true (
          leadup_graph_form_from_string (leadup_graph_form_to_string ((LeadupGraphForm) i), &form));
      g_assert_cmpuint (form, ==, i);
    }
  for (guint i = 0; i < LEADUP_N_GRAPH_LINES; i++)
    {
      g_assert_true (leadup_graph_lines_from_string (
          leadup_graph_lines_to_string ((LeadupGraphLines) i), &lines));
      g_assert_cmpuint (lines, ==, i);
    }
  for (guint i = 0; i < LEADUP_N_GRAPH_OUTSIDES; i++)
    {
      g_assert_true (leadup_graph_outside_from_string (
          leadup_graph_outside_to_string ((LeadupGraphOutside) i), &outside));
      g_assert_cmpuint (outside, ==, i);
    }
  for (guint i = 0; i < LEADUP_N_QUAD_CLASSES; i++)
    {
      g_assert_true (leadup_quad_class_from_string (
          leadup_quad_class_to_string ((LeadupQuadClass) i), &quad_class));
      g_assert_cmpuint (quad_class, ==, i);
    }
  g_assert_false (leadup_graph_form_from_string ("timeline", &form));
  g_assert_false (leadup_graph_form_from_string (NULL, &form));
  g_assert_false (leadup_graph_lines_from_string ("many", &lines));
  g_assert_false (leadup_graph_outside_from_string ("", &outside));
  g_assert_false (leadup_quad_class_from_string ("words", &quad_class));
}

static void
test_what_cannot_be_is_put_right (void)
{
  LeadupGraphLook look = { .range = { 5, 5 },
                           .before = { 9, 2 },
                           .sieve = { .min_weight = NAN, .hops = 99 } };

  leadup_graph_look_settle (&look);
  g_assert_cmpint (look.range.from, ==, LEADUP_INSTANT_MIN);
  g_assert_cmpint (look.range.to, ==, LEADUP_INSTANT_MAX);
  g_assert_cmpint (look.before.from, ==, LEADUP_INSTANT_MIN);
  g_assert_cmpfloat (look.sieve.min_weight, ==, 0);
  g_assert_cmpuint (look.sieve.hops, ==, LEADUP_TIE_SIEVE_MAX_HOPS);
  g_assert_false (leadup_graph_look_has_range (&look));
}

static void
test_the_window_before_is_as_long_unless_it_is_told (void)
{
  LeadupGraphLook look = { .range = { 100, 150 } };
  LeadupTieWindow before;

  leadup_graph_look_settle (&look);
  g_assert_false (leadup_graph_look_get_before (&look, &before));
  look.is_compared = TRUE;
  g_assert_true (leadup_graph_look_get_before (&look, &before));
  g_assert_cmpint (before.from, ==, 50);
  g_assert_cmpint (before.to, ==, 100);
  look.before = (LeadupTieWindow) { 10, 20 };
  g_assert_true (leadup_graph_look_get_before (&look, &before));
  g_assert_cmpint (before.from, ==, 10);
  g_assert_cmpint (before.to, ==, 20);
  look.range.to = LEADUP_INSTANT_MAX;
  g_assert_false (leadup_graph_look_get_before (&look, &before));
}

static void
test_a_view_keeps_its_own_copy (void)
{
  char name[] = "a1";
  const char *folded[] = { name, NULL };
  LeadupViewFields fields = { .id = "v1",
                              .graph = { .form = LEADUP_GRAPH_FORM_RINGS,
                                         .lines = LEADUP_GRAPH_LINES_EVENT,
                                         .middle = name,
                                         .sieve = { .top = 3, .focus = folded, .folded = folded },
                                         .range = { 1, 2 } } };
  g_autoptr (LeadupView) view = leadup_view_new (&fields);
  const LeadupGraphLook *look = &leadup_view_get_fields (view)->graph;

  name[0] = 'x';
  g_assert_cmpstr (look->middle, ==, "a1");
  g_assert_cmpstr (look->sieve.focus[0], ==, "a1");
  g_assert_cmpstr (look->sieve.folded[0], ==, "a1");
  g_assert_cmpuint (look->sieve.top, ==, 3);
  g_assert_cmpuint (look->lines, ==, LEADUP_GRAPH_LINES_EVENT);
  g_assert_true (leadup_graph_look_has_range (look));
}

static void
test_the_most_involved_comes_first (void)
{
  LeadupTieRank ranks[] = { { 0, 1, 9, 0 }, { 1, 4, 1, 0 }, { 2, 4, 2, 0 }, { 3, 4, 2, 9 } };

  leadup_tie_rank_sort (ranks, G_N_ELEMENTS (ranks));
  g_assert_cmpuint (ranks[0].actor, ==, 2);
  g_assert_cmpuint (ranks[1].actor, ==, 3);
  g_assert_cmpuint (ranks[2].actor, ==, 1);
  g_assert_cmpuint (ranks[3].actor, ==, 0);
  leadup_tie_rank_sort (NULL, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-look/" name, test)
  add ("names-are-read-as-they-are-written", test_names_are_read_as_they_are_written);
  add ("what-cannot-be-is-put-right", test_what_cannot_be_is_put_right);
  add ("the-window-before-is-as-long-unless-it-is-told",
       test_the_window_before_is_as_long_unless_it_is_told);
  add ("a-view-keeps-its-own-copy", test_a_view_keeps_its_own_copy);
  add ("the-most-involved-comes-first", test_the_most_involved_comes_first);
#undef add

  return g_test_run ();
}
