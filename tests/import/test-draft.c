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
read_articles (LeadupStory *story)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      LeadupImportInput input = { .bytes = bytes,
                                  .name = i == 0 ? "a" : "b",
                                  .published = "2025-03-15",
                                  .snapshot = snapshot };
      g_autoptr (LeadupImportPlan) plan =
          leadup_importers_find ("article")->parse (&input, NULL, &error);
      g_autoptr (LeadupTransaction) transaction = NULL;

      g_assert_no_error (error);
      transaction = leadup_import_plan_to_transaction (plan, snapshot);
      apply (story, transaction);
    }
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

  return g_test_run ();
}
