/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-colour.h"
#include "render/leadup-theme.h"

static void
test_colours_are_read_and_written (void)
{
  static const struct
  {
    const char *text;
    const char *written; /* NULL: no colour */
  } cases[] = {
    { "#102030", "#102030" }, { "#ABCDEF", "#abcdef" }, { "#f0a", "#ff00aa" }, { "#12345", NULL },
    { "102030", NULL },       { "#10203g", NULL },      { "", NULL },          { NULL, NULL },
    { "#1020304", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupColour colour = leadup_colour_rgb (0x010203);
      gboolean is_colour = leadup_colour_parse (cases[i].text, &colour);
      g_autofree char *written = leadup_colour_to_string (colour);

      g_assert_cmpint (is_colour, ==, cases[i].written != NULL);
      g_assert_cmpstr (written, ==, is_colour ? cases[i].written : "#010203");
    }
}

static void
test_contrast_is_that_of_wcag (void)
{
  LeadupColour black = leadup_colour_rgb (0x000000);
  LeadupColour white = leadup_colour_rgb (0xffffff);

  g_assert_cmpfloat_with_epsilon (leadup_colour_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (leadup_colour_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (leadup_colour_contrast (leadup_colour_rgb (0x777777), white),
                                  4.48, 0.01);
}

static void
test_mixing_and_alpha (void)
{
  LeadupColour black = leadup_colour_rgb (0x000000);
  LeadupColour half = leadup_colour_mix (black, leadup_colour_rgb (0xffffff), 0.5);

  g_assert_cmpuint (half.red, ==, 128);
  g_assert_cmpuint (half.alpha, ==, 255);
  g_assert_cmpuint (leadup_colour_with_alpha (black, 0.5).alpha, ==, 128);
  g_assert_cmpuint (leadup_colour_with_alpha (black, 7).alpha, ==, 255);
}

static void
test_readable_colours_reach_their_contrast (void)
{
  GRand *random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++)
    {
      LeadupColour colour = leadup_colour_rgb (g_rand_int (random) & 0xffffff);
      LeadupColour background = leadup_colour_rgb (g_rand_int (random) & 0xffffff);
      LeadupColour readable = leadup_colour_readable (colour, background, 4.5);

      g_assert_cmpfloat (leadup_colour_contrast (readable, background), >=, 4.5);
      if (leadup_colour_contrast (colour, background) >= 4.5)
        g_assert_cmpmem (&colour, sizeof colour, &readable, sizeof readable);
    }
  g_rand_free (random);
}

static void
test_themes_have_contrast (void)
{
  const char *const *ids = leadup_theme_get_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LeadupTheme *theme = leadup_theme_get (ids[i]);
      LeadupColour grounds[] = { theme->background, theme->surface, theme->phase };
      LeadupColour marks[] = { theme->accent, theme->hostile, theme->cooperative, theme->neutral };

      g_assert_cmpstr (theme->id, ==, ids[i]);
      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          g_assert_cmpfloat (leadup_colour_contrast (theme->text, grounds[j]), >=, 4.5);
          g_assert_cmpfloat (leadup_colour_contrast (theme->text_dim, grounds[j]), >=, 4.5);
          for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
            g_assert_cmpfloat (leadup_colour_contrast (marks[k], grounds[j]), >=, 3);
        }
      for (guint role = 0; role < LEADUP_N_TEXT_ROLES; role++)
        g_assert_cmpfloat (theme->fonts[role].size, >=, 10);
    }

  /* Marks need 3:1 (WCAG 1.4.11), more of it in the dark, and most where high contrast is asked
   * for. */
  g_assert_cmpfloat (leadup_theme_get_mark_contrast (leadup_theme_get ("light")), ==, 3.2);
  g_assert_cmpfloat (leadup_theme_get_mark_contrast (leadup_theme_get ("dark")), ==, 4.5);
  g_assert_cmpfloat (leadup_theme_get_mark_contrast (leadup_theme_get ("high-contrast")), ==, 6);

  g_assert_true (leadup_theme_get (NULL) == leadup_theme_get ("light"));
  g_assert_null (leadup_theme_get ("no such theme"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/colours-are-read-and-written", test_colours_are_read_and_written);
  g_test_add_func ("/colour/contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
  g_test_add_func ("/colour/mixing-and-alpha-stay-in-range", test_mixing_and_alpha);
  g_test_add_func ("/colour/readable-colours-reach-their-contrast",
                   test_readable_colours_reach_their_contrast);
  g_test_add_func ("/theme/texts-and-marks-have-contrast-on-every-ground",
                   test_themes_have_contrast);

  return g_test_run ();
}
