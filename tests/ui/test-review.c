/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "review-story.h"
#include "model/leadup-review-edit.h"
#include "ui/leadup-merge-dialog.h"
#include "ui/leadup-review-passage.h"
#include "ui/leadup-review-pending.h"
#include "ui/leadup-review-reader.h"
#include "ui/leadup-review-row.h"
#include "ui/leadup-review-view.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  LeadupDocument *document;
  LeadupStory *story;
  LeadupWorkspace *workspace;
  GtkWindow *window;
  LeadupReviewView *view;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = review_story_new ();
  fixture->story = leadup_document_get_story (fixture->document);
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = g_object_new (LEADUP_TYPE_REVIEW_VIEW, NULL);
  leadup_review_view_set_workspace (fixture->view, fixture->workspace);
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  settle ();
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  settle ();
  g_assert_null (fixture->view);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
}

static const char *
get_selected_id (Fixture *fixture)
{
  LeadupCandidate *candidate = leadup_review_view_get_selected (fixture->view);

  return candidate != NULL ? leadup_record_get_id (LEADUP_RECORD (candidate)) : NULL;
}

static LeadupCandidateState
get_state (Fixture    *fixture,
           const char *id)
{
  LeadupCandidate *candidate = leadup_story_lookup (fixture->story, LEADUP_RECORD_CANDIDATE, id);

  return leadup_candidate_get_fields (candidate)->state;
}

static LeadupEvent *
get_event (Fixture    *fixture,
           const char *id)
{
  return leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, id);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (leadup_history_undo (leadup_document_get_history (fixture->document)));
}

static void
test_candidates_are_walked_by_time (Fixture      *fixture,
                                    gconstpointer data)
{
  leadup_review_view_select (fixture->view, "c1");
  g_assert_cmpstr (get_selected_id (fixture), ==, "c1");
  leadup_review_view_move (fixture->view, 1);
  g_assert_cmpstr (get_selected_id (fixture), ==, "c2");
  leadup_review_view_move (fixture->view, -1);
  g_assert_cmpstr (get_selected_id (fixture), ==, "c1");
}

static void
add_told_at (LeadupTransaction *transaction,
             const char        *id,
             gint64             place)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf ("../2025-03-05", NULL);
  LeadupEvidenceFields words = { .source = "s1", .quote = id, .span_start = place, .span_end = place + 2 };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&words);
  LeadupEventFields told = { .id = id,
                             .title = id,
                             .category = "strike",
                             .when = when,
                             .evidence = &evidence,
                             .n_evidence = 1,
                             .tone = NAN };
  g_autoptr (LeadupEvent) event = leadup_event_new (&told);
  LeadupCandidateFields fields = { .id = id, .source = "s1", .event = event, .confidence = 0.5 };
  g_autoptr (LeadupCandidate) candidate = leadup_candidate_new (&fields);

  leadup_transaction_add (transaction, LEADUP_RECORD (candidate));
}

static void
test_what_has_one_day_stays_as_it_is_told (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Read");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  add_told_at (transaction, "q1", 30);
  add_told_at (transaction, "q2", 10);
  add_told_at (transaction, "q3", 20);
  leadup_history_push (leadup_document_get_history (fixture->document), transaction, &error);
  g_assert_no_error (error);

  all = leadup_review_pending_list (fixture->story, "s1", 0.5);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpstr (leadup_record_get_id (all->pdata[0]), ==, "q2");
  g_assert_cmpstr (leadup_record_get_id (all->pdata[1]), ==, "q3");
  g_assert_cmpstr (leadup_record_get_id (all->pdata[2]), ==, "q1");
}

static void
test_accepting_uses_the_actor_of_the_same_name (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autofree char *id = NULL;
  guint n_actors = leadup_story_get_n (fixture->story, LEADUP_RECORD_ACTOR);
  const LeadupEventFields *fields;

  leadup_review_view_select (fixture->view, "c1");
  id = leadup_review_view_accept (fixture->view);

  g_assert_cmpstr (id, ==, "n1");
  fields = leadup_event_get_fields (get_event (fixture, id));
  g_assert_cmpstr (fields->participants[0].actor, ==, "a1");
  g_assert_cmpint (fields->verification, ==, LEADUP_VERIFICATION_SINGLE_SOURCE);
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_ACTOR), ==, n_actors);
  g_assert_cmpint (get_state (fixture, "c1"), ==, LEADUP_CANDIDATE_ACCEPTED);
  g_assert_cmpstr (get_selected_id (fixture), !=, "c1");

  undo (fixture);
  g_assert_null (get_event (fixture, "n1"));
  g_assert_cmpint (get_state (fixture, "c1"), ==, LEADUP_CANDIDATE_PENDING);
  g_assert_cmpstr (get_selected_id (fixture), ==, "c1");
}

static void
test_accepting_brings_missing_actors (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autofree char *id = NULL;

  leadup_review_view_select (fixture->view, "c2");
  id = leadup_review_view_accept (fixture->view);

  g_assert_cmpstr (id, ==, "n2");
  g_assert_nonnull (leadup_story_lookup (fixture->story, LEADUP_RECORD_ACTOR, "p2"));
}

static void
test_all_that_are_sure_enough_are_one_step (Fixture      *fixture,
                                            gconstpointer data)
{
  leadup_review_view_set_threshold (fixture->view, 0.6);
  g_assert_cmpuint (leadup_review_view_count_above (fixture->view), ==, 2);
  leadup_review_view_accept_all (fixture->view);

  g_assert_nonnull (get_event (fixture, "n1"));
  g_assert_nonnull (get_event (fixture, "n2"));
  g_assert_null (get_event (fixture, "n3"));
  undo (fixture);
  g_assert_null (get_event (fixture, "n1"));
  g_assert_null (get_event (fixture, "n2"));
}

static void
test_rejecting_is_remembered (Fixture      *fixture,
                              gconstpointer data)
{
  leadup_review_view_select (fixture->view, "c3");
  leadup_review_view_reject (fixture->view);

  g_assert_cmpint (get_state (fixture, "c3"), ==, LEADUP_CANDIDATE_REJECTED);
  g_assert_null (get_event (fixture, "n3"));
}

static void
test_merging_adds_evidence_and_participants (Fixture      *fixture,
                                             gconstpointer data)
{
  const LeadupEventFields *fields;

  leadup_review_view_select (fixture->view, "c2");
  leadup_review_view_merge_into (fixture->view, get_event (fixture, "e1"));

  fields = leadup_event_get_fields (get_event (fixture, "e1"));
  g_assert_cmpuint (fields->n_evidence, ==, 1);
  g_assert_cmpuint (fields->n_participants, ==, 2);
  g_assert_cmpstr (fields->title, ==, "Avaria warns Borland");
  g_assert_cmpint (get_state (fixture, "c2"), ==, LEADUP_CANDIDATE_ACCEPTED);
  g_assert_null (get_event (fixture, "n2"));
}

static void
test_merging_twice_adds_nothing_twice (Fixture      *fixture,
                                       gconstpointer data)
{
  LeadupCandidate *candidate = leadup_story_lookup (fixture->story, LEADUP_RECORD_CANDIDATE, "c2");
  g_autoptr (LeadupTransaction) first =
      leadup_review_edit_merge (fixture->story, candidate, get_event (fixture, "e1"), 0);
  g_autoptr (LeadupTransaction) second = NULL;

  g_assert_true (leadup_workspace_push (fixture->workspace, first, NULL));
  candidate = leadup_story_lookup (fixture->story, LEADUP_RECORD_CANDIDATE, "c2");
  second = leadup_review_edit_merge (fixture->story, candidate, get_event (fixture, "e1"), 0);
  g_assert_true (leadup_workspace_push (fixture->workspace, second, NULL));
  g_assert_cmpuint (leadup_event_get_fields (get_event (fixture, "e1"))->n_evidence, ==, 1);
  g_assert_cmpuint (leadup_event_get_fields (get_event (fixture, "e1"))->n_participants, ==, 2);
}

static void
test_pending_candidates_stand_by_time (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (GPtrArray) all = leadup_review_pending_list (fixture->story, NULL, 0);
  g_autoptr (GPtrArray) sure = leadup_review_pending_list (fixture->story, "s1", 0.7);
  g_autoptr (GPtrArray) none = leadup_review_pending_list (fixture->story, "s2", 0);

  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (leadup_event_collate (leadup_candidate_get_fields (all->pdata[i - 1])->event,
                                           leadup_candidate_get_fields (all->pdata[i])->event),
                     <, 0);
  g_assert_cmpuint (sure->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_the_list_and_its_rows_have_names (Fixture      *fixture,
                                       gconstpointer data)
{
  LeadupCandidate *candidate = leadup_story_lookup (fixture->story, LEADUP_RECORD_CANDIDATE, "c1");
  LeadupReviewRow *row = leadup_review_row_new (fixture->story, candidate);

  g_object_ref_sink (row);
  g_assert_true (leadup_review_row_get_candidate (row) == candidate);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Avaria strikes a harbour in Borland. 2 March 2025. Sure");
  g_assert_finalize_object (row);
}

static void
chosen_cb (GObject *object,
           gint64   start,
           gint64   end,
           gpointer user_data)
{
  gint64 *span = user_data;

  span[0] = start;
  span[1] = end;
}

static void
test_the_reader_tells_the_chosen_passage_without_spaces (Fixture      *fixture,
                                                         gconstpointer data)
{
  LeadupReviewReader *reader = g_object_ref_sink (g_object_new (LEADUP_TYPE_REVIEW_READER, NULL));
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (reader));
  GtkTextView *text =
      GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  LeadupSource *source = leadup_story_lookup (fixture->story, LEADUP_RECORD_SOURCE, "s1");
  GtkTextIter start, end;
  gint64 span[2] = { -1, -1 };

  leadup_review_reader_show (reader, fixture->story, source);
  leadup_review_reader_select (reader,
                               leadup_story_lookup (fixture->story, LEADUP_RECORD_CANDIDATE, "c1"));
  leadup_review_reader_update_marks (reader);
  g_assert_false (leadup_review_reader_get_selection (reader, &span[0], &span[1]));

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 6);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 14);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_connect (reader, "passage-chosen", G_CALLBACK (chosen_cb), span);
  leadup_review_reader_choose_selection (reader);
  g_assert_cmpint (span[0], ==, 7);
  g_assert_cmpint (span[1], ==, 13);
  g_assert_finalize_object (reader);
}

static void
test_a_passage_becomes_a_candidate_with_its_date (Fixture      *fixture,
                                                  gconstpointer data)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (fixture->story);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupCandidate) candidate =
      leadup_review_passage_read (snapshot, "s1", 0, 51, NULL, &error);
  const LeadupEventFields *event;

  g_assert_no_error (error);
  event = leadup_event_get_fields (leadup_candidate_get_fields (candidate)->event);
  g_assert_cmpstr (leadup_when_get_edtf (event->when), ==, "2025-03-02");
  g_assert_cmpuint (event->n_evidence, ==, 1);
  g_assert_cmpint (leadup_evidence_get_fields (event->evidence[0])->span_end, ==, 51);
  g_assert_true (
      leadup_workspace_replace (fixture->workspace, "Add", NULL, LEADUP_RECORD (candidate), NULL));
}

static void
test_furniture_is_found_again (Fixture      *fixture,
                               gconstpointer data)
{
  LeadupSource *source = leadup_story_lookup (fixture->story, LEADUP_RECORD_SOURCE, "s1");
  g_autoptr (GArray) furniture = leadup_review_passage_find_furniture (source, NULL, NULL);
  const LeadupReviewFurniture *first;

  g_assert_cmpuint (furniture->len, >=, 1);
  first = &g_array_index (furniture, LeadupReviewFurniture, 0);
  g_assert_cmpint (first->start, ==, strstr (REVIEW_STORY_TEXT, "More from") - REVIEW_STORY_TEXT);
  g_assert_nonnull (first->rule);
}

static void
test_the_merge_dialog_offers_the_events (Fixture      *fixture,
                                         gconstpointer data)
{
  LeadupMergeDialog *dialog =
      leadup_merge_dialog_new (NULL, fixture->story, get_event (fixture, "e1"));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_null (dialog);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  adw_init ();

#define ADD(path, function) g_test_add ("/review/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("candidates-are-walked-by-time", test_candidates_are_walked_by_time);
  ADD ("what-has-one-day-stays-as-it-is-told", test_what_has_one_day_stays_as_it_is_told);
  ADD ("accepting-uses-the-actor-of-the-same-name", test_accepting_uses_the_actor_of_the_same_name);
  ADD ("accepting-brings-missing-actors", test_accepting_brings_missing_actors);
  ADD ("all-that-are-sure-enough-are-one-step", test_all_that_are_sure_enough_are_one_step);
  ADD ("rejecting-is-remembered", test_rejecting_is_remembered);
  ADD ("merging-adds-evidence-and-participants", test_merging_adds_evidence_and_participants);
  ADD ("merging-twice-adds-nothing-twice", test_merging_twice_adds_nothing_twice);
  ADD ("pending-candidates-stand-by-time", test_pending_candidates_stand_by_time);
  ADD ("the-list-and-its-rows-have-names", test_the_list_and_its_rows_have_names);
  ADD ("the-reader-tells-the-chosen-passage-without-spaces",
       test_the_reader_tells_the_chosen_passage_without_spaces);
  ADD ("a-passage-becomes-a-candidate-with-its-date",
       test_a_passage_becomes_a_candidate_with_its_date);
  ADD ("furniture-is-found-again", test_furniture_is_found_again);
  ADD ("the-merge-dialog-offers-the-events", test_the_merge_dialog_offers_the_events);

  return g_test_run ();
}
