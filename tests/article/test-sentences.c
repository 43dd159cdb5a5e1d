/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-lexicon.h"
#include "article/leadup-sentences.h"
#include "article/leadup-tokens.h"

#include <glib.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *expected; /* joined by | */
} Row;

static char *
join_tokens (const char *text)
{
  g_autoptr (LeadupArticle) article = leadup_article_new (text, -1);
  GString *joined = g_string_new (NULL);

  leadup_tokens_find (article);
  for (guint i = 0; i < article->tokens->len; i++)
    {
      const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, i);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", token->folded);
      if (token->kind == LEADUP_TOKEN_QUOTE_OPEN)
        g_string_append (joined, "<");
      else if (token->kind == LEADUP_TOKEN_QUOTE_CLOSE)
        g_string_append (joined, ">");
    }

  return g_string_free (joined, FALSE);
}

static char *
join_sentences (const char *text)
{
  g_autoptr (LeadupArticle) article = leadup_article_new (text, -1);
  GString *joined = g_string_new (NULL);

  leadup_tokens_find (article);
  leadup_sentences_find (article);
  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);
      g_autofree char *copy = leadup_article_dup_span (article, sentence->span);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", copy);
    }

  return g_string_free (joined, FALSE);
}

static void
test_words_are_split_and_folded (void)
{
  static const Row rows[] = {
    { "The U.S. Senate met.", "the|u.s|senate|met|." },
    { "at 5 p.m. on Sept. 2", "at|5|p.m|on|sept|2" },
    { "Lt. Gen. A. Smith's men", "lt|gen|a|smith|'s|men" },
    { "He sat. They didn’t.", "he|sat|.|they|didn't|." },
    { "ships’ crews", "ships|'|crews" },
    { "$1,250.50, 19th, 1980s, ’80s", "$|1,250.50|,|19th|,|1980s|,|'80s" },
    { "2025-12-19", "2025|-|12|-|19" },
    { "1946–1950", "1946|-|1950" },
    { "co\302\255operate", "cooperate" },
    { "o\357\254\203cial", "official" },
    { "see https://example.org/a?b=1, now", "see|https://example.org/a?b=1|,|now" },
    { "AT&T and Q&A", "at&t|and|q&a" },
    { "“No,” he said.", "\"<|no|,|\">|he|said|." },
    { "\"No,\" he said, \"never\"", "\"<|no|,|\">|he|said|,|\"<|never|\">" },
    { "``No,'' he said", "``<|no|,|''>|he|said" },
    { "the ‘war’ on", "the|'<|war|'>|on" },
    { "Number No. 5. No. Never", "number|no|5|.|no|.|never" },
    { "Élysée", "élysée" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = join_tokens (rows[i].text);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_sentences_end_where_a_reader_ends_them (void)
{
  static const Row rows[] = {
    { "One. Two! Three?", "One.|Two!|Three?" },
    { "Sen. John Roe met Lt. Gen. Poe. They left.", "Sen. John Roe met Lt. Gen. Poe.|They left." },
    { "It is in the U.S. The ship left.", "It is in the U.S.|The ship left." },
    { "The U.S. Navy left at 5 p.m. Tuesday.", "The U.S. Navy left at 5 p.m. Tuesday." },
    { "J. Roe of Acme Inc. won. He left.", "J. Roe of Acme Inc. won.|He left." },
    { "“No!” he said. “Never.” She left.", "“No!” he said.|“Never.”|She left." },
    { "It sped up deportation.The next day", "It sped up deportation.|The next day" },
    { "A head\n\nThe text goes on\nin the next line. End.",
      "A head|The text goes on in the next line.|End." },
    { "A Headline of Forty Characters or Even More\nThe text goes on in a line so long that nobody "
      "can have wrapped it by hand or by machine. End.",
      "A Headline of Forty Characters or Even More|The text goes on in a line so long that nobody "
      "can have wrapped it by hand or by machine.|End." },
    { "Ministry of Foreign Affairs of the Republic of Arvania\nPress release No. 8\nIssued today",
      "Ministry of Foreign Affairs of the Republic of Arvania|Press release No. 8|Issued today" },
    { "Talks began on Sept. 2 in No. 10.", "Talks began on Sept. 2 in No. 10." },
    { "It rose 3.5 percent. Then it fell.", "It rose 3.5 percent.|Then it fell." },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = join_sentences (rows[i].text);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_offsets_leave_as_characters (void)
{
  g_autofree char *text = g_strnfill (2000, 'a');
  g_autofree char *wide = g_strconcat ("é", text, "“b”", NULL);
  g_autoptr (LeadupArticle) article = leadup_article_new (wide, -1);

  g_assert_cmpint (leadup_article_character (article, 0), ==, 0);
  g_assert_cmpint (leadup_article_character (article, 2), ==, 1);
  g_assert_cmpint (leadup_article_character (article, 2002), ==, 2001);
  g_assert_cmpint (leadup_article_character (article, 2005), ==, 2002);
  g_assert_cmpint (leadup_article_character (article, (guint32) article->length), ==, 2004);
}

static void
test_interned_words_are_the_pointers_of_tokens (void)
{
  g_autoptr (LeadupArticle) article = leadup_article_new ("Sept. frobnicates", -1);

  leadup_tokens_find (article);
  g_assert_true (g_array_index (article->tokens, LeadupToken, 0).folded ==
                 leadup_article_intern (article, "sept"));
  g_assert_true (g_array_index (article->tokens, LeadupToken, 1).folded ==
                 leadup_article_intern (article, "frobnicates"));
  g_assert_cmpuint (leadup_tokens_at (article, 0), ==, 0);
  g_assert_cmpuint (leadup_tokens_at (article, 6), ==, 1);
  g_assert_cmpuint (leadup_tokens_at (article, 17), ==, 2);
}

static void
test_a_token_is_its_word_and_no_other (void)
{
  g_autoptr (LeadupArticle) article = leadup_article_new ("The ceasefire holds.", -1);
  const LeadupToken *token;

  leadup_tokens_find (article);
  token = &g_array_index (article->tokens, LeadupToken, 1);
  g_assert_true (leadup_token_is (token, "ceasefire"));
  g_assert_false (leadup_token_is (token, "cease"));
  g_assert_false (leadup_token_is (token, "ceasefires"));
  g_assert_false (leadup_token_is (token, "truce"));
  g_assert_false (leadup_token_is (token, ""));
}

static void
test_an_unknown_language_reads_as_english (void)
{
  g_assert_nonnull (leadup_lexicon_get ("en"));
  g_assert_true (leadup_lexicon_get ("xx") == leadup_lexicon_get ("en"));
  g_assert_true (leadup_lexicon_get ("../en") == leadup_lexicon_get (NULL));
}

static void
test_the_longest_phrase_matches (void)
{
  const LeadupLexicon *lexicon = leadup_lexicon_get ("en");
  const LeadupLexiconTable *table = leadup_lexicon_get_table (lexicon, "abbreviations");
  g_autoptr (LeadupArticle) article = leadup_article_new ("Sept. 2", -1);
  const LeadupLexiconRow *row;

  leadup_tokens_find (article);
  row = leadup_lexicon_table_match (table, (LeadupToken *) (gpointer) article->tokens->data,
                                    article->tokens->len);
  g_assert_nonnull (row);
  g_assert_cmpstr (row->phrase, ==, "Sept.");
  g_assert_cmpstr (row->columns[leadup_lexicon_table_get_column (table, "when")], ==, "capital");
  g_assert_null (leadup_lexicon_table_next_same (table, row));
  g_assert_null (
      leadup_lexicon_table_match (NULL, (LeadupToken *) (gpointer) article->tokens->data, 1));
  g_assert_cmpuint (leadup_lexicon_table_get_n_rows (table), >, 100);
  g_assert_cmpuint (leadup_lexicon_get_n_words (lexicon), >, 100);
  g_assert_nonnull (leadup_lexicon_table_get_row (table, 0));
}

static void
test_a_pool_keeps_words_apart_while_it_grows (void)
{
  g_autoptr (LeadupWordPool) pool = leadup_word_pool_new (0);

  for (guint i = 1; i <= 5000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      g_assert_cmpuint (leadup_word_pool_add (pool, word, strlen (word)), ==, i);
    }

  g_assert_cmpuint (leadup_word_pool_get_n_words (pool), ==, 5000);
  g_assert_cmpuint (leadup_word_pool_add (pool, "w17x", 3), ==, 17);
  g_assert_cmpuint (leadup_word_pool_find (pool, "w4999", 5), ==, 4999);
  g_assert_cmpuint (leadup_word_pool_find (pool, "w5001", 5), ==, 0);
  g_assert_cmpstr (leadup_word_pool_get (pool, 42), ==, "w42");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokens/words-are-split-and-folded", test_words_are_split_and_folded);
  g_test_add_func ("/tokens/interned-words-are-the-pointers-of-tokens",
                   test_interned_words_are_the_pointers_of_tokens);
  g_test_add_func ("/tokens/a-token-is-its-word-and-no-other",
                   test_a_token_is_its_word_and_no_other);
  g_test_add_func ("/sentences/end-where-a-reader-ends-them",
                   test_sentences_end_where_a_reader_ends_them);
  g_test_add_func ("/article/offsets-leave-as-characters", test_offsets_leave_as_characters);
  g_test_add_func ("/lexicon/an-unknown-language-reads-as-english",
                   test_an_unknown_language_reads_as_english);
  g_test_add_func ("/lexicon/the-longest-phrase-matches", test_the_longest_phrase_matches);
  g_test_add_func ("/word-pool/keeps-words-apart-while-it-grows",
                   test_a_pool_keeps_words_apart_while_it_grows);

  return g_test_run ();
}
