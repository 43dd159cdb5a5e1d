/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "export-story.h"
#include "export/leadup-pages.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static LeadupPages *
make_pages (const LeadupExportOptions *options)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GError) error = NULL;
  LeadupPages *pages = leadup_pages_new (snapshot, options, 0, 0, NULL, &error);

  g_assert_no_error (error);

  return pages;
}

static void
test_pages_are_as_large_as_chart_or_paper (void)
{
  static const struct
  {
    LeadupPaper paper;
    gboolean is_tiled;
    gboolean has_steps;
    double width; /* points */
    guint n_pages;
  } cases[] = {
    { LEADUP_PAPER_NONE, FALSE, FALSE, 1500, 1 }, { LEADUP_PAPER_A4, FALSE, FALSE, 841.89, 1 },
    { LEADUP_PAPER_A4, TRUE, FALSE, 841.89, 2 },  { LEADUP_PAPER_A3, FALSE, TRUE, 1190.551, 2 },
    { LEADUP_PAPER_NONE, FALSE, TRUE, 1500, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (LeadupPages) pages = NULL;
      double width, height;

      options.width = 2000;
      options.paper = cases[i].paper;
      options.is_tiled = cases[i].is_tiled;
      options.has_steps = cases[i].has_steps;
      pages = make_pages (&options);
      g_assert_cmpuint (leadup_pages_get_n (pages), ==, cases[i].n_pages);
      leadup_pages_get_size (pages, 0, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width, 0.001);
      g_assert_cmpfloat (height, >, 100);
    }
}

static void
test_tiles_show_the_whole_chart_and_share_an_edge (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupPages) pages = NULL;
  guint n_shown = 0;

  options.width = 3000;
  options.paper = LEADUP_PAPER_A4;
  options.is_tiled = TRUE;
  pages = make_pages (&options);
  for (double x = 1; x < 3000; x += 10)
    {
      guint n = 0;

      for (guint i = 0; i < leadup_pages_get_n (pages); i++)
        {
          LeadupRect placed;

          n += leadup_pages_place (pages, i, &(LeadupRect) { x, 50, 1, 1 }, &placed);
        }
      g_assert_cmpuint (n, >=, 1);
      n_shown += n == 2;
    }
  g_assert_cmpuint (n_shown, >, 4);
}

static void
test_a_story_without_steps_has_no_pages_of_steps (void)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (infos, leadup_info_new (&(LeadupInfoFields) { .title = "Empty" }));
  records[LEADUP_RECORD_INFO] = infos;
  snapshot = leadup_snapshot_new (records);
  options.has_steps = TRUE;
  g_assert_null (leadup_pages_new (snapshot, &options, 0, 0, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
}

static void
test_a_step_brings_its_view_and_its_caption (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  g_assert_cmpuint (leadup_export_options_count_steps (snapshot), ==, 2);
  g_assert_true (leadup_export_options_set_step (&options, snapshot, 1));
  g_assert_cmpstr (options.subtitle, ==, "It begins");
  g_assert_cmpint (options.from, ==, leadup_calendar_date_instant (2025, 3, 1));
  g_assert_true (leadup_export_options_set_step (&options, snapshot, 2));
  g_assert_cmpint (options.picture, ==, LEADUP_PICTURE_GRAPH);
  g_assert_false (leadup_export_options_set_step (&options, snapshot, 3));
  g_assert_false (leadup_export_options_set_step (&options, snapshot, 0));
}

/* Lanes that are hidden in the window are hidden in the file. */
static void
test_a_chart_has_the_lanes_of_its_view (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  const LeadupLaneOptions lanes[] = { { .key = "statement", .is_hidden = TRUE } };
  g_autoptr (LeadupView) view = leadup_view_new (&(LeadupViewFields) {
      .id = "v", .lanes_by = LEADUP_LANES_BY_CATEGORY, .lanes = lanes, .n_lanes = 1 });

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LeadupChart) chart = NULL;

      options.lanes = i == 0 ? NULL : view;
      options.lanes_by = i == 2 ? LEADUP_LANES_BY_VERIFICATION : LEADUP_LANES_BY_CATEGORY;
      chart = leadup_chart_new (snapshot, &options, NULL, NULL);
      g_assert_nonnull (leadup_scene_find (chart->scene, LEADUP_SCENE_EVENT, "e1"));
      g_assert_cmpint (leadup_scene_find (chart->scene, LEADUP_SCENE_EVENT, "e2") == NULL, ==,
                       i == 1);
    }
}

static LeadupSnapshot *
make_long_story (guint n_events)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (infos, leadup_info_new (&(LeadupInfoFields) { .title = "A long year" }));
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%03u", i);
      g_autofree char *day = g_strdup_printf ("%u-%02u-%02u", 2025 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
      g_autofree char *title = g_strnfill (20 + i * 37 % 200, 'x');
      g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (day, NULL);
      LeadupEventFields fields;

      fields = (LeadupEventFields) { .id = id, .title = title, .when = when };
      g_ptr_array_add (events, leadup_event_new (&fields));
    }
  records[LEADUP_RECORD_INFO] = infos;
  records[LEADUP_RECORD_EVENT] = events;

  return leadup_snapshot_new (records);
}

static void
test_a_table_breaks_between_its_rows (void)
{
  static const guint sizes[] = { 0, 1, 60, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LeadupSnapshot) snapshot = make_long_story (sizes[i]);
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (LeadupPages) pages = NULL;
      guint n_rows = 0;

      options.picture = LEADUP_PICTURE_TABLE;
      options.paper = LEADUP_PAPER_A4;
      options.is_tiled = i == 3;
      pages = leadup_pages_new (snapshot, &options, 0, 0, NULL, NULL);
      g_assert_nonnull (pages);
      g_assert_cmpuint (leadup_pages_get_n (pages) > 1, ==, sizes[i] > 1);
      for (guint page = 0; page < leadup_pages_get_n (pages); page++)
        {
          const LeadupScene *scene = leadup_pages_get_chart (pages, page)->scene;

          for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
            {
              const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);
              g_autofree char *expected = g_strdup_printf ("e%03u", n_rows);

              if (group->kind != LEADUP_SCENE_EVENT)
                continue;
              g_assert_cmpstr (group->id, ==, expected);
              g_assert_cmpfloat (group->bounds.y + group->bounds.height, <,
                                 leadup_scene_get_height (scene) - 20);
              n_rows++;
            }
        }
      g_assert_cmpuint (n_rows, ==, sizes[i]);
    }
}

/* Two events with five years between them. */
static LeadupSnapshot *
make_quiet_snapshot (void)
{
  static const char *const days[] = { "2020-01-01", "2025-01-01" };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { [LEADUP_RECORD_EVENT] = events,
                                                [LEADUP_RECORD_INFO] = infos };

  g_ptr_array_add (infos, leadup_info_new (&(LeadupInfoFields) { .title = "Quiet" }));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (days[i], NULL);

      g_ptr_array_add (events, leadup_event_new (&(LeadupEventFields) {
                                   .id = days[i], .title = days[i], .when = when }));
    }

  return leadup_snapshot_new (records);
}

/* Folded there, folded here; and on the command line it is an option. */
static void
test_a_chart_folds_what_its_view_folds (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_quiet_snapshot ();
  g_autoptr (LeadupView) view = leadup_view_new (&(LeadupViewFields) {
      .id = "v", .lanes_by = LEADUP_LANES_BY_ACTOR, .is_quiet_folded = TRUE });
  guint n_breaks[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (n_breaks); i++)
    {
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (LeadupChart) chart = NULL;

      options.lanes = i == 1 ? view : NULL;
      options.is_quiet_folded = i == 2;
      chart = leadup_chart_new (snapshot, &options, NULL, NULL);
      for (guint j = 0; j < leadup_scene_get_n_groups (chart->scene); j++)
        n_breaks[i] += leadup_scene_get_group (chart->scene, j)->kind == LEADUP_SCENE_BREAK;
    }
  g_assert_cmpuint (n_breaks[0], ==, 0);
  g_assert_cmpuint (n_breaks[1], >, 0);
  g_assert_cmpuint (n_breaks[2], ==, n_breaks[1]);
}

/* Four hundred pages of at most so many rows each: no chart is made to find that out. */
static void
test_a_table_of_too_many_rows_is_refused (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_long_story (20000);
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.picture = LEADUP_PICTURE_TABLE;
  options.paper = LEADUP_PAPER_A4;
  g_assert_null (leadup_pages_new (snapshot, &options, 0, 0, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

static void
test_papers_have_names_and_lie_on_their_side (void)
{
  for (guint i = 0; i < LEADUP_N_PAPERS; i++)
    {
      LeadupPaper paper;
      double width, height;

      g_assert_true (leadup_paper_from_string (leadup_paper_to_string ((LeadupPaper) i), &paper));
      g_assert_cmpuint (paper, ==, i);
      leadup_paper_get_size (paper, &width, &height);
      g_assert_true (i == LEADUP_PAPER_NONE || width > height);
    }
}

/* Returns: (nullable): what a program says about a PDF; NULL where it is not installed */
static char *
ask (const char * const  *words,
     GBytes              *pdf)
{
  g_autofree char *path = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  char *said = NULL;
  int file;

  file = g_file_open_tmp ("leadup-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf)), ==,
                   (gssize) g_bytes_get_size (pdf));
  close (file);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (line, (char *) (g_str_equal (words[i], "FILE") ? path : words[i]));
  g_ptr_array_add (line, NULL);
  process =
      g_subprocess_newv ((const char *const *) line->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  if (process != NULL)
    {
      g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
      g_assert_no_error (error);
      if (!g_subprocess_get_successful (process))
        g_error ("%s: %s", words[0], said);
    }
  g_unlink (path);

  return said;
}

static void
test_other_programs_read_the_pdf (void)
{
  static const struct
  {
    const char *words[6];
    const char *says[5];
  } cases[] = {
    { { "pdftotext", "-layout", "FILE", "-" },
      { "The <harbour> & the fleet", "Fleet shells the harbour", "Who against whom",
        "Northland" } },
    { { "pdfinfo", "FILE" }, { "The <harbour> & the fleet", "Pages:           2", "Leadup" } },
    { { "pdfinfo", "-url", "FILE" }, { "https://example.org/fleet?a=1&b=2" } },
    { { "qpdf", "--check", "FILE" }, { "No syntax or stream encoding errors" } },
    { { "qpdf", "--json", "--json-key=outlines", "FILE" }, { "The shelling" } },
  };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GBytes) pdf = NULL;

  options.has_steps = TRUE;
  options.paper = LEADUP_PAPER_A3;
  pdf = leadup_exporters_find ("pdf")->write (snapshot, &options, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = ask (cases[i].words, pdf);

      for (guint j = 0; said != NULL && cases[i].says[j] != NULL; j++)
        if (strstr (said, cases[i].says[j]) == NULL)
          g_error ("%s does not say “%s” but “%s”", cases[i].words[0], cases[i].says[j], said);
    }
}

static void
test_fonts_are_in_the_pdf (void)
{
  static const char *const words[] = { "pdffonts", "FILE", NULL };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GBytes) pdf = leadup_exporters_find ("pdf")->write (snapshot, &options, NULL, NULL);
  g_autofree char *said = ask (words, pdf);
  g_auto (GStrv) lines = NULL;
  const char *embedded;

  if (said == NULL)
    {
      g_test_skip ("pdffonts is not installed");
      return;
    }

  lines = g_strsplit (g_strchomp (said), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  embedded = strstr (lines[0], "emb");
  g_assert_nonnull (embedded);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i] + (embedded - lines[0]), "yes"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/are-as-large-as-chart-or-paper",
                   test_pages_are_as_large_as_chart_or_paper);
  g_test_add_func ("/pages/tiles-show-the-whole-chart-and-share-an-edge",
                   test_tiles_show_the_whole_chart_and_share_an_edge);
  g_test_add_func ("/pages/a-story-without-steps-has-none-of-steps",
                   test_a_story_without_steps_has_no_pages_of_steps);
  g_test_add_func ("/pages/a-step-brings-its-view-and-its-caption",
                   test_a_step_brings_its_view_and_its_caption);
  g_test_add_func ("/pages/a-chart-has-the-lanes-of-its-view",
                   test_a_chart_has_the_lanes_of_its_view);
  g_test_add_func ("/pages/a-table-breaks-between-its-rows", test_a_table_breaks_between_its_rows);
  g_test_add_func ("/pages/a-chart-folds-what-its-view-folds",
                   test_a_chart_folds_what_its_view_folds);
  g_test_add_func ("/pages/a-table-of-too-many-rows-is-refused",
                   test_a_table_of_too_many_rows_is_refused);
  g_test_add_func ("/pages/papers-have-names-and-lie-on-their-side",
                   test_papers_have_names_and_lie_on_their_side);
  g_test_add_func ("/pdf/other-programs-read-it", test_other_programs_read_the_pdf);
  g_test_add_func ("/pdf/holds-its-fonts", test_fonts_are_in_the_pdf);

  return g_test_run ();
}
