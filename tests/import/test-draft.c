/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-draft.h"
#include "import/leadup-importer.h"
#include "model/leadup-candidate.h"
#include "model/leadup-review-edit.h"

#include <glib.h>
#include <string.h>

static const char *const texts[] = {
  "The navy of Norland attacked a fishing boat off Port Savan on 3 March 2025 and killed three "
  "sailors. Sudland recalled its ambassador on 5 March 2025.",
  "On 3 March 2025 the navy of Norland attacked a fishing boat. Norland and Sudland signed a "
  "treaty on 12 March 2025.",
};

static void
apply (LeadupStory       *story,
       LeadupTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);
}

static void
read_article (LeadupStory *story,
              const char  *text,
              const char  *name,
              gboolean     accept_all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  LeadupImportInput input = { .bytes = bytes,
                              .name = name,
                              .published = "2025-03-15",
                              .accept_all = accept_all,
                              .snapshot = snapshot };
  g_autoptr (LeadupImportPlan) plan =
      leadup_importers_find ("article")->parse (&input, NULL, &error);
  g_autoptr (LeadupTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = leadup_import_plan_to_transaction (plan, snapshot);
  apply (story, transaction);
}

static void
read_articles (LeadupStory *story)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    read_article (story, texts[i], i == 0 ? "a" : "b", FALSE);
}

static const char seventeen[] = "The navy of Norland attacked Port Savan on 3 March 2025 and killed "
                                "17 people.";
static const char also_seventeen[] = "On 3 March 2025 the navy of Norland attacked Port Savan and "
                                     "killed at least 12 people.";
static guint
count_strikes (LeadupStory     *story,
               LeadupRecordKind kind,
               LeadupEvent    **last)
{
  GListModel *records = leadup_story_get_model (story, kind);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LeadupRecord) record = g_list_model_get_item (records, i);
      LeadupEvent *event =
          kind == LEADUP_RECORD_EVENT
              ? LEADUP_EVENT (record)
              : leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->event;

      if (!g_str_equal (leadup_event_get_fields (event)->category, "strike"))
        continue;
      n++;
      *last = event;
    }

  return n;
}

/* Two articles, one event: one candidate with two pieces of evidence; reading them again adds
 * nothing. */
static void
test_what_two_articles_tell_is_one_candidate (void)
{
  for (guint accept_all = 0; accept_all < 2; accept_all++)
    {
      LeadupRecordKind kind = accept_all ? LEADUP_RECORD_EVENT : LEADUP_RECORD_CANDIDATE;
      g_autoptr (LeadupStory) story = leadup_story_new ();
      LeadupEvent *event = NULL;
      const LeadupEventFields *fields;

      for (guint times = 0; times < 2; times++)
        {
          read_article (story, seventeen, "a", accept_all);
          read_article (story, also_seventeen, "b", accept_all);
        }

      g_assert_cmpuint (count_strikes (story, kind, &event), ==, 1);
      fields = leadup_event_get_fields (event);
      g_assert_cmpuint (fields->n_evidence, ==, 2);
      g_assert_cmpstr (leadup_evidence_get_fields (fields->evidence[0])->source, !=,
                       leadup_evidence_get_fields (fields->evidence[1])->source);
      g_assert_cmpint (fields->verification, ==, LEADUP_VERIFICATION_CORROBORATED);
      g_assert_cmpuint (fields->n_values, ==, 2);
      g_assert_cmpstr (fields->values[0].source, !=, fields->values[1].source);
    }
}

static void
test_numbers_that_cannot_both_be_right_are_disputed (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  LeadupEvent *event = NULL;
  const LeadupEventFields *fields;

  read_article (story, seventeen, "a", FALSE);
  read_article (story, "The navy of Norland attacked Port Savan on 3 March 2025 and killed 23 people.",
                "c", FALSE);
  g_assert_cmpuint (count_strikes (story, LEADUP_RECORD_CANDIDATE, &event), ==, 1);
  fields = leadup_event_get_fields (event);
  g_assert_cmpint (fields->verification, ==, LEADUP_VERIFICATION_DISPUTED);
  g_assert_cmpuint (fields->n_values, ==, 2);
  g_assert_true (g_strv_contains (fields->tags, "disputed: killed"));
}

static void
test_two_attacks_by_others_are_two_candidates (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  LeadupEvent *event = NULL;

  read_article (story, seventeen, "a", FALSE);
  read_article (story, "The navy of Sudland attacked Port Savan on 3 March 2025.", "d", FALSE);
  read_article (story, "The navy of Norland attacked Port Savan on 9 March 2025.", "e", FALSE);
  g_assert_cmpuint (count_strikes (story, LEADUP_RECORD_CANDIDATE, &event), ==, 3);
}

static GPtrArray *
choose (LeadupStory *story,
        guint        n_days)
{
  LeadupDigestLimits limits = { NULL, NULL, n_days, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  GPtrArray *chosen = leadup_draft_choose (snapshot, &limits, NULL, &error);

  g_assert_no_error (error);

  return chosen;
}

static void
test_a_draft_is_made_of_pending_candidates (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  guint n_pending;

  read_articles (story);
  n_pending = leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE);
  g_assert_cmpuint (n_pending, >=, 3);

  chosen = choose (story, 2);
  g_assert_cmpuint (chosen->len, ==, 2);
  transaction = leadup_review_edit_accept (story, chosen, g_get_real_time ());
  apply (story, transaction);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, 2);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE), ==, n_pending);

  /* What was accepted is not proposed again. */
  again = choose (story, 20);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (leadup_candidate_get_fields (again->pdata[i])->state, ==,
                     LEADUP_CANDIDATE_PENDING);
}

static void
test_what_was_rejected_is_in_no_draft (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;

  read_articles (story);
  chosen = choose (story, 1);
  g_assert_cmpuint (chosen->len, ==, 1);
  transaction = leadup_review_edit_reject (story, chosen->pdata[0]);
  apply (story, transaction);

  again = choose (story, 1);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpstr (leadup_record_get_id (again->pdata[i]), !=,
                     leadup_record_get_id (chosen->pdata[0]));
}

static void
test_a_candidate_adds_its_evidence_to_an_event (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (LeadupTransaction) merge = NULL;
  g_autoptr (LeadupEvent) event = NULL;
  g_autoptr (LeadupEvent) merged = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  read_articles (story);
  chosen = choose (story, 1);
  transaction = leadup_review_edit_accept (story, chosen, g_get_real_time ());
  apply (story, transaction);
  event = g_list_model_get_item (leadup_story_get_model (story, LEADUP_RECORD_EVENT), 0);

  rest = choose (story, 20);
  g_assert_cmpuint (rest->len, >, 0);
  merge = leadup_review_edit_merge (story, rest->pdata[0], event, g_get_real_time ());
  apply (story, merge);
  merged = g_list_model_get_item (leadup_story_get_model (story, LEADUP_RECORD_EVENT), 0);
  g_assert_cmpuint (leadup_event_get_fields (merged)->n_evidence, >,
                    leadup_event_get_fields (event)->n_evidence);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/it-is-made-of-pending-candidates",
                   test_a_draft_is_made_of_pending_candidates);
  g_test_add_func ("/draft/what-was-rejected-is-in-none", test_what_was_rejected_is_in_no_draft);
  g_test_add_func ("/draft/a-candidate-adds-its-evidence-to-an-event",
                   test_a_candidate_adds_its_evidence_to_an_event);

  g_test_add_func ("/draft/what-two-articles-tell-is-one-candidate",
                   test_what_two_articles_tell_is_one_candidate);
  g_test_add_func ("/draft/numbers-that-cannot-both-be-right-are-disputed",
                   test_numbers_that_cannot_both_be_right_are_disputed);
  g_test_add_func ("/draft/two-attacks-by-others-are-two-candidates",
                   test_two_attacks_by_others_are_two_candidates);

  return g_test_run ();
}
