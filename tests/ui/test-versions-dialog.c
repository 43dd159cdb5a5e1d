/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document.h"
#include "leadup-ui-resources.h"
#include "model/leadup-event.h"
#include "ui/leadup-merge-words.h"
#include "ui/leadup-versions-dialog.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* We and they rename e1; they add e2 with an actor, redate e3 and remove e4. */
#define STORY(first, second, third)                                                                \
  "{\"format\":\"leadup\",\"version\":1,\"title\":\"T\",\"categories\":[{\"id\":\"c\",\"name\":"   \
  "\"C\"}],\"actors\":[{\"id\":\"a\",\"name\":\"Navy\"}],\"events\":["                             \
  "{\"id\":\"e1\",\"title\":\"" first "\",\"category\":\"c\"}," second                             \
  "{\"id\":\"e3\",\"title\":\"Three\",\"category\":\"c\",\"when\":{\"edtf\":\"" third "\"}}"

#define LAST ",{\"id\":\"e4\",\"title\":\"Four\",\"category\":\"c\"}"
#define ADDED                                                                                      \
  "{\"id\":\"e2\",\"title\":\"Two\",\"category\":\"c\",\"actors\":[{\"actor\":\"a\"}]},"

static const char base_text[] = STORY ("One", "", "2024-03") LAST "]}";
static const char our_text[] = STORY ("Ours", "", "2024-03") LAST "]}";
static const char their_text[] = STORY ("Theirs", ADDED, "2024-03-04") "]}";

typedef struct
{
  char *folder;
  GFile *base;
  GFile *ours;
  GFile *theirs;
  LeadupDocument *document;
  LeadupWorkspace *workspace;
  LeadupVersionsDialog *dialog;
  LeadupTransaction *chosen;
} Fixture;

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
wait_for_merge (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (leadup_versions_dialog_get_merge (fixture->dialog) == NULL &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (leadup_versions_dialog_get_merge (fixture->dialog));
}

static void
chosen_cb (LeadupVersionsDialog *dialog,
           LeadupTransaction    *transaction,
           gpointer              user_data)
{
  Fixture *fixture = user_data;

  fixture->chosen = leadup_transaction_ref (transaction);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("leadup-versions-XXXXXX", NULL);
  fixture->base = write_file (fixture, "base.leadup", base_text);
  fixture->ours = write_file (fixture, "ours.leadup", our_text);
  fixture->theirs = write_file (fixture, "theirs.leadup", their_text);
  fixture->document = leadup_document_new ();
  leadup_document_load (fixture->document, fixture->ours, NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  fixture->dialog =
      leadup_versions_dialog_new (NULL, fixture->workspace, fixture->theirs, data != NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (fixture->dialog, "chosen", G_CALLBACK (chosen_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  GFile *files[] = { fixture->base, fixture->ours, fixture->theirs };

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->dialog);
  g_clear_pointer (&fixture->chosen, leadup_transaction_unref);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->document);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_file_delete (files[i], NULL, NULL);
      g_object_unref (files[i]);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
}

static void
merge (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  act (fixture, "versions.merge");
  while (fixture->chosen == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (fixture->chosen);
  g_assert_true (leadup_workspace_push (fixture->workspace, fixture->chosen, NULL));
}

static const char *
get_title (Fixture    *fixture,
           const char *id)
{
  LeadupEvent *event = leadup_story_lookup (leadup_document_get_story (fixture->document),
                                            LEADUP_RECORD_EVENT, id);

  return event != NULL ? leadup_event_get_title (event) : NULL;
}

static GtkWidget *
find_check (GtkWidget  *parent,
            const char *key,
            gpointer    value)
{
  if (g_object_get_data (G_OBJECT (parent), key) == value)
    return parent;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, key, value);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Of a file that came from somewhere nobody knows what it began as: nothing is lost. */
static void
test_without_a_beginning_nothing_is_removed (Fixture      *fixture,
                                             gconstpointer data)
{
  wait_for_merge (fixture);
  g_assert_cmpint (leadup_versions_dialog_get_base (fixture->dialog), ==, LEADUP_VERSIONS_NONE);
  merge (fixture);
  g_assert_cmpstr (get_title (fixture, "e1"), ==, "Ours");
  g_assert_cmpstr (get_title (fixture, "e2"), ==, "Two");
  g_assert_cmpstr (get_title (fixture, "e4"), ==, "Four");

  g_assert_true (leadup_history_undo (leadup_document_get_history (fixture->document)));
  g_assert_null (get_title (fixture, "e2"));
  g_assert_false (leadup_document_is_modified (fixture->document));
}

static void
test_with_a_beginning_what_they_did_comes_in (Fixture      *fixture,
                                              gconstpointer data)
{
  wait_for_merge (fixture);
  leadup_versions_dialog_set_base (fixture->dialog, LEADUP_VERSIONS_FILE, fixture->base);
  g_assert_null (leadup_versions_dialog_get_merge (fixture->dialog));
  wait_for_merge (fixture);
  g_assert_cmpuint (leadup_versions_dialog_get_merge (fixture->dialog)->conflicts->len, ==, 1);
  g_assert_cmpuint (leadup_versions_dialog_get_merge (fixture->dialog)->changes->len, ==, 3);
  act (fixture, "versions.take-theirs");
  merge (fixture);
  g_assert_cmpstr (get_title (fixture, "e1"), ==, "Theirs");
  g_assert_cmpstr (get_title (fixture, "e2"), ==, "Two");
  g_assert_null (get_title (fixture, "e4"));
}

/* The check buttons of the lists decide. */
static void
test_what_is_not_ticked_stays_out (Fixture      *fixture,
                                   gconstpointer data)
{
  LeadupMerge *result;

  wait_for_merge (fixture);
  leadup_versions_dialog_set_base (fixture->dialog, LEADUP_VERSIONS_FILE, fixture->base);
  wait_for_merge (fixture);
  result = leadup_versions_dialog_get_merge (fixture->dialog);
  for (guint i = 0; i < result->changes->len; i++)
    {
      GtkWidget *check =
          find_check (GTK_WIDGET (fixture->dialog), "change", result->changes->pdata[i]);

      g_assert_true (GTK_IS_CHECK_BUTTON (check));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (fixture->dialog),
                                                             "conflict",
                                                             result->conflicts->pdata[0])),
                               TRUE);
  merge (fixture);
  g_assert_cmpstr (get_title (fixture, "e1"), ==, "Theirs");
  g_assert_null (get_title (fixture, "e2"));
  g_assert_cmpstr (get_title (fixture, "e4"), ==, "Four");
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);

  return found;
}

static void
test_all_of_theirs_can_be_all_that_comes_in (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->dialog), "versions.merge");
  LeadupMerge *result;

  wait_for_merge (fixture);
  leadup_versions_dialog_set_base (fixture->dialog, LEADUP_VERSIONS_FILE, fixture->base);
  wait_for_merge (fixture);
  result = leadup_versions_dialog_get_merge (fixture->dialog);
  for (guint i = 0; i < result->changes->len; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (fixture->dialog),
                                                               "change",
                                                               result->changes->pdata[i])),
                                 FALSE);
  g_assert_false (gtk_widget_is_sensitive (button));
  act (fixture, "versions.take-theirs");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (find_check (GTK_WIDGET (fixture->dialog), "conflict",
                                    result->conflicts->pdata[0]))));
  act (fixture, "versions.take-ours");
  g_assert_false (gtk_widget_is_sensitive (button));
}

/* Nothing to merge is no reason not to save. */
static void
test_nothing_to_merge_can_still_be_saved (Fixture      *fixture,
                                          gconstpointer data)
{
  LeadupEtag etag;

  wait_for_merge (fixture);
  leadup_versions_dialog_set_base (fixture->dialog, LEADUP_VERSIONS_FILE, fixture->theirs);
  wait_for_merge (fixture);
  g_assert_cmpuint (leadup_versions_dialog_get_merge (fixture->dialog)->changes->len, ==, 0);
  g_assert_true (g_file_equal (leadup_versions_dialog_get_file (fixture->dialog), fixture->theirs));
  etag = *leadup_versions_dialog_get_etag (fixture->dialog);
  g_assert_true (leadup_etag_is_set (&etag));
  act (fixture, "versions.merge");
  for (guint i = 0; i < 1000 && fixture->chosen == NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (leadup_transaction_get_n_changes (fixture->chosen), ==, 0);
}

static void
test_values_are_told_in_words (Fixture      *fixture,
                               gconstpointer data)
{
  static const struct
  {
    const char *member;
    const char *json;
    const char *words;
  } table[] = {
    { "title", "\"Two\"", "Two" },
    { "when", "{\"edtf\":\"2024-03-04\"}", "4 March 2024" },
    { "category", "\"c\"", "C" },
    { "actors", "[{\"actor\":\"a\"}]", "Navy" },
    { "importance", "3", "3" },
    { "x", "{\"low\":1,\"list\":[true,\"a\",{\"name\":\"N\"}]}", "low: 1; list: true, a, N" },
    { "summary", NULL, "" },
  };
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_document_get_story (fixture->document));
  LeadupRecord *record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, "e1");
  g_autofree char *title = leadup_merge_words_dup_title (record);
  g_autofree char *member = leadup_merge_words_dup_member ("member_of");
  g_autofree char *unknown = leadup_merge_words_dup_member ("some_thing");
  char *members[] = { (char *) "title", (char *) "when", NULL };
  LeadupMergeChange change = { .before = record, .after = record, .members = members };
  g_autofree char *changed = leadup_merge_words_dup_change (&change);

  g_assert_cmpstr (title, ==, "Ours");
  g_assert_cmpstr (member, ==, "Member of");
  g_assert_cmpstr (unknown, ==, "some thing");
  g_assert_cmpstr (changed, ==, "Event · Title, Date");
  g_assert_cmpstr (leadup_merge_words_get_kind (LEADUP_RECORD_ACTOR), ==, "Actor");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      LeadupMergeConflict conflict = { .kind = LEADUP_RECORD_EVENT,
                                       .id = (char *) "e1",
                                       .member = (char *) table[i].member,
                                       .theirs = (char *) table[i].json };
      g_autofree char *words = leadup_merge_words_dup_value (&conflict, TRUE, record, snapshot);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* A file that cannot be read is told, and nothing can be merged. */
static void
test_what_cannot_be_read_says_so (Fixture      *fixture,
                                  gconstpointer data)
{
  wait_for_merge (fixture);
  g_assert_true (g_file_replace_contents (fixture->base, "id,title\n", 9, NULL, FALSE, 0, NULL,
                                          NULL, NULL));
  leadup_versions_dialog_set_base (fixture->dialog, LEADUP_VERSIONS_FILE, fixture->base);
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (leadup_versions_dialog_get_merge (fixture->dialog));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "versions.merge", NULL);
  g_assert_null (fixture->chosen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  adw_init ();

#define ADD(path, data, function)                                                                  \
  g_test_add ("/versions-dialog/" path, Fixture, data, set_up, function, tear_down)

  ADD ("without-a-beginning-nothing-is-removed", NULL, test_without_a_beginning_nothing_is_removed);
  ADD ("with-a-beginning-what-they-did-comes-in", NULL,
       test_with_a_beginning_what_they_did_comes_in);
  ADD ("what-is-not-ticked-stays-out", NULL, test_what_is_not_ticked_stays_out);
  ADD ("all-of-theirs-can-be-all-that-comes-in", NULL, test_all_of_theirs_can_be_all_that_comes_in);
  ADD ("nothing-to-merge-can-still-be-saved", "saves", test_nothing_to_merge_can_still_be_saved);
  ADD ("values-are-told-in-words", NULL, test_values_are_told_in_words);
  ADD ("what-cannot-be-read-says-so", NULL, test_what_cannot_be_read_says_so);

  return g_test_run ();
}
