/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document-private.h"
#include "leadup-ui-resources.h"
#include "model/leadup-category.h"
#include "review-story.h"
#include "ui/leadup-application.h"
#include "ui/leadup-import-dialog.h"
#include "ui/leadup-recent-files.h"
#include "ui/leadup-settings.h"
#include "ui/leadup-versions-dialog.h"
#include "ui/leadup-window-private.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The narrowest phone, pixels. */
#define PHONE_WIDTH 360

/* As long as a worker may take, milliseconds. */
#define PATIENCE_MS 20000

typedef struct
{
  LeadupWindow *window;
  LeadupDocument *document;
} Fixture;

static LeadupApplication *application;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
stop_waiting_cb (gpointer user_data)
{
  g_error ("Waited too long");

  return G_SOURCE_REMOVE;
}

/* Until @is_done () says so. */
static void
wait_until (gboolean (*is_done) (Fixture *fixture),
            Fixture *fixture)
{
  guint timeout = g_timeout_add (PATIENCE_MS, stop_waiting_cb, NULL);

  while (!is_done (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = review_story_new ();
  fixture->window = leadup_window_new (GTK_APPLICATION (application));
  leadup_window_show_document (fixture->window, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  leadup_document_discard_journal (fixture->document);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->window);
  g_object_unref (fixture->document);
}

static GActionGroup *
find_group (Fixture     *fixture,
            const char  *action,
            const char **name)
{
  if (g_str_has_prefix (action, "win."))
    {
      *name = action + 4;
      return G_ACTION_GROUP (fixture->window);
    }
  if (g_str_has_prefix (action, "app."))
    {
      *name = action + 4;
      return G_ACTION_GROUP (application);
    }

  return NULL;
}

/* What D-Bus can reach. */
static void
assert_exported (Fixture    *fixture,
                 const char *action)
{
  const char *name = NULL;
  GActionGroup *group = find_group (fixture, action, &name);

  /* GTK’s own. */
  if (g_str_has_prefix (action, "window."))
    return;
  if (group == NULL || !g_action_group_has_action (group, name))
    g_error ("%s is a command of a menu or a key, but no action", action);
}

static guint
walk_menu (Fixture    *fixture,
           GMenuModel *menu)
{
  guint n_commands = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *action = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        {
          assert_exported (fixture, action);
          n_commands++;
        }
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[j]);

          if (inner != NULL)
            n_commands += walk_menu (fixture, inner);
        }
    }

  return n_commands;
}

static void
find_menus (Fixture   *fixture,
            GtkWidget *widget,
            guint     *n_commands)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (widget);

      /* It is filled when it is opened. */
      if (gtk_menu_button_get_primary (button))
        {
          gtk_menu_button_popup (button);
          gtk_menu_button_popdown (button);
        }
      if (gtk_menu_button_get_menu_model (button) != NULL)
        *n_commands += walk_menu (fixture, gtk_menu_button_get_menu_model (button));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_menus (fixture, child, n_commands);
}

static void
test_every_command_is_an_action (Fixture      *fixture,
                                 gconstpointer data)
{
  g_auto (GStrv) keys =
    gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  guint n_commands = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (keys[i], &action, &target, NULL));
      assert_exported (fixture, action);
    }
  g_assert_cmpuint (g_strv_length (keys), >, 20);

  find_menus (fixture, GTK_WIDGET (fixture->window), &n_commands);
  g_assert_cmpuint (n_commands, >, 40);
}

static int
measure_width (Fixture *fixture)
{
  int width;

  settle ();
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);

  return width;
}

/* They are made when they are asked for, and once. GTK 4.8 warns of its own key caps. */
static void
test_shortcuts_are_listed (Fixture      *fixture,
                           gconstpointer data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (fixture->window);
  GLogLevelFlags fatal = g_log_set_always_fatal ((GLogLevelFlags) G_LOG_FATAL_MASK);
  GtkShortcutsWindow *shortcuts;

  g_assert_null (gtk_application_window_get_help_overlay (window));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay",
                                                 NULL));
      settle ();
      shortcuts = gtk_application_window_get_help_overlay (window);
      g_assert_nonnull (shortcuts);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shortcuts)));
      gtk_window_close (GTK_WINDOW (shortcuts));
      settle ();
    }
  g_log_set_always_fatal (fatal);
}

static void
test_every_view_fits_a_phone (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const views[] = { "timeline", "graph", "table", "sources", "review" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      leadup_window_show_view (fixture->window, views[i]);
      if (measure_width (fixture) > PHONE_WIDTH)
        g_error ("%s needs %d pixels", views[i], measure_width (fixture));
    }
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_the_review_comes_with_what_there_is_to_review (Fixture      *fixture,
                                                    gconstpointer data)
{
  LeadupWindow *empty = leadup_window_new (GTK_APPLICATION (application));

  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_REVIEW_VIEW));
  g_assert_null (find_widget (GTK_WIDGET (empty), LEADUP_TYPE_REVIEW_VIEW));
  leadup_window_show_document (empty, fixture->document);
  g_assert_nonnull (find_widget (GTK_WIDGET (empty), LEADUP_TYPE_REVIEW_VIEW));
  gtk_window_destroy (GTK_WINDOW (empty));
}

static void
test_a_restored_story_says_what_is_missing (Fixture      *fixture,
                                            gconstpointer data)
{
  static const char *const warnings[] = { "1 of 2 edits could not be restored", NULL };
  g_autoptr (LeadupDocument) restored =
    leadup_document_new_restored (leadup_story_new (), NULL, NULL, warnings);
  GtkWidget *overlay = find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY);

  leadup_window_show_document (fixture->window, restored);
  settle ();
  /* The first child is what the toast lies over. */
  g_assert_nonnull (gtk_widget_get_next_sibling (gtk_widget_get_first_child (overlay)));
  leadup_window_show_document (fixture->window, fixture->document);
  leadup_document_discard_journal (restored);
}

static gboolean
is_idle (Fixture *fixture)
{
  return !leadup_document_is_busy (fixture->document);
}

static void
test_a_save_keeps_the_places_of_the_graph (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("leadup-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.leadup", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LeadupStory *story = leadup_document_get_story (fixture->document);
  LeadupHistory *history = leadup_document_get_history (fixture->document);
  guint64 state = leadup_history_get_state (history);
  g_autoptr (GError) error = NULL;

  g_assert_true (leadup_document_save (fixture->document, file, TRUE, NULL, &error));
  leadup_window_show_view (fixture->window, "graph");
  for (guint i = 0; i < 300 && leadup_story_get_n (story, LEADUP_RECORD_PLACEMENT) == 0; i++)
    {
      g_usleep (20000);
      settle ();
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "save", NULL);
      wait_until (is_idle, fixture);
    }
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_PLACEMENT), >, 0);
  g_assert_false (leadup_document_is_modified (fixture->document));
  g_assert_cmpuint (leadup_history_get_state (history), ==, state);
  g_remove (path);
  g_rmdir (folder);
}

static guint
count_recent (void)
{
  g_autoptr (GMenuModel) menu = leadup_recent_files_make_menu ();
  g_autoptr (GMenuModel) stories = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (stories); i++)
    {
      g_autofree char *action = NULL;

      g_menu_model_get_item_attribute (stories, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      n += g_strcmp0 (action, "win.open-recent") == 0;
    }

  return n;
}

/* The list looks at a new file in its own time. */
static void
wait_for_recent (guint n)
{
  for (guint i = 0; i < 500 && count_recent () != n; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_cmpuint (count_recent (), ==, n);
}

static void
test_recent_stories_can_be_forgotten (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leadup-recent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.leadup", NULL);
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *other_uri = g_filename_to_uri (other, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_true (g_file_set_contents (other, "x", -1, NULL));
  gtk_recent_manager_add_item (manager, other_uri);
  leadup_recent_files_add (file);
  wait_for_recent (1);
  leadup_recent_files_forget ();
  wait_for_recent (0);
  /* Other programs’ files are not ours to forget. */
  g_assert_true (gtk_recent_manager_has_item (manager, other_uri));

  leadup_settings_set_boolean ("remember-recent", FALSE);
  leadup_recent_files_add (file);
  g_usleep (200000);
  settle ();
  g_assert_cmpuint (count_recent (), ==, 0);
  leadup_settings_set_boolean ("remember-recent", TRUE);

  g_remove (path);
  g_remove (other);
  g_rmdir (folder);
}

static void
test_windows_come_back_as_they_were (Fixture      *fixture,
                                     gconstpointer data)
{
  LeadupWindow *other;
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 777, 555);
  settle ();
  g_assert_cmpint (leadup_settings_get_int ("window-width", 0), ==, 777);
  other = leadup_window_new (GTK_APPLICATION (application));
  gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
  g_assert_cmpint (width, ==, 777);
  g_assert_cmpint (height, ==, 555);
  gtk_window_destroy (GTK_WINDOW (other));
}

/* The dialogue that shows what would be imported, once it is there. */
static LeadupImportDialog *
find_plan (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LEADUP_IS_IMPORT_DIALOG (window))
        return LEADUP_IMPORT_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_plan (Fixture *fixture)
{
  return find_plan () != NULL;
}

/* Without names that tell, its rows would pass for an article. */
static void
test_rows_of_a_spreadsheet_are_pasted_as_a_table (Fixture      *fixture,
                                                  gconstpointer data)
{
  LeadupImportDialog *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                          "2025-03-04\tThe port is closed\n2025-03-05\tThe port is open\n");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "paste-table", NULL);
  wait_until (has_plan, fixture);
  dialog = find_plan ();
  g_assert_cmpuint (leadup_import_plan_get_n_rows (leadup_import_dialog_get_plan (dialog)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

static gboolean
has_imported (Fixture *fixture)
{
  LeadupStory *story = leadup_document_get_story (fixture->document);

  return leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, "later") != NULL &&
         g_strcmp0 (leadup_history_get_undo_label (
                        leadup_document_get_history (fixture->document)),
                    "Later") != 0;
}

/* A worker carries the plan out; what is edited meanwhile stays, and each is a step of its own. */
static void
test_an_accepted_plan_comes_into_the_story_as_it_is_then (Fixture      *fixture,
                                                          gconstpointer data)
{
  LeadupStory *story = leadup_document_get_story (fixture->document);
  LeadupHistory *history = leadup_document_get_history (fixture->document);
  guint n_events = leadup_story_get_n (story, LEADUP_RECORD_EVENT);
  LeadupCategoryFields fields = { .id = "later", .name = "Later", .family = "other" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&fields);
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Later");
  LeadupImportDialog *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                          "date\ttitle\n2025-03-04\tThe port is closed\n2025-03-05\tIt is open\n");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "paste-table", NULL);
  wait_until (has_plan, fixture);
  dialog = find_plan ();
  g_signal_emit_by_name (dialog, "accepted");
  leadup_transaction_add (edit, LEADUP_RECORD (category));
  g_assert_true (leadup_history_push (history, edit, NULL));
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (has_imported, fixture);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, n_events + 2);

  g_assert_true (leadup_history_undo (history));
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_EVENT), ==, n_events);
  g_assert_nonnull (leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, "later"));
  settle ();
}

static LeadupVersionsDialog *
find_versions (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LEADUP_IS_VERSIONS_DIALOG (window))
        return LEADUP_VERSIONS_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_compared (Fixture *fixture)
{
  return leadup_versions_dialog_get_merge (find_versions ()) != NULL;
}

static gboolean
has_merged (Fixture *fixture)
{
  return leadup_story_lookup (leadup_document_get_story (fixture->document), LEADUP_RECORD_EVENT,
                              "theirs") != NULL;
}

/* It is a step of its own behind what was edited while a worker prepared it. */
static void
test_another_version_comes_in_as_one_step (Fixture      *fixture,
                                           gconstpointer data)
{
  static const char text[] =
      "{\"format\":\"leadup\",\"version\":1,\"categories\":[{\"id\":\"far\",\"name\":\"Far\"}],"
      "\"events\":[{\"id\":\"theirs\",\"title\":\"Theirs\",\"category\":\"far\"}]}";
  LeadupStory *story = leadup_document_get_story (fixture->document);
  LeadupHistory *history = leadup_document_get_history (fixture->document);
  LeadupCategoryFields fields = { .id = "later", .name = "Later", .family = "other" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&fields);
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Later");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("leadup-version-XXXXXX", &stream, NULL);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL,
                                          NULL));
  leadup_window_versions_merge (fixture->window, file, FALSE);
  wait_until (has_compared, fixture);
  gtk_widget_activate_action (GTK_WIDGET (find_versions ()), "versions.merge", NULL);
  leadup_transaction_add (edit, LEADUP_RECORD (category));
  g_assert_true (leadup_history_push (history, edit, NULL));
  wait_until (has_merged, fixture);
  g_assert_cmpstr (leadup_history_get_undo_label (history), ==, "Merge with another version");

  g_assert_true (leadup_history_undo (history));
  g_assert_false (has_merged (fixture));
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, "far"));
  g_assert_nonnull (leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, "later"));
  g_file_delete (file, NULL, NULL);
  settle ();
}

int
main (int    argc,
      char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  application = leadup_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(path, function) g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("every-command-is-an-action", test_every_command_is_an_action);
  ADD ("shortcuts-are-listed", test_shortcuts_are_listed);
  ADD ("every-view-fits-a-phone", test_every_view_fits_a_phone);
  ADD ("a-restored-story-says-what-is-missing", test_a_restored_story_says_what_is_missing);
  ADD ("a-save-keeps-the-places-of-the-graph", test_a_save_keeps_the_places_of_the_graph);
  ADD ("windows-come-back-as-they-were", test_windows_come_back_as_they_were);
  ADD ("rows-of-a-spreadsheet-are-pasted-as-a-table",
       test_rows_of_a_spreadsheet_are_pasted_as_a_table);
  ADD ("an-accepted-plan-comes-into-the-story-as-it-is-then",
       test_an_accepted_plan_comes_into_the_story_as_it_is_then);
  ADD ("the-review-comes-with-what-there-is-to-review",
       test_the_review_comes_with_what_there_is_to_review);
  ADD ("another-version-comes-in-as-one-step", test_another_version_comes_in_as_one_step);
#undef ADD
  g_test_add_func ("/recent-files/stories-can-be-forgotten", test_recent_stories_can_be_forgotten);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
