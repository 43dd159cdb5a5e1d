/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-forms.h"
#include "layout/leadup-graph-map.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-story.h"
#include "model/leadup-tie-sieve.h"

#include <math.h>

/* Who acts on whom, and how. */
typedef struct
{
  const char *from;
  const char *to;
  const char *category;
} Act;

/* Two camps, a go-between, and a pair that has nothing to do with them. */
static const Act acts[] = {
  { "a", "b", "talks" },  { "b", "c", "talks" },  { "a", "c", "talks" },  { "d", "e", "talks" },
  { "a", "d", "strike" }, { "d", "a", "strike" }, { "c", "e", "strike" }, { "f", "a", "strike" },
  { "g", "h", "strike" },
};

static LeadupTies *
make_ties (void)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  LeadupTies *ties;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (char name = 'a'; name <= 'i'; name++)
    {
      const char id[] = { name, '\0' };
      LeadupActorFields fields = { .id = id, .name = id };

      g_ptr_array_add (records[LEADUP_RECORD_ACTOR], leadup_actor_new (&fields));
    }
  for (guint i = 0; i < 2; i++)
    {
      LeadupCategoryFields fields = { .id = i == 0 ? "strike" : "talks",
                                      .name = "x",
                                      .colour = "#d55e00",
                                      .plover = i == 0 ? "ASSAULT" : "CONSULT",
                                      .tone = i == 0 ? -9.5 : 2.5 };

      g_ptr_array_add (records[LEADUP_RECORD_CATEGORY], leadup_category_new (&fields));
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts) + 1; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      gboolean is_alone = i == G_N_ELEMENTS (acts);
      LeadupParticipant participants[] = {
        { .actor = is_alone ? "i" : acts[i].from, .role = LEADUP_ROLE_INITIATOR },
        { .actor = is_alone ? "i" : acts[i].to, .role = LEADUP_ROLE_TARGET },
      };
      LeadupEventFields fields = { .id = id,
                                   .title = "x",
                                   .category = is_alone ? "strike" : acts[i].category,
                                   .participants = participants,
                                   .n_participants = is_alone ? 1 : 2,
                                   .tone = (double) NAN };

      g_ptr_array_add (records[LEADUP_RECORD_EVENT], leadup_event_new (&fields));
    }
  snapshot = leadup_snapshot_new (records);
  ties = leadup_ties_new (snapshot, NULL, NULL);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_ptr_array_unref (records[i]);

  return ties;
}

static void
test_those_who_stand_together_make_a_bloc (void)
{
  g_autoptr (LeadupTies) ties = make_ties ();
  guint n_blocs;
  g_autofree guint *blocs =
      leadup_graph_forms_find_blocs (ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &n_blocs);

  g_assert_cmpuint (leadup_ties_get_n_actors (ties), ==, 9);
  g_assert_cmpuint (blocs[0], ==, 0);
  g_assert_cmpuint (blocs[1], ==, 0);
  g_assert_cmpuint (blocs[2], ==, 0);
  g_assert_cmpuint (blocs[3], ==, 1);
  g_assert_cmpuint (blocs[4], ==, 1);
  g_assert_cmpuint (blocs[6], !=, blocs[7]);
  g_assert_cmpuint (n_blocs, ==, 6);
}

static void
test_rings_tell_how_many_ties_away_actors_are (void)
{
  g_autoptr (LeadupTies) ties = make_ties ();
  LeadupPoint map[9] = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { -1, 0 }, { -1, -1 }, { 0, -1 } };
  g_autofree LeadupPoint *places = NULL;
  guint centre = leadup_graph_forms_find_centre (ties);
  double near, far;

  g_assert_cmpuint (centre, ==, 0);
  places = leadup_graph_forms_place_rings (ties, centre, map);
  g_assert_cmpfloat (hypot (places[0].x, places[0].y), ==, 0.0);
  near = hypot (places[1].x, places[1].y);
  for (guint i = 2; i < 6; i++)
    if (i != 4)
      g_assert_cmpfloat_with_epsilon (hypot (places[i].x, places[i].y), near, 1e-9);
  far = hypot (places[4].x, places[4].y);
  g_assert_cmpfloat (far, >, near + 1.0);
  g_assert_cmpfloat (hypot (places[6].x, places[6].y), >, far + 1.0);
  /* Who is to the right of it on the map stays there. */
  g_assert_cmpfloat (places[1].x, >, places[3].x);
}

static void
test_each_bloc_has_a_column_and_no_two_share_a_place (void)
{
  g_autoptr (LeadupTies) ties = make_ties ();
  g_autofree LeadupPoint *places =
      leadup_graph_forms_place_blocs (ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);

  for (guint i = 0; i < 9; i++)
    for (guint k = i + 1; k < 9; k++)
      g_assert_cmpfloat (hypot (places[i].x - places[k].x, places[i].y - places[k].y), >, 0.4);
  g_assert_cmpfloat (places[3].x, >, places[0].x + 1.0);
  g_assert_cmpfloat (places[5].x, >, places[3].x + 1.0);
  g_assert_cmpfloat (places[8].x, >, places[5].x + 1.0);
}

static void
test_rows_of_a_matrix_keep_blocs_together (void)
{
  g_autoptr (LeadupTies) ties = make_ties ();
  g_autofree guint *order =
      leadup_graph_forms_order (ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);

  /* The first bloc, the most involved first; the one who acts on nobody last. */
  g_assert_cmpuint (order[0], ==, 0);
  g_assert_cmpuint (order[1] + order[2], ==, 3);
  g_assert_cmpuint (order[3] + order[4], ==, 7);
  g_assert_cmpuint (order[8], ==, 8);
}

static void
test_nobody_moves_because_of_a_sieve (void)
{
  LeadupTieSieveFields fields = { .top = 3 };
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  g_autoptr (LeadupTies) all = make_ties ();
  g_autoptr (LeadupTies) few =
      leadup_tie_sieve_apply (sieve, all, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  LeadupPoint map[9];
  g_autofree LeadupPoint *places = NULL;

  for (guint i = 0; i < 9; i++)
    map[i] = (LeadupPoint) { i, 10.0 * i };
  places = leadup_graph_map_sieve (all, few, map);
  g_assert_cmpuint (leadup_ties_get_n_actors (few), ==, 3);
  for (guint i = 0; i < 9; i++)
    if (leadup_ties_get_sieved (few, i) != G_MAXUINT)
      g_assert_cmpfloat (places[leadup_ties_get_sieved (few, i)].y, ==, map[i].y);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-forms/those-who-stand-together-make-a-bloc",
                   test_those_who_stand_together_make_a_bloc);
  g_test_add_func ("/graph-forms/rings-tell-how-many-ties-away-actors-are",
                   test_rings_tell_how_many_ties_away_actors_are);
  g_test_add_func ("/graph-forms/each-bloc-has-a-column-and-no-two-share-a-place",
                   test_each_bloc_has_a_column_and_no_two_share_a_place);
  g_test_add_func ("/graph-forms/rows-of-a-matrix-keep-blocs-together",
                   test_rows_of_a_matrix_keep_blocs_together);
  g_test_add_func ("/graph-forms/nobody-moves-because-of-a-sieve",
                   test_nobody_moves_because_of_a_sieve);

  return g_test_run ();
}
