/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-text-measure.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char *const texts[] = {
  "",
  "Strike",
  "Missile strike on the radar station at Hallen, the ministry says",
  "غارة على الميناء محادثات في أورام تحذير من العقوبات",
  "海峡之争如何升级为一场无人愿意的战争",
  "été de\xcc\x81ja\xcc\x80 vu — naïve coöperation",
  "👩‍👩‍👧 family, 🇺🇦 flag, and words",
};

static void
test_cut_texts_fit (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 0; width < 420; width += 23)
      {
        g_autofree char *cut =
            leadup_text_measure_ellipsize (measure, LEADUP_TEXT_LABEL, texts[i], width);

        g_assert_true (g_utf8_validate (cut, -1, NULL));
        g_assert_cmpfloat (leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, cut), <=,
                           width);
        if (leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, texts[i]) <= width)
          g_assert_cmpstr (cut, ==, texts[i]);
        else if (cut[0] != '\0')
          g_assert_true (g_str_has_suffix (cut, "…"));
      }
}

static void
test_wrapped_lines_fit_and_lose_no_word (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));

  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) lines =
          leadup_text_measure_wrap (measure, LEADUP_TEXT_TITLE, texts[i], 240, 20);
      g_auto (GStrv) two = leadup_text_measure_wrap (measure, LEADUP_TEXT_TITLE, texts[i], 240, 2);
      g_autoptr (GString) joined = g_string_new (NULL);
      g_autoptr (GString) whole = g_string_new (texts[i]);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_cmpfloat (leadup_text_measure_get_width (measure, LEADUP_TEXT_TITLE, lines[j]),
                             <=, 240);
          g_string_append (joined, lines[j]);
        }
      g_string_replace (joined, " ", "", 0);
      g_string_replace (whole, " ", "", 0);
      g_assert_cmpstr (joined->str, ==, whole->str);
      g_assert_cmpuint (g_strv_length (two), <=, 2);
    }
}

static void
test_estimates_are_near (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));

  /* Latin and Chinese: what rows are reserved by. Joined scripts only come out narrower. */
  for (guint i = 1; i < 5; i++)
    {
      double width = leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, texts[i]);
      double estimate = leadup_text_measure_estimate (measure, LEADUP_TEXT_LABEL, texts[i]);

      g_assert_cmpfloat (estimate * 1.03 + 2, >=, width);
    }
}

static void
test_endless_texts_are_bounded (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));
  g_autofree char *letters = g_strnfill (1000000, 'm');
  GString *marks = g_string_new ("a");
  double width;

  for (guint i = 0; i < 5000; i++)
    g_string_append (marks, "\xcc\x81");
  width = leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, letters);
  g_assert_cmpfloat (width, >, 0);
  g_assert_cmpfloat (width, <, 300 * 20);
  g_assert_cmpuint (strlen (pango_layout_get_text (
                        leadup_text_measure_get_layout (measure, LEADUP_TEXT_LABEL, marks->str))),
                    <=, 1 + 2 * 16);
  g_string_free (marks, TRUE);
}

static void
test_paragraphs_and_bad_bytes_become_one_line (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get (NULL));
  PangoLayout *layout = leadup_text_measure_get_layout (measure, LEADUP_TEXT_LABEL,
                                                        "a\nb\xe2\x80\xa9"
                                                        "c\xff");

  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  g_assert_cmpstr (pango_layout_get_text (layout), ==, "a b c\xef\xbf\xbd");
}

static void
test_many_texts_do_not_fill_the_memory (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  double first = leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, "first");

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      leadup_text_measure_get_width (measure, LEADUP_TEXT_BADGE, text);
      if (i % 1000 == 0)
        g_assert_cmpfloat (leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, "first"), ==,
                           first);
    }
}

static void
test_fixed_widths_come_from_a_table (void)
{
  const LeadupTheme *theme = leadup_theme_get (NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  double size = theme->fonts[LEADUP_TEXT_LABEL].size;

  g_assert_cmpfloat_with_epsilon (leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, "aa"),
                                  2 * 0.54 * size, 1e-9);
  g_assert_cmpfloat_with_epsilon (leadup_text_measure_estimate (measure, LEADUP_TEXT_LABEL, "海"),
                                  size, 0.001);
  g_assert_cmpfloat (leadup_text_measure_get_height (measure, LEADUP_TEXT_LABEL), >, size);
  g_assert_cmpfloat (leadup_text_measure_get_ascent (measure, LEADUP_TEXT_LABEL), <,
                     leadup_text_measure_get_height (measure, LEADUP_TEXT_LABEL));
}

static void
test_exact_widths_grow_as_the_size_does (void)
{
  LeadupTheme twice = *leadup_theme_get (NULL);
  g_autoptr (LeadupTextMeasure) once_measure =
      leadup_text_measure_new_exact (leadup_theme_get (NULL));
  g_autoptr (LeadupTextMeasure) twice_measure = NULL;
  g_autoptr (LeadupTextMeasure) screen = leadup_text_measure_new (leadup_theme_get (NULL));

  twice.fonts[LEADUP_TEXT_LABEL].size *= 2;
  twice_measure = leadup_text_measure_new_exact (&twice);
  g_assert_true (leadup_text_measure_is_exact (once_measure));
  g_assert_false (leadup_text_measure_is_exact (screen));
  for (guint i = 1; i < G_N_ELEMENTS (texts) - 1; i++)
    {
      double width = leadup_text_measure_get_width (once_measure, LEADUP_TEXT_LABEL, texts[i]);

      g_assert_cmpfloat_with_epsilon (
          leadup_text_measure_get_width (twice_measure, LEADUP_TEXT_LABEL, texts[i]), 2 * width,
          0.01 * width);
    }

  g_assert_false (leadup_text_measure_has_outlines (screen, "a"));
  g_assert_false (leadup_text_measure_has_outlines (once_measure, "🇺🇦"));
}

/* What a chart keeps free for a text is what drawing it takes. */
static void
test_exact_texts_are_as_wide_and_high_as_they_are_drawn (void)
{
  static const char *const more[] = { "AVATAR To. We – fi ffl", "“Нота” об ultimatum", "إعلان הצהרה 12",
                                      "停戦 and more", "🇺🇦 flags 👩‍🚀", "é e\xcc\x81" };
  g_autoptr (LeadupTextMeasure) measure =
      leadup_text_measure_new_exact (leadup_theme_get (NULL));
  PangoLayout *letters;

  for (LeadupTextRole role = 0; role < LEADUP_N_TEXT_ROLES; role++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (more); i++)
        {
          const char *text =
              i < G_N_ELEMENTS (texts) ? texts[i] : more[i - G_N_ELEMENTS (texts)];
          double width = leadup_text_measure_get_width (measure, role, text);
          PangoRectangle logical;

          pango_layout_get_extents (leadup_text_measure_get_layout (measure, role, text), NULL,
                                    &logical);
          g_assert_cmpfloat_with_epsilon (width, (double) logical.width / PANGO_SCALE, 0.01);
        }

      letters = leadup_text_measure_get_layout (measure, role, "Oram");
      g_assert_cmpfloat_with_epsilon (leadup_text_measure_get_ascent (measure, role),
                                      (double) pango_layout_get_baseline (letters) / PANGO_SCALE,
                                      0.01);
    }
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new (NULL, NULL);
}

/* What a mask covers is what the text covers; letters that bring colours have none. */
static void
test_texts_become_masks (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get ("light"));
  LeadupTextMask mask = leadup_text_measure_get_mask (measure, LEADUP_TEXT_LABEL, "Oram", 1);
  pixman_image_t *at_one = mask.image;
  double width = leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, "Oram");

  g_assert_nonnull (mask.image);
  g_assert_cmpint (pixman_image_get_width (mask.image), >=, (int) width - 2);
  g_assert_cmpint (pixman_image_get_width (mask.image), <=, (int) width + 6);
  g_assert_cmpint (mask.y, <, 0);
  g_assert_cmpint (mask.y + pixman_image_get_height (mask.image), <=, 4);
  g_assert_true (
      leadup_text_measure_get_mask (measure, LEADUP_TEXT_LABEL, "Oram", 1).image == at_one);

  mask = leadup_text_measure_get_mask (measure, LEADUP_TEXT_LABEL, "Oram", 2);
  g_assert_cmpint (pixman_image_get_width (mask.image), >=, (int) (2 * width) - 4);
  g_assert_null (leadup_text_measure_get_mask (measure, LEADUP_TEXT_LABEL, "🚢", 1).image);
  g_assert_true (leadup_text_measure_get_sprites (measure, make_table) ==
                 leadup_text_measure_get_sprites (measure, make_table));
}

/* What fits is told with its width, and kept. */
static void
test_what_fits_is_kept (void)
{
  static const char *const text = "Tessal closes the Lower Strait to foreign tankers";
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get ("light"));
  double width = 0, whole = leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, text);

  g_assert_cmpstr (leadup_text_measure_fit (measure, LEADUP_TEXT_LABEL, text, whole + 1, &width),
                   ==, text);
  g_assert_cmpfloat_with_epsilon (width, whole, 0.01);
  for (double room = 30; room < whole; room += 37)
    {
      const char *cut = leadup_text_measure_fit (measure, LEADUP_TEXT_LABEL, text, room, &width);

      g_assert_true (g_str_has_suffix (cut, "…"));
      g_assert_cmpfloat (width, <=, room);
      g_assert_true (leadup_text_measure_fit (measure, LEADUP_TEXT_LABEL, text, room, NULL) == cut);
    }
}

/* The same cut again is the same text. */
static void
test_cut_texts_are_found_again (void)
{
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (leadup_theme_get ("light"));

  for (guint width = 20; width < 200; width += 45)
    {
      g_autofree char *first = leadup_text_measure_ellipsize (
          measure, LEADUP_TEXT_LABEL, "Tessal closes the Lower Strait to foreign tankers", width);
      g_autofree char *second = leadup_text_measure_ellipsize (
          measure, LEADUP_TEXT_LABEL, "Tessal closes the Lower Strait to foreign tankers", width);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpfloat (leadup_text_measure_get_width (measure, LEADUP_TEXT_LABEL, first), <=,
                         width);
    }
}

/* As on a machine that is out of memory or files for a moment; here there is none at all. */
static void
test_lines_have_a_height_without_any_font (void)
{
  static const char no_fonts[] = "<?xml version=\"1.0\"?><fontconfig></fontconfig>";
  g_autoptr (LeadupTextMeasure) drawn = NULL;
  g_autoptr (LeadupTextMeasure) exact = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  double size = leadup_theme_get (NULL)->fonts[LEADUP_TEXT_TITLE].size;
  int file;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  file = g_file_open_tmp ("no-fonts-XXXXXX.conf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, no_fonts, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);

  drawn = leadup_text_measure_new (leadup_theme_get (NULL));
  exact = leadup_text_measure_new_exact (leadup_theme_get (NULL));
  g_assert_cmpfloat (leadup_text_measure_get_height (drawn, LEADUP_TEXT_TITLE), >=, size);
  g_assert_cmpfloat (leadup_text_measure_get_ascent (drawn, LEADUP_TEXT_TITLE), >, size / 2);
  g_assert_cmpfloat (leadup_text_measure_get_height (exact, LEADUP_TEXT_TITLE), >=, size);
  g_assert_cmpfloat (leadup_text_measure_get_ascent (exact, LEADUP_TEXT_TITLE), >, size / 2);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-measure/cut-texts-fit", test_cut_texts_fit);
  g_test_add_func ("/text-measure/wrapped-lines-fit-and-lose-no-word",
                   test_wrapped_lines_fit_and_lose_no_word);
  g_test_add_func ("/text-measure/estimates-are-near", test_estimates_are_near);
  g_test_add_func ("/text-measure/endless-texts-are-bounded", test_endless_texts_are_bounded);
  g_test_add_func ("/text-measure/paragraphs-and-bad-bytes-become-one-line",
                   test_paragraphs_and_bad_bytes_become_one_line);
  g_test_add_func ("/text-measure/many-texts-do-not-fill-the-memory",
                   test_many_texts_do_not_fill_the_memory);
  g_test_add_func ("/text-measure/exact-widths-grow-as-the-size-does",
                   test_exact_widths_grow_as_the_size_does);
  g_test_add_func ("/text-measure/exact-texts-are-as-wide-and-high-as-they-are-drawn",
                   test_exact_texts_are_as_wide_and_high_as_they_are_drawn);
  g_test_add_func ("/text-measure/fixed-widths-come-from-a-table",
                   test_fixed_widths_come_from_a_table);
  g_test_add_func ("/text-measure/texts-become-masks", test_texts_become_masks);
  g_test_add_func ("/text-measure/what-fits-is-kept", test_what_fits_is_kept);
  g_test_add_func ("/text-measure/cut-texts-are-found-again", test_cut_texts_are_found_again);
  g_test_add_func ("/text-measure/lines-have-a-height-without-any-font",
                   test_lines_have_a_height_without_any_font);

  return g_test_run ();
}
