/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-article-text.h"
#include "article/leadup-dateline.h"
#include "article/leadup-extract-json.h"
#include "article/leadup-extract.h"
#include "article/leadup-furniture-repeat.h"
#include "article/leadup-furniture.h"
#include "article/leadup-text-lines.h"
#include "article/leadup-tokens.h"
#include "base/leadup-error.h"

#include <glib.h>
#include <string.h>

/* rule:words of each passage, joined by | */
static char *
join_furniture (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), NULL, NULL, NULL, &error);
  GString *joined = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < article->furniture->len; i++)
    {
      const LeadupFurniture *furniture = &g_array_index (article->furniture, LeadupFurniture, i);
      g_autofree char *words = leadup_article_dup_span (article, furniture->span);

      g_string_append_printf (joined, "%s%s:%s", i > 0 ? "|" : "", furniture->rule, words);
    }

  return g_string_free (joined, FALSE);
}

static void
test_furniture_is_found_by_rule (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "The ship sank.\n\nPlay\n\nNobody died.", "player-label:Play" },
    { "16.42 Ministers meet\nThey met.\n\n9:05 pm: Police arrive\nThey came.",
      "clock:16.42|clock:9:05 pm:" },
    { "12.50 crowns is the price. Nobody pays it.", "" },
    { "9:05\n16", "" },
    { "9:05\n16:", "" },
    { "16", "" },
    { "The ship sank.\n\nSign up for our Sea Letter and never miss a wave.\n\nNobody died.",
      "newsletter:Sign up for our Sea Letter and never miss a wave." },
    { "By Ada Poe and Bo Roe\n\nThe ship sank in the bay at dawn.",
      "byline:By Ada Poe and Bo Roe" },
    { "The port will never be what it was before the storm came.\n\n"
      "Many said that the port will never be what it was before the storm came. They left.",
      "pull-quote:The port will never be what it was before the storm came." },
    { "The harbour was closed. More from Bay Daily Ten ships that never returned Ada Poe "
      "The old pier burns Bo Roe The mayor said that nobody knew why the ship had sunk.",
      "links:More from Bay Daily Ten ships that never returned Ada Poe The old pier burns Bo Roe" },
    { "The ship sank. Ada Poe Ada Poe is a reporter and editor for Bay Daily.",
      "author-note:Ada Poe Ada Poe is a reporter and editor for Bay Daily." },
    /* Whom the byline names needs no trade; whom it does not name is news. */
    { "By Ada Poe\n\nThe ship sank.\n\nAda Poe is a retired captain. She collects shells.",
      "byline:By Ada Poe|author-note:Ada Poe is a retired captain. She collects shells." },
    { "By Ada Poe\n\nThe ship sank.\n\nBo Roe is a retired captain. He collects shells.",
      "byline:By Ada Poe" },
    { "They play on the beach. More from the sea came later.", "" },
    { "Ship sinks\n\nLive updates by Ada Poe and Bo Roe\n\nIt sank in the bay at dawn.",
      "byline:Live updates by Ada Poe and Bo Roe" },
    { "Ship sinks\n\nAda Poe in Accra and Bo Roe in Lome\n\nIt sank in the bay at dawn.",
      "byline:Ada Poe in Accra and Bo Roe in Lome" },
    { "It sank in the bay at dawn.\n\nEND", "end:END" },
    { "Ship sinks\n\nAda Poe in Lome\n\nIt sank in the bay at dawn.", "" },
    { "Ship sinks\n\nBy Ada Poe\nThe Bay Post\n\nIt sank in the bay at dawn.",
      "byline:By Ada Poe|header:The Bay Post" },
    { "Ship sinks\n\nThe Bay Post\n\nIt sank in the bay at dawn.", "" },
    { "Ship sinks\n\nBy Ada Poe, The Bay Post\n\nIt sank in the bay at dawn.",
      "byline:By Ada Poe, The Bay Post" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = join_furniture (rows[i].text);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_the_header_tells_when_and_who (void)
{
  static const struct
  {
    const char *text;
    const char *published;
    const char *outlet;
  } rows[] = {
    { " date 2025-12-19 The ship sank on Tuesday.", "2025-12-19", NULL },
    { "Ship sinks\n\nUpdated Dec. 20, 2025\nPublished Dec. 19, 2025\n\nIt sank.", "2025-12-19",
      NULL },
    { "Ship sinks\n\nLast updated: 19 December 2025, 10:15 GMT\n\nIt sank.", "2025-12-19", NULL },
    { "Ship sinks\nDecember 19, 2025\n\nIt sank.", "2025-12-19", NULL },
    { "Ship sinks\nBy Ada Poe and Bo Roe in Lome, Bay Daily, Friday 19 December 2025\n\nIt sank.",
      "2025-12-19", NULL },
    { "Ship sinks\nBy Ada Poe, the Bay Post, Dec. 19, 2025\n\nIt sank.", "2025-12-19", NULL },
    { "By 19 December 2025 the ship, which had left the port of Lome in May with all its men, had "
      "sunk.",
      NULL, NULL },
    { "PORT BAY, Dec 3 (Example Wire) - The ship sank.", NULL, "Example Wire" },
    { "PORT BAY, Dec. 3, 2025 (Example Wire) - The full ship sank on Tuesday.",
      "2025-12-03", "Example Wire" },
    { "PORT BAY, December 3, 2025 \u2013 The ship sank on Tuesday.", "2025-12-03", NULL },
    { "PORT BAY, Norland, 3 December 2025 - The ship sank on Tuesday.", "2025-12-03", NULL },
    { "PORT BAY/LOME, 3 December 2025 - The ship sank on Tuesday.", "2025-12-03", NULL },
    { "Ship sinks\n\nThe Bay Post | Updated December 3, 2025, 6:15 p.m. ET\n\nIt sank.",
      "2025-12-03", NULL },
    { "OCT. 9, 2025 - The ship sank in the bay when nobody was on the bridge.", NULL, NULL },
    { "The ship sank on December 19, 2025, and nobody knew why it had left the port so late that "
      "day.",
      NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = leadup_article_new (rows[i].text, -1);

      leadup_tokens_find (article);
      leadup_dateline_find (article);
      g_assert_cmpstr (article->published, ==, rows[i].published);
      g_assert_cmpstr (article->outlet, ==, rows[i].outlet);
    }
}

static void
test_the_paper_stands_beside_the_byline (void)
{
  static const char *const texts[] = {
    "Ship sinks\n\nBy Ada Poe\nThe Bay Post\n\nIt sank in the bay at dawn.",
    "Ship sinks\n\nThe Bay Post | Updated December 3, 2025\n\nIt sank in the bay at dawn.",
    "Ship sinks\n\nBy Ada Poe | The Bay Post\nLome, 3 May 2025\n\nIt sank in the bay at dawn.",
    "The Bay Post | Lome | Sunday, 21 July 2024\n\nShip sinks\n\nIt sank in the bay at dawn.",
    "Ship sinks\n\nIt sank in the bay at dawn.\n\nReporting by Ada Poe, The Bay Post, 3 May 2025",
    "Ship sinks\nBy Ada Poe in Port Bay, The Bay Post, 3 May 2025\n\nIt sank in the bay at dawn.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article =
          leadup_article_read_text (texts[i], strlen (texts[i]), NULL, NULL, NULL, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (article->outlet, ==, "The Bay Post");
    }
}

static void
test_the_head_tells_what_it_is_called_and_who_wrote_it (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *author;
  } rows[] = {
    { "Ship sinks again\n\nBy Ada Poe and Bo Roe\n\nIt sank in the bay at dawn on Tuesday.",
      "Ship sinks again", "Ada Poe, Bo Roe" },
    { "Ship sinks again\n\nBy Ada Poe in Lome, The Bay Post, 3 May 2025\n\nIt sank in the bay at "
      "dawn on Tuesday.",
      "Ship sinks again", "Ada Poe" },
    { "Who sank the ship?\nBy Ada Poe-Noe, Coast editor\n\nIt sank in the bay at dawn today.",
      "Who sank the ship?", "Ada Poe-Noe" },
    { "Ship sinks again\n\nBy Cora van der Noe\n\nIt sank in the bay at dawn on Tuesday.",
      "Ship sinks again", "Cora van der Noe" },
    { "Ship sinks again\n\nBy Our Sea Desk: Ada Poe in Lome, Bo Roe in Port Bay\n\nIt sank in "
      "the bay at dawn on Tuesday.",
      "Ship sinks again", "Ada Poe, Bo Roe" },
    { "Ship sinks again\n\nBy Bay Newswire staff\n\nIt sank in the bay at dawn on Tuesday.",
      "Ship sinks again", NULL },
    { "Explainer\nWho sank the ship? A short history\n\nAda Poe, Coast editor\n\nIt sank in the "
      "bay at dawn on Tuesday.",
      "Who sank the ship? A short history", "Ada Poe" },
    { "Ministry of the Sea\nRepublic of Togo\nPRESS STATEMENT\n\nStatement on the ship in the "
      "bay\n\nIt sank in the bay at dawn on Tuesday.",
      "Statement on the ship in the bay", NULL },
    { "Ship sinks again\n\nOpinion | Ada Poe\nBay Monitor\n\nIt sank in the bay at dawn on "
      "Tuesday.",
      "Ship sinks again", "Ada Poe" },
    { "Ship sinks again\n\nIt sank in the bay at dawn on Tuesday.\n\n(Reporting by Ada Poe in "
      "Lome; Editing by Bo Roe)",
      "Ship sinks again", "Ada Poe" },
    { "The ship sank in the bay.\n\nNobody knew why it had left the port.", NULL, NULL },
    { "The ship sank in the bay\nwhen nobody knew why it had left the port.", NULL, NULL },
    { "PORT BAY, Dec. 3 (Example Wire) - The ship sank\n\nNobody knew why it had left the port.",
      NULL, NULL },
    { "Ship sinks off Lome", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article =
          leadup_article_read_text (rows[i].text, strlen (rows[i].text), NULL, NULL, NULL, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (article->title, ==, rows[i].title);
      g_assert_cmpstr (article->author, ==, rows[i].author);
      for (guint j = 0; rows[i].author != NULL && j < article->actors->len; j++)
        g_assert_null (strstr (rows[i].author,
                               leadup_article_get_actor (article, (gint32) j)->name));
    }
}

static void
test_what_is_presumed_holds_where_the_header_says_nothing (void)
{
  static const char *const rows[][2] = {
    { "Published Dec. 19, 2025\n\nIt sank on Tuesday.", "2025-12-19" },
    { "It sank on Tuesday.", "2024-01-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i][0], strlen (rows[i][0]));
      g_autoptr (LeadupArticle) article =
          leadup_article_read_presumed (bytes, NULL, "2024-01-31", NULL, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (article->published, ==, rows[i][1]);
    }
}

static void
test_what_the_user_says_wins_over_the_header (void)
{
  static const char text[] = "Published Dec. 19, 2025\n\nIt sank on Tuesday.";
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), NULL, "2024-01-31", NULL, NULL);

  g_assert_nonnull (article);
  g_assert_cmpstr (article->published, ==, "2024-01-31");
}

static void
test_bytes_become_unicode (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *declared;
    const char *expected;
  } rows[] = {
    { "\357\273\277caf\303\251", 8, NULL, "café" },
    { "caf\303\251", 5, "windows-1252", "café" },
    { "caf\351", 4, NULL, "café" },
    { "\223war\224", 5, "iso-8859-1", "“war”" },
    { "\302\223war\302\224", 7, NULL, "“war”" },
    { "\377\376a\0b\0", 6, NULL, "ab" },
    { "\315\316", 2, "windows-1251", "НО" },
    { "a\0b", 3, NULL, "a\357\277\275b" },
    { "\351", 1, "no-such-charset", "é" },
    { "", 0, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length;
      g_autofree char *text =
          leadup_article_text_decode (rows[i].bytes, rows[i].length, rows[i].declared, &length);

      g_assert_cmpstr (text, ==, rows[i].expected);
      g_assert_cmpuint (length, ==, strlen (rows[i].expected));
    }
}

static void
test_a_page_declares_what_it_is (void)
{
  static const char page[] = "<!DOCTYPE html><meta charset=\"iso-8859-15\"><p>x";
  g_autofree char *declared = leadup_article_text_find_declared (page, strlen (page));
  g_autofree char *none = leadup_article_text_find_declared ("<p>x", 4);

  g_assert_cmpstr (declared, ==, "iso-8859-15");
  g_assert_null (none);
  g_assert_true (leadup_article_text_is_html (page, strlen (page)));
  g_assert_false (leadup_article_text_is_html ("a < b, b > c", 12));
}

static void
test_lines_and_repeats (void)
{
  static const char text[] = "one two three four five six seven eight nine\n\n"
                             "and then one two three four five six seven eight again";
  g_autoptr (LeadupArticle) article = leadup_article_new (text, -1);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) repeats = NULL;

  leadup_tokens_find (article);
  lines = leadup_text_lines_find (article);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpuint (g_array_index (lines, LeadupTextLine, 1).first_token, ==, 9);

  repeats = leadup_furniture_repeat_find (article);
  g_assert_cmpuint (repeats->len, ==, 1);
  g_assert_cmpuint (g_array_index (repeats, LeadupRepeat, 0).first, ==, 0);
  g_assert_cmpuint (g_array_index (repeats, LeadupRepeat, 0).second, ==, 11);
  g_assert_cmpuint (g_array_index (repeats, LeadupRepeat, 0).length, ==, 8);
}

static void
test_json_says_what_only_repeats (void)
{
  static const char text[] =
      "Tanker boarded off Oman\n\nBy Ada Poe\n\nArmed men boarded a tanker on Tuesday.";
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), NULL, NULL, NULL, NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  g_assert_nonnull (article);
  leadup_extract_json_append (article, json);
  g_assert_nonnull (strstr (json->str, "\"same_as\":1}"));
  g_assert_nonnull (strstr (json->str, "\"same_as\":null}"));
}

static void
test_json_has_the_members_of_its_schema (void)
{
  static const char *const members[] = {
    "{\"doc\":\"a.txt\"",
    "\"title\":null",
    "\"author\":null",
    "\"outlet\":null",
    "\"published\":\"2025-12-19\"",
    "\"furniture\":[]",
    "\"sentences\":[[0,25]]",
    "{\"start\":17,\"end\":24,\"text\":\"Tuesday\",\"type\":\"DATE\",\"value\":\"2025-12-16\","
    "\"mod\":null,"
    "\"edtf\":\"2025-12-16\",\"earliest\":\"2025-12-16\",\"latest\":\"2025-12-16\","
    "\"rule\":\"relative:weekday-alone\"}",
    "\"actors\":[",
    "\"mentions\":[",
    "\"statements\":[",
    "\"events\":[",
  };
  static const char text[] = "The “café” shut, Tuesday.";
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), "a.txt", "2025-12-19", NULL, NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  g_assert_nonnull (article);
  leadup_extract_json_append (article, json);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strstr (json->str, members[i]) == NULL)
      g_error ("“%s” is not in %s", members[i], json->str);
  g_assert_null (strchr (json->str, '\n'));
  g_assert_null (strstr (json->str, "\"text\":\"The"));
}

static void
test_too_much_is_refused_and_cancelling_works (void)
{
  g_autofree char *text = g_strnfill (LEADUP_EXTRACT_MAX_BYTES + 1, 'a');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, LEADUP_EXTRACT_MAX_BYTES + 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupArticle) article = leadup_article_new ("It sank.", -1);

  g_assert_null (leadup_article_read (bytes, "big.txt", NULL, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (leadup_extract_run (article, LEADUP_EXTRACT_DATES, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (leadup_extract_run (article, LEADUP_EXTRACT_DATES, NULL, &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/furniture/is-found-by-rule", test_furniture_is_found_by_rule);
  g_test_add_func ("/furniture/lines-and-repeats", test_lines_and_repeats);
  g_test_add_func ("/dateline/the-header-tells-when-and-who", test_the_header_tells_when_and_who);
  g_test_add_func ("/dateline/what-the-user-says-wins",
                   test_what_the_user_says_wins_over_the_header);
  g_test_add_func ("/dateline/what-is-presumed-holds-where-the-header-says-nothing",
                   test_what_is_presumed_holds_where_the_header_says_nothing);
  g_test_add_func ("/dateline/the-head-tells-what-it-is-called-and-who-wrote-it",
                   test_the_head_tells_what_it_is_called_and_who_wrote_it);
  g_test_add_func ("/extract/the-paper-stands-beside-the-byline",
                   test_the_paper_stands_beside_the_byline);
  g_test_add_func ("/text/bytes-become-unicode", test_bytes_become_unicode);
  g_test_add_func ("/text/a-page-declares-what-it-is", test_a_page_declares_what_it_is);
  g_test_add_func ("/extract/json-says-what-only-repeats", test_json_says_what_only_repeats);
  g_test_add_func ("/extract/json-has-the-members-of-its-schema",
                   test_json_has_the_members_of_its_schema);
  g_test_add_func ("/extract/too-much-is-refused-and-cancelling-works",
                   test_too_much_is_refused_and_cancelling_works);

  return g_test_run ();
}
