/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-extract.h"

#include "article/leadup-article-text.h"
#include "article/leadup-article-title.h"
#include "article/leadup-candidates.h"
#include "article/leadup-dateline.h"
#include "article/leadup-dates.h"
#include "article/leadup-events.h"
#include "article/leadup-furniture.h"
#include "article/leadup-html-reader.h"
#include "article/leadup-language.h"
#include "article/leadup-lexicon.h"
#include "article/leadup-mentions.h"
#include "article/leadup-sentences.h"
#include "article/leadup-statements.h"
#include "article/leadup-tokens.h"
#include "article/leadup-unnamed.h"
#include "article/leadup-when-link.h"
#include "base/leadup-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef void (*StageFunc) (LeadupArticle *article);

/* In the order of design: text is there, each stage reads what those before it wrote. */
static const StageFunc stages_of_dates[] = {
  leadup_tokens_find,        leadup_dateline_find,  leadup_furniture_find,
  leadup_article_title_find, leadup_sentences_find, leadup_dates_find,
};

static const StageFunc stages_of_events[] = {
  leadup_mentions_find,
  leadup_statements_find,
  leadup_events_find,
  leadup_when_link,
  leadup_candidates_make,
  leadup_unnamed_find,
};

static gboolean
run_stages (LeadupArticle   *article,
            const StageFunc *stages,
            gsize            n_stages,
            GCancellable    *cancellable,
            GError         **error)
{
  for (gsize i = 0; i < n_stages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      stages[i](article);
    }

  return TRUE;
}

/**
 * leadup_extract_run:
 * @article: an article with its text, and its published day where that is known
 * @stages: how far to go
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Runs the stages over @article.
 *
 * Returns: whether they ran to the end
 */
gboolean
leadup_extract_run (LeadupArticle      *article,
                    LeadupExtractStages stages,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_return_val_if_fail (article != NULL, FALSE);

  if (!run_stages (article, stages_of_dates, G_N_ELEMENTS (stages_of_dates), cancellable, error))
    return FALSE;

  return stages == LEADUP_EXTRACT_DATES ||
         run_stages (article, stages_of_events, G_N_ELEMENTS (stages_of_events), cancellable,
                     error);
}

static gboolean
check_size (gsize       length,
            const char *name,
            GError    **error)
{
  if (length <= LEADUP_EXTRACT_MAX_BYTES)
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
               _ ("“%s” has %u MB; articles of up to %u MB are read. Split it into articles."),
               name != NULL ? name : "", (guint) (length >> 20),
               (guint) (LEADUP_EXTRACT_MAX_BYTES >> 20));

  return FALSE;
}

/* What a page says of its language is often left over from a template. But only languages with a
 * lexicon can be told from each other: what is said to be in another one is. */
static void
set_language (LeadupArticle *article)
{
  if (article->language == NULL ||
      g_strv_contains (leadup_lexicon_get_languages (), article->language))
    {
      g_free (article->language);
      article->language = g_strdup (leadup_language_detect (article->text, article->length));
    }
  article->lexicon = leadup_lexicon_get (article->language);
}

/* Takes what the user says of the day of an article over what a page says. */
static void
set_day (LeadupArticle *article,
         const char    *published,
         const char    *presumed)
{
  if (published != NULL)
    {
      g_free (article->published);
      article->published = g_strdup (published);
    }
  article->presumed = g_strdup (presumed);
}

static LeadupArticle *
read_plain (const char   *text,
            gsize         length,
            const char   *name,
            const char   *published,
            const char   *presumed,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (LeadupArticle) article = NULL;

  if (!check_size (length, name, error))
    return NULL;

  article = leadup_article_new (text, (gssize) length);
  article->doc = g_strdup (name);
  set_day (article, published, presumed);
  set_language (article);
  if (!leadup_extract_run (article, LEADUP_EXTRACT_ALL, cancellable, error))
    return NULL;

  return g_steal_pointer (&article);
}

static LeadupArticle *
read_bytes (GBytes       *bytes,
            const char   *name,
            const char   *published,
            const char   *presumed,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (LeadupArticle) article = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  gsize length, decoded;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!check_size (length, name, error))
    return NULL;

  if (!leadup_article_text_is_html (data, length))
    {
      text = leadup_article_text_decode (data, length, NULL, &decoded);

      return read_plain (text, decoded, name, published, presumed, cancellable, error);
    }

  declared = leadup_article_text_find_declared (data, length);
  text = leadup_article_text_decode (data, length, declared, &decoded);
  article = leadup_html_reader_read (text, decoded);
  article->doc = g_strdup (name);
  set_language (article);
  set_day (article, published, presumed);
  if (!leadup_extract_run (article, LEADUP_EXTRACT_ALL, cancellable, error))
    return NULL;

  return g_steal_pointer (&article);
}

/**
 * leadup_article_read_text:
 * @text: valid UTF-8
 * @length: its bytes
 * @name: (nullable): of the document
 * @published: (nullable): ISO day on which it was published, where the user or a file says so
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Reads a plain text article through all stages. Any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
LeadupArticle *
leadup_article_read_text (const char   *text,
                          gsize         length,
                          const char   *name,
                          const char   *published,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return read_plain (text, length, name, published, NULL, cancellable, error);
}

/**
 * leadup_article_read:
 * @bytes: plain text or HTML in any encoding
 * @name: (nullable): of the document
 * @published: (nullable): ISO day on which it was published; what the user says wins over the page
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Reads an article through all stages. Any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
LeadupArticle *
leadup_article_read (GBytes       *bytes,
                     const char   *name,
                     const char   *published,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (bytes, name, published, NULL, cancellable, error);
}

/**
 * leadup_article_read_presumed:
 * @bytes: plain text or HTML in any encoding
 * @name: (nullable): of the document
 * @presumed: (nullable): ISO day on which it was published if it does not say
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Reads one of many articles, for all of which the user said one day. Any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
LeadupArticle *
leadup_article_read_presumed (GBytes       *bytes,
                              const char   *name,
                              const char   *presumed,
                              GCancellable *cancellable,
                              GError      **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (bytes, name, NULL, presumed, cancellable, error);
}
