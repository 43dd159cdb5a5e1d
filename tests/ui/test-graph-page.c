/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"
#include "model/leadup-placement.h"
#include "model/leadup-actor.h"
#include "ui/leadup-actor-entry.h"
#include "ui/leadup-actor-merge-list.h"
#include "ui/leadup-compare.h"
#include "ui/leadup-graph-notes.h"
#include "ui/leadup-graph-page.h"
#include "ui/leadup-graph-quality.h"
#include "ui/leadup-graph-row.h"
#include "ui/leadup-graph-strip.h"
#include "ui/leadup-graph-table.h"
#include "ui/leadup-linked.h"
#include "ui/leadup-play-bar.h"
#include "ui/leadup-sparkline.h"
#include "ui/leadup-step-strip.h"
#include "ui/leadup-tide-chart.h"
#include "ui/leadup-timeline-view.h"
#include "ui/leadup-window.h"

#include <math.h>
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
test_the_graph_is_two_tables_too (Fixture      *fixture,
                                  gconstpointer data)
{
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_GRAPH_PAGE);
  GtkWidget *table = find_widget (page, LEADUP_TYPE_GRAPH_TABLE);
  GtkColumnView *actors = GTK_COLUMN_VIEW (find_widget (table, GTK_TYPE_COLUMN_VIEW));
  GtkSelectionModel *model = gtk_column_view_get_model (actors);
  g_autoptr (LeadupGraphRow) first = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-table", NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_ACTORS);
  /* Who is in most events stands first. */
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (leadup_graph_row_get_id (first), ==, "a-us");
  g_assert_cmpfloat (leadup_graph_row_get_number (first, LEADUP_GRAPH_CELL_TIES), ==, 6);
  g_assert_nonnull (strstr (leadup_graph_row_get_text (first, LEADUP_GRAPH_CELL_PARTNERS), "Venezuela"));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_true (leadup_workspace_is_selected (fixture->workspace, LEADUP_RECORD_ACTOR, "a-us"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-table", NULL);
}

/* Its tide has the events of its row, and a picture that takes its room. */
static void
check_tide (LeadupGraphRow *row)
{
  LeadupTideSides sides = LEADUP_TIDE_BOTH;
  g_autoptr (LeadupTide) tide = leadup_graph_row_create_tide (row, &sides);
  GtkWidget *sparkline = g_object_ref_sink (leadup_sparkline_new ());
  guint n = 0;
  int width;

  for (guint i = 0; i < tide->n_bins; i++)
    n += sides == LEADUP_TIDE_FORWARD ? tide->bins[i].forward.n : tide->bins[i].backward.n;
  g_assert_cmpfloat (n, ==, leadup_graph_row_get_number (row, LEADUP_GRAPH_CELL_EVENTS));
  leadup_sparkline_set_tide (LEADUP_SPARKLINE (sparkline), tide, sides);
  gtk_widget_measure (sparkline, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, >=, 60);
  g_object_unref (sparkline);
}

static void
test_rows_are_counted_in_the_window (Fixture      *fixture,
                                     gconstpointer data)
{
  LeadupProjection *projection = leadup_workspace_get_projection (fixture->workspace);
  LeadupSnapshot *snapshot = leadup_projection_get_snapshot (projection);
  LeadupTies *ties = leadup_projection_get_ties (projection);
  g_autoptr (GListStore) actors =
      leadup_graph_row_list_actors (snapshot, ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  g_autoptr (GListStore) pairs =
      leadup_graph_row_list_pairs (snapshot, ties, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX);
  g_autoptr (GListStore) none = leadup_graph_row_list_pairs (
      snapshot, ties, LEADUP_INSTANT_MAX - 1, LEADUP_INSTANT_MAX);
  double n_events = 0, n_of_pairs = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, N_ACTORS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pairs)); i++)
    {
      g_autoptr (LeadupGraphRow) row = g_list_model_get_item (G_LIST_MODEL (pairs), i);

      g_assert_nonnull (leadup_graph_row_get_other (row));
      check_tide (row);
      n_of_pairs += leadup_graph_row_get_number (row, LEADUP_GRAPH_CELL_EVENTS);
    }
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    n_events += leadup_ties_get (ties, i)->n_events;
  g_assert_cmpfloat (n_of_pairs, ==, n_events);
}

static guint
count_rows (GtkWidget *notes)
{
  GtkWidget *list = find_widget (notes, GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;

  return n;
}

static void
test_what_changed_is_listed (Fixture      *fixture,
                             gconstpointer data)
{
  GtkWidget *notes = find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_GRAPH_NOTES);
  LeadupInstant september = leadup_calendar_date_instant (2025, 9, 1);
  LeadupInstant january = leadup_calendar_date_instant (2026, 1, 1);
  LeadupTieWindow before, after, spring = { leadup_calendar_date_instant (2025, 1, 1),
                                            leadup_calendar_date_instant (2025, 6, 1) };

  g_assert_false (gtk_widget_get_visible (notes));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-notes",
                                  g_variant_new_string ("changes"));
  g_assert_true (gtk_widget_get_visible (notes));
  g_assert_false (leadup_compare_get (fixture->workspace, &before, &after));
  leadup_workspace_set_brush (fixture->workspace, september, january);
  g_assert_true (leadup_compare_get (fixture->workspace, &before, &after));
  g_assert_cmpint (before.to, ==, september);
  g_assert_cmpint (before.to - before.from, ==, january - september);
  for (guint i = 0; i < PATIENCE && count_rows (notes) == 0; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_cmpuint (count_rows (notes), >, 5);

  leadup_compare_set_before (fixture->workspace, &spring);
  g_assert_true (leadup_compare_get (fixture->workspace, &before, &after));
  g_assert_cmpint (before.to, ==, spring.to);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-notes",
                                  g_variant_new_string ("none"));
  g_assert_false (leadup_compare_is_active (fixture->workspace));
  leadup_compare_set_active (fixture->workspace, TRUE);
  g_assert_true (leadup_compare_get (fixture->workspace, &before, &after));
  g_assert_cmpint (before.to, ==, september);
}

static void
test_the_story_is_played_on_the_map (Fixture      *fixture,
                                     gconstpointer data)
{
  LeadupPlayBar *bar =
      LEADUP_PLAY_BAR (find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_PLAY_BAR));
  LeadupInstant from, to, former = LEADUP_INSTANT_MIN;
  guint n = 0;

  leadup_play_bar_set_active (bar, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_false (leadup_play_bar_is_playing (bar));
  g_assert_false (leadup_play_bar_step (bar, TRUE));
  leadup_play_bar_set_playing (bar, TRUE);
  g_assert_true (leadup_play_bar_is_playing (bar));
  leadup_play_bar_set_playing (bar, FALSE);
  do
    {
      g_assert_true (leadup_workspace_get_brush (fixture->workspace, &from, &to));
      g_assert_cmpint (to, >, former);
      former = to;
      n++;
    }
  while (leadup_play_bar_step (bar, TRUE));
  /* The days of the story’s 40 events. */
  g_assert_cmpuint (n, >, 30);
  g_assert_cmpuint (n, <=, 40);
  g_assert_true (leadup_play_bar_step (bar, FALSE));
  leadup_play_bar_set_active (bar, FALSE);
  g_assert_false (leadup_workspace_get_brush (fixture->workspace, &from, &to));
}

/* Everything that makes the picture is in the step, and comes back from it. */
static void
test_a_step_keeps_how_the_graph_is_looked_at (Fixture      *fixture,
                                              gconstpointer data)
{
  LeadupGraphState *state = leadup_graph_state_get (fixture->workspace);
  LeadupStory *story = leadup_workspace_get_story (fixture->workspace);
  guint n_steps = leadup_story_get_n (story, LEADUP_RECORD_STEP);
  LeadupTieSieveFields fields = { .top = 7, .min_events = 1 };
  LeadupTieWindow spring = { leadup_calendar_date_instant (2025, 1, 1),
                             leadup_calendar_date_instant (2025, 6, 1) };
  LeadupInstant from, to, september = leadup_calendar_date_instant (2025, 9, 1);
  LeadupTieWindow before, after;
  LeadupGraphLook look;
  GtkWidget *strip = find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_STEP_STRIP);

  leadup_graph_state_set_sieve (state, &fields);
  leadup_graph_state_set_lines (state, LEADUP_GRAPH_LINES_EVENT);
  leadup_graph_state_set_form (state, LEADUP_GRAPH_FORM_RINGS, "a-us");
  leadup_graph_state_set_outside (state, LEADUP_GRAPH_OUTSIDE_HIDE);
  leadup_workspace_set_brush (fixture->workspace, september, september + 30 * LEADUP_USEC_DAY);
  leadup_compare_set_active (fixture->workspace, TRUE);
  leadup_compare_set_before (fixture->workspace, &spring);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "capture-step", NULL);
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_STEP), ==, n_steps + 1);

  leadup_compare_set_active (fixture->workspace, FALSE);
  leadup_workspace_clear_brush (fixture->workspace);
  leadup_graph_state_reset (state);
  leadup_graph_state_set_lines (state, LEADUP_GRAPH_LINES_DIRECTION);
  leadup_graph_state_set_form (state, LEADUP_GRAPH_FORM_MAP, NULL);

  g_signal_emit_by_name (strip, "step-activated",
                         leadup_step_strip_get_current (LEADUP_STEP_STRIP (strip)));
  look = *leadup_graph_state_get_look (state);
  g_assert_cmpuint (look.form, ==, LEADUP_GRAPH_FORM_RINGS);
  g_assert_cmpuint (look.lines, ==, LEADUP_GRAPH_LINES_EVENT);
  g_assert_cmpuint (look.outside, ==, LEADUP_GRAPH_OUTSIDE_HIDE);
  g_assert_cmpuint (look.sieve.top, ==, 7);
  g_assert_cmpstr (look.middle, ==, "a-us");
  g_assert_true (leadup_workspace_get_brush (fixture->workspace, &from, &to));
  g_assert_cmpint (from, ==, september);
  g_assert_true (leadup_compare_get (fixture->workspace, &before, &after));
  g_assert_cmpint (before.from, ==, spring.from);
  g_assert_cmpint (before.to, ==, spring.to);
}

static void
test_lines_are_gone_through (Fixture      *fixture,
                             gconstpointer data)
{
  static const char *const names[] = { "pair", "event", "direction" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) state = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "graph-next-lines", NULL);
      state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "graph-lines");
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, names[i]);
    }
}

/* Each of @n actors acted once on the next one, and of the first ten each often on all others. */
static LeadupTies *
make_crowd (guint n)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf ("2031-03-04", NULL);
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      LeadupActorFields fields = { .id = id, .name = id };

      g_ptr_array_add (actors, leadup_actor_new (&fields));
    }
  for (guint i = 0; i < n + 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *from = g_strdup_printf ("a%u", i < n ? i : (i - n) % 10);
      g_autofree char *to = g_strdup_printf ("a%u", i < n ? (i + 1) % n : (i - n + 1) % 10);
      LeadupParticipant participants[] = { { .actor = from, .role = LEADUP_ROLE_INITIATOR },
                                           { .actor = to, .role = LEADUP_ROLE_TARGET } };
      LeadupEventFields fields = { .id = id,
                                   .title = id,
                                   .when = when,
                                   .participants = participants,
                                   .n_participants = G_N_ELEMENTS (participants) };

      g_ptr_array_add (events, leadup_event_new (&fields));
    }
  records[LEADUP_RECORD_ACTOR] = actors;
  records[LEADUP_RECORD_EVENT] = events;
  snapshot = leadup_snapshot_new (records);

  return leadup_ties_new (snapshot, NULL, NULL);
}

/* Of a crowd only some are shown, until somebody says how many shall be. */
static void
test_a_crowd_is_thinned_until_somebody_chooses (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (LeadupWorkspace) workspace = leadup_workspace_new ();
  LeadupGraphState *state = leadup_graph_state_get (workspace);
  g_autoptr (LeadupTies) few = make_crowd (LEADUP_TIE_SIEVE_MANY);
  g_autoptr (LeadupTies) many = make_crowd (LEADUP_TIE_SIEVE_MANY + 1);

  leadup_graph_state_offer (state, few);
  g_assert_false (leadup_graph_state_is_thinned (state));
  leadup_graph_state_set_form (state, LEADUP_GRAPH_FORM_MATRIX, NULL);
  leadup_graph_state_offer (state, many);
  g_assert_true (leadup_graph_state_is_thinned (state));
  g_assert_cmpuint (leadup_graph_state_get_look (state)->sieve.top, ==, LEADUP_TIE_SIEVE_FEW);
  leadup_graph_state_reset (state);
  g_assert_false (leadup_graph_state_is_thinned (state));
  leadup_graph_state_offer (state, many);
  g_assert_false (leadup_graph_state_is_thinned (state));
  g_assert_cmpuint (leadup_graph_state_get_look (state)->sieve.top, ==, 0);
}

static void
test_a_pair_has_a_tide (Fixture      *fixture,
                        gconstpointer data)
{
  LeadupCanvas *chart;

  leadup_workspace_select_tie (fixture->workspace, "a-us", "a-venezuela");
  chart = LEADUP_CANVAS (find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_TIDE_CHART));
  for (guint i = 0; i < PATIENCE && leadup_canvas_get_scene (chart) == NULL; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_nonnull (leadup_canvas_get_scene (chart));
  g_assert_cmpuint (leadup_tide_chart_get_max_bins (LEADUP_TIDE_CHART (chart)), >, 20);
}

static void
test_an_actor_can_be_merged (Fixture      *fixture,
                             gconstpointer data)
{
  LeadupStory *story = leadup_workspace_get_story (fixture->workspace);
  GtkWidget *list;

  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_ACTOR, "a-us");
  settle ();
  list = find_widget (GTK_WIDGET (fixture->window), LEADUP_TYPE_ACTOR_MERGE_LIST);
  g_signal_emit_by_name (find_widget (list, LEADUP_TYPE_ACTOR_ENTRY), "chosen", "US Treasury");
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a-treasury"));
  g_assert_true (leadup_actor_is_called (
      leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a-us"), "US Treasury"));
  g_assert_true (leadup_history_undo (leadup_workspace_get_history (fixture->workspace)));
  g_assert_nonnull (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a-treasury"));
}

static void
test_quality_is_told_in_words (Fixture      *fixture,
                               gconstpointer data)
{
  LeadupGraphMetrics metrics = { .stress = 0.06, .n_crossings = 1, .n_overlaps = 0 };
  g_autofree char *text = leadup_graph_quality_describe (&metrics);

  g_assert_nonnull (strstr (text, "1 crossing, 0 overlaps"));
}

static LeadupRecord *
get_placement (Fixture    *fixture,
               const char *actor)
{
  LeadupRecord *placement = leadup_story_lookup (leadup_workspace_get_story (fixture->workspace),
                                                 LEADUP_RECORD_PLACEMENT, actor);

  g_assert_nonnull (placement);

  return placement;
}

static LeadupPoint
get_place (Fixture    *fixture,
           const char *actor)
{
  const LeadupPlacementFields *fields
    = leadup_placement_get_fields (LEADUP_PLACEMENT (get_placement (fixture, actor)));

  return (LeadupPoint) { fields->x, fields->y };
}

/* The map is tidied up from where it is: it does not turn over because somebody was dragged. */
static void
test_tidying_up_keeps_the_map (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (LeadupTransaction) drag = leadup_transaction_new ("Drag");
  LeadupPlacementFields fields = { .id = "a-hegseth", .is_pinned = TRUE };
  g_autoptr (LeadupPlacement) pinned = NULL;
  LeadupPoint state, treasury, now;

  leadup_graph_view_store_places (fixture->view);
  state = get_place (fixture, "a-us");
  treasury = get_place (fixture, "a-treasury");
  now = get_place (fixture, "a-hegseth");
  fields.x = now.x + 0.9;
  fields.y = now.y - 0.2;
  pinned = leadup_placement_new (&fields);
  leadup_transaction_replace (drag, get_placement (fixture, "a-hegseth"), LEADUP_RECORD (pinned));
  g_assert_true (leadup_workspace_push (fixture->workspace, drag, NULL));

  leadup_graph_view_tidy (fixture->view);
  for (guint i = 0; i < PATIENCE && fabs (get_place (fixture, "a-us").x - state.x) < 1e-9; i++)
    {
      g_usleep (10000);
      settle ();
    }
  g_assert_cmpfloat (get_place (fixture, "a-us").x, !=, state.x);
  now = get_place (fixture, "a-hegseth");
  g_assert_cmpfloat (now.x, ==, fields.x);
  g_assert_cmpfloat (now.y, ==, fields.y);
  now = get_place (fixture, "a-treasury");
  g_assert_cmpfloat ((now.x - get_place (fixture, "a-us").x) / (treasury.x - state.x), >, 0.5);
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
  ADD ("the-graph-is-two-tables-too", test_the_graph_is_two_tables_too);
  ADD ("rows-are-counted-in-the-window", test_rows_are_counted_in_the_window);
  ADD ("what-changed-is-listed", test_what_changed_is_listed);
  ADD ("the-story-is-played-on-the-map", test_the_story_is_played_on_the_map);
  ADD ("a-step-keeps-how-the-graph-is-looked-at", test_a_step_keeps_how_the_graph_is_looked_at);
  ADD ("lines-are-gone-through", test_lines_are_gone_through);
  ADD ("a-crowd-is-thinned-until-somebody-chooses",
       test_a_crowd_is_thinned_until_somebody_chooses);
  ADD ("a-pair-has-a-tide", test_a_pair_has_a_tide);
  ADD ("an-actor-can-be-merged", test_an_actor_can_be_merged);
  ADD ("tidying-up-keeps-the-map", test_tidying_up_keeps_the_map);
  ADD ("quality-is-told-in-words", test_quality_is_told_in_words);
#undef ADD
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
