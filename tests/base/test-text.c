/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "base/leadup-trigrams.h"

#include <math.h>
#include <string.h>

static void
test_bytes_become_valid_bounded_text (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    gsize max_bytes;
    const char *text;
  } cases[] = {
    { NULL, -1, G_MAXSIZE, "" },
    { "plain", -1, G_MAXSIZE, "plain" },
    { "plain", 2, G_MAXSIZE, "pl" },
    { "a\0b", 3, G_MAXSIZE, "ab" },
    { "a\x01\x1f\x7f\tb\nc", -1, G_MAXSIZE, "a\tb\nc" },
    { "a\xc2\x85z", -1, G_MAXSIZE, "az" },
    { "a\r\nb\rc\n", -1, G_MAXSIZE, "a\nb\nc\n" },
    { "\xef\xbb\xbftext", -1, G_MAXSIZE, "text" },
    { "a\xff\xfe"
      "b",
      -1, G_MAXSIZE, "a��b" },
    { "a\xef\xbf"
      "b",
      -1, G_MAXSIZE, "a��b" },
    { "a\xef\xbf\xbd"
      "b",
      -1, G_MAXSIZE, "a�b" },
    { "a\xef\xbf\xbf"
      "b",
      -1, G_MAXSIZE, "ab" },
    { "a\xe2\x82", -1, G_MAXSIZE, "a��" },
    { "a\xed\xa0\x80"
      "b",
      -1, G_MAXSIZE, "a���b" },
    { "a\xc0\xaf", -1, G_MAXSIZE, "a��" },
    { "Kyïv", -1, 3, "Ky" },
    { "Kyïv", -1, 4, "Kyï" },
    { "Kyi\xcc\x88v", -1, 4, "Ky" },
    { "text", -1, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          leadup_text_make_valid (cases[i].bytes, cases[i].length, cases[i].max_bytes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_random_bytes_become_valid_bounded_text (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      static const guchar favourites[] = {
        0, 0xff, 0xc2, 0xed, 0xa0, 0xef, 0xbf, 0xf4, 0x90, 0x80
      };
      guchar bytes[32];
      gsize max_bytes = (gsize) g_rand_int_range (random, 0, 40);
      g_autofree char *text = NULL;

      for (guint j = 0; j < sizeof bytes; j++)
        bytes[j] = g_rand_boolean (random)
                       ? favourites[g_rand_int_range (random, 0, sizeof favourites)]
                       : (guchar) g_rand_int_range (random, 0, 256);

      text = leadup_text_make_valid ((const char *) bytes, sizeof bytes, max_bytes);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), <=, max_bytes);
    }
}

static void
test_a_line_has_no_more_than_single_spaces (void)
{
  static const struct
  {
    const char *text;
    gsize max_characters;
    const char *line;
  } cases[] = {
    { NULL, 10, "" },
    { "  a \t\r\n b  ", G_MAXSIZE, "a b" },
    { "a\xc2\xa0\xe2\x80\xa8z", G_MAXSIZE, "a z" },
    { "a\x01z", G_MAXSIZE, "a z" },
    { " \n ", G_MAXSIZE, "" },
    { "one  two", 7, "one two" },
    { "one  two", 6, "one t…" },
    { "bad\xffz", G_MAXSIZE, "bad�z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = leadup_text_single_line (cases[i].text, cases[i].max_characters);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_text_is_cut_between_graphemes (void)
{
  static const struct
  {
    const char *text;
    gsize max_characters;
    const char *cut;
  } cases[] = {
    { NULL, 3, "" },
    { "", 3, "" },
    { "abc", 3, "abc" },
    { "abcd", 3, "ab…" },
    { "abcd", 1, "…" },
    { "abcd", 0, "" },
    { "abc", G_MAXSIZE, "abc" },
    { "one two", 5, "one…" },
    /* e + acute accent stay together */
    { "ae\xcc\x81z", 3, "a…" },
    { "ae\xcc\x81z", 4, "ae\xcc\x81z" },
    /* a family joined of three people */
    { "a👨‍👩‍👧z", 5, "a…" },
    { "a👨‍👩‍👧z", 7, "a👨‍👩‍👧z" },
    /* two flags of two letters each: the cut may come between them */
    { "🇺🇦🇻🇪z", 3, "🇺🇦…" },
    { "🇺🇦🇻🇪z", 4, "🇺🇦…" },
    { "🇺🇦🇻🇪", 4, "🇺🇦🇻🇪" },
    { "👍🏽z", 2, "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = leadup_text_ellipsize (cases[i].text, cases[i].max_characters);

      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

static void
test_what_people_search_as_the_same_folds_alike (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { NULL, "" },
    { "Miller", "miller" },
    { "Nicolás Maduro", "nicolas maduro" },
    { "Nicola\xcc\x81s", "nicolas" },
    { "Ærø Łódź", "aero lodz" },
    { "STRASSE Straße", "strasse strasse" },
    { "Erdoğan İstanbul", "erdogan istanbul" },
    { "Trump’s “war”", "trump's \"war\"" },
    { "ﬁre №", "fire no" },
    { "Зеленський", "зеленськии" },
    { "Ελλάδα", "ελλαδα" },
    { "한국", "한국" },
    { "कीव", "कीव" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = leadup_text_fold (cases[i].text);
      g_autofree char *twice = leadup_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (twice, ==, folded);
    }
}

static void
test_blank_is_what_shows_nothing (void)
{
  static const char *const blank[] = { NULL, "", " \t\n", "\xc2\xa0", "\xe2\x80\x8b", "\x01" };
  static const char *const seen[] = { "a", " .", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_true (leadup_text_is_blank (blank[i]));
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_false (leadup_text_is_blank (seen[i]));
}

static void
test_slugs_are_short_names (void)
{
  static const struct
  {
    const char *text;
    gsize max_characters;
    const char *slug;
  } cases[] = {
    { "Strike on a boat", 40, "strike-on-a-boat" },
    { "  Nicolás Maduro! ", 40, "nicolas-maduro" },
    { "Trump’s war", 40, "trumps-war" },
    { "U.S. & NATO", 40, "u-s-nato" },
    { "Strike on a boat", 11, "strike-on-a" },
    { "Strike on a boat", 13, "strike-on-a" },
    { "Strikes", 3, "str" },
    { "../../etc/passwd", 40, "etc-passwd" },
    { "Київ", 40, "киів" },
    { "?!", 40, "" },
    { NULL, 40, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = leadup_text_slug (cases[i].text, cases[i].max_characters);

      g_assert_cmpstr (slug, ==, cases[i].slug);
    }
}

static void
test_xml_and_json_are_escaped (void)
{
  static const struct
  {
    const char *text;
    const char *xml;
    const char *json;
  } cases[] = {
    { NULL, "", "null" },
    { "", "", "\"\"" },
    { "a<b>&\"c\" 'd'", "a&lt;b&gt;&amp;&quot;c&quot; &apos;d&apos;", "\"a<b>&\\\"c\\\" 'd'\"" },
    { "a\\b/c", "a\\b/c", "\"a\\\\b/c\"" },
    { "\b\t\n\f\r", "\t\n&#13;", "\"\\b\\t\\n\\f\\r\"" },
    { "\x01\x1f\x7f", "&#127;", "\"\\u0001\\u001f\\u007f\"" },
    { "\xc2\x85\xc2\xa0", "&#133;\xc2\xa0", "\"\\u0085\xc2\xa0\"" },
    { "\xef\xbf\xbf", "", "\"\xef\xbf\xbf\"" },
    { "Київ 🇺🇦", "Київ 🇺🇦", "\"Київ 🇺🇦\"" },
    { "\xff", "�", "\"�\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) xml = g_string_new ("|");
      g_autoptr (GString) json = g_string_new ("|");

      leadup_text_append_xml (xml, cases[i].text);
      leadup_text_append_json (json, cases[i].text);
      g_assert_cmpstr (xml->str + 1, ==, cases[i].xml);
      g_assert_cmpstr (json->str + 1, ==, cases[i].json);
    }
}

static void
test_numbers_are_short_and_read_back (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0.0, "0" },
    { -0.0, "0" },
    { 1.0, "1" },
    { -9.5, "-9.5" },
    { 0.1, "0.1" },
    { 1e300, "1e+300" },
    { 1234567890123.0, "1234567890123" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { INFINITY, "null" },
    { NAN, "null" },
    { -INFINITY, "null" },
    { 9007199254740992.0, "9007199254740992" },
    { 0.1 + 0.2, "0.30000000000000004" },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      leadup_text_append_number (string, cases[i].number);
      g_assert_cmpstr (string->str, ==, cases[i].text);
    }

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      double number = g_rand_double_range (random, -1.0, 1.0) *
                      pow (10.0, g_rand_int_range (random, -300, 300));

      leadup_text_append_number (string, number);
      g_assert_cmpfloat (g_ascii_strtod (string->str, NULL), ==, number);
    }
}

static void
test_lower_case_is_that_of_unicode (void)
{
  static const char *const texts[] = {
    "",      "The US said: “No”",  "Jean-Luc’s – 1914…", "ÉTATS", "ΣΟΦΟΣ",
    "İzmir", "a\xe2\x84\xaaKelvin", "ǅ",                  "ＡＢ",  "Київ said “Так”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *expected = g_utf8_strdown (texts[i], -1);
      g_autofree char *lower = leadup_text_lower (texts[i]);

      g_assert_cmpstr (lower, ==, expected);
    }
}

static void
test_trigrams_are_those_of_each_word (void)
{
  g_autoptr (GArray) two = leadup_trigrams_list ("a B");
  g_autoptr (GArray) none = leadup_trigrams_list (NULL);
  g_autoptr (GArray) one = leadup_trigrams_list ("b.");

  g_assert_cmpuint (two->len, ==, 4);
  g_assert_cmpuint (one->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (leadup_trigrams_compare (two, one), 2.0 * 2 / 6, 1e-12);
  g_assert_cmpfloat (leadup_trigrams_compare (none, none), ==, 0.0);
}

static void
test_similarity_follows_what_texts_share (void)
{
  g_assert_cmpfloat (leadup_text_similarity ("Strike on a boat", "strike on a BOAT!"), ==, 1.0);
  g_assert_cmpfloat (leadup_text_similarity ("Maduro Nicolás", "Nicolas Maduro"), ==, 1.0);
  g_assert_cmpfloat (leadup_text_similarity ("abc", "xyz"), ==, 0.0);
  g_assert_cmpfloat (leadup_text_similarity ("", "abc"), ==, 0.0);
  g_assert_cmpfloat (leadup_text_similarity (NULL, "  "), ==, 0.0);
  /* “night” and “nacht” share the trigrams "  n" and "ht " of 6 each. */
  g_assert_cmpfloat_with_epsilon (leadup_text_similarity ("night", "nacht"), 4.0 / 12.0, 1e-12);
  g_assert_cmpfloat (leadup_text_similarity ("US strikes a boat", "US struck a boat"), >,
                     leadup_text_similarity ("US strikes a boat", "Maduro denies the claims"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/trigrams-are-those-of-each-word", test_trigrams_are_those_of_each_word);
  g_test_add_func ("/text/bytes-become-valid-bounded-text", test_bytes_become_valid_bounded_text);
  g_test_add_func ("/text/random-bytes-become-valid-bounded-text",
                   test_random_bytes_become_valid_bounded_text);
  g_test_add_func ("/text/a-line-has-no-more-than-single-spaces",
                   test_a_line_has_no_more_than_single_spaces);
  g_test_add_func ("/text/text-is-cut-between-graphemes", test_text_is_cut_between_graphemes);
  g_test_add_func ("/text/what-people-search-as-the-same-folds-alike",
                   test_what_people_search_as_the_same_folds_alike);
  g_test_add_func ("/text/lower-case-is-that-of-unicode", test_lower_case_is_that_of_unicode);
  g_test_add_func ("/text/blank-is-what-shows-nothing", test_blank_is_what_shows_nothing);
  g_test_add_func ("/text/slugs-are-short-names", test_slugs_are_short_names);
  g_test_add_func ("/text/xml-and-json-are-escaped", test_xml_and_json_are_escaped);
  g_test_add_func ("/text/numbers-are-short-and-read-back", test_numbers_are_short_and_read_back);
  g_test_add_func ("/text/similarity-follows-what-texts-share",
                   test_similarity_follows_what_texts_share);

  return g_test_run ();
}
