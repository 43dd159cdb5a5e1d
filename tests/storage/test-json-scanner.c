/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-json-scanner.h"

#include "base/leadup-error.h"

#include <string.h>

/* The text of a case may hold anything, also NUL. */
#define TEXT(text) text, sizeof text - 1

typedef enum
{
  ACCEPT,
  SYNTAX,
  LIMIT,
} Verdict;

/* RFC 8259, case by case. */
static const struct
{
  const char *text;
  gsize length;
  Verdict verdict;
} cases[] = {
  /* Roots and space. */
  { TEXT (""), SYNTAX },
  { TEXT (" "), SYNTAX },
  { TEXT ("\n\t\r "), SYNTAX },
  { TEXT ("null"), ACCEPT },
  { TEXT ("true"), ACCEPT },
  { TEXT ("false"), ACCEPT },
  { TEXT ("7"), ACCEPT },
  { TEXT ("\"a\""), ACCEPT },
  { TEXT ("\"\""), ACCEPT },
  { TEXT ("[]"), ACCEPT },
  { TEXT ("{}"), ACCEPT },
  { TEXT (" [ ] "), ACCEPT },
  { TEXT ("\t{\r\n}\n"), ACCEPT },
  { TEXT ("[]\n\n"), ACCEPT },
  { TEXT ("[][]"), SYNTAX },
  { TEXT ("{}{}"), SYNTAX },
  { TEXT ("1 2"), SYNTAX },
  { TEXT ("null null"), SYNTAX },
  { TEXT ("[1],"), SYNTAX },
  { TEXT ("[1]x"), SYNTAX },
  { TEXT ("[1]]"), SYNTAX },
  { TEXT ("{}}"), SYNTAX },
  { TEXT ("[]\0"), SYNTAX },
  { TEXT ("\0"), SYNTAX },
  { TEXT ("[\0]"), SYNTAX },
  { TEXT ("[1\0]"), SYNTAX },
  { TEXT ("\v[]"), SYNTAX },
  { TEXT ("\f[]"), SYNTAX },
  { TEXT ("\xc2\xa0[]"), SYNTAX },
  { TEXT ("\xe2\x80\xa8[]"), SYNTAX },
  { TEXT ("\xef\xbb\xbf[]"), ACCEPT },
  { TEXT ("\xef\xbb\xbf"), SYNTAX },
  { TEXT ("\xef\xbb[]"), SYNTAX },
  { TEXT ("[\xef\xbb\xbf]"), SYNTAX },
  { TEXT ("\xff\xfe[\0]\0"), SYNTAX },
  { TEXT ("\0[\0]"), SYNTAX },
  /* Comments and other languages. */
  { TEXT ("[] // end"), SYNTAX },
  { TEXT ("/* a */ []"), SYNTAX },
  { TEXT ("[1 /* one */]"), SYNTAX },
  { TEXT ("[] # end"), SYNTAX },
  { TEXT ("{\"a\":1 // b\n}"), SYNTAX },
  { TEXT ("{a:1}"), SYNTAX },
  { TEXT ("{'a':1}"), SYNTAX },
  { TEXT ("['a']"), SYNTAX },
  { TEXT ("[`a`]"), SYNTAX },
  { TEXT ("[undefined]"), SYNTAX },
  { TEXT ("<a/>"), SYNTAX },
  { TEXT ("[a"), SYNTAX },
  { TEXT ("*"), SYNTAX },
  { TEXT ("@"), SYNTAX },
  /* Literals. */
  { TEXT ("[true,false,null]"), ACCEPT },
  { TEXT ("[True]"), SYNTAX },
  { TEXT ("[TRUE]"), SYNTAX },
  { TEXT ("[nul]"), SYNTAX },
  { TEXT ("[nulll]"), SYNTAX },
  { TEXT ("[tru"), SYNTAX },
  { TEXT ("nan"), SYNTAX },
  { TEXT ("[NaN]"), SYNTAX },
  { TEXT ("[Infinity]"), SYNTAX },
  { TEXT ("[-Infinity]"), SYNTAX },
  { TEXT ("[truefalse]"), SYNTAX },
  /* Numbers. */
  { TEXT ("0"), ACCEPT },
  { TEXT ("-0"), ACCEPT },
  { TEXT ("-1"), ACCEPT },
  { TEXT ("10"), ACCEPT },
  { TEXT ("0.5"), ACCEPT },
  { TEXT ("-0.0"), ACCEPT },
  { TEXT ("0e0"), ACCEPT },
  { TEXT ("0E+1"), ACCEPT },
  { TEXT ("1E+2"), ACCEPT },
  { TEXT ("1e-2"), ACCEPT },
  { TEXT ("1E2"), ACCEPT },
  { TEXT ("1.5e300"), ACCEPT },
  { TEXT ("1e-400"), ACCEPT },
  { TEXT ("0.00000000000000000000000000000000000000000000001"), ACCEPT },
  { TEXT ("123456789012345678901234567890"), ACCEPT },
  { TEXT ("-99999999999999999999.5"), ACCEPT },
  { TEXT ("1e400"), LIMIT },
  { TEXT ("-1e400"), LIMIT },
  { TEXT ("[1e999999999999]"), LIMIT },
  { TEXT ("00"), SYNTAX },
  { TEXT ("01"), SYNTAX },
  { TEXT ("-01"), SYNTAX },
  { TEXT ("012.5"), SYNTAX },
  { TEXT ("+1"), SYNTAX },
  { TEXT ("++1"), SYNTAX },
  { TEXT ("--1"), SYNTAX },
  { TEXT ("-"), SYNTAX },
  { TEXT ("[-]"), SYNTAX },
  { TEXT ("- 1"), SYNTAX },
  { TEXT (".5"), SYNTAX },
  { TEXT ("-.5"), SYNTAX },
  { TEXT ("5."), SYNTAX },
  { TEXT ("5.e1"), SYNTAX },
  { TEXT ("1.2.3"), SYNTAX },
  { TEXT ("1e"), SYNTAX },
  { TEXT ("1e+"), SYNTAX },
  { TEXT ("1E-"), SYNTAX },
  { TEXT ("1e1.5"), SYNTAX },
  { TEXT ("1ee1"), SYNTAX },
  { TEXT ("0x1F"), SYNTAX },
  { TEXT ("0o17"), SYNTAX },
  { TEXT ("0b1"), SYNTAX },
  { TEXT ("1_000"), SYNTAX },
  { TEXT ("1 000"), SYNTAX },
  { TEXT ("1a"), SYNTAX },
  { TEXT ("[1,2 3]"), SYNTAX },
  { TEXT ("\xef\xbc\x91"), SYNTAX },
  { TEXT ("\xe2\x88\x92"
          "1"),
    SYNTAX },
  /* Strings. */
  { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), ACCEPT },
  { TEXT ("\"\\u0041\\u00e9\\u20AC\""), ACCEPT },
  { TEXT ("\"\\ud83d\\ude00\""), ACCEPT },
  { TEXT ("\"\\uDBFF\\uDFFF\""), ACCEPT },
  { TEXT ("\"\\uFFFF\\uFFFE\\ufdd0\""), ACCEPT },
  { TEXT ("\"\\u001f\\u007f\""), ACCEPT },
  { TEXT ("\"\x7f\""), ACCEPT },
  { TEXT ("\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\""), ACCEPT },
  { TEXT ("\"\xe2\x80\xa8\xe2\x80\xa9\""), ACCEPT },
  { TEXT ("\"\xf4\x8f\xbf\xbf\xef\xbf\xbf\""), ACCEPT },
  { TEXT ("\"/* no comment */\""), ACCEPT },
  { TEXT ("\"\\\\\""), ACCEPT },
  { TEXT ("\"\\\\\\\\\\\"\""), ACCEPT },
  { TEXT ("\"a"), SYNTAX },
  { TEXT ("\""), SYNTAX },
  { TEXT ("\"\\"), SYNTAX },
  { TEXT ("\"\\\""), SYNTAX },
  { TEXT ("\"\\\\\\\""), SYNTAX },
  { TEXT ("\"a\"b\""), SYNTAX },
  { TEXT ("\"a\nb\""), SYNTAX },
  { TEXT ("\"a\tb\""), SYNTAX },
  { TEXT ("\"a\rb\""), SYNTAX },
  { TEXT ("\"a\0b\""), SYNTAX },
  { TEXT ("\"12345678901234567890\x1f\""), SYNTAX },
  { TEXT ("\"\\a\""), SYNTAX },
  { TEXT ("\"\\v\""), SYNTAX },
  { TEXT ("\"\\'\""), SYNTAX },
  { TEXT ("\"\\0\""), SYNTAX },
  { TEXT ("\"\\012\""), SYNTAX },
  { TEXT ("\"\\x41\""), SYNTAX },
  { TEXT ("\"\\\n\""), SYNTAX },
  { TEXT ("\"\\\0\""), SYNTAX },
  { TEXT ("\"\\U0041\""), SYNTAX },
  { TEXT ("\"\\u\""), SYNTAX },
  { TEXT ("\"\\u00\""), SYNTAX },
  { TEXT ("\"\\u004\""), SYNTAX },
  { TEXT ("\"\\u00g1\""), SYNTAX },
  { TEXT ("\"\\u{41}\""), SYNTAX },
  { TEXT ("\"\\u+041\""), SYNTAX },
  { TEXT ("\"\\u 041\""), SYNTAX },
  { TEXT ("\"\\u004"), SYNTAX },
  { TEXT ("\"\\u0000\""), SYNTAX },
  { TEXT ("\"\\ud800\""), SYNTAX },
  { TEXT ("\"\\udc00\""), SYNTAX },
  { TEXT ("\"\\udc00\\ud800\""), SYNTAX },
  { TEXT ("\"\\ud800\\ud800\""), SYNTAX },
  { TEXT ("\"\\ud800\\u0041\""), SYNTAX },
  { TEXT ("\"\\ud800\\n\""), SYNTAX },
  { TEXT ("\"\\ud83d\\u\""), SYNTAX },
  { TEXT ("\\u0022a\""), SYNTAX },
  { TEXT ("[\\n]"), SYNTAX },
  /* UTF-8. */
  { TEXT ("\"\x80\""), SYNTAX },
  { TEXT ("\"\xbf\""), SYNTAX },
  { TEXT ("\"\xc3\""), SYNTAX },
  { TEXT ("\"\xc3("), SYNTAX },
  { TEXT ("\"\xc0\xaf\""), SYNTAX },
  { TEXT ("\"\xc1\xbf\""), SYNTAX },
  { TEXT ("\"\xe0\x80\xaf\""), SYNTAX },
  { TEXT ("\"\xe2\x82\""), SYNTAX },
  { TEXT ("\"\xed\xa0\x80\""), SYNTAX },
  { TEXT ("\"\xed\xbf\xbf\""), SYNTAX },
  { TEXT ("\"\xf0\x80\x80\xaf\""), SYNTAX },
  { TEXT ("\"\xf4\x90\x80\x80\""), SYNTAX },
  { TEXT ("\"\xf5\x80\x80\x80\""), SYNTAX },
  { TEXT ("\"\xf8\x88\x80\x80\x80\""), SYNTAX },
  { TEXT ("\"\xfe\""), SYNTAX },
  { TEXT ("\"\xff\""), SYNTAX },
  { TEXT ("\"caf\xe9\""), SYNTAX },
  { TEXT ("[1]\xff"), SYNTAX },
  { TEXT ("{\"\xff\":1}"), SYNTAX },
  /* Arrays. */
  { TEXT ("[1]"), ACCEPT },
  { TEXT ("[1,2,3]"), ACCEPT },
  { TEXT ("[[[]],[]]"), ACCEPT },
  { TEXT ("[ 1 , 2 ]"), ACCEPT },
  { TEXT ("[,]"), SYNTAX },
  { TEXT ("[,1]"), SYNTAX },
  { TEXT ("[1,]"), SYNTAX },
  { TEXT ("[1,,2]"), SYNTAX },
  { TEXT ("[1 2]"), SYNTAX },
  { TEXT ("[1:2]"), SYNTAX },
  { TEXT ("[\"a\":1]"), SYNTAX },
  { TEXT ("[1;2]"), SYNTAX },
  { TEXT ("["), SYNTAX },
  { TEXT ("]"), SYNTAX },
  { TEXT ("[1"), SYNTAX },
  { TEXT ("[1,"), SYNTAX },
  { TEXT ("[1}"), SYNTAX },
  { TEXT ("[[]"), SYNTAX },
  { TEXT ("[{}"), SYNTAX },
  { TEXT ("[\"\",\n"), SYNTAX },
  { TEXT ("1]"), SYNTAX },
  /* Objects. */
  { TEXT ("{\"a\":1}"), ACCEPT },
  { TEXT ("{\"\":1}"), ACCEPT },
  { TEXT ("{\"a\":1,\"b\":[{}]}"), ACCEPT },
  { TEXT ("{\"a\":1,\"a\":2}"), ACCEPT },
  { TEXT ("{ \"a\" : 1 , \"b\" : 2 }"), ACCEPT },
  { TEXT ("{\"\\u0061\\n\":1}"), ACCEPT },
  { TEXT ("{"), SYNTAX },
  { TEXT ("}"), SYNTAX },
  { TEXT ("{]"), SYNTAX },
  { TEXT ("{\"a\"}"), SYNTAX },
  { TEXT ("{\"a\":}"), SYNTAX },
  { TEXT ("{\"a\":1"), SYNTAX },
  { TEXT ("{\"a\":1,}"), SYNTAX },
  { TEXT ("{,}"), SYNTAX },
  { TEXT ("{,\"a\":1}"), SYNTAX },
  { TEXT ("{\"a\":1,,\"b\":2}"), SYNTAX },
  { TEXT ("{\"a\":1 \"b\":2}"), SYNTAX },
  { TEXT ("{\"a\",1}"), SYNTAX },
  { TEXT ("{\"a\"::1}"), SYNTAX },
  { TEXT ("{\"a\" 1}"), SYNTAX },
  { TEXT ("{\"a\"=1}"), SYNTAX },
  { TEXT ("{1:1}"), SYNTAX },
  { TEXT ("{null:1}"), SYNTAX },
  { TEXT ("{[]:1}"), SYNTAX },
  { TEXT ("{:1}"), SYNTAX },
  { TEXT ("{\"a\":1]"), SYNTAX },
  { TEXT ("{\"a\":\"b"), SYNTAX },
  { TEXT ("{\"a"), SYNTAX },
  { TEXT ("{\"a\":1:2}"), SYNTAX },
  { TEXT ("{{}}"), SYNTAX },
  { TEXT ("{\"a\":{}"), SYNTAX },
  { TEXT ("{\"a\\u0000\":1}"), SYNTAX },
};

static LeadupJsonScanner *
scan (const char     *text,
      gsize           length,
      LeadupJsonFlags flags,
      GError        **error)
{
  /* A copy of exactly this size shows a read beyond its end. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return leadup_json_scanner_new (bytes, flags, error);
}

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupJsonScanner) scanner =
          scan (cases[i].text, cases[i].length, LEADUP_JSON_STRICT, &error);
      Verdict verdict = ACCEPT;

      if (scanner == NULL)
        verdict = error->code == LEADUP_ERROR_LIMIT ? LIMIT : SYNTAX;
      g_assert_true (error == NULL || error->domain == LEADUP_ERROR);
      if (verdict != cases[i].verdict)
        g_error ("Case %u: %s: %s", i, cases[i].text, error != NULL ? error->message : "accepted");
    }
}

/* Whatever the scanner lets through json-glib can read, of any version. */
static void
test_accepted_is_read_by_json_glib (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupJsonScanner) scanner = NULL;
      g_autoptr (GError) error = NULL;
      LeadupJsonValue root;

      if (cases[i].verdict != ACCEPT)
        continue;
      scanner = scan (cases[i].text, cases[i].length, LEADUP_JSON_STRICT, &error);
      leadup_json_scanner_get_root (scanner, &root);
      g_assert_nonnull (leadup_json_scanner_parse (scanner, parser, &root, &error));
      g_assert_no_error (error);
    }
}

/* Every beginning of a text that is right is wrong, and none is read beyond its end. */
static void
test_cut_texts_are_refused (void)
{
  static const char text[] =
      "{\"a\":[1.5e3,true,null,\"x\\u00e9\\ud83d\\ude00\xc3\xa9\xf0\x9f\x98\x80\",{\"b\":[]}],"
      "\"c\":-0}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scan (text, length, LEADUP_JSON_STRICT, &error));
      g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX);
    }
}

static void
test_errors_name_line_and_column (void)
{
  static const struct
  {
    const char *text;
    const char *start;
  } places[] = {
    { "[1,]", "Line 1, column 4: " },
    { "[\n  1,\n  x]", "Line 3, column 3: " },
    { "[\"\xc3\xa9\xc3\xa9\",x]", "Line 1, column 7: " },
    { "\xef\xbb\xbf[x]", "Line 1, column 2: " },
    { "[\r\n\r\n\"a\nb\"]", "Line 3, column 3: " },
    { "[\n", "Line 2, column 1: " },
    { "{\"a\":1,\n\"b\":\"\\q\"}", "Line 2, column 6: " },
    { "", "The file is empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scan (places[i].text, strlen (places[i].text), LEADUP_JSON_STRICT, &error));
      if (!g_str_has_prefix (error->message, places[i].start))
        g_error ("%s: %s", places[i].text, error->message);
    }
}

static void
test_nesting_is_bounded (void)
{
  for (gsize depth = 1; depth <= 100000; depth = depth == 64   ? 65
                                                 : depth == 65 ? 100000
                                                               : depth + 1)
    {
      g_autofree char *text = g_malloc (2 * depth);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupJsonScanner) scanner = NULL;

      memset (text, '[', depth);
      memset (text + depth, ']', depth);
      scanner = scan (text, 2 * depth, LEADUP_JSON_STRICT, &error);
      g_assert_true ((scanner != NULL) == (depth <= LEADUP_JSON_MAX_DEPTH));
      if (scanner == NULL)
        g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);

      /* Never closed. */
      g_clear_error (&error);
      g_assert_null (scan (text, depth, LEADUP_JSON_STRICT, &error));
      g_assert_nonnull (error);
    }
}

static void
check_long (const char *format,
            gsize       length,
            gboolean    is_fine)
{
  g_autoptr (GString) text = g_string_new (format);
  g_autofree char *filler = g_strnfill (length, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupJsonScanner) scanner = NULL;

  g_string_replace (text, "#", filler, 1);
  scanner = scan (text->str, text->len, LEADUP_JSON_STRICT, &error);
  g_assert_true ((scanner != NULL) == is_fine);
  if (!is_fine)
    g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

static void
test_strings_and_names_are_bounded (void)
{
  check_long ("[\"#\"]", LEADUP_JSON_MAX_STRING, TRUE);
  check_long ("[\"#\"]", LEADUP_JSON_MAX_STRING + 1, FALSE);
  check_long ("{\"#\":1}", LEADUP_JSON_MAX_KEY, TRUE);
  check_long ("{\"#\":1}", LEADUP_JSON_MAX_KEY + 1, FALSE);
}

static void
test_long_numbers_are_finite (void)
{
  g_autofree char *digits = g_strnfill (400, '9');
  g_autofree char *fraction = g_strdup_printf ("0.%s", digits);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupJsonScanner) scanner = NULL;

  g_assert_null (scan (digits, 400, LEADUP_JSON_STRICT, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  scanner = scan (fraction, 402, LEADUP_JSON_STRICT, NULL);
  g_assert_nonnull (scanner);
}

static void
test_half_surrogate_pairs_are_repaired_for_imports (void)
{
  static const char text[] =
      "[\"\\ud800\",\"a\\udc00b\",\"\\ud83d\\ude00\",\"\\ud800\\ud83d\\ude00\"]";
  static const char *const wanted[] = { "\xef\xbf\xbd",
                                        "a\xef\xbf\xbd"
                                        "b",
                                        "\xf0\x9f\x98\x80", "\xef\xbf\xbd\xf0\x9f\x98\x80" };
  g_autoptr (LeadupJsonScanner) scanner =
      scan (text, sizeof text - 1, LEADUP_JSON_REPAIR_SURROGATES, NULL);
  LeadupJsonValue root, value;
  LeadupJsonIter iter;
  guint n = 0;

  g_assert_nonnull (scanner);
  g_assert_cmpuint (leadup_json_scanner_get_n_repairs (scanner), ==, 3);
  leadup_json_scanner_get_root (scanner, &root);
  leadup_json_iter_init (&iter, &root);
  while (leadup_json_iter_next (&iter, NULL, &value))
    {
      g_autofree char *string = leadup_json_value_dup_string (&value);

      g_assert_cmpstr (string, ==, wanted[n++]);
    }
  g_assert_cmpuint (n, ==, 4);
}

static void
test_nul_is_correct_syntax (void)
{
  static const char text[] = "{\"a\\u0000\":\"\\u0000\"}";
  g_autoptr (LeadupJsonScanner) scanner = scan (text, sizeof text - 1, LEADUP_JSON_ALLOW_NUL, NULL);

  g_assert_nonnull (scanner);
}

static void
test_records_are_found_with_their_lines (void)
{
  static const char *const names[] = { "items", "events", NULL };
  static const char *const texts[] = {
    "[\n{\"id\":1},\n\n{\"id\":2}\n,{\"id\":3}]",
    "{\"note\":\n\"[{\",\"items\":7,\"events\":[{\"id\":1},\n\n{\"id\":2},\n{\"id\":3}]}",
  };
  static const guint lines[2][3] = { { 2, 4, 5 }, { 2, 4, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupJsonScanner) scanner =
          scan (texts[i], strlen (texts[i]), LEADUP_JSON_STRICT, NULL);
      LeadupJsonValue array, record, id, first = { NULL };
      LeadupJsonIter iter;
      double number;
      guint n = 0;

      g_assert_true (leadup_json_scanner_find_array (scanner, names, &array));
      leadup_json_iter_init (&iter, &array);
      while (leadup_json_iter_next (&iter, NULL, &record))
        {
          if (n == 0)
            first = record;
          g_assert_cmpuint (leadup_json_scanner_get_line (scanner, record.start), ==, lines[i][n]);
          g_assert_true (leadup_json_value_get_member (&record, "id", &id));
          g_assert_true (leadup_json_value_get_number (&id, &number));
          g_assert_cmpfloat (number, ==, ++n);
        }
      g_assert_cmpuint (n, ==, 3);
      /* Asking backwards works as well. */
      g_assert_cmpuint (leadup_json_scanner_get_line (scanner, first.start), ==, lines[i][0]);
    }
}

static void
test_elements_are_walked_without_a_look_for_their_end (void)
{
  static const char text[] =
      " [ {\"a\":[1,{\"b\":\"}]\"}] , \"c\":2} , 5,\"x,y\",[6,[7]],{ },{\"d\":8}\n]";
  static const char *const wanted[] = {
    "{\"a\":[1,{\"b\":\"}]\"}],\"c\":2}", "5", "\"x,y\"", "[6,[7]]", "{}", "{\"d\":8}"
  };

  /* However many members are read, from none to more than there are. */
  for (guint n_read = 0; n_read < 4; n_read++)
    {
      g_autoptr (LeadupJsonScanner) scanner =
          scan (text, sizeof text - 1, LEADUP_JSON_STRICT, NULL);
      LeadupJsonValue root, element, key, value;
      LeadupJsonIter iter, members;
      guint n = 0;

      leadup_json_scanner_get_root (scanner, &root);
      leadup_json_iter_init (&iter, &root);
      while (leadup_json_iter_enter (&iter, &element, &members))
        {
          g_autoptr (GString) told = g_string_new (NULL);

          for (guint i = 0; i < n_read; i++)
            if (!leadup_json_iter_next (&members, &key, &value))
              break;
          leadup_json_iter_leave (&iter, &element, &members);
          leadup_json_value_append (&element, told);
          g_assert_cmpstr (told->str, ==, wanted[n++]);
        }
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (wanted));
    }
}

/* As without what was remembered while the text was proven, and wherever half a character was. */
static void
test_the_parts_of_a_text_are_where_they_stand (void)
{
  static const char *const texts[] = {
    "{\"a\":[1,[2],{\"b\":[]}],\"c\":{},\"d\":5 , \"e\" : [ ] }",
    "{\"a\":[1],\"b\":[\"\\ud800\",2],\"c\":{\"d\":\"\\udc00\"},\"e\":[3]}",
    "{}",
    "[[1],{\"a\":2},3]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupJsonScanner) scanner =
          scan (texts[i], strlen (texts[i]), LEADUP_JSON_REPAIR_SURROGATES, NULL);
      LeadupJsonValue root, key = { NULL }, value, other;
      LeadupJsonIter iter, plain, none;

      leadup_json_scanner_get_root (scanner, &root);
      leadup_json_iter_init (&iter, &root);
      plain = none = iter;
      while (leadup_json_scanner_next (scanner, &iter, &key, &value))
        {
          g_assert_true (leadup_json_iter_next (&plain, NULL, &other));
          g_assert_true (value.start == other.start && value.end == other.end);
          g_assert_true (leadup_json_iter_next_known (&none, NULL, &other, NULL, 0));
          g_assert_true (value.start == other.start && value.end == other.end);
        }
      g_assert_false (leadup_json_iter_next (&plain, NULL, &other));
    }
}

static void
test_strings_say_what_they_say (void)
{
  static const struct
  {
    const char *json;
    const char *text;
    gboolean is_same;
  } table[] = {
    { "\"\"", "", TRUE },           { "\"\"", "a", FALSE },         { "\"a\"", "", FALSE },
    { "\"abc\"", "abc", TRUE },     { "\"abc\"", "abcd", FALSE },   { "\"abcd\"", "abc", FALSE },
    { "\"a\\u0062c\"", "abc", TRUE }, { "\"a\\u0062c\"", "abd", FALSE },
    { "\"a\\\\\"", "a\\", TRUE },     { "\"a\\\"\"", "a\"", TRUE },   { "\"a\"", "a\"", FALSE },
    { "5", "5", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      LeadupJsonValue value = { table[i].json, table[i].json + strlen (table[i].json) };

      g_assert_cmpint (leadup_json_value_is_string (&value, table[i].text), ==, table[i].is_same);
    }
}

/* Whatever was asked before: forwards, backwards and within one line. */
static void
test_lines_are_those_of_the_text (void)
{
  static const char text[] = "[1,\n2,    3,\n\n4,5,\n6        ]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupJsonScanner) scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  LeadupJsonValue root;
  const char *start;

  leadup_json_scanner_get_root (scanner, &root);
  start = root.start;
  for (guint i = 0; i < 500; i++)
    {
      int at = g_rand_int_range (random, 0, (gint32) strlen (text));
      guint line = 1;

      for (int j = 0; j < at; j++)
        line += text[j] == '\n';
      g_assert_cmpuint (leadup_json_scanner_get_line (scanner, start + at), ==, line);
    }
}

static void
test_no_array_is_no_records (void)
{
  static const char *const names[] = { "events", NULL };
  static const char *const texts[] = { "{}", "7", "{\"events\":{}}", "\"events\"" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupJsonScanner) scanner =
          scan (texts[i], strlen (texts[i]), LEADUP_JSON_STRICT, NULL);
      LeadupJsonValue array;

      g_assert_false (leadup_json_scanner_find_array (scanner, names, &array));
      g_assert_false (leadup_json_scanner_find_array (scanner, NULL, &array));
    }
}

static void
test_long_integers_arrive_as_doubles (void)
{
  static const char text[] =
      "{\"a\":99999999999999999999,\"b\":-99999999999999999999,"
      "\"c\":\"99999999999999999999\",\"d\":9007199254740993,\"e\":12345678901234567890.5}";
  g_autoptr (LeadupJsonScanner) scanner = scan (text, sizeof text - 1, LEADUP_JSON_STRICT, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  LeadupJsonValue root;
  JsonObject *object;

  leadup_json_scanner_get_root (scanner, &root);
  object = json_node_get_object (leadup_json_scanner_parse (scanner, parser, &root, &error));
  g_assert_cmpfloat (json_object_get_double_member (object, "a"), ==, 1e20);
  g_assert_cmpfloat (json_object_get_double_member (object, "b"), ==, -1e20);
  g_assert_cmpstr (json_object_get_string_member (object, "c"), ==, "99999999999999999999");
  g_assert_cmpint (json_object_get_int_member (object, "d"), ==,
                   G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpfloat (json_object_get_double_member (object, "e"), ==, 12345678901234567890.5);
}

static void
test_values_are_walked_in_place (void)
{
  static const char text[] =
      " { \"a\" : [ ] , \"b\\\"]\" : { \"c\" : \"}\\\\\" } , \"d\" : -1.5e1 , \"a\" : null } ";
  g_autoptr (LeadupJsonScanner) scanner = scan (text, sizeof text - 1, LEADUP_JSON_STRICT, NULL);
  g_autoptr (GString) copy = g_string_new (NULL);
  LeadupJsonValue root, value, inner;
  double number = 0;

  leadup_json_scanner_get_root (scanner, &root);
  g_assert_cmpint (leadup_json_value_get_type (&root), ==, LEADUP_JSON_OBJECT);
  g_assert_cmpuint (leadup_json_value_get_size (&root), ==, sizeof text - 3);
  g_assert_true (leadup_json_value_get_member (&root, "a", &value));
  g_assert_cmpint (leadup_json_value_get_type (&value), ==, LEADUP_JSON_NULL);
  g_assert_true (leadup_json_value_get_member (&root, "b\"]", &value));
  g_assert_true (leadup_json_value_get_member (&value, "c", &inner));
  g_assert_true (leadup_json_value_is_string (&inner, "}\\"));
  g_assert_false (leadup_json_value_is_string (&inner, "}"));
  g_assert_false (leadup_json_value_get_member (&inner, "c", &value));
  g_assert_true (leadup_json_value_get_member (&root, "d", &value));
  g_assert_true (leadup_json_value_get_number (&value, &number));
  g_assert_cmpfloat (number, ==, -15);
  g_assert_null (leadup_json_value_dup_string (&value));
  g_assert_false (leadup_json_value_get_number (&inner, &number));
  g_assert_false (leadup_json_value_get_member (&root, "e", &value));

  leadup_json_value_append (&root, copy);
  g_assert_cmpstr (copy->str, ==,
                   "{\"a\":[],\"b\\\"]\":{\"c\":\"}\\\\\"},\"d\":-1.5e1,\"a\":null}");
  g_assert_true (leadup_json_skip_string (inner.start, inner.end) == inner.end);
}

static void
test_values_are_stepped_over_and_copied (void)
{
  static const char text[] = "[ \"a\\u00e9\\n\\ud83d\\ude00\" , {\"x\":[1,\"]\"]},-2.5e3]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupJsonScanner) scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, NULL);
  LeadupJsonValue root, value;
  char copy[64];
  const char *at;

  leadup_json_scanner_get_root (scanner, &root);
  at = leadup_json_skip_space (root.start + 1, root.end);
  value = (LeadupJsonValue) { at, leadup_json_skip_value (at, root.end) };
  g_assert_cmpuint (leadup_json_value_copy_string (&value, copy), ==, 8);
  g_assert_cmpstr (copy, ==, "aé\n😀");

  at = leadup_json_skip_space (leadup_json_skip_space (value.end, root.end) + 1, root.end);
  g_assert_true (g_str_has_prefix (leadup_json_skip_value (at, root.end), ",-2.5e3]"));
  at = leadup_json_skip_value (at, root.end) + 1;
  g_assert_cmpstr (leadup_json_skip_value (at, root.end), ==, "]");
}

/* Short ones are read in another way than long ones, to the same number. */
static void
test_numbers_are_exact (void)
{
  static const char *const numbers[] = { "0",
                                         "-0",
                                         "7",
                                         "-12.5",
                                         "0.1",
                                         "54.25",
                                         "1e3",
                                         "123456789012345",
                                         "0.000001",
                                         "9007199254740993",
                                         "3.141592653589793",
                                         "-1.7e-308" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      LeadupJsonValue value = { numbers[i], numbers[i] + strlen (numbers[i]) };
      double number = 1;

      g_assert_true (leadup_json_value_get_number (&value, &number));
      g_assert_true (number == g_ascii_strtod (numbers[i], NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/verdicts-are-those-of-rfc-8259", test_verdicts);
  g_test_add_func ("/json/what-is-accepted-json-glib-reads", test_accepted_is_read_by_json_glib);
  g_test_add_func ("/json/cut-texts-are-refused", test_cut_texts_are_refused);
  g_test_add_func ("/json/errors-name-line-and-column", test_errors_name_line_and_column);
  g_test_add_func ("/json/nesting-is-bounded", test_nesting_is_bounded);
  g_test_add_func ("/json/strings-and-names-are-bounded", test_strings_and_names_are_bounded);
  g_test_add_func ("/json/long-numbers-are-finite", test_long_numbers_are_finite);
  g_test_add_func ("/json/half-surrogate-pairs-are-repaired-for-imports",
                   test_half_surrogate_pairs_are_repaired_for_imports);
  g_test_add_func ("/json/nul-is-correct-syntax", test_nul_is_correct_syntax);
  g_test_add_func ("/json/elements-are-walked-without-a-look-for-their-end",
                   test_elements_are_walked_without_a_look_for_their_end);
  g_test_add_func ("/json/the-parts-of-a-text-are-where-they-stand",
                   test_the_parts_of_a_text_are_where_they_stand);
  g_test_add_func ("/json/strings-say-what-they-say", test_strings_say_what_they_say);
  g_test_add_func ("/json/records-are-found-with-their-lines",
                   test_records_are_found_with_their_lines);
  g_test_add_func ("/json/lines-are-those-of-the-text", test_lines_are_those_of_the_text);
  g_test_add_func ("/json/no-array-is-no-records", test_no_array_is_no_records);
  g_test_add_func ("/json/long-integers-arrive-as-doubles", test_long_integers_arrive_as_doubles);
  g_test_add_func ("/json/values-are-walked-in-place", test_values_are_walked_in_place);
  g_test_add_func ("/json-scanner/values-are-stepped-over-and-copied",
                   test_values_are_stepped_over_and_copied);
  g_test_add_func ("/json-scanner/numbers-are-exact", test_numbers_are_exact);

  return g_test_run ();
}
