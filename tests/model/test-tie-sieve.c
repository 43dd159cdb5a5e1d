/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-tie-sieve.h"

#include <math.h>

#define FIRST  LEADUP_INSTANT_MIN
#define LAST   LEADUP_INSTANT_MAX
#define MARCH  (leadup_calendar_date_instant (2025, 3, 1))

static const struct
{
  const char *id;
  const char *category;
  const char *edtf;
  const char *actors;
  LeadupVerification verification;
  const char *sources; /* ids with a space between */
} acts[] = {
  { "e1", "strike", "2025-02-01", "i:a1 t:a2", LEADUP_VERIFICATION_VERIFIED, "s1 s2 o1" },
  { "e2", "strike", "2025-02-02", "i:a1 t:a2", LEADUP_VERIFICATION_VERIFIED, "s1" },
  { "e3", "talk", "2025-03-10", "i:a1 i:a2", LEADUP_VERIFICATION_SINGLE_SOURCE, "s1" },
  { "e4", "talk", "2025-03-11", "i:a2 t:a3", LEADUP_VERIFICATION_VERIFIED, "s1" },
  { "e5", "strike", "2025-03-12", "i:m1 i:m2 t:a3", LEADUP_VERIFICATION_DISPUTED, "s1 s2 o1" },
  { "e6", "strike", "2025-03-13", "i:d t:m1", LEADUP_VERIFICATION_VERIFIED, "s1" },
  { "e7", "note", "2025-03-14", "s:a5 m:a1", LEADUP_VERIFICATION_VERIFIED, "s1" },
};

static LeadupEvent *
make_told (guint index)
{
  g_autoptr (LeadupEvent) bare = make_act (acts[index].id, acts[index].category, acts[index].edtf,
                                           acts[index].actors, acts[index].verification);
  LeadupEventFields fields = *leadup_event_get_fields (bare);
  g_auto (GStrv) sources = g_strsplit (acts[index].sources, " ", -1);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      LeadupEvidenceFields told = { .source = sources[i], .span_start = -1, .span_end = -1 };

      g_ptr_array_add (evidence, leadup_evidence_new (&told));
    }
  fields.evidence = (LeadupEvidence *const *) evidence->pdata;
  fields.n_evidence = evidence->len;

  return leadup_event_new (&fields);
}

/* m1 and m2 belong to a1, d to m1. */
static LeadupSnapshot *
make_snapshot (void)
{
  static const char *const members[][2] = { { "m1", "a1" }, { "m2", "a1" }, { "d", "m1" } };
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (GError) error = NULL;
  LeadupSourceFields other = { .id = "o1", .outlet = "Another one", .title = "Title" };

  g_ptr_array_add (records, leadup_source_new (&other));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *groups[] = { members[i][1], NULL };
      LeadupActorFields fields = { .id = members[i][0], .name = members[i][0] };

      fields.member_of = groups;
      g_ptr_array_add (records, leadup_actor_new (&fields));
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_ptr_array_add (records, make_told (i));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);

  return leadup_story_snapshot (story);
}

/* “a1 a2 | a1-a2:3 ”: actors, then pairs with the number of lines of each. */
static char *
describe (const LeadupTies *ties)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    {
      g_string_append (text, leadup_ties_get_actor (ties, i));
      if (leadup_ties_get_actor_n_folded (ties, i) > 0)
        g_string_append_printf (text, "+%u", leadup_ties_get_actor_n_folded (ties, i));
      g_string_append_c (text, ' ');
    }
  g_string_append_c (text, '|');
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      LeadupTieSummary summary;

      leadup_tie_summarize (tie, FIRST, LAST, &summary);
      g_assert_cmpuint (tie->a, <, tie->b);
      g_string_append_printf (text, " %s-%s:%u", leadup_ties_get_actor (ties, tie->a),
                              leadup_ties_get_actor (ties, tie->b), summary.n);
    }

  return g_string_free (text, FALSE);
}

#define CONFLICT                                                                                   \
  (1u << LEADUP_QUAD_CLASS_MATERIAL_CONFLICT | 1u << LEADUP_QUAD_CLASS_VERBAL_CONFLICT)

static void
test_what_passes (void)
{
  static const char *const a1[] = { "a1", NULL };
  static const char *const a1_and_m1[] = { "a1", "m1", NULL };
  static const char *const a3[] = { "a3", NULL };
  static const char *const gone[] = { "gone", NULL };
  static const struct
  {
    LeadupTieSieveFields fields;
    const char *left;
  } rows[] = {
    { { 0 }, "a1 a2 a3 a5 d m1 m2 | a1-a2:3 a2-a3:1 a3-m1:1 a3-m2:1 d-m1:1" },
    { { .min_events = 2 }, "a1 a2 | a1-a2:3" },
    { { .min_events = 4 }, "|" },
    { { .min_outlets = 2 }, "a1 a2 a3 m1 m2 | a1-a2:3 a3-m1:1 a3-m2:1" },
    { { .min_weight = 0.7 }, "a1 a2 a3 d m1 | a1-a2:3 a2-a3:1 d-m1:1" },
    { { .min_weight = 1.0 }, "a1 a2 a3 d m1 | a1-a2:2 a2-a3:1 d-m1:1" },
    { { .quad_classes = CONFLICT }, "a1 a2 a3 d m1 m2 | a1-a2:2 a3-m1:1 a3-m2:1 d-m1:1" },
    { { .top = 2 }, "a1 a2 | a1-a2:3" },
    { { .top = 3 }, "a1 a2 a3 | a1-a2:3 a2-a3:1" },
    { { .focus = a1, .hops = 1 }, "a1 a2 | a1-a2:3" },
    { { .focus = a1, .hops = 2 }, "a1 a2 a3 | a1-a2:3 a2-a3:1" },
    { { .focus = a3, .hops = 1 }, "a2 a3 m1 m2 | a2-a3:1 a3-m1:1 a3-m2:1" },
    { { .focus = a3 }, "a1 a2 a3 a5 d m1 m2 | a1-a2:3 a2-a3:1 a3-m1:1 a3-m2:1 d-m1:1" },
    { { .focus = gone, .hops = 1 },
      "a1 a2 a3 a5 d m1 m2 | a1-a2:3 a2-a3:1 a3-m1:1 a3-m2:1 d-m1:1" },
    { { .folded = a1 }, "a1+2 a2 a3 a5 d | a1-a2:3 a1-a3:1 a1-d:1 a2-a3:1" },
    { { .folded = a1_and_m1 }, "a1+3 a2 a3 a5 | a1-a2:3 a1-a3:1 a2-a3:1" },
    { { .folded = a1_and_m1, .focus = a3, .hops = 1 }, "a1+3 a2 a3 | a1-a2:3 a1-a3:1 a2-a3:1" },
  };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) all = leadup_ties_new (snapshot, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&rows[i].fields);
      g_autoptr (LeadupTies) ties = leadup_tie_sieve_apply (sieve, all, FIRST, LAST);
      g_autofree char *text = describe (ties);

      g_assert_cmpstr (text, ==, rows[i].left);
    }
}

static void
test_window (void)
{
  LeadupTieSieveFields fields = { .min_events = 2 };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) all = leadup_ties_new (snapshot, NULL, NULL);
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  g_autoptr (LeadupTies) before = leadup_tie_sieve_apply (sieve, all, FIRST, MARCH);
  g_autoptr (LeadupTies) after = leadup_tie_sieve_apply (sieve, all, MARCH, LAST);
  g_autofree char *early = describe (before);
  g_autofree char *late = describe (after);

  g_assert_cmpstr (early, ==, "a1 a2 | a1-a2:3");
  g_assert_cmpstr (late, ==, "a1 a2 |");
}

static void
test_who_became_whom (void)
{
  static const char *const folded[] = { "a1", NULL };
  LeadupTieSieveFields fields = { .folded = folded, .min_events = 1, .top = 3 };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) all = leadup_ties_new (snapshot, NULL, NULL);
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  g_autoptr (LeadupTies) ties = leadup_tie_sieve_apply (sieve, all, FIRST, LAST);
  guint a1, m2, a5;

  g_assert_true (leadup_ties_find_actor (all, "a1", &a1));
  g_assert_true (leadup_ties_find_actor (all, "m2", &m2));
  g_assert_true (leadup_ties_find_actor (all, "a5", &a5));
  g_assert_cmpuint (leadup_ties_get_sieved (ties, m2), ==, leadup_ties_get_sieved (ties, a1));
  g_assert_cmpstr (leadup_ties_get_actor (ties, leadup_ties_get_sieved (ties, m2)), ==, "a1");
  g_assert_cmpuint (leadup_ties_get_sieved (ties, a5), ==, G_MAXUINT);
  g_assert_cmpuint (leadup_ties_get_sieved (all, a5), ==, a5);
  g_assert_cmpuint (leadup_ties_get_actor_n_events (ties, leadup_ties_get_sieved (ties, a1)), ==,
                    4);
}

/* A group that takes part in nothing stands for its members all the same, and groups that hold each
 * other do not hang anything. */
static void
test_groups (void)
{
  static const char *const to_b[] = { "b", NULL };
  static const char *const to_c[] = { "c", NULL };
  static const char *const both[] = { "b", "c", NULL };
  LeadupActorFields b = { .id = "b", .name = "b", .member_of = to_c };
  LeadupActorFields c = { .id = "c", .name = "c", .member_of = to_b };
  LeadupActorFields x = { .id = "x", .name = "x", .member_of = to_b };
  LeadupTieSieveFields fields = { .folded = to_b };
  LeadupTieSieveFields circle = { .folded = both };
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTies) all = NULL;
  g_autoptr (LeadupTies) ties = NULL;
  g_autoptr (LeadupTies) round = NULL;
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  g_autoptr (LeadupTieSieve) round_sieve = leadup_tie_sieve_new (&circle);
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;

  g_ptr_array_add (records, leadup_actor_new (&b));
  g_ptr_array_add (records, leadup_actor_new (&c));
  g_ptr_array_add (records, leadup_actor_new (&x));
  g_ptr_array_add (records, make_act ("e1", "strike", "2025-02-01", "i:x t:a1", 0));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  all = leadup_ties_new (snapshot, NULL, NULL);
  ties = leadup_tie_sieve_apply (sieve, all, FIRST, LAST);
  text = describe (ties);
  g_assert_cmpstr (text, ==, "a1 b+1 | a1-b:1");
  round = leadup_tie_sieve_apply (round_sieve, all, FIRST, LAST);
  g_assert_cmpuint (leadup_ties_get_n (round), ==, 1);
  groups = leadup_tie_sieve_list_groups (snapshot);
  g_assert_cmpuint (g_strv_length (groups), ==, 2);
}

static void
test_outlets (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GHashTable) outlets = g_hash_table_new (g_str_hash, g_str_equal);

  /* Two sources of one outlet are one. */
  leadup_ties_add_outlets (snapshot, leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, "e1"),
                           outlets);
  g_assert_cmpuint (g_hash_table_size (outlets), ==, 2);
  g_assert_true (g_hash_table_contains (outlets, "Another one"));
}

static void
test_open (void)
{
  static const char *const none[] = { NULL };
  LeadupTieSieveFields fields = { .min_events = 1, .min_outlets = 1, .hops = 2, .folded = none };
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&fields);
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) all = leadup_ties_new (snapshot, NULL, NULL);
  g_autoptr (LeadupTies) same = leadup_tie_sieve_apply (sieve, all, FIRST, LAST);

  g_assert_true (leadup_tie_sieve_is_open (sieve));
  g_assert_true (same == all);
  fields.hops = 9;
  g_clear_pointer (&sieve, leadup_tie_sieve_unref);
  sieve = leadup_tie_sieve_new (&fields);
  g_assert_cmpuint (leadup_tie_sieve_get_fields (sieve)->hops, ==, LEADUP_TIE_SIEVE_MAX_HOPS);
}

/* a1-a2 has 3 events, a2-a3 and a1-a3 less: the fewer pairs are wanted, the more each needs. */
static void
test_few_pairs (void)
{
  static const struct
  {
    guint max_pairs;
    guint min_events;
  } rows[] = { { 100, 1 }, { 2, 2 }, { 1, 2 }, { 0, 4 } };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupTieSieveFields fields = { 0 };
      g_autoptr (LeadupTieSieve) sieve = NULL;
      g_autoptr (LeadupTies) shown = NULL;

      fields.min_events =
          leadup_tie_sieve_choose_min_events (&fields, ties, FIRST, LAST, rows[i].max_pairs);
      g_assert_cmpuint (fields.min_events, ==, rows[i].min_events);
      sieve = leadup_tie_sieve_new (&fields);
      shown = leadup_tie_sieve_apply (sieve, ties, FIRST, LAST);
      g_assert_cmpuint (leadup_ties_get_n (shown), <=, rows[i].max_pairs);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tie-sieve/lets-through-what-counts", test_what_passes);
  g_test_add_func ("/tie-sieve/a-window-takes-ties-but-never-actors", test_window);
  g_test_add_func ("/tie-sieve/tells-who-became-whom", test_who_became_whom);
  g_test_add_func ("/tie-sieve/a-group-stands-for-its-members", test_groups);
  g_test_add_func ("/tie-sieve/outlets-count-once", test_outlets);
  g_test_add_func ("/tie-sieve/asks-for-more-events-where-few-pairs-fit", test_few_pairs);
  g_test_add_func ("/tie-sieve/an-open-one-changes-nothing", test_open);

  return g_test_run ();
}
