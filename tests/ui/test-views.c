/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "document/leadup-recovery.h"
#include "ui/leadup-actor-entry.h"
#include "ui/leadup-actor-page.h"
#include "ui/leadup-application.h"
#include "ui/leadup-bulk-page.h"
#include "ui/leadup-canvas.h"
#include "ui/leadup-event-page.h"
#include "ui/leadup-evidence-list.h"
#include "ui/leadup-export-dialog.h"
#include "ui/leadup-facet-panel.h"
#include "ui/leadup-facet-section.h"
#include "ui/leadup-graph-view.h"
#include "ui/leadup-help-window.h"
#include "ui/leadup-inspector.h"
#include "ui/leadup-lazy-tooltip.h"
#include "ui/leadup-overview-strip.h"
#include "ui/leadup-participants-editor.h"
#include "ui/leadup-recovery-dialog.h"
#include "ui/leadup-source-text.h"
#include "ui/leadup-sources-view.h"
#include "ui/leadup-story-page.h"
#include "ui/leadup-table-view.h"
#include "ui/leadup-text-row.h"
#include "ui/leadup-tie-page.h"
#include "ui/leadup-timeline-view.h"
#include "ui/leadup-values-editor.h"
#include "ui/leadup-when-editor.h"
#include "ui/leadup-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* The sample story. */
#define N_EVENTS 40
#define N_SOURCES 71
#define N_STRIKES 10

/* The narrowest phone, pixels. */
#define PHONE_WIDTH 360

/* As long as a worker may take, in steps of 10 ms. */
#define PATIENCE 2000

typedef struct
{
  LeadupWindow *window;
  LeadupWorkspace *workspace;
} Fixture;

static LeadupApplication *application;

static const char *const views[] = { "timeline", "graph", "table", "sources" };

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *found = find_widget (GTK_WIDGET (fixture->window), type);

  if (found == NULL)
    g_error ("The window has no %s", g_type_name (type));

  return found;
}

static guint
count_shown (Fixture *fixture)
{
  LeadupProjection *projection = leadup_workspace_get_projection (fixture->workspace);

  return projection != NULL ? leadup_projection_get_events (projection)->len : 0;
}

static void
wait_for_shown (Fixture *fixture,
                guint    n)
{
  for (guint i = 0; i < PATIENCE && count_shown (fixture) != n; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_cmpuint (count_shown (fixture), ==, n);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.leadup", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->window = leadup_window_new (GTK_APPLICATION (application));
  fixture->workspace = leadup_window_get_workspace (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  leadup_window_open (fixture->window, file);
  wait_for_shown (fixture, N_EVENTS);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  leadup_document_discard_journal (leadup_workspace_get_document (fixture->workspace));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->window);
}

static const char *
get_selected (Fixture *fixture)
{
  const LeadupSelected *primary = leadup_workspace_get_primary (fixture->workspace);

  return primary != NULL ? primary->id : NULL;
}

static void
test_the_table_has_all_events_and_their_selection (Fixture      *fixture,
                                                   gconstpointer data)
{
  GtkWidget *table = find (fixture, LEADUP_TYPE_TABLE_VIEW);
  GtkColumnView *columns = GTK_COLUMN_VIEW (find_widget (table, GTK_TYPE_COLUMN_VIEW));
  GtkSelectionModel *model;
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = NULL;

  leadup_window_show_view (fixture->window, "table");
  settle ();
  model = gtk_column_view_get_model (columns);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_EVENTS);

  gtk_selection_model_select_item (model, 2, TRUE);
  settle ();
  g_assert_cmpuint (leadup_workspace_get_n_selected (fixture->workspace), ==, 1);
  g_assert_cmpstr (get_selected (fixture), ==, "e03");
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "e05");
  settle ();
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  g_assert_false (gtk_selection_model_is_selected (model, 2));

  fields.text = "Skipper";
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (fixture->workspace, filter);
  wait_for_shown (fixture, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
}

/* Waits until the title has that width, of a table in a window of another. */
static void
assert_title (GtkWidget *window,
              int        window_width,
              gboolean   is_whole)
{
  GtkWidget *table = find_widget (window, GTK_TYPE_COLUMN_VIEW);
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));
  g_autoptr (GtkColumnViewColumn) date = g_list_model_get_item (all, 0);
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (all, 1);
  gint64 until_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  int wanted = -1;
  int width = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), window_width, 480);
  while (width != wanted && g_get_monotonic_time () < until_us)
    {
      int room;

      g_main_context_iteration (NULL, FALSE);
      room = gtk_widget_get_width (table) - gtk_column_view_column_get_fixed_width (date);
      wanted = is_whole ? 280 : room;
      width = gtk_column_view_column_get_fixed_width (title);
    }
  g_assert_cmpint (width, ==, wanted);
}

static void
test_a_narrow_table_cuts_no_title_at_its_edge (Fixture      *fixture,
                                               gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), g_object_new (LEADUP_TYPE_TABLE_VIEW, NULL));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 480);
  gtk_window_present (GTK_WINDOW (window));
  assert_title (window, 360, FALSE);
  assert_title (window, 900, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Rows that nobody sees cost as much as those that are seen. */
static void
test_the_table_is_filled_when_it_is_seen (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *table = find (fixture, LEADUP_TYPE_TABLE_VIEW);
  GtkColumnView *columns = GTK_COLUMN_VIEW (find_widget (table, GTK_TYPE_COLUMN_VIEW));
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (columns));
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (LeadupDocument) other = leadup_document_new ();

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  leadup_window_show_view (fixture->window, "table");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_EVENTS);

  leadup_window_show_view (fixture->window, "timeline");
  settle ();
  while (gtk_widget_get_mapped (table))
    g_main_context_iteration (NULL, TRUE);
  fields.text = "Skipper";
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (fixture->workspace, filter);
  wait_for_shown (fixture, 1);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_EVENTS);
  leadup_window_show_view (fixture->window, "table");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);

  /* Of a story that is closed nothing stays. */
  leadup_window_show_view (fixture->window, "timeline");
  settle ();
  leadup_document_discard_journal (leadup_workspace_get_document (fixture->workspace));
  leadup_workspace_set_document (fixture->workspace, other);
  wait_for_shown (fixture, 0);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

static gboolean
is_told (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_told = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, TRUE, tooltip, &is_told);

  return gtk_widget_get_has_tooltip (widget) && is_told;
}

static void
test_cells_have_tooltips (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Tessal"));

  leadup_lazy_tooltip_set (label, NULL);
  g_assert_false (gtk_widget_get_has_tooltip (label));
  leadup_lazy_tooltip_set (label, "Union of Tessal");
  g_assert_true (is_told (label));
  leadup_lazy_tooltip_set (label, "");
  g_assert_false (is_told (label));
  leadup_lazy_tooltip_set (label, "Union of Tessal");
  g_assert_true (is_told (label));
}

static void
test_sources_show_what_an_event_rests_on (Fixture      *fixture,
                                          gconstpointer data)
{
  LeadupSourcesView *view = find (fixture, LEADUP_TYPE_SOURCES_VIEW);
  LeadupEvent *event = leadup_story_lookup (leadup_workspace_get_story (fixture->workspace),
                                            LEADUP_RECORD_EVENT, "e01");
  GtkSingleSelection *selection;
  GtkListView *list;

  leadup_window_show_view (fixture->window, "sources");
  settle ();
  list = GTK_LIST_VIEW (find_widget (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, N_SOURCES);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 gtk_widget_get_first_child (GTK_WIDGET (list)));
  leadup_sources_view_show_evidence (view, event, 0);
  g_assert_cmpstr (leadup_record_get_id (gtk_single_selection_get_selected_item (selection)), ==,
                   "s-wh-250120");
  leadup_sources_view_show_evidence (view, event, 1);
  g_assert_cmpstr (leadup_record_get_id (gtk_single_selection_get_selected_item (selection)), ==,
                   "s-ap-250120");
  g_assert_nonnull (find_widget (GTK_WIDGET (view), LEADUP_TYPE_SOURCE_TEXT));
  /* There is no text with marked words in it. */
  g_assert_false (leadup_sources_view_create_event (view));
}

static void
wait_for_scene (LeadupCanvas *canvas)
{
  for (guint i = 0; i < PATIENCE && leadup_canvas_get_scene (canvas) == NULL; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_nonnull (leadup_canvas_get_scene (canvas));
}

static void
check_canvas (Fixture        *fixture,
              const char     *name,
              GType           type,
              LeadupSceneKind wanted)
{
  LeadupCanvas *canvas = find (fixture, type);
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (canvas);
  LeadupSceneKind kind = LEADUP_SCENE_DECORATION;
  g_autofree char *first = NULL;

  leadup_window_show_view (fixture->window, name);
  wait_for_scene (canvas);
  klass->move_focus (canvas, LEADUP_CANVAS_MOVE_FIRST);
  settle ();
  first = g_strdup (leadup_canvas_get_focus_id (canvas, &kind));
  g_assert_cmpint (kind, ==, wanted);
  klass->move_focus (canvas, LEADUP_CANVAS_MOVE_RIGHT);
  settle ();
  g_assert_cmpstr (leadup_canvas_get_focus_id (canvas, NULL), !=, first);
  klass->move_focus (canvas, LEADUP_CANVAS_MOVE_LAST);
  settle ();
  g_assert_nonnull (leadup_canvas_get_focus_id (canvas, NULL));
  g_assert_nonnull (gtk_widget_get_first_child (GTK_WIDGET (canvas)));
}

static void
test_arrow_keys_walk_over_the_timeline (Fixture      *fixture,
                                        gconstpointer data)
{
  check_canvas (fixture, "timeline", LEADUP_TYPE_TIMELINE_VIEW, LEADUP_SCENE_EVENT);
}

static void
test_arrow_keys_walk_over_the_graph (Fixture      *fixture,
                                     gconstpointer data)
{
  check_canvas (fixture, "graph", LEADUP_TYPE_GRAPH_VIEW, LEADUP_SCENE_ACTOR);
}

static GtkWidget *
get_page (LeadupInspector *inspector)
{
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (inspector), GTK_TYPE_STACK));

  return gtk_stack_get_visible_child (stack);
}

static void
test_the_inspector_shows_what_is_selected (Fixture      *fixture,
                                           gconstpointer data)
{
  const GType parts[] = {
    LEADUP_TYPE_TEXT_ROW,          LEADUP_TYPE_WHEN_EDITOR,   LEADUP_TYPE_ACTOR_ENTRY,
    LEADUP_TYPE_PARTICIPANTS_EDITOR, LEADUP_TYPE_VALUES_EDITOR, LEADUP_TYPE_EVIDENCE_LIST,
  };
  LeadupInspector *inspector = find (fixture, LEADUP_TYPE_INSPECTOR);
  LeadupWorkspace *workspace = fixture->workspace;

  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_STORY_PAGE));
  leadup_workspace_select (workspace, LEADUP_RECORD_EVENT, "e12");
  settle ();
  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_EVENT_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (find_widget (get_page (inspector), parts[i]) == NULL)
      g_error ("The page of an event has no %s", g_type_name (parts[i]));
  leadup_workspace_select_add (workspace, LEADUP_RECORD_EVENT, "e13");
  settle ();
  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_BULK_PAGE));
  leadup_workspace_select (workspace, LEADUP_RECORD_ACTOR, "a-us");
  settle ();
  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_ACTOR_PAGE));
  leadup_workspace_select_tie (workspace, "a-us", "a-venezuela");
  settle ();
  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_TIE_PAGE));
  leadup_workspace_select_none (workspace);
  settle ();
  g_assert_nonnull (find_widget (get_page (inspector), LEADUP_TYPE_STORY_PAGE));
}

static void
test_a_facet_filters_and_the_strip_stays (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *panel = find (fixture, LEADUP_TYPE_FACET_PANEL);
  GtkWidget *strip = find (fixture, LEADUP_TYPE_OVERVIEW_STRIP);
  GtkCheckButton *first = GTK_CHECK_BUTTON (find_widget (panel, GTK_TYPE_CHECK_BUTTON));

  g_assert_nonnull (find_widget (panel, LEADUP_TYPE_FACET_SECTION));
  /* The category with the most events comes first. */
  gtk_check_button_set_active (first, TRUE);
  wait_for_shown (fixture, N_STRIKES);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "clear-filter", NULL);
  wait_for_shown (fixture, N_EVENTS);
  g_assert_false (gtk_check_button_get_active (first));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      leadup_window_show_view (fixture->window, views[i]);
      settle ();
      g_assert_true (gtk_widget_get_mapped (strip));
      g_assert_cmpint (gtk_widget_get_height (strip), >, 0);
    }
}

/* A dialogue fits a phone and goes with Escape. */
static void
check_dialog (GtkWindow *dialog)
{
  int width;

  gtk_window_present (dialog);
  settle ();
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  if (width > PHONE_WIDTH)
    g_error ("%s needs %d pixels", G_OBJECT_TYPE_NAME (dialog), width);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (dialog);
  for (guint i = 0; i < PATIENCE && dialog != NULL; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_null (dialog);
}

static void
test_dialogues_fit_a_phone_and_leave_nothing (Fixture      *fixture,
                                              gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);

  check_dialog (
    GTK_WINDOW (leadup_export_dialog_new (parent, fixture->workspace, LEADUP_PICTURE_TIMELINE)));
  check_dialog (
    GTK_WINDOW (leadup_export_dialog_new (parent, fixture->workspace, LEADUP_PICTURE_GRAPH)));
  check_dialog (GTK_WINDOW (leadup_help_window_new (parent)));
}

/* Edits a story and forgets it, as a crash does. */
static void
leave_edits (GFile *directory)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add");
  LeadupActorFields fields = { .id = "a", .name = "A" };
  g_autoptr (LeadupActor) actor = leadup_actor_new (&fields);
  g_autoptr (GError) error = NULL;

  g_assert_true (leadup_document_start_journal (document, directory, &error));
  leadup_transaction_add (transaction, LEADUP_RECORD (actor));
  g_assert_true (
    leadup_history_push (leadup_document_get_history (document), transaction, &error));
  leadup_document_flush_journal (document);
}

static void
test_recovery_is_not_deleted_before_it_was_answered (Fixture      *fixture,
                                                     gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("leadup-views-XXXXXX", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (path);
  g_autoptr (GListModel) recoveries = NULL;

  leave_edits (directory);
  recoveries = leadup_recovery_list (directory);
  g_assert_cmpuint (g_list_model_get_n_items (recoveries), ==, 1);
  check_dialog (
    GTK_WINDOW (leadup_recovery_dialog_new (GTK_WINDOW (fixture->window), recoveries)));
  g_clear_object (&recoveries);

  recoveries = leadup_recovery_list (directory);
  g_assert_cmpuint (g_list_model_get_n_items (recoveries), ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (recoveries); i++)
    {
      g_autoptr (LeadupRecovery) recovery = g_list_model_get_item (recoveries, i);

      g_assert_true (leadup_recovery_discard (recovery, NULL));
    }
  g_rmdir (path);
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

#define ADD(path, function) g_test_add ("/views/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("the-table-has-all-events-and-their-selection",
       test_the_table_has_all_events_and_their_selection);
  ADD ("the-table-is-filled-when-it-is-seen", test_the_table_is_filled_when_it_is_seen);
  ADD ("a-narrow-table-cuts-no-title-at-its-edge", test_a_narrow_table_cuts_no_title_at_its_edge);
  ADD ("sources-show-what-an-event-rests-on", test_sources_show_what_an_event_rests_on);
  ADD ("arrow-keys-walk-over-the-timeline", test_arrow_keys_walk_over_the_timeline);
  ADD ("arrow-keys-walk-over-the-graph", test_arrow_keys_walk_over_the_graph);
  ADD ("the-inspector-shows-what-is-selected", test_the_inspector_shows_what_is_selected);
  ADD ("a-facet-filters-and-the-strip-stays", test_a_facet_filters_and_the_strip_stays);
  ADD ("recovery-is-not-deleted-before-it-was-answered",
       test_recovery_is_not_deleted_before_it_was_answered);
  ADD ("dialogues-fit-a-phone-and-leave-nothing", test_dialogues_fit_a_phone_and_leave_nothing);
#undef ADD
  g_test_add_func ("/views/cells-have-tooltips", test_cells_have_tooltips);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
