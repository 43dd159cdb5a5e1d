/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-metadata.h"

#include "article/leadup-dates.h"
#include "article/leadup-html-date.h"
#include "base/leadup-calendar.h"
#include "base/leadup-text.h"

#include <string.h>

#define MAX_TITLE 10000
#define MAX_NAME 300

/* What the <meta> elements of a page call things, best first. */
static const char *const title_names[] = { "og:title", "twitter:title", "dc.title", "parsely-title",
                                           "headline", "title",         NULL };
static const char *const author_names[] = { "author",          "article:author",  "parsely-author",
                                            "dc.creator",      "dcterms.creator", "byl",
                                            "sailthru.author", "creator",         NULL };
static const char *const outlet_names[] = { "og:site_name", "application-name", "dc.publisher",
                                            "publisher",    "twitter:site",     NULL };
static const char *const url_names[] = { "og:url", "parsely-link", "twitter:url", NULL };
static const char *const day_names[] = {
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "article.published",
  "publisheddate",
  "published-date",
  "publication_date",
  "publish-date",
  "publish_date",
  "publishdate",
  "published_time",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "pub_date",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.issued",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "dc.created",
  "cxenseparse:recs:publishtime",
  "rnews:datepublished",
  "citation_publication_date",
  "citation_date",
  "date_published",
  "article_date_original",
  "originalpublicationdate",
  "article:published",
  "creation_date",
  "created",
  "created_at",
  "displaydate",
  "date",
  "og:pubdate",
  "publicationdate",
  "article:create_date",
  "shareaholic:article_published_time",
  "release_date",
  "bt:pubdate",
  "dc:date",
  "dcterms.available",
  NULL,
};
static const char *const changed_names[] = {
  "article:modified_time", "og:updated_time",  "datemodified", "lastmodified", "last-modified",
  "dcterms.modified",      "dc.date.modified", "updated_time", "revised",      NULL,
};

static const char *
meta_name (const LeadupHtmlNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv",
                                            "pubdate" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = leadup_html_node_attribute (node, attributes[i]);

      if (name != NULL && *name != '\0')
        return name;
    }

  return NULL;
}

/* The content of the first <meta> that has the best of @names. */
static const char *
find_meta (const LeadupHtmlTree *tree,
           const char  * const  *names)
{
  const char *best = NULL;
  guint best_rank = G_MAXUINT;

  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (tree, i);
      const char *name = node->tag == GUMBO_TAG_META ? meta_name (node) : NULL;
      const char *content = name != NULL ? leadup_html_node_attribute (node, "content") : NULL;

      if (content == NULL || leadup_text_is_blank (content))
        continue;

      for (guint rank = 0; names[rank] != NULL && rank < best_rank; rank++)
        if (g_ascii_strcasecmp (names[rank], name) == 0)
          {
            best = content;
            best_rank = rank;
          }
    }

  return best;
}

/* Behind the JSON string that starts at @at (its opening quote). */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;

  return *at == '"' ? at + 1 : at;
}

/* The JSON string at @at without its quotes and escapes of punctuation. */
static char *
dup_string (const char *at)
{
  GString *text = g_string_new (NULL);

  for (at++; *at != '\0' && *at != '"' && text->len < MAX_TITLE; at++)
    {
      if (*at != '\\' || at[1] == '\0')
        g_string_append_c (text, *at);
      else if (*++at == 'u')
        {
          g_autofree char *digits = g_strndup (at + 1, 4);
          guint64 character = g_ascii_strtoull (digits, NULL, 16);

          if (strlen (digits) == 4 && character >= 0x20 &&
              (character < 0xd800 || character > 0xdfff))
            g_string_append_unichar (text, (gunichar) character);
          at += MIN (strlen (digits), 4);
        }
      else
        g_string_append_c (text, strchr ("nrt", *at) != NULL ? ' ' : *at);
    }

  return g_string_free (text, FALSE);
}

static const char *
skip_space (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;

  return at;
}

/* Where the value of the first member @key of a JSON text starts; keys only count as keys. */
static const char *
find_value (const char *json,
            const char *key)
{
  gsize length = strlen (key);

  for (const char *at = json; *at != '\0';)
    {
      const char *end;

      if (*at != '"')
        {
          at++;
          continue;
        }

      end = skip_string (at);
      if ((gsize) (end - at) == length + 2 && strncmp (at + 1, key, length) == 0)
        {
          const char *colon = skip_space (end);

          if (*colon == ':')
            return skip_space (colon + 1);
        }
      at = end;
    }

  return NULL;
}

/* A string, the first string of an array, or the name of the first object. */
static char *
read_value (const char *value)
{
  while (value != NULL && *value == '[')
    value = skip_space (value + 1);

  if (value != NULL && *value == '{')
    value = find_value (value, "name");

  return value != NULL && *value == '"' ? dup_string (value) : NULL;
}

/* The value of @key in the JSON-LD of the page; that of an article before others. */
static char *
find_linked (const LeadupHtmlTree *tree,
             const char           *key)
{
  for (guint i = 0; i < tree->page.data->len; i++)
    {
      char *value;

      value = read_value (find_value (g_ptr_array_index (tree->page.data, i), key));
      if (value != NULL && *value != '\0')
        return value;
      g_free (value);
    }

  return NULL;
}

static char *
clean (const char *text,
       gsize       max)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;

  valid = leadup_text_make_valid (text, -1, MAX_TITLE * 4);

  return leadup_text_is_blank (valid) ? NULL : leadup_text_single_line (valid, max);
}

static guint32
find_tag (const LeadupHtmlTree *tree,
          GumboTag              tag)
{
  for (guint32 i = 0; i < tree->nodes->len; i++)
    if (!leadup_html_tree_get (tree, i)->is_text && leadup_html_tree_get (tree, i)->tag == tag)
      return i;

  return 0;
}

/* “Headline | Outlet”: what stands behind the last bar where enough stands before it. */
static void
cut_outlet (char *title)
{
  static const char *const bars[] = { " | ", " - ", " – ", " — ", " » ", " :: " };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      char *bar = g_strrstr (title, bars[i]);
      guint n_words = 1;

      if (bar == NULL)
        continue;
      for (const char *at = title; at < bar; at++)
        n_words += *at == ' ';
      if (n_words >= 4 && strlen (bar) < 60)
        *bar = '\0';
      return;
    }
}

static void
read_title (const LeadupHtmlTree *tree,
            LeadupArticle        *article)
{
  g_autofree char *linked = find_linked (tree, "headline");
  guint32 tag = find_tag (tree, GUMBO_TAG_TITLE);

  article->title = clean (linked, MAX_TITLE);
  if (article->title == NULL)
    article->title = clean (find_meta (tree, title_names), MAX_TITLE);
  if (article->title == NULL && tag != 0 && tag + 1 < tree->nodes->len &&
      leadup_html_tree_get (tree, tag + 1)->is_text)
    {
      article->title = clean (leadup_html_tree_get (tree, tag + 1)->node->v.text.text, MAX_TITLE);
      if (article->title != NULL)
        cut_outlet (article->title);
    }
  if (article->title == NULL && (tag = find_tag (tree, GUMBO_TAG_H1)) != 0)
    {
      g_autofree char *text = leadup_html_tree_dup_text (tree, tag);

      article->title = clean (text, MAX_TITLE);
    }
}

/* The element that is called a byline. */
static char *
find_byline (const LeadupHtmlTree *tree)
{
  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (tree, i);
      static const char *const attributes[] = { "rel", "itemprop", "class", "id" };

      if (node->is_text || node->text_length == 0 || node->text_length > 100)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          const char *value = leadup_html_node_attribute (node, attributes[j]);

          if (value != NULL &&
              (strstr (value, "author") != NULL || strstr (value, "byline") != NULL))
            return leadup_html_tree_dup_text (tree, i);
        }
    }

  return NULL;
}

static void
read_author (const LeadupHtmlTree *tree,
             LeadupArticle        *article)
{
  g_autofree char *linked = find_linked (tree, "author");
  const char *meta = find_meta (tree, author_names);

  article->author = clean (linked, MAX_NAME);
  if (article->author == NULL && meta != NULL && strstr (meta, "://") == NULL)
    article->author = clean (meta, MAX_NAME);
  if (article->author == NULL)
    {
      g_autofree char *byline = find_byline (tree);

      article->author = clean (byline, MAX_NAME);
    }
  if (article->author != NULL && g_ascii_strncasecmp (article->author, "by ", 3) == 0)
    memmove (article->author, article->author + 3, strlen (article->author) - 2);
}

static void
read_outlet (const LeadupHtmlTree *tree,
             LeadupArticle        *article)
{
  const char *meta = find_meta (tree, outlet_names);
  g_autofree char *linked = meta == NULL ? find_linked (tree, "publisher") : NULL;

  article->outlet = clean (meta != NULL ? meta : linked, MAX_NAME);
  if (article->outlet != NULL && article->outlet[0] == '@')
    memmove (article->outlet, article->outlet + 1, strlen (article->outlet));
}

static const char *
find_canonical (const LeadupHtmlTree *tree)
{
  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (tree, i);
      const char *rel =
          node->tag == GUMBO_TAG_LINK ? leadup_html_node_attribute (node, "rel") : NULL;

      if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
        return leadup_html_node_attribute (node, "href");
    }

  return find_meta (tree, url_names);
}

static void
read_published (const LeadupHtmlTree *tree,
                LeadupArticle        *article)
{
  static const char *const keys[] = { "datePublished", "dateCreated", "uploadDate" };
  LeadupHtmlDateSearch search = { .tree = tree, .language = article->language };
  gint64 day = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && !found; i++)
    {
      g_autofree char *linked = find_linked (tree, keys[i]);

      found = leadup_html_date_parse (&search, linked, &day);
    }

  found = found || leadup_html_date_parse (&search, find_meta (tree, day_names), &day) ||
          leadup_html_date_find_in_elements (&search, &day) ||
          leadup_html_date_find_in_url (article->url, &day);

  if (!found)
    {
      g_autofree char *changed = find_linked (tree, "dateModified");

      found = leadup_html_date_parse (&search, changed, &day) ||
              leadup_html_date_parse (&search, find_meta (tree, changed_names), &day) ||
              leadup_html_date_find_in_text (&search, &day);
    }

  if (found)
    {
      int year, month, in_month;

      leadup_calendar_from_day_number (day, &year, &month, &in_month);
      article->published = g_strdup_printf ("%04d-%02d-%02d", year, month, in_month);
    }
}

static void
read_language (const LeadupHtmlTree *tree,
               LeadupArticle        *article)
{
  guint32 root = find_tag (tree, GUMBO_TAG_HTML);
  const char *language = leadup_html_node_attribute (leadup_html_tree_get (tree, root), "lang");

  if (language != NULL && g_ascii_isalpha (language[0]) && g_ascii_isalpha (language[1]) &&
      !g_ascii_isalpha (language[2]))
    article->language = g_ascii_strdown (language, 2);
}

/**
 * leadup_html_metadata_read:
 * @tree: a page
 * @article: gets title, author, outlet, address, language and published day, each where the page
 *   says it: in JSON-LD, in meta elements, in elements whose names tell, in its address
 */
void
leadup_html_metadata_read (const LeadupHtmlTree *tree,
                           LeadupArticle        *article)
{
  g_return_if_fail (tree != NULL);
  g_return_if_fail (article != NULL);

  read_language (tree, article);
  article->url = clean (find_canonical (tree), MAX_TITLE);
  read_title (tree, article);
  read_author (tree, article);
  read_outlet (tree, article);
  read_published (tree, article);
}
