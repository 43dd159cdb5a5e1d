/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-actor.h"
#include "ui/leadup-step-edit.h"
#include "ui/leadup-view-state.h"

/* A workspace on a story without events. */
typedef struct
{
  LeadupDocument *document;
  LeadupWorkspace *workspace;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = leadup_document_new ();
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->workspace);
  g_clear_object (&fixture->document);
}

static LeadupStory *
get_story (Fixture *fixture)
{
  return leadup_workspace_get_story (fixture->workspace);
}

static char *
capture (Fixture    *fixture,
         const char *after)
{
  LeadupViewFields present = { .picture = LEADUP_PICTURE_TIMELINE, .from = 10, .to = 20 };
  char *id = leadup_steps_capture (fixture->workspace, &present, after);

  g_assert_nonnull (id);

  return id;
}

static LeadupStep *
get_step (Fixture    *fixture,
          const char *id)
{
  return leadup_story_lookup (get_story (fixture), LEADUP_RECORD_STEP, id);
}

static void
assert_order (Fixture    *fixture,
              const char *first,
              const char *second,
              const char *third)
{
  const char *wanted[] = { first, second, third };
  g_autoptr (GPtrArray) steps = leadup_steps_list (get_story (fixture));

  g_assert_cmpuint (steps->len, ==, third != NULL ? 3 : 2);
  for (guint i = 0; i < steps->len; i++)
    {
      g_assert_cmpstr (leadup_record_get_id (steps->pdata[i]), ==, wanted[i]);
      g_assert_cmpuint (leadup_step_get_fields (steps->pdata[i])->position, ==, i);
    }
}

static void
test_a_step_is_captured_behind_the_chosen_one (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autofree char *first = capture (fixture, NULL);
  g_autofree char *third = capture (fixture, NULL);
  g_autofree char *second = capture (fixture, first);

  assert_order (fixture, first, second, third);
  leadup_history_undo (leadup_workspace_get_history (fixture->workspace));
  assert_order (fixture, first, third, NULL);
}

static void
test_a_step_moves_in_one_edit (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *a = capture (fixture, NULL);
  g_autofree char *b = capture (fixture, NULL);
  g_autofree char *c = capture (fixture, NULL);

  g_assert_true (leadup_steps_move (fixture->workspace, get_step (fixture, c), 0));
  assert_order (fixture, c, a, b);
  g_assert_true (leadup_steps_move (fixture->workspace, get_step (fixture, c), 99));
  assert_order (fixture, a, b, c);
  g_assert_false (leadup_steps_move (fixture->workspace, get_step (fixture, c), 2));
  leadup_history_undo (leadup_workspace_get_history (fixture->workspace));
  assert_order (fixture, c, a, b);
}

static void
test_a_step_takes_its_view_along_when_it_goes (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autofree char *a = capture (fixture, NULL);
  g_autofree char *b = capture (fixture, NULL);
  g_autofree char *c = capture (fixture, NULL);

  g_assert_true (leadup_steps_remove (fixture->workspace, get_step (fixture, a)));
  assert_order (fixture, b, c, NULL);
  g_assert_cmpuint (leadup_story_get_n (get_story (fixture), LEADUP_RECORD_VIEW), ==, 2);
  leadup_history_undo (leadup_workspace_get_history (fixture->workspace));
  assert_order (fixture, a, b, c);
}

static void
test_a_view_that_another_step_shows_stays (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *a = capture (fixture, NULL);
  LeadupStepFields fields = *leadup_step_get_fields (get_step (fixture, a));
  g_autoptr (LeadupStep) twin = NULL;

  fields.id = "twin";
  fields.position = 1;
  twin = leadup_step_new (&fields);
  leadup_workspace_replace (fixture->workspace, "Twin", NULL, LEADUP_RECORD (twin), NULL);
  g_assert_true (leadup_steps_remove (fixture->workspace, get_step (fixture, a)));
  g_assert_nonnull (leadup_steps_get_view (get_story (fixture), get_step (fixture, "twin")));
}

static void
test_what_a_step_shows_can_be_captured_anew (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autofree char *id = capture (fixture, NULL);
  LeadupViewFields present = { .picture = LEADUP_PICTURE_GRAPH, .from = 30, .to = 40 };
  LeadupView *view;

  g_assert_true (
      leadup_steps_recapture (fixture->workspace, get_step (fixture, id), &present));
  view = leadup_steps_get_view (get_story (fixture), get_step (fixture, id));
  g_assert_cmpint (leadup_view_get_fields (view)->from, ==, 30);
  g_assert_cmpint (leadup_view_get_fields (view)->picture, ==, LEADUP_PICTURE_GRAPH);

  g_assert_true (leadup_steps_set_picture (fixture->workspace, get_step (fixture, id),
                                           LEADUP_PICTURE_BOTH, TRUE));
  view = leadup_steps_get_view (get_story (fixture), get_step (fixture, id));
  g_assert_cmpint (leadup_view_get_fields (view)->picture, ==, LEADUP_PICTURE_BOTH);
  g_assert_true (leadup_view_get_fields (view)->is_rest_faded);
  g_assert_cmpint (leadup_view_get_fields (view)->to, ==, 40);
}

static void
test_a_workspace_that_only_shows_edits_nothing (Fixture      *fixture,
                                                gconstpointer data)
{
  LeadupViewFields present = { .picture = LEADUP_PICTURE_TIMELINE };
  g_autofree char *id = NULL;

  leadup_workspace_set_view_only (fixture->workspace);
  g_assert_true (leadup_workspace_is_view_only (fixture->workspace));
  id = leadup_steps_capture (fixture->workspace, &present, NULL);
  g_assert_null (id);
  g_assert_cmpuint (leadup_story_get_n (get_story (fixture), LEADUP_RECORD_STEP), ==, 0);
}

static void
test_a_view_brings_back_what_was_stored (Fixture      *fixture,
                                         gconstpointer data)
{
  LeadupActorFields actor_fields = { .id = "a1", .name = "North" };
  LeadupFilterFields filter_fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupActor) actor = leadup_actor_new (&actor_fields);
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (LeadupView) view = NULL;
  g_auto (GStrv) selection = NULL;
  LeadupViewFields fields;

  leadup_workspace_replace (fixture->workspace, "Add", NULL, LEADUP_RECORD (actor), NULL);
  filter_fields.text = "ship";
  filter = leadup_filter_new (&filter_fields);
  leadup_workspace_set_filter (fixture->workspace, filter);
  leadup_workspace_set_lanes_by (fixture->workspace, LEADUP_LANES_BY_ACTOR);
  leadup_workspace_set_camera (fixture->workspace, 1000000, 9000000);
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_ACTOR, "a1");

  leadup_view_state_store (fixture->workspace, &fields, &selection);
  fields.id = "v1";
  view = leadup_view_new (&fields);
  leadup_view_state_show (fixture->workspace, NULL, NULL);
  g_assert_true (leadup_filter_is_empty (leadup_workspace_get_filter (fixture->workspace)));
  g_assert_cmpuint (leadup_workspace_get_n_selected (fixture->workspace), ==, 0);
  g_assert_cmpint (leadup_workspace_get_lanes_by (fixture->workspace), ==,
                   LEADUP_LANES_BY_CATEGORY);

  leadup_view_state_show (fixture->workspace, view, NULL);
  g_assert_true (leadup_filter_equal (leadup_workspace_get_filter (fixture->workspace), filter));
  g_assert_cmpint (leadup_workspace_get_lanes_by (fixture->workspace), ==, LEADUP_LANES_BY_ACTOR);
  g_assert_true (leadup_workspace_is_selected (fixture->workspace, LEADUP_RECORD_ACTOR, "a1"));
  g_assert_cmpint (leadup_view_get_fields (view)->from, ==, 1000000);
}

/* The end of its day decides; a day that cannot be read hides nothing. */
static void
test_a_step_hides_what_was_published_after_its_day (Fixture      *fixture,
                                                    gconstpointer data)
{
  LeadupInstant end_of_day = leadup_calendar_date_instant (2025, 3, 6);
  const struct
  {
    const char *as_of;
    LeadupInstant hides_from;
  } rows[] = {
    { "2025-03-05", end_of_day },
    { "soon", LEADUP_INSTANT_MAX },
    { "", LEADUP_INSTANT_MAX },
    { NULL, LEADUP_INSTANT_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      leadup_view_state_show (fixture->workspace, NULL, rows[i].as_of);
      g_assert_cmpint (
          leadup_filter_get_fields (leadup_workspace_get_filter (fixture->workspace))->as_of, ==,
          rows[i].hides_from);
    }
}

static void
test_a_window_of_time_has_two_ends (Fixture      *fixture,
                                    gconstpointer data)
{
  const struct
  {
    LeadupInstant from;
    LeadupInstant to;
    gboolean has_window;
  } cases[] = {
    { 10, 20, TRUE },
    { 20, 20, FALSE },
    { 20, 10, FALSE },
    { LEADUP_INSTANT_MIN, 20, FALSE },
    { 10, LEADUP_INSTANT_MAX, FALSE },
  };
  LeadupInstant from;
  LeadupInstant to;

  g_assert_false (leadup_view_state_get_window (NULL, &from, &to));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupViewFields fields = { .id = "v", .from = cases[i].from, .to = cases[i].to };
      g_autoptr (LeadupView) view = leadup_view_new (&fields);

      g_assert_true (leadup_view_state_get_window (view, &from, &to) == cases[i].has_window);
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/step-edit/a-step-is-captured-behind-the-chosen-one",
       test_a_step_is_captured_behind_the_chosen_one);
  ADD ("/step-edit/a-step-moves-in-one-edit", test_a_step_moves_in_one_edit);
  ADD ("/step-edit/a-step-takes-its-view-along-when-it-goes",
       test_a_step_takes_its_view_along_when_it_goes);
  ADD ("/step-edit/a-view-that-another-step-shows-stays",
       test_a_view_that_another_step_shows_stays);
  ADD ("/step-edit/what-a-step-shows-can-be-captured-anew",
       test_what_a_step_shows_can_be_captured_anew);
  ADD ("/step-edit/a-workspace-that-only-shows-edits-nothing",
       test_a_workspace_that_only_shows_edits_nothing);
  ADD ("/step-edit/a-view-brings-back-what-was-stored", test_a_view_brings_back_what_was_stored);
  ADD ("/step-edit/a-step-hides-what-was-published-after-its-day",
       test_a_step_hides_what_was_published_after_its_day);
  ADD ("/step-edit/a-window-of-time-has-two-ends", test_a_window_of_time_has_two_ends);

  return g_test_run ();
}
