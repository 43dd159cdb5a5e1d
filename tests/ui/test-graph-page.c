/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"
#include "ui/leadup-graph-page.h"
#include "ui/leadup-graph-quality.h"
#include "ui/leadup-graph-strip.h"
#include "ui/leadup-linked.h"
#include "ui/leadup-timeline-view.h"
#include "ui/leadup-window.h"

#include <string.h>

/* As long as a worker may take, in steps of 10 ms. */
#define PATIENCE 2000

/* Of the sample story. */
#define N_ACTORS 26

typedef struct
{
  LeadupWindow *window;
  LeadupWorkspace *workspace;
  LeadupGraphView *view;
  LeadupCanvas *canvas;
} Fixture;

static LeadupApplication *application;

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

static guint
count_actors (LeadupCanvas *canvas)
{
  LeadupScene *scene = leadup_canvas_get_scene (canvas);
  guint n = 0;

  for (guint i = 0; scene != NULL && i < leadup_scene_get_n_groups (scene); i++)
    n += leadup_scene_get_group (scene, i)->kind == LEADUP_SCENE_ACTOR;

  return n;
}

static void
wait_for_actors (LeadupCanvas *canvas,
                 guint         n)
{
  for (guint i = 0; i < PATIENCE && count_actors (canvas) != n; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_cmpuint (count_actors (canvas), ==, n);
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
  leadup_window_show_view (fixture->window, "graph");
  fixture->view = LEADUP_GRAPH_VIEW (
      find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_GRAPH_VIEW));
  fixture->canvas = LEADUP_CANVAS (fixture->view);
  wait_for_actors (fixture->canvas, N_ACTORS);
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

static gboolean
press (Fixture        *fixture,
       guint           keyval,
       GdkModifierType state)
{
  return LEADUP_CANVAS_GET_CLASS (fixture->canvas)->key (fixture->canvas, keyval, state);
}

static void
test_ties_of_an_actor_are_gone_through (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LeadupSceneKind kind = LEADUP_SCENE_DECORATION;

  /* Pete Hegseth has one line, to Venezuela; Venezuela has five pairs and six lines. */
  leadup_canvas_set_focus_item (fixture->canvas, LEADUP_SCENE_ACTOR, "a-venezuela", NULL);
  for (guint i = 0; i < 12; i++)
    {
      const LeadupSelected *selected;
      const char *focused;

      g_assert_true (press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
      focused = leadup_canvas_get_focus_id (fixture->canvas, &kind);
      g_assert_cmpint (kind, ==, LEADUP_SCENE_TIE);
      g_assert_nonnull (strstr (focused, "a-venezuela"));
      selected = leadup_workspace_get_primary (fixture->workspace);
      g_assert_true (selected->is_tie);
      g_hash_table_add (seen, g_strdup (focused));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 5);
  g_assert_false (press (fixture, GDK_KEY_Right, 0));
}

static void
test_what_is_under_the_pointer_lights_what_belongs_to_it (Fixture      *fixture,
                                                          gconstpointer data)
{
  LeadupCanvasClass *klass = LEADUP_CANVAS_GET_CLASS (fixture->canvas);
  g_autoptr (GHashTable) lit = NULL;
  g_autoptr (GPtrArray) events = NULL;

  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_ACTOR, TRUE, "a-us a-venezuela");
  lit = klass->list_lit (fixture->canvas);
  g_assert_true (g_hash_table_contains (lit, "a-us"));
  g_assert_true (g_hash_table_contains (lit, "a-us a-venezuela"));
  g_assert_true (g_hash_table_contains (lit, "a-venezuela a-us"));
  g_assert_false (g_hash_table_contains (lit, "a-trump"));
  events = leadup_linked_list_events (fixture->workspace);
  g_assert_cmpuint (events->len, ==, 7);
  g_clear_pointer (&lit, g_hash_table_unref);

  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_ACTOR, FALSE, "a-boasberg");
  lit = klass->list_lit (fixture->canvas);
  g_assert_true (g_hash_table_contains (lit, "a-us"));
  g_assert_cmpuint (g_hash_table_size (lit), ==, 3);
  g_clear_pointer (&lit, g_hash_table_unref);

  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_EVENT, FALSE, "e01");
  lit = klass->list_lit (fixture->canvas);
  g_assert_true (g_hash_table_contains (lit, "a-trump a-tda"));
  g_clear_pointer (&lit, g_hash_table_unref);

  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_EVENT, FALSE, NULL);
  g_assert_null (klass->list_lit (fixture->canvas));
}

static void
test_density_takes_actors_and_gives_them_back (Fixture      *fixture,
                                               gconstpointer data)
{
  LeadupGraphState *state = leadup_graph_view_get_state (fixture->view);
  LeadupTieSieveFields fields = { .top = 5 };
  g_autofree char *counts = NULL;

  leadup_graph_state_set_sieve (state, &fields);
  wait_for_actors (fixture->canvas, 5);
  counts = leadup_graph_view_dup_counts (fixture->view);
  g_assert_cmpstr (counts, ==, "Showing 5 of 26 actors");

  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_ACTOR, "a-boasberg");
  leadup_graph_state_reset (state);
  wait_for_actors (fixture->canvas, N_ACTORS);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-focus",
                                  g_variant_new_int32 (1));
  wait_for_actors (fixture->canvas, 2);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-show-all", NULL);
  wait_for_actors (fixture->canvas, N_ACTORS);
}

static void
test_a_path_is_selected (Fixture      *fixture,
                         gconstpointer data)
{
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_ACTOR, "a-boasberg");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-path-to",
                                  g_variant_new_string ("a-venezuela"));
  g_assert_cmpuint (leadup_workspace_get_n_selected (fixture->workspace), ==, 3);
  g_assert_cmpstr (leadup_workspace_get_selected (fixture->workspace, 1)->id, ==, "a-us");
}

static void
test_a_timeline_can_stand_below_the_graph (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_GRAPH_PAGE);
  GtkWidget *timeline;

  g_assert_nonnull (find_widget (page, LEADUP_TYPE_GRAPH_STRIP));
  g_assert_null (find_widget (page, LEADUP_TYPE_TIMELINE_VIEW));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-split", NULL);
  timeline = find_widget (page, LEADUP_TYPE_TIMELINE_VIEW);
  g_assert_nonnull (timeline);
  g_assert_true (gtk_widget_get_visible (timeline));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-split", NULL);
  g_assert_false (gtk_widget_get_visible (timeline));
}

static void
test_quality_is_told_in_words (Fixture      *fixture,
                               gconstpointer data)
{
  LeadupGraphMetrics metrics = { .stress = 0.06, .n_crossings = 1, .n_overlaps = 0 };
  g_autofree char *text = leadup_graph_quality_describe (&metrics);

  g_assert_nonnull (strstr (text, "1 crossing, 0 overlaps"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  application = leadup_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(name, test) g_test_add ("/graph-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("ties-of-an-actor-are-gone-through", test_ties_of_an_actor_are_gone_through);
  ADD ("what-is-under-the-pointer-lights-what-belongs-to-it",
       test_what_is_under_the_pointer_lights_what_belongs_to_it);
  ADD ("density-takes-actors-and-gives-them-back", test_density_takes_actors_and_gives_them_back);
  ADD ("a-path-is-selected", test_a_path_is_selected);
  ADD ("a-timeline-can-stand-below-the-graph", test_a_timeline_can_stand_below_the_graph);
  ADD ("quality-is-told-in-words", test_quality_is_told_in_words);
#undef ADD
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
