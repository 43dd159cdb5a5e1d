/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"

#include "model/leadup-actor.h"
#include "model/leadup-event-order.h"
#include "model/leadup-event-parties.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

static LeadupEvidence *
make_evidence (const char *source)
{
  LeadupEvidenceFields fields = { .source = source, .span_start = -1, .span_end = -1 };

  return leadup_evidence_new (&fields);
}

static void
assert_parts (const LeadupEventFields *kept)
{
  g_assert_cmpstr (kept->participants[0].actor, ==, "a1");
  g_assert_cmpstr (kept->participants[0].as, ==, "she");
  g_assert_cmpstr (kept->participants[0].extra, ==, "{}");
  g_assert_cmpint (kept->participants[1].role, ==, LEADUP_ROLE_TARGET);
  g_assert_null (kept->participants[1].as);
  g_assert_cmpstr (kept->place->name, ==, "Capital");
  g_assert_cmpstr (kept->place->precision, ==, "town");
  g_assert_cmpfloat (kept->place->latitude, ==, 10.0);
  g_assert_cmpfloat (kept->values[0].low, ==, 2.0);
  g_assert_cmpstr (kept->values[0].qualifier, ==, "at least");
  g_assert_cmpstr (kept->links[0].kind, ==, "follows");
  g_assert_cmpstr (kept->tags[0], ==, "talks");
  g_assert_cmpstr (kept->also[0], ==, "e0");
  g_assert_cmpstr (kept->embargo, ==, "2030-01-01");
  g_assert_cmpstr (kept->when_extra, ==, "{\"w\":1}");
}

static void
test_copies_everything (void)
{
  char title[] = "Talks in the capital", actor[] = "a1", tag[] = "talks";
  const char *tags[] = { tag, NULL }, *also[] = { "e0", NULL };
  g_autoptr (LeadupWhen) when = make_when ("2025-03-04");
  g_autoptr (LeadupEvidence) evidence = make_evidence ("s1");
  LeadupPlace place = { "Capital", "XX", 10.0, 20.0, "town", NULL };
  LeadupParticipant participants[] = { { actor, "she", LEADUP_ROLE_SPEAKER, "{}" },
                                       { "a2", NULL, LEADUP_ROLE_TARGET, NULL } };
  LeadupValue values[] = { { "killed", 2, 3, "at least", "s1", NULL } };
  LeadupLink links[] = { { "e9", "follows", NULL } };
  LeadupEventFields fields = {
    .id = "e1",
    .title = title,
    .category = "talk",
    .summary = "Sum",
    .when = when,
    .place = &place,
    .participants = participants,
    .n_participants = 2,
    .evidence = &evidence,
    .n_evidence = 1,
    .values = values,
    .n_values = 1,
    .links = links,
    .n_links = 1,
    .tags = tags,
    .verification = LEADUP_VERIFICATION_DISPUTED,
    .importance = 4,
    .tone = 1.5,
    .notes = "n",
    .embargo = "2030-01-01",
    .also = also,
    .when_extra = "{\"w\":1}",
    .extra = "{\"e\":1}",
  };
  LeadupEvent *event = leadup_event_new (&fields);
  const LeadupEventFields *kept = leadup_event_get_fields (event);
  LeadupEventFields own;

  title[0] = actor[0] = tag[0] = '!';
  place.latitude = values[0].low = 0.0;
  g_assert_cmpstr (leadup_event_get_title (event), ==, "Talks in the capital");
  g_assert_true (leadup_event_get_when (event) == when);
  assert_parts (kept);
  g_assert_true (leadup_event_unpack (event, &own) == &own);
  assert_parts (&own);
  g_assert_true (kept->evidence != &evidence && kept->evidence[0] == evidence);
  g_assert_cmpstr (leadup_record_get_extra (LEADUP_RECORD (event)), ==, "{\"e\":1}");
  g_assert_finalize_object (event);
  g_assert_finalize_object (g_steal_pointer (&evidence));
}

static void
test_a_time_can_be_handed_over (void)
{
  LeadupWhen *when = make_when ("2025-03-04");
  LeadupEventFields fields = { .id = "e1", .category = "note", .when = when, .tone = (double) NAN };
  LeadupEvent *event = leadup_event_new_taking_when (&fields);
  LeadupEvent *other = leadup_event_new (&fields);

  g_assert_true (leadup_event_get_when (event) == when);
  g_object_unref (event);
  /* It is there as long as the other one has it. */
  g_assert_true (leadup_event_get_when (other) == when);
  g_assert_cmpstr (leadup_when_get_edtf (when), ==, "2025-03-04");
  g_object_unref (other);
}

static void
test_an_edit_keeps_the_rest (void)
{
  g_autoptr (LeadupEvent) event =
      make_act ("e1", "talk", "2025-03", "i:a1 t:a2", LEADUP_VERIFICATION_VERIFIED);
  g_autoptr (LeadupEvent) edited = retitle (event, "Other");
  const LeadupEventFields *kept;

  g_clear_object (&event);
  kept = leadup_event_get_fields (edited);
  g_assert_cmpstr (kept->title, ==, "Other");
  g_assert_cmpstr (kept->id, ==, "e1");
  g_assert_cmpuint (kept->n_participants, ==, 2);
  g_assert_cmpstr (kept->participants[1].actor, ==, "a2");
  g_assert_cmpstr (leadup_when_get_edtf (kept->when), ==, "2025-03");
}

static void
test_values_are_clamped (void)
{
  LeadupPlace place = { NULL, NULL, 91.0, 20.0, NULL, NULL };
  LeadupEventFields fields = { .id = "e", .importance = 9, .tone = -11.0, .place = &place };
  g_autoptr (LeadupEvent) hostile = leadup_event_new (&fields);
  g_autoptr (LeadupEvent) unknown = NULL;

  fields.tone = INFINITY;
  unknown = leadup_event_new (&fields);
  g_assert_cmpuint (leadup_event_get_fields (hostile)->importance, ==, 5);
  g_assert_cmpfloat (leadup_event_get_fields (hostile)->tone, ==, -10.0);
  g_assert_true (isnan (leadup_event_get_fields (unknown)->tone));
  g_assert_cmpstr (leadup_event_get_fields (hostile)->title, ==, "");
  g_assert_cmpstr (leadup_event_get_fields (hostile)->category, ==, "");
  g_assert_cmpstr (leadup_event_get_fields (hostile)->place->name, ==, "");
  g_assert_true (isnan (leadup_event_get_fields (hostile)->place->latitude));
  g_assert_true (isnan (leadup_event_get_fields (hostile)->place->longitude));
  g_assert_null (leadup_event_get_fields (hostile)->participants);
}

static void
test_order (void)
{
  g_autoptr (LeadupEvent) early = make_event ("e9", "", "2024-01-01");
  g_autoptr (LeadupEvent) late = make_event ("e1", "", "2025-01-01");
  g_autoptr (LeadupEvent) twin = make_event ("e2", "", "2025-01-01");
  g_autoptr (LeadupEvent) undated = make_event ("e0", "", NULL);
  g_autoptr (LeadupEvent) undated_twin = make_event ("e3", "", NULL);
  LeadupEvent *sorted[] = { early, late, twin, undated, undated_twin };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = leadup_event_collate (sorted[i], sorted[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_verification_rules (void)
{
  static const struct
  {
    LeadupVerification wanted;
    gboolean has_source;
    gboolean is_future;
    LeadupVerification allowed;
  } rows[] = {
    { LEADUP_VERIFICATION_VERIFIED, TRUE, FALSE, LEADUP_VERIFICATION_VERIFIED },
    { LEADUP_VERIFICATION_VERIFIED, FALSE, FALSE, LEADUP_VERIFICATION_UNVERIFIED },
    { LEADUP_VERIFICATION_CORROBORATED, FALSE, FALSE, LEADUP_VERIFICATION_UNVERIFIED },
    { LEADUP_VERIFICATION_SINGLE_SOURCE, FALSE, FALSE, LEADUP_VERIFICATION_UNVERIFIED },
    { LEADUP_VERIFICATION_UNVERIFIED, FALSE, FALSE, LEADUP_VERIFICATION_UNVERIFIED },
    { LEADUP_VERIFICATION_ANNOUNCED, FALSE, FALSE, LEADUP_VERIFICATION_ANNOUNCED },
    { LEADUP_VERIFICATION_DISPUTED, FALSE, TRUE, LEADUP_VERIFICATION_DISPUTED },
    { LEADUP_VERIFICATION_RETRACTED, FALSE, TRUE, LEADUP_VERIFICATION_RETRACTED },
    { LEADUP_VERIFICATION_VERIFIED, TRUE, TRUE, LEADUP_VERIFICATION_ANNOUNCED },
    { LEADUP_VERIFICATION_UNVERIFIED, FALSE, TRUE, LEADUP_VERIFICATION_ANNOUNCED },
  };
  LeadupInstant now = leadup_calendar_date_instant (2025, 6, 1);
  g_autoptr (LeadupWhen) past = make_when ("2025-05-31");
  g_autoptr (LeadupWhen) future = make_when ("2025-06-02");
  g_autoptr (LeadupEvidence) evidence = make_evidence ("s1");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupEventFields fields = {
        .id = "e",
        .verification = rows[i].wanted,
        .when = rows[i].is_future ? future : past,
        .evidence = &evidence,
        .n_evidence = rows[i].has_source ? 1 : 0,
      };

      g_assert_cmpint (leadup_event_constrain_verification (&fields, now), ==, rows[i].allowed);
    }
}

static LeadupEvent *
make_told (const char *id,
           const char *edtf,
           const char *source,
           gint64      span)
{
  g_autoptr (LeadupWhen) when = edtf != NULL ? make_when (edtf) : NULL;
  LeadupEvidenceFields evidence_fields = { .source = source,
                                           .span_start = span,
                                           .span_end = span + 1 };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&evidence_fields);
  LeadupEventFields fields = { .id = id,
                               .when = when,
                               .evidence = &evidence,
                               .n_evidence = source[0] != '\0' ? 1 : 0 };

  return leadup_event_new (&fields);
}

/* Of one source by the place in it; of several there is no such order, and their first ids decide.
 */
static void
test_what_is_of_one_time_comes_as_it_is_told (void)
{
  static const struct
  {
    const char *id;
    const char *edtf;
    const char *source;
    gint64 span;
  } table[] = {
    { "i", NULL, "s1", 3 },          { "d", "2025-03-04", "s1", 12 }, { "b", "2025-03-04", "s2", 7 },
    { "h", "2025-03-03", "s9", 99 }, { "a", "2025-03-04", "", 0 },    { "c", "2025-03-04", "s1", 90 },
    { "e", "2025-03", "s2", 1 },     { "f", "2025-03-04~", "s1", 4 }, { "g", "2025-03-04", "s2", -1 },
    { "j", NULL, "s1", 1 },
  };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint order[2];

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_ptr_array_add (events, make_told (table[i].id, table[i].edtf, table[i].source,
                                        table[i].span));
  leadup_event_order_sort (events);
  for (guint i = 0; i < events->len; i++)
    g_string_append (ids, leadup_record_get_id (events->pdata[i]));
  g_assert_cmpstr (ids->str, ==, "ehagbfdcji");

  for (guint i = 0; i + 1 < events->len; i++)
    {
      int step = leadup_event_order_compare (events->pdata[i], events->pdata[i + 1]);

      /* e and h are of other times than the next one, and after c the undated ones begin. */
      g_assert_cmpint (step, ==, i < 2 || i == 7 ? -1 : 0);
      g_assert_cmpint (leadup_event_order_compare (events->pdata[i + 1], events->pdata[i]), ==,
                       -step);
    }

  leadup_event_order_told ((LeadupEvent *[]) { events->pdata[9], events->pdata[8] }, order, 2);
  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[1], ==, 0);
}

/* What is really there, whoever hands it out. */
static gsize
get_resident_bytes (void)
{
  g_autofree char *text = NULL;
  gulong size, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;

  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

/* A million events have to fit: what one takes is watched here. */
static void
test_memory (void)
{
  const guint n = 100000;
  g_autoptr (GPtrArray) events = g_ptr_array_new_full (n, g_object_unref);
  gsize before = get_resident_bytes ();
  double bytes;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("With the sanitizer every piece is larger");
  return;
#endif

  if (before == 0)
    {
      g_test_skip ("This system does not tell what is in use");
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e-%010u", i);
      g_autofree char *day = g_strdup_printf ("2025-%02u-%02u", i % 12 + 1, i % 28 + 1);

      g_ptr_array_add (
          events,
          make_event (id, "A title of sixty characters is what many of the events have.", day));
    }

  bytes = (double) (get_resident_bytes () - before) / n;
  g_test_message ("%.0f bytes an event with its time", bytes);
  g_assert_cmpfloat (bytes, <, 300.0);
}

static void
test_parties_are_named_by_role (void)
{
  static const struct
  {
    guint roles;
    const char *names;
  } table[] = {
    { LEADUP_EVENT_PARTIES_ALL, "Navy, Port, gone" },
    { LEADUP_EVENT_PARTIES_ACTING, "Navy" },
    { 1u << LEADUP_ROLE_TARGET, "Port, gone" },
    { 1u << LEADUP_ROLE_INSTRUMENT, "" },
  };
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { [LEADUP_RECORD_ACTOR] = actors };
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupEvent) event =
      make_act ("e1", "talk", "2025", "i:a1 t:a2 t:gone", LEADUP_VERIFICATION_UNVERIFIED);
  LeadupActorFields navy = { .id = "a1", .name = "Navy" };
  LeadupActorFields port = { .id = "a2", .name = "Port" };

  g_ptr_array_add (actors, leadup_actor_new (&navy));
  g_ptr_array_add (actors, leadup_actor_new (&port));
  snapshot = leadup_snapshot_new (records);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) names =
          leadup_event_parties_list_names (snapshot, event, table[i].roles);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv (", ", (char **) names->pdata);
      g_assert_cmpstr (joined, ==, table[i].names);
    }
}

static void
test_sources_are_listed_once (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupEvidence) first = make_evidence ("s2");
  g_autoptr (LeadupEvidence) second = make_evidence ("s1");
  g_autoptr (LeadupEvidence) nowhere = make_evidence (NULL);
  LeadupEvidence *evidence[] = { first, second, nowhere, first };
  LeadupEventFields fields = { .id = "e1",
                               .title = "Talks",
                               .category = "talk",
                               .evidence = evidence,
                               .n_evidence = G_N_ELEMENTS (evidence) };
  g_autoptr (LeadupEvent) event = leadup_event_new (&fields);
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (snapshot, event);

  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (leadup_record_get_id (sources->pdata[0]), ==, "s2");
  g_assert_cmpstr (leadup_record_get_id (sources->pdata[1]), ==, "s1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/a-time-can-be-handed-over", test_a_time_can_be_handed_over);
  g_test_add_func ("/event/copies-everything-it-is-given", test_copies_everything);
  g_test_add_func ("/event/an-edit-keeps-the-rest", test_an_edit_keeps_the_rest);
  g_test_add_func ("/event/values-out-of-range-are-clamped", test_values_are_clamped);
  g_test_add_func ("/event/is-sorted-by-time-and-undated-last", test_order);
  g_test_add_func ("/event/verification-follows-the-rules", test_verification_rules);
  g_test_add_func ("/event/what-is-of-one-time-comes-as-it-is-told",
                   test_what_is_of_one_time_comes_as_it_is_told);
  g_test_add_func ("/event/takes-little-memory", test_memory);

  g_test_add_func ("/event/parties-are-named-by-role", test_parties_are_named_by_role);
  g_test_add_func ("/event/sources-are-listed-once", test_sources_are_listed_once);

  return g_test_run ();
}
