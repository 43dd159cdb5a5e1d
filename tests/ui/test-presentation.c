/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"

#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "ui/leadup-audience-window.h"
#include "ui/leadup-canvas-renderer.h"
#include "ui/leadup-canvas.h"
#include "ui/leadup-picture-node.h"
#include "ui/leadup-presentation.h"
#include "ui/leadup-presenter-window.h"
#include "ui/leadup-show-keys.h"
#include "ui/leadup-step-edit.h"

/* One for all tests: its name on the bus is not free again at once. */
static GtkApplication *test_application;

/* A story of three events and three steps, and its presentation. */
typedef struct
{
  LeadupDocument *document;
  LeadupPresentation *presentation;
  LeadupShow *show;
  gboolean has_ended;
} Fixture;

static void
add_event (LeadupTransaction *transaction,
           const char        *id,
           const char        *edtf)
{
  LeadupEventFields fields = { .id = id, .title = id, .category = "c" };
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  g_autoptr (LeadupEvent) event = NULL;

  fields.when = when;
  event = leadup_event_new (&fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (event));
}

static void
fill_story (LeadupDocument *document)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  g_autoptr (LeadupWorkspace) workspace = leadup_workspace_new ();
  LeadupCategoryFields fields = {
    .id = "c", .name = "Strike", .family = "strike", .colour = "#D55E00"
  };
  g_autoptr (LeadupCategory) category = leadup_category_new (&fields);
  const LeadupPicture pictures[] = { LEADUP_PICTURE_TIMELINE, LEADUP_PICTURE_GRAPH,
                                     LEADUP_PICTURE_BOTH };
  g_autoptr (GError) error = NULL;

  leadup_transaction_add (transaction, LEADUP_RECORD (category));
  add_event (transaction, "one", "2025-03-01");
  add_event (transaction, "two", "2025-04-01");
  add_event (transaction, "three", "2025-05-01");
  leadup_story_apply (leadup_document_get_story (document), transaction, &error);
  g_assert_no_error (error);

  leadup_workspace_set_document (workspace, document);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      LeadupViewFields present = { .picture = pictures[i],
                                   .from = 1740000000 * LEADUP_USEC_SECOND,
                                   .to = (1742000000 + i * 2000000) * LEADUP_USEC_SECOND };
      g_autofree char *id = leadup_steps_capture (workspace, &present, NULL);

      g_assert_nonnull (id);
    }
}

static void
ended_cb (gboolean *has_ended)
{
  *has_ended = TRUE;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GPtrArray) steps = NULL;

  fixture->document = leadup_document_new ();
  fill_story (fixture->document);
  steps = leadup_steps_list (leadup_document_get_story (fixture->document));
  g_assert_cmpuint (steps->len, ==, 3);
  fixture->presentation =
      leadup_presentation_new (test_application, fixture->document, steps);
  fixture->show = leadup_presentation_get_show (fixture->presentation);
  g_signal_connect_swapped (fixture->presentation, "ended", G_CALLBACK (ended_cb),
                            &fixture->has_ended);
  leadup_presentation_play (fixture->presentation, 0, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  leadup_presentation_end (fixture->presentation);
  g_assert_finalize_object (fixture->presentation);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->document);
}

/* The window of that type, %NULL while there is none. */
static GtkWidget *
find_window (GType type)
{
  for (GList *l = gtk_application_get_windows (test_application); l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (
      leadup_show_keys_activate (find_window (LEADUP_TYPE_AUDIENCE_WINDOW), keyval, 0));
}

static void
wait_for_idle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_the_keys_of_pdfpc_do_what_they_do_there (Fixture      *fixture,
                                              gconstpointer data)
{
  const struct
  {
    guint keyval;
    guint index;
  } moves[] = {
    { GDK_KEY_Right, 1 }, { GDK_KEY_Page_Down, 2 }, { GDK_KEY_space, 2 },     { GDK_KEY_Home, 0 },
    { GDK_KEY_End, 2 },   { GDK_KEY_Page_Up, 1 },   { GDK_KEY_BackSpace, 0 }, { GDK_KEY_Left, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      press (fixture, moves[i].keyval);
      g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, moves[i].index);
    }

  press (fixture, GDK_KEY_b);
  g_assert_true (leadup_show_is_blank (fixture->show));
  press (fixture, GDK_KEY_period);
  g_assert_false (leadup_show_is_blank (fixture->show));
  press (fixture, GDK_KEY_f);
  g_assert_true (leadup_show_is_frozen (fixture->show));
  press (fixture, GDK_KEY_3);
  g_assert_cmpint (leadup_show_get_tool (fixture->show), ==, LEADUP_SHOW_TOOL_PEN);
  press (fixture, GDK_KEY_1);
  g_assert_cmpint (leadup_show_get_tool (fixture->show), ==, LEADUP_SHOW_TOOL_NONE);
  press (fixture, GDK_KEY_p);
  g_assert_true (leadup_show_is_clock_paused (fixture->show));
  press (fixture, GDK_KEY_s);
  g_assert_false (leadup_show_is_clock_paused (fixture->show));
  g_assert_false (leadup_show_keys_activate (
      find_window (LEADUP_TYPE_AUDIENCE_WINDOW), GDK_KEY_x, 0));
  g_assert_false (leadup_show_keys_activate (
      find_window (LEADUP_TYPE_AUDIENCE_WINDOW), GDK_KEY_b, GDK_CONTROL_MASK));
}

static void
test_escape_leaves_a_state_and_then_the_show (Fixture      *fixture,
                                              gconstpointer data)
{
  press (fixture, GDK_KEY_f);
  press (fixture, GDK_KEY_2);
  press (fixture, GDK_KEY_Escape);
  press (fixture, GDK_KEY_Escape);
  g_assert_false (leadup_show_is_frozen (fixture->show));
  g_assert_false (fixture->has_ended);
  press (fixture, GDK_KEY_Escape);
  g_assert_true (fixture->has_ended);
  g_assert_null (find_window (LEADUP_TYPE_AUDIENCE_WINDOW));
}

/* What was begun when the show ended comes too late for it. */
static void
test_a_show_may_end_before_it_is_seen (Fixture      *fixture,
                                       gconstpointer data)
{
  press (fixture, GDK_KEY_Escape);
  g_assert_true (fixture->has_ended);
  wait_for_idle ();
  g_assert_null (find_window (LEADUP_TYPE_AUDIENCE_WINDOW));
}

static void
test_the_notes_have_a_window_of_their_own (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWidget *presenter;

  g_assert_null (find_window (LEADUP_TYPE_PRESENTER_WINDOW));
  press (fixture, GDK_KEY_n);
  presenter = find_window (LEADUP_TYPE_PRESENTER_WINDOW);
  g_assert_nonnull (presenter);
  wait_for_idle ();

  g_signal_emit_by_name (presenter, "step-chosen", 2u);
  g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, 2);
  press (fixture, GDK_KEY_Tab);
  g_assert_true (gtk_widget_get_visible (
      leadup_presenter_window_get_overview (LEADUP_PRESENTER_WINDOW (presenter))));
  wait_for_idle ();
  press (fixture, GDK_KEY_n);
  g_assert_null (find_window (LEADUP_TYPE_PRESENTER_WINDOW));
  g_assert_false (leadup_show_is_overview (fixture->show));
}

static void
test_a_question_narrows_what_is_shown_until_it_is_answered (Fixture      *fixture,
                                                            gconstpointer data)
{
  GtkWidget *audience = find_window (LEADUP_TYPE_AUDIENCE_WINDOW);
  GtkWidget *prompt = leadup_audience_window_get_prompt (LEADUP_AUDIENCE_WINDOW (audience));

  press (fixture, GDK_KEY_slash);
  g_assert_true (gtk_widget_get_visible (prompt));
  g_signal_emit_by_name (prompt, "answered", "strike");
  g_assert_false (gtk_widget_get_visible (prompt));
  g_assert_true (leadup_show_is_exploring (fixture->show));
  press (fixture, GDK_KEY_r);
  g_assert_false (leadup_show_is_exploring (fixture->show));

  press (fixture, GDK_KEY_g);
  g_signal_emit_by_name (prompt, "answered", "99");
  g_assert_true (gtk_widget_get_visible (prompt));
  g_signal_emit_by_name (prompt, "answered", "3");
  g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, 2);
}

static void
test_nothing_is_edited_while_presenting (Fixture      *fixture,
                                         gconstpointer data)
{
  for (guint keyval = GDK_KEY_a; keyval <= GDK_KEY_z; keyval++)
    leadup_show_keys_activate (find_window (LEADUP_TYPE_AUDIENCE_WINDOW), keyval, 0);
  wait_for_idle ();
  g_assert_cmpuint (
      leadup_story_get_n (leadup_document_get_story (fixture->document), LEADUP_RECORD_EVENT), ==,
      3);
}

static void
test_every_tool_is_in_the_menu (Fixture      *fixture,
                                gconstpointer data)
{
  const char *const actions[] = { "next",  "previous", "first",      "last",       "blank",
                                  "freeze", "overview", "go-to",      "focus",      "return",
                                  "start", "pause",    "tool",       "clear-ink",  "notes",
                                  "end",   "back-out", "full-screen", "place-audience" };
  GtkWidget *audience = find_window (LEADUP_TYPE_AUDIENCE_WINDOW);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_nonnull (g_action_map_lookup_action (G_ACTION_MAP (audience), actions[i]));
}

/* Timeline, graph and both. */
static void
test_pictures_are_made_before_there_is_a_window (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autoptr (GPtrArray) steps = leadup_steps_list (leadup_document_get_story (fixture->document));
  g_autoptr (LeadupWorkspace) workspace = leadup_workspace_new ();

  leadup_workspace_set_document (workspace, fixture->document);
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *stage = leadup_stage_new (workspace, 0);
      LeadupView *view = leadup_steps_get_view (leadup_document_get_story (fixture->document),
                                                steps->pdata[i]);
      gint64 until_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

      gtk_window_set_child (GTK_WINDOW (window), stage);
      leadup_stage_show_step (LEADUP_STAGE (stage), steps->pdata[i], view, LEADUP_STAGE_CUT);
      leadup_stage_draw_ahead (LEADUP_STAGE (stage), 1280, 720);
      g_assert_false (leadup_stage_is_drawn (LEADUP_STAGE (stage)));
      while (!leadup_stage_is_drawn (LEADUP_STAGE (stage)) && g_get_monotonic_time () < until_us)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (leadup_stage_is_drawn (LEADUP_STAGE (stage)));
      g_assert_false (gtk_widget_get_mapped (stage));

      /* A window of another size shows it too, and none is left behind. */
      gtk_window_set_default_size (GTK_WINDOW (window), 640, 360);
      gtk_window_present (GTK_WINDOW (window));
      wait_for_idle ();
      g_assert_true (leadup_stage_is_drawn (LEADUP_STAGE (stage)));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* What @widget shows, drawn into memory. Returns: (transfer full): its node */
static GskRenderNode *
draw (GtkWidget       *widget,
      cairo_surface_t *surface)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (live);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (still, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return node;
}

/* Every pixel of the stage has a colour, whatever stands on it, and keeps it in a picture that is
 * kept for a fade. */
static void
test_a_stage_is_opaque_and_looks_the_same_when_kept (Fixture      *fixture,
                                                     gconstpointer data)
{
  for (guint step = 0; step < 3; step++)
    {
      GtkWidget *audience = find_window (LEADUP_TYPE_AUDIENCE_WINDOW);
      GtkWidget *stage =
          GTK_WIDGET (leadup_audience_window_get_stage (LEADUP_AUDIENCE_WINDOW (audience)));
      cairo_surface_t *seen, *kept;
      GskRenderNode *node;
      cairo_t *cr;
      int width, height;

      for (guint i = 0; i < 2; i++)
        wait_for_idle ();
      width = gtk_widget_get_width (stage);
      height = gtk_widget_get_height (stage);
      seen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      kept = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      node = leadup_picture_node_flatten (stage, draw (stage, seen), width, height);
      if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (audience))))
        g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CAIRO_NODE);
      cr = cairo_create (kept);
      gsk_render_node_draw (node, cr);
      cairo_destroy (cr);
      gsk_render_node_unref (node);
      cairo_surface_flush (kept);

      g_assert_cmpmem (cairo_image_surface_get_data (seen), (gsize) width * height * 4,
                       cairo_image_surface_get_data (kept), (gsize) width * height * 4);
      for (int i = 0; i < width * height; i++)
        g_assert_cmphex (((guint32 *) (gpointer) cairo_image_surface_get_data (seen))[i] >> 24, ==,
                         0xff);
      cairo_surface_destroy (seen);
      cairo_surface_destroy (kept);
      press (fixture, GDK_KEY_Page_Down);
    }
}

static void
count_frame_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* Whether a chart below @widget says more under the pointer. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  if (LEADUP_IS_CANVAS (widget))
    return gtk_widget_get_has_tooltip (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_tooltip (child))
      return TRUE;

  return FALSE;
}

/* The presenter's picture says more under the pointer; a room full of people does not see it. */
static void
test_nothing_pops_up_in_front_of_the_audience (Fixture      *fixture,
                                               gconstpointer data)
{
  GtkWidget *audience = find_window (LEADUP_TYPE_AUDIENCE_WINDOW);
  GtkWidget *presenter;

  press (fixture, GDK_KEY_n);
  presenter = find_window (LEADUP_TYPE_PRESENTER_WINDOW);
  g_assert_false (has_tooltip (
      GTK_WIDGET (leadup_audience_window_get_stage (LEADUP_AUDIENCE_WINDOW (audience)))));
  g_assert_true (has_tooltip (
      GTK_WIDGET (leadup_presenter_window_get_stage (LEADUP_PRESENTER_WINDOW (presenter)))));
}

/* It gets so narrow step by step: what it needs now must let it get as far as where it needs less.
 */
static void
test_the_presenter_may_have_a_phone (Fixture      *fixture,
                                     gconstpointer data)
{
  static const int widths[] = { 1920, 760, 759, 360 };
  GtkWidget *presenter;

  press (fixture, GDK_KEY_n);
  presenter = find_window (LEADUP_TYPE_PRESENTER_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int least;
      int next = i + 1 < G_N_ELEMENTS (widths) ? widths[i + 1] : widths[i];

      gtk_window_set_default_size (GTK_WINDOW (presenter), widths[i], 640);
      gtk_widget_measure (presenter, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > next)
        g_error ("At %d it needs %d pixels", widths[i], least);
    }
}

/* The window comes while the picture is made; what else there is to do comes after it. */
static void
test_a_show_that_has_begun_comes_to_rest (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *audience = find_window (LEADUP_TYPE_AUDIENCE_WINDOW);
  LeadupStage *stage = leadup_audience_window_get_stage (LEADUP_AUDIENCE_WINDOW (audience));
  gint64 until_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  guint n_frames = 0;

  while (!(gtk_widget_get_mapped (audience) && leadup_stage_is_drawn (stage)) &&
         g_get_monotonic_time () < until_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_mapped (audience));
  g_assert_true (leadup_stage_is_drawn (stage));

  /* The next step does not wait for a rehearsal. */
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpuint (leadup_show_get_index (fixture->show), ==, 1);
  for (guint i = 0; i < 4; i++)
    wait_for_idle ();
  g_signal_connect_swapped (gtk_widget_get_frame_clock (audience), "after-paint",
                            G_CALLBACK (count_frame_cb), &n_frames);
  wait_for_idle ();
  g_assert_cmpuint (n_frames, ==, 0);
}

static void
test_who_draws_first_takes_over_what_rests (void)
{
  LeadupCanvasRenderer *rested, *fresh, *known;
  const LeadupTheme *light = leadup_theme_get ("light");

  leadup_canvas_renderer_enroll (&rested);
  leadup_canvas_renderer_enroll (&fresh);
  leadup_canvas_renderer_set_theme (rested, light);
  known = rested;

  rested->used_us = g_get_monotonic_time ();
  leadup_canvas_renderer_take_over (&fresh, light);
  g_assert_true (rested == known);
  rested->used_us -= 10 * G_USEC_PER_SEC;
  leadup_canvas_renderer_take_over (&fresh, leadup_theme_get ("dark"));
  g_assert_true (rested == known);
  leadup_canvas_renderer_take_over (&fresh, light);
  g_assert_true (fresh == known);
  g_assert_null (rested->measure);

  /* What a canvas leaves is found again. */
  leadup_canvas_renderer_withdraw (&fresh);
  g_assert_null (fresh);
  leadup_canvas_renderer_take_over (&rested, light);
  g_assert_true (rested == known);
  leadup_canvas_renderer_withdraw (&rested);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  adw_init ();
  test_application = gtk_application_new ("org.leadup.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (test_application), NULL, &error);
  g_assert_no_error (error);

  ADD ("/presentation/the-keys-of-pdfpc-do-what-they-do-there",
       test_the_keys_of_pdfpc_do_what_they_do_there);
  ADD ("/presentation/escape-leaves-a-state-and-then-the-show",
       test_escape_leaves_a_state_and_then_the_show);
  ADD ("/presentation/a-show-may-end-before-it-is-seen", test_a_show_may_end_before_it_is_seen);
  ADD ("/presentation/the-notes-have-a-window-of-their-own",
       test_the_notes_have_a_window_of_their_own);
  ADD ("/presentation/a-question-narrows-what-is-shown-until-it-is-answered",
       test_a_question_narrows_what_is_shown_until_it_is_answered);
  ADD ("/presentation/nothing-is-edited-while-presenting",
       test_nothing_is_edited_while_presenting);
  ADD ("/presentation/every-tool-is-in-the-menu", test_every_tool_is_in_the_menu);
  ADD ("/presentation/nothing-pops-up-in-front-of-the-audience",
       test_nothing_pops_up_in_front_of_the_audience);
  ADD ("/presentation/a-stage-is-opaque-and-looks-the-same-when-kept",
       test_a_stage_is_opaque_and_looks_the_same_when_kept);
  ADD ("/presentation/the-presenter-may-have-a-phone", test_the_presenter_may_have_a_phone);
  ADD ("/presentation/a-show-that-has-begun-comes-to-rest",
       test_a_show_that_has_begun_comes_to_rest);
  ADD ("/presentation/pictures-are-made-before-there-is-a-window",
       test_pictures_are_made_before_there_is_a_window);
  g_test_add_func ("/presentation/who-draws-first-takes-over-what-rests",
                   test_who_draws_first_takes_over_what_rests);

  return g_test_run ();
}
