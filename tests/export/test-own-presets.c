/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "export/leadup-own-presets.h"

#include <glib/gstdio.h>
#include <string.h>

/* A path in a directory of its own, in which there is nothing yet. */
static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("leadup-sizes-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (directory, "config", "sizes.ini", NULL);
}

static void
remove_path (const char *path)
{
  g_autofree char *config = g_path_get_dirname (path);
  g_autofree char *directory = g_path_get_dirname (config);

  g_unlink (path);
  g_rmdir (config);
  g_rmdir (directory);
}

static void
test_what_is_kept_is_there_next_time (void)
{
  static const LeadupExportPreset numbers = { .width = 1480,
                                              .height = 900,
                                              .scale = 3,
                                              .zoom = 1.5,
                                              .is_plain = TRUE,
                                              .paper = "a3" };
  static const LeadupExportPreset others = { .width = 500, .scale = 1, .zoom = 1 };
  g_autofree char *path = make_path ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, &error);
      const LeadupExportPreset *kept;

      g_assert_no_error (error);
      g_assert_cmpuint (leadup_own_presets_get_n (own), ==, i);
      kept = i == 0 ? leadup_own_presets_keep (own, "Front page / wide", &numbers, &error)
                    : leadup_own_presets_get (own, 0);
      g_assert_no_error (error);
      g_assert_cmpstr (kept->id, ==, "front-page-wide");
      g_assert_cmpstr (kept->label, ==, "Front page / wide");
      g_assert_cmpfloat (kept->width, ==, 1480);
      g_assert_cmpfloat (kept->height, ==, 900);
      g_assert_cmpfloat (kept->scale, ==, 3);
      g_assert_cmpfloat (kept->zoom, ==, 1.5);
      g_assert_true (kept->is_plain);
      g_assert_cmpstr (kept->paper, ==, "a3");
      g_assert_true (leadup_own_presets_find (own, "front-page-wide") == kept);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, &error);

      if (i == 0)
        leadup_own_presets_keep (own, "front page WIDE", &others, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (leadup_own_presets_get_n (own), ==, 1);
      g_assert_cmpfloat (leadup_own_presets_get (own, 0)->width, ==, 500);
      g_assert_null (leadup_own_presets_get (own, 0)->paper);
      if (i == 1)
        leadup_own_presets_forget (own, leadup_own_presets_get (own, 0)->id, &error);
      g_assert_no_error (error);
    }
  {
    g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, &error);

    g_assert_cmpuint (leadup_own_presets_get_n (own), ==, 0);
    g_assert_null (leadup_own_presets_find (own, "front-page-wide"));
  }
  remove_path (path);
}

static void
test_names_that_cannot_be_are_refused (void)
{
  static const char *const names[] = { "", "  ", "///", "Slide", "A4" };
  static const LeadupExportPreset numbers = { .width = 500, .scale = 1, .zoom = 1 };
  g_autofree char *path = make_path ();
  g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (leadup_own_presets_keep (own, names[i], &numbers, &error));
      g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
      g_assert_nonnull (strstr (error->message, "another"));
    }
  g_assert_cmpuint (leadup_own_presets_get_n (own), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_path (path);
}

/* Who wrote it by hand learns what is wrong, and it is not written over. */
static void
test_a_broken_file_is_told_and_left_alone (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "width=3\n", "sizes.ini" },
    { "[a]\nwidth=12\n", "width" },
    { "[a]\nwidth=nan\n", "width" },
    { "[a]\nwidth=wide\n", "width" },
    { "[a]\nheight=-1\n", "height" },
    { "[a]\nscale=9\n", "scale" },
    { "[a]\npaper=b5\n", "b5" },
    { "[a\nwidth=500\n", "sizes.ini" },
    { "\x1f\x8b\x08", "sizes.ini" },
  };
  g_autofree char *path = make_path ();
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *many = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_mkdir (directory, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      g_assert_null (leadup_own_presets_load (path, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }

  for (guint i = 0; i <= LEADUP_OWN_PRESETS_MAX; i++)
    g_string_append_printf (text, "[s%u]\nwidth=500\n", i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_assert_null (leadup_own_presets_load (path, NULL));
  many = g_strnfill (300 * 1024, '#');
  g_assert_true (g_file_set_contents (path, many, -1, NULL));
  g_assert_null (leadup_own_presets_load (path, NULL));
  g_unlink (path);
  g_mkdir (path, 0700);
  g_assert_null (leadup_own_presets_load (path, NULL));
  g_rmdir (path);
  remove_path (path);
}

static void
test_what_cannot_be_written_is_told (void)
{
  static const LeadupExportPreset numbers = { .width = 500, .scale = 1, .zoom = 1 };
  g_autofree char *path = make_path ();
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *default_path = leadup_own_presets_dup_path ();
  g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, NULL);
  g_autoptr (GError) error = NULL;

  /* A file where the directory has to be. */
  g_assert_true (g_file_set_contents (directory, "", 0, NULL));
  g_assert_null (leadup_own_presets_keep (own, "Mine", &numbers, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (leadup_own_presets_get_n (own), ==, 0);
  g_clear_error (&error);
  g_assert_false (leadup_own_presets_forget (own, "mine", &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (default_path, g_get_user_config_dir ()));
  g_unlink (directory);
  remove_path (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-presets/what-is-kept-is-there-next-time",
                   test_what_is_kept_is_there_next_time);
  g_test_add_func ("/own-presets/names-that-cannot-be-are-refused",
                   test_names_that_cannot_be_are_refused);
  g_test_add_func ("/own-presets/a-broken-file-is-told-and-left-alone",
                   test_a_broken_file_is_told_and_left_alone);
  g_test_add_func ("/own-presets/what-cannot-be-written-is-told",
                   test_what_cannot_be_written_is_told);

  return g_test_run ();
}
