/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-date.h"

static void
test_written_forms (void)
{
  static const struct
  {
    const char *text;
    const char *edtf; /* NULL: no date */
  } table[] = {
    { "2024-03-04", "2024-03-04" },
    { " 2024-03-04 ", "2024-03-04" },
    { "2024-03", "2024-03" },
    { "2024", "2024" },
    { "2024-03-04/2024-03-09", "2024-03-04/2024-03-09" },
    { "2024-03~", "2024-03~" },
    { "2024/03/04", "2024-03-04" },
    { "2024-03-04T03:15:00Z", "2024-03-04T03:15:00Z" },
    { "2024-03-04 03:15:00", "2024-03-04T03:15:00" },
    { "13/3/2024", "2024-03-13" },
    { "3/13/2024", "2024-03-13" },
    { "4/4/2024", "2024-04-04" },
    { "12.3.2024", "2024-03-12" },
    { "March 9, 2024", "2024-03-09" },
    { "9 March 2024", "2024-03-09" },
    { "March 2024", "2024-03" },
    { "3/4/2024", NULL },
    { "31.2.2024", NULL },
    { "2024-02-30", NULL },
    { "2024-13", NULL },
    { "99999-01-01", NULL },
    { "soonish", NULL },
    { "the meeting of March 9, 2024", NULL },
    { "0", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (LeadupWhen) when = leadup_import_date_read (table[i].text, NULL, &problem);

      g_test_message ("%s", table[i].text != NULL ? table[i].text : "(null)");
      g_assert_cmpstr (when != NULL ? leadup_when_get_edtf (when) : NULL, ==, table[i].edtf);
      g_assert_true ((when == NULL) == (problem != NULL));
    }
}

static void
test_what_was_written_is_kept (void)
{
  g_autoptr (LeadupWhen) read = leadup_import_date_read ("13/3/2024", NULL, NULL);
  g_autoptr (LeadupWhen) standard = leadup_import_date_read ("2024-03-13", NULL, NULL);

  g_assert_cmpstr (leadup_when_get_stated (read), ==, "13/3/2024");
  g_assert_null (leadup_when_get_stated (standard));
}

static void
test_words_are_relative_to_a_day_that_was_said (void)
{
  g_autoptr (LeadupWhen) alone = leadup_import_date_read ("yesterday", NULL, NULL);
  g_autoptr (LeadupWhen) said = leadup_import_date_read ("yesterday", "2024-03-05", NULL);

  g_assert_null (alone);
  g_assert_nonnull (said);
  g_assert_cmpstr (leadup_when_get_edtf (said), ==, "2024-03-04");
}

/* Never 1970 for what is no date. */
static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *edtf;
  } table[] = {
    { 2024, "2024" },
    { -44, "-0044" },
    { 20240304, "2024-03-04" },
    { 1709510400, "2024-03-04T00:00:00Z" },
    { 1709510400000.0, "2024-03-04T00:00:00Z" },
    { 0, NULL },
    { 12345, NULL },
    { 20240230, NULL },
    { 2024.5, NULL },
    { 1e300, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (LeadupWhen) when = leadup_import_date_from_number (table[i].number, &problem);

      g_assert_cmpstr (when != NULL ? leadup_when_get_edtf (when) : NULL, ==, table[i].edtf);
      g_assert_true ((when == NULL) == (problem != NULL));
    }
}

static void
test_two_dates_make_an_interval_in_order_only (void)
{
  g_autoptr (LeadupWhen) first = leadup_import_date_read ("2024-03-04", NULL, NULL);
  g_autoptr (LeadupWhen) last = leadup_import_date_read ("2024-03-09", NULL, NULL);
  g_autofree char *problem = NULL;
  g_autoptr (LeadupWhen) interval = leadup_import_date_join (first, last, NULL);
  g_autoptr (LeadupWhen) reversed = leadup_import_date_join (last, first, &problem);
  g_autoptr (LeadupWhen) same = leadup_import_date_join (first, first, NULL);

  g_assert_cmpstr (leadup_when_get_edtf (interval), ==, "2024-03-04/2024-03-09");
  g_assert_true (leadup_when_lasted (interval));
  g_assert_null (reversed);
  g_assert_nonnull (problem);
  g_assert_true (same == first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-date/written-forms", test_written_forms);
  g_test_add_func ("/import-date/what-was-written-is-kept", test_what_was_written_is_kept);
  g_test_add_func ("/import-date/words-are-relative-to-a-day-that-was-said",
                   test_words_are_relative_to_a_day_that_was_said);
  g_test_add_func ("/import-date/numbers", test_numbers);
  g_test_add_func ("/import-date/two-dates-make-an-interval-in-order-only",
                   test_two_dates_make_an_interval_in_order_only);

  return g_test_run ();
}
