/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-filter.h"
#include "model/leadup-source.h"

#include <math.h>

/* “Strike on a port”: verified, in March 2025, place Port, tags sea and night, a1 against a2,
 * source s1. */
static LeadupEvent *
make_sample (void)
{
  static const char *const tags[] = { "sea", "night", NULL };
  g_autoptr (LeadupWhen) when = make_when ("2025-03-10");
  LeadupEvidenceFields evidence_fields = { .source = "s1", .quote = "It burned until dawn." };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&evidence_fields);
  LeadupPlace place = { .name = "Port", .latitude = NAN, .longitude = NAN };
  LeadupParticipant participants[] = { { .actor = "a1" },
                                       { .actor = "a2", .role = LEADUP_ROLE_TARGET } };
  LeadupEventFields fields = {
    .id = "e1",
    .title = "Strike on a harbour",
    .summary = "Three cranes were hit.",
    .category = "strike",
    .when = when,
    .place = &place,
    .participants = participants,
    .n_participants = 2,
    .evidence = &evidence,
    .n_evidence = 1,
    .tags = tags,
    .verification = LEADUP_VERIFICATION_VERIFIED,
    .tone = NAN,
  };

  return leadup_event_new (&fields);
}

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define MANY_BUT(last) LIST ("x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", last)
#define DAY(day) (G_GINT64_CONSTANT (1741564800000000) + ((day) - 10) * LEADUP_USEC_DAY)

static void
test_matches (void)
{
  static const LeadupInstant min = LEADUP_INSTANT_MIN, max = LEADUP_INSTANT_MAX;
  const struct
  {
    LeadupFilterFields fields;
    gboolean matches;
  } rows[] = {
    { { .from = min, .to = max }, TRUE },
    { { .from = min, .to = max, .text = "" }, TRUE },
    { { .from = min, .to = max, .text = "  \t" }, TRUE },
    { { .from = min, .to = max, .text = "HARBOUR" }, TRUE },
    { { .from = min, .to = max, .text = "harb" }, TRUE },
    { { .from = min, .to = max, .text = "dawn  strike cranes port NIGHT" }, TRUE },
    { { .from = min, .to = max, .text = "strike airfield" }, FALSE },
    { { .from = min, .to = max, .categories = LIST ("talk", "strike") }, TRUE },
    { { .from = min, .to = max, .categories = LIST ("talk") }, FALSE },
    { { .from = min, .to = max, .categories = MANY_BUT ("strike") }, TRUE },
    { { .from = min, .to = max, .categories = MANY_BUT ("talk") }, FALSE },
    { { .from = min, .to = max, .actors = LIST ("a2") }, TRUE },
    { { .from = min, .to = max, .actors = LIST ("a3") }, FALSE },
    { { .from = min, .to = max, .actors = MANY_BUT ("a1") }, TRUE },
    { { .from = min, .to = max, .sources = LIST ("s1") }, TRUE },
    { { .from = min, .to = max, .sources = LIST ("s2") }, FALSE },
    { { .from = min, .to = max, .places = LIST ("Port") }, TRUE },
    { { .from = min, .to = max, .places = LIST ("Airport") }, FALSE },
    { { .from = min, .to = max, .tags = LIST ("night") }, TRUE },
    { { .from = min, .to = max, .tags = LIST ("day") }, FALSE },
    { { .from = min, .to = max, .verifications = 1u << LEADUP_VERIFICATION_VERIFIED }, TRUE },
    { { .from = min, .to = max, .verifications = 1u << LEADUP_VERIFICATION_DISPUTED }, FALSE },
    { { .from = DAY (10), .to = DAY (11) }, TRUE },
    { { .from = DAY (11), .to = max }, FALSE },
    { { .from = min, .to = DAY (10) }, FALSE },
    { { .from = min, .to = DAY (11) }, TRUE },
    { { .from = min, .to = max, .categories = LIST ("strike"), .actors = LIST ("a3") }, FALSE },
    { { .from = min, .to = max, .categories = LIST ("strike"), .actors = LIST ("a1") }, TRUE },
  };
  g_autoptr (LeadupEvent) event = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupFilter) filter = leadup_filter_new (&rows[i].fields);

      g_test_message ("row %u", i);
      g_assert_cmpint (leadup_filter_matches (filter, event), ==, rows[i].matches);
    }
}

static void
test_undated (void)
{
  g_autoptr (LeadupEvent) undated = make_event ("e1", "Some day", NULL);
  static const struct
  {
    LeadupInstant from;
    LeadupInstant to;
    gboolean matches;
  } rows[] = {
    { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, TRUE },
    { LEADUP_INSTANT_MIN, 0, FALSE },
    { 0, LEADUP_INSTANT_MAX, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupFilterFields fields = { .from = rows[i].from, .to = rows[i].to };
      g_autoptr (LeadupFilter) filter = leadup_filter_new (&fields);

      g_assert_cmpint (leadup_filter_matches (filter, undated), ==, rows[i].matches);
    }
}

static void
test_bare_event (void)
{
  g_autoptr (LeadupEvent) bare = make_event ("e1", "", "2025");
  const LeadupFilterFields rows[] = {
    { .actors = LIST ("a1"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .sources = LIST ("s1"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .places = LIST ("Port"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .tags = LIST ("sea"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .text = "word", .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupFilter) filter = leadup_filter_new (&rows[i]);

      g_assert_false (leadup_filter_matches (filter, bare));
    }
}

static void
test_equality (void)
{
  const LeadupFilterFields rows[] = {
    LEADUP_FILTER_FIELDS_INIT,
    { .text = "a", .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .categories = LIST ("a", "b"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .categories = LIST ("a"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .actors = LIST ("a"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .sources = LIST ("a"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .places = LIST ("a"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .tags = LIST ("a"), .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .verifications = 1, .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX },
    { .from = 0, .to = LEADUP_INSTANT_MAX },
    { .from = LEADUP_INSTANT_MIN, .to = 0 },
  };
  LeadupFilterFields swapped_fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) ab = leadup_filter_new (&rows[2]);
  g_autoptr (LeadupFilter) ba = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupFilter) a = leadup_filter_new (&rows[i]);

      g_assert_cmpint (leadup_filter_is_empty (a), ==, i == 0);
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          g_autoptr (LeadupFilter) b = leadup_filter_new (&rows[j]);

          g_assert_cmpint (leadup_filter_equal (a, b), ==, i == j);
        }
    }

  swapped_fields.categories = LIST ("b", "a");
  ba = leadup_filter_new (&swapped_fields);
  g_assert_true (leadup_filter_equal (ab, ba));
}

static void
test_keeps_fields (void)
{
  char category[] = "strike";
  const char *categories[] = { category, NULL }, *none[] = { NULL };
  LeadupFilterFields fields = {
    .text = "word", .categories = categories, .tags = none, .from = 1, .to = 2
  };
  LeadupFilter *filter = leadup_filter_new (&fields);

  category[0] = '!';
  g_assert_true (leadup_filter_ref (filter) == filter);
  leadup_filter_unref (filter);
  g_assert_cmpstr (leadup_filter_get_fields (filter)->categories[0], ==, "strike");
  g_assert_cmpstr (leadup_filter_get_fields (filter)->text, ==, "word");
  g_assert_null (leadup_filter_get_fields (filter)->tags);
  g_assert_cmpint (leadup_filter_get_fields (filter)->to, ==, 2);
  leadup_filter_unref (filter);
}

static void
test_many_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupEvent) event = make_event ("e1", "word", "2025");
  g_autoptr (LeadupFilter) same = NULL;
  g_autoptr (LeadupFilter) one_differs = NULL;

  for (guint i = 0; i < 63; i++)
    g_string_append (text, "word ");
  fields.text = text->str;
  same = leadup_filter_new (&fields);
  g_assert_true (leadup_filter_matches (same, event));
  g_string_append (text, "other");
  fields.text = text->str;
  one_differs = leadup_filter_new (&fields);
  g_assert_false (leadup_filter_matches (one_differs, event));
}

/* s1 was published on 11 March 2025, s2 on a day that nobody knows. */
static LeadupSnapshot *
make_dated_snapshot (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  LeadupSource *before = leadup_story_lookup (story, LEADUP_RECORD_SOURCE, "s1");
  LeadupSourceFields fields = *leadup_source_get_fields (before);
  g_autoptr (LeadupSource) after = NULL;

  fields.published = "2025-03-11";
  after = leadup_source_new (&fields);
  g_assert_cmpint (leadup_source_get_published (after), ==, DAY (11));
  g_assert_true (put (story, before, after, NULL));

  return leadup_story_snapshot (story);
}

static void
test_what_was_published_later_is_hidden (void)
{
  static const struct
  {
    LeadupInstant as_of;
    gboolean is_dated;   /* whether its source is */
    gboolean is_known;
  } rows[] = {
    { DAY (12), TRUE, TRUE },   { DAY (11), TRUE, FALSE },
    { DAY (5), TRUE, FALSE },   { LEADUP_INSTANT_MAX, TRUE, TRUE },
    { 0, TRUE, TRUE },
    /* Without a dated source it counts that it had happened. */
    { DAY (11), FALSE, TRUE },  { DAY (10), FALSE, FALSE },
  };
  g_autoptr (LeadupSnapshot) snapshot = make_dated_snapshot ();
  g_autoptr (LeadupEvent) dated = make_sample ();
  g_autoptr (LeadupEvent) undated = make_event ("e2", "word", "2025-03-10");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
      g_autoptr (LeadupFilter) filter = NULL;
      g_autoptr (LeadupFilter) prepared = NULL;

      fields.as_of = rows[i].as_of;
      filter = leadup_filter_new (&fields);
      prepared = leadup_filter_prepare (filter, snapshot);
      g_assert_true (leadup_filter_equal (filter, prepared));
      g_assert_cmpint (leadup_filter_matches (prepared, rows[i].is_dated ? dated : undated), ==,
                       rows[i].is_known);
      g_assert_cmpint (leadup_filter_is_empty (filter), ==,
                       rows[i].as_of == 0 || rows[i].as_of == LEADUP_INSTANT_MAX);
    }
}

/* What else has to match stays; a day that is none hides nothing. */
static void
test_known_by_a_day (void)
{
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) base = NULL;
  g_autoptr (LeadupFilter) known = NULL;
  g_autoptr (LeadupFilter) same = leadup_filter_new_known_by (NULL, "soon");

  fields.text = "word";
  base = leadup_filter_new (&fields);
  known = leadup_filter_new_known_by (base, "2025-03-11");
  g_assert_cmpstr (leadup_filter_get_fields (known)->text, ==, "word");
  g_assert_cmpint (leadup_filter_get_fields (known)->as_of, ==,
                   leadup_calendar_date_instant (2025, 3, 12));
  g_assert_true (leadup_filter_is_empty (same));
}

/* Asking for all at once is asking for each. */
static void
test_all_are_matched_at_once (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { [LEADUP_RECORD_EVENT] = events };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) everything = leadup_filter_new (&fields);
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree guint32 *all = NULL, *matches = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%03u", i);

      g_ptr_array_add (events, make_event (id, i % 3 == 0 ? "talk" : "raid", i % 5 ? "2025" : NULL));
    }
  snapshot = leadup_snapshot_new (records);
  fields.text = "talk";
  filter = leadup_filter_new (&fields);
  all = leadup_filter_match_all (everything, snapshot, NULL);
  matches = leadup_filter_match_all (filter, snapshot, NULL);
  for (guint i = 0; i < 200; i++)
    {
      leadup_snapshot_look_ahead (snapshot, i);
      g_assert_true (leadup_filter_has_matched (all, i));
      g_assert_cmpint (
          leadup_filter_has_matched (matches, i), ==,
          leadup_filter_matches (filter, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i)));
    }

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_filter_match_all (filter, snapshot, cancellable));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/lets-pass-what-matches-all-lists", test_matches);
  g_test_add_func ("/filter/undated-events-pass-an-open-window", test_undated);
  g_test_add_func ("/filter/an-event-without-a-field-does-not-match-it", test_bare_event);
  g_test_add_func ("/filter/is-equal-whatever-the-order", test_equality);
  g_test_add_func ("/filter/keeps-its-fields", test_keeps_fields);
  g_test_add_func ("/filter/what-was-published-later-is-hidden",
                   test_what_was_published_later_is_hidden);
  g_test_add_func ("/filter/known-by-a-day-keeps-what-else-has-to-match", test_known_by_a_day);
  g_test_add_func ("/filter/looks-for-sixty-four-words", test_many_words);

  g_test_add_func ("/filter/all-are-matched-at-once", test_all_are_matched_at_once);

  return g_test_run ();
}
