/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document.h"
#include "leadup-ui-resources.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "ui/leadup-duplicates-dialog.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  LeadupDocument *document;
  LeadupStory *story;
  LeadupWorkspace *workspace;
  LeadupDuplicatesDialog *dialog;
} Fixture;

static void
add_event (LeadupTransaction *transaction,
           const char        *id,
           const char        *title,
           const char        *edtf)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  LeadupEventFields fields = {
    .id = id, .title = title, .category = "strike", .when = when, .tone = NAN
  };
  g_autoptr (LeadupEvent) event = leadup_event_new (&fields);

  leadup_transaction_add (transaction, LEADUP_RECORD (event));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The search is over when a pair is shown. */
static void
wait_for_pairs (Fixture *fixture,
                guint    n_pairs)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (leadup_duplicates_dialog_count (fixture->dialog) != n_pairs &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (leadup_duplicates_dialog_count (fixture->dialog), ==, n_pairs);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  LeadupCategoryFields strike = { .id = "strike", .name = "Strike", .family = "strike" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&strike);

  fixture->document = leadup_document_new ();
  fixture->story = leadup_document_get_story (fixture->document);
  if (leadup_story_lookup (fixture->story, LEADUP_RECORD_CATEGORY, "strike") == NULL)
    leadup_transaction_add (transaction, LEADUP_RECORD (category));
  add_event (transaction, "e1", "Strike on a boat off Venezuela", "2025-09");
  add_event (transaction, "e2", "Strike on boat off Venezuela", "2025-09-02");
  add_event (transaction, "e3", "Second boat struck in the Caribbean", "2025-09-15");
  add_event (transaction, "e4", "Second boat struck in Caribbean", "2025-09-15");
  g_assert_true (
      leadup_history_push (leadup_document_get_history (fixture->document), transaction, NULL));
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  fixture->dialog = leadup_duplicates_dialog_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  wait_for_pairs (fixture, 2);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  settle ();
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  settle ();
  g_assert_null (fixture->dialog);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->document);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
  settle ();
}

static void
test_pairs_are_merged_told_apart_and_taken_back (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 4);
  act (fixture, "duplicates.merge");
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 3);
  g_assert_cmpuint (leadup_duplicates_dialog_count (fixture->dialog), ==, 1);

  act (fixture, "duplicates.apart");
  g_assert_cmpuint (leadup_duplicates_dialog_count (fixture->dialog), ==, 0);
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 3);

  act (fixture, "duplicates.undo");
  act (fixture, "duplicates.undo");
  g_assert_cmpuint (leadup_duplicates_dialog_count (fixture->dialog), ==, 2);
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 4);
}

/* The finer of two dates is taken, whichever event it stands in. */
static void
test_what_one_says_more_finely_is_taken (Fixture      *fixture,
                                         gconstpointer data)
{
  act (fixture, "duplicates.merge");
  act (fixture, "duplicates.merge");
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 2);
  g_assert_cmpstr (leadup_when_get_edtf (leadup_event_get_when (
                       leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1"))),
                   ==, "2025-09-02");
}

static void
test_pairs_are_walked (Fixture      *fixture,
                       gconstpointer data)
{
  act (fixture, "duplicates.next");
  act (fixture, "duplicates.previous");
  act (fixture, "duplicates.previous");
  act (fixture, "duplicates.apart");
  act (fixture, "duplicates.apart");
  g_assert_cmpuint (leadup_duplicates_dialog_count (fixture->dialog), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/duplicates-dialog/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("pairs-are-merged-told-apart-and-taken-back",
       test_pairs_are_merged_told_apart_and_taken_back);
  ADD ("what-one-says-more-finely-is-taken", test_what_one_says_more_finely_is_taken);
  ADD ("pairs-are-walked", test_pairs_are_walked);

  return g_test_run ();
}
