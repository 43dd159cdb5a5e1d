/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-edit.h"

#include <adwaita.h>
#include <string.h>

#include "model/leadup-category.h"
#include "ui/leadup-palette.h"

/* A hundred days in a thousand pixels. */
#define PIXELS_PER_DAY 10.0

typedef struct
{
  LeadupDocument *document;
  LeadupWorkspace *workspace;
  GtkWidget *window;
  GtkWidget *parent;
  LeadupTimelineEdit *edit;
  LeadupTimelineWindow time;
} Fixture;

static void
add_event (Fixture    *fixture,
           const char *id,
           const char *edtf)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add");
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  LeadupEventFields fields = { .id = id, .title = id, .category = "c-one", .when = when };
  g_autoptr (LeadupEvent) event = leadup_event_new (&fields);

  leadup_transaction_add (transaction, LEADUP_RECORD (event));
  g_assert_true (leadup_workspace_push (fixture->workspace, transaction, NULL));
}

static void
add_category (Fixture *fixture)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add");
  LeadupCategoryFields fields = { .id = "c-one", .name = "One", .family = "strike" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&fields);

  leadup_transaction_add (transaction, LEADUP_RECORD (category));
  g_assert_true (leadup_workspace_push (fixture->workspace, transaction, NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = leadup_document_new ();
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  add_category (fixture);
  add_event (fixture, "day", "2025-01-11");
  add_event (fixture, "month", "2025-02");
  add_event (fixture, "span", "2025-01-21/2025-01-30");
  add_event (fixture, "list", "[2025-01-11,2025-01-14]");

  fixture->window = gtk_window_new ();
  fixture->parent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->parent);
  fixture->edit = leadup_timeline_edit_new (fixture->parent);
  fixture->time.plot = (LeadupRect) { 0, 40, 100 * PIXELS_PER_DAY, 400 };
  fixture->time.scale = 1;
  leadup_time_scale_init (&fixture->time.time, NULL, leadup_calendar_date_instant (2025, 1, 1),
                          leadup_calendar_date_instant (2025, 4, 11), 0, 100 * PIXELS_PER_DAY);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  leadup_timeline_edit_free (fixture->edit);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
}

static const char *
get_edtf (Fixture    *fixture,
          const char *id)
{
  LeadupEvent *event = leadup_story_lookup (leadup_workspace_get_story (fixture->workspace),
                                            LEADUP_RECORD_EVENT, id);

  return leadup_when_get_edtf (leadup_event_get_when (event));
}

static gboolean
press (Fixture    *fixture,
       const char *id,
       double      x)
{
  LeadupSceneGroup group = { .kind = LEADUP_SCENE_EVENT, .id = id, .bounds = { x, 60, 100, 16 } };

  return leadup_timeline_edit_begin (fixture->edit, fixture->workspace, &group, x, &fixture->time);
}

static const struct
{
  const char *id;
  double x;
  double days;
  const char *after;
} drags[] = {
  { "day", 105, 3.4, "2025-01-14" },
  { "day", 105, -10, "2025-01-01" },
  { "month", 320, 20, "2025-03" },
  { "month", 320, 10, "2025-02" },
  { "span", 250, 2, "2025-01-23/2025-02-01" },
  { "span", 201, 2, "2025-01-23/2025-01-30" },
  { "span", 299, 2, "2025-01-21/2025-02-01" },
  { "span", 299, -20, "2025-01-21/2025-01-30" },
  { "list", 105, 3, "[2025-01-11,2025-01-14]" },
};

static void
test_a_selected_event_follows_the_pointer_by_its_own_steps (Fixture      *fixture,
                                                            gconstpointer data)
{
  LeadupHistory *history = leadup_workspace_get_history (fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autofree char *before = g_strdup (get_edtf (fixture, drags[i].id));
      gboolean changes = !g_str_equal (before, drags[i].after);

      leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, drags[i].id);
      g_assert_true (press (fixture, drags[i].id, drags[i].x));
      g_assert_true (leadup_timeline_edit_is_active (fixture->edit));
      leadup_timeline_edit_update (fixture->edit, drags[i].days * PIXELS_PER_DAY / 2,
                                   &fixture->time);
      leadup_timeline_edit_update (fixture->edit, drags[i].days * PIXELS_PER_DAY, &fixture->time);
      g_assert_cmpstr (get_edtf (fixture, drags[i].id), ==, before);
      leadup_timeline_edit_finish (fixture->edit, fixture->workspace);
      g_assert_false (leadup_timeline_edit_is_active (fixture->edit));
      g_assert_cmpstr (get_edtf (fixture, drags[i].id), ==, drags[i].after);

      /* One step back, whatever way the pointer went. */
      if (changes)
        g_assert_true (leadup_history_undo (history));
      g_assert_cmpstr (get_edtf (fixture, drags[i].id), ==, before);
    }
}

static void
test_what_is_not_selected_stays_and_pans (Fixture      *fixture,
                                          gconstpointer data)
{
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "month");

  g_assert_false (press (fixture, "day", 105));
  g_assert_false (
      leadup_timeline_edit_begin (fixture->edit, fixture->workspace, NULL, 105, &fixture->time));
}

static void
test_a_drag_that_is_given_up_changes_nothing (Fixture      *fixture,
                                              gconstpointer data)
{
  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "day");
  g_assert_true (press (fixture, "day", 105));
  leadup_timeline_edit_update (fixture->edit, 5 * PIXELS_PER_DAY, &fixture->time);
  leadup_timeline_edit_cancel (fixture->edit);
  leadup_timeline_edit_finish (fixture->edit, fixture->workspace);

  g_assert_cmpstr (get_edtf (fixture, "day"), ==, "2025-01-11");
}

/* The text of the first label below a widget that contains @word. */
static const char *
find_text (GtkWidget  *widget,
           const char *word)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), word) != NULL)
    return gtk_label_get_label (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = find_text (child, word);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_intervals_are_measured_from_the_event_that_was_chosen (Fixture      *fixture,
                                                            gconstpointer data)
{
  leadup_workspace_select_none (fixture->workspace);
  g_assert_false (leadup_timeline_edit_measure (fixture->edit, fixture->workspace));

  leadup_workspace_select (fixture->workspace, LEADUP_RECORD_EVENT, "day");
  g_assert_true (leadup_timeline_edit_measure (fixture->edit, fixture->workspace));
  leadup_workspace_set_hover (fixture->workspace, LEADUP_RECORD_EVENT, FALSE, "span");
  leadup_timeline_edit_tell (fixture->edit, fixture->workspace);
  g_assert_nonnull (find_text (fixture->parent, "T + 10 d"));

  /* Pressed again, it stops. */
  g_assert_true (leadup_timeline_edit_measure (fixture->edit, fixture->workspace));
  leadup_workspace_select_none (fixture->workspace);
  g_assert_false (leadup_timeline_edit_measure (fixture->edit, fixture->workspace));
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child);

  return found;
}

static void
test_the_button_that_stops_measuring_says_so (Fixture      *fixture,
                                              gconstpointer data)
{
  GtkWidget *button = find_button (fixture->parent);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stop Measuring");
}

static void
fill (LeadupPalette *palette,
      const char    *text,
      gpointer       data)
{
  static const char *const names[] = { "Zoom In", "Zoom Out", "Fit All" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (leadup_palette_matches (names[i], text))
      leadup_palette_add (palette, names[i], "Ctrl+0", "win.x", g_variant_new_string (names[i]));
  leadup_palette_tell (palette, text);
}

static void
test_a_palette_offers_what_matches (Fixture      *fixture,
                                    gconstpointer data)
{
  LeadupPalette *palette =
      leadup_palette_new (GTK_WINDOW (fixture->window), "Commands", "Type", fill, NULL);

  g_assert_nonnull (find_text (GTK_WIDGET (palette), "Zoom In"));
  g_assert_nonnull (find_text (GTK_WIDGET (palette), "Fit All"));
  gtk_window_destroy (GTK_WINDOW (palette));

  g_assert_true (leadup_palette_matches ("View: Zoom In", "in zo"));
  g_assert_true (leadup_palette_matches ("Nicolás Maduro", "nicolas"));
  g_assert_true (leadup_palette_matches ("Anything", ""));
  g_assert_false (leadup_palette_matches ("Zoom In", "out"));
  g_assert_false (leadup_palette_matches ("Zoom In", "oom"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/timeline-edit/a-selected-event-follows-the-pointer-by-its-own-steps",
       test_a_selected_event_follows_the_pointer_by_its_own_steps);
  ADD ("/timeline-edit/what-is-not-selected-stays-and-pans",
       test_what_is_not_selected_stays_and_pans);
  ADD ("/timeline-edit/a-drag-that-is-given-up-changes-nothing",
       test_a_drag_that_is_given_up_changes_nothing);
  ADD ("/timeline-edit/intervals-are-measured-from-the-event-that-was-chosen",
       test_intervals_are_measured_from_the_event_that_was_chosen);
  ADD ("/timeline-edit/the-button-that-stops-measuring-says-so",
       test_the_button_that_stops_measuring_says_so);
  ADD ("/palette/a-palette-offers-what-matches", test_a_palette_offers_what_matches);
#undef ADD

  return g_test_run ();
}
