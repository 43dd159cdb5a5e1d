/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-map.h"
#include "model/leadup-actor.h"
#include "render/leadup-graph-spoken.h"

#include <string.h>

#define DAY(day) leadup_calendar_date_instant (2031, 3, day)

static const LeadupGraphLook all = { .range = { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX } };

static LeadupEvent *
make_event (const char *id,
            const char *edtf,
            const char *from,
            const char *to)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  LeadupParticipant participants[] = { { .actor = from, .role = LEADUP_ROLE_INITIATOR },
                                       { .actor = to, .role = LEADUP_ROLE_TARGET } };
  LeadupEventFields fields = { .id = id,
                               .title = id,
                               .when = when,
                               .tone = -5,
                               .participants = participants,
                               .n_participants = G_N_ELEMENTS (participants) };

  return leadup_event_new (&fields);
}

/* a – b – c, with more between a and b; d and e apart from them. */
static LeadupSnapshot *
make_snapshot (void)
{
  static const char *const rows[][4] = {
    { "e1", "2031-03-01", "a", "b" }, { "e2", "2031-03-02", "a", "b" },
    { "e3", "2031-03-05", "b", "a" }, { "e4", "2031-03-07", "b", "c" },
    { "e5", "2031-03-09", "d", "e" },
  };
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  static const char *const ids[] = { "a", "b", "c", "d", "e" };
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LeadupActorFields fields = { .id = ids[i], .name = ids[i] };

      g_ptr_array_add (actors, leadup_actor_new (&fields));
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (events, make_event (rows[i][0], rows[i][1], rows[i][2], rows[i][3]));
  records[LEADUP_RECORD_ACTOR] = actors;
  records[LEADUP_RECORD_EVENT] = events;

  return leadup_snapshot_new (records);
}

static void
test_each_form_says_what_a_place_in_it_says (void)
{
  static const struct
  {
    LeadupGraphForm form;
    const char *actor;
    const char *spoken;
  } cases[] = {
    { LEADUP_GRAPH_FORM_MAP, "a", "most with b: hostile, 3 events" },
    { LEADUP_GRAPH_FORM_MAP, "c", "most with b: hostile, 1 event" },
    { LEADUP_GRAPH_FORM_RINGS, "b", "in the middle" },
    { LEADUP_GRAPH_FORM_RINGS, "a", "1 tie from b" },
    { LEADUP_GRAPH_FORM_RINGS, "d", "no way to b" },
    { LEADUP_GRAPH_FORM_MATRIX, "b", "acts on 2, 1 act on it" },
    { LEADUP_GRAPH_FORM_MATRIX, "e", "acts on 0, 1 act on it" },
    { LEADUP_GRAPH_FORM_LANES, "b", "first 1 Mar 2031, last 7 Mar 2031" },
    { LEADUP_GRAPH_FORM_LANES, "d", "on 9 Mar 2031" },
    { LEADUP_GRAPH_FORM_MAP, "nobody", NULL },
  };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupGraphLook look = all;
      g_autofree char *spoken = NULL;

      look.form = cases[i].form;
      spoken = leadup_graph_spoken_actor (snapshot, ties, &look, cases[i].actor);
      g_assert_cmpstr (spoken, ==, cases[i].spoken);
    }
}

static void
test_blocs_are_counted (void)
{
  LeadupGraphLook look = all;
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  g_autofree char *spoken = NULL;

  look.form = LEADUP_GRAPH_FORM_BLOCS;
  spoken = leadup_graph_spoken_actor (snapshot, ties, &look, "a");
  g_assert_true (g_str_has_prefix (spoken, "bloc "));
  g_assert_nonnull (strstr (spoken, " of "));
  g_assert_nonnull (strstr (spoken, " actor"));
}

static void
test_the_range_counts (void)
{
  LeadupGraphLook look = { .range = { DAY (4), DAY (8) } };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  g_autofree char *spoken = leadup_graph_spoken_actor (snapshot, ties, &look, "a");

  g_assert_cmpstr (spoken, ==, "most with b: hostile, 1 event");
}

static void
test_a_tie_says_when_most_of_it_was (void)
{
  LeadupGraphLook look = all;
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  g_autofree char *one = leadup_graph_spoken_tie (ties, &look, "b", "a");
  g_autofree char *both = NULL;

  g_assert_true (g_str_has_prefix (one, "1 event, most in 5 Mar 2031"));
  look.lines = LEADUP_GRAPH_LINES_PAIR;
  both = leadup_graph_spoken_tie (ties, &look, "b", "a");
  g_assert_true (g_str_has_prefix (both, "3 events, most in "));
  g_assert_null (leadup_graph_spoken_tie (ties, &look, "a", "e"));
}

static void
test_a_step_of_the_time_lapse_is_told (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autofree char *two = NULL;
  g_autofree char *many = NULL;
  g_autofree char *none = NULL;

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    g_ptr_array_add (events, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i));
  two = leadup_graph_spoken_step (events, DAY (1), DAY (3));
  many = leadup_graph_spoken_step (events, DAY (1), DAY (10));
  none = leadup_graph_spoken_step (events, DAY (3), DAY (4));
  g_assert_cmpstr (two, ==, "2 Mar 2031: 2 events: e1; e2");
  g_assert_cmpstr (many, ==, "9 Mar 2031: 5 events: e1; e2; e3 …");
  g_assert_cmpstr (none, ==, "3 Mar 2031: nothing new");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-spoken/" name, test)
  add ("each-form-says-what-a-place-in-it-says", test_each_form_says_what_a_place_in_it_says);
  add ("blocs-are-counted", test_blocs_are_counted);
  add ("the-range-counts", test_the_range_counts);
  add ("a-tie-says-when-most-of-it-was", test_a_tie_says_when_most_of_it_was);
  add ("a-step-of-the-time-lapse-is-told", test_a_step_of_the_time_lapse_is_told);
#undef add

  return g_test_run ();
}
