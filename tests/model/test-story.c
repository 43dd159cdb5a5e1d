/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "fixtures.h"
#include "model/leadup-candidate.h"
#include "model/leadup-placement.h"
#include "model/leadup-references.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"

#include <math.h>
#include <string.h>

static gpointer
get (LeadupStory     *story,
     LeadupRecordKind kind,
     const char      *id)
{
  gpointer record = leadup_story_lookup (story, kind, id);

  g_assert_nonnull (record);

  return record;
}

static void
assert_put (LeadupStory *story,
            gpointer     before,
            gpointer     after)
{
  g_autoptr (GError) error = NULL;
  gboolean is_ok = put (story, before, after, &error);

  g_assert_no_error (error);
  g_assert_true (is_ok);
}

static void
assert_refused (LeadupStory *story,
                gpointer     before,
                gpointer     after,
                int          code,
                const char  *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (put (story, before, after, &error));
  g_assert_error (error, LEADUP_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_new_story (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_assert_cmpuint (leadup_story_get_n (story, i), ==, i == LEADUP_RECORD_INFO ? 1 : 0);
  g_assert_cmpstr (leadup_info_get_fields (leadup_story_get_info (story))->zone, ==, "UTC");
}

static void
test_loads_unsorted_records (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  LeadupInfoFields fields = { .title = "Tides" };
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  g_ptr_array_insert (records, 0,
                      make_act ("e1", "talk", "2025", "i:a1", LEADUP_VERIFICATION_VERIFIED));
  g_ptr_array_add (records, leadup_info_new (&fields));
  story = leadup_story_new_from_records (records, NULL);
  snapshot = leadup_story_snapshot (story);

  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR), ==, 5);
  g_assert_cmpstr (leadup_record_get_id (leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, 0)),
                   ==, "a1");
  g_assert_cmpstr (leadup_info_get_fields (leadup_snapshot_get_info (snapshot))->title, ==,
                   "Tides");
  g_assert_nonnull (leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, "e1"));
  g_assert_null (leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, "e2"));
}

static void
test_load_says_what_is_wrong (void)
{
  LeadupInfoFields info = { .title = "A" };
  struct
  {
    LeadupRecord *records[2];
    const char *words[2];
  } rows[] = {
    { { (gpointer) make_actor ("a1") }, { "a1", "actor" } },
    { { (gpointer) make_act ("e7", "talk", NULL, "i:a9", 0) }, { "e7", "a9" } },
    { { (gpointer) make_act ("e8", "none", NULL, "", 0) }, { "e8", "none" } },
    { { (gpointer) make_act ("e9", "", NULL, "", 0) }, { "e9", "category" } },
    { { (gpointer) leadup_info_new (&info), (gpointer) leadup_info_new (&info) },
      { "one", "information" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) records = make_records ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 2; j++)
        if (rows[i].records[j] != NULL)
          g_ptr_array_add (records, rows[i].records[j]);
      g_assert_null (leadup_story_new_from_records (records, &error));
      g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
      g_assert_nonnull (strstr (error->message, rows[i].words[0]));
      g_assert_nonnull (strstr (error->message, rows[i].words[1]));
    }
}

static void
collect_reference (LeadupRecordKind kind,
                   const char      *id,
                   gpointer         data)
{
  g_string_append_printf (data, "%s:%s ", leadup_record_kind_to_string (kind), id);
}

static void
assert_references (gpointer    record,
                   const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  leadup_references_visit (record, collect_reference, found);
  g_assert_cmpstr (found->str, ==, expected);
  g_object_unref (record);
}

static LeadupCandidate *
make_candidate (const char          *id,
                LeadupCandidateState state)
{
  g_autoptr (LeadupEvent) event = make_act ("e5", "talk", NULL, "i:a1 t:a9", 0);
  LeadupActor *actor = make_actor ("a9");
  LeadupCandidateFields fields = {
    .id = id, .source = "s1", .event = event, .actors = &actor, .n_actors = 1, .state = state
  };
  LeadupCandidate *candidate = leadup_candidate_new (&fields);

  g_object_unref (actor);

  return candidate;
}

static void
test_references (void)
{
  LeadupEvidenceFields evidence_fields = { .source = "s1" };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&evidence_fields);
  LeadupParticipant participant = { .actor = "a1" };
  LeadupValue values[] = { { .name = "killed", .source = "s2" }, { .name = "injured" } };
  LeadupLink link = { .to = "e0" };
  LeadupEventFields event = {
    .id = "e1",
    .category = "talk",
    .participants = &participant,
    .n_participants = 1,
    .evidence = &evidence,
    .n_evidence = 1,
    .values = values,
    .n_values = 2,
    .links = &link,
    .n_links = 1,
  };
  const char *groups[] = { "a2", "a3", NULL };
  LeadupActorFields actor = { .id = "a1", .member_of = groups };
  LeadupStepFields step = { .id = "t1", .view = "v1" };
  LeadupPlacementFields placement = { .id = "a4" };

  assert_references (leadup_event_new (&event),
                     "category:talk actor:a1 source:s1 source:s2 event:e0 ");
  assert_references (leadup_actor_new (&actor), "actor:a2 actor:a3 ");
  assert_references (leadup_step_new (&step), "view:v1 ");
  assert_references (leadup_placement_new (&placement), "actor:a4 ");
  assert_references (make_candidate ("p", LEADUP_CANDIDATE_PENDING),
                     "source:s1 category:talk actor:a1 ");
  assert_references (make_candidate ("p", LEADUP_CANDIDATE_REJECTED), "source:s1 ");
  assert_references (make_source ("s1"), "");
}

/* Nobody knows a record by its id. */
static void
test_a_refusal_names_what_people_know (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  LeadupLink link = { .to = "e1" };
  LeadupEventFields fields = { .id = "e1", .category = "talk", .title = "Tides meet" };
  LeadupEventFields later_fields = {
    .id = "e2", .category = "talk", .title = "Tides part", .links = &link, .n_links = 1
  };
  g_autoptr (LeadupEvent) event = leadup_event_new (&fields);
  g_autoptr (LeadupEvent) later = leadup_event_new (&later_fields);
  g_autoptr (GError) error = NULL;

  assert_put (story, NULL, event);
  assert_put (story, NULL, later);
  g_assert_false (put (story, event, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "The event “Tides meet” cannot be deleted: the event “Tides part” refers to "
                   "it. Please change or delete that first.");
}

static void
test_what_is_needed_stays (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) event = make_act ("e1", "talk", "2025", "i:a1 t:a2", 0);
  g_autoptr (LeadupEvent) fewer = make_act ("e1", "talk", "2025", "i:a1", 0);
  g_autoptr (LeadupCandidate) candidate = make_candidate ("p1", LEADUP_CANDIDATE_PENDING);

  assert_put (story, NULL, event);
  assert_refused (story, get (story, LEADUP_RECORD_ACTOR, "a2"), NULL, LEADUP_ERROR_INTEGRITY,
                  "e1");
  assert_refused (story, get (story, LEADUP_RECORD_CATEGORY, "talk"), NULL, LEADUP_ERROR_INTEGRITY,
                  "e1");
  assert_put (story, event, fewer);
  assert_put (story, get (story, LEADUP_RECORD_ACTOR, "a2"), NULL);
  assert_put (story, NULL, candidate);
  assert_refused (story, get (story, LEADUP_RECORD_SOURCE, "s1"), NULL, LEADUP_ERROR_INTEGRITY,
                  "e5");
  assert_put (story, fewer, NULL);
  assert_put (story, candidate, NULL);
  assert_put (story, get (story, LEADUP_RECORD_ACTOR, "a1"), NULL);
  assert_put (story, get (story, LEADUP_RECORD_CATEGORY, "talk"), NULL);
}

/* The order of changes within a transaction does not matter. */
static void
test_a_referrer_may_go_with_it (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) event = make_act ("e1", "talk", "2025", "i:a9", 0);
  g_autoptr (LeadupActor) actor = make_actor ("a9");
  g_autoptr (LeadupTransaction) addition = leadup_transaction_new ("Add");
  g_autoptr (LeadupTransaction) removal = leadup_transaction_new ("Remove");

  leadup_transaction_add (addition, LEADUP_RECORD (event));
  leadup_transaction_add (addition, LEADUP_RECORD (actor));
  g_assert_true (leadup_story_apply (story, addition, NULL));
  leadup_transaction_remove (removal, LEADUP_RECORD (actor));
  leadup_transaction_remove (removal, LEADUP_RECORD (event));
  g_assert_true (leadup_story_apply (story, removal, NULL));
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, 0);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_ACTOR), ==, 5);
}

static void
test_conflicts (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) event = make_event ("e1", "One", NULL);
  g_autoptr (LeadupEvent) twin = make_event ("e1", "One", NULL);
  g_autoptr (LeadupEvent) edited = retitle (event, "Two");
  g_autoptr (LeadupTransaction) twice = leadup_transaction_new ("Twice");
  g_autoptr (GError) error = NULL;

  assert_put (story, NULL, event);
  assert_refused (story, NULL, twin, LEADUP_ERROR_INTEGRITY, "e1");
  assert_refused (story, twin, edited, LEADUP_ERROR_CONFLICT, "e1");
  assert_refused (story, twin, NULL, LEADUP_ERROR_CONFLICT, "e1");
  assert_refused (story, leadup_story_get_info (story), NULL, LEADUP_ERROR_INTEGRITY, "one");

  leadup_transaction_replace (twice, LEADUP_RECORD (event), LEADUP_RECORD (edited));
  leadup_transaction_replace (twice, LEADUP_RECORD (edited), LEADUP_RECORD (twin));
  g_assert_false (leadup_story_apply (story, twice, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_assert_true (get (story, LEADUP_RECORD_EVENT, "e1") == event);
}

#define N_MANY 3000

/* Of every length and with the same beginning as others; some lie beside each other only behind
 * what is compared first. */
static LeadupEvent *
make_one_of_many (guint i)
{
  g_autofree char *id = i % 3 == 0   ? g_strdup_printf ("e%x", i * 2654435761u)
                        : i % 3 == 1 ? g_strdup_printf ("e-the same for long-%u", i)
                                     : g_strdup_printf ("e%.*s%u", (int) (i % 7 * 2), "éééééé", i);

  return make_event (id, "One", NULL);
}

static void
test_many_edits_are_put_in_order (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupTransaction) all = leadup_transaction_new ("Many");
  g_autoptr (LeadupTransaction) twice = leadup_transaction_new ("One of them twice");
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (LeadupEvent) event = make_one_of_many (i);

      leadup_transaction_add (all, LEADUP_RECORD (event));
      leadup_transaction_add (twice, LEADUP_RECORD (event));
      if (i == N_MANY / 2)
        leadup_transaction_add (twice, LEADUP_RECORD (event));
    }
  g_assert_false (leadup_story_apply (story, twice, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_clear_error (&error);

  leadup_story_apply (story, all, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT), ==, N_MANY);
  for (guint i = 0; i + 1 < N_MANY; i++)
    {
      LeadupRecord *record = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
      LeadupRecord *next = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i + 1);

      g_assert_cmpstr (leadup_record_get_id (record), <, leadup_record_get_id (next));
    }
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (LeadupEvent) event = make_one_of_many (i);

      g_assert_nonnull (
          get (story, LEADUP_RECORD_EVENT, leadup_record_get_id (LEADUP_RECORD (event))));
    }
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint n;
} Noted;

static void
note_change_cb (GListModel *model,
                guint       position,
                guint       removed,
                guint       added,
                gpointer    user_data)
{
  Noted *noted = user_data;

  *noted = (Noted) { position, removed, added, noted->n + 1 };
}

static void
assert_noted (Noted *noted,
              guint  position,
              guint  removed,
              guint  added)
{
  g_assert_cmpuint (noted->n, ==, 1);
  g_assert_cmpuint (noted->position, ==, position);
  g_assert_cmpuint (noted->removed, ==, removed);
  g_assert_cmpuint (noted->added, ==, added);
  noted->n = 0;
}

static void
count_cb (LeadupStory       *story,
          LeadupTransaction *transaction,
          gpointer           user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (leadup_transaction_get_n_changes (transaction), >, 0);
  (*n)++;
}

static void
test_signals (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  GListModel *actors = leadup_story_get_model (story, LEADUP_RECORD_ACTOR);
  GListModel *events = leadup_story_get_model (story, LEADUP_RECORD_EVENT);
  g_autoptr (LeadupActor) inserted = make_actor ("a25");
  g_autoptr (LeadupActor) replaced = make_actor ("a1");
  g_autoptr (LeadupActor) last = make_actor ("a9");
  g_autoptr (LeadupTransaction) several = leadup_transaction_new ("Several");
  g_autoptr (LeadupTransaction) nothing = leadup_transaction_new ("Nothing");
  Noted noted = { 0 }, noted_events = { 0 };
  guint n_changed = 0;

  g_signal_connect (actors, "items-changed", G_CALLBACK (note_change_cb), &noted);
  g_signal_connect (events, "items-changed", G_CALLBACK (note_change_cb), &noted_events);
  g_signal_connect (story, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (leadup_story_get_model (story, LEADUP_RECORD_ACTOR) == actors);

  assert_put (story, NULL, inserted);
  assert_noted (&noted, 2, 0, 1);
  assert_put (story, get (story, LEADUP_RECORD_ACTOR, "a1"), replaced);
  assert_noted (&noted, 0, 1, 1);
  assert_put (story, inserted, NULL);
  assert_noted (&noted, 2, 1, 0);
  assert_refused (story, NULL, replaced, LEADUP_ERROR_INTEGRITY, "a1");
  g_assert_cmpuint (noted.n, ==, 0);

  /* From the second to behind the last: a2 goes, a9 comes. */
  leadup_transaction_add (several, LEADUP_RECORD (last));
  leadup_transaction_remove (several, get (story, LEADUP_RECORD_ACTOR, "a2"));
  g_assert_true (leadup_story_apply (story, several, NULL));
  assert_noted (&noted, 1, 4, 4);

  g_assert_true (leadup_story_apply (story, nothing, NULL));
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (noted_events.n, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (actors), ==, 5);
}

static void
test_snapshot_stays (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  g_autoptr (LeadupEvent) event = make_event ("e1", "One", NULL);
  g_autoptr (LeadupSnapshot) later = NULL;
  LeadupSnapshot *snapshot;

  assert_put (story, NULL, event);
  snapshot = leadup_story_snapshot (story);
  assert_put (story, event, NULL);
  later = leadup_story_snapshot (story);
  g_assert_false (leadup_snapshot_shares (snapshot, later, LEADUP_RECORD_EVENT));
  g_assert_true (leadup_snapshot_shares (snapshot, later, LEADUP_RECORD_ACTOR));
  g_assert_true (leadup_snapshot_ref (snapshot) == snapshot);
  leadup_snapshot_unref (snapshot);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT), ==, 1);
  g_assert_true (leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, 0) == event);
  g_clear_object (&story);
  leadup_snapshot_unref (snapshot);
  g_assert_finalize_object (g_steal_pointer (&event));
}

static void
test_snapshot_of_arrays (void)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  LeadupSnapshot *snapshot;

  records[LEADUP_RECORD_ACTOR] = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records[LEADUP_RECORD_ACTOR], make_actor ("b"));
  g_ptr_array_add (records[LEADUP_RECORD_ACTOR], make_actor ("a"));
  snapshot = leadup_snapshot_new (records);
  g_ptr_array_unref (records[LEADUP_RECORD_ACTOR]);
  g_assert_cmpuint (leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR), ==, 2);
  g_assert_cmpstr (leadup_record_get_id (leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, 0)),
                   ==, "a");
  g_assert_null (leadup_snapshot_get_info (snapshot));
  leadup_snapshot_unref (snapshot);
}

/* All that the story says, as text: to see that a refused edit changed nothing. */
static char *
describe (LeadupStory *story)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      GListModel *model = leadup_story_get_model (story, i);

      g_assert_cmpuint (g_list_model_get_n_items (model), ==, leadup_story_get_n (story, i));
      for (guint j = 0; j < leadup_story_get_n (story, i); j++)
        {
          g_autoptr (LeadupRecord) record = g_list_model_get_item (model, j);

          g_string_append_printf (text, "%s %p\n", leadup_record_get_id (record),
                                  (gpointer) record);
        }
    }

  return g_string_free (text, FALSE);
}

static void
check_reference (LeadupRecordKind kind,
                 const char      *id,
                 gpointer         data)
{
  g_assert_nonnull (leadup_story_lookup (data, kind, id));
}

static void
assert_sound (LeadupStory *story)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_autoptr (LeadupRecord) before = NULL;

      for (guint j = 0; j < leadup_story_get_n (story, i); j++)
        {
          g_autoptr (LeadupRecord) record =
              g_list_model_get_item (leadup_story_get_model (story, i), j);

          if (before != NULL)
            g_assert_cmpint (strcmp (leadup_record_get_id (before), leadup_record_get_id (record)),
                             <, 0);
          leadup_references_visit (record, check_reference, story);
          g_set_object (&before, record);
        }
    }
}

static LeadupRecord *
make_random (LeadupRecordKind kind,
             const char      *id)
{
  static const char *const categories[] = { "talk", "strike", "note" };
  g_autofree char *participants = NULL;

  if (kind == LEADUP_RECORD_ACTOR)
    {
      g_autofree char *group = g_strdup_printf ("a%d", g_test_rand_int_range (1, 8));
      const char *groups[] = { group, NULL };
      LeadupActorFields fields = { .id = id, .member_of = g_test_rand_bit () ? groups : NULL };

      return LEADUP_RECORD (leadup_actor_new (&fields));
    }

  participants =
      g_strdup_printf ("i:a%d t:a%d", g_test_rand_int_range (1, 8), g_test_rand_int_range (1, 8));

  return LEADUP_RECORD (
      make_act (id, categories[g_test_rand_int_range (0, 3)], NULL, participants, 0));
}

/* A change of a random record, as it can be or as it cannot. */
static void
add_random_change (LeadupStory       *story,
                   LeadupTransaction *transaction)
{
  LeadupRecordKind kind =
      g_test_rand_int_range (0, 3) == 0 ? LEADUP_RECORD_ACTOR : LEADUP_RECORD_EVENT;
  g_autofree char *id = kind == LEADUP_RECORD_ACTOR
                            ? g_strdup_printf ("a%d", g_test_rand_int_range (1, 8))
                            : g_strdup_printf ("e%d", g_test_rand_int_range (1, 40));
  LeadupRecord *held = leadup_story_lookup (story, kind, id);
  g_autoptr (LeadupRecord) record = make_random (kind, id);

  if (held == NULL || g_test_rand_int_range (0, 50) == 0)
    leadup_transaction_add (transaction, record);
  else if (g_test_rand_int_range (0, 50) == 0)
    leadup_transaction_remove (transaction, record);
  else if (g_test_rand_bit ())
    leadup_transaction_remove (transaction, held);
  else
    leadup_transaction_replace (transaction, held, record);
}

static void
test_random_transactions (void)
{
  g_autoptr (LeadupStory) story = make_story ();
  guint n_applied = 0, n_refused = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Random");
      g_autofree char *before = describe (story);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_ok;

      for (int j = g_test_rand_int_range (1, 5); j > 0; j--)
        add_random_change (story, transaction);
      is_ok = leadup_story_apply (story, transaction, &error);
      after = describe (story);
      if (is_ok)
        {
          n_applied++;
          g_assert_no_error (error);
          for (guint j = 0; j < leadup_transaction_get_n_changes (transaction); j++)
            {
              const LeadupChange *change = leadup_transaction_get_change (transaction, j);
              LeadupRecord *record = change->after != NULL ? change->after : change->before;

              g_assert_true (leadup_story_lookup (story, leadup_record_get_kind (record),
                                                  leadup_record_get_id (record)) ==
                             (gpointer) change->after);
            }
        }
      else
        {
          n_refused++;
          g_assert_nonnull (error);
          g_assert_cmpstr (before, ==, after);
        }
      assert_sound (story);
    }

  g_assert_cmpuint (n_applied, >, 400);
  g_assert_cmpuint (n_refused, >, 400);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story/a-new-one-has-information-only", test_new_story);
  g_test_add_func ("/story/loads-records-in-any-order", test_loads_unsorted_records);
  g_test_add_func ("/story/loading-says-what-is-wrong", test_load_says_what_is_wrong);
  g_test_add_func ("/references/are-those-of-the-kind", test_references);
  g_test_add_func ("/story/a-refusal-names-what-people-know",
                   test_a_refusal_names_what_people_know);
  g_test_add_func ("/story/what-is-referred-to-stays", test_what_is_needed_stays);
  g_test_add_func ("/story/a-referrer-may-go-in-the-same-edit", test_a_referrer_may_go_with_it);
  g_test_add_func ("/story/an-edit-of-something-else-is-refused", test_conflicts);
  g_test_add_func ("/story/many-edits-are-put-in-order", test_many_edits_are_put_in_order);
  g_test_add_func ("/story/models-tell-exactly-what-changed", test_signals);
  g_test_add_func ("/snapshot/stays-as-it-was", test_snapshot_stays);
  g_test_add_func ("/snapshot/can-be-made-of-arrays", test_snapshot_of_arrays);
  g_test_add_func ("/story/random-edits-keep-it-sound", test_random_transactions);

  return g_test_run ();
}
