/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "ui/leadup-export-dialog-private.h"

#include <string.h>

typedef struct
{
  LeadupDocument *document;
  LeadupWorkspace *workspace;
  GtkWindow *window;
  LeadupExportDialog *dialog;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.leadup", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->document = leadup_document_new ();
  leadup_document_load (fixture->document, file, NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = leadup_workspace_new ();
  leadup_workspace_set_document (fixture->workspace, fixture->document);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->window);
  fixture->dialog =
      leadup_export_dialog_new (fixture->window, fixture->workspace, LEADUP_PICTURE_TIMELINE);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
}

/* Until the picture of what is chosen now is there. */
static void
wait_for_preview (Fixture *fixture)
{
  gtk_picture_set_paintable (fixture->dialog->preview, NULL);
  while (gtk_picture_get_paintable (fixture->dialog->preview) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
choose_format (Fixture    *fixture,
               const char *id)
{
  guint i = 0;

  while (!g_str_equal (leadup_exporters_get_all ()[i]->id, id))
    i++;
  adw_combo_row_set_selected (fixture->dialog->format_row, i);
}

static void
choose_size (Fixture    *fixture,
             const char *id)
{
  guint i = 0;

  while (!g_str_equal (
      ((const LeadupExportPreset *) g_ptr_array_index (fixture->dialog->presets, i))->id, id))
    i++;
  adw_combo_row_set_selected (fixture->dialog->size_row, i);
}

static void
test_the_preview_has_the_shape_of_the_size (Fixture      *fixture,
                                            gconstpointer data)
{
  GdkPaintable *paintable;

  choose_size (fixture, "slide");
  g_assert_cmpfloat (gtk_spin_button_get_value (fixture->dialog->width_spin), ==, 1920);
  g_assert_cmpfloat (gtk_spin_button_get_value (fixture->dialog->height_spin), ==, 1080);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->dialog->scale_row), ==, 0);
  wait_for_preview (fixture);
  paintable = gtk_picture_get_paintable (fixture->dialog->preview);
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (paintable),
                                  1920.0 / 1080, 0.01);

  gtk_spin_button_set_value (fixture->dialog->height_spin, 1920);
  wait_for_preview (fixture);
  paintable = gtk_picture_get_paintable (fixture->dialog->preview);
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (paintable), 1, 0.01);
}

/* Everybody's desktop in a test has a configuration of its own. */
static void
test_a_size_is_kept_under_a_name_and_forgotten (Fixture      *fixture,
                                                gconstpointer data)
{
  LeadupExportDialog *dialog = fixture->dialog;
  guint n = dialog->presets->len;
  g_autofree char *path = leadup_own_presets_dup_path ();

  gtk_spin_button_set_value (dialog->width_spin, 1490);
  gtk_spin_button_set_value (dialog->height_spin, 770);
  gtk_switch_set_active (dialog->texts_switch, FALSE);
  gtk_editable_set_text (dialog->own_size_row, "Front page");
  g_signal_emit_by_name (dialog->own_size_row, "apply");
  g_assert_cmpuint (dialog->presets->len, ==, n + 1);
  g_assert_cmpuint (adw_combo_row_get_selected (dialog->size_row), ==, n);
  g_assert_true (gtk_widget_get_visible (dialog->size_forget));
  g_assert_cmpstr (gtk_editable_get_text (dialog->own_size_row), ==, "");

  choose_size (fixture, "slide");
  g_assert_false (gtk_widget_get_visible (dialog->size_forget));
  choose_size (fixture, "front-page");
  g_assert_cmpfloat (gtk_spin_button_get_value (dialog->width_spin), ==, 1490);
  g_assert_cmpfloat (gtk_spin_button_get_value (dialog->height_spin), ==, 770);
  g_assert_false (gtk_switch_get_active (dialog->texts_switch));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  g_signal_emit_by_name (dialog->size_forget, "clicked");
  g_assert_cmpuint (dialog->presets->len, ==, n);
  g_assert_cmpuint (adw_combo_row_get_selected (dialog->size_row), ==, 0);
}

/* Sizes of a house style stand before one's own: the list changes in the middle. */
static void
test_a_size_stays_chosen_when_the_style_changes (Fixture      *fixture,
                                                 gconstpointer data)
{
  LeadupExportDialog *dialog = fixture->dialog;
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "house-style.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_editable_set_text (dialog->own_size_row, "Mine");
  g_signal_emit_by_name (dialog->own_size_row, "apply");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *size = NULL;

      leadup_export_dialog_use_style (
          dialog, i == 0 ? leadup_house_style_load (file, NULL, NULL) : NULL);
      size = leadup_export_dialog_dup_size (dialog);
      g_assert_cmpstr (size, ==, "mine");
      g_assert_true (gtk_widget_get_visible (dialog->size_forget));
    }
  leadup_export_dialog_use_style (dialog, leadup_house_style_load (file, NULL, NULL));
  choose_size (fixture, "front-page");
  g_assert_false (gtk_widget_get_visible (dialog->size_forget));
  leadup_export_dialog_use_style (dialog, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (dialog->size_row), ==, 0);
  choose_size (fixture, "mine");
  g_signal_emit_by_name (dialog->size_forget, "clicked");
}

/* The preview, which would like more than there is, leaves it to them. */
static void
test_the_options_ask_for_room_for_their_names (Fixture      *fixture,
                                               gconstpointer data)
{
  GtkWidget *options =
      gtk_widget_get_ancestor (GTK_WIDGET (fixture->dialog->width_spin), GTK_TYPE_SCROLLED_WINDOW);
  int natural;

  gtk_widget_measure (options, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >=, 320);
}

static void
test_it_says_what_is_in_doubt_and_what_stays_here (Fixture      *fixture,
                                                   gconstpointer data)
{
  const char *notice;

  wait_for_preview (fixture);
  notice = gtk_label_get_label (fixture->dialog->notice);
  g_assert_nonnull (strstr (notice, "40 events · 1 disputed"));
  g_assert_nonnull (strstr (notice, "Notes, embargoed"));
  gtk_switch_set_active (fixture->dialog->insiders_switch, TRUE);
  wait_for_preview (fixture);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->dialog->notice), "Not for outsiders"));
}

static void
test_only_what_the_format_knows_can_be_chosen (Fixture      *fixture,
                                               gconstpointer data)
{
  static const struct
  {
    const char *format;
    gboolean has_size;
    gboolean has_scale;
    gboolean has_paper;
  } cases[] = {
    { "png", TRUE, TRUE, FALSE },
    { "svg", TRUE, FALSE, FALSE },
    { "pdf", TRUE, FALSE, TRUE },
    { "csv", FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose_format (fixture, cases[i].format);
      wait_for_preview (fixture);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (fixture->dialog->width_spin)), ==,
                       cases[i].has_size);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (fixture->dialog->scale_row)), ==,
                       cases[i].has_scale);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (fixture->dialog->paper_row)), ==,
                       cases[i].has_paper);
    }
}

static void
test_a_copy_is_picture_drawing_and_text (Fixture      *fixture,
                                         gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->dialog));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  wait_for_preview (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.copy", NULL);
  while (!gdk_content_formats_contain_mime_type (formats, "image/svg+xml"))
    {
      g_main_context_iteration (NULL, TRUE);
      formats = gdk_clipboard_get_formats (clipboard);
    }
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  leadup_ui_register_resource ();
  adw_init ();

  g_test_add ("/export-dialog/the-preview-has-the-shape-of-the-size", Fixture, NULL, set_up,
              test_the_preview_has_the_shape_of_the_size, tear_down);
  g_test_add ("/export-dialog/a-size-is-kept-under-a-name-and-forgotten", Fixture, NULL, set_up,
              test_a_size_is_kept_under_a_name_and_forgotten, tear_down);
  g_test_add ("/export-dialog/a-size-stays-chosen-when-the-style-changes", Fixture, NULL, set_up,
              test_a_size_stays_chosen_when_the_style_changes, tear_down);
  g_test_add ("/export-dialog/the-options-ask-for-room-for-their-names", Fixture, NULL, set_up,
              test_the_options_ask_for_room_for_their_names, tear_down);
  g_test_add ("/export-dialog/says-what-is-in-doubt-and-what-stays-here", Fixture, NULL, set_up,
              test_it_says_what_is_in_doubt_and_what_stays_here, tear_down);
  g_test_add ("/export-dialog/only-what-the-format-knows-can-be-chosen", Fixture, NULL, set_up,
              test_only_what_the_format_knows_can_be_chosen, tear_down);
  g_test_add ("/export-dialog/a-copy-is-picture-drawing-and-text", Fixture, NULL, set_up,
              test_a_copy_is_picture_drawing_and_text, tear_down);

  return g_test_run ();
}
