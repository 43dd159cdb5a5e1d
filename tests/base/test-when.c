/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when.h"

#include "base/leadup-error.h"

#include <string.h>

static LeadupWhen *
read_ruled (const char *edtf,
            const char *rule)
{
  LeadupWhenFields fields = { .edtf = edtf, .rule = rule };
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new (&fields, &error);

  g_assert_no_error (error);

  return when;
}

static LeadupWhen *
read_edtf (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new_from_edtf (edtf, &error);

  g_assert_no_error (error);

  return when;
}

static void
test_a_date_keeps_what_it_was_made_of (void)
{
  char stated[] = "earlier this year";
  const LeadupWhenFields fields = {
    .stated = stated,
    .edtf = "2025-01-01/2025-12-19",
    .zone = "America/New_York",
    .rule = "relative:earlier-this-year",
    .as_of = "2025-12-19",
  };
  g_autoptr (LeadupWhen) when = leadup_when_new (&fields, NULL);
  g_autoptr (LeadupWhen) bare = read_edtf ("2025-03");

  /* It is a copy. */
  stated[0] = 'X';
  g_assert_cmpstr (leadup_when_get_stated (when), ==, "earlier this year");
  g_assert_cmpstr (leadup_when_get_edtf (when), ==, "2025-01-01/2025-12-19");
  g_assert_cmpstr (leadup_when_get_zone (when), ==, "America/New_York");
  g_assert_cmpstr (leadup_when_get_rule (when), ==, "relative:earlier-this-year");
  g_assert_cmpstr (leadup_when_get_as_of (when), ==, "2025-12-19");
  g_assert_cmpint (leadup_when_get_part (when), ==, LEADUP_PART_NONE);

  g_assert_null (leadup_when_get_stated (bare));
  g_assert_null (leadup_when_get_zone (bare));
  g_assert_null (leadup_when_get_rule (bare));
  g_assert_null (leadup_when_get_as_of (bare));
  g_assert_cmpint (leadup_when_get_precision (bare), ==, LEADUP_PRECISION_MONTH);
}

static void
test_a_date_stated_as_its_edtf_is_the_same (void)
{
  const LeadupWhenFields fields = { .stated = "2025-03-04",
                                    .edtf = "2025-03-04",
                                    .as_of = "2025-03-04" };
  g_autoptr (LeadupWhen) when = leadup_when_new (&fields, NULL);

  g_assert_cmpstr (leadup_when_get_stated (when), ==, "2025-03-04");
  g_assert_cmpstr (leadup_when_get_edtf (when), ==, "2025-03-04");
  g_assert_cmpstr (leadup_when_get_as_of (when), ==, "2025-03-04");
}

static void
test_references_keep_it_alive_in_values_too (void)
{
  g_autoptr (LeadupWhen) when = read_edtf ("2025-03");
  GValue value = G_VALUE_INIT;
  LeadupWhen *second = leadup_when_ref (when);

  g_assert_true (second == when);
  g_value_init (&value, LEADUP_TYPE_WHEN);
  g_value_set_boxed (&value, when);
  g_assert_true (g_value_get_boxed (&value) == when);
  leadup_when_unref (second);
  g_clear_pointer (&when, leadup_when_unref);
  g_assert_cmpstr (leadup_when_get_edtf (g_value_get_boxed (&value)), ==, "2025-03");
  g_value_unset (&value);
}

static void
test_the_rule_says_what_an_interval_means (void)
{
  static const struct
  {
    const char *edtf;
    const char *rule;
    gboolean lasted, is_within, is_ongoing;
    LeadupPrecision precision;
  } cases[] = {
    { "2025-01-01/2025-12-19", NULL, TRUE, FALSE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "explicit:range", TRUE, FALSE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "relatives", TRUE, FALSE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "relative", FALSE, TRUE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "relative:x", FALSE, TRUE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "vague:recently", FALSE, TRUE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-01-01/2025-12-19", "narrative", FALSE, TRUE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "../2025-12-19", "published-bound", FALSE, TRUE, FALSE, LEADUP_PRECISION_UNDATED },
    { "2025-09-02/..", NULL, TRUE, FALSE, TRUE, LEADUP_PRECISION_INTERVAL },
    { "2025-09-02/..", "narrative", FALSE, TRUE, FALSE, LEADUP_PRECISION_INTERVAL },
    { "2025-09-02", "relative:yesterday", FALSE, FALSE, FALSE, LEADUP_PRECISION_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupWhen) when = read_ruled (cases[i].edtf, cases[i].rule);
      const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);
      gboolean is_one_span = bounds->start_earliest == bounds->end_earliest &&
                             bounds->start_latest == bounds->end_latest;

      g_assert_cmpint (leadup_when_lasted (when), ==, cases[i].lasted);
      g_assert_cmpint (leadup_when_is_within (when), ==, cases[i].is_within);
      g_assert_cmpint (leadup_when_is_ongoing (when), ==, cases[i].is_ongoing);
      g_assert_cmpint (leadup_when_get_precision (when), ==, cases[i].precision);
      g_assert_cmpint (is_one_span, ==, !cases[i].lasted);
    }
}

static void
test_flags_are_those_of_the_text (void)
{
  g_autoptr (LeadupWhen) plain = read_edtf ("2025-03-04T03:15");
  g_autoptr (LeadupWhen) zoned = read_edtf ("2025-03-04T03:15Z");
  g_autoptr (LeadupWhen) approximate = read_edtf ("2025~");
  g_autoptr (LeadupWhen) uncertain = read_edtf ("2025?");

  g_assert_false (leadup_when_has_zone (plain) || leadup_when_is_approximate (plain) ||
                  leadup_when_is_uncertain (plain));
  g_assert_true (leadup_when_has_zone (zoned));
  g_assert_true (leadup_when_is_approximate (approximate));
  g_assert_false (leadup_when_is_uncertain (approximate));
  g_assert_true (leadup_when_is_uncertain (uncertain));
  g_assert_false (leadup_when_is_approximate (uncertain));
}

static void
test_a_part_narrows_the_bounds (void)
{
  const LeadupWhenFields fields = { .edtf = "2025-03", .part = LEADUP_PART_EARLY };
  g_autoptr (LeadupWhen) when = leadup_when_new (&fields, NULL);

  g_assert_cmpint (leadup_when_get_part (when), ==, LEADUP_PART_EARLY);
  g_assert_cmpint (leadup_when_get_bounds (when)->start_earliest, ==,
                   leadup_calendar_date_instant (2025, 3, 1));
  g_assert_cmpint (leadup_when_get_bounds (when)->start_latest, ==,
                   leadup_calendar_date_instant (2025, 3, 11));
}

static void
test_bad_fields_are_refused (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  const struct
  {
    LeadupWhenFields fields;
    int code;
  } cases[] = {
    { { .edtf = NULL }, LEADUP_ERROR_SYNTAX },
    { { .edtf = "soon" }, LEADUP_ERROR_SYNTAX },
    { { .edtf = "2025", .stated = "\xff" }, LEADUP_ERROR_SYNTAX },
    { { .edtf = "2025", .stated = long_text }, LEADUP_ERROR_LIMIT },
    { { .edtf = "2025", .zone = long_text }, LEADUP_ERROR_LIMIT },
    { { .edtf = "2025", .rule = long_text }, LEADUP_ERROR_LIMIT },
    { { .edtf = "2025", .as_of = long_text }, LEADUP_ERROR_LIMIT },
    { { .edtf = "2025", .as_of = "2025-02-30" }, LEADUP_ERROR_SYNTAX },
    { { .edtf = "2025", .as_of = "2025-02" }, LEADUP_ERROR_SCHEMA },
    { { .edtf = "2025/2026", .part = LEADUP_PART_EARLY }, LEADUP_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (leadup_when_new (&cases[i].fields, &error));
      g_assert_error (error, LEADUP_ERROR, cases[i].code);
    }
}

static void
test_equal_means_all_fields (void)
{
  const LeadupWhenFields variants[] = {
    { .edtf = "2025-03" },
    { .edtf = "2025-04" },
    { .edtf = "2025-03", .stated = "March" },
    { .edtf = "2025-03", .zone = "UTC" },
    { .edtf = "2025-03", .rule = "explicit" },
    { .edtf = "2025-03", .as_of = "2025-12-19" },
    { .edtf = "2025-03", .part = LEADUP_PART_MID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (variants); j++)
        {
          g_autoptr (LeadupWhen) a = leadup_when_new (&variants[i], NULL);
          g_autoptr (LeadupWhen) b = leadup_when_new (&variants[j], NULL);

          g_assert_cmpint (leadup_when_equal (a, b), ==, i == j);
        }
    }
}

static void
test_the_order_of_lists_is_total (void)
{
  /* In the order that is expected. */
  static const char *const texts[] = { "../2025-12-19",         "-0043",   "2024",     "2025-03-01",
                                       "2025-03-01/2025-03-03", "2025-03", "2025-03?", "2025-03-02",
                                       "2025-03-02T03:15Z" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (LeadupWhen) a = read_edtf (texts[i]);
          g_autoptr (LeadupWhen) b = read_edtf (texts[j]);
          int order = leadup_when_collate (a, b);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_order_in_time_has_three_answers (void)
{
  static const struct
  {
    const char *a, *b;
    LeadupOrder order;
  } cases[] = {
    { "2025-03-04", "2025-03-05", LEADUP_ORDER_BEFORE },
    { "2025-03-04", "2025-03", LEADUP_ORDER_UNKNOWN },
    { "2025-03-04", "2025-03-04", LEADUP_ORDER_UNKNOWN },
    { "2025-03-04T03:15Z", "2025-03-04T03:16Z", LEADUP_ORDER_BEFORE },
    { "2025-03-04T03:15Z", "2025-03-04", LEADUP_ORDER_UNKNOWN },
    { "2025-03/2025-05", "2025-05", LEADUP_ORDER_UNKNOWN },
    { "2025-03/2025-05", "2025-06", LEADUP_ORDER_BEFORE },
    { "2025-09-02/..", "2026", LEADUP_ORDER_UNKNOWN },
    { "2025-09-02/..", "2025-09-01", LEADUP_ORDER_AFTER },
    { "../2025-12-19", "2025-12-20", LEADUP_ORDER_BEFORE },
    { "../2025-12-19", "0000", LEADUP_ORDER_UNKNOWN },
    { "2025-03-05T01:00+02:00", "2025-03-05", LEADUP_ORDER_BEFORE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupWhen) a = read_edtf (cases[i].a);
      g_autoptr (LeadupWhen) b = read_edtf (cases[i].b);
      LeadupOrder reverse = cases[i].order == LEADUP_ORDER_BEFORE  ? LEADUP_ORDER_AFTER
                            : cases[i].order == LEADUP_ORDER_AFTER ? LEADUP_ORDER_BEFORE
                                                                   : LEADUP_ORDER_UNKNOWN;

      g_assert_cmpint (leadup_when_compare (a, b), ==, cases[i].order);
      g_assert_cmpint (leadup_when_compare (b, a), ==, reverse);
    }
}

static void
test_a_window_shows_what_can_lie_in_it (void)
{
  const LeadupInstant march = leadup_calendar_date_instant (2025, 3, 1);
  const LeadupInstant april = leadup_calendar_date_instant (2025, 4, 1);
  static const struct
  {
    const char *edtf;
    gboolean in_march, at_first_of_march;
  } cases[] = {
    { "2025-03-01", TRUE, TRUE },    { "2025-03-31", TRUE, FALSE },
    { "2025-02-28", FALSE, FALSE },  { "2025-04-01", FALSE, FALSE },
    { "2025", TRUE, TRUE },          { "2025-01-01/..", TRUE, TRUE },
    { "../2025-03-01", TRUE, TRUE }, { "../2025-02", FALSE, FALSE },
    { "../..", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupWhen) when = read_edtf (cases[i].edtf);

      g_assert_cmpint (leadup_when_overlaps (when, march, april), ==, cases[i].in_march);
      g_assert_cmpint (leadup_when_overlaps (when, march, march), ==, cases[i].at_first_of_march);
      g_assert_true (leadup_when_overlaps (when, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX));
    }
}

static void
test_names_of_enums_are_read_back (void)
{
  LeadupPart part = LEADUP_PART_LATE;

  for (int i = LEADUP_PART_NONE; i <= LEADUP_PART_LATE; i++)
    {
      g_assert_true (leadup_part_from_string (leadup_part_to_string ((LeadupPart) i), &part));
      g_assert_cmpint (part, ==, i);
    }
  g_assert_false (leadup_part_from_string ("Early", &part));
  g_assert_false (leadup_part_from_string (NULL, &part));
  g_assert_cmpint (part, ==, LEADUP_PART_LATE);

  for (int i = LEADUP_PRECISION_TIME; i <= LEADUP_PRECISION_UNDATED; i++)
    {
      g_assert_nonnull (leadup_precision_to_string ((LeadupPrecision) i));
      for (int j = LEADUP_PRECISION_TIME; j < i; j++)
        g_assert_cmpstr (leadup_precision_to_string ((LeadupPrecision) i), !=,
                         leadup_precision_to_string ((LeadupPrecision) j));
    }
  g_assert_cmpstr (leadup_precision_to_string (LEADUP_PRECISION_QUARTER), ==, "quarter");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/when/a-date-keeps-what-it-was-made-of", test_a_date_keeps_what_it_was_made_of);
  g_test_add_func ("/when/a-date-stated-as-its-edtf-is-the-same",
                   test_a_date_stated_as_its_edtf_is_the_same);
  g_test_add_func ("/when/references-keep-it-alive-in-values-too",
                   test_references_keep_it_alive_in_values_too);
  g_test_add_func ("/when/the-rule-says-what-an-interval-means",
                   test_the_rule_says_what_an_interval_means);
  g_test_add_func ("/when/flags-are-those-of-the-text", test_flags_are_those_of_the_text);
  g_test_add_func ("/when/a-part-narrows-the-bounds", test_a_part_narrows_the_bounds);
  g_test_add_func ("/when/bad-fields-are-refused", test_bad_fields_are_refused);
  g_test_add_func ("/when/equal-means-all-fields", test_equal_means_all_fields);
  g_test_add_func ("/when/the-order-of-lists-is-total", test_the_order_of_lists_is_total);
  g_test_add_func ("/when/order-in-time-has-three-answers", test_order_in_time_has_three_answers);
  g_test_add_func ("/when/a-window-shows-what-can-lie-in-it",
                   test_a_window_shows_what_can_lie_in_it);
  g_test_add_func ("/when/names-of-enums-are-read-back", test_names_of_enums_are_read_back);

  return g_test_run ();
}
