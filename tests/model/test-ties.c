/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-tie-sieve.h"
#include "model/leadup-tie-path.h"
#include "model/leadup-ties.h"

#include <math.h>
#include <string.h>

/* @rows: id, category, time, actors and verification of each event */
typedef struct
{
  const char *id;
  const char *category;
  const char *edtf;
  const char *actors;
  LeadupVerification verification;
} Row;

static LeadupTies *
make_ties (const Row          *rows,
           guint               n_rows,
           const LeadupFilter *filter)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (records, make_act (rows[i].id, rows[i].category, rows[i].edtf, rows[i].actors,
                                        rows[i].verification));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);

  return leadup_ties_new (snapshot, filter, NULL);
}

/* “a1>a2 a1<a3 ”: the ties with their directions, in order. */
static char *
describe (const LeadupTies *ties)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);

      g_assert_cmpuint (tie->a, <, tie->b);
      g_string_append (text, leadup_ties_get_actor (ties, tie->a));
      for (guint j = 0; j < tie->n_events; j++)
        g_string_append_c (text, tie->events[j].forward ? '>' : '<');
      g_string_append_printf (text, "%s ", leadup_ties_get_actor (ties, tie->b));
    }

  return g_string_free (text, FALSE);
}

static void
test_who_is_tied (void)
{
  static const struct
  {
    const char *category;
    const char *actors;
    const char *ties;
    guint n_actors;
  } rows[] = {
    { "strike", "i:a1 t:a2", "a1>a2 ", 2 },
    { "strike", "i:a2 t:a1", "a1<a2 ", 2 },
    { "note", "s:a1 t:a2", "a1>a2 ", 2 },
    { "strike", "i:a1 i:a2 t:a3", "a1>a3 a2>a3 ", 3 },
    { "strike", "i:a1 t:a2 t:a3", "a1>a2 a1>a3 ", 3 },
    { "strike", "i:a1 s:a1 t:a2 t:a2", "a1>a2 ", 2 },
    { "strike", "i:a1 t:a1", "", 1 },
    { "strike", "i:a1 t:a1 t:a2", "a1>a2 ", 2 },
    { "strike", "i:a1 i:a2 t:a1 t:a2", "a1><a2 ", 2 },
    { "note", "s:a1 m:a2", "", 2 },
    { "strike", "i:a1 x:a2", "", 2 },
    { "talk", "i:a1 i:a2", "a1><a2 ", 2 },
    { "talk", "i:a1 i:a2 i:a3", "a1><a2 a1><a3 a2><a3 ", 3 },
    { "note", "i:a1 i:a2", "a1><a2 ", 2 },
    { "strike", "i:a1 i:a2", "", 2 },
    { "talk", "s:a1 s:a2", "", 2 },
    { "talk", "i:a1 i:a2 t:a3", "a1>a3 a2>a3 ", 3 },
    { "talk", "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Row row = { "e1", rows[i].category, "2025-03-10", rows[i].actors,
                  LEADUP_VERIFICATION_VERIFIED };
      g_autoptr (LeadupTies) ties = make_ties (&row, 1, NULL);
      g_autofree char *text = describe (ties);

      g_assert_cmpstr (text, ==, rows[i].ties);
      g_assert_cmpuint (leadup_ties_get_n_actors (ties), ==, rows[i].n_actors);
    }
}

static void
test_counts_of_actors (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2 t:a3", 0 },
    { "e2", "note", "2025-03-11", "s:a1 m:a4", 0 },
    { "e3", "strike", "2025-03-12", "i:a2 i:a2 t:a1", 0 },
    { "e4", "strike", "2025-03-12", "i:a5 t:a1", LEADUP_VERIFICATION_RETRACTED },
  };
  static const struct
  {
    const char *id;
    guint n_events;
    guint n_participations;
  } actors[] = { { "a1", 2, 3 }, { "a2", 2, 2 }, { "a3", 1, 1 }, { "a4", 0, 1 } };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);

  g_assert_cmpuint (leadup_ties_get_n_actors (ties), ==, G_N_ELEMENTS (actors));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      guint index;

      g_assert_true (leadup_ties_find_actor (ties, actors[i].id, &index));
      g_assert_cmpuint (index, ==, i);
      g_assert_cmpstr (leadup_ties_get_actor (ties, i), ==, actors[i].id);
      g_assert_cmpuint (leadup_ties_get_actor_n_events (ties, i), ==, actors[i].n_events);
      g_assert_cmpuint (leadup_ties_get_actor_n_participations (ties, i), ==,
                        actors[i].n_participations);
    }
  g_assert_false (leadup_ties_find_actor (ties, "a5", NULL));
}

static void
test_find (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2 t:a3", 0 },
    { "e2", "strike", "2025-03-11", "i:a4 t:a2", 0 },
    { "e3", "note", "2025-03-11", "m:a5", 0 },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);

  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      const char *a = leadup_ties_get_actor (ties, tie->a),
                 *b = leadup_ties_get_actor (ties, tie->b);

      g_assert_true (leadup_ties_find (ties, a, b) == tie);
      g_assert_true (leadup_ties_find (ties, b, a) == tie);
    }
  g_assert_cmpuint (leadup_ties_get_n (ties), ==, 3);
  g_assert_null (leadup_ties_find (ties, "a1", "a4"));
  g_assert_null (leadup_ties_find (ties, "a1", "a5"));
  g_assert_null (leadup_ties_find (ties, "a1", "nobody"));
  g_assert_true (leadup_ties_ref (ties) == ties);
  leadup_ties_unref (ties);
}

static void
test_events_are_in_order (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-12", "i:a1 t:a2", 0 },
    { "e2", "talk", "2025-03-10", "i:a2 t:a1", LEADUP_VERIFICATION_VERIFIED },
    { "e3", "strike", NULL, "i:a1 t:a2", LEADUP_VERIFICATION_SINGLE_SOURCE },
    { "e4", "strike", "2025-03-12", "i:a2 t:a1", LEADUP_VERIFICATION_ANNOUNCED },
    { "e5", "strike", "../2025-03-11", "i:a2 t:a1", LEADUP_VERIFICATION_DISPUTED },
    { "e6", "strike", "2025-03-13", "i:a2 t:a1", LEADUP_VERIFICATION_CORROBORATED },
  };
  static const struct
  {
    const char *id;
    double weight;
  } expected[] = { { "e3", 0.7 }, { "e2", 1 },   { "e5", 0.4 },
                   { "e1", 0.4 }, { "e4", 0.7 }, { "e6", 1 } };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);
  const LeadupTie *tie = leadup_ties_find (ties, "a1", "a2");

  g_assert_cmpuint (tie->n_events, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < tie->n_events; i++)
    {
      g_assert_cmpstr (leadup_event_get_title (tie->events[i].event), ==, expected[i].id);
      g_assert_cmpfloat (tie->events[i].weight, ==, expected[i].weight);
    }
  g_assert_cmpint (tie->events[0].time, ==, LEADUP_INSTANT_MIN);
  g_assert_cmpint (tie->events[1].quad_class, ==, LEADUP_QUAD_CLASS_VERBAL_COOPERATION);
  g_assert_cmpfloat (tie->events[1].tone, ==, 2.0);
}

static void
test_states (void)
{
  static const struct
  {
    const char *categories; /* s: strike (−9), t: talk (+2), n: note (0) */
    LeadupTieState state;
    double tone;
    double hostility;
  } rows[] = {
    { "s", LEADUP_TIE_STATE_HOSTILE, -9.0, 1.0 },
    { "t", LEADUP_TIE_STATE_COOPERATIVE, 2.0, 0.0 },
    { "n", LEADUP_TIE_STATE_NEUTRAL, 0.0, NAN },
    { "nt", LEADUP_TIE_STATE_COOPERATIVE, 1.0, 0.0 },
    { "stttt", LEADUP_TIE_STATE_MIXED, -0.2, 9.0 / 17.0 },
    { "st", LEADUP_TIE_STATE_HOSTILE, -3.5, 9.0 / 11.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Row events[8];
      guint n = (guint) strlen (rows[i].categories);
      static const char *const ids[] = { "e1", "e2", "e3", "e4", "e5" };
      g_autoptr (LeadupTies) ties = NULL;
      LeadupTieSummary summary;

      for (guint j = 0; j < n; j++)
        {
          char letter = rows[i].categories[j];

          events[j] = (Row) { ids[j],
                              letter == 's'   ? "strike"
                              : letter == 't' ? "talk"
                                              : "note",
                              "2025-03-10", "i:a1 t:a2", LEADUP_VERIFICATION_SINGLE_SOURCE };
        }
      ties = make_ties (events, n, NULL);
      leadup_tie_summarize (leadup_ties_get (ties, 0), LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                            &summary);
      g_assert_cmpuint (summary.n, ==, n);
      g_assert_cmpint (summary.state, ==, rows[i].state);
      g_assert_cmpfloat_with_epsilon (summary.tone, rows[i].tone, 1e-9);
      if (isnan (rows[i].hostility))
        g_assert_true (isnan (summary.hostility));
      else
        g_assert_cmpfloat_with_epsilon (summary.hostility, rows[i].hostility, 1e-9);
    }
}

/* The limits of the states belong to the clear ones, whatever the rounding. */
static void
test_limits_of_states (void)
{
  static const struct
  {
    double tones[4];
    LeadupTieState state;
  } rows[] = {
    { { -3, -3, -3, 3 }, LEADUP_TIE_STATE_HOSTILE },
    { { -0.1, -0.2, -0.6, 0.3 }, LEADUP_TIE_STATE_HOSTILE },
    { { 3, 3, 3, -3 }, LEADUP_TIE_STATE_COOPERATIVE },
    { { 3, 3, -3, -3 }, LEADUP_TIE_STATE_MIXED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupTieEvent events[4];
      LeadupTie tie = { .a = 0, .b = 1, .events = events, .n_events = 4 };
      LeadupTieSummary summary;

      for (guint j = 0; j < 4; j++)
        events[j] = (LeadupTieEvent) {
          .event = GUINT_TO_POINTER (j + 1), .time = j, .tone = rows[i].tones[j], .weight = 0.7
        };
      leadup_tie_summarize (&tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &summary);
      g_assert_cmpint (summary.state, ==, rows[i].state);
    }
}

static void
test_weights (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2", LEADUP_VERIFICATION_UNVERIFIED },
    { "e2", "talk", "2025-03-11", "i:a2 t:a1", LEADUP_VERIFICATION_VERIFIED },
    { "e3", "strike", "2025-03-12", "i:a2 t:a1", LEADUP_VERIFICATION_RETRACTED },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);
  LeadupTieSummary summary;

  leadup_tie_summarize (leadup_ties_get (ties, 0), LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                        &summary);
  g_assert_cmpuint (summary.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (summary.tone, (0.4 * -9.0 + 2.0) / 1.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (summary.hostility, 3.6 / 5.6, 1e-9);
  g_assert_cmpint (summary.state, ==, LEADUP_TIE_STATE_MIXED);
}

/* All windows between days against counting by hand. */
static void
test_windows (void)
{
  static const Row rows[] = {
    { "e0", "note", NULL, "i:a1 t:a2", 0 },
    { "e1", "strike", "2025-03-10", "i:a1 t:a2", 0 },
    { "e2", "strike", "2025-03-11", "i:a2 t:a1", 0 },
    { "e3", "talk", "2025-03-11", "i:a1 i:a2", 0 },
    { "e4", "strike", "2025-03-14", "i:a2 t:a1", 0 },
  };
  static const struct
  {
    int from; /* day of March; 0 = open */
    int to;
    guint n, n_forward, n_backward;
    int first, last;
    LeadupTieState state;
  } windows[] = {
    { 0, 0, 5, 3, 3, 10, 14, LEADUP_TIE_STATE_HOSTILE },
    { 0, 31, 4, 2, 3, 10, 14, LEADUP_TIE_STATE_HOSTILE },
    { 10, 0, 4, 2, 3, 10, 14, LEADUP_TIE_STATE_HOSTILE },
    { 10, 11, 1, 1, 0, 10, 10, LEADUP_TIE_STATE_HOSTILE },
    { 11, 12, 2, 1, 2, 11, 11, LEADUP_TIE_STATE_HOSTILE },
    { 11, 15, 3, 1, 3, 11, 14, LEADUP_TIE_STATE_HOSTILE },
    { 12, 14, 0, 0, 0, 0, 0, LEADUP_TIE_STATE_SILENT },
    { 15, 12, 0, 0, 0, 0, 0, LEADUP_TIE_STATE_SILENT },
    { 12, 0, 1, 0, 1, 14, 14, LEADUP_TIE_STATE_HOSTILE },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      LeadupInstant bounds[2] = { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX }, first, last;
      LeadupTieSummary summary;

      if (windows[i].from != 0)
        bounds[0] = leadup_calendar_date_instant (2025, 3, windows[i].from);
      if (windows[i].to != 0)
        bounds[1] = leadup_calendar_date_instant (2025, 3, windows[i].to);
      first = last = LEADUP_INSTANT_MIN;
      if (windows[i].first != 0)
        {
          first = leadup_calendar_date_instant (2025, 3, windows[i].first);
          last = leadup_calendar_date_instant (2025, 3, windows[i].last);
        }

      leadup_tie_summarize (leadup_ties_get (ties, 0), bounds[0], bounds[1], &summary);
      g_assert_cmpuint (summary.n, ==, windows[i].n);
      g_assert_cmpuint (summary.n_forward, ==, windows[i].n_forward);
      g_assert_cmpuint (summary.n_backward, ==, windows[i].n_backward);
      g_assert_cmpint (summary.first, ==, first);
      g_assert_cmpint (summary.last, ==, last);
      g_assert_cmpint (summary.state, ==, windows[i].state);
      g_assert_cmpuint (summary.n_by_quad[LEADUP_QUAD_CLASS_NEUTRAL], ==, i == 0 ? 1 : 0);
    }
}

static void
test_filter (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2", 0 },
    { "e2", "talk", "2025-03-11", "i:a3 t:a4", 0 },
  };
  const char *categories[] = { "talk", NULL };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (LeadupTies) ties = NULL;
  g_autofree char *text = NULL;

  fields.categories = categories;
  filter = leadup_filter_new (&fields);
  ties = make_ties (rows, G_N_ELEMENTS (rows), filter);
  text = describe (ties);
  g_assert_cmpstr (text, ==, "a3>a4 ");
  g_assert_cmpuint (leadup_ties_get_n_actors (ties), ==, 2);
}

static void
test_own_tone (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) plain = make_act ("e1", "strike", "2025", "i:a1 t:a2", 0);
  LeadupEventFields fields = *leadup_event_get_fields (plain);
  g_autoptr (LeadupEvent) mild = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTies) ties = NULL;

  fields.tone = -1.5;
  mild = leadup_event_new (&fields);
  g_assert_true (put (story, NULL, mild, NULL));
  snapshot = leadup_story_snapshot (story);
  ties = leadup_ties_new (snapshot, NULL, NULL);
  g_assert_cmpfloat (leadup_ties_get (ties, 0)->events[0].tone, ==, -1.5);
}

static void
test_cancelling (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) event = make_act ("e1", "strike", "2025", "i:a1 t:a2", 0);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (put (story, NULL, event, NULL));
  snapshot = leadup_story_snapshot (story);
  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_ties_new (snapshot, NULL, cancellable));
}

static void
test_crowds (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  LeadupEventFields fields = { .id = "e1", .category = "strike", .tone = NAN };
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTies) ties = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%03u", i);
      LeadupActor *actor = make_actor (id);
      LeadupParticipant participant = {
        .actor = leadup_actor_get_fields (actor)->id,
        .role = i % 2 == 0 ? LEADUP_ROLE_INITIATOR : LEADUP_ROLE_TARGET,
      };

      g_ptr_array_add (records, actor);
      g_array_append_val (participants, participant);
    }
  fields.participants = (LeadupParticipant *) participants->data;
  fields.n_participants = participants->len;
  g_ptr_array_add (records, leadup_event_new (&fields));
  story = leadup_story_new_from_records (records, NULL);
  snapshot = leadup_story_snapshot (story);
  ties = leadup_ties_new (snapshot, NULL, NULL);
  g_assert_cmpuint (leadup_ties_get_n (ties), ==, 64 * 64);
  g_assert_cmpuint (leadup_ties_get_n_actors (ties), ==, 400);
}

static void
test_state_names (void)
{
  g_assert_cmpstr (leadup_tie_state_to_string (LEADUP_TIE_STATE_SILENT), ==, "silent");
  g_assert_cmpstr (leadup_tie_state_to_string (LEADUP_TIE_STATE_HOSTILE), ==, "hostile");
  g_assert_cmpstr (leadup_tie_state_to_string (LEADUP_TIE_STATE_NEUTRAL), ==, "neutral");
}

static void
test_span (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2", 0 },
    { "e2", "strike", "2025-05-01", "i:a2 t:a4", 0 },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);
  g_autoptr (LeadupTies) none = make_ties (rows, 0, NULL);
  LeadupInstant from = 1, to = 2;

  g_assert_false (leadup_ties_get_span (none, &from, &to));
  g_assert_cmpint (from, ==, 1);
  g_assert_true (leadup_ties_get_span (ties, &from, &to));
  g_assert_cmpint (from, ==, leadup_calendar_date_instant (2025, 3, 10));
  g_assert_cmpint (to, ==, leadup_calendar_date_instant (2025, 5, 1) + 1);
}

static void
test_pairs_and_names (void)
{
  static const Row rows[] = { { "e1", "strike", "2025-03-10", "i:a1 t:a2", 0 } };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);
  const LeadupTie *tie = leadup_ties_get (ties, 0);

  g_assert_true (leadup_ties_find_pair (ties, "a1 a2") == tie);
  g_assert_true (leadup_ties_find_pair (ties, "a2 a1") == tie);
  g_assert_null (leadup_ties_find_pair (ties, "a1"));
  g_assert_null (leadup_ties_find_pair (ties, "a1 nobody"));
  g_assert_nonnull (leadup_ties_get_actor_name (ties, tie->a));
  g_assert_cmpuint (leadup_tie_sieve_count_tied (ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX), ==,
                    2);
  g_assert_cmpuint (leadup_tie_sieve_count_tied (ties, 0, 1), ==, 0);
}

/* “On or before the published day” counts on that day, so that a window shows it. */
static void
test_bounded_by_a_day (void)
{
  static const Row rows[] = { { "e1", "strike", "../2025-12-19", "i:a1 t:a2", 0 } };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);
  LeadupInstant day = leadup_calendar_date_instant (2025, 12, 19);
  LeadupTieSummary summary;

  leadup_tie_summarize (leadup_ties_get (ties, 0), day, day + LEADUP_USEC_DAY, &summary);
  g_assert_cmpuint (summary.n, ==, 1);
  leadup_tie_summarize (leadup_ties_get (ties, 0), day - LEADUP_USEC_DAY, day, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
}

static void
test_paths (void)
{
  static const Row rows[] = {
    { "e1", "strike", "2025-03-10", "i:a1 t:a2", 0 }, { "e2", "strike", "2025-03-10", "i:a2 t:a4", 0 },
    { "e3", "strike", "2025-03-10", "i:a1 t:a3", 0 }, { "e4", "strike", "2025-03-10", "i:a4 t:a3", 0 },
    { "e5", "strike", "2025-03-11", "i:a4 t:a3", 0 }, { "e6", "strike", "2025-03-11", "i:a1 t:a3", 0 },
    { "e7", "note", "2025-03-11", "s:a5", 0 },
  };
  static const struct
  {
    const char *from;
    const char *to;
    const char *path;
  } paths[] = {
    { "a1", "a4", "a1 a3 a4" }, { "a4", "a1", "a4 a3 a1" }, { "a1", "a2", "a1 a2" },
    { "a1", "a1", "a1" },       { "a1", "a5", NULL },       { "a1", "nobody", NULL },
  };
  g_autoptr (LeadupTies) ties = make_ties (rows, G_N_ELEMENTS (rows), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GPtrArray) path = leadup_tie_path_find (ties, paths[i].from, paths[i].to);
      g_autofree char *text = NULL;

      if (path != NULL)
        {
          g_ptr_array_add (path, NULL);
          text = g_strjoinv (" ", (char **) path->pdata);
        }
      g_assert_cmpstr (text, ==, paths[i].path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ties/tie-who-acts-with-who-is-acted-on", test_who_is_tied);
  g_test_add_func ("/ties/list-isolated-actors-too", test_counts_of_actors);
  g_test_add_func ("/ties/are-found-from-both-sides", test_find);
  g_test_add_func ("/ties/events-are-in-order-of-time", test_events_are_in_order);
  g_test_add_func ("/ties/have-a-state", test_states);
  g_test_add_func ("/ties/limits-belong-to-the-clear-states", test_limits_of_states);
  g_test_add_func ("/ties/certainty-weighs", test_weights);
  g_test_add_func ("/ties/a-window-counts-what-lies-in-it", test_windows);
  g_test_add_func ("/ties/only-what-passes-the-filter-counts", test_filter);
  g_test_add_func ("/ties/an-event-may-have-a-tone-of-its-own", test_own_tone);
  g_test_add_func ("/ties/can-be-cancelled", test_cancelling);
  g_test_add_func ("/ties/a-crowd-does-not-fill-the-memory", test_crowds);
  g_test_add_func ("/ties/a-path-takes-the-fewest-ties", test_paths);
  g_test_add_func ("/ties/span-from-the-first-to-the-last-event", test_span);
  g_test_add_func ("/ties/what-had-happened-by-a-day-counts-on-it", test_bounded_by_a_day);
  g_test_add_func ("/ties/a-pair-is-found-by-the-ids-of-both", test_pairs_and_names);
  g_test_add_func ("/ties/states-have-names", test_state_names);

  return g_test_run ();
}
