/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-show.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* A show of three steps: 60 s, 30 s and no plan. */
typedef struct
{
  LeadupShow *show;
  guint n_steps;
  guint n_states;
} Fixture;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  LeadupStepFields fields[] = {
    { .id = "t1", .view = "v", .caption = "The order is signed", .seconds = 60 },
    { .id = "t2", .view = "v", .caption = "Ships arrive", .seconds = 30 },
    { .id = "t3", .view = "v" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (steps, leadup_step_new (&fields[i]));
  fixture->show = leadup_show_new (steps);
  g_signal_connect_swapped (fixture->show, "step-changed", G_CALLBACK (count_cb),
                            &fixture->n_steps);
  g_signal_connect_swapped (fixture->show, "state-changed", G_CALLBACK (count_cb),
                            &fixture->n_states);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->show);
}

static void
test_both_ends_stop (Fixture      *fixture,
                     gconstpointer data)
{
  g_assert_cmpuint (leadup_show_get_n_steps (fixture->show), ==, 3);
  g_assert_false (leadup_show_go_by (fixture->show, -1));
  g_assert_true (leadup_show_go_by (fixture->show, 1));
  g_assert_true (leadup_show_go_by (fixture->show, 1));
  g_assert_false (leadup_show_go_by (fixture->show, 1));
  g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, 2);
  g_assert_cmpuint (fixture->n_steps, ==, 2);
  g_assert_false (leadup_show_go_to (fixture->show, 3));
  g_assert_null (leadup_show_get_step (fixture->show, 3));
  g_assert_nonnull (leadup_show_get_step (fixture->show, 2));
}

static void
test_steps_are_found_by_number_and_words (Fixture      *fixture,
                                          gconstpointer data)
{
  const struct
  {
    const char *text;
    guint index;
  } cases[] = {
    { "1", 0 },     { " 3 ", 2 },        { "0", 3 },       { "4", 3 },
    { "SHIPS", 1 }, { "order is si", 0 }, { "nowhere", 3 }, { "", 3 },
    { "-1", 3 },    { "99999999999999999999", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (leadup_show_find (fixture->show, cases[i].text), ==, cases[i].index);
}

static void
test_going_on_ends_a_blank_screen_but_not_a_frozen_one (Fixture      *fixture,
                                                        gconstpointer data)
{
  leadup_show_set_blank (fixture->show, TRUE);
  leadup_show_set_frozen (fixture->show, TRUE);
  leadup_show_set_exploring (fixture->show, TRUE);
  leadup_show_set_overview (fixture->show, TRUE);
  leadup_show_go_by (fixture->show, 1);
  g_assert_false (leadup_show_is_blank (fixture->show));
  g_assert_false (leadup_show_is_exploring (fixture->show));
  g_assert_false (leadup_show_is_overview (fixture->show));
  g_assert_true (leadup_show_is_frozen (fixture->show));
}

static void
test_backing_out_leaves_one_state_at_a_time (Fixture      *fixture,
                                             gconstpointer data)
{
  leadup_show_set_frozen (fixture->show, TRUE);
  leadup_show_set_blank (fixture->show, TRUE);
  leadup_show_set_tool (fixture->show, LEADUP_SHOW_TOOL_PEN);
  leadup_show_set_overview (fixture->show, TRUE);

  g_assert_true (leadup_show_back_out (fixture->show));
  g_assert_false (leadup_show_is_overview (fixture->show));
  g_assert_cmpint (leadup_show_get_tool (fixture->show), ==, LEADUP_SHOW_TOOL_PEN);
  g_assert_true (leadup_show_back_out (fixture->show));
  g_assert_cmpint (leadup_show_get_tool (fixture->show), ==, LEADUP_SHOW_TOOL_NONE);
  g_assert_true (leadup_show_back_out (fixture->show));
  g_assert_false (leadup_show_is_blank (fixture->show));
  g_assert_true (leadup_show_back_out (fixture->show));
  g_assert_false (leadup_show_is_frozen (fixture->show));
  g_assert_false (leadup_show_back_out (fixture->show));
}

static void
test_returning_from_a_question_shows_the_step_again (Fixture      *fixture,
                                                     gconstpointer data)
{
  leadup_show_set_exploring (fixture->show, TRUE);
  g_assert_true (leadup_show_back_out (fixture->show));
  g_assert_false (leadup_show_is_exploring (fixture->show));
  g_assert_cmpuint (fixture->n_steps, ==, 1);
  g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, 0);
}

static void
test_ink_belongs_to_its_step_and_can_be_rubbed_out (Fixture      *fixture,
                                                    gconstpointer data)
{
  LeadupPoint point;

  leadup_show_pen_down (fixture->show, (LeadupPoint) { 0.1, 0.1 });
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 0);
  g_assert_false (leadup_show_get_point (fixture->show, &point));

  leadup_show_set_tool (fixture->show, LEADUP_SHOW_TOOL_PEN);
  leadup_show_pen_down (fixture->show, (LeadupPoint) { 0.1, 0.1 });
  leadup_show_pen_move (fixture->show, (LeadupPoint) { 0.5, 0.1 });
  leadup_show_pen_up (fixture->show);
  leadup_show_pen_move (fixture->show, (LeadupPoint) { 0.9, 0.9 });
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 1);
  g_assert_cmpuint (((GArray *) leadup_show_get_strokes (fixture->show)->pdata[0])->len, ==, 2);
  g_assert_true (leadup_show_get_point (fixture->show, &point));
  g_assert_cmpfloat (point.x, ==, 0.5);

  leadup_show_go_by (fixture->show, 1);
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 0);
  leadup_show_go_by (fixture->show, -1);

  leadup_show_set_tool (fixture->show, LEADUP_SHOW_TOOL_ERASER);
  leadup_show_pen_down (fixture->show, (LeadupPoint) { 0.3, 0.5 });
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 1);
  leadup_show_pen_move (fixture->show, (LeadupPoint) { 0.3, 0.11 });
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 0);

  leadup_show_set_tool (fixture->show, LEADUP_SHOW_TOOL_PEN);
  leadup_show_pen_down (fixture->show, (LeadupPoint) { 0.1, 0.1 });
  leadup_show_clear_ink (fixture->show);
  g_assert_cmpuint (leadup_show_get_strokes (fixture->show)->len, ==, 0);
  leadup_show_point_at (fixture->show, (LeadupPoint) { 0.25, 0.75 });
  g_assert_true (leadup_show_get_point (fixture->show, &point));
  g_assert_cmpfloat (point.y, ==, 0.75);
}

static void
test_the_clock_counts_only_while_it_runs (Fixture      *fixture,
                                          gconstpointer data)
{
  g_assert_true (leadup_show_is_clock_paused (fixture->show));
  g_assert_cmpint (leadup_show_get_elapsed_us (fixture->show, 5 * SECOND), ==, 0);
  leadup_show_start_clock (fixture->show, 10 * SECOND);
  leadup_show_start_clock (fixture->show, 12 * SECOND);
  g_assert_cmpint (leadup_show_get_elapsed_us (fixture->show, 15 * SECOND), ==, 5 * SECOND);
  leadup_show_pause_clock (fixture->show, 20 * SECOND);
  g_assert_cmpint (leadup_show_get_elapsed_us (fixture->show, 90 * SECOND), ==, 10 * SECOND);
  leadup_show_start_clock (fixture->show, 100 * SECOND);
  g_assert_false (leadup_show_is_clock_paused (fixture->show));
  g_assert_cmpint (leadup_show_get_elapsed_us (fixture->show, 101 * SECOND), ==, 11 * SECOND);
}

static void
test_the_pace_compares_the_clock_with_the_plan (Fixture      *fixture,
                                                gconstpointer data)
{
  g_assert_cmpuint (leadup_show_get_planned_s (fixture->show), ==, 90);
  leadup_show_start_clock (fixture->show, 0);
  g_assert_cmpint (leadup_show_get_pace (fixture->show, 59 * SECOND), ==,
                   LEADUP_SHOW_PACE_ON_TIME);
  g_assert_cmpint (leadup_show_get_pace (fixture->show, 61 * SECOND), ==, LEADUP_SHOW_PACE_LATE);
  leadup_show_go_by (fixture->show, 1);
  g_assert_cmpint (leadup_show_get_pace (fixture->show, 61 * SECOND), ==,
                   LEADUP_SHOW_PACE_ON_TIME);
  g_assert_cmpint (leadup_show_get_pace (fixture->show, 91 * SECOND), ==, LEADUP_SHOW_PACE_OVER);
}

static void
test_notes_grow_and_shrink_within_bounds (Fixture      *fixture,
                                          gconstpointer data)
{
  leadup_show_zoom_notes (fixture->show, 1);
  g_assert_cmpfloat (leadup_show_get_notes_scale (fixture->show), >, 1);
  leadup_show_zoom_notes (fixture->show, 1000);
  g_assert_cmpfloat (leadup_show_get_notes_scale (fixture->show), <=, 4);
  leadup_show_zoom_notes (fixture->show, -1000);
  g_assert_cmpfloat (leadup_show_get_notes_scale (fixture->show), >=, 0.6);
}

static void
test_what_changes_nothing_is_not_told (Fixture      *fixture,
                                       gconstpointer data)
{
  leadup_show_set_blank (fixture->show, FALSE);
  leadup_show_set_tool (fixture->show, LEADUP_SHOW_TOOL_NONE);
  leadup_show_go_to (fixture->show, 0);
  g_assert_cmpuint (fixture->n_states, ==, 0);
  g_assert_cmpuint (fixture->n_steps, ==, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/show/both-ends-stop", test_both_ends_stop);
  ADD ("/show/steps-are-found-by-number-and-words", test_steps_are_found_by_number_and_words);
  ADD ("/show/going-on-ends-a-blank-screen-but-not-a-frozen-one",
       test_going_on_ends_a_blank_screen_but_not_a_frozen_one);
  ADD ("/show/backing-out-leaves-one-state-at-a-time", test_backing_out_leaves_one_state_at_a_time);
  ADD ("/show/returning-from-a-question-shows-the-step-again",
       test_returning_from_a_question_shows_the_step_again);
  ADD ("/show/ink-belongs-to-its-step-and-can-be-rubbed-out",
       test_ink_belongs_to_its_step_and_can_be_rubbed_out);
  ADD ("/show/the-clock-counts-only-while-it-runs", test_the_clock_counts_only_while_it_runs);
  ADD ("/show/the-pace-compares-the-clock-with-the-plan",
       test_the_pace_compares_the_clock_with_the_plan);
  ADD ("/show/notes-grow-and-shrink-within-bounds", test_notes_grow_and_shrink_within_bounds);
  ADD ("/show/what-changes-nothing-is-not-told", test_what_changes_nothing_is_not_told);

  return g_test_run ();
}
