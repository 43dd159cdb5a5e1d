/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-pool.h"
#include "layout/leadup-timeline-index.h"
#include "layout/leadup-timeline-sort.h"
#include "layout/leadup-timeline-window.h"
#include "model/leadup-story.h"

#include <math.h>

#include "layout/leadup-lane-key.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-source.h"

typedef struct
{
  const char *id;
  const char *category;
  const char *edtf;
  const char *rule;
  const char *actor;
  LeadupRole role;
  const char *tag;
  const char *place;
  const char *source;
  LeadupVerification verification;
} Row;

static const Row rows[] = {
  { "a", "raid", "2025-03-04", NULL, "kar", LEADUP_ROLE_INITIATOR, "sea", "Oram", "s1",
    LEADUP_VERIFICATION_VERIFIED },
  { "b", "raid", "2025-01/2025-06", NULL, "kar", LEADUP_ROLE_TARGET, NULL, NULL, NULL,
    LEADUP_VERIFICATION_UNVERIFIED },
  { "c", "word", "2025-02", NULL, "tes", LEADUP_ROLE_SPEAKER, "sea", "Oram", "s1",
    LEADUP_VERIFICATION_VERIFIED },
  { "d", NULL, "2025-02-10T08:15Z", NULL, NULL, 0, NULL, NULL, NULL,
    LEADUP_VERIFICATION_UNVERIFIED },
  { "e", "word", "2025-05-01/..", NULL, "kar", LEADUP_ROLE_SPEAKER, "land", NULL, "s1",
    LEADUP_VERIFICATION_DISPUTED },
  { "f", "word", NULL, NULL, "tes", LEADUP_ROLE_SPEAKER, NULL, NULL, NULL,
    LEADUP_VERIFICATION_UNVERIFIED },
  { "g", "law", "2025-01-01/2025-04-01", "relative:earlier", "tes", LEADUP_ROLE_INITIATOR, NULL,
    NULL, NULL, LEADUP_VERIFICATION_SINGLE_SOURCE },
};

static LeadupEvent *
make_event (const Row *row)
{
  g_autoptr (LeadupWhen) when = NULL;
  g_autoptr (LeadupEvidence) evidence = NULL;
  LeadupWhenFields when_fields = { .edtf = row->edtf, .rule = row->rule };
  LeadupParticipant participant = { .actor = row->actor, .role = row->role };
  LeadupPlace place = { .name = row->place, .latitude = NAN, .longitude = NAN };
  const char *tags[] = { row->tag, NULL };
  LeadupEventFields fields = { .id = row->id,
                               .title = row->id,
                               .category = row->category,
                               .participants = &participant,
                               .n_participants = row->actor != NULL ? 1 : 0,
                               .tags = tags,
                               .place = row->place != NULL ? &place : NULL,
                               .tone = NAN,
                               .verification = row->verification };

  if (row->edtf != NULL)
    fields.when = when = leadup_when_new (&when_fields, NULL);
  if (row->source != NULL)
    {
      LeadupEvidenceFields evidence_fields = { .source = row->source,
                                               .span_start = -1,
                                               .span_end = -1 };

      evidence = leadup_evidence_new (&evidence_fields);
      fields.evidence = &evidence;
      fields.n_evidence = 1;
    }

  return leadup_event_new (&fields);
}

static LeadupSnapshot *
make_snapshot (void)
{
  static const LeadupCategoryFields categories[] = {
    { .id = "law", .name = "Laws", .family = "policy", .tone = 0 },
    { .id = "raid", .name = "Raids", .family = "strike", .tone = -9 },
    { .id = "word", .name = "Words", .family = "statement", .tone = -1 },
  };
  static const LeadupActorFields actors[] = { { .id = "kar", .name = "Karvia" },
                                              { .id = "tes", .name = "Tessal" } };
  static const LeadupSourceFields source = { .id = "s1", .outlet = "Oram Gazette" };
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  LeadupSnapshot *snapshot;

  records[LEADUP_RECORD_CATEGORY] = g_ptr_array_new_with_free_func (g_object_unref);
  records[LEADUP_RECORD_ACTOR] = g_ptr_array_new_with_free_func (g_object_unref);
  records[LEADUP_RECORD_SOURCE] = g_ptr_array_new_with_free_func (g_object_unref);
  records[LEADUP_RECORD_EVENT] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    g_ptr_array_add (records[LEADUP_RECORD_CATEGORY], leadup_category_new (&categories[i]));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    g_ptr_array_add (records[LEADUP_RECORD_ACTOR], leadup_actor_new (&actors[i]));
  g_ptr_array_add (records[LEADUP_RECORD_SOURCE], leadup_source_new (&source));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (records[LEADUP_RECORD_EVENT], make_event (&rows[i]));
  snapshot = leadup_snapshot_new (records);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_clear_pointer (&records[i], g_ptr_array_unref);

  return snapshot;
}

static const char *
get_id (const LeadupTimelineIndex *index,
        const LeadupLane          *lane,
        guint                      entry)
{
  return leadup_record_get_id (
      LEADUP_RECORD (leadup_timeline_index_get_event (index, &lane->entries[entry])));
}

/* “key=name:id,id …”, in the order of the lanes. */
static char *
describe (const LeadupTimelineIndex *index)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (index, i);

      g_string_append_printf (text, "%s%s=%s:", i > 0 ? " " : "", lane->key, lane->name);
      for (guint j = 0; j < lane->n_entries; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "," : "",
                                get_id (index, lane, j));
    }

  return g_string_free (text, FALSE);
}

static void
test_lanes_come_from_a_field (void)
{
  static const struct
  {
    LeadupLanesBy lanes_by;
    const char *lanes;
  } cases[] = {
    { LEADUP_LANES_BY_CATEGORY, "raid=Raids:b,a law=Laws:g word=Words:c,e =No category:d" },
    { LEADUP_LANES_BY_ACTOR, "kar=Karvia:b,a,e tes=Tessal:g,c =No actor:d" },
    { LEADUP_LANES_BY_SOURCE, "s1=Oram Gazette:c,a,e =No source:g,b,d" },
    { LEADUP_LANES_BY_PLACE, "Oram=Oram:c,a =No place:g,b,d,e" },
    { LEADUP_LANES_BY_VERIFICATION, "unverified=Unverified:b,d single-source=Single source:g "
                                    "verified=Verified:c,a disputed=Disputed:e" },
    { LEADUP_LANES_BY_TAG, "sea=sea:c,a land=land:e =No tag:g,b,d" },
    { LEADUP_LANES_NONE, "=:g,b,c,d,a,e" },
  };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupTimelineIndex) index =
          leadup_timeline_index_new (snapshot, NULL, cases[i].lanes_by, NULL);
      g_autofree char *lanes = describe (index);

      g_assert_cmpint (leadup_timeline_index_get_lanes_by (index), ==, cases[i].lanes_by);
      g_assert_cmpstr (lanes, ==, cases[i].lanes);
    }
}

static void
test_counts_range_and_finest_unit (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  LeadupInstant from, to;

  g_assert_true (leadup_timeline_index_get_snapshot (index) == snapshot);
  g_assert_cmpuint (leadup_timeline_index_get_n_shown (index), ==, 6);
  g_assert_cmpuint (leadup_timeline_index_get_n_all (index), ==, 7);
  g_assert_cmpuint (leadup_timeline_index_get_n_undated (index), ==, 1);
  g_assert_cmpstr (leadup_event_get_title (leadup_timeline_index_get_undated (index, 0)), ==, "f");
  g_assert_cmpint (leadup_timeline_index_get_finest (index), ==, LEADUP_UNIT_MILLISECOND);
  g_assert_true (leadup_timeline_index_get_range (index, &from, &to));
  g_assert_cmpint (from, ==, leadup_calendar_date_instant (2025, 1, 1));
  g_assert_cmpint (to, ==, leadup_calendar_date_instant (2025, 7, 1));
}

static void
test_what_happened_by_a_day_has_a_place_in_time (void)
{
  LeadupWhenFields when_fields = { .edtf = "../2025-12-19", .rule = "published-bound" };
  g_autoptr (LeadupWhen) when = leadup_when_new (&when_fields, NULL);
  LeadupCategoryFields category_fields = { .id = "c", .name = "C", .family = "strike", .colour = "#D55E00" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&category_fields);
  LeadupEventFields event_fields = { .id = "e", .title = "E", .category = "c", .when = when };
  g_autoptr (LeadupEvent) event = leadup_event_new (&event_fields);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTimelineIndex) index = NULL;
  LeadupInstant from, to;

  leadup_transaction_add (transaction, LEADUP_RECORD (category));
  leadup_transaction_add (transaction, LEADUP_RECORD (event));
  g_assert_true (leadup_story_apply (story, transaction, NULL));
  snapshot = leadup_story_snapshot (story);
  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);

  g_assert_cmpuint (leadup_timeline_index_get_n_shown (index), ==, 1);
  g_assert_cmpuint (leadup_timeline_index_get_n_undated (index), ==, 0);
  g_assert_cmpint (leadup_timeline_index_get_finest (index), ==, LEADUP_UNIT_DAY);
  g_assert_true (leadup_timeline_index_get_range (index, &from, &to));
  g_assert_cmpint (to, ==, leadup_calendar_date_instant (2025, 12, 20));
}

static void
test_filter_and_nothing (void)
{
  static const char *const categories[] = { "law", NULL };
  static const char *const none[] = { "nothing", NULL };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (LeadupFilter) empty_filter = NULL;
  g_autoptr (LeadupTimelineIndex) index = NULL;
  g_autoptr (LeadupTimelineIndex) empty = NULL;
  LeadupInstant from, to;

  fields.categories = categories;
  filter = leadup_filter_new (&fields);
  index = leadup_timeline_index_new (snapshot, filter, LEADUP_LANES_BY_CATEGORY, NULL);
  g_assert_cmpuint (leadup_timeline_index_get_n_shown (index), ==, 1);
  g_assert_cmpuint (leadup_timeline_index_get_n_all (index), ==, 7);

  fields.categories = none;
  empty_filter = leadup_filter_new (&fields);
  empty = leadup_timeline_index_new (snapshot, empty_filter, LEADUP_LANES_BY_CATEGORY, NULL);
  g_assert_cmpuint (leadup_timeline_index_get_n_lanes (empty), ==, 0);
  g_assert_false (leadup_timeline_index_get_range (empty, &from, &to));
}

static const LeadupTimelineEntry *
find_entry (const LeadupTimelineIndex *index,
            const char                *id)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (index, 0);

  for (guint i = 0; i < lane->n_entries; i++)
    if (g_str_equal (get_id (index, lane, i), id))
      return &lane->entries[i];

  g_assert_not_reached ();
}

static void
test_entries_say_what_is_certain (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  const LeadupTimelineEntry *day = find_entry (index, "a"), *lasting = find_entry (index, "b");
  const LeadupTimelineEntry *month = find_entry (index, "c"), *ongoing = find_entry (index, "e");
  const LeadupTimelineEntry *within = find_entry (index, "g");
  LeadupInstant start, end;

  g_assert_false (day->is_vague || day->lasted || day->is_ongoing);
  g_assert_cmpint (day->end - day->start, ==, LEADUP_USEC_DAY);
  g_assert_true (lasting->lasted);
  leadup_timeline_index_get_certain (index, lasting, &start, &end);
  g_assert_cmpint (start, ==, leadup_calendar_date_instant (2025, 2, 1));
  g_assert_cmpint (end, ==, leadup_calendar_date_instant (2025, 6, 1));
  g_assert_true (month->is_vague && !month->lasted);
  g_assert_true (ongoing->is_ongoing && ongoing->lasted);
  g_assert_cmpint (ongoing->end, ==, LEADUP_INSTANT_MAX);
  g_assert_true (within->is_vague && !within->lasted);
  /* A raid’s tone, evidence and verification make it weigh more than a word. */
  g_assert_cmpfloat (day->importance, >, ongoing->importance);
}

static void
test_long_events_are_found_from_the_right (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  const LeadupLane *raids = leadup_timeline_index_get_lane (index, 0);

  /* In May only the raid that began in January still lasts. */
  g_assert_cmpuint (leadup_lane_find_first (raids, leadup_calendar_date_instant (2025, 5, 5)), ==,
                    0);
  g_assert_cmpuint (leadup_lane_find_first (raids, leadup_calendar_date_instant (2026, 1, 1)), ==,
                    2);
  for (guint i = 0; i < raids->n_entries; i++)
    for (guint j = 0; j <= i; j++)
      g_assert_cmpint (raids->entries[raids->entries[i].longest].end, >=, raids->entries[j].end);
}

static void
test_events_are_found_by_their_ids (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_ACTOR, NULL);
  guint lane, entry, n = 0;

  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    for (guint j = 0; j < leadup_timeline_index_get_lane (index, i)->n_entries; j++, n++)
      {
        const LeadupLane *data = leadup_timeline_index_get_lane (index, i);

        g_assert_true (leadup_timeline_index_find (
            index, get_id (index, data, j), &lane, &entry));
        g_assert_cmpuint (lane, ==, i);
        g_assert_cmpuint (entry, ==, j);
        g_assert_cmpint (leadup_timeline_entry_compare (&data->entries[j], &data->entries[j]), ==,
                         0);
        g_assert_cmpuint (leadup_lane_find_start (data, data->entries[j].start), <=, j);
        g_assert_cmpint (
            data->entries[leadup_lane_find_nearest (data, data->entries[j].start)].start, ==,
            data->entries[j].start);
      }
  g_assert_cmpuint (n, ==, 6);
  g_assert_false (leadup_timeline_index_find (index, "f", &lane, &entry));
  g_assert_false (leadup_timeline_index_find (index, "nobody", &lane, &entry));
}

/* What a view says of lanes: their order, and what is pinned, hidden, collapsed. */
static void
test_a_view_arranges_lanes (void)
{
  static const LeadupLaneOptions by_hand[] = { { .key = "" }, { .key = "tes" }, { .key = "kar" } };
  static const LeadupLaneOptions pinned[] = { { .key = "tes", .is_pinned = TRUE, .height = 2 },
                                              { .key = "", .is_collapsed = TRUE } };
  static const LeadupLaneOptions hidden[] = { { .key = "kar", .is_hidden = TRUE } };
  static const struct
  {
    LeadupLanesOrder order;
    const LeadupLaneOptions *lanes;
    guint n_lanes;
    const char *expected;
    guint n_shown;
  } cases[] = {
    { LEADUP_LANES_ORDER_HAND, by_hand, 3, "=No actor:d tes=Tessal:g,c kar=Karvia:b,a,e", 6 },
    { LEADUP_LANES_ORDER_FIRST, NULL, 0, "kar=Karvia:b,a,e tes=Tessal:g,c =No actor:d", 6 },
    { LEADUP_LANES_ORDER_COUNT, NULL, 0, "kar=Karvia:b,a,e tes=Tessal:g,c =No actor:d", 6 },
    { LEADUP_LANES_ORDER_NAME, pinned, 2, "tes=Tessal:g,c kar=Karvia:b,a,e =No actor:d", 6 },
    { LEADUP_LANES_ORDER_NATURAL, hidden, 1, "tes=Tessal:g,c =No actor:d", 3 },
  };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupViewFields view = { .lanes_by = LEADUP_LANES_BY_ACTOR,
                                .lanes_order = cases[i].order,
                                .lanes = cases[i].lanes,
                                .n_lanes = cases[i].n_lanes };
      g_autoptr (LeadupTimelineIndex) index =
          leadup_timeline_index_new_for_view (snapshot, NULL, &view, NULL);
      g_autofree char *lanes = describe (index);
      guint n_events;

      g_assert_cmpstr (lanes, ==, cases[i].expected);
      g_assert_cmpuint (leadup_timeline_index_get_n_shown (index), ==, cases[i].n_shown);
      g_assert_cmpuint (leadup_timeline_index_get_n_hidden_lanes (index, &n_events), ==,
                        cases[i].lanes == hidden);
      g_assert_cmpuint (n_events + cases[i].n_shown, ==, 6);
      if (cases[i].lanes == pinned)
        {
          g_assert_cmpfloat (leadup_timeline_index_get_lane (index, 0)->height, ==, 2);
          g_assert_true (leadup_timeline_index_get_lane (index, 2)->is_collapsed);
        }
    }
}

static void
count_key (const char *key,
           gpointer    data)
{
  g_string_append_printf (data, "%s ", key);
}

/* It stands once, with the one who acted; in the lanes of the others it has ghosts. */
static void
test_an_event_of_several_actors_has_ghosts (void)
{
  LeadupParticipant participants[] = { { .actor = "tes", .role = LEADUP_ROLE_TARGET },
                                       { .actor = "kar", .role = LEADUP_ROLE_INITIATOR },
                                       { .actor = "tes", .role = LEADUP_ROLE_MENTIONED } };
  LeadupActorFields actors[] = { { .id = "kar", .name = "Karvia" },
                                 { .id = "tes", .name = "Tessal" } };
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf ("2025-03-04", NULL);
  LeadupCategoryFields category_fields = { .id = "c", .name = "C", .family = "strike" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&category_fields);
  LeadupEventFields fields = {
    .id = "e", .title = "E", .category = "c", .when = when, .tone = NAN
  };
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTimelineIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) keys = g_string_new (NULL);
  const LeadupLane *lane;

  leadup_transaction_add (transaction, LEADUP_RECORD (category));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_autoptr (LeadupActor) actor = leadup_actor_new (&actors[i]);

      leadup_transaction_add (transaction, LEADUP_RECORD (actor));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupEvent) event = NULL;

      /* Both by Karvia, then one by Tessal alone, for a lane that ghosts can stand in. */
      fields.id = i == 0 ? "e" : "f";
      fields.participants = participants;
      fields.n_participants = i == 0 ? 3 : 1;
      event = leadup_event_new (&fields);
      leadup_transaction_add (transaction, LEADUP_RECORD (event));
      if (i == 0)
        leadup_lane_key_for_others (event, LEADUP_LANES_BY_ACTOR, count_key, keys);
    }
  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_ACTOR, NULL);

  g_assert_cmpstr (keys->str, ==, "tes ");
  g_assert_cmpuint (leadup_timeline_index_get_n_lanes (index), ==, 2);
  g_assert_cmpuint (leadup_timeline_index_get_lane (index, 0)->n_ghosts, ==, 0);
  lane = leadup_timeline_index_get_lane (index, 1);
  g_assert_cmpstr (lane->key, ==, "tes");
  g_assert_cmpuint (lane->n_ghosts, ==, 1);
  g_assert_cmpuint (lane->ghosts[0].lane, ==, 0);
  g_assert_cmpint (lane->ghosts[0].anchor, ==,
                   leadup_calendar_date_instant (2025, 3, 4) + LEADUP_USEC_DAY / 2);
}

static void
test_verifications_have_ranks (void)
{
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    g_assert_cmpuint (leadup_verification_get_rank (leadup_verification_from_rank (i)), ==, i);
  g_assert_cmpuint (leadup_verification_get_rank (LEADUP_VERIFICATION_UNVERIFIED), <,
                    leadup_verification_get_rank (LEADUP_VERIFICATION_SINGLE_SOURCE));
}

/* The last titles are inside, and a narrow window gives them a larger part of itself. */
static void
test_a_fitted_window_has_room_for_the_last_titles (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  LeadupInstant first = 0, last = 0, from = 0, to = 0, narrow_from = 0, narrow_to = 0;

  leadup_timeline_index_get_range (index, &first, &last);
  g_assert_true (leadup_timeline_window_fit (index, 1200, &from, &to));
  g_assert_cmpint (from, <, first);
  g_assert_cmpint (to, >, last);
  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (index, i);

      for (guint j = 0; j < lane->n_entries; j++)
        g_assert_cmpfloat ((double) leadup_timeline_entry_get_anchor (&lane->entries[j]) +
                               40 * (double) (to - from) / 1200,
                           <=, (double) to);
    }
  g_assert_true (leadup_timeline_window_fit (index, 150, &narrow_from, &narrow_to));
  g_assert_cmpint (narrow_to, >=, to);
}

static void
test_cancelled_index_gives_nothing (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, cancellable));
}

static void
test_every_verification_has_a_label_of_its_own (void)
{
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (leadup_verification_get_label (i), !=, leadup_verification_get_label (j));
}

static void
test_keys_are_named_and_ranked (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  LeadupEvent *event = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, "a");
  g_autofree char *name = leadup_lane_key_name ("kar", LEADUP_LANES_BY_ACTOR, snapshot);
  g_autofree char *unknown = leadup_lane_key_name ("gone", LEADUP_LANES_BY_ACTOR, snapshot);

  g_assert_cmpstr (leadup_lane_key_of (event, LEADUP_LANES_BY_PLACE), ==, "Oram");
  g_assert_cmpstr (name, ==, "Karvia");
  g_assert_cmpstr (unknown, ==, "gone");
  g_assert_cmpint (leadup_lane_key_rank ("raid", LEADUP_LANES_BY_CATEGORY, snapshot), <,
                   leadup_lane_key_rank ("word", LEADUP_LANES_BY_CATEGORY, snapshot));
}

/* Digit by digit is as good as comparing, far before our time and far after it too. */
static void
test_digits_sort_as_comparing_does (void)
{
  static const gint64 spans[] = { 1, 40, LEADUP_USEC_DAY, G_MAXINT64 / 4 };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  LeadupTimelineEntry entries[3000] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    for (guint n = 1; n <= G_N_ELEMENTS (entries); n *= 14)
      {
        guint n_events = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
        LeadupTimelineEntry *sorted;

        for (guint j = 0; j < n; j++)
          {
            entries[j].start = (gint64) ((g_rand_double (random) - 0.5) * 2 * (double) spans[i]);
            entries[j].end = entries[j].start + g_rand_int_range (random, 0, 3);
            entries[j].event = j * n_events / n;
          }
        sorted = leadup_timeline_sort (entries, NULL, n, snapshot);
        for (guint j = 1; j < n; j++)
          g_assert_cmpint (leadup_timeline_entry_compare (&sorted[j - 1], &sorted[j]), <=, 0);
        leadup_pool_free (sorted);
      }
}

static LeadupEvent *
make_told (const char *id,
           const char *edtf,
           const char *source,
           gint64      span)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  g_autoptr (LeadupEvidence) evidence = NULL;
  LeadupEvidenceFields evidence_fields = { .source = source,
                                           .span_start = span,
                                           .span_end = span + 1 };
  LeadupEventFields fields = { .id = id, .title = id, .when = when, .tone = NAN };

  if (source != NULL)
    {
      evidence = leadup_evidence_new (&evidence_fields);
      fields.evidence = &evidence;
      fields.n_evidence = 1;
    }

  return leadup_event_new (&fields);
}

/* Earliest, latest, order in the source: whatever the ids are. */
static void
test_events_of_one_day_are_in_the_order_of_their_source (void)
{
  static const struct
  {
    const char *id;
    const char *edtf;
    const char *source;
    gint64 span;
  } table[] = {
    { "a", "2025-03-04", NULL, -1 },       { "b", "2025-03-04", "s2", 7 },
    { "c", "2025-03-04", "s1", 90 },       { "d", "2025-03-04", "s1", 12 },
    { "e", "2025-03", "s1", 1 },           { "f", "2025-03-04~", "s1", 40 },
    { "g", "2025-03-04T12:00", "s1", 2 },  { "h", "2025-03-03", NULL, -1 },
    { "i", "2025-03-04/2025-03-06", "s1", 0 },
  };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { [LEADUP_RECORD_EVENT] = events };
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTimelineIndex) index = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_ptr_array_add (events, make_told (table[i].id, table[i].edtf, table[i].source,
                                        table[i].span));
  snapshot = leadup_snapshot_new (records);
  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  order = describe (index);
  g_assert_cmpstr (order, ==, "=:e,h,a,b,d,f,c,i,g");
}

/* By a random part of what there is to filter. */
static LeadupFilter *
make_random_filter (GRand *random)
{
  static const char *const words[] = { "law", "raid", "word", "kar", "tes", "sea", "land", "Oram" };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  const char *chosen[4][2] = { { NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (g_rand_boolean (random))
      chosen[i][0] = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
  fields.categories = chosen[0];
  if (g_rand_int_range (random, 0, 3) == 0)
    fields.actors = chosen[1];
  if (g_rand_int_range (random, 0, 4) == 0)
    fields.tags = chosen[2];
  if (g_rand_int_range (random, 0, 4) == 0)
    fields.verifications = (guint) g_rand_int_range (random, 0, 128);

  return leadup_filter_new (&fields);
}

/* Only lanes of which something falls out or comes back are made anew, and all is as if it were. */
static void
test_a_filter_rebuilds_only_what_it_touches (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  guint n_shared = 0;

  for (guint lanes_by = 0; lanes_by <= LEADUP_LANES_NONE; lanes_by++)
    {
      LeadupViewFields view = { .lanes_by = (LeadupLanesBy) lanes_by };
      g_autoptr (LeadupTimelineIndex) before =
          leadup_timeline_index_new_for_view (snapshot, NULL, &view, NULL);

      g_assert_true (leadup_timeline_index_get_all (before) != before);
      g_assert_true (leadup_timeline_index_get_derived (before) !=
                     leadup_timeline_index_get_derived (leadup_timeline_index_get_all (before)));
      for (guint round = 0; round < 60; round++)
        {
          g_autoptr (LeadupFilter) filter = make_random_filter (random);
          g_autofree guint32 *matches = leadup_filter_match_all (filter, snapshot, NULL);
          g_autoptr (LeadupTimelineIndex) now =
              leadup_timeline_index_update (before, snapshot, matches, &view, NULL, NULL);
          g_autoptr (LeadupTimelineIndex) anew =
              leadup_timeline_index_new_for_view (snapshot, filter, &view, NULL);
          g_autoptr (LeadupTimelineIndex) again = NULL;
          g_autofree char *is = describe (now), *should = describe (anew);
          LeadupInstant from = 0, to = 0, should_from = 0, should_to = 0;

          g_assert_cmpstr (is, ==, should);
          g_assert_cmpint (leadup_timeline_index_get_range (now, &from, &to), ==,
                           leadup_timeline_index_get_range (anew, &should_from, &should_to));
          g_assert_cmpint (from, ==, should_from);
          g_assert_cmpint (to, ==, should_to);
          g_assert_cmpuint (leadup_timeline_index_get_n_undated (now), ==,
                            leadup_timeline_index_get_n_undated (anew));
          again = leadup_timeline_index_update (now, snapshot, matches, &view, NULL, NULL);
          for (guint i = 0; i < leadup_timeline_index_get_n_lanes (now); i++)
            g_assert_true (leadup_timeline_index_get_lane (again, i)->derived ==
                           leadup_timeline_index_get_lane (now, i)->derived);
          for (guint i = 0; i < leadup_timeline_index_get_n_lanes (now); i++)
            for (guint j = 0; j < leadup_timeline_index_get_n_lanes (before); j++)
              {
                const LeadupLane *lane = leadup_timeline_index_get_lane (now, i);
                const LeadupLane *whole = leadup_timeline_index_get_lane (before, j);

                if (!g_str_equal (lane->key, whole->key))
                  continue;
                g_assert_true ((lane->n_entries == whole->n_entries) ==
                               (lane->entries == whole->entries));
                n_shared += lane->entries == whole->entries;
              }
        }
    }
  g_assert_cmpuint (n_shared, >, 100);
}

static void
test_an_index_tells_how_far_it_is (void)
{
  LeadupViewFields view = { .lanes_by = LEADUP_LANES_BY_ACTOR };
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index = NULL;
  int permille = -1;

  index = leadup_timeline_index_update (NULL, snapshot, NULL, &view, &permille, NULL);
  g_assert_nonnull (index);
  g_assert_cmpint (permille, ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-index/what-happened-by-a-day-has-a-place-in-time",
                   test_what_happened_by_a_day_has_a_place_in_time);
  g_test_add_func ("/timeline-index/lanes-come-from-a-field", test_lanes_come_from_a_field);
  g_test_add_func ("/timeline-index/counts-range-and-finest-unit-are-those-of-the-events",
                   test_counts_range_and_finest_unit);
  g_test_add_func ("/timeline-index/a-filter-leaves-out-and-nothing-is-no-lane",
                   test_filter_and_nothing);
  g_test_add_func ("/timeline-index/entries-say-what-is-certain", test_entries_say_what_is_certain);
  g_test_add_func ("/timeline-index/long-events-are-found-from-the-right",
                   test_long_events_are_found_from_the_right);
  g_test_add_func ("/timeline-index/events-are-found-by-their-ids",
                   test_events_are_found_by_their_ids);
  g_test_add_func ("/timeline-index/a-fitted-window-has-room-for-the-last-titles",
                   test_a_fitted_window_has_room_for_the_last_titles);
  g_test_add_func ("/timeline-index/a-view-arranges-lanes", test_a_view_arranges_lanes);
  g_test_add_func ("/timeline-index/an-event-of-several-actors-has-ghosts",
                   test_an_event_of_several_actors_has_ghosts);
  g_test_add_func ("/lane-key/verifications-have-ranks", test_verifications_have_ranks);
  g_test_add_func ("/timeline-index/a-cancelled-index-gives-nothing",
                   test_cancelled_index_gives_nothing);
  g_test_add_func ("/lane-key/every-verification-has-a-label-of-its-own",
                   test_every_verification_has_a_label_of_its_own);
  g_test_add_func ("/lane-key/keys-are-named-and-ranked", test_keys_are_named_and_ranked);
  g_test_add_func ("/timeline-index/digits-sort-as-comparing-does",
                   test_digits_sort_as_comparing_does);

  g_test_add_func ("/timeline-index/events-of-one-day-are-in-the-order-of-their-source",
                   test_events_of_one_day_are_in_the_order_of_their_source);
  g_test_add_func ("/timeline-index/a-filter-rebuilds-only-what-it-touches",
                   test_a_filter_rebuilds_only_what_it_touches);
  g_test_add_func ("/timeline-index/an-index-tells-how-far-it-is",
                   test_an_index_tells_how_far_it_is);

  return g_test_run ();
}
