/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "ui/leadup-camera.h"
#include "ui/leadup-labels.h"
#include "ui/leadup-projector.h"
#include "ui/leadup-workspace-lanes.h"
#include "ui/leadup-workspace.h"

/* A workspace on a story of three events by two actors, once the first projection is there. */
typedef struct
{
  LeadupDocument *document;
  LeadupWorkspace *workspace;
  guint n_projections;
  guint n_indexes;
  guint n_selections;
  guint n_failures;
} Fixture;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
failed_cb (LeadupWorkspace *workspace,
           const char      *message,
           guint           *counter)
{
  g_assert_nonnull (message);
  (*counter)++;
}

static void
wait_for_projection (Fixture *fixture)
{
  guint before = fixture->n_projections;

  while (fixture->n_projections == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_event (LeadupTransaction *transaction,
           const char        *id,
           const char        *edtf,
           const char        *category,
           const char        *actor)
{
  LeadupParticipant participant = { .actor = actor, .role = LEADUP_ROLE_INITIATOR };
  LeadupEventFields fields = {
    .id = id, .title = id, .category = category, .participants = &participant
  };
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  g_autoptr (LeadupEvent) event = NULL;

  fields.when = when;
  fields.n_participants = 1;
  event = leadup_event_new (&fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (event));
}

static void
fill_story (LeadupDocument *document)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  LeadupCategoryFields category = {
    .id = "c-one", .name = "One", .family = "strike", .colour = "#D55E00"
  };
  LeadupActorFields actor = { .id = "a-one", .name = "North" };
  g_autoptr (LeadupCategory) one = leadup_category_new (&category);
  g_autoptr (LeadupActor) north = leadup_actor_new (&actor);
  g_autoptr (LeadupCategory) two = NULL;
  g_autoptr (LeadupActor) south = NULL;
  g_autoptr (GError) error = NULL;

  category.id = "c-two";
  actor.id = "a-two";
  actor.name = "South";
  two = leadup_category_new (&category);
  south = leadup_actor_new (&actor);
  leadup_transaction_add (transaction, LEADUP_RECORD (one));
  leadup_transaction_add (transaction, LEADUP_RECORD (two));
  leadup_transaction_add (transaction, LEADUP_RECORD (north));
  leadup_transaction_add (transaction, LEADUP_RECORD (south));
  add_event (transaction, "e3", "2025-03-03", "c-one", "a-one");
  add_event (transaction, "e1", "2025-01-01", "c-two", "a-two");
  add_event (transaction, "e2", "2025-02-02", "c-one", "a-one");
  leadup_history_push (leadup_document_get_history (document), transaction, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = leadup_document_new ();
  fill_story (fixture->document);
  fixture->workspace = leadup_workspace_new ();
  g_signal_connect_swapped (fixture->workspace, "projection-changed", G_CALLBACK (count_cb),
                            &fixture->n_projections);
  g_signal_connect_swapped (fixture->workspace, "selection-changed", G_CALLBACK (count_cb),
                            &fixture->n_selections);
  g_signal_connect (fixture->workspace, "edit-failed", G_CALLBACK (failed_cb),
                    &fixture->n_failures);
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  wait_for_projection (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
}

static void
test_a_projection_orders_and_counts_events (Fixture      *fixture,
                                            gconstpointer data)
{
  LeadupProjection *projection = leadup_workspace_get_projection (fixture->workspace);
  GPtrArray *events = leadup_projection_get_events (projection);
  const LeadupFacetValue *values;
  guint n;

  g_assert_cmpuint (events->len, ==, 3);
  g_assert_cmpstr (leadup_record_get_id (events->pdata[0]), ==, "e1");
  g_assert_cmpstr (leadup_record_get_id (events->pdata[2]), ==, "e3");

  values = leadup_projection_get_facet (projection, LEADUP_FACET_ACTOR, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (values[0].key, ==, "a-one");
  g_assert_cmpstr (values[0].label, ==, "North");
  g_assert_cmpuint (values[0].n_all, ==, 2);
  g_assert_cmpuint (values[0].n_shown, ==, 2);
  values = leadup_projection_get_facet (projection, LEADUP_FACET_SOURCE, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
index_changed_cb (LeadupWorkspace *workspace,
                  Fixture         *fixture)
{
  LeadupProjection *projection = leadup_workspace_get_projection (workspace);

  g_assert_true (leadup_workspace_get_index (workspace) !=
                 leadup_projection_get_index (projection));
  g_assert_true (leadup_workspace_get_camera (workspace, &(LeadupInstant) { 0 },
                                              &(LeadupInstant) { 0 }));
  fixture->n_indexes++;
}

/* A picture of the timeline need not wait for lists, counts and ties. */
static void
test_the_index_comes_first (Fixture      *fixture,
                            gconstpointer data)
{
  LeadupTimelineIndex *index = leadup_workspace_get_index (fixture->workspace);
  LeadupTimelineIndex *all = leadup_timeline_index_get_all (index);

  g_assert_true (leadup_projection_get_index (
                     leadup_workspace_get_projection (fixture->workspace)) == index);
  leadup_timeline_index_ref (all);
  g_signal_connect (fixture->workspace, "index-changed", G_CALLBACK (index_changed_cb), fixture);
  leadup_workspace_set_lanes_by (fixture->workspace, LEADUP_LANES_BY_ACTOR);
  g_assert_cmpfloat (leadup_workspace_get_progress (fixture->workspace), ==, -1);
  wait_for_projection (fixture);
  g_assert_cmpuint (fixture->n_indexes, ==, 1);
  index = leadup_workspace_get_index (fixture->workspace);
  g_assert_true (leadup_timeline_index_get_all (index) != all);
  leadup_timeline_index_unref (all);

  /* Of lanes that are arranged otherwise no event is looked at again. */
  all = leadup_timeline_index_ref (leadup_timeline_index_get_all (index));
  leadup_workspace_edit_lane (fixture->workspace, "a-one", LEADUP_LANE_EDIT_HIDE);
  wait_for_projection (fixture);
  index = leadup_workspace_get_index (fixture->workspace);
  g_assert_true (leadup_timeline_index_get_all (index) == all);
  leadup_timeline_index_unref (all);
}

static void
test_only_the_newest_is_projected (Fixture      *fixture,
                                   gconstpointer data)
{
  static const char *const categories[] = { "c-two", NULL };
  g_autoptr (LeadupProjector) projector = leadup_projector_new ();
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (fixture->workspace));
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) everything = leadup_filter_new (&fields);
  g_autoptr (LeadupFilter) filter = NULL;
  guint n_projected = 0;

  fields.categories = categories;
  filter = leadup_filter_new (&fields);
  g_signal_connect_swapped (projector, "projected", G_CALLBACK (count_cb), &n_projected);
  g_assert_null (leadup_projector_get_index (projector));
  for (guint i = 0; i < 5; i++)
    leadup_projector_start (projector, snapshot, i < 4 ? everything : filter,
                            leadup_workspace_get_lanes_view (fixture->workspace));
  while (n_projected == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (n_projected, ==, 1);
  g_assert_cmpuint (
      leadup_projection_get_events (leadup_projector_get_projection (projector))->len, ==, 1);
  g_assert_cmpuint (leadup_timeline_index_get_n_shown (leadup_projector_get_index (projector)), ==,
                    1);
  g_assert_cmpfloat (leadup_projector_get_progress (projector), ==, -1);
}

static void
test_a_filter_hides_events_but_counts_them (Fixture      *fixture,
                                            gconstpointer data)
{
  const char *categories[] = { "c-two", NULL };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = NULL;
  LeadupProjection *projection;
  const LeadupFacetValue *values;
  guint n;

  fields.categories = categories;
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (fixture->workspace, filter);
  wait_for_projection (fixture);

  projection = leadup_workspace_get_projection (fixture->workspace);
  g_assert_cmpuint (leadup_projection_get_events (projection)->len, ==, 1);
  values = leadup_projection_get_facet (projection, LEADUP_FACET_CATEGORY, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (values[0].n_all, ==, 2);
  g_assert_cmpuint (values[0].n_shown, ==, 0);
  g_assert_true (leadup_filter_equal (leadup_projection_get_filter (projection), filter));
}

static void
test_the_selection_keeps_its_order_and_drops_what_vanished (Fixture      *fixture,
                                                            gconstpointer data)
{
  LeadupWorkspace *workspace = fixture->workspace;

  leadup_workspace_select (workspace, LEADUP_RECORD_EVENT, "e1");
  leadup_workspace_select_add (workspace, LEADUP_RECORD_EVENT, "e2");
  leadup_workspace_select_toggle (workspace, LEADUP_RECORD_EVENT, "e3");
  g_assert_cmpuint (leadup_workspace_get_n_selected (workspace), ==, 3);
  g_assert_cmpstr (leadup_workspace_get_primary (workspace)->id, ==, "e3");

  leadup_workspace_select_toggle (workspace, LEADUP_RECORD_EVENT, "e1");
  g_assert_false (leadup_workspace_is_selected (workspace, LEADUP_RECORD_EVENT, "e1"));
  g_assert_cmpstr (leadup_workspace_get_selected (workspace, 0)->id, ==, "e2");

  /* Deleting is one step and takes the selection with it. */
  g_assert_true (leadup_workspace_delete_selected (workspace));
  g_assert_cmpuint (leadup_workspace_get_n_selected (workspace), ==, 0);
  g_assert_cmpuint (
      leadup_story_get_n (leadup_workspace_get_story (workspace), LEADUP_RECORD_EVENT), ==, 1);
  g_assert_true (leadup_history_undo (leadup_workspace_get_history (workspace)));
  g_assert_cmpuint (
      leadup_story_get_n (leadup_workspace_get_story (workspace), LEADUP_RECORD_EVENT), ==, 3);
  wait_for_projection (fixture);
}

static void
test_selecting_the_same_again_says_nothing (Fixture      *fixture,
                                            gconstpointer data)
{
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "e1");
  g_assert_cmpuint (fixture->n_selections, ==, 1);
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "e1");
  g_assert_cmpuint (fixture->n_selections, ==, 1);
  leadup_workspace_select_events (
      fixture->workspace,
      leadup_projection_get_events (leadup_workspace_get_projection (fixture->workspace)));
  g_assert_cmpuint (leadup_workspace_get_n_selected (fixture->workspace), ==, 3);
  leadup_workspace_select_tie (fixture->workspace, "a-one", "a-two");
  g_assert_true (leadup_workspace_get_primary (fixture->workspace)->is_tie);
  leadup_workspace_select_none (fixture->workspace);
  leadup_workspace_select_none (fixture->workspace);
  g_assert_cmpuint (fixture->n_selections, ==, 4);
}

static void
test_a_refused_edit_is_told_and_changes_nothing (Fixture      *fixture,
                                                 gconstpointer data)
{
  LeadupWorkspace *workspace = fixture->workspace;
  LeadupStory *story = leadup_workspace_get_story (workspace);
  LeadupEvent *event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, "e1");
  LeadupEventFields fields = *leadup_event_get_fields (event);
  g_autoptr (LeadupEvent) edited = NULL;

  fields.category = "no-such-category";
  edited = leadup_event_new (&fields);
  g_assert_false (leadup_workspace_replace (workspace, "Edit", LEADUP_RECORD (event),
                                            LEADUP_RECORD (edited), NULL));
  g_assert_cmpuint (fixture->n_failures, ==, 1);
  g_assert_true (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "e1") == event);
}

static void
test_the_first_projection_fits_the_camera (Fixture      *fixture,
                                           gconstpointer data)
{
  LeadupInstant from;
  LeadupInstant to;
  LeadupInstant later_from;
  LeadupInstant later_to;

  g_assert_true (leadup_workspace_get_camera (fixture->workspace, &from, &to));
  g_assert_cmpint (from, <, leadup_calendar_date_instant (2025, 1, 1));
  g_assert_cmpint (to, >, leadup_calendar_date_instant (2025, 3, 4));

  leadup_workspace_jump_camera (fixture->workspace, 0, LEADUP_USEC_DAY);
  g_assert_true (leadup_workspace_camera_back (fixture->workspace));
  leadup_workspace_get_camera (fixture->workspace, &later_from, &later_to);
  g_assert_cmpint (later_from, ==, from);
  g_assert_true (leadup_workspace_camera_forward (fixture->workspace));
  leadup_workspace_get_camera (fixture->workspace, &later_from, &later_to);
  g_assert_cmpint (later_to, ==, LEADUP_USEC_DAY);
}

static void
test_brush_and_hover_come_and_go (Fixture      *fixture,
                                  gconstpointer data)
{
  LeadupInstant from;
  LeadupInstant to;

  g_assert_false (leadup_workspace_get_brush (fixture->workspace, &from, &to));
  leadup_workspace_set_brush (fixture->workspace, 5, 9);
  g_assert_true (leadup_workspace_get_brush (fixture->workspace, &from, &to));
  g_assert_cmpint (from, ==, 5);
  leadup_workspace_clear_brush (fixture->workspace);
  g_assert_false (leadup_workspace_get_brush (fixture->workspace, &from, &to));

  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_EVENT, FALSE, "e1");
  g_assert_cmpstr (leadup_workspace_get_hover (fixture->workspace)->id, ==, "e1");
  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_EVENT, FALSE, NULL);
  g_assert_null (leadup_workspace_get_hover (fixture->workspace));
}

static void
test_lanes_can_be_made_from_another_field (Fixture      *fixture,
                                           gconstpointer data)
{
  LeadupTimelineIndex *index;

  leadup_workspace_set_lanes_by (fixture->workspace, LEADUP_LANES_BY_ACTOR);
  wait_for_projection (fixture);
  index = leadup_projection_get_index (leadup_workspace_get_projection (fixture->workspace));
  g_assert_cmpuint (leadup_timeline_index_get_n_lanes (index), ==, 2);
  g_assert_cmpstr (leadup_timeline_index_get_lane (index, 0)->name, ==, "North");
}

static void
test_a_camera_goes_back_and_forward_like_a_browser (void)
{
  g_autoptr (LeadupCamera) camera = leadup_camera_new ();
  LeadupInstant from;
  LeadupInstant to;

  g_assert_false (leadup_camera_get (camera, &from, &to));
  g_assert_false (leadup_camera_set (camera, 10, 10));
  g_assert_true (leadup_camera_set (camera, 0, LEADUP_USEC_DAY));
  g_assert_true (leadup_camera_jump (camera, LEADUP_USEC_DAY, 2 * LEADUP_USEC_DAY));
  g_assert_true (leadup_camera_jump (camera, 2 * LEADUP_USEC_DAY, 3 * LEADUP_USEC_DAY));
  g_assert_false (leadup_camera_forward (camera));
  g_assert_true (leadup_camera_back (camera));
  g_assert_true (leadup_camera_back (camera));
  g_assert_false (leadup_camera_back (camera));
  leadup_camera_get (camera, &from, &to);
  g_assert_cmpint (from, ==, 0);

  /* A jump from the past forgets the future. */
  g_assert_true (leadup_camera_jump (camera, 8 * LEADUP_USEC_DAY, 9 * LEADUP_USEC_DAY));
  g_assert_false (leadup_camera_forward (camera));
  leadup_camera_reset (camera);
  g_assert_false (leadup_camera_get (camera, &from, &to));
}

static void
test_every_word_of_an_enum_has_a_label (void)
{
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    g_assert_nonnull (leadup_labels_verification ((LeadupVerification) i));
  for (guint i = 0; i <= LEADUP_ROLE_INSTRUMENT; i++)
    g_assert_nonnull (leadup_labels_role ((LeadupRole) i));
  for (guint i = 0; i <= LEADUP_ACTOR_KIND_UNATTRIBUTED; i++)
    g_assert_nonnull (leadup_labels_actor_kind ((LeadupActorKind) i));
  for (guint i = 0; i <= LEADUP_LANES_NONE; i++)
    g_assert_nonnull (leadup_labels_lanes_by ((LeadupLanesBy) i));
  for (guint i = 0; i <= LEADUP_QUAD_CLASS_MATERIAL_CONFLICT; i++)
    g_assert_nonnull (leadup_labels_quad_class ((LeadupQuadClass) i));
}

/* “key key …” of the lanes that are shown. */
static char *
name_lanes (Fixture *fixture)
{
  LeadupTimelineIndex *index;
  GString *names = g_string_new (NULL);

  wait_for_projection (fixture);
  index = leadup_projection_get_index (leadup_workspace_get_projection (fixture->workspace));
  for (guint i = 0; i < leadup_timeline_index_get_n_lanes (index); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            leadup_timeline_index_get_lane (index, i)->key);

  return g_string_free (names, FALSE);
}

#define ASSERT_LANES(expected)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *names = name_lanes (fixture);                                                 \
    g_assert_cmpstr (names, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_lanes_are_arranged_and_kept_for_each_field (Fixture      *fixture,
                                                 gconstpointer data)
{
  LeadupWorkspace *workspace = fixture->workspace;

  leadup_workspace_set_lanes_by (workspace, LEADUP_LANES_BY_ACTOR);
  ASSERT_LANES ("a-one a-two");
  leadup_workspace_edit_lane (workspace, "a-two", LEADUP_LANE_EDIT_UP);
  ASSERT_LANES ("a-two a-one");
  g_assert_cmpint (leadup_workspace_get_lanes (workspace)->lanes_order, ==,
                   LEADUP_LANES_ORDER_HAND);
  leadup_workspace_edit_lane (workspace, "a-one", LEADUP_LANE_EDIT_PIN);
  ASSERT_LANES ("a-one a-two");
  leadup_workspace_edit_lane (workspace, "a-one", LEADUP_LANE_EDIT_HIDE);
  ASSERT_LANES ("a-two");
  leadup_workspace_edit_lane (workspace, "a-two", LEADUP_LANE_EDIT_TALLER);
  leadup_workspace_edit_lane (workspace, "a-two", LEADUP_LANE_EDIT_COLLAPSE);
  leadup_workspace_set_lane_colour (workspace, "a-two", "#0072b2");
  leadup_workspace_set_top (workspace, 25);

  /* Another field has nothing of it but the number of titles. */
  leadup_workspace_set_lanes_by (workspace, LEADUP_LANES_BY_CATEGORY);
  ASSERT_LANES ("c-one c-two");
  g_assert_cmpuint (leadup_workspace_get_lanes (workspace)->n_lanes, ==, 0);
  g_assert_cmpuint (leadup_workspace_get_lanes (workspace)->top, ==, 25);
  leadup_workspace_set_lanes_by (workspace, LEADUP_LANES_BY_ACTOR);
  ASSERT_LANES ("a-two");
  leadup_workspace_show_all_lanes (workspace);
  ASSERT_LANES ("a-one a-two");
  leadup_workspace_set_lanes_order (workspace, LEADUP_LANES_ORDER_NAME);
  ASSERT_LANES ("a-one a-two");

  for (guint i = 0; i < leadup_workspace_get_lanes (workspace)->n_lanes; i++)
    if (g_str_equal (leadup_workspace_get_lanes (workspace)->lanes[i].key, "a-two"))
      {
        g_assert_true (leadup_workspace_get_lanes (workspace)->lanes[i].is_collapsed);
        g_assert_cmpfloat (leadup_workspace_get_lanes (workspace)->lanes[i].height, ==, 1.5);
        g_assert_cmpstr (leadup_workspace_get_lanes (workspace)->lanes[i].colour, ==, "#0072b2");
      }
}

/* As from one step of a show to the next. */
static void
test_the_same_lanes_again_are_no_change (Fixture      *fixture,
                                         gconstpointer data)
{
  LeadupWorkspace *workspace = fixture->workspace;
  g_autoptr (LeadupView) lanes = g_object_ref (leadup_workspace_get_lanes_view (workspace));
  LeadupViewFields fields = *leadup_view_get_fields (lanes);
  guint n_changes = 0;

  g_signal_connect_swapped (workspace, "notify::lanes-by", G_CALLBACK (count_cb), &n_changes);
  fields.from = 1;
  fields.picture = LEADUP_PICTURE_GRAPH;
  leadup_workspace_set_lanes (workspace, &fields);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (leadup_workspace_get_lanes_view (workspace) == lanes);

  fields.top = 7;
  leadup_workspace_set_lanes (workspace, &fields);
  g_assert_cmpuint (n_changes, ==, 1);
  wait_for_projection (fixture);
  g_assert_cmpuint (leadup_workspace_get_lanes (workspace)->top, ==, 7);
}

static guint
count_folds (Fixture *fixture)
{
  return leadup_time_folds_get_n (leadup_workspace_get_folds (fixture->workspace));
}

/* What is opened stays open in every arrangement of lanes, until folding is asked for anew. */
static void
test_quiet_stretches_are_folded_and_opened (Fixture      *fixture,
                                            gconstpointer data)
{
  LeadupWorkspace *workspace = fixture->workspace;
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Later");
  LeadupInstant from, to, folded_to;
  g_autoptr (GError) error = NULL;

  add_event (transaction, "e9", "2031-01-01", "c-one", "a-one");
  leadup_history_push (leadup_document_get_history (fixture->document), transaction, &error);
  g_assert_no_error (error);
  wait_for_projection (fixture);
  leadup_workspace_fit_camera (workspace);
  g_assert_true (leadup_workspace_get_camera (workspace, &from, &to));
  g_assert_cmpuint (count_folds (fixture), ==, 0);

  g_assert_null (leadup_workspace_get_folds (workspace));
  leadup_workspace_set_quiet_folded (workspace, TRUE);
  wait_for_projection (fixture);
  g_assert_cmpuint (count_folds (fixture), ==, 1);
  /* What showed all goes on to do so. */
  g_assert_true (leadup_workspace_get_camera (workspace, &from, &folded_to));
  g_assert_cmpint (folded_to, <, to);
  g_assert_cmpint (folded_to, >, leadup_calendar_date_instant (2031, 1, 1));

  leadup_workspace_open_stretch (workspace, leadup_calendar_date_instant (2027, 1, 1),
                                 leadup_calendar_date_instant (2028, 1, 1));
  wait_for_projection (fixture);
  g_assert_cmpuint (count_folds (fixture), ==, 0);
  leadup_workspace_set_lanes_by (workspace, LEADUP_LANES_BY_ACTOR);
  wait_for_projection (fixture);
  g_assert_cmpuint (count_folds (fixture), ==, 0);
  g_assert_true (leadup_workspace_get_lanes (workspace)->is_quiet_folded);
  g_assert_cmpuint (leadup_workspace_get_lanes (workspace)->n_opened, ==, 1);

  leadup_workspace_set_quiet_folded (workspace, TRUE);
  wait_for_projection (fixture);
  g_assert_cmpuint (count_folds (fixture), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/projection/orders-and-counts-events", test_a_projection_orders_and_counts_events);
  ADD ("/projection/the-index-comes-first", test_the_index_comes_first);
  ADD ("/projection/only-the-newest-is-projected", test_only_the_newest_is_projected);
  ADD ("/projection/a-filter-hides-events-but-counts-them",
       test_a_filter_hides_events_but_counts_them);
  ADD ("/workspace/the-selection-keeps-its-order-and-drops-what-vanished",
       test_the_selection_keeps_its_order_and_drops_what_vanished);
  ADD ("/workspace/selecting-the-same-again-says-nothing",
       test_selecting_the_same_again_says_nothing);
  ADD ("/workspace/a-refused-edit-is-told-and-changes-nothing",
       test_a_refused_edit_is_told_and_changes_nothing);
  ADD ("/workspace/the-first-projection-fits-the-camera",
       test_the_first_projection_fits_the_camera);
  ADD ("/workspace/brush-and-hover-come-and-go", test_brush_and_hover_come_and_go);
  ADD ("/workspace/lanes-can-be-made-from-another-field",
       test_lanes_can_be_made_from_another_field);
  ADD ("/workspace/lanes-are-arranged-and-kept-for-each-field",
       test_lanes_are_arranged_and_kept_for_each_field);
  ADD ("/workspace/the-same-lanes-again-are-no-change", test_the_same_lanes_again_are_no_change);
  ADD ("/workspace/quiet-stretches-are-folded-and-opened",
       test_quiet_stretches_are_folded_and_opened);
#undef ADD
  g_test_add_func ("/camera/goes-back-and-forward-like-a-browser",
                   test_a_camera_goes_back_and_forward_like_a_browser);
  g_test_add_func ("/labels/every-word-of-an-enum-has-a-label",
                   test_every_word_of_an_enum_has_a_label);

  return g_test_run ();
}
