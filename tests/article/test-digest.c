/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-digest.h"
#include "article/leadup-extract.h"

#include <glib.h>
#include <string.h>

static void
add (LeadupDigest *digest,
     const char   *published,
     const char   *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), "test", published, NULL, &error);

  g_assert_no_error (error);
  leadup_digest_add (digest, article);
}

static const char first[] =
    "The navy of Norland fired on a fishing boat off Port Savan on 3 March 2025 and killed three "
    "sailors. Markets were quiet. The minister of Sudland recalled the ambassador to Norland on "
    "5 March 2025 over the killed sailors.";
static const char second[] =
    "On 3 March 2025 the navy of Norland fired on a fishing boat off Port Savan; three sailors "
    "were killed. A festival of jazz was held in Lowtown on 7 March 2025.";
static const char third[] =
    "Norland and Sudland opened talks on 12 March 2025 about the killed sailors of the boat. "
    "Families of the sailors had gathered in Port Savan on 3 March 2025, when the navy of "
    "Norland fired on the fishing boat.";

static LeadupDigest *
make_pile (void)
{
  LeadupDigest *digest = leadup_digest_new ();

  add (digest, "2025-03-06", first);
  add (digest, "2025-03-08", second);
  add (digest, "2025-03-13", third);
  g_assert_cmpuint (leadup_digest_get_n_documents (digest), ==, 3);

  return digest;
}

static GPtrArray *
make (LeadupDigest *digest,
      const char   *from,
      const char   *to,
      guint         n_days,
      guint         n_sentences)
{
  LeadupDigestLimits limits = { from, to, n_days, n_sentences };
  g_autoptr (GError) error = NULL;
  GPtrArray *days = leadup_digest_make (digest, &limits, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (days);

  return days;
}

static void
test_the_day_that_all_speak_of_comes_first (void)
{
  g_autoptr (LeadupDigest) digest = make_pile ();
  g_autoptr (GPtrArray) days = make (digest, NULL, NULL, 1, 1);
  const LeadupDigestDay *day;

  g_assert_cmpuint (days->len, ==, 1);
  day = g_ptr_array_index (days, 0);
  g_assert_cmpstr (day->day, ==, "2025-03-03");
}

static void
test_days_are_in_order_and_within_the_bounds (void)
{
  g_autoptr (LeadupDigest) digest = make_pile ();
  g_autoptr (GPtrArray) days = make (digest, "2025-03-04", "2025-03-12", 20, 2);

  g_assert_cmpuint (days->len, >=, 3);
  for (guint i = 0; i < days->len; i++)
    {
      const LeadupDigestDay *day = g_ptr_array_index (days, i);

      g_assert_cmpstr (day->day, >=, "2025-03-04");
      g_assert_cmpstr (day->day, <=, "2025-03-12");
      if (i > 0)
        g_assert_cmpstr (((LeadupDigestDay *) days->pdata[i - 1])->day, <, day->day);
    }
}

/* The same day told by two articles: one sentence, which the other article stands behind. */
static void
test_what_two_articles_tell_stands_once_with_both_sources (void)
{
  g_autoptr (LeadupDigest) digest = make_pile ();
  g_autoptr (GPtrArray) days = make (digest, "2025-03-03", "2025-03-03", 5, 5);
  const LeadupDigestDay *day = g_ptr_array_index (days, 0);
  guint n_fired = 0;
  gboolean is_agreed = FALSE;

  for (guint i = 0; i < day->sentences->len; i++)
    {
      const LeadupDigestSentence *sentence = g_ptr_array_index (day->sentences, i);

      if (strstr (sentence->text, "three sailors") == NULL)
        continue;
      n_fired++;
      is_agreed = sentence->also->len > 0;
      g_assert_cmpint (sentence->start, <, sentence->end);
    }
  g_assert_cmpuint (n_fired, ==, 1);
  g_assert_true (is_agreed);
}

static void
test_no_more_is_chosen_than_asked_for (void)
{
  g_autoptr (LeadupDigest) digest = make_pile ();
  g_autoptr (GPtrArray) days = make (digest, NULL, NULL, 2, 1);

  g_assert_cmpuint (days->len, ==, 2);
  for (guint i = 0; i < days->len; i++)
    g_assert_cmpuint (((LeadupDigestDay *) days->pdata[i])->sentences->len, <=, 1);
}

static void
test_nothing_makes_an_empty_digest (void)
{
  g_autoptr (LeadupDigest) digest = leadup_digest_new ();
  g_autoptr (GPtrArray) days = make (digest, NULL, NULL, 20, 2);
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpuint (days->len, ==, 0);
  add (digest, NULL, "");
  add (digest, NULL, "Nothing is dated here.");
  again = make (digest, NULL, NULL, 20, 2);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_it_can_be_cancelled (void)
{
  g_autoptr (LeadupDigest) digest = make_pile ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LeadupDigestLimits limits = { NULL, NULL, 5, 5 };

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_digest_make (digest, &limits, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest/the-day-that-all-speak-of-comes-first",
                   test_the_day_that_all_speak_of_comes_first);
  g_test_add_func ("/digest/days-are-in-order-and-within-the-bounds",
                   test_days_are_in_order_and_within_the_bounds);
  g_test_add_func ("/digest/what-two-articles-tell-stands-once-with-both-sources",
                   test_what_two_articles_tell_stands_once_with_both_sources);
  g_test_add_func ("/digest/no-more-is-chosen-than-asked-for",
                   test_no_more_is_chosen_than_asked_for);
  g_test_add_func ("/digest/nothing-makes-an-empty-digest", test_nothing_makes_an_empty_digest);
  g_test_add_func ("/digest/it-can-be-cancelled", test_it_can_be_cancelled);

  return g_test_run ();
}
