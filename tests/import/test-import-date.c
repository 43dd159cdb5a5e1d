/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-date.h"

static const struct
{
  const char *text;
  const char *edtf; /* NULL: no date */
} forms[] = {
  { "2024-03-04", "2024-03-04" },
  { " 2024-03-04 ", "2024-03-04" },
  { "2024-03", "2024-03" },
  { "2024", "2024" },
  { "2024-03-04/2024-03-09", "2024-03-04/2024-03-09" },
  { "2024-03~", "2024-03~" },
  { "2024/03/04", "2024-03-04" },
  { "März 2024", "2024-03" },
  { "5. Dez. 2024", "2024-12-05" },
  { "1er août 2024", "2024-08-01" },
  { "5 de marzo de 2024", "2024-03-05" },
  { "Marzo und so", NULL },
  { "1970-01-01", "1970-01-01" },
  { "1970-01-01T00:00Z", "1970-01-01T00:00Z" },
  { "1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z" },
  { "1970-01-01T00:00:00Z", NULL }, /* What machines write where they know none. */
  { " 1970-01-01 00:00:00.000+00:00", NULL },
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
  { "13/3/24", "2024-03-13" },
  { "13-03-2024", "2024-03-13" },
  { "2024-03-04T03:15Z", "2024-03-04T03:15Z" },
  { "2024-03-04 9:30 PM", "2024-03-04T21:30" },
  { "2024/03/04 16:20", "2024-03-04T16:20" },
  { "3/13/2024 9:30 PM", "2024-03-13T21:30" },
  { "12.3.2024 08:05", "2024-03-12T08:05" },
  { "04-March-2021", "2021-03-04" },
  { "20250304", "2025-03-04" },
  { "2024-Q1", "2024-33" },
  { "Wed May 01 1963 00:00:00 GMT-0600", "1963-05-01" },
  { "May 28 2006 09:00:00 GMT", "2006-05-28T09:00:00Z" },
  { "May 28 2006 09:00:00 GMT-0600", "2006-05-28T09:00:00-06:00" },
  { "42287", "2015-10-10" },
  { "42287.6806", NULL },
  { "20250304T031500Z", "2025-03-04T03:15:00Z" },
  { "20250304031500", "2025-03-04T03:15:00Z" },
  { "13/3/2024 25:00", NULL },
  { "31.2.2024", NULL },
  { "2024-02-30", NULL },
  { "2024-13", NULL },
  { "99999-01-01", NULL },
  { "spring 2022", "2022-21" },
  { "early March 2025", "2025-03" },
  { "c. 1815", "1815~" },
  { "1993-1996", "1993/1996" },
  { "15-17 December 2019", "2019-12-15/2019-12-17" },
  { "28 February - 4 March 2025", "2025-02-28/2025-03-04" },
  { "before 4 March 2025", "../2025-03-03" },
  { "last Tuesday", NULL },
  { "4 March", NULL },
  { "May", NULL },
  { "about 3/4/2025", NULL },
  { "soonish", NULL },
  { "the meeting of March 9, 2024", NULL },
  { "0", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_written_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (LeadupWhen) when = leadup_import_date_read (forms[i].text, NULL, &problem);

      g_test_message ("%s", forms[i].text != NULL ? forms[i].text : "(null)");
      g_assert_cmpstr (when != NULL ? leadup_when_get_edtf (when) : NULL, ==, forms[i].edtf);
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
  const LeadupImportDateStyle style = { .as_of = "2024-03-05" };
  g_autoptr (LeadupWhen) alone = leadup_import_date_read ("yesterday", NULL, NULL);
  g_autoptr (LeadupWhen) said = leadup_import_date_read ("yesterday", &style, NULL);

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
    { 12345, "1933-10-18" },
    { 1709510400000000.0, "2024-03-04T00:00:00Z" },
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

static void
test_the_order_is_what_was_said (void)
{
  const LeadupImportDateStyle day_first = { .order = LEADUP_IMPORT_ORDER_DAY_FIRST };
  const LeadupImportDateStyle month_first = { .order = LEADUP_IMPORT_ORDER_MONTH_FIRST };
  const LeadupImportDateStyle kyiv = { .zone = "Europe/Kyiv" };
  g_autoptr (LeadupWhen) day = leadup_import_date_read ("3/4/2024", &day_first, NULL);
  g_autoptr (LeadupWhen) month = leadup_import_date_read ("3/4/2024", &month_first, NULL);
  g_autoptr (LeadupWhen) certain = leadup_import_date_read ("13/4/2024", &month_first, NULL);
  g_autoptr (LeadupWhen) clock = leadup_import_date_read ("2024-03-04 08:00", &kyiv, NULL);
  g_autoptr (LeadupWhen) whole_day = leadup_import_date_read ("2024-03-04", &kyiv, NULL);

  g_assert_cmpstr (leadup_when_get_edtf (day), ==, "2024-04-03");
  g_assert_cmpstr (leadup_when_get_edtf (month), ==, "2024-03-04");
  g_assert_cmpstr (leadup_when_get_edtf (certain), ==, "2024-04-13");
  g_assert_cmpstr (leadup_when_get_zone (clock), ==, "Europe/Kyiv");
  g_assert_null (leadup_when_get_zone (whole_day));
}

static void
test_dates_give_evidence_of_their_order (void)
{
  static const struct
  {
    const char *dates[4];
    LeadupImportOrder order;
  } table[] = {
    { { "3/4/2024", "13/4/2024" }, LEADUP_IMPORT_ORDER_DAY_FIRST },
    { { "3/4/2024", "4/13/2024 10:00" }, LEADUP_IMPORT_ORDER_MONTH_FIRST },
    { { "3/4/2024", "4/4/2024", "" }, LEADUP_IMPORT_ORDER_UNKNOWN },
    { { "13/4/2024", "4/13/2024" }, LEADUP_IMPORT_ORDER_UNKNOWN },
    { { "2024-04-13", "13.4.2024", "soon" }, LEADUP_IMPORT_ORDER_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      LeadupImportDateEvidence evidence = { 0 };

      for (guint j = 0; j < G_N_ELEMENTS (table[i].dates); j++)
        leadup_import_date_look (&evidence, table[i].dates[j]);
      g_assert_cmpint (leadup_import_date_decide (&evidence), ==, table[i].order);
    }

  for (guint i = 0; i <= LEADUP_IMPORT_ORDER_MONTH_FIRST; i++)
    {
      LeadupImportOrder order;

      g_assert_true (leadup_import_order_from_string (
          leadup_import_order_to_string ((LeadupImportOrder) i), &order));
      g_assert_cmpuint (order, ==, i);
    }
  g_assert_false (leadup_import_order_from_string ("ymd", NULL));
}

static void
test_times_of_day (void)
{
  static const char *const table[][2] = {
    { "9:30 PM", "T21:30" },
    { "21:30:05.25", "T21:30:05" },
    { "9.30", "T09:30" },
    { "0930", "T09:30" },
    { "16:20", "T16:20" },
    { "12:00 am", "T00:00" },
    { "9 p.m.", "T21:00" },
    { "24:10", NULL },
    { "13:00 pm", NULL },
    { "noon", NULL },
    { "", NULL },
    { "08:15 UTC", "T08:15Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *time = leadup_import_date_read_time (table[i][0]);

      g_test_message ("%s", table[i][0]);
      g_assert_cmpstr (time, ==, table[i][1]);
    }
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
  g_test_add_func ("/import-date/the-order-is-what-was-said", test_the_order_is_what_was_said);
  g_test_add_func ("/import-date/dates-give-evidence-of-their-order",
                   test_dates_give_evidence_of_their_order);
  g_test_add_func ("/import-date/times-of-day", test_times_of_day);
  g_test_add_func ("/import-date/two-dates-make-an-interval-in-order-only",
                   test_two_dates_make_an_interval_in_order_only);

  return g_test_run ();
}
