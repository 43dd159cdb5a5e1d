/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as an article: read through all stages, with all positions inside the text, and printed
 * as valid UTF-8. */

#include "config.h"

#include "fuzz.h"

#include "article/leadup-extract-json.h"
#include "article/leadup-extract.h"

static void
check_span (const LeadupArticle *article,
            LeadupSpan           span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, article->length);
}

static void
check (const LeadupArticle *article)
{
  guint32 last = 0;

  g_assert_true (g_utf8_validate (article->text, (gssize) article->length, NULL));

  for (guint i = 0; i < article->tokens->len; i++)
    {
      const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, i);

      check_span (article, token->span);
      g_assert_cmpuint (token->span.start, >=, last);
      g_assert_cmpuint (token->sentence, <, article->sentences->len);
      last = token->span.end;
    }

  for (guint i = 0; i < article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);

      check_span (article, date->span);
      g_assert_nonnull (date->value);
    }

  for (guint i = 0; i < article->furniture->len; i++)
    check_span (article, g_array_index (article->furniture, LeadupFurniture, i).span);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupArticle) article = leadup_article_read (bytes, "fuzz", NULL, NULL, &error);
  g_autoptr (GString) json = g_string_new (NULL);

  g_assert_no_error (error);
  check (article);
  leadup_extract_json_append (article, json);
  g_assert_true (g_utf8_validate (json->str, (gssize) json->len, NULL));

  return 0;
}
