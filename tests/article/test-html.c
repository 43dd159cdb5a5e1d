/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-extract.h"
#include "article/leadup-html-date.h"
#include "article/leadup-html-filter.h"
#include "article/leadup-html-main.h"
#include "article/leadup-html-metadata.h"
#include "article/leadup-html-reader.h"
#include "article/leadup-html-tree.h"
#include "base/leadup-calendar.h"

#include <glib.h>
#include <string.h>

#define PROSE                                                                                      \
  "<p>The old ship left the harbour at dawn, with forty people on board, and turned to the north " \
  "where the weather was worse than anybody had expected.</p>"                                     \
  "<p>Two hours later, the coast guard said, it sent a first call for help, which was heard in "   \
  "three ports, but nobody could reach it before noon because of the waves.</p>"                   \
  "<p>In the evening the owner of the ship, a company from the south, said that all who had been " \
  "on board were safe, and that it would pay for whatever was lost in the storm.</p>"

static const char page[] =
    "<!DOCTYPE html><html lang=\"en\"><head><title>Ship sinks off the northern coast | Bay "
    "Daily</title>"
    "<meta property=\"og:site_name\" content=\"Bay Daily\">"
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ship sinks off "
    "the "
    "northern coast\",\"datePublished\":\"2025-12-19T08:00:00Z\",\"author\":[{\"@type\":\"Person\","
    "\"name\":\"Ada Poe\"}]}</script></head><body><nav><a href=\"/\">Home</a> <a "
    "href=\"/x\">Weather, "
    "sports, money and more</a></nav><div class=\"article-body\"><h1>Ship sinks off the northern "
    "coast</h1>" PROSE
    "<figure><img src=\"x\"><figcaption>The ship in its harbour, years ago.</figcaption></figure>"
    "</div><div class=\"sidebar related\"><p>Read about ten other ships, ports, and storms, all of "
    "them "
    "old, all of them lost.</p></div><footer>All rights reserved</footer></body></html>";

static void
test_the_article_is_found_and_the_rest_is_not (void)
{
  g_autoptr (LeadupArticle) article = leadup_html_reader_read (page, strlen (page));

  g_assert_true (article->is_html);
  g_assert_cmpstr (article->title, ==, "Ship sinks off the northern coast");
  g_assert_cmpstr (article->author, ==, "Ada Poe");
  g_assert_cmpstr (article->outlet, ==, "Bay Daily");
  g_assert_cmpstr (article->published, ==, "2025-12-19");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_true (g_str_has_prefix (article->text, "The old ship left"));
  g_assert_nonnull (strstr (article->text, "expected.\n\nTwo hours later"));
  g_assert_nonnull (strstr (article->text, "The ship in its harbour, years ago."));
  g_assert_null (strstr (article->text, "Home"));
  g_assert_null (strstr (article->text, "ten other ships"));
  g_assert_null (strstr (article->text, "rights"));
  g_assert_cmpuint (article->furniture->len, ==, 1);
  g_assert_cmpstr (g_array_index (article->furniture, LeadupFurniture, 0).rule, ==, "caption");
}

static void
test_pages_go_through_all_stages (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (LeadupArticle) article = leadup_article_read (bytes, "page.html", NULL, NULL, NULL);
  g_autoptr (LeadupArticle) told =
      leadup_article_read (bytes, "page.html", "2024-01-31", NULL, NULL);

  g_assert_nonnull (article);
  g_assert_cmpuint (article->sentences->len, >=, 4);
  g_assert_true (
      g_array_index (article->sentences, LeadupSentence, article->sentences->len - 1).is_furniture);
  g_assert_cmpstr (told->published, ==, "2024-01-31");
}

static void
test_the_published_day_is_found_in_many_places (void)
{
  static const char *const pages[] = {
    "<html><meta property='article:published_time' content='2025-12-19T10:00:00+02:00'><p>x",
    "<html><meta name='date' content='19.12.2025'><p>x",
    "<html><body><time datetime='2025-12-19'>Friday</time><p>x",
    "<html><body><span class='publish-date'>December 19, 2025</span><p>x",
    "<html lang='de'><body><div class='datum'>19. Dezember 2025</div><p>x",
    "<html lang='fr'><body><div class='date'>le 19 décembre 2025 à 10h</div><p>x",
    "<html><link rel='canonical' href='https://example.org/2025/12/19/ship.html'><p>x",
    "<html><body><p>Posted 19 December 2025</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (LeadupArticle) article = leadup_html_reader_read (pages[i], strlen (pages[i]));

      g_assert_cmpstr (article->published, ==, "2025-12-19");
    }
}

static void
test_days_are_read_in_the_language_of_the_page (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    int month;
    int day;
  } rows[] = {
    { "en", "03/04/2025", 3, 4 },
    { "de", "03/04/2025", 4, 3 },
    { "en", "20250304", 3, 4 },
    { "es", "4 de marzo de 2025", 3, 4 },
    { "en", "March 4th, 2025 at noon", 3, 4 },
    { NULL, "2025-03-04T23:59", 3, 4 },
    { "en", "no day", 0, 0 },
    { "en", "2025-13-41", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupHtmlDateSearch search = { NULL, rows[i].language };
      gint64 day = 0;
      gboolean found = leadup_html_date_parse (&search, rows[i].text, &day);

      g_assert_cmpint (found, ==, rows[i].month != 0);
      if (found)
        g_assert_cmpint (day, ==, leadup_calendar_day_number (2025, rows[i].month, rows[i].day));
    }

  gint64 day;

  g_assert_true (leadup_html_date_find_in_url ("https://example.org/a-2025-03-04-b", &day));
  g_assert_false (leadup_html_date_find_in_url ("https://example.org/12345678/1234", &day));
  g_assert_false (leadup_html_date_find_in_url (NULL, &day));
}

static void
test_a_tree_is_flat_and_bounded (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (LeadupHtmlTree) tree = NULL;
  g_autoptr (LeadupHtmlTree) small = leadup_html_tree_new ("<p class=a>One <b>two</b><p>three", 33);
  g_autofree guint8 *fates = NULL;
  g_autofree char *text = leadup_html_tree_dup_text (small, 0);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpstr (text, ==, "One two three");
  g_assert_cmpuint (leadup_html_tree_get (small, 0)->end, ==, small->nodes->len);

  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "deep <a ");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (deep, "a%u=1 ", i);
  g_string_append (deep, ">words</a>");

  tree = leadup_html_tree_new (deep->str, deep->len);
  fates = leadup_html_main_find (tree);
  g_assert_nonnull (fates);
  g_free (text);
  text = leadup_html_tree_dup_text (tree, 0);
  g_assert_cmpstr (text, ==, "deep words");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
test_attributes_are_read (void)
{
  g_autoptr (LeadupHtmlTree) tree = leadup_html_tree_new ("<p class=a>x", 12);
  gboolean found = FALSE;

  for (guint32 i = 0; i < tree->nodes->len; i++)
    found =
        found ||
        g_strcmp0 (leadup_html_node_attribute (leadup_html_tree_get (tree, i), "class"), "a") == 0;
  g_assert_true (found);
}

static void
test_labels_behind_the_last_paragraph_are_left_out (void)
{
  static const char html[] = "<html><body><article>" PROSE "<div>Share</div><div>More on ships"
                             "</div></article></body></html>";
  g_autoptr (LeadupArticle) article = leadup_html_reader_read (html, strlen (html));

  g_assert_true (g_str_has_suffix (article->text, "lost in the storm."));
}

static void
test_what_a_paper_says_of_itself_is_left_out (void)
{
  static const char *const names[] = { "editorial-disclaimer", "ad-disclosure", "app-section-two",
                                       "player-overlay", "third-party-placeholder" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *html
        = g_strdup_printf ("<html><body><article>" PROSE "<div class=\"%s\"><p>We are paid for "
                           "links, and so are those who write.</p></div><p>It was, they said, an "
                           "old ship.</p></article></body></html>", names[i]);
      g_autoptr (LeadupArticle) article = leadup_html_reader_read (html, strlen (html));

      g_assert_null (strstr (article->text, "We are paid"));
      g_assert_nonnull (strstr (article->text, "an old ship."));
    }
}

static void
test_the_filter_leaves_what_an_article_needs (void)
{
  static const struct
  {
    const char *html;
    const char *filtered;
  } rows[] = {
    { "<p>one  \n two</p>", "<p>one two</p>" },
    { "a<script>if (1 < 2) \"</p>\";</script>b", "ab" },
    { "<style>p > b {}</style><!-- <p> --><!-->x", "x" },
    { "<svg viewBox=\"0\"><path d=\"M0\"/></svg>x<noscript><img></noscript>y", "xy" },
    { "<svg>x<p>y", "<svg>x<p>y" },
    { "<p onclick=\"f('>')\" data-x=1 id=a>x</p>", "<p id=a>x</p>" },
    { "<a title=\"to it\" href=\"/x/y/z/w\">x</a>", "<a>x</a>" },
    { "<br/><hr />", "<br /><hr />" },
    { "<p style=\"color:red\" CLASS='b'>x", "<p CLASS='b'>x" },
    { "<p class=\"entry-content\">x", "<p class=~0>x" },
    { "<p class=\"a &amp; b and c\">x", "<p class=\"a &amp; b and c\">x" },
    { "<p class=~0>x", "<p >x" },
    { "<my-tag id=a>1 < 2 <3</my-tag>", "<my-tag id=a>1 < 2 <3</my-tag>" },
    { "<title>a <b> c</title><", "<title>a <b> c</title><" },
    { "<p id=\"a", "<p id=\"a" },
    { "<script>never closed", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupHtmlFiltered filtered;

      leadup_html_filter (&filtered, rows[i].html, strlen (rows[i].html));
      g_assert_cmpstr (filtered.html, ==, rows[i].filtered);
      g_assert_cmpuint (filtered.length, ==, strlen (rows[i].filtered));
      leadup_html_filtered_clear (&filtered);
    }
}

static void
test_what_the_filter_holds_back_is_not_lost (void)
{
  static const char html[] = "<script type='application/ld+json'>{\"a\":1}</script>"
                             "<div class=\"entry-content wide\"><p hidden>x</p></div>";
  g_autoptr (LeadupHtmlTree) tree = leadup_html_tree_new (html, strlen (html));
  gboolean found = FALSE;

  for (guint32 i = 0; i < tree->nodes->len; i++)
    found = found ||
            g_strcmp0 (leadup_html_node_attribute (leadup_html_tree_get (tree, i), "class"),
                       "entry-content wide") == 0;

  g_assert_true (found);
  g_assert_cmpuint (tree->page.data->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (tree->page.data, 0), ==, "{\"a\":1}");
}

static void
test_metadata_without_any_is_empty (void)
{
  g_autoptr (LeadupHtmlTree) tree = leadup_html_tree_new ("<p>x", 4);
  g_autoptr (LeadupArticle) article = leadup_article_new ("", 0);

  leadup_html_metadata_read (tree, article);
  g_assert_null (article->title);
  g_assert_null (article->author);
  g_assert_null (article->published);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/the-article-is-found-and-the-rest-is-not",
                   test_the_article_is_found_and_the_rest_is_not);
  g_test_add_func ("/html/pages-go-through-all-stages", test_pages_go_through_all_stages);
  g_test_add_func ("/html/the-published-day-is-found-in-many-places",
                   test_the_published_day_is_found_in_many_places);
  g_test_add_func ("/html/days-are-read-in-the-language-of-the-page",
                   test_days_are_read_in_the_language_of_the_page);
  g_test_add_func ("/html/a-tree-is-flat-and-bounded", test_a_tree_is_flat_and_bounded);
  g_test_add_func ("/html/attributes-are-read", test_attributes_are_read);
  g_test_add_func ("/html/labels-behind-the-last-paragraph-are-left-out",
                   test_labels_behind_the_last_paragraph_are_left_out);
  g_test_add_func ("/html/what-a-paper-says-of-itself-is-left-out",
                   test_what_a_paper_says_of_itself_is_left_out);
  g_test_add_func ("/html/the-filter-leaves-what-an-article-needs",
                   test_the_filter_leaves_what_an_article_needs);
  g_test_add_func ("/html/what-the-filter-holds-back-is-not-lost",
                   test_what_the_filter_holds_back_is_not_lost);
  g_test_add_func ("/html/metadata-without-any-is-empty", test_metadata_without_any_is_empty);

  return g_test_run ();
}
