/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-tide.h"
#include "model/leadup-tie-changes.h"

#define FIRST LEADUP_INSTANT_MIN
#define LAST  LEADUP_INSTANT_MAX

typedef struct
{
  const char *category;
  const char *edtf;
  const char *actors;
} Row;

static LeadupTies *
make_ties (const Row *rows,
           guint      n)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%02u", i);

      g_ptr_array_add (records, make_act (id, rows[i].category, rows[i].edtf, rows[i].actors,
                                          LEADUP_VERIFICATION_VERIFIED));
    }
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);

  return leadup_ties_new (snapshot, NULL, NULL);
}

/* Talks in January, strikes from the 20th on; a note that has no tone; one event without a date. */
static const Row story_rows[] = {
  { "talk", "2025-01-01", "i:a1 i:a2" },  { "talk", "2025-01-02", "i:a1 t:a2" },
  { "note", "2025-01-03", "i:a1 t:a2" },  { "strike", "2025-01-20", "i:a1 t:a2" },
  { "strike", "2025-01-20", "i:a2 t:a1" }, { "strike", "2025-01-21", "i:a1 t:a2" },
  { "talk", "2025-02-01", "i:a2 t:a1" },  { "strike", NULL, "i:a1 t:a2" },
};

static void
test_bins (void)
{
  g_autoptr (LeadupTies) ties = make_ties (story_rows, G_N_ELEMENTS (story_rows));
  g_autoptr (LeadupTide) tide =
      leadup_tide_new (leadup_ties_get (ties, 0), FIRST, LAST, LEADUP_TIDE_MAX_BINS);
  guint n = 0;

  g_assert_cmpint (tide->unit, ==, LEADUP_UNIT_DAY);
  g_assert_cmpuint (tide->n_bins, ==, 32);
  for (guint i = 0; i < tide->n_bins; i++)
    {
      n += tide->bins[i].n;
      if (i > 0)
        g_assert_cmpint (tide->bins[i].start, ==, tide->bins[i - 1].end);
    }
  g_assert_cmpuint (n, ==, 7);
  /* An event of both is one, and counts for each. */
  for (guint i = 0; i < tide->n_bins; i++)
    {
      g_assert_cmpuint (leadup_tide_find_bin (tide, tide->bins[i].start), ==, i);
      g_assert_cmpuint (leadup_tide_find_bin (tide, tide->bins[i].end - 1), ==, i);
    }
  g_assert_cmpuint (leadup_tide_find_bin (tide, tide->bins[0].start - 1), ==, G_MAXUINT);
  g_assert_cmpuint (leadup_tide_find_bin (tide, tide->bins[31].end), ==, G_MAXUINT);
  g_assert_cmpuint (tide->bins[0].n, ==, 1);
  g_assert_cmpfloat (tide->bins[0].forward.words_up, ==, 2);
  g_assert_cmpfloat (tide->bins[0].backward.words_up, ==, 2);
  g_assert_cmpuint (tide->bins[2].forward.n, ==, 1);
  g_assert_cmpfloat (tide->bins[2].forward.words_up, ==, 0);
  g_assert_cmpfloat (tide->bins[19].forward.deeds_down, ==, 9);
  g_assert_cmpfloat (tide->bins[19].backward.deeds_down, ==, 9);
  g_assert_cmpuint (tide->bins[10].n, ==, 0);
  g_assert_cmpfloat (tide->most, ==, 9);
}

static void
test_turns (void)
{
  g_autoptr (LeadupTies) ties = make_ties (story_rows, G_N_ELEMENTS (story_rows));
  g_autoptr (LeadupTide) tide =
      leadup_tide_new (leadup_ties_get (ties, 0), FIRST, LAST, LEADUP_TIDE_MAX_BINS);

  g_assert_cmpuint (tide->n_turns, ==, 2);
  g_assert_cmpuint (tide->turns[0].bin, ==, 19);
  g_assert_true (tide->turns[0].is_down);
  g_assert_cmpstr (leadup_event_get_title (tide->turns[0].event), ==, "e03");
  g_assert_cmpuint (tide->turns[1].bin, ==, 31);
  g_assert_false (tide->turns[1].is_down);
}

static void
test_lengths_of_bins (void)
{
  static const struct
  {
    const char *last;
    guint max_bins;
    LeadupUnit unit;
  } rows[] = {
    { "2025-01-01", 60, LEADUP_UNIT_DAY },   { "2025-02-10", 60, LEADUP_UNIT_DAY },
    { "2025-06-10", 60, LEADUP_UNIT_WEEK },  { "2028-01-01", 60, LEADUP_UNIT_MONTH },
    { "2060-01-01", 60, LEADUP_UNIT_YEAR },  { "2400-01-01", 60, LEADUP_UNIT_DECADE },
    { "2025-06-10", 16, LEADUP_UNIT_MONTH }, { "2025-01-03", 0, LEADUP_UNIT_WEEK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Row acts[] = { { "talk", "2025-01-01", "i:a1 t:a2" }, { "strike", NULL, "i:a1 t:a2" } };
      g_autoptr (LeadupTies) ties = NULL;
      g_autoptr (LeadupTide) tide = NULL;
      guint n = 0;

      acts[1].edtf = rows[i].last;
      ties = make_ties (acts, 2);
      tide = leadup_tide_new (leadup_ties_get (ties, 0), FIRST, LAST, rows[i].max_bins);
      g_assert_cmpint (tide->unit, ==, rows[i].unit);
      g_assert_cmpuint (tide->n_bins, <=, MAX (rows[i].max_bins, 3));
      for (guint k = 0; k < tide->n_bins; k++)
        n += tide->bins[k].n;
      g_assert_cmpuint (n, ==, 2);
    }
}

static void
test_no_dates (void)
{
  static const Row rows[] = { { "strike", NULL, "i:a1 t:a2" } };
  g_autoptr (LeadupTies) ties = make_ties (rows, 1);
  g_autoptr (LeadupTide) tide = leadup_tide_new (leadup_ties_get (ties, 0), FIRST, LAST, 60);
  g_autoptr (LeadupTide) same = leadup_tide_ref (tide);

  g_assert_cmpuint (same->n_bins, ==, 0);
}

static LeadupTieWindow
make_window (int month,
             int end_month)
{
  return (LeadupTieWindow) { leadup_calendar_date_instant (2025, month, 1),
                             leadup_calendar_date_instant (2025, end_month, 1) };
}

static void
test_changes (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    LeadupTieChangeKind kind;
  } rows[] = {
    { "", "strike", LEADUP_TIE_CHANGE_NEW },
    { "talk", "", LEADUP_TIE_CHANGE_ENDED },
    { "talk talk", "strike", LEADUP_TIE_CHANGE_FLIPPED },
    { "strike", "talk", LEADUP_TIE_CHANGE_FLIPPED },
    { "note", "strike", LEADUP_TIE_CHANGE_TO_DEEDS },
    { "strike", "strike strike", LEADUP_TIE_CHANGE_HOTTER },
    { "strike strike", "strike", LEADUP_TIE_CHANGE_COOLER },
    { "strike", "strike", LEADUP_TIE_CHANGE_NONE },
    { "talk", "talk talk", LEADUP_TIE_CHANGE_NONE },
  };
  /* April is as long as June. */
  LeadupTieWindow april = make_window (4, 5), june = make_window (6, 7);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) before = g_strsplit (rows[i].before, " ", -1);
      g_auto (GStrv) after = g_strsplit (rows[i].after, " ", -1);
      Row acts[8];
      guint n = 0;
      g_autoptr (LeadupTies) ties = NULL;
      g_autoptr (GArray) changes = NULL;
      LeadupTieChange *change;

      for (guint k = 0; before[k] != NULL; k++)
        acts[n++] = (Row) { before[k], "2025-04-10", "i:a2 t:a1" };
      for (guint k = 0; after[k] != NULL; k++)
        acts[n++] = (Row) { after[k], "2025-06-10", "i:a2 t:a1" };
      acts[n++] = (Row) { "strike", "2025-05-10", "i:a3 t:a1" };
      ties = make_ties (acts, n);
      changes = leadup_tie_changes_list (ties, &april, &june);
      g_assert_cmpuint (changes->len, ==, 1);
      change = &g_array_index (changes, LeadupTieChange, 0);
      leadup_tie_change_look_closer (change, ties, &april, &june);
      g_assert_cmpint (change->kind, ==, rows[i].kind);
      g_assert_cmpstr (leadup_ties_get_actor (ties, change->from), ==, "a2");
      g_assert_cmpuint (change->before.n, ==, g_strv_length (before));
      g_assert_cmpuint (change->after.n, ==, g_strv_length (after));
      g_assert_cmpint (leadup_tie_summary_count_deeds (&change->after) > 0, ==,
                       g_strv_contains ((const char *const *) after, "strike"));
      g_assert_cmpuint (change->n_outlets, <=, change->before.n + change->after.n);
      g_assert_cmpint (change->first_deed != LEADUP_INSTANT_MIN, ==,
                       g_strv_contains ((const char *const *) after, "strike"));
    }
}

static void
test_deeds_are_neither_words_nor_neutral (void)
{
  g_assert_true (leadup_quad_class_is_deed (LEADUP_QUAD_CLASS_MATERIAL_CONFLICT));
  g_assert_true (leadup_quad_class_is_deed (LEADUP_QUAD_CLASS_MATERIAL_COOPERATION));
  g_assert_false (leadup_quad_class_is_deed (LEADUP_QUAD_CLASS_VERBAL_CONFLICT));
  g_assert_false (leadup_quad_class_is_deed (LEADUP_QUAD_CLASS_VERBAL_COOPERATION));
  g_assert_false (leadup_quad_class_is_deed (LEADUP_QUAD_CLASS_NEUTRAL));
}

/* Three strikes in three months are no more than one in one month. */
static void
test_changes_are_by_day (void)
{
  static const Row rows[] = {
    { "strike", "2025-01-10", "i:a1 t:a2" }, { "strike", "2025-02-10", "i:a1 t:a2" },
    { "strike", "2025-03-10", "i:a1 t:a2" }, { "strike", "2025-04-10", "i:a1 t:a2" },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows));
  LeadupTieWindow quarter = make_window (1, 4), april = make_window (4, 5);
  g_autoptr (GArray) changes = leadup_tie_changes_list (ties, &quarter, &april);

  g_assert_cmpint (g_array_index (changes, LeadupTieChange, 0).kind, ==, LEADUP_TIE_CHANGE_NONE);
}

static void
test_one_direction (void)
{
  g_autoptr (LeadupTies) ties = make_ties (story_rows, G_N_ELEMENTS (story_rows));
  LeadupTieSummary forward, backward;

  leadup_tie_summarize_one (leadup_ties_get (ties, 0), TRUE, FIRST, LAST, &forward);
  leadup_tie_summarize_one (leadup_ties_get (ties, 0), FALSE, FIRST, LAST, &backward);
  g_assert_cmpuint (forward.n, ==, 6);
  g_assert_cmpuint (backward.n, ==, 3);
  g_assert_cmpuint (backward.n_forward, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/category/deeds-are-neither-words-nor-neutral",
                   test_deeds_are_neither_words_nor_neutral);
  g_test_add_func ("/tide/each-event-is-in-one-bin", test_bins);
  g_test_add_func ("/tide/turns-where-words-become-deeds", test_turns);
  g_test_add_func ("/tide/bins-are-as-long-as-needed", test_lengths_of_bins);
  g_test_add_func ("/tide/has-nothing-without-dates", test_no_dates);
  g_test_add_func ("/tie-changes/have-a-kind", test_changes);
  g_test_add_func ("/tie-changes/are-counted-by-day", test_changes_are_by_day);
  g_test_add_func ("/tie-changes/one-direction-is-summarized-alone", test_one_direction);

  return g_test_run ();
}
